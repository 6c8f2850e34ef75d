"""YAML to nodes, over PyYAML's events: no value is guessed, no alias explodes, no nesting recurses.

The composer and the constructors of PyYAML are left out on purpose: they recurse, they expand merge keys without a
limit, and they turn `2024-09-03` and `yes` into other things than what stands in the document.
"""

from __future__ import annotations

import re
from typing import Any, Final

import attrs
import yaml

from syllabus_parse.document import Node, Problem
from syllabus_parse.readers.nodes_text import APOSTROPHES, ESCAPES, FOLDS
from syllabus_parse.readers.nodes_tree import MAX_CHARS, Inline, Tree
from syllabus_parse.regex import lazy_regex
from syllabus_parse.source import Span

MAX_REPAIRS: Final = 40
MAX_REPAIR_WORK: Final = 3_000_000
"""Characters that may be read again: many repairs for a small file, few for a large one."""
MAX_BURIED: Final = 100
"""Levels below the deepest one kept that are still read; what is deeper is kept as it stands."""
STYLES: Final = {"'": (1, APOSTROPHES), '"': (1, ESCAPES)}

# Characters that YAML forbids or that stand in the way; each is replaced by one other, so that places hold.
# A tab is a blank here: people indent with it, and libyaml and the pure scanner disagree about where it may stand.
UNFIT: Final = lazy_regex(r"[\t\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff\ufeff]")
# Template code in place of a value would open a flow mapping, e.g. permalink: {{ site.baseurl }}
TEMPLATE: Final = lazy_regex(r"\{[{%][^\n{}]{0,500}[%}]\}")
# A line with a value behind its key or its bullet, e.g. "  - title: Memory: a survey" or "- *Foo* bar"
ENTRY: Final = lazy_regex(
    r"""(?P<head>[ ]*+(?:-[ ]++)*+            # e.g. "  - "
           (?:[^\s:#][^:\r\n]{0,80}:[ ]++)?)  # e.g. "title: "
        (?P<value>[^\s#][^\r\n]*)""",
    re.VERBOSE,
)
# What stands before a scalar's own words: a tag or an anchor, e.g. "!!str &x "
PROPERTIES: Final = lazy_regex(r"(?:[!&]\S*+\s++)*+")
# The head of a block scalar, e.g. "|2-  # text"
BLOCK_HEAD: Final = lazy_regex(r"[|>][^\r\n]*+")
HIDDEN: Final = str.maketrans({mark: chr(0xE000 + ord(mark)) for mark in ":[]{}&*!|>%@`'\",?-#"})


@attrs.frozen
class _Fault:
    """Where the scanner gave up, and why."""

    at: int
    why: str


@attrs.define
class _Job:
    """What one reading needs: the text, the text as the scanner may see it, and the caller's options."""

    text: str
    fit: str
    offset: int
    inline: Inline | None
    loader: Any
    lost: list[Span] = attrs.field(factory=list)


def read_yaml(
    text: str,
    *,
    offset: int = 0,
    inline: Inline | None = None,
    loader: Any = None,  # noqa: ANN401 (PyYAML's loaders have no common type)
) -> tuple[Node | None, tuple[Problem, ...]]:
    """Read YAML as nodes with places; text that is broken YAML is mended line by line and read as far as it goes.

    Dates, numbers and `yes` stay the words they are. Several documents in one text make a sequence. A key that
    stands twice is kept twice. Tags are not obeyed.

    >>> root, _ = read_yaml("date: 2024-09-03")
    >>> root.get("date").text.plain, root.get("date").span
    ('2024-09-03', Span(start=6, end=16))
    >>> root, problems = read_yaml("title: Memory: a survey")
    >>> root.get("title").text.plain, problems[0].code
    ('Memory: a survey', 'SP205')
    """
    cut = text[:MAX_CHARS]
    fit = TEMPLATE.sub(_hide, UNFIT.sub(_replace_unfit, cut))
    job = _Job(cut, fit, offset, inline, loader or getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    tree, fault = _read_events(job)
    problems: list[Problem] = []
    if fault is not None:
        problems.append(Problem("SP205", Span(fault.at + offset, fault.at + offset), fault.why))
        tree, fault = _read_mended(job, tree, fault)
        job.lost.extend([Span(fault.at, len(cut))] if fault is not None and cut[fault.at :].strip() else [])
    root = tree.finish(len(cut.rstrip()))
    problems.extend(tree.problems)
    for span in job.lost:
        words = repr(span.slice(cut).strip()[:2000])
        problems.append(Problem("SP205", Span(span.start + offset, span.end + offset), words))
    if len(text) > len(cut):
        problems.append(Problem("SP701", Span(offset + len(cut), offset + len(text))))
    return root, tuple(problems)


def _replace_unfit(match: re.Match[str]) -> str:
    return " " if match[0] in "\t\x0b\x0c" else "\ufffd"


def _hide(match: re.Match[str]) -> str:
    return match[0].translate(HIDDEN)


def _read_mended(job: _Job, tree: Tree, fault: _Fault | None) -> tuple[Tree, _Fault | None]:
    """Read again and again, the line that stopped the scanner mended: its marks hidden, or left out altogether."""
    for _ in range(max(2, min(MAX_REPAIRS, MAX_REPAIR_WORK // (len(job.fit) + 1)))):
        if fault is None or not _mend_line(job, fault.at):
            break
        tree, fault = _read_events(job)
    return tree, fault


def _mend_line(job: _Job, at: int) -> bool:
    # The scanner often notices at the line below the broken one, so that one is looked at too.
    end = _line_end(job.fit, at)
    start = job.fit.rfind("\n", 0, at) + 1
    above = job.fit.rfind("\n", 0, max(start - 1, 0)) + 1
    for a, b in ((start, end), (above, max(start - 1, 0))):
        entry = ENTRY.match(job.fit, a, b)  # a search would read a line of blanks from each of them
        value = entry["value"].translate(HIDDEN) if entry else None
        if entry and value != entry["value"]:
            job.fit = f"{job.fit[: entry.start('value')]}{value}{job.fit[entry.end() :]}"
            return True
    if not job.fit[start:end].strip():
        start, end = above, max(start - 1, 0)
    if not job.fit[start:end].strip():
        return False
    job.lost.append(Span(start, end))
    job.fit = job.fit[:start] + " " * (end - start) + job.fit[end:]
    return True


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _read_events(job: _Job) -> tuple[Tree, _Fault | None]:
    tree = Tree(job.text, job.offset, job.fit, job.inline)
    last = 0
    mark: Any
    try:
        for event in yaml.parse(job.fit, Loader=job.loader):
            mark = event.end_mark
            last = mark.index
            _add_event(tree, event)
            if tree.full() or tree.buried > MAX_BURIED:
                break  # the scanners' time grows with the square of the depth
    except yaml.MarkedYAMLError as fault:
        # Of a quote that never closes and of words without a colon, the beginning is the place to mend.
        begun = "quoted" in (fault.context or "") or "simple key" in (fault.context or "")
        mark = (fault.context_mark if begun else None) or fault.problem_mark or fault.context_mark
        return tree, _Fault(min(mark.index if mark else last, len(job.text)), str(fault.problem or "")[:120])
    except (yaml.YAMLError, ValueError, OverflowError, IndexError) as fault:
        # The scanners let an error of chr() or of a codec through here and there.
        return tree, _Fault(last, str(fault)[:120])
    return tree, None


def _add_event(tree: Tree, event: Any) -> None:  # noqa: ANN401
    start, end = event.start_mark.index, event.end_mark.index
    if isinstance(event, yaml.ScalarEvent):
        _add_scalar(tree, event, start, end)
    elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
        tree.open(isinstance(event, yaml.MappingStartEvent), start, event.anchor)
    elif isinstance(event, yaml.CollectionEndEvent):
        # A block collection "ends" where the next one begins; what it covers ends with its last value.
        tree.close(None if start == end else end)
    elif isinstance(event, yaml.AliasEvent):
        tree.alias(start, end, event.anchor or "")


def _add_scalar(tree: Tree, event: Any, start: int, end: int) -> None:  # noqa: ANN401
    value: str = event.value
    if event.anchor or event.tag:
        properties = PROPERTIES.match(tree.fit, start, end)
        start = properties.end() if properties else start
    if event.style in ("|", ">"):
        head = BLOCK_HEAD.match(tree.fit, start, end)
        start = head.end() if head else start
        end = max(start, len(tree.fit[start:end].rstrip()) + start)
        value = value.strip()
    quotes, rewritten = STYLES.get(event.style or "", (0, FOLDS))
    tree.scalar(start, end, value, name=event.anchor, quotes=quotes, rewritten=rewritten)
