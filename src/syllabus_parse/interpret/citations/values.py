"""People, years and venues of a stretch of text, set into a reading; and the links that name works."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import EMPTY, Anchor, Text
from syllabus_parse.interpret.citations.patterns import PEOPLE_ENOUGH, SEPARATORS, SURNAMES, YEAR
from syllabus_parse.interpret.citations.people_lines import add_authors
from syllabus_parse.interpret.records import RawReading, RawVenue, Worded
from syllabus_parse.interpret.words import link_label
from syllabus_parse.memo import remember
from syllabus_parse.model import LinkKind
from syllabus_parse.normalize.people import score_people
from syllabus_parse.normalize.titles import is_placeholder
from syllabus_parse.normalize.venues import VenueMatch
from syllabus_parse.regex import lazy_regex

# e.g. "arXiv:1412.06980", "[1412.06980]", "[doi:10.1145/1]"
NUMBER_LABEL: Final = lazy_regex(
    r"\[?(?:(?P<number>\d{4}\.\d{4,5}(?:v\d)?)|(?P<arxiv>arxiv)(?:\s?[:/]?\s?(?:abs/)?(?:\d{4}\.\d{4,5}(?:v\d)?|[a-z-]+/\d{7})|,?\s(?:'?\d\d|20\d\d)(?:[./]\d\d?)?)|doi\s?:?\s?10\.\d{4,9}/\S{1,100})\]?",
    re.IGNORECASE,
)


@remember(4096)
def label_kind(words: str) -> LinkKind | None:
    """Tell what a label promises, the number of a work with arXiv or a DOI among them; None for the name of a work.

    >>> label_kind("[arXiv:1412.06980]"), label_kind("pdf"), label_kind("Attention")
    ('arxiv', 'pdf', None)
    """
    found = NUMBER_LABEL.fullmatch(words.strip())
    if found:
        return "arxiv" if found["arxiv"] or found["number"] else "doi"
    return link_label(words)


# Where a site begins, e.g. "index.html" · "../" · "/"
FIRST_PAGE: Final = lazy_regex(r"(?:\.{0,2}/)?(?:index|home)\.(?:html?|php)|\.{0,2}/")


def title_links(text: Text) -> list[tuple[Anchor, int, int]]:
    """List the links that cover the name of a work: no labels, no bare addresses, nothing empty.

    A list of linked people has none, and linked people behind a linked title are none.
    """
    out: list[tuple[Anchor, int, int]] = []
    for anchor, start, end in text.links():
        words = text.plain[start:end].strip()
        if (
            not any(letter.isalnum() for letter in words)
            or label_kind(words)
            or words.startswith(("http://", "https://", "www."))
        ):
            continue
        if (anchor.href or "")[:1] == "#" and len(anchor.href or "") > 1:
            continue  # a place on the same page
        if (anchor.href or "")[:7].lower() in ("mailto:", "javascr") or (anchor.href or "")[:4].lower() == "tel:":
            continue  # an address of a person, not a work
        if FIRST_PAGE.fullmatch(anchor.href or ""):
            continue  # the site itself
        out.append((anchor, start, end))
    if len(out) > 1:
        names = [score_people(text.plain[start:end]) > PEOPLE_ENOUGH for _, start, end in out]
        if sum(names) * 10 >= len(names) * 8 and names[0]:
            return []
        if sum(names[1:]) * 10 >= (len(names) - 1) * 8 and not names[0]:
            return out[:1]
    return out


def without(text: Text, cuts: list[tuple[int, int]]) -> Text:
    """Return the text without the stretches between the given offsets."""
    out, at = EMPTY, 0
    for start, end in sorted(cuts):
        if start > at:
            out = out.join(text.slice(at, start))
        at = max(at, end)
    return out.join(text.slice(at, len(text.plain))) if at < len(text.plain) else out


def add_people(reading: RawReading, words: Text) -> None:
    """Read people from a stretch; a year among what names nobody is the work's."""
    before = len(reading.notes)
    add_authors(reading, words)
    for note in reading.notes[before:]:
        if YEAR.fullmatch(note.plain.strip("()")) and reading.year is None:
            set_year(reading, note.strip("()"))
            reading.notes.remove(note)


ABBREVIATED: Final = lazy_regex(r"\b(?:Inc|Ltd|Jr|Sr|Co|Corp|Univ|Inst|Dept|al|Labs?)$")


def trim(text: Text, characters: str) -> Text:
    """Strip characters off both ends, but leave the full stop of an abbreviation: "Cloudlet Inc."."""
    bare = text.strip(characters)
    if "." in characters and ABBREVIATED.search(bare.plain):
        start = len(text.plain) - len(text.plain.lstrip(characters))
        end = start + len(bare.plain)
        if text.plain[end : end + 1] == ".":
            return text.slice(start, end + 1)
    return bare


def names_people(words: str) -> bool:
    """Tell people beside a venue from a remark on it: "Kipf & Welling", "Cruz et al."; a lone word names nobody.

    >>> names_people("Kipf & Welling"), names_people("short paper")
    (True, False)
    """
    pair = SURNAMES.fullmatch(words)
    several = pair is not None or "," in words or re.search(r"\bet al\b|\s(?:and|&)\s[A-Z]", words) is not None
    return several and score_people(words) >= 0.4


OLD_YEAR: Final = lazy_regex(r"1[4-8]\d\d")


def set_year(reading: RawReading, words: Text) -> None:
    """Take the first year of the words, unless the work has one."""
    found = YEAR.search(words.plain) or OLD_YEAR.fullmatch(words.plain)
    if found and reading.year is None:
        reading.year = int(found[0])
        reading.year_text = words.slice(found.start(), found.end())


def _is_volume(venue: VenueMatch, plain: str) -> bool:
    """Tell a volume from a year in two digits: "VLDB 13(12), 2020"."""
    if venue.year_start is None or venue.year_end is None or venue.year_end - venue.year_start > 3:
        return False
    return plain[venue.year_end : venue.year_end + 1] in ("(", ":", ",") and bool(YEAR.search(plain, venue.year_end))


INITIALS_END: Final = lazy_regex(r"(?<![^\W_])(?:[A-Z]\.\s?-?){1,3}$")


def set_venue(reading: RawReading, venue: VenueMatch, words: Text) -> None:
    """Take venue, year, tags and notes of a match over `words`."""
    if reading.venue is None and (venue.known or not is_placeholder(venue.name)):
        start, end = venue.start, venue.end
        if venue.year_start is not None and venue.year_end is not None and not venue.notes:
            start, end = min(start, venue.year_start), max(end, venue.year_end)
        reading.venue = RawVenue(venue.name, venue.kind, venue.known, words.slice(start, end))
    if reading.year is None and _is_volume(venue, words.plain):
        set_year(reading, words.slice(venue.year_end or 0, len(words.plain)))
    elif venue.year is not None and reading.year is None:
        reading.year = venue.year
        if venue.year_start is not None and venue.year_end is not None:
            reading.year_text = words.slice(venue.year_start, venue.year_end)
    for tag in venue.tags:
        at = words.plain.casefold().find(tag.casefold())
        reading.tag_words.append(Worded(tag, words.slice(at, at + len(tag)) if at >= 0 else words))
    for start, end in venue.notes:
        initials = INITIALS_END.search(words.plain[:start])  # the "S." of "S. Cruz" is no page
        note = words.slice(initials.start() if initials else start, end).strip(SEPARATORS)
        if note and not reading.authors and names_people(note.plain):
            add_authors(reading, note)  # "(ICLR 2017, Kipf & Welling)"
        elif note:
            reading.notes.append(note)


def set_tag(reading: RawReading, venue: VenueMatch, words: Text) -> None:
    """Take a venue from a tag beside the title: "[VLDB'19]"."""
    before = reading.venue
    set_venue(reading, venue, words)
    if reading.venue is not None and reading.venue is not before:
        reading.venue.tag = True
