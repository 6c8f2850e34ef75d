"""Compare the reading of author lists with nameparser and probablepeople on the wild cases of the tests.

Run: python benchmarks/people.py          (needs: pip install nameparser probablepeople)

Neither of the two reads lists: nameparser takes one name apart, probablepeople labels the words of one. nameparser gets
what stands between commas, semicolons and "and", which is how it is used on lists; probablepeople gets the whole line,
and each run of words that it labels as a person's counts as one name. A case is *right* where exactly its names come
out, in order. Affiliations and roles are not compared.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import nameparser  # type: ignore[import-not-found, import-untyped, unused-ignore]
import probablepeople  # type: ignore[import-not-found, import-untyped, unused-ignore]

from syllabus_parse.normalize.people import parse_people

CASES: Final = Path(__file__).parent.parent / "tests" / "normalize" / "people.json"
BETWEEN: Final = re.compile(r"\s*(?:[,;·]|\band\b|&)\s*")


def load_cases() -> list[tuple[str, list[str]]]:
    """Return line and names of each wild case that holds a list of people."""
    data: dict[str, list[dict[str, Any]]] = json.loads(CASES.read_text(encoding="utf-8"))
    out = []
    for case in data["wild"]:
        expected = case.get("expected")
        if case.get("kind") == "people" and isinstance(expected, list):
            out.append((case["input"], [one[0] if isinstance(one, list) else one for one in expected]))
    return out


def read_ours(text: str) -> list[str]:
    """Read a line with this library."""
    return [person.name for person in parse_people(text).people]


def read_nameparser(text: str) -> list[str]:
    """Read what stands between commas and "and" with nameparser."""
    names = [str(nameparser.HumanName(piece)) for piece in BETWEEN.split(text) if piece.strip()]
    return [name for name in names if name]


def read_probablepeople(text: str) -> list[str]:
    """Join the words that probablepeople labels as a person's, up to each comma or "and"."""
    names: list[str] = []
    words: list[str] = []
    for word, label in probablepeople.parse(text):
        if label in ("GivenName", "FirstInitial", "MiddleName", "MiddleInitial", "Surname", "LastInitial"):
            words.append(word.strip(",;"))
        if (label == "And" or word.endswith((",", ";"))) and words:
            names.append(" ".join(words))
            words = []
    return [*names, " ".join(words)] if words else names


READERS: Final[dict[str, Callable[[str], list[str]]]] = {
    "syllabus_parse": read_ours,
    "nameparser": read_nameparser,
    "probablepeople": read_probablepeople,
}


def main() -> None:
    """Print a table: right of all, and microseconds for a line at first sight."""
    cases = load_cases()
    print("| lines | n | " + " | ".join(READERS) + " |\n|---|---:|" + "---:|" * len(READERS))
    cells = []
    for read in READERS.values():
        start = time.process_time()
        right = sum(read(text) == names for text, names in cases)
        micros = (time.process_time() - start) / len(cases) * 1e6
        cells.append(f"{right} right, {micros:,.0f} µs")
    print(f"| author lists | {len(cases)} | " + " | ".join(cells) + " |")


if __name__ == "__main__":
    main()
