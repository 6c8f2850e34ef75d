"""Names that sign a work by where they stand: right before a marked title, or before a piece "In:" something."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import Mark, Text
from syllabus_parse.interpret.citations.people_lines import add_authors
from syllabus_parse.interpret.citations.values import set_venue, set_year
from syllabus_parse.interpret.records import RawReading, RawVenue
from syllabus_parse.normalize.name_words import GIVEN
from syllabus_parse.normalize.people import score_people
from syllabus_parse.normalize.venues import parse_known_venue
from syllabus_parse.regex import lazy_regex

_WORD: Final = r"(?:[A-Z]\.(?:\s?-?[A-Z]\.){0,2}|[A-ZÀ-ÖØ-Þ][\w’'-]{1,24})"
_SMALL: Final = r"(?:de|da|do|dos|di|del|la|le|van|von|der|den|zu|y)"
# One person: a first name or initials, more names, at times a small word between them.
# e.g. Arthur Prior · G. E. Moore · Heinrich Wilhelm Lawätz
FULL_NAME: Final = lazy_regex(rf"{_WORD}(?:\s(?:{_SMALL}\s){{0,2}}{_WORD}){{1,3}}")
LONE_NAME: Final = lazy_regex(r"[A-ZÀ-ÖØ-Þ][\w’'-]{2,24}")
# A pen name and who bore it, e.g. Anton-Wall (= Christian Leberecht Heyne)
PEN_NAME: Final = lazy_regex(r"(?P<name>[^()=]{3,40}?)\s?\((?P<real>=\s?[^()]{3,60})\)")
# The year right behind a title, however old the work, e.g. "(1791)" · "(1767/69)"
YEAR_BEHIND: Final = lazy_regex(r"[\]\s«»”\"*_]{0,4}\((?P<year>1[4-9]\d\d|20\d\d)(?:\s?[/–-]\s?\d{2,4})?\)")
# What holds the piece right behind its quoted title, e.g. "”, in "
HELD: Final = lazy_regex(r"[”\"»«,.\s]{1,4}\s?in:?\s+[A-Z_*]")
LONE_SCORE: Final = 0.35
NAME_SCORE: Final = 0.3


def find_signature(before: str, after: str) -> tuple[int, int] | None:
    """Find the one name that signs the marked title behind it; None for a label and for other words.

    Two or three capitals prove no name ("Linear Regression: …"); before a comma and a marked title a first name that
    is known does, and before a colon the year that is told right behind the title.

    >>> find_signature("Arthur Prior, ", "."), find_signature("Kotzebue: ", " (1791)")
    ((0, 12), (0, 8))
    >>> find_signature("Background: ", ""), find_signature("Linear Regression, ", "")
    (None, None)
    """
    bare = before.strip(' \n\u2028*•[("“„«»‘_')
    mark = bare[-1:]
    if mark not in (",", ":"):
        return None
    words = bare[:-1].rstrip()
    start = before.find(words)
    pen = PEN_NAME.fullmatch(words)
    if pen is not None:
        return start, start + len(pen["name"])
    dated = YEAR_BEHIND.match(after) is not None
    score = score_people(words)
    if FULL_NAME.fullmatch(words):
        known = words.split()[0] in GIVEN
        held = mark == "," and HELD.match(after) is not None
        sure = known or held or (score >= NAME_SCORE and (mark == "," or dated)) or score > 0.6
        return (start, start + len(words)) if sure else None
    if LONE_NAME.fullmatch(words) and dated and score >= LONE_SCORE:
        return start, start + len(words)
    return None


# A piece that a book or journal holds, as it is cited in German and Romance languages.
# e.g. Karl Moos: Über den Garten. In: Beet und Wort 2 (1947), S. 313–314.
# e.g. Karl Moos: Nachwort. In: Anna Au (Hg.): Gärten in einem Akt. Stuttgart: Reclam 1986, S. 241–262.
PIECE: Final = lazy_regex(
    r"""(?P<people>[^:\n\u2028]{3,120}?):\s(?P<title>[^\n\u2028]{3,240}?)[.,?!]?\s(?:\[[^\]]{2,20}\]\s)?[Ii]n:\s
        (?:(?P<editors>(?:ders\.|dies\.|[^:\n\u2028]{3,160}?)\s?(?:\((?:Hg|Hrsg|hg|hrsg|eds?|org|orgs|coord|dir)\.?\)
            |,\s(?:Hg|Hrsg|eds?)\.)|ders\.|dies\.):\s)?
        (?P<holder>[^\n\u2028]{3,200}?)
        (?P<tail>(?:\.\s[^\n\u2028]{0,200}?|[,]?\s(?:(?:Bd|Jg|Nr|Heft|Vol|vol|n)\.?\s?)?\d{1,4}(?:[./–-]\d{1,4})*)?[\s,(]{0,3}
        (?P<year>1[4-9]\d\d|20\d\d)(?:/\d{2,4})?\)?(?:[,.:]\s?[^\n\u2028]{0,120})?)""",
    re.VERBOSE,
)
# A place and a house before the year make a book of what holds the piece, e.g. "Stuttgart: Reclam"
HOUSE: Final = lazy_regex(r"[^\W\d_][\w./ -]{1,30}:\s[A-ZÀ-ÖØ-Þ]")


def read_piece(text: Text, reading: RawReading) -> bool:
    """Read a piece cited with "In:": its people, its title, what holds it, its year; False for any other words.

    >>> from syllabus_parse.document import EMPTY
    >>> from syllabus_parse.readers.inline import read_inline
    >>> made = RawReading(EMPTY)
    >>> read_piece(read_inline("Karl Moos: Über Beete. In: Beet und Wort 2 (1947), S. 313–314."), made)
    True
    >>> made.title.plain, made.venue.name, made.year
    ('Über Beete', 'Beet und Wort', 1947)
    """
    if text.links():
        return False
    text = text.strip()
    found = PIECE.fullmatch(text.plain)
    if found is None or (score_people(found["people"]) <= 0.5 and not FULL_NAME.fullmatch(found["people"])):
        return False
    reading.title = text.slice(*found.span("title")).strip(' "“”„«»')
    add_authors(reading, text.slice(*found.span("people")))
    set_year(reading, text.slice(*found.span("year")))
    book = found["editors"] is not None or HOUSE.search(found["tail"] or "") is not None
    holder = text.slice(*found.span("holder"))
    venue = parse_known_venue(holder.plain)
    if venue is not None:
        set_venue(reading, venue, holder)
    else:
        reading.venue = RawVenue(holder.plain, "book" if book else "journal", False, holder)
    reading.kind = "chapter" if book else "paper"
    if found["editors"]:
        reading.notes.append(text.slice(*found.span("editors")))
    behind = text.slice(found.end("year"), len(text.plain)).strip(" .,;:()/")
    if behind:
        reading.notes.append(behind)
    return True


# A book by its author, its title, and what of it is read, e.g. Roe, Roots of Modern Gardens (pp. 1-67, and the preface)
# e.g. A. Katherine Moos, How We Became Gardeners ch 1,4.
PASSAGE: Final = lazy_regex(
    r"(?P<people>[^,:;.()\n\u2028]{3,40}|(?:[A-Z]\.\s?){1,3}[^,:;.()\n\u2028]{3,40}),\s"
    r"(?P<title>[A-ZÀ-ÖØ-Þ][^,;:.()\n\u2028]{7,140}?)\s{1,3}"  # "…, Chapter 5" is part of a title
    r"\(?(?P<part>(?:chapters?|chaps?\.?|chs?\.?|pp?\.|pages?|kap(?:itel|\.)|cap(?:ítulos?|\.))\s?\d"
    r"[^()\n\u2028]{0,80})\)?\s*",
    re.IGNORECASE,
)


def read_passage(text: Text, reading: RawReading) -> bool:
    """Read a book told by author and title with the chapters or pages to read; False for any other words.

    >>> from syllabus_parse.document import EMPTY
    >>> from syllabus_parse.readers.inline import read_inline
    >>> made = RawReading(EMPTY)
    >>> read_passage(read_inline("Moos, Roots of Modern Gardens (pp. 1-67)"), made), made.title.plain
    (True, 'Roots of Modern Gardens')
    """
    text = text.strip()
    found = match_passage(text.plain) if not text.links() else None
    if found is None:
        return False
    reading.title = text.slice(*found.span("title")).strip()
    add_authors(reading, text.slice(*found.span("people")))
    reading.notes.append(text.slice(*found.span("part")).strip(" ."))
    reading.kind = "book"
    return True


def match_passage(plain: str) -> re.Match[str] | None:
    """Match a book told by author, title and the part to read; None for any other words.

    >>> match_passage("Moos, Roots of Modern Gardens ch. 3-5")["title"], match_passage("Review, the whole of ch. 3")
    ('Roots of Modern Gardens', None)
    """
    found = PASSAGE.fullmatch(plain.strip())
    if found is None or len(found["title"].split()) < 2 or not found["title"][:1].isupper():
        return None
    people = found["people"].strip()
    score = score_people(people)
    named = (LONE_NAME.fullmatch(people) and score >= LONE_SCORE) or (FULL_NAME.fullmatch(people) and score > 0.6)
    return found if named else None


# A title, its year in brackets, and who wrote it, e.g. The Long Loom (1931) Ada F. Stone (variant of Looms 1929)
DATED: Final = lazy_regex(
    r"(?P<title>[^()\n\u2028]{2,120}?)\s{0,2}\((?P<year>1[4-9]\d\d|20\d\d)\),?\s{1,3}(?:by\s)?"
    r"(?P<people>[^()\d\n\u2028]{4,120}?)\.?(?:\s{1,2}\((?P<note>[^()\n]{3,80})\))?"
)


def read_dated(text: Text, reading: RawReading) -> bool:
    """Read a title with its year in brackets before its author; False for any other words.

    >>> from syllabus_parse.document import EMPTY
    >>> from syllabus_parse.readers.inline import read_inline
    >>> made = RawReading(EMPTY)
    >>> read_dated(read_inline("The Long Loom (1931) Ada F. Stone"), made), made.title.plain, made.year
    (True, 'The Long Loom', 1931)
    >>> read_dated(read_inline("Stone (1931) The Long Loom"), RawReading(EMPTY))
    False
    """
    plain = text.plain.strip()
    text = text.strip()
    found = DATED.fullmatch(plain) if len(plain) < 300 and not text.links() else None
    if found is None:
        return False
    score = score_people(found["people"])
    if score <= 0.5 or score <= score_people(found["title"]):
        return False
    reading.title = text.slice(*found.span("title")).strip(' ,"“”„«»')
    add_authors(reading, text.slice(*found.span("people")))
    set_year(reading, text.slice(*found.span("year")))
    if found["note"]:
        reading.notes.append(text.slice(*found.span("note")))
    return True


# Surnames, where it appeared and the year, no title, e.g. "Hill & Moos, *Science*, 1988" · "Roe et al., PNAS, 2020"
UNTITLED: Final = lazy_regex(
    r"(?P<people>[^\W\d_][^\W\d_]{0,3}?\s?[A-ZÀ-ÖØ-Þ]?[\w’'-]{1,24}(?:\s[A-ZÀ-ÖØ-Þ][\w’'-]{1,24})?"
    r"(?P<others>(?:\s(?:&|and)\s[A-ZÀ-ÖØ-Þ][\w’'-]{1,24}){0,2}(?:\set al\.?)?)),\s"
    r"(?P<venue>[A-Z][^,;:\n\u2028]{2,60}),?\s\(?(?P<year>(?:19|20)\d\d)\)?[\s.]*"
)


def read_untitled(text: Text, reading: RawReading) -> bool:
    """Read a work told by its people, its venue and its year alone; False for any other words.

    >>> from syllabus_parse.document import EMPTY
    >>> from syllabus_parse.readers.inline import read_inline
    >>> made = RawReading(EMPTY)
    >>> read_untitled(read_inline("Hill & Moos, *Cognition*, 1988"), made)
    True
    >>> made.title.plain, made.venue.name, made.year
    ('Hill & Moos, Cognition, 1988', 'Cognition', 1988)
    """
    text = text.strip()
    found = UNTITLED.fullmatch(text.plain) if len(text.plain) < LONGEST_UNTITLED and not text.links() else None
    if found is None:
        return False
    people, where = text.slice(*found.span("people")), text.slice(*found.span("venue"))
    set_apart = all(run.marks & Mark.ITALIC for run in where.runs) and not any(
        run.marks & Mark.ITALIC for run in people.runs
    )
    several = "et al" in found["others"]
    if not (several or (set_apart and score_people(people.plain) >= LONE_SCORE)):
        return False
    venue = parse_known_venue(where.plain)
    if venue is None:
        return False  # "Gray, *Giving the Devil His Due*, 2012" has a title
    reading.title = text.slice(found.start(), found.end("year"))
    add_authors(reading, people)
    set_venue(reading, venue, where)
    set_year(reading, text.slice(*found.span("year")))
    reading.kind = "paper"
    return True


# Surnames and a year, then where it appeared, no title, e.g. "Hill & Moos (1988), *JEL*" · "Roe et al. (2020), Nature"
NAMED_IN: Final = lazy_regex(
    r"(?P<work>(?P<people>[A-ZÀ-Þ][\w'’-]{1,24}(?:(?:,? (?:and|&) |, )[A-ZÀ-Þ][\w'’-]{1,24}){0,8}(?: et al\.?)?),?"
    r" \((?P<year>(?:1[89]|20)\d\d)[a-z]?\)),? (?P<venue>[A-Z][^;\n\u2028\"“”]{1,60}?)[\s.,]*"
)
# What names a journal in italics: letters for its words, or a word of the trade, e.g. "JOLE" · "J. Econometrics"
JOURNAL_NAME: Final = lazy_regex(
    r"[A-Z]{1,4}[a-z]{0,3}[A-Z]{1,5}(?::? [A-Z]\w{2,20})?|(?:J\.|Journal|Review|Annals|Quarterly|Annual|Am\.) .+"
)


def read_named(text: Text, reading: RawReading) -> bool:
    """Read a work told by its people and year with its venue behind them; False for any other words.

    >>> from syllabus_parse.document import EMPTY
    >>> from syllabus_parse.readers.inline import read_inline
    >>> made = RawReading(EMPTY)
    >>> read_named(read_inline("Hill & Moos (1988), *JEL*"), made), made.title.plain, made.venue.name
    (True, 'Hill & Moos (1988)', 'Journal of Economic Literature')
    >>> read_named(read_inline("Gray (2012), *Giving the Devil His Due*"), RawReading(EMPTY))
    False
    """
    text = text.strip()
    found = NAMED_IN.fullmatch(text.plain) if len(text.plain) < LONGEST_UNTITLED and not text.links() else None
    if found is None:
        return False
    where = text.slice(*found.span("venue"))
    venue = parse_known_venue(where.plain)
    slanted = all(run.marks & Mark.ITALIC for run in where.runs) and JOURNAL_NAME.fullmatch(where.plain)
    if venue is not None:
        set_venue(reading, venue, where)
    elif slanted:
        reading.venue = RawVenue(where.plain, "journal", False, where)
    else:
        return False
    reading.title = text.slice(*found.span("work"))
    add_authors(reading, text.slice(*found.span("people")))
    set_year(reading, text.slice(*found.span("year")))
    reading.kind = "paper"
    return True


LONGEST_UNTITLED: Final = 160
