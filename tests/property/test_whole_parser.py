"""What holds for any document: a record that fits the schema, the same one everywhere, and nothing lost."""

from __future__ import annotations

import importlib.util
import json
import os
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fixture_files import Fixture, find_fixtures
from syllabus_parse import from_dict, parse, record_schema, to_dict
from syllabus_parse.readers import READERS

Write = Callable[[list[str], int], str]
MUTATORS = Path(__file__).parents[2] / "fuzz" / "mutators.py"
VALIDATOR = jsonschema.Draft202012Validator(record_schema())
DIALECTS = st.sampled_from([None, *(reader.dialect for reader in READERS)])
TEXTS = [fixture.text for fixture in find_fixtures()]


def load_mutate() -> Callable[..., str]:
    spec = importlib.util.spec_from_file_location("fuzz_mutators", MUTATORS)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    change: Callable[..., str] = module.mutate
    return change


mutate = load_mutate()


def check_record(data: str | bytes, dialect: str | None) -> None:
    syllabus = parse(data, dialect=dialect, _debug=True)
    record = to_dict(syllabus)
    VALIDATOR.validate(record)
    assert from_dict(json.loads(json.dumps(record))) == syllabus
    assert to_dict(from_dict(record)) == record


@given(st.binary(max_size=400), DIALECTS)
def test_any_bytes_give_a_record(data: bytes, dialect: str | None) -> None:
    check_record(data, dialect)


@given(st.text(max_size=400), DIALECTS)
def test_any_text_gives_a_record(text: str, dialect: str | None) -> None:
    check_record(text, dialect)


@given(st.sampled_from(TEXTS), st.sampled_from(TEXTS), st.integers(0, 2**32), DIALECTS)
def test_schedules_changed_at_random_give_a_record(one: str, two: str, seed: int, dialect: str | None) -> None:
    text = mutate(one[:1500], two, random.Random(seed), longest=1500)  # noqa: S311
    check_record(text, dialect)


CHILD = """
import datetime, json, sys, time
class Day(datetime.date):
    today = classmethod(lambda cls: cls(2099, 12, 31))
class Moment(datetime.datetime):
    now = utcnow = today = classmethod(lambda cls, tz=None: cls(2099, 12, 31))
datetime.date, datetime.datetime = Day, Moment
time.time = time.monotonic = time.perf_counter = lambda: 4.1e9
import locale
try:
    locale.setlocale(locale.LC_ALL, "")
except locale.Error:
    pass
from syllabus_parse import parse, to_dict
for text in json.load(sys.stdin):
    print(json.dumps(to_dict(parse(text)), sort_keys=True))
"""
PLACES = (
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
    {"PYTHONHASHSEED": "4294967295", "TZ": "America/New_York", "LC_ALL": "C", "PYTHONUTF8": "0", "COLUMNS": "20"},
    {"PYTHONHASHSEED": "random", "TZ": "Asia/Kathmandu", "LC_ALL": "de_DE.ISO-8859-1", "PYTHONOPTIMIZE": "2"},
)


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place["TZ"])
def test_the_same_text_gives_the_same_record_everywhere(place: dict[str, str]) -> None:
    here = [json.dumps(to_dict(parse(text)), sort_keys=True) for text in TEXTS]
    there = subprocess.run(
        [sys.executable, "-c", CHILD], input=json.dumps(TEXTS), text=True, capture_output=True, check=True,
        env={**os.environ, **place, "PYTHONIOENCODING": "utf-8"}, encoding="utf-8",
    )  # fmt: skip
    assert there.stdout.splitlines() == here


WORD = st.text("bcdfgklmnprstvz", min_size=3, max_size=9).map(lambda letters: letters.replace("", "a").strip("a"))
TITLES = st.lists(st.lists(WORD, min_size=2, max_size=4).map(" ".join), min_size=2, max_size=6, unique=True)


def as_table(titles: list[str], month: int) -> str:
    rows = "".join(f"| 2024-{month:02d}-{day:02d} | {title} |\n" for day, title in enumerate(titles, 2))
    return f"| Date | Topic |\n|---|---|\n{rows}"


def as_headings(titles: list[str], month: int) -> str:
    return "".join(f"## 2024-{month:02d}-{day:02d}: {title}\n\n" for day, title in enumerate(titles, 2))


def as_list(titles: list[str], month: int) -> str:
    return "".join(f"- 2024-{month:02d}-{day:02d}: {title}\n" for day, title in enumerate(titles, 2))


def as_html(titles: list[str], month: int) -> str:
    dated = enumerate(titles, 2)
    rows = "".join(f"<tr><td>2024-{month:02d}-{day:02d}</td><td>{title}</td></tr>" for day, title in dated)
    return f"<table><tr><th>Date</th><th>Topic</th></tr>{rows}</table>\n"


@pytest.mark.parametrize("write", [as_table, as_headings, as_list, as_html], ids=lambda write: write.__name__)
@given(one=TITLES, two=TITLES)
def test_two_documents_in_one_lose_neither(write: Write, one: list[str], two: list[str]) -> None:
    alone = [parse(write(titles, month)) for titles, month in ((one, 9), (two, 11))]
    both = parse(f"{write(one, 9)}\n{write(two, 11)}")
    dates = [session.date for syllabus in alone for session in syllabus.sessions]
    assert [session.date for session in both.sessions] == dates
    assert len(dates) == len(one) + len(two)
    words = json.dumps(to_dict(both))
    assert all(title in words for title in (*one, *two))


@pytest.mark.parametrize("fixture", find_fixtures(), ids=lambda fixture: fixture.label)
def test_a_fixture_twice_says_everything_twice(fixture: Fixture) -> None:
    once = parse(fixture.text)
    twice = json.dumps(to_dict(parse(f"{fixture.text}\n\n{fixture.text}", dialect=once.source.dialect)))
    for session in once.sessions:
        assert session.title is None or twice.count(json.dumps(session.title)[1:-1]) >= 2
