"""The review page as text: any document gives one, whole, safe and the same each time."""

from __future__ import annotations

import base64
import hashlib
import re
import subprocess
import sys

import pytest
from bs4 import BeautifulSoup, Tag
from hypothesis import given, settings
from hypothesis import strategies as st

from fixture_files import Fixture, find_fixtures
from syllabus_parse import InputTypeError, Session, Span, Syllabus, parse
from syllabus_parse.model import Origin
from syllabus_parse.writers.explain import list_placed_values
from syllabus_parse.writers.review import write_review
from syllabus_parse.writers.review.page import MOST_DOUBTS
from syllabus_parse.writers.review.tokens import HIDDEN, split_tokens
from syllabus_parse.writers.review.view import make_href

TEXT = "# CS 1: Maps (Fall 2024)\n\n| Date | Topic |\n|---|---|\n| 9/2 | Heaps |\n| 9/4 | Tries |\n"
PIECES = (
    "<script>", "</script>", "</style>", "<img src=x onerror=x>", '" onclick="x', "' autofocus '", "<!--", "-->",
    "&lt;b&gt;", "{{ 7 }}", "{% raw %}", "<a href=javascript:x>", "[a](javascript:x)", "[b](https://e.org/)", "| ",
    " |", "\n", "\r\n", "|---|---|\n", "# ", "- ", "9/2", "2024-09-04", "Heaps", "\x00", "\u202e", "\ud800", "\t",
)  # fmt: skip
HOSTILE = st.lists(st.sampled_from(PIECES), min_size=1, max_size=16).map("".join)


def read_page(page: str) -> BeautifulSoup:
    return BeautifulSoup(page, "lxml")


@settings(max_examples=40)
@given(HOSTILE | st.text(max_size=120))
def test_any_text_gives_a_page_that_is_safe(text: str) -> None:
    page = write_review(parse(text), text)
    page.encode()
    assert not HIDDEN.search(page.replace("\n", ""))
    soup = read_page(page)
    assert len(soup.find_all("script")) == len(soup.find_all("style")) == 1
    for tag in soup.find_all(True):
        assert isinstance(tag, Tag)
        assert not [name for name in tag.attrs if name.startswith("on") or name in ("style", "src")]
        href = tag.get("href")
        assert href is None or str(href).startswith("#") or make_href(str(href)) == href
    lines = [line.get_text() for line in soup.select("#source .t")]
    assert lines == ["".join(part.shown for part in split_tokens(line.removesuffix("\r"))) for line in text.split("\n")]


@pytest.mark.parametrize("fixture", find_fixtures()[::6], ids=lambda fixture: fixture.label)
def test_every_placed_value_is_shown_at_its_place(fixture: Fixture) -> None:
    syllabus = parse(fixture.text, **fixture.hints)  # type: ignore[arg-type]
    soup = read_page(write_review(syllabus, fixture.text))
    shown = set()
    for value in soup.select("a.v[data-w]"):
        entry = value.find_parent(attrs={"data-at": True})
        path = f"{entry['data-at'] if entry else ''}{value['data-n']}"
        pieces = soup.select(f'#source .s[data-p~="{value["data-p"]}"]')
        shown.add((path, "\n".join(piece.get_text() for piece in pieces).replace("\n", "")))
    for placed in list_placed_values(syllabus):
        # Of a title in parts the parts are shown, of headings those of the first entry below.
        if ".section[" in placed.path or f"{placed.path}[0]" in {path for path, _ in shown}:
            continue
        words = "".join(token.shown for token in split_tokens(placed.span.slice(fixture.text)))
        assert (placed.path, words.replace("\r", "").replace("LF", "").replace("CR", "")) in shown


def test_the_policy_names_the_only_style_and_script() -> None:
    page = write_review(parse(TEXT), TEXT)
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    assert policy[1].startswith("default-src 'none'; ")
    for name in ("style", "script"):
        [part] = re.findall(rf"<{name}>(.*?)</{name}>", page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(part.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy[1]


def test_the_same_document_gives_the_same_page() -> None:
    assert write_review(parse(TEXT), TEXT) == write_review(parse(TEXT), TEXT.encode())


def test_another_document_is_refused() -> None:
    with pytest.raises(InputTypeError, match="not the document"):
        write_review(parse(TEXT), TEXT + "x")


def test_hidden_characters_are_named() -> None:
    text = "| Date | Topic |\n|---|---|\n| 2024-09-02 | a\u202eb\x00c |\n"
    page = write_review(parse(text), text)
    assert '<b class="hidden" title="RIGHT-TO-LEFT OVERRIDE">U+202E</b>' in page
    assert '<b class="hidden" title="U+0000">NUL</b>' in page


def test_a_long_document_is_cut() -> None:
    rows = "".join(f"| 2024-09-{1 + n % 28:02} | Part {n} |\n" for n in range(100))
    text = f"| Date | Topic |\n|---|---|\n{rows}"
    soup = read_page(write_review(parse(text), text, max_chars=1000))
    cut = soup.select_one(".cut")
    cards = len(soup.select(".card"))
    assert cut
    assert f"the first 1,000 of {len(text):,} characters of the source, the first {cards} of 100 sessions" in cut.text
    assert "".join(line.get_text() for line in soup.select("#source .t")) == text[:1000].replace("\n", "")
    assert soup.select(".card")[-1].get_text().strip()
    assert read_page(write_review(parse(text), text)).select_one(".cut") is None


def test_a_date_that_was_not_understood_is_shown_with_a_question() -> None:
    text = "| Date | Topic |\n|---|---|\n| 9/2 | Heaps |\n"
    value = read_page(write_review(parse(text), text)).select_one(".card .when")
    assert value
    assert value.get_text() == "9/2 ?"


def test_doubts_are_listed_up_to_a_limit() -> None:
    residue = [[n, n + 1] for n in range(0, 2000, 2)]
    syllabus = Syllabus(Origin("html"), coverage={"residue": residue})
    soup = read_page(write_review(syllabus, "ab" * 1000))
    assert len(soup.select(".doubt.residue")) == MOST_DOUBTS
    cut = soup.select_one(".cut")
    assert cut
    assert "the first 500 of 1,000 stretches of residue" in cut.text


def test_a_place_outside_the_source_lights_nothing() -> None:
    session = Session(title="Heaps", spans={"title": Span(90, 95)})
    soup = read_page(write_review(Syllabus(Origin("html"), sessions=(session,)), "Tries"))
    assert soup.select("#source .s") == []
    assert [value.get_text() for value in soup.select("span.v.title")] == ["Heaps"]


HREFS = [
    ("https://example.org/a?b=c#d", True),
    ("HTTP://EXAMPLE.ORG", True),
    ("https://münchen.example/ü", True),
    ("javascript:alert(1)", False),
    (" https://example.org/", False),
    ("https://example.org/\n", False),
    ("https://example.org/\u202egpj", False),
    ("https://example.org/\ud800", False),
    ("https:example.org", False),
    ("https://", False),
    ("//example.org/", False),
    ('https://example.org/"onclick="x', False),
    ("https:\\\\example.org", False),
    ("data:text/html,x", False),
    ("slides/01.pdf", False),
]


@pytest.mark.parametrize(("url", "goes"), HREFS)
def test_addresses_that_a_page_may_lead_to(url: str, goes: bool) -> None:
    assert (make_href(url) == url) is goes


def test_jinja_is_loaded_only_for_a_page() -> None:
    code = "import sys, syllabus_parse.writers.review; print('jinja2' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
