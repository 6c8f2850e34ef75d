"""The days that end a heading: "Fall Break: 10/9 to 10/17", "Memory (Jan 8)"."""

from __future__ import annotations

import re
from typing import Final

import attrs

from syllabus_parse.document import Text
from syllabus_parse.interpret.citations.values import title_links
from syllabus_parse.interpret.outline.head_days import read_several_days
from syllabus_parse.interpret.outline.head_words import BETWEEN_DAYS, EDGES, TRAILING
from syllabus_parse.interpret.words import link_label, names_day
from syllabus_parse.normalize.dates import When, find_whens, parse_whens
from syllabus_parse.regex import lazy_regex

# e.g. the end of "Week 1 (Feb 5, 7)"
LISTED_DAYS: Final = lazy_regex(r"\s\((?P<days>[^()\n]{3,40}[,&/][^()\n]{1,20})\)\s*$", needs="(")
# The same without brackets, e.g. the end of "Week 2: Batch Jobs Sep 15, 17" · "Looms Sep 29, Oct 1"
LAST_DAYS: Final = lazy_regex(
    r"(?<=\S)\s+(?P<days>(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?\s\d{1,2}"
    r"(?:(?:,|\s&|\sand)\s(?:[A-Z][a-z]{2,8}\.?\s)?\d{1,2}){1,3})\s*$"
)


CLOSED: Final = lazy_regex(r"\.?\)")  # e.g. behind "Sensors (compass etc"


def read_trailing_days(text: Text, *, item: bool = False) -> tuple[list[tuple[When, Text]], Text] | None:
    """Find the days that end the words: "Fall Break: 10/9 to 10/17", "Memory (Jan 8)", "Data (Jan 11, Jan 13)"."""
    plain = text.plain.rstrip(" )]*_.\n\u2028")
    if plain[-1:].isdigit() and text.plain.startswith(".", len(plain)):
        plain += "."  # the full stop of "No class (02.09.)" is part of its date
    if len(plain) > 120:
        return None
    listed = LISTED_DAYS.search(text.plain) or (None if item else LAST_DAYS.search(text.plain))
    days = read_several_days(listed["days"], listed.start("days")) if listed else []
    if listed and days:
        return [(day, text.slice(day.start, day.end)) for day in days], _strip_edges(text.slice(0, listed.start()))
    found = [when for when in find_whens(plain) if names_day(when)]
    if not found or found[-1].end < len(plain) - 1 or found[-1].start == 0:
        return None
    first = len(found) - 1
    while first > 0 and _go_together(found[first - 1], found[first], plain):
        first -= 1
    when = found[first]
    before = plain[: when.start]
    joint = TRAILING.search(before)
    bracketed = before.rstrip()[-1:] in "(["
    if joint is None or re.search(
        r"\b(?:due|until|by|before|after|released?|deadline|submit\w*|of|in|since|through)\s*:?\s*$",
        before,
        re.IGNORECASE,
    ):
        return None
    if item and not bracketed and not before.rstrip().endswith((":", "：", "|", "–", "—", "-", ",")):
        return None
    if item and not bracketed and title_links(text) and when.end > 60:
        return None
    places = [(day, text.slice(day.start, day.end)) for day in found[first:]]
    return places, _strip_edges(text.slice(0, joint.start()))


# The day of a meeting in a bracket behind its topic, e.g. " (17 August): " · " (Aug 10) [slides]"
BRACKET_DAY: Final = lazy_regex(
    r"\s*[(\[](?P<days>[^()\[\]\n\u2028]{3,40})[)\]]\s{0,3}(?P<colon>[:：]?)[\s*_]*", needs="( ["
)
SHOWN: Final = frozenset(("slides", "notes", "video", "code"))
"""What a meeting shows; a work has its paper."""


def read_day_behind_topic(text: Text, *, told: bool) -> tuple[list[tuple[When, Text]], Text, Text] | None:
    """Find the day in brackets between a topic and what is told of it: the days, the topic, and what stands behind.

    `told` says that a week or another label opens the words: then all behind the colon is told of the meeting. Else
    that can only be links to what it shows: "Looms (Aug 10): [slides](…)".
    """
    for found in BRACKET_DAY.finditer(text.plain):
        days = read_several_days(found["days"], found.start("days")) or [
            attrs.evolve(when, start=when.start + found.start("days"), end=when.end + found.start("days"))
            for when in parse_whens(found["days"])
        ]
        topic = text.slice(0, found.start())
        if not days or not names_day(days[0]) or not topic.plain.strip(EDGES):
            continue
        behind = text.slice(found.end(), len(text.plain)).strip()
        if not found["colon"] and not behind:
            return None  # a day that ends the words
        if behind and not (told and found["colon"]) and not _shows(behind):
            return None
        if behind and not told and days[0].year is not None:
            return None  # a post of that day in a list, with its slides
        return [(day, text.slice(day.start, day.end)) for day in days], _strip_edges(topic), behind
    return None


def _shows(behind: Text) -> bool:
    """Tell words that are nothing but links to what a meeting shows."""
    links = behind.links()
    kinds = [link_label(behind.plain[start:end]) for _, start, end in links]
    bare = "".join(run.text for run in behind.runs if run.anchor is None)
    return bool(kinds) and SHOWN.issuperset(kinds) and not bare.strip(" []()|,;/·•-–—\n\u2028")


def _go_together(one: When, next_one: When, plain: str) -> bool:
    """Tell two days of one meeting: "Jan 11 and Jan 13" are one place in the words, "Jan 11, Jan 13" two."""
    return next_one.start < one.end or BETWEEN_DAYS.fullmatch(plain, one.end, next_one.start) is not None


def _strip_edges(text: Text) -> Text:
    """Return the words without the marks around them; a bracket that closes one of theirs stays: "Method(s)"."""
    bare = text.strip(EDGES)
    end = text.plain.find(bare.plain) + len(bare.plain)
    if bare.plain.count("(") > bare.plain.count(")") and (closed := CLOSED.match(text.plain, end)):
        return text.slice(end - len(bare.plain), closed.end())
    return bare
