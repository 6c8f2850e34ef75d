"""What an inline text is cut into on the way to runs: pieces of the joined lines, and their places in the source."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

import attrs

from syllabus_parse.document import Anchor, Mark, Run
from syllabus_parse.readers.emphasis import Toggle
from syllabus_parse.source import Span


@attrs.frozen(eq=False)
class Places:
    """Maps offsets of the joined text to offsets of the source."""

    starts: list[int]
    shifts: list[int]

    @classmethod
    def of(cls, pieces: Sequence[tuple[str, int]]) -> Places:
        """Note where each piece begins; neighbours without a gap between count as one."""
        starts: list[int] = []
        shifts: list[int] = []
        at = 0
        for piece, offset in pieces:
            if not shifts or shifts[-1] != offset - at:
                starts.append(at)
                shifts.append(offset - at)
            at += len(piece)
        return cls(starts, shifts)

    def span(self, start: int, end: int) -> Span:
        """Return the source span of a stretch of the joined text."""
        if len(self.starts) <= 1:
            shift = self.shifts[0] if self.shifts else 0
            return Span(start + shift, end + shift)
        first = start + self.shifts[max(bisect_right(self.starts, start) - 1, 0)]
        last = end - 1 if end > start else end
        return Span(first, max(first, last + self.shifts[max(bisect_right(self.starts, last) - 1, 0)] + end - last))

    def cut(self, start: int, end: int, text: str, anchor: Anchor | None, marks: int) -> list[Run]:
        """Make runs of a stretch that stands for itself, one for each piece that it touches."""
        if len(self.starts) <= 1:
            return [Run(text[start:end], self.span(start, end), anchor, marks)]
        runs: list[Run] = []
        at = start
        while at < end:
            index = bisect_right(self.starts, at)
            stop = min(end, self.starts[index] if index < len(self.starts) else end)
            shift = self.shifts[index - 1]
            runs.append(Run(text[at:stop], Span(at + shift, stop + shift), anchor, marks))
            at = stop
        return runs


@attrs.define(eq=False)
class Piece:
    """A stretch of the joined text: itself where `text` is None, else what it was rewritten to."""

    start: int
    end: int
    text: str | None = None
    anchor: Anchor | None = None
    firm: bool = False

    @property
    def shows(self) -> bool:
        """Tell whether the piece has text."""
        return bool(self.text) if self.text is not None else self.end > self.start


def make_runs(pieces: list[Piece], toggles: list[Toggle], places: Places, text: str) -> list[Run]:
    """Join pieces that are set alike and stand side by side, and cut them where the source has gaps."""
    due = sorted(toggles, key=lambda each: each.piece, reverse=True)
    counts: Counter[int] = Counter()
    marks: int = Mark.NONE
    style = marks
    runs: list[Run] = []
    start = end = 0
    anchor: Anchor | None = None
    for index, piece in enumerate(pieces):
        while due and due[-1].piece <= index:
            each = due.pop()
            counts[each.mark] += each.step
            marks = marks | each.mark if counts[each.mark] else marks & ~each.mark
        if piece.text is None and piece.start == piece.end:
            continue
        if piece.text is None and piece.start == end and piece.anchor is anchor and marks == style:
            end = piece.end
            continue
        if end > start:
            runs += places.cut(start, end, text, anchor, style)
        anchor, style = piece.anchor, marks
        if piece.text is None:
            start, end = piece.start, piece.end
        else:
            runs.append(Run(piece.text, places.span(piece.start, piece.end), anchor, marks))
            start = end = piece.end
    if end > start:
        runs += places.cut(start, end, text, anchor, style)
    return runs
