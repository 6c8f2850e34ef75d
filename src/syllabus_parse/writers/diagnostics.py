"""What was said of a document, for people (carets under the places), for programs (JSON), and as an exception."""

from __future__ import annotations

from typing import Final

from syllabus_parse.diagnostic_codes import BY_CODE, SEVERITIES, Severity
from syllabus_parse.diagnostics import Diagnostic, DiagnosticError, DiagnosticsError, InputTypeError, select_diagnostics
from syllabus_parse.model import Syllabus
from syllabus_parse.source import Source
from syllabus_parse.trace import open_source
from syllabus_parse.writers.excerpt import draw_excerpt, escape_controls
from syllabus_parse.writers.json import dump_json

QUOTED: Final = 200
"""Characters of the source that the JSON form quotes at most."""


def format_diagnostic(said: Diagnostic, source: Source | None, *, name: str) -> str:
    """Write a diagnostic as compilers do: where, how bad, which code; then the line, and carets under the place.

    Without the source there is no line to show, and the place is given in characters.

    >>> from syllabus_parse.diagnostics import report
    >>> from syllabus_parse.source import Span
    >>> print(format_diagnostic(report("SP303", Span(2, 5), "9/2"), Source("| 9/2 | Heaps |"), name="plan.md"))
    plan.md:1:3: warning SP303: the year is not known; the date is left open: 9/2
    1 | | 9/2 | Heaps |
      |   ^^^
    """
    words = escape_controls(f"{said.severity} {said.code}: {said.message}")
    name = escape_controls(name)
    if said.span is None:
        return f"{name}: {words}"
    if source is None:
        return f"{name}: {words} (characters {said.span.start}-{said.span.end})"
    place = draw_excerpt(source, said.span)
    margin = " " * len(str(place.line))
    return (
        f"{name}:{place.line}:{place.column}: {words}\n{place.line} | {place.shown}\n{margin} | {place.carets}".rstrip()
    )


def write_diagnostics(syllabus: Syllabus, source: Source | None, *, name: str) -> str:
    """Write all that was said of a document, in the order of the document's reading; nothing for a clean one."""
    return "".join(f"{format_diagnostic(said, source, name=name)}\n" for said in syllabus.diagnostics)


def write_diagnostics_json(syllabus: Syllabus, source: Source, *, indent: int | None = 2) -> str:
    r"""Write what was said of a document as a JSON object: `source` as in the record, and `diagnostics`.

    Each has what the record gives it, and beside that line and column, the words at the place and the remedy, so that
    a program needs neither the document nor the table of codes.

    >>> from syllabus_parse.diagnostics import report
    >>> from syllabus_parse.model import Origin
    >>> said = Syllabus(Origin("unknown"), diagnostics=(report("SP103"),))
    >>> write_diagnostics_json(said, Source(""), indent=None)[-51:]
    '"end":null,"words":null,"remedy":"nothing to do"}]}'
    """
    origin = syllabus.source
    return dump_json(
        {
            "source": {
                "dialect": origin.dialect, "uri": origin.uri, "encoding": origin.encoding, "sha256": origin.sha256,
            },
            "diagnostics": [_record(said, source) for said in syllabus.diagnostics],
        },
        indent=indent,
    )  # fmt: skip


def make_error(
    syllabus: Syllabus, *, source: str | bytes | Source | None, at_least: Severity
) -> DiagnosticsError | None:
    """Make the exception that `Syllabus.raise_for_diagnostics` raises; None where nothing is bad enough.

    A source that is not the document of the syllabus raises `InputTypeError`: carets in another text would lie.
    """
    if at_least not in SEVERITIES:
        raise InputTypeError(f"`at_least` must be one of {', '.join(SEVERITIES)}, not {at_least!r}")
    document = open_source(source, syllabus) if source is not None else None
    chosen = select_diagnostics(syllabus.diagnostics, at_least=at_least)
    if not chosen:
        return None
    name = syllabus.source.uri or "document"
    errors = [DiagnosticError(format_diagnostic(said, document, name=name), said) for said in chosen]
    return DiagnosticsError(describe_count(len(errors), at_least=at_least, name=name), errors)


def describe_count(number: int, *, at_least: Severity, name: str) -> str:
    """Say how many diagnostics were too bad.

    >>> describe_count(1, at_least="error", name="plan.md")
    'plan.md: 1 diagnostic of severity error'
    >>> describe_count(3, at_least="warning", name="plan.md")
    'plan.md: 3 diagnostics of severity warning or worse'
    """
    worse = "" if at_least == SEVERITIES[-1] else " or worse"
    return f"{escape_controls(name)}: {number} diagnostic{'s' if number != 1 else ''} of severity {at_least}{worse}"


def _record(said: Diagnostic, source: Source) -> dict[str, object]:
    span = said.span
    entry = BY_CODE.get(said.code)
    return {
        "code": said.code,
        "severity": said.severity,
        "message": said.message,
        "span": [span.start, span.end] if span else None,
        "start": _place(source, span.start) if span else None,
        "end": _place(source, span.end) if span else None,
        "words": span.slice(source.text)[:QUOTED] if span else None,
        "remedy": entry.remedy if entry else None,
    }


def _place(source: Source, offset: int) -> dict[str, int]:
    line, column = source.position(min(offset, len(source.text)))
    return {"line": line, "column": column}
