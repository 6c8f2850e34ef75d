"""The value of a scalar laid over its source, so that every letter of it has a place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate
from typing import Final

from syllabus_parse.document import EMPTY, Anchor, Run, Text
from syllabus_parse.regex import lazy_regex
from syllabus_parse.source import Span

FOLD: Final = r"[ \t]{0,1000}(?:\r\n|[\r\n\x85\u2028\u2029])[ \t\r\n\x85\u2028\u2029]*"
FOLDS: Final = lazy_regex(FOLD)
"""A line end with the blanks around it: plain and block scalars."""
APOSTROPHES: Final = lazy_regex(rf"''|{FOLD}")
"""The same and a doubled apostrophe: scalars in apostrophes."""
ESCAPES: Final = lazy_regex(
    rf"""\\(?:\r\n|[\r\n])[ \t]*                                    # an escaped line end: nothing at all
       | \\u[dD][89abAB][0-9A-Fa-f]{{2}}\\u[dD][c-fC-F][0-9A-Fa-f]{{2}}  # e.g. \ud83d\ude00, one letter
       | \\x[0-9A-Fa-f]{{2}} | \\u[0-9A-Fa-f]{{4}} | \\U[0-9A-Fa-f]{{8}} # e.g. \u00e9
       | \\.                                                       # e.g. \" \n
       | {FOLD}
    """,
    re.VERBOSE,
)
"""Line ends and backslash escapes: scalars in quotation marks."""
BLANKS: Final = lazy_regex(r"\s*")


def align_text(source: str, place: Span, value: str, offset: int, *, rewritten: re.Pattern[str] = FOLDS) -> Text:
    r"""Lay a value over its place in the source: stretches that are the same stand there letter for letter.

    Spans of data values come from here: a folded or escaped value differs from its source, but only at folds and
    escapes. What fits in no way gets the span of the whole.

    >>> [run.text for run in align_text('k: "a \\" b"', Span(4, 10), 'a " b', 0, rewritten=ESCAPES).runs]
    ['a ', '"', ' b']
    >>> [run.span for run in align_text("a\n  b", Span(0, 5), "a b", 100).runs]
    [Span(start=100, end=101), Span(start=101, end=104), Span(start=104, end=105)]
    """
    if not value:
        return EMPTY
    whole = Run(value, Span(place.start + offset, place.end + offset))
    if place.end - place.start == len(value) and source.startswith(value, place.start):
        return Text((whole,), value)
    runs: list[Run] = []
    at, done = place.start, 0
    for mark in rewritten.finditer(source, place.start, place.end):
        same = source[at : mark.start()]
        if not value.startswith(same, done):
            return Text((whole,), value)
        if same:
            runs.append(Run(same, Span(at + offset, mark.start() + offset)))
        done += len(same)
        width = 0 if mark[0][1:2] in ("\r", "\n") else 1
        if mark[0][0] not in "\\'":
            blank = BLANKS.match(value, done)
            width = blank.end() - done if blank else 0
        if width and done < len(value):
            runs.append(Run(value[done : done + width], Span(mark.start() + offset, mark.end() + offset)))
        done += width
        at = mark.end()
    if value[done:] not in (source[at : place.end], source[at : place.end].rstrip()):
        return Text((whole,), value)
    if value[done:]:
        runs.append(Run(value[done:], Span(at + offset, at + len(value) - done + offset)))
    return Text(tuple(runs), value)


def read_value(text: Text, inline: Callable[[str, int], Text]) -> Text:
    """Read the markup in a value; what comes out has its places in the value's own source.

    >>> base = Text.of([Run("a", Span(10, 11)), Run(" ", Span(11, 15)), Run("b", Span(15, 16))])
    >>> read_value(base, lambda words, at: Text.of([Run(words[1:], Span(at + 1, at + 3))])).runs[1].span
    Span(start=15, end=16)
    """
    if len(text.runs) == 1 and len(text.plain) == text.runs[0].span.end - text.runs[0].span.start:
        return inline(text.plain, text.runs[0].span.start)
    starts = [0, *accumulate(len(run.text) for run in text.runs)]
    anchors: dict[int, Anchor] = {}
    out: list[Run] = []
    for run in inline(text.plain, 0).runs:
        anchor = run.anchor
        if anchor is not None:
            if id(anchor) not in anchors:
                anchors[id(anchor)] = Anchor(anchor.href, _cover(_cut(text, starts, anchor.span), text))
            anchor = anchors[id(anchor)]
        pieces = _cut(text, starts, run.span)
        if "".join([piece.text for piece in pieces]) == run.text:
            out.extend([Run(piece.text, piece.span, anchor, run.marks) for piece in pieces])
        else:
            out.append(Run(run.text, _cover(pieces, text), anchor, run.marks))
    return Text.of(out)


def _cut(text: Text, starts: list[int], place: Span) -> tuple[Run, ...]:
    first = max(bisect_right(starts, place.start) - 1, 0)
    last = max(bisect_right(starts, place.end - 1), first + 1)
    inner = Text.of(text.runs[first:last])
    return inner.slice(place.start - starts[first], place.end - starts[first]).runs if first < len(text.runs) else ()


def _cover(pieces: tuple[Run, ...], text: Text) -> Span:
    if pieces:
        return pieces[0].span.cover(pieces[-1].span)
    return text.span or Span(0, 0)
