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

from syllabus_parse.normalize.date_expressions import read_expression, read_time_tokens
from syllabus_parse.normalize.date_grammar import TIME
from syllabus_parse.normalize.date_items import match_item, search_item
from syllabus_parse.normalize.date_plain import parse_plain
from syllabus_parse.normalize.date_tokens import RUNNING, WHOLE, Tokens, tokenize
from syllabus_parse.normalize.date_words import split_words
from syllabus_parse.normalize.when import When

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

# A date is a number beside a sign or near the name of a month; text without such a number is not cut into tokens.
HAS_NUMBER: Final = re.compile("[0-9]|[一二三四五六七八九十][月日]")
# e.g. 9/4 · 28.09. · 2021-03-04 · 3月
NUMBER: Final = re.compile(r"[0-9]+(?=(\s?[/.]\s?[0-9]|-[0-9]{1,2}-[0-9]|\s?[年月日号號년월일])?)")
LONGEST_NUMBER: Final = 4
# The first three letters of every month's name, at the beginning of a word.
MONTH_STEM: Final = re.compile(
    r"(?:j(?:an|än|u[nil])|f(?:e[bv]|év)|m(?:a[raeyig]|är|r[tcz]|ei)|a(?:[pbv]r|ug|go|o[ûu])|g(?:iu|en)|lug|se[pt]"
    r"|o(?:ct|kt|tt|ut)|nov|d(?:e[cz]|éc|ic)|ene)(?<![^\W\d_]\w{3})|月"
)
BEFORE_NUMBER: Final = 22
AFTER_NUMBER: Final = 36
"""How far from its day the name of a month may stand: "3., 5. und 7. September", "September 3"."""
CONTEXT: Final = 40
"""How much text before and behind such a number is read with it."""
TBD: Final = re.compile(
    r"[\s*_(\[]{0,9}(?:tbd|tba|tbc|t\.b\.[dac]\.|to be (?:determined|announced|decided|confirmed|scheduled)"
    r"|n\.\s?n\.(?:\s?b\.)?"
    r"|\?{2,9}|待定|未定|미정|à déterminer|à préciser|a determinar|por definir|a definir|da definire|da stabilire"
    r"|wird noch bekannt ?gegeben|noch offen|nog te bepalen|n\.?t\.?b\.?)[\s*_)\].:!]{0,9}",
    re.IGNORECASE,
)
REST: Final = re.compile("[ .,:;-]*")
WEEK_LABEL: Final = re.compile(r" *(?:K|k\.? {0,3}\#? {0,3}[DO]|[DO]\.? {0,3}k) *[:.,-]? *")
WEEK_WORDS: Final = {
    word: number + 1
    for number, word in enumerate(split_words("one two three four five six seven eight nine ten eleven twelve"))
}
# e.g. 3h, 2 hrs: an amount of time
DURATION: Final = re.compile(r"[0-7]\s?(?:h|hrs|heures)|[0-9]{1,2}\s?(?:hrs|heures)", re.IGNORECASE)
SPAN: Final = re.compile(TIME.replace("_", " {0,3}"))


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


def match_when(text: str, pos: int = 0, *, day_first: bool | None = None) -> tuple[When, ...]:
    """Read a date expression that begins at `pos`, after blanks, brackets and marks of emphasis.

    Entries of date lists begin so ("August 18, 2020: Title"). What follows is left alone, and a text that only
    begins with numbers is not matched.

    >>> [(w.day, w.end) for w in match_when("3/28: Overview")]
    [(28, 4)]
    >>> match_when("1.1-3"), match_when("5 Reasons to")
    ((), ())
    """
    tokens = tokenize(text, pos, pos + LONGEST_CELL, letters=RUNNING)
    at = 0
    while at < len(tokens.kinds) and tokens.kinds[at] in " (":
        at += 1
    item = match_item(tokens, at, "lead", day_first=day_first)
    return read_expression(tokens, item, "lead", day_first)[0] if item else ()


def find_times(text: str) -> When | None:
    """Find the first time or span of time; it stands in `start_time` and `end_time`.

    Meetings and deadlines carry times without a date. Numbers of chapter and verse ("3:16-18") are not matched.

    >>> when = find_times("9:30-11:30am, Wozniak Lounge")
    >>> when.start_time, when.end_time
    (datetime.time(9, 30), datetime.time(11, 30))
    >>> find_times("Luke 3:16-18") is None
    True
    """
    if len(text) > SHORT or not any(char.isdigit() for char in text):
        tokens = tokenize(text, 0, 20_000)
    else:
        tokens = tokenize(text)
    return None if "T" not in tokens.kinds else _find_times(tokens)


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
    for start, end in _list_windows(text):
        tokens = tokenize(text, start, end, letters=RUNNING)
        at = 0
        while at < len(tokens.kinds):
            item, at = search_item(tokens, at, "running", day_first=day_first)
            if item is not None:
                whens, at = read_expression(tokens, item, "running", day_first)
                out.extend(whens)
    return tuple(out)


def _list_windows(text: str) -> list[tuple[int, int]]:
    """List the stretches of a text that may hold a date, cut at blanks, in order and apart."""
    out: list[tuple[int, int]] = []
    size = len(text)
    lower = ""
    for found in NUMBER.finditer(text):
        start, end = found.span()
        if end - start > LONGEST_NUMBER:
            continue
        if found.lastindex is None:
            lower = lower or text.lower()
            if not MONTH_STEM.search(lower, max(0, start - BEFORE_NUMBER), end + AFTER_NUMBER):
                continue
        start, end = start - CONTEXT, end + CONTEXT
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], end)
        else:
            out.append((_find_blank(text, start), end))
        if end >= size:
            break
    return out


def _find_blank(text: str, start: int) -> int:
    """Return where a word begins, at `start` or a little behind it."""
    if start <= 0:
        return 0
    blank = text.find(" ", start, start + CONTEXT // 2)
    return start if blank < 0 else blank


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


def _find_times(tokens: Tokens) -> When | None:
    for found in SPAN.finditer(tokens.kinds):
        start, end = found.span()
        if start and (tokens.kinds[start - 1] in "D:/.abcN" or tokens.kinds[max(0, start - 2) : start] == "c "):
            continue
        behind = tokens.kinds[end : end + 2]
        # e.g. 3:16-18, 8:10,12: chapter and verse; "9:30-11" is on the minutes of a clock.
        first = tokens.pieces[start]
        if behind in {"-D", ",D", "-N"} and not first.endswith(("0", "5")):
            continue
        begins, ends, zone = read_time_tokens(tokens, start, end)
        if begins is None or (ends is None and DURATION.fullmatch(first.strip())):
            continue
        if ends is None and behind == "-D" and begins.hour < tokens.value(end + 1) <= 23:
            ends, end = dt.time(tokens.value(end + 1)), end + 2
        return When(start_time=begins, end_time=ends, zone=zone, start=tokens.start(start), end=tokens.start(end))
    return None


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
