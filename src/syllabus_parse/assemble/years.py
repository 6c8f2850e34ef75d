"""What tells the year of a course, and in which order its numeric dates are to be read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final

from syllabus_parse.document import Document, Paragraph, walk
from syllabus_parse.interpret.records import RawSession, RawSyllabus
from syllabus_parse.interpret.words.week_spans import shift_days
from syllabus_parse.normalize.dates import When, find_whens, swap
from syllabus_parse.normalize.venues import is_venue
from syllabus_parse.normalize.year_clues import ARXIV
from syllabus_parse.normalize.years import Clue, YearChoice, choose_day_first, resolve_dates
from syllabus_parse.regex import lazy_regex


def orient_whens(whens: Sequence[When | None], document: Document) -> tuple[list[When | None], bool]:
    """Read all numeric dates of a document in one order; True where that is the day before the month."""
    known = [when for when in whens if when is not None]
    if any(when.numeric for when in known) and choose_day_first(known, language=document.language):
        return [swap(when) if when is not None and when.numeric else when for when in whens], True
    return list(whens), False


# e.g. "May 10, 2021", "10.5.2021", "10 de mayo de 2021"
FULL_DATE: Final = lazy_regex(r"[0-9A-Za-z],? (?:de )?20[0-6][0-9](?![0-9])|[0-9][./-]20[0-6][0-9](?![0-9])|年")
LONGEST_LINE: Final = 1_000
MOST_LINES: Final = 20
# Where a course keeps its readings: https://reader.example/courses/hist12_f2024 tells of the course, unlike the work's
COURSE_PLACE: Final = lazy_regex(r"^https?://[\w.-]{1,60}/(?:[\w-]{1,20}/)?courses?/[^/?#]{1,120}")


def gather_clues(raw: RawSyllabus, url: str | None) -> list[Clue]:
    """Gather what may tell the year: labels, headings, the page's address, the targets of its links."""
    clues = [Clue(clue.text.plain, clue.place, clue.text.span) for clue in raw.clues]
    if url:
        clues.append(Clue(url, "url"))
    if raw.course.code is not None:
        clues.append(Clue(raw.course.code.plain, "heading", raw.course.code.span))
    seen = 0
    for links in (raw.links, *(session.links for session in raw.sessions)):
        for link in links:
            if link.anchor is not None and link.anchor.href and seen < 400:
                clues.append(Clue(link.anchor.href, "link", link.anchor.span))
                seen += 1
    for session in raw.sessions:
        for reading in session.readings[:20]:
            anchors = [link.anchor for link in reading.links if link.anchor is not None]
            hrefs = [(anchor, COURSE_PLACE.search(anchor.href or "")) for anchor in anchors]
            clues += [Clue(found[0], "link", anchor.span) for anchor, found in hrefs if found is not None]
        for assignment in session.assignments:
            clues += [
                Clue(link.anchor.href, "link", link.anchor.span)
                for link in assignment.links
                if link.anchor is not None and link.anchor.href
            ]
    return clues


def list_days_off(raw: RawSyllabus) -> list[tuple[int, str]]:
    """List what is said of the days on which nobody meets, each with its place among the dated sessions."""
    dated = [session for session in raw.sessions if session.when is not None]
    return [
        (index, " ".join(text.plain for text in (*session.titles, *session.notes)))
        for index, session in enumerate(dated)
        if session.kind == "holiday"
    ]


def list_addresses(raw: RawSyllabus) -> Iterator[str]:
    """Yield the targets of all links of a document."""
    links = [raw.links, *(reading.links for reading in raw.readings)]
    for session in raw.sessions:
        links += [session.links, *(reading.links for reading in session.readings)]
        links += [assignment.links for assignment in session.assignments]
    for link in (link for group in links for link in group):
        if link.anchor is not None and link.anchor.href:
            yield link.anchor.href


def publication_years(raw: RawSyllabus) -> list[int]:
    """List the years of the works read: a course is not older than what it reads."""
    years: list[int] = []
    for reading in [*raw.readings, *(reading for session in raw.sessions for reading in session.readings)]:
        if reading.year is not None:
            years.append(reading.year)
        for link in reading.links:
            href = link.anchor.href if link.anchor is not None else None
            if href:
                years += _years_of_address(href)
    return years


LEADING_YEAR: Final = lazy_regex(r"(?:^|/)((?:19|20)\d\d)(?:%20| )-")  # e.g. "papers/2019 - Title.pdf"
PATH_YEAR: Final = lazy_regex(r"[/_.=-]((?:19|20)\d\d)(?=[/_.-])")  # e.g. "/2019/"
VENUE_YEAR: Final = lazy_regex(r"(?<![a-z])([a-z]{2,10})-?((?:19|20)?\d\d)(?=[/_.-]|$)")  # e.g. "osdi20"


def _years_of_address(href: str) -> list[int]:
    """Read the years that an address of a work names: only a lower bound for the course, never the work's own year."""
    preprint = ARXIV.search(href)
    if preprint:
        return [2000 + int(preprint["yy"])]
    found = LEADING_YEAR.search(href) or PATH_YEAR.search(href)
    if found:
        return [int(found[1])]
    years = []
    for venue, digits in VENUE_YEAR.findall(href.lower()):
        if is_venue(venue.upper()):
            number = int(digits)
            years.append(number if number > 99 else number + (2000 if number < 60 else 1900))
    return years


def resolve_assignments(raw: RawSyllabus, choice: YearChoice, document: Document) -> dict[int, dt.date | None]:
    """Resolve the due dates with the year of the course; the sessions' own months keep a turn of the year right."""
    # By assignment: dates in the same words are one remembered `When`, and may be days of two years.
    due = [
        (assignment, assignment.when)
        for session in raw.sessions
        for assignment in session.assignments
        if assignment.when is not None
    ]
    if not due:
        return {}
    anchors = [session.when for session in raw.sessions if session.when is not None]
    day_first = (
        choose_day_first(anchors, language=document.language) if any(when.numeric for when in anchors) else False
    )
    turned = [swap(when) if when.numeric and day_first else when for _, when in due]
    resolved = resolve_dates([*anchors, *turned], choice)[len(anchors) :]
    return {id(assignment): date for (assignment, _), (date, _) in zip(due, resolved, strict=True)}


def settle_week_days(
    sessions: Sequence[RawSession], dates: Sequence[tuple[dt.date | None, dt.date | None]], choice: YearChoice
) -> None:
    """Count the days of a week's columns from its Monday or Sunday, where the year proves that all rows name that day.

    "13 Jan" before columns for Tuesdays and Thursdays is the week's first day, not its Tuesday, if it is a Monday.
    """
    if not choice.certain or all(piece.kind in UNNAMED for piece in choice.evidence):
        return
    held = [
        (session, session.column_day, date)
        for session, (date, _) in zip(sessions, dates, strict=True)
        if session.column_day is not None and date is not None
    ]
    weekdays = {date.weekday() for _, _, date in held}
    if len(weekdays) != 1 or len({date for _, _, date in held}) < LEAST_WEEKS or not weekdays <= WEEK_STARTS:
        return
    begin = weekdays.pop()
    for session, day, _ in held:
        session.day_offset = shift_days(day, begin)


# What tells a year by the days alone
UNNAMED: Final = frozenset({"pattern", "weekday", "leap day", "holiday", "publications", "services"})
WEEK_STARTS: Final = frozenset({0, 6})
LEAST_WEEKS: Final = 3


def find_stray_whens(document: Document) -> list[When]:
    """Find the days that a page without dated sessions names elsewhere: they tell the term."""
    out: list[When] = []
    for block in walk(document.blocks):
        if isinstance(block, Paragraph) and len(block.text.plain) < 400 and len(out) < 60:
            out += [
                when
                for when in find_whens(block.text.plain)
                if when.month is not None and when.day is not None and when.year is None
            ]
    return out


def find_full_dates(document: Document, dated: Sequence[When]) -> list[Clue]:
    """Find the lines of running text that name a day of a session with its year, where nothing else tells the year."""
    days = {(when.month, when.day) for when in dated}
    out: list[Clue] = []
    for block in document.blocks:
        if isinstance(block, Paragraph) and FULL_DATE.search(block.text.plain):
            for line in block.text.plain.split("\n"):
                whens = find_whens(line) if len(line) < LONGEST_LINE and FULL_DATE.search(line) else ()
                if any(when.year is not None and (when.month, when.day) in days for when in whens):
                    out.append(Clue(line, "text", block.text.span))
    return out[:MOST_LINES]


def find_named_days(document: Document, dated: Sequence[When]) -> list[When]:
    """Find days named with their weekday in the words of a page whose sessions name none: "Friday (Sep 2)"."""
    if any(when.weekday is not None or when.year is not None for when in dated):
        return []
    months = {when.month for when in dated}
    named = [when for when in find_stray_whens(document) if when.weekday is not None and when.month in months]
    return named[:6]
