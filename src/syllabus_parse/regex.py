"""Patterns that are compiled when they are first used."""

from __future__ import annotations

import re
from typing import Final, cast

METHODS: Final = ("match", "fullmatch", "search", "finditer", "findall", "split", "sub", "subn", "groups", "groupindex")


class _LazyPattern:
    """What stands for a compiled pattern until one of its methods is asked for, and has these methods from then on."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> object:
        # Called only for what the object hasn't got yet. The methods of the compiled pattern become its own attributes,
        # so that later calls take as long as those of any pattern.
        if name not in METHODS:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self.flags)
        for method in METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazy_regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern that compiles itself when it is first used.

    The rules hold some thousand patterns, of which a document needs a third; compiling all takes longer than parsing
    twenty pages. An error in a pattern shows at its first use: the tests use each of them. Only the functions of `re`
    itself refuse it (`re.search(pattern, text)`): call its methods. What it finds names the compiled pattern
    (`found.re`), which is another object.

    >>> lazy_regex(r"(?P<day>[a-z]+)day", re.IGNORECASE).search("on Monday")["day"]
    'Mon'
    """
    return cast("re.Pattern[str]", _LazyPattern(pattern, flags))
