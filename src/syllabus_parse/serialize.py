"""The model as plain values and back: the JSON form that `docs/record.md` describes.

Serialization lives here and nowhere in the model. The dictionaries are written out by hand: that is the fastest way
there is, and the order of the keys is the one that people read.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Final, TypeVar, get_args

from syllabus_parse.diagnostics import Diagnostic, RecordError, Severity
from syllabus_parse.model import (
    Assignment,
    AssignmentEvent,
    Course,
    Link,
    LinkKind,
    Origin,
    Person,
    Reading,
    ReadingKind,
    Requirement,
    Session,
    SessionKind,
    Spans,
    Status,
    Syllabus,
    Term,
    Venue,
    VenueKind,
)
from syllabus_parse.source import Span

SCHEMA_VERSION: Final = 1

SEVERITIES: Final[tuple[Severity, ...]] = get_args(Severity)
TERMS: Final[tuple[Term, ...]] = get_args(Term)
SESSION_KINDS: Final[tuple[SessionKind, ...]] = get_args(SessionKind)
STATUSES: Final[tuple[Status, ...]] = get_args(Status)
REQUIREMENTS: Final[tuple[Requirement, ...]] = get_args(Requirement)
READING_KINDS: Final[tuple[ReadingKind, ...]] = get_args(ReadingKind)
LINK_KINDS: Final[tuple[LinkKind, ...]] = get_args(LinkKind)
VENUE_KINDS: Final[tuple[VenueKind, ...]] = get_args(VenueKind)
EVENTS: Final[tuple[AssignmentEvent, ...]] = get_args(AssignmentEvent)

T = TypeVar("T")


# The model to plain values.


def to_dict(syllabus: Syllabus) -> dict[str, object]:
    """Return the record of a syllabus: dictionaries, lists, texts and numbers that `json.dumps` takes as they are.

    Every key is always there, with None or an empty list where nothing is known, so that a consumer needs no
    defaults. Nothing is left out: `from_dict` gives an equal syllabus, spans and raw words included.

    >>> record = to_dict(Syllabus(Origin("date_list"), sessions=(Session(dt.date(2031, 3, 4), title="Trees"),)))
    >>> record["sessions"][0]["date"], record["sessions"][0]["title"]
    ('2031-03-04', 'Trees')
    >>> from_dict(record).sessions[0].date
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
        "spans": _span_lists(work.spans),
    }


def _diagnostic_record(said: Diagnostic) -> dict[str, object]:
    return {
        "code": said.code,
        "severity": said.severity,
        "message": said.message,
        "span": [said.span.start, said.span.end] if said.span else None,
    }


# Plain values to the model. The path of a fault is put together while it climbs, so that a good record pays nothing.


class _ShapeError(Exception):
    """A wrong shape somewhere below; `path` runs from the inside out."""

    def __init__(self, words: str, *path: str | int) -> None:
        super().__init__(words)
        self.words = words
        self.path = list(path)


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
        return _syllabus(_mapping(record))
    except _ShapeError as fault:
        steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in reversed(fault.path))
        message = f"${''.join(steps)}: {fault.words}"
    raise RecordError(message)


def _syllabus(record: Mapping[str, object]) -> Syllabus:
    version = _number(record, "schema_version")
    if version not in (None, SCHEMA_VERSION):
        raise _ShapeError(f"version {SCHEMA_VERSION} was expected, not {version}", "schema_version")
    coverage = record.get("coverage")
    return Syllabus(
        source=_one(record, "source", _origin) or _missing("source"),
        course=_one(record, "course", _course) or Course(),
        sessions=_many(record, "sessions", _session),
        readings=_many(record, "readings", _reading),
        links=_many(record, "links", _link),
        coverage=dict(_mapping(coverage, "coverage")) if coverage is not None else {},
        diagnostics=_many(record, "diagnostics", _diagnostic),
    )


def _origin(record: Mapping[str, object]) -> Origin:
    return Origin(
        dialect=_required(record, "dialect"),
        uri=_text(record, "uri"),
        encoding=_text(record, "encoding") or "utf-8",
        sha256=_text(record, "sha256") or "",
    )


def _course(record: Mapping[str, object]) -> Course:
    return Course(
        title=_text(record, "title"),
        code=_text(record, "code"),
        institution=_text(record, "institution"),
        term=_choice(record, "term", TERMS),
        year=_number(record, "year"),
        spans=_spans(record),
        raw=_texts_by_name(record, "raw"),
    )


def _session(record: Mapping[str, object]) -> Session:
    return Session(
        date=_date(record, "date"),
        end_date=_date(record, "end_date"),
        start_time=_time(record, "start_time"),
        end_time=_time(record, "end_time"),
        week=_number(record, "week"),
        number=_text(record, "number"),
        kind=_choice(record, "kind", SESSION_KINDS) or "lecture",
        status=_choice(record, "status", STATUSES) or "scheduled",
        title=_text(record, "title"),
        section=_texts(record, "section"),
        presenters=_many(record, "presenters", _person),
        location=_text(record, "location"),
        readings=_many(record, "readings", _reading),
        assignments=_many(record, "assignments", _assignment),
        links=_many(record, "links", _link),
        notes=_texts(record, "notes"),
        spans=_spans(record),
        raw=_texts_by_name(record, "raw"),
    )


def _reading(record: Mapping[str, object]) -> Reading:
    return Reading(
        title=_required(record, "title"),
        short_name=_text(record, "short_name"),
        authors=_many(record, "authors", _person),
        venue=_one(record, "venue", _venue),
        year=_number(record, "year"),
        requirement=_choice(record, "requirement", REQUIREMENTS),
        kind=_choice(record, "kind", READING_KINDS) or "paper",
        section=_texts(record, "section"),
        links=_many(record, "links", _link),
        identifiers=_texts_by_name(record, "identifiers"),
        tags=_texts(record, "tags"),
        notes=_texts(record, "notes"),
        spans=_spans(record),
        raw=_texts_by_name(record, "raw"),
    )


def _person(record: Mapping[str, object]) -> Person:
    return Person(
        name=_required(record, "name"),
        affiliation=_text(record, "affiliation"),
        role=_text(record, "role"),
        spans=_spans(record),
    )


def _venue(record: Mapping[str, object]) -> Venue:
    return Venue(
        name=_required(record, "name"),
        kind=_choice(record, "kind", VENUE_KINDS) or "other",
        raw=_text(record, "raw") or "",
        spans=_spans(record),
    )


def _link(record: Mapping[str, object]) -> Link:
    return Link(
        url=_text(record, "url"),
        text=_text(record, "text"),
        kind=_choice(record, "kind", LINK_KINDS) or "page",
        spans=_spans(record),
    )


def _assignment(record: Mapping[str, object]) -> Assignment:
    return Assignment(
        title=_required(record, "title"),
        event=_choice(record, "event", EVENTS) or "due",
        date=_date(record, "date"),
        links=_many(record, "links", _link),
        spans=_spans(record),
        raw=_texts_by_name(record, "raw"),
    )


def _diagnostic(record: Mapping[str, object]) -> Diagnostic:
    span = record.get("span")
    return Diagnostic(
        code=_required(record, "code"),
        severity=_choice(record, "severity", SEVERITIES) or "warning",
        message=_required(record, "message"),
        span=None if span is None else _span(span, "span"),
    )


# One value of a record each.


def _describe(value: object) -> str:
    if isinstance(value, str):
        return f"the text {value[:40]!r}"
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, (int, float)):
        return f"the number {value!r:.40}" if isinstance(value, float) else f"the number {value}"
    if isinstance(value, Mapping):
        return "an object"
    return "a list" if isinstance(value, (list, tuple)) else f"a {type(value).__name__}"


def _missing(key: str) -> Origin:
    raise _ShapeError("an object was expected; nothing is there", key)


def _mapping(value: object, *path: str | int) -> Mapping[str, object]:
    if isinstance(value, Mapping):
        return value
    raise _ShapeError(f"an object was expected, not {_describe(value)}", *path)


def _items(record: Mapping[str, object], key: str) -> list[object] | tuple[object, ...]:
    value = record.get(key)
    if value is None:
        return ()
    if isinstance(value, (list, tuple)):
        return value
    raise _ShapeError(f"a list was expected, not {_describe(value)}", key)


def _one(record: Mapping[str, object], key: str, make: Callable[[Mapping[str, object]], T]) -> T | None:
    value = record.get(key)
    if value is None:
        return None
    try:
        return make(_mapping(value))
    except _ShapeError as fault:
        fault.path.append(key)
        raise


def _many(record: Mapping[str, object], key: str, make: Callable[[Mapping[str, object]], T]) -> tuple[T, ...]:
    items = _items(record, key)
    made: list[T] = []
    try:
        for item in items:
            made.append(make(_mapping(item)))
    except _ShapeError as fault:
        fault.path += [len(made), key]
        raise
    return tuple(made)


def _text(record: Mapping[str, object], key: str) -> str | None:
    value = record.get(key)
    if value is None or isinstance(value, str):
        return value
    raise _ShapeError(f"a text was expected, not {_describe(value)}", key)


def _required(record: Mapping[str, object], key: str) -> str:
    value = _text(record, key)
    if value is None:
        raise _ShapeError("a text was expected; nothing is there", key)
    return value


def _number(record: Mapping[str, object], key: str) -> int | None:
    value = record.get(key)
    if value is None or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    raise _ShapeError(f"a whole number was expected, not {_describe(value)}", key)


def _choice(record: Mapping[str, object], key: str, choices: tuple[T, ...]) -> T | None:
    value = record.get(key)
    if value is None:
        return None
    for choice in choices:
        if choice == value:
            return choice
    raise _ShapeError(f"one of {', '.join(map(str, choices))} was expected, not {_describe(value)}", key)


def _date(record: Mapping[str, object], key: str) -> dt.date | None:
    value = _text(record, key)
    if value is None:
        return None
    try:
        # `fromisoformat` also takes "20240902" and "2024-W36-1"; the record has one form.
        if len(value) == 10 and value[4] == value[7] == "-":
            return dt.date.fromisoformat(value)
    except ValueError:
        pass
    raise _ShapeError(f"a date like '2024-09-02' was expected, not {_describe(value)}", key)


def _time(record: Mapping[str, object], key: str) -> dt.time | None:
    value = _text(record, key)
    if value is None:
        return None
    try:
        if len(value) >= 5 and value[2] == ":":
            return dt.time.fromisoformat(value)
    except ValueError:
        pass
    raise _ShapeError(f"a time like '15:00' was expected, not {_describe(value)}", key)


def _texts(record: Mapping[str, object], key: str) -> tuple[str, ...]:
    items = _items(record, key)
    for index, item in enumerate(items):
        if not isinstance(item, str):
            raise _ShapeError(f"a text was expected, not {_describe(item)}", index, key)
    return tuple(items)  # type: ignore[arg-type]  # the loop above has looked at each


def _texts_by_name(record: Mapping[str, object], key: str) -> dict[str, str]:
    value = record.get(key)
    if value is None:
        return {}
    made: dict[str, str] = {}
    for name, words in _mapping(value, key).items():
        if not isinstance(words, str):
            raise _ShapeError(f"a text was expected, not {_describe(words)}", str(name), key)
        made[name] = words
    return made


def _spans(record: Mapping[str, object]) -> dict[str, Span]:
    value = record.get("spans")
    if value is None:
        return {}
    return {name: _span(pair, str(name), "spans") for name, pair in _mapping(value, "spans").items()}


def _span(value: object, *path: str) -> Span:
    if isinstance(value, (list, tuple)) and len(value) == 2:
        start, end = value
        if isinstance(start, int) and isinstance(end, int) and 0 <= start <= end:
            return Span(start, end)
    raise _ShapeError(f"two offsets like [120, 164] were expected, not {_describe(value)}", *path)
