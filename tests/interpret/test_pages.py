"""What a reader takes from small pages of all kinds: tables, flattened tables, dated lists, lists of papers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from record_cases import narrow
from syllabus_parse import parse, to_dict

CASES = [
    case
    for name in ("pages.json", "shapes.json", "data_records.json", "table_pages.json", "outline_pages.json")
    for case in json.loads(Path(__file__).with_name(name).read_text("utf-8"))
]


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    text = "\n".join(case["input"])
    record = to_dict(parse(text, year=case.get("year"), dialect=case.get("dialect"), url=case.get("url")))
    assert narrow(record, case["expected"]) == case["expected"]
