"""The last look over all raw records together: one session told in two places, kinds by default, people of all rows."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from syllabus_parse.document import Document, Heading, Text
from syllabus_parse.interpret.above import place_requirements
from syllabus_parse.interpret.carried_weeks import carry_weeks
from syllabus_parse.interpret.citations.finish import list_own_addresses
from syllabus_parse.interpret.citations.kinds import is_plain_page
from syllabus_parse.interpret.counted_titles import take_counts
from syllabus_parse.interpret.course.course import name_course
from syllabus_parse.interpret.course.names import part_name
from syllabus_parse.interpret.course.stamps import find_rights, find_stamp, find_stated_day
from syllabus_parse.interpret.heading_years import state_years
from syllabus_parse.interpret.homework_parts import read_homework_parts
from syllabus_parse.interpret.merge import join_parts, join_retold, merge_sessions
from syllabus_parse.interpret.numbered import resolve_numbers
from syllabus_parse.interpret.records import RawPerson, RawReading, RawSession, RawSyllabus
from syllabus_parse.interpret.sessions.title_people import take_noted_people, take_title_people
from syllabus_parse.interpret.words import NAMED_GROUP, cut_page_head, fold_label, is_page_part, title_kind
from syllabus_parse.interpret.works.lost_labels import cut_lost_labels
from syllabus_parse.normalize.dates import find_whens
from syllabus_parse.normalize.people import score_people
from syllabus_parse.regex import lazy_regex


def settle(document: Document, out: RawSyllabus) -> None:
    """Join what belongs together and fill in the kinds; order of the document kept."""
    out.sessions = join_parts(join_retold(merge_sessions(out.sessions)))
    resolve_numbers(document, out)
    _place_pending(out)
    read_homework_parts(document, out.sessions)
    state_years(document, out.sessions)
    # Where no day has a topic, one with homework alone is a meeting like the others.
    topics = sum(bool(session.titles) for session in out.sessions) * 4 > len(out.sessions)
    _cut_kind_tails(out.sessions)
    take_counts(out.sessions)
    carry_weeks(out.sessions)
    for session in out.sessions:
        if topics:
            _settle_deadlines(session)
        _settle_kind(session)
        take_noted_people(session)
    take_title_people(out.sessions, document.blocks)
    named = NAMED_GROUP.search(_read_head(document)) is not None
    if out.sessions or named:
        said = {title.plain.strip() for session in out.sessions for title in session.titles}
        name_course(out.course, document, topics=said)
    _drop_course_sections(out)
    _drop_lone_section(document, out.sessions)
    stamp = find_stamp(document, out.sessions) or find_stated_day(document, out.sessions)
    rights = find_rights(document)
    out.clues += [clue for clue in (stamp, rights) if clue is not None]
    out.group = named or _is_reading_group(document, out)
    if out.group:
        for session in out.sessions:
            if session.kind is None and (named or (session.readings and not session.titles)):
                session.kind = "discussion"
    _sign_by_headings(out)
    _drop_linked_twice(out)
    readings = _all_readings(out)
    cut_lost_labels(readings)
    place_requirements(document, readings)
    _settle_pages(readings)


def _read_head(document: Document) -> str:
    """Return the words at the head of a page, and its title."""
    return cut_page_head(document.source.text) + " \n" + (document.title.plain if document.title is not None else "")


# What kind of meeting a title ends with, e.g. "Motion Planning – Lecture", "Motion Planning - Papers"
KIND_TAIL: Final = lazy_regex(
    r"\s+[-–—]\s+(?P<kind>lectures?|papers?|paper discussion|discussion|lab|vorlesung|übung|cours|td|tp|clase|taller"
    r"|práctica|講義|演習)\s*",
    re.IGNORECASE,
)
TOGETHER: Final = ("paper", "discussion")
PRACTICE: Final = ("lab", "übung", "td", "tp", "taller", "práctica", "演習")
TAILS_LEAST: Final = 3


def _cut_kind_tails(sessions: list[RawSession]) -> None:
    """Take the kind of meeting off the ends of titles where it stands behind several: it tells them apart."""
    ends = []
    for session in sessions:
        title = session.titles[-1] if session.titles else None
        if title is None:
            continue
        found = next((one for one in KIND_TAIL.finditer(title.plain) if one.end() == len(title.plain)), None)
        if found is not None and found.start():
            ends.append((session, title, found))
    if len(ends) < TAILS_LEAST:
        return
    for session, title, found in ends:
        session.titles[-1] = title.slice(0, found.start())
        word = found["kind"].casefold()
        if session.kind is None and word.startswith(TOGETHER):
            session.kind, session.kind_text = "discussion", title.slice(*found.span("kind"))
        elif session.kind is None and word in PRACTICE:
            session.kind, session.kind_text = "lab", title.slice(*found.span("kind"))


def _drop_course_sections(out: RawSyllabus) -> None:
    """Take headings that name the course, its term or its school out of the sections: they group nothing."""
    seen: dict[str, bool] = {}
    title = fold_label(out.course.title.plain) if out.course.title is not None else ""

    def keep(text: Text) -> bool:
        words = text.plain
        if words not in seen:
            parts = part_name(text)
            names = [fold_label(name.plain) for name in parts.names]
            named = parts.code is not None or parts.term or parts.school is not None
            seen[words] = not (
                is_page_part(words)
                or (title and fold_label(words) == title)
                or (named and (not names or names[0] == title))
            )
        return seen[words]

    for session in out.sessions:
        session.section = tuple(_drop_icon(text) for text in session.section if keep(_drop_icon(text)))
    for reading in _all_readings(out):
        reading.section = tuple(_drop_icon(text) for text in reading.section if keep(_drop_icon(text)))


PART_NUMBER: Final = lazy_regex(r"\d|\b[IVX]{1,4}\b")


def _drop_lone_section(document: Document, sessions: list[RawSession]) -> None:
    """Take away a heading over all sessions: it parts them from nothing, and only says that here the plan begins.

    A numbered part ("Module 2: Looms") is one of several, though the others stand on pages of their own; so is what
    heads rows inside a table.
    """
    first = sessions[0].section if sessions else ()
    if len(sessions) < 3 or len(first) != 1 or PART_NUMBER.search(first[0].plain):
        return
    headings = (block for block in document.blocks if isinstance(block, Heading))
    if not any(first[0].plain in heading.text.plain for heading in headings):
        return
    if all(len(session.section) == 1 and session.section[0].plain == first[0].plain for session in sessions):
        for session in sessions:
            session.section = ()


ICONS: Final = lazy_regex(r"[\s\u2190-\u2bff\ufe0f\u200d\U0001f000-\U0001faff]+")


def _drop_icon(text: Text) -> Text:
    """Take the pictures off the front and the end of a heading: "📋 Looms" is "Looms"."""
    lead = ICONS.match(text.plain)
    if lead is not None and 0 < lead.end() < len(text.plain):
        text = text.slice(lead.end(), len(text.plain))
    end = len(text.plain)
    while end > 1 and ICONS.fullmatch(text.plain[end - 1]):
        end -= 1
    return text.slice(0, end)


def _place_pending(out: RawSyllabus) -> None:
    """Move an assignment that names a later session to it."""
    for title, made in out.pending:
        named = find_whens(title.plain)  # what names no day is not pending
        target = next(
            (
                s
                for s in out.sessions
                if s.when is not None and (s.when.month, s.when.day) == (named[0].month, named[0].day)
            ),
            None,
        )
        if target is None:
            continue
        for session in out.sessions:
            if session is not target and any(assignment in session.assignments for assignment in made):
                session.assignments = [
                    assignment for assignment in session.assignments if not any(assignment is own for own in made)
                ]
        target.assignments = [*made, *target.assignments]


def _settle_deadlines(session: RawSession) -> None:
    """A day that holds nothing but deadlines is a session of its own kind, titled with them."""
    if (
        session.titles
        or session.readings
        or session.presenters
        or not session.assignments
        or session.kind in ("holiday", "lecture", "discussion")
    ):
        return
    if session.when is None or session.number is not None:
        return
    seen: list[str] = []
    for assignment in session.assignments:
        words = assignment.whole or assignment.title
        if words.plain not in seen:
            seen.append(words.plain)
            session.titles.append(words)
        session.links += [
            link for link in assignment.links if not any(link.anchor is own.anchor for own in session.links)
        ]
    joined = "; ".join(seen)
    kind = title_kind(joined)
    session.kind = (
        kind
        if kind in ("project", "exam", "presentation")
        else "project"
        if re.search(r"\bproject\b", joined, re.IGNORECASE)
        else "other"
    )
    session.assignments = []


def _settle_kind(session: RawSession) -> None:
    if session.kind == "holiday" and not session.titles and session.notes and not session.assignments:
        first = session.notes[0]
        if title_kind(first.plain) == "holiday" and len(first.plain) < 80:
            session.titles.append(first)  # "No class, Sep 14" in one cell: the words beside the day are the title
            del session.notes[0]
    if session.kind is None and session.titles:
        session.kind = title_kind(" ".join(title.plain for title in session.titles))
    if any(
        person.role and ("invited" in person.role or "guest" in person.role) for person in session.presenters
    ) and session.kind in (None, "lecture"):
        session.kind = "guest"


def _is_reading_group(document: Document, out: RawSyllabus) -> bool:
    """Tell a reading group or seminar by its own words or by its sessions being nothing but papers."""
    sessions = [session for session in out.sessions if session.kind != "holiday"]
    if not sessions or any(session.titles for session in sessions):
        return False
    head = document.source.text[:1500].casefold()
    return bool(
        re.search(r"\b(?:reading[ -]group|journal club|paper club|book club|seminar)\b|读书会|讨论班", head)
    ) and sum(bool(s.readings) for s in sessions) * 2 > len(sessions)


PEOPLE_SURELY: Final = 0.75
MANY_PEOPLE: Final = 3


def _sign_by_headings(out: RawSyllabus) -> None:
    """Give works without authors the person over them, where a list of works is parted by those who wrote them."""
    heads = {reading.section[-1].plain: reading.section[-1] for reading in out.readings if reading.section}
    people = {words for words in heads if len(words.split()) in (2, 3, 4) and score_people(words) >= PEOPLE_SURELY}
    if len(people) < MANY_PEOPLE or len(people) * 10 < len(heads) * 8:
        return
    for reading in out.readings:
        if not reading.authors and reading.section and reading.section[-1].plain in people:
            reading.authors.append(RawPerson(reading.section[-1].strip(), parsed=reading.section[-1].plain.strip()))


def _settle_pages(readings: Iterable[RawReading]) -> None:
    """What nobody signed and nothing dates is a page, where its one link leads to a site that keeps no papers."""
    for reading in readings:
        if reading.kind is None and not reading.authors and reading.venue is None and reading.year is None:
            addresses = list_own_addresses(reading)
            if len(addresses) == 1 and is_plain_page(addresses[0]):
                reading.kind = "web"


def _drop_linked_twice(out: RawSyllabus) -> None:
    """A link of the page that a record also holds is that record's."""
    seen = {id(link.anchor) for session in out.sessions for link in session.links if link.anchor is not None}
    for reading in _all_readings(out):
        seen |= {id(link.anchor) for link in reading.links if link.anchor is not None}
    kept: set[int] = set()
    links = []
    for link in out.links:
        key = id(link.anchor)
        if key not in seen and key not in kept:
            kept.add(key)
            links.append(link)
    out.links = links


def _all_readings(out: RawSyllabus) -> list[RawReading]:
    return [*out.readings, *(reading for session in out.sessions for reading in session.readings)]
