"""Every input that the fuzzers found, and a part of the corpus they start from, keeps its promise."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

from syllabus_parse import from_dict, parse, to_dict

FUZZ = Path(__file__).parents[2] / "fuzz"
FOUND = sorted(path for path in (FUZZ / "crashes").rglob("*") if path.is_file())


def load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"fuzz_{name}", FUZZ / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


# Inputs that reached branches nothing else had reached, made small; found by changing the pages of the other tests.
SMALL = json.loads(Path(__file__).with_name("small_inputs.json").read_text("utf-8"))
TARGETS = {target.name: target for target in load("targets").TARGETS}


def test_there_are_found_inputs() -> None:
    assert FOUND
    assert {path.parent.name for path in FOUND} <= set(TARGETS)


@pytest.mark.parametrize("path", FOUND, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_was_found_stays_mended(path: Path) -> None:
    TARGETS[path.parent.name].check(path.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
def test_each_target_takes_any_bytes(name: str) -> None:
    for data in (b"", b"\xff\xfe\x00", b"\x00" * 9, b"| 9/2 | Heaps |", b'{"schema_version": 1}'):
        TARGETS[name].check(data)


@pytest.mark.parametrize("case", SMALL, ids=[str(at) for at in range(len(SMALL))])
def test_small_inputs_keep_the_promise_of_any_input(case: dict[str, str]) -> None:
    syllabus = parse(case["text"], dialect=case["dialect"], year=2024, _debug=True)
    record = to_dict(syllabus)
    assert from_dict(record) == syllabus
    assert to_dict(parse(case["text"], dialect=case["dialect"], year=2024)) == record
    for said in syllabus.diagnostics:
        assert said.span is None or 0 <= said.span.start <= said.span.end <= len(case["text"])
