"""Syllabi as three flat tables with keys, and back: what CSV, Arrow, Parquet, data frames and databases hold.

`documents` has one row for each document, `sessions` one for each session, `readings` one for each reading, of a
session or of none. Every fact of the record stands in a column, so that the record can be put together again. Rows of
sessions and readings repeat the course and the day: each table is of use alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, Literal, TypeAlias

import attrs

from syllabus_parse.model import Syllabus
from syllabus_parse.regex import lazy_regex
from syllabus_parse.serialize import from_dict, to_dict

Kind: TypeAlias = Literal["text", "int", "date", "texts", "people", "links", "assignments", "json"]
Row: TypeAlias = dict[str, object]
SURROGATE: Final = lazy_regex("[\ud800-\udfff]")
# What databases and Arrow take for a whole number.
SMALLEST: Final = -(2**63)
LARGEST: Final = 2**63 - 1


@attrs.frozen
class Column:
    """One column: its name, its kind, whether it may be empty, and whether it only repeats what stands elsewhere."""

    name: str
    kind: Kind = "text"
    required: bool = False
    repeated: bool = False


DOCUMENTS: Final = (
    Column("document", "int", required=True),
    Column("uri"),
    Column("dialect", required=True),
    Column("encoding", required=True),
    Column("sha256", required=True),
    Column("course_title"),
    Column("course_code"),
    Column("institution"),
    Column("term"),
    Column("course_year", "int"),
    Column("links", "links"),
    Column("diagnostics", "json"),
    Column("coverage", "json"),
    Column("raw", "json"),
    Column("inferred", "json"),
    Column("spans", "json"),
)
SESSIONS: Final = (
    Column("document", "int", required=True),
    Column("session", "int", required=True),
    Column("course_title", repeated=True),
    Column("course_code", repeated=True),
    Column("course_year", "int", repeated=True),
    Column("date", "date"),
    Column("end_date", "date"),
    Column("start_time"),
    Column("end_time"),
    Column("week", "int"),
    Column("number"),
    Column("kind", required=True),
    Column("status", required=True),
    Column("title"),
    Column("section", "texts"),
    Column("presenters", "people"),
    Column("location"),
    Column("assignments", "assignments"),
    Column("links", "links"),
    Column("notes", "texts"),
    Column("raw", "json"),
    Column("inferred", "json"),
    Column("spans", "json"),
)
READINGS: Final = (
    Column("document", "int", required=True),
    Column("session", "int"),
    Column("reading", "int", required=True),
    Column("course_title", repeated=True),
    Column("course_code", repeated=True),
    Column("course_year", "int", repeated=True),
    Column("session_date", "date", repeated=True),
    Column("session_title", repeated=True),
    Column("title", required=True),
    Column("short_name"),
    Column("authors", "people"),
    Column("venue"),
    Column("venue_kind"),
    Column("year", "int"),
    Column("requirement"),
    Column("kind", required=True),
    Column("doi", repeated=True),
    Column("arxiv", repeated=True),
    Column("section", "texts"),
    Column("links", "links"),
    Column("identifiers", "json"),
    Column("tags", "texts"),
    Column("notes", "texts"),
    Column("venue_raw"),
    Column("venue_spans", "json"),
    Column("raw", "json"),
    Column("inferred", "json"),
    Column("spans", "json"),
)
TABLES: Final[tuple[tuple[str, tuple[Column, ...]], ...]] = (
    ("documents", DOCUMENTS),
    ("sessions", SESSIONS),
    ("readings", READINGS),
)
# The columns of `documents` that are keys of the record's `course`, and those keys.
COURSE_KEYS: Final = (
    ("course_title", "title"),
    ("course_code", "code"),
    ("institution", "institution"),
    ("term", "term"),
    ("course_year", "year"),
    ("raw", "raw"),
    ("inferred", "inferred"),
    ("spans", "spans"),
)


@attrs.frozen
class Rows:
    """The rows of one document, or of many: one list for each table."""

    documents: list[Row] = attrs.field(factory=list)
    sessions: list[Row] = attrs.field(factory=list)
    readings: list[Row] = attrs.field(factory=list)

    def of(self, table: str) -> list[Row]:
        """Return the rows of a table by its name."""
        rows: list[Row] = getattr(self, table)
        return rows


def list_syllabi(syllabi: Syllabus | Iterable[Syllabus]) -> Iterable[Syllabus]:
    """Return one syllabus as many: every writer takes one or several."""
    return (syllabi,) if isinstance(syllabi, Syllabus) else syllabi


def split_syllabi(syllabi: Syllabus | Iterable[Syllabus], *, first: int = 1, size: int = 500) -> Iterator[Rows]:
    """Yield the rows of so many documents at a time; documents are numbered from `first` on.

    >>> from syllabus_parse.model import Origin, Reading, Session
    >>> rows = next(split_syllabi(Syllabus(Origin("html"), sessions=(Session(readings=(Reading("A Tale"),)),))))
    >>> [(row["document"], row["session"], row["reading"], row["title"]) for row in rows.readings]
    [(1, 1, 1, 'A Tale')]
    """
    batch = Rows()
    for number, syllabus in enumerate(list_syllabi(syllabi), first):
        _split(to_dict(syllabus), number, batch)
        if len(batch.documents) >= size:
            yield batch
            batch = Rows()
    if batch.documents:
        yield batch


def join_rows(documents: Iterable[Row], sessions: Iterable[Row], readings: Iterable[Row]) -> Iterator[Syllabus]:
    """Put the syllabi together again, in the order of `documents`; the rows of a table may come in any order.

    Values are those of `split_syllabi`; columns that only repeat others are not looked at.
    """
    of_documents: dict[object, list[Row]] = {}
    for row in sorted(sessions, key=_by("document", "session")):
        of_documents.setdefault(row["document"], []).append(row)
    of_sessions: dict[tuple[object, object], list[Row]] = {}
    for row in sorted(readings, key=_by("document", "reading")):
        of_sessions.setdefault((row["document"], row["session"]), []).append(row)
    for row in documents:
        number = row["document"]
        record: Row = {key: row[key] for key in ("links", "diagnostics", "coverage")}
        record["source"] = {key: row[key] for key in ("dialect", "uri", "encoding", "sha256")}
        record["course"] = {key: row[column] for column, key in COURSE_KEYS}
        record["sessions"] = [
            {**one, "readings": [_join_reading(work) for work in of_sessions.get((number, one["session"]), ())]}
            for one in of_documents.get(number, ())
        ]
        record["readings"] = [_join_reading(work) for work in of_sessions.get((number, None), ())]
        yield from_dict(record)


def _by(*names: str) -> Callable[[Row], tuple[int, ...]]:
    def find_key(row: Row) -> tuple[int, ...]:
        return tuple(int(str(row[name])) for name in names)

    return find_key


def _split(record: Mapping[str, object], number: int, into: Rows) -> None:
    course, source = _mapping(record["course"]), _mapping(record["source"])
    document = {"document": number, **source, **{column: course[key] for column, key in COURSE_KEYS}}
    document.update((key, record[key]) for key in ("links", "diagnostics", "coverage"))
    into.documents.append(_settle(document, DOCUMENTS))
    known = {column.name: document[column.name] for column in SESSIONS if column.repeated}
    count = 0
    for place, session in enumerate(_mappings(record["sessions"]), 1):
        into.sessions.append(_settle({**known, **session, "document": number, "session": place}, SESSIONS))
        day = {**known, "session_date": session["date"], "session_title": session["title"]}
        for reading in _mappings(session["readings"]):
            count += 1
            into.readings.append(
                _split_reading(reading, {**day, "document": number, "session": place, "reading": count})
            )
    for reading in _mappings(record["readings"]):
        count += 1
        keys = {"document": number, "session": None, "reading": count, "session_date": None, "session_title": None}
        into.readings.append(_split_reading(reading, {**known, **keys}))


def _split_reading(reading: Mapping[str, object], keys: Row) -> Row:
    venue = reading["venue"]
    place = _mapping(venue) if venue is not None else {}
    identifiers = _mapping(reading["identifiers"])
    row = {
        **reading,
        **keys,
        "venue": place.get("name"),
        "venue_kind": place.get("kind"),
        "venue_raw": place.get("raw"),
        "venue_spans": place.get("spans"),
        "doi": identifiers.get("doi"),
        "arxiv": identifiers.get("arxiv"),
    }
    return _settle(row, READINGS)


def _join_reading(row: Row) -> Row:
    reading = dict(row)
    if row["venue"] is not None:
        reading["venue"] = {
            "name": row["venue"], "kind": row["venue_kind"], "raw": row["venue_raw"], "spans": row["venue_spans"],
        }  # fmt: skip
    return reading


def _settle(row: Row, columns: tuple[Column, ...]) -> Row:
    """Return the columns in their order, with None for what is empty and no value that a table can't hold."""
    settled: Row = {}
    for column in columns:
        value = row[column.name]
        if isinstance(value, str):
            settled[column.name] = sound_text(value)
        elif isinstance(value, int) and not SMALLEST <= value <= LARGEST:
            settled[column.name] = None
        else:
            settled[column.name] = None if value in ([], {}) else value
    return settled


def sound_text(text: str) -> str:
    r"""Return the text without lone surrogates, which no encoding can write.

    >>> sound_text("a\ud800b")
    'a\ufffdb'
    """
    return text if text.isascii() else SURROGATE.sub("\ufffd", text)


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}


def _mappings(value: object) -> list[Mapping[str, object]]:
    return [_mapping(item) for item in value] if isinstance(value, list) else []
