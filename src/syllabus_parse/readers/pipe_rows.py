"""Rows of pipe tables: where their cells begin and end, however ragged they are.

Own code, because mistune turns a whole table with one ragged row into a paragraph, and markdown-it drops surplus cells.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from syllabus_parse.document import Block, Cell, Paragraph, Row, Table, Text
from syllabus_parse.readers.inline import is_visible, trim
from syllabus_parse.readers.lines import find_content, find_line_end, find_stop
from syllabus_parse.regex import lazy_regex
from syllabus_parse.source import Span

MAX_CELLS: Final = 1_000
"""Cells of one row that are told apart; what stands behind them stays in the last one."""

InlineReader = Callable[[str, int], Text]
HtmlReader = Callable[[str, int], tuple[Block, ...]]

MAX_LINES: Final = 40
"""Lines of one row whose cells hold line ends."""
MAX_HEADERS: Final = 3
"""Rows above the line of dashes; where there are more, the line only divides them."""
# Lines of dashes in front of the first row; a page of nothing else would be gone through again from each of them.
MAX_RULES: Final = 3

# what hides a pipe, or a pipe
PIPE_TOKEN: Final = lazy_regex(
    r"""\\.                                                       # e.g. \|
      | (?P<pipe>\|)
      | `[^`|\n]{0,500}`                                          # e.g. `a b`
      | `[^`\n]{0,200}[^\s`]\|{1,2}[^\s`|][^`\n]{0,200}`          # e.g. `a|b`
      | \{\{[^{}\n]{0,500}\}\} | \{%[^%\n]{0,500}%\}              # e.g. {{ "https://a.org" | url }}
      | \[[^\[\]\n]{0,500}\]\((?:[^()\n]|\([^()\n]{0,300}\)){0,1000}+\)   # e.g. [A | B](url)
      | <[A-Za-z/][^<>\n]{0,1000}>                                # e.g. <a href="x|y">
    """,
    re.VERBOSE,
)
HIDING: Final = lazy_regex(r"[\\`{\[<]")
# block tags that a cell may hold: their structure is worth a look by the HTML reader
CELL_HTML: Final = lazy_regex(r"<(?:ul|ol|li|p|dl|table|div|details)\b", re.IGNORECASE)

# what ends a table although a pipe stands in it
OTHER_BLOCK: Final = lazy_regex(r"#{1,6}[ \t]|[-*+•][ \t]|\d{1,3}[.)][ \t]|>|<(?:table|ul|ol|div|h[1-6])\b|```")
BULLET: Final = lazy_regex(r"[-*+•][ \t]+(?![|-])")
# e.g. {: .table} · {% endfor %}: what stands between rows and is none
BETWEEN_ROWS: Final = lazy_regex(r"\{[:%][^{}\n]{0,500}\}\s*$")


def find_pipes(text: str, start: int, end: int) -> list[int]:
    r"""List the places of the pipes that divide cells.

    An escaped pipe and one within a link, a tag, code or Liquid divide nothing.

    >>> find_pipes(r"a \| b | [c | d](e) | f", 0, 23)
    [7, 20]
    """
    if not HIDING.search(text, start, end):
        found: list[int] = []
        at = text.find("|", start, end)
        while at >= 0:
            found.append(at)
            at = text.find("|", at + 1, end)
        return found
    return [m.start() for m in PIPE_TOKEN.finditer(text, start, end) if m["pipe"]]


def is_delimiter_row(line: str) -> bool:
    r"""Tell whether a line is the one of dashes below a table's header.

    >>> is_delimiter_row("|:--|-\t|"), is_delimiter_row("---"), is_delimiter_row("| 3 |")
    (True, False, False)
    """
    return "|" in line and ("-" in line or "=" in line) and not line.strip("|:-=+ \t\r")


def cut_cells(text: str, start: int, end: int, pipes: list[int]) -> list[tuple[int, int]]:
    """Return the bounds of a row's cells; the pipes at its two ends enclose and divide nothing.

    >>> cut_cells("| a || b", 0, 8, [0, 4, 5])
    [(1, 4), (5, 5), (6, 8)]
    """
    bounds = [start, *(p + 1 for p in pipes)]
    ends = [*pipes, end]
    cells = list(zip(bounds, ends, strict=True))
    if len(cells) > 1 and not text[cells[0][0] : cells[0][1]].strip():
        del cells[0]
    if len(cells) > 1 and not text[cells[-1][0] : cells[-1][1]].strip():
        del cells[-1]
    return cells


def read_row(
    text: str, start: int, end: int, pipes: list[int], *, offset: int, inline: InlineReader, html: HtmlReader
) -> Row:
    """Read one line as a row; each cell holds one paragraph, or the blocks of the HTML in it, or nothing."""
    cells: list[Cell] = []
    for a, b in cut_cells(text, start, end, pipes[:MAX_CELLS]):
        inner = text[a:b]
        left = a + len(inner) - len(inner.lstrip())
        right = left + len(inner.strip())
        if left >= right:
            cells.append(Cell((), Span(offset + a, offset + b)))
            continue
        span = Span(offset + left, offset + right)
        body = text[left:right]
        blocks: tuple[Block, ...] = ()
        if "<" in body and CELL_HTML.search(body):
            blocks = html(body, offset + left)
        if not blocks:
            content = trim(inline(body, offset + left))
            # A cell may hold nothing but a link without text, or template tags, which show nothing.
            blocks = (Paragraph(content, span),) if is_visible(content) else ()
        cells.append(Cell(blocks, span))
    return Row(tuple(cells), Span(offset + start, offset + end))


def read_pipe_table(
    text: str,
    start: int,
    stop: int,
    after: int,
    *,
    open_text: bool,
    offset: int,
    inline: InlineReader,
    html: HtmlReader,
) -> tuple[Table, int] | None:
    """Read the pipe table whose first line is `text[start:stop]`: the table, and where the next line begins.

    None where the line begins no table: one pipe in a line of prose ("Title | Ann Lee") is no row. A table goes on
    over a blank line when its rows do; the rows above its first line of dashes are headers. A row with fewer pipes than
    the header goes on over the lines below it that have just the rest: its cells are of several lines.
    """
    pipes = find_pipes(text, start, stop)
    following = _peek(text, after)
    leading = text[start] == "|"
    spaced = not leading and len(pipes) > 1 and _has_gaps(text, stop, after, len(pipes))
    if not pipes or not (spaced or _begins_table(text, start, stop, pipes, following, open_text=open_text)):
        return None
    rows: list[Row] = []
    delimited = False
    idle = width = 0
    first, last = start, stop
    # "Week | Date | Topic |" over "---|---|---|": each cell is closed, and a row is over when all of them are.
    closed = spaced or (not leading and text[stop - 1] == "|" and is_delimiter_row(text[slice(*following)]))
    at = after
    while True:
        if is_delimiter_row(text[start:stop]):
            if not delimited and 0 < len(rows) <= MAX_HEADERS:
                rows = [Row(row.cells, row.span, header=True) for row in rows]
            delimited = True
            idle += not rows
            if idle > MAX_RULES:
                return None
        else:
            broken = leading or (text[stop - 1] == "|" and (closed or DAY.match(text, start) is not None))
            if broken and len(pipes) < width:
                stop, at = _join_lines(text, stop, at, missing=width - len(pipes))
                pipes = find_pipes(text, start, stop)
            width = width or len(pipes)
            row = read_row(text, start, stop, pipes, offset=offset, inline=inline, html=html)
            open_left = bool(rows) and not leading and text[start] == "|" and text[start - 1 : start] in (" ", "\t")
            if open_left and len(row.cells) < len(rows[0].cells):
                # "     | 2/16 | Exam" below "Lecture | Date | Topic": the pipe divides, the cell before it is blank.
                row = Row((Cell((), Span(offset + start, offset + start)), *row.cells), row.span)
            rows.append(row)
        last = stop
        found = _find_next_row(text, at, leading=leading, spaced=spaced)
        if found is None:
            break
        start, stop, at = found
        pipes = find_pipes(text, start, stop)
    if not rows:
        return None
    return Table(tuple(rows), Span(first + offset, last + offset)), at


# What a row begins with, e.g. "Fri 09/29" · "Jan. 3" · "3/9" · "Week 2"
DAY: Final = lazy_regex(
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec|week)[a-z]{0,6}\b|\d{1,2}/\d)",
    re.IGNORECASE,
)


def _join_lines(text: str, stop: int, at: int, *, missing: int) -> tuple[int, int]:
    """Find where a row ends that has fewer pipes than its header, and where the line after it begins.

    Only where the lines below it bring exactly the pipes that are missing; another row begins with a pipe and words.
    """
    end = stop
    for _ in range(MAX_LINES):
        line_end = find_line_end(text, at)
        start, _, _ = find_content(text, at, line_end)
        last = find_stop(text, start, line_end)
        if start >= last or (text[start] == "|" and text[start:last].strip("| \t\r")):
            break
        if DAY.match(text, start):
            break
        missing -= len(find_pipes(text, start, last))
        if missing < 0:
            break
        end, at = last, line_end + 1
        if missing == 0:
            return end, at
        if at >= len(text):
            break
    return stop, min(find_line_end(text, stop) + 1, len(text) + 1)


def _peek(text: str, at: int) -> tuple[int, int]:
    end = find_line_end(text, at)
    start, _, _ = find_content(text, at, end)
    return start, find_stop(text, start, end)


def _begins_table(
    text: str, start: int, stop: int, pipes: list[int], following: tuple[int, int], *, open_text: bool
) -> bool:
    below = text[following[0] : following[1]]
    if is_delimiter_row(below):
        return True
    line = text[start:stop]
    if is_delimiter_row(line):
        return line[0] == "|" and "|" in below
    if line[0] == "|" and len(pipes) >= 2:
        return True
    if len(pipes) < 2 or "|" not in below or BULLET.match(line) or BULLET.match(below):
        return False  # "- Looms: [pdf](a) || [code](b)" is an item
    others = len(find_pipes(text, *following))
    closed = line.rstrip()[-1:] == "|" and below.rstrip()[-1:] == "|"
    if open_text:
        return closed and len(pipes) > 2 and others > 1  # "Date | Topic | Due |" right below a sentence
    if others >= 1 and closed:
        return True  # each cell is closed, however many there are: "16/08 | Intro |"
    return others >= 2 and abs(others - len(pipes)) <= 1


def _has_gaps(text: str, stop: int, at: int, width: int) -> bool:
    """Tell whether a row is the first of several as wide that blank lines part, each with all its cells closed."""
    alike = 0
    for _ in range(GAPPED_LINES):
        if text[stop - 1] != "|" or at >= len(text):
            return False
        blank = text[at : find_line_end(text, at)].strip() == ""
        at = find_line_end(text, at) + 1 if blank else at
        start, stop = _peek(text, at)
        if start >= stop or text[start] == "|":
            return False
        at = find_line_end(text, at) + 1
        if is_delimiter_row(text[start:stop]):
            continue
        if not blank:
            return False
        alike += len(find_pipes(text, start, stop)) == width
        if alike >= LEAST_GAPPED:
            return True
    return False


LEAST_GAPPED: Final = 2
GAPPED_LINES: Final = 4


def _find_next_row(text: str, at: int, *, leading: bool, spaced: bool = False) -> tuple[int, int, int] | None:
    """Find the table's next line from `at` on: its bounds and where the line after it begins."""
    size = len(text)
    blanks = 0
    while at < size:
        end = find_line_end(text, at)
        start, _, _ = find_content(text, at, end)
        stop = find_stop(text, start, end)
        if start >= stop:
            blanks += 1
            if blanks > 2:
                return None
        elif text[start] == "|":
            if blanks and is_delimiter_row(text[slice(*_peek(text, end + 1))]):
                return None
            return start, stop, end + 1
        elif blanks and not (spaced and text[stop - 1] == "|"):
            return None
        elif text.find("|", start, stop) >= 0:
            if OTHER_BLOCK.match(text, start, stop) and (leading or text[start] in "#<"):
                return None
            return (start, stop, end + 1) if find_pipes(text, start, stop) else None
        elif not BETWEEN_ROWS.match(text, start, stop):
            return None
        at = end + 1
    return None
