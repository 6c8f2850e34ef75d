"""Lines that name one homework, and say when it is handed out and when it is due."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import Text
from syllabus_parse.interpret.records import RawAssignment, RawLink, RawSession
from syllabus_parse.normalize.dates import match_when
from syllabus_parse.regex import lazy_regex

# A link to a sheet of homework, and no more: "Homework #3"
HOMEWORK_SHEET: Final = lazy_regex(
    r"(?:(?:hw|homework|assignment|problem set|pset|exercise sheet)\s?#?\s?\d{1,2}"
    r"|labs?\s?\d{1,2}[a-z]?\s?[:：]\s.{3,60})",
    re.IGNORECASE,
)


# e.g. HW 1: [assigned](hw1.html), due Jan 20
HOMEWORK_LABEL: Final = lazy_regex(
    r"\W{0,4}(?P<title>(?:hw|homework|assignment|problem set|pset|lab|task|project|essay|paper|quiz)"
    r"\s?\#?\d{1,2}[a-z]?)\s?[:：]\s+",
    re.IGNORECASE,
)
HANDED_OUT: Final = lazy_regex(
    r"\b(?:assigned|released?|out|posted|available|handed out|begins?|starts?)\b", re.IGNORECASE
)
HANDED_IN: Final = lazy_regex(r"\bdue\b(?:\s(?:on|by))?\s*", re.IGNORECASE)


def read_homework_line(session: RawSession, text: Text) -> bool:
    """Read a numbered homework that is handed out, due or both in one line; False for any other line."""
    label = HOMEWORK_LABEL.match(text.plain)
    if not label:
        return False
    behind = text.slice(label.end(), len(text.plain))
    out, due = HANDED_OUT.search(behind.plain), HANDED_IN.search(behind.plain)
    if not out and not due:
        return False
    title = text.slice(*label.span("title"))
    links = [RawLink(anchor, text.slice(a, b).strip(), column="assignment") for anchor, a, b in text.links()]
    if out:
        session.assignments.append(RawAssignment(title, "out", links=links))
    if due:
        tail = behind.slice(due.end(), len(behind.plain))
        found = [when for when in match_when(tail.plain) if not when.tbd]
        when = found[0] if found else None
        place = tail.slice(when.start, when.end) if when is not None else None
        session.assignments.append(RawAssignment(title, "due", when, place, [] if out else links))
    return True
