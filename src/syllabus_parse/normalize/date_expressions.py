"""Dates that belong together: items joined by "&", "-" or "to" become days and ranges, with what they share."""

from __future__ import annotations

from typing import Final

from syllabus_parse.normalize.date_context import Candidate
from syllabus_parse.normalize.date_days import Day, share_years
from syllabus_parse.normalize.date_items import Item, match_item, swap_days
from syllabus_parse.normalize.date_rules import Mode
from syllabus_parse.normalize.date_times import Times, read_time_tokens
from syllabus_parse.normalize.date_tokens import Tokens
from syllabus_parse.normalize.when import When

MOST_ITEMS: Final = 40
"""Days in one expression; no schedule writes more into a cell."""
NOWHERE: Final = (None, None, None)
BRACKETS: Final = (("(", ")"), ("[", "]"), ("（", "）"))


def read_expression(tokens: Tokens, item: Item, mode: Mode, day_first: bool | None) -> tuple[tuple[When, ...], int]:
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
    form = item.candidate.form
    if form.join < 0 and len(item.days) == 1:
        lone = mode == "whole" or form.ends_well
        return (_complete(tokens, item),) if lone else (), item.stop
    items = [item]
    ranges: list[bool] = []  # whether a range leads to the item behind each but the last
    while form.join >= 0 and len(items) < MOST_ITEMS:
        last = items[-1]
        at = last.candidate.shift + form.join
        following = match_item(tokens, at, mode, day_first=day_first, previous=last)
        if following is None:
            break
        if mode != "whole" and "\n" in tokens.text[tokens.start(last.stop) : tokens.start(at)]:
            break
        if form.ranged and not _goes_up(last.days[-1], following.days[0]):
            break
        items.append(following)
        ranges.append(form.ranged)
        form = following.candidate.form
    while mode != "whole" and not items[-1].candidate.form.ends_well:
        items.pop()
        if not items:
            return (), item.stop
        ranges.pop()
    if len(items) == 1 and len(item.days) == 1:
        return (_complete(tokens, item),), item.stop
    if ranges:
        orders = [day.day_first for item in items for day in item.days]
        if True in orders and False not in orders:
            items = [swap_days(item) for item in items]
    return _combine(tokens, items, ranges), items[-1].stop


def _goes_up(first: Day, last: Day) -> bool:
    if first.until is not None:
        return False
    if first.year and last.year and first.year != last.year:
        return first.year < last.year
    return first.month != last.month or first.day < last.day


def _combine(tokens: Tokens, items: list[Item], ranges: list[bool]) -> tuple[When, ...]:
    """Make one `When` of each separate day or range; year, week and times hold for all that don't state their own."""
    days: list[Day] = []
    places: list[tuple[Item, int, int]] = []  # of which item each is, and which of its days
    numeric = True
    for index, item in enumerate(items):
        ranged = index > 0 and ranges[index - 1]
        for position, day in enumerate(item.days):
            numeric = numeric and day.numeric
            if ranged:
                days[-1] = _make_range(days[-1], day)
                ranged = False
            else:
                days.append(day)
                places.append((item, index, position))
    days = share_years(days)
    start, stop = _find_words(tokens, items[0].candidate, items[-1].stop)
    week, times = _read_shared(items, ranges)
    out: list[When] = []
    for day, (item, index, position) in zip(days, places, strict=True):
        begins, ends, zone = times[index] if times else NOWHERE
        until = day.until or NOWHERE
        weekday = _pick_weekday(item, position) if item.weekdays else None
        if weekday is None and len(out) == 1 and len(days) == len(items) == len(items[0].weekdays) == 2:
            weekday = items[0].weekdays[1]  # Mon/Wed 9/4, 9/6
        out.append(When(
            day.year, day.month, day.day, until[0], until[1], until[2], weekday, begins, ends, zone, week,
            numeric and day.numeric, day.overflow, False, start, stop, day.day_first,
        ))  # fmt: skip
    return tuple(out)


def _complete(tokens: Tokens, item: Item) -> When:
    """Make the `When` of an expression that is one day or range, as most are."""
    day, candidate = item.days[0], item.candidate
    form = candidate.form
    if day.until is not None:
        day = share_years([day])[0]
    until = day.until or NOWHERE
    begins, ends, zone = NOWHERE if form.time is None else _read_times(candidate)
    start, stop = _find_words(tokens, candidate, item.stop)
    return When(
        day.year, day.month, day.day, until[0], until[1], until[2], item.weekdays[0] if item.weekdays else None,
        begins, ends, zone, candidate.value(form.week_at) if form.week_at >= 0 else None,
        day.numeric, day.overflow, False, start, stop, day.day_first,
    )  # fmt: skip


def _make_range(first: Day, last: Day) -> Day:
    return Day(
        first.year, first.month, first.day, first.numeric and last.numeric, first.overflow, first.day_first,
        (last.year, last.month, last.day),
    )  # fmt: skip


def _find_words(tokens: Tokens, candidate: Candidate, end: int) -> tuple[int, int]:
    """Return where the words of an expression are: without the full stop of a sentence, with their own bracket."""
    text, kinds, pieces = tokens.text, tokens.kinds, tokens.pieces
    first = candidate.shift + candidate.form.first
    if kinds[end - 1] in " ).":
        opened = "(" in kinds[first:end]
        while end > first + 1 and (kinds[end - 1] == " " or (kinds[end - 1] == ")" and not opened)):
            end -= 1
        if kinds[end - 2 : end] == "M." and len(pieces[end - 2]) > 5:
            end -= 1  # "24 August." ends a sentence, "24 Aug." need not
    start = tokens.start(first)
    words = "".join(pieces[first:end])
    stop = start + len(words)
    if stop < len(text) and text[stop] in ")]）":
        for opening, closing in BRACKETS:
            if text[stop] == closing and words.count(opening) > words.count(closing):
                return start, stop + 1
    return start, stop


def _pick_weekday(item: Item, position: int) -> int | None:
    if len(item.weekdays) == len(item.days) or position == 0:
        return item.weekdays[position]
    step = item.days[position].day - item.days[0].day
    return item.weekdays[0] if len(item.weekdays) == 1 and step % 7 == 0 else None


def _read_shared(items: list[Item], ranges: list[bool]) -> tuple[int | None, list[Times]]:
    """Return the week that one of the items names, and the times of each: its own, else the first that any states."""
    week: int | None = None
    timed = False
    for item in items:
        form = item.candidate.form
        timed = timed or form.time is not None
        if week is None and form.week_at >= 0:
            week = item.candidate.value(form.week_at)
    if not timed:
        return week, []
    times = [_read_times(item.candidate) for item in items]
    shared = next((own for own in times if own[0] is not None), NOWHERE)
    if len(items) == 2 and ranges == [True] and times[0][0] and times[1][0] and not times[0][1]:
        shared = times[0] = (times[0][0], times[1][0], times[0][2] or times[1][2])
    return week, [own if own[0] is not None else shared for own in times]


def _read_times(candidate: Candidate) -> Times:
    tokens, form, shift = candidate
    return read_time_tokens(tokens, shift + form.time[0], shift + form.time[1]) if form.time else NOWHERE
