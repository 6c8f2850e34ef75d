"""What the calendar says of dates without a year: where a term begins, which years their weekdays allow."""

from __future__ import annotations

import datetime as dt
from calendar import isleap
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple, TypeAlias

from syllabus_parse.normalize.dates import When, make_date, swap

YEARS: Final = range(1990, 2051)
"""The years that calendar evidence is weighed for; stated years may be any."""
MANY_MONTHS: Final = 11
"""Dates in so many months of the year have no gap to begin behind; their order tells instead."""
DAY_FIRST_LANGUAGES: Final = frozenset({"de", "fr", "es", "pt", "it", "nl", "sv", "da", "nb", "pl", "ru"})


class Start(NamedTuple):
    """The month in which dates begin, and how many years later (0, 1) or earlier (-1) each other month lies."""

    month: int
    early: bool

    def offset(self, month: int) -> int:
        """Return how many years after the course's year a month of its dates lies."""
        if self.early:
            return -1 if month >= self.month else 0
        return 0 if month >= self.month else 1


def find_start(months: Sequence[int]) -> Start:
    """Find the month in which dates begin: behind the longest stretch of the year without any.

    A term from October to February begins in October. One or two dates in December ahead of a spring term
    (a registration) don't make it begin the year before.

    >>> find_start([10, 11, 12, 1, 2])
    Start(month=10, early=False)
    >>> find_start([1, 2, 3]), find_start([12] + [1, 2, 3, 4, 5] * 4).early
    (Start(month=1, early=False), True)
    """
    used = sorted(set(months))
    if not used:
        return Start(1, early=False)
    gaps = [(later - earlier, later) for earlier, later in pairwise(used)]
    gaps.append((used[0] + 12 - used[-1], used[0]))
    width = max(gap for gap, _ in gaps)
    # Where two gaps are as wide, the turn of the year is the natural one.
    start = used[0] if gaps[-1][0] == width else next(month for gap, month in gaps if gap == width)
    ahead = sum(month >= start for month in months)
    early = start >= 11 and ahead <= 2 and ahead * 6 <= len(months)
    return Start(start, early=early)


def date_in(when: When, year: int, start: Start) -> dt.date | None:
    """Return the date of an open `When` if its course starts in `year`."""
    if when.month is None:
        return None
    return make_date(when.year or year + start.offset(when.month), when.month, when.day)


Shape: TypeAlias = tuple[int, bool, bool]


def shape_of(year: int, start: Start) -> Shape:
    """Return the shape of a course's year: its New Year's weekday, and the leap years that its dates reach into.

    Years of one shape give all dates of a course the same weekdays.

    >>> spring = Start(1, early=False)
    >>> shape_of(2015, spring) == shape_of(2026, spring), shape_of(2015, spring) == shape_of(2020, spring)
    (True, False)
    """
    reaches = -1 if start.early else int(start.month > 1)
    return dt.date(year, 1, 1).weekday(), isleap(year), bool(reaches) and isleap(year + reaches)


def count_weekdays(whens: Sequence[When], start: Start) -> dict[int, Counter[int]]:
    """Count for each year the weekdays that dates fall on if the course starts in it; ranges don't count."""
    single = [when for when in whens if when.end_day is None]
    shapes: dict[Shape, Counter[int]] = {}
    out = {}
    for year in YEARS:
        shape = shape_of(year, start)
        if shape not in shapes:
            days = {date for when in single if (date := date_in(when, year, start))}
            shapes[shape] = Counter(day.weekday() for day in days)
        out[year] = shapes[shape]
    return out


def cost_pattern(weekdays: Counter[int]) -> float | None:
    """Weigh a set of weekdays as the days of a course: 0 is usual, 1 unusual, None impossible.

    Courses meet on one to three days a week, on Monday and Wednesday or Tuesday and Thursday rather than on
    Wednesday and Friday, and not on Saturday. A set without any order says nothing (None for every year).

    >>> cost_pattern(Counter({1: 14, 3: 13})), cost_pattern(Counter({2: 14, 4: 13}))
    (0.0, 1.0)
    >>> cost_pattern(Counter({3: 14, 5: 13})) is None
    True
    """
    total = weekdays.total()
    if not total or (weekdays[5] + weekdays[6]) / total > 0.08:
        return None
    main = frozenset(day for day in range(5) if weekdays[day] * 7 >= total)
    if len(main) == 1:
        return 0.5 if main == {4} else 0.0
    if len(main) == 2:
        return 0.0 if main in ({0, 2}, {1, 3}) else 1.0
    if len(main) == 3:
        return 0.0 if main == {0, 2, 4} else 0.7
    return 0.0


def is_steady(weekdays: Counter[int]) -> bool:
    """Tell whether dates keep to one, two or three days of the week, so that their weekdays can tell years apart."""
    total = weekdays.total()
    return total >= 3 and sum(count for _, count in weekdays.most_common(3)) >= 0.8 * total


def fit_weekdays(whens: Sequence[When], start: Start) -> tuple[dict[int, int], int]:
    """Count for each year how many of the weekdays named beside dates are right in it, and how many are named."""
    named = [when for when in whens if when.weekday is not None and when.year is None and when.month and when.day]
    shapes: dict[Shape, int] = {}
    fits = dict.fromkeys(YEARS, 0)
    if not named:
        return fits, 0
    for year in YEARS:
        shape = shape_of(year, start)
        if shape not in shapes:
            dates = [date_in(when, year, start) for when in named]
            shapes[shape] = sum(
                date is not None and date.weekday() == when.weekday for date, when in zip(dates, named, strict=True)
            )
        fits[year] = shapes[shape]
    return fits, len(named)


def choose_day_first(whens: Sequence[When], *, language: str | None = None) -> bool:
    """Decide for a whole document whether numbers like 4/5 put the day first.

    One date that can be read only one way (28/9) decides for all; then weekdays named beside the dates, then which
    reading runs on steadily, then the language. Month first is what stays without any evidence.

    >>> from syllabus_parse.normalize.dates import parse_whens
    >>> choose_day_first([when for text in ("5/10", "12/10", "19/10") for when in parse_whens(text)])
    True
    >>> choose_day_first(parse_whens("9/4"))
    False
    """
    votes = Counter(when.day_first for when in whens)
    if votes[True] != votes[False]:
        return votes[True] > votes[False]
    numeric = sum(when.numeric for when in whens)
    if not numeric:
        return False
    other = [swap(when) for when in whens]
    here, there = _weigh_order(whens), _weigh_order(other)
    # A reading has to be clearly better; the rest is custom.
    if abs(here - there) > 0.25:
        return there > here
    return language is not None and language.split("-")[0].lower() in DAY_FIRST_LANGUAGES


def _weigh_order(whens: Sequence[When]) -> float:
    """Weigh how well dates run on: rising or falling, by steps of a few days or a week, and as their weekdays say."""
    days = [(when, make_date(2023, when.month, when.day)) for when in whens if when.month]
    steps = []
    agree = named = 0
    for (first, a), (second, b) in pairwise(days):
        if a is None or b is None:
            continue
        step = (b - a).days
        steps.append(step)
        if first.weekday is not None and second.weekday is not None and (a.month > 2) == (b.month > 2):
            named += 1
            agree += (second.weekday - first.weekday - step) % 7 == 0
    if not steps:
        return 0.0
    rising = max(sum(step >= 0 for step in steps), sum(step <= 0 for step in steps)) / len(steps)
    close = sum(abs(step) <= 14 for step in steps) / len(steps)
    weekly = sum(step % 7 == 0 for step in steps) / len(steps)
    return rising + close + 0.5 * weekly + (3.0 * agree / named if named else 0.0)


def place_dates(whens: Sequence[When | None], year: int | None) -> tuple[tuple[dt.date | None, dt.date | None], ...]:
    """Give every date its year, carried on over New Year's Eve; `year` is the one that the course starts in.

    A stated year wins; an open date beside dated ones lies nearest to them; else the term begins behind the widest
    gap of months, whichever way the list runs. Without a year there is no date, and 29 February of a common year is
    none.

    >>> from syllabus_parse.normalize.dates import parse_when
    >>> place_dates([parse_when("15.10."), parse_when("4.2.")], 2019)[1][0]
    datetime.date(2020, 2, 4)
    """
    dated = [(index, when) for index, when in enumerate(whens) if when is not None and when.month and when.day]
    stated = [(index, when) for index, when in dated if when.year is not None]
    open_ones = [when for _, when in dated if when.year is None]
    years = _count_on(dated) if not stated and _is_year_round(open_ones) else {}
    start = find_start([when.month for when in open_ones if when.month])
    out: list[tuple[dt.date | None, dt.date | None]] = [(None, None)] * len(whens)
    before: When | None = None
    ahead = 0
    for index, when in dated:
        if when.year is not None:
            own: int | None = when.year
            before = when
        elif stated:
            while ahead < len(stated) and stated[ahead][0] < index:
                ahead += 1
            own = _year_between(when, before, stated[ahead][1] if ahead < len(stated) else None)
        elif year is None:
            own = None
        else:
            own = year + (years[index] if index in years else start.offset(when.month or 1))
        date = make_date(own, when.month, when.day)
        out[index] = (date, _resolve_end(when, own) if date else None)
    return tuple(out)


def _resolve_end(when: When, year: int | None) -> dt.date | None:
    if when.end_day is None or when.end_month is None or when.month is None or when.day is None or year is None:
        return None
    wraps = (when.end_month, when.end_day) < (when.month, when.day)
    return make_date(when.end_year or year + wraps, when.end_month, when.end_day)


def _year_between(when: When, before: When | None, behind: When | None) -> int | None:
    """Return the year that puts an open date nearest to the dated ones before and behind it in the list."""
    sides = [side for side in (before, behind) if side is not None]
    anchors = [date for side in sides if (date := make_date(side.year, side.month, side.day))]
    years = {anchor.year + step for anchor in anchors for step in (-1, 0, 1)}
    near = [date for year in sorted(years) if (date := make_date(year, when.month, when.day))]
    if not near:
        return sides[0].year if sides else None
    return min(near, key=lambda date: sum(abs((date - anchor).days) for anchor in anchors)).year


def _is_year_round(whens: Sequence[When]) -> bool:
    return len({when.month for when in whens}) >= MANY_MONTHS


def _count_on(dated: Sequence[tuple[int, When]]) -> dict[int, int]:
    """Count years along a list that runs round the year: a fall of months is a New Year's Eve."""
    months = [when.month or 1 for _, when in dated]
    ups = sum(0 < b - a < 6 for a, b in pairwise(months))
    downs = sum(0 < a - b < 6 for a, b in pairwise(months))
    ordered = list(dated) if ups >= downs else list(reversed(dated))
    years: dict[int, int] = {}
    year = 0
    for place, (index, when) in enumerate(ordered):
        if place and (ordered[place - 1][1].month or 1) - (when.month or 1) > 5:
            year += 1
        years[index] = year
    return years
