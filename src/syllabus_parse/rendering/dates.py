"""Days and times as people write them."""

from __future__ import annotations

import datetime as dt
from typing import Final

from syllabus_parse.rendering.layout import DateStyle, Language

MONTHS: Final[dict[Language, tuple[str, ...]]] = {
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December"),
    "de": ("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
           "Dezember"),
    "es": ("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
           "noviembre", "diciembre"),
    "fr": ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
           "novembre", "décembre"),
    "pt": ("janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro",
           "novembro", "dezembro"),
}  # fmt: skip
WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
YEARLESS: Final[frozenset[DateStyle]] = frozenset({"month_day", "weekday", "long", "day_month", "numbers"})
"""The styles that leave the year to the page."""


def write_date(
    date: dt.date, end: dt.date | None = None, *, style: DateStyle = "iso", language: Language = "en"
) -> str:
    """Write a day, or a range of days, in a style; other languages than English put the day first.

    >>> write_date(dt.date(2031, 9, 4), style="weekday"), write_date(dt.date(2031, 9, 4), dt.date(2031, 9, 6))
    ('Thu, Sep 4', '2031-09-04 - 2031-09-06')
    >>> write_date(dt.date(2031, 9, 4), style="long", language="de")
    '4. September'
    """
    first = _write_day(date, style, language)
    return first if end is None else f"{first} - {_write_day(end, style, language)}"


def _write_day(date: dt.date, style: DateStyle, language: Language) -> str:
    if style == "iso":
        return date.isoformat()
    if language != "en":
        return _write_abroad(date, style, language)
    month = MONTHS["en"][date.month - 1]
    if style == "month_day":
        return f"{month[:3]} {date.day}"
    if style == "weekday":
        return f"{WEEKDAYS[date.weekday()]}, {month[:3]} {date.day}"
    if style == "long":
        return f"{month} {date.day}"
    if style == "day_month":
        return f"{date.day} {month}"
    if style == "with_year":
        return f"{month} {date.day}, {date.year}"
    return f"{date.month}/{date.day}"


def _write_abroad(date: dt.date, style: DateStyle, language: Language) -> str:
    month = MONTHS[language][date.month - 1]
    year = f" {date.year}" if style == "with_year" else ""
    if language == "de":
        return f"{date.day:02d}.{date.month:02d}." if style == "numbers" else f"{date.day}. {month}{year}"
    of = " de " if language in ("es", "pt") else " "
    return f"{date.day}{of}{month}{of.rstrip() if year else ''}{year}"


def write_times(start: dt.time | None, end: dt.time | None) -> str:
    """Write the hours of a meeting.

    >>> write_times(dt.time(9, 15), dt.time(11)), write_times(dt.time(9), None), write_times(None, None)
    ('9:15-11:00', '9:00', '')
    """
    first = f"{start.hour}:{start.minute:02d}" if start is not None else ""
    return f"{first}-{end.hour}:{end.minute:02d}" if start is not None and end is not None else first
