"""Normalizers at their edges: addresses that none can parse, words cut short, texts beyond the limits."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from urllib.parse import quote

import pytest

from syllabus_parse.normalize import addresses, date_tokens, tex
from syllabus_parse.normalize.addresses import normalize_url
from syllabus_parse.normalize.affiliations import normalize_affiliation
from syllabus_parse.normalize.date_days import Day, settle_by_weekday
from syllabus_parse.normalize.dates import find_whens, parse_whens
from syllabus_parse.normalize.identifiers_sites import parse_openreview
from syllabus_parse.normalize.name_weights import tell_word
from syllabus_parse.normalize.people import parse_people
from syllabus_parse.normalize.people_asides import PIECE_LIMIT, read_bracket
from syllabus_parse.normalize.services import service_year
from syllabus_parse.normalize.terms import parse_term, term_of
from syllabus_parse.normalize.tex import mend_tex
from syllabus_parse.normalize.text import explain_changes
from syllabus_parse.normalize.times import read_clock
from syllabus_parse.normalize.venue_unknown import cut_open_end
from syllabus_parse.normalize.venues import parse_venue

MANY = "&".join(["a=1"] * 60)
WRAP = "https://www.google.com/url?q="


def people(text: str) -> list[tuple[str, str | None, str | None]]:
    return [(one.name, one.affiliation, one.role) for one in parse_people(text).people]


def name_venue(text: str) -> str | None:
    venue = parse_venue(text)
    return None if venue is None else venue.name


def days(text: str) -> list[str]:
    return [f"{when.month}/{when.day}" for when in find_whens(text)]


CASES: list[tuple[str, Callable[[str], object], str, object]] = [
    ("an identifier by its name", parse_openreview, "OpenReview: rkT9xQzLmA", "rkT9xQzLmA"),
    ("a query of too many fields", parse_openreview, f"https://openreview.net/forum?{MANY}&id=rkT9xQzLmA", None),
    ("a redirect of too many fields", normalize_url, f"{WRAP}x&{MANY}", f"{WRAP}x&{MANY}"),
    ("a redirect", normalize_url, f"{WRAP}https://x.org/a", "https://x.org/a"),
    ("a bracket that was cut off", normalize_affiliation, "(Stanford University", "Stanford University"),
    ("two brackets, one cut off", normalize_affiliation, "((MIT) Media Lab", "(MIT) Media Lab"),
    ("dots alone are no name", tell_word, "...", "small"),
    ("a bracket too long for a place of work", lambda text: read_bracket(text * PIECE_LIMIT).what, "MIT ", "note"),
    ("a role before anybody", people, "(invited speaker) Ana Cruz", [("Ana Cruz", None, None)]),
    ("a dash with nothing behind", people, "Ana Cruz -, Bo Hill", [("Ana Cruz", None, None), ("Bo Hill", None, None)]),
    ("a place that goes on", people, "Ana Cruz (MIT), (Meta)", [("Ana Cruz", "MIT, Meta", None)]),
    ("two signs in a row", people, "Ana Cruz + + Bo Hill", [("Ana Cruz", None, None), ("Bo Hill", None, None)]),
    (
        "an address that can't be split",
        lambda url: service_year([url, "https://www.gradescope.com/1"]),
        "https://[x/",
        (2014, "gradescope.com"),
    ),
    ("a term at the head of much text", parse_term, "Fall 2023 " + "x" * 500, ("autumn", 2023)),
    ("a term behind too much text", parse_term, "x" * 500 + " Fall 2023", (None, None)),
    ("words are no time", read_clock, "soon", None),
    ("a formula that isn't closed", mend_tex, r"$\frac{a$ and b", r"$\frac{a$ and b"),
    ("a formula", mend_tex, r"$\frac{a}{b}$ and c", "a/b and c"),
    ("styles within styles", mend_tex, r"\emph{" * 7 + "x" + "}" * 7, "x"),
    ("entities of entities", explain_changes, "&amp;amp;lt;", ("<", ("entities",))),
    ("brackets and nothing else", cut_open_end, "](", ""),
    ("the second half of an academic year that ends a century", parse_term, "Spring 1999-00", ("spring", 2000)),
    ("a volume is no publisher", name_venue, "Annals of Looms: 12", "Annals of Looms"),
    ("many speakers, one role each", people, "Guest speakers: Ana Cruz", [("Ana Cruz", None, "guest speaker")]),
    (
        "an institution joined to the next person",
        people,
        "Jane Doe, MIT and John Roe, NYU and Jim Lee",
        [("Jane Doe", "MIT", None), ("John Roe", "NYU", None), ("Jim Lee", None, None)],
    ),
    (
        "an institution with an and in its name",
        people,
        "Jane Doe, College of William and Mary, Jim Lee",
        [("Jane Doe", "College of William and Mary", None), ("Jim Lee", None, None)],
    ),
    ("a title before a name turned round", people, "Dr. Cruz, A. B.", [("A. B. Cruz", None, None)]),
    ("a role with its article", people, "Ana Cruz (the host)", [("Ana Cruz", None, "host")]),
    ("dates on two lines are two", days, "Oct 3 -\nOct 10", ["10/3", "10/10"]),
]


@pytest.mark.parametrize(("read", "text", "expected"), [pytest.param(*case[1:], id=case[0]) for case in CASES])
def test_case(read: Callable[[str], object], text: str, expected: object) -> None:
    assert read(text) == expected


def test_redirects_within_redirects_are_followed_as_far_as_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    inner = "https://x.org/a.pdf"
    wrapped = [inner := WRAP + quote(inner, safe="") for _ in range(3)]
    assert normalize_url(wrapped[-1]) == "https://x.org/a.pdf"
    monkeypatch.setattr(addresses, "WRAPPERS", 2)
    assert normalize_url(wrapped[-1]) == wrapped[0]


def test_no_dates_no_term() -> None:
    assert term_of([]) is None
    assert term_of([dt.date(2024, 1, 16), dt.date(2024, 4, 30)]) == "spring"


def test_a_weekday_settles_no_order_without_a_year() -> None:
    day = Day(None, 5, 3, numeric=True)
    assert settle_by_weekday(day, 1) is day


def test_a_formula_that_the_library_cannot_read_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> object:
        raise ValueError

    monkeypatch.setattr(tex, "_printer", fail)
    assert mend_tex(r"$\sqrt{unread}$ looms") == r"$\sqrt{unread}$ looms"


def test_the_memory_of_words_is_emptied_when_it_is_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(date_tokens, "MOST", 3)
    letters, numbers = date_tokens.Letters(), date_tokens.Numbers()
    words = ("Oct", "3", "Nov", "10", "12")
    assert [letters[word] for word in words] == [date_tokens.PLAIN[word] for word in words]
    assert [numbers[word] for word in words] == [date_tokens.Numbers()[word] for word in words]
    assert len(letters) == len(numbers) == 2
    assert [when.day for when in parse_whens("Oct 3, Oct 10, Oct 12")] == [3, 10, 12]
