"""Brackets behind a title: people, a venue with its year, a publisher, a remark."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import Text
from syllabus_parse.interpret.citations.linked_bracket import WHO_AND_YEAR, names_place, names_writer
from syllabus_parse.interpret.citations.patterns import MONTH_YEAR, PEOPLE_ENOUGH, REMARK, SURNAMES, TAG_WORDS, YEAR
from syllabus_parse.interpret.citations.press import read_press
from syllabus_parse.interpret.citations.tail import read_people_and_more
from syllabus_parse.interpret.citations.values import add_people, set_venue, set_year
from syllabus_parse.interpret.citations.venue import take_signature
from syllabus_parse.interpret.records import RawReading, RawVenue
from syllabus_parse.normalize.people import score_people
from syllabus_parse.normalize.venues import find_venue, parse_venue
from syllabus_parse.regex import lazy_regex

BRACKETED: Final = lazy_regex(r"\([^()]+\)?")


def split_brackets(text: Text) -> list[tuple[Text, bool]]:
    """Cut into what stands in outermost round brackets and what stands between; a list of people keeps its brackets."""
    plain = text.plain
    if plain.count("(") > 1 and score_people(plain) > PEOPLE_ENOUGH:
        return [(text, False)]
    out: list[tuple[Text, bool]] = []
    depth = at = attached = 0
    for index, character in enumerate(plain):
        if character in "(（":
            if depth == 0 and plain[index - 1 : index].isdigit():
                attached += 1  # "13(12)": a volume and its number
                continue
            if depth == 0:
                out.append((text.slice(at, index), False))
                at = index + 1
            depth += 1
        elif attached and depth == 0 and character in ")）":
            attached -= 1
        elif character in ")）" and depth:
            depth -= 1
            if depth == 0:
                out.append((text.slice(at, index), True))
                at = index + 1
    out.append((text.slice(at, len(plain)), depth > 0))
    return [(piece, bracketed) for piece, bracketed in out if piece.plain.strip()]


# e.g. "in: Games of History, ch. 7" · "Kap. 2; in: A. Roe & B. Hill, Hrsg., Gärten, S. 157-183"
HOLDER: Final = lazy_regex(
    r"\s*(?:(?P<part>[^;()]{2,60});\s)?(?:in|en|em|dans|aus)\s?:\s+"
    r"(?:(?P<editors>[^()]{3,120}?),?\s(?:Hrsg|Hg|eds?|orgs?|dir)\.?[,:]?\s+)?"
    r"(?P<holder>\S[^()]{2,160}?)"
    r"(?:,\s(?P<pages>(?:kap(?:itel)?|ch(?:ap(?:ter)?)?s?|cap(?:ítulo)?|s|pp?|seiten?|pages?)\.?\s?\d[\d\s.,–&-]{0,20}))?\s*",
    re.IGNORECASE,
)


def take_holder(words: Text, reading: RawReading) -> bool:
    """Take the book that holds a piece from a bracket behind its title: "(in: Games of History, ch. 7)"."""
    found = HOLDER.fullmatch(words.plain) if reading.venue is None else None
    if found is None:
        return False
    for name in ("part", "editors", "pages"):
        if found[name]:
            reading.notes.append(words.slice(*found.span(name)).strip())
    holder = words.slice(*found.span("holder"))
    venue = parse_venue(holder.plain)
    if venue is not None and venue.known:
        set_venue(reading, venue, holder)
    else:
        reading.venue, reading.kind = RawVenue(holder.plain, "book", False, holder), "chapter"
    return True


# e.g. "1978, about 30 minutes"
YEAR_AND_MORE: Final = lazy_regex(r"\s*(?P<year>(?:1[89]|20)\d\d)[,;]\s(?P<more>[a-z][^()]{2,60})")


# e.g. "Presenter: Ada Gray", "led by Bo Hill"
PRESENTED: Final = lazy_regex(
    r"\s*(?:(?:presenters?|speakers?|discussants?|discussion leads?|leads?)\s?[:：]|(?:presented|led|discussed) by\b)",
    re.IGNORECASE,
)


def read_bracket(words: Text, reading: RawReading) -> None:
    """Read what stands in round brackets behind a title: people, a venue, a year, a tag, a remark."""
    plain = words.plain
    if YEAR.fullmatch(plain.strip()):
        set_year(reading, words)
        return
    if PRESENTED.match(plain):
        reading.notes.append(words)  # who presents a work did not write it
        return
    if take_signature(words, reading) or take_holder(words, reading):
        return
    if TAG_WORDS.fullmatch(plain.strip()):
        reading.tags.append(words)
        return
    if read_press(words, reading):
        return
    remark = YEAR_AND_MORE.fullmatch(plain)
    if remark is not None and reading.year is None and find_venue(plain) is None:
        set_year(reading, words.slice(*remark.span("year")))
        reading.notes.append(words.slice(*remark.span("more")))
        return
    if MONTH_YEAR.fullmatch(plain.strip()):
        set_year(reading, words)
        reading.notes.append(words)
        return
    if take_people_and_venue(words, reading) or take_dated_signature(words, reading):
        return
    venue = parse_venue(plain) if len(plain) < 120 else None
    if (
        venue is not None
        and (venue.known or (venue.year is not None and score_people(plain[: venue.year_start or 0]) < PEOPLE_ENOUGH))
        and reading.venue is None
    ):
        set_venue(reading, venue, words)
        return
    if REMARK.match(plain):
        reading.notes.append(words)
        return
    named = score_people(plain) > PEOPLE_ENOUGH or SURNAMES.fullmatch(plain) or re.search(r"\bet al\b", plain)
    if not reading.authors and named:
        read_people_and_more(words, reading)
        return
    reading.notes.append(words)


def take_dated_signature(words: Text, reading: RawReading) -> bool:
    """Take who wrote a work, when, and where it came out: "(Gray and Lind, 2009, Journal of Looms)"."""
    found = WHO_AND_YEAR.fullmatch(words.plain)
    if found is None or not found["venue"] or reading.authors or reading.venue is not None:
        return False
    who, place = words.slice(*found.span("who")).strip(" ,."), words.slice(*found.span("venue")).strip()
    if not names_writer(who.plain, place.plain) or not names_place(place.plain):
        return False
    add_people(reading, who)
    set_year(reading, words.slice(*found.span("year")))
    venue = parse_venue(place.plain)
    if venue is not None:
        set_venue(reading, venue, place)
    else:
        reading.notes.append(place)
    return True


# e.g. ", QNET 2019" · ", SysTex '16"
UNKNOWN_MEETING: Final = lazy_regex(r",\s(?P<venue>[A-Z][A-Za-z]{0,10}[A-Z][A-Za-z]{0,6}\s?['’]?\d{2,4})\s*$")


def take_people_and_venue(words: Text, reading: RawReading) -> bool:
    """Take people and, behind a comma, a known venue: "(Ana Cruz, TACL 2020)", "(Cruz and Weiss, OSDI '18)"."""
    plain = words.plain
    if reading.authors or reading.venue is not None or "," not in plain:
        return False
    venue, held = find_venue(plain), words
    coined = UNKNOWN_MEETING.search(plain) if venue is None else None
    if coined:  # a meeting that no table knows: "(Ana Cruz, QNET 2019)"
        held = words.slice(*coined.span("venue"))
        venue = parse_venue(held.plain)
    if venue is None:
        return False
    named = plain[: coined.start("venue") if coined else venue.start].rstrip()
    people = named.rstrip(",")
    signed = venue.known and SURNAMES.fullmatch(people) is not None  # "(Frankle & Carbin, ICLR 2019)"
    if not named.endswith(",") or not (signed or score_people(people) > PEOPLE_ENOUGH):
        return False
    add_people(reading, words.slice(0, len(named) - 1))
    set_venue(reading, venue, held)
    return True
