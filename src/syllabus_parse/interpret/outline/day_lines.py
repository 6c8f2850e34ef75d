"""Lines below a heading of several days that are one day's: "Tuesday (Lecture): …", "**Thursday**" above a list."""

from __future__ import annotations

from typing import Final

import attrs

from syllabus_parse.document import Text
from syllabus_parse.interpret.citations.values import title_links
from syllabus_parse.interpret.outline.head_days import Head
from syllabus_parse.interpret.outline.head_rest import own_page
from syllabus_parse.interpret.outline.head_words import DAY_LINE, WEEKDAY_STARTS
from syllabus_parse.interpret.outline.heads import read_head, tells_when
from syllabus_parse.interpret.outline.sessions import claim_week
from syllabus_parse.interpret.outline.state import DEEP, Walk
from syllabus_parse.interpret.outline.week_days import open_weekday
from syllabus_parse.interpret.records import RawSession
from syllabus_parse.interpret.sessions.fields import fill_session
from syllabus_parse.interpret.sessions.kept_notes import note_children
from syllabus_parse.interpret.sessions.topics import read_topic
from syllabus_parse.interpret.words import session_label_kind, title_kind
from syllabus_parse.interpret.works.entries import Entry
from syllabus_parse.normalize.dates import parse_whens
from syllabus_parse.regex import lazy_regex

LONGEST_REMARK: Final = 60


def read_day_line(walk: Walk, entry: Entry) -> bool:
    """Read a line that names one of the days in the heading above into that day's session; False for any other.

    What follows hangs on that day. Where the heading names no weekdays, they stand in the order of the days, if
    the page has as many of them.
    """
    if open_weekday(walk, entry):
        return True
    if len(walk.days) < 2 or not any(walk.current is session for session in walk.days):
        return False
    found = DAY_LINE.match(entry.text.plain)
    session = _find_day(walk, WEEKDAY_STARTS.index(found["day"].casefold())) if found else None
    if found is None or session is None:
        return False
    said = session_label_kind(found["kind"]) if found["kind"] else None
    rest = entry.text.slice(found.end(), len(entry.text.plain)).strip(" *_")
    if title_kind(rest.plain) == "holiday" and len(rest.plain) < LONGEST_REMARK and not entry.children:
        session.kind, session.titles = "holiday", [rest]
        return True
    session.kind = session.kind or said
    walk.current = session
    links = title_links(rest)
    if not session.titles and len(links) == 1 and own_page((links[0][0].href or "").removeprefix("./")):
        read_topic(rest, session, readings=False)  # "Thursday: [trees](./lec/trees/)"
        note_children(session, entry)
        return True
    if rest or entry.children:
        fill_session(session, Entry(rest, entry.children, entry.marker, entry.item), requirement=walk.requirement)
    return True


# e.g. "Finals Week (Dec 8-12): Exam 3"
IN_BRACKET: Final = lazy_regex(r"[^():\n]{3,40}?\s\((?P<days>[^()\n]{3,30})\)(?=\s?[:–—-]\s)")


def head_in_bracket(text: Text) -> Head | None:
    """Read the days that stand in a bracket behind the first words of an item among dated ones."""
    found = IN_BRACKET.match(text.plain)
    days = text.slice(*found.span("days")) if found is not None else None
    whens = parse_whens(days.plain) if days is not None else ()
    if found is None or days is None or not whens or whens[0].day is None:
        return None
    title = text.slice(0, found.start("days") - 1).strip().join(text.slice(found.end(), len(text.plain)))
    return Head(RawSession(), [(when, days.slice(when.start, when.end)) for when in whens], title)


def date_session(walk: Walk, text: Text) -> bool:
    """Give the day of a line "**Date:** October 7" to the session or the week whose heading stands above it.

    False where that has a day already, where none stands above, and for any other line.
    """
    if not tells_when(text):
        return False
    if walk.current is None and walk.week_head is not None:
        claim_week(walk)
    session = walk.current
    head = read_head(text, item=True)
    if session is None or walk.depth >= DEEP or session.when is not None or head is None or not head.whens:
        return False
    session.when, session.when_text = head.whens[0]
    session.links += head.session.links
    if head.session.times is not None:
        session.times, session.times_text = head.session.times, head.session.times_text
    if head.rest.plain.strip(" ,;.()"):
        session.notes.append(head.rest.strip())
    return True


def _find_day(walk: Walk, weekday: int) -> RawSession | None:
    held = [session for session in walk.days if session.when is not None and session.when.weekday == weekday]
    if held:
        return held[0] if len(held) == 1 else None
    named = walk.habits.weekdays
    if weekday not in named or len(named) != len(walk.days):
        return None
    session = walk.days[named.index(weekday)]
    if session.when is None or session.when.weekday is not None:
        return None
    session.when = attrs.evolve(session.when, weekday=weekday)
    return session
