"""The model to plain values."""

from __future__ import annotations

import datetime as dt
from typing import Final

from syllabus_parse.diagnostics import Diagnostic
from syllabus_parse.model import (
    Assignment,
    Course,
    Inferred,
    Link,
    Person,
    Reading,
    Session,
    Spans,
    Syllabus,
    Venue,
)

SCHEMA_VERSION: Final = 1


def to_dict(syllabus: Syllabus) -> dict[str, object]:
    """Return the record of a syllabus: dictionaries, lists, texts and numbers that `json.dumps` takes as they are.

    Every key is always there, with None or an empty list where nothing is known, so that a consumer needs no
    defaults. Nothing is left out: `from_dict` gives an equal syllabus, spans and raw words included.

    >>> from syllabus_parse.model import Origin
    >>> record = to_dict(Syllabus(Origin("date_list"), sessions=(Session(dt.date(2031, 3, 4), title="Trees"),)))
    >>> record["sessions"][0]["date"], record["sessions"][0]["title"]
    ('2031-03-04', 'Trees')
    >>> Syllabus.from_dict(record).sessions[0].date
    datetime.date(2031, 3, 4)
    """
    origin = syllabus.source
    return {
        "schema_version": SCHEMA_VERSION,
        "source": {
            "dialect": origin.dialect,
            "uri": origin.uri,
            "encoding": origin.encoding,
            "sha256": origin.sha256,
        },
        "course": _course_record(syllabus.course),
        "sessions": [_session_record(session) for session in syllabus.sessions],
        "readings": [_reading_record(reading) for reading in syllabus.readings],
        "links": [_link_record(link) for link in syllabus.links],
        "coverage": dict(syllabus.coverage),
        "diagnostics": [_diagnostic_record(said) for said in syllabus.diagnostics],
    }


def _span_lists(spans: Spans) -> dict[str, list[int]]:
    return {name: [span.start, span.end] for name, span in spans.items()}


def _rule_lists(inferred: Inferred) -> dict[str, list[str]]:
    return {name: list(rules) for name, rules in inferred.items()}


def _time_words(time: dt.time | None) -> str | None:
    if time is None:
        return None
    return time.isoformat() if time.second or time.microsecond else time.isoformat("minutes")


def _course_record(course: Course) -> dict[str, object]:
    return {
        "title": course.title,
        "code": course.code,
        "institution": course.institution,
        "term": course.term,
        "year": course.year,
        "raw": dict(course.raw),
        "inferred": _rule_lists(course.inferred),
        "spans": _span_lists(course.spans),
    }


def _session_record(session: Session) -> dict[str, object]:
    return {
        "date": session.date.isoformat() if session.date else None,
        "end_date": session.end_date.isoformat() if session.end_date else None,
        "start_time": _time_words(session.start_time),
        "end_time": _time_words(session.end_time),
        "week": session.week,
        "number": session.number,
        "kind": session.kind,
        "status": session.status,
        "title": session.title,
        "section": list(session.section),
        "presenters": [_person_record(person) for person in session.presenters],
        "location": session.location,
        "readings": [_reading_record(reading) for reading in session.readings],
        "assignments": [_assignment_record(work) for work in session.assignments],
        "links": [_link_record(link) for link in session.links],
        "notes": list(session.notes),
        "raw": dict(session.raw),
        "inferred": _rule_lists(session.inferred),
        "spans": _span_lists(session.spans),
    }


def _reading_record(reading: Reading) -> dict[str, object]:
    return {
        "title": reading.title,
        "short_name": reading.short_name,
        "authors": [_person_record(person) for person in reading.authors],
        "venue": _venue_record(reading.venue) if reading.venue else None,
        "year": reading.year,
        "requirement": reading.requirement,
        "kind": reading.kind,
        "section": list(reading.section),
        "links": [_link_record(link) for link in reading.links],
        "identifiers": dict(reading.identifiers),
        "tags": list(reading.tags),
        "notes": list(reading.notes),
        "raw": dict(reading.raw),
        "inferred": _rule_lists(reading.inferred),
        "spans": _span_lists(reading.spans),
    }


def _person_record(person: Person) -> dict[str, object]:
    return {
        "name": person.name,
        "affiliation": person.affiliation,
        "role": person.role,
        "spans": _span_lists(person.spans),
    }


def _venue_record(venue: Venue) -> dict[str, object]:
    return {"name": venue.name, "kind": venue.kind, "raw": venue.raw, "spans": _span_lists(venue.spans)}


def _link_record(link: Link) -> dict[str, object]:
    return {"url": link.url, "text": link.text, "kind": link.kind, "spans": _span_lists(link.spans)}


def _assignment_record(work: Assignment) -> dict[str, object]:
    return {
        "title": work.title,
        "event": work.event,
        "date": work.date.isoformat() if work.date else None,
        "links": [_link_record(link) for link in work.links],
        "raw": dict(work.raw),
        "inferred": _rule_lists(work.inferred),
        "spans": _span_lists(work.spans),
    }


def _diagnostic_record(said: Diagnostic) -> dict[str, object]:
    return {
        "code": said.code,
        "severity": said.severity,
        "message": said.message,
        "span": [said.span.start, said.span.end] if said.span else None,
    }
