"""Where the title is, by the strongest sign: a link, quotes, emphasis."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import Mark, Text
from syllabus_parse.interpret.citations.head import TURNED, TURNED_SCORE, find_head, is_head
from syllabus_parse.interpret.citations.names import ROLE, is_surnames
from syllabus_parse.interpret.citations.patterns import CHAPTER_OF, NAMED_WORK, OPENERS, PEOPLE_ENOUGH, SEPARATORS
from syllabus_parse.interpret.citations.values import title_links
from syllabus_parse.normalize.people import score_people
from syllabus_parse.regex import lazy_regex

SURELY_PEOPLE: Final = 0.7
"""From here on a list of names before a title in bold is one, whatever part of it looks like a head."""


def find_title(text: Text, *, lines: bool) -> tuple[int, int, str] | None:
    """Find the title by a link, quotes or emphasis: offsets and which of them; None for plain text."""
    plain = text.plain
    links = title_links(text)
    quoted = find_quoted(plain)
    if links and plain[links[0][1] : links[0][2]].rstrip().endswith(")"):
        head = find_head(plain)
        if head is not None and head.sure and not plain[: links[0][1]].strip("[( ") and links[0][2] <= head.end:
            return None  # the link covers the people and the year: "[Turing, A. M. (1950)](…). Computing …"
    if links and not quoted and is_shelf(plain, links[0][1], links[0][2]):
        return None
    if links and quoted and HELD_BY_LINK.match(plain, quoted[1]) and quoted[1] < links[0][1] <= quoted[1] + 8:
        return (*quoted, "quote")  # "Anna Au: »Beet.« ([Lexikon der Gärten](…), 2007, S. 3)": the link holds the piece
    if links:
        _, start, end = links[0]
        signed = find_signed(text, start, quoted)
        if signed is not None:
            return signed
        if is_alias(plain, start, end) and not (quoted and quoted[0] < start < quoted[1]):
            return (start, end, "alias")
        if quoted and quoted[0] <= start + 1 and end <= quoted[1] + 1:
            return (*quoted, "quote")
        if (
            quoted
            and quoted[0] == start + 1
            and re.fullmatch(r".\s{0,3}\([^()]{4,60}\)\s{0,3}", plain[quoted[1] : end])
        ):
            return (*quoted, "quote")  # the link covers the year too: ["A Note on Weaving" (1994)](…)
        return (start, extend_link(text, end), "link")
    if quoted and not plain[: quoted[0]].strip(OPENERS + " ") and re.match(r"[\"”“»]\s*:\s+\S", plain[quoted[1] :]):
        quoted = None  # "“One Size Fits All”: An Idea Whose Time Has Come and Gone"
    if quoted and is_within_title(plain, *quoted):
        quoted = None
    if quoted and CHAPTER_OF.fullmatch(plain.strip()):
        return None  # "Shotts, Chapter 6 - “Redirection”": the chapter's number is part of the title
    italic = find_marked(text, Mark.ITALIC)
    if italic and quoted and italic == (0, len(plain)):
        italic = None  # all is in italics: that tells nothing of its parts
    part = (
        italic
        and quoted
        and italic[1] <= quoted[0]
        and re.search(r"\b(?:ch(?:a?ps?)?|chapters?|sections?|part)\b", plain[italic[1] : quoted[0]])
    )
    part = part or (italic and quoted and italic[1] <= quoted[0] and PART_NAME.fullmatch(plain[slice(*quoted)]))
    if quoted and not part and not (italic and italic[0] <= quoted[0] and italic[1] >= quoted[1]):
        return (*quoted, "quote")
    bold = find_marked(text, Mark.BOLD)
    for span, style in ((italic, "italic"), (bold, "bold")):
        if span and len(plain[span[0] : span[1]].split()) >= 1 and not score_people(plain[span[0] : span[1]]) > 0.9:
            head = find_head(plain) if span[0] else None
            before = drop_role(plain[: span[0]]).strip(SEPARATORS + OPENERS)
            before = name_dated(before) or before
            turned = TURNED.fullmatch(before) is not None and score_people(before) >= TURNED_SCORE
            if (
                head is not None
                and head.sure
                and not turned
                and drop_role(plain[head.end : span[0]]).strip(SEPARATORS + OPENERS)
                and not (style == "bold" and score_people(before) > SURELY_PEOPLE)
            ):
                continue  # the title stands between the people and what is set in italics, a journal
            if (
                before
                and not turned
                and score_people(before) < PEOPLE_ENOUGH
                and name_dated(drop_role(plain[: span[0]])) is None
                and not is_surnames(before)
                and not is_head(plain[: span[0]])
                and not (style == "italic" and (_is_label(plain, *span) or _is_signed(plain, *span)))
            ):
                continue  # emphasis inside a sentence
            if style == "italic" and not before and not links and CHAPTER_BEHIND.fullmatch(plain, span[1]):
                return (span[0], len(plain.rstrip(" .;,")), style)  # "_Maps of the North_ Ch. 6 (Rivers)"
            closed = (
                CLOSING.match(plain, span[1])
                if plain[slice(*span)].count("(") > plain[slice(*span)].count(")")
                else None
            )
            if closed is not None:
                return (span[0], closed.end(), style)  # "*Maps (of the North*)"
            if style == "bold" and not before:
                return (span[0], _find_named_end(plain, *span), style)
            return (*span, style)
    return None


def drop_role(words: str) -> str:
    """Take "(ed.)," off the end of what stands before a title.

    >>> drop_role("Moos, A. (ed.), "), drop_role("Moos")
    ('Moos, A.', 'Moos')
    """
    return ROLE.sub("", words.rstrip(" \t\n\u2028,;:*_" + OPENERS)) if "." in words or ")" in words else words


# e.g. the year behind "Moos" in "Moos 1991 *Looms*"
DATED_NAME: Final = lazy_regex(r"\s*(?P<name>[^\d\n]{3,60}?)[\s,]{1,2}\(?(?P<year>(?:1[5-9]|20)\d\d)[a-z]?\)?[\s,.:]*")
DATED_SCORE: Final = 0.35


def name_dated(before: str) -> str | None:
    """Return the people before a year right before a title, "Moos & Hill (eds.) 1991"; None for other words.

    >>> name_dated("Moos & Hill (eds.) 1991 "), name_dated("Since 1991"), name_dated("Moos")
    ('Moos & Hill', None, None)
    """
    found = DATED_NAME.fullmatch(before)
    if found is None:
        return None
    name = ROLE.sub("", found["name"]).strip(" ,;*_")
    lone = " " not in name and name[:1].isupper()
    return name if score_people(name) >= (DATED_SCORE if lone else PEOPLE_ENOUGH) or is_surnames(name) else None


CLOSING: Final = lazy_regex(r"\s?\)")
LABEL_BEFORE: Final = lazy_regex(r"\W*[^\W\d_][\w’'-]{2,14}(?: [\w’'-]{2,14}){0,2}\s?:\s*")  # e.g. "Main text: "


def _is_label(plain: str, start: int, end: int) -> bool:
    """Tell a label before a name that is all in italics: "Novel: *The Long Loom*, Ada Hill"."""
    return LABEL_BEFORE.fullmatch(plain[:start]) is not None and plain[end : end + 1] in ("", ",", "(", ".", ";")


# A name in full before a comma, whatever the name, e.g. "Lon Gray, " · "W. E. B. Hill, "
FULL_NAME_BEFORE: Final = lazy_regex(
    r"\W{0,3}(?:[A-ZÀ-Þ][\w’'-]{1,20}|[A-Z]\.)(?:\s(?:[A-ZÀ-Þ][\w’'-]{1,20}|[A-Z]\.|de|von|van|du|del|da)){1,3},\s",
)
YEAR_BEHIND: Final = lazy_regex(r"\s?\((?:1[4-9]|20)\d\d\)\W{0,2}(?:$|\s)")


def _is_signed(plain: str, start: int, end: int) -> bool:
    """Tell a full name before a title in italics that its year follows: "Lon Gray, *Maps* (1969)"."""
    return FULL_NAME_BEFORE.fullmatch(plain, 0, start) is not None and YEAR_BEHIND.match(plain, end) is not None


# What a part of a book is called, in quotes behind it, e.g. "Introduction"
PART_NAME: Final = lazy_regex(
    r"\W*(?:introduction|preface|foreword|prologue|epilogue|conclusions?|afterword|introducción|einleitung|vorwort)\W*",
    re.IGNORECASE,
)
# Words of a title up to a name in quotes, e.g. "Attack of the “Blob”" · "Weaving with Looms and “Large Wefts” (LWs)"
OPEN_TITLE: Final = lazy_regex(
    r"(?P<words>[A-Z][^\n\u2028.:;,\"“”]{2,120}?\s(?:and|or|of|on|the|a|an|with|using|for|to|from|in|vs\.?|is|are|as))\s[\"“«]"
)
# Words before a quoted work that are none of its title, e.g. "Introduction to “Looms”" · "Excerpts from “Looms”"
PART_BEFORE: Final = lazy_regex(
    r"(?:introduction|preface|foreword|excerpts?|selections?|part|pages?|review|summary|epilogue|conclusions?|essays?"
    r"|discussion|read|watch|skim|see|listen|play|from|in|on|ch|chap|chapters?|sections?|the|an?|appendix|first|last"
    r"|intro|story|poem|article|entry|talk|lecture|video|film|book|paper|preparation)\b",
    re.IGNORECASE,
)
TITLE_SHARE: Final = 0.7


LONG_WORD: Final = lazy_regex(r"[^\W\d_][\w-]{3,}")


def count_capitals(words: str) -> tuple[int, int]:
    """Count the words of more than three letters, and those of them that begin with a capital, as in a title.

    >>> count_capitals("Global Vectors for Word Representation"), count_capitals("the rest of the day")
    ((4, 4), (1, 0))
    """
    long = LONG_WORD.findall(words)
    return len(long), sum(word[0].isupper() for word in long)


def is_within_title(plain: str, start: int, end: int) -> bool:
    """Tell a name in quotes that a title runs on to ("Attack of the “Blob”: A Study") from a title in quotes.

    >>> is_within_title("Attack of the “Blob”: A Study", 15, 19), is_within_title("Excerpts from the “Blob”", 19, 23)
    (True, False)
    """
    found = OPEN_TITLE.fullmatch(plain[:start])
    if (
        found is None
        or PART_BEFORE.match(plain)
        or not re.match(r"[\"”»]\s?[:(]|[\"”»]\s[A-Za-z]|[\"”»]\s[-–—]\s[A-Z]", plain[end:])
    ):
        return False
    words, capital = count_capitals(found["words"])
    return words > 0 and capital >= TITLE_SHARE * words


# What a name in bold stands before, up to a bar, a bracket or the end of a sentence,
# e.g. ": Towards Real-Time Weaving with Looms" · " You Only Weave Once: Unified Looms"
NAMED_REST: Final = lazy_regex(
    r"(?:(?<=[:：])|\s?[:：])\s+(?P<rest>[A-Z][^|\n\u2028\[(]{14,200}?)(?=\s*(?:[|\[(\n\u2028]|[.,]\s|[.]?$))"
)


def _find_named_end(plain: str, start: int, end: int) -> int:
    """Carry a title in bold that names a thing ("**Loom-CNN**: Towards Real-Time Weaving") to the end of its words."""
    found = NAMED_REST.match(plain, end) if len(plain[start:end].split()) <= NAME_WORDS else None
    if found is None:
        return end
    words, capital = count_capitals(found["rest"])
    return found.end("rest") if words >= 3 and capital * 10 >= words * 7 else end


NAME_WORDS: Final = 3


LONGEST_SHELF: Final = 3


def is_shelf(plain: str, start: int, end: int) -> bool:
    """Tell a link behind a reference in full that leads to its publisher: "Gray, A. (2011) Looms. [Mill](…)".

    >>> text = "Gray, A. (2011) Looms of the North. Mill Press"
    >>> is_shelf(text, 36, 46), is_shelf(text, 16, 34)
    (True, False)
    """
    if plain[end:].strip(" .,;)]") or len(plain[start:end].split()) > LONGEST_SHELF:
        return False
    head = find_head(plain)
    if head is None or not head.sure or head.year is None or head.end >= start:
        return False
    between = plain[head.end : start].strip()
    return between.endswith((".", ",", "(", "[")) and len(between.split()) > 1


def find_signed(text: Text, link: int, quoted: tuple[int, int] | None) -> tuple[int, int, str] | None:
    """Find a title in quotes or italics behind people and before the link: "Ada Gray, *Maps.* [At the library](…)"."""
    if link < 8:
        return None
    italic = find_marked(text, Mark.ITALIC)
    for span, style in ((quoted, "quote"), (italic, "italic")):
        if span is None or span[1] > link or span[0] < 4:
            continue
        before = text.plain[: span[0]].strip(SEPARATORS + OPENERS + "*_")
        if score_people(before) > PEOPLE_ENOUGH or is_head(text.plain[: span[0]]):
            return (*span, style)
    return None


CHAPTER_BEHIND: Final = lazy_regex(
    r"(?:\s\(\d\w{1,3}(?:\sed\.?)?\))?,?\s{1,2}(?:ch(?:ap)?s?\.|chapters?)\s?\d{1,2}(?:[\d\s,.&–-]|and|ch\.){0,30}"
    r"(?:\([^()]{3,80}\)?)?[.;,]?\s{0,3}",
    re.IGNORECASE,
)
# From the end of a quoted title into a bracket, where a link begins.
HELD_BY_LINK: Final = lazy_regex(r"[\"”“»«]?[.,]?[\"”“»«]?\s{0,2}\((?:in:?\s|In:?\s)?")


PLACES: Final = lazy_regex(r"\([^()]{2,60}\)")


def is_alias(plain: str, start: int, end: int) -> bool:
    """Tell whether a link is a handle before the title: "[RDAG](…). Improving the Expressiveness of …"."""
    words = plain[start:end].strip()
    rest = plain[end:]
    if plain[:start].strip(SEPARATORS + "[("):
        return False
    if NAMED_WORK.fullmatch(words) or re.fullmatch(r"[A-Z][\w'’-]{1,30} et al\.?", words):
        return bool(re.match(r"\]?\s*(?:[.:,–—-]\s+|\s)(?=[A-Z\"“])", rest)) and len(rest.split()) >= 3
    if len(words.split()) > 2 or len(words) > 30 or score_people(PLACES.sub("", rest)) > PEOPLE_ENOUGH:
        return False
    return bool(re.match(r"\]?\s*[.:]\s+\S", rest)) and len(rest.split()) >= 3


def extend_link(text: Text, end: int) -> int:
    """Carry a title beyond its link where the link ends inside a word: "[Historical Game](…)s"."""
    tail = re.match(r"[A-Za-z0-9]{1,12}\b", text.plain[end : end + 16])
    if tail and not any(start < end + tail.end() and stop > end for _, start, stop in text.links()):
        return end + tail.end()
    return end


# What opens a quotation; "»" only where «this» is not how the language sets it
QUOTE: Final = lazy_regex(r"[\"“„«《]|»(?=\S[^»«]{0,200}«)")


def find_quoted(plain: str) -> tuple[int, int] | None:
    """Find a quoted title: the stretch inside the outermost pair of double quotes, quotes left out."""
    opening = QUOTE.search(plain)
    if not opening:
        return None
    closers = {'"': '"', "“": '”"“', "„": '“”"', "«": "»", "»": "«", "《": "》"}[opening[0]]
    start = opening.end()
    ends = [match.start() for match in re.finditer(f"[{re.escape(closers)}]", plain[start:])]
    # A quote that never opened ("‘Men should … chance-based board games", in …) closes what stood before it.
    if not ends:
        before = plain[: opening.start()]
        comma = before.find(", ")
        if (
            opening[0] in '"”'
            and comma > 0
            and re.match(r"[\s,.]*in\s", plain[opening.end() :])
            and score_people(before[:comma]) > PEOPLE_ENOUGH
        ):
            return comma + 2, opening.start()
        return None
    end = start + ends[0]
    for nearer in ends:  # a quote inside a word's own marks: take the one before a separator
        if re.match(r".[\s,.;:)\]!?<\u2028]|.$", plain[start + nearer :], re.DOTALL):
            end = start + nearer
            break
    if (
        len(plain[start:end].split()) < 2
        and len(plain) > 40
        and not plain[: opening.start()].rstrip().endswith((",", ".", ")", ":"))
        and plain[: opening.start()].strip()
    ):
        return None
    return (start, end) if plain[start:end].strip() else None


def find_marked(text: Text, mark: int) -> tuple[int, int] | None:
    """Find the first long stretch set in italics or bold."""
    if not text.is_marked():
        return None
    start: int | None = None
    at = end = 0
    for run in text.runs:
        size = len(run.text)
        if run.marks & mark:
            start = at if start is None else start
            end = at + size
        elif start is not None and run.text.strip():
            break
        at += size
    if start is None or len(text.plain[start:end].strip()) < 4 or not re.search(r"[^\W\d_]", text.plain[start:end]):
        return None
    return start, end
