"""Patterns that are compiled when they are first used."""

from __future__ import annotations

import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module

import pytest

import syllabus_parse
from syllabus_parse.regex import METHODS, lazy_regex

OPTIONAL = ("syllabus_parse.engines", "syllabus_parse.scraping", "syllabus_parse.__main__")
LAZY = type(lazy_regex("x"))


def find_patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield each lazy pattern of the package, those in tables too, with its place."""
    for module in pkgutil.walk_packages(syllabus_parse.__path__, "syllabus_parse."):
        if module.name.startswith(OPTIONAL):
            continue
        for name, value in vars(import_module(module.name)).items():
            held = [value]
            while held:
                one = held.pop()
                if isinstance(one, LAZY):
                    yield f"{module.name}.{name}", one
                elif isinstance(one, (tuple, list)):
                    held.extend(one)
                elif isinstance(one, dict):
                    held.extend(one.values())


def test_every_pattern_of_the_package_compiles() -> None:
    patterns = dict(find_patterns())
    assert len(patterns) > 500
    for place, pattern in patterns.items():
        try:
            pattern.search("")
        except re.error as fault:
            pytest.fail(f"{place}: {fault}")


@pytest.mark.parametrize("flags", [0, re.IGNORECASE, re.VERBOSE | re.MULTILINE])
def test_it_does_what_a_pattern_does(flags: int) -> None:
    words, text = r"(?P<day>\d) (?P<month>may|june)", "1 may, 2 June"
    lazy, usual = lazy_regex(words, flags), re.compile(words, flags)
    assert [found.span() for found in lazy.finditer(text)] == [found.span() for found in usual.finditer(text)]
    for method in METHODS:
        if method not in ("groups", "groupindex", "sub", "subn", "finditer", "match", "fullmatch", "search"):
            assert getattr(lazy, method)(text) == getattr(usual, method)(text)
    assert lazy.sub("x", text) == usual.sub("x", text)
    assert (lazy.groups, dict(lazy.groupindex), lazy.pattern) == (usual.groups, dict(usual.groupindex), usual.pattern)


def test_what_a_pattern_has_not_it_has_not() -> None:
    with pytest.raises(AttributeError, match="serach"):
        lazy_regex("x").serach  # type: ignore[attr-defined]  # noqa: B018


def test_loading_the_parser_compiles_no_pattern_of_ours() -> None:
    code = """
import re, sys
usual = re.compile
def compile(pattern, flags=0):
    assert sys._getframe(1).f_globals["__name__"] != "syllabus_parse.regex", pattern
    return usual(pattern, flags)
re.compile = compile
from syllabus_parse import parse
"""
    subprocess.run([sys.executable, "-c", code], check=True)
