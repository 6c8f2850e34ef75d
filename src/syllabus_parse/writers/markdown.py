"""Syllabi to Markdown: a table of the sessions with their readings, and a list of the readings that hang on none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from syllabus_parse.model import Assignment, Link, Person, Reading, Session, Syllabus
from syllabus_parse.regex import lazy_regex
from syllabus_parse.writers.citations import one_line
from syllabus_parse.writers.tables import list_syllabi

# What Markdown takes for markup inside a line; digits and marks that begin a list stand behind other words here.
MARKUP: Final = lazy_regex(r"[\\`*_\[\]<>|~#&!]")
# An address that a link may have; a `javascript:` or a relative one is not written as a link.
TARGET: Final = lazy_regex(r"(?:https?|ftp|mailto):[^\s<>()\\\"`|]{1,4000}", re.IGNORECASE)
# A line that begins like a heading, list or quotation, e.g. "1. " · "- " · "+ "
HEADS: Final = (
    "Module", "Week", "Date", "Time", "Number", "Topic", "Type", "Presenter", "Location", "Readings", "Assignments",
    "Links", "Notes",
)  # fmt: skip
LEAD: Final = lazy_regex(r"(?:\d{1,9}[.)]|[-+=])(?=\s|\Z)|-{3,}")


def write_markdown(syllabi: Syllabus | Iterable[Syllabus]) -> Iterator[str]:
    r"""Yield syllabi as Markdown, one a piece: heading, table of the sessions, list of the other readings.

    Words of the document are escaped: what looks like markup or HTML in them is shown, not obeyed.

    >>> import datetime as dt
    >>> from syllabus_parse.model import Course, Origin
    >>> page = Syllabus(Origin("html"), Course("Trees | Graphs"), (Session(dt.date(2024, 9, 2), title="*Heaps*"),))
    >>> print("".join(write_markdown(page)), end="")
    # Trees \| Graphs
    <BLANKLINE>
    | Date | Topic |
    |---|---|
    | 2024-09-02 | \*Heaps\* |
    """
    blank = ""
    for syllabus in list_syllabi(syllabi):
        yield f"{blank}{_write_page(syllabus)}"
        blank = "\n"


def _write_page(syllabus: Syllabus) -> str:
    parts = [f"# {_head(syllabus)}\n"]
    if syllabus.sessions:
        parts.append("".join(f"{line}\n" for line in _write_table(syllabus.sessions)))
    section: tuple[str, ...] = ()
    lines: list[str] = []
    for reading in syllabus.readings:
        if reading.section != section:
            section = reading.section
            if lines:
                lines.append("")
            if section:
                lines += [f"## {_escape(' / '.join(section))}", ""]
        lines.append(f"- {_write_reading(reading)}")
    if lines:
        parts.append("".join(f"{line}\n" for line in lines))
    links = [_write_link(link) for link in syllabus.links if link.url]
    if links:
        parts.append("".join(f"- {link}\n" for link in links))
    return "\n".join(parts)


def _head(syllabus: Syllabus) -> str:
    course = syllabus.course
    name = ": ".join(_escape(part) for part in (course.code, course.title) if part)
    when = " ".join(str(part) for part in (course.term, course.year) if part)
    head = f"{name} ({when})" if name and when else name or when
    return ", ".join(part for part in (head or "Schedule", _escape(course.institution or "")) if part)


def _write_table(sessions: tuple[Session, ...]) -> Iterator[str]:
    """Yield the lines of the table; a column of which no session has anything is left out."""
    rows = [_list_cells(session) for session in sessions]
    kept = [place for place, head in enumerate(HEADS) if head in ("Date", "Topic") or any(row[place] for row in rows)]
    yield f"| {' | '.join(HEADS[place] for place in kept)} |"
    yield f"|{'|'.join('---' for _ in kept)}|"
    for row in rows:
        yield f"| {' | '.join(row[place] for place in kept)} |"


def _list_cells(session: Session) -> tuple[str, ...]:
    # A lecture is what a session is unless the page says otherwise.
    sort = [word for word in (session.kind, session.status) if word not in ("lecture", "scheduled", "tbd")]
    day = f"{session.date or ''}{f' to {session.end_date}' if session.end_date else ''}"
    start, end = session.start_time, session.end_time
    return (
        _escape(" / ".join(session.section)),
        str(session.week) if session.week is not None else "",
        day or ("TBD" if session.status == "tbd" else ""),
        f"{start:%H:%M}{f'-{end:%H:%M}' if end else ''}" if start else "",
        _escape(session.number or ""),
        _escape(session.title or ""),
        ", ".join(sort),
        _write_people(session.presenters),
        _escape(session.location or ""),
        "<br>".join(_write_reading(reading) for reading in session.readings),
        "<br>".join(_write_assignment(work) for work in session.assignments),
        "<br>".join(_write_link(link) for link in session.links),
        "<br>".join(_escape(note) for note in session.notes),
    )


def _write_reading(reading: Reading) -> str:
    address = next((link.url for link in reading.links if link.url and TARGET.fullmatch(link.url)), None)
    title = _escape(reading.title)
    where = " ".join(str(part) for part in (reading.venue.name if reading.venue else None, reading.year) if part)
    parts = [
        f"({_escape(reading.short_name)})" if reading.short_name else "",
        f"[{title}]({address})" if address and title else title,
        f"({_escape(where)})" if where else "",
        f"— {_write_people(reading.authors)}" if reading.authors else "",
        f"({reading.requirement})" if reading.requirement else "",
        *(f"({_escape(tag)})" for tag in reading.tags),
    ]
    return " ".join(part for part in parts if part)


def _write_assignment(work: Assignment) -> str:
    return f"{_escape(work.title)} {work.event}{f' {work.date}' if work.date else ''}"


def _write_people(people: tuple[Person, ...]) -> str:
    return ", ".join(
        _escape(f"{person.name} ({person.affiliation})" if person.affiliation else person.name) for person in people
    )


def _write_link(link: Link) -> str:
    words = _escape(link.text or link.kind)
    return f"[{words}]({link.url})" if link.url and TARGET.fullmatch(link.url) else words


def _escape(text: str) -> str:
    line = MARKUP.sub(r"\\\g<0>", one_line(text))
    lead = LEAD.match(line)
    if lead is None:
        return line
    # A number is no markup: the mark behind it is.
    cut = lead.end() - 1 if line[0].isdigit() else 0
    return f"{line[:cut]}\\{line[cut:]}"
