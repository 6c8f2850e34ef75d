"""Identifiers of works: in the address of a link, and in words."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import unquote, urlsplit

# e.g. 1909.01315, 1409.0473v5 · hep-th/9901001, math.GT/0309136
ARXIV_NEW: Final = r"(?P<new>\d{4}\.\d{4,5})"
ARXIV_OLD: Final = r"(?P<old>[a-z][a-z-]{1,15}(?:\.[A-Z]{2})?/\d{7})"
ARXIV_PATH: Final = re.compile(
    rf"/(?:abs|pdf|html|format|ps|src|e-print|abs/cs)/(?:{ARXIV_NEW}|{ARXIV_OLD})(?:v(?P<version>\d{{1,3}}))?(?![\d])"
)
# e.g. /10.1145/3373376.3378505 · /doi/pdf/10.1145/3342195.3387524
DOI_PATH: Final = re.compile(r"/(?:doi/(?:(?:abs|pdf|full|fullHtml|epdf|book|proceedings|pdfdirect)/)?)?(?P<doi>10\.\d{4,9}/\S{1,300})")
DOI_HOSTS: Final = frozenset({"doi.org", "dx.doi.org", "www.doi.org"})


def find_identifiers(url: str) -> dict[str, str]:
    """Find the DOI or the arXiv number that an address names.

    The record joins a paper that two lists link to. Only arxiv.org, doi.org and dl.acm.org/doi are read: what
    other sites call `doi=` is often a number of their own. An arXiv version is left out.

    >>> find_identifiers("http://arxiv.org/pdf/1409.0473v5.pdf")
    {'arxiv': '1409.0473'}
    >>> find_identifiers("http://citeseerx.ist.psu.edu/viewdoc/summary?doi=10.1.1.41.7628")
    {}
    """
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").lower()
    except ValueError:
        return {}
    if host == "arxiv.org" or host.endswith(".arxiv.org"):
        match = ARXIV_PATH.match(parts.path)
        return {"arxiv": match["new"] or match["old"]} if match else {}
    if host in DOI_HOSTS or (host in ("dl.acm.org", "www.dl.acm.org") and parts.path.startswith("/doi/")):
        found = DOI_PATH.match(unquote(parts.path))
        return {"doi": found["doi"].rstrip("/.,;")} if found else {}
    return {}


DOI_TEXT: Final = re.compile(r"(?:(?:https?://)?(?:dx\.)?doi\.org/|doi:?\s{0,3})?(10\.\d{4,9}/\S{1,300})", re.IGNORECASE)


def parse_identifier(text: str) -> tuple[str, str] | None:
    """Read an identifier in words as its kind and its value.

    >>> parse_identifier("doi:10.1145/3341301.3359642")
    ('doi', '10.1145/3341301.3359642')
    >>> parse_identifier("Section 10.1145")
    """
    match = DOI_TEXT.fullmatch(text.strip())
    return ("doi", match[1].rstrip("/.,;")) if match else None
