"""A document beside what was read from it: each line of the source, and at its side the values with a place in it."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

import attrs

from syllabus_parse.diagnostic_codes import Severity
from syllabus_parse.model import Syllabus
from syllabus_parse.regex import lazy_regex
from syllabus_parse.source import Source, Span
from syllabus_parse.trace import list_traces
from syllabus_parse.writers.excerpt import TAB, escape_controls
from syllabus_parse.writers.table import describe_syllabus, render_parts

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

PIECE: Final = 400
"""A longer line is shown in pieces of so many characters: a page can be one line of a megabyte."""
VALUE: Final = 300
"""Characters shown of a value at most."""
TOLD: Final = frozenset({
    "years", "likeliest year", "term", "order", "likeliest order", "day", "title and people", "names", "columns",
})  # fmt: skip
"""Rules that are told beside the first value that each made; of the others the source beside it tells enough."""
GAPS: Final = 4
"""Blanks between the three columns."""
# e.g. notes[1], identifiers.doi: the end of the name of a place that is that of a part of a field
PART: Final = lazy_regex(r"(?:\[(?P<index>\d{1,9})\]|\.(?P<key>.{1,200}))$")
STYLES: Final[dict[Severity, str]] = {"info": "cyan", "warning": "yellow", "error": "red"}


@attrs.frozen
class PlacedValue:
    """A value of the model, named by its path in the record, and its place in the source."""

    path: str
    value: object
    span: Span


def list_placed_values(syllabus: Syllabus) -> tuple[PlacedValue, ...]:
    """List all values that have a place, in the order of the record.

    A place may be that of a part: `notes[1]`, `identifiers.doi`. One that no field answers to has None for its value.

    >>> from syllabus_parse.model import Course, Origin
    >>> course = Course(title="Algorithms", spans={"title": Span(2, 12)})
    >>> list_placed_values(Syllabus(Origin("jekyll"), course))
    (PlacedValue(path='course.title', value='Algorithms', span=Span(start=2, end=12)),)
    """
    found: list[PlacedValue] = []
    # The model is five levels deep at most; the stack holds what is still to be looked at, the first on top.
    rest: list[tuple[str, object]] = [
        (name, getattr(syllabus, name)) for name in ("links", "readings", "sessions", "course")
    ]
    while rest:
        path, value = rest.pop()
        if isinstance(value, tuple):
            rest += [(f"{path}[{at}]", value[at]) for at in range(len(value) - 1, -1, -1)]
        elif attrs.has(cls := type(value)):
            for name, span in getattr(value, "spans", {}).items():
                found.append(PlacedValue(f"{path}.{name}", _pick_value(value, name), span))
            fields = [field.name for field in attrs.fields(cls) if field.name not in ("spans", "raw")]
            rest += [(f"{path}.{name}", getattr(value, name)) for name in reversed(fields)]
    return tuple(found)


def _pick_value(owner: object, key: str) -> object:
    """Return the value of a field, or the part of it that a key like `notes[1]` names."""
    name, part = PART.sub("", key), PART.search(key)
    value = getattr(owner, name, None)
    if part is None:
        return value
    if isinstance(value, Mapping):
        return value.get(part["key"])
    # Several topics of one entry make one title.
    parts = value.split("; ") if isinstance(value, str) else value
    index = int(part["index"] or -1)
    return parts[index] if isinstance(parts, (list, tuple)) and 0 <= index < len(parts) else None


def write_explanation(syllabus: Syllabus, source: Source, *, width: int = 100, color: bool = False) -> str:
    """Write the source in two columns of so many cells in all: its lines left, what was read from each right.

    A value stands beside the line that its place begins on. What was read is underlined where colours are asked for.
    """
    return render_parts(_parts(syllabus, source, width), width=width, color=color)


def _parts(syllabus: Syllabus, source: Source, width: int) -> Iterator[RenderableType]:
    from rich.table import Table
    from rich.text import Text

    yield Text(escape_controls(describe_syllabus(syllabus)), style="bold")
    course = syllabus.course
    for name in ("term", "year"):
        if getattr(course, name) is not None and name not in course.spans:
            yield _value_line(f"course.{name}", getattr(course, name), "inferred")
    for said in syllabus.diagnostics:
        if said.span is None:
            yield Text(escape_controls(f"{said.severity} {said.code}: {said.message}"), style=STYLES[said.severity])
    yield Text("")
    values = list_placed_values(syllabus)
    pieces = list(_cut_pieces(source.text))
    beside = _gather_lines(syllabus, source, values, [start for _, start, _ in pieces])
    covered = _join_spans(value.span for value in values)
    grid = Table(box=None, show_header=False, padding=(0, 1), pad_edge=False, width=width)
    digits = len(str(pieces[-1][0])) if pieces else 1
    left = (width - digits - GAPS) // 2
    grid.add_column(justify="right", style="dim", width=digits)
    grid.add_column(overflow="fold", width=left)
    grid.add_column(overflow="fold", width=width - digits - GAPS - left)
    for index, (number, start, end) in enumerate(pieces):
        lines = Text("\n").join(beside.get(index, ()))
        grid.add_row(str(number), _mark_piece(source.text, start, end, covered), lines)
    yield grid


def _cut_pieces(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield the number, the start and the end of each line, of a long one for each of its pieces."""
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        end = start + len(line)
        if line or end < len(text):
            for at in range(start, max(end, start + 1), PIECE):
                yield number, at, min(at + PIECE, end)
        start = end + 1


def _gather_lines(
    syllabus: Syllabus, source: Source, values: Sequence[PlacedValue], starts: Sequence[int]
) -> dict[int, list[Text]]:
    from rich.text import Text

    beside: defaultdict[int, list[Text]] = defaultdict(list)
    rules = {trace.path: trace.rules for trace in list_traces(syllabus)}
    told: set[str] = set()
    for item in sorted(values, key=lambda item: item.span.start):
        # A rule that made many values, the year of all dates, is told once.
        fresh = [rule for rule in rules.get(item.path, ()) if rule.partition(":")[0] in TOLD and rule not in told]
        told.update(fresh)
        words = "; ".join(fresh) or None if item.value is not None else item.span.slice(source.text)
        line = _value_line(item.path, item.value, words)
        beside[max(0, bisect_right(starts, item.span.start) - 1)].append(line)
    for said in syllabus.diagnostics:
        if said.span is not None:
            words = escape_controls(f"{said.severity} {said.code}: {said.message}")
            line = Text(words, style=STYLES[said.severity])
            beside[max(0, bisect_right(starts, said.span.start) - 1)].append(line)
    for span in list_residue(syllabus):
        line = Text(f"residue {escape_controls(span.slice(source.text)[:VALUE])}", style="magenta")
        beside[max(0, bisect_right(starts, span.start) - 1)].append(line)
    return beside


def list_residue(syllabus: Syllabus) -> list[Span]:
    """List the places that the accounting has found nothing for; a record by another hand may hold anything there."""
    places = syllabus.coverage.get("residue")
    pairs = [pair for pair in places if isinstance(pair, list) and len(pair) == 2] if isinstance(places, list) else []
    return [Span(start, end) for start, end in pairs if isinstance(start, int) and isinstance(end, int)]


def _value_line(path: str, value: object, words: str | None) -> Text:
    from rich.text import Text

    line = Text(f"{path} ", style="dim")
    if value is not None:
        line.append(escape_controls(_describe(value)), style="bold not dim")
    if words is not None:
        line.append(escape_controls(f" ({words[:VALUE]})" if value is not None else f"? ({words[:VALUE]})"))
    return line


def _describe(value: object) -> str:
    if isinstance(value, tuple):
        return " / ".join(_describe(item) for item in value)[:VALUE]
    if isinstance(value, dt.time):
        return value.isoformat("minutes")
    name = getattr(value, "name", None)
    return str(value if name is None else name)[:VALUE]


def _join_spans(spans: Iterable[Span]) -> list[Span]:
    """Join spans that overlap or touch; what comes out is in order and apart."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = joined[-1].cover(span)
        else:
            joined.append(span)
    return joined


def _mark_piece(text: str, start: int, end: int, covered: Sequence[Span]) -> Text:
    from rich.text import Text

    made = Text()
    at = start
    index = max(0, bisect_right(covered, start, key=lambda span: span.start) - 1)
    while index < len(covered) and covered[index].start < end:
        begin, stop = max(at, covered[index].start), min(end, covered[index].end)
        if begin < stop:
            made.append(_show(text[at:begin]))
            made.append(_show(text[begin:stop]), style="underline")
            at = stop
        index += 1
    made.append(_show(text[at:end].removesuffix("\r")))
    return made


def _show(words: str) -> str:
    return escape_controls(words.replace("\t", " " * TAB))
