"""One session of a data file: a mapping with a date, a topic, links, readings and deadlines."""

from __future__ import annotations

import re
from typing import Final

import attrs

from syllabus_parse.document import BREAK, Mapping, Node, Scalar, Sequence, Text
from syllabus_parse.interpret.data_days import (
    NUMBER,
    Draft,
    Inherited,
    read_number,
    read_section,
    read_week,
    read_weekday,
    read_when,
    settle_day,
)
from syllabus_parse.interpret.data_keys import Key, read_key
from syllabus_parse.interpret.data_links import read_links
from syllabus_parse.interpret.data_material import read_homework, read_material, read_readings
from syllabus_parse.interpret.data_reading import Works, read_work
from syllabus_parse.interpret.data_values import (
    has_letters,
    is_address,
    is_flag,
    make_anchor,
    read_flag,
    scalar_text,
    shape,
    value_texts,
)
from syllabus_parse.interpret.deadlines import is_deadline, is_milestone, read_assignments
from syllabus_parse.interpret.entries import split_lines
from syllabus_parse.interpret.records import RawLink, RawSession
from syllabus_parse.interpret.topics import add_presenters, read_topic
from syllabus_parse.interpret.words import CANCELLED, TBD, fold_label, link_label, session_label_kind, title_kind
from syllabus_parse.model import SessionKind
from syllabus_parse.normalize.dates import When, parse_week
from syllabus_parse.normalize.titles import is_placeholder

# A week's label before a topic, e.g. "Week 3 Foundations" · "Wk. 2: Maps"
WEEK_FIRST: Final = re.compile(
    r"\s*(?P<label>(?:week|wk\.?|woche|semana|semaine)\s{0,2}\d{1,2})\s{0,2}[:.–—-]?\s+(?=\S)", re.IGNORECASE
)
# Keys of a session that belong to its one work.
LONE_ROLES: Final = frozenset(
    {"title", "authors", "venue", "year", "url", "reading", "publisher", "identifier", "short"}
)
# A type with the people who give it, e.g. "Lecture (Ann Li, Bob Roe)"
KIND_AND_PEOPLE: Final = re.compile(r"(?P<kind>[^()]{3,40}?)\s*\((?P<people>[^()]{3,120})\)\s*$")
LECTURE_WORDS: Final = frozenset(
    {"lecture", "lec", "class", "session", "lectures", "meeting", "vorlesung", "clase", "aula", "cours"}
)
DEADLINE_KINDS: Final = frozenset(
    {"assignment", "homework", "hw", "problem set", "pset", "due", "deadline", "assignment due", "raw event"}
)


def read_session(node: Mapping, inherited: Inherited) -> list[RawSession]:
    """Read one mapping as a session; several where it names several days that stand apart, none where it is empty.

    Words behind keys that no table knows become notes.
    """
    draft = Draft(RawSession(section=inherited.section, week=inherited.week, week_text=inherited.week_text))
    pairs = [(key, value, read_key(key.plain)) for key, value in node.entries]
    lone = is_paper_session(pairs)
    if lone:
        _read_lone_work(node, pairs, draft.session)
    strong = [scalar_text(value) for _, value, meant in pairs if meant.role == "title" and not meant.weak]
    for key, value, meant in pairs:
        if lone and meant.role in LONE_ROLES:
            continue
        if meant.weak == "section" and strong:
            draft.themes += value_texts(value)
        elif meant.weak == "notes" and any(strong):
            _read_notes(draft.session, key, value)
        else:
            _read_field(draft, key, value, meant)
    return _finish(draft, inherited, lone=lone)


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
    own = tuple((key, value) for key, value, meant in pairs if meant.role in LONE_ROLES)
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
        _read_title(draft, key, value)
    elif role in ("text", "label"):
        _read_title(draft, key, value) if not session.titles else _add_notes(session, value)
    elif role == "topics":
        _read_topics(draft, key, value)
    elif role == "kind":
        _read_kind(session, value)
    elif role == "holiday":
        _read_holiday(session, value)
    elif role == "month":
        draft.month = text
    elif role == "presenter":
        _read_presenters(session, value)
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
            session.status = "cancelled"
        elif TBD.fullmatch(text.plain):
            session.status = "tbd"
    elif role == "notes":
        _read_notes(session, key, value)
    elif role == "term":
        return
    elif text is not None and is_address(text.plain):
        session.links.append(RawLink(make_anchor(text), key, key.plain))
    elif text is not None and not has_letters(text.plain):
        session.note_words.append(f"{key.plain}: {text.plain}")
    elif shape(value) == "mappings":
        read_material(session, key, value, meant)
    else:
        _add_notes(session, value)


# -- words ---------------------------------------------------------------------------------------


def _add_notes(session: RawSession, node: Node) -> None:
    links, words = read_links(node, None, loose=False)
    session.links += links
    session.notes += words


def _read_notes(session: RawSession, key: Text, node: Node) -> None:
    """Read remarks; notes that are named files are links."""
    if shape(node) in ("mapping", "mappings"):
        links, words = read_links(node, key)
        session.links += links
    else:
        words = value_texts(node)
    for text in words:
        _read_note(session, text)


def _read_holiday(session: RawSession, node: Node) -> None:
    """Read a mark of a day off: a yes, or the name of the holiday."""
    text = scalar_text(node)
    if text is not None and read_flag(text.plain) is False:
        return
    session.kind = "holiday"
    if text is not None and read_flag(text.plain) is None:
        session.titles.append(text)


def _read_title(draft: Draft, key: Text, node: Node) -> None:
    session = draft.session
    if isinstance(node, Mapping):
        # A topic that is {title, url}: its words are the title, its address a link of the session.
        links, words = read_links(node, None)
        for link in links:
            if link.text is not None and link_label(link.text.plain) is None and not session.titles:
                read_topic(link.text, session, readings=False)
        session.links += links
        for text in words:
            read_topic(text, session, readings=False) if not session.titles else session.notes.append(text)
        return
    for text in value_texts(node):
        if fold_label(key.plain) in LECTURE_WORDS and NUMBER.fullmatch(text.plain.strip()):
            session.number, session.number_text = text.plain.strip(), text
            continue
        week = WEEK_FIRST.match(text.plain)
        if week is not None and session.week is None:
            session.week, session.week_text = parse_week(week["label"]), text.slice(*week.span("label"))
        rest = text.slice(week.end(), len(text.plain)) if week is not None else text
        for line in split_lines(rest.strip()):
            if not TBD.fullmatch(line.plain):  # a topic to come, on a day that is set
                read_topic(line, session)


def _read_topics(draft: Draft, key: Text, node: Node) -> None:
    """Read a list of topics; one that is {title, url} gives its link to the session."""
    for item in node.items if isinstance(node, Sequence) else (node,):
        if isinstance(item, Mapping):
            links, words = read_links(item, key)
            draft.session.links += links
            named = [link.text for link in links if link.text is not None and link_label(link.text.plain) is None]
            draft.topics += named[:1] or words
        else:
            draft.topics += value_texts(item)


def _read_kind(session: RawSession, node: Node) -> None:
    for text in value_texts(node):
        kind = read_kind(text.plain)
        parts = KIND_AND_PEOPLE.match(text.plain)
        if parts is not None and (named := read_kind(parts["kind"])) is not None:
            session.kind = named
            add_presenters(text.slice(*parts.span("people")), session)
        elif kind is not None:
            session.kind = kind
        elif not is_placeholder(text.plain):
            session.notes.append(text)


def read_kind(words: str) -> SessionKind | None:
    """Read the type that a data file gives a session; None for a type of its own.

    >>> read_kind("Lecture"), read_kind("midterm"), read_kind("raw_event"), read_kind("deep dive")
    ('lecture', 'exam', 'other', None)
    """
    folded = fold_label(words.replace("_", " ").replace("-", " "))
    if folded in LECTURE_WORDS:
        return "lecture"
    if folded in DEADLINE_KINDS:
        return "other"
    if folded in ("break", "holiday", "no class", "recess", "off", "vacation", "noclass", "no lecture"):
        return "holiday"
    if folded in ("guest", "invited"):
        return "guest"
    return session_label_kind(folded) or title_kind(folded)


def _read_presenters(session: RawSession, node: Node) -> None:
    stack: list[Node] = [node]
    while stack:
        here = stack.pop()
        if isinstance(here, Sequence):
            stack.extend(reversed(here.items))
        elif isinstance(here, Mapping):
            for key, value in here.entries:
                text = scalar_text(value)
                if text is None:
                    continue
                if read_key(key.plain).role in ("title", "presenter", "label", "text", "authors"):
                    add_presenters(text, session)
                elif (
                    fold_label(key.plain) in ("affiliation", "institution", "university", "company")
                    and session.presenters
                ):
                    session.presenters[-1].affiliation = text.plain
                    session.presenters[-1].affiliation_text = text
                elif is_address(text.plain):
                    session.links.append(
                        RawLink(make_anchor(text), session.presenters[-1].name if session.presenters else None)
                    )
                elif not is_flag(text.plain):
                    session.notes.append(text)
        elif (text := scalar_text(here)) is not None and not is_flag(text.plain):
            add_presenters(text, session)


def _read_note(session: RawSession, text: Text) -> None:
    """Read a remark: its deadlines become assignments, its links the session's."""
    for line in split_lines(text, lines=True):
        for piece in line.split(re.compile(rf"\s*;\s+|{BREAK}")):
            if is_deadline(piece.plain) or re.fullmatch(
                r".{2,50}\bdue\b\s*(?:\(.{2,80}\))?[.!]?\s*", piece.plain, re.IGNORECASE
            ):
                read_assignments(piece, session, event="due")
                continue
            for anchor, start, end in piece.links():
                session.links.append(RawLink(anchor, piece.slice(start, end).strip(), "notes"))
            words = piece.strip()
            if words and not is_placeholder(words.plain) and link_label(words.plain) is None:
                session.notes.append(words)


# -- settling ------------------------------------------------------------------------------------


def _finish(draft: Draft, inherited: Inherited, *, lone: bool) -> list[RawSession]:
    session = draft.session
    read_homework(draft)
    for key, node in draft.urls:
        links, words = read_links(node, None, kind=read_key(key.plain).kind)
        session.links += links
        session.notes += words
    _settle_topics(draft)
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
    for text in draft.themes:
        if not is_placeholder(text.plain) and all(
            text.plain != known.plain for known in (*session.section, *session.titles)
        ):
            session.section = (*session.section, text)
    if session.titles or (session.readings and session.kind == "discussion"):
        for text in (*draft.week_topics, *draft.topics):
            _read_note(session, text)
        return
    for text in (*draft.week_topics, *draft.topics):
        for line in split_lines(text):
            read_topic(line, session)


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
