"""Who teaches, said behind the topics of a whole schedule: "Scaling laws (Priya)" in row after row."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from syllabus_parse.document import Block, Heading, Paragraph, walk
from syllabus_parse.interpret.records import RawSession
from syllabus_parse.interpret.sessions.topics import add_presenters
from syllabus_parse.normalize.people import is_group, score_people
from syllabus_parse.regex import lazy_regex

# e.g. "Kernels (Anna)", "Memory [A. Turing & G. Hopper]"
TAIL: Final = lazy_regex(r"\s*[(\[](?P<who>[^()\[\]\n\u2028]{2,60})[)\]]\s*$")
# e.g. "Teams and execution — Ada Byron", "Looms - Ada Byron, Bo Lund", "Looms (Part I) | Ada Byron"
DASHED: Final = lazy_regex(r"\s+(?:[–—|]|-{1,2})\s+(?P<who>[^()\[\]\n\u2028:–—|]{5,80})$")
ONE_NAME: Final = lazy_regex(r"[^\W\d_][^\W\d_a-z]?[^\W\d_]{1,15}")  # e.g. "Anna", "McKay"
AND: Final = lazy_regex(r"\s*(?:,|;|&|/|\+|\band\b|\bund\b|\by\b|\bet\b)\s*")
WORD: Final = lazy_regex(r"[^\W\d_]{2,20}")
ROWS: Final = 3
"""So many topics must end in a name before one that the page doesn't introduce is believed to be one."""


def take_title_people(sessions: Sequence[RawSession], blocks: Iterable[Block]) -> None:
    """Move names in brackets behind the topics to the presenters, where the schedule has the habit.

    One bracket alone tells nothing: "Recap (Python)" names no person. A name counts where at least three topics end
    in a bracketed name, few names recur over all of them, and each either looks like a full name or is part of one
    that the page introduces outside of the schedule (its staff).

    >>> from syllabus_parse.readers.inline import read_inline
    >>> made = [RawSession(titles=[read_inline(f"{topic} (Ada Byron)")]) for topic in ("Looms", "Cards", "Notes")]
    >>> take_title_people(made, ())
    >>> made[0].titles[0].plain, made[0].presenters[0].parsed
    ('Looms', 'Ada Byron')
    """
    for session in sessions:
        _take_lecturing(session)
    for pattern in (TAIL, DASHED):
        _take_people(sessions, blocks, pattern)


_NAME: Final = r"[A-ZÀ-Þ][\w.'’-]{0,24}(?: [A-ZÀ-Þ][\w.'’-]{0,24}){0,3}"
# Who teaches, as one bracket alone tells it, e.g. "Looms (Ada lecturing)" · "Looms (Ada Byron and Bo Lind teaching)"
LECTURING: Final = lazy_regex(
    rf"\s*\((?P<who>{_NAME}(?:(?:,| and| &) {_NAME}){{0,3}}) (?:is |are )?"
    r"(?:lecturing|teaching|presenting|speaking|leading|lectures|teaches|presents|speaks|leads)\)\s*$"
)


def _take_lecturing(session: RawSession) -> None:
    found = LECTURING.search(session.titles[-1].plain) if session.titles else None
    if found is not None and found.start() > 1:
        last = session.titles[-1]
        session.titles[-1] = last.slice(0, found.start())
        add_presenters(last.slice(*found.span("who")), session)


def _take_people(sessions: Sequence[RawSession], blocks: Iterable[Block], pattern: re.Pattern[str]) -> None:
    tails = [(session, found) for session in sessions if (found := _find_tail(session, pattern)) is not None]
    if pattern is DASHED:  # "Looms - Overview": one word behind a dash may be anything
        tails = [tail for tail in tails if all(" " in who for who in AND.split(tail[1]["who"].strip()))]
    if len(tails) < ROWS or (pattern is DASHED and len(tails) * 2 < sum(bool(one.titles) for one in sessions)):
        return
    counts = Counter(who for _, found in tails for who in AND.split(found["who"].strip()))
    if len(counts) * 2 > len(tails) and not all(score_people(who) > 0.8 for who in counts):
        return
    known = _find_introduced(blocks) if any(" " not in who for who in counts) else frozenset()
    believed = {who for who in counts if _is_person(who, known)}
    if sum(counts[who] for who in believed) * 10 < counts.total() * 8:
        return
    for session, found in tails:
        if not all(who in believed for who in AND.split(found["who"].strip())):
            continue
        last = session.titles[-1]
        session.titles[-1] = last.slice(0, found.start())
        add_presenters(last.slice(*found.span("who")), session)


# A remark on a work, e.g. "presenter: Ana Cruz" · "Presented by Bo Lind and Ada Moss" · "Ana Cruz presents"
PRESENTS: Final = lazy_regex(
    r"\W{0,2}(?:(?:student )?(?:presenters?|presentations?|discussants?|speakers?|discussion lead(?:er)?s?|leaders?)"
    r"(?: by)?\s?[:：]|(?:presented|led|lead|discussed|moderated) by:?)\s+(?P<who>[^\n:;]{2,100}?)[\s.)]*",
    re.IGNORECASE,
)
SHOWS: Final = lazy_regex(r"(?P<who>[A-ZÀ-Ž][^\n:;,.()]{1,60}?)\s(?:presents?|presenting|will present)[\s.:]*")
SOME_NAME: Final = 0.4


def take_noted_people(session: RawSession) -> None:
    """Move who presents a work from the remarks on it to the presenters of its session.

    >>> from syllabus_parse.interpret.records import RawReading
    >>> from syllabus_parse.readers.inline import read_inline
    >>> work = RawReading(read_inline("Looms"), notes=[read_inline("presenter: Ada Byron")])
    >>> session = RawSession(readings=[work])
    >>> take_noted_people(session)
    >>> session.presenters[0].parsed, work.notes
    ('Ada Byron', [])
    """
    for reading in session.readings:
        for note in tuple(reading.notes):
            found = PRESENTS.fullmatch(note.plain) or SHOWS.fullmatch(note.plain)
            if found is None or score_people(found["who"]) < SOME_NAME:
                continue
            known = {who.parsed or who.name.plain for who in session.presenters}
            if found["who"].strip() not in known:
                add_presenters(note.slice(*found.span("who")), session)
            reading.notes = [other for other in reading.notes if other is not note]


def _find_tail(session: RawSession, pattern: re.Pattern[str]) -> re.Match[str] | None:
    """Match the bracket or dash that ends a session's topic, where it may hold people."""
    if not session.titles or session.presenters:
        return None
    found = pattern.search(session.titles[-1].plain)
    if found is None or found.start() < 2 or is_group(found["who"]) or any(c.isdigit() for c in found["who"]):
        return None
    return found


def _is_person(who: str, known: frozenset[str]) -> bool:
    if " " in who:
        return score_people(who) > 0.8
    return bool(ONE_NAME.fullmatch(who)) and who[0].isupper() and (who.casefold() in known or score_people(who) >= 0.6)


def _find_introduced(blocks: Iterable[Block]) -> frozenset[str]:
    """Collect the names, and their shorter forms, of the people that the page introduces in lines of their own."""
    out: set[str] = set()
    for block in walk(blocks):
        if not isinstance(block, Paragraph | Heading) or len(block.text.plain) > 300:
            continue
        for line in re.split(r"[\n\u2028]|[,;:(|]", block.text.plain):
            if len(line) < 60 and " " in line.strip() and score_people(line.strip()) > 0.5:
                for word in WORD.findall(line.casefold()):
                    out.add(word)
                    out |= {word[:size] for size in range(4, len(word))}
    return frozenset(out)
