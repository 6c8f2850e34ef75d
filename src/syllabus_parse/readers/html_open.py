"""The elements that are open at a place of an HTML text, and what each becomes when it ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from syllabus_parse.document import Anchor, Block, Cell, Item, Listing, Table
from syllabus_parse.readers.html_elements import HEADINGS, LISTS, SECTIONS
from syllabus_parse.readers.html_grid import RawRow, dissolve_layout, lay_grid
from syllabus_parse.readers.html_scan import Value, decode_value, parse_attributes
from syllabus_parse.regex import lazy_regex
from syllabus_parse.source import Span

INLINE: Final = 0
PLAIN: Final = 1
HEAD: Final = 2
LIST: Final = 3
ITEM: Final = 4
TABLE: Final = 5
SECTION: Final = 6
ROW: Final = 7
CELL: Final = 8
CAPTION: Final = 9
KINDS: Final = {
    **dict.fromkeys(LISTS, LIST), **dict.fromkeys(("li", "dt", "dd"), ITEM), **dict.fromkeys(("td", "th"), CELL),
    **dict.fromkeys(SECTIONS, SECTION), **dict.fromkeys((*HEADINGS, "summary"), HEAD),
    "table": TABLE, "tr": ROW, "caption": CAPTION,
}  # fmt: skip

# Most links: e.g. ` href="https://example.org/a.pdf" target="_blank"`
FIRST_HREF: Final = lazy_regex(r"""\s+href="([^"&{\s]++)["]""", re.IGNORECASE)
TOLD_IN_TAGS: Final = frozenset(("script", "title"))
PREFORMATTED: Final = frozenset(("pre", "listing"))
# A button that opens a part of the page is its heading, e.g. class="accordion-button".
OPENERS: Final = ("accordion", "collapsible")


class OpenElement:
    """An open element: what it sets, and what was set before it.

    `blocks` takes what stands in it, where that isn't simply the blocks of the element around it. A page has
    thousands of these, so only what differs from the defaults is set.
    """

    kind = PLAIN
    marks = 0
    anchor: Anchor | None = None
    hidden = False
    apart = False
    implied = False
    level = 0
    added = 0
    blocks: list[Block] | None = None
    outer_marks = 0
    outer_anchor: Anchor | None = None
    outer_target: list[Block]

    def __init__(self, name: str, start: int, raw: str = "", first: int = 0) -> None:
        """Open an element whose attributes, `raw`, stand at `first`."""
        self.name = name
        self.start = start
        self.raw = raw
        self.first = first

    def end(self, target: list[Block], offset: int, end: int) -> bool:
        """Put what the element has become where it belongs; true where something of it was cut."""
        if self.apart and self.blocks:
            target.extend(self.blocks)
        return False


class OpenInline(OpenElement):
    """An open element within a line."""

    kind = INLINE


class OpenHeading(OpenElement):
    """An open heading or summary."""

    kind = HEAD


class OpenList(OpenElement):
    """An open list and its items: blocks, start, end and attributes of each."""

    kind = LIST

    def __init__(self, name: str, start: int, raw: str = "", first: int = 0) -> None:
        """Open a list; `stray` takes what stands between its items."""
        super().__init__(name, start, raw, first)
        self.blocks = self.stray = list[Block]()
        self.items: list[tuple[list[Block], int, int, str]] = []

    def settle(self, at: int) -> None:
        """Give what stood in the list but in no item to the item before it, or an item of its own."""
        if self.stray:
            if self.items:
                self.items[-1][0].extend(self.stray)
            else:
                self.items.append((list(self.stray), self.start, at, ""))
            self.stray.clear()

    def end(self, target: list[Block], offset: int, end: int) -> bool:
        """Add the list; one without filled items is none.

        HTML writes no markers: numbered lists get the numbers that a browser shows, others none.
        """
        self.settle(end)
        ordered = self.name == "ol"
        number, step = 1, 1
        if ordered and self.raw:
            given = parse_attributes(self.raw)
            step = -1 if "reversed" in given else 1
            number = read_count(given.get("start"), len(self.items) if step < 0 else 1)
        items: list[Item] = []
        for blocks, start, stop, raw in self.items:
            if ordered and "value" in raw:
                number = read_count(parse_attributes(raw).get("value"), number)
            if blocks:
                marker = f"{number}." if ordered else ""
                place = Span(offset + start, offset + stop)
                items.append(Item(tuple(blocks), place, marker, tuple(read_classes(raw) if "class" in raw else ())))
            number += step
        if items:
            target.append(Listing(tuple(items), Span(offset + self.start, offset + end), ordered))
        return False


class OpenItem(OpenElement):
    """An open item of a list; a definition goes on with the blocks of its term."""

    kind = ITEM

    def __init__(self, name: str, owner: OpenList, start: int, raw: str, first: int) -> None:
        """Open an item of a list."""
        super().__init__(name, start, raw, first)
        self.owner = owner
        self.inside: list[Block] = owner.items[-1][0] if name == "dd" and owner.items else []
        self.blocks = self.inside

    def end(self, target: list[Block], offset: int, end: int) -> bool:
        """Add the item to its list."""
        items = self.owner.items
        if items and items[-1][0] is self.inside:
            items[-1] = (self.inside, items[-1][1], end, items[-1][3])
        else:
            items.append((self.inside, self.start, end, self.raw))
        return False


class OpenTable(OpenElement):
    """An open table, its rows, and the row group that is open."""

    kind = TABLE

    def __init__(self, name: str, start: int, raw: str = "", first: int = 0) -> None:
        """Open a table; `loose` takes its caption, and what stands in no cell."""
        super().__init__(name, start, raw, first)
        self.blocks = self.loose = list[Block]()
        self.rows: list[RawRow] = []
        self.group = 0
        self.in_head = False

    def end(self, target: list[Block], offset: int, end: int) -> bool:
        """Add the table, below what stood in it but in no cell."""
        target.extend(self.loose)
        if not self.rows:
            return False
        blocks, cut = make_table(self.rows, self.raw, Span(offset + self.start, offset + end))
        target.extend(blocks)
        return cut


class OpenGroup(OpenElement):
    """An open row group of a table."""

    kind = SECTION

    def __init__(self, name: str, table: OpenTable, start: int, raw: str, first: int) -> None:
        """Open a row group."""
        super().__init__(name, start, raw, first)
        self.table = table
        table.group += 1
        table.in_head = name == "thead"

    def end(self, target: list[Block], offset: int, end: int) -> bool:
        """End the group: rows that follow belong to another."""
        self.table.group += 1
        self.table.in_head = False
        return False


class OpenCaption(OpenElement):
    """An open caption of a table; its text stands above the table."""

    kind = CAPTION

    def __init__(self, name: str, table: OpenTable, start: int, raw: str, first: int) -> None:
        """Open a caption."""
        super().__init__(name, start, raw, first)
        self.blocks = table.loose


class OpenRow(OpenElement):
    """An open row of a table."""

    kind = ROW

    def __init__(self, name: str, table: OpenTable, start: int, raw: str = "", first: int = 0) -> None:
        """Open a row."""
        super().__init__(name, start, raw, first)
        self.table = table
        self.cells: list[Cell] = []
        self.shared: list[str] | None = None

    def end(self, target: list[Block], offset: int, end: int) -> bool:
        """Add the row to its table; a row without cells is none."""
        if self.cells:
            table = self.table
            header = table.in_head or ("header" in self.raw and "header" in read_classes(self.raw))
            span = Span(offset + self.start, offset + end)
            classes = read_classes(self.raw) if "class" in self.raw else []
            table.rows.append(RawRow(tuple(self.cells), span, header, table.group, (*classes, *(self.shared or ()))))
        return False


class OpenCell(OpenElement):
    """An open cell of a row."""

    kind = CELL

    def __init__(self, name: str, row: OpenRow, start: int, raw: str, first: int) -> None:
        """Open a cell."""
        super().__init__(name, start, raw, first)
        self.row = row
        self.blocks = self.inside = list[Block]()

    def end(self, target: list[Block], offset: int, end: int) -> bool:
        """Add the cell to its row, with the spans that the page asks for."""
        wide = high = 1
        if "span" in self.raw.lower():
            given = parse_attributes(self.raw)
            wide = max(1, read_count(given.get("colspan"), 1))
            high = read_count(given.get("rowspan"), 1)
        span = Span(offset + self.start, offset + end)
        self.row.cells.append(Cell(tuple(self.inside), span, self.name == "th", wide, high))
        own = read_classes(self.raw) if "class" in self.raw else []
        shared = self.row.shared
        self.row.shared = own if shared is None else [word for word in shared if word in own]
        return False


def read_anchor(raw: str, at: int, name: str) -> Anchor | None:
    """Read the link that an attribute of a tag makes; `at` is where the attributes stand in the source.

    Line ends in an address are none of it, as in browsers. An attribute without a value leads nowhere, and yet is one.

    >>> read_anchor(' href="a.pdf?x=1&amp;y=2"', 100, "href")
    Anchor(href='a.pdf?x=1&y=2', span=Span(start=107, end=124))
    """
    simple = FIRST_HREF.match(raw) if name == "href" else None
    if simple:
        return Anchor(simple[1], Span(at + simple.start(1), at + simple.end(1)))
    value = parse_attributes(raw).get(name)
    if value is None:
        return None
    href = decode_value(value.raw).strip()
    if "\n" in href or "\t" in href or "\r" in href:
        href = "".join(href.split())
    return Anchor(href or None, Span(at + value.start, at + value.end))


def make_table(rows: Sequence[RawRow], raw: str, span: Span) -> tuple[list[Block], bool]:
    """Make a table of rows, or the blocks in it where it only lays out the page; the flag says that it was cut."""
    role = parse_attributes(raw).get("role") if "role" in raw else None
    flat = dissolve_layout(rows, presentation=role is not None and role.raw in ("presentation", "none"))
    if flat is not None:
        return flat, False
    laid, cut = lay_grid(rows)
    return [Table(laid, span)], cut


def read_classes(raw: str) -> list[str]:
    """Return the classes of an element.

    >>> read_classes(' class="header odd"')
    ['header', 'odd']
    """
    value = parse_attributes(raw).get("class") if raw else None
    return value.raw.split() if value else []


def read_count(value: Value | None, default: int) -> int:
    """Read a count as HTML does: anything but digits is the default.

    >>> read_count(Value("3", 0, 1), 1), read_count(Value("3%", 0, 2), 1)
    (3, 1)
    """
    if value is None:
        return default
    digits = value.raw.strip()[:6]
    return int(digits) if digits.isascii() and digits.isdigit() else default
