"""The head of a formal reference: people, often turned round, then a year, a full stop or a colon."""

from __future__ import annotations

import re
from typing import Final

import attrs

from syllabus_parse.document import Text
from syllabus_parse.interpret.citations.names import (
    AND_FIRST,
    BARE_INITIALS,
    CAPITALS,
    FIRST_TURNED,
    INITIALED,
    INVERTED,
    PARTICLES,
    ROLE,
    WORD,
    YOUNGER,
    is_body,
    is_inverted,
    is_surnames,
    looks_like_people,
    split_inverted,
)
from syllabus_parse.interpret.citations.values import add_people, set_year
from syllabus_parse.interpret.records import RawPerson, RawReading
from syllabus_parse.memo import remember
from syllabus_parse.normalize.name_words import GIVEN
from syllabus_parse.normalize.name_words import SURNAMES as FAMILY_NAMES
from syllabus_parse.normalize.people import score_people
from syllabus_parse.regex import lazy_regex

LOOKED_AT: Final = 600
"""A list of authors is no longer."""
# The year behind the people, e.g. "(2019). " · ". 2004. " · ", 2014. " · " (2015, March 4). " · " 1998: " · "[2007] "
HEAD_YEAR: Final = lazy_regex(
    # the year in which it first appeared may stand before: "[1905] 2002", "(1905/2002)"
    r"[\s.,]{1,3}(?:[(\[](?P<first>1[5-9]\d\d)[)\]]\s)?(?P<open>[(\[]?)(?:1[5-9]\d\d/)?"
    r"(?P<year>(?:1[5-9]|20)\d\d)(?P<letter>[a-z]?)(?:\.(?=[)\]]))?"
    r"(?:/\d{2,4}|,\s[A-Z][a-zé]{2,9}\.?(?:\s\d{1,2}(?:[-–]\d{1,2})?)?(?=[)\].])|\s?\[\d{4}\])?(?P<close>[)\]]?)"
    r"(?P<end>\s?[.:,]\s*|\s+[–—-]\s+|\s+)(?=\S)"
)
NO_DATE: Final = lazy_regex(
    r"\s\((?:n\.?\s?d\.?|o\.\s?J\.|s\.\s?f\.|forthcoming|in press|im Erscheinen)\)[.:,]?\s+(?=\S)"
)
STOP: Final = lazy_regex(r"(?P<mark>[:：.])\s+(?=\S)|[:：](?=[A-ZÄÖÜ《「“\"\u3400-\u9fff])")
# What stands before the full stop is looked at behind it: there are fewer of them than of letters.
SENTENCE: Final = lazy_regex(
    rf"[.?!](?<!\bal.)(?<!\bJr.)(?<!\b[Ee]ds.)(?<!\b[Ee]d.)(?<!Hrsg.)(?<![{CAPITALS}].)(?<!\b[{CAPITALS}][a-z].)"
    r"[\"”]?\s|[\"“”„]"
)
CJK_PEOPLE: Final = lazy_regex(
    r"(?P<people>[\u3400-\u9fff]{2,4}(?:[、，,;；\s]{1,2}[\u3400-\u9fff]{2,4}){0,6}(?:[，,]?\s?等(?:编著?|著)?)?(?:编著?|著)?)"
    r"(?:[.．:：。]\s*|[，,]\s*(?=《))"
)  # e.g. "周志华. " · "李航，《"
CJK_ROLE: Final = lazy_regex(r"[，,]?\s?等?(?:编著?|著)?$")
# What proves that a comma parts an author from a work, e.g. "…, Ch. 2" · "…, pp. 195-228" · "…, Book II"
PART: Final = lazy_regex(
    r",\s(?:(?:pp?|pages?|chap(?:ter)?s?|ch|sec(?:tion)?s?|§§?|kap(?:itel)?|cap(?:ítulo)?s?|S)\.?\s?\d|(?:books?|parts?|acts?|"
    r"vol(?:ume)?|b[ou]ch|teil|libro|livro)\.?\s(?:[IVX]{1,5}\b|\d)|\d{1,4}\s?[-–]\s?\d{1,4}\W*$)"
    r"|\s\((?:1[89]|20)\d\d\)\W*$|\s\([A-Z][^():]{2,40}:\s[^()]{3,60},\s(?:1[89]|20)\d\d\)",
    re.IGNORECASE,
)
_NAME: Final = rf"{PARTICLES}{WORD}(?:\s[{CAPITALS}]\.)?(?:\s[{CAPITALS}][\w'’-]{{1,30}}){{0,1}}"
LONE_WORD: Final = lazy_regex(rf"\s*(?P<name>{PARTICLES}{WORD}),")
LONE: Final = lazy_regex(
    rf"(?P<people>{_NAME}),\s+(?=[{CAPITALS}])(?!(?:Ch|Sec|Part|Book|Vol|Kap|Cap|Lec|Section|Chapter)\b)"
)
SURNAME: Final = lazy_regex(rf"(?P<people>{WORD}),\s+(?=[{CAPITALS}\"“])")
DATED_END: Final = lazy_regex(r",\s(?:[A-Z][^,.\n]{1,40}\s)?(?:19|20)\d\d\W{0,3}$")
PAIR: Final = lazy_regex(
    rf"(?P<people>{_NAME}(?:,\s{_NAME}){{0,6}},?\s(?:and|&|und|y|e)\s{_NAME}),\s+(?=[{CAPITALS}\"“])"
)
# Full names before a title, and no "and", e.g. "Ada Gray, Bo Hill, "
_FULL: Final = rf"{WORD}(?:\s[{CAPITALS}]\.){{0,2}}\s{PARTICLES}{WORD}"
LISTED: Final = lazy_regex(rf"(?P<people>{_FULL}(?:,\s{_FULL}){{0,7}}),\s+(?=[{CAPITALS}\"“])")
NEXT_PIECE: Final = lazy_regex(r"[^,.;\n]{1,200}")
ET_AL: Final = lazy_regex(r"\bet\.?\sal\.?(?P<end>,?\s+|[:：]\s*)(?=\S)")
# One name turned round, e.g. "Sun, Wen" · "Mills, C. Wright"
TURNED: Final = lazy_regex(
    rf"(?P<family>{PARTICLES}{WORD}),\s(?!{YOUNGER}\b)"
    rf"(?P<given>(?:[{CAPITALS}]\.\s)?[{CAPITALS}][\w'’-]{{1,30}}(?:\s[{CAPITALS}][\w'’.-]{{0,30}}){{0,2}})"
)
TURNED_SCORE: Final = 0.35
"""What one name turned round before a title that is set apart scores as people, at least."""
# What ends a name behind its initials, e.g. "Moos. " · "Moos, " · "Moos and "
OTHERS_END: Final = lazy_regex(r"\bet\.? al\.?$")
TITLE_WORDS: Final = lazy_regex(r"[A-ZÀ-Ž][^\s.,;:]{2,30}(?:\s[\w’'-]{1,30}){2,40}")
LAST_WORD: Final = lazy_regex(rf"{PARTICLES}{WORD}(?:[.,:]\s|\s(?:and|&)\s)")
# The last of several people by initials, e.g. ", J. D. Moos" · " and J. D. Moos"
LAST_INITIALED: Final = lazy_regex(rf"(?:,|\sand|\s&)\s(?:[{CAPITALS}]\.\s?){{1,3}}{PARTICLES}{WORD}$")
# What may stand between two people, and what between the last of them and the title
BETWEEN_PEOPLE: Final = lazy_regex(r"\s*(?:,\s*)?(?:(?:and|&|und|y|e)\s+)?")
NEXT_TURNED: Final = lazy_regex(r",\s+(?:(?:and|&|und|y|e)\s+)?")
COMMA: Final = lazy_regex(r",\s+(?=\S)")
SECTION_MARK: Final = lazy_regex(r"\s?(?:[A-Z]\w{1,3}\.?\s?)?[\d§]")
# Whose full stop is part of the people, e.g. the end of "Doe, R. B" · "Gray et al"
SHORT_END: Final = lazy_regex(rf"(?<!\w)[{CAPITALS}]$|\b(?:al|Jr|Sr)$")
MORE_INITIALS: Final = lazy_regex(
    rf"(?:[{CAPITALS}][a-z]?\.|,|(?:and|und|y|e|et)\s(?=[{CAPITALS}])|&)"
)  # e.g. "J. D." behind "Moos.", "y Moos, A." behind "Gray, B."
INITIAL_END: Final = lazy_regex(rf"(?<!\w)(?P<letters>[{CAPITALS}][a-z]?)\.$")
AND: Final = lazy_regex(r"(?:,\s*(?:and|&|und|y|e)\s|\s(?:and|&|und|y|e)\s)")


@attrs.frozen
class Head:
    """The head of a reference: people stand in [0, people), the title begins at `end`; `sure` tells it from a title.

    `first` is the year in which a work appeared that was printed again in `year`.
    """

    people: int
    end: int
    year: tuple[int, int] | None = None
    sure: bool = True
    first: tuple[int, int] | None = None


@remember(4096)
def find_head(plain: str) -> Head | None:
    """Find the people, and the year, that begin a reference: "Smith, J. A. (2019). ", "Ernst, Hartmut: ".

    A colon or full stop behind one turned name proves little, so that head is not `sure`: it counts only where
    a publisher, an edition or a marked title follows. A title with commas ("Time, Clocks, and …") is none.

    >>> find_head("Smith, J. (2019). Learning to sort.")
    Head(people=9, end=18, year=(11, 15), sure=True, first=None)
    >>> find_head("Time, Clocks, and the Ordering of Events") is None
    True
    """
    window = plain[:LOOKED_AT]
    asian = CJK_PEOPLE.match(window) if not window.isascii() else None
    if asian and score_people(CJK_ROLE.sub("", asian["people"])) > 0.5:
        return Head(asian.end("people"), asian.end(), sure=False)
    for pattern in (HEAD_YEAR, NO_DATE):
        found = pattern.search(window)
        if found is None or found.start() < 2:
            continue
        people = _end_people(window, found.start())
        bare = pattern is HEAD_YEAR and not found["open"] and not found["end"].strip()
        # "Peters et al. 2018 Looms of the North"
        bare = bare and not (OTHERS_END.search(window[:people]) and TITLE_WORDS.match(window, found.end()))
        whole = not SENTENCE.search(window[:people])
        if whole and not bare and looks_like_people(window[:people]) and _is_balanced(found):
            if pattern is NO_DATE:
                return Head(people, found.end())
            first = found.span("first") if found["first"] else None
            return Head(people, found.end(), found.span("year"), first=first)
    others = ET_AL.search(window)
    if others and others.start() > 2 and looks_like_people(window[: others.start()].strip() + " et al."):
        if re.match(r"\(?\d{4}", window[others.end() :]):
            return None
        if "." not in others[0][:-1] and others["end"].strip() == "":
            return None  # "et al" in running text
        return Head(others.start("end"), others.end())
    stop, comma = _find_stop(window), _find_comma(window)
    if stop is None or (
        comma is not None and comma.end < stop.people and score_people(window[comma.end : stop.people]) < 0.3
    ):
        return comma  # "J. Dean and S. Ghemawat, _A Title_. Springer": the full stop ends the title
    return stop


def _is_known_given(head: str) -> bool:
    """Tell whether what stands behind the comma of a turned name is a given name: "Weber, Max"."""
    given = head.partition(",")[2].split()
    return bool(given) and given[0] in GIVEN


def is_head(words: str) -> bool:
    """Tell whether all of the words before a marked title are a head: "Benkler, Yochai. ", "李航，".

    >>> is_head("Benkler, Yochai. "), is_head("See also. ")
    (True, False)
    """
    bare = words.rstrip(' "“„«‘《*_')
    lone = LONE_WORD.fullmatch(bare)
    if lone and (score_people(lone["name"]) >= 0.25 or lone["name"] in FAMILY_NAMES):
        return True  # "Kleppmann, _Designing …_"
    head = find_head(f"{bare} 《" if bare.endswith(("，", "：")) else f"{bare} X")
    return head is not None and head.end > len(bare)


def _find_comma(window: str) -> Head | None:
    """Find names with initials before a comma: "D. Knuth, The Art of …", "J. Dean and S. Ghemawat, MapReduce: …"."""
    at = 0
    while True:
        turned = INVERTED.match(window, at)
        if turned is None or "." not in turned["given"]:
            break
        at = turned.end()
        gap = NEXT_TURNED.match(window, at)
        if gap is None:
            break
        following = INVERTED.match(window, gap.end())
        if following is None or "." not in following["given"]:
            return Head(at, gap.end(), sure=False)  # "Alpern, E., Introduction to …, MIT Press"
        at = gap.end()
    at = 0
    while True:
        found = INITIALED.match(window, at)
        if found is None:
            break
        gap = COMMA.match(window, found.end())
        more = BETWEEN_PEOPLE.match(window, found.end())
        if more is not None and more.end() > found.end() and INITIALED.match(window, more.end()):
            at = more.end()
            continue
        return Head(found.end(), gap.end(), sure=False) if gap is not None else None
    pair = PAIR.match(window)
    if pair and score_people(pair["people"]) >= 0.5:
        return Head(pair.end("people"), pair.end(), sure=bool(PART.search(window, pair.end())))
    alone = SURNAME.match(window)
    if alone and alone["people"] in FAMILY_NAMES and DATED_END.search(window, alone.end()):
        behind = NEXT_PIECE.match(window, alone.end())
        if behind is not None and len(behind[0].split()) > 2 and score_people(behind[0]) < SOME_NAME:
            return Head(alone.end("people"), alone.end())  # "Clark, The Philosophy of Weaving, 1988"
    listed = _find_listed(window)
    if listed is not None and listed.sure:
        return listed
    lone = LONE.match(window)
    if lone and PART.search(window, lone.end()) and not SECTION_MARK.match(window, lone.end()):
        one = " " not in lone["people"]
        if score_people(lone["people"]) >= (0.3 if one else 0.7):
            return Head(lone.end("people"), lone.end())
    return listed


def _find_listed(window: str) -> Head | None:
    """Find full names, known as such, before the words of a title; one name alone proves little."""
    found = LISTED.match(window)
    behind = NEXT_PIECE.match(window, found.end()) if found is not None else None
    if found is None or behind is None or len(behind[0].split()) < 3 or score_people(behind[0]) > 0.2:
        return None
    names = found["people"].split(", ")
    sure = all(score_people(name) >= SURE_NAME for name in names)
    return Head(found.end("people"), found.end(), sure=len(names) > 1) if sure else None


SURE_NAME: Final = 0.85
SOME_NAME: Final = 0.3


def _is_balanced(found: re.Match[str]) -> bool:
    return "open" not in found.re.groupindex or bool(found["open"]) == bool(found["close"])


def _end_people(plain: str, end: int) -> int:
    """Move the end behind the full stop of an initial ("Doe, R. B.")."""
    while plain[end - 1 : end] in (",", " "):
        end -= 1
    return end + 1 if plain[end : end + 1] == "." and SHORT_END.search(plain, max(0, end - 3), end) else end


def _find_stop(window: str) -> Head | None:
    """Find the full stop or colon behind a list of people; initials have full stops of their own."""
    best: Head | None = None
    for count, found in enumerate(STOP.finditer(window)):
        if count > 40:
            break
        end = _end_people(window, found.start())
        head = ROLE.sub("", window[:end]) if window[end - 1 : end] == ")" else window[:end]
        if len(head) < 3 or (window[found.start()] == "." and MORE_INITIALS.match(window, found.end())):
            continue  # more initials follow
        initial = INITIAL_END.search(head, max(0, len(head) - 4))
        if initial is not None and (not is_inverted(head) or _is_next_name(head, window[found.end() :])):
            continue  # the initial of a name to come
        if is_inverted(head) or INITIALED.fullmatch(head.rstrip(". ")):
            strong = initial is not None and len(initial["letters"]) == 1
            strong = strong or ";" in head or _is_known_given(head)
            strong = strong or len(BARE_INITIALS.findall(head)) > 1
            return Head(end, found.end(), sure=strong)
        turned = FIRST_TURNED.match(head)
        if turned and score_people(AND_FIRST.sub("", head[turned.end() :])) > 0.2:
            return Head(end, found.end())
        score = 0.0 if SENTENCE.search(head) else score_people(head)
        proved = LAST_INITIALED.search(head) is not None
        if score >= (0.6 if proved else 0.85) and ("," in head or ";" in head or AND.search(head)):
            best = Head(end, found.end())
        elif best is not None or score < 0.3:
            break
    return best


def _is_next_name(head: str, behind: str) -> bool:
    """Tell whether initials behind two names begin the next name: "Ana Cruz, J. D." before "Moos. The Long Loom"."""
    first = head.partition(",")[0].split()
    return len(first) > 1 and first[0] not in FAMILY_NAMES and LAST_WORD.match(behind) is not None


OTHERS: Final = lazy_regex(r"[\s,]{1,3}(?:et\.?\sal\.?|u\.\s?a\.)\s*$")  # e.g. the end of "Gray et al."


def add_head(reading: RawReading, text: Text, head: Head) -> None:
    """Give the people and the year of a head to a reading; who only edited it stays an author with that role."""
    people = text.slice(0, head.people)
    if head.first is not None:
        reading.notes.append(text.slice(*head.first))
    role = ROLE.search(people.plain)
    if role:
        people = people.slice(0, role.start())
    lead = len(people.plain) - len(people.plain.lstrip())
    plain = people.plain
    others = OTHERS.search(plain)
    body = plain[: others.start()] if others else plain
    names = split_inverted(body[lead:].rstrip(" ,;:"))
    turned = FIRST_TURNED.match(body)
    if turned is not None and is_surnames(body.strip(" ,;:.")) and turned["given"].split()[0] not in GIVEN:
        turned = None  # "Gray, Hill, and Moos"
    alone = TURNED.fullmatch(body.strip(" ,;:")) if others and not names and turned is None else None
    if others is not None and alone is not None and ("," in others[0] or alone["given"].split()[0] in GIVEN):
        name = f"{alone['given']} {alone['family']}"  # "Sun, Wen, et al."
        reading.authors.append(RawPerson(people.slice(0, len(body.rstrip(" ,;:"))).strip(), parsed=name))
        if head.year is not None:
            set_year(reading, text.slice(*head.year))
        return
    if not plain.isascii() and CJK_PEOPLE.match(plain + "."):
        tail = CJK_ROLE.search(plain)
        add_people(reading, people.slice(0, tail.start() if tail else len(plain)))
    elif names:
        for start, end, name in names:
            reading.authors.append(RawPerson(people.slice(lead + start, lead + end), parsed=name))
    elif turned:
        name = f"{turned['given']} {turned['family']}"
        reading.authors.append(RawPerson(people.slice(0, turned.end("given")), parsed=name))
        joint = re.match(r"(?:and|&|und|y|et)\s", plain[turned.end() :])
        add_people(reading, people.slice(turned.end() + (joint.end() if joint else 0), len(plain)))
    elif is_body(plain.strip(" .,")):
        body_name = people.strip(" .,")
        reading.authors.append(RawPerson(body_name, parsed=body_name.plain))
    else:
        add_people(reading, people)
    if head.year is not None:
        set_year(reading, text.slice(*head.year))
