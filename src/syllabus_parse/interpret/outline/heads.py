"""The head of a session: a heading, item or paragraph that opens with a date, a week or a label."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from typing import Final

import attrs

from syllabus_parse.document import Mark, Text
from syllabus_parse.interpret.citations.values import title_links
from syllabus_parse.interpret.outline.head_words import (
    BETWEEN_DAYS,
    COUNTED,
    DATE_LABEL,
    DAY_LEAD,
    DAY_OFF,
    DAY_REMARK,
    EDGES,
    KIND_BRACKET,
    KIND_LABEL,
    NEXT_DAY,
    NUMBER_DASH_DAY,
    OFF_DAY,
    READING_FOR,
    TBD_BRACKET,
    TBD_LEAD,
    TOPIC_LABEL,
    TRAILING,
    WEEK_LEAD,
    WEEKDAY_LEAD,
    WEEKDAY_STARTS,
)
from syllabus_parse.interpret.records import RawLink, RawSession
from syllabus_parse.interpret.sessions.topics import take_label
from syllabus_parse.interpret.words import (
    CJK_LABEL,
    ORDINAL_LABEL,
    SESSION_LABEL,
    SHORT_LABEL,
    TBD,
    link_label,
    session_label_kind,
    title_kind,
)
from syllabus_parse.memo import remember
from syllabus_parse.normalize.dates import When, find_times, find_whens, match_when, parse_week, parse_whens

# The day again, as a folder is named by it: "0214: Maps (2026/02/14)"
DAY_STAMP: Final = re.compile(r"\s*(?P<month>[01]\d)(?P<day>[0-3]\d)\s?[:：_–-]\s*(?=\S)")


@attrs.define(eq=False)
class Head:
    """What opens a session: the dates it names, the session begun, and the words that are left for its title.

    `readings` are the words that make a dated head one of a day's reading ("Required reading for Monday, April 7");
    `open_date` says that in place of a date stands "TBD".
    """

    session: RawSession
    whens: list[tuple[When, Text]]
    rest: Text
    week: int | None = None
    labelled: bool = False
    numbered: bool = False
    readings: str = ""
    open_date: bool = False


def read_head(text: Text, *, item: bool = False) -> Head | None:
    """Read a head; None for words that open no session.

    An item of a list counts only where the date or the numbered label stands first; a heading may end with its date.
    """
    plain = text.plain
    if not plain.strip() or len(plain) > 1500:
        return None
    session = RawSession()
    week = None
    start = 0
    found = WEEK_LEAD.match(plain)
    if found:
        week = read_week(found)
        start = found.end()
    label_of_date = DATE_LABEL.match(plain)
    if label_of_date and not found:
        start = label_of_date.end()
    lead = DAY_LEAD.match(plain)
    if lead and not found:
        start = lead.end()
        if lead["number"][:1].isdigit():
            session.number, session.number_text = lead["number"], text.slice(*lead.span("number"))
    whens = list(match_when(plain, start))
    if whens and whens[0].tbd:
        whens = []
    if not whens and not found and not lead:
        held = _reading_for(text) if not item else None
        if held is not None:
            return held
        undated = TBD_LEAD.match(plain)
        if undated:
            session.status = "tbd"
            return Head(session, [], text.slice(undated.end(), len(plain)), open_date=True)
    if whens and _is_real(whens[0]):
        whens = _join_days(plain, whens)
        if lead and not found and lead["number"]:
            session.number, session.number_text = count_day(lead), text.slice(*lead.span("number"))
        return _dated(text, session, whens, week)
    if lead and not found and not item and lead["number"][:1].isdigit():
        # "Day 3: Trees", "Day 0": the day stands elsewhere, or nowhere
        session.number = lead["number"]
        return Head(session, [], text.slice(lead.end(), len(plain)), labelled=True, numbered=True)
    if start and week is None and not whens:
        start = 0
        session.number = session.number_text = None
    rest = text.slice(start, len(plain))
    spaced = NUMBER_DASH_DAY.match(plain) if not found and not lead else None
    if spaced is not None:
        behind = text.slice(spaced.end(), len(plain))
        days = [when for when in match_when(behind.plain) if not when.tbd]
        if days and _is_real(days[0]) and behind.plain[: days[0].start].strip(" (") == "":
            front = text.slice(0, spaced.end("number"))
            name = take_label(front, session)
            head = _dated(behind, session, days, week)
            head.rest = head.rest if name is not front and not name else name if not head.rest else head.rest
            head.labelled, head.numbered = True, session.number is not None
            return head
    label = _match_label(rest.plain)
    if label is None and not found:
        dated_label = _dated_label(rest)
        if dated_label is not None:
            return dated_label
    if label is not None and TOPIC_LABEL.match(rest.plain):
        return None  # "Lecture 1 Topics:" is a line of a session, not its head
    if label is not None and not found:
        before = rest
        rest = take_label(rest, session)
        if rest is not before or session.number is not None or session.kind is not None:
            inner = [when for when in match_when(rest.plain) if not when.tbd]
            if inner and _is_real(inner[0]):
                head = _dated(rest, session, inner, week)
                head.labelled, head.numbered = True, session.number is not None
                return head
            if not item:
                tail = _trailing(rest)
                if tail is not None:
                    return Head(session, tail[0], tail[1], week, labelled=True, numbered=session.number is not None)
            undated = TBD_LEAD.match(rest.plain)
            if undated:
                session.status = "tbd"
                rest = rest.slice(undated.end(), len(rest.plain))
            if session.number is not None or (not item and label):
                return Head(session, [], rest, week, labelled=True, numbered=session.number is not None)
    tail = _trailing(text.slice(start, len(plain)), item=item)
    if tail is not None:
        stamp = DAY_STAMP.match(tail[1].plain)
        when = tail[0][0][0]
        if stamp and (int(stamp["month"]), int(stamp["day"])) == (when.month, when.day):
            tail = (tail[0], tail[1].slice(stamp.end(), len(tail[1].plain)))
        return Head(session, tail[0], tail[1], week)
    off = _day_off(text, session) if not item and week is None else None
    if off is not None:
        return off
    if week is not None:
        return Head(session, [], text.slice(start, len(plain)).strip(EDGES.replace(")", "").replace("(", "")), week)
    return None


def _join_days(plain: str, whens: list[When]) -> list[When]:
    """Join two days in full that follow each other ("Thursday, 9 Feb; Friday, 10 Feb") to one range."""
    if len(whens) != 1 or whens[0].end_day is not None or whens[0].month is None or whens[0].day is None:
        return whens
    joint = NEXT_DAY.match(plain, whens[0].end)
    further = list(match_when(plain, joint.end())) if joint else []
    if len(further) != 1 or further[0].day is None or further[0].end_day is not None:
        return whens
    first, last = whens[0], further[0]
    if (last.month == first.month and last.day == (first.day or 0) + 1) or (
        last.month == (first.month or 0) % 12 + 1 and last.day == 1 and (first.day or 0) >= 28
    ):
        return [attrs.evolve(first, end_month=last.month, end_day=last.day, end=last.end)]
    return [first, last]


def _dated_label(rest: Text) -> Head | None:
    """Read "Lecture: 3 Sep 2024, 14:00" and "Exam 2 (12 Sep): Trees": a kind of meeting, then its day."""
    found = KIND_LABEL.match(rest.plain)
    number = None
    if not found:
        found = KIND_BRACKET.match(rest.plain)
        if not found:
            return None
        number = rest.slice(*found.span("number")) if found["number"] else None
    behind = rest.slice(found.end(), len(rest.plain))
    undated = TBD_BRACKET.match(behind.plain)
    whens = [when for when in match_when(behind.plain) if not when.tbd] if undated is None else []
    if undated is None and (not whens or not _is_real(whens[0])):
        return None
    session = RawSession(kind=session_label_kind(found["name"]))
    if number is not None:
        session.number, session.number_text = number.plain, number
    if undated is not None:
        session.status = "tbd"
        return Head(session, [], behind.slice(undated.end(), len(behind.plain)), labelled=True)
    head = _dated(behind, session, whens, None)
    head.labelled = True
    return head


def count_day(found: re.Match[str]) -> str:
    """Return the number of a matched "Day three", in digits."""
    if not found["tens"] and not found["unit"]:
        return str(found["number"])
    tens = {"twenty": 20, "thirty": 30}.get((found["tens"] or "").casefold(), 0)
    return str(tens + (COUNTED.index(found["unit"].casefold()) if found["unit"] else 0))


def _reading_for(text: Text) -> Head | None:
    """Read "Required reading for Monday, April 7": a day, told by what is to be read for it."""
    found = READING_FOR.match(text.plain)
    if not found:
        return None
    behind = text.slice(found.end(), len(text.plain))
    whens = [when for when in match_when(behind.plain) if not when.tbd]
    if not whens or not _is_real(whens[0]):
        return None
    head = _dated(behind, RawSession(), whens, None)
    head.readings = found["what"]
    return head


def read_week(found: re.Match[str]) -> int | None:
    """Return the number of a matched week label."""
    digits = found["number"] or found["ordinal"]
    if digits:
        return int(digits)
    return parse_week(f"第{found['cjk']}周") if found["cjk"] else None


def _is_real(when: When) -> bool:
    return when.month is not None and when.day is not None


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


def _dated(text: Text, session: RawSession, whens: list[When], week: int | None) -> Head:
    first = min(when.start for when in whens)
    end = max(when.end for when in whens)
    places = [(when, text.slice(when.start, when.end)) for when in whens]
    rest = text.slice(end, len(text.plain))
    for anchor, start, stop in text.links():
        if start <= first + 1 and stop >= first and stop <= end + 2:
            session.links.append(RawLink(anchor, text.slice(start, stop).strip()))
    if whens[0].week is not None:
        week = whens[0].week
    remark = DAY_REMARK.match(rest.plain)
    if remark and "(" in text.plain[first:end]:
        session.notes.append(rest.slice(*remark.span("remark")))
        rest = rest.slice(remark.end(), len(rest.plain))
    cut = re.match(r"[\s\])*_]*[:：,.|–—-]*[\s(\[*_]*", rest.plain)
    if cut and rest.plain[: cut.end()].rstrip()[-1:] in "([":
        cut = re.match(r"[\s\])*_]*[:：,.|–—-]*\s*", rest.plain)
    rest = rest.slice(cut.end(), len(rest.plain)) if cut else rest
    rest, last = _drop_weekday(rest, whens[-1])
    places[-1] = (last, places[-1][1])
    times = find_times(rest.plain) if rest.plain[:1].isdigit() else None
    if times is not None and times.start == 0 and whens[0].start_time is None:
        session.times, session.times_text = times, rest.slice(0, times.end)
        rest = rest.slice(times.end, len(rest.plain)).strip(" ,;:.")
    return Head(session, places, rest, week)


def _drop_weekday(rest: Text, when: When) -> tuple[Text, When]:
    """Take the weekday off that stands behind its date ("2020-09-14 Mon Types"), where the calendar agrees.

    Where the year is open, only a colon or comma behind it proves the weekday: "1/9 Mon: Introduction".
    """
    found = WEEKDAY_LEAD.match(rest.plain)
    if not found or when.weekday is not None or when.month is None or when.day is None:
        return rest, when
    weekday = WEEKDAY_STARTS.index(found["day"].casefold())
    if when.year is None:
        known = bool(found["end"])
    else:
        try:
            known = dt.date(when.year, when.month, when.day).weekday() == weekday
        except ValueError:
            known = False
    if not known:
        return rest, when
    return rest.slice(found.end(), len(rest.plain)), attrs.evolve(when, weekday=weekday)


def _trailing(text: Text, *, item: bool = False) -> tuple[list[tuple[When, Text]], Text] | None:
    """Find the days that end the words: "Fall Break: 10/9 to 10/17", "Memory (Jan 8)", "Data (Jan 11, Jan 13)"."""
    plain = text.plain.rstrip(" )]*_.\n\u2028")
    if plain[-1:].isdigit() and text.plain.startswith(".", len(plain)):
        plain += "."  # the full stop of "No class (02.09.)" is part of its date
    if len(plain) > 120:
        return None
    found = [when for when in find_whens(plain) if _is_real(when)]
    if not found or found[-1].end < len(plain) - 1 or found[-1].start == 0:
        return None
    first = len(found) - 1
    while first > 0 and BETWEEN_DAYS.fullmatch(plain[found[first - 1].end : found[first].start]):
        first -= 1
    when = found[first]
    before = plain[: when.start]
    joint = TRAILING.search(before)
    bracketed = before.rstrip()[-1:] in "(["
    if joint is None or re.search(
        r"\b(?:due|until|by|before|after|released?|deadline|submit\w*|of|in|since|through)\s*:?\s*$",
        before,
        re.IGNORECASE,
    ):
        return None
    if item and not bracketed and not before.rstrip().endswith((":", "：", "|", "–", "—", "-", ",")):
        return None
    if item and not bracketed and title_links(text) and when.end > 60:
        return None
    places = [(day, text.slice(day.start, day.end)) for day in found[first:]]
    return places, _strip_edges(text.slice(0, joint.start()))


def _strip_edges(text: Text) -> Text:
    """Return the words without the marks around them; a bracket that closes one of theirs stays: "Method(s)"."""
    bare = text.strip(EDGES)
    end = text.plain.find(bare.plain) + len(bare.plain)
    if bare.plain.count("(") > bare.plain.count(")") and text.plain[end : end + 1] == ")":
        return text.slice(end - len(bare.plain), end + 1)
    return bare


def _day_off(text: Text, session: RawSession) -> Head | None:
    """Read a day off whose days stand in brackets before "no class"; the remark is a note."""
    found = DAY_OFF.fullmatch(text.plain.strip()) or OFF_DAY.fullmatch(text.plain.strip())
    if not found:
        return None
    lead = len(text.plain) - len(text.plain.lstrip())
    days = text.slice(lead + found.start("days"), lead + found.end("days"))
    whens = parse_whens(days.plain)
    if not whens or not _is_real(whens[0]):
        return None
    session.kind = "holiday"
    if found["remark"]:
        session.notes.append(text.slice(lead + found.start("remark"), lead + found.end("remark")))
    places = [(when, days.slice(when.start, when.end)) for when in whens]
    return Head(session, places, text.slice(lead, lead + found.end("name")).strip(EDGES))


def opens_with_date(text: Text) -> bool:
    """Tell whether an item or paragraph begins with a day, or with a kind of meeting or its number and the day."""
    if _dated_label(text) is not None:
        return True
    plain = text.plain
    lead = DATE_LABEL.match(plain)
    if lead:
        plain = plain[lead.end() :]
    elif _match_label(plain):
        plain = take_label(text, RawSession()).plain
    return _begins_with_day(plain)


@remember(4096)
def _begins_with_day(plain: str) -> bool:
    found = match_when(plain)
    return bool(found) and _is_real(found[0]) and plain[: found[0].start].strip(" *_[(\n") == ""


def opens_with_number(text: Text) -> bool:
    """Tell a paragraph that begins with a numbered meeting in bold: "**Lecture 2.** Perfect secrecy"."""
    bold = Text.of(itertools.takewhile(lambda run: bool(run.marks & Mark.BOLD), text.runs))
    return bool(bold) and len(bold.plain) < len(text.plain.rstrip()) and _match_label(bold.plain) is True


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
