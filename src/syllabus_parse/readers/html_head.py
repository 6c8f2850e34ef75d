"""What a page says of itself beside its visible text: title, language, base address, meta tags, JSON-LD, microdata."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

import attrs

from syllabus_parse.document import Mapping, Node, Problem, Run, Scalar, Sequence, Text
from syllabus_parse.readers.data_nodes import read_json
from syllabus_parse.readers.html_runs import read_text
from syllabus_parse.readers.html_scan import RAW, START, Token, Value, decode_value, parse_attributes
from syllabus_parse.source import Span

# The meta tags that say more than the page shows; descriptions repeat it.
META_NAMES: Final = frozenset(("author", "og:site_name", "og:title", "og:url", "dc.title", "dc.creator", "dc.date"))
# The types of schema.org that tell of a course or of what it reads.
TYPES: Final = frozenset(
    """Course CourseInstance Syllabus EducationEvent EducationalOccupationalProgram LearningResource ScholarlyArticle
    CollegeOrUniversity EducationalOrganization WebSite""".split()  # noqa: SIM905
)
MAX_SCRIPT: Final = 200_000
MAX_ITEMS: Final = 200
TAGS: Final = re.compile(r"<[^<>]{0,2000}>")


@attrs.frozen(eq=False)
class Head:
    """The page's own words: the fields of `Document` beside its blocks."""

    title: Text | None
    language: str | None
    base: str | None
    meta: Mapping | None
    problems: tuple[Problem, ...] = ()


def read_head(text: str, tags: Iterable[Token]) -> Head:
    """Read what the tags of a head say, each value with its place.

    A page named "Schedule" often tells its course only here. `meta` keeps the names of the page: `author`,
    `og:site_name`, …; what JSON-LD and microdata say of courses and works is the list `schema.org`.
    """
    title: Text | None = None
    language = base = None
    entries: list[tuple[Text, Node]] = []
    items: list[Node] = []
    open_tag: Token | None = None
    for token in tags:
        kind, name, start, end, first, last = token
        if kind == RAW:
            if name == "title" and title is None:
                title = read_text(text, start, end)
            elif name == "script" and open_tag is not None and "ld+json" in text[open_tag[4] : open_tag[5]]:
                items.extend(_read_linked(text[start : min(end, start + MAX_SCRIPT)], start))
            continue
        if kind != START:
            continue
        open_tag = token
        given = parse_attributes(text[first:last])
        if name == "html" and "lang" in given:
            language = language or decode_value(given["lang"].raw).strip() or None
        elif name == "base" and "href" in given:
            base = base or decode_value(given["href"].raw).strip() or None
        elif name == "meta" and "content" in given and ("name" in given or "property" in given):
            key = given.get("name") or given["property"]
            value = _scalar(text, given["content"], first)
            if key.raw.strip().lower() in META_NAMES and value.text:
                entries.append((_key(key.raw.strip().lower(), first + key.start, first + key.end), value))
    if items:
        span = Span(items[0].span.start, max(item.span.end for item in items))
        entries.append((Text.of([Run("schema.org", Span(span.start, span.start))]), Sequence(tuple(items), span)))
    meta = Mapping(tuple(entries), _cover(entries)) if entries else None
    return Head(title, language, base, meta)


def _key(name: str, start: int, end: int) -> Text:
    return Text.of([Run(name, Span(start, end))])


def _scalar(text: str, value: Value, first: int) -> Scalar:
    span = Span(first + value.start, first + value.end)
    found = read_text(text, span.start, span.end)
    return Scalar(found if found is not None else Text((), ""), span)


def _cover(entries: list[tuple[Text, Node]]) -> Span:
    return Span(min(node.span.start for _, node in entries), max(node.span.end for _, node in entries))


def _read_linked(script: str, at: int) -> list[Node]:
    """Read JSON-LD; only items of the known types, which may stand in a list or a `@graph`."""
    root, _ = read_json(script, offset=at)
    found: list[Node] = []
    stack: list[Node] = [root] if root is not None else []
    while stack and len(found) < MAX_ITEMS:
        node = stack.pop()
        if isinstance(node, Sequence):
            stack.extend(reversed(node.items))
        elif isinstance(node, Mapping):
            if _type_names(node.get("@type")) & TYPES:
                found.append(node)
            elif (graph := node.get("@graph")) is not None:
                stack.append(graph)
    return found


def _type_names(node: Node | None) -> frozenset[str]:
    nodes = node.items if isinstance(node, Sequence) else (node,)
    return frozenset(one.text.plain.rsplit("/", 1)[-1] for one in nodes if isinstance(one, Scalar))
