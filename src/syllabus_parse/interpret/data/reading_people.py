"""The people of a work in a data file: one text, a list, or a mapping for each."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import EMPTY, Mapping, Node, Sequence, Text
from syllabus_parse.interpret.citations.values import add_people, set_year
from syllabus_parse.interpret.data.keys import fold_data_key, read_key
from syllabus_parse.interpret.data.values import leaf_texts, scalar_text
from syllabus_parse.interpret.records import RawReading
from syllabus_parse.normalize.titles import is_placeholder
from syllabus_parse.regex import lazy_regex

# A year behind a name, e.g. "Koehn (2010)" · "Weaver, 1949"
NAME_YEAR: Final = lazy_regex(r"[\s,]{0,4}[(\[]?(?P<year>(?:1[89]|20)\d\d)[a-z]?[)\]]?[\s.,;]*$")
GIVEN_KEYS: Final = frozenset({"given", "given name", "first", "firstname", "first name", "vorname", "nombre"})
PLACE_KEYS: Final = frozenset(
    {
        "affiliation",
        "affiliations",
        "institution",
        "university",
        "school",
        "company",
        "organization",
        "org",
        "institute",
    }
)
FAMILY_KEYS: Final = frozenset(
    {"family", "family name", "last", "lastname", "last name", "surname", "nachname", "apellido"}
)


def find_people_texts(node: Node) -> list[tuple[Text, Text | None]]:
    """List the texts that name people, each with its affiliation: scalars, or {name, affiliation} mappings."""
    if not isinstance(node, Sequence):
        return [(text, None) for text in leaf_texts(node)]
    out: list[tuple[Text, Text | None]] = []
    for item in node.items:
        if isinstance(item, Mapping):
            names = [
                text
                for key, value in item.entries
                if (text := scalar_text(value))
                and read_key(key.plain).role in ("title", "authors", "presenter", "label", "text")
            ]
            given = [
                text
                for order in (GIVEN_KEYS, FAMILY_KEYS)
                for key, value in item.entries
                if (text := scalar_text(value)) and fold_data_key(key.plain) in order
            ]
            places = [
                text
                for key, value in item.entries
                if (text := scalar_text(value)) and fold_data_key(key.plain) in PLACE_KEYS
            ]
            name = _join_words(given) if given and not names else names[0] if names else EMPTY
            out.append((name, places[0] if places else None))
        else:
            out += [(text, None) for text in leaf_texts(item)]
    return [(text, place) for text, place in out if text]


def _join_words(texts: list[Text]) -> Text:
    out = texts[0]
    for text in texts[1:]:
        out = out.join_line(text)
    return out


def add_dated_authors(reading: RawReading, words: Text) -> None:
    """Add people to a work; a year that ends their words is the work's: "Cruz and Li, 2019"."""
    found = NAME_YEAR.search(words.plain)
    if found and found.start() > 0:
        if reading.year is None:
            set_year(reading, words.slice(*found.span("year")))
        words = words.slice(0, found.start())
    if re.search(r"[^\W\d_]", words.plain) and not is_placeholder(words.plain):
        add_people(reading, words)
