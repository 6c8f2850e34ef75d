"""Markdown pages by headings: Jekyll pages (front matter, modules) and lists under dates. Two names, one reading."""

from __future__ import annotations

from typing import Final

from syllabus_parse.document import Document
from syllabus_parse.readers.markdown_page import read_markdown_page
from syllabus_parse.readers.markdown_signs import find_signs
from syllabus_parse.readers.reader import Guess, Reader
from syllabus_parse.source import Source

JEKYLL: Final = "jekyll"
DATE_LIST: Final = "date_list"


def read_jekyll(source: Source) -> Document:
    r"""Read a Markdown page with front matter or module headings.

    >>> document = read_jekyll(Source("# **Module 1**\n## Lecture: Sep. 28 [[zoom](u)]\n"))
    >>> [block.level for block in document.blocks]
    [1, 2]
    """
    return read_markdown_page(source, JEKYLL)


def read_date_list(source: Source) -> Document:
    r"""Read a Markdown page of entries under dates.

    >>> document = read_date_list(Source("### 3/7\n- [A](u). A Title\nover two lines.\n"))
    >>> document.blocks[1].items[0].blocks[0].text.plain
    'A. A Title\nover two lines.'
    """
    return read_markdown_page(source, DATE_LIST)


def detect_jekyll(source: Source) -> Guess | None:
    """Say how well the page fits a Jekyll page."""
    return find_signs(source.text).guess(JEKYLL)


def detect_date_list(source: Source) -> Guess | None:
    """Say how well the page fits entries under dates."""
    return find_signs(source.text).guess(DATE_LIST)


JEKYLL_READER: Final = Reader(JEKYLL, read_jekyll, detect_jekyll)
DATE_LIST_READER: Final = Reader(DATE_LIST, read_date_list, detect_date_list)
