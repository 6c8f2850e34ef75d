"""The cells of a row that hold links: slides, recordings, materials, and works among them."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import Cell, Text
from syllabus_parse.interpret.citations.citation import read_citation
from syllabus_parse.interpret.citations.kinds import is_text_range
from syllabus_parse.interpret.citations.linked_bracket import ends_signed
from syllabus_parse.interpret.citations.values import title_links
from syllabus_parse.interpret.records import RawLink, RawSession
from syllabus_parse.interpret.sessions.deadlines import is_deadline, read_assignments
from syllabus_parse.interpret.tables.cells import cut_links
from syllabus_parse.interpret.tables.columns import Column
from syllabus_parse.interpret.tables.row_state import Rows
from syllabus_parse.interpret.words import link_label, requirement_group
from syllabus_parse.interpret.works.entries import Entry, read_entries
from syllabus_parse.interpret.works.signs import WORK_HOSTS, leads_to_material
from syllabus_parse.interpret.works.works import read_works
from syllabus_parse.model import Requirement
from syllabus_parse.normalize.titles import is_placeholder
from syllabus_parse.regex import lazy_regex

# e.g. "Suggested Readings:"
READINGS_LABEL: Final = lazy_regex(
    r"(?:(?:suggested|required|optional|additional|further|recommended|assigned|background|main|extra) )*"
    r"(?:readings?|papers?|literature|references)\s*[:：]?",
    re.IGNORECASE,
)


def read_links_cell(rows: Rows, column: Column, cell: Cell, session: RawSession) -> None:
    """Read a column of slides or materials: links; lines with a name and a label are works handed out."""
    entries = read_entries(cell.blocks, lines=rows.lines)
    works, requirement = _split_works(entries)
    if column.link_kind in (None, "other"):
        told = READINGS_TOO.search(column.header) is not None
        works += [
            entry
            for entry in entries
            if (is_cited(entry.text) or (told and is_told(entry.text, column.header)))
            and not any(entry is work for work in works)
        ]
    for work in works:
        session.readings += read_works(work, requirement=requirement or column.requirement, session=session)
    entries = [entry for entry in entries if not any(entry is work for work in works) and not _is_label(entry)]
    for piece in [*entries, *(child for entry in entries for child in entry.children)]:
        text = piece.text
        words = text.plain.strip()
        if not words and not text.links():
            continue
        links = text.links()
        for anchor, start, end in links:
            session.links.append(
                RawLink(anchor, text.slice(start, end).strip() or None, column=column.header, kind=None)
            )
        if links:
            left = cut_links(text)
            if (
                left
                and link_label(left.plain) is None
                and not re.fullmatch(r"[\W\d_]*(?:and|or|,|;)?[\W\d_]*", left.plain)
            ):
                session.notes.append(left)
            continue
        if is_placeholder(words):
            continue
        if link_label(words) is None and is_deadline(words):
            read_assignments(text, session, event="due")
            continue
        if rows.roles & {"reading"} or column.link_kind is not None or not re.search(r"\[[^\]]{2,20}\]\s*$", words):
            read_lost_labels(rows, text, column, session)
            continue
        reading = read_citation(text)
        if reading is not None and reading.links:
            reading.kind = reading.kind or "other"
            session.readings.append(reading)


READINGS_TOO: Final = lazy_regex(r"\b(?:readings?|papers?)\b", re.IGNORECASE)  # e.g. "Slides/Readings"


READINGS_FIRST: Final = lazy_regex(r"\W*(?:readings?|papers?)\b", re.IGNORECASE)  # e.g. "Readings & Resources"
NAME_WORDS: Final = 5


def is_told(text: Text, header: str) -> bool:
    """Tell a work below a head of links that says readings too: a stretch of a book, or a link to where works lie.

    Where readings come first in the head, a link of several words is a work wherever it leads, but to material.
    """
    links = title_links(text)
    if len(links) != 1:
        return not text.links() and is_text_range(text.plain)
    anchor, start, end = links[0]
    if link_label(text.plain[start:end]) is not None:
        return False
    if WORK_HOSTS.match(anchor.href or "") is not None:
        return True
    named = len(text.plain[start:end].split()) >= NAME_WORDS and READINGS_FIRST.match(header) is not None
    return named and not leads_to_material(anchor.href)


# e.g. "Gray (1993). Maps", "Maps, Gray et al 2011", "Maps, ICML 2009"
CITES: Final = lazy_regex(r"\((?:19|20)\d\d[a-z]?\)[.,:]|\bet al\b|,\s[A-Z][A-Za-z&. ]{1,30}\s(?:19|20)\d\d\.?$")
LEAST_WORDS: Final = 3


def is_cited(text: Text) -> bool:
    """Tell a work among links of all kinds: it is cited with people or venue, or its link leads to where works lie."""
    links = title_links(text)
    plain = text.plain.strip()
    if not links or len(plain.split()) < LEAST_WORDS or link_label(plain) is not None:
        return False
    named = [anchor.href or "" for anchor, a, b in links if len(text.plain[a:b].split()) >= LEAST_WORDS]
    if any(WORK_HOSTS.match(href) for href in named):
        return True
    if CITES.search(plain) is None and not ends_signed(plain):
        return False
    reading = read_citation(text)
    return reading is not None and bool(reading.authors or reading.venue)


def _is_label(entry: Entry) -> bool:
    words = entry.text.plain.strip()
    return bool(READINGS_LABEL.fullmatch(words)) and not entry.text.links()


def _split_works(entries: list[Entry]) -> tuple[list[Entry], Requirement | None]:
    """Find the works listed below "Suggested readings:" in a cell of materials, and what the label says of them."""
    works: list[Entry] = []
    requirement: Requirement | None = None
    below = False
    for entry in entries:
        if _is_label(entry):
            below = True
            requirement = requirement_group(entry.text.plain) or requirement
            works += entry.children
        elif below and (entry.item or title_links(entry.text)):
            works.append(entry)
        else:
            below = False
    return works, requirement


def read_lost_labels(rows: Rows, text: Text, column: Column, session: RawSession) -> None:
    """Read words of a links column whose targets are gone: "pdf    pdf", "1.1 简介.pdf"."""
    pieces = [piece.strip(" []()-,;") for piece in text.split(re.compile(r"\s{2,}|\s*[,;|]\s*|\]\s*\["))]
    pieces = [piece for piece in pieces if piece and not is_placeholder(piece.plain)]
    if pieces and all(link_label(piece.plain) is not None for piece in pieces):
        session.links += [RawLink(None, piece, column=column.header, kind=link_label(piece.plain)) for piece in pieces]
    elif len(pieces) > 1 and all(re.search(r"\.\w{2,5}$", piece.plain) for piece in pieces):
        session.links += [RawLink(None, piece, column=column.header, kind=column.link_kind) for piece in pieces]
    elif column.link_kind is not None or re.search(r"\.(?:pdf|pptx?|ipynb|zip|html?)\s*$", text.plain):
        session.links.append(RawLink(None, text.strip(), column=column.header, kind=column.link_kind))
    elif len(text.plain.split()) > 2 or not pieces:
        session.notes.append(text.strip())
