"""Where in a running text a date may be: around numbers beside a sign or near the name of a month.

Text without such a number is not cut into tokens.
"""

from __future__ import annotations

from typing import Final

from syllabus_parse.regex import lazy_regex

# e.g. 9/4 · 28.09. · 2021-03-04 · 3月
NUMBER: Final = lazy_regex(r"[0-9]+(?=(\s?[/.]\s?[0-9]|-[0-9]{1,2}-[0-9]|\s?[年月日号號년월일])?)")
LONGEST_NUMBER: Final = 4
# The first three letters of every month's name, at the beginning of a word.
MONTH_STEM: Final = lazy_regex(
    r"(?:j(?:an|än|u[nil])|f(?:e[bv]|év)|m(?:a[raeyigj]|är|r[tcz]|ei)|a(?:[pbv]r|ug|go|o[ûu])|g(?:iu|en)|lug|se[pt]"
    r"|o(?:ct|kt|tt|ut)|nov|d(?:e[cz]|éc|ic)|ene"
    r"|sty|lut|kwi|cze|lip|sie|wrz|paź|lis|gru"
    r"|янв|фев|ма[рйя]|апр|ию[нл]|авг|сен|окт|ноя|дек)(?<![^\W\d_]\w{3})|月"
)
BEFORE_NUMBER: Final = 22
AFTER_NUMBER: Final = 36
"""How far from its day the name of a month may stand: "3., 5. und 7. September", "September 3"."""
CONTEXT: Final = 40
"""How much text before and behind such a number is read with it."""


def list_windows(text: str) -> list[tuple[int, int]]:
    """List the stretches of a text that may hold a date, cut at blanks, in order and apart.

    >>> list_windows("HW1 is due on 2/8."), list_windows("Read pages 3 to 5.")
    ([(0, 55)], [])
    """
    out: list[tuple[int, int]] = []
    size = len(text)
    lower = ""
    for found in NUMBER.finditer(text):
        start, end = found.span()
        if end - start > LONGEST_NUMBER:
            continue
        if found.lastindex is None:
            lower = lower or text.lower()
            if not MONTH_STEM.search(lower, max(0, start - BEFORE_NUMBER), end + AFTER_NUMBER):
                continue
        start, end = start - CONTEXT, end + CONTEXT
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], end)
        else:
            out.append((_find_blank(text, start), end))
        if end >= size:
            break
    return out


def _find_blank(text: str, start: int) -> int:
    """Return where a word begins, at `start` or a little behind it."""
    if start <= 0:
        return 0
    blank = text.find(" ", start, start + CONTEXT // 2)
    return start if blank < 0 else blank
