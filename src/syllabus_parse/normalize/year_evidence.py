"""What speaks for a year: dates that state theirs, and what the calendar says to the days of those that don't."""

from __future__ import annotations

from calendar import isleap
from collections.abc import Collection, Sequence
from typing import Final, NamedTuple

import attrs

from syllabus_parse.normalize.dates import When
from syllabus_parse.normalize.holidays import falls_on, find_holiday
from syllabus_parse.normalize.year_calendar import (
    YEARS,
    Start,
    cost_pattern,
    count_weekdays,
    date_in,
    fit_weekdays,
    is_steady,
    place_dates,
)
from syllabus_parse.normalize.year_clues import EvidenceKind

MANY_WEEKDAYS: Final = 8
FEW_DATES: Final = 6
"""So many weekdays beside dates that all agree are no chance."""
DAYS_OFF: Final = 5
"""Days from the day of its week that a schedule names to a holiday."""
LONG_TERM_DAYS: Final = 400
"""Stated dates over more than a year are a reading group's, not a course's: no one year."""


@attrs.frozen
class Evidence:
    """One thing that speaks for some years: of which kind, in which words, and what the caller knows it by.

    >>> from syllabus_parse.normalize import infer_years, parse_when
    >>> infer_years([parse_when("2024-09-04")]).evidence[0].years
    (2024,)
    """

    kind: EvidenceKind
    detail: str
    years: tuple[int, ...]
    ref: object | None = None


class Calendar(NamedTuple):
    """What the calendar says: `allowed` years, and what a year's days of the week cost as those of a course.

    `bound` says that weekdays, a leap day or holidays cut the years, `sure` that many weekdays agree with each other,
    `lone` that one weekday beside one of many dates is all that cuts them: a slip, or the schedule of another day.
    """

    allowed: tuple[int, ...]
    bound: bool
    sure: bool
    evidence: tuple[Evidence, ...]
    costs: dict[int, float | None]
    lone: bool = False


class Stated(NamedTuple):
    """The year that dates state, if it is one, and all that they state."""

    year: int | None
    candidates: tuple[int, ...]
    evidence: list[Evidence]


def read_stated(dated: Sequence[When]) -> Stated | None:
    """Read the year that dates state themselves: that of the first of them, unless they run over more than a year."""
    placed = [date for date, _ in place_dates(dated, None) if date is not None]
    stated = [when for when in dated if when.year is not None]
    if not stated or not placed:
        return None
    years = tuple(sorted({when.year for when in stated if when.year is not None}))
    note = Evidence("explicit date", f"{len(stated)} dates state their year", years)
    days = sorted(placed)
    # One slip in a long list doesn't make it longer.
    slack = len(days) // 20
    first, last = days[slack], days[len(days) - 1 - slack]
    if (last - first).days > LONG_TERM_DAYS:
        return Stated(None, years, [note])
    return Stated(first.year, (first.year,), [note])


def read_calendar(
    whens: Sequence[When],
    start: Start,
    all_whens: Sequence[When | None],
    holidays: Sequence[tuple[int, str]],
    *,
    named_years: Collection[int] = (),
) -> Calendar:
    """Cut the years by weekdays named, 29 February and holidays, and weigh what is left by the days of the week.

    A holiday in the week of its day is no reason against a year that the document names.
    """
    evidence: list[Evidence] = []
    allowed = set(YEARS)
    bound = sure = False
    if any((when.month, when.day) == (2, 29) for when in whens):
        leap = {year for year in YEARS if isleap(year + start.offset(2))}
        evidence.append(Evidence("leap day", "29 February", tuple(sorted(leap & allowed))))
        allowed &= leap
        bound = True
    fits, named = fit_weekdays(whens, start)
    best = max(fits.values(), default=0)
    # Schedules name wrong weekdays now and then; one in three right would be chance.
    if named and best >= 0.6 * named:
        right = {year for year in YEARS if fits[year] == best}
        evidence.append(Evidence("weekday", f"{best} of {named} weekdays named agree", tuple(sorted(right & allowed))))
        sure = best >= MANY_WEEKDAYS and best >= 0.9 * named and bool(allowed & right)
        allowed = (allowed & right) or right
        bound = True
    lone = named == 1 and len(whens) >= FEW_DATES
    told = frozenset(allowed)
    for index, words in holidays:
        when = all_whens[index] if 0 <= index < len(all_whens) else None
        holiday = find_holiday(words, when.month) if when and when.month and when.year is None else None
        if when is None or holiday is None:
            continue
        days = {year: date_in(when, year, start) for year in YEARS}
        right = {year for year, day in days.items() if day and falls_on(holiday, day.year, day.month, day.day)}
        for year in named_years if right.isdisjoint(named_years) else ():
            day = days.get(year)
            if day and falls_on(holiday, day.year, day.month, day.day, slack=DAYS_OFF):
                right.add(year)
        if lone and not right & allowed:
            allowed, lone = set(YEARS), False  # "Monday schedule" beside a Tuesday: the holidays know better
            evidence = [entry for entry in evidence if entry.kind != "weekday"]
        if right & allowed:
            evidence.append(Evidence("holiday", holiday.name, tuple(sorted(right & allowed)), index))
            allowed &= right
            bound = True
    weekdays = count_weekdays(whens, start)
    costs: dict[int, float | None] = dict.fromkeys(YEARS, 0.0)
    if weekdays and is_steady(weekdays[2015]):
        costs = {year: cost_pattern(weekdays[year]) for year in YEARS}
        usual = tuple(sorted(year for year in allowed if costs[year] is not None))
        if usual and len(usual) < len(YEARS):
            evidence.append(Evidence("pattern", "the same days of the week", usual))
    elif not bound:
        allowed = set()
    lone = lone and told == allowed
    return Calendar(tuple(sorted(allowed)), bound, sure, tuple(evidence), costs, lone)
