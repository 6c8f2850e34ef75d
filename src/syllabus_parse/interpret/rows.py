"""One row of a schedule to raw sessions, cell by cell as the columns' roles say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import attrs

from syllabus_parse.document import Cell, Row, Text
from syllabus_parse.interpret.columns import Column
from syllabus_parse.interpret.deadlines import is_deadline
from syllabus_parse.interpret.records import RawReading, RawSession
from syllabus_parse.interpret.row_cells import read_cell
from syllabus_parse.interpret.row_dates import read_when
from syllabus_parse.interpret.row_grid import read_grid_row
from syllabus_parse.interpret.row_papers import fill_reading, read_paper_row
from syllabus_parse.interpret.row_rest import keep_rest
from syllabus_parse.interpret.row_state import Rows, cell_text, settle_deadline
from syllabus_parse.interpret.row_topics import (
    make_milestone,
    read_event,
    read_requirement,
    read_topic_cell,
    settle_event,
)
from syllabus_parse.interpret.topics import read_topic
from syllabus_parse.interpret.words import CANCELLED, TBD, session_label_kind, title_kind
from syllabus_parse.normalize.dates import When, find_whens, parse_week, parse_whens
from syllabus_parse.normalize.titles import is_placeholder
from syllabus_parse.source import Span

WHEN_CELLS: Final = frozenset({"date", "week", "month", "day", "number", "time", "section"})
REMARK_ROLES: Final = frozenset({"presenter", "notes", "unknown", "location", "links"})
PEOPLE_GAP: Final = re.compile(r"\s*[;/&\u2028]\s*|\s+and\s+")
PAPER_ROLES: Final = frozenset({"authors", "venue", "year"})
DITTO: Final = frozenset({'"', "''", "〃", "″", "“", "”", "ditto", "same", "idem", "dito", "same as above"})


def read_row(rows: Rows, cells: Sequence[Cell], row: Row, *, merged: bool) -> None:
    """Read one row with more than one filled cell."""
    if is_paper_table(rows):
        made = len(rows.readings)
        read_paper_row(rows, cells)
        keep_rest(rows.columns, cells, rows.readings[made:])
        return
    cells = [undo_ditto(rows, index, cell) for index, cell in enumerate(drop_echoes(cells))]
    cells = move_words(rows, carry_merged(rows, cells, merged=merged))
    if rows.roles & {"session", "group"}:
        before = len(rows.sessions)
        read_grid_row(rows, cells, row)
        keep_rest(rows.columns, cells, rows.sessions[before:])
        return
    base = RawSession(section=rows.section, week=rows.week if "week" not in rows.roles else None)
    base.week_text = rows.week_text if base.week is not None else None
    whens = read_when(rows, cells, base)
    filled = has_contents(rows, cells)
    if not whens and base.status is None and not filled and not base.number:
        keep_rest(rows.columns, cells, rows.last[:1])
        return  # neither a date nor content
    if not whens and base.status is None and base.number is None and continues(rows, cells, base):
        fill(rows, cells, rows.last[0])
        keep_rest(rows.columns, cells, rows.last)
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


def undo_ditto(rows: Rows, index: int, cell: Cell) -> Cell:
    """Return the cell above in place of a ditto mark; any other cell is remembered for the row below."""
    words = cell_text(cell).plain.strip()
    if words in DITTO and index in rows.above:
        above = rows.above[index]
        return Cell(above.blocks, cell.span, repeated=True)
    if cell.blocks:
        rows.above[index] = cell
    return cell


def move_words(rows: Rows, cells: Sequence[Cell]) -> list[Cell]:
    """Set words that stand where a date should ("Spring break" over a whole row) under the topics, if none are."""
    out = list(cells)
    topic = next((index for index, column in enumerate(rows.columns) if column.role == "topic"), None)
    date = next((index for index, column in enumerate(rows.columns) if column.role == "date"), None)
    if topic is None or date is None or max(topic, date) >= len(out) or not out[date].blocks:
        return out
    if out[topic].blocks and out[topic].blocks is not out[date].blocks:
        return out
    words = cell_text(out[date]).plain.strip()
    if find_whens(words) or parse_whens(words) or parse_week(words) is not None or is_placeholder(words):
        return out
    if TBD.fullmatch(words) or not re.search(r"[^\W\d_]{3}", words):
        return out
    moved = attrs.evolve(out[date], repeated=False)
    out = [Cell((), cell.span) if cell.blocks is moved.blocks and cell.blocks else cell for cell in out]
    out[topic] = moved
    return out


def carry_merged(rows: Rows, cells: Sequence[Cell], *, merged: bool) -> list[Cell]:
    """Give a row that ends after its date the topic and the presenters of the row above, where cells were merged."""
    out = list(cells)
    if not merged or len(out) >= len(rows.columns) or not rows.last:
        return out
    for index in range(len(out), len(rows.columns)):
        above = rows.above.get(index)
        if above is not None and rows.columns[index].role in ("topic", "presenter", "section"):
            out.append(Cell(above.blocks, above.span, repeated=True))
        else:
            out.append(Cell((), row_end(cells)))
    return out


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
    if not rows.last or "date" not in rows.roles:
        return False
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
    settle_deadline(session)
    complete_reading(rows, pairs, session, session.readings[before:])
    for column, cell in pairs:
        if column.role == "requirement":
            read_requirement(rows, cell_text(cell).plain, session)


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


def plan_columns(rows: Rows, cells: Sequence[Cell]) -> Sequence[Column]:
    """Return the columns as this row fills them.

    Where papers have authors and venues, words without are a topic; so are the only words of a row that name a
    holiday, an exam or a milestone, wherever they stand.
    """
    filled = [
        (index, text)
        for index, (column, text) in enumerate(zip(rows.columns, map(cell_text, cells), strict=False))
        if text and column.role not in WHEN_CELLS and not is_placeholder(text.plain)
    ]
    if (
        len(filled) == 1
        and rows.columns[filled[0][0]].role in REMARK_ROLES
        and not filled[0][1].links()
        and "?" not in filled[0][1].plain
        and (title_kind(filled[0][1].plain) in ("holiday", "exam") or CANCELLED.fullmatch(filled[0][1].plain.strip()))
    ):
        index = filled[0][0]
        return [
            attrs.evolve(column, role="topic" if at == index else "notes" if column.role == "topic" else column.role)
            for at, column in enumerate(rows.columns)
        ]
    if (
        len(filled) == 1
        and rows.columns[filled[0][0]].role == "event"
        and "topic" in rows.roles
        and not names_kind(filled[0][1])
    ):
        # A row that ends with its topic: "12/9 | Questions" under "Date | Type | Topic".
        return [
            attrs.evolve(
                column, role="topic" if at == filled[0][0] else "notes" if column.role == "topic" else column.role
            )
            for at, column in enumerate(rows.columns)
        ]
    stand_in = find_stand_in(rows, filled)
    if stand_in is not None:
        return [
            attrs.evolve(column, role="topic") if at == stand_in else column for at, column in enumerate(rows.columns)
        ]
    if "reading" not in rows.roles or "topic" in rows.roles or not rows.roles & {"authors", "venue"}:
        return rows.columns
    for column, cell in zip(rows.columns, cells, strict=False):
        text = cell_text(cell)
        if column.role in PAPER_ROLES and text and not is_placeholder(text.plain):
            return rows.columns
        if column.role == "reading" and text.links():
            return rows.columns
    return [attrs.evolve(column, role="topic") if column.role == "reading" else column for column in rows.columns]


def names_kind(text: Text) -> bool:
    """Tell whether words in a column of kinds name one ("Lecture 3", "A0", "Holiday") rather than a topic."""
    words = text.plain.strip()
    name = re.sub(r"[\s#.-]{0,2}\d{1,3}[a-z]?$", "", words)
    return len(name) <= 3 or session_label_kind(name) is not None or title_kind(words) is not None or is_deadline(words)


def find_stand_in(rows: Rows, filled: Sequence[tuple[int, Text]]) -> int | None:
    """Find the column that tells what a day without lecture is: "Lab" or "Discussion", where the topic is empty."""
    if any(rows.columns[index].role in ("topic", "mixed", "title", "event") for index, _ in filled):
        return None
    for index, _ in filled:
        column = rows.columns[index]
        if column.role == "notes" and session_label_kind(column.header) in ("lab", "discussion", "exam", "tutorial"):
            return index
    return None


def drop_echoes(cells: Sequence[Cell]) -> list[Cell]:
    """Keep one of the cells that all say that there is no class, as some do in each column of the day."""
    words = [cell_text(cell).plain.strip().casefold() for cell in cells]
    said = {word for word in words if word and words.count(word) > 2 and title_kind(word) == "holiday"}
    out: list[Cell] = []
    for cell, word in zip(cells, words, strict=True):
        out.append(Cell((), cell.span) if word in said and word in words[: len(out)] else cell)
    return out


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
    session = RawSession(section=rows.section, week=rows.week if spanned and "week" in rows.roles else None)
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
    read_topic(left.strip(" ,:;()-–*_"), session)
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


def row_end(cells: Sequence[Cell]) -> Span:
    """Return the place behind the last cell of a row."""
    end = cells[-1].span.end if cells else 0
    return Span(end, end)
