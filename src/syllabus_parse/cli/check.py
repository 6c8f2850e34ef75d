"""`syllabus-parse check FILE…`: what there is to say about documents, for people, for programs and for code hosts."""

from __future__ import annotations

from syllabus_parse import __version__
from syllabus_parse.cli.options import (
    add_known,
    add_limits,
    add_output,
    check_known,
    choose_limit,
    decode_source,
    make_parser,
    parse_data,
    tell_failures,
)
from syllabus_parse.cli.streams import (
    PARSED,
    UNREADABLE,
    check_files,
    choose_format,
    encode_shown,
    open_output,
    read_input,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Final

    from syllabus_parse.model import Syllabus
    from syllabus_parse.source import Source

FORMATS: Final = ("text", "json", "sarif")
EPILOG: Final = """\
json: one FILE gives one object, several one a line. sarif: all files make one SARIF 2.1.0 log.
docs/diagnostics.md explains every code.

exit status: 0 checked, 1 some input could not be read, or a diagnostic is as bad as --fail-on says, 2 wrong call
"""


def run(words: list[str]) -> int:
    """Write what there is to say about documents; return the exit status."""
    parser = make_parser("check", "Say what is doubtful or lost in documents, and where.", epilog=EPILOG)
    parser.add_argument("files", nargs="*", metavar="FILE", help="a document; - is standard input")
    parser.add_argument("--to", default="text", metavar="FORMAT", help="text (the default), json or sarif")
    add_known(parser)
    add_limits(parser)
    add_output(parser)
    given = parser.parse_args(words)
    names: list[str] = given.files
    check_files(names)
    choose_format(given.to, FORMATS)
    limit = choose_limit(given)
    check_known(given)

    from syllabus_parse.writers.diagnostics import write_diagnostics, write_diagnostics_json
    from syllabus_parse.writers.sarif import write_sarif

    unread: list[str] = []
    failed: list[str] = []

    def read_all() -> Iterator[tuple[str, Syllabus, Source]]:
        for name in names:
            data = read_input(name)
            if data is None:
                unread.append(f"{name}: could not be read")
                continue
            syllabus = parse_data(data, name, given, alone=len(names) == 1)
            yield name, syllabus, decode_source(data)
            if limit is not None and tell_failures(syllabus, data, name, limit, shown=True):
                failed.append(name)

    with open_output(given.output, names) as out:
        if given.to == "sarif":
            checked = ((syllabus, source) for _, syllabus, source in read_all())
            out.write(f"{write_sarif(checked, version=__version__, unread=unread)}\n".encode())
        else:
            indent = None if len(names) > 1 else 2
            for name, syllabus, source in read_all():
                if given.to == "json":
                    out.write(f"{write_diagnostics_json(syllabus, source, indent=indent)}\n".encode())
                else:
                    out.write(encode_shown(write_diagnostics(syllabus, source, name=name), output=given.output))
    return UNREADABLE if unread or failed else PARSED
