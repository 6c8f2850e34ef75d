"""Hypothesis strategies that draw syllabi and their text in every dialect, so that the right answer is known.

They need the extra `testing`: `pip install syllabus_parse[testing]`. See docs/strategies.md for a tutorial.
"""

from __future__ import annotations

from syllabus_parse.strategies.documents import SWITCHES, documents, layouts
from syllabus_parse.strategies.records import sessions, syllabi
from syllabus_parse.strategies.values import dates, links, people, readings, titles, topics, venues

__all__ = [
    "SWITCHES",
    "dates",
    "documents",
    "layouts",
    "links",
    "people",
    "readings",
    "sessions",
    "syllabi",
    "titles",
    "topics",
    "venues",
]
