"""Cells of works that begin with the topic of their day, in bold: "**Kant I**", then what is read."""

from __future__ import annotations

from typing import Final

import attrs

from syllabus_parse.document import Table
from syllabus_parse.interpret.tables.layout import Layout
from syllabus_parse.interpret.tables.topic_columns import GROUPING_HEAD
from syllabus_parse.interpret.words import fold_label, link_label, requirement_group
from syllabus_parse.interpret.words.field_words import find_field
from syllabus_parse.interpret.works.entries import Entry, read_entries

FEWEST: Final = 3
LONGEST: Final = 120


def find_led_headers(table: Table, layout: Layout) -> frozenset[str]:
    """Find the columns of works most of whose cells begin with a topic in bold, in a table without a better column.

    A column that names the part of the course ("Module") is none: several days share its words.
    """
    topics = [column for column in layout.columns if column.role in ("topic", "mixed", "title", "event")]
    if not all(GROUPING_HEAD.fullmatch(fold_label(column.header)) for column in topics):
        return frozenset()
    out = set()
    for index, column in enumerate(layout.columns):
        if column.role != "reading":
            continue
        cells = [row.cells[index] for row in table.rows[layout.first_row :] if index < len(row.cells)]
        entries = [read_entries(cell.blocks) for cell in cells if cell.blocks]
        led = [each for each in entries if heads_cell(each[0])] if all(entries) else []
        told = {each[0].text.plain for each in led}
        if len(led) >= FEWEST and len(led) * 10 >= len(entries) * 6 and len(told) * 2 > len(led):
            out.add(column.header)
    return frozenset(out)


def heads_cell(entry: Entry) -> bool:
    """Tell a first line in bold that names what the day is about from a label ("**Required:**") and from a work."""
    text = entry.text
    words = text.plain.strip()
    if not words or len(words) > LONGEST or entry.item or not text.is_bold() or text.links():
        return False
    label = words.endswith((":", "：")) or requirement_group(words) is not None or link_label(words) is not None
    return not label and find_field(words) is None


def part_modules(layout: Layout) -> Layout:
    """Read the columns that name the parts of the course as sections: the topics stand beside them."""
    columns = tuple(
        attrs.evolve(column, role="section")
        if column.role == "topic" and GROUPING_HEAD.fullmatch(fold_label(column.header))
        else column
        for column in layout.columns
    )
    return attrs.evolve(layout, columns=columns)
