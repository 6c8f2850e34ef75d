"""What a column holds, told by its contents alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from syllabus_parse.interpret.tables.columns import Role
from syllabus_parse.interpret.words import link_label
from syllabus_parse.normalize.dates import parse_week, parse_whens
from syllabus_parse.normalize.people import score_people
from syllabus_parse.normalize.titles import is_placeholder
from syllabus_parse.normalize.venues import find_venue
from syllabus_parse.regex import lazy_regex

EVENTS: Final = frozenset(
    [
        "lecture",
        "lec",
        "lab",
        "section",
        "discussion",
        "recitation",
        "tutorial",
        "seminar",
        "exam",
        "midterm",
        "final",
        "quiz",
        "project",
        "guest",
        "presentation",
        "class",
        "vorlesung",
        "übung",
        "aula",
        "clase",
    ]
)


NUMBERED: Final = lazy_regex(
    r"(?:lecture|lec|class|session|day|cours|clase|aula|vorlesung|termin"
    r"|l)?[\s.#-]{0,2}(?P<number>\d{1,3})(?:\s{0,2}[.(\[:,–-]\s{0,2}|\s{1,2})(?P<date>.{3,40}?)[)\]]?",
    re.IGNORECASE,
)


def are_numbered_dates(values: Sequence[str]) -> bool:
    """Tell a column of lectures' numbers with their dates: the numbers go up one by one.

    >>> are_numbered_dates(["1 (9/8)", "2 (9/13)", "TBD"]), are_numbered_dates(["12 Sep 19", "19 Sep 19"])
    (True, False)
    """
    found = [match for match in map(match_numbered_date, values) if match]
    numbers = [int(match["number"]) for match in found]
    steps = all(0 < b - a <= 3 for a, b in pairwise(numbers))
    return len(found) * 10 >= len(values) * 6 and steps and (len(found) > 1 or numbers[:1] == [1])


def match_numbered_date(value: str) -> re.Match[str] | None:
    """Match a lecture's number with its date, as groups `number` and `date`: "3 (9/12)", "1. Sept 2".

    A date that a number may belong to ("1. Sept", "3.9.") is none.
    """
    found = NUMBERED.fullmatch(value)
    return found if found and parse_whens(found["date"]) and not parse_whens(value) else None


# Parts of books and citations: "AIMA 3.1-3.4", "Ch. 2", "pp. 3-10", "Lee et al.".
PASSAGE: Final = lazy_regex(
    r"\d\.\d{1,2}\s?[-–]\s?\d"
    r"|\b(?:ch|chap|chapters?|sections?|kap|kapitel|cap|capítulos?)\b\.?\s?\d|\bpp?\.\s?\d|\bet al\b",
    re.IGNORECASE,
    needs=". ch sec kap cap al",
)
CODE: Final = lazy_regex(r"(?P<letter>[A-Z])[ .-]?(?P<number>\d{1,2})")  # e.g. "S3"
LABEL_GAP: Final = lazy_regex(r"[\s\[\](),;|/·]+")
HOMEWORK: Final = lazy_regex(
    r"\b(?:hw|homework|assignments?|ps|psets?|problem sets?|labs?|quiz(?:zes)?|project|milestone|exercises?|due"
    r"|released|out|worksheet|paper \d|essay|draft|proposal|report|survey|response|task|blatt|tarea|tp)\b",
    re.IGNORECASE,
)
LONG_WORK: Final = 6


def are_works(values: Sequence[str]) -> bool:
    """Tell a column "Assigned" of works to read from one of homework.

    >>> are_works(["Lee, Maps and Power, pp. 3-10", "Roe, The Long Road to the Small Town"]), are_works(["HW1", "HW2"])
    (True, False)
    """
    filled = [value for value in values if not is_placeholder(value)]
    homework = sum(bool(HOMEWORK.search(value)) for value in filled)
    works = sum(bool(PASSAGE.search(value)) or len(value.split()) > LONG_WORK for value in filled)
    return works >= max(1, homework) and works * 2 >= len(filled)


def are_codes(values: Sequence[str]) -> bool:
    """Tell a column of numbers behind one letter: they go up one by one.

    >>> are_codes(["S1", "S2", "—", "S3"]), are_codes(["B12", "A4"])
    (True, False)
    """
    found = [match for match in map(CODE.fullmatch, values) if match]
    numbers = [int(match["number"]) for match in found]
    if len(found) < 2 or len(found) * 10 < len(values) * 6 or len({match["letter"] for match in found}) > 1:
        return False
    return all(b - a == 1 for a, b in pairwise(numbers))


# e.g. "CM1", "TD 2", "TP3", "L4", "Lab 1", "S2", "VL 3", "Ü4"
LABEL: Final = lazy_regex(
    r"(?P<kind>cm|td|tp|l|lec|lecture|lab|s|vl|ü|übung|ue|se|t|p|ex|rec|dis|tut|cours|séance|sesión|clase|aula|lezione|lez)"
    r"[\s.#-]{0,2}(?P<number>\d{1,2})",
    re.IGNORECASE,
)


def are_labels(values: Sequence[str]) -> bool:
    """Tell a column of labels of two kinds of meetings, each numbered by its own: the numbers of a kind rise.

    >>> are_labels(["CM1", "TD1", "CM2", "CM3", "TD2", "Exam"]), are_labels(["S2", "L1", "S1", "S1"])
    (True, False)
    """
    found = [match for match in map(LABEL.fullmatch, values) if match]
    last: dict[str, int] = {}
    for match in found:
        kind, number = match["kind"].casefold(), int(match["number"])
        if number <= last.get(kind, -1):
            return False
        last[kind] = number
    return len(found) > 2 and len(found) * 10 >= len(values) * 7


def is_link_labels(value: str) -> bool:
    """Tell whether a cell holds nothing but labels of links whose targets may be lost.

    >>> is_link_labels("[pdf] [ppt]"), is_link_labels("slides, video"), is_link_labels("pdf of the book")
    (True, True, False)
    """
    pieces = [piece for piece in LABEL_GAP.split(value) if piece]
    return bool(pieces) and all(link_label(piece) is not None for piece in pieces)


# The sections that a topic covers, behind it, e.g. "Matrices (2.1 - 2.3)"
SECTIONS: Final = lazy_regex(r"\(\d{1,2}\.\d{1,2}(?:\s?[,–-]\s?\d{1,2}\.\d{1,2}){0,4}\)")


def profile_column(values: Sequence[str]) -> Role:
    """Tell a column's role by its values alone.

    >>> profile_column(["9/2", "9/9", "9/16", "TBD"]), profile_column(["1", "2", "3"]), profile_column(["a b", ""])
    ('date', 'number', 'unknown')
    """
    filled = [value.strip() for value in values if value.strip()]
    if not filled:
        return "unknown"
    sample = filled[:60]
    need = max(1, len(sample) * 6 // 10)
    if sum(bool(parse_whens(value)) for value in sample) >= need or are_numbered_dates(sample):
        return "date"
    if sum(parse_week(value) is not None for value in sample) >= need:
        return "week"
    if sum(bool(re.fullmatch(r"\d{1,3}[a-z]?\.?", value)) for value in sample) >= need:
        return "number"
    if (
        sum(
            bool(
                re.fullmatch(
                    r"(?:cours|lecture|lec|class|session|aula|clase|sesión|vorlesung|séance|unit|module|lesson|l"
                    r"|day|lezione|sessione|incontro|sessão|encontro|encuentro|leçon|sitzung|termin"
                    r")[\s.#-]{0,2}\d{1,3}(?:\s?[-–]\s?\d{1,3})?|第\s?\d{1,3}\s?[回讲課课次講]|(?:제\s?)?\d{1,3}\s?(?:강|회|회차|차시)",
                    value.casefold(),
                )
            )
            for value in sample
        )
        >= need
    ):
        return "number"
    if are_codes(sample) or are_labels(sample):
        return "number"
    if len(sample) > 1 and sum(is_link_labels(value) for value in sample) >= need:
        return "links"
    if len(sample) >= 4 and sum(value.casefold() in EVENTS for value in sample) >= need:
        return "event"
    if sum(bool(re.fullmatch(r"\W?(?:19|20)\d\d\W?", value)) for value in sample) >= need:
        return "year"
    if sum(find_venue(value) is not None for value in sample) * 2 >= len(sample) and len(sample) > 1:
        return "reading"
    real = [value for value in sample if not is_placeholder(value)]
    if len(real) > 1 and sum(bool(PASSAGE.search(SECTIONS.sub("", value))) for value in real) * 10 >= len(real) * 6:
        return "reading"
    if len(real) >= 3 and sum(score_people(value) > 0.7 for value in real) * 10 >= len(real) * 8:
        return "presenter"
    return "unknown"


DOTTED_DAY: Final = lazy_regex(r"\s*(?P<first>\d{1,2})\.(?P<second>\d{1,2})\.?(?!\d)")


def are_month_first(values: Sequence[str]) -> bool:
    """Tell days in dots that begin with the month: one is proved by its day, and none speaks against it.

    >>> are_month_first(["09.13", "10.04", "11.22 (online)"]), are_month_first(["04.10", "11.10"])
    (True, False)
    """
    found = [match for value in values if (match := DOTTED_DAY.match(value))]
    days = [(int(match["first"]), int(match["second"])) for match in found]
    proved = sum(second > 12 for _, second in days)
    return proved > 1 and all(first <= 12 and second <= 31 for first, second in days)


def holds_figures(rows: Sequence[Sequence[str]], *, dated: bool = False) -> bool:
    """Tell rows of results or of shares of a mark: figures in two columns, or per cents in one, in every row.

    Where days are `dated`, figures may be days and chapters ("09.13", "2.1").

    >>> holds_figures([["Trees", "69.2", "77.7"], ["Sets", "71.3", "79.5"]]), holds_figures([["1", "Mon", "2.1-2.3"]])
    (True, False)
    """
    width = max((len(row) for row in rows), default=0)
    measured = 0
    for index in range(width):
        cells = [row[index].strip() for row in rows if index < len(row) and row[index].strip()]
        if len(cells) < 2 or 2 * len(cells) < len(rows):
            continue
        if all(SHARE_OF_MARK.fullmatch(words) for words in cells):
            return True
        if not dated and all(GRADE.fullmatch(words) for words in cells) and (set("".join(cells)) & set("F+-−–")):
            return True
        measured += all(MEASURE.fullmatch(words) for words in cells) and any(set(words) & set(".,%") for words in cells)
    return measured > 1 and not dated


GRADE: Final = lazy_regex(r"[A-F]\s?[+–−-]?")  # e.g. B+
SHARE_OF_MARK: Final = lazy_regex(r"\d{1,3}(?:[.,]\d+)?\s?%")
MEASURE: Final = lazy_regex(r"[*↑↓~≈<>±]*\d{1,4}(?:[.,]\d+)?\s?%?(?:\s?±\s?[\d.]+)?[*↑↓†‡]*")
