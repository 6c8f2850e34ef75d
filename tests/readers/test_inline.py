"""Markdown inline text: cases, places of runs, and mistune as the judge of ordinary Markdown."""

from __future__ import annotations

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from markdown_outlines import ask_oracle, check_runs, draw_text, flatten, load_cases, spell, spell_text
from syllabus_parse.document import Anchor, Mark
from syllabus_parse.readers.inline import read_inline, read_inline_pieces
from syllabus_parse.source import Span

CASES: Final = load_cases("links", "marks", "tags", "templates")


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_cases(text: str, expected: str) -> None:
    assert draw_text(read_inline(text)) == expected


@pytest.mark.parametrize(("text", "expected"), [case for case in CASES if not case.marks])
def test_runs_have_their_places(text: str, expected: str) -> None:
    del expected
    check_runs(text, read_inline(text))
    moved = read_inline(text, 1000)
    assert [(run.text, run.marks) for run in moved.runs] == [(run.text, run.marks) for run in read_inline(text).runs]
    check_runs("x" * 1000 + text, moved)


def test_a_link_is_one_anchor() -> None:
    text = read_inline("[**a** b](x) [c](x)", 10)
    anchors = [anchor for anchor, _, _ in text.links()]
    assert [anchor.href for anchor in anchors] == ["x", "x"]
    assert anchors[0] is not anchors[1]
    assert [anchor.span for anchor in anchors] == [Span(20, 21), Span(27, 28)]


def test_spans_of_what_was_rewritten() -> None:
    text = read_inline("a\\*b&amp;c<br>d", 5)
    assert [(run.text, run.span) for run in text.runs if run.text in ("*", "&", "\u2028")] == [
        ("*", Span(6, 8)),
        ("&", Span(9, 14)),
        ("\u2028", Span(15, 19)),
    ]


REFERENCES: Final[dict[str, Anchor | str]] = {"bcourses": Anchor("https://b.edu", Span(900, 913)), "one two": "x.pdf"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Survey ([bCourses][])", "Survey ([bCourses](https://b.edu))"),
        ("[bCourses]", "[bCourses](https://b.edu)"),
        ("[the site][bcourses] now", "[the site](https://b.edu) now"),
        ("[a][One  Two]", "[a](x.pdf)"),
        ("[VLDB'19][bCourses](c)", "[VLDB'19](https://b.edu)(c)"),
        ("[bCourses](c)", "[bCourses](c)"),
        ("[a][b]", "[a][b]"),
        ("![bCourses][]", "!bCourses"),
    ],
)
def test_references(text: str, expected: str) -> None:
    assert draw_text(read_inline(text, references=REFERENCES)) == expected


def test_each_use_of_a_reference_is_a_link_of_its_own() -> None:
    links = read_inline("[bCourses] [bCourses]", references=REFERENCES).links()
    assert len(links) == 2
    assert all(anchor.span == Span(900, 913) for anchor, _, _ in links)


def test_pieces_that_stand_apart() -> None:
    source = "- **a [b\n  > c](d) e** f"
    pieces = [("**a [b\n", 2), ("c](d) e** f", 13)]
    text = read_inline_pieces(pieces)
    assert draw_text(text) == "**a **[**b\nc**](d)** e** f"
    check_runs(source, text)
    assert all("\n" not in run.text[:-1] for run in text.runs)


# What CommonMark is clear about: our letters, targets and marks are mistune's.
SNIPPETS: Final = """\
*a*|**a**|***a***|_a_|__a__|___a___|*a **b** c*|**a *b* c**|*a*b|a*b*c|a_b_c|_a_b|a_b_|__a__b|*a b*|* a*|*a *|**a *b*
*a_|_a*|*a _b* c_|**a __b** c__|*a\\*b*|\\*a*|a\\_b|\\*a*|`a`|``a``|`a``b`|`*a*`|`*a`*|`` `a` ``|`a\\`b`|a`b|``a`
[a](b)|[a](b "c")|[a](b 'c')|[a](b (c))|[a](<b>)|[a](<b c>)|[a]()|[a](b(c))|[a](b(c(d)))|[a](b\\)c)|[a]( b )|[a](b
[a]b(c)|[a] (b)|[a](b c)|[[a](b)]|[[a]](b)|[a [b](c)](d)|[a](b)[c](d)|[a](b)(c)|\\[a](b)|[a\\](b)|[a](b)]|[[a](b)
[*a*](b)|*[a](b)*|[*a](b)*|*[a*](b)|[`a`](b)|[`a](b)`|`[a`](b)|**[a](b)**|[**a**](b)|_[a](b)_|[_a_](b)|[a](#b)|[a](?b)
![a](b)|![a](b "c")|[![a](b)](c)|![*a*](b)|!a|!\\[a](b)|![a|a!|\\![a](b)|[!](b)|![[a](b)](c)|![a] (b)|![a](b c)
<https://a.b>|<mailto:a@b.c>|<a:b>|<a b>|a<b|a < b|<b>a</b>|<i>*a*</i>|*<i>a</i>*|<a name="b">*|<!-- a -->b|<a@b.c>
&amp;|&lt;a&gt;|&copy;|&#65;|&#x41;|&nope;|a & b|`&amp;`|[a](b&amp;c)|*&amp;*|\\&amp;|~~a~~|~~a *b*~~|a ~ b|a~b
a  b|a\b|a\\ b|\a|\1|\\-|\\.|\\!|\\#|\\(a\\)|a *b\\* c*|a **b\\** c**|1 * 2 * 3|a*"b"*|"*a*"|(*a*)|*(a)*
**"a"**|*a*.|*a*, *b*|*a*_b_|_a_*b*|**a**_b_|*a***b**|**a***b*|*a**b*|**a*b**|***a** b*|***a* b**|*a **b***|**a *b***
*a*a*|**a**a**|__a_b__|_a__b_
"""


@pytest.mark.parametrize("text", [snippet for line in SNIPPETS.splitlines() for snippet in line.split("|")])
def test_agrees_with_mistune(text: str) -> None:
    wrapped = f"x {text} x"
    (paragraph,) = ask_oracle(wrapped)
    ours = spell_text(read_inline(wrapped))
    theirs = spell(flatten(paragraph["children"]))
    if "<i>" in text or "<b>" in text:
        # Tags set text here, and nothing in mistune's tree.
        ours = [(char, href, 0) for char, href, _ in ours]
        theirs = [(char, href, 0) for char, href, _ in theirs]
    assert ours == theirs


WORDS: Final = st.sampled_from(["a", "bc", "d e", "1", "é", "f_g", "h-i", "J. K."])
TARGETS: Final = st.sampled_from(["u", "/v/w.pdf", "<x y>", "z(1)"])


def nest(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        inner.map("*{}*".format),
        inner.map("**{}**".format),
        inner.map("_{}_".format),
        inner.map("{} ~~b~~".format),
        st.tuples(inner, WORDS).map(" ".join),
        st.tuples(inner, TARGETS).map(lambda link: f"[{link[0]}]({link[1]})"),
        WORDS.map("`{}`".format),
        WORDS.map("![{}](i.png)".format),
    )


@given(st.lists(st.recursive(WORDS, nest, max_leaves=5), min_size=1, max_size=4).map(" ".join))
def test_agrees_with_mistune_on_any_simple_text(text: str) -> None:
    (paragraph,) = ask_oracle(f"x {text} x")
    assert spell_text(read_inline(f"x {text} x")) == spell(flatten(paragraph["children"]))


SIGNS: Final = """* ** _ __ ~~ ` `` [ ] ( ) ![ ]( < > <b> </b> <a </a> <br> <!-- --> & &amp; \\ {{ }} {% %} {: } http://
a.b/c | é 中 a b 1 . , ; ' " # ={"""
PIECES: Final = st.lists(st.sampled_from([*SIGNS.split(), "\n", " ", "\u00a0", "\t", "\r\n"]), max_size=40).map("".join)


@given(st.one_of(PIECES, st.text(max_size=60)), st.integers(0, 9))
def test_never_raises_and_keeps_places(text: str, offset: int) -> None:
    source = "#" * offset + text
    check_runs(source, read_inline(text, offset))


@given(PIECES)
def test_pieces_apart_read_as_one(text: str) -> None:
    """Where a text is cut changes the places of its runs and nothing else."""
    lines = text.splitlines(keepends=True)
    apart = read_inline_pieces([(line, 1000 * number) for number, line in enumerate(lines)])
    assert apart.plain == read_inline(text).plain
    assert spell_text(apart) == spell_text(read_inline(text))


@given(st.lists(st.sampled_from(["word", "Ann", "3/7", "*it*", "**bo**", "[li](u)", "<b>", "&amp;", "`co`", "]", "*"])))
def test_words_are_kept(words: list[str]) -> None:
    plain = read_inline(" ".join(words)).plain
    for word in words:
        letters = "".join(char for char in word.removesuffix("(u)") if char.isalnum() or char == "/")
        if word not in ("<b>", "&amp;"):
            assert letters in plain


LONG: Final = """[ ] [a]( ![ *a_**a_ _a__ `a`` <a_ <a_href=' <!-- <b> &amp {{ {: http:// \\ ~~a **_a <script>
[a][b] ( [a](("""


@pytest.mark.parametrize("unit", [unit.replace("_", " ") for unit in LONG.split()])
def test_long_texts_of_one_pattern(unit: str) -> None:
    """These are the shapes that take other parsers minutes."""
    text = unit * 20_000
    check_runs(text, read_inline(text, references={"b": "c"}))


def test_image_and_bold_marks() -> None:
    runs = read_inline("**![a](b)**").runs
    assert [run.marks for run in runs] == [Mark.BOLD | Mark.IMAGE]
