"""The fixtures on disk, and how an expected record is compared.

A fixture is a document `<name>.<ext>` in a folder named by its dialect, beside it `<name>.expected.json`, and
`<name>.hints.json` where the caller knows what the text does not say (`{"year": 2023}`).

The expected record holds the keys that matter, and the rule is: every key given there must be in the record with
an equal value; objects are compared key by key, lists of objects item by item and of equal length, all else as it is.
"""

from __future__ import annotations

import json
from pathlib import Path

import attrs

FIXTURES = Path(__file__).parent / "fixtures"


@attrs.frozen
class Fixture:
    """One document with what it should become."""

    path: Path
    dialect: str
    text: str
    hints: dict[str, object]
    expected: dict[str, object]

    @property
    def label(self) -> str:
        return f"{self.dialect}/{self.path.stem}"

    @property
    def expected_path(self) -> Path:
        return self.path.with_name(f"{self.path.stem}.expected.json")


def find_fixtures() -> list[Fixture]:
    """Return all fixtures, in the order of their paths."""
    return [read_fixture(path) for path in sorted(FIXTURES.glob("*/*")) if path.suffix != ".json"]


def read_fixture(path: Path) -> Fixture:
    expected = json.loads(path.with_name(f"{path.stem}.expected.json").read_text("utf-8"))
    hints_path = path.with_name(f"{path.stem}.hints.json")
    hints = json.loads(hints_path.read_text("utf-8")) if hints_path.exists() else {}
    return Fixture(path, path.parent.name, path.read_text("utf-8"), hints, expected)


def list_differences(expected: object, actual: object, at: str = "$") -> list[str]:
    """Say where a record departs from what is expected of it, one line each."""
    if isinstance(expected, dict) and isinstance(actual, dict):
        found: list[str] = []
        for key, value in expected.items():
            if key not in actual:
                found.append(f"{at}.{key}: expected {value!r}, the key is missing")
            else:
                found += list_differences(value, actual[key], f"{at}.{key}")
        return found
    if isinstance(expected, list) and isinstance(actual, list) and _holds_objects(expected):
        found = []
        if len(expected) != len(actual):
            found.append(f"{at}: expected {len(expected)} items, got {len(actual)}")
        for index, (mine, theirs) in enumerate(zip(expected, actual, strict=False)):
            found += list_differences(mine, theirs, f"{at}[{index}]")
        return found
    if expected == actual and type(expected) is type(actual):
        return []
    return [f"{at}: expected {_shorten(expected)}, got {_shorten(actual)}"]


def project_record(actual: object, shape: object) -> object:
    """Return the record with only the keys that the expected one has: what `make accept` writes."""
    if isinstance(shape, dict) and isinstance(actual, dict):
        return {key: project_record(actual.get(key), value) for key, value in shape.items()}
    if isinstance(shape, list) and isinstance(actual, list) and _holds_objects(shape):
        # An entry that is new takes the keys that any of the others has.
        union: dict[str, object] = {}
        for item in shape:
            for key, value in item.items():
                if not union.get(key):
                    union[key] = value
        shapes = [*shape, *([union] * len(actual))]
        return [project_record(item, shapes[index]) for index, item in enumerate(actual)]
    if isinstance(actual, list) and actual and isinstance(actual[0], dict):
        return [{key: item[key] for key in ("date", "title", "name", "url", "text") if key in item} for item in actual]
    return actual


def write_compact(value: object, indent: str = "") -> str:
    """Write JSON so that it reads well: what fits on a line stands on one."""
    line = json.dumps(value, ensure_ascii=False)
    if len(indent) + len(line) <= 150 or not isinstance(value, (dict, list)) or not value:
        return line
    inner = indent + " "
    if isinstance(value, dict):
        parts = [f"{json.dumps(key)}: {write_compact(item, inner)}" for key, item in value.items()]
        return "{\n" + ",\n".join(inner + part for part in parts) + "\n" + indent + "}"
    return "[\n" + ",\n".join(inner + write_compact(item, inner) for item in value) + "\n" + indent + "]"


def _holds_objects(items: list[object]) -> bool:
    return bool(items) and all(isinstance(item, dict) for item in items)


def _shorten(value: object) -> str:
    words = json.dumps(value, ensure_ascii=False)
    return words if len(words) <= 300 else f"{words[:300]}…"
