"""The grammar of dates: the rules of `date_rules` as one pattern a mode, with what may stand around a day."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from itertools import groupby
from typing import Final, NamedTuple

from syllabus_parse.normalize.date_rules import DATE_RULES, Mode, Rule
from syllabus_parse.regex import lazy_regex

BLANK: Final = " {0,5}"
GLUED: Final = "(?![DNOYyabMAkKcuxpt]|'[ab])"
# A number is no further day where it begins something else ("Oct 3 - 4 Nov", "Oct 3, 9-11am").
NOT_NEXT: Final = r"(?!_[/.]_D|_(?:p_)?[MA]|_-{1,2}_T|_t_T|_T)"
FURTHER: Final = rf"(?:[Ww]\.?,?_)?[DO]~{NOT_NEXT}\.?"
# e.g. 28/30 Aug · du 3 au 7 mars · 23. bis 27. Dezember; the month behind tells that it is a day
FURTHER_BEFORE_MONTH: Final = r"(?:_(?:-{1,3}|t_(?:x_)?|/|&|,_&?)_(?:[Ww]\.?,?_)?[DO]\.?){0,9}"
# e.g. Oct 3-5 · Oct 3, 10 & 17 · 3. bis 5. April
MORE_IN_CELL: Final = rf"(?:_(?:-{{1,3}}|t_(?:x_)?|/|&|[,;]_&?)_{FURTHER}){{0,9}}"
# e.g. Oct 3-5 · Oct 3 & 10; but "3/28 - 5 Reasons" and "Oct 3, 5 students" go no further than the first day.
MORE_IN_TEXT: Final = (
    rf"(?:(?:-{{1,3}}|/){FURTHER}|_(?:-{{1,3}}|t_(?:x_)?)_{FURTHER}(?! {{1,3}}[abcuV])"
    rf"|_&_{FURTHER}(?! {{1,3}}[acuV])){{0,9}}"
)
TIME: Final = r"(?:[DT]_(?:-{1,2}|t)_(?:x_)?)?T(?:_[(]?_Z_[)]?)?"
WEEK: Final = r"K|k\.?_\#?_[DO](?!_[/&]|_-_D)|[DO]\.?_k"
LEADING_WEEK: Final = r"|[DO](?=_:)"
NO_DATE_NEXT: Final = r"(?!T|_[.,]?_(?:[DO](?!_-_T)|M))"
WEEKDAY: Final = r"(?:[WwA](?:_[-/&t]_[WwA])?|V)"


def _frame(mode: Mode, body: str) -> str:
    """Put around the days what may stand beside them: week, time and weekday, before and behind."""
    week = WEEK if mode == "running" else WEEK + LEADING_WEEK
    if mode == "whole":
        weekday = rf"(?:_[,-]?_(?P<day2>{WEEKDAY})\.?{NO_DATE_NEXT})?"  # 9/4 Fri · Aug 30 - Thursday
    else:
        weekday = rf"(?:_,?_(?:\(_(?P<day2>{WEEKDAY})\.?_(?=[),])_\)?|(?P<day3>W){NO_DATE_NEXT}))?"  # 9/4 (Fri)
    # Each part stands behind a quick look at what it begins with.
    return (
        r"(?=[KkDOTWwAVYMNxp])"
        rf"(?P<core>(?:(?=[Kk]|[DO]\.?_[k:])(?P<week>{week})_[:;,.(|-]?_)?"  # Week 3: · 1: · W3 (
        rf"(?:(?=T|D_[-t])(?P<time>{TIME})_,?_(?:[xpt]_){{0,2}})?)"  # 5:29pm on
        r"(?:k_(?=[xp]))?(?:[xp]_){0,2}"  # Woche vom · am
        rf"(?P<date>(?:(?=[WwAV])(?P<day>{WEEKDAY})\.?_[,:|(-]?_(?:x_)?)?"  # Montag, den
        rf"(?:{body})){weekday}"
        rf"(?:_(?:[,;:(@|-]_)?(?:[xpt@]_){{0,2}}w?(?=[DT])(?P<time2>{TIME})_\)?)?"  # , 15:00-17:00
        rf"(?:_[,:(-]?_(?=[KkDO])(?P<week2>{WEEK})_\)?)?"  # (Week 3)
    )


COMMONEST: Final = ("month named, day behind", "numbers", "day first, month named", "dots")
"""The rules that most dates follow: they are looked at first when it is asked which of them matched."""


class Places(NamedTuple):
    """The numbers of a rule's groups in a pattern: its days, its month (0: it has none), its years."""

    rule: Rule
    days: int
    month: int
    years: tuple[int, ...]


class Grammar(NamedTuple):
    """Rules compiled to one pattern, and where each of them has its groups.

    `date` is the day with the weekday before it, `core` what stands in front of that; `weekdays` are before and behind.
    """

    pattern: re.Pattern[str]
    places: tuple[Places, ...]
    core: int
    date: int
    weekday: int
    weekdays_behind: tuple[int, ...]
    weeks: tuple[int, ...]
    times: tuple[int, ...]


def _join_bodies(numbers: tuple[int, ...]) -> str:
    """Join the patterns of rules, those that open alike behind one look at their opening."""
    bodies = []
    for opening, alike in groupby(numbers, lambda number: DATE_RULES[number].opening):
        named = [re.sub(r"\(\?P<([ymdz])>", rf"(?P<\g<1>{n}>", DATE_RULES[n].pattern) for n in alike]
        bodies.append(f"(?={opening})(?:{'|'.join(named)})")
    return "|".join(bodies)


def _compile(pattern: str, mode: Mode) -> re.Pattern[str]:
    more = MORE_IN_CELL if mode == "whole" else MORE_IN_TEXT
    spelled = pattern.replace("§", FURTHER_BEFORE_MONTH).replace("%", more).replace("¤", more.replace("|/", ""))
    return re.compile(spelled.replace("~", GLUED).replace("_", BLANK))


def _make_grammar(mode: Mode, numbers: tuple[int, ...]) -> Grammar:
    pattern = _compile(_frame(mode, _join_bodies(numbers)), mode)
    groups = pattern.groupindex
    places = [
        Places(
            DATE_RULES[number],
            groups[f"d{number}"],
            groups.get(f"m{number}", 0),
            tuple(groups[name] for name in (f"y{number}", f"z{number}") if name in groups),
        )
        for number in numbers
    ]
    places.sort(key=lambda place: COMMONEST.index(place.rule.name) if place.rule.name in COMMONEST else 9)
    return Grammar(
        pattern,
        tuple(places),
        groups["core"],
        groups["date"],
        groups["day"],
        tuple(groups[name] for name in ("day2", "day3") if name in groups),
        (groups["week"], groups["week2"]),
        (groups["time2"], groups["time"]),
    )


EVERYWHERE: Final = tuple(number for number, rule in enumerate(DATE_RULES) if not rule.only_whole)
# The first rules name a month or put the year first; where their days don't exist ("9/4 May Day") others may hold.
FALLBACK_RULES: Final = DATE_RULES[:4]
FALLBACK_NAMES: Final = frozenset({"month named, day behind", "numbers", "slashes and a year"})
JOINS: Final[Mapping[Mode, re.Pattern[str]]] = {
    "whole": lazy_regex(" {0,5}(?:-{1,3}|t {0,3}(?:x {0,3})?|/|&|[,;] {0,5}&?| ) {0,5}"),
    "running": lazy_regex(" {0,3}(?:-{1,3}|t {0,3}(?:x {1,3})?|/|&) {0,3}"),
    "lead": lazy_regex(" {0,3}(?:-{1,3}|t {0,3}(?:x {1,3})?|/|&) {0,3}"),
}


@cache
def grammar_of(mode: Mode) -> Grammar:
    """Return the whole grammar of a mode; it is compiled when it is first asked for.

    >>> grammar_of("whole").pattern.match("W, M D").span("date")
    (0, 6)
    """
    return _make_grammar(mode, tuple(range(len(DATE_RULES))) if mode == "whole" else EVERYWHERE)


@cache
def fallbacks_of(mode: Mode) -> tuple[Grammar, ...]:
    """Return the grammars of single rules that are asked where the first match was no date."""
    return tuple(
        _make_grammar(mode, (number,)) for number, rule in enumerate(DATE_RULES) if rule.name in FALLBACK_NAMES
    )


@cache
def core_pattern() -> re.Pattern[str]:
    """Return the days alone, without what may stand beside them: a quick look whether a date may begin here."""
    return _compile("(?:(?:[WwA][.,]?_)?(?:" + _join_bodies(EVERYWHERE) + "))", "running")
