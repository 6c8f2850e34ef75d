"""Paragraphs of several days: lines that Markdown joins, and those of a table that lost its markup."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from syllabus_parse.document import BREAK, Text
from syllabus_parse.interpret.outline.head_words import WEEK_LEAD, name_weekday
from syllabus_parse.interpret.outline.heads import opens_with_date
from syllabus_parse.interpret.tables.columns import read_header
from syllabus_parse.interpret.words.deadline_words import is_deadline
from syllabus_parse.interpret.works.entries import LINE
from syllabus_parse.interpret.works.entry_cuts import cut_at_lines
from syllabus_parse.interpret.works.signs import looks_like_work
from syllabus_parse.regex import lazy_regex


def split_dated(text: Text) -> list[Text]:
    """Cut a paragraph before each of its lines that begins with a day or heads a week: Markdown joins such lines."""
    if "\n" not in text.plain and BREAK not in text.plain:
        return [text]
    pieces = cut_at_lines(text, opens_part)
    if len(pieces) > 1:
        return [part for piece in pieces for part in _cut_units(piece)]
    lines = text.split(LINE)
    # One line alone must have its day set off, or stand below the head of a table that lost its markup.
    at = next((i for i, line in enumerate(lines) if i and opens_part(line) and _is_set_off(line, lines[i - 1])), None)
    return [_join(lines[:at]), _join(lines[at:])] if at is not None else [text]


def _cut_units(text: Text) -> list[Text]:
    """Cut what stands between two days before a line that heads the days below it, and behind that."""
    lines = text.split(LINE)
    at = next((i for i, line in enumerate(lines) if heads_unit(line.plain)), None)
    if at is None:
        return [text]
    parts = [lines[:at], [lines[at]], lines[at + 1 :]]
    return [_join(part) for part in parts if part]


SET_OFF: Final = lazy_regex(r"[^:\n]{3,24}\d{1,2}(?:st|nd|rd|th)?\)?\s?[:：]\s")  # e.g. "Sept 2: "


def _is_set_off(line: Text, above: Text) -> bool:
    words = above.plain.split()
    heads = [word for word in words if read_header(word).role != "unknown"]
    return SET_OFF.match(line.plain) is not None or (len(words) > 1 and len(heads) == len(words))


def _join(lines: Sequence[Text]) -> Text:
    joined = lines[0]
    for line in lines[1:]:
        joined = joined.join_line(line)
    return joined


WEEK_LINE: Final = 80
"""Characters of the longest line that heads a week."""


# The head of several days, e.g. "Unit 1: Looms" · "PART II – Weft" · "Unit 1 Foundations: Looms"
UNIT: Final = lazy_regex(
    r"\s*(?:Unit|UNIT|Part|PART|Module|MODULE|Section|SECTION)\s(?:\d{1,2}|[IVX]{1,4})(?:\s?[:.–—-]\s|\s)\s{0,3}[A-Z“\"][^\n]{2,100}"
)


def heads_unit(words: str) -> bool:
    """Tell a line that heads the days below it.

    >>> heads_unit("Unit 1: Looms"), heads_unit("Part 2 of the essay is due"), heads_unit("Unit 1 Quiz Due")
    (True, False, False)
    """
    return UNIT.fullmatch(words.rstrip()) is not None and not is_deadline(words)


def opens_part(line: Text) -> bool:
    """Tell a line that begins with a day, or that heads a week and no more."""
    if opens_with_date(line):
        return True
    found = WEEK_LEAD.match(line.plain)
    return (
        found is not None
        and len(line.plain) < WEEK_LINE
        and (bool(found["end"].strip()) or found.end() >= len(line.plain))
    )


def split_weekdays(text: Text) -> list[Text]:
    """Cut a paragraph of a week before each of its lines that a weekday leads; weekdays that come again are no days."""
    if "\n" not in text.plain and BREAK not in text.plain:
        return [text]
    pieces = cut_at_lines(text, _opens_weekday)
    days = [day for piece in pieces if (day := name_weekday(piece.plain)) is not None]
    return pieces if len(days) > 1 and len(set(days)) == len(days) else [text]


def _opens_weekday(line: Text) -> bool:
    return name_weekday(line.plain) is not None


LINE_END: Final = lazy_regex("\n")


def split_week(text: Text) -> list[Text]:
    """Cut the line of a week ("Week 1: Looms") off the works listed right below it."""
    end = text.plain.find("\n")
    if not 0 < end < WEEK_LINE or not WEEK_LEAD.match(text.plain):
        return [text]
    out: list[Text] = []
    weeks = False
    for line in text.split(LINE_END):
        week = opens_part(line)
        if week or weeks or line.plain.lstrip().startswith("[") or not out:
            out.append(line)
        else:
            out[-1] = out[-1].join_line(line)
        weeks = week
    return out if any(looks_like_work(line) for line in out) else [text]
