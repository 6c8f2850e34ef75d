"""The words that say where a work appeared become a venue: the short name in use today, its kind, its year.

Known venues are found by whole names in `venues.toml`; any other keeps its own words.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import attrs

from syllabus_parse.model import VenueKind
from syllabus_parse.normalize.venue_match import match_acronym, match_known
from syllabus_parse.normalize.venue_rest import Rest, read_rest, strip_tag, tells_details, tells_other_thing
from syllabus_parse.normalize.venue_settle import Hit
from syllabus_parse.normalize.venue_table import Trust
from syllabus_parse.normalize.venue_unknown import is_no_venue, read_unknown, tells_workshop
from syllabus_parse.normalize.venue_words import FLAT, PUBLISHERS, SMALL_WORDS, Token, split_words
from syllabus_parse.regex import lazy_regex

CAPITALS: Final = lazy_regex(r"[A-Z]{2}")
LONGEST: Final = 600  # characters; a longer text is no venue
TAIL: Final = 400  # characters at the end of a citation in which a venue is looked for
BOUNDARIES: Final = 40  # places in that tail where one may begin


@attrs.frozen
class VenueMatch:
    """A venue read from a text; all numbers are offsets into the text that was given.

    `name` is the short name in use today, or, where the venue is not in the table (`known` is False), its own words.
    `start` and `end` bound the venue's words with those that lead in ("In Proceedings of the Twelfth …"), `year_start`
    and `year_end` the digits of the year. Awards in `tags` are in small letters, other tags as worded. `notes` are the
    places of all pieces that are neither venue nor year nor tag ("Volume 2, Number 4, November 1984").

    >>> found = parse_venue("In Proc. of SOSP '17 (Best Paper)")
    >>> found.name, found.year, found.tags, found.known
    ('SOSP', 2017, ('best paper',), True)
    """

    name: str
    kind: VenueKind
    known: bool
    year: int | None
    tags: tuple[str, ...]
    notes: tuple[tuple[int, int], ...]
    start: int
    end: int
    year_start: int | None
    year_end: int | None


def normalize_venue(text: str) -> str:
    """Return the name of a venue: the one in use today if it is known, else its own words, tidied.

    Readers compare and count venues, and one venue has many spellings. What is no venue at all comes back as it is.

    >>> normalize_venue("NIPS'17"), normalize_venue("Commun. ACM")
    ('NeurIPS', 'CACM')
    >>> normalize_venue("Proceedings of the Summer Usenix Conference")
    'Summer Usenix Conference'
    """
    name = " ".join(text.split())
    while True:  # a name that is read again loses words or stays
        match = parse_venue(name)
        if match is None or match.name == name:
            return name
        if match.known or len(match.name) >= len(name):
            return match.name
        name = match.name


def parse_venue(text: str) -> VenueMatch | None:
    """Read a text that is said to be a venue as a whole: a venue column, a bracket, a tag.

    A venue that is not in the table keeps its words, so that nothing is lost. Blanks, placeholders, years, tags,
    publishers and technical reports are no venues.

    >>> match = parse_venue("Proceedings of the Fifteenth ACM Symposium on Principles of Distributed Computing, 1996")
    >>> match.name, match.kind, match.year
    ('PODC', 'conference', 1996)
    >>> parse_venue("MIT Press") is None
    True
    """
    return _parse(text)[0] if len(text) <= LONGEST else None


def parse_known_venue(text: str) -> VenueMatch | None:
    """Read a text that is said to be a venue as `parse_venue` does; None for a venue that is not in the table.

    >>> parse_known_venue("NIPS 2017").name, parse_known_venue("Annals of Looms 2017")
    ('NeurIPS', None)
    """
    match = _parse(text, known=True)[0] if len(text) <= LONGEST else None
    return match if match is not None and match.known else None


def is_venue(text: str) -> bool:
    """Tell whether a text is a known venue and nothing else but its year or edition: a heading, a tag.

    Names that are words or topics too are refused: "Nature" needs a year, "Machine Learning" is never one here.

    >>> is_venue("ATC 2020"), is_venue("MLsys 2020")
    (True, True)
    >>> is_venue("IN CHI"), is_venue("Machine Learning")
    (False, False)
    """
    match, trust = _parse(text, known=True) if len(text) <= LONGEST else (None, None)
    if match is None or not match.known or match.notes or trust == "topic":
        return False
    return trust == "plain" or match.year is not None


def find_venue(text: str) -> VenueMatch | None:
    """Find the known venue that ends a citation, with what follows it: year, volume, pages, place, award.

    It must be set off by a mark, or be an acronym right before a year. A title that merely ends in a venue's word
    ("… in Science") has none.

    >>> match = find_venue("Random Walkers in the Halls of Old Libraries: A Survey, J. ACM 2020.")
    >>> match.name, match.year, match.start
    ('JACM', 2020, 56)
    >>> find_venue("Trust in Science") is None
    True
    """
    cut = max(0, len(text) - TAIL)
    match = _find(text[cut:])
    if match is None or cut == 0:
        return match
    return attrs.evolve(
        match,
        notes=tuple([(a + cut, b + cut) for a, b in match.notes]),
        start=match.start + cut,
        end=match.end + cut,
        year_start=None if match.year_start is None else match.year_start + cut,
        year_end=None if match.year_end is None else match.year_end + cut,
    )


# e.g. SOSP 2019 · NIPS'17 · Proc. of the VLDB Endowment 2020
DATED: Final = lazy_regex(r"([^0-9]{1,80}(?:['’](?=[0-9]{2}$)|\s(?=[0-9]{4}$)))([0-9]{2}|(?:19[5-9]|20[0-4])[0-9])")
SAMPLE_YEAR: Final = "2019"


def _parse(text: str, *, known: bool = False) -> tuple[VenueMatch | None, Trust | None]:
    """Read a text that is a venue; one with its year behind is read as the same venue of any other year was.

    With `known` only venues of the table are found, which takes half as long.
    """
    dated = DATED.fullmatch(text)
    if dated is not None:
        name, digits = dated.groups()
        match, trust = _parse_known(name + SAMPLE_YEAR[-len(digits) :])
    if dated is None or match is None or match.year_start != len(name):
        return _parse_known(text) if known else _parse_whole(text)
    year = int(digits)
    if year < 100:
        year += 2000 if year < 50 else 1900
    return VenueMatch(
        match.name, match.kind, True, year, match.tags, match.notes, match.start, match.end, match.year_start,
        match.year_end,
    ), trust  # fmt: skip


@lru_cache(maxsize=8192)
def _parse_known(text: str) -> tuple[VenueMatch | None, Trust | None]:
    """Read a whole text as a venue of the table; say as well how far its name may be trusted."""
    flat = text.translate(FLAT)
    tokens = split_words(flat)
    first, tag = strip_tag(tokens, flat, 0)
    hit = match_known(tokens, flat, first)
    if hit is None and tag is None:
        hit = match_acronym(tokens, flat)
    if hit is not None and not tells_workshop(tokens, hit):
        rest = read_rest(tokens, flat, hit)
        if not tells_other_thing(tokens, flat, rest):
            tags = (tag, *rest.tags) if tag else rest.tags
            return _join(text, tokens, hit, rest, tags), hit.alias.trust
    return None, None


@lru_cache(maxsize=8192)
def _parse_whole(text: str) -> tuple[VenueMatch | None, Trust | None]:
    """Read a whole text, known venues first."""
    found = _parse_known(text)
    if found[0] is not None:
        return found
    flat = text.translate(FLAT)
    tokens = split_words(flat)
    if is_no_venue(flat, tokens):
        return None, None
    words = read_unknown(text, flat, tokens)
    if words is None:
        return None, None
    at = None if words.year_at is None else tokens[words.year_at]
    return VenueMatch(
        words.name,
        words.kind,
        False,
        words.year,
        words.tags,
        _place_notes(tokens, words.notes),
        tokens[words.start].start,
        tokens[words.end - 1].end,
        at and at.start,
        at and at.end,
    ), None


def _join(text: str, tokens: list[Token], hit: Hit, rest: Rest, tags: tuple[str, ...]) -> VenueMatch:
    """Make the answer of a hit and what was read around it."""
    at = None if rest.year_at is None else tokens[rest.year_at]
    first = hit.first
    while tokens[first].kind == "p" and first < hit.begin:
        first += 1
    start, end = tokens[first].start, tokens[rest.end - 1].end
    # The stop of an abbreviation and the brace of BibTeX belong to the words: "Proc. VLDB Endow.", "{SIGMOD}".
    if text[end : end + 1] == "}" or (text[end : end + 1] == "." and "." in text[start:end]):
        end += 1
    if text[end : end + 1] == ")" and text.count("(", start, end) > text.count(")", start, end):
        end += 1
    return VenueMatch(
        hit.alias.name,
        hit.alias.kind,
        True,
        rest.year,
        tags,
        _place_notes(tokens, rest.notes),
        start,
        end,
        at and at.start,
        at and at.end,
    )


def _place_notes(tokens: list[Token], notes: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    return tuple([(tokens[a].start, tokens[b - 1].end) for a, b in notes])


@lru_cache(maxsize=8192)
def _find(text: str) -> VenueMatch | None:
    """Try the places where a venue may begin, from the left: what begins first is the whole of it."""
    flat = text.translate(FLAT)
    tokens = split_words(flat)
    starts = [i for i in range(len(tokens)) if _may_begin(tokens, flat, i)]
    for i in starts[-BOUNDARIES:]:
        hit = match_known(tokens, flat, i, strict=True)
        if hit is None or (i == 0 and hit.alias.trust != "plain") or tells_workshop(tokens, hit):
            continue
        rest = read_rest(tokens, flat, hit)
        if tells_details(tokens, flat, rest):
            return _join(text, tokens, hit, rest, rest.tags)
    return _find_before_year(text, tokens, flat)


def _may_begin(tokens: list[Token], flat: str, i: int) -> bool:
    """Tell whether a mark sets token `i` off from what stands before it."""
    if tokens[i].kind == "p":
        return False
    if i == 0:
        return True
    mark = tokens[i - 1]
    if mark.kind != "p":
        return False
    if mark.word in "-/'":
        return flat[mark.start - 1 : mark.start].isspace() or (mark.word == "'" and mark.end < tokens[i].start)
    if mark.word in ".:":
        return mark.end < tokens[i].start
    return mark.word in ',|([;?!"@>'


def _find_before_year(text: str, tokens: list[Token], flat: str) -> VenueMatch | None:
    """Find an acronym right before a year at the end: "A Ferry for All Seasons NeurIPS 2017"."""
    for i in range(max(1, len(tokens) - 12), len(tokens) - 1):
        before = tokens[i - 1]
        if tokens[i].kind != "w" or before.kind == "p" or before.word in SMALL_WORDS or before.word in PUBLISHERS:
            continue
        if not flat[tokens[i].start].isupper():
            continue
        hit = match_known(tokens, flat, i, strict=True)
        if hit is None or hit.year_at is None or hit.alias.trust != "plain" or not _has_capitals(tokens, flat, hit):
            continue
        rest = read_rest(tokens, flat, hit)
        if not rest.notes:
            return _join(text, tokens, hit, rest, rest.tags)
    return None


def _has_capitals(tokens: list[Token], flat: str, hit: Hit) -> bool:
    """Tell whether a name is written in the table's own letters: "CHI 2019", not "Chi 2019"."""
    surface = flat[tokens[hit.begin].start : tokens[hit.end - 1].end]
    return hit.alias.text in surface and CAPITALS.search(surface) is not None
