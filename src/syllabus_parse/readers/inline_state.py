"""Where the reading of inline Markdown stands: pieces of text, open brackets, tags and delimiters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import attrs

from syllabus_parse.document import Anchor, Mark
from syllabus_parse.readers import link_targets
from syllabus_parse.readers.emphasis import Delimiter, Toggle, pair_delimiters
from syllabus_parse.readers.pieces import Piece, Places
from syllabus_parse.regex import lazy_regex

References = Mapping[str, "Anchor | str"]
LABEL: Final = lazy_regex(r"\[([^\[\]]{0,300}+)\]")
LOOK_BACK: Final = 6
"""Delimiters among which the one that opens a badge stands."""


@attrs.define(eq=False)
class Bracket:
    """An opening bracket that may begin a link or an image."""

    at: int
    piece: int
    delimiters: int
    image: bool


@attrs.define(eq=False)
class OpenTag:
    """An HTML tag that waits for its end."""

    piece: int
    anchor: Anchor | None = None
    labels: bool = False


@attrs.define(eq=False)
class State:
    """What is known at one place of a text: the pieces so far, and what waits for its end."""

    text: str
    places: Places
    references: References
    pieces: list[Piece] = attrs.field(factory=list)
    brackets: list[Bracket] = attrs.field(factory=list)
    delimiters: list[Delimiter] = attrs.field(factory=list)
    toggles: list[Toggle] = attrs.field(factory=list)
    spent: list[Delimiter] = attrs.field(factory=list)
    tags: dict[str, list[OpenTag]] = attrs.field(factory=dict)
    linked: int = -1
    ticks: dict[int, list[int]] | None = None
    closers: dict[str, int] = attrs.field(factory=dict)
    ended: tuple[int, int] = (-1, 0)
    """Where the last link or `<span>` ended, and the piece that it began with."""

    def end_link(self, last: int) -> None:
        """Give the pieces since an open `<a>` its link; a link without text keeps its target on an empty run."""
        opened = self.tags.get("a")
        if not opened:
            return
        tag = opened.pop()
        if not any(piece.shows for piece in self.pieces[tag.piece :]):
            at = self.pieces[-1].end if self.pieces else 0
            self.pieces.append(Piece(at, at, ""))
        for piece in self.pieces[tag.piece :]:
            if not piece.firm:
                piece.anchor = tag.anchor

    def keep(self, start: int, end: int) -> int:
        """Keep characters as text, in a piece of their own, which may vanish later."""
        self.pieces.append(Piece(start, end))
        return end

    def mark(self, mark: int, start: int, end: int, text: str | None = None) -> None:
        """Keep a stretch under a mark, or what it prints in its place."""
        self.toggles.append(Toggle(len(self.pieces), mark, 1))
        self.pieces.append(Piece(start, end, text))
        self.toggles.append(Toggle(len(self.pieces), mark, -1))

    def mark_badge(self, at: int, end: int) -> None:
        """Set the words that end at `at` as a badge, and part them from what stands behind `end`.

        kramdown's attribute list and the end of a `<span>` leave no blank: `**Lecture**{: .label}[Trees](…)`.
        """
        first = self._find_badge(at)
        if first is None:
            return
        last = len(self.pieces)
        for mark in (Mark.BOLD, Mark.BADGE):
            self.toggles += (Toggle(first, mark, 1), Toggle(last, mark, -1))
        if not self.text[end : end + 1].isspace() and end < len(self.text):
            self.pieces.append(Piece(at, end, " "))

    def _find_badge(self, at: int) -> int | None:
        """Find the piece with which the link, `<span>` or emphasis begins that ends at `at`."""
        if self.ended[0] == at:
            return self.ended[1]
        closing = self.delimiters[-1] if self.delimiters else None
        if closing is None or closing.end != at or not closing.closes:
            return None
        for opening in reversed(self.delimiters[-LOOK_BACK:-1]):
            if opening.char == closing.char and opening.opens:
                return opening.piece
        return None

    def find(self, closer: str, at: int) -> int:
        """Find a closer from `at` on; each stretch is searched once, however often it is asked for."""
        known = self.closers.get(closer)
        if known is None or 0 <= known < at:
            known = self.closers[closer] = self.text.find(closer, at)
        return known

    def look_up(self, inner: int, at: int) -> tuple[Anchor | None, int]:
        """Look up `[text][label]`, `[label][]` and `[label]` among the definitions."""
        if not self.references or at - inner > 300 * 4:
            return None, at
        label = LABEL.match(self.text, at + 1)
        if label and label[1].strip():
            known = self.references.get(link_targets.normalize_label(label[1]))
            span = self.places.span(label.start(1), label.end(1))
            end = label.end()
        else:
            known = self.references.get(link_targets.normalize_label(self.text[inner:at]))
            span = self.places.span(inner, at)
            end = label.end() if label else at + 1
        if known is None:
            return None, at
        # Each use gets an anchor of its own, so that two links with one definition stay two.
        return Anchor(known, span) if isinstance(known, str) else Anchor(known.href, known.span), end

    def settle(self, bottom: int) -> None:
        """Pair the delimiters from `bottom` on; they have no part in what comes after."""
        inner = self.delimiters[bottom:]
        del self.delimiters[bottom:]
        if inner:
            self.toggles += pair_delimiters(inner)
            self.spent += inner

    def trim(self) -> None:
        """Cut off the delimiters that are spent."""
        for each in self.spent:
            piece = self.pieces[each.piece]
            piece.start, piece.end = each.start, max(each.start, each.end)
