"""Data files as documents: which format a text is in, what is none, and what block comes of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syllabus_parse.document import Data, Listing, Mapping, Paragraph, Scalar, Sequence, Table
from syllabus_parse.readers.data_file import READER, detect, find_format, read
from syllabus_parse.source import Source

FORMATS: list[tuple[str, str, str | None, str]] = [
    ("a list of mappings", "- date: 9/3\n  title: Maps\n- date: 9/5\n  title: Sets\n", None, "yaml"),
    ("a bullet on a line of its own", "past:\n  -\n    date: 9/3\n    title: Maps\n", None, "yaml"),
    ("flow mappings, commas and all", "- {date: 9/3, title: Maps}\n- {date: 9/5, title: Sets}\n", None, "yaml"),
    ("long words in a list", "- date: 9/3\n  topics:\n    - Heaps, stacks, and all\n    - Queues\n", None, "yaml"),
    ("a mapping", "title: Plan\nlectures:\n  - date: 9/3\n", None, "yaml"),
    ("remarks on top", "# the plan\n# of this year\n- date: 9/3\n  title: Maps\n", None, "yaml"),
    ("JSON", '[{"date": "9/3", "title": "Maps"}]', None, "json"),
    ("JSON with a trailing comma", '[{"date": "9/3",},]', None, "json"),
    ("one object a line", '{"date": "9/3"}\n{"date": "9/5"}\n', None, "json"),
    ("a script", "/* plan */\nexport const plan = [\n  {date: '9/3'},\n];\n", None, "script"),
    ("TOML", "title = 'Plan'\n[[lectures]]\nday = 2024-09-03\n", None, "toml"),
    ("commas", "Date,Topic,Reading\n9/3,Maps,Ch 1\n9/5,Sets,Ch 2\n", None, "csv"),
    ("tabs", "Week\tTopic\n1\tMaps\n2\tSets\n", None, "csv"),
    ("semicolons", "Datum;Thema\n3.9.;Karten, Bäume\n5.9.;Mengen\n", None, "csv"),
    ("quoted commas", 'Title,Authors,Venue\n"Maps, sets","A, B",OSDI\n', None, "csv"),
    ("a name tells where the text does not", "just words", "plan.csv", "csv"),
    ("a name does not overrule the text", '[{"a": 1}]', "plan.yml", "json"),
    ("words", "just words", None, "yaml"),
]


@pytest.mark.parametrize(("text", "uri", "expected"), [case[1:] for case in FORMATS], ids=[case[0] for case in FORMATS])
def test_formats(text: str, uri: str | None, expected: str) -> None:
    assert find_format(text, uri) == expected


@pytest.mark.parametrize(
    "text", [case[1] for case in FORMATS if case[0] not in ("words", "a name tells where the text does not")]
)
def test_detects(text: str) -> None:
    guess = detect(Source(text))
    assert guess is not None
    assert guess.dialect == "yaml"
    assert guess.score >= 0.75
    assert guess.reasons


NOT_DATA: list[tuple[str, str]] = [
    ("a page with front matter", "---\ntitle: Plan\nlayout: page\n---\n\n# Plan\n\n- 9/3: Maps\n- 9/5: Sets\n"),
    (
        "a list with colons",
        "- Offload Annotations: Bringing Heterogeneous Computing\n- HetPipe: Training\n- Alert: Learning\n",
    ),
    ("a list of days", "- Sep 3: Introduction\n- Sep 5: Maps\n- Sep 9: Sets\n"),
    ("Markdown", "# Plan\n\n* [Maps](maps.html), by A. Roe\n* Sets\n"),
    ("a pipe table", "| Date | Topic |\n|---|---|\n| 9/3 | Maps |\n"),
    ("a row dump", "Date | Topic | \n   9/3 | \n  Maps | \n"),
    ("HTML", "<table><tr><td>Date: 9/3, Topic: Maps</td></tr></table>\n<script>\nconst a = [1];\n</script>\n"),
    ("prose with commas", "We meet on Tuesdays, in room 4.\nBring a laptop, a pen, and paper.\n"),
    (
        "prose with colons",
        "Instructor: Jane Roe\nOffice: Room 4\nWe meet on Tuesdays and read papers.\nCome and see.\n",
    ),
    ("LaTeX", "\\documentclass{article}\n\\begin{document}\nDate, Topic\n\\end{document}\n"),
    ("nothing", ""),
    ("blanks", " \n\n"),
]


@pytest.mark.parametrize("text", [case[1] for case in NOT_DATA], ids=[case[0] for case in NOT_DATA])
def test_does_not_detect(text: str) -> None:
    guess = detect(Source(text))
    assert guess is None or guess.score < 0.5


def test_a_name_makes_sure() -> None:
    guess = detect(Source("- date: 9/3\n  title: Maps\n", uri="https://x.org/_data/plan.yml?raw=1"))
    assert guess is not None
    assert guess.score >= 0.97
    assert READER.dialect == "yaml"


def test_a_tree_is_one_block_of_data() -> None:
    source = Source("- date: 9/3\n  title: '*Maps* and [sets](s.html)'\n")
    document = read(source)
    assert document.dialect == "yaml"
    (block,) = document.blocks
    assert isinstance(block, Data)
    assert isinstance(block.root, Sequence)
    entry = block.root.items[0]
    assert isinstance(entry, Mapping)
    title = entry.get("title")
    assert isinstance(title, Scalar)
    assert title.text.plain == "Maps and sets"
    assert [(anchor.href, anchor.span.slice(source.text)) for anchor, _, _ in title.text.links()] == [
        ("s.html", "s.html")
    ]


def rows(table: object) -> list[list[str]]:
    assert isinstance(table, Table)
    return [
        ["".join(b.text.plain for b in cell.blocks if isinstance(b, Paragraph)) for cell in row.cells]
        for row in table.rows
    ]


def test_delimited_text_is_a_table() -> None:
    document = read(Source('Date,Topic\n9/3,"[Maps](m.html), sets"\n'))
    assert rows(document.blocks[0]) == [["Date", "Topic"], ["9/3", "Maps, sets"]]
    table = document.blocks[0]
    assert isinstance(table, Table)
    assert [row.header for row in table.rows] == [True, False]


def test_lists_in_cells_are_lists() -> None:
    table = read(Source('Date,Topic\n9/3,"* [Maps](m.html)\n* Sets"\n')).blocks[0]
    assert isinstance(table, Table)
    (block,) = table.rows[1].cells[1].blocks
    assert isinstance(block, Listing)
    assert len(block.items) == 2


@pytest.mark.parametrize(
    "text",
    [
        '[["Date", "Topic"], ["9/3", "Maps"]]',
        '{"range": "A1:B2", "values": [["Date", "Topic"], ["9/3", "Maps"]]}',
        "- [Date, Topic]\n- [9/3, Maps]\n",
    ],
)
def test_rows_of_values_are_a_table(text: str) -> None:
    assert rows(read(Source(text)).blocks[0]) == [["Date", "Topic"], ["9/3", "Maps"]]


def test_a_lone_value_is_a_paragraph() -> None:
    (block,) = read(Source("  just words\n")).blocks
    assert isinstance(block, Paragraph)
    assert block.text.plain == "just words"


def test_nothing_gives_no_blocks() -> None:
    assert read(Source("")).blocks == ()
    assert read(Source("# a remark\n")).blocks == ()


def test_broken_data_says_so() -> None:
    document = read(Source("- title: Maps: a survey\n  date: 9/3\n"))
    assert [problem.code for problem in document.problems] == ["SP205"]


@given(
    st.text(alphabet="ab:- \n{}[]\",='#|\t;9/3Date", max_size=100),
    st.sampled_from([None, "a.yml", "a.json", "a.csv", "a.toml", "a.js"]),
)
def test_no_text_raises(text: str, uri: str | None) -> None:
    source = Source(text, uri=uri)
    detect(source)
    for problem in read(source).problems:
        assert problem.span is None or 0 <= problem.span.start <= problem.span.end <= len(text)
