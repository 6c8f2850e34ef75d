"""Inline markup of Org: links in double brackets, emphasis, timestamps."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from syllabus_parse.document import BREAK, Anchor, Mark, Run, Text
from syllabus_parse.readers.pieces import Places
from syllabus_parse.regex import lazy_regex

TOKEN: Final = lazy_regex(
    r"""\[\[(?P<target>[^\[\]\n]{1,2000}+)\]
            (?:\[(?P<words>(?:[^\]]|\](?!\])){1,2000}+)\])?\]                           # e.g. [[a.pdf][slides]]
      | [<\[](?P<stamp>\d{4}-\d\d-\d\d(?:\ [^<>\[\]\n]{0,60})?)[>\]]                   # e.g. <2024-09-03 Tue 10:00>
      | <(?P<angle>(?:https?|ftp|mailto|file):[^<>\s]{1,2000}+)>                       # e.g. <https://x.org>
      | (?P<address>https?://[^\s<>"`{}|^\[\]]{1,2000})                                # e.g. https://x.org
      | (?P<footnote>\[fn:[^\[\]\n]{0,300}\])                                          # e.g. [fn:1]
      | (?P<hidden>\{\{\{[^{}]{0,200}\}\}\}|<<<?[^<>\n]{1,200}>>>?|@@\w{1,20}:[^@\n]{0,500}@@)  # a macro, a target
      | \\(?P<bar>vert)(?:\{\}|(?![A-Za-z]))                                              # e.g. a \vert{} b
      | (?P<break>\\\\[ \t]*(?=\n|$))                                                  # e.g. \\ at a line's end
      | (?<![\w*/_=~+\u200b])(?P<marked>
            \*(?=\S)[^\n*]{1,600}+(?<=\S)\* | /(?=\S)[^\n/]{1,600}+(?<=\S)/ | _(?=\S)[^\n_]{1,600}+(?<=\S)_
          | =(?=\S)[^\n=]{1,600}+(?<=\S)=   | ~(?=\S)[^\n~]{1,600}+(?<=\S)~ | \+(?=\S)[^\n+]{1,600}+(?<=\S)\+
          )(?![\w*/_=~+\u200b])                                                               # e.g. *bold* · =code=
    """,
    re.VERBOSE,
)
SPECIAL: Final = lazy_regex(r"[\[<{@\\*/_=~+]|https?://")
MARKS: Final = {
    "*": Mark.BOLD, "/": Mark.ITALIC, "_": Mark.NONE, "=": Mark.CODE, "~": Mark.CODE, "+": Mark.STRIKE,
}  # fmt: skip
# A file's link keeps its path: "file:slides/01.pdf" · "attachment:x.pdf"
FILE: Final = lazy_regex(r"(?:file(?:\+\w{1,10})?|attachment|docview|pdf):(?://)?", re.IGNORECASE)
# Links inside the file: "#id" · "*Heading" · "id:…" · "(ref)"
INNER: Final = lazy_regex(r"[*(]|(?:id|coderef|fn|elisp|shell|roam|mu4e):", re.IGNORECASE)
LINE_BREAK: Final = lazy_regex(r"@@html:\s{0,9}<br\s{0,9}/?>\s{0,9}@@", re.IGNORECASE)  # e.g. @@html:<br>@@
PICTURE: Final = lazy_regex(r"\.(?:png|jpe?g|gif|svg|webp)$", re.IGNORECASE)
TRAILING: Final = ".,;:!?*_~'\")"


def read_org_inline(pieces: Sequence[tuple[str, int]]) -> Text:
    """Read inline text that stands in the source in pieces of (text, offset).

    Timestamps lose their brackets; links within the file are text.

    >>> text = read_org_inline([("<2024-09-03 Tue> [[a.pdf][*Maps*]]", 0)])
    >>> text.plain, text.links()[0][0].href
    ('2024-09-03 Tue *Maps*', 'a.pdf')
    """
    text = "".join([piece for piece, _ in pieces])
    places = Places.of(pieces)
    if not SPECIAL.search(text):
        return Text.of(places.cut(0, len(text), text, None, Mark.NONE))
    runs: list[Run] = []
    at = 0
    for match in TOKEN.finditer(text):
        if match.start() > at:
            runs += places.cut(at, match.start(), text, None, Mark.NONE)
        at = _read_token(match, text, places, runs)
    if at < len(text):
        runs += places.cut(at, len(text), text, None, Mark.NONE)
    return Text.of(runs)


def _read_token(match: re.Match[str], text: str, places: Places, runs: list[Run]) -> int:
    """Read one piece of markup; returns where the next text begins."""

    def add(group: str, anchor: Anchor | None = None, marks: int = Mark.NONE) -> None:
        runs.extend(places.cut(*match.span(group), text, anchor, marks))

    if match["target"] is not None:
        anchor = _make_anchor(match["target"], places, match.span("target"))
        if match["words"] is not None:
            add("words", anchor)
        elif anchor is None or not PICTURE.search(match["target"]):
            add("target", anchor)
    elif match["stamp"] is not None:
        add("stamp")
    elif match["angle"] is not None:
        add("angle", Anchor(match["angle"], places.span(*match.span("angle"))))
    elif match["address"] is not None:
        start, end = match.span("address")
        while end > start and text[end - 1] in TRAILING:
            end -= 1
        anchor = Anchor(text[start:end], places.span(start, end))
        runs.extend(places.cut(start, end, text, anchor, Mark.NONE))
        return end
    elif match["footnote"] is not None:
        add("footnote")
    elif match["hidden"] is not None and LINE_BREAK.fullmatch(match["hidden"]):
        runs.append(Run(BREAK, places.span(*match.span("hidden"))))
    elif match["bar"] is not None:
        runs.append(Run("|", places.span(*match.span())))
    elif match["break"] is not None:
        runs.append(Run(BREAK, places.span(match.start(), match.start() + 2)))
    elif match["marked"] is not None:
        _read_marked(match, places, runs)
    return match.end()


def _read_marked(match: re.Match[str], places: Places, runs: list[Run]) -> None:
    """Read what emphasis holds: links in it keep their anchors."""
    mark = MARKS[match["marked"][0]]
    start, end = match.start("marked") + 1, match.end("marked") - 1
    text = match.string
    if mark == Mark.CODE:
        runs.extend(places.cut(start, end, text, None, mark))
        return
    at = start
    for link in TOKEN.finditer(text, start, end):
        if link["target"] is None or link["words"] is None:
            continue
        runs.extend(places.cut(at, link.start(), text, None, mark))
        anchor = _make_anchor(link["target"], places, link.span("target"))
        runs.extend(places.cut(*link.span("words"), text, anchor, mark))
        at = link.end()
    runs.extend(places.cut(at, end, text, None, mark))


def _make_anchor(target: str, places: Places, span: tuple[int, int]) -> Anchor | None:
    if INNER.match(target):
        return None
    path = FILE.match(target)
    if path is not None:
        target = target[path.end() :].split("::", maxsplit=1)[0]
    return Anchor(target.strip(), places.span(*span))
