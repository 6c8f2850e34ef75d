"""Headings, lists, paragraphs and tables to raw sessions and readings, block by block."""

from __future__ import annotations

from collections.abc import Sequence

from syllabus_parse.document import Block, Data, Document, Heading, Listing, Paragraph, Rule, Scalar, Table
from syllabus_parse.interpret.outline.described import read_described_work, read_headed_work
from syllabus_parse.interpret.outline.habits import Habits
from syllabus_parse.interpret.outline.headings import read_heading
from syllabus_parse.interpret.outline.labelled import read_labelled_work
from syllabus_parse.interpret.outline.lists import read_listing
from syllabus_parse.interpret.outline.milestones import settle_deadline_part
from syllabus_parse.interpret.outline.paragraphs import read_paragraph
from syllabus_parse.interpret.outline.place import close_papers, date_readings
from syllabus_parse.interpret.outline.sessions import drop_week_head
from syllabus_parse.interpret.outline.state import Level, Walk, held_section, in_policy, level_requirement, start_walk
from syllabus_parse.interpret.records import RawSession, RawSyllabus, RawVenue
from syllabus_parse.interpret.tables.table_kinds import Scope
from syllabus_parse.interpret.tables.tables import interpret_table
from syllabus_parse.interpret.works.papers import read_list_name
from syllabus_parse.limits import check_time
from syllabus_parse.normalize.venues import is_venue, parse_venue


def read_outline(document: Document, out: RawSyllabus, habits: Habits, *, page: RawSession | None = None) -> None:
    """Read all blocks of a document into `out`; `page` is the meeting that the whole page is about, if it is."""
    walk = start_walk(document, out, habits)
    _hold_list_name(walk, document)
    if page is not None:
        from syllabus_parse.interpret.outline.lecture_page import read_lecture_body  # noqa: PLC0415 - few are

        read_lecture_body(walk, document.blocks, page)
        return
    read_blocks(walk, document.blocks)
    drop_week_head(walk)


def _hold_list_name(walk: Walk, document: Document) -> None:
    """Let the venue and year that a list of papers is named by ("CVPR 2021 papers") hold for all of it."""
    first = next((block for block in document.blocks if isinstance(block, Heading)), None)
    lone = first is not None and walk.habits.venue_headings == 1 and _heads_no_list(document, first)
    if walk.habits.venue_headings and not lone:
        return
    title = document.meta.get("title") if document.meta is not None else None
    texts = [title.text] if isinstance(title, Scalar) else []
    texts += [first.text] if first is not None else []
    named = next((name for name in map(read_list_name, texts) if name is not None), None)
    glued = parse_venue(first.text.plain) if named is None and lone and first is not None else None
    if glued is not None and first is not None:
        named = (glued, first.text)
    if named is not None:
        found, words = named
        venue = RawVenue(found.name, found.kind, found.known, words.slice(found.start, found.end))
        walk.levels.insert(0, Level(0, "venue", words, venue=venue, year=found.year))


def _heads_no_list(document: Document, heading: Heading) -> bool:
    """Tell a meeting that heads the page: other headings of its level follow, and before them no list of works."""
    if not is_venue(heading.text.plain):
        return False
    at = next(index for index, block in enumerate(document.blocks) if block is heading)
    for block in document.blocks[at + 1 :]:
        if isinstance(block, Heading):
            return True
        if isinstance(block, Table) or (isinstance(block, Listing) and len(block.items) > 1):
            return False
    return False


def read_blocks(walk: Walk, blocks: Sequence[Block]) -> None:
    """Read all blocks."""
    read = 0
    for index, block in enumerate(blocks):
        check_time()
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        if index < read:
            continue
        before = len(walk.out.sessions)
        described = read_described_work(walk, blocks, index) or read_headed_work(walk, blocks, index)
        if described:
            read = index + described
        elif read_labelled_work(walk, block, following):
            read = index + 2
        elif isinstance(block, Heading):
            read_heading(walk, block, following)
        elif isinstance(block, Paragraph):
            read_paragraph(walk, block, following, blocks, index)
        elif isinstance(block, Listing):
            read_listing(walk, block)
        elif isinstance(block, Table):
            read_table(walk, block)
        elif isinstance(block, Rule):
            walk.after_rule = True
        elif isinstance(block, Data):
            read_data(walk, block)
        if isinstance(block, (Listing, Table)):
            settle_deadline_part(walk, before)
    close_papers(walk)


def read_data(walk: Walk, block: Data) -> None:
    """Read a tree of data: its sessions and readings, and what it says of the course where the page said nothing."""
    from syllabus_parse.interpret.data.data import interpret_data  # noqa: PLC0415 - few documents hold data

    made = interpret_data(block.root)
    for session in made.sessions:
        session.section = session.section or held_section(walk)
    walk.out.sessions += made.sessions
    walk.out.readings += made.readings
    walk.out.links += made.links
    walk.out.clues += made.clues
    walk.out.problems += made.problems
    course = walk.out.course
    if course.title is None and course.code is None:
        course.title, course.code, course.code_upper = made.course.title, made.course.code, made.course.code_upper
    course.institution = course.institution or made.course.institution


def read_table(walk: Walk, block: Table) -> None:
    """Read a table: a schedule or a list of works, or cells that lay a page out."""
    close_papers(walk)
    scope = Scope(
        held_section(walk),
        walk.requirement or level_requirement(walk),
        walk.week,
        walk.week_text,
        walk.lines,
        in_policy(walk),
    )
    before = len(walk.out.sessions)
    works = len(walk.out.readings)
    if in_policy(walk) and walk.table_sessions:
        return
    if interpret_table(block, scope, walk.out):
        walk.current = None
        if len(walk.out.sessions) > before:
            walk.table_sessions = True
            walk.week_head = None  # the rows are the meetings of the week that stands above
        else:
            date_readings(walk, walk.out.readings[works:])
    elif not in_policy(walk):
        read_layout_table(walk, block)


def read_layout_table(walk: Walk, block: Table) -> None:
    """Read a table that is no schedule as what stands in its cells, where that is lists or headings."""
    for row in block.rows:
        for cell in row.cells:
            if not cell.repeated and any(isinstance(inner, Listing | Heading | Table) for inner in cell.blocks):
                read_blocks(walk, cell.blocks)
