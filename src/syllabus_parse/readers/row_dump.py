"""A table that a scraper flattened: `|` behind each cell and before each row's first, rows over many lines.

Nothing says where a row ends. What does: a pipe that leads its line begins a row or closes a cell of several lines,
and the text around it, the blank lines above it, its indent and the width of the table tell which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from syllabus_parse.document import (
    Anchor,
    Block,
    Cell,
    Document,
    Heading,
    Mark,
    Paragraph,
    Row,
    Run,
    Table,
    Text,
)
from syllabus_parse.readers.closed_cells import find_closed_rows, find_led_rows
from syllabus_parse.readers.dump_joins import rejoin_rows
from syllabus_parse.readers.dump_rows import (
    LINE,
    RawRow,
    find_line_rows,
    find_rows,
    find_stacked_rows,
    has_line_rows,
    has_tab_rows,
)
from syllabus_parse.readers.link_targets import clean_href, find_bare_end
from syllabus_parse.readers.markdown_signs import MAX_SAMPLE, find_signs
from syllabus_parse.readers.reader import Guess, Reader
from syllabus_parse.readers.spaced_rows import SpacedRow, SpacedTable, find_spaced_table, list_bounds
from syllabus_parse.readers.stacked_rows import find_stacked_table
from syllabus_parse.regex import lazy_regex
from syllabus_parse.source import Source, Span

DIALECT: Final = "row_dump"
STACKED_SCORE: Final = 0.94
HEADING_LENGTH: Final = 90
HEADING_LEVEL: Final = 2
"""That of a line above a table: the page's own name stands above it."""
ADDRESS: Final = lazy_regex(r"https?://", re.IGNORECASE)


def read_plain(text: str, start: int, end: int) -> Text:
    r"""Read text without markup: each line's indent goes, its line end stays; addresses are links.

    >>> read_plain("a \n   b", 0, 7).plain
    'a \nb'
    """
    runs: list[Run] = []
    for line in LINE.finditer(text, start, end):
        words = line[0]
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


def read(source: Source) -> Document:
    r"""Read a dump of rows; empty cells keep their place, a row of one cell stays one, prose becomes paragraphs.

    Where no `|` stands in the text, tabs part the cells, or each has a line of its own.

    >>> document = read(Source("Date | \nTopic | \n\n\n| Jan 16 | \nIntro\n | \n\n\n| Jan 18 | \n\n | \n"))
    >>> [[bool(cell.blocks) for cell in row.cells] for row in document.blocks[0].rows]
    [[True, True], [True, True], [True, False]]
    """
    text = source.text
    spaced = find_spaced_table(text)
    if spaced is not None:
        return Document(source, DIALECT, tuple(read_spaced(text, spaced)))
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


def read_spaced(text: str, table: SpacedTable) -> Iterator[Block]:
    """Yield the table whose cells blanks part, and the prose around it; a further one below it is read too."""
    at = 0
    held: SpacedTable | None = table
    for _ in range(MOST_TABLES):
        if held is None:
            break
        yield from read_prose(text, at, held.start)
        rows = [_make_spaced_row(text, row, held.widths) for row in held.rows]
        yield Table(tuple(rows), rows[0].span.cover(rows[-1].span))
        at = held.end
        held = find_spaced_table(text, at)
    yield from read_prose(text, at, len(text))


MOST_TABLES: Final = 12


def _make_spaced_row(text: str, row: SpacedRow, widths: Sequence[int]) -> Row:
    cells: list[Cell] = []
    first = last = next(piece.start for cell in row.cells for piece in cell)
    for cell, width in zip(row.cells, widths, strict=False):
        runs: list[Run] = []
        for (start, end), joint in list_bounds(text, cell, width):
            runs += [Run(joint, Span(start, start))] if joint else []
            runs += read_plain(text, start, end).runs
        words = Text.of(runs)
        if cell:
            span = Span(cell[0].start, cell[-1].end)
            cells.append(Cell((Paragraph(words, span),), span))
            last = max(last, span.end)
        else:
            cells.append(Cell((), Span(last, last)))
    return Row(tuple(cells), Span(first, last))


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
    closed = find_closed_rows(text) or find_led_rows(text)
    if closed is not None:
        return iter(closed)
    table = find_stacked_table(text)
    if table is None and "|" in text and not has_tab_rows(text):
        return find_line_rows(text, "|") if has_line_rows(text) else find_rows(text)
    return rejoin_rows(text, find_line_rows(text, "\t")) if table is None else find_stacked_rows(text, table)


def detect(source: Source) -> Guess | None:
    """Say how well the page fits a dump of rows."""
    spaced = find_spaced_table(source.text[:MAX_SAMPLE])
    if spaced is not None:
        return Guess(DIALECT, STACKED_SCORE, (f"{len(spaced.rows) - 1} rows whose cells blanks part",))
    table = find_stacked_table(source.text[:MAX_SAMPLE])
    if table is not None:
        return Guess(DIALECT, STACKED_SCORE, (f"{len(table.rows) - 1} rows of one cell a line below a head",))
    return find_signs(source.text).guess(DIALECT)


READER: Final = Reader(DIALECT, read, detect)
