"""The command where its surroundings fail: pipes that close, files that can't be read or written, terminals."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NoReturn

import pytest

from syllabus_parse import __version__, plugins
from syllabus_parse.cli import main, streams
from syllabus_parse.cli import parse as parse_call
from syllabus_parse.diagnostics import PluginError

Capture = pytest.CaptureFixture[str]
CLEAN = "| Date | Topic |\n|---|---|\n| 2024-09-02 | Heaps |\n| 2024-09-09 | Treaps |\n"


@pytest.fixture(autouse=True)
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("clean.md").write_text(CLEAN, "utf-8")
    Path("plan.pdf").write_bytes(b"%PDF-1.7\n\x00\x01\x02")


def test_the_version_is_told_before_anything_is_loaded(capsys: Capture) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"syllabus-parse {__version__}\n"


def test_a_name_that_no_system_knows_is_complained_of(capsys: Capture) -> None:
    assert main(["no\0name.md"]) != 0
    assert "null byte" in capsys.readouterr().err


def test_a_folder_that_cannot_be_made_is_a_wrong_call(capsys: Capture) -> None:
    Path("taken").write_text("", "utf-8")
    assert main(["clean.md", "--to", "csv", "-o", "taken/below"]) == 2
    assert "cannot write taken/below: " in capsys.readouterr().err


def test_a_document_that_is_none_is_told_before_it_is_compared(capsys: Capture) -> None:
    main(["diff", "clean.md", "plan.pdf"])
    assert "plan.pdf: SP1" in capsys.readouterr().err


def test_a_reader_that_has_seen_enough_ends_the_command(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    def close(words: list[str]) -> NoReturn:
        raise BrokenPipeError

    monkeypatch.setattr(parse_call, "run", close)
    assert main(["clean.md"]) == 0
    assert capsys.readouterr().err == ""


def test_an_interrupt_has_a_status_of_its_own(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    def interrupt(words: list[str]) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(parse_call, "run", interrupt)
    assert main(["clean.md"]) == 130
    assert capsys.readouterr().err == ""


def test_a_plugin_that_fails_is_named_and_the_help_is_shown_all_the_same(
    monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    def fail() -> NoReturn:
        raise PluginError("the format 'loom' can't be loaded")

    monkeypatch.setattr(plugins, "list_writers", fail)
    assert main(["clean.md"]) == 2
    assert "the format 'loom' can't be loaded" in capsys.readouterr().err
    assert "  json " in parse_call.describe_formats()


class Terminal:
    """Stands for standard output where that is a terminal."""

    def __init__(self, columns: int | None) -> None:
        self.columns = columns

    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        return 1


@pytest.mark.parametrize(
    ("columns", "quiet", "expected"),
    [
        (120, False, (120, True)),
        (20, False, (60, True)),
        (500, False, (160, True)),
        (None, False, (100, True)),
        (80, True, (80, False)),
    ],
)
def test_a_terminal_is_measured(
    monkeypatch: pytest.MonkeyPatch, columns: int | None, quiet: bool, expected: tuple[int, bool]
) -> None:
    def measure(_: int) -> os.terminal_size:
        if columns is None:
            raise OSError
        return os.terminal_size((columns, 24))

    monkeypatch.delenv("NO_COLOR", raising=False)
    if quiet:
        monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setattr(sys, "stdout", Terminal(columns))
    monkeypatch.setattr(os, "get_terminal_size", measure)
    assert streams.measure_terminal(output=None) == expected
    assert streams.measure_terminal(output="page.html") == (100, False)
