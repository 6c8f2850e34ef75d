"""Tables of reStructuredText that directives write, and drawn tables made into blocks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import attrs

from syllabus_parse.document import Block, Cell, Listing, Row, Table, Text
from syllabus_parse.readers.data_nodes import read_csv
from syllabus_parse.readers.indented import Line, dedent, read_count, span_of
from syllabus_parse.readers.rst_tables import Drawing
from syllabus_parse.source import Span


def make_table(drawing: Drawing, span: Span, read_cell: Callable[[Sequence[Line]], list[Block]]) -> Table:
    """Make a table of a drawing, cells that span rows or columns carried out as a grid."""
    grid: list[list[Cell | None]] = [[None] * drawing.width for _ in drawing.rows]
    for number, boxes in enumerate(drawing.rows):
        for column, box in boxes.items():
            blocks = tuple(read_cell(dedent(box.lines)))
            place = span_of([line for line in box.lines if line.text] or box.lines) if box.lines else span
            header = number < drawing.headers
            for row in range(number, min(number + box.rowspan, len(grid))):
                for index in range(column, min(column + box.colspan, drawing.width)):
                    again = row != number or index != column
                    grid[row][index] = Cell(blocks, place, header, box.colspan, box.rowspan, again)
    rows: list[Row] = []
    for number, cells in enumerate(grid):
        kept = tuple([cell if cell is not None else Cell((), Span(span.start, span.start)) for cell in cells])
        own = [cell.span for cell in kept if cell.blocks and not cell.repeated]
        rows.append(Row(kept, own[0].cover(own[-1]) if own else span, number < drawing.headers))
    return Table(tuple(rows), span)


def read_list_rows(blocks: Sequence[Block], options: dict[str, Line]) -> tuple[Table | None, list[Block]]:
    """Read the lists in a `list-table` as its rows; what is no list comes back beside the table."""
    headers = read_count(options, "header-rows")
    rows: list[Row] = []
    others: list[Block] = []
    for block in blocks:
        if not isinstance(block, Listing):
            others.append(block)
            continue
        for item in block.items:
            header = len(rows) < headers
            inner = next((each for each in item.blocks if isinstance(each, Listing)), None)
            cells = [Cell(item.blocks, item.span, header)]
            if inner is not None:
                cells = [Cell(each.blocks, each.span, header) for each in inner.items]
            rows.append(Row(tuple(cells), item.span, header))
    return (Table(tuple(rows), rows[0].span.cover(rows[-1].span)) if rows else None), others


def read_csv_lines(
    content: Sequence[Line], options: dict[str, Line], read_words: Callable[[str, int], Text]
) -> Table | None:
    """Read the content of a `csv-table`, a line a row; its header may be an option."""
    mark = options["delim"].text.strip() if "delim" in options else ","
    mark = {"tab": "\t", "": ","}.get(mark, mark)
    rows: list[Row] = []
    if "header" in options:
        line = options["header"]
        head, _ = read_csv(line.text, offset=line.at, delimiter=mark, inline=read_words)
        rows += head.rows if head is not None else ()
    headers = len(rows) + read_count(options, "header-rows")
    for line in content:
        found, _ = read_csv(line.text, offset=line.at, delimiter=mark, inline=read_words)
        for row in found.rows if found is not None else ():
            header = len(rows) < headers
            cells = tuple(attrs.evolve(cell, header=header) for cell in row.cells)
            rows.append(Row(cells, row.span, header))
    return Table(tuple(rows), rows[0].span.cover(rows[-1].span)) if rows else None
