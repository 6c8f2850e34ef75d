"""What a `<time>` says by its attribute, and which words leave that to it."""

from __future__ import annotations

from typing import Final

from syllabus_parse.regex import lazy_regex

# e.g. datetime="2022-09-08" · datetime="2022-09-08T15:00:00+02:00"; the zone is the reader's own.
DATETIME: Final = lazy_regex(
    r"\s*(?P<day>(?:19|20)\d\d-\d\d-\d\d)"
    r"(?:[T ](?P<clock>\d\d:\d\d)(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?)?\s*"
)
# What the words of a `<time>` may be to be told in full by its attribute: no range, no clock.
# e.g. "first Tuesday" · "Tue, 6 Sep" · "9/6" · "Sept. 6th"
OPEN_DATE: Final = lazy_regex(
    r"[^\W\d]{0,12}(?:[ .,/]{1,3}[^\W\d]{1,12}){0,3}"
    r"[ .,/]{0,3}(?:\d{1,2}(?:st|nd|rd|th)?(?:[ ./]{1,2}(?:\d{1,2}|[^\W\d]{3,10}))?)?[.,]?"
)
MIDNIGHT: Final = "00:00"
