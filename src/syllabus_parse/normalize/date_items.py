"""From a match of the grammar to days: what the numbers say, and whether their surroundings speak against a date."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from syllabus_parse.normalize.date_rules import CORE, DATE_RULES, FALLBACKS, GRAMMARS, Grammar, Mode, Reading, Rule
from syllabus_parse.normalize.date_tokens import Tokens, expand_year
from syllabus_parse.normalize.date_words import CAPITAL_MONTHS, CUES, LABELS, WEAK_MONTHS

DAYS_IN_MONTH: Final = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
OVERFLOW_LIMIT: Final = 35
"""A day beyond its month is a slip of the pen (3/32); one far beyond it is no day at all."""
# What every rule has at its heart; the text in between is not worth a look.
ANCHOR: Final = re.compile(
    r"[MA][ .,/x-]{0,4}[DO]|[DO][ .,/&ptxDOWw'-]{0,14}[MA]|D ?/ ?D|D\. ?D|D-D-|Y[ .,/-]{0,3}[DMA]"
)
FALLBACK_FOR: Final = 4
"""The first rules name a month or put the year first; where they fail another may hold."""
FRONT: Final = 14
"""The most tokens that week, time and weekday take in front of a date."""
NUMBERED: Final = re.compile(r"[ck#]\.? ?[D.,&-]{0,4} ?$|[ck#]\.? ?D[D.,& -]{0,6}$")  # Ch. 3/4 · pp. 1, 3/4
TIGHT_BEFORE: Final = frozenset("abDNYyOMAkKcuxpt/.-'#@TZ&")
TIGHT_BEFORE_NAME: Final = frozenset("DNYy./'#@")
NUMBER_BEHIND: Final = re.compile(r"['abDNYyMAkKcu/]|\.[DabN]|-[DNYabO]| {0,2}[pu]")  # 1/2-inch · 2/3 of · 3/5 points
NAME_BEHIND: Final = re.compile("[abDNYA']")
WEEKDAY_PLACES: Final[dict[Mode, tuple[str, ...]]] = {
    "whole": ("day", "day2"),
    "running": ("day", "day2", "day3"),
    "lead": ("day", "day2", "day3"),
}
FRACTIONS: Final = frozenset({2, 3, 4, 5, 8})


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
    """One match of the grammar: the days in it and the weekdays named beside them."""

    days: tuple[Day, ...]
    match: re.Match[str]
    rule: Rule
    weekdays: tuple[int, ...] = ()


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
            found = grammar.pattern.search(kinds, max(at, heart - FRONT))
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
    item = _build(tokens, grammar, found, mode, day_first=day_first, begins=begins, previous=previous)
    if item is not None or not any(found.start(place[1]) >= 0 for place in grammar.places[:FALLBACK_FOR]):
        return item
    for other in FALLBACKS[mode]:
        again = other.pattern.match(tokens.kinds, found.start())
        if again and (
            item := _build(tokens, other, again, mode, day_first=day_first, begins=begins, previous=previous)
        ):
            return item
    return None


def _build(
    tokens: Tokens,
    grammar: Grammar,
    found: re.Match[str],
    mode: Mode,
    *,
    day_first: bool | None,
    begins: bool,
    previous: Item | None,
) -> Item | None:
    for place in grammar.places:
        if found.start(place[1]) >= 0:
            break
    number, rule_at, days_at, month_place, year_places = place
    rule = DATE_RULES[number]
    days_from, days_to = found.span(days_at)
    if rule.name == "run together":
        day = read_compact(tokens.text[tokens.starts[days_from] : tokens.ends[days_from]])
        return Item((day,), found, rule) if day else None
    year = None
    for year_place in year_places:
        if (year_at := found.start(year_place)) >= 0:
            year = _read_year(tokens, year_at)
            if year is None:
                return None
    month_at = found.start(month_place)
    month = tokens.values[month_at]
    listed = _list_days(tokens, days_from, days_to)
    if mode != "whole" and not _fits(tokens, found, number, month_at, begins=begins):
        return None
    named = tokens.kinds[month_at] in "MA"
    if named and not _may_be_month(tokens, found, rule, month_at, mode):
        return None
    reading: Reading = "stated" if named else rule.reading
    led = previous is not None and previous.rule is rule
    if rule.reading == "day first" and not led and not _dots_fit(tokens, found, rule, number, mode):
        return None
    if rule.name == "dots":
        # 05.11 is written by those who put the day first; 3.2 is not so sure.
        two = _has_two_digits(tokens, days_from) and _has_two_digits(tokens, month_at)
        if two or found[rule_at][-1] == ".":
            reading = "day first"
        else:
            reading = "either"
            listed, month = [(month, False)], listed[0][0]
    if previous is not None and previous.rule.reading == rule.reading and reading != "stated":
        reading, listed, month = _keep_order(previous.days[-1].day_first, reading, rule, listed, month)
    days = _read_days(listed, month, year, reading, mode, day_first=day_first)
    if days is None:
        return None
    if rule.name == "hyphen" and not (_is_padded(tokens, month_at) and _has_two_digits(tokens, days_from)):
        return None
    if rule.name == "days of a dotted month" and mode == "running" and not (found["week"] or found["day"]):
        return None
    if listed == [(7, False)] and month == 24 and day_first is None and not found["day"]:
        return None  # 24/7
    return Item(days, found, rule, _read_weekdays(tokens, found, mode))


def _read_year(tokens: Tokens, at: int) -> int | None:
    if tokens.kinds[at] != "D":
        return tokens.values[at]
    return expand_year(tokens.values[at]) if _has_two_digits(tokens, at) else None


def _is_padded(tokens: Tokens, at: int) -> bool:
    return tokens.text[tokens.starts[at]] == "0"


def _has_two_digits(tokens: Tokens, at: int) -> bool:
    return tokens.ends[at] - tokens.starts[at] == 2


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
            out.append((tokens.values[at], ranged))
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


def _keep_order(
    day_first: bool | None, reading: Reading, rule: Rule, listed: list[tuple[int, bool]], month: int
) -> tuple[Reading, list[tuple[int, bool]], int]:
    """Read further numbers of an expression in the order that its first ones must have."""
    if day_first is None or len(listed) != 1 or rule.name not in {"dots", "numbers"}:
        return reading, listed, month
    first, second = (listed[0][0], month) if reading == "day first" else (month, listed[0][0])
    if day_first:
        return "day first", [(first, False)], second
    return "month first", [(second, False)], first


def _read_days(
    listed: list[tuple[int, bool]],
    month: int,
    year: int | None,
    reading: Reading,
    mode: Mode,
    *,
    day_first: bool | None,
) -> tuple[Day, ...] | None:
    if len(listed) == 1:
        first = listed[0][0]
        if reading == "stated":
            if not 1 <= month <= 12:
                return None
            day = Day(year, month, first) if 1 <= first <= DAYS_IN_MONTH[month] else _carry_over(month, first)
        elif reading == "day first":
            day = read_numbers(first, month, reading, day_first=None)
        else:
            day = read_numbers(month, first, reading, day_first=day_first)
        if day is None or (day.overflow and mode == "running"):
            return None
        return (day._replace(year=year),)
    if not 1 <= month <= 12:
        return None
    out: list[Day] = []
    last = 0
    for day_number, ranged in listed:
        # Days of one month go up; what doesn't is something else ("9/4 May Day").
        if not last < day_number <= DAYS_IN_MONTH[month]:
            return None
        if ranged:
            out[-1] = out[-1]._replace(until=(year, month, day_number))
        else:
            out.append(Day(year, month, day_number))
        last = day_number
    return tuple(out)


def _read_weekdays(tokens: Tokens, found: re.Match[str], mode: Mode) -> tuple[int, ...]:
    """Return the weekdays named in front of the date or, else, behind it."""
    for name in WEEKDAY_PLACES[mode]:
        if found.start(name) < 0:
            continue
        start, end = found.span(name)
        whens = []
        for at in range(start, end):
            kind = tokens.kinds[at]
            if kind == "A":
                whens.append(1)
            elif kind == "W" or (
                # "so 3/4" and "do 3/4" in a sentence name no day.
                kind == "w" and (mode == "whole" or not tokens.text[tokens.starts[at]].islower())
            ):
                whens.append(tokens.values[at])
        if "-" in found[name] or "t" in found[name]:
            whens = whens[:1]
        if whens:
            return tuple(whens)
    return ()


def _may_be_month(tokens: Tokens, found: re.Match[str], rule: Rule, month_at: int, mode: Mode) -> bool:
    """Tell whether a word that is also an everyday word stands for a month here."""
    word = tokens.text[tokens.starts[month_at] : tokens.ends[month_at]]
    lower = word.lower()
    weak = lower in WEAK_MONTHS
    if weak and rule.name != "day first, month named":
        return False
    if mode == "whole":
        return True
    if not weak and not (lower in CAPITAL_MONTHS and word[0].islower()):
        return True
    if found["day"] or "Y" in found["date"] or _is_cued(tokens, found):
        return True
    return rule.name == "day first, month named" and "p" in found["date"]


def _is_cued(tokens: Tokens, found: re.Match[str]) -> bool:
    """Tell whether the words in front lead to a date: "due", "on", "(", "until"."""
    date_at = found.start("date")
    if found.start("core") < date_at:
        return True
    at = date_at - 1
    while at >= 0 and tokens.kinds[at] in " (:*.":
        if tokens.kinds[at] == "(":
            return True
        at -= 1
    if at < 0:
        return False
    return tokens.text[tokens.starts[at] : tokens.ends[at]].lower() in CUES


def _dots_fit(tokens: Tokens, found: re.Match[str], rule: Rule, number: int, mode: Mode) -> bool:
    """Tell dates in dots (28.09.) from numbers of sections and versions (3.3)."""
    if rule.name == "days before a dotted month":
        return mode == "whole" or bool(found["day"]) or _is_cued(tokens, found)
    day_at, month_at = found.start(f"d{number}"), found.start(f"m{number}")
    padded = _is_padded(tokens, day_at) or _is_padded(tokens, month_at)
    two = _has_two_digits(tokens, day_at) and _has_two_digits(tokens, month_at)
    if rule.name == "dots and a year":
        year_at = found.start(f"y{number}")
        if tokens.kinds[year_at] != "D":
            return True
        return two and (mode == "whole" or padded or bool(found["day"]))
    dotted = tokens.kinds[found.end(f"r{number}") - 1] == "."
    spoken = bool(found["day"] or found["week"] or _read_weekdays(tokens, found, mode) or found["time2"])
    if mode == "whole":
        return padded or dotted or spoken or tokens.values[day_at] > 12
    if spoken:
        return True
    return (padded and two and dotted) or (dotted and _is_cued(tokens, found)) or (mode == "lead" and dotted and padded)


def _fits(tokens: Tokens, found: re.Match[str], number: int, month_at: int, *, begins: bool) -> bool:
    """Tell whether what stands around a date in running text lets it be one."""
    kinds = tokens.kinds
    start = found.start("date")
    before = " " if begins or not start else kinds[start - 1]
    named = kinds[month_at] in "MA"
    plain = found["day"] is None
    if named:
        if before in TIGHT_BEFORE_NAME and plain and not (before == "/" and kinds[start] in "MA"):
            return False
        if kinds[start] not in "DO" or not plain:
            return True
        if begins:
            return True
        if kinds[start] == "D" and NUMBERED.search(kinds[max(0, start - 12) : start]):
            return False
        return "Y" in found["date"] or "p" in found["date"] or kinds[start] != "D" or not _is_labelled(tokens, start)
    if before in TIGHT_BEFORE and found.start("core") == start:
        return False
    if plain and not begins and NUMBERED.search(kinds[max(0, start - 12) : start]):
        return False
    rule = DATE_RULES[number]
    if rule.name == "numbers" and plain and found["week"] is None:
        first, second = tokens.values[month_at], tokens.values[found.start(f"d{number}")]
        simple = first < second and (second in FRACTIONS or (second == 10 and first in {1, 3}))
        only = found.end(f"d{number}") - found.start(f"d{number}") == 1
        if (simple or (first, second) == (24, 7)) and only and not begins and not _is_cued(tokens, found):
            return False
    # e.g. 1-2-03: two digits of a year behind hyphens are no date in a sentence.
    return not (rule.name == "hyphens and a year" and kinds[found.start(f"y{number}")] == "D")


def ends_well(tokens: Tokens, item: Item) -> bool:
    """Tell whether what stands behind an item in running text lets it be a date."""
    found = item.match
    number = DATE_RULES.index(item.rule)
    if tokens.kinds[found.start(f"m{number}")] in "MA":
        return not NAME_BEHIND.match(tokens.kinds, found.end())
    if found.end() > found.end(f"r{number}"):
        return True
    return not NUMBER_BEHIND.match(tokens.kinds, found.end())


def _is_labelled(tokens: Tokens, at: int) -> bool:
    before = at - 1
    while before >= 0 and tokens.kinds[before] in " #.":
        before -= 1
    return before >= 0 and tokens.text[tokens.starts[before] : tokens.ends[before]].lower() in LABELS
