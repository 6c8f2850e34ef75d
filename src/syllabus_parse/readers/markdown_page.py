"""A whole Markdown page as a `Document`: front matter, then blocks. What the readers of Markdown dialects share."""

from __future__ import annotations

from syllabus_parse.document import Document
from syllabus_parse.readers.blocks import read_blocks
from syllabus_parse.readers.front_matter import read_front_matter
from syllabus_parse.readers.liquid_values import fill_cells, find_values
from syllabus_parse.source import Source


def read_markdown_page(source: Source, dialect: str) -> Document:
    r"""Read a page of Markdown under the name of a dialect.

    >>> document = read_markdown_page(Source("---\ntitle: Schedule\n---\n# Week 1\n"), "jekyll")
    >>> document.meta.get("title").text.plain, document.blocks[0].text.plain
    ('Schedule', 'Week 1')
    """
    front = read_front_matter(source.text)
    blocks, problems = read_blocks(source.text[front.end :], front.end)
    if front.meta is not None and "{{" in source.text:
        blocks = fill_cells(blocks, find_values(source.text, front.meta))
    return Document(source, dialect, blocks, meta=front.meta, problems=(*front.problems, *problems))
