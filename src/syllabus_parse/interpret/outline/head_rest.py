"""What stands behind a session's date: a room, a work, who presents it, or a topic."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from syllabus_parse.document import Mark, Text
from syllabus_parse.interpret.records import RawSession
from syllabus_parse.interpret.sessions.topics import add_presenters
from syllabus_parse.interpret.words import session_label_kind, title_kind
from syllabus_parse.normalize.name_words import GIVEN
from syllabus_parse.normalize.people import score_people
from syllabus_parse.normalize.titles import is_placeholder
from syllabus_parse.regex import lazy_regex

# e.g. Rice 340 · Room B-12 · Zoom
PLACE: Final = lazy_regex(
    r"[\s,;|·–—-]*+(?P<place>(?:room|hall|bldg\.?|building|raum|sala|salle|aula)\s[\w.-]{1,20}|zoom|online"
    r"|[A-Z][\w.']{1,20}(?:\s[A-Z][\w.']{1,20})?\s[A-Z]?-?\d{1,4}[A-Z]?)[\s*_]*(?P<end>[:：|·–—-])\s+",
    re.IGNORECASE,
)


def unwrap(text: Text) -> Text:
    """Take the brackets off words that tell all of a day: "(no class)"."""
    plain = text.plain.strip(" .*_")
    if plain.startswith("(") and plain.endswith(")") and plain.count("(") == 1 and title_kind(plain) is not None:
        return text.strip(" .*_()")
    return text.strip(" *") if text.plain.count("*") > 1 else text


def take_place(text: Text, session: RawSession) -> Text:
    """Take a room between the date and the topic, in bold with the date: "**Oct 14, 2pm, Rice 340** — Topic"."""
    found = PLACE.match(text.plain)
    if not found or not text.runs or not text.runs[0].marks & Mark.BOLD or session.location is not None:
        return text
    place = text.slice(*found.span("place"))
    if not place.runs[-1].marks & Mark.BOLD or text.slice(found.end(), len(text.plain)).runs[:1] == ():
        return text
    if text.slice(found.end(), len(text.plain)).runs[0].marks & Mark.BOLD:
        return text
    session.location = place
    return text.slice(found.end(), len(text.plain))


# e.g. the kind in "Monday: Discussion. Gray, *Maps*", "Sep 4: Lab. Pipes and filters"
KIND_SENTENCE: Final = lazy_regex(
    r"[\s*_]*+(?P<name>lecture|discussion|lab|laboratory|seminar|recitation|tutorial|workshop|section)[*_]*\.[*_]*\s+"
    r"(?=[\W_]{0,3}(?-i:[^\W\d_a-z]))",
    re.IGNORECASE,
)


def take_kind(text: Text, session: RawSession) -> Text:
    """Take the kind of meeting off the front, where it is a sentence of its own: "Discussion. Gray, *Maps*"."""
    found = KIND_SENTENCE.match(text.plain)
    if found is None:
        return text
    session.kind = session.kind or session_label_kind(found["name"])
    return text.slice(found.end(), len(text.plain))


LED_BY: Final = lazy_regex(
    r"[\s.,;*_(\[–—-]*\b(?:presenters?|presented by|speakers?|discussants?|discussion leaders?|led by"
    r"|referent(?:in|en)?|referat|vortrag|moderation|exposé|exposición|ponente)(?P<colon>\s?[:：]|(?<=\sby)\s)\s*(?P<who>[^\n\u2028:：]{2,120}?)[\s)\]*_.]*$",
    re.IGNORECASE,
)


NAMED: Final = 0.4
_PRESENTS: Final = r"[A-ZÀ-Ž][\w'’-]{1,20}(?:\s[A-ZÀ-Ž][\w.'’-]{0,20}){0,2}"
# Who presents, behind a work that is told with its people or where it appeared, e.g. " — Eve" in
# '"Looms" by Hill et al. — Eve', " - Ana Cruz" behind "Looms (CHI 2019)", " (Carol)" behind "Looms, CHI 2019"
NAMED_LAST: Final = lazy_regex(
    rf"(?:(?:(?<=[)\]])|(?<=et al\.)|(?<=et al)|(?<=\d\d))\s{{1,3}}(?:[–—-]|--)\s{{1,3}}"
    rf"(?P<who>{_PRESENTS}(?:(?:\s?[,&]|\sand)\s{_PRESENTS}){{0,2}})|(?<=\d\d)\s\((?P<inside>{_PRESENTS})\))\s*$"
)


def cut_presenters(text: Text) -> Text:
    """Return a line without "presented by M. Huber" at its end."""
    found = match_presenters(text)
    return text.slice(0, found.start()) if found else text


def match_presenters(text: Text) -> re.Match[str] | None:
    """Match who presents the work of a line, at its end; None where nobody is told."""
    found = LED_BY.search(text.plain)
    if found is not None:
        return found
    last = NAMED_LAST.search(text.plain)
    if last is None:
        return None
    told = score_people(last["who"]) >= LAST_NAME if last["who"] else last["inside"].split()[0] in GIVEN
    return last if told else None


LAST_NAME: Final = 0.45
"""What a name behind a dash scores as people, at least."""


def take_presenters(text: Text, session: RawSession) -> Text:
    """Take "Presenter: M. Huber" off the end of a line; a placeholder in its place goes with it."""
    found = match_presenters(text)
    if found is None:
        return text
    named = found.groupdict()
    if not named.get("colon", ":").strip() and score_people(found["who"]) <= NAMED:
        return text
    who = text.slice(*found.span("who" if named["who"] else "inside"))
    if not is_placeholder(who.plain):
        add_presenters(who, session)
    return text.slice(0, found.start())


# e.g. least-squares · lec/trees.html
OWN_PAGE: Final = lazy_regex(
    r"(?!papers?/|readings?/|refs?/|/)(?:[\w~-]{1,60}/){0,4}[\w~-]{1,80}(?:/|\.html?)?(?:#[\w-]{1,80})?"
)


# e.g. "Ana: Looms", "Bo & Cleo: Looms"
LEADER: Final = lazy_regex(
    r"[\s*_–—-]*+(?P<who>[A-ZÀ-Ž][\w'’-]{1,20}(?:\s(?:[A-ZÀ-Ž][\w.'’-]{0,20}|and|&)){0,3})[\s*_]*[:：]\s+(?=\S)"
)
# e.g. "(Ana & Bo): Looms": who presents stands between the day and the colon
LEADER_BRACKET: Final = lazy_regex(
    r"[\s*_–—-]*+\((?P<who>[A-ZÀ-Ž][\w'’-]{1,20}(?:(?:\s|,\s|\s?/\s?)(?:[A-ZÀ-Ž][\w.'’-]{0,20}|and|&)){0,5})\)"
    r"[\s*_]*[:：–—-]\s+(?=\S)"
)
FIRST_NAME: Final = 0.4
"""What a given name scores as people, at least."""


# e.g. "Ana Cruz" · "Ian D. Jordan"
FULL_NAME: Final = lazy_regex(r"[^\W\d_][\w'’-]{1,20}(?:\s[^\W\d_][\w'’.-]{0,20}){1,3}")
SURE_NAME: Final = 0.5


def take_leader(text: Text, session: RawSession) -> Text:
    """Take who leads the day of a reading group off its front: "Ana: [Neural ODEs](…)"."""
    alone = text.strip(" :*_")
    if FULL_NAME.fullmatch(alone.plain) and score_people(alone.plain) > SURE_NAME and not text.links():
        add_presenters(alone, session)  # "August 28: Ana Cruz"
        return text.slice(0, 0)
    found = LEADER_BRACKET.match(text.plain) or LEADER.match(text.plain)
    if not found or score_people(found["who"]) < FIRST_NAME:
        return text
    who = text.slice(*found.span("who"))
    if who.links():
        return text  # "[Paragon: An Online Gallery](…)" is a title
    add_presenters(who, session)
    return text.slice(found.end(), len(text.plain))


def own_page(href: str) -> bool:
    """Tell the address of a page of the course itself ("trees", "lec/trees.html") from that of a work.

    >>> own_page("lec/trees.html"), own_page("papers/trees.pdf"), own_page("https://a.org/trees")
    (True, False, False)
    """
    return OWN_PAGE.fullmatch(href) is not None


def only_link(text: Text, links: Sequence[tuple[object, int, int]]) -> bool:
    """Tell whether one link covers all words of a text."""
    return len(links) == 1 and links[0][2] - links[0][1] >= len(text.plain.strip(" \n\u2028.,")) - 2
