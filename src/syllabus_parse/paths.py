"""Names of the values of a syllabus, as the record spells them: "sessions[3].date", "readings[0].authors[1].name"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

import attrs

from syllabus_parse.diagnostics import SyllabusError
from syllabus_parse.model import Origin, Syllabus
from syllabus_parse.regex import lazy_regex
from syllabus_parse.source import Span

__all__ = ["ASIDE", "Named", "PathError", "find_object", "follow_path", "is_object", "list_values"]

# One step of a path, e.g. "sessions" · ".date" · "[3]"
STEP: Final = lazy_regex(r"\.?(?P<name>[A-Za-z_]\w*)|\[(?P<index>\d{1,9})\]")
ASIDE: Final = frozenset({"spans", "raw", "inferred"})
"""What objects carry beside their values."""


class PathError(SyllabusError, LookupError):
    """A path names nothing in the syllabus, or an object is no part of it.

    >>> from syllabus_parse import parse
    >>> parse("").trace("sessions[0].date")
    Traceback (most recent call last):
    syllabus_parse.paths.PathError: 'sessions[0].date' names nothing: there is no [0]
    """


class Named(NamedTuple):
    """A value by its path: the object that has it, the one around that, and under which keys of their `spans`.

    The key is "" for an object.
    """

    path: str
    value: object
    owner: object
    key: str
    holder: object
    within: str


def is_object(value: object) -> bool:
    """Tell an object of the model from its values."""
    return attrs.has(type(value)) and not isinstance(value, Span)


def follow_path(syllabus: Syllabus, path: str) -> Named:
    """Find the value that a path names; raise `PathError` where it names nothing.

    >>> from syllabus_parse.model import Course
    >>> follow_path(Syllabus(Origin("html"), Course(year=2024)), "course.year").value
    2024
    """
    named = Named("", syllabus, syllabus, "", syllabus, "")
    at = 0
    while at < len(path):
        step = STEP.match(path, at)
        if step is None:
            raise PathError(f"{path!r} names nothing: it can't be read from {path[at : at + 20]!r} on")
        named = _take_step(named, step, path)
        at = step.end()
    return named


def _take_step(named: Named, step: re.Match[str], path: str) -> Named:
    value = _take(named.value, step, path)
    return _go_on(named, value, step[0].removeprefix("."))


def _go_on(named: Named, value: object, step: str) -> Named:
    """Go on by one step; the key of an object's value begins anew below it."""
    path = f"{named.path}{step}" if step.startswith("[") or not named.path else f"{named.path}.{step}"
    if is_object(named.value):
        return Named(path, value, named.value, step, named.owner, named.key)
    key = f"{named.key}{step}" if step.startswith("[") else f"{named.key}.{step}"
    return named._replace(path=path, value=value, key=key)


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


def list_values(syllabus: Syllabus) -> Iterator[Named]:
    """Yield each value that is there, in the order of the record: those that are None or empty are left out.

    Lists of words and identifiers are yielded one by one. What is said of the document, its hash, diagnostics and
    accounting, is none of its values.

    >>> from syllabus_parse.model import Course
    >>> [named.path for named in list_values(Syllabus(Origin("html"), Course(code="CS 1", year=2024)))]
    ['course.code', 'course.year']
    """
    start = Named("", syllabus, syllabus, "", syllabus, "")
    rest = [_go_on(start, getattr(syllabus, name), name) for name in ("links", "readings", "sessions", "course")]
    while rest:
        named = rest.pop()
        value = named.value
        if value is None or isinstance(value, Origin):
            continue
        if isinstance(value, tuple):
            rest += [_go_on(named, value[index], f"[{index}]") for index in range(len(value) - 1, -1, -1)]
        elif isinstance(value, Mapping):
            rest += [_go_on(named, value[key], key) for key in reversed(value)]
        elif is_object(value):
            rest += [_go_on(named, getattr(value, name), name) for name in reversed(_list_fields(value))]
        else:
            yield named


def _list_fields(value: object) -> list[str]:
    return [field.name for field in getattr(type(value), "__attrs_attrs__", ()) if field.name not in ASIDE]


def find_object(syllabus: Syllabus, wanted: object) -> str:
    """Find the path of an object of the model, told by identity; raise `PathError` where it is no part."""
    rest: list[tuple[str, object]] = [("", syllabus)]
    while rest:
        path, value = rest.pop()
        if value is wanted and path:
            return path
        if isinstance(value, tuple):
            rest += [(f"{path}[{index}]", item) for index, item in enumerate(value)]
        elif is_object(value):
            rest += [(f"{path}.{name}".removeprefix("."), getattr(value, name)) for name in _list_fields(value)]
    raise PathError(f"this {type(wanted).__name__} is no part of the syllabus")
