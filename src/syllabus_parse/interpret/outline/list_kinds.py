"""What a list is by its items: a list of contents, mostly works, groups of sessions; and what an item opens."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from syllabus_parse.document import Heading, Item, Listing, Paragraph, Text
from syllabus_parse.interpret.citations.patterns import PEOPLE_ENOUGH
from syllabus_parse.interpret.citations.values import title_links
from syllabus_parse.interpret.outline.head_days import Head
from syllabus_parse.interpret.outline.heads import is_off_day, opens_with_date, read_head
from syllabus_parse.interpret.outline.state import DEEP, Walk, in_policy, is_listing_place
from syllabus_parse.interpret.sessions.deadlines import is_deadline
from syllabus_parse.interpret.works.cited import is_signed_line
from syllabus_parse.interpret.works.entries import join_texts
from syllabus_parse.interpret.works.papers import is_prose
from syllabus_parse.interpret.works.signs import looks_like_work, shows_work
from syllabus_parse.normalize.people import score_people
from syllabus_parse.normalize.venues import find_venue, is_venue
from syllabus_parse.regex import lazy_regex


def is_contents(block: Listing) -> bool:
    """Tell a list of links to places on the same page, and nothing else: its table of contents."""
    if len(block.items) < 2:
        return False
    for item in block.items:
        head = join_heads(item)
        links = head.links()
        if not links or not all((anchor.href or "").startswith("#") for anchor, _, _ in links):
            return False
        if "".join(run.text for run in head.runs if run.anchor is None).strip(" ,;|/-–—()[]0123456789."):
            return False
    return True


def mostly_works(walk: Walk, block: Listing) -> bool:
    """Tell whether most items of a list are works, so that a plain one among them is a work too."""
    session = walk.current
    if walk.group and session is not None and session.when is not None and not session.titles and not session.readings:
        # A reading group's day that has no topic lists what was read.
        plain = [first.plain.strip() for first in firsts(block.items)]
        if len(plain) > 1 and all(len(words.split()) > 1 or len(words) > 8 for words in plain):
            return not any(is_deadline(words) or words.endswith((":", "：", "。")) for words in plain)
    total, linked = len(block.items), 0
    if total < 2:
        return False
    for place, first in enumerate(firsts(block.items), 1):
        linked += (looks_like_work(first) or is_signed_line(first)) and not is_deadline(first.plain)
        if linked * 2 > total or (place - linked) * 2 >= total:
            break  # the rest can't change it
    return linked * 2 > total


def groups_sessions(walk: Walk, item: Item, nested: list[Listing]) -> bool:
    """Tell an item that heads dated items ("Week 1", then "Mon 1/8: Introduction") from a session with its content."""
    if not walk.habits.items_carry or in_policy(walk):
        return False
    text = join_heads(item)
    head = read_head(text, item=True)
    if head is not None and head.whens and (head.week is None or head.whens[0][0].end_day is None):
        return False
    dated = sum(opens_with_date(first) for listing in nested for first in firsts(listing.items))
    total = sum(len(listing.items) for listing in nested)
    return dated * 2 > total and not is_deadline(text.plain)


def find_work_groups(walk: Walk, block: Listing, *, within: bool) -> list[Item]:
    """List the items that only head the works listed below them: "Looms", "2010", "NeurIPS 2019".

    A theme above one work alone may be a work's own name: there must be more works than themes, but `within` a theme.
    """
    if walk.current is not None or in_policy(walk) or not is_listing_place(walk) or walk.habits.work_tables:
        return []
    found: list[Item] = []
    sure: list[Item] = []
    alike: list[Item] = []
    works = 0
    for item in block.items:
        nested = [part for part in item.blocks if isinstance(part, Listing)]
        text = join_heads(item)
        words = text.plain.strip()
        if not nested or not words or len(words) > LONGEST_THEME or words.endswith((":", "：")) or text.links():
            continue
        below = [first for listing in nested for first in list_leaves(listing)]
        listed = sum(is_listed_work(first) for first in below)
        if is_venue(words) and all(len(first.plain.split()) > 1 for first in below):
            sure.append(item)  # what a meeting heads are works, marked or not
            continue
        if VENUE_AND_YEAR.fullmatch(words) and not any(is_prose(first.plain) for first in below):
            alike.append(item)
            continue
        if listed * 2 <= len(below):
            continue
        if YEAR_ALONE.fullmatch(words):
            sure.append(item)
        elif not shows_work(text) and read_head(text, item=True) is None:
            found.append(item)
            works += listed
    sure += alike if len(sure) > len(alike) else []
    return [*sure, *found] if works > len(found) or within else sure


LONGEST_THEME: Final = 80
# A meeting that is not known, among known ones, e.g. "Secuirty 2018"
VENUE_AND_YEAR: Final = lazy_regex(r"[A-Z][\w&/ -]{1,40}?['’\s]?(?:19|20)?\d\d")
YEAR_ALONE: Final = lazy_regex(r"\W*(?:19|20)\d\d\W*")


def list_leaves(block: Listing) -> list[Text]:
    """Return the first words of each item of a list; of one that heads others, those of the items below it."""
    out: list[Text] = []
    for item, first in zip(block.items, firsts(block.items), strict=True):
        nested = [part for part in item.blocks if isinstance(part, Listing)]
        if nested and not first.links():
            out += [text for listing in nested for text in firsts(listing.items)]
        else:
            out.append(first)
    return out


def is_listed_work(text: Text) -> bool:
    """Tell a line of a list of works: a linked name, or a name with labels of links behind it."""
    if any(len(text.plain[start:end].split()) > 1 for _, start, end in title_links(text)):
        return True
    if not text.links():
        return shows_work(text) and find_venue(text.plain) is None  # a bare venue may be all that a line tells
    bare = "".join(run.text for run in text.runs if run.anchor is None)
    return len(bare.split()) > 2 and score_people(bare) < PEOPLE_ENOUGH


def join_heads(item: Item) -> Text:
    """Return an item's own words."""
    return join_texts([block.text for block in item.blocks if isinstance(block, Paragraph | Heading)])


def is_day_off_item(walk: Walk, words: str) -> bool:
    """Tell an item without a date that says "No lecture Monday" among items that are sessions."""
    among = walk.habits.items_carry and (walk.week is not None or bool(walk.siblings))
    return among and (walk.current is None or walk.depth >= DEEP) and is_off_day(words)


def item_opens(walk: Walk, head: Head, text: Text) -> bool:
    """Tell whether an item's head begins a session, as the page carries its sessions."""
    habits = walk.habits
    if head.whens:
        if walk.current is not None and walk.depth < DEEP and habits.date_headings >= 2:
            return False
        if habits.work_tables and not habits.tables and title_links(text):
            return False  # beside tables of works a day says when a work was read
        if is_deadline(text.plain) and not habits.items_carry:
            return False
        return habits.items_carry or (
            habits.date_items >= 2 and not habits.tables and not habits.date_headings and not habits.numbered_items
        )
    if head.week is not None and not head.whens:
        return habits.weeks_carry and (walk.current is None or walk.depth >= DEEP)
    if head.open_date:
        return habits.items_carry and bool(walk.siblings)
    if head.numbered:
        return (
            habits.numbered_items >= 2
            and not habits.tables
            and not (walk.current is not None and walk.depth < DEEP and walk.current.when is not None)
        )
    return False


def firsts(items: Iterable[Item]) -> list[Text]:
    """Return the first words of each item."""
    return [
        next((inner.text for inner in item.blocks if isinstance(inner, Paragraph | Heading)), Text((), ""))
        for item in items
    ]
