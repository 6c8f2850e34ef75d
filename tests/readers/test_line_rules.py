"""Lines of Markdown and of dumps at both sides of each rule: tables, headings, rules, code, link targets, rows."""

from __future__ import annotations

import pytest

from block_drawings import draw_document
from syllabus_parse.readers.dump_rows import RawRow, find_line_rows, find_pipes, find_rows, has_line_rows
from syllabus_parse.readers.html import detect
from syllabus_parse.readers.link_targets import clean_href, find_bare_end, read_definitions, read_target
from syllabus_parse.readers.pipe_rows import cut_cells, is_delimiter_row
from syllabus_parse.readers.stacked_rows import find_stacked_table
from syllabus_parse.source import Source

PAGES = [
    # --- which lines are a table ---
    ("one row with pipes at both ends", "| a | b |", ["| a | b |"]),
    ("one row with a pipe in front", "| a | b", ["| a | b |"]),
    ("one pipe in front", "| a", ["| a"]),
    ("one line of prose with pipes", "a | b | c", ["a | b | c"]),
    ("two lines with as many pipes", "a | b | c\nd | e | f", ["| a | b | c |", "| d | e | f |"]),
    ("two lines with one pipe each", "a | b\nc | d", ["a | b / c | d"]),
    ("one pipe below two", "a | b | c\nd | e", ["a | b | c / d | e"]),
    ("one pipe more or less", "a | b | c\nd | e | f | g", ["| a | b | c |", "| d | e | f | g |"]),
    ("two pipes more", "a | b | c\nd | e | f | g | h", ["a | b | c / d | e | f | g | h"]),
    ("closed cells, however many", "a | b |\nc |", ["| a | b |", "| c |"]),
    ("text above", "x\na | b | c\nd | e | f", ["x / a | b | c / d | e | f"]),
    ("text above a row that a pipe leads", "x\n| a | b |", ["x", "| a | b |"]),
    ("an item with pipes", "- a | b | c\n- d | e | f", ["- a | b | c", "- d | e | f"]),
    ("dashes below one pipe", "a | b\n---|---\nc | d", ["|= a | b |", "| c | d |"]),
    ("dashes first", "|---|---|\n| a | b |", ["| a | b |"]),
    ("dashes alone", "|---|---|", ["|---|---|"]),
    # --- headers ---
    ("three rows above the dashes", "| a | b |\n| c | d |\n| e | f |\n|--|--|\n| g | h |",
     ["|= a | b |", "|= c | d |", "|= e | f |", "| g | h |"]),
    ("four rows above the dashes", "| a | b |\n| c | d |\n| e | f |\n| g | h |\n|--|--|\n| i | j |",
     ["| a | b |", "| c | d |", "| e | f |", "| g | h |", "| i | j |"]),
    ("dashes twice", "| a | b |\n|--|--|\n| c | d |\n|--|--|\n| e | f |", ["|= a | b |", "| c | d |", "| e | f |"]),
    # --- how long a table goes on ---
    ("one blank line", "| a | b |\n\n| c | d |", ["| a | b |", "| c | d |"]),
    ("two blank lines, then text", "| a | b |\n\n\nx | y | z", ["| a | b |", "x | y | z"]),
    ("another table below a blank line", "| a | b |\n|--|--|\n| c | d |\n\n| e | f |\n|--|--|\n| g | h |",
     ["|= a | b |", "| c | d |", "|= e | f |", "| g | h |"]),
    ("a heading ends it", "| a | b |\n# c | d", ["| a | b |", "# c | d"]),
    ("an item ends it", "| a | b |\n- c | d | e", ["| a | b |", "- c | d | e"]),
    ("text ends it", "| a | b |\nc", ["| a | b |", "c"]),
    ("a line without a pipe in front", "| a | b |\nc | d", ["| a | b |", "| c | d |"]),
    ("a template between rows", "| a | b |\n{% if x %}\n| c | d |", ["| a | b |", "| c | d |"]),
    # --- rows over several lines ---
    ("a row goes on below", "| a | b | c |\n|--|--|--|\n| 9/4 | Wool\nand flax | x |",
     ["|= a | b | c |", "| 9/4 | Wool / and flax | x |"]),
    ("a row that lacks cells, then another", "| a | b | c |\n|--|--|--|\n| 9/4 | Wool\n| 9/6 | Flax | x |",
     ["|= a | b | c |", "| 9/4 | Wool |", "| 9/6 | Flax | x |"]),
    ("a blank first cell", "a | b | c\n---|---|---\nd | e | f\n | g | h",
     ["|= a | b | c |", "| d | e | f |", "|  | g | h |"]),
    # --- cells ---
    ("an escaped pipe", "| a \\| b | c |", ["| a | b | c |"]),
    ("a pipe in code", "| `a|b` | c |", ["| `a|b` | c |"]),
    ("a pipe in a link", "| [a | b](u) | c |", ["| [a | b](u) | c |"]),
    ("a pipe in a template", "| {{ x | y }} | c |", ["|  | c |"]),
    ("empty cells", "| a || b |", ["| a |  | b |"]),
    ("a list in a cell", "| <ul><li>a</li></ul> | b |", ["| - a | b |"]),
    # --- headings ---
    ("levels", "# a\n## b\n### c\n#### d\n##### e\n###### f",
     ["# a", "## b", "### c", "#### d", "##### e", "###### f"]),
    ("a closed heading", "## a ##", ["## a"]),
    ("a sign that is a part", "## a#", ["## a#"]),
    ("glued, one sign", "#a", ["#a"]),
    ("glued, two signs", "##a", ["## a"]),
    ("dashes below a line", "a\n---", ["## a"]),
    ("equals signs below a line", "a\n===", ["# a"]),
    ("one dash below a line", "a\n-", ["a"]),
    ("equals signs below two lines", "a\nb\n===", ["# a / b"]),
    ("dashes below two lines", "a\nb\n---", ["## a / b"]),
    ("dashes below three lines", "a\nb\nc\n---", ["a / b / c"]),
    ("equals signs below three lines", "a\nb\nc\n===", ["# a / b / c"]),
    ("dashes below a blank line", "a\n\n---\n\nb", ["a", "b"]),
    ("dashes below a long line", "x" * 300 + "\n---", ["## " + "x" * 300]),
    ("dashes below a longer line", "x" * 301 + "\n---", ["x" * 301]),
    ("stars across", "a\n\n***\n\nb", ["a", "b"]),
    ("blanks between", "a\n\n* * *\n\nb", ["a", "b"]),
    # --- code ---
    ("a fence", "```\na\n```\nb", ["`a`", "b"]),
    ("a fence that nothing closes", "```\na\n\nb", ["a", "b"]),
    ("a longer fence", "````\na\n```\nb\n````\nc", ["`a / ``` / b`", "c"]),
    ("code right above text", "a\n\n    int x = 3;\nWool", ["a", "`    int x = 3;`", "Wool"]),
    ("code further in", "a\n\n      int x = 3;", ["a", "`      int x = 3;`"]),
    ("code by a tab", "a\n\n\tint x = 3;\n\tx();\nb", ["a", "`\tint x = 3; / \tx();`", "b"]),
    # --- lists ---
    ("nested items", "- a\n  - b\n    - c\n- d", ["- a", "  - b", "    - c", "- d"]),
    ("one blank further in", "- a\n - b", ["- a", "- b"]),
    ("two blanks further in", "- a\n  - b", ["- a", "  - b"]),
    ("text below an item", "- a\n  b", ["- a / b"]),
    ("text apart below an item", "- a\n\n  b", ["- a", "  b"]),
    ("text apart at the margin", "- a\n\nb", ["- a", "b"]),
    ("numbers", "1. a\n2. b\n\n3. c", ["- a", "- b", "- c"]),
    ("a number that goes on a sentence", "see chapter\n14. of the book", ["see chapter / 14. of the book"]),
    ("a first number below text", "read\n1. of the book", ["read", "- of the book"]),
    ("a bullet below text", "read\n- wool", ["read", "- wool"]),
    ("an empty item", "-\n- a", ["- a"]),
    ("boxes", "- [x] a\n- [ ] b\n- [y] c", ["- a", "- b", "- [y] c"]),
    ("a definition", "wool\n: from sheep", ["- wool", "  - from sheep"]),
    ("a colon without a term", ": from sheep", [": from sheep"]),
    ("a quote", "> a\n> b\n\nc", ["a / b", "c"]),
    ("a quote below text", "a\n> b", ["a", "b"]),
    ("a list in a quote", "> - a\n> - b", ["- a", "- b"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "drawn"), [pytest.param(*page[1:], id=page[0]) for page in PAGES])
def test_lines_of_markdown(text: str, drawn: list[str]) -> None:
    assert draw_document(text, "date_list") == drawn


@pytest.mark.parametrize(
    ("line", "expected"),
    [("|---|", True), ("---|---", True), ("|:-:|--:|", True), ("|===|", True), ("+---+", False), ("---", False),
     ("|", False), ("| - |", True), ("| 3 |", False), ("|--x|", False), ("|-\t|", True)],
)  # fmt: skip
def test_a_line_of_dashes(line: str, expected: bool) -> None:
    assert is_delimiter_row(line) is expected


@pytest.mark.parametrize(
    ("row", "cells"),
    [("|a|b|", ["a", "b"]), ("a|b", ["a", "b"]), ("|a", ["a"]), ("a|", ["a"]), ("||a|", ["", "a"]), ("|", [""]),
     (" | a | ", [" a "]), ("||", [""]), ("a||", ["a", ""])],
)  # fmt: skip
def test_the_cells_of_a_row(row: str, cells: list[str]) -> None:
    pipes = [at for at, sign in enumerate(row) if sign == "|"]
    assert [row[a:b] for a, b in cut_cells(row, 0, len(row), pipes)] == cells
    shifted = cut_cells(f"x{row}x", 1, len(row) + 1, [at + 1 for at in pipes])
    assert [f"x{row}x"[a:b] for a, b in shifted] == cells


# --- link targets ---


@pytest.mark.parametrize(
    ("text", "href", "close"),
    [
        ("(a.pdf)", "a.pdf", 7),
        ("( a.pdf )", "a.pdf", 9),
        ("()", "", 2),
        ('(a.pdf "Title")', "a.pdf", 15),
        ("(a.pdf 'Title')", "a.pdf", 15),
        ("(a.pdf (Title))", "a.pdf", 15),
        ("(<a b.pdf>)", "a b.pdf", 11),
        ('(<a b.pdf> "Title")', "a b.pdf", 19),
        ("(<a b.pdf> x)", None, 0),
        ("(a_(b).pdf)", "a_(b).pdf", 11),
        ("(a_(b.pdf)", None, 0),
        ("(a\\).pdf)", "a).pdf", 9),
        ("(/a b.pdf)", "/a b.pdf", 10),
        ("(a b.pdf)", "a b.pdf", 9),
        ("(see the appendix)", None, 0),
        ("({{ site.x }}/a b)", "{{ site.x }}/a b", 18),
        ("({{ x | y: ')' }})", "{{ x | y: ')' }}", 18),
        ("({% link a).md %})", "{% link a).md %}", 18),
        ("([https://a.org](https://b.org))", "https://b.org", 32),
        ("(https://a.org/\n)", "https://a.org/", 17),
        ("(https://a.org/\nx y)", None, 0),
        ("(a.pdf", None, 0),
        ("(" * 32 + "a" + ")" * 32, "(" * 31 + "a" + ")" * 31, 65),
        ("(" * 33 + "a" + ")" * 33, "(" * 32 + "a" + ")" * 32, 67),
        ("(" * 34 + "a" + ")" * 34, None, 0),
        ("(x" + "x" * 1990 + "(b))", "x" + "x" * 1990 + "(b)", 1996),
        ("(x" + "x" * 2000 + "(b))", None, 0),
        ("(a?b=1&amp;c=2)", "a?b=1&c=2", 15),
    ],
)
def test_where_a_link_points(text: str, href: str | None, close: int) -> None:
    for before in ("", "[x]"):
        target = read_target(before + text, len(before))
        if href is None:
            assert target is None
            continue
        assert target is not None
        assert (target.href, target.close - len(before)) == (href, close)
        assert clean_href((before + text)[target.start : target.end]) == href


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("https://a.org", 13), ("https://a.org/x.", 15), ("https://a.org/x_(y)", 19), ("https://a.org/x_(y)).", 19),
        ("https://a.org/x)", 15), ("https://a.org/x?!", 15), ("https://", 0), ("https://.", 0), ("https://a", 9),
        ("ftp://a.org", 0), ("https://a.org/x y", 15), ("https://a.org/x...", 15), ("https://a.org/a,b", 17),
    ],
)  # fmt: skip
def test_where_a_bare_address_ends(text: str, end: int) -> None:
    assert find_bare_end(text, 0) == end
    assert find_bare_end(f"x {text}", 2) == end + 2


@pytest.mark.parametrize(
    ("line", "label", "href"),
    [
        ("[a]: https://a.org", "a", "https://a.org"), ("[A  B]: <a b.pdf>", "a b", "a b.pdf"),
        ('[a]: a.pdf "Title"', "a", "a.pdf"), ("[a]: Wool", "", ""), ("[a]: #top", "a", "#top"),
        ("[^1]: a.pdf", "", ""), ("[1]: Gray, Looms", "", ""), ("   [a]: a.pdf", "a", "a.pdf"),
        ("    [a]: a.pdf", "", ""), ("[a] a.pdf", "", ""),
    ],
)  # fmt: skip
def test_definitions_of_links(line: str, label: str, href: str) -> None:
    found = read_definitions([(line, 100)])
    assert {name: anchor.href for name, anchor in found.items()} == ({label: href} if label else {})
    for anchor in found.values():
        assert line[anchor.span.start - 100 : anchor.span.end - 100] == href


# --- dumps ---


def show_rows(text: str) -> list[object]:
    return [
        [text[a:b].strip() for a, b in found.cells] if isinstance(found, RawRow) else text[slice(*found)].strip()
        for found in find_rows(text)
    ]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("| a | \n b | \n\n\n| c | \n d | \n", [["a", "b"], ["c", "d"]]),
        ("a | \n b | \n\n\n| c | \n d | \n", [["a", "b"], ["c", "d"]]),
        ("Plan\n\n| a | \n b | \n\n\n| c | \n d | \n\n\nBye.", ["Plan", ["a", "b"], ["c", "d"], "Bye."]),
        ("| a | \n b | \n\n\n| c | \n | \n\n\n| e | \n f |", [["a", "b"], ["c", ""], ["e", "f"]]),
        ("| a | \n b | \n c | \n\n\n| d | \n e | \n f |", [["a", "b", "c"], ["d", "e", "f"]]),
        ("| a | \n b\nc | \n\n\n| d | \n e | \n", [["a", "b\nc"], ["d", "e"]]),
        ("", []),
        ("Wool", ["Wool"]),
        ("| Wool", [["Wool"]]),
    ],
)
def test_rows_of_a_dump(text: str, rows: list[object]) -> None:
    assert show_rows(text) == rows


def test_pipes_know_what_stands_around_them() -> None:
    pipes = find_pipes("| a |\n\n  | b\nc |")
    assert [(pipe.at, pipe.indent, pipe.gap, pipe.follows, pipe.filled) for pipe in pipes] == [
        (0, "", 0, "a", False), (4, None, 0, "", True), (9, "  ", 2, "b", False), (15, None, 0, "", True),
    ]  # fmt: skip
    assert find_pipes("a") == []
    assert [(pipe.indent, pipe.follows) for pipe in find_pipes("a || b")] == [(None, "|"), (None, "b")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a | b | c | d", True), ("a | b | c", False), ("a | b\nc | d\ne | f", True), ("| a | b | c", False),
     ("a | b\n | c | d", False), ("a | b\n\u00a0| c | d", False)],
)  # fmt: skip
def test_rows_on_lines_of_their_own(text: str, expected: bool) -> None:
    assert has_line_rows(text) is expected


def show_line_rows(text: str, separator: str) -> list[object]:
    return [
        [text[a:b].strip() for a, b in found.cells] if isinstance(found, RawRow) else text[slice(*found)].strip()
        for found in find_line_rows(text, separator)
    ]


@pytest.mark.parametrize(
    ("text", "separator", "rows"),
    [
        ("a\tb\nc\td", "\t", [["a", "b"], ["c", "d"]]),
        ("Plan\na\tb\nc\td\nBye", "\t", ["Plan", ["a", "b"], ["c", "d"], "Bye"]),
        ("a\tb\nPart\nc\td", "\t", [["a", "b"], ["Part"], ["c", "d"]]),
        ("a\tb\n" + "x" * 200 + "\nc\td", "\t", [["a", "b"], ["x" * 200], ["c", "d"]]),
        ("a\tb\n" + "x" * 201 + "\nc\td", "\t", [["a", "b"], "x" * 201, ["c", "d"]]),
        ("a\tb\n\tc", "\t", [["a", "b"], ["", "c"]]),
        ("\ta\nb\tc", "\t", ["a", ["b", "c"]]),
        ("a | b |\nc | d |", "|", [["a", "b"], ["c", "d"]]),
        ("a | b\nc | d", "|", [["a", "b"], ["c", "d"]]),
        ("a\tb\n\nc\td", "\t", [["a", "b"], ["c", "d"]]),
        ("", "\t", []),
    ],
)
def test_rows_of_lines(text: str, separator: str, rows: list[object]) -> None:
    assert show_line_rows(text, separator) == rows


HEAD = "Date\nTopic\nWho\n"
ROWS = ["9/2\nSets\nAnn\n", "9/9\nMaps\nBo\n", "9/16\nRings\nCy\n"]


def stack(text: str) -> list[list[str]] | None:
    table = find_stacked_table(text)
    if table is None:
        return None
    assert (table.start, table.end) == (table.rows[0][0].start, table.rows[-1][-1].end)
    return [[text[line.start : line.end] for line in row] for row in table.rows]


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        (HEAD + "".join(ROWS), [3, 3, 3, 3]),
        (HEAD + "".join(ROWS[:2]), None),  # two rows may be chance
        ("Plan\n" + HEAD + "".join(ROWS) + "Bye\n", [3, 3, 3, 3]),
        ("Week\n" + HEAD + "".join(f"{at}\n{row}" for at, row in enumerate(ROWS, 1)), [4, 4, 4, 4]),
        ("#\nWeek\n" + HEAD + "".join(f"{at}\n{at}\n{row}" for at, row in enumerate(ROWS, 1)), [5, 5, 5, 5]),
        ("Date\nTopic\n" + "".join(row.rpartition("\n")[0].rpartition("\n")[0] + "\n" for row in ROWS), None),
        (HEAD + "\n".join(ROWS), [3, 3, 3, 3]),  # blank lines
        (HEAD + ROWS[0] + "9/9\nMaps\n" + ROWS[2], [3, 3, 2, 3]),  # a row lacks its last cell
        (HEAD + ROWS[0] + "9/9\nMaps\nBo\nmore\n" + ROWS[2] + "9/23\nTies\nDi\n", None),
        (HEAD + "".join(ROWS) + "| x", None),
        (HEAD + "9/2\tSets\nAnn\n" + "".join(ROWS), None),
        ("Day\nTopic\nWho\n" + "".join(ROWS), None),  # no word for dates
        ("Date\n" + "T" * 30 + "\nWho\n" + "".join(ROWS), [3, 3, 3, 3]),
        ("Date\n" + "T" * 31 + "\nWho\n" + "".join(ROWS), None),
    ],
)
def test_tables_of_one_cell_a_line(text: str, sizes: list[int] | None) -> None:
    rows = stack(text)
    assert (None if rows is None else [len(row) for row in rows]) == sizes
    if rows:
        assert "Date" in rows[0]
        assert all(any("/" in cell for cell in row) for row in rows[1:])


# --- whether a text is HTML ---


@pytest.mark.parametrize(
    ("text", "score", "reasons"),
    [
        ("<!DOCTYPE html><p>x", 0.99, ("begins with a doctype or <html>",)),
        ("<head><title>x</title></head>", 0.95, ("has <html>, <head> or <body>",)),
        ("<p>x</p>", 0.9, ("1 block tags", "begins with a tag")),
        ("<p>x</p>\n\n# y\n", 0.45, ("1 block tags", "begins with a tag", "but 1 lines of Markdown")),
        ("x <p>y</p>", 0.3, ("1 block tags",)),
        ("x\n" + "<td>y</td>" * 5, 0.3, None),
        ("x\n" + "<td>y</td>" * 6, 0.6, None),
        ("x <p>y</p>\n\n# z\n", None, None),
        ("---\ntitle: x\n---\n<p>y</p>", None, None),
        ("x", None, None),
    ],
)
def test_how_surely_a_text_is_html(text: str, score: float | None, reasons: tuple[str, ...] | None) -> None:
    guess = detect(Source(text))
    assert (guess and guess.score) == score
    if guess is not None and reasons is not None:
        assert guess.reasons == reasons
