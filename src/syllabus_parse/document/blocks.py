"""The blocks of a document, from headings to tables and trees of data, and the document that holds them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

import attrs

from syllabus_parse.document.text import Text
from syllabus_parse.source import Source, Span


@attrs.frozen(eq=False)
class Heading:
    """A heading; level 1 is the outermost."""

    level: int
    text: Text
    span: Span


@attrs.frozen(eq=False)
class Paragraph:
    """Running text: a paragraph, a line of its own, what a reader could not read as anything else."""

    text: Text
    span: Span


@attrs.frozen(eq=False)
class Item:
    """An entry of a list: the blocks in it, its first paragraph first; `marker` is the bullet or number as written.

    `classes` are the names that the page gives the entry for its looks ("exam"), as a row has them.
    """

    blocks: tuple[Block, ...]
    span: Span
    marker: str = ""
    classes: tuple[str, ...] = ()


@attrs.frozen(eq=False)
class Listing:
    """A list; a definition list has its terms as items with the definitions nested inside."""

    items: tuple[Item, ...]
    span: Span
    ordered: bool = False


@attrs.frozen(eq=False)
class Cell:
    """A cell of a table. `repeated` marks a copy that a rowspan or colspan put there."""

    blocks: tuple[Block, ...]
    span: Span
    header: bool = False
    colspan: int = 1
    rowspan: int = 1
    repeated: bool = False


@attrs.frozen(eq=False)
class Row:
    """A row of a table; `header` where the format itself says so (`<thead>`, the row above a delimiter row)."""

    cells: tuple[Cell, ...]
    span: Span
    header: bool = False
    classes: tuple[str, ...] = ()


@attrs.frozen(eq=False)
class Table:
    """A table, spans already carried out as a grid; rows may differ in length."""

    rows: tuple[Row, ...]
    span: Span


@attrs.frozen(eq=False)
class Rule:
    """A line across the page: what stood above it has ended."""

    span: Span


@attrs.frozen(eq=False)
class Scalar:
    """A value of a data file."""

    text: Text
    span: Span


@attrs.frozen(eq=False)
class Sequence:
    """A list of values of a data file."""

    items: tuple[Node, ...]
    span: Span


@attrs.frozen(eq=False)
class Mapping:
    """Keys and values of a data file, in order."""

    entries: tuple[tuple[Text, Node], ...]
    span: Span

    def get(self, key: str) -> Node | None:
        """Return the value of a key, or None."""
        for name, value in self.entries:
            if name.plain == key:
                return value
        return None


Node: TypeAlias = Scalar | Sequence | Mapping


@attrs.frozen(eq=False)
class Data:
    """A tree of data inside a document: a YAML file, or a front matter."""

    root: Node
    span: Span


Block: TypeAlias = Heading | Paragraph | Listing | Table | Rule | Data


@attrs.frozen(eq=False)
class Problem:
    """What a reader wants said of its source; becomes a `Diagnostic`."""

    code: str
    span: Span | None
    detail: str = ""


@attrs.frozen(eq=False)
class Document:
    """A source as blocks.

    `meta` is the front matter (or what a page's head says, as a mapping), `title` the page's own title where
    the format has a place for it (`<title>`), `language` a declared one ("de"), `base` the address that the page
    declares for its links.
    """

    source: Source
    dialect: str
    blocks: tuple[Block, ...]
    meta: Mapping | None = None
    title: Text | None = None
    language: str | None = None
    base: str | None = None
    problems: tuple[Problem, ...] = ()


def list_below(block: Block) -> list[Block]:
    """List the blocks that stand in a list or a table; none for any other block."""
    if isinstance(block, Listing):
        return [inner for item in block.items for inner in item.blocks]
    if isinstance(block, Table):
        return [inner for row in block.rows for cell in row.cells for inner in cell.blocks]
    return []


def walk(blocks: Iterable[Block], *, below: Callable[[Block], list[Block]] = list_below) -> Iterator[Block]:
    """Yield every block, outer ones first, in document order; not recursive, so depth costs nothing.

    `below` says which blocks of a block are gone through: all that stand in it, unless another rule is given.
    """
    stack: list[Iterator[Block]] = [iter(blocks)]
    while stack:
        block = next(stack[-1], None)
        if block is None:
            stack.pop()
            continue
        yield block
        inner = below(block)
        if inner:
            stack.append(iter(inner))
