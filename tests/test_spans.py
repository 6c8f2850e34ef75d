"""Every value has a place; the text there, normalized, gives the value, or is the evidence that it was made from."""

from __future__ import annotations

import datetime as dt
import html
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final
from urllib.parse import unquote

import attrs
import pytest
from hypothesis import given, settings

from fixture_files import find_fixtures
from syllabus_parse import Reading, Session, Syllabus, Trace, Venue, parse
from syllabus_parse.interpret.data.keys import fold_data_key
from syllabus_parse.interpret.data.reading_fields import WORK_TYPES
from syllabus_parse.interpret.data.values import read_flag
from syllabus_parse.interpret.data.words import read_kind
from syllabus_parse.interpret.tables.columns import WEEKDAYS, read_header
from syllabus_parse.interpret.words import CANCELLED, REQUIREMENTS, TBD, session_label_kind, title_kind
from syllabus_parse.model import Assignment, Course, Link, Person
from syllabus_parse.normalize.dates import find_times, find_whens, parse_week, parse_whens
from syllabus_parse.normalize.terms import MONTHS_OF_TERM, find_terms
from syllabus_parse.normalize.tex import mend_tex
from syllabus_parse.normalize.text import fold_key
from syllabus_parse.paths import follow_path
from syllabus_parse.source import decode
from syllabus_parse.strategies import documents

ROOT = Path(__file__).parent.parent
CORPUS = ROOT.parent / "shared" / "corpus"
EXAMPLES = ROOT / "src" / "syllabus_parse" / "examples"
# The target of a link inside a title: [Title](target). What is left is the text that a reader sees.
TARGET = re.compile(r"\]\([^()\n]{0,500}\)")
TAG = re.compile(r"</?[a-z][^<>\n]{0,200}>", re.IGNORECASE)

WORDED = "a word of the record's own for what the words around mean together; its rules say whether any did"
NO_PLACE: Final[dict[tuple[type, str], str]] = {
    (Session, "kind"): WORDED,
    (Session, "status"): WORDED,
    (Reading, "kind"): WORDED,
    (Link, "kind"): WORDED,
    (Venue, "kind"): "the kind of a known venue stands in the table of venues",
    (Assignment, "event"): WORDED,
}
"""Values without a place, and why."""
CALLERS: Final = "years: given by the caller"
"""The one other reason: what the caller knew stands in no document."""


@pytest.fixture(params=find_fixtures(), ids=lambda fixture: fixture.label)
def fixture_text(request: pytest.FixtureRequest) -> tuple[str, dict[str, object]]:
    return request.param.text, request.param.hints


def test_places_in_the_fixtures(fixture_text: tuple[str, dict[str, object]]) -> None:
    check_document(*fixture_text)


@pytest.mark.parametrize("path", sorted(EXAMPLES.iterdir()), ids=lambda path: path.name)
def test_places_in_the_examples(path: Path) -> None:
    check_document(path.read_text("utf-8"), {})


@pytest.mark.parametrize("part", ["seeds", "dev"])
def test_places_in_the_corpus(part: str, say_aloud: list[str]) -> None:
    documents = list(list_documents(CORPUS / part))
    if not documents:
        say_aloud.append(f"the corpus is not there ({CORPUS / part}): its places were NOT checked")
        pytest.skip("no corpus")
    for path, hints in documents:
        check_document(decode(path.read_bytes()).text, hints)


@pytest.mark.parametrize("dialect", ["pipe_table", "row_dump", "jekyll", "date_list", "venue_list", "html", "yaml"])
def test_places_in_drawn_documents(dialect: str) -> None:
    @settings(max_examples=25)
    @given(documents(dialect))
    def check(drawn: tuple[str, Syllabus]) -> None:
        text, _ = drawn
        assert list_wrong(parse(text, _debug=True), text) == [], text

    check()


def list_documents(folder: Path) -> Iterator[tuple[Path, dict[str, object]]]:
    for gold in sorted(folder.glob("*.gold.json")):
        stem = gold.name.removesuffix(".gold.json")
        path = next(path for path in folder.glob(f"{stem}.*") if not path.name.endswith((".gold.json", ".hints.json")))
        hints = gold.with_name(f"{stem}.hints.json")
        yield path, json.loads(hints.read_text("utf-8")) if hints.exists() else {}


def check_document(text: str, hints: dict[str, object]) -> None:
    syllabus = parse(text, _debug=True, **hints)  # type: ignore[arg-type]
    assert list_wrong(syllabus, text) == []
    for found in (syllabus, Syllabus.from_dict(json.loads(json.dumps(syllabus.to_dict())))):
        assert len(list(found.traces(source=text))) > 2 * (len(syllabus.sessions) + len(syllabus.readings))


def list_wrong(syllabus: Syllabus, text: str) -> list[str]:
    """List the values without a place, or whose place says something else."""
    wrong = []
    for trace in syllabus.traces(source=text):
        named = follow_path(syllabus, trace.path)
        field = named.key.partition("[")[0].partition(".")[0]
        if trace.span is None:
            if (type(named.owner), field) not in NO_PLACE and CALLERS not in trace.rules:
                wrong.append(f"{trace.path} {trace.value!r} has no place")
            continue
        assert 0 <= trace.span.start < trace.span.end <= len(text), trace
        assert trace.raw == trace.span.slice(text)
        if not proves(trace, field, named.owner):
            wrong.append(f"{trace.path} {trace.value!r} {trace.rules}: {trace.raw!r}")
    return wrong


def proves(trace: Trace, field: str, owner: object) -> bool:
    """Tell whether the words at a place give the value, or are the evidence that its rules name."""
    words = trace.raw or ""
    for rule in trace.rules:
        check = EVIDENCE.get((type(owner), field, rule.partition(":")[0]))
        if check is not None:
            return check(words, rule, trace.value)
    return says(words, trace.value, owner, field)


def proves_year(words: str, rule: str, value: object) -> bool:
    """Tell what proves the year of a course: the day, the work, or the year itself where others fit too."""
    whens = find_days(words)
    if "29 February" in rule and any((when[0], when[1]) == (2, 29) for when in whens):
        return True
    newest = re.search(r"newest work (\d{4})", rule)
    return bool(whens) or says_number(words, value) or (newest is not None and says_number(words, int(newest[1])))


def proves_term(words: str, rule: str, value: object) -> bool:
    return any(month in MONTHS_OF_TERM[value] for month, _ in find_days(words))  # type: ignore[index]


def proves_day(words: str, rule: str, value: object) -> bool:
    assert isinstance(value, dt.date)
    return bool(find_days(words)) or WEEKDAYS[value.weekday()].search(words) is not None


def proves_template(words: str, rule: str, value: object) -> bool:
    return "{{" in words


EVIDENCE: Final[dict[tuple[type, str, str], Callable[[str, str, object], bool]]] = {
    (Link, "url", "template"): proves_template,
    (Session, "date", "template"): proves_template,
    (Course, "year", "years"): proves_year,
    (Course, "year", "likeliest year"): proves_year,
    (Course, "term", "term"): proves_term,
    (Session, "date", "day"): proves_day,
    (Assignment, "date", "day"): proves_day,
    (Assignment, "date", "session's day"): proves_day,
}
"""What is looked for at the place of an inferred value instead of the value."""


def find_days(words: str) -> set[tuple[int | None, int | None]]:
    whens = (*parse_whens(words), *find_whens(words))
    days = {(when.month, when.day) for when in whens} | {(when.end_month, when.end_day) for when in whens}
    # Where all dates of a document put the day first, "3/9" is 3 September.
    return days | {(day, month) for month, day in days if any(when.numeric for when in whens)}


def says(words: str, value: object, owner: object, field: str) -> bool:
    """Tell whether words of the document give the value of a field."""
    if isinstance(owner, Venue):
        return fold_key(owner.raw) == fold(words) or fold_key(owner.name) == fold(words)
    if isinstance(value, dt.date):
        return (value.month, value.day) in find_days(words)
    if isinstance(value, dt.time):
        found = [when for when in (find_times(words), *find_whens(words)) if when is not None]
        times = [time for when in found for time in (when.start_time, when.end_time)]
        return value in times or f"{value.hour % 12 or 12}" in words
    if isinstance(value, int):
        return parse_week(words) == value if field == "week" and parse_week(words) else says_number(words, value)
    if not isinstance(value, str):
        return False
    if field == "kind" and isinstance(owner, (Session, Reading)):
        return value in (
            read_kind(words),
            title_kind(words),
            session_label_kind(words),
            WORK_TYPES.get(fold_data_key(words)),
        )
    if field == "number":
        return value in words  # with its label: "Lecture 3"
    if field == "status":
        return bool((CANCELLED if value == "cancelled" else TBD).search(words)) or read_flag(words) is True
    if field == "requirement":
        return says_requirement(words, value)
    if field == "term":
        return any(name.term == value for name in find_terms(words)) or fold(words) == value
    if isinstance(owner, Person) and field == "role":
        return says_role(words, value)
    if isinstance(owner, Person) and field == "name":
        return sorted(re.findall(r"\w+", fold(words))) == sorted(re.findall(r"\w+", fold_key(value)))  # "Quill, Ada"
    if field == "url":
        return unquote(html.unescape(words).replace("\\\n", "")).strip() in unquote(value)
    if field == "identifiers":
        return value.casefold() in unquote(words).casefold()
    if isinstance(owner, Session) and field == "notes" and fold(words) in fold_key(value):
        return True  # "Room: 5": the name of the column stands elsewhere
    seen = fold(words)
    # What was cut out of the middle, a day or a label, lies in the span too.
    if field in ("title", "notes") and is_in_order(re.findall(r"\w+", fold_key(value)), re.findall(r"\w+", seen)):
        return True
    # Several topics of one entry make one title; between them may stand what belongs to neither.
    parts = value.split("; ") if isinstance(owner, Session) else [value]
    return seen == fold_key(value) or (len(parts) > 1 and all(fold_key(part) in seen for part in parts))


CUT_OUT: Final = 6


def is_in_order(few: list[str], many: list[str]) -> bool:
    """Tell whether words stand among others in their order, with no more than a few between them."""
    rest = iter(many)
    return len(many) - len(few) <= CUT_OUT and all(word in rest for word in few)


def says_number(words: str, value: object) -> bool:
    assert isinstance(value, int)
    return re.search(rf"(?<!\d)0?(?:{value}|{value % 100:02d})(?!\d)", words) is not None


def says_requirement(words: str, value: str) -> bool:
    folded = " ".join(words.casefold().replace("_", " ").split())
    told = {group for pattern, group in REQUIREMENTS if pattern.search(folded)}
    marks = {"required": ("yes", "y", "x", "true", "✓", "✔"), "optional": ("no", "n", "false")}
    # `required: false` in a data file: the key stands for both.
    return value in told or read_header(words).requirement == value or folded in marks[value] or folded == "required"


def says_role(words: str, role: str) -> bool:
    said = fold(words).strip(". ")
    return role.casefold()[:2] == said[:2] or (role == "editor" and said.startswith(("hrsg", "hg", "coord", "org")))


def fold(words: str) -> str:
    bare = mend_tex(re.sub(r"\\~|\\ |\\(?=\n)", " ", TAG.sub(" ", TARGET.sub("", words))))
    return fold_key(re.sub(r"[*_`\[\]~]", " ", re.sub(r"\\(?=[^\w\s])", "", bare)))


PAGE = """# Maps 101, Fall 2031

| Date | Topic | Required reading |
|---|---|---|
| 9/3 | Coasts | [Shores](s.pdf) |
| 9/5 | Rivers | [Deltas](d.pdf) [VLDB'19] |
"""


@pytest.mark.parametrize(
    ("path", "field"),
    [("sessions[0]", "title"), ("sessions[1].readings[0]", "requirement"), ("sessions[1].readings[0].venue", "name"),
     ("course", "term"), ("sessions[0].readings[0].links[0]", "url")],
)  # fmt: skip
def test_a_lost_or_wrong_place_is_found(path: str, field: str) -> None:
    syllabus = parse(PAGE)
    assert list_wrong(syllabus, PAGE) == []
    record = syllabus.to_dict()
    owner = record
    for step in re.findall(r"\w+", path):
        owner = owner[int(step)] if step.isdigit() else owner[step]  # type: ignore[index, assignment]
    spans: dict[str, list[int]] = owner["spans"]  # type: ignore[assignment]
    kept = spans.pop(field)
    assert list_wrong(Syllabus.from_dict(record), PAGE)
    spans[field] = [kept[0] + 1, kept[1] + 3]
    assert list_wrong(Syllabus.from_dict(record), PAGE)


def test_each_reason_for_no_place_is_met() -> None:
    """An entry that no value needs any more must go."""
    met = set()
    for fixture in find_fixtures():
        syllabus = parse(fixture.text, **fixture.hints)  # type: ignore[arg-type]
        for trace in syllabus.traces():
            named = follow_path(syllabus, trace.path)
            if trace.span is None:
                met.add((type(named.owner), named.key))
    assert set(NO_PLACE) <= met
    assert all(attrs.has(owner) for owner, _ in NO_PLACE)
