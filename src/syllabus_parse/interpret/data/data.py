"""A tree of data to raw records: which mappings are sessions, which are works, which only hold others."""

from __future__ import annotations

from syllabus_parse.document import Mapping, Node, Problem, Scalar, Sequence, Text
from syllabus_parse.interpret.data.course import read_course
from syllabus_parse.interpret.data.days import Inherited
from syllabus_parse.interpret.data.groups import ASIDE, Place, open_day, open_group, open_list, open_timetable
from syllabus_parse.interpret.data.heading_keys import enter_key
from syllabus_parse.interpret.data.keys import fold_data_key
from syllabus_parse.interpret.data.links import read_links
from syllabus_parse.interpret.data.lists import (
    MEETING_ROLES,
    READING_ROLES,
    WORK_ROLES,
    guess_list,
    held_lists,
    is_dated,
    roles_of,
)
from syllabus_parse.interpret.data.mapping_kinds import (
    holds_keyed_works,
    holds_only_groups,
    is_day,
    is_presented,
    is_timetable,
)
from syllabus_parse.interpret.data.reading import is_work, read_work, read_works
from syllabus_parse.interpret.data.reading_fields import Works, read_year
from syllabus_parse.interpret.data.session import read_session
from syllabus_parse.interpret.data.values import has_letters, is_address, is_flag, scalar_text, shape
from syllabus_parse.interpret.records import RawReading, RawSyllabus
from syllabus_parse.normalize.titles import is_placeholder


def interpret_data(root: Node) -> RawSyllabus:
    """Read a data file: sessions and works wherever they stand in it, and the facts of the course around them.

    What stands at the top and is neither is quoted in a problem, so that it isn't lost without a word.
    """
    out = RawSyllabus()
    if isinstance(root, Mapping):
        read_course(root, out)
    _walk(Place(root), out)
    return out


def find_sessions(meta: Mapping) -> RawSyllabus:
    """Find what a front matter says of a course: its facts, clues to its year, and lists of sessions or of works.

    Only lists whose entries look like sessions or works are read; menus, authors and settings of the page are not.

    >>> from syllabus_parse.source import Span
    >>> find_sessions(Mapping((), Span(0, 0))).sessions
    []
    """
    out = RawSyllabus()
    read_course(meta, out, page=True)
    for key, value in meta.entries:
        form = shape(value)
        if form not in ("mappings", "mapping") or ASIDE.search(fold_data_key(key.plain)):
            continue
        kind = guess_list(value, key)
        if kind in ("sessions", "works", "groups"):
            _walk(Place(value, kind, key=key, inherited=enter_key(Inherited(), key, kind), depth=1), out)
    for problem in [p for p in out.problems if p.code == "SP801"]:
        out.problems.remove(problem)
    return out


def _walk(start: Place, out: RawSyllabus) -> None:
    stack = [start]
    while stack:
        place = stack.pop()
        if isinstance(place.node, Scalar):
            _read_scalar(place, out)
        elif isinstance(place.node, Sequence):
            stack.extend(reversed(open_list(place)))
        else:
            stack.extend(reversed(_read_mapping(place, out)))


def _read_mapping(place: Place, out: RawSyllabus) -> list[Place]:
    node = place.node
    assert isinstance(node, Mapping)  # noqa: S101 (the caller asked)
    if holds_keyed_works(node):
        return [
            Place(value, "works", place.inherited, place.requirement, key, place.depth + 1)
            for key, value in node.entries
        ]
    roles = roles_of(node)
    held = held_lists(node)
    if held and not (place.kind == "sessions" and is_day(node)):
        return open_group(place, node)
    if held:
        return open_day(place, node, out)
    if place.kind == "works" and is_work(node) and is_presented(node):
        out.sessions += read_session(node, place.inherited)
        return []
    if place.kind == "works" and is_work(node):
        _read_work(place, node, out)
        return []
    if place.kind == "sessions" and is_timetable(node):
        return open_timetable(place, node)
    if place.kind == "sessions" and node.entries and not holds_only_groups(node):
        out.sessions += read_session(node, place.inherited)
        return []
    if place.kind == "links":
        links, words = read_links(node, place.key)
        out.links += links
        _keep(words, out)
        return []
    if place.depth and place.kind != "groups":
        if roles & MEETING_ROLES and (
            roles & (READING_ROLES | {"title", "topics", "links", "link", "kind", "notes"}) or is_dated(node)
        ):
            out.sessions += read_session(node, place.inherited)
            return []
        if roles & WORK_ROLES and is_work(node):
            _read_work(place, node, out)
            return []
    return open_group(place, node)


def _read_work(place: Place, node: Mapping, out: RawSyllabus) -> None:
    works = Works()
    read_work(node, works, requirement=place.requirement)
    _add_works(place, works, out)


def _add_works(place: Place, works: Works, out: RawSyllabus) -> None:
    for reading in works.readings:
        reading.section = (*place.inherited.section, *[part for part in reading.section if not _is_known(part, place)])
        if reading.year is None and place.inherited.year is not None:
            read_year(reading, place.inherited.year)
        out.readings.append(reading)
    out.links += works.links
    _keep(works.notes, out, last=works.readings[-1] if works.readings else None)
    _keep(works.presenters, out, last=works.readings[-1] if works.readings else None)


def _is_known(part: Text, place: Place) -> bool:
    return any(part.plain == known.plain for known in place.inherited.section)


def _read_scalar(place: Place, out: RawSyllabus) -> None:
    text = scalar_text(place.node)
    if text is None or is_flag(text.plain):
        return
    if place.kind == "works":
        _add_works(place, read_works(place.node, requirement=place.requirement), out)
    elif place.kind == "sessions":
        key = Text((), "title")
        out.sessions += read_session(Mapping(((key, place.node),), place.node.span), place.inherited)
    elif place.kind == "links" or is_address(text.plain) or text.links():
        links, words = read_links(place.node, place.key)
        out.links += links
        _keep(words, out)
    elif not is_placeholder(text.plain):
        _keep([text], out)


def _keep(words: list[Text], out: RawSyllabus, *, last: RawReading | None = None) -> None:
    """Keep words that fit nowhere: as a note of the work they stand at, or quoted in a problem."""
    for text in words:
        if last is not None:
            last.notes.append(text)
        elif not is_flag(text.plain) and has_letters(text.plain):
            out.problems.append(Problem("SP801", text.span, repr(text.plain[:500])))
