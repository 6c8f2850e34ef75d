"""reStructuredText to blocks: what docutils makes of it, with places; and texts that are none."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syllabus_parse.document import Block, Document, Heading, Listing, Paragraph, Rule, Table, Text, walk
from syllabus_parse.readers.rst import READER, detect, read
from syllabus_parse.source import Source


def read_page(text: str) -> Document:
    """Read a page written with the indent of the test; the places of all runs are checked."""
    source = Source(textwrap.dedent(text))
    document = read(source)
    check_places(document)
    return document


def check_places(document: Document) -> None:
    for block in walk(document.blocks):
        assert 0 <= block.span.start <= block.span.end <= len(document.source.text)
        if isinstance(block, Heading | Paragraph):
            for run in block.text.runs:
                if len(run.text) == run.span.end - run.span.start:
                    assert run.span.slice(document.source.text) == run.text


def words(blocks: tuple[Block, ...] | list[Block]) -> list[object]:
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
            out.append({"rows": [[flat(cell.blocks) for cell in row.cells] for row in block.rows]})
        elif isinstance(block, Rule):
            out.append("----")
    return out


def flat(blocks: tuple[Block, ...]) -> str:
    return "|".join(b.text.plain for b in walk(blocks) if isinstance(b, Paragraph | Heading))


def only_text(document: Document) -> Text:
    block = document.blocks[0]
    assert isinstance(block, Paragraph)
    return block.text


BLOCKS: list[tuple[str, str, list[object]]] = [
    (
        "headings by their first use",
        "Plan\n====\n\nWeek 1\n------\n\ntext\n\nWeek 2\n------\n",
        [(1, "Plan"), (2, "Week 1"), "text", (2, "Week 2")],
    ),
    ("a heading between two lines", "######\nCS 101\n######\n\nWeek\n====\n", [(1, "CS 101"), (2, "Week")]),
    ("the same mark above and alone are two levels", "====\nPlan\n====\n\nPart\n====\n", [(1, "Plan"), (2, "Part")]),
    ("a heading with a line that is too short", "Schedule\n-----\n\ntext\n", [(1, "Schedule"), "text"]),
    ("a line across the page", "one\n\n--------\n\ntwo\n", ["one", "----", "two"]),
    ("paragraphs", "one\ntwo\n\nthree\n", ["one\ntwo", "three"]),
    ("bullets", "- one\n- two\n  more\n\n- three\n", [[["one"], ["two\nmore"], ["three"]]]),
    ("bullets within bullets", "* one\n\n  * inner\n\n* two\n", [[["one", [["inner"]]], ["two"]]]),
    ("a bullet with two paragraphs", "- one\n\n  again\n", [[["one", "again"]]]),
    ("numbers", "1. one\n2. two\n#. three\n", [[["one"], ["two"], ["three"]]]),
    ("letters", "a) one\nb) two\n", [[["one"], ["two"]]]),
    ("a name is no letter of a list", "A. Smith wrote it.\n", ["A. Smith wrote it."]),
    ("definitions", "Week 1\n  Maps\n\nWeek 2\n  Sets\n", [[["Week 1", "Maps"], ["Week 2", "Sets"]]]),
    ("fields", "text\n\n:Date: 9/3\n:Room: 12\n", ["text", [["Date: 9/3"], ["Room: 12"]]]),
    ("lines", "| one\n| two\n", ["one\u2028two"]),
    ("a quotation", "text\n\n  quoted\n", ["text", "quoted"]),
    ("a remark", ".. nothing to see\n   here\n\ntext\n", ["text"]),
    ("an empty remark", "..\n\n  quoted\n\ntext\n", ["quoted", "text"]),
    ("literal text", "Output::\n\n  a *b*\n\nafter\n", ["Output:", "a *b*", "after"]),
    ("a note", ".. note::\n   Bring a laptop.\n\ntext\n", ["Bring a laptop.", "text"]),
    ("a note with a title", ".. admonition:: Room\n\n   We moved.\n", ["Room", "We moved."]),
    (
        "pictures, code and includes are passed over",
        ".. image:: a.png\n   :alt: x\n\n.. code-block:: python\n\n   x = 1\n\n.. include:: /etc/passwd\n\n"
        ".. raw:: html\n\n   <b>x</b>\n\ntext\n",
        ["text"],
    ),
    ("a footnote", "text [1]_\n\n.. [1] Some words.\n", ["text [1]", "[1] Some words."]),
    ("a rubric", ".. rubric:: Readings\n\n- one\n", [(1, "Readings"), [["one"]]]),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in BLOCKS], ids=[case[0] for case in BLOCKS])
def test_blocks(text: str, expected: list[object]) -> None:
    assert words(read_page(text).blocks) == expected


TABLES: list[tuple[str, str, list[list[str]], int]] = [
    (
        "simple",
        """
     =====  ==========  =======
     Date   Topic       Reading
     =====  ==========  =======
     9/3    Intro       A
     9/5    Maps and    B
            sets        C
     9/10   No class
     =====  ==========  =======
     """,
        [
            ["Date", "Topic", "Reading"],
            ["9/3", "Intro", "A"],
            ["9/5", "Maps and\nsets", "B\nC"],
            ["9/10", "No class", ""],
        ],
        1,
    ),
    (
        "simple without a header",
        """
     ====  =====
     9/3   Intro
     9/5   Maps
     ====  =====
     """,
        [["9/3", "Intro"], ["9/5", "Maps"]],
        0,
    ),
    (
        "simple with a row across",
        """
     ====  =====  =====
     Date  Topic  Link
     ====  =====  =====
     Part one
     ------------------
     9/3   Intro  a
     ====  =====  =====
     """,
        [["Date", "Topic", "Link"], ["Part one", "Part one", "Part one"], ["9/3", "Intro", "a"]],
        1,
    ),
    (
        "grid",
        """
     +------+---------+
     | Date | Topic   |
     +======+=========+
     | 9/3  | - Intro |
     |      | - Maps  |
     +------+---------+
     | 9/5  | No      |
     |      | class   |
     +------+---------+
     """,
        [["Date", "Topic"], ["9/3", "Intro|Maps"], ["9/5", "No\nclass"]],
        1,
    ),
    (
        "grid with spans",
        """
     +-----+-----+-----+
     | a   | b   | c   |
     +=====+=====+=====+
     | d   | wide      |
     +-----+-----+-----+
     | e   | tall| f   |
     +-----+     +-----+
     | g   |     | h   |
     +-----+-----+-----+
     """,
        [["a", "b", "c"], ["d", "wide", "wide"], ["e", "tall", "f"], ["g", "tall", "h"]],
        1,
    ),
    (
        "grid with wide letters",
        """
     +------+----------+
     | 日期 | 主题     |
     +======+==========+
     | 9/3  | 人工智能 |
     +------+----------+
     """,
        [["日期", "主题"], ["9/3", "人工智能"]],
        1,
    ),
    (
        "lists as rows",
        """
     .. list-table::
        :header-rows: 1
        :widths: 10 90

        * - Date
          - Topic
        * - 9/3
          - Intro

            More
     """,
        [["Date", "Topic"], ["9/3", "Intro|More"]],
        1,
    ),
    (
        "commas",
        """
     .. csv-table::
        :header: "Date", "Topic"

        9/3, "Intro, maps"
        9/5, Sets
     """,
        [["Date", "Topic"], ["9/3", "Intro, maps"], ["9/5", "Sets"]],
        1,
    ),
]


@pytest.mark.parametrize(("text", "rows", "headers"), [case[1:] for case in TABLES], ids=[case[0] for case in TABLES])
def test_tables(text: str, rows: list[list[str]], headers: int) -> None:
    document = read_page(text)
    table = next(block for block in document.blocks if isinstance(block, Table))
    assert [[flat(cell.blocks) for cell in row.cells] for row in table.rows] == rows
    assert sum(row.header for row in table.rows) == headers


def test_copies_of_a_spanning_cell_are_marked() -> None:
    document = read_page("+---+---+\n| a | b |\n+---+---+\n| wide  |\n+---+---+\n")
    table = document.blocks[0]
    assert isinstance(table, Table)
    assert [cell.repeated for cell in table.rows[1].cells] == [False, True]


def test_a_title_of_a_table_is_text() -> None:
    assert words(read_page(".. list-table:: Plan\n\n   * - a\n     - b\n").blocks) == ["Plan", {"rows": [["a", "b"]]}]


LINKS: list[tuple[str, str, str, list[tuple[str, str | None]]]] = [
    (
        "an address in the text",
        "`the page <https://x.org/a>`_ here",
        "the page here",
        [("the page", "https://x.org/a")],
    ),
    ("an anonymous one", "`a <b.html>`__", "a", [("a", "b.html")]),
    (
        "a named target",
        "See `GFS paper`_.\n\n.. _gfs paper: https://x.org/gfs.pdf\n",
        "See GFS paper.",
        [("GFS paper", "https://x.org/gfs.pdf")],
    ),
    ("a word as a target", "See gfs_ now.\n\n.. _gfs: gfs.pdf\n", "See gfs now.", [("gfs", "gfs.pdf")]),
    ("a target that leads to another", "a_\n\n.. _a: b_\n.. _b: https://b.org\n", "a", [("a", "https://b.org")]),
    ("a link used twice", "`Maps <m.pdf>`_ and Maps_", "Maps and Maps", [("Maps", "m.pdf"), ("Maps", "m.pdf")]),
    (
        "targets in order",
        "`one`__ `two`__\n\n__ 1.html\n__ 2.html\n",
        "one two",
        [("one", "1.html"), ("two", "2.html")],
    ),
    (
        "a bare address",
        "at https://x.org/a_b_c, daily",
        "at https://x.org/a_b_c, daily",
        [("https://x.org/a_b_c", "https://x.org/a_b_c")],
    ),
    (
        "a document",
        ":doc:`intro` and :doc:`the plan <plan>`",
        "intro and the plan",
        [("intro", "intro"), ("the plan", "plan")],
    ),
    ("a download", ":download:`slides <l01.pdf>`", "slides", [("slides", "l01.pdf")]),
    ("a reference inside", ":ref:`week one <w1>`", "week one", []),
    (
        "escapes in the words of a link",
        "`Less \\< \\`more\\` <b.html>`__",
        "Less < `more`",
        [("Less < `more`", "b.html")],
    ),
    ("an address over two lines", "`a\nb <https://x.org/\nlong>`_", "a\nb", [("a\nb", "https://x.org/long")]),
]


@pytest.mark.parametrize(("text", "plain", "links"), [case[1:] for case in LINKS], ids=[case[0] for case in LINKS])
def test_links(text: str, plain: str, links: list[tuple[str, str | None]]) -> None:
    found = only_text(read_page(text))
    assert found.plain == plain
    assert [(found.plain[start:end], anchor.href) for anchor, start, end in found.links()] == links


INLINE: list[tuple[str, str, str]] = [
    ("emphasis goes", "**bold** *it* ``co*de`` `title`", "bold it co*de title"),
    ("stars behind names stay", "Eunji Jeong*, Joo Seong Jeong*", "Eunji Jeong*, Joo Seong Jeong*"),
    ("a star alone stays", "2 * 3 * 4 and *open", "2 * 3 * 4 and *open"),
    ("escapes", "\\*not\\* a\\ b", "*not* ab"),
    ("escapes in emphasis", "**2 \\* 3** and *a\\_b*", "2 * 3 and a_b"),
    ("lines of a line block go on", "| Maps and\n  Charts\n| Sets", "Maps and\nCharts\u2028Sets"),
    ("a substitution", "in |term|\n\n.. |term| replace:: Fall 2024\n", "in Fall 2024"),
    ("an unknown substitution stays", "a |b| c", "a |b| c"),
    ("a role's words", ":math:`x^2` :abbr:`TA`", "x^2 TA"),
    ("underscores in names stay", "file_name_x and __init__", "file_name_x and __init__"),
]


@pytest.mark.parametrize(("text", "plain"), [case[1:] for case in INLINE], ids=[case[0] for case in INLINE])
def test_inline(text: str, plain: str) -> None:
    assert only_text(read_page(text)).plain == plain


def test_fields_above_the_text_are_the_meta() -> None:
    document = read_page("Plan\n====\n\n:Author: Jane Roe\n:term: Fall 2024\n\ntext\n")
    assert document.meta is not None
    assert [key.plain for key, _ in document.meta.entries] == ["Author", "term"]
    assert words(document.blocks) == [(1, "Plan"), "text"]


def test_docutils_finds_the_same_words() -> None:
    core = pytest.importorskip("docutils.core")
    nodes = pytest.importorskip("docutils.nodes")
    settings = {"file_insertion_enabled": False, "raw_enabled": False, "report_level": 5, "halt_level": 5}
    for page in [case[1] for case in BLOCKS] + [textwrap.dedent(case[1]) for case in TABLES]:
        tree = core.publish_doctree(page, settings_overrides=settings)
        ours = {
            word
            for b in walk(read(Source(page)).blocks)
            if isinstance(b, Paragraph | Heading)
            for word in b.text.plain.split()
        }
        skipped = (nodes.literal_block, nodes.comment, nodes.raw, nodes.system_message, nodes.footnote, nodes.image)
        theirs: set[str] = set()
        for node in tree.findall(nodes.Text):
            parent, drop = node.parent, False
            while parent is not None:
                drop = drop or isinstance(parent, skipped)
                parent = parent.parent
            if not drop:
                theirs |= set(str(node).split())
        assert theirs - {"Date", "Room", "1", "[1]"} <= ours | {word.strip(":") for word in ours}


DETECTED = [
    "Plan\n~~~~\n\n- `Maps <maps.html>`_\n",
    ".. toctree::\n\n   intro\n",
    "=====  =====\nDate   Topic\n=====  =====\n9/3    Intro\n=====  =====\n",
    "########\nCS 101\n########\n\ntext\n",
]
NOT_DETECTED = [
    "# Plan\n\n- [Maps](maps.html)\n",
    "Plan\n====\n\n| Date | Topic |\n|---|---|\n| 9/3 | Maps |\n",
    "<html><body><table><tr><td>::</td></tr></table></body></html>",
    "Plan\n----\n\nWe meet on Tuesdays.\n",
    "",
    "- date: 9/3\n  title: Maps\n",
]


@pytest.mark.parametrize("text", DETECTED)
def test_detects(text: str) -> None:
    guess = detect(Source(text))
    assert guess is not None
    assert guess.score >= 0.5
    assert guess.reasons


@pytest.mark.parametrize("text", NOT_DETECTED)
def test_does_not_detect(text: str) -> None:
    guess = detect(Source(text))
    assert guess is None or guess.score < 0.3


def test_the_name_of_a_file_tells() -> None:
    guess = detect(Source("We meet on Tuesdays.\n", uri="https://x.org/plan.rst"))
    assert guess is not None
    assert guess.score >= 0.9
    assert READER.dialect == "rst"


@pytest.mark.parametrize(
    "text",
    [
        "- " * 2000 + "x",
        "  - a\n" * 3,
        "*" * 100_000,
        "`" * 100_000,
        "*a " * 30_000,
        "`a <" * 20_000,
        "|" * 50_000,
        "+-" * 1500 + "+\n" * 200,
        "\n".join(" " * n + "- a" for n in range(400)),
        "=" * 50_000,
        "= " * 20_000 + "\n= =",
        ".. " * 20_000,
        "a_ " * 30_000,
        "::\n\n " * 5_000,
        ":a: " * 20_000,
        "+--+\n" * 1500,
        "a\n\n==\n" * 5_000,
        "[1]_ " * 20_000,
    ],
    ids=range(18),
)
def test_long_nonsense_comes_back(text: str) -> None:
    check_places(read(Source(text)))
    detect(Source(text))


def test_deep_nesting_becomes_paragraphs() -> None:
    text = "\n".join(" " * (2 * n) + "- a\n" for n in range(60))
    document = read(Source(text))
    assert [problem.code for problem in document.problems] == ["SP702"]


@given(st.text(alphabet="ab .:*`|_-=+~\n\t\\<>#1(日\r", max_size=120))
def test_no_text_raises(text: str) -> None:
    check_places(read(Source(text)))
    detect(Source(text))
