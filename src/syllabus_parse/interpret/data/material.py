"""What hangs on a session of a data file: slides and other links, works to read, homework."""

from __future__ import annotations

import re
from typing import Final

import attrs

from syllabus_parse.document import Mapping, Node, Sequence, Text
from syllabus_parse.interpret.data.days import ISO, Draft, read_day
from syllabus_parse.interpret.data.key_table import Key
from syllabus_parse.interpret.data.keys import fold_data_key, read_key
from syllabus_parse.interpret.data.links import read_links
from syllabus_parse.interpret.data.reading import is_work, read_work, read_works
from syllabus_parse.interpret.data.reading_fields import Works
from syllabus_parse.interpret.data.values import has_letters, is_address, is_flag, make_anchor, scalar_text, value_texts
from syllabus_parse.interpret.records import RawAssignment, RawLink, RawReading, RawSession, Worded
from syllabus_parse.interpret.sessions.deadlines import is_deadline, read_assignments
from syllabus_parse.interpret.sessions.topics import add_presenters
from syllabus_parse.interpret.words import link_label
from syllabus_parse.interpret.works.signs import WORK_HOSTS, leads_to_material
from syllabus_parse.model import AssignmentEvent
from syllabus_parse.normalize.dates import When, parse_whens
from syllabus_parse.normalize.links import classify_link
from syllabus_parse.regex import lazy_regex

# Names of what a course hands out of its own, e.g. "Slides: Raft" · "Lecture 3" · "Recording"
OWN_MATERIAL: Final = lazy_regex(
    r"\b(?:slides?|lecture|recordings?|video|notes|handouts?|guest|tutorial|demo|code|homework|assignment|worksheet)\b",
    re.IGNORECASE,
)


def read_material(session: RawSession, key: Text, node: Node, meant: Key) -> None:
    """Read slides, notes, recordings and other material into links, and the works among them into readings."""
    if isinstance(node, Sequence) and meant.kind in (None, "slides"):
        node = _take_listed_works(session, node, works=meant.role == "unknown")
    links, words = read_links(node, key, kind=meant.kind)
    session.links += links
    session.notes += words


def _take_listed_works(session: RawSession, node: Sequence, *, works: bool) -> Sequence:
    """Take the works out of a list of slides and materials, which holds what was handed out, too.

    Beside files of the course's own, a link to another place with the name of a thing is a work; without them only
    one to where works are kept. A label below a work ("[Extended version]") is a link of that work.
    """
    slides: list[Node] = []
    local = works or any(isinstance(item, Mapping) and _is_local(_find_named_link(item)[1]) for item in node.items)
    last: RawReading | None = None
    for item in node.items:
        title, url = _find_named_link(item) if isinstance(item, Mapping) else ("", "")
        if (
            isinstance(item, Mapping)
            and last is not None
            and url
            and link_label(title) is not None
            and title[:1] in "[("
        ):
            last.links += read_links(item, None)[0]
        elif isinstance(item, Mapping) and is_work(item) and _is_named_work(title, url, local=local):
            found = Works()
            last = read_work(item, found)
            take_works(session, found)
        else:
            last = None
            slides.append(item)
    return Sequence(tuple(slides), node.span)


def _find_named_link(node: Mapping) -> tuple[str, str]:
    title = url = ""
    for key, value in node.entries:
        text = scalar_text(value)
        if text is None:
            continue
        if read_key(key.plain).role in ("title", "text", "label"):
            title = title or text.plain
        elif not url and is_address(text.plain):
            url = make_anchor(text).href or ""
    return title, url


def _is_local(url: str) -> bool:
    return bool(url) and "://" not in url[:12]


def _is_named_work(title: str, url: str, *, local: bool) -> bool:
    if not url or link_label(title) is not None or OWN_MATERIAL.search(title):
        return False
    if WORK_HOSTS.match(url):
        return True
    if len(title.split()) < 3:
        return False
    return local and not _is_local(url) and classify_link(url) in ("pdf", "page", "doi", "arxiv")


def read_readings(session: RawSession, key: Text, node: Node, meant: Key) -> None:
    """Read the works behind a key; a yes or no there names none."""
    text = scalar_text(node)
    if text is not None and is_flag(text.plain):
        return
    take_works(session, read_works(node, requirement=meant.requirement))


def take_works(session: RawSession, works: Works) -> None:
    """Give what was found behind a key of readings to a session."""
    for reading in works.readings:
        hrefs = [link.anchor.href for link in reading.links if link.anchor is not None]
        if not reading.authors and reading.venue is None and hrefs and all(map(leads_to_material, hrefs)):
            session.links += [attrs.evolve(link, text=link.text or reading.title) for link in reading.links]
        else:
            session.readings.append(reading)
    session.links += works.links
    session.notes += works.notes
    for text in works.presenters:
        add_presenters(text, session)


def read_homework(draft: Draft) -> None:
    """Read what is handed out and due; a day alone under "due" belongs to the homework named beside it."""
    session = draft.session
    days: list[tuple[AssignmentEvent, When, Text]] = []
    for key, node in draft.dues:
        event: AssignmentEvent = read_key(key.plain).event or "out"
        items = node.items if isinstance(node, Sequence) else (node,)
        for item in items:
            if isinstance(item, Mapping):
                _read_assignment(session, item, event)
                continue
            for text in value_texts(item):
                found = read_day(text) if parse_whens(text.plain) or ISO.match(text.plain) else []
                if (found and event != "out") or (found and read_key(key.plain).role == "out"):
                    days.append((event, *found[0]))
                elif is_address(text.plain):
                    session.links.append(RawLink(make_anchor(text), key, key.plain, "assignment"))
                elif session.titles and _names_lab(key, text):
                    session.note_words.append(Worded(f"{key.plain}: {text.plain}", text))
                else:
                    read_assignments(text, session, event=event)
    for event, when, text in days:
        mine = session.assignments[-1] if session.assignments else None
        if mine is not None and mine.when is None and event in (mine.event, "due"):
            mine.event, mine.when, mine.when_text = event, when, text
        elif mine is not None and event not in {each.event for each in session.assignments}:
            session.assignments.append(RawAssignment(mine.title, event, when, text, whole=mine.whole))
        elif event == "due" and session.titles and session.kind == "other":
            session.assignments.append(RawAssignment(session.titles[0], "due", when, text))
        elif not draft.whens:
            draft.whens.append((when, text))
        else:
            session.notes.append(text)


# Sheets of a lab by their number, e.g. "Lab 3" · "lab02: Pipes"
NUMBERED_LAB: Final = lazy_regex(r"\s*(?:lab|exercise|hw|homework|assignment|project|ex|p|a)?\s?[#-]?\d", re.IGNORECASE)


def _names_lab(key: Text, text: Text) -> bool:
    """Tell what is done in the lab beside a lecture, {lecture: Looms, lab: Weaving by hand}, from homework."""
    lab = fold_data_key(key.plain) in ("lab", "labs", "laboratory", "tutorial", "recitation", "section")
    return lab and not text.links() and not NUMBERED_LAB.match(text.plain) and not is_deadline(text.plain)


def _read_assignment(session: RawSession, node: Mapping, event: AssignmentEvent) -> None:
    """Read homework that is a mapping: its name, its days, its links."""
    title: Text | None = None
    links: list[RawLink] = []
    days: dict[AssignmentEvent, tuple[When, Text]] = {}
    notes: list[Text] = []
    for key, value in node.entries:
        meant = read_key(key.plain)
        text = scalar_text(value)
        if meant.role == "ignored":
            continue
        if (
            text is not None
            and title is None
            and meant.role in ("title", "assignment", "text", "label", "number")
            and not is_address(text.plain)
        ):
            title = text
        elif text is not None and meant.role in ("due", "out", "date", "end", "start") and (found := read_day(text)):
            days["due" if meant.role in ("due", "end") else "out" if meant.role in ("out", "start") else event] = found[
                0
            ]
        elif meant.role in ("url", "link", "links") or (text is not None and is_address(text.plain)):
            found_links, words = read_links(value, None if meant.role == "url" else key, kind=meant.kind)
            links += found_links
            notes += words
        else:
            notes += [words for words in value_texts(value) if has_letters(words.plain)]
    session.notes += notes
    if title is None:
        session.links += links
        return
    if not days:
        made = read_assignments(title, session, event=event)
        for assignment in made[:1]:
            assignment.links += links
        return
    for which, (when, when_text) in days.items():
        session.assignments.append(
            RawAssignment(title, which, when, when_text, links if which == next(iter(days)) else [], title)
        )
