"""Formal references and lists of them: heads, TeX, whole pages."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syllabus_parse.interpret import interpret_document
from syllabus_parse.interpret.citations.head import find_head
from syllabus_parse.interpret.citations.names import split_inverted
from syllabus_parse.interpret.citations.reference import is_reference
from syllabus_parse.interpret.citations.tex import print_tex
from syllabus_parse.readers.inline import read_inline
from syllabus_parse.readers.markdown import JEKYLL_READER
from syllabus_parse.source import Source

WORDS = st.sampled_from(
    ["Smith", "J.", "A.", ",", ", ", " and ", " & ", ". ", ": ", "(2019)", "2004", " et al.", "; ", "In", " ", "the",
     "Springer", "周志华", "《", "》", "[M]", "{\\\"a}", "{A}", "“", "”", "Ch. 2", "12(3)", "\n"]
)  # fmt: skip
ENTRIES = st.lists(WORDS, max_size=14).map("".join)


@given(ENTRIES)
def test_a_head_lies_in_its_entry(text: str) -> None:
    head = find_head(text)
    if head is not None:
        assert 0 < head.people <= head.end <= len(text)
        if head.year is not None:
            assert re.fullmatch(r"\d{4}", text[slice(*head.year)])


@given(ENTRIES)
def test_names_are_parted_within_the_words(text: str) -> None:
    for start, end, name in split_inverted(text):
        assert 0 <= start < end <= len(text)
        assert set(re.findall(r"\w+", name)) <= set(re.findall(r"\w+", text))


@given(ENTRIES)
def test_tex_keeps_every_other_letter(text: str) -> None:
    inline = read_inline(text)
    printed = print_tex(inline).plain
    assert re.sub(r"[\\{}\"'`^~äAa]", "", printed) == re.sub(r"[\\{}\"'`^~äAa]", "", inline.plain)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lynch, Nancy. Distributed Gardens. Morgan Kaufmann, 1996", True),
        ("Stern, S. L. (1999). The ethnography of pipes. American Behavioral Scientist, 43(3), 377-391.", True),
        ("P. A. Bern and N. Goode, *Concurrency in Kitchens*. Addison-Wesley, 1987.", True),
        ("Office hours: Ana Cruz, Bo Lindgren", False),
        ("Please read the notes. They are short.", False),
        ("Midterm review, Part 1", False),
    ],
)
def test_references_are_told_from_talk(text: str, expected: bool) -> None:
    assert is_reference(read_inline(text)) is expected


PAGE = """# Hedges and Gates: an annotated bibliography

## Contents
- [Gates](#gates)

## Gates

Winters, Langdon. 1980. "Do Gates Have Politics?" *Daedalus* 109 (1): 121–136.

> A must.

Stern, S. L. (1999). The ethnography of pipes. *American Behavioral Scientist*, 43(3), 377-391.

Bowler, Geoffrey C., and Susan Leigh Stern. *Sorting Things In: Boxes*. Cambridge, MA: MIT Press, 1999.

## Hedges

[1] P. A. Bern, V. Hadley, and N. Goode, *Concurrency Control in Kitchens*. Addison-Wesley, 1987.

[2] C. Mohr et al., "HEDGES: A recovery method," *ACM Trans. Database Syst.*, vol. 17, no. 1, pp. 94–162, Mar. 1992.
"""


def test_a_page_of_references() -> None:
    made = interpret_document(JEKYLL_READER.read(Source(PAGE)))
    assert not made.sessions
    assert [
        (each.title.plain, [person.parsed for person in each.authors], each.year, each.section[-1].plain)
        for each in made.readings
    ] == [
        ("Do Gates Have Politics?", ["Langdon Winters"], 1980, "Gates"),
        ("The ethnography of pipes", ["S. L. Stern"], 1999, "Gates"),
        ("Sorting Things In: Boxes", ["Geoffrey C. Bowler", "Susan Leigh Stern"], 1999, "Gates"),
        ("Concurrency Control in Kitchens", ["P. A. Bern", "V. Hadley", "N. Goode"], 1987, "Hedges"),
        ("HEDGES: A recovery method", ["C. Mohr"], 1992, "Hedges"),
    ]
