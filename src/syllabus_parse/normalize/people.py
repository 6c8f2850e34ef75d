"""Lists of people: authors of a work, presenters of a session, with affiliations and roles.

The text is cut once, at its commas, semicolons, conjunctions and brackets (`people_cuts`). What a piece is, a name, an
institution, an aside, is told by its words (`people_words`, `people_asides`, `affiliations`); whom an institution
belongs to is told by the order (`people_walk`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from syllabus_parse.memo import remember
from syllabus_parse.normalize.affiliations import normalize_affiliation
from syllabus_parse.normalize.bylines import find_author_start, score_people
from syllabus_parse.normalize.names import is_group, is_placeholder, normalize_name
from syllabus_parse.normalize.people_asides import read_bracket, read_opening
from syllabus_parse.normalize.people_cuts import cut_entries, cut_items
from syllabus_parse.normalize.people_match import PeopleMatch, PersonMatch
from syllabus_parse.normalize.people_pairs import match_pairs
from syllabus_parse.normalize.people_walk import Walk
from syllabus_parse.normalize.people_words import is_plain_name
from syllabus_parse.regex import lazy_regex

__all__ = [
    "PeopleMatch",
    "PersonMatch",
    "find_author_start",
    "is_group",
    "normalize_name",
    "parse_people",
    "score_people",
]


def parse_people(text: str, *, linked: Sequence[tuple[int, int]] = ()) -> PeopleMatch:
    """Read a whole text as a list of people, with their affiliations and roles.

    Lists are written in a dozen styles, and what a comma parts is told by what stands beside it. `linked` are the
    offsets of stretches that were links: a linked name ends where its link ends. A text that holds no person gives
    none, and its pieces as notes; it isn't asked whether the text is a list of people at all (`score_people`).

    >>> [(p.name, p.affiliation) for p in parse_people("Cheng Tan, Lingfan Yu (NYU); Joshua B. Leners").people]
    [('Cheng Tan', 'NYU'), ('Lingfan Yu', 'NYU'), ('Joshua B. Leners', None)]
    >>> parse_people("TBA").placeholder, parse_people("Students & Instructors").people
    (True, ())
    """
    return _parse(text, linked) if linked else _parse_unlinked(text)


@remember(4096, longest=4000)
def _parse_unlinked(text: str) -> PeopleMatch:
    return _parse(text, ())


def _parse(text: str, linked: Sequence[tuple[int, int]]) -> PeopleMatch:
    found = None if linked else _parse_plain(text)
    if found is not None:
        return found
    paired = None if linked else match_pairs(text)
    if paired is not None:
        return paired
    start, end, role = read_opening(text)
    if is_placeholder(text[start:end]):
        return PeopleMatch((), placeholder=True)
    if is_group(text[start:end]):
        return PeopleMatch((), ((start, end),))
    items = cut_items(text, start, end, linked)
    walk = Walk(text, items, role)
    walk.read(cut_entries(items))
    return walk.finish()


# e.g. Jane Doe, · and John Roe (MIT), · Jim Poe (UC Davis);
_PLAIN: Final = lazy_regex(
    r"(?:and\s|&\s)?(?P<name>[^\s,;()&/·:|][^,;()&/·:|]{1,60}[^\s,;()&/·:|])"
    r"(?:\s{0,2}\((?P<bracket>[^()]{1,120})\))?(?:[,;]\s{0,3}|\.?\s{0,3}$)"
)


def _parse_plain(text: str) -> PeopleMatch | None:
    """Read the two commonest styles at once, for speed: plain names, or names with a bracket each.

    None where one piece is anything but a name that is sure and normal: then the whole is read in full.
    """
    out: list[PersonMatch] = []
    seen = set()
    at, size, brackets = 0, len(text), 0
    while at < size:
        found = _PLAIN.match(text, at)
        if found is None or not is_plain_name(found["name"]) or found["name"] in seen:
            return None
        name, words = found["name"], found["bracket"]
        seen.add(name)
        start, end = found.span("name")
        if words is None:
            out.append(PersonMatch(name, None, None, start, end))
        else:
            inner = read_bracket(words)
            if inner.what != "affiliation":
                return None
            a = found.start("bracket") + inner.start
            b = found.start("bracket") + inner.end
            role = inner.value or None
            out.append(PersonMatch(name, normalize_affiliation(text[a:b]), role, start, end, a, b))
            brackets += 1
        at = found.end()
    return PeopleMatch(tuple(out)) if out and brackets in (0, len(out)) else None
