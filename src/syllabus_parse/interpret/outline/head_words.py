"""The words and marks that open a session: weeks, numbered days, kinds of meetings, what stands for a day."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.normalize.date_words import MONTHS
from syllabus_parse.normalize.dates import WEEK_WORDS
from syllabus_parse.regex import lazy_regex

EDGES: Final = " \t\n\r\u2028\u00a0,;:|–—-·.()[]*_"
# The months' names for a pattern, the longest first; names of two letters are other words too.
MONTH_WORDS: Final = "|".join(sorted((name for name in MONTHS if len(name) > 2), key=len, reverse=True))
WEEK_LEAD: Final = lazy_regex(
    r"[\s\[(*_]*+(?:(?P<word>weeks?|wk\.?|semanas?|semaine|woche|kw|settimana|uke|uge|vecka|неделя"
    r"|módulo semanal)\s{0,2}\#?(?P<number>\d{1,2})(?:\s?[-–&/]\s?\d{1,2})?|(?P<ordinal>\d{1,2})\.\s?(?:woche"
    rf"|semana)|week\s(?P<unit>{'|'.join(WEEK_WORDS)})\b"
    r"|第\s?(?P<cjk>[0-9一二三四五六七八九十]{1,3})\s?周)[\s\])*_]*(?P<end>[:：.)\-–—|,]|$|(?=\s|\())",
    re.IGNORECASE,
)  # e.g. "Week 3: Memory", "[Week 2]", "Week Two: Trees", "第三周"
TRAILING: Final = lazy_regex(
    r"[\s:,(\[–—|@-]+(?:on|from|vom|am|del|de|du|le|opens|begins|starts|week of)?\s*$", re.IGNORECASE
)
DATE_LABEL: Final = lazy_regex(
    r"[\s*_]*+(?:date|day|when|datum|fecha|data|日期|时间)\s?[*_]*[:：][\s*_]*", re.IGNORECASE
)  # e.g. "Date: Sep 8"
BETWEEN_DAYS: Final = lazy_regex(r"\s*(?:[,;/&+]|\band\b|\bund\b|\by\b|\bet\b)\s*(?:and\s+)?")
TOPIC_LABEL: Final = lazy_regex(
    r"[\s*_]*+[^\W\d_]{2,12}\s\d{1,2}\s(?:topics?|readings?|papers?|slides?|notes?)\s*[:：]", re.IGNORECASE
)
KIND_LABEL: Final = lazy_regex(
    r"[\s*_]*+(?P<name>(?:guest |mid-?term |final |poster )?(?:lectures?|class|seminar|discussion|recitation|lab"
    r"|laboratory|tutorial|exercises?|exam|midterm|final|quiz|presentations?|"
    r"workshop|vorlesung|sitzung|termin|séance|sesión|übung|klausur|clase|aula|examen|prova|parcial|cours|td|tp|session)"
    r"(?: (?:session|section"
    r"|class))?)[\s*_]*(?:[:：,]|(?<=[\s*_])[-–—|](?=\s)|(?<=\s)(?:am|vom|on|du|del)(?=\s))[\s*_]*",
    re.IGNORECASE,
)  # e.g. "Lecture: 3 Sep 2024", "Recitation – Jan. 13 – Python"
# e.g. "Exam (Oct 3): Trees", "Project 2 (9/4)": a kind of meeting, its number, and its day in brackets
KIND_BRACKET: Final = lazy_regex(
    r"[\s*_]*+(?P<name>(?:(?:guest |mid-?term |final |poster |project |discussion |lab )?(?:lectures?|talks?|class"
    r"|seminar|discussion|recitation|lab|laboratory|tutorial|exercises?|exam|midterm|final|quiz|presentations?|projects?|proposal"
    r"|workshop|session|vorlesung|sitzung|übung|klausur|clase|aula|examen|prova|parcial|cours|séance|sesión)))"
    r"(?:\s(?P<number>\d{1,2}[a-z]?))?[\s*_]*(?=\()",
    re.IGNORECASE,
)
# e.g. the day of "Lab (TBD): Trees"
TBD_BRACKET: Final = lazy_regex(
    r"\((?:tb[dac]|to be (?:announced|determined|confirmed))\)[\s*_]*[:：–—-]?\s*", re.IGNORECASE
)
# e.g. "1 (Jul. 07) Maps", "12. [3/4] Signs"
NUMBER_BRACKET_DAY: Final = lazy_regex(r"\s*#?(?P<number>\d{1,2})\.?\s{0,2}[(\[](?=[^()\[\]]{3,40}[)\]])")
# e.g. "Clase 1 - 8 de marzo": the dash makes no range of classes
NUMBER_DASH_DAY: Final = lazy_regex(
    r"\s*[^\W\d_]{3,20}\s+(?P<number>\d{1,2})\s+[-–—|]\s+(?=\d{1,2}\.?\s+(?:de\s+)?[^\W\d_]{3,10}\b)", re.IGNORECASE
)
# What tells of the page itself, e.g. "Last updated: 9 Aug 2023", "(Stand: 3.4.2022)"
PAGE_STAMP: Final = lazy_regex(
    r"[\s*_(\[]*+(?:(?:last|page|date|zuletzt|dernière|última|ultima)\s)?(?:updated?|modified|revised|edited|changed|modification"
    r"|revision|as of|stand|aktualisiert|geändert|mise à jour|mis à jour|actualizaci[óo]n|actualizado|atualizaç[ãa]o"
    r"|atualizado|aggiornamento|aggiornato)(?:\s(?:on|at|am|le|el|em|del))?\s?[*_]*[:：]?[\s*_]*(?=\W{0,3}[\w.]{0,12},?\s?\d)",
    re.IGNORECASE,
)
TBD_LEAD: Final = lazy_regex(
    r"[\s*_(\[]*+(?:tb[dac]|to be (?:announced|determined|confirmed)|date tb[dac])[)\]*_]*"
    r"(?:\s*[:：|–—-]\s*|\s+(?=[^\W\d_]))",
    re.IGNORECASE,
)  # e.g. "TBD – Attention", "TBA: Project presentations"
READING_FOR: Final = lazy_regex(
    r"\s*(?P<what>(?P<none>no )?(?:(?:required|assigned|mandatory|optional|suggested|recommended|class) )?"
    r"(?:readings?|papers?|preparation|lecturas?|leituras?|lektüre))"
    r" (?:for|für|para|pour)(?: (?:class(?: on)?|the|el|den))?\s",
    re.IGNORECASE,
)  # e.g. "Required reading for Monday, April 7"
WEEKDAY_LEAD: Final = lazy_regex(
    r"\s*(?P<day>mon|tue|wed|thu|fri|sat|sun)(?:day|sday|nesday|rsday|urday|s|rs|r|ur)?\.?(?=[\s,:]|$)\s*(?P<end>[,:]?)\s*",
    re.IGNORECASE,
)
DAY_REMARK: Final = lazy_regex(r"\s*[,;]\s*(?P<remark>[^()\n]{3,40})\)")  # e.g. "3 Apr (Fri, last day of class): …"
WEEKDAY_STARTS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
COUNTED: Final = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
DAY_LEAD: Final = lazy_regex(
    r"\s*(?!(?-i:JOUR)\s\d{3})(?:days?|tag|día|dia|jour|giorno)\s+(?P<number>\d{1,3}(?:\s?[-–&]\s?\d{1,3})?"
    r"|(?:(?P<tens>twenty|thirty)[ -]?)?(?P<unit>" + "|".join(COUNTED[::-1]) + r")?)\s*"
    r"(?:[:：–—|-]\s*|(?=[(\[])|(?<=\d)$)",
    re.IGNORECASE,
)  # e.g. "Day 3", "Day 3:", "Day twenty one –", "Day 1 (Tue Jan 7)", "Day 4-5 (Jul 29-30)"; "JOUR 491" is a course
# The number of a class before its day, in a line that was a row: "01 Wed. 15 Jan. Looms", "3 9/3 Knots",
# "2 4 10-Sep Wefts": in the second week
NUMBER_LEAD: Final = lazy_regex(
    r"\s*(?:(?P<week>\d{1,2})\s{1,3})?\#?(?P<number>\d{1,2})[.):]?\s{1,3}"
    r"(?=(?:mon|tue|wed|thu|thr|fri|sat|sun)[a-z]{0,6}\.?,?\s{1,3}(?:\d|[a-z]{3,9}\.?\s\d)|\d{1,2}/\s?\d{1,2}\b"
    r"|\d{1,2}[-\s](?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\b)",
    re.IGNORECASE,
)
NEXT_DAY: Final = lazy_regex(r"\s?[;,]\s(?:and\s)?|\s(?:and|&|und|y|et)\s")
# e.g. Spring Recess (Mar 11-15) - NO CLASS
DAY_OFF: Final = lazy_regex(
    r"(?P<name>[^()\n]{3,50})\((?P<days>[^()\n]{3,40})\)[\s:–—-]*"
    r"(?P<remark>no (?:class|lecture|meeting|school)[^\n]{0,40})",
    re.IGNORECASE,
)
# e.g. No class Oct 10 (Thanksgiving)
OFF_DAY: Final = lazy_regex(
    r"(?P<name>no (?:class(?:es)?|lectures?|meeting|school|seminar))[\s,:–—-]+(?:on\s)?"
    r"(?P<days>[^()\n]{3,40}?)[\s:–—-]*\((?P<remark>[^()\n]{2,60})\)",
    re.IGNORECASE,
)
# A line below a heading of several days that is one day's: "Tuesday (Lecture): …", "Thu: lab", "**Monday**"
DAY_LINE: Final = lazy_regex(
    r"[\s*_]*+(?P<day>mon|tue|wed|thu|fri|sat|sun)(?:day|s|sday|nesday|r|rs|rsday|urday)?\b\.?\s{0,3}"
    r"(?:[(\[](?P<kind>[^()\[\]]{2,40})[)\]])?[\s*_]*(?:[:：–—]|--?\s|$)",
    re.IGNORECASE,
)


def name_weekday(plain: str) -> int | None:
    """Return the weekday that leads a line of its day, Monday being 0; None for any other line.

    >>> name_weekday("Tuesday (Lecture): Maps"), name_weekday("**Thursday**"), name_weekday("Monday blues")
    (1, 3, None)
    """
    found = DAY_LINE.match(plain)
    return WEEKDAY_STARTS.index(found["day"].casefold()) if found else None
