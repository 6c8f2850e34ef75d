"""What the entries of a list in a data file are: sessions, works, links, or groups of these."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

from syllabus_parse.document import Mapping, Node, Sequence, Text
from syllabus_parse.interpret.data.days import read_day
from syllabus_parse.interpret.data.key_table import KeyRole
from syllabus_parse.interpret.data.keys import fold_data_key, read_key
from syllabus_parse.interpret.data.meaning import read_meaning
from syllabus_parse.interpret.data.reading import is_work
from syllabus_parse.interpret.data.values import is_flag, scalar_text, shape
from syllabus_parse.interpret.words import SESSION_LABEL, requirement_group

Kind: TypeAlias = Literal["sessions", "works", "groups", "links", "open"]

# Keys that make a mapping a meeting; a topic, a link or a note alone doesn't.
MEETING_ROLES: Final[frozenset[KeyRole]] = frozenset(
    {
        "date",
        "week",
        "number",
        "weekday",
        "start",
        "presenter",
        "location",
        "assignment",
        "due",
        "out",
        "time",
        "holiday",
    }
)
# Keys that a work has and a meeting hasn't.
WORK_ROLES: Final[frozenset[KeyRole]] = frozenset({"authors", "venue", "year", "identifier", "publisher"})
READING_ROLES: Final[frozenset[KeyRole]] = frozenset({"reading", "required", "optional"})
SESSION_LISTS: Final = frozenset({
    "sessions", "lectures", "classes", "meetings", "schedule", "talks", "seminars", "discussions", "recitations",
    "aulas", "clases", "sesiones", "sitzungen", "termine",
})  # fmt: skip
WORK_LISTS: Final = frozenset({
    "papers", "readings", "reading", "paper", "references", "bibliography", "works", "books", "articles", "literature",
})  # fmt: skip
LINK_LISTS: Final = frozenset({"links", "resources", "materials", "tools", "software", "websites", "sites"})


def guess_list(node: Node, key: Text | None) -> Kind:
    """Tell what a list's entries are by all of them together: one entry alone may lack its date or its authors."""
    items = [item for item in node.items if isinstance(item, Mapping)] if isinstance(node, Sequence) else []
    folded = fold_data_key(key.plain) if key is not None else ""
    last = folded.split()[-1] if folded else ""
    meetings = works = groups = linked = 0
    for item in items[:200]:
        roles = roles_of(item)
        if held_lists(item):
            groups += 1
        elif roles & MEETING_ROLES and not (
            roles & MEETING_ROLES == {"date"} and roles & WORK_ROLES and not is_dated(item)
        ):
            meetings += 1
        elif roles & WORK_ROLES:
            works += 1
        elif numbers_meeting(item):
            meetings += 1
        elif _cites_work(item):
            works += 1
        elif roles & READING_ROLES or "link" in roles:
            linked += 1
    if groups * 2 >= max(len(items), 1) and groups:
        return "groups"
    if meetings and meetings >= works:
        return "sessions"
    if works:
        return "works"
    if last in SESSION_LISTS or (key is not None and SESSION_LABEL.fullmatch(key.plain)):
        return "sessions"
    if last in WORK_LISTS or requirement_group(folded):
        return "works"
    if last in LINK_LISTS:
        return "links"
    if linked:
        # Topics with their readings and nothing else: groups of a list of works; with slides, lectures.
        taught = any("link" in roles_of(item) for item in items)
        return "sessions" if taught else "groups"
    if isinstance(node, Mapping):
        return "open"
    if items:
        return (
            "works"
            if all(is_work(item) for item in items) and any("url" in roles_of(item) for item in items)
            else "open"
        )
    return "open"


def _cites_work(item: Mapping) -> bool:
    """Tell an entry that is one citation, and what is said of it: {citation: "Ada Gray, Knots (1931)", note: …}."""
    cited = [key for key, value in item.entries if read_key(key.plain).role == "reading" and scalar_text(value)]
    return len(cited) == 1 and roles_of(item) <= {"reading", "notes", "url", "unknown", "ignored"}


def numbers_meeting(item: Mapping) -> bool:
    """Tell an entry whose title counts the meetings of a course: {title: "Lecture 3 (Feb 2): Knots", filename: …}."""
    for key, value in item.entries:
        text = scalar_text(value) if read_key(key.plain).role == "title" else None
        found = SESSION_LABEL.match(text.plain) if text is not None else None
        if found is not None and found["number"] and found["number"][:1].isdigit():
            return True
    return False


def roles_of(item: Mapping) -> set[KeyRole]:
    """List what the keys of a mapping promise, empty values left out."""
    out: set[KeyRole] = set()
    named = False
    for key, value in item.entries:
        if shape(value) == "empty":
            continue
        role = read_meaning(key, value).role
        text = scalar_text(value)
        if role in ("required", "optional") and text is not None and is_flag(text.plain):
            continue
        if role == "reading" and text is not None:
            named = True
        else:
            out.add(role)
    if named:  # {paper, authors, venue}: the key of a work's own name
        roles = (read_key(key.plain).role for key, _ in item.entries)
        out.add("title" if any(role in ("authors", "venue") for role in roles) else "reading")
    return out


def is_dated(item: Mapping) -> bool:
    """Tell whether a date is a day, and not the year of a publication."""
    for key, value in item.entries:
        text = scalar_text(value)
        if text is not None and read_meaning(key, value).role == "date":
            days = read_day(text)
            return bool(days) and days[0][0].day is not None and days[0][0].month is not None
    return False


def held_lists(item: Mapping) -> list[Text]:
    """List the keys of a mapping that hold further sessions, one level down.

    A day with a topic of its own holds none: its "sections" are chapters, not meetings.
    """
    out: list[Text] = []
    own = roles_of(item)
    told: set[KeyRole] = {"date", "week", "number", "weekday", "kind", "presenter", "start", "time"}
    if not (own & {"title", "topics"} and own & {"date", "weekday", "start"}):
        told |= {"title", "topics"}
    for key, value in item.entries:
        form = shape(value)
        if form not in ("mappings", "mapping"):
            continue
        if holds_days(value):
            out.append(key)
            continue
        meant = read_key(key.plain)
        inner = [i for i in value.items if isinstance(i, Mapping)] if isinstance(value, Sequence) else []
        folded = fold_data_key(key.plain)
        if meant.role in ("sessions", "title", "topics", "unknown") and inner:
            asked = told if meant.role == "sessions" else told & {"date", "week", "number", "weekday"}
            named = folded.split()[-1:] and folded.split()[-1] in SESSION_LISTS and "title" in told
            if named or any(roles_of(i) & asked for i in inner):
                out.append(key)
    return out


def holds_days(node: Node) -> bool:
    """Tell a mapping whose keys are the days of what they hold: {dates: {"Oct 22": {topics: …}, "Oct 24": …}}."""
    if not isinstance(node, Mapping):
        return False
    named = [(read_day(key), value) for key, value in node.entries if key.plain.strip()]
    return any(isinstance(value, Mapping) for _, value in named) and all(
        days and days[0][0].month is not None and days[0][0].day is not None for days, _ in named
    )
