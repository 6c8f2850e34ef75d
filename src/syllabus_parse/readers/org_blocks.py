"""Lines of Org to blocks: headings, lists, tables, drawers, with the offsets that Org parsers for Python don't keep."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import attrs

from syllabus_parse.document import (
    Block,
    Cell,
    Heading,
    Item,
    Listing,
    Mark,
    Node,
    Paragraph,
    Problem,
    Row,
    Rule,
    Run,
    Scalar,
    Table,
    Text,
)
from syllabus_parse.readers.indented import Line, dedent, find_blank, find_dedent, span_of
from syllabus_parse.readers.org_inline import read_org_inline
from syllabus_parse.regex import lazy_regex
from syllabus_parse.source import Span

MAX_DEPTH: Final = 12

# e.g. "** TODO [#A] Week 1: Maps :core:"
HEADING: Final = lazy_regex(
    r"""(?P<stars>\*{1,40})[ \t]+
        (?:(?:TODO|DONE|NEXT|WAITING|CANCELLED|CANCELED|STARTED|HOLD)[ \t]+)?(?:\[\#[A-Z0-9]\][ \t]+)?(?:COMMENT[ \t]+)?
        (?P<title>.*?)(?P<tags>[ \t]+:[\w@#%:]{1,200}:)?$""",
    re.VERBOSE,
)
KEYWORD: Final = lazy_regex(r"#\+(?P<key>\w[\w-]{0,40})(?:\[[^\]\n]{0,80}\])?:(?:[ \t]+|$)", re.IGNORECASE)
BEGIN: Final = lazy_regex(r"#\+begin_(?P<kind>\w{1,40})", re.IGNORECASE)
DRAWER: Final = lazy_regex(r":[\w-]{1,60}:$")
BULLET: Final = lazy_regex(
    r"(?P<marker>[-+]|\d{1,3}[.)]|(?:[a-z][.)]|[A-Z]\))(?=[ \t]))(?:[ \t]{1,40}|$)"  # "N. Roe" is a name
    r"(?:\[\@\d{1,3}\][ \t]{1,9})?(?:\[[ Xx-]\](?:[ \t]+|$))?"  # e.g. "3. [@3] " · "- [X] "
)
STAR_BULLET: Final = lazy_regex(r"(?P<marker>\*)(?:[ \t]{1,40}|$)(?:\[[ Xx-]\](?:[ \t]+|$))?")
TERM: Final = lazy_regex(r"[ \t]::(?:[ \t]|$)")
TABLE_LINE: Final = lazy_regex(r"\|")
SEPARATOR: Final = lazy_regex(r"\|[-+| :]*-[-+| :]*$")
RULE: Final = lazy_regex(r"-{5,}$")
COOKIE: Final = lazy_regex(r"(?:<[lcr]?\d{0,4}>|[/<>]|[<>]{1,2})?$")  # e.g. <l> · <10> · /
# Blocks whose content is code; the others hold text.
CODE_BLOCKS: Final = frozenset({"src", "export", "comment", "latex", "html", "ascii"})
META: Final = frozenset(
    {"title", "subtitle", "author", "date", "course", "semester", "term", "description", "language", "institution"}
)


@attrs.define
class Scanner:
    """What one reading of a file gathers."""

    meta: list[tuple[Text, Node]] = attrs.field(factory=list)
    problems: list[Problem] = attrs.field(factory=list)

    def read_text(self, lines: Sequence[Line]) -> Text:
        """Read the inline markup of lines that belong together."""
        pieces: list[tuple[str, int]] = []
        for number, line in enumerate(lines):
            words = line.text.lstrip()
            pieces.append((words, line.at + len(line.text) - len(words)))
            if number + 1 < len(lines):
                pieces.append(("\n", line.end))
        return read_org_inline(pieces).strip()

    def read_blocks(self, lines: Sequence[Line], depth: int) -> list[Block]:
        """Read lines as blocks; nesting deeper than the limit becomes paragraphs."""
        out: list[Block] = []
        endless: dict[str, int] = {}
        at = 0
        while at < len(lines):
            text = lines[at].text.strip()
            if not text:
                at += 1
            elif depth >= MAX_DEPTH:
                stop = find_blank(lines, at)
                if not self.problems:
                    self.problems.append(Problem("SP702", span_of(lines[at:stop])))
                out.append(Paragraph(self.read_text(lines[at:stop]), span_of(lines[at:stop])))
                at = stop
            else:
                at = max(self._read_block(lines, at, depth, out, endless), at + 1)
        return out

    def _read_block(self, lines: Sequence[Line], at: int, depth: int, out: list[Block], endless: dict[str, int]) -> int:
        line = lines[at]
        text = line.text.strip()
        heading = HEADING.match(line.text) if line.text[0] == "*" and depth == 0 else None
        if heading is not None:
            self._add_heading(line, heading, out)
            return at + 1
        if text[0] == "#":
            return self._read_keyword(lines, at, depth, out, endless)
        if DRAWER.match(text):
            return _find_end(lines, at, ":end:", endless)
        if RULE.match(text):
            out.append(Rule(span_of([line])))
            return at + 1
        if text[0] == "|":
            return self._read_table(lines, at, out)
        if text[0] == ":" and (len(text) == 1 or text[1] == " "):
            return _read_fixed(lines, at, out)
        if bullet_of(line.text, nested=depth > 0) is not None:
            return self._read_list(lines, at, depth, out)
        stop = at + 1
        while stop < len(lines) and not self._ends_paragraph(lines[stop], depth):
            stop += 1
        out.append(Paragraph(self.read_text(lines[at:stop]), span_of(lines[at:stop])))
        return stop

    def _ends_paragraph(self, line: Line, depth: int) -> bool:
        text = line.text.strip()
        if not text or text[0] in "|#" or RULE.match(text) or DRAWER.match(text):
            return True
        if line.text[0] == "*" and HEADING.match(line.text) is not None:
            return True
        return bullet_of(line.text, nested=depth > 0) is not None

    def _add_heading(self, line: Line, match: re.Match[str], out: list[Block]) -> None:
        start, end = match.span("title")
        words = line.text[start:end]
        place = Line(words, line.at + start, line.end)
        # The title of the file is the page's own heading, and all others stand below it.
        below = any(key.plain.casefold() == "title" for key, _ in self.meta)
        out.append(Heading(min(len(match["stars"]) + below, 6), self.read_text([place]), span_of([line])))

    def _read_keyword(
        self, lines: Sequence[Line], at: int, depth: int, out: list[Block], endless: dict[str, int]
    ) -> int:
        line = lines[at]
        text = line.text.strip()
        begin = BEGIN.match(text)
        if begin is not None:
            stop = _find_end(lines, at, f"#+end_{begin['kind'].casefold()}", endless)
            if begin["kind"].casefold() not in CODE_BLOCKS:
                inner = lines[at + 1 : stop - 1 if stop - 1 > at else stop]
                out += self.read_blocks(dedent(inner), depth + 1)
            return stop
        match = KEYWORD.match(text)
        if match is not None and match["key"].casefold() in META:
            lead = len(line.text) - len(line.text.lstrip())
            start = line.at + lead + match.end()
            value = read_org_inline([(text[match.end() :], start)]).strip()
            where = line.at + lead + match.start("key")
            name = match["key"].casefold()
            key = Text.of([Run(name, Span(where, where + len(name)) if match["key"] == name else span_of([line]))])
            self.meta.append((key, Scalar(value, value.span or span_of([line]))))
        elif match is not None and match["key"].casefold() == "caption":
            start = line.at + len(line.text) - len(line.text.lstrip()) + match.end()
            out.append(Paragraph(read_org_inline([(text[match.end() :], start)]), span_of([line])))
        return at + 1  # a remark, or a setting of the exporter

    # -- lists and tables ------------------------------------------------------------------------

    def _read_list(self, lines: Sequence[Line], at: int, depth: int, out: list[Block]) -> int:
        items: list[Item] = []
        start = at
        indent = indent_of(lines[at])
        ordered = lines[at].text.strip()[0].isalnum()
        while at < len(lines):
            line = lines[at]
            if not line.text.strip():
                at += 1
                continue
            match = bullet_of(line.text, nested=depth > 0)
            if match is None or indent_of(line) != indent:
                break
            stop = find_dedent(lines, at + 1, indent + 1)
            head = Line(line.text[match.end() :], line.at + match.end(), line.end)
            items.append(self._make_item(head, lines[at + 1 : stop], match["marker"], span_of(lines[at:stop]), depth))
            at = stop
        out.append(Listing(tuple(items), span_of(lines[start:at]), ordered))
        return at

    def _make_item(self, head: Line, rest: Sequence[Line], marker: str, span: Span, depth: int) -> Item:
        inner = dedent(rest)
        term = TERM.search(head.text)
        if term is None:
            # Lines below the bullet carry on its paragraph; deeper blocks follow.
            return Item(tuple(self.read_blocks([head, *inner], depth + 1)), span, marker)
        name = Line(head.text[: term.start()], head.at, head.end)
        words = Line(head.text[term.end() :], head.at + term.end(), head.end)
        blocks: list[Block] = [Paragraph(self.read_text([name]), span_of([name]))]
        below = tuple(self.read_blocks([words, *inner], depth + 1))
        if below and isinstance(below[0], Paragraph):
            told = Span(below[0].span.start, span.end)
            below = (Listing((Item(below, told, ":"),), told),)  # a definition, as in Markdown
        return Item((*blocks, *below), span, marker)

    def _read_table(self, lines: Sequence[Line], at: int, out: list[Block]) -> int:
        rows: list[Row] = []
        start = at
        headers = 0
        while at < len(lines) and lines[at].text.strip()[:1] == "|":
            line = lines[at]
            if SEPARATOR.match(line.text.strip()):
                headers = headers or len(rows)
            else:
                cells = self._cut_row(line)
                if cells and not all(COOKIE.fullmatch(cut.text) for cut in cells):
                    made = tuple([self._make_cell(cut) for cut in cells])
                    rows.append(Row(made, span_of([line])))
            at += 1
        if headers and headers < len(rows):
            heads = [
                attrs.evolve(row, header=True, cells=tuple(attrs.evolve(c, header=True) for c in row.cells))
                for row in rows[:headers]
            ]
            rows[:headers] = heads
        if rows:
            out.append(Table(tuple(rows), span_of(lines[start:at])))
        return at

    def _cut_row(self, line: Line) -> list[Line]:
        """Cut a row at its bars; a bar inside a link's brackets is none."""
        out: list[Line] = []
        text = line.text
        left = text.index("|") + 1
        at = left
        while True:
            bar = text.find("|", at)
            end = len(text) if bar < 0 else bar
            opened = text.rfind("[[", max(left, end - 600), end)
            if bar >= 0 and opened >= 0 and text.find("]]", opened, end) < 0 and text.find("]]", end, end + 500) >= 0:
                at = bar + 1
                continue
            if bar < 0 and not text[left:].strip():
                break
            words = text[left:end]
            inner = words.strip()
            lead = len(words) - len(words.lstrip()) if inner else 0
            out.append(Line(inner, line.at + left + lead, line.end))
            if bar < 0:
                break
            left = at = bar + 1
        return out

    def _make_cell(self, cut: Line) -> Cell:
        text = read_org_inline([(cut.text, cut.at)]) if cut.text else Text((), "")
        return Cell((Paragraph(text, span_of([cut])),) if text or text.links() else (), span_of([cut]))


def bullet_of(text: str, *, nested: bool = False) -> re.Match[str] | None:
    """Match the bullet that begins a line behind its indent; a star counts only where it is indented or `nested`."""
    lead = len(text) - len(text.lstrip())
    if text[lead : lead + 1] == "*":
        return STAR_BULLET.match(text, lead) if lead or nested else None
    return BULLET.match(text, lead)


def indent_of(line: Line) -> int:
    """Count the blanks that a line begins with."""
    return len(line.text) - len(line.text.lstrip())


def _find_end(lines: Sequence[Line], at: int, mark: str, endless: dict[str, int]) -> int:
    """Return where a drawer or a block ends; behind its first line where the end is missing.

    `endless` remembers up to which line no end was found, so that it is not looked for again and again.
    """
    if at < endless.get(mark, 0):
        return at + 1
    number = at + 1
    for number in range(at + 1, len(lines)):
        text = lines[number].text
        if text.strip().casefold() == mark:
            return number + 1
        if text[:1] == "*" and HEADING.match(text):
            break
    endless[mark] = number
    return at + 1


def _read_fixed(lines: Sequence[Line], at: int, out: list[Block]) -> int:
    runs: list[Run] = []
    start = at
    while at < len(lines) and re.match(r"\s*+:(?: |$)", lines[at].text):
        line = lines[at]
        words = line.text.lstrip()[1:].strip()
        where = line.at + line.text.rindex(words) if words else line.at
        if runs:
            runs.append(Run("\n", Span(lines[at - 1].end, lines[at - 1].end + 1)))
        runs.append(Run(words, Span(where, where + len(words)), None, Mark.CODE))
        at += 1
    out.append(Paragraph(Text.of(runs), span_of(lines[start:at])))
    return at
