"""What stands behind a title: people, a venue with its year, the book that holds a piece, remarks."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import Mark, Run, Text
from syllabus_parse.interpret.citations.brackets import BRACKETED, read_bracket, split_brackets, take_holder
from syllabus_parse.interpret.citations.journals import take_journal_set_off
from syllabus_parse.interpret.citations.patterns import (
    BREAKS,
    IN_BOOK,
    OPENERS,
    PEOPLE_ENOUGH,
    PROCEEDINGS,
    REMARK,
    REPORT,
    SEPARATORS,
    TRAILING_YEAR,
    YEAR,
)
from syllabus_parse.interpret.citations.press import EDITORS, JOURNAL, PUBLISHER, read_press, take_journal, title_stop
from syllabus_parse.interpret.citations.tail import read_rest, read_tail
from syllabus_parse.interpret.citations.title import find_marked
from syllabus_parse.interpret.citations.values import add_people, set_venue, set_year, trim
from syllabus_parse.interpret.citations.venue import take_signature
from syllabus_parse.interpret.records import RawReading, RawVenue
from syllabus_parse.normalize.affiliations import is_affiliation
from syllabus_parse.normalize.people import score_people
from syllabus_parse.normalize.venues import find_venue, parse_venue
from syllabus_parse.regex import lazy_regex
from syllabus_parse.source import Span

# e.g. "“Scales,” from *Maps of Change*", "“Why Maps,” introduction to *Maps of Change*"
FROM_BOOK: Final = lazy_regex(
    r"(?:from|(?:introduction|preface|foreword|afterword|epilogue|prologue|chapter \d{1,2}) (?:to|of|from|in))\s+",
    re.IGNORECASE,
)


# A year between a title and the place within the work, e.g. "1931, chapter 2" · "2004. pp. 2-10"
YEAR_FIRST: Final = lazy_regex(
    r"(?P<year>(?:1[5-9]|20)\d\d)[.,;:]?\s+(?=\(?(?:ch(?:ap(?:ter)?s?)?|pp?|pages?|sec(?:tion)?s?|part|books?|§§?)\b[.\s]{0,2}"
    r"[\dIVX]|(?:selections|excerpts?|introduction|preface|prologue|conclusion|appendix|appendices|epilogue|foreword|afterword)\b)",
    re.IGNORECASE,
)


# The year of a piece before the book that holds it, e.g. "” (1919), in "
YEAR_IN: Final = lazy_regex(r"[\s,.”\"»]{0,4}\((?P<year>(?:1[5-9]|20)\d\d)\)[.,]?\s(?=in:?\s)", re.IGNORECASE)


def read_after(after: Text, reading: RawReading, *, quoted: bool = False) -> None:
    """Read what stands behind a marked title: "(A, B and C)", ", A, B. OSDI 2016", ", in _Book_", remarks."""
    before = YEAR_IN.match(after.plain) if quoted and reading.year is None else None
    if before is not None:
        set_year(reading, after.slice(*before.span("year")))
        after = after.slice(before.end(), len(after.plain))
    rest = trim(after, SEPARATORS + OPENERS + "]")
    if not rest:
        return
    dated = YEAR_FIRST.match(rest.plain) if reading.year is None else None
    if dated is not None:
        set_year(reading, rest.slice(*dated.span("year")))
        rest = rest.slice(dated.end(), len(rest.plain))
    lines = [line for line in rest.split(BREAKS) if line.strip(SEPARATORS + OPENERS)]
    if len(lines) > 1:
        for line in lines:
            read_line(line.strip(SEPARATORS.replace(".", "") + OPENERS), reading)
        return
    offset = len(after.plain) - len(after.plain.lstrip(OPENERS + " ,.;"))
    in_book = IN_BOOK.match(after.plain[offset:]) if quoted else None
    if quoted and in_book is None:
        in_book = FROM_BOOK.match(after.plain[offset:])
        begins = after.slice(offset + in_book.end(), len(after.plain)) if in_book else None
        if begins is None or not begins.runs or not begins.runs[0].marks & Mark.ITALIC:
            in_book = None
    if in_book:
        read_container(after.slice(offset + in_book.end(), len(after.plain)), reading)
        return
    if take_signature(rest, reading):
        return
    if BRACKETED.fullmatch(rest.plain) and take_holder(rest.strip("() "), reading):
        return
    held = find_marked(rest, Mark.ITALIC) if quoted else None
    if held and not held[0] and (EDITED.match(rest.plain[held[1] :]) or _is_printed(rest.plain[held[1] :])):
        read_container(rest, reading)  # "“Encoding.” _Culture, Media_, edited by S. Hall, Hutchinson, 1980"
        return
    bars = [bar.strip(SEPARATORS) for bar in rest.split(BAR)]
    if len(bars) == 1 and score_people(rest.plain) <= PEOPLE_ENOUGH:
        bars = [bar.strip(SEPARATORS) for bar in rest.split(DASH)]  # "FAST '15 - Ana Cruz, Bo Lindgren"
    if len(bars) > 1:
        for bar in join_places(bars):
            read_field(bar, reading)
        return
    journal = JOURNAL.match(rest.plain) if quoted and reading.venue is None and find_venue(rest.plain) is None else None
    if journal and score_people(journal["name"]) < PEOPLE_ENOUGH and not REMARK.match(rest.plain):
        take_journal(rest, journal, reading)  # "“Situated Hedges,” Garden Studies 14, no. 3 (1988): 575–599"
        return
    if quoted:
        rest = take_journal_set_off(rest, reading)
    placed = PLACED_PEOPLE.match(rest.plain) if not reading.authors else None
    places = PLACE.findall(placed[0]) if placed is not None else []
    if placed is not None and all(map(_is_place, places)) and score_people(placed[0]) > PEOPLE_ENOUGH:
        add_people(reading, rest.slice(0, placed.end()))
        rest = rest.slice(placed.end(), len(rest.plain))
    for piece, bracketed in split_brackets(rest):
        words = trim(piece, SEPARATORS + OPENERS)
        if not words:
            continue
        if bracketed:
            read_bracket(words, reading)
        else:
            read_tail(words, reading)


# A town before who prints there, e.g. ", New York: "
TOWN: Final = lazy_regex(r"[.,]\s(?:[A-ZÀ-Þ][\w. ]{2,24}:\s)?(?=[A-ZÀ-Þ])")


def _is_printed(behind: str) -> bool:
    """Tell whether what stands behind a name in italics says who printed it: it is a book."""
    found = TOWN.match(behind)
    return found is not None and PUBLISHER.match(behind, found.end()) is not None


# People with the places that they work at, e.g. "Ada Gray, Bo Hill (JHU)" · "Ada Gray (MIT) and Bo Hill (CMU)"
PLACED_PEOPLE: Final = lazy_regex(
    r"[^()\d]{5,160}\([^()\d]{2,60}\)(?:(?:[,;]|,?\s(?:and|&))\s[^()\d]{5,160}\([^()\d]{2,60}\)){0,12}"
)
PLACE: Final = lazy_regex(r"\(([^()]{2,60})\)")
# Places by their initials, e.g. "JHU" · "MSR, CMU" · "UT Austin"
INITIALS: Final = lazy_regex(r"[A-Z][A-Z&.-]{1,9}(?:(?:\s?[,/&]\s?|\s)[A-Z][\w&.-]{1,14}){0,3}")


def _is_place(words: str) -> bool:
    return is_affiliation(words) or INITIALS.fullmatch(words.strip()) is not None


DASH: Final = lazy_regex(r"\s+[-–—]{1,3}\s+")


def join_places(bars: list[Text]) -> list[Text]:
    """Put a place of work behind its people again: "Ana Cruz, Bo Lindgren | Institute of Light"."""
    out: list[Text] = []
    for bar in bars:
        if out and bar and is_affiliation(bar.plain) and score_people(out[-1].plain) > PEOPLE_ENOUGH:
            at = bar.runs[0].span.start
            out[-1] = out[-1].join(Text.of([Run(" | ", Span(at, at))])).join(bar)
        else:
            out.append(bar)
    return out


BAR: Final = lazy_regex(r"\s+[|·•]\s+|\s*[｜丨]\s*", needs="| · • ｜ 丨")
EDITED: Final = lazy_regex(
    r"\W{0,3}(?:edited by|eds?\.|ed\. by|hrsg\.|herausgegeben|editado por|organizado por)", re.IGNORECASE
)
VOLUME: Final = lazy_regex(
    r",?\s(?:(?:vol|Bd|Jg|t|nr|no|n)\.?\s?)?\d{1,3}$", re.IGNORECASE
)  # e.g. "… für Informatik 12"
LONE_NAME: Final = lazy_regex(r"[A-Z][a-z]+(?:[-'’][A-Z][a-z]+)?")


def read_field(words: Text, reading: RawReading) -> None:
    """Read one of the fields that bars part behind a title: people, a venue, a year; one surname counts as people."""
    plain = words.plain
    lone = LONE_NAME.fullmatch(plain)
    known = parse_venue(plain) if lone else None
    if lone and not reading.authors and not (known and known.known) and score_people(plain) >= 0.25:
        add_people(reading, words)
    elif words:
        read_tail(words, reading)


def read_line(line: Text, reading: RawReading) -> None:
    """Read one of the lines below a title: people, then where and when the work appeared."""
    plain = line.plain
    if not reading.authors and not PROCEEDINGS.match(plain) and score_people(plain) > PEOPLE_ENOUGH:
        add_people(reading, line)
        return
    venue = parse_venue(plain) if reading.venue is None and len(plain) < 300 and not REPORT.search(plain) else None
    if venue is not None and (venue.known or venue.year is not None or PROCEEDINGS.match(plain)):
        set_venue(reading, venue, line)
        return
    year = YEAR.search(plain)
    if year and reading.year is None:
        set_year(reading, line.slice(*year.span()))
    if not reading.authors and not year and score_people(plain) > 0.3 and not REPORT.search(plain):
        add_people(reading, line)
    else:
        reading.notes.append(line.strip(" ,;"))


# The place, the house and the year of a book behind its title.
HOUSE: Final = lazy_regex(
    r"[.,]\s(?:[A-ZÀ-ÖØ-Þ][\w.&/’' -]{1,40}(?:,\s?[A-Z][\w. ]{1,24})?:\s?)?[A-ZÀ-ÖØ-Þ][^,:;\d()]{2,60}[,:]?\s"
    r"(?P<year>(?:19|20)\d\d)\b[^\n\u2028]{0,60}$"
)


# e.g. ", 96-125" behind the name of a book
PAGES_END: Final = lazy_regex(r"(?<=[^\W\d_]),\s(?P<pages>(?:pp?\.\s?)?\d{1,4}\s?[-–]\s?\d{1,4})\.?\s*$")


def read_container(words: Text, reading: RawReading) -> None:
    """Read the book or journal that holds a quoted piece: "in _Games of History_. (pdf only)"."""
    italic = find_marked(words, Mark.ITALIC)
    editors = EDITORS.match(words.plain) if italic is None else None
    if editors:
        reading.notes.append(words.slice(0, editors.end()).strip(SEPARATORS))
    for index, (piece, bracketed) in enumerate(split_brackets(words) if editors is None else ()):
        inner = piece.strip(SEPARATORS)
        if index and italic is None and inner and not bracketed:
            reading.notes.append(inner)  # "in: Annals of Hedges 12 (2009), pp. 3-17"
        outside = italic is None or piece.runs[0].span.start > words.slice(*italic).runs[-1].span.end
        if bracketed and inner and outside:
            read_bracket(inner, reading)
    if italic:
        before = words.slice(0, italic[0]).strip(SEPARATORS)
        if before:
            reading.notes.append(before)
        body = words.slice(*italic).strip(SEPARATORS + OPENERS)
        after = words.slice(italic[1], len(words.plain)).strip(SEPARATORS + OPENERS)
        for piece, bracketed in split_brackets(after):
            inner = piece.strip(SEPARATORS)
            if inner and not bracketed:  # brackets are read above
                read_rest(inner, reading)
    else:
        cut = words.plain.find(" (")
        if editors:  # "in: Cosnard, M. (Hrsg.): Parallel Algorithms. Elsevier"
            words = words.slice(editors.end(), len(words.plain))
            cut = title_stop(words.plain)
            rest = words.slice(cut, len(words.plain)).strip(SEPARATORS)
            if rest and not read_press(rest, reading, quoted=True):
                read_rest(rest, reading)
        body = words.slice(0, cut if cut > 0 else len(words.plain)).strip(SEPARATORS + OPENERS)
        house = HOUSE.search(body.plain)
        if house is not None:  # "in Games of History. Durham: Duke University Press, 2012. 3-30"
            set_year(reading, body.slice(*house.span("year")))
            pages = body.slice(house.end("year"), len(body.plain)).strip(SEPARATORS)
            reading.notes += [pages] if pages else []
            body = body.slice(0, house.start()).strip(SEPARATORS)
        elif not editors and (stop := title_stop(body.plain)) < len(body.plain):
            printed = body.slice(stop, len(body.plain)).strip(SEPARATORS)
            if PUBLISHER.search(printed.plain) and read_press(printed, reading, quoted=True):
                body = body.slice(0, stop).strip(SEPARATORS)  # "in Games of History. Durham: Duke Press, pp. 3-30"
        paged = PAGES_END.search(body.plain)
        if paged is not None:
            reading.notes.append(body.slice(*paged.span("pages")))
            body = body.slice(0, paged.start())
    venue = parse_venue(body.plain)
    if venue is not None and venue.known:
        set_venue(reading, venue, body)
        return
    volume = VOLUME.search(body.plain) if not italic else None
    if volume:  # "in: Zeitschrift für Informatik 12 (2009), S. 3-17"
        name = body.slice(0, volume.start())
        reading.venue = RawVenue(name.plain, "journal", False, name)
        reading.notes.append(body.slice(volume.start(), len(body.plain)).strip(SEPARATORS))
        return
    year = TRAILING_YEAR.search(body.plain)
    if year:
        set_year(reading, body.slice(year.start("year"), year.end("year")))
        body = body.slice(0, year.start())
    if body:
        reading.venue = RawVenue(body.plain, "book", False, body)
