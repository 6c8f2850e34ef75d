"""Rules, not memory: each fixture is changed in a mechanical way, and the record must change accordingly."""

from __future__ import annotations

import copy
import datetime as dt
import re
from collections.abc import Callable, Iterator
from typing import Any

import attrs
import pytest

import syllabus_parse
from fixture_files import Fixture, find_fixtures, list_differences

TITLES = (
    "The Cost of Being Punctual",
    "Bridges That Hum: Resonance in Small Towns",
    "On Folding Maps without Swearing",
    "Is Anybody Listening? A Study of Empty Halls",
    "Soup, Salt and Statistics",
    "How to Lend an Umbrella",
    "Lanterns: A Portable Source of Comfort",
    "Three Ways to Lose a Key",
    "Counting Pigeons from Moving Trains",
    "Letters That Arrive Too Early",
    "When the Elevator Learns to Wait",
    "A Short Grammar of Doorbells",
    "Towards Quieter Kettles",
    "Notes on the Weather Indoors",
)
VENUES = ("SOSP", "KDD", "CHI", "ICSE", "PLDI", "INFOCOM", "EMNLP", "CIDR")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
LONG_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
WEEKDAY = re.compile(r"\b(?:Mon|Tue|Wed|Thu|Fri)(?:[a-z]*day)?\b")
# A day without its year: 9/4 · Sep 4 · Sep. 4 · 4 March · 2021-10-05 (which takes its year along)
DATE = re.compile(
    r"(?P<iso>\b\d{4}-\d\d-\d\d\b)"
    r"|(?<![\w/.-])(?P<m>\d{1,2})/(?P<d>\d{1,2})(?![\w/])"
    rf"|\b(?P<name>{'|'.join(MONTHS)})[a-z]*\.? (?P<day>\d{{1,2}})\b(?!, \d{{4}})"
    rf"|\b(?P<first>\d{{1,2}}) (?P<month>{'|'.join(LONG_MONTHS)})\b(?! \d{{4}})"
)
CELL = re.compile(r"(?<!\\)\|")

Mutation = Callable[[Fixture], Fixture | None]


def other_titles(fixture: Fixture) -> Fixture | None:
    """Give every reading and every lecture another title."""
    fresh = iter(TITLES)
    changed = fixture
    for title in _titles(fixture.expected):
        if fixture.text.count(title) >= 1:
            changed = _replace_words(changed, title, next(fresh))
    return _unless_equal(changed, fixture)


def other_venues(fixture: Fixture) -> Fixture | None:
    """Let every work appear somewhere else."""
    fresh = iter(name for name in VENUES if name not in fixture.text)
    changed = fixture
    names = {reading["venue"]["name"] for reading in _readings(fixture.expected) if reading.get("venue")}
    for name in sorted(names):
        # "SC" must not be sought in "SCHEDULE"; a name that stands otherwise in the text is left as it is.
        if re.search(rf"\b{re.escape(name)}\b", fixture.text) and name.isupper():
            changed = _replace_pattern(changed, re.compile(rf"\b{re.escape(name)}\b"), next(fresh))
    return _unless_equal(changed, fixture)


def another_year(fixture: Fixture) -> Fixture | None:
    """Move the course to another year: the next, or, where weekdays are named, the next with the same calendar."""
    year = _year(fixture)
    if year is None:
        return None
    moved = year + 1
    if WEEKDAY.search(fixture.text):
        moved = next(other for other in range(year + 1, year + 41) if _calendar(other) == _calendar(year))
    changed = _replace_pattern(fixture, re.compile(rf"{year}"), str(moved))
    hints = {key: moved if value == year else value for key, value in fixture.hints.items()}
    return attrs.evolve(changed, hints=hints, expected=_map_values(changed.expected, {year: moved}))


def dates_by_month_name(fixture: Fixture) -> Fixture | None:
    return _redate(fixture, lambda date: f"{MONTHS[date.month - 1]} {date.day}")


def dates_day_first(fixture: Fixture) -> Fixture | None:
    return _redate(fixture, lambda date: f"{date.day} {LONG_MONTHS[date.month - 1]}")


def dates_in_iso(fixture: Fixture) -> Fixture | None:
    return _redate(fixture, lambda date: date.isoformat())


def dates_in_numbers(fixture: Fixture) -> Fixture | None:
    return _redate(fixture, lambda date: f"{date.month}/{date.day}")


def swap_first_columns(fixture: Fixture) -> Fixture | None:
    """Swap the first two columns of a pipe table, or of a dump parted by tabs."""

    def swap(cells: list[str]) -> list[str]:
        return [cells[1], cells[0], *cells[2:]] if len(cells) > 1 else cells

    return _remake_rows(fixture, lambda cells, _: swap(cells))


def add_column(fixture: Fixture) -> Fixture | None:
    """Put a column for the room, or for the lecturer where there is one for the room, in third place."""
    if fixture.dialect != "pipe_table":
        return None
    room = "Room" not in fixture.text
    expected: dict[str, Any] = copy.deepcopy(fixture.expected)
    sessions = expected["sessions"]
    lectures = iter(sessions)

    def insert(cells: list[str], kind: str) -> list[str]:
        new = ""
        if kind == "header":
            new = "Room" if room else "Lecturer"
        elif kind == "delimiter":
            new = "---"
        elif kind == "row":
            session = next(lectures)
            if session["kind"] == "lecture":
                new = "Hall 7" if room else "Uma Field"
                session["location" if room else "presenters"] = "Hall 7" if room else [{"name": "Uma Field"}]
        return [*cells[:2], f" {new} ", *cells[2:]]

    changed = _remake_rows(fixture, insert)
    return changed and attrs.evolve(changed, expected=expected)


MUTATIONS: tuple[Mutation, ...] = (
    other_titles,
    other_venues,
    another_year,
    dates_by_month_name,
    dates_day_first,
    dates_in_iso,
    dates_in_numbers,
    swap_first_columns,
    add_column,
)


def _readings(record: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for session in record.get("sessions", ()):
        yield from session.get("readings", ())
    yield from record.get("readings", ())


def _titles(record: dict[str, Any]) -> list[str]:
    lectures = [session["title"] for session in record.get("sessions", ()) if session.get("kind") == "lecture"]
    found = [title for title in [*lectures, *(reading["title"] for reading in _readings(record))] if title]
    return [title for title in dict.fromkeys(found) if not any(title in other for other in found if other != title)]


def _year(fixture: Fixture) -> int | None:
    expected: dict[str, Any] = fixture.expected
    dates = [session["date"] for session in expected.get("sessions", ()) if session.get("date")]
    return int(dates[0][:4]) if dates else None


def _calendar(year: int) -> tuple[int, bool]:
    return dt.date(year, 1, 1).weekday(), dt.date(year, 12, 31).timetuple().tm_yday == 366


def _dates(fixture: Fixture) -> dict[tuple[int, int], dt.date]:
    expected: dict[str, Any] = fixture.expected
    found = [dt.date.fromisoformat(one["date"]) for one in expected.get("sessions", ()) if one.get("date")]
    return {(date.month, date.day): date for date in found}


def _redate(fixture: Fixture, write: Callable[[dt.date], str]) -> Fixture | None:
    known = _dates(fixture)

    def rewrite(match: re.Match[str]) -> str:
        if match["iso"]:
            month, day = int(match["iso"][5:7]), int(match["iso"][8:])
        elif match["m"]:
            month, day = int(match["m"]), int(match["d"])
        elif match["name"]:
            month, day = MONTHS.index(match["name"]) + 1, int(match["day"])
        else:
            month, day = LONG_MONTHS.index(match["month"]) + 1, int(match["first"])
        date = known.get((month, day))
        return write(date) if date else match[0]

    text = DATE.sub(rewrite, fixture.text)
    if text == fixture.text:
        return None
    hints = fixture.hints
    year = _year(fixture)
    if year is not None and str(year) not in text:
        hints = {**hints, "year": year}  # the year went with the dates
    return attrs.evolve(fixture, text=text, hints=hints)


def _remake_rows(fixture: Fixture, remake: Callable[[list[str], str], list[str]]) -> Fixture | None:
    """Rebuild each row of the one table of a document; `remake` is told whether it is a header, a delimiter …"""
    tabs = fixture.dialect == "row_dump" and fixture.text.count("\t|") == 0 and "\t" in fixture.text
    if fixture.dialect != "pipe_table" and not tabs:
        return None
    lines: list[str] = []
    seen = 0
    for line in fixture.text.splitlines():
        if ("\t" if tabs else "|") not in line:
            lines.append(line)
            continue
        outer = not tabs and line.startswith("|")
        cells = line.split("\t") if tabs else CELL.split(line[1:] if outer else line)
        if not any(cell.strip(" :-") for cell in cells):
            kind = "delimiter"
        elif not seen:
            kind = "header"
        else:
            kind = "row" if any(DATE.search(cell) or cell.strip() == "TBD" for cell in cells[:3]) else "sub-header"
        seen += 1
        joined = ("\t" if tabs else "|").join(remake(cells, kind))
        lines.append(f"|{joined}" if outer else joined)
    return attrs.evolve(fixture, text="\n".join(lines) + "\n")


def _replace_words(fixture: Fixture, old: str, new: str) -> Fixture:
    changed = _replace_pattern(fixture, re.compile(re.escape(old)), new)
    quoted = re.compile(re.escape(old.replace(" ", "%20")))
    return attrs.evolve(changed, expected=_map_texts(changed.expected, quoted, new.replace(" ", "%20")))


def _replace_pattern(fixture: Fixture, pattern: re.Pattern[str], new: str) -> Fixture:
    text = pattern.sub(lambda _: new, fixture.text)
    return attrs.evolve(fixture, text=text, expected=_map_texts(fixture.expected, pattern, new))


def _map_texts(value: Any, pattern: re.Pattern[str], new: str) -> Any:  # noqa: ANN401 - a JSON value
    if isinstance(value, str):
        return pattern.sub(lambda _: new, value)
    if isinstance(value, list):
        return [_map_texts(item, pattern, new) for item in value]
    return {key: _map_texts(item, pattern, new) for key, item in value.items()} if isinstance(value, dict) else value


def _map_values(value: Any, new: dict[int, int]) -> Any:  # noqa: ANN401 - a JSON value
    if isinstance(value, int):
        return new.get(value, value)
    if isinstance(value, list):
        return [_map_values(item, new) for item in value]
    return {key: _map_values(item, new) for key, item in value.items()} if isinstance(value, dict) else value


def _unless_equal(changed: Fixture, fixture: Fixture) -> Fixture | None:
    return None if changed.text == fixture.text else changed


LEAST = {"swap_first_columns": 4, "add_column": 3, "dates_in_iso": 7, "other_titles": 15, "other_venues": 11}
MUTANTS = [
    pytest.param(mutant, id=f"{mutation.__name__}-{fixture.label}")
    for mutation in MUTATIONS
    for fixture in find_fixtures()
    if (mutant := mutation(fixture)) is not None
]


@pytest.mark.parametrize("mutant", MUTANTS)
def test_a_changed_document_gives_a_changed_record(mutant: Fixture) -> None:
    record = syllabus_parse.parse(mutant.text, _debug=True, **mutant.hints).to_dict()  # type: ignore[arg-type]
    assert list_differences(mutant.expected, record) == [], mutant.text


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.__name__)
def test_each_mutation_applies_to_some(mutation: Mutation) -> None:
    mutants = [mutant for fixture in find_fixtures() if (mutant := mutation(fixture))]
    assert len(mutants) >= LEAST.get(mutation.__name__, 5)
