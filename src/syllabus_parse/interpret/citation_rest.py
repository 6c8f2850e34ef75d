"""What stands behind a title: people, a venue with its year, the book that holds a piece, remarks."""

from __future__ import annotations

import re

from syllabus_parse.document import EMPTY, Mark, Text
from syllabus_parse.interpret.citation_press import read_press
from syllabus_parse.interpret.citation_title import find_marked
from syllabus_parse.interpret.citation_values import add_people, set_venue, set_year, trim
from syllabus_parse.interpret.citation_words import (
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
    SIGNED,
    SURNAMES,
    TAG_WORDS,
    TRAILING_BRACKET,
    TRAILING_YEAR,
    YEAR,
)
from syllabus_parse.interpret.records import RawReading, RawVenue
from syllabus_parse.normalize.people import score_people
from syllabus_parse.normalize.venues import find_venue, parse_venue


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
    pieces = split_brackets(rest)
    for piece, bracketed in pieces:
        words = trim(piece, SEPARATORS + OPENERS)
        if not words:
            continue
        if bracketed:
            read_bracket(words, reading)
        else:
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
    depth = at = 0
    for index, character in enumerate(plain):
        if character == "(":
            if depth == 0:
                out.append((text.slice(at, index), False))
                at = index + 1
            depth += 1
        elif character == ")" and depth:
            depth -= 1
            if depth == 0:
                out.append((text.slice(at, index), True))
                at = index + 1
    out.append((text.slice(at, len(plain)), depth > 0))
    return [(piece, bracketed) for piece, bracketed in out if piece.plain.strip()]


def read_bracket(words: Text, reading: RawReading) -> None:
    """Read what stands in round brackets behind a title: people, a venue, a year, a tag, a remark."""
    plain = words.plain
    if YEAR.fullmatch(plain.strip()):
        set_year(reading, words)
        return
    if take_signature(words, reading):
        return
    if TAG_WORDS.fullmatch(plain.strip()):
        reading.tags.append(words)
        return
    if MONTH_YEAR.fullmatch(plain.strip()):
        set_year(reading, words)
        reading.notes.append(words)
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


def take_signature(words: Text, reading: RawReading) -> bool:
    """Take surnames with a year, "Cheng and Schwing, 2022"; a known venue before the year ("Nature, 2015") is none."""
    found = SIGNED.fullmatch(words.plain.strip()) if not reading.authors else None
    if found is None or re.search(r"[A-Z]{3}", found["people"]):
        return False
    venue = parse_venue(found["people"])
    if venue is not None and venue.known:
        return False
    lead = len(words.plain) - len(words.plain.lstrip())
    set_year(reading, words.slice(lead + found.start("year"), lead + found.end("year")))
    add_people(reading, words.slice(lead + found.start("people"), lead + found.end("people")))
    return True


def read_tail(words: Text, reading: RawReading) -> None:
    """Read what follows a title unbracketed: people, then a venue with its year, then remarks."""
    by = BY.match(words.plain)
    if by:
        words = words.slice(by.end(), len(words.plain))
    if take_signature(words, reading):
        return
    words = trim(take_venue(words, reading), SEPARATORS + OPENERS)
    if not words:
        return
    plain = words.plain
    if REMARK.match(plain) and not by:
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
    reading.notes.append(words.strip())


def read_container(words: Text, reading: RawReading) -> None:
    """Read the book or journal that holds a quoted piece: "in _Games of History_. (pdf only)"."""
    italic = find_marked(words, Mark.ITALIC)
    for piece, bracketed in split_brackets(words):
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
        body = words.slice(0, cut if cut > 0 else len(words.plain)).strip(SEPARATORS + OPENERS)
    venue = parse_venue(body.plain)
    if venue is not None and venue.known:
        set_venue(reading, venue, body)
        return
    year = TRAILING_YEAR.search(body.plain)
    if year:
        set_year(reading, body.slice(year.start("year"), year.end("year")))
        body = body.slice(0, year.start())
    if body:
        reading.venue = RawVenue(body.plain, "book", False, body)


def take_venue(words: Text, reading: RawReading) -> Text:
    """Take a venue, a year and their tags off the end."""
    plain = words.plain
    tail = TRAILING_BRACKET.search(plain)
    if tail and TAG_WORDS.fullmatch(tail["inside"].strip()):
        reading.tags.append(words.slice(tail.start("inside"), tail.end("inside")).strip())
        words = words.slice(0, tail.start())
        plain = words.plain
    venue = find_venue(plain)
    if tail and venue is not None and tail.start() < venue.start and reading.venue is None and not reading.authors:
        inside = words.slice(tail.start("inside"), tail.end("inside"))
        named = tail["inside"][: venue.start - tail.start("inside")].strip(SEPARATORS)
        if named and score_people(named) > PEOPLE_ENOUGH:  # "Title (Cruz et al., OSDI 2024)"
            set_venue(reading, venue, words)
            add_people(reading, inside.slice(0, len(named)))
            return words.slice(0, tail.start())
    if venue is not None and reading.venue is None:
        start = min(venue.start, venue.year_start if venue.year_start is not None else venue.start)
        set_venue(reading, venue, words)
        return words.slice(0, start).strip(SEPARATORS + "([")
    whole = parse_venue(plain) if reading.venue is None and len(plain) < 200 else None
    if whole is not None and whole.known and (whole.year is not None or not whole.notes):
        set_venue(reading, whole, words)
        return EMPTY
    tail = TRAILING_BRACKET.search(plain)
    if tail and reading.venue is None:
        inside = words.slice(tail.start("inside"), tail.end("inside")).strip()
        inner = parse_venue(inside.plain)
        if YEAR.fullmatch(inside.plain):
            set_year(reading, inside)
            return words.slice(0, tail.start())
        if (
            inner is not None
            and (inner.known or (inner.year is not None and len(inside.plain.split()) <= 7))
            and score_people(inside.plain) < 0.8
        ):
            set_venue(reading, inner, inside)
            return words.slice(0, tail.start())
    year = TRAILING_YEAR.search(plain)
    if year and reading.year is None and year.start() > 0:
        set_year(reading, words.slice(year.start("year"), year.end("year")))
        return words.slice(0, year.start())
    if YEAR.fullmatch(plain.strip()) and reading.year is None:
        set_year(reading, words)
        return EMPTY
    return words


def sentence_cut(plain: str) -> int:
    """Return the offset behind the first full stop that ends a sentence, or 0."""
    for match in re.finditer(r"(?<![A-Z])(?<!\bal)(?<!\bvs)(?<!\b[Ee]d)[.?!][\"”]?\s+(?=\S)", plain):
        if not re.search(
            r"\b(?:Jr|Sr|St|Dr|Prof|Inc|Ltd|Co|Univ|Dept|Vol|No|pp|Proc|Conf|Symp|Trans)$", plain[: match.start()]
        ):
            return match.end()
    return 0
