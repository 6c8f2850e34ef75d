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

from syllabus_parse.diagnostic_codes import Severity
from syllabus_parse.diagnostics import Diagnostic
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
    r"""Someone who wrote, taught or presented; `role` only where the document names one ("editor").

    >>> from syllabus_parse import parse
    >>> [session] = parse("| Date | Topic | Speaker |\n|---|---|---|\n| 9/4 | Maps | Ada Gray (MIT) |\n").sessions
    >>> session.presenters[0]
    Person(name='Ada Gray', affiliation='MIT', role=None)
    """

    name: str
    affiliation: str | None = None
    role: str | None = None
    spans: Spans = attrs.field(factory=dict, eq=False, repr=False)


@attrs.frozen
class Venue:
    r"""Where a work appeared: the short name in use today, and the words that stood in the document.

    >>> from syllabus_parse import parse
    >>> parse("# Papers\n\n## SOSP 2017\n\n- Toy Trains at Scale. Ada Gray, Bo Li.\n").readings[0].venue
    Venue(name='SOSP', kind='conference', raw='SOSP')
    """

    name: str
    kind: VenueKind = "other"
    raw: str = attrs.field(default="", eq=False)
    spans: Spans = attrs.field(factory=dict, eq=False, repr=False)


@attrs.frozen
class Link:
    r"""A link: `url` is None where its text survived and its target did not.

    >>> from syllabus_parse import parse
    >>> parse("## 9/4 Maps\n\n- [slides](maps.pdf)\n", url="https://x.edu/c/").sessions[0].links
    (Link(url='https://x.edu/c/maps.pdf', text='slides', kind='slides'),)
    """

    url: str | None
    text: str | None = None
    kind: LinkKind = "page"
    spans: Spans = attrs.field(factory=dict, eq=False, repr=False)


@attrs.frozen
class Assignment:
    r"""Homework or a deadline beside a topic: handed out (`"out"`) or due (`"due"`) on `date`.

    >>> from syllabus_parse import parse
    >>> [session] = parse("| Date | Topic | Due |\n|---|---|---|\n| 2024-09-04 | Maps | Homework 1 |\n").sessions
    >>> [(one.title, one.event, str(one.date)) for one in session.assignments]
    [('Homework 1', 'due', '2024-09-04')]
    """

    title: str
    event: AssignmentEvent = "due"
    date: dt.date | None = None
    links: tuple[Link, ...] = ()
    spans: Spans = attrs.field(factory=dict, eq=False, repr=False)
    raw: Raw = attrs.field(factory=dict, eq=False, repr=False)
    inferred: Inferred = attrs.field(factory=dict, eq=False, repr=False)


@attrs.frozen
class Reading:
    r"""A work to read, present or watch, or one that a list of papers lists.

    >>> from syllabus_parse import parse
    >>> [reading] = parse("# Papers\n\n## SOSP 2017\n\n- Toy Trains at Scale. Ada Gray, Bo Li.\n").readings
    >>> reading.title, [person.name for person in reading.authors], reading.year
    ('Toy Trains at Scale', ['Ada Gray', 'Bo Li'], 2017)
    """

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
    r"""One meeting, day, week or milestone of a course.

    `date` is None where the document leaves it open; then `raw["date"]` has its words, if any.

    >>> from syllabus_parse import parse
    >>> [session] = parse("| Date | Topic |\n|---|---|\n| 2024-09-04 | Maps |\n").sessions
    >>> session.date, session.title, session.kind
    (datetime.date(2024, 9, 4), 'Maps', 'lecture')
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
    r"""The course as the document names it; `year` is the one that it starts in.

    >>> from syllabus_parse import parse
    >>> parse("# CS 101: Maps (Fall 2024)\n").course
    Course(title='Maps', code='CS 101', institution=None, term='autumn', year=2024)
    """

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
    r"""Where a syllabus came from: dialect, address, encoding, and the hash of its bytes.

    >>> from syllabus_parse import parse
    >>> origin = parse("## 9/4 Maps\n\n- [slides](maps.pdf)\n", url="https://x.edu/c/").source
    >>> origin.dialect, origin.uri, origin.encoding
    ('date_list', 'https://x.edu/c/', 'utf-8')
    """

    dialect: str
    uri: str | None = None
    encoding: str = "utf-8"
    sha256: str = ""


@attrs.frozen
class Syllabus:
    r"""All that one document says about one course or one list of readings.

    >>> from syllabus_parse import parse
    >>> text = "| Date | Topic |\n|---|---|\n| 2024-09-04 | Maps |\n"
    >>> syllabus = parse(text)
    >>> Syllabus.from_dict(syllabus.to_dict()) == syllabus
    True
    >>> syllabus.trace("sessions[0].title", source=text).line
    3
    """

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
