"""Times and days in the words of a topic: "Demo day, 9:30-11:30am, Main Lounge"."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import Text
from syllabus_parse.interpret.citations.values import without
from syllabus_parse.interpret.records import RawSession
from syllabus_parse.normalize.date_words import WEEKDAYS
from syllabus_parse.normalize.dates import find_times, find_whens
from syllabus_parse.regex import lazy_regex

DIGIT: Final = lazy_regex(r"\d")
DUE_DATE: Final = lazy_regex(
    r"\bdue(?: on| by)?\s+(?P<date>\w{0,9}\.?,?\s?\d{1,2}(?:/\d{1,2}|\s\w{3,9}\.?)?)(?=\s+at\b|\s*$|[.,])",
    re.IGNORECASE,
)
# What stands before the times within their brackets, e.g. "Final Exam (Wednesday " · "Exam 1 (in class, "
OPENED: Final = lazy_regex(r"\((?P<inner>[^()\[\]]{0,40}?)(?:\bfrom\b|\bat\b)?\s*$")


def take_times(text: Text, session: RawSession) -> Text:
    """Take a span of times off a title: ", 9:30-11:30am, Wozniak Lounge", "(11:59:59pm)", "from 8:30-11:30am."."""
    plain = text.plain
    if not DIGIT.search(plain):
        return text
    due = DUE_DATE.search(plain)
    if due and find_whens(due["date"]):  # the day goes: "Project milestones due 11/16 at 11:59pm."
        text = without(text, [(due.start("date"), min(len(plain), due.end("date") + 1))])
        plain = text.plain
    times = find_times(plain)
    if times is None or times.start_time is None:
        return text
    before, after = plain[: times.start], plain[times.end :]
    bracketed = before.rstrip()[-1:] in ("(", "[") and after.lstrip()[:1] in (")", "]")
    spread = times.end_time is not None
    if not (bracketed or spread) or len(before.strip()) < 3:
        return text
    if re.search(r"\bdue\b[^(]*$", before, re.IGNORECASE) and not bracketed:
        return text
    if session.times is None and (session.when is None or session.when.start_time is None):
        session.times, session.times_text = times, text.slice(times.start, times.end)
    opened = OPENED.search(before) if ")" in after else None
    if opened is not None and opened.start():
        head = text.slice(0, opened.start()).strip()
        inner = text.slice(*opened.span("inner")).strip(" ,;@")
        if inner and inner.plain.rstrip(".").casefold() not in WEEKDAYS and not find_whens(inner.plain):
            session.notes.append(inner)
    else:
        head = text.slice(0, len(re.sub(r"\s*(?:[(\[,;@]|\bfrom\b|\bat\b|[–—-])?\s*$", "", before)))
    tail = text.slice(times.end, len(plain)).strip(" ,;].\n\u2028" if "(" in after else " ,;)].\n\u2028")
    if tail:
        if after.lstrip()[:1] == "," and len(tail.plain.split()) <= 5 and session.location is None:
            session.location = tail
        else:
            stop = after.strip().endswith(".")
            session.notes.append(
                text.slice(times.end, len(plain)).strip(" ,;)]\n\u2028").slice(0, 10_000) if stop else tail
            )
    return head
