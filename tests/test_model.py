"""The model: frozen, slotted, equal by what it says and not by where that stood."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest

from syllabus_parse import Assignment, Course, Link, Origin, Person, Reading, Session, Span, Syllabus, Venue
from syllabus_parse.diagnostic_codes import BY_CODE, CODES
from syllabus_parse.diagnostics import Diagnostic, report

CLASSES = (Assignment, Course, Diagnostic, Link, Origin, Person, Reading, Session, Span, Syllabus, Venue)
SAMPLES = (
    Assignment("Homework 1"),
    Course(),
    Link(None),
    Person("Ada Quill"),
    Reading("Join Trees"),
    Session(),
    Syllabus(Origin("html")),
    Venue("CHI"),
)


@pytest.mark.parametrize("cls", CLASSES)
def test_is_slotted(cls: type) -> None:
    assert "__slots__" in cls.__dict__


@pytest.mark.parametrize("value", SAMPLES, ids=lambda value: type(value).__name__)
def test_is_frozen(value: attrs.AttrsInstance) -> None:
    name = attrs.fields(type(value))[0].name
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(value, name, None)


@pytest.mark.parametrize("value", SAMPLES, ids=lambda value: type(value).__name__)
def test_place_and_words_do_not_count_when_compared(value: attrs.AttrsInstance) -> None:
    here = {"title": Span(0, 4)}
    names = {field.name for field in attrs.fields(type(value))}
    if "spans" in names:
        assert attrs.evolve(value, spans=here) == value  # type: ignore[misc]
    if "raw" in names:
        raw: object = "there" if isinstance(value, Venue) else {"title": "there"}
        assert attrs.evolve(value, raw=raw) == value  # type: ignore[misc]


def test_facts_count_when_compared() -> None:
    assert Session(dt.date(2023, 1, 2)) != Session(dt.date(2023, 1, 3))
    assert Reading("A", year=1999) != Reading("A")


def test_every_code_stands_once_and_in_order() -> None:
    codes = [entry.code for entry in CODES]
    assert codes == sorted(set(codes))
    assert set(BY_CODE) == set(codes)


def test_a_report_quotes_the_detail() -> None:
    said = report("SP301", Span(3, 9), "'Sept 4ish'")
    assert said.severity == "warning"
    assert said.message.endswith(": 'Sept 4ish'")
    assert said.span == Span(3, 9)
