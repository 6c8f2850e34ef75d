"""The examples of the documentation's pages are true."""

from __future__ import annotations

import doctest
from pathlib import Path

import pytest

from generated_pages import DOCS

PAGES = ("batch.md", "engines.md", "exports.md", "works.md")


@pytest.mark.parametrize("name", PAGES)
def test_examples_are_true(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    failed, tried = doctest.testfile(str(DOCS / name), module_relative=False, encoding="utf-8")
    assert tried > 1
    assert failed == 0
