"""The words of a session to its title, kind, number, times, place, presenters and links."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import Mark, Text
from syllabus_parse.interpret.citations.values import title_links
from syllabus_parse.interpret.records import RawLink, RawSession
from syllabus_parse.interpret.sessions.badged import cut_badge, names_badge, settle_badge
from syllabus_parse.interpret.sessions.deadlines import take_deadlines
from syllabus_parse.interpret.sessions.presenters import (
    add_presenters,
    presenter_line,
    take_guest,
    take_guest_line,
    take_speaker,
)
from syllabus_parse.interpret.sessions.topic_links import take_links
from syllabus_parse.interpret.sessions.topic_times import take_times
from syllabus_parse.interpret.words import (
    CANCELLED,
    CJK_LABEL,
    ORDINAL_LABEL,
    SESSION_LABEL,
    SHORT_LABEL,
    TBD,
    fold_label,
    session_label_kind,
    title_kind,
)
from syllabus_parse.normalize.dates import find_whens, parse_whens
from syllabus_parse.normalize.titles import is_placeholder
from syllabus_parse.regex import lazy_regex

__all__ = ["add_presenters", "linked_topic", "presenter_line", "read_topic", "take_label"]

EDGES: Final = " \t\n\r\u2028\u00a0,;:|–—-·"
FRAMED: Final = lazy_regex(r"[<>=~*#-]{1,6}\s+(?P<words>\S.{0,200}?)\s+[<>=~*#-]{1,6}")  # e.g. "<= Reading Week =>"
OPEN_END: Final = lazy_regex(
    r"\s+[-–—(\[]\s*(?:tbd|tba|tbc|to be (?:announced|determined|confirmed))\s*[)\]]?\s*$", re.IGNORECASE
)
WHOLE_LABEL: Final = lazy_regex(
    r"(?:topics?|title|subject|theme|tema|thema|lecture|agenda|tópico|主题)\s*[:：]\s*", re.IGNORECASE
)
# e.g. the number of "3. Trees", of "**L1** Trees"
COUNTED: Final = lazy_regex(r"\s*(?:[LDSR](?=\d))?(?P<number>\d{1,2})(?P<point>[.):]|\s[-–—](?=\s))?\s+(?=[^\W\d_])")
# e.g. "Trees (same slides as Mar 26)", "Locks (moved from Thursday)"
REMARK_TAIL: Final = lazy_regex(
    r"\s*[(\[](?P<remark>(?:same|see|moved|rescheduled|originally|make-?up|instead of|as before)"
    r"\b[^()\[\]]{2,80})[)\]]\s*$",
    re.IGNORECASE,
)
# e.g. "HW 1 due Flash cards"
DUE_LEAD: Final = lazy_regex(
    r"\s*(?P<work>(?:HW|Homework|Assignment|PS|Pset|Problem [Ss]et|Project|P)\s?\d{1,2}[a-z]?)"
    r" due[ \n\u2028]+(?=[A-Z][a-z]+ ?\S)"
)
STATE_ONLY: Final = lazy_regex(
    r"\s*(?:is\s)?(?:due|out|released|assigned|posted|deadline)(?:\s*[(\[][^()\[\]]{0,60}[)\]])?[\s.!]*", re.IGNORECASE
)
REMARK_LEAD: Final = lazy_regex(r"\((?P<remark>[^()]{2,40})\)\s*[:：–—-]\s*")  # "Lecture 5 (online): Trees"
CANCELLED_LEAD: Final = lazy_regex(
    r"\s*[(\[*]*(?:cancell?ed|canceled|postponed|entfällt|fällt aus|cancelad[oa]|annulée?|取消)[)\]*]*\s*[:：–—-]\s*",
    re.IGNORECASE,
)
CANCELLED_WHY: Final = lazy_regex(
    CANCELLED.pattern + r"\s*(?:[(\[]|(?=(?:due to|because|wegen|por|debido|à cause)\b))"
    r"(?P<why>[^()\[\]]{2,80})[)\]]?\W*",
    re.IGNORECASE,
)  # "Canceled (snow)", "Cancelled due to snow"


def read_topic(text: Text, session: RawSession, *, readings: bool = True, alone: bool = True) -> None:
    """Read the words of a topic into a session: label, links, times and remarks leave the title.

    `readings` says that a quoted and linked title stands for a work to read; `alone` that no other line tells
    of the same session, so that "(guest lecture)" speaks of all of it.
    """
    if any(run.marks & Mark.STRIKE for run in text.runs):
        text = text.without(Mark.STRIKE)
    text = take_deadlines(text, session)
    text = take_links(text, session, readings=readings)
    text = _take_cancelled(text, session)
    text = take_guest_line(text, session)
    text = _take_work(take_label(text, session), session)
    text = take_guest(text, session) if alone else text
    text = take_speaker(text, session)
    remark = REMARK_TAIL.search(text.plain)
    if remark is not None and remark.start() > 2:
        session.notes.append(text.slice(*remark.span("remark")))
        text = text.slice(0, remark.start())
    text = take_times(text, session)
    open_end = OPEN_END.search(text.plain)
    if open_end and open_end.start() > 0:
        text = text.slice(0, open_end.start())
    text = text.strip(EDGES)
    framed = FRAMED.fullmatch(text.plain)
    if framed:
        text = text.slice(*framed.span("words"))
    plain = text.plain
    if not plain or is_placeholder(plain):
        if TBD.fullmatch(plain or "-") and session.status is None and session.when is None and not session.titles:
            session.status = "tbd"
        return
    if CANCELLED.fullmatch(plain.strip(" .!()")):
        session.status = "cancelled"
        return
    reason = CANCELLED_WHY.fullmatch(plain)
    if reason:
        session.status = "cancelled"
        session.notes.append(text.slice(*reason.span("why")))
        return
    if plain.startswith("(") and plain.endswith(")") and plain.count("(") == 1:
        told = text.strip("() ")
        off = title_kind(told.plain) in ("holiday", "exam") and not find_whens(told.plain)
        if session.titles or not off:
            session.notes.append(told)
            return
        text, plain = told, told.plain  # "(no class)" is all that is said of the day
    session.titles.append(text)
    if session.kind is None:
        session.kind = title_kind(plain)


def _take_work(text: Text, session: RawSession) -> Text:
    """Take "HW 1 due" off the front of the name of what is due: it speaks through number and kind."""
    found = DUE_LEAD.match(text.plain)
    if found is None or session.number is not None or find_whens(text.plain[found.end() : found.end() + 24]):
        return text
    session.number, session.number_text = found["work"], text.slice(*found.span("work"))
    session.kind = session.kind or "other"
    return text.slice(found.end(), len(text.plain))


def _take_cancelled(text: Text, session: RawSession) -> Text:
    """Take "CANCELLED:" off the front of a topic."""
    found = CANCELLED_LEAD.match(text.plain)
    if found is None or found.end() >= len(text.plain):
        return text
    session.status = "cancelled"
    return text.slice(found.end(), len(text.plain))


# e.g. the rest of "Section 01 Final Exam"
SAT: Final = lazy_regex(r"\s*(?:final|mid-?term|exam|quiz)(?: exam(?:ination)?| \d)?\s*", re.IGNORECASE)


def take_label(text: Text, session: RawSession, *, links: bool = False) -> Text:
    """Take "Lecture 5:", "Discussion Section:", "L3", "第3讲" off the front; they speak through kind and number.

    `links` says that nobody has taken the links yet: those of the label alone are the session's.
    """
    badge = cut_badge(text)
    label = SESSION_LABEL.fullmatch(badge.words) if badge is not None else None
    if badge is not None and names_badge(badge.words) and not (label and label["number"]):
        if links:
            session.links += [RawLink(a, text.slice(b, e).strip()) for a, b, e in text.links() if e <= badge.end]
        return settle_badge(session, text, badge)
    found = WHOLE_LABEL.match(text.plain)
    if found and not SESSION_LABEL.match(text.plain):
        text = text.slice(found.end(), len(text.plain))
    plain = text.plain
    for pattern in (SESSION_LABEL, SHORT_LABEL, CJK_LABEL, ORDINAL_LABEL):
        found = pattern.match(plain)
        if not found:
            continue
        name, number, end = found["name"], found["number"], found["end"]
        whole = found.end() >= len(plain.rstrip())
        if number and STATE_ONLY.fullmatch(plain, found.end()):
            return text  # "Lab 1 due (11:59 pm)" names what is due
        if number and fold_label(name) in ("section", "sec") and SAT.fullmatch(plain, found.end()):
            session.kind = session.kind or "exam"
            return text  # "Section 01 Final": the exam of one group
        bold = not number and ends_in_bold(text, found.end())
        closed = bool(end.strip()) or whole or bold
        # "Lecture on Memory" and "Class overview" are titles; only a mark, a number or the end makes a label.
        if not closed and not (number and number[:1].isdigit()):
            return text
        if bold and end.strip() in ("", ")") and kind_of_badge(name) is None:
            return text
        if not number and end.strip() in ("-", "–", "—", ")", ".", "|") and not whole:
            return text
        kind = session_label_kind(name)
        if whole and number and session.number is not None and fold_label(name) == "section":
            return text  # "Class 2: Section 230" is on a section of a law
        if whole and not number and title_kind(plain) is not None and end.strip() not in (":", "："):
            return text
        if session.kind is None and kind is not None:
            session.kind = kind
        if number and session.number is None:
            session.number = number.strip()
            session.number_text = text.slice(found.start("number"), found.end("number"))
        if links:
            session.links += [RawLink(a, text.slice(b, e).strip()) for a, b, e in text.links() if e <= found.end()]
        text = text.slice(found.end(), len(plain)).strip(EDGES)
        remark = REMARK_LEAD.match(text.plain) if number else None
        if remark is not None and not find_whens(remark["remark"]) and not parse_whens(remark["remark"]):
            session.notes.append(text.slice(*remark.span("remark")))
            text = text.slice(remark.end(), len(text.plain))
        return text
    counted = COUNTED.match(plain)
    bold = counted is not None and ends_in_bold(text, counted.end("number"))
    if counted and (bold or (session.number is None and counted["point"])):
        session.number, session.number_text = counted["number"], text.slice(*counted.span("number"))
        return text.slice(counted.end(), len(plain))
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


def linked_topic(text: Text) -> bool:
    """Tell whether a topic is one link over all its words."""
    links = title_links(text)
    return len(links) == 1 and links[0][2] - links[0][1] >= len(text.plain.strip()) - 2
