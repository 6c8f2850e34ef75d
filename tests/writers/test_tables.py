"""The three tables hold every fact: the record is put together again from each format that holds them."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pytest
from hypothesis import given, settings

from export_samples import FORMULAS, NASTY, NASTY_SYLLABUS, all_samples, parse_fixtures
from syllabus_parse import InputTypeError, Origin, Reading, RecordError, Session, Syllabus, to_dict
from syllabus_parse.writers.arrow import from_arrow, read_parquet, to_arrow, to_pandas, to_polars, write_parquet
from syllabus_parse.writers.csv_tables import read_csv_folder, write_csv, write_csv_folder
from syllabus_parse.writers.databases import read_sqlite, write_duckdb, write_sqlite
from syllabus_parse.writers.json import read_json_lines, write_json_lines
from syllabus_parse.writers.tables import join_rows, split_syllabi
from test_serialize import syllabi

Write = Callable[[Iterable[Syllabus], Path], None]
Read = Callable[[Path], Iterator[Syllabus]]


def write_lines(several: Iterable[Syllabus], path: Path) -> None:
    path.write_text("".join(write_json_lines(several)), "utf-8")


def read_lines(path: Path) -> Iterator[Syllabus]:
    with path.open("rb") as stream:
        yield from read_json_lines(stream)


WAYS: list[tuple[str, Write, Read]] = [
    ("jsonl", write_lines, read_lines),
    ("csv", write_csv_folder, read_csv_folder),
    ("parquet", write_parquet, read_parquet),
    ("sqlite", write_sqlite, read_sqlite),
]


@pytest.mark.parametrize(("name", "write", "read"), WAYS, ids=[way[0] for way in WAYS])
def test_every_fact_of_the_samples_comes_back(name: str, write: Write, read: Read, tmp_path: Path) -> None:
    samples = all_samples()
    write(samples, tmp_path / name)
    assert [to_dict(one) for one in read(tmp_path / name)] == [to_dict(one) for one in samples]


@given(syllabi)
def test_every_fact_comes_back_from_rows(syllabus: Syllabus) -> None:
    rows = list(split_syllabi([syllabus, syllabus]))
    again = join_rows(rows[0].documents, reversed(rows[0].sessions), reversed(rows[0].readings))
    assert [to_dict(one) for one in again] == [to_dict(syllabus)] * 2


@given(syllabi)
def test_every_fact_comes_back_from_arrow(syllabus: Syllabus) -> None:
    assert [to_dict(one) for one in from_arrow(to_arrow(syllabus))] == [to_dict(syllabus)]


@pytest.mark.parametrize(("name", "write", "read"), WAYS, ids=[way[0] for way in WAYS])
@settings(max_examples=25)
@given(syllabus=syllabi)
def test_every_fact_comes_back_from_files(
    name: str, write: Write, read: Read, tmp_path_factory: pytest.TempPathFactory, syllabus: Syllabus
) -> None:
    path = tmp_path_factory.mktemp(name) / "out"
    write([syllabus], path)
    assert [to_dict(one) for one in read(path)] == [to_dict(syllabus)]


@pytest.mark.parametrize("name", [way[0] for way in WAYS])
def test_lone_surrogates_are_written_as_replacements(name: str, tmp_path: Path) -> None:
    hurt = Syllabus(Origin("html", "\ud800"), sessions=(Session(title="a\udfff", notes=("\ud800",), week=10**30),))
    _, write, read = next(way for way in WAYS if way[0] == name)
    write([hurt], tmp_path / name)
    session = next(read(tmp_path / name)).sessions[0]
    assert session.title in ("a\ufffd", "a\udfff")
    assert len(session.notes) == 1


# CSV


def test_no_cell_is_a_formula() -> None:
    for table in ("documents", "sessions", "readings"):
        text = "".join(write_csv(NASTY_SYLLABUS, table=table))
        for row in csv.reader(io.StringIO(text, newline="")):
            assert not [cell for cell in row if cell.lstrip(" \t\r\n")[:1] in tuple("=+-@＝＋－＠") and cell.strip()]
    assert any(words[:1] in "=+-@" for words in FORMULAS)


def test_csv_is_what_others_read(tmp_path: Path) -> None:
    write_csv_folder(all_samples(), tmp_path)
    frame = pd.read_csv(tmp_path / "sessions.csv")
    found = ask(f"SELECT count(*), count(date) FROM read_csv('{tmp_path}/sessions.csv')")[0]  # noqa: S608
    sessions = [session for one in all_samples() for session in one.sessions]
    assert len(frame) == len(sessions)
    assert found == (len(sessions), sum(session.date is not None for session in sessions))
    title = next(title for title in frame["title"] if str(title).startswith("x, y"))
    assert title == NASTY


def test_lines_end_as_the_standard_says() -> None:
    text = "".join(write_csv(Syllabus(Origin("html"))))
    assert text.endswith("spans\r\n")
    assert text.count("\n") == 1


def test_an_unknown_table_is_a_wrong_call() -> None:
    with pytest.raises(InputTypeError, match="documents, sessions, readings"):
        write_csv([], table="people")


def test_other_files_are_refused(tmp_path: Path) -> None:
    for table in ("documents", "sessions", "readings"):
        (tmp_path / f"{table}.csv").write_text("a,b\r\n1,2\r\n", "utf-8")
    with pytest.raises(RecordError, match="line 2: no row of documents"):
        list(read_csv_folder(tmp_path))
    with pytest.raises(RecordError, match="no database"):
        read_sqlite(tmp_path / "documents.csv")
    with pytest.raises(RecordError, match="line 1"):
        list(read_json_lines(["[]"]))
    with pytest.raises(RecordError, match="line 2"):
        list(read_json_lines(["", "{"]))


# Databases, Parquet, data frames


def count_readings() -> int:
    return sum(len(one.readings) + sum(len(session.readings) for session in one.sessions) for one in parse_fixtures())


def ask(query: str) -> list[tuple[object, ...]]:
    with duckdb.connect() as database:
        return database.execute(query).fetchall()


def test_duckdb_queries_the_parquet(tmp_path: Path) -> None:
    write_parquet(parse_fixtures(), tmp_path)
    expected = {
        person.name for one in parse_fixtures() for session in one.sessions for work in session.readings
        for person in work.authors
    }  # fmt: skip
    assert expected
    rows = ask(
        f"""SELECT unnest(r.authors).name FROM '{tmp_path}/readings.parquet' r
            JOIN '{tmp_path}/sessions.parquet' s USING (document, session)"""  # noqa: S608
    )
    assert {name for (name,) in rows} == expected
    days = ask(f"SELECT min(date), max(date) FROM '{tmp_path}/sessions.parquet'")[0]  # noqa: S608
    dates = [session.date for one in parse_fixtures() for session in one.sessions if session.date]
    assert days == (min(dates), max(dates))


def test_duckdb_opens_its_file(tmp_path: Path) -> None:
    path = tmp_path / "all.duckdb"
    write_duckdb(all_samples(), path)
    with duckdb.connect(str(path), read_only=True) as database:
        found = database.execute("SELECT count(*), count(DISTINCT document) FROM sessions").fetchone()
        assert database.execute("SELECT title FROM readings WHERE short_name = '=nasty'").fetchone() == (NASTY,)
    assert found == (
        sum(len(one.sessions) for one in all_samples()), sum(bool(one.sessions) for one in all_samples()),
    )  # fmt: skip
    with pytest.raises(InputTypeError, match="is there already"):
        write_duckdb([], path)


def test_sqlite_keeps_its_keys(tmp_path: Path) -> None:
    path = tmp_path / "all.db"
    write_sqlite(all_samples(), path)
    with sqlite3.connect(path) as database:
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        (links,) = database.execute("SELECT links FROM readings WHERE short_name = '=nasty'").fetchone()
        assert json.loads(links)[0]["kind"] == "pdf"
    database.close()
    with pytest.raises(InputTypeError, match="is there already"):
        write_sqlite([], path)


def test_frames_are_typed() -> None:
    frames = to_pandas(parse_fixtures())
    assert len(frames.readings) == count_readings()
    assert pd.api.types.is_datetime64_any_dtype(frames.sessions["date"])
    assert str(frames.readings["year"].dtype) == "Int64"
    by_year = frames.sessions.groupby(frames.sessions["date"].dt.year).size()
    assert by_year.sum() == sum(session.date is not None for one in parse_fixtures() for session in one.sessions)

    polars = to_polars(parse_fixtures())
    assert polars.sessions.schema["date"] == pl.Date
    assert polars.readings.schema["authors"] == pl.List(
        pl.Struct(dict.fromkeys(("name", "affiliation", "role", "spans"), pl.String))
    )
    assert polars.documents.height == len(parse_fixtures())


def test_no_reading_at_all_is_an_empty_table() -> None:
    tables = to_arrow(Syllabus(Origin("html")))
    assert (tables.documents.num_rows, tables.sessions.num_rows, tables.readings.num_rows) == (1, 0, 0)
    assert list(from_arrow(to_arrow([]))) == []
    with pytest.raises(RecordError, match="no table of documents"):
        from_arrow(type(tables)(tables.sessions, tables.sessions, tables.readings))


def test_numbers_go_on_where_a_caller_says() -> None:
    tables = to_arrow([Syllabus(Origin("html"), readings=(Reading("A"),))] * 2, first=8)
    assert tables.readings["document"].to_pylist() == [8, 9]
