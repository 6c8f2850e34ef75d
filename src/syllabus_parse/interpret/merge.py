"""One session told in two places of a page, joined to one."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Final

from syllabus_parse.interpret.records import RawSession
from syllabus_parse.interpret.words import fold_label

MOST_A_DAY: Final = 8
"""So many sessions of one day are looked at for the other half of a session."""


def merge_sessions(sessions: list[RawSession]) -> list[RawSession]:
    """Join two sessions of one day where one has the topic and the other the readings (a table, then lists by date)."""
    out: list[RawSession] = []
    days: dict[tuple[int, int], list[RawSession]] = {}
    for session in sessions:
        when = session.when
        key = (
            (when.month, when.day)
            if when is not None
            and when.month is not None
            and when.day is not None
            and when.end_day is None
            and session.day_offset == 0
            else None
        )
        if key is not None:
            for other in days.get(key, [])[-MOST_A_DAY:]:
                if _completes(other, session):
                    _merge(other, session)
                    break
            else:
                days.setdefault(key, []).append(session)
                out.append(session)
            continue
        out.append(session)
    return out


def _completes(one: RawSession, other: RawSession) -> bool:
    """Tell whether the second only adds what the first lacks."""
    bare = not other.titles and not other.presenters and other.number is None
    if (
        bare
        and (one.titles or one.presenters)
        and (other.readings or other.assignments or other.links)
        and not one.readings
    ):
        return True
    return bool(
        not one.titles
        and not one.presenters
        and one.readings
        and other.titles
        and not other.readings
        and one.number is None
    )


def _merge(one: RawSession, other: RawSession) -> None:
    one.readings += other.readings
    one.assignments += other.assignments
    one.links += other.links
    one.notes += other.notes
    one.note_words += other.note_words
    one.titles = one.titles or other.titles
    one.presenters = one.presenters or other.presenters
    if one.week is None:
        one.week, one.week_text = other.week, other.week_text
    one.kind = one.kind or other.kind
    one.section = one.section or other.section


RETOLD_LEAST: Final = 3
"""So many sessions at least make a plan that may be told a second time."""
RETOLD_SHARE: Final = 0.6
"""Titles as like as this are the same one in other words, and so many sessions of a plan have them."""


def join_retold(sessions: list[RawSession]) -> list[RawSession]:
    """Join a plan told twice: a calendar and a programme, an overview and a part for each lecture.

    Each counts its sessions anew, and what they call them is alike. The plan with dates stays, else the fuller one.
    """
    runs: list[list[RawSession]] = []
    seen: set[tuple[str, object]] = set()
    for session in sessions:
        key = _count_of(session)
        if key is None or not session.titles:
            return sessions
        if not runs or key in seen:
            runs.append([])
            seen = set()
        seen.add(key)
        runs[-1].append(session)
    if len(runs) != 2 or min(len(run) for run in runs) < RETOLD_LEAST:
        return sessions
    kept, told = sorted(runs, key=lambda run: (any(one.when is None for one in run), -_weigh(run)))
    if any(one.when is not None for one in told):
        return sessions
    named = {_count_of(one): one for one in kept}
    pairs = [(named.get(_count_of(one)), one) for one in told]
    same = sum(first is not None and _are_alike(first, second) for first, second in pairs)
    if same < max(RETOLD_LEAST, RETOLD_SHARE * len(told)):
        return sessions
    more: list[RawSession] = []
    for first, second in pairs:
        # "6-7" is one row for what the other plan tells on two days
        held = first or next((one for one in kept if _are_alike(one, second)), None)
        if held is not None:
            _merge(held, second)
        else:
            more.append(second)
    return [*kept, *more]


def _count_of(session: RawSession) -> tuple[str, object] | None:
    if session.number is not None:
        return "number", session.number.lstrip("0")
    return ("week", session.week) if session.week is not None else None


def _weigh(run: list[RawSession]) -> int:
    return sum(len(one.readings) + len(one.links) + len(one.notes) + len(one.assignments) for one in run)


def _are_alike(one: RawSession, other: RawSession) -> bool:
    first, second = fold_label(one.titles[0].plain), fold_label(other.titles[0].plain)
    return first in second or second in first or SequenceMatcher(None, first, second).ratio() >= RETOLD_SHARE
