"""The parts of an address, for those who look for an identifier in it."""

from __future__ import annotations

from typing import Final
from urllib.parse import SplitResult, parse_qs, urlsplit

MAX_TEXT: Final = 2000
"""Characters of the longest text that still is one identifier."""


def split_address(text: str) -> SplitResult | None:
    """Split an address into its parts; one without a scheme ("arxiv.org/abs/…") is read as a web address."""
    text = text.strip()
    if not text or len(text) > MAX_TEXT or any(character.isspace() for character in text):
        return None
    if "://" not in text[:12]:
        text = "https://" + text.removeprefix("//")
    try:
        parts = urlsplit(text)
        return parts if parts.hostname else None
    except ValueError:
        return None


def host_of(parts: SplitResult) -> str:
    """Return the host in small letters, without "www."."""
    return (parts.hostname or "").lower().removeprefix("www.")


def query_of(parts: SplitResult, name: str) -> str:
    """Return the first value of a name in the query; "" where there is none."""
    try:
        return parse_qs(parts.query, max_num_fields=50).get(name, [""])[0]
    except ValueError:
        return ""
