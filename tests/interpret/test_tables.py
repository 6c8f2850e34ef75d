"""What a reader of schedules takes from a table, case by case."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from record_cases import narrow
from syllabus_parse import parse, to_dict
from syllabus_parse.document import Table
from syllabus_parse.interpret import interpret_document
from syllabus_parse.interpret.tables.column_profiles import are_numbered_dates, match_numbered_date, profile_column
from syllabus_parse.interpret.tables.column_roles import settle_columns
from syllabus_parse.interpret.tables.columns import Column, name_weekdays, read_header
from syllabus_parse.interpret.tables.layout import read_layout
from syllabus_parse.readers import pipe_table, row_dump
from syllabus_parse.source import Source

CASES = json.loads(Path(__file__).with_name("tables.json").read_text("utf-8"))
ALL = [case for group in ("wild", "negative", "synthetic") for case in CASES[group]]
CELLS = st.sampled_from(
    [
        "",
        "-",
        "Date",
        "Topic",
        "Readings",
        "9/2",
        "1 (9/4)",
        "Week 3",
        "Mo",
        "No class",
        "HW1 due",
        "[A Work](a.pdf)",
        "x",
        "TBD",
        "Ann Lee",
        '"',
    ]
)


def read(case: dict[str, Any]) -> list[dict[str, Any]]:
    record = to_dict(parse(case["input"], dialect=case["dialect"], year=case.get("year")))
    sessions = record["sessions"]
    assert isinstance(sessions, list)
    return sessions


@pytest.mark.parametrize("case", ALL, ids=[case["label"] for case in ALL])
def test_case(case: dict[str, Any]) -> None:
    assert narrow(read(case), case["expected"]) == case["expected"]


@pytest.mark.parametrize("case", CASES["known_failures"], ids=[case["label"] for case in CASES["known_failures"]])
def test_known_failure(case: dict[str, Any]) -> None:
    """What fails today; a case that comes right moves to the others."""
    assert narrow(read(case), case["expected"]) != case["expected"]


def test_swapped_columns_of_tabs_stay_a_table() -> None:
    rows = [
        "Fields, Spring 2022",
        "Day\tWeek\tTopic\tSpeaker",
        *(f"{day} March\t{day}\tTopic {day}\tRuth Alder" for day in (3, 10, 17, 24)),
    ]
    assert parse("\n".join(rows)).source.dialect == "row_dump"


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(CELLS, min_size=1, max_size=5), min_size=1, max_size=7), st.booleans())
def test_never_raises_and_keeps_spans_in_the_source(rows: list[list[str]], dump: bool) -> None:
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    text = "\n\n".join(lines) if dump else "\n".join([lines[0], "|" + "---|" * len(rows[0]), *lines[1:]])
    document = (row_dump if dump else pipe_table).READER.read(Source(text))
    raw = interpret_document(document)
    for session in raw.sessions:
        for piece in (*session.titles, *session.notes, session.when_text, session.number_text, session.week_text):
            for run in piece.runs if piece is not None else ():
                assert run.span is None or 0 <= run.span.start <= run.span.end <= len(text)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["alpha", "beta", "gamma delta", "epsilon zeta"]), min_size=2, max_size=4))
def test_no_word_of_a_dated_row_is_lost(words: list[str]) -> None:
    heads = ["Date", "Topic", "Comments", "Zork", "Blurb"][: len(words) + 1]
    heads += ["Gizmo"] * (len(words) + 1 - len(heads))
    text = "\n".join(
        ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads), "| 9/2/2020 | " + " | ".join(words) + " |"]
    )
    said = json.dumps(to_dict(parse(text, dialect="pipe_table")), ensure_ascii=False)
    assert all(word in said for word in words)


@given(st.lists(st.text(alphabet="ab 19/.-(:–é中\u2028", max_size=12), max_size=6))
def test_columns_are_told_without_raising(values: list[str]) -> None:
    assert isinstance(profile_column(values), str)
    assert isinstance(are_numbered_dates(values), bool)
    assert all(0 <= day <= 6 for day in name_weekdays(values).values())
    for value in values:
        found = match_numbered_date(value)
        assert found is None or value[found.start("date") : found.end("date")] == found["date"]
        assert read_header(value).header == " ".join(value.split())
    settled = settle_columns([Column("unknown")] * len(values), [], [[value] for value in values], headed=False)
    assert len(settled.columns) == len(values)


def test_layout_of_an_empty_table_is_none() -> None:
    document = pipe_table.READER.read(Source("| | |\n|---|---|\n| | |\n"))
    tables = [block for block in document.blocks if isinstance(block, Table)]
    assert all(read_layout(table) is None for table in tables)
