"""The marks that a list, a link or a quotation puts around a title: where its own words begin and end."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.regex import lazy_regex

PASSES: Final = 200
"""Marks taken off one title at most; nobody stacks more."""

TAIL: Final = 80
"""Characters at the end in which a label or suffix is looked for."""

# Marks of a list, with what follows them.
LEADING: Final = lazy_regex(
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

_SIZE: Final = r"(?:[,\s]\s?\d{1,4}(?:\.\d{1,2})?\s?[kKmM]i?[bB])?"  # e.g. ", 2.1 MB"
_LABEL: Final = (
    r"(?:local\s|free\s|full\s)?(?:pdf|pdfs|ps|paper|slides?|link|html?|pptx?|video|code|url|doi|arxiv|web|website|webpage|"
    r"web\s?site|blog|poster|notes|recording|copy|text|preprint|article|download|source|demo|github|bib|bibtex|"
    r"abs|abstract|here|project\spage|supplement|supp|appendix|acm|ieee|docx?|pdf\slink|paper\slink|full\stext)"
)
LABEL_AT_END: Final = lazy_regex(
    rf"""
    [\s,;:–-]{{0,5}}
    (?: \[{{1,2}}\s?{_LABEL}{_SIZE}(?:\s?[,|/;·&]\s?{_LABEL}){{0,4}}\s?\]{{1,2}}  # e.g. [pdf], [[Paper]], [pdf, slides]
      | 【{_LABEL}】
      | \(\s?(?:pdf|ps|html?|link|slides?|pptx?|video|paper|url|doi|docx?|local\scopy|pdf\slink){_SIZE}
             (?:\s?[,|/;]\s?(?:pdf|ps|html?|link|slides?|video|paper)){{0,3}}\s?\)   # e.g. (pdf), (slides), (PDF, 2 MB)
    )\Z
    """,
    re.VERBOSE | re.IGNORECASE,
)
SUFFIX: Final = lazy_regex(
    r"(?<=[^\W_])\s?\.(?:pdf|pptx?|docx?|html?|ps(?:\.gz)?)\Z"  # e.g. Title.pdf
    r"|\s[-–—|]\s?(?:pdf|ps|pptx?)\Z",  # e.g. Title - pdf
    re.IGNORECASE,
    needs="pdf ppt doc htm ps",
)
ENTITY_AT_END: Final = lazy_regex(r"&#?[A-Za-z0-9]{2,10};\Z")  # its semicolon is no mark of the title

PAIRS: Final = {
    "“": "”", "„": "“”", "«": "»", "»": "«", "《": "》", "「": "」", "『": "』", "‘": "’", "‚": "‘",
    "‹": "›",
    '"': '"', "'": "'", "_": "_", "*": "*", "`": "`'", "”": "”", "〈": "〉", "＂": "＂", "〝": "〞", "″": "″",
}  # fmt: skip
EMPHASIS: Final = "*_"
# A lone quote at an end is the rest of a cut; an apostrophe isn't.
OPENERS: Final = '"“„«《「『”'
CLOSERS: Final = '"”“»》」』„'
QUOTES: Final = frozenset('"“”„«»《》「」『』')

DASHES: Final = "-–—|·•"  # behind a blank they part the title from what was cut off
MARKS: Final = ".,;:。，；、：" + DASHES

# A full stop that belongs to the word: et al. · etc. · Inc.
ABBREVIATION: Final = lazy_regex(
    r"(?:\b(?:et\sal|etc|inc|jr|sr|ltd|corp|misc|vs|viz|approx|dept|univ|eds|i\.e|e\.g|a\.k\.a)"  # e.g. "et al."
    r"|\b(?:[A-Za-z]\.){1,5}[A-Za-z]"  # e.g. "U.S."
    r"|\bPh\.D"
    r"|\.\.)\.\Z",  # e.g. "..."
    re.IGNORECASE,
)


def trim_title(text: str) -> tuple[int, int]:
    """Find the words of a title inside its raw text: the offsets of what `normalize_title` keeps, before mending.

    The span of a title should cover the title, not the bullet before it or the label behind it. Where nothing
    would be left, the offsets cover the whole text without the blanks at its ends.

    >>> trim_title('1. "A Ferry for All Seasons." [pdf]')
    (4, 27)
    >>> trim_title("C. elegans (worm)")
    (0, 17)
    """
    start, end = _strip(text, 0, len(text))
    first = (start, end)
    for _ in range(PASSES):
        before = (start, end)
        start, end = _trim_pair(text, start, end)  # before the bullets: "** Title **" opens no list
        start, end = _trim_start(text, start, end)
        start, end = _trim_end(text, start, end)
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
    elif last in MARKS:
        return trim_marks(text, start, end)
    elif last in "fFxXtTlLmMsScCzZ":
        match = SUFFIX.search(text[max(start, end - 9) : end])
        if match:
            return _strip(text, start, end - (match.end() - match.start()))
    return start, end


def trim_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """Take a full stop, a comma or a lone dash off the end."""
    if end - start < 2 or text[end - 1] not in MARKS:
        return start, end
    if text[end - 1] in DASHES and not text[end - 2].isspace():
        return start, end
    return (start, end) if _is_needed(text[max(start, end - TAIL) : end]) else _strip(text, start, end - 1)


def _is_needed(tail: str) -> bool:
    """Tell whether the mark at the end belongs to the word before it."""
    if tail[-1] == ".":
        return ABBREVIATION.search(tail, max(0, len(tail) - 16)) is not None
    return tail[-1] == ";" and ENTITY_AT_END.search(tail) is not None


def _trim_pair(text: str, start: int, end: int) -> tuple[int, int]:
    if end - start < 2:
        return start, end
    first, last = text[start], text[end - 1]
    if last in PAIRS.get(first, ""):
        width = measure_pair(text, start, end)
        if width:
            return _strip(text, start + width, end - width)
    if first in OPENERS and _is_lone(text, start, start + 1, end):
        return _strip(text, start + 1, end)
    if last in CLOSERS and _is_lone(text, end - 1, start, end - 1):
        return _strip(text, start, end - 1)
    return start, end


def measure_pair(text: str, start: int, end: int) -> int:
    """Measure the marks around a whole: 1 for a quotation, 2 for `**…**`; 0 where “A” and “B” are two."""
    first, last = text[start], text[end - 1]
    if first != last:
        opened = text.find(first, start + 1, end - 1)
        if last in "’'":  # an apostrophe closes nothing
            return int(opened < 0 or first == "`")
        closed = text.find(last, start + 1, end - 1)
        return int(closed < 0 or 0 <= opened < closed)
    width = 1
    if first in EMPHASIS:
        while width < 3 and start + width < end - width and text[start + width] == first == text[end - 1 - width]:
            width += 1
    if end - start <= 2 * width:
        return 0
    inner = text.find(first * width, start + width, end - width)
    if inner < 0 or text[inner - 1].isspace():  # the next mark opens something inside
        return width
    after = inner + width
    return width if after < end - width and text[after].isalnum() else 0


def _is_lone(text: str, at: int, start: int, end: int) -> bool:
    mark = text[at]
    partners = PAIRS.get(mark, "") + "".join(opener for opener, closer in PAIRS.items() if mark in closer) + mark
    return not any(text.find(partner, start, end) >= 0 for partner in partners)
