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
                if _completes(other, session, apart=_is_apart(out[-1], session)):
                    _merge(other, session)
                    break
            else:
                days.setdefault(key, []).append(session)
                out.append(session)
            continue
        out.append(session)
    return out


def _is_apart(last: RawSession, session: RawSession) -> bool:
    """Tell whether another day stands between a session and the one of its day: the list begins anew."""
    when, this = last.when, session.when
    return when is None or this is None or (when.month, when.day) != (this.month, this.day)


def _completes(one: RawSession, other: RawSession, *, apart: bool) -> bool:
    """Tell whether the second only adds what the first lacks; works told `apart` from the plan may be more of them."""
    bare = not other.titles and not other.presenters and other.number is None
    if (
        bare
        and (one.titles or one.presenters)
        and (other.readings or other.assignments or other.links)
        and (not one.readings or (apart and bool(other.readings)))
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
    known = _list_targets(one)
    one.links += [link for link in other.links if link.anchor is None or link.anchor.href not in known]
    one.notes += other.notes
    one.note_words += other.note_words
    one.titles = one.titles or other.titles
    one.presenters = one.presenters or other.presenters
    if one.week is None:
        one.week, one.week_text = other.week, other.week_text
    one.kind = one.kind or other.kind
    one.section = one.section or other.section


def _list_targets(session: RawSession) -> set[str | None]:
    return {link.anchor.href for link in session.links if link.anchor is not None}


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


SAME_LEAST: Final = 2
"""So many sessions told again under their own title and count, or day, prove that a plan is told twice."""


def join_parts(sessions: list[RawSession]) -> list[RawSession]:
    """Join a plan with the parts below it that tell more of each session: the same titles again, all behind the plan.

    A part may lack the day that the plan names, and the other way round; where both count or date, they must agree.
    Where enough of them do, a part without a day is of the meeting that the plan counts so, under another title too.
    """
    places: dict[str, list[int]] = {}
    pairs: list[tuple[int, int]] = []
    taken: set[int] = set()
    for index, session in enumerate(sessions):
        key = fold_label(session.titles[0].plain) if session.titles else ""
        if session.titles and len(key) < LEAST_TITLE:
            continue
        if not session.titles and (session.number is None or session.when is not None):
            continue  # of a part without a title, "Class 3", the number is its name
        before = places.setdefault(key or f"#{session.number}", [])
        held = next((at for at in before[:MOST_A_DAY] if at not in taken and _agree(sessions[at], session)), None)
        held = _find_counted(sessions, places, taken, session, alike=True) if held is None else held
        if held is None:
            before.append(index)
            if session.number is not None and session.when is not None:
                places.setdefault(f"#{session.number}", []).append(index)
        else:
            taken.add(held)
            pairs.append((held, index))
    sure = sum(_count_of(sessions[a]) is not None or sessions[a].when is not None for a, _ in pairs)
    if sure < SAME_LEAST or max(a for a, _ in pairs) > min(b for _, b in pairs):
        return sessions
    if all(_say_the_same(sessions[a], sessions[b]) for a, b in pairs):
        return sessions  # the same document twice: no part tells more
    paired = {index for _, index in pairs}
    for index in range(min(paired), len(sessions)):
        held = None if index in paired else _find_counted(sessions, places, taken, sessions[index], alike=False)
        if held is not None:
            taken.add(held)
            pairs.append((held, index))
    for held, index in pairs:
        one, other = sessions[held], sessions[index]
        _merge(one, other)
        if one.when is None:
            one.when, one.when_text, one.day_offset = other.when, other.when_text, other.day_offset
        if one.number is None:
            one.number, one.number_text = other.number, other.number_text
    told = {index for _, index in pairs}
    return [session for index, session in enumerate(sessions) if index not in told]


LEAST_TITLE: Final = 4


def _find_counted(
    sessions: list[RawSession], places: dict[str, list[int]], taken: set[int], part: RawSession, *, alike: bool
) -> int | None:
    """Find the dated meeting with the number of a part that has no day; `alike` asks for its title or link too."""
    if part.number is None or part.when is not None or not part.titles:
        return None
    for at in places.get(f"#{part.number}", [])[:MOST_A_DAY]:
        held = sessions[at]
        if at not in taken and held is not part and held.titles and held.kind == part.kind:
            return at if not alike or _are_alike(held, part) or _list_targets(held) & _list_targets(part) else None
    return None


def _say_the_same(one: RawSession, other: RawSession) -> bool:
    """Tell whether two sessions have their day, works, homework, links and notes alike."""
    first, second = (
        (
            session.when is None,
            session.number is None,
            [work.title.plain for work in session.readings],
            len(session.assignments),
            len(session.links),
            len(session.notes),
        )
        for session in (one, other)
    )
    return first == second


def _agree(one: RawSession, other: RawSession) -> bool:
    """Tell whether the counts and days of two sessions don't contradict each other, and one of them is the same."""
    weeks = one.week is not None and other.week is not None
    numbers = one.number is not None and other.number is not None
    if (weeks and one.week != other.week) or (numbers and one.number != other.number):
        return False
    first, second = one.when, other.when
    if first is not None and second is not None:
        return (first.month, first.day, one.day_offset) == (second.month, second.day, other.day_offset)
    return weeks or numbers


def _count_of(session: RawSession) -> tuple[str, object] | None:
    if session.number is not None:
        return "number", session.number.lstrip("0")
    return ("week", session.week) if session.week is not None else None


def _weigh(run: list[RawSession]) -> int:
    return sum(len(one.readings) + len(one.links) + len(one.notes) + len(one.assignments) for one in run)


def _are_alike(one: RawSession, other: RawSession) -> bool:
    first, second = fold_label(one.titles[0].plain), fold_label(other.titles[0].plain)
    return first in second or second in first or SequenceMatcher(None, first, second).ratio() >= RETOLD_SHARE
