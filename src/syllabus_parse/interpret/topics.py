"""The words of a session to its title, kind, number, times, place, presenters and links."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import EMPTY, Mark, Text
from syllabus_parse.interpret.citation import read_citation
from syllabus_parse.interpret.citation_values import title_links
from syllabus_parse.interpret.citation_words import BRACKET_LABEL
from syllabus_parse.interpret.records import RawLink, RawPerson, RawSession
from syllabus_parse.interpret.words import (
    CANCELLED,
    CJK_LABEL,
    SESSION_LABEL,
    SHORT_LABEL,
    TBD,
    fold_label,
    link_label,
    session_label_kind,
    title_kind,
)
from syllabus_parse.normalize.dates import find_times, find_whens, parse_week
from syllabus_parse.normalize.people import is_group, parse_people, score_people
from syllabus_parse.normalize.titles import is_placeholder

EDGES: Final = " \t\n\r\u2028\u00a0,;:|–—-·"
GUEST_MARK: Final = re.compile(
    r"\s*[(\[]\s*(?:guest (?:lecture|lecturer|speaker|talk)|invited (?:talk|speaker|lecture)"
    r"|guest)\s*(?::\s*(?P<who>[^()\[\]]{3,60}))?[)\]]\s*$",
    re.IGNORECASE,
)
SPEAKER: Final = re.compile(
    r"[\s\u2028(\[–—-]*\b(?:guest speaker|invited speaker|speakers?|presenters?|presented by|lecturers?|instructors?"
    r"|taught by|by|with|sprecher|referent(?:in)?|ponente|palestrante)\b\s*[:：]?\s+(?P<who>[^\n\u2028]{3,200})",
    re.IGNORECASE,
)
BRACKET_LINKS: Final = re.compile(
    r"[\[(]\s*(?:(?:lecture |class )?(?:notes?|slides?|materials?|videos?|recordings?|handouts?|links?"
    r"|resources?)\s*[:：])?\s*$",
    re.IGNORECASE,
)
TIME_PART: Final = re.compile(r"\s*(?:[(\[,;]|\bfrom\b|\bat\b|@|–|-)?\s*$")
OPEN_END: Final = re.compile(
    r"\s+[-–—(\[]\s*(?:tbd|tba|tbc|to be (?:announced|determined|confirmed))\s*[)\]]?\s*$", re.IGNORECASE
)
WHOLE_LABEL: Final = re.compile(
    r"(?:topics?|title|subject|theme|tema|thema|lecture|agenda|tópico|主题)\s*[:：]\s*", re.IGNORECASE
)


def read_topic(text: Text, session: RawSession, *, readings: bool = True, alone: bool = True) -> None:
    """Read the words of a topic into a session: label, links, times and remarks leave the title.

    `readings` says that a quoted and linked title stands for a work to read; `alone` that no other line tells
    of the same session, so that "(guest lecture)" speaks of all of it.
    """
    if any(run.marks & Mark.STRIKE for run in text.runs):
        text = text.without(Mark.STRIKE)
    text = _take_links(text, session, readings=readings)
    text = _take_guest_line(text, session)
    text = take_label(text, session)
    text = _take_guest(text, session) if alone else text
    text = _take_times(text, session)
    open_end = OPEN_END.search(text.plain)
    if open_end and open_end.start() > 0:
        text = text.slice(0, open_end.start())
    text = text.strip(EDGES)
    plain = text.plain
    if not plain or is_placeholder(plain):
        if TBD.fullmatch(plain or "-") and session.status is None and session.when is None and not session.titles:
            session.status = "tbd"
        return
    if CANCELLED.fullmatch(plain.strip(" .!()")):
        session.status = "cancelled"
        return
    if plain.startswith("(") and plain.endswith(")") and plain.count("(") == 1:
        session.notes.append(text.strip("() "))
        return
    session.titles.append(text)
    if session.kind is None:
        session.kind = title_kind(plain)


def _take_links(text: Text, session: RawSession, *, readings: bool) -> Text:
    """Give the links to the session; labels leave the text, a linked topic stays in it."""
    plain = text.plain
    cuts: list[tuple[int, int]] = []
    for anchor, start, end in text.links():
        words = plain[start:end].strip()
        if not words:
            session.links.append(RawLink(anchor, None))
            continue
        quoted = plain[start:end].lstrip()[:1] in ('"', "“", "„") or plain[:start].rstrip()[-1:] in ('"', "“", "„")
        if readings and quoted and len(words.split()) > 1:
            reading = read_citation(
                text.slice(max(0, start - 1) if plain[max(0, start - 1)] in '"“„' else start, min(len(plain), end + 1))
            )
            if reading is not None:
                session.readings.append(reading)
                cuts.append(
                    (max(0, start - 1) if plain[max(0, start - 1)] in '"“„' else start, min(len(plain), end + 1))
                )
                continue
        kind = link_label(words)
        if readings and fold_label(words) in PAPER_LABELS and len(text.links()) <= 2 and len(plain[:start].split()) > 1:
            reading = read_citation(text)
            if reading is not None:
                session.readings.append(reading)
                session.kind = session.kind or "discussion"
                return EMPTY
        opening = _bracket_open(plain, start)
        in_brackets = (
            opening is not None
            and kind is None
            and BRACKET_LINKS.search(plain[opening:start]) is not None
            and plain[opening:start].strip(" ([") != ""
        )
        session.links.append(
            RawLink(
                anchor,
                text.slice(start, end).strip(),
                kind=kind,
                column=plain[opening:start].strip(" ([:") if opening is not None else "",
            )
        )
        if (
            kind is not None
            or in_brackets
            or _stands_bracketed(plain, start, end)
            or (opening is not None and any(a == opening for a, _ in cuts))
            or words.startswith(("http://", "https://"))
        ):
            cuts.append((start, end))
    for found in BRACKET_LABEL.finditer(plain):
        kind = link_label(found["label"])
        label = text.slice(found.start("label"), found.end("label"))
        if kind is not None and label.runs and all(run.anchor is None for run in label.runs):
            session.links.append(RawLink(None, label.strip(), kind=kind))
            cuts.append(found.span())
    if not cuts:
        return text
    return _drop_empty_brackets(_cut(text, _widen(plain, cuts)))


def _stands_bracketed(plain: str, start: int, end: int) -> bool:
    """Tell whether a short link behind a topic stands in square brackets of its own: "Grounding [synopsis]"."""
    words = plain[start:end].strip()
    inside = words.startswith("[") and words.endswith("]")
    around = plain[max(0, start - 1) : start] == "[" and plain[end : end + 1] == "]"
    return (inside or around) and len(words.split()) <= 2 and bool(plain[:start].strip(" ["))


def _bracket_open(plain: str, start: int) -> int | None:
    """Return where the bracket around an offset opens, looking back a little way."""
    depth = 0
    for index in range(start - 1, max(-1, start - 400), -1):
        if plain[index] in ")]":
            depth += 1
        elif plain[index] in "([":
            if depth == 0:
                return index
            depth -= 1
    return None


def _widen(plain: str, cuts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Take a bracket whole where all that is in it goes: "(Notes: pptx, pdf)", "[[slides]]"."""
    out = []
    for start, end in cuts:
        opening = _bracket_open(plain, start)
        if opening is not None:
            closing = _bracket_close(plain, opening)
            inside = list(range(opening + 1, closing))
            kept = "".join(plain[i] for i in inside if not any(a <= i < b for a, b in cuts))
            if re.fullmatch(
                r"[\s,;/|&+·.\[\]()]*(?:[A-Za-z ]{0,20}[:：])?[\s,;/|&+·.\[\]()]*(?:and)?[\s,;/|&+·.\[\]()]*", kept
            ):
                out.append((opening, min(len(plain), closing + 1)))
                continue
        out.append((start, end))
    return sorted(set(out))


def _bracket_close(plain: str, opening: int) -> int:
    pair = {"(": ")", "[": "]"}[plain[opening]]
    depth = 0
    for index in range(opening, min(len(plain), opening + 2000)):
        if plain[index] == plain[opening]:
            depth += 1
        elif plain[index] == pair:
            depth -= 1
            if depth == 0:
                return index
    return len(plain)


def _cut(text: Text, cuts: list[tuple[int, int]]) -> Text:
    out, at = EMPTY, 0
    for start, end in cuts:
        if start > at:
            out = out.join(text.slice(at, start))
        at = max(at, end)
    return out.join(text.slice(at, len(text.plain))) if at < len(text.plain) else out


PAPER_LABELS: Final = frozenset(("paper", "arxiv", "doi", "preprint", "paper link", "article", "论文", "paper pdf"))
EMPTY_BRACKETS: Final = re.compile(r"\s*[(\[][\s,;/|&+·]*[)\]]")


def _drop_empty_brackets(text: Text) -> Text:
    return _cut(text, [match.span() for match in EMPTY_BRACKETS.finditer(text.plain)])


def take_label(text: Text, session: RawSession) -> Text:
    """Take "Lecture 5:", "Discussion Section:", "L3", "第3讲" off the front; they speak through kind and number."""
    found = WHOLE_LABEL.match(text.plain)
    if found and not SESSION_LABEL.match(text.plain):
        text = text.slice(found.end(), len(text.plain))
    plain = text.plain
    for pattern in (SESSION_LABEL, SHORT_LABEL, CJK_LABEL):
        found = pattern.match(plain)
        if not found:
            continue
        name, number, end = found["name"], found["number"], found["end"]
        whole = found.end() >= len(plain.rstrip())
        badge = not number and ends_in_bold(text, found.end())
        closed = bool(end.strip()) or whole or badge
        # "Lecture on Memory" and "Class overview" are titles; only a mark, a number or the end makes a label.
        if not closed and not (number and number[:1].isdigit()):
            return text
        if badge and end.strip() in ("", ")") and kind_of_badge(name) is None:
            return text
        if number and not closed and number[:1].isdigit() is False:
            return text
        if not number and end.strip() in ("-", "–", "—", ")", ".", "|") and not whole:
            return text
        kind = session_label_kind(name)
        if whole and not number and title_kind(plain) is not None:
            return text
        if session.kind is None and kind is not None:
            session.kind = kind
        if number and session.number is None:
            session.number = number.strip()
            session.number_text = text.slice(found.start("number"), found.end("number"))
        rest = text.slice(found.end(), len(plain)).strip(EDGES)
        return rest
    return text


def ends_in_bold(text: Text, at: int) -> bool:
    """Tell whether bold words end at an offset, and plain words follow: the badge of "**Lab** [Page tables](…)"."""
    start = 0
    bold = False
    for run in text.runs:
        if start >= at and run.text.strip():
            return bold and not run.marks & Mark.BOLD
        if run.text.strip():
            bold = bool(run.marks & Mark.BOLD)
        start += len(run.text)
        if start > at and text.plain[at:start].strip():
            return False
    return False


def kind_of_badge(name: str) -> str | None:
    """Tell what kind of meeting a badge names; a lecture's counts too."""
    return session_label_kind(name) or (
        "lecture" if fold_label(name) in ("lecture", "lec", "class", "lectures") else None
    )


GUEST_LINE: Final = re.compile(
    r"\s*(?:guest|invited) (?:lectures?|talks?|speakers?|lecturers?)\s*(?:by|:|-"
    r"|–)\s*(?:by\s+)?(?P<who>[^:：]{3,80})\s*$",
    re.IGNORECASE,
)


# e.g. "Guest Lecture by Ada Byron: Weaving numbers", "Invited talk: Ada Byron (UCL) - Weaving numbers"
GUEST_TOPIC: Final = re.compile(
    r"\s*(?:guest|invited) (?:lectures?|talks?|seminars?)\s*(?:by|:)\s*(?:by\s+)?(?P<who>[^:：–—“\"\u2028]{3,60}?)"
    r"\s*(?::|：|\s[-–—]|,\s*(?=[“\"]))\s*(?P<topic>\S.{2,})",
    re.IGNORECASE | re.DOTALL,
)


def _take_guest_line(text: Text, session: RawSession) -> Text:
    """Read a line that names the guest: "Guest Lecture: Prof. Grant Weddell", "Guest lecture by Ada Byron: Looms"."""
    topic = GUEST_TOPIC.match(text.plain)
    if topic and score_people(topic["who"]) > 0.6:
        session.kind = "guest"
        add_presenters(text.slice(*topic.span("who")), session)
        return text.slice(*topic.span("topic"))
    found = GUEST_LINE.match(text.plain)
    if found and score_people(found["who"]) > 0.6:
        session.kind = "guest"
        add_presenters(text.slice(*found.span("who")), session)
        return EMPTY
    return text


def _take_guest(text: Text, session: RawSession) -> Text:
    found = GUEST_MARK.search(text.plain)
    if found and "\u2028" not in text.plain.strip() and "." not in text.plain[: found.start()].strip():
        session.kind = "guest"
        if found["who"]:
            add_presenters(text.slice(*found.span("who")), session)
        return text.slice(0, found.start())
    return text


def _take_times(text: Text, session: RawSession) -> Text:
    """Take a span of times off a title: ", 9:30-11:30am, Wozniak Lounge", "(11:59:59pm)", "from 8:30-11:30am."."""
    plain = text.plain
    if not re.search(r"\d", plain):
        return text
    if _due_date(plain):
        text = _drop_due_date(text)
        plain = text.plain
    times = find_times(plain)
    if times is None or times.start_time is None:
        return text
    before, after = plain[: times.start], plain[times.end :]
    bracketed = before.rstrip()[-1:] in ("(", "[") and after.lstrip()[:1] in (")", "]")
    spread = times.end_time is not None
    if not (bracketed or spread) or len(before.strip()) < 3:
        return text
    if re.search(r"\bdue\b[^(]*$", before, re.IGNORECASE) and not bracketed:
        return text
    if session.times is None and (session.when is None or session.when.start_time is None):
        session.times, session.times_text = times, text.slice(times.start, times.end)
    head = text.slice(0, len(re.sub(r"\s*(?:[(\[,;@]|\bfrom\b|\bat\b|[–—-])?\s*$", "", before)))
    tail = text.slice(times.end, len(plain)).strip(" ,;)].\n\u2028")
    if tail:
        if after.lstrip()[:1] == "," and len(tail.plain.split()) <= 5 and session.location is None:
            session.location = tail
        else:
            stop = after.strip().endswith(".")
            session.notes.append(
                text.slice(times.end, len(plain)).strip(" ,;)]\n\u2028").slice(0, 10_000) if stop else tail
            )
    return head


DUE_DATE: Final = re.compile(
    r"\bdue(?: on| by)?\s+(?P<date>\w{0,9}\.?,?\s?\d{1,2}(?:/\d{1,2}|\s\w{3,9}\.?)?)(?=\s+at\b|\s*$|[.,])",
    re.IGNORECASE,
)


def _due_date(plain: str) -> bool:
    found = DUE_DATE.search(plain)
    return bool(found and find_whens(found["date"]))


def _drop_due_date(text: Text) -> Text:
    """Take the day out of "Project milestones due 11/16 at 11:59pm."."""
    found = DUE_DATE.search(text.plain)
    if not found:
        return text
    return _cut(text, [(found.start("date"), min(len(text.plain), found.end("date") + 1))])


def add_presenters(text: Text, session: RawSession, *, column: str = "") -> None:
    """Read a cell or line of presenters; words that name nobody become a note (with the column's head, where it is a code)."""
    plain = text.plain.strip()
    if not plain or is_placeholder(plain):
        return
    labels = [found for found in BRACKET_LABEL.finditer(text.plain) if link_label(found["label"])]
    for found in labels:
        label = text.slice(found.start("label"), found.end("label"))
        if label.runs and label.runs[0].anchor is None:
            session.links.append(RawLink(None, label.strip(), kind=link_label(label.plain)))
    for anchor, start, end in text.links():
        words = text.plain[start:end].strip()
        if link_label(words) is not None or not words:
            session.links.append(RawLink(anchor, text.slice(start, end).strip(), kind=link_label(words)))
            labels.append(
                re.compile(r"\[*\s*" + re.escape(text.plain[start:end]) + r"\s*\]*").search(
                    text.plain, max(0, start - 2)
                )
            )  # type: ignore[arg-type]
    if labels:
        text = _cut(text, sorted(match.span() for match in labels if match)).strip(EDGES)
        plain = text.plain.strip()
        if not plain:
            return
    if is_group(plain) or not re.search(r"[^\W\d_]", plain):
        if re.fullmatch(r"[\w.#-]{1,4}", plain) and not plain.isalpha() and column:
            session.note_words.append(f"{column}: {plain}")
        else:
            session.notes.append(text.strip())
        return
    found_people = parse_people(text.plain)
    for person in found_people.people:
        place = (
            text.slice(person.affiliation_start, person.affiliation_end)
            if person.affiliation_start is not None and person.affiliation_end is not None
            else None
        )
        session.presenters.append(
            RawPerson(text.slice(person.start, person.end), person.affiliation, place, person.role, person.name)
        )
        if person.role and ("invited" in person.role or "guest" in person.role) and session.kind is None:
            session.kind = "guest"
    for start, end in found_people.notes:
        note = text.slice(start, end).strip(" ,;.()[]-")
        if note and fold_label(note.plain) not in ("et al", "and"):
            session.notes.append(note)


def presenter_line(text: Text) -> Text | None:
    """Return the people of a line "Speaker: X" or "by X"; None where it is none."""
    found = SPEAKER.match(text.plain)
    if not found:
        return None
    who = text.slice(*found.span("who"))
    return (
        who if score_people(who.plain.split("[")[0].strip()) > 0.4 or ":" in text.plain[: found.start("who")] else None
    )


def linked_topic(text: Text) -> bool:
    """Tell whether a topic is one link over all its words."""
    links = title_links(text)
    return len(links) == 1 and links[0][2] - links[0][1] >= len(text.plain.strip()) - 2


def is_week_only(text: str) -> bool:
    """Tell whether the words are a week's label and nothing else."""
    return parse_week(text) is not None and not find_whens(text)
