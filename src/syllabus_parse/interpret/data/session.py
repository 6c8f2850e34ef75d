"""One session of a data file: a mapping with a date, a topic, links, readings and deadlines."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import Mapping, Node, Scalar, Text
from syllabus_parse.interpret.data.body import is_body_text
from syllabus_parse.interpret.data.days import (
    CODE,
    Draft,
    Inherited,
    read_number,
    read_section,
    read_week,
    read_weekday,
    read_when,
)
from syllabus_parse.interpret.data.key_table import Key
from syllabus_parse.interpret.data.keys import fold_data_key
from syllabus_parse.interpret.data.labelled import read_labelled_lists
from syllabus_parse.interpret.data.lines import holds_lines, list_lines
from syllabus_parse.interpret.data.material import read_material, read_readings
from syllabus_parse.interpret.data.meaning import read_meaning
from syllabus_parse.interpret.data.reading import read_work
from syllabus_parse.interpret.data.reading_fields import Works
from syllabus_parse.interpret.data.session_end import finish_session
from syllabus_parse.interpret.data.values import (
    has_letters,
    is_address,
    make_anchor,
    read_flag,
    scalar_text,
    shape,
    value_texts,
)
from syllabus_parse.interpret.data.words import (
    DEADLINE_KINDS,
    LECTURE_WORDS,
    add_notes,
    read_exam,
    read_holiday,
    read_notes,
    read_presenters,
    read_title,
    read_topics,
    read_type,
)
from syllabus_parse.interpret.records import RawLink, RawSession, Worded
from syllabus_parse.interpret.words import CANCELLED, TBD, fold_label
from syllabus_parse.normalize.titles import is_placeholder
from syllabus_parse.regex import lazy_regex

# Keys of a session that belong to its one work.
LONE_ROLES: Final = frozenset(
    {"title", "authors", "venue", "year", "url", "reading", "publisher", "identifier", "short"}
)


def read_session(node: Mapping, inherited: Inherited) -> list[RawSession]:
    """Read one mapping as a session; several where it names several days that stand apart, none where it is empty.

    Words behind keys that no table knows become notes.
    """
    draft = Draft(RawSession(section=inherited.section, week=inherited.week, week_text=inherited.week_text))
    pairs = _list_pairs(node)
    lone = is_paper_session(pairs)
    if lone:
        _read_lone_work(node, pairs, draft.session)
    strong = [scalar_text(value) for _, value, meant in pairs if meant.role == "title" and not meant.weak]
    named = any(fold_data_key(key.plain) == "title" and scalar_text(value) for key, value, _ in pairs)
    for key, value, meant in pairs:
        if lone and belongs_to_work(meant):
            continue
        if named and fold_data_key(key.plain) == "name" and _is_event_name(value):
            add_notes(draft.session, value)  # {name: Assignment 1, title: Homework 1 released}
            continue
        if meant.weak == "section" and strong and is_body_text(fold_data_key(key.plain), value):
            draft.bodies += value_texts(value)
        elif meant.weak == "section" and strong and shape(value) == "mappings":
            read_material(draft.session, key, value, meant)  # {title, content: [{name, url}, …]}
        elif meant.weak == "section" and strong:
            draft.themes += [text for text in value_texts(value) if not CODE.fullmatch(text.plain)]
        elif not strong and names_event(key, value):
            read_title(draft, key, value)
        elif meant.weak == "notes" and any(strong):
            read_notes(draft.session, key, value)
        else:
            _read_field(draft, key, value, meant)
    return finish_session(draft, inherited, lone=lone)


def names_event(key: Text, node: Node) -> bool:
    """Tell whether an event's type is its name: {event: "Exam 1"}, {event: "No class"}, but not {event: "Lecture"}."""
    text = scalar_text(node) if fold_data_key(key.plain) == "event" else None
    return text is not None and text.plain.strip().isascii() and fold_label(text.plain) not in TYPES


MEETING_TYPES: Final = frozenset({"lab", "discussion", "section", "recitation", "quiz", "exam", "holiday"})
TYPES: Final = LECTURE_WORDS | DEADLINE_KINDS | MEETING_TYPES


def _list_pairs(node: Mapping) -> list[tuple[Text, Node, Key]]:
    """List the keys of a session with what they mean; those of a topic that is told by keys of its own stand in line.

    {date, lecture: {title, speaker}} says what {date, title, speaker} says; {title, url} alone is a linked name.
    """
    pairs: list[tuple[Text, Node, Key]] = []
    for key, value in node.entries:
        meant = read_meaning(key, value)
        inner = (
            [(name, below, read_meaning(name, below)) for name, below in value.entries]
            if meant.role == "title" and isinstance(value, Mapping)
            else []
        )
        told = {own.role for _, _, own in inner}
        pairs += inner if "title" in told and told - LINKED_NAME else [(key, value, meant)]
    return pairs


LINKED_NAME: Final = frozenset({"title", "url", "link", "links", "identifier", "ignored"})


# What a template calls an event, e.g. "Assignment 1" · "Due" · "Exam"
EVENT_NAME: Final = lazy_regex(
    r"\s*(?:assignment|homework|due|deadline|exam|quiz|event|project|release)\s{0,2}\d{0,3}\s*", re.I
)


GUESTS: Final = frozenset({"guest", "guests", "guest speaker", "guest speakers", "guest lecturer", "guest lecturers"})


def _is_event_name(node: Node) -> bool:
    text = scalar_text(node)
    return text is not None and EVENT_NAME.fullmatch(text.plain) is not None


def belongs_to_work(meant: Key) -> bool:
    """Tell the keys of a session that speak of its one work: its title, its authors, its PDF."""
    return meant.role in LONE_ROLES or (meant.role == "link" and meant.kind in ("pdf", "arxiv"))


def is_paper_session(pairs: list[tuple[Text, Node, Key]]) -> bool:
    """Tell whether a session is the reading of one work, whose title and authors stand in the session's own keys."""
    roles = {meant.role for _, value, meant in pairs if scalar_text(value) is not None}
    lists = any(
        meant.role in ("reading", "required", "optional") and not isinstance(value, Scalar) for _, value, meant in pairs
    )
    if lists:
        return False
    if "reading" in roles and "title" not in roles and roles & {"url", "presenter", "year", "identifier"}:
        return True  # {date, presenter, paper, url}
    named = any(meant.role == "authors" and shape(value) != "empty" for _, value, meant in pairs)
    return (named or "venue" in roles) and bool(roles & {"title", "reading"})


def _read_lone_work(node: Mapping, pairs: list[tuple[Text, Node, Key]], session: RawSession) -> None:
    own = tuple((key, value) for key, value, meant in pairs if belongs_to_work(meant))
    works = Works()
    read_work(Mapping(own, node.span), works)
    session.readings += works.readings
    if works.readings:
        session.kind = "discussion"


def _read_field(draft: Draft, key: Text, value: Node, meant: Key) -> None:
    session = draft.session
    text = scalar_text(value)
    role = meant.role
    if role == "ignored" or shape(value) == "empty":
        return
    if role in ("sessions", "unknown") and holds_lines(value):
        draft.lines += list_lines(value)
        return
    if role in ("date", "start", "end", "time"):
        read_when(draft, value, role)
    elif role == "week":
        read_week(draft, value)
    elif role == "weekday":
        read_weekday(draft, key, value)
    elif role == "number":
        read_number(session, value)
    elif role == "title":
        read_title(draft, key, value)
    elif role in ("text", "label"):
        read_title(draft, key, value) if not session.titles else add_notes(session, value)
    elif role == "topics":
        read_topics(draft, key, value)
    elif role == "kind":
        read_type(session, value)
    elif role == "holiday":
        read_holiday(session, value)
    elif role == "exam":
        read_exam(draft, value)
    elif role == "month":
        draft.month = text
    elif role == "presenter":
        read_presenters(session, value)
        if fold_data_key(key.plain) in GUESTS and text is not None and read_flag(text.plain) is None:
            session.kind = session.kind or "guest"
    elif role in ("link", "links"):
        read_material(session, key, value, meant)
    elif role in ("url", "identifier"):
        draft.urls.append((key, value))
    elif role in ("reading", "required", "optional"):
        read_readings(session, key, value, meant)
    elif role in ("assignment", "due", "out"):
        draft.dues.append((key, value))
    elif role == "location" and text is not None:
        session.location = text if not is_placeholder(text.plain) else None
    elif role == "section":
        read_section(session, key, value)
    elif role == "status" and text is not None:
        if read_flag(text.plain) or CANCELLED.search(text.plain):
            session.status, session.status_text = "cancelled", text
        elif TBD.fullmatch(text.plain):
            session.status, session.status_text = "tbd", text
    elif role == "notes":
        entries = read_labelled_lists(value)
        if entries is None:
            read_notes(session, key, value)
        else:
            draft.entries += entries
    elif role == "term":
        return
    elif text is not None and is_address(text.plain):
        session.links.append(RawLink(make_anchor(text), key, key.plain))
    elif text is not None and not has_letters(text.plain):
        session.note_words.append(Worded(f"{key.plain}: {text.plain}", text))
    elif shape(value) == "mappings":
        read_material(session, key, value, meant)
    else:
        add_notes(session, value)
