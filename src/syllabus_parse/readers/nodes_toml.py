"""TOML to nodes: a small scanner of its own, because `tomllib` keeps no places and recurses."""

from __future__ import annotations

import re
from typing import Final, TypeAlias

import attrs

from syllabus_parse.document import Mapping, Node, Problem, Run, Sequence, Text
from syllabus_parse.readers.nodes_json import decode_string
from syllabus_parse.readers.nodes_text import ESCAPES
from syllabus_parse.readers.nodes_tree import MAX_CHARS, MAX_DEPTH, Inline, Tree
from syllabus_parse.regex import lazy_regex
from syllabus_parse.source import Span

BLANK: Final = lazy_regex(r"(?:\s++|#[^\r\n]*+)*+")
# One part of a key, e.g. title · "two words" · 'x'
PART: Final = r"""(?:[\w-]{1,200}+|"[^"\\\r\n]{0,200}+(?:\\.[^"\\\r\n]{0,200}+){0,50}+"|'[^'\r\n]{0,500}+')"""
KEY: Final = rf"{PART}(?:[ \t]*+\.[ \t]*+{PART}){{0,120}}+"
PARTS: Final = lazy_regex(PART)
HEAD: Final = lazy_regex(
    rf"""\[(?P<many>\[)?[ \t]*+(?P<key>{KEY})[ \t]*+\]\]?   # e.g. [course] · [[sessions]]
       | (?P<name>{KEY})[ \t]*+=[ \t]*+                    # e.g. title = ...
       | (?P<stray>[^\r\n]++)""",
    re.VERBOSE,
)
TOKEN: Final = lazy_regex(
    r'''(?P<blank>(?:\s++|\#[^\r\n]*+|[,=])++)
      | (?P<open>[\[{])
      | (?P<close>[\]}])
      | (?P<long>"""[^"\\]*+(?:(?:\\[\s\S]|"(?!""))[^"\\]*+)*+"{3,5}       # e.g. """several lines"""
          | \'\'\'[^']*+(?:'(?!'')[^']*+)*+'{3,5})
      | (?P<string>"[^"\\\r\n]*+(?:\\.[^"\\\r\n]*+)*+"|'[^'\r\n]*+')
      | (?P<bare>\d{4}-\d\d-\d\d[ ]\d\d:[\d:.+-]*+ | [^\s,\[\]{}\#="']++)  # e.g. 2024-09-03 07:32 · true · 12
      | (?P<stray>[\s\S])''',
    re.VERBOSE,
)


@attrs.define(eq=False)
class _Table:
    """A table that may still grow: TOML names its parts in any order."""

    start: int
    end: int
    many: bool = False
    keys: dict[str, tuple[Text, Node | _Table]] = attrs.field(factory=dict)
    tables: list[_Table] = attrs.field(factory=list)
    node: Node | None = None


_Found: TypeAlias = tuple[Node | None, tuple[Problem, ...]]


def read_toml(text: str, *, offset: int = 0, inline: Inline | None = None) -> _Found:
    r"""Read TOML as nodes with places; a line that is none is passed over with a problem that quotes it.

    Values stay the words they are. A key that stands twice keeps its first value, and the second one under its name
    with an apostrophe.

    >>> root, _ = read_toml('[[talks]]\nday = 2024-09-03')
    >>> root.get("talks").items[0].get("day").text.plain
    '2024-09-03'
    """
    cut = text[:MAX_CHARS]
    tree = Tree(cut, offset, "", inline)
    root = _Table(0, 0)
    made = [root]
    here = root
    at = _skip(cut, 0)
    while at < len(cut) and not tree.full():
        head = HEAD.match(cut, at)
        assert head is not None  # noqa: S101 (any line that isn't blank is one)
        at = head.end()
        if head["key"]:
            here = _enter(tree, root, made, head)
        elif head["name"]:
            value, at = _read_value(tree, at)
            _assign(tree, here, made, head, value)
        else:
            tree.report("SP205", head.start(), at, repr(head[0][:2000]))
        at = _skip(cut, at)
    _freeze(made, offset)
    problems = list(tree.problems)
    if len(text) > len(cut):
        problems.append(Problem("SP701", Span(offset + len(cut), offset + len(text))))
    return (root.node if root.keys else None), tuple(problems)


def _skip(text: str, at: int) -> int:
    match = BLANK.match(text, at)
    return match.end() if match else at


def _split_key(tree: Tree, match: re.Match[str], group: str) -> list[Text]:
    out = []
    for part in PARTS.finditer(tree.text, match.start(group), match.end(group)):
        quoted = part[0][0] in "\"'"
        words = part[0][1:-1] if quoted else part[0]
        start = part.start() + quoted + tree.offset
        run = Run(decode_string(words) if part[0][0] == '"' else words, Span(start, start + len(words)))
        out.append(Text.of([run]))
    if len(out) > MAX_DEPTH:
        tree.report("SP702", match.start(group), match.end(group))
    return out[:MAX_DEPTH]


def _child(table: _Table, made: list[_Table], key: Text, match: re.Match[str]) -> _Table:
    known = table.keys.get(key.plain)
    if known is not None and isinstance(known[1], _Table):
        child = known[1]
        return child.tables[-1] if child.many and child.tables else child
    child = _Table(match.start(), match.end())
    made.append(child)
    _add(table, key, child)
    return child


def _add(table: _Table, key: Text, value: Node | _Table) -> None:
    name = key.plain
    while name in table.keys:
        name += "'"
    table.keys[name] = (key, value)


def _enter(tree: Tree, root: _Table, made: list[_Table], match: re.Match[str]) -> _Table:
    here = root
    keys = _split_key(tree, match, "key")
    for key in keys[:-1]:
        here = _child(here, made, key, match)
    if not match["many"]:
        return _child(here, made, keys[-1], match)
    known = here.keys.get(keys[-1].plain)
    if known is not None and isinstance(known[1], _Table) and known[1].many:
        array = known[1]
    else:
        array = _Table(match.start(), match.end(), many=True)
        made.append(array)
        _add(here, keys[-1], array)
    table = _Table(match.start(), match.end())
    made.append(table)
    array.tables.append(table)
    return table


def _assign(tree: Tree, here: _Table, made: list[_Table], match: re.Match[str], value: Node) -> None:
    keys = _split_key(tree, match, "name")
    for key in keys[:-1]:
        here = _child(here, made, key, match)
    _add(here, keys[-1], value)


def _read_value(tree: Tree, at: int) -> tuple[Node, int]:
    text = tree.text
    depth = 0
    base = len(tree.frames)
    while at < len(text) and not tree.full():
        match = TOKEN.match(text, at)
        assert match is not None  # noqa: S101 (any character is a token)
        if depth == 0 and match.lastgroup in ("blank", "close"):
            break
        start, at = match.span()
        kind = match.lastgroup
        if kind == "open":
            depth += 1
            tree.open(match[0] == "{", start)
        elif kind == "close":
            depth -= 1
            tree.close(at)
        elif kind == "long":
            _add_string(tree, start, at, 3)
        elif kind == "string":
            _add_string(tree, start, at, 1)
        elif kind == "bare":
            tree.scalar(start, at, match[0])
        elif kind == "stray":
            stop = text.find("\n", at)
            stop = len(text) if stop < 0 else stop
            tree.report("SP205", start, stop, "a string is not closed")
            tree.scalar(at, stop, text[at:stop].rstrip())
            at = stop
        if depth == 0:
            break
    if depth:
        tree.report("SP205", at, at, "a bracket is not closed")
    tree.rewind(base, at)
    value = tree.roots.pop() if tree.roots else tree.copy(at, at)
    return value, at


def _add_string(tree: Tree, start: int, end: int, quotes: int) -> None:
    words = tree.text[start + quotes : end - quotes]
    if quotes == 3:
        # The line end behind the opening quotes is no part of the value.
        skip = 2 if words.startswith("\r\n") else 1 if words.startswith("\n") else 0
        words = words[skip:]
        start += skip
    if tree.text[end - 1] == '"' and "\\" in words:
        tree.scalar(start, end, decode_string(words), quotes=quotes, rewritten=ESCAPES)
    else:
        tree.scalar(start, end, words, quotes=quotes)


def _freeze(made: list[_Table], offset: int) -> None:
    """Turn the tables into nodes, the ones made last first: a table is made before those inside it."""
    for table in reversed(made):
        if table.many:
            items = tuple([inner.node for inner in table.tables if inner.node is not None])
            table.node = Sequence(items, items[0].span.cover(items[-1].span))
            continue
        entries: list[tuple[Text, Node]] = []
        span = Span(table.start + offset, table.end + offset)
        for key, value in table.keys.values():
            node = value.node if isinstance(value, _Table) else value
            if node is not None:
                entries.append((key, node))
                span = span.cover(node.span)
        table.node = Mapping(tuple(entries), span)
