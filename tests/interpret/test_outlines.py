"""What a reader takes from small pages outside of tables: sessions, what hangs on them, and what hangs on none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syllabus_parse import Reading, Session, Syllabus, parse
from syllabus_parse.document import Text
from syllabus_parse.interpret import interpret_document
from syllabus_parse.interpret.outline.heads import opens_with_date, read_head
from syllabus_parse.interpret.works.entry_cuts import cut_at_inline_labels, cut_at_labels
from syllabus_parse.readers.inline import read_inline
from syllabus_parse.readers.markdown import read_jekyll
from syllabus_parse.source import Source

CASES = json.loads(Path(__file__).with_name("outlines.json").read_text("utf-8"))
ALL = [case for group in ("wild", "negative", "synthetic") for case in CASES[group]]
WORDS = st.sampled_from(
    [
        "Week 1", "Jan 8", "Lecture 2", ":", " – ", "(", ")", "**", "*", "[slides](a.pdf)", "No class",
        "TBD", "Readings:",
        "Required reading for", "Monday, April 7", "Presenter:", "A. Name", "\n", "; ", "2009", "Day 3",
        "- ", "due", "é中",
    ]
)  # fmt: skip
LINES = st.sampled_from(
    [
        "# Course", "## Week 1: Maps", "### Tue, Jan 9 - Sets", "## Week 2", "**Jan 16** — Graphs", "Jan 18", ": Topic",
        "  : [slides](a.pdf)", "- [A Work](http://a.org)", "  - pdf", "    - deeper", "**Readings:**",
        "*Sep 2: no class*",
        "1. (Aug 23) **Spheres.** Notes: x", "Required reading for Monday, April 7", "***", "", "",
        "HW 1 due", "Date: Sep 8",
        "| Date | Topic |", "|---|---|", "| 9/2 | Intro |", "> quote", "Lecture 3 – TBD – Attention", "## Labor Day",
    ]
)  # fmt: skip


def describe(syllabus: Syllabus, reading: Reading) -> str:
    mark = f" ({reading.requirement})" if reading.requirement else ""
    place = f" @ {reading.section[-1]}" if reading.section else ""
    return reading.title + mark + place


def flatten(syllabus: Syllabus, session: Session) -> dict[str, Any]:
    return {
        "date": session.date.isoformat() if session.date else None,
        "week": session.week,
        "number": session.number,
        "kind": session.kind,
        "status": session.status,
        "title": session.title,
        "section": list(session.section),
        "location": session.location,
        "presenters": [person.name for person in session.presenters],
        "readings": [describe(syllabus, reading) for reading in session.readings],
        "assignments": [f"{made.title} {made.event}" for made in session.assignments],
        "links": [link.url for link in session.links],
        "notes": list(session.notes),
    }


def check(case: dict[str, Any]) -> None:
    syllabus = parse(case["input"], dialect=case.get("dialect"))
    got = [flatten(syllabus, session) for session in syllabus.sessions]
    expected = case["expected"]["sessions"]
    assert [session["title"] for session in got] == [
        want.get("title", found["title"]) for want, found in zip(expected, got, strict=True)
    ]
    for want, found in zip(expected, got, strict=True):
        assert {key: found[key] for key in want} == want
    if "readings" in case["expected"]:
        assert [describe(syllabus, reading) for reading in syllabus.readings] == case["expected"]["readings"]


@pytest.mark.parametrize("case", ALL, ids=[case["label"] for case in ALL])
def test_case(case: dict[str, Any]) -> None:
    check(case)


@pytest.mark.parametrize("case", CASES["known_failures"], ids=[case["label"] for case in CASES["known_failures"]])
@pytest.mark.xfail(strict=True, raises=(AssertionError, ValueError))
def test_known_failure(case: dict[str, Any]) -> None:
    check(case)


@given(st.lists(WORDS, max_size=8))
def test_heads_lie_in_their_text(words: list[str]) -> None:
    text = read_inline(" ".join(words))
    opens_with_date(text)
    head = read_head(text)
    if head is not None:
        for piece in (head.rest, *(place for _, place in head.whens)):
            assert piece.span is None or (text.span is not None and text.span.start <= piece.span.start)
            assert piece.plain in text.plain or not piece.plain.strip()


@given(st.lists(WORDS, max_size=10))
def test_cuts_at_labels_lose_no_word(words: list[str]) -> None:
    text = read_inline(" ".join(words))
    for pieces in (cut_at_labels(text), cut_at_inline_labels(text)):
        assert letters(*pieces) == letters(text)


def letters(*texts: Text) -> str:
    return "".join(character for text in texts for character in text.plain if character.isalnum())


@given(st.lists(LINES, max_size=14))
def test_pages_never_raise_and_spans_lie_in_the_source(lines: list[str]) -> None:
    page = "\n".join(lines)
    raw = interpret_document(read_jekyll(Source(page)))
    for session in raw.sessions:
        places = [session.when_text, *session.titles, *session.notes, *(reading.title for reading in session.readings)]
        for text in places:
            if text is not None and text.span is not None:
                assert 0 <= text.span.start <= text.span.end <= len(page)
