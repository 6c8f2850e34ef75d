"""Rewrite the expected records of fixtures, the accepted views and answers, and the generated pages.

Read the diff before you commit it.

    scripts/accept.py [NAME…]      all fixtures, or those whose path contains one of the names

Only the keys that an expected record already has are written; entries that are new get the keys of the others.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

import syllabus_parse
from block_views import write_accepted
from fixture_files import find_fixtures, list_differences, project_record, write_compact
from generated_pages import PAGES
from normalized_answers import write_answers


def main(names: list[str]) -> int:
    """Rewrite what changed, and say so."""
    for fixture in find_fixtures():
        if names and not any(name in str(fixture.path) for name in names):
            continue
        record = syllabus_parse.to_dict(syllabus_parse.parse(fixture.text, **fixture.hints))  # type: ignore[arg-type]
        if list_differences(fixture.expected, record):
            fixture.expected_path.write_text(write_compact(project_record(record, fixture.expected)) + "\n", "utf-8")
            print(f"rewrote {fixture.label}")
    if write_accepted():
        print("rewrote the views of the readers")
    if write_answers():
        print("rewrote the answers of the normalizers")
    for path, write in PAGES.items():
        if not path.exists() or path.read_text("utf-8") != write():
            path.write_text(write(), "utf-8")
            print(f"rewrote {path.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
