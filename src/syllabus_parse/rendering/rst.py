"""A page as reStructuredText: underlined headings, lists, tables as `list-table`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from syllabus_parse.regex import lazy_regex
from syllabus_parse.rendering.layout import Layout
from syllabus_parse.rendering.markdown import escape_address
from syllabus_parse.rendering.page import Bit, Block, Cell, Grid, Head, Item, Line, Page, drop_empty_end
from syllabus_parse.rendering.wrap import wrap_bit

# What would be read as a sign: marks of emphasis, a target's underscore, an address, e.g. "*a*" · "a_ b"
SIGNS: Final = lazy_regex(r"[\\`*|]|_(?!\w)|(?<!\w)_|:(?=//|\w[\w-]*:)")
# What would open a list, a field, a block or a rule at the start of a line, e.g. "1. a" · "A. Lee" · "- a" · ".. a"
OPENERS: Final = lazy_regex(
    r"(?=[-+•‣⁃](?:\s|$)|\(?(?:\d{1,9}|[A-Za-z]|[ivxlcdmIVXLCDM]{1,9}|#)[.)](?:\s|$)|\.\.|>>>|[:=~^\"'#<>+.-]{2}|:\w)"
)
UNDERLINES: Final = "=-~^"
# Within the words of a link only what would end them needs a sign.
LINK_SIGNS: Final = lazy_regex(r"[\\`<]")


def print_rst(page: Page, layout: Layout) -> str:
    r"""Print a page as reStructuredText.

    >>> page = Page(blocks=(Head(1, (Bit("a|b*"),)), Item((Bit("c", "d.pdf"),))))
    >>> print(print_rst(page, Layout()), end="")
    a\|b\*
    ======
    <BLANKLINE>
    - `c <d.pdf>`__
    """
    parts: list[str] = []
    before: Block | None = None
    for block in page.blocks:
        text = "\n".join(_print_block(block, layout))
        if isinstance(block, Item) and isinstance(before, Item) and block.depth == before.depth:
            parts[-1] += f"\n{text}"
        else:
            parts.append(text)
        before = block
    return "\n\n".join(parts) + "\n" if parts else ""


def _print_block(block: Block, layout: Layout) -> Iterator[str]:
    if isinstance(block, Head):
        title = escape_opener(print_line(block.line, layout).replace("\n", " "))
        yield title
        # As wide as the title in bytes: letters with accents may be shown as two.
        yield UNDERLINES[min(block.level, len(UNDERLINES)) - 1] * max(4, len(title.encode()))
    elif isinstance(block, Item):
        yield from _hang(f"{'  ' * block.depth}{'*' if layout.quirks else '-'} ", [block.line], layout)
    elif isinstance(block, Grid):
        yield from _print_grid(block, layout)
    else:
        for line in block.lines:
            yield from (escape_opener(part) for part in print_line(line, layout).split("\n"))


def print_line(line: Line, layout: Layout) -> str:
    r"""Print a line of runs; wrapped titles make it two.

    >>> print_line((Bit("Due", strong=True), Bit("s "), Bit("[x]", "a b.pdf")), Layout())
    '**Due**\\ s `[x] <a%20b.pdf>`__'
    """
    printed = [_print_bit(bit, layout) for bit in line]
    out = printed[:1]
    for (left, right), text in zip(pairwise(line), printed[1:], strict=True):
        # Marks stand beside blanks and brackets only; an escaped blank parts them from a word and is not seen.
        marked = left.url is not None or left.strong or right.url is not None or right.strong
        touching = left.text[-1:].isalnum() or right.text[:1].isalnum()
        out.append(f"\\ {text}" if marked and touching and text and _touches(left, right) else text)
    return "".join(out)


def _touches(left: Bit, right: Bit) -> bool:
    """Tell two runs without a blank or a sign between them."""
    before = left.url is None and not left.strong and not left.text[-1:].isalnum()
    behind = right.url is None and not right.strong and not right.text[:1].isalnum()
    return not before and not behind


def _print_bit(bit: Bit, layout: Layout) -> str:
    text = wrap_bit(bit, layout)
    if bit.url is not None:
        words = LINK_SIGNS.sub(r"\\\g<0>", text)
        address = escape_address(bit.url)
        return f"`{words} <{address[:-1]}%5F>`__" if address.endswith("_") else f"`{words} <{address}>`__"
    return f"**{escape_text(text)}**" if bit.strong else escape_text(text)


def escape_text(text: str) -> str:
    r"""Escape what would be read as a sign.

    >>> print(escape_text("snake_case & a|b, 2 * 3, x_"))
    snake_case & a\|b, 2 \* 3, x\_
    """
    return SIGNS.sub(r"\\\g<0>", text) if SIGNS.search(text) else text


def escape_opener(line: str) -> str:
    r"""Escape the first sign of a line that would open something else.

    >>> print(escape_opener("1. Trees"))
    \1. Trees
    """
    return f"\\{line}" if OPENERS.match(line) else line


def _hang(lead: str, lines: list[Line], layout: Layout) -> Iterator[str]:
    """Print lines behind a mark; several are a line block."""
    bar = "| " if len(lines) > 1 else ""
    texts: list[str] = []
    for line in lines:
        first, *rest = print_line(line, layout).split("\n")
        texts += [bar + (first if bar else escape_opener(first)), *(" " * len(bar) + part for part in rest)]
    for number, text in enumerate(texts or [""]):
        yield ((lead if number == 0 else " " * len(lead)) + text).rstrip()


# -- tables --------------------------------------------------------------------------------------


def _print_grid(grid: Grid, layout: Layout) -> Iterator[str]:
    """Print a table as a list of rows, each a list of cells."""
    width = len(grid.head)
    yield ".. list-table::"
    yield "   :header-rows: 1"
    if layout.bare:
        yield "   :widths: auto"
    yield ""
    rows: list[tuple[Cell, ...]] = [tuple(((Bit(name),),) for name in grid.head)]
    for number, row in enumerate(grid.rows):
        if layout.blank_rows and number % 3 == 1:
            rows.append(((),) * width)
        # In a table of two columns, a heading with an empty cell beside it would be a topic without a date.
        padding = 0 if len(row) == 1 and width == 2 else width - len(row)
        rows.append((*row, *((),) * padding))
    for number, row in enumerate(rows):
        for place, cell in enumerate(drop_empty_end(row) if number and layout.ragged else row):
            yield from _hang(f"   {'  ' if place else '* '}- ", list(cell), layout)
