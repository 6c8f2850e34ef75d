"""Whether two readings are the same work: by identifier, else by title and what speaks for or against it.

One paper is worded in many ways: with a typing error, without its subtitle or its handle, with another edition's
"automatic" for "automated". And many works are worded alike: chapters by number, parts I and II, "Backpropagation".
So numbers must be equal, people must not contradict, and a title of one or two words proves nothing by itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

import attrs
from rapidfuzz import fuzz

from syllabus_parse.model import Reading
from syllabus_parse.normalize.text import fold_key
from syllabus_parse.regex import lazy_regex

# Words that tell no title from another.
HOLLOW: Final = frozenset(
    ("a", "al", "an", "and", "by", "et", "for", "from", "in", "of", "on", "the", "to", "using", "via", "with")
)
# Parts that are counted, e.g. 7 · 1 2 · ii; as words of their own, not in "e2e", and no letter at the head of a title
NUMBER: Final = lazy_regex(r"(?<!\S)\d+(?!\S)|(?<=\s)(?:i|ii|iii|iv|v|vi)(?!\S)")
DIGITS: Final = lazy_regex(r"\d")
# A version behind an arXiv number, e.g. 1909.01315v2
VERSION: Final = lazy_regex(r"v\d{1,3}\Z")
# How many words of weight a title needs to stand for itself, and one that lacks a part of the other's.
TELLING: Final = 3
TELLING_PART: Final = 5
# Years between a preprint, its paper and its journal version.
YEARS: Final = 3
# How alike, of 100: two titles as a whole; the words in which they differ; surnames that are one typed twice;
# titles that have one address.
ALIKE: Final = 95.0
ALIKE_PART: Final = 88.0
ALIKE_WORDS: Final = 77.0
ALIKE_NAMES: Final = 82.0
ALIKE_LINKED: Final = 60.0
LONGEST: Final = 400


@attrs.frozen
class Variant:
    """What is known of a work from one reading; equal variants are one work as far as anybody can tell.

    `key` is the folded title; `lone` is the document of a title that means something only there.

    >>> make_variant(Reading("Join Trees.")) == make_variant(Reading("join trees"))
    True
    >>> make_variant(Reading("Chapter 1"), document=7).lone
    7
    """

    key: str
    year: int | None = None
    surnames: frozenset[str] = frozenset()
    identifiers: frozenset[str] = frozenset()
    lone: int | None = None


def make_variant(reading: Reading, *, document: int = 0) -> Variant:
    """Return what tells a work of one reading.

    >>> from syllabus_parse.model import Person
    >>> variant = make_variant(Reading("Paxos Made Simple", authors=(Person("Leslie Lamport"),), year=2001))
    >>> variant.key, sorted(variant.surnames)
    ('paxos made simple', ['lamport'])
    """
    key = fold_key(reading.title)[:LONGEST]
    surnames = frozenset(filter(None, (_find_surname(person.name) for person in reading.authors)))
    identifiers = frozenset(
        f"{kind}:{VERSION.sub('', words.lower())}" for kind, words in reading.identifiers.items() if words
    )
    lone = document if not surnames and not identifiers and not is_telling(key) else None
    return Variant(key, reading.year, surnames, identifiers, lone)


def same_work(one: Reading, other: Reading) -> bool:
    """Tell whether two readings, of different documents, are the same work.

    >>> same_work(Reading("TVM: An Automated End-to-End Optimizing Compiler for Deep Learning"),
    ...           Reading("An Automated End-to-End Optimizing Compiler for Deep Learning"))
    True
    >>> same_work(Reading("Machine Translation, Chapter 7"), Reading("Machine Translation, Chapter 8"))
    False
    >>> same_work(Reading("Backpropagation"), Reading("Backpropagation"))
    False
    """
    return match_variants(make_variant(one, document=1), make_variant(other, document=2))


def match_variants(one: Variant, other: Variant) -> bool:
    """Tell whether two variants are the same work."""
    if one.identifiers & other.identifiers:
        return _may_be_alike(one.key, other.key)
    people = compare_people(one.surnames, other.surnames)
    if people is False:
        return False
    if one.key == other.key:
        return _match_equal(one, other, people=people)
    if one.lone is not None or other.lone is not None:
        return False
    if one.year is not None and other.year is not None and abs(one.year - other.year) > YEARS:
        return False
    return match_titles(one.key, other.key, people=people)


def _match_equal(one: Variant, other: Variant, *, people: bool | None) -> bool:
    if people:
        return True
    if is_telling(one.key):
        return True
    # A short title: in one document it is one work, unless it is only a number; elsewhere it takes a sign of it.
    if one.lone is not None and other.lone is not None:
        return one.lone == other.lone and _has_word(one.key)
    return False


def match_titles(one: str, other: str, *, people: bool | None = None) -> bool:
    """Tell whether two folded titles that differ are worded for one work; `people` is whether its people agree.

    >>> match_titles("sizing router buffers", "sizing router buffers redux")
    False
    >>> match_titles("beyond data parallelism for networks", "beyonf data parallelism for networks")
    True
    """
    if NUMBER.findall(one) != NUMBER.findall(other):
        return False
    if one.replace(" ", "") == other.replace(" ", ""):
        return True
    short, long = sorted((one, other), key=len)
    few, many = short.split(), long.split()
    telling = sum(word not in HOLLOW for word in few)
    if telling < TELLING:
        return False
    missing, extra = _find_difference(few, many)
    if not missing:
        # The shorter lacks words only: a subtitle, a handle, an "adaptive and".
        enough = telling >= TELLING_PART - (1 if people else 0)
        ends = many[: len(few)] == few or many[len(many) - len(few) :] == few
        return enough and (ends or fuzz.ratio(one, other) >= ALIKE_PART)
    one_word = len(missing) == 1 and telling > TELLING
    threshold = ALIKE_PART if people or one_word else ALIKE
    return fuzz.ratio(one, other) >= threshold and _are_typed_twice(missing, extra)


def _find_difference(few: list[str], many: list[str]) -> tuple[list[str], list[str]]:
    here, there = Counter(few), Counter(many)
    return list((here - there).elements()), list((there - here).elements())


def _are_typed_twice(missing: list[str], extra: list[str]) -> bool:
    """Tell whether each word that differs is one of the other's with another ending or a typing error.

    The first letter must be the same: "supervised" is no typing error of "unsupervised".
    """
    left = [word for word in extra if word not in HOLLOW]
    for word in missing:
        if word in HOLLOW:
            continue
        near = next((one for one in left if _is_typed_twice(one, word)), None)
        if near is None:
            return False
        left.remove(near)
    return not left


def _is_typed_twice(one: str, other: str) -> bool:
    # Digits are no typing errors: "llama2" is another than "llama3".
    same = one[0] == other[0] and DIGITS.findall(one) == DIGITS.findall(other)
    return same and fuzz.ratio(one, other) >= ALIKE_WORDS


def _may_be_alike(one: str, other: str) -> bool:
    """Tell whether two titles under one address can be one work: pages do put a wrong address below a title.

    A short title ("Vaswani et al.") may stand for any.
    """
    return not (is_telling(one) and is_telling(other)) or fuzz.token_set_ratio(one, other) >= ALIKE_LINKED


def compare_people(one: Iterable[str], other: Iterable[str]) -> bool | None:
    """Tell whether two sets of surnames name one in common; None where either says nothing.

    >>> compare_people({"ritchie"}, {"richie", "thompson"}), compare_people({"weaver"}, {"kay"})
    (True, False)
    """
    mine, its = list(one), list(other)
    if not mine or not its:
        return None
    if set(mine) & set(its):
        return True
    return any(fuzz.ratio(name, another) >= ALIKE_NAMES for name in mine[:20] for another in its[:20])


def is_telling(key: str) -> bool:
    """Tell whether a folded title stands for itself: so many words with letters that mean something.

    >>> is_telling("paxos made simple"), is_telling("deep learning"), is_telling("6 all")
    (True, False, False)
    """
    return sum(1 for word in key.split() if word not in HOLLOW and not word.isdigit() and len(word) > 1) >= TELLING


def _has_word(key: str) -> bool:
    return any(len(word) > 3 and word.isalpha() for word in key.split())


def _find_surname(name: str) -> str:
    words = fold_key(name).split()
    return words[-1] if words else ""
