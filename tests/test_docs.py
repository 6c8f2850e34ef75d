"""The documentation says what the code does."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from generated_pages import DOCS, GROUPS, PAGES
from syllabus_parse import normalize, record_schema
from syllabus_parse.cli import main
from syllabus_parse.diagnostic_codes import CODES
from syllabus_parse.readers import READERS
from syllabus_parse.writers import WRITERS


@pytest.mark.parametrize(("path", "write"), PAGES.items(), ids=lambda part: getattr(part, "name", ""))
def test_generated_pages_are_up_to_date(path: Path, write: Callable[[], str]) -> None:
    assert path.read_text("utf-8") == write(), "run `make accept`"


def test_the_readme_names_every_dialect_and_format() -> None:
    assert [reader.dialect for reader in READERS if f"| `{reader.dialect}` |" not in README] == []
    named = {
        name for row in re.findall(r"^\| (`[^|]*`) \|", README, re.MULTILINE) for name in re.findall(r"`([^`]+)`", row)
    }
    assert {writer.name for writer in WRITERS} <= named


def test_the_figures_of_the_readme_are_those_of_the_pages() -> None:
    accuracy, dates, people = ((DOCS / f"accuracy{part}.md").read_text("utf-8") for part in ("", "-dates", "-people"))
    found = re.search(r"^## dev\n\n(\d+) documents; (mean [\d.]+, worst [\d.]+);", accuracy, re.MULTILINE)
    assert found
    assert f"in {found[1]} real documents of all dialects | {found[2]} |" in README
    right = re.search(r"^\| \*\*right of all\*\* \|([^\n]+)", dates, re.MULTILINE)
    assert right
    n, ours, dateutil, dateparser, datefinder, *_ = (cell.strip() for cell in right[1].split("|"))
    assert f"of {n} | {ours}; dateutil {dateutil}, dateparser {dateparser}, datefinder {datefinder} |" in README
    lists = re.search(
        r"^\| author lists \| (\d+) \| (\d+) right.*?\| (\d+) right.*?\| (\d+) right", people, re.MULTILINE
    )
    assert lists
    assert f"of {lists[1]} | {lists[2]}; nameparser {lists[3]}, probablepeople {lists[4]} |" in README


def test_every_code_has_a_group() -> None:
    assert {entry.code[:3] for entry in CODES} == set(GROUPS)


def test_the_record_page_names_every_key() -> None:
    page = (DOCS / "record.md").read_text("utf-8")
    schema: dict[str, dict[str, dict[str, object]]] = record_schema()["$defs"]  # type: ignore[assignment]
    keys = {key for part in schema.values() for key in part.get("properties", {})}
    assert [key for key in sorted(keys) if f"`{key}`" not in page] == []


README = (DOCS.parent / "README.md").read_text("utf-8")
# "$ cat plan.md", the document, "$ syllabus-parse plan.md --to table", the table
CONSOLE = re.compile(r"```console\n\$ cat (\S+)\n(.*?)\n\$ syllabus-parse ([^\n]*)\n(.*?)```", re.DOTALL)
PYTHON = re.compile(r"```python\n(.*?)```", re.DOTALL)


@pytest.fixture
def readme_example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> re.Match[str]:
    example = CONSOLE.search(README)
    assert example
    monkeypatch.chdir(tmp_path)
    Path(example[1]).write_text(example[2], "utf-8")
    return example


def test_the_readme_shows_what_the_command_prints(
    readme_example: re.Match[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(readme_example[3].split()) == 0
    assert capsys.readouterr().out.strip() == readme_example[4].strip()


@pytest.mark.usefixtures("readme_example")
def test_the_readme_shows_what_python_gives() -> None:
    block = PYTHON.search(README)
    assert block
    names: dict[str, object] = {}
    compared = 0
    for line in block[1].splitlines():
        code, _, shown = line.partition("  # ")
        if shown and not shown.startswith("the "):
            assert repr(eval(code, names)) == shown  # noqa: S307
            compared += 1
        else:
            exec(code, names)  # noqa: S102
    assert compared >= 4


def test_every_name_of_normalize_is_there_and_sorted() -> None:
    assert normalize.__all__ == sorted(normalize.__all__)
    for name in normalize.__all__:
        assert getattr(normalize, name).__doc__
