"""The JSON Schema of the record, which ships with the package."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files


def record_schema() -> dict[str, object]:
    """Return the JSON Schema (2020-12) of the record; the caller may change what it gets.

    >>> record_schema()["$schema"]
    'https://json-schema.org/draft/2020-12/schema'
    """
    made: dict[str, object] = json.loads(_schema_text())
    return made


@lru_cache(maxsize=1)
def _schema_text() -> str:
    return files("syllabus_parse").joinpath("record.schema.json").read_text("utf-8")
