"""Which tables are schedules or lists of works: figures, facts of the course and running orders of one day are not."""

from __future__ import annotations

import re
from typing import Final

import attrs

from syllabus_parse.document import Table, Text
from syllabus_parse.interpret.tables.cells import cell_words
from syllabus_parse.interpret.tables.columns import WEEKDAYS
from syllabus_parse.interpret.tables.layout import Layout
from syllabus_parse.interpret.tables.row_dates import is_weekday
from syllabus_parse.interpret.tables.topic_columns import OTHER_TABLE
from syllabus_parse.model import Requirement
from syllabus_parse.normalize.dates import find_whens
from syllabus_parse.normalize.titles import is_placeholder
from syllabus_parse.regex import lazy_regex

SCHEDULE_ROLES: Final = frozenset({"date", "month", "week", "number", "day", "session", "group"})


@attrs.frozen(eq=False)
class Scope:
    """What stands above a table: the thematic headings, a requirement, a week, and whether line ends count."""

    section: tuple[Text, ...] = ()
    requirement: Requirement | None = None
    week: int | None = None
    week_text: Text | None = None
    lines: bool = False
    policy: bool = False


def is_course_table(layout: Layout, table: Table, scope: Scope) -> bool:
    """Tell a schedule or list of papers from tables of grades, staff, deadlines and office hours."""
    roles = {column.role for column in layout.columns}
    headers = " ".join(column.header for column in layout.columns).casefold()
    if is_running_order(layout, table) or is_fact_table(table):
        return False
    if OTHER_TABLE.search(headers) and not roles & {"reading", "topic"}:
        return False
    if roles & {"session", "group"}:
        return True
    if is_timetable(layout, table):
        return False
    if "title" in roles:
        return True
    if roles & {"reading", "mixed"} and len(table.rows) > 1:
        return True
    if not roles & SCHEDULE_ROLES:
        return "topic" in roles and not layout.guessed and not scope.policy and _tells_of_lectures(layout)
    if scope.policy and not roles & {"topic", "reading", "mixed"}:
        return False
    return bool(roles & {"topic", "reading", "mixed", "presenter", "links", "assignment", "event", "notes"}) and (
        bool(roles & {"topic", "reading", "mixed", "event"}) or (bool(roles & {"presenter"}) and "date" in roles)
    )


def _tells_of_lectures(layout: Layout) -> bool:
    """Tell lectures beside their material ("Lecture | Slides | Notebook") from other links ("Topic | Link")."""
    material = [column for column in layout.columns if column.role == "links" and MATERIAL.search(column.header)]
    topics = [column for column in layout.columns if column.role in ("topic", "section", "notes")]
    return bool(material) and (len(material) > 1 or any(LECTURES.search(column.header) for column in topics))


MATERIAL: Final = lazy_regex(
    r"\b(?:slides?|pdfs?|notebooks?|videos?|recordings?|notes|handouts?|folien|skript|diapositivas|diapos|transparencias)\b",
    re.IGNORECASE,
)
LECTURES: Final = lazy_regex(
    r"\b(?:lectures?|class(?:es)?|sessions?|modules?|units?|vorlesung(?:en)?|clases?|aulas?|cours|séances?)\b",
    re.IGNORECASE,
)


def is_fact_table(table: Table) -> bool:
    """Tell facts of the course ("Room: | 307", "Hours: | Friday 7-10 am") from a schedule."""
    names = [cell_words(row.cells[0]) for row in table.rows if row.cells]
    if len(names) < 2 or any(len(row.cells) != 2 for row in table.rows):
        return False
    called = [words for words in names if words.endswith((":", "：")) and not find_whens(words)]
    return len(called) * 4 >= len(names) * 3


def is_timetable(layout: Layout, table: Table) -> bool:
    """Tell the hours of a week ("Monday | 9:00-11:00 | Hall 7"), or what is done in each, from a schedule of days."""
    roles = [column.role for column in layout.columns]
    habit = any(HABIT.search(column.header) for column in layout.columns)
    if not {"day", "date"} & set(roles) or not ("time" in roles or habit) or "week" in roles:
        return False
    at = next(index for index, role in enumerate(roles) if role in ("day", "date"))
    cells = [cell_words(row.cells[at]) for row in table.rows[layout.first_row :] if at < len(row.cells)]
    return len(cells) > (not habit) and all(_names_weekday(words) for words in cells)


# What is done on a day of each week, e.g. "What happens" · "Format"
HABIT: Final = lazy_regex(
    r"\bwhat (?:happens|we do|to expect|you do)\b|\b(?:format|routine|rhythm|mode|purpose|who meets)\b", re.IGNORECASE
)


def _names_weekday(words: str) -> bool:
    bare = words.casefold().strip(" .:")
    return is_weekday(bare) or any(weekday.fullmatch(bare) for weekday in WEEKDAYS)


CLOCK: Final = lazy_regex(r"\d{1,2}(?:[:.h]\d{2})?\s?(?:[ap]\.?m\.?)?", re.IGNORECASE)


def is_running_order(layout: Layout, table: Table) -> bool:
    """Tell the order of one meeting ("9:00 | Welcome", "9:55 | Questions") from a schedule of many."""
    when = [index for index, column in enumerate(layout.columns) if column.role in SCHEDULE_ROLES]
    if len(when) != 1 or layout.columns[when[0]].role != "date":
        return False
    cells = [cell_words(row.cells[when[0]]) for row in table.rows[layout.first_row :] if when[0] < len(row.cells)]
    cells = [words for words in cells if not is_placeholder(words)]
    return len(cells) > 1 and all(
        ":" in words and all(CLOCK.fullmatch(part.strip()) for part in re.split(r"[-–—]", words)) for words in cells
    )
