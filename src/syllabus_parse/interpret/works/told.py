"""Works that a page tells to machines, joined with those that it shows."""

from __future__ import annotations

from collections.abc import Sequence as Several

from syllabus_parse.document import Document, Mapping, Sequence
from syllabus_parse.interpret.records import RawReading, RawSyllabus
from syllabus_parse.interpret.words import fold_label
from syllabus_parse.source import Span


def join_told_works(document: Document, told: Several[RawReading], out: RawSyllabus) -> None:
    """Let works in JSON-LD or microdata fill in the readings that the page shows of them; the others stay as they are.

    Microdata marks up the very words of the page, so that a reading within its stretch is the same work, and its parts
    are known there; JSON-LD stands apart and is known by its title.
    """
    node = document.meta.get("works") if document.meta is not None else None
    if not told or not isinstance(node, Sequence):
        return
    places = [item.span for item in node.items if isinstance(item, Mapping)]
    own = {id(reading) for reading in told}
    shown = [reading for reading in out.readings if id(reading) not in own]
    shown += [reading for session in out.sessions for reading in session.readings]
    named = {fold_label(reading.title.plain): reading for reading in reversed(shown)}
    joined: set[int] = set()
    for reading in told:
        place = _find_place(reading, places)
        same = next((one for one in shown if place is not None and _lies_in(one, place)), None)
        same = same or named.get(fold_label(reading.title.plain))
        if same is not None:
            _fill_in(same, reading)
            joined.add(id(reading))
    out.readings = [reading for reading in out.readings if id(reading) not in joined]


def _find_place(reading: RawReading, places: Several[Span]) -> Span | None:
    return next((place for place in places if _lies_in(reading, place)), None)


def _lies_in(reading: RawReading, place: Span) -> bool:
    span = reading.title.span
    return span is not None and place.start <= span.start and span.end <= place.end


def _fill_in(shown: RawReading, told: RawReading) -> None:
    shown.title = told.title
    shown.authors = told.authors or shown.authors
    shown.venue = told.venue or shown.venue
    shown.year = told.year or shown.year
    shown.year_text = told.year_text or shown.year_text
    shown.kind = told.kind or shown.kind
    known = {link.anchor.href for link in shown.links if link.anchor is not None}
    shown.links += [link for link in told.links if link.anchor is not None and link.anchor.href not in known]
