"""No file of the package is too long to be read at one sitting."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import syllabus_parse

ROOT: Final = Path(syllabus_parse.__file__).parent
LONGEST: Final = 400
DATA: Final = {"normalize/name_words.py"}
"""Lists of words, which may be longer."""


def test_no_file_of_code_is_too_long() -> None:
    lines = {str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines()) for path in ROOT.rglob("*.py")}
    assert len(lines) > 300
    assert {name: count for name, count in lines.items() if count > LONGEST and name not in DATA} == {}
    assert all(lines[name] > LONGEST for name in DATA)
