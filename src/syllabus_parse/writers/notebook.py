"""Syllabus to a piece of HTML for a notebook: what one wants to see behind a cell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from html import escape
from typing import Final

from syllabus_parse.diagnostic_codes import SEVERITIES
from syllabus_parse.model import Reading, Session, Syllabus
from syllabus_parse.regex import lazy_regex
from syllabus_parse.writers.excerpt import escape_controls
from syllabus_parse.writers.table import describe_syllabus

# A notebook with a year's readings behind each cell is no pleasure: so many rows of each table are shown.
MOST_ROWS: Final = 60
# The only links that are links here; a notebook trusts what its cells print.
TARGET: Final = lazy_regex(r"https?://[^\s<>\"'\\]{1,4000}", re.IGNORECASE)
CELL: Final = "text-align:left;vertical-align:top"


def write_notebook(syllabus: Syllabus) -> str:
    """Return a piece of HTML, with no script and no style but its cells' alignment; words are shown, never obeyed.

    >>> from syllabus_parse.model import Course, Origin
    >>> write_notebook(Syllabus(Origin("html"), Course("<b>Trees</b>")))
    '<div><p><strong>&lt;b&gt;Trees&lt;/b&gt; · html · 0 sessions · 0 readings</strong></p></div>'
    """
    parts = [f"<p><strong>{_words(describe_syllabus(syllabus))}</strong></p>"]
    if syllabus.sessions:
        rows = (_session_row(session) for session in syllabus.sessions[:MOST_ROWS])
        parts.append(_table(("Date", "Kind", "Topic", "Readings"), rows, len(syllabus.sessions)))
    if syllabus.readings:
        rows = (_reading_row(reading) for reading in syllabus.readings[:MOST_ROWS])
        parts.append(_table(("Reading", "Authors", "Venue", "Year"), rows, len(syllabus.readings)))
    counts = Counter(said.severity for said in syllabus.diagnostics)
    if counts:
        said = ", ".join(f"{counts[severity]} {severity}" for severity in reversed(SEVERITIES) if counts[severity])
        parts.append(f"<p>diagnostics: {said}</p>")
    return f"<div>{''.join(parts)}</div>"


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]], count: int) -> str:
    head = "".join(f'<th scope="col" style="{CELL}">{name}</th>' for name in heads)
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows)
    rest = f"<p>and {count - MOST_ROWS} more</p>" if count > MOST_ROWS else ""
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{rest}"


def _cell(words: str) -> str:
    return f'<td style="{CELL}">{words}</td>'


def _session_row(session: Session) -> tuple[str, ...]:
    when = f"{session.date or (f'week {session.week}' if session.week is not None else '')}"
    until = f" to {session.end_date}" if session.end_date else ""
    time = f" {session.start_time:%H:%M}" if session.start_time else ""
    number = f"{session.number}. " if session.number else ""
    kind = session.kind if session.status == "scheduled" else f"{session.kind}, {session.status}"
    topic = f"{number}{session.title or ''}"
    return when + until + time, kind, _words(topic), "<br>".join(_list_readings(session.readings))


def _list_readings(readings: tuple[Reading, ...]) -> Iterator[str]:
    for reading in readings:
        where = " ".join(str(part) for part in (reading.venue.name if reading.venue else None, reading.year) if part)
        wish = " (optional)" if reading.requirement == "optional" else ""
        yield _link(reading) + _words(f", {where}{wish}" if where else wish)


def _reading_row(reading: Reading) -> tuple[str, ...]:
    people = ", ".join(person.name for person in reading.authors)
    venue = reading.venue.name if reading.venue else ""
    return _link(reading), _words(people), _words(venue), str(reading.year) if reading.year is not None else ""


def _link(reading: Reading) -> str:
    words = _words(reading.title)
    address = next((link.url for link in reading.links if link.url and TARGET.fullmatch(link.url)), None)
    return f'<a href="{escape(address)}" rel="noopener noreferrer">{words}</a>' if address else words


def _words(text: str) -> str:
    return escape(escape_controls(text))
