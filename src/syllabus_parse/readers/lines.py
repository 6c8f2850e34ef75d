"""Where the content of a Markdown line begins: behind its indent and the marks of block quotes."""

from __future__ import annotations

from typing import Final

TAB: Final = 4


def find_line_end(text: str, at: int) -> int:
    """Return where the line at `at` ends: at its line feed or the end of the text."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def find_content(text: str, at: int, end: int) -> tuple[int, int, bool]:
    r"""Return where a line's content begins, how many columns it is indented, and whether `>` quotes it.

    A line without content begins at its end. A tab reaches to the next fourth column.

    >>> find_content("  > \tx", 0, 6)
    (5, 4, True)
    """
    indent = 0
    quoted = False
    while at < end:
        char = text[at]
        if char == " ":
            indent += 1
        elif char == "\t":
            indent += TAB - indent % TAB
        elif char == ">":
            quoted = True
            if text[at + 1 : at + 2] == " ":
                at += 1
        elif char not in "\r\f\v\u00a0\ufeff\u200b":
            break
        at += 1
    return at, indent, quoted


def find_stop(text: str, start: int, end: int) -> int:
    """Return the end of a line without its carriage return."""
    return end - 1 if end > start and text[end - 1] == "\r" else end
