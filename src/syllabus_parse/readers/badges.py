"""Badges: pictures of a word, which their address spells."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import unquote

from syllabus_parse.regex import lazy_regex

# e.g. https://img.shields.io/badge/-Lecture-blue · https://badgen.net/badge/type/exam/red
SHIELD: Final = lazy_regex(
    r"https?://[^/\s]{0,60}(?:shields\.io|badgen\.net|badge\.fury)/badge/(?P<path>[^\s?#]{1,200})"
)
# e.g. https://img.shields.io/static/v1?label=type&message=exam&color=red
NAMED: Final = lazy_regex(
    r"https?://[^/\s]{0,60}shields\.io/[^\s?]{0,60}\?(?:[^\s#]{0,200}&)?message=(?P<word>[^\s&#]{1,100})"
)
# e.g. /assets/badges/lecture.svg · img/badge-exam.png · img/lab-badge.svg
FILE: Final = lazy_regex(
    r"(?:^|/)(?:badges?/(?P<name>[\w%-]{1,60})|badges?[-_](?P<behind>[\w%-]{1,60})|(?P<before>[\w%-]{1,60})[-_]badge)"
    r"\.(?:svg|png|gif|jpe?g|webp)\b",
    re.IGNORECASE,
)
SUFFIX: Final = lazy_regex(r"\.(?:svg|png|json)$", re.IGNORECASE)
# A dash of the words is typed twice, and so is an underscore.
DASH: Final = lazy_regex(r"(?<!-)-(?!-)")


def read_badge(address: str) -> str:
    """Read the word that a badge shows out of its address; empty for another picture.

    A schedule tags its rows with badges, and writers leave their `alt` blank. Of a label and a message the message
    counts.

    >>> read_badge("https://img.shields.io/badge/-No_class-lightgrey"), read_badge("img/badge-exam.png")
    ('No class', 'exam')
    >>> read_badge("https://img.shields.io/badge/type-exam-red?style=flat"), read_badge("photo.png")
    ('exam', '')
    """
    shield = SHIELD.match(address)
    if shield is not None:
        path = SUFFIX.sub("", shield["path"])
        parts = path.split("/") if "/" in path else DASH.split(path)
        # label-message-colour, message-colour, -message-colour
        word = parts[-2] if len(parts) > 1 else parts[0]
    else:
        named = NAMED.match(address)
        if named is not None:
            word = named["word"]
        else:
            file = FILE.search(address)
            word = (file["name"] or file["behind"] or file["before"]) if file is not None else ""
            word = word.replace("-", " ")
    word = unquote(word).replace("__", "\0").replace("_", " ").replace("\0", "_").replace("--", "-").replace("+", " ")
    return " ".join(word.split())


# A class by which words are set as a badge, e.g. class="label label-blue" · class='badge bg-info'
BADGE_CLASS: Final = lazy_regex(r"""\bclass\s*=\s*["']?(?:[\w-]{1,40}\s){0,6}(?:label|badge)(?![\w-])""", re.IGNORECASE)
# The same as an attribute list says it, e.g. {: .label .label-purple } · {:.badge}
BADGE_LIST: Final = lazy_regex(r"\{:[^{}\n]{0,80}\.(?:label|badge)(?![\w-])", re.IGNORECASE)
# What stands in an `alt` that says nothing, e.g. alt="" · alt="badge" · alt="Static Badge"
UNNAMED: Final = lazy_regex(r"\s*(?:(?:static )?badge|shield|image|img|icon|label|tag)?\s*", re.IGNORECASE)


def is_unnamed(alt: str) -> bool:
    """Tell whether a picture's `alt` says nothing of it.

    >>> is_unnamed(""), is_unnamed("Static Badge"), is_unnamed("Lecture")
    (True, True, False)
    """
    return UNNAMED.fullmatch(alt) is not None
