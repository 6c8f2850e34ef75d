"""Days from numbers: which is the month, which years and ends they have, and which numbers are no day at all."""

from __future__ import annotations

import datetime as dt
from typing import Final, NamedTuple

from syllabus_parse.normalize.date_rules import Reading

DAYS_IN_MONTH: Final = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
OVERFLOW_LIMIT: Final = 35
"""A day beyond its month is a slip of the pen (3/32); one far beyond it is no day at all."""


class Day(NamedTuple):
    """One day as an item states it.

    `numeric` where two numbers could be read either way, `day_first` how they must be read where they can't; `until`
    is the last day of a consecutive range: year, month, day.
    """

    year: int | None
    month: int
    day: int
    numeric: bool = False
    overflow: bool = False
    day_first: bool | None = None
    until: tuple[int | None, int, int] | None = None


def read_numbers(
    first: int, second: int, reading: Reading, *, day_first: bool | None, year: int | None = None
) -> Day | None:
    """Read two numbers as month and day, in the order that is possible, stated, or (else) month first.

    >>> day = read_numbers(9, 4, "either", day_first=None)
    >>> day.month, day.day, day.numeric
    (9, 4, True)
    >>> day = read_numbers(28, 9, "either", day_first=None)
    >>> day.month, day.day, day.day_first
    (9, 28, True)
    >>> read_numbers(28, 30, "either", day_first=None) is None
    True
    """
    month_first = 1 <= first <= 12 and 1 <= second <= DAYS_IN_MONTH[first]
    other = 1 <= second <= 12 and 1 <= first <= DAYS_IN_MONTH[second]
    if reading == "day first" or (reading == "either" and day_first):
        if other:
            return Day(year, second, first, False, False, None if month_first else True)
        if month_first:
            return Day(year, first, second, False, False, False)
        return _carry_over(second, first, year)
    if month_first:
        numeric = other and first != second and day_first is None and reading == "either"
        return Day(year, first, second, numeric, False, None if other else False)
    if other and reading == "either":
        return Day(year, second, first, False, False, True)
    return _carry_over(first, second, year)


def read_stated(month: int, day: int, *, year: int | None = None) -> Day | None:
    """Read a day whose month is known to be one: by its name, or by the year in front.

    >>> read_stated(2, 30)
    Day(year=None, month=3, day=1, numeric=False, overflow=True, day_first=None, until=None)
    >>> read_stated(13, 1) is None
    True
    """
    if not 1 <= month <= 12:
        return None
    return Day(year, month, day) if 1 <= day <= DAYS_IN_MONTH[month] else _carry_over(month, day, year)


def _carry_over(month: int, day: int, year: int | None) -> Day | None:
    """Read a day that its month does not have as one of the next month: 3/32 is the first of April."""
    if not (1 <= month <= 12 and DAYS_IN_MONTH[month] < day <= OVERFLOW_LIMIT):
        return None
    return Day(year, month % 12 + 1, day - DAYS_IN_MONTH[month], overflow=True)


def read_list(listed: list[tuple[int, bool]], month: int, *, year: int | None = None) -> tuple[Day, ...] | None:
    """Read several days of one month; each number comes with whether a range leads to it.

    >>> [(day.day, day.until) for day in read_list([(3, False), (5, True), (10, False)], 10)]
    [(3, (None, 10, 5)), (10, None)]
    """
    if not 1 <= month <= 12:
        return None
    out: list[Day] = []
    last = 0
    longest = DAYS_IN_MONTH[month]
    for number, ranged in listed:
        # Days of one month go up; what doesn't is something else ("9/4 May Day").
        if not last < number <= longest:
            return None
        if ranged:
            out[-1] = Day(year, month, out[-1].day, False, False, None, (year, month, number))
        else:
            out.append(Day(year, month, number))
        last = number
    return tuple(out)


def read_compact(digits: str) -> Day | None:
    """Read eight digits as year, month and day.

    Course files carry dates so; other numbers of eight digits rarely make a day of these two centuries.

    >>> read_compact("20200904")
    Day(year=2020, month=9, day=4, numeric=False, overflow=False, day_first=None, until=None)
    """
    if len(digits) != 8 or digits[:2] not in {"19", "20"}:
        return None
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:])
    return Day(year, month, day) if 1 <= month <= 12 and 1 <= day <= DAYS_IN_MONTH[month] else None


def settle_by_weekday(day: Day, weekday: int) -> Day:
    """Settle the order of two numbers by the weekday named beside them, where the year is stated too.

    "05-03-2024, Tuesday" is the fifth of March: the third of May was a Friday. Where both or neither reading agrees
    the order stays open.

    >>> settled = settle_by_weekday(Day(2024, 5, 3, numeric=True), 1)
    >>> settled.month, settled.day, settled.day_first
    (3, 5, True)
    """
    if day.year is None:
        return day
    here = dt.date(day.year, day.month, day.day).weekday() == weekday
    other = dt.date(day.year, day.day, day.month).weekday() == weekday
    if here == other:
        return day
    if here:
        return day._replace(numeric=False, day_first=False)
    return day._replace(month=day.day, day=day.month, numeric=False, day_first=True)


def share_years(days: list[Day]) -> list[Day]:
    """Give the year that one end or member of an expression states to those that leave it open.

    >>> [day.year for day in share_years([Day(None, 12, 30), Day(2020, 1, 3)])]
    [2019, 2020]
    """
    for day in days:
        if day.year is not None or (day.until is not None and day.until[0] is not None):
            break
    else:
        return days
    out = list(days)
    for index, day in enumerate(out):
        if day.until and day.until[0] is None and day.year:
            wraps = (day.until[1], day.until[2]) < (day.month, day.day)
            out[index] = day._replace(until=(day.year + wraps, day.until[1], day.until[2]))
        elif day.until and day.until[0] and day.year is None:
            wraps = (day.until[1], day.until[2]) < (day.month, day.day)
            out[index] = day._replace(year=day.until[0] - wraps)
    for index in range(len(out) - 2, -1, -1):
        later, day = out[index + 1], out[index]
        if day.year is None and later.year is not None:
            year = later.year - ((later.month, later.day) < (day.month, day.day))
            out[index] = day._replace(year=year)
    for index in range(1, len(out)):
        earlier, day = out[index - 1], out[index]
        if day.year is None and earlier.year is not None:
            year = earlier.year + ((day.month, day.day) < (earlier.month, earlier.day))
            out[index] = day._replace(year=year)
    return out
