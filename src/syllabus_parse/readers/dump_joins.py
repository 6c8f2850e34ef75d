"""Rows of a dump that a line end within a cell broke, joined again: "4 ⇥ 2/12 ⇥ Looms", below it "Knots ⇥ Ch. 5"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from syllabus_parse.readers.dump_rows import RawRow

LEAST_WIDTH: Final = 3
"""Columns without which a broken row can't be told from two."""
LEAST_SHARE: Final = 0.6
"""So many rows begin with a number or a date where the first column tells a row's beginning."""


def rejoin_rows(text: str, found: Iterator[RawRow | tuple[int, int]]) -> Iterator[RawRow | tuple[int, int]]:
    """Yield rows and prose with broken rows joined, where each row of a table begins with a number or a date."""
    table: list[RawRow] = []
    for part in found:
        if isinstance(part, RawRow):
            table.append(part)
            continue
        yield from _rejoin(text, table)
        table = []
        yield part
    yield from _rejoin(text, table)


def _rejoin(text: str, rows: Sequence[RawRow]) -> list[RawRow]:
    width = len(rows[0].cells) if rows else 0
    body = [row for row in rows[1:] if len(row.cells) > 1]
    if width < LEAST_WIDTH or _shape(text, rows[0], 0):
        return list(rows)
    shapes = [_usual_shape(text, body, column) for column in range(2)]
    if not shapes[0]:
        return list(rows)
    out: list[RawRow] = []
    between: list[RawRow] = []  # lines of one cell: of a cell that goes on, or heads of what follows
    for row in rows:
        if len(row.cells) == 1:
            between.append(row)
            continue
        last = out[-1] if out else None
        if last is not None and _goes_on(text, last, row, width, shapes):
            last_cell = (last.cells[-1][0], row.cells[0][1])
            out[-1] = attrs.evolve(last, cells=[*last.cells[:-1], last_cell, *row.cells[1:]])
        else:
            out += [*between, row]
        between = []
    return out + between


def _goes_on(text: str, last: RawRow, row: RawRow, width: int, shapes: Sequence[str]) -> bool:
    """Tell whether a line is the rest of a row that has too few cells: it begins otherwise, and fills it up."""
    begins = text[slice(*row.cells[0])].strip()
    short = 1 < len(last.cells) < width and bool(_shape(text, last, 0))
    fits = len(last.cells) + len(row.cells) - 1 <= width
    alike = shapes[1] and _shape(text, row, 1) == shapes[1]
    return bool(begins) and short and fits and not alike and not _shape(text, row, 0)


def _usual_shape(text: str, rows: Sequence[RawRow], column: int) -> str:
    """Return the shape that most cells of a column have; "" where none is the usual one, or no digits are."""
    counts = Counter(_shape(text, row, column) for row in rows)
    shape, count = counts.most_common(1)[0] if counts else ("", 0)
    return shape if count >= LEAST_SHARE * len(rows) else ""


def _shape(text: str, row: RawRow, column: int) -> str:
    """Tell a cell that begins with a number, "9/2", from one that has some, "Sep 2", and from words alone."""
    words = text[slice(*row.cells[column])].strip() if column < len(row.cells) else ""
    if words[:1].isdigit():
        return "number"
    return "words and number" if any(sign.isdigit() for sign in words) else ""
