"""Small pieces of values: weeks, tags, labels, the places of lists of words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Final

from syllabus_parse.document import Text
from syllabus_parse.interpret.records import Worded
from syllabus_parse.model import Link
from syllabus_parse.normalize.text import mend_text
from syllabus_parse.regex import lazy_regex
from syllabus_parse.source import Span

LABELLED_NUMBER: Final = lazy_regex(r"(?:[^\W\d_]{1,12}[\s.#_-]{0,3})?(?P<number>\d+)")  # e.g. "Week 03"
LABEL: Final = lazy_regex(r"[^\W\d_]{1,12}[\s.#_-]{0,3}$")
LONGEST_LABEL: Final = 15
LEFT_OVER: Final = " ()[]{},;:.|/"


def cut_week(text: Text, week: int | None) -> Text | None:
    """Cut the name of a week out of the heading that it stands in: "Week 3" of "Week 3: Maps and Charts"."""
    if week is None:
        return None
    written = (str(week), f"0{week}")
    named = next((found for found in LABELLED_NUMBER.finditer(text.plain) if found["number"] in written), None)
    return text.slice(*named.span()) if named else text


def cut_number(text: Text, number: str | None) -> Text:
    """Cut a session's number, with its label, out of the words that it stands in: "Lecture 3" of "Lecture 3 topics"."""
    if not number:
        return text
    at = text.plain.find(number)
    if at < 0:
        return text
    label = LABEL.search(text.plain, max(0, at - LONGEST_LABEL), at)
    return text.slice(label.start() if label is not None else at, at + len(number))


def place_words(
    name: str, found: Iterable[tuple[str, Text | None]], spans: dict[str, Span], *, once: bool = True
) -> tuple[str, ...]:
    """Return the words of a list of texts and put the place of each into `spans`, as "notes[0]".

    A bracket or a comma that is left of what was read elsewhere is no word.
    """
    out: list[str] = []
    for words, text in found:
        if not words.strip(LEFT_OVER) or (once and words in out):
            continue
        if text is not None and text.span is not None and text.span.end > text.span.start:
            spans[f"{name}[{len(out)}]"] = text.span
        out.append(words)
    return tuple(out)


def read_worded(note: str | Worded) -> tuple[str, Text | None]:
    """Return a note's words and the text that they were made of."""
    return (note, None) if isinstance(note, str) else (note.words, note.text)


def read_tag(words: str) -> str:
    """Return the words of a tag, without brackets, a single one in small letters."""
    plain = mend_text(words).strip("()[] ")
    return plain.lower() if plain.istitle() and " " not in plain else plain


def find_leading_year(links: Iterable[Link]) -> Link | None:
    """Find the link whose file's name begins with a year: "2019 - Title.pdf"."""
    return next((link for link in links if read_leading_year(link) is not None), None)


def read_leading_year(link: Link) -> int | None:
    """Read the year that leads a linked file's name."""
    name = (link.url or "").rsplit("/", 1)[-1].replace("%20", " ")
    if len(name) > 8 and name[:4].isdecimal() and name[4:7] in (" - ", "_-_", " – ") and 1900 <= int(name[:4]) <= 2100:
        return int(name[:4])
    return None


def cut_brackets(text: str) -> str:
    """Take the brackets off a label: "[Paper]"."""
    return text[1:-1].strip() if len(text) > 2 and text[0] == "[" and text[-1] == "]" and "[" not in text[1:] else text


def drop_seconds(time: dt.time | None) -> dt.time | None:
    """Return a time of day in whole minutes."""
    return time.replace(second=0, microsecond=0) if time is not None else None
