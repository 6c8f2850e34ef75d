"""The roles of a table's columns, corrected by their contents: what no header says, and what one says wrongly."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import attrs

from syllabus_parse.document import Row, Text
from syllabus_parse.interpret.tables.cells import cell_text, cut_links
from syllabus_parse.interpret.tables.column_profiles import (
    are_month_first,
    are_numbered_dates,
    are_works,
    profile_column,
)
from syllabus_parse.interpret.tables.columns import WEEK_DAY, Column, Role
from syllabus_parse.interpret.tables.row_dates import WEEK_NUMBER, is_weekday
from syllabus_parse.interpret.tables.topic_columns import (
    choose_loose_topic,
    find_linked_works,
    find_sections,
    settle_topics,
)
from syllabus_parse.interpret.words import fold_label
from syllabus_parse.interpret.works.signs import shows_work
from syllabus_parse.normalize.dates import parse_week, parse_whens
from syllabus_parse.normalize.titles import is_placeholder
from syllabus_parse.regex import lazy_regex

WHEN_ROLES: Final = frozenset({"month", "date", "week", "number", "day", "session", "group"})
# What a column "Required" says of the reading beside it, where it holds no readings itself.
MARK: Final = lazy_regex(
    r"\W*(?:yes|no|y|n|x|true|false|required|optional|mandatory|ja|nein|sí|si|oui|non|sim|não|是|否|✓|✔|✗)?\W*",
    re.IGNORECASE,
)
PLAIN_PROFILES: Final = frozenset({"presenter", "year", "event", "reading", "links"})


@attrs.frozen(eq=False)
class Roles:
    """The columns of a table with their roles settled.

    `parts` are the columns of each of two schedules side by side; `guessed` says that the column of topics was taken
    for one only because dates stand beside it.
    """

    columns: tuple[Column, ...]
    parts: tuple[range, ...] = ()
    guessed: bool = False


def settle_columns(
    columns: Sequence[Column], rows: Sequence[Row], values: Sequence[Sequence[str]], *, headed: bool
) -> Roles:
    """Correct roles by contents: numbered lectures, dates under "Week", a second topic, columns without a word.

    A header that its column bears out is never overruled.
    """
    out = [_read_requirement_column(column, values[index]) for index, column in enumerate(columns)]
    profiles = [profile_column(column_values) for column_values in values]
    read = any(column.role == "reading" for column in columns)
    for index, column in enumerate(out):
        if (column.role == "links" and column.link_kind is None) and (
            _holds_passages(values[index]) or _names_unlinked_works(column, rows, values[index], index)
        ):
            out[index] = attrs.evolve(column, role="reading")
        if column.role == "assignment" and not read and re.match(r"assign(?:ed|ments?)$", fold_label(column.header)):
            said = [value for value in values[index] if value != column.header]
            out[index] = attrs.evolve(column, role="reading", event=None) if are_works(said) else column
    if headed:
        _find_coded_links(out, rows)
    out = [
        attrs.evolve(column, role="unknown") if column.role == "links" and profile == "presenter" else column
        for column, profile in zip(out, profiles, strict=True)
    ]  # "Scribe" over names, not notes
    roles = _prove_roles(out, rows, values, profiles, headed=headed)
    roles = _date_weekdays(roles, profiles, values)
    if headed:
        _spread_heads(out, roles, values)
    if "session" in roles:
        roles = find_sections(out, roles, values)
    dated = any(role in WHEN_ROLES for role in roles)
    roles = _settle_titles(roles, values, dated=dated)
    parts = _find_parts(out, roles, profiles)
    for part in parts or (range(len(roles)),):
        settle_topics(out, roles, rows, values, part)
    taken = {"topic", "mixed", "title", "session", "group"} | ({"reading"} if headed else set())
    guessed = False
    if dated and not taken & set(roles):
        proven = any(role == profile == "date" for role, profile in zip(roles, profiles, strict=True))
        guessed = choose_loose_topic(out, roles, values, proven=proven)
        find_linked_works(out, roles, rows)
    for index, (role, profile) in enumerate(zip(roles, profiles, strict=True)):
        if role == profile == "links" and out[index].link_kind is None:
            out[index] = attrs.evolve(out[index], link_kind="other")  # labels alone: their links are lost
    settled = tuple(
        attrs.evolve(
            column,
            role=role,
            numbered=role == "date" and are_numbered_dates([word for word in words if word]),
            month_first=role == "date" and are_month_first(words),
        )
        for column, role, words in zip(out, roles, values, strict=True)
    )
    return Roles(settled, parts, guessed)


# e.g. "pp. 294-305" · "ch. 4" · "Kapitel 2" · "§§ 1-3"
PASSAGE: Final = lazy_regex(
    r"\b(?:pp?\.|pages?|seiten?|s\.|chaps?\.?|chapters?|ch\.?|kap(?:itel|\.)|cap(?:ítulos?|\.))\s?\d|§", re.IGNORECASE
)


def _holds_passages(values: Sequence[str]) -> bool:
    """Tell a column of materials that are pages and chapters of books from one of slides and recordings."""
    filled = [value for value in values if not is_placeholder(value)]
    return sum(bool(PASSAGE.search(value)) for value in filled[1:]) >= 3


READ: Final = lazy_regex(
    r"\b(?:readings?|papers?|articles?|literatur\w*|lecturas?|leituras?)\b|论文|文献|논문|論文", re.IGNORECASE
)
WORK_WORDS: Final = 3
LEAST_LINES: Final = 4
LINE_END: Final = lazy_regex("[\n\u2028]")


def _names_unlinked_works(column: Column, rows: Sequence[Row], values: Sequence[str], index: int) -> bool:
    """Tell a column "Papers / Slides" without any link: the names of works that lost theirs, not labels of links.

    In one of "Resources" many of them must look like works: signed, quoted, with a venue.
    """
    texts = [cell_text(row.cells[index]) for row in rows if index < len(row.cells) and not row.cells[index].repeated]
    if any(text.links() for text in texts):
        return False
    if READ.search(column.header) is None:
        lines = [line for text in texts for line in text.split(LINE_END) if line.plain.strip()]
        return len(lines) >= LEAST_LINES and sum(map(shows_work, lines)) * 5 >= len(lines) * 2
    filled = [value for value in values if not is_placeholder(value) and value != column.header]
    return len(filled) > 1 and sum(len(value.split()) >= WORK_WORDS for value in filled) * 2 > len(filled)


def _read_requirement_column(column: Column, values: Sequence[str]) -> Column:
    """Tell a column "Required" of readings from one of marks ("yes", "x")."""
    filled = [value for value in values if not is_placeholder(value)]
    if column.role != "requirement" or 2 * sum(
        MARK.fullmatch(words.strip(" ()*.")) is not None for words in filled
    ) >= len(filled):
        return column
    optional = fold_label(column.header).startswith(("opt", "rec"))
    return attrs.evolve(column, role="reading", requirement="optional" if optional else "required")


def _prove_roles(
    columns: Sequence[Column],
    rows: Sequence[Row],
    values: Sequence[Sequence[str]],
    profiles: Sequence[Role],
    *,
    headed: bool,
) -> list[Role]:
    """Let the contents of each column confirm or correct the role that its header gave."""
    roles: list[Role] = [column.role for column in columns]
    has_date = any(role == profile == "date" for role, profile in zip(roles, profiles, strict=True))
    for index, profile in enumerate(profiles):
        role = roles[index]
        if (
            role in ("topic", "event", "unknown", "notes", "section", "day")
            and profile == "number"
            and not (role == "day" and "month" in roles)
            and not (role == "event" and any(not value[-1:].isdigit() for value in values[index] if value))
            and "number" not in roles
            and (headed or index == 0)
            and not (role == "unknown" and index and " " in columns[index].header.strip())  # "Blog Team" over 1, 2, 3
        ):
            roles[index] = "number"
        elif not has_date and profile == "date" and role not in ("group", "session", "assignment"):
            roles[index] = "date"
            has_date = True
        elif (role == "date" and profile == "week" and has_date and sum(r == "date" for r in roles) > 1) or (
            role in ("number", "unknown") and profile == "week" and "week" not in roles
        ):
            roles[index] = "week"
        elif role == "notes" and profile == "links":
            roles[index] = "links"
        elif role == "unknown" and not columns[index].header and _are_weekdays(values[index]):
            roles[index] = "day"
        elif role == "unknown" and not columns[index].header and profile == "unknown" and _heads_days(rows, index):
            roles[index] = "section"
        elif role == "unknown" and not columns[index].header and profile in PLAIN_PROFILES:
            roles[index] = profile
        elif _is_wordy(role, profile, values[index]):
            roles[index] = "topic"
    return roles


def _heads_days(rows: Sequence[Row], index: int) -> bool:
    """Tell a first column whose cells span the days of several rows."""
    cells = [row.cells[index] for row in rows if index < len(row.cells)]
    return index == 0 and sum(cell.repeated and not cell.blocks for cell in cells) * 2 >= len(cells) > 1


def _are_weekdays(values: Sequence[str]) -> bool:
    filled = [value for value in values if value]
    return len(filled) > 1 and sum(map(is_weekday, filled)) * 10 >= len(filled) * 8


def _is_wordy(role: Role, profile: Role, values: Sequence[str]) -> bool:
    """Tell a column "Week" or "Lecture #" whose cells are topics."""
    if role == "week" and profile not in ("week", "number", "date"):
        long = sum(
            len(value) > 12
            and parse_week(value) is None
            and WEEK_DAY.fullmatch(value) is None
            and not parse_whens(WEEK_NUMBER.sub("", value, 1))
            for value in values
        )
        return long * 2 > len(values)
    return role == "number" and profile not in ("number", "date") and any(len(value) > 25 for value in values)


def _date_weekdays(roles: list[Role], profiles: Sequence[Role], values: Sequence[Sequence[str]]) -> list[Role]:
    """Read columns named by a weekday that hold dates alone, with topics beside them, as columns of dates."""
    bare = [role == "session" and profile == "date" for role, profile in zip(roles, profiles, strict=True)]
    if not any(bare) or any(role == "session" and not is_bare for role, is_bare in zip(roles, bare, strict=True)):
        return roles
    if not all(
        index + 1 < len(roles)
        and roles[index + 1] in ("topic", "unknown", "mixed", "reading", "notes")
        and any(values[index + 1])
        for index, is_bare in enumerate(bare)
        if is_bare
    ):
        return roles
    return ["date" if is_bare else role for role, is_bare in zip(roles, bare, strict=True)]


def _spread_heads(columns: list[Column], roles: list[Role], values: Sequence[Sequence[str]]) -> None:
    """Give the blanks beside a header that spans columns its role."""
    for index in range(1, len(roles)):
        if (
            roles[index] == "unknown"
            and not columns[index].header
            and roles[index - 1] in ("reading", "links", "assignment")
            and any(values[index])
        ):
            roles[index] = roles[index - 1]
            columns[index] = attrs.evolve(columns[index - 1], header=columns[index - 1].header)


def _settle_titles(roles: list[Role], values: Sequence[Sequence[str]], *, dated: bool) -> list[Role]:
    """Tell titles of sessions from titles of papers: a list of papers has authors, venues or years and no dates."""
    if dated and {"title", "topic"} <= set(roles) and {"authors", "venue"} & set(roles):
        return ["reading" if role == "title" else role for role in roles]  # the topic's own works and who wrote them
    if "title" in roles and not {"authors", "venue"} & set(roles) and dated:
        return ["topic" if role == "title" else role for role in roles]
    counted = not dated or (not set(roles) & (WHEN_ROLES - {"number"}) and bool({"authors", "venue"} & set(roles)))
    if counted and "title" not in roles and {"authors", "venue", "year"} & set(roles):
        for index, role in enumerate(roles):
            if (role == "reading" or (role in ("topic", "unknown") and not dated)) and any(values[index]):
                return [*roles[:index], "title", *roles[index + 1 :]]
    return roles


# What a link to the lecture, recitation or lab of a row says, e.g. "L1", "Lab 0", "Lec. 12b"
CODED: Final = lazy_regex(r"[A-Z][a-z]{0,9}\.?\s?#?\d{1,3}[a-z]?|[A-Z]{1,4}-?\d{1,3}")
BETWEEN_LINKS: Final = lazy_regex(r"[\s,;/&|\[\]()]*")


def _find_coded_links(columns: list[Column], rows: Sequence[Row]) -> None:
    """Read a column of numbered links and no more ("R1, R2" below "Recitation") as links, not as notes or numbers."""
    for index, column in enumerate(columns):
        if column.role != "notes":
            continue
        cells = [row.cells[index] for row in rows if index < len(row.cells) and not row.cells[index].repeated]
        texts = [text for cell in cells if (text := cell_text(cell)) and not is_placeholder(text.plain)]
        if texts and all(_is_coded(text) for text in texts):
            columns[index] = attrs.evolve(column, role="links")


def _is_coded(text: Text) -> bool:
    """Tell whether a cell is links to what is numbered, and nothing else."""
    links = text.links()
    if not links or not BETWEEN_LINKS.fullmatch(cut_links(text).plain):
        return False
    return all(CODED.fullmatch(text.plain[start:end].strip()) for _, start, end in links)


def _find_parts(columns: Sequence[Column], roles: list[Role], profiles: Sequence[Role]) -> tuple[range, ...]:
    """Find two schedules side by side: columns of dates with the same head, each with a topic behind it."""
    starts = [index for index, role in enumerate(roles) if role == "date" and profiles[index] == "date"]
    if len(starts) < 2:
        return ()
    heads = {fold_label(columns[index].header) for index in starts}
    if len(heads) > 1 and not all(columns[index].weekday is not None for index in starts):
        return ()
    parts = tuple(range(a, b) for a, b in zip(starts, [*starts[1:], len(roles)], strict=True))
    for part in parts:
        if len(part) > 1 and not any(roles[index] in ("topic", "mixed") for index in part):
            beside = part[1]
            roles[beside] = "topic" if roles[beside] in ("notes", "unknown") else roles[beside]  # "Thurs | Lab"
    if all(any(roles[index] in ("topic", "mixed") for index in part) for part in parts):
        return parts
    return ()
