"""The difference of two crawls: facts that a careful reader of both would name, and nothing lost."""

from __future__ import annotations

import datetime as dt
import json

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fixture_files import Fixture, find_fixtures
from syllabus_parse import Change, Changes, Course, Link, Origin, Person, Reading, Session, Syllabus, Venue, diff, parse
from syllabus_parse.changes import count_changes
from syllabus_parse.writers.changes import write_changes

DAY = dt.date(2024, 9, 2)


def plan(*sessions: Session, readings: tuple[Reading, ...] = ()) -> Syllabus:
    return Syllabus(Origin("pipe_table"), sessions=sessions, readings=readings)


def day(number: int, title: str | None = None, *readings: Reading, **more: object) -> Session:
    return Session(DAY + dt.timedelta(number), title=title, readings=readings, **more)  # type: ignore[arg-type]


def facts(changes: Changes) -> list[str]:
    """Name the changes as a reader would: the state or the aspects, and the title now or then."""
    return [
        f"{'+'.join(change.aspects) or change.state} {title(change)}"
        for change in every(changes)
        if change.state != "same"
    ]


def every(changes: Changes) -> list[Change[Session] | Change[Reading]]:
    return [*changes.sessions, *changes.readings]


def title(change: Change[Session] | Change[Reading]) -> str | None:
    item = change.new or change.old
    assert item is not None
    return item.title


A, B, C = Reading("Join Trees"), Reading("Paxos Made Plain"), Reading("Sorting on Disks")

CASES: list[tuple[str, Syllabus, Syllabus, list[str]]] = [
    ("nothing", plan(day(0, "Heaps")), plan(day(0, "Heaps")), []),
    ("another day", plan(day(0, "Heaps")), plan(day(2, "Heaps")), ["moved Heaps"]),
    ("another time", plan(day(0, "Heaps")), plan(day(0, "Heaps", start_time=dt.time(15))), ["moved Heaps"]),
    ("other words on the day", plan(day(0, "Heaps")), plan(day(0, "Queues")), ["reworded Queues"]),
    ("words added, a day later", plan(day(0, "Heaps")), plan(day(2, "Heaps and treaps")),
     ["moved+reworded Heaps and treaps"]),
    ("a new one in between moves the rest", plan(day(0, "Heaps"), day(2, "Tries"), day(4, "Sorting")),
     plan(day(0, "Welcome"), day(2, "Heaps"), day(4, "Tries"), day(7, "Sorting")),
     ["added Welcome", "moved Heaps", "moved Tries", "moved Sorting"]),
    ("one is dropped", plan(day(0, "Heaps"), day(2, "Tries")), plan(day(2, "Tries")), ["removed Heaps"]),
    ("dropped days off are not moved ones",
     plan(day(0, "No class", kind="holiday"), day(40, "No class", kind="holiday")),
     plan(day(40, "No class", kind="holiday"), day(80, "No class", kind="holiday")),
     ["removed No class", "added No class"]),
    ("one of several presentations moves", plan(day(0, "Talks"), day(2, "Talks")),
     plan(day(0, "Talks"), day(3, "Talks")), ["moved Talks"]),
    ("a share of words is not enough for another day", plan(day(0, "Project proposal")), plan(day(9, "Project report")),
     ["added Project report", "removed Project proposal"]),
    ("punctuation and case", plan(day(0, "Heaps, again")), plan(day(3, "Heaps again")), ["moved+reworded Heaps again"]),
    ("a lecture becomes a day off", plan(day(0, "Heaps")), plan(day(0, "No class", kind="holiday")),
     ["reworded+revised No class"]),
    ("cancelled", plan(day(0, "Heaps")), plan(day(0, "Heaps", status="cancelled")), ["revised Heaps"]),
    ("a date that was open is set", plan(Session(title="Heaps", status="tbd")), plan(day(0, "Heaps")),
     ["moved+revised Heaps"]),
    ("sessions of readings alone", plan(day(0, None, A), day(2, None, B)), plan(day(2, None, A), day(4, None, B)),
     ["moved None", "moved None"]),
    ("undated ones change places", plan(Session(title="Heaps"), Session(title="Tries"), Session(title="Sorting")),
     plan(Session(title="Sorting"), Session(title="Heaps"), Session(title="Tries")), ["moved Sorting"]),
    ("undated ones are known by their number", plan(Session(number="1", title="Heaps")),
     plan(Session(number="1", title="Queues")), ["reworded Queues"]),
    ("two on one day", plan(day(0, "Heaps"), day(0, "Exercise", kind="lab")),
     plan(day(0, "Queues"), day(0, "Exercise", kind="lab")), ["reworded Queues"]),
    ("a reading goes with its session", plan(day(0, "Heaps", A)), plan(day(2, "Heaps", A)), ["moved Heaps"]),
    ("a reading goes to another session", plan(day(0, "Heaps", A), day(2, "Tries")),
     plan(day(0, "Heaps"), day(2, "Tries", A)), ["moved Join Trees"]),
    ("a reading goes to the list", plan(day(0, "Heaps", A)), plan(day(0, "Heaps"), readings=(A,)),
     ["moved Join Trees"]),
    ("the order of readings is no fact", plan(day(0, "Heaps", A, B)), plan(day(0, "Heaps", B, A)), []),
    ("a reading is exchanged", plan(day(0, "Heaps", A)), plan(day(0, "Heaps", B)),
     ["added Paxos Made Plain", "removed Join Trees"]),
    ("a reading is named otherwise", plan(day(0, "Heaps", A)), plan(day(0, "Heaps", Reading("Join Trees Revisited"))),
     ["reworded Join Trees Revisited"]),
    ("a reading known by its identifier", plan(readings=(Reading("Old words", identifiers={"doi": "10.1/x"}),)),
     plan(readings=(Reading("New title", identifiers={"doi": "10.1/x"}),)), ["reworded New title"]),
    ("a reading known by its address", plan(readings=(Reading("Old words", links=(Link("https://example.org/x"),)),)),
     plan(readings=(Reading("New title", links=(Link("https://example.org/x"),)),)), ["reworded New title"]),
    ("a venue is found", plan(readings=(A, B)), plan(readings=(attrs.evolve(A, venue=Venue("VLDB"), year=2019), B)),
     ["revised Join Trees"]),
    ("a reading that stands twice", plan(day(0, "Heaps", A), day(2, "Tries", A)),
     plan(day(0, "Heaps"), day(2, "Tries", A)), ["removed Join Trees"]),
    ("all is new", plan(), plan(day(0, "Heaps", A), readings=(C,)),
     ["added Heaps", "added Join Trees", "added Sorting on Disks"]),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_facts(old: Syllabus, new: Syllabus, expected: list[str]) -> None:
    assert sorted(facts(diff(old, new))) == sorted(expected)


def test_values_and_paths_of_a_change() -> None:
    changes = diff(plan(day(0, "Welcome"), day(2, "Heaps", A)), plan(day(3, "Heaps", A)))
    moved = next(change for change in changes.sessions if change.state == "changed")
    assert (moved.old_path, moved.new_path) == ("sessions[1]", "sessions[0]")
    assert [(field.field, field.old, field.new) for field in moved.fields] == [
        ("date", dt.date(2024, 9, 4), dt.date(2024, 9, 5))
    ]
    assert changes.readings[0].state == "same"
    assert changes.readings[0].old_path == "sessions[1].readings[0]"


def test_the_course_and_the_links_of_the_page() -> None:
    old = Syllabus(Origin("html"), Course("Algorithms", year=2023))
    new = Syllabus(Origin("html"), Course("Algorithms", year=2024), links=(Link("https://example.org/"),))
    changes = diff(old, new)
    assert [(field.field, field.old, field.new) for field in changes.page] == [
        ("course.year", 2023, 2024), ("links", (), (Link("https://example.org/"),)),
    ]  # fmt: skip
    assert not changes.is_empty


def test_what_was_removed_stands_behind_what_stood_before_it() -> None:
    changes = diff(plan(day(0, "Heaps"), day(2, "Tries"), day(4, "Sorting")), plan(day(0, "Heaps"), day(4, "Sorting")))
    assert [(change.state, title(change)) for change in changes.sessions] == [
        ("same", "Heaps"), ("removed", "Tries"), ("same", "Sorting"),
    ]  # fmt: skip


def test_json_has_plain_values() -> None:
    old = plan(day(0, "Heaps", A))
    new = plan(day(1, "Heaps", attrs.evolve(A, authors=(Person("Ada Quill"),)), start_time=dt.time(15)))
    record = json.loads(json.dumps(diff(old, new).to_dict()))
    assert record["counts"]["sessions"] == {
        "added": 0, "removed": 0, "moved": 1, "reworded": 0, "revised": 0, "same": 0,
    }  # fmt: skip
    assert record["sessions"][0]["fields"] == [
        {"field": "date", "aspect": "moved", "old": "2024-09-02", "new": "2024-09-03"},
        {"field": "start_time", "aspect": "moved", "old": None, "new": "15:00:00"},
    ]
    assert record["readings"][0]["fields"][0]["new"] == [{"name": "Ada Quill", "affiliation": None, "role": None}]


def test_text_for_people() -> None:
    old = plan(day(0, "Heaps", A, links=(Link("https://example.org/a", "slides"),)), day(2, "Tries"))
    new = plan(day(0, "Heaps", links=(Link("https://example.org/b", "slides"),)), day(3, "Tries", A))
    assert write_changes(diff(old, new), "old.md", "new.md") == (
        "old.md → new.md\n"
        "sessions: 1 moved, 1 revised\n"
        "readings: 1 moved\n"
        "\n"
        "sessions\n"
        "  revised   2024-09-02 Heaps\n"
        "            links: - slides <https://example.org/a>\n"
        "            links: + slides <https://example.org/b>\n"
        "  moved     2024-09-05 Tries\n"
        "            date: 2024-09-04 → 2024-09-05\n"
        "\n"
        "readings\n"
        "  moved     Join Trees\n"
        "            session: 2024-09-02 Heaps → 2024-09-05 Tries\n"
    )


def test_a_long_schedule_is_compared_in_no_time() -> None:
    many = [Session(title=f"Topic {number} of many", week=number) for number in range(4000)]
    changes = diff(plan(*many), plan(*reversed(many)))
    assert count_changes(changes.sessions)["same"] == 1


# Small pools, so that sessions and readings meet again on the other side.
TITLES = st.sampled_from(["Heaps", "Heaps and treaps", "Tries", "No class", "Talks", "No Class!"])
READINGS = st.builds(
    Reading,
    title=st.sampled_from(["Join Trees", "Join Trees Revisited", "Paxos", "Paxos!", ""]),
    year=st.none() | st.sampled_from([2019, 2020]),
    identifiers=st.sampled_from([{}, {}, {"doi": "10.1/x"}, {"arxiv": "1909.01315"}]),
    links=st.sampled_from([(), (Link("https://example.org/x"),), (Link(None, "pdf"),)]),
)
SESSIONS = st.builds(
    Session,
    date=st.none() | st.sampled_from([DAY, DAY + dt.timedelta(2), DAY + dt.timedelta(4)]),
    week=st.none() | st.integers(1, 3),
    number=st.none() | st.sampled_from(["1", "2"]),
    kind=st.sampled_from(["lecture", "holiday"]),
    title=st.none() | TITLES,
    readings=st.lists(READINGS, max_size=3).map(tuple),
    notes=st.sampled_from([(), ("bring a pencil",)]),
)
PLANS = st.builds(
    Syllabus,
    source=st.just(Origin("html")),
    course=st.builds(Course, year=st.sampled_from([None, 2024])),
    sessions=st.lists(SESSIONS, max_size=6).map(tuple),
    readings=st.lists(READINGS, max_size=4).map(tuple),
)


@given(PLANS)
def test_a_crawl_and_itself_do_not_differ(syllabus: Syllabus) -> None:
    changes = diff(syllabus, syllabus)
    assert changes.is_empty
    assert write_changes(changes, "a", "a").count("\n") == 3


@given(PLANS, PLANS)
def test_nothing_is_lost_and_nothing_counted_twice(old: Syllabus, new: Syllabus) -> None:
    changes = diff(old, new)
    met = every(changes)
    assert sorted(change.old_path for change in met if change.old_path) == sorted(paths(old))
    assert sorted(change.new_path for change in met if change.new_path) == sorted(paths(new))
    for change in met:
        assert (change.old is None) == (change.old_path is None) == (change.state == "added")
        assert (change.new is None) == (change.new_path is None) == (change.state == "removed")
        assert bool(change.fields) == (change.state == "changed")
    assert [change.new for change in changes.sessions if change.new] == list(new.sessions)
    json.dumps(changes.to_dict())


@given(PLANS, PLANS)
def test_the_changes_make_the_new_crawl_of_the_old_one(old: Syllabus, new: Syllabus) -> None:
    for change in diff(old, new).sessions:
        if change.old is not None and change.new is not None:
            values = {field.field: field.new for field in change.fields if field.field != "position"}
            made = attrs.evolve(change.old, readings=change.new.readings, **values)  # type: ignore[arg-type]
            assert made == change.new
    for item in diff(old, new).readings:
        if item.old is not None and item.new is not None:
            values = {field.field: field.new for field in item.fields if field.field != "session"}
            assert attrs.evolve(item.old, **values) == item.new  # type: ignore[arg-type]


def paths(syllabus: Syllabus) -> list[str]:
    found = [f"readings[{at}]" for at in range(len(syllabus.readings))]
    for at, session in enumerate(syllabus.sessions):
        found.append(f"sessions[{at}]")
        found += [f"sessions[{at}].readings[{index}]" for index in range(len(session.readings))]
    return found


@pytest.mark.parametrize("fixture", find_fixtures()[::5], ids=lambda fixture: fixture.label)
def test_a_parsed_document_and_itself_do_not_differ(fixture: Fixture) -> None:
    old, new = (parse(fixture.text, **fixture.hints) for _ in range(2))  # type: ignore[arg-type]
    assert diff(old, new).is_empty
