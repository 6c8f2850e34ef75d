"""The pipeline and the example spider, run by Scrapy against a site on this machine."""

from __future__ import annotations

import asyncio
import http.server
import json
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from scrapy.exceptions import DropItem

from generated_pages import DOCS
from syllabus_parse import from_dict, parse
from syllabus_parse.scraping import SyllabusPipeline

SPIDER = DOCS / "examples" / "spider.py"
SCHEDULE = """<html><head><title>Maps</title></head><body><h1>Maps (Fall 2024)</h1><table>
<tr><th>Date</th><th>Topic</th><th>Paper</th></tr>
<tr><td>9/3</td><td>Größe</td><td><a href="papers/a.pdf">Coasts of Paper</a></td></tr>
<tr><td>9/10</td><td>Rivers</td><td></td></tr></table></body></html>"""
SITE = {
    "/": ("text/html", b"<nav><a href='maps/'>Maps</a> <a href='/plan.md'>Plan</a> <a href='/gone'>x</a></nav>"),
    "/maps/": ("text/html; charset=iso-8859-1", SCHEDULE.encode("latin-1")),
    "/plan.md": ("text/plain", b"# Trees (Spring 2025)\n\n- 2/4: Heaps\n- 2/6: Treaps\n"),
    "/robots.txt": ("text/plain", b"User-agent: *\nDisallow: /secret\n"),
}  # fmt: skip


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:  # so http.server has it
        kind, body = SITE.get(self.path, ("text/html", b"<p>not here"))
        self.send_response(200 if self.path in SITE else 404)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


def test_the_page_shows_the_spider_that_is_run() -> None:
    assert SPIDER.read_text("utf-8") in (DOCS / "scraping.md").read_text("utf-8")


@pytest.fixture
def site() -> Iterator[str]:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


def test_the_spider_exports_a_feed(site: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "scrapy", "runspider", str(SPIDER), "-a", f"start={site}", "-O", "courses.jsonl"],
        capture_output=True, text=True, cwd=tmp_path, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    items = [json.loads(line) for line in (tmp_path / "courses.jsonl").read_text("utf-8").splitlines()]
    found = {item["url"].removeprefix(site): from_dict(item["syllabus"]) for item in items}
    assert sorted(found) == ["maps/", "plan.md"], done.stderr
    maps = found["maps/"]
    assert [session.title for session in maps.sessions] == ["Größe", "Rivers"]
    assert str(maps.sessions[0].date) == "2024-09-03"
    assert site + "maps/papers/a.pdf" in [link.url for work in maps.sessions[0].readings for link in work.links]
    assert [session.title for session in found["plan.md"].sessions] == ["Heaps", "Treaps"]
    assert "body" not in items[0]
    assert "'syllabus/documents': 3" in done.stderr
    assert "'syllabus/empty': 1" in done.stderr


class Counts(Counter[str]):
    def inc_value(self, key: str, count: int = 1) -> None:
        self[key] += count


def process(pipeline: SyllabusPipeline, item: object) -> object:
    return asyncio.run(pipeline.process_item(item))


def test_items_of_any_sort() -> None:
    data = "- 9/3: Coasts\n- 9/5: Rivers\n"
    made = process(SyllabusPipeline(), {"url": "https://example.org/", "body": data, "year": 2024, "mine": 1})
    expected = parse(data, url="https://example.org/", year=2024).to_dict()
    assert made == {"url": "https://example.org/", "year": 2024, "mine": 1, "syllabus": expected}
    assert process(SyllabusPipeline(), {"title": "x"}) == {"title": "x"}
    strange = process(SyllabusPipeline(), {"body": data, "url": 7, "year": "soon"})
    assert isinstance(strange, dict)
    assert len(strange["syllabus"]["sessions"]) == 2


def test_empty_pages_are_dropped_where_asked_for() -> None:
    counts = Counts()
    pipeline = SyllabusPipeline(drop_empty=True, stats=counts)
    with pytest.raises(DropItem, match="neither sessions nor readings"):
        process(pipeline, {"url": "https://example.org/", "body": b"<p>Hello"})
    assert counts == {"syllabus/documents": 1, "syllabus/empty": 1}
    kept = process(SyllabusPipeline(stats=counts), {"body": b"<p>Hello"})
    assert isinstance(kept, dict)
    assert kept["syllabus"]["sessions"] == []
