"""What a reader of schedules takes from the words of one topic and of one line of homework, case by case."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syllabus_parse.interpret.records import RawSession
from syllabus_parse.interpret.sessions.deadlines import read_assignments, take_deadlines
from syllabus_parse.interpret.sessions.event_pieces import split_events
from syllabus_parse.interpret.sessions.topics import read_topic
from syllabus_parse.readers.inline import read_inline

TOPICS = json.loads(Path(__file__).with_name("topics.json").read_text("utf-8"))
WORK = json.loads(Path(__file__).with_name("deadlines.json").read_text("utf-8"))
GROUPS = ("wild", "negative", "synthetic")


def cases(table: dict[str, list[dict[str, Any]]], groups: tuple[str, ...] = GROUPS) -> list[Any]:
    return [pytest.param(case, id=case["label"]) for group in groups for case in table[group]]


def list_work(session: RawSession) -> list[list[Any]]:
    return [
        [
            made.title.plain,
            made.event,
            f"{made.when.month}/{made.when.day}" if made.when is not None and made.when.day else None,
        ]
        for made in session.assignments
    ]


def read(text: str) -> dict[str, Any]:
    session = RawSession()
    read_topic(read_inline(text), session)
    return {
        "title": "; ".join(" ".join(title.plain.split()) for title in session.titles) or None,
        "kind": session.kind,
        "number": session.number,
        "status": session.status,
        "presenters": [
            person.parsed + (f" @ {person.affiliation}" if person.affiliation else "") for person in session.presenters
        ],
        "notes": [" ".join(note.plain.split()) for note in session.notes],
        "location": session.location.plain if session.location else None,
        "readings": [reading.title.plain for reading in session.readings],
        "links": [link.anchor.href if link.anchor else None for link in session.links],
        "assignments": list_work(session),
    }


@pytest.mark.parametrize("case", cases(TOPICS))
def test_topic(case: dict[str, Any]) -> None:
    got = read(case["input"])
    assert {key: got[key] for key in case["expected"]} == case["expected"]


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize("case", cases(TOPICS, ("known_failures",)))
def test_topic_known_failure(case: dict[str, Any]) -> None:
    got = read(case["input"])
    assert {key: got[key] for key in case["expected"]} == case["expected"]


@pytest.mark.parametrize("case", cases(WORK))
def test_homework(case: dict[str, Any]) -> None:
    session = RawSession()
    read_assignments(read_inline(case["input"]), session, event=case.get("event", "out"))
    assert list_work(session) == case["expected"]


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize("case", cases(WORK, ("known_failures",)))
def test_homework_known_failure(case: dict[str, Any]) -> None:
    session = RawSession()
    read_assignments(read_inline(case["input"]), session, event=case.get("event", "out"))
    assert list_work(session) == case["expected"]


WORDS = st.sampled_from(
    """Guest lecture guest: by (Ada Byron) Presenter: CANCELLED - due HW3 9/8 out; . Lecture 5: L1 Lab TBD no **b**
    [x](y.pdf) 日本 ß 1. ) ( : 11:59pm <br> and , Quiz""".split()  # noqa: SIM905
)


@given(st.lists(WORDS, max_size=12).map(" ".join) | st.text(max_size=60))
def test_topic_never_raises_and_stays_in_its_place(text: str) -> None:
    inline = read_inline(text)
    session = RawSession()
    read_topic(inline, session)
    held = [*session.titles, *session.notes, *(made.title for made in session.assignments)]
    held += [person.name for person in session.presenters]
    for piece in held:
        for run in piece.runs:
            assert 0 <= run.span.start <= run.span.end <= len(text)


@given(st.lists(WORDS, max_size=12).map(" ".join))
def test_homework_in_a_topic_loses_no_word(text: str) -> None:
    inline = read_inline(text)
    pieces = split_events(inline)
    letters = [character for piece in pieces for character in piece.plain if character.isdigit()]
    assert letters == [character for character in inline.plain if character.isdigit()]
    session = RawSession()
    left = take_deadlines(inline, session)
    assert inline.plain.startswith(left.plain)
    assert left is inline or session.assignments or left.plain == inline.plain
