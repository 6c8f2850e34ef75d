"""A value leads back to its words, and to the rules that made it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import attrs
import pytest

from fixture_files import Fixture, find_fixtures
from syllabus_parse import InputTypeError, PathError, Span, Trace, parse
from syllabus_parse.source import decode

PAGE = """# Maps 101

| Week | Date | Topic | Required Reading |
|---|---|---|---|
| 1 | Mon 9/2 | Caf&eacute; maps | [The Earth](https://doi.org/10.1000/182) [NIPS'17] |
| 2 | Mon 9/9 | Contours | TBD |
"""


@pytest.mark.parametrize("fixture", find_fixtures(), ids=lambda fixture: fixture.label)
def test_every_place_can_be_traced(fixture: Fixture) -> None:
    syllabus = parse(fixture.text, **fixture.hints)  # type: ignore[arg-type]
    lines = fixture.text.split("\n")
    traced = 0
    for path, span in list_places(syllabus, ""):
        trace = syllabus.trace(path, source=fixture.text)
        assert trace.span == span, path
        assert trace.raw == span.slice(fixture.text)
        assert trace.value is not None, path
        assert trace.line is not None
        assert trace.column is not None
        assert lines[trace.line - 1][trace.column - 1 :].startswith(trace.raw.split("\n")[0])
        traced += 1
    assert traced > 10


def list_places(value: object, path: str) -> Iterator[tuple[str, Span]]:
    for key, span in getattr(value, "spans", {}).items():
        # The parts of a title have places of their own, and no values.
        if not key.startswith("title["):
            yield f"{path}.{key}".removeprefix("."), span
    for field in attrs.fields(type(value)):  # type: ignore[arg-type]
        inner = getattr(value, field.name)
        if isinstance(inner, tuple) and inner and attrs.has(type(inner[0])) and field.name != "diagnostics":
            for index, item in enumerate(inner):
                yield from list_places(item, f"{path}.{field.name}[{index}]".removeprefix("."))
        elif attrs.has(type(inner)) and field.name != "source":
            yield from list_places(inner, f"{path}.{field.name}".removeprefix("."))


def test_a_mended_value_leads_to_what_stood_there() -> None:
    trace = parse(PAGE).trace("sessions[0].title", source=PAGE)
    assert (trace.value, trace.raw, trace.rules) == ("Café maps", "Caf&eacute; maps", ("normalized",))
    assert (trace.line, trace.column) == (5, 17)


def test_an_inferred_year_says_so() -> None:
    syllabus = parse(PAGE)
    trace = syllabus.trace("sessions[1].date", source=PAGE)
    assert isinstance(trace.value, dt.date)
    assert trace.raw == "Mon 9/9"
    assert trace.rules[0].startswith("likeliest year: 2 of 2 weekdays named agree; newest work 2017; 2024, ")
    assert trace.certainty == "guessed"
    assert syllabus.trace("course.year").rules


def test_a_hint_is_the_year_of_the_course() -> None:
    trace = parse(PAGE, year=2024).trace("sessions[0].date", source=PAGE)
    assert trace.value == dt.date(2024, 9, 2)
    assert trace.rules


def test_a_stated_year_needs_no_rule() -> None:
    text = PAGE.replace("9/2 |", "9/2/2024 |").replace("9/9 |", "9/9/2024 |")
    assert parse(text).trace("sessions[0].date", source=text).rules == ()


@pytest.mark.parametrize(
    ("path", "value", "rule"),
    [
        ("sessions[0].readings[0].requirement", "required", "above"),
        ("sessions[0].readings[0].identifiers.doi", "10.1000/182", "link"),
        ("sessions[0].readings[0].venue.name", "NeurIPS", "normalized"),
        ("sessions[0].status", "scheduled", "usual"),
    ],
)
def test_rules(path: str, value: str, rule: str) -> None:
    trace = parse(PAGE).trace(path, source=PAGE)
    assert trace.value == value
    assert rule in trace.rules


def test_an_object_has_the_stretch_of_its_values() -> None:
    trace = parse(PAGE).trace("sessions[0].readings[0]", source=PAGE)
    assert trace.raw is not None
    assert trace.raw.startswith("The Earth")
    assert parse(PAGE).trace("sessions").span is None


def test_without_the_source_the_kept_words_are_shown() -> None:
    trace = parse(PAGE).trace("sessions[0].date")
    assert (trace.raw, trace.line) == ("Mon 9/2", None)
    assert trace.span is not None
    assert isinstance(parse(PAGE).trace("sessions[1].location"), Trace)


def test_bytes_and_a_decoded_source_do_as_well() -> None:
    data = PAGE.encode()
    syllabus = parse(data)
    assert syllabus.trace("sessions[0].title", source=data) == syllabus.trace("sessions[0].title", source=decode(data))


@pytest.mark.parametrize(
    "path",
    ["sessions[2]", "sessions[0].titel", "sessions.0", "readings[-1]", "course..title", "sessions[0].title[0]", "a b",
     "[0]", "sessions[0].readings[0].identifiers.isbn", "to_dict", "sessions[0].__class__", "sessions[99999999999999]"],
)  # fmt: skip
def test_a_path_that_names_nothing(path: str) -> None:
    with pytest.raises(PathError):
        parse(PAGE).trace(path)


def test_another_document_is_refused() -> None:
    with pytest.raises(InputTypeError, match="hashes differ"):
        parse(PAGE).trace("sessions[0].title", source=PAGE + " ")
    with pytest.raises(InputTypeError):
        parse(PAGE).trace("sessions[0].title", source=3)  # type: ignore[arg-type]
