"""Syllabi to JSON-LD in the words of schema.org: a course, its instance, its sections, and the works they cite."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Final

from syllabus_parse.model import Assignment, Course, Link, Person, Reading, Session, Syllabus
from syllabus_parse.regex import lazy_regex
from syllabus_parse.writers.citations import Form, choose_form
from syllabus_parse.writers.json import dump_json
from syllabus_parse.writers.tables import list_syllabi

# The context stands in the document: no program has to fetch one to know which names are addresses and which days.
CONTEXT: Final[dict[str, object]] = {
    "@vocab": "https://schema.org/",
    "url": {"@type": "@id"},
    "sameAs": {"@type": "@id"},
    "startDate": {"@type": "Date"},
    "endDate": {"@type": "Date"},
    "datePublished": {"@type": "Date"},
    "syllabusSections": {"@container": "@list"},
    "author": {"@container": "@list"},
}
TYPES: Final[dict[Form, str]] = {
    "conference": "ScholarlyArticle",
    "journal": "ScholarlyArticle",
    "preprint": "ScholarlyArticle",
    "magazine": "Article",
    "newspaper": "NewsArticle",
    "book": "Book",
    "chapter": "Chapter",
    "thesis": "Thesis",
    "report": "Report",
    "web": "WebPage",
    "video": "VideoObject",
    "other": "CreativeWork",
}
EVENT_STATUS: Final = {
    "scheduled": "https://schema.org/EventScheduled",
    "cancelled": "https://schema.org/EventCancelled",
    "tbd": "https://schema.org/EventPostponed",
}
# An address that an IRI can be, e.g. https://example.org/a%20b?c#d
ADDRESS: Final = lazy_regex(r"[A-Za-z][A-Za-z0-9+.-]{0,20}:[^\s<>\"{}|\\^`\x00-\x20]{1,4000}")


def write_jsonld(syllabi: Syllabus | Iterable[Syllabus], *, indent: int | None = 2) -> str:
    r"""Return syllabi as one JSON-LD document; several stand in its `@graph`.

    No text in it can end a `<script>` element: it may stand in a page as it is.

    >>> from syllabus_parse.model import Origin
    >>> page = Syllabus(Origin("html"), Course("Trees </script>", "CS 1"))
    >>> write_jsonld(page, indent=None)[-88:-60]
    'rees \\u003c/script>","course'
    """
    courses = [_clean(_make_course(syllabus)) for syllabus in list_syllabi(syllabi)]
    whole: dict[str, object] = {"@context": CONTEXT}
    if len(courses) == 1:
        whole.update(courses[0])
    else:
        whole["@graph"] = courses
    return dump_json(whole, indent=indent).replace("<", "\\u003c")


def _make_course(syllabus: Syllabus) -> dict[str, object]:
    course = syllabus.course
    sections = [_make_section(session) for session in syllabus.sessions]
    return {
        "@type": "Course",
        "name": course.title or course.code,
        "courseCode": course.code,
        "url": _address(syllabus.source.uri),
        "provider": {"@type": "Organization", "name": course.institution} if course.institution else None,
        "hasCourseInstance": _make_instance(course, syllabus.sessions),
        "syllabusSections": sections,
        "citation": [_make_work(reading) for reading in syllabus.readings],
    }


def _make_instance(course: Course, sessions: Iterable[Session]) -> dict[str, object]:
    days = sorted(day for session in sessions for day in (session.date, session.end_date) if day is not None)
    term = " ".join(str(part) for part in (course.term, course.year) if part)
    return {
        "@type": "CourseInstance",
        "name": term or None,
        "startDate": days[0].isoformat() if days else None,
        "endDate": days[-1].isoformat() if days else None,
        "subEvent": [_make_event(session) for session in sessions if session.date is not None],
    }


def _make_event(session: Session) -> dict[str, object]:
    return {
        "@type": "EducationEvent",
        "name": session.title or session.kind,
        "startDate": _moment(session.date, session.start_time),
        "endDate": _moment(session.end_date or (session.date if session.end_time else None), session.end_time),
        "eventStatus": {"@id": EVENT_STATUS[session.status]},
        "location": {"@type": "Place", "name": session.location} if session.location else None,
        "performer": [_make_person(person) for person in session.presenters],
    }


def _make_section(session: Session) -> dict[str, object]:
    return {
        "@type": "Syllabus",
        "name": session.title or session.kind,
        "position": session.number,
        "temporalCoverage": session.date.isoformat() if session.date else None,
        "learningResourceType": session.kind,
        "isPartOf": {"@type": "CreativeWork", "name": " / ".join(session.section)} if session.section else None,
        "citation": [_make_work(reading) for reading in session.readings],
        "hasPart": [_make_homework(work) for work in session.assignments],
        "associatedMedia": [_make_media(link) for link in session.links],
        "description": list(session.notes),
    }


def _make_homework(work: Assignment) -> dict[str, object]:
    what = f"{work.event} {work.date.isoformat()}" if work.date else work.event
    return {"@type": "LearningResource", "name": work.title, "learningResourceType": "assignment", "description": what}


def _make_media(link: Link) -> dict[str, object]:
    return {"@type": "MediaObject", "name": link.text or link.kind, "url": _address(link.url)}


def _make_work(reading: Reading) -> dict[str, object]:
    """Return the work that a reading names."""
    addresses = [address for link in reading.links if (address := _address(link.url))]
    doi, arxiv = reading.identifiers.get("doi"), reading.identifiers.get("arxiv")
    same = [f"https://doi.org/{doi}" if doi else None, f"https://arxiv.org/abs/{arxiv}" if arxiv else None]
    venue = reading.venue
    return {
        "@type": TYPES[choose_form(reading)],
        "name": reading.title,
        "alternateName": reading.short_name,
        "author": [_make_person(person) for person in reading.authors],
        "isPartOf": {"@type": "CreativeWork", "name": venue.name} if venue else None,
        "datePublished": f"{reading.year:04d}" if reading.year is not None and 0 < reading.year < 10_000 else None,
        "url": addresses,
        "identifier": [
            {"@type": "PropertyValue", "propertyID": name, "value": value}
            for name, value in reading.identifiers.items()
        ],
        "sameAs": [address for address in same if _address(address)],
        "keywords": list(reading.tags),
        "educationalUse": reading.requirement,
        "description": list(reading.notes),
    }


def _make_person(person: Person) -> dict[str, object]:
    return {
        "@type": "Person",
        "name": person.name,
        "affiliation": {"@type": "Organization", "name": person.affiliation} if person.affiliation else None,
        "jobTitle": person.role,
    }


def _moment(day: dt.date | None, time: dt.time | None) -> str | None:
    if day is None:
        return None
    return day.isoformat() if time is None else f"{day.isoformat()}T{time.isoformat()}"


def _address(url: str | None) -> str | None:
    return url if url and ADDRESS.fullmatch(url) else None


def _clean(value: dict[str, object]) -> dict[str, object]:
    """Return an object without the keys of which nothing is known; its depth is that of this module's own making."""
    cleaned: dict[str, object] = {}
    for key, item in value.items():
        if isinstance(item, dict):
            cleaned[key] = _clean(item)
        elif isinstance(item, list):
            cleaned[key] = [_clean(one) if isinstance(one, dict) else one for one in item]
        else:
            cleaned[key] = item
    return {key: item for key, item in cleaned.items() if item is not None and item not in ([], "")}
