"""Fuzz the library and count every input.

    python fuzz/run.py --minutes 5                         every target, with coverage where atheris is installed
    python fuzz/run.py --minutes 1 --target dates          one of them
    python fuzz/run.py --minutes 5 --engine plain          without coverage, many times faster
    python fuzz/run.py --table                             how many inputs there have been
    python fuzz/run.py --write                             the same, in docs/robustness.md

Two engines: `atheris` (libFuzzer, guided by the branches that an input reaches) and `plain` (chance alone, its seed
printed, for any Python). Both use the mutators of `mutators.py`. Each target runs in a process of its own; an input
that breaks a promise is kept in build/fuzz/<target>/ and the target goes on. Counts are added to fuzz/counts.jsonl by
the process that ran the inputs. Exit status 1 where anything broke.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import mmap
import os
import platform
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "scripts"))

from measured_pages import ROBUSTNESS, put_into

if TYPE_CHECKING:
    from targets import Target

HERE: Final = Path(__file__).resolve().parent
MARK: Final = "counted: fuzz/run.py --write"
COUNTS: Final = HERE / "counts.jsonl"
CORPUS: Final = HERE / "corpus"
FIXTURES: Final = HERE.parent / "tests" / "fixtures"
CASES: Final = HERE.parent / "tests" / "normalize"
CRASHES: Final = Path("build/fuzz")
PATIENCE: Final = 20
"""Seconds after which an input counts as a hang."""
LONGEST: Final = 4_000
LONGEST_RECORD: Final = 20_000
LONGEST_LINE: Final = 300


def find_seeds(name: str) -> list[bytes]:
    """List the inputs to begin with: the kept corpus and the fixtures, or the cases of the normalizers."""
    from targets import BY_NAME, make_record

    if not BY_NAME[name].lines:
        paths = [path for path in (*CORPUS.glob("*"), *FIXTURES.rglob("*")) if path.is_file()]
        documents = [path.read_bytes()[:LONGEST] for path in sorted(paths) if ".json" not in path.name]
        return [make_record(data)[:LONGEST_RECORD] for data in documents] if name == "records" else documents
    return sorted({text.encode("utf-8", "replace") for path in CASES.glob("*.json") for text in _texts(path)})


def _texts(path: Path) -> Iterator[str]:
    for cases in json.loads(path.read_text("utf-8")).values():
        for case in cases if isinstance(cases, list) else ():
            text = case.get("input") if isinstance(case, dict) else None
            if isinstance(text, str):
                yield text[:LONGEST_LINE]


def find_longest(name: str) -> int:
    """Return how long an input of a target may be."""
    from targets import BY_NAME

    return LONGEST_RECORD if name == "records" else LONGEST_LINE if BY_NAME[name].lines else LONGEST


class Tally:
    """Counts the inputs of this process and writes the sum down now and then: a fuzzer may end without a word."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.inputs = self.broken = 0
        self.started = self.written = time.monotonic()

    def add(self, *, broken: bool = False) -> None:
        """Count one input."""
        self.inputs += 1
        self.broken += broken
        if broken or (self.inputs % 16 == 0 and time.monotonic() - self.written > 1):
            self.write()

    def write(self) -> None:
        """Write the counts down."""
        self.written = time.monotonic()
        seconds = round(self.written - self.started, 1)
        self.path.write_text(json.dumps({"inputs": self.inputs, "broken": self.broken, "seconds": seconds}))


def keep(name: str, data: bytes, fault: BaseException) -> bool:
    """Keep an input that broke a promise, and say how; one for each kind of fault, told by where it was raised."""
    where = fault.__traceback__
    while where is not None and where.tb_next is not None:
        where = where.tb_next
    place = f"{Path(where.tb_frame.f_code.co_filename).name}:{where.tb_lineno}" if where is not None else "?"
    kind = hashlib.sha256(f"{type(fault).__name__} {place}".encode()).hexdigest()[:8]
    folder = CRASHES / name
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{type(fault).__name__}-{kind}"
    new = not path.exists()
    if new or path.stat().st_size > len(data):
        path.write_bytes(data)
        print(f"{name}: {type(fault).__name__} at {place}: {str(fault)[:300]}\n  kept in {path}", flush=True)
    return new


def judge(target: Target, data: bytes, tally: Tally) -> None:
    """Try one input, keep it where it breaks a promise, and count it."""
    broken = False
    try:
        target.check(data)
    except Exception as fault:
        keep(target.name, data, fault)
        broken = True
    tally.add(broken=broken)


def open_slot(name: str, longest: int) -> mmap.mmap:
    """Open the file that holds the input at work, so that it is there when the process is ended."""
    path = CRASHES / name / "current"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(bytes(16 + 4 * longest))
    with path.open("r+b") as stream:
        return mmap.mmap(stream.fileno(), 0)


def keep_current(name: str) -> None:
    """Keep the input that was at work when the process ended."""
    path = CRASHES / name / "current"
    if path.exists():
        slot = path.read_bytes()
        data = slot[4 : 4 + int.from_bytes(slot[:4], "big")]
        kept = CRASHES / name / f"hang-{hashlib.sha256(data).hexdigest()[:8]}"
        kept.write_bytes(data)
        print(f"  kept in {kept}", flush=True)


def run_plain(name: str, *, until: float, seed: int, tally: Tally) -> None:
    """Change seeds by chance; the same seed draws the same inputs."""
    from mutators import mutate
    from targets import BY_NAME

    target = BY_NAME[name]
    chance = random.Random(f"{name} {seed}")  # noqa: S311 (nothing secret)
    longest = find_longest(name)
    pool = [data.decode("utf-8", "replace") for data in find_seeds(name)]
    slot = open_slot(name, longest)
    while time.monotonic() < until:
        at = chance.randrange(len(pool))
        text = mutate(pool[at], chance.choice(pool), chance, longest=longest, lines=target.lines)
        if chance.random() < 0.02:
            pool[at] = text  # walk away from the seeds
        data = text.encode("utf-8", "replace")
        if name == "dialects":
            data = bytes([chance.randrange(256)]) + data
        slot[: 4 + len(data)] = len(data).to_bytes(4, "big") + data
        signal.alarm(PATIENCE)  # ends the process; the input is in the slot
        judge(target, data, tally)
    signal.alarm(0)
    tally.write()


def run_atheris(name: str, *, seconds: int, seed: int, tally: Tally) -> None:
    """Let libFuzzer choose the inputs by the branches that they reach; never returns."""
    import atheris

    with atheris.instrument_imports(include=["syllabus_parse"]):
        from targets import BY_NAME
    from mutators import mutate

    target = BY_NAME[name]
    longest = find_longest(name)
    seeds = find_seeds(name)
    folder = CRASHES / "corpus" / name
    folder.mkdir(parents=True, exist_ok=True)
    for data in seeds:
        (folder / hashlib.sha256(data).hexdigest()[:16]).write_bytes(data)

    def change(data: bytes, max_size: int, seed: int) -> bytes:
        chance = random.Random(seed)  # noqa: S311 (nothing secret)
        if chance.random() < 0.4:
            return bytes(atheris.Mutate(data, max_size))
        text = mutate(
            data.decode("utf-8", "replace"), chance.choice(seeds).decode("utf-8", "replace"), chance,
            longest=max_size, lines=target.lines,
        )  # fmt: skip
        return text.encode("utf-8", "replace")[:max_size]

    words = [
        sys.argv[0], str(folder), f"-max_total_time={seconds}", f"-max_len={longest}", f"-seed={seed}",
        f"-timeout={PATIENCE}", "-rss_limit_mb=2048", f"-artifact_prefix={CRASHES / name}/", "-print_final_stats=1",
        "-verbosity=0",
    ]  # fmt: skip
    (CRASHES / name).mkdir(parents=True, exist_ok=True)
    atheris.Setup(words, lambda data: judge(target, data, tally), custom_mutator=change)
    atheris.Fuzz()


def run_target(name: str, engine: str, seconds: int, seed: int) -> dict[str, Any]:
    """Run one target in a process of its own and add its counts to the log."""
    path = CRASHES / f"{name}.{engine}.tally"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    words = [sys.executable, __file__, "--worker", name, "--engine", engine]
    words += ["--seconds", str(seconds), "--seed", str(seed)]
    ended = subprocess.run(words, stderr=subprocess.PIPE, text=True, timeout=seconds + 600, check=False)  # noqa: S603
    tally = json.loads(path.read_text()) if path.exists() else {"inputs": 0, "broken": 0, "seconds": 0}
    hang = ended.returncode != 0
    if hang:
        print(f"{name}: ended with {ended.returncode}\n{ended.stderr[-3000:]}", flush=True)
        if engine == "plain":
            keep_current(name)
    row = {
        "target": name, "engine": engine, "inputs": tally["inputs"], "broken": tally["broken"], "stopped": int(hang),
        "seconds": tally["seconds"], "seed": seed, "python": platform.python_version(),
    }  # fmt: skip
    with COUNTS.open("a", encoding="utf-8") as log:
        log.write(json.dumps(row) + "\n")
    return row


def make_table() -> str:
    """Make a Markdown table of the sums of the log."""
    sums: dict[tuple[str, str], Counter[str]] = {}
    for line in COUNTS.read_text("utf-8").splitlines():
        row = json.loads(line)
        keys = ("inputs", "seconds", "broken", "stopped")
        sums.setdefault((row["target"], row["engine"]), Counter()).update({key: row[key] for key in keys})
    lines = [
        "| Target | Engine | Inputs | Hours | Inputs that broke a promise | Hangs |",
        "|---|---|---:|---:|---:|---:|",
    ]
    for (target, engine), all_of in sorted(sums.items()):
        hours = all_of["seconds"] / 3600
        lines.append(
            f"| {target} | {engine} | {all_of['inputs']:,} | {hours:.2f} | {all_of['broken']} | {all_of['stopped']} |"
        )
    lines.append(f"| all | | {sum(all_of['inputs'] for all_of in sums.values()):,} | | | |")
    return "\n".join(lines)


def main() -> int:
    """Fuzz as the arguments say."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--minutes", type=float, default=1.0, help="for all targets together")
    options.add_argument("--target", default="all", help="names parted by commas")
    options.add_argument("--engine", choices=("auto", "atheris", "plain"), default="auto")
    options.add_argument("--seed", type=int, default=None, help="drawn and printed where none is given")
    options.add_argument("--table", action="store_true", help="print the counts so far")
    options.add_argument("--write", action="store_true", help="write them into docs/robustness.md")
    options.add_argument("--worker", help=argparse.SUPPRESS)
    options.add_argument("--seconds", type=int, help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.write:
        put_into(ROBUSTNESS, MARK, make_table())
    if given.table or given.write:
        print(make_table())
        return 0
    if given.worker:
        tally = Tally(CRASHES / f"{given.worker}.{given.engine}.tally")
        if given.engine == "plain":
            run_plain(given.worker, until=time.monotonic() + given.seconds, seed=given.seed, tally=tally)
        else:
            run_atheris(given.worker, seconds=given.seconds, seed=given.seed, tally=tally)
        return 0

    from targets import TARGETS

    engine = given.engine
    if engine == "auto":
        try:
            import atheris  # noqa: F401

            engine = "atheris"
        except ImportError:
            engine = "plain"
            print("atheris is not installed (pip install atheris; wheels for CPython 3.11 to 3.13): no coverage")
    names = [target.name for target in TARGETS] if given.target == "all" else given.target.split(",")
    seconds = max(1, int(given.minutes * 60 / len(names)))
    seed = random.SystemRandom().randrange(1, 2**31) if given.seed is None else given.seed
    print(f"engine {engine}, seed {seed}, {seconds} s a target", flush=True)
    failed = False
    for name in names:
        row = run_target(name, engine, seconds, seed)
        failed = failed or bool(row["broken"] or row["stopped"])
        print(f"{name:12} {row['inputs']:>9} inputs, {row['broken']} broken, {row['stopped']} stopped", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.path.insert(0, str(HERE))
    os.environ.setdefault("PYTHONHASHSEED", "0")
    sys.exit(main())
