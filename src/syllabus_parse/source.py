"""Bytes become text here, and every place in that text gets its name: a `Span`."""

from __future__ import annotations

import codecs
import hashlib
import re
from bisect import bisect_right
from typing import Final

import attrs

BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@attrs.frozen(order=True)
class Span:
    """A stretch of the decoded source: character offsets, `end` not included.

    >>> Span(2, 5).slice("abcdefg")
    'cde'
    """

    start: int
    end: int

    def slice(self, text: str) -> str:
        """Return the piece of `text` that the span covers."""
        return text[self.start : self.end]

    def cover(self, other: Span) -> Span:
        """Return the smallest span that covers both.

        >>> Span(2, 5).cover(Span(9, 12))
        Span(start=2, end=12)
        """
        return Span(min(self.start, other.start), max(self.end, other.end))


@attrs.frozen
class Source:
    """A decoded document: its text, and what is known of the bytes behind it.

    `replaced` counts the characters that stand for bytes that could not be decoded;
    `line_starts` is computed when a line is first asked for.
    """

    text: str
    encoding: str = "utf-8"
    sha256: str = ""
    uri: str | None = None
    replaced: int = 0
    _lines: list[int] = attrs.field(factory=list, eq=False, repr=False, hash=False)

    def position(self, offset: int) -> tuple[int, int]:
        r"""Return line and column of a character offset, both counted from 1.

        >>> Source("ab\ncd").position(4)
        (2, 2)
        """
        if not self._lines:
            self._lines.extend([0, *(m.end() for m in re.finditer("\n", self.text))])
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1


def decode(data: str | bytes, *, uri: str | None = None) -> Source:
    r"""Turn bytes into a `Source`; text passes through.

    A byte-order mark decides; then UTF-8, where the bytes are valid UTF-8; then what the page declares of
    itself; else Windows-1252, the web's own fallback. Bytes without a character become U+FFFD and are
    counted in `replaced`. The hash is that of the bytes (of the UTF-8 form, for text).

    >>> decode(b"caf\xc3\xa9").text
    'café'
    >>> decode(b"caf\xe9").encoding
    'cp1252'
    """
    if isinstance(data, str):
        raw = data.encode("utf-8", "surrogatepass")
        text = data[1:] if data.startswith("\ufeff") else data
        return Source(text, "utf-8", hashlib.sha256(raw).hexdigest(), uri)
    sha = hashlib.sha256(data).hexdigest()
    text, encoding = _decode_bytes(data)
    return Source(text, encoding, sha, uri, text.count("\ufffd"))


def _decode_bytes(data: bytes) -> tuple[str, str]:
    for mark, name in BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace"), name.removesuffix("-le").removesuffix("-be")
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as fault:
        invalid = fault.start
    from bs4.dammit import EncodingDetector

    declared = EncodingDetector.find_declared_encoding(data[:4096], is_html=True, search_entire_document=True)
    if declared:
        try:
            info = codecs.lookup(declared)
            # A browser reads Latin-1 as Windows-1252; codecs that are no text encodings don't count.
            name = "cp1252" if info.name in ("iso8859-1", "ascii") else info.name
            if name not in ("utf-8", "cp1252") and info._is_text_encoding:
                return data.decode(name, "replace"), name
        except (LookupError, UnicodeError):
            pass
    # Mostly valid UTF-8 with a few broken bytes is a damaged UTF-8 page, not a Windows-1252 one.
    lenient = data.decode("utf-8", "replace")
    high = sum(1 for byte in data[invalid : invalid + 100_000] if byte >= 0x80)
    broken = lenient.count("\ufffd")
    if broken * 4 < high:
        return lenient, "utf-8"
    return data.decode("cp1252", "replace"), "cp1252"
