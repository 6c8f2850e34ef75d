"""Works and co-assignments as CSV, safe to open in a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from syllabus_parse.works.count import CoAssignment, Work
from syllabus_parse.writers.csv_tables import format_rows, guard_cell


def write_works(works: Iterable[Work]) -> Iterator[str]:
    r"""Yield works as CSV by pieces, the most assigned first.

    >>> work = Work("=A", ("Ada Quill", "Bea Marsh"), 2019, "VLDB", "paper", ("doi:10.1/x",), 3, 4, 1, ("=A",))
    >>> "".join(write_works([work])).splitlines()[1]
    "'=A,Ada Quill; Bea Marsh,2019,VLDB,paper,doi:10.1/x,3,4,1,"
    """
    yield format_rows(
        [["title", "authors", "year", "venue", "kind", "identifiers", "documents", "assignments", "required", "also"]]
    )
    for work in works:
        texts = (work.title, "; ".join(work.authors), str(work.year or ""), work.venue or "", work.kind)
        also = "; ".join(title for title in work.titles if title != work.title)
        numbers = (work.documents, work.assignments, work.required)
        yield format_rows([[*map(_cell, texts), _cell("; ".join(work.identifiers)), *map(str, numbers), _cell(also)]])


def write_co_assignments(pairs: Iterable[CoAssignment]) -> Iterator[str]:
    r"""Yield pairs of works as CSV by pieces, the most frequent first.

    >>> one, other = (Work(title, (), None, None, "paper", (), 3, 3, 0, (title,)) for title in ("Joins", "Buttons"))
    >>> "".join(write_co_assignments([CoAssignment(one, other, 3)])).splitlines()
    ['one,other,documents', 'Joins,Buttons,3']
    """
    yield format_rows([["one", "other", "documents"]])
    for pair in pairs:
        yield format_rows([[_cell(pair.one.title), _cell(pair.other.title), str(pair.documents)]])


def _cell(text: str) -> str:
    return guard_cell(text) if text else ""
