"""What the readers make of small documents of every form, block by block, with all places.

These views say what is, so that a change is seen; the other tests of the readers say what should be. `make accept`
writes them anew, to be read line by line.
"""

from __future__ import annotations

from typing import Any

import pytest

from block_views import load_accepted, view_document, view_guesses
from syllabus_parse.readers import READERS

CASES = load_accepted()


def test_every_dialect_is_among_them() -> None:
    assert {case["dialect"] for case in CASES} == {reader.dialect for reader in READERS}


@pytest.mark.parametrize("case", CASES, ids=[f"{at}-{case['dialect']}" for at, case in enumerate(CASES)])
def test_blocks_are_as_accepted(case: dict[str, Any]) -> None:
    assert view_document(case["text"], case["dialect"]) == case["blocks"]


@pytest.mark.parametrize("case", CASES, ids=[f"{at}-{case['dialect']}" for at, case in enumerate(CASES)])
def test_guesses_are_as_accepted(case: dict[str, Any]) -> None:
    assert view_guesses(case["text"]) == case["guesses"]
