"""The last look at one session of a data file: its days, topics, kind and milestones."""

from __future__ import annotations

import re
from typing import Final

import attrs

from syllabus_parse.interpret.data.body import read_body
from syllabus_parse.interpret.data.days import Draft, Inherited, settle_bounds, settle_day
from syllabus_parse.interpret.data.keys import fold_data_key, read_key
from syllabus_parse.interpret.data.labelled import read_entry
from syllabus_parse.interpret.data.lines import read_line
from syllabus_parse.interpret.data.links import read_links
from syllabus_parse.interpret.data.material import read_homework
from syllabus_parse.interpret.data.words import read_note
from syllabus_parse.interpret.records import RawSession
from syllabus_parse.interpret.sessions.deadlines import is_milestone
from syllabus_parse.interpret.sessions.topics import read_topic
from syllabus_parse.interpret.words import title_kind
from syllabus_parse.interpret.works.entries import split_lines
from syllabus_parse.normalize.dates import When
from syllabus_parse.normalize.titles import is_placeholder
from syllabus_parse.regex import lazy_regex


def finish_session(draft: Draft, inherited: Inherited, *, lone: bool) -> list[RawSession]:
    """Settle what a session says once all its keys are read; one for each of its days."""
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
    for entry in draft.lines:
        read_line(session, entry)
    settle_bounds(draft)
    settle_day(draft)
    session.kind = session.kind or inherited.kind
    if not draft.whens:
        draft.whens += inherited.whens
    if inherited.number is not None and session.number is None:
        session.number, session.number_text = inherited.number.plain, inherited.number
    if draft.ends and len(draft.whens) == 1:
        when, text = draft.whens[0]
        draft.whens[0] = (_end_day(when, draft.ends[0][0]), text)
    if draft.weekday_text is not None and not draft.whens:
        session.note_words.append(draft.weekday_text)  # beside a day it only repeats that
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
    _settle_day_off(session)
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


def _settle_day_off(session: RawSession) -> None:
    """Where nothing else is told of a day, a remark that nobody meets is its title: {note: "No meeting (holiday)"}."""
    if session.titles or session.readings or session.assignments or len(session.notes) != 1:
        return
    note = session.notes[0]
    if len(note.plain) < LONGEST_OFF and title_kind(note.plain) == "holiday":
        session.titles, session.notes, session.kind = [note], [], "holiday"


LONGEST_OFF: Final = 60
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
