"""Hidden characters by their names: nothing that can't be seen is left among the words, and nothing else is touched."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syllabus_parse.writers.excerpt import escape_controls
from syllabus_parse.writers.review.tokens import HIDDEN, name_hidden, split_tokens


@given(st.text(alphabet=st.characters() | st.sampled_from("\x00\n\t\u202e\ud800\u00ad\U000e0041"), max_size=60))
def test_words_are_untouched_and_hidden_characters_named(text: str) -> None:
    rest = text
    for token in split_tokens(text):
        if token.name is None:
            assert rest.startswith(token.shown)
            assert not HIDDEN.search(token.shown)
            rest = rest.removeprefix(token.shown)
        else:
            assert HIDDEN.match(rest)
            assert token.shown.isascii()
            rest = rest[1:]
    assert rest == ""


def test_what_a_terminal_must_not_get_is_hidden_but_for_the_tab() -> None:
    for number in range(0x3000):
        character = chr(number)
        if character != "\t" and escape_controls(character) != character:
            assert HIDDEN.match(character), hex(number)


@pytest.mark.parametrize("character", ["a", " ", "\t", "é", "\u0301", "ß", "数", "\U0001f600", "\u00a0", "א"])
def test_letters_blanks_and_accents_are_words(character: str) -> None:
    assert [token.name for token in split_tokens(character)] == [None]


def test_every_character_without_a_picture_of_its_own_is_hidden() -> None:
    """Format characters of Unicode (Cf) turn, join or part; all but those of scripts that show them."""
    seen = ("ARABIC NUMBER", "ARABIC SIGN", "ARABIC FOOTNOTE", "ARABIC END", "ARABIC DISPUTED", "ARABIC POUND",
            "ARABIC PIASTRE", "KAITHI", "EGYPTIAN", "SHORTHAND", "MUSICAL", "SYRIAC")  # fmt: skip
    for number in range(0x110000):
        character = chr(number)
        if unicodedata.category(character) == "Cf" and not unicodedata.name(character, "").startswith(seen):
            assert HIDDEN.match(character), hex(number)


@pytest.mark.parametrize(
    ("character", "shown", "name"),
    [
        ("\x1b", "ESC", "U+001B"),
        ("\n", "LF", "U+000A"),
        ("\x9b", "U+009B", "CONTROL CHARACTER"),
        ("\ud800", "U+D800", "SURROGATE"),
        ("\u2066", "U+2066", "LEFT-TO-RIGHT ISOLATE"),
    ],
)
def test_names(character: str, shown: str, name: str) -> None:
    assert name_hidden(character) == (shown, name)
