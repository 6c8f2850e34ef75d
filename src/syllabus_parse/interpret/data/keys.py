"""Keys of data files and front matter to what stands behind them.

A key that no row of the table names is read as the head of a column.
"""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.interpret.data.key_table import KEYS, Key, KeyRole
from syllabus_parse.interpret.tables.columns import Role as ColumnRole
from syllabus_parse.interpret.tables.columns import read_header
from syllabus_parse.memo import remember
from syllabus_parse.regex import lazy_regex

BY_WORD: Final = {word: key for words, key in reversed(KEYS) for word in words.split("|")}

# The same without blanks, for "weektitle" and "papertitle".
BY_COMPACT: Final = {word.replace(" ", ""): key for word, key in BY_WORD.items()}
# What the entries are called, in front of what is said of them, e.g. "paper-author" · "lecture topic"
OWNER: Final = lazy_regex(
    r"(?:paper|reading|lecture|session|class|talk|event|item|meeting|day|slot|article|book)s? (?P<rest>.{2,40})"
)
# A number or a mark behind a known word, e.g. "paper2" · "reading_b" · "slides 3"
COUNTED: Final = lazy_regex(r"(?P<word>[^\W\d].{1,40}?)[ ]?(?:\d{1,2}|[ ][a-d])$")
CAMEL: Final = lazy_regex(r"(?<=[a-z])(?=[A-Z][a-z])|(?<=[A-Za-z])_(?=[A-Za-z0-9])")

# What a column's head means as a key.
COLUMN_KEYS: Final[dict[ColumnRole, KeyRole]] = {
    "date": "date", "week": "week", "day": "weekday", "time": "time", "number": "number", "event": "kind", "topic":
    "title", "reading": "reading", "mixed": "title", "presenter": "presenter", "links": "links", "assignment":
    "assignment", "notes": "notes", "location": "location", "section": "section", "requirement": "unknown", "title":
    "title", "authors": "authors", "venue": "venue", "year": "year", "status": "status",
}  # fmt: skip


@remember(16384)
def fold_data_key(key: str) -> str:
    """Bring a key to the form of the table: words parted by single blanks, lower case.

    >>> fold_data_key("dueDate"), fold_data_key("optional_readings"), fold_data_key("Paper-URL:")
    ('due date', 'optional readings', 'paper url')
    """
    words = CAMEL.sub(" ", key.strip()[:200]) if key.isascii() else key.strip()[:200]
    return " ".join(re.sub(r"[_\-/.:?!*()#]+", " ", words).casefold().split())


def is_known_key(key: str) -> bool:
    """Tell whether the table names a key, word for word; a title may begin with the words of a column's head.

    >>> is_known_key("paper-url"), is_known_key("The original Paxos paper")
    (True, False)
    """
    folded = fold_data_key(key)
    return folded in BY_WORD or folded.replace(" ", "") in BY_COMPACT


@remember(16384)
def read_key(key: str) -> Key:
    """Tell what stands behind a key; "unknown" where neither the table nor the columns' heads know the word.

    >>> read_key("slidesUrl").kind, read_key("further_reading").requirement, read_key("paper2").role
    ('slides', 'optional', 'reading')
    >>> read_key("paper-author").role, read_key("weektitle").role
    ('authors', 'section')
    >>> read_key("same_line").role, read_key("gizmo").role
    ('ignored', 'unknown')
    """
    folded = fold_data_key(key)
    found = BY_WORD.get(folded) or BY_COMPACT.get(folded.replace(" ", ""))
    if found is not None:
        return found
    owned = OWNER.fullmatch(folded)
    if owned is not None and owned["rest"] in BY_WORD:
        return BY_WORD[owned["rest"]]
    counted = COUNTED.match(folded)
    if counted and counted["word"].strip() in BY_WORD:
        return BY_WORD[counted["word"].strip()]
    if not folded or len(folded) > 40:
        return Key("unknown")
    column = read_header(folded)
    role = COLUMN_KEYS.get(column.role, "unknown")
    if role == "links" and column.link_kind is not None:
        return Key("link", kind=column.link_kind)
    if role == "assignment" and column.event == "due":
        return Key("due", event="due")
    if role == "reading" and column.requirement is not None:
        return Key(column.requirement, requirement=column.requirement)
    return Key(role, event="out" if role == "assignment" else None)
