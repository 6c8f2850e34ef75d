"""A syllabus as an outline: sections and sessions as headings, what belongs to a session below its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from syllabus_parse.model import Requirement, Session, Syllabus
from syllabus_parse.rendering.citations import name_people
from syllabus_parse.rendering.dates import write_date, write_times
from syllabus_parse.rendering.layout import Layout
from syllabus_parse.rendering.page import Bit, Block, Head, Item, Page, words
from syllabus_parse.rendering.table_shape import cite_all, head_page
from syllabus_parse.rendering.words import KINDS, REPOSITORY, name_term

# Entries below a label, not below a heading: one below two sessions would hold for the whole section.
GROUPS: Final[tuple[tuple[Requirement | None, str], ...]] = (
    (None, "Reading:"), ("required", "Required reading:"), ("optional", "Optional reading:"),
)  # fmt: skip


def shape_outline(syllabus: Syllabus, layout: Layout) -> Page:
    """Lay out a page with front matter: the course in it, then "Lecture 3 (date): title" under each section."""
    course = syllabus.course
    term = name_term(course)
    meta = [("layout", "page")]
    meta += [("course", course.title)] if course.title else []
    coded = course.code is not None and not REPOSITORY.fullmatch(course.code)
    meta += [("course_code", course.code)] if course.code and coded else []
    meta += [("institution", course.institution)] if course.institution else []
    meta += [("semester", term)] if term else []
    # A page's own heading comes first: a lone section at the top would be the name of the course.
    head = Head(1, words(course.code if course.code and not coded else "Schedule"))
    return Page(tuple(meta), (head, *list_blocks(syllabus, layout)))


def shape_headed_outline(syllabus: Syllabus, layout: Layout) -> Page:
    """Lay out the same for a markup without front matter: the course is the first heading."""
    return Page(blocks=(*head_page(syllabus), *list_blocks(syllabus, layout)))


def list_blocks(syllabus: Syllabus, layout: Layout) -> Iterator[Block]:
    """List the blocks of all sessions."""
    section: tuple[str, ...] = ()
    for session in syllabus.sessions:
        if session.section and session.section != section:
            section = session.section
            yield Head(2, words(section[-1]))
        yield Head(3, words(_name_session(session, layout)))
        yield from list_facts(session, layout)
        for needed, name in GROUPS:
            lines = cite_all(session.readings, needed, layout)
            if lines:
                yield Item(words(name))
                yield from (Item(line, 1) for line in lines)


def _name_session(session: Session, layout: Layout) -> str:
    when = name_when(session, layout)
    if session.kind == "holiday" and session.title:
        return f"{session.title} ({when})" if when else session.title
    label = KINDS[session.kind] + (f" {session.number}" if session.number else "")
    label += f" ({when})" if when else ""
    return f"{label}: {session.title}" if session.title else label


def name_when(session: Session, layout: Layout) -> str:
    """Write the day and the hours of a session."""
    if session.date is None:
        return "TBD" if session.status == "tbd" else ""
    day = write_date(session.date, session.end_date, style=layout.dates, language=layout.language)
    hours = write_times(session.start_time, session.end_time)
    return f"{day}, {hours}" if hours else day


def list_facts(session: Session, layout: Layout) -> Iterator[Block]:
    """List what a session has beside its title, each behind its label."""
    if session.presenters:
        yield Item(words(f"Speaker: {name_people(session.presenters)}"))
    if session.location:
        yield Item(words(f"Room: {session.location}"))
    for work in session.assignments:
        yield Item(words(f"{'Due' if work.event == 'due' else 'Out'}: {work.title}"))
    if session.links:
        line = [Bit("Links: ")]
        for link in session.links:
            line += [Bit(", ")] if len(line) > 1 else []
            line.append(Bit(link.text or "link", link.url))
        yield Item(tuple(line))
    for note in session.notes:
        yield Item(words(f"Note: {note}"))
