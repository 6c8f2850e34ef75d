"""What stands around a known venue: its year, awards and other tags, and the rest, which becomes notes."""

from __future__ import annotations

import re
from typing import Final

import attrs

from syllabus_parse.normalize.venue_match import match_known
from syllabus_parse.normalize.venue_settle import Hit
from syllabus_parse.normalize.venue_words import (
    LEADING_WORDS,
    MONTHS,
    PUBLISHERS,
    SMALL_WORDS,
    VOLUME_WORDS,
    Token,
    find_year,
    read_short_year,
    read_year,
)
from syllabus_parse.regex import lazy_regex

AWARD: Final = r"""
    (?:best|outstanding|distinguished|influential|notable|test[ -]of[ -]time|honou?rable)
    (?:[ -]{1,2}(?:student|papers?|artifact|research|demo|poster|presentation|talk|dissertation|full|long|short|
        industry|systems?|awards?|winner|runner|up|candidate|nominee|nomination|finalist|mention|honou?rable|
        top|reviewer))
    (?:[ -]{1,2}(?:student|papers?|artifact|talk|awards?|winner|runner|up|candidate|nominee|nomination|finalist|
        mention|honou?rable|top|\d{1,2}%)){0,5}
  | award[ -](?:paper|winning(?:[ -]paper)?|winner)
  | notable[ -]top[ -]\d{1,2}%
"""
MARK: Final = r"""
    oral(?:\ presentation|\ paper)? | spotlights? | posters?(?:\ (?:session|paper))? | highlight
  | to\ appear | in\ press | forthcoming | accepted | in\ submission | under\ review | submitted
  | demo(?:nstration)?s?(?:\ (?:paper|track))? | (?:short|long|full|invited|position|vision)\ (?:paper|talk)s?
  | extended\ abstract | invited | keynote | talk | preprint
"""
TAG: Final = lazy_regex(rf"(?<![\w-])(?:(?P<award>{AWARD})|(?P<mark>{MARK}))(?![\w-])", re.VERBOSE | re.IGNORECASE)
FILLERS: Final = frozenset({"in", "at", "proceed", "conf", "the", "of", "on", "and", "award", "s", "nd", "st", "th"})
# Words that may stand in small letters in the details behind a venue.
DETAIL_WORDS: Final = MONTHS | VOLUME_WORDS | PUBLISHERS | FILLERS | SMALL_WORDS | {"e", "arxiv", "abs", "eds", "ed"}
ADDRESS: Final = lazy_regex(r"\b(?:doi\b|https?://)", re.IGNORECASE)  # e.g. DOI: 10.1145/359545, https://…
LONGEST_REST: Final = 160  # characters of details behind a venue that ends a citation


@attrs.frozen
class Rest:
    """What was read around a hit: the year and its token, tags, notes as token ranges, and where its own words end."""

    end: int
    year: int | None
    year_at: int | None
    tags: tuple[str, ...]
    notes: tuple[tuple[int, int], ...]


def strip_tag(tokens: list[Token], text: str, i: int) -> tuple[int, str | None]:
    """Take a tag off the front: "To appear in SOSP 2021", "Best Paper, OSDI'20"; return the next token and the tag."""
    while i < len(tokens) and tokens[i].kind == "p":
        i += 1
    found = TAG.match(text, tokens[i].start) if i < len(tokens) else None
    if found is None:
        return i, None
    at = i
    while at < len(tokens) and tokens[at].start < found.end():
        at += 1
    return at, word_tag(found)


def word_tag(found: re.Match[str]) -> str:
    """Awards are told in small letters, all other tags as they are worded."""
    words = " ".join(found[0].split())
    return words.lower() if found["award"] else words


def read_rest(tokens: list[Token], text: str, hit: Hit) -> Rest:
    """Read all that stands behind a venue; nothing is dropped but its other names, bare years and fillers."""
    if hit.year_at is not None and all(token.word in STOPS for token in tokens[hit.after :]):
        return Rest(hit.end, hit.year, hit.year_at, (), _read_volume(tokens, hit, hit.year_at))
    used = [False] * len(tokens)
    end = _skip_other_names(tokens, text, hit, used)
    year, year_at = hit.year, hit.year_at
    if year is None:
        # The first year from the words that lead in ("the 2013 ACM Symposium") on.
        year, year_at = find_year(tokens, range(hit.first, len(tokens)))
    if year_at is not None and stands_bare(tokens, year_at, hit.end):
        used[year_at] = True
    for i in range(hit.end, len(tokens)):
        # The year said twice, "SIGMOD '18 (2018)", is no note.
        if (
            not used[i]
            and year is not None
            and stands_bare(tokens, i, hit.end)
            and year in (read_year(tokens, i), read_short_year(tokens, i))
        ):
            used[i] = True
    tags: list[str] = []
    for found in TAG.finditer(text, tokens[hit.end - 1].end):
        tags.append(word_tag(found))
        for i in range(hit.end, len(tokens)):
            if found.start() <= tokens[i].start < found.end():
                used[i] = True
    for i in range(hit.end, hit.after):
        used[i] = True
    notes = list_notes(tokens, hit.end, used)
    return Rest(end, year, year_at, tuple(tags), (*_read_volume(tokens, hit, year_at), *notes))


STOPS: Final = (".", ",", ";", ":")
"""What may end a venue and its year and tells nothing."""


def _read_volume(tokens: list[Token], hit: Hit, year_at: int | None) -> tuple[tuple[int, int], ...]:
    """Return the place of the volume that leads in to a journal, "4 Harv. L. Rev. 193 (1890)", if there is one."""
    first = hit.first
    return ((first, first + 1),) if first < hit.begin and tokens[first].kind == "n" and first != year_at else ()


def _skip_other_names(tokens: list[Token], text: str, hit: Hit, used: list[bool]) -> int:
    """Mark other names of the same venue behind it, "(SOSP '17)", ", ICDE 2021"; return where its own words end."""
    end = hit.end
    i = hit.end
    touching = True
    while i < len(tokens):
        if tokens[i].kind == "p" or (tokens[i - 1].kind != "p" and i > hit.after):
            touching = touching and tokens[i].kind == "p" and tokens[i].word in "(,-:[."
            i += 1
            continue
        other = match_known(tokens, text, i)
        if other is None or other.alias.name != hit.alias.name:
            touching = touching and i < hit.after
            i += 1
            continue
        for at in range(i, other.after):
            used[at] = True
        if other.year_at is not None and hit.year is None:
            used[other.year_at] = False  # still to be read
        if touching:
            end = other.end
            if tokens[i - 1].word == "(" and other.after < len(tokens) and tokens[other.after].word == ")":
                end = other.after + 1
        i = max(other.after, i + 1)
    return end


def stands_bare(tokens: list[Token], i: int, floor: int) -> bool:
    """Tell whether a year stands without day or month: then it needs no note."""
    at = i - 1
    while at >= floor and (tokens[at].kind in "no" or tokens[at].word in (",", ".", "-")):
        at -= 1
    return at < floor or tokens[at].word not in MONTHS or tokens[at].kind != "w"


def list_notes(tokens: list[Token], first: int, used: list[bool]) -> tuple[tuple[int, int], ...]:
    """Return the runs of tokens that nothing has used, without marks and fillers at their ends."""
    notes: list[tuple[int, int]] = []
    i = first
    while i < len(tokens):
        if used[i]:
            i += 1
            continue
        start = i
        while i < len(tokens) and not used[i]:
            i += 1
        bounds = _trim(tokens, start, i)
        if bounds is not None:
            notes.append(bounds)
    return tuple(notes)


def _trim(tokens: list[Token], start: int, end: int) -> tuple[int, int] | None:
    while start < end and (tokens[start].word in ",.;:-|])'\"@/" or tokens[start].word in FILLERS):
        start += 1
    while start < end and (tokens[end - 1].word in ",.;:-|[('\"@/" or tokens[end - 1].word in FILLERS):
        end -= 1
    words = [token.word for token in tokens[start:end]]
    if "(" in words and ")" not in words and words[0] == "(":
        start += 1
    elif ")" in words and "(" not in words and words[-1] == ")":
        end -= 1
    elif words and words[0] in "([" and words[-1] in ")]" and words.count(words[0]) == 1:
        start, end = start + 1, end - 1
    elif words and words[-1] == "]" and "[" not in words:
        end -= 1
    rest = [token for token in tokens[start:end] if token.kind != "p"]
    # "2011 IEEE 27th International Conference on" says of a known venue nothing new.
    if all(token.kind == "o" or token.word in LEADING_WORDS for token in rest) and not _names_publisher(rest):
        return None
    return start, end


def tells_other_thing(tokens: list[Token], text: str, rest: Rest) -> bool:
    """Tell whether words behind a mark make a title of it all: "MLSys: The Frontier of Systems"."""
    if rest.year is not None or not rest.notes or tells_details(tokens, text, rest):
        return False
    return tokens[rest.end].word in (":", ".", "-", "?") if rest.end < len(tokens) else False


def _names_publisher(tokens: list[Token]) -> bool:
    return bool(tokens) and all(token.word in PUBLISHERS for token in tokens)


def tells_details(tokens: list[Token], text: str, rest: Rest) -> bool:
    """Tell whether the notes are what citations end with: volume, pages, dates, publishers, places."""
    if rest.notes and any(token.word == ";" for token in tokens[rest.end : rest.notes[-1][1]]):
        return False  # another work follows
    for start, stop in rest.notes:
        address = ADDRESS.search(text, tokens[start].start, tokens[stop - 1].end)
        end = stop
        while address is not None and end > start and tokens[end - 1].end > address.start():
            end -= 1
        if start < end and tokens[end - 1].end - tokens[start].start > LONGEST_REST:
            return False
        run = 0
        for token in tokens[start:end]:
            run = 0 if token.kind == "p" and token.word not in ".-'" else run + (token.kind == "w")
            if token.kind != "w" or token.word in DETAIL_WORDS or token.end - token.start == 1:
                continue
            # A place: "Bretton Woods, NH"; a sentence in capitals is longer.
            if rest.year is None or run > 4 or not text[token.start].isupper():
                return False
    return True
