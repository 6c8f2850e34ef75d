"""Sentences that tell what to read: "Read all of Longus' *Daphnis and Chloe*", "Prepare the Prologue (pp. 2-5)"."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import Mark, Text
from syllabus_parse.interpret.citations.people_lines import add_authors
from syllabus_parse.interpret.citations.values import title_links
from syllabus_parse.interpret.records import RawReading, RawSession
from syllabus_parse.interpret.works.entries import Entry
from syllabus_parse.interpret.works.works import hang_below, read_works
from syllabus_parse.model import Requirement
from syllabus_parse.normalize.people import score_people
from syllabus_parse.regex import lazy_regex

READ: Final = lazy_regex(
    r"\s*(?:please )?(?:read|skim|watch|review|study|see|listen to)\b:?\s+(?:the |this "
    r"|these )?(?P<part>(?:extended version|first (?:part|half)|introduction|chapters? [\d–-]+(?: and \d+)?"
    r"|sections? [\d.–-]+(?: and [\d.]+)?|abstract|summary|pp?\. ?[\d–-]+) (?:of|from|in)(?: the)? )?",
    re.IGNORECASE,
)


# e.g. all of Longus' · Virgil's · the rest of Mary Beard's
OWNER: Final = lazy_regex(
    r"(?:(?P<part>all|(?:the )?(?:rest|first half|second half|whole)|parts?|most|selections|excerpts) (?:of|from) )?"
    r"(?P<who>[A-Z][^\W\d_]+(?:[ .-]{1,2}[A-Z][^\W\d_]*\.?){0,3}?)(?:['’]s?)\s+[\"“]?"
)
# e.g. Prepare (in Greek) the Prologue (pp. 2-5).
PAGES_TASK: Final = lazy_regex(
    r"\s*(?:please )?(?:read|prepare|translate|finish|re-?read|review|study|lesen|leer|ler|lire)\s+"
    r"(?P<how>\([^()]{1,40}\)\s+)?(?:the\s+)?(?P<title>[^\W\d_][^().,;:\n\u2028]{2,80}?)\s*[,(]?\s*(?P<pages>pp?\.\s?\d{1,4}(?:\s?[-–]\s?\d{1,4})?)\)?\s*\.?\s*",
    re.IGNORECASE,
)


def read_command(session: RawSession, entry: Entry, command: re.Match[str], requirement: Requirement | None) -> None:
    """Read "Read the extended version of the [Raft paper](…)": the verb goes, the part becomes a note."""
    text = entry.text
    rest = text.slice(_find_end(text, command), len(text.plain))
    links = title_links(rest)
    told = None
    if links and links[0][1] > 25 and not re.search(r"[\"“]", rest.plain[: links[0][1]]):
        told = rest.slice(0, links[0][1]).strip(" ,;:([")
        rest = rest.slice(links[0][1], len(rest.plain))
    made = read_works(Entry(rest, entry.children, entry.marker, entry.item), requirement=requirement, session=session)
    if command["part"] and made:
        part = text.slice(command.start("part"), command.end("part"))
        made[0].notes.append(part.slice(0, len(re.sub(r"\s+(?:of|from|in)(?:\s+the)?\s*$", "", part.plain))))
    if told and made:
        made[0].notes.append(told)  # "Watch the video by the weavers of the north: [The Long Loom](…)"
    session.readings += made


def _find_end(text: Text, command: re.Match[str]) -> int:
    """Find where a command ends; "the" that a link or italics hold already is the title's: "Read *The Long Loom*"."""
    end = command.end()
    at = 0
    for run in text.runs:
        marked = run.anchor is not None or bool(run.marks & Mark.ITALIC)
        if marked and 0 < at < end < at + len(run.text):
            return at
        at += len(run.text)
    return end


def read_task(entry: Entry, requirement: Requirement | None) -> RawReading | None:
    """Read "Read all of Longus' *Daphnis and Chloe*" and "Prepare the Prologue (pp. 2-5)"; None for other words.

    The name in the possessive wrote the work that is set in italics; pages in brackets make the words before them the
    part to read.
    """
    text = entry.text
    pages = PAGES_TASK.fullmatch(text.plain)
    if pages and not text.links():
        reading = RawReading(text.slice(*pages.span("title")), requirement=requirement, kind="chapter")
        reading.notes += [text.slice(*pages.span(name)).strip("() ") for name in ("how", "pages") if pages[name]]
        hang_below(entry, reading)
        return reading
    command = READ.match(text.plain)
    owner = OWNER.match(text.plain, command.end()) if command else None
    if not command or not owner:
        return None
    start, end = _first_italic(text)
    if start != owner.end() or score_people(owner["who"]) < 0.1:
        return None
    reading = RawReading(text.slice(start, end).strip(" ,.;"), requirement=requirement, kind="book")
    add_authors(reading, text.slice(*owner.span("who")))
    if not reading.authors:
        return None
    for left in (text.slice(*owner.span("part")) if owner["part"] else None, text.slice(end, len(text.plain))):
        note = left.strip(" ,.;") if left is not None else None
        if note:
            reading.notes.append(note)
    hang_below(entry, reading)
    return reading


def _first_italic(text: Text) -> tuple[int, int]:
    at = 0
    start = -1
    for run in text.runs:
        italic = bool(run.marks & Mark.ITALIC)
        if italic and start < 0:
            start = at
        if not italic and start >= 0:
            return start, at
        at += len(run.text)
    return start, at
