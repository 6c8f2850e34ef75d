"""Lists of what a meeting covers: below its bare heading, or below "Topics"."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import Listing, Text
from syllabus_parse.interpret.citations.kinds import is_instruction, is_text_range
from syllabus_parse.interpret.citations.signed import match_passage
from syllabus_parse.interpret.citations.values import title_links
from syllabus_parse.interpret.outline.head_words import DAY_LINE
from syllabus_parse.interpret.outline.state import DEEP, Walk
from syllabus_parse.interpret.records import RawSession
from syllabus_parse.interpret.sessions.deadlines import is_deadline
from syllabus_parse.interpret.sessions.fields import fill_session
from syllabus_parse.interpret.sessions.kept_notes import note_with_links
from syllabus_parse.interpret.sessions.tasks import read_task
from syllabus_parse.interpret.sessions.topics import presenter_line, read_topic
from syllabus_parse.interpret.words import link_label, requirement_group
from syllabus_parse.interpret.words.field_words import read_label
from syllabus_parse.interpret.works.entries import LINE, Entry, list_below, read_item
from syllabus_parse.interpret.works.signs import looks_like_work, shows_work
from syllabus_parse.normalize.dates import find_whens
from syllabus_parse.regex import lazy_regex

LONGEST_TOPIC: Final = 90
"""What is longer tells of the meeting rather than naming what it covers."""
MOST_TOPICS: Final = 12
# e.g. "Dennis: Hoare logic", "Presentation by Kim", "Antigone, lines 1--630", "1.4-6"
NO_TOPIC: Final = lazy_regex(r"[:：]|\b(?:by|read|watch|bring|submit)\b|\d\s?[-–]{1,2}\s?\d|^[\W\d]*$", re.IGNORECASE)


def read_topic_list(walk: Walk, block: Listing, *, told: bool) -> bool:
    """Read a list of topics into the session begun; False where it is another list.

    A heading that names its meeting by day or number alone, and a list of plain words below it: all of them are its
    title. Where a label says "Topics" (`told`), links in them are the session's.
    """
    session = walk.current
    if session is None or session.titles or session.readings or session.reading_list or walk.group:
        return False
    entries = [read_item(item, deep=True)[0] for item in block.items]
    if not told and (
        walk.depth >= DEEP
        or walk.requirement is not None
        or not 2 <= len(entries) <= MOST_TOPICS
        or not all(map(_is_plain, entries))
        or all(DAY_LINE.match(entry.text.plain) for entry in entries)  # "Mon - Trees", "Wed - Sets": a meeting each
    ):
        return False
    for entry in entries:
        if is_deadline(entry.text.plain):
            fill_session(session, entry, requirement=walk.requirement)
        else:
            _read_topic_item(session, entry)
    return True


def _is_plain(entry: Entry) -> bool:
    """Tell an item that names a topic: short, no work, no label, no day, no people, no command."""
    text = next((line for line in entry.text.split(LINE) if line.strip()), entry.text)
    words = text.plain.strip()
    if is_deadline(words):
        return True
    return (
        3 <= len(words) <= LONGEST_TOPIC
        and not NO_TOPIC.search(words)
        and not is_text_range(words)
        and match_passage(words) is None
        and read_task(Entry(text), None) is None
        and not looks_like_work(text)
        and not is_instruction(words)
        and read_label(text) is None
        and requirement_group(words) is None
        and presenter_line(text) is None
        and not find_whens(words)
        and not any(link_label(words[start:end]) is not None for _, start, end in text.links())
    )


def _read_topic_item(session: RawSession, entry: Entry) -> None:
    lines = [line for line in entry.text.split(LINE) if line.strip()]
    if lines:
        read_topic(lines[0].strip(" \t\n:;."), session, readings=False, alone=False)
    for line in lines[1:]:
        if _is_work(line):
            fill_session(session, Entry(line))
        else:
            note_with_links(line, session)
    for child in entry.children:
        if _is_work(child.text):
            fill_session(session, child)
            continue
        for piece in (child, *list_below(child)):
            note_with_links(piece.text, session)


def _is_work(text: Text) -> bool:
    """Tell a work below a topic from the course's own pages and remarks."""
    links = title_links(text)
    return shows_work(text) or any("//" in (anchor.href or "") for anchor, _, _ in links)
