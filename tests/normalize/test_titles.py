"""Titles lose what stands around them, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from normalize_cases import Case, call_case, count_different, label_case, load_cases
from syllabus_parse.normalize.titles import is_placeholder, normalize_title, normalize_topic, trim_title

CASES = load_cases(__file__, "titles.json")


def cut_title(text: str) -> str:
    start, end = trim_title(text)
    return text[start:end]


CALLS: dict[str, Callable[..., Any]] = {
    "normalize_title": normalize_title,
    "normalize_topic": normalize_topic,
    "is_placeholder": is_placeholder,
    "trim_title": cut_title,
}
PIECES = (
    "1. ", "12) ", "[3] ", "a) ", "iv) ", "- ", "• ", "* ", "*", "**", "_", "“", "”", '"', "'", "’", "‘",
    "„", "«", "»", "《", "》", "`", "``",
    "''", " ", ".", ",", ":", ";", "。", "…", "?", "!", "[pdf]", "[[Paper]]", "(pdf)", "[pdf, slides]", ".pdf",
    ".ps.gz", "Title",
    "A", "et al.", "U.S.", "b", "7", "&quot;", "&amp;", "&ldquo;", "\u200b", "\u00a0", "é", "Ã©", "$x$", "\\",
    "–", "|", "(", ")", "[", "]",
)  # fmt: skip
TITLES = st.lists(st.sampled_from(PIECES), max_size=14).map("".join) | st.text(max_size=60)
WORDS = st.lists(st.from_regex(r"[A-Z][a-z]{2,8}", fullmatch=True), min_size=2, max_size=6).map(" ".join)


@pytest.mark.parametrize("case", CASES["wild"] + CASES["negative"] + CASES["synthetic"], ids=label_case)
def test_case(case: Case) -> None:
    assert call_case(CALLS, case) == case["expected"]


@pytest.mark.parametrize("case", CASES["known_failures"], ids=label_case)
@pytest.mark.xfail(strict=True, reason="what the rules do not see yet")
def test_known_failure(case: Case) -> None:
    assert call_case(CALLS, case) == case["expected"]


def test_cases_are_different() -> None:
    assert count_different(CASES) >= 300
    assert len(CASES["negative"]) >= 100


@given(TITLES)
@settings(max_examples=500, deadline=None)
def test_normalizing_is_idempotent(text: str) -> None:
    title = normalize_title(text)
    assert normalize_title(title) == title
    topic = normalize_topic(text)
    assert normalize_topic(topic) == topic


@given(TITLES)
@settings(max_examples=500, deadline=None)
def test_offsets_lie_inside(text: str) -> None:
    start, end = trim_title(text)
    assert 0 <= start <= end <= len(text)
    assert text[start:end] == text[start:end].strip()
    assert (start == end) == (not text.strip())


@given(
    WORDS,
    st.sampled_from(("", "1. ", "- ", "• ", "[12] ", "a) ")),
    st.sampled_from(("{}", "“{}”", '"{}"', "_{}_", "**{}**", "«{}»", "„{}“", "{}.", "{}.pdf", "“{}.”", "{},")),
    st.sampled_from(("", " [pdf]", " [[Paper]]", " (pdf)", " [pdf] [slides]", ".", ",")),
)
def test_marks_around_a_title_go(words: str, before: str, around: str, behind: str) -> None:
    raw = before + around.format(words) + behind
    assert normalize_title(raw) == words
    start, end = trim_title(raw)
    assert raw[start:end] == words


@given(TITLES)
@settings(max_examples=300, deadline=None)
def test_a_title_is_never_lost(text: str) -> None:
    assert bool(normalize_title(text)) >= any(character.isascii() and character.isalnum() for character in text)


@given(st.text(max_size=60))
def test_placeholders_never_raise(text: str) -> None:
    assert is_placeholder(text) in (True, False)


@pytest.mark.parametrize(
    "piece",
    [
        "[pdf]",
        "[",
        "]",
        '"',
        "“",
        "“”",
        "*",
        "* ",
        "_a",
        "1. ",
        ".",
        ". ",
        ".pdf",
        "'",
        "‘",
        "A.",
        "a ",
        "(",
        "&amp;",
        "- ",
    ],
)
def test_bombs_are_only_long_titles(piece: str) -> None:
    bomb = piece * 20_000
    normalize_title(bomb)
    normalize_topic(bomb)
    trim_title(bomb)
    is_placeholder(bomb)
