"""One key and value of a work in a data file, read into the work."""

from __future__ import annotations

import re
from typing import Final

import attrs

from syllabus_parse.document import Anchor, Node, Text
from syllabus_parse.interpret.citations.tex import print_tex
from syllabus_parse.interpret.citations.values import set_venue
from syllabus_parse.interpret.data.key_table import Key
from syllabus_parse.interpret.data.keys import fold_data_key
from syllabus_parse.interpret.data.links import read_links
from syllabus_parse.interpret.data.reading_people import add_dated_authors, find_people_texts
from syllabus_parse.interpret.data.values import (
    YEAR,
    is_address,
    is_flag,
    leaf_texts,
    make_anchor,
    read_flag,
    scalar_text,
)
from syllabus_parse.interpret.records import RawLink, RawReading, RawVenue
from syllabus_parse.interpret.words import link_label, requirement_group
from syllabus_parse.model import ReadingKind
from syllabus_parse.normalize.titles import is_placeholder
from syllabus_parse.normalize.venues import parse_venue
from syllabus_parse.regex import lazy_regex

# A placeholder with a remark, e.g. "N/A (Book)"
NO_VENUE: Final = lazy_regex(r"\s*(?:n/?a|none|tbd|tba|unpublished)\b\s*[(,;–-]", re.IGNORECASE)
# What BibTeX, CSL and makers of course pages call the kinds of works.
_TYPES: Final[tuple[tuple[str, ReadingKind], ...]] = (
    (
        "article|article journal|journal article|paper conference|inproceedings|conference paper|paper|preprint",
        "paper",
    ),
    ("book|textbook|proceedings|edited book|monograph|libro|buch", "book"),
    ("chapter|inbook|incollection|book chapter|book section", "chapter"),
    ("thesis|phdthesis|mastersthesis|dissertation", "thesis"),
    ("report|techreport|technical report|rfc|whitepaper|white paper", "report"),
    ("webpage|website|web|blog|blog post|post|post weblog|online|tutorial|documentation", "web"),
    ("video|talk video|motion picture|film|podcast|broadcast", "video"),
    ("article magazine|article newspaper|magazine|newspaper|news|essay|op ed", "article"),
)
WORK_TYPES: Final[dict[str, ReadingKind]] = {word: kind for words, kind in _TYPES for word in words.split("|")}
IDENTIFIER_HOSTS: Final = {"arxiv": "https://arxiv.org/abs/", "doi": "https://doi.org/"}
IDENTIFIER: Final = lazy_regex(
    r"(?:arxiv:|doi:)?\s{0,3}(?P<value>10\.\d{4,9}/\S{1,200}|\d{4}\.\d{4,5}(?:v\d{1,2})?|[a-z-]{2,10}/\d{7})$",
    re.IGNORECASE,
)


@attrs.define
class Works:
    """What was found behind a key of readings: the works, and what stood among them."""

    readings: list[RawReading] = attrs.field(factory=list)
    links: list[RawLink] = attrs.field(factory=list)
    notes: list[Text] = attrs.field(factory=list)
    presenters: list[Text] = attrs.field(factory=list)


THEMES: Final = frozenset({"topic", "topics", "theme", "subject", "tema", "thema", "主题"})
"""Keys that name a session's title among sessions, and what a work is about beside its title."""


def read_field(reading: RawReading, key: Text, value: Node, meant: Key, works: Works) -> None:
    """Read what a key says of the work; what is none of its facts becomes a note."""
    text = scalar_text(value)
    if meant.role == "ignored":
        return
    if meant.role == "authors":
        for part, place in find_people_texts(value):
            add_dated_authors(reading, part)
            if place is not None and reading.authors and reading.authors[-1].affiliation is None:
                reading.authors[-1].affiliation, reading.authors[-1].affiliation_text = place.plain, place
    elif meant.role == "presenter":
        works.presenters += leaf_texts(value)
    elif meant.role == "venue" and text is not None:
        read_venue(reading, text)
    elif meant.role == "location" and text is not None and _is_outlet(text.plain):
        read_venue(reading, text)  # "where: ATC'14"
    elif meant.role in ("year", "date") and text is not None:
        read_year(reading, text)
    elif meant.role in ("year", "date"):
        years = [leaf for leaf in leaf_texts(value) if YEAR.fullmatch(leaf.plain.strip())]
        if years:
            read_year(reading, years[0])  # {"date-parts": [[1978, 7]]}
    elif meant.role == "kind" and text is not None and fold_data_key(text.plain) in WORK_TYPES:
        reading.kind, reading.kind_text = WORK_TYPES[fold_data_key(text.plain)], text
    elif meant.role in ("required", "optional") and text is not None and read_flag(text.plain) is not None:
        _set_requirement(reading, key, meant, read_flag(text.plain))
    elif meant.role == "kind" and text is not None and requirement_group(text.plain):
        reading.requirement, reading.requirement_text = requirement_group(text.plain), text
    elif meant.role == "identifier" and text is not None:
        _add_identifier(reading, key, text, meant)
    elif meant.role == "short" and text is not None and reading.short_name is None:
        reading.short_name = text
    elif meant.role in ("tags", "topics"):
        reading.tags += leaf_texts(value)
    elif meant.role in ("url", "link", "links") or (text is not None and is_address(text.plain)):
        links, words = read_links(value, None if meant.role == "url" else key, kind=meant.kind)
        reading.links += links
        reading.notes += [word for word in words if link_label(word.plain) is None]
    elif text is not None and (meant.role == "section" or fold_data_key(key.plain) in THEMES):
        reading.section = (*reading.section, text)
    else:
        reading.notes += [
            word for word in leaf_texts(value) if not is_flag(word.plain) and not is_placeholder(word.plain)
        ]


def _is_outlet(words: str) -> bool:
    """Tell a place of publication from a room: a venue of the table, or words with a year."""
    found = parse_venue(words)
    return found is not None and (found.known or found.year is not None)


def _set_requirement(reading: RawReading, key: Text, meant: Key, flag: bool | None) -> None:
    # "required: false" is said on purpose; "optional: false" is what a template leaves behind.
    if meant.role == "required":
        reading.requirement = "required" if flag else "optional"
    elif flag:
        reading.requirement = "optional"
    else:
        return
    reading.requirement_text = key


def _add_identifier(reading: RawReading, key: Text, text: Text, meant: Key) -> None:
    if is_address(text.plain) and "://" in text.plain:
        reading.links.append(RawLink(make_anchor(text), key, kind=meant.kind))
        return
    found = IDENTIFIER.match(text.plain.strip())
    base = IDENTIFIER_HOSTS.get(meant.identifier)
    if found and base and text.span is not None:
        reading.links.append(RawLink(Anchor(base + found["value"], text.span), key, kind=meant.kind))
    elif not is_placeholder(text.plain):
        reading.notes.append(text)


def read_venue(reading: RawReading, words: Text) -> None:
    """Read the venue of a field; words that no table knows are a venue of their own name."""
    if is_placeholder(words.plain) or reading.venue is not None:
        return
    if NO_VENUE.match(words.plain):
        reading.notes.append(words)
        return
    words = print_tex(words)
    found = parse_venue(words.plain)
    if found is not None:
        set_venue(reading, found, words)
    else:
        reading.venue = RawVenue(words.plain, "other", False, words)


def read_year(reading: RawReading, words: Text) -> None:
    """Read the year of a field; one that stands elsewhere ("Koehn (2010)") is overruled by it."""
    found = YEAR.search(words.plain)
    if found:
        reading.year = int(found[0])
        reading.year_text = words.slice(*found.span())
    elif not is_placeholder(words.plain):
        reading.notes.append(words)
