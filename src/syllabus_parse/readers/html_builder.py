"""The pass over the tags of an HTML text, which opens and closes elements on a stack and ends with blocks.

Nothing here recurses, and the stack has a bound.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import attrs

from syllabus_parse.document import Block, Problem, Rule
from syllabus_parse.limits import check_time
from syllabus_parse.readers.badges import is_unnamed, read_badge
from syllabus_parse.readers.html_elements import APART, BLOCKS, HEADINGS, HIDDEN, SEEN, VOID, judge_element
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
from syllabus_parse.readers.html_runs import IMAGE
from syllabus_parse.readers.html_scan import (
    END,
    MAX_TAGS,
    PASSED,
    START,
    TEXT,
    Token,
    Value,
    decode_value,
    parse_attributes,
    scan,
)
from syllabus_parse.readers.html_stack import (
    ITEM_SCOPE,
    PREFORMATTED,
    SCOPE,
    TABLE_KINDS,
    TABLE_SCOPE,
    ElementStack,
)
from syllabus_parse.regex import lazy_regex
from syllabus_parse.source import Span

MAX_DEPTH: Final = 200
"""Open elements at a time; deeper ones are read as if their tags weren't there."""

SCOPES: Final = {ITEM: ITEM_SCOPE, **dict.fromkeys(TABLE_KINDS, TABLE_SCOPE)}
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
# The elements that need nothing of what is around them.
MAKERS: Final[Mapping[int, type[OpenElement]]] = {
    INLINE: OpenInline, PLAIN: OpenElement, HEAD: OpenHeading, LIST: OpenList, TABLE: OpenTable,
}  # fmt: skip
CELLS: Final = frozenset((CELL,))
TOLD_IN_TAGS: Final = frozenset(("script", "title"))
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


# A card's header is a heading that its template draws as a box.
# e.g. <div class="card-header">, <div class="panel-heading text-center">
CARD_HEAD: Final = lazy_regex(
    r"""class=["'](?:[^"'<>]{0,200}\s)?(?:card|panel|accordion|timeline|module)-(?:header|heading|title)["'\s]"""
)
# Where the header holds a heading of its own, that one counts.
INNER: Final = lazy_regex(
    r"\s{0,200}(?:<(?:a|span|b|strong|div)\b[^<>]{0,300}>\s{0,200}){0,3}<(?:h[1-6]|button|summary|table|ul|ol|p)\b"
)


class Builder(ElementStack):
    """One pass over the tags: each start tag opens an element or adds something, each end tag closes some."""

    card_level = 0
    card_headers = False

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
                            self.close_implied(start)
                        if self.closed_at == start and text[start].isupper():
                            line.part_label()
                        line.add_text(start, end)
            elif kind == START:
                self._open_tag(token)
            elif kind == END:
                if stack and stack[-1].name == name and not self.skipped:
                    self.close(end)
                else:
                    self._close_tag(name, start, end)
            elif kind == PASSED:
                self.passed.append((start, end))
                if name:
                    self.complain("SP703", start, end, f"more than {MAX_TAGS} tags")
            else:
                self.tags.append(token)
        self.close_to(0, len(text))
        if line.runs:
            self.flush()
        passed = tuple([self.span(start, end) for start, end in self.passed])
        problems = tuple(self.problems.values())
        return Page(tuple(self.blocks), problems, tuple(self.tags), passed, self.kept, self.dropped)

    def _open_tag(self, token: Token) -> None:
        check_time()
        _, name, start, end, first, raw = token
        stack = self.stack
        kind = KIND_OF.get(name, INLINE)
        if kind == VOID_KIND:
            self._add_void(token)
            return
        if stack and stack[-1].implied and not (kind == ITEM if stack[-1].kind == LIST else kind in TABLE_KINDS):
            self.close_implied(start)
        if kind != INLINE:
            self.imply_ends(name, kind, start)
        elif name == "a" and self.counts["a"]:
            self.close_inline("a", start)
        if len(stack) >= MAX_DEPTH:
            self.skipped[name] = self.skipped.get(name, 0) + 1
            self.complain("SP702", start, end, f"more than {MAX_DEPTH} elements deep")
            return
        marks, showing = judge_element(name, raw)
        if name in TOLD_IN_TAGS:
            self.tags.append(token)
        elif name == "button" and (self.head is not None or any(word in raw for word in OPENERS)):
            showing = SEEN
            if self.head is None:
                self.flush()
                name, kind = "summary", HEAD
        elif raw and name == "div" and self.head is None and CARD_HEAD.search(raw) and not INNER.match(self.text, end):
            kind = HEAD
        maker = MAKERS.get(kind)
        entry: OpenElement
        if maker is not None:
            entry = maker(name, start, raw, first)
        elif kind == ITEM:
            entry = OpenItem(name, self._find_list(name, start), start, raw, first)
        else:
            entry = self._make_table_part(name, kind, start, raw, first)
        if marks:
            entry.marks = marks
        if showing == HIDDEN:
            entry.hidden = True
        elif (
            showing == APART
            and kind != INLINE
            and not self.all_shown
            and not (
                stack and stack[-1].kind in (TABLE, SECTION, ROW)  # a form around rows is none of the table
            )
        ):
            entry.apart = True
            if entry.blocks is None:
                entry.blocks = []
            entry.added = self.kept
        if kind == HEAD:
            self._start_heading(entry)
        elif name == "iframe":
            self._add_frame(entry, end)
        self.push(entry)
        if kind == INLINE:
            self._start_inline(entry, start, end)
        elif name in PREFORMATTED:
            self.pre += 1

    def _start_inline(self, entry: OpenElement, start: int, end: int) -> None:
        line = self.line
        if self.closed_at == start and "class" in entry.raw and self.text[end : end + 1].isalnum():
            line.part()
        entry.added = line.added
        if entry.name == "a" and entry.raw:
            entry.anchor = read_anchor(entry.raw, entry.first + self.offset, "href")
            line.anchor = entry.anchor or line.anchor
        elif entry.name == "q" and not self.silent:
            line.add_rewritten("“", start, end)
        if entry.raw.endswith("/"):
            self.close(end)

    def _start_heading(self, entry: OpenElement) -> None:
        if entry.name in HEADINGS:
            entry.level = HEADINGS[entry.name]
        elif entry.name == "div":
            # All cards of a page stand alike, below the heading before the first; a title in a card below its header.
            self.card_level = self.card_level or min(self.level + 1, 4)
            header = "-title" not in entry.raw
            self.card_headers |= header
            if not any(outer.kind in (ITEM, CELL) for outer in self.stack):
                entry.level = self.card_level + (self.card_headers and not header)
        elif not any(outer.kind in (ITEM, CELL) for outer in self.stack):
            # What a summary opens stands below the heading before it; in an item it is the item's first words.
            entry.level = min(self.level + max(1, self.counts["details"]), 6)
        self.head = entry

    def _add_frame(self, entry: OpenElement, end: int) -> None:
        source = None if self.silent else read_anchor(entry.raw, entry.first + self.offset, "src")
        if source is not None:
            outer, self.line.anchor = self.line.anchor, source
            self.line.add_value("", 0, self.span(entry.start, end))
            self.line.anchor = outer
            self.flush()
        entry.hidden = True

    def _find_list(self, name: str, start: int) -> OpenList:
        """Return the list that an item belongs to; an item in no list begins one."""
        found = self.find_kind(LIST, SCOPE | {ITEM})
        if isinstance(found, OpenList):
            found.settle(start)
            return found
        implied = OpenList("ul" if name == "li" else "dl", start)
        implied.implied = True
        self.push(implied)
        return implied

    def _make_table_part(self, name: str, kind: int, start: int, raw: str, first: int) -> OpenElement:
        """Open a part of the table that it stands in; one in no table begins a table, as a fragment of a page does."""
        row = self.stack[-1] if self.stack else None
        if kind == CELL and isinstance(row, OpenRow):
            return OpenCell(name, row, start, raw, first)
        table = self.find_kind(TABLE, CELLS)
        if not isinstance(table, OpenTable):
            if kind == CAPTION:
                return OpenElement(name, start, raw, first)
            table = OpenTable("table", start)
            table.implied = True
            self.push(table)
        if kind == ROW:
            return OpenRow(name, table, start, raw, first)
        if kind != CELL:
            return (OpenGroup if kind == SECTION else OpenCaption)(name, table, start, raw, first)
        row = self.find_kind(ROW, TABLE_SCOPE)
        if not isinstance(row, OpenRow):
            row = OpenRow("tr", table, start)
            row.implied = table.implied
            self.push(row)
        return OpenCell(name, row, start, raw, first)

    def _add_void(self, token: Token) -> None:
        _, name, start, end, first, raw = token
        if name in ("meta", "base", "html"):
            self.tags.append(token)
        if self.silent:
            return
        if name == "br":
            self.line.add_break(start, end)
        elif name == "hr":
            self.close_implied(start)
            if self.line.runs:
                self.flush()
            if self.counts["p"]:
                self.close_to(self.find(("p",), SCOPE), start)
            self.target.append(Rule(self.span(start, end)))
        elif name == "img":
            self.close_implied(start)
            given = parse_attributes(raw)
            shown = given.get("alt") or given.get("title") or Value("", 0, 0)
            source = given.get("src")
            badge = read_badge(decode_value(source.raw)) if source is not None and is_unnamed(shown.raw) else ""
            outer = self.line.marks
            self.line.marks |= IMAGE
            if badge and source is not None:
                self.line.add_badge(badge, first + source.start, first + source.end)
            else:
                self.line.add_value(shown.raw, first + shown.start, self.span(start, end))
            self.line.marks = outer

    def _close_tag(self, name: str, start: int, end: int) -> None:
        if self.skipped.get(name):
            self.skipped[name] -= 1
        elif name == "br":
            if not self.silent:
                self.line.add_break(start, end)
        elif name in BLOCKS:
            for other in ALIKE.get(name, (name,)):
                if self.counts[other]:
                    index = self.find((other,), SCOPES.get(KINDS.get(other, PLAIN), SCOPE))
                    if index >= 0:
                        self.close_to(index + 1, start)
                        self.close(end)
                        return
            if self.line.runs:
                self.flush()
        elif self.counts[name]:
            self.close_inline(name, end)
        elif name == "button" and self.head is not None and self.head.name == "summary":
            self.close_to(self.stack.index(self.head), end)
