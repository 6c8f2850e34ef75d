"""A venue, a year or a signature at the end of an entry."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import EMPTY, Text
from syllabus_parse.interpret.citations.patterns import (
    MONTH_YEAR,
    PEOPLE_ENOUGH,
    SEPARATORS,
    SIGNED,
    TAG_WORDS,
    TRAILING_BRACKET,
    TRAILING_YEAR,
    YEAR,
)
from syllabus_parse.interpret.citations.values import add_people, set_venue, set_year
from syllabus_parse.interpret.records import RawReading
from syllabus_parse.normalize.people import score_people
from syllabus_parse.normalize.venues import find_venue, parse_known_venue, parse_venue
from syllabus_parse.regex import lazy_regex

# e.g. "Turing 1950" · "Koehn and Knowles 2017"
SURNAME_YEAR: Final = lazy_regex(
    r"(?P<name>[A-Z][a-z’'-]{2,20}(?:(?: and | & )[A-Z][a-z’'-]{2,20})?),?\s(?:1[89]|20)\d\d[a-z]?"
)

ASIAN_OTHERS: Final = lazy_regex(
    r"(?P<people>[A-Z][\w'’.-]{1,20}(?:\s[A-Z][\w'’.-]{1,20}){0,2}|[\u3400-\u9fff]{2,4})\s?等人?"
)


# What goes on behind a venue's name in a title, and what stands before it there
IN_TITLE: Final = lazy_regex(r"\s[A-Z][a-z]{3,20}(?:\s[A-Za-z]{2,20}){0,2}[.]?\s*")
COLON_END: Final = lazy_regex(r"\w[:：]\s*$")


def is_signed(plain: str) -> bool:
    """Tell a surname with a year in brackets, "(Turing 1950)", from a venue with its year, "(Nature 1950)".

    >>> is_signed("Koehn 2010"), is_signed("Nature 1950"), is_signed("OSDI 2010")
    (True, False, False)
    """
    found = SURNAME_YEAR.fullmatch(plain.strip())
    if found is None or MONTH_YEAR.fullmatch(plain.strip()) or score_people(found["name"]) < 0.25:
        return False
    return parse_known_venue(plain) is None


def take_signature(words: Text, reading: RawReading) -> bool:
    """Take surnames with a year, "Cheng and Schwing, 2022"; a known venue before the year ("Nature, 2015") is none."""
    if not reading.authors and is_signed(words.plain):
        named = SURNAME_YEAR.search(words.plain)
        set_year(reading, words)
        add_people(reading, words.slice(*named.span("name")) if named else words)
        return True
    asian = ASIAN_OTHERS.fullmatch(words.plain.strip()) if "等" in words.plain and not reading.authors else None
    if asian:  # "Bahdanau等"
        start = words.plain.find(asian["people"])
        add_people(reading, words.slice(start, start + len(asian["people"])))
        return True
    found = SIGNED.fullmatch(words.plain.strip()) if not reading.authors else None
    if found is None or re.search(r"[A-Z]{3}", found["people"]):
        return False
    if parse_known_venue(found["people"]) is not None:
        return False
    lead = len(words.plain) - len(words.plain.lstrip())
    set_year(reading, words.slice(lead + found.start("year"), lead + found.end("year")))
    add_people(reading, words.slice(lead + found.start("people"), lead + found.end("people")))
    return True


def take_venue(words: Text, reading: RawReading) -> Text:
    """Take a venue, a year and their tags off the end."""
    plain = words.plain
    tail = TRAILING_BRACKET.search(plain)
    if tail and TAG_WORDS.fullmatch(tail["inside"].strip()):
        reading.tags.append(words.slice(tail.start("inside"), tail.end("inside")).strip())
        words = words.slice(0, tail.start())
        plain = words.plain
    venue = find_venue(plain)
    if tail and venue is not None and tail.start() < venue.start and reading.venue is None and not reading.authors:
        inside = words.slice(tail.start("inside"), tail.end("inside"))
        named = tail["inside"][: venue.start - tail.start("inside")].strip(SEPARATORS)
        if named and score_people(named) > PEOPLE_ENOUGH:  # "Title (Cruz et al., OSDI 2024)"
            set_venue(reading, venue, words)
            add_people(reading, inside.slice(0, len(named)))
            return words.slice(0, tail.start())
    if (
        venue is not None
        and IN_TITLE.fullmatch(plain[max(venue.end, venue.year_end or 0) :])
        and COLON_END.search(
            plain[: min(venue.start, venue.year_start if venue.year_start is not None else venue.start)]
        )
    ):
        return words  # "Weekly Digest: ICML 2020 Highlights" names a venue, and appeared elsewhere
    if venue is not None and reading.venue is None:
        start = min(venue.start, venue.year_start if venue.year_start is not None else venue.start)
        set_venue(reading, venue, words)
        return words.slice(0, start).strip(SEPARATORS + "([")
    whole = parse_known_venue(plain) if reading.venue is None and len(plain) < 200 else None
    if whole is not None and (whole.year is not None or not whole.notes):
        set_venue(reading, whole, words)
        return EMPTY
    tail = TRAILING_BRACKET.search(plain)
    if tail and reading.venue is None:
        inside = words.slice(tail.start("inside"), tail.end("inside")).strip()
        inner = parse_venue(inside.plain)
        if YEAR.fullmatch(inside.plain):
            set_year(reading, inside)
            return words.slice(0, tail.start())
        if MONTH_YEAR.fullmatch(inside.plain):
            set_year(reading, inside)
            reading.notes.append(inside)
            return words.slice(0, tail.start())
        if take_signature(inside, reading):
            return words.slice(0, tail.start())
        if (
            inner is not None
            and (inner.known or (inner.year is not None and len(inside.plain.split()) <= 7))
            and score_people(inside.plain) < 0.8
        ):
            set_venue(reading, inner, inside)
            return words.slice(0, tail.start())
    year = TRAILING_YEAR.search(plain)
    if year and reading.year is None and year.start() > 0:
        set_year(reading, words.slice(year.start("year"), year.end("year")))
        return words.slice(0, year.start())
    if YEAR.fullmatch(plain.strip()) and reading.year is None:
        set_year(reading, words)
        return EMPTY
    return words


SENTENCE_END: Final = lazy_regex(r"(?<![A-Z])(?<!\bal)(?<!\bvs)(?<!\b[Ee]d)[.?!][\"”]?\s+(?=\S)")
# What a full stop shortens, and does not end, e.g. "vol." · "Dr."
SHORTENED: Final = lazy_regex(
    r"\b(?:Jr|Sr|St|Dr|Prof|Inc|Ltd|Co|Univ|Dept|[Vv]ol|No|pp|[Cc]hs?|[Cc]haps?|[Ss]ecs?|Kap|Cap|Bd|Nr|Hrsg|Proc|Conf"
    r"|Symp|Trans)$"
)
LONGEST_SHORT: Final = 8
"""Characters that hold any of them, and the one before."""


def sentence_cut(plain: str) -> int:
    """Return the offset behind the first full stop that ends a sentence, or 0."""
    for match in SENTENCE_END.finditer(plain):
        if not SHORTENED.search(plain, max(0, match.start() - LONGEST_SHORT), match.start()):
            return match.end()
    return 0
