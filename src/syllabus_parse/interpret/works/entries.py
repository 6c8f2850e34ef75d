"""The content of a cell, an item or a part of a page, cut into entries: one work, one topic or one remark each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

import attrs

from syllabus_parse.document import BREAK, Block, Heading, Item, Listing, Paragraph, Table, Text
from syllabus_parse.interpret.words import link_label
from syllabus_parse.normalize.titles import is_placeholder
from syllabus_parse.normalize.venues import parse_venue
from syllabus_parse.regex import lazy_regex

VENUE_ONLY: Final = lazy_regex(r"\s*[(\[](?P<inside>[^()\[\]]{2,60})[)\]]\s*[.,;]?\s*")
LEVELS: Final = 3
# A forced line break; in Markdown two blanks before a line end make one, too
BREAK_RE: Final = lazy_regex(rf"{BREAK}|[ \t]{{2,9}}\n")
LINE: Final = lazy_regex(f"[\n{BREAK}]")
OPEN_END: Final = lazy_regex(
    r"(?:[,:&(–—-]|\b(?:and|or|of|for|the|a|an|in|on|with|to|by|via|from|using|und|der|die|das|y|de|la|el|do|da))\s*$",
    re.IGNORECASE,
)
COMPLETE_END: Final = lazy_regex(r"(?:[.!?)\]]|\d{4})\s*$")


@attrs.define(eq=False)
class Entry:
    """One entry: its text, what hangs below it, and the bullet or number that it had."""

    text: Text
    children: list[Entry] = attrs.field(factory=list)
    marker: str = ""
    item: bool = False


def read_entries(blocks: Iterable[Block], *, lines: bool = False) -> list[Entry]:
    """Cut blocks into entries. `lines` says that the source's line ends may part entries (a flattened table).

    Not recursive over depth: items deeper than the second level hang on the second.
    """
    out: list[Entry] = []
    for block in blocks:
        if isinstance(block, Paragraph | Heading):
            out += [Entry(text) for text in split_lines(block.text, lines=lines)]
        elif isinstance(block, Listing):
            out += [entry for item in block.items for entry in read_item(item)]
        elif isinstance(block, Table):
            out += [
                Entry(text)
                for row in block.rows
                for cell in row.cells
                if not cell.repeated
                for inner in cell.blocks
                if isinstance(inner, Paragraph)
                for text in split_lines(inner.text, lines=lines)
            ]
    return out


def heads_items(entries: Sequence[Entry], index: int) -> bool:
    """Tell a line right above items of a list that is of them: "Questions to ask:", "For more...", "Two to read"."""
    line = entries[index]
    below = entries[index + 1] if index + 1 < len(entries) else None
    return below is not None and below.item and not line.item and HEADS_ITEMS.search(line.text.plain) is not None


HEADS_ITEMS: Final = lazy_regex(r"(?:[:：…]|\.\.\.|\bto (?:read|watch|discuss))\s*$", re.IGNORECASE)


def hang_items(entries: Sequence[Entry]) -> list[Entry]:
    """Hang the items of a list on the line with a colon above them, if there is one.

    >>> from syllabus_parse.document import Run, Text
    >>> from syllabus_parse.source import Span
    >>> said = [Text.of([Run(words, Span(0, 0))]) for words in ("Read:", "Bo", "Ba", "HW 1")]
    >>> [(e.text.plain, len(e.children)) for e in hang_items([Entry(s, item=s.plain[0] == "B") for s in said])]
    [('Read:', 2), ('HW 1', 0)]
    """
    out: list[Entry] = []
    heads = False
    for index, entry in enumerate(entries):
        if entry.item and heads:
            out[-1].children.append(entry)
            continue
        heads = heads_items(entries, index)
        out.append(attrs.evolve(entry, children=list(entry.children)) if heads else entry)
    return out


def read_item(item: Item, *, deep: bool = False) -> list[Entry]:
    """Read an item of a list: its own words, and what is nested in it as children, in the order of the document.

    Not recursive over depth: `deep` keeps three levels as a tree, else all that is nested hangs on the second;
    what lies deeper hangs on the deepest level kept.
    """
    own: list[Text] = []
    top = Entry(Text((), ""), [], item.marker, item=True)
    stack: list[tuple[Block | Item, list[Entry]]] = [(block, [top]) for block in reversed(item.blocks)]
    first = True
    while stack:
        block, path = stack.pop()
        if isinstance(block, Item):
            words = [inner.text for inner in block.blocks if isinstance(inner, Paragraph | Heading)]
            entry = Entry(join_texts(words), [], block.marker, item=True)
            path[-1].children.append(entry)
            seen = bool(entry.text or entry.text.links())
            inner_path = [*path, entry] if deep and seen and len(path) < LEVELS else path
            deeper = [inner for inner in block.blocks if isinstance(inner, Listing | Table)]
            stack.extend((inner, inner_path) for inner in reversed(deeper))
        elif isinstance(block, Paragraph | Heading):
            if first:
                own.append(block.text)
            else:
                path[-1].children += [Entry(text) for text in split_lines(block.text)]
        elif isinstance(block, Listing):
            first = False
            stack.extend((inner, path) for inner in reversed(block.items))
        elif isinstance(block, Table):
            first = False
            path[-1].children += read_entries([block])
    top.text = join_texts(own)
    _drop_empty(top)
    return [top]


def _drop_empty(top: Entry) -> None:
    stack = [top]
    while stack:
        entry = stack.pop()
        entry.children = [child for child in entry.children if child.text or child.text.links()]
        stack += entry.children


def list_below(entry: Entry) -> list[Entry]:
    """List all that hangs below an entry, outer ones first, in the order of the document."""
    out: list[Entry] = []
    stack = list(reversed(entry.children))
    while stack:
        child = stack.pop()
        out.append(child)
        stack += reversed(child.children)
    return out


def join_texts(texts: Iterable[Text]) -> Text:
    """Join paragraphs, a line end between two of them."""
    kept = [text for text in texts if text or text.links()]
    if not kept:
        return Text((), "")
    out = kept[0]
    for text in kept[1:]:
        out = out.join_line(text)
    return out


def split_lines(text: Text, *, lines: bool = False) -> list[Text]:
    """Cut at forced line breaks, and where `lines` says so at line ends that end an entry.

    A line that only carries a venue, that continues an open phrase, or that is a list of people belongs to
    the line before it.
    """
    parts = [part.strip() for part in text.split(LINE if lines else BREAK_RE)]
    parts = [part for part in parts if part or part.links()]
    out: list[Text] = []
    for part in parts:
        if out and belongs_to(out[-1].plain, part.plain):
            out[-1] = out[-1].join_line(part)
        else:
            out.append(part)
    return out


# Lines of a work that was printed over several, e.g. "Baumann et al." · "In SOSP 2009," · "October 2009.  To appear."
AUTHORS_LINE: Final = lazy_regex(r"(?:[A-ZÀ-Ž][\w'’-]{1,24},? ){0,3}(?:and [A-ZÀ-Ž][\w'’-]{1,24} )?et al\.?\s*")
VENUE_LINE: Final = lazy_regex(
    r"In:? (?:Proceedings|Proc\.|Advances|[A-Z][A-Za-z]{1,11}[ '’-]{0,2}(?:19|20)?\d\d\b)"
    r"|(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r" (?:19|20)\d\d\.(?:\s|$)"
)
LAST_WORDS: Final = 20
LAST_LINES: Final = 1000


def belongs_to(before: str, line: str) -> bool:
    """Tell whether a line carries on the entry before it.

    >>> belongs_to("ZeRO: Memory Optimizations", "(SC 2020)")
    True
    >>> belongs_to("POET: Training (ICML 2022)", "Quilting in Parallel")
    False
    """
    bare = VENUE_ONLY.fullmatch(line)
    if bare:
        venue = parse_venue(bare["inside"])
        return (venue is not None and (venue.known or venue.year is not None)) or link_label(bare["inside"]) is not None
    if AUTHORS_LINE.fullmatch(line) or VENUE_LINE.match(line):
        return True
    # What many lines were joined to is not read again from its start for each further one.
    end, before = before[-LAST_WORDS:], before[-LAST_LINES:]
    if OPEN_END.search(end) and not is_placeholder(before):
        return True
    if line[:1].islower() and not COMPLETE_END.search(end) and len(before) > 25 and link_label(line) is None:
        return True
    return before.count("(") > before.count(")") and line.count(")") > line.count("(")
