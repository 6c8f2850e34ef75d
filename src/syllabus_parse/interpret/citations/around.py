"""A marked title (linked, quoted, emphasized), and what stands before and behind it."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import Mark, Text
from syllabus_parse.interpret.citations.head import TURNED, TURNED_SCORE, add_head, find_head, is_head
from syllabus_parse.interpret.citations.marks import take_marks
from syllabus_parse.interpret.citations.names import ROLE, is_body, is_inverted, is_signature
from syllabus_parse.interpret.citations.parts import drop_no_place, on_own_site, read_law_review, read_names_behind
from syllabus_parse.interpret.citations.patterns import (
    BREAKS,
    NAMED_WORK,
    OPENERS,
    PEOPLE_ENOUGH,
    PREFIX_LABEL,
    SEPARATORS,
    SURNAMES,
    TAG_WORDS,
    TRAILING_BRACKET,
    TRAILING_YEAR,
    YEAR,
)
from syllabus_parse.interpret.citations.plain import part_people, read_plain
from syllabus_parse.interpret.citations.reference import read_reference
from syllabus_parse.interpret.citations.rest import read_after
from syllabus_parse.interpret.citations.signed import LONE_NAME, YEAR_BEHIND, find_signature
from syllabus_parse.interpret.citations.title import DATED_NAME, find_marked, find_quoted, name_dated
from syllabus_parse.interpret.citations.values import add_people, set_venue, set_year
from syllabus_parse.interpret.records import RawLink, RawPerson, RawReading
from syllabus_parse.interpret.words import MARKED
from syllabus_parse.normalize.links import classify_link
from syllabus_parse.normalize.people import score_people
from syllabus_parse.normalize.venues import find_venue, parse_venue
from syllabus_parse.regex import lazy_regex

# Words before a marked title that only tell what to do with it.
VERB: Final = lazy_regex(
    r"(?:read|watch|skim|prepare|see|listen|read the|the|from|paper|reading|the book|the survey paper|the paper"
    r"|required reading|the article|study)",
    re.IGNORECASE,
)
# A year that ends what stands before a quoted title, e.g. "boyd, danah, and Kate Crawford. 2012."
SIGNED_END: Final = lazy_regex(r"[.,]\s(?:1[89]|20)\d\d[a-z]?\.?$")


SCARCE_NAME: Final = 0.15
"""What a surname scores that is another word, too."""
PERIODIC: Final = ("journal", "magazine", "conference", "workshop")
OLD: Final = 1900
"""Years before this one stand in no bracket but a work's own."""


def read_around(text: Text, start: int, end: int, style: str, reading: RawReading) -> None:
    """Read an entry whose title is marked: people before or behind, then venue, year, remarks."""
    plain = text.plain
    title, before, after = text.slice(start, end), text.slice(0, start), text.slice(end, len(plain))
    for anchor, a, b in text.links():
        if (a < end and b > start) or style == "quote":
            reading.links.insert(0, RawLink(anchor, text.slice(a, b).strip()))
        elif a >= end and score_people(plain[a:b]) < PEOPLE_ENOUGH:
            reading.links.append(RawLink(anchor, text.slice(a, b).strip()))
    named = NAMED_WORK.fullmatch(title.plain.strip()) if style == "alias" else None
    if style == "alias" and " et al" in title.plain and named is None:
        add_people(reading, title.strip())  # "[Vaswani et al.](…) Attention …"
        read_plain(
            after.slice(len(after.plain) - len(after.plain.lstrip(" ].:,–—-")), len(after.plain)), reading, lines=False
        )
        return
    if named and not reading.authors:  # "[Turing 1950](…): Computing Machinery …"
        lead = len(title.plain) - len(title.plain.lstrip())
        add_people(reading, title.slice(lead + named.start("people"), lead + named.end("people")))
        set_year(reading, title.slice(lead + named.start("year"), lead + named.end("year")))
    if style == "alias":
        reading.short_name = title.strip() if not named else None
        read_plain(
            after.slice(len(after.plain) - len(after.plain.lstrip(" ].:")), len(after.plain)), reading, lines=False
        )
        if not reading.title:
            reading.title, reading.short_name = title, None
        return
    known = NAMED_WORK.fullmatch(title.plain.strip()) if style == "link" else None
    if known is not None and is_signature(known["people"]):
        title = title.strip()  # "[Kim & Lee (2019)](…)": a work known by its authors
    elif style == "link":
        title = read_linked_title(drop_verb(title), reading)
    elif style in ("bold", "italic"):
        title = take_bracket(title, reading)
    title = take_marks(title, reading) if MARKED.search(title.plain) else title
    reading.title = title
    signed = find_signature(before.plain, after.plain)
    part = PART_OF.fullmatch(before.plain.lstrip(" *")) if signed is None else None
    if part is not None and score_people(part["people"]) > PEOPLE_ENOUGH:
        lead = len(before.plain) - len(before.plain.lstrip(" *"))
        signed = (lead + part.start("people"), lead + part.end("people"))
        reading.kind = reading.kind or "chapter"
    lone = before.strip(SEPARATORS.replace(",", "") + OPENERS + "[(") if style == "quote" and signed is None else None
    if lone is not None and lone.plain.endswith(",") and LONE_NAME.fullmatch(lone.plain[:-1]):
        # "Berlin, “Looms of the North,” *Quarterly* 53 (1996)": a name that is a place's, too
        told = score_people(lone.plain[:-1]) >= SCARCE_NAME and YEAR.search(after.plain) is not None
        at = before.plain.find(lone.plain)
        signed = (at, at + len(lone.plain) - 1) if told and not reading.authors else None
    if signed is not None:
        add_people(reading, before.slice(*signed))
        kept = before.slice(signed[1], len(before.plain)).strip(SEPARATORS + OPENERS + "[()=")
        if kept:
            reading.notes.append(kept)
    year = YEAR_BEHIND.match(after.plain)
    if year is not None and reading.year is None and int(year["year"]) < OLD:
        set_year(reading, after.slice(*year.span("year")))
        after = after.slice(year.end(), len(after.plain))
        reading.kind = reading.kind or "book"  # no journal held it
    humanities = signed is not None or read_before(before, reading)
    if style == "italic":
        reading.kind = reading.kind or ("book" if humanities else None)
    # Behind a title that is set off by its letters alone, a comma leads in the people: "_Title_, Barbara Lister".
    tail = after.plain.strip(SEPARATORS + OPENERS)
    alone = (
        not reading.authors
        and not BREAKS.search(tail)
        and not YEAR.search(tail)
        and 0.3 < score_people(tail) < PEOPLE_ENOUGH
    )
    if style in ("quote", "italic") and alone and after.plain.lstrip(OPENERS).startswith(","):
        add_people(reading, after.strip(SEPARATORS + OPENERS))
        return
    if style == "link" and read_names_behind(after, reading):
        return
    if SENTENCE_BEHIND.match(after.plain):
        reading.notes.append(after.strip(SEPARATORS.replace(".", "") + OPENERS + "."))
        return
    if read_law_review(after, reading):
        return
    read_after(after, reading, quoted=style == "quote")
    if style == "quote" and reading.venue is not None and reading.venue.kind == "book":
        reading.kind = "chapter"
    elif style == "italic" and reading.kind == "book" and reading.venue is not None and reading.venue.kind in PERIODIC:
        reading.kind = None  # "Gray and Hill, _Looms_, JACM 1973"
    elif style == "quote" and humanities and reading.kind is None and reading.venue is None:
        film = any(link.anchor is not None and classify_link(link.anchor.href) == "video" for link in reading.links)
        reading.kind = "video" if film else "web" if on_own_site(reading) else "article"


# What is said of a work behind it, e.g. ". You can listen to her read this, or just read the transcript."
SENTENCE_BEHIND: Final = lazy_regex(
    r"[\s\"”’»)\]]{0,4}\.[\"”’»)]?\s+(?:You|We|This|These|It|They|There|Please|I)\s(?:[^\n\u2028]{1,40}\s)?"
    r"(?:is|are|was|were|can|may|might|should|will|must|need|have|has|had|do|does|gives?|tells?|explains?|covers?)\b"
)
OTHERS_END: Final = lazy_regex(r"^[A-ZÀ-Þ].{1,80}\bet\.? al\.?$")


SIGNED_VENUE: Final = lazy_regex(r"(?P<people>[A-Z][\w'’-]{1,24}(?: et al\.?)?), (?P<venue>[A-Z][\w ]{1,30} \d{4})")


def take_bracket(title: Text, reading: RawReading) -> Text:
    """Take a venue in brackets off the end of a title that is bold as a whole: "**Looms at Scale (OSDI'20)**"."""
    found = TRAILING_BRACKET.search(title.plain)
    signed = SIGNED_VENUE.fullmatch(found["inside"]) if found is not None and not reading.authors else None
    where = parse_venue(signed["venue"]) if signed is not None else None
    if found is not None and signed is not None and where is not None and where.known:
        inside = title.slice(*found.span("inside"))  # "**Looms at Scale (Gray, OSDI 2006)**"
        add_people(reading, inside.slice(*signed.span("people")))
        set_venue(reading, where, inside.slice(*signed.span("venue")))
        return title.slice(0, found.start())
    venue = parse_venue(found["inside"]) if found is not None and found.start() else None
    if found is not None and found.start() and OTHERS_END.search(found["inside"]) and not reading.authors:
        add_people(reading, title.slice(*found.span("inside")))  # "*Looms at Scale (Gray, Hill et al.)*"
        return title.slice(0, found.start())
    if found is None or venue is None or not venue.known:
        return title
    set_venue(reading, venue, title.slice(*found.span("inside")))
    return title.slice(0, found.start())


# What a link only says to do with the work that it names, e.g. "Explore: *The Loom Review*"
VERB_LEAD: Final = lazy_regex(
    r"\s*(?:explore|browse|read|watch|listen to|view|play|skim|see)\s?[:：]\s+(?=\S)", re.IGNORECASE
)
# People behind a title: "Maps of Change, by A. Gray and Bo Hill"
BY_LINE: Final = lazy_regex(r",?\s+by\s+(?P<people>[A-Z][^\n()]{3,120}?)\.?\s*$")


REVIEW_OF: Final = lazy_regex(r"\s*(?:a |book )?review of\b", re.IGNORECASE)


def drop_verb(title: Text) -> Text:
    """Take "Explore:" off the front of a linked title."""
    found = VERB_LEAD.match(title.plain)
    return title.slice(found.end(), len(title.plain)) if found else title


def read_signed_title(title: Text, reading: RawReading) -> Text | None:
    """Read a title in quotes or italics behind its people, or before "by" and them, all in one link."""
    plain = title.plain
    if REVIEW_OF.match(plain):
        return None  # "Review of Maps of Change by Ada Gray": who wrote the book didn't write its review
    for span in (find_quoted(plain), find_marked(title, Mark.ITALIC)):
        if span is None or span[0] < 4 or plain[span[1] :].strip(SEPARATORS + OPENERS):
            continue
        before = title.slice(0, span[0]).strip(SEPARATORS + OPENERS + " *_;")
        lone = LONE_NAME.fullmatch(before.plain) and plain[: span[0]].rstrip(' "“*_').endswith(",")
        if lone or score_people(before.plain) > PEOPLE_ENOUGH or is_head(plain[: span[0]]):
            add_people(reading, before)
            return title.slice(*span).strip(" .,;")
    found = BY_LINE.search(plain)
    if found is not None and found.end() == len(plain) and found.start() > 3:
        people = found["people"]
        if score_people(people) > PEOPLE_ENOUGH and " " in people.strip():  # not "by Hand"
            add_people(reading, title.slice(*found.span("people")))
            return title.slice(0, found.start())
    return None


def read_linked_title(title: Text, reading: RawReading) -> Text:
    """Read inside the link: people, venue and year that the link covers together with the title."""
    plain = title.plain
    signed = read_signed_title(title, reading)
    if signed is not None:
        return signed
    if read_reference(title, reading):
        return reading.title
    venue = find_venue(plain)
    if venue is not None and venue.start > 8:
        set_venue(reading, venue, title)
        words = title.slice(0, venue.start).strip(SEPARATORS + "([")
        parted = part_people(words.plain) if not reading.authors else None
        if parted is None:
            return words
        add_people(reading, words.slice(*parted[1]).strip(SEPARATORS))  # "[Gray and Hill. Looms. JACM 1973](…)"
        return words.slice(*parted[0]).strip(SEPARATORS)
    dated = YEAR_INSIDE.search(plain)
    if dated is not None and dated.start() > 2 and reading.year is None:
        set_year(reading, title.slice(*dated.span("year")))
        return title.slice(0, dated.start())  # "[MapReduce (2004)](…)"
    found = re.match(
        r"(?P<people>.{2,60}?\bet al\.?),?\s*(?P<year>\(?(?:19|20)\d\d\)?)?[,:]\s+(?P<rest>(?!\(?(?:19"
        r"|20)\d\d\)?\s*$)\S.{2,})",
        plain,
    )
    if found:  # "Girshick et al., R-CNN"
        add_people(reading, title.slice(*found.span("people")))
        if found["year"]:
            set_year(reading, title.slice(*found.span("year")))
        return title.slice(*found.span("rest"))
    return title


YEAR_INSIDE: Final = lazy_regex(r"\s\((?P<year>(?:1[89]|20)\d\d)\)\s*$")


def read_before(before: Text, reading: RawReading) -> bool:
    """Read what stands before a marked title; True where it is people ("A. Spanos, “Pregame”")."""
    words = before.strip(SEPARATORS + OPENERS + "[(")
    if not words.plain.strip("*†‡ "):
        return False  # a mark that some legend explains
    award = re.search(r"\s(?:for|für|pour|por|per)$", words.plain)
    if award and score_people(words.plain[: award.start()]) > PEOPLE_ENOUGH:
        words = words.slice(0, award.start())  # "Ada Byron and Bo Li for “Looms That Count”"
    if not words:
        return False
    owned = words.slice(0, len(words.plain) - 2) if words.plain.endswith(("'s", "’s")) else None
    if owned is not None and score_people(owned.plain) > OWNER_SCORE:
        add_people(reading, owned)  # "Ada Gray's [Looms](…)"
        return True
    part = PART_END.search(words.plain)
    if part is not None and part.start() > 2:
        reading.notes.append(words.slice(*part.span("part")))
        reading.kind = reading.kind or "chapter"
        before = words = words.slice(0, part.start("stop") + 1)
    bare = drop_no_place(before.slice(0, len(before.plain.rstrip(SEPARATORS + OPENERS + "[("))), reading)
    if len(bare.plain) < len(words.plain):
        before = words = bare
    if read_editors(words, before, reading) or read_dated_name(before, reading):
        return True
    if is_head(before.plain):
        lead = find_head(before.plain.rstrip(OPENERS + " ") + (" 《" if words.plain[-1:] > "\u3000" else " X"))
        if lead is not None:
            add_head(reading, before, lead)
        else:
            add_people(reading, words)
        return True
    label = PREFIX_LABEL.match(before.plain.rstrip(OPENERS + " [("))
    if label and VERB.fullmatch(label["label"].strip()):
        return False
    if label and score_people(label["label"]) < 0.8:
        reading.notes.append(before.slice(label.start("label"), label.end("label")).strip())
        return False
    year = TRAILING_YEAR.search(words.plain)
    if year and score_people(words.plain[: year.start()]) > PEOPLE_ENOUGH:
        set_year(reading, words.slice(year.start("year"), year.end("year")))
        words = words.slice(0, year.start())
    if year and reading.year is None and SIGNED_END.search(words.plain):
        set_year(reading, words.slice(year.start("year"), year.end("year")))
        words = words.slice(0, year.start())
    alone = TURNED.fullmatch(words.plain)
    if alone is not None and score_people(words.plain) >= TURNED_SCORE:  # "Koselleck, Reinhart, “Looms”"
        reading.authors.append(RawPerson(words, parsed=f"{alone['given']} {alone['family']}"))
        return True
    turned = score_people(words.plain) >= PEOPLE_ENOUGH and is_inverted(words.plain)  # "Gray, Ada, “Looms”"
    if (
        score_people(words.plain) > PEOPLE_ENOUGH
        or turned
        or (SURNAMES.fullmatch(words.plain) and score_people(words.plain) > 0.3)
    ):
        add_people(reading, words)
        return True
    if part is not None and reading.year is not None and LONE_NAME.fullmatch(words.plain):
        add_people(reading, words)  # "Asher. 2017. Chapter 1, “Looms”"
        return True
    name = words.slice(0, brief.start()) if (brief := BRIEFLY.search(words.plain)) else words
    if before.plain.rstrip().endswith(".") and is_body(name.plain):
        reading.authors.append(RawPerson(name, parsed=name.plain))  # "World Loom Organization (WLO). 2025. “Looms”"
        return False
    handle = words.plain.strip("()[] ")
    if TAG_WORDS.fullmatch(handle):
        reading.tags.append(words.strip("()[] "))
        return False
    if VERB.fullmatch(handle):
        if "book" in handle.casefold():
            reading.kind = "book"
        return False
    reading.notes.append(words)
    return False


def read_dated_name(before: Text, reading: RawReading) -> bool:
    """Read people and the year right before a title, "Moos & Hill (eds.) 1991 *Looms*"; False for any other words."""
    name = name_dated(before.plain) if reading.year is None else None
    found = DATED_NAME.fullmatch(before.plain) if name is not None else None
    if found is None or is_head(before.plain):
        return False
    add_people(reading, before.slice(*found.span("name")).strip(" *_"))
    set_year(reading, before.slice(*found.span("year")))
    return True


def read_editors(words: Text, before: Text, reading: RawReading) -> bool:
    """Read who edited what follows, "Ada Gray, ed. *Maps*"; False for any other words."""
    role = ROLE.search(before.plain.rstrip(" *_" + OPENERS))
    people = words.slice(0, max(0, role.start() - before.plain.find(words.plain))).strip(" ,;") if role else words
    turned = TURNED.fullmatch(people.plain) if role else None
    if role is None or (score_people(people.plain) <= PEOPLE_ENOUGH and turned is None):
        return False
    if turned is not None and score_people(people.plain) >= TURNED_SCORE:
        reading.authors.append(RawPerson(people, parsed=f"{turned['given']} {turned['family']}", role="editor"))
    else:
        add_people(reading, words)
    return True


OWNER_SCORE: Final = 0.6
BRIEFLY: Final = lazy_regex(r"\s\([A-Z]{2,8}\)$")  # e.g. "World Loom Organization (WLO)"
# Which part of a book a title in quotes is, behind who wrote it and when, e.g. "Gray et al. 2009. Chapter 7"
PART_END: Final = lazy_regex(
    r"(?P<stop>[.,])\s(?P<part>(?:chapters?|chs?\.|sections?|parts?|kapitel|cap[íi]tulo|chapitre)\s\d{1,3}[,:]?)$",
    re.IGNORECASE,
)
# A part of the work whose title follows, e.g. "G. Roe, Chapter 1 of "
PART_OF: Final = lazy_regex(
    r"(?P<people>[^,\n]{3,60}),\s(?P<part>(?:chapters?|chs?\.|sections?|parts?|kapitel|cap[íi]tulos?|chapitres?)"
    r"\s[\divxIVX,–& -]{1,12})\s(?:of|from|in|aus|von|de|del|du)\s*$",
    re.IGNORECASE,
)
