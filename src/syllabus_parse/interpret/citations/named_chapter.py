"""A chapter told behind its book: "Ada Gray, *Maps of Change*, Chapter 1, “Scales,” pp. 17-48"."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import Mark, Text
from syllabus_parse.interpret.citations.head import add_head, find_head, is_head
from syllabus_parse.interpret.citations.patterns import OPENERS, PEOPLE_ENOUGH, SEPARATORS
from syllabus_parse.interpret.citations.rest import read_after
from syllabus_parse.interpret.citations.title import PART_NAME, find_marked
from syllabus_parse.interpret.citations.values import add_people, set_venue
from syllabus_parse.interpret.records import RawReading, RawVenue
from syllabus_parse.normalize.people import score_people
from syllabus_parse.normalize.venues import parse_known_venue
from syllabus_parse.regex import lazy_regex

# From the end of a book in italics to the end of the title of its chapter, e.g. ", Chapter 1, “Scales,”" · ": “Scales”"
CHAPTER: Final = lazy_regex(
    r"\s{0,2}[,.:;]?\s{1,3}(?P<part>(?:chapters?|chaps?\.?|chs?\.?|sections?|parts?|kapitel|cap[íi]tulo|chapitre)"
    r"\s?(?:\d{1,2}|[IVX]{1,5})\s?[,:.–—-]\s)?\s?[\"“„«](?P<title>[^\"“”„«»\n]{4,160})[\"”“»]",
    re.IGNORECASE,
)


def read_named_chapter(text: Text, reading: RawReading) -> bool:
    """Read a chapter whose author and book stand before its quoted title; False for any other words.

    >>> from syllabus_parse.document import EMPTY
    >>> from syllabus_parse.readers.inline import read_inline
    >>> made = RawReading(EMPTY)
    >>> read_named_chapter(read_inline("Ada Gray, *Maps of Change*, Ch. 1, “Scales of Maps,” pp. 1-8"), made)
    True
    >>> made.title.plain, made.venue.name
    ('Scales of Maps', 'Maps of Change')
    """
    book = find_marked(text, Mark.ITALIC) if not text.links() else None
    if book is None or book[0] < SHORTEST:
        return False
    found = CHAPTER.match(text.plain, len(text.plain[: book[1]].rstrip()))
    if (
        found is None
        or PART_NAME.fullmatch(found["title"])
        or any(run.marks & Mark.ITALIC for run in text.slice(*found.span("title")).runs)
    ):
        return False
    before = text.slice(0, book[0])
    words = before.strip(SEPARATORS + OPENERS)
    if score_people(words.plain) <= PEOPLE_ENOUGH and not is_head(before.plain):
        return False
    head = find_head(f"{before.plain.rstrip()} X") if is_head(before.plain) else None
    if head is not None:
        add_head(reading, before, head)
    else:
        add_people(reading, words)
    holder = text.slice(*book).strip(SEPARATORS)
    reading.title = text.slice(*found.span("title")).strip(" ,.;")
    venue = parse_known_venue(holder.plain)
    if venue is not None:
        set_venue(reading, venue, holder)  # "Ann Gray, *The Atlantic*, “What Looms Want”"
    else:
        reading.venue, reading.kind = RawVenue(holder.plain, "book", False, holder), "chapter"
    if found["part"]:
        reading.notes.append(text.slice(*found.span("part")).strip(" ,:.–—-"))
    read_after(text.slice(found.end(), len(text.plain)), reading, quoted=True)
    return True


SHORTEST: Final = 3
