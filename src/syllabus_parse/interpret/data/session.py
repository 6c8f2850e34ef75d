"""One session of a data file: a mapping with a date, a topic, links, readings and deadlines."""

from __future__ import annotations

import re
from typing import Final

import attrs

from syllabus_parse.document import Mapping, Node, Scalar, Text
from syllabus_parse.interpret.data.body import is_body_text, read_body
from syllabus_parse.interpret.data.days import (
    CODE,
    Draft,
    Inherited,
    read_number,
    read_section,
    read_week,
    read_weekday,
    read_when,
    settle_day,
)
from syllabus_parse.interpret.data.key_table import Key
from syllabus_parse.interpret.data.keys import fold_data_key, read_key
from syllabus_parse.interpret.data.labelled import read_entry, read_labelled_lists
from syllabus_parse.interpret.data.links import read_links
from syllabus_parse.interpret.data.material import read_homework, read_material, read_readings
from syllabus_parse.interpret.data.meaning import read_meaning
from syllabus_parse.interpret.data.reading import read_work
from syllabus_parse.interpret.data.reading_fields import Works
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
    add_notes,
    read_exam,
    read_holiday,
    read_note,
    read_notes,
    read_presenters,
    read_title,
    read_topics,
    read_type,
)
from syllabus_parse.interpret.records import RawLink, RawSession, Worded
from syllabus_parse.interpret.sessions.deadlines import is_milestone
from syllabus_parse.interpret.sessions.topics import read_topic
from syllabus_parse.interpret.words import CANCELLED, TBD, title_kind
from syllabus_parse.interpret.works.entries import split_lines
from syllabus_parse.normalize.dates import When
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
        elif meant.weak == "section" and strong:
            draft.themes += [text for text in value_texts(value) if not CODE.fullmatch(text.plain)]
        elif meant.weak == "notes" and any(strong):
            read_notes(draft.session, key, value)
        else:
            _read_field(draft, key, value, meant)
    return _finish(draft, inherited, lone=lone)


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


def _finish(draft: Draft, inherited: Inherited, *, lone: bool) -> list[RawSession]:
    session = draft.session
    read_homework(draft)
    for key, node in draft.urls:
        links, words = read_links(node, None, kind=read_key(key.plain).kind)
        session.links += links
        session.notes += words
    _settle_topics(draft)
    read_body(session, draft.bodies)
    for entry in draft.entries:
        read_entry(session, entry)
    settle_day(draft)
    session.kind = session.kind or inherited.kind
    if not draft.whens:
        draft.whens += inherited.whens
    if inherited.number is not None and session.number is None:
        session.number, session.number_text = inherited.number.plain, inherited.number
    if draft.ends and len(draft.whens) == 1:
        when, text = draft.whens[0]
        draft.whens[0] = (_end_day(when, draft.ends[0][0]), text)
    if draft.weekday is not None:
        draft.whens = [
            (attrs.evolve(when, weekday=draft.weekday) if when.weekday is None else when, text)
            for when, text in draft.whens
        ]
    if not _has_content(session) and not draft.whens:
        return []
    if session.kind is None and session.readings and not session.titles and session.presenters and not lone:
        session.kind = "discussion"  # someone presents a paper
    _settle_due_label(session)
    _settle_lab(draft)
    _settle_kind(session)
    _settle_milestone(session)
    if not draft.whens:
        return [session]
    out: list[RawSession] = []
    for when, text in draft.whens:
        copy = session if not out else _copy(session)
        copy.when, copy.when_text = when, text
        out.append(copy)
    return out


def _end_day(when: When, end: When) -> When:
    """Set the end of a range; an end on the same day is a time."""
    if (end.month, end.day) == (when.month, when.day):
        return attrs.evolve(when, end_time=end.start_time or when.end_time)
    return attrs.evolve(when, end_year=end.year, end_month=end.month, end_day=end.day)


def _settle_topics(draft: Draft) -> None:
    """A list of topics is the title where there is no other, and remarks on it where there is one."""
    session = draft.session
    if draft.exams and not session.titles and not draft.topics:
        session.titles += draft.exams
        session.kind = session.kind or "exam"
    elif draft.exams:
        session.notes += draft.exams
    for text in draft.themes:
        if not is_placeholder(text.plain) and all(
            text.plain != known.plain for known in (*session.section, *session.titles)
        ):
            session.section = (*session.section, text)
    if session.titles or (session.readings and session.kind == "discussion"):
        for text in (*draft.week_topics, *draft.topics):
            read_note(session, text)
        return
    for text in (*draft.week_topics, *draft.topics):
        for line in split_lines(text):
            read_topic(line, session)


def _settle_lab(draft: Draft) -> None:
    """A day with nothing but {lab: "Lab 1: Setup"} is a lab, whose topic that is."""
    session = draft.session
    keys = [fold_data_key(key.plain) for key, _ in draft.dues]
    if session.titles or session.readings or len(session.assignments) != 1 or keys not in (["lab"], ["labs"]):
        return
    lab = session.assignments.pop()
    read_topic(lab.whole or lab.title, session, readings=False)
    session.kind = "lab"
    session.links += lab.links


def _settle_due_label(session: RawSession) -> None:
    """Where the title only says that something is due, what is due stands in the remarks: {name: Due, …}."""
    if len(session.titles) == 1 and DUE_LABEL.fullmatch(session.titles[0].plain) and session.notes:
        session.titles = [session.notes.pop(0)]


DUE_LABEL: Final = lazy_regex(r"\s*(?:due|deadline|assignment due|released|out|abgabe|entrega)\s*", re.IGNORECASE)


def _settle_kind(session: RawSession) -> None:
    """Let the words of a title overrule a type that a template set: a "lecture" called "Spring Break" is none."""
    if session.kind in ("lecture", "exam", "other") and session.titles:
        said = title_kind(session.titles[0].plain)
        if said in ("holiday", "project", "presentation", "guest", "exam"):
            session.kind = said


def _settle_milestone(session: RawSession) -> None:
    """A day with nothing but a milestone of the project is a session of that kind, no assignment."""
    if session.titles or session.readings or len(session.assignments) != 1:
        return
    mine = session.assignments[0]
    if mine.when is None and is_milestone(mine.title.plain):
        session.titles.append(mine.whole or mine.title)
        session.kind = session.kind or title_kind(mine.title.plain) or "project"
        session.links += mine.links
        session.assignments.clear()


def _has_content(session: RawSession) -> bool:
    return bool(
        session.titles or session.readings or session.assignments or session.links or session.presenters
        or session.notes or session.note_words or session.number or session.status or session.kind
    )  # fmt: skip


def _copy(session: RawSession) -> RawSession:
    return attrs.evolve(
        session,
        titles=list(session.titles),
        presenters=list(session.presenters),
        readings=list(session.readings),
        assignments=list(session.assignments),
        links=list(session.links),
        notes=list(session.notes),
        note_words=list(session.note_words),
        problems=[],
    )
