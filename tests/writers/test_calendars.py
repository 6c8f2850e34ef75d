"""Calendars are read by icalendar and by khal, a calendar for the terminal."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
import zoneinfo
from pathlib import Path

import attrs
import icalendar
import pytest
from hypothesis import given, settings

from export_samples import NASTY_SYLLABUS, all_samples
from syllabus_parse import Assignment, Course, InputTypeError, Link, Origin, Person, Reading, Session, Syllabus
from syllabus_parse.writers.ics import write_ics
from test_serialize import syllabi

PAGE = Syllabus(
    Origin("html", "https://example.org"),
    Course("Trees", "CS 1", year=2031),
    sessions=(
        Session(
            dt.date(2031, 3, 4), start_time=dt.time(15), end_time=dt.time(16, 20), title="Heaps; and, more",
            presenters=(Person("Ada Quill"),), location="Room 5, Hall", number="2",
            readings=(Reading("Join Trees", year=2019, requirement="optional", links=(Link("https://a.org/x"),)),),
            assignments=(Assignment("Homework 1", "due", dt.date(2031, 3, 11)),),
        ),
        Session(dt.date(2031, 3, 6), title="Treaps"),
        Session(dt.date(2031, 3, 10), dt.date(2031, 3, 14), kind="holiday", title="Spring break"),
        Session(dt.date(2031, 3, 18), status="cancelled", start_time=dt.time(15), title="Treaps"),
        Session(dt.date(2031, 3, 24), dt.date(2031, 3, 26), dt.time(9), dt.time(12), kind="lab", title="Camp"),
        Session(title="some day", status="tbd"),
    ),
)  # fmt: skip


def read_events(data: bytes) -> list[icalendar.Event]:
    found = icalendar.Calendar.from_ical(data).walk("VEVENT")
    return [event for event in found if isinstance(event, icalendar.Event)]


def test_all_day_and_timed_events() -> None:
    events = {str(event["summary"]): event for event in read_events(write_ics(PAGE))}
    assert list(events) == [
        "CS 1: 2. Heaps; and, more", "CS 1: Homework 1 due", "CS 1: Treaps", "CS 1: Spring break", "CS 1: Camp",
    ]  # fmt: skip
    heaps = events["CS 1: 2. Heaps; and, more"]
    assert heaps.decoded("dtstart") == dt.datetime(2031, 3, 4, 15)  # noqa: DTZ001 # floating
    assert heaps.decoded("dtend") == dt.datetime(2031, 3, 4, 16, 20)  # noqa: DTZ001
    assert str(heaps["location"]) == "Room 5, Hall"
    assert str(heaps["description"]) == "Ada Quill\n- Join Trees (optional), 2019, https://a.org/x"
    due = events["CS 1: Homework 1 due"]
    assert (due.decoded("dtstart"), due.decoded("dtend")) == (dt.date(2031, 3, 11), dt.date(2031, 3, 12))
    free = events["CS 1: Spring break"]
    assert (free.decoded("dtstart"), free.decoded("dtend")) == (dt.date(2031, 3, 10), dt.date(2031, 3, 15))
    assert str(free["transp"]) == "TRANSPARENT"
    camp = events["CS 1: Camp"]
    assert camp["rrule"].to_ical() == b"FREQ=DAILY;COUNT=3"
    cancelled = [event for event in read_events(write_ics(PAGE)) if event.get("status") == "CANCELLED"]
    assert [event.decoded("dtstart").date() for event in cancelled] == [dt.date(2031, 3, 18)]


def test_a_time_zone_comes_with_its_rules() -> None:
    calendar = icalendar.Calendar.from_ical(write_ics(PAGE, timezone="Europe/Berlin"))
    assert [str(zone["tzid"]) for zone in calendar.walk("VTIMEZONE")] == ["Europe/Berlin"]
    start = calendar.walk("VEVENT")[0].decoded("dtstart")
    assert start.utcoffset() == dt.timedelta(hours=1)
    assert start.astimezone(zoneinfo.ZoneInfo("UTC")).hour == 14
    with pytest.raises(InputTypeError, match="unknown time zone 'Mars/Base'"):
        write_ics(PAGE, timezone="Mars/Base")
    with pytest.raises(InputTypeError, match="unknown time zone"):
        write_ics(PAGE, timezone="../etc/passwd")


def test_identifiers_are_stable_and_of_their_own() -> None:
    uids = [str(event["uid"]) for event in read_events(write_ics(PAGE))]
    assert len(set(uids)) == len(uids)
    assert write_ics(PAGE) == write_ics(PAGE)
    moved = attrs.evolve(PAGE.sessions[0], date=dt.date(2031, 3, 5), readings=())
    # The session moves, its reading goes, another is put before it: it is still the same event.
    newer = attrs.evolve(PAGE, sessions=(Session(dt.date(2031, 3, 1), title="New"), moved, *PAGE.sessions[1:]))
    assert [str(event["uid"]) for event in read_events(write_ics(newer))][1:] == uids
    other = attrs.evolve(PAGE, course=Course("Trees", "CS 2", year=2031))
    assert not set(uids) & {str(event["uid"]) for event in read_events(write_ics(other))}


def test_lines_are_folded_and_end_with_crlf() -> None:
    data = write_ics([*all_samples(), PAGE])
    assert data.count(b"\n") == data.count(b"\r\n") == data.count(b"\r")
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    data.decode("utf-8")
    titles = {str(event["summary"]) for event in read_events(data)}
    assert any("\u202e🎓" in title and "Ωμέγα 多" in title for title in titles)


def test_no_text_can_begin_a_property() -> None:
    hostile = Session(dt.date(2031, 1, 2), title="A\r\nEND:VEVENT\r\nBEGIN:VALARM", location="x\nATTACH:file")
    (event,) = read_events(write_ics(Syllabus(Origin("html"), sessions=(hostile,))))
    assert str(event["summary"]) == "A END:VEVENT BEGIN:VALARM"
    assert str(event["location"]) == "x ATTACH:file"


@settings(max_examples=40)
@given(syllabi)
def test_any_syllabus_makes_a_calendar_that_is_read(syllabus: Syllabus) -> None:
    dated = [session for session in syllabus.sessions if session.date]
    due = [work for session in syllabus.sessions for work in session.assignments if work.date]
    assert len(read_events(write_ics(syllabus, timezone="Europe/Berlin"))) == len(dated) + len(due)


KHAL_SETTINGS = """\
[calendars]
[[course]]
path = {folder}/calendar
[sqlite]
path = {folder}/khal.db
[locale]
local_timezone = Europe/Berlin
default_timezone = Europe/Berlin
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
"""


def test_khal_shows_the_course(tmp_path: Path) -> None:
    (tmp_path / "calendar").mkdir()
    (tmp_path / "config").write_text(KHAL_SETTINGS.format(folder=tmp_path), "utf-8")
    (tmp_path / "course.ics").write_bytes(write_ics([PAGE, NASTY_SYLLABUS], timezone="America/New_York"))

    def khal(*words: str) -> str:
        done = subprocess.run(
            [sys.executable, "-W", "ignore", "-m", "khal", "-c", str(tmp_path / "config"), *words],
            capture_output=True, text=True, encoding="utf-8", check=False, timeout=60,
            env={**os.environ, "LC_ALL": "C.UTF-8", "HOME": str(tmp_path)},
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout

    khal("import", "--batch", "-a", "course", str(tmp_path / "course.ics"))
    shown = khal("list", "--format", "{start-end-time-style}|{title}|{location}", "2031-03-01", "30d").splitlines()
    # Three in the afternoon in New York is nine in the evening in Berlin.
    assert "21:00-22:20|CS 1: 2. Heaps; and, more|Room 5, Hall" in shown
    assert "|CS 1: Treaps|" in shown
    assert "|CS 1: Homework 1 due|" in shown
    assert sum("CS 1: Camp" in line for line in shown) == 3
    assert sum("Spring break" in line for line in shown) == 5
    assert "Break" in khal("list", "--format", "{title}", "2019-10-07", "4d")
