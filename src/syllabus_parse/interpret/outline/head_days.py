"""Heads of which the day is found: what is left of their words, and the labels that lead in a day."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

import attrs

from syllabus_parse.document import EMPTY, Text
from syllabus_parse.interpret.outline.head_words import (
    DAY_OFF,
    DAY_REMARK,
    EDGES,
    KIND_BRACKET,
    KIND_LABEL,
    NEXT_DAY,
    OFF_DAY,
    READING_FOR,
    TBD_BRACKET,
    WEEKDAY_LEAD,
    WEEKDAY_STARTS,
)
from syllabus_parse.interpret.records import RawLink, RawSession
from syllabus_parse.interpret.words import names_day, session_label_kind
from syllabus_parse.memo import remember
from syllabus_parse.normalize.dates import When, find_times, match_when, parse_whens
from syllabus_parse.regex import lazy_regex


@attrs.define(eq=False)
class Head:
    """What opens a session: the dates it names, the session begun, and the words that are left for its title.

    `readings` are the words that make a dated head one of a day's reading ("Required reading for Monday, April 7");
    `open_date` says that in place of a date stands "TBD", `covered` that one link goes over label and title; `below` is
    what is told of the meeting behind its day ("Week 1: Looms (Aug 10): [Hill 1999](…)").
    """

    session: RawSession
    whens: list[tuple[When, Text]]
    rest: Text
    week: int | None = None
    labelled: bool = False
    numbered: bool = False
    readings: str = ""
    open_date: bool = False
    covered: bool = False
    below: Text = EMPTY


SEVERAL: Final = 60
"""Characters of the longest words that are nothing but several days."""


# A weekday and a month's number before the day's, e.g. "TUE 01-21 Lecture 1"
HYPHENED: Final = lazy_regex(
    r"\s*(?P<day>(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s[01]\d-[0-3]\d)(?=[\s:,]|$)", re.IGNORECASE
)


def read_hyphened(plain: str, start: int) -> list[When]:
    """Read such a day at an offset; without its weekday "01-21" may be anything."""
    found = HYPHENED.match(plain, start)
    days = parse_whens(found["day"]) if found is not None else ()
    at = found.start("day") if found is not None else 0
    return [attrs.evolve(day, start=day.start + at, end=day.end + at) for day in days[:1] if names_day(day)]


def read_several_days(words: str, start: int) -> list[When]:
    """Read words that are several days and nothing else ("Feb 8, 10"), found `start` characters into a text."""
    days = parse_whens(words)
    if len(days) < 2 or not all(names_day(day) for day in days):
        return []
    return [attrs.evolve(day, start=day.start + start, end=day.end + start) for day in days]


# What stands before the first bracket or colon that closes, e.g. " (Jan 17, 19): Trees", "Jan 17, 19: Trees"
CLOSED: Final = lazy_regex(r"(?P<open>\s*[(\[]?)(?P<days>[^()\[\]:：\n]{5,50})(?:[)\]]|[:：](?=\s))")


def read_closed_days(plain: str, start: int) -> list[When]:
    """Read several days that a bracket or colon closes at an offset; what is no list of days but for it gives none."""
    found = CLOSED.match(plain, start)
    return read_several_days(found["days"], found.start("days")) if found is not None else []


def join_days(plain: str, whens: list[When]) -> list[When]:
    """Join two days in full that follow each other ("Thursday, 9 Feb; Friday, 10 Feb") to one range."""
    if len(whens) != 1 or whens[0].end_day is not None or whens[0].month is None or whens[0].day is None:
        return whens
    joint = NEXT_DAY.match(plain, whens[0].end)
    further = list(match_when(plain, joint.end())) if joint else []
    if len(further) != 1 or further[0].day is None or further[0].end_day is not None:
        return whens
    first, last = whens[0], further[0]
    if (last.month == first.month and last.day == (first.day or 0) + 1) or (
        last.month == (first.month or 0) % 12 + 1 and last.day == 1 and (first.day or 0) >= 28
    ):
        return [attrs.evolve(first, end_month=last.month, end_day=last.day, end=last.end)]
    return [first, last]


NAMED_EXAM: Final = lazy_regex(r"mid-?term|final", re.IGNORECASE)


def read_dated_label(rest: Text) -> Head | None:
    """Read "Lecture: 3 Sep 2024, 14:00" and "Exam 2 (12 Sep): Trees": a kind of meeting, then its day."""
    found = _match_kind(rest.plain)
    if not found:
        return None
    number = rest.slice(*found.span("number")) if found.groupdict().get("number") else None
    behind = rest.slice(found.end(), len(rest.plain))
    undated = TBD_BRACKET.match(behind.plain)
    whens = [when for when in match_when(behind.plain) if not when.tbd] if undated is None else []
    if undated is None and (not whens or not names_day(whens[0])):
        return None
    session = RawSession(kind=session_label_kind(found["name"]))
    if number is not None:
        session.number, session.number_text = number.plain, number
    if undated is not None:
        session.status = "tbd"
        return Head(session, [], behind.slice(undated.end(), len(behind.plain)), labelled=True)
    head = begin_dated(behind, session, whens, None)
    head.labelled = True
    if session.kind == "exam" and NAMED_EXAM.match(found["name"]) and not head.rest.plain.strip(EDGES):
        head.rest = rest.slice(*found.span("name"))  # "Mid-Term Exam (10/23)" is its own title
    return head


@remember(4096)
def _match_kind(plain: str) -> re.Match[str] | None:
    return KIND_LABEL.match(plain) or KIND_BRACKET.match(plain)


def read_reading_for(text: Text) -> Head | None:
    """Read "Required reading for Monday, April 7": a day, told by what is to be read for it."""
    found = READING_FOR.match(text.plain)
    if not found:
        return None
    behind = text.slice(found.end(), len(text.plain))
    whens = [when for when in match_when(behind.plain) if not when.tbd]
    if not whens or not names_day(whens[0]):
        return None
    head = begin_dated(behind, RawSession(), whens, None)
    head.readings = found["what"]
    return head


# What parts a day from what it heads, with the bracket that opens behind it, e.g. "): " · " – ("
BEHIND_DAY: Final = lazy_regex(r"[\s\])*_]*[:：,.|–—-]*[\s(\[*_]*")


def begin_dated(text: Text, session: RawSession, whens: list[When], week: int | None) -> Head:
    """Begin a session on the days found in its head; the words behind them are left for its title."""
    if len(whens) == 1 and whens[0].end_day is None:
        at = whens[0].start
        opened = text.plain[at - 1 : at] in ("(", "[")
        whens = read_closed_days(text.plain, at - opened) or whens
    first = min(when.start for when in whens)
    end = max(when.end for when in whens)
    places = [(when, text.slice(when.start, when.end)) for when in whens]
    rest = text.slice(end, len(text.plain))
    for anchor, start, stop in text.links():
        if start <= first + 1 and stop >= first and stop <= end + 2:
            session.links.append(RawLink(anchor, text.slice(start, stop).strip()))
    if whens[0].week is not None:
        week = whens[0].week
    remark = DAY_REMARK.match(rest.plain)
    if remark and "(" in text.plain[first:end]:
        session.notes.append(rest.slice(*remark.span("remark")))
        rest = rest.slice(remark.end(), len(rest.plain))
    cut = BEHIND_DAY.match(rest.plain)
    if cut and rest.plain[: cut.end()].rstrip()[-1:] in "([":
        cut = re.match(r"[\s\])*_]*[:：,.|–—-]*\s*", rest.plain)
    rest = rest.slice(cut.end(), len(rest.plain)) if cut else rest
    rest, last = _drop_weekday(rest, whens[-1])
    places[-1] = (last, places[-1][1])
    times = find_times(rest.plain) if rest.plain[:1].isdigit() else None
    if times is not None and times.start == 0 and whens[0].start_time is None:
        session.times, session.times_text = times, rest.slice(0, times.end)
        rest = rest.slice(times.end, len(rest.plain)).strip(" ,;:.")
    return Head(session, places, rest, week)


def _drop_weekday(rest: Text, when: When) -> tuple[Text, When]:
    """Take the weekday off that stands behind its date ("2020-09-14 Mon Types"), where the calendar agrees.

    Where the year is open, only a colon or comma behind it proves the weekday: "1/9 Mon: Introduction".
    """
    found = WEEKDAY_LEAD.match(rest.plain)
    if not found or when.weekday is not None or when.month is None or when.day is None:
        return rest, when
    weekday = WEEKDAY_STARTS.index(found["day"].casefold())
    if when.year is None:
        known = bool(found["end"])
    else:
        try:
            known = dt.date(when.year, when.month, when.day).weekday() == weekday
        except ValueError:
            known = False
    if not known:
        return rest, when
    return rest.slice(found.end(), len(rest.plain)), attrs.evolve(when, weekday=weekday)


def read_day_off(text: Text, session: RawSession) -> Head | None:
    """Read a day off whose days stand in brackets before "no class"; the remark is a note."""
    found = DAY_OFF.fullmatch(text.plain.strip()) or OFF_DAY.fullmatch(text.plain.strip())
    if not found:
        return None
    lead = len(text.plain) - len(text.plain.lstrip())
    days = text.slice(lead + found.start("days"), lead + found.end("days"))
    whens = parse_whens(days.plain)
    if not whens or not names_day(whens[0]):
        return None
    session.kind = "holiday"
    if found["remark"]:
        session.notes.append(text.slice(lead + found.start("remark"), lead + found.end("remark")))
    places = [(when, days.slice(when.start, when.end)) for when in whens]
    return Head(session, places, text.slice(lead, lead + found.end("name")).strip(EDGES))
