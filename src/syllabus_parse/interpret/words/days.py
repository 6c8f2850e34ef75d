"""Words that begin with a day of a month."""

from __future__ import annotations

from syllabus_parse.memo import remember
from syllabus_parse.normalize.dates import When, match_when


def names_day(when: When) -> bool:
    """Tell a day of a month from a bare weekday, week or time."""
    return when.month is not None and when.day is not None


@remember(4096)
def opens_with_day(plain: str) -> bool:
    """Tell whether a day of a month stands first, behind marks of emphasis and brackets at most.

    >>> opens_with_day("**Sep 4**: Trees"), opens_with_day("Trees, Sep 4"), opens_with_day("Monday: Trees")
    (True, False, False)
    """
    found = match_when(plain)
    return bool(found) and names_day(found[0]) and not plain[: found[0].start].strip(" \t\n*_[(")
