r"""LaTeX: syllabi and reading lists as their authors typeset them.

Nothing is included or run, and nothing expanded but a command of the page's own that stands for plain words. Sections,
lists, tables, links and styles are read, other commands passed over.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from syllabus_parse.document import BREAK, EMPTY, Block, Document, Heading, Paragraph, Run, Text
from syllabus_parse.readers.latex_words import HEADINGS
from syllabus_parse.readers.reader import Guess, Reader, Signs, weigh_signs
from syllabus_parse.regex import lazy_regex
from syllabus_parse.source import Source, Span

DIALECT: Final = "tex"
SAMPLE: Final = 200_000
BEGIN: Final = lazy_regex(r"^[^%\n]{0,200}\\begin\s?\{document\}", re.MULTILINE)
TITLE: Final = lazy_regex(r"^[^%\n]{0,80}\\title\s?(?:\[[^\]\n]{0,200}\])?\s?\{", re.MULTILINE)
# e.g. \newcommand{\reading}[1]{\item \bibentry{#1}} · \def\week#1{\section*{Week #1}}
DEFINITION: Final = lazy_regex(
    r"\\(?:(?:re)?newcommand|providecommand|DeclareRobustCommand)\*?\s?\{?\\(?P<name>[A-Za-z@]{1,40})\}?"
    r"(?P<count>\[\d\])?(?:\[[^\]\n]{0,80}\])?\s{0,9}\{(?P<body>[^\n]{0,300})"
    r"|\\def\\(?P<short>[A-Za-z@]{1,40})(?P<places>#\d){0,9}\{(?P<inner>[^\n]{0,300})"
)
AUTHOR: Final = lazy_regex(r"^[^%\n]{0,80}\\author\s?(?:\[[^\]\n]{0,200}\])?\s?\{", re.MULTILINE)
DATE: Final = lazy_regex(r"^[^%\n]{0,80}\\date\s?\{", re.MULTILINE)
LINE: Final = lazy_regex(BREAK)
BRACE: Final = lazy_regex(r"\\.|[{}]", re.DOTALL)
TWICE: Final = 5
"""So often may a file give its title."""
MADE: Final = lazy_regex(
    r"(?:last (?:updated|modified|revised|compiled)|updated|version|draft|revised)\b", re.IGNORECASE
)
SIGNS: Final[Signs] = (
    ("\\documentclass", lazy_regex(r"^\s{0,20}\\documentclass\b", re.MULTILINE), 0.9, "\\documentclass"),
    ("\\begin", lazy_regex(r"\\begin\s?\{document\}"), 0.7, "\\begin{document}"),
    (
        "\\begin",
        lazy_regex(r"\\begin\s?\{(?:itemize|enumerate|description|tabularx?|longtable|center)\*?\}"),
        0.6,
        "an environment",
    ),
    ("section", lazy_regex(r"^\s{0,20}\\(?:sub){0,2}section\*?\s?\{", re.MULTILINE), 0.55, "a \\section"),
    ("\\item", lazy_regex(r"^\s{0,20}\\item\b", re.MULTILINE), 0.4, "an \\item"),
    ("\\", lazy_regex(r"\\(?:textbf|emph|textit|href)\s?\{"), 0.3, "a command"),
)
AGAINST: Final = lazy_regex(r"^#{1,4}[ \t]+\S|^---[ \t]*$|<(?:div|table|html|td|ul|p)\b|^```", re.MULTILINE)


def read(source: Source) -> Document:
    r"""Read a LaTeX file: what stands between `\begin{document}` and `\end{document}`, or all of a part of one.

    >>> document = read(Source("\\section{Week 1}\n\\begin{itemize}\n\\item \\emph{Maps} \\& more\n\\end{itemize}"))
    >>> document.blocks[0].text.plain, document.blocks[1].items[0].blocks[0].text.plain
    ('Week 1', 'Maps & more')
    """
    text = source.text
    begin = BEGIN.search(text)
    macros, words = _find_macros(text)
    title = _join_lines(_read_lines(text, TITLE, macros, words))
    blocks: list[Block] = [Heading(1, title, title.span or Span(0, 0))] if title else []
    for pattern in (AUTHOR, DATE):
        blocks += [Paragraph(line, line.span or Span(0, 0)) for line in _read_lines(text, pattern, macros, words)]
    blocks += _scan(text, begin.end() if begin else 0, len(text), macros, words)
    return Document(source, DIALECT, tuple(blocks), title=title or None)


def _scan(text: str, start: int, stop: int, macros: dict[str, str], words: dict[str, Text]) -> list[Block]:
    from syllabus_parse.readers.latex_scan import Scanner  # noqa: PLC0415 - only a file in LaTeX should pay for it

    return Scanner(text, stop, macros, words).read(start)


def _join_lines(lines: list[Text]) -> Text:
    """Join the lines of a title as a title is written in one line: "CS 1: Computing"."""
    out = lines[0] if lines else EMPTY
    for line in lines[1:]:
        end = out.runs[-1].span.end
        mark = " " if out.plain.rstrip().endswith((":", "-", "–", "—", ",", ".")) else ": "
        out = out.join(Text.of([Run(mark, Span(end, end))])).join(line)
    return out


def _read_lines(text: str, command: re.Pattern[str], macros: dict[str, str], words: dict[str, Text]) -> list[Text]:
    r"""Read the lines of `\title{…}`, but for one that says when the file was made ("Last updated: \today").

    One command given twice says what it says last; one that only moves what follows (`\date{\vspace{-5ex}}`) nothing.
    """
    kept: list[Text] = []
    for found in islice(command.finditer(text), TWICE):
        stop = _end_group(text, found.end(), 2000)
        if stop is None:
            continue
        made = _scan(text, found.end(), stop, macros, words)
        lines = [
            line.strip() for block in made if isinstance(block, Heading | Paragraph) for line in block.text.split(LINE)
        ]
        kept = [line for line in lines if line and not MADE.match(line.plain)] or kept
    return kept


def _end_group(text: str, at: int, reach: int) -> int | None:
    """Find where the group ends that was opened before `at`; None where it doesn't within so many characters."""
    depth = 1
    for brace in BRACE.finditer(text, at, min(len(text), at + reach)):
        depth += {"{": 1, "}": -1}.get(brace[0], 0)
        if depth == 0:
            return brace.start()
    return None


def _find_macros(text: str) -> tuple[dict[str, str], dict[str, Text]]:
    r"""Find what the page's own commands stand for: an item, a heading, or plain words (`\newcommand{\R}{\texttt{R}}`).

    Any other only hands its arguments on.
    """
    out: dict[str, str] = {}
    words: dict[str, Text] = {}
    for found in DEFINITION.finditer(text):
        name, body = found["name"] or found["short"], found["body"] or found["inner"] or ""
        if "\\item" in body and "\\begin" not in body:
            out[name] = "item"
            continue
        heading = re.search(r"\\([a-z]+)\*?\s?\{", body)
        if heading and heading[1] in HEADINGS:
            out[name] = heading[1]
            continue
        if found["count"] or found["places"] or "#" in body:
            continue
        start = found.start("body") if found["body"] else found.start("inner")
        stop = _end_group(text, start, len(body) + 1) if body else None
        made = _scan(text, start, stop, {}, {}) if stop is not None else []
        if len(made) == 1 and isinstance(made[0], Paragraph) and any(map(str.isalnum, made[0].text.plain)):
            words[name] = made[0].text
    return out, words


def detect(source: Source) -> Guess | None:
    r"""Tell LaTeX by its commands; None where there are none, or only a formula in a page of another format.

    >>> detect(Source("\\documentclass{article}\n\\begin{document}\nx\n\\end{document}")).score
    0.97
    >>> detect(Source("# Plan\n\n- \\emph{x}\n")) is None
    True
    """
    sample = source.text[:SAMPLE]
    named = (source.uri or "").split("?")[0].casefold().endswith((".tex", ".latex", ".ltx"))
    score, reasons = weigh_signs(sample, SIGNS, AGAINST, penalty=0.2, sure=0.9)
    if named:
        return Guess(DIALECT, max(0.9, score), (*reasons, "its name ends in .tex"))
    if score < 0.5:
        return None
    return Guess(DIALECT, round(min(score, 0.97), 2), tuple(reasons))


READER: Final = Reader(DIALECT, read, detect)
