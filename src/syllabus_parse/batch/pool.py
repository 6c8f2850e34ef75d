"""Documents through several processes: in order, in bounded memory, and no document holds up the rest.

The pools of the standard library and of others can neither end a task that takes too long nor tell which of a chunk it
was; here each worker has a pipe and a counter, the parent watches both, kills a worker whose document takes too long or
that died, gives that document up and starts another worker for the rest of the chunk.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import time
from collections import deque
from collections.abc import Iterable, Iterator
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerContext, SpawnContext
from multiprocessing.process import BaseProcess
from typing import Final

import attrs

from syllabus_parse.batch.worker import SENDING, Counter, Document, Run, give_up, make_run, work
from syllabus_parse.diagnostics import InputTypeError, SyllabusError, report

# A chunk is so many documents, or so many bytes of them: small enough to share the work out, large enough to be cheap.
CHUNK: Final = 16
CHUNK_BYTES: Final = 1_000_000
# How many documents may be done ahead of the one that is written next, and how many bytes they may have.
AHEAD: Final = 4096
AHEAD_BYTES: Final = 64_000_000
# How often the counters are looked at, in seconds, and how long a worker may take to start.
LOOK: Final = 0.2
START: Final = 60.0
# How many workers may be lost without a result between.
MOST_LOST: Final = 100


class BatchError(SyllabusError, RuntimeError):
    """A batch can't go on: its workers don't start, or its output is not that of its input."""


@attrs.define(eq=False)
class _Worker:
    process: BaseProcess
    connection: Connection
    counter: Counter
    first: int = 0
    documents: list[Document] = attrs.field(factory=list)
    sent: int = 0
    ready: bool = False
    seen: int = 0
    since: float = 0.0


def count_processors() -> int:
    """Return how many processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on this system
        return os.cpu_count() or 1


def parse_documents(
    documents: Iterable[Document], *, processes: int | None = None, seconds: float | None = None, as_lines: bool = False
) -> Iterator[Run]:
    """Yield what becomes of documents, in their order, some at a time; lazy, and in bounded memory.

    `seconds` is how long one document may take before it is given up. Workers are started as fresh interpreters, so a
    script that calls this needs the usual `if __name__ == "__main__":`.
    """
    count = count_processors() if processes is None else processes
    if count < 1:
        raise InputTypeError(f"`processes` must be at least 1, not {count}")
    if seconds is not None and not seconds > 0:
        raise InputTypeError(f"`seconds` must be positive, not {seconds!r}")
    return _Pool(iter(documents), count, seconds, as_lines=as_lines).run()


class _Pool:
    def __init__(self, documents: Iterator[Document], count: int, seconds: float | None, *, as_lines: bool) -> None:
        self._documents = documents
        self._count = count
        self._seconds = seconds
        self._as_lines = as_lines
        self._context: ForkServerContext | SpawnContext = multiprocessing.get_context("spawn")
        if "forkserver" in multiprocessing.get_all_start_methods():
            self._context = multiprocessing.get_context("forkserver")
            # The server imports the parser once, and each worker, also one that replaces another, has it at once.
            self._context.set_forkserver_preload(["syllabus_parse.batch.worker"])
        self._workers: list[_Worker] = []
        self._done: dict[int, Run] = {}
        self._bytes = 0
        self._begun = 0
        self._written = 0
        self._again: deque[tuple[int, list[Document]]] = deque()
        self._ended = False
        self._looked = 0.0
        self._lost = 0

    def run(self) -> Iterator[Run]:
        try:
            while True:
                self._hand_out()
                while (run := self._done.pop(self._written, None)) is not None:
                    self._written += run.count
                    self._bytes -= sum(map(len, run.lines))
                    yield run
                    self._hand_out()
                if not any(worker.documents for worker in self._workers) and not self._again and self._ended:
                    return
                self._listen()
        finally:
            self._stop()

    # Out

    def _hand_out(self) -> None:
        for place in range(self._count):
            worker = self._workers[place] if place < len(self._workers) else None
            if worker is not None and (worker.documents or not worker.ready):
                continue
            chunk = self._next_chunk()
            if chunk is None:
                return
            if worker is None:
                worker = self._start()
                self._workers.append(worker)
            worker.first, worker.documents = chunk
            if worker.ready:
                self._send(worker)

    def _next_chunk(self) -> tuple[int, list[Document]] | None:
        if self._again:
            return self._again.popleft()
        if self._ended or self._begun - self._written >= AHEAD or self._bytes > AHEAD_BYTES:
            return None
        chunk: list[Document] = []
        size = 0
        while len(chunk) < CHUNK and size < CHUNK_BYTES:
            document = next(self._documents, None)
            if document is None:
                self._ended = True
                break
            chunk.append(document)
            size += len(document.data or b"")
        if not chunk:
            return None
        self._begun += len(chunk)
        return self._begun - len(chunk), chunk

    def _start(self) -> _Worker:
        mine, its = self._context.Pipe()
        counter: Counter = self._context.RawValue("i", SENDING)
        process = self._context.Process(
            target=work, args=(its, counter), kwargs={"as_lines": self._as_lines}, daemon=True, name="syllabus-parse"
        )
        try:
            process.start()
        except RuntimeError as fault:
            raise BatchError(f"{UNGUARDED} ({str(fault).strip().splitlines()[0]})") from fault
        # The worker's end must be open in the worker only: when it dies, this end must hear of it.
        its.close()
        return _Worker(process, mine, counter, since=time.monotonic())

    def _send(self, worker: _Worker) -> None:
        worker.counter.value = worker.seen = worker.sent = 0
        worker.since = time.monotonic()
        # A worker that died meanwhile is found by `_listen`.
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            worker.connection.send((worker.first, worker.documents))

    # In

    def _listen(self) -> None:
        by_connection: dict[object, _Worker] = {worker.connection: worker for worker in self._workers}
        for connection in wait([worker.connection for worker in self._workers], timeout=LOOK):
            worker = by_connection[connection]
            try:
                said = worker.connection.recv()
            except (EOFError, OSError):
                self._replace(worker, "SP705", f"exit code {_join(worker.process)}")
                continue
            if isinstance(said, Run):
                self._take(worker, said)
            else:
                worker.ready = True
                if worker.documents:
                    self._send(worker)
        now = time.monotonic()
        # Whoever asks for the next syllabus may take as long as they like; nobody was looking meanwhile.
        paused = now - self._looked > 5 * LOOK
        self._looked = now
        for worker in list(self._workers):
            self._watch(worker, now, paused=paused)

    def _take(self, worker: _Worker, run: Run) -> None:
        self._done[run.first] = run
        self._bytes += sum(map(len, run.lines))
        worker.first += run.count
        worker.sent += run.count
        self._lost = 0
        del worker.documents[: run.count]
        worker.since = time.monotonic()

    def _watch(self, worker: _Worker, now: float, *, paused: bool) -> None:
        if not worker.ready:
            if now - worker.since > START and not paused:
                raise BatchError(f"a worker did not start within {START:.0f} seconds")
            return
        value = worker.counter.value
        if paused or value != worker.seen or value == SENDING or not worker.documents:
            worker.seen, worker.since = value, now
        elif self._seconds is not None and now - worker.since > self._seconds and not worker.connection.poll():
            # Nothing came in this very moment, and nothing will.
            self._replace(worker, "SP704", f"{self._seconds:g} seconds")

    def _replace(self, worker: _Worker, code: str, detail: str) -> None:
        """End a worker; give the document up that it was at, and put the rest of its chunk before all others."""
        if not worker.ready:
            raise BatchError(f"{UNGUARDED} ({detail})")
        begun = worker.counter.value
        _end(worker)
        self._workers.remove(worker)
        self._lost += 1
        if self._lost > MOST_LOST:
            raise BatchError(f"{self._lost} workers were lost one after the other ({detail})")
        if not worker.documents:
            return
        if begun < 1:
            # No document was being parsed: whatever killed it, none is to blame.
            self._again.append((worker.first, worker.documents))
            return
        # `documents` begins behind what was sent already; the counter counts from the chunk's own beginning.
        at = max(0, min(begun - 1 - worker.sent, len(worker.documents) - 1))
        before, culprit, behind = worker.documents[:at], worker.documents[at], worker.documents[at + 1 :]
        run = make_run(worker.first + at, [give_up(culprit, report(code, None, detail))], as_lines=self._as_lines)
        self._done[run.first] = run
        self._bytes += sum(map(len, run.lines))
        for first, rest in ((worker.first, before), (worker.first + at + 1, behind)):
            if rest:
                self._again.append((first, rest))

    def _stop(self) -> None:
        for worker in self._workers:
            _end(worker)
        self._workers.clear()


UNGUARDED: Final = (
    "the workers do not start; a script that parses in several processes needs `if __name__ == '__main__':` around what"
    " it does"
)


def _end(worker: _Worker) -> None:
    worker.process.kill()
    _join(worker.process)
    worker.connection.close()


def _join(process: BaseProcess) -> int | None:
    process.join(timeout=5)
    return process.exitcode
