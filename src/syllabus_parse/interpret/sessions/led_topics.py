"""Sentences that tell who leads a meeting, and on what: "Ada leads a session on looms", "Guest talk by B. on maps"."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import Text
from syllabus_parse.interpret.records import RawSession
from syllabus_parse.interpret.sessions.deadlines import read_assignments
from syllabus_parse.interpret.sessions.presenters import add_presenters
from syllabus_parse.interpret.words import title_kind
from syllabus_parse.interpret.words.deadline_words import TAIL_EVENTS, is_deadline
from syllabus_parse.interpret.works.cited import QUOTED_BY
from syllabus_parse.normalize.people import score_people
from syllabus_parse.regex import lazy_regex

MEETING: Final = r"(?:session|discussion|class|lecture|meeting|seminar|talk|tutorial|workshop)s?"
WHO: Final = r"(?P<who>[^\W\d_][^:：;\n\u2028()]{1,80}?(?:\s\((?!tb)[^()\n]{2,40}\))?)(?:\s\(tb[adc]\))?"
ABOUT: Final = r"(?:on|about|around|over|titled|entitled)"
LED: Final[tuple[re.Pattern[str], ...]] = (
    lazy_regex(  # e.g. Ada and Bob (TBD) lead a session on looms
        rf"\s*{WHO}\s(?:will\s)?(?:leads?|gives?|teach(?:es)?|presents?|hosts?)\s(?:an?|the|our)\s(?:guest\s)?{MEETING}\s"
        rf"{ABOUT}\s(?P<topic>\S.*)",
        re.IGNORECASE | re.DOTALL,
    ),
    lazy_regex(  # e.g. Guest lecture by Ada Gray (MIT) on looms
        rf"\s*(?P<guest>guest|invited)\s(?:{MEETING}|speaker)\s(?:by|from|with)\s{WHO}\s{ABOUT}\s(?P<topic>\S.*)",
        re.IGNORECASE | re.DOTALL,
    ),
    lazy_regex(  # e.g. Introductory session on looms led by Prof. Gray
        rf"\s*(?:an?\s)?(?:(?:introductory|intro|guest|short|second|first|final)\s)?{MEETING}\s{ABOUT}\s(?P<topic>\S.{{2,200}}?),?\s"
        rf"(?:led|given|taught|presented|run)\sby\s{WHO}",
        re.IGNORECASE,
    ),
)


def read_led(text: Text, session: RawSession) -> Text | None:
    """Give who leads to a session and return what it is on; None for any other words.

    >>> from syllabus_parse.readers.inline import read_inline
    >>> session = RawSession()
    >>> read_led(read_inline("Ada Byron leads a session on looms."), session).plain, session.presenters[0].parsed
    ('looms', 'Ada Byron')
    >>> read_led(read_inline("Chance leads a life on the road"), session) is None
    True
    """
    if len(text.plain) > 400 or not any(word in text.plain for word in (" on ", " about ", " around ")):
        return None
    bare = text.strip(" \t\n\u2028.")
    for pattern in LED:
        found = pattern.fullmatch(bare.plain)
        if not found or not found["who"][0].isupper() or score_people(found["who"]) < 0.1:
            continue
        add_presenters(bare.slice(*found.span("who")), session)
        if "guest" in found[0][:12].casefold() or "guest" in pattern.groupindex:
            session.kind = session.kind or "guest"
        return bare.slice(*found.span("topic"))
    return None


# e.g. "Ada Gray **plenary**"
SPEECH: Final = lazy_regex(
    r"(?P<who>[^\n:;,.()]{5,60}?)[\s*_]{1,6}(?P<what>plenary(?: talk)?|keynote(?: talk)?)\b[\s.*_]*", re.IGNORECASE
)


def take_speech(text: Text, session: RawSession) -> Text:
    """Take who speaks off a talk that has no other topic."""
    found = SPEECH.match(text.plain)
    if not found or score_people(found["who"]) < 0.5 or not _is_rest_homework(text.plain[found.end() :]):
        return text
    add_presenters(text.slice(*found.span("who")), session)
    if found.end() < len(text.plain):
        read_assignments(text.slice(found.end(), len(text.plain)), session, event="due")
    return text.slice(*found.span("what"))


def take_talk(text: Text, session: RawSession) -> Text:
    """Take who speaks off the quoted title of a talk: '"The Long Loom" by Ada Gray'.

    >>> from syllabus_parse.readers.inline import read_inline
    >>> session = RawSession()
    >>> take_talk(read_inline('"The Long Loom" by Ada Gray'), session).plain, session.presenters[0].parsed
    ('The Long Loom', 'Ada Gray')
    """
    found = QUOTED_BY.fullmatch(text.plain)
    if not found or found["others"] or text.links() or score_people(found["people"]) < SPEAKER:
        return text
    add_presenters(text.slice(*found.span("people")), session)
    return text.slice(*found.span("title"))


SPEAKER: Final = 0.7


def _is_rest_homework(words: str) -> bool:
    return not words.strip() or is_deadline(words)


SENTENCE_END: Final = lazy_regex(r"[.;]\s")


def take_milestone(text: Text, session: RawSession) -> Text:
    """Read a day of nothing but a deadline ("**Second essay due** in my mailbox"): where to hand it in is a note."""
    bold = text.bold_lead()
    lead = bold if bold.plain.strip() else text
    first = SENTENCE_END.split(lead.plain.strip(), 1)[0]  # "Trees. Homework 1 out" has a topic
    if not is_deadline(first) or title_kind(lead.plain) is not None or TAIL_EVENTS.search(lead.plain):
        return text
    session.kind = session.kind or "other"
    note = text.slice(len(lead.plain), len(text.plain)).strip(" \n,;.") if lead is bold else None
    if note:
        session.notes.append(note)
    return lead
