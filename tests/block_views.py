"""A document as lines that one can read: every block, its place, its words with their style and links."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from syllabus_parse.document import (
    Block,
    Data,
    Document,
    Heading,
    Listing,
    Mapping,
    Node,
    Paragraph,
    Scalar,
    Sequence,
    Table,
    Text,
)
from syllabus_parse.readers import READERS, detect_dialects
from syllabus_parse.source import Source, Span

ACCEPTED = Path(__file__).parent / "readers" / "accepted.json"
STYLES = {1: "b", 2: "i", 4: "s", 8: "c", 16: "p"}


def view_document(text: str, dialect: str) -> list[str]:
    """Read a text in a dialect and list what was found in it, one line for each block, row and value."""
    source = Source(text)
    document = next(reader for reader in READERS if reader.dialect == dialect).read(source)
    return [*_view_page(document), *_view_blocks(document.blocks, ""), *_view_problems(document)]


def view_guesses(text: str) -> list[str]:
    """List what a text may be, the likeliest first, and how sure that is."""
    return [f"{guess.dialect} {guess.score:.3f}" for guess in detect_dialects(Source(text))]


def _view_page(document: Document) -> list[str]:
    lines = [f"title {_view_text(document.title)}"] if document.title is not None else []
    lines += [f"language {document.language}"] if document.language else []
    lines += [f"base {document.base}"] if document.base else []
    return [*lines, *([] if document.meta is None else ["meta", *_view_node(document.meta, "  ")])]


def _view_problems(document: Document) -> list[str]:
    return [f"{said.code} {_view_span(said.span) if said.span else '-'} {said.detail}" for said in document.problems]


def view_blocks(blocks: Iterable[Block], *, back: int = 0) -> list[str]:
    """List what stands in blocks; all places are told as many characters further back."""
    with _moved(back):
        return _view_blocks(blocks, "")


def view_problems(document: Document, *, back: int = 0) -> list[str]:
    """List what a reader found wrong; all places are told as many characters further back."""
    with _moved(back):
        return _view_problems(document)


def view_node(node: Node, indent: str, *, back: int = 0) -> list[str]:
    """List what stands in a node of data; all places are told as many characters further back."""
    with _moved(back):
        return _view_node(node, indent)


_BACK: list[int] = [0]


@contextmanager
def _moved(back: int) -> Iterator[None]:
    _BACK.append(back)
    yield
    _BACK.pop()


def _view_span(span: Span) -> str:
    return f"{span.start - _BACK[-1]}-{span.end - _BACK[-1]}"


def _view_text(text: Text) -> str:
    out = ""
    for run in text.runs:
        words = run.text.replace("\n", "⏎").replace("\u2028", "↵")
        style = "".join(letter for bit, letter in STYLES.items() if run.marks & bit)
        words = f"{style}⟨{words}⟩" if style else words
        out += f"[{words}]({run.anchor.href} {_view_span(run.anchor.span)})" if run.anchor else words
    return f"{out} @{_view_span(text.span)}" if text.span is not None else out


def _view_blocks(blocks: Iterable[Block], indent: str) -> list[str]:
    return [line for block in blocks for line in _view_block(block, indent)]


def _view_block(block: Block, indent: str) -> list[str]:
    name = f"{indent}{type(block).__name__.lower()} {_view_span(block.span)}"
    deeper = indent + "  "
    if isinstance(block, Heading):
        return [f"{name} level {block.level}: {_view_text(block.text)}"]
    if isinstance(block, Paragraph):
        return [f"{name}: {_view_text(block.text)}"]
    if isinstance(block, Data):
        return [name, *_view_node(block.root, deeper)]
    lines = [name + (" ordered" if isinstance(block, Listing) and block.ordered else "")]
    if isinstance(block, Listing):
        for item in block.items:
            lines.append(f"{deeper}item {_view_span(item.span)} {item.marker} {' '.join(item.classes)}".rstrip())
            lines += _view_blocks(item.blocks, deeper + "  ")
    if isinstance(block, Table):
        for row in block.rows:
            head = " header" if row.header else ""
            lines.append(f"{deeper}row {_view_span(row.span)}{head} {' '.join(row.classes)}".rstrip())
            for cell in row.cells:
                spans = f" {cell.rowspan}x{cell.colspan}" if (cell.rowspan, cell.colspan) != (1, 1) else ""
                marks = " header" * cell.header + " repeated" * cell.repeated
                lines.append(f"{deeper}  cell {_view_span(cell.span)}{spans}{marks}")
                lines += _view_blocks(cell.blocks, deeper + "    ")
    return lines


def _view_node(node: Node, indent: str) -> list[str]:
    if isinstance(node, Scalar):
        return [f"{indent}{_view_text(node.text)} {_view_span(node.span)}"]
    lines: list[str] = []
    if isinstance(node, Sequence):
        for item in node.items:
            lines += [f"{indent}- {_view_span(item.span)}", *_view_node(item, indent + "  ")]
    if isinstance(node, Mapping):
        for key, value in node.entries:
            lines += [f"{indent}{_view_text(key)}: {_view_span(value.span)}", *_view_node(value, indent + "  ")]
    return lines


def load_accepted() -> list[dict[str, Any]]:
    """Return the accepted views: a dialect, a text, its guesses and its blocks."""
    cases: list[dict[str, Any]] = json.loads(ACCEPTED.read_text("utf-8"))
    return cases


def write_accepted() -> bool:
    """Write the views as they are now; tell whether any is another."""
    old = ACCEPTED.read_text("utf-8")
    for case in (cases := load_accepted()):
        case["guesses"] = view_guesses(case["text"])
        case["blocks"] = view_document(case["text"], case["dialect"])
    new = json.dumps(cases, ensure_ascii=False, indent=1) + "\n"
    ACCEPTED.write_text(new, "utf-8")
    return new != old
