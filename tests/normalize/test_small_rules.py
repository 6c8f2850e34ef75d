"""The rules of numbers, times, words of names, accents and marks of titles, each at both sides of its bounds."""

from __future__ import annotations

import datetime as dt

import pytest

from syllabus_parse.normalize.accents import join_accents
from syllabus_parse.normalize.date_days import (
    DAYS_IN_MONTH,
    Day,
    read_compact,
    read_list,
    read_numbers,
    read_stated,
    settle_by_weekday,
    share_years,
)
from syllabus_parse.normalize.date_rules import Reading
from syllabus_parse.normalize.identifiers import find_identifiers, parse_identifier
from syllabus_parse.normalize.name_weights import tell_word, weigh_name
from syllabus_parse.normalize.names import is_group, is_initials, is_name, is_placeholder, trim
from syllabus_parse.normalize.people import parse_people
from syllabus_parse.normalize.services import service_year
from syllabus_parse.normalize.times import read_clock, read_span, read_zone, to_time
from syllabus_parse.normalize.title_marks import trim_title

# --- days from numbers ---


def test_months_have_the_days_of_the_calendar() -> None:
    for month in range(1, 13):
        last = (dt.date(2024 + month // 12, month % 12 + 1, 1) - dt.timedelta(1)).day
        assert DAYS_IN_MONTH[month] == last
        assert read_stated(month, last) == Day(None, month, last)
        carried = read_stated(month, last + 1, year=2024)
        assert carried == (Day(2024, month % 12 + 1, 1, overflow=True))


@pytest.mark.parametrize(
    ("first", "second", "reading", "day_first", "expected"),
    [
        # month, day, whether the order is open, whether it must be day first
        (9, 4, "either", None, (9, 4, True, None)),
        (4, 9, "either", None, (4, 9, True, None)),
        (9, 9, "either", None, (9, 9, False, None)),
        (12, 1, "either", None, (12, 1, True, None)),
        (12, 12, "either", None, (12, 12, False, None)),
        (12, 13, "either", None, (12, 13, False, False)),
        (13, 12, "either", None, (12, 13, False, True)),
        (1, 31, "either", None, (1, 31, False, False)),
        (31, 1, "either", None, (1, 31, False, True)),
        (13, 13, "either", None, None),
        (0, 4, "either", None, None),
        (4, 0, "either", None, None),
        (9, 4, "either", False, (9, 4, False, None)),
        (9, 4, "either", True, (4, 9, False, None)),
        (9, 28, "either", True, (9, 28, False, False)),
        (28, 9, "either", True, (9, 28, False, True)),
        (28, 9, "either", False, (9, 28, False, True)),
        (9, 4, "day first", None, (4, 9, False, None)),
        (9, 28, "day first", None, (9, 28, False, False)),
        (28, 9, "day first", None, (9, 28, False, True)),
        (9, 4, "month first", None, (9, 4, False, None)),
        (9, 28, "month first", None, (9, 28, False, False)),
        (28, 9, "month first", None, None),
    ],
)
def test_two_numbers(
    first: int, second: int, reading: Reading, day_first: bool | None, expected: tuple[object, ...] | None
) -> None:
    day = read_numbers(first, second, reading, day_first=day_first, year=2024)
    found = None if day is None else (day.month, day.day, day.numeric, day.day_first)
    assert found == expected
    assert day is None or (day.year == 2024 and not day.overflow)


@pytest.mark.parametrize(
    ("first", "second", "reading", "expected"),
    [
        (9, 31, "either", (10, 1)),
        (9, 35, "either", (10, 5)),
        (9, 36, "either", None),
        (12, 32, "either", (1, 1)),
        (32, 9, "day first", (10, 2)),
        (2, 30, "month first", (3, 1)),
        (13, 32, "either", None),
    ],
)
def test_days_that_a_month_does_not_have(
    first: int, second: int, reading: Reading, expected: tuple[int, int] | None
) -> None:
    day = read_numbers(first, second, reading, day_first=None)
    assert (day and (day.month, day.day)) == expected
    assert day is None or day.overflow


@pytest.mark.parametrize(
    ("listed", "month", "expected"),
    [
        ([(3, False)], 10, [(3, None)]),
        ([(3, False), (5, False), (6, False)], 10, [(3, None), (5, None), (6, None)]),
        ([(3, False), (5, True)], 10, [(3, 5)]),
        ([(3, False), (5, True), (8, False), (10, True)], 10, [(3, 5), (8, 10)]),
        ([(3, False), (3, False)], 10, None),
        ([(5, False), (3, False)], 10, None),
        ([(5, False), (3, True)], 10, None),
        ([(31, False)], 10, [(31, None)]),
        ([(31, False)], 9, None),
        ([(0, False)], 9, None),
        ([(3, False)], 0, None),
        ([(3, False)], 1, [(3, None)]),
        ([(3, False)], 12, [(3, None)]),
        ([(3, False)], 13, None),
    ],
)
def test_days_of_one_month(
    listed: list[tuple[int, bool]], month: int, expected: list[tuple[int, int | None]] | None
) -> None:
    days = read_list(listed, month, year=2024)
    assert (days and [(day.day, day.until[2] if day.until else None) for day in days]) == expected
    for day in days or ():
        assert (day.year, day.month) == (2024, month)
        assert day.until is None or day.until[:2] == (2024, month)


@pytest.mark.parametrize(
    ("digits", "expected"),
    [
        ("20200904", (2020, 9, 4)),
        ("19991231", (1999, 12, 31)),
        ("20200101", (2020, 1, 1)),
        ("20200229", (2020, 2, 29)),
        ("20200230", None),
        ("20201301", None),
        ("20200001", None),
        ("20200100", None),
        ("21200904", None),
        ("2020090", None),
        ("202009041", None),
    ],
)
def test_days_in_eight_digits(digits: str, expected: tuple[int, int, int] | None) -> None:
    day = read_compact(digits)
    assert (day and (day.year, day.month, day.day)) == expected


def test_a_weekday_settles_the_order_of_two_numbers() -> None:
    # 5 March 2024 was a Tuesday, 3 May a Friday.
    day = Day(2024, 5, 3, numeric=True)
    assert settle_by_weekday(day, 1) == Day(2024, 3, 5, day_first=True)
    assert settle_by_weekday(day, 4) == Day(2024, 5, 3, day_first=False)
    assert settle_by_weekday(day, 0) is day
    both = Day(2024, 9, 4, numeric=True)  # 4 September: a Wednesday; 9 April: a Tuesday
    assert settle_by_weekday(both, 2) == Day(2024, 9, 4, day_first=False)
    same = Day(2021, 1, 10, numeric=True)  # 10 January and 1 October 2021: a Sunday and a Friday
    assert settle_by_weekday(same, 4) == Day(2021, 10, 1, day_first=True)


def until(year: int | None, month: int, day: int) -> tuple[int | None, int, int]:
    return (year, month, day)


@pytest.mark.parametrize(
    ("days", "years"),
    [
        ([Day(None, 9, 4), Day(None, 9, 6)], [None, None]),
        ([Day(None, 9, 4), Day(2020, 9, 6)], [2020, 2020]),
        ([Day(2020, 9, 4), Day(None, 9, 6)], [2020, 2020]),
        ([Day(None, 12, 30), Day(2020, 1, 3)], [2019, 2020]),
        ([Day(2019, 12, 30), Day(None, 1, 3)], [2019, 2020]),
        ([Day(None, 9, 4), Day(2020, 9, 4)], [2020, 2020]),
        ([Day(2020, 9, 4), Day(None, 9, 4)], [2020, 2020]),
        ([Day(None, 12, 1), Day(None, 12, 30), Day(2020, 1, 3), Day(None, 1, 9)], [2019, 2019, 2020, 2020]),
        ([Day(2020, 12, 30, until=until(None, 1, 3))], [2020]),
        ([Day(None, 12, 30, until=until(2021, 1, 3))], [2020]),
        ([Day(None, 9, 4, until=until(2021, 9, 8))], [2021]),
        ([Day(None, 9, 4, until=until(None, 9, 8))], [None]),
        ([Day(None, 9, 4, until=until(None, 9, 8)), Day(2020, 10, 1)], [2020, 2020]),
    ],
)
def test_years_are_shared(days: list[Day], years: list[int | None]) -> None:
    assert [day.year for day in share_years(days)] == years


def test_the_end_of_a_range_gets_its_year() -> None:
    assert share_years([Day(2020, 12, 30, until=until(None, 1, 3))])[0].until == (2021, 1, 3)
    assert share_years([Day(2020, 9, 4, until=until(None, 9, 8))])[0].until == (2020, 9, 8)
    assert share_years([Day(2020, 9, 4, until=until(2021, 9, 8))])[0].until == (2021, 9, 8)


# --- times ---


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("15:00", (15, 0, 0, "")),
        ("15:59:59", (15, 59, 59, "")),
        ("15:60", None),
        ("15:00:60", None),
        ("24:00", (24, 0, 0, "")),
        ("25:00", None),
        ("0:05", (0, 5, 0, "")),
        ("3pm", (3, 0, 0, "pm")),
        ("3 P.M.", (3, 0, 0, "pm")),
        ("12am", (12, 0, 0, "am")),
        ("13am", None),
        ("13pm", (13, 0, 0, "pm")),
        ("15h20", (15, 20, 0, "")),
        ("3点半", (3, 30, 0, "")),
        ("下午3:20", (3, 20, 0, "pm")),
        ("上午9点", (9, 0, 0, "am")),
        ("中午12点", (12, 0, 0, "")),
        ("noon", (12, 0, 0, "pm")),
        ("12 Noon", (12, 0, 0, "pm")),
        ("midnight", (12, 0, 0, "am")),
        ("soon", None),
    ],
)
def test_a_clock(text: str, clock: tuple[int, int, int, str] | None) -> None:
    if text == "soon":
        assert read_clock(text) is None
    else:
        assert read_clock(text) == clock


@pytest.mark.parametrize(
    ("clock", "time"),
    [
        (None, None),
        ((3, 20, 5, ""), dt.time(3, 20, 5)),
        ((3, 20, 0, "pm"), dt.time(15, 20)),
        ((3, 20, 0, "am"), dt.time(3, 20)),
        ((11, 0, 0, "pm"), dt.time(23)),
        ((12, 0, 0, "pm"), dt.time(12)),
        ((13, 0, 0, "pm"), dt.time(13)),
        ((12, 30, 0, "am"), dt.time(0, 30)),
        ((11, 0, 0, "am"), dt.time(11)),
        ((12, 0, 0, ""), dt.time(12)),
        ((24, 0, 0, ""), dt.time(23, 59, 59)),
        ((24, 1, 0, ""), None),
        ((24, 0, 1, ""), None),
        ((0, 0, 0, ""), dt.time(0)),
    ],
)
def test_a_time_of_day(clock: tuple[int, int, int, str] | None, time: dt.time | None) -> None:
    assert to_time(clock) == time


@pytest.mark.parametrize(
    ("first", "last", "start", "end"),
    [
        ("15:00", "16:20", "15:00", "16:20"),
        ("3", "4:20pm", "15:00", "16:20"),
        ("11", "1pm", "11:00", "13:00"),
        ("12", "1pm", "12:00", "13:00"),
        ("11:30", "12:30pm", "11:30", "12:30"),
        ("9", "11am", "09:00", "11:00"),
        ("4", "4pm", "04:00", "16:00"),
        ("13", "4pm", "13:00", "16:00"),
        ("9am", "11", "09:00", "11:00"),
        ("11am", "1", "11:00", "13:00"),
        ("11am", "12", "11:00", "12:00"),
        ("9pm", "12", "21:00", "00:00"),
        ("10pm", "1", "22:00", "01:00"),
        ("3pm", "4", "15:00", "16:00"),
        ("10pm", "11", "22:00", "23:00"),
        ("9am", "9", "09:00", "21:00"),
        ("9am", "13", "09:00", "13:00"),
        ("9am", "11pm", "09:00", "23:00"),
        ("9:00", "11:00", "09:00", "11:00"),
        ("9", "25", None, None),
        ("25", "9", None, None),
    ],
)
def test_a_span_of_time(first: str, last: str, start: str | None, end: str | None) -> None:
    assert [time and f"{time:%H:%M}" for time in read_span(first, last)] == [start, end]


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("15:00:00-07:00", "-07:00"), ("15:00Z", "Z"), (" 15:00+0200 ", "+0200"), ("15:00:00.123+02:00", "+02:00"),
        ("15:00", None), ("Z", None), ("15:00Z x", None),
    ],
)  # fmt: skip
def test_a_zone(text: str, zone: str | None) -> None:
    assert read_zone(text) == zone


# --- people with places further on ---


def test_four_words_are_two_people_wherever_they_stand() -> None:
    for label in ("", "By ", "Presenters: ", " " * 5):
        text = f"{label}Ana Gray, Brandon Reagen David Brooks, Bo Hill, Carl Wu"
        people = parse_people(text).people
        assert [(person.name, text[person.start : person.end]) for person in people] == [
            (name, name) for name in ("Ana Gray", "Brandon Reagen", "David Brooks", "Bo Hill", "Carl Wu")
        ]


# --- services ---


@pytest.mark.parametrize(
    ("urls", "service"),
    [
        (["https://ana.github.io/x"], (2013, "github.io")),
        (["https://colab.research.google.com/x"], (2017, "colab.research.google.com")),
        (["https://www.github.com/x", "https://docs.google.com/x"], (2008, "github.com")),
        (["https://docs.google.com/x", "https://www.github.com/x"], (2008, "github.com")),
        (["https://google.com/x"], None),
        (["github.com/x"], None),
    ],
)
def test_services_are_known_by_their_hosts(urls: list[str], service: tuple[int, str] | None) -> None:
    assert service_year(urls) == service


# --- identifiers ---


@pytest.mark.parametrize(
    "text", ["arXiv:１７０６.03762", "doi:10.１１４５/3341301", "ISBN ９780131103627", "PMID: １２３４５６７８"]
)
def test_digits_of_other_scripts_are_no_identifiers(text: str) -> None:
    assert find_identifiers(text) == {}
    assert parse_identifier(text) is None


# --- words of names ---


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("J.", "initial"), ("J", "initial"), ("J.-P.", "initial"), ("...", "small"), ("Jane's", "title"),
        ("Jane’s", "title"), ("Jane", "known"), ("Jordan", "known"), ("Learning", "title"), ("the", "title"),
        ("Hans-J.", "known"), ("Jane.", "known"), ("Wool.", "small"), ("Kx.", "unknown"), ("quux", "small"),
        ("jane", "both"), ("MITX", "acronym"), ("XQ", "unknown"), ("Self-Loading", "title"), ("Jane-Quux", "known"),
        ("Chieh-Jan", "known"), ("Gyeong-Quux", "pinyin"), ("Gyeongxx-Quux", "unknown"), ("Gyeong-quux", "unknown"),
        ("Xuanhua", "pinyin"), ("TensorFlow", "camel"), ("McQuux", "unknown"), ("DeCandiax", "unknown"),
        ("MacQuuxX", "unknown"), ("VanQuux", "unknown"), ("ZxQuux", "unknown"), ("Quantization", "title"),
        ("Fooization", "ending"), ("Kuditipudi", "unknown"),
    ],
)  # fmt: skip
def test_what_a_word_is(word: str, kind: str) -> None:
    assert tell_word(word) == kind


@pytest.mark.parametrize(
    "order",
    [
        # each is likelier a name than the next
        ["Michael I. Jordan", "Rohith Kuditipudi", "Kuditipudi", "TensorFlow", "Deep Learning"],
        ["Jane Doe", "Jane", "Quux", "Deep"],
        ["Jane Q. Field", "Jane Field", "Deep Field"],
        ["周熠", "深度学习"],
        ["山田太郎", "深度学习系统"],
        ["김철수", "딥러닝"],
        ["Llama Team", "Deep Learning"],
        ["Ana Cruz", "Ana Quux Zork Blarg Cruz Flurb"],
        ["Ana B. Quux", "Ana of Quux"],
    ],
)
def test_names_weigh_more(order: list[str]) -> None:
    weights = [weigh_name(piece) for piece in order]
    assert weights == sorted(weights, reverse=True)
    assert len(set(weights)) == len(weights)
    assert 0 <= weights[-1] <= weights[0] <= 1


@pytest.mark.parametrize("piece", ["Jane: Doe", "Jane Doe?", "Jane Doe!", "CS 244", "", "discussion of the papers"])
def test_what_is_no_name_weighs_nothing(piece: str) -> None:
    assert weigh_name(piece) == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jane Doe", True), ("Jane", True), ("zhou", True), ("Ludwig van Beethoven", True), ("jane doe", False),
        ("Jane doe", True), ("jane Doe", True), ("a b c d e f g h i", False), ("Jane Doe 2", False), ("Jane@x", False),
        ("周熠", True), ("周熠" * 10, True), ("周熠" * 10 + "周", False), ("周熠2", False), ("x" * 121, False),
        ("van", False), ("Jane of Doe", False),
    ],
)  # fmt: skip
def test_what_can_be_a_name(text: str, expected: bool) -> None:
    assert is_name(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("J. H.", True), ("J.H.", True), ("D", True), ("J.-P.", True), ("JK", False), ("J. Lee", False), ("j.", False),
     ("A. B. C. D. E.", True), ("A. B. C. D. E. F.", False), ("", False)],
)  # fmt: skip
def test_what_are_initials(text: str, expected: bool) -> None:
    assert is_initials(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jane Doe", "Jane Doe"), (" *Jane Doe†.", "Jane Doe"), ("Skeen, D.", "Skeen, D."), ("Jane Doe.", "Jane Doe"),
        ("King Jr.", "King Jr."), ("Doe J.-P.", "Doe J.-P."), ("D.K.", "D.K."), ("'Jane Doe'", "Jane Doe"),
        ("'t Hooft", "'t Hooft"), ("O'", "O'"), ("''", "''"), ("Jane Doe,", "Jane Doe"), ("“Jane”", "Jane"),
    ],
)  # fmt: skip
def test_marks_at_the_ends_of_a_name(text: str, expected: str) -> None:
    assert trim(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("All", True), ("Students & Instructors", True), ("(TAs)", True), ("Group 3", True), ("Team A", True),
     ("Groups 1-4", True), ("Team Alpha", False), ("Ali", False), ("Students and Jane", False),
     ("staff/students", True),
     ("Students, ", True), ("x" * 81, False)],
)  # fmt: skip
def test_what_is_a_group(text: str, expected: bool) -> None:
    assert is_group(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", True), ("TBA", True), ("tbd.", True), ("(none)", True), ("n/a", True), ("待定", True), ("j", False),
     ("-" * 40, True), ("-" * 41, False), ("TBA Nguyen", False)],
)  # fmt: skip
def test_what_stands_for_nobody(text: str, expected: bool) -> None:
    assert is_placeholder(text) is expected


# --- accents ---


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Muller", "Muller"), ("M¨uller", "Müller"), ("M ¨uller", "Müller"), ("Mu¨ller", "Müller"),
        ("Schr ¨odinger", "Schrödinger"), ("Franc¸ois", "François"), ("Andr´e", "André"), ("Andre´", "André"),
        ("Jo˜ao", "João"), ("Espan˜a", "España"), ("Sa˜o", "São"), ("Da˘glı", "Dağlı"), ("Benoˆit", "Benoît"),
        ("Mazi`eres", "Mazières"), ("Mazie`res", "Mazières"), ("´Ecole", "École"), ("´ecole", "école"),
        ("Garc´ıa", "García"), ("Ibáñez", "Ibáñez"), ("don´t", "don´t"), ("Children´s", "Children´s"),
        ("rock´n´roll", "rock´n´roll"), ("we´re", "we´re"), ("l´amour", "l´amour"), ("Molie`re", "Molière"),
        ("say ´hello´ now", "say ´hello´ now"), ("Dvoˇr´ak", "Dvořák"), ("˚Angstr¨om", "Ångström"), ("x¨", "x¨"),
        ("a ¨ b", "a ¨ b"), ("`code`", "`code`"), ("Erd˝os", "Erdős"), ("Wałe˛sa", "Wałęsa"), ("Nu´n˜ez", "Núñez"),
    ],
)  # fmt: skip
def test_accents_go_on_their_letters(text: str, expected: str) -> None:
    assert join_accents(text) == expected
    assert join_accents(f"By {text} today") == f"By {expected} today" or text[0] in "´˚"


# --- marks of titles ---


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Looms", "Looms"), ("  Looms ", "Looms"), ("- Looms", "Looms"), ("•Looms", "Looms"), ("-Looms", "Looms"),
        ("1. Looms", "Looms"), ("12) Looms", "Looms"), ("(3) Looms", "Looms"), ("1.Looms", "1.Looms"),
        ("[12] Looms", "Looms"), ("a) Looms", "Looms"), ("iv) Looms", "Looms"), ("[PDF] Looms", "Looms"),
        ("Looms [pdf]", "Looms"), ("Looms [pdf, slides]", "Looms"), ("Looms (pdf)", "Looms"),
        ("Looms (worm)", "Looms (worm)"),
        ("Looms.pdf", "Looms"), ("Looms - pdf", "Looms"), ("Looms.", "Looms"), ("Looms,", "Looms"),
        ("Looms -", "Looms"),
        ("Looms-", "Looms-"), ("Looms et al.", "Looms et al."), ("Looms etc.", "Looms etc."), ("U.S.", "U.S."),
        ("Looms...", "Looms..."), ("Looms &amp;", "Looms &amp;"), ("Looms;", "Looms"), ("“Looms”", "Looms"),
        ("“Looms”.", "Looms"), ("“A” and “B”", "“A” and “B”"), ('"Looms"', "Looms"), ('"A" and "B"', '"A" and "B"'),
        ("“Looms", "Looms"), ("Looms”", "Looms"), ("**Looms**", "Looms"), ("*Looms*", "Looms"), ("_Looms_", "Looms"),
        ("***Looms***", "Looms"), ("*A* and *B*", "*A* and *B*"), ("'Looms'", "Looms"), ("Weavers'", "Weavers'"),
        ("«Looms»", "Looms"), ("„Looms“", "Looms"), ("``", "``"), ("-", "-"), ("1.", "1"), ("[pdf]", "[pdf]"), ("", ""),
        ('1. "Looms." [pdf]', "Looms"), ("Looms [[Paper]]", "Looms"), ("Looms (PDF, 2 MB)", "Looms"),
        ("“Knots” in Looms", "“Knots” in Looms"), ("Looms and “Knots”", "Looms and “Knots”"),
    ],
)  # fmt: skip
def test_a_title_without_the_marks_around_it(text: str, expected: str) -> None:
    start, end = trim_title(text)
    assert text[start:end] == expected
    for lead in (" ", "  ", "   "):
        start, end = trim_title(f"{lead}{text}  ")
        assert f"{lead}{text}  "[start:end] == expected
