"""Holidays on fixed weekdays: on which days of a year they fall, and so which years a date for one allows."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

import attrs
from dateutil.easter import easter

Days = tuple[dt.date, dt.date]


def _nth(month: int, weekday: int, number: int) -> Callable[[int], Days]:
    """Make the rule "the third Monday in January"; a negative number counts from the end."""

    def rule(year: int) -> Days:
        if number > 0:
            first = dt.date(year, month, 1)
            day = first + dt.timedelta((weekday - first.weekday()) % 7 + 7 * (number - 1))
        else:
            last = dt.date(year, month + 1, 1) - dt.timedelta(1)
            day = last - dt.timedelta((last.weekday() - weekday) % 7)
        return day, day

    return rule


def _from_easter(offset: int) -> Callable[[int], Days]:
    def rule(year: int) -> Days:
        day = easter(year) + dt.timedelta(offset)
        return day, day

    return rule


def _thanksgiving(year: int) -> Days:
    day = _nth(11, 3, 4)(year)[0]
    return day - dt.timedelta(1), day + dt.timedelta(1)


def _thanksgiving_week(year: int) -> Days:
    day = _nth(11, 3, 4)(year)[0]
    return day - dt.timedelta(3), day + dt.timedelta(3)


def _election_day(year: int) -> Days:
    day = _nth(11, 0, 1)(year)[0] + dt.timedelta(1)
    return day, day


@attrs.frozen
class Holiday:
    """A holiday: words that name it, the months in which those words mean it, and its days in a year."""

    name: str
    words: re.Pattern[str]
    months: tuple[int, ...]
    days: Callable[[int], Days]


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


HOLIDAYS: Final[tuple[Holiday, ...]] = (
    Holiday("Martin Luther King Day", _words(r"\bMLK\b|martin luther king"), (1,), _nth(1, 0, 3)),
    Holiday("Presidents' Day", _words(r"president['’]?s['’]?\s+day|washington['’]s birthday"), (2,), _nth(2, 0, 3)),
    Holiday("Patriots' Day", _words(r"patriot['’]?s['’]?\s+day"), (4,), _nth(4, 0, 3)),
    Holiday("Memorial Day", _words(r"memorial\s+day"), (5,), _nth(5, 0, -1)),
    Holiday("Labor Day", _words(r"labou?r\s+day"), (9,), _nth(9, 0, 1)),
    Holiday(
        "Indigenous Peoples' Day", _words(r"indigenous|columbus\s+day|canadian thanksgiving|action de grâce"), (10,),
        _nth(10, 0, 2),
    ),
    Holiday("Thanksgiving (Canada)", _words(r"thanksgiving"), (10,), _nth(10, 0, 2)),
    Holiday(
        "Thanksgiving week", _words(r"thanksgiving\s+(?:week|break|recess|holidays|vacation)"), (11, 12),
        _thanksgiving_week,
    ),
    Holiday("Thanksgiving", _words(r"thanksgiving"), (11, 12), _thanksgiving),
    Holiday("Election Day", _words(r"election\s+day"), (11,), _election_day),
    Holiday("Good Friday", _words(r"good friday|karfreitag|vendredi saint|viernes santo|sexta-feira santa"), (3, 4),
            _from_easter(-2)),
    Holiday("Easter Monday", _words(r"easter monday|ostermontag|lundi de pâques|pasquetta|tweede paasdag"), (3, 4),
            _from_easter(1)),
    Holiday("Ascension", _words(r"ascension|himmelfahrt|hemelvaart"), (4, 5, 6), _from_easter(39)),
    Holiday("Whit Monday", _words(r"whit monday|pfingstmontag|lundi de pentecôte|tweede pinksterdag"), (5, 6),
            _from_easter(50)),
    Holiday("Corpus Christi", _words(r"corpus christi|fronleichnam"), (5, 6), _from_easter(60)),
    Holiday("Carnival Tuesday", _words(r"mardi gras|terça-feira de carnaval"), (2, 3), _from_easter(-47)),
)  # fmt: skip


@lru_cache(maxsize=512)
def find_holiday(text: str, month: int) -> Holiday | None:
    """Find the holiday with a weekday of its own that a text names for a date in a month.

    "Thanksgiving" is another day in October than in November. Holidays on a fixed date prove no year and are not
    matched.

    >>> find_holiday("No class (Thanksgiving)", 11).name
    'Thanksgiving'
    >>> find_holiday("Veterans Day", 11) is None
    True
    """
    for holiday in HOLIDAYS:
        if month in holiday.months and holiday.words.search(text[:200]):
            return holiday
    return None


def falls_on(holiday: Holiday, year: int, month: int, day: int, *, slack: int = 0) -> bool:
    """Tell whether a holiday falls on a day; Thanksgiving takes the days beside it, its break the week.

    `slack` is how many days before it count too: the row of a week names its first day.

    >>> falls_on(find_holiday("Labor Day", 9), 2021, 9, 6), falls_on(find_holiday("Labor Day", 9), 2021, 9, 5, slack=3)
    (True, True)
    """
    try:
        first, last = holiday.days(year)
        return -slack <= (dt.date(year, month, day) - first).days <= (last - first).days
    except (ValueError, OverflowError):
        return False
