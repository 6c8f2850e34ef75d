"""Labels set in italics on lines of their own, within a day: "*Resources*", "*Lecture Notes*", "*Assignments*"."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import Block, Listing, Mark, Paragraph, Text
from syllabus_parse.interpret.outline.headings import colon
from syllabus_parse.interpret.outline.state import Walk
from syllabus_parse.interpret.words.field_words import read_label
from syllabus_parse.regex import lazy_regex

# What heads a part of a day by its last word, e.g. "Lecture Notes" · "Standing Meetings" · "Lab Practical"
PART_OF_DAY: Final = lazy_regex(
    r"(?:[^\W\d_][\w'-]{1,16}\s){0,3}(?:notes|meetings?|practicals?|resources?|materials?|readings?|assignments?|homework"
    r"|deadlines?|tasks?|slides?|videos?|links?|activit(?:y|ies)|objectives?|questions?|exercises?|labs?|topics?|quiz(?:zes)?"
    r"|preparation|announcements?|reminders?)",
    re.IGNORECASE,
)


def read_set_label(walk: Walk, text: Text, following: Block | None) -> bool:
    """Read a line that only heads what follows it within the day; False for any other line.

    Set in italics it looks like the name of a work.
    """
    session = walk.current
    words = text.plain.strip()
    if session is None or not isinstance(following, Paragraph | Listing) or text.links():
        return False
    if not PART_OF_DAY.fullmatch(words) or not all(
        run.marks & Mark.ITALIC and not run.marks & Mark.BOLD for run in text.runs if run.text.strip()
    ):
        return False
    field = read_label(text.join(Text.of(colon(text))))
    session.reading_list = field is not None and field[0] in ("reading", "preparation")
    walk.label = None if field is None or session.reading_list else field[0]
    walk.requirement = None
    return True
