"""Org: outlines with tables, lists and timestamps, as Emacs writes them."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import Document, Mapping, Scalar, Text
from syllabus_parse.readers.indented import split_lines
from syllabus_parse.readers.reader import Guess, Reader, Signs, weigh_signs
from syllabus_parse.regex import lazy_regex
from syllabus_parse.source import Source

SAMPLE: Final = 100_000


def read(source: Source) -> Document:
    r"""Read an Org file; its keywords ("#+TITLE") become the document's meta, drawers and code are passed over.

    >>> document = read(Source("#+TITLE: Plan\n* Week 1\n- [[a.pdf][Maps]]\n"))
    >>> document.title.plain, [type(block).__name__ for block in document.blocks]
    ('Plan', ['Heading', 'Listing'])
    """
    from syllabus_parse.readers.org_blocks import Scanner  # noqa: PLC0415 - only a file in Org should pay for it

    scanner = Scanner()
    blocks = scanner.read_blocks(split_lines(source.text), 0)
    meta: Mapping | None = None
    title: Text | None = None
    if scanner.meta:
        meta = Mapping(tuple(scanner.meta), scanner.meta[0][1].span.cover(scanner.meta[-1][1].span))
        found = meta.get("title")
        title = found.text if isinstance(found, Scalar) and found.text else None
    return Document(source, "org", tuple(blocks), meta=meta, title=title, problems=tuple(scanner.problems))


SIGNS: Final[Signs] = (
    (
        "#+",
        lazy_regex(
            r"^#\+(?:title|author|date|options|startup|begin_\w+|caption|latex_\w+|html_\w+|setupfile|tags|todo|attr_\w+|"
            r"property|language|filetags|name|tblfm)\b",
            re.MULTILINE | re.IGNORECASE,
        ),
        0.7,
        "a keyword of Org",
    ),
    ("#+", lazy_regex(r"\A\s{0,9}(?:#\+[A-Za-z_]{3,20}:[^\n]*\n){2}"), 0.75, "keywords of Org at the top"),
    (
        "][",
        lazy_regex(r"\[\[[^\[\]\n]{1,1000}\]\[[^\[\]\n]{1,500}\]\]"),
        0.5,
        "a link in double brackets with its text",
    ),
    (
        "[[",
        lazy_regex(r"(?<!\[)\[\[[^\[\]\n]{1,1000}\](?:\[[^\[\]\n]{1,500}\])?\](?!\])"),
        0.35,
        "a link in double brackets",
    ),
    ("-+-", lazy_regex(r"^[ \t]*\|-+(?:\+-+)+\|[ \t]*$", re.MULTILINE), 0.65, "a table with + in its lines"),
    ("-", lazy_regex(r"[<\[]\d{4}-\d\d-\d\d [A-Za-zÀ-ÿ]{2,10}\.?(?: [^>\]\n]{1,40})?[>\]]"), 0.6, "a timestamp"),
    (":", lazy_regex(r"^[ \t]*:(?:PROPERTIES|LOGBOOK):[ \t]*$", re.MULTILINE), 0.7, "a drawer"),
    ("** ", lazy_regex(r"^\*{2,6} \S", re.MULTILINE), 0.35, "headings with several stars"),
    ("\n** ", lazy_regex(r"^\* \S[^\n]*\n+\*\* \S", re.MULTILINE), 0.3, "headings below headings"),
)
AGAINST: Final = lazy_regex(
    r"^#{1,4}[ \t]+\S|\]\((?:https?:|/|\.|\w)[^()\s]{0,300}\)|^\|[ \t]?:?-{2,}:?[ \t]?\|[ \t:-]|"
    r"<(?:table|div|html|td|ul)\b",
    re.MULTILINE,
)


def detect(source: Source) -> Guess | None:
    r"""Tell Org by marks that no other format has; None where there are none of them.

    >>> detect(Source("#+TITLE: Plan\n* Week 1\n** Maps\n")).dialect
    'org'
    >>> detect(Source("* 9/3 [Maps](maps.html)\n* 9/5 Sets\n"))
    """
    sample = source.text[:SAMPLE]
    score, reasons = weigh_signs(sample, SIGNS, AGAINST, penalty=0.15, sure=0.9)
    if (source.uri or "").split("?")[0].casefold().endswith(".org") and reasons and "/" in (source.uri or "")[8:]:
        return Guess("org", max(0.95, score), (*reasons, "its name ends in .org"))
    return Guess("org", round(min(score, 0.97), 2), tuple(reasons)) if score >= 0.3 else None


READER: Final = Reader("org", read, detect)
