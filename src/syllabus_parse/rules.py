"""How values are made that the words at their place don't state: one table of rules, each with how far to trust it."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias, get_args

import attrs

Certainty: TypeAlias = Literal["stated", "inferred", "guessed"]
CERTAINTIES: Final[tuple[Certainty, ...]] = get_args(Certainty)
"""From what the words say to what was only the likeliest of several readings."""


@attrs.frozen
class Rule:
    """One way to make a value: its name, how far to trust what it makes, what it does, and how it may read."""

    name: str
    certainty: Certainty
    meaning: str
    example: str


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "normalized",
        "stated",
        "the words stand there; they were mended, replaced by the name in use today, or put into the record's form",
        "normalized",
    ),
    Rule(
        "years",
        "inferred",
        "the year of the course, and of dates that state none, follows from what the document says elsewhere",
        "years: 29 February",
    ),
    Rule(
        "likeliest year",
        "guessed",
        "several years fit what the document says; the likeliest was taken",
        "likeliest year: newest work 2019; 2020, 2025 fit too",
    ),
    Rule(
        "term",
        "inferred",
        "no words name the term; the months of the dates tell it",
        "term: by the dates",
    ),
    Rule(
        "order",
        "inferred",
        "day and month could be read either way; another date of the document proves its order",
        "order: day before month",
    ),
    Rule(
        "likeliest order",
        "guessed",
        "day and month could be read either way; all dates of the document were read in the likelier order",
        "likeliest order: month before day",
    ),
    Rule(
        "day",
        "inferred",
        'the place names another day, from which this one is reckoned: the column of a weekday, "due Friday"',
        "day: 2 days after the one named",
    ),
    Rule(
        "session's day",
        "inferred",
        "homework without a date of its own stands on the day of its session",
        "session's day",
    ),
    Rule(
        "above",
        "inferred",
        "the words that say it stand above, for all below them: a heading, a label, the head of a column, a key",
        "above",
    ),
    Rule(
        "tag",
        "inferred",
        "a tag beside the title names the venue: brackets, bold letters, code",
        "tag: VLDB'19",
    ),
    Rule(
        "link",
        "inferred",
        "read from the target of a link",
        "link",
    ),
    Rule(
        "title and people",
        "guessed",
        "no mark parts the title from the people; the names tell where they begin",
        "title and people: parted without a mark",
    ),
    Rule(
        "names",
        "guessed",
        "names that were typed together were parted",
        "names: typed together",
    ),
    Rule(
        "template",
        "inferred",
        "a variable of the page's template stands there; its value stands in the front matter",
        "template: {{ page.papers.gray81 }}",
    ),
    Rule(
        "columns",
        "inferred",
        "the table has no heads; what is in a column tells its role",
        "columns: by what is in them",
    ),
    Rule(
        "words",
        "inferred",
        "a word of the record for what the words around mean together",
        "words: Midterm exam",
    ),
    Rule(
        "usual",
        "inferred",
        "no words say it: the usual value",
        "usual",
    ),
)
BY_NAME: Final = {rule.name: rule for rule in RULES}


def apply_rule(name: str, detail: str = "") -> str:
    """Name a rule that made a value, with what it went by.

    >>> apply_rule("years", "29 February"), apply_rule("above")
    ('years: 29 February', 'above')
    """
    rule = BY_NAME[name]
    return f"{rule.name}: {detail}" if detail else rule.name


def judge_certainty(applied: tuple[str, ...]) -> Certainty:
    """Tell how far to trust a value that rules made: no further than the least certain of them.

    >>> judge_certainty(()), judge_certainty(("normalized", "years: 29 February")), judge_certainty(("years", "names"))
    ('stated', 'inferred', 'guessed')
    """
    names = (words.partition(":")[0] for words in applied)
    found = [BY_NAME[name].certainty for name in names if name in BY_NAME]
    return max(found, key=CERTAINTIES.index, default="stated")
