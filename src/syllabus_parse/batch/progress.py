"""How far a batch is, told on standard error: a bar in a terminal, a line now and then anywhere else."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator
from typing import Final, TextIO

from syllabus_parse.batch.run import Progress

# Seconds between two lines.
PAUSE: Final = 10.0


@contextlib.contextmanager
def show_progress(*, total: int | None, stream: TextIO | None = None) -> Iterator[Callable[[Progress], None]]:
    """Give a function that is told how far it is, and shows it; `total` documents are expected, where that is known."""
    out = stream or sys.stderr
    if not out.isatty():
        yield _LineWriter(out, total)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (
        BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"), TimeElapsedColumn(),
        TimeRemainingColumn(),
    )  # fmt: skip
    with Bar(*columns, console=Console(file=out), transient=True) as bar:
        task = bar.add_task("", total=total, rate="")

        def show(progress: Progress) -> None:
            bar.update(task, completed=progress.done, rate=describe_rate(progress))

        yield show


def describe_rate(progress: Progress) -> str:
    """Say how fast it goes, and what went wrong so far.

    >>> from syllabus_parse.batch.tally import Tally
    >>> describe_rate(Progress(120, 20, 4.0, Tally()))
    '25/s'
    """
    rate = (progress.done - progress.resumed) / progress.seconds if progress.seconds > 0 else 0
    wrong = progress.tally.totals["documents with an error"]
    return f"{rate:.0f}/s" + (f", {wrong} with an error" if wrong else "")


class _LineWriter:
    def __init__(self, out: TextIO, total: int | None) -> None:
        self._out = out
        self._of = f" of {total}" if total is not None else ""
        self._told = 0.0

    def __call__(self, progress: Progress) -> None:
        if progress.seconds - self._told >= PAUSE:
            self._told = progress.seconds
            print(f"{progress.done}{self._of} documents, {describe_rate(progress)}", file=self._out, flush=True)
