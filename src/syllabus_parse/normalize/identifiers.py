"""Identifiers of works, people's videos and repositories: in the address of a link, and in words."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

MAX_TEXT: Final = 2000
"""Characters of the longest text that still is one identifier."""

# ----------------------------------------------------------------------------- arXiv

# e.g. 1909.01315, 1512.03385v5: year and month, then four digits (five since 2015)
# e.g. hep-th/9901001, math.GT/0309136, cs/0112017v1: an archive, then year, month and three digits
_ARXIV: Final = (
    r"(?P<id>\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}|[a-z][a-z-]{1,15}(?:\.[A-Za-z]{2})?/\d{2}(?:0[1-9]|1[0-2])\d{3})"
)
_VERSION: Final = r"(?:v(?P<version>[1-9]\d{0,2}))?"
ARXIV_PATH: Final = re.compile(
    rf"/(?:abs|pdf|html|format|ps|src|e-print|refs|cits)/{_ARXIV}{_VERSION}(?:\.pdf|\.ps|\.ps\.gz)?/?\Z", re.ASCII
)
ARXIV_TEXT: Final = re.compile(
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
        parts = _split_address(text)
        match = ARXIV_PATH.match(parts.path) if parts and _is_arxiv(_host(parts)) else None
    return (match["id"], int(match["version"]) if match["version"] else None) if match else None


def _is_arxiv(host: str) -> bool:
    return host == "arxiv.org" or host.endswith(".arxiv.org")


# ----------------------------------------------------------------------------- DOI

# e.g. 10.1145/3373376.3378505, 10.1000.10/123
_DOI: Final = r"10\.\d{4,9}(?:\.\d{1,9})?/[^\s\"<>]{1,300}"
DOI_PATH: Final = re.compile(rf"/(?P<doi>{_DOI})", re.ASCII)
# e.g. /doi/10.1145/…, /doi/pdf/10.1145/…
ACM_PATH: Final = re.compile(
    rf"/doi/(?:(?:abs|pdf|full|fullhtml|epdf|ref|book|proceedings|pdfdirect|suppl)/)?(?P<doi>{_DOI})",
    re.IGNORECASE | re.ASCII,
)
DOI_TEXT: Final = re.compile(
    rf"(?:doi\s?[:=]?\s?)?(?:(?:https?://)?(?:dx\.|www\.)?doi\.org/)?(?P<doi>{_DOI})", re.IGNORECASE | re.ASCII
)
DOI_HOSTS: Final = frozenset({"doi.org", "dx.doi.org"})
# e.g. 10.48550/arXiv.1909.01315: arXiv gives its works a DOI too
ARXIV_DOI: Final = re.compile(rf"10\.48550/arxiv\.{_ARXIV}", re.IGNORECASE | re.ASCII)


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
    parts = _split_address(text)
    return _find_doi(parts) if parts else None


def _find_doi(parts: SplitResult) -> str | None:
    host = _host(parts)
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


# ----------------------------------------------------------------------------- books and databases

# e.g. ISBN 978-0-262-03384-8, ISBN-10: 0-262-03384-4, 9780262033848
ISBN_TEXT: Final = re.compile(
    r"(?:(?P<named>e?ISBN)(?:[-\s]?1[03])?\s?:?\s?)?(?P<number>(?:97[89][-\s]?)?(?:\d[-\s]?){9}[\dXx])",
    re.IGNORECASE | re.ASCII,
)


def parse_isbn(text: str) -> str | None:
    """Read an ISBN, check its last digit, and write it as thirteen digits.

    One book carries a ten-digit and a thirteen-digit number, with or without hyphens; thirteen digits join them.
    Ten digits alone are a telephone number as often: they need "ISBN" before them.

    >>> parse_isbn("ISBN 0-262-03384-4")
    '9780262033848'
    >>> parse_isbn("ISBN 978-0-262-03384-9"), parse_isbn("0262033844")
    (None, None)
    """
    match = ISBN_TEXT.fullmatch(text.strip()[:MAX_TEXT])
    if not match:
        return None
    digits = re.sub(r"[-\s]", "", match["number"]).upper()
    if len(digits) == 13:
        return digits if digits.isascii() and digits.isdigit() and _check_digit(digits) == digits[-1] else None
    if len(digits) != 10 or not match["named"] or not digits.isascii():
        return None
    weighted = sum((10 - at) * (10 if digit == "X" else int(digit)) for at, digit in enumerate(digits))
    if weighted % 11:
        return None
    longer = "978" + digits[:9] + "0"
    return longer[:12] + _check_digit(longer)


def _check_digit(digits: str) -> str:
    total = sum(int(digit) * (3 if at % 2 else 1) for at, digit in enumerate(digits[:12]))
    return str(-total % 10)


PMID_TEXT: Final = re.compile(r"(?:PMID|PubMed(?:\s?ID)?)\s?[:#]?\s?(?P<id>[1-9]\d{0,8})", re.IGNORECASE | re.ASCII)
PMCID_TEXT: Final = re.compile(r"(?:PMC\s?ID\s?[:#]?\s?)?(?P<id>PMC\s?[1-9]\d{3,8})", re.IGNORECASE | re.ASCII)
PUBMED_PATH: Final = re.compile(r"/(?:pubmed/)?(?P<id>[1-9]\d{0,8})/?\Z", re.ASCII)
PMC_PATH: Final = re.compile(r"/(?:pmc/)?articles/(?P<id>PMC[1-9]\d{3,8})(?:/|\Z)", re.IGNORECASE | re.ASCII)


def parse_pmid(text: str) -> str | None:
    """Read a PubMed number: behind "PMID", or in an address of PubMed.

    >>> parse_pmid("PMID: 19854939"), parse_pmid("https://pubmed.ncbi.nlm.nih.gov/19854939/")
    ('19854939', '19854939')
    >>> parse_pmid("19854939")
    """
    match = PMID_TEXT.fullmatch(text.strip()[:MAX_TEXT])
    parts = _split_address(text) if not match else None
    if parts and (_host(parts) == "pubmed.ncbi.nlm.nih.gov" or parts.path.startswith("/pubmed/")):
        match = PUBMED_PATH.match(parts.path) if _host(parts).endswith("ncbi.nlm.nih.gov") else None
    return match["id"] if match else None


def parse_pmcid(text: str) -> str | None:
    """Read a PubMed Central number, in words or in an address.

    >>> parse_pmcid("PMCID: PMC2768794"), parse_pmcid("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC2768794/")
    ('PMC2768794', 'PMC2768794')
    >>> parse_pmcid("PMC meeting")
    """
    match = PMCID_TEXT.fullmatch(text.strip()[:MAX_TEXT])
    parts = _split_address(text) if not match else None
    if parts and _host(parts) in ("ncbi.nlm.nih.gov", "pmc.ncbi.nlm.nih.gov"):
        match = PMC_PATH.match(parts.path)
    return match["id"].replace(" ", "").upper() if match else None


# e.g. P19-1001, W18-6453: a venue's letter, the year, volume and paper · 2021.acl-long.17, 2020.findings-emnlp.63
_ACL: Final = r"(?P<id>[A-Z]\d{2}-[1-9]\d{3}|(?:19|20)\d{2}\.[a-z][a-z0-9]{1,20}-[a-z0-9]{1,20}\.\d{1,4})"
ACL_TEXT: Final = re.compile(rf"(?:ACL(?:\sAnthology)?(?:\sID)?\s?:?\s?)?{_ACL}", re.ASCII)
ACL_PATH: Final = re.compile(
    rf"/(?:anthology/)?(?:papers/)?(?:[A-Z]/[A-Z]\d{{2}}/)?{_ACL}(?:v\d)?(?:\.pdf|\.bib)?/?\Z", re.ASCII
)
ACL_HOSTS: Final = frozenset({"aclanthology.org", "aclweb.org", "aclanthology.info"})


def parse_acl(text: str) -> str | None:
    """Read an identifier of the ACL Anthology, old or new, in words or in an address.

    >>> parse_acl("P19-1001"), parse_acl("https://aclanthology.org/2021.acl-long.17.pdf")
    ('P19-1001', '2021.acl-long.17')
    >>> parse_acl("F16-2")
    """
    match = ACL_TEXT.fullmatch(text.strip()[:MAX_TEXT])
    parts = _split_address(text) if not match else None
    if parts and _host(parts) in ACL_HOSTS:
        match = ACL_PATH.match(parts.path)
    return match["id"] if match else None


# ----------------------------------------------------------------------------- addresses of known sites

OPENREVIEW_ID: Final = re.compile(r"[A-Za-z0-9_-]{8,14}", re.ASCII)
OPENREVIEW_TEXT: Final = re.compile(r"OpenReview(?:\sID)?\s?:?\s(?P<id>[A-Za-z0-9_-]{8,14})", re.IGNORECASE | re.ASCII)
S2_HASH: Final = re.compile(r"[0-9a-f]{40}", re.ASCII)
S2_TEXT: Final = re.compile(
    r"(?:S2|Semantic\s?Scholar)(?:\s?(?:Corpus)?\s?ID)?\s?:\s?(?P<id>[0-9a-f]{40}|[1-9]\d{2,11})"
    r"|CorpusID:\s?(?P<corpus>[1-9]\d{2,11})",
    re.IGNORECASE | re.ASCII,
)
YOUTUBE_ID: Final = re.compile(r"[A-Za-z0-9_-]{11}", re.ASCII)
YOUTUBE_PATH: Final = re.compile(r"/(?:embed|v|shorts|live)/(?P<id>[A-Za-z0-9_-]{11})(?:/|\Z)", re.ASCII)
YOUTUBE_HOSTS: Final = frozenset({"youtube.com", "m.youtube.com", "music.youtube.com", "youtube-nocookie.com"})
GITHUB_PATH: Final = re.compile(r"/(?P<owner>[A-Za-z0-9][A-Za-z0-9-]{0,38})/(?P<repo>[\w.-]{1,100})(?:/|\Z)", re.ASCII)
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
    parts = _split_address(text)
    if not parts or _host(parts) != "openreview.net":
        return None
    found = _query(parts, "id") if parts.path in ("/forum", "/pdf", "/attachment", "/revisions") else ""
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
    parts = _split_address(text)
    if not parts or _host(parts) not in ("semanticscholar.org", "api.semanticscholar.org"):
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
    parts = _split_address(text)
    if not parts:
        return None
    host = _host(parts)
    if host == "youtu.be":
        found = parts.path.lstrip("/")
    elif host in YOUTUBE_HOSTS:
        match = YOUTUBE_PATH.match(parts.path)
        found = match["id"] if match else _query(parts, "v") if parts.path.rstrip("/") == "/watch" else ""
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
    parts = _split_address(text)
    if not parts or _host(parts) not in ("github.com", "raw.githubusercontent.com"):
        return None
    match = GITHUB_PATH.match(parts.path)
    if not match or match["owner"].lower() in GITHUB_PAGES:
        return None
    repo = match["repo"].removesuffix(".git")
    return f"{match['owner']}/{repo}" if repo.strip(".") else None


def _split_address(text: str) -> SplitResult | None:
    """Split an address into its parts; one without a scheme ("arxiv.org/abs/…") is read as a web address."""
    text = text.strip()
    if not text or len(text) > MAX_TEXT or any(character.isspace() for character in text):
        return None
    if "://" not in text[:12]:
        text = "https://" + text.removeprefix("//")
    try:
        parts = urlsplit(text)
        return parts if parts.hostname else None
    except ValueError:
        return None


def _host(parts: SplitResult) -> str:
    return (parts.hostname or "").lower().removeprefix("www.")


def _query(parts: SplitResult, name: str) -> str:
    try:
        return parse_qs(parts.query, max_num_fields=50).get(name, [""])[0]
    except ValueError:
        return ""


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
    parts = _split_address(url)
    if parts is None or parts.scheme not in ("http", "https"):
        return {}
    if _is_arxiv(_host(parts)):
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
