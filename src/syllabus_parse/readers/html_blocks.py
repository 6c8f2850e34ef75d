"""HTML text into blocks with places: headings, paragraphs, lists, tables; shared by all readers that meet HTML.

One pass over the tags (`html_scan`) with a stack of open elements, as a browser keeps one. End tags that a page
leaves out are implied as HTML5 does (`li`, `dt`, `dd`, `p`, `tr`, `td`, `th`, `thead`, `tbody`), which html.parser
doesn't: there one cell swallows the next row. Nothing here recurses, and the stack has a bound.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import attrs

from syllabus_parse.document import Anchor, Block, Cell, Heading, Item, Listing, Paragraph, Problem, Rule, Table, Text
from syllabus_parse.readers.html_elements import (
    APART,
    BLOCKS,
    HEADINGS,
    HIDDEN,
    LISTS,
    SECTIONS,
    SEEN,
    VOID,
    judge_element,
)
from syllabus_parse.readers.html_grid import RawRow, dissolve_layout, lay_grid
from syllabus_parse.readers.html_runs import Inline, RunCollector
from syllabus_parse.readers.html_scan import (
    END,
    MAX_TAGS,
    PASSED,
    START,
    TEXT,
    Token,
    Value,
    blank_liquid,
    decode_value,
    parse_attributes,
    scan,
)
from syllabus_parse.source import Span

MAX_DEPTH: Final = 200
"""Open elements at a time; deeper ones are read as if their tags weren't there."""

INLINE, PLAIN, LIST, ITEM, TABLE, SECTION, ROW, CELL, CAPTION, HEAD = range(10)
KINDS: Final = {
    **dict.fromkeys(LISTS, LIST), "li": ITEM, "dt": ITEM, "dd": ITEM, "table": TABLE, **dict.fromkeys(SECTIONS, SECTION),
    "tr": ROW, "td": CELL, "th": CELL, "caption": CAPTION, **dict.fromkeys(HEADINGS, HEAD), "summary": HEAD,
}  # fmt: skip
# What an end tag may not reach over, and what the search for an open item stops at.
SCOPE: Final = frozenset((TABLE, CELL, CAPTION))
ITEM_SCOPE: Final = SCOPE | {LIST}
ROW_SCOPE: Final = frozenset((TABLE,))
# End tags that writers confuse; the browser would let the element run on.
ALIKE: Final = {
    "td": ("td", "th"), "th": ("th", "td"), "dt": ("dt", "dd"), "dd": ("dd", "dt"), "ul": ("ul", "ol"), "ol": ("ol", "ul"),
    **{name: tuple(HEADINGS) for name in HEADINGS},
}  # fmt: skip
NO_ELEMENTS: Final = frozenset(("html", "head", "body", "colgroup"))
# Summaries that name no topic.
TRIVIAL: Final = frozenset(
    "details detail more show hide expand click open abstract bibtex solution solutions answer answers hint info".split()  # noqa: SIM905
)
# A button that opens a part of the page is its heading, e.g. class="accordion-button".
OPENERS: Final = ("accordion", "collapsible")


class _Open:
    """An open element: what was set before it, and what it gathers."""

    __slots__ = (
        "added", "anchor", "apart", "blocks", "cells", "group", "header", "hidden", "implied", "items", "kind",
        "level", "marks", "name", "outer_anchor", "outer_marks", "outer_target", "owner", "raw", "rows", "start",
    )  # fmt: skip

    def __init__(self, name: str, kind: int, start: int, raw: str) -> None:
        self.name = name
        self.kind = kind
        self.start = start
        self.raw = raw
        self.outer_marks = 0
        self.outer_anchor: Anchor | None = None
        self.outer_target: list[Block] = []
        self.marks = 0
        self.anchor: Anchor | None = None
        self.hidden = False
        self.apart = False
        self.implied = False
        self.header = False
        self.level = 0
        self.group = 0
        self.added = 0
        self.owner: _Open | None = None
        self.blocks: list[Block] = []
        self.items: list[tuple[list[Block], int, int, str]] = []
        self.rows: list[RawRow] = []
        self.cells: list[Cell] = []


@attrs.frozen(eq=False)
class Page:
    """What the pass found: blocks and problems, the tags of the head, and the stretches that were passed over."""

    blocks: tuple[Block, ...]
    problems: tuple[Problem, ...]
    head: tuple[Token, ...]
    passed: tuple[Span, ...]
    kept: int
    dropped: int


class _Builder:
    """The open elements of one pass."""

    def __init__(self, text: str, offset: int, inline: Inline | None, *, all_shown: bool) -> None:
        self.text = text
        self.offset = offset
        self.all_shown = all_shown
        self.line = RunCollector(text, offset, inline)
        self.blocks: list[Block] = []
        self.target = self.blocks
        self.stack: list[_Open] = []
        self.counts: dict[str, int] = {}
        self.skipped: dict[str, int] = {}
        self.silent = 0
        self.pre = 0
        self.level = 0
        self.head: _Open | None = None
        self.tags: list[Token] = []
        self.passed: list[Span] = []
        self.problems: dict[str, Problem] = {}
        self.kept = self.dropped = 0

    # -- tokens

    def read(self) -> Page:
        for token in scan(self.text):
            kind, name, start, end, first, last = token
            if kind == TEXT:
                self._add_text(start, end)
            elif kind == START:
                self._open_tag(token, name, start, end, self.text[first:last] if last > first else "", first)
            elif kind == END:
                self._close_tag(name, start, end)
            elif kind == PASSED:
                self.passed.append(self._span(start, end))
                if end == len(self.text) and not self.text.startswith("<", start):
                    self._complain("SP703", start, end, f"more than {MAX_TAGS} tags")
            else:
                self.tags.append(token)
        self._close_to(0, len(self.text))
        self._flush()
        return Page(
            tuple(self.blocks), tuple(self.problems.values()), tuple(self.tags), tuple(self.passed), self.kept, self.dropped
        )

    def _span(self, start: int, end: int) -> Span:
        return Span(self.offset + start, self.offset + end)

    def _complain(self, code: str, start: int, end: int, detail: str) -> None:
        self.problems.setdefault(code, Problem(code, self._span(start, end), detail))

    def _add_text(self, start: int, end: int) -> None:
        if self.silent:
            return
        if self.stack and self.stack[-1].implied and not self.text[start:end].isspace():
            self._close_implied(start)
        if self.pre:
            self.line.add_lines(start, end)
        else:
            self.line.add_text(start, end)

    def _flush(self) -> None:
        text = self.line.take()
        if text is None:
            return
        if self.all_shown or self.head is not None or text.plain:
            self.kept += len(text.plain)
        runs = text.runs
        span = Span(runs[0].span.start, max(runs[0].span.end, runs[-1].span.end))
        head = self.head
        if head is None or not head.level or not text:
            self.target.append(Paragraph(text, span))
            return
        if head.name == "summary" and _is_trivial(text):
            self.target.append(Paragraph(text, span))
            return
        self.target.append(Heading(head.level, text, span))
        if head.name in HEADINGS:
            self.level = head.level

    # -- start tags

    def _open_tag(self, token: Token, name: str, start: int, end: int, raw: str, first: int) -> None:
        if name in VOID:
            self._add_void(token, name, start, end, raw, first)
            return
        if name in NO_ELEMENTS:
            self.tags.append(token)
            return
        if self.stack and self.stack[-1].implied:
            kind = KINDS.get(name, INLINE)
            if kind not in ((ITEM,) if self.stack[-1].kind == LIST else (TABLE, SECTION, ROW, CELL, CAPTION)):
                self._close_implied(start)
        block = name in BLOCKS
        if block:
            self._imply_ends(name, start)
        elif name == "a":
            self._close_inline("a", start)
        if len(self.stack) >= MAX_DEPTH:
            self.skipped[name] = self.skipped.get(name, 0) + 1
            self._complain("SP702", start, end, f"more than {MAX_DEPTH} elements deep")
            return
        if name == "script" or name == "title":
            self.tags.append(token)
        kind = KINDS.get(name, PLAIN if block else INLINE)
        marks, showing = judge_element(name, raw)
        if name == "button" and (self.head is not None or any(word in raw for word in OPENERS)):
            showing = SEEN
            if self.head is None:
                self._flush()
                name, kind = "summary", HEAD
        entry = _Open(name, kind, start, raw)
        entry.marks = int(marks)
        entry.hidden = showing == HIDDEN
        entry.apart = showing == APART and block and not self.all_shown
        if kind == INLINE:
            self._push(entry)
            if name == "a" and raw:
                entry.anchor = self._anchor(raw, first, "href")
                self.line.anchor = entry.anchor or self.line.anchor
            elif name == "q" and not self.silent:
                self.line.add_rewritten("“", start, end)
            if raw.endswith("/"):
                self._close_to(len(self.stack) - 1, end)
            return
        if kind >= SECTION and kind <= CAPTION:
            self._open_table_part(entry)
        elif kind == ITEM:
            self._open_item(entry)
        elif kind in (TABLE, LIST):
            self._push(entry)
            self.target = entry.blocks
        else:
            self._open_plain(entry, end, first)

    def _open_plain(self, entry: _Open, end: int, first: int) -> None:
        if entry.name == "iframe" and not self.silent:
            source = self._anchor(entry.raw, first, "src")
            if source is not None:
                outer, self.line.anchor = self.line.anchor, source
                self.line.add_value("", 0, self._span(entry.start, end))
                self.line.anchor = outer
                self._flush()
            entry.hidden = True
        inside = any(open_.kind in (ITEM, CELL) for open_ in self.stack) if entry.name == "summary" else False
        self._push(entry)
        if entry.apart:
            self.target = entry.blocks
            entry.added = self.kept
        if entry.kind == HEAD:
            if entry.name in HEADINGS:
                entry.level = HEADINGS[entry.name]
            elif not inside:
                entry.level = min(self.level + max(1, self.counts.get("details", 0)), 6)
            self.head = entry
        elif entry.name in ("pre", "listing"):
            self.pre += 1
            if self.text.startswith("\n", end):
                self.line.blank = True

    def _push(self, entry: _Open) -> None:
        line = self.line
        entry.outer_marks, entry.outer_anchor, entry.outer_target = line.marks, line.anchor, self.target
        if entry.kind == INLINE:
            entry.added = line.added
        line.marks |= entry.marks
        if entry.hidden:
            self.silent += 1
        self.stack.append(entry)
        self.counts[entry.name] = self.counts.get(entry.name, 0) + 1

    def _open_item(self, entry: _Open) -> None:
        wanted = "li" if entry.name == "li" else "dl"
        index = self._find_kind(LIST, SCOPE | {ITEM})
        if index < 0:
            implied = _Open("ul" if wanted == "li" else "dl", LIST, entry.start, "")
            implied.implied = True
            self._push(implied)
            self.target = implied.blocks
            index = len(self.stack) - 1
        owner = self.stack[index]
        _settle(owner, entry.start)
        entry.owner = owner
        if entry.name == "dd" and owner.items:
            entry.blocks = owner.items[-1][0]
        self._push(entry)
        self.target = entry.blocks

    def _open_table_part(self, entry: _Open) -> None:
        index = self._find_kind(TABLE, frozenset((CELL,)))
        if index < 0:
            if entry.kind == CAPTION:
                entry.kind = PLAIN
                self._push(entry)
                return
            table = _Open("table", TABLE, entry.start, "")
            table.implied = True
            self._push(table)
            self.target = table.blocks
            index = len(self.stack) - 1
        table = self.stack[index]
        entry.owner = table
        if entry.kind == SECTION:
            table.group += 1
            table.header = entry.name == "thead"
        elif entry.kind == CELL:
            row = self._find_kind(ROW, ROW_SCOPE)
            if row < 0:
                line = _Open("tr", ROW, entry.start, "")
                line.owner, line.implied = table, table.implied
                self._push(line)
                row = len(self.stack) - 1
            entry.owner = self.stack[row]
        self._push(entry)
        if entry.kind in (CELL, CAPTION):
            self.target = entry.blocks if entry.kind == CELL else table.blocks

    def _imply_ends(self, name: str, start: int) -> None:
        """Close what a start tag of a block ends: open text, a paragraph, and the elements of its own kind."""
        self._flush()
        if self.counts.get("p"):
            index = self._find(("p",), SCOPE)
            if index >= 0:
                self._close_to(index, start)
        kind = KINDS.get(name, PLAIN)
        head = self.head
        # A heading ends before a list, a table, the next heading, and any block once it has its words.
        if head is not None and (kind != PLAIN or (self.target and isinstance(self.target[-1], Heading | Paragraph)
                                                   and self.target[-1].span.start >= self.offset + head.start)):
            self._close_to(self.stack.index(head), start)
        if kind == ITEM:
            index = self._find(("li",) if name == "li" else ("dt", "dd"), ITEM_SCOPE)
            if index >= 0:
                self._close_to(index, start)
        elif kind in (SECTION, CAPTION, ROW, CELL):
            table = self._find_kind(TABLE, frozenset())
            if table < 0:
                return
            closes = {CELL: (CELL, CAPTION), ROW: (ROW, CELL, CAPTION)}.get(kind, (SECTION, ROW, CELL, CAPTION))
            for index in range(table + 1, len(self.stack)):
                if self.stack[index].kind in closes:
                    self._close_to(index, start)
                    break
        elif kind == TABLE and self.stack:
            # A table straight in a row or table, in no cell, ends the table around it.
            for entry in reversed(self.stack):
                if entry.kind in (CELL, CAPTION, ITEM):
                    break
                if entry.kind == TABLE:
                    self._close_to(self.stack.index(entry), start)
                    break

    def _add_void(self, token: Token, name: str, start: int, end: int, raw: str, first: int) -> None:
        if name in ("meta", "base"):
            self.tags.append(token)
        if self.silent:
            return
        if self.stack and self.stack[-1].implied and name != "col":
            self._close_implied(start)
        if name == "br":
            self.line.add_break(start, end)
        elif name == "hr":
            self._flush()
            if self.counts.get("p"):
                self._close_tag("p", start, start)
            self.target.append(Rule(self._span(start, end)))
        elif name in ("img", "embed"):
            given = parse_attributes(raw)
            shown = given.get("alt") or given.get("title") or Value("", 0, 0)
            outer = self.line.marks
            self.line.marks |= 16
            self.line.add_value(shown.raw, first + shown.start, self._span(start, end))
            self.line.marks = outer

    def _anchor(self, raw: str, first: int, name: str) -> Anchor | None:
        value = parse_attributes(raw).get(name)
        if value is None:
            return None
        href = decode_value(value.raw).strip()
        if "\n" in href or "\t" in href or "\r" in href:
            href = "".join(href.split())
        return Anchor(href or None, self._span(first + value.start, first + value.end))

    # -- end tags

    def _close_tag(self, name: str, start: int, end: int) -> None:
        if self.skipped.get(name):
            self.skipped[name] -= 1
            return
        if name == "br":
            if not self.silent:
                self.line.add_break(start, end)
            return
        if name not in BLOCKS:
            if self.counts.get(name):
                self._close_inline(name, end)
            elif name == "button" and self.head is not None and self.head.name == "summary":
                self._close_to(self.stack.index(self.head), end)
            return
        for other in ALIKE.get(name, (name,)):
            if self.counts.get(other):
                kind = KINDS.get(other, PLAIN)
                scope = ITEM_SCOPE if kind == ITEM else ROW_SCOPE if kind in (TABLE, SECTION, ROW, CELL) else SCOPE
                index = self._find((other,), scope)
                if index >= 0:
                    self._close_to(index, end, start)
                    return
        self._flush()

    def _find(self, names: tuple[str, ...], scope: frozenset[int]) -> int:
        for index in range(len(self.stack) - 1, -1, -1):
            entry = self.stack[index]
            if entry.name in names:
                return index
            if entry.kind in scope:
                return -1
        return -1

    def _find_kind(self, kind: int, scope: frozenset[int]) -> int:
        for index in range(len(self.stack) - 1, -1, -1):
            found = self.stack[index].kind
            if found == kind:
                return index
            if found in scope:
                return -1
        return -1

    def _close_implied(self, at: int) -> None:
        while self.stack and self.stack[-1].implied:
            self._close_to(len(self.stack) - 1, at)

    def _close_inline(self, name: str, end: int) -> None:
        index = self._find((name,), SCOPE)
        if index < 0:
            return
        if index == len(self.stack) - 1:
            self._close_to(index, end)
            return
        # Wrongly nested: only this element ends; the others go on without its marks.
        entry = self.stack.pop(index)
        self.counts[name] -= 1
        self.silent -= entry.hidden
        marks, anchor = entry.outer_marks, entry.outer_anchor
        for later in self.stack[index:]:
            later.outer_marks, later.outer_anchor = marks, anchor
            marks, anchor = marks | later.marks, later.anchor or anchor
        self.line.marks, self.line.anchor = marks, anchor

    def _close_to(self, index: int, end: int, inner_end: int | None = None) -> None:
        """Close all elements from the top of the stack down to one; those above it end where its end tag starts."""
        while len(self.stack) > index:
            last = len(self.stack) - 1 == index
            self._close(end if last or inner_end is None else inner_end)

    def _close(self, end: int) -> None:
        entry = self.stack[-1]
        if entry.kind != INLINE:
            self._flush()
        elif not self.silent:
            self._end_inline(entry, end)
        self.stack.pop()
        self.counts[entry.name] -= 1
        self.line.marks, self.line.anchor = entry.outer_marks, entry.outer_anchor
        shown = not self.silent
        if entry.hidden:
            self.silent -= 1
            self.passed.append(self._span(entry.start, end))
        if entry.kind == INLINE:
            return
        self.target = entry.outer_target
        if entry.kind in (PLAIN, HEAD):
            if self.head is entry:
                self.head = None
            if entry.name in ("pre", "listing"):
                self.pre -= 1
            if entry.apart:
                self._end_apart(entry, end)
        elif entry.kind == LIST:
            self._end_list(entry, end, shown)
        elif entry.kind == ITEM:
            if shown and entry.owner is not None and not (entry.name == "dd" and entry.owner.items):
                entry.owner.items.append((entry.blocks, entry.start, end, entry.raw))
            elif shown and entry.owner is not None:
                blocks, start, _, raw = entry.owner.items[-1]
                entry.owner.items[-1] = (blocks, start, end, raw)
        elif entry.kind == CELL:
            if shown and entry.owner is not None:
                entry.owner.cells.append(self._cell(entry, end))
        elif entry.kind == ROW:
            table = entry.owner
            if shown and table is not None and entry.cells:
                header = table.header or "header" in _classes(entry.raw)
                table.rows.append(RawRow(tuple(entry.cells), self._span(entry.start, end), header, table.group))
        elif entry.kind == SECTION and entry.owner is not None:
            entry.owner.group += 1
            entry.owner.header = False
        elif entry.kind == TABLE:
            self._end_table(entry, end)

    def _end_inline(self, entry: _Open, end: int) -> None:
        line = self.line
        if entry.name == "q":
            line.add_rewritten("”", end - 1, end)
        if line.added != entry.added or not entry.raw:
            return
        given = parse_attributes(entry.raw)
        first = self.text.find(entry.raw, entry.start)
        if entry.name == "time" and "datetime" in given:
            line.add_value(given["datetime"].raw, first + given["datetime"].start, self._span(entry.start, end))
        elif entry.anchor is not None and entry.anchor.href and not entry.anchor.href.startswith("#"):
            # A link that shows only an icon: its label is the text that a person hears.
            label = given.get("aria-label") or given.get("title") or Value("", 0, 0)
            line.marks |= 16
            line.add_value(label.raw, first + label.start, self._span(entry.start, end))

    def _end_apart(self, entry: _Open, end: int) -> None:
        if any(isinstance(block, Table) for block in entry.blocks):
            self.target.extend(entry.blocks)
            return
        self.dropped += self.kept - entry.added
        self.kept = entry.added
        self.passed.append(self._span(entry.start, end))

    def _cell(self, entry: _Open, end: int) -> Cell:
        given = parse_attributes(entry.raw) if entry.raw else {}
        span = self._span(entry.start, end)
        wide = _count(given.get("colspan"), 1)
        high = _count(given.get("rowspan"), 1)
        return Cell(tuple(entry.blocks), span, header=entry.name == "th", colspan=max(wide, 1), rowspan=high)

    def _end_list(self, entry: _Open, end: int, shown: bool) -> None:
        _settle(entry, end)
        if not shown or not entry.items:
            return
        ordered = entry.name == "ol"
        step = 1
        number = 1
        if ordered and entry.raw:
            given = parse_attributes(entry.raw)
            step = -1 if "reversed" in given else 1
            number = _count(given.get("start"), len(entry.items) if step < 0 else 1)
        items: list[Item] = []
        for blocks, start, stop, raw in entry.items:
            if ordered and "value" in raw:
                number = _count(parse_attributes(raw).get("value"), number)
            if blocks:
                items.append(Item(tuple(blocks), self._span(start, stop), f"{number}." if ordered else ""))
            number += step
        if items:
            listing = Listing(tuple(items), self._span(entry.start, end), ordered)
            if entry.apart:
                self.dropped += 1
                self.passed.append(listing.span)
            else:
                self.target.append(listing)

    def _end_table(self, entry: _Open, end: int) -> None:
        self.target.extend(entry.blocks)  # the caption, and what stood between rows
        if not entry.rows:
            return
        role = parse_attributes(entry.raw).get("role") if "role" in entry.raw else None
        flat = dissolve_layout(entry.rows, presentation=role is not None and role.raw in ("presentation", "none"))
        if flat is not None:
            self.target.extend(flat)
            return
        rows, cut = lay_grid(entry.rows)
        if cut:
            self._complain("SP703", entry.start, end, "a table with too many places")
        self.target.append(Table(rows, self._span(entry.start, end)))


def _settle(owner: _Open, at: int) -> None:
    """Give what stood in a list but in no item to the item before it, or an item of its own."""
    if owner.blocks:
        if owner.items:
            owner.items[-1][0].extend(owner.blocks)
        else:
            owner.items.append((list(owner.blocks), owner.start, at, ""))
        owner.blocks.clear()


def _is_trivial(text: Text) -> bool:
    words = text.plain.casefold().split()
    return len(words) <= 3 and any(word.strip(".:!()") in TRIVIAL for word in words)


def _classes(raw: str) -> list[str]:
    value = parse_attributes(raw).get("class") if raw else None
    return value.raw.split() if value else []


def _count(value: Value | None, default: int) -> int:
    """Read a count as HTML does: the digits at the start; anything else is the default."""
    if value is None:
        return default
    digits = value.raw.strip()[:6]
    return int(digits) if digits.isascii() and digits.isdigit() else default


def read_page(text: str, *, offset: int = 0, inline: Callable[[str, int], Text] | None = None) -> Page:
    """Read an HTML text into blocks, with what its head says.

    Menus and forms are left out, unless nearly nothing else is there: then their class lied, and all is read.
    """
    clean = blank_liquid(text)
    page = _Builder(clean, offset, inline, all_shown=False).read()
    if page.dropped > 3 * page.kept:
        page = _Builder(clean, offset, inline, all_shown=True).read()
    return page


def read_html_blocks(
    text: str, *, offset: int = 0, inline: Callable[[str, int], Text] | None = None
) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    """Read a piece of HTML into blocks, with spans from `offset` on.

    Markdown files hold HTML tables and lists: they are read as those of a page are. Where `inline` is given, each
    text between two tags is read by it (it gets the text and the offset it stands at), as kramdown reads
    `markdown="span"`. What the piece hides is left out; broken markup never raises.

    >>> blocks, problems = read_html_blocks("<ul><li>one<li>two</ul>")
    >>> [item.blocks[0].text.plain for item in blocks[0].items]
    ['one', 'two']
    >>> read_html_blocks("<!-- nothing -->")[0]
    ()
    """
    page = read_page(text, offset=offset, inline=inline)
    return page.blocks, page.problems
