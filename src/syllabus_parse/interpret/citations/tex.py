"""TeX in entries pasted from BibTeX: accents and protected words print before names are looked for."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from syllabus_parse.document import Run, Text
from syllabus_parse.normalize.tex import COMBINING, mend_tex
from syllabus_parse.regex import lazy_regex

PIECE: Final = lazy_regex(
    r"""
    \{(?P<lost>["'`^~])\{?(?P<letter>[A-Za-z])\}?\}             # e.g. F{"a}rber: YAML and JSON took the backslash
  | \{\\[`'^~=."]\s?\{?\\?[A-Za-z]\}?\}                         # e.g. {\"a}, {\'{e}}
  | \{\\[A-Za-z]{1,3}(?:\s[A-Za-z]|\{[A-Za-z]\})?\}             # e.g. {\v c}, {\c{c}}, {\o}
  | \\[`'^~=."uvHtcdbkr]\{\\?[A-Za-z]\}                         # e.g. \'{e}, \v{c}
  | (?<=[^\W\d_])\\[`'^~"][A-Za-z]                              # e.g. Mazi\`eres
  | (?<![{\w$\\])\{(?P<kept>[A-Z][\w-]{0,30})\}(?![}\w])        # e.g. {BERT}: braces that keep the capitals
    """,
    re.VERBOSE,
)


def print_tex(text: Text) -> Text:
    r"""Print the TeX accents of an entry and take the braces off protected words, so that names look like names.

    A list of people is known by its look, and "F{\"a}rber" looks like none. Braces around words in small letters stay.

    >>> from syllabus_parse.readers.inline import read_inline
    >>> print_tex(read_inline("Franz F{'a}rber on {BERT}")).plain
    'Franz Fárber on BERT'
    >>> print_tex(read_inline("The {dplyr} package")).plain
    'The {dplyr} package'
    """
    plain = text.plain
    if "{" not in plain and "\\" not in plain:
        return text
    pieces: list[Text] = []
    at = 0
    for found in PIECE.finditer(plain):
        printed = _print(found)
        span = text.span_at(*found.span())
        if printed == found[0] or span is None:
            continue
        runs = text.slice(*found.span()).runs
        pieces.append(text.slice(at, found.start()))
        if found["kept"]:
            pieces.append(text.slice(*found.span("kept")))
        else:
            pieces.append(Text.of([Run(printed, span, runs[0].anchor, runs[0].marks)]))
        at = found.end()
    if not at:
        return text
    pieces.append(text.slice(at, len(plain)))
    return Text.of(run for piece in pieces for run in piece.runs)


def _print(found: re.Match[str]) -> str:
    if found["kept"]:
        return found["kept"]
    if found["lost"]:
        printed = unicodedata.normalize("NFC", found["letter"] + COMBINING[found["lost"]])
        return printed if len(printed) == 1 else found[0]
    return mend_tex(found[0] if not found[0].startswith("\\") else "x" + found[0])[not found[0].startswith("{") :]
