"""Titles of readings and of sessions, without the marks that a list, a link or a quotation put around them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from syllabus_parse.normalize.tex import mend_tex
from syllabus_parse.normalize.text import mend_text

PASSES: Final = 60
"""Marks taken off one title at most; nobody stacks more."""

TAIL: Final = 80
"""Characters at the end in which a label or suffix is looked for."""

# Marks of a list, with what follows them.
LEADING: Final = re.compile(
    r"""
    [-–—*+·•‣▪◦●○■□►▶→∙‧・※✓✔☐☑✦➢❖]\s+               # e.g. "- Title", "• Title"
  | [•‣▪◦●■►▶∙➢❖]                                     # e.g. "•Title"
  | -(?=[A-Z"“])                                       # e.g. "-Title"
  | \(?\d{1,3}[.)]\s+                                  # e.g. "1. ", "12) ", "(3) "
  | \d{1,3}[、．]\s*                                    # e.g. "1、标题"
  | [①-⑳]\s*                                           # e.g. "① 标题"
  | \[\d{1,3}\][.:]?\s*                                # e.g. "[12] "
  | 【\d{1,3}】\s*
  | \(?[a-z]\)\s+                                      # e.g. "a) "
  | \(?[ivx]{1,4}\)\s+                                 # e.g. "iv) "
  | \[(?:pdf|html|paper|link|ps|doc)\]\s*              # e.g. "[PDF] Title"
    """,
    re.VERBOSE | re.IGNORECASE,
)

_LABEL: Final = (
    r"(?:local\s|free\s|full\s)?(?:pdf|pdfs|ps|paper|slides?|link|html?|pptx?|video|code|url|doi|arxiv|web|website|webpage|"
    r"web\s?site|blog|poster|notes|recording|copy|text|preprint|article|download|source|demo|github|bib|bibtex|"
    r"abs|abstract|here|project\spage|supplement|supp|appendix|acm|ieee|docx?|pdf\slink|paper\slink|full\stext)"
)
LABEL_AT_END: Final = re.compile(
    rf"""
    [\s,;:–-]*
    (?: \[{{1,2}}\s?{_LABEL}(?:\s?[,|/;·&]\s?{_LABEL}){{0,4}}\s?\]{{1,2}}      # e.g. [pdf], [[Paper]], [pdf, slides]
      | 【{_LABEL}】
      | \(\s?(?:pdf|ps|html?|link|slides?|pptx?|video|paper|url|doi|docx?|local\scopy|pdf\slink)
             (?:\s?[,|/;]\s?(?:pdf|ps|html?|link|slides?|video|paper)){{0,3}}\s?\)   # e.g. (pdf), (slides)
    )\s*\Z
    """,
    re.VERBOSE | re.IGNORECASE,
)
SUFFIX: Final = re.compile(r"(?<=[^\W_])\.(?:pdf|pptx?|docx?|html?|ps(?:\.gz)?)\Z", re.IGNORECASE)  # e.g. Title.pdf

PAIRS: Final = {
    "“": "”", "„": "“”", "«": "»", "»": "«", "《": "》", "「": "」", "『": "』", "‘": "’", "‚": "‘", "‹": "›",
    '"': '"', "'": "'", "_": "_", "*": "*", "`": "`", "”": "”", "〈": "〉", "＂": "＂", "〝": "〞", "″": "″",
}  # fmt: skip
EMPHASIS: Final = "*_"
# A lone quote at an end is the rest of a cut; an apostrophe isn't.
OPENERS: Final = "\"“„«《「『”"
CLOSERS: Final = "\"”“»》」』„"
QUOTES: Final = frozenset("\"“”„«»《》「」『』")

# A full stop that belongs to the word: et al. · etc. · Inc.
ABBREVIATION: Final = re.compile(
    r"(?:\b(?:et\sal|etc|inc|jr|sr|ltd|corp|misc|vs|viz|approx|dept|univ|eds|i\.e|e\.g|a\.k\.a)"  # e.g. "et al."
    r"|\b(?:[A-Za-z]\.){1,5}[A-Za-z]"  # e.g. "U.S."
    r"|\bPh\.D"
    r"|\.)\.\Z",  # e.g. "..."
    re.IGNORECASE,
)
# The title as most are typed: it begins with a letter or a digit run that is no number of a list, and nothing hangs on.
CLEAN: Final = re.compile(r"[A-Za-z][A-Za-z0-9][ -~]*[A-Za-z0-9?!]")

PLACEHOLDERS: Final = frozenset({
    "n/a", "na", "n.a.", "n.a", "tbd", "t.b.d.", "t.b.d", "tba", "t.b.a.", "t.b.a", "tbc", "t.b.c.", "none", "nil", "null",
    "tbd.", "tba.", "none.", "n/a.", "to be determined", "to be announced", "to be confirmed", "to be decided", "待定", "无",
    "暂无", "未定", "なし", "未定。", "미정", "nan", "(tbd)", "(tba)", "[tbd]", "[tba]", "(none)", "tbd?", "tba?", "k.a.",
})  # fmt: skip
ONLY_MARKS: Final = re.compile(r"[\s\-‐‑‒–—―−_.…·•/\\|*?!~=#,:;()\[\]'\"]*")


def trim_title(text: str) -> tuple[int, int]:
    """Find the words of a title inside its raw text: the offsets of what `normalize_title` keeps, before mending.

    The span of a title should cover the title, not the bullet before it or the label behind it. Where nothing
    would be left, the offsets cover the whole text without the blanks at its ends.

    >>> trim_title('1. "Attention Is All You Need." [pdf]')
    (4, 29)
    >>> trim_title("C. elegans (worm)")
    (0, 17)
    """
    start, end = _strip(text, 0, len(text))
    first = (start, end)
    for _ in range(PASSES):
        before = (start, end)
        start, end = _trim_start(text, start, end)
        start, end = _trim_end(text, start, end)
        start, end = _trim_pair(text, start, end)
        if (start, end) == before:
            break
    return (start, end) if start < end else first


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _trim_start(text: str, start: int, end: int) -> tuple[int, int]:
    match = LEADING.match(text, start, end)
    return (match.end(), end) if match and match.end() < end else (start, end)


def _trim_end(text: str, start: int, end: int) -> tuple[int, int]:
    if end - start < 2:
        return start, end
    last = text[end - 1]
    if last in "])】":
        match = LABEL_AT_END.search(text[max(start, end - TAIL) : end])
        if match and match.end() - match.start() < end - start:
            return _strip(text, start, end - (match.end() - match.start()))
    elif last in ".,;。，；、":
        if last != "." or not ABBREVIATION.search(text[max(start, end - TAIL) : end]):
            return _strip(text, start, end - 1)
    elif last in "fFxXtTlLmMsScCzZ":
        match = SUFFIX.search(text[max(start, end - 8) : end])
        if match:
            return start, end - (match.end() - match.start())
    return start, end


def _trim_pair(text: str, start: int, end: int) -> tuple[int, int]:
    if end - start < 2:
        return start, end
    first, last = text[start], text[end - 1]
    if last in PAIRS.get(first, "") and _is_whole(text, start, end):
        return _strip(text, start + 1, end - 1)
    if first in OPENERS and _is_lone(text, start, start + 1, end):
        return _strip(text, start + 1, end)
    if last in CLOSERS and _is_lone(text, end - 1, start, end - 1):
        return _strip(text, start, end - 1)
    return start, end


def _is_whole(text: str, start: int, end: int) -> bool:
    """Tell whether the first and the last mark belong together: “A” and “B” is two quotations."""
    first, last = text[start], text[end - 1]
    if first == last:
        if end - start == 2:
            return True
        inner = text.find(first, start + 1, end - 1)
        if inner < 0:
            return True
        if first in EMPHASIS and inner == start + 1:
            return text[end - 2] == last
        # The next mark opens something inside, or it closes the first one.
        return text[inner - 1].isspace() or not (inner + 1 < end and not text[inner + 1].isalnum())
    closed = text.find(last, start + 1, end - 1)
    if closed < 0:
        return True
    opened = text.find(first, start + 1, end - 1)
    return last in "’‘" or 0 <= opened < closed


def _is_lone(text: str, at: int, start: int, end: int) -> bool:
    mark = text[at]
    partners = PAIRS.get(mark, "") + "".join(opener for opener, closer in PAIRS.items() if mark in closer) + mark
    return not any(text.find(partner, start, end) >= 0 for partner in partners)


def normalize_title(text: str) -> str:
    """Write a reading's title without what a list, a link or a quotation put around it, its characters mended.

    Titles are compared, searched and printed: "1. “Raft.” [pdf]" and "Raft" are one. What belongs to the title stays:
    typing errors, "?" and "!", a quotation inside, "et al.", a full stop of an abbreviation.

    >>> normalize_title('1. "Attention Is All You Need." [pdf]')
    'Attention Is All You Need'
    >>> normalize_title("Who stole the U.S.?")
    'Who stole the U.S.?'
    """
    if CLEAN.fullmatch(text) and not SUFFIX.search(text, max(0, len(text) - 8)) and not _needs_mending(text):
        return text
    return _normalize_title(text)


def _needs_mending(text: str) -> bool:
    return "  " in text or "&" in text or "\\" in text or "$" in text or '"' in text


@lru_cache(maxsize=4096)
def _normalize_title(text: str) -> str:
    for _ in range(PASSES):
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
    if CLEAN.fullmatch(text) and not _needs_mending(text):
        return text
    return _normalize_topic(text)


@lru_cache(maxsize=4096)
def _normalize_topic(text: str) -> str:
    for _ in range(PASSES):
        before = text
        text = mend_tex(mend_text(text))
        start, end = 0, len(text)
        if end > 1 and text[-1] in ".:,;。：，" and (text[-1] != "." or not ABBREVIATION.search(text[-TAIL:])):
            end -= 1
        if end > 1 and text[0] in EMPHASIS and text[end - 1] == text[0] and _is_whole(text, 0, end):
            start, end = 1, end - 1
        bullet = LEADING.match(text, start, end)
        if bullet and not bullet[0].strip().strip("([])").rstrip(".)").isalnum() and bullet.end() < end:
            start = bullet.end()
        text = text[start:end].strip() or before
        if text == before:
            break
    return text


def is_placeholder(text: str) -> bool:
    """Tell whether a cell only says that there is nothing to say: "TBD", "N/A", a dash.

    Placeholders become nothing in the record. A word that could be a title ("Nothing") is none.

    >>> is_placeholder("TBA"), is_placeholder(" — ")
    (True, True)
    >>> is_placeholder("TBD: guest lecture")
    False
    """
    if len(text) > 200:
        return False
    if "&" in text or not text.isascii():
        text = mend_text(text)
    return ONLY_MARKS.fullmatch(text) is not None or text.strip().casefold() in PLACEHOLDERS
