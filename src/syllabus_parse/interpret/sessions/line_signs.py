"""What a line of a session is, told by its form: labels only, numbered, spoken for by its first words."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import Mark, Text
from syllabus_parse.interpret.citations.kinds import is_text_range
from syllabus_parse.interpret.citations.values import title_links
from syllabus_parse.interpret.records import RawSession
from syllabus_parse.interpret.sessions.deadlines import is_deadline
from syllabus_parse.interpret.sessions.topics import presenter_line
from syllabus_parse.interpret.words import CJK_LABEL, SESSION_LABEL, SHORT_LABEL, link_label
from syllabus_parse.interpret.words.field_words import read_label
from syllabus_parse.interpret.works.signs import shows_work
from syllabus_parse.regex import lazy_regex

COLON: Final = lazy_regex(r"[:：]")

BARE_COMMAND: Final = lazy_regex(
    r"\s*(?:please )?(?:read|watch|skim|nothing|none|see below|(?:read )?the following|lesen|leer|ler|lire)\s*[:.]?\s*",
    re.IGNORECASE,
)
# What is to be read of a textbook, e.g. "2.1-2.3 of [PD]", "chapters 3 and 4", "Ch. 2 in Tanenbaum"
RANGE_OF: Final = lazy_regex(
    r"(?:(?:ch(?:apter|ap)?s?|sec(?:tion)?s?)\.?\s?)?\d{1,3}(?:\.\d{1,2}){0,3}(?:(?:\s?[,–-]\s?|\sand\s|\sto\s)\d[\d.]{0,8}){0,6}"
    r"(?:\s(?:of|from|in)\s[^.!?\n]{2,60})?\s*\.?",
    re.IGNORECASE,
)


def has_bold_lead(text: Text) -> bool:
    """Tell words of which the first are bold and the others are not."""
    runs = [run for run in text.runs if run.text.strip()]
    return len(runs) > 1 and bool(runs[0].marks & Mark.BOLD) and not runs[-1].marks & Mark.BOLD


def first_colon(plain: str) -> int:
    """Return where the first colon stands, an ideographic one too; -1 for none."""
    found = COLON.search(plain)
    return found.start() if found else -1


def speaks_alone(line: Text) -> bool:
    """Tell a line that is none of the topic above it: a label, people, a deadline."""
    return (
        read_label(line) is not None
        or (presenter_line(line) is not None and not title_links(line))
        or (len(line.plain) < 80 and is_deadline(line.plain))
        or is_all_labels(line)
    )


def is_numbered(plain: str) -> bool:
    """Tell a line that names the meeting by number ("Lec 11 Object Detection I") from a work.

    >>> is_numbered("Lec 11 Object Detection I"), is_numbered("Lecture Notes in Computer Science 12")
    (True, False)
    """
    for pattern in (SESSION_LABEL, SHORT_LABEL, CJK_LABEL):
        found = pattern.match(plain)
        if found and found["number"] and (found["number"][0].isdigit() or pattern is CJK_LABEL):
            return True
    return False


def is_subsection(session: RawSession, text: Text) -> bool:
    """Tell a link into the session's own page ("day1.html#introduction" below "day1.html") from a work."""
    own = {link.anchor.href for link in session.links if link.anchor is not None and link.anchor.href}
    hrefs = [anchor.href or "" for anchor, _, _ in text.links()]
    return bool(hrefs) and all(
        "#" in href and href.split("#")[0] in {page.split("#")[0] for page in own} for href in hrefs
    )


def is_all_labels(text: Text) -> bool:
    """Tell a line of nothing but labels of links: "[slides] | [video]"."""
    links = text.links()
    if not links or title_links(text):
        return False
    left = "".join(run.text for run in text.runs if run.anchor is None).strip(" \t\n\u2028,;|/()[]:·-")
    return not left or link_label(left) is not None


# e.g. "chapter 1 of", "§§ 10-13"
PART_OF_WORK: Final = lazy_regex(r"\b(?:chap(?:ter)?s?|ch|pages?|pp?|sections?|sec|vol(?:ume)?)\b|§", re.IGNORECASE)
LEAST_TOLD: Final = 8
"""Words around links that make a sentence of them."""


def is_told_of(text: Text) -> bool:
    """Tell a sentence with links in it ("We clean a poem with OpenRefine, a free tool.") from a work with its link."""
    links = text.links()
    plain = text.plain.strip()
    if not links or not plain.endswith((".", "!", "?")) or PART_OF_WORK.search(plain) or shows_work(text):
        return False
    before = text.plain[: links[0][1]].split()
    told = len(plain.split()) - sum(len(text.plain[a:b].split()) for _, a, b in links)
    within = len(before) > 2 and before[-1][-1:].isalpha() and before[-1].islower()
    return within and told >= LEAST_TOLD and all(len(text.plain[a:b].split()) <= 3 for _, a, b in links)


# What of it matters most, e.g. "DIJ chapter 1, especially 1.4"
ABOVE_ALL: Final = lazy_regex(r",?\s(?:especially|esp\.|particularly|except)\s[^,;()\n]{2,60}$")


def is_stretch_line(words: str) -> bool:
    """Tell a stretch of a book, and what of it matters most behind it.

    >>> is_stretch_line("DIJ chapter 1, especially section 1.4."), is_stretch_line("Looms, especially old ones")
    (True, False)
    """
    return is_text_range(ABOVE_ALL.sub("", words))
