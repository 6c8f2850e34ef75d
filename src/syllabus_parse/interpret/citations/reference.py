"""A formal reference (APA, MLA, Chicago, ACM, IEEE, DIN, ABNT, GB/T): head, title, and the imprint behind it."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import Mark, Text
from syllabus_parse.interpret.citations.head import add_head, find_head
from syllabus_parse.interpret.citations.journals import take_journal_set_off
from syllabus_parse.interpret.citations.patterns import OPENERS, SEPARATORS, YEAR
from syllabus_parse.interpret.citations.press import (
    CITY_PRESS,
    CITY_YEAR,
    EDITION,
    EDITORS,
    JOURNAL,
    PUBLISHER,
    comma_stop,
    read_press,
    set_last_year,
    take_journal,
)
from syllabus_parse.interpret.citations.tail import read_tail
from syllabus_parse.interpret.citations.title import find_marked, find_quoted
from syllabus_parse.interpret.citations.values import set_venue
from syllabus_parse.interpret.citations.venue import sentence_cut, take_venue
from syllabus_parse.interpret.records import RawLink, RawReading, RawVenue
from syllabus_parse.model import ReadingKind
from syllabus_parse.normalize.venues import find_venue, parse_known_venue, parse_venue
from syllabus_parse.regex import lazy_regex

IN: Final = lazy_regex(r"[\s.,;(–-]*+(?:in|em|en|dans):?\s+(?:(?:ders|dies|id|idem)\.?[,:]\s+)?(?=\S)", re.IGNORECASE)
# A town and a house between commas, e.g. "Barcelona, Gedisa, 2001, pp. 208-257"
CITY_COMMA: Final = lazy_regex(
    r"\W*[^\W\d_a-z][\w.]{2,20}(?:\s[^\W\d_a-z][\w.]{2,20})?,\s[^\W\d_a-z][^,\d]{1,40},\s(?:1[5-9]|20)\d\d\b"
)
# e.g. "'Hedges at the Margins', Journal of Hedges, 3"
SINGLE_QUOTED: Final = lazy_regex(r"\s*[‘'](?P<title>[^\n]{5,300}?[^\s])[’'](?=[\s,.])")
MEETING: Final = lazy_regex(
    r"\b(?:conference|symposium|workshop|proceedings|congress|tagung|konferenz|congreso)\b", re.IGNORECASE
)
# What a work is, as Chinese references mark it behind the title, e.g. "机器学习[M]"
TYPE_MARK: Final = lazy_regex(r"\s?[\[［](?P<mark>[MJCDRNSPGAZ]|EB|DB)(?:/OL)?[\]］]\s?[.．,，]?\s*", needs="[ ［")
TYPES: Final[dict[str, ReadingKind]] = {
    "M": "book",
    "D": "thesis",
    "R": "report",
    "N": "article",
    "EB": "web",
    "DB": "web",
}
# The rest of a title behind its question, then a journal: "Implementations and algorithms. Trends in Botany, 1-12."
SECOND_PART: Final = lazy_regex(r"[^.?!,]{5,160}\.\s+(?=[A-Z][^.\d]{3,80},\s\d)")
# A journal with commas in its name or without a volume, told by the pages that end a reference with a year at its head
PAGES: Final = lazy_regex(
    r"(?P<name>[A-Z][^\d;:()]{3,90}?),\s(?:(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*,\s)?"
    r"(?P<where>(?:\d{1,4}(?:\(\d{1,3}(?:[–-]\d{1,3})?\))?(?:,\s|$|\.$))?(?:(?:e|pp?\.\s)?\d{1,6}(?:\s?[–-]\s?\d{1,6})?)?\.?)"
)
PLACE_INSIDE: Final = lazy_regex(r"\((?P<place>[^()\n]{2,60})\)\s?[.,:;]\s*")
# The year of what a title names, e.g. "Roe, B. (2014). A review of Moss (2013). Journal of Looms"
TITLE_YEAR: Final = lazy_regex(r"\((?:1[5-9]|20)\d\d\)\.\s")
CJK_STOP: Final = lazy_regex(r"[.．。，,]\s*(?=\S)")


def read_reference(text: Text, reading: RawReading) -> bool:
    """Read a reference that begins with its people; False, and nothing taken, where the entry is none.

    A head that proves little ("Eco, Umberto: ") is believed where a publisher, an edition or a marked title follows.
    """
    plain = text.plain
    head = find_head(plain)
    if head is None:
        return False
    rest = text.slice(head.end, len(plain))
    if len(rest.plain.strip()) < 3:
        return False
    end = find_title_end(rest, sure=head.year is not None)
    after = rest.slice(end[2], len(rest.plain))
    if not head.sure and not _proves(rest, after, marked=end[0] > 0):
        return False
    title = rest.slice(end[0], end[1]).strip(SEPARATORS.replace(".", "").replace("-", "") + OPENERS)
    dated = head.year is not None and YEAR.fullmatch(title.plain.strip(". "))  # "Orwell, George (1949). 1984."
    if not dated and not LETTERS.search(title.plain):
        return False
    add_head(reading, text, head)
    mark = TYPE_MARK.search(title.plain)
    if mark:
        reading.kind = TYPES.get(mark["mark"])
        title = title.slice(0, mark.start())
    reading.title = title.strip(" .") if not title.plain.endswith("...") else title
    if not after:
        reading.title = take_venue(reading.title, reading).strip(SEPARATORS)
    read_imprint(after, reading, quoted=end[0] > 0 and rest.plain[end[0] - 1] in OPENERS)
    for anchor, start, stop in text.links():
        if not any(link.anchor is anchor for link in reading.links):
            reading.links.append(RawLink(anchor, text.slice(start, stop).strip()))
    return True


def is_reference(text: Text) -> bool:
    """Tell a formal reference from a topic or talk: people with a year, a publisher, a marked title.

    >>> from syllabus_parse.readers.inline import read_inline
    >>> is_reference(read_inline("Lynch, Nancy. Distributed Algorithms. Morgan Kaufmann, 1996"))
    True
    >>> is_reference(read_inline("Ana Cruz, Bo Lindgren: office hours"))
    False
    """
    head = find_head(text.plain)
    if head is None:
        return False
    rest = text.slice(head.end, len(text.plain))
    end = find_title_end(rest)
    after = rest.slice(end[2], len(rest.plain))
    if head.sure and len(rest.plain.split()) > SHORT_TITLE and ENDS_DATED.search(after.plain):
        return True  # "Roe, William. Coffee, Society, and Looms. Mill Town, 1995."
    return (head.year is not None and len(rest.plain.split()) > 1) or _proves(rest, after, marked=end[0] > 0)


ENDS_DATED: Final = lazy_regex(r"[,(]\s?(?:1[5-9]|20)\d\d\)?[\s.]*$")
SHORT_TITLE: Final = 3


def _proves(rest: Text, after: Text, *, marked: bool) -> bool:
    words = after.plain
    return marked or bool(
        TYPE_MARK.search(rest.plain)
        or PUBLISHER.search(words)
        or EDITION.search(words)
        or CITY_PRESS.search(words)
        or CITY_YEAR.match(words)
        or find_venue(rest.plain)
    )


CJK: Final = lazy_regex(r"[\u3400-\u9fff]")
STOP: Final = lazy_regex(r"\.\s+")
LETTERS: Final = lazy_regex(r"[^\W\d_]{2}")
IN_PROCEEDINGS: Final = lazy_regex(
    r"In:?\s(?:the\s)?(?:Proceedings|Proc\b|Advances in|Findings of|Actas|Anais|Actes)\b"
)


def find_title_end(rest: Text, *, sure: bool = False) -> tuple[int, int, int]:
    """Find where the title behind a head stands: its start, its end, and the start of what follows it.

    Quotes or emphasis at the very start hold it; else a full stop ends it, or a comma before "2nd ed.", a press.
    """
    plain = rest.plain
    quoted = find_quoted(plain)
    if quoted and not plain[: quoted[0]].strip(SEPARATORS + OPENERS):
        return quoted[0], quoted[1], min(len(plain), quoted[1] + 1)
    italic = find_marked(rest, Mark.ITALIC)
    if italic and not plain[: italic[0]].strip(SEPARATORS):
        return italic[0], italic[1], italic[1]
    single = SINGLE_QUOTED.match(plain)
    if single:
        return single.start("title"), single.end("title"), single.end()
    mark = TYPE_MARK.search(plain)
    if mark:
        return 0, mark.end("mark") + 1, mark.end()
    if CJK.match(plain):
        stop = CJK_STOP.search(plain)
        return (0, stop.start(), stop.end()) if stop else (0, len(plain), len(plain))
    end = after = sentence_cut(plain) or len(plain)
    for found in STOP.finditer(plain, 0, end):
        if PUBLISHER.match(plain, found.end()) or IN_PROCEEDINGS.match(plain, found.end()):
            # "Atlas of AI. Yale University Press", "Gender Bias in NLP. In Proceedings of …"
            end = after = found.end()
            break
    if plain[:end].rstrip().endswith(("?", "!")):
        more = re.match(r"[^.?!]{5,160}\.\s+(?=In:?\s[A-Z])", plain[end:]) or SECOND_PART.match(plain[end:])
        end = after = end + more.end() if more else end  # "Where are they? A sociology of things. In …"
    comma = comma_stop(plain, end)
    if comma is not None and not (sure and TITLE_YEAR.match(plain, comma[0])):
        return 0, comma[0], comma[1]
    return 0, end, after


def read_imprint(after: Text, reading: RawReading, *, quoted: bool = False) -> None:
    """Read what stands behind the title of a reference: a journal, the book that holds it, or a publisher.

    A publisher is no venue: its words become a note, and what it printed a book.
    """
    words = after.strip(SEPARATORS.replace(".", "").replace("-", "") + ". " + OPENERS + "，")
    if not words:
        return
    plain = words.plain
    held = IN.match(plain)
    if held:
        _read_in(words.slice(held.end(), len(plain)), reading)
        return
    known = find_venue(plain) or parse_known_venue(plain)
    if read_press(words, reading, quoted=quoted):
        return
    if CITY_COMMA.match(plain) and known is None:
        set_last_year(words, reading)
        reading.kind = reading.kind or ("book" if not quoted else None)
        reading.notes.append(words)
        return
    journal = JOURNAL.match(_join_name(words)) if known is None else None
    if journal is None and known is None and reading.year is not None:
        journal = PAGES.fullmatch(plain)
    if journal and reading.venue is None:
        take_journal(words, journal, reading)
        return
    left = take_journal_set_off(words, reading).strip(SEPARATORS) if quoted and known is None else words
    if left:
        read_tail(left, reading)


def _join_name(words: Text) -> str:
    """Return words without the commas and colons of the name in italics that they begin with."""
    found = find_marked(words, Mark.ITALIC)
    if found is None or found[0]:
        return words.plain
    name = words.plain[: found[1]]
    return re.sub(r"[:,](?!\s?\d)", " ", name) + words.plain[found[1] :]


def _read_in(words: Text, reading: RawReading) -> None:
    """Read "In: Meier, K. (Hrsg.): Handbuch. Springer, Berlin 2010, S. 12–30" and "In Proceedings of …"."""
    plain = words.plain
    known = parse_venue(plain) or find_venue(plain)
    editors = EDITORS.match(plain)
    journal = JOURNAL.match(plain)
    if journal and not editors and (known is None or not known.known) and not PUBLISHER.search(plain):
        take_journal(words, journal, reading)
        return
    if known is not None and known.known and not editors:
        set_venue(reading, known, words)
        set_last_year(words, reading)
        return
    if editors:
        reading.notes.append(words.slice(0, editors.end()).strip(" :,"))
        words = words.slice(editors.end(), len(plain))
        plain = words.plain
    start, end, after = find_title_end(words)
    body = words.slice(start, end).strip(SEPARATORS + OPENERS + "(")
    pages = re.search(r"\s*\(pp?\.", body.plain)
    if pages:
        body = body.slice(0, pages.start())
    rest = words.slice(after, len(plain)).strip(SEPARATORS)
    inside = PLACE_INSIDE.match(rest.plain)
    if inside:  # "(pp. 3–18). Mill Press"
        set_last_year(rest, reading)
        reading.notes.append(rest.slice(*inside.span("place")))
        rest = rest.slice(inside.end(), len(rest.plain))
    rest = rest.strip(SEPARATORS + "(")
    rest = rest if "(" in rest.plain else rest.strip(SEPARATORS + ")")
    venue = parse_known_venue(body.plain)
    if venue is not None:
        set_venue(reading, venue, body)
    elif body:
        meeting = MEETING.search(body.plain)
        reading.venue = RawVenue(body.plain, "conference" if meeting else "book", False, body)
        reading.kind = reading.kind or (
            None if meeting else "chapter" if editors or PUBLISHER.search(rest.plain) else None
        )
    if rest:
        set_last_year(rest, reading)
        reading.notes.append(rest)
