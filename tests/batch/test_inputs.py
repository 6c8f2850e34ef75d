"""What a batch finds: files, folders, patterns, lists, and the documents inside archives."""

from __future__ import annotations

import gzip
import io
import json
import os
from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from syllabus_parse.batch.inputs import count_documents, find_documents
from syllabus_parse.batch.worker import Document, parse_document


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("pages/b.md", "pages/a/z.md", "pages/a/y.txt", "pages/.hidden", "pages/.git/x.md", "pages/out/r.md"):
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# {name}\n", "utf-8")


def names(inputs: Sequence[str], *, lists: Sequence[str] = (), leave: str | None = None) -> list[str | None]:
    return [one.name for one in find_documents(inputs, lists=lists, leave=leave)]


def test_a_folder_in_the_order_of_its_names() -> None:
    assert names(["pages"], leave="pages/out") == ["pages/b.md", "pages/a/y.txt", "pages/a/z.md"]
    assert names(["pages"]) == ["pages/b.md", "pages/a/y.txt", "pages/a/z.md", "pages/out/r.md"]
    assert count_documents(["pages", "x.md"], leave="pages/out") == 4


def test_links_to_folders_are_not_followed() -> None:
    os.symlink("..", "pages/a/loop")
    os.symlink("z.md", "pages/a/zz.md")
    assert names(["pages/a"]) == ["pages/a/y.txt", "pages/a/z.md", "pages/a/zz.md"]


def test_patterns() -> None:
    assert names(["pages/**/*.md"]) == ["pages/a/z.md", "pages/b.md", "pages/out/r.md"]
    (none,) = find_documents(["*.docx"])
    assert none.problem == "no file has a name of this pattern"
    Path("a[1].md").write_text("x", "utf-8")
    assert names(["a[1].md"]) == ["a[1].md"]
    assert count_documents(["pages/*.md"]) is None


def test_lists() -> None:
    Path("all.txt").write_text("pages/b.md\r\n\n pages/c.md\npages/a\n", "utf-8")
    assert names([], lists=["all.txt", "gone.txt"]) == [
        "pages/b.md", " pages/c.md", "pages/a/y.txt", "pages/a/z.md", "gone.txt",
    ]  # fmt: skip


def test_what_is_not_there_says_so() -> None:
    (document,) = find_documents(["gone.md"])
    said = parse_document(document)
    assert [one.code for one in said.diagnostics] == ["SP104"]
    assert said.source.uri == "gone.md"
    assert parse_document(Document("x", path="pages")).diagnostics[0].code == "SP104"


LINES = [
    b'{"html": "<h1>CS 1</h1>", "url": "https://example.org/1", "year": 2024}',
    b"",
    b'{"text": "two", "id": 7}',
    b'"three"',
    b"{broken",
    b"[1]",
    b'{"title": "no text"}',
    b"[" * 100_000,
    b'{"markdown": "eight", "url": "/relative"}',
]


@pytest.mark.parametrize("suffix", [".jsonl", ".jsonl.gz"])
def test_json_lines(suffix: str) -> None:
    data = b"\n".join(LINES)
    Path(f"many{suffix}").write_bytes(gzip.compress(data) if suffix.endswith("gz") else data)
    found = list(find_documents([f"many{suffix}"]))
    at = f"many{suffix}#"
    assert [one.name for one in found] == [
        "https://example.org/1", "7", f"{at}4", f"{at}5", f"{at}6", f"{at}7", f"{at}8", "/relative",
    ]  # fmt: skip
    assert (found[0].url, found[0].year, found[0].data) == ("https://example.org/1", 2024, "<h1>CS 1</h1>")
    assert [one.data for one in found] == ["<h1>CS 1</h1>", "two", "three", None, None, None, None, "eight"]
    assert [bool(one.problem) for one in found] == [one.data is None for one in found]
    assert found[-1].url is None


def test_a_broken_archive_gives_what_it_has() -> None:
    whole = gzip.compress(b"".join(b'{"text": "%d"}\n' % number for number in range(20_000)), mtime=0)
    Path("cut.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    found = list(find_documents(["cut.jsonl.gz"]))
    assert len(found) > 1000
    assert [one.problem is None for one in found] == [True] * (len(found) - 1) + [False]
    for name in ("no.jsonl.gz", "no.parquet", "gone.jsonl", "gone.parquet", "gone.warc"):
        if name.startswith("no."):
            Path(name).write_bytes(b"nothing of the kind")
        (document,) = find_documents([name])
        assert document.problem


def test_the_field_can_be_named() -> None:
    Path("many.jsonl").write_text(json.dumps({"text": "a", "source_code": "b"}) + "\n", "utf-8")
    (document,) = find_documents(["many.jsonl"], fields=["source_code"])
    assert document.data == "b"


def test_parquet() -> None:
    table = pa.table(
        {"url": ["https://example.org/1", None, "x"], "html": ["<p>one", b"two".decode(), None], "other": [1, 2, 3]}
    )
    pq.write_table(table, "many.parquet")
    found = list(find_documents(["many.parquet"]))
    assert [(one.name, one.data) for one in found] == [
        ("https://example.org/1", "<p>one"), ("many.parquet#2", "two"), ("x", None),
    ]  # fmt: skip
    assert found[2].problem


def make_record(
    kind: str, address: str, content: bytes, content_type: str = "application/http; msgtype=response"
) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2024-01-01T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{abs(hash(address)) % 10**12:012d}>\r\n"
        f"Content-Type: {content_type}\r\nContent-Length: {len(content)}\r\n\r\n"
    )
    return head.encode() + content + b"\r\n\r\n"


def make_response(kind: str, body: bytes, *more: str) -> bytes:
    head = "".join(f"{line}\r\n" for line in ("HTTP/1.1 200 OK", f"Content-Type: {kind}", *more))
    return head.encode() + b"\r\n" + body


PAGE = "<h1>Größe</h1>"
CRAWL = [
    make_record("warcinfo", "", b"software: x\r\n", "application/warc-fields"),
    make_record("request", "https://example.org/1", b"GET / HTTP/1.1\r\n\r\n", "application/http; msgtype=request"),
    make_record(
        "response", "https://example.org/1", make_response("text/html; charset=ISO-8859-1", PAGE.encode("latin-1")),
    ),
    make_record("response", "https://example.org/i.png", make_response("image/png", b"\x89PNG")),
    make_record(
        "response", "https://example.org/2",
        make_response("text/html; charset=no-such", gzip.compress(PAGE.encode()), "Content-Encoding: gzip"),
    ),
    make_record("response", "https://example.org/3", make_response("text/plain", b"2\r\nab\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked")),
    make_record("conversion", "https://example.org/4", PAGE.encode(), "text/plain"),
]  # fmt: skip


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz", "crawl.warc.wet.gz"])
def test_web_archives(name: str) -> None:
    out = io.BytesIO()
    for record in CRAWL:
        out.write(gzip.compress(record) if name.endswith("gz") else record)
    Path(name).write_bytes(out.getvalue())
    found = list(find_documents([name]))
    assert [(one.name, one.url) for one in found] == [(f"https://example.org/{number}",) * 2 for number in (1, 2, 3, 4)]
    assert [one.data for one in found] == [PAGE, PAGE.encode(), b"ab", PAGE]
    Path(f"cut-{name}").write_bytes(out.getvalue()[: len(out.getvalue()) // 2])
    assert len(list(find_documents([f"cut-{name}"]))) >= 1
