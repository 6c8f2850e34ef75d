"""A book of which a part is read: "Ada Gray: Maps (excerpts)"."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import Mark, Text
from syllabus_parse.interpret.citations.patterns import PEOPLE_ENOUGH
from syllabus_parse.interpret.citations.signed import FULL_NAME
from syllabus_parse.interpret.citations.values import add_people
from syllabus_parse.interpret.records import RawReading
from syllabus_parse.normalize.people import score_people
from syllabus_parse.regex import lazy_regex

# What of a book is read, e.g. "(Auszug: §§ 83-111)", "(excerpts)", "(Teil I, S. 29-62)"
EXCERPT: Final = lazy_regex(
    r"\s*\((?P<note>(?:ausz[uü]ge?|in auszügen|excerpts?|extracts?|selections?|extraits?|extractos?|fragmentos?"
    r"|trechos?"
    r"|estratt[oi]|节选|抜粋|발췌|teil\s[\dIVX]+,)[^()]{0,160})\)\s*",
    re.IGNORECASE,
    needs="(",
)
NAMED_BOOK: Final = lazy_regex(r"(?P<people>[^:,()]{4,50})[:,]\s+(?P<title>\S.{3,200})")


# What of the work behind it is read, e.g. "Ada Gray, selections from *Maps*" · "Excerpts from “Maps”"
PART_OF: Final = lazy_regex(
    r"(?:^\s*|(?<=[,:;.])\s+)(?P<part>(?:(?:brief|short|some|a|the|more)\s)?(?:selections?"
    r"|selected (?:chapters|parts|passages)|excerpts?|extracts?|passages?|portions?|auszüge|extraits"
    r"|extractos|fragmentos|trechos)"
    r"\s(?:from|of|in|aus|de|do|da|del))\s+(?:the\s)?(?=\S)",
    re.IGNORECASE,
)
QUOTES: Final = '"“„«‘'


def take_part_of(text: Text, reading: RawReading) -> Text:
    """Take "selections from" off the front of a title that is set in italics, in quotes or as a link.

    >>> from syllabus_parse.document import EMPTY
    >>> from syllabus_parse.readers.inline import read_inline
    >>> made = RawReading(EMPTY)
    >>> take_part_of(read_inline("Ada Gray, selections from *Maps* (1901)"), made).plain, made.notes[0].plain
    ('Ada Gray, Maps (1901)', 'selections from')
    """
    found = PART_OF.search(text.plain) if len(text.plain) < LONGEST else None
    if found is None:
        return text
    at = 0
    for run in text.runs:
        if at == found.end() and (run.marks & Mark.ITALIC or run.anchor is not None or run.text[:1] in QUOTES):
            break
        at += len(run.text)
    else:
        if text.plain[found.end()] not in QUOTES:
            return text
    reading.notes.append(text.slice(*found.span("part")))
    before = text.slice(0, found.start("part"))
    return before.join(text.slice(found.end(), len(text.plain)))


LONGEST: Final = 400


def read_excerpt(text: Text, reading: RawReading) -> bool:
    """Read a book of which a part is read: "Ada Gray: Maps (excerpts)"; False for any other words."""
    found = EXCERPT.search(text.plain)
    if found is None or found.end() < len(text.plain) or found.start() < 4 or text.links():
        return False
    reading.notes.append(text.slice(*found.span("note")))
    reading.kind = "book"
    title = text.slice(0, found.start())
    named = NAMED_BOOK.fullmatch(title.plain)
    if named is not None and FULL_NAME.fullmatch(named["people"]) and score_people(named["people"]) > PEOPLE_ENOUGH:
        add_people(reading, title.slice(*named.span("people")))
        title = title.slice(*named.span("title"))
    reading.title = title.strip('"“”„«»')
    return True
