"""The content of a session outside tables: labelled lines, readings, homework, remarks."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import Mark, Run, Text
from syllabus_parse.interpret.citations.kinds import is_instruction
from syllabus_parse.interpret.citations.values import title_links
from syllabus_parse.interpret.records import RawLink, RawReading, RawSession, list_links
from syllabus_parse.interpret.sessions.badged import (
    Badge,
    cut_badge,
    is_badged_reading,
    names_badge,
    read_badged_work,
    read_beside,
)
from syllabus_parse.interpret.sessions.badges import read_badge, read_meeting_links
from syllabus_parse.interpret.sessions.day_works import VENUE_LABEL, read_day_work
from syllabus_parse.interpret.sessions.deadlines import HOMEWORK, is_deadline, read_assignments
from syllabus_parse.interpret.sessions.homework_lines import HOMEWORK_SHEET, read_homework_line
from syllabus_parse.interpret.sessions.kept_notes import note_children, note_with_links
from syllabus_parse.interpret.sessions.labelled_fields import fill_field
from syllabus_parse.interpret.sessions.led_topics import read_led
from syllabus_parse.interpret.sessions.line_signs import (
    BARE_COMMAND,
    RANGE_OF,
    first_colon,
    has_bold_lead,
    is_all_labels,
    is_numbered,
    is_stretch_line,
    is_subsection,
    is_told_of,
    speaks_alone,
)
from syllabus_parse.interpret.sessions.presenters import take_guest_line
from syllabus_parse.interpret.sessions.tasks import READ, read_command, read_task
from syllabus_parse.interpret.sessions.topics import (
    add_presenters,
    presenter_line,
    read_topic,
    take_label,
)
from syllabus_parse.interpret.words import TBD, requirement_group, title_kind
from syllabus_parse.interpret.words.field_words import read_label
from syllabus_parse.interpret.works.entries import Entry, split_lines
from syllabus_parse.interpret.works.entry_cuts import cut_before_task
from syllabus_parse.interpret.works.papers import is_prose
from syllabus_parse.interpret.works.ranges import read_ranges
from syllabus_parse.interpret.works.signs import has_byline, has_marks, is_material, looks_like_work, names_work
from syllabus_parse.interpret.works.works import read_works
from syllabus_parse.model import Requirement
from syllabus_parse.normalize.dates import find_times
from syllabus_parse.normalize.links import classify_link
from syllabus_parse.normalize.titles import is_placeholder
from syllabus_parse.regex import lazy_regex
from syllabus_parse.source import Span


def fill_session(
    session: RawSession, entry: Entry, *, requirement: Requirement | None = None, readings: bool = False
) -> None:
    """Read one entry of a session's content into it.

    `readings` says that the list is one of readings (a heading or label above says so, or its items are works).
    """
    text = entry.text
    if any(run.marks & Mark.STRIKE for run in text.runs):
        text = text.without(Mark.STRIKE)
        entry = Entry(text, entry.children, entry.marker, entry.item)
    words = text.plain.strip()
    if not words and not text.links():
        for child in entry.children:
            fill_session(session, child, requirement=requirement, readings=readings)
        return
    kept, *tasks = cut_before_task(text) if "due" in words else (text,)
    if tasks and not is_instruction(words):
        fill_session(
            session, Entry(kept, entry.children, entry.marker, entry.item), requirement=requirement, readings=readings
        )
        for sentence in tasks:
            read_assignments(sentence, session, event="due")
        return
    lines = split_lines(text)
    if len(lines) > 1 and has_byline(lines[0]):
        below = [*(Entry(line) for line in lines[1:]), *entry.children]
        session.readings += read_works(Entry(lines[0], below, entry.marker, entry.item), requirement=requirement)
        return
    if len(lines) > 1 and any(speaks_alone(line) for line in lines[1:]):
        for index, line in enumerate(lines):
            below = entry.children if index == len(lines) - 1 else []
            fill_session(
                session, Entry(line, below, entry.marker, entry.item), requirement=requirement, readings=readings
            )
        return
    if AUTHORS_NOTE.match(text.plain) and not is_deadline(words):
        session.notes.append(text.strip())
        note_children(session, entry)
        return
    if not title_links(text) and GUEST.match(words):
        left = take_guest_line(text, session)
        if left is not text:
            if left and session.titles:
                session.notes.append(left)
            elif left:
                read_topic(left, session)
            note_children(session, entry)
            return
    day_work = VENUE_LABEL.match(text.plain)
    if day_work:
        read_day_work(session, entry, day_work, requirement)
        return
    hour = HOUR.fullmatch(text.plain)
    times = find_times(hour["times"]) if hour else None
    if hour and times is not None and session.times is None:
        session.times, session.times_text = times, text.slice(*hour.span("times"))
        return
    if HOMEWORK_SHEET.fullmatch(words) and len(text.links()) == 1:
        read_assignments(text, session, event="out")
        return
    sign = BOOK.match(text.plain)
    if sign and read_label(text) is None and not is_deadline(words):
        rest = text.slice(sign.end(), len(text.plain))
        fill_session(session, Entry(rest, entry.children, item=True), requirement=requirement, readings=True)
        return
    badge = cut_badge(text)
    beside = bool(session.titles)
    if read_badge(session, text) or read_meeting_links(session, text):
        for child in entry.children if badge is not None and not beside else ():
            fill_session(session, child, requirement=requirement)
        if badge is None or beside:
            note_children(session, entry)
        return
    if badge is not None and _read_badged(session, entry, badge, requirement):
        return
    topic = read_led(text, session)
    if topic is not None:
        read_topic(topic, session, readings=False)
        note_children(session, entry)
        return
    named = title_links(text)
    labelled = None if named and first_colon(text.plain) > named[0][1] else read_label(text)
    if labelled is None and entry.children and not text.links() and len(words) < 40:
        labelled = read_label(
            text.join(Text.of([Run(":", text.span_at(len(text.plain) - 1, len(text.plain)) or Span(0, 0))]))
        )
    if labelled is None and read_homework_line(session, text):
        note_children(session, entry)
        return
    if labelled is not None:
        bare = not labelled[2] or BARE_COMMAND.fullmatch(labelled[2].plain) is not None
        session.reading_list = labelled[0] in ("reading", "preparation") and not entry.children and bare
        fill_field(session, entry, *labelled, requirement=requirement, fill=fill_session)
        return
    if not session.titles and session.number is None and is_numbered(text.plain) and not is_deadline(words):
        read_topic(text, session, readings=False)
        for child in entry.children:
            fill_session(session, child, requirement=requirement, readings=readings)
        return
    if (
        len(words) < 40
        and not session.titles
        and not text.links()
        and title_kind(words) == "exam"
        and not is_deadline(words)
    ):
        read_topic(text, session)  # "Exam 1" in a list of readings is no work
        return
    group = requirement_group(words)
    if group is not None and not title_links(text) and (entry.children or len(words) < 40):
        for child in entry.children:
            fill_session(session, child, requirement=group, readings=True)
        return
    if TBD.fullmatch(words) or is_placeholder(words):
        return
    begun = title_links(text)[0][1] if title_links(text) else len(text.plain)
    handed_in = not readings or (
        HOMEWORK.search(words) and is_deadline(text.plain[:begun])
    )  # "Quiz 1 due … on [Moodle]"
    if handed_in and is_deadline(words) and not names_work(text):
        _read_deadline(session, text)
        note_children(session, entry)
        return
    ranges = read_ranges(text, requirement)
    if ranges or is_stretch_line(words):
        session.readings += read_works(entry, requirement=requirement, session=session)
        return
    if is_all_labels(text):
        for anchor, start, end in text.links():
            session.links.append(RawLink(anchor, text.slice(start, end).strip()))
        for child in entry.children:
            fill_session(session, child, requirement=requirement, readings=readings)
        return
    who = presenter_line(text) if not title_links(text) else None
    if who is not None:
        add_presenters(who, session)
        return
    if is_instruction(words) and not title_links(text) and not (READ.match(words) and QUOTED.search(words)):
        session.notes.append(text.strip())
        kind = title_kind(words) or ("presentation" if re.search(r"\bpresent(?:er|ation)s?\b", words) else None)
        session.kind = session.kind or kind
        return
    if is_subsection(session, text):
        session.links += list_links(text)
        for child in entry.children:
            fill_session(session, child, requirement=requirement, readings=readings)
        return
    task = read_task(entry, requirement)
    if task is not None:
        session.readings.append(task)
        return
    command = READ.match(text.plain)
    marked = bool(title_links(text)) or has_marks(text)
    begun = command.start("part") if command and command["part"] and not marked else command.end() if command else 0
    if begun > 0 and RANGE_OF.fullmatch(text.plain, begun):
        rest = text.slice(begun, len(text.plain)).strip(" .")
        session.readings.append(RawReading(rest, requirement=requirement, kind="chapter"))
        note_children(session, entry)
        return
    if command and command.end() > 0 and marked:
        read_command(session, entry, command, requirement)
        return
    if not session.titles and len(words) < 70 and title_kind(words) == "holiday" and not title_links(text):
        read_topic(text, session)
        return
    if not readings and is_told_of(text):
        note_with_links(text, session)
        note_children(session, entry)
        return
    if session.titles and not text.links() and COUNTED_PART.fullmatch(words):
        session.notes.append(text.strip())
        return
    if is_material(text) and not entry.children:
        session.links += list_links(text)
        return
    if requirement is None and not session.reading_list and is_deck(text):
        note_with_links(text, session)
        note_children(session, entry)
        return
    if readings or looks_like_work(text):
        session.readings += read_works(entry, requirement=requirement, session=session)
        return
    if entry.children and words.endswith((":", "：")) and any(title_links(child.text) for child in entry.children):
        session.readings += read_works(entry, requirement=requirement, session=session)
        return
    kind = title_kind(words)
    if not entry.item and len(words) > 80 and words.endswith(".") and has_bold_lead(text):
        note_with_links(text, session)  # "**Evaluation** in three parts: …" tells of the meeting
        return
    talk = kind is None and len(words) > LONGEST_TOPIC and is_prose(words)  # "You might begin to read for next week."
    if (
        not session.titles
        and not talk
        and len(words) < 160
        and (kind is not None or not entry.item or not session.readings)
    ):
        before = take_label(text, session, links=True)
        read_topic(before, session)
        for child in entry.children:
            fill_session(session, child, requirement=requirement, readings=readings)
        return
    note_with_links(text, session)
    note_children(session, entry)


def _read_badged(session: RawSession, entry: Entry, badge: Badge, requirement: Requirement | None) -> bool:
    """Read a line that a badge leads in by what the badge names; False where the line speaks for itself."""
    text, rest = entry.text, badge.rest
    if badge.field is not None:
        fill_field(session, entry, badge.field, badge.words, rest, requirement=requirement, fill=fill_session)
        return True
    if read_badged_work(session, text, badge):
        note_children(session, entry)
        return True
    if is_deadline(text.plain) or not names_badge(badge.words):
        return False
    if is_badged_reading(badge):
        made = len(session.readings)
        fill_session(session, Entry(rest, entry.children, item=True), requirement=requirement, readings=True)
        for reading in session.readings[made : made + 1]:
            reading.notes.append(text.slice(0, badge.end))
        return True
    if not read_beside(session, text, badge):
        read_topic(text, session, readings=False)
    for child in entry.children:
        fill_session(session, child, requirement=requirement)
    return True


LONGEST_TOPIC: Final = 40
"""Characters from which on a sentence that speaks to its reader is no topic."""


def is_deck(text: Text) -> bool:
    """Tell an entry whose links lead to slides and nothing else, by their address: no work to read."""
    links = title_links(text)
    return bool(links) and all(classify_link(anchor.href) == "slides" for anchor, _, _ in links)


# The sign of a book before what is to be read, e.g. "📖 Gray ch. 3"
BOOK: Final = lazy_regex(r"\s*[\U0001f4d6\U0001f4da\U0001f4d5\U0001f4d7\U0001f4d8\U0001f4d9\U0001f4d4]\ufe0f?\s*(?=\S)")
QUOTED: Final = lazy_regex(r"[\"“„«][^\"”“»\n]{8,200}[\"”»]")
# e.g. Hora 12 -3 pm · **Time:** 9:00-10:30
HOUR: Final = lazy_regex(
    r"[\s*_,;|–—-]*+(?:hora|horario|hour|time|uhrzeit|zeit|heure|horário|ora)\b[\s*_:：]*(?P<times>\d[^\n\u2028]{0,30})",
    re.IGNORECASE,
)
# e.g. "Guest Lecture: Ada Byron"
GUEST: Final = lazy_regex(r"(?:guest|invited) (?:lectures?|speakers?|talks?|lecturers?)\s?[:：]\s*\w", re.IGNORECASE)
# What is held beside a day's topic, by its number, e.g. "Discussion Three", "Quiz 2: Looms"
COUNTED_PART: Final = lazy_regex(
    r"(?:discussion|quiz|activity|workshop|exercise|forum|reflection)\s(?:\d{1,2}|one|two|three|four|five|six|seven|eight"
    r"|nine|ten|eleven|twelve|thirteen|fourteen|fifteen)(?:\s?[:–—-]\s.{2,60})?",
    re.IGNORECASE,
)
# In capitals, what the page's author has still to do: "TODO: pick a paper"
AUTHORS_NOTE: Final = lazy_regex(r"\W{0,4}(?:TODO|FIXME|XXX)\W{0,4}[:：]")


def _read_deadline(session: RawSession, text: Text) -> None:
    read_assignments(text, session, event="due")
