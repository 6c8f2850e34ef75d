r"""A page as LaTeX: a document with its title, sections, lists, and tables as `tabular`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from syllabus_parse.regex import lazy_regex
from syllabus_parse.rendering.layout import Layout
from syllabus_parse.rendering.markdown import escape_address
from syllabus_parse.rendering.page import Block, Cell, Grid, Head, Item, Line, Page, drop_empty_end
from syllabus_parse.rendering.wrap import wrap_bit

SIGNS: Final = lazy_regex(r"[\\{}$&#%_~^`']|-(?=-)|[!?](?=`)")
PRINTED: Final = {
    "\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "`": r"\textasciigrave{}",
    "'": r"\textquotesingle{}", "-": "-{}", "!": "!{}", "?": "?{}",
}  # fmt: skip
"""How signs are printed that a backslash alone would not print."""
ADDRESS_SIGNS: Final = lazy_regex(r"[%#&_{}~]")
SECTIONS: Final = ("section", "subsection", "subsubsection")


def print_latex(page: Page, layout: Layout) -> str:
    r"""Print a page as a LaTeX document; its own heading is the title of the document.

    >>> from syllabus_parse.rendering.page import Bit
    >>> blocks = (Head(1, (Bit("Trees & Co"),)), Item((Bit("50%", "d.pdf"),)))
    >>> print(print_latex(Page(blocks=blocks), Layout()), end="")
    \documentclass{article}
    \usepackage{hyperref}
    \title{Trees \& Co}
    \date{}
    \begin{document}
    \maketitle
    \begin{itemize}
    \item \href{d.pdf}{50\%}
    \end{itemize}
    \end{document}
    """
    titles = [block for block in page.blocks if isinstance(block, Head) and block.level == 1]
    out = [r"\documentclass{article}", r"\usepackage{hyperref}"]
    out += [f"\\title{{{print_line(block.line, layout)}}}" for block in titles[:1]]
    out += [r"\date{}"] if titles else []
    out += [r"\begin{document}", *([r"\maketitle"] if titles else [])]
    depth = 0
    for block in page.blocks:
        if block in titles[:1]:
            continue
        wanted = block.depth + 1 if isinstance(block, Item) else 0
        out += [r"\begin{itemize}"] * (wanted - depth) + [r"\end{itemize}"] * (depth - wanted)
        out += ([] if layout.unseparated or wanted else [""]) + list(_print_block(block, layout))
        depth = wanted
    out += [r"\end{itemize}"] * depth
    return "\n".join([*out, r"\end{document}"]) + "\n"


def _print_block(block: Block, layout: Layout) -> Iterator[str]:
    if isinstance(block, Head):
        name = SECTIONS[max(0, min(block.level, len(SECTIONS) + 1) - 2)]
        yield f"\\{name}*{{{print_line(block.line, layout)}}}"
    elif isinstance(block, Item):
        yield f"\\item {_guard_option(print_line(block.line, layout))}"
    elif isinstance(block, Grid):
        yield from _print_grid(block, layout)
    else:
        yield " \\\\\n".join(print_line(line, layout) for line in block.lines)


def _guard_option(text: str) -> str:
    r"""Keep a bracket from being read as an option of the command before it: `\item {}[a]`."""
    return f"{{}}{text}" if text.startswith("[") else text


def print_line(line: Line, layout: Layout) -> str:
    r"""Print a line of runs; wrapped titles make it two.

    >>> from syllabus_parse.rendering.page import Bit
    >>> print(print_line((Bit("Due", strong=True), Bit(": "), Bit("x_1", "a b.pdf")), Layout()))
    \textbf{Due}: \href{a\%20b.pdf}{x\_1}
    """
    out = []
    for bit in line:
        text = wrap_bit(bit, layout)
        if len(text) > 2 and text[0] == text[-1] == '"' and text.count('"') == 2:
            text = f"``{escape_text(text[1:-1])}''"  # a title in quotes, as LaTeX types them
        else:
            text = escape_text(text)
        text = f"\\textbf{{{text}}}" if bit.strong else text
        if bit.url is not None:
            address = ADDRESS_SIGNS.sub(r"\\\g<0>", escape_address(bit.url))
            text = f"\\href{{{address}}}{{{text}}}"
        out.append(text)
    return "".join(out)


def escape_text(text: str) -> str:
    r"""Escape what LaTeX would read as a sign.

    >>> print(escape_text("R&D: 50% of C# -- a_b"))
    R\&D: 50\% of C\# -{}- a\_b
    """
    if not SIGNS.search(text):
        return text
    return SIGNS.sub(lambda found: PRINTED.get(found[0], f"\\{found[0]}"), text)


# -- tables --------------------------------------------------------------------------------------


def _print_grid(grid: Grid, layout: Layout) -> Iterator[str]:
    r"""Print a table: the head in bold, or, with `quirks`, above `\midrule`."""
    width = len(grid.head)
    name = "longtable" if layout.quirks else "tabular"
    rule, after = (r"\toprule", r"\midrule") if layout.quirks else (r"\hline", r"\hline")
    yield f"\\begin{{{name}}}{{{'l' * width if layout.bare else '|' + 'l|' * width}}}"
    yield rule
    heads = [escape_text(head) if layout.quirks else f"\\textbf{{{escape_text(head)}}}" for head in grid.head]
    yield _print_row(heads, layout)
    yield after
    for number, row in enumerate(grid.rows):
        if layout.blank_rows and number % 3 == 1:
            yield _print_row([""] * width, layout)
        if len(row) == 1 and width > 1:
            yield f"\\multicolumn{{{width}}}{{l}}{{{_print_cell(row[0], layout)}}} \\\\"
            continue
        cells = [_print_cell(cell, layout) for cell in row]
        yield _print_row(drop_empty_end(cells) if layout.ragged else cells, layout)
        if not layout.bare and not layout.quirks:
            yield r"\hline"
    if layout.quirks:
        yield r"\bottomrule"
    yield f"\\end{{{name}}}"


def _print_cell(cell: Cell, layout: Layout) -> str:
    return r" \newline ".join(print_line(line, layout) for line in cell)


def _print_row(cells: list[str], layout: Layout) -> str:
    gap = "\t" if layout.tabs else " "
    return f"{f'{gap}&{gap}'.join(cells)}{gap}\\\\"
