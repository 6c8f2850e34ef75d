"""Draw documents whose contents are known, and show the smallest ones that other parsers read otherwise.

Run: python benchmarks/fuzz_others.py     (needs: pip install pandas lxml markdown-it-py)

Two parsers of tables are asked for as little as can be asked: date and topic of each session, and how many readings it
has. The days are in ISO form in all documents, so that no parser has to know dates. One switch of noise after the other
is put on. With derandomized examples, the output is the same in every run.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Final

import pandas  # type: ignore[import-not-found, import-untyped, unused-ignore]
from hypothesis import HealthCheck, settings
from hypothesis import find as search
from hypothesis.errors import NoSuchExample
from markdown_it import MarkdownIt  # type: ignore[import-not-found, import-untyped, unused-ignore]

from syllabus_parse import Syllabus, parse
from syllabus_parse.strategies import SWITCHES, documents

Fact = tuple[str, str, int]
Read = Callable[[str], list[Fact]]
READINGS: Final = ("Reading", "Required reading", "Optional reading")
EXAMPLES: Final = settings(
    max_examples=60, database=None, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck)
)
# Dates and heads of other languages would ask for more than a table; citations stand in no column that is looked at.
TRIED: Final = [
    [name, "accents"] if name == "mojibake" else [name]  # there is nothing to garble in words without accents
    for name in SWITCHES
    if name not in ("dates", "languages", "citations")
]


def pick_facts(head: list[str], rows: list[list[str]]) -> list[Fact]:
    """Take date, topic and the number of readings out of a table's rows, those without a date left out."""
    if "Date" not in head or "Topic" not in head:
        return []
    date, topic = head.index("Date"), head.index("Topic")
    works = [head.index(name) for name in READINGS if name in head]
    return [
        (row[date], row[topic], sum(len(row[place].splitlines()) for place in works if place < len(row)))
        for row in rows
        if len(row) > max(date, topic) and row[date][:2] == "20"
    ]


def read_with_pandas(text: str) -> list[Fact]:
    """Read the first table of a page with pandas."""
    table = pandas.read_html(io.StringIO(text), keep_default_na=False)[0].astype(str)
    rows = [["" if cell == "nan" else cell for cell in row] for row in table.to_numpy().tolist()]
    return pick_facts([str(name) for name in table.columns], rows)


def read_with_markdown_it(text: str) -> list[Fact]:
    """Read the rows of all tables of a page with markdown-it-py; a break within a cell is a line end."""
    rows: list[list[str]] = []
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline" and rows:
            parts = token.children or ()
            rows[-1].append("".join("\n" if part.type == "html_inline" else part.content for part in parts))
    return pick_facts(rows[0], rows[1:]) if rows else []


def read_with_ours(text: str) -> list[Fact]:
    """Read a page with this library."""
    return list_facts(parse(text))


def list_facts(syllabus: Syllabus) -> list[Fact]:
    """List date, topic and the number of readings of each session."""
    return [(str(session.date), session.title or "", len(session.readings)) for session in syllabus.sessions]


def find_break(dialect: str, noise: list[str], read: Read) -> str | None:
    """Find the smallest document that a parser reads otherwise; None where none of the examples is."""

    def differs(drawn: tuple[str, Syllabus]) -> bool:
        try:
            return read(drawn[0]) != list_facts(drawn[1])
        except Exception:  # a parser that raises is no better than one that is wrong
            return True

    try:
        return search(documents(dialect, noise=noise), differs, settings=EXAMPLES)[0]
    except NoSuchExample:
        return None


def main() -> None:
    """Print, for each parser and noise, whether it holds, and the smallest document that breaks it."""
    readers: tuple[tuple[str, str, Read], ...] = (
        ("pandas.read_html", "html", read_with_pandas),
        ("markdown-it-py", "pipe_table", read_with_markdown_it),
        ("syllabus_parse", "html", read_with_ours),
        ("syllabus_parse", "pipe_table", read_with_ours),
    )
    tried: list[list[str]] = [[], *TRIED]
    found = [
        (name, dialect, noise, find_break(dialect, noise, read)) for name, dialect, read in readers for noise in tried
    ]
    print("| Noise | " + " | ".join(f"{name} ({dialect})" for name, dialect, _ in readers) + " |")
    print("|---|" + "---|" * len(readers))
    for noise in tried:
        marks = ["breaks" if text else "holds" for _, _, own, text in found if own == noise]
        print(f"| {' and '.join(noise) or 'none'} | " + " | ".join(marks) + " |")
    shown: set[tuple[str, str]] = set()
    for name, _, noise, text in found:
        if text and (name, text) not in shown:
            shown.add((name, text))
            print(f"\n{name}, {' and '.join(noise) or 'no noise'}:\n\n```text\n{text.rstrip()}\n```")


if __name__ == "__main__":
    main()
