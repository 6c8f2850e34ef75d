"""Lists of papers by venue and year: groups of lines between blank lines, or list items."""

from __future__ import annotations

from typing import Final

from syllabus_parse.document import Document
from syllabus_parse.readers.markdown_page import read_markdown_page
from syllabus_parse.readers.markdown_signs import find_signs
from syllabus_parse.readers.reader import Guess, Reader
from syllabus_parse.source import Source

DIALECT: Final = "venue_list"


def read(source: Source) -> Document:
    r"""Read a list of papers; lines of one paragraph stay apart, since title and authors often have one each.

    >>> document = read(Source("## OSDI\n### 2018\nA Title\nAnn Lee, X\n\nB Title\\\nover two\nBo Kim, Y\n"))
    >>> [block.text.plain for block in document.blocks[2:]]
    ['A Title\nAnn Lee, X', 'B Title\u2028over two\nBo Kim, Y']
    """
    return read_markdown_page(source, DIALECT)


def detect(source: Source) -> Guess | None:
    """Say how well the page fits a list of papers."""
    return find_signs(source.text).guess(DIALECT)


READER: Final = Reader(DIALECT, read, detect)
