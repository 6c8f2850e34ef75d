"""Words of a session that fit nowhere else, kept as its notes, their links as its links."""

from __future__ import annotations

from typing import Final

from syllabus_parse.document import Text
from syllabus_parse.interpret.citations.values import without
from syllabus_parse.interpret.records import RawLink, RawSession, list_links
from syllabus_parse.interpret.words import link_label
from syllabus_parse.interpret.works.entries import Entry, list_below
from syllabus_parse.normalize.titles import is_placeholder
from syllabus_parse.regex import lazy_regex

EMPTY_BRACKETS: Final = lazy_regex(r"\s?(?:\(\s?\)|\[\s?\])")


PAIRS: Final = (("(", ")"), ("[", "]"))


def trim_edges(text: Text, edges: str) -> Text:
    """Take marks off both ends of words, but no bracket whose partner stays inside: "chapter 2 of [PD]".

    >>> from syllabus_parse.readers.inline import read_inline
    >>> trim_edges(read_inline("- no class (snow)"), " -()").plain, trim_edges(read_inline("(snow)"), " -()").plain
    ('no class (snow)', 'snow')
    """
    plain = text.plain
    left = len(plain) - len(plain.lstrip(edges))
    right = max(left, len(plain.rstrip(edges)))
    for opening, closing in PAIRS:
        inner = plain[left:right]
        if inner.count(opening) > inner.count(closing) and plain[right : right + 1] == closing:
            right += 1
        if inner.count(closing) > inner.count(opening) and plain[left - 1 : left] == opening:
            left -= 1
    return text.slice(left, right)


def note_children(session: RawSession, entry: Entry) -> None:
    """Keep what stands below an entry: its links as the session's, its other words as notes."""
    for child in list_below(entry):
        for anchor, start, end in child.text.links():
            session.links.append(RawLink(anchor, child.text.slice(start, end).strip()))
        left = Text.of(run for run in child.text.runs if run.anchor is None)
        left = trim_edges(left, " ,;[]()\n")
        if left and link_label(left.plain) is None:
            session.notes.append(left)


def note_with_links(text: Text, session: RawSession) -> None:
    """Keep words as a note and their links as the session's."""
    session.links += list_links(text)
    kept = Text.of(run for run in text.runs if run.anchor is None or link_label(run.text) is None)
    gaps = [match.span() for match in EMPTY_BRACKETS.finditer(kept.plain)]
    left = without(kept, gaps) if len(kept.runs) < len(text.runs) else kept
    left = trim_edges(left, " ,;|/()[]:\n\u2028-")
    if left and not is_placeholder(left.plain):
        session.notes.append(left)
