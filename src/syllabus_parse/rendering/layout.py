"""How a document is laid out: everything that may differ from one page to the next while the facts stay the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, Literal, TypeAlias, get_args

import attrs

from syllabus_parse.diagnostics import InputTypeError

DateStyle: TypeAlias = Literal["iso", "month_day", "weekday", "long", "day_month", "numbers", "with_year"]
Language: TypeAlias = Literal["en", "de", "es", "fr", "pt"]
Citation: TypeAlias = Literal["dots", "quotes", "brackets"]

DATE_STYLES: Final[tuple[DateStyle, ...]] = get_args(DateStyle)
LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)
CITATIONS: Final[tuple[Citation, ...]] = get_args(Citation)


def _one_of(known: tuple[str, ...]) -> Callable[[object, attrs.Attribute[Any], object], None]:
    def check(_: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if value not in known:
            raise InputTypeError(f"`{attribute.name}` must be one of {', '.join(known)}, not {value!r}")

    return check


@attrs.frozen(kw_only=True)
class Layout:
    """The choices of whoever typed a page; the defaults give the plainest document of a dialect.

    `dates`, `language` (of heads and labels) and `citation` choose among ways that are all right. The rest is noise,
    off by default: `ragged` rows without their empty last cells, `bare` tables without outer pipes, `tabs` around
    cells, `blank_rows`, a `sub_header` below the head, titles `wrapped` over two lines, `mojibake` in accented
    words, `unseparated` blocks (no delimiter row, no blank lines), `liquid` tags between the lines, and the `quirks`
    of a markup: unclosed and shouted tags in HTML, other bullets in lists. A dialect passes over what it has no use
    for. None of it changes what a document says.

    >>> Layout(dates="long").language
    'en'
    """

    dates: DateStyle = attrs.field(default="iso", validator=_one_of(DATE_STYLES))
    language: Language = attrs.field(default="en", validator=_one_of(LANGUAGES))
    citation: Citation = attrs.field(default="quotes", validator=_one_of(CITATIONS))
    ragged: bool = False
    bare: bool = False
    tabs: bool = False
    blank_rows: bool = False
    sub_header: bool = False
    wrapped: bool = False
    mojibake: bool = False
    unseparated: bool = False
    liquid: bool = False
    quirks: bool = False


PLAIN: Final = Layout()
NOISE: Final = tuple(field.name for field in attrs.fields(Layout) if field.default is False)
"""The names of the switches that are noise, in order."""
