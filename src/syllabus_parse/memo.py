"""Answers remembered for texts that come again and again: labels, headings, keys, names.

Documents repeat themselves, and each other: "Required reading" stands on a million pages. A long text does not come
again, and to keep it would fill the memory of a pipeline that runs for days.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, update_wrapper
from typing import Final, TypeVar

Answer = TypeVar("Answer")

LONGEST: Final = 400
"""Longer texts are not remembered."""


def remember(size: int, *, longest: int = LONGEST) -> Callable[[Callable[[str], Answer]], Callable[[str], Answer]]:
    """Return a decorator that remembers the answers of a function of one text, `size` of them at most.

    The function must be pure and its answers must not be changed. Texts of more than `longest` characters are
    answered each time anew.

    >>> @remember(2)
    ... def measure(text):
    ...     return [len(text)]
    >>> measure("abc") is measure("abc"), measure("a" * 500) is measure("a" * 500)
    (True, False)
    """

    def decorate(function: Callable[[str], Answer]) -> Callable[[str], Answer]:
        known = lru_cache(maxsize=size)(function)

        def answer(text: str) -> Answer:
            return known(text) if len(text) <= longest else function(text)

        return update_wrapper(answer, function)

    return decorate
