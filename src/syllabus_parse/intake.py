"""What the caller passes becomes a `Source` worth reading, or a reason why there is nothing to read."""

from __future__ import annotations

import hashlib
import zlib
from typing import Final

import attrs

from syllabus_parse.diagnostics import Diagnostic, InputTypeError, report
from syllabus_parse.regex import lazy_regex
from syllabus_parse.source import Source, Span, decode

# The first bytes of files that people take for documents; a decoder would make letters of them.
MAGIC: Final[tuple[tuple[bytes, str], ...]] = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive within a gzip archive, or a broken one"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
)
# Characters that no text has: control characters but for tab, line ends, form feed and escape.
UNTEXTLIKE: Final = lazy_regex("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
SURROGATE: Final = lazy_regex("[\ud800-\udfff]")
LOOKED_AT: Final = 65_536
GZIP: Final = b"\x1f\x8b"
MOST_BYTES: Final = 4
"""No encoding takes more bytes for a character."""


def check_document(data: object) -> None:
    """Raise `InputTypeError` unless `data` is text or bytes; the message says what to do instead.

    >>> check_document(None)
    Traceback (most recent call last):
    syllabus_parse.diagnostics.InputTypeError: the document must be str or bytes, not NoneType
    """
    if isinstance(data, (str, bytes)):
        return
    advice = ""
    if hasattr(data, "__fspath__"):
        advice = "; parse_file() takes a path"
    elif isinstance(data, (bytearray, memoryview)):
        advice = "; pass bytes(data)"
    elif hasattr(data, "read"):
        advice = "; pass data.read()"
    raise InputTypeError(f"the document must be str or bytes, not {type(data).__name__}{advice}")


def check_options(*, url: object, year: object, max_chars: object) -> None:
    """Raise `InputTypeError` for an option that no caller can mean.

    >>> check_options(url=None, year=24, max_chars=1000)
    Traceback (most recent call last):
    syllabus_parse.diagnostics.InputTypeError: `year` must be a year with four digits like 2024, not 24
    """
    if url is not None and not isinstance(url, str):
        raise InputTypeError(f"`url` must be str or None, not {type(url).__name__}")
    if year is not None and (not isinstance(year, int) or isinstance(year, bool)):
        raise InputTypeError(f"`year` must be int or None, not {type(year).__name__}")
    if isinstance(year, int) and not 1000 <= year <= 9998:
        raise InputTypeError(f"`year` must be a year with four digits like 2024, not {year}")
    if not isinstance(max_chars, int) or isinstance(max_chars, bool) or max_chars < 1:
        raise InputTypeError(f"`max_chars` must be a positive int, not {max_chars!r}")


def take_in(data: str | bytes, *, uri: str | None, max_chars: int) -> tuple[Source, tuple[Diagnostic, ...]]:
    r"""Decode a document and say what hurt: bytes replaced, too long, empty, or no text at all.

    A document over the limit is cut behind its last whole line. Lone surrogates become U+FFFD one for one,
    so that no offset moves. What gzip packed is unpacked, no further than `max_chars` characters can reach: a few
    kilobytes may hold gigabytes. A source with an error among its diagnostics is not to be read.

    >>> take_in(b"%PDF-1.7\n...", uri=None, max_chars=1000)[1][0].message
    'the document looks binary: a PDF file'
    >>> [said.code for said in take_in("| a |\n| b |\n| c |", uri=None, max_chars=13)[1]]
    ['SP701']
    """
    said: list[Diagnostic] = []
    packed = data
    if isinstance(data, bytes) and data.startswith(GZIP):
        data, whole = unpack(data, most=MOST_BYTES * max_chars + MOST_BYTES)
        if not whole:
            said.append(report("SP101", None, "the gzip archive is broken or cut short"))
    source = decode(data, uri=uri)
    if packed is not data and isinstance(packed, bytes):
        source = attrs.evolve(source, sha256=hashlib.sha256(packed).hexdigest())
    text = source.text
    if isinstance(data, str) and SURROGATE.search(text):
        text = SURROGATE.sub("\ufffd", text)
    if source.replaced:
        count = f"{source.replaced} of them, read as {source.encoding}"
        said.append(report("SP101", _first_replaced(text), count))
    if len(text) > max_chars:
        end = text.rfind("\n", 0, max_chars) + 1 or max_chars
        said.append(report("SP701", Span(end, len(text)), f"{len(text)} characters, limit {max_chars}"))
        text = text[:end]
    if not text.strip():
        said.append(report("SP103"))
    binary = _binary_kind(data, text)
    if binary is not None:
        said.append(report("SP102", None, binary))
    return (source if text is source.text else attrs.evolve(source, text=text)), tuple(said)


def unpack(data: bytes, *, most: int) -> tuple[bytes, bool]:
    """Unpack gzip, `most` bytes at the utmost; and tell whether the archive was whole as far as it was read.

    Data that can't be unpacked at all comes back as it is.

    >>> import gzip
    >>> unpack(gzip.compress(b"a" * 1000000), most=5), unpack(b"no gzip", most=5)
    ((b'aaaaa', True), (b'no gzip', False))
    """
    out: list[bytes] = []
    size = 0
    rest = data
    while rest.startswith(GZIP) and size < most:  # an archive may have several members
        member = zlib.decompressobj(wbits=31)
        try:
            piece = member.decompress(rest, most - size)
        except zlib.error:
            return (b"".join(out), False) if out else (data, False)
        out.append(piece)
        size += len(piece)
        if not member.eof:
            return b"".join(out), size >= most
        rest = member.unused_data
    return (b"".join(out), True) if out else (data, False)


def _first_replaced(text: str) -> Span | None:
    at = text.find("\ufffd")
    return Span(at, at + 1) if at >= 0 else None


def _binary_kind(data: str | bytes, text: str) -> str | None:
    if isinstance(data, bytes):
        for magic, kind in MAGIC:
            if data.startswith(magic):
                return kind
    start = text[:LOOKED_AT]
    strange = len(UNTEXTLIKE.findall(start)) + start.count("\ufffd")
    # One stray byte is a typing error; one character in ten is none.
    return f"{strange} of its first {len(start)} characters are no text" if strange * 10 > len(start) else None
