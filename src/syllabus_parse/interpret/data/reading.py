"""Readings in data files: a mapping with title, authors, venue and link, or a citation as one text."""

from __future__ import annotations

import re
from typing import Final

import attrs

from syllabus_parse.document import EMPTY, Anchor, Mapping, Node, Scalar, Sequence, Text
from syllabus_parse.interpret.citations.citation import is_published, read_citation
from syllabus_parse.interpret.citations.kinds import reading_kind
from syllabus_parse.interpret.citations.tex import print_tex
from syllabus_parse.interpret.citations.values import add_people, set_venue, set_year
from syllabus_parse.interpret.data.keys import Key, fold_data_key, read_key
from syllabus_parse.interpret.data.links import read_links
from syllabus_parse.interpret.data.values import (
    YEAR,
    anchored,
    is_address,
    is_flag,
    leaf_texts,
    make_anchor,
    read_flag,
    scalar_text,
)
from syllabus_parse.interpret.records import RawLink, RawReading, RawSession, RawVenue
from syllabus_parse.interpret.words import link_label, requirement_group
from syllabus_parse.interpret.works.entries import Entry, split_lines
from syllabus_parse.interpret.works.works import read_works as read_entry
from syllabus_parse.model import ReadingKind, Requirement
from syllabus_parse.normalize.titles import is_placeholder
from syllabus_parse.normalize.venues import parse_venue

# A year behind a name, e.g. "Koehn (2010)" · "Weaver, 1949"
NAME_YEAR: Final = re.compile(r"[\s,]{0,4}[(\[]?(?P<year>(?:1[89]|20)\d\d)[a-z]?[)\]]?[\s.,;]*$")
# A title with a venue, a year or a mark behind it, e.g. "Raft (ATC 2014)" · "[OSDI'04] MapReduce" · "Paxos | PODC"
TITLE_WITH_MORE: Final = re.compile(
    r"^(?:optional|required|recommended|further|extra)\b\W|"
    r"[)\]]\W{0,3}$|^\W{0,3}[\[(]|\||(?:1[89]|20)\d\d\W{0,3}$|\u2028|\n|\bet al\b|\bby\s+[A-Z]|[\"”]\W{0,3}$"
)
# A placeholder with a remark, e.g. "N/A (Book)"
NO_VENUE: Final = re.compile(r"\s*(?:n/?a|none|tbd|tba|unpublished)\b\s*[(,;–-]", re.IGNORECASE)
# A value that a script defines elsewhere, e.g. UNKNOWN_PAPER
CONSTANT: Final = re.compile(r"[A-Z][A-Z0-9]{1,30}(?:_[A-Z0-9]{1,30}){1,5}")
GIVEN_KEYS: Final = frozenset({"given", "given name", "first", "firstname", "first name", "vorname", "nombre"})
PLACE_KEYS: Final = frozenset(
    {
        "affiliation",
        "affiliations",
        "institution",
        "university",
        "school",
        "company",
        "organization",
        "org",
        "institute",
    }
)
FAMILY_KEYS: Final = frozenset(
    {"family", "family name", "last", "lastname", "last name", "surname", "nachname", "apellido"}
)
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
IDENTIFIER: Final = re.compile(
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


def read_works(node: Node, *, requirement: Requirement | None = None) -> Works:
    """Read the works behind a key: a citation, the mapping of one work, groups by requirement, lists of these."""
    works = Works()
    stack: list[tuple[Node, Requirement | None, Text | None]] = [(node, requirement, None)]
    while stack:
        here, needed, label = stack.pop()
        if isinstance(here, Sequence):
            stack.extend((item, needed, label) for item in reversed(here.items))
        elif isinstance(here, Scalar):
            text = scalar_text(here)
            if text is None:
                works.links += [RawLink(anchor, None) for anchor, _, _ in here.text.links()]
            elif not is_flag(text.plain) and not CONSTANT.fullmatch(text.plain.strip()):
                _read_text(text, label, needed, works)
        elif is_work(here):
            read_work(here, works, requirement=needed)
        else:
            later: list[tuple[Node, Requirement | None, Text | None]] = []
            for key, value in here.entries:
                meant = read_key(key.plain)
                if meant.role == "ignored":
                    continue
                group = meant.requirement or requirement_group(key.plain) or needed
                named = key if meant.role in ("unknown", "text") else None
                later.append((value, group, named))
            stack.extend(reversed(later))
    return works


def is_work(node: Mapping) -> bool:
    """Tell whether a mapping is one work: it has words for a title, or authors, and not just groups of works."""
    for key, value in node.entries:
        meant = read_key(key.plain)
        if meant.role in ("title", "text", "label", "authors", "venue", "short") and not isinstance(value, Mapping):
            return scalar_text(value) is not None or meant.role == "authors" or _has_title(node)
        if meant.role == "reading" and scalar_text(value) is not None and len(node.entries) > 1:
            return True
    return False


def _has_title(node: Mapping) -> bool:
    return any(
        read_key(key.plain).role in ("title", "text", "label") and scalar_text(value) for key, value in node.entries
    )


def _read_text(text: Text, label: Text | None, requirement: Requirement | None, works: Works) -> None:
    if is_address(text.plain) and (not text.links() or text.links()[0][2] >= len(text.plain)):
        link = RawLink(make_anchor(text), label)
        if label is not None and link_label(label.plain) is None:
            found = read_citation(label, requirement=requirement)
            if found is not None:
                found.links.append(link)
                _settle_kind(found)
                works.readings.append(found)
                return
        elif label is not None:
            works.links.append(link)
            return
        text = anchored(text)
    if not text.plain.strip():
        works.links += [RawLink(anchor, None) for anchor, _, _ in text.links()]
        return
    aside = RawSession()
    for line in split_lines(text, lines=True):
        found_works = read_entry(Entry(line), requirement=requirement, session=aside)
        if not found_works and not aside.notes and not is_placeholder(line.plain):
            aside.notes.append(line)
        works.readings += found_works
    works.notes += aside.notes
    works.links += aside.links


def read_work(node: Mapping, works: Works, *, requirement: Requirement | None = None) -> RawReading | None:
    """Read the mapping of one work and add it to `works`; None where its title is a placeholder.

    A key that no table knows gives a note, so that no words get lost.
    """
    pairs = [(key, value, read_key(key.plain)) for key, value in node.entries]
    title_key = _find_title_key(pairs)
    reading = _start_reading(pairs, title_key, requirement)
    if reading is None:
        return None
    for index, (key, value, meant) in enumerate(pairs):
        if index != title_key:
            _read_field(reading, key, value, meant, works)
    _settle_kind(reading)
    works.readings.append(reading)
    return reading


def _find_title_key(pairs: list[tuple[Text, Node, Key]]) -> int | None:
    for role in ("title", "reading", "text", "label", "short", "notes"):
        for index, (_, value, meant) in enumerate(pairs):
            if meant.role == role and (text := scalar_text(value)) is not None and not is_address(text.plain):
                return index
    return None


def _start_reading(
    pairs: list[tuple[Text, Node, Key]], index: int | None, requirement: Requirement | None
) -> RawReading | None:
    if index is None:
        return None
    title = scalar_text(pairs[index][1])
    if title is None or (is_placeholder(title.plain) and not title.links()):
        return None
    if re.fullmatch(r"\?{2,}", title.plain.strip()):
        return None
    title = print_tex(title)
    fielded = any(meant.role in ("authors", "venue", "year") and scalar_text(value) for _, value, meant in pairs)
    plain = pairs[index][2].role == "title" and not TITLE_WITH_MORE.search(title.plain)
    if (fielded or plain) and not title.links():
        # Authors and venue have fields of their own: nothing in the title is to be parted off.
        return RawReading(title, requirement=requirement)
    return read_citation(title, requirement=requirement) or RawReading(title, requirement=requirement)


THEMES: Final = frozenset({"topic", "topics", "theme", "subject", "tema", "thema", "主题"})
"""Keys that name a session's title among sessions, and what a work is about beside its title."""


def _read_field(reading: RawReading, key: Text, value: Node, meant: Key, works: Works) -> None:
    text = scalar_text(value)
    if meant.role == "ignored":
        return
    if meant.role == "authors":
        for part, place in _people_texts(value):
            _add_authors(reading, part)
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


def _people_texts(node: Node) -> list[tuple[Text, Text | None]]:
    """List the texts that name people, each with its affiliation: scalars, or {name, affiliation} mappings."""
    if not isinstance(node, Sequence):
        return [(text, None) for text in leaf_texts(node)]
    out: list[tuple[Text, Text | None]] = []
    for item in node.items:
        if isinstance(item, Mapping):
            names = [
                text
                for key, value in item.entries
                if (text := scalar_text(value))
                and read_key(key.plain).role in ("title", "authors", "presenter", "label", "text")
            ]
            given = [
                text
                for order in (GIVEN_KEYS, FAMILY_KEYS)
                for key, value in item.entries
                if (text := scalar_text(value)) and fold_data_key(key.plain) in order
            ]
            places = [
                text
                for key, value in item.entries
                if (text := scalar_text(value)) and fold_data_key(key.plain) in PLACE_KEYS
            ]
            name = _join_words(given) if given and not names else names[0] if names else EMPTY
            out.append((name, places[0] if places else None))
        else:
            out += [(text, None) for text in leaf_texts(item)]
    return [(text, place) for text, place in out if text]


def _join_words(texts: list[Text]) -> Text:
    out = texts[0]
    for text in texts[1:]:
        out = out.join_line(text)
    return out


def _add_authors(reading: RawReading, words: Text) -> None:
    found = NAME_YEAR.search(words.plain)
    if found and found.start() > 0:
        if reading.year is None:
            set_year(reading, words.slice(*found.span("year")))
        words = words.slice(0, found.start())
    if re.search(r"[^\W\d_]", words.plain) and not is_placeholder(words.plain):
        add_people(reading, words)


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


def _settle_kind(reading: RawReading) -> None:
    if reading.kind is None:
        urls = [link.anchor.href or "" for link in reading.links if link.anchor]
        reading.kind = reading_kind(
            reading.title.plain,
            urls,
            [note.plain for note in reading.notes],
            published=is_published(reading),
            signed=bool(reading.authors) and reading.year is not None,
        )
