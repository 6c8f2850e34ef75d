"""The JSON Schema that ships with the package fits what the package writes."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from fixture_files import Fixture, find_fixtures
from syllabus_parse import Syllabus, parse, record_schema, to_dict
from test_serialize import syllabi

SCHEMA: dict[str, Any] = record_schema()
VALIDATOR = Draft202012Validator(SCHEMA)


def test_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_each_call_gives_a_schema_of_its_own() -> None:
    record_schema().clear()
    assert record_schema() == SCHEMA


@given(syllabi)
def test_every_record_is_valid_and_has_every_key(syllabus: Syllabus) -> None:
    record = json.loads(json.dumps(to_dict(syllabus)))
    VALIDATOR.validate(record)
    assert not list(keys_apart(SCHEMA, record, "$"))


def keys_apart(schema: dict[str, Any], value: object, at: str) -> list[str]:
    """Say where the keys of a record are not those that the schema names, in either direction."""
    while "$ref" in schema or "anyOf" in schema:
        schema = schema["anyOf"][0] if "anyOf" in schema else SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]]
    if isinstance(value, list) and "items" in schema:
        return [line for item in value for line in keys_apart(schema["items"], item, f"{at}[]")]
    if not isinstance(value, dict) or "properties" not in schema:
        return []
    found = [f"{at}.{key}" for key in schema["properties"].keys() ^ value.keys()]
    return found + [line for key in value for line in keys_apart(schema["properties"][key], value[key], f"{at}.{key}")]


@pytest.mark.parametrize("fixture", find_fixtures(), ids=lambda fixture: fixture.label)
def test_fixtures_fit(fixture: Fixture) -> None:
    VALIDATOR.validate(fixture.expected)
    VALIDATOR.validate(to_dict(parse(fixture.text, **fixture.hints)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "record",
    [
        {},
        {"source": {"dialect": 1}},
        {"source": {"dialect": "html"}, "sessions": [{"date": "9/2"}]},
        {"source": {"dialect": "html"}, "sessions": [{"start_time": "25:00"}]},
        {"source": {"dialect": "html"}, "readings": [{"year": 1999}]},
        {"source": {"dialect": "html"}, "readings": [{"title": "A", "requirement": "perhaps"}]},
        {"source": {"dialect": "html"}, "links": [{"spans": {"url": [1]}}]},
    ],
)
def test_wrong_records_are_refused(record: dict[str, object]) -> None:
    assert not VALIDATOR.is_valid(record)
