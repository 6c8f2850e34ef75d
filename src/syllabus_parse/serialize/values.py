"""One value of a record each. The path of a fault is put together while it climbs: a good record pays nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import TypeVar

from syllabus_parse.model import Origin
from syllabus_parse.source import Span

T = TypeVar("T")


class ShapeError(Exception):
    """A wrong shape somewhere below; `path` runs from the inside out."""

    def __init__(self, words: str, *path: str | int) -> None:
        super().__init__(words)
        self.words = words
        self.path = list(path)


def _describe(value: object) -> str:
    if isinstance(value, str):
        return f"the text {value[:40]!r}"
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, (int, float)):
        return f"the number {value!r:.40}" if isinstance(value, float) else f"the number {value}"
    if isinstance(value, Mapping):
        return "an object"
    return "a list" if isinstance(value, (list, tuple)) else f"a {type(value).__name__}"


def refuse_missing(key: str) -> Origin:
    """Refuse a record that lacks a key."""
    raise ShapeError("an object was expected; nothing is there", key)


def read_mapping(value: object, *path: str | int) -> Mapping[str, object]:
    """Take an object."""
    if isinstance(value, Mapping):
        return value
    raise ShapeError(f"an object was expected, not {_describe(value)}", *path)


def _items(record: Mapping[str, object], key: str) -> list[object] | tuple[object, ...]:
    value = record.get(key)
    if value is None:
        return ()
    if isinstance(value, (list, tuple)):
        return value
    raise ShapeError(f"a list was expected, not {_describe(value)}", key)


def read_one(record: Mapping[str, object], key: str, make: Callable[[Mapping[str, object]], T]) -> T | None:
    """Make the one object that a key holds, or None."""
    value = record.get(key)
    if value is None:
        return None
    try:
        return make(read_mapping(value))
    except ShapeError as fault:
        fault.path.append(key)
        raise


def read_many(record: Mapping[str, object], key: str, make: Callable[[Mapping[str, object]], T]) -> tuple[T, ...]:
    """Make the objects of the list that a key holds."""
    items = _items(record, key)
    made: list[T] = []
    try:
        for item in items:
            made.append(make(read_mapping(item)))
    except ShapeError as fault:
        fault.path += [len(made), key]
        raise
    return tuple(made)


def read_text(record: Mapping[str, object], key: str) -> str | None:
    """Take a text, or None."""
    value = record.get(key)
    if value is None or isinstance(value, str):
        return value
    raise ShapeError(f"a text was expected, not {_describe(value)}", key)


def read_required(record: Mapping[str, object], key: str) -> str:
    """Take a text that must be there."""
    value = read_text(record, key)
    if value is None:
        raise ShapeError("a text was expected; nothing is there", key)
    return value


def read_number(record: Mapping[str, object], key: str) -> int | None:
    """Take a whole number, or None."""
    value = record.get(key)
    if value is None or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    raise ShapeError(f"a whole number was expected, not {_describe(value)}", key)


def read_choice(record: Mapping[str, object], key: str, choices: tuple[T, ...]) -> T | None:
    """Take one of the values that a field may have, or None."""
    value = record.get(key)
    if value is None:
        return None
    for choice in choices:
        if choice == value:
            return choice
    raise ShapeError(f"one of {', '.join(map(str, choices))} was expected, not {_describe(value)}", key)


def read_date(record: Mapping[str, object], key: str) -> dt.date | None:
    """Take a day, or None."""
    value = read_text(record, key)
    if value is None:
        return None
    try:
        # `fromisoformat` also takes "20240902" and "2024-W36-1"; the record has one form.
        if len(value) == 10 and value[4] == value[7] == "-":
            return dt.date.fromisoformat(value)
    except ValueError:
        pass
    raise ShapeError(f"a date like '2024-09-02' was expected, not {_describe(value)}", key)


def read_time(record: Mapping[str, object], key: str) -> dt.time | None:
    """Take a time of day, or None."""
    value = read_text(record, key)
    if value is None:
        return None
    try:
        if len(value) >= 5 and value[2] == ":":
            return dt.time.fromisoformat(value)
    except ValueError:
        pass
    raise ShapeError(f"a time like '15:00' was expected, not {_describe(value)}", key)


def read_texts(record: Mapping[str, object], key: str) -> tuple[str, ...]:
    """Take a list of texts."""
    items = _items(record, key)
    for index, item in enumerate(items):
        if not isinstance(item, str):
            raise ShapeError(f"a text was expected, not {_describe(item)}", index, key)
    return tuple(items)  # type: ignore[arg-type]  # the loop above has looked at each


def read_texts_by_name(record: Mapping[str, object], key: str) -> dict[str, str]:
    """Take an object of texts."""
    value = record.get(key)
    if value is None:
        return {}
    made: dict[str, str] = {}
    for name, words in read_mapping(value, key).items():
        if not isinstance(words, str):
            raise ShapeError(f"a text was expected, not {_describe(words)}", str(name), key)
        made[name] = words
    return made


def read_rules(record: Mapping[str, object]) -> dict[str, tuple[str, ...]]:
    """Take the rules that made the values of an object, by field."""
    value = record.get("inferred")
    if value is None:
        return {}
    made: dict[str, tuple[str, ...]] = {}
    try:
        for name in (held := read_mapping(value)):
            made[name] = read_texts(held, name)
    except ShapeError as fault:
        fault.path.append("inferred")
        raise
    return made


def read_spans(record: Mapping[str, object]) -> dict[str, Span]:
    """Take the places of the values of an object, by field."""
    value = record.get("spans")
    if value is None:
        return {}
    return {name: read_span(pair, str(name), "spans") for name, pair in read_mapping(value, "spans").items()}


def read_span(value: object, *path: str) -> Span:
    """Take a place."""
    if isinstance(value, (list, tuple)) and len(value) == 2:
        start, end = value
        if isinstance(start, int) and isinstance(end, int) and 0 <= start <= end:
            return Span(start, end)
    raise ShapeError(f"two offsets like [120, 164] were expected, not {_describe(value)}", *path)
