"""What a reader is: a dialect's name, a way to tell the dialect, and a way to read it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

import attrs

from syllabus_parse.document import Document
from syllabus_parse.source import Source


@attrs.frozen
class Guess:
    r"""How well a dialect fits a source: a score from 0 to 1, and the reasons in words.

    >>> from syllabus_parse import detect
    >>> detect("| Date | Topic |\n|---|---|\n| 9/4 | Maps |\n")[0].dialect
    'pipe_table'
    """

    dialect: str
    score: float
    reasons: tuple[str, ...] = ()


Signs: TypeAlias = tuple[tuple[str, re.Pattern[str], float, str], ...]
"""Marks of one markup: the characters that each has in it (most pages have none of them and need no search), what it
looks like, how surely it tells, and its name."""


def weigh_signs(
    sample: str, signs: Signs, against: re.Pattern[str], *, penalty: float, sure: float = 1.0
) -> tuple[float, list[str]]:
    """Weigh the marks of a markup in a sample: how surely they tell it, and which they are.

    Each mark takes its share of the doubt that is left; each mark of another markup (`against`) costs a `penalty`, 0.6
    for all of them, unless the score is `sure` without them.

    >>> weigh_signs("#+TITLE: x", (("#+", re.compile("^#[+]"), 0.8, "a keyword"),), re.compile("^# "), penalty=0.15)
    (0.8, ['a keyword'])
    """
    left = 1.0
    reasons: list[str] = []
    for needed, pattern, weight, reason in signs:
        if needed in sample and pattern.search(sample):
            left *= 1 - weight
            reasons.append(reason)
    if not reasons:
        return 0.0, []
    score = 1 - left
    others = len(against.findall(sample)) if score < sure else 0
    if others:
        score -= min(0.6, penalty * others)
        reasons.append("but also marks of other formats")
    return score, reasons


@attrs.frozen
class Reader:
    """One dialect. `detect` says None where the source is surely of another dialect; neither function ever raises."""

    dialect: str
    read: Callable[[Source], Document]
    detect: Callable[[Source], Guess | None]
