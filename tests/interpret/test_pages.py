"""What a reader takes from small pages of all kinds: tables, flattened tables, dated lists, lists of papers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from syllabus_parse import parse, to_dict

CASES = json.loads(Path(__file__).with_name("pages.json").read_text("utf-8"))


def narrow(got: object, expected: object) -> object:
    """Cut what was got to the keys that a case expects; people and venues to their names, links to their addresses."""
    if isinstance(expected, dict) and isinstance(got, dict):
        return {key: narrow(got.get(key), value) for key, value in expected.items()}
    if isinstance(expected, list) and isinstance(got, list) and len(got) == len(expected):
        return [narrow(one, other) for one, other in zip(got, expected, strict=True)]
    if isinstance(expected, list) and isinstance(got, list):
        return [one.get("title") if isinstance(one, dict) else one for one in got]
    if isinstance(expected, str) and isinstance(got, dict):
        return got.get("name", got.get("url", got.get("title")))
    return got


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    record = to_dict(parse("\n".join(case["input"]), year=case.get("year"), dialect=case.get("dialect")))
    assert narrow(record, case["expected"]) == case["expected"]
