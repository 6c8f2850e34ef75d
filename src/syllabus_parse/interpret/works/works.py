"""One entry of a reading list to readings: several works in one, what hangs below a work, stretches of a textbook."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from syllabus_parse.document import Mark, Text
from syllabus_parse.interpret.citations.citation import is_signpost, read_citation
from syllabus_parse.interpret.citations.kinds import is_instruction
from syllabus_parse.interpret.citations.patterns import PEOPLE_ENOUGH
from syllabus_parse.interpret.citations.people_lines import add_authors
from syllabus_parse.interpret.citations.values import set_venue, title_links
from syllabus_parse.interpret.records import RawLink, RawReading, RawSession, RawVenue, list_links
from syllabus_parse.interpret.words import fold_label, link_label, requirement_group
from syllabus_parse.interpret.works.cited import is_signed_work
from syllabus_parse.interpret.works.entries import Entry, list_below
from syllabus_parse.interpret.works.ranges import read_ranges
from syllabus_parse.interpret.works.signs import shows_work
from syllabus_parse.interpret.works.work_cuts import drop_joint, split_works
from syllabus_parse.interpret.works.work_fields import read_field
from syllabus_parse.model import Requirement
from syllabus_parse.normalize.people import score_people
from syllabus_parse.normalize.titles import is_placeholder
from syllabus_parse.normalize.venues import VenueMatch, parse_venue
from syllabus_parse.regex import lazy_regex

REMARK_LINE: Final = lazy_regex(
    r"\s*(?:summary|abstract|note|notes|comment|tl;?dr|discussion|keywords?|why|description|remark|摘要|简介|总结|说明)\s*[:：]",
    re.IGNORECASE,
)
GROUP_END: Final = lazy_regex(r"[:：]\s*$")


def read_works(
    entry: Entry, *, requirement: Requirement | None = None, session: RawSession | None = None
) -> list[RawReading]:
    """Read the works of one entry with what is nested below it.

    An entry that only heads others ("Game Databases:") gives its words to theirs as a note.
    """
    text = entry.text
    words = text.plain.strip()
    chapters = read_chapters(entry, requirement=requirement)
    if chapters:
        return chapters
    if entry.children and _heads_others(entry):
        group = requirement_group(words)
        out: list[RawReading] = []
        for child in entry.children:
            out += read_works(child, requirement=group or requirement, session=session)
        label = text.strip(" :：*\n\u2028")
        if group is None and label and not is_placeholder(label.plain) and not _is_reading_label(label.plain):
            for made in out:
                made.notes.append(label)
        return out
    counted = read_counted_links(text, requirement)
    if counted is not None:
        hang_below(entry, counted)
        return [counted]
    ranges = read_ranges(text, requirement)
    if ranges:
        hang_below(entry, ranges[-1])
        return ranges
    pieces = [piece for part in split_dots(text) for piece in split_works(part)]
    out = []
    for index, piece in enumerate(pieces):
        reading = read_citation(drop_joint(piece) if index else piece, requirement=requirement)
        if reading is None:
            if session is not None and not is_signpost(piece):
                session.links += list_links(piece)
            continue  # "[pdf](…)" names no work
        if is_instruction(reading.title.plain) and not reading.links and not reading.authors:
            if session is not None:
                session.notes.append(piece)
            continue
        if index and out and reading.requirement is None:
            reading.requirement, reading.requirement_text = out[0].requirement, out[0].requirement_text
        if (
            index
            and out
            and len(out[0].notes) == 1
            and not reading.notes
            and pieces[0].plain.startswith(out[0].notes[0].plain)
        ):
            reading.notes.append(out[0].notes[0])
        out.append(reading)
    if out:
        hang_below(entry, out[-1])
    elif session is not None:
        session.notes += [child.text for child in list_below(entry)]
    return out


# What is between links that are counted, and their words, e.g. ", " · "part 2"
BETWEEN_COUNTED: Final = lazy_regex(r"[\s,;/|()\[\]&]*(?:and\s)?")
COUNT_OF_LINK: Final = lazy_regex(r"[\[(]?(?:part\s)?(?:\d{1,2}|[ivx]{1,4}|[a-e])[\])]?", re.IGNORECASE)


def read_counted_links(text: Text, requirement: Requirement | None = None) -> RawReading | None:
    """Read a work whose links are counted behind it: "The Loom Project: [1](…), [2](…)"; None for any other words."""
    links = text.links()
    if len(links) < 2 or not all(COUNT_OF_LINK.fullmatch(text.plain[a:b].strip()) for _, a, b in links):
        return None
    name = text.slice(0, links[0][1]).strip()
    gaps = [text.plain[a[2] : b[1]] for a, b in pairwise(links)]
    if not name.plain.endswith((":", "：")) or text.plain[links[-1][2] :].strip(" .,;)]"):
        return None
    if not all(BETWEEN_COUNTED.fullmatch(gap) for gap in gaps) or link_label(name.plain) is not None:
        return None
    reading = read_citation(name.strip(" :："), requirement=requirement)
    if reading is None or len(reading.title.plain.split()) < 2 or is_instruction(reading.title.plain):
        return None
    reading.links += [RawLink(anchor, text.slice(a, b).strip()) for anchor, a, b in links]
    return reading


# A part of a book by number and name, e.g. "Chapter 3. Weaving" · "Ch. 4: Dyeing"
NAMED_CHAPTER: Final = lazy_regex(
    r"\s*(?:chapters?|chap|ch|sections?|sec|parts?|kapitel|kap|cap[íi]tulos?|cap|chapitre)\.?\s?\d{1,2}\s?[.:–—-]\s*[^\W\d]",
    re.IGNORECASE,
)
# A piece by its quoted title and its pages at most, e.g. “Gender and Looms,” pp. 153-179. (Reader)
QUOTED_CHAPTER: Final = lazy_regex(
    r"\W{0,3}[\"“„«][^\"“”„«»\n]{4,160}[\"”“»][\s,.;]{0,3}(?:(?:pp?|S|pages?|ch)\.?\s?\d[\d\s,.–-]{0,20})?"
    r"(?:\s?\([^()\n]{2,30}\)){0,2}\W*",
    re.IGNORECASE,
)
BOOK_END: Final = lazy_regex(r"[:：]\s*$|\([^()]*\)\s?[:：]\s*$")


def read_chapters(entry: Entry, *, requirement: Requirement | None = None) -> list[RawReading]:
    """Read the chapters listed below a book, each a work that the book holds; [] for others.

    They are counted below a colon ("Chapter 2. Knots"), or quoted below a book and its author.
    """
    below = entry.children
    if not below:
        return []
    named = BOOK_END.search(entry.text.plain) and all(NAMED_CHAPTER.match(child.text.plain) for child in below)
    quoted = not named and all(QUOTED_CHAPTER.fullmatch(child.text.plain) for child in below)
    if not (named or quoted):
        return []
    book = read_citation(entry.text.strip(" :：\n\u2028"), requirement=requirement)
    if book is None or not re.search(r"[^\W\d_]{3}", book.title.plain):
        return []
    if quoted and not (book.kind == "book" and book.authors):
        return []
    out = []
    for child in below:
        made = read_citation(child.text, requirement=book.requirement)
        if made is None:
            return []
        made.kind = "chapter"
        made.requirement_text = made.requirement_text or book.requirement_text
        made.venue = made.venue or RawVenue(book.title.plain, "book", False, book.title)
        made.authors = made.authors or list(book.authors)
        hang_below(child, made)
        out.append(made)
    out[0].notes += book.notes
    out[0].links += book.links
    return out


DOT: Final = lazy_regex(r"\s+[·•]\s+", needs="· •")


def split_dots(text: Text) -> list[Text]:
    """Cut at dots between works ("OSTEP 9, 10 · Lottery Scheduling"); a list of people keeps its dots."""
    if not DOT.search(text.plain) or score_people(text.plain) > PEOPLE_ENOUGH:
        return [text]
    parts = [part.strip() for part in text.split(DOT)]
    if any(score_people(part.plain) > PEOPLE_ENOUGH for part in parts):
        return [text]
    return [part for part in parts if part]


def _heads_others(entry: Entry) -> bool:
    """Tell whether an entry is a label over the entries below it."""
    words = entry.text.plain.strip()
    if title_links(entry.text) or len(words) > 160:
        return False
    if not shows_work(entry.text) and all(is_signed_work(child.text) for child in entry.children):
        return True  # "Weight decay", and below it the papers on it, each with its people
    if len(words) > 80:
        return False
    if requirement_group(words) is not None or _is_reading_label(words):
        return True
    if not GROUP_END.search(words):
        return False
    return any(title_links(child.text) or len(child.text.plain.split()) > 3 for child in entry.children)


def _is_reading_label(words: str) -> bool:
    return bool(
        re.fullmatch(
            r"(?:assigned |paper |class |the |today's )?(?:readings?|papers?|literature|references?|to read"
            r"|lecturas?|leituras?|lektüre|literatur|阅读|论文"
            r"|lectures(?: (?:obligatoires|facultatives|recommandées))?)(?: list)?",
            fold_label(words),
        )
    )


def hang_below(entry: Entry, reading: RawReading) -> None:
    """Give what is nested below a work to it: authors, a venue, links, remarks."""
    for child in list_below(entry):
        text = child.text.strip(" \t\n\u2028")
        words = text.plain.strip()
        links = text.links()
        if not words and not links:
            continue
        if read_field(text, reading):
            continue
        if REMARK_LINE.match(words):
            reading.notes.append(text)
            continue
        signed = _read_signed(text) if not reading.authors and not title_links(text) else None
        if signed is not None:
            add_authors(reading, signed[0])
            set_venue(reading, signed[1], signed[2])
            continue
        if not reading.authors and not title_links(text) and score_people(words) > PEOPLE_ENOUGH:
            add_authors(reading, text)
            continue
        if not reading.authors and links and score_people(words) > 0.7:
            add_authors(reading, text)
            continue
        for anchor, start, end in links:
            reading.links.append(RawLink(anchor, text.slice(start, end).strip()))
        left = Text.of(run for run in text.runs if run.anchor is None).strip(" ,;|/()[]:-\n\u2028")
        if not left or link_label(left.plain) is not None:
            continue
        venue = parse_venue(left.plain) if reading.venue is None and not links else None
        if venue is not None and venue.known:
            set_venue(reading, venue, left)
        else:
            reading.notes.append(text if not links else left)


def _read_signed(text: Text) -> tuple[Text, VenueMatch, Text] | None:
    """Part a line of people from the meeting set apart behind them: "Ada Lovelace, Mary Shelley *OSDI 2018*"."""
    marked = next((run for run in reversed(text.runs) if run.text.strip()), None)
    if marked is None or not marked.marks & (Mark.ITALIC | Mark.BOLD):
        return None
    at = text.plain.rstrip().rfind(marked.text.rstrip())
    people, where = text.slice(0, at).strip(" \t\n\u2028,;."), text.slice(at, len(text.plain)).strip(" .")
    venue = parse_venue(where.plain)
    if venue is None or venue.year is None or score_people(people.plain) <= PEOPLE_ENOUGH:
        return None
    return people, venue, where
