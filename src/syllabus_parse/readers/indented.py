"""Lines that nest by their indent (reStructuredText, Org): where they stand in the source, where blocks end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import attrs

from syllabus_parse.regex import lazy_regex
from syllabus_parse.source import Span

NUMBER: Final = lazy_regex(
    r"(?P<marker>\(?(?:\d{1,3}|#|[A-Za-z]|[ivxlcIVXLC]{2,6})[.)])(?:[ \t]{1,20}|$)"
)  # e.g. "1. " · "(a) " · "#. "
OPTION: Final = lazy_regex(r":(?P<name>[\w-]{1,40}):(?:[ \t]{1,80}|$)")  # e.g. ":header-rows: 1"


@attrs.frozen
class Line:
    """A line of a block: its text without the block's indent, where that stands, and where its line end is."""

    text: str
    at: int
    end: int


def split_lines(text: str, offset: int = 0) -> list[Line]:
    r"""Cut a text into lines; blanks at their ends are left out.

    >>> split_lines("a \r\nb")
    [Line(text='a', at=0, end=3), Line(text='b', at=4, end=5)]
    """
    out = []
    at = 0
    while at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        words = text[at:end].rstrip()
        out.append(Line(words, at + offset, end + offset))
        at = end + 1
    return out


def span_of(lines: Sequence[Line]) -> Span:
    """Return the stretch of source from the first line's text to the last line's."""
    if not lines:
        return Span(0, 0)
    return Span(lines[0].at, lines[-1].at + len(lines[-1].text))


def dedent(lines: Sequence[Line]) -> list[Line]:
    """Take the indent off that all lines share; a line that has less loses what it has."""
    indents = [len(line.text) - len(line.text.lstrip()) for line in lines if line.text.strip()]
    width = min(indents, default=0)
    if not width:
        return list(lines)
    return [Line(line.text[width:], line.at + min(width, len(line.text)), line.end) for line in lines]


def find_dedent(lines: Sequence[Line], at: int, indent: int) -> int:
    """Return where the lines that are indented so far end, blank lines behind them left out."""
    stop = at
    while at < len(lines):
        text = lines[at].text
        if text.strip():
            if len(text) - len(text.lstrip()) < indent:
                break
            stop = at + 1
        at += 1
    return stop


def find_items(
    lines: Sequence[Line], at: int, pattern: re.Pattern[str]
) -> tuple[list[tuple[re.Match[str], int, int]], int]:
    """Find the items that a mark opens from `at` on, each with its first line and its end, and the end of all."""
    items: list[tuple[re.Match[str], int, int]] = []
    while at < len(lines):
        match = pattern.match(lines[at].text)
        if match is not None:
            stop = find_dedent(lines, at + 1, 1)
            items.append((match, at, stop))
            at = stop
        elif lines[at].text.strip():
            break
        else:
            at += 1
    return items, at


def find_blank(lines: Sequence[Line], at: int) -> int:
    """Return where the next blank line is, or the end."""
    while at < len(lines) and lines[at].text.strip():
        at += 1
    return at


def is_enumerated(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line begins a numbered list; "A. Smith wrote" does not, nor does a lone letter in prose."""
    match = NUMBER.match(lines[at].text)
    if match is None:
        return False
    marker = match["marker"].strip("().")
    if marker.isdecimal() or marker == "#":
        return True
    stop = find_dedent(lines, at + 1, 1)
    after = next((line.text for line in lines[stop : stop + 4] if line.text.strip()), "")
    following = NUMBER.match(after)
    if following is None:
        return False
    other = following["marker"].strip("().")
    return len(marker) > 1 or (len(other) == 1 and ord(other) == ord(marker) + 1) or marker in "iI"


def find_simple_end(lines: Sequence[Line], at: int, border: re.Pattern[str]) -> int:
    """Return where a simple table ends: behind the border that a blank line or the end follows; 0 for no table."""
    found = 0
    for number in range(at + 1, min(len(lines), at + 2000)):
        text = lines[number].text
        if border.match(text) or re.fullmatch(r"={3,}", text):
            found += 1
            after = lines[number + 1].text.strip() if number + 1 < len(lines) else ""
            if not after or found == 2:
                return number + 1
        elif not text.strip() and number == at + 1:
            return 0
    return 0


def split_options(lines: Sequence[Line]) -> tuple[dict[str, Line], list[Line]]:
    """Part a directive's options from its content."""
    options: dict[str, Line] = {}
    at = 0
    while at < len(lines):
        match = OPTION.match(lines[at].text)
        if match is None:
            break
        line = lines[at]
        options[match["name"]] = Line(line.text[match.end() :], line.at + match.end(), line.end)
        at += 1
    while at < len(lines) and not lines[at].text.strip():
        at += 1
    return options, list(lines[at:])


def read_count(options: dict[str, Line], name: str) -> int:
    """Read an option that is a small number; 0 for none."""
    words = options[name].text.strip() if name in options else ""
    return int(words) if words.isdecimal() and len(words) < 4 else 0
