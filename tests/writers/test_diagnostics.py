"""What was said of a document: as text, as JSON, as an exception."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syllabus_parse import DiagnosticError, DiagnosticsError, InputTypeError, Span, Syllabus, SyllabusError, parse
from syllabus_parse.diagnostic_codes import CODES, SEVERITIES, Severity
from syllabus_parse.diagnostics import Diagnostic, report
from syllabus_parse.model import Origin
from syllabus_parse.source import Source
from syllabus_parse.writers.diagnostics import write_diagnostics, write_diagnostics_json

TEXT = "# Plan\n| Date | Topic |\n|---|---|\n| 9/2 | Heaps |\n| 9/9 | Treaps |\n"


@pytest.mark.parametrize(("code", "example"), [(entry.code, entry.example) for entry in CODES if entry.example])
def test_the_example_of_a_code_makes_the_library_say_it(code: str, example: str) -> None:
    data = example.encode().replace("\ufffd".encode(), b"\xff")
    said = {one.code for one in parse(data, max_chars=50 if code == "SP701" else 10_000).diagnostics}
    assert code in said


def test_few_codes_have_no_example() -> None:
    without = [entry.code for entry in CODES if entry.example is None]
    assert without == ["SP104", "SP199", "SP702", "SP703", "SP704", "SP705"]


def test_codes_end_no_sentence_and_need_no_escape() -> None:
    for entry in CODES:
        assert not set("{}|") & set(entry.meaning + entry.remedy), entry.code
        assert not entry.meaning.endswith("."), entry.code


def test_text_has_the_line_and_carets() -> None:
    shown = write_diagnostics(parse(TEXT), Source(TEXT), name="plan.md").splitlines()
    assert shown[:3] == [
        "plan.md:4:3: warning SP303: the year is not known; the date is left open: 9/2",
        "4 | | 9/2 | Heaps |",
        "  |   ^^^",
    ]


def test_text_without_a_source_counts_characters() -> None:
    said = Syllabus(Origin("html"), diagnostics=(report("SP303", Span(3, 6), "9/2"), report("SP103")))
    assert write_diagnostics(said, None, name="p") == (
        "p: warning SP303: the year is not known; the date is left open: 9/2 (characters 3-6)\n"
        "p: info SP103: the document is empty\n"
    )


def test_a_clean_document_has_nothing_to_say() -> None:
    assert write_diagnostics(Syllabus(Origin("html")), Source(""), name="p") == ""


def test_json_has_lines_words_and_remedies() -> None:
    record = json.loads(write_diagnostics_json(parse(TEXT), Source(TEXT)))
    assert record["source"]["dialect"] == "pipe_table"
    first = record["diagnostics"][0]
    assert first == {
        "code": "SP303", "severity": "warning", "message": "the year is not known; the date is left open: 9/2",
        "span": [36, 39], "start": {"line": 4, "column": 3}, "end": {"line": 4, "column": 6},
        "words": "9/2", "remedy": "pass `year` or `url`",
    }  # fmt: skip


def test_json_lines_are_one_line() -> None:
    assert "\n" not in write_diagnostics_json(parse(TEXT), Source(TEXT), indent=None)


def test_raising_is_a_group_of_errors_with_carets() -> None:
    with pytest.raises(DiagnosticsError) as caught:
        parse(TEXT).raise_for_diagnostics(source=TEXT)
    group = caught.value
    assert isinstance(group, ExceptionGroup)
    assert isinstance(group, SyllabusError)
    assert group.message == "document: 2 diagnostics of severity warning or worse"
    assert [error.diagnostic.code for error in group.exceptions if isinstance(error, DiagnosticError)] == ["SP303"] * 2
    assert str(group.exceptions[0]).splitlines()[1:] == ["4 | | 9/2 | Heaps |", "  |   ^^^"]


def test_raising_without_the_text_counts_characters() -> None:
    with pytest.raises(DiagnosticsError) as caught:
        parse(TEXT, url="https://example.org/plan").raise_for_diagnostics()
    assert str(caught.value.exceptions[0]).startswith("https://example.org/plan: warning SP303")
    assert str(caught.value.exceptions[0]).endswith("(characters 36-39)")


def test_the_source_may_be_bytes_but_no_other_document() -> None:
    data = b"\xef\xbb\xbf" + TEXT.encode()
    with pytest.raises(DiagnosticsError) as caught:
        parse(data).raise_for_diagnostics(source=data)
    assert "\n  |   ^^^" in str(caught.value.exceptions[0])
    with pytest.raises(InputTypeError, match="their hashes differ"):
        parse(TEXT).raise_for_diagnostics(source=TEXT + " ")
    with pytest.raises(InputTypeError, match="must be str, bytes or Source"):
        parse(TEXT).raise_for_diagnostics(source=Path("plan.md"))  # type: ignore[arg-type]


def test_except_star_takes_the_errors_one_by_one() -> None:
    met: list[str] = []
    try:
        parse(TEXT).raise_for_diagnostics()
    except* DiagnosticError as group:
        met += [error.diagnostic.code for error in group.exceptions if isinstance(error, DiagnosticError)]
    assert met == ["SP303", "SP303"]


def test_nothing_bad_enough_raises_nothing() -> None:
    parse(TEXT).raise_for_diagnostics(source=TEXT, at_least="error")
    parse("").raise_for_diagnostics(source="")
    with pytest.raises(DiagnosticsError):
        parse("").raise_for_diagnostics(source="", at_least="info")


def test_a_severity_that_is_none_teaches() -> None:
    with pytest.raises(InputTypeError, match="one of info, warning, error, not 'bad'"):
        parse("").raise_for_diagnostics(at_least="bad")  # type: ignore[arg-type]


SAID = st.builds(
    Diagnostic,
    st.sampled_from([entry.code for entry in CODES] + ["SP999"]),
    st.sampled_from(SEVERITIES),
    st.text(),
    st.none() | st.builds(lambda at, more: Span(at, at + more), st.integers(0, 90), st.integers(0, 40)),
)


@given(st.lists(SAID, max_size=4), st.text(max_size=80), st.sampled_from(SEVERITIES))
def test_anything_said_can_be_written_and_raised(said: list[Diagnostic], text: str, worst: Severity) -> None:
    syllabus = Syllabus(Origin("html", uri=text), diagnostics=tuple(said))
    shown = write_diagnostics(syllabus, Source(text), name=text)
    assert not set(shown) & set("\x07\x1b\x9b\u202e\r")
    record = json.loads(write_diagnostics_json(syllabus, Source(text)))
    assert len(record["diagnostics"]) == len(said)
    wanted = [one for one in said if SEVERITIES.index(one.severity) >= SEVERITIES.index(worst)]
    raised: list[object] = []
    try:
        syllabus.raise_for_diagnostics(source=text, at_least=worst)
    except DiagnosticsError as group:
        raised = [error.diagnostic for error in group.exceptions if isinstance(error, DiagnosticError)]
    assert raised == wanted
