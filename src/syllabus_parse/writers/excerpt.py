"""One place of a document for the terminal: the line it stands on, and a caret under each character that is meant."""

from __future__ import annotations

import re
from typing import Final

import attrs

from syllabus_parse.regex import lazy_regex
from syllabus_parse.source import Source, Span

BEFORE: Final = 60
BEHIND: Final = 80
"""Characters shown before and from the place on: a page can be one line of a megabyte."""
TAB: Final = 4
# What must reach no terminal as it is: control characters, what turns the direction of text or takes no room in it.
# The tab is among them: it becomes blanks.
UNSAFE: Final = lazy_regex(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)


@attrs.frozen
class Excerpt:
    """A place: line and column of its first character, counted from 1, the line as shown, and the carets below it."""

    line: int
    column: int
    shown: str
    carets: str


def escape_controls(text: str) -> str:
    r"""Write characters that steer a terminal, turn text round or can't be seen as their escapes; nothing is dropped.

    Letters stay as they are, blanks too.

    >>> escape_controls("red\x1b[31m\u202e caf\u00e9")
    'red\\x1b[31m\\u202e café'
    """
    return UNSAFE.sub(_escape, text)


def draw_excerpt(source: Source, span: Span) -> Excerpt:
    r"""Draw the line that a span begins on: tabs as blanks, control characters escaped, long lines cut at both ends.

    The carets are counted in the cells of a terminal: two below a wide character, none below an accent that stands
    on the letter before it. A span over several lines is drawn to the end of its first, with "…" behind the carets.

    >>> place = draw_excerpt(Source("a\n| \u6570\u636e | Heaps |"), Span(4, 6))
    >>> place.line, place.column, place.carets
    (2, 3, '  ^^^^')
    >>> draw_excerpt(Source("\tA\x07B"), Span(1, 4)).shown
    '    A\\x07B'
    """
    from rich.cells import cell_len

    text = source.text
    start = min(span.start, len(text))
    line, column = source.position(start)
    first = start - column + 1
    last = text.find("\n", start)
    last = len(text) if last < 0 else last
    if last > start and text[last - 1] == "\r":
        last -= 1
    begin = max(first, start - BEFORE)
    end = min(last, start + BEHIND)
    stop = max(start, min(span.end, end))

    shown = "…" if begin > first else ""
    shown += _lay_out(text[begin:start], cell_len(shown))
    before = cell_len(shown)
    shown += _lay_out(text[start:stop], before)
    carets = " " * before + "^" * max(1, cell_len(shown) - before) + ("…" if min(span.end, len(text)) > stop else "")
    shown += _lay_out(text[stop:end], cell_len(shown)) + ("…" if end < last else "")
    return Excerpt(line, column, shown.rstrip(), carets)


def _lay_out(piece: str, at: int) -> str:
    """Escape a piece of a line that begins in cell `at`, and set its tabs to blanks up to the next stop."""
    if "\t" not in piece:
        return escape_controls(piece)
    from rich.cells import cell_len

    out = ""
    for index, part in enumerate(piece.split("\t")):
        if index:
            out += " " * (TAB - (at + cell_len(out)) % TAB)
        out += escape_controls(part)
    return out


def _escape(match: re.Match[str]) -> str:
    number = ord(match[0])
    if number < 0x100:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"
