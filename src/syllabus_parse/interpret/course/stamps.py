"""When a page was made, by its own words: "Last updated: 3 Feb 2019" dates the term that it fell in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from syllabus_parse.document import Document, Paragraph
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
