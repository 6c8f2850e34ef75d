"""A value leads back to its words, and to the rules that made it."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator

import attrs
import pytest

from fixture_files import Fixture, find_fixtures
from syllabus_parse import InputTypeError, PathError, Span, Syllabus, Trace, parse
from syllabus_parse.rules import RULES
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


TABLE = "| Date | Topic | Reading |\n|---|---|---|\n"
RULED = {
    "normalized": ("# Papers\n\n- [Usenix ATC'19] Join Trees\n- [VLDB'19] Heaps\n", "readings[0].venue.name"),
    "years": ("# Maps, Spring 2024\n\n" + TABLE + "| Feb 29 | Coasts | |\n", "sessions[0].date"),
    "likeliest year": (TABLE + "| Feb 29 | Coasts | Shores. OSDI 2023 |\n", "sessions[0].date"),
    "term": ("# Maps, 2024\n\n" + TABLE + "| 9/2 | Coasts | |\n", "course.term"),
    "order": ("# Maps, Fall 2024\n\n" + TABLE + "| 3/9 | Coasts | |\n| 17/9 | Rivers | |\n", "sessions[0].date"),
    "likeliest order": ("# Maps, Fall 2024\n\n" + TABLE + "| 9/4 | Ice | |\n| 9/9 | Sea | |\n", "sessions[0].date"),
    "day": (
        "| Week of | Monday | Wednesday |\n|---|---|---|\n| 2024-09-02 | Sun | Rain |\n| 2024-09-09 | Ice | Sea |\n",
        "sessions[1].date",
    ),
    "session's day": (
        "| Date | Topic | Due |\n|---|---|---|\n| 2024-09-04 | Coasts | HW1 |\n", "sessions[0].assignments[0].date",
    ),
    "above": (
        "## 2024-09-04: Coasts\n\n**Required reading**\n\n- [Shores](s.pdf)\n", "sessions[0].readings[0].requirement",
    ),
    "tag": ("# Papers\n\n- [VLDB'19] Join Trees\n- [OSDI'20] Heaps\n", "readings[0].venue.name"),
    "link": ("# Papers\n\n- [Join Trees](https://doi.org/10.1000/182). VLDB 2019.\n", "readings[0].identifiers.doi"),
    "title and people": (
        "# Papers\n\n- [Trees](t.pdf). Join Trees and Other Plants Ada Quill, Bea Marsh. VLDB 2019.\n",
        "readings[0].title",
    ),
    "names": ("# Papers\n\n- Join Trees. Ada QuillBea Marsh. VLDB 2019.\n- Heaps. Kyle ChardIan Foster. OSDI 2020.\n",
              "readings[0].authors[1].name"),
    "template": (
        "---\ntitle: Maps\npapers:\n  shores: https://x.org/s.pdf\n---\n\n## 2024-09-04: Coasts\n\n"
        "Readings:\n\n- [Shores]({{ page.papers.shores }})\n",
        "sessions[0].readings[0].links[0].url",
    ),
    "columns": ("| 2024-09-02 | Heaps |\n|---|---|\n| 2024-09-04 | Treaps |\n", "sessions[1].title"),
    "words": (TABLE + "| 2024-09-04 | Midterm exam | |\n", "sessions[0].kind"),
    "usual": (TABLE + "| 2024-09-04 | Coasts | |\n", "sessions[0].status"),
}  # fmt: skip


@pytest.mark.parametrize("name", RULED)
def test_each_rule_is_told(name: str) -> None:
    text, path = RULED[name]
    syllabus = parse(text, _debug=True)
    trace = syllabus.trace(path, source=text)
    assert name in [rule.partition(":")[0] for rule in trace.rules], trace
    if name != "normalized":
        assert trace.certainty != "stated"
    back = Syllabus.from_dict(json.loads(json.dumps(syllabus.to_dict())))
    assert back.trace(path, source=text) == trace


def test_the_table_of_rules_is_complete() -> None:
    assert list(RULED) == [rule.name for rule in RULES]
    assert all(rule.example.partition(":")[0] == rule.name for rule in RULES)


def test_a_stated_value_has_no_rule() -> None:
    text = TABLE + "| 2024-09-04 | Coasts | Shores. OSDI 2023 |\n"
    for path in ("sessions[0].date", "sessions[0].title", "sessions[0].readings[0].year"):
        trace = parse(text).trace(path, source=text)
        assert (trace.rules, trace.certainty) == ((), "stated"), path


def test_an_object_is_found_by_itself() -> None:
    syllabus = parse(PAGE)
    reading = syllabus.sessions[0].readings[0]
    assert syllabus.source_of(reading).path == "sessions[0].readings[0]"
    assert syllabus.source_of(reading, "title", source=PAGE).raw == "The Earth"
    with pytest.raises(PathError, match="no part"):
        syllabus.source_of(attrs.evolve(reading))
    with pytest.raises(PathError):
        syllabus.source_of(reading, "isbn")


def test_all_values_are_traced_in_the_order_of_the_record() -> None:
    syllabus = parse(PAGE)
    traces = list(syllabus.traces(source=PAGE))
    assert [trace.path for trace in traces][:2] == ["course.title", "course.code"] or traces[0].path.startswith(
        "course"
    )
    assert {trace.path for trace in traces} >= {"sessions[0].readings[0].links[0].url", "sessions[1].date"}
    for trace in traces:
        assert trace == syllabus.trace(trace.path, source=PAGE)
