"""reStructuredText: pages of Sphinx, Pelican and Nikola."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from syllabus_parse.document import Anchor, Block, Document, Heading, Listing, Mapping, Node, Paragraph, Scalar, Text
from syllabus_parse.readers.indented import split_lines
from syllabus_parse.readers.reader import Guess, Reader, Signs, weigh_signs
from syllabus_parse.regex import lazy_regex
from syllabus_parse.source import Source, Span

if TYPE_CHECKING:
    from syllabus_parse.readers.rst_inline import Targets

# ".. _name: https://x.org" · ".. _`a name`: a.html" · ".. _one: two_"
TARGET: Final = lazy_regex(
    r"^[ \t]{0,40}\.\.[ \t]{1,20}_(?:`(?P<quoted>[^`\n]{1,200})`|(?P<name>[^:\n`_][^:\n]{0,200})):[ \t]{1,80}"
    r"(?P<to>\S[^\n]{0,2000})$",
    re.MULTILINE,
)
ANONYMOUS: Final = lazy_regex(r"^[ \t]{0,40}(?:__|\.\.[ \t]{1,20}__:)[ \t]{1,80}(?P<to>\S[^\n]{0,2000})$", re.MULTILINE)
SUBSTITUTION: Final = lazy_regex(
    r"^[ \t]{0,40}\.\.[ \t]{1,20}\|(?P<name>[^|\n]{1,80})\|[ \t]{1,20}(?:replace|unicode)::[ \t]{1,80}"
    r"(?P<words>\S[^\n]{0,500})$",
    re.MULTILINE,
)
# A name in bare words that embeds its target, so that it can be used again: `text <url>`_
EMBEDDED: Final = lazy_regex(r"`(?P<name>[^`<\n]{1,200}?)\s{0,20}<(?P<to>[^<>\s]{1,2000})>`_(?!_)")
SIGNS: Final[Signs] = (
    ("::", lazy_regex(r"^\.\.[ \t]+[\w:.+-]{2,40}::(?:[ \t]|$)", re.MULTILINE), 0.6, "a directive"),
    (">`_", lazy_regex(r"`[^`\n]{1,200}<[^<>\s]{1,500}>`__?(?!\w)"), 0.55, "a link as `text <address>`_"),
    ("..", lazy_regex(r"^\.\.[ \t]+_[^:\n]{1,80}:(?:[ \t]+\S|$)", re.MULTILINE), 0.5, "a target of links"),
    (
        ":`",
        lazy_regex(r"(?<![\w`]):(?:doc|ref|download|pdf|math|term|code|abbr|file|any):`[^`\n]{1,200}`"),
        0.5,
        "a role",
    ),
    ("-+", lazy_regex(r"^\+(?:-{2,}\+){2,}[ \t]*\n\|", re.MULTILINE), 0.7, "a table drawn as a grid"),
    ("== ", lazy_regex(r"^={2,}(?:[ ]+={2,})+[ \t]*$", re.MULTILINE), 0.55, "a table between lines of ="),
    (
        "",
        lazy_regex(r"^([=#*~^\"'+`:.-])\1{3,}[ \t]*\n[^\n]{1,120}\n\1{4,}[ \t]*$", re.MULTILINE),
        0.5,
        "a heading between two lines",
    ),
    (
        "",
        lazy_regex(r"^(?![=\-~^\"'`#*+.\s|>])[^\n]{3,120}\n([~^\"'`#*+:.])\1{3,}[ \t]*$", re.MULTILINE),
        0.5,
        "a heading above a line of marks",
    ),
    ("::", lazy_regex(r"^[^\n]{1,120}::[ \t]*\n[ \t]*\n[ \t]+\S", re.MULTILINE), 0.3, "a literal block"),
)
AGAINST: Final = lazy_regex(
    r"^#{1,4}[ \t]+\S|\]\((?:https?:|/|\.|\w)[^()\s]{0,300}\)|^\|[ \t]?:?-{2,}:?[ \t]?\||<(?:table|div|html|td|ul)\b",
    re.MULTILINE,
)
SAMPLE: Final = 100_000


def read(source: Source) -> Document:
    r"""Read a page of reStructuredText.

    Nothing is included, fetched or run. The fields above the text ("Author", "Date") become the document's meta.

    >>> document = read(Source("Schedule\n========\n\n- 9/3 Maps\n"))
    >>> [type(block).__name__ for block in document.blocks]
    ['Heading', 'Listing']
    """
    from syllabus_parse.readers.rst_blocks import Scanner  # noqa: PLC0415 - only its own pages should pay for it

    text = source.text
    scanner = Scanner(_find_targets(text))
    blocks = scanner.read_blocks(split_lines(text))
    meta, blocks = _take_fields(blocks)
    return Document(source, "rst", tuple(blocks), meta=meta, problems=tuple(scanner.problems))


def _find_targets(text: str) -> Targets:
    """Find what names stand for, wherever on the page it is said."""
    from syllabus_parse.readers.rst_inline import Targets, fold_name  # noqa: PLC0415

    targets = Targets()
    later: list[tuple[str, str]] = []
    for match in TARGET.finditer(text):
        name = fold_name((match["quoted"] or match["name"]).replace("\\:", ":"))
        to = match["to"].strip()
        if re.fullmatch(r"[\w .-]{1,80}_|`[^`]{1,80}`_", to):
            later.append((name, fold_name(to.strip("`_"))))
        else:
            targets.links.setdefault(name, Anchor(to, Span(match.start("to"), match.start("to") + len(to))))
    for match in EMBEDDED.finditer(text):
        targets.links.setdefault(fold_name(match["name"]), Anchor(match["to"], Span(*match.span("to"))))
    for name, other in later:
        if other in targets.links:
            targets.links.setdefault(name, targets.links[other])
    anonymous = [
        Anchor(match["to"].strip(), Span(match.start("to"), match.start("to") + len(match["to"].strip())))
        for match in ANONYMOUS.finditer(text)
    ]
    targets.anonymous = iter(anonymous)
    for match in SUBSTITUTION.finditer(text):
        targets.words[fold_name(match["name"])] = (match["words"].strip(), match.start("words"))
    return targets


def _take_fields(blocks: list[Block]) -> tuple[Mapping | None, list[Block]]:
    """Take the list of fields off the top of the page, where Sphinx and Pelican keep facts of the page."""
    at = 0
    if blocks and isinstance(blocks[0], Heading):
        at = 1
    block = blocks[at] if at < len(blocks) else None
    if not isinstance(block, Listing) or not block.items or any(item.marker for item in block.items):
        return None, blocks
    entries: list[tuple[Text, Node]] = []
    for item in block.items:
        first = item.blocks[0]
        if not isinstance(first, Paragraph) or ":" not in first.text.plain or len(item.blocks) > 1:
            return None, blocks
        cut = first.text.plain.index(":")
        value = first.text.slice(cut + 1, len(first.text.plain)).strip()
        entries.append((first.text.slice(0, cut), Scalar(value, value.span or first.span)))
    return Mapping(tuple(entries), block.span), [*blocks[:at], *blocks[at + 1 :]]


def detect(source: Source) -> Guess | None:
    r"""Tell reStructuredText by marks that no other format has; None where there are none of them.

    >>> detect(Source("Plan\n~~~~\n\n`Maps <maps.html>`_\n")).score
    0.78
    >>> detect(Source("# Plan\n\n[Maps](maps.html)\n"))
    """
    sample = source.text[:SAMPLE]
    named = (source.uri or "").split("?")[0].casefold().endswith((".rst", ".rest"))
    score, reasons = weigh_signs(sample, SIGNS, AGAINST, penalty=0.15)
    if named:
        return Guess("rst", max(0.9, score), (*reasons, "its name ends in .rst"))
    if score < 0.25:
        return None
    return Guess("rst", round(min(score, 0.97), 2), tuple(reasons))


READER: Final = Reader("rst", read, detect)
