"""What hostile documents cost: time, memory and how both grow, each document in a process of its own.

    python benchmarks/robustness.py                        every pattern, 10 KB to 1 MB, as parse() guesses the dialect
    python benchmarks/robustness.py --dialects all         and with each dialect forced
    python benchmarks/robustness.py --full                 and 10 MB
    python benchmarks/robustness.py --sizes 10000000 --slowest 60     those that took longest at 100 KB
    python benchmarks/robustness.py --write                put all results of the log into docs/robustness.md

Results are added to build/robustness.jsonl, of which the least of each kind counts, for chance only adds to a time;
remove it to begin anew.

Time is the processor time of the process that parses; the parser is imported and warm. Other work on a machine makes
processor seconds longer all the same, where processors share caches and cores: so a short piece of Python that has
nothing to do with the library is timed before and after each parse, and the table shows seconds at the pace of the
quickest such piece in the log. Exit status 1 where a pattern misses a target.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import fnmatch
import json
import math
import multiprocessing
import os
import resource
import signal
import sys
import time
from collections.abc import Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "scripts"))

import attrs
from measured_pages import ROBUSTNESS, put_into
from pathological import PATTERNS, Pattern

from syllabus_parse import parse
from syllabus_parse.readers import READERS

SIZES: Final = (10_000, 100_000, 200_000, 1_000_000)
FULL: Final = 10_000_000
AUTO: Final = "auto"
RESULTS: Final = Path("build/robustness.jsonl")
SLOWEST: Final = 1.0  # seconds at 100 KB
SLOWEST_FULL: Final = 60.0  # seconds at 10 MB
LARGEST_FULL: Final = 2048  # MB at 10 MB
STEEPEST: Final = 1.15  # slope of log time on log size
DOUBLING: Final = 2.3  # from 100 KB to 200 KB
SMALL: Final = 2_000  # characters of the document that is parsed before the one that is timed
NOISE: Final = 0.02  # seconds; below it neither slope nor ratio mean anything


@attrs.frozen
class Run:
    """One document parsed: what it cost and which codes it gave; `pace` is the time of the piece beside it."""

    pattern: str
    dialect: str
    size: int
    seconds: float
    megabytes: float
    codes: tuple[str, ...]
    pace: float


SAMPLE: Final = ast.parse(Path(__file__).read_text("utf-8"))


def measure_pace() -> float:
    """Return the processor time of a piece of Python that is always the same, the mean of eight."""
    started = time.process_time()
    for _ in range(8):
        ast.unparse(SAMPLE)
    return (time.process_time() - started) / 8


def measure(pattern: Pattern, dialect: str, size: int, *, patience: int) -> Run:
    """Parse a document of this pattern in a process of its own."""
    receiver, sender = multiprocessing.Pipe(duplex=False)
    child = os.fork()
    if child == 0:
        _parse_here(pattern, dialect, size, sender, patience)
    sender.close()
    try:
        seconds, megabytes, codes, pace = receiver.recv()
    except EOFError:
        seconds, megabytes, codes, pace = float("inf"), float("inf"), ["ended"], 1.0
    os.waitpid(child, 0)
    return Run(pattern.name, dialect, size, seconds, megabytes, tuple(codes), pace)


def _parse_here(pattern: Pattern, dialect: str, size: int, sender: Connection, patience: int) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (patience, patience))
    signal.signal(signal.SIGXCPU, signal.SIG_DFL)
    status = 1
    with contextlib.suppress(BaseException):
        text = pattern.make(size)
        # What is imported or compiled when first needed is no cost of a document.
        parse(pattern.make(SMALL), dialect=None if dialect == AUTO else dialect)
        before = measure_pace()
        started = time.process_time()
        syllabus = parse(text, dialect=None if dialect == AUTO else dialect)
        seconds = time.process_time() - started
        megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        codes = sorted({said.code for said in syllabus.diagnostics})
        sender.send((seconds, megabytes, codes, (before + measure_pace()) / 2))
        status = 0
    os._exit(status)


def find_slope(runs: Sequence[Run]) -> float | None:
    """Return the slope of log time on log size by least squares; None where all is too fast to tell."""
    points = [(math.log(run.size), math.log(run.seconds)) for run in runs if NOISE <= run.seconds < float("inf")]
    if len(points) < 2:
        return None
    middle_x = sum(x for x, _ in points) / len(points)
    middle_y = sum(y for _, y in points) / len(points)
    spread = sum((x - middle_x) ** 2 for x, _ in points)
    return sum((x - middle_x) * (y - middle_y) for x, y in points) / spread


def find_doubling(runs: Sequence[Run]) -> float | None:
    """Return the time at 200 KB in times of that at 100 KB; None where that is too fast to tell."""
    at = {run.size: run.seconds for run in runs}
    if at.get(100_000, 0) < NOISE or 200_000 not in at:
        return None
    return at[200_000] / at[100_000]


def find_misses(runs: Sequence[Run]) -> list[str]:
    """Say which targets the runs of one pattern in one dialect miss."""
    misses = []
    for run in runs:
        if run.size == 100_000 and run.seconds > SLOWEST:
            misses.append(f"{run.seconds:.2f} s at 100 KB")
        if run.size == FULL and run.seconds > SLOWEST_FULL:
            misses.append(f"{run.seconds:.0f} s at 10 MB")
        if run.size == FULL and run.megabytes > LARGEST_FULL:
            misses.append(f"{run.megabytes:.0f} MB at 10 MB")
        if "SP199" in run.codes or "ended" in run.codes:
            misses.append(f"{' '.join(run.codes)} at {run.size}")
    slope = find_slope([run for run in runs if run.size != FULL])
    if slope is not None and slope > STEEPEST:
        misses.append(f"slope {slope:.2f}")
    doubling = find_doubling(runs)
    if doubling is not None and doubling > DOUBLING:
        misses.append(f"doubling {doubling:.2f}")
    return misses


MARK: Final = "measured: benchmarks/robustness.py"


def load_runs() -> dict[tuple[str, str], list[Run]]:
    """Return the runs of the log at the pace of the quickest; of several of one document that which took least."""
    every = [Run(**json.loads(line)) for line in RESULTS.read_text("utf-8").splitlines()]
    quickest = min(run.pace for run in every)
    latest: dict[tuple[str, str, int], Run] = {}
    for one in every:
        run = attrs.evolve(one, seconds=one.seconds * quickest / one.pace)
        key = run.pattern, run.dialect, run.size
        if key not in latest or run.seconds < latest[key].seconds:
            latest[key] = run
    runs: dict[tuple[str, str], list[Run]] = {}
    for (pattern, dialect, _), run in sorted(latest.items(), key=lambda item: item[0][2]):
        runs.setdefault((pattern, dialect), []).append(run)
    return runs


def sort_by_cost(patterns: Sequence[Pattern]) -> list[Pattern]:
    """Sort patterns by the time that 100 KB of them took, the longest first."""
    runs = load_runs()
    cost = {name: run.seconds for (name, _), group in runs.items() for run in group if run.size == 100_000}
    return sorted(patterns, key=lambda pattern: -cost.get(pattern.name, 0))


def make_table(runs: dict[tuple[str, str], list[Run]]) -> str:
    """Make the table of the page: seconds for each size, how they grow, the peak of memory, what was said."""
    sizes = sorted({run.size for group in runs.values() for run in group})
    names = [f"{size // 1000} KB" if size < 1_000_000 else f"{size // 1_000_000} MB" for size in sizes]
    head = ["Pattern", "Dialect", *names, "Twice", "Slope", "Peak", "Codes", "Misses"]
    lines = [f"| {' | '.join(head)} |", "|---|---|" + "---:|" * (len(sizes) + 3) + "---|---|"]
    order = {pattern.name: at for at, pattern in enumerate(PATTERNS)}
    for (pattern, dialect), group in sorted(runs.items(), key=lambda item: (order.get(item[0][0], 999), item[0][1])):
        at = {run.size: "ended" if run.seconds == float("inf") else f"{run.seconds:.3f}" for run in group}
        slope, doubling = find_slope(group), find_doubling(group)
        peak = max((run.megabytes for run in group if run.megabytes < float("inf")), default=0)
        name = "`" + pattern.replace("|", "\\|").replace("`", "´") + "`"
        codes = sorted({code for run in group for code in run.codes})
        cells = [
            name, dialect, *(at.get(size, "") for size in sizes), "" if doubling is None else f"{doubling:.1f}",
            "" if slope is None else f"{slope:.2f}", f"{peak:.0f} MB", " ".join(codes), "; ".join(find_misses(group)),
        ]  # fmt: skip
        lines.append(f"| {' | '.join(cells)} |")
    missed = sum(bool(find_misses(group)) for group in runs.values())
    lines += ["", f"{len(runs)} rows, {missed} of them miss a target."]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Measure what the arguments ask for."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--only", default="*", metavar="GLOB", help="patterns with such a name")
    options.add_argument("--dialects", default=AUTO, metavar="LIST", help="auto, all, or names parted by commas")
    options.add_argument("--sizes", default=",".join(map(str, SIZES)), metavar="LIST")
    options.add_argument("--full", action="store_true", help="10 MB too")
    options.add_argument("--slowest", type=int, metavar="N", help="the patterns that took longest at 100 KB in the log")
    options.add_argument("--patience", type=int, default=180, help="seconds after which a process is ended")
    options.add_argument("--again", type=int, default=0, metavar="N", help="measure what misses a target N times more")
    options.add_argument("--write", action="store_true", help="write the table into docs/robustness.md")
    given = options.parse_args()
    every = (AUTO, *(reader.dialect for reader in READERS))
    dialects = every if given.dialects == "all" else tuple(given.dialects.split(","))
    sizes = [int(size) for size in given.sizes.split(",")] + ([FULL] if given.full else [])
    patterns = [pattern for pattern in PATTERNS if fnmatch.fnmatch(pattern.name, given.only)]
    if given.slowest:
        patterns = sort_by_cost(patterns)[: given.slowest]
    for reader in READERS:  # most of what is compiled when first needed, once for all
        for pattern in PATTERNS[::9]:
            parse(pattern.make(200), dialect=reader.dialect)
    RESULTS.parent.mkdir(exist_ok=True)
    missed = measure_all(patterns, dialects, sizes, patience=given.patience)
    for _ in range(given.again):
        names = {name for (name, _), _ in missed}
        if names:
            few = [pattern for pattern in patterns if pattern.name in names]
            measure_all(few, dialects, sizes, patience=given.patience)
            missed = list_missed(patterns, dialects)
    for (name, dialect), misses in missed:
        print(f"{name}, {dialect}: {'; '.join(misses)}")
    print(f"{len(patterns)} patterns, {len(dialects)} dialects, {len(missed)} miss a target")
    if given.write:
        put_into(ROBUSTNESS, MARK, make_table(load_runs()))
    return 1 if missed else 0


def measure_all(
    patterns: Sequence[Pattern], dialects: Sequence[str], sizes: Sequence[int], *, patience: int
) -> list[tuple[tuple[str, str], list[str]]]:
    """Measure each pattern in each dialect at each size, into the log; return what misses a target."""
    with RESULTS.open("a", encoding="utf-8") as log:
        for pattern in patterns:
            for dialect in dialects:
                for size in sizes:
                    run = measure(pattern, dialect, size, patience=patience)
                    log.write(json.dumps(attrs.asdict(run)) + "\n")
                    log.flush()
                    shown = f"{run.seconds:8.3f} s {run.megabytes:6.0f} MB  pace {1000 * run.pace:4.1f} ms"
                    print(f"{pattern.name:40} {dialect:10} {size:9} {shown}  {' '.join(run.codes)}", flush=True)
                    if run.seconds == float("inf"):
                        break
    return list_missed(patterns, dialects)


def list_missed(patterns: Sequence[Pattern], dialects: Sequence[str]) -> list[tuple[tuple[str, str], list[str]]]:
    """List the patterns, of those asked for, that miss a target by the log, with what they miss."""
    tried = {(pattern.name, dialect) for pattern in patterns for dialect in dialects}
    return [(key, misses) for key, group in load_runs().items() if key in tried and (misses := find_misses(group))]


if __name__ == "__main__":
    sys.exit(main())
