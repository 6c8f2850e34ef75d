"""HTML to blocks: case files of outlines, the places of runs, and that nothing visible is lost."""

from __future__ import annotations

import json
import re
import warnings
from pathlib import Path
from typing import Any, Final

import bs4
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from syllabus_parse.document import (
    BREAK,
    Anchor,
    Block,
    Cell,
    Heading,
    Listing,
    Mapping,
    Mark,
    Node,
    Paragraph,
    Rule,
    Run,
    Scalar,
    Sequence,
    Table,
    Text,
    walk,
)
from syllabus_parse.readers.html import READER, detect, read
from syllabus_parse.readers.html_blocks import read_html_blocks
from syllabus_parse.source import Source, Span, decode

FOLDER: Final = Path(__file__).with_name("html")
FILES: Final = sorted(FOLDER.glob("*.json"))
MARKS: Final = ((Mark.CODE, "`"), (Mark.ITALIC, "_"), (Mark.BOLD, "**"), (Mark.STRIKE, "~~"))


def load(kind: str) -> list[Any]:
    return [
        pytest.param(case, id=f"{path.stem}: {case['label']}")
        for path in FILES
        for case in json.loads(path.read_text(encoding="utf-8"))[kind]
    ]


def draw_run(run: Run) -> str:
    text = run.text.replace(BREAK, " / ")
    if run.marks & Mark.IMAGE:
        text = f"!{text}"
    for mark, sign in MARKS:
        if run.marks & mark and run.text != BREAK:
            text = f"{sign}{text}{sign}"
    return text


def draw_text(text: Text) -> str:
    """Runs of one link or one mark come out as one."""
    groups: list[tuple[Anchor | None, int, list[Run]]] = []
    for run in text.runs:
        if groups and groups[-1][0] is run.anchor and groups[-1][1] == run.marks and run.text != BREAK:
            groups[-1][2].append(run)
        else:
            groups.append((run.anchor, run.marks, [run]))
    out: list[str] = []
    last: Anchor | None = None
    for anchor, marks, runs in groups:
        drawn = draw_run(Run("".join(run.text for run in runs), runs[0].span, anchor, marks))
        if anchor is None:
            out.append(drawn)
        elif out and anchor is last:
            out[-1] = f"{out[-1].rsplit('](', 1)[0]}{drawn}]({anchor.href})"
        else:
            out.append(f"[{drawn}]({anchor.href})")
        last = anchor
    return "".join(out)


def draw_cell(cell: Cell) -> Any:  # noqa: ANN401
    if len(cell.blocks) > 1 or (cell.blocks and not isinstance(cell.blocks[0], Paragraph)):
        return [draw(block) for block in cell.blocks]
    text = "".join(draw_text(block.text) for block in cell.blocks if isinstance(block, Paragraph))
    size = "" if cell.colspan == cell.rowspan == 1 else f" {{{cell.colspan}x{cell.rowspan}}}"
    return f"{'= ' if cell.repeated else ''}{'# ' if cell.header else ''}{text}{size}"


def draw(block: Block) -> Any:  # noqa: ANN401
    if isinstance(block, Heading):
        return f"h{block.level} {draw_text(block.text)}"
    if isinstance(block, Paragraph):
        return f"p {draw_text(block.text)}"
    if isinstance(block, Rule):
        return "hr"
    if isinstance(block, Listing):
        items = [[draw(inner) for inner in item.blocks] for item in block.items]
        if block.ordered:
            for item, drawn in zip(block.items, items, strict=True):
                drawn[0] = f"{item.marker} {drawn[0]}"
        return {"ol" if block.ordered else "ul": items}
    assert isinstance(block, Table)
    out: dict[str, Any] = {"table": [[draw_cell(cell) for cell in row.cells] for row in block.rows]}
    header = [number for number, row in enumerate(block.rows) if row.header]
    if header:
        out["header"] = header
    return out


def outline(text: str) -> list[Any]:
    return [draw(block) for block in read(Source(text)).blocks]


def unify(drawn: Any) -> Any:  # noqa: ANN401
    """A definition list is drawn as any list: `dl` in a case file only tells the reader of the file."""
    if isinstance(drawn, dict) and "dl" in drawn:
        return {"ul": unify(drawn["dl"])}
    if isinstance(drawn, dict):
        return {key: unify(value) for key, value in drawn.items()}
    if isinstance(drawn, list):
        return [unify(item) for item in drawn]
    return drawn


def texts(blocks: tuple[Block, ...]) -> list[Text]:
    return [block.text for block in walk(blocks) if isinstance(block, Heading | Paragraph)]


def check_places(text: str, blocks: tuple[Block, ...]) -> None:
    for found in texts(blocks):
        assert found.plain == "".join(run.text for run in found.runs)
        last = -1
        for run in found.runs:
            span = run.span
            assert 0 <= span.start <= span.end <= len(text)
            assert span.start >= last
            last = span.start
            words = span.slice(text)
            if len(run.text) == len(words):
                # wide blanks (U+3000) are no white space of HTML and stay
                assert run.text == re.sub(r"[\t-\r\x1c-\x1f \x85\xa0\u2028\u2029]", " ", words) or run.text == BREAK
            elif run.text and run.text not in (" ", BREAK, "“", "”") and not run.marks & Mark.IMAGE:
                assert words.startswith("&")


def test_case_files_are_there() -> None:
    assert len(FILES) >= 6


@pytest.mark.parametrize("case", load("wild") + load("negative") + load("synthetic"))
def test_outline(case: dict[str, Any]) -> None:
    assert outline(case["input"]) == unify(case["expected"])


@pytest.mark.parametrize("case", load("known_failures"))
@pytest.mark.xfail(strict=True)
def test_known_failure(case: dict[str, Any]) -> None:
    assert outline(case["input"]) == unify(case["expected"])


@pytest.mark.parametrize("case", load("wild") + load("negative") + load("synthetic") + load("known_failures"))
def test_places(case: dict[str, Any]) -> None:
    document = read(Source(case["input"]))
    check_places(case["input"], document.blocks)


PIECES: Final = st.sampled_from(
    [
        "<table>", "</table>", "<tr>", "</tr>", "<td>", "<td colspan=2>", "<td rowspan=2>", "</td>", "<th>",
        "<thead>", "<tbody>", "<caption>", "<ul>", "</ul>", "<ol start=3>", "</ol>", "<li>", "</li>", "<dl>",
        "<dt>", "<dd>", "</dl>", "<p>", "</p>", "<div>", "</div>", "<div class=nav>", "<h1>", "</h1>", "<h3>",
        "<b>", "</b>", "<i>", "</i>", "<br>", "<hr>", '<a href="x&amp;y">', "</a>", "<a>",
        "<img alt='an &amp; b'>", "<img>", "<pre>", "</pre>", "<details>", "<summary>", "</summary>",
        "</details>", "<script>", "</script>", "<title>", "</title>", "<!--", "-->", "<", ">", '"', "'",
        "&amp;", "&nbsp;", "&", ";", "word", "two words", " ", '\n', '\t', '\xa0', '\u2028', "{{ a }}", "{%",
        "%}", "{% if %}", "{% comment %}", "{% endcomment %}", "{: .a}", "<a href='", "<td ", "</", "<!", "<?",
        "<span hidden>", "</span>", "<form>", "</form>", "<time datetime=2020-01-02>", "</time>", "<q>",
        "</q>", "<iframe src=u>", "</iframe>", "<button class=collapsible>", "</button>", "é", "日本", '\x00',
        '\ud800',
    ]
)  # fmt: skip
SOUP: Final = st.lists(PIECES, max_size=40).map("".join)


@settings(max_examples=400, deadline=None)
@given(SOUP)
def test_never_raises_and_keeps_places(text: str) -> None:
    source = Source(text)
    detect(source)
    check_places(text, read(source).blocks)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
@example("0\u3000")
def test_never_raises_on_any_text(text: str) -> None:
    source = Source(text)
    detect(source)
    check_places(text, read(source).blocks)


@settings(max_examples=100, deadline=None)
@given(SOUP, st.integers(0, 1000))
def test_offset_moves_all_places(text: str, offset: int) -> None:
    here, _ = read_html_blocks(text)
    there, _ = read_html_blocks(text, offset=offset)
    assert [[run.span.start + offset for run in one.runs] for one in texts(here)] == [
        [run.span.start for run in one.runs] for one in texts(there)
    ]


WORDS: Final = st.from_regex(r"[a-zA-Zé]{1,8}( [a-z]{1,5}){0,2}", fullmatch=True)
INNER: Final = st.recursive(
    WORDS,
    lambda inner: st.one_of(
        st.tuples(
            st.sampled_from(("p", "div", "section", "h2", "blockquote", "b", "i", "span", "center")),
            st.lists(inner, max_size=3),
        ).map(lambda pair: f"<{pair[0]}>{' '.join(pair[1])}</{pair[0]}>"),
        st.lists(inner, max_size=3).map(lambda items: f"<ul>{''.join(f'<li>{item}' for item in items)}</ul>"),
        st.lists(st.lists(inner, min_size=1, max_size=3), max_size=3).map(
            lambda rows: f"<table>{''.join('<tr>' + ''.join(f'<td>{cell}' for cell in row) for row in rows)}</table>"
        ),
    ),
    max_leaves=12,
)


@settings(max_examples=200, deadline=None)
@given(INNER)
def test_nothing_visible_is_lost(text: str) -> None:
    """BeautifulSoup on lxml is the judge of what the words of a page are."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        judged = bs4.BeautifulSoup(text, "lxml").get_text(" ").split()
    found = " ".join(one.plain for one in texts(read(Source(text)).blocks)).split()
    assert sorted(found) == sorted(judged)


def test_head() -> None:
    page = (
        '<!DOCTYPE html><html lang="de"><head><base href="https://uni.example/kurs/">'
        "<title> Kurs&uuml;bersicht \n</title>"
        '<meta name="author" content="A. Muster"><meta property="og:site_name" content="K &amp; S">'
        '<meta name="description" content="no">'
        '<script type="application/ld+json">{"@graph": [{"@type": "Course", "name": "Logik", "courseCode": "L1",'
        ' "provider": {"@type": "Organization", "name": "Uni"}}, {"@type": "BreadcrumbList"}]}</script>'
        "</head><body><p>Text</p></body></html>"
    )
    document = read(decode(page))
    assert document.title is not None
    assert document.title.plain == "Kursübersicht"
    assert (document.language, document.base) == ("de", "https://uni.example/kurs/")
    assert document.meta is not None
    assert {key.plain: plain(value) for key, value in document.meta.entries} == {
        "author": "A. Muster", "og:site_name": "K & S", "course": "Logik", "courseCode": "L1", "provider": "Uni",
    }  # fmt: skip
    author = document.meta.get("author")
    assert author is not None
    assert author.span.slice(page) == "A. Muster"
    assert outline(page) == ["p Text"]


def read_meta(text: str) -> dict[str, Any]:
    meta = read(Source(text)).meta
    return {key.plain: plain(value) for key, value in meta.entries} if meta is not None else {}


def test_microdata() -> None:
    text = (
        '<div itemscope itemtype="https://schema.org/Course"><h1 itemprop="name">Graph <i>Theory</i></h1>'
        '<meta itemprop="courseCode" content="M 7"><div itemprop="provider" itemscope><b itemprop="name">Uni</b></div>'
        '</div><div><span itemprop="startDate">no</span></div>'
    )
    assert read_meta(text) == {"course": "Graph Theory", "courseCode": "M 7", "provider": "Uni"}


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        (
            '[{"@type": ["Course"], "name": "A",'
            ' "hasCourseInstance": {"@type": "CourseInstance", "startDate": "2020-01-02"}}]',
            {"course": "A", "startDate": "2020-01-02"},
        ),
        ('{"@type": "Course", "name": "A", "provider": "Uni"}', {"course": "A", "provider": "Uni"}),
        ('{"@type": "BreadcrumbList", "name": "x"}', {}),
        ("not json {", {}),
        ("[" * 5000, {}),
    ],
)  # fmt: skip
def test_linked_data(script: str, expected: dict[str, str]) -> None:
    assert read_meta(f'<script type="application/ld+json">{script}</script>') == expected


def test_front_matter_left_in_the_text_is_meta() -> None:
    assert read_meta("<div>\n---\nlayout: page\ntitle: Plan\n---\n</div>") == {"layout": "page", "title": "Plan"}
    assert read_meta("---\ntitle: Plan\n---\n<table><tr><td>1/3</td></tr></table>") == {"title": "Plan"}


def test_name_in_the_bar_above_the_page() -> None:
    text = '<nav><a class="navbar-brand mr-2" href="#">CS 9 Spring 2018</a></nav><p>Plan</p>'
    assert read_meta(text) == {"site_title": "CS 9 Spring 2018"}


@pytest.mark.parametrize(
    ("foot", "expected"),
    [
        ('<footer class="dark"><p>Made by hand</p><p> Fall 2024 </p></footer>', "Fall 2024"),
        ("<footer>© 2019 &amp; 2024 Uni</footer>", None),
        ("<p>Fall 2024</p>", None),
    ],
)
def test_term_at_the_foot_of_the_page(foot: str, expected: str | None) -> None:
    assert read_meta(f"<p>Plan</p>{foot}").get("term") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('<ol class="nav breadcrumb"><li><a href="/">Graph Theory</a> ›</li><li>Plan</li></ol>', "Graph Theory"),
        (
            '<ul itemtype="http://schema.org/BreadcrumbList"><li><a itemprop="item" href="/">'
            '<span itemprop="name">Théorie des graphes</span></a>&nbsp;></li><li>Plan</li></ul>',
            "Théorie des graphes",
        ),
        ('<ol class="breadcrumb"><li><a href="/">Home</a></li><li>Plan</li></ol>', None),
        ("<ul><li>Graph Theory</li></ul>", None),
    ],
)
def test_first_step_of_the_way_to_the_page(text: str, expected: str | None) -> None:
    assert read_meta(text).get("site_title") == expected


def plain(node: Node | None) -> Any:  # noqa: ANN401
    if isinstance(node, Scalar):
        return node.text.plain
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key.plain: plain(value) for key, value in node.entries} if isinstance(node, Mapping) else None


def test_link_places() -> None:
    text = "<p><a href='a.pdf?x=1&amp;y=2'>A</a> <a href=b>B</a></p>"
    links = texts(read(Source(text)).blocks)[0].links()
    assert [(anchor.href, anchor.span.slice(text)) for anchor, _, _ in links] == [
        ("a.pdf?x=1&y=2", "a.pdf?x=1&amp;y=2"),
        ("b", "b"),
    ]


def test_links_of_equal_targets_are_two() -> None:
    found = texts(read(Source("<p><a href=x>A</a><a href=x>B</a></p>")).blocks)[0]
    assert len(found.links()) == 2


def test_copies_share_the_span_of_their_cell() -> None:
    text = "<table><tr><td rowspan=2>A<td>1<tr><td>2</table>"
    table = read(Source(text)).blocks[0]
    assert isinstance(table, Table)
    first, copy = table.rows[0].cells[0], table.rows[1].cells[0]
    assert copy.repeated
    assert copy.blocks is first.blocks
    assert copy.span == first.span
    assert first.span.slice(text) == "<td rowspan=2>A"


def test_inline_reads_the_text_between_tags() -> None:
    def read_stars(raw: str, at: int) -> Text:
        runs = []
        for found in re.finditer(r"\*([^*]+)\*|[^*]+", raw):
            start, end = found.span(found.lastindex or 0)
            runs.append(Run(raw[start:end], Span(at + start, at + end), None, Mark.BOLD if found[1] else Mark.NONE))
        return Text.of(runs)

    text = "<td markdown='span'>\n  one *two*\n  <br> three </td>"
    blocks, _ = read_html_blocks(text, offset=100, inline=read_stars)
    assert [draw(block) for block in blocks] == ["p one **two** / three"]
    found = texts(blocks)[0]
    words = [run.span.slice("." * 100 + text) for run in found.runs if run.text != " "]
    assert words == ["one ", "two", "<br>", "three"]


def test_deep_nesting_is_flattened_with_a_problem() -> None:
    document = read(Source("<div>" * 1000 + "word" + "</div>" * 1000 + "<p>after"))
    assert [draw(block) for block in document.blocks] == ["p word", "p after"]
    assert [problem.code for problem in document.problems] == ["SP702"]


def test_spans_are_bounded_with_a_problem() -> None:
    document = read(Source("<table>" + "<tr>" + "<td rowspan=60000 colspan=1000>x" * 500 + "<tr><td>y" * 500))
    assert [problem.code for problem in document.problems] == ["SP703"]


@pytest.mark.parametrize(
    "text",
    [
        "<a " * 25_000, "<!--" * 50_000, "<b>" * 10_000, "<td " + "a=1 " * 100_000 + ">", "<table><tr><td>" * 10_000,
        "</b>" * 50_000, '<a href="' * 25_000, "<title>" * 50_000, "{% comment %}" * 50_000 + "{% endcomment %}",
        "{%" * 100_000, "&" + "amp;" * 100_000, "<!" * 100_000, "<![CDATA[" * 50_000, "<?php" * 50_000,
    ],
)  # fmt: skip
def test_bombs_come_back(text: str) -> None:
    read(Source(text))
    detect(Source(text))


def score(text: str) -> float:
    guess = detect(Source(text))
    return guess.score if guess is not None else 0.0


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html>\n<html><body>x</body></html>",
        "\n<!-- saved -->\n<HTML><HEAD></HEAD></HTML>",
        '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">\n<html></html>',
        "<table>\n<tr><td>1/3</td><td>Intro</td></tr>\n</table>",
        "<ul><li>A</li><li>B</li></ul>",
        "<tr><td>1/3</td></tr>",
        "<h2>Week 1</h2>\n<p>Trees</p>",
        "<!-- plan -->\n<center><b>Plan</b></center>",
    ],
)
def test_detect_html(text: str) -> None:
    assert score(text) >= 0.8


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Week 1\nIntro",
        "# Schedule\n\n<table><tr><td>1/3</td></tr></table>",
        "---\ntitle: x\n---\n<table><tr><td>1/3</td></tr></table>",
        "| Date | Topic |\n|---|---|\n| 1/3 | <b>Intro</b><br> |",
        "- [A](a) <br>\n- [B](b) <b>x</b>",
        "Some text <b>bold</b> and a < b",
        "date: 1/3\ntitle: <b>x</b>",
        '<p align="center"><img src="logo.png"></p>\n\n# CS 9\n\n- [A](a)\n- [B](b)\n',
        '<div align="center">\n\n## Papers\n\n</div>\n\n[A](a) by B\n',
        "| Date | Topic |\n|---|---|\n" + "| 1/3 | <ul><li>A</li><li>B</li></ul> |\n" * 9,
    ],
)
def test_detect_others(text: str) -> None:
    assert score(text) <= 0.3


def test_reader() -> None:
    assert READER.dialect == "html"
    assert READER.read is read
    assert READER.detect is detect
