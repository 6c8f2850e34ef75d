"""Writers at their edges: values that rarely change, the last day of the calendar, cuts of long lists."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest

from syllabus_parse import Assignment, Link, Origin, Person, Reading, Session, Syllabus, Venue, diff, parse
from syllabus_parse.source import Source
from syllabus_parse.writers.changes import write_changes
from syllabus_parse.writers.explain import write_explanation
from syllabus_parse.writers.ics import write_ics
from syllabus_parse.writers.markdown import write_markdown
from syllabus_parse.writers.review import page
from syllabus_parse.writers.review.page import write_review
from syllabus_parse.writers.tables import split_syllabi

DAY = dt.date(2024, 9, 2)
LAST = dt.date.max


def plan(*sessions: Session, readings: tuple[Reading, ...] = ()) -> Syllabus:
    return Syllabus(Origin("pipe_table"), sessions=sessions, readings=readings)


def test_every_kind_of_value_is_told_when_it_changes() -> None:
    read = Reading("Looms That Count", venue=Venue("SOSP", "conference", "SOSP"), identifiers={"doi": "10.1/x"})
    old = Session(DAY, title="Heaps of wool", section=("Wool",), start_time=dt.time(10), readings=(read,))
    new = attrs.evolve(
        old,
        section=("Wool", "Looms"),
        start_time=dt.time(10, 30),
        presenters=(Person("Ada Gray", "MIT", "guest"), Person("Bo Hill")),
        assignments=(Assignment("Homework 1", "due", DAY), Assignment("Homework 2", "out")),
        links=(Link(None, None, "other"),),
        readings=(attrs.evolve(read, venue=Venue("OSDI", "conference", "OSDI"), identifiers={}),),
    )
    lines = [line.strip() for line in write_changes(diff(plan(old), plan(new)), "old", "new").splitlines()]
    for line in (
        "section: Wool → Wool / Looms",
        "start_time: 10:00 → 10:30",
        "presenters: + Ada Gray (MIT) (guest)",
        "presenters: + Bo Hill",
        "assignments: + Homework 1, due 2024-09-02",
        "assignments: + Homework 2, out",
        "links: + a link",
        "venue: SOSP → OSDI",
        "identifiers: doi 10.1/x → none",
    ):
        assert line in lines


def test_the_last_day_of_the_calendar_has_no_day_behind_it() -> None:
    sessions = (Session(LAST, title="The end", assignments=(Assignment("Homework 1", "due", LAST),)),)
    made = write_ics(plan(*sessions))
    assert made.count(b"DTSTART;VALUE=DATE:99991231") == 2
    assert b"DTEND" not in made
    assert write_ics(plan(Session(DAY, title="Heaps"))).count(b"DTEND;VALUE=DATE:20240903") == 1


def test_readings_of_no_section_stand_below_no_heading() -> None:
    readings = (Reading("Looms", section=("Wool",)), Reading("Knots"), Reading("Reeds"))
    shown = "".join(write_markdown(plan(readings=readings)))
    assert shown.splitlines()[2:] == ["## Wool", "", "- Looms", "", "- Knots", "- Reeds"]


def test_rows_come_in_batches_of_the_size_that_is_asked_for() -> None:
    batches = list(split_syllabi([plan(), plan(), plan()], size=2))
    assert [[row["document"] for row in batch.documents] for batch in batches] == [[1, 2], [3]]


def test_what_was_inferred_of_the_course_stands_above_the_document() -> None:
    text = "| Date | Topic |\n|---|---|\n| 9/2 | Heaps |\n| 9/9 | Treaps |\n"
    shown = write_explanation(parse(text, year=2024), Source(text), width=100)
    assert "course.year 2024 (inferred)" in shown


def test_the_page_lists_entries_up_to_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "| Date | Topic |\n|---|---|\n" + "".join(f"| 2024-09-{day:02d} | Heap {day} |\n" for day in range(1, 6))
    assert "Heap 5</" in write_review(parse(text), Source(text))
    monkeypatch.setattr(page, "MOST_ENTRIES", 3)
    assert "Heap 5</" not in write_review(parse(text), Source(text))
