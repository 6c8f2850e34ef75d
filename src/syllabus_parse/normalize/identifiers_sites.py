"""Identifiers that known sites give to works, videos and repositories."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.normalize.address_parts import MAX_TEXT, host_of, query_of, split_address
from syllabus_parse.regex import lazy_regex

OPENREVIEW_ID: Final = lazy_regex(r"[A-Za-z0-9_-]{8,14}", re.ASCII)
OPENREVIEW_TEXT: Final = lazy_regex(r"OpenReview(?:\sID)?\s?:?\s(?P<id>[A-Za-z0-9_-]{8,14})", re.IGNORECASE | re.ASCII)
S2_HASH: Final = lazy_regex(r"[0-9a-f]{40}", re.ASCII)
S2_TEXT: Final = lazy_regex(
    r"(?:S2|Semantic\s?Scholar)(?:\s?(?:Corpus)?\s?ID)?\s?:\s?(?P<id>[0-9a-f]{40}|[1-9]\d{2,11})"
    r"|CorpusID:\s?(?P<corpus>[1-9]\d{2,11})",
    re.IGNORECASE | re.ASCII,
)
YOUTUBE_ID: Final = lazy_regex(r"[A-Za-z0-9_-]{11}", re.ASCII)
YOUTUBE_PATH: Final = lazy_regex(r"/(?:embed|v|shorts|live)/(?P<id>[A-Za-z0-9_-]{11})(?:/|\Z)", re.ASCII)
YOUTUBE_HOSTS: Final = frozenset({"youtube.com", "m.youtube.com", "music.youtube.com", "youtube-nocookie.com"})
GITHUB_PATH: Final = lazy_regex(r"/(?P<owner>[A-Za-z0-9][A-Za-z0-9-]{0,38})/(?P<repo>[\w.-]{1,100})(?:/|\Z)", re.ASCII)
# Pages of GitHub that look like an owner.
GITHUB_PAGES: Final = frozenset({
    "about", "apps", "blog", "collections", "contact", "customer-stories", "enterprise", "events", "explore",
    "features", "issues", "join", "login", "marketplace", "notifications", "orgs", "pricing", "pulls", "search",
    "security", "settings", "sponsors", "stars", "topics", "trending", "users",
})  # fmt: skip


def parse_openreview(text: str) -> str | None:
    """Read the identifier of a paper on OpenReview, behind its name or in an address.

    >>> parse_openreview("https://openreview.net/forum?id=rkT9xQzLmA")
    'rkT9xQzLmA'
    >>> parse_openreview("https://openreview.net/group?id=ICLR.cc/2020/Conference")
    """
    match = OPENREVIEW_TEXT.fullmatch(text.strip()[:MAX_TEXT])
    if match:
        return match["id"]
    parts = split_address(text)
    if not parts or host_of(parts) != "openreview.net":
        return None
    found = query_of(parts, "id") if parts.path in ("/forum", "/pdf", "/attachment", "/revisions") else ""
    return found if OPENREVIEW_ID.fullmatch(found) else None


def parse_s2(text: str) -> str | None:
    """Read the identifier of a paper on Semantic Scholar: its hash, or its corpus number.

    >>> parse_s2("https://www.semanticscholar.org/paper/Raft/0a1b2c3d4e5f60718293a4b5c6d7e8f901234567")
    '0a1b2c3d4e5f60718293a4b5c6d7e8f901234567'
    >>> parse_s2("CorpusID:13756489"), parse_s2("S2")
    ('13756489', None)
    """
    match = S2_TEXT.fullmatch(text.strip()[:MAX_TEXT])
    if match:
        return match["corpus"] or match["id"].lower()
    parts = split_address(text)
    if not parts or host_of(parts) not in ("semanticscholar.org", "api.semanticscholar.org"):
        return None
    for part in parts.path.lower().split("/")[:8]:
        if S2_HASH.fullmatch(part):
            return part
        if part.startswith("corpusid:") and part[9:].isdigit() and part.isascii():
            return part[9:]
    return None


def parse_youtube(text: str) -> str | None:
    """Read the identifier of a video from an address of YouTube; channels and lists are no videos.

    >>> parse_youtube("https://youtu.be/DuYkqCQEbpo?t=30"), parse_youtube("https://www.youtube.com/watch?v=DuYkqCQEbpo")
    ('DuYkqCQEbpo', 'DuYkqCQEbpo')
    >>> parse_youtube("https://www.youtube.com/playlist?list=PL1234567890a")
    """
    parts = split_address(text)
    if not parts:
        return None
    host = host_of(parts)
    if host == "youtu.be":
        found = parts.path.lstrip("/")
    elif host in YOUTUBE_HOSTS:
        match = YOUTUBE_PATH.match(parts.path)
        found = match["id"] if match else query_of(parts, "v") if parts.path.rstrip("/") == "/watch" else ""
    else:
        return None
    return found if YOUTUBE_ID.fullmatch(found) else None


def parse_github(text: str) -> str | None:
    """Read owner and repository from an address of GitHub; a user's page or a search is none.

    >>> parse_github("https://github.com/psf/requests/tree/main"), parse_github("git@github.com:mwillsey/bril.git")
    ('psf/requests', 'mwillsey/bril')
    >>> parse_github("https://github.com/topics/python"), parse_github("https://github.com/pytorch")
    (None, None)
    """
    text = text.strip()[:MAX_TEXT]
    if text.startswith("git@github.com:"):
        text = "https://github.com/" + text[15:]
    parts = split_address(text)
    if not parts or host_of(parts) not in ("github.com", "raw.githubusercontent.com"):
        return None
    match = GITHUB_PATH.match(parts.path)
    if not match or match["owner"].lower() in GITHUB_PAGES:
        return None
    repo = match["repo"].removesuffix(".git")
    return f"{match['owner']}/{repo}" if repo.strip(".") else None
