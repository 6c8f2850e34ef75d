"""The command `syllabus-parse`: arguments in, records out; all the work is done elsewhere."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys

from syllabus_parse import __version__

# Type checkers take this name for true; a command that is started for each file should start fast.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import BinaryIO, Final, NoReturn

    from syllabus_parse.model import Syllabus

PROGRAM: Final = "syllabus-parse"
PARSED: Final = 0
UNREADABLE: Final = 1
WRONG_CALL: Final = 2
INTERRUPTED: Final = 130

DESCRIPTION: Final = "Turn course schedules and reading lists into records."
EPILOG: Final = """\
One FILE gives one record; several give JSON Lines, one record a line in the order of the files.
'syllabus-parse detect FILE' tells which dialects a document may be in; a document that is itself
called detect is named as ./detect.

exit status: 0 parsed, 1 some input could not be read, 2 wrong call
"""


class _WrongCallError(Exception):
    """The command was called in a way that can't be meant; the message says how to call it."""


class _Arguments(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise _WrongCallError(message)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status; `argv` is without the program's name."""
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        run = _detect_files if words[:1] == ["detect"] else _parse_files
        status = run(words[1:] if run is _detect_files else words)
        sys.stdout.flush()
    except _WrongCallError as fault:
        _complain(f"{fault}\ntry '{PROGRAM} --help'")
        return WRONG_CALL
    except BrokenPipeError:
        # The reader of the pipe has seen enough. Python would complain again when it closes the stream.
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PARSED
    except KeyboardInterrupt:
        return INTERRUPTED
    return status


def _arguments() -> _Arguments:
    parser = _Arguments(
        prog=PROGRAM,
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("files", nargs="*", metavar="FILE", help="a document; - is standard input")
    parser.add_argument("--to", default="json", metavar="FORMAT", help="json (the default) or table")
    parser.add_argument("--dialect", metavar="NAME", help="read as this dialect instead of guessing")
    parser.add_argument("--url", metavar="U", help="the page's address: links are resolved against it")
    parser.add_argument("--year", type=_year, metavar="Y", help="the year the course starts in")
    parser.add_argument("-o", "--output", metavar="OUT", help="write to this file instead of standard output")
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    return parser


def _year(words: str) -> int:
    if len(words) == 4 and words.isascii() and words.isdigit() and 1000 <= int(words) <= 9998:
        return int(words)
    raise argparse.ArgumentTypeError(f"a year with four digits like 2024 was expected, not {words!r}")


def _parse_files(words: list[str]) -> int:
    given = _arguments().parse_args(words)
    names: list[str] = given.files
    _check_files(names)
    write = _choose_writer(given.to, many=len(names) > 1, output=given.output)

    from syllabus_parse._parse import check_dialect
    from syllabus_parse.diagnostics import UnknownDialectError

    try:
        check_dialect(given.dialect)
    except UnknownDialectError as fault:
        raise _WrongCallError(str(fault)) from fault
    status = PARSED
    with _open_output(given.output, names) as out:
        for name in names:
            data = _read_input(name)
            if data is None:
                status = UNREADABLE
                continue
            uri = None if name == "-" else name
            if given.url and len(names) == 1:
                uri = given.url
            syllabus = _parse_data(data, uri=uri, dialect=given.dialect, url=given.url, year=given.year)
            for said in syllabus.diagnostics:
                if said.severity == "error":
                    _complain(f"{name}: {said.code} {said.message}")
            out.write(write(syllabus))
    return status


def _parse_data(data: bytes, *, uri: str | None, dialect: str | None, url: str | None, year: int | None) -> Syllabus:
    import attrs

    from syllabus_parse._parse import parse

    syllabus = parse(data, dialect=dialect, url=url, year=year)
    return attrs.evolve(syllabus, source=attrs.evolve(syllabus.source, uri=uri))


def _detect_files(words: list[str]) -> int:
    parser = _Arguments(
        prog=f"{PROGRAM} detect",
        description="Rank the dialects that a document may be in, with scores and reasons.",
        allow_abbrev=False,
    )
    parser.add_argument("files", nargs="*", metavar="FILE", help="a document; - is standard input")
    names: list[str] = parser.parse_args(words).files
    _check_files(names)

    from syllabus_parse._parse import detect
    from syllabus_parse.writers.table import strip_controls

    status = PARSED
    for name in names:
        data = _read_input(name)
        if data is None:
            status = UNREADABLE
            continue
        if len(names) > 1:
            print(f"{strip_controls(name)}:")
        guesses = detect(data)
        for guess in guesses:
            print(f"{guess.dialect:<12} {guess.score:.2f}  {strip_controls('; '.join(guess.reasons))}".rstrip())
        if not guesses:
            print("no dialect fits")
    return status


def _check_files(names: list[str]) -> None:
    if not names:
        raise _WrongCallError("no FILE was given; - reads standard input")
    if names.count("-") > 1:
        raise _WrongCallError("standard input can be read only once, and - is there more than once")


def _choose_writer(name: str, *, many: bool, output: str | None) -> Callable[[Syllabus], bytes]:
    import difflib

    from syllabus_parse.writers import WRITERS
    from syllabus_parse.writers.json import write_json
    from syllabus_parse.writers.table import write_table

    if name == "json":
        indent = None if many else 2
        return lambda syllabus: (write_json(syllabus, indent=indent) + "\n").encode("utf-8")
    if name == "table":
        shown = output is None and sys.stdout.isatty()
        width = _terminal_width() if shown else 100
        color = shown and "NO_COLOR" not in os.environ
        encoding = sys.stdout.encoding if output is None else "utf-8"
        return lambda syllabus: write_table(syllabus, width=width, color=color).encode(encoding, "replace")
    known = [writer.name for writer in WRITERS]
    near = difflib.get_close_matches(name.lower(), known, n=1)
    hint = f"; did you mean {near[0]!r}?" if near else "."
    raise _WrongCallError(f"unknown format {name!r}{hint} Known are {', '.join(known)}")


def _terminal_width() -> int:
    try:
        return max(60, min(os.get_terminal_size(sys.stdout.fileno()).columns, 160))
    except (OSError, ValueError):
        return 100


@contextlib.contextmanager
def _open_output(path: str | None, inputs: list[str]) -> Iterator[BinaryIO]:
    if path is None or path == "-":
        sys.stdout.flush()
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    for name in inputs:
        with contextlib.suppress(OSError):
            if name != "-" and os.path.samefile(name, path):
                raise _WrongCallError(f"{path} is one of the documents; write the output to another file")
    with contextlib.ExitStack() as stack:
        try:
            stream = stack.enter_context(open(path, "wb"))
        except OSError as fault:
            raise _WrongCallError(f"cannot write {path}: {fault.strerror}") from fault
        yield stream


def _read_input(name: str) -> bytes | None:
    try:
        if name == "-":
            return sys.stdin.buffer.read()
        with open(name, "rb") as stream:
            return stream.read()
    except IsADirectoryError:
        _complain(f"{name}: is a directory; name the documents in it")
    except FileNotFoundError:
        advice = "; the command reads files, fetch the page first" if "://" in name else ""
        _complain(f"{name}: no such file{advice}")
    except (OSError, ValueError) as fault:
        _complain(f"{name}: {getattr(fault, 'strerror', None) or fault}")
    return None


def _complain(message: str) -> None:
    from syllabus_parse.writers.table import strip_controls

    for line in message.split("\n"):
        print(f"{PROGRAM}: {strip_controls(line)}", file=sys.stderr)
