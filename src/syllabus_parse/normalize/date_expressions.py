"""Dates that belong together: items joined by "&", "-" or "to" become days and ranges, with what they share."""

from __future__ import annotations

import datetime as dt
from typing import Final

from syllabus_parse.normalize.date_context import ends_well
from syllabus_parse.normalize.date_items import Day, Item, match_item, swap_days
from syllabus_parse.normalize.date_rules import JOINS, Mode
from syllabus_parse.normalize.date_tokens import Tokens
from syllabus_parse.normalize.times import read_clock, read_span, read_zone, to_time
from syllabus_parse.normalize.when import When

MOST_ITEMS: Final = 40
"""Days in one expression; no schedule writes more into a cell."""
NOWHERE: Final = (None, None, None)
BRACKETS: Final = (("(", ")"), ("[", "]"), ("（", "）"))


def read_expression(
    tokens: Tokens, item: Item, mode: Mode, day_first: bool | None
) -> tuple[tuple[When, ...], int]:
    """Read what follows an item as long as it goes on with dates; return the dates and the token behind them.

    "Oct 3 & Oct 10", "9/25 - 9/27" and "30 Oct/1 Nov" are one expression each. In running text an expression ends
    where a date could not stand.

    >>> from syllabus_parse.normalize.date_items import match_item
    >>> from syllabus_parse.normalize.date_tokens import tokenize
    >>> tokens = tokenize("Oct 3 & Oct 10")
    >>> whens, _ = read_expression(tokens, match_item(tokens, 0, "whole", day_first=None), "whole", None)
    >>> [when.day for when in whens]
    [3, 10]
    """
    items = [item]
    joins: list[str] = []
    end = item.match.end()
    size = len(tokens.kinds)
    while end < size and len(items) < MOST_ITEMS and (join := JOINS[mode].match(tokens.kinds, end)):
        following = match_item(tokens, join.end(), mode, day_first=day_first, previous=items[-1])
        if following is None:
            break
        if mode != "whole" and "\n" in tokens.text[tokens.end(end - 1) : tokens.starts[join.end()]]:
            break
        sign = "-" if any(char in "-t" for char in join[0]) else ","
        if sign == "-" and not _goes_up(items[-1].days[-1], following.days[0]):
            break
        items.append(following)
        joins.append(sign)
        end = following.match.end()
    while mode != "whole" and not ends_well(items[-1].candidate):
        items.pop()
        if not items:
            return (), item.match.end()
        joins.pop()
    end = items[-1].match.end()
    if joins:
        orders = {day.day_first for item in items for day in item.days}
        if True in orders and False not in orders:
            items = [swap_days(item) for item in items]
    return _combine(tokens, items, joins, end), end


def _goes_up(first: Day, last: Day) -> bool:
    if first.until is not None:
        return False
    if first.year and last.year and first.year != last.year:
        return first.year < last.year
    return first.month != last.month or first.day < last.day


def _combine(tokens: Tokens, items: list[Item], joins: list[str], end: int) -> tuple[When, ...]:
    """Make one `When` of each separate day or range; year, week and times hold for all that don't state their own."""
    if len(items) == 1 and len(items[0].days) == 1:
        return (_complete(tokens, items[0], end),)
    days: list[tuple[Day, Item, int]] = []
    for index, item in enumerate(items):
        for position, day in enumerate(item.days):
            if index and position == 0 and joins[index - 1] == "-":
                before, whose, place = days[-1]
                numeric = before.numeric and day.numeric
                days[-1] = (before._replace(until=(day.year, day.month, day.day), numeric=numeric), whose, place)
            else:
                days.append((day, item, position))
    filled = _share_years([day for day, _, _ in days])
    numeric = all(day.numeric for day in filled)
    first = items[0].match
    start_token = first.start("core") if first.end("core") > first.start("core") else first.start("date")
    start, stop = tokens.starts[start_token], _trim_end(tokens, start_token, end)
    week = next((w for item in items if (w := _read_week(tokens, item)) is not None), None)
    times = [_read_times(tokens, item) for item in items]
    shared = next((t for t in times if t[0] is not None), NOWHERE)
    if len(items) == 2 and joins == ["-"] and times[0][0] and times[1][0] and not times[0][1]:
        shared = times[0] = (times[0][0], times[1][0], times[0][2] or times[1][2])
    out: list[When] = []
    for day, (_, item, position) in zip(filled, days, strict=True):
        own = times[items.index(item)]
        begins, ends, zone = own if own[0] is not None else shared
        until = day.until or NOWHERE
        weekday = _pick_weekday(item, position)
        if weekday is None and len(out) == 1 and len(days) == len(items) == len(items[0].weekdays) == 2:
            weekday = items[0].weekdays[1]  # Mon/Wed 9/4, 9/6
        out.append(
            When(
                year=day.year,
                month=day.month,
                day=day.day,
                end_year=until[0],
                end_month=until[1],
                end_day=until[2],
                weekday=weekday,
                start_time=begins,
                end_time=ends,
                zone=zone,
                week=week,
                numeric=numeric and day.numeric,
                overflow=day.overflow,
                start=start,
                end=stop,
                day_first=day.day_first,
            )
        )
    return tuple(out)


def _complete(tokens: Tokens, item: Item, end: int) -> When:
    """Make the `When` of an expression that is one day or range, as most are."""
    day = item.days[0] if item.days[0].until is None else _share_years([item.days[0]])[0]
    found = item.match
    until = day.until or NOWHERE
    begins, ends, zone = _read_times(tokens, item)
    first = found.start("core") if found.end("core") > found.start("core") else found.start("date")
    return When(
        day.year,
        day.month,
        day.day,
        until[0],
        until[1],
        until[2],
        item.weekdays[0] if item.weekdays else None,
        begins,
        ends,
        zone,
        _read_week(tokens, item),
        day.numeric,
        day.overflow,
        False,
        tokens.starts[first],
        _trim_end(tokens, first, end),
        day.day_first,
    )


def _trim_end(tokens: Tokens, first: int, end: int) -> int:
    """Return where the words of an expression end: without the full stop of a sentence, with its own bracket."""
    opened = "(" in tokens.kinds[first:end]
    while end > first + 1 and (tokens.kinds[end - 1] == " " or (tokens.kinds[end - 1] == ")" and not opened)):
        end -= 1
    if tokens.kinds[end - 2 : end] == "M." and len(tokens.pieces[end - 2]) > 5:
        end -= 1  # "24 August." ends a sentence, "24 Aug." need not
    stop = tokens.end(end - 1)
    if stop >= len(tokens.text) or tokens.text[stop] not in ")]）":
        return stop
    words = tokens.text[tokens.starts[first] : stop]
    for opening, closing in BRACKETS:
        if words.count(opening) > words.count(closing) and tokens.text[stop : stop + 1] == closing:
            return stop + 1
    return stop


def _pick_weekday(item: Item, position: int) -> int | None:
    if not item.weekdays:
        return None
    if len(item.weekdays) == len(item.days) or position == 0:
        return item.weekdays[position]
    step = item.days[position].day - item.days[0].day
    return item.weekdays[0] if len(item.weekdays) == 1 and step % 7 == 0 else None


def _share_years(days: list[Day]) -> list[Day]:
    """Give the year that one end or member of an expression states to those that leave it open."""
    out = list(days)
    for index, day in enumerate(out):
        if day.until and day.until[0] is None and day.year:
            wraps = (day.until[1], day.until[2]) < (day.month, day.day)
            out[index] = day._replace(until=(day.year + wraps, day.until[1], day.until[2]))
        elif day.until and day.until[0] and day.year is None:
            wraps = (day.until[1], day.until[2]) < (day.month, day.day)
            out[index] = day._replace(year=day.until[0] - wraps)
    for index in range(len(out) - 2, -1, -1):
        later, day = out[index + 1], out[index]
        if day.year is None and later.year is not None:
            year = later.year - ((later.month, later.day) < (day.month, day.day))
            out[index] = day._replace(year=year)
    for index in range(1, len(out)):
        earlier, day = out[index - 1], out[index]
        if day.year is None and earlier.year is not None:
            year = earlier.year + ((day.month, day.day) < (earlier.month, earlier.day))
            out[index] = day._replace(year=year)
    return out


def _read_week(tokens: Tokens, item: Item) -> int | None:
    for name in ("week", "week2"):
        start, end = item.match.span(name)
        for at in range(start, end):
            if tokens.kinds[at] in "KDO":
                return tokens.value(at)
    return None


def _read_times(tokens: Tokens, item: Item) -> tuple[dt.time | None, dt.time | None, str | None]:
    for name in ("time2", "time"):
        start, end = item.match.span(name)
        if start >= 0:
            return read_time_tokens(tokens, start, end)
    return NOWHERE


def read_time_tokens(tokens: Tokens, start: int, end: int) -> tuple[dt.time | None, dt.time | None, str | None]:
    """Read the time or span that the grammar found in a stretch of tokens: both ends and the zone."""
    clocks = [at for at in range(start, end) if tokens.kinds[at] in "DT"]
    zones = [at for at in range(start, end) if tokens.kinds[at] == "Z"]
    words = [tokens.pieces[at] for at in clocks]
    zone = tokens.pieces[zones[0]] if zones else None
    if len(words) == 2:
        return (*read_span(words[0], words[1]), zone)
    stamp = read_zone(words[0])
    time = to_time(read_clock(words[0]))
    if time == dt.time(0, 0) and words[0].count(":") >= 2 and "am" not in words[0].lower():
        # "2025-03-31 00:00:00-07:00": how a program writes a day, not an hour that anyone stated.
        return None, None, None
    return time, None, zone or stamp
