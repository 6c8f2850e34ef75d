r"""Where the reading of a LaTeX file stands: open groups and environments, and the places that take blocks."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

import attrs

from syllabus_parse.document import (
    BREAK,
    EMPTY,
    Anchor,
    Block,
    Heading,
    Item,
    Listing,
    Mark,
    Paragraph,
    Row,
    Run,
    Table,
    Text,
)
from syllabus_parse.readers.latex_tables import CellDraft, TableDraft
from syllabus_parse.regex import lazy_regex
from syllabus_parse.source import Span

OPTION: Final = lazy_regex(r"[ \t]{0,9}\[[^\[\]]{0,500}\]")
BLANKS: Final = lazy_regex(r"[ \t]*\n?[ \t]*")
BRACE: Final = lazy_regex(r"\\.|[{}]", re.DOTALL)
LINE: Final = lazy_regex(BREAK)


def match_braces(text: str) -> dict[int, int]:
    """Find where each group in braces ends; a group that never ends has no entry."""
    out: dict[int, int] = {}
    opened: list[int] = []
    for found in BRACE.finditer(text):
        if found[0] == "{":
            opened.append(found.start())
        elif found[0] == "}" and opened:
            out[opened.pop()] = found.start()
    return out


@attrs.define(eq=False)
class Flow:
    """A place that takes blocks: the page, an item, a cell."""

    blocks: list[Block] = attrs.field(factory=list)
    runs: list[Run] = attrs.field(factory=list)
    marker: str = ""
    start: int = 0


@attrs.define(eq=False)
class Frame:
    """An open group or environment: the style to go back to, and what its end does."""

    name: str
    marks: int
    anchor: Anchor | None
    close: Callable[[int], None] | None = None
    items: list[Item] | None = None
    table: TableDraft | None = None
    flow: Flow | None = None


@attrs.define(eq=False)
class State:
    """What is open at one place of a text.

    `macros` are the commands that the page defines, by what they stand for; `words` those that print plain words.
    """

    text: str
    end: int
    macros: dict[str, str] = attrs.field(factory=dict)
    words: dict[str, Text] = attrs.field(factory=dict)
    printed: int = 0
    flows: list[Flow] = attrs.field(factory=lambda: [Flow()])
    frames: list[Frame] = attrs.field(factory=list)
    open_names: dict[str, int] = attrs.field(factory=dict)
    marks: int = Mark.NONE
    anchor: Anchor | None = None
    large: list[Span] = attrs.field(factory=list)
    holders: list[Frame] = attrs.field(factory=list)
    closers: dict[int, int] | None = None

    def skip(self, end: int, groups: int) -> int:
        """Pass over options and a number of groups."""
        for _ in range(groups + 3):
            option = OPTION.match(self.text, end, self.end)
            if option:
                end = option.end()
                continue
            inside = self.group(end) if groups else None
            if inside is None:
                break
            end = inside[1] + 1
            groups -= 1
        return end

    def group(self, at: int) -> tuple[int, int] | None:
        """Return the bounds of what a group in braces holds; None where none opens here, or none ends nearby."""
        blanks = BLANKS.match(self.text, at, self.end)
        start = blanks.end() if blanks else at
        if not self.text.startswith("{", start):
            return None
        if self.closers is None:
            self.closers = match_braces(self.text)
        stop = self.closers.get(start, -1)
        return (start + 1, stop) if start < stop < self.end else None

    def close_flow(self, flow: Flow) -> None:
        """Close a flow with those opened in it, where it is open still."""
        at = self._find_flow(flow)
        if at >= 0:
            del self.flows[at:]

    def close_inner(self, flow: Flow) -> None:
        """Close a flow and leave open what was opened in it."""
        at = self._find_flow(flow)
        if at >= 0:
            del self.flows[at]

    def _find_flow(self, flow: Flow) -> int:
        at = len(self.flows) - 1
        while at >= 0 and self.flows[at] is not flow:  # mostly the last one: thousands may stand below it
            at -= 1
        return at

    def end_item(self, holder: Frame, at: int) -> None:
        """End the item of a list that is open, where one is."""
        if holder.flow is None or holder.items is None:
            self.end_paragraph()
            return
        self.end_paragraph()
        flow = holder.flow
        self.close_flow(flow)
        if flow.blocks:
            holder.items.append(Item(tuple(flow.blocks), Span(flow.start, at), flow.marker))
        holder.flow = None

    def close_list(self, items: list[Item], at: int, stop: int, *, ordered: bool) -> None:
        """Put a list down; one without items is none."""
        if items:
            self.flows[-1].blocks.append(Listing(tuple(items), Span(at, stop), ordered))

    def table(self) -> TableDraft | None:
        """Return the table that `&` parts here: the innermost, with nothing but groups opened in it."""
        return self.holders[-1].table if self.holders else None

    def table_required(self) -> TableDraft:
        """Return the innermost table, or one that leads nowhere."""
        table = self.table()
        return table if table is not None else TableDraft(0)

    def end_cell(self, at: int) -> None:
        """End a cell of the innermost table, with all groups that were opened in it."""
        while self.frames and self.frames[-1].name == "{":
            self.pop(at)
        frame = self.frames[-1] if self.frames else None
        if frame is None or frame.table is None or frame.flow is None:
            return
        self.end_paragraph()
        flow = frame.flow
        frame.table.end_cell(CellDraft(tuple(flow.blocks), flow.start, at))
        fresh = Flow(start=at + 1)
        self.close_flow(flow)
        self.flows.append(fresh)
        frame.flow = fresh
        self.marks, self.anchor = frame.marks, frame.anchor

    def close_table(self, table: TableDraft, at: int, stop: int) -> None:
        """Put a table down; one without rows is none."""
        rows: tuple[Row, ...] = table.finish(stop)
        if rows:
            self.flows[-1].blocks.append(Table(rows, Span(at, stop)))

    def push(self, name: str, close: Callable[[int], None] | None) -> None:
        """Open a group or an environment; `close` is called where it ends."""
        self.frames.append(Frame(name, self.marks, self.anchor, close))
        if name != "{":
            self.holders.append(self.frames[-1])
        self.open_names[name] = self.open_names.get(name, 0) + 1

    def pop(self, at: int) -> str:
        """Close what was opened last, and return its name."""
        frame = self.frames[-1]
        if frame.items is not None:
            self.end_item(frame, at)
        if frame.table is not None and frame.flow is not None:
            self.end_paragraph()
            flow = frame.flow
            frame.table.end_cell(CellDraft(tuple(flow.blocks), flow.start, at))
            self.close_flow(flow)
        self.frames.pop()
        if frame.name != "{":
            self.holders.pop()
        self.open_names[frame.name] -= 1
        if frame.close is not None:
            frame.close(at)
        self.marks, self.anchor = frame.marks, frame.anchor
        return frame.name

    def take_large(self, text: Text, flow: Flow) -> Text:
        """Take the lines set large before the first heading off a paragraph: the title of the whole."""
        large, self.large = self.large, []
        if any(isinstance(block, Heading | Table | Listing) for block in flow.blocks):
            return text
        lines = [line for line in text.split(LINE) if line.strip()]
        count = 0
        while count < len(lines) and (span := lines[count].strip().span) is not None:
            if not any(held.start <= span.start and span.end <= held.end + 1 for held in large):
                break
            flow.blocks.append(Heading(1, lines[count].strip(), span))
            count += 1
        if not count:
            return text
        return text.slice(text.plain.find(lines[count].plain), len(text.plain)).strip() if count < len(lines) else EMPTY

    def add(self, printed: str, start: int, end: int) -> None:
        """Add what a stretch of the source prints to the open text."""
        if printed:
            self.flows[-1].runs.append(Run(printed, Span(start, end), self.anchor, self.marks))

    def end_paragraph(self) -> None:
        """Put the open text down as a paragraph."""
        flow = self.flows[-1]
        text = Text.of(flow.runs).strip()
        flow.runs = []
        if self.large and flow is self.flows[0]:
            text = self.take_large(text, flow)
        if (text or text.links()) and text.span is not None:
            flow.blocks.append(Paragraph(text, text.span))
