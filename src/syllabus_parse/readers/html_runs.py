"""The text of one HTML paragraph as runs: white space collapsed as a browser does, entities decoded, places kept."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import Final

from syllabus_parse.document import BREAK, EMPTY, Anchor, Mark, Run, Text
from syllabus_parse.readers.html_scan import ENTITY, MASK
from syllabus_parse.readers.html_times import MIDNIGHT
from syllabus_parse.regex import lazy_regex
from syllabus_parse.source import Span

# What counts as a blank: HTML's own white space, the no-break space (a page aligns with it), and the characters
# that Python takes for line ends.
WHITE: Final = r"\t\n\x0b\x0c\r\x1c-\x1f \x85\xa0\u2028\u2029"
# Words with single blanks between them; the rest of a longer stretch of white space is passed over.
PIECE: Final = lazy_regex(rf"[^{WHITE}]++(?:[{WHITE}][^{WHITE}]++)*+[{WHITE}]?")
ONLY_WHITE: Final = lazy_regex(rf"[{WHITE}]*")
SPACES: Final = frozenset("\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f \x85\xa0\u2028\u2029")
FLAT: Final = str.maketrans(dict.fromkeys("\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\xa0\u2028\u2029", " "))
# What cannot stand for itself: an entity, or what Liquid, Hugo and kramdown left behind.
# e.g. {{ site.baseurl }} · {% link a.md %} · {: .class} · {:/} · {::nomarkdown}
LEFTOVER: Final = r"\{\{[^{}]{0,500}\}\}|\{%[^%{}]{0,500}%\}|\{:[^{}\n]{0,200}\}"
SPECIAL: Final = lazy_regex(rf"({ENTITY})|{MASK}++|{LEFTOVER}")
UNMASKED: Final = lazy_regex(rf"[^{MASK}]++")

IMAGE: Final = Mark.IMAGE
"""Every combination of marks once: the `|` of an enum costs more than a run."""

# Signs that only link a heading to itself.
SELF_LINKS: Final = frozenset(("¶", "#", "§", "🔗", "∞", "⚓"))

Inline = Callable[[str, int], Text]

# What a span of its own may hold before the words that it counts, e.g. "MODULE 1"
NUMBERED_LABEL: Final = lazy_regex(r"(?:^|\s)[^\W\d_]{3,12}\s\d{1,2}$")


class RunCollector:
    """Runs under way: `take` returns the text so far and begins anew; marks and anchor are set from outside."""

    __slots__ = ("added", "anchor", "blank", "inline", "marks", "offset", "owes_blank", "runs", "text")

    def __init__(self, text: str, offset: int, inline: Inline | None) -> None:
        self.text = text
        self.offset = offset
        self.inline = inline
        self.runs: list[Run] = []
        self.marks = 0
        self.anchor: Anchor | None = None
        self.blank = True  # nothing, a blank or a break stands last, so that no blank may follow
        self.owes_blank = False  # an image stands last: it is apart from a word behind it
        self.added = 0  # grows with each visible run, so that an empty link can be told

    def span(self, start: int, end: int) -> Span:
        """Return the place in the source of a stretch of the text."""
        return Span(self.offset + start, self.offset + end)

    def add_text(self, start: int, end: int) -> None:
        """Add a stretch of text between two tags."""
        raw = self.text[start:end]
        if self.inline is not None:
            for piece in UNMASKED.finditer(raw):
                self._add_inline(piece[0], start + piece.start())
        elif "&" in raw or "{" in raw or MASK in raw:
            self._add_special(raw, start)
        else:
            self.add_plain(raw, start)

    def add_plain(self, raw: str, start: int) -> None:
        """Add text that stands for itself, each stretch of white space as one blank."""
        if not self.blank and raw[0] in SPACES:
            self.add_blank(start, start + 1)
        for found in PIECE.finditer(raw):
            piece = found[0]
            if not piece.isprintable():  # no white space but the blank is printable
                piece = piece.translate(FLAT)
            at = start + found.start()
            anchor = self.anchor
            if anchor is not None and len(piece) < 3 and piece.strip() in SELF_LINKS and (anchor.href or "")[:1] == "#":
                continue
            if self.owes_blank:
                self._pay_blank(at)
            at += self.offset
            self.runs.append(Run(piece, Span(at, at + len(piece)), anchor, self.marks))
            self.added += 1
            self.blank = piece[-1] == " "

    def add_blank(self, start: int, end: int) -> None:
        """Add a blank unless one stands last."""
        if not self.blank:
            self.runs.append(Run(" ", self.span(start, end), self.anchor, self.marks))
            self.blank = True
        self.owes_blank = False

    def drop_blank(self, since: int) -> None:
        """Take back a blank that stands last, where it stands behind a place of the source."""
        if self.runs and self.runs[-1].text == " " and self.runs[-1].span.start >= since:
            self.runs.pop()
            self.blank = False
            self.owes_blank = True

    def add_break(self, start: int, end: int) -> None:
        """Add a line break; none stands at the start."""
        self._trim(" ")
        if self.runs:
            self.runs.append(Run(BREAK, self.span(start, end), None, Mark.NONE))
        self.blank = True
        self.owes_blank = False

    def add_lines(self, start: int, end: int) -> None:
        """Add preformatted text: blanks stay, line ends become breaks."""
        at = start
        for line in self.text[start:end].split("\n"):
            if at > start:
                self.add_break(at - 1, at)
            position = 0
            for found in SPECIAL.finditer(line):
                self._add_kept(line[position : found.start()], at + position)
                if found[1]:
                    self._append(html.unescape(found[1]), at + found.start(), at + found.end())
                position = found.end()
            self._add_kept(line[position:], at + position)
            at += len(line) + 1

    def add_value(self, raw: str, start: int, fallback: Span) -> None:
        """Add the text of an attribute (`alt`, `datetime`); an empty one leaves an empty run at `fallback`."""
        if ONLY_WHITE.fullmatch(raw):
            self.runs.append(Run("", fallback, self.anchor, self.marks))
            self.added += 1
            return
        if not self.blank:
            self.owes_blank = True
        self._add_special(raw, start)
        self.owes_blank = not self.blank

    def add_badge(self, word: str, start: int, end: int) -> None:
        """Add the word that a picture shows, apart from what stands beside it."""
        if not self.blank:
            self.owes_blank = True
        self._append(word, start, end)
        self.blank = False
        self.owes_blank = True

    def add_time(self, told: re.Match[str], start: int, *, blank: bool) -> None:
        """Add the day of a `datetime` that begins at `start`, and its clock where it isn't midnight."""
        self.blank = not self.runs or self.runs[-1].text.endswith((" ", BREAK))
        self.owes_blank = not self.blank
        self._append(told["day"], start + told.start("day"), start + told.end("day"))
        clock = told["clock"]
        if clock and clock != MIDNIGHT:
            self.blank = False
            self.add_blank(start + told.end("day"), start + told.end("day"))
            self._append(clock, start + told.start("clock"), start + told.end("clock"))
        self.blank = False
        self.owes_blank = blank

    def part(self) -> None:
        """Part a word from the one before it, where only the page's style does: `…a</span><span class="title">`."""
        if self.runs and not self.blank and len(self.runs[-1].text) > 1 and self.runs[-1].text[-1].isalnum():
            self.owes_blank = True

    def part_label(self) -> None:
        """Part the words behind a label with its number, "<span class="no">Week 1</span>Looms", from it."""
        if self.runs and not self.blank and NUMBERED_LABEL.search(self.runs[-1].text):
            self.owes_blank = True

    def add_rewritten(self, text: str, start: int, end: int) -> None:
        """Add text that stands for other words of the source."""
        if text and ONLY_WHITE.fullmatch(text):
            self.add_blank(start, end)
        elif text:
            self._append(text, start, end)
            self.blank = False

    def take(self) -> Text | None:
        """Return the text without blanks and breaks at its end, or None for nothing to see or follow."""
        self._trim(" " + BREAK)
        runs = self.runs
        self.blank, self.owes_blank = True, False
        if not runs:
            return None
        self.runs = []
        plain = "".join([run.text for run in runs])
        if not plain and all(run.anchor is None for run in runs):
            return None
        return Text(tuple(runs), plain)

    def _append(self, text: str, start: int, end: int) -> None:
        if self.owes_blank:
            self._pay_blank(start)
        self.runs.append(Run(text, self.span(start, end), self.anchor, self.marks))
        self.added += 1

    def _pay_blank(self, at: int) -> None:
        self.owes_blank = False
        if not self.blank:
            self.runs.append(Run(" ", self.span(at, at), None, Mark.NONE))

    def _add_kept(self, raw: str, start: int) -> None:
        if raw:
            self._append(raw.translate(FLAT), start, start + len(raw))
            self.blank = False

    def _add_special(self, raw: str, start: int) -> None:
        position = 0
        for found in SPECIAL.finditer(raw):
            if found.start() > position:
                self.add_plain(raw[position : found.start()], start + position)
            position = found.end()
            if found[1] is not None:
                self._add_entity(found[1], start + found.start(), start + position)
        if position < len(raw):
            self.add_plain(raw[position:], start + position)

    def _add_entity(self, raw: str, start: int, end: int) -> None:
        decoded = html.unescape(raw)
        if decoded == raw:  # no entity after all: "AT&T", "Q&A"
            self.add_plain(raw, start)
        else:
            self.add_rewritten(decoded, start, end)

    def _add_inline(self, raw: str, start: int) -> None:
        assert self.inline is not None  # noqa: S101 -- the caller asked
        lead = ONLY_WHITE.match(raw)
        at = lead.end() if lead else 0
        core = raw[at:].rstrip()
        if at:
            self.add_blank(start, start + 1)
        if not core:
            return
        outer, marks = self.anchor, self.marks
        for run in (self.inline(core, self.offset + start + at) or EMPTY).runs:
            self.anchor = run.anchor or outer
            self.marks = marks | run.marks
            begin, end = run.span.start - self.offset, run.span.end - self.offset
            if run.text == BREAK:
                self.add_break(begin, end)
            elif len(run.text) == end - begin and run.text:
                self.add_plain(run.text, begin)
            elif run.text:
                self.add_rewritten(" ".join(run.text.split()) if run.text.strip() else " ", begin, end)
            else:
                self._append("", begin, end)
        self.anchor, self.marks = outer, marks
        rest = at + len(core)
        if rest < len(raw):
            self.add_blank(start + rest, start + rest + 1)

    def _trim(self, characters: str) -> None:
        runs = self.runs
        while self.blank and runs:
            last = runs[-1]
            if not last.text or last.text[-1] not in characters:
                return
            runs.pop()
            text = last.text.rstrip(characters)
            if text:
                start = last.span.start
                end = start + len(text) if len(last.text) == last.span.end - start else last.span.end
                runs.append(Run(text, Span(start, end), last.anchor, last.marks))
                return


def read_text(text: str, start: int, end: int) -> Text | None:
    """Read a stretch of text without tags (a title, the value of an attribute) as a page's text is read.

    >>> read_text("<title>A &amp; B</title>", 7, 16).plain
    'A & B'
    """
    if start >= end:
        return None
    line = RunCollector(text, 0, None)
    line.add_text(start, end)
    return line.take()
