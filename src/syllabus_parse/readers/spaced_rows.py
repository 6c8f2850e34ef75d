"""A table of plain text whose cells are parted by blanks, as `pdftotext -layout` and browsers of text print it.

Below a head with a word for dates or numbers, each row begins with its own; a line without one goes on with the cells
above it. Cells stand below their heads, or, where the columns aren't kept, follow one another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

import attrs

from syllabus_parse.normalize.dates import parse_week, parse_whens
from syllabus_parse.readers.counted_rows import COUNT_NAME
from syllabus_parse.readers.stacked_rows import DATE_HEAD, FEWEST_ROWS, WIDEST
from syllabus_parse.regex import lazy_regex

LINE: Final = lazy_regex(r"[^\n]*\n?")
PIECE: Final = lazy_regex(r"\S+(?: \S+)*")  # words with one blank between them
GAP: Final = lazy_regex(r"\S  +\S")
RULE: Final = lazy_regex(r"[\s=_*~-]+")
FENCE: Final = lazy_regex(r"^\s{0,3}(?:```|~~~|={4,}\s+={4,})", 8)
LONGEST_HEAD: Final = 40
LONGEST_LINE: Final = 400
LONGEST_KEY: Final = 24
SLACK: Final = 2
"""So many columns may a cell stand to the left of its head."""
MOST_HEADS: Final = 8
"""Lines that may be heads, below each of which all lines are gone through."""
ALIGNED: Final = 0.7
MOST_LOOKED_AT: Final = 60
PROSE: Final = 60

Bounds = tuple[int, int]


@attrs.frozen
class Piece:
    """Words of a line: where they are in the text, and the column that they begin in."""

    start: int
    end: int
    column: int


@attrs.define(eq=False)
class SpacedRow:
    """A row: for each column the bounds of its words, line by line."""

    cells: list[list[Piece]]


@attrs.frozen(eq=False)
class SpacedTable:
    """Where the table begins and ends, its rows, the head first, and the width of each column."""

    start: int
    end: int
    rows: tuple[SpacedRow, ...]
    widths: tuple[int, ...]


def find_spaced_table(text: str, at: int = 0) -> SpacedTable | None:
    r"""Find the first table from `at` on whose cells blanks part; None where no head stands above rows with its key.

    >>> lines = ("Date   Topic   Who", "9/2    Sets    Ann", "9/9    Maps", "       of all  Bo", "9/16   Rings")
    >>> table = find_spaced_table("\n".join(lines))
    >>> [[len(cell) for cell in row.cells] for row in table.rows]
    [[1, 1, 1], [1, 1, 1], [1, 2, 1], [1, 1, 0]]
    """
    if "  " not in text or "|" in text or "\t" in text or FENCE.search(text):
        return None
    lines = [_cut_line(text, found.start(), found.end()) for found in LINE.finditer(text, at) if found[0]]
    tried = 0
    for index, pieces in enumerate(lines):
        key = _find_key(text, pieces)
        if key is None:
            continue
        tried += 1
        if tried > MOST_HEADS:
            break
        table = _read_table(text, lines, index, key)
        if table is not None:
            return table
    return None


def _cut_line(text: str, start: int, end: int) -> list[Piece]:
    if end - start > LONGEST_LINE:
        return [Piece(start, end, 0)]
    return [Piece(found.start(), found.end(), found.start() - start) for found in PIECE.finditer(text, start, end)]


def _find_key(text: str, pieces: Sequence[Piece]) -> tuple[int, bool] | None:
    """Find the column that begins each row, and whether it holds dates; None for a line that is no head."""
    if not 3 <= len(pieces) <= WIDEST or any(piece.end - piece.start > LONGEST_HEAD for piece in pieces):
        return None
    for place, piece in enumerate(pieces[:4]):
        if DATE_HEAD.fullmatch(text, piece.start, piece.end):
            return place, True
    first = pieces[0]
    return (0, False) if COUNT_NAME.fullmatch(text, first.start, first.end) else None


def _read_table(text: str, lines: Sequence[list[Piece]], head: int, key: tuple[int, bool]) -> SpacedTable | None:
    heads = lines[head]
    body = lines[head + 1 :]
    below = [piece for pieces in body[:MOST_LOOKED_AT] if len(pieces) > 1 for piece in pieces[1:]]
    near = sum(any(abs(piece.column - name.column) <= SLACK for name in heads) for piece in below)
    aligned = bool(below) and near >= ALIGNED * len(below)
    rows = [SpacedRow([[piece] for piece in heads])]
    end = heads[-1].end
    counted: int | None = None
    blank = False
    keyed = 0
    for line in body:
        if not line:
            blank = True
            continue
        pieces = _part_key(text, line, heads, key[0]) if aligned and key[1] else line
        if RULE.fullmatch(text, pieces[0].start, pieces[-1].end):
            end = pieces[-1].end
            continue
        if blank and _is_prose(text, pieces, heads):
            break
        cells = _place(pieces, heads, aligned=aligned)
        number = _read_number(text, cells[key[0]]) if not key[1] else None
        begins = _is_day(text, cells[key[0]]) if key[1] else number is not None and number == (counted or 0) + 1
        if key[1] is False and counted is None and number in (0, 1):
            begins = True
        if begins:
            counted = number
            keyed += 1
            rows.append(SpacedRow(cells))
        elif len(pieces) == 1 and pieces[0].column <= heads[0].column + SLACK and (aligned or blank or not keyed):
            rows.append(SpacedRow([pieces]))  # a heading of the rows below
        elif keyed and len(rows[-1].cells) == len(heads) and (aligned or len(pieces) == 1):
            _extend(rows[-1], cells if aligned else [[], *([[]] * (len(heads) - 2)), pieces])
        elif cells[key[0]] and keyed:
            rows.append(SpacedRow(cells))  # "TBD  Exam"
        else:
            break
        end = pieces[-1].end
        blank = False
    if keyed < FEWEST_ROWS:
        return None
    widths = [b.column - a.column for a, b in pairwise(heads)]
    return SpacedTable(heads[0].start, end, tuple(rows), (*widths, LONGEST_LINE))


def _is_prose(text: str, pieces: Sequence[Piece], heads: Sequence[Piece]) -> bool:
    """Tell running text below a table: one piece, as long as several cells."""
    words = text[pieces[0].start : pieces[0].end]
    return (
        len(pieces) == 1 and (len(words) > PROSE or words.endswith((".", ":"))) and pieces[0].column <= heads[0].column
    )


def _part_key(text: str, pieces: list[Piece], heads: Sequence[Piece], key: int) -> list[Piece]:
    """Part a day that fills its column from the words behind it: "Tue Sep 10 Weft" below "Date       Topic"."""
    out: list[Piece] = []
    for piece in pieces:
        cut = piece.start + heads[key + 1].column - piece.column if key + 1 < len(heads) else piece.end
        within = heads[key].column - SLACK <= piece.column < heads[key + 1].column if key + 1 < len(heads) else False
        if within and piece.start < cut < piece.end and text[cut - 1] == " ":
            day = Piece(piece.start, cut - 1, piece.column)
            if _is_day(text, [day]):
                out += [day, Piece(cut, piece.end, heads[key + 1].column)]
                continue
        out.append(piece)
    return out


def _place(pieces: Sequence[Piece], heads: Sequence[Piece], *, aligned: bool) -> list[list[Piece]]:
    """Put the pieces of a line into columns: below their heads, or one after the other."""
    cells: list[list[Piece]] = [[] for _ in heads]
    for place, piece in enumerate(pieces):
        if aligned:
            at = max((i for i, name in enumerate(heads) if name.column <= piece.column + SLACK), default=0)
            ends = piece.column + piece.end - piece.start
            if cells[at] and at + 1 < len(heads) and ends > heads[at + 1].column:
                at += 1  # what follows a cell that is as wide as its column
        else:
            at = min(place, len(heads) - 1)
        cells[at].append(piece)
    return cells


def _is_day(text: str, cell: Sequence[Piece]) -> bool:
    if len(cell) != 1 or cell[0].end - cell[0].start > LONGEST_KEY:
        return False
    words = text[cell[0].start : cell[0].end]
    return parse_week(words) is None and any(when.day for when in parse_whens(words))


def _read_number(text: str, cell: Sequence[Piece]) -> int | None:
    words = text[cell[0].start : cell[0].end].rstrip(".:") if len(cell) == 1 else ""
    if words.isdecimal() and len(words) < 3:
        return int(words)
    return parse_week(words) if words[-1:].isdecimal() and len(words) <= LONGEST_KEY else None


def _extend(row: SpacedRow, cells: Sequence[Sequence[Piece]]) -> None:
    for above, below in zip(row.cells, cells, strict=True):
        above.extend(below)


def list_bounds(text: str, cell: Sequence[Piece], width: int) -> Iterator[tuple[Bounds, str]]:
    """Yield the bounds of a cell's lines, each with what joins it to the one before: a blank, or a line end.

    A line goes on with the one above where its first word had no room there.
    """
    before: Piece | None = None
    for piece in cell:
        first = text[piece.start : piece.end].split(" ", 1)[0]
        room = before is not None and before.end - before.start + 1 + len(first) < width - 1
        newline = before is not None and "\n" in text[before.end : piece.start]
        yield (piece.start, piece.end), ("" if before is None else "\n" if newline and room else " ")
        before = piece
