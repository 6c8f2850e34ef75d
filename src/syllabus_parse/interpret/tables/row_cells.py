"""One cell to the fields of a session, by the role of its column."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import Cell, Text
from syllabus_parse.interpret.records import RawSession
from syllabus_parse.interpret.sessions.deadlines import HOMEWORK, is_deadline, read_assignments
from syllabus_parse.interpret.sessions.topics import read_topic
from syllabus_parse.interpret.tables.cells import cell_text
from syllabus_parse.interpret.tables.columns import Column
from syllabus_parse.interpret.tables.row_readings import read_links_cell, read_reading_cell
from syllabus_parse.interpret.tables.row_state import Rows
from syllabus_parse.interpret.tables.row_topics import (
    read_note,
    read_presenters,
)
from syllabus_parse.interpret.works.entries import read_entries
from syllabus_parse.interpret.works.entry_cuts import LINE_END
from syllabus_parse.normalize.dates import find_times
from syllabus_parse.normalize.titles import is_placeholder
from syllabus_parse.regex import lazy_regex

ACTIVITIES: Final = lazy_regex(r"\bactivit|\bactividad|\batividad|\baktivit", re.IGNORECASE)


def read_homework_entry(column: Column, text: Text, session: RawSession) -> None:
    """Read an entry of a column of homework; under "Activities and assignments" a line without a deadline is none."""
    words = text.plain.strip()
    if words.startswith("(") and words.endswith(")") and words.count("(") == 1 and not is_deadline(words):
        session.notes.append(text.strip(" ()\n"))  # "(devolução do diário 1)" says what comes back
        return
    if not ACTIVITIES.search(column.header):
        read_assignments(text, session, event=column.event or "out")
        return
    for line in text.split(LINE_END):
        if is_deadline(line.plain) or HOMEWORK.search(line.plain):
            read_assignments(line, session, event=column.event or "out")
        elif is_placeholder(line.plain) or not line.plain.strip():
            continue
        elif session.titles:
            session.notes.append(line.strip())
        else:
            read_topic(line, session)


def read_cell(rows: Rows, column: Column, cell: Cell, session: RawSession) -> None:
    """Read one cell into a session, as the role of its column says."""
    text = cell_text(cell)
    if not text and not text.links():
        return
    role = column.role
    if role in ("reading", "mixed"):
        if role == "mixed" and session.closed:
            return
        read_reading_cell(rows, column, cell, session, mixed=role == "mixed")
    elif role == "presenter":
        if not is_placeholder(text.plain):
            read_presenters(rows, text, column, session)
    elif role == "links":
        read_links_cell(rows, column, cell, session)
    elif role == "assignment":
        if not cell.repeated:
            for entry in read_entries(cell.blocks, lines=rows.lines):
                read_homework_entry(column, entry.text, session)
                for child in entry.children:
                    read_assignments(child.text, session, event=column.event or "out")
    elif role == "location":
        session.location = text.strip() if not is_placeholder(text.plain) else None
    elif role == "time":
        times = find_times(text.plain)
        if times is not None:
            session.times, session.times_text = times, text
        elif not is_placeholder(text.plain):
            session.notes.append(text.strip())
    elif role == "requirement":
        return
    elif not cell.repeated and not is_placeholder(text.plain):
        read_note(rows, column, text, session)
