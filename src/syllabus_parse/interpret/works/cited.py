"""What tells a work cited in a line of its own from a topic: who wrote it, where it appeared."""

from __future__ import annotations

from typing import Final

from syllabus_parse.document import Mark, Text
from syllabus_parse.interpret.citations.plain import part_people
from syllabus_parse.interpret.citations.reference import is_reference
from syllabus_parse.interpret.citations.values import title_links
from syllabus_parse.interpret.works.signs import names_work
from syllabus_parse.normalize.people import score_people
from syllabus_parse.normalize.venues import find_venue
from syllabus_parse.regex import lazy_regex

NAMES_BEFORE_QUOTE: Final = lazy_regex(r"(?P<people>[^\"“„«:]{3,80}),\s[\"“„«][^\"”“»]{4,}[\"”“»]")
CITED: Final = lazy_regex(r"(?P<people>[^()\n\u2028]{3,150}?)\s?\((?:19|20)\d\d[a-z]?\)\s?[:.,]\s+\S")
SURNAME: Final = lazy_regex(r"[A-ZÀ-Ž][^\W\d_]+(?:-[A-ZÀ-Ž][^\W\d_]+)?")


def is_citation(text: Text) -> bool:
    """Tell a citation behind a date ("Pearl (2009): Causal inference …") from a topic."""
    quoted = QUOTED_BY.fullmatch(text.plain)
    if quoted is not None:
        # A quoted title by one person may be a talk.
        return quoted["others"] is not None and is_author(quoted["people"])
    return (
        opens_with_author(text)
        or names_work(text)
        or ends_with_venue(text)
        or ends_with_people(text)
        or is_reference(text)
    )


# e.g. "Looms" by Hill et al. · “The Long Loom” by Ada Gray
QUOTED_BY: Final = lazy_regex(
    r"\s*[\"“„«](?P<title>[^\"“”»\n]{3,200})[\"”»],?\s(?:by|von|par|por)\s(?P<people>[^\"“”\n]{3,80}?)"
    r"(?P<others>\set al\.?)?[\s.]*"
)


def opens_with_author(text: Text) -> bool:
    """Tell a work by who wrote it, before its year or its quoted name: 'Ryle, "The Myth of Doors"'.

    >>> from syllabus_parse.readers.inline import read_inline
    >>> opens_with_author(read_inline('Ryle, "The Myth of Doors"'))
    True
    >>> opens_with_author(read_inline('What is called "Thinking"?'))
    False
    """
    found = CITED.match(text.plain)
    if found is not None:
        return is_author(found["people"])
    quoted = NAMES_BEFORE_QUOTE.match(text.plain)
    return quoted is not None and is_author(quoted["people"])


def ends_with_venue(text: Text) -> bool:
    """Tell a name that ends with where and when it appeared: "Maps that Mend Themselves, USENIX ATC 2020"."""
    venue = find_venue(text.plain)
    return venue is not None and venue.known and venue.year is not None and venue.start > SHORT_NAME


# What stands behind a title in italics or quotes, e.g. ", Gray et al., 2022" · " by Ada Gray and Bo Hill (2020)"
PEOPLE_AND_YEAR: Final = lazy_regex(r"[\"”»]?,?\s(?:by\s)?(?P<people>[^()\d\n]{3,100}?),?\s\(?(?:19|20)\d\d\)?[\s.]*")


def ends_with_people(text: Text) -> bool:
    """Tell a title in italics with people and a year behind it: "*Maps that Mend*, Gray et al., 2022"."""
    first = next((run for run in text.runs if run.text.strip()), None)
    if first is None or not first.marks & Mark.ITALIC or len(first.text.split()) < LEAST_WORDS:
        return False
    found = PEOPLE_AND_YEAR.fullmatch(text.plain, text.plain.find(first.text) + len(first.text))
    return found is not None and is_author(found["people"])


LEAST_WORDS: Final = 3
# e.g. “Maps that Mend Themselves” in '1966 - "Maps that Mend Themselves" - Ada Gray'
QUOTED_TITLE: Final = lazy_regex(r"[\"“„«][^\"”“»\n]{8,200}[\"”“»]")
AROUND_TITLE: Final = " \t\n\u2028,.:;-–—()[]"


def is_signed_work(text: Text) -> bool:
    """Tell a linked or quoted title with the people behind it, and its year before it at most.

    >>> from syllabus_parse.readers.inline import read_inline
    >>> is_signed_work(read_inline("2017 - [Maps](https://x.org/m.pdf) - Ada Gray, Bo Hill"))
    True
    >>> is_signed_work(read_inline("see [the maps](https://x.org/m.pdf) of Ada Gray"))
    False
    """
    links = title_links(text)
    quoted = QUOTED_TITLE.search(text.plain) if not links else None
    if len(links) != 1 and quoted is None:
        return False
    start, end = quoted.span() if quoted is not None else links[0][1:]
    before, after = text.plain[:start].strip(AROUND_TITLE), text.plain[end:].strip(AROUND_TITLE)
    return not before.strip("0123456789") and len(before) in (0, 4) and score_people(after) > 0.5


def is_signed_line(text: Text) -> bool:
    """Tell a plain title with its people behind its last comma, as lists of works have it.

    >>> from syllabus_parse.readers.inline import read_inline
    >>> is_signed_line(read_inline("Threads as a Library, Ada Gray and Bo Hill"))
    True
    >>> is_signed_line(read_inline("Locks, Semaphores and Monitors"))
    False
    """
    parted = part_people(text.plain) if not text.links() and len(text.plain) < LONGEST_SIGNED else None
    if parted is None:
        return False
    (start, end), (people, _) = parted
    return start == 0 and end <= people and "," in text.plain[end:people] and len(text.plain[:end].split()) > 2


LONGEST_SIGNED: Final = 300
SHORT_NAME: Final = 12  # characters: "SOSP 2023" alone or with a word before it is an event


def is_author(words: str) -> bool:
    """Tell people, or one surname, before the title of a work."""
    return score_people(words) > 0.5 or SURNAME.fullmatch(words.strip()) is not None
