"""The year of a course by evidence: what is stated, what is named, what weekdays and works allow — never the clock."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from typing import Final

import attrs

from syllabus_parse.model import Term
from syllabus_parse.normalize.dates import When
from syllabus_parse.normalize.terms import MONTHS_OF_TERM, parse_term, term_of
from syllabus_parse.normalize.year_calendar import (
    YEARS,
    choose_day_first,
    find_start,
    place_dates,
)
from syllabus_parse.normalize.year_clues import (
    Clue,
    Name,
    count_works,
    find_newest,
    read_names,
    weigh_names,
)
from syllabus_parse.normalize.year_evidence import Calendar, Evidence, read_calendar, read_stated

__all__ = ["Clue", "Evidence", "YearChoice", "choose_day_first", "infer_years", "resolve_dates"]

ENOUGH: Final = 2.0
"""What the names of a year must weigh to be believed without support of the calendar."""
WEB_YEARS: Final = range(2002, 2030)
"""The calendar repeats after 28 years; of these one holds nearly all pages that courses have put on the web."""
MIDDLE: Final = 2019
"""Most pages that courses have put on the web are from the years around this one: near it the calendar's years lie
where no work or name tells more."""


RECENT: Final = 3
"""Years before the newest work in which others show that a course reads what has just come out."""


@attrs.frozen
class YearChoice:
    """The year in which a course starts, its term, the other years that fit, and why.

    `certain` is False where the nearest of several years was taken. `year` is None where nothing tells it.

    >>> from syllabus_parse.normalize import parse_when
    >>> choice = infer_years([parse_when("2/29")], publication_years=[2023])
    >>> choice.year, choice.certain
    (2024, False)
    """

    year: int | None
    term: Term | None = None
    candidates: tuple[int, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    certain: bool = False


def infer_years(
    whens: Sequence[When | None],
    *,
    clues: Sequence[Clue] = (),
    hint: int | None = None,
    publication_years: Sequence[int] = (),
    service: tuple[int, str] | None = None,
    holidays: Sequence[tuple[int, str]] = (),
    language: str | None = None,
) -> YearChoice:
    """Choose the year in which a course starts, by the evidence of its document.

    The caller's hint goes first, then years stated with the dates, then what is named, as far as weekdays, months,
    29 February and holidays agree; a stale title loses to them. Else the calendar's years are cut by the newest work
    read, and the nearest is chosen. Dates alone, without any of these, have no year. `holidays` are pairs of an index
    into `whens` and the words beside it.

    >>> from syllabus_parse.normalize.dates import parse_when
    >>> infer_years([parse_when("8/26"), parse_when("9/2"), parse_when("9/9")], publication_years=[2019, 2020]).year
    2020
    >>> infer_years([parse_when("8/26"), parse_when("9/2"), parse_when("9/9")]).year is None
    True
    """
    dated = [when for when in whens if when is not None and when.month and when.day]
    open_ones = [when for when in dated if when.year is None]
    months = [when.month for when in dated if when.month]
    start = find_start(months)
    names = read_names(clues, dated)
    counts = count_works(clues, publication_years)
    newest = find_newest(counts)
    named = {name.year for name in names}
    calendar = read_calendar([] if hint is not None else open_ones, start, whens, holidays, named_years=named)
    evidence = list(calendar.evidence)
    evidence += [Evidence(name.kind, name.clue.text.strip()[:120], (name.year,), name.clue.ref) for name in names]
    if newest is not None:
        evidence.append(Evidence("publications", f"newest work {newest}", (newest,)))
    since: int | None = None
    if service is not None and (newest is None or newest < service[0]):
        since = service[0]
        evidence.append(Evidence("services", f"links to {service[1]}, which began in {service[0]}", (service[0],)))
    stated = read_stated(dated)
    weights = _weigh_with_calendar(names, months, calendar, since or newest)
    year: int | None = None
    certain = False
    candidates: tuple[int, ...] = ()
    if hint is not None:
        year, certain, candidates = hint, True, (hint,)
        evidence.insert(0, Evidence("hint", str(hint), (hint,)))
    elif stated is not None:
        year, candidates, certain = stated.year, stated.candidates, True
        evidence[:0] = stated.evidence
    elif weights and max(weights.values()) >= ENOUGH:
        ranked = sorted(weights, key=lambda y: (-weights[y], -y))
        year, candidates = ranked[0], tuple(ranked)
        certain = weights[year] >= 3 and all(
            weights[other] <= 0.6 * weights[year] or _is_former(other, year, names) for other in ranked[1:]
        )
    elif open_ones:
        stale = [name.year for name in names if name.clue.place != "link"]
        year, candidates, certain = _choose_by_calendar(calendar, counts, newest, stale, since=since)
    term = _choose_term(year, names, whens, months=months, clues=clues, language=language)
    return YearChoice(year, term, candidates, tuple(evidence), certain)


def resolve_dates(
    whens: Sequence[When | None], choice: YearChoice
) -> tuple[tuple[dt.date | None, dt.date | None], ...]:
    """Give every date the year that the choice leads to: for each `When` its date and its end date.

    A stated year wins, a term over New Year's Eve carries on, and where the year isn't known there is no date.

    >>> from syllabus_parse.normalize.dates import parse_when
    >>> resolve_dates([parse_when("Dec 20 - Jan 6")], YearChoice(2020))
    ((datetime.date(2020, 12, 20), datetime.date(2021, 1, 6)),)
    >>> resolve_dates([parse_when("Feb 29")], YearChoice(2021))
    ((None, None),)
    """
    return place_dates(whens, choice.year)


def _is_former(other: int, year: int, names: Sequence[Name]) -> bool:
    """Tell whether a year is that of a former offering: named in passing only, and before one named in a heading."""
    passing = {"link", "text"}
    return (
        other < year
        and all(name.clue.place in passing for name in names if name.year == other)
        and any(name.clue.place not in passing for name in names if name.year == year)
    )


def _weigh_with_calendar(
    names: Sequence[Name], months: Sequence[int], calendar: Calendar, newest: int | None
) -> dict[int, float]:
    """Weigh the years named, and drop those that weekdays or months contradict."""
    kept = [name for name in names if name.either or _fits_months(name.term, months)]
    weights = weigh_names(kept)
    for year in list(weights):
        if calendar.bound and not calendar.lone and year in YEARS and year not in calendar.allowed:
            del weights[year]
            continue
        if calendar.bound and year in calendar.allowed:
            weights[year] += ENOUGH
        if calendar.costs.get(year, 0.0) is None and (calendar.bound or len(weights) > 1):
            weights[year] *= 0.5  # odd weekdays alone don't outweigh the one year that is named
        if newest is not None and year < newest:
            weights[year] *= 0.8 if year == newest - 1 else 0.3
    return weights


def _fits_months(term: Term | None, months: Sequence[int]) -> bool:
    if term is None or not months:
        return True
    return sum(month in MONTHS_OF_TERM[term] for month in months) >= 0.6 * len(months)


def _choose_by_calendar(
    calendar: Calendar, counts: Counter[int], newest: int | None, stale: Sequence[int], *, since: int | None
) -> tuple[int | None, tuple[int, ...], bool]:
    """Choose the nearest year not before the newest work that the calendar allows; odd weekdays count as distance.

    Works from before the web and the first year of a service are no near bounds: a course reads Homer, too.
    """
    usual = [year for year in calendar.allowed if calendar.costs[year] is not None] or list(calendar.allowed)
    floor = max([year for year in (newest, max(stale, default=None)) if year is not None], default=None)
    if floor is None or floor < (since or WEB_YEARS.start):
        return _choose_likeliest(calendar, usual, floor, since)
    if not usual:
        return None, (), False
    # A single work "to appear" may be a year newer than the course that reads it, if the others are nearly as new.
    recent = any(counts[floor - age] for age in range(1, RECENT + 1))
    slack = 1 if floor == newest and counts[floor] == 1 and recent else 0
    ahead = calendar.bound and floor > (newest or 0)
    slack = max(slack, ahead)  # a title of the year to come above the days of this one
    later = [year for year in usual if year >= floor - slack]
    if not later:
        return None, (), False
    late = 2 if ahead else 0
    chosen = min(
        later,
        key=lambda year: (abs(year - floor) + late * (year < floor) + 1.5 * (calendar.costs[year] or 0.0), -year),
    )
    rest = [year for year in later if year != chosen]
    certain = calendar.bound and chosen <= floor + 8 and (not rest or min(rest) - chosen >= 12)
    return chosen, (chosen, *rest[:5]), certain


def _choose_likeliest(
    calendar: Calendar, usual: Sequence[int], floor: int | None, since: int | None
) -> tuple[int | None, tuple[int, ...], bool]:
    """Choose among the calendar's years where nothing near bounds them: the one in which most pages were written."""
    only = [year for year in usual if year in WEB_YEARS and year >= (since or 0)]
    told = floor is not None or since is not None
    if not only or not (told or (calendar.sure and len(only) == 1)):
        return None, tuple(usual) if calendar.bound else (), False
    chosen = min(only, key=lambda year: (abs(year - MIDDLE) + 1.5 * (calendar.costs[year] or 0.0), -year))
    return chosen, (chosen, *(year for year in usual if year != chosen)), False


def _choose_term(
    year: int | None,
    names: Sequence[Name],
    whens: Sequence[When | None],
    *,
    months: Sequence[int],
    clues: Sequence[Clue],
    language: str | None,
) -> Term | None:
    """Choose the term: as it is named with the year, else as its dates say, else as it is named alone."""
    votes: Counter[Term] = Counter()
    for name in names:
        if name.term is not None and name.year == year and _fits_months(name.term, months):
            votes[name.term] += 1 + round(name.weight)
    if votes:
        return votes.most_common(1)[0][0]
    dates = [date for date, _ in place_dates(whens, year) if date is not None]
    if dates:
        return term_of(dates, language=language)
    for clue in clues:
        if clue.place in {"front matter", "title", "heading"}:
            term, named = parse_term(clue.text)
            if term is not None and named in (None, year):
                return term
    return None
