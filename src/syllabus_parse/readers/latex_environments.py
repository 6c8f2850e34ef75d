r"""Environments of LaTeX: lists and their items, tables and their wide cells, and those that only hold."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

import attrs

from syllabus_parse.document import BREAK, Block, Item, Mark, Paragraph, Run
from syllabus_parse.readers.latex_state import BLANKS, OPTION, Flow, State
from syllabus_parse.readers.latex_tables import TableDraft
from syllabus_parse.readers.latex_words import HIDDEN, LISTS, TABLES
from syllabus_parse.regex import lazy_regex
from syllabus_parse.source import Span

ENVIRONMENT: Final = lazy_regex(r"\s{0,20}\{([A-Za-z*@]{1,40})\}")
SIZES: Final = frozenset(("Large", "LARGE", "huge", "Huge"))


def read_environment(scan: State, side: str, at: int, end: int) -> int:
    """Open or close an environment: a list, a table, one that is hidden, or one that only holds."""
    found = ENVIRONMENT.match(scan.text, end, scan.end)
    if not found:
        return end
    name, end = found[1], found.end()
    if side == "end":
        if name == "document":
            scan.end = min(scan.end, at)
            return at
        if scan.open_names.get(name):
            while scan.frames and scan.pop(at) != name:
                pass
        return end
    if name in HIDDEN:
        stop = scan.text.find(f"\\end{{{name}}}", end, scan.end)
        return scan.end if stop < 0 else stop + len(name) + 6
    if name in SIZES or name == "large":
        stop = scan.text.find(f"\\end{{{name}}}", end, min(scan.end, end + 300))
        if len(scan.flows) == 1 and stop >= 0:
            scan.large.append(Span(end, stop))
        scan.push(name, None)
        return end
    scan.end_paragraph()
    if name in LISTS:
        end = scan.skip(end, 1 if name == "thebibliography" else 2 if name == "list" else 0)
        items: list[Item] = []
        scan.push(name, lambda stop: scan.close_list(items, at, stop, ordered=name.startswith(("enum", "compacte"))))
        scan.frames[-1].items = items
    elif name in TABLES:
        end = scan.skip(end, TABLES[name])
        table = TableDraft(end)
        scan.push(name, lambda stop: scan.close_table(table, at, stop))
        scan.frames[-1].table = table
        flow = Flow(start=end)
        scan.frames[-1].flow = flow
        scan.flows.append(flow)
    else:
        one = name in ("minipage", "multicols", "frame")
        two = name in ("adjustwidth", "wrapfigure", "wraptable")
        end = scan.skip(end, 1 if one else 2 if two else 0)
        scan.push(name, lambda stop: scan.end_paragraph())
    return end


def read_item(scan: State, name: str, at: int, end: int, *, read_label: Callable[[int, int], list[Block]]) -> int:
    """Begin an item of the innermost list; `read_label` reads what stands in its brackets, which is bold."""
    while scan.frames and scan.frames[-1].name == "{":
        scan.pop(at)
    holder = next((frame for frame in reversed(scan.holders) if frame.items is not None or frame.table), None)
    if holder is None or holder.table is not None:
        if not scan.flows[-1].runs:
            return end
        scan.add(BREAK, at, end)
        return end
    scan.end_item(holder, at)
    flow = Flow(start=at, marker="-")
    holder.flow = flow
    scan.flows.append(flow)
    if name == "bibitem":
        return scan.skip(end, 1)
    option = re.compile(r"\s{0,20}\[").match(scan.text, end, scan.end)
    if option:
        stop = find_label_end(scan, option.end())
        if stop is not None:
            label = read_label(option.end(), stop)
            runs = [run for block in label if isinstance(block, Paragraph) for run in block.text.runs]
            flow.runs += [attrs.evolve(run, marks=run.marks | Mark.BOLD) for run in runs]
            if runs:
                words = "".join(run.text for run in runs)
                marked = words.rstrip().endswith((":", ".", "?", "-", "–"))
                joint = " " if marked or not any(map(str.isalnum, words)) else ": "
                flow.runs.append(Run(joint, Span(stop, stop)))
            blanks = BLANKS.match(scan.text, stop + 1, scan.end)
            end = blanks.end() if blanks else stop + 1
    return end


LEVEL: Final = "outline level"
DEEPEST: Final = 4


def open_level(scan: State, level: int, at: int) -> None:
    r"""Open or close lists until the next item is of a level, as `\1` and `\2` of the outlines package say."""
    while scan.frames and scan.frames[-1].name == "{":
        scan.pop(at)
    while scan.open_names.get(LEVEL, 0) > min(level, DEEPEST) and scan.frames[-1].name in (LEVEL, "{"):
        scan.pop(at)
    while scan.open_names.get(LEVEL, 0) < min(level, DEEPEST):
        scan.end_paragraph()
        items: list[Item] = []
        scan.push(LEVEL, _list_closer(scan, items, at))
        scan.frames[-1].items = items


def _list_closer(scan: State, items: list[Item], at: int) -> Callable[[int], None]:
    return lambda stop: scan.close_list(items, at, stop, ordered=False)


def find_label_end(scan: State, at: int) -> int | None:
    """Find the bracket that closes the label of an item."""
    depth = 0
    for found in re.compile(r"\\.|[{}\]\n]", re.DOTALL).finditer(scan.text, at, min(scan.end, at + 500)):
        if found[0] == "{":
            depth += 1
        elif found[0] == "}":
            depth -= 1
        elif found[0] == "]" and depth <= 0:
            return found.start()
    return None


def read_multi(scan: State, name: str, end: int) -> int:
    """Read a cell that reaches over columns or rows."""
    table = scan.table_required()
    option = OPTION.match(scan.text, end, scan.end)
    inside = scan.group(option.end() if option else end)
    if inside is None:
        return end
    words = scan.text[inside[0] : inside[1]].strip()
    size = int(words) if words.isdigit() and len(words) < 3 else 1
    if name == "multicolumn":
        table.colspan = max(1, size)
    else:
        table.rowspan = max(1, size)
    return scan.skip(inside[1] + 1, 1)
