"""The targets of links as addresses that can be followed."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final
from urllib.parse import parse_qsl, urljoin, urlsplit

from syllabus_parse.normalize.text import decode_entities
from syllabus_parse.regex import lazy_regex

MAX_URL: Final = 8000
"""Characters of the longest target that is still an address."""

WRAPPERS: Final = 20
"""Redirects taken off one target at most (a redirect inside a redirect)."""

# e.g. "slides.ppt\<newline>x": a program wrapped the line
WRAPPED: Final = lazy_regex(r"\\[ \t]{0,8}\r?\n[ \t]{0,8}|[\t\r\n]")
# e.g. {{ site.baseurl }}/x · {{site.url}}{{site.baseurl}}/x
SITE: Final = lazy_regex(
    r"\{\{-?\s{0,8}(?:site\.(?:baseurl|url|github\.url|root)|page\.root|base_?path|base_?url|root)"
    r"\s{0,8}(?:\|[^{}]{0,80})?-?\}\}"
)
# e.g. {{ '/x' | relative_url }} · {{ "/x" | absolute_url }} · {{ 'x' | prepend: site.baseurl }}
FILTERED: Final = lazy_regex(
    r"""\{\{-?\s{0,8}(?:'([^'{}]{0,400})'|"([^"{}]{0,400})"|&quot;([^"{}&]{0,400})&quot;)"""
    r"\s{0,8}(?:\|[^{}]{0,120})?-?\}\}"
)
# e.g. {% link _lectures/01.md %} · {% post_url 2020-01-01-x %}
TAGGED: Final = lazy_regex(r"\{%-?\s{0,8}(?:link|post_url)\s{1,8}([^%{}\s]{1,400})\s{0,8}-?%\}")
# e.g. https://www.usenix.org/conference/osdi18/presentation/lindgren: most addresses need nothing
PLAIN: Final = lazy_regex(
    r"https?://[A-Za-z0-9][A-Za-z0-9.-]{0,200}/[A-Za-z0-9/._~%+=()@:;,!*-]*(?:#[A-Za-z0-9._/=-]*)?"
)
SCHEME: Final = lazy_regex(r"([A-Za-z][A-Za-z0-9+.-]{0,20}):")
# What runs, what holds its own content, and what only one computer has: nobody can follow it from a record.
REFUSED: Final = frozenset({
    "javascript", "data", "vbscript", "blob", "about", "file", "chrome", "view-source", "jar", "livescript", "mocha",
})  # fmt: skip
DRIVE: Final = lazy_regex(r"[A-Za-z]:[\\/]|\\\\")  # e.g. C:\slides\1.ppt
INVISIBLE: Final = lazy_regex(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ud800-\udfff]"
)
BLANK: Final = lazy_regex(r"\s")
AROUND: Final = ' \u3000"“”„'  # e.g. href="“http://example.org”", typed in a word processor
TRACKING: Final = lazy_regex(
    r"(?:utm_[a-z_]{1,30}|fbclid|gclid|dclid|gbraid|wbraid|msclkid|mc_cid|mc_eid|igshid|yclid|_hsenc|_hsmi|mkt_tok|twclid"
    r"|vero_id|oly_enc_id|oly_anon_id|wickedid|ref_src|spm)=[^&#]*",
    re.IGNORECASE,
)
REDIRECTS: Final = (
    (lazy_regex(r"https?://(?:www\.)?google\.[a-z.]{2,6}/url\?", re.IGNORECASE), ("q", "url")),
    (lazy_regex(r"https?://scholar\.google\.[a-z.]{2,6}/scholar_url\?", re.IGNORECASE), ("url",)),
    (lazy_regex(r"https?://lm?\.facebook\.com/l\.php\?", re.IGNORECASE), ("u",)),
    (lazy_regex(r"https?://(?:www\.)?youtube\.com/redirect\?", re.IGNORECASE), ("q",)),
    (lazy_regex(r"https?://[a-z0-9]{2,12}\.safelinks\.protection\.outlook\.com/[a-z.]{0,30}\?", re.I), ("url",)),
)


def normalize_url(href: str, *, base: str | None = None) -> str | None:
    r"""Write a link's target as an address that can be followed, or None where it can't be.

    Templates of Jekyll, line breaks of an editor, blanks and the tracking that a mail program added go; everything
    else stays as in the document: no other order, no other encoding, no other case. Scripts, data, files of one
    computer, templates without a known value and what is no address are refused.

    >>> normalize_url("{{ site.baseurl }}/slides/Lecture 1.pdf#page=2")
    '/slides/Lecture%201.pdf#page=2'
    >>> normalize_url("javascript:alert(1)")
    """
    if len(href) > MAX_URL:
        return None
    if PLAIN.fullmatch(href):
        return href
    url = _clean(href)
    for _ in range(WRAPPERS):
        inner = _unwrap(url)
        if inner == url:
            break
        url = _clean(inner)
    if not _is_followable(url):
        return None
    url = _drop_tracking(url)
    root = _clean_base(base) if base else None
    resolved = (_resolve(url, root) if root else url).strip(AROUND)
    return resolved if _is_followable(resolved) else None


def _clean(href: str) -> str:
    url = INVISIBLE.sub("", WRAPPED.sub("", href))
    if "{" in url:
        url = SITE.sub("", url)
        url = FILTERED.sub(lambda match: match[1] or match[2] or match[3] or "", url)
        url = TAGGED.sub(r"\1", url)
    url = decode_entities(url).strip(AROUND)
    if url.startswith("<") and url.endswith(">"):  # e.g. [x](<a b.pdf>)
        url = url[1:-1]
    # An entity may have stood for what was taken off above.
    return BLANK.sub("%20", INVISIBLE.sub("", WRAPPED.sub("", url)).strip().strip(AROUND))


def _unwrap(url: str) -> str:
    for pattern, names in REDIRECTS:
        match = pattern.match(url)
        if match:
            try:
                values = dict(reversed(parse_qsl(url[match.end() :].partition("#")[0], max_num_fields=50)))
            except ValueError:
                return url
            targets = [values[name] for name in names if values.get(name, "").startswith(("http://", "https://"))]
            return targets[0] if targets else url
    return url


def _is_followable(url: str) -> bool:
    if url in ("", "#"):
        return False
    scheme = SCHEME.match(url)
    name = scheme[1].lower() if scheme else ""
    if name in REFUSED or "{{" in url or "{%" in url or DRIVE.match(url):
        return False
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return False
    if name in ("http", "https"):  # e.g. "http://Title of a paper" has blanks for a host
        return bool(parts.hostname) and "%20" not in parts.netloc
    return True


def _drop_tracking(url: str) -> str:
    head, mark, query = url.partition("?")
    if not mark or "#" in head:
        return url
    query, hash_mark, fragment = query.partition("#")
    kept = [part for part in query.split("&") if not TRACKING.fullmatch(part)]
    if len(kept) == query.count("&") + 1:
        return url
    return head + ("?" + "&".join(kept) if kept else "") + hash_mark + fragment


@lru_cache(maxsize=64)
def _clean_base(base: str) -> str | None:
    """Return the page's address; a relative one resolves nothing."""
    url = normalize_url(base)
    return url if url and url.lower().startswith(("http://", "https://")) else None


def _resolve(url: str, base: str) -> str:
    if SCHEME.match(url) and "://" in url[:24]:  # urljoin would take an empty fragment off
        return url
    target = "//" + url if url.lower().startswith("www.") else url
    try:
        joined = urljoin(base, target)
    except ValueError:
        return ""
    return joined + "#" if url.endswith("#") and not joined.endswith("#") else joined
