"""What each dialect can say: as data, and as a function that leaves out of a syllabus what one can't."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

import attrs

from syllabus_parse.interpret.words import title_kind
from syllabus_parse.model import (
    Assignment,
    Course,
    Link,
    Person,
    Reading,
    Requirement,
    Session,
    SessionKind,
    Syllabus,
)
from syllabus_parse.normalize.venues import is_venue
from syllabus_parse.regex import lazy_regex
from syllabus_parse.rendering.words import KINDS

_TABLE: Final = (
    "course.title", "course.code", "course.term", "course.year",
    "session.date", "session.end_date", "session.start_time", "session.end_time", "session.week", "session.number",
    "session.kind", "session.status=tbd", "session.title", "session.section[-1]", "session.presenters",
    "session.location", "session.readings", "session.assignments", "session.links", "session.notes",
    "person.name", "person.affiliation of presenters",
    "assignment.title", "assignment.event",
    "reading.title", "reading.authors", "reading.venue", "reading.year", "reading.requirement", "reading.kind",
    "reading.links", "reading.identifiers", "reading.short_name",
    "link.url", "link.text",
)  # fmt: skip


def _but(fields: tuple[str, ...], *gone: str) -> tuple[str, ...]:
    return tuple(field for field in fields if field not in gone)


_OUTLINE: Final = _but(_TABLE, "session.week")

EXPRESSIBLE: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType({
    "pipe_table": _TABLE,
    "row_dump": _but(_TABLE, "session.links", "reading.links", "reading.identifiers", "link.url", "link.text"),
    "jekyll": ("course.institution", *_OUTLINE),
    "date_list": _but(_OUTLINE, "session.number", "session.kind", "session.section[-1]", "session.notes"),
    "venue_list": (
        "course.code", "course.year of the code", "readings", "person.name", "person.affiliation of authors",
        "reading.title", "reading.authors", "reading.venue", "reading.year", "reading.kind", "reading.links",
        "reading.identifiers", "link.url", "link.text",
    ),
    "html": _TABLE,
    "yaml": (
        "course.institution", *_but(_TABLE, "session.section[-1]"), "session.section", "session.status=cancelled",
        "readings", "links", "person.affiliation of authors", "assignment.date", "assignment.links",
        "reading.tags", "reading.notes",
    ),
    "rst": _TABLE,
    "org": _OUTLINE,
    "tex": _TABLE,
})  # fmt: skip
"""The fields that each dialect can say, as `render` writes it. Kinds and identifiers are said through the words and
addresses that give them away; `x=y` means that of this field only that value can be said."""

_REQUIREMENTS: Final[tuple[Requirement | None, ...]] = (None, "required", "optional")


def expressible(syllabus: Syllabus, dialect: str) -> Syllabus:
    """Return what a dialect can say of a syllabus: `parse(render(s, d))` has the facts of `expressible(s, d)`.

    Beside the fields of `EXPRESSIBLE` the order is part of it: readings stand in groups, first those that nobody
    calls required or optional; a section holds until the next one. Assignments without a day of their own stand on
    their session's.

    >>> from syllabus_parse.model import Origin
    >>> whole = Syllabus(Origin("yaml"), sessions=(Session(title="Trees", location="Hall 7"),))
    >>> expressible(whole, "venue_list").sessions
    ()
    """
    can = frozenset(EXPRESSIBLE[dialect])
    course = syllabus.course
    sessions: list[Session] = []
    section: tuple[str, ...] = ()
    for session in syllabus.sessions if "session.date" in can else ():
        one = _keep_session(session, can)
        if "session.section" not in can:
            section = one.section or section
            one = attrs.evolve(one, section=section)
        sessions.append(one)
    readings = (_keep_reading(one, can) for one in syllabus.readings) if "readings" in can else ()
    kept = attrs.evolve(
        syllabus,
        course=attrs.evolve(
            course,
            title=course.title if "course.title" in can else None,
            code=course.code if "course.code" in can else None,
            institution=course.institution if "course.institution" in can else None,
            term=course.term if "course.term" in can else None,
            year=course.year if "course.year" in can or _names_year(course) else None,
        ),
        sessions=tuple(sessions),
        readings=tuple(work for work in readings if "session.date" in can or _has_known_venue(work)),
        links=_keep_links(syllabus.links, can) if "links" in can else (),
    )
    if dialect == "row_dump":
        kept = attrs.evolve(kept, sessions=tuple(_part_words(session) for session in kept.sessions))
    return kept


# What parts the cells of a table that lost its markup: no word of a cell can hold it.
PARTERS: Final = lazy_regex(r"\s*[|\t\n\r]\s*")


def drop_parters(text: str) -> str:
    """Replace what would part a cell by a blank.

    >>> drop_parters("Cups | Saucers")
    'Cups Saucers'
    """
    return PARTERS.sub(" ", text).strip()


def _part_words(session: Session) -> Session:
    def part(text: str | None) -> str | None:
        return drop_parters(text) or None if text is not None else None

    def name(people: tuple[Person, ...]) -> tuple[Person, ...]:
        return tuple(
            attrs.evolve(one, name=drop_parters(one.name), affiliation=part(one.affiliation)) for one in people
        )

    return attrs.evolve(
        session,
        number=part(session.number),
        title=part(session.title),
        section=tuple(map(drop_parters, session.section)),
        presenters=name(session.presenters),
        location=part(session.location),
        readings=tuple(
            attrs.evolve(one, title=drop_parters(one.title), authors=name(one.authors)) for one in session.readings
        ),
        assignments=tuple(attrs.evolve(one, title=drop_parters(one.title)) for one in session.assignments),
        notes=tuple(map(drop_parters, session.notes)),
    )


def _has_known_venue(reading: Reading) -> bool:
    """Tell a work that can stand below its venue: a heading is a venue's only where the name is known."""
    return reading.venue is not None and is_venue(reading.venue.name)


def _names_year(course: Course) -> bool:
    return course.year is not None and course.code is not None and course.code.endswith(str(course.year))


def _settle_kind(session: Session, can: frozenset[str]) -> tuple[SessionKind, str | None]:
    """Settle what the kind and the title of a session say together.

    No word stands for "other". Without a place for kinds, the words of the title tell them; an exam or a day off
    without a title has its kind for one.
    """
    if "session.kind" not in can:
        return title_kind(session.title or "") or "lecture", session.title
    kind = session.kind if session.kind != "other" else "lecture"
    untitled = session.title is None and kind in ("exam", "holiday") and "session.week" in can
    return kind, KINDS[kind] if untitled and "session.section" not in can else session.title


def _keep_session(session: Session, can: frozenset[str]) -> Session:
    """Leave out of a session what can't be said."""
    keep: Callable[[str], bool] = lambda name: f"session.{name}" in can  # noqa: E731 - read in a row of lines below
    kind, title = _settle_kind(session, can)
    readings = session.readings
    if not keep("section"):  # all but data files set them in groups
        readings = tuple(one for needed in _REQUIREMENTS for one in readings if one.requirement == needed)
    cancelled = session.status == "cancelled" and keep("status=cancelled")
    section = session.section if keep("section") else session.section[-1:] if keep("section[-1]") else ()
    return Session(
        date=session.date,
        end_date=session.end_date if session.date is not None else None,
        start_time=session.start_time,
        end_time=session.end_time if session.start_time is not None else None,
        week=session.week if keep("week") else None,
        number=session.number if keep("number") else None,
        kind=kind,
        status="cancelled" if cancelled else "tbd" if session.status == "tbd" and session.date is None else "scheduled",
        title=title,
        section=section,
        presenters=tuple(
            Person(one.name, one.affiliation if "person.affiliation of presenters" in can else None)
            for one in session.presenters
        ),
        location=session.location if keep("location") else None,
        readings=tuple(_keep_reading(one, can) for one in readings),
        assignments=_keep_assignments(session, can),
        links=_keep_links(session.links, can) if keep("links") else (),
        notes=session.notes if keep("notes") else (),
    )


def _keep_assignments(session: Session, can: frozenset[str]) -> tuple[Assignment, ...]:
    dated = "assignment.date" in can
    return tuple(
        Assignment(
            work.title,
            work.event,
            (work.date or session.date) if dated else session.date,
            _keep_links(work.links, can) if "assignment.links" in can else (),
        )
        for event in ("out", "due")
        for work in session.assignments
        if work.event == event
    )


def _keep_reading(reading: Reading, can: frozenset[str]) -> Reading:
    keep: Callable[[str], bool] = lambda name: f"reading.{name}" in can  # noqa: E731 - read in a row of lines below
    linked = keep("links")
    places = "person.affiliation of authors" in can
    return Reading(
        title=reading.title,
        short_name=reading.short_name if keep("short_name") and _is_short(reading, can) else None,
        authors=tuple(Person(one.name, one.affiliation if places else None) for one in reading.authors),
        venue=reading.venue,
        year=reading.year,
        requirement=reading.requirement if keep("requirement") else None,
        kind=reading.kind if linked or reading.kind not in ("web", "video") else "paper",
        links=_keep_links(reading.links, can) if linked else (),
        identifiers=reading.identifiers if linked else {},
        tags=reading.tags if keep("tags") else (),
        notes=reading.notes if keep("notes") else (),
    )


def _is_short(reading: Reading, can: frozenset[str]) -> bool:
    """Tell a short name that can stand in brackets before the title: one word; a link's text may be any."""
    return (
        "session.section" in can
        or " " not in (reading.short_name or " ")
        or ("reading.links" in can and bool(reading.links) and reading.links[0].text == reading.short_name)
    )


def _keep_links(links: tuple[Link, ...], can: frozenset[str]) -> tuple[Link, ...]:
    return tuple(Link(link.url, link.text, link.kind) for link in links if link.url is not None)
