"""A page as HTML, well-formed or as browsers forgive it."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from syllabus_parse.rendering.layout import Layout
from syllabus_parse.rendering.page import Block, Grid, Head, Line, Page, Par, drop_empty_end
from syllabus_parse.rendering.wrap import wrap_bit


def print_html(page: Page, layout: Layout) -> str:
    """Print a page as HTML; with `quirks`, cells and rows are not closed, and tags are shouted.

    >>> from syllabus_parse.rendering.page import words
    >>> print(print_html(Page(blocks=(Head(1, words("A < B")),)), Layout()), end="")
    <!DOCTYPE html>
    <html>
    <body>
    <h1>A &lt; B</h1>
    </body>
    </html>
    """
    body = [line for block in page.blocks for line in _print_block(block, layout)]
    if layout.liquid:
        body = ["{% comment %}", "a remark", "{% endcomment %}", *body]
    if layout.quirks:
        return "\n".join(["<HTML><BODY>", *body]) + "\n"
    return "\n".join(["<!DOCTYPE html>", "<html>", "<body>", *body, "</body>", "</html>"]) + "\n"


def _print_block(block: Block, layout: Layout) -> Iterator[str]:
    if isinstance(block, Grid):
        yield from _print_grid(block, layout)
    elif isinstance(block, Head):
        yield f"<h{block.level}>{_print_line(block.line, layout)}</h{block.level}>"
    else:
        assert isinstance(block, Par)  # noqa: S101 (tables hold no lists)
        text = "<br>\n".join(_print_line(line, layout) for line in block.lines)
        yield f"<p>{text}{'' if layout.quirks else '</p>'}"


def _print_line(line: Line, layout: Layout) -> str:
    out = []
    for bit in line:
        text = escape(wrap_bit(bit, layout), quote=False)
        text = f"<b>{text}</b>" if bit.strong else text
        out.append(f'<a href="{escape(bit.url)}">{text}</a>' if bit.url is not None else text)
    return "".join(out)


def _print_grid(grid: Grid, layout: Layout) -> Iterator[str]:
    row, head, cell = ("TR", "TH", "TD") if layout.quirks else ("tr", "th", "td")
    end_row, end_head, end_cell = ("", "", "") if layout.quirks else (f"</{row}>", f"</{head}>", f"</{cell}>")
    width = len(grid.head)
    yield "<TABLE border=1>" if layout.quirks else "<table>"
    yield f"<{row}>" + "".join(f"<{head}>{escape(name)}{end_head}" for name in grid.head) + end_row
    for number, cells in enumerate(grid.rows):
        if layout.blank_rows and number % 3 == 1:
            yield f"<{row}>" + f"<{cell}>{end_cell}" * width + end_row
        if len(cells) == 1:
            yield f'<{row}><{cell} colspan="{width}">{_print_cell(cells[0], layout)}{end_cell}{end_row}'
            continue
        texts = [_print_cell(one, layout) for one in cells]
        texts = drop_empty_end(texts) if layout.ragged else texts
        gap = "\n  " if layout.tabs else ""
        yield f"<{row}>" + "".join(f"{gap}<{cell}>{text}{end_cell}" for text in texts) + end_row
    yield "</TABLE>" if layout.quirks else "</table>"


def _print_cell(cell: tuple[Line, ...], layout: Layout) -> str:
    return "<br>".join(_print_line(line, layout) for line in cell)
