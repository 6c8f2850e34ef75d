"""What tells a work cited in a line of its own from a topic: who wrote it, where it appeared."""

from __future__ import annotations

from typing import Final

from syllabus_parse.document import Text
from syllabus_parse.interpret.citations.reference import is_reference
from syllabus_parse.interpret.works.signs import names_work
from syllabus_parse.normalize.people import score_people
from syllabus_parse.normalize.venues import find_venue
from syllabus_parse.regex import lazy_regex

QUOTED_WORK: Final = lazy_regex(r"(?P<people>[^\"“„«:]{3,80}),\s[\"“„«][^\"”“»]{4,}[\"”“»]")
CITED: Final = lazy_regex(r"(?P<people>[^()\n\u2028]{3,150}?)\s?\((?:19|20)\d\d[a-z]?\)\s?[:.,]\s+\S")
SURNAME: Final = lazy_regex(r"[A-ZÀ-Ž][^\W\d_]+(?:-[A-ZÀ-Ž][^\W\d_]+)?")


def is_citation(text: Text) -> bool:
    """Tell a citation behind a date ("Pearl (2009): Causal inference …") from a topic."""
    return is_signed(text) or names_work(text) or is_published(text) or is_reference(text)


def is_signed(text: Text) -> bool:
    """Tell a work by who wrote it, before its year or its quoted name: 'Ryle, "The Myth of Doors"'.

    >>> from syllabus_parse.readers.inline import read_inline
    >>> is_signed(read_inline('Ryle, "The Myth of Doors"')), is_signed(read_inline('What is called "Thinking"?'))
    (True, False)
    """
    found = CITED.match(text.plain)
    if found is not None:
        return is_author(found["people"])
    quoted = QUOTED_WORK.match(text.plain)
    return quoted is not None and is_author(quoted["people"])


def is_published(text: Text) -> bool:
    """Tell a name that ends with where and when it appeared: "Maps that Mend Themselves, USENIX ATC 2020"."""
    venue = find_venue(text.plain)
    return venue is not None and venue.known and venue.year is not None and venue.start > SHORT_NAME


SHORT_NAME: Final = 12  # characters: "SOSP 2023" alone or with a word before it is an event


def is_author(words: str) -> bool:
    """Tell people, or one surname, before the title of a work."""
    return score_people(words) > 0.5 or SURNAME.fullmatch(words.strip()) is not None
