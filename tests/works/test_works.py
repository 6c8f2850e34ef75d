"""Works across syllabi: precision and recall on labelled readings, and what is counted of them."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from syllabus_parse import Origin, Person, Reading, Syllabus
from syllabus_parse.works import (
    count_co_assignments,
    find_works,
    same_work,
    write_co_assignments,
    write_works,
)
from works_sample import measure


def test_precision_and_recall() -> None:
    precision, recall, notes = measure()
    assert precision >= 0.99, notes
    assert recall >= 0.95, notes


WEAVER, KAY, MAKIN = (Person("W. Weaver"),), (Person("M. Kay"),), (Person("J. Makin"),)
CATS, GARDENS = "Scaling Laws for Cats", "Join Trees in Gardens"
PAIRS = [
    # (one, other, the same)
    (Reading("Paxos Made Simple"), Reading("Paxos made simple."), True),
    (Reading("Paxos Made Simple"), Reading("Paxos Made Live"), False),
    (Reading("Gossip for Networks of Cats, Part I"), Reading("Gossip for Networks of Cats, Part II"), False),
    (Reading("Networks of Cats, Chapter 7"), Reading("Networks of Cats, Chapter 17"), False),
    (Reading("Supervised Training of Very Large Cats"), Reading("Unsupervised Training of Very Large Cats"), False),
    (Reading("Llama2 Models on Small Machines"), Reading("Llama3 Models on Small Machines"), False),
    (Reading("Automatic Feeding of Very Large Cats"), Reading("Automated Feeding of Very Large Cats"), True),
    (Reading("Feeding of Very Large Cats"), Reading("Feeding of Very Large Cats in Winter"), False),
    (Reading("Feeding of Very Large Cats at Scale"), Reading("Purr: Feeding of Very Large Cats at Scale"), True),
    (Reading("Translation", authors=WEAVER), Reading("Translation", authors=KAY), False),
    (Reading("Backpropagation"), Reading("Backpropagation"), False),
    (Reading("Backpropagation", authors=MAKIN),
     Reading("Backpropagation", authors=(Person("Joe Makin"),)), True),
    (Reading("The UNIX Time-Sharing System", authors=(Person("D. Richie"),)),
     Reading("The Unix time-sharing system", authors=(Person("Dennis Ritchie"),)), True),
    (Reading("Cats on Very Small Machines", year=1990), Reading("Cats on Very Small Machine", year=2005), False),
    (Reading("A", identifiers={"doi": "10.1/X"}), Reading("B", identifiers={"doi": "10.1/x"}), True),
    (Reading("A", identifiers={"arxiv": "1909.01315v2"}), Reading("Trees", identifiers={"arxiv": "1909.01315"}), True),
    (Reading(CATS, identifiers={"arxiv": "1"}), Reading(GARDENS, identifiers={"arxiv": "1"}), False),
    (Reading(""), Reading(""), False),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "same"), PAIRS, ids=lambda part: getattr(part, "title", None))
def test_pairs(one: Reading, other: Reading, same: bool) -> None:
    assert same_work(one, other) is same
    assert same_work(other, one) is same


def page(*readings: Reading) -> Syllabus:
    return Syllabus(Origin("html"), readings=readings)


HEAPS = Reading("Heaps in Quiet Gardens", authors=(Person("Ada Quill"),), year=2019, requirement="required")
TREES = Reading("Trees of the Silent Forest", year=2001)
ROPES = Reading("Ropes and Other Long Things")


def test_counts() -> None:
    works = find_works([page(HEAPS, TREES), page(HEAPS, HEAPS, ROPES), page(Reading("Heaps in quiet gardens"), TREES)])
    first = works.works[0]
    assert (first.title, first.documents, first.assignments, first.required) == ("Heaps in Quiet Gardens", 3, 4, 3)
    assert first.titles == ("Heaps in Quiet Gardens", "Heaps in quiet gardens")
    assert first.authors == ("Ada Quill",)
    assert [(work.title, work.documents) for work in works.works[1:]] == [(TREES.title, 2), (ROPES.title, 1)]
    assert works.by_document == ((0, 1), (0, 2), (0, 1))
    (pair,) = count_co_assignments(works)
    assert (pair.one.title, pair.other.title, pair.documents) == (HEAPS.title, TREES.title, 2)
    assert len(count_co_assignments(works, at_least=1)) == 2
    assert len(count_co_assignments(works, at_least=1, most=1)) == 1


def test_a_short_title_counts_for_its_document_only() -> None:
    works = find_works(
        [
            page(Reading("Sinfonia"), Reading("Sinfonia")),
            page(Reading("Sinfonia")),
            page(Reading("6, all"), Reading("6, all")),
        ]
    )
    assert [(work.title, work.documents, work.assignments) for work in works.works if work.title == "Sinfonia"] == [
        ("Sinfonia", 1, 2), ("Sinfonia", 1, 1),
    ]  # fmt: skip


def test_no_one_joins_a_work_of_others() -> None:
    title = "The Same Title of Two Works"
    works = find_works(
        [page(Reading(title, authors=(Person(name),))) for name in ("Ada Quill", "Bea Marsh", "Ada Quill")]
        + [page(Reading(title))]
    )
    assert sorted(work.documents for work in works.works) == [1, 3]


def test_tables() -> None:
    works = find_works([page(HEAPS, Reading("=SUM(A1) of Many Things")), page(HEAPS)])
    rows = list(csv.DictReader(io.StringIO("".join(write_works(works.works)), newline="")))
    assert rows[0]["title"] == HEAPS.title
    assert (rows[0]["authors"], rows[0]["year"], rows[0]["documents"]) == ("Ada Quill", "2019", "2")
    assert rows[1]["title"] == "'=SUM(A1) of Many Things"
    pairs = list(csv.DictReader(io.StringIO("".join(write_co_assignments(count_co_assignments(works, at_least=1))))))
    assert [row["documents"] for row in pairs] == ["1"]
    assert find_works([]).works == ()


words = st.sampled_from(["heaps", "trees", "on", "gardens", "quiet", "7", "ii", "ropes", "forest", "of", "Ω", ""])
titles = st.lists(words, max_size=7).map(" ".join) | st.text(max_size=20)
readings = st.builds(
    Reading, titles, authors=st.lists(st.builds(Person, st.text(max_size=8)), max_size=2).map(tuple),
    year=st.none() | st.integers(1990, 2000),
)  # fmt: skip


@given(readings, readings)
def test_to_be_the_same_goes_both_ways(one: Reading, other: Reading) -> None:
    assert same_work(one, other) == same_work(other, one)


@settings(max_examples=40)
@given(st.lists(st.lists(readings, max_size=4), max_size=6))
def test_every_reading_is_counted_once(pages: list[list[Reading]]) -> None:
    works = find_works(page(*some) for some in pages)
    assert sum(work.assignments for work in works.works) == sum(map(len, pages))
    assert sum(work.documents for work in works.works) == sum(map(len, works.by_document))
    assert len(works.by_document) == len(pages)
