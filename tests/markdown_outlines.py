"""What a test says of a document: blocks drawn as short texts, and mistune's reading of Markdown to compare with."""

from __future__ import annotations

import html
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote

import mistune
import pytest

from syllabus_parse.document import (
    BREAK,
    Anchor,
    Block,
    Cell,
    Data,
    Heading,
    Listing,
    Mapping,
    Mark,
    Paragraph,
    Rule,
    Scalar,
    Table,
    Text,
    walk,
)
from syllabus_parse.source import Span

FOLDER: Final = Path(__file__).parent / "readers" / "markdown"
KINDS: Final = ("wild", "negative", "synthetic")
MARKS: Final = ((Mark.CODE, "`"), (Mark.ITALIC, "_"), (Mark.BOLD, "**"), (Mark.STRIKE, "~~"))


def load_cases(*names: str) -> list[Any]:
    """The cases of the named files as parameters; what is known to fail is expected to."""
    out: list[Any] = []
    for name in names:
        sets = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
        out += [
            pytest.param(case["input"], case["expected"], id=f"{name}: {case['label']}")
            for kind in KINDS
            for case in sets[kind]
        ]
        out += [
            pytest.param(case["input"], case["expected"], id=f"{name}: {case['label']}", marks=pytest.mark.xfail)
            for case in sets["known_failures"]
        ]
    assert out
    return out


def draw_run(text: str, marks: int) -> str:
    text = text.replace(BREAK, " / ")
    if marks & Mark.IMAGE:
        text = f"!{text}"
    for mark, sign in MARKS:
        if marks & mark and text.strip(" /"):
            text = f"{sign}{text}{sign}"
    return text


def draw_text(text: Text) -> str:
    """Draw runs as Markdown: those of one link within one pair of brackets."""
    groups: list[tuple[Anchor | None, int, str]] = []
    for run in text.runs:
        if groups and groups[-1][0] is run.anchor and groups[-1][1] == run.marks:
            groups[-1] = (run.anchor, run.marks, groups[-1][2] + run.text)
        else:
            groups.append((run.anchor, run.marks, run.text))
    out: list[str] = []
    last: Anchor | None = None
    for anchor, marks, words in groups:
        drawn = draw_run(words, marks)
        if anchor is None:
            out.append(drawn)
        elif anchor is last:
            out[-1] = f"{out[-1].rsplit('](', 1)[0]}{drawn}]({anchor.href})"
        else:
            out.append(f"[{drawn}]({anchor.href})")
        last = anchor
    return "".join(out)


def draw_cell(cell: Cell) -> Any:  # noqa: ANN401 (text, or a list of texts)
    if len(cell.blocks) > 1 or (cell.blocks and not isinstance(cell.blocks[0], Paragraph)):
        return [draw(block) for block in cell.blocks]
    return "".join(draw_text(block.text) for block in cell.blocks if isinstance(block, Paragraph))


def draw(block: Block) -> Any:  # noqa: ANN401 (text, or a mapping of lists)
    if isinstance(block, Heading):
        return f"h{block.level} {draw_text(block.text)}"
    if isinstance(block, Paragraph):
        return f"p {draw_text(block.text)}"
    if isinstance(block, Rule):
        return "hr"
    if isinstance(block, Data):
        assert isinstance(block.root, Mapping)
        return {key.plain: value.text.plain for key, value in block.root.entries if isinstance(value, Scalar)}
    if isinstance(block, Listing):
        items = [[draw(inner) for inner in item.blocks] for item in block.items]
        if block.ordered:
            for item, drawn in zip(block.items, items, strict=True):
                drawn[0] = f"{item.marker} {drawn[0]}"
        defines = any(inner.items[0].marker == ":" for inner in block.items[0].blocks if isinstance(inner, Listing))
        return {"ol" if block.ordered else "dl" if defines and not block.items[0].marker else "ul": items}
    assert isinstance(block, Table)
    out: dict[str, Any] = {"table": [[draw_cell(cell) for cell in row.cells] for row in block.rows]}
    header = [number for number, row in enumerate(block.rows) if row.header]
    if header:
        out["header"] = header
    return out


def draw_all(blocks: Iterable[Block]) -> list[Any]:
    return [draw(block) for block in blocks]


def find_texts(blocks: Iterable[Block]) -> list[Text]:
    return [block.text for block in walk(blocks) if isinstance(block, Heading | Paragraph)]


def check_runs(source: str, text: Text) -> None:
    """Every run has its place, in order, and stands for itself where it is as long as its place."""
    assert text.plain == "".join(run.text for run in text.runs)
    last = 0
    for run in text.runs:
        assert last <= run.span.start <= run.span.end <= len(source)
        last = run.span.start
        if run.text and run.span.end - run.span.start == len(run.text):
            # The HTML reader turns a tab into a blank, which keeps each character at its place.
            pairs = zip(run.span.slice(source), run.text, strict=True)
            assert all(theirs == ours or (theirs.isspace() and ours == " ") for theirs, ours in pairs)
        if run.anchor is not None:
            assert 0 <= run.anchor.span.start <= run.anchor.span.end <= len(source)


def check_blocks(source: str, blocks: Iterable[Block]) -> None:
    """All spans lie within the source and within those of the blocks around them, texts too."""
    for block in walk(blocks):
        assert 0 <= block.span.start <= block.span.end <= len(source)
        if isinstance(block, Heading | Paragraph):
            check_runs(source, block.text)
            if block.text.span:
                assert block.span.start <= block.text.span.start
                assert block.text.span.end <= block.span.end
        elif isinstance(block, Listing):
            assert block.items
            for item in block.items:
                assert contains(block.span, item.span)
                assert item.blocks
                assert all(contains(item.span, inner.span) for inner in item.blocks)
        elif isinstance(block, Table):
            for row in block.rows:
                assert contains(block.span, row.span)
                assert all(contains(row.span, cell.span) for cell in row.cells)


def contains(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


# mistune's reading. It sees short texts only: its time grows with the square of a paragraph's length.

ORACLE: Final = mistune.create_markdown(renderer=None, plugins=["strikethrough", "table"])
Letter = tuple[str, str | None, int]
SET_BY: Final = {"strong": 1, "emphasis": 2, "strikethrough": 4, "codespan": 8, "image": 16}


def ask_oracle(text: str) -> list[dict[str, Any]]:
    tokens = ORACLE(text)
    assert isinstance(tokens, list)
    return [token for token in tokens if token["type"] != "blank_line"]


def flatten(tokens: list[dict[str, Any]], href: str | None = None, marks: int = 0) -> list[tuple[str, str | None, int]]:
    """mistune's inline tokens as (text, target, marks)."""
    out: list[tuple[str, str | None, int]] = []
    for token in tokens:
        kind = token["type"]
        inner = marks | SET_BY.get(kind, 0)
        if kind in ("linebreak", "softbreak"):
            out.append(("\n", href, marks))
        elif "children" in token:
            target = unquote(token["attrs"]["url"]) if kind == "link" else href
            out += flatten(token["children"], target, inner)
        elif kind != "inline_html":
            raw = token["raw"] if kind == "codespan" else html.unescape(token["raw"])
            out.append((raw, href, inner))
    return out


def spell(runs: Iterable[tuple[str, str | None, int]]) -> list[Letter]:
    """Letters with target and marks; white space counts as one plain blank, and not at the ends."""
    out: list[Letter] = []
    for words, href, marks in runs:
        for char in words:
            if not char.isspace():
                out.append((char, href, marks))
            elif out and out[-1][0] != " ":
                out.append((" ", None, 0))
    while out and out[-1][0] == " ":
        out.pop()
    return out


def spell_text(text: Text) -> list[Letter]:
    return spell((run.text, run.anchor.href if run.anchor else None, int(run.marks)) for run in text.runs)


def outline_oracle(tokens: list[dict[str, Any]]) -> list[Any]:
    """mistune's blocks, in the shape of `outline_ours`; quotes dissolve."""
    out: list[Any] = []
    for token in tokens:
        kind = token["type"]
        if kind == "heading":
            out.append((f"h{token['attrs']['level']}", spell(flatten(token["children"]))))
        elif kind in ("paragraph", "block_text"):
            out.append(("p", spell(flatten(token["children"]))))
        elif kind == "thematic_break":
            out.append(("hr",))
        elif kind == "block_code":
            out.append(("p", spell([(token["raw"], None, Mark.CODE)])))
        elif kind == "block_quote":
            out += outline_oracle(token["children"])
        elif kind == "list":
            items = [outline_oracle(item["children"]) for item in token["children"]]
            out.append(("ol" if token["attrs"]["ordered"] else "ul", items))
        elif kind == "table":
            head, *body = token["children"]
            rows = [head["children"], *(row["children"] for part in body for row in part["children"])]
            out.append(("table", [[spell(flatten(cell["children"])) for cell in row] for row in rows]))
        else:
            assert kind == "blank_line", kind
    return out


def outline_ours(blocks: Iterable[Block]) -> list[Any]:
    out: list[Any] = []
    for block in blocks:
        if isinstance(block, Heading):
            out.append((f"h{block.level}", spell_text(block.text)))
        elif isinstance(block, Paragraph):
            out.append(("p", spell_text(block.text)))
        elif isinstance(block, Rule):
            out.append(("hr",))
        elif isinstance(block, Listing):
            out.append(("ol" if block.ordered else "ul", [outline_ours(item.blocks) for item in block.items]))
        elif isinstance(block, Table):
            cells = [[outline_ours(cell.blocks) for cell in row.cells] for row in block.rows]
            out.append(("table", [[cell[0][1] if cell else [] for cell in row] for row in cells]))
    return out
