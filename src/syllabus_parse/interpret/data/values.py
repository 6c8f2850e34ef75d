"""Values of data files as words, flags and addresses."""

from __future__ import annotations

import re
from typing import Final, Literal

from syllabus_parse.document import Anchor, Mapping, Node, Run, Scalar, Sequence, Text
from syllabus_parse.normalize.titles import is_placeholder
from syllabus_parse.regex import lazy_regex

TRUE: Final = frozenset({"true", "yes", "y", "on", "1", "x", "required", "ja", "sí", "si"})
FALSE: Final = frozenset({"false", "no", "n", "off", "0", "nein"})
EMPTY_VALUES: Final = frozenset({"null", "~", "none", "nil", "undefined", "[]", "{}"})
YEAR: Final = lazy_regex(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")

# What can be followed, e.g. https://x.org · /a.pdf · ../b · {{ site.baseurl }}/c · slides/01/ · 01.pdf#page=2
ADDRESS: Final = lazy_regex(
    r"""(?:[A-Za-z][A-Za-z0-9+.-]{1,12}://\S | mailto:\S | //?[\w.~%{] | \.{1,2}/ | www\.\S | \#\w | \{\{ | \{%)
      | [^\s/]{1,80}/$ | [^\s/]{1,80}/\S{1,400}/\S*$                  # e.g. stack-decoder/ · a/b/c
      | [^\s/]{1,80}/[^\s/]{0,80}[A-Za-z][^\s/]*[\d_.-][^\s/]*$       # e.g. hw/hw0 · labs/data-lab
      | [^\s<>]{1,300}\.[A-Za-z][\w]{1,5}(?:[?#]\S*)?$                # e.g. intro.pdf · notes.html#top
      | .{1,200}\.(?:pdf|pptx?|docx?|html?|ipynb|zip|mp4|key)$""",
    re.VERBOSE,
)
PATH: Final = lazy_regex(r"[^\s/()]{1,80}/\S{0,400}[A-Za-z]\S{0,400}")  # e.g. notes/introduction
PROSE: Final = lazy_regex(r"\w\s+\w")


def is_address(words: str, *, loose: bool = False) -> bool:
    """Tell whether a value is the target of a link: an address, a path or a file's name, never a sentence or a date.

    `loose` takes any path, as behind a key that promises a link; elsewhere "TCP/IP" is a title.

    >>> is_address("https://x.org/a b"), is_address("01_intro.pdf"), is_address("demo/")
    (True, True, True)
    >>> is_address("notes/intro"), is_address("notes/intro", loose=True), is_address("N/A", loose=True)
    (False, True, False)
    >>> is_address("(Link)"), is_address("9/3"), is_address("Intro to C++"), is_address("e.g. this")
    (False, False, False, False)
    """
    words = words.strip()
    if not words or len(words) > 4000 or is_placeholder(words):
        return False
    if not ADDRESS.match(words):
        return loose and PATH.fullmatch(words) is not None
    return not PROSE.search(words) or "://" in words[:16] or words.startswith(("/", ".", "{")) or "." in words[-6:]


def scalar_text(node: Node | None) -> Text | None:
    """Return the words of a scalar; None for a collection, for nothing, and for YAML's names of nothing.

    >>> from syllabus_parse.source import Span
    >>> scalar_text(Sequence((), Span(0, 0))) is None
    True
    """
    if not isinstance(node, Scalar):
        return None
    plain = node.text.plain
    if not plain:
        return None
    words = node.text.strip() if plain[0].isspace() or plain[-1].isspace() else node.text
    if not words or words.plain.casefold() in EMPTY_VALUES:
        return None
    return words


def leaf_texts(node: Node) -> list[Text]:
    """List the words of all scalars under a node, in order; keys of inner mappings are left out."""
    out: list[Text] = []
    stack = [node]
    while stack:
        here = stack.pop()
        if isinstance(here, Scalar):
            words = scalar_text(here)
            if words is not None:
                out.append(words)
        elif isinstance(here, Sequence):
            stack.extend(reversed(here.items))
        else:
            stack.extend(value for _, value in reversed(here.entries))
    return out


def has_letters(words: str) -> bool:
    """Tell whether a value has a word in it; a bare number under an unknown key says nothing by itself.

    >>> has_letters("Room 3"), has_letters("3")
    (True, False)
    """
    return any(letter.isalpha() for letter in words)


def is_flag(words: str) -> bool:
    """Tell whether a value is a yes or no, which says something of the page and nothing of the course.

    >>> is_flag("true"), is_flag("Maps")
    (True, False)
    """
    return words.casefold() in ("true", "false", "yes", "no", "on", "off")


def read_flag(words: str) -> bool | None:
    """Read a yes or no; None for other words.

    >>> read_flag("True"), read_flag("no"), read_flag("Raft")
    (True, False, None)
    """
    folded = words.strip().casefold()
    return True if folded in TRUE else False if folded in FALSE else None


def make_anchor(text: Text) -> Anchor:
    """Make a link's target of a value that is one, template code and quotes kept."""
    found = text.links()
    if found:
        return found[0][0]
    assert text.span is not None  # noqa: S101 (only words that are there come here)
    return Anchor(text.plain.strip(), text.span)


def anchored(text: Text) -> Text:
    """Return an address as the text of a link to itself."""
    if text.links() or text.span is None:
        return text
    anchor = make_anchor(text)
    return Text.of([Run(run.text, run.span, anchor, run.marks) for run in text.runs])


def shape(node: Node) -> Literal["scalar", "texts", "mappings", "lists", "mapping", "empty"]:
    """Tell what a value is made of: "mappings" and "texts" are sequences by what most of their items are."""
    if isinstance(node, Scalar):
        return "scalar" if scalar_text(node) is not None else "empty"
    if isinstance(node, Mapping):
        return "mapping" if node.entries else "empty"
    counts = {"m": 0, "s": 0, "l": 0}
    for item in node.items:
        counts["m" if isinstance(item, Mapping) else "s" if isinstance(item, Scalar) else "l"] += 1
    if not node.items:
        return "empty"
    if counts["m"] and counts["m"] >= counts["s"]:
        return "mappings"
    return "texts" if counts["s"] >= counts["l"] else "lists"


def value_texts(node: Node) -> list[Text]:
    """List the words of all scalars under a node, without yes and no."""
    return [text for text in leaf_texts(node) if not is_flag(text.plain)]
