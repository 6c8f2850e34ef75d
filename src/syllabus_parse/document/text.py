"""Text that knows the place of each of its characters: runs with marks and links."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Final

import attrs

from syllabus_parse.source import Span

BREAK: Final = "\u2028"
"""Stands in `Text.plain` where the document breaks the line on purpose (`<br>`); "\\n" is a line end of the source."""


class Mark:
    """How a run of text is set: flags, joined with `|`. Plain numbers: they are asked of each run of each text."""

    NONE: Final = 0
    BOLD: Final = 1
    ITALIC: Final = 2
    STRIKE: Final = 4
    CODE: Final = 8
    IMAGE: Final = 16
    BADGE: Final = 32


FEW_RUNS: Final = 8
"""A text of more runs keeps a table of their beginnings, so that to cut it up is no work for all of them each time."""


@attrs.frozen(eq=False)
class Anchor:
    """A link as written: its target (None where it was lost) and the span of the target in the source.

    Runs of one link share one `Anchor` object, so that `is` tells two links with equal targets apart.
    """

    href: str | None
    span: Span


@attrs.frozen(slots=True)
class Run:
    """A stretch of visible text from one place of the source.

    Where `len(text) == span.end - span.start` each character stands for itself; any other run is one that
    the reader rewrote (an entity, an escape), and a part of it has the span of the whole.
    """

    text: str
    span: Span
    anchor: Anchor | None = None
    marks: int = Mark.NONE


class Text:
    """Visible text in runs; `plain` is what a person reads, and offsets into it are what all methods take.

    Texts are cut up all the time and most cuts are looked at by their words alone: so a cut remembers the text that it
    is of, and finds its runs when they are asked for. That is why this class is no attrs one; nor is it to be changed.
    """

    __slots__ = ("_at", "_links", "_marked", "_runs", "_span", "_starts", "_whole", "plain")

    plain: str
    _runs: tuple[Run, ...] | None
    _starts: list[int] | None
    _whole: Text | None
    _at: int
    _span: Span | None
    _links: tuple[tuple[Anchor, int, int], ...] | None
    _marked: bool | None

    def __init__(self, runs: tuple[Run, ...], plain: str) -> None:
        """Make a text of runs whose words, joined, are `plain`; see `Text.of`."""
        self.plain = plain
        self._runs = runs
        self._starts = None
        self._whole = None
        self._at = 0
        self._span = self._links = self._marked = None

    def __repr__(self) -> str:
        return f"Text({self.runs!r}, {self.plain!r})"

    @classmethod
    def of(cls, runs: Iterable[Run]) -> Text:
        """Join runs into a text."""
        kept = tuple(runs)
        return cls(kept, "".join([run.text for run in kept]))

    @property
    def runs(self) -> tuple[Run, ...]:
        """The runs, in order."""
        if self._runs is None:
            whole = self._whole
            assert whole is not None  # noqa: S101 (a text without runs of its own is a cut)
            self._runs = whole._cut_runs(self._at, self._at + len(self.plain))
            if len(whole._runs or ()) > FEW_RUNS >= len(self._runs):
                # What is cut from this text is found sooner among its own few runs than among the many of the whole.
                self._whole, self._at = None, 0
        return self._runs

    @property
    def span(self) -> Span | None:
        """The stretch of source from the first run to the last, or None for no runs."""
        if self._span is None:
            runs = self.runs
            if runs:
                # Kept, for each value of the model asks twice; one of its runs' own where it is the only one.
                self._span = runs[0].span if len(runs) == 1 else Span(runs[0].span.start, runs[-1].span.end)
        return self._span

    def __bool__(self) -> bool:
        """Tell whether a person would see anything."""
        return bool(self.plain) and not self.plain.isspace()

    def slice(self, start: int, end: int) -> Text:
        """Return the text between two offsets of `plain`, with its runs and their places."""
        plain = self.plain
        if start < 0:  # noqa: PLR1730 - texts are cut all the time, and a call of `max` takes three times as long
            start = 0
        if start == 0 and end >= len(plain):
            return self
        cut = Text.__new__(Text)
        cut.plain = plain[start : end if end > start else start]
        cut._runs = cut._starts = cut._span = None
        # No part of a text without links or marks has one.
        cut._links = None if self._links else self._links
        cut._marked = None if self._marked else self._marked
        cut._whole = self if self._whole is None else self._whole
        cut._at = self._at + start
        return cut

    def _cut_runs(self, start: int, end: int) -> tuple[Run, ...]:
        """List the runs between two offsets of a text that is no cut itself."""
        runs = self._runs or ()
        if len(runs) == 1:  # as of most texts: no loop for them
            run = runs[0]
            size = len(run.text)
            start, end = min(start, size), min(end, size)
            if start >= end:
                return ()
            whole = run.span.end - run.span.start != size
            span = run.span if whole else Span(run.span.start + start, run.span.start + end)
            return (Run(run.text[start:end], span, run.anchor, run.marks),)
        out: list[Run] = []
        first = at = 0
        if len(runs) > FEW_RUNS:
            if self._starts is None:
                self._starts = [0, *accumulate(len(run.text) for run in runs[:-1])]
            # The last run that begins before `start`; the empty ones at its place are for the loop to judge.
            first = max(bisect_left(self._starts, start) - 1, 0)
            at = self._starts[first]
        for index in range(first, len(runs)):  # a slice would copy all that follows, for each cut
            run = runs[index]
            size = len(run.text)
            # The loop goes through a million runs: comparisons, for `min` and `max` take three times as long.
            a = start - at if start > at else 0
            b = end - at if end - at < size else size
            if a < b or (size == 0 and start <= at < end):
                if a == 0 and b == size:
                    out.append(run)
                elif run.span.end - run.span.start == size:
                    span = Span(run.span.start + a, run.span.start + b)
                    out.append(Run(run.text[a:b], span, run.anchor, run.marks))
                else:
                    out.append(Run(run.text[a:b], run.span, run.anchor, run.marks))
            at += size
            if at >= end:
                break
        return tuple(out)

    def strip(self, characters: str | None = None) -> Text:
        """Return the text without white space (or the given characters) at its ends."""
        plain = self.plain
        led = plain.lstrip(characters)
        kept = led.rstrip(characters)
        if len(kept) == len(plain):
            return self  # most texts have nothing at their ends
        left = len(plain) - len(led)
        return self.slice(left, left + len(kept))

    def is_marked(self) -> bool:
        """Tell whether any of the words are set off: in bold or italics, struck out, as code, a link."""
        if self._marked is None:
            whole = self._whole
            if whole is not None and not (whole.is_marked() if whole._marked is None else whole._marked):
                self._marked = False
            else:
                self._marked = any(run.marks or run.anchor is not None for run in self.runs)
        return self._marked

    def is_bold(self) -> bool:
        """Tell whether there are words and all of them are bold."""
        seen = [run for run in self.runs if run.text.strip(" :\n\u2028")] if self.is_marked() else []
        return bool(seen) and all(run.marks & Mark.BOLD for run in seen)

    def bold_lead(self) -> Text:
        """Return the words in bold that stand first; an empty text where there are none."""
        if not self.is_marked():
            return Text((), "")
        return Text.of(itertools.takewhile(lambda run: bool(run.marks & Mark.BOLD), self.runs))

    def span_at(self, start: int, end: int) -> Span | None:
        """Return the stretch of source behind two offsets of `plain`."""
        return self.slice(start, end).span

    def split(self, pattern: re.Pattern[str]) -> list[Text]:
        """Cut at each match of a pattern, as `re.split` does without groups."""
        cuts = [(m.start(), m.end()) for m in pattern.finditer(self.plain) if m.end() > m.start()]
        if not cuts:
            return [self]
        starts = [0, *(b for _, b in cuts)]
        ends = [*(a for a, _ in cuts), len(self.plain)]
        return self.slices(zip(starts, ends, strict=True))

    def cut(self, offsets: Sequence[int]) -> list[Text]:
        """Cut at rising offsets of `plain`: one piece more than there are offsets."""
        return self.slices(zip([0, *offsets], [*offsets, len(self.plain)], strict=True))

    def slices(self, bounds: Iterable[tuple[int, int]]) -> list[Text]:
        """Return the texts between pairs of offsets; of a long one each is a small text with runs of its own."""
        pieces = [self.slice(start, end) for start, end in bounds]
        if len((self._whole or self)._runs or ()) > FEW_RUNS:
            for piece in pieces:
                piece.runs  # noqa: B018 - looked up to be remembered
        return pieces

    def links(self) -> tuple[tuple[Anchor, int, int], ...]:
        """List the links: each anchor with the offsets of its text in `plain`, in order."""
        if self._links is None:
            whole = self._whole
            # No need to look for the runs of a cut where the whole has no link.
            self._links = self._find_links() if whole is None or whole.links() else ()
        return self._links

    def _find_links(self) -> tuple[tuple[Anchor, int, int], ...]:
        out: list[tuple[Anchor, int, int]] = []
        at = 0
        for run in self.runs:
            end = at + len(run.text)
            if run.anchor is not None:
                if out and out[-1][0] is run.anchor:
                    out[-1] = (run.anchor, out[-1][1], end)
                else:
                    out.append((run.anchor, at, end))
            at = end
        return tuple(out)

    def without(self, marks: int) -> Text:
        """Return the text without the runs that bear one of the marks (struck-out text, say)."""
        return Text.of(run for run in self.runs if not run.marks & marks)

    def join(self, other: Text) -> Text:
        """Return this text and the other behind it."""
        return Text(self.runs + other.runs, self.plain + other.plain)

    def join_line(self, other: Text) -> Text:
        """Return this text and, on a line of its own, the other."""
        end = self.runs[-1].span.end if self.runs else 0
        gap = Run("\n", Span(end, end))
        return Text((*self.runs, gap, *other.runs), f"{self.plain}\n{other.plain}")


EMPTY: Final = Text((), "")
