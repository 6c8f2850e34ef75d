"""CSV and TSV to a table whose cells know their places."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from syllabus_parse.document import Block, Cell, Paragraph, Problem, Row, Run, Table, Text
from syllabus_parse.readers.nodes_text import read_value
from syllabus_parse.readers.nodes_tree import MAX_CHARS, Inline
from syllabus_parse.regex import lazy_regex
from syllabus_parse.source import Span

MAX_CELLS: Final = 400_000
MAX_UNCLOSED: Final = 50
DELIMITERS: Final = ("\t", ",", ";", "|")
QUOTED: Final = lazy_regex(r'[ ]{0,100}"([^"]*+(?:""[^"]*+)*+)"')
PLAIN: Final = {mark: lazy_regex(rf"[^{re.escape(mark)}\r\n]*+") for mark in DELIMITERS}
LINE_END: Final = lazy_regex(r"\r\n|[\r\n]")
ROW: Final = lazy_regex(r"[^\r\n]{1,4000}")


def read_csv(
    text: str,
    *,
    offset: int = 0,
    delimiter: str | None = None,
    inline: Inline | None = None,
    blocks: Callable[[str, int], tuple[Block, ...]] | None = None,
) -> tuple[Table | None, tuple[Problem, ...]]:
    r"""Read delimited text as a table, its first row the header, with the meaning that the csv module gives it.

    A quote that never closes is taken as a letter. Blank lines and rows of empty cells are no rows. `blocks` reads a
    cell of several lines, which may hold a list.

    >>> table, _ = read_csv('Date,Topic,Room\n9/3,"Maps, ""reduce"" & co.",12')
    >>> [cell.blocks[0].text.plain for cell in table.rows[1].cells]
    ['9/3', 'Maps, "reduce" & co.', '12']
    """
    cut = text[:MAX_CHARS]
    mark = delimiter if delimiter in DELIMITERS else find_delimiter(cut)
    problems: list[Problem] = []
    rows: list[Row] = []
    cells: list[Cell] = []
    at, start, count, unclosed = 0, 0, 0, 0
    while True:
        begins = cut[at : at + 101].lstrip(" ").startswith('"')
        quoted = QUOTED.match(cut, at) if begins and unclosed < MAX_UNCLOSED else None
        if quoted is not None:
            after = quoted.end()
            # Letters behind the closing quote: the csv module appends them, and so does this.
            rest = PLAIN[mark].match(cut, after)
            end = rest.end() if rest else after
            inner = Span(quoted.start(1) + offset, quoted.end(1) + offset)
            found = _unquote(quoted[1], inner)
            if cut[after:end].strip():
                tail = Run(cut[after:end], Span(after + offset, end + offset))
                found = Text.of([*found.runs, tail])
        else:
            unclosed += begins
            plain = PLAIN[mark].match(cut, at)
            end = plain.end() if plain else at
            words = cut[at:end]
            left = at + len(words) - len(words.lstrip())
            words = words.strip()
            found = Text.of([Run(words, Span(left + offset, left + len(words) + offset))] if words else ())
        cell = _make_cell(found, Span(at + offset, end + offset), inline, blocks, header=not rows)
        cells.append(cell)
        count += 1
        if cut.startswith(mark, end):
            at = end + 1
            continue
        if any(cell.blocks for cell in cells):
            rows.append(Row(tuple(cells), Span(start + offset, end + offset), header=not rows))
        cells = []
        line = LINE_END.match(cut, end)
        if line is None:
            break
        at = start = line.end()
        if count > MAX_CELLS:
            problems.append(Problem("SP703", Span(at + offset, len(cut) + offset)))
            break
    if len(text) > len(cut):
        problems.append(Problem("SP701", Span(offset + len(cut), offset + len(text))))
    if not rows:
        return None, tuple(problems)
    return Table(tuple(rows), rows[0].span.cover(rows[-1].span)), tuple(problems)


def find_delimiter(text: str) -> str:
    r"""Tell which mark parts the cells: the one that stands in the most of the first lines, equally often.

    >>> find_delimiter("a;b;c\n1,5;2;3"), find_delimiter("a\tb, c\n1\t2")
    (';', '\t')
    """
    lines = [re.sub(r'"[^"]*+"', "", match[0]) for match in _first_rows(text)]
    best, best_score = ",", 0.0
    for mark in DELIMITERS:
        counts = [line.count(mark) for line in lines]
        if not counts or not counts[0]:
            continue
        score = sum(min(count, counts[0]) / max(count, counts[0]) for count in counts)
        if score > best_score:
            best, best_score = mark, score
    return best


def _first_rows(text: str) -> list[re.Match[str]]:
    out = []
    for match in ROW.finditer(text, 0, 40_000):
        out.append(match)
        if len(out) == 12:
            break
    return out


def _unquote(words: str, place: Span) -> Text:
    runs: list[Run] = []
    at = place.start
    pieces = words.split('""')
    for number, piece in enumerate(pieces):
        if number:
            runs.append(Run('"', Span(at, at + 2)))
            at += 2
        if piece:
            runs.append(Run(piece, Span(at, at + len(piece))))
        at += len(piece)
    return Text.of(runs)


def _make_cell(
    text: Text,
    span: Span,
    inline: Inline | None,
    blocks: Callable[[str, int], tuple[Block, ...]] | None,
    *,
    header: bool,
) -> Cell:
    if blocks is not None and "\n" in text.plain and len(text.runs) == 1:
        return Cell(blocks(text.plain, text.runs[0].span.start), span, header=header)
    if text.runs and inline is not None:
        text = read_value(text, inline)
    content: tuple[Block, ...] = (Paragraph(text, text.span or span),) if text else ()
    return Cell(content, span, header=header)
