"""Items of lists: sessions, their content, deadlines between them, works, links of the page."""

from __future__ import annotations

import re
from typing import Final

import attrs

from syllabus_parse.document import BREAK, Heading, Item, Listing, Mark, Text
from syllabus_parse.interpret.citations.patterns import PEOPLE_ENOUGH
from syllabus_parse.interpret.citations.values import title_links
from syllabus_parse.interpret.class_words import settle_class_kind
from syllabus_parse.interpret.outline.day_lines import date_session, head_in_bracket, read_day_line
from syllabus_parse.interpret.outline.habits import LINES_BELOW
from syllabus_parse.interpret.outline.head_days import Head
from syllabus_parse.interpret.outline.head_tail import read_trailing_days
from syllabus_parse.interpret.outline.headings import read_heading
from syllabus_parse.interpret.outline.heads import read_head, tells_when
from syllabus_parse.interpret.outline.list_kinds import (
    find_work_groups,
    groups_sessions,
    is_contents,
    is_day_off_item,
    item_opens,
    join_heads,
    mostly_works,
)
from syllabus_parse.interpret.outline.loose import read_deadline_item, read_loose_item, read_policy_item
from syllabus_parse.interpret.outline.milestones import read_milestone_item
from syllabus_parse.interpret.outline.place import flush_papers
from syllabus_parse.interpret.outline.sessions import add_side_session, claim_week, open_session, take_passages
from syllabus_parse.interpret.outline.state import DEEP, ITEM, Walk, in_policy, is_whole_week
from syllabus_parse.interpret.outline.topic_lists import read_topic_list
from syllabus_parse.interpret.records import RawSession
from syllabus_parse.interpret.sessions import badged
from syllabus_parse.interpret.sessions.deadlines import CHORE, HOMEWORK, is_deadline, read_assignments
from syllabus_parse.interpret.sessions.fields import fill_session
from syllabus_parse.interpret.sessions.kept_notes import note_with_links
from syllabus_parse.interpret.sessions.tasks import READ, read_command
from syllabus_parse.interpret.sessions.topics import read_topic
from syllabus_parse.interpret.words import requirement_group
from syllabus_parse.interpret.words.field_words import read_label
from syllabus_parse.interpret.works.entries import Entry, list_below, read_item
from syllabus_parse.interpret.works.entry_cuts import cut_at_labels
from syllabus_parse.interpret.works.signs import has_marks, looks_like_work, shows_work
from syllabus_parse.model import Requirement
from syllabus_parse.normalize.people import score_people
from syllabus_parse.regex import lazy_regex

GROUPS: Final = 3
GROUP_LEVEL: Final = 10
WORK_ADDRESS: Final = lazy_regex(r"arxiv\.org/|doi\.org/|dl\.acm\.org/|^https?://.*\.pdf$", re.IGNORECASE)

# A file that is named for the lecture that it was shown in, e.g. lectures/slides_3.pdf · lec05-knots.pdf
LECTURE_FILE: Final = lazy_regex(
    r"/(?:slides?|lectures?|lec|folien)/[^/?#]{1,80}\.pdf$|(?:^|[/_-])(?:slides?|lect?(?:ure)?s?|folien)[_-]?\d{0,3}[_-]?[^/?#]{0,60}\.pdf$",
    re.IGNORECASE,
)


def read_listing(walk: Walk, block: Listing) -> None:
    """Read the items of a list in order."""
    flush_papers(walk, keep_open=False)
    if is_contents(block):
        return
    label, walk.label = walk.label, None
    alone, walk.label_alone = walk.label_alone and label in ("due", "out"), False
    if read_topic_list(walk, block, told=label == "topic"):
        return
    works = walk.requirement is not None or mostly_works(walk, block)
    alone = alone or (walk.label_headed and label in ("due", "out") and not works)
    walk.label_headed = False
    walk.fresh_heads = 0
    if label in BELOW_LABEL and walk.current is not None and (alone or not works):
        for item in block.items:
            entry = read_item(item, deep=True)[0]
            if walk.current is not None and read_label(entry.text) is None:
                read_labelled_item(walk.current, entry, label, alone=alone)
            else:
                read_list_item(walk, item, works=works)  # "Required: …" below "Topic: …" has a label of its own
        return
    within = any(level.depth >= GROUP_LEVEL for level in walk.levels)
    groups = find_work_groups(walk, block, within=within) if not walk.lines else []
    for item in block.items:
        if any(item is group for group in groups) and read_work_group(walk, item):
            continue
        read_list_item(walk, item, works=works)
        if walk.label_below is not None:
            group, walk.label_below = walk.label_below, None
            walk.requirement, walk.requirement_depth = group, DEEP + 5


def read_work_group(walk: Walk, item: Item) -> bool:
    """Read the works below an item that heads them as those below a heading; False where groups lie too deep."""
    depth = sum(level.depth >= GROUP_LEVEL for level in walk.levels)
    if depth >= GROUPS:
        return False
    levels, requirement, place = list(walk.levels), walk.requirement, walk.requirement_depth
    read_heading(walk, Heading(GROUP_LEVEL + depth, join_heads(item), item.span), None)
    for listing in item.blocks:
        if isinstance(listing, Listing):
            read_listing(walk, listing)
    flush_papers(walk, keep_open=False)
    walk.levels, walk.requirement, walk.requirement_depth = levels, requirement, place
    return True


LONGEST_TASK: Final = 120
"""Characters of the longest homework; what is longer tells of it."""
# What stands below these labels is told of them, and no work.
BELOW_LABEL: Final = ("lab", "out", "due", "links", "topic", "event")


def read_labelled_item(session: RawSession, entry: Entry, label: str | None, *, alone: bool = False) -> None:
    """Read an item below a bold label: a deadline or homework is one, links are the session's, the rest are notes."""
    pieces = [entry, *list_below(entry)]
    for piece in pieces:
        text = piece.text
        if alone and piece is entry and 0 < len(text.plain.strip()) <= LONGEST_TASK:
            command = READ.match(text.plain)
            if command and (title_links(text) or has_marks(text)):
                read_command(session, entry, command, None)
                return
            if label == "out" and CHORE.match(text.plain):
                note_with_links(text, session)
                continue
            read_assignments(text, session, event="due" if label == "due" else "out")
        elif is_deadline(text.plain) or (label in ("out", "due") and HOMEWORK.search(text.plain)):
            read_assignments(text, session, event="due" if label == "due" else "out")
        elif text or text.links():
            note_with_links(text, session)


def read_list_item(walk: Walk, item: Item, *, works: bool, depth: int = 0) -> None:
    """Read one item: a session, a group of sessions, a line of the session above, or a work."""
    nested = [block for block in item.blocks if isinstance(block, Listing)]
    if nested and depth < GROUPS and groups_sessions(walk, item, nested):
        read_heading(walk, Heading(GROUP_LEVEL + depth, drop_span(join_heads(item)), item.span), None)
        for listing in nested:
            for inner in listing.items:
                read_list_item(walk, inner, works=False, depth=depth + 1)
        return
    entry = read_item(item, deep=True)[0]
    if "\n" in entry.text.plain or BREAK in entry.text.plain:
        entry = part_lines(walk, entry)
    text = entry.text
    words = text.plain.strip()
    if not words and not text.links() and not entry.children:
        return
    if not entry.children and read_milestone_item(walk, text):
        return
    if in_policy(walk):
        read_policy_item(walk, entry)
        return
    if not entry.children and date_session(walk, text):
        return
    headless = not words or (text.plain in walk.habits.headless and not text.is_marked())
    head = None if headless else read_head(text, item=True)
    if words and head is None and walk.habits.items_carry:
        head = head_in_bracket(text)
    if words and (head is None or not head.whens):
        head, entry = take_day_below(head, entry)
    if head is not None and item_opens(walk, head, text):
        session = open_session(walk, head, text, ITEM if walk.current is None or walk.depth >= DEEP else DEEP + 1)
        fill_children(session, entry, requirement=walk.requirement)
        settle_class_kind(item.classes, [session])
        return
    if not entry.children and add_side_session(walk, text):
        return
    if head is None and is_day_off_item(walk, words):
        tail = read_trailing_days(text)  # "No class / Spring recess Tu 3/14"
        open_session(walk, Head(RawSession(), *(tail or ([], text))), text, ITEM)
        return
    if walk.after_rule and is_deadline(words) and walk.out.sessions and (walk.current is not None or walk.siblings):
        read_deadline_item(walk, text)
        return
    if read_day_line(walk, entry):
        return
    if walk.current is not None and not entry.children and take_passages(walk, walk.current, text):
        return
    if walk.current is not None:
        listed = (works or walk.current.reading_list) and not (is_deadline(words) and not looks_like_work(text))
        fill_session(walk.current, entry, requirement=walk.requirement, readings=listed)
        return
    if is_whole_week(walk):
        claim_week(walk)
    if walk.current is not None:
        fill_session(walk.current, entry, requirement=walk.requirement, readings=works)
        return
    read_loose_item(walk, item, entry, works=works)


def drop_span(text: Text) -> Text:
    """Take the days that a week lasts out of the name of a group: "Week 1 (Feb. 6-10): Trees" heads its days."""
    head = read_head(text, item=True)
    if head is None or head.week is None or not head.whens:
        return text
    when = head.whens[0][0]
    front = text.slice(0, when.start).strip(" ([,:–—-")
    behind = text.slice(when.end, len(text.plain))
    lead = len(behind.plain) - len(behind.plain.lstrip(" )].,"))
    lead -= behind.plain[lead - 1 : lead + 1] in (" -", " –", " —")
    return front.join(behind.slice(lead, len(behind.plain))) if head.rest else front


def take_day_below(head: Head | None, entry: Entry) -> tuple[Head | None, Entry]:
    """Take the day of an item from the line below it that tells it: "1. Trees", then "- When: 5 Oct"."""
    for place, child in enumerate(entry.children[:LINES_BELOW]):
        told = read_head(child.text, item=True) if not child.children and tells_when(child.text) else None
        if told is None or not told.whens:
            continue
        head = head or Head(RawSession(), [], entry.text)
        head.whens = told.whens
        rest = [Entry(told.rest)] if told.rest.plain.strip(" ])") else []
        children = [*entry.children[:place], *rest, *entry.children[place + 1 :]]
        return head, attrs.evolve(entry, children=children)
    return head, entry


def fill_children(session: RawSession, entry: Entry, *, requirement: Requirement | None) -> None:
    """Read what hangs below the head of a session; the first definition of a dated term is its topic."""
    children = entry.children
    first = children[0] if children else None
    badge, work = cut_badge(first.text) if first is not None else ("", None)
    if first is not None and work is not None and not session.titles and READ_TOGETHER.fullmatch(badge):
        session.kind = session.kind or "discussion"
        made = len(session.readings)
        fill_session(session, Entry(work, first.children, item=True), requirement=requirement, readings=True)
        for reading in session.readings[made:] if "paper" in badge.casefold() else ():
            reading.kind = reading.kind or "paper"  # the badge says so, wherever it is kept
        children = children[1:]
    elif (
        first is not None
        and first.marker == ":"
        and not session.titles
        and badged.cut_badge(first.text) is None
        and is_linked_topic(first.text)
    ):
        read_topic(first.text, session, readings=False)
        children = [*first.children, *children[1:]]
    for child in children:
        fill_session(session, child, requirement=requirement)


# A badge before what is read together: "**Paper Discussion** [Nets](…)"
READ_TOGETHER: Final = lazy_regex(
    r"(?:paper|reading|article|seminar) (?:discussions?|groups?|sessions?)|papers?|readings?|journal club",
    re.IGNORECASE,
)


def cut_badge(text: Text) -> tuple[str, Text | None]:
    """Cut the bold badge before a linked name off, the blank between them or not; ("", None) where there is none."""
    at = 0
    for run in text.runs:
        if not run.marks & Mark.BOLD or run.anchor is not None:
            break
        at += len(run.text)
    rest = text.slice(at, len(text.plain)).strip()
    if not at or not rest.runs or rest.runs[0].anchor is None:
        return "", None
    return text.plain[:at].strip(" :*\u00a0"), rest


def is_linked_topic(text: Text) -> bool:
    """Tell a linked topic ("[Virtual Memory](lec6.html)") from a linked work, which has quotes, people or a venue."""
    links = title_links(text)
    address = links[0][0].href or "" if links else ""
    if len(links) != 1 or shows_work(text) or (WORK_ADDRESS.search(address) and not LECTURE_FILE.search(address)):
        return False
    below = text.plain[links[0][2] :].partition(BREAK)[2]  # "[Nets](…)<br>Ann Gray, Bo Hill" names who wrote it
    return score_people(below) <= PEOPLE_ENOUGH


def part_lines(walk: Walk, entry: Entry) -> Entry:
    """Cut an item's own lines at labels: they are told below it; a label at its end is one of the items to come.

    "- A. Author, *Title*" and then "**Further readings:**" without a blank line is one item to Markdown.
    """
    pieces = cut_at_labels(entry.text)
    if len(pieces) < 2:
        return entry
    last = pieces[-1].plain.strip()
    group = requirement_group(last) if last.endswith((":", "：")) else None
    if group is not None and not entry.children and not title_links(pieces[-1]):
        walk.label_below = group
        pieces.pop()
    below = [Entry(piece) for piece in pieces[1:]]
    if below and entry.children and _is_label(below[-1].text):
        below[-1].children = entry.children
        return Entry(pieces[0], below, entry.marker, entry.item)
    return Entry(pieces[0], [*below, *entry.children], entry.marker, entry.item)


def _is_label(text: Text) -> bool:
    return text.plain.rstrip().endswith((":", "：")) and not text.links()
