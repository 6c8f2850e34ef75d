"""Encodings that a page declares, and texts cut in the middle of what stands for other letters."""

from __future__ import annotations

import pytest

from syllabus_parse import Limits, parse
from syllabus_parse.document import Run, Text
from syllabus_parse.source import Span, decode

PAGE = '<html><head><meta charset="{}"></head><body><p>{}</p></body></html>'


@pytest.mark.parametrize(
    ("declared", "used", "words", "encoding"),
    [
        ("shift_jis", "shift_jis", "機織りの授業", "shift_jis"),
        ("koi8-r", "koi8-r", "Ткачество", "koi8-r"),
        ("iso-8859-1", "cp1252", "Weberei für Anfänger – “Los!”", "cp1252"),
        ("no-such-code", "cp1252", "Weberei für Anfänger", "cp1252"),
        ("base64", "cp1252", "Weberei für Anfänger", "cp1252"),
    ],
)
def test_bytes_are_read_as_the_page_declares_where_that_is_an_encoding(
    declared: str, used: str, words: str, encoding: str
) -> None:
    source = decode(PAGE.format(declared, words).encode(used))
    assert words in source.text
    assert source.encoding == encoding


def test_a_cut_through_a_run_that_stands_for_other_letters_keeps_its_place() -> None:
    text = Text.of([Run("a ", Span(0, 2)), Run("Käse", Span(2, 12)), Run(" b", Span(12, 14))])
    cut = text.slice(3, 5)
    assert cut.plain == "äs"
    assert cut.span == Span(2, 12)


DATA = "- {date: 2024-09-02, title: Heaps, readings: [One, Two]}\n- {date: 2024-09-09, title: Treaps}\n"


def test_values_over_the_limit_of_cells_are_cut_and_told() -> None:
    syllabus = parse(DATA, limits=Limits(cells=4))
    assert [session.title for session in syllabus.sessions] == ["Heaps"]
    assert syllabus.sessions[0].readings == ()
    assert [said.code for said in syllabus.diagnostics] == ["SP703"]


def test_values_over_the_limit_of_depth_are_left_out_and_told() -> None:
    syllabus = parse(DATA, limits=Limits(depth=2))
    assert [session.title for session in syllabus.sessions] == ["Heaps", "Treaps"]
    assert "SP702" in [said.code for said in syllabus.diagnostics]
