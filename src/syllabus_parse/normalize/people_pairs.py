"""Lists that tell each person with a place, in pairs: "Jane Doe, Mill College; john roe, MIT; Jim Poe, UC Davis"."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.normalize.affiliations import normalize_affiliation, weigh_affiliation
from syllabus_parse.normalize.names import is_initials, normalize_name
from syllabus_parse.normalize.people_match import PeopleMatch, PersonMatch
from syllabus_parse.normalize.people_words import is_plain_name
from syllabus_parse.regex import lazy_regex

FEWEST: Final = 3
"""Pairs that prove the style; in two, a comma may part a turned name."""
# e.g. "Jane Doe, Mill College;" · "john roe, MIT, Cambridge, MA"
_PAIR: Final = lazy_regex(
    r"\s{0,3}(?P<name>[^\W\d_][\w’'.\s-]{2,40}[\w.])\s{0,2},\s{1,3}(?P<place>[^;]{2,160}?)\s{0,3}(?:;|$)"
)
_JOINED: Final = lazy_regex(r"\s(?:and|und|et|y|e|with)\s", re.IGNORECASE)


def match_pairs(text: str) -> PeopleMatch | None:
    """Read a list in which semicolons part the people and a comma each from their place; None for any other list.

    Most of the places must be known for some; then whatever stands before a comma is a name, in small letters too.

    >>> found = match_pairs("Jane Doe, Mill College; daniel roe, MIT; Jim Poe, University of Oslo")
    >>> [(person.name, person.affiliation) for person in found.people]
    [('Jane Doe', 'Mill College'), ('daniel roe', 'MIT'), ('Jim Poe', 'University of Oslo')]
    >>> match_pairs("Saltzer, J. H.; Gray, C.; Levy, H.") is None
    True
    """
    if text.count(";") < FEWEST - 1:
        return None
    out: list[PersonMatch] = []
    known = at = 0
    while at < len(text):
        found = _PAIR.match(text, at)
        if found is None or len(found["name"].split()) > LONGEST or _JOINED.search(found["name"]):
            return None  # "Ada Gray and Bo Hill, MIT": two at one place
        if weigh_affiliation(found["name"]) == SURE:
            return None
        place = found["place"]
        first = place.partition(",")[0].strip()
        if is_initials(first) or (weigh_affiliation(first) == 0 and is_plain_name(first)):
            return None  # "Gray, A.", "Ann Gray, Bo Hill, MIT"
        known += weigh_affiliation(place) == SURE
        a, b = found.span("place")
        start, end = found.span("name")
        out.append(PersonMatch(normalize_name(found["name"]), normalize_affiliation(place), None, start, end, a, b))
        at = found.end()
    return PeopleMatch(tuple(out)) if len(out) >= FEWEST and known * 2 >= len(out) else None


SURE: Final = 2
LONGEST: Final = 5
"""Words of the longest name."""
