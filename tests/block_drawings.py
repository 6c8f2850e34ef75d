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
from syllabus_parse.source import Source

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


def draw_document(text: str, dialect: str) -> list[str]:
    """Draw a document, its front matter first, its problems last."""
    document = READ[dialect](Source(text))
    meta = [json.dumps(draw_node(document.meta), ensure_ascii=False)] if document.meta is not None else []
    return [*meta, *draw(document.blocks), *(f"! {said.code} {said.detail}".rstrip() for said in document.problems)]
