"""A table that a scraper flattened to cells which a bar closes each, on its line or the next, without ends of rows.

Or to rows of a line each, whose first bar stands on the line above.

A head with a word for dates or numbers tells how a row begins, and most rows how many cells it has; what stands
between two rows is a row of one cell, as of a cell that spanned the table.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from syllabus_parse.normalize.dates import parse_week, parse_whens
from syllabus_parse.readers.dump_rows import LINE, RawRow
from syllabus_parse.readers.stacked_rows import BEFORE_HEAD, DATE_HEAD, FEWEST_ROWS, LONGEST_DATE, LONGEST_HEAD, WIDEST
from syllabus_parse.regex import lazy_regex

LEAST_CELLS: Final = 9
MOST_HEADS: Final = 12
"""Cells among which the first word of the head stands."""
RULE: Final = lazy_regex(r"[ \t|:=-]*-[ \t|:=-]*")  # the dashes below a head
NUMBER: Final = lazy_regex(r"\d{1,3}")

Bounds = tuple[int, int]


def find_closed_rows(text: str) -> list[RawRow | Bounds] | None:
    r"""Find the rows of a table of closed cells and the bounds of the prose around them; None where there is none.

    >>> cells = ["Date", "Topic", "Week 1", "9/2", "Sets", "9/4", "", "9/9", "Maps", "9/11", "Rings"]
    >>> rows = find_closed_rows("".join(f"{cell}\n|\n" for cell in cells))
    >>> [len(row.cells) for row in rows]
    [2, 1, 2, 2, 2, 2]
    """
    cells = _list_cells(text)
    if len(cells) < LEAST_CELLS:
        return None
    for head in range(min(MOST_HEADS, len(cells))):
        words = _words(text, cells[head])
        if not words or len(words) > LONGEST_HEAD:
            continue
        dated = DATE_HEAD.fullmatch(words) is not None
        if not dated and BEFORE_HEAD.fullmatch(words) is None:
            continue
        starts = _find_starts(text, cells, head, dated=dated)
        width = _measure(starts)
        if width and _is_head(text, cells, head, starts[0], width):
            return list(_list_rows(text, cells, head, starts, width))
    return None


def _list_cells(text: str) -> list[Bounds]:
    """List the cells of the first stretch of lines that each hold a whole cell, a part of one, or its bar alone."""
    cells: list[Bounds] = []
    begin = -1
    for line in LINE.finditer(text):
        words = line[0].rstrip()
        bars = words.count("|")
        if not bars:
            begin = (begin if begin >= 0 and cells else line.start()) if words else begin
            continue
        if bars > 1 or not words.endswith("|"):
            if RULE.fullmatch(words) is None and len(cells) >= LEAST_CELLS:
                break
            cells, begin = [], -1  # what stood above was no such table
            continue
        closed = line.start() + len(words) - 1
        cells.append((begin if begin >= 0 else line.start(), closed))
        begin = -1
    return cells


def _words(text: str, cell: Bounds) -> str:
    return text[slice(*cell)].strip()


def _find_starts(text: str, cells: Sequence[Bounds], head: int, *, dated: bool) -> list[int]:
    """Find the cells that begin a row: each a day, or each one more than the last."""
    starts: list[int] = []
    last: int | None = None
    for index in range(head + 2, len(cells)):
        words = _words(text, cells[index])
        if not words or len(words) > LONGEST_DATE:
            continue
        if dated:
            if parse_week(words) is None and any(when.day for when in parse_whens(words)):
                starts.append(index)
            continue
        number = _read_number(words)
        if number is not None and (last is None or number == last + 1):
            starts.append(index)
            last = number
    return starts


def _read_number(words: str) -> int | None:
    return int(words) if NUMBER.fullmatch(words) else parse_week(words)


def _measure(starts: Sequence[int]) -> int:
    """Return how many cells a row has; 0 where most rows don't have as many, or more below them."""
    if len(starts) < FEWEST_ROWS:
        return 0
    steps = [b - a for a, b in pairwise(starts)]
    width, count = Counter(steps).most_common(1)[0]
    return width if 2 <= width <= WIDEST and count * 2 >= len(steps) and min(steps) >= width - 1 else 0


def _is_head(text: str, cells: Sequence[Bounds], head: int, first: int, width: int) -> bool:
    """Tell whether a row of short words stands above the first row, with no more than one cell between."""
    names = [_words(text, cell) for cell in cells[head : head + width]]
    return 0 <= first - head - width <= 1 and all(0 < len(name) <= LONGEST_NAME for name in names)


LONGEST_NAME: Final = 40


def _list_rows(
    text: str, cells: Sequence[Bounds], head: int, starts: Sequence[int], width: int
) -> Iterator[RawRow | Bounds]:
    begin = cells[head][0]
    if text[:begin].strip():
        yield 0, begin
    last = min(starts[-1] + width, len(cells))
    for start, stop in pairwise([head, *starts, last]):
        row = cells[start : min(start + width, stop)]
        yield RawRow(row[0][0], list(row))
        for cell in cells[start + width : stop]:
            if _words(text, cell):
                yield RawRow(cell[0], [cell])
    end = cells[last - 1][1] + 1
    if text[end:].strip():
        yield end, len(text)


def find_led_rows(text: str) -> list[RawRow | Bounds] | None:
    r"""Find rows of a line each whose first bar stands alone on the line above; None where bars stand otherwise.

    >>> rows = find_led_rows("|\nDate | Topic |\n|\n9/2 | Sets |\n|\n9/4 | |\n|\n9/9 | Maps |\n")
    >>> [len(row.cells) for row in rows]
    [2, 2, 2, 2]
    """
    out: list[RawRow | Bounds] = []
    rows, prose, led = 0, -1, False
    for line in LINE.finditer(text):
        words = line[0].rstrip()
        if words.strip() == "|":
            if led:
                return None
            led = True
            continue
        if not led:
            if "|" in words:
                return None
            prose = line.start() if prose < 0 and words else prose
            continue
        led = False
        if words.count("|") < LEAST_BARS or not words.endswith("|") or words.lstrip().startswith("|"):
            return None
        if prose >= 0:
            out.append((prose, line.start()))
            prose = -1
        row, at = RawRow(line.start()), line.start()
        for cell in words[:-1].split("|"):
            row.cells.append((at, at + len(cell)))
            at += len(cell) + 1
        out.append(row)
        rows += 1
    if prose >= 0:
        out.append((prose, len(text)))
    return out if rows > FEWEST_ROWS else None


LEAST_BARS: Final = 2
