"""`syllabus-parse explain FILE`: the lines of a document beside the values read from them."""

from __future__ import annotations

from syllabus_parse.cli.options import add_known, add_output, decode_source, make_parser, parse_data, read_alone
from syllabus_parse.cli.streams import PARSED, UNREADABLE, encode_shown, measure_terminal, open_output

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

EPILOG: Final = """\
Left stand the lines of the document, what was read from them marked; right the values, each named by its path in
the record, what there is to say, and as "residue" the words that neither a value nor the page's own structure
accounts for. A line with nothing beside it gave nothing.

exit status: 0 parsed, 1 the input could not be read, 2 wrong call
"""


def run(words: list[str]) -> int:
    """Write the document beside its values; return the exit status."""
    parser = make_parser("explain", "Show the lines of a document beside the values read from them.", epilog=EPILOG)
    parser.add_argument("files", nargs="*", metavar="FILE", help="the document; - is standard input")
    add_known(parser)
    add_output(parser)
    given = parser.parse_args(words)
    names: list[str] = given.files
    data = read_alone(given, "explained")
    if data is None:
        return UNREADABLE

    from syllabus_parse.writers.explain import write_explanation

    width, color = measure_terminal(output=given.output)
    syllabus = parse_data(data, names[0], given)
    shown = write_explanation(syllabus, decode_source(data), width=width, color=color)
    with open_output(given.output, names) as out:
        out.write(encode_shown(shown, output=given.output))
    return PARSED
