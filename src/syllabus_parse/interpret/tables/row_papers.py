"""Rows of a table of papers: title, authors, venue and year in columns of their own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from syllabus_parse.document import Cell, Text
from syllabus_parse.interpret.citations.citation import read_citation
from syllabus_parse.interpret.citations.patterns import TAG_WORDS
from syllabus_parse.interpret.citations.values import add_people, set_venue, set_year
from syllabus_parse.interpret.records import RawLink, RawReading, RawVenue
from syllabus_parse.interpret.tables.cells import cell_text, cut_links
from syllabus_parse.interpret.tables.columns import Column
from syllabus_parse.interpret.tables.row_state import Rows
from syllabus_parse.interpret.words import link_label, requirement_group
from syllabus_parse.normalize.titles import is_placeholder
from syllabus_parse.normalize.venues import find_venue, parse_venue
from syllabus_parse.regex import lazy_regex

TAG_GAP: Final = lazy_regex(r"\s*,\s*")


def read_paper_row(rows: Rows, cells: Sequence[Cell]) -> None:
    """Read a row of a table of papers: title, authors, venue and year in columns of their own."""
    pairs = [(column, cell_text(cell)) for column, cell in zip(rows.columns, cells, strict=False)]
    title = next((text for column, text in pairs if column.role == "title" and text), None)
    if title is None or is_placeholder(title.plain):
        return
    reading = read_citation(title, requirement=rows.requirement)
    if reading is None:
        return
    reading.section = rows.section
    for column, text in pairs:
        if not text or column.role == "title" or is_placeholder(text.plain):
            continue
        fill_reading(reading, column, text)
    rows.readings.append(reading)


# e.g. "ECCV (Workshop, Oral)"
CELL_TAGS: Final = lazy_regex(r"\s*\((?P<tags>[^()]{3,40})\)\s*$")


def _take_tags(text: Text, reading: RawReading) -> Text:
    """Take marks in brackets ("Oral") off the end of a cell of venues."""
    found = CELL_TAGS.search(text.plain)
    words = [word.strip() for word in found["tags"].split(",")] if found else []
    if found is None or not found.start() or not all(TAG_WORDS.fullmatch(word) for word in words):
        return text
    tags = text.slice(*found.span("tags"))
    reading.tags += [tag.strip() for tag in tags.split(TAG_GAP)]
    return text.slice(0, found.start())


def fill_reading(reading: RawReading, column: Column, text: Text) -> None:
    """Give a reading the value of a column of a table of papers."""
    if column.role in ("authors", "presenter"):
        add_people(reading, text)
    elif column.role == "venue":
        text = _take_tags(text, reading)
        venue = parse_venue(text.plain) or find_venue(text.plain)
        if venue is not None:
            set_venue(reading, venue, text)
        else:
            reading.notes.append(text.strip())
    elif column.role in ("year", "date"):
        set_year(reading, text)
    elif column.role == "reading" and not text.links() and parse_venue(text.plain) is not None:
        reading.venue = reading.venue or RawVenue(text.plain, "other", False, text.strip())
    else:
        for anchor, start, end in text.links():
            reading.links.append(RawLink(anchor, text.slice(start, end).strip(), column=column.header))
        left = cut_links(text)
        if left and link_label(left.plain) is None and column.role not in ("number",):
            if requirement_group(left.plain) is not None:
                reading.requirement, reading.requirement_text = requirement_group(left.plain), left
            else:
                reading.notes.append(left)
