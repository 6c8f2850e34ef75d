"""What stands around a citation and leaves first: bullets, "(optional)", label links, venue tags, handles."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from syllabus_parse.document import Mark, Text
from syllabus_parse.interpret.citations.patterns import (
    BRACKET_LABEL,
    BRACKET_TAG,
    DESCRIPTION,
    HANDLE,
    LEADING,
    PEOPLE_ENOUGH,
    ROUND_LABEL,
    TAG_WORDS,
    YEAR,
)
from syllabus_parse.interpret.citations.values import NUMBER_LABEL, label_kind, set_tag, set_year, without
from syllabus_parse.interpret.citations.venue import take_signature
from syllabus_parse.interpret.records import RawLink, RawReading
from syllabus_parse.interpret.words import MARKED, fold_label, link_label
from syllabus_parse.model import ReadingKind
from syllabus_parse.normalize.people import score_people
from syllabus_parse.normalize.venues import parse_venue
from syllabus_parse.regex import lazy_regex

# e.g. "2019.06.03 | ", when somebody read the work or it appeared
DAY_BEFORE: Final = lazy_regex(r"\s*(?P<day>(?:19|20)\d\d[./-]\d{1,2}(?:[./-]\d{1,2})?)\s{0,2}[|｜]\s*(?=\S)")
TAGS: Final = 8
"""No work has more marks in front of it."""
EMOJI_CODE: Final = lazy_regex(r"(?:\s{1,3}:[a-z][a-z_+-]{1,24}:){1,6}\s*$", needs=":")  # e.g. "… File System :star:"
YEAR_MONTH: Final = lazy_regex(r"(?:19|20)\d\d[./-]\d{1,2}(?:[./-]\d{1,2})?")  # e.g. "2017/06", "2017.06.12"
# e.g. "Textbook: ", "Required text: ", "Lehrbuch: "
TEXT_LABEL: Final = lazy_regex(
    r"\s*(?:(?P<needed>required|optional|recommended|suggested|main|primary|secondary|course|class)\s)?"
    r"(?P<book>text ?books?|texts?|books?|lehrbuch|libro de texto|livro[- ]texto|manual)\s?[:：]\s+(?=\S)",
    re.IGNORECASE,
)
BRACKETS: Final = lazy_regex(r"(?:\[[^\[\]]*\]|[\[\]()\s])*")  # what may stand before the first word of an entry


def take_leading(text: Text) -> Text:
    """Take bullets, numbers and emoji off the front, and the codes of emoji (":star:") off the end."""
    code = EMOJI_CODE.search(text.plain)
    if code and code.start():
        text = text.slice(0, code.start())
    found = LEADING.match(text.plain)
    return text.slice(found.end(), len(text.plain)).strip() if found and found.end() else text.strip()


# What a badge in front of a work says that it is.
BADGES: Final[dict[str, ReadingKind]] = {
    "book": "book",
    "textbook": "book",
    "chapter": "chapter",
    "paper": "paper",
    "article": "article",
    "blog": "web",
    "blog post": "web",
    "website": "web",
    "video": "video",
    "thesis": "thesis",
    "report": "report",
    "whitepaper": "report",
}


def take_badge(text: Text, reading: RawReading) -> Text:
    """Take a badge that tells the kind of the work off the front: a picture of the word "book"."""
    badge = text.runs[0] if text.runs else None
    if badge is None or not badge.marks & Mark.IMAGE or badge.anchor is not None:
        return text
    kind = BADGES.get(badge.text.strip().casefold())
    if kind is None:
        return text
    reading.kind = kind
    return text.slice(len(badge.text), len(text.plain)).strip()


# e.g. the end of "Looms (CHI 2019) - optional", "Looms, required"
TRAILING_MARK: Final = lazy_regex(
    r"(?:[,;]|\s[-–—]{1,2})\s(?:optional|required|recommended|mandatory|opcional|facultati(?:f|v[oa])|obligatori[oa])$",
    re.IGNORECASE,
)


def take_marks(text: Text, reading: RawReading) -> Text:
    """Take "(optional)" and "Required:" off both ends; the words inside a link's text stay with the link."""
    label = TEXT_LABEL.match(text.plain)
    if label:
        reading.kind = "book"
        if label["needed"] and label["needed"].casefold() in ("required", "optional", "recommended", "suggested"):
            reading.requirement = "required" if label["needed"].casefold() == "required" else "optional"
            reading.requirement_text = text.slice(*label.span("needed"))
        text = text.slice(label.end(), len(text.plain))
    for _ in range(2):
        plain = text.plain
        for found in MARKED.finditer(plain):
            bracketed = bool(found["open"] and found["close"])
            before, after = plain[: found.start()].strip(), plain[found.end() :].strip()
            labelled = not before and after[:1] in (":", "：", "-", "–", "—")
            trailing = not after and TRAILING_MARK.search(plain, max(0, found.start() - 4)) is not None
            trailing = trailing or (not after and bool(before) and _is_set_apart(text, *found.span("word")))
            if not (bracketed or labelled or trailing):
                continue
            word = found["word"].casefold()
            required = word.startswith(("required", "mandatory", "obligat", "obrigat", "verpfl", "必读"))
            reading.requirement = "required" if required else "optional"
            reading.requirement_text = text.slice(found.start("word"), found.end("word"))
            if not before:
                text = text.slice(found.end(), len(plain))
                text = text.slice(len(text.plain) - len(text.plain.lstrip(" :：-–—\u2028\n")), len(text.plain))
            elif trailing:
                text = text.slice(0, len(before.rstrip(" ,;-–—")))
            else:
                text = text.slice(0, found.start()).join(text.slice(found.end(), len(plain)))
            break
        else:
            break
    return text.strip()


def _is_set_apart(text: Text, start: int, end: int) -> bool:
    """Tell a word in italics or bold behind others that are not: "[Looms](…) *optional*"."""
    styled = [bool(run.marks & (Mark.ITALIC | Mark.BOLD)) for run in text.slice(start, end).runs]
    before = [bool(run.marks & (Mark.ITALIC | Mark.BOLD)) for run in text.slice(0, start).runs if run.text.strip()]
    return bool(styled) and all(styled) and bool(before) and not before[-1]


def _widen(plain: str, start: int, end: int) -> tuple[int, int]:
    """Widen a label to the brackets and blanks around it."""
    while start > 0 and end < len(plain) and plain[start - 1] in "[( " and plain[end : end + 1] in ("]", ")", " ", ""):
        if plain[start - 1] in "[(" and plain[end : end + 1] not in ("]", ")"):
            break
        if plain[start - 1] == " " and plain[end : end + 1] != " ":
            start -= 1
            continue
        start, end = start - 1, end + 1
    if 0 < start < end < len(plain) and plain[start] == plain[end - 1] == " ":
        start += 1  # one blank stays between the words on both sides
    return start, end


# A name of a file and nothing else, e.g. looms_ref.pdf
FILE_NAME: Final = lazy_regex(r"[\w.-]{1,80}\.(?:pdf|ps|html?|png|jpe?g|docx?|pptx?|md|txt|zip|epub)")


# Slides of the course's own, among what is to be read, e.g. "Intro Slides" · "Week 2 slides [PDF]"
OWN_SLIDES: Final = lazy_regex(r"(?:[\w&-]{1,20}\s){1,3}slides(?:\s[(\[]\w{2,4}[)\]])?", re.IGNORECASE)


def take_label_links(text: Text, reading: RawReading) -> Text:
    """Take the links whose words are a label ("[pdf]", "[[slides]](…)"), with the brackets around them."""
    plain = text.plain
    cuts: list[tuple[int, int]] = []
    for anchor, start, end in text.links():
        words = plain[start:end].strip()
        kind = label_kind(words) if any(letter.isalnum() for letter in words) else "page"  # "[-]()" leads nowhere yet
        bracketed = plain[:start].endswith("[") and len(plain[:start].strip(" [")) > 3
        if kind is None and bracketed and FILE_NAME.fullmatch(words):
            kind = "pdf" if words.endswith(".pdf") else "page"  # "A Manual of Looms [[looms.pdf](…)]"
        if kind is None and OWN_SLIDES.fullmatch(words) and "://" not in (anchor.href or "://"):
            kind = "slides"
        if kind is None and _stands_among_labels(text, start, end):
            kind = "page"
        bare = words.startswith(("http://", "https://", "www."))
        if kind is None and not bare:
            continue
        if start < 2 and re.match(r"\]?\s*\.\s+\S.{15}", plain[end:], re.DOTALL):
            continue  # a handle in front of its title: "[PS](…). Scaling Distributed …"
        if (bare or NUMBER_LABEL.fullmatch(words)) and end - start >= len(plain.strip()) - 2:
            continue  # nothing but an address, or a number with arXiv: it is its own title
        if anchor.href or any(letter.isalnum() for letter in words):
            reading.links.append(
                RawLink(anchor, text.slice(start, end).strip() if words else None, kind=kind if not bare else None)
            )
        cuts.append(_widen(plain, start, end))
    for _, end in list(cuts):
        cuts += _take_remarks(text, end, reading)
    first = BRACKETS.match(plain)
    begin = first.end() if first else 0
    for found in BRACKET_LABEL.finditer(plain):
        inside = any(a <= found.start("label") < b for a, b in cuts)
        # A label in front of the title is a mark of the work ("[Talk] …"), one behind it a link that was lost.
        if not inside and begin < found.start() and (kind := link_label(found["label"])) is not None:
            label = text.slice(found.start("label"), found.end("label"))
            if label.runs and label.runs[0].anchor is None:
                reading.links.append(RawLink(None, label, kind=kind))
                cuts.append(found.span())
    found_round = ROUND_LABEL.search(plain)
    if (
        found_round
        and found_round.start() > 0
        and not cuts
        and fold_label(found_round["label"]) in ("pdf", "link", "slides", "video", "html")
    ):
        label = text.slice(found_round.start("label"), found_round.end("label"))
        if label.runs and label.runs[0].anchor is None:
            reading.links.append(RawLink(None, label, kind=link_label(label.plain)))
            cuts.append(found_round.span())
    if not cuts:
        return text
    left = without(text, cuts)
    return without(left, [gap.span() for gap in EMPTY_BRACKETS.finditer(left.plain)]).strip()


EMPTY_BRACKETS: Final = lazy_regex(r"\s{0,3}\([\s,;/|&+·]{0,9}\)")
# What is told of a work behind the label of its link, e.g. the end of "Looms [pdf] [Weaving | Mill Lab]"
REMARK_BRACKET: Final = lazy_regex(r"\s{0,3}\[(?P<inside>[^\[\]\n\u2028]{0,80})\](?![\w(])")


def _take_remarks(text: Text, at: int, reading: RawReading) -> list[tuple[int, int]]:
    """Take the square brackets behind the label of a link: keywords, a lab. People and venues are left; the places."""
    out: list[tuple[int, int]] = []
    while found := REMARK_BRACKET.match(text.plain, at):
        at, words = found.end(), found["inside"].strip()
        inside = text.slice(*found.span("inside")).strip()
        if inside.links() or link_label(words) is not None or YEAR.search(words):
            break
        venue = parse_venue(words)
        people = "|" not in words and (score_people(words) > PEOPLE_ENOUGH or "et al" in words)
        if people or (venue is not None and venue.known) or MARKED.fullmatch(words) or TAG_WORDS.fullmatch(words):
            break
        if words:
            reading.tags.append(inside)
        out.append(found.span())
    return out


LONGEST_LABEL: Final = 4
"""Words of the longest label of a link: "book via the library"."""


def _stands_among_labels(text: Text, start: int, end: int) -> bool:
    """Tell a link that only says where the work is: "Maps of Change ([TED talk](…), [book via JSTOR](…))"."""
    plain = text.plain
    opening, closing = plain.rfind("(", 0, start), plain.find(")", end)
    words = plain[start:end].split()
    if opening < 0 or closing < 0 or len(words) > LONGEST_LABEL or len(plain[:opening].split()) < 3:
        return False
    within = [(a, b) for _, a, b in text.links() if opening < a and b <= closing]
    if any(a < opening for _, a, _ in text.links()) or len(within) < 2:
        return False
    left = plain[opening + 1 : within[0][0]] + "".join(
        plain[one[1] : other[0]] for one, other in pairwise([*within, (closing, closing)])
    )
    told = [word for a, b in within for word in (plain[a:b].split()[:1] + plain[a:b].split()[-1:])]
    return not left.strip(" ,;/|&[]") and any(label_kind(word) is not None for word in told)


def _take_set_venue(text: Text, reading: RawReading) -> Text:
    """Take a venue that is set off as code or in bold before the title: "`OSDI 2024` Efficient Dispatch"."""
    first = text.runs[0] if text.runs else None
    if first is None or not first.marks & (Mark.CODE | Mark.BOLD) or first.anchor is not None or len(text.runs) < 2:
        return text
    words = text.slice(0, len(first.text)).strip(" []():")
    if YEAR.fullmatch(words.plain) and re.match(r"\s*[:|–—-]?\s*\S", text.plain[len(first.text) :]):
        set_year(reading, words)
        return text.slice(len(first.text), len(text.plain)).strip(" :|–—-")
    venue = parse_venue(words.plain) if len(words.plain) < 40 else None
    if venue is None or not venue.known or venue.notes or (venue.year is None and not first.marks & Mark.CODE):
        return text
    set_tag(reading, venue, words)
    return text.slice(len(first.text), len(text.plain)).strip(" :|–—-")


# The name that a work gives its own thing: capitals or a figure within, e.g. "ST-GCN", "C-CNN + MTLN"
BOLD_HANDLE: Final = lazy_regex(r"(?=\S*(?:[A-Z]\S*[A-Z\d]|\d))[\w.+-]+(?: [\w.+-]+){0,2}")


def take_tags(text: Text, reading: RawReading) -> Text:
    """Take "[VLDB'19]", "[Talk]", "(vLLM)", "(Sequence parallelism)" and a day before a bar off the front."""
    day = DAY_BEFORE.match(text.plain)
    if day:
        set_year(reading, text.slice(*day.span("day")))
        text = text.slice(day.end(), len(text.plain))
    for _ in range(TAGS):
        found = BRACKET_TAG.match(text.plain)
        if found is None:
            break
        rest = text.slice(found.end(), len(text.plain))
        tag = text.slice(found.start("tag"), found.end("tag"))
        if not rest or (tag.runs and tag.runs[0].anchor is not None):
            break
        dated = YEAR_MONTH.fullmatch(tag.plain)
        if dated:
            set_year(reading, tag)
            text = rest.strip()
            continue
        if take_signature(tag, reading):
            text = rest.strip()
            continue
        venue = parse_venue(tag.plain)
        if venue is not None and (venue.known or venue.year is not None):
            set_tag(reading, venue, tag)
        elif all(run.marks & Mark.BOLD for run in tag.runs) and BOLD_HANDLE.fullmatch(tag.plain.strip()):
            reading.short_name = tag.strip()  # "**[ST-GCN]** Spatial Temporal Graphs"
        else:
            reading.tags.append(tag.strip())
        text = rest.strip()
    text = _take_set_venue(text, reading)
    found_handle = HANDLE.match(text.plain)
    if found_handle and not YEAR.fullmatch(found_handle["handle"]):
        handle = text.slice(found_handle.start("handle"), found_handle.end("handle"))
        known = parse_venue(handle.plain)
        if TAG_WORDS.fullmatch(handle.plain):
            reading.tags.append(handle)
        elif known is not None and known.known and known.year is not None:
            set_tag(reading, known, handle)
        else:
            reading.short_name = handle
        return text.slice(found_handle.end(), len(text.plain))
    found_words = DESCRIPTION.match(text.plain)
    if found_words and score_people(found_words["words"]) < 0.9:
        words = text.slice(found_words.start("words"), found_words.end("words"))
        known = parse_venue(words.plain)
        if known is not None and known.known and known.year is not None:
            set_tag(reading, known, words)
            return text.slice(found_words.end(), len(text.plain))
        if take_signature(words, reading):
            return text.slice(found_words.end(), len(text.plain))  # "(Turing, 1950) Computing …"
        reading.notes.append(words)
        return text.slice(found_words.end(), len(text.plain))
    return text
