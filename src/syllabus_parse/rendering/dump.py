"""A table as the text that is left when its markup is stripped: bars or tabs, no links, cells over many lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from syllabus_parse.rendering.layout import Layout
from syllabus_parse.rendering.limits import drop_parters
from syllabus_parse.rendering.page import Cell, Grid, Line, Page, Par, drop_empty_end

INDENT: Final = "\t\t\t"


def print_dump(page: Page, layout: Layout) -> str:
    r"""Print a page whose table lost its markup: with tabs one line a row, else one a cell with a bar behind it.

    >>> from syllabus_parse.rendering.page import words
    >>> grid = Grid(("Date", "Topic"), (((words("9/4"),), (words("Trees"),)),))
    >>> print_dump(Page(blocks=(grid,)), Layout(tabs=True))
    'Date\tTopic\n9/4\tTrees\n'
    """
    out: list[str] = []
    for block in page.blocks:
        if isinstance(block, Grid):
            # A line of its own for each row leaves no room for a cell of several.
            flat = layout.tabs and all(len(cell) < 2 for row in block.rows for cell in row)
            out.extend(_print_tabs(block, layout) if flat else _print_bars(block, layout))
        elif isinstance(block, Par):
            out += [_print_line(line) for line in block.lines]
        else:
            out.append(_print_line(block.line))
    return "\n".join(out) + "\n" if out else ""


def _print_line(line: Line, *, wrapped: bool = False) -> str:
    """Print the words of a line; `wrapped` breaks it before its last bracket, where no one takes it for two works."""
    texts = [drop_parters(bit.text) if bit.text.strip() else bit.text for bit in line]
    for place, bit in enumerate(line):
        if bit.text.strip():
            lead, end = (" " if edge.isspace() else "" for edge in (bit.text[0], bit.text[-1]))
            texts[place] = f"{lead}{texts[place]}{end}"
        if wrapped and bit.text.startswith(" ("):
            texts[place] = f"\n{texts[place].lstrip()}"
    return "".join(texts)


def _print_tabs(grid: Grid, layout: Layout) -> Iterator[str]:
    width = len(grid.head)
    yield "\t".join(grid.head)
    for number, row in enumerate(grid.rows):
        if layout.blank_rows and number % 3 == 1 and len(grid.rows[number - 1]) > 1 and len(row) > 1:
            yield "\t" * (width - 1)  # beside a heading, a row of nothing would end the table
        cells = ["".join(_print_line(line) for line in cell) for cell in row]
        if len(cells) == 1:
            yield cells[0]
            continue
        cells += [""] * (width - len(cells))
        yield "\t".join(drop_empty_end(cells) if layout.ragged else cells)


def _print_bars(grid: Grid, layout: Layout) -> Iterator[str]:
    yield f"\n{INDENT}".join(f"{name} | " for name in grid.head)
    # Where rows begin with nothing, only their even distance tells that they begin.
    uneven = layout.blank_rows and all(row[0] for row in grid.rows)
    for number, row in enumerate(grid.rows):
        yield from ("", "", "") if uneven and number % 3 == 1 else ("", "")
        cells = [_print_cell(cell, layout) for cell in row]
        if len(cells) > 1:
            cells += [""] * (len(grid.head) - len(cells))
        yield f"{INDENT}| " + f"\n{INDENT}".join(f"{cell} | " for cell in cells)


def _print_cell(cell: Cell, layout: Layout) -> str:
    lines = [_print_line(line, wrapped=layout.wrapped) for line in cell]
    return "\n".join(lines).replace("\n", f"\n{INDENT}")
