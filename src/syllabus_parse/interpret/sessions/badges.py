"""Lines that a badge leads in, "**Lab 1** Knots (due Aug 29)", and links named by a meeting."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import Mark, Text
from syllabus_parse.interpret.records import RawLink, RawSession
from syllabus_parse.interpret.sessions.badged import cut_badge
from syllabus_parse.interpret.sessions.kept_notes import note_with_links
from syllabus_parse.interpret.sessions.topics import read_topic
from syllabus_parse.interpret.words import SESSION_LABEL
from syllabus_parse.regex import lazy_regex

BETWEEN: Final = " \t\n\u2028\u00a0,;|/()[]&+·-"
COUNT: Final = lazy_regex(r"[A-Z]{0,2}\d{1,2}")
# What becomes of homework, behind its badge: "**Lab 2** out", "**Lab 1** is due 11:59pm"
STATE: Final = lazy_regex(r"[\s:–—-]{1,3}(?:is\s)?(?:due|out|released?|assigned|posted|available)\b", re.IGNORECASE)
LECTURE: Final = lazy_regex(r"lect?(?:ures?)?|class|session|meeting")


def read_badge(session: RawSession, text: Text) -> bool:
    """Read a line whose bold badge numbers a meeting, "**Lab 1** Knots"; False for any other line.

    It is the topic where the day has none yet; beside a lecture it is kept with its links, and is nothing to read.
    """
    badge = cut_badge(text)
    end = badge.end if badge is not None else _end_of_bold(text)
    if end and session.titles and COUNT.fullmatch(text.plain[:end].strip()) and text.plain[end:].strip(BETWEEN):
        read_topic(text.slice(end, len(text.plain)), session, readings=False, alone=False)
        return True  # the second lecture of a week: "**2** Basics"
    found = SESSION_LABEL.fullmatch(text.plain[:end].strip(" :")) if end else None
    if found is None or not found["number"] or not text.plain[end:].strip(BETWEEN) or STATE.match(text.plain, end):
        return False
    if not session.titles:
        read_topic(text, session, readings=False)
    elif LECTURE.fullmatch(found["name"].casefold()):
        return False  # a second lecture of the day is a topic of its own
    else:
        note_with_links(text, session)
    return True


def read_meeting_links(session: RawSession, text: Text) -> bool:
    """Read links below a topic of which one is named by the meeting, "[Lecture 1](…), [Setup](…)"; False for others."""
    links = text.links() if session.titles else []
    found = [SESSION_LABEL.fullmatch(text.plain[start:end].strip()) for _, start, end in links]
    named = next((match for match in found if match is not None and match["number"]), None)
    if named is None or "".join(run.text for run in text.runs if run.anchor is None).strip(BETWEEN):
        return False
    session.links += [RawLink(anchor, text.slice(start, end).strip()) for anchor, start, end in links]
    if session.number is None:
        session.number, session.number_text = named["number"], text
    return True


def _end_of_bold(text: Text) -> int:
    """Return where the bold words at the front end, before others; 0 where there are none."""
    at = 0
    for run in text.runs:
        if run.text.strip() and not run.marks & Mark.BOLD:
            return at
        at += len(run.text)
    return 0
