"""Works named by their number in the list below the plan: "[1], [3]" or "10, 11" beside a session."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

import attrs

from syllabus_parse.document import Document, Listing, walk
from syllabus_parse.interpret.records import RawReading, RawSyllabus
from syllabus_parse.regex import lazy_regex

# e.g. "[1], [2]" · "[4][5]" · "10, 11 and 12"
NUMBERS: Final = lazy_regex(
    r"\s{0,3}(?:\[\d{1,3}(?:,\s?\d{1,3}){0,9}\]|\d{1,3})(?:(?:\s?[,;&]\s?|\s?(?:and|und|y|et)\s|(?=\[))"
    r"(?:\[\d{1,3}(?:,\s?\d{1,3}){0,9}\]|\d{1,3})){0,30}\s{0,3}"
)
NUMBER: Final = lazy_regex(r"\d{1,3}")
# The number before a work in its list, e.g. "12. " · "[12] " · "- [12] " · "(12) "
COUNT: Final = lazy_regex(r"\s{0,8}(?:[-*+]\s{1,3})?[\[(]?(?P<number>\d{1,3})(?:[\])]|\.(?=\s)|\)(?=\s))")
LEAST_LISTED: Final = 4
"""So many works at least make a list whose bare numbers are believed."""
ENOUGH: Final = 0.8
"""The share of the numbers beside the sessions that the list must have."""


def names_numbers(words: str) -> bool:
    """Tell whether a cell is nothing but numbers in square brackets.

    >>> names_numbers("[1], [2]"), names_numbers("1, 2"), names_numbers("[1] Looms")
    (True, False, False)
    """
    return words.lstrip().startswith("[") and NUMBERS.fullmatch(words) is not None


def resolve_numbers(document: Document, out: RawSyllabus) -> None:
    """Put the works of a numbered list in place of their numbers; what a session reads leaves the list.

    Bare numbers may be chapters: they are those of works only where nearly all of them are listed and most of the list
    is named. A number in brackets that stands for no work is a note.
    """
    named = [
        (session, reading)
        for session in out.sessions
        for reading in session.readings
        if not reading.links and not reading.authors and NUMBERS.fullmatch(reading.title.plain)
    ]
    if not named:
        return
    listed = _count_works(document, out.readings)
    numbers = {int(number) for _, reading in named for number in NUMBER.findall(reading.title.plain)}
    known = numbers & listed.keys()
    sure = len(listed) >= LEAST_LISTED and len(known) >= ENOUGH * len(numbers) and len(known) * 2 >= len(listed)
    taken: set[int] = set()
    for session, reading in named:
        bracketed = reading.title.plain.lstrip().startswith("[")
        found = [listed.get(int(number)) for number in NUMBER.findall(reading.title.plain)]
        works = [work for work in found if work is not None]
        at = next(index for index, own in enumerate(session.readings) if own is reading)
        if works and (bracketed or sure):
            session.readings[at : at + 1] = [_copy(work, reading) for work in works]
            taken |= {id(work) for work in works}
        elif bracketed or sure:
            del session.readings[at]
            session.notes.append(reading.title)
    out.readings = [reading for reading in out.readings if id(reading) not in taken]


def _count_works(document: Document, readings: Sequence[RawReading]) -> dict[int, RawReading]:
    """Find the number of each work: before it in its line, or by its place in an ordered list; the first of each."""
    source = document.source.text
    items = [
        (item.span.start, count)
        for block in walk(document.blocks)
        if isinstance(block, Listing) and block.ordered
        for count, item in enumerate(block.items, 1)
    ]
    items.sort()
    starts = [start for start, _ in items]
    listed: dict[int, RawReading] = {}
    for reading in readings:
        span = reading.title.span
        if span is None:
            continue
        start = source.rfind("\n", 0, span.start) + 1
        found = COUNT.match(source, start, span.start + 1)
        at = bisect_right(starts, span.start) - 1
        if found is not None:
            listed.setdefault(int(found["number"]), reading)
        elif at >= 0:
            listed.setdefault(items[at][1], reading)
    return listed


def _copy(work: RawReading, named: RawReading) -> RawReading:
    """Copy a work for one session, with what the place of its number says of it."""
    made = attrs.evolve(
        work,
        authors=list(work.authors), links=list(work.links), tags=list(work.tags), notes=list(work.notes),
        tag_words=list(work.tag_words), problems=list(work.problems), above=set(work.above), section=(),
    )  # fmt: skip
    if made.requirement is None:
        made.requirement, made.requirement_text = named.requirement, named.requirement_text
    return made
