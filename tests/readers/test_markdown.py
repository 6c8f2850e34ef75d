"""Whole Markdown pages: front matter, the dialects' readers, and what a page with neither gives."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from markdown_outlines import check_blocks, draw_all
from syllabus_parse.document import Document, Mapping, Node, Scalar, Sequence
from syllabus_parse.readers.front_matter import find_front_matter, read_front_matter
from syllabus_parse.readers.markdown import read_date_list, read_jekyll
from syllabus_parse.readers.venue_list import read as read_venue_list
from syllabus_parse.source import Source


def plain(node: Node | None) -> object:
    if isinstance(node, Scalar):
        return node.text.plain
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    if isinstance(node, Mapping):
        return {key.plain: plain(value) for key, value in node.entries}
    return None


@pytest.mark.parametrize(
    ("text", "meta", "blocks"),
    [
        ("---\nlayout: page\ntitle: Schedule\n---\n# A\n", {"layout": "page", "title": "Schedule"}, ["h1 A"]),
        ("---\r\ntitle: x\r\n---\r\n# A\r\n", {"title": "x"}, ["h1 A"]),
        ("\n\n---\ntitle: x\n---\na", {"title": "x"}, ["p a"]),
        ("---\ntitle: x\n...\na", {"title": "x"}, ["p a"]),
        ("---\n# a comment\n\ntitle: x\n---\na", {"title": "x"}, ["p a"]),
        ("---\n\"title\": 'x: y'\n---\na", {"title": "x: y"}, ["p a"]),
        ("---\nby:\tAnn Lee\ndate: 13. Mai 2019\n---\na", {"by": "Ann Lee", "date": "13. Mai 2019"}, ["p a"]),
        ("---\ns:\n  - date: '12/21'\n    title: A\n---\n", {"s": [{"date": "12/21", "title": "A"}]}, []),
        ("---\ndays:\n  - 2025-03-31 00:00:00-07:00\n---\n", {"days": ["2025-03-31 00:00:00-07:00"]}, []),
        ('+++\ntitle = "x"\ndraft = true\n+++\na', {"title": "x", "draft": "true"}, ["p a"]),
        ("title: List\n\ntags:\n- a\n- b\n---\n\n## B\n", {"title": "List", "tags": ["a", "b"]}, ["h2 B"]),
        ("---\n---\na", None, ["p a"]),
        ("---\n\n---\na", None, ["p a"]),
    ],
)
def test_front_matter(text: str, meta: object, blocks: list[str]) -> None:
    document = read_jekyll(Source(text))
    assert plain(document.meta) == meta
    assert draw_all(document.blocks) == blocks
    check_blocks(text, document.blocks)


@pytest.mark.parametrize(
    "text",
    [
        "# A\n---\ntitle: x\n---\n",
        "---\nA line, and no field.\n\n---\nb",
        "---\ntitle: x\nnever closed",
        "a\ntitle: x\n---\n",
        "Note: read this.\n\nThen: more\nand more.\n\n---\nb",
        "",
        "---",
        "--- \n",
    ],
)
def test_no_front_matter(text: str) -> None:
    assert find_front_matter(text) is None
    assert read_jekyll(Source(text)).meta is None


def test_broken_front_matter_is_said() -> None:
    front = read_front_matter("---\ntitle: [a\n---\ntext")
    assert {problem.code for problem in front.problems} == {"SP205"}
    assert front.end == len("---\ntitle: [a\n---\n")


def test_places_in_the_front_matter() -> None:
    text = "---\ntitle: Schedule\n---\n"
    meta = read_jekyll(Source(text)).meta
    assert meta is not None
    title = meta.get("title")
    assert title is not None
    assert title.span.slice(text) == "Schedule"
    assert meta.span.start >= 4


PAPERS: Final = """\
# Papers

## OSDI

### 2018

A Title: With a Colon
Ann Lee, UC Berkeley; Bo Kim, MIT

**[B Title](https://b.org)**

[Bo Kim](https://b.org/kim) MIT, [Cy Doe](https://c.org) X Inc.

C Title | Cy Doe (X), Di Fox (Y)

D Title\\
over two lines
Di Fox
"""


def test_a_list_of_papers() -> None:
    document = read_venue_list(Source(PAPERS))
    assert document.dialect == "venue_list"
    assert draw_all(document.blocks) == [
        "h1 Papers",
        "h2 OSDI",
        "h3 2018",
        "p A Title: With a Colon\nAnn Lee, UC Berkeley; Bo Kim, MIT",
        "p [**B Title**](https://b.org)",
        "p [Bo Kim](https://b.org/kim) MIT, [Cy Doe](https://c.org) X Inc.",
        "p C Title | Cy Doe (X), Di Fox (Y)",
        "p D Title / over two lines\nDi Fox",
    ]


DAYS: Final = """\
# ai2023

### 3/7
#### Required reading
- [MLSys](https://a.org/1.pdf). MLSys: The Frontier.
- [FB](https://a.org/2.pdf). Applied ML:
A Perspective. Kim Bo, Ann Lee. HPCA 2018.

### 3/9
Project proposal
"""


def test_entries_under_dates() -> None:
    document = read_date_list(Source(DAYS))
    assert document.dialect == "date_list"
    assert draw_all(document.blocks) == [
        "h1 ai2023",
        "h3 3/7",
        "h4 Required reading",
        {
            "ul": [
                ["p [MLSys](https://a.org/1.pdf). MLSys: The Frontier."],
                ["p [FB](https://a.org/2.pdf). Applied ML:\nA Perspective. Kim Bo, Ann Lee. HPCA 2018."],
            ]
        },
        "h3 3/9",
        "p Project proposal",
    ]


READERS: Final = (read_jekyll, read_date_list, read_venue_list)


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("text", ["", "\n", "---\n---\n", "\x00\x01", "|" * 5000, "---\n" * 500, "a: b\n" * 500])
def test_odd_pages(read: Callable[[Source], Document], text: str) -> None:
    check_blocks(text, read(Source(text)).blocks)


FRONT: Final = st.lists(
    st.sampled_from(["---", "+++", "title: x", "a_b:", "  - c", "- d", "# e", "[", "'", "\t", "f = 1", "...", ""])
).map("\n".join)


@given(st.one_of(FRONT, FRONT.map("---\n{}\n---\ntext".format), st.text(max_size=60)))
def test_front_matter_never_raises(text: str) -> None:
    front = read_front_matter(text)
    assert 0 <= front.end <= len(text)
    document = read_jekyll(Source(text))
    check_blocks(text, document.blocks)
    assert all(block.span.start >= front.end for block in document.blocks)
