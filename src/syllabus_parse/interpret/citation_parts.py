"""Parts of a signed book ("Gray & Hill (2020), Maps (2nd draft). Chapter 6, “Scales.”"), and who keeps a page."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import Text
from syllabus_parse.interpret.citation_values import set_year
from syllabus_parse.interpret.people_lines import add_authors
from syllabus_parse.interpret.records import RawReading
from syllabus_parse.normalize.people import score_people

BOOK_PART: Final = re.compile(
    r"(?P<people>[^()“”\"\n]{3,120}) \((?P<year>(?:19|20)\d\d)\)[,.:]? "
    r"(?P<title>[^()“”\".:\n]{4,120}(?:\([^()\n]{3,40}\))?)\. "
    r"(?P<part>(?:chapters?|chs?\.|sections?|parts?) \d[^\n]{0,400})",
    re.IGNORECASE,
)
# What stands in brackets behind a name and is no institution: "(1912–1972)", "(b. 1971)", "(forthcoming)"
NO_PLACE: Final = re.compile(
    r"\s?\(\s?(?:(?:(?:b|d|c|ca|born|died)\b\.?|\*)\s?(?:c\.\s?)?\d{3,4}[^()\n]{0,20}|\d{3,4}\s?[–—-]\s?[^()\n]{0,12}"
    r"|forthcoming|in press|to appear|under review|n\.\s?d\.)\s?\)[\s.,:]*$",
    re.IGNORECASE,
)
HOST: Final = re.compile(r"https?://(?:www\.)?(?P<host>[\w.-]{3,80})(?P<path>/[^?#]*)?")
DOCUMENT: Final = re.compile(r"\.(?:pdf|ps|docx?|epub)$", re.IGNORECASE)


def read_book_part(text: Text, reading: RawReading) -> bool:
    """Read people, year, book and the part to read; False for any other words. The part is a note of the book.

    >>> from syllabus_parse.readers.inline import read_inline
    >>> from syllabus_parse.document import EMPTY
    >>> made = RawReading(EMPTY)
    >>> text = read_inline("Ada Gray & Bo Hill (2020), Maps (draft). Chapter 6, “Scales.”")
    >>> read_book_part(text, made), made.title.plain
    (True, 'Maps (draft)')
    >>> read_book_part(read_inline("Gray (2020), Maps. Chapel Press"), RawReading(EMPTY))
    False
    """
    found = BOOK_PART.fullmatch(text.plain.strip())
    if not found or score_people(found["people"]) < 0.4:
        return False
    lead = len(text.plain) - len(text.plain.lstrip())
    add_authors(reading, text.slice(lead + found.start("people"), lead + found.end("people")))
    set_year(reading, text.slice(lead + found.start("year"), lead + found.end("year")))
    reading.title = text.slice(lead + found.start("title"), lead + found.end("title"))
    reading.notes.append(text.slice(lead + found.start("part"), lead + found.end("part")).strip(" ."))
    reading.kind = reading.kind or "book"
    return True


def drop_no_place(words: Text, reading: RawReading) -> Text:
    """Take years of life and "(forthcoming)" off the end of a name; they are a note."""
    found = NO_PLACE.search(words.plain)
    if not found or found.start() < 3:
        return words
    reading.notes.append(words.slice(found.start(), found.end()).strip(" ().,:"))
    return words.slice(0, found.start())


def on_own_site(reading: RawReading) -> bool:
    """Tell a page of the author's own site ("ada-gray.net/maps" by Ada Gray) from a document kept there."""
    names = {person.parsed.rsplit(" ", 1)[-1].casefold() for person in reading.authors if person.parsed}
    names = {name for name in names if len(name) > 3}
    for link in reading.links:
        found = HOST.match(link.anchor.href or "") if link.anchor is not None and names else None
        if (
            found
            and not DOCUMENT.search(found["path"] or "")
            and any(name in found["host"].casefold() for name in names)
        ):
            return True
    return False
