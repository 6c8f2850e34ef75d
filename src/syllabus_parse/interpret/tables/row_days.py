"""Rows that hold several days in one cell: "Jan 13: Looms" and "Jan 15: Knots" on lines of the topic of week 1."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from syllabus_parse.document import Cell
from syllabus_parse.interpret.records import RawSession
from syllabus_parse.interpret.tables.cells import cell_text
from syllabus_parse.interpret.tables.grid_cells import read_session_lines
from syllabus_parse.interpret.tables.row_state import Rows
from syllabus_parse.interpret.words import opens_with_day
from syllabus_parse.interpret.works.entries import Entry, read_entries


def find_days(rows: Rows, cells: Sequence[Cell]) -> tuple[int, list[list[Entry]]] | None:
    """Find the cell of topics whose lines begin with days, as its column and the lines of each day; None without one.

    The first line and one more must begin with a day; a line that begins with none is told of the day above it. Below
    such a row, one with a single day is read like it.
    """
    for column, cell in enumerate(cells[: len(rows.columns)]):
        if rows.columns[column].role not in ("topic", "mixed") or cell.repeated:
            continue
        plain = cell_text(cell).plain
        if not opens_with_day(plain) or (sum(char.isdigit() for char in plain) < TWO_DAYS and not rows.days_told):
            continue
        days: list[list[Entry]] = []
        for entry in read_entries(cell.blocks, lines=True):
            if not days or opens_with_day(entry.text.plain):
                days.append([entry])
            else:
                days[-1].append(entry)
        rows.days_told = rows.days_told or len(days) > 1
        if rows.days_told:
            return column, days
    return None


TWO_DAYS: Final = 4
"""Digits that two days of months are written with at least, each with its month or two numbers of one: "1/2", "3/4"."""


def make_days(base: RawSession, days: Sequence[Sequence[Entry]]) -> list[RawSession]:
    """Make a session of the lines of each day; a number that the row has stays with the first."""
    sessions: list[RawSession] = []
    for lines in days:
        session = RawSession(section=base.section, week=base.week, week_text=base.week_text)
        read_session_lines(lines, session)
        sessions.append(session)
    first = sessions[0]
    if first.number is None:
        first.number, first.number_text = base.number, base.number_text
    first.links += base.links
    first.notes += base.notes
    return sessions


def blank(cells: Sequence[Cell], column: int) -> list[Cell]:
    """Return the cells with that of one column emptied."""
    return [Cell((), cell.span) if at == column else cell for at, cell in enumerate(cells)]
