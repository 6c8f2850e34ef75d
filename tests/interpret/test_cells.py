"""What the cells of a schedule on an HTML page come to, row by row."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syllabus_parse import parse
from syllabus_parse.model import Session

CASES = json.loads(Path(__file__).with_name("cells.json").read_text("utf-8"))
GROUPS = ("wild", "negative", "synthetic")


def build_page(case: dict[str, Any]) -> str:
    head = "".join(f"<th>{words}</th>" for words in case["head"])
    rows = "".join(
        "<tr>" + "".join(cell if cell.startswith("<td") else f"<td>{cell}</td>" for cell in row) + "</tr>"
        for row in case["rows"]
    )
    return f"{case.get('before', '')}<table><tr>{head}</tr>{rows}</table>"


def describe(session: Session) -> dict[str, Any]:
    return {
        "title": session.title,
        "kind": session.kind,
        "week": session.week,
        "number": session.number,
        "presenters": [person.name for person in session.presenters],
        "readings": [reading.title for reading in session.readings],
        "assignments": [
            [work.title, work.event, work.date.strftime("%m-%d") if work.date else None] for work in session.assignments
        ],
        "notes": list(session.notes),
    }


def check(case: dict[str, Any]) -> None:
    got = [describe(session) for session in parse(build_page(case), dialect="html", year=2023).sessions]
    assert len(got) == len(case["expected"])
    for one, expected in zip(got, case["expected"], strict=True):
        assert {key: one[key] for key in expected} == expected


@pytest.mark.parametrize("case", [pytest.param(c, id=c["label"]) for group in GROUPS for c in CASES[group]])
def test_cells(case: dict[str, Any]) -> None:
    check(case)


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize("case", [pytest.param(c, id=c["label"]) for c in CASES["known_failures"]])
def test_cells_known_failure(case: dict[str, Any]) -> None:
    check(case)


CARDS = """<h1>Weaving</h1><h2>Lectures</h2>
<div class="card"><div class="card-header">Lecture 1 &mdash; Wed Aug 22</div>
<div class="card-body"><h5 class="card-title">Weft</h5><p>Presenter: Ana Cruz</p></div></div>
<div class="card"><div class="card-header">Lecture 2 &mdash; Fri Aug 24</div>
<div class="card-body"><h5 class="card-title">Warp</h5></div></div>"""


def test_cards_are_sessions() -> None:
    sessions = parse(CARDS, dialect="html", year=2018).sessions
    assert [(session.number, session.title) for session in sessions] == [("1", "Weft"), ("2", "Warp")]
    assert [person.name for person in sessions[0].presenters] == ["Ana Cruz"]


def test_weeks_of_days_hold_their_days() -> None:
    page = "## Week 1: Weft (Jan 16 – Jan 20)\n\n- **Mon 1/16**: Yarn\n- **Wed 1/18**: Knots\n\n"
    page += "## Week 2: Warp (Jan 23 – Jan 27)\n\n- **Mon 1/23**: Looms\n- **Wed 1/25**: Bends\n"
    sessions = parse(page, dialect="jekyll", year=2023).sessions
    assert [(str(session.date), session.week, session.title) for session in sessions] == [
        ("2023-01-16", 1, "Yarn"),
        ("2023-01-18", 1, "Knots"),
        ("2023-01-23", 2, "Looms"),
        ("2023-01-25", 2, "Bends"),
    ]


PIECES = st.sampled_from(
    ["Weft", "<br>", "HW1 due", "<li>b", "<a href='x.pdf'>Knots</a>", "(Ana Cruz)", "<ul>", "</ul>", "9/12", "TBD"]
)


@given(st.lists(st.lists(PIECES, max_size=4).map(" ".join), min_size=2, max_size=4))
def test_cells_never_raise_and_lose_no_link(cells: list[str]) -> None:
    page = build_page({"head": ["Date", "Topic", "Reading"], "rows": [["9/5", *cells[:2]], ["9/12", *cells[2:]]]})
    record = parse(page, dialect="html", year=2023)
    assert not any(problem.code == "SP199" for problem in record.diagnostics)
    if "x.pdf" in page:
        assert "x.pdf" in json.dumps(record.to_dict())
