"""Rows of cells with rowspan and colspan into a grid, as a browser lays a table out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import attrs

from syllabus_parse.document import Block, Cell, Heading, Row, Table
from syllabus_parse.source import Span

MAX_SPAN: Final = 100
"""A wider cell than this is a wish for "all the rest" (`colspan=999`), not a count."""
MAX_PLACES: Final = 200_000
"""Places of one grid; spans multiply, so that a small file could ask for any number of them."""


@attrs.frozen(eq=False)
class RawRow:
    """A row as written: its cells without the copies, `group` the number of its `<thead>` or `<tbody>`."""

    cells: tuple[Cell, ...]
    span: Span
    header: bool = False
    group: int = 0
    classes: tuple[str, ...] = ()


def lay_grid(rows: Sequence[RawRow]) -> tuple[tuple[Row, ...], bool]:
    """Carry rowspans and colspans out, and tell which rows are headers; the flag says that some were cut.

    Columns have roles, so a cell must stand in the column where a reader sees it. Copies are `repeated` and share
    the blocks of the original. A row that is one cell over the whole width stays one cell: it is a section row, and
    no column is in it. A rowspan ends with its row group, and never reaches beyond the last row.
    """
    last_of_group = {row.group: index for index, row in enumerate(rows)}
    # Pass one: the column in which each cell starts. `open_spans`: column -> (copy, last row it reaches).
    placed: list[dict[int, Cell]] = []
    open_spans: dict[int, tuple[Cell, int]] = {}
    width, left, cut = 1, MAX_PLACES, False
    for index, row in enumerate(rows):
        if not open_spans and all(cell.colspan == cell.rowspan == 1 for cell in row.cells):
            placed.append(dict(enumerate(row.cells)))
            width = max(width, len(row.cells))
            continue
        open_spans = {column: held for column, held in open_spans.items() if held[1] >= index}
        line = {column: held[0] for column, held in open_spans.items()}
        left -= len(line)
        if left < 0:
            open_spans, line, cut = {}, {}, True
        at = 0
        for cell in row.cells:
            while at in line:
                at += 1
            wide, reach = min(cell.colspan, MAX_SPAN), last_of_group[row.group]
            if cell.rowspan:  # `rowspan=0` reaches to the end of the group
                reach = min(reach, index + cell.rowspan - 1)
            if left < wide and (wide > 1 or reach > index):
                wide, reach, cut = 1, index, True
            left -= wide
            width = max(width, at + 1)
            line[at] = cell
            if wide > 1 or reach > index:
                copy = attrs.evolve(cell, colspan=1, rowspan=1, repeated=True)
                for column in range(at, at + wide):
                    if column > at and column in line:
                        break
                    if column > at:
                        line[column] = copy
                    if reach > index:
                        open_spans[column] = (copy, reach)
            at += 1
        placed.append(line)
    # Pass two: rows of equal columns. What reaches beyond the last column that a cell starts in is no column.
    drawn = [_draw_row(row, line, width) for row, line in zip(rows, placed, strict=True)]
    return _mark_headers(rows, drawn, width), cut


def _draw_row(row: RawRow, line: dict[int, Cell], width: int) -> tuple[Cell, ...]:
    first = line.get(0)
    if len(row.cells) == 1 and first is row.cells[0] and first.colspan > 1 and first.colspan >= width:
        return row.cells
    if len(line) == len(row.cells) and row.cells[-1] is line.get(len(line) - 1):
        return row.cells
    last = max((column for column in line if column < width), default=-1)
    hole = Cell((), Span(row.span.end, row.span.end))
    return tuple([line.get(column, hole) for column in range(last + 1)])


def _mark_headers(rows: Sequence[RawRow], drawn: Sequence[tuple[Cell, ...]], width: int) -> tuple[Row, ...]:
    """Mark the rows that the page sets as headers: said so, or all filled cells `<th>`.

    One filled `<th>` is a section row, not a header; and where all rows are `<th>`, only the first is meant.
    """
    named = [width > 1 and _names_columns(cells) for cells in drawn]
    if len(named) > 1 and all(named):
        named = [True, *[False] * (len(named) - 1)]
    return tuple(
        [
            Row(cells, row.span, row.header or by_cells, row.classes)
            for row, cells, by_cells in zip(rows, drawn, named, strict=True)
        ]
    )


def _names_columns(cells: tuple[Cell, ...]) -> bool:
    filled = [cell for cell in cells if cell.blocks and not cell.repeated]
    return len(filled) > 1 and all(cell.header for cell in filled)


def dissolve_layout(rows: Sequence[RawRow], *, presentation: bool) -> list[Block] | None:
    """Return the blocks of a table that only lays out a page, in reading order, or None for a table of data.

    Old pages put their whole body into a table; its cells are no columns. A table of data is not dissolved for a
    small table nested in one of its cells.
    """
    cells = [cell for row in rows for cell in row.cells if cell.blocks]
    blocks = [block for cell in cells for block in cell.blocks]
    if presentation or len(cells) <= 1:
        return blocks
    width = max(len(row.cells) for row in rows)
    headed = any(isinstance(block, Heading) for block in blocks)
    if len(rows) == 1 and (headed or max(len(cell.blocks) for cell in cells) > 8):
        return blocks
    inner = max((len(block.rows) for block in blocks if isinstance(block, Table)), default=0)
    if width == 1 and (headed or inner):
        return blocks
    if inner and (inner > len(rows) or len(rows) <= 2):
        return blocks
    return None
