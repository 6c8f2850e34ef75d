"""What the normalizers make of lines of many forms, most of them odd: the paths that no page of the other tests takes.

These answers say what is, so that a change is seen; the other tests say what should be. `make accept` writes them anew,
to be read line by line.
"""

from __future__ import annotations

import pytest

from normalized_answers import FUNCTIONS, answer, load_answers

ANSWERS = load_answers()


def test_every_function_is_among_them() -> None:
    assert set(ANSWERS) == set(FUNCTIONS)
    assert all(ANSWERS.values())


@pytest.mark.parametrize("name", FUNCTIONS)
def test_answers_are_as_accepted(name: str) -> None:
    assert {text: answer(name, text) for text in ANSWERS[name]} == ANSWERS[name]
