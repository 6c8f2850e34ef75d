"""Tables to raw sessions and readings: header, roles of columns, then row by row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

import attrs

from syllabus_parse.document import Cell, Problem, Row, Table
from syllabus_parse.interpret.citations.values import title_links
from syllabus_parse.interpret.class_words import settle_class_kind
from syllabus_parse.interpret.records import RawSyllabus
from syllabus_parse.interpret.tables.cells import cell_text, cell_words
from syllabus_parse.interpret.tables.column_profiles import holds_figures
from syllabus_parse.interpret.tables.columns import is_header_like, read_header
from syllabus_parse.interpret.tables.fit_cells import find_passages, fit_cells
from syllabus_parse.interpret.tables.homework_tables import read_homework_table
from syllabus_parse.interpret.tables.layout import Layout, read_layout, restore_table
from syllabus_parse.interpret.tables.led_cells import find_led_headers, part_modules
from syllabus_parse.interpret.tables.row_state import Rows
from syllabus_parse.interpret.tables.row_topics import KIND_LETTER, TOPIC_NUMBER
from syllabus_parse.interpret.tables.rows import read_row
from syllabus_parse.interpret.tables.section_rows import find_week_heads, hold_week_head, read_single
from syllabus_parse.interpret.tables.table_kinds import SCHEDULE_ROLES, Scope, is_course_table
from syllabus_parse.interpret.words import POLICY, fold_label
from syllabus_parse.limits import check_time
from syllabus_parse.normalize.people import score_people
from syllabus_parse.normalize.titles import is_placeholder


def interpret_table(table: Table, scope: Scope, out: RawSyllabus) -> bool:
    """Read a table into `out`; False where it is none of a course (its words are left to others)."""
    if read_homework_table(table, out):
        return True
    parts = split_tables(table)
    if len(parts) > 1:
        read = [_interpret_part(part, scope, out) for part in parts]
        return any(read)
    return _interpret_part(table, scope, out)


def split_tables(table: Table) -> list[Table]:
    """Cut a table before each row that is another header: tables that follow each other run together as text."""
    heads = [
        index
        for index, row in enumerate(table.rows)
        if is_header_like(words := [cell_words(cell) for cell in row.cells]) and _names_columns(words)
    ]
    first = [fold_label(cell_words(cell)) for cell in table.rows[heads[0]].cells if cell.blocks] if heads else []
    cuts = [
        index
        for index in heads[1:]
        if index > heads[0] + LEAST_ROWS
        and [fold_label(cell_words(cell)) for cell in table.rows[index].cells if cell.blocks] != first
    ]
    if not cuts:
        return [table]
    bounds = pairwise([0, *cuts, len(table.rows)])
    parts = [table.rows[a:b] for a, b in bounds]
    return [Table(rows, rows[0].span.cover(rows[-1].span)) for rows in parts]


def _names_columns(words: Sequence[str]) -> bool:
    roles = [read_header(word).role for word in words if word]
    return "unknown" not in roles and any(role in SCHEDULE_ROLES for role in roles)


LEAST_ROWS: Final = 1
"""Rows between two headers of two tables; right below a header stands a second one of its own."""


def _interpret_part(table: Table, scope: Scope, out: RawSyllabus) -> bool:
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
    layout = attrs.evolve(
        layout, bold_topics=_has_bold_topics(table, layout), passages=find_passages(layout.columns, cells)
    )
    linked = _linked_headers(table, layout)
    led = find_led_headers(table, layout)
    layout = part_modules(layout) if led else layout
    rows = Rows(
        layout.columns,
        scope.section,
        scope.section,
        scope.requirement,
        scope.week,
        scope.week_text,
        lines=scope.lines,
        linked_headers=linked,
        led_headers=led,
        letters=_has_kind_letters(table, layout),
        counted=_counts_topics(table, layout),
    )
    merged = _has_lost_rowspans(table, layout)
    weeks = find_week_heads(table, layout)
    for index, row in enumerate(table.rows):
        if index < layout.first_row or index in layout.header_rows:
            continue
        before = len(rows.sessions)
        check_time()
        if index in weeks:
            hold_week_head(rows, row, layout)
            continue
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


def _has_bold_topics(table: Table, layout: Layout) -> bool:
    """Tell whether topics are bold in many rows with other cells too: bold says nothing then. Exams alone may be."""
    bold = named = 0
    for row in table.rows[layout.first_row :]:
        filled = [index for index, cell in enumerate(row.cells) if cell.blocks]
        topics = [
            text
            for index in filled
            if index < len(layout.columns)
            and layout.columns[index].role in ("topic", "mixed", "title")
            and (text := cell_text(row.cells[index]))
        ]
        named += len(filled) > 1 and bool(topics)
        bold += len(filled) > 1 and bool(topics) and topics[0].is_bold()
    return bold > 1 and bold * 3 >= named


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
    words = _list_topics(table, layout)
    found = [match["letter"] for text in words if (match := KIND_LETTER.match(text))]
    return len(found) >= 3 and len(found) * 10 >= len(words) * 6 and len(set(found)) > 1 and "L" in found


def _counts_topics(table: Table, layout: Layout) -> bool:
    """Tell whether a bare number before each topic counts the meetings: "01 Looms", "02 Knots"."""
    words = _list_topics(table, layout)
    found = [int(match["number"]) for text in words if (match := TOPIC_NUMBER.match(text))]
    return len(found) >= 3 and len(found) * 10 >= len(words) * 6 and all(0 < b - a <= 2 for a, b in pairwise(found))


def _list_topics(table: Table, layout: Layout) -> list[str]:
    """List the words of the cells that hold topics."""
    topics = [index for index, column in enumerate(layout.columns) if column.role == "topic"]
    cells = [row.cells[index] for row in table.rows[layout.first_row :] for index in topics if index < len(row.cells)]
    return [text for cell in cells if (text := cell_words(cell))]


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
    if len(own) == 1 and len(filled) == len(own) and read_single(cells[own[0]], own[0], row, layout, rows):
        return
    if (
        len(own) == 1
        and cells[own[0]].colspan >= len(layout.columns)
        and read_single(cells[own[0]], own[0], row, layout, rows)
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


LIKE_PEOPLE: Final = 0.5


def _align(cells: Sequence[Cell], words: Sequence[str], layout: Layout) -> list[Cell]:
    """Set the cells of a short row under their columns: a text that ends it belongs under the last column of texts."""
    width = len(layout.columns)
    out = fit_cells(cells, words, layout.columns, layout.passages)
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
