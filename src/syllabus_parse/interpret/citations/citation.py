"""One reading's text to title, authors, venue, year, tags and notes.

The title is found by its strongest sign: a link over it, quotes or emphasis around it, a line of its own, a full stop
behind it, or the list of people that follows it. What stands before and behind is then read for people, venue and year;
nothing is dropped: what is none of these becomes a note.
"""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import EMPTY, Anchor, Mark, Text
from syllabus_parse.interpret.citations.head import add_head, find_head, is_head
from syllabus_parse.interpret.citations.kinds import reading_kind
from syllabus_parse.interpret.citations.marks import take_label_links, take_leading, take_marks, take_tags
from syllabus_parse.interpret.citations.names import is_signature
from syllabus_parse.interpret.citations.parts import (
    CHAPTERS,
    drop_no_place,
    drop_shelf,
    on_own_site,
    read_book_part,
    read_in_book,
    read_names_behind,
)
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
)
from syllabus_parse.interpret.citations.plain import read_plain
from syllabus_parse.interpret.citations.press import EDITION
from syllabus_parse.interpret.citations.reference import read_reference
from syllabus_parse.interpret.citations.rest import read_after
from syllabus_parse.interpret.citations.signed import FULL_NAME, YEAR_BEHIND, find_signature, read_passage, read_piece
from syllabus_parse.interpret.citations.tex import print_tex
from syllabus_parse.interpret.citations.title import find_title
from syllabus_parse.interpret.citations.values import add_people, set_venue, set_year
from syllabus_parse.interpret.records import RawLink, RawReading
from syllabus_parse.interpret.words import MARKED, requirement_group
from syllabus_parse.model import Requirement
from syllabus_parse.normalize.affiliations import weigh_affiliation
from syllabus_parse.normalize.people import score_people
from syllabus_parse.normalize.titles import is_placeholder
from syllabus_parse.normalize.venues import find_venue, parse_venue

# Words before a marked title that only tell what to do with it.
VERB: Final = re.compile(
    r"(?:read|watch|skim|prepare|see|listen|read the|the|from|paper|reading|the book|the survey paper|the paper"
    r"|required reading|the article|study)",
    re.IGNORECASE,
)
# A year that ends what stands before a quoted title, e.g. "boyd, danah, and Kate Crawford. 2012."
SIGNED_END: Final = re.compile(r"[.,]\s(?:1[89]|20)\d\d[a-z]?\.?$")
# Links whose label says that they lead to something beside the work: its code, notes on it.
BESIDE: Final = frozenset({"code", "notes"})
# e.g. "PLDI'12", "CACM 2018"
BARE_TAG: Final = re.compile(r"[A-Z][A-Za-z]{1,11}\s?(?:['’]\d{2}|(?:19|20)\d{2})")
SURE: Final = 2
"""What a name of an institution weighs that can be nothing else."""
PUBLISHED: Final = frozenset({"conference", "journal", "workshop", "symposium", "preprint"})


# Characters; what is longer is no citation, and is kept as it is.
LONGEST_WORK: Final = 3000


def read_citation(text: Text, *, requirement: Requirement | None = None, lines: bool = False) -> RawReading | None:
    """Read one work; None where the text names none (a placeholder, an instruction).

    `lines` says that the line ends of the source count (title, authors and venue on lines of their own).
    """
    if len(text.plain) > LONGEST_WORK:
        return RawReading(text.strip(), requirement=requirement)
    if any(run.marks & Mark.STRIKE for run in text.runs):
        text = text.without(Mark.STRIKE)
    text = print_tex(text)
    if is_signpost(text):
        return None
    reading = RawReading(EMPTY, requirement=requirement)
    text = take_marks(take_leading(text), reading)
    if is_placeholder(text.plain) and not text.links():
        return None
    text = take_code_label(take_bold_label(text, reading), reading)
    text = take_label_links(text, reading)
    text = take_tags(text, reading)
    if is_placeholder(text.plain) and not reading.links:
        return None
    text = take_doi(text, reading)
    if any(read(text, reading) for read in (read_book_part, read_in_book, read_piece, read_passage)):
        finish(reading)
        return reading
    if read_excerpt(text, reading):
        finish(reading)
        return reading
    found = find_title(text, lines=lines)
    if found is not None and found[2] == "quote" and ABOUT_WORK.fullmatch(text.plain[: found[0]]):
        closed = text.plain[found[1] : found[1] + 1] in ("”", '"', "»")
        found = (0, found[1] + closed, "plain")  # "A Conversation about Gray’s “Maps”" is a title that names another
    if found is None:
        read_plain(text, reading, lines=lines)
    else:
        start, end, style = found
        read_around(text, start, end, style, reading)
    finish(reading)
    return reading if reading.title else None


# Labels that only say that a work follows, e.g. "Werk", "Primary text"
WORK_LABEL: Final = re.compile(
    r"(?:primary |main |core |secondary )?(?:works?|texts?|papers?|articles?|books?|readings?|sources?|literature)"
    r"|werke?|buch|bücher|aufsatz|primärtext|primärliteratur|sekundärliteratur|literatur|lektüre|obras?|textos?|libros?"
    r"|livros?|lecturas?|leituras?|œuvres?|textes?|livres?|lectures?|oper[ae]|test[oi]|libri|letture",
    re.IGNORECASE,
)


def take_bold_label(text: Text, reading: RawReading) -> Text:
    """Take a label in bold with its colon off the front, "**Weitere Literatur:** …": no title, but said of it."""
    at = 0
    for run in text.runs:
        if not run.marks & Mark.BOLD or run.anchor is not None:
            break
        at += len(run.text)
    label = text.slice(0, at).strip(" \n\u2028")
    words = label.plain[:-1].strip()
    if label.plain[-1:] not in (":", "：") or not words or len(words.split()) > 3 or not text.plain[at:].strip():
        return text
    group = requirement_group(words)
    if group is not None:
        reading.requirement, reading.requirement_text = group, label
    elif not WORK_LABEL.fullmatch(words):
        return text
    return text.slice(at, len(text.plain)).strip()


# What of a book is read, e.g. "(Auszug: §§ 83-111)", "(excerpts)", "(Teil I, S. 29-62)"
EXCERPT: Final = re.compile(
    r"\s*\((?P<note>(?:ausz[uü]ge?|in auszügen|excerpts?|extracts?|selections?|extraits?|extractos?|fragmentos?"
    r"|trechos?"
    r"|estratt[oi]|节选|抜粋|발췌|teil\s[\dIVX]+,)[^()]{0,160})\)\s*",
    re.IGNORECASE,
)
NAMED_BOOK: Final = re.compile(r"(?P<people>[^:,()]{4,50})[:,]\s+(?P<title>\S.{3,200})")


def read_excerpt(text: Text, reading: RawReading) -> bool:
    """Read a book of which a part is read: "Ada Gray: Maps (excerpts)"; False for any other words."""
    found = EXCERPT.search(text.plain)
    if found is None or found.end() < len(text.plain) or found.start() < 4 or text.links():
        return False
    reading.notes.append(text.slice(*found.span("note")))
    reading.kind = "book"
    title = text.slice(0, found.start())
    named = NAMED_BOOK.fullmatch(title.plain)
    if named is not None and FULL_NAME.fullmatch(named["people"]) and score_people(named["people"]) > PEOPLE_ENOUGH:
        add_people(reading, title.slice(*named.span("people")))
        title = title.slice(*named.span("title"))
    reading.title = title.strip('"“”„«»')
    return True


def take_code_label(text: Text, reading: RawReading) -> Text:
    """Take a label set as code off the front, "`by tracking`: A. Cruz. **Looms**": it tells of the work as a note."""
    at = 0
    for run in text.runs:
        if not run.marks & Mark.CODE:
            break
        at += len(run.text)
    joint = re.compile(r"\s*[:：]\s*").match(text.plain, at) if at else None
    if joint is None or not text.plain[joint.end() :].strip():
        return text
    reading.notes.append(text.slice(0, at).strip(" :"))
    return text.slice(joint.end(), len(text.plain))


# e.g. A Conversation with Hill about Gray’s “
ABOUT_WORK: Final = re.compile(r"\W?(?:An?|The)\s(?:[\w’'.-]{1,20}\s){2,10}?(?:\w{2,20}['’]s?|about|on)\s[\"“«]?")


# A DOI typed in words, e.g. "doi:10.2307/285835."
DOI: Final = re.compile(
    r"[\s,;(\[]{0,3}\bdoi\s?:?\s?(?P<doi>10\.\d{4,9}/[^\s,;)\]]{2,100}?)[)\]]?(?=[.,;]?(?:\s|$))", re.IGNORECASE
)


def take_doi(text: Text, reading: RawReading) -> Text:
    """Take a DOI that is typed and leads nowhere off a citation: it is a link of the work, and its digits no year."""
    found = DOI.search(text.plain)
    if found is None or any(start < found.end() and end > found.start() for _, start, end in text.links()):
        return text
    words = text.slice(*found.span("doi"))
    if words.span is None:
        return text
    reading.links.append(RawLink(Anchor(f"https://doi.org/{found['doi']}", words.span), words, kind="doi"))
    return text.slice(0, found.start()).join(text.slice(found.end(), len(text.plain)))


def is_signpost(text: Text) -> bool:
    """Tell an entry of a table of contents, whose links lead to places of the same page."""
    links = text.links()
    if not links or not all(
        (anchor.href or "").startswith("#") and len(anchor.href or "") > 1 for anchor, _, _ in links
    ):
        return False
    return sum(end - start for _, start, end in links) * 10 >= len(text.plain.strip()) * 9


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
    if style == "link":
        title = read_linked_title(title, reading)
    title = take_marks(title, reading) if MARKED.search(title.plain) else title
    reading.title = title
    signed = find_signature(before.plain, after.plain)
    part = PART_OF.fullmatch(before.plain.lstrip(" *")) if signed is None else None
    if part is not None and score_people(part["people"]) > PEOPLE_ENOUGH:
        lead = len(before.plain) - len(before.plain.lstrip(" *"))
        signed = (lead + part.start("people"), lead + part.end("people"))
        reading.kind = reading.kind or "chapter"
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
    alone = not reading.authors and not BREAKS.search(tail) and 0.3 < score_people(tail) < PEOPLE_ENOUGH
    if style in ("quote", "italic") and alone and after.plain.lstrip(OPENERS).startswith(","):
        add_people(reading, after.strip(SEPARATORS + OPENERS))
        return
    if style == "link" and read_names_behind(after, reading):
        return
    read_after(after, reading, quoted=style == "quote")
    if style == "quote" and reading.venue is not None and reading.venue.kind == "book":
        reading.kind = "chapter"
    elif style == "quote" and humanities and reading.kind is None and reading.venue is None:
        reading.kind = "web" if on_own_site(reading) else "article"


def read_linked_title(title: Text, reading: RawReading) -> Text:
    """Read inside the link: people, venue and year that the link covers together with the title."""
    plain = title.plain
    if read_reference(title, reading):
        return reading.title
    venue = find_venue(plain)
    if venue is not None and venue.start > 8:
        set_venue(reading, venue, title)
        return title.slice(0, venue.start).strip(SEPARATORS + "([")
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


def read_before(before: Text, reading: RawReading) -> bool:
    """Read what stands before a marked title; True where it is people ("A. Spanos, “Pregame”")."""
    words = before.strip(SEPARATORS + OPENERS + "[(")
    award = re.search(r"\s(?:for|für|pour|por|per)$", words.plain)
    if award and score_people(words.plain[: award.start()]) > PEOPLE_ENOUGH:
        words = words.slice(0, award.start())  # "Ada Byron and Bo Li for “Looms That Count”"
    if not words:
        return False
    bare = drop_no_place(before.slice(0, len(before.plain.rstrip(SEPARATORS + OPENERS + "[("))), reading)
    if len(bare.plain) < len(words.plain):
        before = words = bare
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
    if score_people(words.plain) > PEOPLE_ENOUGH or (
        SURNAMES.fullmatch(words.plain) and score_people(words.plain) > 0.3
    ):
        add_people(reading, words)
        return True
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


def is_published(reading: RawReading) -> bool:
    """Tell whether a known conference or journal published a work; a site of essays ("Distill") is none of them."""
    venue = reading.venue
    return (
        venue is not None
        and venue.known
        and venue.kind in ("conference", "journal", "workshop", "symposium", "preprint")
    )


# What of a work counts most, e.g. ", especially section 4"
ESPECIALLY: Final = re.compile(
    r"[,;]?\s(?P<note>(?:especially|particularly|in particular|esp\.|insbesondere|besonders|v\.\s?a\."
    r"|sobre todo|especialmente|surtout|notamment)\s[^\n\u2028]{3,120})$"
)
# What leads from a work to its address, e.g. "Maps e.g." · "Maps - at"
LEADS_ON: Final = re.compile(r"(?:\s?[:,;–—-])?\s(?:e\.\s?g|see|at|here|available(?: at)?|siehe|z\.\s?B)\.?\s?:?$")
# A part of the work whose title follows, e.g. "G. Roe, Chapter 1 of "
PART_OF: Final = re.compile(
    r"(?P<people>[^,\n]{3,60}),\s(?P<part>(?:chapters?|chs?\.|sections?|parts?|kapitel|cap[íi]tulos?|chapitres?)"
    r"\s[\divxIVX,–& -]{1,12})\s(?:of|from|in|aus|von|de|del|du)\s*$",
    re.IGNORECASE,
)


def finish(reading: RawReading) -> None:
    """Settle the kind by the title's words, its links and its notes."""
    title = reading.title.strip(SEPARATORS.replace(".", "").replace("-", "") + "\\")
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
    title = reading.title
    maker = TRAILING_BRACKET.search(title.plain) if not reading.authors else None
    if maker is not None and maker.start() > 3 and weigh_affiliation(maker["inside"]) == SURE:
        reading.notes.append(title.slice(*maker.span("inside")))  # "Gemma Scope (Google DeepMind)": where it was made
        reading.title = title = title.slice(0, maker.start())
    tag = parse_venue(title.plain) if reading.venue is None and BARE_TAG.fullmatch(title.plain) else None
    if tag is not None and tag.year is not None:
        set_venue(reading, tag, title)  # "[PLDI'12](…)": the work goes by where it appeared
    if reading.kind is None and EDITION.search(title.plain):
        reading.kind = "book"
    if reading.kind is None and not reading.authors and any(CHAPTERS.fullmatch(note.plain) for note in reading.notes):
        reading.kind = "chapter"
    if reading.kind is None:
        reading.kind = reading_kind(
            title.plain,
            [link.anchor.href or "" for link in reading.links if link.anchor and link.kind not in BESIDE],
            [note.plain for note in reading.notes],
            published=is_published(reading),
            signed=bool(reading.authors) and reading.year is not None,
        )
    if reading.kind == "report" and reading.venue is not None and not reading.venue.known:
        reading.venue = None
