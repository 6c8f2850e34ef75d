"""The tree that every data format fills: open a collection, put values in it, close it; nothing here recurses."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, TypeAlias

import attrs

from syllabus_parse.document import Mapping, Node, Problem, Run, Scalar, Sequence, Text
from syllabus_parse.readers.nodes_text import FOLDS, align_text, read_value
from syllabus_parse.regex import lazy_regex
from syllabus_parse.source import Span

MAX_DEPTH: Final = 100
MAX_NODES: Final = 500_000
MAX_EXPANDED: Final = 100_000
"""How many nodes aliases may add. Real files repeat a staff list or two; a bomb repeats itself."""
MAX_CHARS: Final = 4_000_000
MAX_PROBLEMS: Final = 20

MARKUP: Final = lazy_regex(r"[<\[*_`&\\~{!]|https?://")
# An address or a file's name: its underscores and stars are no emphasis, e.g. slides/01_intro_*.pdf
ONE_WORD: Final = lazy_regex(r"[^\s<>\[\]`]++")

Inline: TypeAlias = Callable[[str, int], Text]
"""Reads the markup inside a value: its text and where that stands in the source."""


# A key that is a line of Markdown, e.g. "**Lecture**{: .label } [Looms](01.pdf)": and no name of a fact
KEY_MARKUP: Final = lazy_regex(r"\*\*[^*]{1,80}\*\*|\[[^\[\]]{1,200}\]\(")


def has_markup(words: str) -> bool:
    """Tell whether a value may hold markup; most hold none, and an address never does.

    >>> has_markup("see [pdf](a.pdf)"), has_markup("2024-09-03"), has_markup("https://x.org/a_b_c")
    (True, False, False)
    """
    if MARKUP.search(words) is None:
        return False
    return ONE_WORD.fullmatch(words) is None or not ("/" in words or "." in words)


@attrs.define(eq=False)
class Frame:
    """A collection that is still open."""

    start: int
    mapping: bool
    name: str | None = None
    key: Text | None = None
    items: list[Node] = attrs.field(factory=list)
    entries: list[tuple[Text, Node]] = attrs.field(factory=list)
    size: int = 1


@attrs.define(eq=False)
class Tree:
    """Nodes in the making over one text; `offset` is where the text begins in the source.

    `fit` is the text as the format's scanner saw it, as long as the text itself, with other letters where the
    scanner would have stumbled. A collection deeper than `MAX_DEPTH` becomes one scalar with its source text, so that
    nothing is lost.
    """

    text: str
    offset: int = 0
    fit: str = ""
    inline: Inline | None = None
    roots: list[Node] = attrs.field(factory=list)
    frames: list[Frame] = attrs.field(factory=list)
    problems: list[Problem] = attrs.field(factory=list)
    named: dict[str, tuple[Node, int]] = attrs.field(factory=dict)
    count: int = 0
    expanded: int = 0
    last: int = 0
    buried: int = 0
    buried_at: int = 0

    def full(self) -> bool:
        """Tell whether the tree has all the nodes it may have; says so once."""
        if self.count == MAX_NODES:
            self.report("SP703", len(self.text), len(self.text))
            self.count += 1
        return self.count > MAX_NODES

    def report(self, code: str, start: int, end: int, detail: str = "") -> None:
        """Note a problem at a place of the text."""
        if len(self.problems) < MAX_PROBLEMS:
            self.problems.append(Problem(code, Span(start + self.offset, end + self.offset), detail))

    def open(self, mapping: bool, start: int, name: str | None = None) -> None:
        """Begin a collection."""
        if self.buried or len(self.frames) >= MAX_DEPTH:
            if not self.buried:
                self.buried_at = start
                self.report("SP702", start, start)
            self.buried += 1
            return
        self.frames.append(Frame(start, mapping, name))

    def close(self, end: int | None = None) -> None:
        """End the innermost collection; without a place, behind the last thing in it."""
        end = self.last = self.last if end is None else end
        if self.buried:
            self.buried -= 1
            if not self.buried:
                self.put(self.copy(self.buried_at, end))
            return
        if not self.frames:
            return
        frame = self.frames.pop()
        span = Span(frame.start + self.offset, max(frame.start, end) + self.offset)
        node: Node
        if frame.mapping:
            if frame.key is not None:
                frame.entries.append((frame.key, Scalar(Text((), ""), Span(span.end, span.end))))
            node = Mapping(tuple(merge_entries(frame.entries)), span)
        else:
            node = Sequence(tuple(frame.items), span)
        if frame.name is not None:
            self.named[frame.name] = (node, frame.size)
        self.put(node, frame.size)

    def put(self, node: Node, size: int = 1) -> None:
        """Add a value (or a key, where a mapping waits for one) to the innermost collection."""
        if self.buried:
            return
        self.count += 1
        if not self.frames:
            self.roots.append(node)
            return
        frame = self.frames[-1]
        frame.size += size
        if not frame.mapping:
            frame.items.append(node)
        elif frame.key is None:
            frame.key = node.text if isinstance(node, Scalar) else self.copy_span(node.span).text
        else:
            frame.entries.append((frame.key, node))
            frame.key = None

    def scalar(
        self,
        start: int,
        end: int,
        value: str,
        *,
        name: str | None = None,
        quotes: int = 0,
        rewritten: re.Pattern[str] = FOLDS,
    ) -> None:
        """Add a scalar: its value, and where it stands; `quotes` characters at either end are none of it."""
        if self.buried:
            return
        inner = Span(start + quotes, max(start + quotes, end - quotes))
        text = align_text(self.fit or self.text, inner, value, self.offset, rewritten=rewritten)
        if self.fit:
            text = self.show(text)
        self.last = end
        waits = bool(self.frames) and self.frames[-1].mapping and self.frames[-1].key is None
        if self.inline is not None and (KEY_MARKUP.search(text.plain) if waits else has_markup(text.plain)):
            text = read_value(text, self.inline)
        node = Scalar(text, Span(start + self.offset, end + self.offset))
        if name is not None:
            self.named[name] = (node, 1)
        self.put(node)

    def show(self, text: Text) -> Text:
        """Put the document's own letters back where the scanner saw others."""
        runs: list[Run] = []
        for run in text.runs:
            words = self.text[run.span.start - self.offset : run.span.end - self.offset]
            runs.append(Run(words, run.span) if len(words) == len(run.text) else run)
        return Text.of(runs)

    def alias(self, start: int, end: int, name: str) -> None:
        """Add what an anchor named, as often as the limit allows."""
        if self.buried:
            return
        self.last = end
        node, size = self.named.get(name, (None, 1))
        if node is None or self.expanded + size > MAX_EXPANDED:
            self.report("SP205" if node is None else "SP703", start, end, f"*{name}"[:80])
            self.put(self.copy(start, end))
            return
        self.expanded += size
        self.put(node, size)

    def copy(self, start: int, end: int) -> Scalar:
        """Make a scalar of the source as it stands."""
        return self.copy_span(Span(start + self.offset, end + self.offset))

    def copy_span(self, span: Span) -> Scalar:
        """Make a scalar of a stretch of the source."""
        words = self.text[span.start - self.offset : span.end - self.offset]
        return Scalar(Text.of([Run(words, span)] if words else ()), span)

    def rewind(self, depth: int, end: int) -> None:
        """Close what is open beyond a depth."""
        if self.buried:
            self.buried = 1
            self.close(end)
        while len(self.frames) > depth:
            self.close(end)

    def finish(self, end: int) -> Node | None:
        """Close what is open and return the root; several roots make a sequence."""
        self.rewind(0, end)
        if len(self.roots) < 2:
            return self.roots[0] if self.roots else None
        return Sequence(tuple(self.roots), self.roots[0].span.cover(self.roots[-1].span))


def merge_entries(entries: list[tuple[Text, Node]]) -> list[tuple[Text, Node]]:
    """Carry out YAML's merge key: the mapping's own entries win over merged ones."""
    if not any(key.plain == "<<" for key, _ in entries):
        return entries
    own = [(key, value) for key, value in entries if key.plain != "<<" or isinstance(value, Scalar)]
    known = {key.plain for key, _ in own}
    out = list(own)
    for key, value in entries:
        if key.plain != "<<":
            continue
        for part in value.items if isinstance(value, Sequence) else (value,):
            if not isinstance(part, Mapping):
                continue
            for inner, node in part.entries:
                if inner.plain not in known:
                    known.add(inner.plain)
                    out.append((inner, node))
    return out
