"""Names of terms ("Fall 2020", "WS 2019/20", "Otoño 2025", "cs294-f19") and the term that dates belong to."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from syllabus_parse.model import Term
from syllabus_parse.normalize.date_letters import expand_year
from syllabus_parse.regex import lazy_regex

# Season words of course pages; German, Swiss and Swedish short forms stand below, because they need a year beside them.
SEASONS: Final[tuple[tuple[str, Term], ...]] = (
    (
        "spring|springtime|frühjahr(?:ssemester)?|frühling(?:ssemester)?|printemps|primavera|voorjaar|весна"
        "|весенний семестр|vår|forår|春季?|春学期|봄",
        "spring",
    ),
    ("summer|sommer(?:semester)?|été|verano|verão|verao|zomer|夏季?|夏学期|여름", "summer"),
    (
        "fall|autumn|herbst(?:semester)?|automne|otoño|otono|outono|autunno|najaar|herfst|michaelmas"
        "|осень|осенний семестр|höst|efterår|秋季?|秋学期|가을",
        "autumn",
    ),
    ("winter(?:semester)?|hiver|invierno|inverno|冬季?|冬学期|겨울", "winter"),
)  # fmt: skip
SHORT_SEASONS: Final[tuple[tuple[str, Term], ...]] = (
    ("wi?se?|ws", "winter"),
    ("sose|ss|sommersem", "summer"),
    ("hs|ht", "autumn"),
    ("fs|vt|frs", "spring"),
)
# In addresses, file names and course codes: cs262a-s18, fall17, 15411-f14, sp21, wi24.
CODE_SEASONS: Final[Mapping[str, Term]] = {
    "s": "spring", "sp": "spring", "spr": "spring", "spring": "spring", "su": "summer", "sum": "summer",
    "sm": "summer", "summer": "summer", "ss": "summer", "sose": "summer", "f": "autumn", "fa": "autumn",
    "fall": "autumn", "au": "autumn", "aut": "autumn", "autumn": "autumn", "automne": "autumn", "hs": "autumn",
    "w": "winter", "wi": "winter", "win": "winter", "wn": "winter", "winter": "winter", "ws": "winter",
    "wise": "winter", "hiver": "winter", "printemps": "spring", "fs": "spring", "otono": "autumn",
    "primavera": "spring",
}  # fmt: skip

_LONG: Final = "|".join(f"(?P<{term}>{words})" for words, term in SEASONS)
_SHORT: Final = "|".join(f"(?P<{term}2>{words})" for words, term in SHORT_SEASONS)
_YEAR: Final = (
    r"(?P<{0}>(?:19|20)[0-9]{{2}}|['’‘]?[0-9]{{2}})"  # 2020 · '20
    r"(?:\s?[-–/]\s?['’]?(?P<{0}b>(?:(?:19|20)[0-9]{{2}}|[0-9]{{2}})))?"  # /21 · -2021
)
DIGIT: Final = lazy_regex(r"[0-9]")
SEASON_THEN_YEAR: Final = lazy_regex(
    rf"(?<![^\W\d_])(?:(?:{_LONG})(?:\s+(?:term|semester|quarter|session|trimester))?(?:\s(?:I{{1,3}}|[AB12])(?=[\s,]))?|(?:{_SHORT})(?=[\s_'’-]?[0-9]))"
    rf"(?:\s+(?:of|de|del|do|in))?[\s,:_('’-]{{0,3}}{_YEAR.format('year')}(?![0-9%])(?!(?<=\s[0-9]{{2}})\s*[a-z])",
    re.IGNORECASE,
)
YEAR_THEN_SEASON: Final = lazy_regex(
    rf"(?<![0-9.])(?P<year>(?:19|20)[0-9]{{2}})(?:\s?[-–/]\s?(?P<yearb>(?:19|20)?[0-9]{{2}}))?(?:年|년)?"
    rf"[\s,:_(-]{{0,3}}(?:{_LONG})(?![^\W\d_]{{3}})",
    re.IGNORECASE,
)
# e.g. 2020.2 · 2024-1학기 · 2020.1 · 2017-II
YEAR_AND_HALF: Final = lazy_regex(
    r"(?<![0-9.])(?P<year>20[0-9]{2})[./-](?P<half>[12]|II?(?![A-Za-z]))(?:학기)?(?![0-9./-])"
)
# e.g. 2S2021: the second semester in Brazil
HALF_GLUED: Final = lazy_regex(r"(?<![\w.])(?P<half>[12])S[-/ ]?(?P<year>20[0-9]{2})(?![0-9])")
SOUTHERN: Final = lazy_regex("otoño|otono|outono|primavera|invierno|inverno|verano|verão|verao", re.IGNORECASE)
# e.g. first semester 2020/21 · Semester 2, 2020-2021 · 2o semestre de 2020 · I semestre 2017 · 2do cuatrimestre 2022
HALF_AND_YEAR: Final = lazy_regex(
    r"(?<!\w)(?:(?P<one>first|1st|1er|1[ºo°]|1|i|primer|primeiro|premier|primo)"
    r"|(?P<two>second|2nd|2[eºo°]|2do|2|ii|2ème|segundo|deuxième|secondo))\s+"
    r"(?:semest(?:er|re)|term|cuatrimestre|quadrimestre)"
    r"\s*(?:of|de|del)?[\s,:(]{0,3}(?P<year>20[0-9]{2})(?:\s?[-–/]\s?(?P<yearb>(?:20)?[0-9]{2}))?",
    re.IGNORECASE,
)
# e.g. Fall · the spring semester; but not "Spring Break", "Summer of Code"
BARE_SEASON: Final = lazy_regex(
    rf"(?:^\W{{0,9}}|(?<![^\W\d_]))(?:{_LONG})(?:\s+(?:term|semester|quarter|session|trimester)(?![^\W\d_])|\W{{0,9}}$)",
    re.IGNORECASE,
)
WHOLE_CODE: Final = lazy_regex(
    r"\s*(?P<season>f|fa|w|wi|s|sp|su|au)['’]?(?P<year>[0-9]{2}|20[0-9]{2})\s*", re.IGNORECASE
)
CODE: Final = lazy_regex(
    r"(?<![A-Za-z])(?P<season>[A-Za-z]{1,9})[-_ ]?(?P<year>20[0-9]{2}|[0-9]{2})(?![0-9A-Za-z])"
    r"|(?<![0-9])(?P<year2>20[0-9]{2})[-_]?(?P<season2>[A-Za-z]{2,9})(?![A-Za-z0-9])",
)
TERM_NAMES: Final[tuple[Term, ...]] = ("spring", "summer", "autumn", "winter")

MONTHS_OF_TERM: Final[Mapping[Term, frozenset[int]]] = {
    "spring": frozenset({1, 2, 3, 4, 5, 6}),
    "summer": frozenset({4, 5, 6, 7, 8, 9}),
    "autumn": frozenset({8, 9, 10, 11, 12, 1}),
    "winter": frozenset({10, 11, 12, 1, 2, 3, 4}),
}


class NamedTerm(NamedTuple):
    """A term named in a text: where, and the year that it starts in.

    `either` where the season may be that of the southern half of the earth: "Otoño 2026" is March to July in Chile.

    >>> find_terms("Plan for Fall 2024")
    (NamedTerm(term='autumn', year=2024, start=9, end=18, either=False),)
    """

    term: Term | None
    year: int | None
    start: int
    end: int
    either: bool = False


def parse_term(text: str) -> tuple[Term | None, int | None]:
    """Read the name of a term: which season, and the year in which it starts.

    Course pages name their term in many tongues and orders. The spring of an academic year stands in its second half
    ("Spring 2020-21" is 2021), any other term in its first. A lone number or a month names no term.

    >>> parse_term("WS 2019/20"), parse_term("Fall 2024 edition"), parse_term("Spring '19")
    (('winter', 2019), ('autumn', 2024), ('spring', 2019))
    >>> parse_term("2020.2"), parse_term("w24"), parse_term("Version 2.0")
    (('autumn', 2020), ('winter', 2024), (None, None))
    """
    if len(text) > 400:
        text = text[:400]
    return _parse_term(text)


@lru_cache(maxsize=1024)
def _parse_term(text: str) -> tuple[Term | None, int | None]:
    named = find_terms(text)
    if named:
        return named[0].term, named[0].year
    if found := WHOLE_CODE.fullmatch(text):
        return CODE_SEASONS[found["season"].lower()], _full_year(found["year"])
    if found := BARE_SEASON.search(text):
        return _season(found), None
    return None, None


def find_terms(text: str) -> tuple[NamedTerm, ...]:
    """Find every term that a text names with its year, in order.

    A page may name its own term and those of older offerings; which is its own is the business of `infer_years`.
    A season without a year is not matched.

    >>> [(t.term, t.year) for t in find_terms("Fall 2020. The 2019 Spring page is here.")]
    [('autumn', 2020), ('spring', 2019)]
    """
    if DIGIT.search(text) is None:
        return ()  # no term is named without its year
    out: list[NamedTerm] = []
    for pattern in (SEASON_THEN_YEAR, YEAR_THEN_SEASON):
        for found in pattern.finditer(text):
            term = _season(found)
            year = _full_year(found["year"])
            if term == "spring" and found["yearb"]:
                year = _second_year(year, found["yearb"])
            if 1980 <= year <= 2079:
                either = SOUTHERN.search(found[0]) is not None
                out.append(NamedTerm(term, year, found.start(), found.end(), either))
    for pattern in (YEAR_AND_HALF, HALF_GLUED):
        for found in pattern.finditer(text):
            half: Term = "spring" if found["half"] in {"1", "I"} else "autumn"
            out.append(NamedTerm(half, int(found["year"]), *found.span()))
    for found in HALF_AND_YEAR.finditer(text):
        year = int(found["year"])
        if found["yearb"]:
            first = found["one"] is not None
            year = year if first else _second_year(year, found["yearb"])
            out.append(NamedTerm("autumn" if first else "spring", year, *found.span()))
        else:
            # South of the equator the first semester begins in spring's months, north of it in autumn's.
            out.append(NamedTerm(None, year, *found.span()))
    out.sort(key=lambda named: (named.start, -named.end))
    kept: list[NamedTerm] = []
    for named in out:
        if not kept or named.start >= kept[-1].end:
            kept.append(named)
    return tuple(kept)


def find_term_codes(text: str) -> tuple[NamedTerm, ...]:
    """Find the terms in an address, a file name or a course code: `cs262a-s18`, `fall17`, `2018fall`.

    Only such names carry their term this short; don't ask about prose, where "f16" is a plane.

    >>> [(t.term, t.year) for t in find_term_codes("https://x.edu/~cs101/fall17/lx394s21.pdf")]
    [('autumn', 2017), ('spring', 2021)]
    >>> find_term_codes("osdi18.pdf")
    ()
    """
    out = []
    for found in CODE.finditer(text):
        season, year = (found["season"], found["year"]) if found["season"] else (found["season2"], found["year2"])
        term = CODE_SEASONS.get(season.lower())
        if term is not None and 1990 <= (full := _full_year(year)) <= 2069:
            out.append(NamedTerm(term, full, *found.span()))
    return tuple(out)


def _season(found: re.Match[str]) -> Term | None:
    groups = found.re.groupindex
    return next(term for term in TERM_NAMES if found[term] or (f"{term}2" in groups and found[f"{term}2"]))


def _full_year(text: str) -> int:
    digits = text.strip("'’‘")
    return int(digits) if len(digits) == 4 else expand_year(int(digits))


def _second_year(year: int, second: str) -> int:
    return year + 1 if str(year + 1).endswith(second) else year  # e.g. 1999-00


def term_of(dates: Sequence[dt.date], *, language: str | None = None) -> Term | None:
    """Tell the term from its first and last day.

    A quarter in winter ends by early April, a German winter semester runs from October past New Year's Eve, a German
    summer semester from April into July. Dates of more than ten months belong to no term; no dates, no term.

    >>> term_of([dt.date(2024, 1, 11), dt.date(2024, 4, 4)])
    'winter'
    >>> term_of([dt.date(2024, 1, 16), dt.date(2024, 4, 30)]), term_of([dt.date(2019, 10, 15), dt.date(2020, 2, 4)])
    ('spring', 'winter')
    """
    if not dates:
        return None
    first, last = min(dates), max(dates)
    if (last - first).days > 310:
        return None
    start, end = (first.month, first.day), (last.month, last.day)
    german = language is not None and language.startswith("de")
    over_new_year = last.year > first.year
    if start >= (12, 15) or start[0] == 1:
        # A few weeks say nothing of a spring term's end; those of January alone are a winter session.
        short = (last - first).days < 42
        if short:
            return "winter" if end[0] == 1 else "spring"
        return "winter" if (over_new_year and end[0] < 4) or end <= (4, 10) else "spring"
    if start[0] in (2, 3):
        return "summer" if german and start >= (3, 15) and end >= (6, 20) else "spring"
    if start[0] == 4:
        return "summer" if german or end >= (7, 5) else "spring"
    if start[0] in (5, 6):
        return "summer"
    if start[0] == 7:
        return "summer" if end <= (9, 15) else "autumn"
    if start[0] in (8, 9):
        return "summer" if end <= (9, 10) and start < (8, 10) else "autumn"
    if start[0] == 10:
        return "winter" if german or (over_new_year and end >= (1, 18)) else "autumn"
    return "winter" if over_new_year or start[0] == 12 else "autumn"
