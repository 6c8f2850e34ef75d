"""Passages of books told by title and place: "*Emma* to end", "Ovid, “Daphne,” lines 1-40; *Beowulf* through p. 25".

Courses in literature, history and philosophy write so: the title in italics or quotes, what to read of it in plain
words, no link, publisher or year. A line is read here only where every part of it is such a passage, homework or a
short topic.
"""

from __future__ import annotations

import re
from typing import Final

import attrs

from syllabus_parse.document import EMPTY, Mark, Text
from syllabus_parse.interpret.citations.people_lines import add_authors
from syllabus_parse.interpret.records import RawReading, RawVenue
from syllabus_parse.interpret.sessions.deadlines import is_deadline
from syllabus_parse.interpret.words import title_kind
from syllabus_parse.model import ReadingKind
from syllabus_parse.normalize.people import score_people
from syllabus_parse.regex import lazy_regex

QUOTED: Final = lazy_regex(r"“[^“”\n]{1,200}”|\"[^\"\n]{1,200}\"|«[^«»\n]{1,200}»")
UNIT: Final = (
    r"(?:acts?|books?|lines?|ll?\.|pp?\.?|pages?|ch(?:apter|apters|s)?\.?|parts?|cantos?|stanzas?|scenes?|sections?"
    r"|vol(?:ume|s)?\.?|verses?|letters?|fragments?|tablets?)"
)
PLACE: Final = r"(?:[\dIVXLivxl]{1,7}[a-z]?|end|one|two|three|four|five|six)(?:\s?[–-]{1,3}\s?(?:[\dIVXL]{1,7}|end))?"
PASSAGE_TAIL: Final = lazy_regex(
    rf"""\s{{0,3}},?\s{{0,3}}(?P<note>
          (?:through|thru|until|up\ to|to|from)\ (?:the\ )?(?:{UNIT}\ ?)?{PLACE}\b
        | {UNIT}\ ?{PLACE}(?:,\s(?:and\s)?\d[\d–-]{{0,12}}){{0,8}}
        | \((?:selections?|excerpts?|finish|entire|all|cont(?:inued|\.)?|(?:read|finish|begin|start)\b[^()\n]{{0,40}}
            |[^()\n]{{0,60}}\b(?:sections?|{UNIT})\ [^()\n]{{1,60}}|[^()\n]{{0,30}},\ entire)\)
        | \[[^\[\]\n]{{2,40}}\]
        | finish\b|entire\b|selections\b|excerpts\b|continued\b
    )""",
    re.VERBOSE | re.IGNORECASE,
)  # e.g. " through ch. 6", ", book 1, lines 27--375", " (finish)", " to end"
LABEL: Final = lazy_regex(
    r"\s*(?:(?:student |group )?(?:presentations?|readings?|discuss(?:ion)?|read|finish|begin|start|continue)\s?:?\s)?"
    r"(?P<from>(?:selections |excerpts )?from )?",
    re.IGNORECASE,
)  # e.g. "Presentation: ", "From "
LIFE: Final = lazy_regex(r"\s?\([^()\n]{0,30}\d{1,4}[^()\n]{0,30}\)$")  # e.g. "(496/5--406 bce)", "(b. 1971)"
CUT: Final = lazy_regex(r"(?:;|(?<=[\w)”\"»])\.)\s+|(?<=[.;]”)\s+|(?<=[.;]\")\s+")
SHORT: Final = lazy_regex(r"\b(?:ch|chs|p|pp|l|ll|vol|vols|no|sec|bk|pt)\.$", re.IGNORECASE)
JOINT: Final = lazy_regex(r"\s?,?\s?(?:and|&|und|y|et)?\s?")
INNER_EDGES: Final = " ,.;:"
LONGEST: Final = 900


@attrs.define(eq=False)
class Passages:
    """What a line of passages holds: works, homework, topics left, and whether a place in a work proves it."""

    readings: list[RawReading] = attrs.field(factory=list)
    homework: list[Text] = attrs.field(factory=list)
    topics: list[Text] = attrs.field(factory=list)
    proved: bool = False


def read_passages(text: Text) -> Passages | None:
    """Read a line of passages; None for any other line, and for one with links.

    >>> from syllabus_parse.readers.inline import read_inline
    >>> made = read_passages(read_inline("*Emma* to end; Woolf, “Street Haunting”"))
    >>> [(work.title.plain, [str(name.parsed) for name in work.authors]) for work in made.readings], made.proved
    ([('Emma', []), ('Street Haunting', ['Woolf'])], True)
    >>> read_passages(read_inline("The *lambda* calculus and its types")) is None
    True
    """
    plain = text.plain
    if not plain.strip() or len(plain) > LONGEST or text.links():
        return None
    titles = find_titles(text)
    if not titles:
        return None
    made = Passages()
    cuts = [
        found.span()
        for found in CUT.finditer(plain)
        if not any(a < found.start() < b - 1 for a, b in titles) and not SHORT.search(plain, 0, found.start() + 1)
    ]
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(plain)]
    for start, end in zip(starts, ends, strict=True):
        inside = [(a, min(b, end)) for a, b in titles if start <= a < end]
        if not _read_part(text, start, end, inside, made):
            return None
    return made if made.readings else None


def _read_part(text: Text, start: int, end: int, titles: list[tuple[int, int]], made: Passages) -> bool:
    """Read one part of a line; False where it is none of what such a line may hold."""
    part = text.slice(start, end).strip(INNER_EDGES)
    words = part.plain
    if not words:
        return True
    if is_deadline(words) and len(words) < 80:
        made.homework.append(part)
        return True
    works = _read_works(text, start, end, titles) if titles else None
    if works is not None:
        found, proved = works
        made.readings += found
        made.proved = made.proved or proved
        return True
    bold = all(run.marks & Mark.BOLD for run in part.runs if run.text.strip())
    if not titles and len(words) < 50 and (bold or title_kind(words) is not None):
        made.topics.append(part)
        return True
    return False


def _read_works(
    text: Text, start: int, end: int, titles: list[tuple[int, int]]
) -> tuple[list[RawReading], bool] | None:
    """Read "Author, “A” and “B” through p. 3" as works; None where other words stand between them."""
    plain = text.plain
    lead = LABEL.match(plain, start, titles[0][0])
    found = _read_author(text.slice(lead.end() if lead else start, titles[0][0]))
    if found is None:
        return None
    who, life = found
    whole: tuple[int, int] | None = None
    proved = False
    if lead and lead["from"] and len(titles) > 1 and plain[titles[0][1] : titles[0][1] + 1] == ":":
        whole, titles, proved = titles[0], titles[1:], True
    out: list[RawReading] = []
    for index, (a, b) in enumerate(titles):
        last = index + 1 == len(titles)
        stop = end if last else titles[index + 1][0]
        title = _strip_title(text.slice(a, b))
        if not title:
            return None
        reading = RawReading(title, kind="chapter" if whole else _kind_of(text, a))
        at = b
        while tail := PASSAGE_TAIL.match(plain, at, stop):
            reading.notes.append(text.slice(*tail.span("note")).strip("()[] "))
            at = tail.end()
            proved = True
        rest = plain[at:stop]
        if JOINT.fullmatch(rest.strip(" .;:,") if last else rest) is None:
            return None
        if who:
            add_authors(reading, who)
        if life:
            reading.notes.append(life)
        if whole is not None:
            book = text.slice(*whole)
            reading.venue = RawVenue(book.plain, "book", False, book)
        out.append(reading)
    return out, proved


def _read_author(text: Text) -> tuple[Text, Text] | None:
    """Read "Sophocles (496--406), " before a title: name and years; empty texts for no words, None for other words."""
    words = text.plain
    if not words.strip():
        return EMPTY, EMPTY
    if not words.rstrip().endswith(",") or len(words) > 90:
        return None
    who = text.slice(0, len(words.rstrip()) - 1)
    life = LIFE.search(who.plain)
    years = who.slice(*life.span()).strip("() ") if life else EMPTY
    who = (who.slice(0, life.start()) if life else who).strip()
    return (who, years) if who and who.plain[0].isupper() and score_people(who.plain) > 0.2 else None


def _strip_title(title: Text) -> Text:
    """Take quotes and the marks within them off a title."""
    return title.strip('“”"«» ').strip(" ,.;").strip('“”"«» ')


def _kind_of(text: Text, at: int) -> ReadingKind:
    """Tell a whole work, in italics, from a shorter one, in quotes."""
    return "article" if text.plain[at] in '“"«' else "book"


def find_titles(text: Text) -> list[tuple[int, int]]:
    """Find the stretches in italics or quotes, in order; emphasis within quotes belongs to them."""
    out = [found.span() for found in QUOTED.finditer(text.plain)]
    at = 0
    start = -1
    for run in (*text.runs, None):
        italic = run is not None and bool(run.marks & Mark.ITALIC) and not run.marks & Mark.BOLD
        if italic and start < 0:
            start = at
        if not italic and start >= 0:
            a, b = start, start + len(text.plain[start:at].rstrip())
            if not any(c <= a and b <= d for c, d in out) and len(text.plain[a:b].strip()) > 1:
                out = [(c, d) for c, d in out if not (a <= c and d <= b)] + [(a, b)]
            start = -1
        at += len(run.text) if run is not None else 0
    return sorted(out)
