"""The words of a document entered one by one, each with its class."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

import attrs

from syllabus_parse.accounting.claims import (
    Claims,
    ends_of,
    find_heads,
    find_parts,
    is_inside,
    list_heads,
    list_parts,
    list_places,
    list_quoted,
)
from syllabus_parse.accounting.gaps import LETTER, WordClass, judge_gap
from syllabus_parse.document import (
    Block,
    Cell,
    Data,
    Document,
    Heading,
    Listing,
    Mark,
    Node,
    Paragraph,
    Row,
    Run,
    Scalar,
    Table,
    Text,
)
from syllabus_parse.document import Sequence as Values
from syllabus_parse.interpret.data.keys import read_key
from syllabus_parse.interpret.tables.columns import is_header_like
from syllabus_parse.interpret.words import fold_label
from syllabus_parse.model import Syllabus
from syllabus_parse.regex import lazy_regex

NOTHING: Final[frozenset[str]] = frozenset()
WORD: Final = lazy_regex(r"\S+")


class Word(NamedTuple):
    """One word: its place, its class, and the number of the text that it stands in."""

    start: int
    end: int
    kind: WordClass
    text: int


def enter_all(document: Document, syllabus: Syllabus, *, listing: bool) -> Ledger:
    """Enter all words of a document; `listing` keeps each of them, else only the residue."""
    parts = list(list_parts(syllabus))
    others = [*syllabus.course.spans.values(), *list_places(syllabus.links), *list_heads(syllabus)]
    quoted = Claims.of(list_quoted(syllabus))
    ledger = Ledger(Claims.of([*parts, *others]), Claims.of(parts), find_heads(syllabus), quoted, listing)
    if document.title is not None and not (document.meta and is_inside(document.title.span, document.meta.span)):
        ledger.enter(document.title, "structure")
    if document.meta is not None:
        ledger.enter_data(document.meta, front=True)
    ledger.enter_blocks(document.blocks)
    return ledger


@attrs.define
class Ledger:
    """The words entered so far: all of them where `listing`, else their counts, and the residue.

    `claims` are all places of the model, `parts` those of sessions and readings, `heads` what sessions are known by,
    `quoted` what a diagnostic quotes.
    """

    claims: Claims
    parts: Claims
    heads: Claims
    quoted: Claims
    listing: bool
    words: list[Word] = attrs.field(factory=list)
    counts: Counter[WordClass] = attrs.field(factory=Counter)
    texts: int = 0

    def enter_blocks(self, blocks: Sequence[Block]) -> None:
        """Enter the blocks of the page: those inside a part of the schedule are looked at closely."""
        inside = find_parts(blocks, self.parts, self.heads)
        for block, held in zip(blocks, inside, strict=True):
            if isinstance(block, Heading):
                self.enter(block.text, "structure" if held else "passed_over")
            else:
                self._enter_block(block, None if held else "passed_over")

    def _enter_block(self, block: Block, rest: WordClass | None) -> None:
        """Enter a block with all in it; `rest` is the class of unclaimed words, None to look at them."""
        stack: list[tuple[Iterator[Block], WordClass | None, frozenset[str]]] = [(iter((block,)), rest, NOTHING)]
        while stack:
            inner = next(stack[-1][0], None)
            _, kind, said = stack[-1]
            if inner is None:
                stack.pop()
            elif isinstance(inner, (Paragraph, Heading)):
                self.enter(inner.text, kind, said=said)
            elif isinstance(inner, Listing):
                stack.append((iter([below for item in inner.items for below in item.blocks]), kind, said))
            elif isinstance(inner, Table):
                if kind is None and not self.parts.meet(inner.span.start, inner.span.end):
                    kind = "passed_over"  # a table of other things beside a session's words
                stack += reversed([self._open_row(row, kind) for row in inner.rows])
            elif isinstance(inner, Data):
                self.enter_data(inner.root, front=False)

    def _open_row(self, row: Row, kind: WordClass | None) -> tuple[Iterator[Block], WordClass | None, frozenset[str]]:
        """Open a row: its blocks, the class of its unclaimed words, and what cells with claimed words say."""
        blocks = _own_blocks(row)
        if kind is None and (row.header or is_header_like([_plain(cell) for cell in row.cells])):
            kind = "structure"
        return iter(blocks), kind, self._list_said(block.text for block in blocks if isinstance(block, Paragraph))

    def _list_said(self, texts: Iterable[Text]) -> frozenset[str]:
        """List the texts with claimed words: "No class" in each cell of a row is said once."""
        places = [(text, text.span) for text in texts]
        return frozenset(fold_label(text.plain) for text, span in places if span and self.claims.meet(*ends_of(span)))

    def enter_data(self, root: Node, *, front: bool) -> None:
        """Enter a tree of data: keys are structure, values beside those of a session are looked at closely."""
        stack: list[tuple[Node, WordClass | None, frozenset[str]]] = [(root, "passed_over", NOTHING)]
        while stack:
            node, kind, said = stack.pop()
            if isinstance(node, Scalar):
                self.enter(node.text, kind, data=True, said=said)
            elif isinstance(node, Values):
                stack += reversed([(item, kind, said) for item in node.items])
            else:
                values = [value for _, value in node.entries]
                held = any(isinstance(value, Scalar) and self.parts.meet(*ends_of(value.span)) for value in values)
                inner: WordClass | None = None if held and not (front and node is root) else "passed_over"
                said = self._list_said(value.text for value in values if isinstance(value, Scalar))
                for key, _ in node.entries:
                    self.enter(key, "structure")
                stack += reversed(
                    [
                        (value, "passed_over" if read_key(key.plain).role == "ignored" else inner, said)
                        for key, value in node.entries
                    ]
                )

    def enter(self, text: Text, rest: WordClass | None, *, data: bool = False, said: frozenset[str] = NOTHING) -> None:
        """Enter the words of one text; those that no field claims are of class `rest`, or judged by what they say.

        `said` are the texts beside it, in the same row or mapping, of which a field is.
        """
        self.texts += 1
        place = text.span
        if rest is None and place is not None and not self.parts.meet(*ends_of(place)):
            if self.claims.meet(*ends_of(place)) or self.quoted.meet(*ends_of(place)):
                rest = "passed_over"  # words around a link of the page, words that a diagnostic quotes
            elif said and fold_label(text.plain) in said:
                rest = "structure"
        gap: list[tuple[int, int, str]] = []
        for run in text.runs:
            start, end = run.span.start, run.span.end
            at = bisect_right(self.claims.ends, start)
            next_start = self.claims.starts[at] if at < len(self.claims.starts) else end + 1
            if next_start >= end and rest is not None:
                self._enter_run(run, rest)
            elif next_start <= start and self.claims.ends[at] >= end:
                self._close(gap, text, data=data)
                self._enter_run(run, "field")
            else:
                self._enter_mixed(run, at, rest, gap, text, data=data)
        self._close(gap, text, data=data)

    def _enter_run(self, run: Run, kind: WordClass) -> None:
        """Enter a run whose words are all of one class; to count them is enough where nobody wants them listed."""
        if self.listing:
            self.words += [Word(start, end, kind, self.texts) for start, end, _ in _cut_words(run)]
        else:
            self.counts[kind] += len(run.text.split())

    def _enter_mixed(
        self, run: Run, at: int, rest: WordClass | None, gap: list[tuple[int, int, str]], text: Text, *, data: bool
    ) -> None:
        """Enter a run word by word; `at` is the first claim that ends behind its beginning."""
        starts, ends = self.claims.starts, self.claims.ends
        last = len(starts)
        struck = bool(run.marks & (Mark.STRIKE | Mark.IMAGE))
        for start, end, word in _cut_words(run):
            while at < last and ends[at] <= start:
                at += 1
            if at < last and starts[at] < end:
                self._close(gap, text, data=data)
                self._add(start, end, "field")
            elif rest is not None or struck:
                self._add(start, end, rest or "passed_over")
            else:
                gap.append((start, end, word))

    def _close(self, gap: list[tuple[int, int, str]], text: Text, *, data: bool) -> None:
        """Enter the words between two fields, which are judged together."""
        if not gap:
            return
        kind = judge_gap([word for _, _, word in gap], text.plain, data=data)
        for start, end, word in gap:
            self._add(start, end, "structure" if kind == "residue" and not LETTER.search(word) else kind)
        gap.clear()

    def _add(self, start: int, end: int, kind: WordClass) -> None:
        if self.listing or kind == "residue":
            self.words.append(Word(start, end, kind, self.texts))
        self.counts[kind] += 1


def _cut_words(run: Run) -> list[tuple[int, int, str]]:
    """List the words of a run with their places; in a run that the reader rewrote each has the place of the whole."""
    first, end = run.span.start, run.span.end
    if len(run.text) == end - first:
        return [(first + found.start(), first + found.end(), found[0]) for found in WORD.finditer(run.text)]
    return [(first, end, word) for word in run.text.split()]


def _own_blocks(row: Row) -> list[Block]:
    return [block for cell in row.cells if not cell.repeated for block in cell.blocks]


def _plain(cell: Cell) -> str:
    return " ".join(block.text.plain for block in cell.blocks if isinstance(block, (Paragraph, Heading)))
