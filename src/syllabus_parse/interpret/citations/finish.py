"""The last look at one work: its kind, and what still hangs on its title."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.interpret.citations.kinds import reading_kind
from syllabus_parse.interpret.citations.names import is_signature
from syllabus_parse.interpret.citations.parts import CHAPTERS, drop_shelf
from syllabus_parse.interpret.citations.patterns import NAMED_WORK, SEPARATORS, TRAILING_BRACKET
from syllabus_parse.interpret.citations.press import EDITION
from syllabus_parse.interpret.citations.values import add_people, set_venue, set_year
from syllabus_parse.interpret.records import RawReading
from syllabus_parse.normalize.affiliations import weigh_affiliation
from syllabus_parse.normalize.venues import parse_venue
from syllabus_parse.regex import lazy_regex

# Links whose label says that they lead to something beside the work: its code, notes on it.
BESIDE: Final = frozenset({"code", "notes"})
TALKS: Final = frozenset({"slides", "video"})
# e.g. "PLDI'12", "CACM 2018"
BARE_TAG: Final = lazy_regex(r"[A-Z][A-Za-z]{1,11}\s?(?:['’]\d{2}|(?:19|20)\d{2})")
SURE: Final = 2
"""What a name of an institution weighs that can be nothing else."""
SHORTEST: Final = 8
"""Characters of the shortest title that a meeting may stand behind."""
PUBLISHED: Final = frozenset({"conference", "journal", "workshop", "symposium", "preprint"})
"""Kinds of venues that publish works."""


BRACKETED: Final = lazy_regex(r"\[[^\[\]]{1,300}\]")  # e.g. "[Notes on Looms]", a link's words


def is_published(reading: RawReading) -> bool:
    """Tell whether a known conference or journal published a work; a site of essays ("Distill") is none of them."""
    venue = reading.venue
    return venue is not None and venue.known and venue.kind in PUBLISHED


# What of a work counts most, e.g. ", especially section 4"
ESPECIALLY: Final = lazy_regex(
    r"[,;]?\s(?P<note>(?:especially|particularly|in particular|esp\.|insbesondere|besonders|v\.\s?a\."
    r"|sobre todo|especialmente|surtout|notamment)\s[^\n\u2028]{3,120})$",
    needs="especial particular esp. insbes besonders v. sobre surtout notamment",
)
# What leads from a work to its address, e.g. "Maps e.g." · "Maps - at"
LEADS_ON: Final = lazy_regex(r"(?:\s?[:,;–—-])?\s(?:e\.\s?g|see|at|here|available(?: at)?|siehe|z\.\s?B)\.?\s?:?$")


# What was held at a meeting, between the title and its name, e.g. ". Panel" in "Looms at Work. Panel, CHI 2026"
CONTRIBUTION: Final = lazy_regex(
    r"(?<=[.?!])\s(?P<kind>Panel|Workshop(?: series)?|Poster|Demo|SIG|Course|LBW|Late-Breaking Work|Tutorial|Keynote"
    r"|Extended Abstract|Short Paper|Invited Talk)$"
)
# A meeting nobody knows, before the year that was taken off, e.g. ". LOOMWORK" of "Looms at Work. LOOMWORK 2025"
MEETING_END: Final = lazy_regex(r"(?<=[.?!,])\s(?P<name>[A-Z]{4,10}|[A-Z][a-z]{0,4}[A-Z]{3,8}[a-z]?)$")


# A remark in brackets or behind a dash, e.g. "highly recommended" · "optional, but fun" · "not required" · "Must read"
SAID: Final = lazy_regex(
    r"(?:(?P<optional>(?:(?:highly|strongly|also|just)\s)?(?:optional|recommended|suggested)|not required|non-required"
    r"|(?:for\s)?further reading|if (?:you(?:['’]re| are) )?interested|optionnel|facultatif|opcional|freiwillig)"
    r"|(?:required|mandatory|must[- ]read|obligatoire|obligatori[oa]))(?:\s(?:reading|paper|material|background))?"
    r"(?P<more>(?:[,;:]|\s(?:but|for|if|and))\s?[^\n]{2,100})?[.!]?",
    re.IGNORECASE,
)


def settle_requirement(reading: RawReading) -> None:
    """Read from a remark on a work whether it must be read; a remark that says no more goes."""
    if reading.requirement_text is not None:
        return
    for note in reading.notes:
        found = SAID.fullmatch(note.plain.strip(" *_"))
        if found is None:
            continue
        reading.requirement = "optional" if found["optional"] else "required"
        reading.requirement_text = note
        if not found["more"]:
            reading.notes = [other for other in reading.notes if other is not note]
        return


def list_own_addresses(reading: RawReading) -> list[str]:
    """List where a work itself stands: not its code, nor a talk on it where there is more than the talk."""
    links = [link for link in reading.links if link.anchor is not None and link.kind not in BESIDE]
    own = [link for link in links if link.kind not in TALKS]
    return [link.anchor.href or "" for link in own or links if link.anchor is not None]


def finish(reading: RawReading) -> None:
    """Settle the kind by the title's words, its links and its notes."""
    title = reading.title.strip(SEPARATORS.replace(".", "").replace("-", "") + "\\")
    if BRACKETED.fullmatch(title.plain):
        title = title.slice(1, len(title.plain) - 1)
    reading.title = title
    stress = ESPECIALLY.search(title.plain)
    if stress is not None and stress.start() > 3:
        reading.notes.append(title.slice(*stress.span("note")).strip(" ."))
        reading.title = title = title.slice(0, stress.start())
    lead = LEADS_ON.search(title.plain) if reading.links else None
    if lead is not None and lead.start() > 3:
        reading.title = title = title.slice(0, lead.start())
    if title.plain.endswith("]") and "[" not in title.plain:
        reading.title = title = title.strip("] ")
    named = NAMED_WORK.fullmatch(title.plain.strip())
    if named and not reading.authors and reading.year is None and is_signature(named["people"]):
        add_people(reading, title.slice(*named.span("people")))
        set_year(reading, title.slice(*named.span("year")))
    if title.plain.endswith("*") and "*" not in title.plain[:-2]:
        reading.title = title = title.strip("* ")  # a mark that some legend explains
    drop_shelf(reading)
    settle_requirement(reading)
    title = reading.title
    maker = TRAILING_BRACKET.search(title.plain) if not reading.authors else None
    if maker is not None and maker.start() > 3 and weigh_affiliation(maker["inside"]) == SURE:
        reading.notes.append(title.slice(*maker.span("inside")))  # "Gemma Scope (Google DeepMind)": where it was made
        reading.title = title = title.slice(0, maker.start())
    bare = reading.venue is None and not reading.authors and BARE_TAG.fullmatch(title.plain)
    tag = parse_venue(title.plain) if bare else None  # "Codd 1970" names who wrote it
    if tag is not None and tag.year is not None:
        set_venue(reading, tag, title)  # "[PLDI'12](…)": the work goes by where it appeared
    unknown = MEETING_END.search(title.plain) if reading.venue is None and reading.year is not None else None
    meeting = parse_venue(unknown["name"]) if unknown is not None and unknown.start() > SHORTEST else None
    if unknown is not None and meeting is not None:
        set_venue(reading, meeting, title.slice(*unknown.span("name")))
        reading.title = title = title.slice(0, unknown.start()).strip(" .,")
    held = CONTRIBUTION.search(title.plain) if reading.venue is not None else None
    if held is not None and held.start() > SHORTEST:
        reading.tags.append(title.slice(*held.span("kind")))
        reading.title = title = title.slice(0, held.start()).strip(" .")
    if reading.kind is None and EDITION.search(title.plain):
        reading.kind = "book"
    if reading.kind is None and not reading.authors and any(CHAPTERS.fullmatch(note.plain) for note in reading.notes):
        reading.kind = "chapter"
    if reading.kind is None:
        reading.kind = reading_kind(
            title.plain,
            list_own_addresses(reading),
            [note.plain for note in reading.notes],
            published=is_published(reading),
            signed=bool(reading.authors) and reading.year is not None,
        )
    if reading.kind == "report" and reading.venue is not None and not reading.venue.known:
        reading.notes.append(reading.venue.text)
        reading.venue = None
