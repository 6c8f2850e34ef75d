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
from syllabus_parse.readers.counted_rows import COUNT_NAME, HEAD_LINE, LONGEST_HEAD_LINE, Line, find_counted_rows
from syllabus_parse.regex import lazy_regex

LONGEST_DATE: Final = 40
LONGEST_HEAD: Final = 30
FEWEST_ROWS: Final = 3
WIDEST: Final = 12
FEW_SIGNS: Final = 4
"""So many bars or tabs may stand in a page's other words, as between the links above the table."""
LED: Final = lazy_regex(r"^[ \t]*\||\|[ \t]*$", re.MULTILINE)
LINE: Final = lazy_regex(r"[^\n]*\n?")
DATE_HEAD: Final = lazy_regex(
    r"\W*(?:(?:class |lecture |meeting )?dates?(?: \([^()\n]{1,12}\))?|when|datum|wann|termin|fechas?|data|día|dia"
    r"|giorno|jour|日期|时间|日付|날짜|일자)\W*",
    re.IGNORECASE,
)
# What may stand before the date of a row: "Week", "#", "Lecture".
BEFORE_HEAD: Final = lazy_regex(
    r"\W*(?:weeks?|wk|#|no\.?|nr\.?|lectures?|lec|sessions?|class|day|meeting|unit|module|idx|woche|sitzung|semana|sesión"
    r"|clase|aula|semaine|séance|cours|lezione|周次|序号|节次|回|회차|주차|번호)?\W*",
    re.IGNORECASE,
)


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
    if text.count("|") > FEW_SIGNS or LED.search(text) or text.strip().count("\t") > FEW_SIGNS:
        return None
    names = [line.strip() for line in text.split("\n") if len(line) < LONGEST_HEAD_LINE]
    # On most pages neither stands: to look for their dates takes far longer.
    table = _find_table(text) if any(DATE_HEAD.fullmatch(name) for name in names) else None
    if table is None and any(COUNT_NAME.fullmatch(name) or HEAD_LINE.fullmatch(name) for name in names):
        table = _find_counted_table(text)
    signs = 0 if table is None else text.count("|", table.start, table.end) + text.count("\t", table.start, table.end)
    return table if not signs else None


def _find_counted_table(text: str) -> StackedTable | None:
    lines = [_trim(text, match.start(), match.end()) for match in LINE.finditer(text) if match[0].strip()]
    rows = find_counted_rows(text, lines)
    if rows is None:
        return None
    return StackedTable(rows[0][0][0], rows[-1][-1][1], tuple(tuple(Line(*cell) for cell in row) for row in rows))


def _find_table(text: str) -> StackedTable | None:
    lines = [_trim(text, match.start(), match.end()) for match in LINE.finditer(text) if match[0]]
    filled = [line for line in lines if line.end > line.start]
    for kept in (lines, filled):
        table = _find_even_rows(text, kept)
        if table is not None:
            return table
    table = _find_ragged_rows(text, filled)
    if table is not None:
        return table
    found = [table for kept in (lines, filled) if (table := _find_rows_below_head(text, kept)) is not None]
    return max(found, key=lambda table: len(table.rows), default=None)


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
    before = _count_before(text, lines, head)
    if any(_is_long(line) for line in lines[head - before : head - before + width]):
        return None
    starts = [head - before, *(date - before for date in dates)]
    rows = tuple(tuple(lines[start : start + width]) for start in starts)
    return StackedTable(rows[0][0].start, rows[-1][-1].end, rows)


def _find_rows_below_head(text: str, lines: Sequence[Line]) -> StackedTable | None:
    """Find rows of one width right below a head, whatever other dates a page has: each has its date in its place."""
    dates = set(_find_dates(text, lines))
    for head, line in enumerate(lines):
        if not DATE_HEAD.fullmatch(text, line.start, line.end):
            continue
        first = next((index for index in range(head + 3, head + WIDEST + 1) if index in dates), None)
        before = _count_before(text, lines, head)
        if first is None or any(_is_long(name) for name in lines[head - before : first - before]):
            continue
        width = first - head
        places = list(range(first, len(lines) - width + before + 1, width))
        last = next((at for at, place in enumerate(places) if place not in dates), len(places))
        if last < FEWEST_ROWS:
            continue
        starts = [head - before, *(place - before for place in places[:last])]
        rows = tuple(tuple(lines[start : start + width]) for start in starts)
        return StackedTable(rows[0][0].start, rows[-1][-1].end, rows)
    return None


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
    if (
        head is None
        or dates[0] - head < 3
        or _count_before(text, lines, head) > 1
        or any(_is_long(line) for line in lines[head : dates[0]])
    ):
        return None
    width = dates[0] - head
    bounds = [head, *dates, len(lines)]
    rows = [tuple(lines[a:b]) for a, b in pairwise(bounds)]
    if any(len(row) > width for row in rows[:-1]):
        return None
    rows[-1] = rows[-1][:width]
    return StackedTable(rows[0][0].start, rows[-1][-1].end, tuple(rows))


def _count_before(text: str, lines: Sequence[Line], head: int) -> int:
    """Count the heads before that of the dates, up to the farthest that numbers rows: "Week", "Topic", "Dates"."""
    counted = 0
    for before in range(1, min(MOST_BEFORE, head) + 1):
        line = lines[head - before]
        if line.end <= line.start or line.end - line.start > LONGEST_HEAD:
            break
        near = counted == before - 1 and before < MOST_BEFORE
        if (near and _names_number(text, line)) or COUNT_HEAD.fullmatch(text, line.start, line.end):
            counted = before
    return counted


MOST_BEFORE: Final = 3
COUNT_HEAD: Final = lazy_regex(r"(?:weeks?|wk\.?|#|no\.?|nr\.?|woche|semana|semaine|周次|序号)", re.IGNORECASE)


def _names_number(text: str, line: Line) -> bool:
    return line.end > line.start and BEFORE_HEAD.fullmatch(text, line.start, line.end) is not None


def _is_long(line: Line) -> bool:
    return line.end - line.start > LONGEST_HEAD
