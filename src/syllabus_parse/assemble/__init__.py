"""Raw records to the model: every word is normalized, every date gets its year, every value keeps its place."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urljoin

import attrs

from syllabus_parse.assemble.evidence import (
    YearReasons,
    explain_course,
    explain_order,
    list_reasons,
    place_term,
    place_year,
)
from syllabus_parse.assemble.maker import Maker
from syllabus_parse.assemble.variables import list_variables
from syllabus_parse.assemble.years import (
    find_full_dates,
    find_named_days,
    find_stray_whens,
    gather_clues,
    list_addresses,
    list_days_off,
    orient_whens,
    publication_years,
    resolve_assignments,
    settle_week_days,
)
from syllabus_parse.diagnostics import Diagnostic, report
from syllabus_parse.document import Document, Problem
from syllabus_parse.interpret.records import RawSyllabus
from syllabus_parse.model import Course, Origin, Syllabus
from syllabus_parse.normalize.dates import When
from syllabus_parse.normalize.services import service_year
from syllabus_parse.normalize.terms import find_terms
from syllabus_parse.normalize.titles import normalize_topic
from syllabus_parse.normalize.years import YearChoice, infer_years, resolve_dates
from syllabus_parse.regex import lazy_regex
from syllabus_parse.source import Span

__all__ = ["assemble"]


SPRING_BREAK: Final = lazy_regex(r"\bspring (?:break|recess)\b", re.IGNORECASE)


def assemble(raw: RawSyllabus, document: Document, *, url: str | None = None, year: int | None = None) -> Syllabus:
    """Make the model of all raw records of one document.

    `url` is the page's address (links are resolved against it, its path may tell the year), `year` the year that
    the caller knows the course to start in.
    """
    source = document.source
    maker = Maker(_base(document, url), list_variables(document.meta))
    for problem in [*raw.problems, *(problem for session in raw.sessions for problem in session.problems)]:
        maker.diagnostics.append(_diagnose(problem))
    readings = [reading for item in raw.readings if (reading := maker.make_reading(item)) is not None]
    whens, turned = orient_whens([session.when for session in raw.sessions], document)
    if turned:
        maker.say("SP306", None, "day before month")
    dated = [when for when in whens if when is not None]
    choice = _choose_year(raw, document, dated, url=url, year=year)
    if raw.group and choice.term is not None and not _names_term(raw, choice):
        choice = attrs.evolve(choice, term=None)  # a reading group meets through all terms
    titles = (title.plain for item in raw.sessions for title in item.titles)
    if choice.term == "winter" and any(map(SPRING_BREAK.search, titles)):
        choice = attrs.evolve(choice, term="spring")  # the break is one of the spring's, however early it begins
    resolved = resolve_dates(whens, choice)
    settle_week_days(raw.sessions, resolved, choice)
    maker.reasons = YearReasons(list_reasons(choice), explain_order(dated, day_first=turned))
    dates = resolve_assignments(raw, choice, document)
    sessions = tuple(
        maker.make_session(item, date, end, dates) for item, (date, end) in zip(raw.sessions, resolved, strict=True)
    )
    _say_year(choice, maker, bool(whens))
    course = _make_course(raw, choice, maker, document)
    return Syllabus(
        source=Origin(document.dialect, source.uri, source.encoding, source.sha256),
        course=course,
        sessions=sessions,
        readings=tuple(readings),
        links=maker.make_links(raw.links),
        diagnostics=tuple(maker.diagnostics),
    )


def _choose_year(
    raw: RawSyllabus, document: Document, dated: list[When], *, url: str | None, year: int | None
) -> YearChoice:
    """Choose the year of the course; running text is asked for a day named in full only where nothing else tells it."""
    whens = [*dated, *find_named_days(document, dated)] if dated else find_stray_whens(document)
    clues = gather_clues(raw, url)
    works = publication_years(raw)
    service = service_year(list_addresses(raw))
    off = list_days_off(raw)
    choice = infer_years(whens, clues=clues, hint=year, publication_years=works, service=service, holidays=off)
    said = find_full_dates(document, dated) if choice.year is None and dated else []
    if not said:
        return choice
    return infer_years(whens, clues=[*clues, *said], hint=year, publication_years=works, service=service, holidays=off)


def _base(document: Document, url: str | None) -> str | None:
    if document.base and url:
        return urljoin(url, document.base)
    return url or document.base


def _diagnose(problem: Problem) -> Diagnostic:
    return report(problem.code, problem.span, problem.detail)


def _say_year(choice: YearChoice, maker: Maker, dated: bool) -> None:
    if not dated or choice.year is None:
        return
    told = "; ".join(f"{piece.kind}: {piece.detail}" for piece in choice.evidence[:4])
    place = next((piece.ref for piece in choice.evidence if isinstance(piece.ref, Span)), None)
    if not choice.certain:
        maker.say("SP305", place, f"{choice.year} of {', '.join(map(str, choice.candidates))} ({told})")
    elif all(piece.kind != "explicit date" for piece in choice.evidence):
        maker.say("SP302", place, f"{choice.year} ({told})")


def _names_term(raw: RawSyllabus, choice: YearChoice) -> bool:
    """Tell whether the document itself names the term, not its dates alone."""
    return any(name.term == choice.term for clue in raw.clues for name in find_terms(clue.text.plain))


def _code(words: str, *, upper: bool) -> str | None:
    return (words.upper() if upper else words) or None


def _make_course(raw: RawSyllabus, choice: YearChoice, maker: Maker, document: Document) -> Course:
    spans: dict[str, Span] = {}
    words: dict[str, str] = {}
    for name, text in (("title", raw.course.title), ("code", raw.course.code), ("institution", raw.course.institution)):
        if text is not None and text.span is not None:
            spans[name] = text.span
            words[name] = text.plain.strip()
    year, year_named = place_year(raw, choice, document.source.text)
    term, term_named = place_term(raw, choice, document)
    spans |= {name: place for name, place in (("year", year), ("term", term)) if place is not None}
    title, code, institution = raw.course.title, raw.course.code, raw.course.institution
    return Course(
        title=(normalize_topic(title.plain) or None) if title is not None else None,
        code=_code(maker.words(code), upper=raw.course.code_upper) if code is not None else None,
        institution=(maker.words(institution) or None) if institution is not None else None,
        term=choice.term,
        year=choice.year,
        spans=spans,
        raw=words,
        inferred=explain_course(choice, year_named=year_named, term_named=term_named),
    )
