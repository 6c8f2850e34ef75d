"""The head of a session: a heading, item or paragraph that opens with a date, a week or a label."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import Text
from syllabus_parse.interpret.citations.values import title_links
from syllabus_parse.interpret.outline.head_days import (
    SEVERAL,
    Head,
    begin_dated,
    join_days,
    read_dated_label,
    read_day_off,
    read_hyphened,
    read_reading_for,
    read_several_days,
)
from syllabus_parse.interpret.outline.head_tail import read_day_behind_topic, read_trailing_days
from syllabus_parse.interpret.outline.head_words import (
    COUNTED,
    DATE_LABEL,
    DAY_LEAD,
    EDGES,
    NUMBER_BRACKET_DAY,
    NUMBER_DASH_DAY,
    NUMBER_LEAD,
    PAGE_STAMP,
    TBD_LEAD,
    TOPIC_LABEL,
    WEEK_LEAD,
)
from syllabus_parse.interpret.records import RawSession
from syllabus_parse.interpret.sessions.presenters import take_guest_line
from syllabus_parse.interpret.sessions.topics import take_label
from syllabus_parse.interpret.words import (
    CJK_LABEL,
    ORDINAL_LABEL,
    SESSION_LABEL,
    SHORT_LABEL,
    TBD,
    link_label,
    names_day,
    opens_with_day,
    session_label_kind,
    title_kind,
)
from syllabus_parse.memo import remember
from syllabus_parse.normalize.dates import WEEK_WORDS, match_when, parse_week, parse_whens
from syllabus_parse.regex import lazy_regex

# The day again, as a folder is named by it: "0214: Maps (2026/02/14)"
DAY_STAMP: Final = lazy_regex(r"\s*(?P<month>[01]\d)(?P<day>[0-3]\d)\s?[:：_–-]\s*(?=\S)")


# e.g. the "01 - " of "01 - [Looms](lecture01_looms.html)"
COUNT_BEFORE: Final = lazy_regex(r"\s*(?P<number>\d{1,2})\s?(?:[-–—.:)]\s*|\s)")
# A file that is named for the meeting it belongs to, e.g. lectures/lecture01_looms.html · lec-3.pdf
MEETING_FILE: Final = lazy_regex(
    r"(?!\w+:)(?:[^?#]{0,200}/)?(?:lect?(?:ure)?|session|class|meeting|seminar|vorlesung|aula|cours)[-_ ]?0{0,2}"
    r"(?P<number>\d{1,2})(?!\d)[^/?#]{0,80}",
    re.IGNORECASE,
)


def read_filed(text: Text) -> Head | None:
    """Read an item that a number counts, and the file behind it by the same: "01 - [Looms](lecture01_looms.html)"."""
    found = COUNT_BEFORE.match(text.plain)
    links = title_links(text) if found is not None else []
    if found is None or len(links) != 1 or links[0][1] != found.end():
        return None
    filed = MEETING_FILE.fullmatch(links[0][0].href or "")
    if filed is None or int(filed["number"]) != int(found["number"]):
        return None
    session = RawSession(number=found["number"], number_text=text.slice(*found.span("number")))
    return Head(session, [], text.slice(found.end(), len(text.plain)), labelled=True, numbered=True)


def read_head(text: Text, *, item: bool = False) -> Head | None:
    """Read a head; None for words that open no session.

    An item of a list counts only where the date or the numbered label stands first; a heading may end with its date.
    """
    plain = text.plain
    if not plain.strip() or len(plain) > 1500 or tells_of_page(plain):
        return None
    session = RawSession()
    week = None
    start = 0
    found = WEEK_LEAD.match(plain)
    if found:
        week = read_week(found)
        start = found.end()
        begins = WEEK_BEGINS.match(plain, start)
        if begins and next(iter(match_when(plain, begins.end())), None) is not None:
            start = begins.end()
    label_of_date = DATE_LABEL.match(plain)
    if label_of_date and not found:
        start = label_of_date.end()
    lead = DAY_LEAD.match(plain) or NUMBER_LEAD.match(plain)
    if lead and not found:
        start = lead.end()
        week = int(lead.groupdict().get("week") or 0) or None
        if lead["number"][:1].isdigit():
            session.number, session.number_text = lead["number"], text.slice(*lead.span("number"))
    whens = list(match_when(plain, start)) or read_hyphened(plain, start)
    if len(whens) == 1 and len(plain) - start < SEVERAL:
        whens = read_several_days(plain[start:], start) or whens
    if not whens and not found and not lead:
        held = read_reading_for(text) if not item else None
        if held is not None:
            return held
        undated = TBD_LEAD.match(plain)
        if undated:
            session.status = "tbd"
            return Head(session, [], text.slice(undated.end(), len(plain)), open_date=True)
    if whens and names_day(whens[0]):
        whens = join_days(plain, whens)
        if lead and not found and lead["number"]:
            session.number, session.number_text = count_day(lead), text.slice(*lead.span("number"))
        return begin_dated(text, session, whens, week)
    if lead and not found and not item and lead["number"][:1].isdigit():
        # "Day 3: Trees", "Day 0": the day stands elsewhere, or nowhere
        session.number = lead["number"]
        return Head(session, [], text.slice(lead.end(), len(plain)), labelled=True, numbered=True)
    if start and week is None and not whens:
        start = 0
        session.number = session.number_text = None
    rest = text.slice(start, len(plain))
    counted = NUMBER_BRACKET_DAY.match(plain) if not found and not lead and not item else None
    if counted is not None:
        behind = text.slice(counted.end(), len(plain))
        days = [when for when in match_when(behind.plain) if not when.tbd]
        if days and names_day(days[0]) and behind.plain[days[-1].end :].lstrip()[:1] in (")", "]"):
            session.number, session.number_text = counted["number"], text.slice(*counted.span("number"))
            head = begin_dated(behind, session, days, week)
            head.labelled = head.numbered = True
            return head
    spaced = NUMBER_DASH_DAY.match(plain) if not found and not lead else None
    if spaced is not None:
        behind = text.slice(spaced.end(), len(plain))
        days = [when for when in match_when(behind.plain) if not when.tbd]
        if days and names_day(days[0]) and behind.plain[: days[0].start].strip(" (") == "":
            front = text.slice(0, spaced.end("number"))
            name = take_label(front, session, links=True)
            head = begin_dated(behind, session, days, week)
            head.rest = head.rest if name is not front and not name else name if not head.rest else head.rest
            head.labelled, head.numbered = True, session.number is not None
            return head
    label = _match_label(rest.plain)
    if item and not found and not lead and (filed := read_filed(text)) is not None:
        return filed
    if label is None and not found:
        dated_label = read_dated_label(rest)
        if dated_label is not None:
            return dated_label
    if label is not None and TOPIC_LABEL.match(rest.plain):
        return None  # "Lecture 1 Topics:" is a line of a session, not its head
    if label is not None and not found:
        before = rest
        rest = take_label(rest, session, links=True)
        if rest is not before or session.number is not None or session.kind is not None:
            inner = [when for when in match_when(rest.plain) if not when.tbd]
            if inner and names_day(inner[0]):
                head = begin_dated(rest, session, inner, week)
                head.labelled, head.numbered = True, session.number is not None
                return head
            if not item:
                tail = read_trailing_days(rest)
                if tail is not None:
                    return Head(session, tail[0], tail[1], week, labelled=True, numbered=session.number is not None)
            undated = TBD_LEAD.match(rest.plain)
            if undated:
                session.status = "tbd"
                rest = rest.slice(undated.end(), len(rest.plain))
            if session.number is not None or (not item and label):
                return Head(session, [], rest, week, labelled=True, numbered=session.number is not None)
    named = read_day_behind_topic(text.slice(start, len(plain)), told=week is not None)
    if named is not None:
        return Head(session, named[0], named[1], week, below=named[2])
    tail = read_trailing_days(text.slice(start, len(plain)), item=item)
    if tail is not None:
        stamp = DAY_STAMP.match(tail[1].plain)
        when = tail[0][0][0]
        if stamp and (int(stamp["month"]), int(stamp["day"])) == (when.month, when.day):
            tail = (tail[0], tail[1].slice(stamp.end(), len(tail[1].plain)))
        return Head(session, tail[0], tail[1], week)
    guest = GUEST_BEHIND.search(plain) if not item else None
    if guest is not None:
        opened = read_head(text.slice(0, guest.start()))
        if opened is not None and opened.whens:
            left = take_guest_line(text.slice(guest.start("guest"), len(plain)), opened.session)
            opened.session.kind = "guest"
            opened.session.notes += [left] if left and not opened.session.presenters else []
            return opened
    off = read_day_off(text, session) if not item and week is None else None
    if off is not None:
        return off
    if week is not None:
        return Head(session, [], text.slice(start, len(plain)).strip(EDGES.replace(")", "").replace("(", "")), week)
    return None


# e.g. between the number of a week and its day: "Week 1 (beg. Jan. 6th)"
WEEK_BEGINS: Final = lazy_regex(
    r"\s*[(\[,:–—-]?\s*(?:beg(?:ins|inning)?|start(?:s|ing)?|commencing|(?:the )?week (?:of|beginning)|w/?[cb])\b"
    r"\.?:?\s*",
    re.IGNORECASE,
)


def tells_of_page(plain: str) -> bool:
    """Tell words that only say when the page was changed, or from when to when the course lasts.

    >>> tells_of_page("Updated: 9 Aug 2023"), tells_of_page("Sep 3 - Dec 10, 2025"), tells_of_page("Sep 3 - Sep 10")
    (True, True, False)
    """
    words = plain.strip(EDGES)
    if len(words) > SEVERAL:
        return False
    if PAGE_STAMP.match(words):
        return True
    days = parse_whens(words) if _names_range(words) else ()
    if len(days) != 1 or days[0].month is None or days[0].end_month is None:
        return False
    return (days[0].end_month - days[0].month) % 12 >= WHOLE_TERM


def _names_range(words: str) -> bool:
    return any(mark in words for mark in RANGE_MARKS) or not RANGE_WORDS.isdisjoint(words.casefold().split())


RANGE_MARKS: Final = ("-", "–", "—", "~")
RANGE_WORDS: Final = frozenset(("to", "until", "through", "bis", "al", "à", "a", "até"))
WHOLE_TERM: Final = 2
"""Months between the first and the last day of a term; what meets from one day to another meets for less."""


# e.g. " — Guest: Ada Gray (Loom Inc.)" behind the day of a heading
GUEST_BEHIND: Final = lazy_regex(
    r"(?<=[)\]\d])\s*[-–—:|,]\s*(?P<guest>(?:guest|invited)\b[^\n]{0,100})$", re.IGNORECASE, needs="guest invited"
)


def count_day(found: re.Match[str]) -> str:
    """Return the number of a matched "Day three", in digits."""
    if found["number"].isdigit() or (not found["tens"] and not found["unit"]):
        return str(found["number"])
    tens = {"twenty": 20, "thirty": 30}.get((found["tens"] or "").casefold(), 0)
    return str(tens + (COUNTED.index(found["unit"].casefold()) if found["unit"] else 0))


def read_week(found: re.Match[str]) -> int | None:
    """Return the number of a matched week label."""
    digits = found["number"] or found["ordinal"]
    if digits:
        return int(digits)
    if found["unit"]:
        return WEEK_WORDS[found["unit"].casefold()]
    return parse_week(f"第{found['cjk']}周") if found["cjk"] else None


@remember(4096)
def _match_label(plain: str) -> bool | None:
    """Tell whether a label opens the words: True for one that names a kind of meeting in full."""
    for pattern in (SESSION_LABEL, SHORT_LABEL, CJK_LABEL, ORDINAL_LABEL):
        found = pattern.match(plain)
        if found:
            if found["number"] and (found["number"][0].isdigit() or pattern is CJK_LABEL):
                return True
            named = (
                re.search(r"\b(?:session|section|lecture|exam|meeting)$", (found["name"] or "").casefold()) is not None
                and " " in (found["name"] or "").strip()
            )
            if named and found["end"].strip() in (":", "：", "-", "–", "—"):
                return True
            return None
    return None


def opens_with_date(text: Text) -> bool:
    """Tell whether an item or paragraph begins with a day, or with a kind of meeting or its number and the day."""
    if read_dated_label(text) is not None:
        return True
    plain = text.plain
    lead = DATE_LABEL.match(plain) or DAY_LEAD.match(plain) or NUMBER_LEAD.match(plain)
    if lead:
        plain = plain[lead.end() :]
    elif _match_label(plain):
        plain = take_label(text, RawSession()).plain
    return opens_with_day(plain)


def tells_when(text: Text) -> bool:
    """Tell a line that only says when the entry above it meets: "When: 5 Oct"."""
    label = DATE_LABEL.match(text.plain)
    return label is not None and len(text.plain) < 60 and opens_with_day(text.plain[label.end() :])


def opens_with_number(text: Text) -> bool:
    """Tell a paragraph that begins with a numbered meeting in bold: "**Lecture 2.** Perfect secrecy"."""
    if NUMBER_LINE.match(text.plain) and len(text.plain.strip().partition("\n")[0]) < SEVERAL * 2:
        return _match_label(text.plain) is True
    bold = text.bold_lead()
    return bool(bold) and len(bold.plain) < len(text.plain.rstrip()) and _match_label(bold.plain) is True


# e.g. "Lecture 1: Trees", "Lab1: Pipes", "Class 1 - Knots"
NUMBER_LINE: Final = lazy_regex(
    r"[\s*_]*+(?:lecture|lab|class|session|seminar|tutorial|recitation|vorlesung|sitzung|clase|aula|cours|séance)\s?\d{1,2}"
    r"[\s*_]*(?:[:：]|\s[-–—])\s+\S",
    re.IGNORECASE,
)


def is_date_only(text: Text) -> bool:
    """Tell whether the words are a day, with a weekday, a time and links at most."""
    return bool(parse_whens(text.plain.strip(" :*_\n\u2028"))) and not TBD.fullmatch(text.plain)


def is_off_day(words: str) -> bool:
    """Tell whether a heading without a date says that there is no class."""
    return (
        title_kind(words) == "holiday"
        and len(words) < 70
        and session_label_kind(words) is None
        and link_label(words) is None
    )
