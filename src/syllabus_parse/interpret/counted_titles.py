"""Numbers of lectures that stand bare before their topics, told by their order: "1 Looms", "2 Knots", "3 Beds"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from syllabus_parse.document import Text
from syllabus_parse.interpret.records import RawSession
from syllabus_parse.regex import lazy_regex

COUNTED: Final = lazy_regex(r"\s*(?P<number>\d{1,2})\s+(?=[^\W\d_])")
FEWEST: Final = 4
LONGEST_STEP: Final = 3


def take_counts(sessions: Sequence[RawSession]) -> None:
    """Take the number off the front of each title, where the titles of a page are counted through.

    A row that lost its markup runs its cells together: "1/9 1 What is a loom?". One title that begins with a number
    ("3 ways to knot") proves nothing; four that rise one by one do. A number that the session has already stays.

    >>> take_counts([])
    """
    found: list[tuple[RawSession, Text, int]] = []
    titled = 0
    for session in sessions:
        title = session.titles[0] if session.titles else None
        if title is None or session.kind in ("holiday", "exam", "other"):
            continue
        titled += 1
        counted = COUNTED.match(title.plain)
        if counted:
            found.append((session, title, counted.end("number")))
    if len(found) < FEWEST or len(found) * 2 < titled:
        return
    numbers = [int(title.plain[:end]) for _, title, end in found]
    if numbers[0] > LONGEST_STEP or any(not 0 <= b - a <= LONGEST_STEP for a, b in pairwise(numbers)):
        return
    if numbers[0] == numbers[-1]:
        return
    for session, title, end in [*found, *_find_off_days(sessions, set(numbers))]:
        number = title.slice(0, end).strip()
        session.titles[0] = title.slice(end, len(title.plain)).strip()
        if session.number is None:
            session.number, session.number_text = number.plain, number
        elif session.number != number.plain:
            session.notes.append(number)


def _find_off_days(sessions: Sequence[RawSession], counted: set[int]) -> list[tuple[RawSession, Text, int]]:
    """List the exams and days off whose number fills a gap between those of the classes: "13 Midterm exam"."""
    out = []
    for session in sessions:
        title = session.titles[0] if session.titles and session.kind in ("holiday", "exam", "other") else None
        number = COUNTED.match(title.plain) if title is not None else None
        if title is None or number is None:
            continue
        fills = int(number["number"]) not in counted and int(number["number"]) - 1 in counted
        if fills:
            counted.add(int(number["number"]))
            out.append((session, title, number.end("number")))
    return out
