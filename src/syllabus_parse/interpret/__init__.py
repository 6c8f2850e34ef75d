"""Document to raw records: knows courses, not formats."""

from __future__ import annotations

from syllabus_parse.document import Document, Heading, Mapping, Paragraph, Problem, Sequence, walk
from syllabus_parse.interpret.course.course import read_course
from syllabus_parse.interpret.outline.flat_rows import part_flat_rows
from syllabus_parse.interpret.outline.habits import Habits, count_habits
from syllabus_parse.interpret.outline.month_days import date_month_days
from syllabus_parse.interpret.outline.outline import read_outline
from syllabus_parse.interpret.outline.week_lines import head_weeks
from syllabus_parse.interpret.records import RawSession, RawSyllabus
from syllabus_parse.interpret.settle import settle
from syllabus_parse.interpret.works.told import join_told_works

__all__ = ["interpret_document"]


def interpret_document(document: Document) -> RawSyllabus:
    """Find course, sessions and readings in a document of blocks.

    Never raises on content; a document without any gives an empty record with a problem that says so.
    """
    out = RawSyllabus(problems=list(document.problems))
    document = head_weeks(part_flat_rows(date_month_days(document)))
    blocks = list(walk(document.blocks))
    headings = [block for block in blocks if isinstance(block, Heading)]
    paragraphs = [block for block in document.blocks if isinstance(block, Paragraph)]
    out.course, out.clues = read_course(document, headings, paragraphs)
    habits = count_habits(document)
    page = _read_page(document, habits)
    if page is None:
        _read_meta_sessions(document, out)
    else:
        out.sessions.append(page)
    told = list(out.readings) if document.dialect == "html" else []
    read_outline(document, out, habits, page=page)
    join_told_works(document, told, out)
    settle(document, out)
    if not out.sessions and not out.readings and document.source.text.strip():
        out.problems.append(Problem("SP201", None))
    return out


def _read_page(document: Document, habits: Habits) -> RawSession | None:
    """Read a page that is one meeting, which only the front matter can say."""
    if document.meta is None:
        return None
    from syllabus_parse.interpret.outline.lecture_page import read_lecture_page  # noqa: PLC0415 - it reads data

    return read_lecture_page(document, habits)


def _read_meta_sessions(document: Document, out: RawSyllabus) -> None:
    """Read sessions that the front matter holds as data."""
    if document.meta is None or not any(
        isinstance(value, Sequence) and any(isinstance(item, Mapping) for item in value.items)
        for _, value in document.meta.entries
    ):
        return
    from syllabus_parse.interpret.data.data import find_sessions  # noqa: PLC0415 - few pages hold data

    made = find_sessions(document.meta)
    out.sessions += made.sessions
    out.readings += made.readings
    out.links += made.links
    out.problems += made.problems
