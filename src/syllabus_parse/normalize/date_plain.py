"""The plainest dates ("9/4", "Tue, Sep 8", "Jan 15, 2020", "2020-09-04") in one look.

Most cells of a schedule are written so. What this reads is exactly what the grammar would read, only sooner (the
tests hold the two together); anything with a doubt about it is left to the grammar.
"""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.normalize.date_context import ALWAYS
from syllabus_parse.normalize.date_days import DAYS_IN_MONTH, Day, read_numbers, settle_by_weekday
from syllabus_parse.normalize.date_tokens import NUMBERS
from syllabus_parse.normalize.date_tokens import PLAIN as KINDS
from syllabus_parse.normalize.date_words import WEAK_MONTHS
from syllabus_parse.normalize.when import When
from syllabus_parse.regex import lazy_regex

LETTERS: Final = r"[^\W\d_]"
PLAIN: Final = lazy_regex(
    rf"""
    \s{{0,99}}
    (?:(?P<before>{LETTERS}{{1,10}})(?:,|\.,?)?\s)?                                     # Tue,
    (?:(?P<first>[0-9]{{1,2}})/(?P<second>[0-9]{{1,2}})(?:/(?P<y1>[0-9]{{4}}))?           # 9/4 · 12/21/2017
      |(?P<month>{LETTERS}{{3,10}})\.?\s(?P<day>[0-9]{{1,2}})(?:,\s(?P<y2>[0-9]{{4}}))?  # Sep. 8 · Jan 15, 2020
      |(?P<led>[0-9]{{1,2}})\.?\s(?:de\s)?(?P<name>{LETTERS}{{3,10}})\.?(?:\s(?:de\s)?(?P<y3>[0-9]{{4}}))?  # 5. April
      |(?P<y4>[0-9]{{4}})-(?P<m>[0-9]{{2}})-(?P<d>[0-9]{{2}})                            # 2020-09-04
      |(?P<dd>[0-9]{{2}})\.(?P<mm>[0-9]{{2}})\.(?P<y5>[0-9]{{4}})?                       # 15.10.2019 · 28.09.
    )
    (?:\s\((?P<behind>{LETTERS}{{1,10}})\.?\))?                                        # (Wed)
    \s{{0,99}}
    """,
    re.VERBOSE,
)


def parse_plain(text: str, *, day_first: bool | None = None) -> When | None:
    """Read one of the plainest dates, or None: then the grammar decides.

    >>> when = parse_plain("Tue, Sep 8")
    >>> when.month, when.day, when.weekday, when.end
    (9, 8, 1, 10)
    >>> parse_plain("Oct 3-5") is None
    True
    """
    found = PLAIN.fullmatch(text)
    if found is None:
        return None
    before, first, second, y1, name, day, y2, led, led_name, y3, y4, m, d, dd, mm, y5, behind = found.groups()
    read: Day | None
    if first is not None:
        pair = int(first), int(second)
        read = None if pair == ALWAYS else read_numbers(*pair, "either", day_first=day_first)
    elif name is not None:
        read = None if name.lower() in WEAK_MONTHS else _read_named(name, day)
    elif led is not None:
        read = _read_named(led_name, led)
    elif dd is not None:
        read = read_numbers(int(dd), int(mm), "day first", day_first=None)
    else:
        read = _make_day(int(m), int(d))
    year = y1 or y2 or y3 or y4 or y5
    if read is None or read.overflow or (year is not None and year[:2] not in {"19", "20"}):
        return None
    weekday = None
    if before is not None or behind is not None:
        word = before or behind
        kind = KINDS[word]
        if kind not in {"W", "w"} or (before and behind):
            return None
        weekday = NUMBERS[word]
        if read.numeric and year is not None:
            read = settle_by_weekday(read._replace(year=int(year)), weekday)
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    if led_name is not None and year is None and behind is None and text[end - 1] == "." and len(led_name) > 5:
        end -= 1  # the full stop of a sentence, as the grammar has it
    return When(
        int(year) if year else None, read.month, read.day, None, None, None, weekday, None, None, None, None,
        read.numeric, False, False, start, end, read.day_first,
    )  # fmt: skip


def _read_named(name: str, day: str) -> Day | None:
    return _make_day(NUMBERS[name], int(day)) if KINDS[name] == "M" else None


def _make_day(month: int, day: int) -> Day | None:
    return Day(None, month, day) if 1 <= month <= 12 and 1 <= day <= DAYS_IN_MONTH[month] else None
