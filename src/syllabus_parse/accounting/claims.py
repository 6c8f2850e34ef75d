"""The places that the model claims of a source, and which of them make a part of the schedule."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import attrs

from syllabus_parse.document import Block, Heading, Paragraph
from syllabus_parse.interpret.works.papers import is_prose
from syllabus_parse.model import Assignment, Link, Person, Reading, Spans, Syllabus
from syllabus_parse.rules import apply_rule
from syllabus_parse.source import Span

ABOVE: Final = apply_rule("above")
LEFT_OVER: Final = "SP801"
HEAD_KEYS: Final = ("date", "title", "number", "week")


@attrs.frozen
class Claims:
    """Disjoint stretches in order."""

    starts: list[int]
    ends: list[int]

    @classmethod
    def of(cls, spans: Iterable[Span]) -> Claims:
        """Join places that overlap or touch."""
        starts: list[int] = []
        ends: list[int] = []
        for start, end in sorted({(span.start, span.end) for span in spans}):
            if ends and start <= ends[-1]:
                ends[-1] = max(ends[-1], end)
            else:
                starts.append(start)
                ends.append(end)
        return cls(starts, ends)

    def meet(self, start: int, end: int) -> bool:
        """Tell whether any stretch has a character in common with this one."""
        at = bisect_left(self.starts, end) - 1
        return at >= 0 and self.ends[at] > start


def ends_of(span: Span) -> tuple[int, int]:
    """Return where a span begins and ends."""
    return span.start, span.end


def is_inside(inner: Span | None, outer: Span) -> bool:
    """Tell whether a span lies within another."""
    return inner is not None and outer.start <= inner.start and inner.end <= outer.end


def list_parts(syllabus: Syllabus) -> Iterator[Span]:
    """Yield the places of sessions and readings and of all in them: where they stand is a part of the schedule."""
    for session in syllabus.sessions:
        yield from _pick(session.spans)
        yield from list_places(session.presenters)
        yield from list_places(session.links)
        yield from list_places(session.assignments)
        for assignment in session.assignments:
            yield from list_places(assignment.links)
        yield from _list_readings(session.readings)
    yield from _list_readings(syllabus.readings)


def _list_readings(readings: Iterable[Reading]) -> Iterator[Span]:
    for reading in readings:
        inherited = ABOVE in reading.inferred.get("requirement", ())
        yield from (span for key, span in reading.spans.items() if not (inherited and key == "requirement"))
        yield from list_places(reading.authors)
        yield from list_places(reading.links)
        if reading.venue is not None:
            yield from reading.venue.spans.values()


def list_heads(syllabus: Syllabus) -> Iterator[Span]:
    """Yield the places of words above readings that must be read: where they stand need be no part of the schedule."""
    for readings in (syllabus.readings, *(session.readings for session in syllabus.sessions)):
        for reading in readings:
            if "requirement" in reading.spans and ABOVE in reading.inferred.get("requirement", ()):
                yield reading.spans["requirement"]


def list_quoted(syllabus: Syllabus) -> Iterator[Span]:
    """Yield the places that a diagnostic quotes because no field holds them."""
    return (said.span for said in syllabus.diagnostics if said.code == LEFT_OVER and said.span is not None)


def list_places(items: Iterable[Person | Link | Assignment]) -> Iterator[Span]:
    """Yield the places of people, links and homework."""
    for item in items:
        yield from item.spans.values()


def _pick(spans: Spans) -> Iterator[Span]:
    """Yield a session's places; of a title in several parts those of the parts, not what stands between them."""
    return (span for name, span in spans.items() if name != "title" or "title[0]" not in spans)


def find_heads(syllabus: Syllabus) -> Claims:
    """Find what a session is known by: a heading there opens a part of the schedule."""
    return Claims.of(session.spans[key] for session in syllabus.sessions for key in HEAD_KEYS if key in session.spans)


def find_parts(blocks: Sequence[Block], parts: Claims, heads: Claims) -> list[bool]:
    """Tell for each block of the page whether it lies inside a part of the schedule.

    It does where it holds something of a session or reading, below a heading that is a session, or between two such
    blocks of one heading, unless it talks about them and no session is open. A heading does where anything below does.
    """
    held = [parts.meet(*ends_of(block.span)) for block in blocks]
    described = [isinstance(block, Paragraph) and is_prose(block.text.plain) for block in blocks]
    out = list(held)
    opened = False
    last = -1
    for index, block in enumerate(blocks):
        if isinstance(block, Heading):
            opened = heads.meet(*ends_of(block.span))
            last = -1
        elif held[index]:
            if last >= 0:
                out[last:index] = [opened or not described[at] for at in range(last, index)]
                out[last] = True
            last = index
        elif opened:
            out[index] = True
    # Headings, from below: one of level 2 holds what those of level 3 hold. `seen[level]` tells what is below.
    seen = [False] * 8
    for index in range(len(blocks) - 1, -1, -1):
        block = blocks[index]
        if isinstance(block, Heading):
            level = min(max(block.level, 1), 6)
            out[index] = out[index] or any(seen[level:])
            seen[level:] = [False] * (8 - level)
            seen[level - 1] = seen[level - 1] or out[index]
        else:
            seen[7] = seen[7] or out[index]
    return out
