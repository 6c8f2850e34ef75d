"""Patterns that are compiled when they are first used."""

from __future__ import annotations

import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Any

import pytest

import syllabus_parse
from syllabus_parse.regex import METHODS, lazy_regex

OPTIONAL = ("syllabus_parse.engines", "syllabus_parse.scraping", "syllabus_parse.__main__")
LAZY = type(lazy_regex("x"))


def find_patterns() -> Iterator[tuple[str, Any]]:
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
    patterns = list(find_patterns())
    assert len(patterns) > 500
    for place, pattern in patterns:
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


OPEN = "\0"
"""Stands for anything in what a pattern may find."""


def spell_out(parsed: Iterable[tuple[Any, Any]], needs: tuple[str, ...], *, folds: bool) -> set[str]:
    """List what a pattern may find, with `OPEN` for what may be anything, but for what holds one of the needs."""
    found = {""}
    for operation, value in parsed:
        kind = str(operation)
        more: set[str]
        if kind == "LITERAL":
            more = {chr(value).lower() if folds else chr(value)}
        elif kind == "IN" and len(value) < 8 and all(str(one) == "LITERAL" for one, _ in value):
            more = {chr(one).lower() if folds else chr(one) for _, one in value}
        elif kind == "SUBPATTERN":
            more = spell_out(value[3], needs, folds=folds)
        elif kind == "BRANCH":
            more = set().union(*(spell_out(branch, needs, folds=folds) for branch in value[1]))
        elif kind in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            low, high, inner = value
            once = spell_out(inner, needs, folds=folds)
            more = once if low == high == 1 else {OPEN + one + OPEN for one in once} if low else {"", *once}
            if not low and int(high) > 1:
                more = {"", OPEN}
        elif kind == "ASSERT":  # what is looked for beside a match stands in the text too
            more = {OPEN + one + OPEN for one in spell_out(value[1], needs, folds=folds)}
        elif kind in ("AT", "ASSERT_NOT"):
            more = {""}
        else:
            more = {OPEN}
        found = {(left + right).replace(OPEN + OPEN, OPEN) for left in found for right in more}
        found = {one for one in found if not any(need in one for need in needs)}
        assert len(found) < 100_000
    return found


def test_what_a_pattern_needs_stands_in_all_it_finds() -> None:
    guarded = [(place, pattern) for place, pattern in find_patterns() if "needs" in vars(pattern)]
    assert len(guarded) > 15
    for place, pattern in guarded:
        folds = bool(pattern.flags & re.IGNORECASE)
        parsed = re._parser.parse(pattern.pattern, pattern.flags)  # type: ignore[attr-defined]
        assert spell_out(parsed, pattern.needs, folds=folds) == set(), place


def test_a_wrong_need_is_found_out() -> None:
    parsed = re._parser.parse(r"\bdue(?:d|t)?|out\b", 0)  # type: ignore[attr-defined]
    assert spell_out(parsed, ("due",), folds=False) == {"out"}
    assert spell_out(parsed, ("due", "ut"), folds=False) == set()


@pytest.mark.parametrize("text", ["DUE", "out", "", "ſubmit", "TİMES", "tımes"])
def test_a_guard_finds_what_the_pattern_finds(text: str) -> None:
    words = r"due|submit|times"
    found = lazy_regex(words, re.IGNORECASE, needs="due submit times").search(text)
    usual = re.search(words, text, re.IGNORECASE)
    assert (found and found.span()) == (usual and usual.span())


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
