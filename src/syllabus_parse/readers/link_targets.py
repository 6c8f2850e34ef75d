"""Where a Markdown link points: `(url "title")`, `<https://…>`, bare addresses and `[label]: url` definitions.

Addresses are read as people write them, with blanks, colons and balanced brackets in them. mistune's own
`parse_link_href` stops at the first blank, and its `parse_link_title` walks each character in Python, so neither
fits here; it serves as the oracle of the tests instead.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from html.entities import html5
from typing import Final

import attrs

from syllabus_parse.document import Anchor
from syllabus_parse.regex import lazy_regex
from syllabus_parse.source import Span

MAX_TARGET: Final = 2000
"""Characters that a link's brackets may hold: a bound that keeps every search short."""
MAX_DEPTH: Final = 32
"""Nested round brackets in an address; CommonMark allows an implementation such a limit."""

# e.g. (https://a.org/x.pdf) · nearly every link is this simple
SIMPLE: Final = lazy_regex(r"\([ \t]{0,9}([^\s()<>\\{\"']{0,2000}+)[ \t]{0,9}\)")
# e.g. (<a b.pdf> "title")
ANGLE: Final = lazy_regex(r"\(\s{0,9}<([^<>\n]{0,2000}+)>")
# what may matter inside the brackets of a link
TARGET_TOKEN: Final = lazy_regex(r"""[()\n\\]|\{\{|\{%|[ \t\n]["']""")
# e.g. "A title" · 'A title' and the bracket behind it
TITLE_END: Final = lazy_regex(r"""\s{1,9}(?:"(?:[^"\\]|\\.){0,500}+"|'(?:[^'\\]|\\.){0,500}+')[ \t\n]{0,9}\)""", re.S)
# e.g. (Title) in round brackets, at the end of what the link's brackets hold
ROUND_TITLE: Final = lazy_regex(r"^(\S{1,2000})\s{1,9}\([^()]{0,500}\)$")
# e.g. [https://a.org](https://b.org) where an address should stand: someone linked the address of a link
NESTED: Final = lazy_regex(r"\[[^\[\]]{0,2000}\]\(([^\s()]{1,2000})\)")
LIQUID: Final = lazy_regex(r"\{\{[^{}]{0,500}\}\}|\{%[^%]{0,500}%\}")
# what an address with blanks in it must look like; "(see the appendix)" is a remark and no address
ADDRESS: Final = lazy_regex(
    r"""(?:[a-z][a-z0-9+.-]{1,12}:|[./#?{]|www\.)   # e.g. /papers/2019 - A Title.pdf · {{ site.baseurl }}/x
      | \S{0,200}/                                  # e.g. papers/2019 - A Title.pdf
      | .{0,500}\.[a-z0-9]{2,5}(?:[?#].{0,200})?$   # e.g. A Title.pdf
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
ESCAPED: Final = lazy_regex(r"\\([!-/:-@\[-`{-~])")
# e.g. &amp; · &#8211; · &#x2013;
ENTITY: Final = lazy_regex(r"&(?:#[xX][0-9A-Fa-f]{1,6}|#[0-9]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});")
# e.g. \ at the end of a line within an address that was broken over two
CONTINUED: Final = lazy_regex(r"\\\n[ \t]{0,40}")
# e.g. <https://a.org> · <mailto:a@b.org>
AUTOLINK: Final = lazy_regex(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]{0,2000}+)>")
# e.g. <a@b.org>
EMAIL: Final = lazy_regex(r"<([\w.!#$%&'*+/=?^`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,8})>")
# e.g. https://a.org/x_(y).pdf
BARE: Final = lazy_regex(r"""https?://[^\s<>"|\\^`{}\[\]，。、；）】」]{1,2000}""", re.IGNORECASE)
# what ends a sentence and no address
TRAILING: Final = ".,;:!?*_~'"
# e.g. [12]: https://a.org "title" · [bCourses]: https://a.org
DEFINITION: Final = lazy_regex(
    r"""[ ]{0,3}\[(?P<label>[^\[\]\n^][^\[\]\n]{0,299})\]:[ \t]{0,20}
        (?:<(?P<angle>[^<>\n]{0,2000})>|(?P<plain>[^\s<]\S{0,2000}))
        (?:[ \t]{1,20}(?:"[^\n]{0,300}"|'[^\n]{0,300}'|\([^\n()]{0,300}\)))?[ \t]{0,20}$""",
    re.VERBOSE,
)

References = Mapping[str, "Anchor | str"]


@attrs.frozen
class Target:
    """A link's target: the address, where it stands in the text, and where the link ends."""

    href: str
    start: int
    end: int
    close: int


def read_target(text: str, at: int) -> Target | None:
    """Read the bracket that opens at `at` as a link's target, or return None.

    A remark in brackets behind a word in brackets is no target: blanks are taken only in what looks like an address.

    >>> read_target("(/papers/2019 - A Title (v2).pdf)", 0).href
    '/papers/2019 - A Title (v2).pdf'
    >>> read_target("(see the appendix)", 0) is None
    True
    """
    simple = SIMPLE.match(text, at)
    if simple:
        return Target(clean_href(simple[1]), simple.start(1), simple.end(1), simple.end())
    angle = ANGLE.match(text, at)
    if angle:
        close = TITLE_END.match(text, angle.end()) or re.compile(r"\s{0,9}\)").match(text, angle.end())
        return Target(clean_href(angle[1]), angle.start(1), angle.end(1), close.end()) if close else None
    found = _find_close(text, at)
    if found is None:
        return None
    end, close_at = found
    raw = text[at + 1 : end]
    titled = ROUND_TITLE.match(raw.strip())
    inner = titled[1] if titled else raw.strip()
    bare = LIQUID.sub("", CONTINUED.sub("", inner))
    if re.search(r"\s", bare) and not (ADDRESS.match(inner) and "\n" not in bare):
        return None
    start = at + 1 + len(raw) - len(raw.lstrip())
    nested = NESTED.fullmatch(inner)
    if nested:
        return Target(clean_href(nested[1]), start + nested.start(1), start + nested.end(1), close_at)
    return Target(clean_href(inner), start, start + len(inner), close_at)


def _find_close(text: str, at: int) -> tuple[int, int] | None:
    """Find the end of the address and the end of the brackets that open at `at`."""
    depth = 0
    skip = at + 1
    for token in TARGET_TOKEN.finditer(text, at + 1, min(len(text), at + MAX_TARGET)):
        i = token.start()
        if i < skip:
            continue
        mark = token[0]
        if mark == ")":
            if depth == 0:
                return i, i + 1
            depth -= 1
        elif mark == "(":
            depth += 1
            if depth > MAX_DEPTH:
                return None
        elif mark == "\\":
            skip = i + 2
        elif mark in ("{{", "{%"):
            end = text.find("}}" if mark == "{{" else "%}", i, i + 500)
            skip = end + 2 if end >= 0 else i + 2
        else:
            title = TITLE_END.match(text, i) if depth == 0 else None
            if title:
                return i, title.end()
            if mark[0] == "\n" and text[at + 1 : i].strip() and text[i : i + 40].strip()[:1] != ")":
                return None
    return None


def clean_href(raw: str) -> str:
    """Return an address without the escapes of Markdown and HTML; blanks and Liquid stay as they are.

    An address that was broken over two lines with a backslash is joined; `&copy=1` is no entity without a semicolon.

    >>> clean_href("/a?b=1&amp;c=2")
    '/a?b=1&c=2'
    """
    if "\\" in raw:
        raw = ESCAPED.sub(r"\1", CONTINUED.sub("", raw))
    if "&" in raw and ";" in raw:
        raw = ENTITY.sub(lambda match: decode_entity(match[0]), raw)
    return raw


def decode_entity(entity: str) -> str:
    """Return the characters of an entity, or the entity where it has no such name.

    `html.unescape` would take "&notin" from the front of an unknown name.

    >>> decode_entity("&mdash;"), decode_entity("&notanentity;")
    ('—', '&notanentity;')
    """
    return html.unescape(entity) if entity[1] == "#" else html5.get(entity[1:], entity)


def find_bare_end(text: str, start: int) -> int:
    """Return where the bare address at `start` ends, or `start` where there is none.

    The full stop of the sentence and a bracket that opened before the address don't belong to it.

    >>> find_bare_end("(see https://a.org/x_(y).)", 5)
    24
    """
    match = BARE.match(text, start)
    if not match:
        return start
    end = match.end()
    surplus = match[0].count(")") - match[0].count("(")
    while end > start:
        last = text[end - 1]
        if last in TRAILING:
            end -= 1
        elif last == ")" and surplus > 0:
            surplus -= 1
            end -= 1
        else:
            break
    return end if end > start + 8 else start


def normalize_label(label: str) -> str:
    """Return the form in which labels of reference links are compared."""
    return " ".join(label.split()).casefold()


def read_definitions(lines: Iterable[tuple[str, int]]) -> dict[str, Anchor]:
    """Collect link definitions from lines (each with its offset); the first of a label holds.

    A footnote (`[^1]: text`) and a numbered bibliography (`[1]: Author, Title`) are text, no definitions.

    >>> read_definitions([("[a]: https://a.org", 0)])["a"].href
    'https://a.org'
    """
    found: dict[str, Anchor] = {}
    for line, offset in lines:
        if "]:" not in line:
            continue
        match = DEFINITION.match(line)
        if match:
            name = "angle" if match["angle"] is not None else "plain"
            if name == "plain" and not re.search(r"[/.#:@{]", match[name]):
                continue
            span = Span(offset + match.start(name), offset + match.end(name))
            found.setdefault(normalize_label(match["label"]), Anchor(clean_href(match[name]), span))
    return found
