"""Paragraphs of a list of papers: which lines are titles, which are people, and which only talk."""

from __future__ import annotations

import re
from typing import Final

import attrs

from syllabus_parse.document import Text
from syllabus_parse.interpret.citations.citation import read_citation
from syllabus_parse.interpret.citations.kinds import is_catalogue
from syllabus_parse.interpret.citations.labels import BARE_YEAR
from syllabus_parse.interpret.citations.marks import take_leading
from syllabus_parse.interpret.citations.people_lines import add_authors
from syllabus_parse.interpret.citations.plain import part_people
from syllabus_parse.interpret.citations.reference import is_reference
from syllabus_parse.interpret.citations.values import set_venue, title_links
from syllabus_parse.interpret.records import RawLink, RawReading
from syllabus_parse.interpret.words import link_label
from syllabus_parse.interpret.works.work_cuts import split_works
from syllabus_parse.model import Requirement
from syllabus_parse.normalize.people import score_people
from syllabus_parse.normalize.terms import parse_term
from syllabus_parse.normalize.venues import VenueMatch, find_venue, parse_venue
from syllabus_parse.regex import lazy_regex

LINE: Final = lazy_regex("[\n\u2028]")
YEAR: Final = lazy_regex(r"(?:19|20)\d\d(?!\d)")
# e.g. "Heaps and Trees" · _Heaps and Trees_
OPENING_MARK: Final = lazy_regex(r"[\"“_*].{8,}")
# e.g. Heaps and Trees | Ada Quill
WIDE_GAP: Final = lazy_regex(r"\s\|\s|\S\s{3,}\S|\t")
NUMBERED: Final = lazy_regex(r"\[\d{1,4}\]\s")  # e.g. "[12] A. Gray. Looms. VLDB 2001."
ADDRESS: Final = lazy_regex(r"https?://\S+")
PROSE: Final = lazy_regex(
    r"\b(?:we|you|your|our|will|should|must|please|students?|class|course|this (?:page|list|is)|here|i am|i'm|click"
    r"|these|them|deserve|i (?:read|am|have|found|think)|sorted by|categori[sz]ed|my)\b",
    re.IGNORECASE,
)


@attrs.define(eq=False)
class PaperLines:
    """Reads the lines of a list of papers in order; `open` is a reading that still waits for its people.

    `below_venue` says that a heading above names where all of them appeared.
    """

    requirement: Requirement | None = None
    below_venue: bool = False
    readings: list[RawReading] = attrs.field(factory=list)
    open: RawReading | None = None
    title_parts: list[Text] = attrs.field(factory=list)

    def read_paragraph(self, text: Text, following: Text | None) -> list[Text]:
        """Read one paragraph; returns the lines that are no part of the list.

        `following` is the next paragraph: a title may stand alone above its people.
        """
        lines = [line.strip() for line in cut_lines(text)]
        lines = [line for line in lines if line.plain.strip("\\ ") or line.links()]
        left: list[Text] = []
        index = 0
        while index < len(lines):
            line = lines[index]
            rest = lines[index + 1 : index + 3]  # a title looks no further
            if self._is_people(line):
                if self.open is not None and not self.open.authors:
                    add_authors(self.open, line.strip(" \\"))
                else:
                    left.append(line)
                index += 1
                continue
            if self._is_extra(line):
                index += 1
                continue
            taken = self._read_title(line, rest, following)
            if taken == 0:
                left.append(line)
                self.open = None
                index += 1
            else:
                index += taken
        return left

    def _is_people(self, line: Text) -> bool:
        plain = line.plain.strip(" \\*_")
        if NUMBERED.match(plain):
            return False
        if WIDE_GAP.search(plain) and part_people(plain) is not None:
            return False  # title and people on one line
        links = title_links(line)
        if links and (
            score_people(plain) < 0.7 or (links[0][1] < 4 and score_people(line.plain[links[0][1] : links[0][2]]) < 0.5)
        ):
            return False
        return score_people(plain) > 0.5 and not is_reference(take_leading(line))

    def _is_extra(self, line: Text) -> bool:
        """Give a line of links, or of a venue, to the reading above it."""
        if self.open is None:
            return False
        plain = line.plain.strip()
        links = line.links()
        if links and not title_links(line):
            left = "".join(run.text for run in line.runs if run.anchor is None).strip(" ,;|/()[]:-")
            if not left or link_label(left) is not None:
                self.open.links += [RawLink(anchor, line.slice(a, b).strip()) for anchor, a, b in links]
                return True
        venue = find_venue(plain) if self.open.venue is None else None
        if venue is not None and venue.start < 4:
            set_venue(self.open, venue, line)
            return True
        return False

    def _read_title(self, line: Text, rest: list[Text], following: Text | None) -> int:
        """Read a title, on one line or on two, where people, a link or a venue prove it one; the lines taken, or 0."""
        plain = line.plain.strip(" \\")
        if is_catalogue(plain):
            return 0
        if is_prose(plain) and not title_links(line) and not is_reference(take_leading(line)):
            return 0
        if (
            link_leads(line)
            or OPENING_MARK.match(plain)
            or is_reference(take_leading(line))
            or find_venue(plain) is not None
            or (self.below_venue and BARE_YEAR.match(plain) is not None)
            or part_people(plain) is not None  # takes longest
        ):
            return self._open(line)
        if rest and self._is_people(rest[0]):
            return self._open(line)
        if len(rest) > 1 and self._is_people(rest[1]) and not self._is_people(rest[0]) and not title_links(rest[0]):
            return self._open(line.join_line(rest[0]), taken=2)
        if not rest and following is not None:
            first = following.split(LINE)[0].strip()
            if self._is_people(first):
                return self._open(line)
        if rest and ADDRESS.fullmatch(rest[0].plain.strip()):
            return self._open(line)
        return 0

    def _open(self, title: Text, *, taken: int = 1) -> int:
        for piece in split_works(title.strip(" \\")):
            reading = read_citation(piece, requirement=self.requirement)
            if reading is not None:
                self.readings.append(reading)
                self.open = reading
        return taken


def cut_lines(text: Text) -> list[Text]:
    """Cut at line ends, but within no link: a source is often wrapped in the middle of a linked title."""
    links = [(start, end) for _, start, end in text.links()]
    cuts = [
        found
        for found in LINE.finditer(text.plain)
        if not any(start < found.start() and found.end() < end for start, end in links)
    ]
    bounds = zip([0, *(cut.end() for cut in cuts)], [*(cut.start() for cut in cuts), len(text.plain)], strict=True)
    return text.slices(bounds)


LIST_NAME: Final = lazy_regex(
    r"(?:[\s\W]|papers?|accepted|lists?|of|with|code|open|source|oral|the|reading|readings|notes?|collection|best|awesome"
    r"|目录|论文|和|开源|项目|合集|收录|列表|阅读|笔记|汇总|整理|解读){0,40}",
    re.IGNORECASE,
)


# Words before the meeting, e.g. "My " · "Papers at " · "A reading list for "
LIST_LEAD: Final = lazy_regex(
    r"(?:\W*(?:my|our|the|a|an|selected|accepted|interesting|notable|favou?rite|awesome|best|some|papers?|articles?"
    r"|(?:reading|paper)\s?list|list|reading|summar(?:y|ies)|notes?|highlights?|of|at|from|in|for|on)\b){1,6}[\s:–—-]+",
    re.IGNORECASE,
)


def read_list_name(text: Text) -> tuple[VenueMatch, Text] | None:
    """Read the name of a list of one meeting's papers: "CVPR 2021 papers with code"; None for any other heading."""
    lead = LIST_LEAD.match(text.plain)
    if lead is not None:
        text = text.slice(lead.end(), len(text.plain))
    year = YEAR.search(text.plain)
    if year is None or text.plain[: year.start()][-1:].isalnum():
        return None  # "crypto2022" names a course as well as a meeting
    head = text.slice(0, year.end())
    venue = parse_venue(head.plain.strip())
    if venue is None or not venue.known or venue.year is None or len(head.plain) > 60:
        return None
    if parse_term(text.plain)[0] is not None or (venue.kind == "journal" and " " in head.plain[: venue.end].strip()):
        return None  # "Machine Learning (CS 229), Fall 2020", "Artificial Intelligence 2020": courses, no journals
    return (venue, head.strip()) if LIST_NAME.fullmatch(text.plain[year.end() :]) else None


def link_leads(line: Text) -> bool:
    """Tell a linked title from talk with a link in it: the link stands first, behind people, or over half the line."""
    links = title_links(line)
    if not links:
        return False
    _, start, end = links[0]
    before = line.plain[:start].strip(" \t\"“‘'*_[(-–•.:")
    return (
        not before
        or score_people(before) > 0.5
        or (end - start) * 2 > len(line.plain.strip())
        or len(before.split()) <= 3
    )


def is_prose(text: str) -> bool:
    """Tell talk about a list from an entry of it.

    >>> is_prose("Most of the papers deserve to be read."), is_prose("Paxos Made Simple")
    (True, False)
    """
    # The end is looked at first: most entries end like none, and the search goes through all of their words.
    return (text.rstrip(' \t\n"”’»').endswith((".", "!", ":", "?")) or len(text.split()) > 25) and bool(
        PROSE.search(text)
    )
