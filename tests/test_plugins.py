"""Dialects and formats of other packages: a tiny package as an installer would leave it, and ones that are wrong."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Final

import pytest

EXAMPLE: Final = Path(__file__).parent / "plugin_example"
PAGE: Final = "Date ~~ Topic\nSep 2, 2021 ~~ Sorting\nSep 9, 2021 ~~ Hashing\n"


def install(folder: Path, groups: dict[str, dict[str, str]], *, name: str = "syllabus-fortnight") -> None:
    """Lay out the module and its metadata as pip does; no pip, no network."""
    shutil.copy(EXAMPLE / "fortnight.py", folder)
    info = folder / f"{name.replace('-', '_')}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", encoding="utf-8")
    lines: list[str] = []
    for group, points in groups.items():
        lines += [f"[{group}]", *(f"{key} = {value}" for key, value in points.items())]
    (info / "entry_points.txt").write_text("\n".join(lines), encoding="utf-8")


def run_python(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(folder), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run([sys.executable, *words], capture_output=True, text=True, env=environment, check=False)


def run_command(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return run_python(folder, "-c", "import sys; from syllabus_parse.cli import main; sys.exit(main())", *words)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "plan.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder on the path with the example installed as its own pyproject.toml says."""
    folder = tmp_path / "site"
    folder.mkdir()
    project = tomllib.loads((EXAMPLE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    install(folder, project["entry-points"])
    return folder


def test_a_dialect_of_another_package_is_detected_and_read(site: Path, page: Path) -> None:
    code = (
        "import sys; from syllabus_parse import detect, parse_file; found = parse_file(sys.argv[1]);"
        "print(detect(open(sys.argv[1]).read())[0].dialect, found.source.dialect,"
        "[(str(s.date), s.title, found.trace('sessions[0].title').raw) for s in found.sessions][0])"
    )
    done = run_python(site, "-c", code, str(page))
    assert done.stdout.strip() == "fortnight fortnight ('2021-09-02', 'Sorting', 'Sorting')", done.stderr


def test_a_package_in_an_archive_is_found(site: Path, page: Path, tmp_path: Path) -> None:
    archive = shutil.make_archive(str(tmp_path / "packed"), "zip", site)
    done = run_command(Path(archive), str(page), "--to", "headlines")
    assert (done.returncode, done.stdout) == (0, "2021-09-02: Sorting\n2021-09-09: Hashing\n"), done.stderr


def test_without_the_package_there_is_no_such_dialect(tmp_path: Path, page: Path) -> None:
    done = run_command(tmp_path, str(page), "--dialect", "fortnight")
    assert (done.returncode, "unknown dialect" in done.stderr) == (2, True)


def test_a_format_of_another_package_is_written_by_the_command(site: Path, page: Path) -> None:
    done = run_command(site, str(page), "--to", "headlines")
    assert (done.returncode, done.stdout) == (0, "2021-09-02: Sorting\n2021-09-09: Hashing\n"), done.stderr


def test_a_format_of_another_package_is_written_beside_a_batch(site: Path, page: Path, tmp_path: Path) -> None:
    done = run_command(site, "batch", str(page), "-o", str(tmp_path / "out"), "--also", "headlines", "--jobs", "1")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out" / "records.headlines").read_text("utf-8") == "2021-09-02: Sorting\n2021-09-09: Hashing\n"


@pytest.mark.parametrize(
    ("home", "says"),
    [("nowhere:write", "ModuleNotFoundError: No module named 'nowhere'"), ("fortnight:nothing", "AttributeError")],
)
def test_a_format_that_can_not_be_loaded_is_named(tmp_path: Path, page: Path, home: str, says: str) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    install(folder, {"syllabus_parse.writers": {"headlines": home}})
    for words in (["--to", "headlines"], ["batch", "-o", str(tmp_path / "out"), "--also", "headlines"]):
        done = (
            run_command(folder, *words[:1], str(page), *words[1:])
            if words[0] == "batch"
            else run_command(folder, str(page), *words)
        )
        assert done.returncode == 2, done.stderr
        assert f"the format 'headlines' of {home.split(':', maxsplit=1)[0]!r} can't be loaded: {says}" in done.stderr


@pytest.mark.parametrize(
    ("group", "points", "says"),
    [
        ("syllabus_parse.readers", {"fortnight": "nowhere:READER"}, "can't be loaded: ModuleNotFoundError"),
        ("syllabus_parse.readers", {"fortnight": "fortnight:NOTHING"}, "can't be loaded: AttributeError"),
        ("syllabus_parse.readers", {"fortnight": "fortnight:detect"}, "is no Reader of the dialect 'fortnight'"),
        ("syllabus_parse.readers", {"weekly": "fortnight:READER"}, "is no Reader of the dialect 'weekly'"),
        ("syllabus_parse.writers", {"json": "fortnight:write_headlines"}, "there is a writer of the format 'json'"),
    ],
)
def test_a_plugin_that_can_not_be_used_is_named(
    tmp_path: Path, page: Path, group: str, points: dict[str, str], says: str
) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    install(folder, {group: points}, name="somebody-elses")
    done = run_command(folder, str(page))
    assert done.returncode == 2
    assert says in done.stderr
    assert "somebody-elses" in done.stderr
    if group.endswith("readers"):
        code = "import syllabus_parse as s\ntry:\n  s.parse('x')\nexcept s.PluginError as fault:\n  print(fault)"
        assert says in run_python(folder, "-c", code).stdout


def test_two_packages_with_one_dialect_are_named(site: Path, page: Path) -> None:
    install(site, {"syllabus_parse.readers": {"fortnight": "fortnight:READER"}}, name="another")
    done = run_command(site, "detect", str(page))
    assert (done.returncode, "there is a reader of the dialect 'fortnight' already" in done.stderr) == (2, True)
