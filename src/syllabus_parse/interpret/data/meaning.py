"""What a key means beside its value: templates of other pages are filled with schedules, and their keys mislead."""

from __future__ import annotations

from typing import Final

from syllabus_parse.document import Node, Text
from syllabus_parse.interpret.data.key_table import Key, KeyRole
from syllabus_parse.interpret.data.keys import read_key
from syllabus_parse.interpret.data.values import scalar_text
from syllabus_parse.normalize.dates import parse_week, parse_whens

# What never is a day or a week by itself: {institution: September 9, year: Week 1} was a list of jobs.
MISLEADING: Final[frozenset[KeyRole]] = frozenset({"institution", "year", "venue", "publisher"})


def read_meaning(key: Text, value: Node) -> Key:
    """Read a key; where it can't mean its value, which is a day or a week from end to end, the value decides."""
    meant = read_key(key.plain)
    if meant.role not in MISLEADING:
        return meant
    text = scalar_text(value)
    if text is None:
        return meant
    if parse_week(text.plain) is not None:
        return Key("week")
    days = parse_whens(text.plain)
    if days and all(day.month is not None and day.day is not None for day in days):
        return Key("date")
    return meant
