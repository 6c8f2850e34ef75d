"""The rules of the calendar one by one: where a term begins, what a week costs, which year an open date gets.

Each table holds both sides of a bound.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest

from syllabus_parse.normalize.dates import When, parse_when, parse_whens
from syllabus_parse.normalize.terms import term_of
from syllabus_parse.normalize.year_calendar import (
    Start,
    choose_day_first,
    cost_pattern,
    count_weekdays,
    date_in,
    find_start,
    fit_weekdays,
    is_steady,
    place_dates,
    shape_of,
)
from syllabus_parse.normalize.year_clues import Clue, Place, count_works, find_newest, read_names, weigh_names
from syllabus_parse.normalize.years import YearChoice, infer_years

MON, TUE, WED, THU, FRI, SAT, SUN = range(7)


def read(*texts: str) -> list[When]:
    return [when for text in texts for when in parse_whens(text)]


def list_fifths(months: str) -> list[str]:
    return [f"{month} 5" for month in months.split()]


@pytest.mark.parametrize(
    ("months", "month", "early"),
    [
        ([], 1, False),
        ([5], 5, False),
        ([1, 2, 3], 1, False),
        ([10, 11, 12, 1, 2], 10, False),
        ([9, 10, 11, 12, 1], 9, False),
        ([11, 12, 1, 2, 3, 4], 11, False),
        ([1, 4, 7, 10], 1, False),  # all gaps as wide: the turn of the year
        ([3, 9], 3, False),
        ([2, 8, 9], 8, False),  # two gaps as wide inside the year: none at its turn
        ([1, 2, 6, 7, 11], 6, False),  # the first of two gaps as wide
        # one or two dates ahead of a spring term, if they are few among all
        ([12, 1, 2, 3, 4, 5], 12, True),
        ([12, 1, 2, 3, 4], 12, False),
        ([12, 12, *[1, 2, 3, 4] * 3], 12, True),
        ([12, 12, 12, *[1, 2, 3, 4] * 9], 12, False),
        ([11, *[1, 2, 3, 4] * 3], 11, True),
        ([10, *[1, 2, 3, 4] * 3], 10, False),
    ],
)
def test_a_term_begins_behind_its_widest_gap(months: list[int], month: int, early: bool) -> None:
    assert find_start(months) == Start(month, early=early)


@pytest.mark.parametrize(
    ("start", "offsets"),
    [
        (Start(1, early=False), [0] * 12),
        (Start(10, early=False), [1] * 9 + [0] * 3),
        (Start(12, early=True), [0] * 11 + [-1]),
        (Start(11, early=True), [0] * 10 + [-1] * 2),
    ],
)
def test_months_lie_in_the_year_before_or_behind(start: Start, offsets: list[int]) -> None:
    assert [start.offset(month) for month in range(1, 13)] == offsets


def test_a_date_in_a_year() -> None:
    autumn, early = Start(9, early=False), Start(12, early=True)
    assert date_in(When(week=3), 2020, autumn) is None
    assert date_in(When(month=9, day=4), 2020, autumn) == dt.date(2020, 9, 4)
    assert date_in(When(month=1, day=4), 2020, autumn) == dt.date(2021, 1, 4)
    assert date_in(When(month=12, day=4), 2020, early) == dt.date(2019, 12, 4)
    assert date_in(When(year=2018, month=1, day=4), 2020, autumn) == dt.date(2018, 1, 4)


@pytest.mark.parametrize(
    ("start", "same", "different"),
    [
        (Start(1, early=False), (2015, 2026), (2015, 2020)),
        (Start(2, early=False), (2018, 2029), (2015, 2026)),  # behind one of them a leap year follows
        (Start(9, early=False), (2018, 2029), (2015, 2026)),
        (Start(12, early=True), (2015, 2026), (2018, 2029)),  # before one of them lies a leap year
    ],
)
def test_years_of_one_shape_give_all_dates_the_same_weekdays(
    start: Start, same: tuple[int, int], different: tuple[int, int]
) -> None:
    days = [When(month=month, day=day) for month, day in ((1, 5), (2, 29), (3, 1), (8, 20), (12, 31))]

    def list_weekdays(year: int) -> list[int | None]:
        dates = [date_in(day, year, start) for day in days]
        return [date.weekday() if date else None for date in dates]

    for one in range(2008, 2030):
        for other in range(one + 1, 2037):
            alike = list_weekdays(one) == list_weekdays(other)
            # The shape also tells leap years apart that the dates don't reach.
            assert alike or shape_of(one, start) != shape_of(other, start), (one, other)
    assert shape_of(same[0], start) == shape_of(same[1], start)
    assert shape_of(different[0], start) != shape_of(different[1], start)


def test_weekdays_are_counted_once_for_a_day_and_not_for_ranges() -> None:
    autumn = Start(9, early=False)
    whens = read("9/4", "9/4", "9/6", "9/11", "Sep 14-16", "1/8")
    counts = count_weekdays(whens, autumn)
    assert counts[2020] == Counter({FRI: 3, SUN: 1})  # 4, 11 September 2020, 8 January 2021; 6 September
    assert counts[2019] == Counter({WED: 3, FRI: 1})
    assert min(counts) == 1990
    assert max(counts) == 2050


@pytest.mark.parametrize(
    ("weekdays", "cost"),
    [
        ({}, None),
        ({MON: 14}, 0.0),
        ({TUE: 14}, 0.0),
        ({THU: 14}, 0.0),
        ({FRI: 14}, 0.5),
        ({MON: 14, WED: 14}, 0.0),
        ({TUE: 14, THU: 14}, 0.0),
        ({TUE: 14, WED: 14}, 1.0),
        ({WED: 14, FRI: 14}, 1.0),
        ({MON: 14, THU: 14}, 1.0),
        ({MON: 14, WED: 14, FRI: 14}, 0.0),
        ({MON: 14, TUE: 14, THU: 14}, 0.7),
        ({MON: 5, TUE: 5, WED: 5, THU: 5}, 0.0),
        ({MON: 5, TUE: 5, WED: 5, THU: 5, FRI: 5}, 0.0),
        # one day in seven is a day of the course, less is an exception
        ({MON: 6, TUE: 1}, 1.0),
        ({MON: 7, TUE: 1}, 0.0),
        ({THU: 6, FRI: 1}, 1.0),
        # one date in a dozen may be at a weekend
        ({MON: 12, SAT: 1}, 0.0),
        ({MON: 12, SUN: 1}, 0.0),
        ({MON: 11, SAT: 1}, None),
        ({MON: 11, SUN: 1}, None),
        ({MON: 24, SAT: 1, SUN: 1}, 0.0),
        ({MON: 22, SAT: 1, SUN: 1}, None),
        ({SAT: 1}, None),
    ],
)
def test_what_the_days_of_a_week_cost(weekdays: dict[int, int], cost: float | None) -> None:
    assert cost_pattern(Counter(weekdays)) == cost


@pytest.mark.parametrize(
    ("counts", "steady"),
    [
        ([], False), ([2], False), ([1, 1], False), ([3], True), ([1, 1, 1], True), ([5, 5, 5], True),
        ([3, 3, 2, 1, 1], True), ([3, 2, 2, 2, 1], False), ([4, 4, 4, 3], True), ([1, 1, 1, 1], False),
    ],
)  # fmt: skip
def test_steady_dates_keep_to_three_days_of_the_week(counts: list[int], steady: bool) -> None:
    assert is_steady(Counter(dict(enumerate(counts)))) is steady


def test_weekdays_named_are_compared_with_every_year() -> None:
    whens = read("Tue Sep 3", "Thu Sep 5", "Mon Sep 10", "Sep 12", "Tue Sep 4, 2018")
    fits, named = fit_weekdays(whens, Start(9, early=False))
    assert named == 3  # without the one that names none, and the one that states its year
    assert {year: fits[year] for year in (2017, 2018, 2019, 2024)} == {2017: 0, 2018: 1, 2019: 2, 2024: 2}
    assert fit_weekdays(read("Sep 3"), Start(9, early=False)) == (dict.fromkeys(range(1990, 2051), 0), 0)


@pytest.mark.parametrize(
    ("texts", "language", "day_first"),
    [
        # dates that are read one way only are votes
        (["28/9", "29/9", "9/30"], "en", True),
        (["28/9", "9/29", "9/30"], "de", False),
        (["28/9", "9/29", "4/5"], "de", True),  # as many: the others tell, then the language
        (["28/9", "9/29", "4/5"], "en", False),
        (["28/9", "9/29"], "de", False),  # no others
        (["28/9", "9/29"], "en", False),
        (["28/9", "9/29"], None, False),
        # steps of a week in one reading, of months in the other
        (["1/9", "8/9", "15/9"], "en", True),
        (["9/1", "9/8", "9/15"], "de", False),
        (["2/1", "2/8"], "de", False),
        (["1/2", "8/2"], "en", True),
        # falling lists run on as well as rising ones
        (["12/10", "5/10"], "en", True),
        (["10/12", "10/5"], "de", False),
        # weekdays beside the dates
        (["Mon 3/2", "Tue 4/2"], "de", True),
        (["Mon 3/2", "Thu 3/5"], "de", False),
        # nothing but the language
        (["5/5"], "de", False),  # no order to choose
        (["4/5"], "de", True),
        (["4/5"], "de-AT", True),
        (["4/5"], "DE", True),
        (["4/5"], "pt-BR", True),
        (["4/5"], "en-GB", False),
        (["4/5"], "zh", False),
    ],
)
def test_the_order_of_day_and_month(texts: list[str], language: str | None, day_first: bool) -> None:
    assert choose_day_first(read(*texts), language=language) is day_first


@pytest.mark.parametrize(
    ("texts", "year", "dates"),
    [
        # a stated year holds for the open dates beside it, whichever lies nearer
        (["Dec 18, 2019", "Jan 8"], None, ["2019-12-18", "2020-01-08"]),
        (["Jan 8", "Dec 18, 2019"], None, ["2020-01-08", "2019-12-18"]),
        (["Jan 8", "Jan 15, 2020"], None, ["2020-01-08", "2020-01-15"]),
        (["Dec 18", "Jan 15, 2020"], None, ["2019-12-18", "2020-01-15"]),
        (["Aug 1, 2018", "Oct 1", "Nov 1, 2020"], None, ["2018-08-01", "2018-10-01", "2020-11-01"]),
        (["Aug 1, 2018", "Sep 1", "Jul 1", "Sep 1, 2020"], None,
         ["2018-08-01", "2018-09-01", "2019-07-01", "2020-09-01"]),
        (["Mar 3, 2019", "Mar 10", "Mar 17, 2020", "Mar 24"], None,
         ["2019-03-03", "2019-03-10", "2020-03-17", "2020-03-24"]),
        (["Feb 27, 2023", "Feb 29"], None, ["2023-02-27", "2024-02-29"]),
        (["Feb 27, 2021", "Feb 29", "Mar 2, 2022"], None, ["2021-02-27", "2020-02-29", "2022-03-02"]),
        # the course's year, and the next behind New Year's Eve
        (["Oct 15", "Dec 17", "Jan 7"], 2019, ["2019-10-15", "2019-12-17", "2020-01-07"]),
        (["Jan 7", "Dec 17", "Oct 15"], 2019, ["2020-01-07", "2019-12-17", "2019-10-15"]),
        (["Jan 7", "Feb 7"], 2019, ["2019-01-07", "2019-02-07"]),
        (["Feb 29"], 2019, [None]),
        (["Feb 29"], 2020, ["2020-02-29"]),
        (["Oct 15", "Jan 7"], None, [None, None]),
        # ranges end in the next year where their end comes before their beginning
        (["Dec 20 - Jan 3"], 2019, ["2019-12-20/2020-01-03"]),
        (["Sep 28 - Oct 2"], 2019, ["2019-09-28/2019-10-02"]),
        (["Oct 2-4"], 2019, ["2019-10-02/2019-10-04"]),
        (["Feb 27-29"], 2019, ["2019-02-27"]),
        (["Feb 27-29"], 2020, ["2020-02-27/2020-02-29"]),
        (["Oct 2-4"], None, [None]),
        # round the year: eleven months have no gap to begin behind, so their order tells
        (list_fifths("Mar Apr May Jun Jul Aug Sep Oct Nov Dec Jan"), 2020,
         [*(f"2020-{month:02}-05" for month in range(3, 13)), "2021-01-05"]),
        (list_fifths("Jan Dec Nov Oct Sep Aug Jul Jun May Apr Mar"), 2020,
         ["2021-01-05", *(f"2020-{month:02}-05" for month in range(12, 2, -1))]),
        (list_fifths("Sep Oct Nov Dec Jan Feb Mar Apr May Jun Jul Aug Sep Nov Jan Feb"), 2020,
         [*(f"2020-{month:02}-05" for month in range(9, 13)), *(f"2021-{month:02}-05" for month in range(1, 10)),
          "2021-11-05", "2022-01-05", "2022-02-05"]),
        # ten months have one: they begin behind it
        (list_fifths("Mar Apr May Jun Jul Aug Sep Oct Nov Dec"), 2020,
         [f"2020-{month:02}-05" for month in range(3, 13)]),
    ],
)  # fmt: skip
def test_dates_get_their_years(texts: list[str], year: int | None, dates: list[str | None]) -> None:
    whens = [parse_when(text) for text in texts]
    placed = place_dates(whens, year)
    assert ["/".join(str(day) for day in pair if day) or None for pair in placed] == dates


def test_what_has_no_date_keeps_its_place() -> None:
    whens = [None, When(week=3), parse_when("Oct 3"), When(tbd=True)]
    assert place_dates(whens, 2020) == ((None, None), (None, None), (dt.date(2020, 10, 3), None), (None, None))


# From the first to the last day of a course, and its term elsewhere and in German, with a day beyond each bound.
TERMS = [
    ("2023-12-15", "2024-04-10", "winter", "winter"),  # over New Year's Eve, and done in early April
    ("2023-12-15", "2024-03-31", "winter", "winter"),
    ("2023-12-14", "2024-04-10", "winter", "winter"),
    ("2023-12-14", "2023-12-20", "winter", "winter"),
    ("2024-01-10", "2024-04-10", "winter", "winter"),
    ("2024-01-10", "2024-04-11", "spring", "spring"),
    ("2024-01-02", "2024-01-31", "winter", "winter"),  # a session in January
    ("2024-01-02", "2024-02-05", "spring", "spring"),  # too short to tell
    ("2024-01-02", "2024-02-12", "spring", "spring"),  # 41 days
    ("2024-01-02", "2024-02-13", "winter", "winter"),  # 42
    ("2024-02-01", "2024-03-01", "spring", "spring"),
    ("2024-03-01", "2024-06-20", "spring", "spring"),
    ("2024-03-15", "2024-06-20", "spring", "summer"),
    ("2024-03-14", "2024-06-20", "spring", "spring"),
    ("2024-03-15", "2024-06-19", "spring", "spring"),
    ("2024-04-01", "2024-07-04", "spring", "summer"),
    ("2024-04-01", "2024-07-05", "summer", "summer"),
    ("2024-05-01", "2024-06-01", "summer", "summer"),
    ("2024-06-30", "2024-12-01", "summer", "summer"),
    ("2024-07-01", "2024-09-15", "summer", "summer"),
    ("2024-07-01", "2024-09-16", "autumn", "autumn"),
    ("2024-08-09", "2024-09-10", "summer", "summer"),
    ("2024-08-10", "2024-09-10", "autumn", "autumn"),
    ("2024-08-09", "2024-09-11", "autumn", "autumn"),
    ("2024-09-01", "2024-09-10", "autumn", "autumn"),
    ("2024-10-01", "2024-12-20", "autumn", "winter"),
    ("2024-10-01", "2025-01-17", "autumn", "winter"),
    ("2024-10-01", "2025-01-18", "winter", "winter"),
    ("2024-11-01", "2024-12-20", "autumn", "autumn"),
    ("2024-11-01", "2025-01-10", "winter", "winter"),
    ("2024-12-01", "2024-12-10", "winter", "winter"),
    ("2023-09-01", "2024-07-07", "autumn", "autumn"),  # 310 days
    ("2023-09-01", "2024-07-08", None, None),
]


@pytest.mark.parametrize(("first", "last", "term", "german"), TERMS, ids=[f"{row[0]} {row[1]}" for row in TERMS])
def test_terms_by_their_first_and_last_day(first: str, last: str, term: str | None, german: str | None) -> None:
    days = [dt.date.fromisoformat(last), dt.date.fromisoformat(first)]
    assert term_of(days) == term
    assert term_of(days, language="fr") == term
    assert term_of(days, language="de-AT") == german


# --- what clues name ---

SEASONS = {
    "Spring": range(1, 7),
    "Summer": range(4, 10),
    "Fall": (8, 9, 10, 11, 12, 1),
    "Winter": (10, 11, 12, 1, 2, 3, 4),
}


@pytest.mark.parametrize("season", SEASONS)
def test_a_season_holds_for_dates_in_its_months(season: str) -> None:
    for month in range(1, 13):
        choice = infer_years([When(month=month, day=9)], clues=[Clue(f"{season} 2020", "title")])
        assert (choice.year == 2020) is (month in SEASONS[season]), month


def test_a_season_holds_where_three_of_five_dates_are_in_its_months() -> None:
    fall = [Clue("Fall 2020", "title")]
    assert infer_years(read("9/9", "10/9", "11/9", "3/9", "4/9"), clues=fall).certain
    assert not infer_years(read("9/9", "10/9", "2/9", "3/9", "4/9"), clues=fall).certain


@pytest.mark.parametrize(
    ("years", "newest"),
    [
        ([], None),
        ([2019], 2019),
        ([2018, 2020], 2020),
        ([2017, 2048], 2048),  # of two none is odd
        ([2015, 2017, 2030], 2017),  # thirteen years beyond all others
        ([2015, 2018, 2030], 2030),  # twelve
        ([2015, 2017, 2048, 2048], 2048),  # twice the same is no slip
        ([2015, 2017, 2048, 2068], 2017),
    ],
)
def test_the_newest_work(years: list[int], newest: int | None) -> None:
    assert find_newest(Counter(years)) == newest


def test_works_are_counted_by_their_years_and_addresses() -> None:
    clues = [
        Clue("https://arxiv.org/abs/2003.00001", "link"),
        Clue("papers/osdi18.pdf", "link"),
        Clue("papers/watch-14.pdf", "link"),
        Clue("2019-paper.pdf", "link"),
        Clue("osdi16", "text"),
        Clue("x" * 500 + "osdi17", "link"),
    ]
    assert count_works(clues, [1899, 1900, 2069, 2070, 2018]) == Counter({1900: 1, 2069: 1, 2018: 2, 2020: 1, 2019: 1})


def clue(text: str, place: Place) -> list[Clue]:
    return [Clue(text, place)]


@pytest.mark.parametrize(
    ("place", "text", "dates", "years"),
    [
        ("title", "Looms, Fall 2020", [], [2020]),
        ("title", "Looms 2020", [], [2020]),
        ("heading", "Looms 2020", [], [2020]),
        ("front matter", "year: 2020", [], [2020]),
        ("text", "Looms 2020", [], []),
        ("text", "The term begins in 2020", [], [2020]),
        ("text", "Shown on Monday, May 10, 2021", ["5/10"], [2021]),
        ("text", "Shown on Monday, May 10, 2021", ["5/11"], []),
        ("link", "20240116_Lec1.pdf", ["1/16"], [2024]),
        ("link", "20240116_Lec1.pdf", ["1/17"], []),
        ("link", "slides/Lecture_01_2022.pdf", [], [2022]),
        ("link", "https://a.example/Lecture_01_2022.pdf", [], []),
        ("link", "2022_Lecture.pdf", [], []),
        ("link", "fall20/a.pdf", [], [2020]),
        ("url", "https://a.example/2020/", [], [2020]),
        ("file", "plan-2020.md", [], [2020]),
        ("url", "https://a.example/cs1-f20/", [], [2020]),
        # an academic year: its second half from January to June
        ("heading", "Plan 2020/21", ["9/4"], [2020]),
        ("heading", "Plan 2020/21", ["7/4"], [2020]),
        ("heading", "Plan 2020/21", ["6/4"], [2021]),
        ("heading", "Plan 2020–2021", ["2/4"], [2021]),
        ("heading", "Plan 1999/00", ["9/4"], [1999]),
        ("heading", "Plan 2020/22", ["9/4"], []),
        # from the first to the last day
        ("text", "9 Sep 2021 – 5 May 2022", ["9/9", "5/5"], [2021]),
        ("text", "9 Sep 2021 – 5 May 2022", ["9/9", "5/6"], [2021]),  # its first day all the same
        ("text", "9 Sep 2021 – 5 May 2022", ["9/10", "5/5"], []),
    ],
)
def test_years_that_a_clue_names(place: Place, text: str, dates: list[str], years: list[int]) -> None:
    found = read_names(clue(text, place), read(*dates))
    assert [name.year for name in found] == years


def test_headings_that_name_several_years_name_none() -> None:
    both = [Clue("Looms 2020", "heading"), Clue("Knots 2021", "heading")]
    assert read_names(both, []) == []
    assert [name.year for name in read_names([*both, Clue("looms2019", "heading")], [])] == [2019]
    assert [name.year for name in read_names([both[0], both[0]], [])] == [2020]


def test_nothing_tells_nothing() -> None:
    assert infer_years([]) == YearChoice(None)
    assert infer_years([], clues=[Clue("Fall", "title")]) == YearChoice(None, "autumn")
    assert infer_years([], clues=[Clue("Fall", "text")]) == YearChoice(None)


def test_many_links_count_only_so_far() -> None:
    def weigh(text: str, place: Place, times: int) -> float:
        return weigh_names(read_names(clue(text, place) * times, []))[2020]

    assert weigh("fall20/a.pdf", "link", 2) == 2 * weigh("fall20/a.pdf", "link", 1)
    assert weigh("fall20/a.pdf", "link", 6) == weigh("fall20/a.pdf", "link", 60)
    assert weigh("fall20/a.pdf", "link", 60) <= weigh("Fall 2020", "heading", 1) < weigh("Fall 2020", "title", 1)
    assert weigh("Fall 2020 is near", "text", 2) == weigh("Fall 2020 is near", "text", 20)
    assert weigh("Fall 2020", "title", 2) == 2 * weigh("Fall 2020", "title", 1)
