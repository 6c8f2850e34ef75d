"""Works that a page tells to machines: `ScholarlyArticle`, `Book`, `Chapter` and `Thesis` in JSON-LD and microdata."""

from __future__ import annotations

from typing import Final

import attrs

from syllabus_parse.document import Mapping, Node, Run, Scalar, Sequence, Text
from syllabus_parse.readers.html_elements import VOID
from syllabus_parse.readers.html_runs import RunCollector, read_text
from syllabus_parse.readers.html_scan import END, START, TEXT, blank_liquid, parse_attributes, scan
from syllabus_parse.regex import lazy_regex
from syllabus_parse.source import Span

# `Article` and `CreativeWork` are what blogs call the page itself.
WORK_TYPES: Final = frozenset(("ScholarlyArticle", "Book", "Chapter", "Thesis"))
# What schema.org calls a fact of a work, and the key of a data file that says the same.
WORK_KEYS: Final = {
    "headline": "title", "name": "title", "author": "authors", "creator": "authors", "datePublished": "year",
    "isPartOf": "venue", "url": "url", "sameAs": "url",
}  # fmt: skip
MANY: Final = frozenset(("authors", "url"))
MAX_WORKS: Final = 1_000
# e.g. itemtype="https://schema.org/ScholarlyArticle"
WORK_ITEM: Final = lazy_regex(r"schema\.org/(?:ScholarlyArticle|Book|Chapter|Thesis)\b")
YEAR: Final = lazy_regex(r"(?:19|20)\d\d")


def make_key(name: str, at: int) -> Text:
    """Name a value by a word that doesn't stand in the source: its place is the value's."""
    return Text.of([Run(name, Span(at, at))])


def read_linked_work(node: Mapping) -> Mapping | None:
    """Read one work of JSON-LD as a mapping with the keys of a data file; None without a title."""
    found: dict[str, list[Node]] = {}
    for key, value in node.entries:
        told = WORK_KEYS.get(key.plain)
        if told is None or (told in found and told not in MANY):
            continue
        for item in value.items if isinstance(value, Sequence) else (value,):
            named = item.get("name") if isinstance(item, Mapping) else item
            if isinstance(named, Scalar) and named.text:
                found.setdefault(told, []).append(named)
    return _make_work(found, node.span)


def _make_work(found: dict[str, list[Node]], span: Span) -> Mapping | None:
    if "title" not in found:
        return None
    entries: list[tuple[Text, Node]] = []
    for name, nodes in found.items():
        if name == "year":
            year = _cut_year(nodes[0])
            if year is not None:
                entries.append((make_key(name, year.span.start), year))
            continue
        first, last = nodes[0].span, nodes[-1].span
        value = nodes[0] if name not in MANY else Sequence(tuple(nodes), Span(first.start, max(first.end, last.end)))
        if name == "url":
            entries += [(make_key("url", node.span.start), node) for node in nodes]
        else:
            entries.append((make_key(name, first.start), value))
    return Mapping(tuple(entries), span)


def _cut_year(node: Node) -> Scalar | None:
    found = YEAR.search(node.text.plain) if isinstance(node, Scalar) else None
    if found is None or not isinstance(node, Scalar):
        return None
    text = node.text.slice(*found.span())
    return Scalar(text, text.span or node.span)


@attrs.define(eq=False)
class _Item:
    """A work of microdata under way: where it began, at which depth, and what it said so far."""

    start: int
    depth: int
    found: dict[str, list[Node]] = attrs.field(factory=dict)


def read_item_works(text: str) -> list[Mapping]:
    """Read the works of microdata, each with the stretch of the page that it covers.

    >>> page = '<li itemscope itemtype="https://schema.org/Book"><b itemprop="name">Soil</b></li>'
    >>> [work.get("title").text.plain for work in read_item_works(page)]
    ['Soil']
    """
    if WORK_ITEM.search(text) is None:
        return []
    works: list[Mapping] = []
    item: _Item | None = None
    depth = 0
    prop: tuple[str, int, int, RunCollector] | None = None
    for kind, name, start, end, first, raw in scan(blank_liquid(text)):
        if kind == TEXT:
            if prop is not None:
                prop[3].add_text(start, end)
            continue
        if kind == END:
            depth -= name not in VOID
            if item is not None and prop is not None and depth < prop[1]:
                words = prop[3].take()
                if words:
                    item.found.setdefault(prop[0], []).append(Scalar(words, Span(prop[2], start)))
                prop = None
            if item is not None and depth < item.depth:
                work = _make_work(item.found, Span(item.start, end))
                works += [work] if work is not None else []
                item = None
                if len(works) >= MAX_WORKS:
                    break
            continue
        if kind != START:
            continue
        given = parse_attributes(raw) if raw else {}
        depth += name not in VOID
        if item is None:
            if "itemtype" in given and WORK_ITEM.search(given["itemtype"].raw):
                item = _Item(start, depth)
            continue
        told = WORK_KEYS.get(given["itemprop"].raw.strip()) if "itemprop" in given else None
        if told is None or prop is not None or (told in item.found and told not in MANY):
            continue
        value = given.get("content") or given.get("datetime") or given.get("href")
        if value is not None:
            at = Span(first + value.start, first + value.end)
            words = read_text(text, at.start, at.end)
            if words:
                item.found.setdefault(told, []).append(Scalar(words, at))
        elif name not in VOID:
            prop = (told, depth, end, RunCollector(text, 0, None))
    return works
