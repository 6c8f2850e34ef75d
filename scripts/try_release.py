"""Build the package as it would be published, and try it as somebody who installs it.

Run: python scripts/try_release.py      (needs: pip install build twine; it installs from PyPI)
     python scripts/try_release.py arrow typed      tries these parts alone: plain, the name of an extra, typed

Builds wheel and sdist, checks their metadata, installs the wheel alone into an empty environment and parses a page,
then each extra in an environment of its own, and last type-checks a program that uses it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
import venv
import zipfile
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).parent.parent
PROGRAM: Final = """\
from syllabus_parse import Syllabus, parse


def list_titles(syllabus: Syllabus) -> list[str | None]:
    return [session.title for session in syllabus.sessions]


titles = list_titles(parse("| Date | Topic |\\n|---|---|\\n| 2024-09-03 | Maps |\\n"))
assert titles == ["Maps"], titles
"""
# What each extra brings is used once, so that a missing requirement shows.
TRIES: Final = {
    "testing": "from syllabus_parse import strategies; strategies.syllabi()",
    "arrow": "from syllabus_parse.writers.arrow import to_arrow as write; write([page])",
    "pandas": "from syllabus_parse.writers.arrow import to_pandas as write; write([page])",
    "polars": "from syllabus_parse.writers.arrow import to_polars as write; write([page])",
    "ics": "from syllabus_parse.writers.ics import write_ics as write; write([page])",
    "works": "from syllabus_parse.works import find_works; find_works([page])",
    "warc": "import fastwarc; from syllabus_parse.batch.archives import read_warc",
    "scrapy": "import scrapy; from syllabus_parse.scraping import SyllabusPipeline",
    "ray": "import ray.data; from syllabus_parse.engines.ray import parse_dataset",
    "spark": "import pyspark; from syllabus_parse.engines.spark import parse_frame",
    "all": "import duckdb, fastwarc, icalendar, pandas, polars, pyarrow, rapidfuzz",
    "duckdb": "from syllabus_parse.writers.databases import write_duckdb as write; write([page], 'try.duckdb')",
}


def run(*words: str | Path) -> None:
    """Run a command; end with its output where it fails."""
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        sys.exit(f"{' '.join(map(str, words))}\n{done.stdout}{done.stderr}")


def make_environment(folder: Path, *packages: str | Path) -> Path:
    """Make an empty environment with some packages and return its Python."""
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    run(python, "-m", "pip", "install", "-q", "--disable-pip-version-check", *packages)
    return python


def main() -> None:
    """Build, check, install and try."""
    extras = tomllib.loads((HERE / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.chdir(folder)
        run(sys.executable, "-m", "build", "--outdir", folder / "dist", HERE)
        built = sorted((folder / "dist").iterdir())
        run(sys.executable, "-m", "twine", "check", "--strict", *built)
        wheel = next(path for path in built if path.suffix == ".whl")
        names = zipfile.ZipFile(wheel).namelist()
        assert any(name.endswith("py.typed") for name in names), "no py.typed"  # noqa: S101
        assert not any(name.startswith("tests") for name in names), "tests in the wheel"  # noqa: S101
        print(f"{len(names)} files, {wheel.stat().st_size / 1000:.0f} KB: {wheel.name}", flush=True)

        program = folder / "program.py"
        program.write_text(PROGRAM, encoding="utf-8")
        parts = sys.argv[1:] or ["plain", *extras, "typed"]
        if "plain" in parts:
            python = make_environment(folder / "plain", wheel)
            run(python, program)
            run(python.parent / "syllabus-parse", "--version")
            print("plain: parses", flush=True)
        for extra in [extra for extra in extras if extra in parts]:
            python = make_environment(folder / extra, f"syllabus_parse[{extra}] @ file://{wheel}")
            run(python, program)
            if extra in TRIES:
                run(python, "-c", f"from syllabus_parse import parse; page = parse('x'); {TRIES[extra]}")
            print(f"{extra}: {'used' if extra in TRIES else 'installs'}", flush=True)
            shutil.rmtree(python.parent.parent)  # Ray and Spark are large
        if "typed" in parts:
            python = make_environment(folder / "typed", wheel, "mypy")
            run(python, "-m", "mypy", "--strict", program)
            print("typed: mypy --strict passes")


if __name__ == "__main__":
    main()
