"""Days of lists and small outlines whose works are told in few words: title and place, badge, byline, label."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syllabus_parse import Reading, parse
from syllabus_parse.interpret.records import RawSession
from syllabus_parse.interpret.sessions.led_topics import read_led
from syllabus_parse.interpret.sessions.passages import read_passages
from syllabus_parse.readers.inline import read_inline

CASES = json.loads(Path(__file__).with_name("passages.json").read_text("utf-8"))
ALL = [case for group in ("wild", "negative", "synthetic") for case in CASES[group]]
WORDS = st.sampled_from(
    [
        "*Emma*", "_Ulysses_", "“Daphne,”", '"Street Haunting"', "to end", "through ch. 6", ", lines 1--40", "(finish)",
        "Presentation:", "From", "Woolf,", "Sophocles (496--406),", "; ", ". ", " and ", " & ", "**First essay due**",
        "p. 3", "**Visit**", "leads a session on", "Guest lecture by", "(MIT)", "looms", "é中", "[a](b)", "“", '"', "*",
    ]
)  # fmt: skip


def describe(reading: Reading) -> str:
    who = ", ".join(person.name for person in reading.authors)
    venue = reading.venue.name if reading.venue else ""
    return "|".join([reading.title, reading.kind, who, venue, "; ".join(reading.notes)])


def check(case: dict[str, Any]) -> None:
    syllabus = parse(case["input"], dialect=case.get("dialect"))
    got = [
        [
            session.date.isoformat() if session.date else None,
            session.kind,
            session.title,
            [describe(reading) for reading in session.readings],
            [
                made.title if made.title.endswith(made.event) else f"{made.title} {made.event}"
                for made in session.assignments
            ],
        ]
        for session in syllabus.sessions
    ]
    assert got == case["expected"]


@pytest.mark.parametrize("case", ALL, ids=[case["label"] for case in ALL])
def test_case(case: dict[str, Any]) -> None:
    check(case)


@pytest.mark.parametrize("case", CASES["known_failures"], ids=[case["label"] for case in CASES["known_failures"]])
@pytest.mark.xfail(strict=True, raises=AssertionError)
def test_known_failure(case: dict[str, Any]) -> None:
    check(case)


@given(st.lists(WORDS, max_size=10))
def test_passages_lie_in_their_line(words: list[str]) -> None:
    text = read_inline(" ".join(words))
    made = read_passages(text)
    if made is not None:
        for piece in (*(work.title for work in made.readings), *made.homework, *made.topics):
            assert piece.plain
            assert piece.plain in text.plain


@given(st.lists(WORDS, max_size=8))
def test_topics_that_are_led_lie_in_their_line(words: list[str]) -> None:
    text = read_inline(" ".join(words))
    topic = read_led(text, RawSession())
    assert topic is None or topic.plain in text.plain
