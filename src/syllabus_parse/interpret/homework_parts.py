"""Parts of a page on one homework each, beside the plan: when it is handed out and when it is due."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from syllabus_parse.document import Block, Document, Heading, Listing, Paragraph, Text
from syllabus_parse.interpret.records import RawAssignment, RawSession
from syllabus_parse.interpret.tables.homework_tables import FEWEST_DAYS, find_carrier
from syllabus_parse.interpret.words import fold_label
from syllabus_parse.model import AssignmentEvent
from syllabus_parse.normalize.dates import find_whens
from syllabus_parse.regex import lazy_regex

# e.g. "Homework 3" · "Problem Set 2: Trees" · "Lab 1 - Pipes"
HOMEWORK_PART: Final = lazy_regex(
    r"(?:homework|hw|assignment|problem set|p-?set|programming assignment|project|lab|exercise sheet|essay)"
    r"\s?#?\s?(?P<number>\d{1,2})\b[^\n]{0,80}",
    re.IGNORECASE,
)
# e.g. "Due: " · "Out: " at the front of a line
DAY_LABEL: Final = lazy_regex(
    r"(?:^|(?<=[\n\u2028|;·,(]))\s{0,3}(?:(?P<out>out|released?|assigned|handed out|posted)"
    r"|(?P<due>due(?: date)?|deadline))\s?[:：]\s{0,3}",
    re.IGNORECASE,
)
NEAR: Final = 3
LOOKED_AT: Final = 8
"""Blocks of a part in which its days are looked for."""


def read_homework_parts(document: Document, sessions: Sequence[RawSession]) -> None:
    """Hang the homework that has a heading of its own, and its days below it, on the sessions of the plan."""
    days = [session for session in sessions if session.when is not None and session.when.month and session.when.day]
    if len(days) < FEWEST_DAYS:
        return
    blocks = document.blocks
    for index, block in enumerate(blocks):
        if not isinstance(block, Heading):
            continue
        found = HOMEWORK_PART.fullmatch(block.text.plain.strip())
        if found is None or find_whens(block.text.plain):
            continue
        for made in _read_days(block.text.strip(), blocks[index + 1 : index + 1 + LOOKED_AT]):
            if made.when is not None and not _is_told(sessions, made, found["number"]):
                find_carrier(days, made.when).assignments.append(made)


def _read_days(title: Text, blocks: Sequence[Block]) -> list[RawAssignment]:
    """Read the days labelled "Out" and "Due" up to the next heading, the first of each."""
    out: dict[AssignmentEvent, RawAssignment] = {}
    for block in blocks:
        if isinstance(block, Heading):
            break
        texts = [block.text] if isinstance(block, Paragraph) else []
        if isinstance(block, Listing):
            texts = [inner.text for item in block.items for inner in item.blocks if isinstance(inner, Paragraph)]
        for text in texts:
            for found in DAY_LABEL.finditer(text.plain):
                event: AssignmentEvent = "out" if found["out"] else "due"
                behind = text.slice(found.end(), len(text.plain))
                when = next((when for when in find_whens(behind.plain) if when.month and when.day), None)
                if when is not None and when.start <= NEAR and event not in out:
                    out[event] = RawAssignment(title, event, when, behind.slice(when.start, when.end), whole=title)
    return list(out.values())


def _is_told(sessions: Sequence[RawSession], made: RawAssignment, number: str) -> bool:
    """Tell whether the plan names the homework already: "HW3" beside a part "Homework 3"."""
    first = fold_label(made.title.plain)[:1]
    for session in sessions:
        for other in session.assignments:
            words = fold_label(other.title.plain)
            if other.event == made.event and words[:1] == first and number in COUNT.findall(words):
                return True
    return False


COUNT: Final = lazy_regex(r"\d{1,2}")
