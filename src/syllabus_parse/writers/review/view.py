"""A syllabus as the page shows it: entries with rows of values, each with its path, its place and how it was made."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from typing import Final

import attrs

from syllabus_parse.model import Assignment, Course, Link, Person, Reading, Session, Syllabus, Venue
from syllabus_parse.paths import ASIDE, Named
from syllabus_parse.regex import lazy_regex
from syllabus_parse.rules import Certainty, judge_certainty
from syllabus_parse.source import Source, Span
from syllabus_parse.trace import NO_HEADS, Tracer
from syllabus_parse.writers.review.places import Places, find_group
from syllabus_parse.writers.review.timeline import WEEKDAYS
from syllabus_parse.writers.review.tokens import HIDDEN

VALUE: Final = 1_000
"""Characters shown of a value at most."""
# e.g. https://example.org/a?b=c: what a browser may be sent to; nothing that ends an attribute or hides in an address
WEB: Final = lazy_regex(r"https?://[^\s\"'<>`\\/?#\x00-\x20\x7f]{1,255}(?:[/?#][^\s\"'<>`\\\x00-\x20\x7f]*)?", re.I)


@attrs.frozen
class Shown:
    """One value: its field's name below the entry it stands in, its group, its words.

    `place` is the number of its place, `where` the line and column that it begins at; `rules` are numbers of what made
    it, `certainty` how far to trust that. `href` is where a link leads, if a browser may go there.
    """

    name: str
    group: str
    words: str
    place: int | None = None
    where: str = ""
    rules: tuple[int, ...] = ()
    certainty: Certainty = "stated"
    href: str | None = None


@attrs.frozen
class Row:
    """Values under one label, e.g. the people of a reading: each item is what stands together."""

    label: str
    items: tuple[tuple[Shown, ...], ...]


@attrs.frozen
class Entry:
    """A session or a reading: its path, the headings above, what stands over its title, its title, rows, readings.

    `named` is its kind as a value; None where that goes without saying.
    `extent` is the stretch of the source from the first of its places to the last, headings apart.
    """

    path: str
    kind: str = ""
    named: Shown | None = None
    section: tuple[Shown, ...] = ()
    head: tuple[Shown, ...] = ()
    title: tuple[Shown, ...] = ()
    rows: tuple[Row, ...] = ()
    entries: tuple[Entry, ...] = ()
    extent: Span | None = None


def make_href(url: str | None) -> str | None:
    """Return an address that a page may link to: one of the web, with nothing hidden in it; None for any other.

    >>> make_href("https://example.org/a?b=c"), make_href("JavaScript:alert(1)"), make_href("https:/x")
    ('https://example.org/a?b=c', None, None)
    """
    return url if url is not None and WEB.fullmatch(url) and not HIDDEN.search(url) else None


@attrs.define
class Viewer:
    """Makes entries of a syllabus; places and rules are entered on the way and shared by all."""

    syllabus: Syllabus
    source: Source
    places: Places
    rules: dict[str, int] = attrs.field(factory=dict)
    _tracer: Tracer = attrs.field(init=False)
    _around: object = None
    _base: str = ""

    def __attrs_post_init__(self) -> None:
        # What was said of one place is shown there anyway: only tables without heads are of interest to rules.
        said = tuple(one for one in self.syllabus.diagnostics if one.code == NO_HEADS)
        self._tracer = Tracer.of(attrs.evolve(self.syllabus, diagnostics=said))

    def show(self, owner: object, field: str, value: object, *, below: str = "", href: str | None = None) -> Shown:
        """Show a field of an object that stands below the entry at a path like ".authors[2]"."""
        spans: dict[str, Span] = getattr(owner, "spans", {})
        span = spans.get(field)
        group = find_group(type(owner), field)
        raw = span.slice(self.source.text) if span is not None else None
        line, column = self.source.position(min(span.start, len(self.source.text))) if span else (0, 0)
        named = Named(field, value, owner, field, self._around, below.removeprefix("."))
        applied = tuple(self._tracer.list_rules(named, span, raw))
        rules = tuple(self.rules.setdefault(rule, len(self.rules)) for rule in applied)
        words = describe_value(value)
        words = words if len(words) <= VALUE else f"{words[:VALUE]}…"
        place = self.places.enter(span, group, is_address=field == "url")
        where = f"{line}:{column}" if span else ""
        return Shown(f"{below}.{field}", group.name, words, place, where, rules, judge_certainty(applied), href)

    def show_course(self) -> Entry:
        """Show what is known of the course, and the links of the page."""
        course = self.syllabus.course
        names = [field.name for field in attrs.fields(Course) if field.name not in ASIDE]
        rows = [
            Row(name.capitalize(), ((self.show(course, name, value),),))
            for name in names
            if (value := getattr(course, name)) is not None
        ]
        return Entry("course", rows=tuple(rows))

    def show_links(self) -> Entry:
        """Show the links of the page."""
        rows = self._link_rows(self.syllabus.links, "links")
        return Entry("", rows=rows)

    def show_session(self, session: Session, path: str) -> Entry:
        """Show a session with all that hangs on it."""
        self._around = session
        head = [self.show(session, name, value) for name, value in _list_when(session)]
        if session.number is not None:
            head.append(self.show(session, "number", session.number))
        if "kind" in session.spans:
            head.append(self.show(session, "kind", session.kind))
        if session.status != "scheduled":
            head.append(self.show(session, "status", session.status))
        rows = [
            *self._people_rows(session.presenters, "presenters", "Presenters"),
            *self._text_rows(session, "location", "Location"),
            *self._task_rows(session.assignments),
            *self._link_rows(session.links, ".links"),
            *self._texts_row(session, "notes", "Notes"),
        ]
        return Entry(
            path,
            session.kind,
            self.show(session, "kind", session.kind),
            self._section(session),
            tuple(head),
            self._title(session),
            tuple(rows),
            tuple(self.show_reading(reading, f"{path}.readings[{at}]") for at, reading in enumerate(session.readings)),
            find_extent(session),
        )

    def show_reading(self, reading: Reading, path: str) -> Entry:
        """Show a reading."""
        self._around = reading
        head: list[Shown] = []
        if reading.short_name is not None:
            head.append(self.show(reading, "short_name", reading.short_name))
        if "kind" in reading.spans:
            head.append(self.show(reading, "kind", reading.kind))
        if reading.requirement is not None:
            head.append(self.show(reading, "requirement", reading.requirement))
        where: list[Shown] = []
        if reading.venue is not None:
            where.append(self.show(reading.venue, "name", reading.venue.name, below=".venue"))
        if reading.year is not None:
            where.append(self.show(reading, "year", reading.year))
        known = [
            (self.show(reading, f"identifiers.{name}", f"{name} {value}"),)
            for name, value in reading.identifiers.items()
        ]
        rows = [
            *self._people_rows(reading.authors, "authors", "Authors"),
            *([Row("Published", (tuple(where),))] if where else []),
            *([Row("Known as", tuple(known))] if known else []),
            *self._link_rows(reading.links, ".links"),
            *self._texts_row(reading, "tags", "Tags"),
            *self._texts_row(reading, "notes", "Notes"),
        ]
        return Entry(
            path,
            reading.kind,
            self.show(reading, "kind", reading.kind) if reading.kind != "paper" else None,
            self._section(reading),
            tuple(head),
            (self.show(reading, "title", reading.title),),
            tuple(rows),
            (),
            find_extent(reading),
        )

    def _title(self, session: Session) -> tuple[Shown, ...]:
        """Show the title; of one in several parts each with its own place."""
        if session.title is None:
            return ()
        parts = session.title.split("; ")
        if "title[0]" in session.spans and len(parts) > 1:
            return tuple(self.show(session, f"title[{at}]", part) for at, part in enumerate(parts))
        return (self.show(session, "title", session.title),)

    def _section(self, owner: Session | Reading) -> tuple[Shown, ...]:
        return tuple(self.show(owner, f"section[{at}]", words) for at, words in enumerate(owner.section))

    def _people_rows(self, people: Sequence[Person], field: str, label: str) -> list[Row]:
        if not people:
            return []
        items = tuple(
            tuple(
                self.show(person, name, value, below=f".{field}[{at}]")
                for name in ("name", "affiliation", "role")
                if (value := getattr(person, name)) is not None
            )
            for at, person in enumerate(people)
        )
        return [Row(label, items)]

    def _task_rows(self, tasks: Sequence[Assignment]) -> list[Row]:
        items: list[tuple[Shown, ...]] = []
        for at, task in enumerate(tasks):
            below = f".assignments[{at}]"
            item = [
                self.show(task, "title", task.title, below=below),
                self.show(task, "event", task.event, below=below),
            ]
            if task.date is not None:
                item.append(self.show(task, "date", task.date, below=below))
            items.append((*item, *(shown for link in self._links(task.links, f"{below}.links") for shown in link)))
        return [Row("Homework", tuple(items))] if items else []

    def _link_rows(self, links: Sequence[Link], below: str) -> tuple[Row, ...]:
        return (Row("Links", tuple(self._links(links, below))),) if links else ()

    def _links(self, links: Sequence[Link], below: str) -> Iterable[tuple[Shown, ...]]:
        for at, link in enumerate(links):
            path = f"{below}[{at}]"
            item = [self.show(link, "text", link.text, below=path)] if link.text is not None else []
            if link.url is not None:
                item.append(self.show(link, "url", link.url, below=path, href=make_href(link.url)))
            yield tuple(item)

    def _text_rows(self, owner: object, field: str, label: str) -> list[Row]:
        value = getattr(owner, field)
        return [Row(label, ((self.show(owner, field, value),),))] if value is not None else []

    def _texts_row(self, owner: Session | Reading, field: str, label: str) -> list[Row]:
        items = tuple((self.show(owner, f"{field}[{at}]", words),) for at, words in enumerate(getattr(owner, field)))
        return [Row(label, items)] if items else []


def _list_when(session: Session) -> Iterable[tuple[str, object]]:
    for name in ("date", "end_date", "start_time", "end_time"):
        value = getattr(session, name)
        if value is not None:
            yield name, value
    if session.date is None and "date" in session.spans:
        yield "date", f"{session.raw.get('date', '')} ?"
    if session.week is not None:
        yield "week", f"week {session.week}"


def find_extent(item: Session | Reading) -> Span | None:
    """Find the stretch from the first place of a session or reading to the last, the headings above apart.

    >>> find_extent(Reading("Maps", spans={"section[0]": Span(0, 3), "title": Span(9, 13), "year": Span(20, 24)}))
    Span(start=9, end=24)
    """
    spans = [span for name, span in item.spans.items() if not name.startswith(("section", "requirement"))]
    people = item.presenters if isinstance(item, Session) else item.authors
    spans += [span for person in people for span in person.spans.values()]
    spans += [span for link in item.links for span in link.spans.values()]
    if isinstance(item, Session):
        spans += [span for task in item.assignments for span in task.spans.values()]
        spans += [found for reading in item.readings if (found := find_extent(reading)) is not None]
    elif isinstance(item.venue, Venue):
        spans += item.venue.spans.values()
    if not spans:
        return None
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def describe_value(value: object) -> str:
    """Write a value as people read it; a day with its day of the week.

    >>> describe_value(dt.date(2024, 9, 4)), describe_value(dt.time(15, 0))
    ('2024-09-04 Wed', '15:00')
    """
    if isinstance(value, dt.date):
        return f"{value.isoformat()} {WEEKDAYS[value.weekday()]}"
    if isinstance(value, dt.time):
        return value.isoformat("minutes")
    return str(value)
