"""The way in: what `parse` and its kin take, what they refuse, and that no content makes them raise."""

from __future__ import annotations

import gc
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import syllabus_parse
from fixture_files import find_fixtures
from syllabus_parse import InputTypeError, Syllabus, UnknownDialectError, detect, parse, parse_file, parse_many, to_dict
from syllabus_parse.intake import take_in

TABLE = "| Date | Topic |\n|---|---|\n| 9/2 | Heaps |\n| 9/9 | Treaps |\n"
BY_DIALECT = {
    "pipe_table": syllabus_parse.parse_pipe_table,
    "row_dump": syllabus_parse.parse_row_dump,
    "jekyll": syllabus_parse.parse_jekyll,
    "date_list": syllabus_parse.parse_date_list,
    "venue_list": syllabus_parse.parse_venue_list,
    "html": syllabus_parse.parse_html,
    "yaml": syllabus_parse.parse_data,
}


def codes(syllabus: Syllabus) -> set[str]:
    return {said.code for said in syllabus.diagnostics}


def test_text_and_bytes_give_the_same() -> None:
    assert parse(TABLE) == parse(TABLE.encode())
    assert [session.title for session in parse(TABLE).sessions] == ["Heaps", "Treaps"]


def test_text_is_never_a_path(tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    path.write_text(TABLE, "utf-8")
    assert parse(str(path)).sessions == ()


@pytest.mark.parametrize("dialect", BY_DIALECT)
def test_one_function_a_dialect(dialect: str) -> None:
    assert BY_DIALECT[dialect](TABLE, year=2025).source.dialect == dialect
    assert parse(TABLE, dialect=dialect).source.dialect == dialect


def test_the_address_is_kept_as_the_source() -> None:
    assert parse(TABLE, url="https://example.org/plan").source.uri == "https://example.org/plan"
    assert parse(TABLE).source.uri is None


def test_files(tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    path.write_text(TABLE, "utf-8")
    for given_path in (path, str(path)):
        syllabus = parse_file(given_path, year=2025)
        assert syllabus.source.uri == str(path)
        assert len(syllabus.sessions) == 2
    assert parse_file(path, url="https://example.org/").source.uri == "https://example.org/"


def test_files_that_cannot_be_opened_say_why(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        parse_file(tmp_path / "missing.md")
    with pytest.raises(IsADirectoryError):
        parse_file(tmp_path)


def test_many_documents_are_parsed_when_asked_for() -> None:
    asked: list[int] = []

    def documents() -> object:
        for number in range(3):
            asked.append(number)
            yield TABLE

    syllabi = parse_many(documents(), year=2025)  # type: ignore[arg-type]
    assert asked == []
    assert len(next(syllabi).sessions) == 2
    assert asked == [0]
    assert len(list(syllabi)) == 2


WRONG_DOCUMENTS = [
    (None, "the document must be str or bytes, not NoneType"),
    (7, "not int"),
    (Path("plan.md"), "; parse_file() takes a path"),
    (bytearray(b"x"), "; pass bytes(data)"),
    (sys.stdin, "; pass data.read()"),
]


@pytest.mark.parametrize(("data", "message"), WRONG_DOCUMENTS, ids=[message for _, message in WRONG_DOCUMENTS])
def test_wrong_documents_are_refused(data: object, message: str) -> None:
    for call in (parse, detect, *BY_DIALECT.values()):
        with pytest.raises(InputTypeError) as caught:
            call(data)  # type: ignore[operator]
        assert message in str(caught.value)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"year": "2024"}, "`year` must be int or None, not str"),
        ({"year": True}, "`year` must be int or None, not bool"),
        ({"year": 24}, "four digits like 2024, not 24"),
        ({"year": 10000}, "four digits like 2024, not 10000"),
        ({"url": b"https://example.org"}, "`url` must be str or None, not bytes"),
        ({"max_chars": 0}, "`max_chars` must be a positive int, not 0"),
        ({"max_chars": True}, "`max_chars` must be a positive int, not True"),
        ({"dialect": 3}, "`dialect` must be str or None, not int"),
    ],
)
def test_wrong_options_are_refused(options: dict[str, object], message: str) -> None:
    with pytest.raises(InputTypeError) as caught:
        parse(TABLE, **options)  # type: ignore[arg-type]
    assert message in str(caught.value)
    # At the call, and not when the first document is asked for.
    with pytest.raises(InputTypeError):
        parse_many([TABLE], **options)  # type: ignore[arg-type]


def test_one_document_is_not_many() -> None:
    with pytest.raises(InputTypeError, match=r"parse\(\) takes one document"):
        parse_many(TABLE)


def test_a_path_is_not_a_number() -> None:
    with pytest.raises(InputTypeError, match="path-like, not int"):
        parse_file(0)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["pipe-table", "Pipe_Table", "pipe_tabel"])
def test_unknown_dialects_are_refused_with_the_nearest(name: str) -> None:
    with pytest.raises(UnknownDialectError, match="did you mean 'pipe_table'") as caught:
        parse(TABLE, dialect=name)
    for dialect in BY_DIALECT:
        assert dialect in str(caught.value)


def test_wrong_calls_are_of_the_family_one_expects() -> None:
    assert issubclass(InputTypeError, TypeError)
    assert issubclass(UnknownDialectError, ValueError)


@pytest.mark.parametrize("text", ["", " \n\t\n", "\ufeff"])
def test_an_empty_document(text: str) -> None:
    assert codes(parse(text)) == {"SP103"}
    assert detect(text) == ()


@pytest.mark.parametrize(
    "data",
    [b"%PDF-1.7\n%\xe2\xe3", b"PK\x03\x04\x14\x00", b"\x89PNG\r\n\x1a\n", bytes(range(256)) * 40, "a\x00b\x01" * 99],
    ids=["pdf", "zip", "png", "all bytes", "controls"],
)
def test_a_binary_document(data: str | bytes) -> None:
    syllabus = parse(data)
    assert "SP102" in codes(syllabus)
    assert (syllabus.sessions, syllabus.readings) == ((), ())
    assert detect(data) == ()


def test_broken_bytes_are_replaced_and_reported() -> None:
    data = TABLE.encode() + "| 9/16 | Über ".encode() + b"\xc3 Trie \xff |\n" + "ä".encode() * 40
    syllabus = parse(data)
    said = next(one for one in syllabus.diagnostics if one.code == "SP101")
    assert said.span is not None
    assert len(syllabus.sessions) == 3


def test_the_limit_cuts_behind_a_line() -> None:
    syllabus = parse(TABLE, max_chars=len(TABLE) - 3)
    said = next(one for one in syllabus.diagnostics if one.code == "SP701")
    assert said.span is not None
    assert said.span.slice(TABLE) == "| 9/9 | Treaps |\n"
    assert [session.title for session in syllabus.sessions] == ["Heaps"]


def test_lone_surrogates_move_no_offset() -> None:
    source, _ = take_in("a\ud800b", uri=None, max_chars=99)
    assert source.text == "a\ufffdb"


def test_a_document_without_a_schedule_says_so() -> None:
    assert "SP201" in codes(parse("Dear all,\n\nthe printer is broken again.\n"))


def test_an_error_inside_becomes_a_diagnostic(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("never")

    monkeypatch.setattr("syllabus_parse._parse.interpret_document", fail)
    syllabus = parse(TABLE)
    said = next(one for one in syllabus.diagnostics if one.code == "SP199")
    assert said.severity == "error"
    assert "ZeroDivisionError during interpretation: never" in said.message
    assert len(syllabus.source.sha256) == 64
    with pytest.raises(ZeroDivisionError):
        parse(TABLE, _debug=True)


@given(st.text())
def test_no_text_makes_it_raise(text: str) -> None:
    assert "SP199" not in codes(parse(text, _debug=True))


@given(st.binary())
def test_no_bytes_make_it_raise(data: bytes) -> None:
    assert "SP199" not in codes(parse(data, _debug=True))


PIECES = (
    "|", " | ", "\n", "\n\n", "---", "|---|---|\n", "#", "### 3/7\n", "- ", "* ", "[", "](", ")", "**", "9/2", "Feb 30",
    "Date", "Topic", "Week 3", "Required Reading", "(SOSP 2019)", "; ", ", ", "A. Quill", " and ", "\t", "<td>", "<!--",
    "&amp;", "é", "Ã©", "\u202e", "https://example.org/a b.pdf", "1999", "`", "\\|", "{{ x }}", "---\ntitle: x\n---\n",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join), st.sampled_from([None, *BY_DIALECT]))
def test_no_mix_of_markup_makes_it_raise(text: str, dialect: str | None) -> None:
    record = to_dict(parse(text, dialect=dialect, _debug=True))
    assert syllabus_parse.from_dict(record) == parse(text, dialect=dialect)


@pytest.mark.parametrize("fixture", find_fixtures(), ids=lambda fixture: fixture.label)
@pytest.mark.parametrize("dialect", BY_DIALECT)
def test_no_reader_minds_another_dialect(fixture: object, dialect: str) -> None:
    parse(fixture.text, dialect=dialect, _debug=True)  # type: ignore[attr-defined]


LARGE = {
    "bars": "|" * 300_000,
    "one long row": "| a " * 60_000,
    "a header and no rows": "| Date | Topic |\n|---|---|\n",
    "open brackets": "[" * 100_000,
    "open tags": "<a " * 50_000,
    "hashes": "#" * 100_000 + " x",
    "quotes": "> " * 50_000,
    "one word": "x" * 300_000,
    "stars": "*a **a " * 20_000,
    "nested list": "".join(" " * depth + "- x\n" for depth in range(400)),
    "ampersands": "&" + "amp;" * 60_000,
    "digits": "9" * 100_000,
    "line ends": "\n" * 300_000 + "x",
}


@pytest.mark.parametrize("label", LARGE)
def test_large_nonsense_is_survived(label: str) -> None:
    assert "SP199" not in codes(parse(LARGE[label], _debug=True))


def test_the_import_is_light() -> None:
    code = "import sys, syllabus_parse; print([name for name in sys.modules if name.startswith('syllabus_parse.')])"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert shown == "[]\n"


def test_every_public_name_is_there() -> None:
    for name in syllabus_parse.__all__:
        assert getattr(syllabus_parse, name) is not None
    assert dir(syllabus_parse) == sorted(syllabus_parse.__all__)
    with pytest.raises(AttributeError, match="no attribute 'prase'"):
        syllabus_parse.prase  # noqa: B018


def test_the_collector_of_garbage_rests_and_goes_on() -> None:
    assert gc.isenabled()
    assert parse(TABLE).sessions
    assert gc.isenabled()
    gc.disable()
    try:
        parse(TABLE)
        assert not gc.isenabled()  # it was off: nobody but the caller turns it on
    finally:
        gc.enable()


def test_a_parse_leaves_no_cycles_behind() -> None:
    parse(TABLE)
    gc.collect()
    for _ in range(20):
        parse(TABLE)
    assert gc.collect() < 20  # one each would grow with the documents
