"""Readings to RIS, which every reference manager imports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from syllabus_parse.model import Syllabus
from syllabus_parse.writers.citations import Citation, Form, invert_name, list_citations

TYPES: Final[dict[Form, str]] = {
    "conference": "CPAPER",
    "journal": "JOUR",
    "magazine": "MGZN",
    "newspaper": "NEWS",
    "preprint": "UNPB",
    "book": "BOOK",
    "chapter": "CHAP",
    "thesis": "THES",
    "report": "RPRT",
    "web": "ELEC",
    "video": "VIDEO",
    "other": "GEN",
}


def write_ris(syllabi: Syllabus | Iterable[Syllabus]) -> Iterator[str]:
    r"""Yield the readings as RIS entries, one a piece, lines ended by CRLF; the same work twice is one entry.

    >>> from syllabus_parse.model import Origin, Reading
    >>> page = Syllabus(Origin("venue_list"), readings=(Reading("Join\nTrees", kind="book", year=2019),))
    >>> "".join(write_ris(page)).splitlines()
    ['TY  - BOOK', 'ID  - 2019join', 'TI  - Join Trees', 'PY  - 2019', 'ER  - ', '']
    """
    for work in list_citations(syllabi):
        yield "".join(f"{tag}  - {value}\r\n" for tag, value in _list_fields(work)) + "\r\n"


def _list_fields(work: Citation) -> Iterator[tuple[str, str]]:
    yield "TY", TYPES[work.form]
    yield "ID", work.key
    yield "TI", work.title
    for name in work.authors:
        yield "AU", invert_name(name)
    if work.venue:
        yield "T2", work.venue
    if work.year is not None:
        yield "PY", str(work.year)
    if work.doi:
        yield "DO", work.doi
    if work.arxiv:
        yield "AN", f"arXiv:{work.arxiv}"
    if work.url:
        yield "UR", work.url
    for tag in work.tags:
        yield "KW", tag
    for note in work.notes:
        yield "N1", note
    yield "ER", ""
