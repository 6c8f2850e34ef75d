"""Markdown's lines as blocks, read the way people write them.

A line scanner with a stack of open list items; nothing recurses, and each line is looked at a bounded number of times.
It follows CommonMark where pages do, and people where they don't: a list is nested by any visible indent, indented
text is text unless it looks like code, tables need no delimiter row, block quotes and templates dissolve.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import attrs

from syllabus_parse.document import (
    Anchor,
    Block,
    Heading,
    Item,
    Listing,
    Mark,
    Paragraph,
    Problem,
    Rule,
    Run,
    Text,
)
from syllabus_parse.readers.html_chunks import HtmlChunks
from syllabus_parse.readers.inline import read_inline, read_inline_pieces
from syllabus_parse.readers.lines import find_content, find_line_end, find_stop
from syllabus_parse.readers.link_targets import DEFINITION, read_definitions
from syllabus_parse.readers.liquid import read_template_lines
from syllabus_parse.readers.pipe_rows import read_pipe_table
from syllabus_parse.source import Span

MAX_DEPTH: Final = 100
"""Open list items; more are flattened into the deepest."""

# e.g. ### 3/7 ## · ##Title; a single "#" without a blank behind it is no heading
HEADING: Final = re.compile(r"(#{1,6})(?:[ \t]+|(?=[^#\s])|$)")
CLOSING_MARKS: Final = re.compile(r"(?:^|[ \t]+)#+$")
# e.g. - · * · • (which needs no blank) · 1. · 12)
BULLET: Final = re.compile(r"([-*+–▪◦●‣])(?=[ \t]|$)|([•])")
NUMBER: Final = re.compile(r"(\d{1,3})([.)])(?=[ \t]|$)")
# e.g. 15. Oktober · 3. led: a day, no numbered entry
DAY_AND_MONTH: Final = re.compile(
    r"\d{1,2}\.[ \t]{1,4}(?:jan|feb|m[aä]r|apr|ma[ijy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])[a-zäé]{0,9}\b(?!-)",
    re.IGNORECASE,
)
FENCE: Final = re.compile(r"(`{3,}+)[^`\n]*$|(~{3,}+)")
# what a line of code shows and prose doesn't
CODE: Final = re.compile(
    r"""^[ \t>]*(?:\$|>>>|\#include|import\s|from\s\S+\s+import|def\s|class\s\w+[(:]|git\s|cd\s|sudo\s|pip3?\s|make\b)
      | [;{}][ \t\r]*$ | \w\([^()]*\);""",
    re.VERBOSE | re.MULTILINE,
)

BLOCK_STARTS: Final = frozenset("#-*+_=`~<{[:–▪◦●‣•0123456789")


@attrs.define(eq=False)
class OpenListing:
    """A list whose items so far are closed, and which the next item may go on with."""

    items: list[Item]
    kind: str


@attrs.define(eq=False)
class Frame:
    """An open container: the page, or a list item with the list that it belongs to.

    `kind` is the bullet, or "." or ")" of a numbered list, ":" of a definition, "" of a term, None of the page.
    """

    kind: str | None = None
    marker: str = ""
    indent: int = 0
    start: int = 0
    items: list[Item] = attrs.field(factory=list)
    blocks: list[Block | OpenListing] = attrs.field(factory=list)
    end: int = 0

    def finish(self) -> tuple[Block, ...]:
        """Return the blocks, their lists closed."""
        done: list[Block] = []
        for block in self.blocks:
            if isinstance(block, OpenListing):
                span = block.items[0].span.cover(block.items[-1].span)
                done.append(Listing(tuple(block.items), span, block.kind in (".", ")")))
            else:
                done.append(block)
        return tuple(done)


@attrs.define(eq=False)
class Scan:
    """The state of one pass over a text, which stands at `offset` of the source."""

    text: str
    offset: int
    references: dict[str, Anchor]
    chunks: HtmlChunks
    stack: list[Frame] = attrs.field(factory=lambda: [Frame()])
    lines: list[tuple[int, int]] = attrs.field(factory=list)
    quoted: bool = False
    blank: bool = True
    fences: set[tuple[str, int]] = attrs.field(factory=set)
    problems: list[Problem] = attrs.field(factory=list)

    def read(self) -> tuple[Block, ...]:
        """Read all lines and close what is open."""
        at, size = 0, len(self.text)
        while at < size:
            at = self.read_line(at)
        self.flush()
        self.close_to(1)
        return self.stack[0].finish()

    def read_line(self, at: int) -> int:
        """Read the line at `at`, with what belongs to it, and return where the next begins."""
        text = self.text
        end = find_line_end(text, at)
        start, indent, quoted = find_content(text, at, end)
        stop = find_stop(text, start, end)
        if start >= stop:
            self.flush()
            self.blank = True
            return end + 1
        if quoted and not self.quoted:
            self.flush()
        self.quoted = quoted
        return self.read_content(start, stop, indent, end + 1)

    def read_content(self, start: int, stop: int, indent: int, after: int) -> int:
        """Read what stands from `start` on: list markers first, then the block behind them."""
        text = self.text
        while True:
            char = text[start]
            if char in BLOCK_STARTS or text.find("|", start, stop) >= 0:
                found = self.read_block(start, stop, indent, after)
                if found is not None:
                    return found
                inner = self.read_marker(start, stop, indent)
                if inner is not None:
                    start, indent = inner
                    self.blank = False
                    if start >= stop:
                        return after
                    continue
            elif not self.lines and self.blank and indent >= 4 and len(self.stack) == 1:
                found = self.read_code(start, after)
                if found is not None:
                    return found
            break
        if not self.lines:
            self.place(indent)
        self.lines.append((start, stop))
        self.blank = False
        return after

    def read_block(self, start: int, stop: int, indent: int, after: int) -> int | None:
        """Read a block that is no list item and no paragraph, or return None."""
        text, char = self.text, self.text[start]
        if char == "#":
            return self.read_heading(start, stop, indent, after)
        if char in "-*_=":
            found = self.read_rule(start, stop, indent, after)
            if found is not None:
                return found
        if char in "`~":
            found = self.read_fence(start, stop, after)
            if found is not None:
                return found
        if char == "<":
            found = self.read_html(start, indent)
            if found is not None:
                return found
        if char == "{":
            template = read_template_lines(text, start, self.offset)
            if template is not None:
                self.flush()
                for data in template[1]:
                    self.add(data, indent)
                return template[0] + 1
        if char == "[" and text.find("]:", start, stop) > 0 and DEFINITION.match(text[start:stop]):
            return after if read_definitions([(text[start:stop], 0)]) else None
        if "|" in text[start:stop]:
            table = read_pipe_table(
                text, start, stop, after, open_text=bool(self.lines), offset=self.offset,
                inline=self.inline, html=self.chunks.read_cell,
            )  # fmt: skip
            if table is not None:
                self.flush()
                self.add(table[0], indent)
                return table[1]
        return None

    def read_heading(self, start: int, stop: int, indent: int, after: int) -> int | None:
        """Read an ATX heading."""
        text = self.text
        match = HEADING.match(text, start, stop)
        if not match:
            return None
        level = len(match[1])
        glued = match.end() == match.end(1) < stop
        if (glued and level == 1) or (indent > 3 and level == 1 and len(self.stack) == 1):
            return None
        left, right = match.end(), stop
        body = text[left:right].rstrip()
        body = CLOSING_MARKS.sub("", body) if body.endswith("#") else body
        right = left + len(body.rstrip())
        self.flush()
        self.add(Heading(level, self.inline(text[left:right], left + self.offset), self.span(start, stop)), indent)
        return after

    def read_rule(self, start: int, stop: int, indent: int, after: int) -> int | None:
        """Read a line across the page, or the one that makes a heading of the lines above it."""
        text = self.text
        line = text[start:stop].strip()
        char = line[0]
        if char in "-=" and len(line) >= 2 and not line.strip(char) and self.lines and not self.escapes(indent):
            below = len(self.lines) <= 2 and self.lines[-1][1] - self.lines[0][0] <= 300
            if below or char == "=":
                first = self.lines[0][0]
                heading = Heading(1 if char == "=" else 2, self.take_lines(), self.span(first, stop))
                self.stack[-1].blocks.append(heading)
                return after
        if char == "=" or line.count(char) < 3 or line.strip(char + " \t") or len(line.replace(char, " ").strip()):
            return None
        self.flush()
        self.add(Rule(self.span(start, stop)), indent)
        return after

    def read_fence(self, start: int, stop: int, after: int) -> int | None:
        """Read fenced code; a fence that nothing closes is only dropped, with the page below it kept."""
        text = self.text
        match = FENCE.match(text, start, stop)
        if not match:
            return None
        mark = match[1] or match[2]
        key = mark[0], len(mark)
        self.flush()
        if key not in self.fences:
            closing = re.compile(rf"^[ \t>]{{0,40}}{re.escape(mark)}{re.escape(mark[0])}*[ \t]*\r?$", re.MULTILINE)
            found = closing.search(text, after)
            if found:
                self.add_code(after, found.start())
                return found.end() + 1
            self.fences.add(key)
        return after

    def read_code(self, start: int, after: int) -> int | None:
        """Read indented lines as code where they look like it."""
        text, end = self.text, after
        begin = text.rfind("\n", 0, start) + 1
        while end < len(text) and text.startswith(("    ", "\t"), end):
            stop = text.find("\n", end)
            stop = len(text) if stop < 0 else stop
            if not text[end:stop].strip():
                break
            end = stop + 1
        if not CODE.search(text, begin, min(end, len(text))):
            return None
        self.add_code(begin, min(end, len(text)))
        return end

    def read_html(self, start: int, indent: int) -> int | None:
        """Read a comment or HTML blocks; a tag that only wraps Markdown is dropped, the rest of its line read on."""
        found = self.chunks.read(start)
        if found is None:
            return None
        blocks, end = found
        # A lone <br> between lines of text belongs to the text.
        if not blocks and self.lines and self.chunks.is_break(start):
            return None
        self.flush()
        self.problems += self.chunks.take_problems()
        for block in blocks:
            self.add(block, indent)
        stop = find_line_end(self.text, end)
        return end if self.text[end:stop].strip() else stop + 1

    def read_marker(self, start: int, stop: int, indent: int) -> tuple[int, int] | None:
        """Open a list item at a marker: return where its content begins, and how far in."""
        text = self.text
        if text[start] == ":":
            return self.read_definition(start, indent)
        bullet = BULLET.match(text, start, stop)
        number = None if bullet else NUMBER.match(text, start, stop)
        match = bullet or number
        if not match or (number and DAY_AND_MONTH.match(text, start)):
            return None
        kind = match[1] or match[2] if bullet else match[2]
        sibling = self.find_sibling(indent)
        same = sibling is not None and sibling.kind == kind
        if self.lines and not same and self.refuses(match, kind, indent):
            return None
        self.flush()
        self.place(indent)
        if len(self.stack) > MAX_DEPTH:
            if not any(each.code == "SP702" for each in self.problems):
                self.problems.append(Problem("SP702", self.span(start, stop)))
            same = self.stack[-1].kind == kind
        self.open_item(kind, match[0], indent, start, same=same)
        left = match.end()
        while left < stop and text[left] in " \t":
            left += 1
        return left, indent + min(left - start, 6)

    def refuses(self, match: re.Match[str], kind: str, indent: int) -> bool:
        """Tell whether running text goes on here: only some markers may break off a paragraph."""
        if kind in ".)":
            # e.g. "…as chapter / 14. of the book shows"
            return match[1] != "1" and not self.escapes(indent)
        return kind in "–+" and self.stack[-1].kind != kind

    def read_definition(self, start: int, indent: int) -> tuple[int, int] | None:
        """Open a definition: the paragraph above it becomes its term."""
        text = self.text
        if text[start + 1 : start + 2] not in (" ", "\t"):
            return None
        sibling = self.find_sibling(indent)
        beside = sibling is not None and sibling.kind == ":"
        if self.lines and not beside and len(self.stack) < MAX_DEPTH:
            first, last = self.lines[0][0], self.lines[-1][1]
            term = Paragraph(self.take_lines(), self.span(first, last))
            if self.stack[-1].kind != ":":
                self.open_item("", "", indent - 2, first, same=True)
            self.stack[-1].blocks.append(term)
            self.stack[-1].end = last
        elif beside:
            self.flush()
            self.place(indent, definition=True)
        else:
            return None
        self.open_item(":", ":", indent, start, same=beside)
        left = start + 1
        while left < len(text) and text[left] in " \t":
            left += 1
        return left, indent + 2

    # The stack of open items.

    def escapes(self, indent: int) -> bool:
        """Tell whether a line this far in lies outside of the innermost open item."""
        top = self.stack[-1]
        return top.kind is not None and indent < top.indent + 2

    def find_sibling(self, indent: int) -> Frame | None:
        """Find the open item that a marker this far in stands beside."""
        sibling: Frame | None = None
        for frame in reversed(self.stack[1:]):
            if indent >= frame.indent + 2:
                break
            sibling = frame
        return sibling

    def place(self, indent: int, *, definition: bool = False) -> None:
        """Close the items that a block this far in lies outside of; only definitions go on with a term."""
        keep = len(self.stack)
        while keep > 1:
            frame = self.stack[keep - 1]
            if indent >= frame.indent + (2 if frame.kind or definition else 3):
                break
            keep -= 1
        self.close_to(keep)

    def open_item(self, kind: str, marker: str, indent: int, start: int, *, same: bool) -> None:
        """Open an item: in the list that was closed last, where it is the `same`, else in a new one."""
        self.close_to(MAX_DEPTH)
        blocks = self.stack[-1].blocks
        frame = Frame(kind, marker, indent, start, end=start + 1)
        if same and blocks and isinstance(blocks[-1], OpenListing) and blocks[-1].kind == kind:
            frame.items = blocks[-1].items
            blocks.pop()
        self.stack.append(frame)

    def close_to(self, depth: int) -> None:
        """Close items until `depth` frames are open."""
        while len(self.stack) > depth:
            frame = self.stack.pop()
            parent = self.stack[-1]
            parent.end = max(parent.end, frame.end)
            frame.items.append(Item(frame.finish(), self.span(frame.start, frame.end), frame.marker))
            parent.blocks.append(OpenListing(frame.items, frame.kind or ""))

    def add(self, block: Block, indent: int) -> None:
        """Put a block where a line this far in belongs."""
        self.place(indent)
        self.stack[-1].blocks.append(block)
        self.stack[-1].end = max(self.stack[-1].end, block.span.end - self.offset)
        self.blank = False

    def add_code(self, start: int, end: int) -> None:
        """Put code down as a paragraph that says so."""
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        if end > start:
            run = Run(self.text[start:end], self.span(start, end), None, Mark.CODE)
            self.stack[-1].blocks.append(Paragraph(Text.of([run]), run.span))
            self.stack[-1].end = max(self.stack[-1].end, end)

    # Paragraphs.

    def flush(self) -> None:
        """End the open paragraph."""
        if self.lines:
            first, last = self.lines[0][0], self.lines[-1][1]
            words = self.take_lines()
            if words.runs:
                self.stack[-1].blocks.append(Paragraph(words, self.span(first, last)))
            self.stack[-1].end = max(self.stack[-1].end, last)

    def take_lines(self) -> Text:
        """Read the open paragraph's lines as one text."""
        lines, self.lines = self.lines, []
        text, offset = self.text, self.offset
        last = len(lines) - 1
        pieces: list[tuple[str, int]] = []
        for index, (start, stop) in enumerate(lines):
            if index == last:
                pieces.append((text[start:stop].rstrip(), start + offset))
            elif text[stop] == "\r":
                pieces += ((text[start:stop], start + offset), ("\n", stop + 1 + offset))
            else:
                pieces.append((text[start : stop + 1], start + offset))
        return read_inline_pieces(pieces, references=self.references)

    def inline(self, text: str, offset: int) -> Text:
        """Read inline text with the page's link definitions."""
        return read_inline(text, offset, references=self.references)

    def span(self, start: int, end: int) -> Span:
        """Return the source span of a stretch of this text."""
        return Span(start + self.offset, end + self.offset)


def read_blocks(text: str, offset: int = 0) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    r"""Read Markdown that stands at `offset` of the source as blocks, and what went wrong with it.

    Front matter is not looked for: `readers.front_matter` cuts it off first.

    >>> blocks, problems = read_blocks("# 3/7\n- a\n  b\n- c")
    >>> [type(block).__name__ for block in blocks], blocks[1].items[0].blocks[0].text.plain
    (['Heading', 'Listing'], 'a\nb')
    """
    references = read_definitions(_find_definition_lines(text, offset)) if "]:" in text else {}

    def inline(piece: str, at: int) -> Text:
        return read_inline(piece, at, references=references)

    scan = Scan(text, offset, references, HtmlChunks(text, offset, inline))
    blocks = scan.read()
    return blocks, (*scan.problems, *scan.chunks.take_problems())


def _find_definition_lines(text: str, offset: int) -> Iterator[tuple[str, int]]:
    for found in re.finditer(r"^[ \t>]{0,20}(\[[^\n]{0,3000})$", text, re.MULTILINE):
        yield found[1].rstrip(), found.start(1) + offset
