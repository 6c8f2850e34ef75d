"""A syllabus as a data file, key by key; more of it can be said so than in any other way."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Final

from syllabus_parse.model import Assignment, Link, Person, Reading, Session, Syllabus
from syllabus_parse.regex import lazy_regex
from syllabus_parse.rendering.layout import Layout
from syllabus_parse.rendering.words import name_term
from syllabus_parse.rendering.yaml_text import dump_yaml
from syllabus_parse.writers.json import dump_json

# Values of data files are Markdown to the pages that they are made for: its signs are escaped, as few as can be.
SIGNS: Final = lazy_regex(r"[\\`*_\[\]<>~]|&(?=[#\w])")


def print_data(syllabus: Syllabus, layout: Layout) -> str:
    """Write a syllabus as YAML, or, with `quirks`, as JSON, which is read just as well."""
    value = make_tree(syllabus)
    return dump_json(value) + "\n" if layout.quirks else dump_yaml(value) if value else ""


def make_tree(syllabus: Syllabus) -> dict[str, object]:
    """Make mappings and lists of a syllabus; what is empty is left out."""
    course = syllabus.course
    return _filled({
        "course": escape_value(course.title),
        "course_code": course.code,
        "institution": escape_value(course.institution),
        "term": name_term(course),
        "sessions": [_session_tree(session) for session in syllabus.sessions],
        "readings": [_reading_tree(reading) for reading in syllabus.readings],
        "links": [_link_tree(link) for link in syllabus.links],
    })  # fmt: skip


def _filled(tree: dict[str, object]) -> dict[str, object]:
    return {key: value for key, value in tree.items() if value not in (None, "", [])}


def escape_value(text: str | None) -> str | None:
    r"""Escape what Markdown would take for a sign.

    >>> print(escape_value("a_b | c: [d]"))
    a\_b | c: \[d\]
    """
    return SIGNS.sub(r"\\\g<0>", text) if text and SIGNS.search(text) else text


def _all(texts: Iterable[str]) -> list[str | None]:
    return [escape_value(text) for text in texts]


def _time(time: dt.time | None) -> str | None:
    return f"{time:%H:%M}" if time is not None else None


def _day(date: dt.date | None) -> str | None:
    return date.isoformat() if date is not None else None


def _session_tree(session: Session) -> dict[str, object]:
    date = _day(session.date)
    if date is None and session.status == "tbd":
        date = "TBD"
    return _filled({
        "date": date,
        "end_date": _day(session.end_date),
        "start_time": _time(session.start_time),
        "end_time": _time(session.end_time),
        "week": session.week,
        "number": session.number,
        "type": session.kind,
        "status": session.status if session.status == "cancelled" else None,
        "title": escape_value(session.title),
        "section": _all(session.section),
        "presenters": [_person_tree(person) for person in session.presenters],
        "location": escape_value(session.location),
        "readings": [_reading_tree(one) for one in session.readings],
        "assignments": [_assignment_tree(work, session) for work in session.assignments],
        "links": [_link_tree(link) for link in session.links],
        "notes": _all(session.notes),
    })  # fmt: skip


def _person_tree(person: Person) -> object:
    if person.affiliation is None and person.role is None:
        return escape_value(person.name)
    return _filled({
        "name": escape_value(person.name),
        "affiliation": escape_value(person.affiliation),
        "role": escape_value(person.role),
    })  # fmt: skip


def _reading_tree(reading: Reading) -> dict[str, object]:
    return _filled({
        "title": escape_value(reading.title),
        "short_name": escape_value(reading.short_name),
        "authors": [_person_tree(person) for person in reading.authors],
        "venue": escape_value(reading.venue.name) if reading.venue else None,
        "year": reading.year,
        "type": reading.kind,
        "required": True if reading.requirement == "required" else None,
        "optional": True if reading.requirement == "optional" else None,
        "section": _all(reading.section),
        "links": [_link_tree(link) for link in reading.links],
        "tags": _all(reading.tags),
        "notes": _all(reading.notes),
    })  # fmt: skip


def _assignment_tree(work: Assignment, session: Session) -> dict[str, object]:
    day = _day(work.date if work.date is not None else session.date)
    return _filled({"title": escape_value(work.title), "due" if work.event == "due" else "out": day,
                    "links": [_link_tree(link) for link in work.links]})  # fmt: skip


def _link_tree(link: Link) -> dict[str, object]:
    return _filled({"url": link.url, "text": escape_value(link.text)})
