"""A page as Markdown: front matter, headings, lists, pipe tables; nothing in a word is taken for a sign."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from syllabus_parse.regex import lazy_regex
from syllabus_parse.rendering.layout import Layout
from syllabus_parse.rendering.page import Block, Cell, Grid, Head, Item, Line, Page, Par, drop_empty_end
from syllabus_parse.rendering.wrap import wrap_bit
from syllabus_parse.rendering.yaml_text import dump_yaml

# What Markdown, HTML or Liquid would read as a sign.
SIGNS: Final = lazy_regex(r"[\\`*_\[\]<>|~{}#$]|&(?=[#\w])|!(?=\[)|(?<![^\W\d])[:.](?=//)")
# What would open a list, a quotation, a heading or a rule at the start of a line, e.g. "1." · "-" · "+"
OPENERS: Final = lazy_regex(r"(?:\d{1,9}(?=[.)](?:\s|$))|(?=[-+=>#](?:\s|[-+=>#]|$)))")
# What would end the target of a link, or is no part of an address.
UNSAFE_IN_ADDRESS: Final = lazy_regex(r"[\s<>()|\\\"`{}\[\]]")


def print_markdown(page: Page, layout: Layout) -> str:
    r"""Print a page as Markdown.

    >>> from syllabus_parse.rendering.page import Bit
    >>> print(print_markdown(Page(blocks=(Head(2, (Bit("a|b*"),)), Item((Bit("c", "d.pdf"),)))), Layout()), end="")
    ## a\|b\*
    <BLANKLINE>
    - [c](d.pdf)
    """
    parts: list[str] = []
    if page.meta:
        parts.append(f"---\n{dump_yaml(dict(page.meta))}---")
    before: Block | None = None
    for block in page.blocks:
        tight = isinstance(block, Item) and isinstance(before, Item)
        text = "\n".join(print_block(block, layout))
        if parts and (tight or (layout.unseparated and not isinstance(block, Par | Grid) and before is not None)):
            parts[-1] += f"\n{text}"
        else:
            if layout.liquid and isinstance(block, Head | Grid):
                parts.append('{% include note.html kind="hint" %}')
            parts.append(text)
        before = block
    return "\n\n".join(parts) + "\n" if parts else ""


def print_block(block: Block, layout: Layout) -> Iterator[str]:
    """Print the lines of one block."""
    if isinstance(block, Head):
        yield f"{'#' * block.level} {print_line(block.line, layout)}"
    elif isinstance(block, Item):
        bullet = "*" if layout.quirks else "-"
        first, *rest = print_line(block.line, layout).split("\n")
        indent = "  " * block.depth
        yield f"{indent}{bullet} {_escape_opener(first)}"
        yield from (f"{indent}  {line}" for line in rest)
    elif isinstance(block, Par):
        for line in block.lines:
            yield from (_escape_opener(part) for part in print_line(line, layout).split("\n"))
    else:
        yield from print_grid(block, layout)


def print_line(line: Line, layout: Layout) -> str:
    r"""Print a line of runs; wrapped titles make it two.

    >>> from syllabus_parse.rendering.page import Bit
    >>> print_line((Bit("Due", strong=True), Bit(": "), Bit("[x]", "a b.pdf")), Layout())
    '**Due**: [\\[x\\]](a%20b.pdf)'
    """
    out = []
    for bit in line:
        text = escape_text(wrap_bit(bit, layout))
        text = f"**{text}**" if bit.strong else text
        out.append(f"[{text}]({escape_address(bit.url)})" if bit.url is not None else text)
    return "".join(out)


def escape_text(text: str) -> str:
    r"""Escape what Markdown would read as a sign.

    >>> print(escape_text("snake_case & a|b, [1] &amp; 2 * 3"))
    snake\_case & a\|b, \[1\] \&amp; 2 \* 3
    """
    return SIGNS.sub(r"\\\g<0>", text) if SIGNS.search(text) else text


def escape_address(url: str) -> str:
    """Percent-encode what can't stand in the target of a link.

    >>> escape_address("a (1).pdf")
    'a%20%281%29.pdf'
    """
    return UNSAFE_IN_ADDRESS.sub(lambda found: f"%{ord(found[0]):02X}", url)


def _escape_opener(line: str) -> str:
    found = OPENERS.match(line)
    return f"{line[: found.end()]}\\{line[found.end() :]}" if found else line


# -- tables --------------------------------------------------------------------------------------


def print_grid(grid: Grid, layout: Layout) -> Iterator[str]:
    """Print a table: the head, the line of dashes, the rows; a row of one cell keeps the width of the table."""
    width = len(grid.head)
    yield _print_row([escape_text(name) for name in grid.head], layout, ragged=False)
    # A bare table without a line of dashes is a paragraph to any reader: one of the two must be there.
    if not layout.unseparated or layout.bare:
        yield _print_row(["---"] * width, layout, ragged=False)
    for number, row in enumerate(grid.rows):
        if layout.blank_rows and number % 3 == 1:
            yield _print_row([""] * width, layout, ragged=False)
        cells = [_print_cell(cell, layout) for cell in row]
        # In a table of two columns, a heading with an empty cell beside it would be a topic without a date.
        padding = 0 if len(cells) == 1 and width == 2 else width - len(cells)
        yield _print_row([*cells, *[""] * padding], layout, ragged=layout.ragged)


def _print_cell(cell: Cell, layout: Layout) -> str:
    return "<br>".join(print_line(line, layout).replace("\n", " ") for line in cell)


def _print_row(cells: Sequence[str], layout: Layout, *, ragged: bool) -> str:
    kept = drop_empty_end(cells) if ragged else list(cells)
    gap = "\t" if layout.tabs else " "
    if layout.bare and len(kept) > 1:  # a row of one cell without any pipe would be a line of text
        # An outer pipe may go only where the cell behind it is filled: else the row would lose a column.
        row = f"{gap}|{gap}".join(kept)
        return (row if kept[0] else f"|{gap}{row}") + ("" if kept[-1] else f"{gap}|")
    return f"|{gap}{f'{gap}|{gap}'.join(kept)}{gap}|"
