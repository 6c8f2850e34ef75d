"""Films among works: "Film: *Metropolis* (Fritz Lang, 1927)", "*13th* (dir. Ava DuVernay, 2016)"."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import Mark, Text
from syllabus_parse.interpret.citations.values import add_people, set_year
from syllabus_parse.interpret.records import RawReading
from syllabus_parse.normalize.people import score_people
from syllabus_parse.regex import lazy_regex

# What stands before the name of a film, e.g. "Film: " · "In-class screening: " · "Watch: "
LABEL: Final = lazy_regex(
    r"\s*(?P<label>(?:(?:in-class|feature|short|required|optional)\s)?"
    r"(?:films?|movies?|documentary|screening|film screening|película|filme|watch))\s?[:：]\s+(?=\S)",
    re.IGNORECASE,
)
# e.g. " (dir. Ava DuVernay, 2016, Netflix)"
MADE_BY: Final = lazy_regex(
    r"\s?\((?P<dir>(?:dir\.|directed by|director:?)\s)?(?P<people>[^(),:;\d\n\u2028]{4,60}),\s"
    r"(?P<year>(?:189|19\d|20\d)\d)(?:,\s(?P<rest>[^()\n\u2028]{2,40}))?\)[\s.]*$",
    re.IGNORECASE,
    needs=")",
)
LEAST_SCORE: Final = 0.5


def take_film(text: Text, reading: RawReading) -> Text:
    """Take what says that a work is a film off it: the label before its name, who made it behind.

    >>> from syllabus_parse.document import EMPTY
    >>> from syllabus_parse.readers.inline import read_inline
    >>> made = RawReading(EMPTY)
    >>> take_film(read_inline("Film: *Metropolis* (Fritz Lang, 1927)"), made).plain, made.kind, made.year
    ('Metropolis', 'video', 1927)
    """
    label = LABEL.match(text.plain) if ":" in text.plain or "：" in text.plain else None
    bracket = MADE_BY.search(text.plain)
    if label is not None and bracket is None and not _is_marked(text, label.end()):
        return text
    if bracket is not None:
        sure = bracket["dir"] is not None or (label is not None and score_people(bracket["people"]) >= LEAST_SCORE)
        bracket = bracket if sure else None
    if label is None and bracket is None:
        return text
    reading.kind = "video"
    if bracket is not None:
        add_people(reading, text.slice(*bracket.span("people")))
        set_year(reading, text.slice(*bracket.span("year")))
        reading.notes += [text.slice(*bracket.span("rest"))] if bracket["rest"] else []
        text = text.slice(0, bracket.start())
    if label is not None:
        reading.notes += [] if label["label"].casefold() == "watch" else [text.slice(*label.span("label"))]
        text = text.slice(label.end(), len(text.plain))
    return text.strip()


def _is_marked(text: Text, start: int) -> bool:
    """Tell whether a name in italics or quotes begins at an offset."""
    rest = text.slice(start, len(text.plain))
    return bool(rest.runs) and (bool(rest.runs[0].marks & Mark.ITALIC) or rest.plain[:1] in '"“«„')
