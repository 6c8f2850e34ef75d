"""Readings to BibTeX, for LaTeX and reference managers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from syllabus_parse.model import Syllabus
from syllabus_parse.regex import lazy_regex
from syllabus_parse.writers.citations import Citation, Form, Name, list_citations

# The entry's type, and the field that takes the venue.
TYPES: Final[dict[Form, tuple[str, str]]] = {
    "conference": ("inproceedings", "booktitle"),
    "journal": ("article", "journal"),
    "magazine": ("article", "journal"),
    "newspaper": ("article", "journal"),
    "preprint": ("misc", "howpublished"),
    "book": ("book", "publisher"),
    "chapter": ("incollection", "booktitle"),
    "thesis": ("phdthesis", "school"),
    "report": ("techreport", "institution"),
    "web": ("misc", "howpublished"),
    "video": ("misc", "howpublished"),
    "other": ("misc", "howpublished"),
}
# Characters that TeX takes for commands, and how it prints them. BibTeX itself counts braces, escaped ones too.
SPECIAL: Final = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "#": r"\#", "$": r"\$",
    "%": r"\%", "&": r"\&", "_": r"\_", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}",
}  # fmt: skip
TO_TEX: Final = str.maketrans(SPECIAL)
# In an address only these hurt; percent-encoded they mean the same.
TO_URL: Final = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20", '"': "%22"})
# A word with a capital behind its first letter, whose case a style must keep, e.g. AliGraph · GPUs · iOS
CASED: Final = lazy_regex(r"[^\s{}\\-]{1,60}[A-Z][^\s{}\\-]{0,60}")


def write_bibtex(syllabi: Syllabus | Iterable[Syllabus]) -> Iterator[str]:
    r"""Yield the readings as BibTeX entries, one a piece; the same work twice is one entry, and every key is its own.

    Text is UTF-8; what TeX takes for a command is escaped, capitals inside words are kept by braces.

    >>> from syllabus_parse.model import Origin, Person, Reading, Venue
    >>> work = Reading("R&D of B-Trees", authors=(Person("Ada Quill"),), venue=Venue("VLDB", "conference"), year=2019)
    >>> print("".join(write_bibtex(Syllabus(Origin("venue_list"), readings=(work,)))), end="")
    @inproceedings{quill2019rd,
      title = {{R\&D} of B-Trees},
      author = {Quill, Ada},
      booktitle = {VLDB},
      year = {2019},
    }
    """
    blank = ""
    for work in list_citations(syllabi):
        yield f"{blank}{_write_entry(work)}"
        blank = "\n"


def _write_entry(work: Citation) -> str:
    kind, place = TYPES[work.form]
    fields: list[tuple[str, str]] = [("title", _protect(work.title))]
    if work.authors:
        fields.append(("author", " and ".join(_write_name(name) for name in work.authors)))
    if work.venue and not (work.form == "preprint" and work.arxiv):
        fields.append((place, _escape(work.venue)))
    if work.year is not None:
        fields.append(("year", str(work.year)))
    if work.doi:
        fields.append(("doi", work.doi.translate(TO_URL)))
    if work.arxiv:
        fields += [("eprint", work.arxiv.translate(TO_URL)), ("archiveprefix", "arXiv")]
    if work.url:
        fields.append(("url", work.url.translate(TO_URL)))
    if work.tags:
        fields.append(("keywords", _escape(", ".join(work.tags))))
    if work.notes:
        fields.append(("annote", _escape("; ".join(work.notes))))
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields)
    return f"@{kind}{{{work.key},\n{lines}}}\n"


def _escape(text: str) -> str:
    return text.translate(TO_TEX)


def _protect(title: str) -> str:
    # The words are found in the plain text and escaped one by one: a brace must not part an escape.
    pieces: list[str] = []
    at = 0
    for found in CASED.finditer(title):
        pieces += [_escape(title[at : found.start()]), "{", _escape(found[0]), "}"]
        at = found.end()
    return "".join([*pieces, _escape(title[at:])])


def _write_name(name: Name) -> str:
    if name.group:
        return f"{{{_escape(name.family)}}}"
    surname = _keep_and(f"{name.particles} {name.family}".strip())
    return ", ".join(part for part in (surname, _keep_and(name.suffix), _keep_and(name.given)) if part)


def _keep_and(part: str) -> str:
    """Put braces around a part of a name that BibTeX would cut: at a comma, or at the word "and"."""
    cut = "," in part or "and" in part.lower().split()
    return f"{{{_escape(part)}}}" if cut else _escape(part)
