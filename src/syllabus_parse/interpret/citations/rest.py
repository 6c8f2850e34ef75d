"""What stands behind a title: people, a venue with its year, the book that holds a piece, remarks."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import Mark, Run, Text
from syllabus_parse.interpret.citations.patterns import (
    BREAKS,
    BY,
    IN_BOOK,
    MONTH_YEAR,
    OPENERS,
    PEOPLE_ENOUGH,
    PROCEEDINGS,
    REMARK,
    REPORT,
    SEPARATORS,
    SURNAMES,
    TAG_WORDS,
    TRAILING_YEAR,
    YEAR,
)
from syllabus_parse.interpret.citations.press import EDITORS, JOURNAL, read_press, take_journal, title_stop
from syllabus_parse.interpret.citations.title import find_marked
from syllabus_parse.interpret.citations.values import add_people, set_venue, set_year, trim
from syllabus_parse.interpret.citations.venue import sentence_cut, take_signature, take_venue
from syllabus_parse.interpret.records import RawReading, RawVenue
from syllabus_parse.normalize.affiliations import is_affiliation
from syllabus_parse.normalize.people import score_people
from syllabus_parse.normalize.venues import find_venue, parse_venue
from syllabus_parse.source import Span


def read_after(after: Text, reading: RawReading, *, quoted: bool = False) -> None:
    """Read what stands behind a marked title: "(A, B and C)", ", A, B. OSDI 2016", ", in _Book_", remarks."""
    rest = trim(after, SEPARATORS + OPENERS + "]")
    if not rest:
        return
    lines = [line for line in rest.split(BREAKS) if line.strip(SEPARATORS + OPENERS)]
    if len(lines) > 1:
        for line in lines:
            read_line(line.strip(SEPARATORS.replace(".", "") + OPENERS), reading)
        return
    in_book = IN_BOOK.match(after.plain.lstrip(OPENERS + " ,.;")) if quoted else None
    if in_book:
        offset = len(after.plain) - len(after.plain.lstrip(OPENERS + " ,.;"))
        read_container(after.slice(offset + in_book.end(), len(after.plain)), reading)
        return
    if take_signature(rest, reading):
        return
    if BRACKETED.fullmatch(rest.plain) and take_holder(rest.strip("() "), reading):
        return
    held = find_marked(rest, Mark.ITALIC) if quoted else None
    if held and not held[0] and EDITED.match(rest.plain[held[1] :]):
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
    pieces = split_brackets(rest)
    for piece, bracketed in pieces:
        words = trim(piece, SEPARATORS + OPENERS)
        if not words:
            continue
        if bracketed:
            read_bracket(words, reading)
        else:
            read_tail(words, reading)


BRACKETED: Final = re.compile(r"\([^()]+\)?")
DASH: Final = re.compile(r"\s+[-–—]{1,3}\s+")


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


BAR: Final = re.compile(r"\s+[|·•]\s+|\s*[｜丨]\s*")
# e.g. "First Workshop on Looms and Shuttles", behind a title and its people
NAMED_MEETING: Final = re.compile(
    r"(?=.{0,80}\b(?:Workshop|Conference|Symposium|Transactions|Journal|Proceedings)\b)"
    r"[A-Z0-9][\w'’&-]{0,20}(?:\s(?:[A-Z0-9][\w'’&-]{0,20}|on|of|for|in|the|and|&)){1,10}"
)
EDITED: Final = re.compile(
    r"\W{0,3}(?:edited by|eds?\.|ed\. by|hrsg\.|herausgegeben|editado por|organizado por)", re.IGNORECASE
)
VOLUME: Final = re.compile(
    r",?\s(?:(?:vol|Bd|Jg|t|nr|no|n)\.?\s?)?\d{1,3}$", re.IGNORECASE
)  # e.g. "… für Informatik 12"
LONE_NAME: Final = re.compile(r"[A-Z][a-z]+(?:[-'’][A-Z][a-z]+)?")


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


def split_brackets(text: Text) -> list[tuple[Text, bool]]:
    """Cut into what stands in outermost round brackets and what stands between; a list of people keeps its brackets."""
    plain = text.plain
    if plain.count("(") > 1 and score_people(plain) > PEOPLE_ENOUGH:
        return [(text, False)]
    out: list[tuple[Text, bool]] = []
    depth = at = attached = 0
    for index, character in enumerate(plain):
        if character in "(（":
            if depth == 0 and plain[index - 1 : index].isdigit():
                attached += 1  # "13(12)": a volume and its number
                continue
            if depth == 0:
                out.append((text.slice(at, index), False))
                at = index + 1
            depth += 1
        elif attached and depth == 0 and character in ")）":
            attached -= 1
        elif character in ")）" and depth:
            depth -= 1
            if depth == 0:
                out.append((text.slice(at, index), True))
                at = index + 1
    out.append((text.slice(at, len(plain)), depth > 0))
    return [(piece, bracketed) for piece, bracketed in out if piece.plain.strip()]


# e.g. "in: Games of History, ch. 7" · "Kap. 2; in: A. Roe & B. Hill, Hrsg., Gärten, S. 157-183"
HOLDER: Final = re.compile(
    r"\s*(?:(?P<part>[^;()]{2,60});\s)?(?:in|en|em|dans|aus)\s?:\s+"
    r"(?:(?P<editors>[^()]{3,120}?),?\s(?:Hrsg|Hg|eds?|orgs?|dir)\.?[,:]?\s+)?"
    r"(?P<holder>\S[^()]{2,160}?)"
    r"(?:,\s(?P<pages>(?:kap(?:itel)?|ch(?:ap(?:ter)?)?s?|cap(?:ítulo)?|s|pp?|seiten?|pages?)\.?\s?\d[\d\s.,–&-]{0,20}))?\s*",
    re.IGNORECASE,
)


def take_holder(words: Text, reading: RawReading) -> bool:
    """Take the book that holds a piece from a bracket behind its title: "(in: Games of History, ch. 7)"."""
    found = HOLDER.fullmatch(words.plain) if reading.venue is None else None
    if found is None:
        return False
    for name in ("part", "editors", "pages"):
        if found[name]:
            reading.notes.append(words.slice(*found.span(name)).strip())
    holder = words.slice(*found.span("holder"))
    venue = parse_venue(holder.plain)
    if venue is not None and venue.known:
        set_venue(reading, venue, holder)
    else:
        reading.venue, reading.kind = RawVenue(holder.plain, "book", False, holder), "chapter"
    return True


def read_bracket(words: Text, reading: RawReading) -> None:
    """Read what stands in round brackets behind a title: people, a venue, a year, a tag, a remark."""
    plain = words.plain
    if YEAR.fullmatch(plain.strip()):
        set_year(reading, words)
        return
    if take_signature(words, reading) or take_holder(words, reading):
        return
    if TAG_WORDS.fullmatch(plain.strip()):
        reading.tags.append(words)
        return
    if read_press(words, reading):
        return
    if MONTH_YEAR.fullmatch(plain.strip()):
        set_year(reading, words)
        reading.notes.append(words)
        return
    if take_signature(words, reading):
        return
    if take_people_and_venue(words, reading):
        return
    venue = parse_venue(plain) if len(plain) < 120 else None
    if (
        venue is not None
        and (venue.known or (venue.year is not None and score_people(plain[: venue.year_start or 0]) < PEOPLE_ENOUGH))
        and reading.venue is None
    ):
        set_venue(reading, venue, words)
        return
    if REMARK.match(plain):
        reading.notes.append(words)
        return
    named = score_people(plain) > PEOPLE_ENOUGH or SURNAMES.fullmatch(plain) or re.search(r"\bet al\b", plain)
    if not reading.authors and named:
        read_people_and_more(words, reading)
        return
    reading.notes.append(words)


# e.g. ", QNET 2019" · ", SysTex '16"
UNKNOWN_MEETING: Final = re.compile(r",\s(?P<venue>[A-Z][A-Za-z]{0,10}[A-Z][A-Za-z]{0,6}\s?['’]?\d{2,4})\s*$")


def take_people_and_venue(words: Text, reading: RawReading) -> bool:
    """Take people and, behind a comma, a known venue: "(Ana Cruz, TACL 2020)", "(Cruz and Weiss, OSDI '18)"."""
    plain = words.plain
    if reading.authors or reading.venue is not None or "," not in plain:
        return False
    venue, held = find_venue(plain), words
    coined = UNKNOWN_MEETING.search(plain) if venue is None else None
    if coined:  # a meeting that no table knows: "(Ana Cruz, QNET 2019)"
        held = words.slice(*coined.span("venue"))
        venue = parse_venue(held.plain)
    if venue is None:
        return False
    named = plain[: coined.start("venue") if coined else venue.start].rstrip()
    if not named.endswith(",") or score_people(named.rstrip(",")) <= PEOPLE_ENOUGH:
        return False
    add_people(reading, words.slice(0, len(named) - 1))
    set_venue(reading, venue, held)
    return True


def read_people_and_more(words: Text, reading: RawReading) -> None:
    """Read "C. Mohan et al., in Red Book", "Moritz et al., 2018", "A, B. OSDI 2016"."""
    plain = words.plain
    et_al = re.search(r"\bet al\.?\)?", plain)
    if et_al:
        add_people(reading, words.slice(0, et_al.end()))
        rest = words.slice(et_al.end(), len(plain)).strip(SEPARATORS + "(")
        if rest:
            read_tail(rest, reading)
        return
    year = TRAILING_YEAR.search(plain)
    if year:
        set_year(reading, words.slice(year.start("year"), year.end("year")))
        words = words.slice(0, year.start())
    add_people(reading, words)


def read_tail(words: Text, reading: RawReading) -> None:
    """Read what follows a title unbracketed: people, then a venue with its year, then remarks."""
    by = BY.match(words.plain)
    if by:
        words = words.slice(by.end(), len(words.plain))
    if take_signature(words, reading):
        return
    words = trim(take_venue(words, reading), SEPARATORS + OPENERS)
    if not words or take_signature(words, reading):
        return
    plain = words.plain
    if REMARK.match(plain) and not by and not NAMED_MEETING.fullmatch(plain):
        reading.notes.append(words)
        return
    if (
        not reading.authors
        and re.search(r"\bet al\b", plain)
        and score_people(plain[: plain.find("et al")].strip(SEPARATORS) or plain) > 0.3
    ):
        read_people_and_more(words, reading)
        return
    if not reading.authors and (by or score_people(plain) > PEOPLE_ENOUGH):
        cut = sentence_cut(plain)
        if (
            cut
            and score_people(plain[:cut]) > PEOPLE_ENOUGH
            and score_people(plain[cut:].strip(SEPARATORS)) < PEOPLE_ENOUGH
        ):
            add_people(reading, words.slice(0, cut).strip(" ,;."))
            read_rest(words.slice(cut, len(plain)).strip(SEPARATORS), reading)
            return
        add_people(reading, words)
        return
    cut = sentence_cut(plain)
    if not reading.authors and cut and score_people(plain[:cut].strip(SEPARATORS)) > PEOPLE_ENOUGH:
        add_people(reading, words.slice(0, cut).strip(" ,;."))
        words = words.slice(cut, len(plain)).strip(SEPARATORS)
    read_rest(words, reading)


def read_rest(words: Text, reading: RawReading, *, quoted: bool = False) -> None:
    """Keep what is left as venue, tag or note."""
    plain = words.plain.strip()
    if not plain or plain.casefold() in ("and", "or", "und", "by", "&"):
        return
    if TAG_WORDS.fullmatch(plain):
        reading.tags.append(words.strip())
        return
    if read_press(words.strip(), reading, quoted=quoted):
        return
    venue = parse_venue(plain) if reading.venue is None and len(plain) < 200 else None
    if venue is not None and (venue.known or (venue.year is not None and len(plain.split()) <= 8)):
        set_venue(reading, venue, words)
        return
    if venue is not None and reading.authors and NAMED_MEETING.fullmatch(plain):
        set_venue(reading, venue, words)
        return
    reading.notes.append(words.strip())


# The place, the house and the year of a book behind its title.
HOUSE: Final = re.compile(
    r"[.,]\s(?:[A-ZÀ-ÖØ-Þ][\w.&/’' -]{1,40}(?:,\s?[A-Z][\w. ]{1,24})?:\s?)?[A-ZÀ-ÖØ-Þ][^,:;\d()]{2,60}[,:]?\s"
    r"(?P<year>(?:19|20)\d\d)\b[^\n\u2028]{0,60}$"
)


def read_container(words: Text, reading: RawReading) -> None:
    """Read the book or journal that holds a quoted piece: "in _Games of History_. (pdf only)"."""
    italic = find_marked(words, Mark.ITALIC)
    editors = EDITORS.match(words.plain) if italic is None else None
    if editors:
        reading.notes.append(words.slice(0, editors.end()).strip(SEPARATORS))
    for piece, bracketed in split_brackets(words) if editors is None else ():
        if bracketed:
            inner = piece.strip(SEPARATORS)
            if inner and (italic is None or piece.runs[0].span.start > words.slice(*italic).runs[-1].span.end):
                read_bracket(inner, reading)
    if italic:
        before = words.slice(0, italic[0]).strip(SEPARATORS)
        if before:
            reading.notes.append(before)
        body = words.slice(*italic).strip(SEPARATORS + OPENERS)
        after = words.slice(italic[1], len(words.plain)).strip(SEPARATORS + OPENERS + ")")
        if after and not after.plain.startswith("("):
            read_rest(after, reading)
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
