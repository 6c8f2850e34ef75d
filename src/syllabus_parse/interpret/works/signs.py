"""What tells a work from a topic or a remark by its looks: links, quotes, emphasis, people, a venue."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import Mark, Text
from syllabus_parse.interpret.citations.reference import is_reference
from syllabus_parse.interpret.citations.signed import match_passage
from syllabus_parse.interpret.citations.values import title_links
from syllabus_parse.normalize.people import score_people
from syllabus_parse.normalize.venues import find_venue
from syllabus_parse.regex import lazy_regex


def looks_like_work(text: Text) -> bool:
    """Tell a work from a topic or remark: a linked, quoted or emphasised name, or people or a venue behind it."""
    return bool(title_links(text)) or shows_work(text)


# What stands in brackets from end to end is told of something else, and a line behind a prompt is code.
ASIDE: Final = lazy_regex(r"\s*(?:\([^()]*\)|(?:>>>|\$)\s[^\n]*(?:\n[^\n]*)?)\s*")


def shows_work(text: Text) -> bool:
    """Tell a work by its own words: quotes or emphasis around a name, people, a venue, a year in brackets."""
    plain = text.plain
    if ASIDE.fullmatch(plain):
        return False
    if re.search(r"[\"“«„][^\"”»]{8,}[\"”“»]", plain):
        return True
    italic = sum(len(run.text) for run in text.runs if run.marks & Mark.ITALIC)
    if italic > 8 and (
        italic * 2 > len(plain.strip())
        or score_people(
            plain[: plain.find(next(run.text for run in text.runs if run.marks & Mark.ITALIC))].strip(" ,.")
        )
        > 0.5
    ):
        return True
    if find_venue(plain) is not None:
        return True
    return (
        bool(re.search(r"\bet al\b|\((?:1[89]|20)\d\d\)", plain))
        or is_reference(text)
        or has_byline(text)
        or match_passage(plain) is not None
    )


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
