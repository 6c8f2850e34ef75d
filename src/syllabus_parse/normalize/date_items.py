"""From a match of the grammar to days: what the numbers say."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final, NamedTuple

from syllabus_parse.normalize.date_context import (
    ALWAYS,
    Candidate,
    dots_fit,
    fits,
    make_candidate,
    may_be_month,
    read_weekdays,
)
from syllabus_parse.normalize.date_rules import CORE, FALLBACK_RULES, FALLBACKS, GRAMMARS, Grammar, Mode, Reading
from syllabus_parse.normalize.date_letters import expand_year
from syllabus_parse.normalize.date_tokens import Tokens

DAYS_IN_MONTH: Final = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
OVERFLOW_LIMIT: Final = 35
"""A day beyond its month is a slip of the pen (3/32); one far beyond it is no day at all."""
# What every rule has at its heart; the text in between is not worth a look.
ANCHOR: Final = re.compile(
    r"[MA][ .,/x-]{0,4}[DO]|[DO][ .,/&ptxDOWw'-]{0,14}[MA]|Y[ .,/-]{0,3}[DMA]|(?<![/.-])D(?: ?/ ?D|\. ?D|-D-)"
)
FRONT: Final = 14
"""The most tokens that week, time and weekday take in front of a date."""
FRONT_KINDS: Final = frozenset("KkDOTWwVAZxpt .,:;()-|@#&/")


class Day(NamedTuple):
    """One day as an item states it.

    `numeric` where two numbers could be read either way, `day_first` how they must be read where they can't; `until`
    is the last day of a consecutive range: year, month, day.
    """

    year: int | None
    month: int
    day: int
    numeric: bool = False
    overflow: bool = False
    day_first: bool | None = None
    until: tuple[int | None, int, int] | None = None


class Item(NamedTuple):
    """One match of the grammar: the days in it, and the weekdays named beside them."""

    days: tuple[Day, ...]
    candidate: Candidate
    weekdays: tuple[int, ...] = ()

    @property
    def match(self) -> re.Match[str]:
        """The match over the letters of the tokens."""
        return self.candidate.match


def match_item(
    tokens: Tokens, at: int, mode: Mode, *, day_first: bool | None, previous: Item | None = None
) -> Item | None:
    """Read the item that begins at a token: the first rule that matches, else any that does.

    The rules are tried as one pattern first; only where its days don't exist each is asked alone. What stands in
    front is not looked at: the caller knows that a date may begin here. A `previous` item of the same expression
    tells the order of two numbers ("3.30/4.1").
    """
    grammar = GRAMMARS[mode]
    found = grammar.pattern.match(tokens.kinds, at)
    if not found:
        return None
    return _accept(tokens, grammar, found, mode, day_first=day_first, begins=True, previous=previous)


def search_item(tokens: Tokens, at: int, mode: Mode, *, day_first: bool | None) -> tuple[Item | None, int]:
    """Find the next item from a token on; the second value is the token to go on from."""
    kinds = tokens.kinds
    grammar = GRAMMARS[mode]
    anchor = ANCHOR.search(kinds, at)
    while anchor:
        heart = anchor.start()
        if CORE.match(kinds, heart):
            front = heart
            while front > at and heart - front < FRONT and kinds[front - 1] in FRONT_KINDS:
                front -= 1
            found = grammar.pattern.search(kinds, front)
            if not found:
                break
            item = _accept(tokens, grammar, found, mode, day_first=day_first, begins=False)
            return item, (item.match.end() if item else max(heart, found.start("date")) + 1)
        anchor = ANCHOR.search(kinds, heart + 1)
    return None, len(kinds)


def _accept(
    tokens: Tokens,
    grammar: Grammar,
    found: re.Match[str],
    mode: Mode,
    *,
    day_first: bool | None,
    begins: bool,
    previous: Item | None = None,
) -> Item | None:
    candidate = make_candidate(tokens, grammar, found)
    item = _build(candidate, mode, day_first=day_first, begins=begins, previous=previous)
    if item is not None or not (candidate.rule in FALLBACK_RULES or tokens.kinds[candidate.begin] == "A"):
        return item
    for other in FALLBACKS[mode]:
        again = other.pattern.match(tokens.kinds, found.start())
        if again is None:
            continue
        candidate = make_candidate(tokens, other, again)
        if item := _build(candidate, mode, day_first=day_first, begins=begins, previous=previous):
            return item
    return None


def _build(
    candidate: Candidate, mode: Mode, *, day_first: bool | None, begins: bool, previous: Item | None
) -> Item | None:
    """Read the days of a candidate, or None where its surroundings or its numbers are against it."""
    rule = candidate.rule
    if rule.name == "run together":
        day = read_compact(candidate.word(candidate.day_at))
        return Item((day,), candidate) if day else None
    if mode != "whole" and not fits(candidate, begins=begins):
        return None
    if candidate.is_named:
        if not may_be_month(candidate, mode):
            return None
    elif not _may_be_numbers(candidate, mode, previous):
        return None
    year = None
    if candidate.year_at >= 0:
        year = _read_year(candidate)
        if year is None:
            return None
    days = _read_days(candidate, year, mode, day_first=day_first, previous=previous)
    if days is None:
        return None
    weekdays = read_weekdays(candidate, mode)
    if weekdays and days[0].numeric and year is not None and len(days) == 1:
        days = (settle_by_weekday(days[0], weekdays[0]),)
    return Item(days, candidate, weekdays)


def settle_by_weekday(day: Day, weekday: int) -> Day:
    """Settle the order of two numbers by the weekday named beside them, where the year is stated too.

    "05-03-2024, Tuesday" is the fifth of March: the third of May was a Friday. Where both or neither reading agrees
    the order stays open.

    >>> settled = settle_by_weekday(Day(2024, 5, 3, numeric=True), 1)
    >>> settled.month, settled.day, settled.day_first
    (3, 5, True)
    """
    if day.year is None:
        return day
    here = dt.date(day.year, day.month, day.day).weekday() == weekday
    other = dt.date(day.year, day.day, day.month).weekday() == weekday
    if here == other:
        return day
    if here:
        return day._replace(numeric=False, day_first=False)
    return day._replace(month=day.day, day=day.month, numeric=False, day_first=True)


def _may_be_numbers(candidate: Candidate, mode: Mode, previous: Item | None) -> bool:
    """Tell whether numbers written in the way of a rule may be a date at all."""
    rule = candidate.rule
    led = previous is not None and previous.candidate.rule is rule
    if rule.reading == "day first":
        return led or dots_fit(candidate, mode)
    if rule.name == "hyphen":
        return candidate.is_padded(candidate.month_at) and candidate.has_two_digits(candidate.day_at)
    if rule.name == "days of a dotted month":
        return mode != "running" or bool(candidate.match["week"] or candidate.match["day"])
    if rule.name == "numbers" and candidate.kind(candidate.begin) == "A":
        # "mar 12/9" is a Tuesday; "Mar 3/5" two days in March.
        first, second = (candidate.tokens.value(at) for at in (candidate.month_at, candidate.day_at))
        return candidate.word(candidate.begin) == "mar" or first >= second
    return True


def _read_year(candidate: Candidate) -> int | None:
    at = candidate.year_at
    if candidate.kind(at) != "D":
        return candidate.tokens.value(at)
    return expand_year(candidate.tokens.value(at)) if candidate.has_two_digits(at) else None


def read_compact(digits: str) -> Day | None:
    """Read eight digits as year, month and day.

    Course files carry dates so; other numbers of eight digits rarely make a day of these two centuries.

    >>> read_compact("20200904")
    Day(year=2020, month=9, day=4, numeric=False, overflow=False, day_first=None, until=None)
    """
    if len(digits) != 8 or digits[:2] not in {"19", "20"}:
        return None
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:])
    return Day(year, month, day) if 1 <= month <= 12 and 1 <= day <= DAYS_IN_MONTH[month] else None


def _list_days(tokens: Tokens, start: int, end: int) -> list[tuple[int, bool]]:
    """List the numbers of a stretch of tokens, each with whether a range leads to it."""
    out: list[tuple[int, bool]] = []
    ranged = False
    for at in range(start, end):
        kind = tokens.kinds[at]
        if kind in "DO":
            out.append((tokens.value(at), ranged))
            ranged = False
        elif kind in "-t":
            ranged = True
    return out


def read_numbers(first: int, second: int, reading: Reading, *, day_first: bool | None) -> Day | None:
    """Read two numbers as month and day, in the order that is possible, stated, or (else) month first.

    >>> day = read_numbers(9, 4, "either", day_first=None)
    >>> day.month, day.day, day.numeric
    (9, 4, True)
    >>> day = read_numbers(28, 9, "either", day_first=None)
    >>> day.month, day.day, day.day_first
    (9, 28, True)
    >>> read_numbers(28, 30, "either", day_first=None) is None
    True
    """
    month_first = 1 <= first <= 12 and 1 <= second <= DAYS_IN_MONTH[first]
    other = 1 <= second <= 12 and 1 <= first <= DAYS_IN_MONTH[second]
    if reading == "day first" or (reading == "either" and day_first):
        if other:
            return Day(None, second, first, day_first=None if month_first else True)
        if month_first:
            return Day(None, first, second, day_first=False)
        return _carry_over(second, first)
    if month_first:
        numeric = other and first != second and day_first is None and reading == "either"
        return Day(None, first, second, numeric, day_first=None if other else False)
    if other and reading == "either":
        return Day(None, second, first, day_first=True)
    return _carry_over(first, second)


def _carry_over(month: int, day: int) -> Day | None:
    """Read a day that its month does not have as one of the next month: 3/32 is the first of April."""
    if not (1 <= month <= 12 and DAYS_IN_MONTH[month] < day <= OVERFLOW_LIMIT):
        return None
    return Day(None, month % 12 + 1, day - DAYS_IN_MONTH[month], overflow=True)


def _read_days(
    candidate: Candidate, year: int | None, mode: Mode, *, day_first: bool | None, previous: Item | None
) -> tuple[Day, ...] | None:
    month = candidate.tokens.value(candidate.month_at)
    if candidate.days_to - candidate.day_at > 1:
        listed = _list_days(candidate.tokens, candidate.day_at, candidate.days_to)
        if len(listed) > 1:
            return _read_list(listed, month, year)
    number = candidate.tokens.value(candidate.day_at)
    if candidate.is_named or candidate.rule.reading == "stated":
        day = _read_stated(month, number)
    else:
        first, second = (number, month) if candidate.rule.reading == "day first" else (month, number)
        if (first, second) == ALWAYS and day_first is None and candidate.match["day"] is None:
            return None
        day = read_numbers(first, second, _read_order(candidate, previous), day_first=day_first)
    if day is None or (day.overflow and mode == "running"):
        return None
    return (day._replace(year=year) if year is not None else day,)


def _read_stated(month: int, number: int) -> Day | None:
    if not 1 <= month <= 12:
        return None
    return Day(None, month, number) if 1 <= number <= DAYS_IN_MONTH[month] else _carry_over(month, number)


def _read_order(candidate: Candidate, previous: Item | None) -> Reading:
    """Tell in which order two numbers stand: as those before them in the expression, else as their writing says."""
    rule = candidate.rule
    if previous is not None and previous.candidate.rule.reading == rule.reading:
        told = previous.days[-1].day_first
        if told is not None:
            return "day first" if told else "month first"
    if rule.name != "dots":
        return rule.reading
    # 05.11 is written by those who put the day first; 3.2 is not so sure.
    two = candidate.has_two_digits(candidate.day_at) and candidate.has_two_digits(candidate.month_at)
    return "day first" if two or candidate.kind(candidate.end - 1) == "." else "either"


def _read_list(listed: list[tuple[int, bool]], month: int, year: int | None) -> tuple[Day, ...] | None:
    if not 1 <= month <= 12:
        return None
    out: list[Day] = []
    last = 0
    for number, ranged in listed:
        # Days of one month go up; what doesn't is something else ("9/4 May Day").
        if not last < number <= DAYS_IN_MONTH[month]:
            return None
        if ranged:
            out[-1] = out[-1]._replace(until=(year, month, number))
        else:
            out.append(Day(year, month, number))
        last = number
    return tuple(out)


def swap_days(item: Item) -> Item:
    """Read the numeric dates of an item the other way, as another date of its expression proves (3/9 - 15/9)."""
    turned = (
        day._replace(month=day.day, day=day.month, numeric=False) if day.numeric else day for day in item.days
    )
    return item._replace(days=tuple(turned))
