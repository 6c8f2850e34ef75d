"""The options that several calls take: what is known of a document, and how bad a diagnostic may be."""

from __future__ import annotations

import argparse
import sys

from syllabus_parse.cli.streams import PROGRAM, WrongCallError, check_files, complain, read_input

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, NoReturn

    from syllabus_parse.diagnostic_codes import Severity
    from syllabus_parse.model import Syllabus
    from syllabus_parse.source import Source


class Arguments(argparse.ArgumentParser):
    """A parser of arguments that raises instead of ending the program."""

    def error(self, message: str) -> NoReturn:
        """Raise what is wrong with the call."""
        raise WrongCallError(message)


def make_parser(command: str, description: str, *, epilog: str | None = None) -> Arguments:
    """Make a parser of arguments for a call; options are never abbreviated."""
    return Arguments(
        prog=f"{PROGRAM} {command}".strip(),
        description=description,
        epilog=epilog,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )


def add_known(parser: Arguments) -> None:
    """Add the options that say what the caller knows of a document."""
    parser.add_argument("--dialect", metavar="NAME", help="read as this dialect instead of guessing")
    parser.add_argument("--url", metavar="U", help="the page's address: links are resolved against it")
    parser.add_argument("--year", type=read_year, metavar="Y", help="the year the course starts in")
    parser.add_argument(
        "--limit", action="append", type=_limit, metavar="NAME=N", default=[],
        help="read no more than so much: chars, depth, cells, pieces or seconds; may be given several times",
    )  # fmt: skip


def add_output(parser: Arguments) -> None:
    """Add the option that names the file to write."""
    parser.add_argument("-o", "--output", metavar="OUT", help="write to this file instead of standard output")


def add_limits(parser: Arguments) -> None:
    """Add the options that say how bad a diagnostic may be."""
    limits = parser.add_mutually_exclusive_group()
    limits.add_argument("--strict", action="store_true", help="the same as --fail-on warning")
    limits.add_argument(
        "--fail-on", metavar="SEVERITY", help="end with status 1 if a diagnostic is as bad as info, warning or error"
    )


def choose_limit(given: argparse.Namespace) -> Severity | None:
    """Return the severity from which on a diagnostic is a failure; None where none is."""
    from syllabus_parse.diagnostic_codes import SEVERITIES

    if given.strict:
        return "warning"
    if given.fail_on is None:
        return None
    for severity in SEVERITIES:
        if given.fail_on == severity:
            return severity
    raise WrongCallError(f"unknown severity {given.fail_on!r}. Known are {', '.join(SEVERITIES)}")


def check_plugins() -> None:
    """Raise for a dialect or format of another package that can't be used."""
    from syllabus_parse.diagnostics import PluginError
    from syllabus_parse.plugins import list_readers, list_writers

    try:
        list_readers()
        list_writers()
    except PluginError as fault:
        raise WrongCallError(str(fault)) from fault


def check_known(given: argparse.Namespace) -> None:
    """Raise for a dialect that no reader has."""
    check_plugins()
    from syllabus_parse._parse import check_dialect
    from syllabus_parse.diagnostics import UnknownDialectError

    try:
        check_dialect(given.dialect)
    except UnknownDialectError as fault:
        raise WrongCallError(str(fault)) from fault


def read_alone(given: argparse.Namespace, done: str) -> bytes | None:
    """Return the document of a call that takes one, None where it can't be read; `done` says what becomes of it."""
    names: list[str] = given.files
    check_files(names)
    if len(names) != 1:
        raise WrongCallError(f"one document is {done} at a time; {len(names)} were given")
    check_known(given)
    return read_input(names[0])


def parse_data(data: bytes, name: str, given: argparse.Namespace, *, alone: bool = True) -> Syllabus:
    """Parse a document; its address is the one given, where it is alone, else its name."""
    import attrs

    from syllabus_parse._parse import parse

    uri = None if name == "-" else name
    if given.url and alone:
        uri = given.url
    from syllabus_parse.limits import Limits

    limits = Limits(**dict(given.limit))
    syllabus = parse(data, dialect=given.dialect, url=given.url, year=given.year, limits=limits)
    return attrs.evolve(syllabus, source=attrs.evolve(syllabus.source, uri=uri))


def decode_source(data: bytes) -> Source:
    """Return the text that the spans of a document's values count in."""
    from syllabus_parse._parse import MAX_CHARS
    from syllabus_parse.intake import take_in

    return take_in(data, uri=None, max_chars=MAX_CHARS)[0]


def tell_failures(syllabus: Syllabus, data: bytes, name: str, limit: Severity, *, shown: bool) -> bool:
    """Tell whether a diagnostic is too bad, and say so on standard error; unless `shown`, with each of them."""
    from syllabus_parse.diagnostics import select_diagnostics
    from syllabus_parse.writers.diagnostics import describe_count, format_diagnostic

    failures = select_diagnostics(syllabus.diagnostics, at_least=limit)
    if not failures:
        return False
    if not shown:
        source = decode_source(data)
        for said in failures:
            print(format_diagnostic(said, source, name=name), file=sys.stderr)
    complain(describe_count(len(failures), at_least=limit, name=name))
    return True


def _limit(words: str) -> tuple[str, Any]:
    from syllabus_parse.diagnostics import InputTypeError
    from syllabus_parse.limits import Limits

    name, _, number = words.partition("=")
    known = ("chars", "depth", "cells", "pieces", "seconds")
    if name not in known:
        raise argparse.ArgumentTypeError(f"one of {', '.join(known)} and a number like cells=1000 was expected")
    try:
        value = float(number) if name == "seconds" else int(number)
        Limits(**{name: value})  # type: ignore[arg-type]
    except (ValueError, InputTypeError) as fault:
        raise argparse.ArgumentTypeError(f"{name} must be a positive number, not {number!r}") from fault
    return name, value


def read_year(words: str) -> int:
    """Read a year of four digits, as an option gives it."""
    if len(words) == 4 and words.isascii() and words.isdigit() and 1000 <= int(words) <= 9998:
        return int(words)
    raise argparse.ArgumentTypeError(f"a year with four digits like 2024 was expected, not {words!r}")
