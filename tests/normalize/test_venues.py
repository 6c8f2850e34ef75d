"""Venues: case files, the table itself, and properties that hold for any text."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from pathlib import Path
from typing import Any, Final, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from syllabus_parse.model import VenueKind
from syllabus_parse.normalize import venue_index, venue_match, venue_rest, venue_table, venue_words, venues
from syllabus_parse.normalize.venue_index import index_venues
from syllabus_parse.normalize.venue_table import KnownVenue, build_index, list_keys, load_venues

CASES: Final[dict[str, list[dict[str, Any]]]] = json.loads(
    Path(__file__).with_name("venues.json").read_text(encoding="utf-8")
)
RUNS: Final = [
    pytest.param(
        case,
        id=f"{group}-{case['function']}-{case['label']}-{case['input'][:40]!r}",
        marks=[pytest.mark.xfail(strict=True)] if group == "known_failures" else [],
    )
    for group, cases in CASES.items()
    for case in cases
]
NAMES: Final = [text for venue in load_venues() for text in (venue.name, venue.full, *venue.aliases)]
PIECES: Final = (
    *("In ", "Proceedings of the ", "Proc. ", "31st ", "Twelfth ", "Workshop on ", "Conference", "the ", "X", "Foo"),
    *(" 2019", "'19", " ’20", "19", "-XIII", "vol. 3", "no. 4", "pp. 1-2", "May ", "San Jose, CA", "best paper"),
    *(", ", ". ", " - ", ":", ";", "(", ")", "[", "]", "{", "}", "|", "/", "&", "@", "\n", '"', "“", "”", "*", "_"),
    *("to appear", "Oral", "https://example.org/a", "arXiv:1706.03762", "MIT Press"),
)
TEXTS: Final = st.one_of(
    st.lists(st.one_of(st.sampled_from(NAMES), st.sampled_from(PIECES), st.text(max_size=5)), max_size=8).map("".join),
    st.text(max_size=60),
)


def describe(match: venues.VenueMatch, text: str) -> dict[str, Any]:
    """Put a match in the words of the case file."""
    return {
        "name": match.name,
        "kind": match.kind,
        "known": match.known,
        "year": match.year,
        "tags": list(match.tags),
        "notes": [text[a:b] for a, b in match.notes],
        "words": text[match.start : match.end],
        "start": match.start,
        "year_text": None if match.year_start is None else text[match.year_start : match.year_end],
    }


def test_case_file_is_large_enough() -> None:
    assert set(CASES) == {"wild", "negative", "synthetic", "known_failures"}
    assert sum(len(cases) for cases in CASES.values()) >= 420
    assert len(CASES["negative"]) >= 110


def test_cases_are_told_apart() -> None:
    seen = [(case["function"], case["input"]) for cases in CASES.values() for case in cases]
    assert len(seen) == len(set(seen))


@pytest.mark.parametrize("case", RUNS)
def test_case(case: dict[str, Any]) -> None:
    text, expected = case["input"], case["expected"]
    result = getattr(venues, case["function"])(text)
    if expected == {"known": False}:
        assert result is None or not result.known
    elif isinstance(expected, dict):
        assert result is not None
        told = describe(result, text)
        assert {key: told[key] for key in expected} == expected
    else:
        assert result == expected


def test_table_is_large_enough() -> None:
    assert len(load_venues()) >= 600


def test_names_of_the_table_are_unique() -> None:
    names = [venue.name for venue in load_venues()]
    assert sorted(names) == sorted(set(names))


def test_no_alias_leads_to_two_venues() -> None:
    owners: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for venue in load_venues():
        for text in (venue.name, venue.full, *venue.aliases, *venue.weak, *venue.dated):
            owners[list_keys(text)].add(venue.name)
    assert {keys: names for keys, names in owners.items() if len(names) > 1} == {}


def test_kinds_and_keys_are_well_formed() -> None:
    for venue in load_venues():
        assert venue.kind in get_args(VenueKind), venue
        assert venue.name == venue.name.strip(), venue
        assert venue.dblp is None or re.fullmatch(r"(?:conf|journals)/[A-Za-z0-9-]+", venue.dblp), venue
        assert venue.first is None or 1600 < venue.first < 2030, venue
        for text in (*venue.aliases, *venue.weak, *venue.dated):
            assert text.strip() == text != "", venue


def test_the_index_that_lies_ready_is_that_of_the_table() -> None:
    ready, made = index_venues(), build_index()
    assert list(ready.words.items()) == list(made.words.items())
    assert list(ready.phrases.items()) == list(made.phrases.items())
    assert ready.beginnings == made.beginnings


def test_a_new_venue_is_known_before_the_index_is_made_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    table = tmp_path / "venues.toml"
    table.write_text('[[venue]]\nname = "SQUEX"\nkind = "conference"\n', "utf-8")
    for module in (venue_index, venue_table):
        monkeypatch.setattr(module, "TABLE", table)
    for cached in (load_venues, index_venues):
        cached.cache_clear()
    try:
        assert set(index_venues().words) == {"squex"}
    finally:
        for cached in (load_venues, index_venues):
            cached.cache_clear()


def test_index_is_reached_by_its_beginnings() -> None:
    index = index_venues()
    for key in index.phrases:
        words = key.split(" ")
        assert all(" ".join(words[:i]) in index.beginnings for i in range(1, len(words)))


@pytest.mark.parametrize("venue", load_venues(), ids=lambda venue: venue.name)
def test_name_and_full_name_lead_to_the_name(venue: KnownVenue) -> None:
    assert venues.normalize_venue(venue.name) == venue.name
    # A name that has other meanings is known with a year beside it.
    for text in (venue.name, venue.full):
        match = venues.parse_venue(f"{text} 2019")
        assert match is not None
        assert (match.name, match.year) == (venue.name, 2019)


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_normalize_venue_is_idempotent(text: str) -> None:
    once = venues.normalize_venue(text)
    assert venues.normalize_venue(once) == once


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_places_lie_in_the_text(text: str) -> None:
    for match in (venues.parse_venue(text), venues.find_venue(text)):
        if match is None:
            continue
        assert match.name.strip() == match.name != ""
        assert 0 <= match.start <= match.end <= len(text)
        assert all(0 <= a < b <= len(text) for a, b in match.notes)
        if match.year_start is not None:
            assert str(match.year).endswith(text[match.year_start : match.year_end])


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_is_venue_agrees_with_parse_venue(text: str) -> None:
    match = venues.parse_venue(text)
    if venues.is_venue(text):
        assert match is not None
        assert match.known


@pytest.mark.parametrize("piece", ["(", "[", "Proc. ", "In ", "ACM ", "2019 ", "a.", "' ", "SOSP ", "Workshop on "])
def test_long_texts_end(piece: str) -> None:
    text = piece * 20_000
    venues.parse_venue(text)
    venues.find_venue(text)
    venues.is_venue(text)
    venues.normalize_venue(text)


FORMS: Final = (
    *("{} 2003", "{}'98", "{} '07", "{}’36", "{}, 2045", "{} 12", "{} 55"),
    *("Proc. of {} 2011", "In {} 1950", "{} - 99"),
)


@given(TEXTS)
@settings(max_examples=400)
def test_where_no_venue_may_begin_none_does(text: str) -> None:
    flat = text.translate(venue_words.FLAT)
    tokens = venue_words.split_words(flat)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(venue_match, "may_name", lambda *_: True)
        found = [i for i in range(len(tokens)) if venue_match.match_known(tokens, flat, i) is not None]
    assert [i for i in found if venue_match.may_name(tokens, flat, i)] == found


@given(st.sampled_from(NAMES), st.sampled_from((", 2019", " 2019.", " (2019", "'19;", " 2019 :")))
def test_a_venue_with_nothing_behind_its_year_is_read_as_any_other(name: str, year: str) -> None:
    flat = (name + year).translate(venue_words.FLAT)
    tokens = venue_words.split_words(flat)
    hit = venue_match.match_known(tokens, flat, 0)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(venue_rest, "STOPS", ("",))
        slow = hit and venue_rest.read_rest(tokens, flat, hit)
    assert slow == (hit and venue_rest.read_rest(tokens, flat, hit))


@given(st.sampled_from(NAMES), st.sampled_from(FORMS))
@settings(max_examples=400, deadline=None)
def test_a_year_behind_a_name_changes_nothing_else(name: str, form: str) -> None:
    written = form.format(name)
    assert venues._parse(written) == venues._parse_whole(written)
