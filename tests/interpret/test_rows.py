"""What a reader takes from single rows: cells lost to spans, labels within cells, letters, remarks."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from record_cases import narrow
from syllabus_parse import parse, to_dict
from syllabus_parse.document import Cell, Paragraph, Row, Run, Text
from syllabus_parse.interpret.citations.kinds import is_page
from syllabus_parse.interpret.tables.columns import Column
from syllabus_parse.interpret.tables.row_groups import split_groups
from syllabus_parse.interpret.tables.row_spans import restore_spans
from syllabus_parse.source import Span

CASES = json.loads(Path(__file__).with_name("rows.json").read_text("utf-8"))
ALL = [case for group in ("wild", "negative", "synthetic") for case in CASES[group]]
WORDS = st.lists(
    st.sampled_from(
        ["Required Reading:", "Optional papers:", "\n", "A Work. ", "Sep 3", "x", ":", "Base paper:", "  "]
    ),
    max_size=12,
).map(" ".join)


@pytest.mark.parametrize("case", ALL, ids=[case["label"] for case in ALL])
def test_case(case: dict[str, Any]) -> None:
    record = to_dict(parse(case["input"], dialect=case["dialect"], year=case.get("year")))
    assert narrow(record["sessions"], case["expected"]) == case["expected"]


def make_text(words: str) -> Text:
    return Text.of([Run(words, Span(0, len(words)))])


def make_cell(words: str) -> Cell:
    span = Span(0, len(words))
    return Cell((Paragraph(make_text(words), span),) if words.strip() else (), span)


@given(WORDS)
@settings(max_examples=60, deadline=None)
def test_groups_keep_every_word_but_labels(words: str) -> None:
    head, groups = split_groups(make_text(words))
    kept = " ".join([head.plain, *(text.plain for _, text in groups)])
    assert kept.count("A Work.") == words.count("A Work.")
    assert kept.count("Sep 3") == words.count("Sep 3")


@given(st.lists(st.lists(st.sampled_from(["", "3", "Sep 3", "9/4", "Week 2", "Trees"]), max_size=5), max_size=6))
@settings(max_examples=60, deadline=None)
def test_restored_rows_only_gain_empty_cells(words: list[list[str]]) -> None:
    columns = [Column("week"), Column("date"), Column("topic"), Column("notes")]
    rows = [Row(tuple(make_cell(word) for word in line), Span(0, 1)) for line in words]
    for before, after in zip(rows, restore_spans(rows, columns), strict=True):
        assert [cell for cell in after.cells if cell.blocks] == [cell for cell in before.cells if cell.blocks]
        assert len(after.cells) <= max(len(before.cells), len(columns))


@given(st.text(max_size=120))
def test_any_address_is_judged(address: str) -> None:
    assert is_page(address) in (True, False)
