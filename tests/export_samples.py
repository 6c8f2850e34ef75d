"""Syllabi that the tests of the exports write: the fixtures, parsed, and one with all that hurts a format."""

from __future__ import annotations

import datetime as dt
from functools import cache

from fixture_files import find_fixtures
from syllabus_parse import Assignment, Course, Link, Origin, Person, Reading, Session, Syllabus, Venue, parse

# Ends of lines, separators, quotes, markup, formulas, other scripts, marks that turn the direction, an astral letter.
NASTY = "x, y; z: \"q\" 'p' \\ {b} [l](u) |c| <b>&amp; $5 50% #1 a_b ^ ~ @w\r\nline\ttab Ωμέγα 多 \u202e🎓"
FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1", "'=1", "'", "", "|calc", "%1", "''=x")


@cache
def parse_fixtures() -> tuple[Syllabus, ...]:
    return tuple(parse(one.text, year=one.hints.get("year")) for one in find_fixtures())  # type: ignore[arg-type]


NASTY_READING = Reading(
    NASTY,
    short_name="=nasty",
    authors=(Person(NASTY, NASTY, NASTY), Person("Ada, B and C"), Person("Zoë van der Berg Jr.")),
    venue=Venue(NASTY, "journal", NASTY),
    year=2019,
    requirement="optional",
    section=(NASTY, "="),
    links=(Link("https://example.org/a b{c}?d=%20&e", NASTY, "pdf"), Link(None, "lost")),
    identifiers={"doi": "10.1/x{y}_z", "arxiv": "1909.01315"},
    tags=(NASTY,),
    notes=(NASTY,),
)
NASTY_SYLLABUS = Syllabus(
    Origin("html", "https://example.org/ü?a=b", "utf-8", ""),
    Course(NASTY, "=CS 1", "École", "autumn", 2019),
    sessions=(
        Session(
            dt.date(2019, 9, 3), None, dt.time(15), dt.time(16, 20), 1, "L1", "lecture", "scheduled", NASTY,
            (NASTY,), (Person(NASTY, "X"),), NASTY, (NASTY_READING,),
            (Assignment(NASTY, "due", dt.date(2019, 9, 10), (Link("https://example.org/hw", NASTY),)),),
            (Link("javascript:alert(1)", NASTY),), (NASTY, "- list"),
        ),
        Session(dt.date(2019, 10, 7), dt.date(2019, 10, 9), kind="holiday", title="Break"),
        Session(status="tbd", title="Later", week=7),
        Session(dt.date(2019, 11, 4), kind="exam", status="cancelled"),
    ),
    readings=(NASTY_READING, *(Reading(words, section=(words,)) for words in FORMULAS)),
    links=(Link("https://example.org", None),),
)  # fmt: skip


def all_samples() -> list[Syllabus]:
    return [*parse_fixtures(), NASTY_SYLLABUS, parse("")]
