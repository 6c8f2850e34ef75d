"""Inline markup of reStructuredText: emphasis, literals, links in all their spellings, roles, substitutions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from syllabus_parse.document import EMPTY, Anchor, Mark, Run, Text
from syllabus_parse.readers.pieces import Places
from syllabus_parse.regex import lazy_regex
from syllabus_parse.source import Span

TOKEN: Final = lazy_regex(
    r"""\\(?P<escaped>[\s\S])                                                     # e.g. \*
      | ``(?P<literal>[^`\n](?:[^`]|`(?!`)){0,2000}?)``                            # e.g. ``code``
      | (?P<role>:(?:[A-Za-z][\w.+-]{0,40}:){1,3})?`(?P<phrase>(?:[^`\\]|\\[\s\S]){1,2000}+)`
            (?P<after>:(?:[A-Za-z][\w.+-]{0,40}:)|_{1,2}(?!\w))?                   # e.g. `text <url>`_ · :doc:`x`
      | (?<![\w*])\*\*(?=[^\s*])(?P<strong>(?:[^*\\]|\\[\s\S]){1,2000}+)(?<=\S)\*\*(?!\w)         # e.g. **bold**
      | (?<![\w*])\*(?=[^\s*])(?P<emphasis>(?:[^*\\]|\\[\s\S]){1,2000}+)(?<=\S)\*(?!\w)           # e.g. *italic*
      | (?<!\w)\|(?=[^\s|])(?P<name>[^|\n]{1,80}+)(?<=\S)\|(?P<linked>_{1,2})?(?!\w)  # e.g. |today|
      | (?<![\w\]])\[(?P<note>\d{1,3}|\#\w{0,30}|\*|[A-Za-z][\w.-]{0,40})\]_(?!\w)  # e.g. [1]_
      | (?P<address>https?://[^\s<>"`{}|^\[\]]{1,2000})                            # e.g. https://x.org
      | (?<![\w`./@-])(?P<word>[A-Za-z0-9](?:[\w.-]{0,80}[A-Za-z0-9])?)(?<!_)__?(?![\w`])  # e.g. target_
    """,
    re.VERBOSE,
)
ESCAPE: Final = lazy_regex(r"\\([\s\S])")
SPECIAL: Final = lazy_regex(r"[\\`*|]|_(?!\w)|https?://")
EMBEDDED: Final = lazy_regex(r"\s*<(?P<target>[^<>]{1,2000})>\s*$")
# Roles whose words are the target of a link, e.g. :doc:`intro` · :download:`slides <a.pdf>`
INDICES: Final = frozenset({"genindex", "modindex", "search"})
"""Pages that Sphinx makes itself, linked at the foot of every new site."""
LINK_ROLES: Final = frozenset({"doc", "download", "file", "pdf", "link", "url", "slides", "notebook", "video"})
TRAILING: Final = ".,;:!?*_~'\")"
BLANK: Final = lazy_regex(r"\s+")


@attrs.define(eq=False)
class Targets:
    """What names stand for: the targets of links, the words of substitutions, and anonymous targets in order."""

    links: dict[str, Anchor] = attrs.field(factory=dict)
    words: dict[str, tuple[str, int]] = attrs.field(factory=dict)
    anonymous: Iterator[Anchor] = attrs.field(factory=lambda: iter(()))

    def find(self, name: str) -> Anchor | None:
        """Look a name up as the format does: blanks and case folded."""
        return self.links.get(fold_name(name))


def fold_name(name: str) -> str:
    r"""Bring the name of a target to one form.

    >>> fold_name("Course\n  Page")
    'course page'
    """
    return BLANK.sub(" ", name.strip()).casefold()


def read_rst_inline(pieces: Sequence[tuple[str, int]], targets: Targets) -> Text:
    r"""Read inline text that stands in the source in pieces of (text, offset).

    What is not closed stays text; a name that no target explains is text without its underscore.

    >>> text = read_rst_inline([("see `the page <a.html>`_, **now**", 0)], Targets())
    >>> text.plain, text.links()[0][0].href
    ('see the page, now', 'a.html')
    """
    text = "".join([piece for piece, _ in pieces])
    places = Places.of(pieces)
    if not SPECIAL.search(text):
        return Text.of(places.cut(0, len(text), text, None, Mark.NONE)) if text else EMPTY
    return Text.of(_Scan(text, places, targets).read())


@attrs.define(eq=False)
class _Scan:
    """One pass over one text."""

    text: str
    places: Places
    targets: Targets
    runs: list[Run] = attrs.field(factory=list)

    def read(self) -> list[Run]:
        """Cut the text at its markup."""
        at = 0
        while (match := TOKEN.search(self.text, at)) is not None:
            self.add(at, match.start())
            at = self._read_token(match)
        self.add(at, len(self.text))
        return self.runs

    def add(self, start: int, end: int, anchor: Anchor | None = None, marks: int = Mark.NONE) -> None:
        """Add a stretch that stands for itself."""
        if end > start:
            self.runs += self.places.cut(start, end, self.text, anchor, marks)

    def add_words(self, start: int, end: int, anchor: Anchor | None = None, marks: int = Mark.NONE) -> None:
        """Add what stands within a mark: signs in it that are escaped stand for themselves."""
        for found in ESCAPE.finditer(self.text, start, end):
            self.add(start, found.start(), anchor, marks)
            if not found[1].isspace():
                self.runs.append(Run(found[1], self.places.span(*found.span()), anchor, marks))
            start = found.end()
        self.add(start, end, anchor, marks)

    def _read_token(self, match: re.Match[str]) -> int:
        """Read one piece of markup; returns where the next text begins."""
        if match["escaped"] is not None:
            if not match["escaped"].isspace():
                self.runs.append(Run(match["escaped"], self.places.span(*match.span())))
        elif match["literal"] is not None:
            self.add(*match.span("literal"), marks=Mark.CODE)
        elif match["phrase"] is not None:
            self._read_phrase(match)
        elif match["strong"] is not None:
            self.add_words(*match.span("strong"), marks=Mark.BOLD)
        elif match["emphasis"] is not None:
            self.add_words(*match.span("emphasis"), marks=Mark.ITALIC)
        elif match["name"] is not None:
            self._read_substitution(match)
        elif match["note"] is not None:
            self.add(match.start(), match.end() - 1)
        elif match["address"] is not None:
            return self._read_address(match)
        else:
            self.add(*match.span("word"), anchor=self.targets.find(match["word"]))
        return match.end()

    def _read_phrase(self, match: re.Match[str]) -> None:
        start, end = match.span("phrase")
        role = (match["role"] or "").strip(":").split(":")[-1].casefold()
        after = match["after"] or ""
        if after.startswith(":"):
            role = after.strip(":").casefold()
        embedded = EMBEDDED.search(match["phrase"])
        if embedded is not None and (role == "" or embedded.start() > 0):
            words_end = start + embedded.start()
            anchor: Anchor | None = None  # :ref:`text <label>` leads nowhere that can be followed
            if role in LINK_ROLES or not role:
                anchor = self._make_anchor(start + embedded.start("target"), start + embedded.end("target"))
                if after == "_" and not role:
                    self.targets.links.setdefault(fold_name(self.text[start:words_end]), anchor)
            if words_end == start:
                start, words_end = start + embedded.start("target"), start + embedded.end("target")
            self.add_words(start, words_end, anchor)
            return
        if role == "ref" and self.text[start:end] in INDICES:
            return
        if role:
            marks = Mark.CODE if role in ("code", "math", "literal", "kbd", "command") else Mark.NONE
            marks = Mark.BOLD if role in ("strong", "term", "abbr") else Mark.ITALIC if role == "emphasis" else marks
            self.add(start, end, self._make_anchor(start, end) if role in LINK_ROLES else None, marks)
        elif after == "__":
            self.add_words(start, end, next(self.targets.anonymous, None))
        elif after == "_":
            self.add_words(start, end, self.targets.find(match["phrase"]))
        else:
            self.add(start, end, marks=Mark.ITALIC)

    def _make_anchor(self, start: int, end: int) -> Anchor:
        words = self.text[start:end]
        span = self.places.span(start, end)
        if words.endswith("_") and not words.startswith(("http", "/", ".")):
            known = self.targets.find(words[:-1])
            if known is not None:
                return known  # `text <name_>`_
        # An address that was broken over two lines is one word.
        return Anchor("".join(words.split()) if "\n" in words else words.strip(), span)

    def _read_substitution(self, match: re.Match[str]) -> None:
        start, end = match.span("name")
        known = self.targets.words.get(fold_name(match["name"]))
        anchor = self.targets.find(match["name"]) if match["linked"] else None
        if known is None:
            self.add(match.start() if anchor is None else start, match.end() if anchor is None else end, anchor)
            return
        words, at = known
        self.runs.append(Run(words, Span(at, at + len(words)) if at >= 0 else self.places.span(start, end), anchor))

    def _read_address(self, match: re.Match[str]) -> int:
        start, end = match.span("address")
        while end > start and self.text[end - 1] in TRAILING:
            if self.text[end - 1] == ")" and self.text.count("(", start, end) >= self.text.count(")", start, end):
                break
            end -= 1
        self.add(start, end, Anchor(self.text[start:end], self.places.span(start, end)))
        return end
