"""Tables to raw sessions and readings: header, roles of columns, then row by row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from syllabus_parse.document import Cell, Mark, Problem, Row, Table, Text
from syllabus_parse.interpret.citations.values import title_links
from syllabus_parse.interpret.class_words import settle_class_kind
from syllabus_parse.interpret.records import RawSyllabus
from syllabus_parse.interpret.tables.cells import cell_text, cell_words
from syllabus_parse.interpret.tables.column_profiles import holds_figures
from syllabus_parse.interpret.tables.column_roles import OTHER_TABLE
from syllabus_parse.interpret.tables.columns import is_header_like
from syllabus_parse.interpret.tables.layout import Layout, read_layout, restore_table
from syllabus_parse.interpret.tables.row_readings import read_loose
from syllabus_parse.interpret.tables.row_state import Rows
from syllabus_parse.interpret.tables.row_topics import KIND_LETTER
from syllabus_parse.interpret.tables.rows import read_remark_session, read_row
from syllabus_parse.interpret.words import POLICY, fold_label, title_kind
from syllabus_parse.limits import check_time
from syllabus_parse.model import Requirement
from syllabus_parse.normalize.dates import find_whens, parse_week, parse_whens
from syllabus_parse.normalize.people import score_people
from syllabus_parse.normalize.titles import is_placeholder
from syllabus_parse.regex import lazy_regex

SCHEDULE_ROLES: Final = frozenset({"date", "month", "week", "number", "day", "session", "group"})


@attrs.frozen(eq=False)
class Scope:
    """What stands above a table: the thematic headings, a requirement, a week, and whether line ends count."""

    section: tuple[Text, ...] = ()
    requirement: Requirement | None = None
    week: int | None = None
    week_text: Text | None = None
    lines: bool = False
    policy: bool = False


def is_course_table(layout: Layout, table: Table, scope: Scope) -> bool:
    """Tell a schedule or list of papers from tables of grades, staff, deadlines and office hours."""
    roles = {column.role for column in layout.columns}
    headers = " ".join(column.header for column in layout.columns).casefold()
    if is_running_order(layout, table) or is_fact_table(table):
        return False
    if OTHER_TABLE.search(headers) and not roles & {"reading", "topic"}:
        return False
    if roles & {"session", "group"}:
        return True
    if "title" in roles:
        return True
    if roles & {"reading", "mixed"} and len(table.rows) > 1:
        return True
    if not roles & SCHEDULE_ROLES:
        return False
    if scope.policy and not roles & {"topic", "reading", "mixed"}:
        return False
    return bool(roles & {"topic", "reading", "mixed", "presenter", "links", "assignment", "event", "notes"}) and (
        bool(roles & {"topic", "reading", "mixed", "event"}) or (bool(roles & {"presenter"}) and "date" in roles)
    )


def is_fact_table(table: Table) -> bool:
    """Tell facts of the course ("Room: | 307", "Hours: | Friday 7-10 am") from a schedule."""
    names = [cell_words(row.cells[0]) for row in table.rows if row.cells]
    if len(names) < 2 or any(len(row.cells) != 2 for row in table.rows):
        return False
    called = [words for words in names if words.endswith((":", "：")) and not find_whens(words)]
    return len(called) * 4 >= len(names) * 3


CLOCK: Final = lazy_regex(r"\d{1,2}(?:[:.h]\d{2})?\s?(?:[ap]\.?m\.?)?", re.IGNORECASE)


def is_running_order(layout: Layout, table: Table) -> bool:
    """Tell the order of one meeting ("9:00 | Welcome", "9:55 | Questions") from a schedule of many."""
    when = [index for index, column in enumerate(layout.columns) if column.role in SCHEDULE_ROLES]
    if len(when) != 1 or layout.columns[when[0]].role != "date":
        return False
    cells = [cell_words(row.cells[when[0]]) for row in table.rows[layout.first_row :] if when[0] < len(row.cells)]
    cells = [words for words in cells if not is_placeholder(words)]
    return len(cells) > 1 and all(
        ":" in words and all(CLOCK.fullmatch(part.strip()) for part in re.split(r"[-–—]", words)) for words in cells
    )


def interpret_table(table: Table, scope: Scope, out: RawSyllabus) -> bool:
    """Read a table into `out`; False where it is none of a course (its words are left to others)."""
    table = restore_table(table)
    layout = read_layout(table)
    if layout is None:
        return False
    if not is_course_table(layout, table, scope):
        return False
    cells = [[cell_words(cell) for cell in row.cells] for row in table.rows[layout.first_row :]]
    if holds_figures(cells, dated=any(column.role in SCHEDULE_ROLES for column in layout.columns)):
        return False
    if layout.guessed and ((out.sessions and layout.header_rows) or scope.policy):
        return False  # beside a schedule, other dates are deadlines and duties
    if layout.first_row >= len(table.rows):
        out.problems.append(Problem("SP204", table.span))
        return True
    layout = attrs.evolve(layout, bold_topics=_has_bold_topics(table, layout))
    linked = _linked_headers(table, layout)
    rows = Rows(
        layout.columns,
        scope.section,
        scope.section,
        scope.requirement,
        scope.week,
        scope.week_text,
        lines=scope.lines,
        linked_headers=linked,
        letters=_has_kind_letters(table, layout),
    )
    merged = _has_lost_rowspans(table, layout)
    for index, row in enumerate(table.rows):
        if index < layout.first_row or index in layout.header_rows:
            continue
        before = len(rows.sessions)
        check_time()
        _read_row(row, layout, rows, out, merged=merged)
        settle_class_kind(row.classes, rows.sessions[before:])
    out.sessions += rows.sessions
    out.readings += rows.readings
    out.links += rows.links
    out.problems += rows.problems
    out.problems += _find_doubts(table, layout)
    return True


def _find_doubts(table: Table, layout: Layout) -> Iterator[Problem]:
    """Say what was inferred: roles of columns without a header, and the first row that is not as wide as it."""
    if not layout.header_rows:
        yield Problem("SP203", table.span)
        return
    width = len(table.rows[min(layout.header_rows)].cells)
    for row in table.rows[layout.first_row :]:
        if 1 < len(row.cells) != width:
            yield Problem("SP202", row.span, f"{len(row.cells)} cells, {width} columns")
            return


def is_bold(text: Text) -> bool:
    """Tell whether all words are set in bold."""
    return all(run.marks & Mark.BOLD for run in text.runs if run.text.strip())


def _has_bold_topics(table: Table, layout: Layout) -> bool:
    """Tell whether topics are bold in rows with other cells too: bold says nothing then."""
    bold = 0
    for row in table.rows[layout.first_row :]:
        filled = [index for index, cell in enumerate(row.cells) if cell.blocks]
        topics = [
            text
            for index in filled
            if index < len(layout.columns)
            and layout.columns[index].role in ("topic", "mixed", "title")
            and (text := cell_text(row.cells[index]))
        ]
        bold += len(filled) > 1 and bool(topics) and is_bold(topics[0])
    return bold > 1


def _linked_headers(table: Table, layout: Layout) -> frozenset[str]:
    """Name the columns of readings in which nearly every cell is a link: a bare word there is a remark."""
    out = set()
    for index, column in enumerate(layout.columns):
        if column.role != "reading":
            continue
        texts = [cell_text(row.cells[index]) for row in table.rows[layout.first_row :] if index < len(row.cells)]
        filled = [text for text in texts if text and not is_placeholder(text.plain)]
        if len(filled) >= 6 and sum(bool(title_links(text)) for text in filled) * 10 >= len(filled) * 8:
            out.add(column.header)
    return frozenset(out)


def _has_kind_letters(table: Table, layout: Layout) -> bool:
    """Tell whether most topics have a letter for the kind of meeting before them, lectures among them."""
    topics = [index for index, column in enumerate(layout.columns) if column.role == "topic"]
    cells = [row.cells[index] for row in table.rows[layout.first_row :] for index in topics if index < len(row.cells)]
    words = [text for cell in cells if (text := cell_words(cell))]
    found = [match["letter"] for text in words if (match := KIND_LETTER.match(text))]
    return len(found) >= 3 and len(found) * 10 >= len(words) * 6 and len(set(found)) > 1 and "L" in found


def _has_lost_rowspans(table: Table, layout: Layout) -> bool:
    """Tell whether short rows are what a scraper leaves of merged cells: many rows that end after number and date."""
    rows = [row for index, row in enumerate(table.rows) if index >= layout.first_row and len(row.cells) > 1]
    width = len(layout.columns)
    short = [
        row
        for row in rows
        if len(row.cells) < width
        and sum(bool(cell.blocks) for cell in row.cells) > 1  # a heading of its own is no row that lost its end
        and all(layout.columns[i].role in ("number", "date", "week", "day", "time") for i in range(len(row.cells)))
    ]
    return len(rows) > 3 and len(short) * 10 >= len(rows) * 3


def _read_row(row: Row, layout: Layout, rows: Rows, out: RawSyllabus, *, merged: bool) -> None:
    cells = row.cells
    words = [cell_words(cell) for cell in cells]
    filled = [index for index, word in enumerate(words) if word or cell_text(cells[index]).links()]
    if not filled:
        return
    if row.header and is_header_like(words):
        return
    if [fold_label(word) for word in words if word] == [
        fold_label(column.header) for column in layout.columns if column.header
    ]:
        return
    if all(re.fullmatch(r":?-{2,}:?", words[index]) for index in filled):
        return
    own = [index for index in filled if not cells[index].repeated]
    if len(own) == 1 and len(filled) == len(own) and _read_single(cells[own[0]], own[0], row, layout, rows):
        return
    if (
        len(own) == 1
        and cells[own[0]].colspan >= len(layout.columns)
        and _read_single(cells[own[0]], own[0], row, layout, rows)
    ):
        return
    aligned = _align(cells, words, layout)
    if not layout.parts:
        read_row(rows, aligned, row, merged=merged)
        return
    shared = range(layout.parts[0].start)
    for part in layout.parts:
        kept = [cell if index in shared or index in part else Cell((), cell.span) for index, cell in enumerate(aligned)]
        if any(kept[index].blocks for index in part if index < len(kept)):
            read_row(rows, kept, row, merged=merged)


def _read_single(cell: Cell, index: int, row: Row, layout: Layout, rows: Rows) -> bool:
    """Read a row with one filled cell: a heading of those below, a holiday, loose readings; False for another row."""
    text = cell_text(cell)
    words = " ".join(text.plain.split())
    role = layout.columns[index].role if index < len(layout.columns) else "unknown"
    spans = cell.colspan > 1 or len(row.cells) == 1 or (index == 0 and len(layout.columns) > 2)
    if (
        parse_week(words) is not None
        and role in ("week", "number", "date")
        and "session" in {c.role for c in layout.columns}
    ):
        return True
    if parse_week(words) is not None and not find_whens(words):
        if spans and role not in ("week",):
            rows.week, rows.week_text = parse_week(words), text
            if rows.week_named:
                rows.section, rows.week_named = rows.base_section, False
            return True
        return not _dated_otherwise(layout)
    if parse_whens(words) and (role in ("date", "number", "week", "group") or len(row.cells) == 1):
        return False
    if read_loose(rows, cell):
        return True
    whens = find_whens(words)
    if whens and (title_kind(words) == "holiday" or whens[0].end_day is not None):
        read_remark_session(rows, text, whens, spanned=row.cells[0].repeated)
        return True
    if role == "group" and cell.colspan > 1:
        return False
    if not spans and role in ("topic", "mixed", "title") and is_section_label(text, row, layout):
        rows.section = (*rows.base_section, text.strip(" \t\n\u2028*_:"))
        rows.last = []
        return True
    if is_placeholder(words):
        return True
    if spans and len(words) < 200 and role not in ("assignment",):
        if (
            title_kind(words) == "holiday"
            and len(words) < 60
            and not text.links()
            and "date" in {c.role for c in layout.columns}
        ):
            read_remark_session(rows, text, ())
            return True
        hold_section(rows, text)
        return True
    return False


def hold_section(rows: Rows, text: Text) -> None:
    """Hold a heading row for the rows below; "Week 1: Introduction" tells their week too."""
    rows.section = (*rows.base_section, text.strip(" \t\n\u2028*_:"))
    label = WEEK_NAME.match(text.plain)
    week = parse_week(label["label"].strip()) if label else None
    if week is not None:
        rows.week, rows.week_text = week, text
    rows.week_named = week is not None


# e.g. "Week 1: Introduction", "Woche 3 – Bäume"
WEEK_NAME: Final = lazy_regex(r"[\s*_]*(?P<label>[^\W\d_]{1,10}\s?\d{1,2})\s?[:：.–—-]\s+\S")


MODULE_LABEL: Final = lazy_regex(
    r"\s*(?:module|modul|módulo|part|teil|parte|unit|unidad|unidade|block|bloque|section|theme)\s(?:\d{1,2}|[ivx]{1,5})\b",
    re.IGNORECASE,
)  # e.g. "Module 2: More"


def is_section_label(text: Text, row: Row, layout: Layout) -> bool:
    """Tell whether words alone in a row without a day head the rows below: bold, or "Module 2: …"."""
    plain = text.plain.strip()
    if not plain or len(plain) > 120 or text.links() or len(row.cells) < 3:
        return False
    if title_kind(plain) in ("holiday", "exam", "presentation", "project"):
        return False
    return (is_bold(text) and not layout.bold_topics) or MODULE_LABEL.match(plain) is not None


def _dated_otherwise(layout: Layout) -> bool:
    return not any(column.role == "date" for column in layout.columns)


LIKE_PEOPLE: Final = 0.5


def _align(cells: Sequence[Cell], words: Sequence[str], layout: Layout) -> list[Cell]:
    """Set the cells of a short row under their columns: a text that ends it belongs under the last column of texts."""
    width = len(layout.columns)
    out = list(cells)
    if len(out) >= width or len(out) < 3:
        return out
    last = len(out) - 1
    role_here = layout.columns[last].role
    topic = next(
        (i for i in range(width - 1, last, -1) if layout.columns[i].role in ("topic", "reading", "mixed")), None
    )
    if topic is None or role_here not in ("unknown", "presenter", "number"):
        return out
    if role_here == "presenter" and score_people(words[last]) > LIKE_PEOPLE:
        return out  # the row only lost its empty end
    if len(words[last].split()) >= 2 or POLICY.search(words[last].casefold()):
        empty = Cell((), cells[last].span)
        return [*out[:last], *([empty] * (topic - last)), out[last]]
    return out
