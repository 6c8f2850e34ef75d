"""Homework and deadlines: "HW3", "Task 1 due", "Haiku (due Wed Feb 10)", "Assignment released. Due 4/15"."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import Mark, Text
from syllabus_parse.interpret.records import RawAssignment, RawLink, RawSession
from syllabus_parse.interpret.words import link_label, title_kind
from syllabus_parse.model import AssignmentEvent
from syllabus_parse.normalize.dates import When, find_whens, match_when
from syllabus_parse.normalize.titles import is_placeholder

EDGES: Final = " \t\n\r\u2028\u00a0,;:.()[]*_–—-"
DUE: Final = re.compile(
    r"[\s(\[,;:.*–—-]*\b(?:(?:is|are|will be)\s+)?(?:due|deadline|extended (?:to|until)|moved to|postponed to"
    r"|abgabe(?:frist)?|à rendre|entrega|fällig)\b(?:\s*(?:date|on|by|at|before|am|bis|le|el))?\s*[:：]?\s*|截止[:：]?\s*",
    re.IGNORECASE,
)
OUT: Final = re.compile(
    r"[\s(\[,;:.*–—-]*\b(?:(?:is|are|will be)\s+)?(?:released?|out|assigned|posted|handed out|goes out|available"
    r"|starts?|begins|published|distributed|ausgabe)\b\s*[!.:]?",
    re.IGNORECASE,
)
SUBMIT: Final = re.compile(
    r"[\s,;:–—-]*\b(?:submission|submit|submitted|hand[- ]?in|turn in|turned in)\b\s*!?\s*$", re.IGNORECASE
)
MILESTONE: Final = re.compile(
    r"\b(?:project|proposal|report|milestone|check-?ins?|presentation|final|draft|survey|paper|essay|progress|poster"
    r"|demo)s?\b",
    re.IGNORECASE,
)
HOMEWORK: Final = re.compile(
    r"\b(?:hw|homework|assignment|problem set|pset|quiz|lab|task|exercise|critique|review|reflection|worksheet|tarea"
    r"|aufgabe|devoir)s?\b",
    re.IGNORECASE,
)
PIECES: Final = re.compile(
    r"[\u2028]|\s*;\s+|\s+[·•]\s+|\n(?=\W*(?:hw|homework|assignment|lab|pset|project|quiz)\b)", re.IGNORECASE
)
DAY_TAIL: Final = re.compile(r"\s+(?:on\s+)?(?:mon|tues?|wednes|thurs|fri|satur|sun)day\s*$", re.IGNORECASE)


def read_assignments(text: Text, session: RawSession, *, event: AssignmentEvent) -> list[RawAssignment]:
    """Read the homework of a cell or line into a session; `event` is what the column or label says of it."""
    if any(run.marks & Mark.STRIKE for run in text.runs):
        text = text.without(Mark.STRIKE)
    made: list[RawAssignment] = []
    for piece in text.split(PIECES):
        if made and _only_labels(piece):
            made[-1].links += [
                RawLink(anchor, piece.slice(a, b).strip() or None, column="assignment")
                for anchor, a, b in piece.links()
            ]
            continue
        made += _read_piece(piece.strip(), event)
    session.assignments += made
    return made


def _read_piece(text: Text, event: AssignmentEvent) -> list[RawAssignment]:
    words = text.plain.strip(EDGES)
    if not words or is_placeholder(words):
        return [] if not text.links() else [_from_links(text, event)] if words else []
    links = [
        RawLink(anchor, text.slice(start, end).strip() or None, column="assignment")
        for anchor, start, end in text.links()
    ]
    left = _drop_labels(text)
    if not DUE.sub(" ", left.plain).strip(EDGES + "!"):
        left = text  # the link is the homework: "[Quiz 1](…) Due"
    due = DUE.search(left.plain)
    when: When | None = None
    when_text: Text | None = None
    title = left
    says_due = False
    if due:
        says_due = True
        head, tail = left.slice(0, due.start()), left.slice(due.end(), len(left.plain))
        found = [when for when in match_when(tail.plain) if not when.tbd] or find_whens(tail.plain)
        if found:
            when, when_text = found[0], tail.slice(found[0].start, found[0].end)
        tail = _drop_time(tail)
        if head.strip(EDGES):
            title = head
        else:  # "Due: Lab 0 due"
            title = tail.slice(0, found[0].start) if found and found[0].start > 3 else tail
            if found and found[0].start <= 3:
                title = tail.slice(found[0].end, len(tail.plain))
            again = DUE.search(title.plain)
            if again and title.plain[: again.start()].strip():
                title = title.slice(0, again.start())
        title = _drop_day(title)
    out = OUT.search(title.plain)
    released = bool(out and out.start() > 0 and not title.plain[out.end() :].strip(EDGES + "on"))
    if out and released:
        title = title.slice(0, out.start())
    submitted = SUBMIT.search(title.plain)
    if submitted and submitted.start() > 0:
        title = title.slice(0, submitted.start())
        says_due = True
    title = title.strip(EDGES.replace(")", "").replace("(", ""))
    title = title.slice(0, len(title.plain.rstrip("( ")))
    if not title:
        return []
    whole = left.strip(" \t\n\u2028,;:.")
    if released and says_due:
        return [
            RawAssignment(title, "out", None, None, links, whole),
            RawAssignment(title, "due", when, when_text, [], whole),
        ]
    kind: AssignmentEvent = "out" if released else "due" if says_due else event
    return [RawAssignment(title, kind, when, when_text, links, whole)]


def _only_labels(text: Text) -> bool:
    """Tell a line of labels ("[code] [preview]"): links of the homework above it."""
    links = text.links()
    left = "".join(run.text for run in text.runs if run.anchor is None).strip(EDGES + "|/")
    return bool(links) and not left and all(link_label(text.plain[a:b]) is not None for _, a, b in links)


def _from_links(text: Text, event: AssignmentEvent) -> RawAssignment:
    links = [
        RawLink(anchor, text.slice(start, end).strip(), column="assignment") for anchor, start, end in text.links()
    ]
    return RawAssignment(text.strip(), event, None, None, links, text)


LEADING_TIME: Final = re.compile(
    r"\s*(?:at\s+)?\d{1,2}(?::\d{2}){0,2}\s?(?:[ap]\.?m\.?|h)?\s*[,;:–-]\s*", re.IGNORECASE
)


def _drop_time(tail: Text) -> Text:
    """Take a time off the front of what is due: "11:59 PM, HW01b"."""
    found = LEADING_TIME.match(tail.plain)
    return tail.slice(found.end(), len(tail.plain)) if found and ":" in found[0] else tail


def _drop_labels(text: Text) -> Text:
    """Take label links and the links in brackets off: "Course Survey ([bCourses])", "[[pdf]]"."""
    keep = []
    at = 0
    plain = text.plain
    spans = []
    for _, start, end in text.links():
        words = plain[start:end].strip()
        bracketed = plain[:start].rstrip(" [")[-1:] == "(" or plain[:start].endswith("[")
        if link_label(words) is not None or bracketed:
            spans.append((start, end))
    if not spans:
        return text
    for start, end in spans:
        while start > 0 and plain[start - 1] in "[( " and plain[end : end + 1] in ("]", ")", " ", ""):
            start, end = start - 1, min(len(plain), end + 1)
        keep.append(text.slice(at, start))
        at = end
    keep.append(text.slice(at, len(plain)))
    return Text.of(run for piece in keep for run in piece.runs)


def _drop_day(text: Text) -> Text:
    found = DAY_TAIL.search(text.plain)
    return text.slice(0, found.start()) if found and found.start() > 0 else text


def is_milestone(title: str) -> bool:
    """Tell a milestone of the course's project from homework.

    >>> is_milestone("Project Check-ins"), is_milestone("HW3")
    (True, False)
    """
    return (
        title_kind(title) in ("project", "presentation", "exam") or bool(MILESTONE.search(title))
    ) and not HOMEWORK.search(title)


def is_deadline(text: str) -> bool:
    """Tell whether a line speaks of homework handed out or due.

    >>> is_deadline("Lab 1 released"), is_deadline("Quiz 2 Due"), is_deadline("Due process and the law")
    (True, True, False)
    """
    words = text.strip(EDGES)
    if len(words) > 200:
        return False
    due = DUE.search(words)
    if due and (
        due.end() >= len(words)
        or find_whens(words[due.end() :])
        or (due.start() == 0 and words[due.end() - 1 : due.end()] == ":")
        or re.match(r"[\w\s,]{0,12}\d", words[due.end() :])
    ):
        return True
    out = OUT.search(words)
    return bool(out and out.start() > 0 and out.end() >= len(words)) or bool(
        SUBMIT.search(words) and HOMEWORK.search(words)
    )
