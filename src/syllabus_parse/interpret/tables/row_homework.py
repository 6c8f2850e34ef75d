"""The cells of a column of homework: what one hands in, and works that it tells to read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from syllabus_parse.document import Mark, Text
from syllabus_parse.interpret.citations.values import title_links
from syllabus_parse.interpret.records import RawLink, RawSession
from syllabus_parse.interpret.sessions.deadlines import HOMEWORK, is_deadline, read_assignments
from syllabus_parse.interpret.sessions.tasks import READ, read_command
from syllabus_parse.interpret.sessions.topics import read_topic
from syllabus_parse.interpret.tables.columns import Column
from syllabus_parse.interpret.tables.row_readings import DECK
from syllabus_parse.interpret.words import link_label, requirement_group, title_kind
from syllabus_parse.interpret.works.entries import Entry
from syllabus_parse.interpret.works.entry_cuts import LINE_END
from syllabus_parse.interpret.works.signs import looks_like_work
from syllabus_parse.interpret.works.works import read_works
from syllabus_parse.normalize.titles import is_placeholder
from syllabus_parse.regex import lazy_regex

ACTIVITIES: Final = lazy_regex(r"\bactivit|\bactividad|\batividad|\baktivit", re.IGNORECASE)
# What heads works to read in a cell of homework, e.g. "Read and review:", "Presenter: choose two to read"
LISTED: Final = lazy_regex(
    r"\b(?:read|skim|watch|readings?|papers?|articles?|lesen|leer|ler|lire|lecturas?|leituras?)\b", re.IGNORECASE
)
FEW_WORDS: Final = 6
"""Words behind a work that may tell of it, its pages say; more are another task."""
# What an exam is on, e.g. "Covers weeks 1-4" · "Emphasis on 10/27 onward"
NO_HOMEWORK: Final = lazy_regex(r"(?:covers|covering|emphasis on|topics from|open book|closed book)\b", re.IGNORECASE)


def read_homework_entry(column: Column, entry: Entry, session: RawSession) -> None:
    """Read an entry of a column of homework: works to read are readings, the rest is what one hands in."""
    if column.event != "due" and read_told_works(entry, session):
        return
    _read_line(column, entry.text, session)
    for child in entry.children:
        read_assignments(child.text, session, event=column.event or "out")


def read_told_works(entry: Entry, session: RawSession) -> bool:
    """Read works that an entry tells to read: a list below "Read and review:", a line "Read: [Maps](…)"; else False."""
    text = entry.text
    words = text.plain.strip()
    if entry.children:
        requirement = requirement_group(words)
        told = LISTED.search(words) is not None and not is_deadline(words) and _are_works(entry.children)
        if requirement is None and not told:
            return False
        for child in entry.children:
            session.readings += read_works(child, requirement=requirement, session=session)
        return True
    command = READ.match(text.plain)
    if command is None or "\n" in words or is_deadline(words) or not shows_one_work(text, command.end()):
        return False
    read_command(session, entry, command, None)
    return True


def _are_works(entries: Sequence[Entry]) -> bool:
    """Tell whether most items of a list are links, or look like works by what they say."""
    filled = [entry.text for entry in entries if not is_placeholder(entry.text.plain)]
    works = sum(bool(title_links(text)) or looks_like_work(text) for text in filled)
    return works * 2 > len(filled)


def shows_one_work(text: Text, start: int) -> bool:
    """Tell whether what stands behind "Read" is the name of a work, in a link or italics or quotes, and no task."""
    rest = text.slice(start, len(text.plain)).strip()
    links = title_links(rest)
    if links:
        named, end = links[0][1] == 0, links[0][2]
    else:
        end = sum(len(run.text) for run in takewhile(lambda run: bool(run.marks & Mark.ITALIC), rest.runs))
        named = end > 0
    return named and len(rest.plain[end:].split()) <= FEW_WORDS


def _read_line(column: Column, text: Text, session: RawSession) -> None:
    """Read a line of homework; under "Activities and assignments" one without a deadline is none."""
    words = text.plain.strip()
    if words.startswith("(") and words.endswith(")") and words.count("(") == 1 and not is_deadline(words):
        session.notes.append(text.strip(" ()\n"))  # "(devolução do diário 1)" says what comes back
        return
    if NO_HOMEWORK.match(words) or (title_kind(words) == "holiday" and not is_deadline(words)):
        session.notes.append(text.strip())  # "Presidents day (18th)", "Covers 9/22 through 10/22"
        return
    deck = DECK.fullmatch(words)
    if deck and not text.links():
        session.links.append(RawLink(None, text.strip(), kind=link_label(deck["kind"])))
        return
    if not ACTIVITIES.search(column.header):
        made = read_assignments(text, session, event=column.event or "out")
        for work in made:
            if column.weekday is not None and work.event == "due" and work.when is None and work.weekday is None:
                work.weekday = column.weekday
        return
    for line in text.split(LINE_END):
        if is_deadline(line.plain) or HOMEWORK.search(line.plain):
            read_assignments(line, session, event=column.event or "out")
        elif is_placeholder(line.plain) or not line.plain.strip():
            continue
        elif session.titles:
            session.notes.append(line.strip())
        else:
            read_topic(line, session)
