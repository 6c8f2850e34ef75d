"""Tables that are drawn with characters: the grid and the simple table of reStructuredText.

Both come back as rows of boxes; a box holds the lines of its cell with their places, and how many rows and columns
it spans. A letter of double width (Chinese, Japanese, Korean) takes two columns of the drawing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

import attrs

from syllabus_parse.readers.indented import Line
from syllabus_parse.regex import lazy_regex

MAX_LINES: Final = 2000
MAX_WIDTH: Final = 2000
GRID_BORDER: Final = lazy_regex(r"\+(?:[-=]{1,1000}\+){1,200}\s*$")  # e.g. +------+-----+
GRID_LINE: Final = lazy_regex(r"[+|].*[+|]\s*$")
# e.g. =====  ====
SIMPLE_BORDER: Final = lazy_regex(r"={1,1000}(?:[ ]{1,200}={1,1000}){1,100}\s*$")
SIMPLE_SPAN: Final = lazy_regex(r"-{2,1000}(?:[ ]{1,200}-{1,1000}){0,100}\s*$")  # e.g. ------------ ------


@attrs.frozen
class Box:
    """A cell as drawn."""

    lines: tuple[Line, ...]
    colspan: int = 1
    rowspan: int = 1


@attrs.frozen
class Drawing:
    """A table as drawn: its rows, each with the boxes that begin there by column, and how many rows are a header."""

    rows: tuple[dict[int, Box], ...]
    width: int
    headers: int


def measure(text: str) -> list[int] | None:
    """Tell in which column each letter stands; None where letters and columns agree.

    >>> measure("ab"), measure("日a")
    (None, [0, 2, 3])
    """
    if text.isascii():
        return None
    columns = [0]
    for letter in text:
        wide = unicodedata.east_asian_width(letter) in "WF"
        columns.append(columns[-1] + (2 if wide else 0 if unicodedata.combining(letter) else 1))
    return columns if columns[-1] != len(text) else None


def cut_columns(line: Line, left: int, right: int | None) -> Line:
    """Cut a line between two columns of the drawing, blanks at both ends left out."""
    columns = measure(line.text)
    if columns is None:
        start, end = left, len(line.text) if right is None else right
    else:
        start = next((i for i, column in enumerate(columns) if column >= left), len(line.text))
        end = len(line.text)
        if right is not None:
            end = next((i for i, column in enumerate(columns) if column >= right), end)
    words = line.text[start:end].rstrip()
    return Line(words, line.at + min(start, len(line.text)), line.end)


# -- grid tables ---------------------------------------------------------------------------------


def read_grid(lines: Sequence[Line]) -> Drawing | None:
    """Read a grid table; None where the drawing has holes.

    Every cell is found by walking its border: from the corner to the right, down, and back.
    """
    if len(lines) > MAX_LINES or any(len(line.text) > MAX_WIDTH for line in lines):
        return None
    drawing = [_expand(line.text) for line in lines]
    width = max(len(row) for row in drawing)
    drawing = [row.ljust(width) for row in drawing]
    cells = _scan_cells(drawing, width)
    if cells is None:
        return None
    tops = sorted({top for top, _, _, _ in cells})
    lefts = sorted({left for _, left, _, _ in cells})
    bottoms = [*tops[1:], len(drawing) - 1]
    rights = [*lefts[1:], width]
    header_line = next((n for n, row in enumerate(drawing) if n and re.fullmatch(r"[+=]+\s*", row) and "=" in row), 0)
    rows: list[dict[int, Box]] = [{} for _ in tops]
    for top, left, bottom, right in cells:
        row, column = tops.index(top), lefts.index(left)
        rowspan = max(1, sum(1 for b in bottoms[row:] if b <= bottom))
        colspan = max(1, sum(1 for r in rights[column:] if r <= right + 1 or r == right))
        inner = tuple(cut_columns(lines[n], left + 1, right) for n in range(top + 1, bottom))
        rows[row][column] = Box(inner, colspan, rowspan)
    headers = sum(1 for top in tops if top < header_line)
    return Drawing(tuple(rows), len(lefts), headers)


def _expand(text: str) -> str:
    """Draw a letter of double width as two, so that columns are offsets."""
    if text.isascii():
        return text.rstrip()
    out = []
    for letter in text.rstrip():
        if unicodedata.combining(letter):
            continue
        out.append(letter)
        if unicodedata.east_asian_width(letter) in "WF":
            out.append(" ")
    return "".join(out)


def _scan_cells(drawing: list[str], width: int) -> list[tuple[int, int, int, int]] | None:
    """Find all cells as (top, left, bottom, right) by their borders, from the top left corner on."""
    done = [-1] * width
    corners = [(0, 0)]
    seen: set[tuple[int, int]] = set()
    cells: list[tuple[int, int, int, int]] = []
    while corners:
        corners.sort(reverse=True)
        top, left = corners.pop()
        if (top, left) in seen or top >= len(drawing) - 1 or left >= width - 1 or top <= done[left]:
            continue
        seen.add((top, left))
        found = _scan_cell(drawing, top, left, width)
        if found is None:
            continue
        bottom, right = found
        for column in range(left, right):
            if done[column] < top:
                done[column] = bottom - 1
        cells.append((top, left, bottom, right))
        corners += [(top, right), (bottom, left)]
        if len(cells) > MAX_LINES:
            return None
    return cells or None


def _scan_cell(drawing: list[str], top: int, left: int, width: int) -> tuple[int, int] | None:
    if drawing[top][left] != "+":
        return None
    row = drawing[top]
    for right in range(left + 1, width):
        if row[right] == "+":
            bottom = _scan_down(drawing, top, left, right)
            if bottom is not None:
                return bottom, right
        elif row[right] not in "-=":
            return None
    return None


def _scan_down(drawing: list[str], top: int, left: int, right: int) -> int | None:
    for bottom in range(top + 1, len(drawing)):
        a, b = drawing[bottom][left], drawing[bottom][right]
        if a not in "+|" or b not in "+|":
            return None
        if a == "+" == b and not drawing[bottom][left + 1 : right].strip("+-="):
            return bottom
    return None


# -- simple tables -------------------------------------------------------------------------------


def read_simple(lines: Sequence[Line]) -> Drawing | None:
    """Read a simple table, from its first border to its last; a row goes on while its first column is blank."""
    if len(lines) > MAX_LINES or len(lines) < 3:
        return None
    columns = [(found.start(), found.end()) for found in re.finditer(r"=+", lines[0].text)]
    borders = [n for n, line in enumerate(lines) if n and SIMPLE_BORDER.match(line.text)]
    head = borders[0] if len(borders) > 1 else 0
    rows: list[dict[int, Box]] = []
    headers = 0
    group: list[Line] = []
    for number, line in enumerate(lines[1:], 1):
        if number in borders:
            rows += _close_row(group, columns, None)
            group = []
            if number == head:
                headers = len(rows)
        elif SIMPLE_SPAN.match(line.text) and group:
            rows += _close_row(group, columns, line)
            group = []
        elif not line.text.strip():
            group += [line] if group else []
        else:
            first = cut_columns(line, columns[0][0], columns[1][0] if len(columns) > 1 else None).text.strip()
            if first and group:
                rows += _close_row(group, columns, None)
                group = []
            group.append(line)
    rows += _close_row(group, columns, None)
    return Drawing(tuple(rows), len(columns), headers) if rows else None


def _close_row(group: list[Line], columns: list[tuple[int, int]], underline: Line | None) -> list[dict[int, Box]]:
    last = max((at for at, line in enumerate(group, 1) if line.text.strip()), default=0)
    if not last:
        return []
    group = group[:last]
    bounds: list[tuple[int, int, int]] = []  # first column, left, columns spanned
    if underline is None:
        bounds = [(n, start, 1) for n, (start, _) in enumerate(columns)]
    else:
        for found in re.finditer(r"-+", underline.text):
            inside = [n for n, (start, end) in enumerate(columns) if start >= found.start() and end <= found.end() + 1]
            if inside:
                bounds.append((inside[0], found.start(), len(inside)))
    row: dict[int, Box] = {}
    for index, (column, left, spanned) in enumerate(bounds):
        right = bounds[index + 1][1] if index + 1 < len(bounds) else None
        row[column] = Box(tuple(cut_columns(line, left, right) for line in group), spanned)
    return [row]
