"""Source to `Document`: one file a dialect, and the table of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from syllabus_parse.readers import data_file, html, latex, markdown, org, pipe_table, row_dump, rst, venue_list
from syllabus_parse.readers.reader import Guess, Reader
from syllabus_parse.source import Source

READERS: Final[tuple[Reader, ...]] = (
    pipe_table.READER,
    row_dump.READER,
    markdown.JEKYLL_READER,
    markdown.DATE_LIST_READER,
    venue_list.READER,
    html.READER,
    data_file.READER,
    rst.READER,
    org.READER,
    latex.READER,
)


def detect_dialects(source: Source, readers: Sequence[Reader] = READERS) -> tuple[Guess, ...]:
    r"""Rank the dialects that a source may be in, the likeliest first; none for a text that is empty.

    Of equal guesses the one whose reader stands first in `readers` comes first.

    >>> detect_dialects(Source("| Date | Topic |\n|---|---|\n| 9/2 | Intro |\n"))[0].dialect
    'pipe_table'
    """
    if not source.text.strip():
        return ()
    guesses = [guess for guess in (reader.detect(source) for reader in readers) if guess is not None]
    return tuple(sorted(guesses, key=lambda guess: -guess.score))


__all__ = ["READERS", "Guess", "Reader", "detect_dialects"]
