"""Days that a page keeps in its front matter and its table calls up one by one: `{{ page.days[lec] | date: … }}`.

Only counters are reckoned (`assign lec = 0`, `assign lec = lec | plus: 1`); loops and conditions are not run.
"""

from __future__ import annotations

import re
from typing import Final

import attrs

from syllabus_parse.document import Block, Cell, Mapping, Paragraph, Run, Scalar, Sequence, Table, Text
from syllabus_parse.regex import lazy_regex
from syllabus_parse.source import Span

# e.g. {% assign lec = 0 %} · {% assign lec = lec | plus:1 %} · {{ page.days[lec] | date: '%a' }} · {{page.days[3]}}
STEP: Final = lazy_regex(
    r"""\{%-?\s{0,9}assign\s{1,9}(?P<name>\w{1,40})\s{0,9}=\s{0,9}
          (?:(?P<number>\d{1,4})|(?P<from>\w{1,40})\s{0,9}\|\s{0,9}(?P<sign>plus|minus)\s{0,9}:\s{0,9}(?P<by>\d{1,3}))\s{0,9}-?%\}
      | \{\{-?\s{0,9}page\.(?P<key>[\w-]{1,60})\[(?P<index>\w{1,40})\](?P<filter>[^{}]{0,200})\}\}""",
    re.VERBOSE,
)
ISO_DAY: Final = lazy_regex(r"\d{4}-\d{2}-\d{2}(?=$|[T\s])")


@attrs.frozen
class Called:
    """A value that a tag calls up, and where the tag stands."""

    text: str
    span: Span


def find_values(text: str, meta: Mapping) -> tuple[Called, ...]:
    """Find the values that a page's tags call up from the lists of its front matter, in the order of the page.

    An index beyond the list calls up nothing, as in Liquid.
    """
    counters: dict[str, int] = {}
    out: list[Called] = []
    for step in STEP.finditer(text):
        if step["number"] is not None:
            counters[step["name"]] = int(step["number"])
        elif step["sign"] is not None:
            by = int(step["by"])
            counters[step["name"]] = counters.get(step["from"], 0) + (by if step["sign"] == "plus" else -by)
        else:
            index = int(step["index"]) if step["index"].isdigit() else counters.get(step["index"], -1)
            value = _pick(meta, step["key"], index)
            if value is not None:
                day = ISO_DAY.match(value) if "date" in step["filter"] else None
                out.append(Called(day[0] if day else value, Span(step.start(), step.end())))
    return tuple(out)


def _pick(meta: Mapping, key: str, index: int) -> str | None:
    values = meta.get(key)
    if not isinstance(values, Sequence) or not 0 <= index < len(values.items):
        return None
    value = values.items[index]
    return value.text.plain.strip() or None if isinstance(value, Scalar) else None


def fill_cells(blocks: tuple[Block, ...], values: tuple[Called, ...]) -> tuple[Block, ...]:
    """Put the values into the cells of tables that hold nothing but their tags; any other place stays as it is."""
    if not values:
        return blocks
    return tuple(_fill_table(block, values) if isinstance(block, Table) else block for block in blocks)


def _fill_table(table: Table, values: tuple[Called, ...]) -> Table:
    inside = [value for value in values if table.span.start <= value.span.start < table.span.end]
    if not inside:
        return table
    rows = []
    at = 0
    for row in table.rows:
        cells = []
        for cell in row.cells:
            while at < len(inside) and inside[at].span.start < cell.span.start:
                at += 1
            found = inside[at] if at < len(inside) and inside[at].span.end <= cell.span.end else None
            cells.append(_fill_cell(cell, found) if found is not None else cell)
        rows.append(attrs.evolve(row, cells=tuple(cells)))
    return attrs.evolve(table, rows=tuple(rows))


def _fill_cell(cell: Cell, value: Called) -> Cell:
    if cell.blocks:
        return cell
    return attrs.evolve(cell, blocks=(Paragraph(Text.of([Run(value.text, value.span)]), value.span),))
