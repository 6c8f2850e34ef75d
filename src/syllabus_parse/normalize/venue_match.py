"""Known venues in a row of words: whole names only, each with the year behind it, ended by what is no word."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.normalize.venue_index import index_venues
from syllabus_parse.normalize.venue_settle import Hit, settle, skip_marks
from syllabus_parse.normalize.venue_table import Alias
from syllabus_parse.normalize.venue_words import (
    LEADING_WORDS,
    PUBLISHERS,
    SMALL_WORDS,
    Token,
    read_short_year,
    read_year,
    word_set,
)
from syllabus_parse.regex import lazy_regex

LONGEST_NAME: Final = 30  # words
LEAD_INS: Final = lazy_regex(
    r"""
      (?: (?i:appear(?:ed|s|ing)|published|presented|accepted|to\ appear)\s{1,3} )?
      (?: [Ii]n | at | by | to )\b \s{0,3}:?                 # In, in:, Published in, Accepted at
    | (?:[Vv]enue|[Cc]onference|[Jj]ournal|[Ss]ource)\s{0,2}:  # Venue:
    """,
    re.VERBOSE,
)
LEAD_IN_WORDS: Final = word_set(
    "appear appeared appears appearing published presented accepted to in at by venue conference journal source "
    "companion adjunct joint electronic technical online proceeding proceedings proc procs record digest publication "
    "supplement"
)
"""The words that LEAD_INS and PROCEEDINGS begin with."""
# e.g. Proceedings of the · Proc. · Conference Record of · Companion Proceedings of the · Extended Abstracts of the
PROCEEDINGS: Final = lazy_regex(
    r"""
      (?:(?:Companion|Adjunct|Joint|Electronic|Conference|Technical|Online)\s{1,3}){0,2}
      (?:Companion|Proceedings?|Procs?\b\.?|Record|Digest|Publication|Supplement)
      (?:\s{1,3}Companion|\s{1,3}Adjunct)?
      (?:\s{0,3}(?:of|for|to|on|from)\b)? (?:\s{0,3}the\b)?
    """,
    re.VERBOSE | re.IGNORECASE,
)


def skip_lead_in(tokens: list[Token], text: str, i: int) -> tuple[int, int]:
    """Return where a name begins behind "In" and the like, and where behind "Proceedings of the" as well."""
    i = _skip_pattern(tokens, text, skip_marks(tokens, i), LEAD_INS)
    return i, skip_marks(tokens, _skip_pattern(tokens, text, i, PROCEEDINGS))


def _skip_pattern(tokens: list[Token], text: str, i: int, pattern: re.Pattern[str]) -> int:
    found = pattern.match(text, tokens[i].start) if i < len(tokens) else None
    if found is None:
        return i
    at = i
    while at < len(tokens) and tokens[at].end <= found.end():
        at += 1
    if at < len(tokens) and tokens[at].start < found.end():
        return i  # the pattern ended inside a word
    return skip_marks(tokens, at)


def match_known(tokens: list[Token], text: str, i: int, *, strict: bool = False) -> Hit | None:
    """Return the known venue that begins at token `i`, the longest name first; words that lead in are skipped.

    `strict` is for running text: no loose words behind the year, and names that are words too need a year.
    A longer name that is not known hides a shorter one that is: "Nature Pharmacology" is not Nature.
    """
    if not may_name(tokens, text, i):
        return None
    named, behind = skip_lead_in(tokens, text, i)
    bare = behind
    while bare < len(tokens) and _leads(tokens, bare):
        bare += 1
    if named >= len(tokens):
        return None
    found: list[tuple[int, int, Alias]] = []
    for begin in dict.fromkeys((named, behind, bare)):
        found.extend(_walk(tokens, text, begin, loose=False))
    found.extend(_walk(tokens, text, behind, loose=True))
    found.sort(key=lambda hit: -hit[1])
    for begin, end, alias in found:
        hit = settle(tokens, text, Hit(alias, i, begin, end, end), strict=strict, led=begin > named)
        if hit is not None:
            return hit
    return None


def may_name(tokens: list[Token], text: str, i: int) -> bool:
    """Tell whether a known venue, or words that lead in to one, may begin at token `i`: most words begin none."""
    for at in range(i, min(len(tokens), i + LONGEST_NAME)):
        kind, word, start, end = tokens[at]
        if kind != "w":
            continue  # "4 Harv. L. Rev.": it is the first word that tells
        if word in LEADING_WORDS or word == "the":
            return True
        index = index_venues()
        written = text[start:end].lower().rstrip(":")
        return word in index.beginnings or word in index.phrases or written in index.words or written in LEAD_IN_WORDS
    return False


def _leads(tokens: list[Token], i: int) -> bool:
    """Tell whether a token may stand before a name: publisher, ordinal, year, "International", "the"."""
    token = tokens[i]
    if token.kind == "w":
        return token.word in LEADING_WORDS or token.word == "the"
    if token.kind == "p":
        return token.word in "-/,'"
    return token.kind == "o" or read_year(tokens, i) is not None or read_short_year(tokens, i) is not None


def _walk(tokens: list[Token], text: str, begin: int, *, loose: bool) -> list[tuple[int, int, Alias]]:
    """Follow the names of the table from one token on; each that ends on the way is a candidate.

    `loose` passes over publishers, ordinals and "International" wherever they stand.
    """
    index = index_venues()
    out: list[tuple[int, int, Alias]] = []
    key = ""
    last = ""
    for at in range(begin, min(len(tokens), begin + LONGEST_NAME)):
        kind, word, start, end = tokens[at]
        if kind == "p":
            if word in '()[]|;"<>' and not (word in "()" and key):
                break
            continue
        if not key and kind == "w":
            single = index.words.get(text[start:end].lower().rstrip(":"))
            if single is not None:
                out.append((begin, at + 1, single))
        if word in SMALL_WORDS:
            if key or word == "the":
                continue
            break  # e.g. "IN CHI": a name begins with no small word but "The"
        if loose and word in LEADING_WORDS:
            continue
        longer = f"{key} {word}" if key else word
        found = index.phrases.get(longer)
        if found is not None:
            out.append((begin, at + 1, found))
        if found is not None or longer in index.beginnings:
            key, last = longer, word
        # "USENIX Winter 1995 Technical Conference", "4 Harv. L. Rev.", "conference on Conference on", "First ACM …"
        elif not (kind in "no" or word == last == "conf" or (word in LEADING_WORDS and word not in PUBLISHERS)):
            break
    return out


FEWEST: Final = 4
"""Tokens of the shortest name with an acronym behind it."""


def match_acronym(tokens: list[Token], text: str) -> Hit | None:
    """Return the venue that an unknown name bears in brackets or behind a comma: "Foo on Bar (ICDE)"."""
    if len(tokens) < FEWEST:
        return None
    named, begin = skip_lead_in(tokens, text, 0)
    meeting = begin > named or any(token.word in ("conf", "workshop", "transaction") for token in tokens)
    if not meeting:
        return None
    index = index_venues()
    for i in range(begin + 3, len(tokens)):
        if tokens[i].kind != "w" or tokens[i - 1].kind != "p" or tokens[i - 1].word not in "(,[:-":
            continue
        alias = index.words.get(text[tokens[i].start : tokens[i].end].lower())
        if alias is None or not alias.acronym or text[tokens[i].start : tokens[i].end] != alias.text:
            continue
        hit = settle(tokens, text, Hit(alias, named, i, i + 1, i + 1), strict=True, led=True)
        if hit is not None and (alias.kind == "workshop" or not any(t.word == "workshop" for t in tokens)):
            return hit
    return None
