"""Readings to CSL-JSON, which citation processors (citeproc, pandoc, Zotero) read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from syllabus_parse.model import Syllabus
from syllabus_parse.writers.citations import Citation, Form, Name, list_citations
from syllabus_parse.writers.json import dump_json

TYPES: Final[dict[Form, str]] = {
    "conference": "paper-conference",
    "journal": "article-journal",
    "magazine": "article-magazine",
    "newspaper": "article-newspaper",
    "preprint": "article",
    "book": "book",
    "chapter": "chapter",
    "thesis": "thesis",
    "report": "report",
    "web": "webpage",
    "video": "motion_picture",
    "other": "document",
}


def write_csl(syllabi: Syllabus | Iterable[Syllabus]) -> Iterator[str]:
    """Yield the readings as one CSL-JSON list, an item a piece; the same work twice is one item.

    >>> from syllabus_parse.model import Origin, Person, Reading
    >>> work = Reading("Join Trees", authors=(Person("Ada Quill"),), year=2019)
    >>> print("".join(write_csl(Syllabus(Origin("venue_list"), readings=(work,)))), end="")
    [
    {"id":"quill2019join","type":"document","title":"Join Trees","author":[{"family":"Quill","given":"Ada"}],\
"issued":{"date-parts":[[2019]]}}
    ]
    """
    mark = "[\n"
    for work in list_citations(syllabi):
        yield mark + dump_json(make_item(work), indent=None)
        mark = ",\n"
    yield "[]\n" if mark == "[\n" else "\n]\n"


def make_item(work: Citation) -> dict[str, object]:
    """Return the CSL item of a citation; variables of which nothing is known are left out."""
    item: dict[str, object] = {"id": work.key, "type": TYPES[work.form], "title": work.title}
    if work.authors:
        item["author"] = [_make_name(name) for name in work.authors]
    if work.venue:
        item["container-title"] = work.venue
    if work.year is not None:
        item["issued"] = {"date-parts": [[work.year]]}
    if work.doi:
        item["DOI"] = work.doi
    if work.arxiv:
        item |= {"number": f"arXiv:{work.arxiv}", "archive": "arXiv"}
    if work.url:
        item["URL"] = work.url
    if work.tags:
        item["keyword"] = ", ".join(work.tags)
    if work.notes:
        item["note"] = "; ".join(work.notes)
    return item


def _make_name(name: Name) -> dict[str, str]:
    if name.group:
        return {"literal": name.family}
    parts = {
        "family": name.family, "given": name.given, "non-dropping-particle": name.particles, "suffix": name.suffix,
    }  # fmt: skip
    return {key: value for key, value in parts.items() if value}
