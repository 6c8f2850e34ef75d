"""`syllabus-parse FILE…`: documents to records."""

from __future__ import annotations

from syllabus_parse import __version__
from syllabus_parse.cli.options import (
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
    Arguments,
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
    from collections.abc import Callable
    from typing import Final

    from syllabus_parse.model import Syllabus

DESCRIPTION: Final = "Turn course schedules and reading lists into records."
EPILOG: Final = """\
One FILE gives one record; several give JSON Lines, one record a line in the order of the files.

other calls, each with a --help of its own:
  syllabus-parse check FILE…     what there is to say about documents: text, JSON or SARIF
  syllabus-parse detect FILE…    which dialects a document may be in
  syllabus-parse diff OLD NEW    what changed between two crawls of one course
  syllabus-parse explain FILE    the lines of a document beside the values read from them
a document that is itself called like one of them is named as ./check

exit status: 0 parsed, 1 some input could not be read, or a diagnostic is as bad as --fail-on says, 2 wrong call
"""


def run(words: list[str]) -> int:
    """Write the records of documents; return the exit status."""
    given = _arguments().parse_args(words)
    names: list[str] = given.files
    check_files(names)
    limit = choose_limit(given)
    write = _choose_writer(given.to, many=len(names) > 1, output=given.output)
    check_known(given)
    status = PARSED
    with open_output(given.output, names) as out:
        for name in names:
            data = read_input(name)
            if data is None:
                status = UNREADABLE
                continue
            syllabus = parse_data(data, name, given, alone=len(names) == 1)
            if limit is None:
                for said in syllabus.diagnostics:
                    if said.severity == "error":
                        complain(f"{name}: {said.code} {said.message}")
            elif tell_failures(syllabus, data, name, limit, shown=False):
                status = UNREADABLE
            out.write(write(syllabus))
    return status


def _arguments() -> Arguments:
    parser = make_parser("", DESCRIPTION, epilog=EPILOG)
    parser.add_argument("files", nargs="*", metavar="FILE", help="a document; - is standard input")
    parser.add_argument("--to", default="json", metavar="FORMAT", help="json (the default) or table")
    add_known(parser)
    add_limits(parser)
    add_output(parser)
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    return parser


def _choose_writer(name: str, *, many: bool, output: str | None) -> Callable[[Syllabus], bytes]:
    from syllabus_parse.writers import WRITERS
    from syllabus_parse.writers.json import write_json
    from syllabus_parse.writers.table import write_table

    choose_format(name, tuple(writer.name for writer in WRITERS))
    if name == "json":
        indent = None if many else 2
        return lambda syllabus: (write_json(syllabus, indent=indent) + "\n").encode("utf-8")
    width, color = measure_terminal(output=output)
    return lambda syllabus: encode_shown(write_table(syllabus, width=width, color=color), output=output)
