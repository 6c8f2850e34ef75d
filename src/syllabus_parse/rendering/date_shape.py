"""A syllabus as a list of days: each a heading, what is done and read on it below."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from syllabus_parse.model import Requirement, Syllabus
from syllabus_parse.rendering.citations import name_people
from syllabus_parse.rendering.layout import Layout
from syllabus_parse.rendering.outline_shape import name_when
from syllabus_parse.rendering.page import Bit, Block, Head, Item, Line, Page, Par, words
from syllabus_parse.rendering.table_shape import cite_all, head_page

GROUPS: Final[tuple[tuple[Requirement | None, str], ...]] = (
    (None, "Reading"), ("required", "Required reading"), ("optional", "Optional reading"),
)  # fmt: skip


def shape_dates(syllabus: Syllabus, layout: Layout) -> Page:
    """Lay out each day as a heading with its topic, its people and its readings below."""
    return Page(blocks=(*head_page(syllabus), *_list_days(syllabus, layout)))


def _list_days(syllabus: Syllabus, layout: Layout) -> Iterator[Block]:
    for session in syllabus.sessions:
        when = name_when(session, layout)
        undated = session.date is None and session.title is not None
        yield Head(2, words(f"TBD: {session.title}" if undated else when or "TBD"))
        if session.title and not undated:
            yield _label("Topic", words(session.title))
        if session.presenters:
            yield _label("Presenter", words(name_people(session.presenters)))
        if session.location:
            yield _label("Room", words(session.location))
        for work in session.assignments:
            yield _label("Due" if work.event == "due" else "Out", words(work.title))
        if session.links:
            line: list[Bit] = []
            for link in session.links:
                line += [Bit(", ")] if line else []
                line.append(Bit(link.text or "link", link.url))
            yield _label("Links", tuple(line))
        for needed, label in GROUPS:
            lines = cite_all(session.readings, needed, layout)
            if lines:
                yield Head(3, words(label))
                yield from (Item(line) for line in lines)


def _label(name: str, line: Line) -> Par:
    return Par(((Bit(f"{name}:", strong=True), Bit(" "), *line),))
