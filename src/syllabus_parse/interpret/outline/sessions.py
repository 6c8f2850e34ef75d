"""How a session begins: from a heading, a paragraph, an item or a week's heading."""

from __future__ import annotations

import re
from typing import Final

import attrs

from syllabus_parse.document import Text
from syllabus_parse.interpret.citations.values import title_links
from syllabus_parse.interpret.outline.head_days import Head
from syllabus_parse.interpret.outline.head_rest import (
    cut_presenters,
    only_link,
    own_page,
    take_kind,
    take_leader,
    take_place,
    take_presenters,
    unwrap,
)
from syllabus_parse.interpret.outline.heads import read_head
from syllabus_parse.interpret.outline.state import DEEP, Level, Walk, held_section, is_whole_week, level_requirement
from syllabus_parse.interpret.records import RawSession, list_links
from syllabus_parse.interpret.sessions.deadlines import is_deadline, read_assignments
from syllabus_parse.interpret.sessions.fields import fill_session
from syllabus_parse.interpret.sessions.led_topics import take_milestone, take_speech, take_talk
from syllabus_parse.interpret.sessions.passages import read_passages
from syllabus_parse.interpret.sessions.topics import read_topic
from syllabus_parse.interpret.words import is_page_part, requirement_group, title_kind
from syllabus_parse.interpret.works.cited import QUOTED_BY, is_citation
from syllabus_parse.interpret.works.entries import Entry
from syllabus_parse.interpret.works.entry_cuts import cut_at_inline_labels
from syllabus_parse.interpret.works.signs import shows_work
from syllabus_parse.interpret.works.works import read_works
from syllabus_parse.normalize.dates import match_when, parse_whens
from syllabus_parse.regex import lazy_regex


def open_week(walk: Walk, head: Head, text: Text, depth: int) -> None:
    """Hold a week's heading: its number goes to the sessions below; alone, it is a session itwalk."""
    walk.week, walk.week_text = head.week, text
    walk.fresh_heads = 0
    theme = bool(head.rest) and not is_page_part(head.rest.plain) and is_page_theme(head.rest.plain)
    walk.levels.append(Level(depth, "week", text.strip(" \t\u2028\n:*_"), theme=theme))
    head.session.week, head.session.week_text = head.week, text
    walk.week_head = (head, depth)
    if head.whens:
        head.session.when, head.session.when_text = head.whens[0]


def is_page_theme(words: str) -> bool:
    """Tell whether what a week's heading says behind its number is a theme: no day off, no exam, no dates alone."""
    return title_kind(words) in (None, "presentation", "discussion") and not parse_whens(words.strip(" ()[]"))


def drop_week_head(walk: Walk) -> None:
    """Let go of a week's heading; one with words of its own and no session below it is a session."""
    if walk.week_head is None:
        return
    whole = is_whole_week(walk)
    head, depth = walk.week_head
    walk.week_head = None
    unname_week(walk)
    if whole and (head.rest or head.whens) and walk.current is not head.session:
        start_session(walk, head.session, head, depth)
        walk.current = None


def open_session(walk: Walk, head: Head, text: Text, depth: int) -> RawSession:
    """Begin a session below the headings that hold."""
    walk.week_head = walk.dated_week = None
    session = head.session
    session.week = head.week if head.week is not None else walk.week
    session.week_text = text if head.week is not None else walk.week_text
    if head.week is None:
        session.above.add("week")
    if head.week is None and spans_weeks(head):
        session.week = session.week_text = None
    head.covered = is_covered(head, text)
    start_session(walk, session, head, depth)
    return session


def is_covered(head: Head, text: Text) -> bool:
    """Tell a link that goes over the label too, "[Lecture 1: Trees](…)": it leads to the meeting, and is no work."""
    links, left = text.links(), head.rest.links()
    return head.labelled and bool(links and left) and links[0][1] < LEAD and links[0][0] is left[0][0]


LEAD: Final = 2
"""Marks that may stand before the label of a meeting."""


def start_session(walk: Walk, session: RawSession, head: Head, depth: int) -> None:
    """Begin a session: its title from what the head left, one more for each further day."""
    session.section = held_section(walk)
    if head.whens:
        session.when, session.when_text = head.whens[0]
    below: list[Text] = [head.below] if head.below else []
    if head.rest and depth >= DEEP:
        head.rest = take_kind(unwrap(take_place(head.rest, session)), session)
        head.rest = take_leader(head.rest, session) if walk.group else head.rest
        head.rest, *told = cut_at_inline_labels(head.rest)
        below = [*told, *below]
    due = BRACKETED.fullmatch(head.rest.plain) if head.whens else None
    if due and is_deadline(due["inside"]):
        read_assignments(head.rest.slice(*due.span("inside")), session, event="due")
        head.rest = head.rest.slice(0, 0)
    head.rest = unwrap(head.rest) if due else head.rest
    if head.rest:
        links = title_links(head.rest)
        if head.covered and not links:
            session.titles.append(head.rest.strip())  # "[Lecture 2: Data](…)": what is a label elsewhere is the topic
            session.links += list_links(head.rest)
        elif (
            depth >= DEEP
            and links
            and not head.covered
            and links[0][1] <= 2
            and only_link(head.rest, links)
            and not (own_page(links[0][0].href or "") and not shows_work(head.rest))
        ):
            fill_session(
                session,
                Entry(head.rest, item=True),
                requirement=walk.requirement or level_requirement(walk),
                readings=True,
            )
            session.kind = session.kind or "discussion"
        elif depth >= DEEP and take_passages(walk, session, head.rest):
            pass
        elif depth >= DEEP and (rest_is_work(walk, head.rest) or tells_work(walk, cut_presenters(head.rest))):
            read_led_works(walk, session, head.rest)
        else:
            rest = head.rest
            if depth >= DEEP:
                rest = take_milestone(take_talk(take_speech(rest, session), session), session)
            read_topic(rest, session)
    for piece in below:
        fill_session(session, Entry(piece), requirement=walk.requirement)
    walk.out.sessions.append(session)
    walk.days = [session]
    for when, when_text in head.whens[1:]:
        twin = RawSession(
            when=when,
            when_text=when_text,
            week=session.week,
            week_text=session.week_text,
            kind=session.kind,
            titles=list(session.titles),
            presenters=list(session.presenters),
            links=list(session.links),
            section=session.section,
            above=set(session.above),
        )
        walk.out.sessions.append(twin)
        walk.days.append(twin)
    walk.current, walk.depth = session, depth
    walk.label = None
    walk.siblings.append(session)
    walk.fresh_heads += 1
    walk.requirement = walk.requirement if depth > walk.requirement_depth and walk.requirement else None
    if head.readings:
        session.reading_list = True
        walk.requirement, walk.requirement_depth = requirement_group(head.readings), depth


def tells_work(walk: Walk, rest: Text) -> bool:
    """Tell a work cited behind a day; in a reading group a quoted title is one, whoever it is by."""
    return is_citation(rest) or (walk.group and QUOTED_BY.fullmatch(rest.plain) is not None)


# e.g. the rest of "October 17 (Assignment 1 Due)"
BRACKETED: Final = lazy_regex(r"\s*[(\[](?P<inside>[^()\[\]]{4,80})[)\]]?\s*")


def take_passages(walk: Walk, session: RawSession, text: Text) -> bool:
    """Read a line of passages ("*Emma* to end") into a session; False for any other line.

    Titles that stand alone ("*Emma*") are passages where the page has told of places in books twice before.
    """
    made = read_passages(text)
    if made is None or not (made.proved or walk.passages >= 2):
        return False
    walk.passages += made.proved
    for reading in made.readings:
        reading.requirement = walk.requirement or level_requirement(walk)
    session.readings += made.readings
    for homework in made.homework:
        read_assignments(homework, session, event="due")
    for topic in made.topics:
        read_topic(topic, session)
    return True


def spans_weeks(head: Head) -> bool:
    """Tell days that go on for more than a week ("12-27 Apr: finals"): the week above is not theirs."""
    when = head.whens[0][0] if head.whens else None
    if when is None or when.month is None or when.day is None or when.end_day is None:
        return False
    months = ((when.end_month or when.month) - when.month) % 12
    return months * 30 + when.end_day - when.day > 7


def add_side_session(walk: Walk, text: Text) -> bool:
    """Add a day off or an exam that a line of a week's session names ("Sep 2: Labor Day"); False for other lines.

    The week's session goes on below.
    """
    current = walk.current or (walk.week_head[0].session if walk.week_head is not None else None)
    if current is None or current.week is None or text.plain.lstrip().startswith("("):
        return False  # a remark in brackets stays one
    head = read_head(text, item=True)
    if _is_side(head) and is_whole_week(walk):
        claim_week(walk)
    elif not _is_side(head):
        head = _no_class_on(text)
    if head is None or not _is_side(head):
        return False
    session = head.session
    session.when, session.when_text = head.whens[0]
    session.week, session.week_text, session.section = current.week, current.week_text, held_section(walk)
    read_topic(head.rest, session)
    walk.out.sessions.append(session)
    called_off = NO_CLASS_ON.search(text.plain)
    before = SENTENCES.match(text.plain, 0, called_off.start()) if called_off else None
    if before:
        told = current if any(current is one for one in walk.out.sessions) else session
        told.notes.append(text.slice(*before.span()).strip())
    return True


# Whole sentences before the one that calls a meeting off.
SENTENCES: Final = lazy_regex(r"[\s\S]{20,600}[.!?](?=\s)")


def _is_side(head: Head | None) -> bool:
    return (
        head is not None
        and len(head.whens) == 1
        and len(head.rest.plain) < 80
        and title_kind(head.rest.plain) in ("holiday", "exam")
    )


NO_CLASS_ON: Final = lazy_regex(
    r"\bno (?:class|lecture|meeting|seminar|section)(?:es|s)?(?: meetings?)? (?:on|for)\s+", re.IGNORECASE
)


def _no_class_on(text: Text) -> Head | None:
    """Read "There will be no class on Wednesday, April 2" as the head of that day; None for other words."""
    found = NO_CLASS_ON.search(text.plain)
    if not found:
        return None
    behind = text.slice(found.end(), len(text.plain))
    whens = [when for when in match_when(behind.plain) if when.day is not None]
    if not whens:
        return None
    place = behind.slice(whens[0].start, whens[0].end)
    session = RawSession()
    note = behind.slice(whens[0].end, len(behind.plain)).strip(" \t\n.,;:()–—-")
    if note and len(note.plain) < 60:
        session.notes.append(note)
    return Head(
        session, [(whens[0], place)], text.slice(found.start(), found.end()).slice(0, len(found[0].rstrip()) - 3)
    )


def read_led_works(walk: Walk, session: RawSession, words: Text) -> None:
    """Read the works that a day is about, and who presents them."""
    rest = take_presenters(words, session)
    made = read_works(Entry(rest), requirement=walk.requirement)
    session.readings += made
    if walk.group or session.presenters or not made or any(work.kind not in LITERATURE for work in made):
        session.kind = session.kind or "discussion"


LITERATURE: Final = ("book", "chapter", "article")
"""What a class on literature or history reads for its days; a seminar discusses papers."""


def rest_is_work(walk: Walk, rest: Text) -> bool:
    """Tell whether what follows a date is a linked work, on a page whose items are the sessions."""
    links = title_links(rest)
    return (
        bool(links)
        and links[0][1] <= 2
        and links[0][2] - links[0][1] > 12
        and walk.habits.items_carry
        and not (own_page(links[0][0].href or "") and not shows_work(rest))
    )


def unname_week(walk: Walk) -> None:
    """Take the week's heading from the sections: it is a session itself."""
    if walk.levels and walk.levels[-1].kind == "week":
        walk.levels[-1] = attrs.evolve(walk.levels[-1], theme=False)


def claim_week(walk: Walk) -> None:
    """Make the week's heading a session: what stands below it hangs on it."""
    if walk.week_head is None:
        return
    head, depth = walk.week_head
    walk.week_head = None
    below = [level for level in walk.levels if level.depth > depth and level.kind == "section"]
    walk.levels = [level for level in walk.levels if level not in below]
    unname_week(walk)
    told = walk.requirement, walk.requirement_depth  # "Required:" stands below the heading already
    if is_page_part(head.rest.plain):
        head.rest = head.rest.slice(0, 0)  # "Week 6 — Resources"
    start_session(walk, head.session, head, depth)
    bare = not head.session.titles  # "## Looms" below the bare week is its topic
    (head.session.titles if bare else head.session.notes).extend(level.text for level in below)
    walk.themed = (head.session, below[-1].depth) if below and bare else None
    walk.requirement, walk.requirement_depth = told
