"""Readers at the edges of their formats: what is left open, empty, misplaced or repeated in real files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from block_drawings import draw_document

CASES: list[dict[str, Any]] = json.loads(Path(__file__).with_name("edges.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    assert draw_document("\n".join(case["input"]), case["dialect"]) == case["expected"]
