"""How much of a document is read: size, depth, pieces and time, so that no document costs more than it may.

Cuts are never silent: each is said by a diagnostic with the place where it was made (SP701 to SP704).
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

import attrs

from syllabus_parse.diagnostics import InputTypeError

MAX_CHARS: Final = 5_000_000
FEW: Final = 2_200
"""Cells and pieces that any document may have, with one more for each hundred characters of it."""
DENSE: Final = 40
"""Characters to a piece in long documents that are close-written."""
MOST: Final = 60_000
MAX_TEXT: Final = 1_000_000
"""Characters of one paragraph or cell whose marks are read; of a longer one the first KEPT_TEXT are interpreted."""
KEPT_TEXT: Final = 300_000
CELL_LINES: Final = 1_000
"""Lines of one cell that are interpreted."""


@attrs.frozen(kw_only=True)
class Limits:
    """How much of a document is read.

    `chars`: characters of the decoded text; the rest is not read (SP701). The longest schedule known to us has 200,000.
    A compressed document is unpacked up to four bytes for each of them.
    `depth`: how deep lists, tables and quotes may stand in one another; what is deeper is flattened (SP702).
    `cells`: cells of tables and values of data, taken together; what is behind is cut (SP703). None, the default, means
    as many as of `pieces`.
    `pieces`: headings, lines of text (in items and cells too), empty cells and values, taken together; what is
    behind is cut (SP703). None, the default, means 2,200 and one more for each hundred characters, or
    one for each forty where that is more, and 60,000 at most; the largest schedule known to us has 1,000.
    `seconds`: how long reading may take by the clock of the machine; the document is then given up (SP704). None, the
    default, looks at no clock: the same bytes give the same record. Time is looked at between pieces, not within one.

    >>> Limits(depth=10).depth
    10
    >>> Limits(chars=0)
    Traceback (most recent call last):
    syllabus_parse.diagnostics.InputTypeError: `chars` must be a positive int, not 0
    """

    chars: int = MAX_CHARS
    depth: int = 100
    cells: int | None = None
    pieces: int | None = None
    seconds: float | None = None

    def __attrs_post_init__(self) -> None:
        for name in ("chars", "depth", "cells", "pieces"):
            value = getattr(self, name)
            if value is None and name in ("cells", "pieces"):
                continue
            if not isinstance(value, int) or isinstance(value, bool) or value < 1:
                raise InputTypeError(f"`{name}` must be a positive int, not {value!r}")
        seconds: object = self.seconds
        if seconds is not None and (
            not isinstance(seconds, (int, float)) or isinstance(seconds, bool) or not seconds > 0
        ):
            raise InputTypeError(f"`seconds` must be a positive number or None, not {seconds!r}")


def count_cells(limits: Limits, size: int) -> int:
    """Return how many cells a document of so many characters may have.

    >>> count_cells(Limits(), 100_000), count_cells(Limits(cells=20), 100_000)
    (3200, 20)
    """
    return _count_default(size) if limits.cells is None else limits.cells


def count_pieces(limits: Limits, size: int) -> int:
    """Return how many pieces a document of so many characters may have.

    >>> count_pieces(Limits(), 100_000), count_pieces(Limits(), 1_000_000), count_pieces(Limits(pieces=20), 100_000)
    (3200, 25000, 20)
    """
    return _count_default(size) if limits.pieces is None else limits.pieces


def _count_default(size: int) -> int:
    return min(max(FEW + size // 100, size // DENSE), MOST)


class OutOfTimeError(Exception):
    """The time allowed for a document is over; `parse` turns it into SP704."""


_DEADLINE: Final[ContextVar[float | None]] = ContextVar("deadline", default=None)


@contextmanager
def keep_time(seconds: float | None) -> Iterator[None]:
    """Let `check_time` raise when `seconds` from now are over; without any it never raises."""
    token = _DEADLINE.set(None if seconds is None else time.monotonic() + seconds)
    try:
        yield
    finally:
        _DEADLINE.reset(token)


def check_time() -> None:
    """Raise `OutOfTimeError` if the time allowed is over; looks at no clock where none was set."""
    deadline = _DEADLINE.get()
    if deadline is not None and time.monotonic() > deadline:
        raise OutOfTimeError
