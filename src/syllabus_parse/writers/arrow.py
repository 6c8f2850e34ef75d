"""Syllabi to Arrow tables, Parquet files and data frames, and back: the three tables of `tables.py`, typed.

Days are dates, lists are lists (people and links as structs), so that `unnest` and `explode` work on them. Raw words,
places, coverage and diagnostics are JSON text: they are looked up, seldom counted.
"""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final, Generic, TypeVar

import attrs
import pyarrow as pa
import pyarrow.parquet as pq

from syllabus_parse.diagnostics import RecordError
from syllabus_parse.model import Syllabus
from syllabus_parse.writers.tables import TABLES, Column, Kind, Row, join_rows, sound_text, split_syllabi

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

PERSON: Final = pa.struct([(name, pa.string()) for name in ("name", "affiliation", "role", "spans")])
LINK: Final = pa.struct([(name, pa.string()) for name in ("url", "text", "kind", "spans")])
ASSIGNMENT: Final = pa.struct(
    [
        ("title", pa.string()), ("event", pa.string()), ("date", pa.date32()), ("links", pa.list_(LINK)),
        ("raw", pa.string()), ("inferred", pa.string()), ("spans", pa.string()),
    ]
)  # fmt: skip
TYPES: Final[Mapping[Kind, pa.DataType]] = {
    "text": pa.string(),
    "int": pa.int64(),
    "date": pa.date32(),
    "texts": pa.list_(pa.string()),
    "people": pa.list_(PERSON),
    "links": pa.list_(LINK),
    "assignments": pa.list_(ASSIGNMENT),
    "json": pa.string(),
}
F = TypeVar("F")
# Keys whose value is JSON text inside a struct.
AS_JSON: Final = frozenset({"raw", "inferred", "spans"})


@attrs.frozen
class ArrowTables:
    """The three tables of any number of syllabi; sessions and readings name their document by its number."""

    documents: pa.Table
    sessions: pa.Table
    readings: pa.Table

    def of(self, table: str) -> pa.Table:
        """Return a table by its name."""
        return getattr(self, table)


@attrs.frozen
class Frames(Generic[F]):
    """The three tables as data frames of pandas or polars."""

    documents: F
    sessions: F
    readings: F


def make_schema(table: str) -> pa.Schema:
    """Return the Arrow schema of "documents", "sessions" or "readings".

    >>> make_schema("sessions").field("date").type
    DataType(date32[day])
    """
    columns = dict(TABLES)[table]
    return pa.schema([pa.field(column.name, TYPES[column.kind], nullable=not column.required) for column in columns])


SCHEMAS: Final = {table: make_schema(table) for table, _ in TABLES}


def to_arrow(syllabi: Syllabus | Iterable[Syllabus], *, first: int = 1) -> ArrowTables:
    """Return syllabi as three Arrow tables; documents are numbered from `first` on.

    >>> from syllabus_parse.model import Origin, Reading
    >>> tables = to_arrow([Syllabus(Origin("venue_list"), readings=(Reading("A Tale", year=1859),))])
    >>> tables.readings.select(["document", "title", "year"]).to_pylist()
    [{'document': 1, 'title': 'A Tale', 'year': 1859}]
    """
    pieces: dict[str, list[pa.RecordBatch]] = {table: [] for table, _ in TABLES}
    for batches in make_batches(syllabi, first=first):
        for table, batch in batches.items():
            pieces[table].append(batch)
    return ArrowTables(**{table: pa.Table.from_batches(pieces[table], SCHEMAS[table]) for table, _ in TABLES})


def make_batches(
    syllabi: Syllabus | Iterable[Syllabus], *, first: int = 1, size: int = 500
) -> Iterator[dict[str, pa.RecordBatch]]:
    """Yield the tables of so many documents at a time, so that any number of them can be written in bounded memory."""
    for rows in split_syllabi(syllabi, first=first, size=size):
        yield {
            table: pa.RecordBatch.from_pylist(
                [{column.name: _encode(row[column.name], column) for column in columns} for row in rows.of(table)],
                schema=SCHEMAS[table],
            )
            for table, columns in TABLES
        }


def from_arrow(tables: ArrowTables) -> Iterator[Syllabus]:
    """Put the syllabi together again, in the order of `documents`; other tables raise `RecordError`."""
    rows = []
    for table, columns in TABLES:
        try:
            found = tables.of(table).select([column.name for column in columns]).to_pylist()
            rows.append([{column.name: _decode(row[column.name], column) for column in columns} for row in found])
        except (KeyError, ValueError, TypeError) as fault:
            raise RecordError(f"no table of {table}: {fault}") from fault
    return join_rows(*rows)


def write_parquet(syllabi: Syllabus | Iterable[Syllabus], folder: str | os.PathLike[str]) -> None:
    """Write documents.parquet, sessions.parquet and readings.parquet into a folder, some documents at a time."""
    base = Path(folder)
    base.mkdir(parents=True, exist_ok=True)
    writers: dict[str, pq.ParquetWriter] = {}
    try:
        for table, _ in TABLES:
            writers[table] = pq.ParquetWriter(base / f"{table}.parquet", SCHEMAS[table], compression="zstd")
        for batches in make_batches(syllabi, size=2000):
            for table, batch in batches.items():
                writers[table].write_batch(batch)
    finally:
        for writer in writers.values():
            writer.close()


def read_parquet(folder: str | os.PathLike[str]) -> Iterator[Syllabus]:
    """Put the syllabi together again that `write_parquet` wrote."""
    base = Path(folder)
    return from_arrow(ArrowTables(**{table: pq.read_table(base / f"{table}.parquet") for table, _ in TABLES}))


def to_pandas(syllabi: Syllabus | Iterable[Syllabus]) -> Frames[pd.DataFrame]:
    """Return syllabi as three pandas data frames; days are timestamps, years and weeks `Int64`, which knows NA."""
    import pandas as pd

    tables = to_arrow(syllabi)
    types = {pa.int64(): pd.Int64Dtype()}
    return Frames(
        **{table: tables.of(table).to_pandas(date_as_object=False, types_mapper=types.get) for table, _ in TABLES}
    )


def to_polars(syllabi: Syllabus | Iterable[Syllabus]) -> Frames[pl.DataFrame]:
    """Return syllabi as three polars data frames."""
    import polars as pl

    tables = to_arrow(syllabi)
    return Frames(**{table: pl.DataFrame(tables.of(table)) for table, _ in TABLES})


def _encode(value: object, column: Column) -> object:
    if value is None or column.kind in ("text", "int"):
        return value
    if column.kind == "date":
        return dt.date.fromisoformat(str(value))
    if column.kind == "json":
        return dump_cell(value)
    return [_encode_item(item) for item in value] if isinstance(value, list) else None


def _encode_item(item: object) -> object:
    """Encode a text, or an object of texts: a person, a link, an assignment with its links."""
    if not isinstance(item, Mapping):
        return sound_text(str(item))
    made: Row = {}
    for key, value in item.items():
        if key in AS_JSON:
            made[key] = dump_cell(value) if value else None
        elif key == "date":
            made[key] = dt.date.fromisoformat(value) if value else None
        elif key == "links":
            made[key] = [_encode_item(link) for link in value]
        else:
            made[key] = sound_text(value) if isinstance(value, str) else value
    return made


def dump_cell(value: object) -> str:
    """Write a value as JSON on one line."""
    return sound_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def _decode(value: object, column: Column) -> object:
    if isinstance(value, dt.date):
        return value.isoformat()
    if column.kind == "json":
        return json.loads(str(value)) if value is not None else None
    return [_decode_item(item) for item in value] if isinstance(value, list) else value


def _decode_item(item: object) -> object:
    if not isinstance(item, Mapping):
        return item
    made: Row = {}
    for key, value in item.items():
        if key in AS_JSON:
            made[key] = json.loads(value) if value is not None else None
        elif isinstance(value, dt.date):
            made[key] = value.isoformat()
        elif isinstance(value, list):
            made[key] = [_decode_item(link) for link in value]
        else:
            made[key] = value
    return made
