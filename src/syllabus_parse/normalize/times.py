"""Times of day as schedules write them: `3-4:20pm`, `15h–17h`, `10:00 a.m.`."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from syllabus_parse.regex import lazy_regex

# The parts of one time; what stands around it is the lexer's business.
CLOCK: Final = lazy_regex(
    r"""
    \s*(?P<before>上午|下午|晚上|中午|午前|午後|오전|오후)?\s*
    (?:(?P<hour>[0-9]{1,2})
       (?:\s?[:.hH时点時시]\s?(?P<minute>[0-9]{2}|半|[0-9](?=\s?[分분]))?)?        # 15:00 · 15h20 · 3点半
       (?::(?P<second>[0-9]{2}))?
       (?:\.[0-9]{1,6})?
       \s*(?P<after>[AaPp]\.?\s?[Mm])?
    )
    """,
    re.VERBOSE,
)
AFTERNOON: Final = frozenset({"下午", "晚上", "午後", "오후", "pm"})
MORNING: Final = frozenset({"上午", "午前", "오전", "am"})
# e.g. 15:00:00-07:00 · 15:00Z
STAMP: Final = lazy_regex(r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?\s?(?P<zone>[+-][0-9]{2}:?[0-9]{2}|Z)")


def read_clock(text: str) -> tuple[int, int, int, str] | None:
    """Return hour, minute, second as written, and "am", "pm" or "" — or None for what is no time.

    >>> read_clock("3:20pm"), read_clock("15h"), read_clock("25:00")
    ((3, 20, 0, 'pm'), (15, 0, 0, ''), None)
    """
    low = text.strip().lower()
    if low.endswith("noon"):
        return 12, 0, 0, "pm"
    if low.endswith("midnight"):
        return 12, 0, 0, "am"
    found = CLOCK.match(text)
    if not found:
        return None
    before, hours, minutes, seconds, after = found.groups()
    hour = int(hours)
    minute = 30 if minutes == "半" else int(minutes or 0)
    second = int(seconds or 0)
    half = after or before or ""
    if half:
        half = half.lower().replace(".", "").replace(" ", "")
        half = "pm" if half in AFTERNOON else "am" if half in MORNING else ""
    if hour > 24 or minute > 59 or second > 59 or (half and hour > 12 and half == "am"):
        return None
    return hour, minute, second, half


def to_time(clock: tuple[int, int, int, str] | None) -> dt.time | None:
    """Return the time of day of what `read_clock` read.

    >>> to_time((3, 20, 0, "pm")), to_time((12, 0, 0, "am"))
    (datetime.time(15, 20), datetime.time(0, 0))
    """
    if clock is None:
        return None
    hour, minute, second, half = clock
    if half == "pm" and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    if hour == 24:
        # 24:00 is the end of a day, and `datetime` has no such time.
        return dt.time(23, 59, 59) if minute == second == 0 else None
    return dt.time(hour, minute, second)


def read_span(first: str, last: str) -> tuple[dt.time | None, dt.time | None]:
    """Return both ends of a span of time; one "am" or "pm" speaks for both ends where it can.

    Schedules write it once, at the end: "3-4:20pm" begins at 15:00, "11-1pm" at 11:00. Without either the hours
    stay as written.

    >>> read_span("3", "4:20pm")
    (datetime.time(15, 0), datetime.time(16, 20))
    >>> read_span("11", "1pm")
    (datetime.time(11, 0), datetime.time(13, 0))
    """
    start, end = read_clock(first), read_clock(last)
    if start is None or end is None:
        return None, None
    if end[3] and not start[3] and start[0] <= 12:
        same = (*start[:3], end[3])
        other = (*start[:3], "am" if end[3] == "pm" else "pm")
        a, b, c = to_time(same), to_time(end), to_time(other)
        start = other if a and b and c and a >= b > c else same
    elif start[3] and not end[3] and end[0] <= 12:
        same = (*end[:3], start[3])
        a, b = to_time(start), to_time(same)
        end = (*end[:3], "pm" if start[3] == "am" else "am") if a and b and b <= a else same
    return to_time(start), to_time(end)


def read_zone(text: str) -> str | None:
    """Return the offset that a full time stamp carries.

    >>> read_zone("15:00:00-07:00"), read_zone("15:00")
    ('-07:00', None)
    """
    found = STAMP.fullmatch(text.strip())
    return found["zone"] if found else None
