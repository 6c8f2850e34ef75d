"""`syllabus-parse detect FILE…`: which dialects a document may be in."""

from __future__ import annotations

from syllabus_parse.cli.options import check_plugins, make_parser
from syllabus_parse.cli.streams import PARSED, UNREADABLE, check_files, read_input


def run(words: list[str]) -> int:
    """Rank the dialects of documents; return the exit status."""
    parser = make_parser("detect", "Rank the dialects that a document may be in, with scores and reasons.")
    parser.add_argument("files", nargs="*", metavar="FILE", help="a document; - is standard input")
    names: list[str] = parser.parse_args(words).files
    check_files(names)

    check_plugins()
    from syllabus_parse._parse import detect
    from syllabus_parse.writers.table import strip_controls

    status = PARSED
    for name in names:
        data = read_input(name)
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
