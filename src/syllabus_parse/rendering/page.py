"""What stands between a syllabus and its text: blocks that every markup can print, and none of its signs.

A shape (`table_shape`, `outline_shape`, …) turns a syllabus into a `Page`; a markup (`markdown`, `html`, …) prints it.
So markups and shapes together give the dialects, and quoting is done in one place for each markup.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias, TypeVar

import attrs


@attrs.frozen
class Bit:
    """A run of words, with the address it links to and whether it is set in bold; a title may be `wrapped`."""

    text: str
    url: str | None = None
    strong: bool = False
    wrapped: bool = False


Part = TypeVar("Part")

Line: TypeAlias = tuple[Bit, ...]
Cell: TypeAlias = tuple[Line, ...]


@attrs.frozen
class Head:
    """A heading; 1 is the page's own."""

    level: int
    line: Line


@attrs.frozen
class Item:
    """An entry of a list; one of depth 1 hangs on the entry above it."""

    line: Line
    depth: int = 0


@attrs.frozen
class Par:
    """A paragraph: one line, or several that follow each other without a blank one."""

    lines: tuple[Line, ...]


@attrs.frozen
class Grid:
    """A table: its head, then rows of cells; a row of one cell in a wider table is a heading that spans it."""

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


Block: TypeAlias = Head | Item | Par | Grid


@attrs.frozen
class Page:
    """A page: its front matter, key by key, and its blocks."""

    meta: tuple[tuple[str, str], ...] = ()
    blocks: tuple[Block, ...] = ()


def words(text: str, url: str | None = None) -> Line:
    """Make a line of one run.

    >>> words("Trees")
    (Bit(text='Trees', url=None, strong=False, wrapped=False),)
    """
    return (Bit(text, url),) if text else ()


def drop_empty_end(cells: Sequence[Part]) -> list[Part]:
    """Leave out the empty cells that a ragged row ends with; the first two stay.

    >>> drop_empty_end(["9/4", "", "", ""])
    ['9/4', '']
    """
    kept = list(cells)
    while len(kept) > 2 and not kept[-1]:
        kept.pop()
    return kept
