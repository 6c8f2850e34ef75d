"""A page that is one meeting: its front matter says when it meets and what of, its body what is read for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from syllabus_parse.document import Block, Document, Heading, Listing, Mapping, Paragraph, Run, Scalar, Table, Text
from syllabus_parse.interpret.data.days import Inherited
from syllabus_parse.interpret.data.keys import fold_data_key, read_key
from syllabus_parse.interpret.data.session import read_session
from syllabus_parse.interpret.outline.habits import Habits
from syllabus_parse.interpret.outline.headings import SLIDES
from syllabus_parse.interpret.outline.lists import read_listing
from syllabus_parse.interpret.outline.paragraphs import read_paragraph
from syllabus_parse.interpret.outline.place import keep_links
from syllabus_parse.interpret.outline.state import Walk
from syllabus_parse.interpret.records import RawSession
from syllabus_parse.interpret.words import CJK_LABEL, SESSION_LABEL, SHORT_LABEL, requirement_group
from syllabus_parse.interpret.words.field_words import Field, read_label
from syllabus_parse.regex import lazy_regex
from syllabus_parse.source import Span

# What a template or a type says of a page that is one meeting; "post" and "page" say nothing.
MEETING_TYPES: Final = lazy_regex(
    r"(?:lecture|lectures|class|classes|session|seminar|lab|labs|discussion|recitation|section|tutorial|meeting|exam"
    r"|vorlesung|aula|clase|cours)(?: ?(?:notes|page|post))?"
)
TYPE_KEYS: Final = frozenset(("layout", "type", "category", "categories", "kind"))
DAY: Final = lazy_regex(
    r"\s*\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)"
    r"|.{0,20}?\d{1,2}(?:st|nd|rd|th)?[ .,/-]{1,2}[^\W\d_]{3,9}|.{0,20}?[^\W\d_]{3,9}\.? \d"
)
SHORT_BODY: Final = 700
"""A body this short tells of the meeting in every line; a longer one is the lecture itself."""


def read_lecture_page(document: Document, habits: Habits) -> RawSession | None:
    """Read the front matter of a page that is one meeting; None for any other page.

    The day alone proves nothing: blog posts and generated pages bear the day when they were made. A template or type
    ("layout: lecture"), or a title with a label and number ("Lecture 7: …") must say that the page is a meeting, and
    nothing in the body may be a schedule.
    """
    meta = document.meta
    if meta is None or has_schedule(habits):
        return None
    labelled = _is_labelled(meta)
    if not labelled and not _is_typed(meta):
        return None
    roles = {read_key(key.plain).role for key, value in meta.entries if isinstance(value, Scalar) and value.text}
    if "title" not in roles or not (_has_day(meta) or labelled or roles & {"number", "week"}):
        return None
    own = Mapping(tuple((key, value) for key, value in meta.entries if not _is_setting(key, value)), meta.span)
    made = read_session(own, Inherited())
    return made[0] if len(made) == 1 else None


def has_schedule(habits: Habits) -> bool:
    """Tell whether the body holds meetings of its own."""
    return bool(
        habits.date_headings
        or habits.date_items
        or habits.date_paragraphs
        or habits.numbered_headings > 1
        or habits.numbered_items > 1
        or habits.week_headings
        or habits.venue_headings > 1
    )


def read_lecture_body(walk: Walk, blocks: Sequence[Block], session: RawSession) -> None:
    """Read the body of a page that is one meeting: what stands below "Readings", "Slides", "Homework" is the meeting's.

    Of the lecture's own text only the links are kept.
    """
    size = sum(_length(block) for block in blocks)
    active = size < SHORT_BODY
    for index, block in enumerate(blocks):
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        if isinstance(block, Heading):
            active = is_label(block.text) or size < SHORT_BODY
            if is_label(block.text):
                walk.label, walk.label_headed = _find_label(block.text)
                walk.requirement, walk.requirement_depth = requirement_group(block.text.plain), block.level
                session.reading_list = _is_reading(block.text)
            else:
                session.reading_list = False
                keep_links(walk, block.text)
            continue
        if isinstance(block, Paragraph) and is_label(block.text) and block.text.is_bold():
            active = True
        walk.current = session if active else None
        if active and isinstance(block, Paragraph):
            read_paragraph(walk, block, following, blocks, index)
        elif active and isinstance(block, Listing):
            read_listing(walk, block)
        elif isinstance(block, Paragraph):
            keep_links(walk, block.text)
        elif isinstance(block, Listing):
            _keep_listing(walk, block)


def is_label(text: Text) -> bool:
    """Tell a heading over what belongs to the meeting ("Readings", "Slides:") from one of the lecture's text."""
    return (
        _field(text) in ("reading", "preparation", "links", "due", "out") or requirement_group(text.plain) is not None
    )


def _find_label(text: Text) -> tuple[Field | None, bool]:
    """Return the label that a heading gives the list below it, where that holds no works; True for homework."""
    field = _field(text)
    if field in ("due", "out"):
        return field, True
    return ("links" if SLIDES.fullmatch(text.plain.strip()) else None), False


def _is_reading(text: Text) -> bool:
    return _field(text) in ("reading", "preparation") or requirement_group(text.plain) is not None


def _field(text: Text) -> Field | None:
    end = text.runs[-1].span.end if text.runs else 0
    found = read_label(Text.of([*text.strip(" :：*_\n").runs, Run(":", Span(end, end))]))
    return found[0] if found is not None else None


def _keep_listing(walk: Walk, block: Listing) -> None:
    stack: list[Block] = [block]
    while stack:
        inner = stack.pop()
        if isinstance(inner, Listing):
            stack += reversed([part for item in inner.items for part in item.blocks])
        elif isinstance(inner, Paragraph):
            keep_links(walk, inner.text)


def _length(block: Block) -> int:
    if isinstance(block, Heading | Paragraph):
        return len(block.text.plain)
    return block.span.end - block.span.start if isinstance(block, Listing | Table) else 0


def _is_labelled(meta: Mapping) -> bool:
    value = meta.get("title")
    if not isinstance(value, Scalar):
        return False
    for pattern in (SESSION_LABEL, SHORT_LABEL, CJK_LABEL):
        found = pattern.match(value.text.plain)
        if found and found["number"] and (found["number"][0].isdigit() or pattern is CJK_LABEL):
            return True
    return False


def _is_typed(meta: Mapping) -> bool:
    return any(
        fold_data_key(key.plain) in TYPE_KEYS
        and isinstance(value, Scalar)
        and MEETING_TYPES.fullmatch(fold_data_key(value.text.plain)) is not None
        for key, value in meta.entries
    )


def _has_day(meta: Mapping) -> bool:
    return any(
        read_key(key.plain).role == "date" and isinstance(value, Scalar) and DAY.match(value.text.plain) is not None
        for key, value in meta.entries
    )


def _is_setting(key: Text, value: object) -> bool:
    """Tell the page's settings from words about the meeting: "layout: lecture" is a type only where it names a kind."""
    return fold_data_key(key.plain) == "layout" and not isinstance(value, Mapping)
