"""Everything the library may say about a document, in one table of stable codes, and the errors for wrong calls."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

import attrs

from syllabus_parse.source import Span

Severity: TypeAlias = Literal["info", "warning", "error"]


@attrs.frozen
class Code:
    """One thing that can be said: its stable code, how bad it is, what it means and what to do about it."""

    code: str
    severity: Severity
    meaning: str
    remedy: str


@attrs.frozen
class Diagnostic:
    """Something that a user should know about one place of one document."""

    code: str
    severity: Severity
    message: str
    span: Span | None = None


CODES: Final[tuple[Code, ...]] = (
    Code(
        "SP101",
        "warning",
        "bytes that are no text in the document's encoding were replaced",
        "save the document as UTF-8, or decode it yourself and pass text",
    ),
    Code("SP102", "error", "the document looks binary", "pass the text of the document, not the file of a program"),
    Code("SP103", "info", "the document is empty", "nothing to do"),
    Code(
        "SP199",
        "error",
        "an error inside the library; the document was given up",
        "report it, with the document if you may",
    ),
    Code("SP201", "warning", "no schedule and no reading list was found", "name the dialect, or check the input"),
    Code("SP202", "info", "a row has more or fewer cells than the table has columns", "check the cells at the span"),
    Code("SP203", "info", "the role of a column was inferred from what is in it", "give the table a header row"),
    Code("SP204", "warning", "a header without rows", "check that the document is complete"),
    Code("SP205", "warning", "a data file or front matter could not be read", "check its syntax at the span"),
    Code("SP206", "info", "two dialects fit about equally well", "name the dialect"),
    Code("SP301", "warning", "a date could not be read", "the words are in the session's raw text"),
    Code("SP302", "info", "the year was inferred", "pass `year` where you know it"),
    Code("SP303", "warning", "the year is not known; the date is left open", "pass `year` or `url`"),
    Code("SP304", "warning", "the weekday named contradicts the date", "check the year"),
    Code("SP305", "info", "several years fit; the likeliest was chosen", "pass `year` where you know it"),
    Code(
        "SP306",
        "info",
        "day and month could be read either way; one order was chosen for the document",
        "check one date",
    ),
    Code(
        "SP307",
        "warning",
        "a day that its month does not have was read as one of the next month",
        "check the date at the span",
    ),
    Code("SP401", "info", "names that were typed together were parted", "check the names at the span"),
    Code("SP402", "info", "a name stands twice in one list", "check the names at the span"),
    Code("SP501", "info", "the venue is not in the table; its words were kept", "add it to the venue table"),
    Code("SP502", "info", "title and authors were parted without a mark between them", "check the title"),
    Code("SP601", "warning", "a link's target is not an address that can be followed", "the words are in its text"),
    Code("SP602", "info", "a link's target was lost", "nothing to do"),
    Code("SP701", "warning", "the document is larger than the limit; the rest was not read", "raise `max_chars`"),
    Code("SP702", "warning", "nesting deeper than the limit was flattened", "nothing to do"),
    Code("SP703", "warning", "a part with too many pieces was cut", "split the document"),
    Code("SP801", "info", "text that fits nowhere was kept as a note", "nothing to do"),
)
BY_CODE: Final = {entry.code: entry for entry in CODES}


def report(code: str, span: Span | None = None, detail: str = "") -> Diagnostic:
    """Make a diagnostic from the table.

    >>> report("SP301", Span(3, 9), "'Sept 4ish'").message
    "a date could not be read: 'Sept 4ish'"
    """
    entry = BY_CODE[code]
    return Diagnostic(code, entry.severity, f"{entry.meaning}: {detail}" if detail else entry.meaning, span)


class SyllabusError(Exception):
    """Base of all errors that this library raises on purpose."""


class UnknownDialectError(SyllabusError, ValueError):
    """A dialect was asked for by a name that no reader has."""


class InputTypeError(SyllabusError, TypeError):
    """The document is neither `str` nor `bytes`, or an option has a type or value that no caller can mean."""


class RecordError(SyllabusError, ValueError):
    """A mapping given to `from_dict` is no record of this schema."""
