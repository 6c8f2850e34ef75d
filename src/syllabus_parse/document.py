"""What every reader makes and all interpretation reads: a document of blocks, each with its place in the source.

A block says how the text is laid out (a table, a list, a heading), never what it means for a course.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate
from typing import Final, TypeAlias

import attrs

from syllabus_parse.source import Source, Span

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

    __slots__ = ("_at", "_runs", "_starts", "_whole", "plain")

    plain: str
    _runs: tuple[Run, ...] | None
    _starts: list[int] | None
    _whole: Text | None
    _at: int

    def __init__(self, runs: tuple[Run, ...], plain: str) -> None:
        """Make a text of runs whose words, joined, are `plain`; see `Text.of`."""
        self.plain = plain
        self._runs = runs
        self._starts = None
        self._whole = None
        self._at = 0

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
            assert self._whole is not None  # noqa: S101 (a text without runs of its own is a cut)
            self._runs = self._whole._cut_runs(self._at, self._at + len(self.plain))
        return self._runs

    @property
    def span(self) -> Span | None:
        """The stretch of source from the first run to the last, or None for no runs."""
        if not self.runs:
            return None
        return Span(self.runs[0].span.start, self.runs[-1].span.end)

    def __bool__(self) -> bool:
        """Tell whether a person would see anything."""
        return bool(self.plain) and not self.plain.isspace()

    def slice(self, start: int, end: int) -> Text:
        """Return the text between two offsets of `plain`, with its runs and their places."""
        if start <= 0 and end >= len(self.plain):
            return self
        start = max(start, 0)
        cut = Text.__new__(Text)
        cut.plain = self.plain[start : max(start, end)]
        cut._runs = cut._starts = None
        cut._whole = self if self._whole is None else self._whole
        cut._at = self._at + start
        return cut

    def _cut_runs(self, start: int, end: int) -> tuple[Run, ...]:
        """List the runs between two offsets of a text that is no cut itself."""
        runs = self._runs or ()
        out: list[Run] = []
        first = at = 0
        if len(runs) > FEW_RUNS:
            if self._starts is None:
                self._starts = [0, *accumulate(len(run.text) for run in runs[:-1])]
            # The last run that begins before `start`; the empty ones at its place are for the loop to judge.
            first = max(bisect_left(self._starts, start) - 1, 0)
            at = self._starts[first]
        for run in runs[first:] if first else runs:
            size = len(run.text)
            a, b = max(start - at, 0), min(end - at, size)
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
        left = len(self.plain) - len(self.plain.lstrip(characters))
        right = len(self.plain.rstrip(characters))
        return self.slice(left, max(left, right))

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
        return [self.slice(a, b) for a, b in zip(starts, ends, strict=True)]

    def links(self) -> list[tuple[Anchor, int, int]]:
        """List the links: each anchor with the offsets of its text in `plain`, in order."""
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
        return out

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
