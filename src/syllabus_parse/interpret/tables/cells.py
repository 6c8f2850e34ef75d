"""The words of a cell."""

from __future__ import annotations

import re
from functools import lru_cache

from syllabus_parse.document import Cell, Text
from syllabus_parse.interpret.works.entries import join_texts, read_entries


@lru_cache(maxsize=2048)
def cell_text(cell: Cell) -> Text:
    """Return all the words of a cell; remembered for a while, since many rules go through the cells of a table."""
    return join_texts([entry.text for entry in read_entries(cell.blocks)])


def cell_words(cell: Cell) -> str:
    """Return the words of a cell, blanks folded."""
    return " ".join(cell_text(cell).plain.split())


def cut_links(text: Text) -> Text:
    """Return the text without its links and the brackets left empty by them."""
    left = Text.of(run for run in text.runs if run.anchor is None)
    empty = re.compile(r"[(\[][\s,;/|]*[)\]]")
    pieces = [piece for piece in left.split(empty) if piece.plain.strip(" ,;/|()[]:\n\u2028")]
    return join_texts(pieces).strip(" ,;/|()[]:\n\u2028") if pieces else Text((), "")
