"""One row of a schedule to raw sessions, cell by cell as the columns' roles say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import attrs

from syllabus_parse.document import Cell, Row, Text
from syllabus_parse.interpret.records import RawReading, RawSession
from syllabus_parse.interpret.sessions.kept_notes import trim_edges
from syllabus_parse.interpret.sessions.topics import read_topic
from syllabus_parse.interpret.tables.cells import cell_text
from syllabus_parse.interpret.tables.columns import Column
from syllabus_parse.interpret.tables.row_cells import join_due_days, read_cell
from syllabus_parse.interpret.tables.row_dates import read_when
from syllabus_parse.interpret.tables.row_days import blank, find_days, make_days
from syllabus_parse.interpret.tables.row_events import make_milestone, read_event, settle_event
from syllabus_parse.interpret.tables.row_grid import read_grid_row
from syllabus_parse.interpret.tables.row_papers import fill_reading, read_paper_row
from syllabus_parse.interpret.tables.row_plan import (
    PAPER_ROLES,
    carry_merged,
    drop_echoes,
    move_spanning,
    move_words,
    plan_columns,
    undo_ditto,
)
from syllabus_parse.interpret.tables.row_rest import keep_rest, keep_wordless_links
from syllabus_parse.interpret.tables.row_state import Rows, name_by_link, settle_deadline
from syllabus_parse.interpret.tables.row_topics import read_requirement, read_topic_cell
from syllabus_parse.interpret.words import session_label_kind, title_kind
from syllabus_parse.normalize.dates import When, find_times
from syllabus_parse.normalize.titles import is_placeholder
from syllabus_parse.regex import lazy_regex

PEOPLE_GAP: Final = lazy_regex(r"\s*[;/&\u2028]\s*|\s+and\s+")


def read_row(rows: Rows, cells: Sequence[Cell], row: Row, *, merged: bool) -> None:
    """Read one row with more than one filled cell."""
    if is_paper_table(rows):
        made = len(rows.readings)
        read_paper_row(rows, cells)
        keep_rest(rows.columns, cells, rows.readings[made:])
        return
    cells = [undo_ditto(rows, index, cell) for index, cell in enumerate(drop_echoes(move_spanning(rows, cells)))]
    cells = move_words(rows, carry_merged(rows, cells, merged=merged))
    if rows.roles & {"session", "group"}:
        before = len(rows.sessions)
        read_grid_row(rows, cells, row)
        keep_rest(rows.columns, cells, rows.sessions[before:])
        return
    base = RawSession(section=rows.section, week=rows.week if "week" not in rows.roles else None)
    base.week_text = rows.week_text if base.week is not None else None
    whens = read_when(rows, cells, base)
    filled = has_contents(rows, cells) or bool(base.titles)
    if not whens and base.status is None and not filled and not base.number:
        keep_rest(rows.columns, cells, rows.last[:1])
        return  # neither a date nor content
    told = base.number is not None or bool(base.titles)
    if not whens and base.status is None and not told and continues(rows, cells, base):
        if meets_again(rows, cells):
            again = attrs.evolve(base, when=rows.last[-1].when, when_text=rows.last[-1].when_text)
            fill(rows, cells, again)
            keep_rest(rows.columns, cells, [again])
            rows.sessions.append(again)
            rows.last = [again]
            return
        cells = take_hours(rows, cells)
        fill(rows, cells, rows.last[0])
        keep_rest(rows.columns, cells, rows.last)
        return
    open_day = not whens or whens[0][0].end_day is not None  # no day, or those of a week
    days = find_days(rows, cells) if open_day and base.status is None else None
    if days is not None:
        column, lines = days
        made_days = make_days(base, lines)
        fill(rows, blank(cells, column), made_days[0])
        keep_rest(rows.columns, cells, made_days)
        rows.sessions += made_days
        rows.last = made_days
        return
    fill(rows, cells, base)
    make_milestone(rows, base)
    keep_rest(rows.columns, cells, [base])
    sessions = [base]
    if whens:
        base.when, base.when_text = whens[0]
        for when, text in whens[1:]:
            sessions.append(copy_session(base, when, text))
    rows.sessions += sessions
    rows.last = sessions


def is_paper_table(rows: Rows) -> bool:
    """Tell whether rows are works: titles without days. A number beside authors or venues counts works, not classes."""
    if "title" not in rows.roles or rows.roles & {"date", "week", "month", "day"}:
        return False
    return "number" not in rows.roles or bool(rows.roles & {"authors", "venue"})


def has_contents(rows: Rows, cells: Sequence[Cell]) -> bool:
    """Tell whether a row says anything beside when it is."""
    for column, cell in zip(rows.columns, cells, strict=False):
        if column.role in ("date", "week", "month", "day", "number", "section"):
            continue
        text = cell_text(cell)
        if (text or text.links()) and not is_placeholder(text.plain) and not cell.repeated:
            return True
    return False


def continues(rows: Rows, cells: Sequence[Cell], base: RawSession) -> bool:
    """Tell whether a row without date and number carries on the session above it."""
    if not rows.last or "date" not in rows.roles or base.notes:
        return False  # words in the cell of the date that name no day are no blank
    last = rows.last[-1]
    if last.when is None and last.status is None:
        return False
    topic = any(
        cell.blocks and not cell.repeated
        for column, cell in zip(rows.columns, cells, strict=False)
        if column.role in ("topic", "event")
    )
    return not (topic and base.week is not None and base.week != last.week) and not (
        topic and title_kind(topic_words(rows.columns, cells)) == "holiday"
    )


def take_hours(rows: Rows, cells: Sequence[Cell]) -> list[Cell]:
    """Give the session above the hours that stand alone below its topic: "10:30-12:30 in Mill 3"."""
    out = list(cells)
    last = rows.last[0]
    for index, (column, cell) in enumerate(zip(rows.columns, cells, strict=False)):
        text = cell_text(cell).strip()
        times = find_times(text.plain) if column.role == "topic" and last.titles and last.times is None else None
        if times is None or times.start or len(text.plain) - times.end > LONGEST_PLACE:
            continue
        last.times, last.times_text = times, text.slice(0, times.end)
        place = text.slice(times.end, len(text.plain)).strip(" ,;:()@")
        place = place.slice(3, len(place.plain)) if place.plain.startswith("in ") else place
        if not is_placeholder(place.plain):
            last.location = last.location or place
        out[index] = attrs.evolve(cell, blocks=())
    return out


LONGEST_PLACE: Final = 30


def meets_again(rows: Rows, cells: Sequence[Cell]) -> bool:
    """Tell a row without a date whose hour and topic are its own: a second meeting of the day above."""
    hours: str | None = None
    for column, cell in zip(rows.columns, cells, strict=False):
        if column.role == "time" and not cell.repeated:
            hours = cell_text(cell).plain
    times = find_times(hours) if hours else None
    last = rows.last[-1]
    if times is None or last.times is None or not last.titles or times.start_time == last.times.start_time:
        return False
    return not is_placeholder(topic_words(rows.columns, cells).strip())


def fill(rows: Rows, cells: Sequence[Cell], session: RawSession) -> None:
    """Read the cells of a row into a session, the topic first: other cells lean on it."""
    plan = plan_columns(rows, cells)
    pairs = list(zip(plan, cells, strict=False))
    before = len(session.readings)
    for column, cell in pairs:
        if column.role == "event":
            read_event(rows, cell_text(cell), session, pairs)
    for column, planned in zip(rows.columns, plan, strict=True):
        if column.role == "notes" and planned.role == "topic":
            session.kind = session.kind or session_label_kind(column.header)
    spread: Cell | None = None
    for column, cell in pairs:
        if column.role == "topic" and not session.closed:
            # A cell over two columns of topics stands in both; one that spans rows counts in each row.
            if spread is None or cell.blocks is not spread.blocks:
                read_topic_cell(rows, cell, session)
                settle_event(rows, session)
            spread = cell
        elif column.role == "section" and cell_text(cell):
            rows.group = cell_text(cell).strip()
            session.section = (*rows.base_section, rows.group)
        elif column.role == "section" and rows.group is not None:
            session.section = (*rows.base_section, rows.group)  # a blank below a module's name is of that module
    if rows.theme is not None and session.titles:
        session.notes.append(rows.theme)
    elif rows.theme is not None:
        read_topic(rows.theme, session)
    rows.theme = None
    name_by_link(session)
    for column, cell in pairs:
        if column.role in ("topic", "event", "date", "week", "month", "day", "number", "section"):
            continue
        if column.role in PAPER_ROLES and "reading" in rows.roles:
            continue
        if column.role == "affiliation" and session.presenters and not cell.repeated:
            place_people(cell_text(cell), session)
            continue
        if spread is None or not cell.blocks or cell.blocks is not spread.blocks:
            read_cell(rows, column, cell, session)  # a topic that spans the columns beside it is none of theirs
    keep_wordless_links(rows.columns, cells, session)
    join_due_days(session)
    settle_deadline(session)
    complete_reading(rows, pairs, session, session.readings[before:])
    for column, cell in pairs:
        if column.role == "requirement":
            read_requirement(cell_text(cell), column, session)


def place_people(text: Text, session: RawSession) -> None:
    """Give the people of a row the affiliation that stands in a column of its own: one for all, or one for each."""
    pieces = [piece.strip() for piece in text.split(PEOPLE_GAP)]
    pieces = [piece for piece in pieces if piece and not is_placeholder(piece.plain)]
    if len(pieces) not in (1, len(session.presenters)):
        pieces = [text.strip()] if pieces else []
    for index, person in enumerate(session.presenters):
        if pieces and person.affiliation is None:
            piece = pieces[index] if len(pieces) > 1 else pieces[0]
            person.affiliation, person.affiliation_text = " ".join(piece.plain.split()), piece


def complete_reading(
    rows: Rows, pairs: Sequence[tuple[Column, Cell]], session: RawSession, made: Sequence[RawReading]
) -> None:
    """Give the one reading of a row its authors, venue and year, where they have columns of their own."""
    if "reading" not in rows.roles:
        return
    for column, cell in pairs:
        text = cell_text(cell)
        if column.role not in PAPER_ROLES or not text or is_placeholder(text.plain):
            continue
        if len(made) == 1:
            fill_reading(made[0], column, text)
        else:
            read_cell(rows, column, cell, session)


def read_remark_session(rows: Rows, text: Text, whens: Sequence[When], *, spanned: bool = False) -> None:
    """Make a session of a row that only says a holiday or a range of days; `spanned` by the week above, it is of it."""
    session = RawSession(section=rows.section)
    if spanned and "week" in rows.roles:
        session.week, session.week_text = rows.week, rows.week_text
    left = text
    if whens:
        when = whens[0]
        session.when, session.when_text = when, text.slice(when.start, when.end)
        before = text.slice(0, when.start)
        after = text.slice(when.end, len(text.plain))
        left = before if before.plain.strip(" ,:;-–(") else after
        left = left.slice(
            0,
            len(
                re.sub(
                    r"\s*\b(?:from|vom|von|am|on|del|de|du|ab|the|:)\s*$",
                    "",
                    left.plain.rstrip(" ,:;-–("),
                    flags=re.IGNORECASE,
                )
            ),
        )
    read_topic(trim_edges(left, " ,:;()-–*_"), session)
    session.kind = session.kind or title_kind(text.plain) or "holiday"
    rows.sessions.append(session)
    rows.last = [session]


def copy_session(base: RawSession, when: When, text: Text) -> RawSession:
    """Make the session of a row's second day: its topic and people, not its readings and homework."""
    return attrs.evolve(
        base,
        when=when,
        when_text=text,
        titles=list(base.titles),
        presenters=list(base.presenters),
        notes=list(base.notes),
        note_words=list(base.note_words),
        readings=[],
        assignments=[],
        links=[],
        problems=[],
    )


def topic_words(columns: Sequence[Column], cells: Sequence[Cell]) -> str:
    """Return the words of a row's topic."""
    return " ".join(
        cell_text(cell).plain for column, cell in zip(columns, cells, strict=False) if column.role == "topic"
    )
