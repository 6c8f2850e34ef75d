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
    CAPITAL_MONTHS,
    CJK_WEEKDAYS,
    MARCH_OR_TUESDAY,
    MONTHS,
    SMALL_WORDS,
    WEAK_WEEKDAYS,
    WEEKDAY_GROUPS,
    WEEKDAYS,
    ZONES,
)

CJK_DIGITS: Final = {char: number for number, char in enumerate("〇一二三四五六七八九十")}

# The commonest pieces come first, and what begins with a digit stands together: most tokens are settled by one look.
LEX: Final = re.compile(
    r"""
      (?P<blank>[\s\u200b\ufeff]+)
    | (?P<word>t/m\b|[^\W\d_\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7a3\uff00-\uffef]+(?:-feira)?)   # segunda-feira
    | (?=[0-9])(?:
        (?P<time>(?:
            [0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,6})?\s?(?:[+-][0-9]{2}:?[0-9]{2}(?![0-9])|Z\b)  # 00:00:00-07:00
          | [0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?(?![0-9])                     # 15:00 · 11:59:59pm
              (?:\s{0,2}(?:[AaPp][Mm]\b|[AaPp]\.\s?[Mm]\b\.?)|Z\b|\s?(?:Uhr|Hrs|hrs|h)\b)?
          | [0-9]{1,2}(?:\.[0-9]{2})?\s{0,2}(?:[AaPp][Mm]\b|[AaPp]\.\s?[Mm]\b\.?)           # 3pm · 10 a.m. · 3.30pm
          | [0-9]{1,2}\s?[hH](?:\s?[0-9]{2}(?:min)?)?(?![^\W_])                             # 15h20 · 15 h
          | [0-9]{1,2}(?:\.[0-9]{2})?\s?(?:Uhr|heures|o'clock|uur|Hrs|hrs|noon)\b            # 14.15 Uhr · 12 noon
          | [0-9]{1,2}\s?[时点時시](?:\s?[0-9]{1,2}\s?[分분]|半)?                            # 15時30分
          ))
      | (?P<cjk_month>[0-9]{1,2}\s?[月월])                                                 # 3月 · 3월
      | (?P<cjk_day>[0-9]{1,2}\s?[日号號일])                                               # 7日 · 7号 · 7일
      | (?P<cjk_week>[0-9]{1,2}\s?주차?)                                                  # 3주차
      | (?P<year>(?:19|20)[0-9]{2}(?![0-9])(?:\s?[年년])?)
      | (?P<ordinal>[0-9]{1,2}(?:\s?(?:st|nd|rd|th|ST|ND|RD|TH)|er|ER|ère|ste|[eºª°]|\.[ºª])(?![^\W_]))  # 4th · 1er
      | (?P<day>[0-9]{1,2}(?![0-9]))
      | (?P<number>[0-9]+)
      )
    | (?P<short_year>['’‘][0-9]{2}(?![0-9/.:-]))                                               # '20
    | (?P<cjk_time>(?:上午|下午|晚上|中午|午前|午後|오전|오후)\s?[0-9]{1,2}
        (?::[0-9]{2}|\s?[时点時시](?:\s?[0-9]{1,2}\s?[分분]|半)?)?)                          # 下午3点
    | (?P<cjk_week_label>第\s?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})\s?[周週])              # 第3周
    | (?P<cjk_weekday>(?:周|週|星期|礼拜|禮拜)[一二三四五六日天]|[月火水木金土日]曜日?|[월화수목금토일]요일
        |(?<=[(（])[一二三四五六日月火水木金土월화수목금토일](?=[)）]))                             # 周四 · 木曜 · (金)
    | (?P<cjk_month_word>[一二三四五六七八九十]{1,2}月)                                        # 三月
    | (?P<cjk_day_word>[一二三四五六七八九十廿]{1,3}[日号號])                                   # 七日
    | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
# The letter of each piece whose value is read from its digits or Chinese numerals.
CJK_KINDS: Final = {
    **{"cjk_month": "M", "cjk_day": "O", "cjk_week": "K"},
    **{"cjk_month_word": "M", "cjk_day_word": "O", "cjk_week_label": "K"},
}

PUNCTUATION: Final[dict[str, str]] = {
    **{char: char for char in "/.,:;()[]#@|&"},
    **dict.fromkeys("-‐‑‒–—−~～〜〰", "-"),
    **dict.fromkeys("*_†‡`^¹²³⁎∗", "*"),
    **dict.fromkeys("'’‘", "'"),
    **dict.fromkeys('"“”„«»', '"'),
    "／": "/", "．": ".", "，": ",", "、": ",", "：": ":", "；": ";", "（": "(", "）": ")", "【": "[", "】": "]",
    "〔": "[", "〕": "]", "§": "c", "$": "c", "€": "c", "£": "c", "%": "u", "+": "&", "→": "-", "至": "-", "到": "-",
}  # fmt: skip
WEEK_TAG: Final = re.compile(r"[Ww][0-9]{1,2}(?![0-9]|\s?[/.\-][0-9])")  # W3, not W3/4 (Wednesday 3/4)
LONE_WEAK: Final = frozenset("mtwrfus")


class Tokens(NamedTuple):
    """A text in pieces: `kinds` has one letter a token; `starts`, `ends` and `values` one entry a token."""

    text: str
    kinds: str
    starts: list[int]
    ends: list[int]
    values: list[int]


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
    ends: list[int] = []
    values: list[int] = []
    end = len(text) if limit is None else min(limit, len(text))
    skip = pos
    for found in LEX.finditer(text, pos, end):
        start = found.start()
        if start < skip:
            continue
        stop = found.end()
        value = 0
        name = found.lastgroup or ""
        if name == "blank":
            kind = " "
        elif name == "day":
            value = int(found[0])
            kind = "D"
        elif name == "word":
            word = found[0]
            kind, value = read_word(word)
            if word in {"W", "w"} and (tag := WEEK_TAG.match(text, start)):
                kind, value, stop = "K", int(text[start + 1 : tag.end()]), tag.end()
                skip = stop
        elif name == "other":
            kind = PUNCTUATION.get(found[0], "?")
        elif name == "year":
            kind, value = "Y", int(found[0][:4])
        elif name == "time":
            kind = "T"
        elif name == "ordinal":
            kind, value = "O", int(found[0][: 2 if found[0][1:2].isdigit() else 1])
        elif name == "short_year":
            kind, value = "y", expand_year(int(found[0][1:]))
        elif name in CJK_KINDS:
            kind, value = CJK_KINDS[name], read_cjk_number(found[0])
        elif name == "cjk_time":
            kind = "T"
        elif name == "cjk_weekday":
            named = found[0][0] if found[0][1:2] in {"曜", "요"} else found[0][-1]
            kind, value = "W", CJK_WEEKDAYS[named]
        else:
            kind = "N"
        kinds.append(kind)
        starts.append(start)
        ends.append(stop)
        values.append(value)
    letters = "".join(kinds)
    return Tokens(text, letters.translate(see_as) if see_as else letters, starts, ends, values)


@lru_cache(maxsize=4096)
def read_word(word: str) -> tuple[str, int]:
    """Return the letter of a word, and its value where it names a month (1–12) or weekday (0–6).

    >>> read_word("Dezember"), read_word("mar"), read_word("Thu")
    (('M', 12), ('A', 3), ('W', 3))
    """
    lower = word.lower()
    if lower == "t/m":
        return "t", 0
    if lower in MARCH_OR_TUESDAY:
        return "A", 3
    if (month := MONTHS.get(lower)) is not None:
        return "M", month
    if (weekday := WEEKDAYS.get(lower)) is not None:
        # "m" and "we" are words of other kinds; the day of a schedule ("M 1/8", "We 9/4") has its capital.
        if len(word) == 1 and lower == word:
            return "a", 0
        return ("w" if lower in WEAK_WEEKDAYS else "W"), weekday
    if (small := SMALL_WORDS.get(lower)) is not None:
        return small, 0
    if lower in WEEKDAY_GROUPS:
        return "V", 0
    if lower in ZONES:
        return "Z", 0
    if lower in {"noon", "midnight"}:
        return "T", 0
    return ("a" if lower == word else "b"), 0


def read_cjk_number(text: str) -> int:
    """Read a number of one or two digits, or the Chinese one, ahead of a character like 月; 0 where there is none.

    >>> read_cjk_number("12月"), read_cjk_number("十二月"), read_cjk_number("第三周")
    (12, 12, 3)
    """
    digits = "".join(char for char in text if "0" <= char <= "9")
    if digits:
        return int(digits)
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


__all__ = ["CAPITAL_MONTHS", "Tokens", "expand_year", "read_cjk_number", "read_word", "tokenize"]
