"""What the columns of a row did not take: lines of cells of which no word is left become notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import attrs

from syllabus_parse.document import Cell, Mark, Paragraph, Text
from syllabus_parse.interpret.records import RawAssignment, RawLink, RawPerson, RawReading, RawSession, RawVenue, Worded
from syllabus_parse.interpret.tables.columns import Column
from syllabus_parse.interpret.tables.row_dates import DAY_LETTERS
from syllabus_parse.interpret.words import (
    CANCELLED,
    SESSION_LABEL,
    TBD,
    fold_label,
    link_label,
    requirement_group,
    session_label_kind,
    title_kind,
)
from syllabus_parse.interpret.works.entries import Entry, read_entries
from syllabus_parse.normalize.dates import find_times, find_whens, parse_week
from syllabus_parse.normalize.titles import is_placeholder
from syllabus_parse.regex import lazy_regex

WORD: Final = lazy_regex(r"[^\W\d_]{2,}")
PARTS: Final = (RawSession, RawReading, RawAssignment, RawPerson, RawVenue, RawLink, Worded)
FIELDS: Final = {part: tuple(name for name in attrs.fields_dict(part) if name != "when") for part in PARTS}
LETTERS: Final = lazy_regex(r"[^\W\d_](?:\s?[/+&]\s?[^\W\d_])?")  # e.g. "T", "T/P"
YES_OR_NO: Final = frozenset(["yes", "no", "true", "false", "required", "optional", "mandatory", "recommended"])


def keep_rest(columns: Sequence[Column], cells: Sequence[Cell], records: Sequence[RawSession | RawReading]) -> None:
    """Note the lines of a row's cells of which no word is in any record made of it, on the first record.

    The last guard that nothing is lost. Labels that speak through a field ("Lecture", "guest", "TBD") are no words.
    """
    if not records:
        return
    said = frozenset(WORD.findall("\n".join(_list_texts(records)).casefold()))
    for column, cell in zip(columns, cells, strict=False):
        if cell.repeated or not cell.blocks or column.role == "requirement":
            continue
        for entry in _flatten(read_entries(cell.blocks)):
            text = _drop_struck(entry.text)
            if column.role in ("day", "date") and text.plain.strip(" .").casefold() in DAY_LETTERS:
                continue
            words = WORD.findall(text.plain.casefold())
            if not words and _is_mark(column, text.plain):
                _note_mark(column, text.strip(), records[0])
            elif not words or not said.isdisjoint(words):
                if records[0].kind in words:  # the name of a kind is among the words of a record
                    _keep_evidence(text.strip(), records[0])
            elif _speaks_otherwise(text.plain):
                _keep_evidence(text.strip(), records[0])
            else:
                records[0].notes.append(text.strip())


def keep_wordless_links(columns: Sequence[Column], cells: Sequence[Cell], session: RawSession) -> None:
    """Keep the links of a row that show a picture or nothing: the head of their column says what they lead to.

    A text that is stripped loses what shows no words at its ends, so the cells are looked at as they stand.
    """
    held = {id(link.anchor) for link in session.links}
    held |= {id(link.anchor) for reading in session.readings for link in reading.links}
    held |= {id(link.anchor) for task in session.assignments for link in task.links}
    for column, cell in zip(columns, cells, strict=False):
        if cell.repeated or column.role in WORDED_ROLES:
            continue
        for text in (block.text for block in cell.blocks if isinstance(block, Paragraph)):
            session.links += [
                RawLink(anchor, None, column=column.header)
                for anchor, start, end in text.links()
                if not text.plain[start:end].strip() and anchor.href and id(anchor) not in held
            ]


WORDED_ROLES: Final = frozenset({"reading", "mixed", "presenter", "section", "authors", "venue"})


def _is_mark(column: Column, plain: str) -> bool:
    """Tell letters that stand for a word of the page's own, below a head that nothing else was read from."""
    return column.role in ("unknown", "event") and bool(column.header) and LETTERS.fullmatch(plain.strip()) is not None


def _note_mark(column: Column, text: Text, record: RawSession | RawReading) -> None:
    """Keep letters that stand for something with the head that they stand below: "Type: T"."""
    if isinstance(record, RawSession):
        record.note_words.append(Worded(f"{column.header}: {text.plain}", text))


def _keep_evidence(text: Text, record: RawSession | RawReading) -> None:
    """Keep the words that a field without words of its own took: a kind, a meeting that is called off."""
    if not isinstance(record, RawSession):
        return
    words = " ".join(text.plain.split())
    if record.status == "cancelled" and CANCELLED.search(words):
        record.status_text = record.status_text or text
    elif (session_label_kind(words) or title_kind(words)) == (record.kind or "lecture"):
        label = SESSION_LABEL.match(text.plain)
        record.kind_text = record.kind_text or (text.slice(*label.span()).strip(" :") if label else text)


def _flatten(entries: Iterable[Entry]) -> Iterator[Entry]:
    for entry in entries:
        yield entry
        for child in entry.children:
            yield child
            yield from child.children


def _drop_struck(text: Text) -> Text:
    return text.without(Mark.STRIKE) if any(run.marks & Mark.STRIKE for run in text.runs) else text


def _list_texts(records: Sequence[RawSession | RawReading]) -> Iterator[str]:
    """Yield all words of records, whatever their fields are called; not recursive over depth."""
    pending: list[object] = list(records)
    while pending:
        value = pending.pop()
        if isinstance(value, Text):
            yield value.plain
        elif isinstance(value, str):
            yield value
        elif isinstance(value, list | tuple):
            pending.extend(value)
        elif isinstance(value, PARTS):
            pending.extend([part for name in FIELDS[type(value)] if (part := getattr(value, name))])


def _speaks_otherwise(plain: str) -> bool:
    """Tell words that a field without words took: a kind, a status, a day, a requirement, the kind of a link."""
    words = " ".join(plain.split())
    folded = fold_label(words)
    label = SESSION_LABEL.match(words)
    return (
        is_placeholder(words)
        or folded in YES_OR_NO
        or link_label(words) is not None
        or requirement_group(words) is not None
        or bool(TBD.fullmatch(words) or CANCELLED.search(words))
        or bool(label and label.end() >= len(words))
        or session_label_kind(words) is not None
        or (len(words) <= 40 and title_kind(words) is not None)
        or bool(find_whens(words))
        or parse_week(words) is not None
        or find_times(words) is not None
    )
