"""Changes that know what a schedule looks like: cells swapped, fences cut, documents spliced."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from typing import Final

Mutator = Callable[[str, str, random.Random], str]
"""A text, another text to take from, and where chance comes from: a changed text."""

CELL_MARKS: Final = ("|", "\t", ",", "<td>", "&", "; ")
FENCE: Final = re.compile(
    r"^(?:```.*|~~~.*|---+|\|?[-:|= ]{3,}\|?|</?\w+>|\{%.*%\}|\\(?:begin|end)\{\w+\}|=+|\.\. .*)$", re.MULTILINE
)
PAIRS: Final = re.compile(r"[][(){}<>\"'`*_]")
NUMBER: Final = re.compile(r"\d+")
DATE: Final = re.compile(r"\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}(?:/\d{2,4})?|[A-Z][a-z]{2,8}\.? \d{1,2}")
DATES: Final = (
    "2024-09-02", "9/2", "2/9/24", "Sept 2nd", "Mon, Sep. 2", "2. September 2024", "le 2 septembre", "9月2日", "Feb 29",
    "Sep 31", "9/2-9/4", "Oct 3 & 10", "TBD", "Week 3", "W3", "2024-W36-1", "99/99/9999", "Sep 28, 15:00-17:00",
)  # fmt: skip
NUMBERS: Final = ("0", "1", "-1", "31", "2024", "1999", "99999999999999999999", "1e999", "٣", "½", "IV")
TOKENS: Final = (
    "|", " | ", "|---|---|\n", "\n", "\n\n", "\r\n", "\t", "# ", "## ", "- ", "* ", "1. ", "> ",
    "    ", "```\n", "---\n",
    "[", "](", "](u.pdf)", ")", "**", "_", "~~", "`", "\\|", "\\", "<td>", "<tr>", "<table>",
    "</table>", "<li>", "<br>", "<a href=\"", "<!--", "-->", "<script>", "&amp;", "&#", "&nbsp;", "{{ x }}",
    "{% if x %}", "{% endif %}", "{: .x}",
    "Date", "Topic", "Reading", "Required Reading", "Optional:", "Slides", "pdf", "(SOSP 2019)",
    "[VLDB'19]", "et al.",
    ", and ", "; ", " by ", "Ada Quill", "Quill, A.", "https://example.org/a b.pdf",
    "doi.org/10.1145/1.2", "arXiv:1909.01315",
    "title: ", "date: ", "- date: 2024-09-02\n", "? ", "&a ", "*a", "<<: ", "!!python/object ",
    "{", "}", "[[a]]\n", "\"",
    "é", "Ã©", "\u202e", "\u200b", "\ufeff", "\x00", "\u2028", "\ufffd", "\U0001f600", "ﬁ", "\\'e",
    "\\begin{itemize}\n",
    "\\item ", "\\end{itemize}", "\\href{u}{", "$", "%", "* TODO ", ":PROPERTIES:\n", "#+TITLE: ",
    ".. note::\n", "====\n",
    "+---+---+\n", "`a <u>`_", "Due 9/4", "HW1", "Midterm", "No class", "Guest:", "Fall 2024",
    "CS 101", "\"", "“", "”",
)  # fmt: skip


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True) or [""]


def _cut(text: str, chance: random.Random, most: int = 60) -> tuple[int, int]:
    start = chance.randrange(len(text) + 1)
    return start, min(len(text), start + chance.randrange(most))


def swap_cells(text: str, _: str, chance: random.Random) -> str:
    """Swap two cells of a line."""
    lines = _lines(text)
    at = chance.randrange(len(lines))
    mark = next((mark for mark in CELL_MARKS if mark in lines[at]), " ")
    cells = lines[at].split(mark)
    one, two = chance.randrange(len(cells)), chance.randrange(len(cells))
    cells[one], cells[two] = cells[two], cells[one]
    lines[at] = mark.join(cells)
    return "".join(lines)


def drop_cell(text: str, _: str, chance: random.Random) -> str:
    """Drop a cell of a line, or double it, so that rows are ragged."""
    lines = _lines(text)
    at = chance.randrange(len(lines))
    mark = next((mark for mark in CELL_MARKS if mark in lines[at]), " ")
    cells = lines[at].split(mark)
    one = chance.randrange(len(cells))
    cells[one : one + 1] = cells[one : one + 1] * (2 * chance.randrange(2))
    lines[at] = mark.join(cells)
    return "".join(lines)


def cut_fence(text: str, _: str, chance: random.Random) -> str:
    """Take away a line that opens, closes or divides."""
    found = list(FENCE.finditer(text))
    if not found:
        return text
    one = chance.choice(found)
    return text[: one.start()] + text[one.end() :]


def cut_bracket(text: str, _: str, chance: random.Random) -> str:
    """Take away a bracket or a quote, so that its fellow stays open."""
    found = list(PAIRS.finditer(text))
    if not found:
        return text
    one = chance.choice(found)
    return text[: one.start()] + text[one.end() :]


def splice(text: str, other: str, chance: random.Random) -> str:
    """Put the end of another document behind the beginning of this one."""
    mine, others = _lines(text), _lines(other)
    return "".join(mine[: chance.randrange(len(mine) + 1)] + others[chance.randrange(len(others)) :])


def insert_lines(text: str, other: str, chance: random.Random) -> str:
    """Put some lines of another document between two of this one."""
    mine, others = _lines(text), _lines(other)
    start = chance.randrange(len(others))
    at = chance.randrange(len(mine) + 1)
    return "".join(mine[:at] + others[start : start + chance.randrange(1, 6)] + mine[at:])


def repeat_line(text: str, _: str, chance: random.Random) -> str:
    """Repeat a line."""
    lines = _lines(text)
    at = chance.randrange(len(lines))
    return "".join(lines[:at] + [lines[at]] * chance.choice((0, 2, 3, 9)) + lines[at + 1 :])


def move_line(text: str, _: str, chance: random.Random) -> str:
    """Move a line to another place."""
    lines = _lines(text)
    line = lines.pop(chance.randrange(len(lines)))
    lines.insert(chance.randrange(len(lines) + 1), line)
    return "".join(lines)


def shift_lines(text: str, _: str, chance: random.Random) -> str:
    """Put some lines into a list, a quote, a heading, or further in."""
    lines = _lines(text)
    start = chance.randrange(len(lines))
    lead = chance.choice(("  ", "    ", "\t", "> ", "- ", "1. ", "# ", "#", "| ", "* "))
    end = start + chance.randrange(1, 5)
    return "".join(lines[:start] + [lead + line for line in lines[start:end]] + lines[end:])


def join_lines(text: str, _: str, chance: random.Random) -> str:
    """Join a line with the next."""
    lines = _lines(text)
    at = chance.randrange(len(lines))
    lines[at] = lines[at].rstrip("\n") + chance.choice((" ", "", "<br>", "\\\\"))
    return "".join(lines)


def restyle_date(text: str, _: str, chance: random.Random) -> str:
    """Write a date in another style, or put one where none was."""
    found = list(DATE.finditer(text))
    start, end = chance.choice(found).span() if found else _cut(text, chance, 1)
    return text[:start] + chance.choice(DATES) + text[end:]


def change_number(text: str, _: str, chance: random.Random) -> str:
    """Put another number for one."""
    found = list(NUMBER.finditer(text))
    if not found:
        return text
    one = chance.choice(found)
    return text[: one.start()] + chance.choice(NUMBERS) + text[one.end() :]


def insert_token(text: str, _: str, chance: random.Random) -> str:
    """Put a token of some dialect somewhere."""
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(TOKENS) * chance.choice((1, 1, 1, 2, 3, 40)) + text[at:]


def delete_stretch(text: str, _: str, chance: random.Random) -> str:
    """Delete a stretch of characters."""
    start, end = _cut(text, chance)
    return text[:start] + text[end:]


def copy_stretch(text: str, other: str, chance: random.Random) -> str:
    """Put a stretch of another text somewhere."""
    start, end = _cut(other, chance)
    at = chance.randrange(len(text) + 1)
    return text[:at] + other[start:end] + text[at:]


def change_character(text: str, _: str, chance: random.Random) -> str:
    """Put any character for one."""
    if not text:
        return chr(chance.randrange(32, 127))
    at = chance.randrange(len(text))
    code = chance.choice((chance.randrange(128), chance.randrange(0x3000), chance.randrange(0xD800)))
    return text[:at] + chr(code) + text[at + 1 :]


MUTATORS: Final[tuple[Mutator, ...]] = (
    swap_cells, drop_cell, cut_fence, cut_bracket, splice, insert_lines, repeat_line, move_line, shift_lines,
    join_lines, restyle_date, change_number, insert_token, delete_stretch, copy_stretch, change_character,
)  # fmt: skip
# A line has no cells to swap and no fences: what normalization reads.
LINE_MUTATORS: Final[tuple[Mutator, ...]] = (
    cut_bracket, restyle_date, change_number, insert_token, delete_stretch, copy_stretch, change_character, swap_cells,
)  # fmt: skip


def mutate(text: str, other: str, chance: random.Random, *, longest: int, lines: bool = False) -> str:
    """Change a text a few times."""
    for _ in range(chance.choice((1, 1, 2, 3, 5))):
        text = chance.choice(LINE_MUTATORS if lines else MUTATORS)(text, other, chance)
    return text[:longest]
