"""Lines that head the weeks of a page and are marked as no headings: cards of HTML, "Week 3  Searching and finding"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import attrs

from syllabus_parse.document import Block, Document, Heading, Paragraph, Table
from syllabus_parse.regex import lazy_regex

WEEK_LINE: Final = lazy_regex(
    r"\s*(?:weeks?|woche|semana|semaine|settimana)\s{1,3}(?P<number>\d{1,2})(?:\s?[-–&]\s?\d{1,2})?(?=\s|$|:)",
    re.IGNORECASE,
)
LEAST: Final = 3
LONGEST: Final = 110
LONGEST_GROUP: Final = 60
LEVEL: Final = 5
STOPS: Final = (".", "?", "!", ":", ",", ";")


def head_weeks(document: Document) -> Document:
    """Return the document with such lines as headings, where they count up and nothing else carries the plan.

    Short lines right above the first week and a few others head groups of weeks.
    """
    blocks = document.blocks
    if any(isinstance(block, Table | Heading) and _is_plan(block) for block in blocks):
        return document
    found = {at: match for at, block in enumerate(blocks) if (match := _match_week(block)) is not None}
    numbers = [int(match["number"]) for match in found.values()]
    if len(numbers) < LEAST or not all(first < second for first, second in pairwise(numbers)):
        return document
    groups = {at - 1 for at in found if at and at - 1 not in found and _is_group(blocks[at - 1])}
    grouped = 1 < len(groups) <= len(found) / 2 and min(found) - 1 in groups
    levels = dict.fromkeys(found, LEVEL) | (dict.fromkeys(groups, LEVEL - 1) if grouped else {})
    return attrs.evolve(document, blocks=tuple(_head(block, levels.get(at)) for at, block in enumerate(blocks)))


def _head(block: Block, level: int | None) -> Block:
    return Heading(level, block.text, block.span) if level is not None and isinstance(block, Paragraph) else block


def _is_plan(block: Block) -> bool:
    return isinstance(block, Table) or (isinstance(block, Heading) and WEEK_LINE.match(block.text.plain) is not None)


def _match_week(block: Block) -> re.Match[str] | None:
    if not isinstance(block, Paragraph):
        return None
    words = block.text.plain.strip()
    return None if len(words) > LONGEST or words.endswith(STOPS) else WEEK_LINE.match(words)


def _is_group(block: Block) -> bool:
    words: Sequence[str] = block.text.plain.strip().split() if isinstance(block, Paragraph) else ()
    line = " ".join(words)
    return (
        0 < len(line) <= LONGEST_GROUP
        and not line.endswith(STOPS)
        and not (isinstance(block, Paragraph) and block.text.links())
    )
