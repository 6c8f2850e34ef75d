"""HTML among Markdown: which stretch of it is a block, and what only wraps Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

import attrs

from syllabus_parse.document import Block, Problem, Rule, Text
from syllabus_parse.readers.inline_tags import HIDDEN_TAGS, read_tag
from syllabus_parse.regex import lazy_regex
from syllabus_parse.source import Span

# read as HTML from the tag to its end, over blank lines
STRUCTURES: Final = frozenset("table ul ol dl pre iframe h1 h2 h3 h4 h5 h6 select object video audio svg form".split())  # noqa: SIM905
# read as HTML where they hold a stretch without a blank line, else taken for what wraps Markdown
WRAPPERS: Final = frozenset(
    """div p center section article aside main header footer nav details summary blockquote figure figcaption address
    li dt dd td th tr tbody thead tfoot caption colgroup col fieldset body html head title meta link
    button noscript base""".split()  # noqa: SIM905
)
BLANK_LINE: Final = lazy_regex(r"\n[ \t\r]*\n")
# Markdown within a wrapper
MARKDOWN: Final = lazy_regex(
    r"^[ \t]{0,40}(?:[-*+•][ \t]|\d{1,3}[.)][ \t]|#{1,6}[ \t]|\|)|\bmarkdown\s?=", re.MULTILINE
)
BREAKS: Final = lazy_regex(r"(?:</?br[ \t]{0,4}/?>[ \t\r]{0,20}){1,20}(?=\n|$)", re.IGNORECASE)


@attrs.define(eq=False)
class HtmlChunks:
    """Finds HTML blocks in one text; the ends of all tags of a name are matched in a single pass over it."""

    text: str
    offset: int
    inline: Callable[[str, int], Text]
    ends: dict[str, dict[int, int]] = attrs.field(factory=dict)
    closers: dict[str, int] = attrs.field(factory=dict)
    problems: list[Problem] = attrs.field(factory=list)

    def read(self, start: int) -> tuple[tuple[Block, ...], int] | None:
        """Read HTML that opens a line at `start`: its blocks and its end, or None where it is inline.

        Tags side by side that show nothing are dropped together.
        """
        found = self._read_one(start)
        if found is None:
            return None
        blocks, end = found
        while not blocks:
            while end < len(self.text) and self.text[end] in " \t":
                end += 1
            found = self._read_one(end) if self.text.startswith("<", end) else None
            if found is None:
                break
            blocks, end = found
        return blocks, end

    def _read_one(self, start: int) -> tuple[tuple[Block, ...], int] | None:
        text = self.text
        if text.startswith("<!--", start):
            end = self._find("-->", start)
            return (), end + 3 if end >= 0 else start + 4
        tag = read_tag(text, start)
        if tag is None:
            return None
        name = tag.name
        if name == "hr":
            return (Rule(Span(start + self.offset, tag.end + self.offset)),), tag.end
        if name == "br":
            breaks = BREAKS.match(text, start)
            return ((), breaks.end()) if breaks else None
        if name in HIDDEN_TAGS and not tag.closing:
            end = self._find(f"</{name}", tag.end)
            close = read_tag(text, end) if end >= 0 else None
            return (), close.end if close else tag.end
        if name not in STRUCTURES and name not in WRAPPERS and name not in HIDDEN_TAGS:
            return None
        end = -1 if tag.closing else self._find_ends(name).get(start, -1)
        if end < 0 or (name in WRAPPERS and not self._is_closed_html(tag.end, end, text[start : tag.end])):
            return (), tag.end
        return self._read_blocks(text[start:end], start + self.offset), end

    def read_cell(self, text: str, offset: int) -> tuple[Block, ...]:
        """Read the HTML within a cell of a pipe table."""
        return self._read_blocks(text, offset)

    def _read_blocks(self, text: str, offset: int) -> tuple[Block, ...]:
        from syllabus_parse.readers.html_blocks import read_html_blocks  # noqa: PLC0415 - most Markdown has none

        blocks, problems = read_html_blocks(text, offset=offset, inline=self.inline)
        self.problems += problems
        return blocks

    def is_break(self, start: int) -> bool:
        """Tell whether a line holds nothing but line breaks."""
        return BREAKS.match(self.text, start) is not None

    def take_problems(self) -> list[Problem]:
        """Hand over what was found wrong since the last call."""
        problems, self.problems = self.problems, []
        return problems

    def _is_closed_html(self, inner: int, end: int, tag: str) -> bool:
        blank = BLANK_LINE.search(self.text, inner, end)
        return not blank and not MARKDOWN.search(self.text, inner, end) and "markdown" not in tag

    def _find_ends(self, name: str) -> dict[int, int]:
        """Match each opening tag of a name with the end of its closing tag, all in one pass."""
        if name not in self.ends:
            matched: dict[int, int] = {}
            opened: list[int] = []
            for found in re.compile(rf"<(/?){name}(?=[\s>/])[^<>]{{0,3000}}>", re.IGNORECASE).finditer(self.text):
                if not found[1]:
                    opened.append(found.start())
                elif opened:
                    matched[opened.pop()] = found.end()
            self.ends[name] = matched
        return self.ends[name]

    def _find(self, closer: str, at: int) -> int:
        """Find a closer from `at` on; each stretch of the text is searched once."""
        known = self.closers.get(closer)
        if known is None or 0 <= known < at:
            known = self.closers[closer] = self.text.find(closer, at)
        return known
