"""Write docs/accounting.md: what became of each visible word of real documents, by part of the corpus and by dialect.

    python scripts/accounting.py [SHARED]

SHARED is the folder with the corpus of real documents (`../shared` unless given). Besides the classes it counts the
words that lie in the span of a field and are in no value of the record: a span that covers more than was read would
hide a loss.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from time import perf_counter
from typing import Any

import attrs
from measured_pages import put_into

from syllabus_parse import Span, Syllabus, parse_file, to_dict
from syllabus_parse.accounting import CLASSES, classify_words
from syllabus_parse.document import Document
from syllabus_parse.intake import take_in
from syllabus_parse.model import Venue
from syllabus_parse.normalize.text import fold_key, mend_text
from syllabus_parse.readers import READERS

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "accounting.md"
MARK = "written by scripts/accounting.py; what stands above is written by hand"
# Keys whose values say the words in another form: "9/4" is 2024-09-04, "Usenix ATC" has a name of its own.
REWORDED = tuple("date end_date start_time end_time week number year requirement term url role kind status".split())  # noqa: SIM905
# Kinds are words of ours for what the words of the document mean together.
NO_PLACE = ("spans", "raw", "inferred", "kind", "status", "event")
TAG = re.compile(r"<[^<>]{0,200}>")


def list_documents(folder: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Yield each document with what a crawler would know of it."""
    for gold in sorted(folder.glob("*.gold.json")):
        stem = gold.name.removesuffix(".gold.json")
        hints = folder / f"{stem}.hints.json"
        known = json.loads(hints.read_text("utf-8")) if hints.exists() else {}
        yield next(path for path in folder.glob(f"{stem}.*") if path.suffix != ".json" or path.stem == stem), known


def read_document(path: Path, syllabus: Syllabus) -> Document:
    """Read a document into blocks once more, with the reader that was chosen for it."""
    source, _ = take_in(path.read_bytes(), uri=syllabus.source.uri, max_chars=20_000_000)
    return next(reader for reader in READERS if reader.dialect == syllabus.source.dialect).read(source)


def list_owners(value: object) -> Iterator[object]:
    """Yield every object of the model at and below a value."""
    if isinstance(value, tuple):
        for item in value:
            yield from list_owners(item)
    elif attrs.has(type(value)) and not isinstance(value, Span):
        yield value
        for field in getattr(type(value), "__attrs_attrs__", ()):
            yield from list_owners(getattr(value, field.name))


def list_words(record: object) -> Iterator[str]:
    """Yield the words of all values of a record, folded."""
    if isinstance(record, dict):
        for key, value in record.items():
            if key not in ("spans", "raw", "source", "coverage", "diagnostics"):
                yield from list_words(value)
    elif isinstance(record, list):
        for value in record:
            yield from list_words(value)
    elif record is not None:
        yield from fold_key(str(record)).split()


def list_unsaid(document: Document, syllabus: Syllabus) -> list[str]:
    """List the words in the span of a field that are in no value, but for those whose value says them otherwise."""
    said = set(list_words(to_dict(syllabus)))
    reworded = [
        span
        for owner in list_owners(syllabus)
        for key, span in getattr(owner, "spans", {}).items()
        if key in REWORDED or key.startswith("identifiers.") or isinstance(owner, Venue)
    ]
    covered = {at for span in reworded for at in range(span.start, span.end)}
    out = []
    for word in classify_words(document, syllabus):
        words = document.source.text[word.start : word.end]
        if word.kind == "field" and not covered & set(range(word.start, word.end)):
            folded = fold_key(mend_text(TAG.sub("", words))).split()
            if not said.issuperset(folded):
                out.append(words)
    return out


def count_places(syllabus: Syllabus) -> Iterator[tuple[str, bool]]:
    """Yield for each value that is there the name of its field, and whether it has a place."""
    for owner in list_owners(syllabus):
        spans: Mapping[str, Span] | None = getattr(owner, "spans", None)
        if spans is None:
            continue
        for field in getattr(type(owner), "__attrs_attrs__", ()):
            value = getattr(owner, field.name)
            if field.name in NO_PLACE or value is None or attrs.has(type(value)):
                continue
            keys = [field.name]
            if isinstance(value, tuple):
                keys = [f"{field.name}[{index}]" for index, item in enumerate(value) if isinstance(item, str)]
            elif isinstance(value, Mapping):
                keys = [f"{field.name}.{key}" for key in value]
            yield from ((f"{type(owner).__name__}.{field.name}", key in spans) for key in keys)


def row(name: str, counts: Counter[str]) -> str:
    """Write the shares of the classes as a row of a table."""
    total = sum(counts[kind] for kind in CLASSES) or 1
    shares = " | ".join(f"{100 * counts[kind] / total:.2f}" for kind in CLASSES)
    return f"| {name} | {total} | {shares} | {counts['unsaid']} |\n"


def _account(syllabus: Syllabus) -> float:
    """Look at the accounting for the first time; return how long that took."""
    begun = perf_counter()
    dict(syllabus.coverage)
    return perf_counter() - begun


def measure(shared: Path) -> str:
    """Parse all documents and write the tables."""
    head = f"| | Words | {' | '.join(kind.replace('_', ' ') for kind in CLASSES)} | In a span, in no value |\n"
    rule = "|---|" + "---:|" * (len(CLASSES) + 2) + "\n"
    by_part: dict[str, Counter[str]] = defaultdict(Counter)
    by_dialect: dict[str, Counter[str]] = defaultdict(Counter)
    worst: dict[str, float] = defaultdict(float)
    placed: Counter[tuple[str, bool]] = Counter()
    spent: defaultdict[str, float] = defaultdict(float)
    for part in ("seeds", "dev"):
        for path, hints in list_documents(shared / "corpus" / part):
            parse_file(path, url=hints.get("url"), year=hints.get("year"))  # fills the caches
            begun = perf_counter()
            syllabus = parse_file(path, url=hints.get("url"), year=hints.get("year"))
            parsed = perf_counter()
            spent["parse"] += parsed - begun
            spent["accounting"] += _account(syllabus)
            document = read_document(path, syllabus)
            placed.update(count_places(syllabus))
            counts: Counter[str] = Counter(word.kind for word in classify_words(document, syllabus))
            share = counts["residue"] / (counts.total() or 1)
            worst[part] = max(worst[part], share)
            counts["unsaid"] = len(list_unsaid(document, syllabus))
            by_part[part] += counts
            by_dialect[syllabus.source.dialect] += counts
    out = ["Shares in per cent of the words.\n\n", head, rule]
    out += [row(part, counts) for part, counts in by_part.items()]
    out += ["\nBy dialect, both parts together:\n\n", head, rule]
    out += [row(f"`{dialect}`", counts) for dialect, counts in sorted(by_dialect.items())]
    out += [f"\nThe largest residue of one document: {100 * worst[part]:.1f} % in {part}.\n" for part in by_part]
    out += ["\nValues of both parts, and those without a place of their own (fields where any has none):\n\n"]
    out += ["| Field | Values | Without a span |\n|---|---:|---:|\n"]
    names = sorted({name for name, there in placed if not there})
    out += [f"| `{name}` | {placed[name, True] + placed[name, False]} | {placed[name, False]} |\n" for name in names]
    whole = placed.total()
    out += [f"| all fields | {whole} | {sum(count for (_, there), count in placed.items() if not there)} |\n"]
    out.append(f"\nTime of the accounting, of that of the parse: {100 * spent['accounting'] / spent['parse']:.1f} %.\n")
    return "".join(out)


def main() -> None:
    """Rewrite the measured part of the page."""
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared"
    if not (shared / "corpus" / "seeds").is_dir():
        raise SystemExit(f"no corpus in {shared}")
    put_into(PAGE, MARK, measure(shared))


if __name__ == "__main__":
    main()
