"""Remarks beside a work that are more than words: a number typed behind "arXiv:", its venue told again with a year."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import attrs

from syllabus_parse.document import Text
from syllabus_parse.model import Venue
from syllabus_parse.normalize.identifiers import parse_arxiv
from syllabus_parse.normalize.venues import parse_venue
from syllabus_parse.regex import lazy_regex
from syllabus_parse.source import Span

BARE_YEAR: Final = lazy_regex(r"[(\[]?(?:19|20)\d\d[)\]]?\.?")
SHORT: Final = 40
"""Characters of the longest remark that still is a number or a venue."""


@attrs.frozen
class Told:
    """What remarks tell of a work, where it stands, and the remarks that are left."""

    notes: tuple[Text, ...]
    year: int | None
    arxiv: str | None = None
    spans: dict[str, Span] = attrs.Factory(dict)


def read_remarks(notes: Sequence[Text], *, venue: Venue | None, year: int | None) -> Told:
    """Read "1803.03635" behind "arXiv preprint arXiv:", "(LOOM-2018)" behind the conference's long name, a bare year.

    A number beside another venue stays a remark, as does a venue that is not the work's own.
    """
    kept: list[Text] = []
    arxiv: str | None = None
    spans: dict[str, Span] = {}
    for note in notes:
        words = note.plain.strip()
        if year is None and BARE_YEAR.fullmatch(words) and note.span is not None:
            year, spans["year"] = int(words.strip("()[].")), note.span
            continue
        if venue is None:
            kept.append(note)
            continue
        number = parse_arxiv(words) if venue.name == "arXiv" and arxiv is None and len(words) <= SHORT else None
        if number is not None and note.span is not None:
            arxiv, spans["identifiers.arxiv"] = number[0], note.span
            continue
        again = parse_venue(words) if year is None and len(words) <= SHORT else None
        if again is not None and again.known and again.name == venue.name and again.year and note.span is not None:
            year, spans["year"] = again.year, note.span
            continue
        kept.append(note)
    return Told(tuple(kept), year, arxiv, spans)
