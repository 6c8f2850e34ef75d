"""Cells that are sessions of their own: a meeting, a task, a work that is told of, a group's part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import attrs

from syllabus_parse.document import Cell, Text
from syllabus_parse.interpret.citations.values import title_links
from syllabus_parse.interpret.records import RawLink, RawSession, list_links
from syllabus_parse.interpret.sessions.deadlines import is_deadline, read_assignments
from syllabus_parse.interpret.sessions.fields import fill_session
from syllabus_parse.interpret.sessions.topics import add_presenters, presenter_line, read_topic
from syllabus_parse.interpret.tables.cells import cut_links
from syllabus_parse.interpret.tables.columns import Column
from syllabus_parse.interpret.tables.row_state import Rows
from syllabus_parse.interpret.words.field_words import read_label
from syllabus_parse.interpret.works.cited import opens_with_author
from syllabus_parse.interpret.works.entries import Entry, read_entries
from syllabus_parse.interpret.works.works import read_works
from syllabus_parse.normalize.dates import find_times, match_when, parse_whens
from syllabus_parse.regex import lazy_regex

GROUP_MARK: Final = lazy_regex(
    r"[(\[]?\s*(?:gr(?:ou)?p[a-z]{0,3}|gr|sec(?:tion)?|gruppe|grupo)\.?\s?(?P<number>\d{1,3})\s*[)\]]?", re.IGNORECASE
)
SHORT_DATE: Final = lazy_regex(
    r"\s{0,3}(?P<date>\d{1,2}\.\s?\d{1,2}\.)(?=\s)"
)  # "4.9. Graphs": no number of a chapter here
READ_LABEL: Final = lazy_regex(
    r"\W{0,3}(?:(?:preparation|prep|before class|pre-class)\s?[:：]\s*(?:please\s)?read(?=\s)"
    r"|(?:to read|read(?:ings?)?|papers?|chapters? to read|lektüre|lecturas?|leituras?)\s?[:：])\s*",
    re.IGNORECASE,
)  # e.g. "Read: Smith, ch. 3" on a line below the topic


TASK_LABEL: Final = lazy_regex(r"(?:a|as|hw|ps|pset)[\s#-]?\d{1,2}", re.IGNORECASE)  # e.g. "A1", "HW 3"


def read_session_cell(rows: Rows, cell: Cell, session: RawSession) -> None:
    """Read a cell that is a whole session: its topic, and on lines below homework, readings, people."""
    entries = read_entries(cell.blocks, lines=rows.lines)
    if len(entries) == 1 and (read_task_cell(entries[0].text, session) or read_cited_cell(entries[0].text, session)):
        return
    read_session_lines(entries, session)


def read_session_lines(entries: Sequence[Entry], session: RawSession) -> None:
    """Read the lines that tell a whole session: its day and topic, and below them homework, readings, people."""
    for index, entry in enumerate(entries):
        text = entry.text
        whens = match_when(text.plain)
        short = SHORT_DATE.match(text.plain) if not whens and index == 0 else None
        if short:
            whens = tuple(attrs.evolve(when, end=short.end()) for when in parse_whens(short["date"])[:1])
        if whens and index == 0:
            session.when, session.when_text, session.day_offset = whens[0], text.slice(whens[0].start, whens[0].end), 0
            text = text.slice(whens[0].end, len(text.plain)).strip(" :,.-–\n\u2028")
            if not text:
                continue
        words = text.plain.strip()
        to_read = READ_LABEL.match(text.plain)
        if to_read:
            session.readings += read_works(attrs.evolve(entry, text=text.slice(to_read.end(), len(text.plain))))
            continue
        if index and session.titles and read_label(text) is not None:
            fill_session(session, entry)  # "Assigned: Lab 1", "Slides: …"
            continue
        if index and re.match(r"\W*(?:hw|homework|lab|assignment|pset|ps)[\s#-]*\d", words, re.IGNORECASE):
            read_assignments(text, session, event="out")
        elif (
            index
            and session.titles
            and title_links(text)
            and not re.match(r"\W*(?:lec|rec|dis|l\d)", words, re.IGNORECASE)
        ):
            session.readings += read_works(entry)
        elif index and session.titles:
            kept = session.kind or "lecture", session.number, session.number_text
            session.kind = None
            who = presenter_line(text)
            if who is not None:
                add_presenters(who, session)
            read_topic(text, session) if who is None else session.notes.append(text)
            # The first line says what the session is; a number counts where it is a lecture's.
            lectured = session.kind is None and kept[1] is None
            session.kind = kept[0]
            if not lectured:
                session.number, session.number_text = kept[1:]
        else:
            read_topic(text, session)


def read_task_cell(text: Text, session: RawSession) -> bool:
    """Read a day of a calendar that only holds the label of homework, "A1": a day of its own kind, by that number."""
    words = text.plain.strip()
    if not TASK_LABEL.fullmatch(words):
        return False
    session.kind, session.number, session.number_text = "other", words, text.strip()
    session.links += list_links(text)
    return True


def read_cited_cell(text: Text, session: RawSession) -> bool:
    """Read a day that tells what to read and no topic: 'Paper 1 due; Putnam, "The Nature of Mental States"'."""
    pieces = text.split(PIECE_END)
    works = [opens_with_author(piece) for piece in pieces]
    if not any(works) or not all(cited or is_deadline(piece.plain) for cited, piece in zip(works, pieces, strict=True)):
        return False
    for cited, piece in zip(works, pieces, strict=True):
        if cited:
            session.readings += read_works(Entry(piece))
        else:
            read_assignments(piece, session, event="due")
    return True


PIECE_END: Final = lazy_regex(r";\s+")


def read_group_cell(rows: Rows, cell: Cell, column: Column, session: RawSession) -> None:
    """Read one group's cell: its date, then links and words."""
    for entry in read_entries(cell.blocks):
        text = entry.text
        whens = match_when(text.plain)
        if whens and session.when is None:
            session.when, session.when_text = whens[0], text.slice(whens[0].start, whens[0].end)
            text = text.slice(whens[0].end, len(text.plain)).strip(" :,.-–\n\u2028")
        for anchor, start, end in text.links():
            session.links.append(RawLink(anchor, text.slice(start, end).strip()))
        left = cut_links(text)
        if left:
            read_topic(left, session)
    mark_group(rows, session, column)


def mark_group(rows: Rows, session: RawSession, column: Column) -> None:
    """Give a session its group's name as a note, and the times that the head of the group's column says."""
    times = find_times(column.header)
    if times is not None and session.times is None:
        session.times, session.times_text = times, column.text
        session.above.add("times")
    head = column.text
    if head is None:
        return
    bracket = re.search(r"[(\[]", head.plain)
    name = head.slice(0, bracket.start() if bracket else len(head.plain)).strip()
    if name:
        session.notes.append(name)
