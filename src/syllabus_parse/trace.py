"""Where a value of a syllabus came from: its place, the words that stood there, and the rules that made it.

The model stays free of the source: it keeps places, not the text. Who wants the line and the words passes the document
again; its hash is compared, so that no line of another version is ever shown.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import Final

import attrs

from syllabus_parse.diagnostics import Diagnostic, InputTypeError, SyllabusError
from syllabus_parse.model import Assignment, Course, Reading, Session, Syllabus
from syllabus_parse.source import Source, Span, decode

# One step of a path, e.g. "sessions" · ".date" · "[3]"
STEP: Final = re.compile(r"\.?(?P<name>[A-Za-z_]\w*)|\[(?P<index>\d{1,9})\]")
# What is said of the year of all dates, and of single values.
YEAR_CODES: Final = frozenset({"SP302", "SP305"})
ORDER_CODE: Final = "SP306"
# Fields whose words, where they have any, stand above or around the value and not in it.
INHERITED: Final = {
    "requirement": "taken from the heading, label or column above",
    "week": "taken from what stands above",
    "start_time": "taken from what stands above",
    "end_time": "taken from what stands above",
    "kind": "read from the words around it, else the usual kind",
    "status": "read from the words around it, else scheduled",
    "event": "read from the words around it, else due",
    "term": "read from the dates",
}


class PathError(SyllabusError, LookupError):
    """A path names nothing in the syllabus."""


@attrs.frozen
class Trace:
    """One value and where it came from.

    `line` and `column` count from 1 and are None without the source; `raw` is what stands at `span` (without the
    source: the words that the object kept). `rules` says how a value was made that the words alone don't give.
    """

    value: object
    span: Span | None = None
    line: int | None = None
    column: int | None = None
    raw: str | None = None
    rules: tuple[str, ...] = ()


def trace_value(syllabus: Syllabus, path: str, *, source: str | bytes | Source | None = None) -> Trace:
    r"""Trace a value, named by its path as in the record ("sessions[3].date"), to its words in the source.

    `source` is the document that was parsed. An object (a session, a person) has the stretch from the first of its
    values to the last. A path that names nothing raises `PathError`, another document `InputTypeError`.

    >>> from syllabus_parse import parse
    >>> text = "| Date | Topic |\n|---|---|\n| 2024-09-04 | Maps |"
    >>> trace_value(parse(text), "sessions[0].title", source=text)
    Trace(value='Maps', span=Span(start=42, end=46), line=3, column=16, raw='Maps', rules=())
    >>> trace_value(parse(text), "sessions[7]")
    Traceback (most recent call last):
    syllabus_parse.trace.PathError: 'sessions[7]' names nothing: there is no [7]
    """
    owner, key, value = _follow(syllabus, path)
    spans: Mapping[str, Span] = getattr(owner, "spans", {})
    span = spans.get(key) if key else _whole(value)
    words: Mapping[str, str] | str = getattr(owner, "raw", {})
    raw = words if isinstance(words, str) else words.get(key)
    line = column = None
    if source is not None and span is not None:
        text = open_source(source, syllabus)
        line, column = text.position(span.start)
        raw = span.slice(text.text)
    found = Trace(value, span, line, column, raw)
    return attrs.evolve(found, rules=tuple(list_rules(syllabus, owner, key, found))) if key else found


def _follow(syllabus: Syllabus, path: str) -> tuple[object, str, object]:
    """Return what has the value, under which key of its `spans`, and the value; the key is "" for an object."""
    owner: object = syllabus
    value: object = syllabus
    key = ""
    at = 0
    while at < len(path):
        step = STEP.match(path, at)
        if step is None:
            raise PathError(f"{path!r} names nothing: it can't be read from {path[at : at + 20]!r} on")
        if attrs.has(type(value)) and not isinstance(value, Span):
            owner, key = value, ""
        value = _take(value, step, path)
        key += step[0].removeprefix(".") if not key else step[0]
        at = step.end()
    return (value, "", value) if attrs.has(type(value)) else (owner, key, value)


def _take(value: object, step: re.Match[str], path: str) -> object:
    name, index = step["name"], step["index"]
    if index is not None:
        if isinstance(value, tuple) and int(index) < len(value):
            return value[int(index)]
    elif isinstance(value, Mapping):
        if name in value:
            return value[name]
    elif attrs.has(type(value)) and any(field.name == name for field in getattr(type(value), "__attrs_attrs__", ())):
        return getattr(value, name)
    raise PathError(f"{path!r} names nothing: there is no {step[0]}")


def _whole(value: object) -> Span | None:
    """Return the stretch of an object: from the first of its own places to the last."""
    spans = list(getattr(value, "spans", {}).values())
    return Span(min(span.start for span in spans), max(span.end for span in spans)) if spans else None


def open_source(source: str | bytes | Source, syllabus: Syllabus) -> Source:
    """Return the document that a syllabus was made of; raise `InputTypeError` for any other, told by its hash."""
    if not isinstance(source, (str, bytes, Source)):
        raise InputTypeError(f"`source` must be str, bytes or Source, not {type(source).__name__}")
    document = source if isinstance(source, Source) else decode(source)
    known = syllabus.source.sha256
    if known and document.sha256 and document.sha256 != known:
        raise InputTypeError("`source` is not the document that this syllabus was made of: their hashes differ")
    return document


def list_rules(syllabus: Syllabus, owner: object, key: str, found: Trace) -> Iterator[str]:
    """Yield how a value was made, as far as it is more than reading the words at its place."""
    value, span, raw = found.value, found.span, found.raw
    if value is None:
        return
    if span is None and key in INHERITED:
        yield INHERITED[key]
    elif span is None and key.startswith("notes["):
        yield "put together of what stands above"
    if isinstance(owner, Reading) and key == "year" and any(link.spans.get("url") == span for link in owner.links):
        yield "read from the target of its link"
    if isinstance(owner, Reading) and key.startswith("identifiers."):
        yield "read from the target of its link"
    if isinstance(owner, Assignment) and key == "date" and _is_day_of(syllabus, owner, span):
        yield "the day of its session"
    if isinstance(value, dt.date):
        if not (raw and re.search(rf"{value.year}|(?<!\d){value.year % 100:02d}(?!\d)\W*$", raw)):
            yield from list(_say(syllabus.diagnostics, YEAR_CODES)) or ["the year is that of the course"]
        yield from _say(syllabus.diagnostics, frozenset({ORDER_CODE}))
    elif isinstance(owner, Course) and key in ("year", "term") and span is None:
        yield from _say(syllabus.diagnostics, YEAR_CODES)
    if isinstance(value, str) and raw is not None and value != raw.strip():
        yield "normalized"
    if span is not None:
        yield from _say([said for said in syllabus.diagnostics if said.span == span], None)


def _is_day_of(syllabus: Syllabus, work: Assignment, span: Span | None) -> bool:
    sessions: tuple[Session, ...] = syllabus.sessions
    return any(session.spans.get("date") == span and work in session.assignments for session in sessions)


def _say(said: tuple[Diagnostic, ...] | list[Diagnostic], codes: frozenset[str] | None) -> Iterator[str]:
    for one in said:
        if codes is None or one.code in codes:
            yield f"{one.code} {one.message}"
