"""What stands around a possible date: whether it lets the numbers be one, and which weekday it names."""

from __future__ import annotations

from typing import Final, NamedTuple

from syllabus_parse.normalize.date_forms import Form
from syllabus_parse.normalize.date_rules import Mode
from syllabus_parse.normalize.date_tokens import NUMBERS, Tokens
from syllabus_parse.normalize.date_words import CAPITAL_MONTHS, CUES, LABELS, WEAK_MONTHS
from syllabus_parse.regex import lazy_regex

# e.g. Ch. 3/4 · pp. 1, 3/4 · #3
NUMBERED: Final = lazy_regex(r"[ck]\.? ?[D.,&-]{0,4} ?$|[ck]\.? ?D[D.,& -]{0,6}$|#$")
REACH: Final = 12
"""How many tokens in front are looked at for such a word."""
TIGHT_BEFORE: Final = frozenset("abDNYyOMAkKcuxpt/.-#@TZ&")
TIGHT_BEFORE_NAME: Final = frozenset("DNYy./#@")
FRACTIONS: Final = frozenset({2, 3, 4, 5, 8})
ALWAYS: Final = (24, 7)


class Candidate(NamedTuple):
    """What may be a date: a form, and the tokens that have it from token `shift` on."""

    tokens: Tokens
    form: Form
    shift: int

    def word(self, at: int) -> str:
        """Return the words at a place of the form."""
        return self.tokens.pieces[self.shift + at]

    def value(self, at: int) -> int:
        """Return the number at a place of the form."""
        return NUMBERS[self.tokens.pieces[self.shift + at]]

    def kind(self, at: int) -> str:
        """Return the letter at a place of the form."""
        return self.tokens.kinds[self.shift + at]

    def date(self) -> str:
        """Return the letters of the days and the weekday in front of them."""
        return self.tokens.kinds[self.shift + self.form.begin : self.shift + self.form.end]


def read_weekdays(candidate: Candidate, mode: Mode) -> tuple[int, ...]:
    """Return the weekdays named in front of the date or, else, behind it; of a range the first."""
    for places, ranged in candidate.form.weekdays:
        days = []
        for at in places:
            kind = candidate.kind(at)
            if kind == "A":
                days.append(1)
            # "so 3/4" and "do 3/4" in a sentence name no day.
            elif kind == "W" or mode == "whole" or not candidate.word(at).islower():
                days.append(candidate.value(at))
        if days:
            return tuple(days[:1] if ranged else days)
    return ()


def may_be_month(candidate: Candidate, mode: Mode) -> bool:
    """Tell whether a word that is also an everyday word stands for a month here.

    "Set 3" is the third problem set, "3 set" a day in Italy; "may 3" needs its capital, a year, or a word like "due".
    """
    word = candidate.word(candidate.form.month_at)
    lower = word.lower()
    leads = candidate.form.rule.name == "day first, month named"
    if lower in WEAK_MONTHS:
        if not leads:
            return False
    elif not (lower in CAPITAL_MONTHS and word[0].islower()):
        return True
    if mode == "whole":
        return True
    date = candidate.date()
    return candidate.form.weekday_at >= 0 or "Y" in date or is_cued(candidate) or (leads and "p" in date)


def is_cued(candidate: Candidate) -> bool:
    """Tell whether the words in front lead to a date: "due", "on", "(", "until"."""
    tokens, form, shift = candidate
    if form.start < form.begin:
        return True
    at = shift + form.begin - 1
    while at >= 0 and tokens.kinds[at] in " (:.":
        if tokens.kinds[at] == "(":
            return True
        at -= 1
    return at >= 0 and tokens.pieces[at].lower() in CUES


def dots_fit(candidate: Candidate, mode: Mode) -> bool:
    """Tell dates in dots (28.09.) from numbers of sections and versions (3.3)."""
    form = candidate.form
    name, named = form.rule.name, form.weekday_at >= 0
    if name == "days before a dotted month":
        return mode == "whole" or named or form.year_at >= 0 or is_cued(candidate)
    if name.startswith("days before a month"):
        return True
    day, month = candidate.word(form.day_at), candidate.word(form.month_at)
    padded = day[0] == "0" or month[0] == "0"
    two = len(day) == len(month) == 2
    if name == "dots and a year":
        if candidate.kind(form.year_at) != "D":
            return True
        return named or (two and (mode == "whole" or padded))
    # "W1.1" is a number of some work: a weekday stands apart from its date.
    apart = form.weekday_end < form.day_at if named else bool(read_weekdays(candidate, mode))
    if apart or form.leads_with_week or form.ends_with_time:
        return True
    dotted = candidate.kind(form.end - 1) == "."
    if mode == "whole":
        return padded or dotted or candidate.value(form.day_at) > 12
    if mode == "lead" and dotted and two and candidate.value(form.day_at) > 12:
        return True  # "19.10. Looms": few books have a section 19.10
    return dotted and ((padded and (two or mode == "lead")) or is_cued(candidate))


def fits(candidate: Candidate, *, begins: bool) -> bool:
    """Tell whether what stands in front of a date in running text lets it be one; `begins` where the caller knows."""
    tokens, form, shift = candidate
    kinds, begin = tokens.kinds, shift + form.begin
    before = " " if begins or not begin else kinds[begin - 1]
    plain = form.weekday_at < 0
    if form.is_named:
        if not plain:
            return True
        if before in TIGHT_BEFORE_NAME and not (before == "/" and kinds[begin] in "MA"):
            return False
        if before in "ab" and kinds[begin] not in "MA":
            return False  # draft2017nov5.pdf
        if kinds[begin] != "D" or begins:
            return True
        date = candidate.date()
        return not _is_counted(candidate) and ("Y" in date or "p" in date or not _is_labelled(candidate))
    if (before in TIGHT_BEFORE and form.start == form.begin) or (plain and not begins and _is_counted(candidate)):
        return False
    name = form.rule.name
    if name == "hyphens and a year":
        # e.g. 1-2-03: two digits of a year behind hyphens are no date in a sentence.
        return candidate.kind(form.year_at) != "D"
    if name != "numbers" or not plain or begins or form.leads_with_week or len(form.days) > 1:
        return True
    numbers = candidate.value(form.month_at), candidate.value(form.day_at)
    return not _is_fraction(*numbers) or is_cued(candidate) or bool(read_weekdays(candidate, "running"))


def _is_counted(candidate: Candidate) -> bool:
    """Tell whether a word like "Chapter" counts the number that a date would begin with."""
    tokens, form, shift = candidate
    begin = shift + form.begin
    before = tokens.kinds[max(0, begin - REACH) : begin]
    if "c" not in before and "k" not in before and before[-1:] != "#":
        return False
    return form.first == form.begin and NUMBERED.search(before) is not None


def _is_fraction(first: int, second: int) -> bool:
    """Tell whether two numbers are a fraction that people write (3/4, 1/10), or "always" (24/7)."""
    simple = first < second and (second in FRACTIONS or (second == 10 and first in {1, 3}))
    return simple or (first, second) == ALWAYS


def _is_labelled(candidate: Candidate) -> bool:
    """Tell whether the number counts the word before it: "Lecture 5 March …"."""
    tokens, form, shift = candidate
    at = shift + form.begin - 1
    while at >= 0 and tokens.kinds[at] in " #.":
        at -= 1
    return at >= 0 and tokens.pieces[at].lower() in LABELS
