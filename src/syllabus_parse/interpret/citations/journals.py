"""A journal or book in italics right behind a quoted title, and where a text was retrieved."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import Mark, Text
from syllabus_parse.interpret.citations.patterns import OPENERS, PEOPLE_ENOUGH, SEPARATORS
from syllabus_parse.interpret.citations.title import find_marked
from syllabus_parse.interpret.citations.values import set_venue
from syllabus_parse.interpret.records import RawReading, RawVenue
from syllabus_parse.normalize.people import score_people
from syllabus_parse.normalize.venues import parse_known_venue
from syllabus_parse.regex import lazy_regex

# A town and a house behind the name of a book, e.g. " (New York: Norton, 1999)"
HOUSE_BEHIND: Final = lazy_regex(r"\W{0,3}\(?[A-ZÀ-Þ][\w. ,]{2,30}:\s[A-ZÀ-Þ]")
# e.g. ". Retrieved August 19, 2016, from" · " (accessed 3 May 2020)", whose address is taken off before
RETRIEVED: Final = lazy_regex(
    r"[\s.,;]{0,2}[.,;(\[]\s?(?P<note>(?:retrieved|(?:last )?accessed|available(?: online)?(?: at| from)|recuperado|"
    r"dispon[íi]vel em|disponible en|consulté le|abgerufen|zuletzt abgerufen)\b[^.\n]{0,60}?)[\s:.,)\]]*$",
    re.IGNORECASE,
    needs="retrie access avail recuper dispon consult abgeruf",
)


def take_journal_set_off(rest: Text, reading: RawReading) -> Text:
    """Take what stands in italics right behind a quoted title as where it appeared; what is left is returned.

    >>> from syllabus_parse.document import EMPTY
    >>> from syllabus_parse.readers.inline import read_inline
    >>> made = RawReading(EMPTY)
    >>> take_journal_set_off(read_inline("*Loom Review* (2013)"), made).plain, made.venue.name
    (' (2013)', 'Loom Review')
    """
    span = find_marked(rest, Mark.ITALIC) if reading.venue is None else None
    if span is None or rest.plain[: span[0]].strip(SEPARATORS + OPENERS):
        return rest
    body = rest.slice(*span).strip(SEPARATORS + OPENERS)
    if not body.plain[:1].isupper() or score_people(body.plain) > PEOPLE_ENOUGH:
        return rest
    known = parse_known_venue(body.plain)
    if known is not None:
        set_venue(reading, known, body)
    else:
        book = HOUSE_BEHIND.match(rest.plain, span[1]) is not None
        reading.venue = RawVenue(body.plain, "book" if book else "journal", False, body)
    return rest.slice(span[1], len(rest.plain))


def take_retrieved(text: Text, reading: RawReading) -> Text:
    """Take when and where a text was retrieved off its end; that is a note.

    >>> from syllabus_parse.document import EMPTY
    >>> from syllabus_parse.readers.inline import read_inline
    >>> take_retrieved(read_inline("Moos, A. (2015). Looms. Retrieved August 19, 2016, from"), RawReading(EMPTY)).plain
    'Moos, A. (2015). Looms'
    """
    found = RETRIEVED.search(text.plain)
    if found is None or found.start() < SHORTEST:
        return text
    reading.notes.append(text.slice(*found.span("note")).strip(" ,:"))
    return text.slice(0, found.start())


SHORTEST: Final = 8
