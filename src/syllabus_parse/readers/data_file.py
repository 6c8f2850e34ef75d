"""Data files: YAML, JSON (also in a script, also one object a line), TOML, CSV and TSV."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final, Literal, TypeAlias

from syllabus_parse.document import (
    Block,
    Cell,
    Data,
    Document,
    Mapping,
    Node,
    Paragraph,
    Problem,
    Row,
    Run,
    Scalar,
    Sequence,
    Table,
    Text,
)
from syllabus_parse.readers.blocks import read_blocks
from syllabus_parse.readers.inline import read_inline
from syllabus_parse.readers.nodes_csv import find_delimiter
from syllabus_parse.readers.nodes_json import SCRIPT, is_json
from syllabus_parse.readers.reader import Guess, Reader
from syllabus_parse.regex import lazy_regex
from syllabus_parse.source import Source, Span

Format: TypeAlias = Literal["yaml", "json", "script", "toml", "csv"]

SAMPLE: Final = 60_000
"""Characters that tell a format; the rest of a file is like its beginning."""
SUFFIXES: Final[tuple[tuple[str, Format], ...]] = (
    (".yaml", "yaml"),
    (".yml", "yaml"),
    (".json", "json"),
    (".jsonl", "json"),
    (".ndjson", "json"),
    (".json5", "json"),
    (".geojson", "json"),
    (".js", "script"),
    (".mjs", "script"),
    (".ts", "script"),
    (".toml", "toml"),
    (".csv", "csv"),
    (".tsv", "csv"),
    (".tab", "csv"),
)
JSON_START: Final = lazy_regex(
    r"""\s*+(?:\[\s*+[\[{"'] | \[\s*+\] | \{\s*+(?:["'][^"'\n]{0,80}["'] | [\w$]{1,60}\s{0,4}: | \}))""", re.VERBOSE
)  # e.g. [{ · ["a" · {"a": · {a:
# The first line of a script, e.g. /* eslint-disable */ · export const talks = [
SCRIPT_START: Final = lazy_regex(r"\s*+(?:/[/*]|(?:import|export|const|let|var)\s|[\"']use strict|module\.|exports\.)")
TOML_HEAD: Final = lazy_regex(r"^\s{0,8}\[\[?[\w.\-\" ]{1,80}\]\]?\s{0,8}(?:#.*)?$", re.MULTILINE)
TOML_PAIR: Final = lazy_regex(r"^\s{0,8}[\w.\"-]{1,80}\s{0,8}=\s{0,8}(?:[\"'\[{]|[\d-]|true|false)", re.MULTILINE)
# A line of YAML that no prose has, e.g. "- date: 9/3" · "  title: Maps" · "links:"; an address is no key.
YAML_PAIR: Final = lazy_regex(
    r"""^[ \t]{0,80}(?:(?:-[ \t]{1,20}){0,8}\{?(?:["'][^"'\r\n]{1,60}["']|[^\W\d][\w -]{0,40})"""
    r"""|\d{1,4}[-/]\d{1,2}(?:[-/]\d{1,4})?):(?=[ \t\r]|$)"""
)
# A further key of an entry, e.g. "  title: Maps"
YAML_INNER: Final = lazy_regex(r"^[ \t]{1,80}[\"'\w][^:]{0,60}:(?=[ \t\r]|$)")
BLANK_LINE: Final = lazy_regex(r"\n[ \t\r]{0,20}\n")
YAML_ITEM: Final = lazy_regex(r"^[ \t]{0,80}-(?:[ \t]|$)")
SUBHEADING: Final = lazy_regex(r"#{2,6} \S")
FRONT_MATTER_END: Final = lazy_regex(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
# Words of the first row of a table of sessions or works, in the languages that syllabi are written in.
HEADER_WORDS: Final = lazy_regex(
    r"\b(?:date|week|day|topic|title|lecture|session|reading|readings|author|authors|paper|slides|instructor|speaker|"
    r"presenter|venue|year|url|link|assignment|due|notes|module|number|class|datum|woche|thema|titel|fecha|semana|tema|"
    r"título|lectura|data|aula|leitura)\b|日期|周次|主题|内容",
    re.IGNORECASE,
)


def read(source: Source) -> Document:
    r"""Read a data file: a tree of data becomes one `Data` block, delimited text one table.

    A file of none of the formats is read as YAML, which takes nearly anything.

    >>> document = read(Source("- date: 9/3\n  title: Maps"))
    >>> [type(block).__name__ for block in document.blocks]
    ['Data']
    >>> len(read(Source("Date,Topic\n9/3,Maps", uri="plan.csv")).blocks[0].rows)
    2
    """
    from syllabus_parse.readers.data_nodes import (  # noqa: PLC0415 - only a data file should pay for them
        read_csv,
        read_json,
        read_toml,
        read_yaml,
    )

    text = source.text
    form = find_format(text, source.uri)
    blocks: tuple[Block, ...] = ()
    problems: tuple[Problem, ...]
    if form == "csv":
        table, problems = read_csv(text, inline=read_inline, blocks=_read_cell)
        blocks = (table,) if table is not None else ()
    else:
        root: Node | None
        if form in ("json", "script"):
            root, problems = read_json(text, inline=read_inline)
        elif form == "toml":
            root, problems = read_toml(text, inline=read_inline)
        else:
            root, problems = read_yaml(text, inline=read_inline)
        blocks = () if root is None else (_wrap(root, text),)
    return Document(source, "yaml", blocks, problems=problems)


def _read_cell(text: str, offset: int) -> tuple[Block, ...]:
    """Read a cell of several lines as the Markdown that it mostly is."""
    return read_blocks(text, offset)[0]


def _wrap(root: Node, text: str) -> Block:
    """Make a block of a root: rows of plain values are a table, a lone scalar is a paragraph, all else is data."""
    table = _read_rows(root)
    if table is not None:
        return table
    if isinstance(root, Scalar):
        start = len(text) - len(text.lstrip())
        words = text.strip()
        span = Span(start, start + len(words))
        return Paragraph(Text.of([Run(words, span)] if words else ()), span)
    return Data(root, root.span)


def _read_rows(root: Node) -> Table | None:
    """Read [["Date", "Topic"], ["9/3", "Maps"]], as spreadsheets are exported; None for any other data."""
    if isinstance(root, Mapping) and len(root.entries) < 6:
        # {"range": …, "values": [[…]]}
        lists = [value for _, value in root.entries if isinstance(value, Sequence)]
        root = lists[0] if len(lists) == 1 else root
    if not isinstance(root, Sequence) or len(root.items) < 2:
        return None
    rows: list[Row] = []
    for item in root.items:
        if not isinstance(item, Sequence) or not all(isinstance(cell, Scalar) for cell in item.items):
            return None
        cells = []
        for cell in item.items:
            assert isinstance(cell, Scalar)  # noqa: S101 (just asked)
            blocks: tuple[Block, ...] = (Paragraph(cell.text, cell.text.span or cell.span),) if cell.text else ()
            cells.append(Cell(blocks, cell.span, header=not rows))
        rows.append(Row(tuple(cells), item.span, header=not rows))
    return Table(tuple(rows), root.span) if max(len(row.cells) for row in rows) > 1 else None


def find_format(text: str, uri: str | None = None) -> Format:
    r"""Tell the format of a data file; its name counts only where the text does not contradict it.

    >>> find_format("[[talks]]\nday = 1"), find_format('[{"a": 1}]'), find_format("a: b"), find_format("week,day\n1,2")
    ('toml', 'json', 'yaml', 'csv')
    """
    guess = guess_format(text)
    named = _named_format(uri)
    if guess is not None and (guess[1] >= 0.9 or named is None):
        return guess[0]
    return named or "yaml"


def guess_format(text: str) -> tuple[Format, float, str] | None:
    r"""Tell which format a text looks like, how sure that is, and why; None for prose.

    >>> guess_format("We meet on Tuesdays.\nBring a laptop.")
    >>> guess_format("- date: 9/3\n  title: Maps\n")[:2]
    ('yaml', 0.95)
    """
    sample = text[:SAMPLE]
    stripped = sample.strip()
    if not stripped or stripped[0] == "<":
        return None
    if JSON_START.match(sample):
        if is_json(text):
            return "json", 0.98, "the whole is one JSON value"
        if stripped[0] == "{" or re.match(r"\[\s*+[{\"']", stripped):
            return "json", 0.9, "it begins like JSON"
    if SCRIPT_START.match(sample) and SCRIPT.search(sample):
        return "script", 0.92, "data is assigned to a name of a script"
    heads, pairs = len(TOML_HEAD.findall(sample)), len(TOML_PAIR.findall(sample))
    lines = [line for line in sample.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    if pairs and (heads + pairs) * 10 >= len(lines) * 5 and (heads or pairs * 10 >= len(lines) * 8):
        return "toml", 0.93, f"{pairs} lines assign a value to a key as TOML does"
    found = _guess_yaml(sample, lines)
    table = _guess_table(lines)
    if table is not None and (found is None or table[1] > found[1]):
        return table
    return found


# Words in italics or a link behind a label, which no plain value of YAML begins with
MARKDOWN_VALUE: Final = lazy_regex(r":\s+(?:\*{1,3}[^\s*][^*\n]{0,200}\*|\[[^\[\]\n]{1,200}\]\()")


def _guess_yaml(sample: str, lines: list[str]) -> tuple[Format, float, str] | None:
    """Count the lines that only YAML has; a front matter with prose below it is another dialect's."""
    start = sample.lstrip()
    if start.startswith("---"):
        end = FRONT_MATTER_END.search(start, 3)
        if end is not None and start[end.end() :].strip():
            body = [line for line in start[end.end() :].splitlines() if line.strip()]
            if not body or sum(1 for line in body if YAML_PAIR.match(line)) * 2 < len(body):
                return None
            if any(SUBHEADING.match(line) for line in body):
                return None  # headings with labelled items below: a page, however much of it looks like pairs
        lines = [line for line in lines if line.strip() not in ("---", "...")]
    if not lines or not (YAML_PAIR.match(lines[0]) or YAML_ITEM.match(lines[0]) or lines[0].startswith("%YAML")):
        return None
    pairs = sum(1 for line in lines if YAML_PAIR.match(line))
    # The lines below a key that are deeper than it belong to its value.
    inner = 0
    depth = -1
    for line in lines:
        indent = len(line) - len(line.lstrip())
        if YAML_PAIR.match(line):
            depth = indent
        elif depth >= 0 and (indent > depth or line.strip() == "-" or (YAML_ITEM.match(line) and indent >= depth)):
            inner += 1
    share = (pairs + inner) / len(lines)
    if pairs == 0 or share < 0.85:
        return None
    named = [line.split(":")[0].strip(" \t-{\"'") for line in lines if YAML_PAIR.match(line)]
    keys = set(named)
    uses = Counter(named)
    # "- Offload Annotations: Bringing …" is a list of titles, "- Feb 29: Coasts" one under dates: data has short keys,
    # lower case or used again. Of a key or two alone nothing can be asked but that they are words.
    plain = [key for key in named if key.count(" ") < 3 and (key[:1].islower() or uses[key] > 1)]
    few = len(named) < 3 and len(lines) < 4 and not any(key[-1:].isdigit() for key in named)
    if len(plain) * 2 < len(named) and not few:
        return None
    nested = sum(1 for line in lines if line[:1] in " \t" or line.startswith("- ")) > len(lines) * 0.3
    score = 0.95 if nested and (len(keys) < pairs or inner or pairs == len(lines)) else 0.85 if nested else 0.6
    alike = all(line.startswith("- ") for line in lines)
    if alike and any(map(MARKDOWN_VALUE.search, lines)):
        return None  # "- Film: *Metropolis*": labelled items of a page
    flat = not nested or not any(map(YAML_INNER.match, lines))
    if (alike or (flat and len(keys) < pairs)) and sum(map(bool, map(SUBHEADING.match, sample.splitlines()))) > 1:
        return None  # "## Week 36" over "Topic: Looms" or "- Monday: Looms", again and again: a page of labelled lines
    if not nested and len(keys) * 2 < pairs + 1 and BLANK_LINE.search(sample.strip()):
        return None  # the same few keys again and again, between empty lines: entries of a form
    if not nested and (pairs < 3 or len(keys) < pairs):
        score = 0.4  # a key twice on the outermost level is a form filled in, not a mapping
    return "yaml", score, f"{pairs} of {len(lines)} lines are YAML keys with values"


def _guess_table(lines: list[str]) -> tuple[Format, float, str] | None:
    r"""Tell delimited text by a first row of known words and rows of like width."""
    if len(lines) < 2:
        return None
    mark = find_delimiter("\n".join(lines[:12]))
    if mark == "|":
        return None  # a table of pipes is another dialect's
    if lines[0].lstrip()[:1] in "-*+{[#>|" or "](" in lines[0]:
        return None  # a list, a line of Markdown, or a row of pipes with tabs around its cells
    listed = any(line.startswith(("- ", "* ", "+ ")) for line in lines[1:])
    if listed and any(sign.isdigit() for sign in lines[0]):
        return None  # "Class 1 – Tue, Jan 9" above a list: lines of a page
    head = lines[0].split(mark)
    if any(cell.strip() == "|" for cell in head):
        return None  # tabs around the bars of a table
    known = sum(1 for cell in head if len(cell) < 40 and HEADER_WORDS.search(cell))
    enough = known >= 2 or (known == 1 and len(head) == 2)
    if len(head) < 2 or not enough or any(len(cell) > 60 for cell in head):
        return None
    counts = [_count_cells(line, mark) for line in lines[:40]]
    like = sum(1 for count in counts if count == len(head)) / len(counts)
    if like < 0.6:
        return None
    name = {"\t": "tabs", ",": "commas", ";": "semicolons"}[mark]
    return "csv", 0.75 + 0.2 * like, f"{known} known words of a header parted by {name}, and rows of its width"


def _count_cells(line: str, mark: str) -> int:
    return re.sub(r'"[^"]*+"', "", line).count(mark) + 1


def _named_format(uri: str | None) -> Format | None:
    path = (uri or "").split("?")[0].split("#")[0].casefold()
    for suffix, form in SUFFIXES:
        if path.endswith(suffix):
            return form
    return None


def detect(source: Source) -> Guess | None:
    r"""Tell whether a source is a data file, by its text and its name; None for prose and markup.

    >>> detect(Source("- date: 9/3\n  title: Maps\n")).score
    0.95
    >>> detect(Source("# Schedule\n\n- 9/3: Maps"))
    """
    guess = guess_format(source.text)
    named = _named_format(source.uri)
    if guess is None:
        if named in (None, "script"):
            return None
        return Guess("yaml", 0.5, (f"its name says {named}",))
    form, score, reason = guess
    if named == form:
        return Guess("yaml", max(score, 0.97), (reason, f"its name says {named}"))
    return Guess("yaml", score, (reason,))


READER: Final = Reader("yaml", read, detect)
