"""Places in a tree of data, and what a mapping or list says of all that it holds."""

from __future__ import annotations

import re
from typing import Final

import attrs

from syllabus_parse.document import Mapping, Node, Sequence, Text
from syllabus_parse.interpret.data.days import Inherited, read_day
from syllabus_parse.interpret.data.heading_items import find_heading_items
from syllabus_parse.interpret.data.heading_keys import enter_key
from syllabus_parse.interpret.data.keys import fold_data_key, read_key
from syllabus_parse.interpret.data.lists import READING_ROLES, Kind, guess_list, held_lists, roles_of
from syllabus_parse.interpret.data.mapping_kinds import WEEKDAY
from syllabus_parse.interpret.data.session import read_session
from syllabus_parse.interpret.data.values import scalar_text, shape
from syllabus_parse.interpret.records import RawSyllabus
from syllabus_parse.interpret.words import SESSION_LABEL, is_page_part, is_policy, requirement_group
from syllabus_parse.model import Requirement
from syllabus_parse.normalize.dates import parse_week, parse_whens
from syllabus_parse.regex import lazy_regex

# Parts of a data file that tell of people and rules.
ASIDE: Final = lazy_regex(
    r"\b(?:staff|instructors?|tas?|teaching(?: (?:staff|team|assistants?|fellows?))?$|office ?hours?|people|team|faq"
    r"|policies|policy|grading|nav\w*|menu|footer|"
    r"header|sidebar|announcements?|news|slots?|social|author|contacts?|config|defaults|collections|plugins|sass|kramdown|build|"
    r"params|markup|menus?|advisors?)\b"
)
# What names a week and no more, e.g. "Week 4" · "Woche 4"
WEEK_NAME: Final = lazy_regex(r"\s*(?:week|woche|semana|semaine|settimana)\s?#?\d{1,2}\s*", re.IGNORECASE)
KEY_NAME: Final = lazy_regex(r"[a-z]{2,12}[_-]?\d{1,2}|[a-z]{2,20}(?:_[a-z0-9]{1,20}){1,6}")
NOTHING_INHERITED: Final = Inherited()


@attrs.frozen
class Place:
    """A node still to be read, and what the groups around it say."""

    node: Node
    kind: Kind = "open"
    inherited: Inherited = NOTHING_INHERITED
    requirement: Requirement | None = None
    key: Text | None = None
    depth: int = 0


def open_list(place: Place) -> list[Place]:
    """Open a list: each item is a place of its own, of the kind that the list is."""
    node = place.node
    assert isinstance(node, Sequence)  # noqa: S101 (the caller asked)
    kind = place.kind if place.kind in ("sessions", "works", "links") else guess_list(node, place.key)
    out = [attrs.evolve(place, node=item, kind=kind, depth=place.depth + 1) for item in node.items]
    return _carry_headings(_carry_weeks(out)) if kind == "sessions" else out


def _carry_weeks(places: list[Place]) -> list[Place]:
    """Give an entry whose week is left blank the week of the entry above it."""
    out: list[Place] = []
    week: tuple[int, Text] | None = None
    for place in places:
        for key, value in place.node.entries if isinstance(place.node, Mapping) else ():
            if read_key(key.plain).role != "week":
                continue
            text = scalar_text(value)
            number = parse_week(text.plain, bare=True) if text is not None else None
            if text is not None and number is not None:
                week = number, text
            elif text is None and week is not None:
                inherited = attrs.evolve(place.inherited, week=week[0], week_text=week[1])
                place = attrs.evolve(place, inherited=inherited)  # noqa: PLW2901
        out.append(place)
    return out


def _carry_headings(places: list[Place]) -> list[Place]:
    """Take the entries that head those below them out of a list, and let each hold until the next one."""
    out: list[Place] = []
    section: tuple[Text, ...] = ()
    for place, head in zip(places, find_heading_items([place.node for place in places]), strict=True):
        if head is not None:
            section = (head,)
        elif section:
            inherited = attrs.evolve(place.inherited, section=(*place.inherited.section, *section))
            out.append(attrs.evolve(place, inherited=inherited))
        else:
            out.append(place)
    return out


def open_timetable(place: Place, node: Mapping) -> list[Place]:
    """Open a week whose days are keys: each is a meeting of its own, {week: 3, Mon: {topic: …}, Wed: …}."""
    inherited = place.inherited
    for key, value in node.entries:
        text, role = scalar_text(value), read_key(key.plain).role
        if text is None or WEEKDAY.fullmatch(key.plain):
            continue
        week = parse_week(text.plain, bare=True) if role in ("week", "number") else None
        if week is not None:
            inherited = attrs.evolve(inherited, week=week, week_text=text)
        elif role in ("section", "title", "topics"):
            inherited = attrs.evolve(inherited, section=(*inherited.section, text))
    return [
        Place(value, "sessions", enter_key(inherited, key, "sessions"), place.requirement, None, place.depth + 1)
        for key, value in node.entries
        if WEEKDAY.fullmatch(key.plain) and shape(value) != "empty"
    ]


def open_day(place: Place, node: Mapping, out: RawSyllabus) -> list[Place]:
    """Read a day with several events: what it says itself is a session only where there is more than the date."""
    inner = {id(key) for key in held_lists(node)}
    own = Mapping(tuple((key, value) for key, value in node.entries if id(key) not in inner), node.span)
    whens: list[object] = []
    inherited = place.inherited
    for key, value in own.entries:
        text = scalar_text(value)
        if text is not None and read_key(key.plain).role == "date":
            inherited = attrs.evolve(inherited, whens=tuple(read_day(text)))
            whens.append(text)
        elif text is not None and read_key(key.plain).role == "week" and (week := parse_week(text.plain, bare=True)):
            inherited = attrs.evolve(inherited, week=week, week_text=text)
    if roles_of(own) - {"date", "week", "weekday", "unknown", "ignored", "number"}:
        out.sessions += read_session(own, place.inherited)
    return [
        Place(value, "sessions", inherited, place.requirement, key, place.depth + 1)
        for key, value in node.entries
        if id(key) in inner
    ]


def open_group(place: Place, node: Mapping) -> list[Place]:
    """Open a mapping that holds others: its own words head what is in it."""
    inherited = place.inherited
    out: list[Place] = []
    named: list[Text] = []
    for key, value in node.entries:
        text = scalar_text(value)
        meant = read_key(key.plain)
        if place.depth == 0 or text is None:
            continue
        if meant.role == "week" and (week := parse_week(text.plain, bare=True)) is not None:
            inherited = attrs.evolve(inherited, week=week, week_text=text)
        elif meant.role == "date" and (days := read_day(text)):
            inherited = attrs.evolve(inherited, whens=tuple(days))
        elif meant.role in ("title", "section", "label") and WEEK_NAME.fullmatch(text.plain):
            inherited = attrs.evolve(inherited, week=parse_week(text.plain), week_text=text)
        elif (
            meant.role in ("title", "section", "label", "text")
            and not is_page_part(text.plain)
            and not text.plain.strip().isdigit()
        ):
            named.append(text)
    if named:
        held = inherited.section
        if place.key is not None and held and held[-1] is place.key and KEY_NAME.fullmatch(place.key.plain):
            inherited = attrs.evolve(inherited, section=held[:-1])  # {unit_1: {name: "Unit 1: Looms", …}}
        inherited = attrs.evolve(inherited, section=(*inherited.section, *named[:2]))
    for key, value in node.entries:
        out += _open_entry(place, key, value, inherited, bool(named))
    return out


def _open_entry(place: Place, key: Text, value: Node, inherited: Inherited, named: bool) -> list[Place]:
    form = shape(value)
    meant = read_key(key.plain)
    folded = fold_data_key(key.plain)
    if meant.role == "course" and isinstance(value, Mapping):
        # Its words are the course's facts; only what it holds is still to be read.
        value = Mapping(tuple((k, v) for k, v in value.entries if shape(v) in ("mappings", "mapping")), value.span)
    if form == "empty" or meant.role == "ignored" or ASIDE.search(folded) or is_policy(folded):
        return []
    if form == "scalar":
        known = meant.role in (
            "week",
            "date",
            "title",
            "section",
            "label",
            "course",
            "course code",
            "term",
            "institution",
            "year",
            "number",
        )
        return [] if known else [Place(value, "open", inherited, place.requirement, key, place.depth + 1)]
    if meant.role in READING_ROLES:
        return [Place(value, "works", inherited, meant.requirement or place.requirement, key, place.depth + 1)]
    if meant.role in ("links", "url", "link"):
        kind: Kind = "links" if guess_list(value, key) in ("links", "open", "works") else guess_list(value, key)
        return [Place(value, kind, inherited, place.requirement, key, place.depth + 1)]
    kind = guess_list(value, key)
    if form == "texts" and kind == "open":
        kind = "works" if requirement_group(folded) or place.kind == "works" else "open"
    group = requirement_group(folded)
    if kind == "open" and isinstance(value, Mapping):
        kind = (
            "sessions"
            if parse_whens(key.plain) or parse_week(key.plain) is not None or SESSION_LABEL.fullmatch(key.plain)
            else "open"
        )
    return [Place(value, kind, enter_key(inherited, key, kind), group or place.requirement, key, place.depth + 1)]
