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

from syllabus_parse.document import Anchor, Block, Cell, Heading, Mark, Paragraph, Problem, Row, Rule, Run, Table, Text
from syllabus_parse.readers.html_chunks import HtmlChunks
from syllabus_parse.readers.inline import is_visible, read_inline, read_inline_pieces, trim
from syllabus_parse.readers.item_stack import DEFINITION, MAX_DEPTH, NUMBERED, TERM, ItemStack
from syllabus_parse.readers.lines import find_content, find_line_end, find_stop
from syllabus_parse.readers.link_targets import DEFINITION as LINK_DEFINITION
from syllabus_parse.readers.link_targets import read_definitions
from syllabus_parse.readers.liquid import read_template_lines
from syllabus_parse.readers.pipe_rows import read_pipe_table
from syllabus_parse.readers.shortcodes import TABLE_END, find_shortcode_table
from syllabus_parse.source import Span

MAX_MARKERS: Final = 10
"""List markers on one line ("- - - a"); more are text."""

# what may begin a block that is no paragraph
BLOCK_STARTS: Final = frozenset("#-*+_=`~<{[:–▪◦●‣•・0123456789")
# e.g. ### 3/7 ## · ##Title; a single "#" without a blank behind it is no heading
HEADING: Final = re.compile(r"(#{1,6})(?:[ \t\u00a0]+|(?=[^#\s])|$)")
CLOSING_MARKS: Final = re.compile(r"(?:^|(?<=[ \t]))#+$")
# e.g. - · * · • and ・ (which need no blank) · 1. · 12)
BULLET: Final = re.compile(r"([-*+–▪◦●‣])(?=[ \t\u00a0]|$)|([•・])")
NUMBER: Final = re.compile(r"(\d{1,3})([.)])(?=[ \t\u00a0]|$)")
# e.g. 15. Oktober · 3. led: a day, no numbered entry
DAY_AND_MONTH: Final = re.compile(
    r"\d{1,2}\.[ \t]{1,4}(?:jan|feb|m[aä]r|apr|ma[ijy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])[a-zäé]{0,9}\b(?!-)",
    re.IGNORECASE,
)
# e.g. ```python · ~~~
FENCE: Final = re.compile(r"(`{3,}+)[^`\n]*$|(~{3,}+)")
# e.g. ```{note} · ~~~{admonition} Title: what it fences is Markdown; ```{r} and ```{code-cell} are code
DIRECTIVE: Final = re.compile(
    r"\{(?:admonition|note|tip|hint|important|warning|caution|danger|attention|seealso|dropdown|toggle|card|grid|margin|"
    r"sidebar|tab-set|tab-item|topic|epigraph|table)[\w-]{0,20}\}"
)
# e.g. ::: · ::: {.callout-note} · :::note Title
DIVISION: Final = re.compile(r":{3,}[ \t]*(?:\{[^{}\n]{0,300}\}|[\w-]{1,40}\b)?[ \t]*")
# what a line of code shows and prose doesn't
CODE: Final = re.compile(
    r"""^[ \t>]*+(?:\$\s|>>>|\#include|import\s|from\s\S+\s+import|def\s|class\s\w+[(:])
      | ^[ \t>]*+(?:git|cd|sudo|pip3?|make)\s
      | [;{}][ \t\r]*$ | \w\([^()\n]*\);""",
    re.VERBOSE | re.MULTILINE,
)
# a list of contents that the page generator fills in
CONTENTS: Final = re.compile(r"\{:\s?toc\b")


@attrs.define(eq=False)
class Scan:
    """The state of one pass over a text, which stands at `offset` of the source."""

    text: str
    offset: int
    references: dict[str, Anchor]
    chunks: HtmlChunks
    stack: ItemStack = attrs.field(factory=ItemStack)
    lines: list[tuple[int, int]] = attrs.field(factory=list)
    quoted: bool = False
    blank: bool = True
    line_end: int = -1
    next_pipe: int = -1
    table_end: int = -1
    barren: int = -1
    fences: set[str] = attrs.field(factory=set)
    directives: set[str] = attrs.field(factory=set)
    problems: list[Problem] = attrs.field(factory=list)

    def read(self) -> tuple[Block, ...]:
        """Read all lines and close what is open."""
        at, size = 0, len(self.text)
        while at < size:
            at = self.read_line(at)
        self.flush()
        self.stack.close_to(1)
        return self.stack.top.finish()

    def read_line(self, at: int) -> int:
        """Read the line at `at`, or what is left of it, and what belongs to it; return where to go on."""
        text = self.text
        if at > self.line_end:
            self.line_end = find_line_end(text, at)
        end = self.line_end
        start, indent, quoted = find_content(text, at, end)
        stop = find_stop(text, start, end)
        if start >= stop:
            self.flush()
            self.blank = True
            return end + 1
        if quoted and not self.quoted:
            self.flush()
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
                inner = self.read_marker(start, stop, indent)
                if inner is None:
                    break
                start, indent = inner
                self.blank = False
                if start >= stop:
                    return self.line_end + 1
                continue
            if not self.lines and self.blank and indent >= 4 and self.stack.top.kind is None:
                found = self.read_code(start)
                if found is not None:
                    return found
            break
        if not self.lines:
            self.stack.place(indent)
        self.lines.append((start, stop))
        self.blank = False
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
        if level == 1 and (glued or (indent > 3 and self.stack.top.kind is None)):
            return None
        body = text[match.end() : stop].rstrip()
        if body.endswith("#"):
            body = CLOSING_MARKS.sub("", body).rstrip()
        self.flush()
        words = self.inline(body, match.end() + self.offset)
        self.add(Heading(level, trim(words), self.span(start, stop)), indent)
        return self.line_end + 1

    def read_rule(self, start: int, stop: int, indent: int) -> int | None:
        """Read a line across the page, or the one that makes a heading of the lines above it."""
        line = self.text[start:stop].strip()
        char = line[0]
        if char in "-=" and len(line) >= 2 and self.lines and not line.strip(char) and not self.stack.escapes(indent):
            # A long paragraph above a line of dashes is no title: there the line only parts.
            title = len(self.lines) <= 2 and self.lines[-1][1] - self.lines[0][0] <= 300
            if title or char == "=":
                first = self.lines[0][0]
                words, level = self.take_lines(), 1 if char == "=" else 2
                self.stack.top.put(Heading(level, words, self.span(first, stop)), stop + self.offset)
                return self.line_end + 1
        if char == "=" or len(line) < 3 or line.strip(char + " \t") or line.count(char) < 3 or line.strip("-*_ \t"):
            return None
        self.flush()
        self.add(Rule(self.span(start, stop)), indent)
        return self.line_end + 1

    def read_fence(self, start: int, stop: int, indent: int) -> int | None:
        """Read fenced code; a fence that nothing closes is only dropped, the page below it kept."""
        match = FENCE.match(self.text, start, stop)
        if not match:
            return None
        mark = match[1] or match[2]
        after = self.line_end + 1
        self.flush()
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
                self.add_code(after, found.start(), indent)
                return found.end() + 1
            self.fences.add(mark)
        return after

    def read_title(self, start: int, stop: int, indent: int) -> int:
        """Read what stands behind the mark of a division: its title, a paragraph of its own."""
        self.flush()
        start += len(self.text[start:stop]) - len(self.text[start:stop].lstrip())
        if start < stop:
            self.stack.place(indent)
            self.lines = [(start, stop)]
            self.flush()
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
        self.add_code(begin, min(end, len(text)), 0)
        return end

    def read_html(self, start: int, indent: int) -> int | None:
        """Read a comment or HTML blocks; a tag that only wraps Markdown is dropped, the rest of its line read on."""
        # A lone <br> below a line of text belongs to the text.
        if self.lines and self.chunks.is_break(start):
            return None
        found = self.chunks.read(start)
        if found is None:
            return None
        blocks, end = found
        self.flush()
        self.problems += self.chunks.take_problems()
        for block in blocks:
            self.add(block, indent)
        return end

    def read_template(self, start: int, indent: int) -> int | None:
        """Read template tags that fill whole lines."""
        table = self.read_shortcodes(start, indent)
        if table is not None:
            return table
        template = read_template_lines(self.text, start, self.offset)
        if template is None:
            return None
        end, blocks = template
        if len(self.lines) == 1 and CONTENTS.match(self.text, start):
            self.lines = []
        self.flush()
        for block in blocks:
            self.add(block, indent)
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
        self.flush()
        rows: list[Row] = []
        for raw in table.rows:
            cells: list[Cell] = []
            for bounds in raw:
                blocks = self.read_part(bounds.start, bounds.end)
                cells.append(Cell(blocks, self.span(bounds.start, bounds.end), bounds.header))
            span = self.span(raw[0].start, raw[-1].end)
            rows.append(Row(tuple(cells), span, all(cell.header for cell in cells)))
        self.add(Table(tuple(rows), self.span(start, table.end)), indent)
        return table.end

    def read_part(self, start: int, end: int) -> tuple[Block, ...]:
        """Read a stretch of the text as a page of its own."""
        text, offset = self.text[start:end], start + self.offset
        part = Scan(text, offset, self.references, HtmlChunks(text, offset, self.inline))
        blocks = part.read()
        self.problems += (*part.problems, *part.chunks.take_problems())
        return blocks

    def read_table(self, start: int, stop: int, indent: int) -> int | None:
        """Read a pipe table."""
        found = read_pipe_table(
            self.text, start, stop, self.line_end + 1, open_text=bool(self.lines), offset=self.offset,
            inline=self.inline, html=self.chunks.read_cell,
        )  # fmt: skip
        if found is None:
            return None
        self.flush()
        self.problems += self.chunks.take_problems()
        self.add(found[0], indent)
        return found[1]

    def read_marker(self, start: int, stop: int, indent: int) -> tuple[int, int] | None:
        """Open a list item at a marker: return where its content begins, and how far in."""
        text = self.text
        if text[start] == ":":
            return self.read_definition(start, indent)
        bullet = BULLET.match(text, start, stop)
        match = bullet or NUMBER.match(text, start, stop)
        if not match or (not bullet and DAY_AND_MONTH.match(text, start)):
            return None
        kind = match[0] if bullet else match[2]
        sibling = self.stack.find_sibling(indent)
        same = sibling is not None and sibling.kind == kind
        if self.lines and not same and self.is_prose(match, kind, indent):
            return None
        self.flush()
        self.stack.place(indent)
        if self.stack.full:
            self.report_depth(start, stop)
            same = self.stack.top.kind == kind
        self.stack.open_item(kind, match[0], indent, start + self.offset, same=same)
        left = match.end()
        while left < stop and text[left] in " \t\u00a0":
            left += 1
        while left < stop and text[left] in "> ":
            left += 1
        # Content that stands close to its marker belongs to the item all the same.
        return left, indent + max(2, min(left - start, 6))

    def is_prose(self, match: re.Match[str], kind: str, indent: int) -> bool:
        """Tell whether running text goes on at what looks like a marker: only some may break off a paragraph."""
        # e.g. "…as chapter / 14. of the book shows"
        return kind in (*NUMBERED, "–", "+") and match[1] != "1" and not self.stack.escapes(indent)

    def read_definition(self, start: int, indent: int) -> tuple[int, int] | None:
        """Open a definition: the paragraph above it becomes its term."""
        text, stack = self.text, self.stack
        if text[start + 1 : start + 2] not in (" ", "\t") or stack.full:
            return None
        sibling = stack.find_sibling(indent)
        beside = sibling is not None and sibling.kind == DEFINITION
        if beside:
            self.flush()
            stack.place(indent, definition=True)
        else:
            self.flush()
            stack.place(indent)
            term = stack.top.blocks[-1] if stack.top.blocks else None
            # The paragraph of a definition is the term of those further in, and stays where it is.
            if stack.top.kind != DEFINITION:
                if not isinstance(term, Paragraph):
                    return None
                stack.top.blocks.pop()
                stack.open_item(TERM, "", indent - 2, term.span.start, same=True)
                stack.top.put(term, term.span.end)
        stack.open_item(DEFINITION, ":", indent, start + self.offset, same=beside)
        left = start + 1
        while left < len(text) and text[left] in " \t":
            left += 1
        return left, indent + 2

    def report_depth(self, start: int, stop: int) -> None:
        """Say once that nesting was flattened."""
        if not any(each.code == "SP702" for each in self.problems):
            self.problems.append(Problem("SP702", self.span(start, stop), f"more than {MAX_DEPTH} levels"))

    def add(self, block: Block, indent: int) -> None:
        """Put a block where a line this far in belongs."""
        self.stack.place(indent)
        self.stack.top.put(block, block.span.end)
        self.blank = False

    def add_code(self, start: int, end: int, indent: int) -> None:
        """Put code down as a paragraph that says so."""
        self.stack.place(indent)
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        if self.text[start:end].strip():
            run = Run(self.text[start:end], self.span(start, end), None, Mark.CODE)
            self.stack.top.put(Paragraph(Text.of([run]), run.span), run.span.end)

    def flush(self) -> None:
        """End the open paragraph."""
        if self.lines:
            span = self.span(self.lines[0][0], self.lines[-1][1])
            words = self.take_lines()
            if is_visible(words):
                self.stack.top.put(Paragraph(words, span), span.end)

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
        return trim(read_inline_pieces(pieces, references=self.references))

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
