"""A text as tokens of dates: one letter for what each piece could be, so that the rules can be read.

The rules of `date_rules` are patterns over these letters, and so they are the same for every language:

    D  a number of one or two digits      O  an ordinal (4th, 1er, 7日)     N  any other number
    Y  a year (2020, 2020年)              y  a short year ('20)             M  a month (Sept, März, 3月)
    A  "mar": March or Tuesday            W  a weekday                      w  a short weekday, beside a date only
    V  several weekdays (TTh)             T  a time (3:30pm, 15h20)         Z  a time zone
    k  the word "week"                    K  a whole week label (W3, 第3周)
    p  of   x  on, the   t  to   &  and   c  chapter, §   u  points, people   a  any other word   b  one with a capital
    -  /  .  ,  :  ;  (  )  [  ]  #  @  |  '   themselves, with their typographic variants;  *  marks to look through
    ?  anything else;   and a blank

A piece has the same letter wherever it stands (but for one Chinese or Japanese character in brackets), so the letters
of pieces that were seen before need no second look.
"""

from __future__ import annotations

import re
from itertools import accumulate
from typing import Final, NamedTuple

from syllabus_parse.normalize.date_letters import LONE, read_kind, read_value
from syllabus_parse.regex import lazy_regex

# What most pieces begin with stands in front; a number is read once, with whatever makes more of it behind it. No
# piece is longer than 64 characters.
LEX: Final = lazy_regex(
    r"""
      [\s\u200b\ufeff][\s\u200b\ufeff]{0,63}+
    | [A-VX-Za-su-vx-z][A-Za-z]{0,63}+(?![^\x00-\x7f]|-feira|[A-Za-z])                        # most words
    | [/.,:;()&|#@*\[\]-]
    | [Ww](?<![^\W_][Ww])[0-9]{1,2}(?![0-9]|\s?[/.-][0-9])                             # W3, not W3/4
    | t/m\b                                                                           # 12 t/m 16 oktober
    | [^\W\d_\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7a3\uff00-\uffef]
      [^\W\d_\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7a3\uff00-\uffef]{0,63}(?:-feira)?       # segunda-feira
    | [0-9]{1,2}+(?![0-9])(?:
          :[0-9]{2}(?:
              :[0-9]{2}(?:\.[0-9]{1,6})?\s?(?:[+-][0-9]{2}:?[0-9]{2}(?![0-9])|Z\b)           # 00:00:00-07:00
            | (?::[0-9]{2}(?:\.[0-9]{1,6})?)?(?![0-9])                                      # 15:00 · 11:59:59pm
              (?:\s{0,2}(?:[AaPp][Mm]\b|[AaPp]\.\s?[Mm]\b\.?)|Z\b|\s?(?:Uhr|Hrs|hrs|h)\b)?
            )
        | \.(?:[0-9]{2}(?:
              \s{0,2}(?:[AaPp][Mm]\b|[AaPp]\.\s?[Mm]\b\.?)                                   # 3.30pm
            | (?=\s?(?:[-–—]|to|bis)\s?[0-9]{1,2}(?:[.:][0-9]{2})?\s?(?:[AaPp]\.?[Mm]|Uhr)\b)  # 6.00 to 8.00 PM
            | \s?(?:Uhr|heures|o'clock|uur|Hrs|hrs|noon)\b)                                  # 14.15 Uhr
            | [ºª](?![^\W_]))
        | (?=\s{0,2}[AaPpHhUuOoNnSsRrTtEeèºª°时点時시月월日号號일주])(?:
              \s{0,2}(?:[AaPp][Mm]\b|[AaPp]\.\s?[Mm]\b\.?)                                   # 3pm · 10 a.m.
            | \s?[hH](?:\s?[0-9]{2}(?:min)?)?(?![^\W_])                                    # 15h20 · 15 h
            | \s?(?:Uhr|heures|o'clock|uur|Hrs|hrs|noon)\b                                  # 14 Uhr · 12 noon
            | \s?[时点時시](?:\s?[0-9]{1,2}\s?[分분]|半)?                                   # 15時30分
            | \s?(?:[月월日号號일]|주차?)                                                  # 3月 · 7号 · 3주차
            | (?:\s?(?:st|nd|rd|th|ST|ND|RD|TH)|er|ER|ère|ste|[eºª°])(?![^\W_])              # 4th · 1er
            )
        )?
    | (?:19|20)[0-9]{2}(?![0-9])(?:\s?[年년])?
    | [0-9]+
    | ['’‘][0-9]{2}(?![0-9/.:-])                                               # '20
    | (?:上午|下午|晚上|中午|午前|午後|오전|오후)\s?[0-9]{1,2}
          (?::[0-9]{2}|\s?[时点時시](?:\s?[0-9]{1,2}\s?[分분]|半)?)?                        # 下午3点
    | 第\s?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})\s?[周週]                            # 第3周
    | (?:周|週|星期|礼拜|禮拜)[一二三四五六日天]|[月火水木金土日]曜日?|[월화수목금토일]요일       # 周四 · 木曜
    | [一二三四五六七八九十]{1,2}月|[一二三四五六七八九十廿]{1,3}[日号號]                     # 三月 · 七日
    | .
    """,
    re.VERBOSE | re.DOTALL,
)
MOST: Final = 8192
"""Pieces whose letters are kept; then the book is begun anew."""


class Letters(dict[str, str]):
    """The letter of each piece, looked up at once where it was seen before.

    `see_as` says which letters stand for others: the brackets around a cell are blanks.
    """

    def __init__(self, see_as: dict[int, int] | None = None) -> None:
        super().__init__()
        self._see_as = see_as or {}

    def __missing__(self, piece: str) -> str:
        if len(self) >= MOST:
            self.clear()
        kind = self[piece] = read_kind(piece).translate(self._see_as)
        return kind


class Numbers(dict[str, int]):
    """The number that each piece says."""

    def __missing__(self, piece: str) -> int:
        if len(self) >= MOST:
            self.clear()
        number = self[piece] = read_value(read_kind(piece), piece)
        return number


PLAIN: Final = Letters()
RUNNING: Final = Letters(str.maketrans("*[]", " ()"))
WHOLE: Final = Letters(str.maketrans("*[]()|'\"", " " * 8))
NUMBERS: Final = Numbers()


FEW: Final = 200
"""Tokens whose lengths are added up quickly each time."""


class Tokens(NamedTuple):
    """A text from `pos` on in pieces that follow one another; `kinds` has a letter for each."""

    text: str
    pos: int
    kinds: str
    pieces: list[str]
    places: list[int]
    """The offsets of all tokens, once one far from the front was asked for."""

    def start(self, at: int) -> int:
        """Return the offset of a token."""
        if at <= FEW:
            return self.pos + len("".join(self.pieces[:at]))
        if not self.places:
            self.places.extend(accumulate(map(len, self.pieces), initial=self.pos))
        return self.places[at]

    def value(self, at: int) -> int:
        """Return the number that a token says: of a day, month (from 1), year, week, or weekday (from 0)."""
        return NUMBERS[self.pieces[at]]


def tokenize(text: str, pos: int = 0, limit: int | None = None, *, letters: Letters = PLAIN) -> Tokens:
    """Cut a text into the tokens of dates.

    One letter a token lets the rules be patterns that hold for all languages; `letters` says which letter each piece
    has, as brackets are blanks in a cell. No text is refused.

    >>> tokenize("Tue, Sept 4th").kinds
    'W, M O'
    >>> tokenize("am 28.09.").kinds
    'x D.D.'
    """
    pieces = LEX.findall(text, pos, len(text) if limit is None else max(pos, limit))
    kinds = "".join(map(letters.__getitem__, pieces))
    if LONE in kinds:
        kinds = _settle_lone(text[pos - 1 : pos] if pos else "", pieces, kinds)
    return Tokens(text, pos, kinds, pieces, [])


def _settle_lone(before: str, pieces: list[str], kinds: str) -> str:
    """Tell weekdays of one character, which stand in brackets, from words."""
    around = [before, *pieces, ""]
    return "".join(
        [
            kind if kind != LONE else "W" if around[at] in ("(", "（") and around[at + 2] in (")", "）") else "a"
            for at, kind in enumerate(kinds)
        ]
    )
