"""Rows of a table that lost its markup, one a line: "Jan. 20 Looms §3.1, 3.4 HW 1 due Jan. 24"."""

from __future__ import annotations

import re
from typing import Final

import attrs

from syllabus_parse.document import EMPTY, Block, Document, Paragraph, Run, Text
from syllabus_parse.interpret.outline.heads import opens_with_date
from syllabus_parse.regex import lazy_regex
from syllabus_parse.source import Span

LINE_END: Final = lazy_regex("\n")
_MONTH: Final = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
_DAY: Final = rf"(?:on\s)?(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}[/-]\d{{1,2}}|\d{{1,2}}\s?[-.]?\s?{_MONTH})"
_EVENT: Final = (
    r"(?:(?:hw|homework|proj|project|assignment|asst|lab|problem set|pset|ps|quiz)\.?\s?\#?|[ap])\d{1,2}[a-z]?"
    rf"\s(?:is\s)?(?:due|out|released|assigned|posted)(?:\s{_DAY})?"
)
# What is handed out or due, at the end of the line, e.g. "HW 1 due Jan. 24 Proj. 1 due Jan. 21"
EVENTS: Final = lazy_regex(
    rf"(?<=[^\s,;:–—(-])[\s;]{{1,4}}(?P<events>{_EVENT}(?:[,;]?\s{{1,3}}{_EVENT}){{0,3}})\s{{0,3}}"
    r"(?P<rest>\([^()\n]{3,60}\))?\s*[.]?\s*$",
    re.IGNORECASE,
)
EVENT: Final = lazy_regex(_EVENT, re.IGNORECASE)
_WORK: Final = r"(?:hw|homework|project|problem set|pset|assignment|asst|lab)\.?\s?\#?\d{1,2}"
# What is handed out, at the end of the line with no more words, e.g. "… of [IML] homework 2 & project 1"
BARE_WORK: Final = lazy_regex(
    rf"(?<=[^\s,;:–—(-])(?<!\bof)(?<!\bon)(?<!\bthe)(?<!\band)(?<!\bfor)(?<!\bto)(?<!\bwith)(?<!review)(?<!discuss)"
    rf"\s{{1,4}}(?P<events>{_WORK}(?:(?:\s?[&,;]\s?|\sand\s){_WORK}){{0,2}})\s*$",
    re.IGNORECASE,
)
WORK: Final = lazy_regex(_WORK, re.IGNORECASE)
_PLACE: Final = r"\d{1,2}\.\d{1,2}(?:\.\d{1,2})?(?:\s?[-–]\s?\d{1,2}(?:\.\d{1,2}){0,2})?"
# What to read, between topic and homework: e.g. "1.4, 1.5, [Moos84]" · "§3.1, 3.4"
_LED: Final = (
    r"(?:§\s?|(?:chapters?|chaps?|chps?|ch|sections?|sects?|sec)\.?\s)\d{1,2}(?:\.\d{1,2}){0,2}"
    r"(?:\s?[-–]\s?\d{1,2}(?:\.\d{1,2}){0,2})?"
)
_BOOK: Final = r"(?:\s(?:of|in)\s(?:\[[A-Z][\w+ ]{1,20}\]|[A-Z][\w.]{1,12}(?=\s*$)))"
# What to read, between topic and homework: e.g. "1.4, 1.5, [Moos84]" · "§3.1, 3.4" · "chapter 3, 8.2 of [IML]"
PASSAGES: Final = lazy_regex(
    rf"(?<=[^\s,;:–—(-])\s{{1,4}}(?P<passages>(?:{_LED}|{_PLACE}){_BOOK}?"
    rf"(?:,?\s{{1,4}}(?:\(optional\)\s)?(?:{_LED}|(?<=,\s){_PLACE}|(?<=\(optional\)\s){_PLACE}"
    rf"|(?<=,\s)\[[A-Z][\w+ ]{{2,20}}\]){_BOOK}?){{0,6}})\s*[.;,]?\s*$",
    re.IGNORECASE,
)
COMMA: Final = lazy_regex(r",\s{1,4}")
KEY: Final = lazy_regex(r"(?:(?<=,\s)|(?<=,\s\s)|^)\[")
FEWEST: Final = 4
FEWEST_WORKS: Final = 3


def part_flat_rows(document: Document) -> Document:
    """Return the document with such rows on several lines each: topic, what to read, what is due.

    Only where several lines of a page begin with a day; passages only where several of these lines end with them:
    one "HTTP 2.0" is a topic.
    """
    lines = [line for block in document.blocks if isinstance(block, Paragraph) for line in _list_rows(block)]
    if len(lines) < FEWEST:
        return document
    works = sum(BARE_WORK.search(line.plain) is not None for line in lines) >= FEWEST_WORKS
    passages = sum(PASSAGES.search(_cut_events(line, works=works).plain) is not None for line in lines) >= FEWEST
    if not passages and not works and not any(EVENTS.search(line.plain) for line in lines):
        return document
    blocks = tuple(_part(block, passages=passages, works=works) for block in document.blocks)
    return attrs.evolve(document, blocks=blocks)


def _list_rows(block: Paragraph) -> list[Text]:
    return [line for line in block.text.split(LINE_END) if opens_with_date(line)] if "\n" in block.text.plain else []


def _find_events(line: Text, *, works: bool) -> re.Match[str] | None:
    return EVENTS.search(line.plain) or (BARE_WORK.search(line.plain) if works else None)


def _cut_events(line: Text, *, works: bool) -> Text:
    found = _find_events(line, works=works)
    return line.slice(0, found.start()) if found else line


def _part(block: Block, *, passages: bool, works: bool) -> Block:
    if not isinstance(block, Paragraph) or not _list_rows(block):
        return block
    out: list[Text] = []
    for line in block.text.split(LINE_END):
        out += (
            _part_line(line, passages=passages, works=works) if opens_with_date(line) and not line.links() else [line]
        )
    text = EMPTY
    for line in out:
        text = text.join(_word("\n", line)).join(line) if text else line
    return attrs.evolve(block, text=text)


def _part_line(line: Text, *, passages: bool, works: bool) -> list[Text]:
    found = _find_events(line, works=works)
    row = _cut_events(line, works=works)
    read = PASSAGES.search(row.plain) if passages else None
    out = [row.slice(0, read.start()) if read else row]
    if read:
        words = row.slice(*read.span("passages"))
        keys = KEY.search(words.plain)
        end = keys.start() if keys else len(words.plain)
        for part in (words.slice(0, end).strip(" ,"), *words.slice(end, len(words.plain)).split(COMMA)):
            out += [_word("Readings: ", part).join(part)] if part else []
    if found:
        at = found.start("events")
        each = WORK if "rest" not in found.groupdict() else EVENT
        made = [line.slice(at + event.start(), at + event.end()) for event in each.finditer(found["events"])]
        out += [_word("Homework: ", part).join(part) for part in made] if each is WORK else made
        if found.groupdict().get("rest"):
            out.append(line.slice(*found.span("rest")))
    return out


def _word(words: str, beside: Text) -> Text:
    at = beside.runs[0].span.start if beside.runs else 0
    return Text.of([Run(words, Span(at, at))])
