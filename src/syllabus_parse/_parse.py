"""The way of a document through the library: the stages in order."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

import attrs

from syllabus_parse.accounting import account_later
from syllabus_parse.assemble import assemble
from syllabus_parse.caps import cap_document
from syllabus_parse.collector import pause_collector
from syllabus_parse.diagnostics import Diagnostic, InputTypeError, UnknownDialectError, report
from syllabus_parse.intake import check_document, check_options, take_in
from syllabus_parse.interpret import interpret_document
from syllabus_parse.limits import Limits, OutOfTimeError, check_time, keep_time
from syllabus_parse.model import Origin, Syllabus
from syllabus_parse.plugins import list_readers
from syllabus_parse.readers import Guess, Reader, detect_dialects
from syllabus_parse.source import Source

MAX_CHARS: Final = Limits().chars
UNKNOWN: Final = "unknown"
"""The dialect of a document that no reader was chosen for: an empty or a binary one."""
FALLBACK: Final = "jekyll"
"""The reader for a document that looks like none: running text with headings is the most general shape."""
ABOUT_EQUAL: Final = 0.05


def parse(
    data: str | bytes,
    *,
    dialect: str | None = None,
    url: str | None = None,
    year: int | None = None,
    max_chars: int = MAX_CHARS,
    limits: Limits | None = None,
    _debug: bool = False,
) -> Syllabus:
    r"""Parse one document: a `str` is its text (never a path or an address), `bytes` are decoded first.

    `dialect` names the reader and skips the guess; `url` is the page's address, against which links are resolved
    and which may tell the year; `year` is the year the course starts in, where the caller knows it.
    `limits` says how much of it is read; `max_chars` is short for `Limits(chars=max_chars)`, and where both are given
    the smaller one holds. A document compressed with gzip is unpacked first.
    What the document says never raises: what can't be read becomes a diagnostic. Wrong calls raise
    `InputTypeError` or `UnknownDialectError`.

    >>> parse("").diagnostics[0].message
    'the document is empty'
    """
    check_document(data)
    return _run_stages(
        data, uri=url, dialect=dialect, url=url, year=year, max_chars=max_chars, limits=limits, debug=_debug
    )


def parse_file(
    path: str | os.PathLike[str],
    *,
    dialect: str | None = None,
    url: str | None = None,
    year: int | None = None,
    max_chars: int = MAX_CHARS,
    limits: Limits | None = None,
    _debug: bool = False,
) -> Syllabus:
    """Parse the document in a file; `source.uri` is `url` where that is given, else the path.

    A file that can't be opened raises the `OSError` that says why.

    >>> parse_file("nowhere.md")
    Traceback (most recent call last):
    FileNotFoundError: [Errno 2] No such file or directory: 'nowhere.md'
    """
    if not isinstance(path, (str, os.PathLike)):
        raise InputTypeError(f"the path must be str or path-like, not {type(path).__name__}")
    data = Path(path).read_bytes()
    uri = url or os.fspath(path)
    return _run_stages(
        data, uri=uri, dialect=dialect, url=url, year=year, max_chars=max_chars, limits=limits, debug=_debug
    )


def detect(data: str | bytes) -> tuple[Guess, ...]:
    """Rank the dialects that a document may be in, the likeliest first, each with a score and its reasons.

    Nothing is read into a document: a guess costs little. Empty and binary documents give no guess.

    >>> detect("")
    ()
    """
    check_document(data)
    readers = list_readers()
    try:
        source, said = take_in(data, uri=None, max_chars=MAX_CHARS)
        return () if _is_unreadable(said) else detect_dialects(source, readers)
    except Exception:
        return ()  # the same wall as that of `parse`, which tells what happened


def check_dialect(dialect: object) -> None:
    """Raise `UnknownDialectError` for a name that no reader has; it lists the names and the nearest one."""
    if dialect is None:
        return
    if not isinstance(dialect, str):
        raise InputTypeError(f"`dialect` must be str or None, not {type(dialect).__name__}")
    known = [reader.dialect for reader in list_readers()]
    if dialect in known:
        return
    import difflib  # noqa: PLC0415 - only a wrong name needs it

    near = difflib.get_close_matches(dialect.lower().replace("-", "_"), known, n=1)
    hint = f"; did you mean {near[0]!r}?" if near else "."
    raise UnknownDialectError(f"unknown dialect {dialect!r}{hint} Known are {', '.join(known)}")


def _run_stages(
    data: str | bytes,
    *,
    uri: str | None,
    dialect: str | None,
    url: str | None,
    year: int | None,
    max_chars: int,
    limits: Limits | None,
    debug: bool,
) -> Syllabus:
    check_options(url=url, year=year, max_chars=max_chars)
    check_dialect(dialect)
    limits = _join_limits(limits, max_chars)
    with keep_time(limits.seconds), pause_collector():
        return _run_timed(data, uri=uri, dialect=dialect, url=url, year=year, limits=limits, debug=debug)


def _join_limits(limits: Limits | None, max_chars: int) -> Limits:
    if limits is None:
        return Limits(chars=max_chars)
    if not isinstance(limits, Limits):
        raise InputTypeError(f"`limits` must be Limits or None, not {type(limits).__name__}")
    return limits if max_chars == MAX_CHARS else attrs.evolve(limits, chars=min(limits.chars, max_chars))


def _run_timed(
    data: str | bytes,
    *,
    uri: str | None,
    dialect: str | None,
    url: str | None,
    year: int | None,
    limits: Limits,
    debug: bool,
) -> Syllabus:
    readers = list_readers()
    stage = "intake"
    source = Source("", uri=uri)
    said: tuple[Diagnostic, ...] = ()
    try:
        source, said = take_in(data, uri=uri, max_chars=limits.chars)
        if _is_unreadable(said):
            return _empty(source, dialect, said)

        stage = "detection"
        reader, doubts = _choose_reader(source, dialect, readers)
        said = (*said, *doubts)

        stage = "reading"
        check_time()
        document = cap_document(reader.read(source), limits)

        stage = "interpretation"
        check_time()
        raw = interpret_document(document)

        stage = "assembly"
        check_time()
        syllabus = assemble(raw, document, url=url, year=year)

        coverage = account_later(document, syllabus, debug=debug)
        return attrs.evolve(syllabus, coverage=coverage, diagnostics=(*said, *syllabus.diagnostics))
    except OutOfTimeError:
        return _empty(source, dialect, (*said, report("SP704", None, f"{limits.seconds:g} s, during {stage}")))
    except Exception as fault:
        # The last wall: every stage is written never to raise, and a crawler must go on where one does.
        if debug:
            raise
        words = f"{type(fault).__name__} during {stage}: {fault}"
        return _empty(source, dialect, (*said, report("SP199", None, words[:300])))


def _choose_reader(
    source: Source, dialect: str | None, readers: Sequence[Reader]
) -> tuple[Reader, tuple[Diagnostic, ...]]:
    by_name = {reader.dialect: reader for reader in readers}
    if dialect is not None:
        return by_name[dialect], ()
    guesses = detect_dialects(source, readers)
    if not guesses:
        return by_name[FALLBACK], ()
    best, rest = guesses[0], guesses[1:]
    doubts: tuple[Diagnostic, ...] = ()
    if rest and best.score - rest[0].score < ABOUT_EQUAL:
        doubts = (report("SP206", None, f"{best.dialect} was taken, {rest[0].dialect} was not"),)
    return by_name[best.dialect], doubts


def _is_unreadable(said: Iterable[Diagnostic]) -> bool:
    return any(one.code in ("SP102", "SP103") for one in said)


def _empty(source: Source, dialect: str | None, said: tuple[Diagnostic, ...]) -> Syllabus:
    origin = Origin(dialect or UNKNOWN, source.uri, source.encoding, source.sha256)
    return Syllabus(origin, diagnostics=said)
