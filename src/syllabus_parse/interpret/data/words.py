"""The words of a session in a data file: topic, type, presenters, remarks."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import BREAK, Mapping, Node, Sequence, Text
from syllabus_parse.interpret.data.days import (
    NUMBER,
    Draft,
    read_day,
)
from syllabus_parse.interpret.data.keys import read_key
from syllabus_parse.interpret.data.links import read_links
from syllabus_parse.interpret.data.values import (
    is_address,
    is_flag,
    make_anchor,
    read_flag,
    scalar_text,
    shape,
    value_texts,
)
from syllabus_parse.interpret.records import RawLink, RawSession
from syllabus_parse.interpret.sessions.deadlines import is_deadline, read_assignments
from syllabus_parse.interpret.sessions.topics import add_presenters, read_topic
from syllabus_parse.interpret.words import SESSION_LABEL, TBD, fold_label, link_label, session_label_kind, title_kind
from syllabus_parse.interpret.works.entries import split_lines
from syllabus_parse.model import SessionKind
from syllabus_parse.normalize.dates import parse_week
from syllabus_parse.normalize.titles import is_placeholder
from syllabus_parse.regex import lazy_regex

# A week's label before a topic, e.g. "Week 3 Foundations" · "Wk. 2: Maps"
WEEK_FIRST: Final = lazy_regex(
    r"\s*(?P<label>(?:week|wk\.?|woche|semana|semaine)\s{0,2}\d{1,2})\s{0,2}[:.–—-]?\s+(?=\S)", re.IGNORECASE
)
# A week's label and nothing else, e.g. "Week 3"
WEEK_ONLY: Final = lazy_regex(r"\s*(?:week|wk\.?|woche|semana|semaine)\s{0,2}\d{1,2}\s*", re.IGNORECASE)
# A type with the people who give it, e.g. "Lecture (Ann Li, Bob Roe)"
KIND_AND_PEOPLE: Final = lazy_regex(r"(?P<kind>[^()]{3,40}?)\s*\((?P<people>[^()]{3,120})\)\s*$")
LECTURE_WORDS: Final = frozenset(
    {"lecture", "lec", "class", "session", "lectures", "meeting", "vorlesung", "clase", "aula", "cours"}
)
DEADLINE_KINDS: Final = frozenset(
    {"assignment", "homework", "hw", "problem set", "pset", "due", "deadline", "assignment due", "raw event"}
)


def add_notes(session: RawSession, node: Node) -> None:
    """Keep what stands behind a key that no table knows: its links as links, its words as notes."""
    links, words = read_links(node, None, loose=False)
    session.links += links
    session.notes += words


def read_notes(session: RawSession, key: Text, node: Node) -> None:
    """Read remarks; notes that are named files are links."""
    alone = scalar_text(node)
    if alone is not None and is_address(alone.plain):
        session.links.append(RawLink(make_anchor(alone), key, key.plain))  # {discussion: "https://…"}
        return
    if shape(node) in ("mapping", "mappings"):
        links, words = read_links(node, key)
        session.links += links
    else:
        words = value_texts(node)
    for text in words:
        read_note(session, text)


def read_holiday(session: RawSession, node: Node) -> None:
    """Read a mark of a day off: a yes, or the name of the holiday."""
    text = scalar_text(node)
    if text is not None and read_flag(text.plain) is False:
        return
    session.kind = "holiday"
    if text is not None and read_flag(text.plain) is None:
        session.titles.append(text)


def read_exam(draft: Draft, node: Node) -> None:
    """Read a mark of an exam: a yes, or what the exam is on; beside a topic that is a remark."""
    text = scalar_text(node)
    flag = read_flag(text.plain) if text is not None else None
    if flag:
        draft.session.kind = draft.session.kind or "exam"
    elif flag is None:
        draft.exams += value_texts(node)


def read_title(draft: Draft, key: Text, node: Node) -> None:
    """Read the topic of a session; its label, its week and its links leave the title."""
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
        if WEEK_ONLY.fullmatch(text.plain):
            if session.week is None:
                session.week, session.week_text = parse_week(text.plain), text
            continue
        week = WEEK_FIRST.match(text.plain)
        if week is not None and session.week is None:
            session.week, session.week_text = parse_week(week["label"]), text.slice(*week.span("label"))
        rest = text.slice(week.end(), len(text.plain)) if week is not None else _take_days(text, draft)
        for line in split_lines(rest.strip()):
            if not TBD.fullmatch(line.plain):  # a topic to come, on a day that is set
                read_topic(line, session)


# The days of a meeting between its label and its topic, e.g. "Lecture 3 (Feb 2-4): Knots"
DAYS_BEHIND: Final = lazy_regex(r"(?P<label>[^()\n]{3,24}?)\*?\s{0,2}\((?P<days>[^()\n]{3,40})\)\s?(?=[:–—-])")


def _take_days(text: Text, draft: Draft) -> Text:
    """Take the days behind a meeting's label off the title, where no key tells them."""
    found = DAYS_BEHIND.match(text.plain)
    label = SESSION_LABEL.fullmatch(found["label"].strip()) if found is not None else None
    days = read_day(text.slice(*found.span("days"))) if found is not None and label is not None else []
    if found is None or not days or draft.whens:
        return text
    draft.whens += days
    return text.slice(0, found.end("label")).join(text.slice(found.end(), len(text.plain)))


def _counts_topic(key: str) -> bool:
    """Tell a key that only parts the topics of a day, {A: Looms, B: Dyes} or {lab: Knots}."""
    return len(key.strip()) == 1 or session_label_kind(key) is not None


def read_topics(draft: Draft, key: Text, node: Node) -> None:
    """Read a list of topics; one that is {title, url} gives its link to the session."""
    for item in node.items if isinstance(node, Sequence) else (node,):
        if isinstance(item, Mapping) and all(_counts_topic(name.plain) for name, _ in item.entries):
            kinds = [session_label_kind(name.plain) for name, value in item.entries if shape(value) == "scalar"]
            draft.topics += [text for _, value in item.entries for text in value_texts(value)]
            if len(kinds) == 1:
                draft.session.kind = draft.session.kind or kinds[0]
        elif isinstance(item, Mapping):
            links, words = read_links(item, key)
            draft.session.links += links
            named = [link.text for link in links if link.text is not None and link_label(link.text.plain) is None]
            draft.topics += named[:1] or words
        else:
            draft.topics += value_texts(item)


def read_type(session: RawSession, node: Node) -> None:
    """Read the type of a session, with the people that a type names in brackets."""
    for text in value_texts(node):
        kind = read_kind(text.plain)
        parts = KIND_AND_PEOPLE.match(text.plain)
        if parts is not None and (named := read_kind(parts["kind"])) is not None:
            session.kind, session.kind_text = named, text.slice(*parts.span("kind"))
            add_presenters(text.slice(*parts.span("people")), session)
        elif kind is not None:
            session.kind, session.kind_text = kind, text
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


def read_presenters(session: RawSession, node: Node) -> None:
    """Read who presents: names, or {name, affiliation, url}."""
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


def read_note(session: RawSession, text: Text) -> None:
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
            labelled = bool(words.links()) and link_label(words.plain) is not None
            if words and not is_placeholder(words.plain) and not labelled:
                session.notes.append(words)
