"""Words that may tell a course's year: its front matter, headings, addresses, file names and links."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final, Literal, NamedTuple, TypeAlias

import attrs

from syllabus_parse.model import Term
from syllabus_parse.normalize.dates import When, find_whens
from syllabus_parse.normalize.terms import find_term_codes, find_terms
from syllabus_parse.normalize.venues import is_venue
from syllabus_parse.regex import lazy_regex

Place: TypeAlias = Literal["front matter", "title", "heading", "url", "file", "link", "text"]
EvidenceKind: TypeAlias = Literal[
    "front matter",
    "heading",
    "hint",
    "url",
    "weekday",
    "leap day",
    "pattern",
    "publications",
    "services",
    "term name",
    "explicit date",
    "holiday",
    "text",
]


@attrs.frozen
class Clue:
    """Words that may name a term or year, where they stood, and what the caller knows them by.

    >>> from syllabus_parse.normalize import infer_years, parse_when
    >>> infer_years([parse_when("9/4")], clues=[Clue("CS 101 Fall 2024", "title")]).year
    2024
    """

    text: str
    place: Place
    ref: object | None = None


class Name(NamedTuple):
    """A year that a clue names: how much it weighs, and what it says of the term (see `NamedTerm` for `either`)."""

    year: int
    term: Term | None
    weight: float
    kind: EvidenceKind
    clue: Clue
    either: bool = False


KINDS: Final[dict[Place, EvidenceKind]] = {
    "front matter": "front matter",
    "title": "heading",
    "heading": "heading",
    "url": "url",
    "file": "url",
    "link": "url",
    "text": "term name",
}
# How far a season with its year is to be believed, by place; in running text and links older offerings are named too.
TERM_WEIGHTS: Final[dict[Place, float]] = {
    "front matter": 8, "title": 8, "heading": 6, "url": 6, "file": 6, "link": 1, "text": 3,
}  # fmt: skip
LINK_CEILING: Final = 6.0
"""What many links of one term weigh together."""
TEXT_CEILING: Final = 5.0
HARDLY_A_YEAR: Final = 12
"""A number so far beyond all years of works is some other number."""
BARE_YEAR: Final = lazy_regex(r"(?<![0-9./:–-])(?P<year>(?:19[89]|20[0-6])[0-9])(?![0-9]|[./–-][0-9]{2})")
GLUED_YEAR: Final = lazy_regex(r"[A-Za-z]{2,}[-_]?(?P<year>(?:19[89]|20[0-6])[0-9])(?![0-9])")  # aisys2023
PATH_YEAR: Final = lazy_regex(r"(?<![0-9])(?P<year>(?:19[89]|20[0-6])[0-9])(?![0-9])")
FILE_DATE: Final = lazy_regex(r"(?<![0-9])(?P<y>20[0-6][0-9])[-_/]?(?P<m>[01][0-9])[-_/]?(?P<d>[0-3][0-9])(?![0-9])")
TWO_DIGITS: Final = lazy_regex("[0-9]{2}")
ADDRESS: Final = lazy_regex(r"\s*(?:[a-z][a-z0-9+.-]{1,9}:|//|www\.)", re.IGNORECASE)
# e.g. Course Schedule (2025–2026) · 2025/26
ACADEMIC_YEAR: Final = lazy_regex(
    r"(?<![0-9./–-])(?P<year>(?:19[89]|20[0-6])[0-9])\s?[-–/]\s?(?:19|20)?(?P<next>[0-9]{2})(?![0-9]|[./–-][0-9])"
)
SUMMER: Final = 7
"""The month from which on a course that begins belongs to the first half of an academic year."""
# e.g. This schedule is that of the semester January to April, 2022
TERM_SENTENCE: Final = lazy_regex(
    r"\b(?:semester|term|quarter|trimester|semestre|cuatrimestre|trimestre|schedule|syllabus|calendar)\b"
    r"[^.;:!?\n]{0,60}?(?<![0-9./–-])(?P<year>(?:19[89]|20[0-6])[0-9])(?![0-9]|[./–-][0-9])",
    re.IGNORECASE,
)
# e.g. slides/Lecture_01_2022.pdf · hw1-2022/
FILE_YEAR: Final = lazy_regex(r"(?<=[A-Za-z0-9])[-_](?P<year>(?:19[89]|20[0-6])[0-9])(?=[./_-]|$)")
ARXIV: Final = lazy_regex(r"arxiv\.org/(?:abs|pdf|html)/(?P<yy>[0-2][0-9])(?:0[1-9]|1[0-2])\.[0-9]{4,5}", re.IGNORECASE)
# e.g. osdi18 · eurosys19-paper · SIGMOD'20
MEETING_YEAR: Final = lazy_regex(r"(?<![A-Za-z])(?P<name>[A-Za-z]{3,10})[-_'’]?(?P<yy>[0-2][0-9])(?![0-9A-Za-z])")


def read_names(clues: Sequence[Clue], whens: Sequence[When]) -> list[Name]:
    """List the years that clues name for the course, each with its weight.

    A season beside a year weighs most; a lone year in a title less; in a heading it may be a venue's and counts only
    where the headings agree.
    """
    out: list[Name] = []
    lone: list[Name] = []
    for clue in clues:
        text = clue.text[:2000]
        place = clue.place
        if not TWO_DIGITS.search(text):
            continue
        named = find_terms(text) if place not in {"link"} else ()
        if place in {"url", "file", "link"}:
            named = named or find_term_codes(text)
        elif not named and place in {"title", "heading", "front matter"}:
            named = find_term_codes(text)
        for term in named:
            if term.year is not None:
                out.append(Name(term.year, term.term, TERM_WEIGHTS[place], KINDS[place], clue, term.either))
        if named:
            continue
        if place != "link" and (span := _read_span(clue, text, whens)):
            out.append(span)
            continue
        if place != "link" and (academic := _read_academic(clue, text, whens)):
            out.append(academic)
            continue
        if place in {"title", "front matter"}:
            out.extend(_read_lone(clue, text, 5.0 if place == "title" else 4.0))
        elif place == "heading":
            lone.extend(_read_lone(clue, text, 2.0))
        elif place == "text":
            out.extend(
                [Name(int(m["year"]), None, 3.0, "text", clue) for m in TERM_SENTENCE.finditer(text)]
                or [Name(int(m["year"]), None, 1.0, "text", clue) for m in RIGHTS.finditer(text)]
                or _read_own_days(clue, text, whens)
            )
        elif place in {"url", "file"}:
            out.extend(Name(int(m["year"]), None, 4.0, "url", clue) for m in PATH_YEAR.finditer(text))
        elif place == "link":
            out.extend(_read_file_dates(clue, text, whens) or _read_local_years(clue, text))
    if len({name.year for name in lone}) == 1:
        out.extend(lone[:1])
    else:
        out.extend(name for name in lone if name.weight > 2.0)
    return out


# The year of the copyright bounds the course, and is hardly that of another, e.g. "© 2022"
RIGHTS: Final = lazy_regex(r"(?:copyright|©|\(c\))[^0-9]{0,4}(?P<year>20[0-3][0-9])$", re.IGNORECASE)


def _read_academic(clue: Clue, text: str, whens: Sequence[When]) -> Name | None:
    """Read the academic year ("2025–2026", "2025/26"): dates before summer belong to its second half."""
    found = ACADEMIC_YEAR.search(text)
    if found is None or (int(found["year"]) + 1) % 100 != int(found["next"]):
        return None
    first = next((when.month for when in whens if when.month is not None), None)
    if first is None:
        return None
    return Name(int(found["year"]) + (first < SUMMER), None, 4.0, KINDS[clue.place], clue)


def _read_span(clue: Clue, text: str, whens: Sequence[When]) -> Name | None:
    """Read the days from which to which the course meets ("9 Sep 2021 – 5 May 2022"): its first and its last day."""
    if len(whens) < 2:
        return None
    first, last = whens[0], whens[-1]
    for named in find_whens(text):
        ends = (named.month, named.day, named.end_month, named.end_day)
        if named.year is not None and ends == (first.month, first.day, last.month, last.day):
            return Name(named.year, None, 5.0, KINDS[clue.place], clue)
    return None


SHORT_DATE: Final = lazy_regex(r"(?<![0-9/])[01]?[0-9]/[0-3]?[0-9]/[0-3][0-9](?![0-9/])")  # e.g. "4/15/17"


def _read_own_days(clue: Clue, text: str, whens: Sequence[When]) -> list[Name]:
    """Read a session's own date that running text names in full: "projects are shown on Monday, May 10, 2021"."""
    if "20" not in text and SHORT_DATE.search(text) is None:
        return []
    days = {(when.month, when.day) for when in whens}
    named = [when for when in find_whens(text) if when.year is not None and (when.month, when.day) in days]
    return [Name(when.year, None, 3.0, "text", clue) for when in named if when.year is not None]


def _read_lone(clue: Clue, text: str, weight: float) -> list[Name]:
    glued = [Name(int(m["year"]), None, 5.0, KINDS[clue.place], clue) for m in GLUED_YEAR.finditer(text)]
    if glued:
        return glued
    dates = [w for w in find_whens(text) if w.year]
    if dates:
        return [Name(w.year, None, 3.0, KINDS[clue.place], clue) for w in dates if w.year]
    return [Name(int(m["year"]), None, weight, KINDS[clue.place], clue) for m in BARE_YEAR.finditer(text)]


def _read_file_dates(clue: Clue, text: str, whens: Sequence[When]) -> list[Name]:
    """Read a session's own date from the name of a file linked there: 20240116_Lec1.pdf beside 1/16."""
    out = []
    for found in FILE_DATE.finditer(text):
        day = int(found["m"]), int(found["d"])
        if any((when.month, when.day) == day for when in whens):
            out.append(Name(int(found["y"]), None, 3.0, "url", clue))
    return out


def _read_local_years(clue: Clue, text: str) -> list[Name]:
    """Read the year at the end of the name of a course's own file (slides/Lecture_01_2022.pdf).

    A year at its beginning ("2019 - Title.pdf") is that of a work, and so may one on another site be.
    """
    if ADDRESS.match(text):
        return []
    return [Name(int(found["year"]), None, 0.8, "url", clue) for found in FILE_YEAR.finditer(text)]


def weigh_names(names: Sequence[Name]) -> dict[int, float]:
    """Add up the weights of the years named; many links or remarks of one term count only so far."""
    weights: dict[int, float] = {}
    for year in sorted({name.year for name in names}):
        total = 0.0
        for place, ceiling in (("link", LINK_CEILING), ("text", TEXT_CEILING)):
            total += min(ceiling, sum(n.weight for n in names if n.year == year and n.clue.place == place))
        total += sum(n.weight for n in names if n.year == year and n.clue.place not in {"link", "text"})
        weights[year] = total
    return weights


def count_works(clues: Sequence[Clue], publication_years: Sequence[int]) -> Counter[int]:
    """Count the years of works, stated and in the addresses of links (arXiv numbers, meetings like `osdi18`).

    They tell only what a course can't be older than.
    """
    counts = Counter(year for year in publication_years if 1900 <= year <= 2069)
    for clue in clues:
        if clue.place != "link":
            continue
        text = clue.text[:500]
        years = {2000 + int(found["yy"]) for found in ARXIV.finditer(text)}
        if not years:
            years = {int(found["year"]) for found in PATH_YEAR.finditer(text)}
            # "watch-14" is no meeting: the name must be one, or any number behind a word would be a year.
            years |= {
                2000 + int(found["yy"])
                for found in MEETING_YEAR.finditer(text)
                if "arxiv" not in text and is_venue(found["name"].upper())
            }
        counts.update(years)
    return counts


def find_newest(counts: Counter[int]) -> int | None:
    """Return the year of the newest work, without a number far beyond all others that is hardly a year.

    >>> find_newest(Counter([2018, 2019, 2019, 2020])), find_newest(Counter([2015, 2017, 2048]))
    (2020, 2017)
    """
    years = sorted(counts, reverse=True)
    for index, year in enumerate(years[:-1]):
        if counts[year] >= 2 or year - years[index + 1] <= HARDLY_A_YEAR or counts.total() < 3:
            return year
    return years[-1] if years else None
