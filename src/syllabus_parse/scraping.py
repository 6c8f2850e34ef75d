"""Scrapy: an item pipeline that puts the record of a page beside it, and what makes such an item of a response.

Needs the extra `scrapy`: `pip install syllabus_parse[scrapy]`. `docs/scraping.md` shows a spider.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, Final, Protocol

from itemadapter import ItemAdapter
from scrapy.exceptions import DropItem
from scrapy.http import Response, TextResponse

from syllabus_parse._parse import parse
from syllabus_parse.serialize import to_dict

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

BODY: Final = "body"
SYLLABUS: Final = "syllabus"


class Stats(Protocol):
    """What counts in a crawler."""

    def inc_value(self, key: str, count: int = 1) -> None:
        """Count something."""


def make_item(response: Response) -> dict[str, object]:
    """Return what the pipeline takes: a page's address, and its text as its server says that it is to be read.

    >>> from scrapy.http import HtmlResponse
    >>> make_item(HtmlResponse("https://example.org/", body=b"<h1>Maps</h1>", encoding="utf-8"))
    {'url': 'https://example.org/', 'body': '<h1>Maps</h1>'}
    """
    return {"url": response.url, BODY: response.text if isinstance(response, TextResponse) else response.body}


class SyllabusPipeline:
    """Parses an item's `body` (text or bytes) and puts the record into its `syllabus`; the body goes.

    An item's `url` is what links are resolved against, its `year` what is known of the course. Items without a body
    pass as they are. With the setting SYLLABUS_DROP_EMPTY pages with neither sessions nor readings are dropped. The
    crawl goes on meanwhile: a page is parsed in a thread. Statistics: syllabus/documents, /sessions, /readings, /empty.
    """

    def __init__(self, *, drop_empty: bool = False, stats: Stats | None = None) -> None:
        self._drop_empty = drop_empty
        self._stats = stats

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> SyllabusPipeline:
        """Make the pipeline that a crawler's settings ask for."""
        return cls(drop_empty=crawler.settings.getbool("SYLLABUS_DROP_EMPTY"), stats=crawler.stats)

    async def process_item(self, item: Any, spider: Any = None) -> Any:  # noqa: ANN401 # whatever items a spider has
        """Put the record into an item."""
        fields = ItemAdapter(item)
        data = fields.get(BODY)
        if not isinstance(data, (str, bytes)):
            return item
        url, year = fields.get("url"), fields.get("year")
        syllabus = await asyncio.to_thread(
            parse,
            data,
            url=url if isinstance(url, str) else None,
            year=year if isinstance(year, int) and 1000 <= year <= 9998 else None,
        )
        readings = len(syllabus.readings) + sum(len(session.readings) for session in syllabus.sessions)
        self._count("documents", 1)
        self._count("sessions", len(syllabus.sessions))
        self._count("readings", readings)
        if not syllabus.sessions and not readings:
            self._count("empty", 1)
            if self._drop_empty:
                raise DropItem(f"neither sessions nor readings: {url}")
        del fields[BODY]
        fields[SYLLABUS] = to_dict(syllabus)
        return item

    def _count(self, name: str, number: int) -> None:
        if self._stats is not None and number:
            self._stats.inc_value(f"syllabus/{name}", number)
