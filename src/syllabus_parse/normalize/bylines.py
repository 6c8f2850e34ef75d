"""Is a text a list of people, and where in a line does one begin?"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from syllabus_parse.normalize.affiliations import weigh_affiliation
from syllabus_parse.normalize.name_words import GIVEN, STOP_WORDS, SURNAMES, TITLE_WORDS
from syllabus_parse.normalize.names import PARTICLES, is_group, is_initials, is_name, is_placeholder, normalize_name

_CUT: Final = re.compile(r"\s{0,3}[,;；，、·|\u2028]\s{0,3}(?:and\s|&\s?)?|\s(?:and|&|/)\s|\s{3,40}")
_BRACKET: Final = re.compile(r"\s?[(（]([^()（）]{0,200}(?:\([^()]{0,80}\)[^()（）]{0,120})?)[)）]\*?")
_ET_AL: Final = re.compile(r"\bet\.?\sal\b\.?|\beds?\.|\(eds?\.?\)")


def score_people(text: str) -> float:
    """Tell how much a text looks like a list of people (and affiliations): 0 for a title, 1 for author lines.

    Each piece between commas is weighed by its words: known given and family names, initials and institutions
    speak for people, words of titles, small words and colons against. Nothing is proven: a lone "April Fields"
    stays in the middle.

    >>> score_people("Cheng Tan, Lingfan Yu, and Michael Walfish (NYU)") > 0.9
    True
    >>> score_people("Analyzing and Mitigating Data Stalls in DNN Training") < 0.1
    True
    """
    return _score(text[:4000])


@lru_cache(maxsize=8192)
def _score(text: str) -> float:
    if is_placeholder(text) or is_group(text):
        return 0.0
    body = _ET_AL.sub(" ", text)
    outside = _BRACKET.sub(" ", body)
    pieces = [piece.strip(" .*\"“”\u00a0\t\n") for piece in _CUT.split(outside)]
    pieces = [piece for piece in pieces if piece]
    if not pieces:
        return 0.0
    total = 0.0
    for piece in pieces:
        total += _score_piece(piece)
    score = total / len(pieces)
    if len(pieces) == 1 and score > 0.5 and body != text:
        score = min(1.0, score + 0.2)
    if ":" in outside or "?" in outside:
        score *= 0.4
    return max(0.0, min(1.0, score))


@lru_cache(maxsize=16384)
def _score_piece(piece: str) -> float:
    if weigh_affiliation(piece) == 2:
        return 0.9
    if is_initials(piece):
        return 1.0
    name = normalize_name(piece)
    if not is_name(name):
        return 0.0
    words = name.split()
    score = 0.0
    count = 0
    for word in words:
        if word in PARTICLES:
            continue
        count += 1
        bare = word.strip(".").lower()
        known = word in GIVEN or word in SURNAMES
        if len(bare) == 1 or (len(bare) == 3 and bare[1] == "."):
            score += 1.0
        elif bare in TITLE_WORDS or bare in STOP_WORDS:
            score += 0.5 if known else -0.6
        elif known:
            score += 1.0
        else:
            score += 0.55
    score /= count
    if not 2 <= len(words) <= 5:
        score -= 0.15
    return max(0.0, min(1.0, score))


def find_author_start(text: str) -> int | None:
    """Find where the author list starts in a line that holds title and authors.

    Between the two there may be no mark at all. The first piece between commas holds the title and the first
    author; the author is its last two or three words that look like a name. None where the rest is no list of people.

    >>> line = "Mesh Networks: Routing for Everyone Ann Kay, Bob Li, Carl Wu"
    >>> line[find_author_start(line):]
    'Ann Kay, Bob Li, Carl Wu'
    >>> find_author_start("Reading, Writing, and Counting") is None
    True
    """
    return _find_author_start(text[:6000])


# e.g. Title    A, B · Title | A, B · Title. A, B · Title by A, B
_GAP: Final = re.compile(r"\s{3,40}|\s\|\s|\.\s{1,3}|\sby\s|\u2028")


def _find_author_start(text: str) -> int | None:
    for gap in _GAP.finditer(text, 4, 400):
        rest = text[gap.end() :]
        if len(rest.strip()) > 2 and _score(rest) >= 0.7 and _score(text[: gap.start()]) < 0.5:
            return gap.end()
    masked = _mask(text)
    cuts = list(_CUT.finditer(masked))[:40]
    before = 0
    for index, cut in enumerate(cuts):
        follow = cuts[index + 1].start() if index + 1 < len(cuts) else len(text)
        following = text[cut.end() : follow].strip(" .")
        if _score_piece(_BRACKET.sub("", following)) >= 0.5 and _score(text[cut.end() :]) >= 0.7:
            found = _find_name_end(text[before : cut.start()])
            if found is not None:
                return before + found
            if before > 0 or cut.start() > 8:
                return cut.end() if _score(text[: cut.start()]) < 0.5 else None
        before = cut.end()
    return None


def _find_name_end(head: str) -> int | None:
    """Find the name that ends a text: its last two words, or more where an initial or a particle joins them."""
    words = [(m.start(), m[0]) for m in re.finditer(r"\S+", _BRACKET.sub(lambda found: " " * len(found[0]), head))]
    best: tuple[float, int] | None = None
    for count in (2, 3, 4):
        if len(words) <= count:
            break
        start = words[-count][0]
        score = _score_piece(_BRACKET.sub("", head[start:]).strip())
        if count > 2 and not any(len(word.strip(".")) == 1 or word in PARTICLES for _, word in words[-count:]):
            score -= 0.3
        if score >= 0.5 and (best is None or score > best[0] + 0.05):
            best = (score, start)
    return best[1] if best else None


def _mask(text: str) -> str:
    return _BRACKET.sub(lambda found: "x" * len(found[0]), text)
