"""The cells of a row before they are read: ditto marks, merged cells, words out of place, the role of each column."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

import attrs

from syllabus_parse.document import Cell, Text
from syllabus_parse.interpret.sessions.deadlines import is_deadline
from syllabus_parse.interpret.tables.cells import cell_text
from syllabus_parse.interpret.tables.columns import Column
from syllabus_parse.interpret.tables.row_state import Rows
from syllabus_parse.interpret.words import CANCELLED, TBD, session_label_kind, title_kind
from syllabus_parse.normalize.dates import find_whens, parse_week, parse_whens
from syllabus_parse.normalize.titles import is_placeholder
from syllabus_parse.source import Span

WHEN_CELLS: Final = frozenset({"date", "week", "month", "day", "number", "time", "section"})
REMARK_ROLES: Final = frozenset({"presenter", "notes", "unknown", "location", "links"})
PAPER_ROLES: Final = frozenset({"authors", "venue", "year"})
DITTO: Final = frozenset({'"', "''", "〃", "″", "“", "”", "ditto", "same", "idem", "dito", "same as above"})


def undo_ditto(rows: Rows, index: int, cell: Cell) -> Cell:
    """Return the cell above in place of a ditto mark; any other cell is remembered for the row below."""
    words = cell_text(cell).plain.strip()
    if words in DITTO and index in rows.above:
        above = rows.above[index]
        return Cell(above.blocks, cell.span, repeated=True)
    if cell.blocks:
        rows.above[index] = cell
    return cell


def move_words(rows: Rows, cells: Sequence[Cell]) -> list[Cell]:
    """Set words that stand where a date should ("Spring break" over a whole row) under the topics, if none are."""
    out = list(cells)
    topic = next((index for index, column in enumerate(rows.columns) if column.role == "topic"), None)
    date = next((index for index, column in enumerate(rows.columns) if column.role == "date"), None)
    if topic is None or date is None or max(topic, date) >= len(out) or not out[date].blocks:
        return out
    if out[topic].blocks and out[topic].blocks is not out[date].blocks:
        return out
    words = cell_text(out[date]).plain.strip()
    if find_whens(words) or parse_whens(words) or parse_week(words) is not None or is_placeholder(words):
        return out
    if TBD.fullmatch(words) or not re.search(r"[^\W\d_]{3}", words):
        return out
    moved = attrs.evolve(out[date], repeated=False)
    out = [Cell((), cell.span) if cell.blocks is moved.blocks and cell.blocks else cell for cell in out]
    out[topic] = moved
    return out


def move_spanning(rows: Rows, cells: Sequence[Cell]) -> list[Cell]:
    """Set a cell that spans from the column of sections over that of topics ("Fall break") under the topics."""
    out = list(cells)
    topic = next((index for index, column in enumerate(rows.columns) if column.role == "topic"), None)
    for index, column in enumerate(rows.columns[: topic if topic is not None else 0]):
        if topic is None or topic >= len(out) or column.role != "section" or not out[index].blocks:
            continue
        if index + out[index].colspan > topic and not out[index].repeated:
            spanning = out[index]
            out = [Cell((), cell.span) if cell.blocks is spanning.blocks else cell for cell in out]
            out[topic] = spanning
    return out


def carry_merged(rows: Rows, cells: Sequence[Cell], *, merged: bool) -> list[Cell]:
    """Give a row that ends after its date the topic and the presenters of the row above, where cells were merged."""
    out = list(cells)
    if not merged or len(out) >= len(rows.columns) or not rows.last:
        return out
    for index in range(len(out), len(rows.columns)):
        above = rows.above.get(index)
        if above is not None and rows.columns[index].role in ("topic", "presenter", "section"):
            out.append(Cell(above.blocks, above.span, repeated=True))
        else:
            out.append(Cell((), row_end(cells)))
    return out


def plan_columns(rows: Rows, cells: Sequence[Cell]) -> Sequence[Column]:
    """Return the columns as this row fills them.

    Where papers have authors and venues, words without are a topic; so are the only words of a row that name a
    holiday, an exam or a milestone, wherever they stand.
    """
    filled = [
        (index, text)
        for index, (column, text) in enumerate(zip(rows.columns, map(cell_text, cells), strict=False))
        if text and column.role not in WHEN_CELLS and not is_placeholder(text.plain)
    ]
    if (
        len(filled) == 1
        and rows.columns[filled[0][0]].role in REMARK_ROLES
        and not filled[0][1].links()
        and "?" not in filled[0][1].plain
        and (title_kind(filled[0][1].plain) in ("holiday", "exam") or CANCELLED.fullmatch(filled[0][1].plain.strip()))
    ):
        index = filled[0][0]
        return [
            attrs.evolve(column, role="topic" if at == index else "notes" if column.role == "topic" else column.role)
            for at, column in enumerate(rows.columns)
        ]
    if (
        len(filled) == 1
        and rows.columns[filled[0][0]].role == "event"
        and "topic" in rows.roles
        and not names_kind(filled[0][1])
    ):
        # A row that ends with its topic: "12/9 | Questions" under "Date | Type | Topic".
        return [
            attrs.evolve(
                column, role="topic" if at == filled[0][0] else "notes" if column.role == "topic" else column.role
            )
            for at, column in enumerate(rows.columns)
        ]
    stand_in = find_stand_in(rows, filled)
    if stand_in is not None:
        return [
            attrs.evolve(column, role="topic") if at == stand_in else column for at, column in enumerate(rows.columns)
        ]
    if "reading" not in rows.roles or "topic" in rows.roles or not rows.roles & {"authors", "venue"}:
        return rows.columns
    for column, cell in zip(rows.columns, cells, strict=False):
        text = cell_text(cell)
        if column.role in PAPER_ROLES and text and not is_placeholder(text.plain):
            return rows.columns
        if column.role == "reading" and text.links():
            return rows.columns
    return [attrs.evolve(column, role="topic") if column.role == "reading" else column for column in rows.columns]


def names_kind(text: Text) -> bool:
    """Tell whether words in a column of kinds name one ("Lecture 3", "A0", "Holiday") rather than a topic."""
    words = text.plain.strip()
    name = re.sub(r"[\s#.-]{0,2}\d{1,3}[a-z]?$", "", words)
    return len(name) <= 3 or session_label_kind(name) is not None or title_kind(words) is not None or is_deadline(words)


def find_stand_in(rows: Rows, filled: Sequence[tuple[int, Text]]) -> int | None:
    """Find the column that tells what a day without lecture is: "Lab" or "Discussion", where the topic is empty."""
    if any(rows.columns[index].role in ("topic", "mixed", "title", "event") for index, _ in filled):
        return None
    for index, _ in filled:
        column = rows.columns[index]
        if column.role == "notes" and session_label_kind(column.header) in ("lab", "discussion", "exam", "tutorial"):
            return index
    return None


def drop_echoes(cells: Sequence[Cell]) -> list[Cell]:
    """Keep one of the cells that all say that there is no class, as some do in each column of the day."""
    words = [cell_text(cell).plain.strip().casefold() for cell in cells]
    counts = Counter(words)
    echoed = {word for word, count in counts.items() if word and count > 2 and title_kind(word) == "holiday"}
    if not echoed:
        return list(cells)
    first = {word: words.index(word) for word in echoed}
    return [
        Cell((), cell.span) if word in echoed and index > first[word] else cell
        for index, (cell, word) in enumerate(zip(cells, words, strict=True))
    ]


def row_end(cells: Sequence[Cell]) -> Span:
    """Return the place behind the last cell of a row."""
    end = cells[-1].span.end if cells else 0
    return Span(end, end)
