"""Venues that are not in the table keep their own words; and what stands in a venue's place without being one."""

from __future__ import annotations

import re
from typing import Final

import attrs

from syllabus_parse.model import VenueKind
from syllabus_parse.normalize.venue_match import skip_lead_in
from syllabus_parse.normalize.venue_rest import TAG, list_notes, stands_bare, word_tag
from syllabus_parse.normalize.venue_settle import Hit
from syllabus_parse.normalize.venue_words import (
    MONTHS,
    ORDINALS,
    PUBLISHERS,
    VOLUME_WORDS,
    Token,
    find_year,
    read_year,
    word_set,
)
from syllabus_parse.regex import lazy_regex

# e.g. N/A · TBD · none · - · N/A (Book)
PLACEHOLDER: Final = lazy_regex(
    r"\W{0,9}(?:n\s?/\s?a|n\.\s?d\.|tbd|tba|tbc|none|null|nil|unknown|various|to be (?:announced|determined))?"
    r"\W{0,9}(?:\([^()]{0,40}\)\W{0,3})?\Z",
    re.IGNORECASE,
)
# e.g. [pdf] · (slides) · optional
LABEL: Final = lazy_regex(
    r"\W{0,9}(?:pdf|pptx?|html|slides?|video|code|link|paper|notes?|textbook|optional|required|blog post)\W{0,9}\Z",
    re.IGNORECASE,
)
NO_VENUE: Final = lazy_regex(
    r"""
      \b(?:tech(?:nical|\.)?|research|internal|progress|annual|project)\s{1,3}(?:report|rep\b|memo|note)
    | \btech\s?report\b | \bTR[ -]?\d | \bmemo(?:randum)?\b | \bwhite\s?paper\b | \bRFC[ -]?\d | \bISO/IEC\b
    | \b(?:ph\.?\s?d\.?|doctoral|master'?s?|bachelor'?s?|m\.?sc?\.?|diploma)\s{1,3}(?:thesis|dissertation)\b
    | \bdissertation\b | \bthesis\b | \bunpublished\b | \bmanuscript\b | \bpersonal\s{1,3}communication\b
    | \b(?:lecture|course|class)\s{1,3}notes?\b | \bworking\s{1,3}paper\b | \bself[ -]published\b | \bpatent\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
PRESS: Final = lazy_regex(r"(?:press|verlag|publish(?:ing|ers?)|publications|books|editions)\Z")
PUBLISHER_WORDS: Final = word_set(
    """
    acm ieee usenix siam aaai springer elsevier wiley interscience pearson routledge sage brill blackwell kluwer
    birkhauser birkhäuser packt manning apress wrox penguin norton macmillan palgrave vintage knopf cengage
    wadsworth polity verso harpercollins cup oup mit mdpi hindawi informs ams dover ellipses dunod gallimard
    suhrkamp hanser rowohlt hachette scribner doubleday viking bantam anchor freeman erlbaum oreilly crc
    """
)
PHRASE_ROWS: Final = """
    addison wesley, prentice hall, mc graw hill, mcgraw hill, morgan kaufmann, o reilly, o reilly media,
    springer verlag, springer nature, springer international, w h freeman, wiley sons, john wiley, john wiley
    and sons, john wiley sons, wiley and sons, now publishers, morgan and claypool, morgan claypool, academic
    press, world scientific, taylor and francis, taylor francis, de gruyter, walter de gruyter, basic books,
    farrar straus and giroux, simon and schuster, simon schuster, random house, penguin random house, houghton
    mifflin, harper and row, harper row, little brown, w w norton, athena scientific, brooks cole, benjamin
    cummings, jones and bartlett, new riders, no starch, pragmatic bookshelf, the pragmatic bookshelf, cold
    spring harbor laboratory, ieee computer society, pearson education, elsevier science, kluwer academic,
    chapman and hall, chapman hall, north holland, association for computing machinery, lawrence erlbaum,
    lawrence erlbaum associates, faber and faber, usenix association, the usenix association, american
    mathematical society
"""
PUBLISHER_PHRASES: Final = frozenset(" ".join(phrase.split()) for phrase in PHRASE_ROWS.split(","))
MEETING: Final = lazy_regex(
    r"\b(?:conference|conf|symposium|symp|workshop|meeting|congress|colloquium|summit|proceedings|proc)\b",
    re.IGNORECASE,
)
PERIODICAL: Final = lazy_regex(
    r"\b(?:journal|j|transactions|trans|letters|lett|review|rev|quarterly|annals|bulletin|magazine|acta|zeitschrift|revue"
    r"|archives?(?= (?:of|for|für)))\b",
    re.IGNORECASE,
)
KINDS: Final[tuple[tuple[re.Pattern[str], VenueKind], ...]] = (
    (lazy_regex(r"\bworkshops?\b", re.IGNORECASE), "workshop"),
    (lazy_regex(r"\bsymp(?:osium|osia|os)?\b", re.IGNORECASE), "symposium"),
    (lazy_regex(r"\b(?:conf(?:erence)?|congress|meeting|colloquium|summit|convention)\b", re.IGNORECASE), "conference"),
    (lazy_regex(r"rxiv\b|\be-?prints?\b|\bpreprints?\b", re.IGNORECASE), "preprint"),
    (lazy_regex(r"\bmagazine\b", re.IGNORECASE), "magazine"),
    (lazy_regex(r"\b(?:newspaper|gazette|herald|tribune|daily)\b", re.IGNORECASE), "newspaper"),
    (lazy_regex(r"\b(?:handbook|encyclopa?edia|companion to|readings in|textbook)\b", re.IGNORECASE), "book"),
    (PERIODICAL, "journal"),
)


@attrs.frozen
class Words:
    """An unknown venue: its words, kind, year and tags; all places are numbers of tokens."""

    name: str
    kind: VenueKind
    start: int
    end: int
    year: int | None
    year_at: int | None
    tags: tuple[str, ...]
    notes: tuple[tuple[int, int], ...]


def is_no_venue(text: str, tokens: list[Token]) -> bool:
    """Tell whether a text that is no known venue can't be any: blank, placeholder, date, tag, publisher, report."""
    if PLACEHOLDER.match(text) or LABEL.match(text) or NO_VENUE.search(text):
        return True
    words = [token for token in tokens if token.kind == "w"]
    if all(
        token.word in MONTHS or token.word in ORDINALS or token.word in VOLUME_WORDS or token.end - token.start < 2
        for token in words
    ):
        return True
    if not any(c.isalpha() for c in TAG.sub(" ", text)):
        return True
    return is_publisher(text, tokens)


def is_publisher(text: str, tokens: list[Token]) -> bool:
    """Tell whether a text names a publisher and nothing else but place and year: "Cambridge, MA: MIT Press, 2010"."""
    raw = [text[token.start : token.end].lower() for token in tokens if token.kind == "w"]
    raw = [word for word in raw if word not in ("inc", "ltd", "co", "llc", "gmbh")]
    if not raw or len(raw) > 8:
        return False
    if all(word in PUBLISHER_WORDS for word in raw) or " ".join(raw) in PUBLISHER_PHRASES:
        return True
    if PRESS.search(raw[-1]) and not MEETING.search(text) and not PERIODICAL.search(text):
        return len(raw) < 6
    place, colon, house = text.partition(": ")
    if not colon:
        return False
    words = [word.lower() for word in re.findall(r"[^\W\d_]+", house)]
    if not words or len(place) >= 30:
        return False  # "Annals of Looms: 12" has a volume
    return " ".join(words) in PUBLISHER_PHRASES or all(word in PUBLISHER_WORDS for word in words)


def read_unknown(text: str, flat: str, tokens: list[Token]) -> Words | None:
    """Part an unknown venue's own words from year, tags and the details of a citation behind them."""
    first, begin = skip_lead_in(tokens, flat, 0)
    if begin >= len(tokens):
        first = begin = 0
    meeting = begin > first or MEETING.search(flat) is not None
    while meeting and begin < len(tokens) - 1 and _is_edition(tokens, begin):
        begin += 1
    used = [False] * len(tokens)
    tags, end = _take_tags(tokens, flat, begin, used)
    end = _cut_details(tokens, flat, begin, end, meeting=meeting)
    # The first year from the name on, else one before it.
    year, year_at = find_year(tokens, (*range(begin, len(tokens)), *range(begin)))
    if year_at is not None:
        end = _cut_year(tokens, begin, end, year_at)
        used[year_at] = stands_bare(tokens, year_at, begin)
    inner = year_at if year_at is not None and meeting and begin <= year_at < end else None
    name = _join_words(text, tokens, begin, end, inner)
    if not any(c.isalpha() for c in name):
        return None
    kind = next((kind for words, kind in KINDS if words.search(name)), "conference" if begin > first else "other")
    return Words(name, kind, first, end, year, year_at, tags, list_notes(tokens, end, used))


def _is_edition(tokens: list[Token], i: int) -> bool:
    """Tell whether a token counts the meeting: "Twelfth", "31st", "2013", "Annual"."""
    token = tokens[i]
    if token.kind == "w":
        return token.word in ORDINALS or token.word == "annual"
    return token.kind == "o" or token.word in "-,'" or read_year(tokens, i) is not None


def _take_tags(tokens: list[Token], flat: str, begin: int, used: list[bool]) -> tuple[tuple[str, ...], int]:
    """Take the tags that stand apart, in brackets or behind a comma; the venue's words end before the first."""
    tags: list[str] = []
    end = len(tokens)
    for found in TAG.finditer(flat, tokens[begin].end):
        before = flat[: found.start()].rstrip()[-1:]
        after = flat[found.end() :].lstrip()[:1]
        if (before in ",;([|-" or found["award"]) and after in ",;)]|.-":
            tags.append(word_tag(found))
            inside = [i for i in range(begin, len(tokens)) if found.start() <= tokens[i].start < found.end()]
            for i in inside:
                used[i] = True
            end = min([end, *inside])
    return tuple(tags), end


def _cut_details(tokens: list[Token], flat: str, begin: int, end: int, *, meeting: bool) -> int:
    """Return where a name ends and volume, dates, pages and places behind it begin."""
    for i in range(begin + 1, end - 1):
        number = i + 2 if tokens[i + 1].word == "." else i + 1
        if tokens[i].kind == "w" and tokens[i].word in VOLUME_WORDS and number < end and tokens[number].kind == "n":
            end = i
            break
    starts = [begin]
    depth = 0
    for i in range(begin, end):
        word = tokens[i].word
        depth += (word in ("(", "[")) - (word in (")", "]"))
        loose = word == "-" and tokens[i].start > tokens[i - 1].end
        if tokens[i].kind == "p" and depth <= 0 and i > begin and (word in ",;|" or loose):
            starts.append(i)
    dated = False
    for start in reversed(starts[1:]):
        words = [token for token in tokens[start:end] if token.kind == "w"]
        if all(token.word in MONTHS or token.word in VOLUME_WORDS or token.word in PUBLISHERS for token in words):
            dated = dated or bool(words) or any(token.kind == "n" for token in tokens[start:end])
        elif not (meeting and dated and _is_place(words, flat)):
            break
        end = start
    periodical = PERIODICAL.search(flat, tokens[begin].start, tokens[end - 1].end) if end > begin else None
    while end > begin + 1 and tokens[end - 1].kind != "w":
        if periodical is None and tokens[end - 1].word not in (",", ";", ":", ".", "-", "|", "(", "["):
            break
        end -= 1
    return end


def _is_place(words: list[Token], flat: str) -> bool:
    """Tell whether a piece may be a city, a state, a country: up to three words with capitals."""
    return len(words) < 4 and all(flat[word.start].isupper() for word in words) and words[0].word != "and"


def _cut_year(tokens: list[Token], begin: int, end: int, year_at: int) -> int:
    """Return where a name ends without the year at its end: "DECISIVe 2017", "Workshop @ NeurIPS'21"."""
    if not begin < year_at < end or any(token.kind != "p" for token in tokens[year_at + 1 : end]):
        return end
    end = year_at
    while end > begin + 1 and tokens[end - 1].kind == "p" and tokens[end - 1].word in ",;:.-|(['@":
        end -= 1
    return end


def _join_words(text: str, tokens: list[Token], begin: int, end: int, inner: int | None) -> str:
    """Return the words between two tokens, without the year at token `inner`, without braces and marks at the ends."""
    if end <= begin:
        return ""
    start, stop = tokens[begin].start, tokens[end - 1].end
    words = text[start:stop]
    if inner is not None:
        left = text[start : tokens[inner].start].rstrip(" '’‘(,")
        words = f"{left} {text[tokens[inner].end : stop].lstrip(' ),')}"
    words = " ".join(words.replace("{", "").replace("}", "").split()).strip(" ,.;:|*_'\"“”’‘-–—@/")
    return cut_open_end(words)


def cut_open_end(words: str) -> str:
    """Return words without the brackets at their end that nothing opens or closes, and the marks before these.

    >>> cut_open_end("Letters on Roofs](](")
    'Letters on Roofs'
    >>> cut_open_end("Letters (on Roofs)")
    'Letters (on Roofs)'
    """
    surplus = {")": words.count(")") - words.count("("), "]": words.count("]") - words.count("[")}
    end = len(words)
    while end:
        sign = words[end - 1]
        if surplus.get(sign, 0) > 0:
            surplus[sign] -= 1
        elif sign in "([":
            surplus[")" if sign == "(" else "]"] += 1
        elif end == len(words) or sign not in " ,;:.-|":
            break
        end -= 1
    return words[:end]


def tells_workshop(tokens: list[Token], hit: Hit) -> bool:
    """Tell whether the text names a workshop at a known meeting, "ICML 2019, Workshop on X": that is another venue."""
    if hit.alias.kind not in ("conference", "symposium"):
        return False
    return any(token.word == "workshop" for token in tokens[hit.end :])
