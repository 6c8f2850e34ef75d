"""How much do the words of one piece speak for a name?

The weights were set by hand; what they add up to is an order, not a probability.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from syllabus_parse.memo import remember
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
from syllabus_parse.normalize.names import PARTICLES, SMALL_NAMES, is_group, is_initials, is_name, normalize_name
from syllabus_parse.regex import lazy_regex

# The syllables of Chinese names in Latin letters: Xuanhua · Zhengyang · Qingwei
_SYLLABLE: Final = (
    r"(?:[jqx](?:iang|iong|ing|ian|iao|uan|in|ia|ie|iu|ue|un|i|u)"
    r"|(?:zh|ch|sh|[rzcs])(?:uang|uan|ang|eng|ong|uai|ai|ei|ao|ou|an|en|ua|uo|ui|un|a|e|i|u)"
    r"|[bpmfdtnlgkhyw]?(?:iang|uang|ang|eng|ong|ing|ian|iao|uai|uan|ai|ei|ao|ou|an|en|er|ie|iu|in|"
    r"ua|uo|ue|ui|un|[aeiou]))"
)
_PINYIN: Final = lazy_regex(rf"{_SYLLABLE}(?:['-]?{_SYLLABLE}){{0,2}}", re.IGNORECASE)
# Endings that make words of English and German no names: Quantization · Fairness · Persistency · Modellierung
_ABSTRACT: Final = lazy_regex(
    r"[^\W\d_]{4,30}(?:[a-z]ings?|tions?|sions?|ments?|ness|ities|ity|enc(?:y|ies)|ancy|istics?|etics?|atics?|etric|onic|"
    r"isms?|wares?|ology|ologies|graphy|ances?|ences?|ables?|ibles?|ives?|ous|ful|less|ical|ially|ally|ized?|izing|ated|"
    r"ating|(?:ier|[tdlgh])ung(?:s|en)?|heit|keit|schaft|ismus|struktur|strukturen|ships?|works?|based|aware|free|time|level)"
)
# e.g. Tracings · Faster · Multicore: a word of titles with an ending or a beginning more
_INFLECTED: Final = lazy_regex(
    r"(?:un|re|pre|multi|micro|sub|inter|non|over|co|self|meta|auto|cross|hyper|super|bi|de|dis|mis|out|under|semi)?"
    r"(?P<stem>[a-z]{3,20}?)(?P<end>s|es|ed|d|ing|er|ers|ly|ally|'s|’s|ity|ness)?"
)
_CAMEL: Final = lazy_regex(r"[A-Z]?[a-z]{2,20}[A-Z][A-Za-z]{1,20}")
_HAN: Final = lazy_regex(r"[\u3400-\u9fff々]{2,5}")
_HAN_TITLED: Final = lazy_regex(
    r"[\u3400-\u9fff]{1,4}(?:副教授|教授|老师|老師|博士|助教|讲师|研究员|院士|同学|先生|女士)"
)
_HANGUL: Final = lazy_regex(r"[\uac00-\ud7a3]{2,4}")
_CJK: Final = lazy_regex(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")

# What a word says for a name, among others and alone.
_WEIGHT: Final = {
    "initial": 1.0, "known": 1.0, "pinyin": 0.8, "both": 0.6, "unknown": 0.55,
    "camel": 0.3, "acronym": 0.15, "small": 0.1, "title": 0.0,
}  # fmt: skip
_WEIGHT_ALONE: Final = {
    "initial": 0.3, "known": 0.6, "pinyin": 0.45, "both": 0.3, "unknown": 0.4,
    "camel": 0.1, "acronym": 0.1, "small": 0.2, "ending": 0.1, "title": 0.0,
}  # fmt: skip
_TOO_LONG: Final = (0.0, 0.0, 0.0, 0.0, 0.05, 0.2, 0.5)


@remember(16384)
def weigh_name(piece: str) -> float:
    """Weigh one piece as the name of one person: 0 for words of titles, 1 for initials and known names.

    An unknown word with a capital stays just above the middle; a lone one below.

    >>> weigh_name("Michael I. Jordan"), weigh_name("Deep Learning")
    (1.0, 0.03)
    >>> 0.5 < weigh_name("Rohith Kuditipudi") < 0.6
    True
    """
    if not piece.isascii() and _CJK.search(piece):
        return _weigh_cjk(piece)
    name = normalize_name(piece)
    if not is_name(name) or any(mark in piece for mark in ":?!"):
        return 0.0
    if name in SMALL_NAMES:
        return 0.85
    words = name.split()
    words = [word for word in words[:-1] if word not in PARTICLES or word[0].isupper()] + words[-1:]
    if name.isupper() and len(name) > 5:
        words = [word.capitalize() for word in words]
    if len(words) in (2, 3) and words[-1] in ("Team", "Collaboration", "Consortium") and not is_group(name):
        return 0.55  # e.g. Llama Team
    kinds = [tell_word(word) for word in words]
    if len(words) == 1:
        return _WEIGHT_ALONE[kinds[0]]
    if kinds[-1] == "ending" and words[0] in GIVEN and "title" not in kinds and kinds.count("ending") == 1:
        return 0.6  # e.g. Gary Grider
    kinds = ["title" if kind == "ending" else kind for kind in kinds]
    if "title" in kinds:
        if "title" not in kinds[:-1]:
            # A family name may be a word of titles: "J. Field", "Esteban Real"
            if "initial" in kinds and "." in name:
                return 0.75
            return 0.35 if words[0] in GIVEN else 0.25 if "pinyin" in kinds else 0.03
        if len(words) == 2 and words[1] in SURNAMES and _PINYIN.fullmatch(words[0]):
            return 0.5  # e.g. Size Zheng · Pin Gao
        return 0.1 if "known" in kinds else 0.03
    weight = sum(_WEIGHT[kind] for kind in kinds) / len(kinds)
    sure = (words[0] in GIVEN and kinds[0] == "known") or (words[-1] in SURNAMES and kinds[-1] == "known")
    if sure and "small" not in kinds and "acronym" not in kinds:
        weight = max(weight, 0.85)  # one word that is certain carries the others
    too_long = 0.0 if "initial" in kinds and len(words) < 5 else _TOO_LONG[min(len(words), 6)]
    return max(0.0, weight - too_long)


@lru_cache(maxsize=16384)
def tell_word(word: str) -> str:
    """Tell what a word is: "initial", "known" as a name, "title", "both", "pinyin", "unknown", or of a bad shape.

    >>> tell_word("J."), tell_word("Jane"), tell_word("Quantization"), tell_word("TensorFlow")
    ('initial', 'known', 'title', 'camel')
    >>> tell_word("Xuanhua"), tell_word("Kuditipudi")
    ('pinyin', 'unknown')
    """
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
    if word[-1] == "." and bare[-2:-1] == "-" and bare[:-2] in GIVEN:
        return "known"  # e.g. Hans-J.
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
        halves = bare.split("-")
        if any(half in GIVEN or half in SURNAMES for half in halves):
            return "known"
        # e.g. Chieh-Jan · Gyeong-In
        return "pinyin" if all(half[:1].isupper() and len(half) < 7 for half in halves) else "unknown"
    if _PINYIN.fullmatch(bare):
        return "pinyin"
    if _CAMEL.fullmatch(bare):
        # e.g. TensorFlow; but ZongYan and DeCandia are names
        return "unknown" if bare[:2] in ("Mc", "De", "Di", "La", "Le", "Va") or bare[:3] in ("Mac", "Van") else "camel"
    if _ABSTRACT.fullmatch(low) or _is_inflected(low):
        return "ending"
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
