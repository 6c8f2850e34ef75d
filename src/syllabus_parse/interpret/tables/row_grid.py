"""Rows whose cells are sessions: a column for each weekday, or for each group."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import attrs

from syllabus_parse.document import Cell, Row, Text
from syllabus_parse.interpret.records import RawSession
from syllabus_parse.interpret.sessions.deadlines import read_assignments
from syllabus_parse.interpret.sessions.topics import read_topic
from syllabus_parse.interpret.tables.cells import cell_text
from syllabus_parse.interpret.tables.columns import Column
from syllabus_parse.interpret.tables.grid_cells import GROUP_MARK, mark_group, read_group_cell, read_session_cell
from syllabus_parse.interpret.tables.row_cells import read_cell
from syllabus_parse.interpret.tables.row_dates import read_when
from syllabus_parse.interpret.tables.row_events import DUE_WORD
from syllabus_parse.interpret.tables.row_state import Rows, settle_deadline
from syllabus_parse.interpret.tables.row_topics import read_topic_cell
from syllabus_parse.interpret.words import session_label_kind
from syllabus_parse.interpret.words.week_spans import first_weekday, shift_days
from syllabus_parse.interpret.works.entries import read_entries
from syllabus_parse.model import SessionKind
from syllabus_parse.normalize.dates import When, find_times, match_when
from syllabus_parse.normalize.titles import is_placeholder
from syllabus_parse.regex import lazy_regex

GRID_ROLES: Final = frozenset({"session", "group", "date", "week", "month", "day", "number", "section"})
MOST_MEETINGS: Final = 3
DAY_WORDS: Final = tuple(
    lazy_regex(rf"\b{names}\b", re.IGNORECASE)
    for names in (
        r"mon(?:days?)?",
        r"tue(?:s|sdays?)?",
        r"wed(?:nesdays?)?",
        r"thu(?:rs?|rsdays?)?",
        r"fri(?:days?)?",
        r"sat(?:urdays?)?",
        r"sun(?:days?)?",
    )
)
DAY_TAIL: Final = lazy_regex(
    r"\s+(?:on\s+)?(?:(?:mon|tues?|wednes|thurs|fri|satur|sun)day|[(\[](?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)[)\]])\s*$",
    re.IGNORECASE,
)


def read_grid_row(rows: Rows, cells: Sequence[Cell], row: Row) -> None:
    """Read a row whose cells are sessions: a column for each weekday, or for each group."""
    for column, cell in zip(rows.columns, cells, strict=False):
        if column.role == "section" and cell.blocks:
            rows.group = cell_text(cell).strip()
    section = rows.section if rows.group is None else (*rows.base_section, rows.group)
    base = RawSession(section=section, week=rows.week, week_text=rows.week_text)
    whens = read_when(rows, cells, base)
    first_day = next(
        (
            column.weekday
            for column in rows.columns
            if column.role in ("session", "group") and column.weekday is not None
        ),
        None,
    )
    date_head = next((column.header for column in rows.columns if column.role in ("date", "week")), "")
    made: list[tuple[Column, RawSession]] = []
    # A calendar prints the date of each day, taught or not.
    calendar = sum(column.role == "session" for column in rows.columns) > MOST_MEETINGS
    # "Sep. 2, 4" before a column for Mondays and one for Wednesdays
    meetings = [column for column in rows.columns if column.role == "session"]
    each_dated = len(whens) == len(meetings) > 1 and all(
        when.day is not None and when.end_day is None and when.weekday is None for when, _ in whens
    )
    spread: Cell | None = None
    spanning = next(
        (
            cell
            for column, cell in zip(rows.columns, cells, strict=False)
            if column.role == "group" and cell.colspan > 1 and not cell.repeated
        ),
        None,
    )
    if spanning is not None:
        read_spanning(rows, spanning, base)
        return
    for column, cell in zip(rows.columns, cells, strict=False):
        if column.role not in ("session", "group") or (cell.repeated and column.role == "group"):
            continue
        text = cell_text(cell)
        if not text and not text.links():
            continue
        if is_placeholder(text.plain) or (
            column.role == "session" and spread is not None and cell.blocks is spread.blocks
        ):
            continue  # one cell over several days is one session
        spread = cell
        session = RawSession(
            section=section, week=base.week, week_text=base.week_text, number=base.number,
            number_text=base.number_text,
        )  # fmt: skip
        session.links += base.links
        if column.role == "group":
            read_group_cell(rows, cell, column, session)
        else:
            if whens:
                first, session.when_text = whens[meetings.index(column)] if each_dated else whens[0]
                session.when = attrs.evolve(first, end_year=None, end_month=None, end_day=None)
                anchor = first_weekday(first, first_day, date_head)
                if each_dated:
                    session.when = attrs.evolve(session.when, weekday=column.weekday)
                elif anchor is not None and column.weekday is not None:
                    session.day_offset = shift_days(column.weekday, anchor)
                    assumed = first.weekday is None and first.end_day is None and anchor == first_day
                    session.column_day = column.weekday if assumed else None
            read_session_cell(rows, cell, session)
            settle_deadline(session)
            if calendar and is_blank(session):
                continue
            if session.kind is None:
                session.kind = column_kind(column.header)
            hours = find_times(column.header)
            if hours is not None and session.times is None:
                session.times, session.times_text = hours, column.text
                session.above.add("times")
        made.append((column, session))
    if len(made) == 1 and whens and made[0][1].kind == "holiday" and is_whole_row(rows, cells, made[0][0]):
        made[0][1].when, made[0][1].day_offset = whens[0][0], 0  # "Reading week" over all the days of the row
    if not made and has_more(rows, cells):
        base.when, base.when_text = whens[0] if whens else (None, base.when_text)
        made.append((rows.columns[0], base))
    elif made:
        made[0][1].notes += base.notes
    for column, cell in zip(rows.columns, cells, strict=False):
        if column.role in GRID_ROLES or not made or cell.repeated:
            continue
        if column.role == "topic" and not all(session.titles for _, session in made):
            for _, session in made:
                if not session.titles and session.kind not in ("holiday", "exam"):
                    read_topic_cell(rows, cell, session)
            continue
        target = day_named(cell_text(cell).plain, made) or made[0][1]
        read_cell(rows, column, cell, target)
        if column.role == "assignment":
            for assignment in target.assignments:
                assignment.title = drop_day(assignment.title)
    rows.sessions += [session for _, session in made]
    rows.last = [session for _, session in made]


def is_whole_row(rows: Rows, cells: Sequence[Cell], column: Column) -> bool:
    """Tell whether the cell of a column spans all days of its row, or a scraper left no others behind it."""
    at = next(index for index, own in enumerate(rows.columns) if own is column)
    days = [index for index, own in enumerate(rows.columns) if own.role == "session"]
    return (
        len(days) > 1
        and at == days[0]
        and (
            len(cells) <= at + 1
            or all(index < len(cells) and cells[index].blocks is cells[at].blocks for index in days)
        )
    )


def has_more(rows: Rows, cells: Sequence[Cell]) -> bool:
    """Tell whether a row says anything beside its days and its meetings: a project due in a week without any."""
    return any(
        cell.blocks and not cell.repeated and not is_placeholder(cell_text(cell).plain)
        for column, cell in zip(rows.columns, cells, strict=False)
        if column.role not in GRID_ROLES
    )


def is_blank(session: RawSession) -> bool:
    """Tell a day of a calendar that says nothing but its date."""
    return not (
        session.titles or session.readings or session.assignments or session.links or session.notes or session.status
        or session.number or session.presenters
    )  # fmt: skip


def read_spanning(rows: Rows, cell: Cell, base: RawSession) -> None:
    """Read a cell over all groups: a title, then one date for each group ("22 septembre (grp9)")."""
    titles: list[Text] = []
    groups = [column for column in rows.columns if column.role == "group"]
    dated: list[tuple[When, Text, Column | None]] = []
    for entry in read_entries(cell.blocks):
        text = entry.text
        whens = match_when(text.plain)
        if not whens:
            titles.append(text)
            continue
        mark = GROUP_MARK.search(text.plain)
        column = next((c for c in groups if mark and re.search(rf"\b0*{int(mark['number'])}\b", c.header)), None)
        dated.append((whens[0], text.slice(whens[0].start, whens[0].end), column))
    for when, when_text, column in dated or [(None, None, None)]:  # type: ignore[list-item]
        session = RawSession(
            section=rows.section,
            week=base.week,
            week_text=base.week_text,
            number=base.number,
            number_text=base.number_text,
            when=when,
            when_text=when_text,
        )
        session.links += base.links
        for index, title in enumerate(titles):
            if index and DUE_WORD.search(title.plain):
                read_assignments(title, session, event="due")
            else:
                read_topic(title, session)
        if column is not None:
            mark_group(rows, session, column)
        rows.sessions.append(session)


def day_named(words: str, made: Sequence[tuple[Column, RawSession]]) -> RawSession | None:
    """Return the session whose day a cell names: "HW1 (Thu)", "Lab 2 due Friday"."""
    for column, session in made:
        if column.weekday is not None and DAY_WORDS[column.weekday].search(words):
            return session
    return None


def column_kind(header: str) -> SessionKind | None:
    """Tell the kind of the sessions in a column: "Lab on Friday", "Wednesday Recitation"."""
    kinds = (session_label_kind(word) for word in re.findall(r"[^\W\d_]{2,}", header))
    return next((kind for kind in kinds if kind in ("lab", "discussion", "exam")), None)


def drop_day(text: Text) -> Text:
    """Take the day off the end of a homework's name: "Lab 2 due Friday", "HW1 (Thu)"."""
    found = DAY_TAIL.search(text.plain)
    return text.slice(0, found.start()) if found else text
