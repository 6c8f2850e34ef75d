"""The dialect `html`: whole web pages and fragments of them."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import Document
from syllabus_parse.readers.html_blocks import read_page
from syllabus_parse.readers.html_head import read_head
from syllabus_parse.readers.reader import Guess, Reader
from syllabus_parse.source import Source

# What may stand before a page's first tag.
PROLOGUE: Final = re.compile(r"(?:\s++|<\?[^>]{0,300}+>|<!--(?:[^-]++|-(?!->))*+-->)*+")
WHOLE: Final = re.compile(r"<!doctype\s+html|<html[\s>]", re.IGNORECASE)
BODY: Final = re.compile(r"<(?:html|body|head)[\s>]", re.IGNORECASE)
BLOCK_TAG: Final = re.compile(
    r"<(?:table|tbody|thead|tr|td|th|ul|ol|dl|li|dt|dd|div|section|article|main|h[1-6]|p|center|details|span|a|b)[\s>]",
    re.IGNORECASE,
)
# e.g. "## Week 1" · "| Date | Topic |" · "- a reading"
MARKDOWN: Final = re.compile(r"^(?:#{1,6} |\|.{0,2000}\||[-*+] |\[.{0,300}\]\(|---$)", re.MULTILINE)
TABLE_TAG: Final = re.compile(r"<t[dr][\s>]", re.IGNORECASE)


def read(source: Source) -> Document:
    """Read a page into its visible blocks, and what its head says.

    >>> document = read(Source("<title>CS 1</title><h1>Schedule</h1><p>Jan 3: Intro"))
    >>> document.title.plain, [block.text.plain for block in document.blocks]
    ('CS 1', ['Schedule', 'Jan 3: Intro'])
    """
    page = read_page(source.text)
    head = read_head(source.text, page.head)
    return Document(
        source, "html", page.blocks, meta=head.meta, title=head.title, language=head.language, base=head.base,
        problems=page.problems,
    )  # fmt: skip


def detect(source: Source) -> Guess | None:
    """Tell how surely a source is HTML, from its first tag and from what its lines are made of.

    Markdown may hold tables in HTML: headings with `#`, pipe tables and front matter speak against.

    >>> detect(Source("<!DOCTYPE html><html><body>x</body></html>")).score
    0.99
    >>> detect(Source("# Schedule" + chr(10) + "<table><tr><td>x</td></tr></table>")) is None
    True
    """
    text = source.text
    prologue = PROLOGUE.match(text)
    at = prologue.end() if prologue else 0
    if WHOLE.match(text, at):
        return Guess("html", 0.99, ("begins with a doctype or <html>",))
    if text.lstrip().startswith("---"):
        return None
    sample = text[:200_000]
    if BODY.search(text[at : at + 20_000]) and text.startswith("<", at):
        return Guess("html", 0.95, ("has <html>, <head> or <body>",))
    tags = len(BLOCK_TAG.findall(sample))
    signs = len(MARKDOWN.findall(sample))
    if not tags or signs * 4 > tags:
        return None
    if BLOCK_TAG.match(text, at):
        return Guess("html", 0.9 if signs == 0 else 0.6, (f"begins with a tag and has {tags} block tags",))
    if len(TABLE_TAG.findall(sample)) > 5 and signs == 0:
        return Guess("html", 0.6, ("has an HTML table and no Markdown",))
    return Guess("html", 0.3, (f"{tags} block tags",)) if tags > 3 else None


READER: Final = Reader("html", read, detect)
