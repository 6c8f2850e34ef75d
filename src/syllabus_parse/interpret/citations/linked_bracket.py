"""The bracket at the end of a link's words that tells who wrote a work, when and where: it is none of the title."""

from __future__ import annotations

from typing import Final

import attrs

from syllabus_parse.document import Text
from syllabus_parse.interpret.citations.names import is_body, looks_like_people
from syllabus_parse.interpret.citations.patterns import SURNAMES
from syllabus_parse.normalize.venues import find_venue
from syllabus_parse.regex import lazy_regex

# e.g. "Gray et al, 2015, Journal of Looms" · "Gray & Lind 2009" · "1000 Looms Consortium, 2012. Nature"
WHO_AND_YEAR: Final = lazy_regex(
    r"\s*(?P<who>(?:\d{1,5}\s)?[^\W\d_][^()\d;]{0,80}?)[,.]?\s(?P<year>(?:1[89]|20)\d\d)[a-z]?"
    r"(?:[,.:]\s(?P<venue>[^\W\d_][^()\d;]{1,60}?))?[.\s]*"
)
# e.g. "Gray et al., NeurIPS 2019"
WHO_AND_VENUE: Final = lazy_regex(
    r"\s*(?P<who>[^\W\d_][^()\d;]{0,80}?),\s(?P<venue>[^\W\d_][^()\d;,]{1,30}\s?['’]?\d{2,4})\s*"
)
# A quoted title with who wrote it and when, e.g. "“Of Looms,” A. Gray et al. (2012)"
QUOTED_SIGNED: Final = lazy_regex(
    r"\s*[\"“][^\"“”\n]{4,200}[\"”](?P<behind>,?)\s(?:by\s)?(?P<who>[^\W\d_][^\"“”()\d;:]{3,120}?),?\s\((?:1[5-9]|20)\d\d\)\.?\s*"
)
# What no venue is, e.g. "Chapter 3", "2nd edition", "translated by"
NO_VENUE: Final = lazy_regex(
    r"(?i:ch|chap|chapters?|pp?|pages?|vol|sections?|sec|part|ed|eds|edition|trans|transl|dir|in)\b"
)
LONGEST_VENUE: Final = 8
ACRONYM: Final = lazy_regex(r"[A-Z]{3,8}")


def names_writer(who: str, venue: str | None = None) -> bool:
    """Tell who wrote a work: people, a body, or its letters ("TCGA"); surnames alone where a known `venue` is told.

    >>> names_writer("Gray et al"), names_writer("TCGA"), names_writer("a history of")
    (True, True, False)
    """
    place = find_venue(venue) if venue and (SURNAMES.fullmatch(who) or SURNAME.fullmatch(who)) else None
    if place is not None and place.known:
        return True
    return bool(ACRONYM.fullmatch(who)) or is_body(who) or BODY.search(who) is not None or looks_like_people(who)


SURNAME: Final = lazy_regex(r"[A-Z][a-zà-ÿ'’][\w'’-]{0,24}")
BODY: Final = lazy_regex(r"\b(?:Consortium|Collaboration|Team|Group|Project|Network|Initiative)$")


def names_place(words: str) -> bool:
    """Tell whether words behind a year may be where a work came out."""
    if NO_VENUE.match(words) is not None or len(words.split()) > LONGEST_VENUE:
        return False
    found = find_venue(words) if words[:1].islower() else None
    return not words[:1].islower() or (found is not None and found.known)


def ends_signed(words: str) -> bool:
    """Tell words that end with a bracket which signs a work.

    >>> ends_signed("Of Looms (Gray, 2012)"), ends_signed("Of Looms (and frames)"), ends_signed("(Gray, 2012)")
    (True, False, False)
    """
    words = words.rstrip()
    at = words.rfind("(")
    return at > 0 and words.endswith(")") and bool(words[:at].strip()) and _signs(words[at + 1 : -1])


def free_bracket(text: Text) -> Text:
    """Return the text with the brackets that sign works outside of their links: "[Looms (Gray, 2012)](…)"."""
    for _, start, end in text.links():
        quoted = QUOTED_SIGNED.fullmatch(text.plain, start, end)
        if quoted is not None and looks_like_people(quoted["who"]):
            at = quoted.start("behind")  # "[“Looms,” A. Gray (2012)](…)"
        elif ends_signed(text.plain[start:end]):
            at = text.plain.rfind("(", start, end)
        else:
            continue
        bare = text.slice(at, end)
        runs = tuple(attrs.evolve(run, anchor=None) for run in bare.runs)
        text = text.slice(0, at).join(Text(runs, bare.plain)).join(text.slice(end, len(text.plain)))
    return text


def _signs(inside: str) -> bool:
    found = WHO_AND_YEAR.fullmatch(inside)
    if found is not None:
        who, place = found["who"].strip(" ,."), found["venue"]
        if not place and SURNAMES.fullmatch(who):
            return True  # "(Gray & Lind, 2009)"
        return names_writer(who, place) and (not place or names_place(place))
    found = WHO_AND_VENUE.fullmatch(inside)
    if found is None or not names_writer(found["who"].strip(" ,.")):
        return False
    venue = find_venue(found["venue"])
    return venue is not None and venue.known
