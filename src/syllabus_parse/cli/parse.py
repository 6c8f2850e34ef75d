"""`syllabus-parse FILE…`: documents to records."""

from __future__ import annotations

from syllabus_parse import __version__
from syllabus_parse.cli.options import (
    Arguments,
    add_known,
    add_limits,
    add_output,
    check_known,
    choose_limit,
    make_parser,
    parse_data,
    tell_failures,
)
from syllabus_parse.cli.streams import (
    PARSED,
    PROGRAM,
    UNREADABLE,
    WrongCallError,
    check_files,
    choose_format,
    complain,
    encode_shown,
    measure_terminal,
    open_output,
    read_input,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from typing import Final

    from syllabus_parse.model import Syllabus
    from syllabus_parse.writers import Writer

DESCRIPTION: Final = "Turn course schedules and reading lists into records."
EPILOG: Final = """\
One FILE gives one record; several give JSON Lines, one record a line in the order of the files.

formats:
{formats}

other calls, each with a --help of its own:
  syllabus-parse batch IN… -o OUT    folders, lists and archives of any size, in several processes
  syllabus-parse check FILE…     what there is to say about documents: text, JSON or SARIF
  syllabus-parse detect FILE…    which dialects a document may be in
  syllabus-parse diff OLD NEW    what changed between two crawls of one course
  syllabus-parse explain FILE    the lines of a document beside the values read from them
  syllabus-parse review FILE     the same as an HTML page to point at
a document that is itself called like one of them is named as ./check

exit status: 0 parsed, 1 some input could not be read, or a diagnostic is as bad as --fail-on says, 2 wrong call
"""


def run(words: list[str]) -> int:
    """Write the records of documents; return the exit status."""
    given = _arguments(help_asked=not {"-h", "--help"}.isdisjoint(words)).parse_args(words)
    names: list[str] = given.files
    check_files(names)
    limit = choose_limit(given)
    check_known(given)
    from syllabus_parse.plugins import list_writers

    writers = {writer.name: writer for writer in list_writers()}
    choose_format(given.to, tuple(writers))
    writer = writers[given.to]
    options = _check_options(given, writer)
    failed: list[str] = []

    def read_all() -> Iterator[Syllabus]:
        for name in names:
            data = read_input(name)
            if data is None:
                failed.append(name)
                continue
            syllabus = parse_data(data, name, given, alone=len(names) == 1)
            if limit is None:
                for said in syllabus.diagnostics:
                    if said.severity == "error":
                        complain(f"{name}: {said.code} {said.message}")
            elif tell_failures(syllabus, data, name, limit, shown=False):
                failed.append(name)
            yield syllabus

    if writer.shape in ("file", "folder"):
        _write_path(writer, read_all(), given.output)
    else:
        with open_output(given.output, names) as out:
            for piece in _write_pieces(writer, read_all(), given, options):
                out.write(piece)
    return UNREADABLE if failed else PARSED


def _write_pieces(
    writer: Writer, syllabi: Iterator[Syllabus], given: argparse.Namespace, options: dict[str, object]
) -> Iterator[bytes]:
    """Yield what is written; JSON and tables document by document, as each is read."""
    if writer.name == "json":
        indent = 2 if len(given.files) == 1 else None
        function = writer.load()
        yield from (f"{function(syllabus, indent=indent)}\n".encode() for syllabus in syllabi)
    elif writer.name == "table":
        width, color = measure_terminal(output=given.output)
        function = writer.load()
        for syllabus in syllabi:
            yield encode_shown(function(syllabus, width=width, color=color), output=given.output)
    else:
        for piece in writer.write(syllabi, **options):
            yield piece if isinstance(piece, bytes) else piece.encode("utf-8", "replace")


def _write_path(writer: Writer, syllabi: Iterator[Syllabus], path: str) -> None:
    from syllabus_parse.diagnostics import InputTypeError

    try:
        writer.load()(syllabi, path)
    except InputTypeError as fault:
        raise WrongCallError(str(fault)) from fault
    except OSError as fault:
        raise WrongCallError(f"cannot write {path}: {fault.strerror}") from fault


def _check_options(given: argparse.Namespace, writer: Writer) -> dict[str, object]:
    """Raise for a format that can't be written like this, before a document is read; return the writer's options."""
    from syllabus_parse.diagnostics import InputTypeError, MissingExtraError, PluginError

    if writer.shape in ("file", "folder") and given.output in (None, "-"):
        raise WrongCallError(f"--to {writer.name} makes a {writer.shape}; name it with -o")
    if given.timezone is not None and writer.name != "ics":
        raise WrongCallError("--timezone is for --to ics")
    try:
        writer.load()
        if writer.name == "ics":
            from syllabus_parse.writers.ics import find_zone

            find_zone(given.timezone)
            return {"timezone": given.timezone}
    except (InputTypeError, MissingExtraError, PluginError) as fault:
        raise WrongCallError(str(fault)) from fault
    return {}


def describe_formats() -> str:
    """List all formats with what they are, those of other packages too, as the help shows them."""
    from syllabus_parse.diagnostics import PluginError
    from syllabus_parse.plugins import list_writers
    from syllabus_parse.writers import WRITERS

    try:
        writers = list_writers()
    except PluginError:
        writers = WRITERS  # the call itself will say what is wrong
    named = {"file": "; -o names the file", "folder": "; -o names the folder"}
    return "\n".join(f"  {writer.name:<16} {writer.says}{named.get(writer.shape, '')}" for writer in writers)


def _arguments(*, help_asked: bool) -> Arguments:
    # Only who asks for help waits for the table of formats.
    parser = make_parser("", DESCRIPTION, epilog=EPILOG.format(formats=describe_formats()) if help_asked else None)
    parser.add_argument("files", nargs="*", metavar="FILE", help="a document; - is standard input")
    parser.add_argument("--to", default="json", metavar="FORMAT", help="json (the default) or one of those below")
    add_known(parser)
    add_limits(parser)
    add_output(parser)
    parser.add_argument("--timezone", metavar="ZONE", help="the time zone of --to ics, like Europe/Berlin")
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    return parser
