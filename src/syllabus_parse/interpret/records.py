"""Raw records: what interpretation finds, as the document words it, before any value is normalized.

A field holds `Text`, which knows its place in the source; the values are made of it in `assemble.py`.
"""

from __future__ import annotations

import attrs

from syllabus_parse.document import Anchor, Problem, Text
from syllabus_parse.model import (
    AssignmentEvent,
    LinkKind,
    ReadingKind,
    Requirement,
    SessionKind,
    Status,
    VenueKind,
)
from syllabus_parse.normalize.dates import When
from syllabus_parse.normalize.year_clues import Place


@attrs.frozen(eq=False)
class Worded:
    """A note put in words of ours, or with a column's name before it ("Room: 5"), and the words it was made of."""

    words: str
    text: Text


@attrs.define(eq=False)
class RawLink:
    """A link as found: no anchor where only its text survived; `column` is the header word or label above it."""

    anchor: Anchor | None
    text: Text | None
    column: str = ""
    kind: LinkKind | None = None


def list_links(text: Text) -> list[RawLink]:
    """List all links of a text, each with its words."""
    return [RawLink(anchor, text.slice(start, end).strip()) for anchor, start, end in text.links()]


@attrs.define(eq=False)
class RawPerson:
    """One person: the words of the name (`parsed` is the name in order) and of the affiliation."""

    name: Text
    affiliation: str | None = None
    affiliation_text: Text | None = None
    role: str | None = None
    parsed: str = ""
    role_text: Text | None = None


@attrs.define(eq=False)
class RawVenue:
    """A venue: its words, and what they were found to mean; a `tag` stands beside the title, set off from it."""

    name: str
    kind: VenueKind
    known: bool
    text: Text
    tag: bool = False


@attrs.define(eq=False)
class RawReading:
    """One work as the document words it; `above` names the fields that words above tell, for all below them."""

    title: Text
    short_name: Text | None = None
    authors: list[RawPerson] = attrs.field(factory=list)
    venue: RawVenue | None = None
    year: int | None = None
    year_text: Text | None = None
    requirement: Requirement | None = None
    requirement_text: Text | None = None
    kind: ReadingKind | None = None
    kind_text: Text | None = None
    section: tuple[Text, ...] = ()
    links: list[RawLink] = attrs.field(factory=list)
    tags: list[Text] = attrs.field(factory=list)
    tag_words: list[str | Worded] = attrs.field(factory=list)
    notes: list[Text] = attrs.field(factory=list)
    parted: bool = False
    problems: list[Problem] = attrs.field(factory=list)
    above: set[str] = attrs.field(factory=set)


@attrs.define(eq=False)
class RawAssignment:
    """Homework or a deadline: `when` None means the session's own day; `whole` keeps the title with its "due".

    `weekday` (0 Monday) moves it to that day of the session's week: "due Friday". `hour` are its words where they say
    more than a day: "due 5pm on 9/28".
    """

    title: Text
    event: AssignmentEvent = "due"
    when: When | None = None
    when_text: Text | None = None
    links: list[RawLink] = attrs.field(factory=list)
    whole: Text | None = None
    whole_title: Text | None = None
    tail: Text | None = None
    weekday: int | None = None
    hour: Text | None = None


@attrs.define(eq=False)
class RawSession:
    """One meeting as the document words it.

    `when` is the reading of `when_text`; `day_offset` moves it by days (the Wednesday column of a row dated by its
    Monday), `column_day` is the weekday of that column where nothing says on which day the row's date falls.
    `titles` are joined with "; "; `closed` says that the topic's words were used up as notes. `above` names
    the fields that words above tell, for all below them.
    """

    when: When | None = None
    when_text: Text | None = None
    day_offset: int = 0
    column_day: int | None = None
    times: When | None = None
    times_text: Text | None = None
    end_text: Text | None = None
    week: int | None = None
    week_text: Text | None = None
    number: str | None = None
    number_text: Text | None = None
    kind: SessionKind | None = None
    kind_text: Text | None = None
    status: Status | None = None
    status_text: Text | None = None
    titles: list[Text] = attrs.field(factory=list)
    section: tuple[Text, ...] = ()
    presenters: list[RawPerson] = attrs.field(factory=list)
    location: Text | None = None
    readings: list[RawReading] = attrs.field(factory=list)
    assignments: list[RawAssignment] = attrs.field(factory=list)
    links: list[RawLink] = attrs.field(factory=list)
    notes: list[Text] = attrs.field(factory=list)
    note_words: list[str | Worded] = attrs.field(factory=list)
    closed: bool = False
    reading_list: bool = False
    label: str = ""
    problems: list[Problem] = attrs.field(factory=list)
    above: set[str] = attrs.field(factory=set)


@attrs.define(eq=False)
class RawClue:
    """Words that may name the term or year of the course, and where they stand ("front matter", "heading", …)."""

    text: Text
    place: Place


@attrs.define(eq=False)
class RawCourse:
    """The course as the document names it."""

    title: Text | None = None
    code: Text | None = None
    code_upper: bool = False
    institution: Text | None = None


@attrs.define(eq=False)
class RawSyllabus:
    """All raw records of one document, in its order; `clues` are what may tell the year.

    `group` says that a reading group meets here, which runs on from term to term.
    """

    course: RawCourse = attrs.field(factory=RawCourse)
    sessions: list[RawSession] = attrs.field(factory=list)
    readings: list[RawReading] = attrs.field(factory=list)
    links: list[RawLink] = attrs.field(factory=list)
    clues: list[RawClue] = attrs.field(factory=list)
    pending: list[tuple[Text, list[RawAssignment]]] = attrs.field(factory=list)
    problems: list[Problem] = attrs.field(factory=list)
    group: bool = False
