"""The lines at the head of a page that tell of the course, below one another: school, code and name, term."""

from __future__ import annotations

import re
from typing import Final

import attrs

from syllabus_parse.document import Document, Heading, Paragraph, Text
from syllabus_parse.interpret.course.lines import take_parts
from syllabus_parse.interpret.course.names import REPOSITORY, part_name
from syllabus_parse.interpret.outline.head_words import MONTH_WORDS, WEEK_LEAD
from syllabus_parse.interpret.outline.heads import opens_with_date
from syllabus_parse.interpret.records import RawCourse
from syllabus_parse.interpret.words import SESSION_LABEL
from syllabus_parse.normalize.dates import find_whens, parse_week
from syllabus_parse.normalize.venues import is_venue
from syllabus_parse.regex import lazy_regex

YEAR_ONLY: Final = lazy_regex(r"\s*(?:year|jahr|año|ano)?\s*(?:19|20)\d\d\s*年?\s*", re.IGNORECASE)
# e.g. "Weeks 8-9 (Radio)", "Module 2: Looms", "Class meetings"
PART_LEAD: Final = lazy_regex(
    r"\s*(?:weeks?|semanas?|semaines?|woche|modules?|módulo|units?|unidad|parts?|chapters?|lectures?|sessions?|days?)\b",
    re.IGNORECASE,
)
HEAD_LINE: Final = 70
"""Characters of the longest line that can head a page: running text breaks later."""
TOP: Final = 4
"""So many blocks at the head of a page may name the course, its term and its school."""


# A heading above the days of a month, e.g. "June 2024" · "Enero de 2024"
MONTH_NAME: Final = lazy_regex(
    rf"(?:{MONTH_WORDS})\.?"
    r"(?:\s(?:de\s)?\d{4})?",
    re.IGNORECASE,
)


def is_name(words: str) -> bool:
    """Tell whether words name a subject: no session's head, no sentence, no repository."""
    return (
        len(words) <= 90
        and not MONTH_NAME.fullmatch(words)
        and not words.endswith((".", "?", "!", ":"))
        and not REPOSITORY.fullmatch(words)
        and parse_week(words) is None
        and not PART_LEAD.match(words)
        and not WEEK_LEAD.match(words)
        and not find_whens(words)
        and not ((label := SESSION_LABEL.match(words)) and label["number"])
    )


def read_top(document: Document, course: RawCourse) -> None:
    """Read name, code, term and school that stand below one another at the head of a page.

    "Databases", then "CS 9 · Fall 2020": the line below says what the one above names; "CS 9", then "Databases": the
    line below is the name. A line that names neither code, term nor school settles nothing.
    """
    above: Text | None = None
    bare_code = False
    for block in document.blocks[:TOP]:
        if not isinstance(block, Heading | Paragraph):
            break
        text = block.text
        if block is document.blocks[0] and (document.dialect == "row_dump" or not _is_marked(document)):
            text = _first_line(text)
        plain = text.plain.strip()
        if above is not None and course.title is None and isinstance(block, Paragraph) and _list_facts(text):
            facts = [(part_name(line), line) for line in _list_facts(text)]
            if any(fact.code is not None and line.plain.startswith(fact.code.plain) for fact, line in facts):
                course.title = above
                for fact, _ in facts:
                    take_parts(attrs.evolve(fact, names=()), course)
            continue
        if len(plain) > (80 if "\n" in plain else 120) or is_venue(plain) or YEAR_ONLY.fullmatch(plain):
            continue
        parts = part_name(text)
        named = parts.code is not None or parts.term
        leads = parts.school is not None and plain.startswith(parts.school.plain) and not plain.endswith(".")
        if named or leads or _mostly(parts.school, plain):
            course.institution = course.institution or parts.school
        first = block is document.blocks[0] and "\n" not in plain and not plain.endswith(".")
        if isinstance(block, Paragraph) and first and named and len(parts.names) <= 1 and not parts.page:
            # A text that lost its markup: its first line is its heading, "CS 9: Databases" or "CS 9 (Fall 2020)".
            course.title = course.title or (parts.names[0] if parts.names else None)
            course.code = course.code or (parts.code if parts.names or parts.term else None)
        if above is not None and named and not parts.names and not plain.endswith("."):
            course.code = course.code or parts.code
            course.title = course.title or above
        if isinstance(block, Heading):
            if bare_code and course.title is None and parts.names and not parts.page and is_name(plain):
                course.title = parts.names[0]
            bare_code = parts.code is not None and not parts.names and not parts.page
            fits = parts.names and not parts.page and is_name(plain) and not named
            above = parts.names[0] if fits else above


def read_stack(document: Document, course: RawCourse) -> None:
    """Read the lines at the head of a text that lost its markup: school, code and name, term below one another.

    The name stands behind the code ("HIST 487: Looms of the North"), else on the line below it, else above it.
    """
    if course.title is not None or (_is_marked(document) and document.dialect not in ("tex", "rst", "org")):
        return
    lines: list[Text] = []
    for block in document.blocks[:TOP]:
        if not isinstance(block, Paragraph) or opens_with_date(block.text):
            break
        lines += [line.strip() for line in block.text.split(LINE_END) if line.plain.strip()]
    lines = [line for line in lines[:STACKED] if len(line.plain) <= HEAD_LINE]
    parts = [part_name(line) for line in lines]
    at = next((index for index, one in enumerate(parts) if one.code is not None), None)
    if at is None or not lines[at].plain.lstrip(" (").startswith(_words(parts[at].code)):
        return
    beside = [lines[index] for index in (at + 1, at - 1) if 0 <= index < len(lines) and _is_lone_name(lines[index])]
    if parts[at].names:
        course.title = parts[at].names[0]
    elif beside:
        course.title = beside[0]
    else:
        return
    course.code = course.code or parts[at].code
    schools = [one.school for one, line in zip(parts, lines, strict=True) if _mostly(one.school, line.plain)]
    course.institution = course.institution or next(iter(schools), None)


STACKED: Final = 8
"""So many lines at the head of a page may tell of the course."""


def _words(text: Text | None) -> str:
    return text.plain if text is not None else ""


def _is_lone_name(line: Text) -> bool:
    parts = part_name(line)
    fact = parts.code is not None or parts.school is not None or parts.term or parts.page
    return bool(parts.names) and not fact and ":" not in line.plain and is_name(line.plain) and "@" not in line.plain


def _is_marked(document: Document) -> bool:
    """Tell whether a document marks its headings; a text that lost its markup has none."""
    return document.title is not None or any(isinstance(block, Heading) for block in document.blocks)


LINE_END: Final = lazy_regex("[\n\u2028]")


def _list_facts(text: Text) -> list[Text]:
    """List the first lines of a paragraph that stacks facts ("CS 9", "Loom University", "Fall 2024"), else nothing."""
    lines = [line.strip() for line in text.split(LINE_END) if line.plain.strip()]
    short = [line for line in lines[:4] if len(line.plain) < (40 if line.plain.endswith(".") else HEAD_LINE)]
    return short if len(lines) > 2 and len(short) == len(lines[:4]) else []


def _first_line(text: Text) -> Text:
    """Return the line that heads a text which lost its markup, where what follows is another line, not its rest."""
    end = text.plain.find("\n")
    return text.slice(0, end) if 0 < end <= HEAD_LINE and text.plain[end + 1 : end + 2].isupper() else text


def _mostly(part: Text | None, words: str) -> bool:
    return part is not None and len(part.plain) * 2 > len(words)
