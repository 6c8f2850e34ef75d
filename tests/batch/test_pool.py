"""Documents through several processes: in order, lazily, and none holds up the rest."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from fixture_files import find_fixtures
from syllabus_parse import InputTypeError, parse, parse_many, parse_many_async, to_dict
from syllabus_parse.batch.pool import parse_documents
from syllabus_parse.batch.worker import Document

TEXTS = [one.text for one in find_fixtures()]
HANGS = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a named pipe, which nobody writes to")


@pytest.fixture
def endless(tmp_path: Path) -> Document:
    """A document that never ends to be opened."""
    os.mkfifo(tmp_path / "endless")
    return Document("endless", path=str(tmp_path / "endless"))


def codes_of(
    documents: list[Document], *, processes: int = 2, seconds: float | None = None
) -> list[tuple[str, list[str]]]:
    runs = parse_documents(documents, processes=processes, seconds=seconds)
    return [(str(one.source.uri), [said.code for said in one.diagnostics]) for run in runs for one in run.syllabi]


def test_the_same_as_one_by_one_and_in_order() -> None:
    many = TEXTS * 4
    assert [to_dict(one) for one in parse_many(many, processes=2, year=2031)] == [
        to_dict(parse(text, year=2031)) for text in many
    ]


def test_lines_and_their_tally_are_the_same() -> None:
    runs = list(parse_documents((Document(str(n), text) for n, text in enumerate(TEXTS)), processes=2, as_lines=True))
    assert sum(run.count for run in runs) == len(TEXTS) == sum(len(run.lines) for run in runs)
    assert sum(run.tally.totals["documents"] for run in runs if run.tally) == len(TEXTS)
    assert [run.first for run in runs] == sorted(run.first for run in runs)


def test_no_more_is_read_than_is_worked_on() -> None:
    read = 0

    def endless() -> Iterator[str]:
        nonlocal read
        while True:
            read += 1
            yield ""

    syllabi = parse_many(endless(), processes=1)
    assert next(syllabi).diagnostics[0].code == "SP103"
    assert read < 5000
    syllabi.close()
    assert not multiprocessing.active_children()


def test_one_process_does_nothing_ahead() -> None:
    asked: list[int] = []
    syllabi = parse_many(asked.append(number) or "" for number in range(3))  # type: ignore[func-returns-value]
    assert asked == []
    next(syllabi)
    assert asked == [0]


@HANGS
def test_a_document_that_takes_too_long_is_given_up(endless: Document) -> None:
    documents = [Document(f"d{number}", "") for number in range(40)]
    documents[5] = documents[22] = endless
    said = codes_of(documents, seconds=2)
    assert [name for name, _ in said] == [one.name for one in documents]
    assert [place for place, (_, codes) in enumerate(said) if codes == ["SP704"]] == [5, 22]
    assert all(codes == ["SP103"] for place, (_, codes) in enumerate(said) if place not in (5, 22))


@HANGS
def test_a_worker_that_dies_takes_one_document_with_it(endless: Document) -> None:
    documents = [Document(f"d{number}", "") for number in range(20)]
    documents[3] = endless

    # Nothing comes out before the first chunk is done or given up, so a thread has to kill.
    def kill() -> None:
        while True:
            try:
                # There is somebody to read what is written: the worker is at this document.
                writing = os.open(str(endless.path), os.O_WRONLY | os.O_NONBLOCK)
                break
            except OSError:
                time.sleep(0.01)
        for process in multiprocessing.active_children():
            os.kill(process.pid or 0, signal.SIGKILL)
        os.close(writing)

    thread = threading.Thread(target=kill)
    thread.start()
    said = codes_of(documents, processes=1)
    thread.join()
    assert [name for name, _ in said] == [one.name for one in documents]
    assert said[3] == ("endless", ["SP705"])
    assert all(codes == ["SP103"] for place, (_, codes) in enumerate(said) if place != 3)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"processes": 0}, "at least 1"),
        ({"processes": 1, "seconds": 0}, "must be positive"),
        ({"seconds": 3}, "`seconds` needs `processes`"),
    ],
)
def test_wrong_calls(options: dict[str, int], message: str) -> None:
    with pytest.raises(InputTypeError, match=message):
        parse_many([""], **options)  # type: ignore[arg-type]
    with pytest.raises(InputTypeError, match="must be str or bytes, not int"):
        list(parse_many([1], processes=1))  # type: ignore[list-item]


def test_a_script_without_its_guard_is_told(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "import syllabus_parse\nprint(len(list(syllabus_parse.parse_many(['', ''], processes=1))))\n", "utf-8"
    )
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=False, timeout=100)
    assert done.returncode == 1
    assert "needs `if __name__ == '__main__':`" in done.stderr


# Asynchronous


def test_the_loop_goes_on_meanwhile() -> None:
    async def give() -> AsyncIterator[str]:
        for text in TEXTS:
            await asyncio.sleep(0)
            yield text

    async def collect(processes: int | None) -> list[dict[str, object]]:
        ticks = 0

        async def tick() -> None:
            nonlocal ticks
            while True:
                ticks += 1
                await asyncio.sleep(0.001)

        ticking = asyncio.create_task(tick())
        found = [to_dict(one) async for one in parse_many_async(give(), processes=processes)]
        ticking.cancel()
        assert ticks > 3
        return found

    expected = [to_dict(parse(text)) for text in TEXTS]
    assert asyncio.run(collect(None)) == expected
    assert asyncio.run(collect(1)) == expected


def test_a_loop_that_leaves_early_leaves_no_worker() -> None:
    async def first() -> str:
        found = parse_many_async(["", "x"] * 50, processes=1)
        one = await anext(found)
        await found.aclose()  # type: ignore[attr-defined]
        return one.diagnostics[0].code

    assert asyncio.run(first()) == "SP103"
