"""Tables that Hugo pages spell with short codes: `{{< tropen >}}{{< tdopen >}} … {{< tdclose >}}`."""

from __future__ import annotations

from typing import Final

import attrs

from syllabus_parse.regex import lazy_regex

# e.g. {{< tableopen >}} · {{< tdclose >}} · {{< tdopen colspan="2" >}}
CODE: Final = lazy_regex(r"\{\{[<%]\s{0,3}(table|tr|td|th)(open|close)\b([^<>{}\n]{0,200})[>%]\}\}")
TABLE: Final = lazy_regex(r"\{\{[<%]\s{0,3}tableopen\b")
TABLE_END: Final = "tableclose"


@attrs.frozen
class CellBounds:
    """A cell: the bounds of its content, and whether it is a header's."""

    start: int
    end: int
    header: bool


@attrs.frozen
class ShortcodeTable:
    """Rows of cells, and where the table ends."""

    rows: tuple[tuple[CellBounds, ...], ...]
    end: int


def find_shortcode_table(text: str, at: int, last: int) -> ShortcodeTable | None:
    """Find the table that opens at `at` and ends at `last` at the latest; None where none opens.

    A cell or a row that isn't closed ends where the next begins.

    >>> table = find_shortcode_table("{{< tableopen >}}{{< tropen >}}{{< tdopen >}}a{{< tdclose >}}", 0, 99)
    >>> table.rows
    ((CellBounds(start=45, end=46, header=False),),)
    """
    if not TABLE.match(text, at):
        return None
    rows: list[list[CellBounds]] = []
    opened: tuple[int, bool] | None = None
    end = at
    for code in CODE.finditer(text, at, last):
        name, side = code[1], code[2]
        end = code.end()
        if opened is not None:
            rows[-1].append(CellBounds(opened[0], code.start(), opened[1]))
            opened = None
        if name == "table" and side == "close":
            break
        if name == "tr" and side == "open":
            rows.append([])
        elif name in ("td", "th") and side == "open":
            rows = rows or [[]]
            opened = code.end(), name == "th"
    if opened is not None:
        rows[-1].append(CellBounds(opened[0], min(last, len(text)), opened[1]))
        end = min(last, len(text))
    return ShortcodeTable(tuple(tuple(row) for row in rows if row), end)
