"""Works whose links stand below their titles behind labels."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from syllabus_parse import Reading, parse

SETS: dict[str, list[dict[str, Any]]] = json.loads(Path(__file__).with_name("labelled.json").read_text("utf-8"))
CASES = [pytest.param(case, id=case["label"]) for name in ("wild", "negative", "synthetic") for case in SETS[name]]


def write_down(reading: Reading, keys: list[str]) -> dict[str, object]:
    every: dict[str, object] = {
        "title": reading.title,
        "venue": reading.venue.name if reading.venue else None,
        "year": reading.year,
        "links": [link.url for link in reading.links],
        "tags": list(reading.tags),
        "section": list(reading.section),
        "arxiv": reading.identifiers.get("arxiv"),
        "notes": list(reading.notes),
    }
    return {key: every[key] for key in keys}


@pytest.mark.parametrize("case", CASES)
def test_case(case: dict[str, Any]) -> None:
    syllabus = parse(case["input"], dialect="venue_list")
    assert syllabus.sessions == ()
    assert len(syllabus.readings) == len(case["expected"])
    for reading, expected in zip(syllabus.readings, case["expected"], strict=True):
        assert write_down(reading, list(expected)) == expected
