"""From a match of the grammar to days: where a date may stand, and whether its parts make one."""

from __future__ import annotations

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
from syllabus_parse.normalize.date_days import (
    Day,
    read_compact,
    read_list,
    read_numbers,
    read_stated,
    settle_by_weekday,
)
from syllabus_parse.normalize.date_grammar import FALLBACK_RULES, Grammar, core_pattern, fallbacks_of, grammar_of
from syllabus_parse.normalize.date_letters import expand_year
from syllabus_parse.normalize.date_rules import Mode, Reading
from syllabus_parse.normalize.date_tokens import NUMBERS, Tokens

# What every rule has at its heart; the text in between is not worth a look.
ANCHOR: Final = re.compile(
    r"[MA][ .,/x-]{0,4}[DO]|[DO][ .,/&ptxDOWw'-]{0,14}[MA]|Y[ .,/-]{0,3}[DMA]|(?<![/.-])D(?: ?/ ?D|\. ?D|-D-)"
)
FRONT: Final = 14
"""The most tokens that week, time and weekday take in front of a date."""
FRONT_KINDS: Final = "KkDOTWwVAZxpt .,:;()-|@#&/"


class Item(NamedTuple):
    """One match of the grammar: the days in it, and the weekdays named beside them."""

    days: tuple[Day, ...]
    candidate: Candidate
    weekdays: tuple[int, ...] = ()


def match_item(
    tokens: Tokens, at: int, mode: Mode, *, day_first: bool | None, previous: Item | None = None
) -> Item | None:
    """Read the item that begins at a token: the first rule that matches, else any that does.

    The rules are tried as one pattern first; only where its days don't exist each is asked alone. What stands in
    front is not looked at: the caller knows that a date may begin here. A `previous` item of the same expression
    tells the order of two numbers ("3.30/4.1").
    """
    grammar = grammar_of(mode)
    found = grammar.pattern.match(tokens.kinds, at)
    if found is None:
        return None
    return _accept(tokens, grammar, found, mode, day_first=day_first, begins=True, previous=previous)


def search_item(tokens: Tokens, at: int, mode: Mode, *, day_first: bool | None) -> tuple[Item | None, int]:
    """Find the next item from a token on; the second value is the token to go on from."""
    kinds = tokens.kinds
    grammar = grammar_of(mode)
    pattern = grammar.pattern
    anchor = ANCHOR.search(kinds, at)
    while anchor:
        heart = anchor.start()
        begin = max(at, heart - FRONT)
        front = begin + len(kinds[begin:heart].rstrip(FRONT_KINDS))
        found: re.Match[str] | None = None
        if heart - front < 2:  # nothing that belongs to a date stands in front
            found = pattern.match(kinds, heart)
        elif core_pattern().match(kinds, heart):
            found = pattern.search(kinds, front)
            if found is None:
                break
        if found is not None:
            item = _accept(tokens, grammar, found, mode, day_first=day_first, begins=False, previous=None)
            return item, (item.candidate.stop if item else max(heart, found.start(grammar.date)) + 1)
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
    previous: Item | None,
) -> Item | None:
    candidate = make_candidate(tokens, grammar, found)
    item = _build(candidate, mode, day_first=day_first, begins=begins, previous=previous)
    if item is not None or not (candidate.rule in FALLBACK_RULES or tokens.kinds[candidate.begin] == "A"):
        return item
    for other in fallbacks_of(mode):
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
    if candidate.month_at == candidate.day_at:
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
    if candidate.weekday_at < 0 and candidate.bare:
        return Item(days, candidate)
    weekdays = read_weekdays(candidate, mode)
    if weekdays and days[0].numeric and year is not None and len(days) == 1:
        days = (settle_by_weekday(days[0], weekdays[0]),)
    return Item(days, candidate, weekdays)


def _may_be_numbers(candidate: Candidate, mode: Mode, previous: Item | None) -> bool:
    """Tell whether numbers written in the way of a rule may be a date at all."""
    rule = candidate.rule
    if rule.reading == "day first":
        led = previous is not None and previous.candidate.rule is rule
        return led or dots_fit(candidate, mode)
    if rule.name == "numbers":
        if candidate.kind(candidate.begin) != "A":
            return True
        # "mar 12/9" is a Tuesday; "Mar 3/5" two days in March.
        first, second = (candidate.tokens.value(at) for at in (candidate.month_at, candidate.day_at))
        return candidate.word(candidate.begin) == "mar" or first >= second
    if rule.name == "hyphen":
        return candidate.is_padded(candidate.month_at) and candidate.has_two_digits(candidate.day_at)
    if rule.name == "days of a dotted month":
        return mode != "running" or candidate.names_week() or candidate.weekday_at >= 0
    return True


def _read_year(candidate: Candidate) -> int | None:
    at = candidate.year_at
    if candidate.kind(at) != "D":
        return candidate.tokens.value(at)
    return expand_year(candidate.tokens.value(at)) if candidate.has_two_digits(at) else None


def _list_days(candidate: Candidate) -> list[tuple[int, bool]]:
    """List the days of a candidate, each with whether a range leads to it."""
    kinds, pieces = candidate.tokens.kinds, candidate.tokens.pieces
    out: list[tuple[int, bool]] = []
    ranged = False
    for at in range(candidate.day_at, candidate.days_to):
        kind = kinds[at]
        if kind in "DO":
            out.append((NUMBERS[pieces[at]], ranged))
            ranged = False
        elif kind in "-t":
            ranged = True
    return out


def _read_days(
    candidate: Candidate, year: int | None, mode: Mode, *, day_first: bool | None, previous: Item | None
) -> tuple[Day, ...] | None:
    pieces, rule = candidate.tokens.pieces, candidate.rule
    month = NUMBERS[pieces[candidate.month_at]]
    day: Day | None
    if candidate.days_to - candidate.day_at > 1:
        listed = _list_days(candidate)
        if len(listed) > 1:
            return read_list(listed, month, year=year)
    number = NUMBERS[pieces[candidate.day_at]]
    if candidate.is_named or rule.reading == "stated":
        day = read_stated(month, number, year=year)
    else:
        first, second = (number, month) if rule.reading == "day first" else (month, number)
        if (first, second) == ALWAYS and day_first is None and candidate.weekday_at < 0:
            return None
        day = read_numbers(first, second, _read_order(candidate, previous), day_first=day_first, year=year)
    return None if day is None or (day.overflow and mode == "running") else (day,)


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


def swap_days(item: Item) -> Item:
    """Read the numeric dates of an item the other way, as another date of its expression proves (3/9 - 15/9)."""
    turned = (
        day._replace(month=day.day, day=day.month, numeric=False) if day.numeric else day for day in item.days
    )
    return item._replace(days=tuple(turned))
