"""A table that a scraper flattened to one cell a line: a head of several lines, then as many lines for each row.

Nothing but the dates tells the rows apart: each row has one, and it stands as far below its row's first line as the
word for dates stands below the first word of the head.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import attrs

from syllabus_parse.normalize.dates import parse_whens
from syllabus_parse.regex import lazy_regex

LONGEST_DATE: Final = 40
LONGEST_HEAD: Final = 30
FEWEST_ROWS: Final = 3
WIDEST: Final = 12
LINE: Final = lazy_regex(r"[^\n]*\n?")
DATE_HEAD: Final = lazy_regex(
    r"\W*(?:dates?|when|datum|wann|termin|fechas?|data|día|dia|giorno|jour|日期|时间|日付|날짜)\W*", re.IGNORECASE
)
# What may stand before the date of a row: "Week", "#", "Lecture".
BEFORE_HEAD: Final = lazy_regex(
    r"\W*(?:weeks?|wk|#|no\.?|nr\.?|lectures?|lec|sessions?|class|day|meeting|woche|sitzung|semana|sesión|semaine|séance"
    r"|周次|序号|回)?\W*",
    re.IGNORECASE,
)


@attrs.frozen
class Line:
    """The bounds of a line without the white space around it."""

    start: int
    end: int


@attrs.frozen
class StackedTable:
    """Where the table begins and ends, and the bounds of its rows' cells, the head first."""

    start: int
    end: int
    rows: tuple[tuple[Line, ...], ...]


def find_stacked_table(text: str) -> StackedTable | None:
    r"""Find a table of one cell a line; None where no head with a word for dates stands above regular dates.

    Blank lines are empty cells where rows come out even with them; else they are nothing, and a row may lack its
    last cells.

    >>> table = find_stacked_table("Date\nTopic\nWho\n9/2\nSets\nAnn\n9/9\nMaps\nBo\n9/16\nRings\nAnn\n")
    >>> len(table.rows), find_stacked_table("9/2\nSets\n9/9\nMaps\n9/16\nRings\n")
    (4, None)
    """
    if "|" in text or "\t" in text.strip():
        return None
    if not any(DATE_HEAD.fullmatch(line.strip()) for line in text.split("\n")):
        return None  # most pages: to look for their dates takes far longer
    lines = [_trim(text, match.start(), match.end()) for match in LINE.finditer(text) if match[0]]
    filled = [line for line in lines if line.end > line.start]
    for kept in (lines, filled):
        table = _find_even_rows(text, kept)
        if table is not None:
            return table
    return _find_ragged_rows(text, filled)


def _trim(text: str, start: int, end: int) -> Line:
    words = text[start:end]
    left = start + len(words) - len(words.lstrip())
    return Line(min(left, end), max(min(left, end), start + len(words.rstrip())))


def _find_dates(text: str, lines: Sequence[Line]) -> list[int]:
    return [
        index
        for index, line in enumerate(lines)
        if 2 < line.end - line.start <= LONGEST_DATE
        and any(when.day for when in parse_whens(text[line.start : line.end]))
    ]


def _find_even_rows(text: str, lines: Sequence[Line]) -> StackedTable | None:
    """Find rows of one width: most dates stand as far apart, and the word for dates that far above the first."""
    dates = _find_dates(text, lines)
    if len(dates) < FEWEST_ROWS:
        return None
    width, count = Counter(b - a for a, b in pairwise(dates)).most_common(1)[0]
    head = dates[0] - width
    if not 3 <= width <= WIDEST or count < len(dates) - 1 or head < 0:
        return None
    if not DATE_HEAD.fullmatch(text, lines[head].start, lines[head].end):
        return None
    before = 0
    while before < 2 and head - before > 0 and _names_number(text, lines[head - before - 1]):
        before += 1
    if any(_is_long(line) for line in lines[head - before : head - before + width]):
        return None
    starts = [head - before, *(date - before for date in dates)]
    rows = tuple(tuple(lines[start : start + width]) for start in starts)
    return StackedTable(rows[0][0].start, rows[-1][-1].end, rows)


def _find_ragged_rows(text: str, lines: Sequence[Line]) -> StackedTable | None:
    """Find rows that lack cells at their ends: each begins with its date, as the head begins with the word for it."""
    dates = _find_dates(text, lines)
    if len(dates) < FEWEST_ROWS:
        return None
    head = next(
        (
            index
            for index in range(dates[0] - 1, max(-1, dates[0] - WIDEST), -1)
            if DATE_HEAD.fullmatch(text, lines[index].start, lines[index].end)
        ),
        None,
    )
    if head is None or dates[0] - head < 3 or any(_is_long(line) for line in lines[head : dates[0]]):
        return None
    width = dates[0] - head
    bounds = [head, *dates, len(lines)]
    rows = [tuple(lines[a:b]) for a, b in pairwise(bounds)]
    if any(len(row) > width for row in rows[:-1]):
        return None
    rows[-1] = rows[-1][:width]
    return StackedTable(rows[0][0].start, rows[-1][-1].end, tuple(rows))


def _names_number(text: str, line: Line) -> bool:
    return line.end > line.start and BEFORE_HEAD.fullmatch(text, line.start, line.end) is not None


def _is_long(line: Line) -> bool:
    return line.end - line.start > LONGEST_HEAD
