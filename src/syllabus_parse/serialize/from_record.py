"""Plain values to the model, each looked at: a value of a wrong shape is never guessed at."""

from __future__ import annotations

from collections.abc import Mapping

from syllabus_parse.diagnostics import Diagnostic, RecordError
from syllabus_parse.model import Assignment, Course, Link, Origin, Person, Reading, Session, Syllabus, Venue
from syllabus_parse.serialize.choices import (
    EVENTS,
    LINK_KINDS,
    READING_KINDS,
    REQUIREMENTS,
    SESSION_KINDS,
    SEVERITIES,
    STATUSES,
    TERMS,
    VENUE_KINDS,
)
from syllabus_parse.serialize.to_record import SCHEMA_VERSION
from syllabus_parse.serialize.values import (
    ShapeError,
    read_choice,
    read_date,
    read_many,
    read_mapping,
    read_number,
    read_one,
    read_required,
    read_rules,
    read_span,
    read_spans,
    read_text,
    read_texts,
    read_texts_by_name,
    read_time,
    refuse_missing,
)


def from_dict(record: Mapping[str, object]) -> Syllabus:
    """Make a syllabus of a record; keys that are missing or null take the model's defaults.

    A record written by hand needs few keys, and one of a later version may have more: those are passed over.
    A value of a wrong shape is never guessed at: it raises `RecordError`, which names its place.

    >>> from_dict({"source": {"dialect": "venue_list"}, "readings": [{"title": "A Tale"}]}).readings[0].kind
    'paper'
    >>> from_dict({"source": {"dialect": "venue_list"}, "readings": [{"title": "A Tale", "year": "1999"}]})
    Traceback (most recent call last):
    syllabus_parse.diagnostics.RecordError: $.readings[0].year: a whole number was expected, not the text '1999'
    """
    try:
        return _syllabus(read_mapping(record))
    except ShapeError as fault:
        steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in reversed(fault.path))
        message = f"${''.join(steps)}: {fault.words}"
    raise RecordError(message)


def _syllabus(record: Mapping[str, object]) -> Syllabus:
    version = read_number(record, "schema_version")
    if version not in (None, SCHEMA_VERSION):
        raise ShapeError(f"version {SCHEMA_VERSION} was expected, not {version}", "schema_version")
    coverage = record.get("coverage")
    return Syllabus(
        source=read_one(record, "source", _origin) or refuse_missing("source"),
        course=read_one(record, "course", _course) or Course(),
        sessions=read_many(record, "sessions", _session),
        readings=read_many(record, "readings", _reading),
        links=read_many(record, "links", _link),
        coverage=dict(read_mapping(coverage, "coverage")) if coverage is not None else {},
        diagnostics=read_many(record, "diagnostics", _diagnostic),
    )


def _origin(record: Mapping[str, object]) -> Origin:
    return Origin(
        dialect=read_required(record, "dialect"),
        uri=read_text(record, "uri"),
        encoding=read_text(record, "encoding") or "utf-8",
        sha256=read_text(record, "sha256") or "",
    )


def _course(record: Mapping[str, object]) -> Course:
    return Course(
        title=read_text(record, "title"),
        code=read_text(record, "code"),
        institution=read_text(record, "institution"),
        term=read_choice(record, "term", TERMS),
        year=read_number(record, "year"),
        spans=read_spans(record),
        raw=read_texts_by_name(record, "raw"),
        inferred=read_rules(record),
    )


def _session(record: Mapping[str, object]) -> Session:
    return Session(
        date=read_date(record, "date"),
        end_date=read_date(record, "end_date"),
        start_time=read_time(record, "start_time"),
        end_time=read_time(record, "end_time"),
        week=read_number(record, "week"),
        number=read_text(record, "number"),
        kind=read_choice(record, "kind", SESSION_KINDS) or "lecture",
        status=read_choice(record, "status", STATUSES) or "scheduled",
        title=read_text(record, "title"),
        section=read_texts(record, "section"),
        presenters=read_many(record, "presenters", _person),
        location=read_text(record, "location"),
        readings=read_many(record, "readings", _reading),
        assignments=read_many(record, "assignments", _assignment),
        links=read_many(record, "links", _link),
        notes=read_texts(record, "notes"),
        spans=read_spans(record),
        raw=read_texts_by_name(record, "raw"),
        inferred=read_rules(record),
    )


def _reading(record: Mapping[str, object]) -> Reading:
    return Reading(
        title=read_required(record, "title"),
        short_name=read_text(record, "short_name"),
        authors=read_many(record, "authors", _person),
        venue=read_one(record, "venue", _venue),
        year=read_number(record, "year"),
        requirement=read_choice(record, "requirement", REQUIREMENTS),
        kind=read_choice(record, "kind", READING_KINDS) or "paper",
        section=read_texts(record, "section"),
        links=read_many(record, "links", _link),
        identifiers=read_texts_by_name(record, "identifiers"),
        tags=read_texts(record, "tags"),
        notes=read_texts(record, "notes"),
        spans=read_spans(record),
        raw=read_texts_by_name(record, "raw"),
        inferred=read_rules(record),
    )


def _person(record: Mapping[str, object]) -> Person:
    return Person(
        name=read_required(record, "name"),
        affiliation=read_text(record, "affiliation"),
        role=read_text(record, "role"),
        spans=read_spans(record),
    )


def _venue(record: Mapping[str, object]) -> Venue:
    return Venue(
        name=read_required(record, "name"),
        kind=read_choice(record, "kind", VENUE_KINDS) or "other",
        raw=read_text(record, "raw") or "",
        spans=read_spans(record),
    )


def _link(record: Mapping[str, object]) -> Link:
    return Link(
        url=read_text(record, "url"),
        text=read_text(record, "text"),
        kind=read_choice(record, "kind", LINK_KINDS) or "page",
        spans=read_spans(record),
    )


def _assignment(record: Mapping[str, object]) -> Assignment:
    return Assignment(
        title=read_required(record, "title"),
        event=read_choice(record, "event", EVENTS) or "due",
        date=read_date(record, "date"),
        links=read_many(record, "links", _link),
        spans=read_spans(record),
        raw=read_texts_by_name(record, "raw"),
        inferred=read_rules(record),
    )


def _diagnostic(record: Mapping[str, object]) -> Diagnostic:
    span = record.get("span")
    return Diagnostic(
        code=read_required(record, "code"),
        severity=read_choice(record, "severity", SEVERITIES) or "warning",
        message=read_required(record, "message"),
        span=None if span is None else read_span(span, "span"),
    )
