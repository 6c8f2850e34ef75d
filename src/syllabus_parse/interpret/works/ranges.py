"""Stretches of textbooks: "1:1-3,5; 2:2-3", "Chapter 2" under a link, "Roe pp. 3-9" beside linked works."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from syllabus_parse.document import Text
from syllabus_parse.interpret.citations.citation import read_citation
from syllabus_parse.interpret.citations.kinds import is_text_range
from syllabus_parse.interpret.records import RawLink, RawReading
from syllabus_parse.interpret.words import requirement_group
from syllabus_parse.model import Requirement
from syllabus_parse.regex import lazy_regex

RANGE_CUT: Final = lazy_regex(
    r"(?<!\s)\s*;\s*|(?<!\s)\s+·\s+|,\s+(?=\S*\d|[A-Z]{2,8}\s(?:[Cc]h(?:ap)?s?\.?\s?)?\d|(?:[A-Z]\s)?(?:Ch(?:ap)?|Sec|Kap|Cap)s?\.?\s\d)"
)
# Chapters whose numbers go on behind a comma, e.g. "Chs. 2" before "4"
OPEN_CHAPTERS: Final = lazy_regex(
    r"\b(?:ch(?:ap(?:ter)?)?s?|kap(?:itel)?|cap(?:[íi]tulos?)?)\.?\s?\d{1,2}(?:(?:\s?[-–]\s?|,\s)\d{1,2}){0,12}$",
    re.IGNORECASE,
)
WHOLE: Final = lazy_regex(r"\d{1,2}(?:\s?[-–]\s?\d{1,2})?[\s.,;]*")
DIGIT: Final = lazy_regex(r"\d")  # no stretch is named without
_MARK: Final = r"(?P<mark>optional|required|opcional|obligatori[oa]|facultatif|recommended|background)"
RANGE_MARK: Final = lazy_regex(
    rf"(?<!\s)\s*[(\[]{_MARK}[)\]]\s*$",
    re.IGNORECASE,
    needs=") ]",
)  # e.g. "Ch. 3 (optional)"


# e.g. "Ch. 3 (optional: Ch. 4)"
RANGE_WITHIN: Final = lazy_regex(
    rf"(?<!\s)\s*[(\[]{_MARK}\s?[:：]\s"
    r"(?P<range>[^()\[\]]{1,60})[)\]]\s*$",
    re.IGNORECASE,
    needs=") ]",
)


def read_ranges(text: Text, requirement: Requirement | None = None) -> list[RawReading]:
    """Read stretches of a textbook: "1:1-3,5; 2:2-3" is two chapters' worth; [] for anything else."""
    marked = RANGE_MARK.search(text.plain)
    if marked is not None and marked.start() > 0:
        requirement = requirement_group(marked["mark"]) or requirement
        text = text.slice(0, marked.start())
    if DIGIT.search(text.plain) is None:
        return []
    within = RANGE_WITHIN.search(text.plain)
    if within is not None and not text.links():
        before = read_ranges(text.slice(0, within.start()), requirement)
        inside = read_ranges(text.slice(*within.span("range")), requirement_group(within["mark"]))
        return before + inside if before and inside else []
    if text.links():
        return _read_linked_ranges(text, requirement)
    first = RANGE_CUT.split(text.plain, 1)[0].strip(" ,;")
    if first and not _is_range(first):
        return []  # most entries are no stretches, and needn't be cut up
    pieces = _cut_ranges(text)
    if not pieces or not all(_is_range(piece.plain) for piece in pieces):
        return []
    if not any(is_text_range(piece.plain) for piece in pieces):
        return []
    out = []
    for piece in pieces:
        bare = piece.plain.strip()
        title = piece.strip("() ") if bare.startswith("(") and bare.endswith(")") else piece
        out.append(RawReading(title, requirement=requirement, kind="chapter"))
    return out


def _cut_ranges(text: Text) -> list[Text]:
    """Cut stretches apart; the numbers of chapters that only commas part are one: "Chs. 2, 4", but "2.1", "2.4"."""
    plain = text.plain
    found = list(RANGE_CUT.finditer(plain))
    ends = [*(cut.start() for cut in found), len(plain)][1:]
    bounds, start = [], 0
    for cut, end in zip(found, ends, strict=True):
        if WHOLE.fullmatch(plain, cut.end(), end) and OPEN_CHAPTERS.search(plain, start, cut.start()):
            continue
        bounds.append((start, cut.start()))
        start = cut.end()
    bounds.append((start, len(plain)))
    return [piece for a, b in bounds if (piece := text.slice(a, b).strip(" ,;"))]


def _is_range(words: str) -> bool:
    return is_text_range(words) or BARE.fullmatch(words.strip("().")) is not None


# A number alone and what is said of it, e.g. "12" · "12 (practice)"
BARE: Final = lazy_regex(r"\d{1,4}(?:\s\([^()]{1,60})?")


COMMA: Final = lazy_regex(r",\s+|;\s*")
# What to do with a stretch, or a mark that some legend explains, before it, e.g. "Skim " · "then preview " · "*"
DO: Final = lazy_regex(
    r"(?:then\s|also\s)?(?:\*|(?P<verb>skim|preview|review)\s(?=[A-Z\d])|(?:read|see)\s(?=[A-Z\d]))", re.IGNORECASE
)
NO_BOOK: Final = lazy_regex(
    r"\W*(?:\d|§|(?:chap|chs?|secs?|sections?|pp?|pages?|kap|cap|lec)[a-z]{0,7}\b)", re.IGNORECASE
)


MOST_LINKS: Final = 60
"""No meeting has more stretches of linked books to read."""


def _read_linked_ranges(text: Text, requirement: Requirement | None) -> list[RawReading]:
    """Read stretches of books between links to others, "Roe pp. 3-9, [Moos 1-4](…)"; [] for anything else."""
    within = text.links()
    if len(within) > MOST_LINKS:
        return []
    starts = [start for _, start, _ in within]
    cuts = []
    for found in COMMA.finditer(text.plain):
        before = bisect_left(starts, found.start()) - 1
        if before < 0 or found.start() >= within[before][2]:  # no comma within the words of a link
            cuts.append(found)
    bounds = zip([0, *(cut.end() for cut in cuts)], [*(cut.start() for cut in cuts), len(text.plain)], strict=True)
    pieces = [piece for start, end in bounds if (piece := text.slice(start, end).strip())]
    done = [DO.match(piece.plain) for piece in pieces]
    pieces = [
        piece.slice(found.end(), len(piece.plain)) if found else piece
        for piece, found in zip(pieces, done, strict=True)
    ]
    bare = [piece for piece in pieces if not piece.links()]
    if not bare and all(_is_linked_whole(piece) and is_stretch(piece.plain) for piece in pieces):
        # "Chapter 2" may be the label of a link beside a work; alone it is what to read.
        return [
            RawReading(piece, links=[RawLink(piece.links()[0][0], piece)], requirement=requirement, kind="chapter")
            for piece in pieces
        ]
    if not bare or len(pieces) < 2 or not all(is_text_range(piece.plain) for piece in bare):
        return []
    if any(NO_BOOK.match(piece.plain) for piece in bare):
        return []  # "[Roe](…), ch. 9-11": the chapters are those of the book that is linked
    if not all(_is_linked_whole(piece) for piece in pieces if piece.links()):
        return []
    out = []
    for piece, verb in zip(pieces, done, strict=True):
        reading = read_citation(piece, requirement=requirement)
        if reading is None:
            continue
        if verb is not None and verb["verb"]:
            reading.tag_words.append(verb["verb"].casefold())
        out.append(reading)
    return out


def _is_linked_whole(piece: Text) -> bool:
    """Tell whether one link goes over all words, but for a sign before them: "§[1.6](…)"."""
    links = piece.links()
    return len(links) == 1 and links[0][2] - links[0][1] >= len(piece.plain.lstrip("§ "))


def is_stretch(words: str) -> bool:
    """Tell a stretch of a book that isn't named, "Chapter 2" or "3.1"."""
    return is_text_range(words) and NO_BOOK.match(words) is not None
