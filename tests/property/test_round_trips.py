"""Writers and strategies: what is written in a dialect is read again, with every noise that the strategies know."""

from __future__ import annotations

import datetime as dt
import os

import attrs
import pytest
from hypothesis import find, given, settings
from hypothesis import strategies as st

from fixture_files import Fixture, find_fixtures
from syllabus_parse import (
    EXPRESSIBLE,
    Assignment,
    Course,
    InputTypeError,
    Layout,
    Link,
    Origin,
    Person,
    Reading,
    Session,
    Syllabus,
    UnknownDialectError,
    Venue,
    expressible,
    facts,
    parse,
    render,
)
from syllabus_parse.rendering.layout import NOISE
from syllabus_parse.rendering.org import print_org
from syllabus_parse.rendering.table_shape import shape_table
from syllabus_parse.strategies import documents, syllabi
from syllabus_parse.strategies.documents import layouts

DIALECTS = tuple(EXPRESSIBLE)
DEEP = settings.get_current_profile_name() == "deep"
ROUNDS = int(os.environ.get("ROUNDS", "100000" if DEEP else "2000"))
"""Documents drawn for each dialect; as many as there is time for: ROUNDS=5000 HYPOTHESIS_PROFILE=deep pytest …"""
Drawn = tuple[str, Syllabus]


@pytest.mark.no_cover  # to count branches takes as long as the test, and the others below take the same ones
@pytest.mark.parametrize("dialect", DIALECTS)
def test_a_document_says_what_it_was_written_from(dialect: str) -> None:
    @settings(max_examples=ROUNDS)
    @given(documents(dialect))
    def check(drawn: Drawn) -> None:
        text, expected = drawn
        assert facts(parse(text, dialect=dialect)) == facts(expected), text

    check()


@pytest.mark.parametrize("dialect", DIALECTS)
def test_what_a_dialect_can_not_say_is_left_out_and_nothing_else(dialect: str) -> None:
    @settings(max_examples=ROUNDS // 20)
    @given(syllabi(accents=True, signs=True))
    def check(whole: Syllabus) -> None:
        expected = expressible(whole, dialect)
        assert expressible(expected, dialect) == expected
        if expected.sessions or expected.readings:
            assert facts(parse(render(whole, dialect), dialect=dialect)) == facts(expected)

    check()


@settings(max_examples=ROUNDS // 20)
@given(documents("rst"), layouts())
def test_a_table_of_org_says_what_it_was_written_from(drawn: Drawn, layout: Layout) -> None:
    _, whole = drawn
    text = print_org(shape_table(whole, layout), layout)
    assert facts(parse(text, dialect="org")) == facts(whole), text


@pytest.mark.parametrize("dialect", DIALECTS)
def test_what_was_read_is_written_and_read_the_same(dialect: str) -> None:
    @settings(max_examples=ROUNDS // 40)
    @given(documents(dialect))
    def check(drawn: Drawn) -> None:
        first = parse(drawn[0], dialect=dialect)
        assert facts(parse(render(first, dialect), dialect=dialect)) == facts(first)

    check()


# What is told by more than words of its own: a group's name above the page, a repository's name without a heading.
TOLD_AROUND = {
    ("date_list/readinggroup", "date_list"), ("date_list/security", "row_dump"), ("date_list/security", "org"),
}  # fmt: skip


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("fixture", find_fixtures(), ids=lambda fixture: str(fixture.label))
def test_a_page_is_carried_into_every_dialect(fixture: Fixture, dialect: str) -> None:
    page = parse(fixture.text, **fixture.hints)  # type: ignore[arg-type]
    expected = expressible(page, dialect)
    if not expected.sessions and not expected.readings:
        return
    again = facts(parse(render(page, dialect), dialect=dialect))
    assert (again == facts(expected)) == ((fixture.label, dialect) not in TOLD_AROUND)


KETTLES = Reading(
    "Quiet Kettles", short_name="Kettles", authors=(Person("Bo Brandt", "Bell Tower Labs"),),
    venue=Venue("SOSP", "conference"), year=2009, requirement="required",
    links=(Link("https://arxiv.org/abs/0901.1000", "Kettles", "arxiv"),),
    identifiers={"arxiv": "0901.1000"}, tags=("best paper",), notes=("read with care",),
)  # fmt: skip
WHOLE = Syllabus(
    Origin("yaml"),
    Course("Systems Security", "CS 7180", "Lakeside University", "autumn", 2023),
    sessions=(
        Session(
            date=dt.date(2023, 9, 14), end_date=dt.date(2023, 9, 15), start_time=dt.time(9), end_time=dt.time(11),
            week=3, number="4", kind="lab", title="Trees", section=("Part I: Keeping", "Module 2: Finding"),
            presenters=(Person("Ann Lee", "Lakeside University"),), location="Hall 7",
            readings=(KETTLES,),
            assignments=(Assignment("Homework 1", "due", dt.date(2023, 9, 20), (Link("hw/1.pdf", "pdf", "pdf"),)),),
            links=(Link("slides/4.pdf", "slides", "slides"),), notes=("bring a laptop",),
        ),
        Session(title="Roofs", number="5", status="tbd"),
    ),
    readings=(KETTLES,),
    links=(Link("https://example.org/forum", "forum", "page"),),
)  # fmt: skip
"""A syllabus with every field that any dialect can say."""


@pytest.mark.parametrize("dialect", DIALECTS)
def test_the_list_of_fields_is_what_is_kept(dialect: str) -> None:
    assert list_fields(expressible(WHOLE, dialect)) == frozenset(EXPRESSIBLE[dialect]) - UNSEEN


UNSEEN = {"session.status=cancelled", "reading.kind", "course.year of the code"}
"""What `WHOLE` has no example of: a cancelled session, a kind of reading that is no paper, a code with its year."""


def list_fields(syllabus: Syllabus) -> frozenset[str]:
    """List the fields that are filled, by the names of `EXPRESSIBLE`."""
    kept = facts(syllabus)
    out = {f"course.{name}" for name in kept.get("course", ())}  # type: ignore[attr-defined]
    out |= {name for name in ("readings", "links") if kept.get(name)}
    readings = [*syllabus.readings]
    for session in syllabus.sessions:
        readings += session.readings
        out |= {f"session.{name}" for name in facts_of(session)}
        for work in session.assignments:
            out |= {"assignment.title", "assignment.event"}
            out |= {"assignment.date"} if work.date != session.date else set()
            out |= {"assignment.links"} if work.links else set()
        out |= {"person.affiliation of presenters"} if any(one.affiliation for one in session.presenters) else set()
        out |= {"person.name"} if session.presenters else set()
        out |= {"link.url", "link.text"} if session.links else set()
    for reading in readings:
        out |= {f"reading.{name}" for name in facts_of(reading)}
        out |= {"person.affiliation of authors"} if any(one.affiliation for one in reading.authors) else set()
        out |= {"person.name"} if reading.authors else set()
        out |= {"link.url", "link.text"} if reading.links else set()
    return frozenset(out)


def facts_of(one: Session | Reading) -> set[str]:
    """List the filled fields of a session or reading; a field with one value, or one part, by that."""
    names = {field.name for field in attrs.fields(type(one))} - {"spans", "raw", "inferred"}
    filled = {name for name in names if getattr(one, name) not in (None, "", (), {})}
    if isinstance(one, Reading):
        return filled - {"kind"}
    filled -= {"status", "kind", "section"}
    filled |= {"status=tbd"} if one.status == "tbd" else set()
    filled |= {"kind"} if one.kind != "lecture" else set()
    return filled | ({"section"} if len(one.section) > 1 else {"section[-1]"} if one.section else set())


@pytest.mark.parametrize("dialect", DIALECTS)
def test_signs_of_a_markup_stay_words(dialect: str) -> None:
    signs = (
        "a | b", "*a* b", "_a_ b_c", "`a` b", "[a](b) c", "<b>a</b> c", "a & b", "# a", "1. a", "~~a~~ b", "{{ a }} b",
    )  # fmt: skip
    for sign in signs:
        title = f"Trees {sign} and Roofs"
        one = Reading(title, venue=Venue("SOSP", "conference"), year=2009)
        session = Session(dt.date(2023, 9, 14), title="Trees", readings=(one,))
        course = Course(term="autumn", year=2023)
        whole = Syllabus(Origin("yaml"), course, (session,), () if dialect != "venue_list" else (one,))
        again = parse(render(whole, dialect), dialect=dialect)
        (reading,) = again.readings or again.sessions[0].readings
        # Braces of TeX are no part of a title, and no cell of a dump holds a bar.
        expected = title.replace(" |", "") if dialect == "row_dump" else title
        assert reading.title == expected.replace("{{ a }}", "a") or "{{" in sign, (sign, reading.title)


WORDS = st.text(max_size=20)


@given(WORDS, WORDS, WORDS, st.sampled_from(DIALECTS), st.booleans())
def test_every_syllabus_can_be_written(title: str, name: str, url: str, dialect: str, noisy: bool) -> None:
    reading = Reading(title, authors=(Person(name, title),), venue=Venue(name), links=(Link(url, title),))
    session = Session(
        dt.date(2023, 9, 14), title=title, section=(name,), presenters=(Person(name),), readings=(reading,)
    )
    whole = Syllabus(Origin("yaml"), Course(title, name, url), (session, Session()), (reading,), (Link(url, None),))
    layout = Layout(ragged=noisy, bare=noisy, tabs=noisy, blank_rows=noisy, wrapped=noisy, quirks=noisy)
    text = render(whole, dialect, layout=layout)
    parse(text, dialect=dialect, _debug=True)


TREES = Session(dt.date(2012, 2, 1), title="Trees", section=("Part I: Keeping",))
FOUND = (
    # A section above two columns: without outer pipes its row has no pipe at all, and was written as a line of text.
    ("pipe_table", Layout(bare=True), (TREES,)),
    # "Lecture 3 (2/3): Trees" names a day as "Lecture 2 (1/24): Trees" does, and was taken for two thirds.
    (
        "jekyll",
        Layout(dates="numbers"),
        tuple(attrs.evolve(TREES, date=dt.date(2012, 2, day), number=str(day), section=()) for day in (1, 2, 3, 9)),
    ),
    # The one heading of a file is a meeting's, and was taken for the name of the course.
    ("org", Layout(dates="with_year", language="es"), (attrs.evolve(TREES, kind="guest", section=()),)),
)
"""What the long search found (fuzz/round_trips.py), made small."""


@pytest.mark.parametrize(("dialect", "layout", "sessions"), FOUND, ids=[dialect for dialect, *_ in FOUND])
def test_what_was_found_stays_mended(dialect: str, layout: Layout, sessions: tuple[Session, ...]) -> None:
    whole = Syllabus(Origin(dialect), Course(term="spring", year=2012), sessions)
    text = render(whole, dialect, layout=layout)
    assert facts(parse(text, dialect=dialect)) == facts(whole), text


def test_wrong_calls_say_what_is_wrong() -> None:
    whole = Syllabus(Origin("html"))
    with pytest.raises(UnknownDialectError, match="pipe_table"):
        render(whole, "docx")
    with pytest.raises(InputTypeError, match="takes a Syllabus"):
        render("text", "html")  # type: ignore[arg-type]
    with pytest.raises(InputTypeError, match="`dates` must be one of iso"):
        Layout(dates="roman")  # type: ignore[arg-type]
    with pytest.raises(InputTypeError, match="no such noise: rain"):
        documents("html", noise=["rain"])
    with pytest.raises(UnknownDialectError, match="no strategy"):
        documents("docx")


def test_the_simplest_document_is_one_that_a_person_reads_at_a_glance() -> None:
    plain = settings(database=None, derandomize=True, max_examples=2_000)
    text, _ = find(documents("pipe_table"), lambda drawn: len(drawn[1].sessions) == 2, settings=plain)
    assert text == "# Fall 2012\n\n| Date | Topic |\n| --- | --- |\n| 2012-09-02 | Trees |\n| 2012-09-03 | Trees |\n"


RICH = attrs.evolve(
    WHOLE,
    sessions=(
        *WHOLE.sessions,
        Session(
            dt.date(2023, 9, 21), title="Roofs and Gutters", presenters=(Person("Bo Brandt"),),
            readings=(Reading("Counting Pigeons from Moving Trains", authors=(Person("Ann Lee"),)),),
        ),
        Session(dt.date(2023, 9, 28), title="Kettles"),
    ),
)  # fmt: skip


@pytest.mark.parametrize("switch", sorted({*NOISE} - {"mojibake"}))
def test_every_noise_changes_some_document(switch: str) -> None:
    """A switch that nothing obeys would make a test of a parser look better than it is."""
    noisy = attrs.evolve(Layout(), **{switch: True})  # type: ignore[arg-type]
    assert any(render(RICH, dialect, layout=noisy) != render(RICH, dialect) for dialect in DIALECTS)


@pytest.mark.parametrize(
    ("noise", "mark"),
    [
        (["mojibake", "accents"], "Ã"), (["dates"], "Sep 2<"), (["languages"], "Thema"), (["citations"], ", by "),
        (["signs"], "&amp;"),
    ],
)  # fmt: skip
def test_the_noise_of_words_is_drawn(noise: list[str], mark: str) -> None:
    plain = settings(database=None, derandomize=True, max_examples=1_000)
    text, _ = find(documents("html", noise=noise), lambda drawn: mark in drawn[0], settings=plain)
    assert mark in text
