"""Syllabi to SQLite and DuckDB files, and SQLite back: the three tables of `tables.py`, with keys and indexes."""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from syllabus_parse.diagnostics import InputTypeError, RecordError
from syllabus_parse.model import Syllabus
from syllabus_parse.writers.tables import TABLES, Column, Row, join_rows, sound_text, split_syllabi

KEYS: Final = {
    "documents": "PRIMARY KEY (document)",
    "sessions": "PRIMARY KEY (document, session), FOREIGN KEY (document) REFERENCES documents",
    "readings": "PRIMARY KEY (document, reading), FOREIGN KEY (document) REFERENCES documents, "
    "FOREIGN KEY (document, session) REFERENCES sessions",
}
INDEXES: Final = (
    "CREATE INDEX sessions_by_date ON sessions (date)",
    "CREATE INDEX readings_by_session ON readings (document, session)",
    "CREATE INDEX readings_by_title ON readings (title)",
    "CREATE INDEX readings_by_doi ON readings (doi)",
)


def write_sqlite(syllabi: Syllabus | Iterable[Syllabus], path: str | os.PathLike[str]) -> None:
    """Write a new SQLite file with the tables documents, sessions and readings; lists are JSON text.

    A file that is there already raises `InputTypeError`: another's tables are never touched.
    """
    _refuse_existing(path)
    with contextlib.closing(sqlite3.connect(path)) as database, database:
        for table, columns in TABLES:
            fields = ", ".join(_define(column) for column in columns)
            database.execute(f"CREATE TABLE {table} ({fields}, {KEYS[table]})")
        for rows in split_syllabi(syllabi):
            for table, columns in TABLES:
                places = ", ".join("?" * len(columns))
                values = ([_encode(row[column.name]) for column in columns] for row in rows.of(table))
                database.executemany(f"INSERT INTO {table} VALUES ({places})", values)  # noqa: S608 # nosec B608
        for index in INDEXES:
            database.execute(index)


def read_sqlite(path: str | os.PathLike[str]) -> Iterator[Syllabus]:
    """Put the syllabi together again that `write_sqlite` wrote; another file raises `RecordError`."""
    try:
        with contextlib.closing(sqlite3.connect(f"{Path(path).resolve().as_uri()}?mode=ro", uri=True)) as database:
            tables = [_read_table(database, table, columns) for table, columns in TABLES]
    except sqlite3.Error as fault:
        raise RecordError(f"{os.fspath(path)}: no database of syllabi: {fault}") from fault
    return join_rows(*tables)


def write_duckdb(syllabi: Syllabus | Iterable[Syllabus], path: str | os.PathLike[str]) -> None:
    """Write a new DuckDB file with the tables documents, sessions and readings, typed as in Arrow."""
    import duckdb
    import pyarrow as pa

    from syllabus_parse.writers.arrow import SCHEMAS, make_batches

    _refuse_existing(path)
    with duckdb.connect(os.fspath(path)) as database:
        for table, _ in TABLES:
            database.register("rows_now", SCHEMAS[table].empty_table())
            database.execute(f"CREATE TABLE {table} AS SELECT * FROM rows_now")  # noqa: S608 # nosec B608
            database.unregister("rows_now")
        for batches in make_batches(syllabi, size=2000):
            for table, batch in batches.items():
                database.register("rows_now", pa.Table.from_batches([batch]))
                database.execute(f"INSERT INTO {table} SELECT * FROM rows_now")  # noqa: S608 # nosec B608
                database.unregister("rows_now")


def _refuse_existing(path: str | os.PathLike[str]) -> None:
    if os.path.exists(path):
        raise InputTypeError(f"{os.fspath(path)} is there already; name a new file")


def _define(column: Column) -> str:
    kind = "INTEGER" if column.kind == "int" else "TEXT"
    return f"{column.name} {kind}{' NOT NULL' if column.required else ''}"


def _read_table(database: sqlite3.Connection, table: str, columns: tuple[Column, ...]) -> list[Row]:
    names = ", ".join(column.name for column in columns)
    found = database.execute(f"SELECT {names} FROM {table} ORDER BY rowid")  # noqa: S608 # nosec B608
    return [{column.name: _decode(value, column) for column, value in zip(columns, row, strict=True)} for row in found]


def _encode(value: object) -> object:
    if value is None or isinstance(value, (str, int)):
        return value
    return sound_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def _decode(value: object, column: Column) -> object:
    if column.kind in ("text", "int", "date") or value is None:
        return value
    return json.loads(str(value))
