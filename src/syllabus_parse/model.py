"""The common model: what a syllabus says, as frozen, typed values.

Every object carries `spans`, the places of its values in the decoded source by field name, and most carry `raw`, the
words that stood there, and `inferred`, how values were made that those words don't state. None of these counts when
two objects are compared: the same facts from two documents are equal.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Literal, TypeAlias

import attrs

from syllabus_parse.diagnostics import Diagnostic, Severity
from syllabus_parse.source import Source, Span

if TYPE_CHECKING:
    from syllabus_parse.trace import Trace

Term: TypeAlias = Literal["spring", "summer", "autumn", "winter"]
SessionKind: TypeAlias = Literal[
    "lecture", "discussion", "lab", "presentation", "project", "exam", "guest", "holiday", "other"
]
Status: TypeAlias = Literal["scheduled", "tbd", "cancelled"]
Requirement: TypeAlias = Literal["required", "optional"]
ReadingKind: TypeAlias = Literal["paper", "book", "chapter", "thesis", "report", "article", "web", "video", "other"]
LinkKind: TypeAlias = Literal[
    "pdf", "slides", "video", "code", "form", "meeting", "page", "notes", "assignment", "doi", "arxiv", "other"
]
VenueKind: TypeAlias = Literal[
    "conference", "journal", "workshop", "symposium", "preprint", "book", "magazine", "newspaper", "other"
]
AssignmentEvent: TypeAlias = Literal["out", "due"]

Spans: TypeAlias = Mapping[str, Span]
Raw: TypeAlias = Mapping[str, str]
Inferred: TypeAlias = Mapping[str, tuple[str, ...]]
"""By field name the rules that made a value, as `rules.RULES` names them: {"date": ("years: 29 February",)}."""


def _aside() -> Mapping[str, object]:
    return {}


@attrs.frozen
class Person:
    """Someone who wrote, taught or presented; `role` only where the document names one ("editor")."""

    name: str
    affiliation: str | None = None
    role: str | None = None
    spans: Spans = attrs.field(factory=dict, eq=False, repr=False)


@attrs.frozen
class Venue:
    """Where a work appeared: the short name in use today, and the words that stood in the document."""

    name: str
    kind: VenueKind = "other"
    raw: str = attrs.field(default="", eq=False)
    spans: Spans = attrs.field(factory=dict, eq=False, repr=False)


@attrs.frozen
class Link:
    """A link: `url` is None where its text survived and its target did not."""

    url: str | None
    text: str | None = None
    kind: LinkKind = "page"
    spans: Spans = attrs.field(factory=dict, eq=False, repr=False)


@attrs.frozen
class Assignment:
    """Homework or a deadline beside a topic: handed out (`"out"`) or due (`"due"`) on `date`."""

    title: str
    event: AssignmentEvent = "due"
    date: dt.date | None = None
    links: tuple[Link, ...] = ()
    spans: Spans = attrs.field(factory=dict, eq=False, repr=False)
    raw: Raw = attrs.field(factory=dict, eq=False, repr=False)
    inferred: Inferred = attrs.field(factory=dict, eq=False, repr=False)


@attrs.frozen
class Reading:
    """A work to read, present or watch, or one that a list of papers lists."""

    title: str
    short_name: str | None = None
    authors: tuple[Person, ...] = ()
    venue: Venue | None = None
    year: int | None = None
    requirement: Requirement | None = None
    kind: ReadingKind = "paper"
    section: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    identifiers: Mapping[str, str] = attrs.field(factory=dict)
    tags: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    spans: Spans = attrs.field(factory=dict, eq=False, repr=False)
    raw: Raw = attrs.field(factory=dict, eq=False, repr=False)
    inferred: Inferred = attrs.field(factory=dict, eq=False, repr=False)


@attrs.frozen
class Session:
    """One meeting, day, week or milestone of a course.

    `date` is None where the document leaves it open; then `raw["date"]` has its words, if any.
    """

    date: dt.date | None = None
    end_date: dt.date | None = None
    start_time: dt.time | None = None
    end_time: dt.time | None = None
    week: int | None = None
    number: str | None = None
    kind: SessionKind = "lecture"
    status: Status = "scheduled"
    title: str | None = None
    section: tuple[str, ...] = ()
    presenters: tuple[Person, ...] = ()
    location: str | None = None
    readings: tuple[Reading, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    links: tuple[Link, ...] = ()
    notes: tuple[str, ...] = ()
    spans: Spans = attrs.field(factory=dict, eq=False, repr=False)
    raw: Raw = attrs.field(factory=dict, eq=False, repr=False)
    inferred: Inferred = attrs.field(factory=dict, eq=False, repr=False)


@attrs.frozen
class Course:
    """The course as the document names it; `year` is the one that it starts in."""

    title: str | None = None
    code: str | None = None
    institution: str | None = None
    term: Term | None = None
    year: int | None = None
    spans: Spans = attrs.field(factory=dict, eq=False, repr=False)
    raw: Raw = attrs.field(factory=dict, eq=False, repr=False)
    inferred: Inferred = attrs.field(factory=dict, eq=False, repr=False)


@attrs.frozen
class Origin:
    """Where a syllabus came from: dialect, address, encoding, and the hash of its bytes."""

    dialect: str
    uri: str | None = None
    encoding: str = "utf-8"
    sha256: str = ""


@attrs.frozen
class Syllabus:
    """All that one document says about one course or one list of readings."""

    source: Origin
    course: Course = attrs.field(factory=Course)
    sessions: tuple[Session, ...] = ()
    readings: tuple[Reading, ...] = ()
    links: tuple[Link, ...] = ()
    coverage: Mapping[str, object] = attrs.field(factory=_aside, eq=False, repr=False)
    diagnostics: tuple[Diagnostic, ...] = attrs.field(default=(), eq=False)

    def to_dict(self) -> dict[str, object]:
        """Return the record of this syllabus, ready for `json.dumps`; see `serialize.to_dict`."""
        from syllabus_parse.serialize import to_dict

        return to_dict(self)

    def trace(self, path: str, *, source: str | bytes | Source | None = None) -> Trace:
        """Tell where the value at a path ("sessions[3].date") came from; see `trace.trace_value`."""
        from syllabus_parse.trace import trace_value

        return trace_value(self, path, source=source)

    def source_of(self, part: object, field: str = "", *, source: str | bytes | Source | None = None) -> Trace:
        """Tell where an object of this syllabus came from, or a field of it; see `trace.trace_object`."""
        from syllabus_parse.trace import trace_object

        return trace_object(self, part, field, source=source)

    def traces(self, *, source: str | bytes | Source | None = None) -> Iterator[Trace]:
        """Tell for every value that is there where it came from; see `trace.list_traces`."""
        from syllabus_parse.trace import list_traces

        return list_traces(self, source=source)

    @classmethod
    def from_dict(cls, record: Mapping[str, object]) -> Syllabus:
        """Make a syllabus of a record; see `serialize.from_dict`."""
        from syllabus_parse.serialize import from_dict

        return from_dict(record)

    def _repr_html_(self) -> str:
        """Return what a notebook shows of this syllabus; see `writers.notebook`."""
        from syllabus_parse.writers.notebook import write_notebook

        return write_notebook(self)

    def raise_for_diagnostics(
        self, *, source: str | bytes | Source | None = None, at_least: Severity = "warning"
    ) -> None:
        """Raise a `DiagnosticsError`, an exception group, if anything as bad as `at_least` was said.

        With `source`, the document that was parsed, each exception of it shows its line and carets under its place.
        """
        from syllabus_parse.writers.diagnostics import make_error

        error = make_error(self, source=source, at_least=at_least)
        if error is not None:
            raise error
