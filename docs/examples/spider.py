"""A spider that follows the links of a department's page to its courses, one step far, and keeps what has a schedule.

scrapy runspider docs/examples/spider.py -a start=https://example.org/courses/ -O courses.jsonl
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import scrapy
from scrapy.http import Response, TextResponse

from syllabus_parse.scraping import SyllabusPipeline, make_item


class CourseSpider(scrapy.Spider):
    """Takes the page `start` and those that it links to on the same site."""

    name = "courses"
    custom_settings = {  # noqa: RUF012 # so Scrapy has it
        "ITEM_PIPELINES": {SyllabusPipeline: 300},
        "SYLLABUS_DROP_EMPTY": True,
        "DEPTH_LIMIT": 1,
        "ROBOTSTXT_OBEY": True,
    }

    def __init__(self, start: str) -> None:
        super().__init__()
        self.start_urls = [start]

    async def start(self) -> AsyncIterator[scrapy.Request]:
        """Begin with the page that was named."""
        for url in self.start_urls:
            yield scrapy.Request(url)

    def parse(self, response: Response) -> Iterator[dict[str, object] | scrapy.Request]:
        """Hand each page to the pipeline, and follow its links."""
        yield make_item(response)
        if isinstance(response, TextResponse):
            yield from response.follow_all(css="a")
