"""Remarks of a data file that are labelled lists: [{title: Topics, contents: […]}, "Assignment 1 is due"]."""

from __future__ import annotations

from typing import Final

from syllabus_parse.document import Mapping, Node, Scalar, Sequence, Text
from syllabus_parse.interpret.data.keys import fold_data_key, read_key
from syllabus_parse.interpret.data.values import scalar_text
from syllabus_parse.interpret.records import RawLink, RawSession
from syllabus_parse.interpret.sessions.deadlines import is_deadline, read_assignments
from syllabus_parse.interpret.sessions.fields import fill_session
from syllabus_parse.interpret.words import requirement_group
from syllabus_parse.interpret.works.entries import Entry

NAMES: Final = frozenset({"title", "name", "label", "heading", "titel", "título"})
CONTENTS: Final = frozenset({"contents", "content", "items", "list", "children", "entries", "points", "description"})


def read_labelled_lists(node: Node) -> list[Entry] | None:
    """Read remarks of which some have lists of their own: [{title: Topics, contents: […]}, "Read ch. 3"]; else None."""
    if not isinstance(node, Sequence):
        return None
    out: list[Entry] = []
    labelled = False
    for item in node.items:
        text = scalar_text(item) if isinstance(item, Scalar) else None
        if isinstance(item, Mapping):
            made = _read_labelled(item)
            if made is None:
                return None
            labelled = True
            out.append(made)
        elif text is not None:
            out.append(Entry(text, item=True))
    return out if labelled else None


def _read_labelled(node: Mapping) -> Entry | None:
    name: Text | None = None
    below: list[Entry] = []
    for key, value in node.entries:
        folded = fold_data_key(key.plain)
        if folded in NAMES and name is None and (text := scalar_text(value)) is not None:
            name = text
        elif folded in CONTENTS and isinstance(value, Sequence) and all(isinstance(i, Scalar) for i in value.items):
            below += [Entry(text, item=True) for i in value.items if (text := scalar_text(i)) is not None]
        else:
            return None
    return Entry(name, below, item=True) if name is not None and below else None


def read_entry(session: RawSession, entry: Entry) -> None:
    """Read a remark with its own list; what it says of the topic is a remark where the session has one."""
    text = entry.text
    words = text.plain.strip()
    links = text.links()
    if session.titles and read_key(words).role in ("topics", "title"):
        session.notes += [child.text for child in entry.children]
    elif links and is_deadline(words[links[0][1] : links[0][2]]):
        read_assignments(text.slice(links[0][1], links[0][2]), session, event="out")
    elif links and links[0][2] - links[0][1] >= len(words) and (entry.children or requirement_group(words) is not None):
        session.links.append(RawLink(links[0][0], text))
        for child in entry.children:
            read_entry(session, child)
    else:
        fill_session(session, entry)
