"""A syllabus as a table: one row for a session, one column for each field that any of them fills."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from syllabus_parse.model import Reading, Requirement, Session, Syllabus
from syllabus_parse.rendering.citations import cite, name_people
from syllabus_parse.rendering.dates import write_date, write_times
from syllabus_parse.rendering.layout import Layout
from syllabus_parse.rendering.page import Bit, Block, Cell, Grid, Head, Line, Page, Par, words
from syllabus_parse.rendering.words import KINDS, head_course, name_column

Fill = Callable[[Session, Layout], Cell]


def shape_table(syllabus: Syllabus, layout: Layout) -> Page:
    """Lay out the sessions as a table below the name of the course."""
    head = head_page(syllabus)
    grid = make_grid(syllabus.sessions, layout)
    return Page(blocks=(*head, grid) if grid is not None else head)


def head_page(syllabus: Syllabus) -> tuple[Block, ...]:
    """Make the heading of a page."""
    lines = map(words, head_course(syllabus.course))
    return tuple(Par((line,)) if place else Head(1, line) for place, line in enumerate(lines))


def make_grid(sessions: Sequence[Session], layout: Layout) -> Grid | None:
    """Make the table of sessions; None where there are none. A section is a row of one cell above its sessions."""
    if not sessions:
        return None
    columns = [
        (field, fill)
        for field, fill in COLUMNS
        if field in ALWAYS or any(fill(session, layout) for session in sessions)
    ]
    if not any(session.kind != "lecture" for session in sessions):
        columns = [column for column in columns if column[0] != "kind"]
    rows: list[tuple[Cell, ...]] = []
    if layout.sub_header and any(field in READINGS for field, _ in columns):
        rows.append(tuple(_sub_head(field) for field, _ in columns))
    section: tuple[str, ...] = ()
    for session in sessions:
        if session.section and session.section != section:
            section = session.section
            rows.append(((words(section[-1]),),))
        rows.append(tuple(fill(session, layout) for _, fill in columns))
    return Grid(tuple(name_column(field, layout.language) for field, _ in columns), tuple(rows))


def _sub_head(field: str) -> Cell:
    """Name what a column holds once more, as a row below the head: "Paper" under "Reading"."""
    return (words("Paper"),) if field in READINGS else ()


def _one(text: str) -> Cell:
    return (words(text),) if text else ()


def _date(session: Session, layout: Layout) -> Cell:
    if session.date is None:
        return _one("TBD" if session.status == "tbd" else "")
    return _one(write_date(session.date, session.end_date, style=layout.dates, language=layout.language))


def _group(needed: Requirement | None) -> Fill:
    def fill(session: Session, layout: Layout) -> Cell:
        return tuple(cite_all(session.readings, needed, layout))

    return fill


def cite_all(readings: Sequence[Reading], needed: Requirement | None, layout: Layout) -> list[Line]:
    """Write the readings of one requirement, a line for each."""
    return [cite(reading, style=layout.citation) for reading in readings if reading.requirement == needed]


def _links(session: Session, _: Layout) -> Cell:
    line: list[Bit] = []
    for link in session.links:
        line += [Bit(" ")] if line else []
        line.append(Bit(link.text or "link", link.url))
    return (tuple(line),) if line else ()


COLUMNS: Final[tuple[tuple[str, Fill], ...]] = (
    ("week", lambda session, _: _one("" if session.week is None else str(session.week))),
    ("number", lambda session, _: _one(session.number or "")),
    ("date", _date),
    ("time", lambda session, _: _one(write_times(session.start_time, session.end_time))),
    ("kind", lambda session, _: _one(KINDS[session.kind])),
    ("title", lambda session, _: _one(session.title or "")),
    ("presenters", lambda session, _: _one(name_people(session.presenters))),
    ("location", lambda session, _: _one(session.location or "")),
    ("readings", _group(None)),
    ("required", _group("required")),
    ("optional", _group("optional")),
    ("out", lambda session, _: tuple(words(work.title) for work in session.assignments if work.event == "out")),
    ("due", lambda session, _: tuple(words(work.title) for work in session.assignments if work.event == "due")),
    ("links", _links),
    ("notes", lambda session, _: tuple(words(note) for note in session.notes)),
)
READINGS: Final = ("readings", "required", "optional")
ALWAYS: Final = ("date", "title")
"""The columns that prove a table to be a schedule."""
