"""The form of a date: what the letters of its tokens say before any of its words is read.

Schedules repeat their forms: where the parts of "Oct 3-5" stand holds for "Nov 7-9" as well. So a form is found once,
and kept by its letters.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from syllabus_parse.normalize.date_grammar import JOINS, Grammar, core_pattern, fallbacks_of, grammar_of
from syllabus_parse.normalize.date_rules import Mode, Rule
from syllabus_parse.regex import lazy_regex

# What no pattern of running text runs over: beyond the first of these a form doesn't depend on anything.
STOPPER: Final = lazy_regex('[abcuN?"]')
FARTHEST: Final = 1000
"""Letters behind the heart of a form that it may run over; no list of days is as long."""
NO_BEGINNING: Final = " .,:;()-|@#&/tZ"
"""What may stand in front of a date, but never begins what belongs to it."""
# e.g. 1/2-inch · 2/3 of · 3/5 points · 9/4/20
NUMBER_BEHIND: Final = lazy_regex(r"[abDNYyMAkKcu/]|'[ab]|\.[DabN]|-[DNYabOucptx]| {0,2}[pu]")
NAME_BEHIND: Final = lazy_regex("[abDNYA]|'[ab]")


class Form(NamedTuple):
    """Where the parts of a date stand among letters; -1 is nowhere.

    `start` and `stop` bound the whole match, `begin` and `end` its days with the weekday in front of them; `first` is
    where its words begin. `days` are the numbers of days, each with whether a range leads to it; `weekdays` those
    named in front and behind, with whether they are a range. `join` is where the next date of the expression would
    begin, and `ranged` tells that a range leads to it. A `bare` form names neither week nor time nor a weekday behind.
    """

    rule: Rule
    start: int
    stop: int
    begin: int
    end: int
    first: int
    day_at: int
    month_at: int
    year_at: int
    days: tuple[tuple[int, bool], ...]
    is_named: bool
    bare: bool
    weekday_at: int
    weekdays: tuple[tuple[tuple[int, ...], bool], ...]
    weekday_end: int
    leads_with_week: bool
    week_at: int
    time: tuple[int, int] | None
    ends_with_time: bool
    join: int
    ranged: bool
    ends_well: bool


@lru_cache(maxsize=4096)
def find_form(mode: Mode, letters: str, heart: int) -> Form | None:
    """Find the form of a date that is at letter `heart`: it may begin before it, at a weekday, a week or a time.

    >>> form = find_form("whole", "W, M D-D", 0)
    >>> form.month_at, form.days, form.weekday_at
    (3, ((5, False), (7, True)), 0)
    >>> find_form("whole", "a D", 0) is None
    True
    """
    grammar = grammar_of(mode)
    if not letters[:heart].strip(NO_BEGINNING):
        found = grammar.pattern.match(letters, heart)
    elif core_pattern().match(letters, heart):
        found = grammar.pattern.search(letters)
    else:
        return None
    return found and _make_form(mode, grammar, found)


@lru_cache(maxsize=1024)
def list_fallbacks(mode: Mode, letters: str, start: int) -> tuple[Form, ...]:
    """List the forms by which single rules would read what the first form could not."""
    found = [(grammar, grammar.pattern.match(letters, start)) for grammar in fallbacks_of(mode)]
    return tuple([_make_form(mode, grammar, match) for grammar, match in found if match])


def cut_letters(mode: Mode, kinds: str, front: int, heart: int) -> str:
    """Return the letters from `front` on that a form at `heart` depends on."""
    if mode == "whole":
        return kinds[front:]
    stopper = STOPPER.search(kinds, heart, heart + FARTHEST)
    return kinds[front : stopper.end() if stopper else heart + FARTHEST]


def _make_form(mode: Mode, grammar: Grammar, match: re.Match[str]) -> Form:
    rule, days, month, years = next(places for places in grammar.places if match.start(places.days) >= 0)
    day_at, days_to = match.span(days)
    letters = match.string
    year_at = -1
    for place in years:
        year_at = max(year_at, match.start(place))
    start, stop = match.span()
    begin, end = match.span(grammar.date)
    core_end = match.end(grammar.core)
    month_at = match.start(month) if month else day_at
    is_named = letters[month_at] in "MA"
    bare = stop == end and core_end == start
    weekday_at = match.start(grammar.weekday)
    week_at, time = (-1, None) if bare else (_find_week(grammar, match), _find_time(grammar, match))
    join = JOINS[mode].match(letters, stop) if stop < len(letters) else None
    return Form(
        rule, start, stop, begin, end, start if core_end > start else begin, day_at, month_at, year_at,
        ((day_at, False),) if days_to - day_at == 1 else _list_days(letters, day_at, days_to),
        is_named, bare, weekday_at,
        () if bare and weekday_at < 0 else _list_weekdays(grammar, match),
        match.end(grammar.weekday),
        not bare and match.start(grammar.weeks[0]) >= 0,
        week_at, time, time is not None and time[0] > begin,
        join.end() if join else -1,
        join is not None and ("-" in join[0] or "t" in join[0]),
        _ends_well(letters, end, stop, is_named=is_named),
    )  # fmt: skip


def _list_days(letters: str, start: int, end: int) -> tuple[tuple[int, bool], ...]:
    out: list[tuple[int, bool]] = []
    ranged = False
    for at in range(start, end):
        if letters[at] in "DO":
            out.append((at, ranged))
            ranged = False
        elif letters[at] in "-t":
            ranged = True
    return tuple(out)


def _list_weekdays(grammar: Grammar, match: re.Match[str]) -> tuple[tuple[tuple[int, ...], bool], ...]:
    out = []
    for place in (grammar.weekday, *grammar.weekdays_behind):
        start, end = match.span(place)
        named = tuple([at for at in range(start, end) if match.string[at] in "AWw"])
        if named:
            words = match.string[start:end]
            out.append((named, "-" in words or "t" in words))
    return tuple(out)


def _find_week(grammar: Grammar, match: re.Match[str]) -> int:
    for place in grammar.weeks:
        for at in range(*match.span(place)):
            if match.string[at] in "KDO":
                return at
    return -1


def _find_time(grammar: Grammar, match: re.Match[str]) -> tuple[int, int] | None:
    for place in grammar.times:
        if match.start(place) >= 0:
            return match.span(place)
    return None


def _ends_well(letters: str, end: int, stop: int, *, is_named: bool) -> bool:
    """Tell whether what stands behind a date in running text lets it be one: nothing glued on, no "of", no unit."""
    if stop == len(letters) or letters[stop - 1] == " ":
        return True
    if is_named:
        return not NAME_BEHIND.match(letters, stop)
    return stop > end or not NUMBER_BEHIND.match(letters, stop)
