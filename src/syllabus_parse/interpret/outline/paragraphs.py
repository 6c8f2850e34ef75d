"""Paragraphs: the head of a session, its content, a line of a list of papers, or talk."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from syllabus_parse.document import BREAK, Block, Heading, Listing, Paragraph, Text
from syllabus_parse.interpret.citations.marks import TEXT_LABEL
from syllabus_parse.interpret.citations.reference import is_reference
from syllabus_parse.interpret.citations.values import title_links
from syllabus_parse.interpret.outline.bylines import opens_with_names, sign_above
from syllabus_parse.interpret.outline.day_lines import date_session, read_day_line
from syllabus_parse.interpret.outline.head_words import DATE_LABEL, WEEK_LEAD
from syllabus_parse.interpret.outline.headings import read_heading
from syllabus_parse.interpret.outline.heads import opens_with_date
from syllabus_parse.interpret.outline.loose import FACT, is_book
from syllabus_parse.interpret.outline.paragraph_cuts import (
    heads_unit,
    opens_part,
    split_dated,
    split_week,
    split_weekdays,
)
from syllabus_parse.interpret.outline.paragraph_heads import (
    bold_heading,
    bold_label,
    days_heading,
    lone_label,
    paragraph_head,
    read_counted_lines,
    span_of,
)
from syllabus_parse.interpret.outline.place import flush_papers, keep_links, place_readings
from syllabus_parse.interpret.outline.sessions import add_side_session, claim_week
from syllabus_parse.interpret.outline.set_labels import read_set_label
from syllabus_parse.interpret.outline.state import (
    DEEP,
    ITEM,
    Walk,
    held_venue,
    in_policy,
    is_listing_place,
    is_whole_week,
    level_requirement,
    shares_heads,
)
from syllabus_parse.interpret.records import list_links
from syllabus_parse.interpret.sessions.deadlines import read_assignments
from syllabus_parse.interpret.sessions.fields import fill_session
from syllabus_parse.interpret.words import requirement_group
from syllabus_parse.interpret.words.field_words import read_label
from syllabus_parse.interpret.works.entries import LINE, Entry, split_lines
from syllabus_parse.interpret.works.entry_cuts import cut_at_labels
from syllabus_parse.interpret.works.papers import is_prose
from syllabus_parse.interpret.works.signs import looks_like_work
from syllabus_parse.interpret.works.works import read_works
from syllabus_parse.normalize.people import score_people
from syllabus_parse.regex import lazy_regex


def read_paragraph(walk: Walk, block: Paragraph, following: Block | None, blocks: Sequence[Block], index: int) -> None:
    """Read one paragraph: a head, a label, content of a session, a line of papers, or talk."""
    text = block.text
    words = text.plain.strip()
    if not words and not text.links():
        return
    first = text.split(LINE)[0] if DATE_LABEL.match(text.plain) else None
    if first is not None and date_session(walk, first):
        rest = text.slice(len(first.plain), len(text.plain)).strip()
        if rest:
            read_paragraph(walk, Paragraph(rest, span_of(rest)), following, blocks, index)
        return
    if read_counted_lines(walk, text):
        return
    if walk.habits.date_paragraphs >= 2 and heads_unit(words) and not walk.habits.tables and not in_policy(walk):
        read_heading(walk, Heading(UNIT_LEVEL, text, span_of(text)), following)
        return
    pieces = split_dated(text) if opens_part(text) or walk.habits.date_paragraphs >= 2 else [text]
    below_week = walk.week_head is not None or walk.current is not None
    pieces = split_weekdays(text) if len(pieces) == 1 and below_week and not in_policy(walk) else pieces
    pieces = pieces if len(pieces) > 1 else split_labelled(walk, text)
    pieces = pieces if len(pieces) > 1 else split_week(text)
    if len(pieces) > 1:
        parts = [Paragraph(piece, span_of(piece)) for piece in pieces]
        for part, after in zip(parts, [*parts[1:], None], strict=True):
            read_paragraph(walk, part, after or following, blocks, index)
        return
    bold = text.is_bold()
    if (
        bold
        and len(words) < 120
        and "\n" not in words
        and not (walk.current is not None and walk.depth >= DEEP and not WEEK_LEAD.match(words))
        and bold_heading(walk, text, following)
    ):
        return
    if bold and days_heading(walk, text, following):
        return
    if paragraph_head(walk, text, words):
        return
    if walk.current is None and tells_book(walk, text):
        place_readings(walk, read_works(Entry(text), requirement=walk.requirement))
        return
    if in_policy(walk):
        keep_links(walk, text)
        return
    told = bool(title_links(text)) or is_linked(text) or _tells_work(text)
    group = requirement_group(words) if len(words) < 60 and not told else None
    walk.books = group is not None or BOOKS.fullmatch(words) is not None or (walk.books and not _is_label(words))
    if group is not None:
        if shares_heads(walk):
            walk.current = None
        walk.requirement, walk.requirement_depth = group, DEEP + 5
        return
    walk.fresh_heads = 0
    if add_side_session(walk, text):
        return
    if walk.current is None and isinstance(following, Listing) and RECOMMENDED.search(words):
        walk.requirement, walk.requirement_depth = "optional", DEEP + 5
    if read_day_line(walk, Entry(text)) or read_set_label(walk, text, following):
        return
    if walk.current is not None and walk.depth >= ITEM and YOU.search(words) and is_prose(words):
        keep_links(walk, text)  # "You can suggest papers", below a list of days, is told to the reader
        return
    if walk.current is not None:
        label = bold_label(text)
        alone = lone_label(text) if isinstance(following, Listing) else None
        if alone is not None:
            walk.label, walk.label_alone, walk.requirement = alone, True, None
            walk.current.reading_list = False
            return
        walk.label = label
        if label is not None:
            walk.requirement = None
        if label == "other" and not looks_like_work(text):
            walk.current.reading_list = False  # "**Section:** Lab 0 [starter](…)" behind the readings
        if isinstance(following, Listing) and TASK_LABEL.fullmatch(words):
            # What stands below "Homework #4 due:" tells of it, and is no reading.
            read_assignments(text.strip(" *_:："), walk.current, event="out")
            walk.requirement, walk.label = None, "event"
            walk.current.reading_list = False
            return
        if isinstance(following, Listing) and OTHER_LABEL.fullmatch(words) and not _is_known_label(text):
            # "In class:" above a list ends the readings above it.
            walk.requirement = None
            walk.current.reading_list = False
            walk.current.notes.append(text.strip(" :："))
            return
        read_session_paragraph(walk, text)
        return
    if is_whole_week(walk) and not is_prose(words):
        claim_week(walk)
        read_session_paragraph(walk, text)
        return
    if (
        is_prose(words)
        and re.search(
            r"\b(?:further|optional|additional|supplementary|supplemental) (?:reading|material|resource)", words
        )
        and walk.levels
    ):
        walk.soft_requirement = "optional"
    if walk.current is None and read_book_lines(walk, text):
        return
    next_text = following.text if isinstance(following, Paragraph) else None
    if is_listing_place(walk) and not FACT.match(words):
        walk.papers.requirement = walk.requirement or level_requirement(walk)
        walk.papers.below_venue = held_venue(walk)[0] is not None
        left = walk.papers.read_paragraph(text, next_text)
        flush_papers(walk, keep_open=True)
        for line in left:
            keep_links(walk, line)
        return
    keep_links(walk, text)


UNIT_LEVEL: Final = 6
YOU: Final = lazy_regex(r"^(?:if )?(?:you|we|please)\b", re.IGNORECASE)
LONGEST_BOOK: Final = 400


def tells_book(walk: Walk, text: Text) -> bool:
    """Tell a paragraph that names a book of the course: "**Textbook:** …", a reference below "Required texts"."""
    if len(text.plain) > LONGEST_BOOK:
        return False
    label = TEXT_LABEL.match(text.plain)
    if label is not None:
        return len(text.plain[label.end() :].split()) > 1 and not is_prose(text.plain[label.end() :])
    return walk.requirement is not None and is_book(text)


# e.g. "Homework #4 due:" · "HW 2:" · "Tarea 3:"
TASK_LABEL: Final = lazy_regex(
    r"[\s*_]*+(?:homework|hw|assignment|problem set|pset|tarea|tarefa|devoir|hausaufgabe)\s?#?\d{1,2}"
    r"(?:\s(?:is\s)?due)?\s?[*_]*[:：][\s*_]*",
    re.IGNORECASE,
)
# In talk before a list: "if guidance is needed, I would recommend the following two books:"
RECOMMENDED: Final = lazy_regex(
    r"\b(?:recommend|suggest|optional|further|supplement)[^.!?:]{0,60}(?:[:：]|\b(?:get|buy|read|consult|are))\s*$",
    re.IGNORECASE,
)
# e.g. "Day:" · "What we do:"
OTHER_LABEL: Final = lazy_regex(r"[^\W\d_][\w’'&/-]{1,24}(?: [\w’'&/-]{1,24}){0,3}\s?[:：]")


# What heads the books of a course, where the text lost its markup, e.g. "Textbooks", "Recommended Books:"
BOOKS: Final = lazy_regex(
    r"(?:(?:required|recommended|optional|suggested|course|main|class|further|reference)\s(?:and\s\w{4,12}\s)?)?"
    r"(?:text ?books?|texts?|books?|readings?|literature|bibliography|references?|literatur|lehrbücher|bibliografía"
    r"|bibliografia|livros|libros|bibliographie|manuels?)\s?[:：]?",
    re.IGNORECASE,
)
LONGEST_LABEL: Final = 40


def _is_label(words: str) -> bool:
    """Tell a line that heads what is below it: short, on a line of its own, no sentence."""
    return len(words) <= LONGEST_LABEL and "\n" not in words and not words.endswith((".", ",", ";"))


def read_book_lines(walk: Walk, text: Text) -> bool:
    """Read lines below a label of books, each a book with its people; False where one of them is none."""
    if not walk.books:
        return False
    lines = [line for line in split_lines(text, lines=True) if line.plain.strip()]
    if not lines or not all(_is_book_line(line) for line in lines):
        return False
    for line in lines:
        made = read_works(Entry(line), requirement=walk.requirement or level_requirement(walk))
        for reading in made:
            reading.kind = "book" if reading.kind in (None, "paper") else reading.kind
        place_readings(walk, made)
    return True


# e.g. "The Long Loom (2015), by Ada Moss, Bo Lund"
TITLE_BY: Final = lazy_regex(
    r"\s*(?P<title>[^()\n]{4,120}?)\s?(?:\((?:19|20)\d\d\))?,?\s(?:by|von|par|por)\s(?P<people>[A-ZÀ-ÖØ-Þ][^\n]{4,160})"
)


def _is_book_line(line: Text) -> bool:
    found = TITLE_BY.fullmatch(line.plain.strip())
    return is_reference(line) or (found is not None and score_people(found["people"]) > SURE)


SURE: Final = 0.5


def _tells_work(text: Text) -> bool:
    """Tell "Optional reading: The Long Loom" from the label above a list; a work stands in the line itself."""
    labelled = read_label(text)
    return labelled is not None and len(labelled[2].plain.split()) > 1 and labelled[0] in ("reading", "preparation")


def _is_known_label(text: Text) -> bool:
    return requirement_group(text.plain) is not None or read_label(text) is not None or bool(title_links(text))


def is_linked(text: Text) -> bool:
    """Tell a line of which links cover the most: it leads to other pages, and is no label of what follows."""
    return sum(end - start for _, start, end in text.links()) * 2 > len(text.plain.strip())


def split_labelled(walk: Walk, text: Text) -> list[Text]:
    """Cut a session's paragraph where a line begins with a label ("**Readings:**") or only links stand on one.

    Markdown joins such lines; those who write them mean them apart.
    """
    if (
        not ("\n" in text.plain or BREAK in text.plain)
        or (walk.current is None and walk.week_head is None)
        or opens_with_date(text)
    ):
        return [text]
    return cut_at_labels(text)


def read_session_paragraph(walk: Walk, text: Text) -> None:
    """Read a paragraph of the session above it."""
    if walk.current is None or sign_above(walk.current, text):
        return
    if walk.after_rule and walk.depth < DEEP and is_prose(text.plain):
        keep_links(walk, text)
        return
    if is_prose(text.plain) and len(text.plain) > 250 and not is_reference(text) and not opens_with_names(text):
        walk.current.notes.append(text)
        walk.current.links += list_links(text)
        return
    for line in split_lines(text):
        fill_session(
            walk.current,
            Entry(line),
            requirement=walk.requirement,
            readings=walk.requirement is not None or walk.current.reading_list,
        )
