"""Patterns that are compiled when they are first used, and asked only where they can find something."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final, cast

METHODS: Final = ("match", "fullmatch", "search", "finditer", "findall", "split", "sub", "subn", "groups", "groupindex")
GUARDED: Final = ("search", "finditer", "sub")
"""The methods that look for a pattern anywhere in a text: not to be asked where it can't stand."""
ODD_LETTERS: Final = ("ı", "İ", "ſ", "\u212a", "\u212b")
"""What a pattern takes for i, s, k and å where it ignores case, and `str.lower` doesn't."""


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
        compiled = self._compile()
        for method in METHODS:
            if method not in GUARDED or not isinstance(self, _GuardedPattern):
                setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)

    def _compile(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self.flags)


class _GuardedPattern(_LazyPattern):
    """A lazy pattern that searches only a text in which one of its words stands."""

    def __init__(self, pattern: str, flags: int, needs: tuple[str, ...]) -> None:
        super().__init__(pattern, flags)
        self.needs = needs
        self._folds = bool(flags & re.IGNORECASE)
        self._compiled: re.Pattern[str] | None = None

    def search(self, text: str, *bounds: int) -> re.Match[str] | None:
        # As `_may_find` says; here once more, since half of all searches are these and a call takes as long as they do.
        words = text.lower() if self._folds else text
        for need in self.needs:
            if need in words:
                return self._get().search(text, *bounds)
        if self._folds and not words.isascii() and any(letter in text for letter in ODD_LETTERS):
            return self._get().search(text, *bounds)
        return None

    def finditer(self, text: str, *bounds: int) -> Iterator[re.Match[str]]:
        return self._get().finditer(text, *bounds) if self._may_find(text) else iter(())

    def sub(self, put: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        return self._get().sub(put, text, count) if self._may_find(text) else text

    def _may_find(self, text: str) -> bool:
        words = text.lower() if self._folds else text
        for need in self.needs:
            if need in words:
                return True
        return self._folds and not words.isascii() and any(letter in text for letter in ODD_LETTERS)

    def _get(self) -> re.Pattern[str]:
        if self._compiled is None:
            self._compiled = self._compile()
        return self._compiled


def lazy_regex(pattern: str, flags: int = 0, *, needs: str = "") -> re.Pattern[str]:
    r"""Return a pattern that compiles itself when it is first used.

    The rules hold some thousand patterns, of which a document needs a third; compiling all takes longer than parsing
    twenty pages. An error in a pattern shows at its first use: the tests use each of them. Only the functions of `re`
    itself refuse it (`re.search(pattern, text)`): call its methods. What it finds names the compiled pattern
    (`found.re`), which is another object.

    `needs` names strings, parted by blanks, one of which stands in whatever the pattern finds; in small letters where
    case is ignored. Most texts have none, and to look for strings takes a fraction of the time of a search. The tests
    prove them from the pattern.

    >>> lazy_regex(r"(?P<day>[a-z]+)day", re.IGNORECASE).search("on Monday")["day"]
    'Mon'
    >>> lazy_regex(r"\b(?:due|deadline):?", re.IGNORECASE, needs="due deadline").search("HW 1 DUE: Friday")[0]
    'DUE:'
    """
    if needs:
        return cast("re.Pattern[str]", _GuardedPattern(pattern, flags, tuple(needs.split())))
    return cast("re.Pattern[str]", _LazyPattern(pattern, flags))
