"""The dialect `html`: whole web pages and fragments of them."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import Document, Mapping, Paragraph
from syllabus_parse.readers.front_matter import find_front_matter
from syllabus_parse.readers.reader import Guess, Reader
from syllabus_parse.regex import lazy_regex
from syllabus_parse.source import Source, Span

# What may stand before a page's first tag.
PROLOGUE: Final = lazy_regex(r"(?:\s++|<\?[^>]{0,300}+>|<!--(?:[^-]++|-(?!->))*+-->)*+")
# e.g. "<!DOCTYPE html>" · "<!DOCTYPE rss [" · "<html lang=de>"
WHOLE: Final = lazy_regex(r"<!doctype\s+[a-z]|<html[\s>]", re.IGNORECASE)
BODY: Final = lazy_regex(r"<(?:html|body|head)[\s>]", re.IGNORECASE)
BLOCK_TAG: Final = lazy_regex(
    r"<(?:table|tbody|thead|tr|td|th|ul|ol|dl|li|dt|dd|div|section|article|main|h[1-6]|p|center|details)[\s>]",
    re.IGNORECASE,
)
ANY_TAG: Final = lazy_regex(r"</?[a-zA-Z][a-zA-Z0-9]{0,15}[\s/>]")
# What speaks for Markdown, e.g. "## Week 1" · "| Date | Topic |" · "- a reading" · "[text](address)"
MARKDOWN: Final = lazy_regex(r"^(?:\#{1,6} \S|\|[^\n|]{0,200}\||[-*+] |\[[^\n\]]{0,200}\]\(|---$)", re.MULTILINE)
TABLE_TAG: Final = lazy_regex(r"<t[dr][\s>]", re.IGNORECASE)
SAMPLE: Final = 200_000
"""Characters that are looked at to tell the dialect."""
# A front matter that an export left in the page's text; its line ends are blanks there.
LEFT_OVER: Final = lazy_regex(r"---\s.{0,2000}:.{0,2000}---", re.DOTALL)


def read(source: Source) -> Document:
    """Read a page into its visible blocks, and what its head says.

    >>> document = read(Source("<title>CS 1</title><h1>Schedule</h1><p>Jan 3: Intro"))
    >>> document.title.plain, [block.text.plain for block in document.blocks]
    ('CS 1', ['Schedule', 'Jan 3: Intro'])
    """
    from syllabus_parse.readers.html_blocks import read_page  # noqa: PLC0415 - only a page in HTML should pay for it
    from syllabus_parse.readers.html_head import read_head  # noqa: PLC0415

    page = read_page(source.text)
    head = read_head(source.text, page.head)
    blocks, meta = page.blocks, head.meta
    first = blocks[0] if blocks else None
    if isinstance(first, Paragraph) and LEFT_OVER.fullmatch(first.text.plain):
        # A generator above this one (Jekyll) was to take it; it says what the page is.
        found = _read_left_over(source.text, first.span)
        if found is not None:
            blocks = blocks[1:]
            meta = Mapping(found.entries + (meta.entries if meta else ()), found.span)
    return Document(
        source, "html", blocks, meta=meta, title=head.title, language=head.language, base=head.base,
        problems=page.problems,
    )  # fmt: skip


def _read_left_over(text: str, span: Span) -> Mapping | None:
    found = find_front_matter(f"{span.slice(text)}\n")
    if found is None or found[0] != "yaml":
        return None
    from syllabus_parse.readers.data_nodes import read_yaml  # noqa: PLC0415

    root, _ = read_yaml(text[span.start + found[1] : span.start + found[2]], offset=span.start + found[1])
    return root if isinstance(root, Mapping) else None


def detect(source: Source) -> Guess | None:
    """Tell how surely a source is HTML, from its first tag and from what its lines are made of.

    Markdown may hold tables in HTML: headings with `#`, pipe tables and front matter speak against.

    >>> detect(Source("<!DOCTYPE html><html><body>x</body></html>")).score
    0.99
    >>> detect(Source("# Schedule" + chr(10) + "<table><tr><td>x</td></tr></table>")) is None
    True
    """
    text = source.text
    prologue = PROLOGUE.match(text, 0, SAMPLE)
    at = prologue.end() if prologue else 0
    if WHOLE.match(text, at):
        return Guess("html", 0.99, ("begins with a doctype or <html>",))
    if text.startswith(("---", "+++"), at):
        return None  # front matter: a page of a generator
    if text.startswith("<", at) and BODY.search(text, at, at + 20_000):
        return Guess("html", 0.95, ("has <html>, <head> or <body>",))
    sample = text[at : at + SAMPLE]
    tags = len(BLOCK_TAG.findall(sample))
    if not tags:
        return None
    signs = len(MARKDOWN.findall(sample))
    begins = bool(ANY_TAG.match(sample))
    cells = len(TABLE_TAG.findall(sample))
    score = (0.9 if begins else 0.6 if cells > 5 else 0.3) / (1 + signs)
    if score < 0.2:
        return None
    reasons = [f"{tags} block tags"]
    if begins:
        reasons.append("begins with a tag")
    if signs:
        reasons.append(f"but {signs} lines of Markdown")
    return Guess("html", score, tuple(reasons))


READER: Final = Reader("html", read, detect)
