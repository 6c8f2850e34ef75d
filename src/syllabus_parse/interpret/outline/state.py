"""What holds from block to block on the way through a document: headings above, the session begun, a list of papers."""

from __future__ import annotations

import re
from typing import Final, Literal, TypeAlias

import attrs

from syllabus_parse.document import Document, Scalar, Text
from syllabus_parse.interpret.outline.habits import Habits
from syllabus_parse.interpret.outline.head_days import Head
from syllabus_parse.interpret.outline.head_words import WEEK_LEAD
from syllabus_parse.interpret.outline.heads import read_week
from syllabus_parse.interpret.records import RawSession, RawSyllabus, RawVenue
from syllabus_parse.interpret.words import NAMED_GROUP, cut_page_head, is_works_part, requirement_group
from syllabus_parse.interpret.words.field_words import Field
from syllabus_parse.interpret.works.papers import PaperLines
from syllabus_parse.model import Requirement
from syllabus_parse.normalize.dates import When
from syllabus_parse.regex import lazy_regex

LevelKind: TypeAlias = Literal["title", "page", "policy", "section", "venue", "year", "week", "requirement", "session"]
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
    theme: bool = False


@attrs.frozen(eq=False)
class DatedWeek:
    """A week whose days are told one by one below its heading: its date, and the weekday of that."""

    when: When
    when_text: Text | None
    first: int
    week: int | None
    week_text: Text | None
    section: tuple[Text, ...]


@attrs.define(eq=False)
class Walk:
    """The state of walking one document; `current` is the session that content hangs on, begun at `depth`.

    `siblings` are all sessions begun so far, `fresh_heads` how many of them in a row had no content of their own,
    `week_head` a week's heading that may turn out to be a session, `dated_week` one whose days stand below it,
    `soft_requirement` what talk says of a list, `passages` how many lines told of places in books, `label` the
    field that a bold label right above names, `label_alone` says that it stands alone and the list below is its,
    `label_headed` that it is a heading, `group` says that the page calls itself that of a reading group, `days` are
    the sessions of one heading that names several days.
    """

    document: Document
    out: RawSyllabus
    habits: Habits
    lines: bool = False
    data_sessions: bool = False
    whole_requirement: Requirement | None = None
    levels: list[Level] = attrs.field(factory=list)
    current: RawSession | None = None
    depth: int = 0
    siblings: list[RawSession] = attrs.field(factory=list)
    days: list[RawSession] = attrs.field(factory=list)
    fresh_heads: int = 0
    week: int | None = None
    week_text: Text | None = None
    week_head: tuple[Head, int] | None = None
    dated_week: DatedWeek | None = None
    week_place: int = -1
    requirement: Requirement | None = None
    requirement_depth: int = 0
    soft_requirement: Requirement | None = None
    books: bool = False
    label_below: Requirement | None = None
    label: Field | Literal["other"] | None = None
    label_alone: bool = False
    label_headed: bool = False
    themed: tuple[RawSession, int] | None = None
    passages: int = 0
    papers: PaperLines = attrs.field(factory=PaperLines)
    group: bool = False
    after_rule: bool = False
    table_sessions: bool = False


def start_walk(document: Document, out: RawSyllabus, habits: Habits) -> Walk:
    """Begin at the top of a document; sessions that its front matter holds are in `out` already."""
    week = week_of_page(document)
    return Walk(
        document,
        out,
        habits,
        lines=document.dialect == "row_dump",
        data_sessions=bool(out.sessions),
        group=NAMED_GROUP.search(cut_page_head(document.source.text)) is not None,
        whole_requirement=requirement_of_page(document),
        week=week[0] if week is not None else None,
        week_text=week[1] if week is not None else None,
    )


def held_section(walk: Walk) -> tuple[Text, ...]:
    """Return the thematic headings above, outermost first; a week's heading is one where it names a theme."""
    return tuple(
        level.text for level in walk.levels if level.kind == "section" or (level.kind == "week" and level.theme)
    )


def in_policy(walk: Walk) -> bool:
    """Tell whether a heading above speaks of rules, people or deadlines."""
    return any(level.kind == "policy" for level in walk.levels)


def held_venue(walk: Walk) -> tuple[RawVenue | None, int | None, Text | None]:
    """Return venue and year of the headings above, and the words of the year."""
    venue = next((level.venue for level in reversed(walk.levels) if level.venue is not None), None)
    found = next((level for level in reversed(walk.levels) if level.year is not None), None)
    return venue, found.year if found else None, found.text if found else None


def level_requirement(walk: Walk) -> Requirement | None:
    """Return what the headings above say of the readings below them."""
    held = next((level.requirement for level in reversed(walk.levels) if level.requirement is not None), None)
    return held or walk.whole_requirement


def shows_sessions(walk: Walk) -> bool:
    """Tell whether headings, items, tables or data of the document are sessions."""
    habits = walk.habits
    return bool(
        walk.data_sessions
        or habits.date_headings
        or habits.date_paragraphs
        or habits.tables
        or habits.numbered_items
        or habits.items_carry
        or habits.week_headings > 1
    )


def in_works_part(walk: Walk) -> bool:
    """Tell whether a heading above is that of a part of the page that lists works: "Reading list", "References"."""
    return any(level.kind == "page" and is_works_part(level.text.plain) for level in walk.levels)


def close_levels(walk: Walk, depth: int) -> None:
    """End the headings as deep as a new one, and the week that one of them names."""
    while walk.levels and walk.levels[-1].depth >= depth:
        if walk.levels.pop().kind == "week":
            walk.week = None


def is_listing_place(walk: Walk) -> bool:
    """Tell whether loose paragraphs may be works here: under a venue, a year, or in a document without sessions."""
    if any(level.kind in ("venue", "year") for level in walk.levels) or in_works_part(walk):
        return True
    return not (shows_sessions(walk) or walk.habits.paragraphs_carry)


def is_whole_week(walk: Walk) -> bool:
    """Tell whether the week whose heading is held meets as a whole: no days stand below it."""
    return walk.week_head is not None and (not walk.habits.dated_weeks or walk.week_place in walk.habits.whole_weeks)


def shares_heads(walk: Walk) -> bool:
    """Tell whether what follows belongs to several heads right above it: those of one module, days of one week.

    A first meeting a week or more before has nothing to read: "January 20. Introduction", "January 27. Looms".
    """
    if walk.fresh_heads < SEVERAL_HEADS:
        return False
    if held_section(walk) or not any(session.titles for session in walk.siblings[-SEVERAL_HEADS:]):
        return True
    earlier, last = (session.when for session in walk.siblings[-SEVERAL_HEADS:])
    if earlier is None or last is None or earlier.day is None or last.day is None:
        return True
    months = (last.month or 0) - (earlier.month or 0)
    days = last.day - earlier.day if not months else last.day + MONTH - earlier.day
    return months in (0, 1, -11) and days < WEEK


SEVERAL_HEADS: Final = 2
MONTH: Final = 31
WEEK: Final = 7


WEEK_KEYS: Final = ("week", "weekNumber", "week_number", "weeknum")
WEEK_NUMBER: Final = lazy_regex(r"\s*\d{1,2}\s*")


def week_of_page(document: Document) -> tuple[int, Text] | None:
    """Read the week that the front matter gives a whole page to ("title: Week 7"); None for several weeks."""
    meta = document.meta
    told = next((meta.get(key) for key in WEEK_KEYS if meta.get(key) is not None), None) if meta is not None else None
    if isinstance(told, Scalar) and WEEK_NUMBER.fullmatch(told.text.plain):
        return int(told.text.plain), told.text
    value = meta.get("title") if meta is not None else None
    if not isinstance(value, Scalar):
        return None
    found = WEEK_LEAD.match(value.text.plain)
    if not found or re.match(r"\s*(?:[-–&/]|(?:and|und|y|et)\b)\s*\d", value.text.plain[found.end("number") :]):
        return None
    week = read_week(found)
    return (week, value.text) if week is not None else None


def requirement_of_page(document: Document) -> Requirement | None:
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
