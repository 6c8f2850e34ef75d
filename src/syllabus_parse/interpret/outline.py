"""Headings, lists and paragraphs to raw sessions and readings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Literal, TypeAlias

import attrs

from syllabus_parse.document import (
    Block,
    Data,
    Document,
    Heading,
    Item,
    Listing,
    Mark,
    Paragraph,
    Rule,
    Run,
    Scalar,
    Table,
    Text,
)
from syllabus_parse.interpret.citation_kinds import is_instruction
from syllabus_parse.interpret.citation_values import title_links
from syllabus_parse.interpret.deadlines import is_deadline, is_milestone, read_assignments
from syllabus_parse.interpret.entries import Entry, read_item, split_lines
from syllabus_parse.interpret.fields import fill_session, looks_like_work, read_label
from syllabus_parse.interpret.heads import WEEK_LEAD, Head, is_date_only, is_off_day, opens_with_date, read_head
from syllabus_parse.interpret.papers import PaperLines, is_prose
from syllabus_parse.interpret.records import RawLink, RawReading, RawSession, RawSyllabus, RawVenue
from syllabus_parse.interpret.tables import Scope, interpret_table
from syllabus_parse.interpret.topics import read_topic
from syllabus_parse.interpret.words import fold_label, is_page_part, is_policy, link_label, requirement_group
from syllabus_parse.interpret.works import read_works
from syllabus_parse.model import Requirement
from syllabus_parse.normalize.dates import When, find_whens
from syllabus_parse.normalize.people import score_people
from syllabus_parse.normalize.titles import is_placeholder
from syllabus_parse.normalize.venues import is_venue, parse_venue
from syllabus_parse.source import Span

LevelKind: TypeAlias = Literal["title", "page", "policy", "section", "venue", "year", "week", "requirement", "session"]
YEAR_HEADING: Final = re.compile(r"\s*(?:year\s+|jahr\s+|año\s+|ano\s+|class of )?(?P<year>(?:19|20)\d\d)\s*(?:年)?(?:\s*(?:papers?|readings?))?\s*", re.IGNORECASE)
DEEP: Final = 90
ITEM: Final = 95


@attrs.frozen(eq=False)
class Level:
    """One heading that holds: its depth, what it is, and its words."""

    depth: int
    kind: LevelKind
    text: Text
    venue: RawVenue | None = None
    year: int | None = None
    requirement: Requirement | None = None


@attrs.frozen(eq=False)
class Habits:
    """How a document carries its sessions, counted before it is read."""

    date_headings: int = 0
    date_items: int = 0
    date_paragraphs: int = 0
    numbered_items: int = 0
    numbered_headings: int = 0
    week_headings: int = 0
    tables: int = 0
    top_headings: int = 0
    venue_headings: int = 0
    dated_weeks: bool = False

    @property
    def items_carry(self) -> bool:
        """Tell whether dated items of lists are the sessions."""
        return self.date_items >= 2 and not self.date_headings >= 2 and not self.numbered_items >= 3 and not self.tables


def count_habits(document: Document) -> Habits:
    """Count what could carry sessions, parts of rules and deadlines left out."""
    counts = dict.fromkeys(("date_headings", "date_items", "date_paragraphs", "numbered_items", "numbered_headings", "week_headings", "tables", "top_headings", "venue_headings"), 0)
    policy = False
    in_week = dated_weeks = False
    for block in walk_undated(document.blocks):
        if isinstance(block, Heading):
            policy = is_policy(block.text.plain)
            if block.level == 1:
                counts["top_headings"] += 1
            head = read_head(block.text)
            if head is not None and head.whens:
                counts["date_headings"] += 1
                dated_weeks = dated_weeks or in_week
            elif head is not None and head.numbered:
                counts["numbered_headings"] += 1
            elif head is not None and head.week is not None:
                counts["week_headings"] += 1
                in_week = True
            elif is_venue(block.text.plain):
                counts["venue_headings"] += 1
        elif isinstance(block, Listing) and not policy:
            for item in block.items:
                first = next((inner.text for inner in item.blocks if isinstance(inner, Paragraph | Heading)), None)
                if first is None or not first:
                    continue
                if opens_with_date(first):
                    counts["date_items"] += 1
                    dated_weeks = dated_weeks or in_week
                elif (head := read_head(first, item=True)) is not None and head.numbered and (head.rest or title_links(first) or len(item.blocks) > 1):
                    counts["numbered_items"] += 1
                elif head is not None and head.whens:
                    counts["date_items"] += 1
        elif isinstance(block, Paragraph) and not policy:
            if opens_with_date(block.text) and (is_date_only(block.text) or len(block.text.plain) < 300):
                counts["date_paragraphs"] += 1
                dated_weeks = dated_weeks or in_week
        elif isinstance(block, Table):
            counts["tables"] += 1
    return Habits(**counts, dated_weeks=dated_weeks)


def walk_undated(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield every block but what hangs below a dated item: that is told of the item's own day."""
    stack: list[Iterator[Block]] = [iter(blocks)]
    while stack:
        block = next(stack[-1], None)
        if block is None:
            stack.pop()
            continue
        yield block
        if isinstance(block, Listing):
            inner: list[Block] = []
            for item in block.items:
                first = next((part.text for part in item.blocks if isinstance(part, Paragraph | Heading)), None)
                if first is None or not opens_with_date(first):
                    inner += [part for part in item.blocks if isinstance(part, Listing | Table)]
            stack.append(iter(inner))
        elif isinstance(block, Table):
            stack.append(iter([part for row in block.rows for cell in row.cells for part in cell.blocks if isinstance(part, Heading | Table)]))


class Outline:
    """Walks the blocks of one document in order; what holds from block to block lives here."""

    def __init__(self, document: Document, out: RawSyllabus) -> None:
        self.document = document
        self.out = out
        self.habits = count_habits(document)
        self.levels: list[Level] = []
        self.current: RawSession | None = None
        self.depth = 0
        self.siblings: list[RawSession] = []
        self.fresh_heads = 0
        self.week: int | None = None
        self.week_head: tuple[Head, int] | None = None
        self.requirement: Requirement | None = None
        self.requirement_depth = 0
        self.soft_requirement: Requirement | None = None
        self.whole_requirement = _requirement_of_page(document)
        self.papers = PaperLines()
        self.after_rule = False
        self.table_sessions = False
        self.data_sessions = bool(out.sessions)
        self.lines = document.dialect in ("row_dump",)

    # -- state --------------------------------------------------------------------------------------

    def section(self) -> tuple[Text, ...]:
        """Return the thematic headings above, outermost first."""
        return tuple(level.text for level in self.levels if level.kind == "section")

    def policy(self) -> bool:
        """Tell whether a heading above speaks of rules, people or deadlines."""
        return any(level.kind == "policy" for level in self.levels)

    def _venue(self) -> tuple[RawVenue | None, int | None, Text | None]:
        venue = next((level.venue for level in reversed(self.levels) if level.venue is not None), None)
        found = next((level for level in reversed(self.levels) if level.year is not None), None)
        return venue, found.year if found else None, found.text if found else None

    # -- the walk -------------------------------------------------------------------------------------

    def read(self, blocks: Sequence[Block]) -> None:
        """Read all blocks."""
        for index, block in enumerate(blocks):
            following = blocks[index + 1] if index + 1 < len(blocks) else None
            if isinstance(block, Heading):
                self._read_heading(block, following)
            elif isinstance(block, Paragraph):
                self._read_paragraph(block, following, blocks, index)
            elif isinstance(block, Listing):
                self._read_listing(block)
            elif isinstance(block, Table):
                self._read_table(block)
            elif isinstance(block, Rule):
                self.after_rule = True
            elif isinstance(block, Data):
                self._read_data(block)
        self._close_papers()

    def _read_data(self, block: Data) -> None:
        from syllabus_parse.interpret.data import interpret_data

        made = interpret_data(block.root)
        for session in made.sessions:
            session.section = session.section or self.section()
        self.out.sessions += made.sessions
        self.out.readings += made.readings
        self.out.links += made.links

    def _read_table(self, block: Table) -> None:
        self._close_papers()
        scope = Scope(self.section(), self.requirement or self._level_requirement(), self.week, self.lines, self.policy())
        before = len(self.out.sessions)
        if self.policy() and self.table_sessions:
            return
        if interpret_table(block, scope, self.out):
            self.current = None
            if len(self.out.sessions) > before:
                self.table_sessions = True
        elif not self.policy():
            self._read_layout_table(block)

    def _read_layout_table(self, block: Table) -> None:
        """Read a table that is no schedule as what stands in its cells, where that is lists or headings."""
        for row in block.rows:
            for cell in row.cells:
                if not cell.repeated and any(isinstance(inner, Listing | Heading | Table) for inner in cell.blocks):
                    self.read(cell.blocks)

    def _level_requirement(self) -> Requirement | None:
        held = next((level.requirement for level in reversed(self.levels) if level.requirement is not None), None)
        return held or self.whole_requirement

    # -- headings ---------------------------------------------------------------------------------------

    def _read_heading(self, block: Heading, following: Block | None) -> None:
        self._close_papers()
        text, depth = block.text, block.level
        self.after_rule = False
        self.soft_requirement = None
        while self.levels and self.levels[-1].depth >= depth:
            gone = self.levels.pop()
            if gone.kind == "week":
                self.week = None
        if self.requirement is not None and depth <= self.requirement_depth:
            self.requirement = None
        words = text.plain.strip()
        if self.week_head is not None and depth <= self.week_head[1]:
            self._drop_week_head()
        if not words and not text.links():
            return
        group = requirement_group(words)
        if group is not None and read_head(text) is None:
            self.requirement, self.requirement_depth = group, depth
            if self.fresh_heads >= 2 or (self.current is not None and depth <= self.depth):
                self.current = None
            return
        if self.current is not None and depth <= self.depth:
            self.current = None
        head = read_head(text)
        if head is not None and not _is_range_of_years(text) and self._opens_session(head, text, depth):
            self._open(head, text, depth)
            return
        if head is not None and head.week is not None:
            self._open_week(head, text, depth)
            return
        if (self.week is not None or self.habits.date_headings >= 2) and is_off_day(words) and (self.week is not None or self.siblings):
            self._open(Head(RawSession(), [], text), text, depth)
            return
        if self.current is not None and depth > self.depth:
            self._read_inner_heading(text, depth)
            return
        self.fresh_heads = 0
        self._push(text, depth, words)

    def _opens_session(self, head: Head, text: Text, depth: int) -> bool:
        if head.whens:
            if head.week is not None and not head.labelled and head.whens[0][0].end_day is not None and self.habits.dated_weeks:
                return False
            return not (self.policy() and self.habits.tables)
        if head.labelled and (head.numbered or depth >= 2):
            return not self.habits.tables or self.habits.date_headings > 0 or head.numbered
        return False

    def _read_inner_heading(self, text: Text, depth: int) -> None:
        """Read a heading inside a session: "Slides", "Readings", a theme of its own."""
        words = text.plain.strip()
        field = read_label(Text.of([*text.runs, *_colon(text)]))
        folded = fold_label(words)
        assert self.current is not None
        if field is not None and field[0] in ("reading", "preparation"):
            self.requirement, self.requirement_depth = self.requirement, depth
            self.current.reading_list = True
        elif field is not None or is_page_part(words):
            self.current.reading_list = False
            self.current.label = folded
        elif title_links(text) and not self.current.titles:
            read_topic(text, self.current)
        elif not self.current.titles and len(words) < 150:
            read_topic(text, self.current)
        else:
            self.current.notes.append(text)

    def _push(self, text: Text, depth: int, words: str) -> None:
        """Hold a heading that opens no session."""
        links = text.links()
        bare = Text.of(run for run in text.runs if not (run.anchor is not None and link_label(run.text) is not None)).strip(" \t[]()\u2028\n")
        for anchor, start, end in links:
            label = text.slice(start, end).strip()
            if link_label(label.plain) is not None or is_page_part(label.plain) or (end - start >= len(words) - 4 and not is_venue(bare.plain)):
                self.out.links.append(RawLink(anchor, label))
        year = YEAR_HEADING.fullmatch(bare.plain)
        if year:
            self.levels.append(Level(depth, "year", bare, year=int(year["year"])))
            return
        if bare and is_venue(bare.plain):
            found = parse_venue(bare.plain)
            if found is not None:
                venue = RawVenue(found.name, found.kind, found.known, bare.slice(found.start, found.end))
                self.levels.append(Level(depth, "venue", bare, venue=venue, year=found.year))
                return
        if is_page_part(words) or not bare:
            requirement = requirement_group(words)
            self.levels.append(Level(depth, "page", text, requirement=requirement))
            return
        if is_policy(words) and not (self.habits.venue_headings and depth > 1):
            self.levels.append(Level(depth, "policy", text))
            return
        if depth == 1 and self.habits.top_headings == 1:
            self.levels.append(Level(depth, "title", text))
            return
        if len(links) == 1 and links[0][2] - links[0][1] >= len(words) - 2 and self.habits.top_headings <= 1 and depth <= 2 and self._no_content_below():
            self.levels.append(Level(depth, "page", text))
            return
        self.levels.append(Level(depth, "section", text.strip(" \t\u2028\n:*_") if not links else bare.strip(" :*_")))

    def _no_content_below(self) -> bool:
        return False

    def _open_week(self, head: Head, text: Text, depth: int) -> None:
        """Hold a week's heading: its number goes to the sessions below; alone, it is a session itself."""
        self.week = head.week
        self.fresh_heads = 0
        self.levels.append(Level(depth, "week", text))
        head.session.week = head.week
        self.week_head = (head, depth)
        if head.whens:
            head.session.when, head.session.when_text = head.whens[0]

    def _drop_week_head(self) -> None:
        """Let go of a week's heading; one with words of its own and no session below it is a session."""
        assert self.week_head is not None
        head, depth = self.week_head
        self.week_head = None
        if not self.habits.dated_weeks and (head.rest or head.whens) and self.current is not head.session:
            self._start(head.session, head, depth)
            self.current = None

    def _open(self, head: Head, text: Text, depth: int) -> None:
        self.week_head = None
        session = head.session
        session.week = head.week if head.week is not None else self.week
        self._start(session, head, depth)

    def _start(self, session: RawSession, head: Head, depth: int) -> None:
        """Begin a session: its title from what the head left, one more for each further day."""
        session.section = self.section()
        if head.whens:
            session.when, session.when_text = head.whens[0]
        if head.rest:
            links = title_links(head.rest)
            if depth >= DEEP and links and links[0][1] <= 2 and _only_link(head.rest, links):
                fill_session(session, Entry(head.rest, item=True), requirement=self.requirement or self._level_requirement(), readings=True)
                session.kind = session.kind or "discussion"
            elif depth >= ITEM and self._rest_is_work(head.rest):
                session.readings += read_works(Entry(head.rest), requirement=self.requirement)
                session.kind = session.kind or "discussion"
            else:
                read_topic(head.rest, session)
        self.out.sessions.append(session)
        for when, when_text in head.whens[1:]:
            twin = RawSession(when=when, when_text=when_text, week=session.week, kind=session.kind, titles=list(session.titles), section=session.section)
            self.out.sessions.append(twin)
        self.current, self.depth = session, depth
        self.siblings.append(session)
        self.fresh_heads += 1
        self.requirement = self.requirement if depth > self.requirement_depth and self.requirement else None

    def _rest_is_work(self, rest: Text) -> bool:
        links = title_links(rest)
        return bool(links) and links[0][1] <= 2 and links[0][2] - links[0][1] > 12 and self.habits.items_carry

    # -- paragraphs ---------------------------------------------------------------------------------------

    def _read_paragraph(self, block: Paragraph, following: Block | None, blocks: Sequence[Block], index: int) -> None:
        text = block.text
        words = text.plain.strip()
        if not words and not text.links():
            return
        bold = _all_bold(text)
        if bold and len(words) < 120 and "\n" not in words and not (self.current is not None and self.depth >= DEEP and not WEEK_LEAD.match(words)) and self._bold_heading(text, following):
            return
        if self._paragraph_head(text, words):
            return
        if self.policy():
            self._keep_links(text)
            return
        group = requirement_group(words) if len(words) < 60 and not title_links(text) else None
        if group is not None:
            self.requirement, self.requirement_depth = group, DEEP + 5
            return
        self.fresh_heads = 0
        if self.current is not None:
            self._read_session_paragraph(text)
            return
        if self.week_head is not None and not self.habits.dated_weeks and not is_prose(words):
            self._claim_week()
            self._read_session_paragraph(text)
            return
        if is_prose(words) and re.search(r"\b(?:further|optional|additional|supplementary|supplemental) (?:reading|material|resource)", words) and self.levels:
            self.soft_requirement = "optional"
        next_text = following.text if isinstance(following, Paragraph) else None
        if self._is_listing_place():
            self.papers.requirement = self.requirement or self._level_requirement()
            left = self.papers.read_paragraph(text, next_text)
            self._flush_papers(keep_open=True)
            for line in left:
                self._keep_links(line)
            return
        self._keep_links(text)

    def _is_listing_place(self) -> bool:
        """Tell whether loose paragraphs may be works here: under a venue, a year, or in a document without sessions."""
        if any(level.kind in ("venue", "year") for level in self.levels):
            return True
        habits = self.habits
        return not (self.data_sessions or habits.date_headings or habits.date_paragraphs or habits.tables or habits.numbered_items or habits.items_carry)

    def _bold_heading(self, text: Text, following: Block | None) -> bool:
        """Read a paragraph in bold as a heading; False where it is none."""
        head = read_head(text)
        words = text.plain.strip()
        if head is not None and (head.whens or head.week is not None):
            self._read_heading(Heading(7, text, _span(text)), following)
            return True
        if requirement_group(words) is not None or is_page_part(words):
            self._read_heading(Heading(8, text, _span(text)), following)
            return True
        if title_links(text) or score_people(words) > 0.6 or words.endswith((".", "!")) or is_deadline(words):
            return False
        if isinstance(following, Listing | Table) and self.current is None:
            self._read_heading(Heading(8, text, _span(text)), following)
            return True
        return False

    def _paragraph_head(self, text: Text, words: str) -> bool:
        """Read "3/28:" and "[January 11](…)" as the head of a session; False where it is none."""
        if self.policy() and self.habits.tables:
            return False
        if not opens_with_date(text):
            found = WEEK_LEAD.match(text.plain)
            if found and len(words) < 80 and not self.habits.week_headings and (not text.plain[found.end() :].strip() or found["end"].strip()):
                head = read_head(text)
                if head is not None:
                    self._read_heading(Heading(7, text, _span(text)), None)
                    return True
            return False
        if not (is_date_only(text) or self.habits.date_paragraphs >= 2):
            return False
        if self.habits.tables and self.table_sessions and not is_date_only(text):
            return False
        lines = split_lines(text, lines=True)
        head = read_head(lines[0])
        if head is None or not head.whens:
            return False
        if len(words) > 300 and not title_links(text):
            return False
        self._open(head, lines[0], DEEP)
        for line in lines[1:]:
            assert self.current is not None
            fill_session(self.current, Entry(line), requirement=self.requirement)
        return True

    def _read_session_paragraph(self, text: Text) -> None:
        assert self.current is not None
        if self.after_rule and self.depth < DEEP and is_prose(text.plain):
            self._keep_links(text)
            return
        if is_prose(text.plain) and len(text.plain) > 250:
            self.current.notes.append(text)
            self._keep_session_links(text)
            return
        for line in split_lines(text):
            fill_session(self.current, Entry(line), requirement=self.requirement, readings=self.requirement is not None or self.current.reading_list)

    def _keep_session_links(self, text: Text) -> None:
        assert self.current is not None
        for anchor, start, end in text.links():
            self.current.links.append(RawLink(anchor, text.slice(start, end).strip()))

    def _keep_links(self, text: Text) -> None:
        """Give the links of the page's own words to the page."""
        for anchor, start, end in text.links():
            label = text.slice(start, end).strip()
            if anchor.href and not anchor.href.startswith(("mailto:", "#")):
                self.out.links.append(RawLink(anchor, label or None))

    # -- lists --------------------------------------------------------------------------------------------

    def _read_listing(self, block: Listing) -> None:
        self._flush_papers(keep_open=False)
        works = self.requirement is not None or self._mostly_works(block)
        self.fresh_heads = 0
        for item in block.items:
            self._read_item(item, works=works)

    def _mostly_works(self, block: Listing) -> bool:
        """Tell whether most items of a list are works, so that a plain one among them is a work too."""
        linked = sum(looks_like_work(first) for first in _firsts(block.items) if not is_deadline(first.plain))
        return linked * 2 > len(block.items) and len(block.items) > 1

    def _read_item(self, item: Item, *, works: bool) -> None:
        entries = read_item(item)
        entry = entries[0]
        text = entry.text
        words = text.plain.strip()
        if not words and not text.links() and not entry.children:
            return
        if self.policy():
            self._read_policy_item(entry)
            return
        head = read_head(text, item=True) if words else None
        if head is not None and self._item_opens(head, text):
            self._open(head, text, ITEM if self.current is None or self.depth >= DEEP else DEEP + 1)
            assert self.current is not None
            for child in entry.children:
                fill_session(self.current, child, requirement=self.requirement)
            return
        if self.after_rule and is_deadline(words) and self.out.sessions and (self.current is not None or self.siblings):
            self._read_deadline_item(text)
            return
        if self.current is not None:
            fill_session(self.current, entry, requirement=self.requirement, readings=works or self.current.reading_list)
            return
        if self.week_head is not None and not self.habits.dated_weeks:
            self._claim_week()
            assert self.current is not None
            fill_session(self.current, entry, requirement=self.requirement, readings=works)
            return
        self._read_loose_item(item, entry, works=works)

    def _item_opens(self, head: Head, text: Text) -> bool:
        habits = self.habits
        if head.whens:
            if self.current is not None and self.depth < DEEP and habits.date_headings >= 2:
                return False
            if is_deadline(text.plain) and not habits.items_carry:
                return False
            return habits.items_carry or habits.date_items >= 2 and not habits.tables and not habits.date_headings and not habits.numbered_items
        if head.numbered:
            return habits.numbered_items >= 2 and not habits.tables and not (self.current is not None and self.depth < DEEP and self.current.when is not None)
        return False

    def _read_deadline_item(self, text: Text) -> None:
        """Give a deadline between the sessions to the session it names, else to the one before it; a lone milestone is a session."""
        carrier = self.current or self.siblings[-1]
        shell = RawSession()
        made = read_assignments(text, shell, event="due")
        if not made:
            return
        only = made[-1]
        if is_milestone(only.title.plain) and only.when is not None and len(made) == 1:
            day = attrs.evolve(only.when, start_time=None, end_time=None)
            session = RawSession(when=day, when_text=only.when_text, week=self.week, section=self.section(), kind="project", titles=[only.whole_title or only.title])
            session.links += only.links
            session.notes.append(only.tail or text)
            self.out.sessions.append(session)
            return
        target = self._session_named(only.title, carrier)
        if target is None:
            self.out.pending.append((only.title, made))
            carrier.assignments += made
        else:
            target.assignments += made

    def _session_named(self, title: Text, carrier: RawSession) -> RawSession | None:
        """Find the session that an assignment names ("Critique for 3/30"); it may come later in the document."""
        named = find_whens(title.plain)
        if not named:
            return carrier
        for session in self.out.sessions:
            if session.when is not None and _same_day(session.when, named[0]):
                return session
        return None

    def _read_policy_item(self, entry: Entry) -> None:
        for piece in (entry, *entry.children):
            self._keep_links(piece.text)

    def _claim_week(self) -> None:
        """Make the week's heading a session: what stands below it hangs on it."""
        assert self.week_head is not None
        head, depth = self.week_head
        self.week_head = None
        self._start(head.session, head, depth)

    def _read_loose_item(self, item: Item, entry: Entry, *, works: bool) -> None:
        """Read an item outside sessions: a work of a list, or a link of the page."""
        text = entry.text
        words = text.plain.strip()
        listing = self._is_listing_place()
        habits = self.habits
        sessions = bool(self.data_sessions or habits.date_headings or habits.date_paragraphs or habits.tables or habits.numbered_items or habits.items_carry)
        requirement = self.requirement or self._level_requirement()
        if sessions and requirement is None and not self._reads_as_work(entry):
            for piece in (entry, *entry.children):
                self._keep_links(piece.text)
            return
        if not listing and not sessions:
            self._keep_links(text)
            return
        if (is_prose(words) or is_instruction(words)) and not title_links(text) and requirement is None:
            self._keep_links(text)
            return
        if is_placeholder(words) and not text.links():
            return
        made = read_works(entry, requirement=requirement or self.soft_requirement)
        self._place(made)

    def _reads_as_work(self, entry: Entry) -> bool:
        """Tell a work among the page's own links: its name is quoted or emphasised, with people or a year beside it."""
        text = entry.text
        italic = any(run.marks & Mark.ITALIC and len(run.text.strip()) > 8 for run in text.runs)
        quoted = re.search(r"[\"“][^\"”]{12,}[\"”]", text.plain)
        return (italic or bool(quoted)) and bool(title_links(text) or re.search(r"\bby\b|\((?:19|20)\d\d\)", text.plain))

    def _place(self, readings: Iterable[RawReading]) -> None:
        """Set readings outside sessions under the headings that hold."""
        venue, year, year_text = self._venue()
        for reading in readings:
            reading.section = self.section()
            if reading.venue is None and venue is not None:
                reading.venue = venue
            if reading.year is None and year is not None and reading.venue is venue:
                reading.year, reading.year_text = year, year_text
            elif reading.year is None and year is not None and venue is None:
                reading.year, reading.year_text = year, year_text
            self.out.readings.append(reading)

    def _flush_papers(self, *, keep_open: bool) -> None:
        made = self.papers.readings
        self.papers.readings = []
        self._place(made)
        if not keep_open:
            self.papers.open = None

    def _close_papers(self) -> None:
        self._flush_papers(keep_open=False)


def _requirement_of_page(document: Document) -> Requirement | None:
    """Read what the front matter says of the whole list ("description: Optional Course Readings")."""
    if document.meta is None:
        return None
    for key in ("title", "description", "subtitle"):
        value = document.meta.get(key)
        if isinstance(value, Scalar):
            group = requirement_group(value.text.plain)
            if group is not None:
                return group
    return None


def _colon(text: Text) -> list[Run]:
    end = text.runs[-1].span.end if text.runs else 0
    return [Run(": ", Span(end, end))]


def _span(text: Text) -> Span:
    return text.span or Span(0, 0)


def _firsts(items: Iterable[Item]) -> list[Text]:
    return [next((inner.text for inner in item.blocks if isinstance(inner, Paragraph | Heading)), Text((), "")) for item in items]


def _all_bold(text: Text) -> bool:
    seen = [run for run in text.runs if run.text.strip(" :\n\u2028")]
    return bool(seen) and all(run.marks & Mark.BOLD for run in seen)


def _only_link(text: Text, links: Sequence[tuple[object, int, int]]) -> bool:
    return len(links) == 1 and links[0][2] - links[0][1] >= len(text.plain.strip(" \n\u2028.,")) - 2


def _is_range_of_years(text: Text) -> bool:
    return bool(YEAR_HEADING.fullmatch(text.plain))


def _same_day(one: When, other: When) -> bool:
    return one.month == other.month and one.day == other.day and one.month is not None
