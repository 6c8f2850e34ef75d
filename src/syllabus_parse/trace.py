"""Where a value of a syllabus came from: its place, the words that stood there, and the rules that made it.

The model stays free of the source: it keeps places, not the text. Who wants the line and the words passes the document
again; its hash is compared, so that no line of another version is ever shown.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import Final

import attrs

from syllabus_parse.diagnostics import Diagnostic, InputTypeError
from syllabus_parse.model import Syllabus
from syllabus_parse.paths import Named, PathError, find_object, follow_path, list_values
from syllabus_parse.regex import lazy_regex
from syllabus_parse.rules import Certainty, apply_rule, judge_certainty
from syllabus_parse.source import Source, Span, decode

__all__ = ["PathError", "Trace", "Tracer", "list_traces", "open_source", "trace_object", "trace_value"]

WORDED: Final = {"kind": ("lecture", "paper", "page", "other"), "status": ("scheduled",), "event": ("due",)}
"""Fields with words of the record's own, and the values that they have where no words of the document say otherwise."""
VARIABLE: Final = lazy_regex(r"\{\{[^{}\n]{1,200}\}\}")  # e.g. {{ page.papers.gray81 }}
NO_HEADS: Final = "SP203"
"""Said of a table whose columns have no heads."""
ELSEWHERE: Final = frozenset({apply_rule("above"), apply_rule("session's day")})
"""Rules for values whose words stand outside the object."""


@attrs.frozen
class Trace:
    r"""One value and where it came from.

    `line` and `column` count from 1 and are None without the source; `raw` is what stands at `span` (without the
    source: the words that the object kept). `rules` says how a value was made that the words alone don't give, by the
    names in `rules.RULES`; behind them stands what the diagnostics say of the place. `path` is its name in the record.

    >>> from syllabus_parse import parse
    >>> text = "# Fall 2024\n\n| Date | Topic |\n|---|---|\n| 9/4 | Maps |"
    >>> trace = parse(text).trace("sessions[0].date", source=text)
    >>> trace.raw, trace.line, trace.certainty
    ('9/4', 5, 'guessed')
    """

    value: object
    span: Span | None = None
    line: int | None = None
    column: int | None = None
    raw: str | None = None
    rules: tuple[str, ...] = ()
    path: str = attrs.field(default="", kw_only=True)

    @property
    def certainty(self) -> Certainty:
        """How far to trust the value: its words state it, rules infer it from others, or it is the likeliest guess."""
        return judge_certainty(self.rules)


def trace_value(syllabus: Syllabus, path: str, *, source: str | bytes | Source | None = None) -> Trace:
    r"""Trace a value, named by its path as in the record ("sessions[3].date"), to its words in the source.

    `source` is the document that was parsed. An object (a session, a person) has the stretch from the first of its
    values to the last. A path that names nothing raises `PathError`, another document `InputTypeError`.

    >>> from syllabus_parse import parse
    >>> text = "| Date | Topic |\n|---|---|\n| 2024-09-04 | Maps |"
    >>> trace = trace_value(parse(text), "sessions[0].title", source=text)
    >>> trace.raw, trace.line, trace.column, trace.certainty
    ('Maps', 3, 16, 'stated')
    >>> trace_value(parse(text), "sessions[7]")
    Traceback (most recent call last):
    syllabus_parse.paths.PathError: 'sessions[7]' names nothing: there is no [7]
    """
    return Tracer.of(syllabus, source).trace(follow_path(syllabus, path))


def trace_object(
    syllabus: Syllabus, wanted: object, field: str = "", *, source: str | bytes | Source | None = None
) -> Trace:
    r"""Trace an object of a syllabus (a session, a reading, a person), or one field of it; see `trace_value`.

    It is told by being that very object; one that only equals a part of the syllabus raises `PathError`.

    >>> from syllabus_parse import parse
    >>> syllabus = parse("# Papers\n\n- [Join Trees](t.pdf). VLDB 2019.\n- [Heaps](h.pdf). OSDI 2020.")
    >>> trace_object(syllabus, syllabus.readings[0], "year").path
    'readings[0].year'
    """
    path = find_object(syllabus, wanted)
    return trace_value(syllabus, f"{path}.{field}" if field else path, source=source)


def list_traces(syllabus: Syllabus, *, source: str | bytes | Source | None = None) -> Iterator[Trace]:
    """Trace every value that is there, in the order of the record; see `trace_value`.

    >>> from syllabus_parse import parse
    >>> [(trace.path, trace.value) for trace in list_traces(parse("# Maps, 2024")) if trace.certainty == "guessed"]
    [('course.year', 2024)]
    """
    tracer = Tracer.of(syllabus, source)
    return (tracer.trace(named) for named in list_values(syllabus))


def open_source(source: str | bytes | Source, syllabus: Syllabus) -> Source:
    """Return the document that a syllabus was made of; raise `InputTypeError` for any other, told by its hash."""
    if not isinstance(source, (str, bytes, Source)):
        raise InputTypeError(f"`source` must be str, bytes or Source, not {type(source).__name__}")
    document = source if isinstance(source, Source) else decode(source)
    known = syllabus.source.sha256
    if known and document.sha256 and document.sha256 != known:
        raise InputTypeError("`source` is not the document that this syllabus was made of: their hashes differ")
    return document


@attrs.frozen
class Tracer:
    """Traces the values of one syllabus.

    It knows the document, what was said of each place, and where tables without heads stand.
    """

    source: Source | None
    said: Mapping[Span, list[Diagnostic]]
    headless: tuple[Span, ...]

    @classmethod
    def of(cls, syllabus: Syllabus, source: str | bytes | Source | None = None) -> Tracer:
        """Look up what was said of a syllabus, once for all its values."""
        said: dict[Span, list[Diagnostic]] = {}
        for one in syllabus.diagnostics:
            if one.span is not None:
                said.setdefault(one.span, []).append(one)
        headless = tuple(sorted(one.span for one in syllabus.diagnostics if one.code == NO_HEADS and one.span))
        return cls(open_source(source, syllabus) if source is not None else None, said, headless)

    def trace(self, named: Named) -> Trace:
        """Trace one value."""
        spans: Mapping[str, Span] = getattr(named.owner, "spans", {})
        is_value = bool(named.key) and not attrs.has(type(named.value))
        span = spans.get(named.key) if is_value else _whole(named.value)
        words: Mapping[str, str] | str = getattr(named.owner, "raw", {}) if is_value else {}
        raw = words if isinstance(words, str) else words.get(named.key)
        line = column = None
        if self.source is not None and span is not None:
            line, column = self.source.position(span.start)
            raw = span.slice(self.source.text)
        rules = tuple(self.list_rules(named, span, raw)) if is_value and named.value is not None else ()
        return Trace(named.value, span, line, column, raw, rules, path=named.path)

    def list_rules(self, named: Named, span: Span | None, raw: str | None) -> Iterator[str]:
        """Yield how a value was made, as far as it is more than reading the words at its place."""
        value = named.value
        made = _find_inferred(named)
        yield from made
        if named.key in WORDED and not made:
            usual = span is None and value in WORDED[named.key]
            yield apply_rule("usual") if usual else apply_rule("words", " ".join((raw or "").split()))
        at = bisect_right(self.headless, span.start, key=lambda table: table.start) - 1 if span is not None else -1
        if at >= 0 and span is not None and span.end <= self.headless[at].end:
            yield apply_rule("columns", "by what is in them")
        variable = VARIABLE.search(raw) if raw is not None else None
        if variable is not None:
            yield apply_rule("template", variable[0])
        elif isinstance(value, str) and raw is not None and value != raw.strip() and named.key not in WORDED:
            yield apply_rule("normalized")
        for one in self.said.get(span, ()) if span is not None else ():
            yield f"{one.code} {one.message}"


def _find_inferred(named: Named) -> tuple[str, ...]:
    """Find the rules of a value on the object that has it, else those that the object around keeps for all of it."""
    own = _look_up(named.owner, named.key)
    return own or (_look_up(named.holder, named.within) if named.within else ())


def _look_up(owner: object, key: str) -> tuple[str, ...]:
    rules: Mapping[str, tuple[str, ...]] = getattr(owner, "inferred", {})
    found = rules.get(key)
    # e.g. "authors" for "authors[0]"
    return found if found is not None else rules.get(key.partition("[")[0], ())


def _whole(value: object) -> Span | None:
    """Return the stretch of an object: from the first of its own places to the last, without those of words above."""
    inferred: Mapping[str, tuple[str, ...]] = getattr(value, "inferred", {})
    spans = [
        span
        for key, span in getattr(value, "spans", {}).items()
        if not key.startswith("section[") and not ELSEWHERE.intersection(inferred.get(key, ()))
    ]
    return Span(min(span.start for span in spans), max(span.end for span in spans)) if spans else None
