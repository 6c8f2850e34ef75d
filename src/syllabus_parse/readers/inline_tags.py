"""HTML tags within a line of Markdown: what they are called, where they link, how they set their text."""

from __future__ import annotations

import html
import re
from typing import Final

import attrs

from syllabus_parse.document import Mark
from syllabus_parse.readers.badges import BADGE_CLASS, is_unnamed, read_badge
from syllabus_parse.regex import lazy_regex

MARK_TAGS: Final = {
    "b": Mark.BOLD,
    "strong": Mark.BOLD,
    "i": Mark.ITALIC,
    "em": Mark.ITALIC,
    "cite": Mark.ITALIC,
    "s": Mark.STRIKE,
    "del": Mark.STRIKE,
    "strike": Mark.STRIKE,
    "code": Mark.CODE,
    "tt": Mark.CODE,
    "kbd": Mark.CODE,
    "samp": Mark.CODE,
}
# a browser starts a new line at these, so their texts must not run together
BLOCK_TAGS: Final = frozenset(
    """p div ul ol li dl dt dd table thead tbody tr td th h1 h2 h3 h4 h5 h6 hr center blockquote section article
    details summary header footer nav pre figure form""".split()  # noqa: SIM905
)
HIDDEN_TAGS: Final = frozenset(("script", "style"))
INLINE_TAGS: Final = frozenset(
    """a abbr acronym big br font iframe img input label mark q small span sub sup time u var wbr button ins
    nobr""".split()  # noqa: SIM905
)
KNOWN_TAGS: Final = BLOCK_TAGS | HIDDEN_TAGS | INLINE_TAGS | frozenset(MARK_TAGS)

# e.g. <a href="x">, </b>, <br/>; each part of the attributes can match in one way only
TAG: Final = lazy_regex(
    r"""<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9-]{0,40}+)
        (?P<rest>(?:(?=[\s/])(?:[^<>"']|"[^"]{0,2000}+"|'[^']{0,2000}+'){0,2000}+)?)>""",
    re.VERBOSE,
)
# what CommonMark allows between a name and the ">": other text makes "<" a character
ATTRIBUTES: Final = lazy_regex(
    r"""(?:\s+[A-Za-z_:][\w.:-]*+(?:\s*+=\s*+(?:[^\s"'=<>`]++|'[^']*+'|"[^"]*+"))?+)*+\s*+/?"""
)
# e.g. href="{{ "/x" | relative_url }}" · href=x.html · alt='A picture'
ATTRIBUTE: Final = lazy_regex(
    r"""\b(?P<key>href|alt|src)\s{0,3}=\s{0,3}
        (?:"(?P<double>(?:\{\{[^{}]{0,300}\}\}|[^"]){0,2000}+)"|'(?P<single>[^']{0,2000}+)'|(?P<plain>[^\s"'>]{1,2000}+))""",
    re.VERBOSE | re.IGNORECASE,
)


@attrs.frozen
class Tag:
    """A tag: its name in lower case, and what of its attributes says something; places are offsets into the text."""

    name: str
    closing: bool
    end: int
    href: str | None = None
    href_at: tuple[int, int] = (0, 0)
    alt: str = ""
    alt_at: tuple[int, int] = (0, 0)
    badge: str = ""
    badge_at: tuple[int, int] = (0, 0)
    labels: bool = False


def read_tag(text: str, at: int) -> Tag | None:
    """Read the tag that begins at `at`, or return None where "<" is a character.

    `</br>` is a break, as browsers have it; `<3`, `<foo, bar>` and `a < b` are text.

    >>> read_tag('<a href="">x</a>', 0).href, read_tag("<foo, bar>", 0)
    ('', None)
    """
    match = TAG.match(text, at)
    if not match:
        return None
    name = match["name"].lower()
    rest = match["rest"]
    if name not in KNOWN_TAGS and (not ATTRIBUTES.fullmatch(rest) or (match["close"] and rest.strip())):
        return None
    closing = bool(match["close"]) and name != "br"
    href, href_at, alt, alt_at = None, (0, 0), "", (0, 0)
    badge, badge_at = "", (0, 0)
    if name in ("a", "img") and not closing:
        for found in ATTRIBUTE.finditer(rest):
            group = next(key for key in ("double", "single", "plain") if found[key] is not None)
            start = match.start("rest") + found.start(group)
            place = start, start + len(found[group])
            if found["key"].lower() == "href":
                href, href_at = found[group], place
            elif found["key"].lower() == "alt":
                alt, alt_at = html.unescape(found[group]), place
            elif name == "img":
                badge, badge_at = read_badge(html.unescape(found[group])), place
    if not is_unnamed(alt):
        badge = ""
    labels = name == "span" and not closing and BADGE_CLASS.search(rest) is not None
    return Tag(name, closing, match.end(), href, href_at, alt, alt_at, badge, badge_at, labels)
