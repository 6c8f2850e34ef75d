"""The command: what it prints, where it complains, and the status it ends with."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from syllabus_parse import __version__
from syllabus_parse.cli import main

TABLE = "| Date | Topic |\n|---|---|\n| 9/2 | Heaps |\n| 9/9 | Treaps |\n"


@pytest.fixture
def document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "plan.md"
    path.write_text(TABLE, "utf-8")
    return Path("plan.md")


@pytest.fixture
def stdin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TABLE.encode())))


def run(*words: str, stdin: bytes = b"", env: dict[str, str] | None = None) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "syllabus_parse", *words], input=stdin, capture_output=True, check=False, timeout=60,
        env={**os.environ, **(env or {})},
    )  # fmt: skip


def test_one_file_gives_one_record(document: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(document), "--year", "2025"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert record["source"]["uri"] == "plan.md"
    assert [session["date"] for session in record["sessions"]] == ["2025-09-02", "2025-09-09"]


def test_several_files_give_json_lines(document: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("b.md").write_text("", "utf-8")
    assert main([str(document), "b.md", "--url", "https://example.org/plan"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["source"]["uri"] for line in lines] == ["plan.md", "b.md"]


def test_the_address_is_the_source_of_a_single_file(document: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(document), "--url", "https://example.org/plan"]) == 0
    assert json.loads(capsys.readouterr().out)["source"]["uri"] == "https://example.org/plan"


@pytest.mark.usefixtures("stdin")
def test_standard_input(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["-"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert record["source"]["uri"] is None
    assert len(record["sessions"]) == 2


def test_table(document: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(document), "--to", "table", "--year", "2025"]) == 0
    out = capsys.readouterr().out
    assert "2025-09-02" in out
    assert "Treaps" in out
    assert "\x1b" not in out


def test_output_to_a_file(document: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(document), "-o", "out.json"]) == 0
    assert capsys.readouterr().out == ""
    assert json.loads(Path("out.json").read_text("utf-8"))["schema_version"] == 1


def test_the_dialect_can_be_named(document: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(document), "--dialect", "jekyll"]) == 0
    assert json.loads(capsys.readouterr().out)["source"]["dialect"] == "jekyll"


def test_detect_ranks_with_reasons(document: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["detect", str(document)]) == 0
    dialect, score, reasons = capsys.readouterr().out.splitlines()[0].split(None, 2)
    assert dialect == "pipe_table"
    assert 0 < float(score) <= 1
    assert reasons


@pytest.mark.usefixtures("document")
def test_detect_of_an_empty_file(capsys: pytest.CaptureFixture[str]) -> None:
    Path("empty.md").touch()
    assert main(["detect", "empty.md", "plan.md"]) == 0
    assert capsys.readouterr().out.startswith("empty.md:\nno dialect fits\nplan.md:\npipe_table")


@pytest.mark.usefixtures("document")
def test_a_document_called_detect(capsys: pytest.CaptureFixture[str]) -> None:
    Path("detect").write_text(TABLE, "utf-8")
    assert main(["./detect"]) == 0
    assert json.loads(capsys.readouterr().out)["source"]["uri"] == "./detect"


def test_unreadable_inputs_are_named_and_the_rest_is_parsed(document: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("folder").mkdir()
    words = ["missing.md", str(document), "folder", "https://example.org/plan"]
    assert main(words) == 1
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 1
    assert err.splitlines() == [
        "syllabus-parse: missing.md: no such file",
        "syllabus-parse: folder: is a directory; name the documents in it",
        "syllabus-parse: https://example.org/plan: no such file; the command reads files, fetch the page first",
    ]


def test_detect_names_unreadable_inputs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["detect", "no/such/file"]) == 1
    assert capsys.readouterr().err == "syllabus-parse: no/such/file: no such file\n"


WRONG_CALLS = [
    ([], "no FILE was given"),
    (["detect"], "no FILE was given"),
    (["-", "-"], "standard input can be read only once"),
    (["plan.md", "--to", "jsno"], "unknown format 'jsno'; did you mean 'json'?"),
    (["plan.md", "--to", "docx"], "Known are json, table"),
    (["plan.md", "--dialect", "pipe-tabel"], "unknown dialect 'pipe-tabel'; did you mean 'pipe_table'?"),
    (["plan.md", "--year", "24"], "a year with four digits like 2024 was expected, not '24'"),
    (["plan.md", "--year", "²⁰²⁴"], "a year with four digits"),
    (["plan.md", "--yaer", "2024"], "unrecognized arguments: --yaer"),
    (["plan.md", "--to"], "expected one argument"),
    (["plan.md", "-o", "plan.md"], "plan.md is one of the documents"),
    (["plan.md", "-o", "no/such/folder/out.json"], "cannot write no/such/folder/out.json: No such file"),
]


@pytest.mark.usefixtures("document")
@pytest.mark.parametrize(("words", "message"), WRONG_CALLS, ids=[" ".join(words) for words, _ in WRONG_CALLS])
def test_wrong_calls_teach(words: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert message in err
    assert "syllabus-parse --help" in err
    assert Path("plan.md").read_text("utf-8") == TABLE


def test_binary_files_give_a_record_and_a_complaint(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(b"%PDF-1.7\n\x00\x01\x02")
    assert main([str(path)]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["sessions"] == []
    assert "SP102" in err


HOSTILE = "| Date | Topic |\n|---|---|\n| 9/2 | \x1b]0;owned\x07red\x9b31m \u202egnorw |\n"


@pytest.mark.parametrize("form", ["json", "table"])
def test_a_document_cannot_steer_the_terminal(form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "plan\x1b[2J.md"
    path.write_text(HOSTILE, "utf-8")
    assert main([str(path), str(tmp_path / "gone\x1b[2J.md"), "--to", form]) == 1
    out, err = capsys.readouterr()
    assert not set(out + err) & set("\x07\x1b\x9b\u202e")
    if form == "table":
        assert "red" in out


def test_the_version_does_not_load_the_parser() -> None:
    code = (
        "import sys, contextlib\nfrom syllabus_parse.cli import main\n"
        "with contextlib.suppress(SystemExit): main(['--version'])\n"
        "parser = ('attr', 'mistune', 'bs4', 'rich', 'syllabus_parse.')\n"
        "loaded = [name for name in sys.modules if name.startswith(parser)]\n"
        "print([name for name in loaded if not name.startswith('syllabus_parse.cli')])"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert shown == f"syllabus-parse {__version__}\n[]\n"


def test_python_m_is_the_command(document: Path) -> None:
    done = run(str(document))
    assert done.returncode == 0
    assert json.loads(done.stdout)["source"]["uri"] == "plan.md"
    assert run("--version").stdout.decode().split() == ["syllabus-parse", __version__]
    assert run("--help").stdout.startswith(b"usage: syllabus-parse")


def test_output_is_utf8_whatever_the_locale(document: Path) -> None:
    document.write_text(TABLE.replace("Heaps", "Bäume"), "utf-8")
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii", "PYTHONCOERCECLOCALE": "0"}
    assert "Bäume" in run(str(document), env=plain).stdout.decode("utf-8")
    assert b"B?ume" in run(str(document), "--to", "table", env=plain).stdout


@pytest.mark.skipif(os.name != "posix", reason="pipes of a shell")
def test_a_closed_pipe_is_quiet(document: Path) -> None:
    document.write_text(TABLE + "| 9/16 | x |\n" * 5000, "utf-8")
    command = f"'{sys.executable}' -m syllabus_parse plan.md | head -c 10"
    done = subprocess.run(["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, check=False, timeout=60)
    assert done.stdout == b'{\n  "schem'
    assert done.stderr == b""
    assert done.returncode == 0
