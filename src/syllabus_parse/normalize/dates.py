"""Dates as schedules write them: what is stated, and nothing that isn't."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

import attrs


@attrs.frozen
class When:
    """A date as written: what is stated, nothing guessed.

    `end_*` only for a consecutive range; `numeric` where month and day could be read the other way (month first was
    assumed); `overflow` for a day that its month does not have ("3/32", read as 1 April); `start` and `end` are the
    offsets of the whole expression, with its weekday, week and times, in the text that was given.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    end_year: int | None = None
    end_month: int | None = None
    end_day: int | None = None
    weekday: int | None = None
    start_time: dt.time | None = None
    end_time: dt.time | None = None
    zone: str | None = None
    week: int | None = None
    numeric: bool = False
    overflow: bool = False
    tbd: bool = False
    start: int = 0
    end: int = 0


MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
SIMPLE: Final = re.compile(
    r"\b(?:(?P<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s{1,3}(?P<d>\d{1,2})"  # Jan 8
    r"|(?P<m>\d{1,2})/(?P<d2>\d{1,2}))\b(?:,\s(?P<y>\d{4}))?",  # 9/4
    re.IGNORECASE,
)


def find_whens(text: str, *, day_first: bool | None = None) -> tuple[When, ...]:
    """Find date expressions in running text (a first version)."""
    out = []
    for found in SIMPLE.finditer(text):
        month = MONTHS.index(found["name"].lower()) + 1 if found["name"] else int(found["m"])
        day = int(found["d"] or found["d2"])
        if 1 <= month <= 12 and 1 <= day <= 31:
            year = int(found["y"]) if found["y"] else None
            out.append(When(year, month, day, start=found.start(), end=found.end()))
    return tuple(out)


def parse_whens(text: str, *, day_first: bool | None = None) -> tuple[When, ...]:
    """Read a text that is one date expression and nothing else (a first version)."""
    found = find_whens(text, day_first=day_first)
    bare = text.strip(" \t\n:*")
    return found if found and text[found[0].start : found[-1].end] == bare else ()


def parse_when(text: str, *, day_first: bool | None = None) -> When | None:
    """Read the first date of a text that is a date expression, a week label or "TBD" (a first version)."""
    found = parse_whens(text, day_first=day_first)
    if found:
        return found[0]
    week = parse_week(text)
    return When(week=week, end=len(text)) if week else When(tbd=True) if text.strip() in ("TBD", "TBA") else None


def match_when(text: str, pos: int = 0, *, day_first: bool | None = None) -> tuple[When, ...]:
    """Read a date expression that begins at `pos` (a first version)."""
    found = SIMPLE.match(text, pos)
    return find_whens(text[: found.end()], day_first=day_first)[-1:] if found else ()


def find_times(text: str) -> When | None:
    """Find a time or a span of time (a first version)."""
    found = re.search(r"\b(\d{1,2}):(\d\d)\b", text)
    if not found or int(found[1]) > 23 or int(found[2]) > 59:
        return None
    return When(start_time=dt.time(int(found[1]), int(found[2])), start=found.start(), end=found.end())


def parse_week(text: str, *, bare: bool = False) -> int | None:
    """Read a week label (a first version)."""
    found = re.fullmatch(r"\s{0,9}(?:(?:week|wk\.?|w)\s{0,3})?(\d{1,2}):?\s{0,9}", text, re.IGNORECASE)
    return int(found[1]) if found and (bare or "w" in text.lower()) else None


def swap(when: When) -> When:
    """Read a numeric date the other way: day first."""
    if not when.numeric:
        return when
    return attrs.evolve(when, month=when.day, day=when.month, end_month=when.end_day, end_day=when.end_month)


def parse_date(text: str, *, year: int | None = None, day_first: bool | None = None) -> dt.date | None:
    """Read a full date; its year comes from the text or the argument, never from the clock."""
    when = parse_when(text, day_first=day_first)
    year = when.year if when and when.year else year
    if not when or not year or not when.month or not when.day:
        return None
    try:
        return dt.date(year, when.month, when.day)
    except ValueError:
        return None
