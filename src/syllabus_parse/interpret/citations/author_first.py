"""Works without marks, as philosophers and historians tell them: "Locke, Second Treatise (1689)", "Plato, Meno 80d"."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import Mark, Text
from syllabus_parse.interpret.citations.people_lines import add_authors
from syllabus_parse.interpret.citations.values import set_year
from syllabus_parse.interpret.records import RawReading
from syllabus_parse.normalize.people import score_people
from syllabus_parse.regex import lazy_regex

LONGEST: Final = 240
KNOWN_NAME: Final = 0.55
"""What a surname scores that a table of names has, and a name in full."""
SURNAME: Final = 0.35
"""What a word scores that may be a surname, enough where chapters are told."""
NO_NAME: Final = 0.5

NUMBERS: Final = r"(?:\d{1,4}[a-e]?|[IVXLC]{1,6})(?:[.:]\d{1,4}[a-e]?){0,3}"
RANGE: Final = rf"{NUMBERS}(?:\s?[-–]\s?{NUMBERS})?"
# e.g. "chs. 13-15" · "Book 9" · "vol. 1" · "§§ 3-5" · "nos. 10, 51"
PLACE: Final = (
    r"(?:(?:chapters?|chaps?|chs?|books?|bks?|vols?|volumes?|parts?|pts?|sections?|secs?|essays?|acts?|scenes?|cantos?"
    rf"|letters?|lines?|ll|nos?|pp?|pages?|arts?)\.?\s?|§§?\s?){RANGE}(?:\s?(?:,|and|&)\s?{RANGE}){{0,4}}"
)
# A part that has a name, e.g. "Introduction" · "Preface and ch. 1"
NAMED_PLACE: Final = rf"(?:introduction|preface|prologue|epilogue|conclusion|foreword)(?:\s(?:and|&)\s{PLACE})?"
HOW_MUCH: Final = r"\((?:entire|the entire book|whole book|all|in full|selections|excerpts?)\)"
# e.g. Anne Hill, The Long Loom (1903), chapters 1 and 3
DATED: Final = lazy_regex(
    r"(?P<who>[^()\d;:\n\u2028]{3,60}?),\s(?P<title>[A-ZÀ-Þ][^().;\"“”\n\u2028]{2,140}?)\s"
    r"\((?:(?P<city>[A-Z][A-Za-z .]{2,30})[:,]\s)?(?P<year>1[4-9]\d\d|20\d\d)\)"
    rf"(?:,?\s(?P<part>(?:{PLACE}|{NAMED_PLACE})(?:,\s{PLACE}){{0,2}}))?\.?",
    re.IGNORECASE,
)
# e.g. Plato, Meno 80d-86c · Homer, Odyssey Book 9 · Marx, Capital, vol. 1, ch. 1
PLACED: Final = lazy_regex(
    r"(?P<who>[^()\d;:,\n\u2028]{3,40}?),\s(?P<title>[A-ZÀ-Þ][^()\d.;,\"“”\n\u2028]{3,100}?)"
    rf"(?P<joint>,?)\s(?P<part>(?:(?P<word>{PLACE}|{HOW_MUCH})|(?=\d+[a-e.:]){RANGE})(?:,\s{PLACE}){{0,2}})\.?",
    re.IGNORECASE,
)


PAGES: Final = lazy_regex(r"(?:pp?|pages?)\.?\s?\d", re.IGNORECASE)


def read_author_first(text: Text, reading: RawReading) -> bool:
    """Read a work whose author stands before its title, with a year in brackets or a place behind it; else False.

    >>> from syllabus_parse.document import EMPTY
    >>> from syllabus_parse.readers.inline import read_inline
    >>> made = RawReading(EMPTY)
    >>> read_author_first(read_inline("Locke, Second Treatise (1689), ch. 2"), made), made.title.plain, made.year
    (True, 'Second Treatise', 1689)
    >>> read_author_first(read_inline("Overview, Looms and Frames (1689)"), RawReading(EMPTY))
    False
    """
    text = text.strip()
    if len(text.plain) > LONGEST or text.links() or any(run.marks & (Mark.ITALIC | Mark.BOLD) for run in text.runs):
        return False  # italics tell the title themselves
    found = (DATED.fullmatch(text.plain) if "(" in text.plain else None) or PLACED.fullmatch(text.plain)
    if found is None or not found["title"][:1].isupper():
        return False
    dated = "year" in found.groupdict()
    if not _is_author(found["who"], found["title"], least=SURNAME if not dated and found["word"] else KNOWN_NAME):
        return False
    end = found.end("title")
    pages = not dated and PAGES.match(found["part"]) is not None
    if not dated and found["joint"] and not pages:
        end = found.end("part")  # "Capital, vol. 1" is the name of what is read
        reading.kind = "chapter"
    reading.title = text.slice(found.start("title"), end).strip(" ,.")
    add_authors(reading, text.slice(*found.span("who")))
    if dated:
        set_year(reading, text.slice(*found.span("year")))
        reading.notes += [text.slice(*found.span(name)) for name in ("city", "part") if found[name]]
    elif not found["joint"] or pages:
        reading.notes.append(text.slice(*found.span("part")).strip("()"))
    reading.kind = reading.kind or ("book" if found["part"] else None)
    return True


def _is_author(who: str, title: str, *, least: float) -> bool:
    score = score_people(who)
    known = score >= least if len(who.split()) == 1 else score > KNOWN_NAME
    return known and score_people(title) < NO_NAME
