"""Syllabus to a document in a dialect: the way back of `parse`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import attrs

from syllabus_parse.diagnostics import InputTypeError, UnknownDialectError
from syllabus_parse.model import Syllabus
from syllabus_parse.rendering.data_shape import print_data
from syllabus_parse.rendering.date_shape import shape_dates
from syllabus_parse.rendering.dump import print_dump
from syllabus_parse.rendering.html import print_html
from syllabus_parse.rendering.latex import print_latex
from syllabus_parse.rendering.layout import PLAIN, Layout
from syllabus_parse.rendering.limits import EXPRESSIBLE, expressible
from syllabus_parse.rendering.markdown import print_markdown
from syllabus_parse.rendering.org import print_org
from syllabus_parse.rendering.outline_shape import shape_headed_outline, shape_outline
from syllabus_parse.rendering.page import Page
from syllabus_parse.rendering.rst import print_rst
from syllabus_parse.rendering.table_shape import shape_table
from syllabus_parse.rendering.venue_shape import shape_venues

__all__ = ["EXPRESSIBLE", "RENDERERS", "Layout", "Renderer", "expressible", "render"]


@attrs.frozen
class Renderer:
    """One dialect: its name, and the function that writes it."""

    dialect: str
    write: Callable[[Syllabus, Layout], str]


def _paged(
    shape: Callable[[Syllabus, Layout], Page], markup: Callable[[Page, Layout], str]
) -> Callable[[Syllabus, Layout], str]:
    return lambda syllabus, layout: markup(shape(syllabus, layout), layout)


RENDERERS: Final[tuple[Renderer, ...]] = (
    Renderer("pipe_table", _paged(shape_table, print_markdown)),
    Renderer("row_dump", _paged(shape_table, print_dump)),
    Renderer("jekyll", _paged(shape_outline, print_markdown)),
    Renderer("date_list", _paged(shape_dates, print_markdown)),
    Renderer("venue_list", _paged(shape_venues, print_markdown)),
    Renderer("html", _paged(shape_table, print_html)),
    Renderer("yaml", print_data),
    Renderer("rst", _paged(shape_table, print_rst)),
    Renderer("org", _paged(shape_headed_outline, print_org)),
    Renderer("tex", _paged(shape_table, print_latex)),
)
_BY_NAME: Final = {renderer.dialect: renderer for renderer in RENDERERS}


def render(syllabus: Syllabus, dialect: str, *, layout: Layout = PLAIN) -> str:
    """Write a syllabus as a document of a dialect, so that `parse` reads the same facts from it again.

    What the dialect can't say is left out: `expressible(syllabus, dialect)` is what remains, `EXPRESSIBLE` lists the
    fields. `layout` chooses among the ways that people type the same thing; the default is the plainest.

    >>> from syllabus_parse import Course, Session, Syllabus
    >>> from syllabus_parse.model import Origin
    >>> import datetime as dt
    >>> trees = Session(dt.date(2031, 9, 4), title="Trees")
    >>> print(render(Syllabus(Origin("html"), Course(code="CS 12"), (trees,)), "pipe_table"), end="")
    # CS 12
    <BLANKLINE>
    | Date | Topic |
    | --- | --- |
    | 2031-09-04 | Trees |
    """
    if not isinstance(syllabus, Syllabus):
        raise InputTypeError(f"render() takes a Syllabus, not {type(syllabus).__name__}")
    renderer = _BY_NAME.get(dialect) if isinstance(dialect, str) else None
    if renderer is None:
        raise UnknownDialectError(f"no writer for the dialect {dialect!r}; there are {', '.join(_BY_NAME)}")
    return renderer.write(expressible(syllabus, dialect), layout)
