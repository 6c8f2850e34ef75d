"""For every value with a span, the text at the span, normalized, gives the value."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import attrs
import pytest

from fixture_files import find_fixtures
from syllabus_parse import Reading, Session, Span, Venue, parse
from syllabus_parse.model import Course
from syllabus_parse.normalize.dates import find_whens, parse_whens
from syllabus_parse.normalize.text import fold_key

ROOT = Path(__file__).parent.parent
SEEDS = ROOT.parent / "shared" / "corpus" / "seeds"
EXAMPLES = ROOT / "src" / "syllabus_parse" / "examples"
# The target of a link inside a title: [Title](target). What is left is the text that a reader sees.
TARGET = re.compile(r"(?<=\])\([^()\n]{0,500}\)")
TAG = re.compile(r"</?[a-z][^<>\n]{0,200}>", re.IGNORECASE)


@pytest.fixture(params=find_fixtures(), ids=lambda fixture: fixture.label)
def fixture_text(request: pytest.FixtureRequest) -> tuple[str, dict[str, object]]:
    return request.param.text, request.param.hints


def test_spans_of_the_fixtures(fixture_text: tuple[str, dict[str, object]]) -> None:
    check_document(*fixture_text)


@pytest.mark.parametrize("path", sorted(EXAMPLES.iterdir()), ids=lambda path: path.name)
def test_spans_of_the_examples(path: Path) -> None:
    check_document(path.read_text("utf-8"), {})


def test_spans_of_the_seeds(say_aloud: list[str]) -> None:
    paths = sorted(SEEDS.glob("*.txt"))
    if not paths:
        say_aloud.append(f"the seeds are not there ({SEEDS}): their spans were NOT checked")
        pytest.skip("no seeds")
    for path in paths:
        hints = path.with_name(f"{path.stem}.hints.json")
        check_document(path.read_text("utf-8"), json.loads(hints.read_text("utf-8")) if hints.exists() else {})


def check_document(text: str, hints: dict[str, object]) -> None:
    syllabus = parse(text, _debug=True, **hints)  # type: ignore[arg-type]
    wrong: list[str] = []
    placed = 0
    for owner in walk(syllabus):
        spans: dict[str, Span] = getattr(owner, "spans", {})
        for name, span in spans.items():
            placed += 1
            assert 0 <= span.start < span.end <= len(text), (name, span)
            words = span.slice(text)
            value = value_of(owner, name)
            if not says(words, value, owner, name):
                wrong.append(f"{type(owner).__name__}.{name} {value!r}: {words!r}")
    assert wrong == []
    # A document is not right by having no spans at all.
    assert placed >= 3 * (len(syllabus.sessions) + len(syllabus.readings)) / 2
    for owner in walk(syllabus):
        if isinstance(owner, Reading):
            assert "title" in owner.spans, owner.title
        if isinstance(owner, Session) and owner.title:
            assert "title" in owner.spans, owner.title


def value_of(owner: object, name: str) -> object:
    """Return what a key of `spans` stands for: "title", "notes[0]", "identifiers.doi"."""
    field, index, key = re.fullmatch(r"(\w+)(?:\[(\d+)\]|\.(\w+))?", name).groups()  # type: ignore[union-attr]
    value: object = getattr(owner, field)
    if index is None:
        return value if key is None else value[key]  # type: ignore[index]
    # The parts of a title have places of their own.
    return value.split("; ")[int(index)] if isinstance(value, str) else value[int(index)]  # type: ignore[index]


def walk(value: object) -> Iterator[object]:
    """Yield every object of the model below this one, itself included."""
    if isinstance(value, tuple):
        for item in value:
            yield from walk(item)
    elif attrs.has(cls := type(value)) and not isinstance(value, Span):
        yield value
        for field in attrs.fields(cls):
            if field.name != "spans":
                yield from walk(getattr(value, field.name))


def says(words: str, value: object, owner: object, name: str) -> bool:
    """Tell whether words of the document give the value of a field."""
    if isinstance(owner, Venue):
        return fold_key(owner.raw) == fold(words) or fold_key(owner.name) == fold(words)
    if isinstance(value, dt.date):
        whens = (*parse_whens(words), *find_whens(words))
        days = {(when.month, when.day) for when in whens} | {(when.end_month, when.end_day) for when in whens}
        return (value.month, value.day) in days
    if isinstance(value, dt.time):
        return f"{value.hour % 12 or 12}" in words or f"{value.hour}" in words
    if isinstance(value, int):
        return re.search(rf"(?<!\d)0?(?:{value}|{value % 100:02d})(?!\d)", words) is not None
    if isinstance(value, str) and name == "url":
        return unquote(words).strip() in unquote(value)
    if isinstance(value, str) and name.startswith("identifiers."):
        return value.casefold() in unquote(words).casefold()
    if isinstance(owner, Session) and isinstance(value, str) and re.match(r"notes\[", name):
        return fold(words) in fold_key(value)  # "Room: 5": the name of the column stands elsewhere
    if isinstance(value, str) and name in ("kind", "requirement", "status", "term", "role"):
        return True  # a word of ours for words of theirs; the tests of the words are elsewhere
    if isinstance(value, str):
        # Several topics of one entry make one title; between them may stand what belongs to neither.
        parts = value.split("; ") if isinstance(owner, Session) else [value]
        seen = fold(words)
        return seen == fold_key(value) or (len(parts) > 1 and all(fold_key(part) in seen for part in parts))
    if isinstance(value, tuple):
        return all(not isinstance(item, str) or fold_key(item) in fold(words) for item in value)
    return isinstance(owner, Course) or value is not None


def fold(words: str) -> str:
    return fold_key(re.sub(r"[*_`\[\]~]", " ", TAG.sub(" ", TARGET.sub("", words))))
