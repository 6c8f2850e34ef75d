"""A work whose facts stand below its title, each with a label: a heading, then "- Authors: …", "- Venue: …"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from syllabus_parse.document import Block, Heading, Item, Listing, Mark, Paragraph, Text
from syllabus_parse.interpret.citations.citation import read_citation
from syllabus_parse.interpret.citations.patterns import BRACKET_TAG
from syllabus_parse.interpret.citations.values import title_links
from syllabus_parse.interpret.outline.heads import read_head
from syllabus_parse.interpret.outline.place import close_papers, place_readings
from syllabus_parse.interpret.outline.state import Walk, close_levels, in_policy, level_requirement
from syllabus_parse.interpret.words import is_page_part
from syllabus_parse.interpret.works.signs import WORK_HOSTS
from syllabus_parse.interpret.works.work_fields import LABELLED, name_field, read_field
from syllabus_parse.normalize.people import score_people
from syllabus_parse.normalize.venues import find_venue, is_venue
from syllabus_parse.regex import lazy_regex

LINE_END: Final = lazy_regex("[\n\u2028]")
PROOF: Final = frozenset({"authors", "venue"})
"""What a list must tell to be told of a work: a summary alone may be that of a week."""


def read_described_work(walk: Walk, blocks: Sequence[Block], index: int) -> int:
    """Read a title and the labelled lines below it as one work; returns how many blocks they are, 0 for others."""
    block = blocks[index]
    if not isinstance(block, Heading | Paragraph) or walk.current is not None or in_policy(walk):
        return 0
    if isinstance(block, Paragraph) and ("\n" in block.text.plain.strip() or name_field(block.text) is not None):
        return 0
    lines: list[Text] = []
    end = index + 1
    while end < len(blocks):
        told = _list_fields(blocks[end])
        if not told:
            break
        lines += told
        end += 1
    if not PROOF & {name_field(line) for line in lines} or is_page_part(block.text.plain):
        return 0
    reading = read_citation(block.text, requirement=walk.requirement or level_requirement(walk))
    if reading is None:
        return 0
    for line in lines:
        if not read_field(line, reading):
            reading.notes.append(line.strip())
    close_papers(walk)
    if isinstance(block, Heading):
        close_levels(walk, block.level)
    place_readings(walk, [reading])
    return end - index


def read_headed_work(walk: Walk, blocks: Sequence[Block], index: int) -> int:
    """Read a heading that is a linked work, with the line of people below it; returns how many blocks they are.

    A heading that opens a session, or names a part of the page, is none.
    """
    block = blocks[index]
    if not isinstance(block, Heading) or walk.current is not None or block.level < 2 or in_policy(walk):
        return 0
    if not _is_work(block.text) or read_head(block.text) is not None:
        return 0
    below = blocks[index + 1] if index + 1 < len(blocks) else None
    signed = isinstance(below, Paragraph) and _signs(below.text)
    text = block.text.join_line(below.text) if signed and isinstance(below, Paragraph) else block.text
    reading = read_citation(text, requirement=walk.requirement or level_requirement(walk))
    if reading is None:
        return 0
    close_papers(walk)
    close_levels(walk, block.level)
    place_readings(walk, [reading])
    return 1 + signed


def _is_work(text: Text) -> bool:
    """Tell a heading that is a link to a work, or that ends with its venue and year before a link to it."""
    linked = title_links(text)
    if is_venue(text.plain) or is_page_part(text.plain):
        return False
    if linked:
        anchor, start, end = linked[0]
        return WORK_HOSTS.match(anchor.href or "") is not None and (end - start) * 10 >= len(text.plain.strip()) * 5
    labelled = [start for anchor, start, _ in text.links() if anchor.href]
    tag = BRACKET_TAG.match(text.plain) if labelled else None
    if tag is not None and TAGGED.fullmatch(tag["tag"]) and tag.end() + TITLE < labelled[0]:
        return True  # "[ISSTA'11] Looms at Work [[paper](…)]"
    venue = find_venue(text.plain[: labelled[0]].rstrip(" [(|")) if labelled else None
    return venue is not None and venue.known and venue.year is not None and venue.start > TITLE


def _signs(text: Text) -> bool:
    """Tell people, or people and where the work appeared, from talk about it."""
    first = LINE_END.split(text.plain.strip())[0]
    if len(text.plain) > LONGEST_LINE:
        return False
    return OTHERS.match(first) is not None or score_people(SENTENCE_END.split(first)[0]) > 0.5


# e.g. "ISSTA'11" · "USENIX Security 2019"
TAGGED: Final = lazy_regex(r"(?=[^a-z]*[A-Z])[A-Za-z&][\w&+ /-]{1,24}(?:['’]\d\d|\s?(?:19|20)\d\d)")
# e.g. "Gray et al., Nature 2015"
OTHERS: Final = lazy_regex(r"[*_]{0,2}[A-Z][\w'’-]{1,24}(?:\s[A-Z][\w'’-]{1,24})?,?\set al\b")
SENTENCE_END: Final = lazy_regex(r"\.\s|;")
TITLE: Final = 12
LONGEST_LINE: Final = 300


def _list_fields(block: Block) -> list[Text]:
    """List the lines of a block that tell of a work, each with a label; empty where one has none."""
    if isinstance(block, Paragraph):
        lines = [line for line in block.text.split(LINE_END) if line.plain.strip()]
        return lines if all(name_field(line) is not None for line in lines) else []
    if not isinstance(block, Listing):
        return []
    out: list[Text] = []
    known = 0
    for item in block.items:
        first = item.blocks[0] if item.blocks else None
        named = name_field(first.text) is not None if isinstance(first, Paragraph) else False
        if not isinstance(first, Paragraph) or not (named or _has_label(first.text)):
            return []
        known += named
        out += [first.text, *_list_below(item)]
    return out if known * 2 >= len(block.items) else []


def _has_label(text: Text) -> bool:
    """Tell a line that a label in bold leads in, whatever it says: "**Course Topics**: …"."""
    first = text.runs[0] if text.runs else None
    bold = first is not None and bool(first.marks & Mark.BOLD)
    return bold and LABELLED.match(text.plain) is not None


def _list_below(item: Item) -> list[Text]:
    """List what stands below a labelled line: the points of a summary."""
    listings = [block for block in item.blocks[1:] if isinstance(block, Listing)]
    points = [point for listing in listings for point in listing.items]
    return [block.text for point in points for block in point.blocks if isinstance(block, Paragraph)]
