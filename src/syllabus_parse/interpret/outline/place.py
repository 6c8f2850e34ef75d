"""Readings outside sessions: works of a list set under their headings, links of the page."""

from __future__ import annotations

from collections.abc import Iterable

from syllabus_parse.document import Text
from syllabus_parse.interpret.outline.state import Walk, held_section, held_venue
from syllabus_parse.interpret.records import RawLink, RawReading


def keep_links(walk: Walk, text: Text) -> None:
    """Give the links of the page's own words to the page."""
    for anchor, start, end in text.links():
        label = text.slice(start, end).strip()
        if anchor.href and not anchor.href.startswith(("mailto:", "#")):
            walk.out.links.append(RawLink(anchor, label or None))


def place_readings(walk: Walk, readings: Iterable[RawReading]) -> None:
    """Set readings outside sessions under the headings that hold."""
    placed = list(readings)
    for reading in placed:
        reading.section = held_section(walk)
    date_readings(walk, placed)
    walk.out.readings += placed


def date_readings(walk: Walk, readings: Iterable[RawReading]) -> None:
    """Give readings the venue and the year of the headings that hold, where they tell none of their own."""
    venue, year, year_text = held_venue(walk)
    for reading in readings:
        if reading.venue is None and venue is not None:
            reading.venue = venue
            reading.above.add("venue")
        if (reading.year is None and year is not None and reading.venue is venue) or (
            reading.year is None and year is not None and venue is None
        ):
            reading.year, reading.year_text = year, year_text
            reading.above.add("year")


def flush_papers(walk: Walk, *, keep_open: bool) -> None:
    """Set the works read so far under their headings; the last may stay open for its people."""
    made = walk.papers.readings
    walk.papers.readings = []
    place_readings(walk, made)
    if not keep_open:
        walk.papers.open = None


def close_papers(walk: Walk) -> None:
    """End a list of papers: what follows belongs to none of its works."""
    flush_papers(walk, keep_open=False)
