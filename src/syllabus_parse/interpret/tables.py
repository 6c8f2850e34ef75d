"""Tables to raw sessions and readings: header, roles of columns, then row by row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import attrs

from syllabus_parse.document import Cell, Problem, Row, Table, Text
from syllabus_parse.interpret.citation_values import title_links
from syllabus_parse.interpret.columns import Column, Role, is_header_like, profile_column, read_header
from syllabus_parse.interpret.entries import join_texts, read_entries
from syllabus_parse.interpret.records import RawSyllabus
from syllabus_parse.interpret.row_readings import read_loose
from syllabus_parse.interpret.row_state import Rows
from syllabus_parse.interpret.rows import read_remark_session, read_row
from syllabus_parse.interpret.words import POLICY, fold_label, title_kind
from syllabus_parse.model import Requirement
from syllabus_parse.normalize.dates import find_whens, parse_week, parse_whens
from syllabus_parse.normalize.titles import is_placeholder

SUBHEADER: Final = re.compile(
    r"(?:paper|reading|slides?|part|session|class|article|text|link|video|group|option|required|optional|primary"
    r"|secondary)s?\s?#?\d{0,2}",
    re.IGNORECASE,
)
SCHEDULE_ROLES: Final = frozenset({"date", "week", "number", "day", "session", "group"})
CONTENT_ROLES: Final = frozenset({"topic", "reading", "mixed", "presenter", "session", "group", "title"})


@attrs.frozen(eq=False)
class Scope:
    """What stands above a table: the thematic headings, a requirement, a week, and whether line ends count."""

    section: tuple[Text, ...] = ()
    requirement: Requirement | None = None
    week: int | None = None
    lines: bool = False
    policy: bool = False


@attrs.frozen(eq=False)
class Layout:
    """The columns of a table and where its rows begin."""

    columns: tuple[Column, ...]
    first_row: int
    header_rows: frozenset[int] = frozenset()


def cell_text(cell: Cell) -> Text:
    """Return all the words of a cell."""
    return join_texts([entry.text for entry in read_entries(cell.blocks)])


def cell_words(cell: Cell) -> str:
    """Return the words of a cell, blanks folded."""
    return " ".join(cell_text(cell).plain.split())


def read_layout(table: Table) -> Layout | None:
    """Find header, sub-header and the role of each column; None where the table is none of a course."""
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
        columns = [
            read_header(cell_words(cell))
            if not cell.repeated or cell.header
            else attrs.evolve(read_header(cell_words(cell)))
            for cell in rows[head].cells
        ]
        columns += [Column("unknown")] * (width - len(columns))
        header_rows.add(head)
        first = head + 1
        following = next((index for index in filled if index > head), None)
        while following is not None and _is_subheader(rows[following], columns):
            columns = _merge_subheader(columns, [cell_words(cell) for cell in rows[following].cells])
            header_rows.add(following)
            first = following + 1
            following = next((index for index in filled if index > following), None)
    body = [row for row in rows[first:] if sum(bool(cell.blocks) for cell in row.cells) > 1]
    columns = _settle(columns, body or list(rows[first:]), headed=head is not None)
    return Layout(tuple(columns), first if head is not None else 0, frozenset(header_rows))


def _find_header(rows: Sequence[Row], filled: Sequence[int]) -> int | None:
    flagged = [index for index in filled[:3] if rows[index].header]
    for index in filled[:4]:
        if is_header_like([cell_words(cell) for cell in rows[index].cells]):
            return index
    if flagged:
        words = [cell_words(cell) for cell in rows[flagged[0]].cells]
        if not any(parse_whens(word) for word in words):
            return flagged[0]
    return None


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


def _merge_subheader(columns: Sequence[Column], words: Sequence[str]) -> list[Column]:
    out = list(columns)
    for index, word in enumerate(words[: len(out)]):
        if not word:
            continue
        sub = read_header(re.sub(r"\s*#?\d+$", "", word))
        if out[index].role == "unknown" and sub.role != "unknown":
            out[index] = attrs.evolve(sub, header=out[index].header or word)
    return out


def _settle(columns: list[Column], rows: Sequence[Row], *, headed: bool) -> list[Column]:
    """Correct roles by contents: numbered lectures, dates under "Week", a second topic, columns without a word."""
    width = len(columns)
    values = [
        [cell_words(row.cells[index]) for row in rows if index < len(row.cells) and not row.cells[index].repeated]
        for index in range(width)
    ]
    profiles = [profile_column(column_values) for column_values in values]
    roles: list[Role] = [column.role for column in columns]
    has_date = "date" in roles and any(profiles[i] == "date" for i in range(width) if roles[i] == "date")
    for index in range(width):
        role, profile = roles[index], profiles[index]
        if (
            role in ("topic", "event", "unknown", "notes", "section")
            and profile == "number"
            and not (role == "event" and any(not value[-1:].isdigit() for value in values[index] if value))
            and "number" not in roles
            and (headed or index == 0)
        ):
            roles[index] = "number"
        elif not has_date and profile == "date" and role not in ("group", "session", "assignment"):
            roles[index] = "date"
            has_date = True
        elif (role == "date" and profile == "week" and has_date and sum(r == "date" for r in roles) > 1) or (
            role in ("number", "unknown") and profile == "week" and "week" not in roles
        ):
            roles[index] = "week"
        elif role == "unknown" and not columns[index].header and profile in ("presenter", "year", "event", "reading"):
            roles[index] = profile
        elif (
            role == "week"
            and profile not in ("week", "number", "date")
            and sum(len(value) > 12 and parse_week(value) is None and not parse_whens(value) for value in values[index])
            * 2
            > len(values[index])
        ) or (
            role == "number" and profile not in ("number", "date") and any(len(value) > 25 for value in values[index])
        ):
            roles[index] = "topic"
    # A header that spans columns leaves blanks beside it: they are of its role.
    for index in range(1, width):
        if (
            roles[index] == "unknown"
            and not columns[index].header
            and headed
            and roles[index - 1] in ("reading", "links", "assignment")
            and any(values[index])
        ):
            roles[index] = roles[index - 1]
            columns[index] = attrs.evolve(columns[index - 1], header=columns[index - 1].header)
    dated = any(role in ("date", "week", "number", "day", "session", "group") for role in roles)
    if "title" in roles and not {"authors", "venue"} & set(roles) and dated:
        roles = ["topic" if role == "title" else role for role in roles]
    if not dated and "title" not in roles and {"authors", "venue", "year"} & set(roles):
        candidates = [i for i in range(width) if roles[i] in ("reading", "topic", "unknown") and any(values[i])]
        if candidates:
            roles[candidates[0]] = "title"
    topics = [index for index in range(width) if roles[index] == "topic"]
    if len(topics) > 1:
        best = _best_topic(topics, columns, values, rows)
        for index in topics:
            if index != best and not (columns[index].header and columns[index].header == columns[best].header):
                roles[index] = "section" if _is_grouping(columns[index], rows, index) else "notes"
    taken = {"mixed", "title", "session", "group"} | ({"reading"} if headed else set())
    if not topics and not taken & set(roles) and any(values):
        loose = [index for index in range(width) if roles[index] == "unknown" and any(values[index])]
        if loose and dated:
            best = max(loose, key=lambda index: sum(len(value) for value in values[index]))
            if sum(len(value) for value in values[best]) >= 8 * max(1, sum(bool(value) for value in values[best])):
                roles[best] = "topic"
    return [attrs.evolve(column, role=role) for column, role in zip(columns, roles, strict=True)]


def _best_topic(
    topics: Sequence[int], columns: Sequence[Column], values: Sequence[Sequence[str]], rows: Sequence[Row]
) -> int:
    """Choose the column of topics: one whose words are links, else the one so named, else the first with contents."""
    for index in topics:
        cells = [row.cells[index] for row in rows if index < len(row.cells) and row.cells[index].blocks]
        if len(cells) > 2 and sum(bool(title_links(cell_text(cell))) for cell in cells) * 10 >= len(cells) * 7:
            return index
    for index in topics:
        if re.fullmatch(
            r"(?:lecture |main |class )?(?:topics?|subjects?|themes?|themen?|temas?|titles?|主要内容|内容"
            r"|主题)(?: \(.{1,20}\))?",
            fold_label(columns[index].header),
        ) and any(values[index]):
            if index == topics[0] or not re.search(r"vorlesung|lecture", fold_label(columns[topics[0]].header)):
                return index
    return next((index for index in topics if any(values[index])), topics[0])


def _is_grouping(column: Column, rows: Sequence[Row], index: int) -> bool:
    if not re.match(
        r"(?:module|unit|part|theme|area|block|section|módulo|modul|unidad|unidade|category)", fold_label(column.header)
    ):
        return False
    return any(index < len(row.cells) and (row.cells[index].repeated or not row.cells[index].blocks) for row in rows)


def is_course_table(layout: Layout, table: Table, scope: Scope) -> bool:
    """Tell a schedule or list of papers from tables of grades, staff, deadlines and office hours."""
    roles = {column.role for column in layout.columns}
    headers = " ".join(column.header for column in layout.columns).casefold()
    if re.search(
        r"\b(?:weight|percent\w*|points|grade|gewichtung|%|email|e-mail|office hours?|phone|peso|nota)\b", headers
    ) and not roles & {"reading", "topic"}:
        return False
    if roles & {"session", "group"}:
        return True
    if "title" in roles:
        return True
    if roles & {"reading", "mixed"} and len(table.rows) > 1:
        return True
    if not roles & SCHEDULE_ROLES:
        return False
    if scope.policy and not roles & {"topic", "reading", "mixed"}:
        return False
    return bool(roles & {"topic", "reading", "mixed", "presenter", "links", "assignment", "event", "notes"}) and (
        bool(roles & {"topic", "reading", "mixed", "event"}) or (bool(roles & {"presenter"}) and "date" in roles)
    )


def interpret_table(table: Table, scope: Scope, out: RawSyllabus) -> bool:
    """Read a table into `out`; False where it is none of a course (its words are left to others)."""
    layout = read_layout(table)
    if layout is None:
        return False
    if not is_course_table(layout, table, scope):
        return False
    if layout.first_row >= len(table.rows):
        out.problems.append(Problem("SP204", table.span))
        return True
    linked = _linked_headers(table, layout)
    rows = Rows(
        layout.columns,
        scope.section,
        scope.section,
        scope.requirement,
        scope.week,
        lines=scope.lines,
        linked_headers=linked,
    )
    merged = _has_lost_rowspans(table, layout)
    for index, row in enumerate(table.rows):
        if index < layout.first_row or index in layout.header_rows:
            continue
        _read_row(row, layout, rows, out, merged=merged)
    out.sessions += rows.sessions
    out.readings += rows.readings
    out.problems += rows.problems
    return True


def _linked_headers(table: Table, layout: Layout) -> frozenset[str]:
    """Name the columns of readings in which nearly every cell is a link: a bare word there is a remark."""
    out = set()
    for index, column in enumerate(layout.columns):
        if column.role != "reading":
            continue
        texts = [cell_text(row.cells[index]) for row in table.rows[layout.first_row :] if index < len(row.cells)]
        filled = [text for text in texts if text and not is_placeholder(text.plain)]
        if len(filled) >= 6 and sum(bool(title_links(text)) for text in filled) * 10 >= len(filled) * 8:
            out.add(column.header)
    return frozenset(out)


def _has_lost_rowspans(table: Table, layout: Layout) -> bool:
    """Tell whether short rows are what a scraper leaves of merged cells: many rows that end after number and date."""
    rows = [row for index, row in enumerate(table.rows) if index >= layout.first_row and len(row.cells) > 1]
    width = len(layout.columns)
    short = [
        row
        for row in rows
        if len(row.cells) < width
        and all(layout.columns[i].role in ("number", "date", "week", "day", "time") for i in range(len(row.cells)))
    ]
    return len(rows) > 3 and len(short) * 10 >= len(rows) * 3


def _read_row(row: Row, layout: Layout, rows: Rows, out: RawSyllabus, *, merged: bool) -> None:
    cells = row.cells
    words = [cell_words(cell) for cell in cells]
    filled = [index for index, word in enumerate(words) if word or cell_text(cells[index]).links()]
    if not filled:
        return
    if row.header and is_header_like(words):
        return
    if [fold_label(word) for word in words if word] == [
        fold_label(column.header) for column in layout.columns if column.header
    ]:
        return
    if all(re.fullmatch(r":?-{2,}:?", words[index]) for index in filled):
        return
    own = [index for index in filled if not cells[index].repeated]
    if len(own) == 1 and len(filled) == len(own) and _read_single(cells[own[0]], own[0], row, layout, rows):
        return
    if (
        len(own) == 1
        and cells[own[0]].colspan >= len(layout.columns)
        and _read_single(cells[own[0]], own[0], row, layout, rows)
    ):
        return
    read_row(rows, _align(cells, words, layout), row, merged=merged)


def _read_single(cell: Cell, index: int, row: Row, layout: Layout, rows: Rows) -> bool:
    """Read a row with one filled cell: a heading of those below, a holiday, or loose readings; False for an ordinary row."""
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
    if parse_week(words) is not None and not find_whens(words):
        if spans and role not in ("week",):
            rows.week = parse_week(words)
            return True
        return not _dated_otherwise(layout)
    if parse_whens(words) and (role in ("date", "number", "week", "group") or len(row.cells) == 1):
        return False
    if read_loose(rows, cell):
        return True
    whens = find_whens(words)
    if whens and (title_kind(words) == "holiday" or whens[0].end_day is not None):
        read_remark_session(rows, text, whens)
        return True
    if role == "group" and cell.colspan > 1:
        return False
    if is_placeholder(words):
        return True
    if spans and len(words) < 200 and role not in ("assignment",):
        if (
            title_kind(words) == "holiday"
            and len(words) < 60
            and not text.links()
            and "date" in {c.role for c in layout.columns}
        ):
            read_remark_session(rows, text, ())
            return True
        rows.section = (*rows.base_section, text.strip(" \t\n\u2028*_:"))
        return True
    return False


def _dated_otherwise(layout: Layout) -> bool:
    return not any(column.role == "date" for column in layout.columns)


def _align(cells: Sequence[Cell], words: Sequence[str], layout: Layout) -> list[Cell]:
    """Set the cells of a short row under their columns: a text that ends it belongs under the last column of texts."""
    width = len(layout.columns)
    out = list(cells)
    if len(out) >= width or len(out) < 3:
        return out
    last = len(out) - 1
    role_here = layout.columns[last].role
    topic = next(
        (i for i in range(width - 1, last, -1) if layout.columns[i].role in ("topic", "reading", "mixed")), None
    )
    if topic is None or role_here not in ("unknown", "presenter", "number"):
        return out
    if len(words[last].split()) >= 2 or POLICY.search(words[last].casefold()):
        empty = Cell((), cells[last].span)
        return [*out[:last], *([empty] * (topic - last)), out[last]]
    return out
