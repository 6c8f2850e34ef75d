"""The content of a cell, an item or a part of a page, cut into entries: one work, one topic or one remark each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

import attrs

from syllabus_parse.document import BREAK, Block, Heading, Item, Listing, Mark, Paragraph, Table, Text
from syllabus_parse.interpret.citations.title import count_capitals
from syllabus_parse.interpret.citations.values import title_links
from syllabus_parse.interpret.words import link_label
from syllabus_parse.interpret.works.signs import names_passage
from syllabus_parse.normalize.people import score_people
from syllabus_parse.normalize.titles import is_placeholder
from syllabus_parse.normalize.venues import parse_venue
from syllabus_parse.regex import lazy_regex

VENUE_ONLY: Final = lazy_regex(r"\s*[(\[](?P<inside>[^()\[\]]{2,60})[)\]]\s*[.,;]?\s*")
BULLET: Final = lazy_regex(r"(?<!\S)(?:[•●▪◦‣∙]|\(?\d{1,2}[.)](?=\s+[\"“\[A-Z]))\s*", needs="• ● ▪ ◦ ‣ ∙ . )")
BETWEEN: Final = lazy_regex(
    r"[\s\u2028,;/&+|·•–—-]*(?:\b(?:and|und|et|y|e|or|plus)\b|和|与)?[\s\u2028,;]*", re.IGNORECASE
)
LEVELS: Final = 3
BREAK_RE: Final = lazy_regex(BREAK)
LINE: Final = lazy_regex(f"[\n{BREAK}]")
OPEN_END: Final = lazy_regex(
    r"(?:[,:&(–—-]|\b(?:and|or|of|for|the|a|an|in|on|with|to|by|via|from|using|und|der|die|das|y|de|la|el|do|da))\s*$",
    re.IGNORECASE,
)
CITED_YEAR: Final = lazy_regex(r"[A-ZÀ-Ž][^\W\d_]+,? \((?:19|20)\d\d[a-z]?\)")
# Works told by their people and year, e.g. "Desimone & Duncan 1995" · "James (1890) Ch. 11" · "Kimura 1968"
NAMES_AND_YEAR: Final = lazy_regex(
    r"\s*[A-ZÀ-Þ][\w’'-]{1,24}(?:,? (?:&|and|und|y|et|e) [A-ZÀ-Þ][\w’'-]{1,24}|,? et al\.?)?,?"
    r" \(?(?:1[89]|20)\d\d[a-z]?\)?"
    r"(?:,? ?(?:\([^()]{2,20}\)|(?:ch|pp?|chapters?|sections?)\.? ?\d[^;\n]{0,20}))?\s*;?\s*$",
    re.IGNORECASE,
)
# A case or a statute, e.g. "Zeran v. AOL, 129 F.3d 327 (4th Cir. 1997)" · "47 U.S.C. § 230"
LAW: Final = lazy_regex(
    r"\bv\. [A-Z][^;\n]{2,60}\d{1,4} [A-Z][\w. ]{0,12} \d{1,5}|\b\d{1,3} (?:U\.S\.C\.|C\.F\.R\.) §+ ?\d"
)
SEMICOLON: Final = lazy_regex(r";\s+")
QUOTED: Final = lazy_regex(r"[\"“«„][^\"”»“]{8,300}[\"”»“]")
# e.g. "Chap. 5.3, " before a linked work
STRETCH: Final = lazy_regex(
    r"\s*(?P<range>(?:ch(?:ap(?:ter)?s?)?|sec(?:tion)?s?|§§?|kap(?:itel)?|cap(?:ítulo)?)\.?\s?\d{1,3}(?:[.:–-]\d{1,3}){0,3})[,;]\s+(?=\[?\S)",
    re.IGNORECASE,
)
COMPLETE_END: Final = lazy_regex(r"(?:[.!?)\]]|\d{4})\s*$")


@attrs.define(eq=False)
class Entry:
    """One entry: its text, what hangs below it, and the bullet or number that it had."""

    text: Text
    children: list[Entry] = attrs.field(factory=list)
    marker: str = ""
    item: bool = False


def read_entries(blocks: Iterable[Block], *, lines: bool = False) -> list[Entry]:
    """Cut blocks into entries. `lines` says that the source's line ends may part entries (a flattened table).

    Not recursive over depth: items deeper than the second level hang on the second.
    """
    out: list[Entry] = []
    for block in blocks:
        if isinstance(block, Paragraph | Heading):
            out += [Entry(text) for text in split_lines(block.text, lines=lines)]
        elif isinstance(block, Listing):
            out += [entry for item in block.items for entry in read_item(item)]
        elif isinstance(block, Table):
            out += [
                Entry(text)
                for row in block.rows
                for cell in row.cells
                if not cell.repeated
                for inner in cell.blocks
                if isinstance(inner, Paragraph)
                for text in split_lines(inner.text, lines=lines)
            ]
    return out


def heads_items(entries: Sequence[Entry], index: int) -> bool:
    """Tell a line right above items of a list that is of them: "Questions to ask:", "For more...", "Two to read"."""
    line = entries[index]
    below = entries[index + 1] if index + 1 < len(entries) else None
    return below is not None and below.item and not line.item and HEADS_ITEMS.search(line.text.plain) is not None


HEADS_ITEMS: Final = lazy_regex(r"(?:[:：…]|\.\.\.|\bto (?:read|watch|discuss))\s*$", re.IGNORECASE)


def hang_items(entries: Sequence[Entry]) -> list[Entry]:
    """Hang the items of a list on the line with a colon above them, if there is one.

    >>> from syllabus_parse.document import Run, Text
    >>> from syllabus_parse.source import Span
    >>> said = [Text.of([Run(words, Span(0, 0))]) for words in ("Read:", "Bo", "Ba", "HW 1")]
    >>> [(e.text.plain, len(e.children)) for e in hang_items([Entry(s, item=s.plain[0] == "B") for s in said])]
    [('Read:', 2), ('HW 1', 0)]
    """
    out: list[Entry] = []
    heads = False
    for index, entry in enumerate(entries):
        if entry.item and heads:
            out[-1].children.append(entry)
            continue
        heads = heads_items(entries, index)
        out.append(attrs.evolve(entry, children=list(entry.children)) if heads else entry)
    return out


def read_item(item: Item, *, deep: bool = False) -> list[Entry]:
    """Read an item of a list: its own words, and what is nested in it as children, in the order of the document.

    Not recursive over depth: `deep` keeps three levels as a tree, else all that is nested hangs on the second;
    what lies deeper hangs on the deepest level kept.
    """
    own: list[Text] = []
    top = Entry(Text((), ""), [], item.marker, item=True)
    stack: list[tuple[Block | Item, list[Entry]]] = [(block, [top]) for block in reversed(item.blocks)]
    first = True
    while stack:
        block, path = stack.pop()
        if isinstance(block, Item):
            words = [inner.text for inner in block.blocks if isinstance(inner, Paragraph | Heading)]
            entry = Entry(join_texts(words), [], block.marker, item=True)
            path[-1].children.append(entry)
            seen = bool(entry.text or entry.text.links())
            inner_path = [*path, entry] if deep and seen and len(path) < LEVELS else path
            deeper = [inner for inner in block.blocks if isinstance(inner, Listing | Table)]
            stack.extend((inner, inner_path) for inner in reversed(deeper))
        elif isinstance(block, Paragraph | Heading):
            if first:
                own.append(block.text)
            else:
                path[-1].children += [Entry(text) for text in split_lines(block.text)]
        elif isinstance(block, Listing):
            first = False
            stack.extend((inner, path) for inner in reversed(block.items))
        elif isinstance(block, Table):
            first = False
            path[-1].children += read_entries([block])
    top.text = join_texts(own)
    _drop_empty(top)
    return [top]


def _drop_empty(top: Entry) -> None:
    stack = [top]
    while stack:
        entry = stack.pop()
        entry.children = [child for child in entry.children if child.text or child.text.links()]
        stack += entry.children


def list_below(entry: Entry) -> list[Entry]:
    """List all that hangs below an entry, outer ones first, in the order of the document."""
    out: list[Entry] = []
    stack = list(reversed(entry.children))
    while stack:
        child = stack.pop()
        out.append(child)
        stack += reversed(child.children)
    return out


def join_texts(texts: Iterable[Text]) -> Text:
    """Join paragraphs, a line end between two of them."""
    kept = [text for text in texts if text or text.links()]
    if not kept:
        return Text((), "")
    out = kept[0]
    for text in kept[1:]:
        out = out.join_line(text)
    return out


def split_lines(text: Text, *, lines: bool = False) -> list[Text]:
    """Cut at forced line breaks, and where `lines` says so at line ends that end an entry.

    A line that only carries a venue, that continues an open phrase, or that is a list of people belongs to
    the line before it.
    """
    parts = [part.strip() for part in text.split(LINE if lines else BREAK_RE)]
    parts = [part for part in parts if part or part.links()]
    out: list[Text] = []
    for part in parts:
        if out and belongs_to(out[-1].plain, part.plain):
            out[-1] = out[-1].join_line(part)
        else:
            out.append(part)
    return out


# Lines of a work that was printed over several, e.g. "Baumann et al." · "In SOSP 2009," · "October 2009.  To appear."
AUTHORS_LINE: Final = lazy_regex(r"(?:[A-ZÀ-Ž][\w'’-]{1,24},? ){0,3}(?:and [A-ZÀ-Ž][\w'’-]{1,24} )?et al\.?\s*")
VENUE_LINE: Final = lazy_regex(
    r"In:? (?:Proceedings|Proc\.|Advances|[A-Z][A-Za-z]{1,11}[ '’-]{0,2}(?:19|20)?\d\d\b)"
    r"|(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r" (?:19|20)\d\d\.(?:\s|$)"
)
LAST_WORDS: Final = 20
LAST_LINES: Final = 1000


def belongs_to(before: str, line: str) -> bool:
    """Tell whether a line carries on the entry before it.

    >>> belongs_to("ZeRO: Memory Optimizations", "(SC 2020)")
    True
    >>> belongs_to("POET: Training (ICML 2022)", "Quilting in Parallel")
    False
    """
    bare = VENUE_ONLY.fullmatch(line)
    if bare:
        venue = parse_venue(bare["inside"])
        return (venue is not None and (venue.known or venue.year is not None)) or link_label(bare["inside"]) is not None
    if AUTHORS_LINE.fullmatch(line) or VENUE_LINE.match(line):
        return True
    # What many lines were joined to is not read again from its start for each further one.
    end, before = before[-LAST_WORDS:], before[-LAST_LINES:]
    if OPEN_END.search(end) and not is_placeholder(before):
        return True
    if line[:1].islower() and not COMPLETE_END.search(end) and len(before) > 25 and link_label(line) is None:
        return True
    return before.count("(") > before.count(")") and line.count(")") > line.count("(")


def split_works(text: Text) -> list[Text]:
    """Cut an entry that names several works: at bullets inside it, or before each further linked title.

    What stands before the first link stays with the first; what stands behind a link belongs to that link.
    """
    plain = text.plain
    bullets = [match.start() for match in BULLET.finditer(plain)]
    if len(bullets) > 1 or (bullets and bullets[0] > 0 and plain[: bullets[0]].rstrip().endswith(":")):
        cuts = bullets if bullets[0] < 3 else [0, *bullets]
        return [
            piece for a, b in zip(cuts, [*cuts[1:], len(plain)], strict=True) if (piece := text.slice(a, b).strip())
        ]
    stops = _marked_apart(text)
    if stops:
        return [
            piece
            for a, b in zip([0, *stops], [*stops, len(plain)], strict=True)
            if (piece := text.slice(a, b).strip(" \t\n\u2028;"))
        ]
    stretch = STRETCH.match(plain)
    if stretch and title_links(text) and title_links(text)[0][1] >= stretch.end() - 1:
        return [text.slice(0, stretch.end("range")), *split_works(text.slice(stretch.end(), len(plain)))]
    keys = [link for link in text.links() if BARE_WORK.fullmatch(plain[link[1] : link[2]].strip())]
    if len(keys) > 1 and not without_links(text).strip(" ,;/|·&"):
        return [text.slice(start, end) for _, start, end in keys]
    links = [link for link in title_links(text) if score_people(plain[link[1] : link[2]]) < 0.9]
    if len(links) < 2:
        return [text]
    # A handle in front of the works ("[GFS](…): …") or authors that are links don't part an entry.
    cuts = [0]
    for (_, _, end), (_, start, _) in pairwise(links):
        between = plain[end:start]
        led = LED_IN.fullmatch(between)
        if led is not None and score_people(led["people"]) > (LED_SCORE if led["mark"] else NAMED_SCORE):
            cuts.append(end + led.start("lead"))  # "…](…), Gray et al., 2013. [Looms](…)"
            continue
        joint = BETWEEN.fullmatch(between)
        tail = re.search(
            r"(?:[;.\u2028\n]|\)\s*,?|\)\s*(?:and|or)|,)\s*(?:and\s+|or\s+)?(?:then\s+|also\s+)?(?:skim|read|see"
            r"|watch)?:?\s*[\"“(\[]?\s*$|\b(?:and|or)\s+(?:the\s+)?[\"“(\[]?$",
            between,
        )
        if joint or tail:
            cuts.append(end + _cut_at(between))
    if len(cuts) == 1:
        return [text]
    return [
        piece
        for a, b in zip(cuts, [*cuts[1:], len(plain)], strict=True)
        if (piece := text.slice(a, b).strip(" \t\n\u2028,;&"))
    ]


# A work by its people and year or by its address alone, e.g. "Hickok & Poeppel, 2007" · "https://example.org/looms.pdf"
BARE_WORK: Final = lazy_regex(r"\D{2,80}[\s,(]{1,2}(?:1[89]|20)\d\d[a-z]?\)?|https?://\S+")


def without_links(text: Text) -> str:
    """Return the words outside links."""
    return "".join(run.text for run in text.runs if run.anchor is None)


def _marked_apart(text: Text) -> list[int]:
    """List the semicolons that part works of which each has its title in italics or quotes, or in capitals."""
    plain = text.plain
    if ";" not in plain or len(title_links(text)) > 1:
        return []
    stops = [match.end() for match in SEMICOLON.finditer(plain)]
    pieces = [text.slice(a, b) for a, b in zip([0, *stops], [*stops, len(plain)], strict=True)]
    if len(pieces) < 2:
        return []
    return stops if all(map(_shows_title, pieces)) or all(map(_is_bare_title, pieces)) else []


def _shows_title(piece: Text) -> bool:
    italic = any(run.marks & Mark.ITALIC and len(run.text.strip()) > 2 for run in piece.runs)
    cited = CITED_YEAR.search(piece.plain) is not None or names_passage(piece.plain)
    cited = cited or NAMES_AND_YEAR.match(piece.plain) is not None or LAW.search(piece.plain) is not None
    return italic or cited or QUOTED.search(piece.plain) is not None


def _is_bare_title(piece: Text) -> bool:
    """Tell a title without marks, most of whose words are in capitals: "Global Vectors for Word Representation"."""
    words, capital = count_capitals(piece.plain)
    whole = piece.plain.lstrip()[:1].isupper() and piece.plain.count("(") == piece.plain.count(")")
    titled = words >= LEAST_WORDS and capital >= TITLE_SHARE * words
    return whole and titled and score_people(piece.plain) < NO_PEOPLE


LEAST_WORDS: Final = 3
TITLE_SHARE: Final = 0.6
NO_PEOPLE: Final = 0.3


def _cut_at(between: str) -> int:
    """Return where the second work begins in the text between two linked titles: its own opening marks go with it."""
    opening = re.search(r"(?:\b(?:skim|read|see|watch):?\s*)?[\"“(\[]\s*$|\b(?:skim|read|see|watch):?\s*$", between)
    return opening.start() if opening else len(between)


# Who wrote the work that is linked next, behind the comma that ends the one before,
# e.g. ", Gray et al., 2013. " · "; Hill 2016: " · ", Roe et al. " · ", Ada Moos's "
LED_IN: Final = lazy_regex(
    r"\)?\s?[,;]\s+(?:and\s)?(?P<lead>(?P<people>[A-ZÀ-Ž][^\[\]()\d:;\n\u2028]{2,80}?)"
    r"(?P<mark>,?\s\(?(?:19|20)\d\d[a-z]?\)?\s?[.:]|(?<=\bet al)\.?:?|['’]s|:)?\s[\"“]?)"
)
LED_SCORE: Final = 0.3
NAMED_SCORE: Final = 0.6
"""What names alone must score that nothing parts from the title."""


LEADING_JOINT: Final = lazy_regex(r"^\s*(?:and|or|und|y|et|&|;|,)\s+", re.IGNORECASE)


def drop_joint(text: Text) -> Text:
    """Take a leading "and" or comma off a piece."""
    found = LEADING_JOINT.match(text.plain)
    return text.slice(found.end(), len(text.plain)) if found else text
