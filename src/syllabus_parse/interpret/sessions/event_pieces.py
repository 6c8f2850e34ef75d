"""Several homeworks told in one line, cut apart: "HW1 released, HW0 due", "Lab 1 due. Lab 2 out: Sorting"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from syllabus_parse.document import Text
from syllabus_parse.interpret.words.deadline_words import CHORE, DUE, NUMBERED, OUT, is_homework
from syllabus_parse.regex import lazy_regex

COMMA: Final = lazy_regex(r",\s+(?:and\s+)?|\s+(?:/|&|and|y|et|und)\s+|\s*\n\s*")
# e.g. "A4a: Looms", "HW 2: Trees"
CODED: Final = lazy_regex(r"\W*[A-Z][A-Za-z]{0,9}\s?\d{1,2}[a-z]?\s?[:：]\s")
# Where the next homework begins behind one told whole, e.g. "HW1 due. HW2 out" · "Lab #1 due Lab #2"
RUN_ON: Final = lazy_regex(
    r"\b(?:due|out|released|assigned|posted|given|submitted)[.,;]?\s+"
    r"(?=(?:(?:written|programming|thought|reading|take[- ]home|paper|warm-?up|coding)\s)?"
    r"(?:hw|homework|assignment|problem set|pset|ps|lab|quiz|project|exercises?(?: set)?|questions|milestone|worksheet)"
    r"\s?\#?\d|[a-z]{1,2}\d{1,2}\s(?:due|out|released|assigned|posted)\b)",
    re.IGNORECASE,
)
SAID: Final = lazy_regex(r"\b(?:due|out|released|assigned|posted|available)\s*(?:\([^()]{2,30}\)\s*)?$", re.IGNORECASE)
# Homework by its code alone, e.g. "PA2"
CODE: Final = lazy_regex(r"\W*[A-Z]{1,3}\d{1,2}[a-z]?\W*")
# e.g. "parser project" · "func gen project (454 poly)"
SHORT_WORK: Final = lazy_regex(
    r"(?:[^\W\d_]{2,16}\s){1,3}(?:project|report|draft|essay|paper|exercises?|lab|proposal)\s*(?:\([^()]{2,30}\)\s*)?",
    re.IGNORECASE,
)


def split_events(text: Text) -> list[Text]:
    """Cut at the commas between homeworks of which each is numbered or has its own event.

    A comma before a day ("due Friday, 9/8") or between words of one title parts nothing.

    >>> from syllabus_parse.readers.inline import read_inline
    >>> [piece.plain for piece in split_events(read_inline("HW1 released, HW0 due"))]
    ['HW1 released', 'HW0 due']
    >>> [piece.plain for piece in split_events(read_inline("Lab 1 due. Lab 2 out: Sorting"))]
    ['Lab 1 due', 'Lab 2 out: Sorting']
    >>> [piece.plain for piece in split_events(read_inline("Lab 2, the sorting one, due Friday, 9/8"))]
    ['Lab 2, the sorting one, due Friday, 9/8']
    """
    ends = [found.end() for found in RUN_ON.finditer(text.plain)]
    if ends:
        bounds = [0, *ends, len(text.plain)]
        return [part for a, b in pairwise(bounds) for part in split_events(text.slice(a, b).strip(" .,;"))]
    parts = text.split(COMMA)
    if len(parts) == 1:
        return parts
    if any(DUE.match(part.plain) or OUT.match(part.plain) for part in parts):
        return [text]
    if all(NUMBERED.fullmatch(part.plain) or SAID.search(part.plain) or is_homework(part.plain) for part in parts):
        return parts
    if all(CODE.fullmatch(part.plain) or SAID.search(part.plain) for part in parts):
        return parts  # "PA2, WA2"
    if all(SAID.search(part.plain) or SHORT_WORK.fullmatch(part.plain) for part in parts):
        return parts if any(SAID.search(part.plain) for part in parts) else [text]  # "scanner due, parser project"
    if all(CODED.match(part.plain) for part in parts):
        return parts  # "A4a: Looms I, A5a: Review of looms"
    if NUMBERED.fullmatch(parts[0].plain) and all(CHORE.match(part.plain) for part in parts[1:]):
        return parts  # "HW2, install the loom"
    return [text]
