"""The year of a course by evidence, names of terms, and the order of day and month."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from syllabus_parse.normalize.dates import When, parse_when, parse_whens
from syllabus_parse.normalize.terms import find_term_codes, parse_term, term_of
from syllabus_parse.normalize.years import (
    Clue,
    YearChoice,
    choose_day_first,
    infer_years,
    resolve_dates,
)

CASES = json.loads(Path(__file__).with_name("years.json").read_text(encoding="utf-8"))


def read(texts: list[str]) -> list[When]:
    out: list[When] = []
    for text in texts:
        found = parse_whens(text) or tuple(filter(None, [parse_when(text)]))
        assert found, text
        out.extend(found)
    return out


def run(case: dict[str, Any]) -> object:
    given_, expected = case["input"], case["expected"]
    match case["function"]:
        case "parse_term":
            return list(parse_term(given_))
        case "find_term_codes":
            return [[named.term, named.year] for named in find_term_codes(given_)]
        case "term_of":
            return term_of([dt.date.fromisoformat(day) for day in given_["dates"]], language=given_["language"])
        case "choose_day_first":
            return choose_day_first(read(given_["dates"]), language=given_["language"])
        case "resolve_dates":
            pairs = resolve_dates(read(given_["dates"]), YearChoice(given_["year"]))
            return ["/".join(map(str, filter(None, pair))) or None for pair in pairs]
    choice = infer_years(
        read(given_["dates"]),
        clues=[Clue(text, place) for text, place in given_.get("clues", [])],
        hint=given_.get("hint"),
        publication_years=given_.get("publications", []),
        holidays=given_.get("holidays", []),
        language=given_.get("language"),
    )
    out = {"year": choice.year, "term": choice.term if choice.year or expected["term"] else None}
    return {**out, "certain": choice.certain} if "certain" in expected else out


def name_case(case: dict[str, Any]) -> str:
    return f"{case['function']}: {case['label']} {case['input'] if isinstance(case['input'], str) else ''}"


@pytest.mark.parametrize("case", CASES["wild"] + CASES["negative"] + CASES["synthetic"], ids=name_case)
def test_case(case: dict[str, Any]) -> None:
    assert run(case) == case["expected"]


def test_case_file_is_whole() -> None:
    assert sum(case["function"] == "infer_years" for group in CASES.values() for case in group) >= 60


# --- for any dates ---

PLACES = st.sampled_from(["front matter", "title", "heading", "url", "file", "link", "text"])
NAMES = st.sampled_from(
    ["Fall 2020", "WS 2019/20", "aisys2023", "2018", "cs262a-s18", "osdi18", "arxiv.org/abs/2003.00001", "x", "Spring"]
)
CLUES = st.lists(st.builds(Clue, st.one_of(NAMES, st.text(max_size=40)), PLACES), max_size=6)
OPEN = st.builds(
    lambda day, named: When(month=day.month, day=day.day, weekday=day.weekday() if named else None),
    st.dates(dt.date(2016, 1, 1), dt.date(2024, 12, 31)),
    st.booleans(),
)
WHENS = st.lists(st.one_of(OPEN, st.none(), st.just(When(week=3)), st.just(When(tbd=True))), max_size=30)


@given(WHENS, CLUES, st.none() | st.integers(1900, 2100), st.lists(st.integers(-5, 9999), max_size=8))
@settings(max_examples=300, deadline=None)
def test_never_raises(whens: list[When | None], clues: list[Clue], hint: int | None, works: list[int]) -> None:
    holidays = [(index, "Thanksgiving") for index in range(0, len(whens), 3)] + [(99, "MLK"), (-1, "")]
    choice = infer_years(whens, clues=clues, hint=hint, publication_years=works, holidays=holidays)
    if hint is not None:
        assert choice.year == hint
    dates = resolve_dates(whens, choice)
    assert len(dates) == len(whens)
    for when, (date, end) in zip(whens, dates, strict=True):
        if date is None:
            assert end is None
        else:
            assert when is not None
            assert (date.month, date.day) == (when.month, when.day)
    choose_day_first([when for when in whens if when])


@given(WHENS, st.lists(st.just(When(month=9, day=4, numeric=True)), max_size=3))
@settings(max_examples=200, deadline=None)
def test_no_date_without_evidence_for_its_year(whens: list[When | None], more: list[When]) -> None:
    choice = infer_years([*whens, *more])
    assert choice.year is None
    assert not choice.certain
    assert all(date is None for date, _ in resolve_dates([*whens, *more], choice))


@given(st.dates(dt.date(1995, 1, 1), dt.date(2045, 12, 31)), st.integers(5, 15), st.booleans())
@settings(max_examples=200, deadline=None)
def test_a_term_named_gives_its_dates_back(first: dt.date, weeks: int, newest_first: bool) -> None:
    days = [first + dt.timedelta(7 * week) for week in range(weeks)]
    whens: list[When | None] = [When(month=day.month, day=day.day) for day in days]
    if newest_first:
        days.reverse()
        whens.reverse()
    choice = infer_years(whens, hint=first.year)
    dates = [date for date, _ in resolve_dates(whens, choice)]
    # Two dates in December before a spring term are its prelude, and count back from it.
    ahead = sum(day.year == first.year for day in days)
    if not (first.month >= 11 and ahead <= 2 and ahead * 6 <= weeks):
        assert dates == days


@given(st.dates(dt.date(2000, 1, 1), dt.date(2040, 12, 31)), st.integers(3, 15), st.integers(-3, 0))
@settings(max_examples=200, deadline=None)
def test_weekdays_and_works_allow_only_years_that_fit(first: dt.date, weeks: int, older: int) -> None:
    days = [first + dt.timedelta(7 * week) for week in range(weeks)]
    whens = [When(month=day.month, day=day.day, weekday=day.weekday()) for day in days]
    choice = infer_years(whens, publication_years=[first.year + older] * 2)
    assert first.year in next(item.years for item in choice.evidence if item.kind == "weekday") or first.month >= 11
    if choice.year is not None and first.month < 11:
        dates = [date for date, _ in resolve_dates(whens, choice)]
        assert all(date is None or date.weekday() == when.weekday for date, when in zip(dates, whens, strict=True))


@given(st.text(max_size=60))
def test_any_text_names_a_term_or_none(text: str) -> None:
    term, year = parse_term(text)
    assert term in {"spring", "summer", "autumn", "winter", None}
    assert year is None or 1900 <= year <= 2100
    find_term_codes(text)
