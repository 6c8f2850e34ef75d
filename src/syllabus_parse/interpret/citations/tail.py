"""The words behind a title when they stand in one piece: people, venue, year, and what is left of them."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import Text
from syllabus_parse.interpret.citations.names import is_surnames
from syllabus_parse.interpret.citations.patterns import (
    BY,
    OPENERS,
    PEOPLE_ENOUGH,
    REMARK,
    SEPARATORS,
    TAG_WORDS,
    TRAILING_YEAR,
)
from syllabus_parse.interpret.citations.press import read_press
from syllabus_parse.interpret.citations.values import add_people, set_venue, set_year, trim
from syllabus_parse.interpret.citations.venue import sentence_cut, take_signature, take_venue
from syllabus_parse.interpret.records import RawReading
from syllabus_parse.normalize.people import score_people
from syllabus_parse.normalize.venues import parse_venue
from syllabus_parse.regex import lazy_regex

# e.g. "First Workshop on Looms and Shuttles", behind a title and its people
NAMED_MEETING: Final = lazy_regex(
    r"(?=.{0,80}\b(?:Workshop|Conference|Symposium|Transactions|Journal|Proceedings)\b)"
    r"[A-Z0-9][\w'’&-]{0,20}(?:\s(?:[A-Z0-9][\w'’&-]{0,20}|on|of|for|in|the|and|&)){1,10}"
)


def read_people_and_more(words: Text, reading: RawReading) -> None:
    """Read "C. Mohan et al., in Red Book", "Moritz et al., 2018", "A, B. OSDI 2016"."""
    plain = words.plain
    et_al = re.search(r"\bet al\.?\)?", plain)
    if et_al:
        add_people(reading, words.slice(0, et_al.end()))
        rest = words.slice(et_al.end(), len(plain)).strip(SEPARATORS + "(")
        if rest:
            read_tail(rest, reading)
        return
    year = TRAILING_YEAR.search(plain)
    if year:
        set_year(reading, words.slice(year.start("year"), year.end("year")))
        words = words.slice(0, year.start())
    add_people(reading, words)


def read_tail(words: Text, reading: RawReading) -> None:
    """Read what follows a title unbracketed: people, then a venue with its year, then remarks."""
    by = BY.match(words.plain)
    if by:
        words = words.slice(by.end(), len(words.plain))
    if take_signature(words, reading):
        return
    words = trim(take_venue(words, reading), SEPARATORS + OPENERS)
    if not words or take_signature(words, reading):
        return
    plain = words.plain
    if REMARK.match(plain) and not by and not NAMED_MEETING.fullmatch(plain):
        reading.notes.append(words)
        return
    if (
        not reading.authors
        and re.search(r"\bet al\b", plain)
        and score_people(plain[: plain.find("et al")].strip(SEPARATORS) or plain) > 0.3
    ):
        read_people_and_more(words, reading)
        return
    if not reading.authors and (by or score_people(plain) > PEOPLE_ENOUGH or is_surnames(plain)):
        cut = sentence_cut(plain)
        if (
            cut
            and score_people(plain[:cut]) > PEOPLE_ENOUGH
            and score_people(plain[cut:].strip(SEPARATORS)) < PEOPLE_ENOUGH
        ):
            add_people(reading, words.slice(0, cut).strip(" ,;."))
            read_rest(words.slice(cut, len(plain)).strip(SEPARATORS), reading)
            return
        add_people(reading, words)
        return
    cut = sentence_cut(plain)
    if not reading.authors and cut and score_people(plain[:cut].strip(SEPARATORS)) > PEOPLE_ENOUGH:
        add_people(reading, words.slice(0, cut).strip(" ,;."))
        words = words.slice(cut, len(plain)).strip(SEPARATORS)
    read_rest(words, reading)


def read_rest(words: Text, reading: RawReading, *, quoted: bool = False) -> None:
    """Keep what is left as venue, tag or note."""
    plain = words.plain.strip()
    if not plain or plain.casefold() in ("and", "or", "und", "by", "&"):
        return
    if TAG_WORDS.fullmatch(plain):
        reading.tags.append(words.strip())
        return
    if read_press(words.strip(), reading, quoted=quoted):
        return
    venue = parse_venue(plain) if reading.venue is None and len(plain) < 200 else None
    if venue is not None and (venue.known or (venue.year is not None and len(plain.split()) <= 8)):
        set_venue(reading, venue, words)
        return
    if venue is not None and reading.authors and NAMED_MEETING.fullmatch(plain):
        set_venue(reading, venue, words)
        return
    reading.notes.append(words.strip())
