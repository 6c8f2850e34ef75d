"""Words of a session that fit nowhere else, kept as its notes, their links as its links."""

from __future__ import annotations

from typing import Final

from syllabus_parse.document import Text
from syllabus_parse.interpret.citations.values import without
from syllabus_parse.interpret.records import RawLink, RawSession
from syllabus_parse.interpret.words import link_label
from syllabus_parse.interpret.works.entries import Entry, list_below
from syllabus_parse.normalize.titles import is_placeholder
from syllabus_parse.regex import lazy_regex

EMPTY_BRACKETS: Final = lazy_regex(r"\s?(?:\(\s?\)|\[\s?\])")


def note_children(session: RawSession, entry: Entry) -> None:
    """Keep what stands below an entry: its links as the session's, its other words as notes."""
    for child in list_below(entry):
        for anchor, start, end in child.text.links():
            session.links.append(RawLink(anchor, child.text.slice(start, end).strip()))
        left = Text.of(run for run in child.text.runs if run.anchor is None).strip(" ,;[]()\n")
        if left and link_label(left.plain) is None:
            session.notes.append(left)


def note_with_links(text: Text, session: RawSession) -> None:
    """Keep words as a note and their links as the session's."""
    session.links += [RawLink(anchor, text.slice(start, end).strip()) for anchor, start, end in text.links()]
    kept = Text.of(run for run in text.runs if run.anchor is None or link_label(run.text) is None)
    gaps = [match.span() for match in EMPTY_BRACKETS.finditer(kept.plain)]
    left = (without(kept, gaps) if len(kept.runs) < len(text.runs) else kept).strip(" ,;|/()[]:\n\u2028-")
    if left and not is_placeholder(left.plain):
        session.notes.append(left)
