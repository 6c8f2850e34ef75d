"""One cell to the fields of a session, by the role of its column."""

from __future__ import annotations

import re
from typing import Final

import attrs

from syllabus_parse.document import Cell, Text
from syllabus_parse.interpret.records import RawSession
from syllabus_parse.interpret.sessions.deadlines import is_deadline
from syllabus_parse.interpret.tables.cells import cell_text
from syllabus_parse.interpret.tables.columns import Column
from syllabus_parse.interpret.tables.row_homework import read_homework_entry
from syllabus_parse.interpret.tables.row_links import read_links_cell
from syllabus_parse.interpret.tables.row_readings import read_reading_cell
from syllabus_parse.interpret.tables.row_state import Rows
from syllabus_parse.interpret.tables.row_topics import (
    read_note,
    read_presenters,
)
from syllabus_parse.interpret.words.deadline_words import OUT
from syllabus_parse.interpret.works.entries import Entry, hang_items, read_entries
from syllabus_parse.normalize.dates import When, find_times, find_whens, parse_whens
from syllabus_parse.normalize.titles import is_placeholder
from syllabus_parse.regex import lazy_regex

DUE_LINE: Final = lazy_regex(r"\W{0,4}due\b(?: (?:date|on|by))?\s*[:：]?\s*", re.IGNORECASE)
DAY_NAME: Final = lazy_regex(r"\s*\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?\s*$", re.IGNORECASE)


def join_due_days(session: RawSession) -> None:
    """Give homework of a row the day that stands in a column of its own: "HW1" beside "9/10" below "Due"."""
    days = [work for work in session.assignments if work.event == "due" and work.when is None and _read_day(work.title)]
    given = [work for work in session.assignments if work.event == "out" and work.when is None]
    if not given or len(days) not in (1, len(given)):
        return
    for index, work in enumerate(given):
        title = days[index if len(days) > 1 else 0].title
        when = _read_day(title)
        if work.whole is not None and OUT.search(work.whole.plain):  # "HW1 out": handed out here, due on that day
            session.assignments.append(attrs.evolve(work, event="due", when=when, when_text=title, links=[]))
        else:
            work.event, work.when, work.when_text = "due", when, title
    session.assignments = [work for work in session.assignments if not any(work is day for day in days)]


def _read_day(text: Text) -> When | None:
    whens = parse_whens(text.plain)
    return whens[0] if len(whens) == 1 and whens[0].month and whens[0].day else None


def join_due_lines(entries: list[Entry]) -> list[Entry]:
    """Join a line that only says when to the homework above it: "Haiku", then "Due 02/08 Mon"."""
    out: list[Entry] = []
    for entry in entries:
        above = out[-1] if out else None
        if above is None or above.children or not tells_day(entry.text.plain) or is_deadline(above.text.plain):
            out.append(entry)
            continue
        named = DAY_NAME.search(entry.text.plain)
        line = entry.text.slice(0, named.start()) if named else entry.text
        out[-1] = attrs.evolve(above, text=above.text.join_line(line), children=entry.children)
    return out


def tells_day(words: str) -> bool:
    """Tell a line behind whose "due" nothing but a day stands.

    >>> tells_day("Due 02/08 Mon"), tells_day("Due: Lab 2 (2/8)")
    (True, False)
    """
    found = DUE_LINE.match(words)
    whens = find_whens(words) if found is not None else ()
    if found is None or not whens:
        return False
    left = words[found.end() : whens[0].start] + words[whens[-1].end :]
    return not DAY_NAME.sub("", left).strip(" \n.,:;()")


# A line of its own that says what becomes of the homework below it, e.g. "Assign:" · "Due:" · "Released:"
EVENT_LINE: Final = lazy_regex(
    r"\W{0,4}(?:(?P<out>assign(?:ed)?|out|releas(?:es?|ed)|posted|handed out|given|new)"
    r"|due|submit|hand in|turn in|deadlines?)\s*[:：]\s*(?:[\n\u2028]|$)",
    re.IGNORECASE,
)


def _take_event(column: Column, entry: Entry) -> tuple[Column, Entry | None]:
    """Take such a line off an entry: the column with the event that holds from there on, and what is left."""
    found = EVENT_LINE.match(entry.text.plain)
    if found is None or entry.children:
        return column, entry
    text = entry.text.slice(found.end(), len(entry.text.plain))
    left = attrs.evolve(entry, text=text) if text or text.links() else None
    return attrs.evolve(column, event="out" if found["out"] else "due"), left


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
            for entry in hang_items(join_due_lines(read_entries(cell.blocks, lines=rows.lines))):
                column, left = _take_event(column, entry)
                if left is not None:
                    read_homework_entry(column, left, session)
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
