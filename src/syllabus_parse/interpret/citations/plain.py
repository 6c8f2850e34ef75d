"""A citation without marks: lines, full stops and the look of a list of people part it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from syllabus_parse.document import Problem, Text
from syllabus_parse.interpret.citations.kinds import is_text_range
from syllabus_parse.interpret.citations.names import is_signature, is_surnames
from syllabus_parse.interpret.citations.patterns import (
    CHAPTER_OF,
    NAMED_WORK,
    OPENERS,
    PEOPLE_ENOUGH,
    REMARK,
    REPORT,
    SEPARATORS,
    TRAILING_BRACKET,
    YEAR,
)
from syllabus_parse.interpret.citations.reference import read_reference
from syllabus_parse.interpret.citations.rest import BAR
from syllabus_parse.interpret.citations.tail import read_rest, read_tail
from syllabus_parse.interpret.citations.values import add_people, set_venue, set_year
from syllabus_parse.interpret.citations.venue import sentence_cut, take_venue
from syllabus_parse.interpret.records import RawLink, RawReading
from syllabus_parse.memo import remember
from syllabus_parse.normalize.affiliations import is_affiliation
from syllabus_parse.normalize.name_words import SURNAMES
from syllabus_parse.normalize.people import find_author_start, score_people
from syllabus_parse.normalize.venues import find_venue, parse_venue
from syllabus_parse.regex import lazy_regex

LINE_BREAK: Final = lazy_regex("[\n\u2028]")
FORCED_BREAK: Final = lazy_regex("\u2028")
# e.g. Gray 2004 pp. 3-9 · Gray (2004), through p 12
PAGES_TAIL: Final = lazy_regex(
    r",?\s\(?(?P<pages>(?:through |up to |until )?(?:pp?|pages?|pgs?|seiten?|S|págs?)\.?"
    r"\s?\d{1,4}(?:\s?[-–]\s?\d{1,4})?)\)?\.?$"
)


# A handle and a full stop before the title, e.g. "Loom. Loom: Weaving at Scale"
ALIAS_LEAD: Final = lazy_regex(r"(?P<alias>[A-Za-z][\w+-]{1,24})\. (?P<title>\S.{15,})", re.DOTALL)


def read_plain(text: Text, reading: RawReading, *, lines: bool) -> None:
    """Read an entry without marks: lines, full stops and the look of a list of people part it."""
    text = text.strip()
    if is_text_range(text.plain):
        reading.kind = "chapter"
        reading.title = text.strip("() .,;") if text.plain.startswith("(") and text.plain.endswith(")") else text
        return
    parts = [part for part in text.split(LINE_BREAK if lines else FORCED_BREAK) if part]
    if len(parts) > 1:
        read_lines(parts, reading)
        return
    tail = PAGES_TAIL.search(text.plain)
    if tail and NAMED_WORK.fullmatch(text.plain[: tail.start()]):
        reading.notes.append(text.slice(*tail.span("pages")))
        text = text.slice(0, tail.start())  # "Gray 2004 pp. 3-9"
    named = NAMED_WORK.fullmatch(text.plain.strip(SEPARATORS))
    if named and is_signature(named["people"]):
        reading.title = text.strip(SEPARATORS)  # "Brown et al. (2020)": a work known by its authors
        return
    if read_reference(text, reading):
        return
    if read_columns(text, reading):
        return
    links = text.links()
    words = take_venue(text, reading).strip(SEPARATORS.replace(".", "") + "|")
    plain = words.plain
    alias = ALIAS_LEAD.match(plain)
    if alias and reading.short_name is None and (alias["title"].startswith(alias["alias"]) or len(links) > 0):
        reading.short_name = words.slice(*alias.span("alias"))
        words = words.slice(alias.start("title"), len(plain))
        plain = words.plain
    parted = part_people(plain) if not reading.authors else None
    remark = TRAILING_BRACKET.search(plain) if parted is None and not reading.authors else None
    if remark is not None and " " in remark["inside"] and remark["inside"][:1].isupper():
        # "La machine, M. Carr (Bib. municipale)": what stands behind the people in a bracket is told of the copy
        parted = part_people(plain[: remark.start()])
        if parted is not None:
            reading.notes.append(words.slice(*remark.span("inside")))
            words = words.slice(0, remark.start())
            plain = words.plain
    if parted is None:
        reading.title = words
    else:
        (a, b), (c, d) = parted
        if a < b < c and not MARK_BETWEEN.search(plain[b - 1 : c + 1]):
            reading.problems.append(Problem("SP502", words.span_at(c, d), plain[c:d][:60]))
        title = words.slice(a, b)
        reading.title = title if reading.venue is not None else take_venue(title, reading).strip(SEPARATORS)
        people = words.slice(c, d).strip(" .,;|")
        cut = FIELD_CUT.search(people.plain)
        # "A, B | Institute of Light": what names a place of work stays with the people.
        if cut and not is_affiliation(people.plain[cut.end() :]):
            read_rest(people.slice(cut.end(), len(people.plain)).strip(), reading)
            people = people.slice(0, cut.start())
        add_people(reading, people)
        for extra in (words.slice(0, min(a, c)), words.slice(max(b, d), len(plain))):
            left = extra.strip(SEPARATORS + OPENERS)
            if left.plain.strip(")"):
                _read_where(left, reading)
    for anchor, start, end in links:
        if not any(link.anchor is anchor for link in reading.links):
            reading.links.append(RawLink(anchor, text.slice(start, end).strip()))


def read_columns(text: Text, reading: RawReading) -> bool:
    """Read "2024 | OSDI | Title | Authors", where bars part the fields and the title is not the first."""
    if BAR.search(text.plain) is None:
        return False
    parts = [part.strip() for part in text.split(BAR)]
    if len(parts) < 3 or not all(parts):
        return False
    first = parts[0].plain
    venue = parse_venue(first)
    if not YEAR.fullmatch(first) and not (venue is not None and venue.known and not venue.notes and len(first) < 30):
        return False
    rest = [part for part in parts if not YEAR.fullmatch(part.plain)]
    left: list[Text] = []
    for part in rest:
        known = parse_venue(part.plain) if reading.venue is None else None
        if known is not None and known.known and not known.notes:
            set_venue(reading, known, part)
        elif not reading.authors and left and score_people(part.plain) >= PEOPLE_ENOUGH:
            add_people(reading, part)
        else:
            left.append(part)
    if not left:
        return False
    for part in parts:
        if YEAR.fullmatch(part.plain):
            set_year(reading, part)
    title = max(left, key=lambda part: len(part.plain))
    reading.title = title
    reading.notes += [part for part in left if part is not title]
    for anchor, start, end in text.links():
        if not any(link.anchor is anchor for link in reading.links):
            reading.links.append(RawLink(anchor, text.slice(start, end).strip()))
    return True


def _read_where(words: Text, reading: RawReading) -> None:
    """Read what stands behind title and people, before a year: where the work appeared, known or not."""
    plain = words.plain.strip()
    if (
        reading.venue is None
        and reading.year_text is not None
        and not REMARK.match(plain)
        and not REPORT.search(plain)
        and len(plain.split()) <= 10
    ):
        found = parse_venue(plain)
        if found is not None:
            set_venue(reading, found, words)
            return
    read_rest(words, reading)


def read_lines(parts: list[Text], reading: RawReading) -> None:
    """Read title, people and venue from lines of their own; a title may run over two lines."""
    title = parts[0]
    index = 1
    while index < len(parts) and not reading.authors:
        line = parts[index].strip(" ,;")
        if score_people(line.plain) > PEOPLE_ENOUGH:
            add_people(reading, line)
        elif (
            index == 1
            and not find_venue(line.plain)
            and not REMARK.match(line.plain)
            and any(score_people(later.plain) > PEOPLE_ENOUGH for later in parts[2:4])
        ):
            title = title.join_line(parts[index])
        else:
            break
        index += 1
    title = take_venue(title, reading) if reading.venue is None else title
    parted = None if reading.authors else part_people(title.plain)
    if parted:
        (a, b), (c, d) = parted
        add_people(reading, title.slice(c, d))
        title = title.slice(a, b)
    reading.title = title.strip(" ,;\\")
    for part in parts[index:]:
        read_tail(part.strip(SEPARATORS), reading)


# What parts a title from its people, but for a blank: a full stop, a comma, a bar, a dash, brackets, a wide gap.
MARK_BETWEEN: Final = lazy_regex(r"[^\w\s]|\s{2}|[\t\n\u2028]|\bby\b", re.IGNORECASE)
FIELD_CUT: Final = lazy_regex(r"\s*\|\s*|\s-{2,3}\s")
# e.g. "…, Satoshi Nakamoto" · "…, Cruz et al."
BEHIND_COMMA: Final = lazy_regex(
    r",\s+(?P<people>(?P<first>[A-Z][\w'’.-]{1,30})(?:\s[A-Z][\w'’.-]{0,30}){0,3}(?P<others>,?\s+et\.? al\.?)?)$"
)


def _is_lone_author(plain: str, found: re.Match[str]) -> bool:
    """Tell whether one name, or one with "et al.", behind a title's last comma is its author; none of a longer list."""
    before = plain[: found.start()]
    last = before.rsplit(",", 1)[-1].strip()
    if len(before.split()) < 3 or len(last.split()) < 2 or score_people(last) > 0.4 or " and " in last[:6]:
        return False
    if found["others"]:
        return score_people(found["people"]) > PEOPLE_ENOUGH
    return len(found["people"].split()) > 1 and score_people(found["people"]) > 0.6


# Characters; a longer line is no title with its people.
LONGEST_LINE: Final = 1000


# What may part a title from its people: a full stop, a bar or a dash or a wide gap, "by", a colon
SENTENCE_CUT: Final = lazy_regex(r"(?<![A-Z])(?<!\b[A-Z]r)(?<!et al)[.?!][\"”]?\s+(?=\S)")
FIELD_GAP: Final = lazy_regex(r"\s+(?:[|–—~]|-{1,3})\s+|\s{3,}|\t+|\s\|\s?")
BY: Final = lazy_regex(r",?\s+\(?by\s+(?=[A-Z])", needs="by")
COLON: Final = lazy_regex(r"(?P<people>[^:]{3,80}):\s+(?P<title>\S.{8,})")


@remember(4096)
def part_people(plain: str) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Find title and people in one line: the offsets of each, or None where there are no people.

    A full stop that parts the two decides; then a bar, a dash or a wide gap; then the look of the names.
    """
    if len(plain) > LONGEST_LINE:
        return None
    cuts = [match.start() + 1 for match in SENTENCE_CUT.finditer(plain)]
    for cut in cuts:
        right = plain[cut:].strip()
        if (
            score_people(right.rstrip(".")) > PEOPLE_ENOUGH
            and len(plain[:cut].strip()) > 2
            and score_people(plain[: cut - 1]) <= 0.9
        ):
            return (0, cut), (cut, len(plain))
    for cut, stop in pairwise(cuts):
        middle = plain[cut : stop - 1].strip()
        if (
            score_people(middle) > PEOPLE_ENOUGH
            and score_people(plain[: cut - 1]) < PEOPLE_ENOUGH
            and len(plain[:cut].strip()) > 6
        ):
            return (0, cut), (cut, stop - 1)
    for cut in reversed(cuts):
        left = plain[: cut - 1]
        if (score_people(left) > 0.7 or is_surnames(left.strip())) and score_people(plain[cut:]) < PEOPLE_ENOUGH:
            rest = plain[cut:]
            stop = sentence_cut(rest.strip())
            lead = len(rest) - len(rest.lstrip())
            end = cut + lead + stop if stop else len(plain)
            return (cut, end), (0, cut - 1)
    for match in FIELD_GAP.finditer(plain):
        right = plain[match.end() :]
        if score_people(FIELD_CUT.split(right)[0]) > PEOPLE_ENOUGH:
            return (0, match.start()), (match.end(), len(plain))
    bracket = TRAILING_BRACKET.search(plain)
    if (
        bracket
        and (score_people(bracket["inside"]) > 0.6 or is_surnames(bracket["inside"].strip()))
        and bracket.start() > 3
        and ("," in bracket["inside"] or " and " in bracket["inside"] or "et al" in bracket["inside"])
    ):
        return (0, bracket.start()), bracket.span("inside")
    by = BY.search(plain)
    if by and score_people(plain[by.end() :].rstrip(").")) > PEOPLE_ENOUGH:
        return (0, by.start()), (by.end(), len(plain.rstrip(").")))
    chapter = CHAPTER_OF.fullmatch(plain)
    if chapter:
        return chapter.span("title"), chapter.span("people")
    colon = COLON.match(plain)
    if (
        colon
        and score_people(colon["people"]) > 0.85
        and ("," in colon["people"] or " and " in colon["people"] or "et al" in colon["people"])
    ):
        return colon.span("title"), colon.span("people")
    signed = BEHIND_COMMA.search(plain)
    start = find_author_start(plain)
    several = start is not None and signed is not None and 2 < start < signed.start()
    if signed and not several and _is_lone_author(plain, signed):
        return (0, signed.start()), signed.span("people")
    others = OTHERS_BEHIND.search(plain) if start is None or start >= len(plain) - 1 else None
    if (
        others
        and len(plain[: others.start()].split()) >= 3
        and not plain[: others.start()].rstrip().endswith((",", ".", ":"))
    ):
        return (0, others.start()), others.span("people")
    pair = SURNAMES_BEHIND.search(plain) if start is None and signed is None else None
    if pair and is_surnames(pair["people"]) and score_people(pair["people"]) >= PEOPLE_ENOUGH:
        before = plain[: pair.start()].split()
        if len(before) > 2 and before[-1] not in SURNAMES and before[-2] not in ("of", "between", "from", "with"):
            return (0, pair.start()), pair.span("people")
    start = _skip_last_word(plain, start) if start is not None else None
    if start is not None and 2 < start < len(plain) and _lists_people(plain, start):
        return (0, len(plain[:start].rstrip(" ,;.|–—-"))), (start, len(plain))
    return None


# Behind a title that nothing parts from them, e.g. "Theory of Looms Hill et al"
OTHERS_BEHIND: Final = lazy_regex(
    r"\s(?P<people>[A-ZÀ-Þ][\w'’-]{1,24}(?:\s(?:and|&)\s[A-ZÀ-Þ][\w'’-]{1,24})?\s(?:et|ET)\.?\s(?:al|AL)\.?)\s*$"
)
# e.g. "Looms of the North, Blumenthal and Clark"
SURNAMES_BEHIND: Final = lazy_regex(r",\s(?P<people>[A-Z][\w'’-]{2,20}\s(?:and|&)\s[A-Z][\w'’-]{2,20})\s*$")
# e.g. "… Support for " before "Superpages, Hill, Moos": the title goes on to the next comma
OPEN_WORD: Final = lazy_regex(r"\b(?:for|of|in|on|the|an?|and|with|to|from|via|at|under|over)\s+$")
SEVERAL: Final = lazy_regex(r",|;|\bet al\b")
PAIR: Final = lazy_regex(r"\s(?:and|&|und|y|et)\s")


def _skip_last_word(plain: str, start: int) -> int:
    """Move the start of a list of people behind the word that a title's last "for" asks for.

    One word that no mark parts from the title is its last, too: "… in a Busy Loom, Hill and Moos".
    """
    comma = plain.find(", ", start)
    lone = " " not in plain[start:comma] and plain[max(start - 2, 0) : start - 1].isalnum()
    return comma + 2 if comma > 0 and (lone or OPEN_WORD.search(plain, max(start - 12, 0), start)) else start


def _lists_people(plain: str, start: int) -> bool:
    """Tell several people behind a title, and two behind its last comma: "Looms in Practice, Ada Gray and Bo Hill"."""
    if SEVERAL.search(plain, start):
        return True
    return plain[:start].endswith(", ") and len(plain[:start].split()) > 2 and PAIR.search(plain, start) is not None
