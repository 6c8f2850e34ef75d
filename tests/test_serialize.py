"""The model to plain values and back loses nothing; what is no record is refused with its place."""

from __future__ import annotations

import datetime as dt
import json
import math

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from syllabus_parse import RecordError, Span, Syllabus, from_dict, to_dict
from syllabus_parse.diagnostic_codes import CODES
from syllabus_parse.diagnostics import Diagnostic
from syllabus_parse.model import Assignment, Course, Link, Origin, Person, Reading, Session, Venue
from syllabus_parse.serialize.choices import (
    EVENTS,
    LINK_KINDS,
    READING_KINDS,
    REQUIREMENTS,
    SESSION_KINDS,
    STATUSES,
    TERMS,
    VENUE_KINDS,
)

words = st.text(max_size=12)
maybe_words = st.none() | words
several_words = st.lists(words, max_size=2).map(tuple)
spans = st.dictionaries(words, st.builds(Span, st.integers(0, 9), st.integers(9, 99)), max_size=2)
raw = st.dictionaries(words, words, max_size=2)
rules = st.dictionaries(words, several_words, max_size=2)
years = st.none() | st.integers(1000, 2999)
dates = st.none() | st.dates()
times = st.none() | st.times()


def tuples(items: st.SearchStrategy[object], most: int = 2) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(items, max_size=most).map(tuple)


people = st.builds(Person, words, maybe_words, maybe_words, spans)
venues = st.builds(Venue, words, st.sampled_from(VENUE_KINDS), words, spans)
links = st.builds(Link, maybe_words, maybe_words, st.sampled_from(LINK_KINDS), spans)
assignments = st.builds(Assignment, words, st.sampled_from(EVENTS), dates, tuples(links), spans, raw, rules)
readings = st.builds(
    Reading, words, maybe_words, tuples(people), st.none() | venues, years, st.none() | st.sampled_from(REQUIREMENTS),
    st.sampled_from(READING_KINDS), several_words, tuples(links), raw, several_words, several_words, spans, raw,
    rules,
)  # fmt: skip
sessions = st.builds(
    Session, dates, dates, times, times, st.none() | st.integers(0, 60), maybe_words, st.sampled_from(SESSION_KINDS),
    st.sampled_from(STATUSES), maybe_words, several_words, tuples(people), maybe_words, tuples(readings, 1),
    tuples(assignments, 1), tuples(links, 1), several_words, spans, raw, rules,
)  # fmt: skip
courses = st.builds(
    Course, maybe_words, maybe_words, maybe_words, st.none() | st.sampled_from(TERMS), years, spans, raw, rules
)
diagnostics = st.builds(
    Diagnostic, st.sampled_from([entry.code for entry in CODES]), st.sampled_from(("info", "warning", "error")), words,
    st.none() | st.builds(Span, st.integers(0, 9), st.integers(9, 99)),
)  # fmt: skip
syllabi = st.builds(
    Syllabus, st.builds(Origin, words, maybe_words, st.just("utf-8"), st.just("")), courses, tuples(sessions),
    tuples(readings, 1), tuples(links, 1), st.just({"read": 3}), tuples(diagnostics),
)  # fmt: skip


@given(syllabi)
def test_round_trip_loses_nothing(syllabus: Syllabus) -> None:
    again = from_dict(to_dict(syllabus))
    assert again == syllabus
    # `==` passes over places, raw words and diagnostics; here nothing is passed over.
    assert attrs.asdict(again) == attrs.asdict(syllabus)


@given(syllabi)
def test_round_trip_through_json_loses_nothing(syllabus: Syllabus) -> None:
    again = from_dict(json.loads(json.dumps(to_dict(syllabus))))
    assert attrs.asdict(again) == attrs.asdict(syllabus)


def test_methods_of_the_model_do_the_same() -> None:
    syllabus = Syllabus(Origin("html"), sessions=(Session(dt.date(2024, 2, 29), title="Leap"),))
    assert syllabus.to_dict() == to_dict(syllabus)
    assert Syllabus.from_dict(syllabus.to_dict()) == syllabus


def test_forms_of_the_values() -> None:
    session = Session(
        dt.date(2024, 2, 29), start_time=dt.time(9, 5), end_time=dt.time(10, 0, 30), spans={"date": Span(4, 9)},
        raw={"date": "2/29"},
    )  # fmt: skip
    record = to_dict(Syllabus(Origin("html"), sessions=(session,)))["sessions"][0]  # type: ignore[index]
    assert record["date"] == "2024-02-29"
    assert (record["start_time"], record["end_time"]) == ("09:05", "10:00:30")
    assert record["spans"] == {"date": [4, 9]}
    assert record["raw"] == {"date": "2/29"}
    assert record["location"] is None


def test_a_record_with_few_keys_takes_the_defaults() -> None:
    syllabus = from_dict({"source": {"dialect": "html"}, "sessions": [{}], "readings": [{"title": "A", "venue": None}]})
    assert syllabus.sessions == (Session(),)
    assert syllabus.readings == (Reading("A"),)
    assert syllabus.source.encoding == "utf-8"


def test_keys_of_a_later_version_are_passed_over() -> None:
    assert from_dict({"source": {"dialect": "html", "colour": 3}, "mood": []}) == Syllabus(Origin("html"))


SOURCE = {"dialect": "html"}
WRONG: list[tuple[object, str]] = [
    ([], "$: an object was expected, not a list"),
    (None, "$: an object was expected, not null"),
    ({}, "$.source: an object was expected; nothing is there"),
    ({"source": {}}, "$.source.dialect: a text was expected; nothing is there"),
    ({"source": {"dialect": 3}}, "$.source.dialect: a text was expected, not the number 3"),
    ({"source": SOURCE, "schema_version": 2}, "$.schema_version: version 1 was expected, not 2"),
    ({"source": SOURCE, "sessions": {}}, "$.sessions: a list was expected, not an object"),
    ({"source": SOURCE, "sessions": [{}, 7]}, "$.sessions[1]: an object was expected, not the number 7"),
    ({"source": SOURCE, "sessions": [{"date": "2024-2-9"}]},
     "$.sessions[0].date: a date like '2024-09-02' was expected, not the text '2024-2-9'"),
    ({"source": SOURCE, "sessions": [{"date": "2023-02-29"}]},
     "$.sessions[0].date: a date like '2024-09-02' was expected, not the text '2023-02-29'"),
    ({"source": SOURCE, "sessions": [{"date": "20240902"}]},
     "$.sessions[0].date: a date like '2024-09-02' was expected, not the text '20240902'"),
    ({"source": SOURCE, "sessions": [{"start_time": "9 am"}]},
     "$.sessions[0].start_time: a time like '15:00' was expected, not the text '9 am'"),
    ({"source": SOURCE, "sessions": [{"kind": "party"}]},
     f"$.sessions[0].kind: one of {', '.join(SESSION_KINDS)} was expected, not the text 'party'"),
    ({"source": SOURCE, "sessions": [{"readings": [{"title": "A", "authors": [{"name": None}]}]}]},
     "$.sessions[0].readings[0].authors[0].name: a text was expected; nothing is there"),
    ({"source": SOURCE, "readings": [{"title": "A", "year": True}]},
     "$.readings[0].year: a whole number was expected, not true"),
    ({"source": SOURCE, "readings": [{"title": "A", "year": math.pi}]},
     "$.readings[0].year: a whole number was expected, not the number 3.141592653589793"),
    ({"source": SOURCE, "readings": [{"title": "A", "notes": ["n", 1]}]},
     "$.readings[0].notes[1]: a text was expected, not the number 1"),
    ({"source": SOURCE, "readings": [{"title": "A", "notes": "n"}]},
     "$.readings[0].notes: a list was expected, not the text 'n'"),
    ({"source": SOURCE, "readings": [{"title": "A", "identifiers": {"doi": 10}}]},
     "$.readings[0].identifiers.doi: a text was expected, not the number 10"),
    ({"source": SOURCE, "readings": [{"title": "A", "venue": "CHI"}]},
     "$.readings[0].venue: an object was expected, not the text 'CHI'"),
    ({"source": SOURCE, "readings": [{"title": "A", "spans": {"title": [9, 3]}}]},
     "$.readings[0].spans.title: two offsets like [120, 164] were expected, not a list"),
    ({"source": SOURCE, "diagnostics": [{"code": "SP301", "message": "m", "span": [1]}]},
     "$.diagnostics[0].span: two offsets like [120, 164] were expected, not a list"),
    ({"source": SOURCE, "coverage": {1, 2}}, "$.coverage: an object was expected, not a set"),
]  # fmt: skip


@pytest.mark.parametrize(("record", "message"), WRONG, ids=[message.split(":")[0] for _, message in WRONG])
def test_wrong_shapes_are_refused_with_their_place(record: object, message: str) -> None:
    with pytest.raises(RecordError) as caught:
        from_dict(record)  # type: ignore[arg-type]
    assert str(caught.value) == message
