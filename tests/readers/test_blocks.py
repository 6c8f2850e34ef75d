"""Markdown lines to blocks: cases, places, mistune as the judge, and nothing lost."""

from __future__ import annotations

from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from markdown_outlines import ask_oracle, check_blocks, draw_all, find_texts, load_cases, outline_oracle, outline_ours
from syllabus_parse.document import Heading, Item, Listing, Paragraph, Table, walk
from syllabus_parse.readers.blocks import read_blocks

CASES: Final = load_cases("blocks", "lists", "html", "tables")


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_cases(text: str, expected: list[Any]) -> None:
    assert draw_all(read_blocks(text)[0]) == expected


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_places(text: str, expected: list[Any]) -> None:
    del expected
    check_blocks(text, read_blocks(text)[0])
    check_blocks("x" * 50 + text, read_blocks(text, 50)[0])


# What CommonMark is clear about: our blocks are mistune's. A line of percent signs parts the pages.
PAGES: Final = """\
# a
%
a
b
%
a

b
%
## a #
b
%
a
===
%
a
b
---
%
- a
- b
%
- a

- b
%
* a
  b
* c
%
1. a
2. b
%
3. a
4. b
%
1) a
2) b
%
- a
  - b
    - c
  - d
- e
%
1. a
   - b

     c
2. d
%
- a

  b
- c
%
- a
b
%
- a
# b
%
***
%
a
***
b
%
- - -
%
> a
> b
%
> # a
> - b
%
```
a
```
%
~~~x
a

b
~~~
%
a
```
b
```
c
%
- a

```
b
```
%
- a

  ```
  b
  ```
%
| a | b |
|---|---|
| 1 | 2 |
%
a | b
--|--
1 | 2
%
| a | b |
|:--|--:|
| *1* | `2` |

text
%
[a]: b.c

[a] d
%
- a
- b

text
%
* a

text

- b
%
10. a
11. b
%
- **a**: b
- [c](d)
%
+ a
+ b
%
- a


- b
%
# a
## b
### c
#### d
##### e
###### f
%
a \x20
b
%
a\\
b
%
- a
***
- b
%
* a
- b
%
1. a
- b
%
- a

  - b

    c

d
%
  a
 b
%
   # a
%
a
   b
"""


@pytest.mark.parametrize("page", PAGES.split("%\n"))
def test_agrees_with_mistune(page: str) -> None:
    assert outline_ours(read_blocks(page)[0]) == outline_oracle(ask_oracle(page))


def test_agrees_with_mistune_on_all_pages_in_one() -> None:
    page = PAGES.replace("%\n", "\n%%\n\n")
    assert outline_ours(read_blocks(page)[0]) == outline_oracle(ask_oracle(page))


WORDS: Final = st.sampled_from(["a", "bc", "d *e* f", "3/7", "[g](h)", "**i**", "J. Kim", "`l`", "é"])
LINES: Final = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)


def indent(block: str, width: int) -> str:
    lines = block.split("\n")
    return "\n".join([lines[0], *(" " * width + line if line else line for line in lines[1:])])


def make_list(items: list[str], marker: str) -> str:
    return "\n".join(f"{marker} {indent(item, len(marker) + 1)}" for item in items)


def make_lists(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    item = st.one_of(LINES, st.tuples(LINES, inner).map("\n".join), st.tuples(LINES, inner).map("\n\n".join))
    return st.builds(make_list, st.lists(item, min_size=1, max_size=3), st.sampled_from(["-", "*", "1.", "1)"]))


LISTS: Final = make_lists(make_lists(make_lists(LINES)))
ROWS: Final = st.lists(st.tuples(LINES, LINES), min_size=1, max_size=3)
BLOCKS: Final = st.one_of(
    LISTS,
    st.tuples(st.integers(1, 6), LINES).map(lambda both: f"{'#' * both[0]} {both[1]}"),
    st.lists(LINES, min_size=1, max_size=3).map("\n".join),
    st.sampled_from(["***", "---", "_ _ _"]),
    LINES.map("```\n{}\n```".format),
    LINES.map("> {}".format),
    ROWS.map(lambda rows: "| x | y |\n|---|---|\n" + "\n".join(f"| {a} | {b} |" for a, b in rows)),
)


# Two lists or tables in a row are one list to some and two to others: a heading stands between any two blocks.
@given(st.lists(BLOCKS, min_size=1, max_size=5).map("\n\n# x\n\n".join))
def test_agrees_with_mistune_on_any_simple_page(page: str) -> None:
    assert outline_ours(read_blocks(page)[0]) == outline_oracle(ask_oracle(page))


SIGNS: Final = """# ## - * + • 1. 2) > ``` ~~~ --- === *** | |-| || : {% %} {{ }} {: <div> </div> <table> </table> <ul>
<li> <!-- --> <br> <hr> [a]: [b] ](c) {{<tableopen>}} {{<tropen>}} {{<tdopen>}} a b.c 3/7 é & \\"""
MESS: Final = st.lists(
    st.sampled_from([*SIGNS.split(), "\n", "\n", "\n\n", " ", "  ", "    ", "\t", "\r\n", "\u00a0"]), max_size=50
).map("".join)


@given(st.one_of(MESS, st.text(max_size=80)), st.integers(0, 5))
def test_never_raises_and_keeps_places(text: str, offset: int) -> None:
    source = "#" * offset + text
    blocks, problems = read_blocks(text, offset)
    check_blocks(source, blocks)
    assert all(problem.span is None or problem.span.end <= len(source) for problem in problems)


PLAIN: Final = st.lists(
    st.tuples(
        st.sampled_from(["", "# ", "## ", "- ", "  - ", "    * ", "1. ", "2) ", "> ", "    ", "\t", "| ", ": "]),
        st.lists(st.sampled_from(["one", "two", "3/7", "four.", "(five)", "| six", "seven:"]), min_size=1, max_size=4),
        st.sampled_from(["\n", "\n\n", "\r\n", "  \n", "\\\n"]),
    ),
    max_size=10,
)


@given(PLAIN)
def test_nothing_is_lost(lines: list[tuple[str, list[str], str]]) -> None:
    page = "".join(lead + " ".join(words) + end for lead, words, end in lines)
    read = " ".join(text.plain for text in find_texts(read_blocks(page)[0]))
    wanted = [word.strip("| ") for _, words, _ in lines for word in words]
    found = [word for word in read.replace("|", " ").replace("\u2028", " ").split() if word.strip(".:•)") not in "012"]
    assert sorted(word for word in found if word in wanted) == sorted(wanted)


LONG: Final = """- a¶|- |1. |> |>|a¶|a¶¶|# a¶|¦ a ¦ b ¦¶|¦¶|¦|a ¦ b ¦ c¶|---¶|```a¶|<div>¶|<table>¶|<ul>|<!--|<!--¶
<script>|{{¶|{% include a='¶|: b¶|a¶: b¶|[a]: b.c¶|    a;¶¶|a¶--¶|¦a¦¶¶|{{<tableopen>}}¶|<li>| ¶|\t|¦a¦b¦¶¦-¦-¦¶|\\¶"""


@pytest.mark.parametrize("unit", [unit for line in LONG.split("\n") for unit in line.split("|")])
def test_long_pages_of_one_pattern(unit: str) -> None:
    text = unit.replace("¶", "\n").replace("¦", "|") * 5_000
    blocks, _ = read_blocks(text)
    assert len(find_texts(blocks)) <= len(text)


def test_deep_nesting_is_flattened_and_said() -> None:
    text = "".join(f"{'  ' * depth}- a{depth}\n" for depth in range(300))
    blocks, problems = read_blocks(text)
    assert [problem.code for problem in problems] == ["SP702"]
    assert sum(isinstance(block, Paragraph) for block in walk(blocks)) == 300
    check_blocks(text, blocks)


def test_many_markers_on_one_line() -> None:
    blocks, _ = read_blocks("- " * 50_000 + "a")
    assert find_texts(blocks)[-1].plain.endswith("- a")


def test_markers_and_places_of_items() -> None:
    page = "2. a\n3. b\n\n* c\n"
    first, second = read_blocks(page, 7)[0]
    assert isinstance(first, Listing)
    assert isinstance(second, Listing)
    items: list[Item] = [*first.items, *second.items]
    assert [item.marker for item in items] == ["2.", "3.", "*"]
    assert [item.span.slice("x" * 7 + page) for item in items] == ["2. a", "3. b", "* c"]
    assert (first.ordered, second.ordered) == (True, False)


def test_places_of_rows_and_cells() -> None:
    page = "x\n\n| a | b |\n|---|---|\n|  c || d |\n"
    table = read_blocks(page)[0][1]
    assert isinstance(table, Table)
    assert [row.span.slice(page) for row in table.rows] == ["| a | b |", "|  c || d |"]
    assert [cell.span.slice(page) for cell in table.rows[1].cells] == ["c", "", "d"]


def test_a_heading_over_two_lines_covers_them() -> None:
    page = "One\nTwo\n===\n"
    (heading,) = read_blocks(page)[0]
    assert isinstance(heading, Heading)
    assert heading.span.slice(page) == "One\nTwo\n==="
