"""Is a text a list of people, and where in a line does one begin?

Both questions are answered by weighing words, because the form of a title in title case and that of a name are the
same. The weights were set by hand; what they add up to is an order, not a probability.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from syllabus_parse.normalize.affiliations import is_place, weigh_affiliation
from syllabus_parse.normalize.name_words import (
    CJK_SURNAMES,
    CJK_WORDS,
    GIVEN,
    HANGUL_SURNAMES,
    JAPANESE_SURNAMES,
    STOP_WORDS,
    SURNAMES,
    TITLE_WORDS,
)
from syllabus_parse.normalize.names import (
    PARTICLES,
    is_group,
    is_initials,
    is_name,
    is_placeholder,
    normalize_name,
)
from syllabus_parse.normalize.people_words import read_opening

SCORED_LENGTH: Final = 3000
"""What stands behind is not weighed: a list of people shows itself before."""

_CUT: Final = re.compile(
    r"\s{0,3}[,;；，、|\u2028]\s{0,3}(?:and\s|&\s?)?|\s?[·•]\s|\s{1,3}(?:and|und|et|with|&|/|\+)\s"
    r"|\s{3,40}(?=\S)|(?<=[\w)])[&/+](?=[^\W\d_a-z])|(?<=[\u3400-\u9fff])\s{1,3}(?=[\u3400-\u9fff])"
)
# A bracket, with one more inside: (Institute for AI Industry Research (AIR), Tsinghua University)
_BRACKET: Final = re.compile(r"[(（\[]([^()（）\[\]]{0,200}(?:\([^()]{0,80}\)[^()（）\[\]]{0,120})?)[)）\]][*†]?")
_ET_AL: Final = re.compile(r"[\s,]et\.?\sal\b\.?|\s等人?$")
_EDITORS: Final = re.compile(r"(?:^|[\s,(])(?:[Ee]ds?\.|[Ee]ditors?)(?=[\s,)]|$)")
_YEAR: Final = re.compile(r"(?:19|20)\d\d[a-z]?")
_WORD: Final = re.compile(r"\S+")
# The syllables of Chinese names in Latin letters: Xuanhua · Zhengyang · Qingwei
_SYLLABLE: Final = (
    r"(?:[jqx](?:iang|iong|ing|ian|iao|uan|in|ia|ie|iu|ue|un|i|u)"
    r"|(?:zh|ch|sh|[rzcs])(?:uang|uan|ang|eng|ong|uai|ai|ei|ao|ou|an|en|ua|uo|ui|un|a|e|i|u)"
    r"|[bpmfdtnlgkhyw]?(?:iang|uang|ang|eng|ong|ing|ian|iao|uai|uan|ai|ei|ao|ou|an|en|er|ie|iu|in|"
    r"ua|uo|ue|ui|un|[aeiou]))"
)
_PINYIN: Final = re.compile(rf"{_SYLLABLE}(?:['-]?{_SYLLABLE}){{0,2}}", re.IGNORECASE)
# Endings that make words of English and German no names: Quantization · Fairness · Persistency · Modellierung
_ABSTRACT: Final = re.compile(
    r"[^\W\d_]{4,30}(?:[a-z]ings?|tions?|sions?|ments?|ness|ities|ity|enc(?:y|ies)|ancy|istics?|etics?|atics?|etric|onic|"
    r"isms?|wares?|ology|ologies|graphy|ances?|ences?|ables?|ibles?|ives?|ous|ful|less|ical|ially|ally|ized?|izing|ated|"
    r"ating|ungs?|ungen|heit|keit|schaft|ismus|struktur|strukturen|ships?|works?|based|aware|free|time|level)"
)
# e.g. Tracings · Faster · Multicore: a word of titles with an ending or a beginning more
_INFLECTED: Final = re.compile(
    r"(?:un|re|pre|multi|micro|sub|inter|non|over|co|self|meta|auto|cross|hyper|super|bi|de|dis|mis|out|under|semi)?"
    r"(?P<stem>[a-z]{3,20}?)(?P<end>s|es|ed|d|ing|er|ers|ly|ally|'s|’s|ity|ness)?"
)
_CAMEL: Final = re.compile(r"[A-Z]?[a-z]{2,20}[A-Z][A-Za-z]{1,20}")
_HAN: Final = re.compile(r"[\u3400-\u9fff々]{2,5}")
_HAN_TITLED: Final = re.compile(
    r"[\u3400-\u9fff]{1,4}(?:副教授|教授|老师|老師|博士|助教|讲师|研究员|院士|同学|先生|女士)"
)
_HANGUL: Final = re.compile(r"[\uac00-\ud7a3]{2,4}")
_CJK: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


def score_people(text: str) -> float:
    """Tell how much a text looks like a list of people (and affiliations): 0 for a title, 1 for author lines.

    Each piece between commas is weighed by its words: known given and family names, initials and institutions
    speak for people; words of titles, small words, digits and colons against. Nothing is proven: a lone surname that
    nobody knows, or "Daphnis and Chloe", stays near the middle.

    >>> score_people("Cheng Tan, Lingfan Yu, and Michael Walfish (NYU)") > 0.9
    True
    >>> score_people("Analyzing and Mitigating Data Stalls in DNN Training") < 0.1
    True
    """
    return _score(text[:SCORED_LENGTH])


@lru_cache(maxsize=8192)
def _score(text: str) -> float:
    start, end, role = read_opening(text)
    if is_placeholder(text[start:end]) or is_group(text[start:end]):
        return 0.0
    body = text[start:end]
    brackets = _BRACKET.findall(body)
    outside = _BRACKET.sub(" ", body) if brackets else body
    others = _ET_AL.search(outside)
    if others:
        outside = outside[: others.start()] + " " + outside[others.end() :]
    outside = _EDITORS.sub(" ", outside)
    weights = _weigh_pieces(_CUT.split(outside))
    if not weights:
        return 0.0
    score = sum(weights) / len(weights)
    best = max(weights)
    if others and weights[0] > 0.3:
        score = max(score, 0.9)
    elif role is not None or start > 2:
        score += 0.2 if best > 0.3 else 0.0
    if len(weights) > 2 and min(weights) >= 0.4:
        score += 0.08 * (len(weights) - 2)
    if brackets and best > 0.3:
        if any(weigh_affiliation(words) for words in brackets):
            score += 0.25
        elif len(weights) <= 2 and _YEAR.fullmatch(brackets[-1].strip()):
            score += 0.45
    if ":" in outside or "?" in outside or "!" in outside:
        score *= 0.3
    return max(0.0, min(1.0, score))


def _weigh_pieces(pieces: list[str]) -> list[float]:
    """Weigh the pieces of a list; institutions count as much as the likeliest name beside them."""
    weights: list[float] = []
    institutions = 0
    for piece in pieces:
        words = piece.strip(" .*\"“”†‡§\u00a0\t\n")
        if not words or is_placeholder(words):
            continue
        if weights and is_initials(words):
            # "Saltzer, J. H.": the two are one name
            weights[-1] = max(weights[-1], 0.9) if weights[-1] > 0.2 else weights[-1]
        elif weigh_affiliation(words) == 2 or (weights and is_place(words) and institutions):
            unmarked = _weigh_unmarked(words)
            if unmarked:
                weights.append(unmarked)
            else:
                institutions += 1
        else:
            weights.append(_weigh_name(words))
    if not weights:
        return [0.2] if institutions else []
    return weights + [max(weights)] * min(institutions, len(weights))


def _weigh_unmarked(words: str) -> float:
    """Weigh "Zixian Cai Australian National University", a name and its institution without a mark between."""
    parts = words.split()
    if len(parts) < 4 or weigh_affiliation(" ".join(parts[:2])):
        return 0.0
    weight = _weigh_name(" ".join(parts[:2]))
    return weight if weight >= 0.8 else 0.0


@lru_cache(maxsize=16384)
def _weigh_name(piece: str) -> float:
    """Weigh one piece as the name of one person."""
    if not piece.isascii() and _CJK.search(piece):
        return _weigh_cjk(piece)
    name = normalize_name(piece)
    if not is_name(name) or any(mark in piece for mark in ":?!"):
        return 0.0
    words = name.split()
    words = [word for word in words[:-1] if word not in PARTICLES or word[0].isupper()] + words[-1:]
    if name.isupper() and len(name) > 5:
        words = [word.capitalize() for word in words]
    kinds = [_tell_word(word) for word in words]
    if len(words) == 1:
        return _WEIGHT_ALONE[kinds[0]]
    if "title" in kinds:
        if "title" not in kinds[:-1]:
            # A family name may be a word of titles: "J. Field", "Esteban Real"
            if "initial" in kinds and "." in name:
                return 0.75
            return 0.35 if words[0] in GIVEN else 0.25 if "pinyin" in kinds else 0.03
        return 0.1 if "known" in kinds else 0.03
    weight = sum(_WEIGHT[kind] for kind in kinds) / len(kinds)
    sure = (words[0] in GIVEN and kinds[0] == "known") or (words[-1] in SURNAMES and kinds[-1] == "known")
    if sure and "small" not in kinds and "acronym" not in kinds:
        weight = max(weight, 0.85)  # one word that is certain carries the others
    return max(0.0, weight - _TOO_LONG[min(len(words), 6)])


# What a word says for a name, among others and alone.
_WEIGHT: Final = {
    "initial": 1.0, "known": 1.0, "pinyin": 0.8, "both": 0.6, "unknown": 0.55,
    "camel": 0.3, "acronym": 0.15, "small": 0.1, "title": 0.0,
}  # fmt: skip
_WEIGHT_ALONE: Final = {
    "initial": 0.3, "known": 0.6, "pinyin": 0.45, "both": 0.3, "unknown": 0.4,
    "camel": 0.1, "acronym": 0.1, "small": 0.2, "title": 0.0,
}  # fmt: skip
_TOO_LONG: Final = (0.0, 0.0, 0.0, 0.0, 0.05, 0.2, 0.5)


@lru_cache(maxsize=16384)
def _tell_word(word: str) -> str:
    bare = word.rstrip(".")
    if len(bare) == 1 or is_initials(word):
        return "initial"
    if not bare:
        return "small"
    if "'s" in bare or "’s" in bare:
        return "title"
    low = bare.lower()
    known = bare in GIVEN or bare in SURNAMES
    if low in TITLE_WORDS or low in STOP_WORDS:
        return "both" if known else "title"
    if known:
        return "known"
    if len(bare) > 2 and word[-1] == ".":
        return "small"  # a sentence ends inside the piece
    if not bare[0].isupper():
        return "both" if bare.capitalize() in GIVEN else "small"
    if bare.isupper() and len(bare) > 2:
        return "acronym"
    if "-" in low:
        parts = low.split("-")
        if any(part in TITLE_WORDS or part in STOP_WORDS for part in parts):
            return "title"
        return "known" if any(part in GIVEN or part in SURNAMES for part in bare.split("-")) else "unknown"
    if _PINYIN.fullmatch(bare):
        return "pinyin"
    if _CAMEL.fullmatch(bare):
        # e.g. TensorFlow; but ZongYan and DeCandia are names
        return "unknown" if bare[:2] in ("Mc", "De", "Di", "La", "Le", "Va") or bare[:3] in ("Mac", "Van") else "camel"
    if _ABSTRACT.fullmatch(low) or _is_inflected(low):
        return "title"
    return "unknown"


def _is_inflected(low: str) -> bool:
    found = _INFLECTED.fullmatch(low)
    if found is None:
        return False
    stem, end = found["stem"], found["end"]
    if end is None and len(stem) == len(low):
        return False
    return stem in TITLE_WORDS or (end in ("ed", "ing", "er", "ers", "ity") and f"{stem}e" in TITLE_WORDS)


def _weigh_cjk(piece: str) -> float:
    name = normalize_name(piece)
    if _HAN_TITLED.fullmatch(piece):
        return 1.0
    if _HAN.fullmatch(name) and name not in CJK_WORDS:
        if name[:2] in JAPANESE_SURNAMES or (len(name) < 4 and name[0] in CJK_SURNAMES):
            return 0.9
        return 0.85 if name[:3] in JAPANESE_SURNAMES else 0.25
    if _HANGUL.fullmatch(name):
        return 0.9 if len(name) == 3 and name[0] in HANGUL_SURNAMES else 0.25
    return 0.3 if is_name(name) and len(name) <= 10 else 0.0


# e.g. Title    A, B · Title | A, B · Title. A, B · Title by A, B · Title (break) A, B
_GAP: Final = re.compile(r"\s{3,40}|\s\|\s|(?<!\b[A-ZÀ-Þ])[.?!][\"”]?\s{1,3}|\s[Bb]y\s|\u2028|\s[-–—]\s")


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
    for gap in _GAP.finditer(text, 4, 400):
        rest = text[gap.end() :]
        if len(rest.strip()) > 2 and _score(rest) >= 0.6 and _score(text[: gap.start()]) < 0.5:
            return gap.end()
    masked = _BRACKET.sub(lambda found: "_" * len(found[0]), text)
    cuts = [found.span() for found in _CUT.finditer(masked)][:40]
    before = 0
    for index, (left, right) in enumerate(cuts):
        follow = cuts[index + 1][0] if index + 1 < len(cuts) else len(text)
        if _weigh_masked(text[right:follow]) >= 0.5 and _score(text[right:]) >= 0.55:
            found = _find_last_name(masked[before:left])
            if found is not None:
                return before + found
            return right if left > 8 and _score(text[:left]) < 0.5 else None
        before = right
    return None


def _weigh_masked(piece: str) -> float:
    return _weigh_name(_BRACKET.sub("", piece).strip(" .*"))


def _find_last_name(head: str) -> int | None:
    """Find the name that ends a text whose brackets are blanked out; None where only the name is there."""
    words = [(word.start(), word[0]) for word in _WORD.finditer(head) if word[0].strip("_*")]
    best, where = 0.49, None
    for count in (2, 3, 4):
        if len(words) <= count:
            break
        names = [word.strip("_*") for _, word in words[-count:]]
        first, second = _tell_word(names[0]), _tell_word(names[1])
        weight = _weigh_name(" ".join(names))
        if count > 2:
            if second == "initial" or names[1] in PARTICLES:
                # "N. Gray" was found; the word before it is the given name where it is known as one.
                weight += 0.1 if first in ("known", "pinyin", "initial") else -0.1
            else:
                # Without an initial a third word has to be a sure name, not the title's last word.
                weight -= 0.15 if first in ("known", "pinyin") else 0.4
        if weight > best + (0.0 if where is None else 0.05):
            best, where = weight, words[-count][0]
    return where
