"""Titles broken over two lines, as an editor breaks them."""

from __future__ import annotations

from typing import Final

from syllabus_parse.rendering.layout import Layout
from syllabus_parse.rendering.page import Bit

SHORT: Final = 20
"""Titles up to this length are never broken."""


def wrap_title(text: str) -> str:
    r"""Break a long title once, at the first blank of its second half.

    >>> wrap_title("A title of several words that goes on")
    'A title of several\nwords that goes on'
    >>> wrap_title("Short")
    'Short'
    """
    at = text.find(" ", len(text) // 2) if len(text) > SHORT else -1
    return f"{text[:at]}\n{text[at + 1 :]}" if at > 0 else text


def wrap_bit(bit: Bit, layout: Layout) -> str:
    r"""Return the words of a run, broken where it is a title and the layout wraps those.

    >>> wrap_bit(Bit("A title of several words that goes on", wrapped=True), Layout()).count("\n")
    0
    """
    return wrap_title(bit.text) if bit.wrapped and layout.wrapped else bit.text
