"""One raw record to one object of the model: words are normalized, links resolved, every value keeps its place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

import attrs

from syllabus_parse.assemble.evidence import YearReasons
from syllabus_parse.assemble.explain import explain_assignment, explain_reading, explain_session
from syllabus_parse.assemble.pieces import (
    cut_brackets,
    cut_number,
    cut_week,
    drop_seconds,
    find_leading_year,
    place_words,
    read_leading_year,
    read_tag,
    read_worded,
)
from syllabus_parse.assemble.remarks import read_remarks
from syllabus_parse.assemble.variables import fill_variables
from syllabus_parse.diagnostics import Diagnostic, report
from syllabus_parse.document import Text
from syllabus_parse.interpret.records import RawAssignment, RawLink, RawPerson, RawReading, RawSession, RawVenue
from syllabus_parse.model import Assignment, Link, Person, Reading, Session, Venue
from syllabus_parse.normalize.identifiers import find_identifiers
from syllabus_parse.normalize.links import classify_link, normalize_url
from syllabus_parse.normalize.people import normalize_name
from syllabus_parse.normalize.text import mend_text
from syllabus_parse.normalize.titles import normalize_title, normalize_topic, trim_title
from syllabus_parse.source import Span


@attrs.define(eq=False)
class Maker:
    """Makes model objects of raw ones for one document; collects what is to be said on the way."""

    base: str | None
    variables: Mapping[str, str] = attrs.field(factory=dict)
    diagnostics: list[Diagnostic] = attrs.field(factory=list)
    lost_link: bool = False
    reasons: YearReasons = attrs.field(factory=YearReasons)

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
        seen: set[tuple[str, str | None]] = set()
        for raw in raws:
            link = self.make_link(raw)
            if link is None or (link.url is not None and (link.url, link.text) in seen):
                continue
            if link.url is not None:
                seen.add((link.url, link.text))
            out.append(link)
        return tuple(out)

    def make_link(self, raw: RawLink) -> Link | None:
        """Make a link; a target that can't be followed is reported and left out of `url`."""
        text = cut_brackets(mend_text(raw.text.plain)) if raw.text is not None else None
        spans: dict[str, Span] = {}
        if raw.text is not None and raw.text.span is not None:
            spans["text"] = raw.text.span
        if raw.anchor is None:
            if not self.lost_link:
                self.lost_link = True  # a document that lost its links lost all of them: once is enough
                self.say("SP602", spans.get("text"), text or "")
            return Link(None, text, raw.kind or classify_link(None, text=text or "", column=raw.column), spans)
        spans["url"] = raw.anchor.span
        href = fill_variables(raw.anchor.href, self.variables) if raw.anchor.href is not None else None
        url = normalize_url(href, base=self.base) if href is not None else None
        if url is None and raw.anchor.href and raw.anchor.href.strip():
            self.say("SP601", raw.anchor.span, raw.anchor.href[:80])
        if url is None and not text:
            return None
        kind = classify_link(url, text=text or "", column=raw.column)
        return Link(url, text, raw.kind if url is None and raw.kind is not None else kind, spans)

    def make_people(self, raws: Iterable[RawPerson]) -> tuple[Person, ...]:
        """Make people; words that name nobody make none."""
        out: list[Person] = []
        for raw in raws:
            name = normalize_name(mend_text(raw.parsed or raw.name.plain))
            if not name:
                continue
            spans = {"name": raw.name.span} if raw.name.span is not None else {}
            if raw.affiliation_text is not None and raw.affiliation_text.span is not None:
                spans["affiliation"] = raw.affiliation_text.span
            if raw.role_text is not None and raw.role_text.span is not None:
                spans["role"] = raw.role_text.span
            affiliation = mend_text(raw.affiliation) if raw.affiliation else None
            out.append(Person(name, affiliation or None, raw.role, spans))
        return tuple(out)

    def make_venue(self, raw: RawVenue) -> Venue:
        """Make a venue; one that the table doesn't know keeps its words and is reported."""
        place = raw.text.span
        name = mend_text(raw.name)
        if not raw.known and raw.kind != "book":
            self.say("SP501", place, name)
        return Venue(name, raw.kind, raw.text.plain.strip(), {"name": place} if place else {})

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
            venue = self.make_venue(raw.venue)
        if raw.year_text is not None and raw.year_text.span is not None:
            spans["year"] = raw.year_text.span
        if raw.kind_text is not None and raw.kind_text.span is not None and raw.kind is not None:
            spans["kind"] = raw.kind_text.span
        if raw.requirement_text is not None and raw.requirement_text.span is not None:
            spans["requirement"] = raw.requirement_text.span
        links = self.make_links(raw.links)
        identifiers: dict[str, str] = {}
        for link in links:
            if link.url:
                for key, value in find_identifiers(link.url).items():
                    if key not in identifiers and "url" in link.spans:
                        spans[f"identifiers.{key}"] = link.spans["url"]
                    identifiers.setdefault(key, value)
        told = read_remarks(raw.notes, venue=venue, year=raw.year)
        spans |= {key: span for key, span in told.spans.items() if key not in spans}
        if told.arxiv is not None:
            identifiers.setdefault("arxiv", told.arxiv)
        year = told.year
        named = find_leading_year(links) if year is None else None
        if named is not None:
            year = read_leading_year(named)
            spans |= {"year": named.spans["url"]} if "url" in named.spans else {}
        for problem in raw.problems:
            self.say(problem.code, problem.span, problem.detail)
        if raw.parted:
            self.say("SP401", span, title[:60])
        tags = place_words(
            "tags", [*map(read_worded, raw.tag_words), *((read_tag(tag.plain), tag) for tag in raw.tags)], spans
        )
        notes = place_words("notes", [(mend_text(text.plain), text) for text in told.notes], spans, once=False)
        return Reading(
            title=title,
            short_name=short or None,
            authors=self.make_people(raw.authors),
            venue=venue,
            year=year,
            requirement=raw.requirement,
            kind=raw.kind or "paper",
            section=place_words("section", [(self.words(part), part) for part in raw.section], spans, once=False),
            links=links,
            identifiers=identifiers,
            tags=tags,
            notes=notes,
            spans=spans,
            raw={"title": words},
            inferred=explain_reading(raw, links, year_from=named),
        )

    def make_assignment(
        self, raw: RawAssignment, day: dt.date | None, dates: dict[int, dt.date | None], place: Span | None = None
    ) -> Assignment:
        """Make an assignment; without a date of its own it stands on its session's day, named at `place`."""
        spans = {"title": raw.title.span} if raw.title.span is not None else {}
        if raw.when_text is not None and raw.when_text.span is not None:
            spans["date"] = raw.when_text.span
        date = dates.get(id(raw)) if raw.when is not None else None
        if date is None and day is not None and place is not None and (raw.weekday is None or "date" not in spans):
            spans["date"] = place
        if date is None and day is not None and raw.weekday is not None:
            date = day + dt.timedelta(days=raw.weekday - day.weekday())
        own_date = date is not None and raw.weekday is None and "date" in spans and spans["date"] is not place
        return Assignment(
            normalize_topic(raw.title.plain),
            raw.event,
            date or day,
            self.make_links(raw.links),
            spans,
            {"title": raw.title.plain},
            explain_assignment(raw, self.reasons, own_date=own_date, dated=(date or day) is not None),
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
            ("number", cut_number(raw.number_text, raw.number) if raw.number_text is not None else None),
            ("week", cut_week(raw.week_text, raw.week) if raw.week_text is not None else None),
            ("location", raw.location),
            ("kind", raw.kind_text if raw.kind is not None else None),
            ("status", raw.status_text if raw.status is not None else None),
        ):
            if text is not None and text.span is not None:
                spans[name] = text.span
                words[name] = text.plain.strip()
        if titles and titles[-1].span is not None and "title" in spans:
            spans["title"] = spans["title"].cover(titles[-1].span)
            if len(titles) > 1:
                # Between the parts may stand what is no topic: each part keeps its own place.
                spans |= {f"title[{i}]": text.span for i, text in enumerate(titles) if text.span is not None}
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
        for name, value, text in (
            ("end_date", end, raw.when_text),
            ("start_time", start, raw.times_text if times is not None else raw.when_text),
            ("end_time", stop, raw.end_text or (raw.times_text if times is not None else raw.when_text)),
            ("week", when.week if when is not None else None, raw.when_text),
        ):
            if value is not None and name not in spans and text is not None and text.span is not None:
                spans[name] = text.span
        worded = [*map(read_worded, raw.note_words), *((mend_text(text.plain), text) for text in raw.notes)]
        if when is not None and when.overflow and raw.when_text is not None:
            worded.append((mend_text(raw.when_text.plain), raw.when_text))
        notes = place_words("notes", worded, spans)
        readings = tuple(reading for item in raw.readings if (reading := self.make_reading(item)) is not None)
        return Session(
            date=date,
            end_date=end + offset if end is not None else None,
            start_time=drop_seconds(start),
            end_time=drop_seconds(stop),
            week=raw.week if raw.week is not None else (when.week if when is not None else None),
            number=raw.number,
            kind=raw.kind or "lecture",
            status=raw.status or "scheduled",
            title=title,
            section=place_words(
                "section", [(self.words(part), part) for part in raw.section if part], spans, once=False
            ),
            presenters=self.make_people(raw.presenters),
            location=self.words(raw.location) if raw.location is not None else None,
            readings=readings,
            assignments=tuple(self.make_assignment(item, date, dates, spans.get("date")) for item in raw.assignments),
            links=self.make_links(raw.links),
            notes=notes,
            spans=spans,
            raw=words,
            inferred=explain_session(raw, self.reasons, dated=date is not None),
        )
