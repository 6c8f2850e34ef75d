"""Lines that name a weekday below a week: each is a meeting of it, "**Monday**: Trees"."""

from __future__ import annotations

from typing import Final

import attrs

from syllabus_parse.document import Text
from syllabus_parse.interpret.outline.head_rest import cut_presenters, take_kind
from syllabus_parse.interpret.outline.head_words import DAY_LINE, WEEKDAY_STARTS
from syllabus_parse.interpret.outline.sessions import read_led_works
from syllabus_parse.interpret.outline.state import DEEP, DatedWeek, Walk, held_section, in_policy
from syllabus_parse.interpret.records import RawSession
from syllabus_parse.interpret.sessions.deadlines import is_deadline, read_assignments
from syllabus_parse.interpret.sessions.fields import fill_session
from syllabus_parse.interpret.sessions.topics import read_topic
from syllabus_parse.interpret.words import session_label_kind
from syllabus_parse.interpret.words.week_spans import WEEK_OF, count_days, first_weekday, shift_days
from syllabus_parse.interpret.works.cited import is_citation
from syllabus_parse.interpret.works.entries import Entry
from syllabus_parse.interpret.works.entry_cuts import cut_at_inline_labels
from syllabus_parse.normalize.dates import find_times
from syllabus_parse.regex import lazy_regex

PAIR: Final = 2
LONGEST_TOPIC: Final = 200
PIECES: Final = lazy_regex(r";\s+|(?<=\bdue)\.\s+")  # e.g. "Paper 1 due. Gray, *Maps*"
LEAD: Final = 20
"""Characters before a date that may say that it stands for a week."""


def open_weekday(walk: Walk, entry: Entry) -> bool:
    """Begin a meeting at "**Monday**: Trees" below a week, where weekdays lead such lines; False for any other line.

    Where the week tells its first day, or its first and last, the meeting is on that weekday of it.
    """
    if in_policy(walk) or walk.lines or len(walk.habits.weekdays) < PAIR:
        return False
    found = DAY_LINE.match(entry.text.plain)
    rest = entry.text.slice(found.end(), len(entry.text.plain)).strip(" *_") if found else None
    if found is None or not rest or len(rest.plain) > LONGEST_TOPIC or find_times(rest.plain) is not None:
        return False
    weekday = WEEKDAY_STARTS.index(found["day"].casefold())
    pieces = rest.split(PIECES) if not entry.children else [rest]
    due = [piece for piece in pieces if is_deadline(piece.plain)]
    told = [piece for piece in pieces if piece and piece not in due]
    if due and not told:
        return _read_deadline(walk, rest, weekday)
    session = _begin_dated(walk, weekday) or _begin_undated(walk)
    if session is None:
        return False
    if found["kind"]:
        session.kind = session_label_kind(found["kind"])
    walk.current, walk.depth, walk.days = session, DEEP, [session]
    topic, *below = cut_at_inline_labels(take_kind(told[0] if due else rest, session))
    if is_citation(cut_presenters(topic)):
        read_led_works(walk, session, topic)  # "Thursday: Gray, *Maps of Change*, 3-56"
    else:
        read_topic(topic, session, readings=False)
    for more in told[1:] if due else ():
        read_topic(more, session, readings=False)
    for piece in due:
        read_assignments(piece, session, event="due")
    for child in (*map(Entry, below), *entry.children):
        fill_session(session, child, requirement=walk.requirement)
    return True


def open_weekday_heading(walk: Walk, text: Text, depth: int) -> bool:
    """Begin a meeting at a heading that is a weekday below that of a week, "### Monday", "### Tuesday: Trees"."""
    if in_policy(walk) or len(walk.habits.weekdays) < PAIR or len(text.plain) > LONGEST_TOPIC:
        return False
    found = DAY_LINE.match(text.plain)
    weekday = WEEKDAY_STARTS.index(found["day"].casefold()) if found else 0
    session = (_begin_dated(walk, weekday) or _begin_undated(walk)) if found else None
    if found is None or session is None:
        return False
    if found["kind"]:
        session.kind = session_label_kind(found["kind"])
    walk.current, walk.depth, walk.days = session, depth, [session]
    walk.label, walk.themed = None, None
    walk.fresh_heads += 1
    if walk.requirement is not None and depth <= walk.requirement_depth:
        walk.requirement = None
    rest = text.slice(found.end(), len(text.plain)).strip(" *_:：")
    if rest:
        read_topic(take_kind(rest, session), session, readings=False)
    return True


def _read_deadline(walk: Walk, text: Text, weekday: int) -> bool:
    """Read homework that is due on a weekday of a dated week; False where no week is told day by day."""
    if walk.dated_week is None or walk.current is None:
        return False
    for work in read_assignments(text, walk.current, event="due"):
        if work.when is None:
            work.weekday = weekday
    return True


def _begin_undated(walk: Walk) -> RawSession | None:
    """Begin a meeting of a week without days; None where no such week is above."""
    week = walk.current
    if week is None and walk.week_head is not None and not walk.week_head[0].whens:
        week = walk.week_head[0].session
    if week is None or week.when is not None or (week.week is None and walk.week is None and walk.week_head is None):
        return None
    number = walk.week_head[0].week if walk.week_head is not None else week.week
    session = RawSession(week=number if number is not None else walk.week, week_text=week.week_text or walk.week_text)
    session.section = week.section or held_section(walk)
    walk.week_head = None
    walk.out.sessions.append(session)
    walk.siblings.append(session)
    return session


def _begin_dated(walk: Walk, weekday: int) -> RawSession | None:
    """Begin the meeting on a weekday of a week that has a date; the first takes what was read below the heading."""
    head = _find_dated_head(walk) if walk.dated_week is None else None
    week = _read_week(walk, head) if head is not None else walk.dated_week
    length = count_days(week.when) if week is not None else None
    offset = shift_days(weekday, week.first) if week is not None else 0
    if week is None or (length is not None and not 0 <= offset <= length):
        return None
    session = head or RawSession()
    session.titles.clear()
    session.when = attrs.evolve(week.when, end_year=None, end_month=None, end_day=None)
    session.when_text, session.day_offset = week.when_text, offset
    session.week, session.week_text, session.section = week.week, week.week_text, week.section
    if week.week is not None:
        session.above.add("week")
    if session is not walk.current:
        walk.out.sessions.append(session)
        walk.siblings.append(session)
    walk.week_head, walk.dated_week = None, week
    return session


def _find_dated_head(walk: Walk) -> RawSession | None:
    """Find the session of the heading above that tells when its week is; None where it tells one meeting's day."""
    if walk.week_head is not None and walk.week_head[0].whens:
        return walk.week_head[0].session
    head = walk.current if len(walk.days) < PAIR else None
    if (
        head is not None
        and walk.depth >= DEEP
        and (head.week is None or head.when is None or head.when.end_day is None)
    ):
        return None  # a line below the head, but for one that names a week and its days: "Week 1 | Aug 30 - Sep 3"
    if head is None or head.when is None or head.when.weekday is not None or head.kind in ("holiday", "exam"):
        return None
    whole = head.when.end_day is not None or head.week is not None
    return head if whole or WEEK_OF.search(_read_lead(walk, head)) else None


def _read_lead(walk: Walk, head: RawSession) -> str:
    """Return the words right before the date of a heading: "Week of "."""
    span = head.when_text.span if head.when_text is not None else None
    return walk.document.source.text[max(0, span.start - LEAD) : span.start] if span is not None else ""


def _read_week(walk: Walk, head: RawSession) -> DatedWeek | None:
    """Read the week that a heading dates; its theme is a section of its days. None where its first weekday is open."""
    if head.when is None or head.when.day is None or head.status is not None:
        return None
    first = first_weekday(head.when, walk.habits.weekdays[0], _read_lead(walk, head))
    if first is None:
        return None
    section = (*(head.section or held_section(walk)), *head.titles)
    return DatedWeek(head.when, head.when_text, first, head.week, head.week_text, section)
