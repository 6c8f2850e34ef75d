"""What stands around the names of a list: labels before it, brackets behind a name, roles, years."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, Literal

import attrs

from syllabus_parse.regex import lazy_regex

PIECE_LIMIT: Final = 300
"""No name with all that stands around it is longer; a longer piece is a note."""


@attrs.frozen
class Finding:
    """What one part holds; `value` is the name or the role, the offsets are those within the part."""

    what: Literal["name", "affiliation", "role", "note", "mark"]
    value: str
    start: int
    end: int


# e.g. by Jane Doe · Speaker: Jane Doe · Presented by: Jane Doe · 主讲：周熠
_LABEL: Final = lazy_regex(
    r"\s{0,5}(?:(?:[Bb]y|[Pp]resented by|[Ll]ed by|[Tt]aught by|[Gg]iven by)\s{1,3}:?|"
    r"(?:[Aa]uthors?|[Ss]peakers?|[Pp]resenters?|[Ii]nstructors?|[Ll]ecturers?|[Ll]eaders?|[Mm]oderators?|[Pp]resenting|"
    r"[Pp]resented by|[Ll]ed by|[Dd]iscussants?|[Ss]cribes?|[Hh]osts?|主讲人?|讲者|报告人|作者)\s{0,2}[:：])\s{0,5}"
)
# e.g. Guest speaker: Jane Doe · Guest lecture by Jane Doe · Editors: A and B · Edited by A
_ROLE_LABEL: Final = lazy_regex(
    r"\s{0,5}(?:(?P<guest>(?:[Gg]uest|[Ii]nvited)(?:\s(?:[Ss]peakers?|[Ll]ecture(?:r|rs|s)?|[Tt]alks?))?)"
    r"(?:\s{0,2}:|\s[Bb]y\b:?)"
    r"|(?P<editor>[Ee]d(?:itor)?s?\.?:|[Ee]d(?:ited|\.)\s[Bb]y\b:?))\s{0,5}"
)
_QUALIFIER: Final = r"(?:(?:invited|guest|keynote|virtual|remote|co|session|panel|student|lead|head|course)[\s-]?)?"
# e.g. Invited speaker · guest · TA · moderator
ROLE: Final = lazy_regex(
    rf"(?:the\s)?{_QUALIFIER}(?:speaker|lecturer|lecture|talk|presenter|instructor|moderator|chair|panelist|discussant|"
    r"teacher|tutor|ta|teaching assistant|editor|translator|scribe|host|leader|organizer|remote|zoom|virtual|guest|"
    r"invited|keynote)s?",
    re.IGNORECASE,
)
EDITORS: Final = lazy_regex(r"\(?(?:[Ee]ds?\.?|EDS?\.?|[Ee]ditors?|[Hh]rsg\.?|[Hh]g\.)\)?")
YEAR: Final = lazy_regex(r"(?:19|20)\d\d[a-z]?(?:\s?[-–/]\s?(?:19|20)?\d\d)?")
_LABEL_WORD: Final = (
    r"(?:slides?|pdf|videos?|papers?|code|links?|website|web|bio|html|talk|recording|zoom|notes?|pptx?|abstract|"
    r"homepage|github|arxiv|poster|demo)"
)
# e.g. slides · pdf, video · jane@mit.edu · he/him · corresponding author · Fall 2020
_BRACKET_LABEL: Final = lazy_regex(
    rf"[\W\d_]*|{_LABEL_WORD}(?:[\s,/|]{{1,3}}{_LABEL_WORD}){{0,5}}|[a-z]{{2,5}}/[a-z]{{2,5}}(?:/[a-z]{{2,6}})?|"
    r"[^\s@]{1,60}@[^\s@]{1,60}|(?:https?://|www\.)\S{1,200}|"
    r"corresponding author|equal contribution|deceased|in absentia|online|in person|co-first|co-?authors?|"
    r"(?:spring|summer|fall|autumn|winter)\s['’]?\d\d(?:\d\d)?",
    re.IGNORECASE,
)
_QUOTES: Final = (('"', '"'), ("“", "”"), ("「", "」"))


def read_opening(text: str) -> tuple[int, int, str | None]:
    """Find where the list begins and ends, without quotes, bullets and a label, and the role that a label gives.

    A label whose colon has nothing behind it is none.

    >>> read_opening("Speaker: Jane Doe "), read_opening("Edited by Jane Doe")
    ((9, 17, None), (10, 18, 'editor'))
    >>> read_opening("Speaker:")
    (0, 8, None)
    """
    start, end = 0, len(text)
    while start < end and (text[start].isspace() or text[start] in "*_>·-–—•,;|\u2028"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;|_\u2028"):
        end -= 1
    for left, right in _QUOTES:
        if text.startswith(left, start):
            cut = text.rfind(right, start + 1, end)
            if cut >= end - 2:
                start, end = start + 1, cut
    label = _ROLE_LABEL.match(text, start, end)
    if label and label.end() < end:
        return label.end(), end, "editor" if label["editor"] else name_role(label["guest"])
    label = _LABEL.match(text, start, end)
    if label and label.end() < end:
        start = label.end()
    return start, end, None


def name_role(words: str) -> str:
    """Return a role as a noun for one person, in small letters.

    >>> name_role("Guest Lecture"), name_role("Guest Speakers"), name_role("TA")
    ('guest lecturer', 'guest speaker', 'TA')
    """
    role = " ".join(words.lower().split()).removeprefix("the ").removesuffix("s")
    if role.endswith("ture"):  # who gives a guest lecture is a guest lecturer
        role += "r"
    return {"ta": "TA"}.get(role, role)


def read_bracket(content: str) -> Finding:
    """Tell what a bracket behind a name holds: an affiliation, a role, a mark of footnotes, or an aside.

    >>> read_bracket("Invited speaker").value, read_bracket(" NYU ").what
    ('invited speaker', 'affiliation')
    >>> read_bracket("slides").what, read_bracket("2013").what, read_bracket("*").what
    ('note', 'note', 'mark')
    """
    if len(content) > PIECE_LIMIT * 2:
        return Finding("note", "", 0, len(content))
    return _read_bracket(content)


@lru_cache(maxsize=8192)
def _read_bracket(content: str) -> Finding:
    inner = content.strip()
    start = content.find(inner)
    end = start + len(inner)
    if len(inner) < 4 and not inner.strip("*†‡§0123456789, "):
        return Finding("mark", "", start, end)
    if EDITORS.fullmatch(inner):
        return Finding("role", "editor", start, end)
    if ROLE.fullmatch(inner):
        return Finding("role", name_role(inner), start, end)
    if _BRACKET_LABEL.fullmatch(inner) or YEAR.fullmatch(inner):
        return Finding("note", "", start, end)
    head, comma, tail = inner.partition(",")
    if comma and tail.strip() and ROLE.fullmatch(head.strip()):
        # e.g. (guest lecturer, MIT)
        return Finding("affiliation", name_role(head.strip()), end - len(tail.lstrip()), end)
    return Finding("affiliation", "", start, end)
