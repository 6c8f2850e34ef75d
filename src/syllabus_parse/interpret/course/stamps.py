"""When a page was made, by its own words: "Last updated: 3 Feb 2019" dates the term that it fell in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from syllabus_parse.document import Document, Mapping, Paragraph, Scalar, walk
from syllabus_parse.interpret.records import RawClue, RawSession
from syllabus_parse.normalize.dates import find_whens
from syllabus_parse.regex import lazy_regex

# e.g. "Created: 2017-02-05 Sun 23:24", "Last modified on March 3, 2020", "Stand: 12.4.2021"
STAMP: Final = lazy_regex(
    r"\s*(?:this page was |page |site )?(?:last (?:updated?|modified|edited|changed|revised)|created|updated|modified"
    r"|stand|zuletzt geändert|letzte änderung|(?:última )?(?:actualización|modificación|atualização)"
    r"|dernière (?:mise à jour|modification)|更新时间|最后更新)\b(?:\s(?:on|at|am|le|el|em))?\s*[:：]?\s*",
    re.IGNORECASE,
)
LONGEST: Final = 120


def find_stamp(document: Document, sessions: Sequence[RawSession]) -> RawClue | None:
    """Find a line that dates the page itself, as a clue to the year of the term.

    A page is kept up while the course runs; a stamp from a month in which the course doesn't meet may be of any year
    after it, or of the year before, and is no clue.

    >>> from syllabus_parse.source import Source
    >>> find_stamp(Document(Source(""), "html", ()), ()) is None
    True
    """
    months = [session.when.month for session in sessions if session.when is not None and session.when.month]
    if not months:
        return None
    first, last = months[0], months[-1]
    for block in document.blocks:
        if not isinstance(block, Paragraph) or len(block.text.plain) > LONGEST:
            continue
        found = STAMP.match(block.text.plain)
        if found is None:
            continue
        whens = find_whens(block.text.plain[found.end() :])
        if whens and whens[0].year and whens[0].month and first <= whens[0].month <= last:
            start, end = found.end() + whens[0].start, found.end() + whens[0].end
            return RawClue(block.text.slice(start, end), "front matter")
    return None


# Since when the rights are held, one year and no range, e.g. "© 2022 Loom Staff", "Copyright (c) 2019 A. Gray"
RIGHTS: Final = lazy_regex(
    r"(?:copyright\s?(?:©|\(c\)|&copy;)?|©|\(c\))\s?(?P<year>20[0-3]\d)(?!\s?[-–—,/]\s?\d)", re.IGNORECASE
)


def find_rights(document: Document) -> RawClue | None:
    """Find the year of the copyright at the foot of a page: a course that states no other was hardly held long before.

    >>> from syllabus_parse.source import Source
    >>> find_rights(Document(Source(""), "html", ())) is None
    True
    """
    foot = [
        node.text
        for key, node in (document.meta.entries if isinstance(document.meta, Mapping) else ())
        if key.plain == "rights" and isinstance(node, Scalar)
    ]
    lines = [block.text for block in walk(document.blocks) if isinstance(block, Paragraph)]
    for text in (*foot, *reversed(lines)):
        found = RIGHTS.search(text.plain) if len(text.plain) <= LONGEST else None
        if found is not None:
            return RawClue(text.slice(*found.span()), "text")
    return None


# The day of a deadline, an exam or the first class, with its year: "due Friday, January 13, 2022"
STATED: Final = lazy_regex(
    r"\b(?:due|deadline|exam|final|midterm|begins?|starts?|ends?|abgabe|klausur|prüfung|entrega|examen|parcial|certamen"
    r"|prova|avaliação|remise|partiel|esame|tentamen)\b|考试|截止|시험|試験"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:montag|dienstag|mittwoch|donnerstag|freitag|lunes|martes"
    r"|jueves|viernes|lundi|mardi|mercredi|jeudi|vendredi|segunda|terça|quarta|quinta|sexta)\b",
    re.IGNORECASE,
)
YEAR: Final = lazy_regex(r"\b20[0-3]\d\b")


def find_stated_day(document: Document, sessions: Sequence[RawSession]) -> RawClue | None:
    """Find a day of the course that a page states in full outside its plan, as a clue to the year of its dates.

    Only a day from the months in which the course meets, with its weekday or called a deadline or an exam, is one.
    """
    whens = [session.when for session in sessions if session.when is not None and session.when.month]
    if not whens or any(when.year for when in whens) or YEAR.search(document.source.text) is None:
        return None
    months = {when.month for when in whens}
    for block in walk(document.blocks):
        if not isinstance(block, Paragraph):
            continue
        plain = block.text.plain
        if len(plain) > LONGEST or YEAR.search(plain) is None or STATED.search(plain) is None:
            continue
        for when in find_whens(plain):
            if when.year and when.month in months and when.day:
                return RawClue(block.text.slice(when.start, when.end), "front matter")
    return None
