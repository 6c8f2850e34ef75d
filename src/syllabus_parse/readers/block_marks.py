"""The marks by which a line of Markdown shows what block it begins."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.regex import lazy_regex

# what may begin a block that is no paragraph
BLOCK_STARTS: Final = frozenset("#-*+_=`~<{[:–▪◦●‣•・0123456789")
# e.g. ### 3/7 ## · ##Title; a single "#" without a blank behind it is no heading
HEADING: Final = lazy_regex(r"(#{1,6})(?:[ \t\u00a0]+|(?=[^#\s])|$)")
CLOSING_MARKS: Final = lazy_regex(r"(?:^|(?<=[ \t]))#+$")
# e.g. - · * · • and ・ (which need no blank) · 1. · 12)
BULLET: Final = lazy_regex(r"([-*+–▪◦●‣])(?=[ \t\u00a0]|$)|([•・])")
NUMBER: Final = lazy_regex(r"(\d{1,3})([.)])(?=[ \t\u00a0]|$)")
# e.g. 15. Oktober · 3. led: a day, no numbered entry
DAY_AND_MONTH: Final = lazy_regex(
    r"\d{1,2}\.[ \t]{1,4}(?:jan|feb|m[aä]r|apr|ma[ijy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])[a-zäé]{0,9}\b(?!-)",
    re.IGNORECASE,
)
# e.g. ```python · ~~~
FENCE: Final = lazy_regex(r"(`{3,}+)[^`\n]*$|(~{3,}+)")
# e.g. ```{note} · ~~~{admonition} Title: what it fences is Markdown; ```{r} and ```{code-cell} are code
DIRECTIVE: Final = lazy_regex(
    r"\{(?:admonition|note|tip|hint|important|warning|caution|danger|attention|seealso|dropdown|toggle|card|grid|margin|"
    r"sidebar|tab-set|tab-item|topic|epigraph|table)[\w-]{0,20}\}"
)
# e.g. ::: · ::: {.callout-note} · :::note Title
DIVISION: Final = lazy_regex(r":{3,}[ \t]*(?:\{[^{}\n]{0,300}\}|[\w-]{1,40}\b)?[ \t]*")
# what a line of code shows and prose doesn't
CODE: Final = lazy_regex(
    r"""^[ \t>]*+(?:\$\s|>>>|\#include|import\s|from\s\S+\s+import|def\s|class\s\w+[(:])
      | ^[ \t>]*+(?:git|cd|sudo|pip3?|make)\s
      | [;{}][ \t\r]*$ | \w\([^()\n]*\);""",
    re.VERBOSE | re.MULTILINE,
)
# a list of contents that the page generator fills in
CONTENTS: Final = lazy_regex(r"\{:\s?toc\b")


def find_heading_end(body: str) -> int:
    """Return where a heading's text ends: before its closing marks.

    >>> find_heading_end("Week 1 ##"), find_heading_end("C#")
    (6, 2)
    """
    body = body.rstrip()
    return len(CLOSING_MARKS.sub("", body).rstrip()) if body.endswith("#") else len(body)


def is_rule(line: str) -> bool:
    """Tell whether a stripped line is a rule across the page: three or more of one mark, blanks between or not.

    >>> is_rule("***"), is_rule("- - -"), is_rule("--"), is_rule("-*-")
    (True, True, False, False)
    """
    char = line[:1]
    return char in ("-", "*", "_") and line.count(char) > 2 and not line.strip(char + " \t")


def find_marker(text: str, start: int, stop: int) -> tuple[re.Match[str], str] | None:
    """Find a list marker: its match, and its kind (the bullet; "." or ")" for numbers).

    A day before a month is no number of an item ("15. Oktober: …").

    >>> find_marker("12) a", 0, 5)[1], find_marker("15. Oktober", 0, 11)
    (')', None)
    """
    bullet = BULLET.match(text, start, stop)
    if bullet:
        return bullet, bullet[0]
    number = NUMBER.match(text, start, stop)
    return (number, number[2]) if number and not DAY_AND_MONTH.match(text, start) else None
