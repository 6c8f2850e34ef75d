"""The open list items of a Markdown page while its lines are read: what a line belongs to, by its indent."""

from __future__ import annotations

from typing import Final

import attrs

from syllabus_parse.document import Block, Item, Listing
from syllabus_parse.source import Span

MAX_DEPTH: Final = 100
"""Open list items; more are flattened into the deepest."""

TERM: Final = ""
DEFINITION: Final = ":"
NUMBERED: Final = (".", ")")


@attrs.define(eq=False)
class OpenListing:
    """A list whose items so far are closed, and which the next item may go on with."""

    items: list[Item]
    kind: str


@attrs.define(eq=False)
class Frame:
    """An open container: the page, or a list item with the list that it belongs to.

    `kind` is the bullet, or "." or ")" of a numbered list, ":" of a definition, "" of its term, None of the page.
    Offsets are those of the source.
    """

    kind: str | None = None
    marker: str = ""
    indent: int = 0
    start: int = 0
    end: int = 0
    items: list[Item] = attrs.field(factory=list)
    blocks: list[Block | OpenListing] = attrs.field(factory=list)

    def put(self, block: Block, end: int) -> None:
        """Put a block that ends at `end` behind the others."""
        self.blocks.append(block)
        self.end = max(self.end, end)

    def finish(self) -> tuple[Block, ...]:
        """Return the blocks, their lists closed."""
        done: list[Block] = []
        for block in self.blocks:
            if isinstance(block, OpenListing):
                span = block.items[0].span.cover(block.items[-1].span)
                done.append(Listing(tuple(block.items), span, block.kind in NUMBERED))
            else:
                done.append(block)
        return tuple(done)


@attrs.define(eq=False)
class ItemStack:
    """The page and the list items that are open on it, outermost first."""

    frames: list[Frame] = attrs.field(factory=lambda: [Frame()])

    @property
    def top(self) -> Frame:
        """The innermost open container."""
        return self.frames[-1]

    @property
    def full(self) -> bool:
        """Whether no deeper item can be opened."""
        return len(self.frames) > MAX_DEPTH

    def escapes(self, indent: int) -> bool:
        """Tell whether a line this far in lies outside of the innermost open item."""
        return self.top.kind is not None and indent < self.top.indent + 2

    def find_sibling(self, indent: int) -> Frame | None:
        """Find the open item that a marker this far in stands beside."""
        sibling: Frame | None = None
        for frame in reversed(self.frames[1:]):
            if indent >= frame.indent + 2:
                break
            sibling = frame
        return sibling

    def place(self, indent: int, *, definition: bool = False) -> None:
        """Close the items that a block this far in lies outside of; only definitions go on with a term."""
        keep = len(self.frames)
        while keep > 1:
            frame = self.frames[keep - 1]
            if indent >= frame.indent + (3 if frame.kind == TERM and not definition else 2):
                break
            keep -= 1
        self.close_to(keep)

    def open_item(self, kind: str, marker: str, indent: int, start: int, *, same: bool) -> None:
        """Open an item: in the list that was closed last, where it is the `same`, else in a new one."""
        self.close_to(MAX_DEPTH)
        blocks = self.top.blocks
        frame = Frame(kind, marker, indent, start, start + max(len(marker), 1))
        if same and blocks and isinstance(blocks[-1], OpenListing) and blocks[-1].kind == kind:
            frame.items = blocks[-1].items
            blocks.pop()
        self.frames.append(frame)

    def close_to(self, depth: int) -> None:
        """Close items until `depth` frames are open; an item without anything in it is none."""
        while len(self.frames) > depth:
            frame = self.frames.pop()
            self.top.end = max(self.top.end, frame.end)
            if frame.blocks:
                frame.items.append(Item(frame.finish(), Span(frame.start, frame.end), frame.marker))
            if frame.items:
                self.top.blocks.append(OpenListing(frame.items, frame.kind or TERM))
