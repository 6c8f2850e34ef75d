"""Documents drawn as lines without places: what a reader made of them, at a glance."""

from __future__ import annotations

import json
from collections.abc import Iterable

from syllabus_parse.document import (
    BREAK,
    Block,
    Data,
    Heading,
    Listing,
    Mapping,
    Mark,
    Node,
    Paragraph,
    Scalar,
    Table,
    Text,
)
from syllabus_parse.readers import READERS
from syllabus_parse.source import Source, Span

READ = {reader.dialect: reader.read for reader in READERS}
SIGNS = ((Mark.CODE, "`"), (Mark.ITALIC, "_"), (Mark.BOLD, "**"), (Mark.STRIKE, "~~"), (Mark.IMAGE, "!"))


def draw_text(text: Text | None) -> str:
    out = ""
    for run in text.runs if text is not None else ():
        words = run.text.replace(BREAK, " / ").replace("\n", " / ")
        for mark, sign in SIGNS:
            words = f"{sign}{words}{sign}" if run.marks & mark and words.strip() else words
        out += f"[{words}]({run.anchor.href})" if run.anchor is not None else words
    return out


def draw_node(node: Node) -> object:
    if isinstance(node, Scalar):
        return draw_text(node.text)
    if isinstance(node, Mapping):
        return {key.plain: draw_node(value) for key, value in node.entries}
    return [draw_node(item) for item in node.items]


def draw(blocks: Iterable[Block], indent: str = "") -> list[str]:
    """Draw blocks as lines: headings, items and rows by their signs; what stands below an item further in."""
    out: list[str] = []
    for block in blocks:
        if isinstance(block, Heading):
            out.append(f"{indent}{'#' * block.level} {draw_text(block.text)}")
        elif isinstance(block, Paragraph):
            out.append(indent + draw_text(block.text))
        elif isinstance(block, Listing):
            for item in block.items:
                lines = draw(item.blocks, indent + "  ") or [indent]
                out += [f"{indent}- {lines[0].strip()}", *lines[1:]]
        elif isinstance(block, Table):
            for row in block.rows:
                cells = [" / ".join(line.strip() for line in draw(cell.blocks)) for cell in row.cells]
                out.append(f"{indent}|{'=' if row.header else ''} {' | '.join(cells)} |")
        elif isinstance(block, Data):
            out.append(indent + json.dumps(draw_node(block.root), ensure_ascii=False))
    return out


def check_places(source: str, blocks: Iterable[Block], around: Span) -> None:
    """Check that blocks stand within what holds them, in order, and that words stand where they say."""
    for block in blocks:
        check_within(block.span, around)
        if isinstance(block, (Heading, Paragraph)):
            check_words(source, block.text, block.span)
        elif isinstance(block, Listing):
            for item in block.items:
                check_within(item.span, block.span)
                check_places(source, item.blocks, item.span)
        elif isinstance(block, Table):
            for row in block.rows:
                check_within(row.span, block.span)
                for cell in row.cells:
                    check_places(source, cell.blocks, cell.span)
        elif isinstance(block, Data):
            check_node(source, block.root)


def check_node(source: str, node: Node) -> None:
    if isinstance(node, Scalar):
        check_words(source, node.text, node.span)
    elif isinstance(node, Mapping):
        for key, value in node.entries:
            check_words(source, key, node.span)
            check_node(source, value)
    else:
        for item in node.items:
            check_node(source, item)


def check_words(source: str, text: Text, around: Span) -> None:
    for run in text.runs:
        check_within(run.span, around)
        place = source[run.span.start : run.span.end]
        if len(place) == len(run.text) and run.text.isalnum():
            assert place == run.text
        if run.anchor is not None and run.anchor.href is not None:
            target = source[run.anchor.span.start : run.anchor.span.end]
            assert target == run.anchor.href or len(target) != len(run.anchor.href)


def check_within(inner: Span, outer: Span) -> None:
    assert outer.start <= inner.start <= inner.end <= outer.end, (inner, outer)


def draw_document(text: str, dialect: str) -> list[str]:
    """Draw a document, its front matter first, its problems last; the places of its words are looked at, too."""
    document = READ[dialect](Source(text))
    check_places(text, document.blocks, Span(0, len(text)))
    meta = [json.dumps(draw_node(document.meta), ensure_ascii=False)] if document.meta is not None else []
    return [*meta, *draw(document.blocks), *(f"! {said.code} {said.detail}".rstrip() for said in document.problems)]
