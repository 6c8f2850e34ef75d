"""Files that hold many documents each: JSON Lines, Parquet, and the archives of web crawls (WARC, WET).

Each is read as it is asked for, a document at a time. What is broken becomes a document that says so, and the rest of
the file goes on where that is possible.
"""

from __future__ import annotations

import codecs
import gzip
import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

from syllabus_parse.batch.worker import Document
from syllabus_parse.diagnostics import MissingExtraError

Read = Callable[[str, str, Sequence[str]], Iterator[Document]]
# Columns that people keep a page's text, its name and its address in, the likeliest first.
TEXTS: Final = ("text", "html", "content", "markdown", "body", "document", "page", "raw")
NAMES: Final = ("uri", "url", "id", "name", "path", "warc_target_uri")
ADDRESSES: Final = ("url", "warc_target_uri", "uri")
# A line longer than that is no document: what is behind is passed over.
LONGEST_LINE: Final = 100_000_000
# What a crawl holds beside pages: images, scripts, style sheets. Only these kinds are parsed.
PAGE_TYPES: Final = ("text/html", "application/xhtml", "text/plain", "text/markdown", "text/x-markdown")
LONGEST_RECORD: Final = 80_000_000


def read_list(path: str) -> Iterator[str | Document]:
    """Yield the paths of a list, one on each line; blank lines are passed over."""
    try:
        with open(path, encoding="utf-8", errors="surrogateescape") as stream:
            for line in stream:
                if line.strip():
                    yield line.rstrip("\r\n")
    except OSError as fault:
        yield Document(path, problem=fault.strerror or str(fault))


def read_json_lines(path: str, name: str, fields: Sequence[str]) -> Iterator[Document]:
    """Yield the documents of a JSON Lines file: objects with a text, or texts alone."""
    stream = gzip.open(path) if path.lower().endswith(".gz") else open(path, "rb")  # noqa: SIM115 # closed by `with`
    with stream as opened:
        number = 0
        try:
            while line := opened.readline(LONGEST_LINE):
                number += 1
                if line.strip():
                    yield _read_line(line, f"{name}#{number}", fields)
        except (EOFError, gzip.BadGzipFile) as fault:
            yield Document(f"{name}#{number + 1}", problem=str(fault))


def _read_line(line: bytes, name: str, fields: Sequence[str]) -> Document:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as fault:
        return Document(name, problem=f"no JSON: {fault}"[:200])
    if isinstance(value, str):
        return Document(name, value)
    if isinstance(value, dict):
        return make_document(value, name, fields)
    return Document(name, problem="neither an object nor a text")


def make_document(row: Mapping[str, object], name: str | None, fields: Sequence[str]) -> Document:
    """Make a document of an object's values: its text, its name and address, and the year where one is given.

    >>> make_document({"html": "<p>Hi", "url": "https://example.org", "year": 2024}, "a.jsonl#1", ()).name
    'https://example.org'
    >>> make_document({"title": "Hi"}, "a.jsonl#1", ()).problem
    'no text: none of text, html, content, markdown, body, document, page, raw'
    """
    text = next((row[key] for key in fields or TEXTS if isinstance(row.get(key), (str, bytes))), None)
    called = next((str(row[key]) for key in NAMES if isinstance(row.get(key), (str, int)) and row[key] != ""), name)
    if not isinstance(text, (str, bytes)):
        return Document(called, problem=f"no text: none of {', '.join(fields or TEXTS)}")
    address = next((value for key in ADDRESSES if isinstance(value := row.get(key), str) and "://" in value), None)
    year = row.get("year")
    known = year if isinstance(year, int) and not isinstance(year, bool) and 1000 <= year <= 9998 else None
    return Document(called, text, url=address, year=known)


def read_parquet(path: str, name: str, fields: Sequence[str]) -> Iterator[Document]:
    """Yield the documents of a Parquet file, some rows at a time; only the columns that are needed are read."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ModuleNotFoundError as fault:
        raise MissingExtraError("a Parquet file", "arrow", "pyarrow") from fault
    number = 0
    try:
        with pq.ParquetFile(path) as opened:
            wanted = {*(fields or TEXTS), *NAMES, *ADDRESSES, "year"}
            columns = [column for column in opened.schema_arrow.names if column in wanted]
            for batch in opened.iter_batches(batch_size=64, columns=columns):
                for row in batch.to_pylist():
                    number += 1
                    yield make_document(row, f"{name}#{number}", fields)
    except pa.ArrowException as fault:
        yield Document(f"{name}#{number + 1}", problem=f"no Parquet: {fault}"[:200])


def read_warc(path: str, name: str, _: Sequence[str]) -> Iterator[Document]:
    """Yield the pages of a web archive: the HTML and text of its responses, and the texts of a WET file."""
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ModuleNotFoundError as fault:
        raise MissingExtraError("a web archive", "warc", "fastwarc") from fault
    kinds = WarcRecordType.response | WarcRecordType.conversion | WarcRecordType.resource
    number = 0
    with open(path, "rb") as opened:
        try:
            for record in ArchiveIterator(opened, record_types=kinds, parse_http=True, auto_decode="all"):
                number += 1
                address = (record.headers.get("WARC-Target-URI") or "").strip("<>")
                kind = _find_type(record)
                if kind is None or kind.startswith(PAGE_TYPES):
                    data = record.reader.read(LONGEST_RECORD)
                    called = address or f"{name}#{number}"
                    yield Document(called, _decode(data, record), url=address if "://" in address else None)
        except Exception as fault:  # fastwarc doesn't say which errors it has
            yield Document(f"{name}#{number + 1}", problem=f"no web archive: {fault}"[:200])


def _find_type(record: Any) -> str | None:  # noqa: ANN401 # fastwarc has no types
    """Return what sort of page a record says it holds; None where it says nothing."""
    if record.http_headers is not None:
        kind = record.http_headers.get("Content-Type")
        return kind.strip().lower() if kind else None
    kind = record.headers.get("Content-Type")
    return kind.strip().lower() if kind else None


def _decode(data: bytes, record: Any) -> str | bytes:  # noqa: ANN401
    """Decode a page as its server says; bytes stay bytes where it says nothing that can be right."""
    charset = record.http_charset if record.http_headers is not None else "utf-8"
    try:
        # The page's own words are not asked where the server was: so browsers do it too.
        if charset and codecs.lookup(charset)._is_text_encoding:
            return data.decode(charset)
    except (LookupError, UnicodeError, ValueError):
        pass
    return data


READERS: Final[tuple[tuple[tuple[str, ...], Read], ...]] = (
    ((".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz"), read_json_lines),
    ((".parquet",), read_parquet),
    ((".warc", ".warc.gz", ".wet", ".wet.gz", ".warc.lz4", ".warc.zst"), read_warc),
)


def is_archive(path: str) -> bool:
    """Tell whether a file holds many documents, by its name."""
    return any(os.fspath(path).lower().endswith(suffixes) for suffixes, _ in READERS)
