"""One reading's text to title, authors, venue, year, tags and notes.

The title is found by its strongest sign: a link over it, quotes or emphasis around it, a line of its own, a full stop
behind it, or the list of people that follows it. What stands before and behind is then read for people, venue and year;
nothing is dropped: what is none of these becomes a note.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from syllabus_parse.document import BREAK, EMPTY, Anchor, Mark, Text
from syllabus_parse.interpret.people_lines import add_authors
from syllabus_parse.interpret.records import RawLink, RawReading, RawVenue
from syllabus_parse.interpret.words import MARKED, READING_KINDS, fold_label, link_label
from syllabus_parse.model import LinkKind, ReadingKind, Requirement
from syllabus_parse.normalize.people import find_author_start, score_people
from syllabus_parse.normalize.titles import is_placeholder
from syllabus_parse.normalize.venues import VenueMatch, find_venue, parse_venue

SEPARATORS: Final = " \t\n\r\u2028\u00a0,.;:|·•–—-/"
OPENERS: Final = "\"'“”„‘’«»《》"
PEOPLE_ENOUGH: Final = 0.5

LEADING: Final = re.compile(r"[\s\u2028]*(?::\s+)?(?:[•●▪◦‣∙*+–—>-]+\s+|\(?\d{1,3}[.)]\s+|\[\d{1,3}\]\s*)?[\s\U0001F300-\U0001FAFF\u2190-\u21ff\u2600-\u27bf\ufe0f]*")
BRACKET_TAG: Final = re.compile(r"\s*\[(?P<tag>[^\[\]\n]{1,40})\]\s*")  # e.g. "[VLDB'19]", "[Talk]"
BRACKET_LABEL: Final = re.compile(r"\s*\[+\s*(?P<label>[^\[\]\n\u2028]{1,30}?)\s*\]+")  # "[pdf]" whose target was lost
ROUND_LABEL: Final = re.compile(r"\s*\(\s*(?P<label>[^()\n\u2028]{1,30}?)\s*\)\s*$")
HANDLE: Final = re.compile(r"\s*\((?P<handle>[^()\s]{2,24})\)\s+(?=\S)")  # "(vLLM) Efficient Memory …"
DESCRIPTION: Final = re.compile(r"\s*\((?P<words>[^()]{2,80})\)\s+(?=[A-Z0-9\"“])")  # "(Tensor-slicing parallelism) Megatron-LM: …"
TRAILING_YEAR: Final = re.compile(r"[\s,.;(\[–-]+(?P<year>(?:1[89]|20)\d\d)[a-z]?\s*[\])]?\s*[.,;]*\s*$")  # ", 2018" "(1994)." ". 2017"
TRAILING_BRACKET: Final = re.compile(r"\s*[(\[](?P<inside>[^()\[\]\n]{2,90})[)\]]\s*[.,;]*\s*$")
CHAPTER_OF: Final = re.compile(
    r"(?P<people>[A-Z][\w'’-]+(?:(?:, | and | & )[A-Z][\w'’-]+){0,2}),\s+(?P<title>(?:chapters?|sections?|videos?|lectures?|lecture notes|appendix|kapitel|cap[íi]tulo)\b.*)", re.IGNORECASE | re.DOTALL
)  # e.g. "Shotts, Chapter 6 - Redirection"
YEAR: Final = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
TEXT_RANGE: Final = re.compile(
    r"""\(?\s*(?:[A-Z][A-Za-z&.]{1,14}(?:\s[A-Z][A-Za-z&.]{1,14})?,?\s)?                       # GBC 4.2, Prince Ch. 2
        (?:(?:ch(?:apters?|aps?|ps?|s)?|sec(?:tions?|s)?|§§?|pp?|pages?|kap(?:itel)?|cap(?:ítulos?)?|lec(?:tures?)?)\.?\s?)?
        \d{1,3}(?:\s?[.:–-]\s?(?:\d{1,3}|all))*(?:\s?,\s?\d{1,3}(?:[.:–-]\d{1,3})*)*   # 1:1-3,5  4.2  3-5  10:all
        (?:\s\([^()]{1,60}\))?\s*\)?""",
    re.VERBOSE | re.IGNORECASE,
)
RANGE_PROOF: Final = re.compile(r"\d\s?[.:–-]\s?(?:\d|all)|^\(?\s*(?:ch|sec|§|pp?\.|pages?|kap|cap)|^\(?[A-Z][A-Za-z&.]{1,14}(?:\s[A-Z][A-Za-z&.]{1,14})?,?\s(?:ch|sec|§|pp?\.|kap|cap)[a-z]{0,6}\.?\s?\d|^\(?[A-Z]{2,8} \d", re.IGNORECASE)
INSTRUCTION: Final = re.compile(
    r"(?:no (?:required )?readings?|none|suggestions? for|read the syllabus|readings? set by|to be (?:announced|determined)|see (?:above|below|canvas|piazza|polly)|"
    r"no papers?\b|catch up|work on|bring |submit |install |complete the|get started|start (?:working|thinking)|continue |"
    r"review (?:the|your|session|for)|prepare (?:for|your)|sign up|please |keine lektüre|sin lectura|sem leitura|go to\b|select |click |enter |register |log ?in\b|download |create (?:an|a|your) )",
    re.IGNORECASE,
)
EMOJI_EDGE: Final = re.compile(r"[\s\U0001F300-\U0001FAFF\u2600-\u27bf\ufe0f]+$")
TAG_WORDS: Final = re.compile(
    r"(?:best (?:student )?papers?(?: award| runner-?up)?|talk|spotlight|oral|poster|award|test of time(?: award)?|distinguished paper|outstanding paper|honou?rable mention|"
    r"survey|skim|web only|pdf only|video|demo|short paper|position paper|to appear|read|blog|new|classic|theory|must read|invited|tutorial|keynote|workshop|industry|perspective|vision)",
    re.IGNORECASE,
)
REMARK: Final = re.compile(
    r"(?:(?:chaps?|chps?|ch|chapters?|sections?|secs?|pp?|pages?|vol(?:ume)?|no|number|issue|part|kap|kapitel|cap|capítulos?|s|seiten?)\b\.?\s{0,2}[\divxIVX]"
    r"|(?:look at|skip|skim|read|only|up to|until|esp|especially|focus on|see|appendix|up through|through|just|intro|introduction|first|last|all|pages|abstract)\b)",
    re.IGNORECASE,
)  # e.g. "chps. 1-3", "look at chapters 2 and 4"
MONTH_YEAR: Final = re.compile(r"(?:\d{1,2}\s)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|fall|autumn|winter)\w*\.?[\s/,-]{1,2}(?:\d{1,2},?\s)?(?:19|20)\d\d", re.IGNORECASE)  # "(May 1994)"
NAMED_WORK: Final = re.compile(r"(?P<people>[A-Z][\w'’-]+(?:(?:, | and | & |, and )[A-Z][\w'’-]+){0,3}(?: et al\.?)?),? \(?(?P<year>(?:19|20)\d\d)\)?")  # "Herlihy and Wing 1990"
PROCEEDINGS: Final = re.compile(r"\s*(?:in:?\s+)?(?:proceedings|proc\.|\w+ transactions|transactions|journal|communications of|conference|symposium|workshop|unpublished)\b", re.IGNORECASE)
REPORT: Final = re.compile(r"\b(?:technical report|tech\.? rep(?:ort)?\b|research report|unpublished|manuscript|thesis|dissertation|white ?paper|memo\b)", re.IGNORECASE)
BY: Final = re.compile(r"[\s,\u2028(–—-]*\b(?:by|von|por|par)\s+", re.IGNORECASE)
IN_BOOK: Final = re.compile(r"[\s,.;]*\bin:?\s+", re.IGNORECASE)
EDITORS: Final = re.compile(r"\b(?:eds?|editors?|edited by|hrsg|herausgegeben von)\b\.?", re.IGNORECASE)
PREFIX_LABEL: Final = re.compile(r"[\s\u2028]*(?P<label>[^:：\n\u2028\"“]{1,60})[:：]\s*$")  # "Containers (Docker): " before a link


def read_citation(text: Text, *, requirement: Requirement | None = None, lines: bool = False) -> RawReading | None:
    """Read one work; None where the text names none (a placeholder, an instruction).

    `lines` says that the line ends of the source count (title, authors and venue on lines of their own).
    """
    if any(run.marks & Mark.STRIKE for run in text.runs):
        text = text.without(Mark.STRIKE)
    reading = RawReading(EMPTY, requirement=requirement)
    text = _take_marks(_take_leading(text), reading)
    if is_placeholder(text.plain) and not text.links():
        return None
    text = _take_label_links(text, reading)
    text = _take_tags(text, reading)
    if is_placeholder(text.plain) and not reading.links:
        return None
    found = _find_title(text, lines=lines)
    if found is None:
        _read_plain(text, reading, lines=lines)
    else:
        start, end, style = found
        _read_around(text, start, end, style, reading)
    _finish(reading)
    return reading if reading.title else None


def is_instruction(text: str) -> bool:
    """Tell whether the words tell students what to do rather than name a work.

    >>> is_instruction("Readings set by student presenters"), is_instruction("Paxos made simple")
    (True, False)
    """
    return bool(INSTRUCTION.match(text.strip()))


def is_text_range(text: str) -> bool:
    """Tell whether the words are a stretch of a textbook ("1.1-3", "GBC 4.2", "9:1,3").

    >>> is_text_range("1:1-3,5"), is_text_range("10:all"), is_text_range("2020"), is_text_range("5")
    (True, True, False, False)
    """
    stripped = text.strip().rstrip(".,;")
    return bool(TEXT_RANGE.fullmatch(stripped)) and bool(RANGE_PROOF.search(stripped))


def title_links(text: Text) -> list[tuple[Anchor, int, int]]:
    """List the links that cover the name of a work: no labels, no bare addresses, nothing empty.

    A list of linked people has none, and linked people behind a linked title are none.
    """
    out: list[tuple[Anchor, int, int]] = []
    for anchor, start, end in text.links():
        words = text.plain[start:end].strip()
        if not words or link_label(words) or words.startswith(("http://", "https://", "www.")):
            continue
        out.append((anchor, start, end))
    if len(out) > 1:
        names = [score_people(text.plain[start:end]) > PEOPLE_ENOUGH for _, start, end in out]
        if sum(names) * 10 >= len(names) * 8 and names[0]:
            return []
        if sum(names[1:]) * 10 >= (len(names) - 1) * 8 and not names[0]:
            return out[:1]
    return out


def _take_leading(text: Text) -> Text:
    found = LEADING.match(text.plain)
    return text.slice(found.end(), len(text.plain)).strip() if found and found.end() else text.strip()


def _take_marks(text: Text, reading: RawReading) -> Text:
    """Take "(optional)" and "Required:" off both ends; the words inside a link's text stay with the link."""
    for _ in range(2):
        plain = text.plain
        for found in MARKED.finditer(plain):
            bracketed = bool(found["open"] and found["close"])
            before, after = plain[: found.start()].strip(), plain[found.end() :].strip()
            labelled = not before and after[:1] in (":", "：", "-", "–")
            if not (bracketed or labelled):
                continue
            word = found["word"].casefold()
            if reading.requirement is None or bracketed or labelled:
                required = word.startswith(("required", "mandatory", "obligat", "obrigat", "verpfl", "必读"))
                reading.requirement = "required" if required else "optional"
                reading.requirement_text = text.slice(found.start("word"), found.end("word"))
            if not before:
                text = text.slice(found.end(), len(plain))
                text = text.slice(len(text.plain) - len(text.plain.lstrip(" :：-–\u2028\n")), len(text.plain))
            elif bracketed:
                text = text.slice(0, found.start()).join(text.slice(found.end(), len(plain)))
            break
        else:
            break
    return text.strip()


def _take_label_links(text: Text, reading: RawReading) -> Text:
    """Take the links whose words are a label ("[pdf]", "[[slides]](…)"), with the brackets around them."""
    plain = text.plain
    cuts: list[tuple[int, int]] = []
    for anchor, start, end in text.links():
        words = plain[start:end].strip()
        kind = link_label(words) if words else "page"
        bare = words.startswith(("http://", "https://", "www."))
        if kind is None and not bare:
            continue
        if start < 2 and re.match(r"\]?\s*\.\s+\S.{15}", plain[end:], re.DOTALL):
            continue  # a handle in front of its title: "[PS](…). Scaling Distributed …"
        if bare and end - start >= len(plain.strip()) - 2:
            continue  # nothing but an address: it is its own title
        reading.links.append(RawLink(anchor, text.slice(start, end).strip() if words else None, kind=kind if not bare else None))
        while start > 0 and end < len(plain) and plain[start - 1] in "[( " and plain[end : end + 1] in ("]", ")", " ", ""):
            if plain[start - 1] in "[(" and plain[end : end + 1] not in ("]", ")"):
                break
            if plain[start - 1] == " " and plain[end : end + 1] != " ":
                start -= 1
                continue
            start, end = start - 1, end + 1
        cuts.append((start, end))
    for found in BRACKET_LABEL.finditer(plain):
        inside = any(a <= found.start("label") < b for a, b in cuts)
        # A label in front of the title is a mark of the work ("[Talk] …"), one behind it a link that was lost.
        if not inside and plain[: found.start()].strip("[]() \t\n") and (kind := link_label(found["label"])) is not None:
            label = text.slice(found.start("label"), found.end("label"))
            if label.runs and label.runs[0].anchor is None:
                reading.links.append(RawLink(None, label, kind=kind))
                cuts.append(found.span())
    found_round = ROUND_LABEL.search(plain)
    if found_round and found_round.start() > 0 and not cuts and fold_label(found_round["label"]) in ("pdf", "link", "slides", "video", "html"):
        label = text.slice(found_round.start("label"), found_round.end("label"))
        if label.runs and label.runs[0].anchor is None:
            reading.links.append(RawLink(None, label, kind=link_label(label.plain)))
            cuts.append(found_round.span())
    return _without(text, cuts).strip() if cuts else text


def _without(text: Text, cuts: list[tuple[int, int]]) -> Text:
    out, at = EMPTY, 0
    for start, end in sorted(cuts):
        if start > at:
            out = out.join(text.slice(at, start))
        at = max(at, end)
    return out.join(text.slice(at, len(text.plain))) if at < len(text.plain) else out


def _take_tags(text: Text, reading: RawReading) -> Text:
    """Take "[VLDB'19]", "[Talk]", "(vLLM)" and "(Sequence parallelism)" off the front."""
    while found := BRACKET_TAG.match(text.plain):
        rest = text.slice(found.end(), len(text.plain))
        tag = text.slice(found.start("tag"), found.end("tag"))
        if not rest or (tag.runs and tag.runs[0].anchor is not None):
            break
        venue = parse_venue(tag.plain)
        if venue is not None and (venue.known or venue.year is not None):
            set_venue(reading, venue, tag)
        else:
            reading.tags.append(tag.strip())
        text = rest.strip()
    found_handle = HANDLE.match(text.plain)
    if found_handle and not YEAR.fullmatch(found_handle["handle"]):
        handle = text.slice(found_handle.start("handle"), found_handle.end("handle"))
        if TAG_WORDS.fullmatch(handle.plain):
            reading.tags.append(handle)
        else:
            reading.short_name = handle
        return text.slice(found_handle.end(), len(text.plain))
    found_words = DESCRIPTION.match(text.plain)
    if found_words and score_people(found_words["words"]) < 0.9:
        words = text.slice(found_words.start("words"), found_words.end("words"))
        reading.notes.append(words)
        return text.slice(found_words.end(), len(text.plain))
    return text


def _find_title(text: Text, *, lines: bool) -> tuple[int, int, str] | None:
    """Find the title by a link, quotes or emphasis: offsets and which of them; None for plain text."""
    plain = text.plain
    links = title_links(text)
    quoted = _find_quoted(plain)
    if links:
        _, start, end = links[0]
        if _is_alias(plain, start, end) and not (quoted and quoted[0] < start < quoted[1]):
            return (start, end, "alias")
        if quoted and quoted[0] <= start + 1 and end <= quoted[1] + 1:
            return (*quoted, "quote")
        return (start, _extend_link(text, end), "link")
    if quoted and CHAPTER_OF.fullmatch(plain.strip()):
        return None  # "Shotts, Chapter 6 - “Redirection”": the chapter's number is part of the title
    italic = _find_marked(text, Mark.ITALIC)
    part = italic and quoted and italic[1] <= quoted[0] and re.search(r"\b(?:ch(?:a?ps?)?|chapters?|sections?|part)\b", plain[italic[1] : quoted[0]])
    if quoted and not part and not (italic and italic[0] <= quoted[0] and italic[1] >= quoted[1]):
        return (*quoted, "quote")
    bold = _find_marked(text, Mark.BOLD)
    for span, style in ((italic, "italic"), (bold, "bold")):
        if span and len(plain[span[0] : span[1]].split()) >= 1 and not score_people(plain[span[0] : span[1]]) > 0.9:
            if plain[: span[0]].strip(SEPARATORS + OPENERS) and score_people(plain[: span[0]].strip(SEPARATORS + OPENERS)) < PEOPLE_ENOUGH:
                continue  # emphasis inside a sentence
            return (*span, style)
    return None


def _is_alias(plain: str, start: int, end: int) -> bool:
    """Tell whether a link is a handle before the title: "[RDAG](…). Improving the Expressiveness of …"."""
    words = plain[start:end].strip()
    if plain[:start].strip(SEPARATORS + "[(") or len(words.split()) > 2 or len(words) > 30:
        return False
    rest = plain[end:]
    return bool(re.match(r"\]?\s*[.:]\s+\S", rest)) and len(rest.split()) >= 3


def _extend_link(text: Text, end: int) -> int:
    """Carry a title beyond its link where the link ends inside a word: "[Historical Game](…)s"."""
    tail = re.match(r"[A-Za-z0-9]{1,12}\b", text.plain[end : end + 16])
    if tail and not any(start < end + tail.end() and stop > end for _, start, stop in text.links()):
        return end + tail.end()
    return end


def _find_quoted(plain: str) -> tuple[int, int] | None:
    """Find a quoted title: the stretch inside the outermost pair of double quotes, quotes left out."""
    opening = re.search(r"[\"“„«《]", plain)
    if not opening:
        return None
    closers = {'"': '"', "“": "”\"“", "„": "“”\"", "«": "»", "《": "》"}[opening[0]]
    start = opening.end()
    ends = [match.start() for match in re.finditer(f"[{re.escape(closers)}]", plain[start:])]
    # A quote that never opened ("‘Men should … chance-based board games", in …) closes what stood before it.
    if not ends:
        before = plain[: opening.start()]
        comma = before.find(", ")
        if opening[0] in '"”' and comma > 0 and re.match(r"[\s,.]*in\s", plain[opening.end() :]) and score_people(before[:comma]) > PEOPLE_ENOUGH:
            return comma + 2, opening.start()
        return None
    end = start + ends[0]
    for nearer in ends:  # a quote inside a word's own marks: take the one before a separator
        if re.match(r".[\s,.;:)\]!?<\u2028]|.$", plain[start + nearer :], re.DOTALL):
            end = start + nearer
            break
    if len(plain[start:end].split()) < 2 and len(plain) > 40 and not plain[: opening.start()].rstrip().endswith((",", ".", ")")) and plain[: opening.start()].strip():
        return None
    return (start, end) if plain[start:end].strip() else None


def _find_marked(text: Text, mark: Mark) -> tuple[int, int] | None:
    """Find the first long stretch set in italics or bold."""
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
    if start is None or len(text.plain[start:end].strip()) < 4:
        return None
    return start, end


def _read_around(text: Text, start: int, end: int, style: str, reading: RawReading) -> None:
    """Read an entry whose title is marked: people before or behind, then venue, year, remarks."""
    plain = text.plain
    title, before, after = text.slice(start, end), text.slice(0, start), text.slice(end, len(plain))
    for anchor, a, b in text.links():
        if (a < end and b > start) or style == "quote":
            reading.links.insert(0, RawLink(anchor, text.slice(a, b).strip()))
        elif a >= end and score_people(plain[a:b]) < PEOPLE_ENOUGH:
            reading.links.append(RawLink(anchor, text.slice(a, b).strip()))
    if style == "alias":
        reading.short_name = title.strip()
        _read_plain(after.slice(len(after.plain) - len(after.plain.lstrip(" ].:")), len(after.plain)), reading, lines=False)
        if not reading.title:
            reading.title, reading.short_name = title, None
        return
    if style == "link":
        title = _read_linked_title(title, reading)
    title = _take_marks(title, reading) if MARKED.search(title.plain) else title
    reading.title = title
    humanities = _read_before(before, reading)
    if style == "italic":
        reading.kind = reading.kind or ("book" if humanities else None)
    _read_after(after, reading, quoted=style == "quote")
    if style == "quote" and reading.venue is not None and reading.venue.kind == "book":
        reading.kind = "chapter"
    elif style == "quote" and humanities and reading.kind is None and reading.venue is None:
        reading.kind = "article"


def _read_linked_title(title: Text, reading: RawReading) -> Text:
    """Read inside the link: people, venue and year that the link covers together with the title."""
    plain = title.plain
    venue = find_venue(plain)
    if venue is not None and venue.start > 8:
        set_venue(reading, venue, title)
        return title.slice(0, venue.start).strip(SEPARATORS + "([")
    found = re.match(r"(?P<people>.{2,60}?\bet al\.?),?\s*(?P<year>\(?(?:19|20)\d\d\)?)?[,:]\s+(?P<rest>(?!\(?(?:19|20)\d\d\)?\s*$)\S.{2,})", plain)
    if found:  # "Girshick et al., R-CNN"
        add_people(reading, title.slice(*found.span("people")))
        if found["year"]:
            set_year(reading, title.slice(*found.span("year")))
        return title.slice(*found.span("rest"))
    return title


def _read_before(before: Text, reading: RawReading) -> bool:
    """Read what stands before a marked title; True where it is people ("A. Spanos, “Pregame”")."""
    words = before.strip(SEPARATORS + OPENERS + "[(")
    if not words:
        return False
    label = PREFIX_LABEL.match(before.plain.rstrip(OPENERS + " [(") + ("" if not before.plain.rstrip(OPENERS + " [(").endswith(":") else ""))
    if label and score_people(label["label"]) < 0.8:
        reading.notes.append(before.slice(label.start("label"), label.end("label")).strip())
        return False
    year = TRAILING_YEAR.search(words.plain)
    if year and score_people(words.plain[: year.start()]) > PEOPLE_ENOUGH:
        set_year(reading, words.slice(year.start("year"), year.end("year")))
        words = words.slice(0, year.start())
    if score_people(words.plain) > PEOPLE_ENOUGH:
        add_people(reading, words)
        return True
    handle = words.plain.strip("()[] ")
    if TAG_WORDS.fullmatch(handle):
        reading.tags.append(words.strip("()[] "))
        return False
    if re.fullmatch(r"(?:read|watch|skim|prepare|see|read the|the|from|paper|reading|the book|the survey paper|the paper|required reading|the article|study)", handle, re.IGNORECASE):
        if "book" in handle.casefold():
            reading.kind = "book"
        return False
    reading.notes.append(words)
    return False


def _read_after(after: Text, reading: RawReading, *, quoted: bool = False) -> None:
    """Read what stands behind a marked title: "(A, B and C)", ", A, B. OSDI 2016", ", in _Book_", remarks."""
    rest = after.strip(SEPARATORS + OPENERS + "]")
    if not rest:
        return
    lines = [line for line in rest.split(BREAKS) if line.strip(SEPARATORS + OPENERS)]
    if len(lines) > 1:
        for line in lines:
            _read_line(line.strip(SEPARATORS.replace(".", "") + OPENERS), reading)
        return
    in_book = IN_BOOK.match(after.plain.lstrip(OPENERS + " ,.;")) if quoted else None
    if in_book:
        offset = len(after.plain) - len(after.plain.lstrip(OPENERS + " ,.;"))
        _read_container(after.slice(offset + in_book.end(), len(after.plain)), reading)
        return
    pieces = _split_brackets(rest)
    for piece, bracketed in pieces:
        words = piece.strip(SEPARATORS + OPENERS)
        if not words:
            continue
        if bracketed:
            _read_bracket(words, reading)
        else:
            _read_tail(words, reading)


def _read_line(line: Text, reading: RawReading) -> None:
    """Read one of the lines below a title: people, then where and when the work appeared."""
    plain = line.plain
    if not reading.authors and not PROCEEDINGS.match(plain) and score_people(plain) > PEOPLE_ENOUGH:
        add_people(reading, line)
        return
    venue = parse_venue(plain) if reading.venue is None and len(plain) < 300 and not REPORT.search(plain) else None
    if venue is not None and (venue.known or venue.year is not None or PROCEEDINGS.match(plain)):
        set_venue(reading, venue, line)
        return
    year = YEAR.search(plain)
    if year and reading.year is None:
        set_year(reading, line.slice(*year.span()))
    if not reading.authors and not year and score_people(plain) > 0.3 and not REPORT.search(plain):
        add_people(reading, line)
    else:
        reading.notes.append(line.strip(" ,;"))


def _split_brackets(text: Text) -> list[tuple[Text, bool]]:
    """Cut into what stands in outermost round brackets and what stands between; a list of people keeps its brackets."""
    plain = text.plain
    if plain.count("(") > 1 and score_people(plain) > PEOPLE_ENOUGH:
        return [(text, False)]
    out: list[tuple[Text, bool]] = []
    depth = at = 0
    for index, character in enumerate(plain):
        if character == "(":
            if depth == 0:
                out.append((text.slice(at, index), False))
                at = index + 1
            depth += 1
        elif character == ")" and depth:
            depth -= 1
            if depth == 0:
                out.append((text.slice(at, index), True))
                at = index + 1
    out.append((text.slice(at, len(plain)), depth > 0))
    return [(piece, bracketed) for piece, bracketed in out if piece.plain.strip()]


def _read_bracket(words: Text, reading: RawReading) -> None:
    """Read what stands in round brackets behind a title: people, a venue, a year, a tag, a remark."""
    plain = words.plain
    if YEAR.fullmatch(plain.strip()):
        set_year(reading, words)
        return
    if TAG_WORDS.fullmatch(plain.strip()):
        reading.tags.append(words)
        return
    if MONTH_YEAR.fullmatch(plain.strip()):
        set_year(reading, words)
        reading.notes.append(words)
        return
    venue = parse_venue(plain) if len(plain) < 120 else None
    if venue is not None and (venue.known or (venue.year is not None and score_people(plain[: venue.year_start or 0]) < PEOPLE_ENOUGH)) and reading.venue is None:
        set_venue(reading, venue, words)
        return
    if REMARK.match(plain):
        reading.notes.append(words)
        return
    if not reading.authors and (score_people(plain) > PEOPLE_ENOUGH or re.search(r"\bet al\b", plain)):
        _read_people_and_more(words, reading)
        return
    reading.notes.append(words)


def _read_people_and_more(words: Text, reading: RawReading) -> None:
    """Read "C. Mohan et al., in Red Book", "Moritz et al., 2018", "A, B. OSDI 2016"."""
    plain = words.plain
    et_al = re.search(r"\bet al\.?\)?", plain)
    if et_al:
        add_people(reading, words.slice(0, et_al.end()))
        rest = words.slice(et_al.end(), len(plain)).strip(SEPARATORS + "(")
        if rest:
            _read_tail(rest, reading)
        return
    year = TRAILING_YEAR.search(plain)
    if year:
        set_year(reading, words.slice(year.start("year"), year.end("year")))
        words = words.slice(0, year.start())
    add_people(reading, words)


def _read_tail(words: Text, reading: RawReading) -> None:
    """Read what follows a title unbracketed: people, then a venue with its year, then remarks."""
    by = BY.match(words.plain)
    if by:
        words = words.slice(by.end(), len(words.plain))
    words = _take_venue(words, reading).strip(SEPARATORS + OPENERS)
    if not words:
        return
    plain = words.plain
    if REMARK.match(plain) and not by:
        reading.notes.append(words)
        return
    if not reading.authors and re.search(r"\bet al\b", plain) and score_people(plain[: plain.find("et al")].strip(SEPARATORS) or plain) > 0.3:
        _read_people_and_more(words, reading)
        return
    if not reading.authors and (by or score_people(plain) > PEOPLE_ENOUGH):
        cut = _sentence_cut(plain)
        if cut and score_people(plain[:cut]) > PEOPLE_ENOUGH and score_people(plain[cut:].strip(SEPARATORS)) < PEOPLE_ENOUGH:
            add_people(reading, words.slice(0, cut).strip(" ,;."))
            _read_rest(words.slice(cut, len(plain)).strip(SEPARATORS), reading)
            return
        add_people(reading, words)
        return
    cut = _sentence_cut(plain)
    if not reading.authors and cut and score_people(plain[:cut].strip(SEPARATORS)) > PEOPLE_ENOUGH:
        add_people(reading, words.slice(0, cut).strip(" ,;."))
        words = words.slice(cut, len(plain)).strip(SEPARATORS)
    _read_rest(words, reading)


def _read_rest(words: Text, reading: RawReading) -> None:
    """Keep what is left as venue, tag or note."""
    plain = words.plain.strip()
    if not plain or plain.casefold() in ("and", "or", "und", "by", "&"):
        return
    if TAG_WORDS.fullmatch(plain):
        reading.tags.append(words.strip())
        return
    venue = parse_venue(plain) if reading.venue is None and len(plain) < 200 else None
    if venue is not None and (venue.known or (venue.year is not None and len(plain.split()) <= 8)):
        set_venue(reading, venue, words)
        return
    reading.notes.append(words.strip())


def _read_container(words: Text, reading: RawReading) -> None:
    """Read the book or journal that holds a quoted piece: "in _Games of History_. (pdf only)"."""
    italic = _find_marked(words, Mark.ITALIC)
    for piece, bracketed in _split_brackets(words):
        if bracketed:
            inner = piece.strip(SEPARATORS)
            if inner and (italic is None or piece.runs[0].span.start > words.slice(*italic).runs[-1].span.end):
                _read_bracket(inner, reading)
    if italic:
        before = words.slice(0, italic[0]).strip(SEPARATORS)
        if before:
            reading.notes.append(before)
        body = words.slice(*italic).strip(SEPARATORS + OPENERS)
        after = words.slice(italic[1], len(words.plain)).strip(SEPARATORS + OPENERS + ")")
        if after and not after.plain.startswith("("):
            _read_rest(after, reading)
    else:
        cut = words.plain.find(" (")
        body = words.slice(0, cut if cut > 0 else len(words.plain)).strip(SEPARATORS + OPENERS)
    venue = parse_venue(body.plain)
    if venue is not None and venue.known:
        set_venue(reading, venue, body)
        return
    year = TRAILING_YEAR.search(body.plain)
    if year:
        set_year(reading, body.slice(year.start("year"), year.end("year")))
        body = body.slice(0, year.start())
    if body:
        reading.venue = RawVenue(body.plain, "book", False, body)


def _take_venue(words: Text, reading: RawReading) -> Text:
    """Take a venue, a year and their tags off the end."""
    plain = words.plain
    tail = TRAILING_BRACKET.search(plain)
    if tail and TAG_WORDS.fullmatch(tail["inside"].strip()):
        reading.tags.append(words.slice(tail.start("inside"), tail.end("inside")).strip())
        words = words.slice(0, tail.start())
        plain = words.plain
    venue = find_venue(plain)
    if venue is not None and reading.venue is None:
        start = min(venue.start, venue.year_start if venue.year_start is not None else venue.start)
        set_venue(reading, venue, words)
        return words.slice(0, start).strip(SEPARATORS + "([")
    whole = parse_venue(plain) if reading.venue is None and len(plain) < 200 else None
    if whole is not None and whole.known and (whole.year is not None or not whole.notes):
        set_venue(reading, whole, words)
        return EMPTY
    tail = TRAILING_BRACKET.search(plain)
    if tail and reading.venue is None:
        inside = words.slice(tail.start("inside"), tail.end("inside")).strip()
        inner = parse_venue(inside.plain)
        if YEAR.fullmatch(inside.plain):
            set_year(reading, inside)
            return words.slice(0, tail.start())
        if inner is not None and (inner.known or (inner.year is not None and len(inside.plain.split()) <= 7)) and score_people(inside.plain) < 0.8:
            set_venue(reading, inner, inside)
            return words.slice(0, tail.start())
    year = TRAILING_YEAR.search(plain)
    if year and reading.year is None and year.start() > 0:
        set_year(reading, words.slice(year.start("year"), year.end("year")))
        return words.slice(0, year.start())
    if YEAR.fullmatch(plain.strip()) and reading.year is None:
        set_year(reading, words)
        return EMPTY
    return words


def _read_plain(text: Text, reading: RawReading, *, lines: bool) -> None:
    """Read an entry without marks: lines, full stops and the look of a list of people part it."""
    text = text.strip()
    if is_text_range(text.plain):
        reading.kind = "chapter"
        reading.title = text.strip("() .,;") if text.plain.startswith("(") and text.plain.endswith(")") else text
        return
    parts = [part for part in text.split(re.compile("\u2028|\n" if lines else "\u2028")) if part]
    if len(parts) > 1:
        _read_lines(parts, reading)
        return
    links = text.links()
    words = _take_venue(text, reading).strip(SEPARATORS.replace(".", "") + "|")
    plain = words.plain
    alias = re.match(r"(?P<alias>[A-Za-z][\w+-]{1,24})\. (?P<title>\S.{15,})", plain, re.DOTALL)
    if alias and reading.short_name is None and (alias["title"].startswith(alias["alias"]) or len(links) > 0):
        reading.short_name = words.slice(*alias.span("alias"))
        words = words.slice(alias.start("title"), len(plain))
        plain = words.plain
    parted = part_people(plain)
    if parted is None:
        reading.title = words
    else:
        (a, b), (c, d) = parted
        reading.title = words.slice(a, b)
        people = words.slice(c, d).strip(" .,;|")
        if "|" in people.plain:
            cut = people.plain.find("|")
            _read_rest(people.slice(cut + 1, len(people.plain)).strip(), reading)
            people = people.slice(0, cut)
        add_people(reading, people)
        for extra in (words.slice(0, min(a, c)), words.slice(max(b, d), len(plain))):
            left = extra.strip(SEPARATORS + OPENERS)
            if left:
                _read_rest(left, reading)
    for anchor, start, end in links:
        if not any(link.anchor is anchor for link in reading.links):
            reading.links.append(RawLink(anchor, text.slice(start, end).strip()))


def _read_lines(parts: list[Text], reading: RawReading) -> None:
    """Read title, people and venue from lines of their own; a title may run over two lines."""
    title = parts[0]
    index = 1
    while index < len(parts) and not reading.authors:
        line = parts[index].strip(" ,;")
        if score_people(line.plain) > PEOPLE_ENOUGH:
            add_people(reading, line)
        elif index == 1 and not find_venue(line.plain) and not REMARK.match(line.plain) and any(score_people(later.plain) > PEOPLE_ENOUGH for later in parts[2:4]):
            title = title.join_line(parts[index])
        else:
            break
        index += 1
    title = _take_venue(title, reading) if reading.venue is None else title
    parted = None if reading.authors else part_people(title.plain)
    if parted:
        (a, b), (c, d) = parted
        add_people(reading, title.slice(c, d))
        title = title.slice(a, b)
    reading.title = title.strip(" ,;\\")
    for part in parts[index:]:
        _read_tail(part.strip(SEPARATORS), reading)


@lru_cache(maxsize=4096)
def part_people(plain: str) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Find title and people in one line: the offsets of each, or None where there are no people.

    A full stop that parts the two decides; then a bar, a dash or a wide gap; then the look of the names.
    """
    cuts = [match.start() + 1 for match in re.finditer(r"(?<![A-Z])(?<!\b[A-Z]r)(?<!et al)[.?!][\"”]?\s+(?=\S)", plain)]
    for cut in cuts:
        right = plain[cut:].strip()
        if score_people(right.rstrip(".")) > PEOPLE_ENOUGH and len(plain[:cut].strip()) > 2 and score_people(plain[: cut - 1]) <= 0.9:
            return (0, cut), (cut, len(plain))
    for cut in reversed(cuts):
        left = plain[: cut - 1]
        if score_people(left) > 0.7 and score_people(plain[cut:]) < PEOPLE_ENOUGH:
            rest = plain[cut:]
            stop = _sentence_cut(rest.strip())
            lead = len(rest) - len(rest.lstrip())
            end = cut + lead + stop if stop else len(plain)
            return (cut, end), (0, cut - 1)
    for match in re.finditer(r"\s+[|–—-]\s+|\s{3,}|\t+|\s\|\s?", plain):
        right = plain[match.end() :]
        if score_people(right.split("|")[0]) > PEOPLE_ENOUGH:
            return (0, match.start()), (match.end(), len(plain))
    bracket = TRAILING_BRACKET.search(plain)
    if bracket and score_people(bracket["inside"]) > 0.6 and bracket.start() > 3 and ("," in bracket["inside"] or " and " in bracket["inside"] or "et al" in bracket["inside"]):
        return (0, bracket.start()), bracket.span("inside")
    by = re.search(r",?\s+\(?by\s+(?=[A-Z])", plain)
    if by and score_people(plain[by.end() :].rstrip(").")) > PEOPLE_ENOUGH:
        return (0, by.start()), (by.end(), len(plain.rstrip(").")))
    chapter = CHAPTER_OF.fullmatch(plain)
    if chapter:
        return chapter.span("title"), chapter.span("people")
    colon = re.match(r"(?P<people>[^:]{3,80}):\s+(?P<title>\S.{8,})", plain)
    if colon and score_people(colon["people"]) > 0.85 and ("," in colon["people"] or " and " in colon["people"] or "et al" in colon["people"]):
        return colon.span("title"), colon.span("people")
    start = find_author_start(plain)
    if start is not None and 2 < start < len(plain) and re.search(r",|;|\bet al\b", plain[start:]):
        return (0, len(plain[:start].rstrip(" ,;.|–—-"))), (start, len(plain))
    return None


def _sentence_cut(plain: str) -> int:
    """Return the offset behind the first full stop that ends a sentence, or 0."""
    for match in re.finditer(r"(?<![A-Z])(?<!\bal)(?<!\bvs)(?<!\b[Ee]d)[.?!][\"”]?\s+(?=\S)", plain):
        if not re.search(r"\b(?:Jr|Sr|St|Dr|Prof|Inc|Ltd|Co|Univ|Dept|Vol|No|pp|Proc|Conf|Symp|Trans)$", plain[: match.start()]):
            return match.end()
    return 0


def add_people(reading: RawReading, words: Text) -> None:
    """Read people from a stretch; a year among what names nobody is the work's."""
    before = len(reading.notes)
    add_authors(reading, words)
    for note in reading.notes[before:]:
        if YEAR.fullmatch(note.plain.strip("()")) and reading.year is None:
            set_year(reading, note.strip("()"))
            reading.notes.remove(note)


def set_year(reading: RawReading, words: Text) -> None:
    found = YEAR.search(words.plain)
    if found and reading.year is None:
        reading.year = int(found[0])
        reading.year_text = words.slice(found.start(), found.end())


def set_venue(reading: RawReading, venue: VenueMatch, words: Text) -> None:
    """Take venue, year, tags and notes of a match over `words`."""
    if reading.venue is None:
        reading.venue = RawVenue(venue.name, venue.kind, venue.known, words.slice(venue.start, venue.end))
    if venue.year is not None and reading.year is None:
        reading.year = venue.year
        if venue.year_start is not None and venue.year_end is not None:
            reading.year_text = words.slice(venue.year_start, venue.year_end)
    for tag in venue.tags:
        reading.tag_words.append(tag)
    for start, end in venue.notes:
        note = words.slice(start, end).strip(SEPARATORS)
        if note:
            reading.notes.append(note)


def _finish(reading: RawReading) -> None:
    """Settle the kind by the title's words, its links and its notes."""
    title = reading.title.strip(SEPARATORS.replace(".", "").replace("-", "") + "\\")
    reading.title = title
    if title.plain.endswith("]") and "[" not in title.plain:
        reading.title = title = title.strip("] ")
    named = NAMED_WORK.fullmatch(title.plain.strip())
    if named and not reading.authors and reading.year is None:
        add_people(reading, title.slice(*named.span("people")))
        set_year(reading, title.slice(*named.span("year")))
    if reading.kind is None:
        reading.kind = reading_kind(title.plain, [link.anchor.href or "" for link in reading.links if link.anchor], [note.plain for note in reading.notes])
    if reading.kind == "report" and reading.venue is not None and not reading.venue.known:
        reading.venue = None


def reading_kind(title: str, urls: list[str], notes: list[str]) -> ReadingKind | None:
    """Tell what kind of work it is by its words and addresses; None for the ordinary paper.

    >>> reading_kind("Statistical Machine Translation, Chapter 1.2", [], [])
    'chapter'
    >>> reading_kind("Attention Is All You Need", ["https://arxiv.org/abs/1706.03762"], []) is None
    True
    """
    for pattern, kind in READING_KINDS:
        if pattern.search(title):
            return kind
    for note in notes:
        if READING_KINDS[2][0].search(note):
            return "report"
    for url in urls:
        for pattern, kind in URL_KINDS:
            if pattern.search(url):
                return kind
    return None


URL_KINDS: Final[tuple[tuple[re.Pattern[str], ReadingKind], ...]] = (
    (re.compile(r"thesis|dissertation", re.IGNORECASE), "thesis"),
    (re.compile(r"//(?:www\.)?(?:youtube\.com|youtu\.be|vimeo\.com|ted\.com)/|\.mp4$", re.IGNORECASE), "video"),
    (re.compile(r"//(?:[\w-]+\.)?(?:nytimes|wired|theatlantic|newyorker|economist|lwn|quantamagazine|technologyreview|theguardian|washingtonpost|wsj|bbc|forbes|arstechnica|theverge|spectrum\.ieee|queue\.acm)\.[\w.]+/", re.IGNORECASE), "article"),
    (re.compile(r"/news/\d{4}/", re.IGNORECASE), "article"),
    (re.compile(r"//(?:[\w-]+\.)?(?:wikipedia\.org|medium\.com|github\.com|github\.io/?$|readthedocs\.io|stackoverflow\.com|blogspot\.\w+|wordpress\.com|substack\.com|tensorflow\.org|pytorch\.org|distill\.pub)/|//(?:blog|docs|tour|playground|developer)s?\.|/blog/", re.IGNORECASE), "web"),
    (re.compile(r"^https?://(?:www\.)?[\w-]+\.[a-z.]{2,10}/?(?:[\w-]+/?)?$", re.IGNORECASE), "web"),
)


def lost_link(words: Text, kind: LinkKind | None) -> RawLink:
    """Make the link of a label whose target is gone."""
    return RawLink(None, words, kind=kind)


BREAKS: Final = re.compile(BREAK)
