"""Holidays on fixed weekdays: each one's words, months and days, against the calendars of 2023 and 2024."""

from __future__ import annotations

import datetime as dt

import pytest

from syllabus_parse.normalize.holidays import HOLIDAYS, falls_on, find_holiday

# The words, the day in 2023, the day in 2024.
CALENDAR = [
    ("Martin Luther King Day", "No class: MLK day", "2023-01-16", "2024-01-15"),
    ("Presidents' Day", "Presidents Day", "2023-02-20", "2024-02-19"),
    ("Presidents' Day", "Washington's birthday", "2023-02-20", "2024-02-19"),
    ("Carnival Tuesday", "Mardi Gras", "2023-02-21", "2024-02-13"),
    ("Carnival Tuesday", "terça-feira de Carnaval", "2023-02-21", "2024-02-13"),
    ("Good Friday", "Karfreitag", "2023-04-07", "2024-03-29"),
    ("Easter Monday", "Ostermontag", "2023-04-10", "2024-04-01"),
    ("Patriots' Day", "Patriots' Day", "2023-04-17", "2024-04-15"),
    ("Ascension", "Christi Himmelfahrt", "2023-05-18", "2024-05-09"),
    ("Memorial Day", "MEMORIAL DAY (no class)", "2023-05-29", "2024-05-27"),
    ("Whit Monday", "Pfingstmontag", "2023-05-29", "2024-05-20"),
    ("Corpus Christi", "Fronleichnam", "2023-06-08", "2024-05-30"),
    ("Labor Day", "Labour day", "2023-09-04", "2024-09-02"),
    ("Indigenous Peoples' Day", "Columbus Day", "2023-10-09", "2024-10-14"),
    ("Thanksgiving (Canada)", "Thanksgiving", "2023-10-09", "2024-10-14"),
    ("Election Day", "Election Day", "2023-11-07", "2024-11-05"),
    ("Thanksgiving", "Happy Thanksgiving!", "2023-11-23", "2024-11-28"),
    ("Thanksgiving week", "Thanksgiving recess", "2023-11-20", "2024-12-01"),
]


def test_every_holiday_is_in_the_calendar() -> None:
    assert {name for name, *_ in CALENDAR} == {holiday.name for holiday in HOLIDAYS}


@pytest.mark.parametrize(("name", "words", "one", "other"), CALENDAR, ids=[words for _, words, *_ in CALENDAR])
def test_it_is_found_by_its_words_and_falls_on_its_day(name: str, words: str, one: str, other: str) -> None:
    for day in (dt.date.fromisoformat(one), dt.date.fromisoformat(other)):
        holiday = find_holiday(words, day.month)
        assert holiday is not None
        assert holiday.name == name
        assert falls_on(holiday, day.year, day.month, day.day)
        for far in (dt.timedelta(7), dt.timedelta(-7)):
            assert not falls_on(holiday, (day + far).year, (day + far).month, (day + far).day)
        if name.startswith("Thanksgiving") and day.month >= 11:
            continue  # these take the days beside them
        for near in (dt.timedelta(1), dt.timedelta(-1)):
            assert not falls_on(holiday, (day + near).year, (day + near).month, (day + near).day)


def test_thanksgiving_takes_the_days_beside_it_and_its_break_the_week() -> None:
    feast, week = find_holiday("Thanksgiving", 11), find_holiday("Thanksgiving break", 11)
    assert feast is not None
    assert week is not None
    assert [day for day in range(18, 31) if falls_on(feast, 2024, 11, day)] == [27, 28, 29]
    assert [day for day in range(18, 31) if falls_on(week, 2024, 11, day)] == [25, 26, 27, 28, 29, 30]


@pytest.mark.parametrize(
    ("words", "month"),
    [
        ("Mardi Gras", 4),
        ("MLK day", 2),
        ("Labor Day", 5),
        ("Ostermontag", 5),
        ("Columbus Day", 11),
        ("Thanksgiving", 9),
    ],
)
def test_in_another_month_the_words_mean_none(words: str, month: int) -> None:
    assert find_holiday(words, month) is None


def test_impossible_days_are_no_holidays() -> None:
    holiday = find_holiday("Labor Day", 9)
    assert holiday is not None
    assert not falls_on(holiday, 2024, 9, 31)
    assert not falls_on(holiday, 99_999, 9, 2)
    assert not falls_on(holiday, 0, 9, 2)
