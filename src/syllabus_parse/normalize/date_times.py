"""Times in a text of their own, and those beside a date: which tokens are one, and what they say."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final, TypeAlias

from syllabus_parse.normalize.date_grammar import TIME
from syllabus_parse.normalize.date_tokens import Tokens, tokenize
from syllabus_parse.normalize.times import read_clock, read_span, read_zone, to_time
from syllabus_parse.normalize.when import When
from syllabus_parse.regex import lazy_regex

Times: TypeAlias = tuple[dt.time | None, dt.time | None, str | None]

LONGEST: Final = 20_000
"""Characters in which a time is looked for."""
# e.g. 3h, 2 hrs: an amount of time
DURATION: Final = lazy_regex(r"[0-7]\s?(?:h|hrs|heures)|[0-9]{1,2}\s?(?:hrs|heures)", re.IGNORECASE)
SPAN: Final = lazy_regex(TIME.replace("_", " {0,3}"))


def find_times(text: str) -> When | None:
    """Find the first time or span of time; it stands in `start_time` and `end_time`.

    Meetings and deadlines carry times without a date. Numbers of chapter and verse ("3:16-18") are not matched.

    >>> when = find_times("9:30-11:30am, Wozniak Lounge")
    >>> when.start_time, when.end_time
    (datetime.time(9, 30), datetime.time(11, 30))
    >>> find_times("Luke 3:16-18") is None
    True
    """
    tokens = tokenize(text, 0, LONGEST)
    return None if "T" not in tokens.kinds else _find_times(tokens)


def _find_times(tokens: Tokens) -> When | None:
    for found in SPAN.finditer(tokens.kinds):
        start, end = found.span()
        if start and (tokens.kinds[start - 1] in "D:/.abcN" or tokens.kinds[max(0, start - 2) : start] == "c "):
            continue
        behind = tokens.kinds[end : end + 2]
        # e.g. 3:16-18, 8:10,12: chapter and verse; "9:30-11" is on the minutes of a clock.
        first = tokens.pieces[start]
        if behind in {"-D", ",D", "-N"} and not first.endswith(("0", "5")):
            continue
        begins, ends, zone = read_time_tokens(tokens, start, end)
        if begins is None or (ends is None and DURATION.fullmatch(first.strip())):
            continue
        if ends is None and behind == "-D" and begins.hour < tokens.value(end + 1) <= 23:
            ends, end = dt.time(tokens.value(end + 1)), end + 2
        return When(start_time=begins, end_time=ends, zone=zone, start=tokens.start(start), end=tokens.start(end))
    return None


def read_time_tokens(tokens: Tokens, start: int, end: int) -> Times:
    """Read the time or span that the grammar found in a stretch of tokens: both ends and the zone."""
    if end - start == 1:
        words = [tokens.pieces[start]]
    else:
        words = [tokens.pieces[at] for at in range(start, end) if tokens.kinds[at] in "DT"]
    zone_at = tokens.kinds.find("Z", start, end)
    zone = tokens.pieces[zone_at] if zone_at >= 0 else None
    if len(words) == 2:
        return (*read_span(words[0], words[1]), zone)
    (word,) = words[:1]
    time = to_time(read_clock(word))
    full = word.count(":") >= 2
    if full and time == dt.time(0, 0) and "am" not in word.lower():
        # "2025-03-31 00:00:00-07:00": how a program writes a day, not an hour that anyone stated.
        return None, None, None
    return time, None, zone or (read_zone(word) if full or word[-1] == "Z" else None)
