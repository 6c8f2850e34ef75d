"""The places of a document that mean something, each with a number; and the groups of fields, each with a colour."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final, NamedTuple

import attrs

from syllabus_parse.model import Assignment, Course, Link, Person, Reading, Session, Venue
from syllabus_parse.regex import lazy_regex
from syllabus_parse.source import Span


class Group(NamedTuple):
    """Fields that are shown in one colour and hidden together: its name in the page, and its label."""

    name: str
    label: str


COURSE: Final = Group("course", "Course")
WHEN: Final = Group("when", "Dates")
TOPIC: Final = Group("topic", "Topics")
WORK: Final = Group("work", "Works")
PEOPLE: Final = Group("people", "People")
VENUE: Final = Group("venue", "Venues")
LINK: Final = Group("link", "Links")
TASK: Final = Group("task", "Homework")
NOTE: Final = Group("note", "Notes")
RESIDUE: Final = Group("residue", "Residue")
SAID: Final = Group("said", "Diagnostics")
GROUPS: Final = (COURSE, WHEN, TOPIC, WORK, PEOPLE, VENUE, TASK, NOTE, LINK, RESIDUE, SAID)
RANKS: Final = {group: rank for rank, group in enumerate(GROUPS)}
FIELD_GROUPS: Final[tuple[tuple[type, str, Group], ...]] = (
    (Course, r".*", COURSE),
    (Session, r"(?:end_)?date|(?:start|end)_time|week", WHEN),
    (Session, r"title|number|section", TOPIC),
    (Session, r".*", NOTE),
    (Reading, r"title|short_name", WORK),
    (Reading, r"identifiers", LINK),
    (Reading, r"year", VENUE),
    (Reading, r"section", TOPIC),
    (Reading, r".*", NOTE),
    (Person, r".*", PEOPLE),
    (Venue, r".*", VENUE),
    (Link, r".*", LINK),
    (Assignment, r"date", WHEN),
    (Assignment, r".*", TASK),
)
"""The first line whose class is that of the owner and whose pattern is the field's name counts."""
# The part that a place may be of, e.g. "[1]" of notes[1], ".doi" of identifiers.doi
PART: Final = lazy_regex(r"[\[.].*", re.DOTALL)


def find_group(kind: type, field: str) -> Group:
    """Find the group of a field by the class that has it.

    >>> find_group(Reading, "identifiers.doi").label
    'Links'
    """
    return _find_group(kind, PART.sub("", field))


@lru_cache(maxsize=256)
def _find_group(kind: type, field: str) -> Group:
    return next((group for owner, names, group in FIELD_GROUPS if owner is kind and re.fullmatch(names, field)), NOTE)


@attrs.define
class Places:
    """The places met so far, numbered in the order of meeting; each with the groups of what stands there.

    Where one place is that of several values, the order of `GROUPS` says whose colour it has: a linked title is a
    title first. But an address is an address, whatever was read from it.
    """

    size: int
    numbers: dict[Span, int] = attrs.field(factory=dict)
    spans: list[Span] = attrs.field(factory=list)
    _groups: list[set[Group]] = attrs.field(factory=list)
    _addresses: set[int] = attrs.field(factory=set)

    def enter(self, span: Span | None, group: Group, *, is_address: bool = False) -> int | None:
        """Return the number of a place; None where nothing is there that could be shown."""
        if span is None:
            return None
        clipped = Span(max(0, span.start), min(span.end, self.size))
        if clipped.start >= clipped.end:
            return None
        number = self.numbers.setdefault(clipped, len(self.numbers))
        if number == len(self.spans):
            self.spans.append(clipped)
            self._groups.append(set())
        self._groups[number].add(group)
        if is_address:
            self._addresses.add(number)
        return number

    def list_groups(self, number: int) -> list[Group]:
        """List the groups of a place, the one that gives it its colour first."""
        groups = self._groups[number]
        if len(groups) == 1:
            return list(groups)
        return sorted(groups, key=lambda group: -1 if group is LINK and number in self._addresses else RANKS[group])


def count_words(coverage: Mapping[str, object]) -> list[tuple[str, int]]:
    """List the classes of words with their counts, as far as the accounting holds them.

    >>> count_words({"words": {"field": 3, "residue": "?"}})
    [('field', 3)]
    """
    words = coverage.get("words")
    if not isinstance(words, Mapping):
        return []
    return [(str(name), count) for name, count in words.items() if isinstance(count, int) and count >= 0]
