"""Headings: a session, a week, a venue, a year, a theme, or a part of the page."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import Block, Heading, Listing, Paragraph, Run, Table, Text
from syllabus_parse.interpret.citations.values import title_links
from syllabus_parse.interpret.outline.head_days import Head
from syllabus_parse.interpret.outline.head_words import MONTH_WORDS
from syllabus_parse.interpret.outline.heads import is_date_only, is_off_day, read_head, tells_of_page
from syllabus_parse.interpret.outline.place import close_papers
from syllabus_parse.interpret.outline.sessions import drop_week_head, open_session, open_week
from syllabus_parse.interpret.outline.state import Level, Walk, close_levels, in_policy, shares_heads
from syllabus_parse.interpret.outline.week_days import open_weekday_heading
from syllabus_parse.interpret.records import RawLink, RawSession, RawVenue
from syllabus_parse.interpret.sessions.kept_notes import note_with_links
from syllabus_parse.interpret.sessions.topics import read_topic
from syllabus_parse.interpret.words import (
    fold_label,
    is_page_part,
    is_policy,
    link_label,
    requirement_group,
    title_kind,
)
from syllabus_parse.interpret.words.field_words import read_label
from syllabus_parse.normalize.dates import find_whens
from syllabus_parse.normalize.venues import is_venue, parse_venue
from syllabus_parse.regex import lazy_regex
from syllabus_parse.source import Span

# e.g. January · Enero de 2022: the time of the days below, no theme
MONTH_HEADING: Final = lazy_regex(
    rf"(?:{MONTH_WORDS})\.?"
    r"(?:\s?(?:[/&–-]|and|und|y|et|e)\s?[^\W\d_]{3,12})?(?:\s(?:de\s|del\s)?(?:19|20)\d\d)?",
    re.IGNORECASE,
)
YEAR_HEADING: Final = lazy_regex(
    r"\s*(?:year\s+|jahr\s+|año\s+|ano\s+|class of )?(?P<year>(?:19|20)\d\d)\s*(?:年)?(?:\s*(?:papers?|readings?))?\s*",
    re.IGNORECASE,
)


def read_heading(walk: Walk, block: Heading, following: Block | None) -> None:
    """Read one heading by what it says and where it stands."""
    close_papers(walk)
    walk.label = None  # a label above a heading says nothing of what stands below it
    text, depth = block.text, block.level
    if walk.habits.weekdays and open_weekday_heading(walk, text, depth):
        return
    walk.after_rule = False
    walk.soft_requirement = None
    walk.dated_week = None
    close_levels(walk, depth)
    if walk.requirement is not None and depth <= walk.requirement_depth:
        walk.requirement = None
    words = text.plain.strip()
    if walk.week_head is not None and depth <= walk.week_head[1]:
        drop_week_head(walk)
    if not words and not text.links():
        return
    group = requirement_group(words)
    if group is not None and read_head(text) is None:
        walk.requirement, walk.requirement_depth = group, depth
        if shares_heads(walk) or (walk.current is not None and depth <= walk.depth):
            walk.current = None
        return
    if walk.habits.topics_below and names_topic(walk, text, depth):
        return
    beside = walk.current if depth == walk.depth and goes_on(walk, text, following) else None
    if walk.current is not None and depth <= walk.depth:
        walk.current = None
    head = read_head(text)
    theme = name_span(text) if isinstance(following, Table) and (head is None or head.week is None) else None
    if theme is not None:
        push_level(walk, theme, depth, theme.plain.strip())
        return
    if head is not None and not is_range_of_years(text) and opens_session(walk, head, text, depth):
        open_session(walk, head, text, depth)
        return
    if head is not None and head.week is not None:
        open_week(walk, head, text, depth)
        walk.week_place = block.span.start
        return
    if (
        (walk.week is not None or walk.habits.date_headings >= 2)
        and is_off_day(words)
        and (walk.week is not None or walk.siblings)
    ):
        open_session(walk, Head(RawSession(), [], text), text, depth)
        return
    if walk.current is not None and depth > walk.depth:
        read_inner_heading(walk, walk.current, text, depth, listed=isinstance(following, Listing))
        return
    if beside is not None:
        walk.current = beside
        if len(words) < 150 and beside.titles:
            beside.titles.append(text.strip(" :"))
        else:
            read_inner_heading(walk, beside, text, depth, listed=False)
        return
    named = depth == 1 and walk.habits.top_headings == 1  # the page's own name, above its first day or week
    if not named and dates_below(walk, text, following):
        open_session(walk, Head(RawSession(), [], text), text, depth)
        return
    walk.fresh_heads = 0
    push_level(walk, text, depth, words)


def names_topic(walk: Walk, text: Text, depth: int) -> bool:
    """Read the larger heading right below that of a day, "#### 3 January" above "### Knots", as the day's topic."""
    session, words = walk.current, text.plain.strip()
    if session is None or depth >= walk.depth or session.titles or session.readings or session.notes:
        return False
    head = read_head(text)
    if (head is not None and (head.whens or head.week)) or is_page_part(words) or is_policy(words):
        return False
    read_topic(text, session, readings=False)
    walk.depth = depth
    return True


def goes_on(walk: Walk, text: Text, following: Block | None) -> bool:
    """Tell a second theme of a day, of the same depth as the day's own heading, above a list of its own."""
    session, words = walk.current, text.plain.strip()
    return (
        session is not None
        and session.when is not None
        and walk.week is not None
        and bool(session.readings)
        and walk.habits.date_headings >= 3
        and isinstance(following, Listing)
        and len(words) < 80
        and not (is_page_part(words) or is_policy(words) or is_off_day(words) or is_venue(words))
        and requirement_group(words) is None
        and title_kind(words) is None
    )


# Two days in figures that end a heading, e.g. " · 04/05 a 15/05"
SPAN_END: Final = lazy_regex(
    r"[\s·|:,;(–—-]+\(?\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?\.?\s?(?:-|–|—|~|a|à|al|bis|to|until|au)\s?\d{1,2}[./]\d{1,2}"
    r"(?:[./]\d{2,4})?\.?\)?\s*"
)


def name_span(text: Text) -> Text | None:
    """Return the theme of a part of the plan that lasts from one day to another ("Sprint 2 · Design · 4/5 to 15/5")."""
    plain = text.plain
    found = SPAN_END.search(plain)
    if found is not None and found.end() == len(plain):
        at = found.start()
    else:
        whens = find_whens(plain)
        if len(whens) != 1 or whens[0].end_day is None or plain[whens[0].end :].strip(" )"):
            return None
        at = whens[0].start
    theme = text.slice(0, at).strip(" \t·|:,;(–—-")
    kind = title_kind(theme.plain)
    return theme if len(theme.plain) > 2 and kind not in ("holiday", "exam") and not is_page_part(theme.plain) else None


def dates_below(walk: Walk, text: Text, following: Block | None) -> bool:
    """Tell a heading whose day stands alone in the paragraph below ("## Labor Day", "*September 2, 2019*")."""
    words = text.plain.strip()
    return (
        isinstance(following, Paragraph)
        and walk.habits.date_paragraphs >= 2
        and is_date_only(following.text)
        and not is_page_part(words)
        and not is_policy(words)
        and requirement_group(words) is None
    )


def opens_session(walk: Walk, head: Head, text: Text, depth: int) -> bool:
    """Tell whether a heading's head begins a session here."""
    if head.open_date:
        return walk.habits.date_headings >= 2
    if head.whens:
        if (
            head.week is not None
            and not head.labelled
            and head.whens[0][0].end_day is not None
            and walk.habits.dated_weeks
        ):
            return False
        return not (in_policy(walk) and walk.habits.tables)
    if depth == 1 and walk.habits.top_headings == 1 and walk.habits.tables:
        return False  # the page's own name over its schedule: "Module 6 · Group 17"
    within = walk.current is not None and walk.current.when is not None and depth > walk.depth
    if head.labelled and within and walk.habits.date_headings >= 3:
        return False  # "### Lab 1: Pipes" below "# January 9: Media" is that day's
    if head.labelled and (head.numbered or depth >= 2):
        return not walk.habits.tables or walk.habits.date_headings > 0 or head.numbered
    return False


def read_inner_heading(walk: Walk, session: RawSession, text: Text, depth: int, *, listed: bool) -> None:
    """Read a heading inside a session: "Slides", "Readings", a theme of its own; `listed` says that a list follows."""
    words = text.plain.strip()
    field = read_label(Text.of([*text.runs, *colon(text)]))
    folded = fold_label(words)
    if field is not None and field[0] in ("reading", "preparation"):
        walk.requirement, walk.requirement_depth = walk.requirement, depth
        session.reading_list = True
    elif field is not None or is_page_part(words):
        session.reading_list = False
        session.label = folded
        if field is not None and field[0] == "topic":
            told = field[2].strip(" :")
            if told and not session.titles:
                read_topic(told, session, readings=False)  # "### Title: Knots"
            elif told:
                note_with_links(told, session)
            walk.label = "topic" if not told else None
        elif field is not None and field[0] in ("out", "due") and not field[2].plain.strip(" :"):
            walk.label, walk.label_headed = field[0], True  # "### Assignment" above its list
        elif SLIDES.fullmatch(words):
            walk.label = "links"
    elif (title_links(text) and not session.titles) or (not session.titles and len(words) < 150):
        read_topic(text, session)
        walk.themed = (session, depth) if listed else None
    elif listed and walk.themed == (session, depth) and len(words) < 80 and title_kind(words) is None:
        session.titles.append(text.strip(" :"))  # "## Looms", "## Knots" below one day, each above a list
    else:
        session.reading_list = False  # the readings end where something else is headed
        note_with_links(text, session)


# What is shown, not read, e.g. "### Slides"
SLIDES: Final = lazy_regex(
    r"(?:(?:lecture|class)\s)?(?:slides?|videos?|recordings?|folien|diapositivas|diapos)\s?[:：]?", re.IGNORECASE
)
# A sign by its name at the end of a heading, e.g. "Surveys :star:"
SHORTCODE: Final = lazy_regex(r"\s:[a-z][a-z0-9_+-]{1,30}:$")


def push_level(walk: Walk, text: Text, depth: int, words: str) -> None:
    """Hold a heading that opens no session."""
    links = text.links()
    bare = Text.of(run for run in text.runs if not (run.anchor is not None and link_label(run.text) is not None)).strip(
        " \t[]()\u2028\n"
    )
    for anchor, start, end in links:
        label = text.slice(start, end).strip()
        if (
            link_label(label.plain) is not None
            or is_page_part(label.plain)
            or (end - start >= len(words) - 4 and not is_venue(bare.plain))
        ):
            walk.out.links.append(RawLink(anchor, label))
    year = YEAR_HEADING.fullmatch(bare.plain)
    if year:
        walk.levels.append(Level(depth, "year", bare, year=int(year["year"])))
        return
    listed = PAPERS_BEHIND.search(bare.plain)
    if listed is not None and is_venue(bare.plain[: listed.start()]):
        bare = bare.slice(0, listed.start())  # "[arXiv papers]"
    place = PLACE_BEHIND.search(bare.plain)
    if place is not None and is_venue(bare.plain[: place.start()]):
        bare = bare.slice(0, place.start())
    if bare and is_venue(bare.plain):
        found = parse_venue(bare.plain)
        if found is not None:
            venue = RawVenue(found.name, found.kind, found.known, bare.slice(found.start, found.end))
            walk.levels.append(Level(depth, "venue", bare, venue=venue, year=found.year))
            return
    part = is_page_part(words) or is_page_part(OF_YEAR.sub("", words))
    if part or not bare or MONTH_HEADING.fullmatch(bare.plain.strip(" :*_")) or tells_of_page(bare.plain):
        requirement = requirement_group(words)
        walk.levels.append(Level(depth, "page", text, requirement=requirement))
        return
    named = depth == 1 and walk.habits.top_headings == 1 and CATALOGUED.match(words)  # "EDUC 210: Assessment"
    if is_policy(words) and not named and not (walk.habits.venue_headings and depth > 1):
        walk.levels.append(Level(depth, "policy", text))
        return
    if depth == 1 and walk.habits.top_headings == 1:
        walk.levels.append(Level(depth, "title", text))
        return
    kept = text.strip(" \t\u2028\n:*_") if not links else bare.strip(" :*_")
    sign = SHORTCODE.search(kept.plain + ":" if text.plain.rstrip().endswith(":") else kept.plain)
    walk.levels.append(Level(depth, "section", kept.slice(0, sign.start()).strip() if sign and sign.start() else kept))


CATALOGUED: Final = lazy_regex(r"\W{0,3}[A-Z]{2,6}[ -]?\d{2,5}[A-Z]?\b\W{1,3}\w")
# Where a meeting was held, behind its name and year, e.g. "'19, Ontario" · "2020 (virtual)"
PLACE_BEHIND: Final = lazy_regex(r"(?<=\d\d)(?:,\s{1,3}|\s{0,3}[(\[])(?P<place>[^\W\d_][^\d()\[\]:;]{2,40})[)\]]?$")
PAPERS_BEHIND: Final = lazy_regex(r"\s(?:papers?|preprints?)$", re.IGNORECASE)
OF_YEAR: Final = lazy_regex(r"\s\(?(?:19|20)\d\d\)?$")  # "Past (2019)", "Papers 2020"


def colon(text: Text) -> list[Run]:
    """Return a colon that stands behind a text, for labels of headings."""
    end = text.runs[-1].span.end if text.runs else 0
    return [Run(": ", Span(end, end))]


def is_range_of_years(text: Text) -> bool:
    """Tell a heading that is a year and nothing else."""
    return bool(YEAR_HEADING.fullmatch(text.plain))
