"""Where one entry holds several: cuts at labels, at dated lines, at sentences that begin with a label."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from syllabus_parse.document import BREAK, Mark, Text
from syllabus_parse.interpret.words import link_label
from syllabus_parse.interpret.words.deadline_words import is_deadline
from syllabus_parse.interpret.words.field_words import read_label
from syllabus_parse.regex import lazy_regex

LINE_END: Final = lazy_regex(f"[\n{BREAK}]")
SENTENCE_END: Final = lazy_regex(r"[.;!?)\]]\s+(?=[A-ZÀ-Ž])")
# A sentence's end or a dash, e.g. before the label in "Integers - Reading: 2.2"
PIECE_END: Final = lazy_regex(r"(?:[.;!?)\]]|\s[–—|-])\s+(?=[A-ZÀ-Ž])")
LINE_LABEL: Final = lazy_regex(
    r"\s{0,9}(?P<marked>\*\*)?(?P<label>[^\W\d_][^:：\n\u2028.!?]{0,40}?)\s?[:：]\**(?=\s|$)"
)


def cut_at_labels(text: Text) -> list[Text]:
    """Cut at the line ends before a line that begins with a bold label, and after lines of nothing but labelled links.

    A line that only runs on is none, whatever its words.
    """
    lines = text.split(LINE_END)
    if len(lines) < 2:
        return [text]
    out: list[Text] = []
    closed = True
    for line in lines:
        bare = line.strip()
        if not bare and not bare.links():
            continue
        if (
            out
            and not closed
            and not _opens_with_label(bare)
            and not (len(bare.plain) < 60 and is_deadline(bare.plain))
        ):
            out[-1] = out[-1].join_line(bare)
        else:
            out.append(bare)
        closed = _only_link_labels(out[-1]) or _is_bare_label(out[-1])
    return out or [text]


# A sentence that hands out or takes in homework, e.g. "HW 1 due, HW 2 out." · "Lab 2 released." · "First paper due"
TASK_EVENT: Final = lazy_regex(
    r"(?:HW|Homework|Assignment|P?Set|PS|Problem Set|Lab|Project|Quiz)\s?#?\d{1,2}[a-z]?\s"
    r"(?:is\s)?(?:due|out|released|assigned|posted)\b"
    r"|(?:(?i:the|your|first|second|third|fourth|final|rough|short|annotated|reading|research|term|response|reflection"
    r"|midterm|critical|group|project)\s){0,3}(?i:homework|assignment|problem set|project|paper|essay|proposal|draft"
    r"|memo|journal|reflection|outline|report|bibliography|presentation|response|portfolio|prospectus|worksheet|topic|thesis"
    r"|statement|abstract|review|blog post|critique)s?\s?#?\d{0,2}\s(?:is\s|are\s)?(?i:due)\b"
)


EVENT_WORDS: Final = (" due", " Due", " out", " released", " assigned", " posted")


def cut_before_task(text: Text) -> list[Text]:
    """Cut "Looms, Spindles. Project 1 due" before the sentence that hands out or takes in homework.

    >>> from syllabus_parse.readers.inline import read_inline
    >>> [piece.plain for piece in cut_before_task(read_inline("Looms, Spindles. Project 1 due"))]
    ['Looms, Spindles', 'Project 1 due']
    """
    plain = text.plain
    cuts = [match.end() for match in SENTENCE_END.finditer(plain) if TASK_EVENT.match(plain, match.end())]
    if not cuts or is_deadline(plain[: cuts[0]]):
        return [text]
    return [text.slice(0, cuts[0]).strip(" \t\n\u2028.;"), text.slice(cuts[0], len(plain)).strip()]


def cut_at_inline_labels(text: Text) -> list[Text]:
    """Cut "Introduction. Notes: [pdf](…). Reading: Chapter 1" before each label of the trade that begins a sentence.

    >>> from syllabus_parse.document import Run
    >>> from syllabus_parse.source import Span
    >>> words = "Graphs. Reading: CLRS 22. Homework: 3"
    >>> [piece.plain for piece in cut_at_inline_labels(Text.of([Run(words, Span(0, len(words)))]))]
    ['Graphs', 'Reading: CLRS 22', 'Homework: 3']
    """
    plain = text.plain
    if ":" not in plain and not any(word in plain for word in EVENT_WORDS):
        return [text]
    cuts = [
        match.end()
        for match in PIECE_END.finditer(plain)
        if TASK_EVENT.match(plain, match.end())
        or (
            (found := LINE_LABEL.match(plain, match.end()))
            and read_label(text.slice(match.end(), found.end())) is not None
        )
    ]
    cuts = sorted({*cuts, *(match.end() for match in READ_WITHIN.finditer(plain))})
    if not cuts:
        return [text]
    return [piece for part in text.cut(cuts) if (piece := part.strip(" \t\n\u2028.;–—|-"))] or [text]


# What to read behind the topic of a row that lost its cells, e.g. "Knots Read: Lind, ch. 2"
READ_WITHIN: Final = lazy_regex(
    r"[\w”\"’')]\s+(?=(?:Read|(?:(?:Required|Optional|Further|Assigned|Suggested)\s)?[Rr]eadings)\s?:\s\S)"
)
# e.g. ". Optional: " between works
REQUIREMENT_LABEL: Final = lazy_regex(
    r"[.;)\]]\s+[*_]{0,2}(?=(?:required|mandatory|optional|recommended|suggested|further|additional|supplementary)"
    r"(?:\s(?:readings?|papers?|texts?|materials?))?[*_]{0,2}\s?[:：][*_]{0,2}\s+\S)",
    re.IGNORECASE,
)


def cut_at_requirements(text: Text) -> list[Text]:
    """Cut before each label that says of the works behind it whether they must be read.

    >>> from syllabus_parse.readers.inline import read_inline
    >>> [piece.plain for piece in cut_at_requirements(read_inline("Required: Hill (1998). *Optional*: Roe (2001)"))]
    ['Required: Hill (1998)', 'Optional: Roe (2001)']
    """
    cuts = [match.end() for match in REQUIREMENT_LABEL.finditer(text.plain)]
    return [part.strip(" \t\n\u2028.;") for part in text.cut(cuts)] if cuts else [text]


def cut_at_lines(text: Text, opens: Callable[[Text], bool]) -> list[Text]:
    """Cut before each line that begins an entry of its own; one such line alone begins nothing.

    The lines between belong to the entry above them, those before the first stay apart.
    """
    lines = [line.strip() for line in text.split(LINE_END)]
    lines = [line for line in lines if line or line.links()]
    marks = [opens(line) for line in lines]
    if sum(marks) < 2:
        return [text]
    out: list[Text] = []
    for line, mark in zip(lines, marks, strict=True):
        if mark or not out:
            out.append(line)
        else:
            out[-1] = out[-1].join_line(line)
    return out


def _opens_with_label(line: Text) -> bool:
    """Tell "**Readings:** …" and "Optional readings: …"; plain words count only where they are of the trade."""
    found = LINE_LABEL.match(line.plain)
    if not found:
        return False
    if found["marked"] or (line.runs and line.runs[0].marks & Mark.BOLD and found.end() <= _bold_end(line) + 2):
        return True
    return read_label(line) is not None


def _bold_end(line: Text) -> int:
    at = 0
    for run in line.runs:
        if not run.marks & Mark.BOLD and run.text.strip():
            return at
        at += len(run.text)
    return at


def _is_bare_label(text: Text) -> bool:
    found = LINE_LABEL.match(text.plain)
    return bool(found) and found is not None and found.end() >= len(text.plain) and _opens_with_label(text)


def _only_link_labels(text: Text) -> bool:
    """Tell "[[slides]] [[video]]": links with labels for their words, and nothing else."""
    links = text.links()
    if not links or any(link_label(text.plain[start:end]) is None for _, start, end in links):
        return False
    left = "".join(run.text for run in text.runs if run.anchor is None).strip(" \t\n\u2028,;|/()[]:·-–—")
    return not left
