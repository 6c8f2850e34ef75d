"""Measure `syllabus-parse batch`: its rate against one process, its memory, and that kill -9 costs nothing.

    python benchmarks/batch.py rate --documents 3000
    python benchmarks/batch.py kills --documents 100000 --kills 10

`rate` parses the test fixtures again and again, `kills` short schedules, each with words of its own; it tells the most
memory that all processes took together too. All is made in a temporary folder. CPU seconds are those of all processes:
on a machine that has other things to do they say more than the clock. Needs psutil (dependency group `bench`).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psutil

from syllabus_parse import parse_many
from syllabus_parse.writers.json import write_json_lines

FIXTURES = Path(__file__).parent.parent / "tests" / "fixtures"
PAGE = """\
| Date | Topic |
|---|---|
| {month}/{day}/{year} | Heaps {number} |
| {month}/{next} | No class |
"""
COMMAND = [sys.executable, "-m", "syllabus_parse", "batch"]


def make_fixtures(count: int) -> Iterator[str]:
    """Yield the fixtures again and again, no two alike."""
    texts = [path.read_text("utf-8") for path in sorted(FIXTURES.glob("*/*")) if path.suffix != ".json"]
    for number in range(count):
        yield texts[number % len(texts)] + f"\n\nPage {number} of many.\n"


def make_pages(count: int) -> Iterator[str]:
    """Yield short schedules, no two alike."""
    for number in range(count):
        yield PAGE.format(
            number=number, year=1990 + number % 35, month=1 + number % 12, day=1 + number % 20, next=8 + number % 20,
        )  # fmt: skip


def write_input(path: Path, texts: Iterator[str]) -> None:
    """Write texts as JSON Lines."""
    with path.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps({"id": f"page-{number}", "text": text}) + "\n" for number, text in enumerate(texts))


class Watch:
    """Looks at a process and all below it: the most memory that they had together, and their CPU seconds."""

    def __init__(self, pid: int) -> None:
        self.memory = 0
        self._seconds: dict[int, float] = {}
        self._process = psutil.Process(pid)
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def _look(self) -> None:
        while True:
            try:
                processes = [self._process, *self._process.children(recursive=True)]
            except psutil.NoSuchProcess:
                return
            memory = 0
            for process in processes:
                try:
                    # Pages that processes share are counted once: `uss` has what is a process's own.
                    memory += process.memory_full_info().uss
                    times = process.cpu_times()
                    self._seconds[process.pid] = times.user + times.system
                except psutil.Error:
                    continue
            self.memory = max(self.memory, memory)
            time.sleep(0.2)

    @property
    def seconds(self) -> float:
        """CPU seconds of all processes that were seen."""
        return sum(self._seconds.values())


def run(folder: Path, output: str, *words: str) -> tuple[float, Watch]:
    """Run a batch to its end; return the seconds by the clock, and what was seen of it."""
    started = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603
        [*COMMAND, str(folder / "in.jsonl"), "-o", str(folder / output), *words], stderr=subprocess.PIPE
    )
    watch = Watch(process.pid)
    _, said = process.communicate()
    if process.returncode:
        raise SystemExit(said.decode())
    return time.perf_counter() - started, watch


def measure_rate(folder: Path, count: int) -> None:
    """Compare CPU seconds and seconds of one process, with all done in a loop, with those of two workers."""
    write_input(folder / "in.jsonl", make_fixtures(count))
    clock, cpu = time.perf_counter(), time.process_time()
    with (folder / "in.jsonl").open("rb") as lines, (folder / "single.jsonl").open("w", encoding="utf-8") as out:
        out.writelines(write_json_lines(parse_many(json.loads(line)["text"] for line in lines)))
    clock, cpu = time.perf_counter() - clock, time.process_time() - cpu
    print(f"one process, a loop:   {clock:7.1f} s, {cpu:7.1f} CPU s, {count / cpu:6.0f} documents a CPU second")
    seconds, watch = run(folder, "out", "--jobs", "2")
    print(f"batch, two workers:    {seconds:7.1f} s, {watch.seconds:7.1f} CPU s")
    print(
        f"{clock / seconds:.2f} times as fast by the clock, {2 * cpu / watch.seconds:.2f} by the work of two processors"
    )


def measure_kills(folder: Path, count: int, kills: int, seed: int) -> None:
    """Kill a batch at random moments and let it go on; its output must be that of one that was left alone."""
    write_input(folder / "in.jsonl", make_pages(count))
    seconds, watch = run(folder, "whole", "--jobs", "2")
    print(
        f"{count} documents in {seconds:.0f} s, {watch.seconds:.0f} CPU s; at most {watch.memory / 1e6:.0f} MB",
        flush=True,
    )
    whole = hash_folder(folder / "whole")
    draw = random.Random(seed)  # noqa: S311
    records = folder / "killed" / "records.jsonl"
    size = (folder / "whole" / "records.jsonl").stat().st_size
    killed = []
    for target in sorted(draw.randrange(size) for _ in range(kills)):
        process = subprocess.Popen(  # noqa: S603
            [*COMMAND, str(folder / "in.jsonl"), "-o", str(folder / "killed"), "--jobs", "2"], stderr=subprocess.DEVNULL
        )
        while process.poll() is None and not (records.exists() and records.stat().st_size >= target):
            time.sleep(0.01 + draw.random() / 10)
        process.kill()
        process.wait()
        killed.append(records.read_bytes().count(b"\n"))
    seconds, _ = run(folder, "killed", "--jobs", "2")
    print(f"killed with {', '.join(map(str, killed))} records written; the last run took {seconds:.0f} s")
    same = hash_folder(folder / "killed") == whole
    print(f"{count} documents: the output is {'the same' if same else 'ANOTHER'}")
    if not same:
        raise SystemExit(1)


def hash_folder(folder: Path) -> list[tuple[str, str]]:
    """Return the hash of each file that a batch writes, but for its own settings and the title of the report."""
    names = sorted(
        path for path in folder.rglob("*") if path.is_file() and path.name not in ("batch.json", "report.html")
    )
    return [(path.name, hashlib.sha256(path.read_bytes()).hexdigest()) for path in names]


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("what", choices=["rate", "kills"])
    parser.add_argument("--documents", type=int, default=3000)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--seed", type=int, default=8)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        if given.what == "rate":
            measure_rate(Path(name), given.documents)
        else:
            measure_kills(Path(name), given.documents, given.kills, given.seed)


if __name__ == "__main__":
    main()
