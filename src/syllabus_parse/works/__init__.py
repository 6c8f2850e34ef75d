"""Works across syllabi: which readings of many records are the same work, and how often each is assigned.

Needs the extra `works`: `pip install syllabus_parse[works]`.
"""

from __future__ import annotations

from syllabus_parse.works.count import CoAssignment, Work, Works, count_co_assignments, find_works
from syllabus_parse.works.match import Variant, make_variant, same_work
from syllabus_parse.works.table import write_co_assignments, write_works

__all__ = [
    "CoAssignment",
    "Variant",
    "Work",
    "Works",
    "count_co_assignments",
    "find_works",
    "make_variant",
    "same_work",
    "write_co_assignments",
    "write_works",
]
