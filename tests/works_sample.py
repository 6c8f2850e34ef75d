"""Readings of real syllabi with a label each: which are the same work; and how many pairs are told right.

    python tests/works_sample.py

Each list in `works/same_works.json` is one work, labelled by hand; documents are only numbered. All works of the sample
that more than one reading names are in it, and of the others those with titles most like another work's.
"""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path

from syllabus_parse import Person, Reading
from syllabus_parse.works import make_variant
from syllabus_parse.works.count import group_variants

LABELLED: list[list[dict[str, object]]] = json.loads(
    Path(__file__).with_name("works").joinpath("same_works.json").read_text("utf-8")
)


def make_reading(item: dict[str, object]) -> Reading:
    authors = tuple(Person(str(name)) for name in item.get("authors", ()))  # type: ignore[attr-defined]
    return Reading(str(item["title"]), authors=authors, year=item.get("year"), identifiers=item.get("identifiers", {}))  # type: ignore[arg-type]


def measure() -> tuple[float, float, list[str]]:
    """Return precision and recall over all pairs of labelled readings, and the pairs that are told wrong."""
    items = [(label, item) for label, group in enumerate(LABELLED) for item in group]
    variants = [make_variant(make_reading(item), document=int(str(item["document"]))) for _, item in items]
    groups = group_variants(list(dict.fromkeys(variants)))
    found = {variant: number for number, group in enumerate(groups) for variant in group}
    right = wrong = missed = 0
    notes: list[str] = []
    for (one, variant), (other, another) in combinations(list(zip(items, variants, strict=True)), 2):
        same, said = one[0] == other[0], found[variant] == found[another]
        right += same and said
        wrong += said and not same
        missed += same and not said
        if same != said:
            notes.append(f"{'missed' if same else 'wrong'}: {one[1]['title']} | {other[1]['title']}")
    return right / (right + wrong), right / (right + missed), notes


if __name__ == "__main__":
    precision, recall, notes = measure()
    pairs = sum(len(group) * (len(group) - 1) // 2 for group in LABELLED)
    print(f"{sum(map(len, LABELLED))} readings, {len(LABELLED)} works, {pairs} pairs")
    print(f"precision {precision:.3f}, recall {recall:.3f}", *notes, sep="\n")
