"""A week told by its first day or from one day to another: on which weekday it begins, how far each day is off."""

from __future__ import annotations

import calendar
import re
from typing import Final

from syllabus_parse.normalize.dates import When
from syllabus_parse.regex import lazy_regex

WEEK_OF: Final = lazy_regex(r"\bweeks? ?(?:of|beginning|starting|commencing)\b|w/?c\b", re.IGNORECASE)
COMMON_YEAR: Final = 2001
SUNDAY: Final = 6


def first_weekday(when: When, first_day: int | None, words: str) -> int | None:
    """Tell the weekday of a date that stands for its week: as named, or by the range of days, or `first_day`.

    A week of five days or less ends on a Friday, a longer one begins on a Monday, and so does a "week of". Monday is 0.

    >>> first_weekday(When(month=1, day=9, end_day=13), None, ""), first_weekday(When(month=1, day=10), 1, "")
    (0, 1)
    """
    if when.weekday is not None:
        return when.weekday
    length = count_days(when)
    if length is not None:
        return 4 - length if 2 <= length <= 4 else 0 if 4 < length < 7 else first_day
    return 0 if WEEK_OF.search(words) else first_day


def count_days(when: When) -> int | None:
    """Count the days from the first to the last of a range, over the end of a month too; None for a single day.

    >>> count_days(When(month=1, day=30, end_month=2, end_day=3)), count_days(When(month=1, day=9))
    (4, None)
    """
    if when.end_day is None or when.day is None:
        return None
    if when.end_month in (None, when.month):
        return when.end_day - when.day
    if when.month is None or when.end_month != when.month % 12 + 1:
        return None
    length = when.end_day + calendar.monthrange(COMMON_YEAR, when.month)[1] - when.day
    return length + 1 if when.month == 2 and length == 3 else length  # a week of five days, in a leap year


def shift_days(weekday: int, first: int) -> int:
    """Count the days from the date of a week, a `first` weekday, to another weekday of it; Sunday begins one.

    >>> shift_days(2, 0), shift_days(0, 1), shift_days(1, 6)
    (2, -1, 2)
    """
    return weekday + 1 if first == SUNDAY and weekday != SUNDAY else weekday - first
