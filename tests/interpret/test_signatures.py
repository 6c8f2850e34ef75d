"""Who signs a work by where the name stands, and pieces, passages and DOIs as the humanities cite them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from syllabus_parse.interpret.citations.citation import read_citation
from syllabus_parse.normalize.titles import normalize_title
from syllabus_parse.readers.inline import read_inline

SETS: dict[str, list[dict[str, Any]]] = json.loads(Path(__file__).with_name("signatures.json").read_text("utf-8"))
CASES = [pytest.param(case, id=case["label"]) for name in ("wild", "negative", "synthetic") for case in SETS[name]]


@pytest.mark.parametrize("case", CASES)
def test_case(case: dict[str, Any]) -> None:
    reading = read_citation(read_inline(case["input"]))
    assert reading is not None
    got = {
        "title": normalize_title(reading.title.plain),
        "authors": [person.parsed for person in reading.authors],
        "venue": reading.venue.name if reading.venue else None,
        "year": reading.year,
        "kind": reading.kind,
        "notes": [" ".join(note.plain.split()) for note in reading.notes],
        "links": [link.anchor.href if link.anchor else None for link in reading.links],
    }
    assert {key: got[key] for key in case["expected"]} == case["expected"]
