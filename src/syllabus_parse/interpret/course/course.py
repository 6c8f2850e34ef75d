"""What a document says of the course itself: its name, its code, its institution."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

import attrs

from syllabus_parse.document import Document, Heading, Mapping, Paragraph, Scalar, Text
from syllabus_parse.interpret.course.codes import CODE
from syllabus_parse.interpret.course.lines import list_facts, read_footer, read_labels, read_own_words, take_parts
from syllabus_parse.interpret.course.names import (
    BARS,
    REPOSITORY,
    NameParts,
    part_name,
)
from syllabus_parse.interpret.course.top import YEAR_ONLY, is_name, read_stack, read_top
from syllabus_parse.interpret.records import RawClue, RawCourse
from syllabus_parse.interpret.words import SESSION_LABEL
from syllabus_parse.interpret.works.papers import read_list_name
from syllabus_parse.normalize.dates import find_whens, match_when
from syllabus_parse.normalize.terms import parse_term
from syllabus_parse.normalize.venues import is_venue
from syllabus_parse.regex import lazy_regex

META_TITLES: Final = (
    "course",
    "course_title",
    "course_name",
    "coursetitle",
    "course-title",
    "course_full_name",
)
META_SITES: Final = ("site_title", "og:site_name", "sitename", "site")
META_CODES: Final = (
    "code",
    "course_code",
    "coursecode",
    "course_number",
    "course-number",
    "coursenumber",
    "course_id",
    "number",
)
META_SCHOOLS: Final = ("institution", "university", "school", "provider", "college", "organization")
META_TERMS: Final = (
    "semester",
    "term",
    "quarter",
    "year",
    "season",
    "semester_id",
    "session",
    "start_date",
    "first_date",
    "date",
    "permalink",
    "course_year",
    "startdate",
)
GLUED: Final = lazy_regex(r"[A-Za-z]{2,12}[-_]?(?:19|20)\d\d")
"""A course by its short name, e.g. "crypto2022": at the head of a page no meeting of that name."""


def read_course(
    document: Document, headings: list[Heading], paragraphs: list[Paragraph]
) -> tuple[RawCourse, list[RawClue]]:
    """Read the course from front matter, page title and the first headings; clues to term and year come with it.

    A page's own name ("Schedule") is never the course's; a name without code or term beside it is left to
    `name_course`, which asks whether there are sessions at all.
    """
    course = RawCourse()
    clues: list[RawClue] = []
    if document.meta is not None:
        _read_meta(document.meta, course, clues)
    title = NameParts()
    if document.title is not None and document.title:
        clues.append(RawClue(document.title, "title"))
        title = part_name(document.title)
    headings = [
        heading
        for heading in headings[:60]
        if (
            not is_venue(heading.text.plain) or (heading is headings[0] and GLUED.fullmatch(heading.text.plain.strip()))
        )
        and read_list_name(heading.text) is None
        and not YEAR_ONLY.fullmatch(heading.text.plain)
    ]
    take_parts(_prefer_heading(title, headings), course)
    for index, heading in enumerate(headings[:4]):
        clues.append(RawClue(heading.text, "heading"))
        if index == 0 or (heading.level == 1 and course.title is None and index < 2):
            _read_heading(heading, course)
    read_top(document, course)
    read_stack(document, course)
    for heading in headings[4:40]:
        if parse_term(heading.text.plain) != (None, None):
            clues.append(RawClue(heading.text, "heading"))
    for paragraph in [*paragraphs[:12], *paragraphs[-6:]]:
        if len(paragraph.text.plain) < 400:
            clues.append(RawClue(paragraph.text, "text"))
    for paragraph in paragraphs[-6:]:
        read_footer(paragraph.text, course, paragraphs[0].text)
    facts = list_facts(document)
    clues += [RawClue(text, "text") for text in facts if parse_term(text.plain)[1] is not None]
    for text in (*(paragraph.text for paragraph in paragraphs[:12]), *facts):
        read_labels(text, course)
    read_own_words(document, course, paragraphs)
    if course.title is None and title.page and title.names and not title.code:
        course.title = title.names[0]
    if course.title is None and document.meta is not None:
        _read_site(document.meta, course)
    return course, clues


def _prefer_heading(title: NameParts, headings: list[Heading]) -> NameParts:
    """Return the title's parts, with the name from a heading of the same code: headings say it in full."""
    if title.code is None:
        return title
    for heading in headings[:4]:
        parts = part_name(heading.text)
        if parts.code is not None and parts.names and _same_code(parts.code, title.code):
            return attrs.evolve(title, names=parts.names)
    return title


def _same_code(one: Text, other: Text) -> bool:
    return one.plain.replace(" ", "").casefold() == other.plain.replace(" ", "").casefold()


def name_course(course: RawCourse, document: Document, *, topics: Collection[str] = ()) -> None:
    """Take the one top heading of a page that holds sessions as the course's name, for want of a better one.

    A heading that opens a session or a part of the page, a sentence and a repository's name are none, nor is the title
    of a page that is one of the `topics` of its sessions.
    """
    if course.title is not None:
        return
    headings = [block for block in document.blocks if isinstance(block, Heading)]
    texts: list[Text] = []
    named = document.meta.get("title") if document.meta is not None else None
    if document.meta is not None and document.meta.get("week") is not None:
        named = None  # the page of a week, and its title that of the week
    if isinstance(named, Scalar) and named.text.plain.strip() not in topics:
        texts.append(named.text)
    if headings and sum(heading.level <= headings[0].level for heading in headings) == 1:
        lone = headings[0].text
        held = any(name.plain in topics for name in part_name(lone).names) or SESSION_LABEL.match(lone.plain)
        opens = bool(match_when(lone.plain)) and any(lone.plain.endswith(topic) for topic in topics)
        if not (held and find_whens(lone.plain)) and not opens:  # "Lecture (Sep 2, 2012): Trees", "9/2. Trees"
            texts.append(lone)
    first = document.blocks[0] if document.blocks else None
    if document.dialect == "row_dump" and isinstance(first, Paragraph) and "\n" not in first.text.plain.strip():
        texts.append(first.text)
    if document.title is not None and document.dialect == "html":
        texts.append(document.title)
    for text in texts:
        parts = part_name(text)
        if not parts.names or (parts.page and not BARS.search(text.plain)):
            continue
        if len(parts.names) == 1:
            if not is_name(parts.names[0].plain):
                continue
            course.title = _drop_place(parts.names[0])
            return
        if is_name(text.plain.strip()) and parts.code is None and not parts.term and parts.school is None:
            lead = COURSE_LEAD.match(parts.names[0].plain)
            course.title = parts.names[0] if lead else text.strip()
            return


# e.g. "Corso di Tessitura — Filanda Nord": of two names one says that it is the course's
COURSE_LEAD: Final = lazy_regex(
    r"(?:an? )?(?:introduc\w+|einführung|corso|curso|cours|course|kurs|vorlesung|seminar\w*|séminaire|seminario)\b",
    re.IGNORECASE,
)
AWESOME: Final = lazy_regex(r"awesome(?:-\w+)+", re.IGNORECASE)
# e.g. "Weaving Reading Group at the Northern Institute"
GROUP_AT: Final = lazy_regex(r"\b(?:group|club|circle)(?P<place>\s+(?:at|of the|@)\s.+)$", re.IGNORECASE)


def _drop_place(name: Text) -> Text:
    """Take the place where a group meets off its name."""
    found = GROUP_AT.search(name.plain)
    return name.slice(0, found.start("place")) if found else name


def _read_meta(meta: Mapping, course: RawCourse, clues: list[RawClue]) -> None:
    named = meta.get("title")
    if isinstance(named, Scalar) and read_list_name(named.text) is not None:
        return  # a post on a meeting's papers, and the day it was posted
    for key, value in meta.entries:
        name = key.plain.strip().casefold()
        if not isinstance(value, Scalar) or not value.text:
            continue
        if name in META_TITLES:
            take_parts(part_name(value.text), course, sure=True)
        elif name in META_CODES and CODE.fullmatch(value.text.plain.strip()):
            course.code = value.text.strip()
        elif name in META_SCHOOLS and course.institution is None:
            course.institution = value.text.strip()
        elif name in ("title", "description", "og:title"):
            parts = part_name(value.text)
            if parts.code is not None and course.code is None and name != "description":
                take_parts(parts, course)
            clues.append(RawClue(value.text, "front matter"))
        if name in (*META_SITES, "subtitle") and parse_term(value.text.plain) != (None, None):
            clues.append(RawClue(value.text, "title"))  # the bar above the page: "CS 9 Spring 2018"
        if name in META_TERMS:
            clues.append(RawClue(value.text, "front matter"))


def _read_site(meta: Mapping, course: RawCourse) -> None:
    """Read the name of the site around the page: a course's own pages stand below its name."""
    for key in META_SITES:
        value = meta.get(key)
        if isinstance(value, Scalar) and value.text:
            parts = part_name(value.text)
            if parts.names and not REPOSITORY.fullmatch(value.text.plain.strip()):
                course.title = course.title or parts.names[0]
            course.code = course.code or parts.code


def _read_heading(heading: Heading, course: RawCourse) -> None:
    """Read "CS 265: Compiler Optimization", "AI Systems Spring 2021", "aisys2023"."""
    plain = heading.text.plain.strip()
    if REPOSITORY.fullmatch(plain):
        course.code = course.code or heading.text.strip()
    elif AWESOME.fullmatch(plain):
        course.title = course.title or heading.text.strip()  # a list's own name
    elif is_name(plain):
        take_parts(part_name(heading.text), course)
