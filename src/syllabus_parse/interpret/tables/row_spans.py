"""Rows that lost the cells which the row above spans: their dates set under the dates again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import attrs

from syllabus_parse.document import Cell, Row
from syllabus_parse.interpret.tables.cells import cell_text
from syllabus_parse.interpret.tables.columns import Column
from syllabus_parse.normalize.dates import match_when, parse_week, parse_whens
from syllabus_parse.source import Span

SPANNING_ROLES: Final = frozenset({"week", "number", "section", "month", "topic", "unknown"})
"""What stands before a column of dates and holds for several of them."""


SPANNED: Final = 2
"""Rows from which on a cell before their dates may have spanned them."""


def restore_spans(rows: Sequence[Row], columns: Sequence[Column]) -> list[Row]:
    """Put empty cells before the date that begins a short row ("Sep 8 | Discussion" below "2 | Sep 6 | Trees | HW1").

    A scraper drops a cell that spans rows from all but the first of them. Rows as wide as the table stay as they are.
    """
    date = next((index for index, column in enumerate(columns) if column.role in ("date", "day")), 0)
    if not date or any(column.role not in SPANNING_ROLES for column in columns[:date]):
        return list(rows)
    return [_shift(row, date, len(columns)) for row in rows]


def _shift(row: Row, date: int, width: int) -> Row:
    """Move a row right until its date stands where dates do: "Sep 8 | Sets", "2 | Sep 8 | Sets" without its week."""
    at = next((index for index, cell in enumerate(row.cells[:date]) if _is_dated(cell)), date)
    lost = date - at
    counted = all(cell_text(cell).plain.strip().isdigit() for cell in row.cells[:at])
    if not lost or not counted or not _lacks_cells(row, width, lost):
        return row
    return attrs.evolve(row, cells=(*_empty_cells(row, lost), *row.cells[: width - lost]))


def _lacks_cells(row: Row, width: int, count: int) -> bool:
    """Tell whether a row is short of a table's width, or as wide only by as many blanks at its end."""
    return len(row.cells) < width or not any(cell.blocks for cell in row.cells[width - count :])


def restore_groups(rows: Sequence[Row]) -> list[Row] | None:
    """Put an empty cell before each row that begins with a day, where others have one more cell before theirs.

    "Week 1 | Sep 6 | Trees" above "Sep 8 | Sets": the first cell spanned both rows. None where no row has more.
    """
    opens = [len(row.cells) > 1 and _is_dated(row.cells[0]) for row in rows]
    grouped = [
        len(row.cells) > SPANNED
        and not opened
        and bool(row.cells[0].blocks)
        and not row.cells[0].repeated
        and _is_dated(row.cells[1])
        for row, opened in zip(rows, opens, strict=True)
    ]
    if not any(grouped) or sum(opens) < sum(grouped) or sum(opens) < SPANNED:
        return None
    width = max(len(row.cells) for row in rows)
    return [
        attrs.evolve(row, cells=(*_empty_cells(row, 1), *row.cells[: width - 1]))
        if opened and _lacks_cells(row, width, 1)
        else row
        for row, opened in zip(rows, opens, strict=True)
    ]


def _is_dated(cell: Cell) -> bool:
    """Tell whether a cell holds the day of its row first."""
    words = cell_text(cell).plain.strip()
    if not words or parse_week(words) is not None or words.isdigit():
        return False
    found = parse_whens(words) or match_when(words)
    return bool(found) and found[0].day is not None and found[0].month is not None


def _empty_cells(row: Row, count: int) -> list[Cell]:
    at = row.cells[0].span.start
    return [Cell((), Span(at, at), repeated=True) for _ in range(count)]
