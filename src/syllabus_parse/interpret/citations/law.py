"""Cases and statutes as lawyers cite them: "Zeran v. AOL, 129 F.3d 327 (4th Cir. 1997)", "47 U.S.C. § 230"."""

from __future__ import annotations

from typing import Final

from syllabus_parse.document import Text
from syllabus_parse.interpret.citations.values import set_year
from syllabus_parse.interpret.records import RawReading, list_links
from syllabus_parse.regex import lazy_regex

CASE: Final = lazy_regex(
    r"\s*(?P<title>[A-Z][^,;()\n]{1,60}\sv\.?\s[A-Z][^,;()\n]{1,60}),\s"
    r"(?P<place>\d{1,4}\s[A-Z][\w.’' ]{0,16}\s\d{1,5}[^()\n]{0,30}?)"
    r"(?:\s\((?P<court>[^()\d]{0,20}(?:\d(?:st|nd|rd|th)\s[^()\d]{1,16})?)(?P<year>1[6-9]\d\d|20\d\d)\))?\s*[.;]?\s*"
)


def read_case(text: Text, reading: RawReading) -> bool:
    """Read a case: the parties are its title, where it is reported a note; False for any other words.

    >>> from syllabus_parse.document import EMPTY
    >>> from syllabus_parse.readers.inline import read_inline
    >>> made = RawReading(EMPTY)
    >>> read_case(read_inline("Gray v. Loom Inc., 129 F.3d 327 (4th Cir. 1997)"), made), made.title.plain, made.year
    (True, 'Gray v. Loom Inc.', 1997)
    """
    found = CASE.fullmatch(text.plain)
    if found is None:
        return False
    reading.title, reading.kind = text.slice(*found.span("title")), "other"
    said = [text.slice(*found.span(name)).strip() for name in ("place", "court") if found[name]]
    reading.notes += [words for words in said if words]
    if found["year"]:
        set_year(reading, text.slice(*found.span("year")))
    reading.links += list_links(text)
    return True
