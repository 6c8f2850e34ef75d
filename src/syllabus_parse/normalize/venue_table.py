"""The table of known venues in `venues.toml`, and its index by words; `venue_index.py` keeps that ready to use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final, Literal, NamedTuple, TypeAlias

import attrs

from syllabus_parse.model import VenueKind
from syllabus_parse.normalize.venue_words import FLAT, LEADING_WORDS, NAME_WORD, PUBLISHERS, SMALL_WORDS, stem, word_set
from syllabus_parse.regex import lazy_regex

Trust: TypeAlias = Literal["plain", "weak", "dated", "topic"]

TABLE: Final = Path(__file__).with_name("venues.toml")

# A name of several words is taken for a venue anywhere only if one of them says so; "Machine Learning" is a topic too.
VENUE_STEMS: Final = word_set(
    "conf workshop transaction journal letter review bulletin magazine quarterly annal advance proceed notice survey "
    "record acta newsletter finding forum archive report preprint acm ieee usenix siam aaai nature plos "
    "jama lancet frontier jahrbuch times post compte"
)
ACRONYM: Final = lazy_regex(r"(?<=[^\W_])[A-Z]")  # a capital inside a word
MEETING_STEMS: Final = frozenset({"conf", "workshop"})
SERIES_STEMS: Final = MEETING_STEMS | {"transaction", "journal"}
COMMON_STEMS: Final = SERIES_STEMS | {"technology", "proceed"}


@attrs.frozen
class KnownVenue:
    """An entry of the table; `weak` and `dated` are aliases that mean other things as well (see the file's head)."""

    name: str
    full: str
    kind: VenueKind
    aliases: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    dated: tuple[str, ...] = ()
    dblp: str | None = None
    first: int | None = None
    coined: bool = False


class Alias(NamedTuple):
    """One way to write a venue: its name and kind, and how far it may be trusted without a year beside it."""

    name: str
    kind: VenueKind
    text: str
    trust: Trust
    acronym: bool


@attrs.frozen
class Index:
    """Aliases of one word by that word in small letters, those of several by their stems, and beginnings of these."""

    words: dict[str, Alias]
    phrases: dict[str, Alias]
    beginnings: frozenset[str]


@lru_cache(maxsize=1)
def load_venues() -> tuple[KnownVenue, ...]:
    """Read the table, once.

    >>> next(venue.full for venue in load_venues() if venue.name == "SOSP")
    'ACM Symposium on Operating Systems Principles'
    """
    import tomllib  # noqa: PLC0415 - the index is made of the table beforehand

    data = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return tuple(
        [
            KnownVenue(
                entry["name"],
                entry.get("full", entry["name"]),
                entry["kind"],
                tuple(entry.get("aliases", ())),
                tuple(entry.get("weak", ())),
                tuple(entry.get("dated", ())),
                entry.get("dblp"),
                entry.get("first"),
                entry.get("coined", False),
            )
            for entry in data["venue"]
        ]
    )


def list_keys(alias: str) -> tuple[str, ...]:
    """Return the words by which an alias is found: one word as it is in small letters, several as stems.

    >>> list_keys("ACM Trans. on Comput. Syst."), list_keys("EuroSys")
    (('acm', 'transaction', 'comput', 'system'), ('eurosys',))
    """
    words = NAME_WORD.findall(alias.translate(FLAT))
    if len(words) > 1:
        stems = [stem(word) for word in words]
        keys = tuple([key for key in stems if key not in SMALL_WORDS])
        if len(keys) > 1:
            return keys
        words = [word for word in words if stem(word) not in SMALL_WORDS] or words
    return (words[0].lower().rstrip(":"),)


def is_acronym(alias: str) -> bool:
    """Tell whether a word is an acronym: a capital inside, or a digit, as in "EuroSys" and unlike "Nature".

    >>> is_acronym("EuroSys"), is_acronym("arXiv"), is_acronym("Nature")
    (True, True, False)
    """
    return not (alias[1:].islower() or len(alias) < 2)


def build_index() -> Index:
    """Build the index: what the table says outright comes first, what follows from it fills the gaps.

    >>> build_index().words["nips"].name
    'NeurIPS'
    """
    words: dict[str, Alias] = {}
    phrases: dict[str, Alias] = {}
    derived: list[tuple[str, Alias]] = []
    for venue in load_venues():
        for alias, keys in _list_aliases(venue):
            if len(keys) == 1:
                words.setdefault(keys[0], alias)
                continue
            phrases.setdefault(" ".join(keys), alias)
            if len(keys) > 2 and not SERIES_STEMS.isdisjoint(keys):
                derived.extend([(key, alias) for key in _derive_keys(keys, venue.kind)])
    for key, alias in derived:
        phrases.setdefault(key, alias)
    for key, alias in derived:
        if "joint " in key:
            phrases.setdefault(key.replace("joint ", ""), alias)
    return Index(words, phrases, list_beginnings(phrases))


def list_beginnings(keys: Iterable[str]) -> frozenset[str]:
    """Return what keys of several words begin with.

    >>> sorted(list_beginnings(["acm transaction comput system"]))
    ['acm', 'acm transaction', 'acm transaction comput']
    """
    beginnings: set[str] = set()
    for key in keys:
        at = key.rfind(" ")
        while at > 0 and key[:at] not in beginnings:
            beginnings.add(key[:at])
            at = key.rfind(" ", 0, at)
    return frozenset(beginnings)


def _list_aliases(venue: KnownVenue) -> Iterator[tuple[Alias, tuple[str, ...]]]:
    """Yield a venue's aliases with their keys, the ones to be careful with first, for they decide."""
    for text in venue.dated:
        yield Alias(venue.name, venue.kind, text, "dated", is_acronym(text)), list_keys(text)
    for text in venue.weak:
        yield Alias(venue.name, venue.kind, text, "weak", is_acronym(text)), list_keys(text)
    for text in dict.fromkeys((venue.name, venue.full, *venue.aliases)):
        keys = list_keys(text)
        if len(keys) == 1:
            acronym = is_acronym(text)
            # Two letters mean anything, but for "SC"; a word without capitals inside is first of all a word.
            short = len(keys[0]) < 3 and text != "SC"
            plain = acronym or venue.coined
            yield Alias(venue.name, venue.kind, text, "dated" if short else "plain" if plain else "weak", acronym), keys
        else:
            plain = not VENUE_STEMS.isdisjoint(keys) or ACRONYM.search(text) is not None
            yield Alias(venue.name, venue.kind, text, "plain" if plain else "topic", False), keys


def _derive_keys(keys: tuple[str, ...], kind: VenueKind) -> Iterator[str]:
    """Yield further keys: without publishers and "International"; "conference" for "workshop", as the ACM prints it."""
    forms = [keys, tuple([key for key in keys if key not in LEADING_WORDS])]
    if not MEETING_STEMS.isdisjoint(keys):
        forms.append(tuple([key for key in keys if key not in ("international", "annual")]))
    for form in dict.fromkeys(forms):
        if sum(1 for key in form if key not in COMMON_STEMS and key not in PUBLISHERS) < 2:
            continue
        yield " ".join(form)
        if kind == "workshop" and "workshop" in form:
            yield " ".join(form).replace("workshop", "conf")
