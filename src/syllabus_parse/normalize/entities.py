"""HTML entities as the characters that they stand for."""

from __future__ import annotations

import html
import re
from html.entities import html5
from typing import Final

from syllabus_parse.regex import lazy_regex

# e.g. &amp;amp;lt; (escaped once too often by each program on the way); also &#38;#38;
AMPERSANDS: Final = lazy_regex(r"&(?:(?:amp|AMP|#0{0,3}38|#[xX]0{0,2}26);)+")
# e.g. &eacute; · &#8217; · &#x2014; · "&nbsp" at the end of a word, its semicolon lost
ENTITY: Final = lazy_regex(
    r"&(?:#[0-9]{1,7};|#[xX][0-9a-fA-F]{1,6};|[A-Za-z][A-Za-z0-9]{1,31};|(?:nbsp|amp|quot|lt|gt)(?![A-Za-z0-9;=]))"
)


def decode_entities(text: str) -> str:
    """Replace HTML entities by their characters, however often an ampersand was escaped.

    Pages are pasted into data files, and escaped again on the way. Only whole names with a semicolon count (and five
    that browsers forgive): "AT&T" and "?a=1&copy=2" have no entity.

    >>> decode_entities("R&amp;amp;D &#8211; caf&eacute;")
    'R&D – café'
    >>> decode_entities("AT&T &unknown; ?a=1&copy=2")
    'AT&T &unknown; ?a=1&copy=2'
    """
    if "&" not in text:
        return text
    return ENTITY.sub(_print_entity, AMPERSANDS.sub("&", text))


def _print_entity(match: re.Match[str]) -> str:
    entity = match[0]
    # `unescape` would also take the beginning of an unknown name: "&notation;" for "¬ation;".
    if entity[1] == "#" or entity[-1] != ";" or entity[1:] in html5:
        return html.unescape(entity)
    return entity
