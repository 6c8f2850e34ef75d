"""The small parts that readers share, each at its bounds: lines, indents, places, emphasis, boxes and grids."""

from __future__ import annotations

import pytest

from block_drawings import draw_document
from syllabus_parse.document import Cell, Heading, Mark, Paragraph, Run, Table, Text
from syllabus_parse.readers.emphasis import Toggle, find_flanks
from syllabus_parse.readers.html import read as read_html
from syllabus_parse.readers.html_grid import MAX_SPAN, RawRow, dissolve_layout, lay_grid
from syllabus_parse.readers.indented import (
    NUMBER,
    Line,
    dedent,
    find_blank,
    find_dedent,
    find_items,
    find_simple_end,
    is_enumerated,
    read_count,
    span_of,
    split_lines,
    split_options,
)
from syllabus_parse.readers.latex import read as read_latex
from syllabus_parse.readers.lines import find_content, find_line_end, find_stop
from syllabus_parse.readers.pieces import Piece, Places, make_runs
from syllabus_parse.readers.rst_tables import SIMPLE_BORDER, Drawing, cut_columns, measure, read_grid, read_simple
from syllabus_parse.source import Source, Span

# --- lines ---


@pytest.mark.parametrize(
    ("text", "at", "end"),
    [("", 0, 0), ("a", 0, 1), ("a\nb", 0, 1), ("a\nb", 1, 1), ("a\nb", 2, 3), ("\na", 0, 0), ("a\n", 2, 2)],
)
def test_a_line_ends_at_its_line_feed(text: str, at: int, end: int) -> None:
    assert find_line_end(text, at) == end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", (0, 0, False)),
        ("x", (0, 0, False)),
        ("  x", (2, 2, False)),
        ("\tx", (1, 4, False)),
        (" \tx", (2, 4, False)),
        ("   \tx", (4, 4, False)),
        ("    \tx", (5, 8, False)),
        ("\t\tx", (2, 8, False)),
        ("\t x", (2, 5, False)),
        (">x", (1, 0, True)),
        ("> x", (2, 0, True)),
        (">  x", (3, 1, True)),
        ("> > x", (4, 0, True)),
        (">", (1, 0, True)),
        ("> ", (2, 0, True)),
        ("\u200b x", (2, 1, False)),
        ("\ufeff\u00a0\r\f\vx", (5, 0, False)),
        ("   ", (3, 3, False)),
        ("x > y", (0, 0, False)),
    ],
)
def test_content_begins_behind_indent_and_quotes(text: str, expected: tuple[int, int, bool]) -> None:
    assert find_content(text, 0, len(text)) == expected
    at, indent, quoted = expected
    assert find_content(f"ab{text}", 2, len(text) + 2) == (at + 2, indent, quoted)


def test_a_carriage_return_is_no_part_of_a_line() -> None:
    assert find_stop("ab\r\n", 0, 3) == 2
    assert find_stop("ab\n", 0, 2) == 2
    assert find_stop("\r", 0, 1) == 0
    assert find_stop("a\r", 2, 2) == 2
    assert find_stop("", 0, 0) == 0


# --- lines that nest by their indent ---


def test_lines_know_their_places() -> None:
    lines = split_lines("ab \n\n  c\r\nd", 10)
    assert lines == [Line("ab", 10, 13), Line("", 14, 14), Line("  c", 15, 19), Line("d", 20, 21)]
    assert split_lines("") == []
    assert split_lines("\n") == [Line("", 0, 0)]
    assert split_lines("a\n") == [Line("a", 0, 1)]
    assert span_of(lines) == Span(10, 21)
    assert span_of(lines[:3]) == Span(10, 18)
    assert span_of([]) == Span(0, 0)


def test_the_common_indent_is_taken_off() -> None:
    assert dedent(split_lines("   a\n  b\n\n    c")) == [
        Line(" a", 2, 4), Line("b", 7, 8), Line("", 9, 9), Line("  c", 12, 15),
    ]  # fmt: skip
    assert dedent(split_lines("a\n  b")) == split_lines("a\n  b")
    assert dedent([]) == []
    assert dedent([Line("", 3, 3)]) == [Line("", 3, 3)]


@pytest.mark.parametrize(
    ("text", "at", "indent", "stop"),
    [
        ("a\n b\n c\nd", 1, 1, 3),
        ("a\n b\n\n c\n\nd", 1, 1, 4),
        ("a\n b\n\n\nd", 1, 1, 2),
        ("a\nb", 1, 1, 1),
        ("a\n  b\n c", 1, 2, 2),
        ("a\n  b\n c", 1, 1, 3),
        ("a\n\n\n", 1, 1, 1),
        ("a", 1, 1, 1),
        ("a\n b", 2, 1, 2),
    ],
)
def test_indented_lines_end_without_the_blank_ones_behind_them(text: str, at: int, indent: int, stop: int) -> None:
    assert find_dedent(split_lines(text), at, indent) == stop


def test_items_go_on_with_indented_lines() -> None:
    lines = split_lines("1. a\n   b\n\n2. c\n\n   d\ne\n3. f")
    items, end = find_items(lines, 0, NUMBER)
    assert [(match["marker"], first, stop) for match, first, stop in items] == [("1.", 0, 2), ("2.", 3, 6)]
    assert end == 6
    assert find_items(lines, 6, NUMBER) == ([], 6)
    assert find_items(split_lines("1. a\n\n"), 0, NUMBER)[1] == 2
    assert find_blank(lines, 0) == 2
    assert find_blank(lines, 2) == 2
    assert find_blank(lines, 3) == 4
    assert find_blank(lines, 6) == 8


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. Wool", True),
        ("12) Wool", True),
        ("#. Wool", True),
        ("(1) Wool", True),
        ("1.Wool", False),
        ("1234. Wool", False),
        ("Wool", False),
        ("A. Smith wrote", False),
        ("a. Wool\nb. Flax", True),
        ("a. Wool\nc. Flax", False),
        ("b. Wool\na. Flax", False),
        ("a. Wool\n   more\n\nb. Flax", True),
        ("a. Wool\nmore\nb. Flax", False),
        ("a. Wool\n\n\n\nb. Flax", True),
        ("a. Wool\n\n\n\n\nb. Flax", False),  # three lines further at most
        ("i. Wool\nii. Flax", True),
        ("I. Wool\nII. Flax", True),
        ("v. Wool\nvi. Flax", False),
        ("iv. Wool\nv. Flax", True),
        ("iv. Wool", False),
    ],
)
def test_what_begins_a_numbered_list(text: str, expected: bool) -> None:
    assert is_enumerated(split_lines(text), 0) is expected


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("==  ==\na   b\n==  ==", 3),
        ("==  ==\na   b\n==  ==\nc   d\n==  ==\nx", 5),
        ("==  ==\na   b\n==  ==\n\nx", 3),
        ("==  ==\na   b\n==  ==\nc   d", 0),
        ("==  ==\n\na   b\n==  ==", 0),  # no table begins with a blank line
        ("==  ==\na   b\n\nc   d\n==  ==", 5),
        ("==  ==", 0),
    ],
)
def test_where_a_simple_table_ends(text: str, end: int) -> None:
    assert find_simple_end(split_lines(text), 0, SIMPLE_BORDER) == end
    ahead = split_lines(f"x\n{text}")
    assert find_simple_end(ahead, 1, SIMPLE_BORDER) == (end + 1 if end else 0)


def test_options_stand_before_the_content() -> None:
    lines = split_lines(":width: 3\n:header-rows: 1\n\n\nWool\n:name: x")
    options, rest = split_options(lines)
    assert {name: (line.text, line.at, line.end) for name, line in options.items()} == {
        "width": ("3", 8, 9), "header-rows": ("1", 24, 25),
    }  # fmt: skip
    assert rest == lines[4:]
    assert split_options([]) == ({}, [])
    assert split_options(lines[4:]) == ({}, lines[4:])


@pytest.mark.parametrize(("words", "count"), [("1", 1), (" 12 ", 12), ("999", 999), ("1000", 0), ("x", 0), ("", 0),
                                              ("-1", 0), ("1.5", 0)])  # fmt: skip
def test_a_count_is_a_small_number(words: str, count: int) -> None:
    assert read_count({"rows": Line(words, 0, len(words))}, "rows") == count
    assert read_count({"rows": Line(words, 0, len(words))}, "other") == 0


# --- places of joined text ---


def test_joined_pieces_know_where_they_came_from() -> None:
    places = Places.of([("abc", 10), ("de", 20), ("f", 22), ("gh", 30)])
    assert (places.starts, places.shifts) == ([0, 3, 6], [10, 17, 24])
    assert places.span(0, 3) == Span(10, 13)
    assert places.span(1, 2) == Span(11, 12)
    assert places.span(3, 6) == Span(20, 23)
    assert places.span(2, 4) == Span(12, 21)
    assert places.span(0, 8) == Span(10, 32)
    assert places.span(5, 7) == Span(22, 31)
    assert places.span(3, 3) == Span(20, 20)
    assert places.span(2, 2) == Span(12, 12)
    cut = [(run.text, run.span) for run in places.cut(1, 7, "abcdefgh", None, 0)]
    assert cut == [("bc", Span(11, 13)), ("def", Span(20, 23)), ("g", Span(30, 31))]
    assert places.cut(3, 3, "abcdefgh", None, 0) == []
    one = Places.of([("abc", 10)])
    assert one.span(1, 2) == Span(11, 12)
    assert [(run.text, run.span) for run in one.cut(0, 2, "abc", None, 0)] == [("ab", Span(10, 12))]
    assert Places.of([]).span(1, 2) == Span(1, 2)


def test_pieces_that_are_set_alike_are_one_run() -> None:
    places = Places.of([("abcdefgh", 10)])
    pieces = [Piece(0, 2), Piece(2, 3), Piece(3, 3), Piece(4, 6), Piece(6, 7, "x"), Piece(7, 8)]
    toggles = [Toggle(1, Mark.BOLD, 1), Toggle(3, Mark.BOLD, -1), Toggle(3, Mark.ITALIC, 1), Toggle(5, Mark.ITALIC, -1)]
    runs = make_runs(pieces, toggles, places, "abcdefgh")
    assert [(run.text, run.marks, run.span) for run in runs] == [
        ("ab", 0, Span(10, 12)),
        ("c", Mark.BOLD, Span(12, 13)),
        ("ef", Mark.ITALIC, Span(14, 16)),
        ("x", Mark.ITALIC, Span(16, 17)),
        ("h", 0, Span(17, 18)),
    ]
    twice = [Toggle(0, Mark.BOLD, 1), Toggle(1, Mark.BOLD, 1), Toggle(2, Mark.BOLD, -1), Toggle(3, Mark.BOLD, -1)]
    whole = make_runs([Piece(0, 2), Piece(2, 4), Piece(4, 6), Piece(6, 8)], twice, places, "abcdefgh")
    assert [(run.text, run.marks) for run in whole] == [("abcdef", Mark.BOLD), ("gh", 0)]
    assert [piece.shows for piece in (Piece(0, 2), Piece(2, 2), Piece(0, 2, ""), Piece(2, 2, "x"))] == [
        True, False, False, True,
    ]  # fmt: skip


# --- emphasis ---


@pytest.mark.parametrize(
    ("text", "flanks"),
    [
        ("^a", (True, False)),
        ("a^", (False, True)),
        ("a^b", (True, True)),
        (" ^ ", (False, False)),
        ("a ^b", (True, False)),
        ("a^ b", (False, True)),
        ("a^,b", (False, True)),
        ("a ^,b", (True, False)),
        ("a,^b", (True, False)),
        (")^,", (False, True)),
        ("(^a", (True, False)),
        ("a^!b", (False, True)),
        ("a!^!b", (True, True)),
        ("a!^;b", (False, True)),
        ("^", (False, False)),
    ],
)
def test_what_a_star_may_do(text: str, flanks: tuple[bool, bool]) -> None:
    at = text.index("^")
    assert find_flanks(text.replace("^", "*"), at, at + 1) == flanks


@pytest.mark.parametrize(
    ("text", "flanks"),
    [
        ("^a", (True, False)),
        ("a^", (False, True)),
        ("a^b", (False, False)),  # snake_case
        ("(^a", (True, False)),
        ("a^)", (False, True)),
        ("!^!", (True, True)),
        ("a!^b", (True, False)),
        ("a^!b", (False, True)),
        (" ^ ", (False, False)),
    ],
)
def test_what_an_underscore_may_do(text: str, flanks: tuple[bool, bool]) -> None:
    at = text.index("^")
    assert find_flanks(text.replace("^", "_"), at, at + 1) == flanks


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("*a*", "_a_"),
        ("**a**", "**a**"),
        ("***a***", "**_a_**"),
        ("*a **b** c*", "_a _**_b_**_ c_"),
        ("**a*b**", "**a*b**"),
        ("*a**b*", "_a**b_"),
        ("**a *b* c**", "**a ****_b_**** c**"),
        ("*a", "*a"),
        ("a*", "a*"),
        ("**a*", "*_a_"),
        ("*a**", "_a_*"),
        ("~~a~~", "~~a~~"),
        ("*a _b_ c*", "_a __b__ c_"),
        ("*a _b* c_", "_a _b_ c_"),
        ("Ann*, Bo*", "Ann*, Bo*"),
        ("a*b*c", "a_b_c"),
        ("a_b_c", "a_b_c"),
        ("** loose **", "**loose**"),
        ("**Topic:**Wool", "**Topic:**Wool"),
        ("**Due: ** today", "**Due: ** today"),
        ("** lone", "** lone"),
        ("a ** b", "a ** b"),
        ("_„_How", "„How"),
        ("_abcd_e", "_abcd_e"),
        ("*foo**bar***", "_foo_**_bar_**"),
        ("foo***bar***baz", "foo**_bar_**baz"),
        ("foo******bar*********baz", "foo**bar*****baz"),
        ("***foo* bar**", "**_foo_**** bar**"),
        ("*foo **bar***", "_foo _**_bar_**"),
        ("*foo**bar**baz*", "_foo_**_bar_**_baz_"),
        ("**foo*bar*baz**", "**foo****_bar_****baz**"),
        ("**foo* bar", "*_foo_ bar"),
        ("***foo** bar*", "**_foo_**_ bar_"),
        ("*foo*bar**", "_foo_bar**"),
        ("**a *b***", "**a ****_b_**"),
        ("***a***b*", "**_a_**b*"),
        ("*a* *b*", "_a_ _b_"),
        ("a * b * c", "a * b * c"),
        ("a*,b*,c", "a*,b*,c"),
        ("*a*, *b*", "_a_, _b_"),
        ("**a**, **b**;", "**a**, **b**;"),
        ("*(a)*", "_(a)_"),
        ("_a_b_", "_a_b_"),
        ("___a___", "**_a_**"),
        ("_a __b__ c_", "_a _**_b_**_ c_"),
        ("*a\nb*", "_a / b_"),
        ("~~a~~ ~b~", "~~a~~ ~b~"),
        ("**a~~b**c~~", "**a~~b**c~~"),
        ("**Topic:**Wool**Due:**x", "**Topic:****Wool****Due:**x"),
        ("**a **b", "**a **b"),
        ("**a_b**c_", "**a_b**c_"),
        ("[*a*](u)", "[_a_](u)"),
        ("*[a](u)*", "[_a_](u)"),
        ("**[a](u)b**", "[**a**](u)**b**"),
        ("*a **b* c**", "_a __b__ c_"),
        ("_a*b_c*", "_a_b_c_"),
        ("****a****", "**a**"),
        ("*****a*****", "**_a_**"),
        ("Kim*, Lee**, Cho*", "Kim*, Lee**, Cho*"),
        ("** Due 3/29**", "**Due 3/29**"),
    ],
)
def test_emphasis_in_a_line(text: str, drawn: str) -> None:
    assert draw_document(text, "date_list") == [drawn]


# --- drawn tables ---


def draw(drawing: Drawing | None) -> list[str] | None:
    """Draw a table's rows: at each column the words of its box, with how many columns and rows it spans."""
    if drawing is None:
        return None
    rows = [
        " | ".join(
            f"{column}:{' '.join(line.text.strip() or '¶' for line in box.lines)}"
            + (f" {box.colspan}x{box.rowspan}" if (box.colspan, box.rowspan) != (1, 1) else "")
            for column, box in sorted(row.items())
        )
        for row in drawing.rows
    ]
    return [f"{drawing.width} columns, {drawing.headers} headers", *rows]


GRIDS = [
    ("one cell", ["+--+", "|ab|", "+--+"], ["1 columns, 0 headers", "0:ab"]),
    (
        "a header",
        ["+---+---+", "| a | b |", "+===+===+", "| c | d |", "+---+---+", "| e | f |", "+---+---+"],
        ["2 columns, 1 headers", "0:a | 1:b", "0:c | 1:d", "0:e | 1:f"],
    ),
    (
        "a wide cell above",
        ["+---+---+", "| a     |", "+---+---+", "| c | d |", "+---+---+"],
        ["2 columns, 0 headers", "0:a 2x1", "0:c | 1:d"],
    ),
    (
        "a wide cell in three",
        ["+--+--+--+", "|a    |b |", "+--+--+--+", "|c |d    |", "+--+--+--+", "|e |f |g |", "+--+--+--+"],
        ["3 columns, 0 headers", "0:a 2x1 | 2:b", "0:c | 1:d 2x1", "0:e | 1:f | 2:g"],
    ),
    (
        "a tall cell at the left",
        ["+---+---+", "| a | b |", "|   +---+", "| x | d |", "+---+---+", "| e | f |", "+---+---+"],
        ["2 columns, 0 headers", "0:a ¶ x 1x2 | 1:b", "1:d", "0:e | 1:f"],
    ),
    (
        "a tall cell at the right, to the end",
        ["+---+---+", "| a | b |", "+---+   |", "| c | x |", "+---+---+"],
        ["2 columns, 0 headers", "0:a | 1:b ¶ x 1x2", "0:c"],
    ),
    (
        "two headers",
        ["+---+---+", "| a     |", "+---+---+", "| b | c |", "+===+===+", "| d | e |", "+---+---+"],
        ["2 columns, 2 headers", "0:a 2x1", "0:b | 1:c", "0:d | 1:e"],
    ),
    (
        "a plus among the words",
        ["+-----+---+", "| a+b | c |", "+-----+---+"],
        ["2 columns, 0 headers", "0:a+b | 1:c"],
    ),
    (
        "letters of double width",
        ["+------+---+", "| 日本 | b |", "+------+---+", "| c    | 語|", "+------+---+"],
        ["2 columns, 0 headers", "0:日本 | 1:b", "0:c | 1:語"],
    ),
    ("no corner", ["x--+", "|ab|", "+--+"], None),
    ("no lower border", ["+--+", "|ab|"], None),
    ("a hole in the border", ["+- +", "|ab|", "+--+"], None),
]


@pytest.mark.parametrize(("lines", "expected"), [pytest.param(*case[1:], id=case[0]) for case in GRIDS])
def test_grid_tables(lines: list[str], expected: list[str] | None) -> None:
    assert draw(read_grid(split_lines("\n".join(lines)))) == expected


SIMPLE = [
    ("a header", ["===  ===", "a    b", "===  ===", "c    d", "===  ==="],
     ["2 columns, 1 headers", "0:a | 1:b", "0:c | 1:d"]),
    ("no header", ["===  ===", "a    b", "c    d", "===  ==="], ["2 columns, 0 headers", "0:a | 1:b", "0:c | 1:d"]),
    ("two lines of a header", ["===  ===", "a    b", "c    d", "===  ===", "e    f", "===  ==="],
     ["2 columns, 2 headers", "0:a | 1:b", "0:c | 1:d", "0:e | 1:f"]),
    ("a row goes on", ["===  ===", "a    b", "     c", "d    e", "===  ==="],
     ["2 columns, 0 headers", "0:a ¶ | 1:b c", "0:d | 1:e"]),
    ("a row goes on behind a blank line", ["===  ===", "a    b", "", "     c", "===  ==="],
     ["2 columns, 0 headers", "0:a ¶ ¶ | 1:b ¶ c"]),
    ("words run over the last border", ["===  ===", "a    bcdefgh", "===  ==="],
     ["2 columns, 0 headers", "0:a | 1:bcdefgh"]),
    ("a cell over two columns", ["==  ==  ==", "a       b", "------  --", "c   d   e", "==  ==  =="],
     ["3 columns, 0 headers", "0:a 2x1 | 2:b", "0:c | 1:d | 2:e"]),
    ("a cell over the last two", ["==  ==  ==", "a   b", "--  ------", "c   d   e", "==  ==  =="],
     ["3 columns, 0 headers", "0:a | 1:b 2x1", "0:c | 1:d | 2:e"]),
    ("a cell over all", ["==  ==  ==", "a title", "----------", "c   d   e", "==  ==  =="],
     ["3 columns, 0 headers", "0:a title 3x1", "0:c | 1:d | 2:e"]),
    ("only a head", ["==  ==", "a   b"], None),
    ("nothing inside", ["==  ==", "", "==  =="], None),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), [pytest.param(*case[1:], id=case[0]) for case in SIMPLE])
def test_simple_tables(lines: list[str], expected: list[str] | None) -> None:
    assert draw(read_simple(split_lines("\n".join(lines)))) == expected


def test_columns_of_a_drawing() -> None:
    assert measure("ab") is None
    assert measure("é") is None
    assert measure("日本a") == [0, 2, 4, 5]
    assert measure("e\u0301x") == [0, 1, 1, 2]
    line = Line("ab cd ef", 10, 18)
    assert cut_columns(line, 3, 6) == Line("cd", 13, 18)
    assert cut_columns(line, 6, None) == Line("ef", 16, 18)
    assert cut_columns(line, 9, None) == Line("", 18, 18)
    wide = Line("日本 cd ef", 10, 18)
    assert cut_columns(wide, 0, 4) == Line("日本", 10, 18)
    assert cut_columns(wide, 5, 7) == Line("cd", 13, 18)
    assert cut_columns(wide, 8, None) == Line("ef", 16, 18)
    assert cut_columns(wide, 20, 30) == Line("", 18, 18)


# --- rows of HTML ---


def make_cell(words: str, *, rows: int = 1, columns: int = 1, header: bool = False) -> Cell:
    text = Text.of([Run(words, Span(0, len(words)))])
    return Cell((Paragraph(text, Span(0, len(words))),) if words else (), Span(0, 9), header, columns, rows)


def make_row(*cells: str | Cell, group: int = 0, header: bool = False) -> RawRow:
    made = tuple(make_cell(cell) if isinstance(cell, str) else cell for cell in cells)
    return RawRow(made, Span(0, 9), header=header, group=group)


def show(rows: list[RawRow]) -> list[str]:
    """Show the rows of a grid: copies behind a quote, holes as a dash, headers behind an equals sign."""
    out = []
    for row in lay_grid(rows)[0]:
        words = []
        for cell in row.cells:
            block = cell.blocks[0] if cell.blocks else None
            plain = block.text.plain if isinstance(block, Paragraph) else "-"
            words.append(f"'{plain}" if cell.repeated else plain)
        out.append(("= " if row.header else "") + " ".join(words))
    return out


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([make_row("a", "b"), make_row("c")], ["a b", "c"]),
        ([make_row(make_cell("a", columns=2), "b"), make_row("c", "d", "e")], ["a 'a b", "c d e"]),
        ([make_row(make_cell("a", rows=2), "b"), make_row("c"), make_row("d", "e")], ["a b", "'a c", "d e"]),
        ([make_row("a", make_cell("b", rows=2)), make_row("c"), make_row("d", "e")], ["a b", "c 'b", "d e"]),
        ([make_row(make_cell("a", rows=3), "b"), make_row("c"), make_row("d"), make_row("e", "f")],
         ["a b", "'a c", "'a d", "e f"]),
        ([make_row(make_cell("a", rows=2, columns=2), "b"), make_row("c"), make_row("d", "e", "f")],
         ["a 'a b", "'a 'a c", "d e f"]),
        # to the end of its group, and no further
        ([make_row(make_cell("a", rows=0), "b"), make_row("c"), make_row("d", "e", group=1)],
         ["a b", "'a c", "d e"]),
        ([make_row(make_cell("a", rows=9), "b"), make_row("c"), make_row("d", "e", group=1)],
         ["a b", "'a c", "d e"]),
        ([make_row(make_cell("a", rows=9), "b"), make_row("c")], ["a b", "'a c"]),
        # a row that is one cell over the whole width is a section
        ([make_row(make_cell("a", columns=2)), make_row("b", "c")], ["a", "b c"]),
        ([make_row(make_cell("a", columns=9)), make_row("b", "c")], ["a", "b c"]),
        ([make_row(make_cell("a", columns=2)), make_row("b", "c", "d")], ["a 'a", "b c d"]),
        ([make_row("a"), make_row("b", "c")], ["a", "b c"]),
        # what reaches beyond the last column that a cell begins in is no column
        ([make_row("a", make_cell("b", columns=5)), make_row("c", "d")], ["a b", "c d"]),
        ([make_row("a", make_cell("b", columns=MAX_SPAN + 9)), make_row(*"xyz")], ["a b 'b", "x y z"]),
        # a hole before a cell that comes down
        ([make_row("a", "b", make_cell("c", rows=2)), make_row("d")], ["a b c", "d - 'c"]),
        # a wide cell ends where a tall one stands
        ([make_row("a", make_cell("b", rows=2), "c"), make_row(make_cell("d", columns=2), "e")],
         ["a b c", "d 'b e"]),
        # headers: said so, or all filled cells are <th>
        ([make_row("a", "b", header=True), make_row("c", "d")], ["= a b", "c d"]),
        ([make_row(make_cell("a", header=True), make_cell("b", header=True)), make_row("c", "d")], ["= a b", "c d"]),
        ([make_row(make_cell("a", header=True), make_cell("", header=True)), make_row("c", "d")], ["a -", "c d"]),
        ([make_row(make_cell("a", header=True), make_cell(""), make_cell("b", header=True)), make_row(*"cde")],
         ["= a - b", "c d e"]),
        ([make_row(make_cell("a", header=True), "b"), make_row("c", "d")], ["a b", "c d"]),
        ([make_row(make_cell("a", header=True)), make_row("c", "d")], ["a", "c d"]),
        ([make_row(*(make_cell(word, header=True) for word in row)) for row in ("ab", "cd", "ef")],
         ["= a b", "c d", "e f"]),
        ([make_row(make_cell("a", header=True), make_cell("b", header=True))], ["= a b"]),
        ([], []),
    ],
)  # fmt: skip
def test_rows_are_laid_out_as_a_browser_does(rows: list[RawRow], expected: list[str]) -> None:
    assert show(rows) == expected
    assert not lay_grid(rows)[1]


def make_table(size: int) -> Cell:
    rows = tuple(lay_grid([make_row("x", "y")] * size)[0])
    return Cell((Table(rows, Span(0, 9)),), Span(0, 9))


HEADING = Cell((Heading(2, Text.of(()), Span(0, 9)),), Span(0, 9))


@pytest.mark.parametrize(
    ("rows", "dissolved"),
    [
        ([make_row("a", "b"), make_row("c", "d")], False),
        ([make_row("a"), make_row("b")], False),
        ([make_row("a")], True),
        ([make_row("a", "")], True),
        ([make_row("a", "b")], False),
        ([make_row("a", HEADING)], True),
        ([make_row("a", HEADING), make_row("b", "c")], False),
        ([make_row(HEADING), make_row("a")], True),
        ([make_row(make_table(1)), make_row("a")], True),
        ([make_row("a", make_table(3)), make_row("b", "c"), make_row("d", "e")], False),
        ([make_row("a", make_table(4)), make_row("b", "c"), make_row("d", "e")], True),
        ([make_row("a", make_table(1)), make_row("b", "c")], True),
        ([make_row("a", Cell(make_cell("b").blocks * 8, Span(0, 9)))], False),
        ([make_row("a", Cell(make_cell("b").blocks * 9, Span(0, 9)))], True),
    ],
)
def test_tables_that_lay_out_a_page_are_dissolved(rows: list[RawRow], dissolved: bool) -> None:
    found = dissolve_layout(rows, presentation=False)
    assert (found is not None) is dissolved
    blocks = [block for row in rows for cell in row.cells for block in cell.blocks]
    assert dissolve_layout(rows, presentation=True) == blocks
    if dissolved:
        assert found == blocks


@pytest.mark.parametrize(("wish", "cells"), [("2", 3), ("100", 101), ("101", 101), ("999", 101)])
def test_a_cell_is_a_hundred_columns_wide_at_most(wish: str, cells: int) -> None:
    [table] = read_html(Source(f"<table><tr><td colspan={wish}>a<td>b</tr></table>")).blocks
    assert isinstance(table, Table)
    assert len(table.rows[0].cells) == cells


def test_rows_of_latex_end_in_two_ways() -> None:
    [table] = read_latex(Source(r"\begin{tabular}{ll}a & b \\ c & d \tabularnewline e & f\end{tabular}")).blocks
    assert isinstance(table, Table)
    assert [len(row.cells) for row in table.rows] == [2, 2, 2]
