"""Every format can be asked for by its name, on the command line and in Python."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from export_samples import all_samples
from syllabus_parse import MissingExtraError, Syllabus, parse
from syllabus_parse.cli import main
from syllabus_parse.writers import WRITERS, Writer, find_writer
from syllabus_parse.writers.csv_tables import read_csv_folder
from syllabus_parse.writers.json import read_json_lines

TABLE = "| Date | Topic | Paper |\n|---|---|---|\n| 9/2 | Heaps | [VLDB'19] Join Trees |\n| 9/9 | Treaps | |\n"
Capture = pytest.CaptureFixture[str]
TEXTS = [writer for writer in WRITERS if writer.shape not in ("file", "folder")]


@pytest.fixture(autouse=True)
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("plan.md").write_text(TABLE, "utf-8")
    Path("other.md").write_text(TABLE.replace("Heaps", "Ropes"), "utf-8")


@pytest.mark.parametrize("writer", TEXTS, ids=lambda writer: writer.name)
def test_every_sample_is_written(writer: Writer) -> None:
    pieces = list(writer.write(all_samples()))
    assert b"".join(piece if isinstance(piece, bytes) else piece.encode("utf-8") for piece in pieces)
    assert list(writer.write(all_samples())) == pieces


@pytest.mark.parametrize("writer", TEXTS, ids=lambda writer: writer.name)
def test_the_command_writes_what_python_gives(writer: Writer) -> None:
    assert main(["plan.md", "other.md", "--year", "2031", "--to", writer.name, "-o", "out"]) == 0
    assert b"ROPES" in Path("out").read_bytes().upper() or writer.name in ("readings.csv", "documents.csv", "ris",
        "bibtex", "csl")  # fmt: skip
    assert Path("out").read_bytes()


def test_json_lines_of_one_document(capsys: Capture) -> None:
    assert main(["plan.md", "--to", "jsonl"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 1
    assert json.loads(lines[0])["sessions"][0]["title"] == "Heaps"


@pytest.mark.parametrize("name", ["csv", "parquet", "sqlite", "duckdb"])
def test_files_and_folders_need_a_name(name: str, capsys: Capture) -> None:
    assert main(["plan.md", "--to", name]) == 2
    assert "name it with -o" in capsys.readouterr().err
    assert main(["plan.md", "other.md", "--to", name, "-o", "made"]) == 0
    assert Path("made").exists()


def test_the_tables_hold_all_documents(capsys: Capture) -> None:
    assert main(["plan.md", "gone.md", "other.md", "--to", "csv", "-o", "made"]) == 1
    assert "gone.md: no such file" in capsys.readouterr().err
    assert [one.source.uri for one in read_csv_folder("made")] == ["plan.md", "other.md"]
    assert main(["plan.md", "--to", "sqlite", "-o", "one.db"]) == 0
    with sqlite3.connect("one.db") as database:
        assert database.execute("SELECT count(*) FROM sessions").fetchone() == (2,)
    database.close()
    assert main(["plan.md", "--to", "sqlite", "-o", "one.db"]) == 2
    assert "is there already" in capsys.readouterr().err


def test_the_calendar_takes_a_time_zone(capsys: Capture) -> None:
    assert main(["plan.md", "--year", "2031", "--to", "ics", "--timezone", "Europe/Berlin"]) == 0
    assert "DTSTART;VALUE=DATE:20310902" in capsys.readouterr().out
    assert main(["plan.md", "--to", "ics", "--timezone", "Mars/Base"]) == 2
    assert "unknown time zone 'Mars/Base'" in capsys.readouterr().err
    assert main(["plan.md", "--timezone", "Europe/Berlin"]) == 2
    assert "--timezone is for --to ics" in capsys.readouterr().err


def test_the_help_names_every_format(capsys: Capture) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    said = capsys.readouterr().out
    for writer in WRITERS:
        assert f"  {writer.name} " in said
        assert writer.says in said


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.setitem(sys.modules, "icalendar", None)
    monkeypatch.delitem(sys.modules, "syllabus_parse.writers.ics", raising=False)
    writer = find_writer("ics")
    assert writer is not None
    with pytest.raises(MissingExtraError, match=r"ics needs icalendar; pip install 'syllabus_parse\[ics\]'"):
        writer.load()
    assert main(["plan.md", "--to", "ics"]) == 2
    assert "syllabus_parse[ics]" in capsys.readouterr().err


def test_a_record_a_line_is_read_again() -> None:
    writer = find_writer("jsonl")
    assert writer is not None
    syllabus = parse(TABLE)
    assert list(read_json_lines(str(line) for line in writer.write([syllabus, syllabus]))) == [syllabus] * 2
    assert find_writer("docx") is None


def test_no_format_loads_the_library_of_another() -> None:
    code = (
        "import sys; from syllabus_parse.cli import main; main(['plan.md', '--to', sys.argv[1], '-o', 'out']);"
        "print(sorted({'icalendar', 'pyarrow', 'pandas', 'polars', 'duckdb', 'rich', 'jinja2'} & set(sys.modules)))"
    )
    loaded = {
        name: subprocess.run([sys.executable, "-c", code, name], capture_output=True, text=True, check=True).stdout
        for name in ("json", "sqlite", "ics")
    }
    assert loaded == {"json": "[]\n", "sqlite": "[]\n", "ics": "['icalendar']\n"}


def test_a_writer_of_one_takes_several() -> None:
    table = find_writer("table")
    assert table is not None
    empty: Syllabus = parse("")
    assert len(list(table.write([empty, empty]))) == 2
