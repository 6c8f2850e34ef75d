"""A day's events as the keys of a mapping, each a line of Markdown: {"**Lecture** [Looms](…)": "[Ch. 1](…)"}."""

from __future__ import annotations

from syllabus_parse.document import Mapping, Mark, Node, Text
from syllabus_parse.interpret.citations.values import title_links
from syllabus_parse.interpret.data.values import value_texts
from syllabus_parse.interpret.records import RawSession
from syllabus_parse.interpret.sessions.badged import cut_badge
from syllabus_parse.interpret.sessions.fields import fill_session
from syllabus_parse.interpret.sessions.topics import linked_topic, read_topic
from syllabus_parse.interpret.works.entries import Entry
from syllabus_parse.interpret.works.signs import shows_work


def holds_lines(node: Node) -> bool:
    """Tell a mapping whose keys are lines of text, set bold or linked, from one whose keys name facts."""
    return isinstance(node, Mapping) and any(
        run.anchor is not None or run.marks & (Mark.BOLD | Mark.BADGE) for key, _ in node.entries for run in key.runs
    )


def list_lines(node: Node) -> list[Entry]:
    """List the lines of such a mapping as entries, what stands behind a key below it."""
    if not isinstance(node, Mapping):
        return []
    return [Entry(key, [Entry(text) for text in value_texts(value)], ":", True) for key, value in node.entries]


def read_line(session: RawSession, entry: Entry) -> None:
    """Read one line of a day's events; a linked name in the first of them is the topic, as in a list of definitions."""
    text = entry.text
    if not session.titles and is_topic(text):
        read_topic(text, session, readings=False)
        for child in entry.children:
            fill_session(session, child)
        return
    fill_session(session, entry)


def is_topic(text: Text) -> bool:
    """Tell a linked name without a badge and without people or a venue."""
    return cut_badge(text) is None and bool(title_links(text)) and linked_topic(text) and not shows_work(text)
