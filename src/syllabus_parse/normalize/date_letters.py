"""What one piece of a text could be in a date: its letter, and the number that it says.

The letters are listed in `date_tokens`, which cuts the text.
"""

from __future__ import annotations

from typing import Final

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
from syllabus_parse.regex import lazy_regex

CJK_DIGITS: Final = {char: number for number, char in enumerate("〇一二三四五六七八九十")}
# The letter of a piece of Chinese, Japanese or Korean by what it begins or ends with.
CJK_FIRST: Final = {**dict.fromkeys("上下晚中午오", "T"), "第": "K", **dict.fromkeys("周週星礼禮", "W")}
CJK_LAST: Final = {**dict.fromkeys("月월", "M"), **dict.fromkeys("号號", "O"), **dict.fromkeys("주차", "K")}
CJK_LETTER: Final = lazy_regex("[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7a3]")

LONE: Final = "!"
"""The letter of one character that is a weekday in brackets, "(金)", and a word elsewhere: `tokenize` settles it."""
LONE_WEEKDAYS: Final = frozenset("一二三四五六日月火水木金土월화수목금토일")

PUNCTUATION: Final[dict[str, str]] = {
    **{char: char for char in "/.,:;()[]#@|&"},
    **dict.fromkeys("-‐‑‒–—−~～〜〰", "-"),
    **dict.fromkeys("*_†‡`^¹²³⁎∗", "*"),
    **dict.fromkeys("'’‘", "'"),
    **dict.fromkeys('"“”„«»', '"'),
    "／": "/", "．": ".", "，": ",", "、": ",", "：": ":", "；": ";", "（": "(", "）": ")", "【": "[", "】": "]",
    "〔": "[", "〕": "]", "§": "c", "$": "c", "€": "c", "£": "c", "%": "u", "+": "&", "→": "-", "至": "-", "到": "-",
}  # fmt: skip
ORDINAL: Final = lazy_regex(r"[0-9]{1,2}(?:\s?(?:st|nd|rd|th|ST|ND|RD|TH)|er|ER|ère|ste|[eºª°]|\.[ºª])")


def read_kind(word: str) -> str:
    """Return the letter of a word, of a number, of a blank or of a sign.

    >>> read_kind("Dezember"), read_kind("mar"), read_kind("Thu"), read_kind("we"), read_kind("m"), read_kind("–")
    ('M', 'A', 'W', 'w', 'a', '-')
    >>> read_kind("4th"), read_kind("3:30pm"), read_kind("2020"), read_kind("'20"), read_kind("W3"), read_kind("7日")
    ('O', 'T', 'Y', 'y', 'K', 'O')
    """
    first = word[0]
    if "0" <= first <= "9":
        return _read_number_kind(word)
    if not first.isalpha():
        if first in "'’‘" and len(word) == 3:
            return "y"
        return " " if first.isspace() or first in "\u200b\ufeff" else PUNCTUATION.get(word, "?")
    if word in PUNCTUATION:
        return PUNCTUATION[word]
    if not word.isascii() and CJK_LETTER.match(word):
        if len(word) == 1:
            return LONE if word in LONE_WEEKDAYS else "a"
        return _read_cjk_kind(word)
    return "K" if word[-1].isdecimal() else _read_word_kind(word)


def _read_word_kind(word: str) -> str:
    lower = word.lower()
    if lower in MARCH_OR_TUESDAY:
        return "A"
    if lower in MONTHS:
        return "M"
    if lower in WEEKDAYS:
        # "m" is any letter; the day of a schedule ("M 1/8") has its capital.
        if len(word) == 1 and lower == word:
            return "a"
        # "mon" is French for "my"; behind a day "Mon" is Monday: "9/7 Mon Looms".
        return "w" if lower in WEAK_WEEKDAYS and word != "Mon" else "W"
    # A capital alone is a code, not "to" or "and": "Mar 1 A3: Looms", "3/1 E4".
    if (small := SMALL_WORDS.get(lower)) is not None and not (len(word) == 1 and word != lower):
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


def _read_number_kind(word: str) -> str:
    last = word[-1]
    if "0" <= last <= "9":
        if len(word) <= 2:
            return "D"
        if word.isdecimal():
            return "Y" if len(word) == 4 and word[:2] in {"19", "20"} else "N"
        return "T"  # 15:00
    if last in "年년":
        return "Y"
    if last in CJK_LAST:
        return CJK_LAST[last]
    return "O" if last in "日일" or ORDINAL.fullmatch(word) else "T"


def _read_cjk_kind(word: str) -> str:
    if word[-1] in CJK_LAST:
        return CJK_LAST[word[-1]]
    if word[0] in CJK_FIRST and (CJK_FIRST[word[0]] != "W" or word[-1] in CJK_WEEKDAYS):
        return CJK_FIRST[word[0]]
    # 七日 is a day of the month; 日曜日 one of the week; 鰇ue is neither.
    if word[1] in "曜요":
        return "W" if word[0] in CJK_WEEKDAYS else "a"
    if word[-1] in "日일":
        return "O"
    return "W" if word[-1] in CJK_WEEKDAYS else "a"


def read_value(kind: str, word: str) -> int:
    """Return the number that a word says, by its letter: of a day, month (from 1), year, week, or weekday (from 0).

    >>> read_value("M", "Dezember"), read_value("W", "周四"), read_value("y", "'20"), read_value("K", "第3周")
    (12, 3, 2020, 3)
    """
    if kind == "D":
        return int(word)
    if kind == "M":
        return MONTHS.get(word.lower()) or guess_month(word.lower()) or read_cjk_number(word)
    if kind == "Y":
        return int(word[:4])
    if kind in "Ww" or kind == LONE:
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
