"""Milestones in a list of their own beside the plan: "Project timeline", "Important dates"."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import Text
from syllabus_parse.interpret.outline.heads import read_head
from syllabus_parse.interpret.outline.loose import same_day
from syllabus_parse.interpret.outline.state import Walk
from syllabus_parse.interpret.records import RawSession
from syllabus_parse.interpret.words import names_day, title_kind
from syllabus_parse.interpret.words.deadline_words import is_homework, is_milestone
from syllabus_parse.model import SessionKind
from syllabus_parse.normalize.dates import find_times, match_when
from syllabus_parse.normalize.titles import is_placeholder
from syllabus_parse.regex import lazy_regex

MILESTONE_PART: Final = lazy_regex(
    r"\b(?:timeline|milestones?|(?:important|key) (?:dates|deadlines)"
    r"|exams|examinations|klausuren|exámenes|examens|project (?:schedule|dates|deadlines))\b",
    re.IGNORECASE,
)
DEADLINE_PART: Final = lazy_regex(
    r"\W*(?:(?:course|project|homework|assignment|all|key) )?(?:deadlines?|due dates|assignments?|homeworks?"
    r"|problem sets|deliverables|assignments? (?:deadlines|due dates|schedule)"
    r"|abgaben|abgabetermine|fristen|entregas|prazos|plazos)\W*",
    re.IGNORECASE,
)
# e.g. "(5%)", "(25% of grade)"
SHARE: Final = lazy_regex(r"\s*[(\[][^()\[\]]{0,20}\d{1,3}\s?%[^()\[\]]{0,20}[)\]]\s*$")
LONGEST: Final = 90


def read_milestone_item(walk: Walk, text: Text) -> bool:
    """Read a dated item that is a milestone or an exam as a session, where tables hold the plan.

    A day that the plan has already keeps its session; what the item says of it is a note there.
    """
    if not walk.table_sessions or not walk.levels or MILESTONE_PART.search(walk.levels[-1].text.plain) is None:
        return False
    if _read_labelled(walk, text):
        return True
    head = read_head(text, item=True)
    if head is None or len(head.whens) != 1:
        return False
    share = SHARE.search(head.rest.plain)
    rest = (head.rest.slice(0, share.start()) if share else head.rest).strip(" *_:–—-")
    kind = kind_of(rest.plain) if rest and len(rest.plain) <= LONGEST else None
    if kind is None:
        return False
    when, when_text = head.whens[0]
    held = [session for session in walk.out.sessions if session.when is not None and same_day(session.when, when)]
    if held:
        held[0].notes.append(text.strip())
        return True
    walk.out.sessions.append(RawSession(when=when, when_text=when_text, kind=kind, titles=[rest]))
    return True


def _read_labelled(walk: Walk, text: Text) -> bool:
    """Read an exam named before its day, hour and place: "Midterm: October 25, 2031, 2:00 PM - 4:00 PM, Hall 7"."""
    found = LABEL.match(text.plain)
    days = [when for when in match_when(text.plain, found.end()) if names_day(when)] if found else []
    if found is None or len(days) != 1 or days[0].end_day is not None:
        return False
    title = text.slice(*found.span("label")).strip(" *_")
    if kind_of(title.plain) != "exam" or any(
        session.when is not None and same_day(session.when, days[0]) for session in walk.out.sessions
    ):
        return False
    when = days[0]
    session = RawSession(when=when, when_text=text.slice(when.start, when.end), kind="exam", titles=[title])
    rest = text.slice(when.end, len(text.plain))
    session.times = find_times(rest.plain)
    session.times_text = rest if session.times is not None else None
    walk.out.sessions.append(session)
    place = PLACE.search(rest.plain)
    if place is not None:
        hall = rest.slice(*place.span("place")).strip()
        session.location = hall if not is_placeholder(hall.plain) else None
        rest = rest.slice(place.end(), len(rest.plain))
    elif session.times is not None:
        rest = rest.slice(len(rest.plain), len(rest.plain))
    left = rest.strip(" ,;.:*_–—-")
    session.notes += [left] if left else []
    return True


# e.g. "Final exam: "
LABEL: Final = lazy_regex(r"[\s*_]*+(?P<label>[^:：\n\u2028]{3,60}?)[\s*_]*+[:：][\s*_]*")
# e.g. ", Location: Hall 7"
PLACE: Final = lazy_regex(
    r"[\s,;]*+(?:location|room|place|where)\s?[:：]\s*(?P<place>[^,;\n\u2028]{2,60})", re.IGNORECASE
)


def settle_deadline_part(walk: Walk, before: int) -> None:
    """Tell the sessions made below "Deadlines" or "Assignments", where a plan stands above, to be no classes."""
    if not 0 < before < len(walk.out.sessions) or not walk.levels:
        return
    if DEADLINE_PART.fullmatch(walk.levels[-1].text.plain) is None:
        return
    for session in walk.out.sessions[before:]:
        if session.when is not None and session.kind in (None, "lecture"):
            session.kind = kind_of(" ".join(title.plain for title in session.titles)) or "other"


def kind_of(words: str) -> SessionKind | None:
    """Tell the kind of a milestone by its words; None for any other day.

    >>> kind_of("Project proposal due"), kind_of("Midterm exam"), kind_of("Last day to drop")
    ('project', 'exam', None)
    """
    kind = title_kind(words)
    if kind in ("project", "exam", "presentation"):
        return kind
    if is_milestone(words):
        return "project"
    return "other" if is_homework(words) else None
