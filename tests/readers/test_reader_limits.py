"""Readers stop where their limits are, keep what they read until there, and say so."""

from __future__ import annotations

from importlib import import_module
from typing import Final

import pytest

from block_drawings import draw_document
from syllabus_parse.readers import (
    html_grid,
    html_head,
    html_scan,
    html_works,
    nodes_csv,
    nodes_json,
    nodes_toml,
    nodes_tree,
    nodes_yaml,
    pipe_rows,
    rst_tables,
)

TAGS: Final = vars(import_module("syllabus_parse.readers.html_builder"))["MAX_TAGS"]
WORKS = "".join(
    f'<div itemscope itemtype="https://schema.org/ScholarlyArticle"><span itemprop="name">Looms {at}</span></div>'
    for at in (1, 2, 3)
)
LINKED = (
    '<html><head><script type="application/ld+json">[{"@type": "Course", "name": "Looms"}, {"@type": "Thing"}, '
    '{"@type": "Course", "courseCode": "TX 101"}]</script></head><body>Hello</body></html>'
)
BROKEN = "| Day | Topic | Room |\n|---|---|---|\n| 9/3 | Wool\nand flax\nand reeds | 12 |\n"
GRID = "+---+---+\n| a | b |\n+---+---+\n| c | d |\n+---+---+\n"
CASES = [
    pytest.param(
        (
            html_scan,
            "MAX_TAGS",
            2,
            "html",
            "<p>one</p><p>two</p>",
            ["one", f"! SP703 more than {TAGS} tags"],
        ),
        id="tags",
    ),
    pytest.param(
        (html_scan, "MAX_ATTRIBUTES", 1, "html", '<p>a <a href="a.pdf" hidden>b</a></p>', ["a [b](a.pdf)"]),
        id="attributes",
    ),
    pytest.param(
        (
            html_grid,
            "MAX_PLACES",
            1,
            "html",
            '<table><tr><td>a<td>b</tr><tr><td colspan="2">c<td>d</tr></table>',
            ["| a | b |", "| c | d |", "! SP703 a table with too many places"],
        ),
        id="places of a table",
    ),
    pytest.param(
        (
            html_works,
            "MAX_WORKS",
            2,
            "html",
            WORKS,
            ['{"works": [{"title": "Looms 1"}, {"title": "Looms 2"}]}', "Looms 1", "Looms 2", "Looms 3"],
        ),
        id="works",
    ),
    pytest.param(
        (html_head, "MAX_NODES", 3, "html", LINKED, ['{"course": "Looms"}', "Hello"]), id="nodes of linked data"
    ),
    pytest.param(
        (
            nodes_csv,
            "MAX_CELLS",
            3,
            "yaml",
            "day,topic\n9/3,Wool\n9/10,Flax\n",
            ["|= day | topic |", "| 9/3 | Wool |", "! SP703"],
        ),
        id="cells",
    ),
    pytest.param(
        (nodes_csv, "MAX_CHARS", 9, "yaml", "day,topic\n9/3,Wool\n", ["|= day | topic |", "! SP701"]), id="csv"
    ),
    pytest.param((nodes_json, "MAX_CHARS", 12, "yaml", '["a", "b"], ["c"]', ['["a", "b"]', "! SP701"]), id="json"),
    pytest.param((nodes_toml, "MAX_CHARS", 8, "yaml", 'a = "b"\nc = "d"\n', ['{"a": "b"}', "! SP701"]), id="toml"),
    pytest.param(
        (nodes_toml, "MAX_DEPTH", 2, "yaml", 'a.b.c.d = "e"\n', ['{"a": {"b": "e"}}', "! SP702"]), id="depth of a key"
    ),
    pytest.param((nodes_yaml, "MAX_CHARS", 5, "yaml", "a: b\nc: d\n", ['{"a": "b"}', "! SP701"]), id="yaml"),
    pytest.param(
        (nodes_tree, "MAX_NODES", 4, "yaml", "a: b\nc: d\ne: f\n", ['{"a": "b", "c": "d"}', "! SP703"]), id="nodes"
    ),
    pytest.param(
        (
            nodes_tree,
            "MAX_DEPTH",
            2,
            "yaml",
            "a: &x 1\nb: {c: {d: {e: *x, f: g}}}\nh: i\n",
            ['{"a": "1", "b": {"c": "{d: {e: *x, f: g}}"}, "h": "i"}', "! SP702"],
        ),
        id="depth",
    ),
    pytest.param(
        (
            pipe_rows,
            "MAX_LINES",
            1,
            "pipe_table",
            BROKEN,
            ["|= Day | Topic | Room |", "| 9/3 | Wool |", "and flax / and reeds | 12 |"],
        ),
        id="lines of a row",
    ),
    pytest.param(
        (rst_tables, "MAX_LINES", 4, "rst", GRID, ["+---+---+ / | a | b | / +---+---+ / | c | d | / +---+---+"]),
        id="lines of a grid",
    ),
    pytest.param(
        (rst_tables, "MAX_WIDTH", 8, "rst", GRID, ["+---+---+ / | a | b | / +---+---+ / | c | d | / +---+---+"]),
        id="width of a grid",
    ),
]


@pytest.mark.parametrize("case", CASES)
def test_what_stands_before_a_limit_is_read(
    monkeypatch: pytest.MonkeyPatch, case: tuple[object, str, int, str, str, list[str]]
) -> None:
    module, name, limit, dialect, text, drawn = case
    monkeypatch.setattr(module, name, limit)
    assert draw_document(text, dialect) == drawn
