"""Raw records to the model: every word is normalized, every date gets its year, every value keeps its place."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence

import attrs

from syllabus_parse.diagnostics import Diagnostic, report
from syllabus_parse.document import Document, Paragraph, Problem, Text, walk
from syllabus_parse.interpret.records import (
    RawAssignment,
    RawLink,
    RawPerson,
    RawReading,
    RawSession,
    RawSyllabus,
)
from syllabus_parse.model import Assignment, Course, Link, Origin, Person, Reading, Session, Syllabus, Venue
from syllabus_parse.normalize.dates import When, find_whens, swap
from syllabus_parse.normalize.identifiers import find_identifiers
from syllabus_parse.normalize.links import classify_link, normalize_url
from syllabus_parse.normalize.people import normalize_name
from syllabus_parse.normalize.text import mend_text
from syllabus_parse.normalize.titles import normalize_title, normalize_topic, trim_title
from syllabus_parse.normalize.venues import is_venue
from syllabus_parse.normalize.years import Clue, YearChoice, choose_day_first, infer_years, resolve_dates
from syllabus_parse.source import Span

UNSAFE = ("javascript:", "data:", "vbscript:", "blob:", "about:")


@attrs.define(eq=False)
class Maker:
    """Makes model objects of raw ones for one document; collects what is to be said on the way."""

    base: str | None
    diagnostics: list[Diagnostic] = attrs.field(factory=list)

    def say(self, code: str, span: Span | None = None, detail: str = "") -> None:
        """Add a diagnostic."""
        self.diagnostics.append(report(code, span, detail))

    def title(self, text: Text) -> tuple[str, Span | None, str]:
        """Return a reading's title, its place and its words."""
        start, end = trim_title(text.plain)
        return normalize_title(text.plain), text.span_at(start, end) if end > start else text.span, text.plain

    def words(self, text: Text) -> str:
        """Return mended words."""
        return mend_text(text.plain)

    def make_links(self, raws: Iterable[RawLink]) -> tuple[Link, ...]:
        """Make links; one target with one text counts once."""
        out: list[Link] = []
        for raw in raws:
            link = self.make_link(raw)
            if link is not None and not any(
                link.url is not None and link.url == other.url and link.text == other.text for other in out
            ):
                out.append(link)
        return tuple(out)

    def make_link(self, raw: RawLink) -> Link | None:
        """Make a link; a target that can't be followed is reported and left out of `url`."""
        text = _bare_label(mend_text(raw.text.plain)) if raw.text is not None else None
        spans: dict[str, Span] = {}
        if raw.text is not None and raw.text.span is not None:
            spans["text"] = raw.text.span
        if raw.anchor is None:
            return Link(None, text, raw.kind or classify_link(None, text=text or "", column=raw.column), spans)
        spans["url"] = raw.anchor.span
        url = normalize_url(raw.anchor.href, base=self.base) if raw.anchor.href is not None else None
        if url is None and raw.anchor.href and raw.anchor.href.strip():
            self.say("SP601", raw.anchor.span, raw.anchor.href[:80])
        if url is None and not text:
            return None
        kind = classify_link(url, text=text or "", column=raw.column)
        return Link(url, text, raw.kind if url is None and raw.kind is not None else kind, spans)

    def make_people(self, raws: Iterable[RawPerson]) -> tuple[Person, ...]:
        """Make people; one who stands twice in a row counts once."""
        out = []
        for raw in raws:
            name = normalize_name(mend_text(raw.parsed or raw.name.plain))
            if not name:
                continue
            spans = {"name": raw.name.span} if raw.name.span is not None else {}
            if raw.affiliation_text is not None and raw.affiliation_text.span is not None:
                spans["affiliation"] = raw.affiliation_text.span
            affiliation = mend_text(raw.affiliation) if raw.affiliation else None
            out.append(Person(name, affiliation or None, raw.role, spans))
        return tuple(out)

    def make_reading(self, raw: RawReading) -> Reading | None:
        """Make a reading; None where nothing is left of its title."""
        title, span, words = self.title(raw.title)
        if not title:
            return None
        spans: dict[str, Span] = {}
        if span is not None:
            spans["title"] = span
        short = normalize_title(raw.short_name.plain) if raw.short_name is not None else None
        if raw.short_name is not None and raw.short_name.span is not None:
            spans["short_name"] = raw.short_name.span
        venue = None
        if raw.venue is not None:
            place = raw.venue.text.span
            venue = Venue(
                mend_text(raw.venue.name),
                raw.venue.kind,
                raw.venue.text.plain.strip(),
                {"name": place} if place else {},
            )  # type: ignore[arg-type]
            if not raw.venue.known and raw.venue.kind != "book":
                self.say("SP501", place, venue.name)
        if raw.year_text is not None and raw.year_text.span is not None:
            spans["year"] = raw.year_text.span
        if raw.requirement_text is not None and raw.requirement_text.span is not None:
            spans["requirement"] = raw.requirement_text.span
        links = self.make_links(raw.links)
        identifiers: dict[str, str] = {}
        for link in links:
            if link.url:
                for key, value in find_identifiers(link.url).items():
                    identifiers.setdefault(key, value)
        year = raw.year if raw.year is not None else _leading_year(links)
        if raw.parted:
            self.say("SP401", span, title[:60])
        tags = tuple(dict.fromkeys([*raw.tag_words, *(_tag(tag.plain) for tag in raw.tags)]))
        return Reading(
            title, short or None, self.make_people(raw.authors), venue, year, raw.requirement, raw.kind or "paper",
            tuple(self.words(part) for part in raw.section), links, identifiers, tags,
            tuple(note for text in raw.notes if (note := mend_text(text.plain))), spans, {"title": words},
        )  # fmt: skip

    def make_assignment(self, raw: RawAssignment, day: dt.date | None, dates: dict[int, dt.date | None]) -> Assignment:
        """Make an assignment; without a date of its own it stands on its session's day."""
        spans = {"title": raw.title.span} if raw.title.span is not None else {}
        if raw.when_text is not None and raw.when_text.span is not None:
            spans["date"] = raw.when_text.span
        date = dates.get(id(raw.when)) if raw.when is not None else None
        return Assignment(
            normalize_topic(raw.title.plain),
            raw.event,
            date or day,
            self.make_links(raw.links),
            spans,
            {"title": raw.title.plain},
        )

    def make_session(
        self, raw: RawSession, date: dt.date | None, end: dt.date | None, dates: dict[int, dt.date | None]
    ) -> Session:
        """Make a session on its resolved day."""
        spans: dict[str, Span] = {}
        words: dict[str, str] = {}
        titles = [title for title in raw.titles if normalize_topic(title.plain)]
        title = "; ".join(normalize_topic(text.plain) for text in titles) or None
        for name, text in (
            ("title", titles[0] if titles else None),
            ("date", raw.when_text),
            ("number", raw.number_text),
            ("week", raw.week_text),
            ("time", raw.times_text),
            ("location", raw.location),
        ):
            if text is not None and text.span is not None:
                spans[name] = text.span
                words[name] = text.plain.strip()
        if titles and titles[-1].span is not None and "title" in spans:
            spans["title"] = spans["title"].cover(titles[-1].span)
        offset = dt.timedelta(days=raw.day_offset)
        date = date + offset if date is not None else None
        when, times = raw.when, raw.times
        start = times.start_time if times is not None else when.start_time if when is not None else None
        stop = times.end_time if times is not None else when.end_time if when is not None else None
        if date is None and raw.status is None and when is not None and when.month is not None:
            self.say("SP303", raw.when_text.span if raw.when_text is not None else None, words.get("date", ""))
        if when is not None and when.overflow:
            self.say("SP307", raw.when_text.span if raw.when_text is not None else None, words.get("date", ""))
        if (
            when is not None
            and when.weekday is not None
            and date is not None
            and offset.days == 0
            and date.weekday() != when.weekday
            and not when.overflow
        ):
            self.say("SP304", raw.when_text.span if raw.when_text is not None else None, words.get("date", ""))
        notes = [*raw.note_words, *(note for text in raw.notes if (note := mend_text(text.plain)))]
        if when is not None and when.overflow and raw.when_text is not None:
            notes.append(mend_text(raw.when_text.plain))
        return Session(
            date, end + offset if end is not None else None, _whole_minutes(start), _whole_minutes(stop),
            raw.week if raw.week is not None else (when.week if when is not None else None), raw.number, raw.kind or "lecture",
            raw.status or "scheduled", title, tuple(self.words(part) for part in raw.section if part), self.make_people(raw.presenters),
            self.words(raw.location) if raw.location is not None else None,
            tuple(reading for item in raw.readings if (reading := self.make_reading(item)) is not None),
            tuple(self.make_assignment(item, date, dates) for item in raw.assignments), self.make_links(raw.links),
            tuple(dict.fromkeys(notes)), spans, words,
        )  # fmt: skip


def _tag(words: str) -> str:
    plain = mend_text(words).strip("()[] ")
    return plain.lower() if plain.istitle() and " " not in plain else plain


def _leading_year(links: Sequence[Link]) -> int | None:
    """Read the year that leads a linked file's name ("2019 - Title.pdf")."""
    for link in links:
        name = (link.url or "").rsplit("/", 1)[-1].replace("%20", " ")
        if (
            len(name) > 8
            and name[:4].isdigit()
            and name[4:7] in (" - ", "_-_", " – ")
            and 1900 <= int(name[:4]) <= 2100
        ):
            return int(name[:4])
    return None


def assemble(raw: RawSyllabus, document: Document, *, url: str | None = None, year: int | None = None) -> Syllabus:
    """Make the model of all raw records of one document.

    `url` is the page's address (links are resolved against it, its path may tell the year), `year` the year that
    the caller knows the course to start in.
    """
    source = document.source
    maker = Maker(_base(document, url))
    if source.replaced:
        maker.say("SP101", None, f"{source.replaced} characters")
    for problem in raw.problems:
        maker.diagnostics.append(_diagnose(problem))
    readings = [reading for item in raw.readings if (reading := maker.make_reading(item)) is not None]
    whens = _orient([session.when for session in raw.sessions], document, maker)
    choice = infer_years(
        [when for when in whens if when is not None] or _stray_whens(document),
        clues=_clues(raw, url),
        hint=year,
        publication_years=_publication_years(raw),
    )
    resolved = resolve_dates(whens, choice)
    dates = _assignment_dates(raw, choice, document)
    sessions = tuple(
        maker.make_session(item, date, end, dates) for item, (date, end) in zip(raw.sessions, resolved, strict=True)
    )
    _say_year(choice, maker, bool(whens))
    course = _make_course(raw, choice, maker)
    return Syllabus(
        Origin(document.dialect, source.uri, source.encoding, source.sha256), course, sessions, tuple(readings),
        maker.make_links(raw.links), {}, tuple(maker.diagnostics),
    )  # fmt: skip


def _base(document: Document, url: str | None) -> str | None:
    from urllib.parse import urljoin

    if document.base and url:
        return urljoin(url, document.base)
    return url or document.base


def _diagnose(problem: Problem) -> Diagnostic:
    return report(problem.code, problem.span, problem.detail)


def _orient(whens: Sequence[When | None], document: Document, maker: Maker) -> list[When | None]:
    """Read all numeric dates of a document in one order."""
    known = [when for when in whens if when is not None]
    if any(when.numeric for when in known) and choose_day_first(known, language=document.language):
        maker.say("SP306", None, "day before month")
        return [swap(when) if when is not None and when.numeric else when for when in whens]
    return list(whens)


def _clues(raw: RawSyllabus, url: str | None) -> list[Clue]:
    clues = [Clue(clue.text.plain, clue.place) for clue in raw.clues]
    if url:
        clues.append(Clue(url, "url"))
    if raw.course.code is not None:
        clues.append(Clue(raw.course.code.plain, "heading"))
    seen = 0
    for links in (raw.links, *(session.links for session in raw.sessions)):
        for link in links:
            if link.anchor is not None and link.anchor.href and seen < 400:
                clues.append(Clue(link.anchor.href, "link"))
                seen += 1
    for session in raw.sessions:
        for assignment in session.assignments:
            clues += [
                Clue(link.anchor.href, "link")
                for link in assignment.links
                if link.anchor is not None and link.anchor.href
            ]
    return clues


def _publication_years(raw: RawSyllabus) -> list[int]:
    years: list[int] = []
    for reading in [*raw.readings, *(reading for session in raw.sessions for reading in session.readings)]:
        if reading.year is not None:
            years.append(reading.year)
            continue
        for link in reading.links:
            href = link.anchor.href if link.anchor is not None else None
            if href:
                years += _years_of_address(href)
    return years


LEADING_YEAR = re.compile(r"(?:^|/)((?:19|20)\d\d)(?:%20| )-")
PATH_YEAR = re.compile(r"[/_.=-]((?:19|20)\d\d)(?=[/_.-])")
VENUE_YEAR = re.compile(r"(?<![a-z])([a-z]{2,10})-?((?:19|20)?\d\d)(?=[/_.-]|$)")


def _years_of_address(href: str) -> list[int]:
    """Read the years that an address of a work names: only a lower bound for the course, never the work's own year."""
    found = LEADING_YEAR.search(href) or PATH_YEAR.search(href)
    if found:
        return [int(found[1])]
    years = []
    for venue, digits in VENUE_YEAR.findall(href.lower()):
        if is_venue(venue.upper()):
            number = int(digits)
            years.append(number if number > 99 else number + (2000 if number < 60 else 1900))
    return years


def _assignment_dates(raw: RawSyllabus, choice: YearChoice, document: Document) -> dict[int, dt.date | None]:
    """Resolve the due dates with the year of the course; the sessions' own months keep a turn of the year right."""
    whens = [
        assignment.when for session in raw.sessions for assignment in session.assignments if assignment.when is not None
    ]
    if not whens:
        return {}
    anchors = [session.when for session in raw.sessions if session.when is not None]
    day_first = (
        choose_day_first(anchors, language=document.language) if any(when.numeric for when in anchors) else False
    )
    turned = [swap(when) if when.numeric and day_first else when for when in whens]
    resolved = resolve_dates([*anchors, *turned], choice)[len(anchors) :]
    return {id(when): date for when, (date, _) in zip(whens, resolved, strict=True)}


def _stray_whens(document: Document) -> list[When]:
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


def _say_year(choice: YearChoice, maker: Maker, dated: bool) -> None:
    if not dated or choice.year is None:
        return
    told = "; ".join(f"{piece.kind}: {piece.detail}" for piece in choice.evidence[:4])
    if not choice.certain:
        maker.say("SP305", None, f"{choice.year} of {', '.join(map(str, choice.candidates))} ({told})")
    elif all(piece.kind != "explicit date" for piece in choice.evidence):
        maker.say("SP302", None, f"{choice.year} ({told})")


def _bare_label(text: str) -> str:
    """Take the brackets off a label: "[Paper]"."""
    return text[1:-1].strip() if len(text) > 2 and text[0] == "[" and text[-1] == "]" and "[" not in text[1:] else text


def _code(words: str, *, upper: bool) -> str | None:
    return (words.upper() if upper else words) or None


def _whole_minutes(time: dt.time | None) -> dt.time | None:
    return time.replace(second=0, microsecond=0) if time is not None else None


def _make_course(raw: RawSyllabus, choice: YearChoice, maker: Maker) -> Course:
    spans: dict[str, Span] = {}
    words: dict[str, str] = {}
    for name, text in (("title", raw.course.title), ("code", raw.course.code), ("institution", raw.course.institution)):
        if text is not None and text.span is not None:
            spans[name] = text.span
            words[name] = text.plain.strip()
    return Course(
        normalize_topic(raw.course.title.plain) or None if raw.course.title is not None else None,
        _code(maker.words(raw.course.code), upper=raw.course.code_upper) if raw.course.code is not None else None,
        maker.words(raw.course.institution) or None if raw.course.institution is not None else None,
        choice.term, choice.year, spans, words,
    )  # fmt: skip
