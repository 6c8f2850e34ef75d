"""The core of all engines: a table of documents in, a table of records out."""

from __future__ import annotations

import json

import pyarrow as pa
import pytest

from fixture_files import find_fixtures
from syllabus_parse import InputTypeError, parse, to_dict
from syllabus_parse.engines import RECORDS, parse_batch
from syllabus_parse.engines.spark import SCHEMA

TEXTS = [one.text for one in find_fixtures()]


def test_a_row_for_each_row() -> None:
    table = pa.table({"text": TEXTS, "other": list(range(len(TEXTS)))})
    made = parse_batch(table)
    assert made.schema == RECORDS
    expected = [to_dict(parse(text)) for text in TEXTS]
    assert [json.loads(record) for record in made["record"].to_pylist()] == expected
    assert made["sessions"].to_pylist() == [len(one["sessions"]) for one in expected]  # type: ignore[arg-type]
    assert made["codes"].to_pylist() == [[said["code"] for said in one["diagnostics"]] for one in expected]  # type: ignore[attr-defined]


def test_pieces_give_the_same_as_the_whole() -> None:
    table = pa.table({"text": TEXTS, "id": [str(number) for number in range(len(TEXTS))]})
    pieces = [parse_batch(table.slice(at, 4)) for at in range(0, len(TEXTS), 4)]
    assert pa.concat_tables(pieces) == parse_batch(table)


def test_columns_that_are_used() -> None:
    page = "# Page\n\n- 9/3: [Coasts](a.pdf)\n- 9/5: Rivers\n"
    table = pa.table({"html": [page], "url": ["https://example.org/x/"], "year": [2024]})
    (row,) = parse_batch(table).to_pylist()
    assert row["name"] == "https://example.org/x/"
    record = json.loads(row["record"])
    assert record["sessions"][0]["date"] == "2024-09-03"
    assert "https://example.org/x/a.pdf" in row["record"]
    assert parse_batch(pa.table({"mine": [page]}), text="mine")["sessions"].to_pylist() == [2]
    assert parse_batch(pa.table({"text": [page.encode()]}))["sessions"].to_pylist() == [2]


def test_rows_without_a_text_say_so() -> None:
    made = parse_batch(pa.table({"text": pa.array([None, ""], pa.string())}))
    assert made["codes"].to_pylist() == [["SP104"], ["SP103"]]
    assert made["name"].to_pylist() == [None, None]
    assert parse_batch(pa.table({"text": pa.array([], pa.string())})).num_rows == 0


def test_wrong_calls() -> None:
    with pytest.raises(InputTypeError, match="no column of text: none of text, html"):
        parse_batch(pa.table({"title": ["x"]}))
    with pytest.raises(InputTypeError, match="must be a pyarrow"):
        parse_batch([])


def test_spark_is_told_of_every_column() -> None:
    assert [part.split()[0] for part in SCHEMA.split(", ")] == RECORDS.names
