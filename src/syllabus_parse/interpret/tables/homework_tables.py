"""Tables of homework beside a plan: what is handed out when, and when it is due."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import attrs

from syllabus_parse.document import Table, Text
from syllabus_parse.interpret.records import RawAssignment, RawLink, RawSession, RawSyllabus
from syllabus_parse.interpret.tables.cells import cell_text, cell_words
from syllabus_parse.interpret.tables.columns import Column, read_header
from syllabus_parse.interpret.words.deadline_words import HOMEWORK
from syllabus_parse.model import AssignmentEvent
from syllabus_parse.normalize.dates import When, find_whens, parse_whens
from syllabus_parse.regex import lazy_regex

FEWEST_DAYS: Final = 3
"""Dated sessions of a plan that homework can hang on."""
NAME_HEAD: Final = lazy_regex(
    r"(?:#|no\.?|nr\.?|name|title|topic|item|what|description|assignments?|homeworks?|hws?|projects?|labs?|psets?"
    r"|problem sets?|tasks?|assessments?|deliverables?|milestones?|exercises?|aufgabe|blatt|tarea|tarefa|devoir)\s?#?",
    re.IGNORECASE,
)
OUT_HEAD: Final = lazy_regex(
    r"(?:date )?(?:posted|issued|available|opens|opened|starts?)(?: on| date)?|(?:issue|post|posting|start) date",
    re.IGNORECASE,
)
SUMMER: Final = 7
"""The month before which a day falls into the second half of a term that runs over New Year's Eve."""


@attrs.frozen
class Columns:
    """Which columns of a table hold the name, the day it is handed out and the day it is due."""

    name: int
    topic: int | None
    out: int | None
    due: int


def read_homework_table(table: Table, out: RawSyllabus) -> bool:
    """Hang the homework of a table on the sessions read so far; False where it is no such table, or no plan is known.

    Both days go to the session that was last when the homework was handed out, or when it is due.
    """
    found = _find_columns(table)
    days = [session for session in out.sessions if session.when is not None and session.when.month and session.when.day]
    if found is None or len(days) < FEWEST_DAYS:
        return False
    for row in table.rows[1:]:
        cells = [cell_text(cell) for cell in row.cells]
        if len(cells) <= max(found.due, found.name):
            continue
        title = _find_title(cells, found)
        if title is None:
            continue
        made: list[RawAssignment] = []
        events: tuple[tuple[int | None, AssignmentEvent], ...] = ((found.out, "out"), (found.due, "due"))
        for column, event in events:
            when = _read_day(cells[column]) if column is not None and column < len(cells) else None
            if when is not None and column is not None:
                made.append(RawAssignment(title, event, when, cells[column].slice(when.start, when.end), whole=title))
        if not made or made[0].when is None:
            continue
        made[0].links += [
            RawLink(anchor, title.slice(a, b).strip(), column="assignment") for anchor, a, b in title.links()
        ]
        find_carrier(days, made[0].when).assignments += made
    return True


def _find_columns(table: Table) -> Columns | None:
    if len(table.rows) < 2:
        return None
    heads = [read_header(cell_words(cell)) for cell in table.rows[0].cells]
    values = [[cell_words(row.cells[i]) for row in table.rows[1:] if i < len(row.cells)] for i in range(len(heads))]
    dated = [_is_dated(column) for column in values]
    due = [i for i, head in enumerate(heads) if head.event == "due" and dated[i]]
    given = [i for i, head in enumerate(heads) if i not in due and dated[i]]
    if len(due) != 1 or len(given) > 1 or (given and not _names_out(heads[given[0]])):
        return None
    names = [i for i, head in enumerate(heads) if not dated[i] and NAME_HEAD.fullmatch(head.header.strip())]
    if not names or names[0] > min([*due, *given]):
        return None
    topic = names[1] if len(names) > 1 else None
    homework = any(head.role == "assignment" and i not in due + given for i, head in enumerate(heads))
    homework = homework or all(HOMEWORK.search(value) for value in values[names[0]] if value)
    return Columns(names[0], topic, given[0] if given else None, due[0]) if homework or given else None


def _names_out(head: Column) -> bool:
    return (head.role == "assignment" and head.event == "out") or OUT_HEAD.fullmatch(head.header.strip()) is not None


def _is_dated(values: Sequence[str]) -> bool:
    filled = [value for value in values if value]
    return bool(filled) and sum(_read_words(value) is not None for value in filled) * 10 >= len(filled) * 6


def _read_words(words: str) -> When | None:
    found = parse_whens(words) or find_whens(words)  # "Sat, March 23, by 11:59 PM" is a day and more
    return next((when for when in found if when.month and when.day), None)


def _read_day(text: Text) -> When | None:
    return _read_words(text.plain)


def _find_title(cells: Sequence[Text], found: Columns) -> Text | None:
    """Return the name of the homework; a bare number gives way to the topic beside it."""
    name = cells[found.name].strip()
    if any(letter.isalpha() for letter in name.plain):
        return name
    topic = cells[found.topic].strip() if found.topic is not None and found.topic < len(cells) else None
    return topic or name or None


def find_carrier(days: Sequence[RawSession], when: When) -> RawSession:
    """Find the last session that is no later than a day; before the first of them, that one."""
    first = days[0].when.month or 1 if days[0].when is not None else 1

    def place(day: When) -> tuple[int, int]:
        month = day.month or 1
        return (month + 12 if first >= SUMMER > month else month, day.day or 1)

    held = [session for session in days if session.when is not None and place(session.when) <= place(when)]
    return held[-1] if held else days[0]
