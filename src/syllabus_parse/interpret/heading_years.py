"""Years that headings state for the days below them: a page that keeps several terms, one below the other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

import attrs

from syllabus_parse.document import Document, Heading, walk
from syllabus_parse.interpret.records import RawSession
from syllabus_parse.interpret.words import is_page_part
from syllabus_parse.normalize.dates import When
from syllabus_parse.normalize.terms import find_terms
from syllabus_parse.normalize.venues import is_venue
from syllabus_parse.regex import lazy_regex

LONGEST: Final = 70
"""Characters of the longest heading that names a term."""
YEAR: Final = lazy_regex(r"(?<![0-9./–-])(?P<year>20[0-6][0-9])(?P<next>\s?[-–/]\s?(?:20)?[0-9]{2})?(?![0-9])")
SUMMER: Final = 7
"""Months before this one lie in the second year of an academic year."""
LEAST: Final = 2


@attrs.frozen
class Stated:
    """A heading's year; `academic` where it runs into the next one."""

    start: int
    year: int
    academic: bool
    words: str


def state_years(document: Document, sessions: Sequence[RawSession]) -> None:
    """Give days without a year that of the heading above them, where headings tell several years or terms apart.

    A page with one such heading has one year, which is inferred with all that speaks for it.
    """
    stated = _find_stated(document)
    if len({heading.words for heading in stated}) < LEAST:
        return
    starts = [heading.start for heading in stated]
    below: dict[int, list[tuple[RawSession, When, int]]] = {}
    for session in sessions:
        when, text = session.when, session.when_text
        if when is None or when.month is None or when.day is None or text is None or text.span is None:
            continue
        at = bisect_right(starts, text.span.start) - 1
        if when.year is None and at >= 0:
            below.setdefault(at, []).append((session, when, when.month))
    if len(below) < LEAST:
        return
    for at, held in below.items():
        heading = stated[at]
        for session, when, month in held:
            session.when = attrs.evolve(when, year=heading.year + (heading.academic and month < SUMMER))
            session.section = tuple(text for text in session.section if text.plain.strip() != heading.words)


def _find_stated(document: Document) -> list[Stated]:
    """Find the headings of one level that name a year and nothing but a part of the page or a term."""
    levels: dict[int, list[Stated]] = {}
    for block in walk(document.blocks):
        if not isinstance(block, Heading):
            continue
        words = block.text.plain.strip()
        if len(words) > LONGEST:
            continue
        found = YEAR.search(words)
        bare = found is not None and not (words[: found.start()] + words[found.end() :]).strip(" :,.()-–年")
        if (not bare and not is_page_part(words)) or is_venue(words):  # a venue takes longest to tell
            continue
        named = next((term for term in find_terms(words) if term.year is not None), None)
        year = named.year if named is not None else int(found["year"]) if found is not None else None
        if year is not None:
            academic = bool(found and found["next"]) and (named is None or named.term == "winter" or named.either)
            levels.setdefault(block.level, []).append(Stated(block.span.start, year, academic, words))
    return max(levels.values(), key=len, default=[])
