"""What a mapping is, told by its keys: a day, a timetable of a week, a catalogue of works, a mere group."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import Mapping
from syllabus_parse.interpret.data.key_table import KeyRole
from syllabus_parse.interpret.data.keys import fold_data_key, read_key
from syllabus_parse.interpret.data.lists import MEETING_ROLES, WORK_ROLES, is_dated, roles_of
from syllabus_parse.interpret.data.reading import is_work
from syllabus_parse.interpret.data.values import scalar_text, shape
from syllabus_parse.interpret.words import SESSION_LABEL
from syllabus_parse.normalize.dates import parse_week
from syllabus_parse.regex import lazy_regex

WEEKDAY: Final = lazy_regex(
    r"\s*(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?\s*|(?:mon|diens|donners|frei|sams"
    r"|sonn)tag|mittwoch|lunes|martes|mi[ée]rcoles|jueves|viernes|s[áa]bado|domingo|lundi|mardi|mercredi|jeudi|vendredi"
    r"|samedi|dimanche|(?:segunda|ter[çc]a|quarta|quinta|sexta)(?:[ _-]feira)?|(?:星期|周)[一二三四五六日]",
    re.IGNORECASE,
)
PRESENTED: Final = lazy_regex(
    r"(?:presentation|discussion|meeting|class|session|talk) (?:date|day)|date (?:presented|discussed)"
    r"|(?:presented|discussed) on"
)


def holds_keyed_works(node: Mapping) -> bool:
    """Tell whether a mapping names works by keys of its own making: {"lamport78": {title, url}, "gray81": {…}}."""
    works = [value for _, value in node.entries if isinstance(value, Mapping)]
    return len(works) == len(node.entries) >= 3 and all(
        is_work(value) and roles_of(value) & (WORK_ROLES | {"url"}) and not roles_of(value) & MEETING_ROLES
        for value in works
    )


def is_presented(node: Mapping) -> bool:
    """Tell a work of a list that has its own day in class: {title, authors, presentation_date}."""
    return is_dated(node) and any(
        PRESENTED.fullmatch(fold_data_key(key.plain)) and scalar_text(value) is not None for key, value in node.entries
    )


def is_timetable(node: Mapping) -> bool:
    """Tell a week whose days are keys, {Mon: {…}, Wed: "no class"}, from one session; it may say which week it is.

    It may have a topic of its own too, where its days are told apart by dates or topics: {topic, Mon: {date, title}}.
    """
    days = [value for key, value in node.entries if WEEKDAY.fullmatch(key.plain)]
    rest = {read_key(key.plain).role for key, _ in node.entries if not WEEKDAY.fullmatch(key.plain)}
    if not rest:
        return len(days) > 1
    mappings = [day for day in days if isinstance(day, Mapping)]
    told = any(roles_of(day) & {"date", "title"} for day in mappings)
    return bool(mappings) and rest <= (WEEK_ROLES | {"title", "topics"} if told else WEEK_ROLES)


WEEK_ROLES: Final[frozenset[KeyRole]] = frozenset({"week", "number", "month", "ignored", "section", "notes"})


def is_day(node: Mapping) -> bool:
    """Tell a mapping that has a date of its own."""
    return bool(roles_of(node) & {"date"}) and is_dated(node)


def holds_only_groups(node: Mapping) -> bool:
    """Tell whether a mapping only names further mappings: {"9/3": {…}, "9/5": {…}}."""
    return all(
        shape(value) in ("mapping", "mappings", "empty")
        and (read_key(key.plain).role == "unknown" or (shape(value) == "mapping" and _is_numbered(key.plain)))
        for key, value in node.entries
    )


def _is_numbered(key: str) -> bool:
    """Tell "Week 1" and "lecture_3", which number what they hold, from keys that say something of a session."""
    words = key.replace("_", " ")
    return bool(re.search(r"\d", words)) and (parse_week(words) is not None or bool(SESSION_LABEL.fullmatch(words)))
