"""A work whose links stand below its title, each behind a label: a title, then "- Paper: https://…", "- Code: …"."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import Block, Listing, Paragraph, Text
from syllabus_parse.interpret.citations.citation import read_citation
from syllabus_parse.interpret.citations.people_lines import add_authors
from syllabus_parse.interpret.outline.place import flush_papers, place_readings
from syllabus_parse.interpret.outline.state import Walk, in_policy, level_requirement
from syllabus_parse.interpret.records import RawLink
from syllabus_parse.interpret.words import link_label
from syllabus_parse.interpret.works.signs import WORK_HOSTS
from syllabus_parse.normalize.people import score_people
from syllabus_parse.normalize.titles import is_placeholder
from syllabus_parse.regex import lazy_regex

LABELLED: Final = lazy_regex(
    r"\W{0,4}(?P<label>[^:：()（）\n\u2028]{2,24}?)\s?(?:[(（](?P<mark>[^()（）\n]{2,24})[)）])?\s?[:：]\s*(?P<value>.*)",
    re.DOTALL,
)  # e.g. "Paper(Oral): https://arxiv.org/abs/…", "Code: None"
ADDRESS: Final = lazy_regex(r"https?://\S+")
LINE_END: Final = lazy_regex("[\n\u2028]")
MOST_LINES: Final = 4


def read_labelled_work(walk: Walk, block: Block, following: Block | None) -> bool:
    """Read a title and the list of its labelled links as one work; False where the two are something else."""
    if not isinstance(block, Paragraph) or not isinstance(following, Listing) or walk.current is not None:
        return False
    if in_policy(walk) or block.text.links():
        return False
    lines = [line.strip() for line in block.text.split(LINE_END) if line.plain.strip()]
    entries = [_read_entry(item.blocks) for item in following.items]
    if not 0 < len(lines) <= MOST_LINES or None in entries:
        return False
    links = [link for entry in entries if entry is not None for link in entry[0]]
    if not any(link.kind is not None or (link.anchor and WORK_HOSTS.match(link.anchor.href or "")) for link in links):
        return False
    reading = read_citation(lines[0], requirement=walk.requirement or level_requirement(walk))
    if reading is None:
        return False
    for line in lines[1:]:
        if not reading.authors and score_people(line.plain) > 0.5:
            add_authors(reading, line)
        else:
            reading.notes.append(line)
    reading.links += links
    reading.tags += [mark for entry in entries if entry is not None for mark in entry[1]]
    flush_papers(walk, keep_open=False)
    place_readings(walk, [reading])
    return True


def _read_entry(blocks: tuple[Block, ...]) -> tuple[list[RawLink], list[Text]] | None:
    """Read "Paper(Oral): https://…" as links and marks; None for any other item of a list."""
    if len(blocks) != 1 or not isinstance(blocks[0], Paragraph):
        return None
    text = blocks[0].text
    found = LABELLED.fullmatch(text.plain.strip())
    links = text.links()
    if found is None or (links and links[0][1] < found.start("value")):
        # "[Paper](…)" alone is a labelled link too.
        if len(links) == 1 and link_label(text.plain) is not None:
            return [RawLink(links[0][0], text.strip(), kind=link_label(text.plain))], []
        if len(links) == 1 and ADDRESS.fullmatch(text.plain.strip()):
            return [RawLink(links[0][0], None)], []
        return None
    kind = link_label(found["label"])
    if kind is None and (not links or len(found["label"].split()) > 3):
        return None
    value = text.plain.strip()[found.start("value") :]
    bare = "".join(run.text for run in text.runs if run.anchor is None)[found.start("value") :].strip(" ,;|/")
    if not links and value and not is_placeholder(value):
        return None
    if links and bare and link_label(bare) is None:
        return None
    lead = len(text.plain) - len(text.plain.lstrip())
    label = text.slice(lead + found.start("label"), lead + found.end("label"))
    mark = text.slice(lead + found.start("mark"), lead + found.end("mark")) if found["mark"] else None
    return [RawLink(anchor, label, kind=kind) for anchor, _, _ in links], [mark] if mark is not None else []
