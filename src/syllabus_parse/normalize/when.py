"""`When`: a date as written. Everything about dates makes or reads it, so it stands by itself."""

from __future__ import annotations

import datetime as dt

import attrs


@attrs.frozen(slots=False)  # made twice as fast so, and more are made than are kept
class When:
    """A date as written: what is stated, nothing guessed.

    `end_*` only for a consecutive range; `weekday` counts from Monday as 0; `numeric` where month and day could be
    read the other way (month first was assumed); `overflow` for a day that its month does not have ("3/32", read as
    1 April); `start` and `end` are the offsets of the whole expression, with its weekday, week and times, in the text
    that was given. `day_first` says which of two numbers is the day where only one order is possible (28/9).

    >>> from syllabus_parse import parse_when
    >>> when = parse_when("Wed 9/4, 3-4:30 pm")
    >>> when.year, when.month, when.day, when.weekday, str(when.start_time)
    (None, 9, 4, 2, '15:00:00')
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    end_year: int | None = None
    end_month: int | None = None
    end_day: int | None = None
    weekday: int | None = None
    start_time: dt.time | None = None
    end_time: dt.time | None = None
    zone: str | None = None
    week: int | None = None
    numeric: bool = False
    overflow: bool = False
    tbd: bool = False
    start: int = 0
    end: int = 0
    day_first: bool | None = None
