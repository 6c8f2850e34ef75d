"""Labels of links that lost their targets, run on behind the titles of many works: "Maps of Looms (2016) link"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from syllabus_parse.interpret.citations.citation import read_citation
from syllabus_parse.interpret.records import RawLink, RawReading
from syllabus_parse.interpret.words import link_label
from syllabus_parse.regex import lazy_regex

# e.g. the ends of "Maps of Looms. link", "Maps of Looms DOI PDF", "Maps of Looms pdf"
LABELS_BEHIND: Final = lazy_regex(
    r"(?:[\s.,]+(?:link|pdf|PDF|doi|DOI|html|HTML|url|URL|arxiv|arXiv|paper|slides|video|code|bib)){1,4}\s*$",
    needs="link pdf PDF doi DOI html HTML url URL arxiv arXiv paper slides video code bib",
)
LABEL: Final = lazy_regex(r"[A-Za-z]{3,6}")
LEAST: Final = 3
"""Works of a document that must end with the same labels: one alone may be named so, "The Missing link"."""


def cut_lost_labels(readings: Sequence[RawReading]) -> None:
    """Take the labels of lost links off the titles that run on to them, and read what stood before them again.

    >>> from syllabus_parse.readers.inline import read_inline
    >>> made = [RawReading(read_inline(f"{name} (2016) link")) for name in ("Maps of Looms", "Old Halls", "Long Wefts")]
    >>> cut_lost_labels(made)
    >>> made[0].title.plain, made[0].year
    ('Maps of Looms', 2016)
    """
    found = [
        (reading, match)
        for reading in readings
        if not any(link.anchor is not None for link in reading.links)
        and (match := LABELS_BEHIND.search(reading.title.plain)) is not None
        and match.start() > 2
    ]
    counts = Counter(match[0].split()[-1].casefold() for _, match in found)
    for reading, match in found:
        if counts[match[0].split()[-1].casefold()] < LEAST:
            continue
        title = reading.title
        for word in LABEL.finditer(match[0]):
            label = title.slice(match.start() + word.start(), match.start() + word.end())
            reading.links.append(RawLink(None, label, kind=link_label(label.plain)))
        again = read_citation(title.slice(0, match.start()))
        if again is None:
            continue
        reading.title = again.title
        reading.authors = reading.authors or again.authors
        reading.venue = reading.venue or again.venue
        if reading.year is None:
            reading.year, reading.year_text = again.year, again.year_text
        reading.short_name = reading.short_name or again.short_name
        reading.kind = reading.kind or again.kind
        reading.notes += again.notes
