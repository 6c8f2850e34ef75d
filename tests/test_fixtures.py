"""Every fixture parses to what its expected record says, and every value stands where its span says."""

from __future__ import annotations

import pytest

import syllabus_parse
from fixture_files import FIXTURES, Fixture, find_fixtures, list_differences
from syllabus_parse.serialize import to_dict

ALL = find_fixtures()
DIALECTS = ("pipe_table", "row_dump", "jekyll", "date_list", "venue_list")
each_fixture = pytest.mark.parametrize("fixture", ALL, ids=lambda fixture: fixture.label)


def parse_fixture(fixture: Fixture, *, dialect: str | None = None) -> dict[str, object]:
    return to_dict(syllabus_parse.parse(fixture.text, dialect=dialect, _debug=True, **fixture.hints))  # type: ignore[arg-type]


def test_the_folder_is_not_empty() -> None:
    for dialect in DIALECTS:
        assert len(list((FIXTURES / dialect).glob("*.expected.json"))) >= 3, dialect


def test_every_expected_record_has_its_document() -> None:
    named = {fixture.expected_path for fixture in ALL}
    assert named == set(FIXTURES.glob("*/*.expected.json"))


@each_fixture
def test_parses_as_expected(fixture: Fixture) -> None:
    assert list_differences(fixture.expected, parse_fixture(fixture)) == []


@each_fixture
def test_parses_as_expected_with_the_dialect_named(fixture: Fixture) -> None:
    assert list_differences(fixture.expected, parse_fixture(fixture, dialect=fixture.dialect)) == []


@each_fixture
def test_is_detected(fixture: Fixture) -> None:
    guesses = syllabus_parse.detect(fixture.text)
    assert guesses[0].dialect == fixture.dialect
    assert guesses[0].reasons
