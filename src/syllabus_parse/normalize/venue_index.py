"""The index of known venues, ready to use: `venue_index.json` is made of `venues.toml` by `make accept`.

Reading the table and building its index takes as long as parsing ten pages; reading the index takes a tenth of that.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Final

from syllabus_parse.normalize.venue_table import TABLE, Alias, Index, build_index, list_beginnings

READY: Final = Path(__file__).with_name("venue_index.json")


@lru_cache(maxsize=1)
def index_venues() -> Index:
    """Return the index: the one that lies ready where it is of the table as it stands, else one made anew.

    >>> index_venues().words["nips"].name
    'NeurIPS'
    """
    ready = json.loads(READY.read_bytes())
    if ready["table"] != _hash_table():
        return build_index()  # somebody added a venue, and hasn't run `make accept` yet
    venues = ready["venues"]
    words, phrases = (
        {
            key: Alias._make((*venues[venue], text, trust, acronym))
            for key, (venue, text, trust, acronym) in ready[kind].items()
        }
        for kind in ("words", "phrases")
    )
    return Index(words, phrases, list_beginnings(phrases))


def write_index() -> str:
    """Return `venue_index.json` as it should be: the venues, and by each key a venue's number and an alias of it."""
    index = build_index()
    venues: dict[tuple[str, str], int] = {}
    parts = [f'{{"table":"{_hash_table()}"']
    for kind, keys in (("words", index.words), ("phrases", index.phrases)):
        rows = {
            key: (venues.setdefault((alias.name, alias.kind), len(venues)), alias.text, alias.trust, alias.acronym)
            for key, alias in keys.items()
        }
        parts.append(f'"{kind}":{{\n{_join(f"{_dump(key)}:{_dump(row)}" for key, row in rows.items())}}}')
    parts.append(f'"venues":[\n{_join(map(_dump, venues))}]}}\n')
    return ",\n".join(parts)


def _join(lines: Iterable[str]) -> str:
    return ",\n".join(lines)  # a line for each, to be read in a diff


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _hash_table() -> str:
    return hashlib.sha256(TABLE.read_bytes()).hexdigest()
