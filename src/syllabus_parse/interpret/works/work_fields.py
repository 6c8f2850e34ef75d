"""Lines that tell one fact of a work behind a label: "Authors: …", "Venue: …", "Year: …", "Paper: https://…"."""

from __future__ import annotations

import re
from typing import Final, Literal, TypeAlias

from syllabus_parse.document import Text
from syllabus_parse.interpret.citations.people_lines import add_authors
from syllabus_parse.interpret.citations.values import set_venue, set_year
from syllabus_parse.interpret.records import RawLink, RawReading, RawVenue
from syllabus_parse.interpret.words import fold_label, link_label
from syllabus_parse.normalize.titles import is_placeholder
from syllabus_parse.normalize.venues import parse_venue
from syllabus_parse.regex import lazy_regex

Field: TypeAlias = Literal["authors", "venue", "year", "link", "remark"]

# e.g. "**Authors**: Ada Gray", "- Venue: OSDI 2018", "Paper: https://…"
LABELLED: Final = lazy_regex(
    r"[\s*_•-]{0,6}(?P<label>[^\s*_:：()\n\u2028][^:：()\n\u2028]{1,23})[\s*_]{0,3}[:：][\s*_]{0,3}"
)
LABELS: Final[tuple[tuple[re.Pattern[str], Field], ...]] = (
    (lazy_regex(r"(?:the )?authors?|written by|by|author list|autor(?:es|en|in)?|auteurs?|作者|著者|저자"), "authors"),
    (
        lazy_regex(
            r"(?:publication )?(?:venue|conference|journal)|published(?: in| at)?|publication|appeared in|publisher"
            r"|conference ?/ ?journal|会议|期刊|发表于?|会議"
        ),
        "venue",
    ),
    (lazy_regex(r"(?:publication )?(?:year|date)|published on|年份|年"), "year"),
    (
        lazy_regex(
            r"summary|abstract|tl;?dr|(?:key|main) (?:ideas?|contributions?|insights?|points?|takeaways?|findings?)"
            r"|contributions?|notes?|why(?: it matters| read)?|keywords?|tags?|description|idea|impact|relevance"
            r"|comments?|significance|innovation|overview|highlights?|takeaways?|remarks?|citations?|摘要|简介|总结|说明|备注"
        ),
        "remark",
    ),
)


def name_field(text: Text) -> Field | None:
    """Name the fact that a line tells of a work; None for a line without such a label.

    >>> from syllabus_parse.readers.inline import read_inline
    >>> name_field(read_inline("**Authors**: Ada Gray, Bo Hill")), name_field(read_inline("Attention: a review"))
    ('authors', None)
    """
    found = LABELLED.match(text.plain)
    label = fold_label(found["label"]) if found is not None else ""
    if not label:
        # "[Paper](…)" says that it is a link by its words
        return "link" if text.links() and link_label(text.plain.strip(" []()|\n\u2028")) is not None else None
    for pattern, field in LABELS:
        if pattern.fullmatch(label):
            return field
    return "link" if text.links() and link_label(label) is not None else None


def read_field(text: Text, reading: RawReading) -> bool:
    """Give the fact of a labelled line to a work; False for a line without such a label."""
    field = name_field(text)
    if field is None:
        return False
    found = LABELLED.match(text.plain)
    value = text.slice(found.end(), len(text.plain)).strip(" *_\t\n\u2028") if found is not None else text
    if field == "authors" and not reading.authors:
        add_authors(reading, value)
    elif field == "venue" and reading.venue is None and value:
        _read_venue(value, reading)
    elif field == "year":
        set_year(reading, value)
    elif field == "link" or value.links():
        kind = link_label(found["label"]) if found is not None else None
        label = text.slice(*found.span("label")).strip() if found is not None else None
        for anchor, start, end in value.links():
            reading.links.append(RawLink(anchor, label or text.slice(start, end).strip() or None, kind=kind))
    elif text.strip():
        reading.notes.append(text.strip())
    return True


def _read_venue(value: Text, reading: RawReading) -> None:
    venue = parse_venue(value.plain)
    if venue is not None:
        set_venue(reading, venue, value)
    elif not is_placeholder(value.plain):
        reading.venue = RawVenue(value.plain, "other", False, value)
        set_year(reading, value)
