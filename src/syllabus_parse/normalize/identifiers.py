"""Identifiers of works, people's videos and repositories: in the address of a link, and in words."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final
from urllib.parse import SplitResult, unquote

from syllabus_parse.normalize.address_parts import MAX_TEXT, host_of, split_address
from syllabus_parse.normalize.identifiers_sites import parse_github, parse_openreview, parse_s2, parse_youtube
from syllabus_parse.normalize.identifiers_works import parse_acl, parse_isbn, parse_pmcid, parse_pmid
from syllabus_parse.regex import lazy_regex

__all__ = [
    "find_identifiers",
    "parse_acl",
    "parse_arxiv",
    "parse_doi",
    "parse_github",
    "parse_identifier",
    "parse_isbn",
    "parse_openreview",
    "parse_pmcid",
    "parse_pmid",
    "parse_s2",
    "parse_youtube",
]

# ----------------------------------------------------------------------------- arXiv

# e.g. 1909.01315, 1512.03385v5: year and month, then four digits (five since 2015)
# e.g. hep-th/9901001, math.GT/0309136, cs/0112017v1: an archive, then year, month and three digits
_ARXIV: Final = (
    r"(?P<id>\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}|[a-z][a-z-]{1,15}(?:\.[A-Za-z]{2})?/\d{2}(?:0[1-9]|1[0-2])\d{3})"
)
_VERSION: Final = r"(?:v(?P<version>[1-9]\d{0,2}))?"
ARXIV_PATH: Final = lazy_regex(
    rf"/(?:abs|pdf|html|format|ps|src|e-print|refs|cits)/{_ARXIV}{_VERSION}(?:\.pdf|\.ps|\.ps\.gz)?/?\Z", re.ASCII
)
ARXIV_TEXT: Final = lazy_regex(
    rf"(?:arxiv\s?(?:preprint|e-print)?\s?(?:arxiv)?[:\s]\s?)?{_ARXIV}{_VERSION}(?:\s?\[[\w.-]{{2,20}}\])?",
    re.IGNORECASE | re.ASCII,
)


def parse_arxiv(text: str) -> tuple[str, int | None] | None:
    """Read an arXiv number, new or old, and its version apart.

    A work has one number and many versions; lists cite either. A number without "arXiv" must have the form of one:
    a month, then four or five digits.

    >>> parse_arxiv("arXiv:1512.03385v5 [cs.CL]")
    ('1512.03385', 5)
    >>> parse_arxiv("hep-th/9901001"), parse_arxiv("1234.5678")
    (('hep-th/9901001', None), None)
    """
    text = text.strip()[:MAX_TEXT]
    match = ARXIV_TEXT.fullmatch(text)
    if not match:
        parts = split_address(text)
        match = ARXIV_PATH.match(parts.path) if parts and _is_arxiv(host_of(parts)) else None
    return (match["id"], int(match["version"]) if match["version"] else None) if match else None


def _is_arxiv(host: str) -> bool:
    return host == "arxiv.org" or host.endswith(".arxiv.org")


# ----------------------------------------------------------------------------- DOI

# e.g. 10.1145/3373376.3378505, 10.1000.10/123
_DOI: Final = r"10\.\d{4,9}(?:\.\d{1,9})?/[^\s\"<>]{1,300}"
DOI_PATH: Final = lazy_regex(rf"/(?P<doi>{_DOI})", re.ASCII)
# e.g. /doi/10.1145/…, /doi/pdf/10.1145/…
ACM_PATH: Final = lazy_regex(
    rf"/doi/(?:(?:abs|pdf|full|fullhtml|epdf|ref|book|proceedings|pdfdirect|suppl)/)?(?P<doi>{_DOI})",
    re.IGNORECASE | re.ASCII,
)
DOI_TEXT: Final = lazy_regex(
    rf"(?:doi\s?[:=]?\s?)?(?:(?:https?://)?(?:dx\.|www\.)?doi\.org/)?(?P<doi>{_DOI})", re.IGNORECASE | re.ASCII
)
DOI_HOSTS: Final = frozenset({"doi.org", "dx.doi.org"})
# e.g. 10.48550/arXiv.1909.01315: arXiv gives its works a DOI too
ARXIV_DOI: Final = lazy_regex(rf"10\.48550/arxiv\.{_ARXIV}", re.IGNORECASE | re.ASCII)


def parse_doi(text: str) -> str | None:
    """Read a DOI: bare, behind "doi:", or in the address of doi.org or dl.acm.org/doi.

    Publishers, exporters and people write it in a dozen ways. The full stop behind it is the sentence's; a closing
    bracket counts only where it was opened inside. Other sites' `?doi=` are often no DOIs.

    >>> parse_doi("https://doi.org/10.1145/3341301.3359642.")
    '10.1145/3341301.3359642'
    >>> parse_doi("doi:10.1016/S0004-3702(96)00034-3"), parse_doi("10.1.1.99.1234")
    ('10.1016/S0004-3702(96)00034-3', None)
    """
    text = text.strip()[:MAX_TEXT]
    match = DOI_TEXT.fullmatch(text.partition("?")[0] if "doi.org" in text else text)
    if match:
        return _trim_doi(unquote(match["doi"]) if "%" in text and "doi.org" in text else match["doi"])
    parts = split_address(text)
    return _find_doi(parts) if parts else None


def _find_doi(parts: SplitResult) -> str | None:
    host = host_of(parts)
    path = unquote(parts.path)
    if host in DOI_HOSTS:
        match = DOI_PATH.match(path)
    elif host == "dl.acm.org":
        match = ACM_PATH.match(path)
    else:
        return None
    return _trim_doi(match["doi"]) if match else None


def _trim_doi(doi: str) -> str | None:
    doi = doi.removesuffix(".pdf").rstrip("/.,;:'”’")
    while doi[-1:] in (")", "]", "}") and doi.count(doi[-1]) > doi.count("([{"[")]}".index(doi[-1])]):
        doi = doi[:-1].rstrip("/.,;:")
    return doi if "/" in doi else None


# ----------------------------------------------------------------------------- all together


def find_identifiers(url: str) -> dict[str, str]:
    """Find the DOI or the arXiv number that an address names.

    They join a paper that two lists link to. Only arxiv.org, doi.org and dl.acm.org/doi are read: what other sites
    call `doi=` is often a number of their own. An arXiv version is left out.

    >>> find_identifiers("http://arxiv.org/pdf/1512.03385v5.pdf")
    {'arxiv': '1512.03385'}
    >>> find_identifiers("http://citeseerx.ist.psu.edu/viewdoc/summary?doi=10.1.1.99.1234")
    {}
    """
    # A quick look first: most links of a schedule lead elsewhere.
    lowered = url[:200].lower()
    if "arxiv.org" not in lowered and "doi.org" not in lowered and "dl.acm.org" not in lowered:
        return {}
    parts = split_address(url)
    if parts is None or parts.scheme not in ("http", "https"):
        return {}
    if _is_arxiv(host_of(parts)):
        match = ARXIV_PATH.match(unquote(parts.path))
        return {"arxiv": match["id"]} if match else {}
    doi = _find_doi(parts)
    if doi is None:
        return {}
    preprint = ARXIV_DOI.match(doi)
    return {"doi": doi, "arxiv": preprint["id"]} if preprint else {"doi": doi}


def _parse_arxiv_number(text: str) -> str | None:
    parsed = parse_arxiv(text)
    return parsed[0] if parsed else None


KINDS: Final[tuple[tuple[str, Callable[[str], str | None]], ...]] = (
    ("arxiv", _parse_arxiv_number),
    ("doi", parse_doi),
    ("isbn", parse_isbn),
    ("pmcid", parse_pmcid),
    ("pmid", parse_pmid),
    ("acl", parse_acl),
    ("openreview", parse_openreview),
    ("s2", parse_s2),
    ("youtube", parse_youtube),
    ("github", parse_github),
)


def parse_identifier(text: str) -> tuple[str, str] | None:
    """Read one identifier, in words or as an address: what kind it is, and its value in one form.

    Bibliographies write "doi:10.1145/…", "arXiv:1909.01315v2", "ISBN 978-…", "PMID: 123"; all are read as wholes, and
    checked where they can be. A number alone is none, unless its form proves it.

    >>> parse_identifier("arXiv:1909.01315v2"), parse_identifier("ISBN 978-0-262-03384-8")
    (('arxiv', '1909.01315'), ('isbn', '9780262033848'))
    >>> parse_identifier("Section 10.1145"), parse_identifier("12345678")
    (None, None)
    """
    for kind, parse in KINDS:
        value = parse(text)
        if value is not None:
            return kind, value
    return None
