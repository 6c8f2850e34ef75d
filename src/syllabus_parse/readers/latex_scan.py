r"""LaTeX to blocks: headings, lists, tables, links and styles; what else a command says is passed over.

A macro that the page defines counts by what its definition holds: `\item`, a heading, or plain words, which it prints.
"""

from __future__ import annotations

import re
from typing import Final

import attrs

from syllabus_parse.document import (
    BREAK,
    Anchor,
    Block,
    Heading,
    Mark,
    Run,
    Text,
)
from syllabus_parse.normalize.tex import ACCENT, mend_tex
from syllabus_parse.normalize.tex import SYMBOLS as LETTERS
from syllabus_parse.readers.latex_environments import SIZES, open_level, read_environment, read_item, read_multi
from syllabus_parse.readers.latex_state import BLANKS, OPTION, Flow, State
from syllabus_parse.readers.latex_words import DROPPED, HEADINGS, STYLES, SYMBOLS
from syllabus_parse.regex import lazy_regex
from syllabus_parse.source import Span

COMMAND: Final = lazy_regex(r"\\(?:[A-Za-z@]{1,40}\*?|.)", re.DOTALL)
PLAIN: Final = lazy_regex(r"[^\\{}$&%~\n`'\-]+")
INDENT: Final = lazy_regex(r"[ \t]*")
PARAGRAPH_END: Final = lazy_regex(r"\n[ \t\r]*\n\s*")
# Letters that a paper names by commands of its own, e.g. \bE · \cD · \bbR · \Sp · \Hom
OWN_LETTER: Final = lazy_regex(r"\\(?:[a-z]{1,3}(?P<letter>[A-Z])|(?P<word>[A-Z][a-z]{0,5}))(?![A-Za-z])")
CAPITALS: Final = frozenset(
    "Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega Re Im Pr L O AA AE OE H".split()  # noqa: SIM905
)


def _spell_letter(found: re.Match[str]) -> str:
    """Print a command that stands for a letter or a name as that; the capitals that TeX knows stay commands."""
    if found["letter"]:
        return found["letter"]
    return found[0] if found["word"] in CAPITALS else found["word"]


MATH: Final = lazy_regex(r"\$\$[^$]{1,2000}\$\$|\$[^$]{1,1000}\$")
DASHES: Final = lazy_regex(r"-{2,3}(?!-)")
QUOTES: Final[tuple[tuple[str, str], ...]] = (("``", "“"), ("''", "”"), ("`", "‘"), ("'", "’"))
MOST_PRINTED: Final = 1000
"""So often may a page's own commands print words: a short name can't make an endless text."""
# How long and how thick a rule over some columns is, e.g. "[.1em](lr)" of \cmidrule[.1em](lr){1-3}
TRIM: Final = lazy_regex(r"\s?(?:\[[^\]\n]{0,20}\])?\s?\([lr\d.{}a-z]{0,20}\)")
# The name that a definition gives without braces, e.g. \def\pdf{PDF} · \newcommand\wk[1]{Week #1}
OWN_NAME: Final = lazy_regex(r"\s?\\[A-Za-z@]{1,40}(?:#\d){0,9}")
DEFINITIONS: Final = frozenset(("def", "gdef", "edef", "newcommand", "renewcommand", "providecommand"))
# e.g. \verb|a b|
VERBATIM: Final = lazy_regex(r"(?P<sign>[^\sA-Za-z*{])(?P<code>[^\n]{0,300}?)(?P=sign)")
RULES: Final = frozenset(
    ("hline", "toprule", "midrule", "bottomrule", "endhead", "endfirsthead", "endfoot", "endlastfoot", "specialrule")
)


@attrs.define(eq=False)
class Scanner(State):
    """One pass over a text."""

    def read(self, at: int) -> list[Block]:
        """Read from `at` to the end."""
        while at < self.end:
            at = max(at + 1, self._step(at))
        while self.frames:
            self.pop(self.end)
        self.end_paragraph()
        return self.flows[0].blocks

    def _step(self, at: int) -> int:
        character = self.text[at]
        if character == "\\":
            return self._read_command(at)
        if character == "{":
            self.push("{", None)
            return at + 1
        if character == "}":
            if self.frames and self.frames[-1].name == "{":
                self.pop(at)
            return at + 1
        if character == "%":
            end = self.text.find("\n", at)
            end = self.end if end < 0 else end
            # The line end goes with the comment, but a blank line behind it still ends the paragraph.
            return end if PARAGRAPH_END.match(self.text, end) else end + 1
        if character == "\n":
            return self._read_line_end(at)
        if character == "&" and self.table() is not None:
            self.end_cell(at)
            return at + 1
        if character == "$":
            found = MATH.match(self.text, at, self.end)
            if found:
                self.add(mend_tex(OWN_LETTER.sub(_spell_letter, found[0])).strip("$"), at, found.end())
                return found.end()
        if character == "~":
            self.add(" ", at, at + 1)
            return at + 1
        if character == "-":
            found = DASHES.match(self.text, at)
            if found:
                self.add("—" if len(found[0]) == 3 else "–", at, found.end())
                return found.end()
        if character in "`'":
            mark, printed = next(pair for pair in QUOTES if self.text.startswith(pair[0], at))
            self.add(printed, at, at + len(mark))
            return at + len(mark)
        found = PLAIN.match(self.text, at, self.end)
        end = found.end() if found else at + 1
        self.add(self.text[at:end], at, end)
        return end

    def _read_line_end(self, at: int) -> int:
        found = PARAGRAPH_END.match(self.text, at, self.end)
        if found:
            self.end_paragraph()
            return found.end()
        if self.flows[-1].runs:
            self.add("\n", at, at + 1)
        blanks = INDENT.match(self.text, at + 1, self.end)
        return blanks.end() if blanks else at + 1

    def _read_command(self, at: int) -> int:
        accent = ACCENT.match(self.text, at, self.end)
        if accent:
            self.add(mend_tex(accent[0]), at, accent.end())
            return accent.end()
        found = COMMAND.match(self.text, at, self.end)
        if not found:
            return at + 1
        name, end = found[0][1:], found.end()
        if name == "\\":
            return self._read_break(at, end)
        bare = name.rstrip("*")
        if name in ("begin", "end"):
            return read_environment(self, name, at, end)
        if bare in ("item", "bibitem"):
            return read_item(self, bare, at, end, read_label=self._read_part)
        if name.isdecimal() and self.open_names.get("outline"):
            open_level(self, int(name), at)
            return read_item(self, "item", at, end, read_label=self._read_part)
        if bare in HEADINGS:
            return self._read_heading(HEADINGS[bare], at, end)
        if name in SYMBOLS or (name in LETTERS and name != "S"):
            printed = SYMBOLS.get(name, LETTERS.get(name, ""))
            stop = end
            if name[0].isalpha():
                blank = re.compile(r"[ \t]?").match(self.text, end, self.end)
                stop = (
                    end + 2 if self.text.startswith("{}", end) else blank.end() if blank and len(printed) < 2 else end
                )
            self.add(printed, at, stop)
            return stop
        if bare in SIZES and len(self.flows) == 1:
            # A title set by hand: what is large from here to the end of its group, or of its line.
            held = self.group(self.text.rfind("{", 0, at)) if self.frames and self.frames[-1].name == "{" else None
            line = self.text.find("\\\\", end, min(self.end, end + 300))
            stop = held[1] if held is not None else line if line >= 0 else end
            self.large.append(Span(end, max(end, stop)))
            return end
        if bare in STYLES:
            return self._read_style(STYLES[bare], end)
        if bare in ("href", "url", "nolinkurl", "path"):
            return self._read_link(bare, end)
        if bare == "tabularnewline":
            return self._read_break(at, end)
        if bare in ("multicolumn", "multirow") and self.table() is not None:
            return read_multi(self, bare, end)
        if bare in RULES and (table := self.table()) is not None:
            table.rule(bare)
            end += 2 if self.text.startswith("()", end) else 0  # as Pandoc writes "\\toprule()"
            return self.skip(end, 3 if bare == "specialrule" else 0)
        if bare in ("par", "newpage", "pagebreak", "clearpage", "bigskip", "medskip", "smallskip", "maketitle"):
            self.end_paragraph()
            return end
        if bare in ("cite", "citep", "citet", "bibentry", "fullcite", "textcite", "footcite"):
            return self._read_key(bare, end)
        if bare == "footnote":
            return self._open_group(end, " (", ")")
        if bare in ("enquote", "textquote"):
            return self._open_group(end, "“", "”")
        if bare == "cmidrule" and (trim := TRIM.match(self.text, end, self.end)):
            end = trim.end()
        if bare == "verb" and (code := VERBATIM.match(self.text, end, self.end)):
            self.flows[-1].runs.append(Run(code["code"], Span(*code.span("code")), self.anchor, Mark.CODE))
            return code.end()
        if bare in DEFINITIONS and (own := OWN_NAME.match(self.text, end, self.end)):
            return self.skip(own.end(), 1)
        if bare in DROPPED:
            return self.skip(end, DROPPED.get(name, DROPPED[bare]))
        if self.macros.get(bare) == "item":
            return read_item(self, "item", at, end, read_label=self._read_part)
        if bare in self.words and self.printed < MOST_PRINTED:
            return self._print_words(self.words[bare], at, end)
        if bare in self.macros and self.macros[bare] in HEADINGS:
            return self._read_heading(HEADINGS[self.macros[bare]], at, end)
        return self._pass_over(end)

    def _read_break(self, at: int, end: int) -> int:
        option = OPTION.match(self.text, end, self.end)
        if self.text.startswith("*", end):
            end += 1
        if option and re.fullmatch(r"\s*\[\s*-?[\d.]+\s*\\?\w{0,12}\s*\]", option[0]):
            end = option.end()
        if self.table() is not None and self.frames[-1].table is not None:
            self.end_cell(at)
            self.table_required().end_row(end)
            return end
        self.add(BREAK, at, end)
        return end

    def _read_style(self, mark: int, end: int) -> int:
        blanks = re.compile(r"\s{0,20}").match(self.text, end, self.end)
        start = blanks.end() if blanks else end
        if self.text.startswith("{", start):
            self.push("{", None)
            self.marks |= mark
            return start + 1
        self.marks |= mark
        return start

    def _read_link(self, name: str, end: int) -> int:
        option = OPTION.match(self.text, end, self.end)
        inside = self.group(option.end() if option else end)
        if inside is None:
            return end
        start, stop = inside
        href = re.sub(r"\\([%#&_{}~])", r"\1", self.text[start:stop]).strip()
        anchor = Anchor(href, Span(start, stop))
        blanks = BLANKS.match(self.text, stop + 1, self.end)
        after = blanks.end() if blanks else stop + 1
        if name == "href" and self.text.startswith("{", after):
            self.push("{", None)
            self.anchor = anchor
            return after + 1
        run = Run(href, Span(start, stop), anchor if name != "path" else None, self.marks)
        self.flows[-1].runs.append(run)
        return stop + 1

    def _read_key(self, name: str, end: int) -> int:
        option = OPTION.match(self.text, end, self.end)
        inside = self.group(option.end() if option else end)
        if inside is None:
            return end
        words = self.text[inside[0] : inside[1]]
        if name in ("bibentry", "fullcite"):
            self.add(words, *inside)
        else:
            self.add(f"[{words}]", *inside)
        return inside[1] + 1

    def _open_group(self, end: int, before: str, after: str) -> int:
        option = OPTION.match(self.text, end, self.end)
        start = option.end() if option else end
        if not self.text.startswith("{", start):
            return end
        self.add(before, start, start + 1)
        self.push("{", lambda at: self.add(after, at, at + 1))
        return start + 1

    def _print_words(self, words: Text, at: int, end: int) -> int:
        """Print what a command of the page's own stands for."""
        end += 2 if self.text.startswith("{}", end) else 0
        self.printed += 1
        for run in words.runs:
            anchor, marks = run.anchor or self.anchor, run.marks | self.marks
            self.flows[-1].runs.append(Run(run.text, Span(at, end), anchor, marks))
        return end

    def _pass_over(self, end: int) -> int:
        """Pass over an unknown command and its options; the words of its arguments stay, lines apart where several."""
        option = OPTION.match(self.text, end, self.end)
        if option:
            end = option.end()
        inside = self.group(end)
        if inside is not None and self.text.startswith("{", inside[1] + 1):
            self.push("{", self._break_before_group)
            return inside[0]
        return end

    def _break_before_group(self, at: int) -> None:
        if self.text.startswith("}{", at):
            self.add(BREAK, at, at + 1)

    def _read_heading(self, level: int, at: int, end: int) -> int:
        option = OPTION.match(self.text, end, self.end)
        start = option.end() if option else end
        blanks = BLANKS.match(self.text, start, self.end)
        start = blanks.end() if blanks else start
        if not self.text.startswith("{", start):
            return end
        while self.frames and self.frames[-1].name == "{":
            self.pop(at)
        self.end_paragraph()
        flow = Flow()
        self.flows.append(flow)

        def close(stop: int) -> None:
            self.close_inner(flow)
            text = Text.of(flow.runs).strip()
            if text:
                self.flows[-1].blocks.append(Heading(level, text, Span(at, stop + 1)))

        self.push("{", close)
        return start + 1

    def _read_part(self, start: int, stop: int) -> list[Block]:
        """Read a stretch of the text as a page of its own."""
        return Scanner(self.text, stop, self.macros).read(start)
