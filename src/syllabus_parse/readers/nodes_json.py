"""JSON to nodes, and the JSON that people write: comments, trailing commas, JavaScript's quotes and names."""

from __future__ import annotations

import json
import re
from typing import Final

from syllabus_parse.document import Node, Problem
from syllabus_parse.readers.nodes_text import ESCAPES
from syllabus_parse.readers.nodes_tree import MAX_CHARS, Inline, Tree
from syllabus_parse.regex import lazy_regex
from syllabus_parse.source import Span

TOKEN: Final = lazy_regex(
    r"""(?P<blank>(?:\s++|//[^\r\n]*+|/\*(?:[^*]++|\*(?!/))*+\*/|[,:+]|\bexport\b|\bdefault\b|;)++)
      | (?P<open>[\[{])
      | (?P<close>[\]}])
      | (?P<string>"[^"\\\r\n]*+(?:\\[\s\S][^"\\\r\n]*+)*+"      # e.g. "a \" b"
          | '[^'\\\r\n]*+(?:\\[\s\S][^'\\\r\n]*+)*+'             # e.g. 'a'
          | `[^`\\]*+(?:\\[\s\S][^`\\]*+)*+`)                    # e.g. `a`
      | (?P<bare>[^\s,:\[\]{}"'`+;/]++)                          # e.g. true, 12, UNKNOWN_PAPER
      | (?P<stray>[\s\S])
    """,
    re.VERBOSE,
)
# A string put together from parts, e.g. 'a ' + 'b': the sign between them.
PLUS: Final = lazy_regex(r"\s*+\+\s*+(?=[\"'`])")
# The data of a script, e.g. export const schedule = [
SCRIPT: Final = lazy_regex(
    r"""^[ \t]{0,40}(?:export[ ]{1,4})?(?:const|let|var)[ ]{1,4}(?P<name>[\w$]{1,80})
          (?:[ ]{0,4}:[^=\r\n]{0,120})?\s{0,40}=\s{0,40}(?=[\[{])   # e.g. const papers: Paper[] = [
      | ^[ \t]{0,40}(?P<default>export[ ]{1,4}default|module\.exports[ ]{0,4}=|exports\.[\w$]{1,80}[ ]{0,4}=)
          \s{0,40}(?=[\[{])
    """,
    re.VERBOSE | re.MULTILINE,
)
LETTERS: Final = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "\0"}
ESCAPE: Final = lazy_regex(r"\\(?:u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|(\r\n|[\s\S]))")


def read_json(text: str, *, offset: int = 0, inline: Inline | None = None) -> tuple[Node | None, tuple[Problem, ...]]:
    r"""Read JSON as nodes with places, one value or several (one a line, or several named ones in a script).

    Numbers and `true` stay the words they are. A missing comma or bracket is passed over with a problem.

    >>> root, _ = read_json('[{"week": 03, "title": "Caf\u00e9"}]')
    >>> [(key.plain, value.text.plain) for key, value in root.items[0].entries]
    [('week', '03'), ('title', 'Café')]
    >>> read_json("{'a': [1,}")[1][0].code
    'SP205'
    """
    cut = text[:MAX_CHARS]
    tree = Tree(cut, offset, "", inline)
    names = list(SCRIPT.finditer(cut)) if "=" in cut or "export default" in cut else []
    if names:
        tree.open(True, names[0].start())
        for number, match in enumerate(names):
            limit = names[number + 1].start() if number + 1 < len(names) else len(cut)
            start, end = match.span("name" if match["name"] else "default")
            tree.scalar(start, end, cut[start:end])
            _read_values(tree, match.end(), limit, only_one=True)
        tree.close(tree.last)
    else:
        _read_values(tree, 0, len(cut), only_one=False)
    root = tree.finish(len(cut))
    problems = list(tree.problems)
    if len(text) > len(cut):
        problems.append(Problem("SP701", Span(offset + len(cut), offset + len(text))))
    return root, tuple(problems)


def _read_values(tree: Tree, at: int, end: int, *, only_one: bool) -> None:
    text = tree.text
    stack: list[str] = []
    base = len(tree.frames)
    while at < end and not tree.full():
        match = TOKEN.match(text, at, end)
        assert match is not None  # noqa: S101 (any character is a token)
        start, at = match.span()
        kind = match.lastgroup
        if kind == "open":
            stack.append(match[0])
            tree.open(match[0] == "{", start)
        elif kind == "close":
            if not stack or stack[-1] != ("{" if match[0] == "}" else "["):
                tree.report("SP205", start, at, f"unexpected {match[0]!r}")
            if stack:
                stack.pop()
                tree.close(at)
        elif kind == "string":
            at = _add_string(tree, start, at, end)
        elif kind == "bare":
            tree.scalar(start, at, match[0])
        elif kind == "stray":
            tree.report("SP205", start, at, repr(match[0]))
            if match[0] in "\"'`":
                # A string without its end: its line is kept as it stands.
                stop = min([i for i in (text.find("\n", at), end) if 0 <= i <= end])
                tree.scalar(at, stop, text[at:stop].rstrip())
                at = stop
        if only_one and not stack and kind in ("close", "string", "bare"):
            break
    if stack:
        tree.report("SP205", at, at, "a bracket is not closed")
    tree.rewind(base, at)


def _add_string(tree: Tree, start: int, at: int, end: int) -> int:
    text = tree.text
    first = start
    value = text[start + 1 : at - 1]
    plus = PLUS.match(text, at, end)
    if plus is None:
        if "\\" in value:
            tree.scalar(start, at, decode_string(value), quotes=1, rewritten=ESCAPES)
        else:
            tree.scalar(start, at, value, quotes=1)
        return at
    parts = [decode_string(value)]
    while plus is not None:
        match = TOKEN.match(text, plus.end(), end)
        if match is None or match.lastgroup != "string":
            break
        at = match.end()
        parts.append(decode_string(match[0][1:-1]))
        plus = PLUS.match(text, at, end)
    tree.scalar(first, at, "".join(parts), quotes=1)
    return at


def decode_string(words: str) -> str:
    r"""Undo the backslashes of a JSON or JavaScript string; what is no escape stays without its backslash.

    >>> decode_string(r"caf\u00e9 \ud83d\ude00 \q")
    'café 😀 q'
    """
    if "\\" not in words:
        return words
    out = ESCAPE.sub(_decode_escape, words)
    if any("\ud800" <= letter <= "\udfff" for letter in out):
        out = out.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return out


def _decode_escape(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    if code:
        return chr(int(code, 16))
    if match[3] in ("\n", "\r\n", "\r"):
        return ""
    return LETTERS.get(match[3], match[3])


def is_json(text: str) -> bool:
    """Tell whether a text is JSON by the letter; used to be sure of a dialect, never to read it.

    >>> is_json('{"a": 1}'), is_json("{a: 1}")
    (True, False)
    """
    try:
        json.loads(text[:MAX_CHARS])
    except (ValueError, RecursionError):
        return False
    return True
