"""The score on the corpus of real documents does not fall, where the corpus is there."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
SCORER = SHARED / "eval" / "score.py"
FLOORS: dict[str, dict[str, float]] = tomllib.loads(Path(__file__).with_name("corpus_floor.toml").read_text("utf-8"))
RESULT = re.compile(r"^MEAN (\d\.\d+)  WORST (\d\.\d+)  DOCUMENTS (\d+)$", re.MULTILINE)


@pytest.mark.parametrize("part", sorted(FLOORS))
def test_score_holds(part: str, say_aloud: list[str]) -> None:
    folder = SHARED / "corpus" / part
    if not SCORER.exists() or not folder.is_dir():
        message = f"the corpus is not there ({folder}): the score on {part!r} was NOT checked"
        say_aloud.append(message)
        pytest.skip(message)
    command = f"'{sys.executable}' -m syllabus_parse {{file}} --to json {{hints}}"
    run = subprocess.run(
        [sys.executable, str(SCORER), "--run", command, str(folder)],
        capture_output=True, text=True, cwd=ROOT, timeout=600, check=True,
    )  # fmt: skip
    found = RESULT.search(run.stdout)
    assert found, run.stdout + run.stderr
    floor = FLOORS[part]
    mean, worst, documents = float(found[1]), float(found[2]), int(found[3])
    assert documents >= floor["documents"], run.stdout
    assert mean >= floor["mean"], run.stdout
    assert worst >= floor["worst"], run.stdout
