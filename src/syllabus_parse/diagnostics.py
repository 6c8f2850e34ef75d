"""Everything the library may say about a document, in one table of stable codes, and the errors for wrong calls."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from syllabus_parse.diagnostic_codes import BY_CODE, SEVERITIES, Severity
from syllabus_parse.source import Span


@attrs.frozen
class Diagnostic:
    """Something that a user should know about one place of one document.

    >>> from syllabus_parse import parse
    >>> parse(b"%PDF-1.7").diagnostics[0]
    Diagnostic(code='SP102', severity='error', message='the document looks binary: a PDF file', span=None)
    """

    code: str
    severity: Severity
    message: str
    span: Span | None = None


def report(code: str, span: Span | None = None, detail: str = "") -> Diagnostic:
    """Make a diagnostic from the table.

    >>> report("SP301", Span(3, 9), "'Sept 4ish'").message
    "a date could not be read: 'Sept 4ish'"
    """
    entry = BY_CODE[code]
    return Diagnostic(code, entry.severity, f"{entry.meaning}: {detail}" if detail else entry.meaning, span)


def select_diagnostics(said: Sequence[Diagnostic], *, at_least: Severity) -> tuple[Diagnostic, ...]:
    """Return the diagnostics of a severity or worse, in their order.

    >>> said = [report("SP103"), report("SP201"), report("SP102")]
    >>> [one.code for one in select_diagnostics(said, at_least="warning")]
    ['SP201', 'SP102']
    """
    wanted = SEVERITIES[SEVERITIES.index(at_least) :]
    return tuple(one for one in said if one.severity in wanted)


class SyllabusError(Exception):
    """Base of all errors that this library raises on purpose.

    >>> from syllabus_parse import parse
    >>> try:
    ...     parse("| 9/4 | Maps |", dialect="docx")
    ... except SyllabusError as fault:
    ...     type(fault).__name__
    'UnknownDialectError'
    """


class UnknownDialectError(SyllabusError, ValueError):
    """A dialect was asked for by a name that no reader has.

    >>> from syllabus_parse import parse
    >>> try:
    ...     parse("", dialect="docx")
    ... except UnknownDialectError as fault:
    ...     str(fault).partition(".")[0]
    "unknown dialect 'docx'"
    """


class InputTypeError(SyllabusError, TypeError):
    """The document is neither `str` nor `bytes`, or an option has a type or value that no caller can mean.

    >>> from syllabus_parse import parse
    >>> parse(None)
    Traceback (most recent call last):
    syllabus_parse.diagnostics.InputTypeError: the document must be str or bytes, not NoneType
    """


class RecordError(SyllabusError, ValueError):
    """A mapping given to `from_dict` is no record of this schema.

    >>> from syllabus_parse import from_dict
    >>> from_dict({"sessions": 3})
    Traceback (most recent call last):
    syllabus_parse.diagnostics.RecordError: $.source: an object was expected; nothing is there
    """


class PluginError(SyllabusError):
    """A dialect or format of another package can't be used; the message names the package and says why.

    >>> raise PluginError("plugin 'weekly:READER' is no Reader of the dialect 'weekly'")
    Traceback (most recent call last):
    syllabus_parse.diagnostics.PluginError: plugin 'weekly:READER' is no Reader of the dialect 'weekly'
    """


class MissingExtraError(SyllabusError, ImportError):
    """A format needs a library that isn't installed; the message says which extra brings it.

    >>> raise MissingExtraError("ics", "ics", "icalendar")
    Traceback (most recent call last):
    syllabus_parse.diagnostics.MissingExtraError: ics needs icalendar; pip install 'syllabus_parse[ics]'
    """

    def __init__(self, what: str, extra: str | None, module: str) -> None:
        advice = f"; pip install 'syllabus_parse[{extra}]'" if extra else ""
        super().__init__(f"{what} needs {module}{advice}", name=module)


class DiagnosticError(SyllabusError):
    r"""One diagnostic as an exception; its words show the place, a caret under each character meant.

    >>> from syllabus_parse import parse
    >>> text = "| Date | Topic |\n|---|---|\n| Sept 4ish | Maps |\n"
    >>> try:
    ...     parse(text).raise_for_diagnostics(source=text)
    ... except* DiagnosticError as group:
    ...     [fault.diagnostic.code for fault in group.exceptions]
    ['SP301']
    """

    def __init__(self, words: str, diagnostic: Diagnostic) -> None:
        super().__init__(words, diagnostic)
        self.diagnostic = diagnostic

    def __str__(self) -> str:
        return str(self.args[0])


class DiagnosticsError(SyllabusError, ExceptionGroup[DiagnosticError]):
    """What `Syllabus.raise_for_diagnostics` raises: one `DiagnosticError` for each diagnostic, in their order.

    `except* DiagnosticError` takes them one by one, `except SyllabusError` all at once.

    >>> from syllabus_parse import parse
    >>> try:
    ...     parse("%PDF-1.7").raise_for_diagnostics()
    ... except DiagnosticsError as group:
    ...     len(group.exceptions)
    1
    """

    def derive(self, excs: Sequence[DiagnosticError]) -> DiagnosticsError:  # type: ignore[override]
        """Make the group that `split` and `subgroup` put their part into."""
        return DiagnosticsError(self.message, excs)
