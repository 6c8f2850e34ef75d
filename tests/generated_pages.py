"""Pages and the index of venues that are written from tables; `make accept` writes them, a test compares."""

from __future__ import annotations

from pathlib import Path

from syllabus_parse.diagnostic_codes import CODES
from syllabus_parse.normalize.venue_index import READY, write_index
from syllabus_parse.rules import RULES

DOCS = Path(__file__).parent.parent / "docs"
GROUPS = {
    "SP1": "Input",
    "SP2": "Structure",
    "SP3": "Dates",
    "SP4": "People",
    "SP5": "Works",
    "SP6": "Links",
    "SP7": "Limits",
    "SP8": "Leftovers",
}
HEAD = """\
# Diagnostics

What the library may say about a document. Each has a stable code, a severity, a message that quotes what it is about,
and, where it is about a place, the `span` of that place in the decoded text. The content of a document never raises;
these say what hurt.

`syllabus-parse check FILE` prints them with carets under the places, `--to json` for programs, `--to sarif` for editors
and code hosts. With `--strict` (or `--fail-on SEVERITY`) the command ends with status 1 where one is as bad as that; in
Python `syllabus.raise_for_diagnostics(source=text)` raises an `ExceptionGroup` of them.

This page is written from the table in `diagnostic_codes.py` by `make accept`. An example is a document of the kind that
a code is for.
"""


def write_diagnostics_page() -> str:
    """Return `docs/diagnostics.md` as it should be."""
    parts = [HEAD]
    for start, group in GROUPS.items():
        rows = [entry for entry in CODES if entry.code.startswith(start)]
        parts.append(f"## {group}\n\n| Code | Severity | Meaning | What to do |\n|---|---|---|---|")
        parts += [f"| {entry.code} | {entry.severity} | {entry.meaning} | {entry.remedy} |" for entry in rows]
        parts.append("")
        for entry in rows:
            if entry.example:
                parts.append(f"{entry.code}, for example:\n\n```text\n{entry.example}\n```\n")
    return "\n".join(parts)


TABLE_BELOW = "<!-- written from rules.py by `make accept`; what stands above is written by hand -->\n"


def write_provenance_page() -> str:
    """Return `docs/provenance.md` as it should be."""
    above = (DOCS / "provenance.md").read_text("utf-8").split(TABLE_BELOW)[0]
    head = "\n| Rule | Certainty | What it does | For example |\n|---|---|---|---|\n"
    rows = [f"| {rule.name} | {rule.certainty} | {rule.meaning} | `{rule.example}` |\n" for rule in RULES]
    return f"{above}{TABLE_BELOW}{head}{''.join(rows)}"


PAGES = {
    DOCS / "diagnostics.md": write_diagnostics_page,
    DOCS / "provenance.md": write_provenance_page,
    READY: write_index,
}
