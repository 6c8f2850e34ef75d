"""Titles of readings and of sessions, without the marks that a list, a link or a quotation put around them."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.memo import remember
from syllabus_parse.normalize.tex import mend_tex
from syllabus_parse.normalize.text import is_tidy, mend_text
from syllabus_parse.normalize.title_marks import EMPHASIS, LEADING, PASSES, SUFFIX, measure_pair, trim_marks, trim_title
from syllabus_parse.regex import lazy_regex

__all__ = ["is_placeholder", "normalize_title", "normalize_topic", "trim_title"]

ROUNDS: Final = 6
"""What mending bares is trimmed again, at most so often: `&quot;“Title”&quot;`."""

# Compared without blanks, full stops and the marks around them: "N. A.", "(TBD)", "to be announced".
PLACEHOLDERS: Final = frozenset({
    "n/a", "na", "tbd", "tba", "tbc", "none", "nil", "null", "nan", "tobedetermined", "tobeannounced", "tobeconfirmed",
    "tobedecided", "tobedefined", "待定", "未定", "无", "暂无", "なし", "미정", "없음", "keine", "aucun", "aucune",
    "ninguno", "ninguna", "unknown",
    "nessuno", "nenhum", "nenhuma", "àdéfinir", "pordefinir", "adefinir", "nochoffen", "wirdnochbekanntgegeben",
})  # fmt: skip
LONGEST: Final = 40
"""Characters of the longest placeholder, marks and blanks included."""
NOISE: Final = lazy_regex(r"[\s.]+")
# e.g. "N.N.": German for a name not known yet; without its full stops it is more often a neural network
NAMELESS: Final = lazy_regex(r"N\.\s?N\.", re.IGNORECASE)
# e.g. "Materials/assignments to be added", "Details coming soon"
TO_COME: Final = lazy_regex(
    r"[\s*_(\[]{0,4}(?:(?:materials?|assignments?|homeworks?|readings?|papers?|slides?|details?|topics?|links?|notes?|more"
    r"|content|schedule|information|info)(?:\s?/\s?|,?\s(?:and\s|&\s)?)){0,3}(?:(?:(?:are|is|will|yet)\s){0,2}(?:to\s)?be\s"
    r"(?:added|announced|determined|decided|posted|updated|confirmed|filled in)|coming soon)"
    r"(?:\s(?:soon|later|here))?[\s.*_!…)\]]{0,6}",
    re.IGNORECASE,
)
ADDRESS: Final = lazy_regex(r"https?://\S+")
ONLY_MARKS: Final = lazy_regex(r"[\s\-‐‑‒–—―−_.…·•/\\|*?!~=#,:;()\[\]'\"]*")


def normalize_title(text: str) -> str:
    """Write a reading's title without what a list, a link or a quotation put around it, its characters mended.

    Titles are compared, searched and printed: "1. “Raft.” [pdf]" and "Raft" are one. What belongs to the title stays:
    typing errors, "?" and "!", a quotation inside, "et al.", a full stop of an abbreviation.

    >>> normalize_title('1. "A Ferry for All Seasons." [pdf]')
    'A Ferry for All Seasons'
    >>> normalize_title("Who stole the U.S.?"), normalize_title("https://example.org/looms.pdf")
    ('Who stole the U.S.?', 'https://example.org/looms.pdf')
    """
    if (_is_clean(text) and not SUFFIX.search(text, max(0, len(text) - 9))) or ADDRESS.fullmatch(text):
        return text
    return _normalize_title(text)


def _is_clean(text: str) -> bool:
    """Tell at once that a title is fine: tidy, from a letter to a letter or digit, without quotes, TeX or a bullet."""
    return (
        is_tidy(text)
        and text[:1].isalpha()
        and (text[-1:].isalnum() or text[-1:] in "?!")
        and ")" not in text[:5]
        and '"' not in text
        and "\\" not in text
        and "$" not in text
    )


@remember(4096)
def _normalize_title(text: str) -> str:
    for _ in range(ROUNDS):
        start, end = trim_title(text)
        mended = mend_tex(mend_text(text[start:end]))
        if mended == text:
            break
        text = mended
    return text


def normalize_topic(text: str) -> str:
    """Write a session's topic as the document words it, mended, without emphasis and the colon or full stop behind it.

    A topic is worded freely: numbers, quotations and remarks inside stay ("No class. Memorial Day").

    >>> normalize_topic("**Consensus &amp; Raft:**")
    'Consensus & Raft'
    >>> normalize_topic("No class. Memorial Day.")
    'No class. Memorial Day'
    """
    if _is_clean(text):
        return text
    return _normalize_topic(text)


@remember(4096)
def _normalize_topic(text: str) -> str:
    for _ in range(PASSES):
        before = text
        text = mend_tex(mend_text(text))
        start, end = 0, len(text)
        start, end = trim_marks(text, start, end)
        if end > 1 and text[0] in EMPHASIS and text[end - 1] == text[0]:
            width = measure_pair(text, 0, end)
            start, end = width, end - width
        bullet = LEADING.match(text, start, end)
        if bullet and not bullet[0].strip().strip("([])").rstrip(".)").isalnum() and bullet.end() < end:
            start = bullet.end()
        text = text[start:end].strip() or before
        if text == before:
            break
    return text


@remember(8192, longest=LONGEST)
def is_placeholder(text: str) -> bool:
    """Tell whether a cell only says that there is nothing to say: "TBD", "N/A", a dash.

    Placeholders become nothing in the record. A word that could be a title ("Nothing") is none.

    >>> is_placeholder("TBA"), is_placeholder(" — "), is_placeholder("Readings to be announced")
    (True, True, True)
    >>> is_placeholder("TBD: guest lecture")
    False
    """
    if len(text) > 200:
        return False
    if "&" in text or not text.isascii():
        text = mend_text(text)
    if TO_COME.fullmatch(text):
        return True
    if len(text) > LONGEST and text.strip()[:1].isalnum():
        return False
    if ONLY_MARKS.fullmatch(text) or NAMELESS.fullmatch(text.strip()):
        return True
    return NOISE.sub("", text.casefold()).strip("-–—*_()[]?!:'\"“”") in PLACEHOLDERS
