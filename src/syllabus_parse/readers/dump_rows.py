"""The rows of a dumped table: where each begins, told by the pipes and gaps that this dump puts around cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import attrs

from syllabus_parse.readers.stacked_rows import StackedTable, find_stacked_table
from syllabus_parse.regex import lazy_regex

WIDE_GAP: Final = 3
"""Line ends above a pipe that part rows: a scraper leaves the line ends of `</tr>`, `<tr>` and `<td>` there."""
SECTION_LENGTH: Final = 200
PROSE_WORDS: Final = 12
BLANK_LINE: Final = lazy_regex(r"\S[^\S\n]{0,99}\n[^\S\n]{0,99}\n")
LINE: Final = lazy_regex(r"[^\n]*\n?")
LEAST_PIPES: Final = 3
"""Bars without which a text is no table of lines."""
LEADING_PIPE: Final = lazy_regex(r"^[ \t\u00a0]*\|", re.MULTILINE)


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
    """How surely known rows of this dump begin: their indents, and the usual number of line ends above them.

    `bare` says that the pipe which begins a row stands alone on its line, as does each that closes a cell.
    """

    indents: frozenset[str]
    gap: int
    bare: bool = False


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
        return _learn_bare_habits(pipes)
    gaps = sorted(pipe.gap for pipe in sure)
    return Habits(frozenset(pipe.indent or "" for pipe in sure), gaps[len(gaps) // 4])


def _learn_bare_habits(pipes: list[Pipe]) -> Habits:
    """Learn from pipes alone on their lines: those that close a cell stand deeper than those that begin a row."""
    closing = {pipe.indent for pipe in pipes[1:] if pipe.filled and pipe.indent}
    opening = [pipe for pipe in pipes[1:] if not pipe.filled and pipe.indent is not None and pipe.indent not in closing]
    if len(opening) < LEAST_BARE or len({pipe.indent for pipe in opening}) > 1:
        return Habits(frozenset(), WIDE_GAP)
    return Habits(frozenset(pipe.indent or "" for pipe in opening), min(pipe.gap for pipe in opening), bare=True)


LEAST_BARE: Final = 3


def begins_row(pipe: Pipe, row: RawRow, width: int, habits: Habits) -> bool:
    """Tell whether a pipe begins a row, rather than closing a cell."""
    complete = 0 < width <= len(row.cells)
    usual = pipe.indent in habits.indents
    if pipe.indent is None:
        return False
    if pipe.filled:
        # Text stands above: a cell of several lines that this pipe closes, or prose between two tables.
        if habits.bare:
            return usual and complete and pipe.gap >= WIDE_GAP
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
        if row is None or begins_row(pipe, row, width, habits) or leaves_line(text, row, before, pipe):
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
        else:
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


def has_tab_rows(text: str) -> bool:
    r"""Tell whether tabs part the cells though a bar stands in the text, as between the links above a table.

    >>> has_tab_rows("Home | Plan\n\nDate\tTopic\n8/26\tWool\n9/2\tFlax\n9/9\tHemp\n")
    True
    """
    if "\t" not in text or LEADING_PIPE.search(text):
        return False
    tabbed = barred = 0
    for line in LINE.finditer(text):
        tabbed += bool(TAB_BETWEEN.search(line[0])) and "|" not in line[0]
        barred += "|" in line[0]
    return tabbed > LEAST_PIPES and tabbed > 2 * barred


TAB_BETWEEN: Final = lazy_regex(r"[^\s|][^\S\t\n]{0,9}\t")


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
    """Yield the rows of tables of one cell a line, `table` the first, and the prose around them."""
    at = 0
    held: StackedTable | None = table
    for _ in range(MOST_TABLES):
        if held is None:
            break
        if text[at : at + held.start].strip():
            yield at, at + held.start
        for cells in held.rows:
            yield RawRow(at + cells[0].start, [(at + cell.start, at + cell.end) for cell in cells])
        at += held.end
        held = find_stacked_table(text[at:])
    if text[at:].strip():
        yield at, len(text)


MOST_TABLES: Final = 12
