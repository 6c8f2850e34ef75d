"""A text cut where places begin and end: the pieces between, each with the places that it lies in.

Places nest (the text of a link inside a title) and overlap, and markup can't. So nothing is nested: each piece knows
all its places, and what one sees of them is decided where it is drawn.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from syllabus_parse.source import Span

DEEPEST: Final = 16
"""Places kept for a piece at most, the innermost ones: hundreds over each other help nobody."""
PIECE: Final = 2_000
"""A longer line is cut into lines of so many characters: a page can be one line of a megabyte."""


class Segment(NamedTuple):
    """A piece of a text, and the numbers of the places that it lies in, the shortest first."""

    start: int
    end: int
    places: tuple[int, ...]


class Line(NamedTuple):
    """A line of a text without its end: its number from 1, where it starts, whether it goes on one, its segments."""

    number: int
    start: int
    goes_on: bool
    segments: tuple[Segment, ...]


def cut_segments(size: int, spans: Sequence[Span]) -> list[Segment]:
    """Cut a text of so many characters at both ends of each span.

    The segments follow on one another from 0 to `size`, none is empty, and each names the spans by their numbers. What
    a span has beyond the text doesn't count; of two of one length the first stands first.

    >>> cut_segments(9, [Span(2, 7), Span(4, 6)])[1:4]
    [Segment(start=2, end=4, places=(0,)), Segment(start=4, end=6, places=(1, 0)), Segment(start=6, end=7, places=(0,))]
    """
    opening: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    closing: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for number, span in enumerate(spans):
        start, end = max(0, span.start), min(size, span.end)
        if start < end:
            key = (end - start, number)
            opening[start].append(key)
            closing[end].append(key)
    active: list[tuple[int, int]] = []
    made: list[Segment] = []
    at = 0
    for cut in sorted({*opening, *closing, size}):
        if at < cut:
            made.append(Segment(at, cut, tuple(number for _, number in active[:DEEPEST])))
            at = cut
        for key in closing.get(cut, ()):
            del active[bisect_left(active, key)]
        for key in opening.get(cut, ()):
            insort(active, key)
    return made


def cut_lines(text: str, segments: Sequence[Segment], *, piece: int = PIECE) -> Iterator[Line]:
    r"""Cut segments, which must cover the text, into its lines, and long lines into pieces of so many characters.

    Joined, the pieces of the lines are the text; only the line feeds stand between them.

    >>> [(line.number, len(line.segments)) for line in cut_lines("ab\n\ncd", cut_segments(6, [Span(1, 5)]))]
    [(1, 2), (2, 0), (3, 2)]
    """
    index = 0
    start = 0
    for number, words in enumerate(text.split("\n"), 1):
        stop = start + len(words)
        for begin in range(start, max(stop, start + 1), piece):
            end = min(begin + piece, stop)
            found: list[Segment] = []
            while index < len(segments) and segments[index].start < end:
                segment = segments[index]
                first, last = max(begin, segment.start), min(end, segment.end)
                if first < last:
                    found.append(Segment(first, last, segment.places))
                if segment.end > end:
                    break
                index += 1
            yield Line(number, begin, begin > start, tuple(found))
        start = stop + 1
