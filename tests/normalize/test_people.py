"""Lists of people: case by case as pages write them, and for any text at all."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from syllabus_parse.normalize.affiliations import normalize_affiliation, weigh_affiliation
from syllabus_parse.normalize.names import is_initials, is_name, is_placeholder
from syllabus_parse.normalize.people import (
    PeopleMatch,
    PersonMatch,
    find_author_start,
    is_group,
    normalize_name,
    parse_people,
    score_people,
)

CASES: dict[str, list[dict[str, Any]]] = json.loads(Path(__file__).with_name("people.json").read_text(encoding="utf-8"))
SETS = ("wild", "negative", "synthetic")
# What a caller holds for a list of people.
ENOUGH = 0.5


def describe(person: PersonMatch) -> str | list[str | None]:
    """Put a person as the case files do: a plain name where nothing else is known."""
    if person.affiliation is None and person.role is None:
        return person.name
    return [person.name, person.affiliation, person.role]


def match(case: dict[str, Any]) -> PeopleMatch:
    return parse_people(case["input"], linked=[(a, b) for a, b in case.get("linked", ())])


def run(case: dict[str, Any]) -> object:
    text, kind = case["input"], case["kind"]
    if kind == "people":
        return [describe(person) for person in match(case).people]
    if kind == "score":
        return "people" if score_people(text) >= ENOUGH else "no people"
    if kind == "start":
        start = find_author_start(text)
        return None if start is None else text[start:]
    if kind == "name":
        return normalize_name(text)
    return [describe(person) for person in parse_people(text).people]  # groups and placeholders


def cases(*names: str, kinds: tuple[str, ...] = ()) -> list[Any]:
    return [
        pytest.param(case, id=f"{name}: {case['label']}: {case['input'][:30]}")
        for name in names
        for case in CASES[name]
        if not kinds or case["kind"] in kinds
    ]


def test_there_are_enough_cases() -> None:
    assert sum(len(CASES[name]) for name in SETS) >= 320
    assert len(CASES["wild"]) >= 150
    assert len(CASES["negative"]) >= 60


@pytest.mark.parametrize("case", cases(*SETS))
def test_case(case: dict[str, Any]) -> None:
    assert run(case) == case["expected"]


@pytest.mark.parametrize("case", cases("known_failures"))
@pytest.mark.xfail(reason="known failure", strict=True)
def test_known_failure(case: dict[str, Any]) -> None:
    assert run(case) == case["expected"]


@pytest.mark.parametrize("case", cases(*SETS, kinds=("people",)))
def test_notes_and_parting(case: dict[str, Any]) -> None:
    """What is no person is kept as a note, word for word; nothing else is; parting is told."""
    found = match(case)
    assert [case["input"][a:b] for a, b in found.notes] == case.get("notes", [])
    assert found.parted == case.get("parted", False)
    assert not found.placeholder


@pytest.mark.parametrize("case", cases(*SETS, kinds=("people",)))
def test_offsets_give_the_words(case: dict[str, Any]) -> None:
    text = unicodedata.normalize("NFC", case["input"])
    found = match(case)
    for person in found.people:
        words = text[person.start : person.end]
        # Inverted names have the same words in another order.
        assert sorted(words.replace(",", " ").split()) == sorted(person.name.replace(",", " ").split())
        if person.affiliation is not None:
            assert person.affiliation_start is not None
            assert person.affiliation_end is not None
            place = text[person.affiliation_start : person.affiliation_end]
            # Two brackets ("(Stanford University), (Meta)") are one affiliation, without what stands between.
            assert re.findall(r"\w+", place) == re.findall(r"\w+", person.affiliation)
    starts = [person.start for person in found.people]
    assert starts == sorted(starts)


@pytest.mark.parametrize("case", cases("wild", "synthetic", kinds=("people",)))
def test_the_list_is_told_from_a_title(case: dict[str, Any]) -> None:
    """Lists of two people and more, or of one with an institution, score as people."""
    if len(case["expected"]) > 1 and not case.get("unsure"):
        assert score_people(case["input"]) >= ENOUGH


@pytest.mark.parametrize("case", cases("wild", "synthetic", kinds=("people",)))
def test_a_list_with_a_title_before_it_is_cut_there(case: dict[str, Any]) -> None:
    """A title, a full stop and a list: the list begins where it begins."""
    title = "Notes on the Design of Reliable Storage Systems"
    people = case["input"].strip()
    if len(case["expected"]) > 2 and people[0].isalpha() and not case.get("unsure") and "linked" not in case:
        whole = f"{title}. {people}"
        assert find_author_start(whole) == len(title) + 2


@pytest.mark.parametrize("case", cases("negative", kinds=("placeholder",)))
def test_placeholders_are_told(case: dict[str, Any]) -> None:
    assert parse_people(case["input"]) == PeopleMatch((), placeholder=True)
    assert is_placeholder(case["input"])


@pytest.mark.parametrize("case", cases("negative", kinds=("group",)))
def test_groups_are_notes(case: dict[str, Any]) -> None:
    assert is_group(case["input"])
    assert parse_people(case["input"]) == PeopleMatch((), ((0, len(case["input"])),))
    assert score_people(case["input"]) < ENOUGH


@pytest.mark.parametrize("name", ["Llama Team", "Ali", "Alan", "Stafford", "Classon", "TA Nguyen", "Guest", "Tudor"])
def test_names_that_look_like_groups(name: str) -> None:
    assert is_group(name) == (name == "Guest")


# Texts that hold what lists are made of, so that the search meets the marks.
PIECES = st.sampled_from(
    [
        *("Jane Doe", "J. Doe", "Doe", "Ana de la Cruz", "Kyle ChardIan Foster", "周熠老师", "MIT", "UC Davis"),
        *("University of California, Davis", "Jr.", "eds.", "(", ")", "[", "]", ",", ";", " and ", " & ", "·"),
        *("(2013)", "*", "†", "Prof. ", "Speaker: ", "-", "—", "TBA", "\n", "\u2028", "\t", "/", "|", "+"),
        *("et al.", "、", " ", " at ", "..", ":", "'", '"', "“", "1", "Ph.D.", "others", "A"),
        *("é", "e\u0301", "\u00a0", "\ud7a4", "\x00", "𝒳", "İ", "ß"),
    ]
)
LISTS = st.one_of(st.lists(PIECES, max_size=14).map("".join), st.text(max_size=60))
NAMES = st.sampled_from(
    ["Jane Doe", "J. Doe", "Ana de la Cruz", "Patrick LeGresley", "Gyeong-In Yu", "D. Sculley", "T. S. Eugene Ng"]
)


@given(LISTS)
@example("İ.")
@example("A, Jr., Jr., J.")
def test_normalize_name_is_idempotent(text: str) -> None:
    once = normalize_name(text)
    assert normalize_name(once) == once
    assert once == unicodedata.normalize("NFC", once)


@given(LISTS)
def test_normalize_affiliation_is_idempotent(text: str) -> None:
    once = normalize_affiliation(text)
    assert normalize_affiliation(once) == once


@given(LISTS)
def test_any_text_gives_people_with_places(text: str) -> None:
    found = parse_people(text)
    for person in found.people:
        assert 0 <= person.start < person.end <= len(text)
        assert person.name
        assert (person.affiliation_start is None) == (person.affiliation_end is None)
        if person.affiliation_start is not None and person.affiliation_end is not None:
            assert 0 <= person.affiliation_start < person.affiliation_end <= len(text)
    for start, end in found.notes:
        assert 0 <= start < end <= len(text)
    assert parse_people(text) == found


@given(LISTS, st.lists(st.tuples(st.integers(-3, 70), st.integers(-3, 70)), max_size=4))
def test_any_links_are_taken(text: str, linked: list[tuple[int, int]]) -> None:
    for person in parse_people(text, linked=linked).people:
        assert 0 <= person.start < person.end <= len(text)


@given(LISTS)
def test_any_text_is_scored(text: str) -> None:
    assert 0.0 <= score_people(text) <= 1.0
    start = find_author_start(text)
    assert start is None or 0 < start < len(text)
    assert weigh_affiliation(text) in (0, 1, 2)
    assert isinstance(is_name(text), bool)
    assert isinstance(is_initials(text), bool)


@given(
    st.lists(NAMES, min_size=1, max_size=7, unique=True), st.sampled_from([", ", "; ", " and ", " & ", " · ", " / "])
)
def test_any_mark_between_names_parts_them(names: list[str], mark: str) -> None:
    assert [person.name for person in parse_people(mark.join(names)).people] == names


@given(
    st.lists(NAMES, min_size=1, max_size=6, unique=True), st.sampled_from(["MIT", "UC Davis", "Tsinghua University"])
)
def test_an_institution_at_the_end_is_everyones(names: list[str], institution: str) -> None:
    for text in (f"{', '.join(names)}, {institution}", f"{', '.join(names)} ({institution})"):
        found = parse_people(text)
        assert [(person.name, person.affiliation) for person in found.people] == [(name, institution) for name in names]


@pytest.mark.parametrize(
    "unit",
    [
        *("(", ")", "((x) ", "A, ", "A; ", "A B, ", "Aa Bb, ", "A and ", "Aa BbCc Dd ", "J. ", "X, J. ", "et al. "),
        *("Jane Doe (MIT), ", "Jane Doe, MIT; ", "Prof. ", "周", "周 ", " ", "\n", "1", "*", "..", "'", '"', "a-"),
        *("University ", "of ", "A/", "A+", "Smith, John, ", "Speaker: ", "Mc", "e\u0301"),
    ],
)
def test_long_texts_are_read(unit: str) -> None:
    """A hundred thousand characters of one kind: slow patterns would not come back."""
    text = unit * (100_000 // len(unit))
    found = parse_people(text)
    parse_people(text, linked=[(at, at + 5) for at in range(0, len(text), 10)])
    assert all(person.end <= len(text) for person in found.people)
    assert 0.0 <= score_people(text) <= 1.0
    find_author_start(text)
    normalize_name(text)
    normalize_affiliation(text)
    is_group(text)
