"""Readings in data files: a mapping with title, authors, venue and link, or a citation as one text."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import Mapping, Node, Scalar, Sequence, Text
from syllabus_parse.interpret.citations.citation import read_citation
from syllabus_parse.interpret.citations.finish import is_published
from syllabus_parse.interpret.citations.kinds import reading_kind
from syllabus_parse.interpret.citations.tex import print_tex
from syllabus_parse.interpret.data.key_table import Key
from syllabus_parse.interpret.data.keys import fold_data_key, is_known_key, read_key
from syllabus_parse.interpret.data.reading_fields import Works, read_field
from syllabus_parse.interpret.data.values import anchored, is_address, is_flag, make_anchor, scalar_text
from syllabus_parse.interpret.records import RawLink, RawReading, RawSession
from syllabus_parse.interpret.words import link_label, requirement_group
from syllabus_parse.interpret.works.entries import Entry, split_lines
from syllabus_parse.interpret.works.works import read_works as read_entry
from syllabus_parse.model import Requirement
from syllabus_parse.normalize.titles import is_placeholder
from syllabus_parse.regex import lazy_regex

# A title with a venue, a year or a mark behind it, e.g. "Raft (ATC 2014)" · "[OSDI'04] MapReduce" · "Paxos | PODC"
TITLE_WITH_MORE: Final = lazy_regex(
    r"^(?:optional|required|recommended|further|extra)\b\W|"
    r"[)\]]\W{0,3}$|^\W{0,3}[\[(]|\||(?:1[89]|20)\d\d\W{0,3}$|\u2028|\n|\bet al\b|\bby\s+[A-Z]|[\"”]\W{0,3}$"
)
# A value that a script defines elsewhere, e.g. UNKNOWN_PAPER
CONSTANT: Final = lazy_regex(r"[A-Z][A-Z0-9]{1,30}(?:_[A-Z0-9]{1,30}){1,5}")


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
        elif (named_link := _find_named_link(here)) is not None:
            _read_text(*named_link, needed, works)
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


def _find_named_link(node: Mapping) -> tuple[Text, Text] | None:
    """Find the address and the name of a work that is told as {name: address}, whatever words the name begins with."""
    if len(node.entries) != 1:
        return None
    key, value = node.entries[0]
    text = scalar_text(value)
    if text is None or not is_address(text.plain) or is_known_key(key.plain):
        return None
    return None if requirement_group(key.plain) or link_label(key.plain) else (text, key)


def is_work(node: Mapping) -> bool:
    """Tell whether a mapping is one work: it has words for a title, or authors, and not just groups of works."""
    for key, value in node.entries:
        meant = read_key(key.plain)
        if meant.role in ("title", "text", "label", "authors", "venue", "short") and not isinstance(value, Mapping):
            return scalar_text(value) is not None or meant.role == "authors" or _has_title(node)
        alone = len(node.entries) == 1 and fold_data_key(key.plain) not in ("citation", "reference")
        if meant.role == "reading" and scalar_text(value) is not None and not alone:
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
            read_field(reading, key, value, meant, works)
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
