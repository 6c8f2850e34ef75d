"""The layout of a table: its header, the role of each column, and where its rows begin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import attrs

from syllabus_parse.document import Cell, Row, Table
from syllabus_parse.interpret.tables.cells import cell_text, cell_words
from syllabus_parse.interpret.tables.column_profiles import match_numbered_date
from syllabus_parse.interpret.tables.column_roles import settle_columns
from syllabus_parse.interpret.tables.columns import Column, Role, is_header_like, name_weekdays, read_header
from syllabus_parse.interpret.tables.row_spans import restore_groups, restore_spans
from syllabus_parse.interpret.tables.spread_heads import spread_heads
from syllabus_parse.normalize.dates import parse_week, parse_whens
from syllabus_parse.regex import lazy_regex

SUBHEADER: Final = lazy_regex(
    r"(?:paper|reading|slides?|part|session|class|article|text|link|video|group|option|required|optional|primary"
    r"|secondary)s?\s?#?\d{0,2}",
    re.IGNORECASE,
)
# Halves of a day, each with a meeting of its own: "Morning (9:00-12:00)", "Nachmittag".
DAY_PART: Final = lazy_regex(
    r"\W*(?:morning|afternoon|evening|vormittags?|nachmittags?|mañana|tarde|matin|après-midi|manhã|mattina|pomeriggio"
    r"|上午|下午)\b",
    re.IGNORECASE,
)
LONGEST_HEAD: Final = 40


@attrs.frozen(eq=False)
class Layout:
    """The columns of a table and where its rows begin.

    `parts` are the columns of each half of a table that sets two schedules side by side ("Date | Topic | Date |
    Topic"), none in an ordinary one; `guessed` says that nothing but its dates makes it a schedule, `bold_topics` that
    topics are set in bold in rows that are no headings too, `passages` which
    columns of readings hold chapters and pages.
    """

    columns: tuple[Column, ...]
    first_row: int
    header_rows: frozenset[int] = frozenset()
    parts: tuple[range, ...] = ()
    guessed: bool = False
    bold_topics: bool = False
    passages: frozenset[int] = frozenset()


def read_layout(table: Table) -> Layout | None:
    """Find header, sub-header and the role of each column; None where the table is empty."""
    rows = table.rows
    filled = [index for index, row in enumerate(rows) if any(cell.blocks for cell in row.cells)]
    if not filled:
        return None
    width = max(len(row.cells) for row in rows)
    head = _find_header(rows, filled)
    columns = [Column("unknown")] * width
    header_rows: set[int] = set()
    first = filled[0]
    if head is not None:
        heads = [cell_words(cell) for cell in rows[head].cells]
        days = name_weekdays(heads)
        columns = [
            Column("session", word, weekday=days[index]) if index in days else read_header(word)
            for index, word in enumerate(heads)
        ]
        parts = [index for index, word in enumerate(heads) if DAY_PART.match(word)]
        if len(parts) > 1:
            columns = [
                Column("session", column.header) if index in parts else column for index, column in enumerate(columns)
            ]
        columns += [Column("unknown")] * (width - len(columns))
        header_rows.add(head)
        first = head + 1
        following = next((index for index in filled if index > head), None)
        while following is not None and _is_subheader(rows[following], columns):
            columns = _merge_subheader(columns, rows[head].cells, [cell_words(cell) for cell in rows[following].cells])
            header_rows.add(following)
            first = following + 1
            following = next((index for index in filled if index > following), None)
    body = [row for row in rows[first:] if sum(bool(cell.blocks) for cell in row.cells) > 1] or list(rows[first:])
    roles = settle_columns(columns, body, _read_values(body, width), headed=head is not None)
    first = first if head is not None else 0
    settled = _place_heads(roles.columns, [rows[index] for index in sorted(header_rows)])
    return Layout(settled, first, frozenset(header_rows), roles.parts, roles.guessed)


def _place_heads(columns: Sequence[Column], heads: Sequence[Row]) -> tuple[Column, ...]:
    """Give each column the words of its head as they stand in the document."""
    out = list(columns)
    for row in heads:
        for index, cell in enumerate(row.cells[: len(out)]):
            if out[index].text is None and out[index].header and cell_words(cell) == out[index].header:
                out[index] = attrs.evolve(out[index], text=cell_text(cell))
    return tuple(out)


def restore_table(table: Table) -> Table:
    """Return the table with the cells that its short rows lost, where its header tells what they were."""
    rows = table.rows
    head = _find_header(rows, [index for index, row in enumerate(rows) if any(cell.blocks for cell in row.cells)])
    if head is None or (rows[head].cells and read_header(cell_words(rows[head].cells[0])).role == "date"):
        below = 0 if head is None else head + 1
        grouped = restore_groups(rows[below:])
        if grouped is not None:
            heads = [attrs.evolve(row, cells=(Cell((), row.cells[0].span), *row.cells)) for row in rows[:below]]
            return attrs.evolve(table, rows=(*heads, *grouped))
    if head is None:
        return table
    rows = (*rows[:head], spread_heads(rows[head], rows[head + 1 :]), *rows[head + 1 :])
    columns = [read_header(cell_words(cell)) for cell in rows[head].cells]
    return attrs.evolve(table, rows=(*rows[: head + 1], *restore_spans(rows[head + 1 :], columns)))


def _read_values(rows: Sequence[Row], width: int) -> list[list[str]]:
    """Return the words of each column; a cell that spans rows or columns counts once."""
    return [
        [cell_words(row.cells[index]) for row in rows if index < len(row.cells) and not row.cells[index].repeated]
        for index in range(width)
    ]


def _find_header(rows: Sequence[Row], filled: Sequence[int]) -> int | None:
    flagged = [index for index in filled[:3] if rows[index].header]
    words = {index: [cell_words(cell) for cell in rows[index].cells] for index in filled[:5]}
    for index in filled[:4]:
        if is_header_like(words[index]):
            return index
    if flagged and not any(parse_whens(word) for word in words[flagged[0]]):
        return flagged[0]
    for index, following in pairwise(filled[:5]):
        if _heads_dates(words[index], words[following]):
            return index
    return None


def _heads_dates(words: Sequence[str], below: Sequence[str]) -> bool:
    """Tell a header of unknown words by its "Date" over a date, or its "Week" over a number."""
    if any(len(word) > LONGEST_HEAD or parse_whens(word) for word in words):
        return False
    return any(_heads_value(read_header(word).role, value) for word, value in zip(words, below, strict=False) if word)


def _heads_value(role: Role, value: str) -> bool:
    if role == "date":
        return bool(parse_whens(value)) or match_numbered_date(value) is not None
    return role == "week" and (value.isdecimal() or parse_week(value) is not None)


def _is_subheader(row: Row, columns: Sequence[Column]) -> bool:
    """Tell a second header row ("Paper 1 | Paper 2 | Paper 3") from a row of contents."""
    words = [cell_words(cell) for cell in row.cells]
    filled = [word for word in words if word]
    if not filled or any(len(word) > 30 for word in filled) or any(cell_text(cell).links() for cell in row.cells):
        return False
    if row.header and not any(parse_whens(word) for word in filled):
        return True
    dated = [index for index, column in enumerate(columns[: len(words)]) if column.role in ("date", "number", "week")]
    if any(words[index] for index in dated):
        return False
    return all(SUBHEADER.fullmatch(word) for word in filled)


def _merge_subheader(columns: Sequence[Column], heads: Sequence[Cell], words: Sequence[str]) -> list[Column]:
    """Give the columns what the second header row says; below a head that spans several, it counts for more."""
    out = list(columns)
    for index, word in enumerate(words[: len(out)]):
        if not word:
            continue
        sub = read_header(re.sub(r"\s*#?\d+$", "", word))
        if sub.role == "unknown":
            continue
        if index < len(heads) and (heads[index].colspan > 1 or heads[index].repeated):
            out[index] = attrs.evolve(sub, requirement=sub.requirement or out[index].requirement)
        elif out[index].role == "unknown":
            out[index] = attrs.evolve(sub, header=out[index].header or word)
    return out
