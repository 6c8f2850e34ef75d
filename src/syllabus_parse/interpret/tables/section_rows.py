"""Rows with one filled cell: the heading of the rows below, a note, a day off."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import Cell, Row, Table, Text
from syllabus_parse.interpret.sessions.deadlines import read_assignments
from syllabus_parse.interpret.tables.cells import cell_text, cell_words
from syllabus_parse.interpret.tables.columns import Role
from syllabus_parse.interpret.tables.layout import Layout
from syllabus_parse.interpret.tables.row_readings import read_loose
from syllabus_parse.interpret.tables.row_state import Rows
from syllabus_parse.interpret.tables.rows import read_remark_session
from syllabus_parse.interpret.words import title_kind
from syllabus_parse.interpret.words.deadline_words import is_homework
from syllabus_parse.normalize.dates import find_times, find_whens, parse_week, parse_whens
from syllabus_parse.normalize.titles import is_placeholder
from syllabus_parse.regex import lazy_regex


def read_single(cell: Cell, index: int, row: Row, layout: Layout, rows: Rows) -> bool:
    """Read a row with one filled cell: a heading of those below, a holiday, loose readings; False for another row."""
    text = cell_text(cell)
    words = " ".join(text.plain.split())
    role = layout.columns[index].role if index < len(layout.columns) else "unknown"
    spans = cell.colspan > 1 or len(row.cells) == 1 or (index == 0 and len(layout.columns) > 2)
    if (
        parse_week(words) is not None
        and role in ("week", "number", "date")
        and "session" in {c.role for c in layout.columns}
    ):
        return True
    week = int(words) if role == "week" and words.isdigit() and len(words) < 3 else parse_week(words)
    if week is not None and not find_whens(words):
        rows.week, rows.week_text = week, text
        if rows.week_named:
            rows.section, rows.week_named = rows.base_section, False
        return True
    if parse_whens(words) and (role in ("date", "number", "week", "group") or len(row.cells) == 1):
        return False
    if read_loose(rows, cell):
        return True
    whens = find_whens(words)
    if whens and (title_kind(words) == "holiday" or whens[0].end_day is not None):
        read_remark_session(rows, text, whens, spanned=row.cells[0].repeated)
        return True
    if role == "group" and cell.colspan > 1:
        return False
    if not spans and role in ("topic", "mixed", "title") and is_section_label(text, row, layout):
        hold_section(rows, text)
        rows.last = []
        return True
    if is_placeholder(words):
        return True
    if spans and rows.last and is_homework(words):
        read_assignments(text, rows.last[-1], event="out")
        return True
    if spans and len(words) < 200 and role not in ("assignment",):
        if (
            title_kind(words) == "holiday"
            and len(words) < 60
            and not text.links()
            and {"date", "number", "week"} & {c.role for c in layout.columns}
        ):
            read_remark_session(rows, text, ())
            return True
        hold_section(rows, text)
        return True
    return False


def find_week_heads(table: Table, layout: Layout) -> frozenset[int]:
    """Find the rows "Week 3 | Trees" that head the dated rows below: a week where those have their days.

    None where such a row has no dated row below it, as in a table that counts weeks and dates only its exams.
    """
    date, topic = _find_column(layout, "date"), _find_column(layout, "topic", "mixed")
    if date is None or topic is None or _find_column(layout, "week") is not None:
        return frozenset()
    found, dated = set[int](), set[int]()
    for index, row in enumerate(table.rows[layout.first_row :], layout.first_row):
        words = [cell_words(cell) for cell in row.cells]
        if len(words) <= max(date, topic) or not words[date]:
            continue
        if parse_week(words[date]) is None or find_whens(words[date])[1:]:
            dated |= {index} if parse_whens(words[date]) else set()
            continue
        others = [at for at, word in enumerate(words) if word and at not in (date, topic) and not is_placeholder(word)]
        if words[topic] and not others and not row.cells[topic].repeated and title_kind(words[topic]) is None:
            found.add(index)
    heads = {index for index in found if index + 1 in dated}
    return frozenset(heads) if found <= heads and len(dated) > len(heads) else frozenset()


def hold_week_head(rows: Rows, row: Row, layout: Layout) -> None:
    """Hold the topic of a week that a row names for the rows below it."""
    date, topic = _find_column(layout, "date"), _find_column(layout, "topic", "mixed")
    if date is None or topic is None:
        return
    hold_section(rows, cell_text(row.cells[topic]))
    when = row.cells[date]
    rows.week, rows.week_text, rows.week_named = parse_week(cell_words(when)), cell_text(when), True


def _find_column(layout: Layout, *roles: Role) -> int | None:
    """Find the first column of one of the roles."""
    return next((index for index, column in enumerate(layout.columns) if column.role in roles), None)


def hold_section(rows: Rows, text: Text) -> None:
    """Hold a heading row for the rows below; "Week 1: Introduction" tells their week too."""
    rows.section = (*rows.base_section, text.strip(" \t\n\u2028*_:"))
    label = WEEK_NAME.match(text.plain)
    week = parse_week(label["label"].strip()) if label else None
    if week is not None:
        rows.week, rows.week_text = week, text
    rows.week_named = week is not None


# e.g. "Week 1: Introduction", "Woche 3 – Bäume"
WEEK_NAME: Final = lazy_regex(r"[\s*_]*+(?P<label>[^\W\d_]{1,10}\s?\d{1,2})\s?[:：.–—-]\s+\S")


MODULE_LABEL: Final = lazy_regex(
    r"\s*(?:module|modul|módulo|part|teil|parte|unit|unidad|unidade|block|bloque|section|theme)\s(?:\d{1,2}|[ivx]{1,5})\b",
    re.IGNORECASE,
)  # e.g. "Module 2: More"


def is_section_label(text: Text, row: Row, layout: Layout) -> bool:
    """Tell whether words alone in a row without a day head the rows below: bold, or "Module 2: …"."""
    plain = text.plain.strip()
    if not plain or len(plain) > 120 or text.links() or max(len(row.cells), len(layout.columns)) < 3:
        return False
    if title_kind(plain) in ("holiday", "exam", "presentation", "project") or find_times(plain) is not None:
        return False
    return (text.is_bold() and not layout.bold_topics) or MODULE_LABEL.match(plain) is not None
