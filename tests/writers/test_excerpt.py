"""Carets: below what is meant, whatever stands before it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from syllabus_parse.source import Source, Span
from syllabus_parse.writers.excerpt import BEFORE, BEHIND, UNSAFE, draw_excerpt, escape_controls

# label, text, the words meant, the line and the carets as a person would draw them, line and column
CASES = [
    ("a word", "| 9/2 | Heaps |", "Heaps", "| 9/2 | Heaps |", "        ^^^^^", (1, 9)),
    ("the second line", "a\n  bc\nd", "bc", "  bc", "  ^^", (2, 3)),
    ("wide letters before", "数据 heaps", "heaps", "数据 heaps", "     ^^^^^", (1, 4)),
    ("wide letters meant", "a 数据 b", "数据", "a 数据 b", "  ^^^^", (1, 3)),
    ("an accent typed apart before", "cafe\u0301 x", "x", "cafe\u0301 x", "     ^", (1, 7)),
    ("an accent typed apart meant", "cafe\u0301 x", "cafe\u0301", "cafe\u0301 x", "^^^^", (1, 1)),
    ("a tab before", "\tx", "x", "    x", "    ^", (1, 2)),
    ("a tab behind two letters", "ab\tx", "x", "ab  x", "    ^", (1, 4)),
    ("a tab behind a wide letter", "数\tx", "x", "数  x", "    ^", (1, 3)),
    ("a tab meant", "a\tb", "\t", "a   b", " ^^^", (1, 2)),
    ("an escape before", "\x1b[2Jx", "x", "\\x1b[2Jx", "       ^", (1, 5)),
    ("a mark that turns the text round", "\u202ex", "x", "\\u202ex", "      ^", (1, 2)),
    ("a line that ends as on Windows", "ab\r\ncd", "ab", "ab", "^^", (1, 1)),
    ("several lines", "ab\ncd\nef", "b\ncd", "ab", " ^…", (1, 2)),
    ("a lone surrogate", "\ud800x", "x", "\\ud800x", "      ^", (1, 2)),
]


@pytest.mark.parametrize(
    ("text", "meant", "shown", "carets", "place"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_carets(text: str, meant: str, shown: str, carets: str, place: tuple[int, int]) -> None:
    start = text.index(meant)
    drawn = draw_excerpt(Source(text), Span(start, start + len(meant)))
    assert (drawn.shown, drawn.carets) == (shown, carets)
    assert (drawn.line, drawn.column) == place


def test_a_place_without_characters_has_one_caret() -> None:
    assert draw_excerpt(Source("ab"), Span(1, 1)).carets == " ^"
    assert draw_excerpt(Source(""), Span(0, 0)).carets == "^"


def test_a_place_behind_the_text_is_its_end() -> None:
    drawn = draw_excerpt(Source("ab\nc"), Span(90, 99))
    assert (drawn.line, drawn.column, drawn.shown) == (2, 2, "c")


def test_a_line_of_a_megabyte_is_cut_at_both_ends() -> None:
    text = "x" * 500_000 + "HERE" + "y" * 500_000
    drawn = draw_excerpt(Source(text), Span(500_000, 500_004))
    assert drawn.shown.startswith("…x")
    assert drawn.shown.endswith("y…")
    assert len(drawn.shown) == BEFORE + BEHIND + 2
    assert drawn.shown[drawn.carets.index("^") : len(drawn.carets)] == "HERE"
    assert drawn.column == 500_001


TEXTS = st.text(alphabet=st.sampled_from("ab \t\n\r数é\u0301\x1b\u202e\u200b\ud800{}[]"), max_size=60) | st.text()


@given(TEXTS, st.integers(0, 70), st.integers(0, 20))
def test_any_place_of_any_text_can_be_drawn(text: str, start: int, length: int) -> None:
    drawn = draw_excerpt(Source(text), Span(start, start + length))
    assert not UNSAFE.search(drawn.shown + drawn.carets)
    assert "^" in drawn.carets
    assert set(drawn.carets) <= set(" ^…")
    assert drawn.line == text.count("\n", 0, start) + 1


@given(st.text(alphabet="abc 数据é", min_size=1, max_size=40), st.data())
def test_the_carets_stand_below_the_cells_of_what_is_meant(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    carets = draw_excerpt(Source(text), Span(start, end)).carets
    assert carets.index("^") == cell_len(text[:start])
    assert carets.count("^") == cell_len(text[start:end])


@given(st.text())
def test_escaping_leaves_nothing_that_steers_and_loses_nothing(text: str) -> None:
    shown = escape_controls(text)
    assert not UNSAFE.search(shown)
    assert len(shown) >= len(text)
    assert escape_controls(shown) == shown
