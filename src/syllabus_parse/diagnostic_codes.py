"""The table of the stable codes of diagnostics. Data, longer than a file of code may be."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias, get_args

import attrs

Severity: TypeAlias = Literal["info", "warning", "error"]
SEVERITIES: Final[tuple[Severity, ...]] = get_args(Severity)
"""From the mildest to the worst."""


@attrs.frozen
class Code:
    """One thing that can be said: its stable code, how bad it is, what it means and what to do about it.

    `example` is a document that makes the library say it, with U+FFFD for a byte that is no text; None where
    it would be too long to show, or where no document does so by itself (SP104, SP199, SP704, SP705).
    """

    code: str
    severity: Severity
    meaning: str
    remedy: str
    example: str | None


CODES: Final[tuple[Code, ...]] = (
    Code(
        "SP101",
        "warning",
        "bytes that are no text in the document's encoding were replaced",
        "save the document as UTF-8, or decode it yourself and pass text",
        "| 2024-09-02 | Caf\ufffd culture |\n| 2024-09-04 | Größe, Länge, Höhe |",
    ),
    Code(
        "SP102",
        "error",
        "the document looks binary",
        "pass the text of the document, not the file of a program",
        "%PDF-1.7",
    ),
    Code(
        "SP103",
        "info",
        "the document is empty",
        "nothing to do",
        "",
    ),
    Code(
        "SP104",
        "error",
        "the document could not be opened",
        "check that it is there and may be read",
        None,
    ),
    Code(
        "SP199",
        "error",
        "an error inside the library; the document was given up",
        "report it, with the document if you may",
        None,
    ),
    Code(
        "SP201",
        "warning",
        "no schedule and no reading list was found",
        "name the dialect, or check the input",
        "The office is closed on Mondays.",
    ),
    Code(
        "SP202",
        "info",
        "a row has more or fewer cells than the table has columns",
        "check the cells at the span",
        "| Date | Topic | Paper |\n|---|---|---|\n| 2024-09-02 | Heaps |",
    ),
    Code(
        "SP203",
        "info",
        "the role of a column was inferred from what is in it",
        "give the table a header row",
        "| 2024-09-02 | Heaps |\n|---|---|\n| 2024-09-04 | Treaps |",
    ),
    Code(
        "SP204",
        "warning",
        "a header without rows",
        "check that the document is complete",
        "| Date | Topic |\n|---|---|",
    ),
    Code(
        "SP205",
        "warning",
        "a data file or front matter could not be read",
        "check its syntax at the span",
        "---\ntitle: [Algorithms\n---\n\n# 2024-09-02: Heaps",
    ),
    Code(
        "SP206",
        "info",
        "two dialects fit about equally well",
        "name the dialect",
        "## 2024-09-02\n\nHeaps, with many words of text\n\n| Date | Topic |\n|---|---|\n| 9/2 | Heaps |",
    ),
    Code(
        "SP301",
        "warning",
        "a date could not be read",
        "the words are in the session's raw text",
        "| Date | Topic |\n|---|---|\n| 2024-09-02 | Heaps |\n| 40 days on | Treaps |",
    ),
    Code(
        "SP302",
        "info",
        "the year was inferred",
        "pass `year` where you know it",
        "# Algorithms, Fall 2024\n\n| Date | Topic |\n|---|---|\n| 9/2 | Heaps |",
    ),
    Code(
        "SP303",
        "warning",
        "the year is not known; the date is left open",
        "pass `year` or `url`",
        "| Date | Topic |\n|---|---|\n| 9/2 | Heaps |",
    ),
    Code(
        "SP304",
        "warning",
        "the weekday named contradicts the date",
        "check the year",
        "| Date | Topic |\n|---|---|\n| Tue 2024-09-02 | Heaps |\n| Wed 2024-09-04 | Treaps |",
    ),
    Code(
        "SP305",
        "info",
        "several years fit; the likeliest was chosen",
        "pass `year` where you know it",
        "# Algorithms, 2024\n\n| Date | Topic |\n|---|---|\n| 9/2 | Heaps |",
    ),
    Code(
        "SP306",
        "info",
        "day and month could be read either way; one order was chosen for the document",
        "check one date",
        "# Algorithms, Fall 2024\n\n"
        "| Date | Topic |\n|---|---|\n| 03/09 | Heaps |\n| 10/09 | Treaps |\n| 17/09 | Tries |",
    ),
    Code(
        "SP307",
        "warning",
        "a day that its month does not have was read as one of the next month",
        "check the date at the span",
        "# Algorithms, Fall 2024\n\n| Date | Topic |\n|---|---|\n| Sep 31 | Heaps |\n| Oct 2 | Treaps |",
    ),
    Code(
        "SP401",
        "info",
        "names that were typed together were parted",
        "check the names at the span",
        "# Papers\n\n- Join Trees. Ada QuillBea Marsh. VLDB 2019.\n- Heaps. Kyle ChardIan Foster. OSDI 2020.",
    ),
    Code(
        "SP501",
        "info",
        "the venue is not in the table; its words were kept",
        "add it to the venue table",
        "# Papers\n\n- [QWERTZ'19] Join Trees\n- [VLDB'19] Heaps",
    ),
    Code(
        "SP502",
        "info",
        "title and authors were parted without a mark between them",
        "check the title",
        "# Papers\n\n- [Trees](t.pdf). Join Trees and Other Plants Ada Quill, Bea Marsh. VLDB 2019.",
    ),
    Code(
        "SP601",
        "warning",
        "a link's target is not an address that can be followed",
        "the words are in its text",
        "| Date | Topic |\n|---|---|\n| 2024-09-02 | [Heaps](javascript:void) |",
    ),
    Code(
        "SP602",
        "info",
        "a link's target was lost",
        "nothing to do",
        "Date | Topic | Slides\n2024-09-02 | Heaps | pdf\n2024-09-04 | Treaps | pdf",
    ),
    Code(
        "SP701",
        "warning",
        "the document is larger than the limit; the rest was not read",
        "raise `Limits.chars`",
        "| Date | Topic |\n|---|---|\n| 2024-09-02 | Heaps |\n| 2024-09-04 | Treaps |",
    ),
    Code(
        "SP702",
        "warning",
        "nesting deeper than the limit was flattened",
        "nothing to do",
        None,
    ),
    Code(
        "SP703",
        "warning",
        "a part with too many pieces was cut",
        "split the document",
        None,
    ),
    Code(
        "SP704",
        "error",
        "reading the document took longer than the limit; it was given up",
        "raise the limit, or parse it alone",
        None,
    ),
    Code(
        "SP705",
        "error",
        "the process that read the document died; it was given up",
        "parse it alone, and report it",
        None,
    ),
    Code(
        "SP801",
        "info",
        "text that no field holds",
        "nothing to do",
        "title: Algorithms\nremark: bring a pencil\nschedule:\n  - date: 2024-09-02\n    topic: Heaps",
    ),
)
BY_CODE: Final = {entry.code: entry for entry in CODES}
