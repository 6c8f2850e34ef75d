"""Heads that spanned two columns and lost that when the table was flattened: a blank head is put back beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

import attrs

from syllabus_parse.document import Cell, Row
from syllabus_parse.interpret.tables.cells import cell_words
from syllabus_parse.interpret.tables.columns import read_header
from syllabus_parse.interpret.tables.row_dates import is_weekday
from syllabus_parse.normalize.dates import parse_whens
from syllabus_parse.source import Span

FEWEST_ROWS: Final = 3
SHARE: Final = 0.6


def spread_heads(head: Row, body: Sequence[Row]) -> Row:
    """Return the header with a blank head before "Date" and "Lecture" where the rows have one more cell there.

    "Date | Topic" stands above "Mon | Jan 22 | Introduction", "Lecture | Reading" above "1 | Introduction | Ch. 2":
    weekdays above dates, numbers above topics. A header as wide as its rows stays as it is.
    """
    cells = list(head.cells)
    rows = [[cell_words(cell) for cell in row.cells] for row in body if len(row.cells) > 1]
    widths = sorted((_width(words) for words in rows), reverse=True)
    if len(widths) < FEWEST_ROWS:
        return head
    # The widest may hold a row too many, where two ran together.
    missing = widths[max(1, len(widths) // 8)] - _width([cell_words(cell) for cell in cells])
    index = 0
    while missing > 0 and index < len(cells):
        role = read_header(cell_words(cells[index])).role
        pair = PAIRS.get(role)
        if pair is None or not _stands(rows, index, *pair):
            index += 1
            continue
        cells.insert(index, _blank(cells[index]))
        missing -= 1
        index += 2
    if len(cells) == len(head.cells):
        return head
    while len(cells) > len(head.cells) and not cell_words(cells[-1]):
        cells.pop()
    return attrs.evolve(head, cells=tuple(cells))


def _width(words: Sequence[str]) -> int:
    return max((index + 1 for index, word in enumerate(words) if word), default=0)


def _stands(
    rows: Sequence[Sequence[str]], index: int, first: Callable[[str], bool], second: Callable[[str], bool]
) -> bool:
    pairs = [row[index : index + 2] for row in rows if len(row) > index + 1 and row[index]]
    found = sum(first(one) and second(other) for one, other in pairs)
    return found >= FEWEST_ROWS and found >= SHARE * len(pairs)


def _is_day(words: str) -> bool:
    return any(when.day is not None for when in parse_whens(words))


def _is_number(words: str) -> bool:
    return words.rstrip(".").isdigit() and len(words) < 4


def _is_topic(words: str) -> bool:
    return any(letter.isalpha() for letter in words) and not parse_whens(words)


# What stands in the two columns below a head that spanned them.
PAIRS: Final[dict[str, tuple[Callable[[str], bool], Callable[[str], bool]]]] = {
    "date": (is_weekday, _is_day),
    "topic": (_is_number, _is_topic),
}


def _blank(cell: Cell) -> Cell:
    return Cell((), Span(cell.span.start, cell.span.start))
