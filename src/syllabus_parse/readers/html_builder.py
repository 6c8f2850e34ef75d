"""The pass over the tags of an HTML text: a stack of open elements, as a browser keeps one, that becomes blocks.

End tags that a page leaves out are implied as HTML5 does (`li`, `dt`, `dd`, `p`, `tr`, `td`, `th`, `thead`, `tbody`).
Nothing here recurses, and the stack has a bound.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import Final

import attrs

from syllabus_parse.document import Block, Heading, Paragraph, Problem, Rule, Table
from syllabus_parse.readers.html_elements import APART, BLOCKS, HEADINGS, HIDDEN, SEEN, VOID, is_trivial, judge_element
from syllabus_parse.readers.html_open import (
    CAPTION,
    CELL,
    HEAD,
    INLINE,
    ITEM,
    KINDS,
    LIST,
    PLAIN,
    ROW,
    SECTION,
    TABLE,
    OpenCaption,
    OpenCell,
    OpenElement,
    OpenGroup,
    OpenHeading,
    OpenInline,
    OpenItem,
    OpenList,
    OpenRow,
    OpenTable,
    read_anchor,
)
from syllabus_parse.readers.html_runs import IMAGE, Inline, RunCollector
from syllabus_parse.readers.html_scan import (
    END,
    MAX_TAGS,
    PASSED,
    START,
    TEXT,
    Token,
    Value,
    parse_attributes,
    scan,
)
from syllabus_parse.source import Span

MAX_DEPTH: Final = 200
"""Open elements at a time; deeper ones are read as if their tags weren't there."""

# What an end tag may not reach over, and what the search for an open item stops at.
SCOPE: Final = frozenset((TABLE, CELL, CAPTION))
ITEM_SCOPE: Final = SCOPE | {LIST}
TABLE_PARTS: Final = frozenset((SECTION, ROW, CELL, CAPTION))
TABLE_SCOPE: Final = frozenset((TABLE,))
TABLE_KINDS: Final = frozenset((TABLE, SECTION, ROW, CELL, CAPTION))
SCOPES: Final = {ITEM: ITEM_SCOPE, **dict.fromkeys(TABLE_KINDS, TABLE_SCOPE)}
# What a start tag in a table ends.
ENDED_BY: Final = {
    CELL: frozenset((CELL, CAPTION)),
    ROW: frozenset((ROW, CELL, CAPTION)),
    SECTION: frozenset((SECTION, ROW, CELL, CAPTION)),
    CAPTION: frozenset((SECTION, ROW, CELL, CAPTION)),
}
# End tags that writers confuse; in a browser the element would run on.
ALIKE: Final = {
    "td": ("td", "th"), "th": ("th", "td"), "dt": ("dt", "dd"), "dd": ("dd", "dt"),
    "ul": ("ul", "ol"), "ol": ("ol", "ul"),
    **{name: tuple(HEADINGS) for name in HEADINGS},
}  # fmt: skip
# What each element is; void ones, and those that only frame the page, never stand on the stack.
VOID_KIND: Final = -1
KIND_OF: Final = {
    **dict.fromkeys(BLOCKS, PLAIN),
    **KINDS,
    **dict.fromkeys((*VOID, "html", "head", "body", "colgroup"), VOID_KIND),
}


TOLD_IN_TAGS: Final = frozenset(("script", "title"))
PREFORMATTED: Final = frozenset(("pre", "listing"))
# A button that opens a part of the page is its heading, e.g. class="accordion-button".
OPENERS: Final = ("accordion", "collapsible")


@attrs.frozen(eq=False)
class Page:
    """What the pass found: blocks and problems, the tags of the head, and the stretches that were passed over.

    `kept` and `dropped` count the characters of text shown, and of text beside the matter.
    """

    blocks: tuple[Block, ...]
    problems: tuple[Problem, ...]
    head: tuple[Token, ...]
    passed: tuple[Span, ...]
    kept: int
    dropped: int


class Builder:
    """One pass: the open elements, the text of the paragraph under way, and the blocks so far."""

    def __init__(self, text: str, offset: int, inline: Inline | None, *, all_shown: bool) -> None:
        self.text = text
        self.offset = offset
        self.all_shown = all_shown
        self.line = RunCollector(text, offset, inline)
        self.blocks: list[Block] = []
        self.target = self.blocks
        self.stack: list[OpenElement] = []
        self.counts: defaultdict[str, int] = defaultdict(int)
        self.skipped: dict[str, int] = {}
        self.silent = 0
        self.pre = 0
        self.level = 0
        self.head: OpenElement | None = None
        self.tags: list[Token] = []
        self.passed: list[tuple[int, int]] = []
        self.problems: dict[str, Problem] = {}
        self.kept = self.dropped = 0

    def read(self) -> Page:
        """Read the whole text."""
        text, line, stack = self.text, self.line, self.stack
        for token in scan(text):
            kind, name, start, end, _, _ = token
            if kind == TEXT:
                # White space between two blocks is nearly half of all texts, and adds nothing.
                if not self.silent and not (line.blank and not self.pre and text[start:end].isspace()):
                    if self.pre:
                        line.add_lines(start, end)
                    else:
                        if stack and stack[-1].implied and not text[start:end].isspace():
                            self._close_implied(start)
                        line.add_text(start, end)
            elif kind == START:
                self._open_tag(token)
            elif kind == END:
                if stack and stack[-1].name == name and not self.skipped:
                    self._close(end)
                else:
                    self._close_tag(name, start, end)
            elif kind == PASSED:
                self.passed.append((start, end))
                if end == len(text) and not text.startswith("<", start):
                    self._complain("SP703", start, end, f"more than {MAX_TAGS} tags")
            else:
                self.tags.append(token)
        self._close_to(0, len(text))
        if line.runs:
            self._flush()
        passed = tuple([self._span(start, end) for start, end in self.passed])
        problems = tuple(self.problems.values())
        return Page(tuple(self.blocks), problems, tuple(self.tags), passed, self.kept, self.dropped)

    def _span(self, start: int, end: int) -> Span:
        return Span(self.offset + start, self.offset + end)

    def _complain(self, code: str, start: int, end: int, detail: str) -> None:
        self.problems.setdefault(code, Problem(code, self._span(start, end), detail))

    def _flush(self) -> None:
        """End the text under way: a paragraph, or the heading that is open."""
        text = self.line.take()
        if text is None:
            return
        self.kept += len(text.plain)
        runs = text.runs
        first, last = runs[0].span, runs[-1].span
        span = first if first is last else Span(first.start, max(first.end, last.end))
        head = self.head
        if head is None or not head.level or not text or (head.name == "summary" and is_trivial(text.plain)):
            self.target.append(Paragraph(text, span))
            return
        self.target.append(Heading(head.level, text, span))
        if head.name != "summary":
            self.level = head.level

    # -- start tags

    def _open_tag(self, token: Token) -> None:
        _, name, start, end, first, last = token
        stack = self.stack
        kind = KIND_OF.get(name, INLINE)
        if kind == VOID_KIND:
            self._add_void(token)
            return
        if stack and stack[-1].implied and not (kind == ITEM if stack[-1].kind == LIST else kind in TABLE_KINDS):
            self._close_implied(start)
        if kind != INLINE:
            self._imply_ends(name, kind, start)
        elif name == "a" and self.counts["a"]:
            self._close_inline("a", start)
        if len(stack) >= MAX_DEPTH:
            self.skipped[name] = self.skipped.get(name, 0) + 1
            self._complain("SP702", start, end, f"more than {MAX_DEPTH} elements deep")
            return
        raw = self.text[first:last] if last > first else ""
        marks, showing = judge_element(name, raw)
        if name in TOLD_IN_TAGS:
            self.tags.append(token)
        elif name == "button" and (self.head is not None or any(word in raw for word in OPENERS)):
            showing = SEEN
            if self.head is None:
                self._flush()
                name, kind = "summary", HEAD
        entry = self._make_entry(name, kind, start, raw, first)
        if marks:
            entry.marks = marks
        if showing == HIDDEN:
            entry.hidden = True
        elif showing == APART and kind != INLINE and not self.all_shown and not (
            stack and stack[-1].kind in (TABLE, SECTION, ROW)  # a form around rows is none of the table
        ):
            entry.apart = True
            if entry.blocks is None:
                entry.blocks = []
            entry.added = self.kept
        if kind == HEAD:
            self._start_heading(entry)
        elif name == "iframe":
            self._add_frame(entry, end)
        self._push(entry)
        if kind == INLINE:
            self._start_inline(entry, start, end)
        elif name in PREFORMATTED:
            self.pre += 1

    def _make_entry(self, name: str, kind: int, start: int, raw: str, first: int) -> OpenElement:
        if kind == INLINE:
            return OpenInline(name, start, raw, first)
        if kind == PLAIN:
            return OpenElement(name, start, raw, first)
        if kind == CELL or kind in TABLE_PARTS:
            return self._make_table_part(name, kind, start, raw, first)
        if kind == ITEM:
            return OpenItem(name, self._find_list(name, start), start, raw, first)
        if kind == LIST:
            return OpenList(name, start, raw, first)
        return (OpenTable if kind == TABLE else OpenHeading)(name, start, raw, first)

    def _push(self, entry: OpenElement) -> None:
        line = self.line
        entry.outer_marks, entry.outer_anchor, entry.outer_target = line.marks, line.anchor, self.target
        if entry.marks:
            line.marks |= entry.marks
        if entry.hidden:
            self.silent += 1
        if entry.blocks is not None:
            self.target = entry.blocks
        self.stack.append(entry)
        self.counts[entry.name] += 1

    def _start_inline(self, entry: OpenElement, start: int, end: int) -> None:
        line = self.line
        entry.added = line.added
        if entry.name == "a" and entry.raw:
            entry.anchor = read_anchor(entry.raw, entry.first + self.offset, "href")
            line.anchor = entry.anchor or line.anchor
        elif entry.name == "q" and not self.silent:
            line.add_rewritten("“", start, end)
        if entry.raw.endswith("/"):
            self._close(end)

    def _start_heading(self, entry: OpenElement) -> None:
        if entry.name in HEADINGS:
            entry.level = HEADINGS[entry.name]
        elif not any(outer.kind in (ITEM, CELL) for outer in self.stack):
            # What a summary opens stands below the heading before it; in an item it is the item's first words.
            entry.level = min(self.level + max(1, self.counts["details"]), 6)
        self.head = entry

    def _add_frame(self, entry: OpenElement, end: int) -> None:
        source = None if self.silent else read_anchor(entry.raw, entry.first + self.offset, "src")
        if source is not None:
            outer, self.line.anchor = self.line.anchor, source
            self.line.add_value("", 0, self._span(entry.start, end))
            self.line.anchor = outer
            self._flush()
        entry.hidden = True

    def _find_list(self, name: str, start: int) -> OpenList:
        """Return the list that an item belongs to; an item in no list begins one."""
        found = self._find_kind(LIST, SCOPE | {ITEM})
        if isinstance(found, OpenList):
            found.settle(start)
            return found
        implied = OpenList("ul" if name == "li" else "dl", start)
        implied.implied = True
        self._push(implied)
        return implied

    def _make_table_part(self, name: str, kind: int, start: int, raw: str, first: int) -> OpenElement:
        """Open a part of the table that it stands in; one in no table begins a table, as a fragment of a page does."""
        row = self.stack[-1] if self.stack else None
        if kind == CELL and isinstance(row, OpenRow):
            return OpenCell(name, row, start, raw, first)
        table = self._find_kind(TABLE, frozenset((CELL,)))
        if not isinstance(table, OpenTable):
            if kind == CAPTION:
                return OpenElement(name, start, raw, first)
            table = OpenTable("table", start)
            table.implied = True
            self._push(table)
        if kind == ROW:
            return OpenRow(name, table, start, raw, first)
        if kind != CELL:
            return (OpenGroup if kind == SECTION else OpenCaption)(name, table, start, raw, first)
        row = self._find_kind(ROW, TABLE_SCOPE)
        if not isinstance(row, OpenRow):
            row = OpenRow("tr", table, start)
            row.implied = table.implied
            self._push(row)
        return OpenCell(name, row, start, raw, first)

    def _imply_ends(self, name: str, kind: int, start: int) -> None:
        """Close what the start tag of a block ends: the text, the paragraph, and elements of its own kind."""
        if self.line.runs:
            self._flush()
        if self.counts["p"]:
            self._close_to(self._find(("p",), SCOPE), start)
        head = self.head
        if head is not None:
            # A heading ends before a list, a table, the next heading, and any block once it has its words.
            last = self.target[-1] if self.target else None
            if kind != PLAIN or (last is not None and last.span.start >= self.offset + head.start):
                self._close_to(self.stack.index(head), start)
        if kind == PLAIN or not self.stack:
            return
        top = self.stack[-1].kind
        if kind == ITEM:
            if top != LIST:
                self._close_to(self._find(("li",) if name == "li" else ("dt", "dd"), ITEM_SCOPE), start)
        elif kind == CELL and top == ROW:
            return
        elif kind in ENDED_BY:
            ended, index = ENDED_BY[kind], -1
            for place in range(len(self.stack) - 1, -1, -1):
                if self.stack[place].kind == TABLE:
                    self._close_to(index, start)
                    break
                if self.stack[place].kind in ended:
                    index = place
        elif kind == TABLE and top in (TABLE, SECTION, ROW):
            # A table straight in a table or row, in no cell, ends the table around it.
            table = self._find_kind(TABLE, frozenset())
            if table is not None:
                self._close_to(self.stack.index(table), start)

    def _add_void(self, token: Token) -> None:
        _, name, start, end, first, last = token
        if name in ("meta", "base", "html"):
            self.tags.append(token)
        if self.silent:
            return
        if name == "br":
            self.line.add_break(start, end)
        elif name == "hr":
            self._close_implied(start)
            if self.line.runs:
                self._flush()
            if self.counts["p"]:
                self._close_to(self._find(("p",), SCOPE), start)
            self.target.append(Rule(self._span(start, end)))
        elif name == "img":
            self._close_implied(start)
            given = parse_attributes(self.text[first:last])
            shown = given.get("alt") or given.get("title") or Value("", 0, 0)
            outer = self.line.marks
            self.line.marks |= IMAGE
            self.line.add_value(shown.raw, first + shown.start, self._span(start, end))
            self.line.marks = outer

    # -- end tags

    def _close_tag(self, name: str, start: int, end: int) -> None:
        if self.skipped.get(name):
            self.skipped[name] -= 1
        elif name == "br":
            if not self.silent:
                self.line.add_break(start, end)
        elif name in BLOCKS:
            for other in ALIKE.get(name, (name,)):
                if self.counts[other]:
                    index = self._find((other,), SCOPES.get(KINDS.get(other, PLAIN), SCOPE))
                    if index >= 0:
                        self._close_to(index + 1, start)
                        self._close(end)
                        return
            if self.line.runs:
                self._flush()
        elif self.counts[name]:
            self._close_inline(name, end)
        elif name == "button" and self.head is not None and self.head.name == "summary":
            self._close_to(self.stack.index(self.head), end)

    def _find(self, names: Collection[str], scope: frozenset[int]) -> int:
        """Return the place of the innermost open element of a name, or -1 where the scope ends before it."""
        for index in range(len(self.stack) - 1, -1, -1):
            entry = self.stack[index]
            if entry.name in names:
                return index
            if entry.kind in scope:
                break
        return -1

    def _find_kind(self, kind: int, scope: frozenset[int]) -> OpenElement | None:
        for entry in reversed(self.stack):
            if entry.kind == kind:
                return entry
            if entry.kind in scope:
                return None
        return None

    def _close_implied(self, at: int) -> None:
        while self.stack and self.stack[-1].implied:
            self._close(at)

    def _close_inline(self, name: str, end: int) -> None:
        index = self._find((name,), SCOPE)
        if index < 0:
            return
        if index == len(self.stack) - 1:
            self._close(end)
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

    def _close_to(self, index: int, end: int) -> None:
        """Close the elements from the top of the stack down to one; a negative place closes none."""
        if index >= 0:
            while len(self.stack) > index:
                self._close(end)

    def _close(self, end: int) -> None:
        """Close the innermost element."""
        line, entry = self.line, self.stack[-1]
        if entry.kind == INLINE:
            if not self.silent:
                if line.added == entry.added and entry.raw:
                    self._fill_empty(entry, end)
                elif entry.name == "q":
                    line.add_rewritten("”", end, end)
            self._pop(entry, end)
            return
        if line.runs:
            self._flush()
        shown = not self.silent
        self._pop(entry, end)
        self.target = entry.outer_target
        if entry.name in PREFORMATTED:
            self.pre -= 1
        elif self.head is entry:
            self.head = None
        if entry.apart and not any(isinstance(block, Table) for block in entry.blocks or ()):
            self.dropped += self.kept - entry.added
            self.kept = entry.added
            self.passed.append((entry.start, end))
        elif shown and entry.end(self.target, self.offset, end):
            self._complain("SP703", entry.start, end, "a table with too many places")

    def _pop(self, entry: OpenElement, end: int) -> None:
        self.stack.pop()
        self.counts[entry.name] -= 1
        self.line.marks, self.line.anchor = entry.outer_marks, entry.outer_anchor
        if entry.hidden:
            self.silent -= 1
            self.passed.append((entry.start, end))

    def _fill_empty(self, entry: OpenElement, end: int) -> None:
        """Give an element that shows no text of its own what its attributes say."""
        line, first = self.line, entry.first
        given = parse_attributes(entry.raw) if entry.name in ("a", "time") else {}
        if entry.name == "time" and "datetime" in given:
            value = given["datetime"]
            line.add_value(value.raw, first + value.start, self._span(entry.start, end))
        elif entry.anchor is not None and entry.anchor.href and not entry.anchor.href.startswith("#"):
            # A link that shows only an icon: its label is the text that a person hears.
            label = given.get("aria-label") or given.get("title") or Value("", 0, 0)
            line.marks |= IMAGE
            line.add_value(label.raw, first + label.start, self._span(entry.start, end))


