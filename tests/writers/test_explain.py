"""A document beside its values: every line is there, every placed value stands beside its line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fixture_files import Fixture, find_fixtures
from syllabus_parse import Course, Session, Span, Syllabus, parse
from syllabus_parse.model import Origin
from syllabus_parse.source import Source
from syllabus_parse.writers.excerpt import UNSAFE
from syllabus_parse.writers.explain import list_placed_values, write_explanation

TEXT = "# Algorithms (Fall 2024)\n\nHello there.\n\n| Date | Topic |\n|---|---|\n| 9/2 | Heaps |\n| 9/4 | Tries |\n"


def test_values_stand_beside_their_lines() -> None:
    lines = write_explanation(parse(TEXT), Source(TEXT), width=100).splitlines()
    row = next(index for index, line in enumerate(lines) if line.startswith("7  | 9/2 | Heaps |"))
    assert lines[row].split("|")[-1].strip().startswith("sessions[0].date 2024-09-02 (years: ")
    title = next(index for index, line in enumerate(lines) if line.strip() == "sessions[0].title Heaps")
    assert lines[title + 1].startswith("8  | 9/4 | Tries |")


def test_how_many_values_were_made_is_told_once() -> None:
    shown = write_explanation(parse(TEXT), Source(TEXT), width=300)
    assert shown.count("(years: ") == 1
    assert "sessions[1].date 2024-09-04\n" in shown.replace(" \n", "\n").replace("  ", "")


def test_lines_that_gave_nothing_stand_alone() -> None:
    assert "3  Hello there." in write_explanation(parse(TEXT), Source(TEXT)).splitlines()


def test_what_there_is_to_say_stands_at_its_line() -> None:
    text = "| Date | Topic |\n|---|---|\n| 9/2 | Heaps |\n"
    shown = write_explanation(parse(text), Source(text), width=160)
    assert "warning SP303: the year is not known" in shown
    assert "sessions[0].date ? (9/2)" in shown


def test_what_was_read_is_underlined() -> None:
    shown = write_explanation(parse(TEXT), Source(TEXT), color=True)
    assert "| \x1b[4m9/2\x1b[0m | \x1b[4mHeaps\x1b[0m |" in shown
    assert "\x1b" not in write_explanation(parse(TEXT), Source(TEXT))


def test_residue_stands_at_its_line() -> None:
    text = "Heaps\nand more\n"
    syllabus = Syllabus(Origin("html"), coverage={"residue": [[6, 14], "?", [1]]})
    last = write_explanation(syllabus, Source(text)).splitlines()[-1]
    assert (last[:11], last[11:].strip()) == ("2  and more", "residue and more")


def test_places_of_parts() -> None:
    spans = {"notes[1]": Span(0, 1), "title[0]": Span(1, 2), "nothing": Span(2, 3), "notes[9]": Span(3, 4)}
    session = Session(title="Heaps; Tries", notes=("a", "b"), spans=spans)
    values = list_placed_values(Syllabus(Origin("html"), sessions=(session,)))
    assert [(value.path, value.value) for value in values] == [
        ("sessions[0].notes[1]", "b"), ("sessions[0].title[0]", "Heaps"),
        ("sessions[0].nothing", None), ("sessions[0].notes[9]", None),
    ]  # fmt: skip


def test_a_line_of_a_megabyte_is_shown_in_pieces() -> None:
    text = "x" * 2000
    course = Course("x", spans={"title": Span(1500, 1501)})
    shown = write_explanation(Syllabus(Origin("html"), course), Source(text)).splitlines()
    assert sum("course.title x" in line for line in shown) == 1
    assert "".join(line[3:].split(" ")[0] for line in shown[2:]).count("x") == 2000


@pytest.mark.parametrize("fixture", find_fixtures()[::4], ids=lambda fixture: fixture.label)
def test_every_line_and_every_value_of_a_document_is_shown(fixture: Fixture) -> None:
    syllabus = parse(fixture.text, **fixture.hints)  # type: ignore[arg-type]
    shown = write_explanation(syllabus, Source(fixture.text), width=4000)
    for value in list_placed_values(syllabus):
        assert f"{value.path} " in shown
    numbers = [line.split()[0] for line in shown.splitlines()[1:] if line[:1].isdigit() or line[:2].strip().isdigit()]
    assert int(numbers[-1]) == len(fixture.text.rstrip("\n").split("\n")) + fixture.text.endswith("\n\n")


@given(st.text(max_size=200) | st.text(alphabet="| 9/2\n\tHeaps數\x1b\u202e-", max_size=200))
def test_any_text_can_be_shown(text: str) -> None:
    shown = write_explanation(parse(text), Source(text), width=60)
    assert not UNSAFE.search(shown.replace("\n", ""))
