"""What stands at the edge of a citation: a label in bold or as code, a typed DOI, the first of many authors."""

from __future__ import annotations

import re
from typing import Final

import attrs

from syllabus_parse.document import Anchor, Mark, Text
from syllabus_parse.interpret.citations.values import add_people, set_year
from syllabus_parse.interpret.records import RawLink, RawReading, RawVenue
from syllabus_parse.interpret.words import requirement_group
from syllabus_parse.normalize.people import score_people
from syllabus_parse.normalize.venues import find_venue
from syllabus_parse.regex import lazy_regex

# Labels that only say that a work follows, e.g. "Werk", "Primary text"
WORK_LABEL: Final = lazy_regex(
    r"(?:primary |main |core |secondary )?(?:works?|texts?|papers?|articles?|books?|readings?|sources?|literature)"
    r"|werke?|buch|bücher|aufsatz|primärtext|primärliteratur|sekundärliteratur|literatur|lektüre|obras?|textos?|libros?"
    r"|livros?|lecturas?|leituras?|œuvres?|textes?|livres?|lectures?|oper[ae]|test[oi]|libri|letture",
    re.IGNORECASE,
)


# When a work is to be read, e.g. "Pre-lecture" · "After class"
PHASE: Final = lazy_regex(
    r"(?:pre|post|before|after|during|in)[\s-]?(?:the )?(?:lectures?|class(?:es)?|labs?|sessions?|meetings?|seminars?)",
    re.IGNORECASE,
)


def take_bold_label(text: Text, reading: RawReading) -> Text:
    """Take a label in bold with its colon off the front, "**Weitere Literatur:** …": no title, but said of it."""
    at = 0
    for run in text.runs:
        if not run.marks & Mark.BOLD or run.anchor is not None:
            break
        at += len(run.text)
    label = text.slice(0, at).strip(" \n\u2028")
    words = label.plain[:-1].strip()
    if label.plain[-1:] not in (":", "：") or not words or len(words.split()) > 3 or not text.plain[at:].strip():
        return text
    group = requirement_group(words)
    if group is not None:
        reading.requirement, reading.requirement_text = group, label
    elif PHASE.fullmatch(words):
        reading.notes.append(label.slice(0, len(label.plain) - 1).strip())
    elif not WORK_LABEL.fullmatch(words):
        return text
    return text.slice(at, len(text.plain)).strip()


# e.g. "[2017] Looms at Scale" · "[2016 Best Paper] Looms at Scale"
YEAR_LEAD: Final = lazy_regex(
    r"\[(?P<year>(?:19|20)\d\d)(?:[\s,]{1,2}(?P<told>[A-Za-z][^\[\]\n]{2,40}))?\][\s:.]{1,3}(?=\S)"
)


# e.g. "2017: Looms at Scale" · "2017 - [Looms](…)" · "(2017) Looms at Scale", but not "2001: A Space Odyssey (1968)"
BARE_YEAR: Final = lazy_regex(
    r"(?:\((?P<in_bracket>(?:19[4-9]|20[0-3])\d)\)[:.,]?|(?P<year>(?:19[4-9]|20[0-3])\d)\s{0,2}(?:[.:]|[–—-](?=\s)))\s{1,3}"
    r"(?=[\W_]{0,4}[A-ZÀ-Ž][\w'’+-]{0,30}[:,]?\s\S)(?![^\n]*\b(?:19|20)\d\d\b)"
)


def take_year_lead(text: Text, reading: RawReading) -> Text:
    """Take a year before a title, in brackets with an award beside it or alone, off the front."""
    found = YEAR_LEAD.match(text.plain) or BARE_YEAR.match(text.plain)
    if found is None:
        return text
    within = [end for _, start, end in text.links() if start < found.end()]
    dashed = (
        text.plain[found.end("year") : found.end()].strip() in ("-", "–", "—") if "year" in found.groupdict() else False
    )
    if within and not (dashed and len(within) == 1 and within[0] > found.end()):
        return text  # "[2001: A Space Odyssey](…)", but "[2020 - Looms](…)"
    place = "in_bracket" if found.groupdict().get("in_bracket") else "year"
    set_year(reading, text.slice(*found.span(place)))
    if found.groupdict().get("told"):
        reading.notes.append(text.slice(*found.span("told")))
    return text.slice(found.end(), len(text.plain))


def unmark_key(text: Text) -> Text:
    """Take the marks off authors and year in bold, "**Ash and Elm (2019)**. Looms": the title is what follows."""
    found = MARKED_KEY.match(text.plain)
    if found is None or not text.plain[found.end() :].strip():
        return text
    if any(start < found.end() for _, start, _ in text.links()):
        return text
    runs, at = [], 0
    for run in text.runs:
        inside = at + len(run.text) <= found.end()
        if at < found.end() and not inside and run.marks & Mark.BOLD:
            return text
        if at and inside and run.marks == Mark.ITALIC and "al" not in run.text:
            return text  # "Ada Gray, _Ropes_ (1931), ch. 1"
        runs.append(attrs.evolve(run, marks=run.marks & ~(Mark.BOLD | Mark.ITALIC)) if inside else run)
        at += len(run.text)
    return Text.of(runs)


# e.g. "Wilke (2019)," · "Ash, Elm & Fir (2020):" · "Cairo, A. et al. (2019)."
MARKED_KEY: Final = lazy_regex(
    r"[^\W\d_a-z][\w'’-]{1,20}(?:(?:,|,? and|,? &)? "
    r"(?:[^\W\d_a-z][\w'’-]{1,20}|[^\W\d_a-z]\.(?:\s?[^\W\d_a-z]\.)?)){0,6}"
    r"(?:,? et al\.?)? \((?:1[5-9]|20)\d\d[a-z]?\)[.,:]?"
)


def take_code_label(text: Text, reading: RawReading) -> Text:
    """Take a label set as code off the front, "`by tracking`: A. Cruz. **Looms**": it tells of the work as a note."""
    at = 0
    for run in text.runs:
        if not run.marks & Mark.CODE:
            break
        at += len(run.text)
    joint = re.compile(r"\s*[:：]\s*").match(text.plain, at) if at else None
    if joint is None or not text.plain[joint.end() :].strip():
        return text
    reading.notes.append(text.slice(0, at).strip(" :"))
    return text.slice(joint.end(), len(text.plain))


# A DOI typed in words, e.g. "doi:10.2307/285835."
DOI: Final = lazy_regex(
    r"[\s,;(\[]{0,3}\bdoi\s?:?\s?(?P<doi>10\.\d{4,9}/[^\s,;)\]]{2,100}?)[)\]]?(?=[.,;]?(?:\s|$))",
    re.IGNORECASE,
    needs="doi",
)


def take_doi(text: Text, reading: RawReading) -> Text:
    """Take a DOI that is typed and leads nowhere off a citation: it is a link of the work, and its digits no year."""
    found = DOI.search(text.plain)
    if found is None or any(start < found.end() and end > found.start() for _, start, end in text.links()):
        return text
    words = text.slice(*found.span("doi"))
    assert words.span is not None  # noqa: S101 (a DOI has letters)
    reading.links.append(RawLink(Anchor(f"https://doi.org/{found['doi']}", words.span), words, kind="doi"))
    return text.slice(0, found.start()).join(text.slice(found.end(), len(text.plain)))


# e.g. ", Gray et al, 2011", " - Hill et al. 2012", " – Cruz and Lee et al (2019)"
SIGNED_AT_END: Final = lazy_regex(
    r"(?:,|\s[-–—])\s(?P<people>[^\W\d_a-z][\w'’-]{1,30}"
    r"(?:(?:,| and| &)\s[^\W\d_a-z][\w'’-]{1,30}){0,2},?\set\sal)\.?,?\s(?P<year>\(?(?:19|20)\d\d\)?)\.?$"
)


def take_signed_end(text: Text, reading: RawReading) -> Text:
    """Take "…, Gray et al, 2011" off the end of a title, within its link or behind it."""
    plain = text.plain.rstrip()
    found = SIGNED_AT_END.search(plain, max(0, len(plain) - 120)) if " et al" in plain[-60:] else None
    if found is None or len(plain[: found.start()].split()) < 2:
        return text
    if any(start > found.start() for _, start, _ in text.links()):
        return text
    add_people(reading, text.slice(*found.span("people")))
    set_year(reading, text.slice(*found.span("year")))
    return text.slice(0, found.start())


# A venue in italics with its year behind the full stop of a title, e.g. "*Looms and Data 2019.*"
ITALIC_VENUE: Final = lazy_regex(r"(?P<venue>[A-ZÀ-Ž][^.\d]{2,90}?),?\s\(?(?P<year>(?:19|20)\d\d)\)?[.,]?")


def take_italic_venue(text: Text, reading: RawReading) -> Text:
    """Take a venue nobody knows off the end, where it stands in italics with its year behind the title's full stop."""
    if reading.venue is not None or not text.runs or text.links():
        return text
    end = len(text.plain.rstrip(" .,;"))
    at = len(text.plain)
    start = at
    for run in reversed(text.runs):
        at -= len(run.text)
        if run.marks & Mark.ITALIC:
            start = at
        elif run.text.strip(" .,;"):
            break
    before = text.plain[:start].rstrip()
    if not 8 < start < end or not before.endswith((".", "?", "!")):
        return text
    found = ITALIC_VENUE.fullmatch(text.plain[start:].strip(" ;"))
    if found is None or find_venue(text.plain[start:]) is not None:
        return text
    lead = start + len(text.plain[start:]) - len(text.plain[start:].lstrip(" ;"))
    words = text.slice(lead + found.start("venue"), lead + found.end("venue"))
    reading.venue = RawVenue(words.plain, "journal", False, words)
    set_year(reading, text.slice(lead + found.start("year"), lead + found.end("year")))
    return text.slice(0, len(before))


# Who shows a work to the others, before it, e.g. "Oscar presents: " · "Presented by Mia Hill: "
_NAMES: Final = r"[A-ZÀ-Ž][\w'’-]{1,20}(?:\s(?:[A-ZÀ-Ž][\w.'’-]{0,20}|and|&)){0,5}"
SHOWN_BY: Final = lazy_regex(
    rf"\s*(?P<note>[Pp]resented by\s(?P<behind>{_NAMES})|(?P<who>{_NAMES})\s(?:presents?|presenting|will present))"
    r"\s?[:：]\s+(?=\S)"
)
SHOWS: Final = 0.4


def take_shown_by(text: Text, reading: RawReading) -> Text:
    """Take who presents a work off its front, as a remark: "Oscar presents: Hill (1988) Of Looms".

    >>> from syllabus_parse.document import EMPTY
    >>> from syllabus_parse.readers.inline import read_inline
    >>> made = RawReading(EMPTY)
    >>> take_shown_by(read_inline("Oscar presents: Of Looms"), made).plain, made.notes[0].plain
    ('Of Looms', 'Oscar presents')
    """
    found = SHOWN_BY.match(text.plain)
    if found is None or score_people(found["who"] or found["behind"]) < SHOWS:
        return text
    reading.notes.append(text.slice(*found.span("note")))
    return text.slice(found.end(), len(text.plain))
