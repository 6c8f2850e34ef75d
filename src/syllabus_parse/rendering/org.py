"""A page as an Org outline: stars for headings, lists, links in double brackets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from syllabus_parse.regex import lazy_regex
from syllabus_parse.rendering.layout import Layout
from syllabus_parse.rendering.markdown import escape_address
from syllabus_parse.rendering.page import Block, Cell, Grid, Head, Item, Line, Page, drop_empty_end
from syllabus_parse.rendering.wrap import wrap_bit

ZERO: Final = "\u200b"
"""A blank without width: what Org's manual puts between a sign and what it must not act on."""
# What would be read as a sign where nothing stands before it, e.g. "*a*" · "/a/"
MARKS: Final = lazy_regex(r"(?<![\w*/_=~+])(?=[*/_=~+]\S)")
# What would be read as one with what follows, e.g. "[[a" · "<2024-" · "\\" at the end of a line
SIGNS: Final = lazy_regex(r"\[(?=[\[\d]|fn:)|<(?=[<\dhfm])|\{(?=\{\{)|@(?=@)|\\(?=\\|vert|$)")
# What would open something at the start of a line, e.g. "* a" · "- a" · "1. a" · "# a" · "| a" · ": a"
OPENERS: Final = lazy_regex(r"(?=\*+\s|[-+]\s|(?:\d{1,9}|[A-Za-z])[.)]\s|#|\||:)")
# What a heading would not show: a keyword, a priority or tags, e.g. "TODO a" · "[#A] b" · "c :tag:"
HEADING_SIGNS: Final = lazy_regex(r"(?=(?:TODO|DONE|COMMENT|NEXT|WAITING)\b|\[#\w\])")
TAGS: Final = lazy_regex(r"(?<=\s)(?=:[\w@#%:]+:\s*$)")


def print_org(page: Page, layout: Layout) -> str:
    r"""Print a page as an Org file; its own heading is the title of the file.

    >>> from syllabus_parse.rendering.page import Bit
    >>> blocks = (Head(1, (Bit("Trees"),)), Head(2, (Bit("Maps"),)), Item((Bit("c", "d.pdf"),)))
    >>> print(print_org(Page(blocks=blocks), Layout()), end="")
    #+TITLE: Trees
    <BLANKLINE>
    * Maps
    - [[d.pdf][c]]
    """
    parts: list[str] = []
    before: Block | None = None
    for block in page.blocks:
        text = "\n".join(_print_block(block, layout))
        tight = isinstance(block, Item) and isinstance(before, Item | Head)
        if parts and (tight or (layout.unseparated and isinstance(block, Head))):
            parts[-1] += f"\n{text}"
        else:
            parts.append(text)
        before = block
    return "\n\n".join(parts) + "\n" if parts else ""


def _print_block(block: Block, layout: Layout) -> Iterator[str]:
    if isinstance(block, Head):
        title = print_line(block.line, layout).replace("\n", " ")
        if block.level == 1:
            yield f"#+TITLE: {title}"
        else:
            yield f"{'*' * (block.level - 1)} {TAGS.sub(ZERO, HEADING_SIGNS.sub(ZERO, title, 1))}"
    elif isinstance(block, Item):
        first, *rest = print_line(block.line, layout).split("\n")
        indent = "  " * block.depth
        yield f"{indent}{'+' if layout.quirks else '-'} {escape_opener(first)}"
        yield from (f"{indent}  {escape_opener(line)}" for line in rest)
    elif isinstance(block, Grid):
        yield from _print_grid(block, layout)
    else:
        for line in block.lines:
            yield from (escape_opener(part) for part in print_line(line, layout).split("\n"))


def print_line(line: Line, layout: Layout) -> str:
    """Print a line of runs; wrapped titles make it two.

    >>> from syllabus_parse.rendering.page import Bit
    >>> print_line((Bit("Due", strong=True), Bit(": "), Bit("x", "a b.pdf")), Layout())
    '*Due*: [[a%20b.pdf][x]]'
    """
    out = []
    for bit in line:
        text = escape_text(wrap_bit(bit, layout))
        text = f"*{text}*" if bit.strong and text else text
        if bit.url is not None:
            words = text.replace("]]", f"]{ZERO}]")
            words += ZERO if words.endswith("]") else ""
            text = f"[[{escape_address(bit.url)}][{words}]]" if words else f"[[{escape_address(bit.url)}]]"
        out.append(text)
    return "".join(out)


def escape_text(text: str) -> str:
    """Part signs from what they would act on.

    >>> escape_text("2 * 3, a_b"), escape_text("*a* b").count(ZERO)
    ('2 * 3, a_b', 1)
    """
    return SIGNS.sub(rf"\g<0>{ZERO}", MARKS.sub(ZERO, text))


def escape_opener(line: str) -> str:
    """Part the first sign of a line from its edge.

    >>> escape_opener("1. Trees").lstrip(ZERO)
    '1. Trees'
    """
    return f"{ZERO}{line}" if OPENERS.match(line) else line


# -- tables --------------------------------------------------------------------------------------


def _print_grid(grid: Grid, layout: Layout) -> Iterator[str]:
    """Print a table: the head above a rule, a row a line, for no cell of Org goes over two."""
    width = len(grid.head)
    yield _print_row([escape_text(name) for name in grid.head])
    yield f"|{'+'.join(['---'] * width)}|"
    for number, row in enumerate(grid.rows):
        if layout.blank_rows and number % 3 == 1:
            yield _print_row([""] * width)
        cells = [_print_cell(cell, layout) for cell in row]
        cells = drop_empty_end(cells) if layout.ragged else cells
        # In a table of two columns, a heading with an empty cell beside it would be a topic without a date.
        padding = 0 if layout.ragged or (len(row) == 1 and width == 2) else width - len(row)
        yield _print_row([*cells, *[""] * padding])


def _print_cell(cell: Cell, layout: Layout) -> str:
    lines = [print_line(line, layout).replace("\n", " ").replace("|", r"\vert{}") for line in cell]
    return "@@html:<br>@@".join(lines)


def _print_row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
