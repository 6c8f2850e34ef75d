"""A table of documents to a table of records: the core that each engine calls on its own pieces."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pyarrow as pa

from syllabus_parse.batch.archives import NAMES, TEXTS, make_document
from syllabus_parse.batch.worker import parse_document
from syllabus_parse.diagnostics import InputTypeError
from syllabus_parse.serialize import to_dict
from syllabus_parse.writers.json import dump_json

RECORDS: Final = pa.schema(
    [
        pa.field("name", pa.string()),
        pa.field("dialect", pa.string(), nullable=False),
        pa.field("sessions", pa.int64(), nullable=False),
        pa.field("readings", pa.int64(), nullable=False),
        pa.field("codes", pa.list_(pa.string()), nullable=False),
        pa.field("record", pa.string(), nullable=False),
    ]
)
"""The columns of what comes out: the document's name, what one filters by, and the record as JSON text."""


def parse_batch(table: pa.Table, *, text: str | None = None) -> pa.Table:
    r"""Parse each row of a table of documents: a row for each row, in their order, with the columns of `RECORDS`.

    The text is in the column `text`, or in the first of those that `syllabus-parse batch` looks for (text, html, …);
    `url`, `id` and `year` are used where there are such columns. A row that can't be parsed has a record that says so.
    A table without a column of text raises `InputTypeError`. Pure: the same table gives the same, wherever it runs.

    >>> pages = pa.table({"id": ["a", "b"], "text": ["- 9/3: Coasts\n- 9/5: Rivers\n", None], "year": [2024, None]})
    >>> parse_batch(pages).select(["name", "sessions", "codes"]).to_pylist()
    [{'name': 'a', 'sessions': 2, 'codes': ['SP302']}, {'name': 'b', 'sessions': 0, 'codes': ['SP104']}]
    """
    if not isinstance(table, pa.Table):
        raise InputTypeError(f"`table` must be a pyarrow.Table, not {type(table).__name__}")
    fields = (text,) if text is not None else TEXTS
    if not any(name in table.column_names for name in fields):
        raise InputTypeError(f"the table has no column of text: none of {', '.join(fields)}")
    wanted = [name for name in table.column_names if name in {*fields, *NAMES, "year"}]
    rows = [_parse_row(row, fields) for row in _list_rows(table.select(wanted))]
    return pa.Table.from_pylist(rows, schema=RECORDS)


def _list_rows(table: pa.Table) -> Iterator[dict[str, object]]:
    for batch in table.to_batches(max_chunksize=256):
        yield from batch.to_pylist()


def _parse_row(row: dict[str, object], fields: tuple[str, ...]) -> dict[str, object]:
    document = make_document(row, None, fields)
    record = to_dict(parse_document(document))
    source, sessions = record["source"], record["sessions"]
    assert isinstance(source, dict)  # noqa: S101 # the form of every record
    assert isinstance(sessions, list)  # noqa: S101
    alone = record["readings"]
    assert isinstance(alone, list)  # noqa: S101
    said = record["diagnostics"]
    assert isinstance(said, list)  # noqa: S101
    return {
        "name": document.name,
        "dialect": source["dialect"],
        "sessions": len(sessions),
        "readings": len(alone) + sum(len(session["readings"]) for session in sessions),
        "codes": [one["code"] for one in said],
        "record": dump_json(record, indent=None),
    }
