"""What every reader makes and all interpretation reads: a document of blocks, each with its place in the source.

A block says how the text is laid out (a table, a list, a heading), never what it means for a course.
"""

from __future__ import annotations

from syllabus_parse.document.blocks import (
    Block,
    Cell,
    Data,
    Document,
    Heading,
    Item,
    Listing,
    Mapping,
    Node,
    Paragraph,
    Problem,
    Row,
    Rule,
    Scalar,
    Sequence,
    Table,
    list_below,
    walk,
)
from syllabus_parse.document.text import BREAK, EMPTY, FEW_RUNS, Anchor, Mark, Run, Text

__all__ = [
    "BREAK",
    "EMPTY",
    "FEW_RUNS",
    "Anchor",
    "Block",
    "Cell",
    "Data",
    "Document",
    "Heading",
    "Item",
    "Listing",
    "Mapping",
    "Mark",
    "Node",
    "Paragraph",
    "Problem",
    "Row",
    "Rule",
    "Run",
    "Scalar",
    "Sequence",
    "Table",
    "Text",
    "list_below",
    "walk",
]
