"""Write docs/accuracy.md: how many of the facts of real documents are found, by type of fact and by dialect.

    python scripts/accuracy.py [SHARED]

SHARED is the folder with the corpus of real documents and its scorer (`../shared` unless given). The documents are
parsed as a user would parse them: the dialect is guessed; address and year are given where a crawler would know them.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from measured_pages import put_into

from syllabus_parse import parse_file

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "accuracy.md"
MARK = "written by scripts/accuracy.py; what stands above is written by hand"


def load_scorer(path: Path) -> ModuleType:
    """Import the scorer of the corpus from its file."""
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"no scorer in {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def list_documents(folder: Path) -> Iterator[tuple[Path, dict[str, Any], dict[str, Any]]]:
    """Yield each document with its gold record and what a crawler would know."""
    for gold in sorted(folder.glob("*.gold.json")):
        stem = gold.name.removesuffix(".gold.json")
        document = next(
            path for path in sorted(folder.glob(f"{stem}.*")) if not path.name.endswith((".gold.json", ".hints.json"))
        )
        hints = folder / f"{stem}.hints.json"
        known = json.loads(hints.read_text("utf-8")) if hints.exists() else {}
        yield document, json.loads(gold.read_text("utf-8")), known


def row(name: str, counts: list[int]) -> str:
    """Write precision, recall, F1 and the number of gold facts as a row of a table."""
    right, spurious, missed = counts
    precision = right / (right + spurious) if right + spurious else 0.0
    recall = right / (right + missed) if right + missed else 0.0
    f1 = 2 * right / (2 * right + spurious + missed)
    return f"| {name} | {precision:.3f} | {recall:.3f} | {f1:.3f} | {right + missed} |\n"


def measure(shared: Path) -> str:
    """Parse all documents and write the tables."""
    score = load_scorer(shared / "eval" / "score.py")
    out: list[str] = []
    by_dialect: dict[str, list[Any]] = defaultdict(list)
    for part in ("seeds", "dev"):
        total, scores = score.Tally(), []
        detected = 0
        for path, gold, hints in list_documents(shared / "corpus" / part):
            syllabus = parse_file(path, url=hints.get("url"), year=hints.get("year"))
            tally = score.compare(gold, syllabus.to_dict())
            total.add(tally)
            scores.append(tally.score())
            by_dialect[gold["source"]["dialect"]].append((tally, scores[-1]))
            detected += syllabus.source.dialect == gold["source"]["dialect"]
        out.append(f"## {part}\n\n{len(scores)} documents; mean {sum(scores) / len(scores):.3f}, ")
        out.append(f"worst {min(scores):.3f}; the dialect was guessed right for {detected}.\n\n")
        out.append("| Fact | Precision | Recall | F1 | In the gold records |\n|---|---|---|---|---|\n")
        out += [row(f"`{kind}`", counts) for kind, counts in sorted(total.counts.items()) if sum(counts)]
        out.append("\n")
    out.append("## By dialect\n\nBoth parts together.\n\n")
    out.append("| Dialect | Documents | Mean | Worst | Sessions, F1 | Readings, F1 |\n|---|---|---|---|---|---|\n")
    for dialect, measured in sorted(by_dialect.items()):
        total = score.Tally()
        for tally, _ in measured:
            total.add(tally)
        values = [value for _, value in measured]
        found = [total.f1(kind) for kind in ("session.found", "reading.found")]
        cells = [f"{value:.3f}" if value is not None else "–" for value in found]
        mean = sum(values) / len(values)
        out.append(f"| `{dialect}` | {len(values)} | {mean:.3f} | {min(values):.3f} | {cells[0]} | {cells[1]} |\n")
    return "".join(out)


def main() -> None:
    """Rewrite the measured part of the page."""
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared"
    if not (shared / "eval" / "score.py").exists():
        raise SystemExit(f"no corpus in {shared}")
    put_into(PAGE, MARK, measure(shared))


if __name__ == "__main__":
    main()
