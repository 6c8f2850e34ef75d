"""Syllabus to JSON: the record, as text that is safe to show."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Final

from syllabus_parse.diagnostics import RecordError
from syllabus_parse.model import Syllabus
from syllabus_parse.regex import lazy_regex
from syllabus_parse.serialize import from_dict, to_dict
from syllabus_parse.writers.tables import list_syllabi

# Characters that steer a terminal, turn the direction of text or end a line for some readers of JSON Lines; `json`
# escapes those below the blank. Inside JSON they can only stand in a text, where an escape means the same.
UNSAFE: Final = lazy_regex("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
# e.g. "date": [120, 124] as `json` sets it, over four lines; no text in JSON holds a line end
PAIR: Final = lazy_regex(r"\[\n {1,99}(\d{1,19}),\n {1,99}(\d{1,19})\n {1,99}\]")


def write_json(syllabus: Syllabus, *, indent: int | None = 2) -> str:
    r"""Write the record of a syllabus, places on a line each; with `indent` None all stands on one, for JSON Lines.

    Letters stay as they are; control characters are escaped, so that a document can't steer the terminal.

    >>> from syllabus_parse.model import Origin, Syllabus
    >>> write_json(Syllabus(Origin("html", uri="a\x9bb\u202ec")), indent=None)[:68]
    '{"schema_version":1,"source":{"dialect":"html","uri":"a\\u009bb\\u202e'
    """
    return dump_json(to_dict(syllabus), indent=indent)


def write_json_lines(syllabi: Syllabus | Iterable[Syllabus]) -> Iterator[str]:
    """Yield the records of syllabi as JSON Lines, a record on each line."""
    for syllabus in list_syllabi(syllabi):
        yield f"{write_json(syllabus, indent=None)}\n"


def read_json_lines(lines: Iterable[str | bytes]) -> Iterator[Syllabus]:
    """Yield the syllabi of JSON Lines again, blank lines passed over; what is no record raises `RecordError`."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield from_dict(json.loads(line))
            except (ValueError, RecursionError) as fault:
                raise RecordError(f"line {number}: {fault}") from fault


def dump_json(value: object, *, indent: int | None = 2) -> str:
    r"""Write plain values as JSON that is safe to show; two numbers in a row, a place, stand on one line.

    >>> print(dump_json({"span": [12, 15], "message": "a\x9bb"}))
    {
      "span": [12, 15],
      "message": "a\u009bb"
    }
    """
    separators = (",", ":") if indent is None else None
    words = json.dumps(value, ensure_ascii=False, indent=indent, separators=separators)
    if indent is not None:
        words = PAIR.sub(r"[\1, \2]", words)
    return words if words.isascii() and "\x7f" not in words else UNSAFE.sub(_escape, words)


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
