"""A table that a scraper flattened: `|` behind each cell and before each row's first, rows over many lines.

Nothing says where a row ends. What does: a pipe that leads its line begins a row or closes a cell of several lines,
and the text around it, the blank lines above it, its indent and the width of the table tell which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import attrs

from syllabus_parse.document import Anchor, Block, Cell, Document, Heading, Mark, Paragraph, Row, Run, Table, Text
from syllabus_parse.readers.link_targets import clean_href, find_bare_end
from syllabus_parse.readers.markdown_signs import MAX_SAMPLE, find_signs
from syllabus_parse.readers.reader import Guess, Reader
from syllabus_parse.readers.stacked_rows import StackedTable, find_stacked_table
from syllabus_parse.regex import lazy_regex
from syllabus_parse.source import Source, Span

DIALECT: Final = "row_dump"
WIDE_GAP: Final = 3
"""Line ends above a pipe that part rows: a scraper leaves the line ends of `</tr>`, `<tr>` and `<td>` there."""
STACKED_SCORE: Final = 0.94
SECTION_LENGTH: Final = 200
PROSE_WORDS: Final = 12
HEADING_LENGTH: Final = 90
HEADING_LEVEL: Final = 2
"""That of a line above a table: the page's own name stands above it."""
BLANK_LINE: Final = lazy_regex(r"\S[^\S\n]{0,99}\n[^\S\n]{0,99}\n")
LINE: Final = lazy_regex(r"[^\n]*\n?")
LEAST_PIPES: Final = 3
"""Bars without which a text is no table of lines."""
LEADING_PIPE: Final = lazy_regex(r"^[ \t\u00a0]*\|", re.MULTILINE)
ADDRESS: Final = lazy_regex(r"https?://", re.IGNORECASE)


@attrs.frozen
class Pipe:
    """A pipe and what stands around it.

    `indent` is the white space before it where nothing else is on its line (else None), `gap` counts the line ends
    since the text before, `follows` is the first character behind it on its line, `filled` tells of text since the
    pipe before.
    """

    at: int
    indent: str | None
    gap: int
    follows: str
    filled: bool


@attrs.define(eq=False)
class RawRow:
    """A row as it is found: where it begins, and the bounds of its closed cells."""

    start: int
    cells: list[tuple[int, int]] = attrs.field(factory=list)


@attrs.frozen(eq=False)
class Habits:
    """How surely known rows of this dump begin: their indents, and the usual number of line ends above them."""

    indents: frozenset[str]
    gap: int


def find_pipes(text: str) -> list[Pipe]:
    """List all pipes with their surroundings, in one pass."""
    pipes: list[Pipe] = []
    before = 0
    at = text.find("|")
    while at >= 0:
        line = text.rfind("\n", before, at) + 1 or before
        indent = text[line:at]
        pending = text[before:at]
        words = pending.rstrip()
        leads = not indent.strip() and (line > before or before == 0)
        end = at + 1
        while end < len(text) and text[end] in " \t\r\u00a0":
            end += 1
        follows = text[end] if end < len(text) and text[end] != "\n" else ""
        pipes.append(Pipe(at, indent if leads else None, pending.count("\n", len(words)), follows, bool(words)))
        before = at + 1
        at = text.find("|", before)
    return pipes


def learn_habits(pipes: list[Pipe]) -> Habits:
    """Learn from the rows that begin beyond doubt: a leading pipe with text behind it and none before it."""
    sure = [pipe for pipe in pipes[1:] if pipe.indent is not None and not pipe.filled and pipe.follows not in ("", "|")]
    if not sure:
        return Habits(frozenset(), WIDE_GAP)
    gaps = sorted(pipe.gap for pipe in sure)
    return Habits(frozenset(pipe.indent or "" for pipe in sure), gaps[len(gaps) // 4])


def begins_row(pipe: Pipe, row: RawRow | None, width: int, habits: Habits) -> bool:
    """Tell whether a pipe begins a row, rather than closing a cell."""
    if row is None:
        return True
    complete = 0 < width <= len(row.cells)
    usual = pipe.indent in habits.indents
    if pipe.indent is None:
        return False
    if pipe.filled:
        # Text stands above: a cell of several lines that this pipe closes, or prose between two tables.
        return bool(pipe.follows) and pipe.follows != "|" and (pipe.gap >= WIDE_GAP or (complete and usual))
    if pipe.follows and pipe.follows != "|":
        return True
    # An empty cell is closed here, or a row begins whose first cell stands below; a head has no empty cell that wide.
    if not width and not habits.indents:
        return pipe.gap >= WIDE_GAP and len(row.cells) > 1
    return (complete and pipe.gap > 1) or (usual and pipe.gap >= max(habits.gap, 2) and bool(row.cells))


def leaves_line(text: str, row: RawRow, before: int, pipe: Pipe) -> bool:
    """Tell a line that bars part ("Home | Schedule | Forum") from the table below it: a blank line stands between."""
    if not row.cells or text[row.start] == "|" or "\n" in text[row.start : row.cells[-1][1]]:
        return False
    if pipe.indent is not None:
        # Running text under the line, then a pipe that leads: no cell is so long that early.
        prose = text[before : pipe.at]
        return len(prose.split()) >= PROSE_WORDS and len(BLANK_LINE.findall(prose)) > 1
    return BLANK_LINE.search(text, before, text.rfind("\n", before, pipe.at) + 1 or before) is not None


def find_rows(text: str) -> Iterator[RawRow | tuple[int, int]]:
    """Yield rows, and the bounds of prose between them, in order."""
    pipes = find_pipes(text)
    habits = learn_habits(pipes)
    row: RawRow | None = None
    width = 0
    before = 0
    for pipe in pipes:
        if begins_row(pipe, row, width, habits) or (row is not None and leaves_line(text, row, before, pipe)):
            if row is not None:
                yield row
                width = max(width, len(row.cells))
            first = pipe.at if pipe.indent is not None else text.rfind("\n", before, pipe.at) + 1 or before
            if text[before:first].strip():
                yield before, first
                width = 0
            row = RawRow(first)
            # A first row without a leading pipe: this one closes its first cell.
            if pipe.indent is None:
                row.cells.append((first, pipe.at))
        elif row is not None:
            row.cells.append((before, pipe.at))
        before = pipe.at + 1
    if row is not None:
        if not row.cells and text[before:].strip():
            row.cells.append((before, len(text)))
            before = len(text)
        yield row
    if text[before:].strip():
        yield before, len(text)


def has_line_rows(text: str) -> bool:
    r"""Tell whether each row stands on a line of its own: pipes only part cells, none leads a line.

    >>> has_line_rows("16 / 08 | Intro | \n19 / 08 | Holiday | \n23 / 08 | Databases | Ana Cruz | ")
    True
    """
    pipes = text.count("|")
    return pipes >= LEAST_PIPES and not LEADING_PIPE.search(text)


def find_line_rows(text: str, separator: str) -> Iterator[RawRow | tuple[int, int]]:
    """Yield the rows of a table that holds each on a line, and the prose around them.

    The separator is a tab where the table was copied from a browser. A line without one right between two rows is a
    row of one cell: a section's heading.
    """
    pending: list[RawRow] = []
    prose = 0
    table = False
    for line in LINE.finditer(text):
        words = line[0].strip("\r\n")
        # Within a table a tab at the front of a line stands for an empty first cell; a bar closes the cell before it.
        if words.strip() and separator in (words if table or separator == "|" else words.strip()):
            if not table and text[prose : line.start()].strip():
                yield prose, line.start()
            yield from pending
            pending = []
            row, at = RawRow(line.start()), line.start()
            for cell in words.split(separator):
                row.cells.append((at, at + len(cell)))
                at += len(cell) + 1
            if separator == "|" and not words.rsplit(separator, 1)[1].strip():
                row.cells.pop()
            yield row
            table, prose = True, line.end()
        elif table and words.strip() and len(words) <= SECTION_LENGTH:
            pending.append(RawRow(line.start(), [(line.start(), line.start() + len(words))]))
        elif words.strip() or line[0]:
            table, pending = False, []
    if text[prose:].strip():
        yield prose, len(text)


def find_stacked_rows(text: str, table: StackedTable) -> Iterator[RawRow | tuple[int, int]]:
    """Yield the rows of a table of one cell a line, and the prose around them."""
    if text[: table.start].strip():
        yield 0, table.start
    for cells in table.rows:
        yield RawRow(cells[0].start, [(cell.start, cell.end) for cell in cells])
    if text[table.end :].strip():
        yield table.end, len(text)


def read_plain(text: str, start: int, end: int) -> Text:
    r"""Read text without markup: each line's indent goes, its line end stays; addresses are links.

    >>> read_plain("a \n   b", 0, 7).plain
    'a \nb'
    """
    runs: list[Run] = []
    for line in LINE.finditer(text, start, end):
        words = line[0]
        if not words:
            break
        left = line.start() + len(words) - len(words.lstrip(" \t\r\f\v\u00a0"))
        stop = line.end() - 2 if words.endswith("\r\n") else line.end()
        at = left
        for found in ADDRESS.finditer(text, left, stop):
            last = find_bare_end(text, found.start())
            if found.start() >= at and last > found.start():
                if found.start() > at:
                    runs.append(Run(text[at : found.start()], Span(at, found.start())))
                place = Span(found.start(), last)
                runs.append(Run(text[found.start() : last], place, Anchor(clean_href(place.slice(text)), place)))
                at = last
        if stop > at:
            runs.append(Run(text[at:stop], Span(at, stop), None, Mark.NONE))
        if stop < line.end():
            runs.append(Run("\n", Span(line.end() - 1, line.end())))
    return Text.of(runs)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    inner = text[start:end]
    left = start + len(inner) - len(inner.lstrip())
    return left, left + len(inner.strip())


def make_row(text: str, raw: RawRow) -> Row:
    """Make a row of the bounds of its cells."""
    cells: list[Cell] = []
    for a, b in raw.cells:
        left, right = _trim(text, a, b)
        if left < right:
            span = Span(left, right)
            cells.append(Cell((Paragraph(read_plain(text, left, right), span),), span))
        else:
            cells.append(Cell((), Span(a, b)))
    return Row(tuple(cells), Span(raw.start, raw.cells[-1][1] if raw.cells else raw.start + 1))


def read_prose(text: str, start: int, end: int) -> Iterator[Paragraph]:
    """Yield the paragraphs of prose, which blank lines part."""
    first = last = -1
    for line in LINE.finditer(text, start, end):
        left, right = _trim(text, line.start(), line.end())
        if left < right:
            first = left if first < 0 else first
            last = right
        elif first >= 0:
            yield Paragraph(read_plain(text, first, last), Span(first, last))
            first = -1
    if first >= 0:
        yield Paragraph(read_plain(text, first, last), Span(first, last))


def read(source: Source) -> Document:
    r"""Read a dump of rows; empty cells keep their place, a row of one cell stays one, prose becomes paragraphs.

    Where no `|` stands in the text, tabs part the cells, or each has a line of its own.

    >>> document = read(Source("Date | \nTopic | \n\n\n| Jan 16 | \nIntro\n | \n\n\n| Jan 18 | \n\n | \n"))
    >>> [[bool(cell.blocks) for cell in row.cells] for row in document.blocks[0].rows]
    [[True, True], [True, True], [True, False]]
    """
    text = source.text
    blocks: list[Block] = []
    rows: list[Row] = []
    for found in _find_all(text):
        if isinstance(found, RawRow):
            if found.cells:
                rows.append(make_row(text, found))
            continue
        if rows:
            blocks.append(Table(tuple(rows), rows[0].span.cover(rows[-1].span)))
            rows = []
        blocks += read_prose(text, *found)
    if rows:
        blocks.append(Table(tuple(rows), rows[0].span.cover(rows[-1].span)))
    return Document(source, DIALECT, tuple(find_headings(blocks)))


def find_headings(blocks: list[Block]) -> Iterator[Block]:
    """Yield the blocks, with each line that stands alone right above a table as the heading that it was.

    One table's only line above may as well be the page's name or a remark; where each of several tables has one, they
    part the plan.
    """
    tables = [at for at, block in enumerate(blocks) if isinstance(block, Table)]
    above = [blocks[at - 1] if at else None for at in tables]
    named = [block for block in above if isinstance(block, Paragraph) and _is_heading(block.text.plain)]
    parted = {id(block) for block in named} if len(named) > 1 and len(named) == len(tables) else set()
    for block in blocks:
        if isinstance(block, Paragraph) and id(block) in parted:
            yield Heading(HEADING_LEVEL, block.text, block.span)
        else:
            yield block


def _is_heading(words: str) -> bool:
    return "\n" not in words and len(words) <= HEADING_LENGTH and not words.endswith((".", ":", ",", ";", "?", "!"))


def _find_all(text: str) -> Iterator[RawRow | tuple[int, int]]:
    if "|" in text:
        return find_line_rows(text, "|") if has_line_rows(text) else find_rows(text)
    table = find_stacked_table(text)
    return find_line_rows(text, "\t") if table is None else find_stacked_rows(text, table)


def detect(source: Source) -> Guess | None:
    """Say how well the page fits a dump of rows."""
    table = find_stacked_table(source.text[:MAX_SAMPLE])
    if table is not None:
        return Guess(DIALECT, STACKED_SCORE, (f"{len(table.rows) - 1} rows of one cell a line below a head",))
    return find_signs(source.text).guess(DIALECT)


READER: Final = Reader(DIALECT, read, detect)
