"""Where a text stands makes no difference to what is read in it: behind blanks, all places are as much further on."""

from __future__ import annotations

from typing import Any

import pytest

from normalized_answers import answer, load_answers

ANSWERS = load_answers()
PLACES = {"start", "end", "affiliation_start", "affiliation_end", "year_start", "year_end"}
MOVED = (
    "parse_people", "score_people", "find_whens", "parse_whens", "parse_when", "match_when", "find_times",
    "find_venue", "parse_venue", "find_terms", "find_term_codes",
)  # fmt: skip
AT_ITS_PLACE = ("and", "& ", "A very long place", "9/4" + " " * 300, "SOSP 2019" + " " * 300, "x" * 300)
"""Words that join what stands before them, and texts that are as long as they may be."""


def move(value: object, by: int) -> object:
    """Return an answer with all its places further on."""
    if isinstance(value, dict):
        return {key: move_field(key, inner, by) for key, inner in value.items()}
    if isinstance(value, list):
        return [move(inner, by) for inner in value]
    return value


def move_field(key: str, value: object, by: int) -> object:
    """Return what stands in a field: a place, places of notes, or more fields."""
    if key in PLACES and isinstance(value, int):
        return value + by
    if key == "notes" and isinstance(value, list):
        return [[start + by, end + by] for start, end in value]
    return move(value, by)


def move_terms(value: list[list[Any]], by: int) -> object:
    return [[*row[:2], row[2] + by, row[3] + by, *row[4:]] for row in value]


@pytest.mark.parametrize("name", MOVED)
@pytest.mark.parametrize("by", [1, 2, 3])
def test_blanks_in_front_move_all_places(name: str, by: int) -> None:
    texts = [text for text in ANSWERS[name] if not text.startswith(AT_ITS_PLACE)]
    assert len(texts) >= len(ANSWERS[name]) - 12
    moving = move_terms if name in ("find_terms", "find_term_codes") else move
    assert {text: answer(name, " " * by + text) for text in texts} == {
        text: moving(ANSWERS[name][text], by) for text in texts
    }
