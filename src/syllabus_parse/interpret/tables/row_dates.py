"""The cells of a row that say when: dates, weeks, days, numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import attrs

from syllabus_parse.document import Cell, Problem, Text
from syllabus_parse.interpret.records import RawSession, list_links
from syllabus_parse.interpret.sessions.topics import read_topic, take_label
from syllabus_parse.interpret.tables.cells import cell_text
from syllabus_parse.interpret.tables.column_profiles import match_numbered_date
from syllabus_parse.interpret.tables.columns import WEEK_DAY, Column
from syllabus_parse.interpret.tables.row_state import Rows
from syllabus_parse.interpret.words import TBD, fold_label, session_label_kind, title_kind
from syllabus_parse.interpret.works.entries import join_texts
from syllabus_parse.normalize.dates import When, find_times, find_whens, parse_week, parse_when, parse_whens
from syllabus_parse.normalize.titles import is_placeholder
from syllabus_parse.regex import lazy_regex

# The letters of a timetable, where a column names the days of its rows: "Tu", "Th", "R".
DAY_LETTERS: Final = {
    letters: day
    for day, names in enumerate(
        (
            "m mo mon lu seg segunda",
            "t tu tue tues di ma ter terça",
            "w we wed mi qua quarta",
            "r th thr thu thur thurs do ju je qui quinta",
            "f fr fri vi ve sex sexta",
            "sa sat",
            "su so sun",
        )
    )
    for letters in names.split()
}
WEEK_HEADER: Final = lazy_regex(r"\b(?:weeks?|wk|semanas?|semaine|woche|kw)\b|周", re.IGNORECASE)
OPEN_DAY: Final = lazy_regex(
    r"(?=.{0,9}(?:\?\?|xx))[\d?x]{1,4}[./-][\d?x]{1,2}(?:[./-][\d?x]{1,4})?", re.IGNORECASE
)  # "202?-??-??"
WEEK_REMARK: Final = lazy_regex(r"(?P<week>\d{1,2})\s{0,3}\((?P<remark>[^()\d]{3,24})\)")  # e.g. "13 (Optional)"
WEEK_AND_THEME: Final = lazy_regex(
    r"\s*(?:week|woche|semana|semaine)?\s?(?P<week>\d{1,2})\s*[:.)–-]?\s*[\n\u2028]\s*(?=\S)", re.IGNORECASE
)  # e.g. "3", and on the line below it "Trees"
WEEK_NUMBER: Final = lazy_regex(r"\s*(?P<week>\d{1,2})[.)]\s{1,3}(?=[^\W\d_])")  # e.g. "3. Sep. 2, 4"
OTHER_DAY: Final = lazy_regex(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b", re.IGNORECASE)
KIND_LETTERS: Final = lazy_regex(r"[^\W\d_]{2,9}|Ü")  # e.g. of "TD3", "Lab 2"
DAY_NUMBER: Final = lazy_regex(r"\d{1,2}(?:st|nd|rd|th|\.)?(?:\s?[-–/&]\s?\d{1,2}(?:st|nd|rd|th|\.)?)?")
NUMBER: Final = lazy_regex(r"[A-Za-z]{0,3}[-.#]?\s?\d{1,3}(?:\.\d{1,2})?[a-z]?(?:\s?[-–/&]\s?\d{1,3})?\.?")


# e.g. "L1, L2", "3, 4 & 5"
NUMBERS: Final = lazy_regex(r"[A-Za-z]{0,3}\s?\d{1,3}(?:(?:\s?[,;&+/]\s?|\s)[A-Za-z]{0,3}\s?\d{1,3}){1,5}")


DOTTED_DAY: Final = lazy_regex(r"\b(?P<first>\d{1,2})\.(?P<second>\d{1,2})\b")
# e.g. "12.10--16.10": elsewhere hours, in a column of dates two days
DOTTED_RANGE: Final = lazy_regex(
    r"\s*(?P<first>\d{1,2}\.\d{1,2})(?P<joint>\s?[-–—]{1,3}\s?)(?P<last>\d{1,2}\.\d{1,2})\s*"
)


def parse_cell(plain: str) -> tuple[When, ...]:
    """Read all of a cell of dates as days; dotted numbers that could be hours are days here."""
    found = parse_whens(plain)
    dotted = DOTTED_RANGE.fullmatch(plain) if not found else None
    if dotted is None:
        return tuple(found)
    days = parse_whens(f"{dotted['first']}.-{dotted['last']}.")
    return tuple(attrs.evolve(day, start=dotted.start("first"), end=dotted.end("last")) for day in days[:1])


def read_when(rows: Rows, cells: Sequence[Cell], base: RawSession) -> list[tuple[When, Text]]:
    """Read the days that a row names, with their words; its week, number and status go into `base`."""
    out: list[tuple[When, Text]] = []
    weekday: int | None = None
    named = False
    rows.theme = None
    for column, cell in zip(rows.columns, cells, strict=False):
        text = cell_text(cell)
        words = text.plain.strip()
        if not words or (is_placeholder(words) and column.role == "week"):
            continue
        if column.role == "week":
            week = parse_week(words)
            if week is None and words.rstrip(".").isdigit():
                week = int(words.rstrip("."))
            remark = WEEK_REMARK.fullmatch(words) if week is None else None
            if remark:
                week = int(remark["week"])
                base.notes.append(text.strip().slice(*remark.span("remark")))
            headed = WEEK_AND_THEME.match(text.plain) if week is None else None
            if headed:
                week, theme = int(headed["week"]), text.slice(headed.end(), len(text.plain)).strip()
                rows.theme = theme
                text = text.slice(*headed.span("week"))
            split = WEEK_DAY.fullmatch(words) if week is None else None
            if split:
                week = int(split["week"])
            days = read_counted_days(rows, text, base) if week is None else []
            if days:
                out += days
            elif week is not None:
                base.week, base.week_text = week, text
                rows.week, rows.week_text = week, text
            elif (found := parse_cell(words)) or (found := find_whens(words)):
                out += [(when, text.slice(when.start, when.end)) for when in found]
                if found[0].week is not None:
                    base.week = rows.week = found[0].week
                    base.week_text = rows.week_text = text
                rest = outside(text, found)
                if rest and title_kind(rest.plain) in ("holiday", "exam"):
                    named, rows.theme = True, rest.strip(" ,;:\n\u2028")  # "Final exam, 12/14"
            else:
                named = True  # "Final exam" in the column of weeks: none of them
                if title_kind(words) in ("holiday", "exam") and len(words) < 40:
                    rows.theme = text.strip()
                else:
                    base.notes.append(text.strip())
        elif column.role == "date" and not out:
            out += read_date_cell(rows, text, base, column)
        elif column.role == "month":
            rows.month = words
        elif column.role == "day":
            when = parse_when(words)
            if when is None and "month" in rows.roles and DAY_NUMBER.fullmatch(words):
                when = _join_month(rows.month, words)
            if when is None:
                weekday = DAY_LETTERS.get(words.casefold().rstrip("."))
            elif when.day is None:
                weekday = when.weekday
            if when is not None and when.day is not None and not out:
                out.append((when, text))
            elif when is None and weekday is None:
                base.notes.append(text.strip())
        elif column.role == "number":
            read_number(rows, text, base, column)
    if base.week is None and "week" in rows.roles and not named:
        base.week, base.week_text = rows.week, rows.week_text
        base.above.add("week")
    if weekday is not None and len(out) == 1 and out[0][0].weekday is None and out[0][0].end_day is None:
        out = [(attrs.evolve(out[0][0], weekday=weekday), out[0][1])]
    return out


def read_counted_days(rows: Rows, text: Text, base: RawSession) -> list[tuple[When, Text]]:
    """Read the number of a week and its days: "3. Sep. 2, 4"; nothing where there is no such number."""
    counted = WEEK_NUMBER.match(text.plain)
    days = parse_whens(text.plain[counted.end() :]) if counted else []
    if counted is None or not days or days[0].day is None:
        return []
    base.week = rows.week = int(counted["week"])
    base.week_text = rows.week_text = text.slice(*counted.span("week"))
    held = text.slice(counted.end(), len(text.plain))
    return [(when, held.slice(when.start, when.end)) for when in days]


def is_weekday(words: str) -> bool:
    """Tell whether a cell holds the short name of a weekday and no more: "Mon", "R", "Segunda".

    >>> is_weekday("Thr"), is_weekday("Mon 3"), is_weekday("1")
    (True, False, False)
    """
    return words.strip().casefold().rstrip(".") in DAY_LETTERS


def _join_month(month: str, day: str) -> When | None:
    """Read a day whose month stands in a column of its own, or in a row above."""
    when = parse_when(f"{month} {day}")
    return attrs.evolve(when, start=0, end=len(day)) if when is not None and when.day is not None else None


def read_date_cell(rows: Rows, text: Text, base: RawSession, column: Column) -> list[tuple[When, Text]]:
    """Read a cell of the column of dates: days, a week, "TBD"; other words become notes."""
    words = text.plain.strip()
    whole = text
    numbered = match_numbered_date(words) if column.numbered else None
    if numbered:
        begin = text.plain.index(words)
        number = text.slice(begin + numbered.start("number"), begin + numbered.end("number"))
        if number.plain.isdigit() and WEEK_HEADER.search(column.header):
            base.week, base.week_text = int(number.plain), number
            rows.week = base.week
        elif base.number is None:
            base.number, base.number_text = number.plain, number
        text = text.slice(begin + numbered.start("date"), begin + numbered.end("date"))
    if not numbered and WEEK_HEADER.search(column.header) and (days := read_counted_days(rows, text, base)):
        return days
    plain = DOTTED_DAY.sub(r"\g<first>/\g<second>", text.plain) if column.month_first else text.plain
    found = parse_cell(plain) or find_whens(plain)
    if found and not found[0].tbd:
        if found[0].week is not None:
            base.week = rows.week = found[0].week
            base.week_text = rows.week_text = text
        rest = outside(text, found)
        if rest:
            read_date_rest(rows, rest, base)
        base.links += list_links(whole)
        return [(when, text.slice(when.start, when.end)) for when in found]
    week = parse_week(words)
    if week is not None:
        base.week, base.week_text = week, text
        rows.week, rows.week_text = week, text
        return []
    if TBD.fullmatch(words) or (found and found[0].tbd):
        base.status = "tbd"
        return []
    if OPEN_DAY.fullmatch(words) or (is_placeholder(words) and rows.roles & {"presenter"}):
        base.status = "tbd"
        return []
    if not is_placeholder(words):
        base.when_text = text
        if re.search(r"\d", words):
            base.problems.append(Problem("SP301", text.span, words[:80]))
        base.notes.append(text.strip())
    return []


def read_date_rest(rows: Rows, rest: Text, base: RawSession) -> None:
    """Read what stands beside a date in its cell: times, a week, "no class"."""
    words = rest.plain.strip(" ,;:()[]*†‡\n\u2028-–.")
    if not words or words.isdigit():
        return
    times = find_times(words)
    if times is not None and times.start_time is not None:
        base.times, base.times_text = times, rest
        return
    week = parse_week(words)
    if week is not None:
        base.week, base.week_text = (week, rest) if base.week is None else (base.week, base.week_text)
        return
    # "(no class Monday)" beside a Wednesday speaks of another day.
    kind = title_kind(words) if not OTHER_DAY.search(words) else None
    if kind == "holiday" or (kind is not None and len(words) < 40):
        base.kind = base.kind or kind
    left = rest.strip(" ,;:\n\u2028")
    base.notes.append(
        left if left.plain[:1] not in "([" and left.plain.count("(") == left.plain.count(")") else left.strip("()[]")
    )


def read_number(rows: Rows, text: Text, base: RawSession, column: Column) -> None:
    """Read a cell of the column of numbers: "3", "L3", "Week 2", or a label with a topic behind it."""
    words = text.plain.strip()
    base.links += list_links(text)
    week = parse_week(words) if not words.isdigit() else None
    if week is not None and re.match(r"w|sem|第.*周|周", words.casefold()):
        base.week = rows.week = week
        base.week_text = rows.week_text = text
        return
    if NUMBER.fullmatch(words) and not is_placeholder(words):
        base.number, base.number_text = words.rstrip(".").strip(), text
        kind = KIND_LETTERS.match(words)
        base.kind = base.kind or (session_label_kind(kind[0]) if kind else None)
        return
    if NUMBERS.fullmatch(words):
        base.number, base.number_text = " ".join(words.split()), text  # a week's row of several lectures
        return
    named = NAMED_NUMBER.fullmatch(words)
    if named is not None and fold_label(named["name"]) == fold_label(column.header).rstrip("s"):
        base.number, base.number_text = named["number"], text
        return  # "Module 1" below "Module"
    left = take_label(text, base)
    if left and not is_placeholder(left.plain):
        read_topic(left, base)


NAMED_NUMBER: Final = lazy_regex(r"(?P<name>[^\W\d_]{3,14})\s?#?(?P<number>\d{1,3})")


def outside(text: Text, whens: Sequence[When]) -> Text | None:
    """Return the words of a date cell that are no part of its dates."""
    plain = text.plain
    pieces = []
    at = 0
    for when in sorted(whens, key=lambda when: when.start):
        if plain[at : when.start].strip(" ,;:&/()[]*†‡+-–\n\u2028"):
            pieces.append(text.slice(at, when.start))
        at = max(at, when.end)
    if plain[at:].strip(" ,;:&/()[]*†‡+-–.\n\u2028"):
        pieces.append(text.slice(at, len(plain)))
    return join_texts(pieces) if pieces else None
