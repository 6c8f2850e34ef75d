"""A list of papers: venues and years as headings, the works below with who wrote them and where they work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from syllabus_parse.model import Person, Syllabus
from syllabus_parse.rendering.citations import join_names, split_links
from syllabus_parse.rendering.layout import Layout
from syllabus_parse.rendering.page import Bit, Block, Head, Item, Page, words


def shape_venues(syllabus: Syllabus, layout: Layout) -> Page:
    """Lay out the readings below their venues and years; a work is an entry, its authors one below it."""
    name = syllabus.course.code or syllabus.course.title or "Papers"
    return Page(blocks=(Head(1, words(name)), *_list_works(syllabus, layout)))


def _list_works(syllabus: Syllabus, layout: Layout) -> Iterator[Block]:
    venue: str | None = None
    year: int | None = None
    for reading in syllabus.readings:
        own = reading.venue.name if reading.venue else "Other"
        if own != venue or (reading.year is None and year is not None):
            venue, year = own, None
            yield Head(2, words(own))
        if reading.year != year:
            year = reading.year
            yield Head(3, words(str(year)))
        url, rest = split_links(reading)
        title: list[Bit] = [Bit(reading.title, url, wrapped=True)]
        for link in rest:
            title += [Bit(" ["), Bit(link.text or "link", link.url), Bit("]")]
        yield Item(tuple(title))
        if reading.authors:
            yield Item(words(name_groups(reading.authors)), 1)


def name_groups(people: Sequence[Person]) -> str:
    """Write people in groups of one affiliation, which is named once behind each.

    >>> place = "Lakeside University"
    >>> name_groups([Person("Ann Lee", place), Person("Bo Ray", place), Person("Cy Moe")])
    'Ann Lee and Bo Ray, Lakeside University; Cy Moe'
    """
    groups = []
    for place, group in groupby(people, key=lambda person: person.affiliation):
        names = join_names([person.name for person in group])
        groups.append(f"{names}, {place}" if place else names)
    return "; ".join(groups)
