"""Where a document begins makes no difference to what is read in it: behind empty lines all places are further on."""

from __future__ import annotations

import pytest

from block_views import load_accepted, view_blocks, view_problems
from syllabus_parse.readers import READERS, Reader
from syllabus_parse.source import Source

CASES = load_accepted()
AT_THE_TOP = ("papers:\n  shores", "papers: **b** *i*", "wool: [Merino]")
"""Front matter whose opening mark was cut off counts from the first line on."""


@pytest.mark.parametrize("reader", READERS, ids=[reader.dialect for reader in READERS])
@pytest.mark.parametrize("lines", [1, 7])
def test_empty_lines_in_front_move_all_places(reader: Reader, lines: int) -> None:
    texts = [case["text"] for case in CASES if case["dialect"] == reader.dialect]
    moving = [text for text in texts if not text.startswith(AT_THE_TOP)]
    assert len(moving) >= len(texts) - 4
    for text in moving:
        first, moved = (reader.read(Source(words)) for words in (text, "\n" * lines + text))
        # TOML is one block from the page's beginning on, wherever its first key stands.
        view = [line.replace(f"data -{lines}-", "data 0-") for line in view_blocks(moved.blocks, back=lines)]
        assert view == view_blocks(first.blocks), text
        assert view_problems(moved, back=lines) == view_problems(first), text
