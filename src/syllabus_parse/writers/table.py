"""Syllabus to a table for the terminal: what a person wants to see at a glance."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from syllabus_parse.model import Reading, Session, Syllabus
from syllabus_parse.regex import lazy_regex

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

# What a document must never send to a terminal: control characters, marks that turn the direction of text, and letters
# that take no room in it.
UNSAFE: Final = lazy_regex(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]+"
)


def strip_controls(text: str) -> str:
    r"""Return the text without what could steer a terminal; line ends and tabs become blanks.

    >>> strip_controls("red \x1b[31malert\x07\nnext")
    'red [31malert next'
    """
    return UNSAFE.sub(lambda found: " " if set(found[0]) & set("\t\n\v\f\r\u2028\u2029") else "", text)


def write_table(syllabus: Syllabus, *, width: int = 100, color: bool = False) -> str:
    """Write sessions and readings as tables of so many columns of text; colours only where asked for."""
    return render_parts(_parts(syllabus), width=width, color=color)


def render_parts(parts: Iterable[RenderableType], *, width: int, color: bool) -> str:
    """Render parts one below the other; nothing but the arguments decides how, neither terminal nor environment."""
    # rich takes longer to import than a document to parse: only who wants a table pays for it.
    from rich.console import Console

    out = io.StringIO()
    console = Console(
        file=out, width=width, force_terminal=color, color_system="standard" if color else None, highlight=False,
        markup=False, emoji=False, legacy_windows=False, _environ={},
    )  # fmt: skip
    for part in parts:
        console.print(part)
    lines = (line.rstrip() for line in out.getvalue().splitlines())
    return "\n".join(lines) + "\n"


def _parts(syllabus: Syllabus) -> Iterable[RenderableType]:
    yield _cell(describe_syllabus(syllabus), "bold")
    if syllabus.sessions:
        yield _session_table(syllabus.sessions)
    if syllabus.readings:
        yield _reading_table(syllabus.readings)
    for said in syllabus.diagnostics:
        if said.severity != "info":
            place = f" (characters {said.span.start}-{said.span.end})" if said.span else ""
            yield _cell(f"{said.severity} {said.code}: {said.message}{place}", "yellow")


def _cell(text: str, style: str = "") -> RenderableType:
    from rich.text import Text

    return Text(strip_controls(text), style=style)


def describe_syllabus(syllabus: Syllabus) -> str:
    """Say in one line which course it is, and how much of it was found.

    >>> from syllabus_parse.model import Course, Origin
    >>> describe_syllabus(Syllabus(Origin("html"), Course(code="CS 1", year=2024)))
    'CS 1 · 2024 · html · 0 sessions · 0 readings'
    """
    course = syllabus.course
    when = " ".join(str(part) for part in (course.term, course.year) if part)
    named = [part for part in (course.code, course.title, course.institution, when) if part]
    counted = [_count(len(syllabus.sessions), "session")]
    hung = sum(len(session.readings) for session in syllabus.sessions)
    counted.append(_count(hung + len(syllabus.readings), "reading"))
    return " · ".join([*named, syllabus.source.dialect, *counted])


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _grid(*columns: str) -> Table:
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, expand=False, pad_edge=False, padding=(0, 1))
    for name in columns:
        wide = name in ("Topic", "Readings", "Title", "Authors")
        table.add_column(name, overflow="fold", no_wrap=name in ("Date", "Year"), ratio=1 if wide else None)
    return table


def _session_table(sessions: Iterable[Session]) -> RenderableType:
    table = _grid("Date", "Kind", "Topic", "Readings")
    section: tuple[str, ...] = ()
    for session in sessions:
        if session.section != section:
            section = session.section
            table.add_row("", "", _cell(" / ".join(section), "bold"), "")
        readings = "\n".join(f"- {strip_controls(_reading_words(reading))}" for reading in session.readings)
        table.add_row(_cell(_when(session)), _cell(session.kind), _cell(_topic(session)), _lines(readings))
    return table


def _lines(text: str) -> RenderableType:
    from rich.text import Text

    return Text(text)


def _when(session: Session) -> str:
    if session.date is None:
        return f"week {session.week}" if session.week is not None else "?"
    end = f" to {session.end_date}" if session.end_date else ""
    time = f" {session.start_time:%H:%M}" if session.start_time else ""
    return f"{session.date}{end}{time}"


def _topic(session: Session) -> str:
    who = ", ".join(person.name for person in session.presenters)
    label = f"{session.number}. " if session.number else ""
    state = f" [{session.status}]" if session.status != "scheduled" else ""
    return f"{label}{session.title or ''}{f' ({who})' if who else ''}{state}".strip()


def _reading_words(reading: Reading) -> str:
    where = " ".join(str(part) for part in (reading.venue.name if reading.venue else None, reading.year) if part)
    wish = " (optional)" if reading.requirement == "optional" else ""
    return f"{reading.title}{f', {where}' if where else ''}{wish}"


def _reading_table(readings: Iterable[Reading]) -> RenderableType:
    table = _grid("Venue", "Year", "Title", "Authors")
    section: tuple[str, ...] = ()
    for reading in readings:
        if reading.section != section:
            section = reading.section
            table.add_row("", "", _cell(" / ".join(section), "bold"), "")
        authors = ", ".join(person.name for person in reading.authors)
        venue = reading.venue.name if reading.venue else ""
        wish = " (optional)" if reading.requirement == "optional" else ""
        year = str(reading.year) if reading.year is not None else ""
        table.add_row(_cell(venue), year, _cell(reading.title + wish), _cell(authors))
    return table
