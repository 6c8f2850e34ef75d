"""The cells of a row that say what: the topic, the kind of row, the people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import attrs

from syllabus_parse.document import Cell, Mark, Text
from syllabus_parse.interpret.citations.values import title_links
from syllabus_parse.interpret.records import RawAssignment, RawLink, RawSession, Worded, list_links
from syllabus_parse.interpret.sessions.deadlines import HOMEWORK, is_deadline, read_assignments
from syllabus_parse.interpret.sessions.topics import add_presenters, presenter_line, read_topic
from syllabus_parse.interpret.tables.columns import Column
from syllabus_parse.interpret.tables.row_groups import split_groups
from syllabus_parse.interpret.tables.row_state import Rows
from syllabus_parse.interpret.words import (
    SESSION_LABEL,
    fold_label,
    link_label,
    requirement_group,
    session_label_kind,
    title_kind,
)
from syllabus_parse.interpret.works.entries import Entry, heads_items, read_entries, split_lines
from syllabus_parse.interpret.works.works import read_works
from syllabus_parse.model import Requirement, SessionKind
from syllabus_parse.normalize.dates import find_times, find_whens, parse_week
from syllabus_parse.normalize.titles import is_placeholder
from syllabus_parse.normalize.venues import find_venue
from syllabus_parse.regex import lazy_regex

# e.g. "L: Looms", "R: Knots": lecture, recitation
KIND_LETTER: Final = lazy_regex(r"\s*(?P<letter>[DLRST])\s?[:：]\s+")
# e.g. "01 Looms": what counts the meeting, where each topic has such a number
TOPIC_NUMBER: Final = lazy_regex(r"\s*(?P<number>\d{1,2})\s+(?=[^\W\d_])")
LETTER_KINDS: Final[dict[str, SessionKind]] = {
    "L": "lecture",
    "D": "discussion",
    "R": "discussion",
    "S": "discussion",
    "T": "lab",
}
LINE_ENDS: Final = lazy_regex(r"\s*[;\n\u2028]\s*")


# e.g. "Papers: …", "Two readings: …"
WORKS_LABEL: Final = lazy_regex(
    r"\s*(?:(?:the|two|three|four|\d|main|assigned|required) )*(?:papers?|readings?|articles?|reading list)\s*[:：]\s*",
    re.IGNORECASE,
)
JOINT: Final = lazy_regex(r"[\s,:;(–—-]*(?:\b(?:on|from|am|vom|el|le))?\s*$", re.IGNORECASE)
RETURNED: Final = lazy_regex(r"\s*(?:return(?:ed|ing)?|hand(?:ing)? back|collect)\b", re.IGNORECASE)
# e.g. "HW1 Released: Crypto, Hashing"
OUT_AS: Final = lazy_regex(
    r"\s*(?P<work>(?:hw|homework|assignment|lab|project|pset|problem set|quiz)\s?\#?\d{1,2})\s+"
    r"(?P<event>released?|out|assigned|posted|due)\s?(?P<colon>[:：])\s+\S",
    re.IGNORECASE,
)
CITED: Final = lazy_regex(r"\bet al\b|[(,]\s?(?:19|20)\d\d\b|\b(?:19|20)\d\d\s?[).]")


def read_topic_cell(rows: Rows, cell: Cell, session: RawSession) -> None:
    """Read the topic of a row: lines of one topic are one title, items of a list several.

    Works that are cited in full, homework on a line of its own and people on theirs are none of it, nor are the points
    listed below a topic.
    """
    entries = read_entries(cell.blocks)
    before = len(session.titles)
    listed = all(entry.item for entry in entries)
    for index, entry in enumerate(entries):
        text = _drop_own_date(entry.text, session) if cell.repeated else entry.text
        letter = KIND_LETTER.match(text.plain) if rows.letters and not index else None
        if letter is not None:
            session.kind = session.kind or LETTER_KINDS[letter["letter"]]
            text = text.slice(letter.end(), len(text.plain))
        counted = TOPIC_NUMBER.match(text.plain) if rows.counted and not index and session.number is None else None
        if counted is not None:
            session.number, session.number_text = counted["number"], text.slice(*counted.span("number"))
            text = text.slice(counted.end(), len(text.plain))
        week = parse_week(text.plain.strip()) if session.week is None else None
        if week is not None:
            session.week, session.week_text = week, text.strip()  # "Week 01" under "Lectures", linked or not
            session.links += list_links(text)
            continue
        text, groups = split_groups(text)
        for requirement, works in groups:
            for line in split_lines(works, lines=rows.lines):
                session.readings += read_works(Entry(line), requirement=requirement, session=session)
        if groups and not text:
            continue
        if index and heads_items(entries, index) and requirement_group(text.plain) is None:
            session.notes.append(text.strip(" :："))  # "Questions to ask:" above a list
            continue
        who = presenter_line(text) if index else None
        if who is not None:
            add_presenters(who, session)
            session.notes.append(text)
        elif text.plain.strip() or text.links():
            group = requirement_group(text.plain)
            if group is not None and entry.children:
                for child in entry.children:
                    session.readings += read_works(child, requirement=group)
                continue
            if _read_aside(
                rows,
                attrs.evolve(entry, text=text) if groups else entry,
                session,
                first=len(entries) == 1 or not index,
                listed=listed,
            ):
                continue
            read_topic(take_bold_deadline(text, session), session, alone=len(entries) == 1)
        for child in entry.children:
            if title_links(child.text):
                session.readings += read_works(child, requirement=rows.requirement)
            elif not is_placeholder(child.text.plain):
                read_topic(child.text, session)
    if before and len(session.titles) > before:
        # "Exam" in the column of numbers and "Midterm exam" as the topic say one thing.
        said = fold_label(session.titles[before].plain)
        kept = [title for title in session.titles[:before] if not _says_the_same(fold_label(title.plain), said)]
        session.titles[:before] = kept
        before = len(kept)
    lines = session.titles[before:]
    if len(lines) > 1 and not listed and not all(_is_linked(line) for line in lines):
        session.titles[before:] = _head_lines(entries, lines, session)


def _head_lines(entries: Sequence[Entry], lines: Sequence[Text], session: RawSession) -> list[Text]:
    """Return the title that the lines of a topic are; below one in bold the others tell of it: hours, a place."""
    if entries[0].text.is_bold() and not any(entry.text.is_bold() for entry in entries[1:]):
        for line in lines[1:]:
            times = find_times(line.plain) if session.times is None else None
            if times is not None and HOURS_LINE.fullmatch(line.plain):
                session.times, session.times_text = times, line
            else:
                session.notes.append(line)
        return [lines[0]]
    if are_topics([line.plain for line in lines]):
        return list(lines)
    first = lines[0]
    for title in lines[1:]:
        first = first.join_line(title)
    return [first]


MANY_LINES: Final = 3
LONG_LINE: Final = 22
"""Letters that a line of a narrow column hardly has."""
# Where a line goes on with the next one, e.g. "Introduction to" · "Trees and" · "Maps,"
GOES_ON: Final = lazy_regex(
    r"(?:[.,:;&/(–—-]|\b(?:and|or|of|the|a|an|to|for|in|on|with|from|by|vs|via|using|und|der|die|das|von|zu|für|mit|im"
    r"|y|de|del|la|el|los|las|en|con|para|por|e|do|da|dos|das|em|com|et|le|les|des|du|à|au|pour|avec))\s*$",
    re.IGNORECASE,
)


def are_topics(lines: Sequence[str]) -> bool:
    """Tell lines that are a topic each from a title broken over lines: no line goes on with the next one.

    >>> are_topics(["Why knots?", "Similarity of plain and tied loops", "Splices"])
    True
    >>> are_topics(["Similarity of", "Plain Loops and", "Tied Loops"]), are_topics(["Neural", "Networks", "Again"])
    (False, False)
    """
    return (
        len(lines) >= MANY_LINES
        and max(map(len, lines)) >= LONG_LINE
        and all(line[:1].isupper() or line[:1].isdigit() for line in lines)
        and not any(GOES_ON.search(line) for line in lines)
    )


# e.g. "12:30-1:20pm PT"
HOURS_LINE: Final = lazy_regex(r"[\d:.,apmAPMh\s–—-]{5,30}(?:\s?\(?(?:[A-Z]{2,4}|online|zoom)\)?)?\s*")


def take_bold_deadline(text: Text, session: RawSession) -> Text:
    """Take a deadline in bold off the end of a topic: "Trees (lecture) **Review due May 3**"."""
    start = at = len(text.plain)
    for run in reversed(text.runs):
        at -= len(run.text)
        if not run.text.strip():
            continue
        if not run.marks & Mark.BOLD:
            break
        start = at
    before = text.slice(0, start).strip(" ,;|–—-\n")
    if not WORD.search(before.plain) or start >= len(text.plain) or not is_deadline(text.plain[start:]):
        return text
    read_assignments(text.slice(start, len(text.plain)).strip(), session, event="due")
    return before


WORD: Final = lazy_regex(r"[^\W\d_]{3}")


def _says_the_same(label: str, said: str) -> bool:
    named = session_label_kind(label) is not None or title_kind(label) is not None
    bare = label in (
        "exam",
        "examen",
        "examination",
        "test",
        "prüfung",
        "klausur",
        "prova",
        "esame",
        "quiz",
        "考试",
        "시험",
    )
    return label == said or (named and label in said) or (bare and len(said) > 3)


def _is_linked(text: Text) -> bool:
    """Tell a topic that is a link over all its words: two such lines are two topics."""
    return all(run.anchor is not None for run in text.runs if run.text.strip())


def _read_aside(rows: Rows, entry: Entry, session: RawSession, *, first: bool, listed: bool) -> bool:
    """Read a line of a topic cell that is no topic: a cited work, works under a label, homework, a point of a list."""
    text = entry.text
    label = WORKS_LABEL.match(text.plain)
    if label is not None and (title_links(text) or label.end() >= len(text.plain.rstrip())):
        rest = attrs.evolve(entry, text=text.slice(label.end(), len(text.plain)))
        session.readings += read_works(rest, requirement=rows.requirement, session=session)
        return True
    links = title_links(text)
    behind = text.plain[links[0][2] :] if links and links[0][1] < 3 else ""
    if CITED.search(behind) or find_venue(behind) is not None:
        session.readings += read_works(entry, requirement=rows.requirement, session=session)
        return True
    if first:
        return False
    if RETURNED.match(text.plain):
        _read_returned(text, session)
        return True
    named = OUT_AS.match(text.plain)
    if named is not None:
        _read_named_work(text, named, session)
        return True
    if is_deadline(text.plain) and not entry.children:
        read_assignments(text, session, event="due")
        return True
    label = SESSION_LABEL.match(text.plain)
    if label is not None and label["number"] and session.titles and not title_links(text):
        session.notes.append(text.strip())  # "Recitation 2: Git" below a lecture's topic is a meeting of its own
        return True
    if entry.item and not listed and session.titles and not entry.children and not text.links():
        session.notes.append(text.strip())
        return True
    return False


def _read_returned(text: Text, session: RawSession) -> None:
    """Read "Return HW1, HW2 Released: Locks": what comes back is a remark, what goes out is homework."""
    for piece in text.split(re.compile(r"[,;]\s+(?=[A-Z]{2}|Homework|Assignment|Lab|Project)")):
        named = OUT_AS.match(piece.plain)
        if named is not None:
            _read_named_work(piece, named, session)
        elif is_deadline(piece.plain) and not RETURNED.match(piece.plain):
            read_assignments(piece, session, event="due")
        else:
            session.notes.append(piece.strip())


def _read_named_work(text: Text, found: re.Match[str], session: RawSession) -> None:
    """Read "HW1 Released: Locks" as the homework "HW1: Locks", handed out."""
    due = found["event"].casefold() == "due"
    title = text.slice(*found.span("work")).join(text.slice(found.start("colon"), len(text.plain))).strip()
    session.assignments.append(RawAssignment(title, "due" if due else "out", None, None, [], text))


def _drop_own_date(text: Text, session: RawSession) -> Text:
    """Take the day out of a cell over the columns: "No class Sep 14 (travel)" is dated by the same words."""
    whens = find_whens(text.plain)
    if not whens:
        return text
    before, after = text.slice(0, whens[0].start), text.slice(whens[0].end, len(text.plain))
    left = before.slice(0, len(JOINT.sub("", before.plain))).join(after) if before.plain.strip() else after
    left = left.strip(" ,:;–—-\n\u2028")
    whole = "".join(f"{left.plain}\n{before.plain}{after.plain}".split())
    session.notes = [note for note in session.notes if "".join(note.plain.split()).strip("()") not in whole]
    return left


def read_presenters(rows: Rows, text: Text, column: Column, session: RawSession) -> None:
    """Read a cell of presenters, line by line; a role before a colon is none of the name."""
    for line in text.split(re.compile(r"[\u2028\n]")):
        who = re.match(r"\s*[A-Za-z][\w -]{2,24}:\s+", line.plain)
        if who and title_kind(who[0]) == "guest":
            session.kind = session.kind or "guest"
        add_presenters(line.slice(who.end(), len(line.plain)) if who else line, session, column=column.header)


def read_note(rows: Rows, column: Column, text: Text, session: RawSession) -> None:
    """Read a cell of remarks or of a column that is not known; deadlines in it are homework."""
    words = text.plain.strip()
    edge = TASK_EDGE.match(text.plain) if column.role in ("notes", "unknown") else None
    if edge and is_task(text.plain[edge.end() :]):
        rest = text.slice(edge.end(), len(text.plain)).strip()
        session.assignments.append(RawAssignment(rest, "out" if edge["out"] else "due", None, None, [], text.strip()))
        return
    if column.role in ("notes", "unknown") and _says_deadlines(text):
        read_assignments(text, session, event="due")
        return
    for anchor, start, end in text.links():
        session.links.append(RawLink(anchor, text.slice(start, end).strip(), column=column.header))
    whole = text.strip(" ()\n\u2028") if words.startswith("(") and words.endswith(")") else text.strip()
    if column.role == "unknown" and column.header and len(words) <= 24 and not text.links():
        session.note_words.append(Worded(f"{column.header}: {' '.join(words.split())}", text))
    elif whole and link_label(whole.plain) is None:
        session.notes.append(whole)


# e.g. "Start: PSET-0", "Fim: Exercícios"
TASK_EDGE: Final = lazy_regex(
    r"\s*(?:(?P<out>start|begins?|beginn|início|inicio|début|inizio|ausgabe)|(?P<due>end|ende|fim|fin|fine|abgabe))\s*[:：]\s*",
    re.IGNORECASE,
)


def is_task(words: str) -> bool:
    """Tell the name of homework in a cell: "PSET-0", "Exercícios"."""
    return bool(HOMEWORK.search(words) or TASK_NAME.search(words))


TASK_NAME: Final = lazy_regex(r"\b(?:p-?set|ps|ex[eé]rc[ií]cios?|ejercicios?|übungsblatt|lista)\b", re.IGNORECASE)


def _says_deadlines(text: Text) -> bool:
    """Tell a cell of nothing but deadlines and the labels of their links: "HW1 out", "[code]"."""
    lines = [line for line in text.split(LINE_ENDS) if line]
    bare = [line.plain for line in lines if not (line.links() and link_label(line.plain) is not None)]
    return bool(bare) and all(is_deadline(words) for words in bare)


YES: Final = frozenset(["yes", "y", "x", "✓", "✔", "true", "ja", "sí", "sim", "oui", "是"])
NO: Final = frozenset(["no", "n", "false", "nein", "não", "non", "否", "✗"])


def read_requirement(words: Text, column: Column, session: RawSession) -> None:
    """Read a cell that says whether the works of the row must be read; "yes" below "Optional?" says the contrary."""
    folded = fold_label(words.plain)
    optional = fold_label(column.header).startswith("opt")
    value: Requirement
    if folded in ("required", "mandatory") or folded in (NO if optional else YES):
        value = "required"
    elif folded == "optional" or folded in (YES if optional else NO):
        value = "optional"
    else:
        session.notes += [words.strip()] if folded and not is_placeholder(words.plain) else []
        return
    for reading in session.readings:
        if reading.requirement is None:
            reading.requirement, reading.requirement_text = value, words.strip()
