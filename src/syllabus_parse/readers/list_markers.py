"""Markers that open an item of a list or a definition in Markdown."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import Paragraph
from syllabus_parse.readers.block_marks import find_marker
from syllabus_parse.readers.item_stack import DEFINITION, NUMBERED, TERM
from syllabus_parse.readers.page_builder import PageBuilder
from syllabus_parse.regex import lazy_regex

CHECKBOX: Final = lazy_regex(r"\[[ xX]\][ \t]+")


def open_item(page: PageBuilder, text: str, start: int, stop: int, indent: int) -> tuple[int, int] | None:
    """Open a list item at a marker: return where its content begins, and how far in."""
    if text[start] == ":":
        return open_definition(page, text, start, indent)
    marker = find_marker(text, start, stop)
    if marker is None:
        return None
    match, kind = marker
    sibling = page.stack.find_sibling(indent)
    same = sibling is not None and sibling.kind == kind
    if page.lines and not same and _is_prose(page, match, kind, indent):
        return None
    page.flush()
    page.stack.place(indent)
    if page.stack.full:
        page.report_depth(start, stop)
        same = page.stack.top.kind == kind
    page.stack.open_item(kind, match[0], indent, start + page.offset, same=same)
    left = match.end()
    while left < stop and text[left] in " \t\u00a0":
        left += 1
    while left < stop and text[left] in "> ":
        left += 1
    box = CHECKBOX.match(text, left, stop)
    if box is not None:
        left = box.end()  # "- [x] Trees": whether it is done is none of its words
    # Content that stands close to its marker belongs to the item all the same.
    return left, indent + max(2, min(left - start, 6))


def _is_prose(page: PageBuilder, match: re.Match[str], kind: str, indent: int) -> bool:
    """Tell whether running text goes on at what looks like a marker: only some may break off a paragraph."""
    # e.g. "…as chapter / 14. of the book shows"
    if kind == "+" and match.string.startswith("[", match.end() + 1):
        return False  # "+ [Maps](…)" below a line that announces a list
    if kind == "+" and page.stack.top.kind is not None and not page.stack.escapes(indent):
        return False  # "    + What is a map?" below "- Maps"
    return kind in (*NUMBERED, "–", "+") and match[1] != "1" and not page.stack.escapes(indent)


def open_definition(page: PageBuilder, text: str, start: int, indent: int) -> tuple[int, int] | None:
    """Open a definition: the paragraph above it becomes its term."""
    stack = page.stack
    if text[start + 1 : start + 2] not in (" ", "\t") or stack.full:
        return None
    sibling = stack.find_sibling(indent)
    beside = sibling is not None and sibling.kind == DEFINITION
    if beside:
        page.flush()
        stack.place(indent, definition=True)
    else:
        page.flush()
        stack.place(indent)
        term = stack.top.blocks[-1] if stack.top.blocks else None
        # The paragraph of a definition is the term of those further in, and stays where it is.
        if stack.top.kind != DEFINITION:
            if not isinstance(term, Paragraph):
                return None
            stack.top.blocks.pop()
            stack.open_item(TERM, "", indent - 2, term.span.start, same=True)
            stack.top.put(term, term.span.end)
    stack.open_item(DEFINITION, ":", indent, start + page.offset, same=beside)
    left = start + 1
    while left < len(text) and text[left] in " \t":
        left += 1
    return left, indent + 2
