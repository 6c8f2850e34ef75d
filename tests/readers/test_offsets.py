"""A part of a file is read as the whole is, with all places further on: front matter, scripts, cells, chunks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from block_views import load_accepted, view_blocks, view_node
from syllabus_parse.document import Block, Node, Problem
from syllabus_parse.readers.blocks import read_blocks
from syllabus_parse.readers.data_nodes import read_csv, read_json, read_toml, read_yaml
from syllabus_parse.readers.inline import read_inline
from syllabus_parse.source import Span

FAR = 1023  # no other operator than a sum gives what a sum with it gives
TEXTS = {
    dialect: [case["text"] for case in load_accepted() if case["dialect"] == dialect]
    for dialect in ("yaml", "date_list", "pipe_table", "jekyll", "html")
}


def view_problems(problems: tuple[Problem, ...], back: int) -> list[str]:
    return [
        f"{said.code} {said.span.start - back}-{said.span.end - back} {said.detail}" if said.span else said.code
        for said in problems
    ]


def view_tree(read: Callable[..., tuple[Node | None, tuple[Problem, ...]]], text: str, offset: int) -> list[str]:
    node, problems = read(text, offset=offset, inline=read_inline)
    return [*(view_node(node, "", back=offset) if node is not None else ["nothing"]), *view_problems(problems, offset)]


@pytest.mark.parametrize("read", [read_yaml, read_json, read_toml], ids=["yaml", "json", "toml"])
def test_data(read: Callable[..., tuple[Node | None, tuple[Problem, ...]]]) -> None:
    for text in TEXTS["yaml"]:
        assert view_tree(read, text, FAR) == view_tree(read, text, 0), text


def test_delimited_text() -> None:
    def view(text: str, offset: int) -> list[str]:
        cells: list[Span] = []

        def note(words: str, at: int) -> tuple[Block, ...]:
            cells.append(Span(at - offset, at - offset + len(words)))
            return read_blocks(words, at)[0]

        table, problems = read_csv(text, offset=offset, inline=read_inline, blocks=note)
        blocks = (table,) if table is not None else ()
        return [*view_blocks(blocks, back=offset), *map(str, cells), *view_problems(problems, offset)]

    for text in TEXTS["yaml"]:
        assert view(text, FAR) == view(text, 0), text


@pytest.mark.parametrize("dialect", ["date_list", "pipe_table", "jekyll", "html"])
def test_markdown(dialect: str) -> None:
    for text in TEXTS[dialect]:
        here, there = read_blocks(text), read_blocks(text, FAR)
        assert view_blocks(there[0], back=FAR) == view_blocks(here[0]), text
        assert view_problems(there[1], FAR) == view_problems(here[1], 0)
