"""Small pages in every format: what a careful reader puts down of their sessions."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from syllabus_parse import Reading, Session, parse

FILES = ("formats.json", "flattened.json")
SETS: list[dict[str, list[dict[str, Any]]]] = [
    json.loads(Path(__file__).with_name(name).read_text("utf-8")) for name in FILES
]
CASES = [
    pytest.param(case, id=case["label"])
    for held in SETS
    for name in ("wild", "negative", "synthetic")
    for case in held[name]
]


def _name(reading: Reading) -> str:
    return f"{reading.title} ({reading.requirement})" if reading.requirement else reading.title


def write_down(session: Session) -> dict[str, object]:
    return {
        "date": session.date and session.date.isoformat(),
        "week": session.week,
        "number": session.number,
        "title": session.title,
        "kind": session.kind,
        "section": list(session.section),
        "presenters": [person.name for person in session.presenters],
        "readings": [_name(one) for one in session.readings],
        "notes": list(session.notes),
        "assignments": [[one.title, one.event, one.date and one.date.isoformat()] for one in session.assignments],
    }


@pytest.mark.parametrize("case", CASES)
def test_case(case: dict[str, Any]) -> None:
    syllabus = parse(case["input"], year=case.get("year"))
    got = [write_down(session) for session in syllabus.sessions]
    wanted = case["expected"]["sessions"]
    assert len(got) == len(wanted)
    for session, want in zip(got, wanted, strict=True):
        assert {key: session[key] for key in want} == want
    course = case["expected"].get("course", {})
    assert {key: getattr(syllabus.course, key) for key in course} == course
    if "readings" in case["expected"]:
        assert [_name(one) for one in syllabus.readings] == case["expected"]["readings"]
