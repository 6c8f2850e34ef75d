"""The open elements of an HTML text, as a browser keeps them, and the text of the paragraph under way.

End tags that a page leaves out are implied as HTML5 does (`li`, `dt`, `dd`, `p`, `tr`, `td`, `th`, `thead`, `tbody`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import Final

from syllabus_parse.document import Block, Heading, Mark, Paragraph, Problem, Table
from syllabus_parse.readers.html_elements import HEADINGS, is_trivial
from syllabus_parse.readers.html_open import (
    CAPTION,
    CELL,
    INLINE,
    ITEM,
    LIST,
    PLAIN,
    ROW,
    SECTION,
    TABLE,
    OpenElement,
)
from syllabus_parse.readers.html_runs import IMAGE, Inline, RunCollector
from syllabus_parse.readers.html_scan import Token, Value, parse_attributes
from syllabus_parse.readers.html_times import DATETIME, OPEN_DATE
from syllabus_parse.source import Span

# What an end tag may not reach over, and what the search for an open item stops at.
SCOPE: Final = frozenset((TABLE, CELL, CAPTION))
ITEM_SCOPE: Final = SCOPE | {LIST}
TABLE_SCOPE: Final = frozenset((TABLE,))
TABLE_KINDS: Final = frozenset((TABLE, SECTION, ROW, CELL, CAPTION))
# What a start tag in a table ends.
ENDED_BY: Final = {
    CELL: frozenset((CELL, CAPTION)),
    ROW: frozenset((ROW, CELL, CAPTION)),
    SECTION: frozenset((SECTION, ROW, CELL, CAPTION)),
    CAPTION: frozenset((SECTION, ROW, CELL, CAPTION)),
}
PREFORMATTED: Final = frozenset(("pre", "listing"))


class ElementStack:
    """The stack, and what stands under way: the text of a line, and the blocks so far."""

    def __init__(self, text: str, offset: int, inline: Inline | None, *, all_shown: bool) -> None:
        """Begin with nothing open; `all_shown` keeps what stands beside the matter."""
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
        self.closed_at = -1

    def span(self, start: int, end: int) -> Span:
        """Return the place in the source of a stretch of the text."""
        return Span(self.offset + start, self.offset + end)

    def complain(self, code: str, start: int, end: int, detail: str) -> None:
        """Note a problem; the first of each code counts."""
        self.problems.setdefault(code, Problem(code, self.span(start, end), detail))

    def flush(self) -> None:
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
        if head.name in HEADINGS:
            self.level = head.level

    def push(self, entry: OpenElement) -> None:
        """Put an element on the stack, and set what it sets."""
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

    def imply_ends(self, name: str, kind: int, start: int) -> None:
        """Close what the start tag of a block ends: the text, the paragraph, and elements of its own kind."""
        if self.line.runs:
            self.flush()
        if self.counts["p"]:
            self.close_to(self.find(("p",), SCOPE), start)
        head = self.head
        if head is not None:
            # A heading ends before a list, a table, the next heading, and any block once it has its words.
            last = self.target[-1] if self.target else None
            if kind != PLAIN or (last is not None and last.span.start >= self.offset + head.start):
                self.close_to(self.stack.index(head), start)
        if kind == PLAIN or not self.stack:
            return
        top = self.stack[-1].kind
        if kind == ITEM:
            if top != LIST:
                self.close_to(self.find(("li",) if name == "li" else ("dt", "dd"), ITEM_SCOPE), start)
        elif kind == CELL and top == ROW:
            return
        elif kind in ENDED_BY:
            ended, index = ENDED_BY[kind], -1
            for place in range(len(self.stack) - 1, -1, -1):
                if self.stack[place].kind == TABLE:
                    self.close_to(index, start)
                    break
                if self.stack[place].kind in ended:
                    index = place
        elif kind == TABLE and top in (TABLE, SECTION, ROW):
            # A table straight in a table or row, in no cell, ends the table around it.
            table = self.find_kind(TABLE, frozenset())
            if table is not None:
                self.close_to(self.stack.index(table), start)

    def find(self, names: Collection[str], scope: frozenset[int]) -> int:
        """Return the place of the innermost open element of a name, or -1 where the scope ends before it."""
        for index in range(len(self.stack) - 1, -1, -1):
            entry = self.stack[index]
            if entry.name in names:
                return index
            if entry.kind in scope:
                break
        return -1

    def find_kind(self, kind: int, scope: frozenset[int]) -> OpenElement | None:
        """Return the innermost open element of a kind, or None where the scope ends before it."""
        for entry in reversed(self.stack):
            if entry.kind == kind:
                return entry
            if entry.kind in scope:
                return None
        return None

    def close_implied(self, at: int) -> None:
        """Close a list or table that no tag opened."""
        while self.stack and self.stack[-1].implied:
            self.close(at)

    def close_inline(self, name: str, end: int) -> None:
        """Close an element within a line, though others in it may still be open."""
        index = self.find((name,), SCOPE)
        if index < 0:
            return
        if index == len(self.stack) - 1:
            self.close(end)
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

    def close_to(self, index: int, end: int) -> None:
        """Close the elements from the top of the stack down to one; a negative place closes none."""
        if index >= 0:
            while len(self.stack) > index:
                self.close(end)

    def close(self, end: int) -> None:
        """Close the innermost element."""
        line, entry = self.line, self.stack[-1]
        if entry.kind == INLINE:
            if not self.silent:
                if line.added == entry.added and entry.raw:
                    self._fill_empty(entry, end)
                elif entry.name == "time" and entry.raw:
                    self._date_time(entry)
                elif entry.name == "q":
                    line.add_rewritten("”", end, end)
        elif line.runs:
            self.flush()
        shown = not self.silent
        self.stack.pop()
        self.counts[entry.name] -= 1
        line.marks, line.anchor = entry.outer_marks, entry.outer_anchor
        if entry.hidden:
            self.silent -= 1
            self.passed.append((entry.start, end))
        if entry.kind == INLINE:
            if "class" in entry.raw:
                self.closed_at = end
            if entry.marks & Mark.BADGE and shown:
                line.owes_blank = not line.blank
            return
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
            self.complain("SP703", entry.start, end, "a table with too many places")

    def _fill_empty(self, entry: OpenElement, end: int) -> None:
        """Give an element that shows no text of its own what its attributes say."""
        line, first = self.line, entry.first
        given = parse_attributes(entry.raw) if entry.name in ("a", "time") else {}
        line.drop_blank(self.offset + entry.start)
        if line.runs and line.runs[-1].span.start >= self.offset + entry.start:
            given = {}  # a break stands in it, and places must not go back
            place = self.span(end, end)
        else:
            place = self.span(entry.start, end)
        if entry.name == "time" and "datetime" in given:
            value = given["datetime"]
            told = DATETIME.fullmatch(value.raw)
            if told is not None:
                line.add_time(told, first + value.start, blank=False)
            else:
                line.add_value(value.raw, first + value.start, place)
        elif entry.anchor is not None and entry.anchor.href and not entry.anchor.href.startswith("#"):
            # A link that shows only an icon: its label is the text that a person hears.
            label = given.get("aria-label") or given.get("title") or Value("", 0, 0)
            line.marks |= IMAGE
            line.add_value(label.raw, first + label.start, place)

    def _date_time(self, entry: OpenElement) -> None:
        """Let a `<time>` whose words leave the year or the day open say what its attribute says: "first Tuesday"."""
        given = parse_attributes(entry.raw).get("datetime")
        told = DATETIME.fullmatch(given.raw) if given is not None else None
        if given is None or told is None:
            return
        runs, since = self.line.runs, self.offset + entry.start
        first = len(runs)
        while first and runs[first - 1].span.start >= since:
            first -= 1
        shown = "".join([run.text for run in runs[first:]])
        if not shown.strip() or not OPEN_DATE.fullmatch(shown.strip()) or told["day"][:4] in shown:
            return
        del runs[first:]
        self.line.add_time(told, entry.first + given.start, blank=shown[-1].isspace())
