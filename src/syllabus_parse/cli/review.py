"""`syllabus-parse review FILE -o review.html`: a page that shows a document beside what was read from it."""

from __future__ import annotations

import argparse

from syllabus_parse.cli.options import add_known, add_output, decode_source, make_parser, parse_data, read_alone
from syllabus_parse.cli.streams import PARSED, UNREADABLE, open_output

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

EPILOG: Final = """\
The page is one HTML file that needs no network and runs in any browser: left stands the source with what was read
from it marked, right the sessions and readings; pointing at one lights the other. docs/review.md tells the rest.

exit status: 0 parsed, 1 the input could not be read, 2 wrong call
"""


def run(words: list[str]) -> int:
    """Write the review page of a document; return the exit status."""
    parser = make_parser("review", "Write a page that shows a document beside what was read from it.", epilog=EPILOG)
    parser.add_argument("files", nargs="*", metavar="FILE", help="the document; - is standard input")
    add_known(parser)
    parser.add_argument("--max-chars", type=_count, metavar="N", help="show so many characters (1,000,000)")
    add_output(parser)
    given = parser.parse_args(words)
    names: list[str] = given.files
    data = read_alone(given, "reviewed")
    if data is None:
        return UNREADABLE

    from syllabus_parse.writers.review import MAX_CHARS, write_review

    most = MAX_CHARS if given.max_chars is None else given.max_chars
    page = write_review(parse_data(data, names[0], given), decode_source(data), max_chars=most)
    with open_output(given.output, names) as out:
        # The page says that it is UTF-8, wherever it goes.
        out.write(f"{page}\n".encode())
    return PARSED


def _count(words: str) -> int:
    if words.isascii() and words.isdigit() and 0 < len(words) < 10 and int(words):
        return int(words)
    raise argparse.ArgumentTypeError(f"a number of characters was expected, not {words!r}")
