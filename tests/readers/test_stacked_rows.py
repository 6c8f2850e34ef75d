"""Tables of one cell a line: what is one, what is none, and where the cells lie."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syllabus_parse import parse
from syllabus_parse.document import Table
from syllabus_parse.readers import row_dump
from syllabus_parse.readers.stacked_rows import find_stacked_table
from syllabus_parse.source import Source

NUMBERED = "Maps, Fall 2021\nWeek\nDate\nTopic\n1\nSep 1\nSets\n2\nSep 8\nMaps\n3\nSep 15\nRings\n4\nSep 22\nNo class\n"
BLANKS = "Date\nTopic\nWho\n9/2\nSets\n\n9/9\nMaps\nBo\n9/16\nRings\n\n9/23\nTrees\nAnn\n"
RAGGED = "Date\nTopic\nReading\nWho\n9/2\nSets\n9/9\nMaps\nMoe, Maps and Power\nAnn\n9/16\nRings\n9/23\nTrees\n"


def words(text: str) -> list[list[str]]:
    tables = [block for block in row_dump.READER.read(Source(text)).blocks if isinstance(block, Table)]
    return [
        ["".join(text[block.span.start : block.span.end] for block in cell.blocks) for cell in row.cells]
        for table in tables
        for row in table.rows
    ]


@pytest.mark.parametrize(
    ("text", "row", "cells"),
    [
        (NUMBERED, 0, ["Week", "Date", "Topic"]),
        (NUMBERED, 2, ["2", "Sep 8", "Maps"]),
        (BLANKS, 1, ["9/2", "Sets", ""]),
        (BLANKS, 4, ["9/23", "Trees", "Ann"]),
        (RAGGED, 1, ["9/2", "Sets"]),
        (RAGGED, 2, ["9/9", "Maps", "Moe, Maps and Power", "Ann"]),
    ],
)
def test_cells_of_a_row(text: str, row: int, cells: list[str]) -> None:
    assert words(text)[row] == cells


@pytest.mark.parametrize(
    "text",
    [
        "",
        "9/2\nSets\n9/9\nMaps\n9/16\nRings\n",
        "Date\nTopic\nWho\n9/2\nSets\nAnn\n",
        "Date | Topic\n9/2 | Sets\n9/9 | Maps\n9/16 | Rings\n",
        "# Dates\n\n## 9/2\n- Sets\n\n## 9/9\n- Maps\n\n## 9/16\n- Rings\n",
        "Date\nA line of prose that is far too long for a head\nWho\n9/2\nx\n9/9\ny\n9/16\nz\n",
    ],
)
def test_is_none(text: str) -> None:
    assert find_stacked_table(text) is None


@pytest.mark.parametrize("text", [NUMBERED, BLANKS, RAGGED])
def test_is_detected_and_gives_its_sessions(text: str) -> None:
    syllabus = parse(text, year=2021)
    assert syllabus.source.dialect == "row_dump"
    assert len(syllabus.sessions) == 4
    assert syllabus.sessions[1].title == "Maps"


@given(
    st.lists(st.sampled_from(["Date", "Topic", "Who", "9/2", "Sep 8", "Sets", "", "3", "a\tb", "x" * 50]), max_size=40)
)
def test_cells_lie_in_the_text_in_order(lines: list[str]) -> None:
    text = "\n".join(lines)
    table = find_stacked_table(text)
    if table is None:
        return
    bounds = [bound for row in table.rows for cell in row for bound in (cell.start, cell.end)]
    assert bounds == sorted(bounds)
    assert bounds[-1] <= len(text)
