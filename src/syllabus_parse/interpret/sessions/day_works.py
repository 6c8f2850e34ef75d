"""Works behind a label that tells where they appeared: "Paper of the day (POPL'23): …"."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.interpret.citations.values import set_venue
from syllabus_parse.interpret.records import RawSession
from syllabus_parse.interpret.words import TBD, requirement_group
from syllabus_parse.interpret.works.entries import Entry
from syllabus_parse.interpret.works.works import read_works
from syllabus_parse.model import Requirement
from syllabus_parse.normalize.titles import is_placeholder
from syllabus_parse.normalize.venues import parse_venue
from syllabus_parse.regex import lazy_regex

# e.g. "Paper of the day (POPL'23): …" · "Optional extra paper of the week: …"
VENUE_LABEL: Final = lazy_regex(
    r"[\s*_]{0,4}(?P<label>(?:(?:optional|extra|required|main|second|first|bonus)\s){0,2}"
    r"(?:papers?|readings?|articles?)(?:\sof\sthe\s(?:day|week|month|session))?)"
    r"(?:\s\((?P<venue>[^()\n]{3,40})\))[\s*_]{0,3}[:：][\s*_]{0,3}|"
    r"[\s*_]{0,4}(?P<bare>(?:(?:optional|extra|required|main|second|first|bonus)\s){0,2}"
    r"(?:papers?|readings?|articles?)\sof\sthe\s(?:day|week|month|session))[\s*_]{0,3}[:：][\s*_]{0,3}",
    re.IGNORECASE,
)


def read_day_work(session: RawSession, entry: Entry, found: re.Match[str], requirement: Requirement | None) -> None:
    """Read the work behind a label that tells its venue in brackets."""
    text = entry.text
    rest = text.slice(found.end(), len(text.plain))
    if not rest or is_placeholder(rest.plain.strip(" .")) or TBD.fullmatch(rest.plain):
        return
    group = requirement_group(found["label"] or found["bare"]) or requirement
    made = read_works(Entry(rest, entry.children, item=True), requirement=group, session=session)
    session.readings += made
    if not made or not found["venue"]:
        return
    words = text.slice(*found.span("venue"))
    venue = parse_venue(words.plain)
    if requirement_group(words.plain) is not None:
        made[0].requirement, made[0].requirement_text = requirement_group(words.plain), words
    elif venue is not None:
        set_venue(made[0], venue, words)
        made[0].kind = None if made[0].kind == "web" else made[0].kind
    else:
        made[0].notes.append(words)
