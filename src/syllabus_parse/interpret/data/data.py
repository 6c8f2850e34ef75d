"""A tree of data to raw records: which mappings are sessions, which are works, which only hold others."""

from __future__ import annotations

import re
from typing import Final

import attrs

from syllabus_parse.document import Mapping, Node, Problem, Scalar, Sequence, Text
from syllabus_parse.interpret.data.course import read_course
from syllabus_parse.interpret.data.days import Inherited, read_day
from syllabus_parse.interpret.data.keys import fold_data_key, read_key
from syllabus_parse.interpret.data.links import read_links
from syllabus_parse.interpret.data.lists import (
    MEETING_ROLES,
    READING_ROLES,
    WORK_ROLES,
    Kind,
    guess_list,
    held_lists,
    is_dated,
    roles_of,
)
from syllabus_parse.interpret.data.reading import Works, is_work, read_work, read_works, read_year
from syllabus_parse.interpret.data.session import read_session
from syllabus_parse.interpret.data.values import has_letters, is_address, is_flag, scalar_text, shape
from syllabus_parse.interpret.records import RawReading, RawSyllabus
from syllabus_parse.interpret.words import (
    SESSION_LABEL,
    is_page_part,
    is_policy,
    requirement_group,
    session_label_kind,
    title_kind,
)
from syllabus_parse.model import Requirement
from syllabus_parse.normalize.dates import parse_week, parse_whens
from syllabus_parse.normalize.titles import is_placeholder

# Parts of a data file that tell of people and rules.
ASIDE: Final = re.compile(
    r"\b(?:staff|instructors?|tas?|teaching|office ?hours?|people|team|faq|policies|policy|grading|nav\w*|menu|footer|"
    r"header|sidebar|announcements?|news|slots?|social|author|contacts?|config|defaults|collections|plugins|sass|kramdown|build|"
    r"params|markup|menus?|advisors?)\b"
)
WEEKDAY: Final = re.compile(
    r"\s*(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?\s*|(?:mon|diens|donners|frei|sams"
    r"|sonn)tag|mittwoch|lunes|martes|mi[ée]rcoles|jueves|viernes|s[áa]bado|domingo|lundi|mardi|mercredi|jeudi|vendredi"
    r"|samedi|dimanche|(?:segunda|ter[çc]a|quarta|quinta|sexta)(?:[ _-]feira)?|(?:星期|周)[一二三四五六日]",
    re.IGNORECASE,
)
PRESENTED: Final = re.compile(
    r"(?:presentation|discussion|meeting|class|session|talk) (?:date|day)|date (?:presented|discussed)"
    r"|(?:presented|discussed) on"
)
YEAR_KEY: Final = re.compile(r"(?:19|20)\d\d")
PLURAL: Final = re.compile(r"[a-z][a-z_]{2,30}s")
NOTHING_INHERITED: Final = Inherited()


@attrs.frozen
class _Place:
    """A node still to be read, and what the groups around it say."""

    node: Node
    kind: Kind = "open"
    inherited: Inherited = NOTHING_INHERITED
    requirement: Requirement | None = None
    key: Text | None = None
    depth: int = 0


def interpret_data(root: Node) -> RawSyllabus:
    """Read a data file: sessions and works wherever they stand in it, and the facts of the course around them.

    What stands at the top and is neither is quoted in a problem, so that it isn't lost without a word.
    """
    out = RawSyllabus()
    if isinstance(root, Mapping):
        read_course(root, out)
    _walk(_Place(root), out)
    return out


def find_sessions(meta: Mapping) -> RawSyllabus:
    """Find what a front matter says of a course: its facts, clues to its year, and lists of sessions or of works.

    Only lists whose entries look like sessions or works are read; menus, authors and settings of the page are not.

    >>> from syllabus_parse.source import Span
    >>> find_sessions(Mapping((), Span(0, 0))).sessions
    []
    """
    out = RawSyllabus()
    read_course(meta, out, page=True)
    for key, value in meta.entries:
        form = shape(value)
        if form not in ("mappings", "mapping") or ASIDE.search(fold_data_key(key.plain)):
            continue
        kind = guess_list(value, key)
        if kind in ("sessions", "works", "groups"):
            _walk(_Place(value, kind, key=key, inherited=_enter(Inherited(), key, kind), depth=1), out)
    for problem in [p for p in out.problems if p.code == "SP801"]:
        out.problems.remove(problem)
    return out


# -- the walk ------------------------------------------------------------------------------------


def _walk(start: _Place, out: RawSyllabus) -> None:
    stack = [start]
    while stack:
        place = stack.pop()
        if isinstance(place.node, Scalar):
            _read_scalar(place, out)
        elif isinstance(place.node, Sequence):
            stack.extend(reversed(_open_list(place)))
        else:
            stack.extend(reversed(_read_mapping(place, out)))


def _open_list(place: _Place) -> list[_Place]:
    node = place.node
    assert isinstance(node, Sequence)  # noqa: S101 (the caller asked)
    kind = place.kind if place.kind in ("sessions", "works", "links") else guess_list(node, place.key)
    out = [attrs.evolve(place, node=item, kind=kind, depth=place.depth + 1) for item in node.items]
    return _carry_weeks(out) if kind == "sessions" else out


def _carry_weeks(places: list[_Place]) -> list[_Place]:
    """Give an entry whose week is left blank the week of the entry above it."""
    out: list[_Place] = []
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


def _read_mapping(place: _Place, out: RawSyllabus) -> list[_Place]:
    node = place.node
    assert isinstance(node, Mapping)  # noqa: S101 (the caller asked)
    if _is_catalogue(node):
        return [
            _Place(value, "works", place.inherited, place.requirement, key, place.depth + 1)
            for key, value in node.entries
        ]
    roles = roles_of(node)
    held = held_lists(node)
    if held and not (place.kind == "sessions" and _is_day(node)):
        return _open_group(place, node)
    if held:
        return _open_day(place, node, out)
    if place.kind == "works" and is_work(node) and _is_presented(node):
        out.sessions += read_session(node, place.inherited)
        return []
    if place.kind == "works" and is_work(node):
        _read_work(place, node, out)
        return []
    if place.kind == "sessions" and _is_timetable(node):
        return _open_timetable(place, node)
    if place.kind == "sessions" and node.entries and not _only_groups(node):
        out.sessions += read_session(node, place.inherited)
        return []
    if place.kind == "links":
        links, words = read_links(node, place.key)
        out.links += links
        _keep(words, out)
        return []
    if place.depth and place.kind != "groups":
        if roles & MEETING_ROLES and (
            roles & (READING_ROLES | {"title", "topics", "links", "link", "kind", "notes"}) or is_dated(node)
        ):
            out.sessions += read_session(node, place.inherited)
            return []
        if roles & WORK_ROLES and is_work(node):
            _read_work(place, node, out)
            return []
    return _open_group(place, node)


def _is_catalogue(node: Mapping) -> bool:
    """Tell whether a mapping names works by keys of its own making: {"lamport78": {title, url}, "gray81": {…}}."""
    works = [value for _, value in node.entries if isinstance(value, Mapping)]
    return len(works) == len(node.entries) >= 3 and all(
        is_work(value) and roles_of(value) & (WORK_ROLES | {"url"}) and not roles_of(value) & MEETING_ROLES
        for value in works
    )


def _is_presented(node: Mapping) -> bool:
    """Tell a work of a list that has its own day in class: {title, authors, presentation_date}."""
    return is_dated(node) and any(
        PRESENTED.fullmatch(fold_data_key(key.plain)) and scalar_text(value) is not None for key, value in node.entries
    )


def _is_timetable(node: Mapping) -> bool:
    """Tell a week whose days are keys, {Mon: {…}, Wed: "no class"}, from one session; it may say which week it is."""
    days = [value for key, value in node.entries if WEEKDAY.fullmatch(key.plain)]
    rest = [key for key, _ in node.entries if not WEEKDAY.fullmatch(key.plain)]
    if not rest:
        return len(days) > 1
    return any(isinstance(day, Mapping) for day in days) and all(
        read_key(key.plain).role in ("week", "number", "ignored", "section", "notes") for key in rest
    )


def _open_timetable(place: _Place, node: Mapping) -> list[_Place]:
    """Open a week whose days are keys: each is a meeting of its own, {week: 3, Mon: {topic: …}, Wed: …}."""
    inherited = place.inherited
    for key, value in node.entries:
        text, role = scalar_text(value), read_key(key.plain).role
        if text is None or WEEKDAY.fullmatch(key.plain):
            continue
        week = parse_week(text.plain, bare=True) if role in ("week", "number") else None
        if week is not None:
            inherited = attrs.evolve(inherited, week=week, week_text=text)
        elif role == "section":
            inherited = attrs.evolve(inherited, section=(*inherited.section, text))
    return [
        _Place(value, "sessions", _enter(inherited, key, "sessions"), place.requirement, None, place.depth + 1)
        for key, value in node.entries
        if WEEKDAY.fullmatch(key.plain) and shape(value) != "empty"
    ]


def _is_day(node: Mapping) -> bool:
    return bool(roles_of(node) & {"date"}) and is_dated(node)


def _only_groups(node: Mapping) -> bool:
    """Tell whether a mapping only names further mappings: {"9/3": {…}, "9/5": {…}}."""
    return all(
        shape(value) in ("mapping", "mappings", "empty")
        and (read_key(key.plain).role == "unknown" or (shape(value) == "mapping" and _is_numbered(key.plain)))
        for key, value in node.entries
    )


def _is_numbered(key: str) -> bool:
    """Tell "Week 1" and "lecture_3", which number what they hold, from keys that say something of a session."""
    words = key.replace("_", " ")
    return bool(re.search(r"\d", words)) and (parse_week(words) is not None or bool(SESSION_LABEL.fullmatch(words)))


def _open_day(place: _Place, node: Mapping, out: RawSyllabus) -> list[_Place]:
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
        _Place(value, "sessions", inherited, place.requirement, key, place.depth + 1)
        for key, value in node.entries
        if id(key) in inner
    ]


def _open_group(place: _Place, node: Mapping) -> list[_Place]:
    """Open a mapping that holds others: its own words head what is in it."""
    inherited = place.inherited
    out: list[_Place] = []
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
        elif (
            meant.role in ("title", "section", "label", "text")
            and not is_page_part(text.plain)
            and not text.plain.strip().isdigit()
        ):
            named.append(text)
    if named:
        inherited = attrs.evolve(inherited, section=(*inherited.section, *named[:2]))
    for key, value in node.entries:
        out += _open_entry(place, key, value, inherited, bool(named))
    return out


def _open_entry(place: _Place, key: Text, value: Node, inherited: Inherited, named: bool) -> list[_Place]:
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
        return [] if known else [_Place(value, "open", inherited, place.requirement, key, place.depth + 1)]
    if meant.role in READING_ROLES:
        return [_Place(value, "works", inherited, meant.requirement or place.requirement, key, place.depth + 1)]
    if meant.role in ("links", "url", "link"):
        kind: Kind = "links" if guess_list(value, key) in ("links", "open", "works") else guess_list(value, key)
        return [_Place(value, kind, inherited, place.requirement, key, place.depth + 1)]
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
    return [_Place(value, kind, _enter(inherited, key, kind), group or place.requirement, key, place.depth + 1)]


def _enter(inherited: Inherited, key: Text, kind_of_list: Kind = "open") -> Inherited:
    """Take what a key says of all that is behind it: a day, a week, a number, or the name of a section."""
    words = key.plain.strip()
    if WEEKDAY.fullmatch(words):
        return inherited
    if YEAR_KEY.fullmatch(words) and kind_of_list != "sessions":
        return attrs.evolve(inherited, year=key)  # {2019: [works]}
    if parse_whens(words):
        return attrs.evolve(inherited, whens=tuple(read_day(key)))
    week = parse_week(words.replace("_", " ").replace("-", " "))
    if week is not None:
        return attrs.evolve(inherited, week=week, week_text=key)
    label = SESSION_LABEL.fullmatch(words.replace("_", " "))
    if label and label["number"]:
        start = words.rfind(label["number"])
        return attrs.evolve(inherited, number=key.slice(start, start + len(label["number"])))
    kind = title_kind(words.replace("_", " ").removesuffix("s"))
    kind = kind if kind == "holiday" else session_label_kind(words.replace("_", " "))
    if kind is not None:
        return attrs.evolve(inherited, kind=kind)
    meant = read_key(words)
    if meant.role not in ("unknown", "section") or is_page_part(words.replace("_", " ")) or requirement_group(words):
        return inherited
    if re.fullmatch(
        r"(?:(?:fall|spring|summer|winter|autumn)[ _-]?(?:19|20)?\d\d|(?:19|20)\d\d.{0,8})", words, re.IGNORECASE
    ):
        return inherited  # a term or a year is no section
    if PLURAL.fullmatch(words) and kind_of_list == "sessions":
        return inherited  # "precepts:" says what the entries are, not what they are about
    return attrs.evolve(inherited, section=(*inherited.section, key))


def _read_work(place: _Place, node: Mapping, out: RawSyllabus) -> None:
    works = Works()
    read_work(node, works, requirement=place.requirement)
    _add_works(place, works, out)


def _add_works(place: _Place, works: Works, out: RawSyllabus) -> None:
    for reading in works.readings:
        reading.section = (*place.inherited.section, *[part for part in reading.section if not _is_known(part, place)])
        if reading.year is None and place.inherited.year is not None:
            read_year(reading, place.inherited.year)
        out.readings.append(reading)
    out.links += works.links
    _keep(works.notes, out, last=works.readings[-1] if works.readings else None)
    _keep(works.presenters, out, last=works.readings[-1] if works.readings else None)


def _is_known(part: Text, place: _Place) -> bool:
    return any(part.plain == known.plain for known in place.inherited.section)


def _read_scalar(place: _Place, out: RawSyllabus) -> None:
    text = scalar_text(place.node)
    if text is None or is_flag(text.plain):
        return
    if place.kind == "works":
        _add_works(place, read_works(place.node, requirement=place.requirement), out)
    elif place.kind == "sessions":
        key = Text((), "title")
        out.sessions += read_session(Mapping(((key, place.node),), place.node.span), place.inherited)
    elif place.kind == "links" or is_address(text.plain) or text.links():
        links, words = read_links(place.node, place.key)
        out.links += links
        _keep(words, out)
    elif not is_placeholder(text.plain):
        _keep([text], out)


def _keep(words: list[Text], out: RawSyllabus, *, last: RawReading | None = None) -> None:
    """Keep words that fit nowhere: as a note of the work they stand at, or quoted in a problem."""
    for text in words:
        if last is not None:
            last.notes.append(text)
        elif not is_flag(text.plain) and has_letters(text.plain):
            out.problems.append(Problem("SP801", text.span, repr(text.plain[:500])))
