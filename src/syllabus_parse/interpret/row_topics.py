"""The cells of a row that say what: the topic, the kind of row, the people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from syllabus_parse.document import Cell, Text
from syllabus_parse.interpret.citation_values import title_links
from syllabus_parse.interpret.columns import Column
from syllabus_parse.interpret.deadlines import is_deadline, is_milestone, read_assignments
from syllabus_parse.interpret.entries import read_entries
from syllabus_parse.interpret.records import RawLink, RawSession
from syllabus_parse.interpret.row_state import Rows, cell_text
from syllabus_parse.interpret.topics import add_presenters, presenter_line, read_topic
from syllabus_parse.interpret.words import fold_label, link_label, requirement_group, session_label_kind, title_kind
from syllabus_parse.interpret.works import read_works
from syllabus_parse.model import Requirement
from syllabus_parse.normalize.titles import is_placeholder

DUE_WORD: Final = re.compile(
    r"\b(?:due|deadline|submission|submit|remise|entrega|abgabe|rendu|hand[- ]?in)\b|截止|提交", re.IGNORECASE
)


def read_topic_cell(rows: Rows, cell: Cell, session: RawSession) -> None:
    entries = read_entries(cell.blocks)
    before = len(session.titles)
    for index, entry in enumerate(entries):
        who = presenter_line(entry.text) if index else None
        if who is not None:
            add_presenters(who, session)
            session.notes.append(entry.text)
        elif entry.text.plain.strip() or entry.text.links():
            group = requirement_group(entry.text.plain)
            if group is not None and entry.children:
                for child in entry.children:
                    session.readings += read_works(child, requirement=group)
                continue
            read_topic(entry.text, session, alone=len(entries) == 1)
        for child in entry.children:
            if title_links(child.text):
                session.readings += read_works(child, requirement=rows.requirement)
            else:
                read_topic(child.text, session)
    # Lines of one topic cell are one title: "A.<br>B" reads "A. B".
    lines = session.titles[before:]
    if len(lines) > 1:
        first = lines[0]
        for title in lines[1:]:
            first = first.join_line(title)
        session.titles[before:] = [first]


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
        kind = title_kind(words)
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


def read_presenters(rows: Rows, text: Text, column: Column, session: RawSession) -> None:
    for line in text.split(re.compile(r"[\u2028\n]")):
        who = re.match(r"\s*[A-Za-z][\w -]{2,24}:\s+", line.plain)
        add_presenters(line.slice(who.end(), len(line.plain)) if who else line, session, column=column.header)


def read_note(rows: Rows, column: Column, text: Text, session: RawSession) -> None:
    for anchor, start, end in text.links():
        session.links.append(RawLink(anchor, text.slice(start, end).strip(), column=column.header))
    words = text.plain.strip()
    if column.role == "notes" and all(is_deadline(piece) for piece in re.split(r"\s*[;\u2028]\s*", words) if piece):
        read_assignments(text, session, event="due")
        return
    whole = text.strip(" ()\n\u2028") if words.startswith("(") and words.endswith(")") else text.strip()
    if column.role == "unknown" and column.header and len(words) <= 24 and not text.links():
        session.note_words.append(f"{column.header}: {' '.join(words.split())}")
    elif whole and link_label(whole.plain) is None:
        session.notes.append(whole)


def read_requirement(rows: Rows, words: str, session: RawSession) -> None:
    folded = fold_label(words)
    if folded in ("yes", "y", "x", "✓", "✔", "true", "required", "ja", "sí", "sim", "oui", "是", "mandatory"):
        value: Requirement | None = "required"
    elif folded in ("no", "n", "optional", "false", "nein", "não", "non", "否"):
        value = "optional"
    else:
        return
    for reading in session.readings:
        reading.requirement = reading.requirement or value


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
