"""One reading's text to title, authors, venue, year, tags and notes.

The title is found by its strongest sign: a link over it, quotes or emphasis around it, a line of its own, a full stop
behind it, or the list of people that follows it. What stands before and behind is then read for people, venue and year;
nothing is dropped: what is none of these becomes a note.
"""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import EMPTY, Mark, Text
from syllabus_parse.interpret.citations.around import read_around
from syllabus_parse.interpret.citations.author_first import read_author_first
from syllabus_parse.interpret.citations.excerpt import read_excerpt, take_part_of
from syllabus_parse.interpret.citations.films import take_film
from syllabus_parse.interpret.citations.finish import finish
from syllabus_parse.interpret.citations.journals import take_retrieved
from syllabus_parse.interpret.citations.keyed import read_keyed
from syllabus_parse.interpret.citations.labels import (
    take_bold_label,
    take_code_label,
    take_doi,
    take_italic_venue,
    take_shown_by,
    take_signed_end,
    take_year_lead,
    unmark_key,
)
from syllabus_parse.interpret.citations.law import read_case
from syllabus_parse.interpret.citations.linked_bracket import free_bracket
from syllabus_parse.interpret.citations.marks import take_badge, take_label_links, take_leading, take_marks, take_tags
from syllabus_parse.interpret.citations.named_chapter import read_named_chapter
from syllabus_parse.interpret.citations.parts import read_book_part, read_in_book, read_part_behind
from syllabus_parse.interpret.citations.plain import read_plain
from syllabus_parse.interpret.citations.signed import read_dated, read_named, read_passage, read_piece, read_untitled
from syllabus_parse.interpret.citations.tex import print_tex
from syllabus_parse.interpret.citations.title import find_title
from syllabus_parse.interpret.citations.values import NUMBER_LABEL, title_links
from syllabus_parse.interpret.records import RawLink, RawReading
from syllabus_parse.model import Requirement
from syllabus_parse.normalize.titles import is_placeholder
from syllabus_parse.regex import lazy_regex

# Characters; what is longer is no citation, and is kept as it is.
LONGEST_WORK: Final = 3000

# What is read whole by its own form, the first that fits; each with the letters that it can't be without
READERS: Final = (
    ("v", read_case),
    ("", read_keyed),
    ("(", read_book_part),
    ("", read_in_book),
    ("", read_part_behind),
    ("", read_named_chapter),
    ("n:", read_piece),
    ("", read_passage),
    (",", read_author_first),
    ("(", read_named),
    ("(", read_dated),
    (",", read_untitled),
)


def read_citation(text: Text, *, requirement: Requirement | None = None, lines: bool = False) -> RawReading | None:
    """Read one work; None where the text names none (a placeholder, an instruction).

    `lines` says that the line ends of the source count (title, authors and venue on lines of their own).
    """
    if len(text.plain) > LONGEST_WORK:
        return RawReading(text.strip(), requirement=requirement)
    if text.is_marked() and any(run.marks & Mark.STRIKE for run in text.runs):
        text = text.without(Mark.STRIKE)
    text = print_tex(text)
    if is_signpost(text):
        return None
    if ")" in text.plain and text.links():
        text = free_bracket(text)
    reading = RawReading(EMPTY, requirement=requirement)
    marked = text.is_marked()  # most are not, and need not be looked through for what is set off
    text = take_shown_by(take_leading(take_year_lead(text, reading)), reading)
    text = take_marks(take_badge(text, reading) if marked else text, reading)
    if is_placeholder(text.plain) and not text.links():
        return None
    text = take_part_of(text, reading)
    if marked:
        text = take_code_label(take_bold_label(unmark_key(text), reading), reading)
    text = take_film(text, reading)
    text = take_retrieved(take_label_links(text, reading), reading)
    text = take_tags(text, reading)
    if is_placeholder(text.plain) and not reading.links:
        return None
    if marked:
        text = take_place(text, reading)
    text = take_signed_end(take_doi(text, reading), reading)
    if marked:
        text = take_italic_venue(text, reading)
    for sign, read in READERS:
        if sign in text.plain and read(text, reading):
            finish(reading)
            return reading
    if read_excerpt(text, reading) or read_number(text, reading):
        finish(reading)
        return reading
    found = find_title(text, lines=lines)
    if found is not None and found[2] == "quote" and ABOUT_WORK.fullmatch(text.plain[: found[0]]):
        closed = text.plain[found[1] : found[1] + 1] in ("”", '"', "»")
        found = (0, found[1] + closed, "plain")  # "A Conversation about Gray’s “Maps”" is a title that names another
    if found is None:
        read_plain(text, reading, lines=lines)
    else:
        start, end, style = found
        read_around(text, start, end, style, reading)
    finish(reading)
    return reading if reading.title else None


def read_number(text: Text, reading: RawReading) -> bool:
    """Read a work that only its linked number names: "[arXiv:2411.18479](…)"."""
    links = text.links()
    if len(links) != 1 or NUMBER_LABEL.fullmatch(text.plain.strip()) is None:
        return False
    reading.title = text.strip()
    reading.links.append(RawLink(links[0][0], reading.title))
    return True


# Where a stretch of a book is found, before a link, e.g. "Gray Chap. 1 on [Moodle](…)"
PLACE_JOINT: Final = lazy_regex(
    r"(?P<work>.{4,}\d[^\s]{0,8})\s(?:(?:available|posted|uploaded)\s)?(?:on|at|via|in|auf|bei)\s$"
)


def take_place(text: Text, reading: RawReading) -> Text:
    """Take "on [Moodle](…)" off the end of chapters and pages: the link leads to the place, and is no title."""
    links = title_links(text)
    if len(links) != 1 or text.plain[links[0][2] :].strip(" .)") or len(text.plain[: links[0][1]]) > LONGEST_PLACED:
        return text
    anchor, start, end = links[0]
    found = PLACE_JOINT.fullmatch(text.plain[:start])
    if found is None or len(text.plain[start:end].split()) > 2:
        return text
    reading.links.append(RawLink(anchor, text.slice(start, end).strip()))
    return text.slice(*found.span("work"))


LONGEST_PLACED: Final = 120
# e.g. A Conversation with Hill about Gray’s “ · The Rise of “
ABOUT_WORK: Final = lazy_regex(
    r"\W?(?:An?|The)\s(?:(?:[\w’'.-]{1,20}\s){2,10}?(?:\w{2,20}['’]s?|about|on)"
    r"|(?!(?:first|second|last|whole|rest|end|chapter|introduction|preface|section|part|beginning|opening|conclusion|text)\b)"
    r"[A-Z][\w’'.-]{1,20}\s(?:of|for|from))\s[\"“«]?"
)


# e.g. "↑ Back to top" · "[Top]"
TO_TOP: Final = lazy_regex(
    r"\W{0,4}(?:(?:back|return|go|jump)\s)?(?:to\s)?(?:the\s)?top(?:\sof\s(?:the\s)?page)?\W{0,4}", re.IGNORECASE
)


def is_signpost(text: Text) -> bool:
    """Tell an entry of a table of contents, whose links lead to places of the same page."""
    links = text.links()
    if TO_TOP.fullmatch(text.plain):
        return True
    if not links or not all(
        (anchor.href or "").startswith("#") and len(anchor.href or "") > 1 for anchor, _, _ in links
    ):
        return False
    return sum(end - start for _, start, end in links) * 10 >= len(text.plain.strip()) * 9
