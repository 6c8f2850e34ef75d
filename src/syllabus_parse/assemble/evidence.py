"""Why a course has its year and term: the places that tell them, and the rules in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from syllabus_parse.document import Document, Paragraph, Text, walk
from syllabus_parse.interpret.records import RawReading, RawSession, RawSyllabus
from syllabus_parse.model import Inferred
from syllabus_parse.normalize.dates import When, find_whens
from syllabus_parse.normalize.terms import find_terms
from syllabus_parse.normalize.years import Evidence, YearChoice
from syllabus_parse.rules import apply_rule
from syllabus_parse.source import Span

TOLD: Final = 4
"""Reasons for a year that are told; more of them prove nothing more."""
QUOTED: Final = 60
LONGEST: Final = 400
"""Characters of the longest paragraph that is looked at for a day."""
# These speak for the years from one on, not for single ones.
BOUNDS: Final = frozenset({"publications", "services"})


@attrs.frozen
class YearReasons:
    """Why the dates of a document have their years, and in which order their numbers were read.

    `rules` are those of every date that states no year; `order` that of one which could be read either way.
    """

    rules: tuple[str, ...] = ()
    order: tuple[str, ...] = ()

    def explain(self, when: When) -> tuple[str, ...]:
        """Tell the rules that made a day of a date as written."""
        return (*(self.rules if when.year is None else ()), *(self.order if when.numeric else ()))


def list_reasons(choice: YearChoice) -> tuple[str, ...]:
    """Tell in words why the year was chosen.

    >>> list_reasons(YearChoice(2020, evidence=(Evidence("leap day", "29 February", (2016, 2020)),), certain=True))
    ('years: 29 February',)
    """
    if choice.year is None:
        return ()
    kinds = {piece.kind for piece in choice.evidence}
    if "hint" in kinds:
        return (apply_rule("years", "given by the caller"),)
    if "explicit date" in kinds:
        return (apply_rule("years", "that of the dates which state one"),)
    told = "; ".join(list(_tell(choice.evidence, choice.year, certain=choice.certain))[:TOLD])
    if choice.certain:
        return (apply_rule("years", told),)
    others = ", ".join(str(year) for year in choice.candidates if year != choice.year)
    return (apply_rule("likeliest year", "; ".join(filter(None, (told, others and f"{others} fit too")))),)


def explain_order(whens: Iterable[When], *, day_first: bool) -> tuple[str, ...]:
    """Tell the rule for dates that could be read either way; one date that can't proves the order of all."""
    words = "day before month" if day_first else "month before day"
    proved = any(when.day_first is not None for when in whens)
    return (apply_rule("order", words) if proved else apply_rule("likeliest order", words),)


def _tell(evidence: Iterable[Evidence], year: int, *, certain: bool) -> Iterator[str]:
    """Yield the words of what speaks for a year, the first of each kind; bounds where nothing more certain does."""
    kinds: set[str] = set()
    for piece in evidence:
        bound = certain and piece.kind in BOUNDS and bool(kinds - BOUNDS - {"pattern"})
        if piece.kind not in kinds and not bound and _speaks_for(piece, year):
            kinds.add(piece.kind)
            words = " ".join(piece.detail.split())
            yield words if len(words) <= QUOTED else f"{words[:QUOTED]}…"


def _speaks_for(piece: Evidence, year: int) -> bool:
    return piece.kind in BOUNDS or year in piece.years


def place_year(raw: RawSyllabus, choice: YearChoice, source: str) -> tuple[Span | None, bool]:
    """Find where the document tells the year that was chosen, and whether it is named there.

    Where no words name it, the place is that of the first thing which proves it: 29 February, a weekday beside a date,
    the newest work. A year that the caller gave has no place.
    """
    year = choice.year
    if year is None:
        return None, False
    named = re.compile(rf"(?<!\d)(?:{year}|{year % 100:02d})(?!\d)")
    for piece in choice.evidence:
        if isinstance(piece.ref, Span) and year in piece.years:
            found = named.search(piece.ref.slice(source))
            if found:
                return Span(piece.ref.start + found.start(), piece.ref.start + found.end()), True
    if any(piece.kind == "hint" for piece in choice.evidence):
        return None, False
    for session in raw.sessions:
        if session.when is not None and session.when.year == year and _has_place(session.when_text):
            return _span_of(session.when_text), True
    for piece in choice.evidence:
        place = next(_find_proof(raw, piece), None) if _speaks_for(piece, year) else None
        if place is not None:
            return place, False
    return None, False


def _find_proof(raw: RawSyllabus, piece: Evidence) -> Iterator[Span]:
    """Yield the places of what a piece of evidence goes by."""
    if piece.kind in BOUNDS:
        yield from _find_works(raw, piece.years[0])
    for session in raw.sessions:
        when = session.when
        place = _span_of(session.when_text)
        if when is None or place is None or when.year is not None or when.day is None:
            continue
        if (
            (piece.kind == "leap day" and (when.month, when.day) == (2, 29))
            or (piece.kind == "weekday" and when.weekday is not None)
            or piece.kind in ("pattern", "holiday")
        ):
            yield place


def _find_works(raw: RawSyllabus, year: int) -> Iterator[Span]:
    readings = list(_list_readings(raw))
    for reading in readings:
        place = _span_of(reading.year_text)
        if reading.year == year and place is not None:
            yield place
    # e.g. the 20 of https://arxiv.org/abs/2005.14165
    named = re.compile(rf"(?<!\d)(?:{year}|{year % 100:02d}(?=\d\d\.\d)|(?<=[a-z]){year % 100:02d}(?!\d))")
    for reading in readings:
        yield from (
            link.anchor.span
            for link in reading.links
            if link.anchor is not None and link.anchor.href and named.search(link.anchor.href)
        )


def _list_readings(raw: RawSyllabus) -> Iterator[RawReading]:
    yield from raw.readings
    for session in raw.sessions:
        yield from session.readings


def place_term(raw: RawSyllabus, choice: YearChoice, document: Document) -> tuple[Span | None, bool]:
    """Find where the document tells the term that was chosen, and whether it is named there: else by its dates."""
    if choice.term is None:
        return None, False
    for clue in raw.clues:
        names = [name for name in find_terms(clue.text.plain) if name.term == choice.term]
        place = clue.text.span_at(names[0].start, names[0].end) if names else None
        if place is not None:
            return place, True
    return next(filter(None, map(_place_date, raw.sessions)), None) or _find_stray_date(document), False


def _find_stray_date(document: Document) -> Span | None:
    """Find the first day that a page without dated sessions names."""
    for block in walk(document.blocks):
        if isinstance(block, Paragraph) and len(block.text.plain) < LONGEST:
            for when in find_whens(block.text.plain):
                if when.month is not None and when.day is not None:
                    return block.text.span_at(when.start, when.end)
    return None


def _place_date(session: RawSession) -> Span | None:
    dated = session.when is not None and session.when.month is not None
    return _span_of(session.when_text) if dated else None


def _has_place(text: Text | None) -> bool:
    return _span_of(text) is not None


def _span_of(text: Text | None) -> Span | None:
    return text.span if text is not None else None


def explain_course(choice: YearChoice, *, year_named: bool, term_named: bool) -> Inferred:
    """Tell the rules that made the year and the term of a course; none where the document names them beyond doubt."""
    rules: dict[str, tuple[str, ...]] = {}
    if choice.year is not None and not (year_named and choice.certain):
        rules["year"] = list_reasons(choice)
    if choice.term is not None and not term_named:
        rules["term"] = (apply_rule("term", "by the dates"),)
    return rules
