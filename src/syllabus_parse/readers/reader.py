"""What a reader is: a dialect's name, a way to tell the dialect, and a way to read it."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from syllabus_parse.document import Document
from syllabus_parse.source import Source


@attrs.frozen
class Guess:
    """How well a dialect fits a source: a score from 0 to 1, and the reasons in words."""

    dialect: str
    score: float
    reasons: tuple[str, ...] = ()


@attrs.frozen
class Reader:
    """One dialect. `detect` says None where the source is surely of another dialect; neither function ever raises."""

    dialect: str
    read: Callable[[Source], Document]
    detect: Callable[[Source], Guess | None]
