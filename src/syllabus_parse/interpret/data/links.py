"""Links in data files: an address, {text, url}, label to address, lists of these, links in the words of a value."""

from __future__ import annotations

import re
from typing import Final

import attrs

from syllabus_parse.document import Mapping, Node, Scalar, Sequence, Text
from syllabus_parse.interpret.data.key_table import Key
from syllabus_parse.interpret.data.keys import read_key
from syllabus_parse.interpret.data.values import is_address, is_flag, make_anchor, scalar_text
from syllabus_parse.interpret.records import RawLink
from syllabus_parse.interpret.words import link_label
from syllabus_parse.model import LinkKind
from syllabus_parse.normalize.titles import is_placeholder
from syllabus_parse.regex import lazy_regex

UUID: Final = lazy_regex(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
SLUG: Final = lazy_regex(r"(?=[^\s]*[\d_-])[\w-]{3,80}")  # e.g. L1-intro: the end of an address that a template knew
LINK_ROLES: Final = frozenset({"url", "link", "links"})


def read_links(
    node: Node, label: Text | None, *, kind: LinkKind | None = None, loose: bool = True
) -> tuple[list[RawLink], list[Text]]:
    """Read the links behind a key in whatever form; `kind` is what the key promises of them.

    `loose` says that the key promises links, so that any path is one.

    Words that are no address come back beside them; a label alone ("(Link)") is a link whose target was lost.
    """
    reader = _LinkReader(label, kind, loose)
    stack: list[tuple[Node, Text | None]] = [(node, None)]
    while stack:
        here, name = stack.pop()
        if isinstance(here, Sequence) and (pair := _read_pair(here)) is not None:
            stack.append(pair)
        elif isinstance(here, Sequence):
            stack.extend((item, name) for item in reversed(here.items))
        elif isinstance(here, Scalar):
            reader.read_scalar(here, name)
        else:
            stack.extend(reversed(reader.read_mapping(here, name)))
    return reader.links, reader.words


def _read_pair(node: Sequence) -> tuple[Node, Text] | None:
    """Read [slides, /slides/01.pdf]: a label and the address that it leads to; None for any other list."""
    if len(node.items) != PAIR:
        return None
    label, address = (scalar_text(item) for item in node.items)
    if label is None or address is None or label.links() or is_address(label.plain) or not is_address(address.plain):
        return None
    return node.items[1], label


PAIR: Final = 2


@attrs.define
class _LinkReader:
    """Collects the links of one key."""

    label: Text | None
    kind: LinkKind | None
    loose: bool = True
    links: list[RawLink] = attrs.field(factory=list)
    words: list[Text] = attrs.field(factory=list)

    def add(self, text: Text, shown: Text | None, said: LinkKind | None) -> None:
        """Add the link to an address; `shown` are the words that a reader clicks on."""
        column = self.label.plain if self.label is not None else ""
        own = link_label(shown.plain) if shown is not None else None
        self.links.append(RawLink(make_anchor(text), shown, column, own or said or self.kind))

    def lose(self, text: Text) -> None:
        """Add a link whose target is gone; the key of a record in a video service is no text of a link."""
        if UUID.fullmatch(text.plain):
            return
        column = self.label.plain if self.label is not None else ""
        self.links.append(RawLink(None, text, column, link_label(text.plain) or self.kind))

    def keep(self, text: Text) -> None:
        """Keep words that are no link."""
        if UUID.fullmatch(text.plain):
            return
        if not is_flag(text.plain) and not is_placeholder(text.plain):
            self.words.append(text)

    def read_scalar(self, node: Scalar, name: Text | None) -> None:
        """Read an address, a text with links in it, or a label."""
        text = scalar_text(node)
        if text is None or is_flag(text.plain):
            return
        shown = name or (self.label if self.kind is not None else None)
        inner = text.links()
        if is_address(text.plain, loose=self.loose) and (not inner or inner[0][2] - inner[0][1] >= len(text.plain)):
            self.add(text, shown, None)
        elif inner:
            self._read_inner(text, shown)
        elif link_label(text.plain) is not None or (self.kind is not None and SLUG.fullmatch(text.plain)):
            self.lose(text)
        else:
            self.keep(text)

    def _read_inner(self, text: Text, shown: Text | None) -> None:
        rest = ""
        at = 0
        for _, start, end in text.links():
            piece = text.slice(start, end).strip()
            self.add(text.slice(start, end), piece or shown, None)
            rest += text.plain[at:start] + " "
            at = end
        rest += text.plain[at:]
        if re.search(r"[^\W_]{2}", rest) and link_label(rest) is None:
            self.words.append(text)

    def read_mapping(self, node: Mapping, name: Text | None) -> list[tuple[Node, Text | None]]:
        """Read {text, url} or label to address; returns what is nested deeper."""
        shown, rest = self._find_label(node)
        label = shown if shown is not None else name
        if shown is not None and is_placeholder(shown.plain):
            return []  # a row of a template that nobody filled in
        later: list[tuple[Node, Text | None]] = []
        for key, value, meant in rest:
            text = scalar_text(value)
            if text is None:
                later.append((value, label if meant.role in ("url", "links") else key))
            elif is_address(text.plain, loose=self.loose or meant.role in LINK_ROLES) or text.links():
                generic = meant.role == "url" or (meant.role in ("text", "label", "title") and label is not None)
                fallback = self.label if self.kind is not None else None
                self.add(text, (label or fallback) if generic else key, meant.kind)
            elif meant.role == "url":
                if not is_placeholder(text.plain):
                    self.lose(label or text)
            else:
                self.keep(text)
        if shown is not None and not rest:
            self.keep(shown)
        return later

    def _find_label(self, node: Mapping) -> tuple[Text | None, list[tuple[Text, Node, Key]]]:
        """Find the words that a {text, url} mapping shows; the other entries that mean something come back."""
        label: Text | None = None
        rest: list[tuple[Text, Node, Key]] = []
        for key, value in node.entries:
            meant = read_key(key.plain)
            text = scalar_text(value)
            if text is None:
                if not isinstance(value, Scalar):
                    rest.append((key, value, meant))
                continue
            named = meant.role in ("title", "label", "text") and not is_address(text.plain)
            named = named or (meant.role == "kind" and link_label(text.plain) is not None)
            if named and label is None:
                label = text
            elif meant.role != "ignored" or is_address(text.plain):
                rest.append((key, value, meant))
        return label, rest
