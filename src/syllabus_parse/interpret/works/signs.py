"""What tells a work from a topic or a remark by its looks: links, quotes, emphasis, people, a venue."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import Mark, Text
from syllabus_parse.interpret.citations.linked_bracket import ends_signed
from syllabus_parse.interpret.citations.names import is_surnames
from syllabus_parse.interpret.citations.parts import match_part_behind
from syllabus_parse.interpret.citations.patterns import CHAPTER_OF
from syllabus_parse.interpret.citations.reference import is_reference
from syllabus_parse.interpret.citations.signed import match_passage
from syllabus_parse.interpret.citations.values import title_links
from syllabus_parse.normalize.people import score_people
from syllabus_parse.normalize.venues import find_venue, parse_venue
from syllabus_parse.regex import lazy_regex

# Where works are kept, as against slides: a link of a list that leads there is a work to read.
WORK_HOSTS: Final = lazy_regex(
    r"https?://(?:[\w-]+\.)*(?:arxiv\.org|doi\.org|dl\.acm\.org|openreview\.net|aclweb\.org|aclanthology\.org|papers\.nips\.cc|"
    r"proceedings\.(?:neurips\.cc|mlr\.press)|jmlr\.org|jstor\.org|sciencedirect\.com|springer\.com|ieeexplore\.ieee\.org|nature\.com|"
    r"science\.org|pnas\.org|ojs\.aaai\.org|aaai\.org/ocs|ifaamas\.org|ijcai\.org|onlinelibrary\.wiley\.com|tandfonline\.com|"
    r"usenix\.org/(?:conference|system)|openaccess\.thecvf\.com|semanticscholar\.org|vldb\.org/pvldb|biorxiv\.org|cambridge\.org)/"
    r"|https?://\S{1,200}/(?:papers?|publications?|pubs?|proceedings)/",
    re.IGNORECASE,
)


def looks_like_work(text: Text) -> bool:
    """Tell a work from a topic or remark: a linked, quoted or emphasised name, or people or a venue behind it."""
    return bool(title_links(text)) or shows_work(text)


# A surname, the work, and where in it, e.g. "Maas: Textkritik, S. 1–20" · "Gray and Hill, Looms, ch. 2"
SURNAME_AND_PLACE: Final = lazy_regex(
    r"\s*(?P<who>[A-ZÀ-Þ][\w'’-]{1,24}(?:,? (?:&|and|und|y|et|e) [A-ZÀ-Þ][\w'’-]{1,24}| et al\.?)?)[:,] [^;\n]{3,160}?"
    r"\b(?i:pp?\.|S\.|ch(?:ap(?:ters?|s)?|s)?\.?|kap\.|cap\.|chapters?|kapitel|pages?)\s?\d[^;\n]{0,30};?\s*$"
)


def names_passage(plain: str) -> bool:
    """Tell a passage of a work by the surname before it and its place behind it.

    >>> names_passage("LaValle, Planning Algorithms, Chapter 3"), names_passage("Overview, looms, ch. 2")
    (True, False)
    """
    found = SURNAME_AND_PLACE.match(plain)
    return found is not None and score_people(found["who"]) >= SURNAME_SCORE


SURNAME_SCORE: Final = 0.35


# What stands in brackets from end to end is told of something else, and a line behind a prompt is code.
ASIDE: Final = lazy_regex(r"\s*(?:\([^()]*\)|(?:>>>|\$)\s[^\n]*(?:\n[^\n]*)?)\s*")


# e.g. " (optional)" behind a work
MARK_BEHIND: Final = lazy_regex(
    r"\s{0,2}[(\[](?:optional|required|recommended|mandatory|background|skim)[)\]]\s*$", re.IGNORECASE
)


# People and year alone, with labels of links, e.g. "Gray, Hill & Roe 1986 [pdf]"
SEVERAL_AND_YEAR: Final = lazy_regex(
    r"\s*[A-ZÀ-Þ][\w’'-]{1,24}(?:, [A-ZÀ-Þ][\w’'-]{1,24}){0,6},? (?:&|and) [A-ZÀ-Þ][\w’'-]{1,24},?"
    r" (?:1[89]|20)\d\d[a-z]?(?:\s{0,2}[\[(][\w ]{2,12}[\])]){0,3}\s*"
)


QUOTED_NAME: Final = lazy_regex(r"[\"“«„][^\"”»]{8,}[\"”“»]")
SIGNED: Final = lazy_regex(r"\bet al\b|\((?:1[89]|20)\d\d\)")  # e.g. "Gray et al", "Looms (1971)"


def shows_work(text: Text) -> bool:
    """Tell a work by its own words: quotes or emphasis around a name, people, a venue, a year in brackets."""
    plain = text.plain
    if ASIDE.fullmatch(plain):
        return False
    if QUOTED_NAME.search(plain):
        return True
    italic = sum(len(run.text) for run in text.runs if run.marks & Mark.ITALIC)
    if italic > 8 and (italic * 2 > len(plain.strip()) or _is_signed(text)):
        return True
    if find_venue(MARK_BEHIND.sub("", plain)) is not None or _holds_venue(plain):
        return True
    if italic and _signs_short_title(text):
        return True
    return (
        SIGNED.search(plain) is not None
        or SEVERAL_AND_YEAR.fullmatch(plain) is not None
        or is_reference(text)
        or has_byline(text)
        or match_passage(plain) is not None
        or names_passage(plain)
        or ends_signed(plain)
        or match_part_behind(text) is not None
        or names_chapter(plain)
    )


# e.g. "(OSDI 2012)", "(Gray, SOSP 2019)" behind a name, before what is said of it
VENUE_INSIDE: Final = lazy_regex(
    r"\((?:[^(),\n]{2,40}, ){0,2}(?P<venue>[A-Z][\w ]{1,30} ['’]?\d{2,4})\)\s{0,3}(?:[–—:-]|$)"
)


def names_chapter(plain: str) -> bool:
    """Tell a chapter by the surname before its number and its pages behind it.

    >>> names_chapter("Popkin, Chapter 2: Looms in Ancient Times, 26--48."), names_chapter("Looms, Chapter 2: Wefts")
    (True, False)
    """
    found = CHAPTER_OF.fullmatch(plain.strip())
    return found is not None and PAGES_END.search(plain) is not None and score_people(found["people"]) >= SIGNER_SCORE


PAGES_END: Final = lazy_regex(r",\s(?:pp?\.?\s?)?\d{1,4}\s?[-–]{1,2}\s?\d{1,4}\W*$")


def _holds_venue(plain: str) -> bool:
    """Tell a bracket with a known meeting and its year behind the front of a line."""
    found = VENUE_INSIDE.search(plain)
    venue = parse_venue(found["venue"]) if found is not None and found.start() > 2 else None
    return venue is not None and venue.known and venue.year is not None


def _is_signed(text: Text) -> bool:
    """Tell whether people stand before the first words in italics: "Gray and Lind, *Old Halls*, pp. 1-22"."""
    slanted = next(run.text for run in text.runs if run.marks & Mark.ITALIC)
    before = text.plain[: text.plain.find(slanted)].strip(" ,.")
    lone = " " not in before and text.plain[len(before) :].lstrip()[:1] in (",", ":")
    return score_people(before) > 0.5 or is_surnames(before) or (lone and score_people(before) >= SIGNER_SCORE)


# What may stand behind a short title in italics and its author, e.g. " (1949)" · ". 1999." · " (excerpts)"
SHORT_END: Final = lazy_regex(r"[\s.,;]{0,4}(?:\([^()\n]{2,60}\)|(?:1[5-9]|20)\d\d)?[\s.,;]{0,4}")


def _signs_short_title(text: Text) -> bool:
    """Tell a short title in italics by the one name before it, and nothing else beside: "Plato, *Ion*"."""
    first = next((run for run in text.runs if run.marks & Mark.ITALIC and run.text.strip()), None)
    if first is None or not (first.text.strip()[0].isupper() or first.text.strip()[0].isdigit()):
        return False
    at = text.plain.find(first.text)
    before = text.plain[:at].strip(" \t\n\u2028*•")
    if before[-1:] not in (",", ":", ".") or not SHORT_END.fullmatch(text.plain, at + len(first.text)):
        return False
    return len(before) < LONGEST_SIGNER and score_people(before[:-1]) >= SIGNER_SCORE


LONGEST_SIGNER: Final = 60
SIGNER_SCORE: Final = 0.4
BYLINE: Final = lazy_regex(r"\s{1,3}by\s(?P<who>[^\n\u2028]{3,200})", re.IGNORECASE)


def has_byline(text: Text) -> bool:
    """Tell a name set off at the front from who wrote it: "**Maps of Change** by A. Gray and B. Hill".

    >>> from syllabus_parse.readers.inline import read_inline
    >>> has_byline(read_inline("*Maps* by Ada Gray")), has_byline(read_inline("*Step* by step"))
    (True, False)
    """
    at = 0
    for run in text.runs:
        if not run.marks & (Mark.BOLD | Mark.ITALIC) and run.text.strip():
            break
        at += len(run.text)
    found = BYLINE.match(text.plain, len(text.plain[:at].rstrip())) if at > 2 else None
    return found is not None and score_people(found["who"].strip()) > 0.3


def names_work(text: Text) -> bool:
    """Tell people before a name in italics ("Gray, *Giving the Devil His Due*") from a line all in italics."""
    at = 0
    for run in text.runs:
        if run.marks & Mark.ITALIC and len(run.text.strip()) > 7:
            before = text.plain[:at].strip(" \t\n,.:")
            return len(before) > 2 and score_people(before) > 0.3
        at += len(run.text)
    return False


def has_marks(text: Text) -> bool:
    """Tell whether something is set in italics or quotes."""
    return any(run.marks & Mark.ITALIC and len(run.text.strip()) > 3 for run in text.runs) or bool(
        re.search(r"[\"“«„]", text.plain)
    )


# Addresses of forms, of class forums and rooms, of programs and slides, of people: nothing to read.
MATERIAL: Final = lazy_regex(
    r"^mailto:|^https?://(?:forms\.(?:gle|office\.com)|docs\.google\.com/forms|(?:www\.)?piazza\.com|edstem\.org"
    r"|[\w.-]{0,40}zoom\.us|(?:www\.)?gradescope\.com)/|\.(?:py|java|cpp|zip|tar\.gz|tgz|ipynb|pptx?)$",
    re.IGNORECASE,
)


def leads_to_material(href: str | None) -> bool:
    """Tell an address of class material from one of a work.

    >>> leads_to_material("lectures/knots.py"), leads_to_material("https://arxiv.org/abs/1706.03762")
    (True, False)
    """
    return bool(href) and MATERIAL.search(href or "") is not None


def is_material(text: Text) -> bool:
    """Tell an entry that is one link to class material, and no more."""
    links = text.links()
    if len(links) != 1 or not leads_to_material(links[0][0].href):
        return False
    _, start, end = links[0]
    return not (text.plain[:start] + text.plain[end:]).strip(" .,;()[]") and not shows_work(text)
