"""The calls beside parsing: check, diff, explain; and how strictness ends the command."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from syllabus_parse import __version__
from syllabus_parse.cli import main

CLEAN = "| Date | Topic |\n|---|---|\n| 2024-09-02 | Heaps |\n| 2024-09-09 | Treaps |\n"
DOUBTFUL = "| Date | Topic |\n|---|---|\n| 9/2 | Heaps |\n"
BINARY = b"%PDF-1.7\n\x00\x01\x02"


@pytest.fixture(autouse=True)
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("clean.md").write_text(CLEAN, "utf-8")
    Path("doubtful.md").write_text(DOUBTFUL, "utf-8")
    Path("newer.md").write_text(CLEAN.replace("09-02", "09-04"), "utf-8")
    Path("plan.pdf").write_bytes(BINARY)


Capture = pytest.CaptureFixture[str]


# Strictness.


def test_strict_shows_the_place_and_writes_the_record_all_the_same(capsys: Capture) -> None:
    assert main(["doubtful.md", "--strict"]) == 1
    out, err = capsys.readouterr()
    assert len(json.loads(out)["sessions"]) == 1
    assert err.splitlines() == [
        "doubtful.md:3:3: warning SP303: the year is not known; the date is left open: 9/2",
        "3 | | 9/2 | Heaps |",
        "  |   ^^^",
        "syllabus-parse: doubtful.md: 1 diagnostic of severity warning or worse",
    ]


STATUSES = [
    (["doubtful.md"], 0),
    (["doubtful.md", "--fail-on", "error"], 0),
    (["doubtful.md", "--fail-on", "warning"], 1),
    (["doubtful.md", "--fail-on", "info"], 1),
    (["doubtful.md", "--strict", "--year", "2024"], 0),
    (["clean.md", "--strict"], 0),
    (["clean.md", "doubtful.md", "--strict"], 1),
    (["doubtful.md", "clean.md", "--strict"], 1),
    (["plan.pdf"], 0),
    (["plan.pdf", "--fail-on", "error"], 1),
]


@pytest.mark.parametrize(("words", "status"), STATUSES, ids=[" ".join(words) for words, _ in STATUSES])
@pytest.mark.parametrize("call", [[], ["check"]], ids=["parse", "check"])
def test_status(call: list[str], words: list[str], status: int) -> None:
    assert main([*call, *words]) == status


# check


def test_check_shows_the_places(capsys: Capture) -> None:
    assert main(["check", "doubtful.md", "clean.md"]) == 0
    out, err = capsys.readouterr()
    assert out.splitlines() == [
        "doubtful.md:3:3: warning SP303: the year is not known; the date is left open: 9/2",
        "3 | | 9/2 | Heaps |",
        "  |   ^^^",
    ]
    assert err == ""


def test_check_as_json(capsys: Capture) -> None:
    assert main(["check", "doubtful.md", "--to", "json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert record["source"]["uri"] == "doubtful.md"
    assert record["diagnostics"][0]["start"] == {"line": 3, "column": 3}
    assert main(["check", "doubtful.md", "clean.md", "--to", "json"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [len(json.loads(line)["diagnostics"]) for line in lines] == [1, 0]


def test_check_as_sarif(capsys: Capture) -> None:
    assert main(["check", "doubtful.md", "gone.md", "clean.md", "--to", "sarif", "-o", "log.sarif", "--strict"]) == 1
    run = json.loads(Path("log.sarif").read_text("utf-8"))["runs"][0]
    assert run["tool"]["driver"]["version"] == __version__
    assert [artifact["location"]["uri"] for artifact in run["artifacts"]] == ["doubtful.md", "clean.md"]
    assert [result["ruleId"] for result in run["results"]] == ["SP303"]
    assert run["invocations"][0]["executionSuccessful"] is False
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines() == [
        "syllabus-parse: doubtful.md: 1 diagnostic of severity warning or worse",
        "syllabus-parse: gone.md: no such file",
    ]


def test_the_same_documents_give_the_same_log() -> None:
    assert main(["check", "doubtful.md", "clean.md", "--to", "sarif", "-o", "a.sarif"]) == 0
    assert main(["check", "doubtful.md", "clean.md", "--to", "sarif", "-o", "b.sarif"]) == 0
    assert Path("a.sarif").read_bytes() == Path("b.sarif").read_bytes()


# diff


def test_diff_for_people(capsys: Capture) -> None:
    assert main(["diff", "clean.md", "newer.md"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("clean.md → newer.md\nsessions: 1 moved, 1 the same\n")
    assert "date: 2024-09-02 → 2024-09-04" in out


def test_diff_as_json(capsys: Capture) -> None:
    assert main(["diff", "clean.md", "newer.md", "--to", "json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert record["counts"]["sessions"]["moved"] == 1
    assert (record["old"]["uri"], record["new"]["uri"]) == ("clean.md", "newer.md")


def test_a_record_stands_for_its_document(capsys: Capture) -> None:
    assert main(["clean.md", "-o", "clean.json"]) == 0
    assert main(["diff", "clean.json", "clean.md"]) == 0
    assert "sessions: 2 the same" in capsys.readouterr().out
    Path("broken.json").write_text('{"schema_version": 1, "source"', "utf-8")
    assert main(["diff", "broken.json", "clean.md"]) == 1
    assert "looks like a record and is none" in capsys.readouterr().err


def test_diff_of_a_missing_file(capsys: Capture) -> None:
    assert main(["diff", "clean.md", "gone.md"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "gone.md: no such file" in err


# explain


def test_explain(capsys: Capture) -> None:
    assert main(["explain", "clean.md"]) == 0
    out = capsys.readouterr().out
    assert "| 2024-09-02 | Heaps |" in out
    assert "sessions[0].title Heaps" in out
    assert "\x1b" not in out
    assert main(["explain", "gone.md"]) == 1


# review


def test_review(capsys: Capture) -> None:
    assert main(["review", "doubtful.md", "-o", "review.html"]) == 0
    assert capsys.readouterr() == ("", "")
    page = Path("review.html").read_text("utf-8")
    assert page.startswith("<!doctype html>")
    assert "SP303" in page
    assert main(["review", "doubtful.md", "--year", "2024"]) == 0
    page = capsys.readouterr().out
    assert "2024-09-02 Mon" in page
    assert "SP303" not in page
    assert main(["review", "gone.md"]) == 1
    assert main(["review", "plan.pdf", "-o", "review.html"]) == 0
    assert "SP102" in Path("review.html").read_text("utf-8")


def test_review_shows_so_many_characters(capsys: Capture) -> None:
    assert main(["review", "clean.md", "--max-chars", "30"]) == 0
    assert f"the first 30 of {len(CLEAN)} characters" in capsys.readouterr().out


WRONG_CALLS = [
    (["review"], "no FILE was given"),
    (["review", "clean.md", "newer.md"], "one document is reviewed at a time; 2 were given"),
    (["review", "clean.md", "-o", "clean.md"], "clean.md is one of the documents"),
    (["review", "clean.md", "--max-chars", "-3"], "a number of characters was expected"),
    (["check"], "no FILE was given"),
    (["explain"], "no FILE was given"),
    (["explain", "clean.md", "newer.md"], "one document is explained at a time; 2 were given"),
    (["diff", "clean.md"], "two documents are compared, OLD and NEW; 1 were given"),
    (["diff", "-", "-"], "standard input can be read only once"),
    (["diff", "clean.md", "newer.md", "--to", "jsno"], "did you mean 'json'?"),
    (["diff", "clean.md", "newer.md", "-o", "newer.md"], "newer.md is one of the documents"),
    (["check", "clean.md", "--to", "sairf"], "unknown format 'sairf'; did you mean 'sarif'? Known are text, json"),
    (["check", "clean.md", "--dialect", "pipe"], "unknown dialect 'pipe'"),
    (["clean.md", "--fail-on", "bad"], "unknown severity 'bad'. Known are info, warning, error"),
    (["clean.md", "--fail-on", "info", "--strict"], "not allowed with argument"),
    (["check", "clean.md", "--fail-on"], "expected one argument"),
]


@pytest.mark.parametrize(("words", "message"), WRONG_CALLS, ids=[" ".join(words) for words, _ in WRONG_CALLS])
def test_wrong_calls_teach(words: list[str], message: str, capsys: Capture) -> None:
    assert main(words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert message in err
    assert Path("newer.md").read_text("utf-8") == CLEAN.replace("09-02", "09-04")


def test_a_document_called_like_a_call() -> None:
    Path("diff").write_text(CLEAN, "utf-8")
    assert main(["./diff", "-o", "out.json"]) == 0


HOSTILE = "| Date | Topic |\n|---|---|\n| 9/2 | \x1b]0;owned\x07red\x9b31m \u202egnorw |\n"


@pytest.mark.parametrize("call", ["check", "explain", "diff"])
@pytest.mark.parametrize("form", ["text", "json"])
def test_a_document_cannot_steer_the_terminal(call: str, form: str, capsys: Capture) -> None:
    name = "plan\x1b[2J.md"
    Path(name).write_text(HOSTILE, "utf-8")
    words = [call, name] if call != "diff" else [call, "clean.md", name]
    assert main(words if call == "explain" else [*words, "--to", form]) == 0
    out, err = capsys.readouterr()
    assert out
    assert not set(out + err) & set("\x07\x1b\x9b\u202e")


@pytest.mark.parametrize("call", ["check", "detect", "diff", "explain"])
def test_help(call: str) -> None:
    words = [sys.executable, "-m", "syllabus_parse", call, "--help"]
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0
    assert done.stdout.startswith(f"usage: syllabus-parse {call}")


def test_diff_reads_standard_input() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "syllabus_parse", "diff", "-", "newer.md"],
        input=CLEAN.encode(), capture_output=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0
    assert done.stdout.decode().startswith("- → newer.md\n")
