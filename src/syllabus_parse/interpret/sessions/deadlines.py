"""Homework and deadlines: "HW3", "Task 1 due", "Haiku (due Wed Feb 10)", "Assignment released. Due 4/15"."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import Mark, Text
from syllabus_parse.interpret.records import RawAssignment, RawLink, RawSession
from syllabus_parse.interpret.sessions.deadline_parts import (
    GENERIC_LEAD,
    drop_day,
    drop_labels,
    drop_time,
    find_day_out,
    find_lead,
    from_links,
    only_labels,
    says_only_when,
    tells_hour,
)
from syllabus_parse.interpret.sessions.event_pieces import split_events
from syllabus_parse.interpret.words.deadline_words import (
    CHORE,
    DUE,
    EDGES,
    HOMEWORK,
    NAMED_OUT,
    OUT,
    SUBMIT,
    TAIL_EVENTS,
    is_deadline,
    is_homework,
    is_milestone,
)
from syllabus_parse.model import AssignmentEvent
from syllabus_parse.normalize.dates import When, find_whens, match_when, parse_whens
from syllabus_parse.normalize.titles import is_placeholder
from syllabus_parse.regex import lazy_regex

__all__ = ["CHORE", "HOMEWORK", "is_deadline", "is_milestone", "read_assignments", "take_deadlines"]

HANDED_OUT: Final = lazy_regex(
    r"[\s(\[*_]*(?P<verb>releases?d?|hand(?:ed)? out|assign(?:ed)?|publish(?:ed)?|post(?:ed)?|start|begin)"
    r"\s*[:：]?\s+(?=[^\W\d_]*\s?\d|\w+\b)|[\s(\[*_]*(?P<label>out)\s*[:：]\s*(?=\w)",
    re.IGNORECASE,
)  # e.g. "release HW 1: Wordmatch", "Released: PS2", "out: HW2"
JOINT_END: Final = lazy_regex(r"\s(?:on|by|at|before|until)\s*$", re.IGNORECASE)
PLUS: Final = lazy_regex(r"\s*\(\+\)\s*(?=\w)")  # a mark before what is new
# e.g. "HW1 (midnight)", "HW1 (via email by 11:59 pm)"
HOUR_BEHIND: Final = lazy_regex(
    r"\s*\((?:(?:via|on|through) [\w ]{2,20}? )?(?:by |at |before )?"
    r"(?:midnight|noon|eod|end of day|\d{1,2}(?::\d\d)?\s?[ap]\.?m\.?)\)\s*$",
    re.IGNORECASE,
)
PIECES: Final = lazy_regex(
    r"[\u2028]|\s*;\s+|\s+[·•]\s+|\n(?=\W*(?:hw|homework|assignment|lab|pset|project|quiz)\b)", re.IGNORECASE
)


MOVED: Final = lazy_regex(r"\b(?:extended|moved|postponed|pushed|changed) (?:to|until)\b", re.IGNORECASE)
NOTHING: Final = lazy_regex(
    r"\W*(?:no(?:thing|(?: \w+day)? (?:homeworks?|hw|assignments?|readings?|deadlines?))?|none|keine?|nada|aucun"
    r"|rien(?: à remettre)?)(?: (?:(?:is|are|was|were) )?(?:due|assigned))?\W*",
    re.IGNORECASE,
)
# e.g. "No homework! Enjoy your break."
NO_WORK: Final = lazy_regex(r"\W*no (?:homeworks?|hw|assignments?)\s?[!.]", re.IGNORECASE)


def read_assignments(text: Text, session: RawSession, *, event: AssignmentEvent) -> list[RawAssignment]:
    """Read the homework of a cell or line into a session; `event` is what the column or label says of it."""
    if any(run.marks & Mark.STRIKE for run in text.runs):
        text = text.without(Mark.STRIKE)
    made: list[RawAssignment] = []
    for piece in [part for line in text.split(PIECES) for part in split_events(line)]:
        if made and only_labels(piece):
            made[-1].links += [
                RawLink(anchor, piece.slice(a, b).strip() or None, column="assignment")
                for anchor, a, b in piece.links()
            ]
            continue
        new = _read_piece(piece.strip(), event)
        if not new and made and DUE.match(piece.plain):
            new = _read_due_line(made, piece.strip())
        for work in new:
            opened = OPEN_BRACKET.search(work.title.plain)
            work.title = work.title.slice(0, opened.start()) if opened else work.title
        made += new
        session.notes += [work.hour for work in new if work.hour is not None]
    session.assignments += made
    return made


OPEN_BRACKET: Final = lazy_regex(r"(?<=\w)\s?\([\w ]{2,20}$")  # e.g. the end of "Lab 3" in "Lab 3 (report due 10/12)"


def _read_due_line(made: list[RawAssignment], text: Text) -> list[RawAssignment]:
    """Read a line of its own that says when the homework above it is due: "HW0 out", then "due Sep 8"."""
    last = made[-1]
    whens = [when for when in find_whens(text.plain) if not when.tbd]
    if not whens:
        last.event = "due" if DUE.fullmatch(text.plain) else last.event  # "HW1", and "due" below it, not "due TBA"
        return []
    when, when_text = whens[0], text.slice(whens[0].start, whens[0].end)
    if last.whole is not None and OUT.search(last.whole.plain):
        return [RawAssignment(last.title, "due", when, when_text, [], text)]
    last.event, last.when, last.when_text = "due", when, when_text
    return []


DUE_DAY: Final = lazy_regex(
    r"\W{0,3}(?:(?:by|on|this|at|midnight|noon|\d{1,2}(?::\d\d)?\s?[ap]m),? ){0,3}"
    r"(?P<day>(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\b",
    re.IGNORECASE,
)  # e.g. behind "due": "midnight Monday"; "next Friday" is another week's
DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


# What is still to come of a homework, e.g. HW4 - to be added · Essay 2 (TBA)
TO_COME: Final = lazy_regex(
    r"[\s(\[*_:–—-]{1,6}(?:(?:date|time)\s)?"
    r"(?:(?:to be|will be) (?:added|announced|posted|determined)|tb[ad]|coming soon)[\s)\]*_.]*$",
    re.IGNORECASE,
)


BADGE: Final = lazy_regex(r"\W{0,3}\[[^\[\]]{2,40}\]\s\w")  # a name in brackets before the words


def _read_piece(text: Text, event: AssignmentEvent) -> list[RawAssignment]:
    coming = TO_COME.search(text.plain) if len(text.plain) < 200 else None
    if coming and coming.start() > 1:
        text = text.slice(0, coming.start())
    mark = PLUS.match(text.plain)
    text = text.slice(mark.end(), len(text.plain)) if mark else text
    words = text.plain.strip(EDGES)
    if NOTHING.fullmatch(words) or NO_WORK.match(words):
        return []
    if not words or is_placeholder(words):
        return [] if not text.links() else [from_links(text, event)] if words else []
    links = [
        RawLink(anchor, text.slice(start, end).strip() or None, column="assignment")
        for anchor, start, end in text.links()
    ]
    left = drop_labels(text)
    if says_only_when(left.plain):
        left = text  # the link is the homework: "[Quiz 1](…) Due"
    badge = GENERIC_LEAD.match(left.plain)
    if badge is not None and any(start == badge.end() for _, start, _ in left.links()):
        left = left.slice(badge.end(), len(left.plain))  # "**Assignment** [Looms](…) out"
    handed = HANDED_OUT.match(left.plain)
    begins = handed is not None and (handed["verb"] or "").casefold() in ("start", "begin")
    if handed and begins and any(a < handed.end() for _, a, _ in left.links()):
        handed = None  # "[Start here](…)" is the homework
    named = NAMED_OUT.match(left.plain)
    if named:
        left = left.slice(0, named.start("out")).join(left.slice(named.end("out"), len(left.plain)))
    if handed:
        left = left.slice(handed.end(), len(left.plain))
    due = DUE.search(left.plain)
    when: When | None = None
    when_text: Text | None = None
    title = left
    weekday: int | None = None
    hour: Text | None = None
    says_due = False
    if due:
        says_due = True
        head, tail = left.slice(0, due.start()), left.slice(due.end(), len(left.plain))
        found = [when for when in match_when(tail.plain) if not when.tbd] or find_whens(tail.plain)
        if found:
            moved = MOVED.search(tail.plain)
            later = find_whens(tail.plain[moved.end() :]) if moved else ()
            if moved and later:
                tail, found = tail.slice(moved.end(), len(tail.plain)), list(later)
            last = found[0]
            when, when_text = last, tail.slice(last.start, last.end)
        by_day = DUE_DAY.match(tail.plain) if not found else None
        if by_day and head.strip(EDGES):
            weekday = DAYS.index(by_day["day"].casefold()[:3])
            when_text = tail.slice(*by_day.span("day"))
        spans = [(when.start, when.end) for when in found] if found or not by_day else [by_day.span("day")]
        if head.strip(EDGES) and tells_hour(tail.plain, spans):
            hour = left.strip(" \t\n\u2028,;:.")
        tail = drop_time(tail)
        if head.strip(EDGES):
            title = head
        else:  # "Due: Lab 0 due"
            title = tail.slice(0, found[0].start) if found and found[0].start > 3 else tail
            if found and found[0].start <= 3:
                title = tail.slice(found[0].end, len(tail.plain))
            again = DUE.search(title.plain)
            if again and title.plain[: again.start()].strip():
                title = title.slice(0, again.start())
        title = drop_day(title)
    elif event == "due" and (lead := find_lead(left.plain)):
        when, when_text = lead[0], left.slice(lead[0].start, lead[0].end)  # below "Due": "Thu 1/9 Essay 1"
        title = left.slice(lead[0].end, len(left.plain))
    elif event == "due" and (bracket := IN_BRACKETS.search(left.plain)) and bracket.start() > 2:
        days = parse_whens(bracket["inside"])
        if days and days[0].day is not None:  # below "Due": "Essay 1 (Friday, May 3)"
            place = left.slice(*bracket.span("inside"))
            when, when_text = days[0], place.slice(days[0].start, days[0].end)
            title = left.slice(0, bracket.start())
    out = OUT.search(title.plain)
    released = bool(out and out.start() > 0 and not title.plain[out.end() :].strip(EDGES + "on"))
    day_out = find_day_out(title, out) if out and not released and when is None else None
    if out and (released or day_out):
        rest = title.slice(out.end(), len(title.plain))
        title = title.slice(0, out.start())
        if day_out:
            released, when, when_text = True, day_out, rest.slice(day_out.start, day_out.end)
    released = released or handed is not None or named is not None
    submitted = SUBMIT.search(title.plain)
    if submitted and submitted.start() > 0:
        title = title.slice(0, submitted.start())
        says_due = True
    joint = JOINT_END.search(title.plain) if says_due else None
    title = title.slice(0, joint.start()) if joint and joint.start() > 0 else title
    at = HOUR_BEHIND.search(title.plain) if says_due or event == "due" else None
    if at and at.start() > 0:
        hour = hour or left.strip(" \t\n\u2028,;:.")
        title = title.slice(0, at.start())
    edges = EDGES.replace(")", "").replace("(", "")
    if BADGE.match(title.plain):
        edges = edges.replace("[", "")  # "[Final Project 2] Outline"
    title = title.strip(edges)
    title = title.slice(0, len(title.plain.rstrip("( ")))
    if title.plain.startswith("(") and ")" not in title.plain:
        title = title.slice(1, len(title.plain)).strip()  # "(M4 due)"
    if not title:
        return []
    whole = left.strip(" \t\n\u2028,;:.")
    if released and says_due:
        return [
            RawAssignment(title, "out", None, None, links, whole),
            RawAssignment(title, "due", when, when_text, [], whole, weekday=weekday, hour=hour),
        ]
    kind: AssignmentEvent = "out" if released else "due" if says_due else event
    return [RawAssignment(title, kind, when, when_text, links, whole, weekday=weekday, hour=hour)]


PART_END: Final = lazy_regex(r"\s*;\s+|(?<=[.!])\s+(?=[^\W\d_])|\s*[\u2028\n]\s*")
IN_BRACKETS: Final = lazy_regex(r"\s*[(\[](?P<inside>[^()\[\]]{4,80})[)\]]\s*$")


def take_deadlines(text: Text, session: RawSession) -> Text:
    """Take homework off a topic: "Recap; HW3 due", "Trees (Lab 2 out)", "Lab 1 due. Trees".

    A topic of nothing but a deadline is a session of its own and keeps its words.

    >>> from syllabus_parse.readers.inline import read_inline
    >>> session = RawSession()
    >>> take_deadlines(read_inline("Sorting; HW3 due"), session).plain, session.assignments[0].title.plain
    ('Sorting', 'HW3')
    >>> take_deadlines(read_inline("Lab 1 due. Sorting"), session).plain
    'Sorting'
    """
    plain = text.plain
    if len(plain) > 400 or not (DUE.search(plain) or OUT.search(plain)):
        return text
    tail = TAIL_EVENTS.search(plain)
    if tail:
        for piece in split_events(text.slice(*tail.span("events"))):
            read_assignments(piece, session, event="due")
        return text.slice(0, tail.start())
    bracket = IN_BRACKETS.search(plain)
    if bracket and bracket.start() > 2 and is_homework(bracket["inside"]):
        read_assignments(text.slice(*bracket.span("inside")), session, event="due")
        return text.slice(0, bracket.start())
    if bracket and bracket.start() > 2 and DUE.match(bracket["inside"]) and is_deadline(bracket["inside"]):
        session.notes.append(text.slice(*bracket.span("inside")))  # when the topic itself, a lab, must be handed in
        return text.slice(0, bracket.start())
    cuts = [found.span() for found in PART_END.finditer(plain) if found.start() > 0]
    ends = [*(start for start, _ in cuts), len(plain)]
    starts = [0, *(end for _, end in cuts)]
    keep = len(starts)
    while keep > 1 and is_homework(plain[starts[keep - 1] : ends[keep - 1]]):
        keep -= 1
    lead = 0
    while lead < keep - 1 and is_homework(plain[starts[lead] : ends[lead]]):
        lead += 1
    topics = range(lead, keep)
    if len(topics) == len(starts) or any(is_deadline(plain[starts[at] : ends[at]]) for at in topics):
        return text
    for at, (start, end) in enumerate(zip(starts, ends, strict=True)):
        if at not in topics:
            read_assignments(text.slice(start, end), session, event="due")
    left = text.slice(starts[lead], ends[keep - 1])
    return left.slice(0, len(left.plain.rstrip(" .")))
