"""Documents made to hurt: each pattern makes a text of a given size; `robustness.py` measures what they cost."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import attrs


@attrs.frozen
class Pattern:
    """A way to make a document of about `size` characters: a head, one unit again and again, a tail."""

    name: str
    make: Callable[[int], str]


def repeat(unit: str, *, head: str = "", tail: str = "") -> Callable[[int], str]:
    """Make texts of one unit repeated, between a head and a tail."""
    return lambda size: head + unit * max(1, (size - len(head) - len(tail)) // len(unit)) + tail


def nest(opening: str, inner: str, closing: str = "") -> Callable[[int], str]:
    """Make texts that open one thing as deep as the size allows, and close it again."""

    def make(size: int) -> str:
        depth = max(1, (size - len(inner)) // (len(opening) + len(closing)))
        return opening * depth + inner + closing * depth

    return make


def indent(line: str, *, step: int = 2) -> Callable[[int], str]:
    """Make texts whose every line stands deeper than the one before it; their lines grow, so they are few."""

    def make(size: int) -> str:
        lines: list[str] = []
        length = depth = 0
        while length < size:
            lines.append(" " * (depth * step) + line)
            length += len(lines[-1]) + 1
            depth += 1
        return "\n".join(lines)[:size]

    return make


def count(template: str, *, head: str = "", tail: str = "") -> Callable[[int], str]:
    """Make texts whose every unit differs: `{n}` is its number, `{d}` a day of its own, `{w}` a word of its own."""

    def make(size: int) -> str:
        pieces = [head]
        length = len(head) + len(tail)
        number = 0
        while length < size:
            number += 1
            day = f"{1 + number // 28 % 12:02d}-{1 + number % 28:02d}"
            pieces.append(template.format(n=number, d=day, w=_spell(number), y=1970 + number % 50))
            length += len(pieces[-1])
        return "".join([*pieces, tail])

    return make


def _spell(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number, 20)
        letters += "bcdfghjklmnpqrstvwxz"[rest] + "aeiou"[rest % 5]
    return letters.capitalize()


def alias_bomb(size: int) -> str:
    """Make YAML in which every list holds the one before it nine times."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    length = len(lines[0])
    number = 0
    while length < size:
        number += 1
        lines.append(f"a{number}: &a{number} [" + ", ".join([f"*a{number - 1}"] * 9) + "]")
        length += len(lines[-1]) + 1
    return "\n".join(lines)


def merge_bomb(size: int) -> str:
    """Make YAML in which every mapping merges the one before it nine times."""
    lines = ["a0: &a0 {k0: v}"]
    length = len(lines[0])
    number = 0
    while length < size:
        number += 1
        merged = ", ".join([f"*a{number - 1}"] * 9)
        lines.append(f"a{number}: &a{number} {{<<: [{merged}], k{number}: v}}")
        length += len(lines[-1]) + 1
    return "\n".join(lines)


def entity_bomb(size: int) -> str:
    """Make a page whose document type declares entities that stand for ten others each."""
    lines = ['<?xml version="1.0"?><!DOCTYPE p [<!ENTITY e0 "lol">']
    length = len(lines[0])
    number = 0
    while length < size:
        number += 1
        lines.append(f'<!ENTITY e{number} "' + f"&e{number - 1};" * 10 + '">')
        length += len(lines[-1]) + 1
    return "\n".join([*lines, f"]><p>&e{number};</p>"])


def one_row(size: int) -> str:
    """Make a table whose only row is one line."""
    return "| Date | Topic |\n|---|---|\n| 2024-09-02 | " + "Heaps and trees " * (size // 16) + "|\n"


def many_columns(size: int) -> str:
    """Make a table of as many columns as three lines can hold."""
    columns = max(1, size // 18)
    return "| Date " * columns + "|\n" + "|---" * columns + "|\n" + "| 2024-09-02 " * (columns // 2) + "|\n"


def attributes(size: int) -> str:
    """Make one tag with as many attributes as the size allows, and a table behind it."""
    return "<p " + " ".join(f"a{number}=x" for number in range(size // 8)) + ">Heaps</p>"


def long_number(size: int) -> str:
    """Make a page whose date, week, year and number are numbers without end."""
    digits = "9" * (size // 4)
    return f"week: {digits}\nyear: {digits}\n- date: {digits}\n  number: {digits}\n"


def surrogates(size: int) -> str:
    """Make text of lone surrogates between letters."""
    return "Heaps \ud800 and \udfff trees\n" * (size // 22)


def rowspans(size: int) -> str:
    """Make an HTML table whose every cell claims to span a thousand rows and columns."""
    return repeat("<tr><td rowspan=1000 colspan=1000>9/2", head="<table>")(size)


def jumping_items(size: int) -> str:
    """Make a list whose items stand at every depth in turn, so that lists open and close all the time."""
    lines = [" " * (2 * ((number * 7) % 40)) + "- x" for number in range(max(1, size // 42))]
    return "\n".join(lines)


def grid_table(size: int) -> str:
    """Make a reStructuredText grid table of many rows."""
    rule = "+--------+--------+\n"
    return rule + "| 9/2    | Heaps  |\n".join([rule] * max(1, size // 40))


WEB: Final = "https://example.org/"
TABLE: Final = "| Date | Topic | Reading |\n|---|---|---|\n"

RUN: Final = 2_800
"""Characters: nearly the longest text that is still read as the title of a work."""
PLACES: Final = (
    ("heading", "", "## Week {n}: @ Heaps {w}\n\n"),
    ("dated item", "", "- 2024-{d}: @ Heaps {w}\n"),
    ("cell", TABLE, "| 9/2 | @ Heaps {w} | Gray |\n"),
    ("work", "", "- A. Quill. @ Heaps {w}. OSDI {y}.\n"),
    ("bracket", "", "- Heaps {w} (@), OSDI {y}\n"),
    ("paragraph", "", "Week {n}: @ Heaps {w}\n\n"),
    ("value", "", "- date: 2024-{d}\n  title: '@ {w}'\n"),
    ("HTML cell", "<table><tr><th>Date<th>Topic", "<tr><td>9/2<td>@ Heaps {w}"),
)

PATTERNS: Final[tuple[Pattern, ...]] = (
    # Long runs of one sign, on one line and line by line; and in each place where something is read.
    *(Pattern(f"run of {sign!r}", repeat(sign)) for sign in "|[(*>`#-&<\\_~$!+=:;,.'\"@{}%^ x9\t"),
    Pattern("run of ']'", repeat("]")),
    *(
        Pattern(f"run of {sign!r} in a {place}", count(line.replace("@", sign * RUN), head=head))
        for sign in " *-.,([a"
        for place, head, line in PLACES
    ),
    Pattern("run of ')'", repeat(")")),
    Pattern("run of '{%'", repeat("{%")),
    Pattern("run of '{{'", repeat("{{")),
    Pattern("run of line ends", repeat("\n", tail="x")),
    Pattern("run of carriage returns", repeat("\r", tail="x")),
    Pattern("run of form feeds", repeat("\f", tail="x")),
    Pattern("run of no-break spaces", repeat("\u00a0", tail="x")),
    Pattern("run of zero-width spaces", repeat("\u200b", tail="x")),
    Pattern("run of right-to-left overrides", repeat("a\u202e")),
    Pattern("run of combining accents", repeat("\u0301", head="a")),
    Pattern("run of U+0000", repeat("a\x00b c d e f g h i j k l ")),
    Pattern("lone surrogates", surrogates),
    *(Pattern(f"lines of {sign!r}", repeat(sign + "\n")) for sign in "|[(*>`#-&<\\+=:;,.~{x9"),
    Pattern("bars and blanks", repeat("| ")),
    Pattern("bars, a letter each", repeat("|a", head="x")),
    Pattern("a delimiter row without end", repeat("|---")),
    Pattern("delimiter rows", repeat("|---|---|\n")),
    # Deep nesting.
    Pattern("quotes, deep", nest("> ", "Heaps")),
    Pattern("quotes, deep, no blanks", nest(">", "Heaps")),
    Pattern("quoted lists, deep", nest("> - ", "Heaps")),
    Pattern("list markers on one line", nest("- ", "Heaps")),
    Pattern("numbered markers on one line", nest("1. ", "Heaps")),
    Pattern("lists, each deeper", indent("- Heaps")),
    Pattern("numbers, each deeper", indent("1. Heaps", step=3)),
    Pattern("lists that jump", jumping_items),
    Pattern("YAML, each deeper", indent("a:", step=1)),
    Pattern("YAML lists on one line", nest("- ", "x")),
    Pattern("JSON lists, deep", nest("[", "1", "]")),
    Pattern("JSON objects, deep", nest('{"a":', "1", "}")),
    Pattern("YAML flow, deep, unclosed", nest("- [", "x")),
    Pattern("HTML lists, deep", nest("<ul><li>", "Heaps", "</li></ul>")),
    Pattern("HTML tables, deep", nest("<table><tr><td>", "Heaps", "</td></tr></table>")),
    Pattern("HTML divisions, deep", nest("<div>", "Heaps", "</div>")),
    Pattern("HTML quotes, deep, unclosed", nest("<blockquote>", "Heaps")),
    Pattern("formatting elements, unclosed", nest("<b>", "Heaps")),
    Pattern("formatting elements across paragraphs", repeat("<b><p>")),
    Pattern("LaTeX groups, deep", nest("{", "Heaps", "}")),
    Pattern("LaTeX lists, deep", nest("\\begin{itemize}\\item ", "Heaps", "\\end{itemize}")),
    Pattern("LaTeX commands, deep", nest("\\textbf{", "Heaps", "}")),
    Pattern("brackets, deep", nest("[", "Heaps", "]")),
    Pattern("links in links", nest("[", "Heaps", "](u)")),
    Pattern("parentheses in a target", nest("(", "u", ")")),
    Pattern("emphasis in emphasis", nest("*a ", "b", " a*")),
    Pattern("Org headings, each deeper", nest("*", " Heaps")),
    # What never closes.
    Pattern("'[a]('", repeat("[a](")),
    Pattern("'[a](<'", repeat("[a](<")),
    Pattern("'[a](u \"'", repeat('[a](u "')),
    Pattern("'![a]('", repeat("![a](")),
    Pattern("'[a]['", repeat("[a][")),
    Pattern("'[[a'", repeat("[[a")),
    Pattern("'<a '", repeat("<a ")),
    Pattern("'<a href=\"'", repeat('<a href="')),
    Pattern("'<!--'", repeat("<!--")),
    Pattern("'<![CDATA['", repeat("<![CDATA[")),
    Pattern("'<?'", repeat("<?")),
    Pattern("'</'", repeat("</")),
    Pattern("'<script>'", repeat("<script>")),
    Pattern("'<style'", repeat("<style")),
    Pattern("'<td>'", repeat("<td>")),
    Pattern("'<tr><td>'", repeat("<table><tr><td>")),
    Pattern("'</p>'", repeat("</p>")),
    Pattern("'<select><option>'", repeat("<select><option>")),
    Pattern("'*a **a '", repeat("*a **a ")),
    Pattern("'a**b'", repeat("a**b")),
    Pattern("'*_'", repeat("*_")),
    Pattern("'~~a '", repeat("~~a ")),
    Pattern("'`a``b'", repeat("`a``b")),
    Pattern("fences", repeat("```\nx\n")),
    Pattern("growing fences", lambda size: "\n".join("`" * (3 + n) for n in range(int((2 * size) ** 0.5)))),
    Pattern("growing code spans", lambda size: " ".join("`" * (1 + n) for n in range(int((2 * size) ** 0.5)))),
    Pattern("'{% raw %}'", repeat("{% raw %}")),
    Pattern("'{% if x %}'", repeat("{% if x %}a\n")),
    Pattern("'{% comment %}'", repeat("{% comment %}")),
    Pattern("'{{ x'", repeat("{{ x | y: ")),
    Pattern("'{{< x'", repeat("{{< x ")),
    Pattern("'$a'", repeat("$a ")),
    Pattern("'\\('", repeat("\\(")),
    Pattern("'\\verb|'", repeat("\\verb|a")),
    Pattern("'\\begin{a}'", repeat("\\begin{a}")),
    Pattern("'\\end{a}'", repeat("\\end{a}")),
    Pattern("'\\def\\a{'", repeat("\\def\\a{\\a\\a}\n\\a")),
    Pattern("LaTeX ampersands", repeat("a & b \\\\\n", head="\\begin{tabular}{ll}\n")),
    Pattern("reference definitions", count("[{w}]: u{n}\n")),
    Pattern("references without definitions", count("[{w}] ")),
    Pattern("footnotes", count("[^{n}]: x\n[^{n}] ")),
    Pattern("front matter that never closes", repeat("a: b\n", head="---\n")),
    Pattern("front matter again and again", repeat("---\n")),
    Pattern("rulers", repeat("* * *\n")),
    Pattern("underlined headings", repeat("Heaps\n=====\n")),
    Pattern("a paragraph and a ruler without end", repeat("=", head="Heaps\n")),
    Pattern("rst directives", repeat(".. note::\n\n   x\n\n")),
    Pattern("rst roles", repeat(":a:`b")),
    Pattern("rst links", repeat("`a <b")),
    Pattern("rst grid table", grid_table),
    Pattern("rst grid corners", repeat("+-")),
    Pattern("rst simple table", repeat("a    b\n", head="==== ====\n", tail="==== ====\n")),
    Pattern("Org drawers", repeat(":PROPERTIES:\n")),
    Pattern("Org blocks", repeat("#+BEGIN_SRC\n")),
    Pattern("Org time stamps", repeat("<2024-09-02")),
    # Entities, escapes, encodings.
    Pattern("'&amp;' chain", lambda size: "&" + "amp;" * (size // 4)),
    Pattern("'&amp;'", repeat("&amp;")),
    Pattern("'&#'", repeat("&#")),
    Pattern("'&#x1F600'", repeat("&#x1F600")),
    Pattern("a numeric entity without end", repeat("9", head="&#")),
    Pattern("a named entity without end", repeat("a", head="&")),
    Pattern("entity bomb", entity_bomb),
    Pattern("percent escapes", repeat("%41", head=f"[a]({WEB}", tail=")")),
    Pattern("TeX accents", repeat("\\'e")),
    Pattern("TeX accents, unclosed", repeat("\\'{")),
    Pattern("mojibake", repeat("Ã©â€™")),
    Pattern("mojibake, nested", lambda size: _mojibake("é", size)),
    Pattern("ligatures and wide letters", repeat("ﬁＡ①")),
    # Data files.
    Pattern("YAML alias bomb", alias_bomb),
    Pattern("YAML merge bomb", merge_bomb),
    Pattern("YAML anchors", count("- &a{n} x\n")),
    Pattern("YAML tags", repeat("- !!python/object/apply:os.system [x]\n")),
    Pattern("YAML documents", repeat("---\na: b\n...\n")),
    Pattern("YAML keys", count("k{n}: v\n")),
    Pattern("YAML sessions", count("- date: 2024-{d}\n  title: Heaps {w}\n")),
    Pattern("YAML broken lines", repeat("a: b: c\n")),
    Pattern("YAML quotes", repeat("a: 'b\n")),
    Pattern("YAML block scalars", repeat("a: |\n  b\n")),
    Pattern("YAML question marks", repeat("? ")),
    Pattern("JSON numbers", repeat("1,", head="[", tail="1]")),
    Pattern("JSON strings, unclosed", repeat('["a",')),
    Pattern("JSON, one string", repeat("\\u0041", head='{"title": "', tail='"}')),
    Pattern("CSV quotes", repeat('"a,')),
    Pattern("CSV rows", count("2024-{d},Heaps {w},x\n", head="Date,Topic,Paper\n")),
    Pattern("CSV, one row", repeat("a,")),
    Pattern("TOML tables", count("[[a]]\nb = {n}\n")),
    Pattern("TOML dotted keys", repeat("a.", tail="b = 1\n")),
    Pattern("numbers without end", long_number),
    # Tables.
    Pattern("one row, one line", one_row),
    Pattern("many columns", many_columns),
    Pattern("many rows", repeat("| a | b | c |\n", head=TABLE)),
    Pattern("many dated rows", count("| 2024-{d} | Heaps {w} | Trees {n} |\n", head=TABLE)),
    Pattern("many dates without a year", count("| {d} | Heaps {w} | |\n", head=TABLE)),
    Pattern("many ragged rows", repeat("| a | b | c | d | e\n| a\n", head=TABLE)),
    Pattern("many tables", repeat("| a |\n|---|\n| b |\n\n")),
    Pattern("many headers", repeat("| Date | Topic |\n|---|---|\n")),
    Pattern("tables without rules", repeat("| 9/2 | Heaps |\n")),
    Pattern("HTML rows", count("<tr><td>2024-{d}<td>Heaps {w}\n", head="<table>")),
    Pattern("HTML rowspans", rowspans),
    Pattern("attributes on one tag", attributes),
    Pattern("an attribute without end", repeat("a", head='<p title="', tail='">')),
    Pattern("many tags", repeat("<i>a</i>")),
    Pattern("a tag name without end", repeat("a", head="<")),
    Pattern("row dump", count("2024-{d} | Heaps {w} | Trees\n", head="Date | Topic | Paper\n")),
    Pattern("row dump, tabs", count("{d}\tHeaps {w}\tTrees\n", head="Date\tTopic\tPaper\n")),
    Pattern("cells on lines of their own", count("{d}\nHeaps {w}\nTrees\n", head="Date\nTopic\nPaper\n")),
    Pattern("columns of text", repeat("9/2     Heaps       Trees\n")),
    # Headings, lists, paragraphs.
    Pattern("headings", repeat("# a\n")),
    Pattern("headings, each its own", count("# {w}\n")),
    Pattern("dated headings", count("## 2024-{d}: Heaps {w}\n\n")),
    Pattern("week headings", count("## Week {n}: Heaps\n\n")),
    Pattern("venue headings", count("## OSDI {y}\n\n- Heaps {w}\n\n")),
    Pattern("items", repeat("- a\n")),
    Pattern("dated items", count("- 2024-{d}: Heaps {w}\n")),
    Pattern("loose items", repeat("- a\n\n  b\n\n")),
    Pattern("paragraphs", repeat("Heaps and trees\n\n")),
    Pattern("one paragraph", repeat("Heaps and trees\n")),
    Pattern("one sentence", repeat("Heaps and trees ")),
    Pattern("one dated paragraph", count("Sep {n}: Heaps\n")),
    # Words of a syllabus without end.
    Pattern("all dates", repeat("9/2 ")),
    Pattern("all dates, worded", repeat("Monday, September 2, 2024, ")),
    Pattern("all dates, each its own", count("2024-{d}, ")),
    Pattern("date ranges", repeat("9/2-9/4 & ")),
    Pattern("all times", repeat("15:00-16:30 ")),
    Pattern("all months", repeat("September ")),
    Pattern("all weekdays", repeat("Mon Tue Wed ")),
    Pattern("all years", count("{y} ")),
    Pattern("all authors", repeat("Ada Quill, ")),
    Pattern("all authors, each their own", count("Ada {w}, ")),
    Pattern("all authors, 'and'", repeat("Ada Quill and ")),
    Pattern("all authors, inverted", repeat("Quill, A., ")),
    Pattern("all authors, affiliated", repeat("Ada Quill (Nowhere University), ")),
    Pattern("authors typed together", repeat("AdaQuillBeaMarsh")),
    Pattern("all initials", repeat("A. ")),
    Pattern("all capitals", repeat("ACM ")),
    Pattern("all venues", repeat("VLDB 2019, ")),
    Pattern("all venues, long", repeat("Proceedings of the International Conference on ")),
    Pattern("venue brackets", repeat("(OSDI '18) ")),
    Pattern("all papers", count("- Ada Quill, Bea Marsh. Heaps {w}. VLDB {y}.\n")),
    Pattern("all papers, one paragraph", count("Ada Quill, Bea Marsh. Heaps {w}. VLDB {y}.\n")),
    Pattern("all papers, one line", count("Ada Quill, Bea Marsh. Heaps {w}. VLDB {y}. ")),
    Pattern("all papers in one cell", count("[Heaps {w}](u{n}) (VLDB {y}); ", head=TABLE + "| 9/2 | Trees | ")),
    Pattern("all papers in one cell, br", count("Heaps {w}, VLDB {y}<br>", head=TABLE + "| 9/2 | Trees | ")),
    Pattern("quoted titles", repeat('"Heaps", ')),
    Pattern("all links", count(f"[pdf]({WEB}{{n}}.pdf) ")),
    Pattern("all bare links", count(f"{WEB}{{n}} ")),
    Pattern("one link without end", repeat("a/", head=WEB)),
    Pattern("all DOIs", repeat("10.1145/1234567.1234568 ")),
    Pattern("one DOI without end", repeat("1.", head="10.1145/")),
    Pattern("all arXiv numbers", repeat("arXiv:1909.01315 ")),
    Pattern("all mail addresses", repeat("a@b.c ")),
    Pattern("one mail address without end", repeat("a@")),
    Pattern("labels", repeat("Reading: ")),
    Pattern("labelled lines", repeat("Reading: Heaps\n")),
    Pattern("due dates", repeat("HW1 due 9/2; ")),
    Pattern("due lines", count("Homework {n} due 2024-{d}\n")),
    Pattern("numbered references", count("[{n}] A. Quill. Heaps {w}. OSDI, {y}.\n")),
    Pattern("references to references", count("[{n}], ")),
    Pattern("sections of a textbook", count("{n}.1-3, ")),
    Pattern("slashes", repeat("a/")),
    Pattern("semicolons", repeat("a; ")),
    Pattern("commas", repeat("a, ")),
    Pattern("colons", repeat("a: ")),
    Pattern("dashes", repeat("a - ")),
    Pattern("full stops", repeat("A. b. ")),
    Pattern("parentheses", repeat("(a) ")),
    Pattern("brackets", repeat("[a] ")),
    Pattern("a word without end, capitals", repeat("aB")),
    Pattern("a word without end, hyphens", repeat("a-")),
)


def _mojibake(word: str, size: int) -> str:
    """Spoil a word again and again, each time as someone reads UTF-8 as Windows-1252."""
    for _ in range(4):
        word = word.encode("utf-8").decode("latin-1")
    return (word + " ") * (size // (len(word) + 1))
