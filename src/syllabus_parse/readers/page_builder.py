"""What has been read of a Markdown page so far: its blocks, the list items that are open, the paragraph that is."""

from __future__ import annotations

import attrs

from syllabus_parse.document import Anchor, Block, Mark, Paragraph, Problem, Run, Text
from syllabus_parse.readers.inline import is_visible, read_inline, read_inline_pieces, trim
from syllabus_parse.readers.item_stack import MAX_DEPTH, ItemStack
from syllabus_parse.source import Span


@attrs.define(eq=False)
class PageBuilder:
    """Takes lines and blocks in order; offsets are those of `text`, which stands at `offset` of the source."""

    text: str
    offset: int
    references: dict[str, Anchor]
    stack: ItemStack = attrs.field(factory=ItemStack)
    lines: list[tuple[int, int]] = attrs.field(factory=list)
    problems: list[Problem] = attrs.field(factory=list)

    def finish(self) -> tuple[Block, ...]:
        """Close what is open and return the blocks."""
        self.flush()
        self.stack.close_to(1)
        return self.stack.top.finish()

    def report_depth(self, start: int, stop: int) -> None:
        """Say once that nesting was flattened."""
        if not any(each.code == "SP702" for each in self.problems):
            self.problems.append(Problem("SP702", self.span(start, stop), f"more than {MAX_DEPTH} levels"))

    def add(self, block: Block, indent: int) -> None:
        """Put a block where a line this far in belongs."""
        self.stack.place(indent)
        self.stack.top.put(block, block.span.end)

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
