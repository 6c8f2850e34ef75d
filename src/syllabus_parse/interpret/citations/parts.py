"""Parts of a signed book ("Gray & Hill (2020), Maps (2nd draft). Chapter 6, “Scales.”"), and who keeps a page."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import Mark, Text
from syllabus_parse.interpret.citations.people_lines import add_authors
from syllabus_parse.interpret.citations.values import set_venue, set_year
from syllabus_parse.interpret.records import RawReading, RawVenue
from syllabus_parse.normalize.people import score_people
from syllabus_parse.normalize.venues import parse_venue
from syllabus_parse.regex import lazy_regex

BOOK_PART: Final = lazy_regex(
    r"(?P<people>[^()“”\"\n]{3,120}) \((?P<year>(?:19|20)\d\d)\)[,.:]? "
    r"(?P<title>[^()“”\".:\n]{4,120}(?:\([^()\n]{3,40}\))?)\. "
    r"(?P<part>(?:chapters?|chs?\.|sections?|parts?) \d[^\n]{0,400})",
    re.IGNORECASE,
)
IN_BOOK: Final = lazy_regex(
    r"(?P<title>(?:chapter|part|section)\s\d{1,2}\s?[:.–—-][^\n]{3,120}?),?\sin\s(?P<book>[^\n.]{4,120})\.\s"
    r"(?P<people>[^\n\d]{4,80})"
    r"\.\s\(?(?P<year>(?:19|20)\d\d)\)?\.?",
    re.IGNORECASE,
)  # e.g. "Chapter 2: Scales, in *Maps of Change*. Ada Gray. 2001."
SURNAME: Final = r"[A-ZÀ-Ž][^\W\d_]{1,20}(?:[-’'][^\W\d_]{1,20})?"
NAMES_BEHIND: Final = lazy_regex(
    rf"[.,:–— -]{{0,3}}(?P<people>(?:{SURNAME}, ){{0,5}}{SURNAME},? (?:&|and) {SURNAME}|{SURNAME} et al)\.,?"
    r"(?: (?P<venue>[A-Z][^\W\d_]+(?: [^\W\d_]+){2,8})[.,])? \(?(?P<year>(?:19|20)\d\d)\)?\.?\s?"
)  # e.g. ". Gray & Hill. 1984.", ". Gray et al. Annals of Maps and Signs. 2021."
# What stands in brackets behind a name and is no institution: "(1912–1972)", "(b. 1971)", "(forthcoming)"
NO_PLACE: Final = lazy_regex(
    r"\s?\(\s?(?:(?:(?:b|d|c|ca|born|died)\b\.?|\*)\s?(?:c\.\s?)?\d{3,4}[^()\n]{0,20}|\d{3,4}\s?[–—-]\s?[^()\n]{0,12}"
    r"|forthcoming|in press|to appear|under review|n\.\s?d\.)\s?\)[\s.,:]*$",
    re.IGNORECASE,
)
HOST: Final = lazy_regex(r"https?://(?:www\.)?(?P<host>[\w.-]{3,80})(?P<path>/[^?#]*)?")
DOCUMENT: Final = lazy_regex(r"\.(?:pdf|ps|docx?|epub)$", re.IGNORECASE)


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
    text = text.strip()
    found = BOOK_PART.fullmatch(text.plain)
    if not found or score_people(found["people"]) < 0.4:
        return False
    add_authors(reading, text.slice(*found.span("people")))
    set_year(reading, text.slice(*found.span("year")))
    reading.title = text.slice(*found.span("title"))
    reading.notes.append(text.slice(*found.span("part")).strip(" ."))
    reading.kind = reading.kind or "book"
    return True


def read_in_book(text: Text, reading: RawReading) -> bool:
    """Read a numbered chapter, the book that holds it, who wrote it and when; False for any other words.

    >>> from syllabus_parse.readers.inline import read_inline
    >>> from syllabus_parse.document import EMPTY
    >>> made = RawReading(EMPTY)
    >>> read_in_book(read_inline("Chapter 2: Scales, in *Maps of Change*. Ada Gray. 2001."), made), made.title.plain
    (True, 'Chapter 2: Scales')
    >>> made.venue.name, made.year
    ('Maps of Change', 2001)
    """
    text = text.strip()
    found = IN_BOOK.fullmatch(text.plain) if not text.links() else None
    if not found or score_people(found["people"]) < 0.5:
        return False
    reading.title, reading.kind = text.slice(*found.span("title")), "chapter"
    reading.venue = RawVenue(found["book"], "book", False, text.slice(*found.span("book")))
    add_authors(reading, text.slice(*found.span("people")))
    set_year(reading, text.slice(*found.span("year")))
    return True


# What of a book in italics is read, e.g. ": Chapter 2. Scales", ", Part II: The Hedge"
PART_BEHIND: Final = lazy_regex(
    r"[:,]\s+(?P<part>(?:chapter|ch\.|part|section|book|kapitel|cap[íi]tulo|chapitre)\s(?:\d{1,2}|[IVX]{1,5})\s?[.:–—-]\s?[^\W\d_].{2,120})",
    re.IGNORECASE,
)


def match_part_behind(text: Text) -> re.Match[str] | None:
    """Match the chapter behind a book in italics; None for any other words."""
    at = 0
    for run in text.runs:
        if not run.marks & Mark.ITALIC:
            break
        at += len(run.text)
    return PART_BEHIND.fullmatch(text.plain, at) if at > 3 and not text.links() else None


def read_part_behind(text: Text, reading: RawReading) -> bool:
    """Read a book in italics and the chapter of it that is read, with its own title; False for any other words.

    >>> from syllabus_parse.readers.inline import read_inline
    >>> from syllabus_parse.document import EMPTY
    >>> made = RawReading(EMPTY)
    >>> read_part_behind(read_inline("*Maps of Change*: Chapter 2. Scales"), made), made.title.plain, made.venue.name
    (True, 'Chapter 2. Scales', 'Maps of Change')
    """
    found = match_part_behind(text)
    if found is None:
        return False
    book = text.slice(0, found.start()).strip(" .,:;")
    reading.title, reading.kind = text.slice(*found.span("part")), "chapter"
    reading.venue = RawVenue(book.plain, "book", False, book)
    return True


def read_names_behind(after: Text, reading: RawReading) -> bool:
    """Read surnames, at times a journal, and a year behind a linked title; False for any other words."""
    found = NAMES_BEHIND.fullmatch(after.plain) if not reading.authors and reading.year is None else None
    if not found:
        return False
    add_authors(reading, after.slice(*found.span("people")))
    if found["venue"] and reading.venue is None:
        words = after.slice(*found.span("venue"))
        venue = parse_venue(words.plain)
        if venue is not None:
            set_venue(reading, venue, words)
        else:
            reading.venue = RawVenue(words.plain, "journal", False, words)
    set_year(reading, after.slice(*found.span("year")))
    return True


# A journal as lawyers cite it, e.g. ", 38 Social Research 3 (1971)"; a reporter is abbreviated: ", 45 Mass. 111 (1842)"
LAW_REVIEW: Final = lazy_regex(
    r"[\s,.]{1,4}(?P<volume>\d{1,3}(?:\(\d\))?) "
    r"(?P<name>[A-Z][^\d().,]{4,80}?|[A-Z][\w.&' ]{1,50}?(?:L\. ?Rev\.|L\. ?J\.)) (?P<page>\d{1,5})\s?"
    r"\((?P<year>1[5-9]\d\d|20\d\d)\)\s*\.?"
)
REPORTER: Final = lazy_regex(
    r"[\s,.]{1,4}(?P<place>\d{1,3} [A-Z][\w.' ]{1,20} \d{1,5})\s?\((?:[^()]{2,16} )?(?P<year>1[5-9]\d\d|20\d\d)\)\s*\.?"
)


# A piece of a book as lawyers cite it, e.g. ", in Gray & Hill, eds., Hedges and Law 120 (2006)"
LAW_BOOK: Final = lazy_regex(
    r"[\s,.]{1,4}in (?P<editors>[^()\d\n]{3,60}?,\seds?\.),?\s(?P<book>[A-Z][^\d()\n]{4,120}?)\]? (?P<page>\d{1,4})\s?"
    r"\((?P<year>1[5-9]\d\d|20\d\d)\)\s*\.?"
)


def read_law_review(after: Text, reading: RawReading) -> bool:
    """Read volume, journal, page and year behind a title, as lawyers cite; of a case only the year. False otherwise.

    >>> from syllabus_parse.readers.inline import read_inline
    >>> from syllabus_parse.document import EMPTY
    >>> made = RawReading(EMPTY)
    >>> read_law_review(read_inline(", 38 Review of Hedges 3 (1971)"), made), made.venue.name, made.year
    (True, 'Review of Hedges', 1971)
    """
    if reading.venue is not None or reading.year is not None:
        return False
    held = LAW_BOOK.fullmatch(after.plain)
    if held is not None:
        reading.venue = RawVenue(held["book"], "book", False, after.slice(*held.span("book")))
        reading.notes += [after.slice(*held.span("editors")), after.slice(*held.span("page"))]
        set_year(reading, after.slice(*held.span("year")))
        reading.kind = "chapter"
        return True
    found = LAW_REVIEW.fullmatch(after.plain)
    if found is not None and " " in found["name"]:
        words = after.slice(*found.span("name"))
        venue = parse_venue(words.plain)
        if venue is not None and venue.known:
            set_venue(reading, venue, words)
        else:
            reading.venue = RawVenue(words.plain, "journal", False, words)
        reading.kind = "article" if reading.kind == "book" else reading.kind
    else:
        found = REPORTER.fullmatch(after.plain)
        if found is None or "." not in found["place"]:
            return False
        reading.notes.append(after.slice(*found.span("place")))
    set_year(reading, after.slice(*found.span("year")))
    return True


# Which chapters of a book named alone: "Chapters 8 & 10"
CHAPTERS: Final = lazy_regex(
    r"\W*(?:chapters?|chs?\.?|kapitel|capítulos?)\s\d[\d\s,.&–-]{0,40}(?:and\s\d{1,3})?\W*", re.IGNORECASE
)
# Where the course keeps a text, in brackets behind it: "[Course Files]"
SHELF: Final = lazy_regex(r"\s\[(?P<place>[A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+){1,3})\]$", needs="]")


def drop_shelf(reading: RawReading) -> None:
    """Take where a text is kept off the end of its title; it is a note."""
    found = SHELF.search(reading.title.plain)
    if found and found.start() > 8 and not any(run.anchor for run in reading.title.runs):
        reading.notes.append(reading.title.slice(*found.span("place")))
        reading.title = reading.title.slice(0, found.start())


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
