"""A dialect with a line a session, its parts between two tildes, and a format with a line a session."""

from __future__ import annotations

from syllabus_parse import Span, Syllabus
from syllabus_parse.document import Cell, Document, Paragraph, Row, Run, Table, Text
from syllabus_parse.readers.reader import Guess, Reader
from syllabus_parse.source import Source

MARK = " ~~ "


def read(source: Source) -> Document:
    """Read each line as a row, each part as a cell; every run of text knows where it stands."""
    rows = []
    at = 0
    for line in source.text.splitlines(keepends=True):
        cells = []
        start = at
        for part in line.rstrip("\n").split(MARK):
            span = Span(start, start + len(part))
            cells.append(Cell((Paragraph(Text.of([Run(part, span)]), span),), span))
            start = span.end + len(MARK)
        rows.append(Row(tuple(cells), Span(at, at + len(line)), header=at == 0))
        at += len(line)
    return Document(source, "fortnight", (Table(tuple(rows), Span(0, at)),))


def detect(source: Source) -> Guess | None:
    """Say that the marks tell the dialect."""
    return Guess("fortnight", 0.99, ("two tildes",)) if MARK in source.text else None


def write_headlines(syllabus: Syllabus) -> str:
    """Write the titles of the sessions."""
    return "".join(f"{session.date or '?'}: {session.title}\n" for session in syllabus.sessions)


READER = Reader("fortnight", read, detect)
