"""Case files of functions on strings: which function a case calls, with what, and what it should give."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeAlias

Case: TypeAlias = dict[str, Any]
Cases: TypeAlias = dict[str, list[Case]]


def load_cases(test: str, name: str) -> Cases:
    """Read the case file beside a test: its sets wild, negative, synthetic and known_failures."""
    cases: Cases = json.loads(Path(test).with_name(name).read_text(encoding="utf-8"))
    return cases


def label_case(case: Case) -> str:
    """Name a case in the list of tests."""
    return f"{case['call']}: {case['label']}"


def call_case(calls: Mapping[str, Callable[..., Any]], case: Case) -> object:
    """Call the function that a case names; JSON has no tuples."""
    result = calls[case["call"]](case["input"], **case.get("options", {}))
    return list(result) if isinstance(result, tuple) else result


def count_different(cases: Cases) -> int:
    """Count the cases of all sets; none may stand twice."""
    seen = [(case["call"], case["input"], str(case.get("options"))) for part in cases.values() for case in part]
    assert len(seen) == len(set(seen))
    return len(seen)
