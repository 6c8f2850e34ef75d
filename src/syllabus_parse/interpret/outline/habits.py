"""How a document carries its sessions: counted before it is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, Literal

import attrs

from syllabus_parse.document import Block, Document, Heading, Item, Listing, Paragraph, Table, Text, walk
from syllabus_parse.interpret.citations.values import title_links
from syllabus_parse.interpret.outline.head_words import name_weekday
from syllabus_parse.interpret.outline.heads import (
    is_date_only,
    opens_with_date,
    opens_with_number,
    read_head,
    tells_when,
)
from syllabus_parse.interpret.outline.paragraph_cuts import split_weekdays
from syllabus_parse.interpret.tables.cells import cell_words
from syllabus_parse.interpret.tables.column_profiles import holds_figures
from syllabus_parse.interpret.tables.columns import read_header
from syllabus_parse.interpret.words import is_policy, is_works_part, requirement_group, title_kind
from syllabus_parse.interpret.works.entry_cuts import cut_at_lines
from syllabus_parse.normalize.dates import find_whens, parse_week, parse_whens
from syllabus_parse.normalize.venues import is_venue


@attrs.frozen(eq=False)
class Habits:
    """How a document carries its sessions, counted before it is read.

    `dated_weeks` says that days stand below the headings of weeks; `whole_weeks` are the places of those weeks'
    headings that have none, so that the week itself is what meets. `weekdays` lead lines of their own, Monday being 0.
    `works_parts` head works among other lists ("References", "**Required readings:**"); `topics_below` says that the
    headings of days stand right above those of their topics, though these are larger. `headless` are the words of
    items, without a mark or link among them, that open nothing.
    """

    date_headings: int = 0
    date_items: int = 0
    date_paragraphs: int = 0
    numbered_items: int = 0
    week_items: int = 0
    numbered_paragraphs: int = 0
    numbered_headings: int = 0
    week_headings: int = 0
    tables: int = 0
    work_tables: int = 0
    top_headings: int = 0
    venue_headings: int = 0
    works_parts: int = 0
    dated_weeks: bool = False
    whole_weeks: frozenset[int] = frozenset()
    headless: frozenset[str] = frozenset()
    topics_below: bool = False
    weekdays: tuple[int, ...] = ()

    @property
    def items_carry(self) -> bool:
        """Tell whether dated items of lists are the sessions."""
        return self.date_items >= 2 and not self.date_headings >= 2 and not self.numbered_items >= 3 and not self.tables

    @property
    def paragraphs_carry(self) -> bool:
        """Tell whether paragraphs with a numbered meeting in bold are the sessions."""
        dated = self.date_headings or self.date_items or self.date_paragraphs or self.tables
        return (
            self.numbered_paragraphs >= 2 and not dated and not self.numbered_headings and not self.numbered_items >= 3
        )

    @property
    def weeks_carry(self) -> bool:
        """Tell whether items that name weeks are the sessions: nothing else on the page is dated."""
        dated = self.date_headings or self.date_items or self.date_paragraphs or self.tables
        return self.week_items >= 2 and not dated and not self.week_headings and not self.numbered_items >= 3


def count_habits(document: Document) -> Habits:
    """Count what could carry sessions, parts of rules and deadlines left out."""
    counts = dict.fromkeys(
        (
            "date_headings",
            "date_items",
            "date_paragraphs",
            "numbered_items",
            "week_items",
            "numbered_paragraphs",
            "numbered_headings",
            "week_headings",
            "tables",
            "work_tables",
            "top_headings",
            "venue_headings",
            "works_parts",
        ),
        0,
    )
    policy = False
    in_week = dated_weeks = False
    spans_of_days = terms = 0
    week: Heading | None = None
    weeks: set[int] = set()
    dated: set[int] = set()
    weekdays: set[int | None] = set()
    headless: set[str] = set()
    for block in walk_undated(document.blocks):
        if isinstance(block, Heading):
            policy = is_policy(block.text.plain)
            counts["works_parts"] += heads_works(block.text.plain)
            weekdays.add(name_weekday(block.text.plain) if not policy else None)
            if week is not None and block.level <= week.level:
                week = None
            if block.level == 1:
                counts["top_headings"] += 1
            head = read_head(block.text)
            if head is not None and head.week is not None and head.whens and head.whens[0][0].end_day is not None:
                # "Week 1 (Jan 16 – 20)" heads a week where days stand below it, else the week itself is what meets.
                spans_of_days += 1
                in_week, week = True, block
                weeks.add(block.span.start)
            elif head is not None and head.whens:
                counts["date_headings"] += 1
                dated_weeks = dated_weeks or in_week
                dated |= {week.span.start} if week is not None else set()
            elif head is not None and head.numbered:
                counts["numbered_headings"] += 1
            elif head is not None and head.week is not None:
                counts["week_headings"] += 1
                in_week = True
                week = block
                weeks.add(block.span.start)
            elif is_venue(block.text.plain):
                counts["venue_headings"] += 1
        elif isinstance(block, Listing) and not policy:
            for item in block.items:
                first = next((inner.text for inner in item.blocks if isinstance(inner, Paragraph | Heading)), None)
                if first is None or not first:
                    continue
                weekdays.add(name_weekday(first.plain))
                if opens_with_date(first) or has_day_below(item):
                    counts["date_items"] += 1 + is_term(item)
                    terms += is_term(item)
                    if week is not None and is_aside(first):
                        continue
                    dated_weeks = dated_weeks or in_week
                    dated |= {week.span.start} if week is not None else set()
                elif (
                    (head := read_head(first, item=True)) is not None
                    and head.numbered
                    and (head.rest or title_links(first) or len(item.blocks) > 1)
                ):
                    counts["numbered_items"] += 1
                elif head is not None and head.whens:
                    counts["date_items"] += 1 + is_term(item)
                elif head is not None and head.week is not None:
                    counts["week_items"] += 1
                elif head is None and not first.is_marked():
                    headless.add(first.plain)
        elif isinstance(block, Paragraph) and not policy:
            counts["works_parts"] += heads_works(block.text.plain)
            weekdays |= {name_weekday(line.plain) for line in split_weekdays(block.text)}
            lines = cut_at_lines(block.text, opens_with_date)
            if len(lines) > 1:
                counts["date_paragraphs"] += len(lines)
                dated |= {week.span.start} if week is not None else set()
                dated_weeks = dated_weeks or in_week
            elif opens_with_number(block.text) and not opens_with_date(block.text):
                counts["numbered_paragraphs"] += 1
            elif opens_with_date(block.text) and (is_date_only(block.text) or len(block.text.plain) < 300):
                counts["date_paragraphs"] += 1
                if week is not None and is_aside(block.text):
                    continue
                dated_weeks = dated_weeks or in_week
                dated |= {week.span.start} if week is not None else set()
        elif isinstance(block, Table) and (carried := weigh_table(block)) is not None:
            counts[carried] += 1
            dated |= {week.span.start} if week is not None and carried == "tables" else set()
    if counts["date_paragraphs"] == 1 and not counts["date_headings"] and not counts["date_items"]:
        counts["date_paragraphs"] -= opens_with_stamp(document)
    # A day that nothing is said of is a paragraph between terms with definitions.
    counts["date_paragraphs"] += terms if counts["date_paragraphs"] else 0
    counts["week_headings" if dated_weeks else "date_headings"] += spans_of_days
    days = tuple(sorted(day for day in weekdays if day is not None))
    return Habits(
        **counts,
        dated_weeks=dated_weeks,
        whole_weeks=frozenset(weeks - dated),
        headless=frozenset(headless),
        weekdays=days,
        topics_below=counts["date_headings"] + counts["date_paragraphs"] > 1 and _stand_above_topics(document.blocks),
    )


def _stand_above_topics(blocks: Sequence[Block]) -> bool:
    """Tell a page whose days are headings or lines with nothing below them but the larger heading of their topic."""
    days = above = 0
    for block, following in pairwise(blocks):
        if isinstance(block, Heading | Paragraph) and is_date_only(block.text):
            days += 1
            level = block.level if isinstance(block, Heading) else LINE_LEVEL
            if isinstance(following, Heading) and following.level < level:
                head = read_head(following.text)
                above += head is None or not (head.whens or head.week)
    return above > 1 and above * 2 > days


LINE_LEVEL: Final = 9
"""The level of a line among headings, whose smallest is 6: below them all."""


def is_aside(text: Text) -> bool:
    """Tell a line of a week that only names a day off or an exam: the week still meets as a whole.

    A week with its days one by one has other days too, and these tell.
    """
    if text.plain.lstrip().startswith("("):
        return True
    head = read_head(text, item=True)
    return head is not None and title_kind(head.rest.plain) in ("holiday", "exam")


def is_term(item: Item) -> bool:
    """Tell a term with its definitions: a day there is no aside, though it stands alone on the page of one week."""
    below = (inner for listing in item.blocks if isinstance(listing, Listing) for inner in listing.items)
    return any(inner.marker == ":" for inner in below)


def has_day_below(item: Item) -> bool:
    """Tell an item whose day is told in a line below it: "1. Trees", then "- When: 5 Oct" and "- Who: Bo Lind"."""
    return any(
        isinstance(part, Paragraph | Heading) and tells_when(part.text)
        for listing in item.blocks
        if isinstance(listing, Listing)
        for inner in listing.items[:LINES_BELOW]
        for part in inner.blocks[:1]
    )


LINES_BELOW: Final = 6
SCHEDULE_ROLES: Final = frozenset(
    ("date", "week", "number", "day", "topic", "title", "session", "reading", "paper", "authors", "venue", "year")
)
WORK_HEADS: Final = frozenset(("title", "reading", "paper"))
WORK_FACTS: Final = frozenset(("authors", "venue", "year"))
SESSION_HEADS: Final = frozenset(
    ("date", "week", "number", "day", "month", "topic", "session", "presenter", "assignment")
)
SAMPLE_ROWS: Final = 40


def weigh_table(table: Table) -> Literal["tables", "work_tables"] | None:
    """Tell a table that may hold sessions and one of works with their venues from those of people, rooms or grades.

    A head of the trade or two rows with a day or a week make it one; so does size, where nothing tells.
    """
    rows = [[cell_words(cell) for cell in row.cells] for row in table.rows[:SAMPLE_ROWS]]
    rows = [row for row in rows if any(row)]
    heads = {read_header(words).role for words in rows[0] if words} if rows else set()
    if holds_figures(rows[1:], dated=bool(heads & {"date", "week", "number", "day"})):
        return None
    counted = {"number"} if {"authors", "venue"} <= heads else set()  # a number of the list, not of a meeting
    if heads & WORK_HEADS and heads & WORK_FACTS and not (heads - counted) & SESSION_HEADS:
        return "work_tables"
    if len(rows) > SMALL_TABLE or any(len(words) > LONG_CELL for row in rows for words in row):
        return "tables"
    if len(heads & SCHEDULE_ROLES) > 1:
        return "tables"
    dated = sum(
        any(find_whens(words) or parse_week(words) is not None or words.isdigit() for words in row[:3] if words)
        for row in rows
    )
    return "tables" if dated >= 2 else None


SMALL_TABLE: Final = 8
LONG_CELL: Final = 120


def opens_with_stamp(document: Document) -> bool:
    """Tell a page with a day in full above all else: it tells when the page was written."""
    first = document.blocks[0] if len(document.blocks) > 1 else None
    whens = parse_whens(first.text.plain.strip()) if isinstance(first, Paragraph) else ()
    return len(whens) == 1 and whens[0].year is not None and whens[0].day is not None


def heads_works(words: str) -> bool:
    """Tell a heading or a label above its list that says that works are listed: "References", "Optional readings:"."""
    return len(words) <= LONGEST_PART and (is_works_part(words) or requirement_group(words) is not None)


LONGEST_PART: Final = 50


def walk_undated(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield every block but what hangs below a dated item: that is told of the item's own day."""
    return walk(blocks, below=_list_undated)


def _list_undated(block: Block) -> list[Block]:
    """List what stands below a block and may carry sessions: lists and tables of undated items, headings in cells."""
    if isinstance(block, Table):
        cells = [cell for row in block.rows for cell in row.cells]
        return [part for cell in cells for part in cell.blocks if isinstance(part, Heading | Table)]
    below: list[Block] = []
    for item in block.items if isinstance(block, Listing) else ():
        nested = [part for part in item.blocks if isinstance(part, Listing | Table)]
        first = next((part.text for part in item.blocks if isinstance(part, Paragraph | Heading)), None)
        if nested and (first is None or not (opens_with_date(first) or has_day_below(item))):
            below += nested
    return below
