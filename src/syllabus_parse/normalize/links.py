"""Links: their targets as addresses that can be followed, and what they lead to."""

from __future__ import annotations

from functools import lru_cache
from typing import Final
from urllib.parse import unquote

from syllabus_parse.model import LinkKind
from syllabus_parse.normalize.addresses import MAX_URL, normalize_url
from syllabus_parse.normalize.link_hosts import (
    DOMAINS,
    FILE_NAME,
    HOSTS,
    NOTES_PATH,
    PDF_QUERY,
    PREFIXES,
    REPOSITORY,
    SUFFIXES,
)
from syllabus_parse.normalize.link_words import (
    COLUMN_WORDS,
    FILLERS,
    JOINED_NUMBER,
    KIND_OF_WORD,
    NUMBERED,
    ORDER,
    PDF_LABEL,
    PHRASES,
    READING_COLUMN,
    WORD,
)
from syllabus_parse.regex import lazy_regex

__all__ = ["classify_link", "normalize_url"]


def classify_link(url: str | None, *, text: str = "", column: str = "") -> LinkKind:
    """Say what a link leads to, by its own words, the column (or label) it stands in, its host and its suffix.

    A schedule links slides, recordings and papers side by side, and readers want one of them. The link's words are
    asked first, and only as a whole: a paper called "Notes on ..." is no notes. What nothing tells is a page; a link
    whose target and meaning are both lost is `other`.

    >>> classify_link("/slides/1.pdf", text="slides"), classify_link("/papers/1.pdf", text="Raft")
    ('slides', 'pdf')
    >>> classify_link("https://dl.acm.org/citation.cfm?id=3132763", text="Notes on the Synthesis of Form")
    'page'
    """
    shortened = (part if len(part) <= 200 else "" for part in (text, column))
    return _classify(url[:MAX_URL] if url else "", *shortened)


@lru_cache(maxsize=8192)
def _classify(url: str, text: str, column: str) -> LinkKind:
    address = _strip_address(url)
    said = _read_label(text)
    hosted = _read_host(address)
    # A quiz that the learning platform keeps among its assignments is one; a recording of a meeting is no meeting.
    if hosted in ("assignment", "arxiv") or (hosted in ("form", "video") and said in (None, "form", "meeting", "code")):
        return hosted
    if said:
        return hosted if hosted == "doi" and said not in ("slides", "video") else said
    if hosted and hosted != "code":
        return hosted
    path = address.partition("?")[0].partition("#")[0]
    suffix = None
    if FILE_NAME.search(path):
        suffix = next((kind for endings, kind in SUFFIXES if path.endswith(endings)), None)
    headed = _choose_column(_read_column(column), suffix) if column else None
    if headed and not (suffix in ("video", "other") or (suffix == "code" and headed != "assignment")):
        return headed
    if not address:
        return "pdf" if PDF_LABEL.fullmatch(" ".join(WORD_OR_DOT.findall(text.lower()))) else "other"
    if hosted or suffix:
        return hosted or suffix or "page"
    if NOTES_PATH.search(path):
        return "notes"
    if REPOSITORY.match(path):
        return "code"
    if PDF_QUERY.search(address) or PDF_LABEL.fullmatch(text.strip(" []()").lower()):
        return "pdf"
    return "page"


WORD_OR_DOT: Final = lazy_regex(r"[^\W_]+(?:\.[^\W_]+)*")


def _read_host(address: str) -> LinkKind | None:
    host = address.partition("/")[0]
    if ".".join(host.rsplit(".", 2)[-2:]) not in DOMAINS and not host.startswith(PREFIXES):
        return None
    return next((kind for pattern, kind in HOSTS if pattern.match(address)), None)


def _strip_address(url: str) -> str:
    """Return host and path in lower case, without the scheme."""
    if not url:
        return ""
    lowered = unquote(url).lower() if "%" in url else url.lower()
    _, mark, rest = lowered[:12].partition("://")
    if mark:
        lowered = rest + lowered[12:]
    return lowered.removeprefix("www.")


def _read_label(text: str) -> LinkKind | None:
    """Read a link's words as a label; None for a title."""
    if not text or len(text) > 60:
        return None
    lowered = text.lower()
    for pattern, word in PHRASES:
        lowered = pattern.sub(word, lowered)
    found: set[LinkKind] = set()
    words = WORD.findall(lowered)
    for at, word in enumerate(words):
        joined = JOINED_NUMBER.fullmatch(word)
        stem = joined[1] if joined and word not in KIND_OF_WORD else word
        kind = KIND_OF_WORD.get(stem)
        if kind:
            found.add(kind)
        elif stem in NUMBERED and (joined or (at + 1 < len(words) and words[at + 1][0].isdigit())):
            found.add("assignment")
        elif not (stem in FILLERS or word.isdigit() or (len(word) < 4 and word[0].isdigit())):
            return None
    return next((kind for kind in ORDER if kind in found), None)


@lru_cache(maxsize=512)
def _read_column(column: str) -> tuple[LinkKind, ...]:
    lowered = column.lower()
    if READING_COLUMN.search(lowered):
        return ()
    for pattern, word in PHRASES:
        lowered = pattern.sub(word, lowered)
    return tuple(COLUMN_WORDS[word] for word in WORD.findall(lowered) if word in COLUMN_WORDS)


def _choose_column(kinds: tuple[LinkKind, ...], suffix: LinkKind | None) -> LinkKind | None:
    """Take the first kind that a header names; of "Video / Slides" a PDF is the slides."""
    if suffix == "pdf":
        kinds = tuple(kind for kind in kinds if kind not in ("video", "meeting", "form")) or kinds
    return kinds[0] if kinds else None
