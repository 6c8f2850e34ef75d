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

from syllabus_parse.document import Anchor, Block, Cell, Heading, Problem, Row, Rule, Table
from syllabus_parse.limits import check_time
from syllabus_parse.readers.block_marks import (
    BLOCK_STARTS,
    CODE,
    CONTENTS,
    DIRECTIVE,
    DIVISION,
    FENCE,
    HEADING,
    find_heading_end,
    is_rule,
)
from syllabus_parse.readers.html_chunks import HtmlChunks
from syllabus_parse.readers.inline import trim
from syllabus_parse.readers.lines import find_content, find_line_end, find_stop
from syllabus_parse.readers.link_targets import DEFINITION as LINK_DEFINITION
from syllabus_parse.readers.link_targets import read_definitions
from syllabus_parse.readers.liquid import read_template_lines
from syllabus_parse.readers.list_markers import open_item
from syllabus_parse.readers.page_builder import PageBuilder
from syllabus_parse.readers.pipe_rows import MAX_CELLS, read_pipe_table
from syllabus_parse.readers.shortcodes import TABLE_END, find_shortcode_table

MAX_MARKERS: Final = 10
"""List markers on one line ("- - - a"); more are text."""


@attrs.define(eq=False)
class Scan:
    """The state of one pass over a text: the page so far, and what is known of the lines ahead."""

    page: PageBuilder
    chunks: HtmlChunks
    text: str
    quoted: bool = False
    line_end: int = -1
    next_pipe: int = -1
    table_end: int = -1
    barren: int = -1
    fences: set[str] = attrs.field(factory=set)
    directives: set[str] = attrs.field(factory=set)

    def read(self) -> tuple[Block, ...]:
        """Read all lines and close what is open."""
        at, size = 0, len(self.text)
        while at < size:
            check_time()
            at = self.read_line(at)
        return self.page.finish()

    def read_line(self, at: int) -> int:
        """Read the line at `at`, or what is left of it, and what belongs to it; return where to go on."""
        text = self.text
        if at > self.line_end:
            self.line_end = find_line_end(text, at)
        end = self.line_end
        start, indent, quoted = find_content(text, at, end)
        stop = find_stop(text, start, end)
        if start >= stop:
            self.page.flush()
            return end + 1
        if quoted and not self.quoted:
            self.page.flush()
        self.quoted = quoted
        if self.next_pipe < start:
            self.next_pipe = text.find("|", start)
            self.next_pipe = len(text) if self.next_pipe < 0 else self.next_pipe
        return self.read_content(start, stop, indent)

    def read_content(self, start: int, stop: int, indent: int) -> int:
        """Read what stands from `start` on: list markers first, then the block behind them."""
        text = self.text
        for _ in range(MAX_MARKERS):
            if text[start] in BLOCK_STARTS or start <= self.next_pipe < stop:
                found = self.read_block(start, stop, indent)
                if found is not None:
                    return found
                inner = open_item(self.page, text, start, stop, indent)
                if inner is None:
                    break
                start, indent = inner
                if start >= stop:
                    return self.line_end + 1
                continue
            if not self.page.lines and indent >= 4 and self.page.stack.top.kind is None:
                found = self.read_code(start)
                if found is not None:
                    return found
            break
        if not self.page.lines:
            self.page.stack.place(indent)
        self.page.lines.append((start, stop))
        return self.line_end + 1

    def read_block(self, start: int, stop: int, indent: int) -> int | None:
        """Read a block that is no list item and no paragraph, or return None."""
        text, char = self.text, self.text[start]
        found: int | None = None
        if char == "#":
            found = self.read_heading(start, stop, indent)
        elif char in "-*_=":
            found = self.read_rule(start, stop, indent)
        elif char in "`~":
            found = self.read_fence(start, stop, indent)
        elif char == "<":
            found = self.read_html(start, indent)
        elif char == ":" and text.startswith(":::", start):
            division = DIVISION.match(text, start, stop)
            found = self.read_title(division.end() if division else stop, stop, indent)
        elif char == "{":
            found = self.read_template(start, indent)
        elif char == "[" and text.find("]:", start, start + 400) > 0 and LINK_DEFINITION.match(text[start:stop]):
            found = self.line_end + 1 if read_definitions([(text[start:stop], 0)]) else None
        if found is None and start <= self.next_pipe < stop:
            found = self.read_table(start, stop, indent)
        return found

    def read_heading(self, start: int, stop: int, indent: int) -> int | None:
        """Read an ATX heading."""
        text = self.text
        match = HEADING.match(text, start, stop)
        if not match:
            return None
        level = len(match[1])
        glued = match.end() == match.end(1) < stop
        if level == 1 and (glued or (indent > 3 and self.page.stack.top.kind is None)):
            return None
        body = text[match.end() : stop]
        body = body[: find_heading_end(body)]
        self.page.flush()
        words = self.page.inline(body, match.end() + self.page.offset)
        self.page.add(Heading(level, trim(words), self.page.span(start, stop)), indent)
        return self.line_end + 1

    def read_rule(self, start: int, stop: int, indent: int) -> int | None:
        """Read a line across the page, or the one that makes a heading of the lines above it."""
        page, line = self.page, self.text[start:stop].strip()
        char = line[0]
        if char in "-=" and len(line) > 1 and page.lines and not line.strip(char) and not page.stack.escapes(indent):
            # A long paragraph above a line of dashes is no title: there the line only parts.
            title = len(page.lines) <= 2 and page.lines[-1][1] - page.lines[0][0] <= 300
            if title or char == "=":
                first = page.lines[0][0]
                words, level = page.take_lines(), 1 if char == "=" else 2
                page.stack.top.put(Heading(level, words, page.span(first, stop)), stop + page.offset)
                return self.line_end + 1
        if not is_rule(line):
            return None
        self.page.flush()
        self.page.add(Rule(self.page.span(start, stop)), indent)
        return self.line_end + 1

    def read_fence(self, start: int, stop: int, indent: int) -> int | None:
        """Read fenced code; a fence that nothing closes is only dropped, the page below it kept."""
        match = FENCE.match(self.text, start, stop)
        if not match:
            return None
        mark = match[1] or match[2]
        after = self.line_end + 1
        self.page.flush()
        directive = DIRECTIVE.match(self.text, start + len(mark))
        if directive:
            self.directives.add(mark)
            return self.read_title(directive.end(), stop, indent)
        if mark in self.directives and stop == start + len(mark):
            return after
        if mark not in self.fences:
            closing = re.compile(rf"^[ \t>]{{0,40}}{re.escape(mark)}{re.escape(mark[0])}*+[ \t]*\r?$", re.MULTILINE)
            found = closing.search(self.text, after)
            if found:
                self.page.add_code(after, found.start(), indent)
                return found.end() + 1
            self.fences.add(mark)
        return after

    def read_title(self, start: int, stop: int, indent: int) -> int:
        """Read what stands behind the mark of a division: its title, a paragraph of its own."""
        self.page.flush()
        start += len(self.text[start:stop]) - len(self.text[start:stop].lstrip())
        if start < stop:
            self.page.stack.place(indent)
            self.page.lines = [(start, stop)]
            self.page.flush()
        return self.line_end + 1

    def read_code(self, start: int) -> int | None:
        """Read indented lines as code where they look like it."""
        text, end = self.text, self.line_end + 1
        begin = text.rfind("\n", 0, start) + 1
        while end < len(text) and text.startswith(("    ", "\t"), end):
            stop = find_line_end(text, end)
            if not text[end:stop].strip():
                break
            end = stop + 1
        if not CODE.search(text, begin, min(end, len(text))):
            return None
        self.page.add_code(begin, min(end, len(text)), 0)
        return end

    def read_html(self, start: int, indent: int) -> int | None:
        """Read a comment or HTML blocks; a tag that only wraps Markdown is dropped, the rest of its line read on."""
        # A lone <br> below a line of text belongs to the text.
        if self.page.lines and self.chunks.is_break(start):
            return None
        found = self.chunks.read(start)
        if found is None:
            return None
        blocks, end = found
        self.page.flush()
        self.page.problems += self.chunks.take_problems()
        for block in blocks:
            self.page.add(block, indent)
        return end

    def read_template(self, start: int, indent: int) -> int | None:
        """Read template tags that fill whole lines."""
        table = self.read_shortcodes(start, indent)
        if table is not None:
            return table
        template = read_template_lines(self.text, start, self.page.offset)
        if template is None:
            return None
        end, blocks = template
        if len(self.page.lines) == 1 and CONTENTS.match(self.text, start):
            self.page.lines = []
        self.page.flush()
        for block in blocks:
            self.page.add(block, indent)
        return end + 1

    def read_shortcodes(self, start: int, indent: int) -> int | None:
        """Read a table spelt with short codes; its cells hold Markdown."""
        if self.table_end < start:
            found = self.text.find(TABLE_END, start)
            self.table_end = len(self.text) if found < 0 else found + 40
        if start < self.barren:
            return None
        table = find_shortcode_table(self.text, start, self.table_end)
        if table is None:
            return None
        if not table.rows:
            # No table begins further down either, up to there.
            self.barren = table.end
            return None
        self.page.flush()
        rows: list[Row] = []
        for raw in table.rows:
            cells: list[Cell] = []
            for bounds in raw:
                blocks = self.read_part(bounds.start, bounds.end)
                cells.append(Cell(blocks, self.page.span(bounds.start, bounds.end), bounds.header))
            span = self.page.span(raw[0].start, raw[-1].end)
            rows.append(Row(tuple(cells), span, all(cell.header for cell in cells)))
        self.page.add(Table(tuple(rows), self.page.span(start, table.end)), indent)
        return table.end

    def read_part(self, start: int, end: int) -> tuple[Block, ...]:
        """Read a stretch of the text as a page of its own."""
        part = begin_scan(self.text[start:end], start + self.page.offset, self.page.references)
        blocks = part.read()
        self.page.problems += (*part.page.problems, *part.chunks.take_problems())
        return blocks

    def read_table(self, start: int, stop: int, indent: int) -> int | None:
        """Read a pipe table."""
        found = read_pipe_table(
            self.text, start, stop, self.line_end + 1, open_text=bool(self.page.lines), offset=self.page.offset,
            inline=self.page.inline, html=self.chunks.read_cell,
        )  # fmt: skip
        if found is None:
            return None
        self.page.flush()
        self.page.problems += self.chunks.take_problems()
        wide = next((row for row in found[0].rows if len(row.cells) >= MAX_CELLS), None)
        if wide is not None:
            self.page.problems.append(Problem("SP703", wide.span, f"a row of more than {MAX_CELLS} cells"))
        self.page.add(found[0], indent)
        return found[1]


def read_blocks(text: str, offset: int = 0) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    r"""Read Markdown that stands at `offset` of the source as blocks, and what went wrong with it.

    Front matter is not looked for: `readers.front_matter` cuts it off first.

    >>> blocks, problems = read_blocks("# 3/7\n- a\n  b\n- c")
    >>> [type(block).__name__ for block in blocks], blocks[1].items[0].blocks[0].text.plain
    (['Heading', 'Listing'], 'a\nb')
    """
    references = read_definitions(_find_definition_lines(text, offset)) if "]:" in text else {}
    scan = begin_scan(text, offset, references)
    blocks = scan.read()
    return blocks, (*scan.page.problems, *scan.chunks.take_problems())


def begin_scan(text: str, offset: int, references: dict[str, Anchor]) -> Scan:
    """Make a scan that has read nothing yet."""
    page = PageBuilder(text, offset, references)
    return Scan(page, HtmlChunks(text, offset, page.inline), text)


def _find_definition_lines(text: str, offset: int) -> Iterator[tuple[str, int]]:
    for found in re.finditer(r"^[ \t>]{0,20}(\[[^\n]{0,3000})$", text, re.MULTILINE):
        yield found[1].rstrip(), found.start(1) + offset
