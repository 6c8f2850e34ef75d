"""Every example of the documentation is run: Python as a doctest, commands in the order of the page, in a new folder.

A block of `console` in the tutorials is a page of a terminal: `$ cat FILE` makes the file that it shows,
`$ syllabus-parse …` must print what stands below it. Blocks of `sh` are for the reader's own machine and not run.
"""

from __future__ import annotations

import doctest
import re
import shlex
from pathlib import Path
from typing import Final

import pytest

from generated_pages import DOCS
from syllabus_parse.cli import main

PAGES: Final = sorted([*DOCS.rglob("*.md"), DOCS.parent / "README.md"])
STORIES: Final = {DOCS / "index.md", *(DOCS / "tutorial").glob("*.md"), *(DOCS / "how-to").glob("*.md")}
"""The pages whose commands build on each other from nothing."""

PYTHON: Final = ("pycon", "python")
BLOCK: Final = re.compile(r"^```(?P<info>[\w-]+)[^\n]*\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
PROMPT: Final = re.compile(r"^\$ (?P<command>[^\n]+)\n?(?P<shown>.*?)(?=^\$ |\Z)", re.MULTILINE | re.DOTALL)


def list_blocks(page: str) -> list[tuple[str, str, int]]:
    """List the blocks of a page: what they are, what is in them, and the line at which they begin."""
    return [(found["info"], found["body"], page.count("\n", 0, found.start("body"))) for found in BLOCK.finditer(page)]


def run_console(body: str, capsys: pytest.CaptureFixture[str]) -> None:
    for found in PROMPT.finditer(body):
        words, shown = shlex.split(found["command"]), found["shown"]
        if words[0] == "cat":
            Path(words[1]).write_text(shown.rstrip("\n") + "\n", encoding="utf-8")
            continue
        assert words[0] == "syllabus-parse", f"no example may run {words[0]!r}"
        main(words[1:])
        printed = capsys.readouterr()
        lines = [line.rstrip() for line in (printed.out + printed.err).strip("\n").splitlines()]
        assert lines == [line.rstrip() for line in shown.strip("\n").splitlines()], found["command"]


def test_every_example_stands_in_a_block_that_is_run() -> None:
    for path in PAGES:
        page = path.read_text("utf-8")
        run = [body for info, body, _ in list_blocks(page) if info in PYTHON]
        assert sum(body.count(">>> ") for body in run) == page.count(">>> "), path


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(DOCS.parent)))
def test_examples(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {"__name__": "__main__"}
    parser = doctest.DocTestParser()
    for info, body, line in list_blocks(path.read_text("utf-8")):
        if info in PYTHON and ">>>" in body:
            test = parser.get_doctest(body, names, f"{path.name}, line {line}", str(path), line)
            runner = doctest.DocTestRunner(optionflags=doctest.REPORT_NDIFF, verbose=False)
            told: list[str] = []
            runner.run(test, out=told.append, clear_globs=False)
            names.update(test.globs)
            assert not runner.failures, "".join(told)
        elif info == "console" and path in STORIES:
            run_console(body, capsys)
