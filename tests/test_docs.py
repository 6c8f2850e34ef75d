"""The documentation says what the code does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generated_pages import DOCS, GROUPS, PAGES
from syllabus_parse import record_schema
from syllabus_parse.diagnostics import CODES


@pytest.mark.parametrize(("path", "write"), PAGES.items(), ids=lambda part: getattr(part, "name", ""))
def test_generated_pages_are_up_to_date(path: Path, write: Callable[[], str]) -> None:
    assert path.read_text("utf-8") == write(), "run `make accept`"


def test_every_code_has_a_group() -> None:
    assert {entry.code[:3] for entry in CODES} == set(GROUPS)


def test_the_record_page_names_every_key() -> None:
    page = (DOCS / "record.md").read_text("utf-8")
    schema: dict[str, dict[str, dict[str, object]]] = record_schema()["$defs"]  # type: ignore[assignment]
    keys = {key for part in schema.values() for key in part.get("properties", {})}
    assert [key for key in sorted(keys) if f"`{key}`" not in page] == []
