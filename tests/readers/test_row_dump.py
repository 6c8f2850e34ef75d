"""Flattened tables: where rows begin, what a cell holds, and that nothing is lost."""

from __future__ import annotations

from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from markdown_outlines import check_blocks, draw_all, find_texts, load_cases
from syllabus_parse.document import Paragraph, Table
from syllabus_parse.readers.dump_rows import find_pipes, learn_habits
from syllabus_parse.readers.row_dump import READER, read, read_plain
from syllabus_parse.source import Source

CASES: Final = load_cases("row_dumps")


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_cases(text: str, expected: list[Any]) -> None:
    assert draw_all(read(Source(text)).blocks) == expected


@pytest.mark.parametrize(("text", "expected"), [case for case in CASES if not case.marks])
def test_places(text: str, expected: list[Any]) -> None:
    del expected
    check_blocks(text, read(Source(text)).blocks)


WORDS: Final = st.sampled_from(["a", "Jan 16", "9/24", "ZeRO: Memory (SC 2020)", "pdf  pdf", "A, B", "-", "TBD"])
LINES: Final = st.lists(WORDS, min_size=1, max_size=3)
ROWS: Final = st.integers(2, 4).flatmap(
    lambda width: st.lists(
        st.tuples(WORDS, st.lists(st.one_of(st.just([]), LINES), min_size=width - 1, max_size=width - 1)),
        min_size=2,
        max_size=5,
    )
)


def dump(rows: list[tuple[str, list[list[str]]]], *, inset: str, gap: int) -> str:
    """Write rows as a scraper does: cells of several lines and empty ones are closed on a line of their own."""
    out = ""
    for first, cells in rows:
        out += f"{inset}| {first} | \n"
        for lines in cells:
            if len(lines) == 1:
                out += f"{inset}{lines[0]} | \n"
            else:
                out += "".join(f"{inset}{line}\n" for line in lines) + f"{inset}\n" * (not lines) + f"{inset} | \n"
        out += "\n" * gap
    return out


@given(ROWS, st.sampled_from(["", "  ", "\t\t"]), st.integers(2, 4))
def test_reads_what_was_written(rows: list[tuple[str, list[list[str]]]], inset: str, gap: int) -> None:
    (table,) = read(Source(dump(rows, inset=inset, gap=gap))).blocks
    assert isinstance(table, Table)
    texts = [["".join(text.plain for text in find_texts(cell.blocks)) for cell in row.cells] for row in table.rows]
    found = [[[line.strip() for line in text.split("\n")] for text in row] for row in texts]
    assert found == [[[first], *(lines or [""] for lines in cells)] for first, cells in rows]


MESS: Final = st.lists(
    st.sampled_from(["|", "| ", " | ", "\n", "\n\n", "\n\n\n", "  ", "\t", "a", "b d", "9/24", "\r\n", "http://a.b/"]),
    max_size=40,
).map("".join)


@given(st.one_of(MESS, st.text(max_size=60)))
def test_never_raises_and_keeps_places(text: str) -> None:
    document = read(Source(text))
    check_blocks(text, document.blocks)
    assert document.dialect == READER.dialect


@given(MESS)
def test_nothing_is_lost(text: str) -> None:
    found = " ".join(text.plain for text in find_texts(read(Source(text)).blocks))
    assert "".join(found.split()) == "".join(text.replace("|", "").split())


LONG: Final = ["|", "|\n", "| a |\n", "| a | \nb | \n\n\n", "a | \n", " ", "\n", "a\n\n", "http://", "|| |", "\r\n"]


@pytest.mark.parametrize("unit", LONG)
def test_long_dumps_of_one_pattern(unit: str) -> None:
    text = unit * 10_000
    check_blocks(text, read(Source(text)).blocks)


def test_prose_is_paragraphs() -> None:
    blocks = read(Source("One\ntwo.\n\n\n Three.\n")).blocks
    assert all(isinstance(block, Paragraph) for block in blocks)
    assert [block.span for block in blocks] == [read_plain("One\ntwo.", 0, 8).span, blocks[1].span]


def test_habits_are_learned_from_rows_beyond_doubt() -> None:
    habits = learn_habits(find_pipes("| a | \n b | \n\n\n\t| c | \n d | \n\n\n\t| e | \n"))
    assert (habits.indents, habits.gap) == (frozenset({"\t"}), 3)
