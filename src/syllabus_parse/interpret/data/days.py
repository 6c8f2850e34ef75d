"""When a session of a data file is: dates, ends, times, weeks, weekdays, and its number and section."""

from __future__ import annotations

import re
from typing import Final

import attrs

from syllabus_parse.document import Node, Problem, Text
from syllabus_parse.interpret.data.values import has_letters, value_texts
from syllabus_parse.interpret.records import RawSession, Worded
from syllabus_parse.interpret.sessions.topics import read_topic, take_label
from syllabus_parse.interpret.words import SESSION_LABEL, TBD
from syllabus_parse.interpret.works.entries import Entry
from syllabus_parse.model import SessionKind
from syllabus_parse.normalize.date_words import WEEKDAYS
from syllabus_parse.normalize.dates import When, find_times, find_whens, match_when, parse_week, parse_when, parse_whens
from syllabus_parse.normalize.titles import is_placeholder
from syllabus_parse.regex import lazy_regex

NUMBER: Final = lazy_regex(r"[A-Za-z]{0,3}[-.#]?\s?\d{1,3}(?:\.\d{1,2})?[a-z]?(?:\s?[-–/&]\s?\d{1,3})?\.?")
CODE: Final = lazy_regex(r"[a-z]{1,2}\d{1,2}")  # e.g. c1: a colour or a key of a template, no theme
MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
ISO: Final = lazy_regex(r"(?P<date>\d{4}-\d{2}-\d{2})[T ](?P<time>\d{2}:\d{2})")
TIME_ONLY: Final = lazy_regex(r"\s*\d{1,2}(?:[:.]\d{2}){0,2}\s?(?:[ap]\.?m\.?)?\s*", re.IGNORECASE)


@attrs.frozen
class Inherited:
    """What the groups around a session say of it."""

    section: tuple[Text, ...] = ()
    week: int | None = None
    week_text: Text | None = None
    whens: tuple[tuple[When, Text], ...] = ()
    number: Text | None = None
    kind: SessionKind | None = None
    year: Text | None = None


@attrs.define
class Draft:
    """A session in the making: what can only be settled when all keys were seen."""

    session: RawSession
    whens: list[tuple[When, Text]] = attrs.field(factory=list)
    starts: list[tuple[When, Text]] = attrs.field(factory=list)
    ends: list[tuple[When, Text]] = attrs.field(factory=list)
    weekday: int | None = None
    weekday_text: Worded | None = None
    month: Text | None = None
    day: Text | None = None
    topics: list[Text] = attrs.field(factory=list)
    exams: list[Text] = attrs.field(factory=list)
    themes: list[Text] = attrs.field(factory=list)
    week_topics: list[Text] = attrs.field(factory=list)
    dues: list[tuple[Text, Node]] = attrs.field(factory=list)
    urls: list[tuple[Text, Node]] = attrs.field(factory=list)
    bodies: list[Text] = attrs.field(factory=list)
    entries: list[Entry] = attrs.field(factory=list)
    lines: list[Entry] = attrs.field(factory=list)


COUNT: Final = lazy_regex(r"\s*\d{1,2}\s*")


def read_day(text: Text) -> list[tuple[When, Text]]:
    """Read the days that a value names; a time behind an ISO date comes with it.

    A value that has no date in it gives none.
    """
    iso = ISO.match(text.plain)
    if iso is not None:
        found = parse_whens(iso["date"])
        times = find_times(iso["time"])
        if found:
            when = found[0]
            if times is not None and iso["time"] != "00:00":
                when = attrs.evolve(when, start_time=times.start_time, end_time=times.end_time)
            return [(when, text.slice(0, iso.end()))]
    whens = parse_whens(text.plain) or match_when(text.plain) or find_whens(text.plain)
    return [(when, text.slice(when.start, when.end)) for when in whens if not when.tbd]


def read_when(draft: Draft, node: Node, role: str) -> None:
    """Read a date, a time, a start or an end, whichever of them the value turns out to be."""
    session = draft.session
    for text in value_texts(node):
        words = text.plain
        times = find_times(words) if role != "date" or TIME_ONLY.fullmatch(words) else None
        if times is not None and times.start_time is not None and (role == "time" or TIME_ONLY.fullmatch(words)):
            _add_times(session, times, text, role)
            continue
        days = read_day(text)
        if role == "end" and days:
            draft.ends += days
        elif days:
            if role == "start":
                draft.starts += days
            else:
                draft.whens += days
            week = days[0][0].week
            if week is not None and session.week is None:
                session.week, session.week_text = week, text
            _read_rest(session, text, days)
        elif TBD.fullmatch(words) or is_placeholder(words):
            session.status = session.status or ("tbd" if TBD.fullmatch(words) else None)
        elif (week := parse_week(words)) is not None:
            session.week, session.week_text = week, text
        elif role == "date" and session.number is None and COUNT.fullmatch(words):
            session.number, session.number_text = words.strip(), text  # {date: 3} counts the meetings
        else:
            session.when_text = text if role == "date" and session.when_text is None else session.when_text
            if role == "date" and re.search(r"\d", words):
                session.problems.append(Problem("SP301", text.span, words[:80]))
            if role == "date" or has_letters(words):
                session.notes.append(text)


def _read_rest(session: RawSession, text: Text, days: list[tuple[When, Text]]) -> None:
    """Read what stands beside a day: its time, or a remark."""
    rest = text.plain[: days[0][0].start] + text.plain[days[-1][0].end :]
    if ISO.match(text.plain) or not rest.strip():
        return
    times = find_times(rest)
    if times is not None and times.start_time is not None:
        if days[0][0].start_time is None and session.times is None:
            session.times, session.times_text = times, text
        rest = rest[: times.start] + rest[times.end :]
    if len(days) == 1 and re.search(r"[^\W\d_]{3}", rest):
        session.notes.append(text)


def settle_bounds(draft: Draft) -> None:
    """Take a start for the day where no other is told; beside days it only says where their week begins."""
    timed = any(when.start_time is not None for when, _ in draft.starts)
    if not draft.whens or timed:
        draft.whens[:0] = draft.starts
    elif draft.starts:
        draft.whens = [(_state_year(when, draft.starts[0][0]), text) for when, text in draft.whens]
        draft.ends.clear()


def _state_year(when: When, start: When) -> When:
    """Give a day the year of its week."""
    if when.year is not None or start.year is None or start.month is None or when.month is None:
        return when
    return attrs.evolve(when, year=start.year + (when.month < start.month))


def settle_day(draft: Draft) -> None:
    """Make a day of {month: 3, day: 6}; a day's number beside a date only repeats it, alone it counts the sessions."""
    if draft.day is None or draft.whens:
        return
    number = draft.day.plain.strip()
    if draft.month is not None:
        words = draft.month.plain.strip()
        month = MONTHS[int(words) - 1] if words.isdecimal() and 0 < int(words[:3]) < 13 else words
        found = parse_whens(f"{month} {number}")
        if found:
            draft.whens.append((attrs.evolve(found[0], start=0, end=len(draft.day.plain)), draft.day))
            return
    if draft.session.number is None:
        draft.session.number, draft.session.number_text = number, draft.day


def _add_times(session: RawSession, times: When, text: Text, role: str) -> None:
    if session.times is None:
        if role == "end":
            times = attrs.evolve(times, start_time=None, end_time=times.start_time)
        session.times, session.times_text = times, text
    elif role == "end":
        session.times, session.end_text = attrs.evolve(session.times, end_time=times.start_time), text
    elif session.times.start_time is None:
        session.times = attrs.evolve(session.times, start_time=times.start_time)
        session.times_text, session.end_text = text, session.times_text


def read_week(draft: Draft, node: Node) -> None:
    """Read a week's number; a date in its place is the day."""
    session = draft.session
    for text in value_texts(node):
        week = parse_week(text.plain, bare=True)
        if week is not None:
            session.week, session.week_text = week, text
        elif days := read_day(text):
            draft.whens = draft.whens or days
        elif not is_placeholder(text.plain):
            draft.week_topics.append(text)


def read_weekday(draft: Draft, key: Text, node: Node) -> None:
    """Read "Tuesday", which the date is checked against, or the number of a day of the course."""
    for text in value_texts(node):
        when = parse_when(text.plain)
        if when is not None and when.day is not None:
            draft.whens += read_day(text)
        elif (weekday := WEEKDAYS.get(text.plain.strip(" .").casefold())) is not None:
            draft.weekday, draft.weekday_text = weekday, Worded(f"{key.plain}: {text.plain}", text)
        elif NUMBER.fullmatch(text.plain.strip()):
            draft.day = text
        elif not is_placeholder(text.plain):
            draft.session.note_words.append(Worded(f"{key.plain}: {text.plain}", text))


def read_number(session: RawSession, node: Node) -> None:
    """Read the document's own label for the session; words in its place are read as a topic."""
    for text in value_texts(node):
        words = text.plain.strip()
        week = parse_week(words) if not words.isdigit() else None
        if week is not None and words[:1].casefold() == "w":
            session.week, session.week_text = week, text
        elif NUMBER.fullmatch(words) and not SESSION_LABEL.fullmatch(words):
            session.number, session.number_text = words.rstrip("."), text
        else:
            left = take_label(text, session, links=True)
            if left and not is_placeholder(left.plain):
                read_topic(left, session)


# Whether a day has a section, i.e. a meeting in small groups, e.g. "Section" · "No section"
HELD: Final = lazy_regex(r"\s*(?:no\s)?sections?\s*", re.IGNORECASE)


def read_section(session: RawSession, key: Text, node: Node) -> None:
    """Read the module or unit that a session names; a bare number is no section but a note."""
    for text in value_texts(node):
        if NUMBER.fullmatch(text.plain.strip()) or CODE.fullmatch(text.plain.strip()):
            session.note_words.append(Worded(f"{key.plain}: {text.plain.strip()}", text))
        elif HELD.fullmatch(text.plain):
            session.notes.append(text)
        elif not is_placeholder(text.plain) and all(text.plain != known.plain for known in session.section):
            session.section = (*session.section, text)
