"""Documents cut to their limits: what stands too deep is flattened, what comes too late is left away. Both are said."""

from __future__ import annotations

from typing import Final, TypeVar

import attrs

from syllabus_parse.document import (
    Block,
    Data,
    Document,
    Heading,
    Item,
    Listing,
    Mapping,
    Node,
    Paragraph,
    Problem,
    Row,
    Scalar,
    Sequence,
    Table,
    Text,
    walk,
)
from syllabus_parse.limits import CELL_LINES, KEPT_TEXT, MAX_TEXT, Limits, count_cells, count_pieces
from syllabus_parse.source import Span

Value = TypeVar("Value")
LINE_ENDS: Final = "\n\u2028"


def cap_document(document: Document, limits: Limits) -> Document:
    """Return the document within its limits, with a problem for each that cut; mostly it is the same document.

    Readers have caps of their own where a format needs them; these hold for all formats alike.
    """
    size = len(document.source.text)
    cut = _Cut(limits.depth, count_cells(limits, size), count_pieces(limits, size))
    meta = document.meta
    if meta is not None:
        node = cut.take_node(meta, 1)
        meta = node if isinstance(node, Mapping) else None
    blocks = cut.take_blocks(document.blocks, 1)
    if cut.behind is None and cut.deep is None and not cut.long_cells:
        return document
    problems = list(document.problems)
    long = f"more than {CELL_LINES} lines in a cell; the rest was not read"
    problems += [Problem("SP703", rest, long) for rest in cut.long_cells]
    if cut.deep is not None:
        problems.append(Problem("SP702", cut.deep, f"more than {limits.depth} deep"))
    if cut.behind is not None:
        rest = Span(cut.behind, max(cut.behind, len(document.source.text)))
        most = f"{cut.most_cells} cells" if cut.cells > cut.most_cells else f"{cut.most_pieces} pieces"
        most = f"{MAX_TEXT} characters in one text" if cut.long else most
        problems.append(Problem("SP703", rest, f"more than {most}; the rest was not read"))
    return attrs.evolve(document, blocks=blocks, meta=meta, problems=tuple(problems))


@attrs.define
class _Cut:
    """Counts pieces and cells.

    `behind` is where the first one too many begins, `deep` the first place too deep, `long_cells` what was cut off
    cells. Its methods call one another no deeper than `depth`, whatever the document does.
    """

    depth: int
    most_cells: int
    most_pieces: int
    pieces: int = 0
    cells: int = 0
    behind: int | None = None
    long: bool = False
    deep: Span | None = None
    long_cells: list[Span] = attrs.field(factory=list)

    def is_full(self, span: Span) -> bool:
        """Count one piece, and tell whether it is one too many."""
        if self.behind is not None:
            return True
        self.pieces += 1
        if self.pieces > self.most_pieces:
            self.behind = span.start
            return True
        return False

    def take_blocks(self, blocks: tuple[Block, ...], depth: int) -> tuple[Block, ...]:
        """Return the blocks as far as the limits go; the same tuple where nothing was cut."""
        out: list[Block] = []
        for block in blocks:
            if self.behind is not None:
                break
            if depth > self.depth and isinstance(block, (Listing, Table)):
                self.deep = self.deep or block.span
                out += self.take_blocks(_flatten(block), 1)
                continue
            taken = self.take_block(block, depth)
            if taken is not None:
                out.append(taken)
        return _same(blocks, out)

    def take_block(self, block: Block, depth: int) -> Block | None:
        """Return a block as far as the limits go, or None where they do not reach it."""
        if isinstance(block, Paragraph):
            return self.take_paragraph(block)
        if isinstance(block, Listing):
            items = self.take_items(block.items, depth)
            return block if items is block.items else attrs.evolve(block, items=items) if items else None
        if isinstance(block, Table):
            rows = self.take_rows(block.rows, depth)
            return block if rows is block.rows else attrs.evolve(block, rows=rows) if rows else None
        if isinstance(block, Data):
            root = self.take_node(block.root, depth)
            return block if root is block.root else None if root is None else attrs.evolve(block, root=root)
        return None if self.is_full(block.span) else block

    def take_paragraph(self, block: Paragraph) -> Paragraph | None:
        """Return a paragraph, or its first lines."""
        if self.is_full(block.span):
            return None
        plain = block.text.plain
        more = plain.count("\n") + plain.count("\u2028")
        left = self.most_pieces - self.pieces
        if block.span.end - block.span.start > MAX_TEXT and len(plain) > KEPT_TEXT:
            self.long = True
            return self.cut_paragraph(block, KEPT_TEXT)
        if more <= left:
            self.pieces += more
            return block
        at = -1
        for _ in range(left + 1):
            at = min(end for end in (plain.find("\n", at + 1), plain.find("\u2028", at + 1), len(plain)) if end >= 0)
        self.pieces = self.most_pieces
        return self.cut_paragraph(block, at)

    def cut_paragraph(self, block: Paragraph, at: int) -> Paragraph:
        """Return a paragraph up to an offset of its words; nothing behind it is read."""
        text: Text = block.text.slice(0, at)
        place = block.text.span_at(at, at + 1)
        self.behind = place.start if place is not None else block.span.end
        return Paragraph(text, Span(block.span.start, self.behind))

    def take_items(self, items: tuple[Item, ...], depth: int) -> tuple[Item, ...]:
        """Return the items of a list as far as the limits go."""
        out: list[Item] = []
        for item in items:
            if self.behind is not None or (not item.blocks and self.is_full(item.span)):
                break
            blocks = self.take_blocks(item.blocks, depth + 1)
            out.append(item if blocks is item.blocks else attrs.evolve(item, blocks=blocks))
        return _same(items, out)

    def take_rows(self, rows: tuple[Row, ...], depth: int) -> tuple[Row, ...]:
        """Return the rows of a table as far as the limits go; a row is taken whole or not at all."""
        out: list[Row] = []
        for row in rows:
            if self.is_full(row.span):
                break
            self.pieces -= bool(row.cells)  # its cells are counted, the row itself is no piece more
            self.cells += len(row.cells)
            if self.cells > self.most_cells:
                self.behind = row.span.start
                break
            cells = []
            for cell in row.cells:
                self.pieces += not cell.blocks
                blocks = self.take_blocks(self.cut_lines(cell.blocks), depth + 1) if cell.blocks else cell.blocks
                cells.append(cell if blocks is cell.blocks else attrs.evolve(cell, blocks=blocks))
            taken = _same(row.cells, cells)
            out.append(row if taken is row.cells else attrs.evolve(row, cells=taken))
        return _same(rows, out)

    def cut_lines(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """Return the blocks of a cell, a paragraph of too many lines without those behind; the table goes on."""
        out: list[Block] = []
        for block in blocks:
            plain = block.text.plain if isinstance(block, Paragraph) else ""
            if len(plain) > CELL_LINES and isinstance(block, Paragraph):
                ends = [at for at, sign in enumerate(plain) if sign in LINE_ENDS][:CELL_LINES]
                if len(ends) == CELL_LINES:
                    text = block.text.slice(0, ends[-1])
                    place = block.text.span_at(ends[-1] + 1, ends[-1] + 2)
                    rest = Span(place.start if place is not None else block.span.end, block.span.end)
                    self.long_cells.append(rest)
                    out.append(Paragraph(text, Span(block.span.start, rest.start)))
                    continue
            out.append(block)
        return _same(blocks, out)

    def take_node(self, node: Node, depth: int) -> Node | None:
        """Return a value of data as far as the limits go."""
        if self.is_full(node.span):
            return None
        self.cells += 1
        if self.cells > self.most_cells:
            self.behind = node.span.start
            return None
        if isinstance(node, Scalar):
            return node
        if depth > self.depth:
            self.deep = self.deep or node.span
            return None
        if isinstance(node, Sequence):
            items = [taken for item in node.items if (taken := self.take_node(item, depth + 1)) is not None]
            kept = _same(node.items, items)
            return node if kept is node.items else attrs.evolve(node, items=kept)
        entries: list[tuple[Text, Node]] = []
        for entry in node.entries:
            taken = self.take_node(entry[1], depth + 1)
            if taken is entry[1]:
                entries.append(entry)
            elif taken is not None:
                entries.append((entry[0], taken))
        known = _same(node.entries, entries)
        return node if known is node.entries else attrs.evolve(node, entries=known)


def _flatten(block: Block) -> tuple[Block, ...]:
    """Return what stands in a list or a table, one behind the other."""
    return tuple(inner for inner in walk((block,)) if isinstance(inner, (Paragraph, Heading)))


def _same(old: tuple[Value, ...], new: list[Value]) -> tuple[Value, ...]:
    """Return the old tuple where the new values are the old ones."""
    if len(old) == len(new) and all(a is b for a, b in zip(old, new, strict=True)):
        return old
    return tuple(new)
