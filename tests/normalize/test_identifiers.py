"""Identifiers are read from the addresses and words that name them, and checked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize_cases import Case, call_case, count_different, label_case, load_cases
from syllabus_parse.normalize.identifiers import (
    find_identifiers,
    parse_acl,
    parse_arxiv,
    parse_doi,
    parse_github,
    parse_identifier,
    parse_isbn,
    parse_openreview,
    parse_pmcid,
    parse_pmid,
    parse_s2,
    parse_youtube,
)

CASES = load_cases(__file__, "identifiers.json")
CALLS: dict[str, Callable[..., Any]] = {
    "find_identifiers": find_identifiers,
    "parse_identifier": parse_identifier,
    "parse_arxiv": parse_arxiv,
    "parse_doi": parse_doi,
}
PARSERS: tuple[Callable[[str], object], ...] = (
    find_identifiers, parse_identifier, parse_arxiv, parse_doi, parse_isbn, parse_pmid, parse_pmcid, parse_acl,
    parse_openreview, parse_s2, parse_youtube, parse_github,
)  # fmt: skip
ARXIV = st.from_regex(r"(0[7-9]|1[0-9]|2[0-5])(0[1-9]|1[0-2])\.[0-9]{5}", fullmatch=True)
DOI = st.from_regex(r"10\.[1-9][0-9]{3}/[a-z0-9]{1,8}(\.[0-9]{1,7}){0,2}", fullmatch=True)


@pytest.mark.parametrize("case", CASES["wild"] + CASES["negative"] + CASES["synthetic"], ids=label_case)
def test_case(case: Case) -> None:
    assert call_case(CALLS, case) == case["expected"]


@pytest.mark.parametrize("case", CASES["known_failures"], ids=label_case)
@pytest.mark.xfail(strict=True, reason="what the rules do not see yet")
def test_known_failure(case: Case) -> None:
    assert call_case(CALLS, case) == case["expected"]


def test_cases_are_different() -> None:
    assert count_different(CASES) >= 130
    assert len(CASES["negative"]) >= 50


@given(st.text(max_size=80) | st.sampled_from(("http://", "https://[", "https://arxiv.org/abs/", "10.1145/)")))
def test_parsers_never_raise(text: str) -> None:
    for parse in PARSERS:
        parse(text)


@given(ARXIV, st.sampled_from(("", "v1", "v12")))
def test_arxiv_numbers_are_found_wherever_they_stand(number: str, version: str) -> None:
    found = {"arxiv": number}
    for address in ("https://arxiv.org/abs/{}", "http://arxiv.org/pdf/{}.pdf", "https://www.arxiv.org/html/{}"):
        assert find_identifiers(address.format(number + version)) == found
    for words in ("{}", "arXiv:{}", "arXiv preprint arXiv:{}"):
        assert parse_identifier(words.format(number + version)) == ("arxiv", number)


@given(DOI)
def test_dois_are_found_wherever_they_stand(doi: str) -> None:
    for address in (
        "https://doi.org/{}",
        "http://dx.doi.org/{}",
        "https://dl.acm.org/doi/{}",
        "https://dl.acm.org/doi/pdf/{}",
    ):
        assert find_identifiers(address.format(doi)) == {"doi": doi}
    for words in ("{}", "doi:{}", "DOI: {}.", "https://doi.org/{}"):
        assert parse_identifier(words.format(doi)) == ("doi", doi)


@given(st.integers(min_value=0, max_value=999_999_999), st.integers(min_value=0, max_value=9))
def test_one_last_digit_makes_an_isbn(number: int, wrong: int) -> None:
    stem = f"978{number:09d}"
    right = [digit for digit in "0123456789" if parse_isbn(stem + digit)]
    assert len(right) == 1
    assert parse_isbn(f"ISBN {stem[:3]}-{stem[3:]}{right[0]}") == stem + right[0]
    if str(wrong) != right[0]:
        assert parse_isbn(f"ISBN {stem}{wrong}") is None


@pytest.mark.parametrize("piece", ["1", "10.1145/", ")", "978-", "arxiv.org", "doi.org/", "https://", "/", "P19-", "-"])
def test_bombs_are_only_long_words(piece: str) -> None:
    for start in ("", "10.1145/", "https://arxiv.org/abs/", "https://doi.org/10.1145/", "ISBN "):
        bomb = start + piece * 100_000
        for parse in PARSERS:
            parse(bomb)
            parse(bomb[:1900])
