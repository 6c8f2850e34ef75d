"""Write and read drawn syllabi in every dialect, and count the documents.

    python fuzz/round_trips.py --minutes 60            the dialect with the fewest documents so far is always next
    python fuzz/round_trips.py --dialects html,yaml    those only
    python fuzz/round_trips.py --table                 how many there have been
    python fuzz/round_trips.py --write                 the same, in docs/robustness.md

A part is 1,000 syllabi of one dialect, drawn by Hypothesis with the part's number as seed, each written in six drawn
layouts: to draw one costs half as much as to read a document. Only texts that the part had not seen yet are read and
counted. A run goes on where the last one ended, and each part can be drawn again (`--dialects html --seed 12`). Counts
are added to fuzz/round_trips.jsonl when a part ends. A document that is not read as it was written is shown, shrunk,
and its part ends. Exit status 1 where there was one.
"""

from __future__ import annotations

import argparse
import gc
import json
import platform
import random
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "scripts"))

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from measured_pages import ROBUSTNESS, put_into

from syllabus_parse import EXPRESSIBLE, Layout, Syllabus, expressible, facts, parse
from syllabus_parse.rendering.layout import CITATIONS, DATE_STYLES, LANGUAGES, NOISE
from syllabus_parse.strategies import syllabi
from syllabus_parse.strategies.documents import write_text

COUNTS: Final = Path(__file__).resolve().parent / "round_trips.jsonl"
MARK: Final = "counted: fuzz/round_trips.py --write"
SYLLABI: Final = 1_000
LAYOUTS: Final = 6


def draw_layouts(number: int) -> Iterator[Layout]:
    """Draw layouts as `strategies.layouts` does, and several for the price of one draw."""
    chance = random.Random(number)  # noqa: S311 (nothing secret)
    for _ in range(LAYOUTS):
        noise = {name: chance.random() < 0.5 for name in NOISE}
        dates, language, citation = (chance.choice(names) for names in (DATE_STYLES, LANGUAGES, CITATIONS))
        yield Layout(dates=dates, language=language, citation=citation, **noise)


def run_part(dialect: str, number: int) -> dict[str, Any]:
    """Draw the syllabi of one part, write and read them; return the counts."""
    seen: set[str] = set()

    # Derandomized examples would be the same in each part; a database would bring back those of another one.
    @seed(number)
    @settings(
        max_examples=SYLLABI, database=None, deadline=None, phases=(Phase.generate, Phase.shrink),
        suppress_health_check=tuple(HealthCheck),
    )  # fmt: skip
    @given(syllabi(dialect=dialect, accents=True, signs=True, most=3), st.integers(0, 2**32))
    def check(syllabus: Syllabus, chosen: int) -> None:
        expected: dict[str, object] | None = None
        for layout in draw_layouts(chosen):
            text = write_text(syllabus, dialect, layout=layout)
            if text in seen:
                continue
            expected = expected or facts(expressible(syllabus, dialect))
            read = facts(parse(text, dialect=dialect))
            assert read == expected, f"{text}\n{read}\n{expected}"  # noqa: S101
            seen.add(text)

    started = time.process_time()
    broken = 0
    try:
        check()
    except Exception as fault:
        broken = 1
        print(f"{dialect}, part {number}: {type(fault).__name__}\n{fault}", flush=True)
    return {
        "dialect": dialect, "seed": number, "documents": len(seen), "broken": broken,
        "seconds": round(time.process_time() - started, 1), "python": platform.python_version(),
    }  # fmt: skip


def load_counts() -> list[dict[str, Any]]:
    """Return the parts that have ended."""
    return [json.loads(line) for line in COUNTS.read_text("utf-8").splitlines()] if COUNTS.exists() else []


def choose_parts(dialects: Sequence[str], until: float) -> Iterator[tuple[str, int]]:
    """Yield the dialect with the fewest documents and its next part, as long as there is time."""
    while time.monotonic() < until:
        rows = load_counts()
        written = Counter(dict.fromkeys(dialects, 0))
        for row in rows:
            if row["dialect"] in written:
                written[row["dialect"]] += row["documents"]
        dialect = min(dialects, key=lambda name: written[name])
        yield dialect, max((row["seed"] for row in rows if row["dialect"] == dialect), default=0) + 1


def show_table() -> str:
    """Make a Markdown table of the counts."""
    sums: dict[str, Counter[str]] = {name: Counter() for name in EXPRESSIBLE}
    rows = load_counts()
    for row in {(row["dialect"], row["seed"]): row for row in rows}.values():  # a part that ran again counts once
        sums[row["dialect"]].update({name: row[name] for name in ("documents", "seconds")})
    for row in rows:
        sums[row["dialect"]]["broken"] += row["broken"]
    lines = ["| Dialect | Documents | Not read as written | Hours | ms each |", "|---|---:|---:|---:|---:|"]
    for name, one in sums.items():
        hours, each = one["seconds"] / 3600, 1000 * one["seconds"] / max(1, one["documents"])
        lines.append(f"| {name} | {one['documents']:,} | {one['broken']} | {hours:.2f} | {each:.1f} |")
    return "\n".join(lines)


def main() -> int:
    """Do what the arguments say."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--minutes", type=float, default=1.0)
    options.add_argument("--dialects", default=",".join(EXPRESSIBLE), metavar="LIST")
    options.add_argument("--seed", type=int, help="one part of the first dialect, again")
    options.add_argument("--table", action="store_true", help="print the counts so far")
    options.add_argument("--write", action="store_true", help="write them into docs/robustness.md")
    given_ones = options.parse_args()
    names = given_ones.dialects.split(",")
    if given_ones.write:
        put_into(ROBUSTNESS, MARK, show_table())
    if given_ones.table or given_ones.write:
        print(show_table())
        return 0
    gc.set_threshold(100_000, 20, 20)  # what is drawn and read leaves few cycles behind
    if given_ones.seed is not None:
        parts: Iterable[tuple[str, int]] = [(names[0], given_ones.seed)]
    else:
        parts = choose_parts(names, time.monotonic() + given_ones.minutes * 60)
    failed = 0
    for dialect, number in parts:
        row = run_part(dialect, number)
        with COUNTS.open("a", encoding="utf-8") as log:
            log.write(json.dumps(row) + "\n")
        failed += row["broken"]
    print(show_table())
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
