"""What runs in a worker: documents come in by chunks, records go out, and a counter tells the parent how far it is."""

from __future__ import annotations

import contextlib
import os
import signal
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Final, Protocol

import attrs

from syllabus_parse._parse import MAX_CHARS, parse
from syllabus_parse.batch.tally import Tally, tally_record
from syllabus_parse.diagnostics import Diagnostic, report
from syllabus_parse.model import Origin, Syllabus
from syllabus_parse.serialize import to_dict
from syllabus_parse.writers.json import dump_json

# What the counter says while nothing is being parsed.
SENDING: Final = -1
# Results are handed over when so many bytes have come together, so that a chunk of long pages needs no more.
HANDED: Final = 1_000_000


class Counter(Protocol):
    """A number that parent and worker share: how many documents of the chunk were begun."""

    value: int


@attrs.frozen
class Document:
    """One document to parse: its name, which becomes the record's `source.uri`, and its text or its file.

    `problem` is why there is neither; then the record says only that.
    """

    name: str | None
    data: str | bytes | None = None
    path: str | None = None
    url: str | None = None
    year: int | None = None
    dialect: str | None = None
    problem: str | None = None
    max_chars: int = MAX_CHARS


@attrs.frozen
class Run:
    """What became of consecutive documents: either lines and their tally, or syllabi."""

    first: int
    count: int
    lines: tuple[bytes, ...] = ()
    syllabi: tuple[Syllabus, ...] = ()
    tally: Tally | None = None


def parse_document(document: Document) -> Syllabus:
    """Parse one document; a file that can't be read becomes a syllabus that says so."""
    data = document.data
    if document.problem is not None:
        return give_up(document, report("SP104", None, document.problem))
    if data is None:
        try:
            with open(document.path or "", "rb") as stream:
                # Four bytes are the most that a character takes: what is behind would be cut anyway.
                data = stream.read(document.max_chars * 4)
        except (OSError, ValueError) as fault:
            words = getattr(fault, "strerror", None) or str(fault)
            return give_up(document, report("SP104", None, words))
    syllabus = parse(data, dialect=document.dialect, url=document.url, year=document.year, max_chars=document.max_chars)
    return attrs.evolve(syllabus, source=attrs.evolve(syllabus.source, uri=document.name))


def give_up(document: Document, said: Diagnostic) -> Syllabus:
    """Make the record of a document that was not parsed: its diagnostics are all of it."""
    return Syllabus(Origin(document.dialect or "unknown", document.name), diagnostics=(said,))


def make_run(first: int, syllabi: list[Syllabus], *, as_lines: bool) -> Run:
    """Make what is handed over of syllabi that were parsed one behind the other."""
    if not as_lines:
        return Run(first, len(syllabi), syllabi=tuple(syllabi))
    tally = Tally()
    lines: list[bytes] = []
    for syllabus in syllabi:
        record = to_dict(syllabus)
        tally_record(record, tally)
        lines.append(f"{dump_json(record, indent=None)}\n".encode())
    return Run(first, len(lines), lines=tuple(lines), tally=tally)


def work(connection: Connection, counter: Counter, *, as_lines: bool) -> None:
    """Parse chunks until the parent is gone or says that there is nothing more."""
    # Ctrl-C reaches the whole group of processes; the parent decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(EOFError, BrokenPipeError, ConnectionResetError):
        connection.send(os.getpid())
        while (chunk := connection.recv()) is not None:
            first, documents = chunk
            _work_chunk(first, documents, connection.send, counter, as_lines=as_lines)


def _work_chunk(
    first: int, documents: list[Document], send: Callable[[object], None], counter: Counter, *, as_lines: bool
) -> None:
    done: list[Syllabus] = []
    start, size = first, 0
    for place, document in enumerate(documents, 1):
        counter.value = place
        done.append(parse_document(document))
        size += len(document.data or b"") + 10_000
        if size > HANDED or place == len(documents):
            run = make_run(start, done, as_lines=as_lines)
            # To wait for a parent that is busy elsewhere is no document's fault.
            counter.value = SENDING
            send(run)
            start, done, size = start + len(done), [], 0
