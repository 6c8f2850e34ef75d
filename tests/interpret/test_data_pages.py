"""Data files of whole courses and lists: what a careful reader puts down of each, case by case."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from syllabus_parse.document import Data
from syllabus_parse.interpret.data.data import interpret_data
from syllabus_parse.interpret.records import RawReading, RawSession
from syllabus_parse.readers.data_file import read
from syllabus_parse.source import Source

CASES = json.loads(Path(__file__).with_name("data_pages.json").read_text("utf-8"))
ALL = [case for group in ("wild", "negative", "synthetic") for case in CASES[group]]


def session_facts(session: RawSession) -> dict[str, Any]:
    when = session.when
    parts = (when.year, when.month, when.day) if when is not None else ()
    return {
        "date": "-".join(str(part) for part in parts if part is not None) or None,
        "week": session.week,
        "title": "; ".join(title.plain for title in session.titles),
        "kind": session.kind,
        "section": [part.plain for part in session.section],
        "people": [person.parsed for person in session.presenters],
        "readings": [reading.title.plain for reading in session.readings],
        "links": [[link.anchor and link.anchor.href, link.text.plain if link.text else None] for link in session.links],
        "work": [each.title.plain for each in session.assignments],
    }


def reading_facts(reading: RawReading) -> dict[str, Any]:
    return {
        "title": reading.title.plain,
        "authors": [person.parsed for person in reading.authors],
        "venue": reading.venue.name if reading.venue else None,
        "year": reading.year,
        "kind": reading.kind,
    }


def pick(facts: list[dict[str, Any]], expected: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{key: each[key] for key in want} for each, want in zip(facts, expected, strict=True)]


@pytest.mark.parametrize("case", ALL, ids=[case["label"] for case in ALL])
def test_case(case: dict[str, Any]) -> None:
    block = read(Source(case["input"])).blocks[0]
    assert isinstance(block, Data)
    got = interpret_data(block.root)
    expected = case["expected"]
    if "sessions" in expected:
        assert pick([session_facts(each) for each in got.sessions], expected["sessions"]) == expected["sessions"]
    if "readings" in expected:
        assert pick([reading_facts(each) for each in got.readings], expected["readings"]) == expected["readings"]
