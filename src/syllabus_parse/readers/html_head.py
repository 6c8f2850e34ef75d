"""What a page says of itself beside its visible text: title, language, base address, meta tags, JSON-LD, microdata."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

import attrs

from syllabus_parse.document import Mapping, Node, Run, Scalar, Sequence, Text
from syllabus_parse.normalize.terms import parse_term
from syllabus_parse.readers.data_nodes import read_json
from syllabus_parse.readers.html_elements import VOID
from syllabus_parse.readers.html_runs import RunCollector, read_text
from syllabus_parse.readers.html_scan import (
    END,
    RAW,
    START,
    TEXT,
    Token,
    Value,
    blank_liquid,
    decode_value,
    parse_attributes,
    scan,
)
from syllabus_parse.readers.html_works import WORK_TYPES, read_item_works, read_linked_work
from syllabus_parse.regex import lazy_regex
from syllabus_parse.source import Span

# The meta tags that say more than the page shows; descriptions repeat it.
META_NAMES: Final = frozenset(("author", "og:site_name", "og:title", "og:url", "dc.title", "dc.creator", "dc.date"))
# The types of schema.org that tell of the course itself, and what of them is told on, by which name.
COURSE_TYPES: Final = frozenset(("Course", "CourseInstance", "Syllabus"))
COURSE_KEYS: Final = {
    "name": "course", "courseCode": "courseCode", "provider": "provider", "startDate": "startDate",
    "endDate": "endDate", "courseMode": "courseMode", "instructor": "instructor",
}  # fmt: skip
MAX_SCRIPT: Final = 200_000
MAX_NODES: Final = 2_000

# e.g. itemtype="https://schema.org/Course"
ITEM_TYPE: Final = lazy_regex(r"schema\.org/(?:Course|CourseInstance|Syllabus)\b")
# A site's own name stands in its navigation, which is no text of the page: "CS 9, Spring 2020".
# e.g. <a class="navbar-brand" href="/">CS 9</a>
BRAND: Final = lazy_regex(
    r"""<[a-z][a-z0-9]{0,10}[ ][^<>]{0,300}?
        class=["'](?:[^"'<>]{0,200}\s)?(?:navbar-brand|site-title|site-name|project_title)(?:\s[^"'<>]{0,200})?["']
        [^<>]{0,300}>\s{0,200}([^<>]{2,200})<""",
    re.VERBOSE | re.IGNORECASE,
)
BRAND_WORDS: Final = ("navbar-brand", "site-title", "site-name", "project_title")

# The first step of the way to the page is the site: a course's own pages are below its name.
# e.g. <ol class="breadcrumb"><li><a href="/">Graph Theory</a></li> · itemtype="http://schema.org/BreadcrumbList"
TRAIL: Final = lazy_regex(r"""schema\.org/BreadcrumbList["']|class=["'][^"'<>]{0,200}\bbreadcrumbs?\b""")
STEP: Final = lazy_regex(r">\s{0,200}([^<>&]{0,3}[^\W\d_][^<>&]{2,120})<")
# The foot of a page is no text of it either, and often all that names the term: "Fall 2024".
# e.g. <footer class="dark"><p>Fall 2024</p></footer>
FOOT: Final = lazy_regex(r"<footer\b[^<>]{0,300}>", re.IGNORECASE)
FOOT_WORDS: Final = lazy_regex(r">\s{0,200}([^<>\s][^<>]{3,160})(?=<)")
FOOT_LENGTH: Final = 3_000
# e.g. "&copy; 2022 Loom Staff"
RIGHTS: Final = lazy_regex(r"(?:©|&copy;|&#169;|\(c\)|copyright)\W{0,3}20[0-3]\d\b", re.IGNORECASE)
# Steps that name no site.
ROOTS: Final = frozenset(
    """home homepage start index top root courses course teaching lehre startseite accueil cours inicio início
    cursos 首页 主页""".split()  # noqa: SIM905
)

Entry = tuple[Text, Node]


@attrs.frozen(eq=False)
class Head:
    """The page's own words: the fields of `Document` beside its blocks."""

    title: Text | None
    language: str | None
    base: str | None
    meta: Mapping | None


def read_head(text: str, tags: Iterable[Token]) -> Head:
    """Read what the tags of a head say, each value with its place.

    A page named "Schedule" often tells its course only here. `meta` keeps the names of the page: `author`,
    `og:site_name`, …; a course in JSON-LD or microdata gives `course`, `courseCode`, `provider` and `startDate`,
    works there a list `works`, the name of the site around it `site_title`, the term named at its foot `term`,
    else the year of its copyright `rights`.
    Descriptions are left out: they repeat the page.

    >>> head = read_head("<html lang=de><title>CS 1</title>", scan("<html lang=de><title>CS 1</title>"))
    >>> head.title.plain, head.language
    ('CS 1', 'de')
    """
    title: Text | None = None
    language = base = None
    entries: list[Entry] = []
    works: list[Mapping] = []
    script = ""
    for token in tags:
        kind, name, start, end, first, raw = token
        if kind == RAW:
            if name == "title" and title is None:
                title = read_text(text, start, end)
            elif name == "script" and "ld+json" in script:
                entries += _read_linked(text[start : min(end, start + MAX_SCRIPT)], start, works)
            continue
        if kind != START:
            continue
        script = raw if name == "script" else ""
        given = parse_attributes(raw)
        if name == "html" and "lang" in given:
            language = language or decode_value(given["lang"].raw).strip() or None
        elif name == "base" and "href" in given:
            base = base or decode_value(given["href"].raw).strip() or None
        elif name == "meta" and "content" in given and ("name" in given or "property" in given):
            key = given.get("name") or given["property"]
            word = key.raw.strip().lower()
            value = _read_value(text, given["content"], first)
            if word in META_NAMES and value.text:
                entries.append((Text.of([Run(word, Span(first + key.start, first + key.end))]), value))
    if ITEM_TYPE.search(text):
        entries += _read_items(text)
    works += read_item_works(text)
    if works:
        cover = Span(min(work.span.start for work in works), max(work.span.end for work in works))
        entries.append(_make_entry("works", Sequence(tuple(works), cover)))
    site = _find_site(text)
    if site is not None:
        entries.append(_make_entry("site_title", site))
    entries += _find_foot(text)
    meta = Mapping(tuple(entries), _cover(entries)) if entries else None
    return Head(title, language, base, meta)


def _find_site(text: str) -> Scalar | None:
    """Find the name of the site in the bar above the page, or else in the first step of the way to it."""
    brand = BRAND.search(text) if any(word in text for word in BRAND_WORDS) else None
    if brand is None:
        trail = TRAIL.search(text)
        brand = STEP.search(text, trail.end(), trail.end() + 2_000) if trail else None
        if brand is not None and brand[1].strip().casefold() in ROOTS:
            return None
    words = read_text(text, *brand.span(1)) if brand else None
    return Scalar(words, Span(*brand.span(1))) if brand and words else None


def _find_foot(text: str) -> list[Entry]:
    """Find the words in the foot of a page that name a term with its year, or else the year of its copyright."""
    foot = FOOT.search(text)
    if foot is None:
        return []
    end = min(len(text), foot.end() + FOOT_LENGTH)
    rights: list[Entry] = []
    for words in FOOT_WORDS.finditer(text, foot.end() - 1, end):
        if None not in parse_term(words[1]):
            found = read_text(text, *words.span(1))
            return [_make_entry("term", Scalar(found, Span(*words.span(1))))] if found else []
        if not rights and RIGHTS.search(words[1]):
            found = read_text(text, *words.span(1))
            rights = [_make_entry("rights", Scalar(found, Span(*words.span(1))))] if found else []
    return rights


def _make_entry(name: str, node: Node) -> Entry:
    """Name a value by a word that doesn't stand in the source: its place is the value's."""
    return Text.of([Run(name, Span(node.span.start, node.span.start))]), node


def _read_value(text: str, value: Value, first: int) -> Scalar:
    span = Span(first + value.start, first + value.end)
    found = read_text(text, span.start, span.end)
    return Scalar(found if found is not None else Text((), ""), span)


def _cover(entries: list[Entry]) -> Span:
    return Span(min(node.span.start for _, node in entries), max(node.span.end for _, node in entries))


def _read_linked(script: str, at: int, works: list[Mapping]) -> list[Entry]:
    """Read the course, and works, out of JSON-LD; they may stand in a list, a `@graph`, or another item."""
    root, _ = read_json(script, offset=at)
    entries: list[Entry] = []
    seen: set[str] = set()
    stack: list[Node] = [root] if root is not None else []
    for _ in range(MAX_NODES):
        if not stack:
            break
        node = stack.pop()
        if isinstance(node, Sequence):
            stack.extend(reversed(node.items))
        elif isinstance(node, Mapping):
            work = read_linked_work(node) if _type_names(node.get("@type")) & WORK_TYPES else None
            works += [work] if work is not None else []
            if _type_names(node.get("@type")) & COURSE_TYPES:
                for key, name in COURSE_KEYS.items():
                    value = _find_words(node.get(key))
                    if value is not None and name not in seen:
                        seen.add(name)
                        entries.append(_make_entry(name, value))
            stack.extend(value for _, value in reversed(node.entries) if not isinstance(value, Scalar))
    return entries


def _find_words(node: Node | None) -> Scalar | None:
    """Return a value's words: its own, or the name of the thing that it is."""
    if isinstance(node, Sequence):
        node = node.items[0] if node.items else None
    if isinstance(node, Mapping):
        node = node.get("name")
    return node if isinstance(node, Scalar) and node.text else None


def _type_names(node: Node | None) -> frozenset[str]:
    nodes = node.items if isinstance(node, Sequence) else (node,)
    return frozenset(one.text.plain.rsplit("/", 1)[-1] for one in nodes if isinstance(one, Scalar))


def _read_items(text: str) -> list[Entry]:
    """Read the course out of microdata: the first value of each property, down to the end of the item."""
    entries: list[Entry] = []
    seen: set[str] = set()
    depth = 0
    open_words: tuple[str, int, int, RunCollector] | None = None  # name, depth, start, text so far
    for kind, name, start, end, first, raw in scan(blank_liquid(text)):
        if kind == START and name not in VOID:
            given = parse_attributes(raw) if raw else {}
            if depth or ("itemtype" in given and ITEM_TYPE.search(given["itemtype"].raw)):
                depth += 1
        elif kind == START:
            given = parse_attributes(raw) if raw else {}
        elif kind == END and depth:
            depth -= 1
            if open_words is not None and depth < open_words[1]:
                words = open_words[3].take()
                if words:
                    entries.append(_make_entry(open_words[0], Scalar(words, Span(open_words[2], start))))
                    seen.add(open_words[0])
                open_words = None
            continue
        else:
            if kind == TEXT and open_words is not None:
                open_words[3].add_text(start, end)
            continue
        told = COURSE_KEYS.get(given["itemprop"].raw.strip()) if depth and "itemprop" in given else None
        if told is None or told in seen or open_words is not None:
            continue
        value = given.get("content") or given.get("datetime")
        if value is not None:
            entries.append(_make_entry(told, _read_value(text, value, first)))
            seen.add(told)
        elif name not in VOID:
            open_words = (told, depth, end, RunCollector(text, 0, None))
    return entries
