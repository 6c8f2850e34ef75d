"""Pages whose schedule is a pipe table, with other Markdown around it."""

from __future__ import annotations

from typing import Final

from syllabus_parse.document import Document
from syllabus_parse.readers.markdown_page import read_markdown_page
from syllabus_parse.readers.markdown_signs import find_signs
from syllabus_parse.readers.reader import Guess, Reader
from syllabus_parse.source import Source

DIALECT: Final = "pipe_table"


def read(source: Source) -> Document:
    r"""Read a page of pipe tables; rows keep their own number of cells, and text around the tables is kept.

    >>> document = read(Source("| Date | Topic |\n|-|-|\n| 9/2 | Intro | extra |\n"))
    >>> [len(row.cells) for row in document.blocks[0].rows]
    [2, 3]
    """
    return read_markdown_page(source, DIALECT)


def detect(source: Source) -> Guess | None:
    """Say how much of the page its pipe tables are; None without a table."""
    return find_signs(source.text).guess(DIALECT)


READER: Final = Reader(DIALECT, read, detect)
