"""Limits: what is too long, too deep, too much or too slow is cut, and said."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

import pytest

from syllabus_parse import InputTypeError, Limits, Syllabus, caps, parse, to_dict
from syllabus_parse.caps import cap_document
from syllabus_parse.cli import main
from syllabus_parse.document import Listing, walk
from syllabus_parse.intake import take_in
from syllabus_parse.limits import CELL_LINES, OutOfTimeError, check_time, keep_time
from syllabus_parse.readers import READERS, inline
from syllabus_parse.source import Span

READ = {reader.dialect: reader.read for reader in READERS}
ROWS = "".join(f"| 2024-09-{day:02d} | Heaps {day} | Trees |\n" for day in range(1, 29))
TABLE = f"| Date | Topic | Reading |\n|---|---|---|\n{ROWS}"


def said(syllabus: Syllabus, code: str) -> str:
    return next(one.message for one in syllabus.diagnostics if one.code == code)


def place(syllabus: Syllabus, code: str, text: str) -> str:
    span = next(one.span for one in syllabus.diagnostics if one.code == code)
    assert span is not None
    return span.slice(text)


def test_a_document_within_its_limits_is_left_alone() -> None:
    source, _ = take_in(TABLE, uri=None, max_chars=10_000)
    document = READ["pipe_table"](source)
    assert cap_document(document, Limits()) is document


def test_rows_over_the_limit_of_cells_are_cut_and_told() -> None:
    syllabus = parse(TABLE, limits=Limits(cells=30))
    assert [session.title for session in syllabus.sessions] == [f"Heaps {day}" for day in range(1, 10)]
    assert "more than 30 cells; the rest was not read" in said(syllabus, "SP703")
    assert place(syllabus, "SP703", TABLE).startswith("| 2024-09-10 ")
    assert place(syllabus, "SP703", TABLE).endswith("| Trees |\n")


@pytest.mark.parametrize(
    ("dialect", "text", "kept", "rest"),
    [
        ("jekyll", "".join(f"# 2024-09-{day:02d}: Heaps {day}\n" for day in range(1, 20)), 5, "# 2024-09-06"),
        ("jekyll", "".join(f"- 2024-09-{day:02d}: Heaps {day}\n" for day in range(1, 20)), 5, "2024-09-06"),
        ("yaml", "".join(f"- date: 2024-09-{day:02d}\n  title: Heaps {day}\n" for day in range(1, 20)), 2, "date: 2"),
    ],
)
def test_pieces_over_the_limit_are_cut_and_told(dialect: str, text: str, kept: int, rest: str) -> None:
    syllabus = parse(text, dialect=dialect, limits=Limits(pieces=8 if dialect == "yaml" else 5))
    assert len(syllabus.sessions) == kept
    assert "the rest was not read" in said(syllabus, "SP703")
    assert rest in place(syllabus, "SP703", text)


def test_lines_of_one_paragraph_are_pieces() -> None:
    text = "".join(f"line {number}\n" for number in range(100))
    source, _ = take_in(text, uri=None, max_chars=10_000)
    document = READ["jekyll"](source)
    cut = cap_document(document, Limits(pieces=10))
    shown = "\n".join(block.text.plain for block in walk(cut.blocks) if hasattr(block, "text"))
    assert shown.split() == " ".join(f"line {number}" for number in range(10)).split()
    assert [problem.code for problem in cut.problems] == ["SP703"]


def test_a_cell_of_too_many_lines_is_cut_and_the_table_goes_on() -> None:
    works = "<br>".join(f"Heaps {number}, VLDB 2001" for number in range(CELL_LINES + 5))
    rows = f"| 2024-09-02 | Trees | {works} |\n| 2024-09-03 | Ropes | Knots |\n"
    text = f"| Date | Topic | Reading |\n|---|---|---|\n{rows}"
    syllabus = parse(text)
    assert [(session.title, len(session.readings)) for session in syllabus.sessions] == [
        ("Trees", CELL_LINES),
        ("Ropes", 1),
    ]
    assert f"more than {CELL_LINES} lines in a cell; the rest was not read" in said(syllabus, "SP703")
    assert place(syllabus, "SP703", text).startswith(f"Heaps {CELL_LINES}, VLDB 2001")
    assert place(syllabus, "SP703", text).rstrip().endswith(f"Heaps {CELL_LINES + 4}, VLDB 2001")


def test_lists_over_the_limit_of_depth_are_flattened_and_nothing_is_lost() -> None:
    text = "".join("  " * depth + f"- point {depth}\n" for depth in range(12))
    source, _ = take_in(text, uri=None, max_chars=10_000)
    document = READ["jekyll"](source)
    assert sum(isinstance(block, Listing) for block in walk(document.blocks)) == 12
    cut = cap_document(document, Limits(depth=3))
    assert sum(isinstance(block, Listing) for block in walk(cut.blocks)) == 3
    shown = [block.text.plain for block in walk(cut.blocks) if hasattr(block, "text")]
    assert sorted(shown) == sorted(f"point {depth}" for depth in range(12))
    assert [problem.code for problem in cut.problems] == ["SP702"]


def test_the_smaller_limit_of_characters_holds() -> None:
    for options in ({"max_chars": 60}, {"limits": Limits(chars=60)}, {"limits": Limits(chars=90), "max_chars": 60}):
        assert "limit 60" in said(parse(TABLE, **options), "SP701")


def test_time_is_looked_at_only_where_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> float:
        raise AssertionError("a clock was read")

    monkeypatch.setattr("syllabus_parse.limits.time.monotonic", refuse)
    parse(TABLE, _debug=True)
    with pytest.raises(AssertionError, match="a clock was read"):
        parse(TABLE, limits=Limits(seconds=1), _debug=True)


@pytest.mark.parametrize(
    ("text", "stage"),
    [(TABLE, "interpretation"), ("<p>a" * 50, "reading"), ("# a\n" * 50, "reading")],
    ids=["table", "html", "markdown"],
)
def test_a_document_out_of_time_is_given_up_and_says_so(text: str, stage: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ticks = iter(range(1000))
    monkeypatch.setattr("syllabus_parse.limits.time.monotonic", lambda: float(next(ticks)))
    syllabus = parse(text, limits=Limits(seconds=20))
    assert (syllabus.sessions, syllabus.readings) == ((), ())
    assert f"20 s, during {stage}" in said(syllabus, "SP704")
    check_time()  # the next document has all the time again


def test_time_is_kept_for_one_document_only() -> None:
    with keep_time(1e-9), pytest.raises(OutOfTimeError):
        check_time()
    check_time()


@pytest.mark.parametrize("name", ["chars", "depth", "cells", "pieces"])
@pytest.mark.parametrize("value", [0, -1, True, 1.5, "9"])
def test_wrong_limits_are_refused(name: str, value: object) -> None:
    with pytest.raises(InputTypeError, match=f"`{name}` must be a positive int"):
        Limits(**{name: value})  # type: ignore[arg-type]


@pytest.mark.parametrize("value", [0, -1.0, True, "9", float("nan")])
def test_a_wrong_time_is_refused(value: object) -> None:
    with pytest.raises(InputTypeError, match="`seconds` must be a positive number"):
        Limits(seconds=value)  # type: ignore[arg-type]


def test_limits_are_limits() -> None:
    with pytest.raises(InputTypeError, match="`limits` must be Limits or None, not dict"):
        parse(TABLE, limits={"chars": 9})  # type: ignore[arg-type]


def test_a_compressed_document_is_unpacked() -> None:
    packed = gzip.compress(TABLE.encode()[:400]) + gzip.compress(TABLE.encode()[400:])
    plain: dict[str, Any] = to_dict(parse(TABLE))
    unpacked: dict[str, Any] = to_dict(parse(packed))
    assert unpacked["source"]["sha256"] != plain["source"]["sha256"]
    unpacked["source"]["sha256"] = plain["source"]["sha256"]
    assert unpacked == plain


def test_a_damaged_archive_is_read_as_far_as_it_goes_and_says_so() -> None:
    packed = gzip.compress(TABLE.encode())
    syllabus = parse(packed[:-20])
    assert "broken or cut short" in said(syllabus, "SP101")
    assert "gzip archive" in said(parse(b"\x1f\x8b\x08 and no more of it"), "SP102")
    assert "gzip archive" in said(parse(gzip.compress(packed)), "SP102")


def test_the_command_takes_limits(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    path = tmp_path / "plan.md"
    path.write_text(TABLE, "utf-8")
    assert main(["check", str(path), "--limit", "cells=30", "--limit", "depth=5"]) == 0
    assert b"more than 30 cells" in capfdbinary.readouterr().out
    for wrong in ("cells=0", "cells", "rows=3", "seconds=x", "chars=1.5"):
        assert main(["check", str(path), "--limit", wrong]) == 2


def test_of_a_text_without_end_the_beginning_is_read_and_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(caps, "MAX_TEXT", 1_000)
    monkeypatch.setattr(caps, "KEPT_TEXT", 300)
    for text in ("*Heaps* and trees " * 70, "| Date | Topic |\n|---|---|\n| 9/2 | " + "Heaps; " * 180 + "|\n"):
        cut = [one for one in parse(text).diagnostics if one.code == "SP703"]
        assert len(cut) == 1
        assert cut[0].span is not None
        assert 300 < cut[0].span.start < 400
        assert "1000 characters in one text" in cut[0].message
    assert not any(one.code == "SP703" for one in parse("*Heaps* and trees " * 50).diagnostics)


def test_marks_far_behind_in_a_text_are_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inline, "MAX_TEXT", 1_000)
    text = inline.read_inline("*a* " * 250 + "*b*")
    assert text.plain == "a " * 250 + "*b*"
    assert text.span_at(len(text.plain) - 3, len(text.plain)) == Span(1_000, 1_003)
