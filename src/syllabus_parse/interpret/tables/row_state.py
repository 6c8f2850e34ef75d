"""What holds from row to row of one table: its columns, the section, the week, the session above."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import attrs

from syllabus_parse.document import Cell, Problem, Text
from syllabus_parse.interpret.records import RawLink, RawReading, RawSession
from syllabus_parse.interpret.sessions.deadlines import is_deadline
from syllabus_parse.interpret.tables.columns import Column
from syllabus_parse.interpret.words import title_kind
from syllabus_parse.model import Requirement
from syllabus_parse.regex import lazy_regex


@attrs.define(eq=False)
class Rows:
    """The state of reading one table; `last` are the sessions of the row above, `above` its cells by column.

    `letters` says that a letter before each topic tells the kind of meeting ("L: Looms", "R: Knots"),
    `counted` that a bare number before each counts the meetings ("01 Looms").
    `led_headers` are those of columns of works whose cells begin with the topic in bold.
    `week_named` says that the section is the heading of a week: the next week ends it, `days_told` that
    cells of topics tell several days each.
    """

    columns: Sequence[Column]
    section: tuple[Text, ...] = ()
    base_section: tuple[Text, ...] = ()
    requirement: Requirement | None = None
    week: int | None = None
    week_text: Text | None = None
    week_named: bool = False
    days_told: bool = False
    month: str = ""
    theme: Text | None = None
    group: Text | None = None
    lines: bool = False
    linked_headers: frozenset[str] = frozenset()
    led_headers: frozenset[str] = frozenset()
    letters: bool = False
    counted: bool = False
    sessions: list[RawSession] = attrs.field(factory=list)
    readings: list[RawReading] = attrs.field(factory=list)
    links: list[RawLink] = attrs.field(factory=list)
    problems: list[Problem] = attrs.field(factory=list)
    above: dict[int, Cell] = attrs.field(factory=dict)
    last: list[RawSession] = attrs.field(factory=list)

    @property
    def roles(self) -> set[str]:
        """Return the roles that the table's columns have."""
        return {column.role for column in self.columns}


def settle_deadline(session: RawSession) -> None:
    """Tell a day that only says what is due or out ("Problem Set 1 due", "Lab 1 out") from one that is taught."""
    if session.kind not in (None, "lab") or len(session.titles) != 1:
        return
    words = session.titles[0].plain
    if is_deadline(words) or LAST_DAY.match(words):
        session.kind = "other"


def name_by_link(session: RawSession) -> None:
    """Name a day after the only link in its topic where that is numbered work or a test: "[Quiz 2](q2.html)"."""
    if session.titles or session.readings or session.assignments or len(session.links) != 1:
        return
    label = session.links[0].text
    if label is not None and NUMBERED_WORK.fullmatch(label.plain):
        session.titles.append(label.strip())
        if session.kind is None and title_kind(label.plain) is None:
            session.kind = "other"


NUMBERED_WORK: Final = lazy_regex(
    r"\W*(?:homework|hw|(?:written |programming )?assignment|problem set|pset|exercise|quiz|test|mid-?term"
    r"|exam)\s?#?\d{1,2}\W*",
    re.IGNORECASE,
)


# e.g. "Deadline for the first essay", "Last day to drop the course"
LAST_DAY: Final = lazy_regex(
    r"\W*(?:deadline|due date|last day|frist|plazo|prazo)\s(?:for|of|to|für|para|de)\b", re.IGNORECASE
)
