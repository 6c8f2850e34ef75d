"""Every visible word of a document is of exactly one class, and a word that goes missing is seen."""

from __future__ import annotations

import doctest
import json
import pickle
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fixture_files import Fixture, find_fixtures
from syllabus_parse import Syllabus, parse
from syllabus_parse.accounting import CLASSES, Word, account_for, classify_words, judge_gap
from syllabus_parse.document import Block, Data, Document, Heading, Listing, Node, Paragraph, Run, Scalar, Table
from syllabus_parse.document import Sequence as Values
from syllabus_parse.readers import READERS
from syllabus_parse.source import decode

ROOT = Path(__file__).parent.parent
CORPUS = ROOT.parent / "shared" / "corpus"
# What the residue may be at most, of all words of a part of the corpus.
LIMITS = {"seeds": 0.001, "dev": 0.002}
MARKUP = re.compile(r"<!--.*?-->|<[^<>]*>", re.DOTALL)
each_fixture = pytest.mark.parametrize("fixture", find_fixtures(), ids=lambda fixture: fixture.label)


def read(text: str, syllabus: Syllabus) -> Document:
    reader = next(reader for reader in READERS if reader.dialect == syllabus.source.dialect)
    return reader.read(decode(text, uri=syllabus.source.uri))


def list_runs(document: Document) -> Iterator[Run]:
    """Yield the runs of a document by another way than the accounting takes: a stack of everything."""
    stack: list[Block | Node] = [*document.blocks, *([document.meta] if document.meta else [])]
    title, meta = document.title, document.meta
    # A front matter holds the title among its values.
    if title is not None and title.span is not None:
        start = title.span.start
        yield from title.runs if meta is None or not meta.span.start <= start < meta.span.end else ()
    while stack:
        block = stack.pop()
        if isinstance(block, (Heading, Paragraph, Scalar)):
            yield from block.text.runs
        elif isinstance(block, Listing):
            stack += [inner for item in block.items for inner in item.blocks]
        elif isinstance(block, Table):
            stack += [inner for row in block.rows for cell in row.cells if not cell.repeated for inner in cell.blocks]
        elif isinstance(block, Data):
            stack.append(block.root)
        elif isinstance(block, Values):
            stack += block.items
        elif hasattr(block, "entries"):
            for key, value in block.entries:
                yield from key.runs
                stack.append(value)


def check_partition(text: str, syllabus: Syllabus) -> list[Word]:
    """Compare the words with those of the blocks, counted another way; return them."""
    document = read(text, syllabus)
    words = classify_words(document, syllabus)
    there: Counter[tuple[int, int]] = Counter()
    for run in list_runs(document):
        exact = len(run.text) == run.span.end - run.span.start
        for found in re.finditer(r"\S+", run.text):
            place = (run.span.start + found.start(), run.span.start + found.end())
            there[place if exact else (run.span.start, run.span.end)] += 1
    assert Counter((word.start, word.end) for word in words) == there
    counts = Counter(word.kind for word in words)
    coverage = account_for(document, syllabus)
    assert coverage["words"] == {kind: counts[kind] for kind in CLASSES}
    assert coverage == syllabus.coverage
    spans: list[list[int]] = coverage["residue"]  # type: ignore[assignment]
    for word in words:
        assert (word.kind == "residue") <= any(a <= word.start and word.end <= b for a, b in spans)
    return words


@each_fixture
def test_the_classes_partition_the_words(fixture: Fixture) -> None:
    syllabus = parse(fixture.text, **fixture.hints)  # type: ignore[arg-type]
    words = check_partition(fixture.text, syllabus)
    fields = sum(word.kind == "field" for word in words)
    assert fields * 2 > len(words), "a fixture is a schedule: most of its words are read"


@each_fixture
def test_the_reader_misses_no_word(fixture: Fixture) -> None:
    """What is neither markup nor the target of a link stands in a run."""
    document = read(fixture.text, parse(fixture.text, **fixture.hints))  # type: ignore[arg-type]
    seen = bytearray(len(fixture.text))
    for run in list_runs(document):
        for span in (run.span, *([run.anchor.span] if run.anchor else [])):
            seen[span.start : span.end] = b"\1" * (span.end - span.start)
    bare = MARKUP.sub(lambda found: " " * len(found[0]), fixture.text)
    markers = re.compile(r"^\s*(?:\d{1,3}[.)]|\[[\w ]+\]:.*)", re.MULTILINE)  # of lists; the targets of references
    bare = markers.sub(lambda found: " " * len(found[0]), bare)
    assert [found[0] for found in re.finditer(r"\w+", bare) if not any(seen[found.start() : found.end()])] == []


def strip_places(value: object) -> object:
    """Take the places out of a record, which shift with every letter."""
    if isinstance(value, dict):
        places = ("spans", "span", "sha256")
        listed = {key: item for key, item in value.items() if key not in places}
        listed.pop("residue", None) if isinstance(listed.get("residue"), list) else None
        return {key: strip_places(item) for key, item in listed.items()}
    return [strip_places(item) for item in value] if isinstance(value, list) else value


# A word with its marks; a tag is none, nor is the number of a list's item, for the next one takes its place.
WORD = re.compile(r"(?<!\S)(?!\d+\. |</?\w+>(?!\S))\S*\w\S*")


def list_unseen(text: str, hints: Mapping[str, object], *, dialect: str, at: slice = slice(None)) -> list[str]:
    """List the words that can be deleted without any change of values, raw words, rules or counts of the classes.

    Places don't count as a change: they shift with every letter. `at` picks words to look at.
    """
    whole = strip_places(parse(text, dialect=dialect, **hints).to_dict())  # type: ignore[arg-type]
    unseen = []
    for found in list(WORD.finditer(text))[at]:
        without = text[: found.start()] + text[found.end() :]
        if strip_places(parse(without, dialect=dialect, **hints).to_dict()) == whole:  # type: ignore[arg-type]
            unseen.append(f"{text.count(chr(10), 0, found.start()) + 1}: {found[0]}")
    return unseen


@each_fixture
def test_a_deleted_word_is_seen(fixture: Fixture) -> None:
    """Every word of every fixture."""
    assert list_unseen(fixture.text, fixture.hints, dialect=fixture.dialect) == []


def test_a_word_that_nobody_sees_is_found() -> None:
    hidden = SCHEDULE.replace("Projections", "<!-- a secret --> Projections")
    assert list_unseen(hidden, {}, dialect="pipe_table") == ["7: a", "7: secret"]


EACH_DOCUMENT = 4
"""Words looked at in each real document, spread over all of it."""
LONGEST = 30_000
# What a reader passes over before there is a word: comments, scripts, the head of a page, addresses, marks of Liquid.
UNSEEN = re.compile(
    r"<!--.*?-->|<(script|style|head)\b.*?</\1>|<[^<>]*>|\{[%:{].*?[%}]?\}|\]\([^()]*\)", re.DOTALL | re.IGNORECASE
)


@pytest.mark.parametrize("part", sorted(LIMITS))
def test_a_word_deleted_from_a_real_document_is_seen(part: str, say_aloud: list[str]) -> None:
    documents = list(list_documents(part))
    if not documents:
        message = f"the corpus is not there ({CORPUS / part}): no word was deleted from its documents"
        say_aloud.append(message)
        pytest.skip(message)
    unseen = []
    for number, (name, text, hints) in enumerate(documents):
        if len(text) > LONGEST:
            continue
        bare = UNSEEN.sub("", text)
        count = len(WORD.findall(bare))
        at = slice(number % 7, None, max(count // EACH_DOCUMENT, 1))
        dialect = parse(bare, **hints).source.dialect  # type: ignore[arg-type]
        unseen += [f"{name} {words}" for words in list_unseen(bare, hints, dialect=dialect, at=at)]
    assert unseen == []


@given(st.text(alphabet="ab 1:|-#*\n[]()<>&;/9.", max_size=200))
def test_any_text_is_accounted_for(text: str) -> None:
    syllabus = parse(text, _debug=True)
    if syllabus.source.dialect != "unknown":
        check_partition(text, syllabus)


SCHEDULE = """# Maps 101

Please bring a ruler to every class.

| Date | Topic | Reading |
|---|---|---|
| 2031-03-04 | Projections | Required: [The Shape of the Earth](shape.pdf) |
| 2031-03-06 | Contours | TBD |
| 2031-03-11 | Atlases and their makers | N/A |

## Grading

Four maps, a quarter each.
"""


def classes_of(text: str, syllabus: Syllabus) -> dict[str, str]:
    return {text[word.start : word.end]: word.kind for word in classify_words(read(text, syllabus), syllabus)}


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("2031-03-04", "field"),
        ("Projections", "field"),
        ("Shape", "field"),
        ("Date", "structure"),
        ("Required:", "field"),
        ("TBD", "placeholder"),
        ("ruler", "passed_over"),
        ("Grading", "passed_over"),
        ("quarter", "passed_over"),
    ],
)
def test_classes(word: str, kind: str) -> None:
    assert classes_of(SCHEDULE, parse(SCHEDULE))[word] == kind


def test_the_words_of_a_lost_session_are_residue() -> None:
    syllabus = parse(SCHEDULE)
    lost = attrs.evolve(syllabus, sessions=syllabus.sessions[:-1])
    coverage = account_for(read(SCHEDULE, lost), lost)
    assert [SCHEDULE[a:b] for a, b in coverage["residue"]] == ["2031-03-11", "Atlases and their makers"]  # type: ignore[attr-defined]
    assert syllabus.coverage["residue"] == []


def test_a_lost_reading_is_residue() -> None:
    syllabus = parse(SCHEDULE)
    lost = attrs.evolve(syllabus, sessions=tuple(attrs.evolve(one, readings=(), links=()) for one in syllabus.sessions))
    kinds = classes_of(SCHEDULE, lost)
    assert {kinds["Shape"], kinds["Earth"]} == {"residue"}


@pytest.mark.parametrize(
    ("words", "whole", "kind"),
    [
        ("—", "—", "placeholder"),
        ("|", "Maps | Charts", "structure"),
        ("t.b.a.", "t.b.a.", "placeholder"),
        ("Topic: TBD", "Topic: TBD", "placeholder"),
        ("Optional reading", "Optional reading", "structure"),
        ("[pdf]", "Maps [pdf]", "structure"),
        ("due by", "Map due by Friday", "structure"),
        ("Project presentations", "Project presentations", "residue"),
        ("in the snow", "Hiking in the snow", "residue"),
        ("Ptolemy", "Ptolemy", "residue"),
    ],
)
def test_judge_gap(words: str, whole: str, kind: str) -> None:
    assert judge_gap(words.split(), whole) == kind


def test_coverage_is_in_the_record_and_comes_back() -> None:
    syllabus = parse(SCHEDULE)
    record = json.loads(json.dumps(syllabus.to_dict()))
    assert Syllabus.from_dict(record).coverage == syllabus.coverage
    record["coverage"] = {}
    assert Syllabus.from_dict(record) == syllabus


def test_the_page_says_what_is_so() -> None:
    assert doctest.testfile(str(ROOT / "docs" / "accounting.md"), module_relative=False, encoding="utf-8").failed == 0


def list_documents(part: str) -> Iterator[tuple[str, str, dict[str, object]]]:
    """Yield the name, the text and the hints of each document of a part of the corpus."""
    for gold in sorted((CORPUS / part).glob("*.gold.json")):
        stem = gold.name.removesuffix(".gold.json")
        others = (".gold.json", ".hints.json")
        path = next(path for path in gold.parent.glob(f"{stem}.*") if not path.name.endswith(others))
        hints_path = gold.with_name(f"{stem}.hints.json")
        hints = json.loads(hints_path.read_text("utf-8")) if hints_path.exists() else {}
        yield path.name, decode(path.read_bytes()).text, hints


@pytest.mark.parametrize("part", sorted(LIMITS))
def test_the_corpus_is_accounted_for(part: str, say_aloud: list[str]) -> None:
    documents = list(list_documents(part))
    if not documents:
        message = f"the corpus is not there ({CORPUS / part}): its accounting was NOT checked"
        say_aloud.append(message)
        pytest.skip(message)
    total: Counter[str] = Counter()
    for _, text, hints in documents:
        total.update(word.kind for word in check_partition(text, parse(text, **hints)))  # type: ignore[arg-type]
    assert total["residue"] <= LIMITS[part] * total.total(), total


def test_the_accounting_is_made_when_it_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[int] = []

    def count(document: Document, syllabus: Syllabus) -> dict[str, object]:
        made.append(len(syllabus.sessions))
        return {"residue": []}

    monkeypatch.setattr("syllabus_parse.accounting.account_for", count)
    syllabus = parse(SCHEDULE, _debug=True)
    assert made == []
    assert list(syllabus.coverage) == ["residue"]
    assert len(syllabus.coverage) == 1
    assert made == [3]


def test_the_accounting_is_a_mapping_like_any_other() -> None:
    syllabus = parse(SCHEDULE)
    assert pickle.loads(pickle.dumps(syllabus)).coverage == dict(parse(SCHEDULE).coverage)  # noqa: S301
    assert syllabus.coverage == dict(syllabus.coverage)
    assert syllabus.coverage != {}
    assert repr(syllabus.coverage) == repr(dict(syllabus.coverage))


def test_a_fault_in_the_accounting_raises_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(document: Document, syllabus: Syllabus) -> dict[str, object]:
        raise ZeroDivisionError

    monkeypatch.setattr("syllabus_parse.accounting.account_for", fail)
    assert parse(SCHEDULE).coverage == {}
    with pytest.raises(ZeroDivisionError):
        len(parse(SCHEDULE, _debug=True).coverage)
