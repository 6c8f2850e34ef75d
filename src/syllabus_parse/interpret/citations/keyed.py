"""Works cited by a key that is the link: "[Gray et al. 15](…) Maps of Looms", "Maps of Looms [Gray et al](…)"."""

from __future__ import annotations

from typing import Final

from syllabus_parse.document import Text
from syllabus_parse.interpret.citations.kinds import is_instruction
from syllabus_parse.interpret.citations.names import is_surnames, looks_like_people
from syllabus_parse.interpret.citations.patterns import OPENERS, PEOPLE_ENOUGH, SEPARATORS
from syllabus_parse.interpret.citations.plain import read_plain
from syllabus_parse.interpret.citations.title import count_capitals
from syllabus_parse.interpret.citations.values import add_people, set_year, title_links
from syllabus_parse.interpret.records import RawLink, RawReading
from syllabus_parse.normalize.people import score_people
from syllabus_parse.regex import lazy_regex

# Surnames with "et al." or a year, e.g. "Kingma and Welling 14" · "[Weiss et al.]" · "Gray et al., '98"
KEY: Final = lazy_regex(
    r"[\s\[(]*+(?P<people>[A-ZÀ-ÖØ-Þ][\w'’-]{1,30}(?:(?:,? and | & |, )[A-ZÀ-ÖØ-Þ][\w'’-]{1,30}){0,3}"
    r"(?P<others>,? et\.? al\.?)?)[\s,]*(?:[(\[]?['’]?(?P<year>(?:(?:19|20)\d\d|\d\d))[a-z]?[)\]]?)?[\s\]).:]*"
)
TURN: Final = 40
"""Years in two digits below this one are of the third millennium."""
LEAST_WORDS: Final = 3


def read_keyed(text: Text, reading: RawReading) -> bool:
    """Read a work whose link shows who wrote it, and when, beside its title; False for any other words.

    >>> from syllabus_parse.document import EMPTY
    >>> from syllabus_parse.readers.inline import read_inline
    >>> made = RawReading(EMPTY)
    >>> read_keyed(read_inline("[[Gray and Hill 14]](k.pdf) Maps of Many Looms, ICLR 2014"), made)
    True
    >>> made.title.plain, made.year
    ('Maps of Many Looms', 2014)
    """
    links = title_links(text)
    if len(links) != 1:
        return False
    anchor, start, end = links[0]
    words = text.slice(start, end)
    found = KEY.fullmatch(words.plain)
    if found is None or not (found["others"] or found["year"] or _signs(text, words, start, end)):
        return False
    if found["year"] and len(found["year"]) == 2 and not (found["others"] or " " in found["people"]):
        return False  # "Windows 95"
    before, after = text.slice(0, start), text.slice(end, len(text.plain))
    rest = find_rest(before, after)
    if rest is None:
        return False
    reading.links.append(RawLink(anchor, words.strip()))
    add_people(reading, words.slice(*found.span("people")))
    read_plain(rest, reading, lines=False)
    if reading.year is None and found["year"]:
        _set_key_year(words.slice(*found.span("year")), reading)
    return True


def _signs(text: Text, words: Text, start: int, end: int) -> bool:
    """Tell bare surnames that end an entry behind a title in capitals: "Theory of Looms [Gray and Hill](…)"."""
    lead = text.plain[:start].rstrip(" ,([–—-")
    if text.plain[end:].strip(" ).]") or len(lead.split()) <= LEAST_WORDS or lead.endswith((":", ".", ",")):
        return False
    last = lead.split()[-1]
    long, capital = count_capitals(lead)
    if last.islower() or capital * 10 < long * 7 or long < LEAST_WORDS:
        return False
    return is_surnames(words.plain.strip(" []()")) or looks_like_people(words.plain.strip(" []()"))


def find_rest(before: Text, after: Text) -> Text | None:
    """Return the words of the title and what follows it, before or behind the key; None where there are none."""
    lead = before.plain.strip(SEPARATORS + OPENERS + "[(")
    behind = after.plain.strip(SEPARATORS + OPENERS + "])")
    if not lead:
        if len(behind.split()) < LEAST_WORDS or not (behind[:1].isupper() or behind[:1].isdigit()):
            return None
        return after.slice(len(after.plain) - len(after.plain.lstrip(" ].:,–—-)")), len(after.plain))
    if len(lead.split()) < LEAST_WORDS or lead.endswith(":") or not lead[:1].isupper():
        return None
    if is_instruction(lead) or score_people(lead) > PEOPLE_ENOUGH or len(behind.split()) > LEAST_WORDS:
        return None
    return before.slice(0, len(before.plain.rstrip(" ,([–—-"))).join(after.slice(0, len(after.plain) if behind else 0))


def _set_key_year(words: Text, reading: RawReading) -> None:
    if len(words.plain) > 2:
        set_year(reading, words)
        return
    year = int(words.plain)
    reading.year = (2000 if year < TURN else 1900) + year
    reading.year_text = words
