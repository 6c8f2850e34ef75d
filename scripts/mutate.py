"""Change the readers and normalizers a little, again and again, and see whether the tests notice.

    python scripts/mutate.py --measure             which test runs which line, and how long each takes: once, minutes
    python scripts/mutate.py --measure tests/a.py  these tests only, added to what was measured
    python scripts/mutate.py --sample 500          500 mutants drawn with seed 1, in docs/robustness.md
    python scripts/mutate.py --sample 500 --seed 2 others
    python scripts/mutate.py --sample 80 --under interpret/tables assemble     those of other folders
    python scripts/mutate.py --table               the score so far
    python scripts/mutate.py --survivors           what no test noticed, as diffs

Cosmic Ray (`pip install cosmic-ray`) makes the mutants: another comparison, another operator, a number more or less, a
`not`, no decorator, a loop that never runs. All of them would take days, so places in the code are drawn by chance,
each alike, and at each place one of the changes that it allows. Each mutant meets the tests that run its line (for
what runs on import, those that run the module or one that imports it), broad and quick ones first, until one fails or
PATIENCE is used up; what was not noticed until then counts as survived, and so does what no test runs. Left out are
changes that nothing can notice: in annotations, of `==` into `is` and back, of flags put together by another operator,
and of the decorators that only remember answers.

A mutant inside a function is put into a forked process that has collected the tests; one at the top of a module needs
a process of its own. Results are added to build/mutation/results.jsonl; what stands there is not run again.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import importlib.abc
import importlib.util
import json
import os
import resource
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import Any, Final

import attrs
import coverage
import pytest
from _pytest.runner import runtestprotocol
from measured_pages import ROBUSTNESS, ROOT, put_into
from mutants import PACKAGES, SOURCES, Mutant, draw_mutants, is_equal, make_source, put_in, show

TESTS: Final = (
    "tests/normalize", "tests/readers", "tests/interpret", "tests/test_fixtures.py", "tests/test_parse.py",
    "tests/test_limits.py", "tests/test_spans.py", "tests/test_security.py", "tests/property/test_found_inputs.py",
    "src/syllabus_parse/normalize", "src/syllabus_parse/readers",
)  # fmt: skip
BUILD: Final = ROOT / "build" / "mutation"
COVERAGE: Final = BUILD / "coverage"
TIMES: Final = BUILD / "times.json"
RESULTS: Final = BUILD / "results.jsonl"
MARK: Final = "measured: scripts/mutate.py"
BROAD: Final = "/test_accepted.py::"
PATIENCE: Final = 20.0
"""Seconds of tests, as `--measure` found them, that a mutant meets at most; more where that ran on a busy machine."""


class Tests:
    """Which tests run a line, and how long they take."""

    def __init__(self, *, patience: float) -> None:
        self.patience = patience
        self.data = coverage.CoverageData(str(COVERAGE))
        self.data.read()
        self.times: dict[str, float] = json.loads(TIMES.read_text("utf-8"))
        self.files = {Path(name).as_posix().rpartition("syllabus_parse/")[2]: name for name in self._files()}

    def _files(self) -> list[str]:
        return [name for name in self.data.measured_files() if "/src/syllabus_parse/" in name]

    @cache  # noqa: B019 (one object, for the whole run)
    def find_contexts(self, module: str) -> dict[int, list[str]]:
        """Return for each line of a module what ran it; an empty name means its import."""
        name = self.files.get(module)
        return self.data.contexts_by_lineno(name) if name else {}

    def list_contexts(self, module: str) -> set[str]:
        """Return what ran any line of a module."""
        return {name for names in self.find_contexts(module).values() for name in names}

    def choose(self, mutant: Mutant) -> tuple[list[str], bool]:
        """Return the tests that a mutant meets, the quick ones first, and whether its line runs on import too."""
        by_line = self.find_contexts(mutant.module)
        line = next((line for line in range(mutant.line, max(0, mutant.line - 8), -1) if by_line.get(line)), None)
        if line is None:
            return [], False
        imported = "" in by_line[line]
        contexts = {name for names in by_line.values() for name in names} if imported else set(by_line[line])
        if contexts == {""}:  # a module of tables: the tests of those that read them
            contexts |= {name for user in find_users(mutant.module) for name in self.list_contexts(user)}
        names = {context.partition("|")[0] for context in contexts} - {""}
        chosen: list[str] = []
        spent = 0.0
        # The views of all that a reader or normalizer makes notice most; of the others the quick ones come first.
        for name in sorted(names & self.times.keys(), key=lambda name: (BROAD not in name, self.times[name], name)):
            spent += self.times[name]
            if spent > self.patience and chosen:
                break
            chosen.append(name)
        return chosen, imported


def find_users(module: str) -> list[str]:
    """List the modules that import from a module."""
    words = "from syllabus_parse." + module.removesuffix(".py").replace("/", ".") + " import"
    paths = (
        path for folder in (*PACKAGES, "interpret", "assemble") for path in sorted((SOURCES / folder).rglob("*.py"))
    )
    return [str(path.relative_to(SOURCES)) for path in paths if words in path.read_text("utf-8")]


def _guard(seconds: float) -> None:
    """End this process when it computes for too long or takes too much memory."""
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds) + 5))
    resource.setrlimit(resource.RLIMIT_AS, (4_000_000_000, 4_000_000_000))
    signal.signal(signal.SIGXCPU, signal.SIG_DFL)


def run_items(items: Sequence[pytest.Item]) -> bool:
    """Run collected tests until one fails; tell whether one did."""
    for at, item in enumerate(items):
        following = items[at + 1] if at + 1 < len(items) else None
        if any(report.failed for report in runtestprotocol(item, log=False, nextitem=following)):
            return True
    return False


class Loop:
    """A plugin that runs mutants instead of the collected tests, each in a process forked from this one."""

    def __init__(self, mutants: Sequence[Mutant], *, patience: float) -> None:
        self.mutants = mutants
        self.patience = patience

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Try each mutant and write down what became of it."""
        items = {item.nodeid: item for item in session.items}
        tests = Tests(patience=self.patience)
        with RESULTS.open("a", encoding="utf-8") as log:
            for at, mutant in enumerate(self.mutants):
                changed = make_source(mutant)
                if changed is None:
                    continue
                names, imported = tests.choose(mutant)
                names = [name for name in names if name in items]
                allowed = 15 + 4 * sum(tests.times[name] for name in names)
                outcome = "not run by any test"
                if names:
                    outcome = "" if imported else self.fork(mutant, changed, [items[name] for name in names], allowed)
                    outcome = outcome or run_anew(mutant, changed, names, allowed)
                row = {**attrs.asdict(mutant), "outcome": outcome, "tests": len(names), "diff": show(mutant, changed)}
                log.write(json.dumps(row) + "\n")
                log.flush()
                print(f"{at + 1:4} {outcome:20} {mutant.label} line {mutant.line} ({len(names)} tests)", flush=True)
        return True

    def fork(self, mutant: Mutant, changed: str, items: Sequence[pytest.Item], allowed: float) -> str:
        """Run tests in a fork with the changed functions; an empty outcome where the module must be imported anew."""
        child = os.fork()
        if child == 0:
            status = 3
            with contextlib.suppress(BaseException):
                quiet = os.open(os.devnull, os.O_WRONLY)
                os.dup2(quiet, 1)
                os.dup2(quiet, 2)
                if put_in(mutant, changed):
                    _guard(allowed)
                    status = 1
                    status = int(run_items(items))
            os._exit(status)
        _, ended = os.waitpid(child, 0)
        if os.WIFSIGNALED(ended):
            return "killed by time"
        return {0: "survived", 1: "killed", 3: ""}[os.WEXITSTATUS(ended)]


def run_anew(mutant: Mutant, changed: str, names: Sequence[str], allowed: float) -> str:
    """Run tests in a process that imports the changed module."""
    task = BUILD / "task.json"
    name = "syllabus_parse." + mutant.module.removesuffix(".py").replace("/", ".").removesuffix(".__init__")
    task.write_text(json.dumps({"name": name, "path": str(mutant.path), "source": changed, "tests": list(names)}))
    words = [sys.executable, __file__, "--task", str(task), "--allowed", str(int(allowed))]
    ended = subprocess.run(words, capture_output=True, check=False)  # noqa: S603
    return "survived" if ended.returncode == 0 else "killed by time" if ended.returncode < 0 else "killed"


class Changed(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Imports one module from a changed source."""

    def __init__(self, name: str, path: str, source: str) -> None:
        self.name, self.path, self.source = name, path, source

    def find_spec(self, name: str, path: object, target: object = None) -> ModuleSpec | None:
        """Find the changed module only."""
        if name != self.name:
            return None
        inside = [str(Path(self.path).parent)] if self.path.endswith("__init__.py") else None
        return importlib.util.spec_from_file_location(name, self.path, loader=self, submodule_search_locations=inside)

    def create_module(self, spec: object) -> None:
        """Let the machinery make the module."""

    def exec_module(self, module: ModuleType) -> None:
        """Run the changed source."""
        exec(compile(self.source, self.path, "exec"), module.__dict__)  # noqa: S102


class Choose:
    """A plugin that keeps the tests of one task, in their order."""

    def __init__(self, names: Sequence[str]) -> None:
        self.order = {name: at for at, name in enumerate(names)}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Keep what was chosen."""
        items[:] = sorted((item for item in items if item.nodeid in self.order), key=lambda i: self.order[i.nodeid])


def run_task(path: Path, allowed: int) -> int:
    """Run the tests of one task with a changed module."""
    task = json.loads(path.read_text("utf-8"))
    _guard(allowed)
    sys.meta_path.insert(0, Changed(task["name"], task["path"], task["source"]))
    importlib.import_module(task["name"])  # pytest would import a module with doctests from its file
    files = sorted({name.partition("::")[0] for name in task["tests"]})
    return int(pytest.main(["-x", "-p", "no:cacheprovider", "-p", "no:cov", *files], plugins=[Choose(task["tests"])]))


class Watch:
    """A plugin that writes down how long each test took."""

    def __init__(self) -> None:
        self.times: Counter[str] = Counter()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Add up the parts of a test."""
        self.times[report.nodeid] += report.duration  # type: ignore[assignment]

    def pytest_sessionfinish(self) -> None:
        """Write the times down."""
        known = json.loads(TIMES.read_text("utf-8")) if TIMES.exists() else {}
        TIMES.write_text(json.dumps(known | self.times), "utf-8")


def measure(tests: Sequence[str]) -> int:
    """Run the tests once and keep which lines each of them ran; some of them are added to what is known."""
    os.environ["COVERAGE_FILE"] = str(COVERAGE)
    if not tests:
        TIMES.unlink(missing_ok=True)
    words = ["--cov", "--cov-context=test", "--cov-report=", "--cov-fail-under=0", "-p", "no:cacheprovider"]
    return int(pytest.main([*words, *(("--cov-append", *tests) if tests else TESTS)], plugins=[Watch()]))


def load_results() -> list[dict[str, Any]]:
    """Return what became of each mutant; the latest run counts."""
    if not RESULTS.exists():
        return []
    rows = [json.loads(line) for line in RESULTS.read_text("utf-8").splitlines()]
    return list({(row["module"], row["operator"], row["occurrence"]): row for row in rows}.values())


def make_table(under: Sequence[str] = PACKAGES) -> str:
    """Make the table of the page: killed and survived in each package, or in other folders."""
    rows = [row for row in load_results() if row["module"].startswith(tuple(under))]
    lines = ["| Package | Mutants | Killed | of them by time | Survived | Run by no test | No difference | Score |"]
    lines.append("|---|---:|---:|---:|---:|---:|---:|---:|")
    for package in (*under, ""):
        own = [row for row in rows if row["module"].startswith(package)]
        outcomes = Counter(row["outcome"] for row in own if not is_equal(row["module"], row["diff"]))
        every, slow = outcomes.total(), outcomes["killed by time"]
        killed = outcomes["killed"] + slow
        alive, unseen = outcomes["survived"], outcomes["not run by any test"]
        score = f"{killed / every:.1%}" if every else ""
        counts = (len(own), killed, slow, alive, unseen, len(own) - every, score)
        lines.append(f"| {package or ('both' if under is PACKAGES else 'all')} | {' | '.join(map(str, counts))} |")
    return "\n".join(lines) + "\n"


def main() -> int:
    """Do what the arguments say."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--measure", nargs="*", metavar="TEST", help="run the tests with coverage first")
    options.add_argument("--sample", type=int, default=0, help="how many mutants to try")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--under", nargs="+", metavar="FOLDER", default=PACKAGES, help="folders of syllabus_parse")
    options.add_argument("--patience", type=float, default=PATIENCE, help="seconds of tests that a mutant meets")
    options.add_argument("--again", action="store_true", help="try those again that survived")
    options.add_argument("--table", action="store_true")
    options.add_argument("--survivors", action="store_true")
    options.add_argument("--write", action="store_true", help="write the table into docs/robustness.md")
    options.add_argument("--task", type=Path, help=argparse.SUPPRESS)
    options.add_argument("--allowed", type=int, help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.task:
        return run_task(given.task, given.allowed)
    os.chdir(ROOT)
    BUILD.mkdir(parents=True, exist_ok=True)
    if given.measure is not None and measure(given.measure) != 0:
        return 1
    known = load_results()
    alive = [row for row in known if not row["outcome"].startswith("killed")]
    mutants = list(draw_mutants(given.sample, given.seed, given.under)) if given.sample else []
    tried = {f"{row['module']} {row['operator']} {row['occurrence']}" for row in known}
    mutants = [mutant for mutant in mutants if mutant.label not in tried]
    if given.again:
        fields = [{name: row[name] for name in ("module", "operator", "occurrence", "line")} for row in alive]
        again = (Mutant(**values) for values in fields)
        mutants = [*(mutant for mutant in again if make_source(mutant) is not None), *mutants]
    if mutants:
        words = ["-p", "no:cacheprovider", "-p", "no:cov", "--capture=no", *TESTS]
        pytest.main(words, plugins=[Loop(mutants, patience=given.patience)])
    if given.survivors:
        print("\n\n".join(f"{row['outcome']}\n{row['diff']}" for row in alive))
    if given.table or given.sample or given.again:
        print(make_table(given.under))
    if given.write:
        put_into(ROBUSTNESS, MARK, make_table())
    return 0


if __name__ == "__main__":
    sys.exit(main())
