"""Entries of a list of meetings that only head those below them: {title: "Module 1: Looms"} among dated ones."""

from __future__ import annotations

from collections.abc import Sequence as Items
from typing import Final

from syllabus_parse.document import Mapping, Node, Text
from syllabus_parse.interpret.data.keys import read_key
from syllabus_parse.interpret.data.values import has_letters, scalar_text, shape
from syllabus_parse.interpret.words import SESSION_LABEL, is_page_part, title_kind
from syllabus_parse.normalize.dates import parse_week, parse_whens

NAMING: Final = frozenset({"title", "section", "label", "text"})


def find_heading_items(nodes: Items[Node]) -> list[Text | None]:
    """Return the words of each entry that heads those below it; None for all others.

    A lone name heads where most entries have a day and one with a day comes after it. A holiday, an exam, a week and
    a numbered lecture are meetings that lack their day.

    >>> find_heading_items(())
    []
    """
    dated = [_is_dated(node) for node in nodes]
    heads = [None if day else _find_heading(node) for node, day in zip(nodes, dated, strict=True)]
    if sum(dated) * 2 < sum(head is None for head in heads) or sum(dated) < 2:
        return [None] * len(heads)
    below = False
    for index in range(len(heads) - 1, -1, -1):
        if heads[index] is not None and not below:
            heads[index] = None
        below = below or dated[index]
    return heads


def _is_dated(node: Node) -> bool:
    return isinstance(node, Mapping) and any(
        read_key(key.plain).role == "date" and shape(value) != "empty" for key, value in node.entries
    )


def _find_heading(node: Node) -> Text | None:
    if not isinstance(node, Mapping) or any(read_key(key.plain).role == "date" for key, _ in node.entries):
        return None
    told = [(key, value) for key, value in node.entries if shape(value) != "empty"]
    text = scalar_text(told[0][1]) if len(told) == 1 else None
    if text is None or read_key(told[0][0].plain).role not in NAMING:
        return None
    words = text.plain.strip()
    if not has_letters(words) or text.links() or title_kind(words) is not None or parse_whens(words):
        return None
    label = SESSION_LABEL.match(words)
    if parse_week(words) is not None or (label and label["number"]) or is_page_part(words):
        return None
    return text
