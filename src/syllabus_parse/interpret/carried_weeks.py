"""Weeks that stand once before the first of their days, as a cell over several rows does when its table is lost."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from syllabus_parse.interpret.records import RawSession
from syllabus_parse.normalize.dates import When

FEWEST: Final = 3
DAYS: Final = 7
# How far the first day of a week may be from where the count puts it: a class on Monday, the next one on Friday.
LOOSE: Final = 4
MONTH_STARTS: Final = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
YEAR: Final = 365


def carry_weeks(sessions: Sequence[RawSession]) -> None:
    """Give the days behind "Week 2 Jan 19" their week, and read numbers that repeat week by week as weeks.

    Nothing is done where the days do not lie as the weeks say, e.g. where all that has no week is a list of exams.

    >>> carry_weeks([])
    """
    dated = [(session, _count_day(session.when)) for session in sessions]
    known = [(session, day) for session, day in dated if day is not None]
    if len(known) < FEWEST * 2:
        return
    _read_numbers(known)
    heads = [at for at, (session, _) in enumerate(known) if session.week is not None]
    if len(heads) < FEWEST or heads[0] or len(heads) == len(known):
        return
    if not _are_weeks([(known[at][0].week or 0, known[at][1]) for at in heads]):
        return
    for at, end in pairwise([*heads, len(known)]):
        head, first = known[at]
        for session, day in known[at + 1 : end]:
            if (day - first) % YEAR < DAYS and not session.section and not head.section:
                session.week, session.week_text = head.week, head.week_text


def _read_numbers(known: Sequence[tuple[RawSession, int]]) -> None:
    """Read "1 9/3", "1 9/5", "2 9/10", "2 9/12" as the days of weeks."""
    firsts: list[tuple[int, int]] = []
    for session, day in known:
        if session.week is not None or session.number is None or not session.number.isdigit():
            return
        if not firsts or firsts[-1][0] != int(session.number):
            firsts.append((int(session.number), day))
    if len(firsts) < FEWEST or len(known) * 2 < len(firsts) * 3 or not _are_weeks(firsts):
        return
    for session, _ in known:
        session.week, session.number = int(session.number or 0), None
        session.week_text, session.number_text = session.number_text, None


def _are_weeks(firsts: Sequence[tuple[int, int]]) -> bool:
    """Tell whether the first days of the weeks lie as far from one another as the weeks do."""
    return all(
        week < later and abs((day_later - day) % YEAR - DAYS * (later - week)) <= LOOSE
        for (week, day), (later, day_later) in pairwise(firsts)
    )


def _count_day(when: When | None) -> int | None:
    """Count the day within its year; None where month or day is missing."""
    if when is None or when.month is None or when.day is None:
        return None
    return MONTH_STARTS[when.month - 1] + when.day
