"""Syllabi to CSV and back: the three tables of `tables.py`, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from syllabus_parse.diagnostics import InputTypeError, RecordError
from syllabus_parse.model import Syllabus
from syllabus_parse.regex import lazy_regex
from syllabus_parse.writers.tables import TABLES, Column, Row, join_rows, sound_text, split_syllabi

# A cell that a spreadsheet would take for a formula gets an apostrophe in front, which a spreadsheet doesn't show; so
# does an empty text, which is not the same as nothing, and a cell that looks as if it had got one.
# e.g. =HYPERLINK(...) · +1 · -x · @SUM(...) · a tab or line end · their wide forms
GUARDED: Final = lazy_regex(r"'*(?:[ \t\r\n]*[=+\-@＝＋－＠|%]|[\t\r\n]|\Z)")
# The longest cell that `read_csv` takes: csv's own limit is 128 KB, and one page's diagnostics may be longer.
CELL_LIMIT: Final = 2**31 - 1


def write_csv(syllabi: Syllabus | Iterable[Syllabus], *, table: str = "sessions") -> Iterator[str]:
    r"""Yield a table ("documents", "sessions" or "readings") as CSV by pieces: RFC 4180, a header row, UTF-8 text.

    Lists (presenters, links, notes) are JSON inside their cell. Text that a spreadsheet would run as a formula gets an
    apostrophe in front; `read_csv` takes it off again.

    >>> from syllabus_parse.model import Origin, Reading
    >>> page = Syllabus(Origin("venue_list"), readings=(Reading("=1+1", year=2019),))
    >>> "".join(write_csv(page, table="readings")).splitlines()[1][:40]
    "1,,1,,,,,,'=1+1,,,,,2019,,paper,,,,,,,,,"
    """
    columns = _choose_columns(table)
    return _write(syllabi, table, columns)


def _write(syllabi: Syllabus | Iterable[Syllabus], table: str, columns: tuple[Column, ...]) -> Iterator[str]:
    yield format_rows([[column.name for column in columns]])
    for rows in split_syllabi(syllabi):
        if rows.of(table):
            yield format_rows([[_encode(row[column.name], column) for column in columns] for row in rows.of(table)])


def write_csv_folder(syllabi: Syllabus | Iterable[Syllabus], folder: str | os.PathLike[str]) -> None:
    """Write documents.csv, sessions.csv and readings.csv into a folder, which is made where it isn't there."""
    base = Path(folder)
    base.mkdir(parents=True, exist_ok=True)
    streams = {table: (base / f"{table}.csv").open("w", encoding="utf-8", newline="") for table, _ in TABLES}
    try:
        for table, columns in TABLES:
            streams[table].write(format_rows([[column.name for column in columns]]))
        for rows in split_syllabi(syllabi):
            for table, columns in TABLES:
                cells = [[_encode(row[column.name], column) for column in columns] for row in rows.of(table)]
                streams[table].write(format_rows(cells))
    finally:
        for stream in streams.values():
            stream.close()


def read_csv_folder(folder: str | os.PathLike[str]) -> Iterator[Syllabus]:
    """Put the syllabi together again that `write_csv_folder` wrote; cells of a wrong shape raise `RecordError`."""
    base = Path(folder)
    yield from join_rows(*(read_csv(base / f"{table}.csv", table=table) for table, _ in TABLES))


def read_csv(path: str | os.PathLike[str], *, table: str) -> list[Row]:
    """Return the rows of a table that `write_csv` wrote, as `join_rows` takes them."""
    columns = _choose_columns(table)
    before = csv.field_size_limit(CELL_LIMIT)
    try:
        with Path(path).open(encoding="utf-8", newline="") as stream:
            rows = csv.DictReader(stream)
            try:
                return [{column.name: _decode(row[column.name], column) for column in columns} for row in rows]
            except (KeyError, ValueError, csv.Error) as fault:
                raise RecordError(f"{os.fspath(path)}, line {rows.line_num}: no row of {table}: {fault}") from fault
    finally:
        csv.field_size_limit(before)


def _choose_columns(table: str) -> tuple[Column, ...]:
    for name, columns in TABLES:
        if name == table:
            return columns
    raise InputTypeError(f"`table` must be one of {', '.join(name for name, _ in TABLES)}, not {table!r}")


def format_rows(rows: list[list[str]]) -> str:
    """Return rows of cells as lines of CSV."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue()


def guard_cell(text: str) -> str:
    """Return a text with an apostrophe in front, where a spreadsheet would run it or a reader take it for nothing.

    >>> guard_cell("=1+1"), guard_cell("1+1"), guard_cell("")
    ("'=1+1", '1+1', "'")
    """
    return f"'{text}" if GUARDED.match(text) else text


def _encode(value: object, column: Column) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return "" if value == "" and column.required else guard_cell(value)
    if isinstance(value, int):
        return str(value)
    return sound_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def _decode(cell: str | None, column: Column) -> object:
    if cell is None:
        raise ValueError(f"the cell {column.name} is missing")
    if column.kind == "int":
        return int(cell) if cell else None
    if column.kind in ("text", "date"):
        if cell == "":
            return "" if column.required else None
        return cell[1:] if cell.startswith("'") and GUARDED.match(cell) else cell
    return json.loads(cell) if cell else None
