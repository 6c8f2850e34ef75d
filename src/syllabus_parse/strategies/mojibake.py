"""Text that was decoded with the wrong table, as pages that went through many hands hold it."""

from __future__ import annotations

import re
from collections.abc import Iterable


def garble(text: str, *, but: Iterable[str] = ()) -> str:
    """Read a text's UTF-8 as if it were Windows' Western table, letter by letter, where that table has the bytes.

    The words of `but` stay as they are: months and heads of columns, which a page's template writes.

    >>> garble("Müller"), garble("Müller im März", but=["März"]), garble("plain")
    ('MÃ¼ller', 'MÃ¼ller im März', 'plain')
    """
    if text.isascii():
        return text
    kept = sorted({word for word in but if not word.isascii()}, key=lambda word: (-len(word), word))
    if not kept:
        return "".join(map(_garble_letter, text))
    parts = re.split("|".join(f"({re.escape(word)})" for word in kept), text)
    known = frozenset(kept)
    return "".join(part if part in known else garble(part) for part in parts if part)


def _garble_letter(letter: str) -> str:
    if letter.isascii():
        return letter
    try:
        return letter.encode().decode("cp1252")
    except UnicodeDecodeError:
        return letter
