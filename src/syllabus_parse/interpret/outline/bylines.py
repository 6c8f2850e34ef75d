"""Lines that sign the linked work above them: "Ann Gray · Maps of the North (Lakeside), 2019", in cards of HTML."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import Text
from syllabus_parse.interpret.citations.finish import list_own_addresses
from syllabus_parse.interpret.citations.kinds import reading_kind
from syllabus_parse.interpret.citations.values import add_people, set_venue, set_year
from syllabus_parse.interpret.records import RawSession, RawVenue
from syllabus_parse.normalize.people import score_people
from syllabus_parse.normalize.venues import parse_venue
from syllabus_parse.regex import lazy_regex

PARTED_BYLINE: Final = lazy_regex(
    r"\s*(?P<people>[^·•|\n]{4,120}?)\s[·•|]\s(?P<venue>[^·•|\n]{2,100}?)(?P<place>\s\([^()]{2,40}\))?"
    r"(?:,\s|\s[·•|]\s|\s\()(?P<year>(?:1[89]|20)\d\d)\)?\s*"
)
LEAST: Final = 0.3
# The year and the quoted title that end a list of names: "…, and B. Hill. 2020. “Maps"
NAMES_AND_YEAR: Final = lazy_regex(r"(?P<people>[^“”\"()\n]{8,400}?)[.,]? \(?(?:19|20)\d\d\)?[.,:]? [“\"]")


def sign_above(session: RawSession, text: Text) -> bool:
    """Give people, venue and year of such a line to the last work of the session; False where it is none."""
    reading = session.readings[-1] if session.readings else None
    if reading is None or not reading.links or reading.authors or reading.venue is not None or text.links():
        return False
    found = PARTED_BYLINE.fullmatch(text.plain)
    if found is None or reading.year is not None:
        return False
    if score_people(found["people"]) < LEAST and re.search(r"\d|[.:?!]\s", found["people"]):
        return False
    add_people(reading, text.slice(*found.span("people")))
    set_year(reading, text.slice(*found.span("year")))
    words = text.slice(*found.span("venue"))
    venue = parse_venue(words.plain)
    if venue is not None and venue.known:
        set_venue(reading, venue, words)
    else:
        reading.venue = RawVenue(words.plain, "other", known=False, text=words)
    if reading.kind == "web":
        reading.kind = reading_kind(reading.title.plain, list_own_addresses(reading), [], signed=True)
    return True


def opens_with_names(text: Text) -> bool:
    """Tell a work by a long list of people from talk."""
    found = NAMES_AND_YEAR.match(text.plain)
    return found is not None and score_people(found["people"]) > 0.5
