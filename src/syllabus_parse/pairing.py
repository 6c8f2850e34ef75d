"""Which session and which reading of an old crawl is which of the new one: rules in order, the surest first.

Each rule is a key; what has the same key on both sides is paired in the order of the documents, and is no more
looked at by the rules below. So two equal documents pair item by item, and the cost is linear but for the last,
fuzzy rule, which is bounded.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Hashable, Sequence
from functools import lru_cache
from typing import Final, TypeAlias, TypeVar

import attrs

from syllabus_parse.model import Reading, Session
from syllabus_parse.normalize.text import fold_key

T = TypeVar("T")
Rule: TypeAlias = Callable[[T], Hashable | None]
"""The key of an item; None where the rule says nothing of it."""
Likeness: TypeAlias = Callable[[T, T], float]
"""How alike two items are, from 0 to 1; 0 where they can't be the same."""

MAX_LOOSE: Final = 300
"""More items than these on one side are not compared each with each."""
EMPTY_WORDS: Final = frozenset(["a", "an", "and", "for", "from", "in", "of", "on", "the", "to", "with", "&"])


@attrs.frozen
class Placed:
    """A reading with its path and its place: the session it hangs on, by a name that is the same on both sides."""

    reading: Reading
    path: str
    place: str
    label: str | None


def pair_items(old: Sequence[T], new: Sequence[T], rules: Sequence[Rule[T]], likeness: Likeness[T]) -> dict[int, int]:
    """Pair items of two sequences; gives the index of the old for the index of each new one that has a partner.

    >>> pair_items("abcb", "bca", [lambda letter: letter], lambda one, other: 0)
    {0: 1, 1: 2, 2: 0}
    """
    pairs: dict[int, int] = {}
    free_old, free_new = list(range(len(old))), list(range(len(new)))
    for rule in rules:
        waiting: defaultdict[Hashable, deque[int]] = defaultdict(deque)
        for at in free_old:
            key = rule(old[at])
            if key is not None:
                waiting[key].append(at)
        for at in free_new:
            key = rule(new[at])
            if key is not None and waiting.get(key):
                pairs[at] = waiting[key].popleft()
        taken = set(pairs.values())
        free_old = [at for at in free_old if at not in taken]
        free_new = [at for at in free_new if at not in pairs]
        if not free_old or not free_new:
            return pairs
    if len(free_old) > MAX_LOOSE or len(free_new) > MAX_LOOSE:
        return pairs
    scored = [(likeness(old[here], new[there]), here, there) for here in free_old for there in free_new]
    taken = set()
    for _, here, there in sorted((item for item in scored if item[0] > 0), key=lambda item: (-item[0], *item[1:])):
        if here not in taken and there not in pairs:
            pairs[there] = here
            taken.add(here)
    return pairs


def pair_sessions(old: Sequence[Session], new: Sequence[Session]) -> dict[int, int]:
    """Pair the sessions of two crawls: by topic before day, for a schedule that slips keeps its topics.

    A day keeps its session where the topic is another: that is a new topic for the day. The pairs give the old
    index for the new one. Weeks and numbers count only for sessions without a day.
    """
    pairs = pair_items(old, new, _topic_rules(old, new), _session_likeness)
    known = set(pairs.values())
    rest_old = [at for at in range(len(old)) if at not in known]
    rest_new = [at for at in range(len(new)) if at not in pairs]
    more = pair_items([old[at] for at in rest_old], [new[at] for at in rest_new], DAY_RULES, lambda one, other: 0.0)
    return pairs | {rest_new[there]: rest_old[here] for there, here in more.items()}


def pair_readings(old: Sequence[Placed], new: Sequence[Placed]) -> dict[int, int]:
    """Pair the readings of two crawls, first those that hang on the same session, then across the document."""
    return pair_items(old, new, READING_RULES, _reading_likeness)


def count_likeness(one: str, other: str) -> float:
    """Tell how many of their words two titles share: 0 for none, 1 for all; small words don't count.

    >>> count_likeness("Heaps", "Heaps and treaps"), count_likeness("Project proposal", "Project report")
    (0.67, 0.5)
    """
    mine, theirs = _words(one), _words(other)
    if mine.keys().isdisjoint(theirs):
        return 0.0
    shared = sum((mine & theirs).values())
    return round(2 * shared / (mine.total() + theirs.total()), 2)


@lru_cache(maxsize=4 * MAX_LOOSE)
def _words(title: str) -> Counter[str]:
    return Counter(word for word in fold_key(title).split() if word not in EMPTY_WORDS)


# Sessions.


def _topic_rules(old: Sequence[Session], new: Sequence[Session]) -> tuple[Rule[Session], ...]:
    ours = Counter(_topic(session) for session in old)
    theirs = Counter(_topic(session) for session in new)

    def by_topic(session: Session) -> Hashable | None:
        # Of "No class" on many days one says which day went, not that it moved; so too where the numbers differ.
        topic = _topic(session)
        count = ours[topic]
        fits = count == theirs[topic] and (count == 1 or session.kind != "holiday")
        return topic if topic and fits else None

    return (_all_facts, _day_and_topic, _number_and_topic, by_topic, _by_readings)


def _topic(session: Session) -> str:
    return fold_key(session.title) if session.title else ""


def _all_facts(session: Session) -> Hashable:
    return (
        session.date, session.end_date, session.start_time, session.end_time, session.week, session.number,
        session.kind, session.status, session.title, session.section, session.location, session.notes,
        tuple(person.name for person in session.presenters), tuple(reading.title for reading in session.readings),
    )  # fmt: skip


def _day_and_topic(session: Session) -> Hashable | None:
    topic = _topic(session)
    return (session.date, session.start_time, topic) if topic and session.date else None


def _number_and_topic(session: Session) -> Hashable | None:
    topic = _topic(session)
    return (session.number, topic) if topic and session.number and session.kind != "holiday" else None


def _by_readings(session: Session) -> Hashable | None:
    return tuple(fold_key(reading.title) for reading in session.readings) or None


def _session_likeness(old: Session, new: Session) -> float:
    if not old.title or not new.title:
        return 0.0
    score = count_likeness(old.title, new.title)
    if old.date is not None and old.date == new.date:
        return score + 1 if score >= 0.3 else 0.0
    # Days off on other days are other days off.
    return score if score >= 0.6 and old.kind == new.kind != "holiday" else 0.0


def _day_and_kind(session: Session) -> Hashable | None:
    return (session.date, session.start_time, session.kind) if session.date else None


def _day_and_time(session: Session) -> Hashable | None:
    return (session.date, session.start_time) if session.date else None


def _number_alone(session: Session) -> Hashable | None:
    return session.number if session.date is None else None


def _week_alone(session: Session) -> Hashable | None:
    return session.week if session.date is None and session.number is None else None


DAY_RULES: Final[tuple[Rule[Session], ...]] = (
    _day_and_kind,
    _day_and_time,
    lambda session: session.date,
    _number_alone,
    _week_alone,
)


# Readings.


def _same_reading(item: Placed) -> Hashable:
    reading = item.reading
    return (
        item.place, reading.title, reading.short_name, reading.venue, reading.year, reading.requirement,
        tuple(person.name for person in reading.authors), tuple(link.url for link in reading.links),
    )  # fmt: skip


def _identifier(kind: str) -> Rule[Placed]:
    return lambda item: item.reading.identifiers.get(kind)


def _title(item: Placed) -> Hashable | None:
    return fold_key(item.reading.title) or None


def _first_address(item: Placed) -> Hashable | None:
    return next((link.url for link in item.reading.links if link.url), None)


def _here(rule: Rule[Placed]) -> Rule[Placed]:
    """Make a rule hold only for readings of the same session."""

    def placed(item: Placed) -> Hashable | None:
        key = rule(item)
        return None if key is None else (item.place, key)

    return placed


READING_RULES: Final[tuple[Rule[Placed], ...]] = (
    _same_reading,
    _here(_title),
    _here(_identifier("doi")),
    _here(_identifier("arxiv")),
    _title,
    _identifier("doi"),
    _identifier("arxiv"),
    _here(_first_address),
)


def _reading_likeness(old: Placed, new: Placed) -> float:
    score = count_likeness(old.reading.title, new.reading.title)
    if old.place == new.place:
        return score + 1 if score >= 0.5 else 0.0
    return score if score >= 0.8 else 0.0
