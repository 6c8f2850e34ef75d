"""`python -m syllabus_parse` is the command `syllabus-parse`."""

from __future__ import annotations

import sys

from syllabus_parse.cli import main

if __name__ == "__main__":
    sys.exit(main())
