"""The kind of a row: what its cell of kinds says, milestones, exams."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from syllabus_parse.document import Cell, Text
from syllabus_parse.interpret.records import RawLink, RawSession
from syllabus_parse.interpret.sessions.deadlines import is_deadline, is_milestone
from syllabus_parse.interpret.tables.cells import cell_text
from syllabus_parse.interpret.tables.columns import Column
from syllabus_parse.interpret.tables.row_state import Rows
from syllabus_parse.interpret.words import fold_label, session_label_kind, title_kind
from syllabus_parse.interpret.works.entries import read_entries
from syllabus_parse.model import SessionKind
from syllabus_parse.normalize.titles import is_placeholder
from syllabus_parse.regex import lazy_regex

DUE_WORD: Final = lazy_regex(
    r"\b(?:due|deadline|submission|submit|remise|entrega|abgabe|rendu|hand[- ]?in)\b|截止|提交",
    re.IGNORECASE,
    needs="due deadline submi remise entrega abgabe rendu hand 截止 提交",
)


def read_event(rows: Rows, text: Text, session: RawSession, pairs: Sequence[tuple[Column, Cell]]) -> None:
    """Read what kind of row it is: "Lecture 1", "A0", "Section", "Project", "Midterm"."""
    words = text.plain.strip()
    if not words or is_placeholder(words):
        return
    for anchor, start, end in text.links():
        session.links.append(RawLink(anchor, text.slice(start, end).strip()))
    label = re.fullmatch(r"(?P<name>[^\W\d]{1,24}(?: [^\W\d]{2,16})?)[\s#.-]{0,2}(?P<number>\d{1,3}[a-z]?)?", words)
    kind = session_label_kind(label["name"]) if label else None
    if kind is None:
        kind = _kind_of_letter(rows, words) or title_kind(words)
    if label and label["number"]:
        code = len(label["name"]) <= 2
        session.number = words if code else label["number"]
        session.number_text = text
        if code and kind is None:
            kind = "other"
    if kind is None and is_deadline(words):
        kind = "other"
        session.notes.append(text.strip())
    session.kind = kind or session.kind
    topic = next(
        (cell_text(cell).plain.strip() for column, cell in pairs if column.role in ("topic", "mixed") and cell.blocks),
        "",
    )
    if kind in ("exam", "holiday") and (
        not topic or re.search(r"\b(?:we|you|will|is|are)\b", topic) or (kind == "exam" and _names_exam(words, topic))
    ):
        session.titles.append(text.strip())
        for column, cell in pairs:
            if column.role in ("topic", "mixed") and cell.blocks:
                session.notes += [entry.text for entry in read_entries(cell.blocks)]
        session.closed = True


def _kind_of_letter(rows: Rows, words: str) -> SessionKind | None:
    """Read the letter of a timetable under "Tipo": T for theory, P for practice, both for a lecture."""
    if not any(column.role == "event" and re.match(r"tipo|tp\b", fold_label(column.header)) for column in rows.columns):
        return None
    letters = set(re.split(r"[/+,&y\s-]+", words.casefold().rstrip("."))) - {""}
    if not letters <= {"t", "p", "tp", "te", "pr", "l"}:
        return None
    return "lecture" if letters & {"t", "te"} else "lab"


def _names_exam(event: str, topic: str) -> bool:
    """Tell whether the kind of row names an exam better than its topic does: "Midterm" and "in-class exam"."""
    if title_kind(topic) != "exam" or re.fullmatch(
        r"(?:exam|examination|test|quiz|klausur|prüfung)\w?", event.casefold()
    ):
        return False
    return fold_label(event) not in fold_label(topic) and not re.search(r"\d", topic)


def settle_event(rows: Rows, session: RawSession) -> None:
    """Let the topic's words overrule a "Project" row that is a poster session."""
    words = " ".join(title.plain for title in session.titles)
    if session.kind == "project" and title_kind(words) == "presentation" and not DUE_WORD.search(words):
        session.kind = "presentation"
    if session.kind == "lecture" and title_kind(words) == "exam":
        session.kind = "exam"  # "Prova 1" on a day of theory
    if session.kind in ("lecture", "discussion", "lab") and title_kind(words) == "holiday":
        session.kind = "holiday"  # "Recitation" beside "No recitation"


def make_milestone(rows: Rows, session: RawSession) -> None:
    """A row that is only a milestone is a session and no assignment."""
    if session.titles or session.readings or session.presenters or len(session.assignments) != 1:
        return
    only = session.assignments[0]
    if (
        is_milestone(only.title.plain)
        and only.when is None
        and (session.when_text or session.status or session.kind is None)
    ):
        session.titles.append(only.whole or only.title)
        session.kind = title_kind(only.title.plain) or "project"
        session.links += only.links
        session.assignments.clear()
