"""The sessions on a calendar: a column a week, a row a day of the week, so that a wrong day stands out."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

import attrs

from syllabus_parse.model import Session

WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
LONG_GAP: Final = 5
"""More weeks than so many without a session are drawn as one narrow column."""
MOST_WEEKS: Final = 160
MOST_IN_DAY: Final = 3
LONGEST: Final = 21
"""Days drawn of a range at most: a wrong year makes a session that lasts for one."""
WORKING_DAYS: Final = 5


@attrs.frozen
class Mark:
    """A session on one of its days; `first` on the first that is drawn."""

    session: int
    day: dt.date
    first: bool


@attrs.frozen
class Day:
    """A day of a week that is drawn: the sessions on it, and how many more there are."""

    marks: tuple[Mark, ...] = ()
    more: int = 0


@attrs.frozen
class Week:
    """A column: the Monday of the week, or None for a gap of so many weeks; its days from Monday on."""

    monday: dt.date | None
    days: tuple[Day, ...] = ()
    gap: int = 0


@attrs.frozen
class Timeline:
    """The sessions by weeks: `years` and `months` are heads over so many columns, `undated` the sessions without a day.

    `rows` is how many days of the week are drawn: five unless there is something at a week's end. `left_out` counts the
    sessions in weeks beyond the last that is drawn.
    """

    weeks: tuple[Week, ...] = ()
    years: tuple[tuple[str, int], ...] = ()
    months: tuple[tuple[str, int], ...] = ()
    rows: int = 0
    undated: tuple[int, ...] = ()
    left_out: int = 0


def draw_timeline(sessions: Sequence[Session], numbers: Sequence[int] | None = None) -> Timeline:
    """Lay sessions out by weeks; `numbers` are the ones they are known by, else those of their order.

    >>> timeline = draw_timeline([Session(dt.date(2024, 9, 4)), Session(dt.date(2024, 9, 9)), Session()])
    >>> [week.monday.isoformat() for week in timeline.weeks], timeline.months, timeline.undated
    (['2024-09-02', '2024-09-09'], (('Sep', 2),), (2,))
    """
    known = range(len(sessions)) if numbers is None else numbers
    days: defaultdict[dt.date, list[Mark]] = defaultdict(list)
    undated: list[int] = []
    for number, session in zip(known, sessions, strict=True):
        if session.date is None:
            undated.append(number)
            continue
        for at, day in enumerate(_list_days(session.date, session.end_date)):
            days[day].append(Mark(number, day, at == 0))
    mondays = sorted({_find_monday(day) for day in days})
    kept = mondays[:MOST_WEEKS]
    weeks: list[Week] = []
    for monday in _fill_gaps(kept):
        if isinstance(monday, int):
            weeks.append(Week(None, gap=monday))
        else:
            weeks.append(Week(monday, tuple(_draw_day(days, monday, at) for at in range(7))))
    drawn = {mark.session for week in weeks for day in week.days for mark in day.marks}
    hidden = {mark.session for monday in mondays[MOST_WEEKS:] for at in range(7) for mark in _marks(days, monday, at)}
    rows = max((at + 1 for week in weeks for at, day in enumerate(week.days) if day.marks), default=0)
    return Timeline(
        tuple(weeks),
        _head([f"{week.monday.year:04d}" if week.monday else None for week in weeks]),
        _head([MONTHS[week.monday.month - 1] if week.monday else None for week in weeks]),
        max(rows, WORKING_DAYS) if rows else 0,
        tuple(undated),
        len(hidden - drawn),
    )


def _list_days(start: dt.date, end: dt.date | None) -> list[dt.date]:
    length = 1 if end is None or end < start else min((end - start).days + 1, LONGEST)
    # The calendar ends with the year 9999.
    length = min(length, (dt.date.max - start).days + 1)
    return [start + dt.timedelta(days=at) for at in range(length)]


def _find_monday(day: dt.date) -> dt.date:
    # The first day of the calendar, 0001-01-01, is a Monday.
    return dt.date.fromordinal(day.toordinal() - day.weekday())


def _marks(days: dict[dt.date, list[Mark]], monday: dt.date, at: int) -> list[Mark]:
    ordinal = monday.toordinal() + at
    return days.get(dt.date.fromordinal(ordinal), []) if ordinal <= dt.date.max.toordinal() else []


def _draw_day(days: dict[dt.date, list[Mark]], monday: dt.date, at: int) -> Day:
    marks = _marks(days, monday, at)
    return Day(tuple(marks[:MOST_IN_DAY]), max(0, len(marks) - MOST_IN_DAY))


def _fill_gaps(mondays: Sequence[dt.date]) -> list[dt.date | int]:
    """List the weeks with those between them; a long gap is the number of its weeks."""
    made: list[dt.date | int] = []
    before: dt.date | None = None
    for monday in mondays:
        if before is not None:
            empty = (monday - before).days // 7 - 1
            if empty > LONG_GAP:
                made.append(empty)
            else:
                made += [before + dt.timedelta(weeks=at) for at in range(1, empty + 1)]
        made.append(monday)
        before = monday
    return made


def _head(names: Sequence[str | None]) -> tuple[tuple[str, int], ...]:
    """Join the columns that have one name; each gap, which has none, stays a column of its own."""
    made: list[tuple[str, int]] = []
    before: str | None = None
    for name in names:
        if name is not None and name == before:
            made[-1] = (name, made[-1][1] + 1)
        else:
            made.append((name or "", 1))
        before = name
    return tuple(made)
