"""Paragraphs that stand for a heading: a day alone, bold words, a label above its list."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final, Literal

from syllabus_parse.document import Block, Heading, Listing, Paragraph, Table, Text
from syllabus_parse.interpret.citations.values import title_links
from syllabus_parse.interpret.outline.habits import opens_with_stamp
from syllabus_parse.interpret.outline.head_days import Head
from syllabus_parse.interpret.outline.head_words import WEEK_LEAD
from syllabus_parse.interpret.outline.headings import colon, read_heading
from syllabus_parse.interpret.outline.heads import is_date_only, opens_with_date, opens_with_number, read_head
from syllabus_parse.interpret.outline.sessions import open_session
from syllabus_parse.interpret.outline.state import DEEP, ITEM, Walk, in_policy
from syllabus_parse.interpret.records import RawSession
from syllabus_parse.interpret.sessions.deadlines import is_deadline
from syllabus_parse.interpret.sessions.fields import HOUR, fill_session
from syllabus_parse.interpret.words import is_page_part, requirement_group
from syllabus_parse.interpret.words.field_words import Field, read_label
from syllabus_parse.interpret.works.entries import Entry, split_lines
from syllabus_parse.normalize.dates import find_times
from syllabus_parse.normalize.people import score_people
from syllabus_parse.regex import lazy_regex
from syllabus_parse.source import Span


def bold_heading(walk: Walk, text: Text, following: Block | None) -> bool:
    """Read a paragraph in bold as a heading; False where it is none."""
    head = read_head(text)
    words = text.plain.strip()
    if head is not None and (head.whens or head.week is not None):
        read_heading(walk, Heading(7, text, span_of(text)), following)
        return True
    if requirement_group(words) is not None or is_page_part(words):
        read_heading(walk, Heading(8, text, span_of(text)), following)
        return True
    if title_links(text) or score_people(words) > 0.6 or words.endswith((".", "!")) or is_deadline(words):
        return False
    if isinstance(following, Listing | Table) and walk.current is None:
        read_heading(walk, Heading(8, text, span_of(text)), following)
        return True
    if walk.habits.date_paragraphs > SEVERAL_DAYS and isinstance(following, Paragraph) and _lists_days(following.text):
        read_heading(walk, Heading(8, text, span_of(text)), following)  # "**Editing**" above "**February 21** : Style"
        return True
    return False


SEVERAL_DAYS: Final = 3
LONGEST_HEAD: Final = 80


def _lists_days(text: Text) -> bool:
    """Tell a paragraph whose lines each begin with a day that something is said of."""
    lines = [line for line in split_lines(text, lines=True) if line.plain.strip()]
    return len(lines) > 1 and all(opens_with_date(line) and not is_date_only(line) for line in lines)


def days_heading(walk: Walk, text: Text, following: Block | None) -> bool:
    """Read a line in bold above a further list or lines of days as a heading, where these carry the sessions."""
    lines = isinstance(following, Paragraph) and walk.current is not None and walk.depth >= DEEP
    if lines and isinstance(following, Paragraph) and walk.habits.date_paragraphs > SEVERAL_DAYS:
        if len(text.plain) > LONGEST_HEAD or not _lists_days(following.text):
            return False
        walk.current = None
        read_heading(walk, Heading(8, text, span_of(text)), following)
        return True
    if walk.current is None or walk.depth != ITEM or not walk.habits.items_carry or not isinstance(following, Listing):
        return False
    blocks = following.items[0].blocks if following.items else ()
    first = next((part.text for part in blocks if isinstance(part, Paragraph)), None)
    if first is None or not opens_with_date(first):
        return False
    walk.current = None
    read_heading(walk, Heading(8, text, span_of(text)), following)
    return True


# e.g. "Lecture 3 Threads" · "Class 4: Knots"
COUNTED_LINE: Final = lazy_regex(
    r"\s*(?:lecture|lec|class|session|module|unit|vorlesung|clase|aula|cours|séance)\s#?(?P<number>\d{1,2})\s?[:.)–-]?\s+(?=[^\W\d_])",
    re.IGNORECASE,
)
FEWEST_COUNTED: Final = 3


def read_counted_lines(walk: Walk, text: Text) -> bool:
    """Read lines that count the meetings, "Lecture 1 Threads" and "Lecture 2 Knots"; False for any other paragraph."""
    if "\n" not in text.plain or in_policy(walk):
        return False
    lines = [line for line in split_lines(text, lines=True) if line.plain.strip()]
    found = [one for line in lines if (one := COUNTED_LINE.match(line.plain)) is not None]
    numbers = [int(one["number"]) for one in found]
    if len(numbers) < FEWEST_COUNTED or len(numbers) < len(lines) or any(b - a != 1 for a, b in pairwise(numbers)):
        return False
    for line, one in zip(lines, found, strict=True):
        number = line.slice(*one.span("number"))
        session = RawSession(number=number.plain, number_text=number)
        head = Head(session, [], line.slice(one.end(), len(line.plain)), labelled=True, numbered=True)
        open_session(walk, read_head(line, item=True) or head, line, DEEP)  # "Unit 1 Threads" is no label elsewhere
    return True


def paragraph_head(walk: Walk, text: Text, words: str) -> bool:
    """Read "3/28:" and "[January 11](…)" as the head of a session; False where it is none."""
    if in_policy(walk) and walk.habits.tables:
        return False
    again = walk.habits.numbered_paragraphs >= LEAST_AGAIN and walk.table_sessions
    if (walk.habits.paragraphs_carry or again) and opens_with_number(text):
        lines = split_lines(text, lines=True)
        head = read_head(lines[0])
        if head is not None and head.numbered and (not again or counts_again(walk, head)):
            session = open_session(walk, head, lines[0], DEEP)
            for line in lines[1:]:
                fill_session(session, Entry(line), requirement=walk.requirement)
            return True
    if not opens_with_date(text):
        found = WEEK_LEAD.match(text.plain)
        if (
            found
            and len(words) < 80
            and not walk.habits.week_headings
            and (not text.plain[found.end() :].strip() or found["end"].strip())
        ):
            head = read_head(text)
            if head is not None:
                read_heading(walk, Heading(7, text, span_of(text)), None)
                return True
        return False
    if day_with_hour(walk, text):
        return True
    if not (is_date_only(text) or walk.habits.date_paragraphs >= 2) or is_stamp(walk, text):
        return False
    if walk.habits.tables and walk.table_sessions and not is_date_only(text) and not bold_date(text):
        return False
    lines = split_lines(text, lines=True)
    head = read_head(lines[0])
    if head is None or not head.whens:
        return False
    if len(words) > 300 and not title_links(text) and not is_date_only(lines[0]):
        return False
    if is_date_only(text) and date_heading(walk, head):
        return True
    session = open_session(walk, head, lines[0], DEEP)
    for line in lines[1:]:
        fill_session(session, Entry(line), requirement=walk.requirement)
    return True


def is_stamp(walk: Walk, text: Text) -> bool:
    """Tell the day above all else on a page that names no other day."""
    habits, first = walk.habits, next(iter(walk.document.blocks), None)
    alone = isinstance(first, Paragraph) and first.text is text and not habits.date_paragraphs
    return alone and not (habits.date_headings or habits.date_items) and opens_with_stamp(walk.document)


LEAST_AGAIN: Final = 2


def counts_again(walk: Walk, head: Head) -> bool:
    """Tell the part of a meeting that the table above counts: "Class 2: Knots" tells more of it."""
    number = head.session.number
    return number is not None and any(session.number == number for session in walk.out.sessions)


def day_with_hour(walk: Walk, text: Text) -> bool:
    """Give a day with its hour behind a label ("Thursday, May 4  **Time** 10-1 pm") to the heading right above it."""
    head = read_head(text)
    found = HOUR.fullmatch(head.rest.plain) if head is not None else None
    times = find_times(found["times"]) if found is not None else None
    if head is None or found is None or times is None or not head.whens:
        return False
    place = head.rest.slice(*found.span("times"))
    if date_heading(walk, head) and walk.current is not None:
        session = walk.current
    else:
        head.rest = head.rest.slice(0, 0)
        session = open_session(walk, head, text, DEEP)
    session.times, session.times_text = times, place
    return True


def date_heading(walk: Walk, head: Head) -> bool:
    """Give the day of a line of its own to the heading's session right above it, where that has none yet."""
    session = walk.current
    if (
        session is None
        or walk.depth >= DEEP
        or session.when is not None
        or walk.fresh_heads == 0
        or len(head.whens) > 1
    ):
        return False
    session.when, session.when_text = head.whens[0]
    session.links += head.session.links
    return True


def bold_label(text: Text) -> Field | Literal["other"] | None:
    """Read what a bold label at the front of a paragraph is over ("**Lab:** …"); None without one, and for readings.

    >>> from syllabus_parse.readers.inline import read_inline
    >>> bold_label(read_inline("**Lab:** Pipes")), bold_label(read_inline("**Readings:**"))
    ('lab', None)
    """
    lead = text.bold_lead()
    words = lead.plain.strip()
    if not words or len(words) > 40 or "\n" in words:
        return None
    if not words.endswith((":", "：")) and not text.plain[len(lead.plain) :].lstrip().startswith((":", "：")):
        return None
    if requirement_group(words) is not None:
        return None
    field = read_label(text)
    if field is None:
        return "other"
    return None if field[0] in ("reading", "preparation") else field[0]


def lone_label(text: Text) -> Field | None:
    """Read a label that stands alone above a list and says that no works are listed: "Due before class:".

    >>> from syllabus_parse.readers.inline import read_inline
    >>> lone_label(read_inline("Due (before class):")), lone_label(read_inline("**Assignments**"))
    ('due', 'out')
    >>> lone_label(read_inline("Readings:")), lone_label(read_inline("Homework"))
    (None, None)
    """
    words = text.plain.strip()
    if len(words) > 40 or "\n" in words or text.links():
        return None
    if not words.endswith((":", "：")):
        if not text.is_bold():
            return None
        text = text.join(Text.of(colon(text)))
    field = read_label(text)
    return field[0] if field is not None and field[0] in TOLD_BELOW and not field[2] else None


# What stands in a list below such a label is told of the session, whatever it links to.
TOLD_BELOW: Final = ("due", "out", "links")


def bold_date(text: Text) -> bool:
    """Tell a head "**Sep 13** -- Exponential families" from a sentence that begins with a date."""
    bold = text.bold_lead()
    return bool(bold) and is_date_only(bold)


def span_of(text: Text) -> Span:
    """Return the place of a text; an empty one stands at the top."""
    return text.span or Span(0, 0)
