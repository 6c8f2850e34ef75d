"""A book of which a part is read: "Ada Gray: Maps (excerpts)"."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import Text
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
