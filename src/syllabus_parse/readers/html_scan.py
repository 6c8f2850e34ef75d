"""HTML text into tags and stretches of text, in one linear pass that keeps every offset.

BeautifulSoup cannot give the place of a text (its lxml builder knows no positions, html.parser's only those of
start tags), and html.parser takes a minute for 25,000 unfinished tags; so the tags are found here, by a regex
that looks at each character a bounded number of times. Broken markup is repaired as browsers show it, or in
favour of the text where a browser would hide half a page for want of a quote.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final, NamedTuple, TypeAlias

from syllabus_parse.regex import lazy_regex

START: Final = 0
END: Final = 1
TEXT: Final = 2
RAW: Final = 3
PASSED: Final = 4

Token: TypeAlias = tuple[int, str, int, int, int, str]
"""Kind, lower-case name, start, end, and for a start tag the place of its attributes, and these as written."""

MAX_TAGS: Final = 200_000
"""More tags than the largest course page has by far; each costs about a kilobyte of blocks."""
MAX_ATTRIBUTES: Final = 100

# A whole tag as most are: quotes closed, no angle bracket inside. Possessive, so that a failure costs one look.
TAG: Final = lazy_regex(
    r"""<(/?)
        ([a-zA-Z][a-zA-Z0-9_-]*+ (?::[a-zA-Z][\w-]*+)?+)   # e.g. td · o:p
        (?![\w.:@])                                        # refuses <https://…> and <name@example.org>
        ((?: [^<>"']++ | "[^"<>]*+" | '[^'<>]*+' )*+)      # e.g.  href="x.pdf" class='a'
        (>)?""",
    re.VERBOSE,
)
LOOSE: Final = lazy_regex(r"""[<>"']""")
# What makes `<` inside a tag the start of another one: the `>` before it was forgotten.
NEXT_TAG: Final = lazy_regex(r"</?[a-zA-Z]|<!--")
# The attribute that a quote opens, e.g. ` href="`
BEFORE_QUOTE: Final = lazy_regex(r"""([a-zA-Z_:@-][\w:.-]{0,40})\s{0,8}=\s{0,8}$""")
# Values that never hold an angle bracket: one in them means that the closing quote is missing.
PLAIN_VALUES: Final = frozenset(
    "href src class id align valign width height style bgcolor color name rel target colspan rowspan border".split()  # noqa: SIM905
)
ATTRIBUTE: Final = lazy_regex(
    r"""([^\s"'<>/=]++)                                                            # e.g. href
        (?:\s*+=\s*+
          (?: "((?:[^"{]++|\{\{[^{}]{0,300}+\}\}|\{%[^%{}]{0,300}+%\}|\{)*+)"?+    # "{{ "/x.pdf" | relative_url }}"
            | '((?:[^'{]++|\{\{[^{}]{0,300}+\}\}|\{%[^%{}]{0,300}+%\}|\{)*+)'?+
            | ((?:\{\{[^{}]{0,300}+\}\}|[^\s"'<>])++)                              # e.g. 20%
          ))?+""",
    re.VERBOSE,
)
# Elements whose content is no markup.
RAW_ENDS: Final[Mapping[str, re.Pattern[str]]] = {
    name: lazy_regex(rf"</{name}(?=[\s/>]|$)", re.IGNORECASE)
    for name in ("script", "style", "title", "textarea", "xmp", "noembed", "noframes")
}

# e.g. &rsquo; · &#8217; · &#x2019 · &copy
ENTITY: Final = r"&(?:\#[0-9]{1,8}|\#[xX][0-9a-fA-F]{1,7}|[a-zA-Z][a-zA-Z0-9]{1,31});?"
# In a value a name without its semicolon counts only where no letter or `=` follows: `?a=1&lang=en` is no bracket.
VALUE_ENTITY: Final = lazy_regex(
    r"&(?:\#[0-9]{1,8};?|\#[xX][0-9a-fA-F]{1,7};?|[a-zA-Z][a-zA-Z0-9]{1,31};|(?:amp|lt|gt|quot)(?![=a-zA-Z0-9]))",
)

# A commented part of Liquid hides everything in it.
LIQUID_COMMENT: Final = lazy_regex(r"\{%-?[ ]{0,4}(end)?comment\b[^%{}]{0,100}%\}")
# Control tags hold no visible text. Those that make an address ({% link … %}) are not here.
LIQUID_CONTROL: Final = lazy_regex(
    r"\{%-?[ ]{0,4}(?:if|elsif|else|endif|unless|endunless|for|endfor|case|when|endcase|assign|capture|endcapture"
    r"|include|include_relative|include_cached|raw|endraw|comment|endcomment|cycle|break|continue|tablerow|endtablerow)"
    r"\b[^%{}]{0,500}%\}"
)


MASK: Final = "\x1f"
"""Stands for what Liquid took out; white space to all patterns here, and no character of any page."""


class Value(NamedTuple):
    """An attribute's value as written, and where it stands from the start of the attributes on."""

    raw: str
    start: int
    end: int


def scan(text: str) -> Iterator[Token]:
    """Yield the tags of an HTML text and the text between them, in order and with offsets.

    The builder of blocks wants to see each piece once; comments, doctypes and processing instructions come as
    `PASSED`. Entities are not decoded here, and attributes are not parsed: most are never asked for.

    >>> [token[:4] for token in scan("<td>a<br>b")]
    [(0, 'td', 0, 4), (2, '', 4, 5), (0, 'br', 5, 9), (2, '', 9, 10)]
    >>> [token[0] for token in scan("a <!-- <td>b</td> --> c < d")]
    [2, 4, 2]
    """
    find, match, size = text.find, TAG.match, len(text)
    # What stands nowhere behind a place need not be looked for again and again: that alone keeps the pass linear.
    last_angle, last_quote = text.rfind(">"), max(text.rfind('"'), text.rfind("'"))
    endless: set[str] = set()
    pos = begin = tags = 0  # `begin`: where the text not yet yielded starts
    while True:
        at = find("<", pos)
        if at < 0 or tags >= MAX_TAGS:
            break
        found = match(text, at)
        if found is None:
            end = _end_of_other(text, at, last_angle)
            if end == at:  # a bare `<`, as in "n < 3"
                pos = at + 1
                continue
            if begin < at:
                yield TEXT, "", begin, at, 0, ""
            yield PASSED, "", at, end, 0, ""
            begin = pos = end
            continue
        if begin < at:
            yield TEXT, "", begin, at, 0, ""
        closing, name, raw, closed = found.groups()
        name, end = name.lower(), found.end()
        if not closed:
            stop, end = _end_of_tag(text, found.start(3), last_quote)
            if stop == size:  # a page that was cut off
                yield PASSED, "", at, size, 0, ""
                begin = size
                break
            raw = text[found.start(3) : stop]
        tags += 1
        begin = pos = end
        if closing:
            yield END, name, at, end, 0, ""
            continue
        yield START, name, at, end, found.start(3), raw
        pattern = RAW_ENDS.get(name)
        if pattern is not None:
            close = None if name in endless else pattern.search(text, end)
            if close is None:
                endless.add(name)
            # A title without its end would swallow the page; a script without one does, in browsers too.
            stop = close.start() if close else (_first(text, "<", end) if name == "title" else size)
            yield RAW, name, end, stop, 0, ""
            begin = pos = stop
            if close is None:
                yield END, name, stop, stop, 0, ""
    if begin < size:
        yield (PASSED, "limit", begin, size, 0, "") if tags >= MAX_TAGS else (TEXT, "", begin, size, 0, "")


def _first(text: str, mark: str, at: int) -> int:
    found = text.find(mark, at)
    return len(text) if found < 0 else found


def _end_of_other(text: str, at: int, last_angle: int) -> int:
    """Return where a comment, doctype or instruction at a `<` ends, or `at` where there is none."""
    if text.startswith("<!--", at):
        # `<!-->` is a whole comment; one that never ends hides the rest, as in browsers.
        found = text.find("-->", at + 2)
        return len(text) if found < 0 else found + 3
    if at > last_angle or not text.startswith(("<!", "<?", "</"), at):
        return at
    if text.startswith("<?php", at):
        found = text.find("?>", at)
        return len(text) if found < 0 else found + 2
    if text.startswith("</", at) and not text[at + 2 : at + 3].strip():
        return at
    return text.find(">", at) + 1


def _end_of_tag(text: str, at: int, last_quote: int) -> tuple[int, int]:
    """Return where the attributes and where the tag end, for a tag with stray quotes or angle brackets."""
    pos = at
    while True:
        found = LOOSE.search(text, pos)
        if found is None:
            return len(text), len(text)
        mark, place = found[0], found.start()
        if mark == ">":
            return place, place + 1
        if mark == "<":
            if NEXT_TAG.match(text, place):
                return place, place
            pos = place + 1
            continue
        opener = BEFORE_QUOTE.search(text[max(at, place - 60) : place]) if place < last_quote else None
        close = text.find(mark, place + 1) if opener else -1
        if opener is None or close < 0:  # a stray quote, e.g. <td width=5%">
            pos = place + 1
            continue
        if opener[1].lower() in PLAIN_VALUES:
            angle = text.find(">", place + 1, close)
            if angle >= 0:
                return angle, angle + 1
        pos = close + 1


@lru_cache(maxsize=4096)
def _parse_short(raw: str) -> Mapping[str, Value]:
    return _parse(raw)


def _parse(raw: str) -> dict[str, Value]:
    out: dict[str, Value] = {}
    for found in ATTRIBUTE.finditer(raw):
        group = found.lastindex or 1
        name = found[1].lower()
        if name not in out:  # the first of a name counts
            out[name] = Value("", found.end(), found.end()) if group == 1 else Value(found[group], *found.span(group))
        if len(out) >= MAX_ATTRIBUTES:
            break
    return out


def parse_attributes(raw: str) -> Mapping[str, Value]:
    """Read the attributes of a tag, with the place of each value from the start of `raw` on.

    Tables repeat the same attributes in each cell, so that short ones are remembered. Values are as written:
    `decode_value` turns entities into characters. At most a hundred attributes are read.

    >>> parse_attributes(' href="a.pdf" nowrap')["href"]
    Value(raw='a.pdf', start=7, end=12)
    >>> parse_attributes(''' href="{{ "/a" | relative_url }}"''')["href"].raw
    '{{ "/a" | relative_url }}'
    """
    if len(raw) <= 200:
        return _parse_short(raw)
    return _parse(raw)


def decode_value(raw: str) -> str:
    """Turn the entities of an attribute's value into characters.

    Addresses hold bare ampersands, so a name without its semicolon is left alone where a letter or `=` follows.

    >>> decode_value("?a=1&amp;b=2&copy=3")
    '?a=1&b=2&copy=3'
    >>> decode_value("Caf&eacute;")
    'Café'
    """
    if "&" not in raw:
        return raw
    return VALUE_ENTITY.sub(lambda found: html.unescape(found[0]), raw)


def blank_liquid(text: str) -> str:
    """Put `MASK` over Liquid's comments and control tags; no offset changes.

    They stand between tags and inside of them, where no tag can be read around them. Tags that make an
    address ({% link … %}) and values ({{ … }}) stay: links need them.

    >>> blank_liquid("<li {% if a %}class=b{% endif %}>c").replace(MASK, ".")
    '<li ..........class=b...........>c'
    >>> blank_liquid("{% link a.md %}")
    '{% link a.md %}'
    """
    if "{%" not in text:
        return text
    if "endcomment" in text:
        opened, done = -1, 0
        parts: list[str] = []
        for found in LIQUID_COMMENT.finditer(text):
            if not found[1]:
                opened = found.start() if opened < 0 else opened
            elif opened >= 0:
                parts += text[done:opened], MASK * (found.end() - opened)
                opened, done = -1, found.end()
        text = "".join([*parts, text[done:]])
    return LIQUID_CONTROL.sub(lambda found: MASK * len(found[0]), text)
