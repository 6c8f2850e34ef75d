"""What the head of a page says of its course, case by case."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syllabus_parse import parse
from syllabus_parse.document import Run, Text
from syllabus_parse.interpret.course.names import part_name
from syllabus_parse.source import Span

CASES = json.loads(Path(__file__).with_name("course.json").read_text("utf-8"))
GROUPS = ("wild", "negative", "synthetic")
SESSIONS = (
    "<table><tr><th>Date</th><th>Topic</th></tr>"
    "<tr><td>Sep 5</td><td>Knots</td></tr><tr><td>Sep 12</td><td>Bends</td></tr></table>"
)


def read_name(name: str) -> dict[str, Any]:
    parts = part_name(Text.of([Run(name, Span(0, len(name)))]))
    return {
        "title": parts.names[0].plain if parts.names else None,
        "code": parts.code.plain if parts.code else None,
        "school": parts.school.plain if parts.school else None,
        "page": parts.page,
        "term": parts.term,
    }


@pytest.mark.parametrize("case", [pytest.param(c, id=c["input"]) for g in GROUPS for c in CASES["names"][g]])
def test_name(case: dict[str, Any]) -> None:
    got = read_name(case["input"])
    assert {key: got[key] for key in case["expected"]} == case["expected"]


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize("case", [pytest.param(c, id=c["input"]) for c in CASES["names"]["known_failures"]])
def test_name_known_failure(case: dict[str, Any]) -> None:
    got = read_name(case["input"])
    assert {key: got[key] for key in case["expected"]} == case["expected"]


@pytest.mark.parametrize("case", [pytest.param(c, id=c["label"]) for g in GROUPS for c in CASES["pages"][g]])
def test_page(case: dict[str, Any]) -> None:
    course = parse(case["input"].replace("SESSIONS", SESSIONS), dialect=case.get("dialect", "html")).course
    got = {key: getattr(course, key) for key in ("title", "code", "institution", "term", "year")}
    assert {key: got[key] for key in case["expected"]} == case["expected"]


@given(st.text(alphabet="aB c12|:–-·()/.,'CS265 Fall2020ÜniversityMIT", max_size=60))
def test_parts_lie_in_the_name(name: str) -> None:
    parts = part_name(Text.of([Run(name, Span(0, len(name)))]))
    for part in (*parts.names, parts.code, parts.school):
        if part is not None:
            for run in part.runs:
                assert run.span.slice(name) == run.text


def test_a_short_name_with_its_year_at_the_head_of_a_page_is_the_course() -> None:
    syllabus = parse("# crypto2022\n\n### 9/6\n- [Ferries](f.pdf). Ferries. Ana Cruz. SOSP 1990.\n\n### 9/13\n- Exam\n")
    assert syllabus.course.year == 2022
    assert syllabus.sessions[0].readings[0].year == 1990
