"""What changed between two crawls, for people: one line a session or reading, its fields below."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final, TypeVar

from syllabus_parse.changes import Change, Changes, FieldChange, count_changes, describe_session
from syllabus_parse.model import Assignment, Link, Person, Reading, Session, Venue
from syllabus_parse.writers.excerpt import escape_controls

Item = TypeVar("Item", Session, Reading)
INDENT: Final = " " * 12


def write_changes(changes: Changes, old_name: str, new_name: str) -> str:
    """Write what changed; what is the same is only counted.

    >>> from syllabus_parse import Origin, Session, Syllabus
    >>> from syllabus_parse.changes import diff
    >>> one = Syllabus(Origin("html"), sessions=(Session(dt.date(2024, 9, 2), title="Heaps"),))
    >>> two = Syllabus(Origin("html"), sessions=(Session(dt.date(2024, 9, 4), title="Heaps"),))
    >>> print(write_changes(diff(one, two), "old.html", "new.html"), end="")
    old.html → new.html
    sessions: 1 moved
    readings: none
    <BLANKLINE>
    sessions
      moved     2024-09-04 Heaps
                date: 2024-09-02 → 2024-09-04
    """
    lines = [f"{old_name} → {new_name}"]
    lines.append(f"sessions: {_counted(count_changes(changes.sessions))}")
    lines.append(f"readings: {_counted(count_changes(changes.readings))}")
    if changes.page:
        lines += ["", "page"]
        lines += [f"  {line}" for field in changes.page for line in _field_lines(field)]
    lines += _group("sessions", changes.sessions)
    lines += _group("readings", changes.readings)
    return "".join(f"{escape_controls(line)}\n" for line in lines)


def _counted(counts: Mapping[str, int]) -> str:
    said = [f"{count} {'the same' if name == 'same' else name}" for name, count in counts.items() if count]
    return ", ".join(said) or "none"


def _group(heading: str, changes: Iterable[Change[Item]]) -> list[str]:
    lines: list[str] = []
    for change in changes:
        if change.state == "same":
            continue
        item = change.new if change.new is not None else change.old
        verb = ", ".join(change.aspects) or change.state
        lines.append(f"  {verb:<9} {_name(item)}")
        lines += [INDENT + line for field in change.fields for line in _field_lines(field)]
    return ["", heading, *lines] if lines else []


def _name(item: Session | Reading | None) -> str:
    if isinstance(item, Session):
        return describe_session(item)
    return item.title if item is not None else ""


def _field_lines(field: FieldChange) -> list[str]:
    """Write the change of one field; of lists only what came and what went, unless only the order is another."""
    if field.field == "section":
        return [f"section: {_words(' / '.join(_texts(field.old)))} → {_words(' / '.join(_texts(field.new)))}"]
    if field.field == "session":
        return [f"session: {field.old or 'none'} → {field.new or 'none'}"]
    if not isinstance(field.old, tuple) or not isinstance(field.new, tuple):
        return [f"{field.field}: {_words(field.old)} → {_words(field.new)}"]
    old, new = Counter(map(_words, field.old)), Counter(map(_words, field.new))
    # e.g. a link whose kind is another: the words are the same, the facts are not
    lines = [f"{field.field}: - {words}" for words in (old - new).elements()]
    lines += [f"{field.field}: + {words}" for words in (new - old).elements()]
    return lines or [f"{field.field}: the same words in another order or kind"]


def _texts(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, tuple) else ()


def _words(value: object) -> str:
    if value is None or value == "":
        return "none"
    if isinstance(value, dt.time):
        return value.isoformat("minutes")
    if isinstance(value, Person):
        return value.name + "".join(f" ({part})" for part in (value.affiliation, value.role) if part)
    if isinstance(value, Venue):
        return value.name
    if isinstance(value, Link):
        return " ".join(part for part in (value.text, f"<{value.url}>" if value.url else None) if part) or "a link"
    if isinstance(value, Assignment):
        return f"{value.title}, {value.event}{f' {value.date}' if value.date else ''}"
    if isinstance(value, Mapping):
        return ", ".join(f"{name} {words}" for name, words in value.items()) or "none"
    return str(value)
