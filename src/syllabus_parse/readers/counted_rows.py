"""A table flattened to one cell or one row a line, without dates: the first cell of each row counts, "1", "2", "3"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import attrs

from syllabus_parse.normalize.dates import parse_week
from syllabus_parse.regex import lazy_regex

FEWEST: Final = 4
WIDEST: Final = 8
LONGEST_NAME: Final = 40
# The head above the numbers: "Week", "Lecture #", "Sitzung".
COUNT_NAME: Final = lazy_regex(
    r"(?:weeks?|wk|#|no\.?|nr\.?|lectures?|lec|sessions?|ses|class|meeting|unit|module|lesson|woche|sitzung|semana|sesión"
    r"|clase|aula|semaine|séance|cours|lezione|周次|序号|节次|回|회차|주차|번호)(?:\s?(?:#|no\.?|number|nr\.?))?[.:]?",
    re.IGNORECASE,
)
# The whole head on one line: "Week Topic Content and Reading Assignment"
HEAD_LINE: Final = lazy_regex(
    rf"(?P<count>{COUNT_NAME.pattern})\s{{1,9}}(?P<topic>(?:topics?|subjects?|titles?|themes?|contents?|thema|tema|temas"
    r"|sujet|thème|inhalt)(?:\s(?:and|&|/)\s\w{1,20})?)(?:\s{1,9}(?P<rest>\S.{0,120}))?",
    re.IGNORECASE,
)
NUMBER: Final = lazy_regex(r"\d{1,2}\.?")


@attrs.frozen
class Line:
    """The bounds of a line without the white space around it."""

    start: int
    end: int


Bounds = tuple[int, int]


def find_counted_rows(text: str, lines: Sequence[Line]) -> list[list[Bounds]] | None:
    r"""Find the rows, the head first, among the filled lines of a text; None where nothing counts up below a head.

    >>> text = "Week\nTopic\n1\nSets\n2\nMaps\n3\nRings\n4\nFields\n"
    >>> bounds = [(0, 4), (5, 10), (11, 12), (13, 17), (18, 19), (20, 24), (25, 26), (27, 32), (33, 34), (35, 41)]
    >>> rows = find_counted_rows(text, [Line(*each) for each in bounds])
    >>> [[text[a:b] for a, b in row] for row in rows][:2]
    [['Week', 'Topic'], ['1', 'Sets']]
    """
    tried = 0
    for index, line in enumerate(lines):
        if line.end - line.start > LONGEST_HEAD_LINE or tried > MOST_TRIED:
            continue
        named = COUNT_NAME.fullmatch(text, line.start, line.end) is not None
        spelt = None if named else HEAD_LINE.fullmatch(text, line.start, line.end)
        if named:
            found = _read_below(text, lines, index)
        elif spelt is not None:
            found = _read_below_line(text, lines, index, spelt)
        else:
            continue
        tried += 1
        if found is not None:
            return found
    return None


LONGEST_HEAD_LINE: Final = 200
MOST_TRIED: Final = 12
"""Lines that may be heads, below each of which all lines are gone through."""


def _read_below(text: str, lines: Sequence[Line], head: int) -> list[list[Bounds]] | None:
    """Read rows below a head of one word a line: none has more lines than the head."""
    places = range(head + 2, min(head + WIDEST + 1, len(lines)))
    first = next((at for at in places if _count(text, lines[at]) < 2), None)
    if first is None or any(line.end - line.start > LONGEST_NAME for line in lines[head:first]):
        return None
    rows = _read_rows(text, lines, first)
    if rows is None:
        return None
    width = first - head
    rows[-1] = rows[-1][:width]
    if any(len(row) > width for row in rows):
        return None
    return [[(line.start, line.end) for line in row] for row in (list(lines[head:first]), *rows)]


def _read_below_line(text: str, lines: Sequence[Line], head: int, spelt: re.Match[str]) -> list[list[Bounds]] | None:
    """Read rows below a head that stands on one line: all have about as many lines, or each is a line."""
    if head + 1 >= len(lines):
        return None
    if _count(text, lines[head + 1]) > 1:
        return _read_line_rows(text, lines, head, spelt)
    rows = _read_rows(text, lines, head + 1)
    if rows is None:
        return None
    width = max(len(row) for row in rows[:-1])
    rows[-1] = rows[-1][:width]
    if not 2 <= width <= WIDEST:
        return None
    names = [spelt.span("count"), spelt.span("topic"), *_cut_evenly(text, spelt.span("rest"), width - 2)]
    return [names, *([(line.start, line.end) for line in row] for row in rows)]


# e.g. "3 Looms and frames  n/a"
LINE_ROW: Final = lazy_regex(r"(?P<number>\d{1,3})[.:]?\s+(?P<rest>[^\W\d_“\"‘'].*|[“\"‘'].*)")
COLUMN_GAP: Final = lazy_regex(r"\s{2,}")
LONGEST_ASIDE: Final = 60


def _read_line_rows(text: str, lines: Sequence[Line], head: int, spelt: re.Match[str]) -> list[list[Bounds]] | None:
    """Read rows of a line each, which count up; lines between them are rows of one cell."""
    rows: list[list[Bounds]] = []
    kept = number = numbered = 0
    for line in lines[head + 1 :]:
        found = LINE_ROW.fullmatch(text, line.start, line.end)
        if found is not None and (int(found["number"]) == number + 1 or (not rows and int(found["number"]) < 2)):
            number = int(found["number"])
            numbered += 1
            rows.append([found.span("number"), *_cut_columns(text, *found.span("rest"))])
            kept = len(rows)
        elif not rows or len(rows) - kept > FEWEST:
            break
        else:
            rows.append([(line.start, line.end)])
    del rows[kept:]
    aside = [row for row in rows if len(row) == 1]
    if numbered < FEWEST or len(aside) * 3 > numbered or any(b - a > LONGEST_ASIDE for [(a, b)] in aside):
        return None
    width = max(map(len, rows))
    names = [spelt.span("count"), spelt.span("topic"), *([spelt.span("rest")] if width > 2 and spelt["rest"] else [])]
    return [names, *rows]


def _cut_columns(text: str, start: int, end: int) -> list[Bounds]:
    out: list[Bounds] = []
    for gap in COLUMN_GAP.finditer(text, start, end):
        out.append((start, gap.start()))
        start = gap.end()
    return [*out, (start, end)]


def _cut_evenly(text: str, bounds: Bounds, parts: int) -> list[Bounds]:
    """Cut words into as many heads as there are columns left, where that comes out even; else they are one."""
    words = [found.span() for found in WORD.finditer(text, *bounds)] if bounds[0] >= 0 else []
    if not words:
        return []
    each = len(words) // parts if parts > 0 and len(words) % parts == 0 else len(words)
    return [(words[at][0], words[at + each - 1][1]) for at in range(0, len(words), each)]


WORD: Final = lazy_regex(r"\S+")


def _read_rows(text: str, lines: Sequence[Line], first: int) -> list[list[Line]] | None:
    """Cut the lines into rows that count up from `first` on; None where these are too few, or numbers alone."""
    number = _count(text, lines[first])
    starts = [first]
    for at in range(first + 1, len(lines)):
        if _count(text, lines[at]) == number + 1:
            starts.append(at)
            number += 1
    rows = [list(lines[a:b]) for a, b in pairwise([*starts, len(lines)])]
    told = sum(len(row) > 1 for row in rows)
    return rows if len(rows) >= FEWEST and told * 10 >= len(rows) * 8 else None


def _count(text: str, line: Line) -> int:
    """Return the number that a line is, "3", "Week 3"; a large one where it is none."""
    words = text[line.start : line.end]
    if len(words) > LONGEST_COUNT:
        return NONE
    if NUMBER.fullmatch(words):
        return int(words.rstrip("."))
    number = parse_week(words) if words[-1:].isdigit() else None
    return NONE if number is None else number


LONGEST_COUNT: Final = 12
NONE: Final = 1000
