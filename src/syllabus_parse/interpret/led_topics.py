"""Sentences that tell who leads a meeting, and on what: "Ada leads a session on looms", "Guest talk by B. on maps"."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import Text
from syllabus_parse.interpret.presenters import add_presenters
from syllabus_parse.interpret.records import RawSession
from syllabus_parse.normalize.people import score_people

MEETING: Final = r"(?:session|discussion|class|lecture|meeting|seminar|talk|tutorial|workshop)s?"
WHO: Final = r"(?P<who>[^\W\d_][^:：;\n\u2028()]{1,80}?(?:\s\((?!tb)[^()\n]{2,40}\))?)(?:\s\(tb[adc]\))?"
ABOUT: Final = r"(?:on|about|around|over|titled|entitled)"
LED: Final[tuple[re.Pattern[str], ...]] = (
    re.compile(  # e.g. Ada and Bob (TBD) lead a session on looms
        rf"\s*{WHO}\s(?:will\s)?(?:leads?|gives?|teach(?:es)?|presents?|hosts?)\s(?:an?|the|our)\s(?:guest\s)?{MEETING}\s"
        rf"{ABOUT}\s(?P<topic>\S.*)",
        re.IGNORECASE | re.DOTALL,
    ),
    re.compile(  # e.g. Guest lecture by Ada Gray (MIT) on looms
        rf"\s*(?P<guest>guest|invited)\s(?:{MEETING}|speaker)\s(?:by|from|with)\s{WHO}\s{ABOUT}\s(?P<topic>\S.*)",
        re.IGNORECASE | re.DOTALL,
    ),
    re.compile(  # e.g. Introductory session on looms led by Prof. Gray
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
