"""Compare the reading of dates with dateutil, dateparser and datefinder on the wild and negative cases of the tests.

Run: python benchmarks/dates.py          (needs: pip install dateparser datefinder)

A case is *right* where exactly its days come out, in order, with month and day, and with the year where the text states
one; *refused* where nothing comes out; *wrong* else. Numbers that can be read either way (4/5) count as right in both
orders. A text without a date is right where it is refused. The others get a fixed default date, since they fill in
what a text leaves open; that is not held against them.

Every text is new to every reader. What this library knows from texts before are words and forms (how the tokens of a
date follow one another); the last column is its time without any form.
"""

from __future__ import annotations

import datetime as dt
import json
import time
import warnings
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

import datefinder  # type: ignore[import-untyped]
import dateparser  # type: ignore[import-untyped]
from dateparser.search import search_dates  # type: ignore[import-untyped]
from dateutil import parser as dateutil_parser

from syllabus_parse.normalize import date_forms, dates

CASES: Final = Path(__file__).parent.parent / "tests" / "normalize" / "dates.json"
BASE: Final = dt.datetime(2000, 1, 1)  # noqa: DTZ001 (a leap year, so that 29 February can be read)
DATEPARSER: Final = {"RELATIVE_BASE": BASE}
ROUNDS: Final = 60
ENOUGH: Final = 3.0  # seconds for one reader on one group
OURS: Final = "syllabus_parse"
UNLEARNED: Final = "without known forms"

Days: TypeAlias = list[tuple[int | None, int, int]]
Reader: TypeAlias = Callable[[str], Days]


class Case(NamedTuple):
    """A text, and the days that a careful reader finds in it."""

    group: str
    text: str
    days: Days
    either: bool


class Counts(NamedTuple):
    """How a reader did on a group of cases."""

    right: int
    wrong: int
    refused: int


def load_cases() -> list[Case]:
    """Read the cases of cells and sentences from the tests."""
    out = []
    data = json.loads(CASES.read_text(encoding="utf-8"))
    for case in [*data["wild"], *data["negative"]]:
        sentence = case["function"] == "find_whens"
        if case["function"] not in {"parse_whens", "find_whens"} or case.get("options"):
            continue
        days: Days = []
        for when in case["expected"]:
            days.append((when.get("year"), when["month"], when["day"]))
            if "end_day" in when:
                days.append((when.get("end_year"), when["end_month"], when["end_day"]))
        kind = "no date" if not days else "one day" if len(days) == 1 else "several days"
        group = f"{'sentences' if sentence else 'cells'}, {kind}"
        out.append(Case(group, case["input"], days, any(when.get("numeric") for when in case["expected"])))
    return out


def flatten(whens: Iterable[dates.When]) -> Days:
    """List the days of what this library reads."""
    out: Days = []
    for when in whens:
        if when.month and when.day:
            out.append((when.year, when.month, when.day))
        if when.end_month and when.end_day:
            out.append((when.end_year, when.end_month, when.end_day))
    return out


def from_datetimes(found: Iterable[dt.datetime | None]) -> Days:
    """List the days of what the other libraries read."""
    return [(day.year, day.month, day.day) for day in found if day is not None]


READERS: Final[dict[str, tuple[Reader, Reader]]] = {
    OURS: (
        lambda text: flatten(dates.parse_whens(text)),
        lambda text: flatten(dates.find_whens(text)),
    ),
    "dateutil": (
        lambda text: from_datetimes([dateutil_parser.parse(text, default=BASE)]),
        lambda text: from_datetimes([dateutil_parser.parse(text, default=BASE, fuzzy=True)]),
    ),
    "dateparser": (
        lambda text: from_datetimes([dateparser.parse(text, settings=DATEPARSER)]),
        lambda text: from_datetimes(day for _, day in search_dates(text, settings=DATEPARSER) or ()),
    ),
    "datefinder": (
        lambda text: from_datetimes(datefinder.find_dates(text, base_date=BASE)),
        lambda text: from_datetimes(datefinder.find_dates(text, base_date=BASE)),
    ),
}


def agrees(got: Days, case: Case) -> bool:
    """Tell whether exactly the days of a case were read."""
    if len(got) != len(case.days):
        return False
    for (year, month, day), (stated, right_month, right_day) in zip(got, case.days, strict=True):
        same = (month, day) == (right_month, right_day)
        other = case.either and (day, month) == (right_month, right_day)
        if not (same or other) or (stated is not None and year != stated):
            return False
    return True


def forget(*, forms: bool = False) -> None:
    """Empty the memory of this library, so that each text is read for the first time; `forms` as well, where told."""
    for function in (dates._parse_whole, dates._find_short):
        function.cache_clear()
    if forms:
        date_forms.find_form.cache_clear()
        date_forms.list_fallbacks.cache_clear()


def count(reader: Reader, cases: list[Case]) -> Counts:
    """Let a reader read each case, and count."""
    right = wrong = refused = 0
    for case in cases:
        try:
            got = reader(case.text)
        except Exception:  # any failure to read is a refusal
            got = []
        if agrees(got, case):
            right += 1
        elif got:
            wrong += 1
        else:
            refused += 1
    return Counts(right, wrong, refused)


def measure(readers: dict[str, Reader], cases: list[Case]) -> dict[str, float]:
    """Measure what one text costs each reader, in µs: the best of many rounds, in each of which all take their turn.

    Another program's load falls on all alike so, and its best round is the one that was disturbed least.
    """
    spent: dict[str, list[float]] = {name: [] for name in readers}
    for _ in range(ROUNDS):
        for name, reader in readers.items():
            if sum(spent[name]) > ENOUGH:
                continue
            forget(forms=name == UNLEARNED)
            start = time.process_time()
            for case in cases:
                with suppress(Exception):
                    reader(case.text)
            spent[name].append(time.process_time() - start)
    return {name: min(times) / len(cases) * 1e6 for name, times in spent.items()}


def main() -> None:
    """Print the table."""
    warnings.simplefilter("ignore")
    cases = load_cases()
    groups = list(dict.fromkeys(case.group for case in cases))
    print("| texts | n | " + " | ".join(READERS) + f" | {UNLEARNED} |")
    print("|---|---:|" + "---:|" * len(READERS) + "---:|")
    total = dict.fromkeys(READERS, 0)
    for group in groups:
        chosen = [case for case in cases if case.group == group]
        readers = {name: both[group.startswith("sentences")] for name, both in READERS.items()}
        micros = measure({**readers, UNLEARNED: readers[OURS]}, chosen)
        cells = []
        for name, reader in readers.items():
            counts = count(reader, chosen)
            total[name] += counts.right
            cells.append(f"{counts.right} / {counts.wrong} / {counts.refused}, {micros[name]:,.0f} µs")
        print(f"| {group} | {len(chosen)} | " + " | ".join(cells) + f" | {micros[UNLEARNED]:,.0f} µs |")
    share = [f"{total[name] / len(cases):.1%}" for name in READERS]
    print(f"| **right of all** | {len(cases)} | " + " | ".join(share) + " | |")


if __name__ == "__main__":
    main()
