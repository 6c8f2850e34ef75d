"""Dates, times and week labels: case by case as pages write them, and for any text at all."""

from __future__ import annotations

import calendar
import datetime as dt
import json
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from syllabus_parse.normalize import dates
from syllabus_parse.normalize.date_forms import cut_letters, find_form
from syllabus_parse.normalize.date_grammar import core_pattern, grammar_of
from syllabus_parse.normalize.date_items import ANCHOR
from syllabus_parse.normalize.date_plain import parse_plain
from syllabus_parse.normalize.date_rules import Mode
from syllabus_parse.normalize.date_tokens import RUNNING, WHOLE, tokenize
from syllabus_parse.normalize.date_words import LANGUAGES, MONTH_NAMES, WEEKDAY_NAMES
from syllabus_parse.normalize.dates import (
    When,
    find_times,
    find_whens,
    match_when,
    parse_date,
    parse_week,
    parse_when,
    parse_whens,
    swap,
)

CASES = json.loads(Path(__file__).with_name("dates.json").read_text(encoding="utf-8"))
DEFAULT = When()
# Where an expression stands is checked by its text, and how its numbers must be read by what they became.
ASIDE = {"start", "end", "day_first"}


def describe(when: When | None, text: str, expected: object) -> dict[str, Any] | None:
    """Put a `When` as the case files do: what differs from an empty one, times as words."""
    if when is None:
        return None
    out = {
        name: value.isoformat().removesuffix(":00") if isinstance(value, dt.time) else value
        for name, value in attrs.asdict(when).items()
        if value != getattr(DEFAULT, name) and name not in ASIDE
    }
    if isinstance(expected, dict) and "text" in expected:
        out["text"] = text[when.start : when.end]
    return out


def run(case: dict[str, Any]) -> object:
    text, options, expected = case["input"], case.get("options", {}), case["expected"]
    result = getattr(dates, case["function"])(text, **options)
    if isinstance(result, tuple):
        wanted = expected + [None] * len(result)
        return [describe(when, text, want) for when, want in zip(result, wanted, strict=False)]
    if isinstance(result, dt.date):
        return result.isoformat()
    return describe(result, text, expected) if isinstance(result, When) else result


def name_case(case: dict[str, Any]) -> str:
    return f"{case['function']}: {case['input'][:40]}"


@pytest.mark.parametrize("case", CASES["wild"] + CASES["negative"] + CASES["synthetic"], ids=name_case)
def test_case(case: dict[str, Any]) -> None:
    assert run(case) == case["expected"]


@pytest.mark.parametrize("case", CASES["known_failures"], ids=name_case)
@pytest.mark.xfail(strict=True)
def test_known_failure(case: dict[str, Any]) -> None:
    assert run(case) == case["expected"]


def test_case_file_is_whole() -> None:
    cases = [case for group in CASES.values() for case in group]
    assert len(cases) >= 520
    assert len(CASES["negative"]) >= 130
    keys = [(case["function"], case["input"], json.dumps(case.get("options"))) for case in cases]
    assert len(keys) == len(set(keys))


# --- any date, in any form and language ---

DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31).replace(year=2099))
WESTERN = [language for language in LANGUAGES if language in MONTH_NAMES]
FORMS = (
    "{year:04}-{month:02}-{day:02}",
    "{year:04}/{month}/{day}",
    "{year:04}.{month}.{day}",
    "{day:02}.{month:02}.{year:04}",
    "{day}. {month}. {year:04}",
    "{month}/{day}/{year:04}",
    "{month:02}/{day:02}/{year:04}",
    "{month}-{day}-{year:04}",
    "{year:04}{month:02}{day:02}",
    "{year}年{month}月{day}日",
    "{year}年{month}月{day}日（{cn}）",
    "{year}年{month}月{day}日({jp})",
    "{year}년 {month}월 {day}일",
    "{year}. {month}. {day}.",
    "{day} {name} {year:04}",
    "{day}. {name} {year:04}",
    "{day} de {name} de {year:04}",
    "{weekday}, {day} {name} {year:04}",
    "{weekday} {day}. {name} {year:04}",
    "{day}-{name}-{year:04}",
)
ENGLISH_FORMS = (
    "{name} {day}, {year:04}",
    "{name} {day}{ordinal}, {year:04}",
    "{weekday}, {name} {day}, {year:04}",
    "{day}{ordinal} of {name} {year:04}",
    "{name}. {day} {year:04}",
)


def spell(form: str, day: dt.date, month_name: str, weekday: str) -> str:
    ordinal = "th" if 11 <= day.day <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    return form.format(
        year=day.year,
        month=day.month,
        day=day.day,
        name=month_name,
        weekday=weekday,
        ordinal=ordinal,
        cn="周" + "一二三四五六日"[day.weekday()],
        jp="月火水木金土日"[day.weekday()],
    )


@given(st.data(), DAYS, st.sampled_from(FORMS), st.sampled_from(WESTERN))
@settings(max_examples=600, deadline=None)
def test_any_form_in_any_language_reads_back(data: st.DataObject, day: dt.date, form: str, language: str) -> None:
    name = data.draw(st.sampled_from(MONTH_NAMES[language][day.month - 1].split()))
    weekday = data.draw(st.sampled_from([w for w in WEEKDAY_NAMES[language][day.weekday()].split() if len(w) > 2]))
    written = spell(form, day, name, weekday)
    assert parse_date(written) == day
    assert parse_date(f" **{written}**: ") == day


@given(st.data(), DAYS, st.sampled_from(ENGLISH_FORMS))
@settings(max_examples=200, deadline=None)
def test_english_forms_read_back(data: st.DataObject, day: dt.date, form: str) -> None:
    name = data.draw(st.sampled_from(MONTH_NAMES["en"][day.month - 1].split()))
    weekday = data.draw(st.sampled_from([w for w in WEEKDAY_NAMES["en"][day.weekday()].split() if len(w) > 1]))
    written = spell(form, day, name, weekday)
    for variant in (written, written.upper(), written.lower()):
        assert parse_date(variant) == day
    found = find_whens(f"The report is due {written} in class.")
    assert [(when.year, when.month, when.day) for when in found] == [(day.year, day.month, day.day)]


@pytest.mark.parametrize("language", WESTERN)
def test_every_month_and_weekday_name(language: str) -> None:
    for month, names in enumerate(MONTH_NAMES[language], 1):
        for name in names.split():
            (when,) = parse_whens(f"12 {name}")
            assert (when.month, when.day) == (month, 12), name
    for weekday, names in enumerate(WEEKDAY_NAMES[language]):
        for name in names.split():
            (when,) = parse_whens(f"{name.capitalize()} 12/13/2021")
            assert when.weekday == weekday, name


@given(st.dates(dt.date(2000, 1, 1), dt.date(2030, 12, 31)))
def test_no_date_without_a_year(day: dt.date) -> None:
    for written in (f"{day.month}/{day.day}", f"{day:%b} {day.day}", f"{day:%A}, {day.day} {day:%B}"):
        assert parse_date(written) is None
        assert all(when.year is None for when in parse_whens(written))
        assert parse_date(written, year=day.year) == day


@given(st.integers(1, 12), st.integers(1, 31), st.booleans())
def test_the_order_that_is_told_is_kept(month: int, day: int, first: bool) -> None:
    written = f"{day}/{month}" if first else f"{month}/{day}"
    if day > calendar.monthrange(2024, month)[1]:
        return
    (when,) = parse_whens(written, day_first=first)
    assert (when.month, when.day) == (month, day)
    assert not when.numeric


@given(st.integers(1, 12), st.integers(1, 12))
def test_swap_is_its_own_reverse(month: int, day: int) -> None:
    (when,) = parse_whens(f"{month}/{day}")
    assert when.numeric == (month != day)
    other = swap(when)
    assert {other.month, other.day} == {month, day}
    assert swap(other) == other


# --- the short way and the long way ---

WORD = r"(?:Tue|Mon|mon|M|R|So|Do|Thurs|Mar|mié|TTh|Foo)"
MONTH = r"(?:Sep|Sept|may|MARCH|Mar|Set|set|Dez|Juli|août|September|Foo)"
FORMS_OF_CELLS = (
    r"[0-9]{1,2}/[0-9]{1,2}(?:/[0-9]{4})?",
    rf"{MONTH}\.? [0-9]{{1,2}}(?:, (?:19|20|21)[0-9]{{2}})?",
    rf"[0-9]{{1,2}}\.? (?:de )?{MONTH}\.?(?: (?:de )?(?:19|20|30)[0-9]{{2}})?",
    r"[0-9]{2}\.[0-9]{2}\.(?:(?:20|21)[0-9]{2})?",
    r"20[0-9]{2}-[01][0-9]-[0-3][0-9]",
)
PLAIN = st.from_regex(
    rf"(?:{WORD}(?:,|\.,?)? )?(?:{'|'.join(FORMS_OF_CELLS)})(?: \({WORD}\.?\))?",
    fullmatch=True,
)


@given(PLAIN, st.sampled_from(["", " ", "\n\t "]), st.sampled_from([None, True, False]))
@settings(max_examples=1000, deadline=None)
def test_plain_dates_read_as_the_grammar_reads_them(text: str, pad: str, day_first: bool | None) -> None:
    written = f"{pad}{text}{pad}"
    plain = parse_plain(written, day_first=day_first)
    if plain is not None:
        assert (plain,) == dates._parse_by_grammar(written, day_first)


@pytest.mark.parametrize("case", [case for group in CASES.values() for case in group], ids=name_case)
def test_cases_read_alike_both_ways(case: dict[str, Any]) -> None:
    plain = parse_plain(case["input"])
    if plain is not None:
        assert (plain,) == dates._parse_by_grammar(case["input"], None)


# --- forms ---

LETTERS = st.text("DDDOONYyMMAWwVTZkKpxt&cuab---//..,:;()#@|'?    ", max_size=24)


@given(LETTERS, st.sampled_from(["running", "lead"]))
@settings(max_examples=400, deadline=None)
def test_a_form_does_not_depend_on_what_is_cut_off(letters: str, mode: Mode) -> None:
    for at in range(len(letters)):
        cut = cut_letters(mode, letters, at, at)
        assert find_form(mode, cut, 0) == find_form(mode, letters[at:], 0)


@given(LETTERS)
@settings(max_examples=600, deadline=None)
def test_a_form_begins_with_all_that_belongs_to_it(letters: str) -> None:
    for anchor in ANCHOR.finditer(letters):
        heart = anchor.start()
        for front in range(heart + 1):
            form = find_form("running", cut_letters("running", letters, front, heart), heart - front)
            found = None
            if core_pattern().match(letters, heart):
                found = grammar_of("running").pattern.search(letters, front)
            if found is not None and found.start() <= heart:
                assert form is not None
                assert (form.start + front, form.stop + front) == found.span()


@pytest.mark.parametrize("case", CASES["wild"] + CASES["negative"], ids=name_case)
def test_known_forms_change_nothing(case: dict[str, Any]) -> None:
    for function in (dates._parse_whole, dates._find_short, find_form):
        function.cache_clear()
    assert run(case) == case["expected"]
    for function in (dates._parse_whole, dates._find_short):
        function.cache_clear()
    assert run(case) == case["expected"]


# --- any text at all ---

WORDS = """Oct Sept. März mars mar. May 3 10 31 32 4th 1er 2020 '20 99999 / - – . , : ; & and to bis ( ) [ ] * † Mon Di
w3 Week Woche 第3周 3月 7日 (金) 3월 7일 3pm 15h20 10:30 EST of de am the TBD ???
§ Ch. v1.2 https://x.y/2020/1/2 é 周一"""
PIECES = st.sampled_from([*WORDS.split(), " ", "\n", "\t", "\u2028", "\u00a0", "\u200b", "\ufeff"])
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map("".join), st.lists(PIECES).map(" ".join))


NO_FIGURE = st.lists(PIECES.filter(lambda piece: not any(map(str.isdigit, piece))), max_size=12).map(" ".join)


@given(TEXTS | NO_FIGURE)
@settings(max_examples=400, deadline=None)
def test_texts_without_a_figure_are_not_looked_through_in_vain(text: str) -> None:
    assert match_when(text) == dates._match(text, 0, None)


OTHER_WORDS = PIECES | st.sampled_from(["Looms", "looms", "a", "e", "Ä"])


@given(st.lists(OTHER_WORDS, max_size=12).map(" ".join))
@settings(max_examples=400, deadline=None)
def test_no_whole_date_has_a_word_of_another_kind(text: str) -> None:
    tokens = tokenize(text, letters=WHOLE)
    if dates._read_whole(text, tokens, None):
        assert {"a", "b"}.isdisjoint(tokens.kinds)


@given(TEXTS, st.sampled_from([None, True, False]))
@settings(max_examples=400, deadline=None)
def test_never_raises_and_stays_inside(text: str, day_first: bool | None) -> None:
    found = [
        *find_whens(text, day_first=day_first),
        *parse_whens(text, day_first=day_first),
        *match_when(text, day_first=day_first),
        *match_when(text, len(text) // 2, day_first=day_first),
    ]
    single = [parse_when(text, day_first=day_first), find_times(text)]
    for when in [*found, *(when for when in single if when)]:
        assert 0 <= when.start <= when.end <= len(text)
    for when in found:
        assert when.month in range(1, 13)
        assert when.day in range(1, 32)
        assert (when.end_day is None) == (when.end_month is None)
        assert text[when.start : when.end].strip()
        swap(when)
    parse_date(text, year=2020)
    parse_week(text, bare=True)


@given(TEXTS, st.integers(0, 50), st.integers(0, 200))
def test_tokens_are_the_whole_text(text: str, pos: int, limit: int) -> None:
    for letters in (RUNNING, WHOLE):
        tokens = tokenize(text, pos, limit, letters=letters)
        assert "".join(tokens.pieces) == text[pos : max(pos, limit)]
        assert len(tokens.kinds) == len(tokens.pieces)


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_what_is_found_comes_in_order(text: str) -> None:
    starts = [when.start for when in find_whens(text)]
    assert starts == sorted(starts)


@given(st.sampled_from(["1", "1 ", "1-", "1/", "1.", "1,", "Oct 3 & ", "3. ", "9/4-", "3월", "(", "1:00-", "mon "]))
def test_long_texts_are_read_to_the_end(piece: str) -> None:
    text = piece * 3000
    for function in (find_whens, parse_whens, match_when, find_times, parse_when, parse_week):
        function(text)
