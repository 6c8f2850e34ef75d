"""Markdown's inline text as `Text`: runs with marks and links, each character with its place in the source.

One pass over the text. mistune is the oracle in the tests for what ordinary Markdown means, but reads nothing here:
its tokens carry no positions, and its time grows with the square of a paragraph's length, so that it must never
see a whole block whose length nobody bounds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

import attrs

from syllabus_parse.document import BREAK, EMPTY, Anchor, Mark, Text
from syllabus_parse.limits import MAX_TEXT
from syllabus_parse.readers import link_targets
from syllabus_parse.readers.badges import BADGE_LIST, is_unnamed, read_badge
from syllabus_parse.readers.emphasis import Delimiter, Toggle, find_flanks, pair_loose
from syllabus_parse.readers.inline_state import Bracket, OpenTag, References, State
from syllabus_parse.readers.inline_tags import BLOCK_TAGS, HIDDEN_TAGS, MARK_TAGS, Tag, read_tag
from syllabus_parse.readers.pieces import Piece, Places, make_runs
from syllabus_parse.regex import lazy_regex

# where plain text ends; a lone "!" or a scheme without an address costs one more look
SPECIAL: Final = lazy_regex(r"[\\`*_~\[\]<&{]|==|!\[|https?://", re.IGNORECASE)
PUNCTUATION: Final = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
# e.g. Mazi\`eres · Schr\"odinger: a TeX accent within a word, which Markdown would take for an escape
TEX_ACCENT: Final = lazy_regex(r"""(?<=[^\W\d_])\\[`"^](?=[^\W\d_])|(?<=[^\W\d_])\\~(?=[nNaAoO])""")
# e.g. {: .label target="_blank"} · {#id} · {target="_blank"} · {-}
ATTRIBUTES: Final = lazy_regex(
    r"\{:[^{}\n]{0,500}\}|\{[#.][A-Za-z_][^{}\n]{0,300}\}|\{[a-z-]{1,20}=[^{}\n]{0,300}\}|\{-(?:\s?[.#][^{}\n]{0,80})?\}"
)
# e.g. {{% resource_link 493f120f-35de "PDF" %}}: a link whose target only the page's generator knows
RESOURCE: Final = lazy_regex(
    r"""\{\{[<%]\s{0,3}resource_link\s{1,3}"?[\w-]{1,60}"?\s{1,3}"([^"\n]{1,500})"[^{}]{0,200}\}\}"""
)
TICKS: Final = lazy_regex(r"`+")
MAX_LIQUID: Final = 2000


def read_inline(text: str, offset: int = 0, *, references: References | None = None) -> Text:
    r"""Read Markdown inline text that stands at `offset` of the source.

    `references` are the targets of reference links by normalized label. What is unclosed stays text, a link within
    a link too; tags, comments, Liquid and attribute lists vanish, never the words around them.

    >>> text = read_inline("see **[pdf](/a b.pdf)** &amp; more")
    >>> text.plain, text.links()[0][0].href
    ('see pdf & more', '/a b.pdf')
    >>> read_inline("Eunji Jeong*, Joo Seong Jeong*, `x` 2 * 3\\* <b>y").plain
    'Eunji Jeong*, Joo Seong Jeong*, x 2 * 3* y'
    """
    return read_inline_pieces(((text, offset),), references=references)


def read_inline_pieces(pieces: Sequence[tuple[str, int]], *, references: References | None = None) -> Text:
    r"""Read inline text whose lines stand apart in the source (behind list indents, `>`), as (text, offset) pairs.

    Each piece holds its own line end, if any. The pieces are read as one text; no run reaches over a gap.

    >>> read_inline_pieces([("a *b\n", 2), ("c* d", 10)]).span_at(6, 7)
    Span(start=13, end=14)
    """
    text = "".join([piece for piece, _ in pieces]) if len(pieces) != 1 else pieces[0][0]
    places = Places.of(pieces)
    if not SPECIAL.search(text):
        return Text.of(places.cut(0, len(text), text, None, Mark.NONE)) if text else EMPTY
    if len(text) > MAX_TEXT:  # the marks of what is behind would cost gigabytes; the words are kept
        behind = Text.of(places.cut(MAX_TEXT, len(text), text, None, Mark.NONE))
        return Scan(text[:MAX_TEXT], places, references or {}).read().join(behind)
    return Scan(text, places, references or {}).read()


def trim(text: Text) -> Text:
    """Strip blanks and breaks at the ends, unless a link without text stands there."""
    if text.plain and (text.plain[0].isspace() or text.plain[-1].isspace()) and all(run.text for run in text.runs):
        return text.strip()
    return text


def is_visible(text: Text) -> bool:
    """Tell whether a text shows anything, were it only a link's target."""
    return bool(text) or any(run.anchor is not None for run in text.runs)


@attrs.define(eq=False)
class Scan(State):
    """One pass over one text."""

    def read(self) -> Text:
        """Scan the text, then settle emphasis and unclosed tags, and make the runs."""
        text = self.text
        at = 0
        while True:
            found = SPECIAL.search(text, at)
            start = found.start() if found else len(text)
            if start > at:
                self.pieces.append(Piece(at, start))
            if not found:
                break
            at = RULES[found[0][0]](self, start)
        self.settle(0)
        self.toggles += pair_loose(sorted(self.spent, key=lambda each: each.start), text)
        self.trim()
        self.end_link(len(self.pieces))
        return Text.of(make_runs(self.pieces, self.toggles, self.places, text))

    # Each rule below reads what begins at `at` and returns where the next begins.

    def read_backslash(self, at: int) -> int:
        """Read an escape, a hard break, or a backslash."""
        after = self.text[at + 1 : at + 2]
        if after == "\n":
            self.pieces.append(Piece(at, at + 2, BREAK))
            return at + 2
        if not after:
            return at + 1
        if after in PUNCTUATION and not TEX_ACCENT.match(self.text, at):
            self.pieces.append(Piece(at, at + 2, after))
            return at + 2
        return self.keep(at, at + (2 if after in PUNCTUATION else 1))

    def read_code(self, at: int) -> int:
        """Read a code span; backticks without an end stay."""
        if self.ticks is None:
            self.ticks = {}
            for ticks in TICKS.finditer(self.text):
                self.ticks.setdefault(len(ticks[0]), []).append(ticks.start())
            for places in self.ticks.values():
                places.reverse()
        match = TICKS.match(self.text, at)
        size = len(match[0]) if match else 1
        places = self.ticks.get(size, [])
        while places and places[-1] <= at:
            places.pop()
        start, end = at + size, places[-1] if places else -1
        # ``TeX's quotes'' look like code that ends at the next pair of them.
        if end < 0 or (size == 2 and self.text.find("''", start, end) >= 0):
            return self.keep(at, at + size)
        places.pop()
        if end - start > 2 and self.text[start] == " " == self.text[end - 1] and self.text[start:end].strip():
            self.mark(Mark.CODE, start + 1, end - 1)
        else:
            self.mark(Mark.CODE, start, end)
        return end + size

    def read_delimiters(self, at: int) -> int:
        """Read a run of asterisks, underscores or tildes, or the two signs that highlight: "==due today==".

        What is highlighted has no mark of its own.
        """
        char, end = self.text[at], at
        while self.text[end : end + 1] == char:
            end += 1
        size = end - at
        if char in "~=" and size != 2:
            return self.keep(at, end)
        opens, closes = find_flanks(self.text, at, end)
        if opens or closes or (char == "*" and size == 2):
            self.delimiters.append(Delimiter(len(self.pieces), at, end, char, size, size, opens, closes))
        return self.keep(at, end)

    def read_open(self, at: int) -> int:
        """Note a bracket that may open a link."""
        self.brackets.append(Bracket(at, len(self.pieces), len(self.delimiters), False))
        return self.keep(at, at + 1)

    def read_bang(self, at: int) -> int:
        """Note a bracket that may open an image."""
        self.brackets.append(Bracket(at, len(self.pieces), len(self.delimiters), True))
        return self.keep(at, at + 2)

    def read_close(self, at: int) -> int:
        """Close a bracket: as an image, a link, a reference, or as text."""
        if not self.brackets:
            return self.keep(at, at + 1)
        bracket = self.brackets.pop()
        if not bracket.image and bracket.at < self.linked:
            return self.keep(at, at + 1)
        inner = bracket.at + (2 if bracket.image else 1)
        target = None
        if self.text[at + 1 : at + 2] == "(" and self.find(")", at) >= 0:
            target = link_targets.read_target(self.text, at + 1)
        if target is not None:
            anchor = Anchor(target.href, self.places.span(target.start, target.end))
            end = target.close
        else:
            known, end = self.look_up(inner, at)
            if known is None:
                return self.keep(at, at + 1)
            anchor = known
        self.settle(bracket.delimiters)
        opening = self.pieces[bracket.piece]
        opening.end = opening.start
        first, last = bracket.piece + 1, len(self.pieces)
        if bracket.image:
            unnamed = is_unnamed(self.text[inner:at])
            badge = read_badge(anchor.href or "") if unnamed else ""
            if badge or (unnamed and not self.brackets):
                for piece in self.pieces[first:last]:
                    piece.end = piece.start
                if badge:
                    place = (at + 1, end) if target is None else (target.start, target.end)
                    self.mark(Mark.IMAGE, *place, badge)
            elif first < last:
                self.toggles += (Toggle(first, Mark.IMAGE, 1), Toggle(last, Mark.IMAGE, -1))
            return end
        if not any(piece.shows for piece in self.pieces[first:last]):
            self.pieces.append(Piece(bracket.at, end, ""))
        for piece in self.pieces[first:]:
            piece.anchor, piece.firm = anchor, True
        self.linked = at
        self.ended = end, bracket.piece
        return end

    def read_angle(self, at: int) -> int:
        """Read an address in angle brackets, a comment or a tag."""
        if self.find(">", at) < 0:
            return self.keep(at, at + 1)
        link = link_targets.AUTOLINK.match(self.text, at) or link_targets.EMAIL.match(self.text, at)
        if link:
            href = link[1] if ":" in link[1] else f"mailto:{link[1]}"  # no address of a person has a colon
            anchor = Anchor(href, self.places.span(link.start(1), link.end(1)))
            self.pieces.append(Piece(link.start(1), link.end(1), None, anchor, firm=True))
            self.linked = at
            return link.end()
        if self.text.startswith("<!--", at):
            end = self.find("-->", at)
            return end + 3 if end >= 0 else self.keep(at, at + 4)
        tag = read_tag(self.text, at)
        return self._take_tag(tag, at) if tag else self.keep(at, at + 1)

    def read_entity(self, at: int) -> int:
        """Read an entity; an ampersand stays."""
        entity = link_targets.ENTITY.match(self.text, at)
        value = link_targets.decode_entity(entity[0]) if entity else ""
        if not entity or value == entity[0]:
            return self.keep(at, at + 1)
        self.pieces.append(Piece(at, entity.end(), value))
        return entity.end()

    def read_brace(self, at: int) -> int:
        """Drop Liquid (`{{ x }}`, `{% x %}`, `{{< x >}}`) and attribute lists; a brace stays."""
        closer = {"{{": "}}", "{%": "%}"}.get(self.text[at : at + 2])
        resource = RESOURCE.match(self.text, at) if closer == "}}" else None
        if resource:
            anchor = Anchor(None, self.places.span(at, resource.end()))
            self.pieces.append(Piece(resource.start(1), resource.end(1), None, anchor))
            return resource.end()
        if closer:
            end = self.find(closer, at + 2)
            if 0 <= end <= at + MAX_LIQUID:
                return end + 2
        else:
            attributes = ATTRIBUTES.match(self.text, at)
            if attributes and (attributes[0][1] == ":" or (at and self.text[at - 1] in "])*`_ ")):
                if BADGE_LIST.match(attributes[0]):
                    self.mark_badge(len(self.text[:at].rstrip(" ")), attributes.end())
                return attributes.end()
        return self.keep(at, at + 1)

    def read_address(self, at: int) -> int:
        """Link a bare address; in a link's text it belongs to that link."""
        end = at if at and self.text[at - 1].isalpha() else link_targets.find_bare_end(self.text, at)
        if end == at:
            return self.keep(at, at + 4)
        anchor = Anchor(link_targets.clean_href(self.text[at:end]), self.places.span(at, end))
        self.pieces.append(Piece(at, end, None, anchor))
        return end

    def _take_tag(self, tag: Tag, at: int) -> int:
        name = tag.name
        if name == "br" or (name in BLOCK_TAGS and (self.pieces and self.pieces[-1].text != BREAK)):
            self.pieces.append(Piece(at, tag.end, BREAK))
        elif name == "a":
            self.end_link(len(self.pieces))
            if not tag.closing and tag.href is not None:
                anchor = Anchor(link_targets.clean_href(tag.href), self.places.span(*tag.href_at))
                self.tags.setdefault("a", []).append(OpenTag(len(self.pieces), anchor))
        elif name == "img":
            if tag.badge:
                self.mark(Mark.IMAGE, *tag.badge_at, tag.badge)
            elif tag.alt:
                self.mark(Mark.IMAGE, *tag.alt_at)
        elif name in HIDDEN_TAGS and not tag.closing:
            end = self.find(f"</{name}", tag.end)
            close = read_tag(self.text, end) if end >= 0 else None
            return close.end if close else tag.end
        elif name == "span":
            spans = self.tags.setdefault("span", [])
            if not tag.closing:
                spans.append(OpenTag(len(self.pieces), labels=tag.labels))
            elif spans:
                span = spans.pop()
                self.ended = tag.end, span.piece
                if span.labels:
                    self.mark_badge(tag.end, tag.end)
        elif name in MARK_TAGS:
            opened = self.tags.setdefault(name, [])
            if not tag.closing:
                opened.append(OpenTag(len(self.pieces)))
            elif opened:
                first, last, mark = opened.pop().piece, len(self.pieces), MARK_TAGS[name]
                self.toggles += (Toggle(first, mark, 1), Toggle(last, mark, -1))
        return tag.end


RULES: Final[Mapping[str, Callable[[Scan, int], int]]] = {
    "\\": Scan.read_backslash,
    "`": Scan.read_code,
    "*": Scan.read_delimiters,
    "_": Scan.read_delimiters,
    "~": Scan.read_delimiters,
    "=": Scan.read_delimiters,
    "[": Scan.read_open,
    "!": Scan.read_bang,
    "]": Scan.read_close,
    "<": Scan.read_angle,
    "&": Scan.read_entity,
    "{": Scan.read_brace,
    "h": Scan.read_address,
    "H": Scan.read_address,
}
