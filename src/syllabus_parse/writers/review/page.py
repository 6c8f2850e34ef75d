"""The review page put together: what the template draws, and the public function that writes it."""

from __future__ import annotations

import itertools
import sys
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TypeVar

import attrs

from syllabus_parse.diagnostic_codes import BY_CODE, SEVERITIES, Severity
from syllabus_parse.diagnostics import Diagnostic
from syllabus_parse.model import Reading, Session, Syllabus
from syllabus_parse.source import Source, Span
from syllabus_parse.trace import open_source
from syllabus_parse.writers.explain import list_residue
from syllabus_parse.writers.review.places import GROUPS, RESIDUE, SAID, Places, count_words
from syllabus_parse.writers.review.segments import Line, Segment, cut_lines, cut_segments
from syllabus_parse.writers.review.template import hash_script, load_template, read_part, trust
from syllabus_parse.writers.review.timeline import WEEKDAYS, Timeline, draw_timeline
from syllabus_parse.writers.review.view import Entry, Viewer, find_extent

Item = TypeVar("Item", Session, Reading)
MAX_CHARS: Final = 1_000_000
"""Characters of a document that the page shows unless told otherwise."""
MOST_ENTRIES: Final = 10_000
"""Sessions, and readings beside them, that the page shows of each."""
MOST_DOUBTS: Final = 500
"""Diagnostics, and stretches of residue, that the page lists of each."""
LINES: Final = 60
"""Lines that a browser lays out together when they come into sight."""
WIDEST: Final = 300
"""A diagnostic about a longer stretch than so many characters is marked at its first line and not drawn under."""
FLAGS: Final = 3
"""Diagnostics marked at the edge of one line at most."""


@attrs.frozen
class Doubt:
    """A diagnostic, or a stretch of the residue: what it says, its place, the words there."""

    kind: str
    code: str
    message: str
    remedy: str
    place: int | None
    where: str
    words: str


@attrs.frozen
class Piece:
    """A piece of a line: its words, the numbers of its places, the names of its groups, what marks it besides."""

    words: str
    places: tuple[int, ...] = ()
    groups: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    anchor: int | None = None


@attrs.frozen
class ShownLine:
    """A line of the source: its number, none where it goes on one, its pieces, the doubts that begin on it."""

    number: int
    goes_on: bool
    pieces: tuple[Piece, ...]
    flags: tuple[Doubt, ...]


@attrs.frozen
class Page:
    """All that the template draws."""

    syllabus: Syllabus
    title: str
    course: Entry
    sessions: tuple[tuple[int, Entry], ...]
    readings: tuple[tuple[int, Entry], ...]
    links: Entry
    doubtful: frozenset[str]
    said: tuple[Doubt, ...]
    residue: tuple[Doubt, ...]
    rules: tuple[str, ...]
    chunks: tuple[tuple[ShownLine, ...], ...]
    timeline: Timeline
    words: tuple[tuple[str, int], ...]
    counts: tuple[tuple[str, str, int], ...]
    cuts: tuple[str, ...]


def write_review(syllabus: Syllabus, source: str | bytes | Source, *, max_chars: int = MAX_CHARS) -> str:
    r"""Write the page that shows a document beside what was read from it.

    `source` is the document that was parsed: any other raises `InputTypeError`. The page is whole in itself: it loads
    nothing, sends nothing, and runs its own script only. Of a longer document the first `max_chars` characters are
    shown, with what was read from them, and the page says so.

    >>> from syllabus_parse import parse
    >>> text = "| Date | Topic |\n|---|---|\n| 2024-09-04 | <script>alert(1)</script> |"
    >>> page = write_review(parse(text), text)
    >>> page[:15], "<script>alert" in page
    ('<!doctype html>', False)
    """
    page = make_page(syllabus, open_source(source, syllabus), max_chars=max_chars)
    style, script = read_part("style.css"), read_part("script.js")
    return load_template().render(
        page=page,
        style=trust(style),
        script=trust(script),
        style_hash=hash_script(style),
        script_hash=hash_script(script),
        groups=GROUPS,
        weekdays=WEEKDAYS,
    )


def make_page(syllabus: Syllabus, source: Source, *, max_chars: int = MAX_CHARS) -> Page:
    """Gather what the page shows: entries, doubts, and the lines of the source with their places."""
    size = min(len(source.text), max(0, max_chars))
    # A place beyond the end of a whole source is a slip of the record; such a session is shown all the same.
    beyond = size if size < len(source.text) else sys.maxsize
    places = Places(size)
    viewer = Viewer(syllabus, source, places)
    course = viewer.show_course()
    kept_sessions = _pick(syllabus.sessions, beyond)
    sessions = tuple((number, viewer.show_session(session, f"sessions[{number}]")) for number, session in kept_sessions)
    kept_readings = _pick(syllabus.readings, beyond)
    readings = tuple((number, viewer.show_reading(reading, f"readings[{number}]")) for number, reading in kept_readings)
    links = viewer.show_links()
    said = tuple(_list_said(syllabus.diagnostics[:MOST_DOUBTS], source, places))
    stretches = [span for span in list_residue(syllabus) if 0 <= span.start < span.end]
    residue = tuple(_list_stretches([span for span in stretches if span.start < beyond][:MOST_DOUBTS], source, places))
    doubts = [*stretches, *(one.span for one in syllabus.diagnostics if one.span and _is_narrow(one.span))]
    entries = [entry for _, entry in (*sessions, *readings)]
    drawer = _Drawer(source.text[:size], places)
    for one in said:
        drawer.enter(one)
    return Page(
        syllabus,
        syllabus.course.title or syllabus.course.code or _name_file(syllabus.source.uri),
        course,
        sessions,
        readings,
        links,
        frozenset(_find_doubtful(entries, doubts)),
        said,
        residue,
        tuple(viewer.rules),
        tuple(drawer.draw()),
        draw_timeline([session for _, session in kept_sessions], [number for number, _ in kept_sessions]),
        tuple(count_words(syllabus.coverage)),
        tuple(_count_groups(places)),
        tuple(
            _tell_cuts(
                ("characters of the source", size, len(source.text)),
                ("sessions", len(sessions), len(syllabus.sessions)),
                ("readings beside the sessions", len(readings), len(syllabus.readings)),
                ("diagnostics", len(said), len(syllabus.diagnostics)),
                ("stretches of residue", len(residue), len(stretches)),
            )
        ),
    )


def _name_file(uri: str | None) -> str:
    name = (uri or "").rstrip("/").rpartition("/")[2]
    return name or "A document"


def _pick(items: Sequence[Item], beyond: int) -> list[tuple[int, Item]]:
    """Pick the sessions or readings that begin before the end of the part of the source that is shown."""
    made: list[tuple[int, Item]] = []
    for number, item in enumerate(items):
        extent = find_extent(item)
        if extent is None or extent.start < beyond:
            made.append((number, item))
        if len(made) == MOST_ENTRIES:
            break
    return made


def _tell_cuts(*counts: tuple[str, int, int]) -> Iterator[str]:
    for what, shown, there in counts:
        if shown < there:
            yield f"the first {shown:,} of {there:,} {what}"


def _list_said(said: Iterable[Diagnostic], source: Source, places: Places) -> Iterator[Doubt]:
    for one in said:
        entry = BY_CODE.get(one.code)
        place = places.enter(one.span, SAID)
        where, words = _quote(one.span, source)
        yield Doubt(one.severity, one.code, one.message, entry.remedy if entry else "", place, where, words)


def _list_stretches(spans: Iterable[Span], source: Source, places: Places) -> Iterator[Doubt]:
    for span in spans:
        where, words = _quote(span, source)
        yield Doubt("residue", "", "", "", places.enter(span, RESIDUE), where, words)


def _quote(span: Span | None, source: Source) -> tuple[str, str]:
    if span is None:
        return "", ""
    line, column = source.position(min(span.start, len(source.text)))
    words = source.text[span.start : min(span.end, span.start + WIDEST)]
    return f"{line}:{column}", words + ("…" if span.end - span.start > WIDEST else "")


def _is_narrow(span: Span) -> bool:
    return span.end - span.start <= WIDEST


def _find_doubtful(entries: Sequence[Entry], doubts: Sequence[Span]) -> Iterator[str]:
    """Yield the paths of the entries that a doubt lies in."""
    starts = sorted(span.start for span in doubts)
    for entry in entries:
        if entry.extent is not None:
            at = bisect_left(starts, entry.extent.start)
            if at < len(starts) and starts[at] < entry.extent.end:
                yield entry.path


@attrs.define
class _Drawer:
    """Draws lines: `worst` is how bad what was said of a place is, `flags` what is said of a line, by its number."""

    text: str
    places: Places
    worst: dict[int, Severity] = attrs.field(factory=dict)
    flags: dict[int, list[Doubt]] = attrs.field(factory=dict)
    anchored: set[int] = attrs.field(factory=set)

    def enter(self, one: Doubt) -> None:
        """Enter what was said of a place."""
        if one.place is None:
            return
        self.flags.setdefault(int(one.where.split(":")[0]), []).append(one)
        if _is_narrow(self.places.spans[one.place]):
            severity: Severity = one.kind  # type: ignore[assignment]  # a diagnostic has no other kind
            self.worst[one.place] = max(self.worst.get(one.place, "info"), severity, key=SEVERITIES.index)

    def draw(self) -> Iterator[tuple[ShownLine, ...]]:
        """Draw all lines, some of them at a time, as a browser lays them out."""
        lines = map(self._draw_line, cut_lines(self.text, cut_segments(len(self.text), self.places.spans)))
        while chunk := tuple(itertools.islice(lines, LINES)):
            yield chunk

    def _draw_line(self, line: Line) -> ShownLine:
        pieces = [self._draw_piece(segment) for segment in line.segments]
        if pieces and pieces[-1].words.endswith("\r"):
            pieces[-1] = attrs.evolve(pieces[-1], words=pieces[-1].words[:-1])
        shown = () if line.goes_on else tuple(self.flags.get(line.number, ())[:FLAGS])
        return ShownLine(line.number, line.goes_on, tuple(pieces), shown)

    def _draw_piece(self, segment: Segment) -> Piece:
        groups: dict[str, None] = {}
        marks: dict[str, None] = {}
        for number in segment.places:
            for group in self.places.list_groups(number):
                if group is RESIDUE:
                    marks["residue"] = None
                elif group is not SAID:
                    groups[group.name] = None
                elif number in self.worst:
                    marks[f"said-{self.worst[number]}"] = None
        anchor = next((number for number in segment.places if number not in self.anchored), None)
        self.anchored.update(segment.places)
        words = self.text[segment.start : segment.end]
        return Piece(words, segment.places, tuple(groups), tuple(marks), anchor)


def _count_groups(places: Places) -> Iterator[tuple[str, str, int]]:
    counts = Counter(group for number in range(len(places.spans)) for group in places.list_groups(number))
    for group in GROUPS:
        if counts[group]:
            yield group.name, group.label, counts[group]
