"""The parts of a line of homework: its day, what it says beside it, labels and hours that are none of its name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from syllabus_parse.document import Text
from syllabus_parse.interpret.records import RawAssignment, RawLink
from syllabus_parse.interpret.words import link_label
from syllabus_parse.interpret.words.deadline_words import DUE, EDGES, NUMBERED, OUT
from syllabus_parse.model import AssignmentEvent
from syllabus_parse.normalize.dates import When, find_whens, match_when
from syllabus_parse.regex import lazy_regex

DAY_TAIL: Final = lazy_regex(r"\s+(?:on\s+)?(?:mon|tues?|wednes|thurs|fri|satur|sun)day\s*$", re.IGNORECASE)


def find_lead(plain: str) -> list[When]:
    """Find the day that words begin with, where more follow it."""
    found = [day for day in match_when(plain) if day.day is not None and not day.tbd]
    return [day for day in found[:1] if plain[day.end :].strip(EDGES)]


def find_day_out(title: Text, out: re.Match[str]) -> When | None:
    """Find the day right behind "released": "Assignment 2 released on February 3 with its data"."""
    if out.start() <= 0:
        return None
    found = find_whens(title.plain[out.end() :])
    before = title.plain[out.end() : out.end() + found[0].start] if found else "-"
    return found[0] if found and found[0].day is not None and not before.strip(EDGES + "on") else None


JOINTS: Final = lazy_regex(r"\b(?:on|by|at|the|is|are|before|until|date|due|and|am|bis|le|el)\b|[\W_]", re.IGNORECASE)


def tells_hour(tail: str, days: Sequence[tuple[int, int]]) -> bool:
    """Tell whether words behind "due" say more than their days: an hour, a time zone, who hands it in.

    >>> tells_hour("5pm PT on 9/28", [(10, 14)]), tells_hour("by Friday", [(3, 9)])
    (True, False)
    """
    for start, end in reversed(days):
        tail = tail[:start] + tail[end:]
    return JOINTS.sub("", tail) != ""


def says_only_when(plain: str) -> bool:
    """Tell words that name no homework: "out", "due 9/8 at 11:59pm"."""
    left = DUE.sub(" ", plain)
    left = OUT.sub(" ", left)
    if left.strip(EDGES + "!") and len(left) < 60:
        for when in reversed(find_whens(left)):
            left = left[: when.start] + left[when.end :]
        if GENERIC.fullmatch(left.strip(EDGES + "!")):
            return True
        left = LEADING_TIME.sub(" ", f" {left.strip(EDGES)},") if left.strip(EDGES) else left
    return not left.strip(EDGES + "!")


# What a badge before the link to it says of every homework
GENERIC: Final = lazy_regex(r"(?:assignments?|homeworks?|hw|projects?|labs?|problem sets?|psets?)", re.IGNORECASE)


GENERIC_LEAD: Final = lazy_regex(rf"\s*{GENERIC.pattern}\s?:?\s+(?=\S)", re.IGNORECASE)


def only_labels(text: Text) -> bool:
    """Tell a line of labels ("[code] [preview]"): links of the homework above it."""
    links = text.links()
    left = "".join(run.text for run in text.runs if run.anchor is None).strip(EDGES + "|/")
    return bool(links) and not left and all(link_label(text.plain[a:b]) is not None for _, a, b in links)


def from_links(text: Text, event: AssignmentEvent) -> RawAssignment:
    """Make homework of a line that is links and nothing else."""
    links = [
        RawLink(anchor, text.slice(start, end).strip(), column="assignment") for anchor, start, end in text.links()
    ]
    return RawAssignment(text.strip(), event, None, None, links, text)


LEADING_TIME: Final = lazy_regex(
    r"\s*(?:at\s+)?\d{1,2}(?::\d{2}){0,2}\s?(?:[ap]\.?m\.?|h)?\s*[,;:–-]\s*", re.IGNORECASE
)


def drop_time(tail: Text) -> Text:
    """Take a time off the front of what is due: "11:59 PM, HW01b"."""
    found = LEADING_TIME.match(tail.plain)
    return tail.slice(found.end(), len(tail.plain)) if found and ":" in found[0] else tail


def drop_labels(text: Text) -> Text:
    """Take label links and the links in brackets off: "Course Survey ([bCourses])", "[[pdf]]"."""
    keep = []
    at = 0
    plain = text.plain
    spans = []
    for _, start, end in text.links():
        words = plain[start:end].strip()
        bracketed = plain[:start].rstrip(" [")[-1:] == "(" or plain[:start].endswith("[")
        if not plain[:start].strip() and NUMBERED.fullmatch(words) and plain[end:].strip(EDGES):
            continue  # "[HW1](…) - Looms" is the homework's number and its name
        if link_label(words) is not None or bracketed:
            spans.append((start, end))
    if not spans:
        return text
    for start, end in spans:
        left, right = start, end
        while left > 0 and plain[left - 1] in "[( " and plain[right : right + 1] in ("]", ")", " ", ""):
            blanks = plain[left - 1] == " " and plain[right : right + 1] == " "  # one of the two stays
            left, right = left - 1, min(len(plain), right + (not blanks))
            if blanks:
                break
        keep.append(text.slice(at, left))
        at = right
    keep.append(text.slice(at, len(plain)))
    return Text.of(run for piece in keep for run in piece.runs)


def drop_day(text: Text) -> Text:
    """Take the name of a weekday off the end."""
    found = DAY_TAIL.search(text.plain)
    return text.slice(0, found.start()) if found and found.start() > 0 else text
