"""What changed between two crawls of one course, as facts: moved, reworded, revised, added, removed."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Generic, Literal, TypeAlias, TypeVar

import attrs

from syllabus_parse.model import Origin, Reading, Session, Syllabus
from syllabus_parse.pairing import Placed, pair_readings, pair_sessions

Aspect: TypeAlias = Literal["moved", "reworded", "revised"]
State: TypeAlias = Literal["same", "changed", "added", "removed"]
Item = TypeVar("Item", Session, Reading)

CHANGES_VERSION: Final = 1
# Each field that is compared, and what a change of it is called; readings are compared apart from their sessions.
SESSION_FIELDS: Final[tuple[tuple[str, Aspect], ...]] = (
    ("date", "moved"),
    ("end_date", "moved"),
    ("start_time", "moved"),
    ("end_time", "moved"),
    ("week", "moved"),
    ("title", "reworded"),
    ("number", "revised"),
    ("kind", "revised"),
    ("status", "revised"),
    ("section", "revised"),
    ("presenters", "revised"),
    ("location", "revised"),
    ("assignments", "revised"),
    ("links", "revised"),
    ("notes", "revised"),
)
READING_FIELDS: Final[tuple[tuple[str, Aspect], ...]] = (
    ("title", "reworded"),
    ("short_name", "reworded"),
    ("authors", "revised"),
    ("venue", "revised"),
    ("year", "revised"),
    ("requirement", "revised"),
    ("kind", "revised"),
    ("section", "revised"),
    ("links", "revised"),
    ("identifiers", "revised"),
    ("tags", "revised"),
    ("notes", "revised"),
)
COURSE_FIELDS: Final = ("title", "code", "institution", "term", "year")
# The places of values in their sources: not what a document says.
ASIDE: Final = frozenset(["spans", "raw"])


@attrs.frozen
class FieldChange:
    r"""A field with its value in the old crawl and in the new one, as the model has them.

    >>> from syllabus_parse import diff, parse
    >>> old, new = (parse(f"| Date | Topic |\n|---|---|\n| {day} | Maps |\n") for day in ("2024-09-04", "2024-09-11"))
    >>> diff(old, new).sessions[0].fields[0].field, str(diff(old, new).sessions[0].fields[0].new)
    ('date', '2024-09-11')
    """

    field: str
    aspect: Aspect
    old: object
    new: object


@attrs.frozen
class Change(Generic[Item]):
    r"""One session or reading of either crawl: the same, changed in `fields`, added (no `old`) or removed (no `new`).

    `old_path` and `new_path` name its place in the records: `sessions[3].readings[0]`.

    >>> from syllabus_parse import diff, parse
    >>> old, new = (parse(f"| Date | Topic |\n|---|---|\n| {day} | Maps |\n") for day in ("2024-09-04", "2024-09-11"))
    >>> [change] = diff(old, new).sessions
    >>> change.state, change.aspects, change.new_path
    ('changed', ('moved',), 'sessions[0]')
    """

    state: State
    old: Item | None
    new: Item | None
    old_path: str | None = None
    new_path: str | None = None
    fields: tuple[FieldChange, ...] = ()

    @property
    def aspects(self) -> tuple[Aspect, ...]:
        """Say in what ways it changed: some of moved, reworded and revised, in this order."""
        met = {change.aspect for change in self.fields}
        return tuple(aspect for aspect in ("moved", "reworded", "revised") if aspect in met)


@attrs.frozen
class Changes:
    r"""All that changed; every session and every reading of either crawl stands in exactly one `Change`.

    They stand in the order of the new crawl, what was removed behind what stood before it. `page` tells of the
    course (`course.title`) and of the page's own links.

    >>> from syllabus_parse import diff, parse
    >>> plan = parse("| Date | Topic |\n|---|---|\n| 2024-09-04 | Maps |\n")
    >>> diff(plan, plan).is_empty, diff(plan, plan).to_dict()["counts"]["sessions"]["same"]
    (True, 1)
    """

    old: Origin
    new: Origin
    page: tuple[FieldChange, ...]
    sessions: tuple[Change[Session], ...]
    readings: tuple[Change[Reading], ...]

    @property
    def is_empty(self) -> bool:
        """Tell whether both crawls say the same."""
        kept = all(change.state == "same" for change in self.sessions)
        return not self.page and kept and all(change.state == "same" for change in self.readings)

    def to_dict(self) -> dict[str, object]:
        """Return the changes as plain values that `json.dumps` takes; what is the same is only counted."""
        return {
            "changes_version": CHANGES_VERSION,
            "old": {"uri": self.old.uri, "sha256": self.old.sha256},
            "new": {"uri": self.new.uri, "sha256": self.new.sha256},
            "counts": {"sessions": count_changes(self.sessions), "readings": count_changes(self.readings)},
            "page": [_field_record(change) for change in self.page],
            "sessions": [_change_record(change) for change in self.sessions if change.state != "same"],
            "readings": [_change_record(change) for change in self.readings if change.state != "same"],
        }


def diff(old: Syllabus, new: Syllabus) -> Changes:
    """Tell what changed between two crawls of one course.

    A schedule that slips by a day is one with sessions that moved, not with as many removed and added: sessions are
    known again by their topic, then by their readings, then by their day; readings by their title and identifiers,
    wherever they hang. Neither the place of a value in its source nor the order of readings is a fact, the order of
    sessions only where they have no day.

    >>> from syllabus_parse import Origin, Session, Syllabus
    >>> one = Syllabus(Origin("html"), sessions=(Session(dt.date(2024, 9, 2), title="Heaps"),))
    >>> two = Syllabus(Origin("html"), sessions=(Session(dt.date(2024, 9, 4), title="Heaps"),))
    >>> [(change.aspects, change.fields[0].new) for change in diff(one, two).sessions]
    [(('moved',), datetime.date(2024, 9, 4))]
    >>> diff(one, one).is_empty
    True
    """
    pairs = pair_sessions(old.sessions, new.sessions)
    return Changes(
        old.source,
        new.source,
        _compare_pages(old, new),
        _compare_sessions(old.sessions, new.sessions, pairs),
        _compare_readings(old, new, pairs),
    )


def count_changes(changes: Iterable[Change[Item]]) -> dict[str, int]:
    """Count changes by what they are; one that both moved and was reworded counts for both.

    >>> count_changes(())
    {'added': 0, 'removed': 0, 'moved': 0, 'reworded': 0, 'revised': 0, 'same': 0}
    """
    counted = dict.fromkeys(("added", "removed", "moved", "reworded", "revised", "same"), 0)
    for change in changes:
        for name in change.aspects if change.state == "changed" else (change.state,):
            counted[name] += 1
    return counted


def describe_session(session: Session) -> str:
    """Name a session for people: its day and its topic, or what else it is known by.

    >>> describe_session(Session(dt.date(2024, 9, 2), title="Heaps")), describe_session(Session(week=3))
    ('2024-09-02 Heaps', 'week 3')
    """
    when = str(session.date) if session.date else f"week {session.week}" if session.week is not None else ""
    what = session.title or (f"no. {session.number}" if session.number else "")
    return " ".join(part for part in (when, what) if part) or session.kind


def _compare_pages(old: Syllabus, new: Syllabus) -> tuple[FieldChange, ...]:
    found = []
    for name in COURSE_FIELDS:
        was, is_now = getattr(old.course, name), getattr(new.course, name)
        if was != is_now:
            found.append(FieldChange(f"course.{name}", "reworded" if name == "title" else "revised", was, is_now))
    if old.links != new.links:
        found.append(FieldChange("links", "revised", old.links, new.links))
    return tuple(found)


def _compare_sessions(
    old: Sequence[Session], new: Sequence[Session], pairs: Mapping[int, int]
) -> tuple[Change[Session], ...]:
    turned = _find_turned(old, new, pairs)
    made: dict[int, Change[Session]] = {}
    for at, session in enumerate(new):
        if at not in pairs:
            made[at] = Change("added", None, session, None, f"sessions[{at}]")
            continue
        here = pairs[at]
        fields = _compare_fields(old[here], session, SESSION_FIELDS)
        if at in turned:
            fields = (FieldChange("position", "moved", here, at), *fields)
        state: State = "changed" if fields else "same"
        made[at] = Change(state, old[here], session, f"sessions[{here}]", f"sessions[{at}]", fields)
    known = set(pairs.values())
    gone = {
        at: Change("removed", session, None, f"sessions[{at}]", None)
        for at, session in enumerate(old)
        if at not in known
    }
    return _merge(made, gone, pairs)


def _compare_readings(old: Syllabus, new: Syllabus, sessions: Mapping[int, int]) -> tuple[Change[Reading], ...]:
    theirs = {here: there for there, here in sessions.items()}
    before = _place_readings(old, {at: f"new {theirs[at]}" if at in theirs else f"old {at}" for at in _indexes(old)})
    after = _place_readings(new, {at: f"new {at}" for at in _indexes(new)})
    pairs = pair_readings(before, after)
    made: dict[int, Change[Reading]] = {}
    for at, item in enumerate(after):
        if at not in pairs:
            made[at] = Change("added", None, item.reading, None, item.path)
            continue
        was = before[pairs[at]]
        fields = _compare_fields(was.reading, item.reading, READING_FIELDS)
        if was.place != item.place:
            fields = (FieldChange("session", "moved", was.label, item.label), *fields)
        made[at] = Change("changed" if fields else "same", was.reading, item.reading, was.path, item.path, fields)
    known = set(pairs.values())
    gone = {
        at: Change("removed", item.reading, None, item.path, None) for at, item in enumerate(before) if at not in known
    }
    return _merge(made, gone, pairs)


def _indexes(syllabus: Syllabus) -> range:
    return range(len(syllabus.sessions))


def _place_readings(syllabus: Syllabus, places: Mapping[int, str]) -> list[Placed]:
    found = [
        Placed(reading, f"sessions[{at}].readings[{index}]", places[at], describe_session(session))
        for at, session in enumerate(syllabus.sessions)
        for index, reading in enumerate(session.readings)
    ]
    return found + [
        Placed(reading, f"readings[{index}]", "list", None) for index, reading in enumerate(syllabus.readings)
    ]


def _compare_fields(old: Item, new: Item, names: Iterable[tuple[str, Aspect]]) -> tuple[FieldChange, ...]:
    return tuple(
        FieldChange(name, aspect, getattr(old, name), getattr(new, name))
        for name, aspect in names
        if getattr(old, name) != getattr(new, name)
    )


def _find_turned(old: Sequence[Session], new: Sequence[Session], pairs: Mapping[int, int]) -> set[int]:
    """Find the sessions without a day that stand in another order; as few as tell the new order from the old."""
    undated = [at for at in sorted(pairs) if new[at].date is None and old[pairs[at]].date is None]
    # The longest row of them that kept its order, by patience sorting.
    ends: list[int] = []
    last: list[int] = []
    before: dict[int, int | None] = {}
    for at in undated:
        pile = bisect_left(ends, pairs[at])
        before[at] = last[pile - 1] if pile else None
        ends[pile : pile + 1] = [pairs[at]]
        last[pile : pile + 1] = [at]
    kept = set()
    step = last[-1] if last else None
    while step is not None:
        kept.add(step)
        step = before[step]
    return set(undated) - kept


def _merge(
    made: Mapping[int, Change[Item]], gone: Mapping[int, Change[Item]], pairs: Mapping[int, int]
) -> tuple[Change[Item], ...]:
    theirs: dict[int, int] = {here: there for there, here in pairs.items()}
    ranked: list[tuple[tuple[int, int, int], Change[Item]]] = [((at, 0, 0), change) for at, change in made.items()]
    behind = -1
    for here in range(max([*gone, *theirs], default=-1) + 1):
        if here in theirs:
            behind = theirs[here]
        elif here in gone:
            ranked.append(((behind, 1, here), gone[here]))
    return tuple(change for _, change in sorted(ranked, key=lambda item: item[0]))


def _change_record(change: Change[Item]) -> dict[str, object]:
    record: dict[str, object] = {
        "state": change.state,
        "aspects": list(change.aspects),
        "old_path": change.old_path,
        "new_path": change.new_path,
    }
    item = change.new if change.new is not None else change.old
    record["date"] = item.date.isoformat() if isinstance(item, Session) and item.date else None
    record["title"] = item.title if item is not None else None
    record["fields"] = [_field_record(field) for field in change.fields]
    return record


def _field_record(change: FieldChange) -> dict[str, object]:
    return {
        "field": change.field,
        "aspect": change.aspect,
        "old": _plain(change.old),
        "new": _plain(change.new),
    }


def _plain(value: object) -> object:
    """Turn a value of the model into plain ones; objects within objects are no deeper than the model is."""
    if isinstance(value, (dt.date, dt.time)):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return dict(value)
    if attrs.has(cls := type(value)):
        return {
            field.name: _plain(getattr(value, field.name)) for field in attrs.fields(cls) if field.name not in ASIDE
        }
    return value
