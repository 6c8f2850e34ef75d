"""Identifiers of books and of works in databases: ISBN, PubMed, the ACL Anthology."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.normalize.address_parts import MAX_TEXT, host_of, split_address
from syllabus_parse.regex import lazy_regex

# e.g. ISBN 978-0-262-03384-8, ISBN-10: 0-262-03384-4, 9780262033848
ISBN_TEXT: Final = lazy_regex(
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


PMID_TEXT: Final = lazy_regex(r"(?:PMID|PubMed(?:\s?ID)?)\s?[:#]?\s?(?P<id>[1-9]\d{0,8})", re.IGNORECASE | re.ASCII)
PMCID_TEXT: Final = lazy_regex(r"(?:PMC\s?ID\s?[:#]?\s?)?(?P<id>PMC\s?[1-9]\d{3,8})", re.IGNORECASE | re.ASCII)
PUBMED_PATH: Final = lazy_regex(r"/(?:pubmed/)?(?P<id>[1-9]\d{0,8})/?\Z", re.ASCII)
PMC_PATH: Final = lazy_regex(r"/(?:pmc/)?articles/(?P<id>PMC[1-9]\d{3,8})(?:/|\Z)", re.IGNORECASE | re.ASCII)


def parse_pmid(text: str) -> str | None:
    """Read a PubMed number: behind "PMID", or in an address of PubMed.

    >>> parse_pmid("PMID: 19854939"), parse_pmid("https://pubmed.ncbi.nlm.nih.gov/19854939/")
    ('19854939', '19854939')
    >>> parse_pmid("19854939")
    """
    match = PMID_TEXT.fullmatch(text.strip()[:MAX_TEXT])
    parts = split_address(text) if not match else None
    if parts and (host_of(parts) == "pubmed.ncbi.nlm.nih.gov" or parts.path.startswith("/pubmed/")):
        match = PUBMED_PATH.match(parts.path) if host_of(parts).endswith("ncbi.nlm.nih.gov") else None
    return match["id"] if match else None


def parse_pmcid(text: str) -> str | None:
    """Read a PubMed Central number, in words or in an address.

    >>> parse_pmcid("PMCID: PMC2768794"), parse_pmcid("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC2768794/")
    ('PMC2768794', 'PMC2768794')
    >>> parse_pmcid("PMC meeting")
    """
    match = PMCID_TEXT.fullmatch(text.strip()[:MAX_TEXT])
    parts = split_address(text) if not match else None
    if parts and host_of(parts) in ("ncbi.nlm.nih.gov", "pmc.ncbi.nlm.nih.gov"):
        match = PMC_PATH.match(parts.path)
    return match["id"].replace(" ", "").upper() if match else None


# e.g. P19-1001, W18-6453: a venue's letter, the year, volume and paper · 2021.acl-long.17, 2020.findings-emnlp.63
_ACL: Final = r"(?P<id>[A-Z]\d{2}-[1-9]\d{3}|(?:19|20)\d{2}\.[a-z][a-z0-9]{1,20}-[a-z0-9]{1,20}\.\d{1,4})"
ACL_TEXT: Final = lazy_regex(rf"(?:ACL(?:\sAnthology)?(?:\sID)?\s?:?\s?)?{_ACL}", re.ASCII)
ACL_PATH: Final = lazy_regex(
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
    parts = split_address(text) if not match else None
    if parts and host_of(parts) in ACL_HOSTS:
        match = ACL_PATH.match(parts.path)
    return match["id"] if match else None
