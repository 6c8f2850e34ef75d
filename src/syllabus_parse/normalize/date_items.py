"""From a form to days: where a date may stand, and whether its words make one."""

from __future__ import annotations

from typing import Final, NamedTuple

from syllabus_parse.normalize.date_context import ALWAYS, Candidate, dots_fit, fits, may_be_month, read_weekdays
from syllabus_parse.normalize.date_days import (
    Day,
    read_compact,
    read_list,
    read_numbers,
    read_stated,
    settle_by_weekday,
)
from syllabus_parse.normalize.date_forms import cut_letters, find_form, list_fallbacks
from syllabus_parse.normalize.date_grammar import FALLBACK_RULES
from syllabus_parse.normalize.date_letters import expand_year
from syllabus_parse.normalize.date_rules import Mode, Reading
from syllabus_parse.normalize.date_tokens import Tokens
from syllabus_parse.regex import lazy_regex

# What every rule has at its heart; the text in between is not worth a look.
ANCHOR: Final = lazy_regex(
    r"[MA][ .,/x-]{0,4}[DO]|[DO][ .,/&ptxDOWw'-]{0,14}[MA]|Y[ .,/-]{0,3}[DMA]|(?<![/.-])D(?: ?/ ?D|\. ?D|-D-)"
)
FRONT: Final = 14
"""The most tokens that week, time and weekday take in front of a date."""
FRONT_KINDS: Final = "KkDOTWwVAZxpt .,:;()-|@#&/"


class Item(NamedTuple):
    """One date with its form: the days in it, and the weekdays named beside them."""

    days: tuple[Day, ...]
    candidate: Candidate
    weekdays: tuple[int, ...] = ()

    @property
    def stop(self) -> int:
        """The token behind the whole item."""
        return self.candidate.shift + self.candidate.form.stop


def match_item(
    tokens: Tokens, at: int, mode: Mode, *, day_first: bool | None, previous: Item | None = None
) -> Item | None:
    """Read the item that begins at a token: by its form or, where its days don't exist, by any other.

    What stands in front is not looked at: the caller knows that a date may begin here. A `previous` item of the same
    expression tells the order of two numbers ("3.30/4.1").
    """
    letters = cut_letters(mode, tokens.kinds, at, at)
    form = find_form(mode, letters, 0)
    if form is None:
        return None
    return _accept(
        Candidate(tokens, form, at), letters, mode, day_first=day_first, begins=True, previous=previous
    )  # fmt: skip


def search_item(tokens: Tokens, at: int, mode: Mode, *, day_first: bool | None) -> tuple[Item | None, int]:
    """Find the next item from a token on; the second value is the token to go on from."""
    kinds = tokens.kinds
    anchor = ANCHOR.search(kinds, at)
    while anchor:
        heart = anchor.start()
        begin = max(at, heart - FRONT)
        front = begin + len(kinds[begin:heart].rstrip(FRONT_KINDS))
        letters = cut_letters(mode, kinds, front, heart)
        form = find_form(mode, letters, heart - front)
        if form is not None:
            candidate = Candidate(tokens, form, front)
            item = _accept(candidate, letters, mode, day_first=day_first, begins=False, previous=None)
            return item, (item.stop if item else max(heart, front + form.begin) + 1)
        anchor = ANCHOR.search(kinds, heart + 1)
    return None, len(kinds)


def _accept(
    candidate: Candidate, letters: str, mode: Mode, *, day_first: bool | None, begins: bool, previous: Item | None
) -> Item | None:
    item = _build(candidate, mode, day_first=day_first, begins=begins, previous=previous)
    if item is not None:
        return item
    tokens, form, shift = candidate
    if form.rule in FALLBACK_RULES or letters[form.begin] == "A":
        for other in list_fallbacks(mode, letters, form.start):
            candidate = Candidate(tokens, other, shift)
            if item := _build(candidate, mode, day_first=day_first, begins=begins, previous=previous):
                return item
    return None


def _build(
    candidate: Candidate, mode: Mode, *, day_first: bool | None, begins: bool, previous: Item | None
) -> Item | None:
    """Read the days of a candidate, or None where its surroundings or its numbers are against it."""
    form = candidate.form
    if form.month_at == form.day_at:
        day = read_compact(candidate.word(form.day_at))
        return Item((day,), candidate) if day else None
    if mode != "whole" and not fits(candidate, begins=begins):
        return None
    if form.is_named:
        if not may_be_month(candidate, mode):
            return None
    elif not _may_be_numbers(candidate, mode, previous):
        return None
    year = None
    if form.year_at >= 0:
        year = _read_year(candidate)
        if year is None:
            return None
    days = _read_days(candidate, year, mode, day_first=day_first, previous=previous)
    if days is None:
        return None
    if not form.weekdays:
        return Item(days, candidate)
    weekdays = read_weekdays(candidate, mode)
    if weekdays and days[0].numeric and year is not None and len(days) == 1:
        days = (settle_by_weekday(days[0], weekdays[0]),)
    return Item(days, candidate, weekdays)


def _may_be_numbers(candidate: Candidate, mode: Mode, previous: Item | None) -> bool:
    """Tell whether numbers written in the way of a rule may be a date at all."""
    form = candidate.form
    rule = form.rule
    if rule.reading == "day first":
        led = previous is not None and previous.candidate.form.rule is rule
        return led or dots_fit(candidate, mode)
    if rule.name == "numbers":
        if candidate.kind(form.begin) != "A":
            return True
        # "mar 12/9" is a Tuesday; "Mar 3/5" two days in March.
        return candidate.word(form.begin) == "mar" or candidate.value(form.month_at) >= candidate.value(form.day_at)
    if rule.name == "hyphen":
        return candidate.word(form.month_at)[0] == "0" and len(candidate.word(form.day_at)) == 2
    if rule.name == "days of a dotted month":
        return mode != "running" or form.leads_with_week or form.weekday_at >= 0
    return True


def _read_year(candidate: Candidate) -> int | None:
    at = candidate.form.year_at
    if candidate.kind(at) != "D":
        return candidate.value(at)
    return expand_year(candidate.value(at)) if len(candidate.word(at)) == 2 else None


def _read_days(
    candidate: Candidate, year: int | None, mode: Mode, *, day_first: bool | None, previous: Item | None
) -> tuple[Day, ...] | None:
    form = candidate.form
    month = candidate.value(form.month_at)
    if len(form.days) > 1:
        return read_list([(candidate.value(at), ranged) for at, ranged in form.days], month, year=year)
    number = candidate.value(form.day_at)
    if form.is_named or form.rule.reading == "stated":
        day = read_stated(month, number, year=year)
    else:
        first, second = (number, month) if form.rule.reading == "day first" else (month, number)
        told = day_first is not None or year is not None or form.weekday_at >= 0 or form.rule.name == "dots"
        if (first, second) == ALWAYS and not told:  # "24/7 support"
            return None
        day = read_numbers(first, second, _read_order(candidate, previous), day_first=day_first, year=year)
    return None if day is None or (day.overflow and mode == "running") else (day,)


def _read_order(candidate: Candidate, previous: Item | None) -> Reading:
    """Tell in which order two numbers stand: as those before them in the expression, else as their writing says."""
    form = candidate.form
    rule = form.rule
    if previous is not None and previous.candidate.form.rule.reading == rule.reading:
        told = previous.days[-1].day_first
        if told is not None:
            return "day first" if told else "month first"
    if rule.name != "dots":
        return rule.reading
    # 05.11 is written by those who put the day first; 3.2 is not so sure.
    two = len(candidate.word(form.day_at)) == len(candidate.word(form.month_at)) == 2
    return "day first" if two or candidate.kind(form.end - 1) == "." else "either"


def swap_days(item: Item) -> Item:
    """Read the numeric dates of an item the other way, as another date of its expression proves (3/9 - 15/9)."""
    turned = (day._replace(month=day.day, day=day.month, numeric=False) if day.numeric else day for day in item.days)
    return item._replace(days=tuple(turned))
