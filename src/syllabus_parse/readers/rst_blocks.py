"""Lines of reStructuredText to blocks: a scanner of its own, because docutils keeps line numbers and no offsets.

Indentation nests; nesting deeper than `MAX_DEPTH` becomes paragraphs, so the one recursion here is bounded.
Directives that would read files or draw something are passed over; all others give their words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from typing import Final

import attrs

from syllabus_parse.document import (
    BREAK,
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
from syllabus_parse.readers.indented import (
    NUMBER,
    Line,
    dedent,
    find_blank,
    find_dedent,
    find_items,
    find_simple_end,
    is_enumerated,
    span_of,
    split_options,
)
from syllabus_parse.readers.rst_directives import make_table, read_csv_lines, read_list_rows
from syllabus_parse.readers.rst_inline import Targets, read_rst_inline
from syllabus_parse.readers.rst_tables import (
    GRID_BORDER,
    GRID_LINE,
    SIMPLE_BORDER,
    read_grid,
    read_simple,
)
from syllabus_parse.regex import lazy_regex
from syllabus_parse.source import Span

MAX_DEPTH: Final = 12

ADORNMENT: Final = lazy_regex(r"([!-/:-@\[-`{-~])\1{1,}[ \t]*$")  # e.g. =====
BULLET: Final = lazy_regex(r"(?P<marker>[-*+•‣⁃])(?:[ \t]{1,20}|$)")  # e.g. "- "
FIELD: Final = lazy_regex(r":(?P<name>[^\s:`][^:\n`]{0,80}):(?:[ \t]{1,80}|$)")  # e.g. ":Date: "
DIRECTIVE: Final = lazy_regex(
    r"\.\.[ \t]{1,20}(?:\|(?P<name>[^|\n]{1,80})\|[ \t]{1,20})?(?P<kind>[\w:.+-]{1,60})::(?:[ \t]+|$)"
)
NOTE: Final = lazy_regex(
    r"\.\.[ \t]{1,20}(?P<label>\[(?:\d{1,3}|#\w{0,30}|\*|[A-Za-z][\w.-]{0,40})\])(?:[ \t]+|$)"
)  # ".. [1] x"

# Directives whose content is no text of the page.
PASSED_OVER: Final = frozenset({
    "image", "figure", "code", "code-block", "sourcecode", "literalinclude", "raw", "math", "include", "toctree",
    "contents", "sectnum", "highlight", "meta", "index", "role", "default-role", "target-notes", "header",
    "footer", "bibliography", "graphviz", "plot", "doctest", "testcode", "testsetup", "jupyter-execute",
    "automodule", "autoclass", "autofunction", "mermaid", "youtube", "video", "replace", "unicode", "date",
    "post-list", "tags",
})  # fmt: skip
# Directives whose argument is a name for the style sheet.
STYLED: Final = frozenset(
    {"container", "class", "rst-class", "cssclass", "only", "tab-set", "grid", "card-deck", "table-class"}
)


@attrs.define
class Scanner:
    """What a reading of one page shares: targets, the order of heading styles, problems."""

    targets: Targets
    styles: list[str] = attrs.field(factory=list)
    problems: list[Problem] = attrs.field(factory=list)

    def read_text(self, lines: Sequence[Line]) -> Text:
        """Read the inline markup of lines that belong together."""
        pieces: list[tuple[str, int]] = []
        for number, line in enumerate(lines):
            words = line.text if number == 0 else line.text.lstrip()
            pieces.append((words, line.at + len(line.text) - len(words)))
            if number + 1 < len(lines):
                pieces.append(("\n", line.end))
        return read_rst_inline(pieces, self.targets)

    def read_words(self, words: str, at: int) -> Text:
        """Read the inline markup of a stretch of one line."""
        return read_rst_inline([(words, at)], self.targets)

    def read_blocks(self, lines: Sequence[Line], depth: int = 0) -> list[Block]:
        """Read lines as blocks."""
        out: list[Block] = []
        at = 0
        while at < len(lines):
            if not lines[at].text.strip():
                at += 1
                continue
            if depth >= MAX_DEPTH:
                stop = find_blank(lines, at)
                if not any(problem.code == "SP702" for problem in self.problems):
                    self.problems.append(Problem("SP702", span_of(lines[at:stop])))
                out.append(self._paragraph(lines[at:stop]))
                at = stop
                continue
            at = max(self._read_block(lines, at, depth, out), at + 1)
        return out

    def _read_block(self, lines: Sequence[Line], at: int, depth: int, out: list[Block]) -> int:
        text = lines[at].text
        if text[0] in " \t":
            stop = find_dedent(lines, at, 1)
            out += self.read_blocks(dedent(lines[at:stop]), depth + 1)
            return stop
        if text.startswith("..") and (len(text.rstrip()) == 2 or text[2] in " \t"):
            if len(text.rstrip()) == 2 and (at + 1 == len(lines) or not lines[at + 1].text.strip()):
                return at + 1  # two dots alone end what stood above, and begin nothing
            stop = find_dedent(lines, at + 1, 1)
            self._read_explicit(lines[at:stop], depth, out)
            return stop
        if text.startswith("__ "):
            return at + 1
        heading = self._read_heading(lines, at, out, depth)
        if heading:
            return heading
        table = self._read_table(lines, at, depth, out)
        if table:
            return table
        if BULLET.match(text):
            return self._read_list(lines, at, depth, out, BULLET)
        if NUMBER.match(text) and is_enumerated(lines, at):
            return self._read_list(lines, at, depth, out, NUMBER)
        if FIELD.match(text):
            return self._read_fields(lines, at, depth, out)
        if text[0] == "|" and (len(text) == 1 or text[1] in " \t"):
            return self._read_line_block(lines, at, out)
        if at + 1 < len(lines) and lines[at + 1].text[:1] in (" ", "\t") and lines[at + 1].text.strip():
            return self._read_definition(lines, at, depth, out)
        return self._read_paragraph(lines, at, out)

    # -- paragraphs and headings -----------------------------------------------------------------

    def _paragraph(self, lines: Sequence[Line]) -> Paragraph:
        text = self.read_text(lines).strip()
        return Paragraph(text, span_of(lines))

    def _read_paragraph(self, lines: Sequence[Line], at: int, out: list[Block]) -> int:
        stop = at + 1
        while stop < len(lines) and lines[stop].text.strip() and not lines[stop].text.startswith(".. "):
            stop += 1
        block = lines[at:stop]
        last = block[-1].text.rstrip()
        if not last.endswith("::"):
            out.append(self._paragraph(block))
            return stop
        # "Example::" announces text as it stands; the second colon is a mark and no text.
        cut = len(last) - (2 if last == "::" or last[:-2].endswith((" ", "\t")) else 1)
        kept = [*block[:-1], Line(last[:cut], block[-1].at, block[-1].end)]
        if any(line.text.strip() for line in kept):
            out.append(self._paragraph(kept))
        end = find_dedent(lines, stop, 1)
        literal = [line for line in dedent(lines[stop:end]) if line.text.strip()]
        runs: list[Run] = []
        for line in literal:
            runs.append(Run(line.text, Span(line.at, line.at + len(line.text)), None, Mark.CODE))
            runs.append(Run("\n", Span(line.end, line.end + 1)))
        if literal:
            out.append(Paragraph(Text.of(runs[:-1]), span_of(literal)))
        return end

    def _read_heading(self, lines: Sequence[Line], at: int, out: list[Block], depth: int) -> int:
        """Read a heading or a line across the page that begins here; returns where it ends, or 0."""
        text = lines[at].text.rstrip()
        after = lines[at + 1].text.rstrip() if at + 1 < len(lines) else ""
        if ADORNMENT.match(text) and not SIMPLE_BORDER.match(text):
            below = lines[at + 2].text.rstrip() if at + 2 < len(lines) else ""
            if after.strip() and ADORNMENT.match(below) and below[0] == text[0]:
                self._add_heading(lines[at + 1], text[0] * 2, lines[at : at + 3], out, depth)
                return at + 3
            alone = not after.strip() and (at == 0 or not lines[at - 1].text.strip())
            if alone and len(text) >= 4:
                out.append(Rule(span_of(lines[at : at + 1])))
                return at + 1
            return 0
        if not ADORNMENT.match(after) or SIMPLE_BORDER.match(after) or len(after) < min(4, len(text)):
            return 0
        below = lines[at + 2].text if at + 2 < len(lines) else ""
        if len(after) < len(text) * 2 // 3 and below.strip():
            return 0  # a short line of dashes inside a paragraph
        self._add_heading(lines[at], after[0], lines[at : at + 2], out, depth)
        return at + 2

    def _add_heading(self, line: Line, style: str, block: Sequence[Line], out: list[Block], depth: int) -> None:
        if style not in self.styles:
            self.styles.append(style)
        words = line.text.strip()
        place = Line(words, line.at + line.text.index(words), line.end)
        out.append(Heading(min(self.styles.index(style) + 1, 6), self.read_text([place]), span_of(block)))

    # -- lists -----------------------------------------------------------------------------------

    def _read_list(self, lines: Sequence[Line], at: int, depth: int, out: list[Block], pattern: re.Pattern[str]) -> int:
        items: list[Item] = []
        entries, end = find_items(lines, at, pattern)
        for match, first, stop in entries:
            head = Line(lines[first].text[match.end() :], lines[first].at + match.end(), lines[first].end)
            inner = [head, *dedent(lines[first + 1 : stop])]
            items.append(Item(tuple(self.read_blocks(inner, depth + 1)), span_of(lines[first:stop]), match["marker"]))
        out.append(Listing(tuple(items), span_of(lines[at:end]), ordered=pattern is NUMBER))
        return end

    def _read_fields(self, lines: Sequence[Line], at: int, depth: int, out: list[Block]) -> int:
        """Read ":Date: 9/3" lines as items that begin with the field's name."""
        items: list[Item] = []
        entries, end = find_items(lines, at, FIELD)
        for _, first, stop in entries:
            head = Line(lines[first].text[1:], lines[first].at + 1, lines[first].end)  # "Date: 9/3", without ":"
            blocks: list[Block] = [self._paragraph([head])]
            blocks += self.read_blocks(dedent(lines[first + 1 : stop]), depth + 1)
            items.append(Item(tuple(blocks), span_of(lines[first:stop])))
        out.append(Listing(tuple(items), span_of(lines[at:end])))
        return end

    def _read_definition(self, lines: Sequence[Line], at: int, depth: int, out: list[Block]) -> int:
        items: list[Item] = []
        start = at
        while at + 1 < len(lines) and lines[at].text.strip() and lines[at].text[0] not in " \t":
            text = lines[at].text
            if not lines[at + 1].text.strip() or lines[at + 1].text[0] not in " \t":
                break
            if at > start and (text.startswith(("..", "|", "+")) or BULLET.match(text) or FIELD.match(text)):
                break
            stop = find_dedent(lines, at + 1, 1)
            blocks: list[Block] = [self._paragraph(lines[at : at + 1])]
            blocks += self.read_blocks(dedent(lines[at + 1 : stop]), depth + 1)
            items.append(Item(tuple(blocks), span_of(lines[at:stop])))
            at = stop
            while at < len(lines) and not lines[at].text.strip():
                at += 1
        out.append(Listing(tuple(items), span_of(lines[start:at])))
        return at

    def _read_line_block(self, lines: Sequence[Line], at: int, out: list[Block]) -> int:
        runs: list[Run] = []
        start = at
        while at < len(lines) and lines[at].text[:1] == "|":
            if runs:
                runs.append(Run(BREAK, Span(lines[at - 1].end, lines[at].at + 1)))
            # An indented line goes on with the one above it.
            stop = at + 1
            while stop < len(lines) and lines[stop].text[:1].isspace() and lines[stop].text.strip():
                stop += 1
            first = lines[at]
            bare = first.text[1:].lstrip()
            held = Line(bare, first.at + len(first.text) - len(bare), first.end)
            runs += self.read_text([held, *lines[at + 1 : stop]]).strip().runs
            at = stop
        out.append(Paragraph(Text.of(runs), span_of(lines[start:at])))
        return at

    # -- tables ----------------------------------------------------------------------------------

    def _read_table(self, lines: Sequence[Line], at: int, depth: int, out: list[Block]) -> int:
        text = lines[at].text
        if GRID_BORDER.match(text):
            stop = at
            while stop < len(lines) and GRID_LINE.match(lines[stop].text):
                stop += 1
            drawing = read_grid(lines[at:stop])
        elif SIMPLE_BORDER.match(text):
            stop = find_simple_end(lines, at, SIMPLE_BORDER)
            drawing = read_simple(lines[at:stop]) if stop else None
        else:
            return 0
        if drawing is None:
            return 0
        read_cell = partial(self.read_blocks, depth=depth + 1)
        out.append(make_table(drawing, span_of(lines[at:stop]), read_cell))
        return stop

    # -- directives ------------------------------------------------------------------------------

    def _read_explicit(self, lines: Sequence[Line], depth: int, out: list[Block]) -> None:
        first = lines[0]
        note = NOTE.match(first.text)
        if note is not None:
            # A footnote or citation: its label stays in front of its words.
            head = Line(first.text[note.start("label") :], first.at + note.start("label"), first.end)
            out.append(self._paragraph([head, *[line for line in dedent(lines[1:]) if line.text.strip()]]))
            return
        found = DIRECTIVE.match(first.text)
        if found is None or found["name"] is not None:
            return  # a remark, a target, a substitution
        kind = found["kind"].split(":")[-1].casefold()
        argument = Line(first.text[found.end() :].rstrip(), first.at + found.end(), first.end)
        options, content = split_options(dedent(lines[1:]))
        if kind in PASSED_OVER:
            return
        if kind in ("list-table", "csv-table"):
            if argument.text:
                out.append(self._paragraph([argument]))
            if kind == "csv-table":
                table = read_csv_lines(content, options, self.read_words)
            else:
                table, others = read_list_rows(self.read_blocks(content, depth + 1), options)
                out += others
            out += [table] if table is not None else []
        elif kind == "rubric" and argument.text:
            out.append(Heading(min(len(self.styles) + 1, 6), self.read_text([argument]), span_of([argument])))
        else:
            if argument.text and kind not in STYLED:
                out.append(self._paragraph([argument]))
            out += self.read_blocks(content, depth + 1)
