"""Which column of a table holds its topics, and what the others that look like them are: groups, remarks, works."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from syllabus_parse.document import Row
from syllabus_parse.interpret.citations.values import title_links
from syllabus_parse.interpret.tables.cells import cell_text
from syllabus_parse.interpret.tables.columns import Column, Role
from syllabus_parse.interpret.words import fold_label
from syllabus_parse.regex import lazy_regex

TOPIC_HEAD: Final = lazy_regex(
    r"(?:lecture |main |class )?(?:topics?|subjects?|themes?|themen?|temas?|titles?|主要内容|内容|主题)"
    r"(?: \(.{1,20}\))?"
)
GROUPING_HEAD: Final = lazy_regex(r"(?:module|unit|part|theme|area|block|section|módulo|modul|unidad|unidade|category)")
# Heads of tables about marks and people: no column of theirs is a topic.
OTHER_TABLE: Final = lazy_regex(
    r"\b(?:weight|percent\w*|points|grade|gewichtung|%|email|e-mail|office hours?|phone|peso|nota)\b", re.IGNORECASE
)
NAMED: Final = lazy_regex(r"[^\W\d_]{3}|[^\x00-\u024f]{2}")  # a word, not "8" or "L3"
LONG_TOPIC: Final = 8
"""Words of a column without a name are topics from this length on, where nothing else proves the table."""


def settle_topics(
    columns: Sequence[Column], roles: list[Role], rows: Sequence[Row], values: Sequence[Sequence[str]], part: range
) -> None:
    """Keep one column of topics; another is a grouping or remarks."""
    topics = [index for index in part if roles[index] == "topic"]
    if len(topics) < 2:
        return
    best = _best_topic(topics, columns, values, rows)
    for index in topics:
        if index != best and not (columns[index].header and columns[index].header == columns[best].header):
            roles[index] = "section" if _is_grouping(columns[index], rows, index) else "notes"


def _best_topic(
    topics: Sequence[int], columns: Sequence[Column], values: Sequence[Sequence[str]], rows: Sequence[Row]
) -> int:
    """Choose the column of topics: one whose words are links, else the one so named, else the first with contents."""
    for index in topics:
        cells = [row.cells[index] for row in rows if index < len(row.cells) and row.cells[index].blocks]
        linked = sum(bool(title_links(text := cell_text(cell)) and NAMED.search(text.plain)) for cell in cells)
        if len(cells) > 2 and linked * 10 >= len(cells) * 7:
            return index
    named = [
        index
        for index in topics
        if TOPIC_HEAD.fullmatch(fold_label(columns[index].header))
        and any(values[index])
        and (index == topics[0] or not re.search(r"vorlesung|lecture", fold_label(columns[topics[0]].header)))
    ]
    if named:  # "Theme" beside "Topic" names a group of them
        return next((index for index in named if not GROUPING_HEAD.match(fold_label(columns[index].header))), named[0])
    return next((index for index in topics if any(values[index])), topics[0])


def _is_grouping(column: Column, rows: Sequence[Row], index: int) -> bool:
    if not GROUPING_HEAD.match(fold_label(column.header)):
        return False
    return any(index < len(row.cells) and (row.cells[index].repeated or not row.cells[index].blocks) for row in rows)


def find_linked_works(columns: Sequence[Column], roles: list[Role], rows: Sequence[Row]) -> None:
    """Read a column without a head behind the topics as readings, where its cells link works by their titles."""
    if "topic" not in roles or "reading" in roles:
        return
    for index in range(roles.index("topic") + 1, len(roles)):
        if roles[index] != "unknown" or columns[index].header:
            continue
        cells = [row.cells[index] for row in rows if index < len(row.cells) and not row.cells[index].repeated]
        texts = [cell_text(cell) for cell in cells if cell.blocks]
        if len(texts) > 1 and sum(bool(title_links(text)) for text in texts) * 10 >= len(texts) * 6:
            roles[index] = "reading"


def _is_worded(values: Sequence[str]) -> bool:
    """Tell a column that is mostly filled, with words."""
    filled = [value for value in values if len(value) > 3]
    return len(filled) * 2 >= len(values)


def choose_loose_topic(
    columns: Sequence[Column], roles: list[Role], values: Sequence[Sequence[str]], *, proven: bool
) -> bool:
    """Take the longest column without a role for the topics; beside proven dates even short words, even remarks.

    Returns whether nothing but the dates speaks for it.
    """
    choices: tuple[Role, ...] = ("unknown", "notes") if proven else ("unknown",)
    for choice in choices:
        loose = [index for index, own in enumerate(roles) if own == choice and any(values[index])]
        loose = [index for index in loose if not OTHER_TABLE.search(columns[index].header)]
        if not loose:
            continue
        best = max(loose, key=lambda index: sum(len(value) for value in values[index]))
        if not any(columns[index].header for index in loose):
            # Without heads: what is read and said of a topic stands behind it.
            best = next((index for index in loose if _is_worded(values[index])), best)
        filled = [value for value in values[best] if value]
        long = choice == "unknown" and sum(len(value) for value in filled) >= LONG_TOPIC * len(filled)
        if long or proven:
            roles[best] = "topic"
        return not long
    return False


def find_sections(columns: Sequence[Column], roles: list[Role], values: Sequence[Sequence[str]]) -> list[Role]:
    """Read the parts of a course in a table of weekdays, each named once above the blanks of its other weeks."""
    return [
        "section"
        if role in ("topic", "notes", "unknown")
        and GROUPING_HEAD.fullmatch(fold_label(column.header))
        and any(words)
        and not all(words)
        else role
        for column, role, words in zip(columns, roles, values, strict=True)
    ]
