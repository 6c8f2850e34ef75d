"""Targets become addresses or nothing, and links get their kinds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from normalize_cases import Case, call_case, count_different, label_case, load_cases
from syllabus_parse.normalize.links import classify_link, normalize_url

CASES = load_cases(__file__, "links.json")
CALLS: dict[str, Callable[..., Any]] = {"normalize_url": normalize_url, "classify_link": classify_link}
PIECES = (
    "http://", "https://", "www.", "https://www.google.com/url?q=", "http%3A%2F%2F", "a.b", "example.org", "/",
    "//", "?", "#", "&",
    "&amp;", "utm_source=x", "fbclid=1", "=", "x", " ", "%20", "\n", "\\\n", "{{ site.baseurl }}",
    "{{ '/x' | relative_url }}", "{%",
    "{% link a %}", "{{", "javascript:", "JaVaScRiPt:", "data:", "C:\\", "<", ">", '"', "“", "”", "[", "]", ":",
    "99999", "..", "./", "é",
    "\u200b", "&#106;", "&colon;", "mailto:", "file:", "q=", "\t", "1.pdf",
)  # fmt: skip
TARGETS = st.lists(st.sampled_from(PIECES), max_size=10).map("".join) | st.text(max_size=60)
KINDS = {
    "pdf", "slides", "video", "code", "form", "meeting", "page", "notes", "assignment", "doi", "arxiv", "other",
}  # fmt: skip


@pytest.mark.parametrize("case", CASES["wild"] + CASES["negative"] + CASES["synthetic"], ids=label_case)
def test_case(case: Case) -> None:
    assert call_case(CALLS, case) == case["expected"]


@pytest.mark.parametrize("case", CASES["known_failures"], ids=label_case)
@pytest.mark.xfail(strict=True, reason="what the rules do not see yet")
def test_known_failure(case: Case) -> None:
    assert call_case(CALLS, case) == case["expected"]


def test_cases_are_different() -> None:
    assert count_different(CASES) >= 250
    assert len(CASES["negative"]) >= 80


@given(TARGETS, TARGETS | st.sampled_from(("https://example.org/a/b.html", None)))
@settings(max_examples=500, deadline=None)
def test_addresses_are_clean_and_final(target: str, base: str | None) -> None:
    url = normalize_url(target, base=base)
    if url is not None:
        assert url
        assert not any(character.isspace() for character in url)
        assert not url.lower().startswith(("javascript:", "data:", "vbscript:", "file:", "about:", "blob:"))
        assert normalize_url(url) == url


ADDRESS = r"https://[a-z]{2,8}\.(org|edu)/[A-Za-z0-9/_.-]{0,30}(\?[a-z]=[0-9])?(#[a-z]{1,8})?"


@given(st.from_regex(ADDRESS, fullmatch=True))
def test_good_addresses_stay_as_they_are(url: str) -> None:
    assert normalize_url(url) == url
    assert normalize_url(url, base="https://example.org/course/") == url


@given(TARGETS | st.none(), st.text(max_size=40), st.text(max_size=20))
@settings(max_examples=300, deadline=None)
def test_every_link_has_a_kind(url: str | None, text: str, column: str) -> None:
    assert classify_link(url, text=text, column=column) in KINDS


@pytest.mark.parametrize(
    "piece", ["[", "{{ '", "{{", "{% link ", "&amp;", "%20", "http://", "?utm_a=1&", "\\\n", "<", "a.", "-"]
)
def test_bombs_are_only_long_links(piece: str) -> None:
    for size in (7_900 // len(piece), 100_000):
        bomb = piece * size
        normalize_url(bomb)
        normalize_url(bomb, base="https://example.org/")
        classify_link(bomb, text=bomb[:199], column=bomb[:199])
        classify_link(bomb, text=bomb, column=bomb)
