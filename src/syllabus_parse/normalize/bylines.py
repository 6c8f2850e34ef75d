"""Is a text a list of people, and where in a line does one begin?

Both questions are answered by weighing words, because the form of a title in title case and that of a name are the
same.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from syllabus_parse.normalize.affiliations import is_place, weigh_affiliation
from syllabus_parse.normalize.name_weights import tell_word, weigh_name
from syllabus_parse.normalize.name_words import GIVEN, SURNAMES
from syllabus_parse.normalize.names import PARTICLES, is_group, is_initials, is_placeholder
from syllabus_parse.normalize.people_asides import read_opening
from syllabus_parse.normalize.people_pairs import match_pairs
from syllabus_parse.normalize.people_words import find_unmarked
from syllabus_parse.regex import lazy_regex

SCORED_LENGTH: Final = 3000
"""What stands behind is not weighed: a list of people shows itself before."""

# What parts people; each match begins with one of a few characters, which keeps the search fast.
_CUT: Final = lazy_regex(
    r"[\s,;，；、|·•&/+](?:"
    r"(?<=[,;，；、|\u2028])\s{0,3}(?:(?:and|&)\s)?"
    r"|(?<=\s)(?:\s{0,2}(?:and|und|et|&|/|\+|[·•])\s|\s{2,39}(?=\S)|(?<=[\u3400-\u9fff]\s)(?=[\u3400-\u9fff]))"
    r"|(?<=[·•])(?=\s)"
    r"|(?<=[\w)][&/+])(?=[^\W\d_a-z]))"
)
# A bracket, with one more inside: (Institute for AI Industry Research (AIR), Tsinghua University)
_BRACKET: Final = lazy_regex(r"[(（\[]([^()（）\[\]]{0,200}(?:\([^()]{0,80}\)[^()（）\[\]]{0,120})?)[)）\]][*†]?")
_ET_AL: Final = lazy_regex(r"[\s,]et\.?\sal\b\.?|\s等人?$")
_EDITORS: Final = lazy_regex(r"(?:^|[\s,(])(?:[Ee]ds?\.|[Ee]ditors?)(?=[\s,)]|$)")
_VENUE: Final = lazy_regex(
    r"\b(?:Proceedings|Proc\.|Symposium|Conference|Transactions|Journal|Workshop|Lecture Notes)\b"
)
_WORD_BEFORE: Final = lazy_regex(r"[^\W\d_]")
_YEAR: Final = lazy_regex(r"(?:19|20)\d\d[a-z]?")
_WORD: Final = lazy_regex(r"\S+")


def score_people(text: str) -> float:
    """Tell how much a text looks like a list of people (and affiliations): 0 for a title, 1 for author lines.

    Each piece between commas is weighed by its words: known given and family names, initials and institutions
    speak for people; words of titles, small words, digits and colons against. Nothing is proven: a lone surname that
    nobody knows, or "Daphnis and Chloe", stays near the middle.

    >>> score_people("Cheng Tan, Lingfan Yu, and Michael Walfish (NYU)") > 0.9
    True
    >>> score_people("Measuring and Avoiding Traffic Jams in Toy Trains") < 0.1
    True
    """
    return _score(text[:SCORED_LENGTH])


@lru_cache(maxsize=8192)
def _score(text: str) -> float:
    if match_pairs(text) is not None:
        return 1.0
    start, end, role = read_opening(text)
    if is_placeholder(text[start:end]) or is_group(text[start:end]):
        return 0.0
    body = text[start:end]
    brackets = _BRACKET.findall(body)
    outside = _BRACKET.sub(" ", body) if brackets else body
    others = _ET_AL.search(outside) if "al" in outside or not outside.isascii() else None
    if others:
        outside = outside[: others.start()] + " " + outside[others.end() :]
    if "ed" in outside or "Ed" in outside:
        outside = _EDITORS.sub(" ", outside)
    weights = _weigh_pieces(_CUT.split(outside))
    if not weights:
        return 0.0
    score = sum(weights) / len(weights)
    best = max(weights)
    if others and weights[0] > 0.3:
        score = max(score, 0.9)
    elif role is not None or _WORD_BEFORE.search(text, 0, start):
        score += 0.2 if best > 0.3 else 0.0  # "Speaker: …"
    if len(weights) > 2 and min(weights) >= 0.4:
        score += 0.08 * (len(weights) - 2)
    if brackets and best > 0.3:
        if any(weigh_affiliation(words) for words in brackets):
            score += 0.25
        elif len(weights) <= 2 and _YEAR.fullmatch(brackets[-1].strip()):
            score += 0.45
    if weights[0] < 0.1:
        score *= 0.6  # what begins with a title is not a list, though people may follow
    if ":" in outside or "?" in outside or "!" in outside:
        score *= 0.3
    return max(0.0, min(1.0, score))


def _weigh_pieces(pieces: list[str]) -> list[float]:
    """Weigh the pieces of a list; institutions count as much as the likeliest name beside them."""
    weights: list[float] = []
    institutions = 0
    leading = False
    for piece in pieces:
        words = piece.strip(' .*"“”†‡§\u00a0\t\n')
        if not words or is_placeholder(words) or _YEAR.fullmatch(words):
            continue
        if weights and is_initials(words):
            # "Saltzer, J. H.": the two are one name
            weights[-1] = max(weights[-1], 0.9) if weights[-1] > 0.2 else weights[-1]
        elif is_place(words) and not institutions:
            weights.append(min(0.2, weigh_name(words)))
        elif _VENUE.search(words):
            weights.append(0.0)
        elif weigh_affiliation(words) == 2 or is_place(words):
            unmarked = _weigh_unmarked(words)
            if unmarked:
                weights.append(unmarked)
            elif weights:
                institutions += 1
            else:
                leading = True  # an institution before any name: "On Distributed Ferries, P. Lindgren"
        else:
            weights.append(weigh_name(words))
    if not weights:
        return [0.2] if leading else []
    return [0.0] * leading + weights + [max(weights)] * min(institutions, len(weights))


def _weigh_unmarked(words: str) -> float:
    """Weigh "Zixian Cai Australian National University", a name and its institution without a mark between."""
    cut = find_unmarked(words)
    if cut is None:
        return 0.0
    weight = weigh_name(words[:cut].strip())
    return weight if weight >= (0.5 if words.startswith("University of", cut) else 0.8) else 0.0


# e.g. Title    A, B · Title | A, B · Title. A, B · Title? by A, B · Title (break) A, B · Title - A, B
_GAP: Final = lazy_regex(
    r"[.?!]?[\"”]?(?:\s{3,40}|\s\|\s|\s[-–—]\s|\s[Bb]y\s|\u2028)|(?<!\b[A-ZÀ-Þ])[.?!][\"”]?\s{1,3}"
)
# Where a list ends, if more follows: (A, B). USENIX Security 2021.
_LIST_END: Final = lazy_regex(r"(?<!\b[A-ZÀ-Þ])(?<!\bJr)(?<!\bDr)(?<!\bal)(?<!\bCo)(?<!Inc)(?<!Ltd)(?<!Corp)\.\s")
_LOOKED_AT: Final = 400
"""A title is no longer."""


def find_author_start(text: str) -> int | None:
    """Find where the author list starts in a line that holds title and authors.

    Between the two there may be no mark at all. Then the first piece between commas holds the title and the first
    author, and the author is its last two words, or more where an initial or a particle joins them: words known as
    names count for it, words of titles against. None where the rest is no list of people, or no title is before it.

    >>> line = "Mesh Networks: Routing for Everyone Ann Kay, Bob Li, Carl Wu"
    >>> line[find_author_start(line):]
    'Ann Kay, Bob Li, Carl Wu'
    >>> find_author_start("Reading, Writing, and Counting") is None
    True
    """
    return _find_author_start(text[:SCORED_LENGTH])


@lru_cache(maxsize=2048)
def _find_author_start(text: str) -> int | None:
    masked = _BRACKET.sub(lambda found: "_" * len(found[0]), text)
    cuts = [found.span() for found in _CUT.finditer(masked)][:40]
    if not cuts and _GAP.search(masked, 4, _LOOKED_AT) is None:
        return None  # nothing that could part people from a title, and no list of them
    edges = [*(left for left, _ in cuts), len(text)]
    first = masked[: edges[0]].strip(" _.*")
    if (weigh_name(first) >= 0.5 or _weigh_unmarked(first)) and _score(text) >= 0.75:
        return None  # people from the first word on
    for gap in _GAP.finditer(masked, 4, _LOOKED_AT):
        begin = gap.end()
        follow = next((edge for edge in edges if edge > begin), len(text))
        begins = _may_begin(text, masked, begin, follow) and _score_list(text, begin) >= 0.6
        if begins and _score(text[: gap.start()]) < 0.5:
            return begin
    before = 0
    for index, (left, right) in enumerate(cuts):
        if before > _LOOKED_AT:
            break
        follow = edges[index + 1]
        following = _LIST_END.split(masked[right:follow], maxsplit=1)[0].strip(" _.*")
        people = _weigh_piece(following) >= 0.4 and not is_place(following) and not weigh_affiliation(following)
        if people and " " not in following and follow == len(text):
            people = following in SURNAMES or following in GIVEN
        if people or weigh_affiliation(following) == 2:
            found = _find_last_name(masked[before:left], following if people else "", last=follow == len(text))
            if found is not None and _score_list(text, before + found) >= 0.55:
                return before + found
            if people and (" " in following or follow < len(text)) and _score_list(text, right) >= 0.55:
                return right if left > 8 and _score(text[:left]) < 0.5 else None
        before = right
    return None


def _score_list(text: str, begin: int) -> float:
    """Score the list that begins at an offset, up to the full stop behind it."""
    end = _LIST_END.search(text, begin)
    return _score(text[begin : end.start()] if end else text[begin:])


def _weigh_piece(piece: str) -> float:
    return weigh_name(piece.strip(" _.*"))


def _may_begin(text: str, masked: str, begin: int, follow: int) -> bool:
    """Tell whether the piece at an offset can be the first of a list: a name, or a surname before initials."""
    piece = masked[begin:follow]
    weight = _weigh_piece(piece)
    if weight >= 0.5 and not is_place(piece):
        return True
    return weight >= 0.3 and bool(_INITIAL_NEXT.match(text, follow) or _ET_AL.match(text, follow))


# e.g. (Nishtala), R., Fugal, H.
_INITIAL_NEXT: Final = lazy_regex(r"\s{0,3},\s{0,3}(?:[^\W\d_]\.|[^\W\d_](?=[,;\s]|$)|et\s)")


def _find_last_name(head: str, following: str, *, last: bool = False) -> int | None:
    """Find the name that ends a text whose brackets are blanked out; None where only the name is there.

    How the name behind it is written tells how this one is: with a surname alone, or with initials first; two
    surnames that end a text (`last`) have to be known ones.
    """
    words = [(word.start(), word[0].strip("_*")) for word in _WORD.finditer(head) if word[0].strip("_*")]
    if following and " " not in following and len(words) > 2 and weigh_name(f"{words[-2][1]} {words[-1][1]}") < 0.75:
        sure = ("known",) if last else ("known", "unknown", "pinyin")
        return words[-1][0] if tell_word(words[-1][1]) in sure else None
    initials_first = is_initials(following.partition(" ")[0])
    best, where = 0.49, None
    for count in (2, 3, 4):
        if len(words) <= count:
            break
        names = [word for _, word in words[-count:]]
        first, second = tell_word(names[0]), tell_word(names[1])
        weight = weigh_name(" ".join(names))
        if first in ("acronym", "small", "camel"):
            weight -= 0.4
        if count > 2:
            if second == "initial" or names[1] in PARTICLES:
                # "N. Gray" was found; the word before it is the given name, if it isn't one of titles.
                given = first in ("known", "pinyin", "initial") or (first == "unknown" and not initials_first)
                weight += 0.2 if given else -0.1
            elif first != "known" and "-" not in names[0].strip("-"):
                # Without an initial a third word has to be a sure name, not the title's last word.
                weight -= 0.4
            elif weight > 0.75:
                weight = max(weight, best)
        if weight > best or (weight == best and count > 2):
            best, where = weight, words[-count][0]
    return where
