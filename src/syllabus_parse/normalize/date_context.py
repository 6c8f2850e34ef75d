"""What stands around a possible date: whether it lets the numbers be one, and which weekday it names."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from syllabus_parse.normalize.date_grammar import Grammar
from syllabus_parse.normalize.date_rules import Mode, Rule
from syllabus_parse.normalize.date_tokens import NUMBERS, Tokens
from syllabus_parse.normalize.date_words import CAPITAL_MONTHS, CUES, LABELS, WEAK_MONTHS

# e.g. Ch. 3/4 · pp. 1, 3/4 · #3
NUMBERED: Final = re.compile(r"[ck]\.? ?[D.,&-]{0,4} ?$|[ck]\.? ?D[D.,& -]{0,6}$|#$")
REACH: Final = 12
"""How many tokens in front are looked at for such a word."""
TIGHT_BEFORE: Final = frozenset("abDNYyOMAkKcuxpt/.-#@TZ&")
TIGHT_BEFORE_NAME: Final = frozenset("DNYy./#@")
# e.g. 1/2-inch · 2/3 of · 3/5 points · 9/4/20
NUMBER_BEHIND: Final = re.compile(r"[abDNYyMAkKcu/]|'[ab]|\.[DabN]|-[DNYabOucptx]| {0,2}[pu]")
NAME_BEHIND: Final = re.compile("[abDNYA]|'[ab]")
FRACTIONS: Final = frozenset({2, 3, 4, 5, 8})
ALWAYS: Final = (24, 7)


class Candidate(NamedTuple):
    """A match of the grammar that may be a date: its rule, and the tokens where its parts stand (-1: nowhere).

    `begin` and `end` bound the days and the weekday in front of them, `stop` the whole match; a `bare` match names
    neither week nor time, and no weekday behind.
    """

    tokens: Tokens
    match: re.Match[str]
    grammar: Grammar
    rule: Rule
    begin: int
    end: int
    stop: int
    day_at: int
    days_to: int
    month_at: int
    year_at: int
    weekday_at: int
    is_named: bool
    bare: bool

    def kind(self, at: int) -> str:
        """Return the letter of a token."""
        return self.tokens.kinds[at]

    def word(self, at: int) -> str:
        """Return the words of a token."""
        return self.tokens.pieces[at]

    def is_padded(self, at: int) -> bool:
        """Tell whether a number begins with 0."""
        return self.tokens.pieces[at][0] == "0"

    def has_two_digits(self, at: int) -> bool:
        """Tell whether a number has two digits."""
        return len(self.tokens.pieces[at]) == 2

    def names_week(self) -> bool:
        """Tell whether a week stands in front of the date."""
        return self.match.start(self.grammar.weeks[0]) >= 0

    def find_first(self) -> int:
        """Return the token where the expression begins: at its week or time, else at the date itself."""
        if self.bare:
            return self.begin
        start, end = self.match.span(self.grammar.core)
        return start if end > start else self.begin


def make_candidate(tokens: Tokens, grammar: Grammar, match: re.Match[str]) -> Candidate:
    """Look up where the parts of a match stand."""
    for places in grammar.places:
        day_at, days_to = match.span(places.days)
        if day_at >= 0:
            break
    rule, _, month, years = places
    year_at = -1
    for place in years:
        year_at = max(year_at, match.start(place))
    begin, end = match.span(grammar.date)
    first, stop = match.span()
    month_at = match.start(month) if month else day_at
    named = tokens.kinds[month_at] in "MA"
    return Candidate(
        tokens, match, grammar, rule, begin, end, stop, day_at, days_to, month_at, year_at,
        match.start(grammar.weekday), named, stop == end and match.end(grammar.core) == first,
    )  # fmt: skip


def read_weekdays(candidate: Candidate, mode: Mode) -> tuple[int, ...]:
    """Return the weekdays named in front of the date or, else, behind it; of a range the first."""
    match, grammar = candidate.match, candidate.grammar
    if candidate.weekday_at >= 0:
        days = _list_weekdays(candidate, mode, grammar.weekday)
        if days:
            return days
    if candidate.stop > candidate.end:
        for place in grammar.weekdays_behind:
            days = _list_weekdays(candidate, mode, place)
            if days:
                return days
    return ()


def _list_weekdays(candidate: Candidate, mode: Mode, place: int) -> tuple[int, ...]:
    start, end = candidate.match.span(place)
    kinds, pieces = candidate.tokens.kinds, candidate.tokens.pieces
    days = []
    for at in range(start, end):
        kind = kinds[at]
        if kind == "A":
            days.append(1)
        # "so 3/4" and "do 3/4" in a sentence name no day.
        elif kind == "W" or (kind == "w" and (mode == "whole" or not pieces[at].islower())):
            days.append(NUMBERS[pieces[at]])
    ranged = end > start + 1 and ("-" in kinds[start:end] or "t" in kinds[start:end])
    return tuple(days[:1] if ranged else days)


def may_be_month(candidate: Candidate, mode: Mode) -> bool:
    """Tell whether a word that is also an everyday word stands for a month here.

    "Set 3" is the third problem set, "3 set" a day in Italy; "may 3" needs its capital, a year, or a word like "due".
    """
    word = candidate.tokens.pieces[candidate.month_at]
    lower = word.lower()
    leads = candidate.rule.name == "day first, month named"
    if lower in WEAK_MONTHS:
        if not leads:
            return False
    elif not (lower in CAPITAL_MONTHS and word[0].islower()):
        return True
    if mode == "whole":
        return True
    date = candidate.tokens.kinds[candidate.begin : candidate.end]
    return candidate.weekday_at >= 0 or "Y" in date or is_cued(candidate) or (leads and "p" in date)


def is_cued(candidate: Candidate) -> bool:
    """Tell whether the words in front lead to a date: "due", "on", "(", "until"."""
    if candidate.match.start() < candidate.begin:
        return True
    kinds = candidate.tokens.kinds
    at = candidate.begin - 1
    while at >= 0 and kinds[at] in " (:.":
        if kinds[at] == "(":
            return True
        at -= 1
    return at >= 0 and candidate.word(at).lower() in CUES


def dots_fit(candidate: Candidate, mode: Mode) -> bool:
    """Tell dates in dots (28.09.) from numbers of sections and versions (3.3)."""
    rule, day_at, month_at = candidate.rule, candidate.day_at, candidate.month_at
    if rule.name == "days before a dotted month":
        return mode == "whole" or candidate.weekday_at >= 0 or candidate.year_at >= 0 or is_cued(candidate)
    if rule.name.startswith("days before a month"):
        return True
    padded = candidate.is_padded(day_at) or candidate.is_padded(month_at)
    two = candidate.has_two_digits(day_at) and candidate.has_two_digits(month_at)
    if rule.name == "dots and a year":
        if candidate.kind(candidate.year_at) != "D":
            return True
        return candidate.weekday_at >= 0 or (two and (mode == "whole" or padded))
    match, grammar = candidate.match, candidate.grammar
    # "W1.1" is a number of some work: a weekday stands apart from its date.
    apart = match.end(grammar.weekday) < day_at if candidate.weekday_at >= 0 else bool(read_weekdays(candidate, mode))
    if apart or candidate.names_week() or match.start(grammar.times[0]) >= 0:
        return True
    dotted = candidate.kind(candidate.end - 1) == "."
    if mode == "whole":
        return padded or dotted or candidate.tokens.value(day_at) > 12
    return dotted and ((padded and (two or mode == "lead")) or is_cued(candidate))


def fits(candidate: Candidate, *, begins: bool) -> bool:
    """Tell whether what stands in front of a date in running text lets it be one; `begins` where the caller knows."""
    kinds, begin = candidate.tokens.kinds, candidate.begin
    before = " " if begins or not begin else kinds[begin - 1]
    plain = candidate.weekday_at < 0
    if candidate.is_named:
        if not plain:
            return True
        if before in TIGHT_BEFORE_NAME and not (before == "/" and kinds[begin] in "MA"):
            return False
        if before in "ab" and kinds[begin] not in "MA":
            return False  # draft2017nov5.pdf
        if kinds[begin] != "D" or begins:
            return True
        date = kinds[begin : candidate.end]
        return not _is_counted(candidate) and ("Y" in date or "p" in date or not _is_labelled(candidate))
    if (before in TIGHT_BEFORE and candidate.match.start() == begin) or (
        plain and not begins and _is_counted(candidate)
    ):
        return False
    name = candidate.rule.name
    if name == "hyphens and a year":
        # e.g. 1-2-03: two digits of a year behind hyphens are no date in a sentence.
        return kinds[candidate.year_at] != "D"
    if name != "numbers" or not plain or begins or candidate.names_week():
        return True
    numbers = candidate.tokens.value(candidate.month_at), candidate.tokens.value(candidate.day_at)
    lone = candidate.days_to - candidate.day_at == 1
    return not (lone and _is_fraction(*numbers)) or is_cued(candidate)


def _is_counted(candidate: Candidate) -> bool:
    """Tell whether a word like "Chapter" counts the number that a date would begin with."""
    begin = candidate.begin
    before = candidate.tokens.kinds[max(0, begin - REACH) : begin]
    if "c" not in before and "k" not in before and before[-1:] != "#":
        return False
    return candidate.find_first() == begin and NUMBERED.search(before) is not None


def _is_fraction(first: int, second: int) -> bool:
    """Tell whether two numbers are a fraction that people write (3/4, 1/10), or "always" (24/7)."""
    simple = first < second and (second in FRACTIONS or (second == 10 and first in {1, 3}))
    return simple or (first, second) == ALWAYS


def _is_labelled(candidate: Candidate) -> bool:
    """Tell whether the number counts the word before it: "Lecture 5 March …"."""
    at = candidate.begin - 1
    while at >= 0 and candidate.kind(at) in " #.":
        at -= 1
    return at >= 0 and candidate.word(at).lower() in LABELS


def ends_well(candidate: Candidate) -> bool:
    """Tell whether what stands behind a date in running text lets it be one: nothing glued on, no "of", no unit."""
    kinds, stop = candidate.tokens.kinds, candidate.stop
    if stop == len(kinds) or kinds[stop - 1] == " ":
        return True
    if candidate.is_named:
        return not NAME_BEHIND.match(kinds, stop)
    return stop > candidate.end or not NUMBER_BEHIND.match(kinds, stop)
