"""Texts are mended, and what is right is left alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from normalize_cases import Case, call_case, count_different, label_case, load_cases
from syllabus_parse.normalize.tex import mend_tex
from syllabus_parse.normalize.text import decode_entities, explain_changes, fold_key, is_tidy, mend_text

CASES = load_cases(__file__, "text.json")
CALLS: dict[str, Callable[..., Any]] = {
    "mend_text": mend_text,
    "mend_tex": mend_tex,
    "fold_key": fold_key,
    "decode_entities": decode_entities,
}
# What breaks texts, in pieces: together they make what no page has yet.
PIECES = (
    "&", "amp;", "&amp;", "lt;", "#38;", "&shy;", "&uml;", "&#769;", "&quot;", "u", "e", "i", "a", "n", "c", "S",
    "é", " ", "  ",
    "¨", "´", "¸", "˜", "`", "ı", "\u0301", "\u200b", "\u200d", "\u00ad", "Ã", "©", "¼", "â", "€", "™", "Â",
    "√", "≠", "“", "”",
    "’", "´s", "n´t", "ﬁ", "\u2028", "\n", "\x93", "\x07", "\ud83d", "\ude00", "م", "中", "\\", "\\'", '\\"',
    "{", "}", "$",
    "\\alpha", "\\o", "\\emph{", "^", "_", "2", "x",
)  # fmt: skip
BROKEN = st.lists(st.sampled_from(PIECES), max_size=14).map("".join) | st.text(max_size=60)


@pytest.mark.parametrize("case", CASES["wild"] + CASES["negative"] + CASES["synthetic"], ids=label_case)
def test_case(case: Case) -> None:
    assert call_case(CALLS, case) == case["expected"]


@pytest.mark.parametrize("case", CASES["known_failures"], ids=label_case)
@pytest.mark.xfail(strict=True, reason="what the rules do not see yet")
def test_known_failure(case: Case) -> None:
    assert call_case(CALLS, case) == case["expected"]


def test_cases_are_different() -> None:
    assert count_different(CASES) >= 330
    assert len(CASES["negative"]) >= 90


@given(BROKEN)
@settings(max_examples=400, deadline=None)
def test_mending_is_idempotent(text: str) -> None:
    mended = mend_text(text)
    assert mend_text(mended) == mended
    printed = mend_tex(mended)
    assert mend_tex(printed) == printed


@given(BROKEN)
@settings(max_examples=400, deadline=None)
def test_what_was_mended_is_fit_to_print(text: str) -> None:
    mended = mend_text(text)
    assert mended == mended.strip()
    assert "  " not in mended
    assert not set(mended) & set("\n\t\u2028\u200b\u00ad\ufeff\u202e\u00a0\x07")
    mended.encode("utf-8")


@given(BROKEN)
@settings(max_examples=400, deadline=None)
def test_changes_are_explained(text: str) -> None:
    mended, steps = explain_changes(text)
    assert mended == mend_text(text)
    assert bool(steps) == (mended != text)


@given(st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=126), max_size=60))
def test_tidy_text_is_returned_at_once(text: str) -> None:
    if is_tidy(text):
        assert mend_text(text) is text


@given(st.text(alphabet="abcXYZ éÉß中-–'’.,:", max_size=30))
def test_keys_see_no_case_and_no_quotes(text: str) -> None:
    key = fold_key(text)
    assert fold_key(f"“{text}”") == fold_key(text.upper()) == fold_key(key) == key


def test_steps_are_named_in_order() -> None:
    assert explain_changes("Mu¨nster &amp; Mart√≠n \u200b") == (
        "Münster & Martín",
        ("entities", "mojibake", "invisible", "accents", "blanks"),
    )


@pytest.mark.parametrize(
    "bomb",
    [
        "&" + "amp;" * 100_000, "&amp;" * 100_000, "&#38;" * 50_000, "´" * 100_000, "e´" * 100_000, "a ´" * 100_000,
        "a`" * 100_000,
        "Ã©" * 100_000, "â€" * 100_000, "Ã " * 100_000, "\u200b" * 100_000, "a" + "\u0301" * 100_000, "中" * 100_000,
        "$" * 100_000, "$a" * 100_000, "\\'e" * 100_000, ' \\"a' * 100_000, "{\\em " * 100_000, "\\emph{" * 100_000,
    ],
    ids=lambda bomb: repr(bomb[:12]),
)  # fmt: skip
def test_bombs_are_only_long_texts(bomb: str) -> None:
    mend_tex(mend_text(bomb))
    fold_key(bomb)
