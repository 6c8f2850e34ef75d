"""Rules of single functions that a document can hardly say alone."""

from __future__ import annotations

from syllabus_parse.assemble.pieces import cut_number, place_words
from syllabus_parse.document import Text
from syllabus_parse.interpret.outline.heads import read_head
from syllabus_parse.interpret.records import RawSession
from syllabus_parse.interpret.sessions.kept_notes import trim_edges
from syllabus_parse.interpret.sessions.tasks import read_task
from syllabus_parse.interpret.tables.columns import Column
from syllabus_parse.interpret.tables.grid_cells import mark_group
from syllabus_parse.interpret.tables.row_state import Rows
from syllabus_parse.interpret.works.entries import Entry
from syllabus_parse.readers.inline import read_inline
from syllabus_parse.source import Span


def test_a_number_is_cut_only_where_it_stands() -> None:
    text = read_inline("Lecture 3 topics")
    assert cut_number(text, "3").plain == "Lecture 3"
    assert cut_number(text, None) is text
    assert cut_number(text, "7") is text


def test_words_without_a_place_have_none_among_the_spans() -> None:
    spans: dict[str, Span] = {}
    told = [("bring yarn", None), ("see room", read_inline("see room")), ("(", None), ("bring yarn", None)]
    assert place_words("notes", told, spans) == ("bring yarn", "see room")
    assert spans == {"notes[1]": Span(0, 8)}


def test_a_week_in_chinese_figures_heads() -> None:
    head = read_head(read_inline("第三周: 线"))
    assert head is not None
    assert (head.week, head.rest.plain) == (3, "线")


def test_a_group_without_a_head_leaves_no_note() -> None:
    session = RawSession()
    mark_group(Rows(columns=()), session, Column("group"))
    assert (session.notes, session.times) == ([], None)


def test_a_bracket_stays_where_its_partner_does() -> None:
    assert trim_edges(read_inline("(Mill) of the north"), " ()").plain == "(Mill) of the north"
    assert trim_edges(read_inline("looms (of the mill)"), " ()").plain == "looms (of the mill)"


def test_the_owner_of_a_work_must_be_a_person() -> None:
    read = read_task(Entry(read_inline("Read Longus' *Daphnis and Chloe*")), None)
    assert read is not None
    assert [author.name.plain for author in read.authors] == ["Longus"]
    assert read_task(Entry(read_inline("Read Longus' book on *Daphnis*")), None) is None
    assert read_task(Entry(Text((), "")), None) is None
