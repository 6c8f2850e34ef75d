"""Sessions and deadlines to iCalendar, for the calendar on one's desk."""

from __future__ import annotations

import datetime as dt
import uuid
import zoneinfo
from collections.abc import Iterable, Iterator
from typing import Final

from icalendar import Calendar, Event

from syllabus_parse.diagnostics import InputTypeError
from syllabus_parse.model import Assignment, Reading, Session, Syllabus
from syllabus_parse.writers.citations import one_line
from syllabus_parse.writers.tables import list_syllabi

# The names of this library's identifiers live below this one (RFC 9562, version 5).
NAMESPACE: Final = uuid.UUID("6f1f0f0e-7a0c-5d5b-9d0e-3f4b1c2d5a61")
# When an event was written down is not known, and the clock is not asked: the same syllabus gives the same calendar.
STAMP: Final = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
LAST_DAY: Final = dt.date.max


def write_ics(
    syllabi: Syllabus | Iterable[Syllabus], *, timezone: str | None = None, stamp: dt.datetime = STAMP
) -> bytes:
    """Return one calendar of all dated sessions and deadlines; sessions without a day are left out.

    A session with times is an event at these, in `timezone` ("Europe/Berlin"), or in whatever zone the calendar is
    looked at ("floating") without it; one without times, and each deadline, lasts all day. A session keeps its UID
    when its day moves: it is made of course, number and title. `stamp` is what each event gives as its DTSTAMP.
    A time zone that isn't known raises `InputTypeError`.

    >>> from syllabus_parse.model import Course, Origin
    >>> session = Session(dt.date(2024, 9, 2), title="Heaps")
    >>> page = Syllabus(Origin("html"), Course(code="CS 1"), (session,))
    >>> [line for line in write_ics(page).decode().splitlines() if line.startswith(("SUMMARY", "DT"))][:3]
    ['SUMMARY:CS 1: Heaps', 'DTSTART;VALUE=DATE:20240902', 'DTEND;VALUE=DATE:20240903']
    """
    zone = find_zone(timezone)
    calendar = Calendar()
    calendar.add("prodid", "-//syllabus_parse//syllabus_parse//EN")
    calendar.add("version", "2.0")
    used: dict[str, int] = {}
    for syllabus in list_syllabi(syllabi):
        for event in _list_events(syllabus, zone, stamp, used):
            calendar.add_component(event)
    if zone is not None:
        calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def find_zone(name: str | None) -> zoneinfo.ZoneInfo | None:
    """Return a time zone by its name; raise `InputTypeError` for one that isn't known."""
    if name is None:
        return None
    try:
        return zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError) as fault:
        raise InputTypeError(f"unknown time zone {name!r}; one like 'Europe/Berlin' was expected") from fault


def _list_events(
    syllabus: Syllabus, zone: zoneinfo.ZoneInfo | None, stamp: dt.datetime, used: dict[str, int]
) -> Iterator[Event]:
    course = syllabus.course
    named = one_line(course.code or course.title or "")
    whose = "\x1f".join(str(part or "") for part in (course.code, course.title, course.term, course.year))
    if not named:
        whose = syllabus.source.uri or syllabus.source.sha256
    for session in syllabus.sessions:
        if session.date is not None:
            event = _make_session(session, session.date, zone, named)
            # The title names a session better than its day, which moves; a session without one has its day only.
            mark = (session.number, session.title) if session.title else (session.number, session.date)
            event.add("uid", _make_uid(f"{whose}\x1e{mark}", used))
            event.add("dtstamp", stamp)
            yield event
        for work in session.assignments:
            if work.date is not None:
                event = _make_deadline(work, work.date, named)
                event.add("uid", _make_uid(f"{whose}\x1e{work.event}\x1f{work.title}", used))
                event.add("dtstamp", stamp)
                yield event


def _make_uid(words: str, used: dict[str, int]) -> str:
    """Make an identifier of what a session is; of several alike, each gets its place among them."""
    used[words] = count = used.get(words, 0) + 1
    name = f"{words}\x1e{count}".encode("utf-8", "replace").decode()
    return f"{uuid.uuid5(NAMESPACE, name)}@syllabus-parse"


def _make_session(session: Session, day: dt.date, zone: zoneinfo.ZoneInfo | None, named: str) -> Event:
    event = Event()
    title = one_line(session.title or "") or session.kind.capitalize()
    label = one_line(session.number or "")
    event.add("summary", ": ".join(part for part in (named, f"{label}. {title}" if label else title) if part))
    _add_when(event, session, day, zone)
    if session.location:
        event.add("location", one_line(session.location))
    event.add("categories", [session.kind])
    if session.status == "cancelled":
        event.add("status", "CANCELLED")
    if session.status == "cancelled" or session.kind == "holiday":
        event.add("transp", "TRANSPARENT")
    words = "\n".join(_describe(session))
    if words:
        event.add("description", words)
    return event


def _add_when(event: Event, session: Session, day: dt.date, zone: zoneinfo.ZoneInfo | None) -> None:
    last = session.end_date if session.end_date is not None and session.end_date > day else day
    if session.start_time is None:
        event.add("dtstart", day)
        # The end of an all-day event is the day behind its last one; the calendar's own last day has none.
        if last < LAST_DAY:
            event.add("dtend", last + dt.timedelta(days=1))
        return
    start = _join(day, session.start_time, zone)
    event.add("dtstart", start)
    if session.end_time is not None:
        end = _join(day, session.end_time, zone)
        if end.replace(tzinfo=None) > start.replace(tzinfo=None):
            event.add("dtend", end)
    if last > day:
        event.add("rrule", {"freq": "daily", "count": (last - day).days + 1})


def _join(day: dt.date, time: dt.time, zone: zoneinfo.ZoneInfo | None) -> dt.datetime:
    # Seconds are the least that a calendar knows.
    return dt.datetime.combine(day, time.replace(microsecond=0, tzinfo=zone))


def _make_deadline(work: Assignment, day: dt.date, named: str) -> Event:
    event = Event()
    what = f"{one_line(work.title)} {'due' if work.event == 'due' else 'out'}"
    event.add("summary", f"{named}: {what}" if named else what)
    event.add("dtstart", day)
    if day < LAST_DAY:
        event.add("dtend", day + dt.timedelta(days=1))
    event.add("categories", ["assignment"])
    event.add("transp", "TRANSPARENT")
    return event


def _describe(session: Session) -> Iterator[str]:
    if session.presenters:
        yield ", ".join(one_line(person.name) for person in session.presenters)
    for reading in session.readings:
        yield f"- {_name_reading(reading)}"
    for link in session.links:
        if link.url:
            yield f"{one_line(link.text or link.kind)}: {one_line(link.url)}"
    for note in session.notes:
        yield one_line(note)


def _name_reading(reading: Reading) -> str:
    where = " ".join(str(part) for part in (reading.venue.name if reading.venue else None, reading.year) if part)
    wish = f" ({reading.requirement})" if reading.requirement else ""
    address = next((link.url for link in reading.links if link.url), None)
    parts = [one_line(reading.title) + wish, one_line(where), one_line(address or "")]
    return ", ".join(part for part in parts if part)
