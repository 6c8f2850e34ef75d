"""Strategies for documents: a text and the syllabus that a parser should read from it."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from typing import Final

from hypothesis import strategies as st

from syllabus_parse.diagnostics import InputTypeError
from syllabus_parse.model import Syllabus
from syllabus_parse.rendering import expressible, render
from syllabus_parse.rendering.dates import MONTHS
from syllabus_parse.rendering.layout import CITATIONS, DATE_STYLES, LANGUAGES, NOISE, Layout
from syllabus_parse.rendering.words import list_heads
from syllabus_parse.strategies.mojibake import garble
from syllabus_parse.strategies.records import syllabi
from syllabus_parse.strategies.values import pick

SWITCHES: Final = (*NOISE, "dates", "languages", "citations", "accents", "signs")
"""What `documents` varies: the noise of a `Layout`, its choices, and the kinds of words."""
TEMPLATE_WORDS: Final = (*(month for names in MONTHS.values() for month in names), *list_heads())
"""What a page's template writes: months and heads of columns."""


def layouts(*, noise: Collection[str] = SWITCHES) -> st.SearchStrategy[Layout]:
    """Draw a layout with those switches of `SWITCHES` on that chance chooses among `noise`; it shrinks to none.

    >>> from hypothesis import find
    >>> find(layouts(noise=["tabs"]), lambda layout: layout.tabs) == Layout(tabs=True)
    True
    """
    unknown = sorted(set(noise) - set(SWITCHES))
    if unknown:
        raise InputTypeError(f"no such noise: {', '.join(unknown)}; there are {', '.join(SWITCHES)}")
    return _layouts(frozenset(noise))


@lru_cache
@st.composite
def _layouts(draw: st.DrawFn, noise: frozenset[str]) -> Layout:
    names = [name for name in NOISE if name in noise]
    chosen = draw(st.integers(0, 2 ** len(names) - 1)) if names else 0
    return Layout(
        dates=draw(pick(DATE_STYLES)) if "dates" in noise else "iso",
        language=draw(pick(LANGUAGES)) if "languages" in noise else "en",
        citation=draw(pick(CITATIONS)) if "citations" in noise else "quotes",
        **{name: bool(chosen >> place & 1) for place, name in enumerate(names)},
    )


def documents(
    dialect: str, *, noise: Collection[str] = SWITCHES, most: int = 3
) -> st.SearchStrategy[tuple[str, Syllabus]]:
    """Draw a document of a dialect as (text, the syllabus that it says).

    `noise` names the switches of `SWITCHES` that may be on; an empty one gives the plainest pages.

    >>> from hypothesis import find
    >>> text, expected = find(documents("pipe_table", noise=()), lambda drawn: True)
    >>> print(text, end="")
    # Fall 2012
    <BLANKLINE>
    | Date | Topic |
    | --- | --- |
    | 2012-09-02 | Trees |
    """
    words = {"accents": "accents" in noise, "signs": "signs" in noise}
    return _documents(dialect, layouts(noise=noise), syllabi(dialect=dialect, most=most, **words))


@lru_cache
@st.composite
def _documents(
    draw: st.DrawFn, dialect: str, looks: st.SearchStrategy[Layout], contents: st.SearchStrategy[Syllabus]
) -> tuple[str, Syllabus]:
    syllabus = draw(contents)
    return write_text(syllabus, dialect, layout=draw(looks)), expressible(syllabus, dialect)


def write_text(syllabus: Syllabus, dialect: str, *, layout: Layout) -> str:
    """Write a syllabus as `documents` does: as `render`, with mojibake where the layout asks for it."""
    text = render(syllabus, dialect, layout=layout)
    return garble(text, but=TEMPLATE_WORDS) if layout.mojibake else text
