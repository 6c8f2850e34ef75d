"""Rows whose empty cells were dropped when the table was flattened: each cell under the column that it fits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from syllabus_parse.document import Cell
from syllabus_parse.interpret.tables.columns import Column
from syllabus_parse.interpret.words import title_kind
from syllabus_parse.interpret.words.deadline_words import is_homework
from syllabus_parse.normalize.titles import is_placeholder
from syllabus_parse.regex import lazy_regex
from syllabus_parse.source import Span

FEWEST: Final = 4
SPOKEN: Final = 2
"""Words from which on a cell is no number."""


def fit_cells(
    cells: Sequence[Cell], words: Sequence[str], columns: Sequence[Column], passages: frozenset[int] = frozenset()
) -> list[Cell]:
    """Move the cells of a row that ends too early to the right, past a column whose kind of words they aren't.

    "Wed | No class" below "# | Topic" has no number; "HW1 due" below "Reading | Homework" is no reading, nor are the
    words of a topic where the column holds nothing but `passages` ("Ch. 3"). A row whose last cell is filled
    stays as it is.
    """
    out = list(cells)
    width = len(columns)
    end = max((index + 1 for index, word in enumerate(words) if word), default=0)
    spare = width - end
    for index in range(width):
        if spare <= 0 or index >= end or not words[index]:
            continue
        if _is_misplaced(index, words, columns, passages):
            out.insert(index, _blank(out[index]))
            words = [*words[:index], "", *words[index:]]
            end += 1
            spare -= 1
    return out[:width] if len(out) > width and not any(cell.blocks for cell in out[width:]) else out


def _is_misplaced(index: int, words: Sequence[str], columns: Sequence[Column], passages: frozenset[int]) -> bool:
    """Tell whether a cell and those behind it stand one column too far to the left."""
    here, beside = columns[index].role, columns[index + 1].role if index + 1 < len(columns) else "unknown"
    word = words[index]
    if is_placeholder(word):
        return False
    if here == "number":
        spoken = len(word.split()) >= SPOKEN or title_kind(word) is not None
        return beside == "topic" and spoken and not any(letter.isdigit() for letter in word)
    if here == "reading" and beside == "topic" and index in passages:
        return not is_passage(word) and not any(words[index + 1 :])
    if here in ("notes", "assignment", "links") and beside == "reading" and index + 1 in passages:
        behind = [other for other in words[index + 1 :] if other]
        return is_passage(word) and (not behind or (len(behind) == 1 and is_homework(behind[0])))
    if here == "reading" and beside == "assignment":
        numbered = index in passages and NUMBERED_FIRST.match(word) is not None
        return (is_homework(word) or numbered) and not any(words[index + 1 :])
    return False


# Homework or a quiz below passages, e.g. "Quiz 2; Homework 3 (HTML, PDF)"
NUMBERED_FIRST: Final = lazy_regex(
    r"(?:hw|homework|assignment|problem set|pset|quiz|lab|project|exam|test)\s?#?\d{1,2}\b(?!\.\d)", re.IGNORECASE
)
# e.g. "3" · "Ch4" · "1.1-2.5" · "Ch. 3" · "Bracha 1, 2, 3"
PASSAGE: Final = lazy_regex(
    r"(?:[^\W\d_][\w.&’']{0,15}\s){0,2}(?:§|[Cc]h\.?)?\s?\d{1,3}(?:\s?[.,;&–-]\s?\d{1,3}){0,12}"
)


def is_passage(words: str) -> bool:
    """Tell a passage of a textbook: a number, with a word or two before it.

    >>> is_passage("1.1-2.5"), is_passage("Ch. 3"), is_passage("Lab 1: Knots")
    (True, True, False)
    """
    return PASSAGE.fullmatch(words.strip()) is not None


def find_passages(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> frozenset[int]:
    """Find the columns of readings that hold passages, by their place."""
    out = set()
    for index, column in enumerate(columns):
        filled = [row[index] for row in rows if index < len(row) and row[index]] if column.role == "reading" else []
        if len(filled) >= FEWEST and sum(map(is_passage, filled)) * 10 >= len(filled) * 5:
            out.add(index)
    return frozenset(out)


def _blank(cell: Cell) -> Cell:
    return Cell((), Span(cell.span.start, cell.span.start))
