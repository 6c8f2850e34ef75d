"""Pipe tables: where cells begin and end, and tables as they are written in every way."""

from __future__ import annotations

from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from markdown_outlines import check_blocks, draw_all, find_texts, load_cases
from syllabus_parse.document import Paragraph, Table
from syllabus_parse.readers.pipe_rows import MAX_CELLS, cut_cells, find_pipes, is_delimiter_row
from syllabus_parse.readers.pipe_table import read
from syllabus_parse.source import Source

CASES: Final = load_cases("tables")


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_cases(text: str, expected: list[Any]) -> None:
    document = read(Source(text))
    assert document.dialect == "pipe_table"
    assert draw_all(document.blocks) == expected


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("| a | b |", ["a", "b"]),
        ("a | b", ["a", "b"]),
        ("| a | b", ["a", "b"]),
        ("a | b |", ["a", "b"]),
        ("||a|", ["", "a"]),
        ("|a||", ["a", ""]),
        ("||", [""]),
        ("|", [""]),
        ("  | a |  ", ["a"]),
        ("| a \\| b |", ["a \\| b"]),
        ("| `a|b` | c |", ["`a|b`", "c"]),
        ("| `a | b` | c |", ["`a", "b`", "c"]),
        ("| ` | ` |", ["`", "`"]),
        ("| [a|b](c|d) |", ["[a|b](c|d)"]),
        ("| [a | b] (c) |", ["[a", "b] (c)"]),
        ("| [a](b(c|d)) |", ["[a](b(c|d))"]),
        ('| <a href="b|c">d</a> |', ['<a href="b|c">d</a>']),
        ("| a < b | c > d |", ["a < b", "c > d"]),
        ("| {{ a | b }} | {% c | d %} |", ["{{ a | b }}", "{% c | d %}"]),
        ("| {{ a | b |", ["{{ a", "b"]),
        ("| \\\\| a |", ["\\\\", "a"]),
        ("|\ta\t|\tb\t|", ["a", "b"]),
    ],
)
def test_cells_of_a_line(line: str, cells: list[str]) -> None:
    found = cut_cells(line, 0, len(line), find_pipes(line, 0, len(line)))
    assert [line[start:end].strip() for start, end in found] == cells


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("|---|---|", True),
        ("--- | ---", True),
        ("|:-:|--:|", True),
        ("|-\t|-\t|", True),
        ("|===|===|", True),
        ("|---+---|", True),
        ("---", False),
        ("||", False),
        ("| - a |", False),
        ("", False),
    ],
)
def test_lines_of_dashes(line: str, expected: bool) -> None:
    assert is_delimiter_row(line) is expected


CELLS: Final = st.sampled_from(["", "a", "b c", "9/2", "N/A", "*d*", "[e](f)", "g<br>h", "x \\| y", "TBD", "1-2"])
ROWS: Final = st.integers(2, 4).flatmap(
    lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=2, max_size=5)
)


def write(rows: list[list[str]], *, outer: bool, dashes: bool, pad: str) -> str:
    ends = "|" if outer else ""
    lines = [ends + "|".join(f"{pad}{cell}{pad}" for cell in row) + ends for row in rows]
    if dashes:
        lines.insert(1, ends + "|".join(f"{pad}---{pad}" for _ in rows[0]) + ends)
    return "\n".join(lines) + "\n"


@given(ROWS, st.booleans(), st.booleans(), st.sampled_from([" ", "", "\t", "   "]))
def test_reads_what_was_written(rows: list[list[str]], outer: bool, dashes: bool, pad: str) -> None:
    # Without pipes around it, a row's first and last cell must show where they are.
    if not outer:
        rows = [["x", *row, "z"] for row in rows]
    text = "Schedule\n\n" + write(rows, outer=outer, dashes=dashes, pad=pad) + "\nafter\n"
    title, table, after = read(Source(text)).blocks
    assert isinstance(title, Paragraph)
    assert isinstance(after, Paragraph)
    assert isinstance(table, Table)
    assert [row.header for row in table.rows] == [dashes and number == 0 for number in range(len(rows))]
    plain = [["".join(text.plain for text in find_texts(cell.blocks)) for cell in row.cells] for row in table.rows]
    shown = {"*d*": "d", "[e](f)": "e", "g<br>h": "g\u2028h", "x \\| y": "x | y"}
    assert plain == [[shown.get(cell, cell) for cell in row] for row in rows]
    check_blocks(text, (title, table, after))


MESS: Final = st.lists(
    st.sampled_from(["|", "| ", "-", "|-|", "\n", "\n\n", "`", "[", "](", ")", "\\", "{{", "}}", "<a ", ">", "a"]),
    max_size=40,
).map("".join)


@given(MESS)
def test_never_raises_and_keeps_places(text: str) -> None:
    check_blocks(text, read(Source(text)).blocks)


@given(MESS)
def test_pipes_are_pipes(text: str) -> None:
    pipes = find_pipes(text, 0, len(text))
    assert all(text[at] == "|" for at in pipes)
    assert pipes == sorted(set(pipes))
    cells = cut_cells(text, 0, len(text), pipes)
    assert 1 <= len(cells) <= len(pipes) + 1
    assert all(start <= end for start, end in cells)


@pytest.mark.parametrize("unit", ["|", "`|", "[|", "[a|](", "<a |", "{{|", "\\|", "| [", "|-"])
def test_long_lines_of_one_pattern(unit: str) -> None:
    text = unit * 20_000
    assert find_pipes(text, 0, len(text)) is not None
    check_blocks(text, read(Source(text)).blocks)


def test_a_row_of_too_many_cells_keeps_its_words_and_says_so() -> None:
    text = "| Date | Topic |\n|---|---|\n| 9/2 " + "| x " * 2_000 + "|\n"
    document = read(Source(text))
    (table,) = [block for block in document.blocks if isinstance(block, Table)]
    last = table.rows[-1].cells[-1]
    assert len(table.rows[-1].cells) <= MAX_CELLS + 1
    assert last.span.slice(text).count("x") > 900
    assert [problem.code for problem in document.problems] == ["SP703"]
