"""What a reader of reading lists takes from one entry, case by case."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syllabus_parse.interpret.citations.citation import read_citation
from syllabus_parse.normalize.titles import normalize_title
from syllabus_parse.readers.inline import read_inline

CASES = json.loads(Path(__file__).with_name("citations.json").read_text("utf-8"))
ALL = [case for group in ("wild", "negative", "synthetic") for case in CASES[group]]


def read(text: str) -> dict[str, Any] | None:
    reading = read_citation(read_inline(text))
    if reading is None:
        return None
    return {
        "title": normalize_title(reading.title.plain),
        "short_name": reading.short_name.plain if reading.short_name else None,
        "authors": [person.parsed for person in reading.authors],
        "venue": reading.venue.name if reading.venue else None,
        "year": reading.year,
        "requirement": reading.requirement,
        "kind": reading.kind,
        "tags": [
            *(word if isinstance(word, str) else word.words for word in reading.tag_words),
            *(tag.plain.lower() for tag in reading.tags),
        ],
        "notes": [" ".join(note.plain.split()) for note in reading.notes],
        "links": [link.anchor.href if link.anchor else None for link in reading.links],
    }


@pytest.mark.parametrize("case", ALL, ids=[case["label"] for case in ALL])
def test_case(case: dict[str, Any]) -> None:
    got = read(case["input"])
    if case["expected"] is None:
        assert got is None
        return
    assert got is not None
    assert {key: got[key] for key in case["expected"]} == case["expected"]


@pytest.mark.xfail(strict=True, raises=AssertionError)
@pytest.mark.parametrize("case", CASES["known_failures"], ids=[case["label"] for case in CASES["known_failures"]])
def test_known_failure(case: dict[str, Any]) -> None:
    test_case(case)


@given(st.text(alphabet="ab AB,.;:()[]*_\"'“”|–-\n0129é中 et al.", max_size=80))
def test_never_raises_and_loses_no_word(text: str) -> None:
    inline = read_inline(text)
    reading = read_citation(inline)
    if reading is None:
        return
    kept = [
        reading.title,
        reading.short_name,
        reading.year_text,
        reading.requirement_text,
        *reading.tags,
        *reading.notes,
    ]
    kept += [person.name for person in reading.authors] + [person.affiliation_text for person in reading.authors]
    kept += [link.text for link in reading.links] + [reading.venue.text if reading.venue else None]
    words = " ".join(piece.plain for piece in kept if piece is not None)
    for word in inline.plain.replace("\u2028", " ").split():
        for bare in re.findall(r"[^\W\x00-\u02ff]+", word):
            assert bare in words


def test_a_place_behind_a_bar_is_that_of_all_who_have_none() -> None:
    reading = read_citation(read_inline("Looms That Count. Ada Gray (MIT), Bo Hill | Institute of Light"))
    assert reading is not None
    told = [(person.parsed, person.affiliation) for person in reading.authors]
    assert told == [("Ada Gray", "MIT"), ("Bo Hill", "Institute of Light")]
