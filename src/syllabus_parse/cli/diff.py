"""`syllabus-parse diff OLD NEW`: what changed between two crawls of one course."""

from __future__ import annotations

from syllabus_parse.cli.options import add_known, add_output, check_known, make_parser, parse_data
from syllabus_parse.cli.streams import (
    PARSED,
    UNREADABLE,
    WrongCallError,
    check_files,
    choose_format,
    complain,
    encode_shown,
    open_output,
    read_input,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from typing import Final

    from syllabus_parse.model import Syllabus

FORMATS: Final = ("text", "json")
EPILOG: Final = """\
Each is a document, or the record that syllabus-parse wrote of one; - is standard input.

exit status: 0 compared, whatever changed; 1 an input could not be read; 2 wrong call
"""


def run(words: list[str]) -> int:
    """Write what changed; return the exit status."""
    parser = make_parser("diff", "Tell what changed between two crawls of one course.", epilog=EPILOG)
    parser.add_argument("files", nargs="*", metavar="OLD NEW", help="the older crawl and the newer one")
    parser.add_argument("--to", default="text", metavar="FORMAT", help="text (the default) or json")
    add_known(parser)
    add_output(parser)
    given = parser.parse_args(words)
    names: list[str] = given.files
    if len(names) != 2:
        raise WrongCallError(f"two documents are compared, OLD and NEW; {len(names)} were given")
    check_files(names)
    choose_format(given.to, FORMATS)
    check_known(given)

    read = [_read_syllabus(name, given) for name in names]
    old, new = read
    if old is None or new is None:
        return UNREADABLE

    from syllabus_parse.changes import diff
    from syllabus_parse.writers.changes import write_changes
    from syllabus_parse.writers.json import dump_json

    changes = diff(old, new)
    with open_output(given.output, names) as out:
        if given.to == "json":
            out.write(f"{dump_json(changes.to_dict())}\n".encode())
        else:
            out.write(encode_shown(write_changes(changes, *names), output=given.output))
    return PARSED


def _read_syllabus(name: str, given: argparse.Namespace) -> Syllabus | None:
    data = read_input(name)
    if data is None:
        return None
    if data.lstrip()[:1] == b"{" and b'"schema_version"' in data[:1000]:
        import json

        from syllabus_parse.diagnostics import RecordError
        from syllabus_parse.serialize import from_dict

        try:
            return from_dict(json.loads(data))
        except (ValueError, RecursionError, RecordError) as fault:
            complain(f"{name}: looks like a record and is none: {fault}")
            return None
    syllabus = parse_data(data, name, given, alone=False)
    for said in syllabus.diagnostics:
        if said.severity == "error":
            complain(f"{name}: {said.code} {said.message}")
    return syllabus
