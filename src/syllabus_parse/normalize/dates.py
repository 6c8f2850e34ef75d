"""Dates as schedules write them: what is stated, and nothing that isn't.

`find_whens` looks for dates in running text, `parse_whens` reads a cell or heading that is a date and nothing else,
`match_when` one that a date begins. The grammar is in `date_rules`; which year an open date belongs to is the
business of `years`.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import Final

import attrs

from syllabus_parse.normalize.date_expressions import read_expression
from syllabus_parse.normalize.date_items import match_item, search_item
from syllabus_parse.normalize.date_plain import parse_plain
from syllabus_parse.normalize.date_times import find_times
from syllabus_parse.normalize.date_tokens import RUNNING, WHOLE, Tokens, tokenize
from syllabus_parse.normalize.date_windows import list_windows
from syllabus_parse.normalize.date_words import split_words
from syllabus_parse.normalize.when import When
from syllabus_parse.regex import lazy_regex

__all__ = [
    "When",
    "find_times",
    "find_whens",
    "make_date",
    "match_when",
    "parse_date",
    "parse_week",
    "parse_when",
    "parse_whens",
    "swap",
]


LONGEST_CELL: Final = 400
"""A longer text is no date expression and nothing else."""
SHORT: Final = 300
"""Texts up to this length repeat within and across documents and are remembered."""

HAS_NUMBER: Final = lazy_regex("[0-9]|[一二三四五六七八九十][月日]")
TBD: Final = lazy_regex(
    r"[\s*_(\[]{0,9}(?:tbd|tba|tbc|t\.b\.[dac]\.|to be (?:determined|announced|decided|confirmed|scheduled)"
    r"|n\.\s?n\.(?:\s?b\.)?"
    r"|\?{2,9}|待定|未定|미정|à déterminer|à préciser|a determinar|por definir|a definir|da definire|da stabilire"
    r"|wird noch bekannt ?gegeben|noch offen|nog te bepalen|n\.?t\.?b\.?)[\s*_)\].:!]{0,9}",
    re.IGNORECASE,
)
REST: Final = lazy_regex("[ .,:;-]*")
WEEK_LABEL: Final = lazy_regex(r" *(?:K|k\.? {0,3}\#? {0,3}[DO]|[DO]\.? {0,3}k) *[:.,-]? *")
WEEK_WORDS: Final = {
    word: number + 1
    for number, word in enumerate(
        split_words(
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
            " sixteen seventeen eighteen"
        )
    )
}


def find_whens(text: str, *, day_first: bool | None = None) -> tuple[When, ...]:
    """Find every date expression in running text, in order.

    Notes and prose name dates between other numbers, so a date needs more here than in a cell of its own: chapter
    and version numbers, ratios, ranges of pages and a week on its own are not matched.

    >>> [(w.month, w.day) for w in find_whens("HW2 due Oct 3 & 10, see Ch. 3-5")]
    [(10, 3), (10, 10)]
    >>> find_whens("Read 1.15-18 and 2/3 of the rest (version 3.3)")
    ()
    """
    return _find_short(text, day_first) if len(text) <= SHORT else _find(text, day_first)


def parse_whens(text: str, *, day_first: bool | None = None) -> tuple[When, ...]:
    """Read a text that is one date expression and nothing else: a date cell, a date heading.

    A cell says by its place that it is a date, so "9/4" and "28.09" suffice; several days that stand apart give one
    `When` each. A text with anything more than a date, a section number ("3.3") or a lone week is not matched.

    >>> [(w.month, w.day, w.week) for w in parse_whens("Week1 3.2/4")]
    [(3, 2, 1), (3, 4, 1)]
    >>> parse_whens("Chapter 9/4"), parse_whens("1.1-3")
    ((), ())
    """
    return _parse_whole(text, day_first) if len(text) <= LONGEST_CELL else ()


def parse_when(text: str, *, day_first: bool | None = None) -> When | None:
    """Read the first date of a date cell; a cell with a week alone or "TBD" counts too.

    Rows without a day still stand in the schedule. Prose is not matched.

    >>> parse_when("Week 3").week, parse_when("TBD").tbd
    (3, True)
    >>> parse_when("see the calendar") is None
    True
    """
    found = parse_whens(text, day_first=day_first)
    if found:
        return found[0]
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    if (week := parse_week(text)) is not None:
        return When(week=week, start=start, end=end)
    if len(text) <= LONGEST_CELL and TBD.fullmatch(text):
        return When(tbd=True, start=start, end=end)
    return None


FIGURE: Final = lazy_regex(r"[0-9]|[^\x00-\x7f]")
"""One of these stands in every date: its day is told in digits, or in those of China ("七日")."""


def match_when(text: str, pos: int = 0, *, day_first: bool | None = None) -> tuple[When, ...]:
    """Read a date expression that begins at `pos`, after blanks, brackets and marks of emphasis.

    Entries of date lists begin so ("August 18, 2020: Title"). What follows is left alone, and a text that only
    begins with numbers is not matched.

    >>> [(w.day, w.end) for w in match_when("3/28: Overview")]
    [(28, 4)]
    >>> match_when("1.1-3"), match_when("5 Reasons to")
    ((), ())
    """
    if FIGURE.search(text, pos, pos + LONGEST_CELL) is None:
        return ()
    return _match_short(text, pos, day_first) if len(text) <= SHORT else _match(text, pos, day_first)


def _match(text: str, pos: int, day_first: bool | None) -> tuple[When, ...]:
    tokens = tokenize(text, pos, pos + LONGEST_CELL, letters=RUNNING)
    at = 0
    while at < len(tokens.kinds) and tokens.kinds[at] in " (":
        at += 1
    item = match_item(tokens, at, "lead", day_first=day_first)
    return read_expression(tokens, item, "lead", day_first)[0] if item else ()


_match_short = lru_cache(maxsize=4096)(_match)  # the lines of a list are asked by several rules


def parse_week(text: str, *, bare: bool = False) -> int | None:
    """Read a text that is a week label and nothing else; a bare number only where the caller knows its column.

    Schedules count their weeks in many tongues. "Week of Sep 7" and "Weeks 3-4" name no one week and are not matched.

    >>> parse_week("[Week 2]"), parse_week("W3"), parse_week("第三周"), parse_week("5. Woche")
    (2, 3, 3, 5)
    >>> parse_week("7") is None, parse_week("7", bare=True)
    (True, 7)
    """
    if len(text) > 40:
        return None
    return _parse_week(text, bare)


def swap(when: When) -> When:
    """Return the other reading of a numeric date, day first, at both ends; any other date stays as it is.

    >>> [getattr(swap(parse_when("4/5")), name) for name in ("month", "day", "numeric")]
    [5, 4, False]
    """
    if not when.numeric:
        return when
    if when.end_day is None:
        return attrs.evolve(when, month=when.day, day=when.month, numeric=False)
    return attrs.evolve(
        when, month=when.day, day=when.month, end_month=when.end_day, end_day=when.end_month, numeric=False
    )


def parse_date(text: str, *, year: int | None = None, day_first: bool | None = None) -> dt.date | None:
    """Read a full date; its year comes from the text or the argument, never from the clock.

    A date without a year is half a date: without `year` it is refused, and so is a day that the year does not have.

    >>> parse_date("Sept 4th", year=2020), parse_date("15.10.2019")
    (datetime.date(2020, 9, 4), datetime.date(2019, 10, 15))
    >>> parse_date("Feb 29", year=2021) is None, parse_date("9/4") is None
    (True, True)
    """
    when = parse_when(text, day_first=day_first)
    if when is None or when.month is None or when.day is None:
        return None
    return make_date(when.year or year, when.month, when.day)


def make_date(year: int | None, month: int | None, day: int | None) -> dt.date | None:
    """Return the date, or None where a part is missing or the calendar has no such day.

    >>> make_date(2024, 2, 29), make_date(2023, 2, 29)
    (datetime.date(2024, 2, 29), None)
    """
    if year is None or month is None or day is None:
        return None
    try:
        return dt.date(year, month, day)
    except (ValueError, OverflowError):
        return None


@lru_cache(maxsize=8192)
def _find_short(text: str, day_first: bool | None) -> tuple[When, ...]:
    return _find(text, day_first)


def _find(text: str, day_first: bool | None) -> tuple[When, ...]:
    out: list[When] = []
    for start, end in list_windows(text):
        tokens = tokenize(text, start, end, letters=RUNNING)
        at = 0
        while at < len(tokens.kinds):
            item, at = search_item(tokens, at, "running", day_first=day_first)
            if item is not None:
                whens, at = read_expression(tokens, item, "running", day_first)
                out.extend(whens)
    return tuple(out)


@lru_cache(maxsize=16384)
def _parse_whole(text: str, day_first: bool | None) -> tuple[When, ...]:
    plain = parse_plain(text, day_first=day_first)
    if plain is not None:
        return (plain,)
    return _parse_by_grammar(text, day_first)


def _parse_by_grammar(text: str, day_first: bool | None) -> tuple[When, ...]:
    if not HAS_NUMBER.search(text):
        return ()
    tokens = tokenize(text, letters=WHOLE)
    # Most texts that are asked are no date, and hold a word that none has.
    return () if "a" in tokens.kinds or "b" in tokens.kinds else _read_whole(text, tokens, day_first)


def _read_whole(text: str, tokens: Tokens, day_first: bool | None) -> tuple[When, ...]:
    at = len(tokens.kinds) - len(tokens.kinds.lstrip())
    item = match_item(tokens, at, "whole", day_first=day_first)
    if item is None:
        return ()
    whens, end = read_expression(tokens, item, "whole", day_first)
    rest = REST.match(tokens.kinds, end)
    at = rest.end() if rest else end
    if at < len(tokens.kinds) and not (tokens.kinds[at:].strip() == "?" and text.rstrip().endswith("?")):
        return ()
    return whens


@lru_cache(maxsize=2048)
def _parse_week(text: str, bare: bool) -> int | None:
    tokens = tokenize(text, letters=WHOLE)
    kinds = tokens.kinds
    if WEEK_LABEL.fullmatch(kinds) or (bare and kinds.strip(" .:") in {"D", "O"}):
        return next((tokens.value(at) for at, kind in enumerate(kinds) if kind in "KDO"), None)
    words = text.lower().strip(" \t\n:[]()*_.").split()
    if len(words) == 2 and words[0] == "week":
        return WEEK_WORDS.get(words[1])
    return None
