"""The front matter of a page: `---` YAML `---`, `+++` TOML `+++`, or fields above a lone `---`."""

from __future__ import annotations

import re
from typing import Final

import attrs

from syllabus_parse.document import Mapping, Node, Problem
from syllabus_parse.readers.inline import read_inline
from syllabus_parse.regex import lazy_regex
from syllabus_parse.source import Span

# e.g. --- and TOML's +++, after blank lines at most
OPENING: Final = lazy_regex(r"\s{0,200}?(---|\+\+\+)[ \t]{0,40}\r?\n")
# e.g. title: Schedule · "title": x · # a comment
FIELD: Final = lazy_regex(
    r"""[ \t\r\n]{0,200}(?:\#[^\n]{0,500}\n\s{0,200}){0,50}["']?[\w][\w .-]{0,60}["']?\s{0,9}[:=]"""
)
# e.g. title: Schedule at the top of a page whose opening line is missing
BARE_FIELD: Final = lazy_regex(r"[a-z_]{2,30}:(?:[ \t]|\r?\n)")
MAX_BARE_LINES: Final = 60


@attrs.frozen(eq=False)
class FrontMatter:
    """What stands above the page's text: the mapping, where the text begins, and what could not be read."""

    meta: Mapping | None
    end: int
    problems: tuple[Problem, ...] = ()


def find_front_matter(text: str) -> tuple[str, int, int, int] | None:
    r"""Find the front matter: its kind, the bounds of its inside, and where the page's text begins.

    A rule at the top of a page opens none: a field must follow, and a second line of dashes.

    >>> find_front_matter("---\ntitle: x\n---\ntext")
    ('yaml', 4, 13, 17)
    """
    opening = OPENING.match(text)
    if opening:
        mark = opening[1]
        start = opening.end()
        close = re.compile(rf"^{re.escape(mark)}[ \t]*\r?$|^\.\.\.[ \t]*\r?$", re.M).search(text, start)
        if close and (FIELD.match(text, start) or not text[start : close.start()].strip()):
            end = close.end() + 1
            return "yaml" if mark == "---" else "toml", start, close.start(), min(end, len(text))
        return None
    if BARE_FIELD.match(text):
        at = 0
        for _ in range(MAX_BARE_LINES):
            end = text.find("\n", at)
            if end < 0:
                return None
            line = text[at:end].rstrip()
            if line == "---":
                return "yaml", 0, at, end + 1
            if line and line[0] not in " \t-#" and not BARE_FIELD.match(line + "\n"):
                return None
            at = end + 1
    return None


def read_front_matter(text: str) -> FrontMatter:
    """Read the front matter at the top of a page; a page without one begins at 0."""
    found = find_front_matter(text)
    if found is None:
        return FrontMatter(None, 0)
    from syllabus_parse.readers.data_nodes import read_toml, read_yaml  # noqa: PLC0415 - many pages have none

    kind, start, stop, end = found
    node: Node | None
    node, problems = (read_yaml if kind == "yaml" else read_toml)(text[start:stop], offset=start, inline=read_inline)
    if isinstance(node, Mapping):
        return FrontMatter(node, end, problems)
    if node is None and not text[start:stop].strip():
        return FrontMatter(None, end, problems)
    return FrontMatter(None, end, (*problems, Problem("SP205", Span(start, stop), "front matter")))
