"""The labelled lines of a session, "Topic: …", "Due: …", "Reading: …": each read by what its label says."""

from __future__ import annotations

import re
from typing import Final, Protocol

from syllabus_parse.document import Text
from syllabus_parse.interpret.citations.values import title_links
from syllabus_parse.interpret.records import RawLink, RawSession, Worded, list_links
from syllabus_parse.interpret.sessions.deadlines import is_deadline, read_assignments
from syllabus_parse.interpret.sessions.kept_notes import note_children, note_with_links
from syllabus_parse.interpret.sessions.line_signs import BARE_COMMAND, RANGE_OF, is_all_labels
from syllabus_parse.interpret.sessions.tasks import READ
from syllabus_parse.interpret.sessions.topics import add_presenters, linked_topic, read_topic
from syllabus_parse.interpret.words import fold_label, link_label, requirement_group
from syllabus_parse.interpret.words.field_words import Field
from syllabus_parse.interpret.works.entries import Entry, list_below
from syllabus_parse.interpret.works.signs import has_marks
from syllabus_parse.interpret.works.works import read_works
from syllabus_parse.model import Requirement
from syllabus_parse.normalize.dates import find_times
from syllabus_parse.normalize.titles import is_placeholder
from syllabus_parse.regex import lazy_regex


class Fill(Protocol):
    """Reads one entry of a session's content into it, as `fields.fill_session` does."""

    def __call__(
        self, session: RawSession, entry: Entry, *, requirement: Requirement | None = None, readings: bool = False
    ) -> None:
        """Read the entry."""


def fill_field(
    session: RawSession,
    entry: Entry,
    field: Field,
    label: str,
    rest: Text,
    *,
    requirement: Requirement | None,
    fill: Fill,
) -> None:
    """Read a labelled line by what its label says; `fill` reads what bears no label of its own."""
    group = requirement_group(label) or requirement
    below = list_below(entry) if field in ("topic", "presenter", "links") else entry.children
    if field == "topic":
        number = re.search(r"\b(?P<number>\d{1,2})\b", label)
        if number and session.number is None and re.match(r"lect|class|session", label, re.IGNORECASE):
            session.number = number["number"]
            session.number_text = entry.text.slice(0, len(label))
        if rest and session.titles and linked_topic(rest):
            note_with_links(rest, session)
        elif rest:
            read_topic(rest, session)
        for child in below:
            if title_links(child.text):
                session.readings += read_works(child, requirement=group)
            else:
                read_topic(child.text, session)
    elif field == "presenter":
        if rest:
            add_presenters(rest, session)
        for child in below:
            add_presenters(child.text, session)
        if "guest" in label.casefold() or "invited" in label.casefold():
            session.kind = session.kind or "guest"
    elif field in ("reading", "preparation"):
        _fill_readings(session, rest, below, group, fill)
    elif field in ("due", "out"):
        for piece in _cut_readings(session, rest, group, fill) if rest else ():
            made = read_assignments(piece, session, event="due" if field == "due" else "out")
            for assignment in made[:1]:
                assignment.whole = piece.strip() if is_deadline(piece.plain) else (assignment.whole or piece)
        for child in below:
            read_assignments(child.text, session, event="due" if field == "due" else "out")
    elif field == "lab" and not (rest.links() or session.titles):
        # "Lab: Pipes" alone is what meets.
        session.kind = session.kind or "lab"
        read_topic(rest, session)
        note_children(session, entry)
    elif field in ("links", "lab"):
        for piece in [rest, *(child.text for child in below)]:
            for anchor, start, end in piece.links():
                session.links.append(RawLink(anchor, piece.slice(start, end).strip(), column=label))
            left = Text.of(run for run in piece.runs if run.anchor is None).strip(" ,;|/()[]:\n\u2028-")
            if left and link_label(left.plain) is None and not is_placeholder(left.plain):
                session.notes.append(left)
    elif field == "exam":
        session.kind = "exam"
        said = " ".join(entry.text.plain.replace(":", "", 1).replace("*", "").split())
        session.note_words.append(Worded(said, entry.text))
    elif field == "location":
        session.location = rest.strip() or None
    elif field == "time":
        times = find_times(rest.plain)
        if times is not None:
            session.times, session.times_text = times, rest
        elif rest:
            session.notes.append(rest)
    elif field == "event":
        if session.titles:
            note_with_links(rest, session)
        else:
            read_topic(rest, session)
        for child in below:
            fill(session, child, requirement=requirement)
    else:
        if rest and not is_placeholder(rest.plain):
            # "Learning objectives: …" says what the note is of, "Note: …" doesn't.
            session.notes.append(rest.strip() if fold_label(label) in NOTE_LABELS else entry.text.strip())
        note_children(session, entry)


# e.g. "read Gray, *Maps*; exercises 3 and 4": what is to be read is parted from the rest of the homework
HOMEWORK_PIECES: Final = lazy_regex(r";\s+")


def _cut_readings(session: RawSession, rest: Text, requirement: Requirement | None, fill: Fill) -> list[Text]:
    """Read what homework tells to read, "read Ada Gray, 'Maps'", into the session; the rest of it is returned."""
    left = []
    for piece in rest.split(HOMEWORK_PIECES):
        command = READ.match(piece.plain)
        begun = command.start("part") if command and command["part"] else command.end() if command else 0
        told = begun > 0 and (
            bool(title_links(piece)) or has_marks(piece) or RANGE_OF.fullmatch(piece.plain, begun) is not None
        )
        if told and not is_deadline(piece.plain):
            fill(session, Entry(piece, item=True), requirement=requirement)
        else:
            left.append(piece)
    return [rest] if len(left) == len(rest.split(HOMEWORK_PIECES)) else left


NOTE_LABELS: Final = frozenset(
    ["", "note", "notes", "remark", "remarks", "comment", "comments", "nota", "notas", "bemerkung", "hinweis"]
)


def _fill_readings(
    session: RawSession, rest: Text, below: list[Entry], requirement: Requirement | None, fill: Fill
) -> None:
    if rest and BARE_COMMAND.fullmatch(rest.plain):
        rest = rest.slice(0, 0)  # "Before class: read", and the works stand below
    if rest and not is_placeholder(rest.plain):
        if is_deadline(rest.plain) and not title_links(rest):
            read_assignments(rest, session, event="due")
        else:
            fill(session, Entry(rest, below, item=True), requirement=requirement, readings=not READ.match(rest.plain))
            return
    for child in below:
        group = requirement_group(child.text.plain) if not title_links(child.text) else None
        if group is not None and child.children:
            for inner in child.children:
                fill(session, inner, requirement=group, readings=True)
        elif is_all_labels(child.text):
            session.links += list_links(child.text)
        else:
            fill(session, child, requirement=requirement, readings=not READ.match(child.text.plain))
