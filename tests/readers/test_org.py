"""Org to blocks, with places; and texts that are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syllabus_parse.document import Block, Document, Heading, Listing, Paragraph, Rule, Table, Text, walk
from syllabus_parse.readers.org import READER, detect, read
from syllabus_parse.source import Source


def read_page(text: str) -> Document:
    document = read(Source(text))
    check_places(document)
    return document


def check_places(document: Document) -> None:
    for block in walk(document.blocks):
        assert 0 <= block.span.start <= block.span.end <= len(document.source.text)
        if isinstance(block, Heading | Paragraph):
            for run in block.text.runs:
                if len(run.text) == run.span.end - run.span.start:
                    assert run.span.slice(document.source.text) == run.text


def words(blocks: tuple[Block, ...]) -> list[object]:
    """Blocks as plain values: a heading as (level, words), a list as a list, a table as rows of cells."""
    out: list[object] = []
    for block in blocks:
        if isinstance(block, Heading):
            out.append((block.level, block.text.plain))
        elif isinstance(block, Paragraph):
            out.append(block.text.plain)
        elif isinstance(block, Listing):
            out.append([words(item.blocks) for item in block.items])
        elif isinstance(block, Table):
            cells = [
                ["|".join(b.text.plain for b in cell.blocks if isinstance(b, Paragraph)) for cell in row.cells]
                for row in block.rows
            ]
            out.append({"rows": cells, "headers": sum(row.header for row in block.rows)})
        elif isinstance(block, Rule):
            out.append("----")
    return out


BLOCKS: list[tuple[str, str, list[object]]] = [
    ("headings", "* Week 1\ntext\n** Maps\n* Week 2\n", [(1, "Week 1"), "text", (2, "Maps"), (1, "Week 2")]),
    ("marks of a heading go", "* TODO [#A] Read the paper      :core:read:\n", [(1, "Read the paper")]),
    ("a star without a blank is no heading", "*bold* text\n", ["bold text"]),
    ("bullets", "- one\n- two\n  more\n+ three\n", [[["one"], ["two\nmore"], ["three"]]]),
    ("indented stars are bullets", "  * one\n  * two\n", [[["one"], ["two"]]]),
    (
        "stars below a bullet are bullets",
        "- one\n  * two\n  * three\n- four\n",
        [[["one", [["two"], ["three"]]], ["four"]]],
    ),
    (
        "bullets within bullets",
        "- one\n  - inner\n    - innermost\n- two\n",
        [[["one", [["inner", [["innermost"]]]]], ["two"]]],
    ),
    ("numbers", "1. one\n2) two\n", [[["one"], ["two"]]]),
    ("boxes go", "- [X] done\n- [ ] open\n", [[["done"], ["open"]]]),
    ("terms", "- Week 1 :: Maps\n", [[["Week 1", [["Maps"]]]]]),
    (
        "a table with a header",
        "| Date | Topic |\n|------+-------|\n| 9/3 | Maps |\n| 9/5 | |\n",
        [{"rows": [["Date", "Topic"], ["9/3", "Maps"], ["9/5", ""]], "headers": 1}],
    ),
    (
        "a table without a header",
        "| 9/3 | Maps |\n| 9/5 | Sets |\n",
        [{"rows": [["9/3", "Maps"], ["9/5", "Sets"]], "headers": 0}],
    ),
    (
        "a table with lines all over",
        "|---+---|\n| a | b |\n|---+---|\n| c | d |\n|---+---|\n",
        [{"rows": [["a", "b"], ["c", "d"]], "headers": 1}],
    ),
    ("widths and formulas go", "| <l> | <10> |\n| a | b |\n#+TBLFM: $1=2\n", [{"rows": [["a", "b"]], "headers": 0}]),
    ("a bar in a link", "| [[a.pdf][A | B]] | c |\n", [{"rows": [["A | B", "c"]], "headers": 0}]),
    ("headings below the title of the file", "#+TITLE: T\n* A\n** B\n", [(2, "A"), (3, "B")]),
    ("drawers go", "* A\n:PROPERTIES:\n:ID: x\n:END:\ntext\n", [(1, "A"), "text"]),
    ("a drawer that never ends", "* A\n:LOGBOOK:\ntext\n* B\n", [(1, "A"), "text", (1, "B")]),
    ("code goes", "#+BEGIN_SRC python\nx = 1\n#+END_SRC\ntext\n", ["text"]),
    ("quotations stay", "#+begin_quote\nWords.\n#+end_quote\n", ["Words."]),
    ("remarks go", '# a remark\n#+OPTIONS: toc:nil\n#+INCLUDE: "/etc/passwd"\ntext\n', ["text"]),
    ("a line across the page", "a\n-----\nb\n", ["a", "----", "b"]),
    ("fixed text", ": one\n: two\n", ["one\ntwo"]),
    ("a caption", "#+CAPTION: Plan\n| a |\n", ["Plan", {"rows": [["a"]], "headers": 0}]),
    ("deadlines stay", "* A\nDEADLINE: <2024-09-10 Tue>\n", [(1, "A"), "DEADLINE: 2024-09-10 Tue"]),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in BLOCKS], ids=[case[0] for case in BLOCKS])
def test_blocks(text: str, expected: list[object]) -> None:
    assert words(read_page(text).blocks) == expected


INLINE: list[tuple[str, str, str, list[tuple[str, str | None]]]] = [
    ("a link with words", "[[https://x.org/a][the page]]", "the page", [("the page", "https://x.org/a")]),
    ("a link without", "[[https://x.org/a]]", "https://x.org/a", [("https://x.org/a", "https://x.org/a")]),
    ("a file", "[[file:slides/01.pdf][slides]]", "slides", [("slides", "slides/01.pdf")]),
    ("a heading of the file", "[[*Week 2][next]]", "next", []),
    (
        "a bare address",
        "see https://x.org/a_b.",
        "see https://x.org/a_b.",
        [("https://x.org/a_b", "https://x.org/a_b")],
    ),
    ("an address in brackets", "<https://x.org>", "https://x.org", [("https://x.org", "https://x.org")]),
    ("brackets in the words of a link", "[[a.pdf][the [1] page]]", "the [1] page", [("the [1] page", "a.pdf")]),
    ("a picture", "a [[x.png]] b", "a  b", []),
    ("a blank without width parts", "\u200b*a* and b\\vert{}c", "\u200b*a* and b|c", []),
    ("a timestamp", "<2024-09-03 Tue 10:00-11:15> Maps", "2024-09-03 Tue 10:00-11:15 Maps", []),
    ("an inactive timestamp", "[2024-09-03 Tue] Maps", "2024-09-03 Tue Maps", []),
    ("a range", "<2024-10-09 Wed>--<2024-10-17 Thu>", "2024-10-09 Wed--2024-10-17 Thu", []),
    ("emphasis", "*a* /b/ _c_ =d= ~e~ +f+", "a b c d e f", []),
    ("no emphasis", "9/3/2024 and a*b*c and 2 * 3 * 4", "9/3/2024 and a*b*c and 2 * 3 * 4", []),
    ("a link in bold", "*see [[a.pdf][A]] now*", "see A now", [("A", "a.pdf")]),
    ("a forced break", "a\\\\\nb", "a\u2028\nb", []),
    ("macros and targets go", "a {{{x}}}<<here>>b", "a b", []),
]


@pytest.mark.parametrize(("text", "plain", "links"), [case[1:] for case in INLINE], ids=[case[0] for case in INLINE])
def test_inline(text: str, plain: str, links: list[tuple[str, str | None]]) -> None:
    block = read_page(text).blocks[0]
    assert isinstance(block, Paragraph)
    found: Text = block.text
    assert found.plain == plain
    assert [(found.plain[start:end], anchor.href) for anchor, start, end in found.links()] == links


def test_keywords_are_the_meta() -> None:
    document = read_page("#+TITLE: CS 7 Plan\n#+date: Fall 2024\n#+OPTIONS: toc:nil\n* A\n")
    assert document.meta is not None
    assert [key.plain for key, _ in document.meta.entries] == ["title", "date"]
    assert document.title is not None
    assert document.title.plain == "CS 7 Plan"


@pytest.mark.parametrize(
    "text",
    [
        "#+TITLE: Plan\n* A\n",
        "* Week 1\n** Maps\n- [[a.pdf][b]]\n",
        "| a | b |\n|---+---|\n| 1 | <2024-09-03 Tue> |\n",
        ":PROPERTIES:\n:ID: 1\n:END:\n",
    ],
)
def test_detects(text: str) -> None:
    guess = detect(Source(text))
    assert guess is not None
    assert guess.score >= 0.5


@pytest.mark.parametrize(
    "text",
    [
        "* 9/3 [Maps](a.html)\n* 9/5 Sets\n",
        "| a | b |\n|---|---|\n| 1 | 2 |\n",
        "# Plan\n\n**Maps**\n",
        "",
        "**Week 1**\n\n* [[zoom](https://z.us)] x\n",
        "- date: 9/3\n  title: Maps\n",
        "We meet.\n",
        "[[[maps]]]\n",
    ],
)
def test_does_not_detect(text: str) -> None:
    guess = detect(Source(text))
    assert guess is None or guess.score < 0.4


def test_the_name_of_a_file_tells() -> None:
    guess = detect(Source("* A\n** B\n", uri="https://x.edu/c/plan.org"))
    assert guess is not None
    assert guess.score >= 0.9
    assert READER.dialect == "org"


@pytest.mark.parametrize(
    "text",
    [
        "*" * 100_000,
        "[" * 100_000,
        "[[a][" * 20_000,
        "/a " * 40_000,
        "| " * 50_000,
        "|[[" * 20_000,
        "\n".join(" " * n + "- a" for n in range(400)),
        "- " * 2000 + "x",
        "<2024-09-03 " * 10_000,
        "#+begin_quote\n" * 3_000,
        ":a:\n" * 3_000,
        "=a ~b " * 20_000,
        "{{{" * 30_000,
        "\\\\" * 30_000,
    ],
    ids=range(14),
)
def test_long_nonsense_comes_back(text: str) -> None:
    check_places(read(Source(text)))
    detect(Source(text))


@given(st.text(alphabet="ab *#+|[]<>:-/=~\\{}_\n\t1.日\r", max_size=120))
def test_no_text_raises(text: str) -> None:
    check_places(read(Source(text)))
    detect(Source(text))
