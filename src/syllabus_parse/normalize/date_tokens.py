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
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from syllabus_parse.normalize.date_words import (
    CJK_WEEKDAYS,
    MARCH_OR_TUESDAY,
    MONTHS,
    SMALL_WORDS,
    WEAK_WEEKDAYS,
    WEEKDAY_GROUPS,
    WEEKDAYS,
    ZONES,
    guess_month,
)

CJK_DIGITS: Final = {char: number for number, char in enumerate("〇一二三四五六七八九十")}

# Words, blanks and signs stand in no group and begin with a plain class of characters: so most tokens are settled by
# one look. No piece is longer than 64 characters.
LEX: Final = re.compile(
    r"""
      [\s\u200b\ufeff][\s\u200b\ufeff]{0,63}
    | [Ww](?P<tag>(?<![^\W_][Ww])[0-9]{1,2}(?![0-9]|\s?[/.-][0-9]))                          # W3, not W3/4
    | t/m\b                                                                               # 12 t/m 16 oktober
    | [^\W\d_\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7a3\uff00-\uffef]
      [^\W\d_\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7a3\uff00-\uffef]{0,63}(?:-feira)?           # segunda-feira
    | (?=[0-9])(?:
        (?P<time>
            [0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,6})?\s?(?:[+-][0-9]{2}:?[0-9]{2}(?![0-9])|Z\b)  # 00:00:00-07:00
          | [0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?(?![0-9])                     # 15:00 · 11:59:59pm
              (?:\s{0,2}(?:[AaPp][Mm]\b|[AaPp]\.\s?[Mm]\b\.?)|Z\b|\s?(?:Uhr|Hrs|hrs|h)\b)?
          | [0-9]{1,2}(?:\.[0-9]{2})?\s{0,2}(?:[AaPp][Mm]\b|[AaPp]\.\s?[Mm]\b\.?)           # 3pm · 10 a.m. · 3.30pm
          | [0-9]{1,2}\.[0-9]{2}                                                            # 6.00 to 8.00 PM
              (?=\s?(?:[-–—]|to|bis)\s?[0-9]{1,2}(?:[.:][0-9]{2})?\s?(?:[AaPp]\.?[Mm]|Uhr)\b)
          | [0-9]{1,2}\s?[hH](?:\s?[0-9]{2}(?:min)?)?(?![^\W_])                             # 15h20 · 15 h
          | [0-9]{1,2}(?:\.[0-9]{2})?\s?(?:Uhr|heures|o'clock|uur|Hrs|hrs|noon)\b            # 14.15 Uhr · 12 noon
          | [0-9]{1,2}\s?[时点時시](?:\s?[0-9]{1,2}\s?[分분]|半)?                            # 15時30分
          )
      | (?P<cjk>[0-9]{1,2}\s?(?:[月월日号號일]|주차?))                                      # 3月 · 7号 · 3주차
      | (?P<year>(?:19|20)[0-9]{2}(?![0-9])(?:\s?[年년])?)
      | (?P<ordinal>[0-9]{1,2}(?:\s?(?:st|nd|rd|th|ST|ND|RD|TH)|er|ER|ère|ste|[eºª°]|\.[ºª])(?![^\W_]))  # 4th · 1er
      | (?P<day>[0-9]{1,2}(?![0-9]))
      | (?P<number>[0-9]+)
      )
    | (?P<short_year>['’‘][0-9]{2}(?![0-9/.:-]))                                               # '20
    | (?P<cjk_word>(?:上午|下午|晚上|中午|午前|午後|오전|오후)\s?[0-9]{1,2}
          (?::[0-9]{2}|\s?[时点時시](?:\s?[0-9]{1,2}\s?[分분]|半)?)?                        # 下午3点
        | 第\s?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})\s?[周週]                            # 第3周
        | (?:周|週|星期|礼拜|禮拜)[一二三四五六日天]|[月火水木金土日]曜日?|[월화수목금토일]요일       # 周四 · 木曜
        | (?<=[(（])[一二三四五六日月火水木金土월화수목금토일](?=[)）])                            # (金)
        | [一二三四五六七八九十]{1,2}月|[一二三四五六七八九十廿]{1,3}[日号號])                     # 三月 · 七日
    | .
    """,
    re.VERBOSE | re.DOTALL,
)
# The letter of a piece of Chinese, Japanese or Korean by what it begins or ends with.
CJK_FIRST: Final = {**dict.fromkeys("上下晚中午오", "T"), "第": "K", **dict.fromkeys("周週星礼禮", "W")}
CJK_LAST: Final = {**dict.fromkeys("月월", "M"), **dict.fromkeys("号號", "O"), **dict.fromkeys("주차", "K")}

PUNCTUATION: Final[dict[str, str]] = {
    **{char: char for char in "/.,:;()[]#@|&"},
    **dict.fromkeys("-‐‑‒–—−~～〜〰", "-"),
    **dict.fromkeys("*_†‡`^¹²³⁎∗", "*"),
    **dict.fromkeys("'’‘", "'"),
    **dict.fromkeys('"“”„«»', '"'),
    "／": "/", "．": ".", "，": ",", "、": ",", "：": ":", "；": ";", "（": "(", "）": ")", "【": "[", "】": "]",
    "〔": "[", "〕": "]", "§": "c", "$": "c", "€": "c", "£": "c", "%": "u", "+": "&", "→": "-", "至": "-", "到": "-",
}  # fmt: skip
KINDS: Final = {
    "tag": "K",
    "time": "T",
    "year": "Y",
    "ordinal": "O",
    "day": "D",
    "number": "N",
    "short_year": "y",
}


class Tokens(NamedTuple):
    """A text in pieces that follow one another: `kinds` has a letter for each, `starts` its offset, and the end."""

    text: str
    kinds: str
    starts: list[int]

    def word(self, at: int) -> str:
        """Return the text of a token."""
        return self.text[self.starts[at] : self.starts[at + 1]]

    def end(self, at: int) -> int:
        """Return the offset behind a token."""
        return self.starts[at + 1]

    def size(self, at: int) -> int:
        """Return how many characters a token has."""
        return self.starts[at + 1] - self.starts[at]

    def value(self, at: int) -> int:
        """Return the number that a token says: of a day, month (from 1), year, week, or weekday (from 0)."""
        return read_value(self.kinds[at], self.word(at))


def tokenize(
    text: str, pos: int = 0, limit: int | None = None, *, see_as: Mapping[int, int] | None = None
) -> Tokens:
    """Cut a text into the tokens of dates.

    One letter a token lets the rules be patterns that hold for all languages; `see_as` translates letters, as
    brackets are blanks in a cell. No text is refused.

    >>> tokenize("Tue, Sept 4th").kinds
    'W, M O'
    >>> tokenize("am 28.09.").kinds
    'x D.D.'
    """
    kinds: list[str] = []
    starts: list[int] = []
    end = len(text) if limit is None else max(pos, min(limit, len(text)))
    for found in LEX.finditer(text, pos, end):
        starts.append(found.start())
        group = found.lastgroup
        if group is None:
            kinds.append(read_kind(found[0]))
        else:
            kinds.append(KINDS.get(group) or _read_cjk_kind(found[0]))
    starts.append(end)
    letters = "".join(kinds)
    return Tokens(text, letters.translate(see_as) if see_as else letters, starts)


@lru_cache(maxsize=8192)
def read_kind(word: str) -> str:
    """Return the letter of a word, of a blank or of a sign.

    >>> read_kind("Dezember"), read_kind("mar"), read_kind("Thu"), read_kind("we"), read_kind("m"), read_kind("–")
    ('M', 'A', 'W', 'w', 'a', '-')
    """
    if not word[0].isalpha():
        return " " if word.isspace() or word[0] in "\u200b\ufeff" else PUNCTUATION.get(word, "?")
    if word in PUNCTUATION:
        return PUNCTUATION[word]
    lower = word.lower()
    if lower in MARCH_OR_TUESDAY:
        return "A"
    if lower in MONTHS:
        return "M"
    if lower in WEEKDAYS:
        # "m" is any letter; the day of a schedule ("M 1/8") has its capital.
        if len(word) == 1 and lower == word:
            return "a"
        return "w" if lower in WEAK_WEEKDAYS else "W"
    if (small := SMALL_WORDS.get(lower)) is not None:
        return small
    if lower in WEEKDAY_GROUPS:
        return "V"
    if lower in ZONES:
        return "Z"
    if lower in {"noon", "midnight"}:
        return "T"
    if guess_month(lower) is not None:
        return "M"
    return "a" if lower == word else "b"


def _read_cjk_kind(word: str) -> str:
    if word[-1] in CJK_LAST and (len(word) > 1):
        return CJK_LAST[word[-1]]
    if word[0] in CJK_FIRST:
        return CJK_FIRST[word[0]]
    # 7日 · 七日 are days of the month; 日 and 日曜日 of the week.
    return "O" if len(word) > 1 and word[-1] in "日일" and word[1] not in "曜요" else "W"


@lru_cache(maxsize=8192)
def read_value(kind: str, word: str) -> int:
    """Return the number that a word says, by its letter.

    >>> read_value("M", "Dezember"), read_value("W", "周四"), read_value("y", "'20"), read_value("K", "第3周")
    (12, 3, 2020, 3)
    """
    if kind == "D":
        return int(word)
    if kind == "M":
        return MONTHS.get(word.lower()) or guess_month(word.lower()) or read_cjk_number(word)
    if kind == "Y":
        return int(word[:4])
    if kind in "Ww":
        lower = word.lower()
        if lower in WEEKDAYS:
            return WEEKDAYS[lower]
        return CJK_WEEKDAYS[word[0] if word[1:2] in {"曜", "요"} else word[-1]]
    if kind == "y":
        return expand_year(int(word[1:]))
    return 3 if kind == "A" else read_cjk_number(word)


def read_cjk_number(text: str) -> int:
    """Read a number of one or two digits, or the Chinese one, ahead of a character like 月; 0 where there is none.

    >>> read_cjk_number("12月"), read_cjk_number("十二月"), read_cjk_number("第三周")
    (12, 12, 3)
    """
    digits = "".join(char for char in text if "0" <= char <= "9")
    if digits:
        return int(digits[:4])
    numerals = [CJK_DIGITS.get(char, 20 if char == "廿" else 0) for char in text]
    total = 0
    for number in numerals:
        if number == 10:
            total = max(total, 1) * 10
        else:
            total += number
    return total


def expand_year(short: int) -> int:
    """Return the year of a two-digit one: 00–69 are this century's, as POSIX has it.

    >>> expand_year(20), expand_year(98)
    (2020, 1998)
    """
    return 2000 + short if short < 70 else 1900 + short
