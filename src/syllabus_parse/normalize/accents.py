"""Accents that were typed or copied apart from their letters, put back on them."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from syllabus_parse.regex import lazy_regex

SPACING_ACCENTS: Final = {
    "`": "\u0300",
    "\u00a8": "\u0308",  # ¨
    "\u00af": "\u0304",  # ¯
    "\u00b4": "\u0301",  # ´
    "\u00b8": "\u0327",  # ¸
    "\u02c6": "\u0302",  # ˆ
    "\u02c7": "\u030c",  # ˇ
    "\u02d8": "\u0306",  # ˘
    "\u02d9": "\u0307",  # ˙
    "\u02da": "\u030a",  # ˚
    "\u02db": "\u0328",  # ˛
    "\u02dc": "\u0303",  # ˜
    "\u02dd": "\u030b",  # ˝
}
ACCENT: Final = lazy_regex("[¨¯´¸ˆˇ˘˙˚˛˜˝]")
# Letters that bear each accent in the languages of Europe: the letter beside the accent that can is the one meant.
BEARERS: Final = {
    "¨": "aeiouyAEIOUYı", "¯": "aeiouAEIOUı", "´": "aeiouyAEIOUYıcnszCNSZ", "¸": "csCStT", "ˆ": "aeiouAEIOUıwyWY",
    "ˇ": "cszrnetdCSZRNETD", "˘": "agAGe", "˙": "zZIcCgGe", "˚": "auAU", "˛": "aeAEiuIU", "˜": "noaNOA", "˝": "ouOU",
    "`": "aeiouAEIOU",
}  # fmt: skip
# e.g. "M ¨uller", "Schr ¨odinger": copied from a PDF, the accent stands before its letter and brings a blank along
PDF_BLANK: Final = lazy_regex(
    r"(?<=[^\W\d_]) (?:¨[aouı]|´(?:[aeiouyıc]|[nsz](?=[^\W\d_]))|¸[cs]|ˆ[aeiouı]|ˇ[cszrne]|˚[au]|˜[nao]|˝[ou])"
)
# e.g. "Mazie`res": a backtick that stands between letters; code has one at the edge of a word
BACKTICK: Final = lazy_regex(r"(?<=[^\W\d_])`(?=[^\W\d_])")
# e.g. "don´t", "Children´s", "rock´n´roll": an acute typed for an apostrophe
CONTRACTION: Final = lazy_regex(r"[´`](?:s(?![^\W\d_])|n[´`])|(?<=[´`]n)[´`]|(?<=n)[´`]t(?![^\W\d_])")
# e.g. "we´re", but not "Molie`re"
PRONOUN: Final = lazy_regex(r"(?<![^\W\d_])(?:i|we|you|they|he|she|it|who|that|there|what)\Z", re.IGNORECASE)
SHORTENED: Final = lazy_regex(r"[´`](?:re|ll|ve|m|d)(?![^\W\d_])")
# e.g. "say ´hello´ now": two acutes for quotes
OPENING: Final = lazy_regex(r"(?<![^\W\d_])´(?=[^\W\d_A-Z])(?=[^´]{1,100}(?<=[^\W\d_])´(?![^\W\d_]))")
CLOSING: Final = lazy_regex(r"(?<=[^\W\d_])´(?![^\W\d_])")
ELISION: Final = frozenset("ldcjmntsLD")


def join_accents(text: str) -> str:
    """Put spacing accents on the letter before them (or behind them), where that makes a letter in use.

    >>> join_accents("Franc¸ois M¨uller"), join_accents("don´t")
    ('François Müller', 'don´t')
    """
    if "`" in text and len(BACKTICK.findall(text)) == text.count("`"):
        text = _place_accents(text, BACKTICK)
    if not ACCENT.search(text):
        return text
    text = PDF_BLANK.sub(lambda match: _compose(match[0][2], match[0][1]), text)
    return _place_accents(text, ACCENT)


def _place_accents(text: str, pattern: re.Pattern[str]) -> str:
    out: list[str] = []
    taken = 0
    quoted = False
    for match in pattern.finditer(text):
        at = match.start()
        accent = text[at]
        before = text[at - 1] if at > taken else ""
        after = text[at + 1 : at + 2]
        if accent in "´`" and _is_apostrophe(text, at, after):
            continue
        if accent == "´" and (CLOSING if quoted else OPENING).match(text, at):
            quoted = not quoted
            continue
        bears = before != "" and before in BEARERS[accent]
        if after and after in BEARERS[accent] and not before.isspace():
            behind = not bears or _is_meant_behind(text, at, accent)
        else:
            behind = after != "" and after in BEARERS[accent] and after.isupper()
        if behind:
            out += (text[taken:at], _compose(after, accent))
            taken = at + 2
        elif bears:
            out += (text[taken : at - 1], _compose(before, accent))
            taken = at + 1
    out.append(text[taken:])
    return "".join(out)


def _is_meant_behind(text: str, at: int, accent: str) -> bool:
    """Choose between two letters that can both bear the accent: the one that does so more often."""
    before, after = text[at - 1], text[at + 1]
    if after == "ı":  # only an accent takes the dot off
        return True
    if accent == "˜":  # e.g. "Jo˜ao" but "Espan˜a", "Sa˜o"
        return text[at + 1 : at + 3] in ("ao", "ae", "oe")
    if accent == "˘":  # e.g. "Da˘glı"
        return after in "gG"
    if accent == "ˆ" and after == "i":  # e.g. "Benoˆit"
        return before in "oa"
    if accent == "`":  # e.g. "Mazi`eres"
        return after in "eE" and before not in "eE"
    return _is_vowel(after) and not _is_vowel(before)


def _is_vowel(letter: str) -> bool:
    return letter != "" and letter in "aeiouyAEIOUYı"


def _is_apostrophe(text: str, at: int, after: str) -> bool:
    """Tell `don´t`, `we´re` and `l´amour` (one elided letter before) from `Andr´e`."""
    if CONTRACTION.match(text, at):
        return True
    if SHORTENED.match(text, at):
        return PRONOUN.search(text, max(0, at - 7), at) is not None
    if at == 0 or text[at - 1] not in ELISION or not after.isalpha():
        return False
    return at == 1 or not text[at - 2].isalnum()


def _compose(letter: str, accent: str) -> str:
    base = "i" if letter == "ı" else letter
    return unicodedata.normalize("NFC", base + SPACING_ACCENTS[accent])
