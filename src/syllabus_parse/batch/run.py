"""A batch from its inputs to its output: what was done already is passed over, the rest is parsed, all is counted."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Final

import attrs

from syllabus_parse import __version__
from syllabus_parse._parse import check_dialect
from syllabus_parse.batch.inputs import find_documents
from syllabus_parse.batch.pool import BatchError, parse_documents
from syllabus_parse.batch.report import write_report
from syllabus_parse.batch.store import Store, make_name
from syllabus_parse.batch.tally import Tally, add_tally
from syllabus_parse.batch.worker import Document
from syllabus_parse.diagnostics import InputTypeError, MissingExtraError
from syllabus_parse.intake import check_options
from syllabus_parse.plugins import list_writers
from syllabus_parse.writers import Writer
from syllabus_parse.writers.json import read_json_lines

if TYPE_CHECKING:
    from syllabus_parse.works import Work, Works

SECONDS: Final = 60.0
# Works that the report shows.
MOST_WORKS: Final = 50
SUMMARY: Final = "summary.json"
REPORT: Final = "report.html"
EACH: Final = "records"
# The records are JSON Lines already, and a table is for a terminal.
NOT_BESIDE: Final = ("json", "jsonl", "table")


@attrs.frozen
class Progress:
    """How far a batch is: documents done, those of them that an earlier run had done, and seconds of this run."""

    done: int
    resumed: int
    seconds: float
    tally: Tally


@attrs.frozen
class Summary:
    """What a batch came to."""

    documents: int
    resumed: int
    seconds: float
    tally: Tally
    folder: Path


def run_batch(
    inputs: Sequence[str],
    output: str | os.PathLike[str],
    *,
    lists: Sequence[str] = (),
    fields: Sequence[str] = (),
    also: Sequence[str] = (),
    each: bool = False,
    works: bool = False,
    dialect: str | None = None,
    year: int | None = None,
    processes: int | None = None,
    seconds: float | None = SECONDS,
    watch: Callable[[Progress], None] | None = None,
) -> Summary:
    """Parse all documents of the inputs into a folder: records.jsonl, summary.json and report.html.

    A record stands on each line, in the order of the inputs, whatever becomes of a document: one that can't be read or
    takes longer than `seconds` has only diagnostics. Called again with the same arguments it goes on behind the last
    whole line, however the last call ended. `also` are formats to write beside ("parquet"), also those that other
    packages bring; `each` writes every record
    into a file of its own too; `works` puts together which readings are the same work (works.csv, co_assigned.csv, and
    a table in the report; needs the extra `works`). `watch` is told now and then how far it is. See `find_documents`
    for the inputs.
    """
    check_options(url=None, year=year, max_chars=1)
    check_dialect(dialect)
    if not inputs and not lists:
        raise InputTypeError("a batch needs inputs")
    writers = [_find_format(name) for name in also]
    if works:
        _find_works()
    started = time.monotonic()
    # Absolute, so that the same call from another folder is told apart.
    where = [os.path.abspath(name) for name in (*inputs, *lists)]
    settings = {
        "program": "syllabus_parse", "version": __version__, "inputs": where, "fields": list(fields),
        "dialect": dialect, "year": year, "seconds": seconds,
    }  # fmt: skip
    tally = Tally()
    with Store(output, settings) as store:
        documents = find_documents(inputs, lists=lists, fields=fields, leave=os.fspath(output))
        resumed = _pass_over(store, documents, tally)
        rest = (attrs.evolve(one, dialect=dialect, year=one.year or year) for one in documents)
        done = resumed
        for run in parse_documents(rest, processes=processes, seconds=seconds, as_lines=True):
            if each:
                _write_each(store.folder, done, run.lines)
            store.append(run.lines)
            done += run.count
            if run.tally is not None:
                add_tally(tally, run.tally)
            if watch is not None:
                watch(Progress(done, resumed, time.monotonic() - started, tally))
        for writer in writers:
            _write_also(writer, store)
        most = _write_works(store) if works else ()
        summary = Summary(done, resumed, time.monotonic() - started, tally, store.folder)
        store.write(SUMMARY, json.dumps({"documents": done, **tally.to_dict()}, indent=2, ensure_ascii=True) + "\n")
        store.write(REPORT, write_report(tally, title=store.folder.resolve().name, works=most))
    return summary


def _pass_over(store: Store, documents: Iterator[Document], tally: Tally) -> int:
    """Pass over the documents whose records are there; return how many. Other documents than those are refused."""
    count = 0
    for name, one in store.read_done():
        document = next(documents, None)
        if document is None or document.name != name:
            found = f"is {document.name!r}" if document is not None else "is not there any more"
            raise BatchError(
                f"the inputs have changed: document {count + 1} was {name!r} and {found}; name another folder"
            )
        add_tally(tally, one)
        count += 1
    return count


def _find_format(name: str) -> Writer:
    formats = {writer.name: writer for writer in list_writers() if writer.name not in NOT_BESIDE}
    if name not in formats:
        raise InputTypeError(f"unknown format {name!r}. Known are {', '.join(formats)}")
    formats[name].load()
    return formats[name]


def _write_also(writer: Writer, store: Store) -> None:
    """Write the records in another format, from their file: so it is the same whether the batch was interrupted."""
    with store.records.open("rb") as stream:
        syllabi = read_json_lines(stream)
        if writer.shape == "folder":
            writer.load()(syllabi, store.folder / writer.name)
            return
        path = store.folder / (f"records.{writer.name}" if "." not in writer.name else writer.name)
        part = path.with_name(f"{path.name}.part")
        part.unlink(missing_ok=True)
        if writer.shape == "file":
            writer.load()(syllabi, part)
        else:
            with part.open("wb") as out:
                for piece in writer.write(syllabi):
                    out.write(piece if isinstance(piece, bytes) else piece.encode("utf-8", "replace"))
        part.replace(path)


def _find_works() -> ModuleType:
    try:
        return import_module("syllabus_parse.works")
    except ModuleNotFoundError as fault:
        raise MissingExtraError("works", "works", fault.name or "rapidfuzz") from fault


def _write_works(store: Store) -> tuple[Work, ...]:
    """Write the works of the records and their co-assignments beside them; return those assigned most."""
    module = _find_works()
    with store.records.open("rb") as stream:
        found: Works = module.find_works(read_json_lines(stream))
    store.write("works.csv", "".join(module.write_works(found.works)))
    store.write("co_assigned.csv", "".join(module.write_co_assignments(module.count_co_assignments(found))))
    return found.works[:MOST_WORKS]


def _write_each(folder: Path, done: int, lines: tuple[bytes, ...]) -> None:
    for number, line in enumerate(lines, done + 1):
        # A folder with a million files is one that no program likes to open.
        base = folder / EACH / f"{number // 1000:04d}"
        base.mkdir(parents=True, exist_ok=True)
        (base / make_name(number, json.loads(line)["source"]["uri"])).write_bytes(line)
