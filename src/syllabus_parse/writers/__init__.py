"""Syllabus to text: one file a format, one line here for each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import attrs

from syllabus_parse.model import Syllabus
from syllabus_parse.writers.json import write_json
from syllabus_parse.writers.table import write_table


@attrs.frozen
class Writer:
    """One format: its name on the command line, and the function that writes it. Every syllabus can be written."""

    name: str
    write: Callable[[Syllabus], str]


WRITERS: Final[tuple[Writer, ...]] = (
    Writer("json", write_json),
    Writer("table", write_table),
)
