"""Data as nodes: what the readers of data files, front matter and page heads share.

Every key and every scalar knows its place in the source. Values stay the words they are: whether `9/3` is a date is
for the interpretation to say. `inline` reads markup inside values (`readers.inline.read_inline`).
"""

from __future__ import annotations

from syllabus_parse.readers.nodes_csv import find_delimiter, read_csv
from syllabus_parse.readers.nodes_json import read_json
from syllabus_parse.readers.nodes_toml import read_toml
from syllabus_parse.readers.nodes_tree import Inline
from syllabus_parse.readers.nodes_yaml import read_yaml

__all__ = ["Inline", "find_delimiter", "read_csv", "read_json", "read_toml", "read_yaml"]
