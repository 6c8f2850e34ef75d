"""What the markup of a page says beside its words: classes, badges, times, works told to machines."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from syllabus_parse import Reading, Session, parse

SETS: dict[str, list[dict[str, Any]]] = json.loads(Path(__file__).with_name("markup.json").read_text("utf-8"))
CASES = [pytest.param(case, id=case["label"]) for name in ("wild", "negative", "synthetic") for case in SETS[name]]


def write_session(session: Session) -> dict[str, object]:
    return {
        "date": session.date and session.date.isoformat(),
        "end_date": session.end_date and session.end_date.isoformat(),
        "title": session.title,
        "kind": session.kind,
    }


def write_reading(reading: Reading) -> dict[str, object]:
    return {
        "title": reading.title,
        "authors": [person.name for person in reading.authors],
        "venue": reading.venue.name if reading.venue else None,
        "year": reading.year,
        "links": [link.url for link in reading.links],
    }


@pytest.mark.parametrize("case", CASES)
def test_case(case: dict[str, Any]) -> None:
    syllabus = parse(case["input"])
    expected = case["expected"]
    assert len(syllabus.sessions) == len(expected.get("sessions", []))
    for session, wanted in zip(syllabus.sessions, expected.get("sessions", []), strict=True):
        got = write_session(session)
        assert {key: got[key] for key in wanted} == wanted
    assert len(syllabus.readings) == len(expected.get("readings", []))
    for reading, wanted in zip(syllabus.readings, expected.get("readings", []), strict=True):
        got = write_reading(reading)
        assert {key: got[key] for key in wanted} == wanted
