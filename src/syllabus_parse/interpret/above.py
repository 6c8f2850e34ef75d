"""The words above readings that say of all of them whether they must be read: headings, labels, column heads, keys.

What such words say travels with the readings as a plain value; where they stand is found here, once for a document, for
those whose own words don't say it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from syllabus_parse.document import (
    BREAK,
    Data,
    Document,
    Heading,
    Mapping,
    Node,
    Paragraph,
    Row,
    Scalar,
    Table,
    Text,
    walk,
)
from syllabus_parse.interpret.data.keys import read_key
from syllabus_parse.interpret.records import RawReading
from syllabus_parse.interpret.tables.columns import read_header
from syllabus_parse.interpret.words import REQUIREMENTS, requirement_group
from syllabus_parse.model import Requirement
from syllabus_parse.regex import lazy_regex

LONGEST: Final = 60
"""Characters of the longest line that is a label."""
HEAD_ROWS: Final = 3
LINE: Final = lazy_regex(rf"[^\n{BREAK}]+")
# e.g. "Optional: " in "Maps. Optional: Charts"
LABEL: Final = lazy_regex(rf"[^\n{BREAK}:：.;|]{{3,{LONGEST}}}(?=[:：])", needs=": ：")


@attrs.define(eq=False)
class _Labels:
    """Words that say one thing of readings, in the order of the document: where each begins, and each."""

    starts: list[int] = attrs.field(factory=list)
    texts: list[Text] = attrs.field(factory=list)

    def add(self, text: Text) -> None:
        if text.span is not None:
            self.starts.append(text.span.start)
            self.texts.append(text)

    def find(self, offset: int) -> Text | None:
        """Find the last words before an offset; what stands behind it (a legend) only where nothing stands before."""
        at = bisect_left(self.starts, offset)
        return self.texts[max(at - 1, 0)] if self.texts else None


def place_requirements(document: Document, readings: Iterable[RawReading]) -> None:
    """Give each reading that must or may be read, and doesn't say so itself, the words above it that do."""
    unplaced = [
        reading
        for reading in readings
        if reading.requirement is not None
        and (reading.requirement_text is None or reading.requirement_text.span is None)
    ]
    if not unplaced:
        return
    # Words of sentences are looked at only where no label says it.
    for list_said in (_list_labels, _list_words):
        said = _gather(list_said(document))
        for reading in unplaced:
            place = reading.title.span
            if reading.requirement is not None and place is not None:
                reading.above.add("requirement")
                reading.requirement_text = said[reading.requirement].find(place.start)
        unplaced = [reading for reading in unplaced if reading.requirement_text is None]
        if not unplaced:
            return


def _gather(said: Iterable[tuple[Text, Requirement]]) -> dict[Requirement, _Labels]:
    """Gather words by what they say, in the order of the document."""
    out: dict[Requirement, _Labels] = {"required": _Labels(), "optional": _Labels()}
    for text, value in sorted(said, key=lambda pair: pair[0].span.start if pair[0].span else 0):
        out[value].add(text)
    return out


def _list_labels(document: Document) -> Iterator[tuple[Text, Requirement]]:
    for text, value in _list_texts(document):
        if value is not None:
            yield text.strip(), value
            continue
        plain = text.plain
        lines = [found for found in LINE.finditer(plain) if found.end() - found.start() <= LONGEST]
        for found in (*lines, *LABEL.finditer(plain)):
            group = requirement_group(found[0])
            if group is not None:
                yield text.slice(*found.span()).strip(" \t*_•-"), group


def _list_words(document: Document) -> Iterator[tuple[Text, Requirement]]:
    """List the words of running text that speak of what must or may be read, "further" in a sentence among them."""
    for text, _ in _list_texts(document):
        for pattern, value in REQUIREMENTS:
            for found in pattern.finditer(text.plain.casefold()):
                if len(text.plain.casefold()) == len(text.plain):
                    yield text.slice(*found.span()), value


def _list_texts(document: Document) -> Iterator[tuple[Text, Requirement | None]]:
    """List the texts of a document; of heads of columns and keys of data, what they say by their place."""
    for block in walk(document.blocks):
        if isinstance(block, (Heading, Paragraph)):
            yield block.text, None
        elif isinstance(block, Table):
            for row in block.rows[:HEAD_ROWS]:
                yield from _list_heads(row)
        elif isinstance(block, Data):
            yield from _list_data(block.root)
    if document.meta is not None:
        yield from _list_data(document.meta)


def _list_heads(row: Row) -> Iterator[tuple[Text, Requirement | None]]:
    for cell in row.cells:
        for block in cell.blocks:
            if isinstance(block, (Heading, Paragraph)) and len(block.text.plain) <= LONGEST:
                value = read_header(block.text.plain).requirement
                if value is not None:
                    yield block.text, value


def _list_data(root: Node) -> Iterator[tuple[Text, Requirement | None]]:
    stack: list[Node] = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, Scalar):
            yield node.text, None
        elif isinstance(node, Mapping):
            for key, _ in node.entries:
                yield key, read_key(key.plain).requirement
            stack += [value for _, value in reversed(node.entries)]
        else:
            stack += reversed(node.items)
