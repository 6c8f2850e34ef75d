"""The cells of a row that hold works and links."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import attrs

from syllabus_parse.document import Cell, Mark, Paragraph, Problem, Text
from syllabus_parse.interpret.citations.kinds import is_instruction, is_text_range, reading_kind
from syllabus_parse.interpret.citations.values import title_links
from syllabus_parse.interpret.numbered import names_numbers
from syllabus_parse.interpret.records import RawLink, RawReading, RawSession, list_links
from syllabus_parse.interpret.sessions.deadlines import read_assignments
from syllabus_parse.interpret.sessions.event_pieces import split_events
from syllabus_parse.interpret.sessions.topics import CANCELLED_WHY, read_topic
from syllabus_parse.interpret.tables.cells import cell_text, cut_links
from syllabus_parse.interpret.tables.columns import Column
from syllabus_parse.interpret.tables.led_cells import heads_cell
from syllabus_parse.interpret.tables.row_events import DUE_WORD
from syllabus_parse.interpret.tables.row_state import Rows
from syllabus_parse.interpret.words import fold_label, link_label, requirement_group, title_kind
from syllabus_parse.interpret.words.deadline_words import OUT
from syllabus_parse.interpret.works.entries import Entry, read_entries
from syllabus_parse.interpret.works.entry_cuts import cut_at_requirements, cut_before_task
from syllabus_parse.interpret.works.ranges import read_ranges
from syllabus_parse.interpret.works.signs import is_material
from syllabus_parse.interpret.works.works import read_works
from syllabus_parse.normalize.dates import find_times
from syllabus_parse.normalize.titles import is_placeholder
from syllabus_parse.normalize.venues import find_venue, parse_venue
from syllabus_parse.regex import lazy_regex

QUOTED: Final = 500
BARE_CHAPTERS: Final = lazy_regex(r"\d{1,2}(?:\s?[-–,&]\s?\d{1,2}){0,5}")  # "1", "4, 5", "2-3"

COMMAND: Final = lazy_regex(
    r"\s*(?:please )?(?:read|skim|watch|review|study|listen to|lesen|leer|ler|lire)\b\s*[:：]?\s+", re.IGNORECASE
)
# e.g. "Lecture 6 slides": the text of a link that lost its target
DECK: Final = lazy_regex(
    r"(?:lecture|lec|class|session)\s?\#?\d{1,3}[a-z]?\s(?P<kind>slides?|notes|video|handout)", re.IGNORECASE
)
TOLD: Final = lazy_regex(r"\s*(?:readings?|read|text)\s?[:：]\s+", re.IGNORECASE)
# e.g. "8:00AM to 10:00AM"
HOURS_ALONE: Final = lazy_regex(
    r"\d{1,2}[:.]\d{2}\s?(?:[ap]\.?m\.?)?(?:\s?(?:[-–—]|to|bis|a)\s?\d{1,2}[:.]\d{2}\s?(?:[ap]\.?m\.?)?)?",
    re.IGNORECASE,
)
QUIZ_ON_READINGS: Final = lazy_regex(r"\W*(?:rq|(?:reading|weekly|pop) quiz)\s?#?\d{1,2}\b", re.IGNORECASE)
REMARK_ON_WORK: Final = lazy_regex(
    r"(?:this|these|it|we|you|feel free|don['’]t|no need|only|focus|skip)\b[^.:]{0,60}?(?:\b(?:is|are|was|will|should"
    r"|can|may|need|focus|skip|skim|worry|read)\b|['’](?:ll|re|s)\b)[^:]{3,200}[.!]$",
    re.IGNORECASE,
)  # e.g. "This is a long paper, we'll focus on sections 2-6."
LABEL_ALONE: Final = lazy_regex(r"[(\[]\s?[\w ]{2,20}\s?[)\]]")  # e.g. "(Recording)"
PART_OF: Final = lazy_regex(r"[^,;:.\"“]{2,40}\b(?:of|from|in)\b", re.IGNORECASE)


OFF_OR_EXAM: Final = ("holiday", "exam")


CLASS_CANCELLED: Final = lazy_regex(
    r"(?:the\s)?(?:class|lecture|session|seminar|meeting)\s(?:is\s|was\s)?cancell?ed\W*", re.IGNORECASE
)


GROUP_WORDS: Final = 4
"""Words of the longest label without a colon: "Required readings for class"."""
DIGIT: Final = lazy_regex(r"\d")
# A label of a group and a work behind it, e.g. "Primary Reading: Gray (1908) …"; one that heads nothing, at the end
GROUP_LEAD: Final = lazy_regex(
    r"\s*(?P<label>[^\W\d_][^:：\n\u2028]{3,30}?\b(?:readings?|papers?|literature|texts?))\s?[:：]\s+(?=\S)",
    re.IGNORECASE,
)
GROUP_TAIL: Final = lazy_regex(
    r"\s(?:further|optional|additional|recommended|supplementary|required|suggested)\s(?:readings?|papers?)\s?[:：]\s*$",
    re.IGNORECASE,
)


# e.g. "HW 3" · "Project: Looms"
HOMEWORK_FIRST: Final = lazy_regex(
    r"\W*(?:hw|homework|assignment|asgmt|asgn|asst|project|pset)\s?(?:\#?\d|[:：]\s)", re.IGNORECASE
)


def read_reading_cell(rows: Rows, column: Column, cell: Cell, session: RawSession, *, mixed: bool) -> None:
    """Read a cell of works; in a `mixed` one what is no work is the topic."""
    requirement = column.requirement or rows.requirement
    linked = column.header in rows.linked_headers
    entries = read_entries(cell.blocks, lines=rows.lines)
    if column.header in rows.led_headers and not session.titles and entries and heads_cell(entries[0]):
        read_topic(entries[0].text, session, readings=False)
        entries = [*entries[0].children, *entries[1:]]
    # Below a topic, one work among the items of a list makes all of them works.
    works_listed = (
        mixed and bool(entries) and not entries[0].item and any(is_work(entry.text) for entry in entries if entry.item)
    )
    notes = len(session.notes)
    made = len(session.readings)
    for entry in map(drop_command, [part for whole in entries for part in part_tasks(whole)]):
        words = entry.text.plain.strip()
        if is_placeholder(words) and not entry.text.links() and not entry.children:
            continue
        lead = GROUP_LEAD.match(entry.text.plain)
        named = requirement_group(lead["label"]) if lead is not None else None
        if lead is not None and named is not None:
            # "Primary Reading: Gray (1908) 'Looms'": the label says it of this entry, and of those below it
            requirement = named
            entry = attrs.evolve(entry, text=entry.text.slice(lead.end(), len(entry.text.plain)))  # noqa: PLW2901
            words = entry.text.plain.strip()
        tail = GROUP_TAIL.search(entry.text.plain)
        if tail is not None and tail.start() > 0:
            entry = attrs.evolve(entry, text=entry.text.slice(0, tail.start()))  # noqa: PLW2901
            words = entry.text.plain.strip()
        group = requirement_group(words) if len(words) < 60 and not title_links(entry.text) else None
        bare = fold_label(words).split()
        heads = words.rstrip().endswith((":", "：")) or bool(entry.children)
        if group is not None and (heads or (1 < len(bare) <= GROUP_WORDS and not DIGIT.search(words))):
            requirement = group
            for child in entry.children:
                session.readings += read_works(child, requirement=group)
            continue
        if words.endswith((":", "：")) and entry.text.is_bold() and not entry.text.links():
            session.notes.append(entry.text.strip(" :："))  # "**Papers to discuss (choose one):**" above the works
            for child in entry.children:
                session.readings += read_works(child, requirement=requirement)
            continue
        if is_code(entry.text):
            label = entry.text.strip(" :：-–\n\u2028")
            if session.titles or session.readings or len(session.notes) > notes:
                session.notes.append(label)
            else:
                read_topic(label, session)  # "`Looms of the north:`" above the works: what they are about
            continue
        if mixed and not is_work(entry.text) and not (works_listed and entry.item):
            read_topic(entry.text, session)
            for child in entry.children:
                session.readings += read_works(child, requirement=requirement)
            continue
        if LABEL_ALONE.fullmatch(words) and not entry.text.links() and (kind := link_label(words.strip("()[] "))):
            session.links.append(RawLink(None, entry.text.strip("()[] "), kind=kind))
            continue
        if is_bracketed(words) and len(words.split()) > 4 and not title_links(entry.text):
            (session.readings[-1].notes if session.readings else session.notes).append(entry.text.strip("() "))
            continue
        if CANCELLED_WHY.fullmatch(words) and not entry.text.links() and not session.readings:
            read_topic(entry.text, session)
            continue
        if CLASS_CANCELLED.fullmatch(words):
            session.status, session.status_text = session.status or "cancelled", session.status_text or entry.text
            session.notes.append(entry.text.strip())
            continue
        if QUIZ_ON_READINGS.match(words) and not entry.text.links():
            session.notes.append(entry.text.strip())
            continue
        if session.times is None and HOURS_ALONE.fullmatch(words) and (times := find_times(words)) is not None:
            session.times, session.times_text = times, entry.text
            continue
        if session.readings and REMARK_ON_WORK.match(words) and not entry.text.links():
            session.readings[-1].notes.append(entry.text.strip())
            continue
        deck = DECK.fullmatch(words)
        if deck and not entry.text.links() and not entry.children:
            session.links.append(RawLink(None, entry.text.strip(), kind=link_label(deck["kind"])))
            continue
        told = TOLD.match(entry.text.plain)
        if told and told.end() < len(entry.text.plain) and not requirement_group(told[0]):
            entry = attrs.evolve(entry, text=entry.text.slice(told.end(), len(entry.text.plain)))  # noqa: PLW2901
        if names_numbers(words) and not entry.text.links():
            session.readings.append(RawReading(entry.text.strip(), requirement=requirement))
            continue
        entry = attrs.evolve(entry, text=cut_material(entry.text, session))  # noqa: PLW2901
        ranges = read_ranges(entry.text, requirement)
        if ranges or (BARE_CHAPTERS.fullmatch(words) and not entry.text.links()):
            session.readings += ranges or [RawReading(entry.text.strip(), requirement=requirement, kind="chapter")]
            continue
        if not session.titles and names_meeting(rows, words) and not title_links(entry.text):
            read_topic(entry.text, session)
            continue
        if (DUE_WORD.search(words) and not title_links(entry.text)) or HOMEWORK_FIRST.match(words):
            each = len(split_events(entry.text)) > 1 or OUT.search(words)  # says itself what is handed out
            read_assignments(entry.text, session, event="out" if each else "due")
            continue
        if linked and not shows_linked_work(entry.text) and not entry.children:
            if "topic" in rows.roles or session.titles or session.readings or REMARK_ON_WORK.match(words):
                session.notes.append(entry.text.strip())
            else:
                read_topic(entry.text, session)  # "Introduction" among linked works: what the day is about
            continue
        if is_instruction(words) and not title_links(entry.text):
            if not is_placeholder(words):
                session.notes.append(entry.text.strip())
            continue
        if is_material(entry.text) and not entry.children:
            session.links += list_links(entry.text)
            continue
        if words or entry.text.links():
            session.readings += read_works(entry, requirement=requirement, session=session)
    keep_pictured(cell, session, session.readings[made:])


def cut_material(text: Text, session: RawSession) -> Text:
    """Cut the links to class material behind stretches of a book, which are the session's: "Roe Ch. 2, [Notes](…)"."""
    links = text.links()
    if not links or not text.plain[: links[0][1]].strip():
        return text
    before, behind = text.slice(0, links[0][1]).strip(" ,;"), text.slice(links[0][1], len(text.plain))
    labels = [behind.plain[start:end] for _, start, end in behind.links()]
    bare = cut_links(behind).plain.strip(" ,;.&/|()[]")
    if bare not in ("", "and") or any(link_label(label) not in MATERIAL_KINDS for label in labels):
        return text
    if not read_ranges(before):
        return text
    session.links += [RawLink(anchor, behind.slice(start, end).strip()) for anchor, start, end in behind.links()]
    return before


MATERIAL_KINDS: Final = ("notes", "slides", "video", "code")


# What meets without a work, e.g. "Organizational meeting" · "Introduction and logistics" · "Course overview"
_OPENING: Final = (
    r"(?:(?:course|class|general|brief|short) )?(?:introductions?|intro|overview|welcome|organi[sz]ation(?:al)?"
    r"(?: meeting| session)?|kick-?off(?: meeting)?|logistics|administrivia|wrap-?up|planning meeting|syllabus"
    r"|peer[- ]review(?: workshop)?|(?:writing |thesis |revision |paper |research )?workshops?|library visit"
    r"|(?:paper |individual )?conferences|catch[- ]?up(?: day)?|review(?: session| day)|film screening|field trip)"
)
OPENING: Final = lazy_regex(
    rf"{_OPENING}(?:(?: to| of) the (?:course|class|seminar))?(?:(?: and |, | ?[&+/] ?){_OPENING}){{0,2}}\W?",
    re.IGNORECASE,
)
LONGEST_NAME: Final = 60


def names_meeting(rows: Rows, words: str) -> bool:
    """Tell the name of a meeting without works; one that only opens the course counts where no column has topics."""
    if len(words) >= LONGEST_NAME:
        return False
    kind = title_kind(words)
    return kind in OFF_OR_EXAM or (
        "topic" not in rows.roles and (OPENING.fullmatch(words) is not None or kind in ("presentation", "project"))
    )


def keep_pictured(cell: Cell, session: RawSession, made: Sequence[RawReading]) -> None:
    """Keep links that have a picture for their words: they are those of the last work of the cell, else the session's.

    A text that is stripped loses what shows no words at its end.
    """
    held = {id(link.anchor) for reading in made for link in reading.links}
    held |= {id(link.anchor) for link in session.links}
    for text in (block.text for block in cell.blocks if isinstance(block, Paragraph)):
        for anchor, start, end in text.links():
            if text.plain[start:end].strip() or id(anchor) in held or "://" not in (anchor.href or ""):
                continue
            (made[-1].links if made else session.links).append(RawLink(anchor, None))
    if made and made[-1].kind is None:
        urls = [link.anchor.href for link in made[-1].links if link.anchor is not None and link.anchor.href]
        made[-1].kind = reading_kind(made[-1].title.plain, urls, [], published=True)


def is_code(text: Text) -> bool:
    """Tell whether all words are set as code."""
    seen = [run for run in text.runs if run.text.strip(" :\n\u2028")]
    return bool(seen) and all(run.marks & Mark.CODE and run.anchor is None for run in seen)


def part_tasks(entry: Entry) -> list[Entry]:
    """Part works told apart as required and optional, and homework behind one: "Looms, Spindles. Project 1 due"."""
    first, *rest = [piece for part in cut_at_requirements(entry.text) for piece in cut_before_task(part)]
    return [attrs.evolve(entry, text=first), *(Entry(part) for part in rest)] if rest else [entry]


def drop_command(entry: Entry) -> Entry:
    """Take "Read" and "Watch:" off the front of a work; with a part of it named ("Read section 2 of …") they stay."""
    found = COMMAND.match(entry.text.plain)
    if found is None or PART_OF.match(entry.text.plain, found.end()):
        return entry
    if ":" not in found[0] and any(a < found.end() < b for _, a, b in entry.text.links()):
        return entry  # "[Read trait](…)": the link's own words
    rest = entry.text.slice(found.end(), len(entry.text.plain))
    marked = any(run.marks & Mark.ITALIC for run in rest.runs) or rest.plain[:1] in '"“„«'
    return attrs.evolve(entry, text=rest) if marked or is_text_range(rest.plain) or title_links(rest) else entry


def read_loose(rows: Rows, cell: Cell) -> bool:
    """Read a one-cell row of works with labels: a group of readings that belongs to no session."""
    entries = read_entries(cell.blocks, lines=rows.lines)
    if len(entries) < 3:
        return False
    labelled = [
        entry
        for entry in entries[1:]
        if re.search(r"\[[^\]]{2,20}\]\s*$", entry.text.plain.strip()) or title_links(entry.text)
    ]
    if len(labelled) * 2 < len(entries) - 1:
        if len(" ".join(entry.text.plain for entry in entries)) <= 300:
            return False
        rows.problems.append(Problem("SP801", cell.span, repr(cell_text(cell).plain.strip()[:QUOTED])))
        return True
    group = requirement_group(entries[0].text.plain)
    requirement = group or (
        "optional"
        if re.search(r"\bsupplement|\boptional|\bextra|\bfurther", entries[0].text.plain, re.IGNORECASE)
        else None
    )
    for entry in entries[1:]:
        for reading in read_works(entry, requirement=requirement):
            if any(
                link_label(link.text.plain) == "page"
                for link in reading.links
                if link.text is not None and link.anchor is None
            ):
                rows.links.append(RawLink(None, entry.text.strip(), kind="page"))
                continue
            reading.kind = reading.kind or "other"
            rows.readings.append(reading)
    return True


def is_work(text: Text) -> bool:
    """Tell a reading from a topic in a column that holds both: a linked name, or a venue behind the title."""
    plain = text.plain
    if title_links(text) or find_venue(plain) is not None:
        return True
    bracket = re.search(r"\((?P<inside>[^()]{2,60})\)\s*$", plain)
    if bracket:
        venue = parse_venue(bracket["inside"])
        if venue is not None and (venue.known or venue.year is not None):
            return True
    return False


def shows_linked_work(text: Text) -> bool:
    """Tell a work from a remark among cells that link their works."""
    if any(anchor.href and anchor.href.strip() for anchor, _, _ in title_links(text)):
        return True
    plain = text.plain
    return (
        bool(re.search(r"^https?://|[\"“«„]|\bet al\b|(?:19|20)\d\d|[:：]\s", plain))
        or find_venue(plain) is not None
        or (len(text.links()) > 0 and len(plain.split()) > 6)
    )


def is_bracketed(words: str) -> bool:
    """Tell whether one pair of round brackets encloses all the words.

    >>> is_bracketed("(no reviews but do (1) and (2))"), is_bracketed("(vLLM) Serving (SOSP 2023)")
    (True, False)
    """
    depth = 0
    for index, character in enumerate(words):
        depth += (character == "(") - (character == ")")
        if depth == 0:
            return index == len(words) - 1 and words[:1] == "("
    return False
