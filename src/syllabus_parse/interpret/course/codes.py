"""Catalogue numbers of courses: "CS 265", "6.S081", "COMS W4995"."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import Text
from syllabus_parse.normalize.venues import is_venue
from syllabus_parse.regex import lazy_regex

# Departments by their names in full, before the number: "English 210", "POLITICAL SCIENCE 2213"
_DEPARTMENTS: Final = (
    "African American Studies|American Studies|Anthropology|Arabic|Art History|Astronomy|Biochemistry|Biology|Chemistry"
    "|Chinese|Classics|Communications?|Comparative Literature|Computer Science|Criminology|Economics"
    "|Engineering|English|Environmental (?:Science|Studies)|Film Studies|Gender Studies|Geography|Geology|German"
    "|Government|History|Italian|Japanese|Journalism|Latin|Linguistics|Mathematics|Music|Philosophy|Physics"
    "|Political Science|Psychology|Religion|Religious Studies|Russian|Social Work|Sociology|Spanish|Statistics"
    "|Theology|Theatre|Urban Studies|Women[’']s Studies"
)
DEPARTMENTS: Final = _DEPARTMENTS.replace(" ", r"\ ")
# A number of one digit, which the name of the course follows: "Data 8: …", "MATH 1: …", "Physics 2 – …"
SHORT_NUMBER: Final = lazy_regex(
    rf"(?P<code>(?:Data|CS|EE|EECS|Math|MATH|DATA|Stat|STAT|Bio|BIO|Chem|CHEM|Econ|ECON|PHYS|HIST|ENGL|PHIL|(?i:{_DEPARTMENTS}))"
    r"\s\d[A-Z]{0,2})(?=\s?[:–—]\s|\s-{1,2}\s|\s*$|,\s|\s\()"
)
CODE: Final = lazy_regex(
    r"""(?<![\w/.-])(?P<code>
        (?i:"""
    + DEPARTMENTS
    + r""")\ \d{2,4}[A-Z]{0,2}(?:/\d{3,4})?                     # "English 210"
      | (?:[A-Z]{2,8}(?:[-/ ]?(?:[A-Z]{2,4}|[A-Z](?=\d)))?|[A-Z][a-z]{1,4}|[a-z]{2,4})  # "CS", "CSCI-GA", "COMS W"
        (?:\s?[-/]?\s?)(?:[A-Z]\s?)?\d{2,5}[A-Za-z]{0,3}(?:-\d{1,3}|/\d{3,5})?         # "265", "4-101", "498-007"
      | [A-Z]{2}\.\d{3}\.\d{3} | [A-Z]{2,6}-[A-Z]{2}\.\d{3,4}           # "EN.601.456", "CSCI-UA.0480"
      | \d{2}:\d{3}:\d{3}                                                                # "16:830:602"
      | \d{3}-[A-Z]{2,4}\d?-[A-Z]{2}                                                    # "420-SN1-RE"
      | \d{1,3}[.-][A-Z]?\d{2,4}[A-Z]{0,2}(?:/\d{1,2}[.-][A-Z]?\d{2,4}[A-Z]{0,2}|[./-]\d{1,4}(?:-\d{2,4})?)?
        # "15-440", "6.S081", "601.817", "18.337J/6.338J"
      | [A-Z]{1,4}\d{2,5}[A-Za-z]{0,2}                                                  # "LX394", "E4840"
    )(?![\w.])""",
    re.VERBOSE,
)
NOT_CODE: Final = lazy_regex(
    r"(?:fall|spring|summer|winter|autumn|fy|ay|sy|week|lecture|lec|year|since|day|room|part|page|chapter|ws|ss|sose|wise"
    r"|section|module|unit|volume|vol|no|version|python|java|windows|html|utf|iso|covid|session|sesión|semester|term"
    r"|top|gpt|llama|ipv|http|sha|area|grade|level|batch|phase|stage|task|lab|hw|quiz|exam|ch|sec|fig|tab|from|in|of|the"
    r"|jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[\s.-]*\d",
    re.IGNORECASE,
)
VENUE_AND_YEAR: Final = lazy_regex(r"[A-Za-z]{2,8}\s?['’]?\d\d")
DAYS: Final = lazy_regex(r"\d{1,2}[.-]\d{2}(?:[.-]\d{2,4})?")  # "12.05", a day and not a course
SUBJECTS: Final = lazy_regex(
    r"(?:Comp|Math|Phys|Chem|Biol|Econ|Hist|Ling|Psych|Stat|Info|Neuro|Phil|Soc|Pol|Eng|Art|Law|Anth|Geo|Edu|Bus|Arch|Mus|Astr|Env|Comm|Rel|Span|Germ|Fren)"
)
SHORT_SCHOOLS: Final = lazy_regex(
    r"\b(?:Stanford|MIT|CMU|Carnegie Mellon|UC Berkeley|UC San Diego|UC Davis|UC Irvine"
    r"|UC Santa (?:Cruz|Barbara)|Berkeley|Harvard|Princeton|Yale|Caltech|Cornell(?: Tech)?|Columbia|UCLA|UCSD"
    r"|UCSB|UCSC|UIUC|UMD|UMass(?: Amherst)?"
    r"|Georgia Tech|Virginia Tech|ETH Zurich|ETHZ|Oxford|Cambridge|Waterloo|Purdue|NYU|UT Austin|UMich|UPenn|JHU"
    r"|(?:Penn|Ohio|Michigan|Iowa|Arizona|Oregon|Florida|Kansas|Colorado|Washington|Utah|Boise|San Diego) State"
    r"|Johns Hopkins|KAIST|SNU|POSTECH|Tsinghua|NUS|HKUST|TU (?:München|Munich|Berlin|Delft|Wien|Dresden|Darmstadt)"
    r"|RWTH(?: Aachen)?|LMU(?: München| Munich)?|TUM|FU Berlin|HU Berlin"
    r"|UCL|LSE|UBC|McGill|KTH|IIT (?:Bombay|Delhi|Madras|Kanpur)|UVA|UNC|BU)\b"
)
# "CMU 11-785" is 11-785 at CMU, "NYU CS9053" is CS9053
SCHOOL_LEAD: Final = lazy_regex(SHORT_SCHOOLS.pattern + r"[\s:]+(?=\d|[A-Z]{2,5}\s?\d{3})")
YEAR_END: Final = lazy_regex(r"[\s-](?P<year>(?:19[5-9]|20[0-3])\d)$")  # e.g. "OSDI 2020"
OLDEST: Final = 2001
"""No course has put its pages on the web in a year up to this one: "ACS 2000" is its number."""
# e.g. "CS 2010" · "MATH 2020", told from "OSDI 2020" by the department
SUBJECT_NUMBER: Final = lazy_regex(
    r"(?:CS|CSE|CSC|CSCI|CIS|EE|ECE|EECS|INFO|MATH|STAT|PHYS|CHEM|BIOL?|ECON|ENGL|ENG|HIST|PHIL|PSYC?H?|SOC|LING|POLS?"
    r"|ANTH|ARTH?|MUS|DATA|DS|IT|ME|CE|CHE)(?:-[A-Z]{2})?[\s-]\d"
    rf"|(?i:{_DEPARTMENTS})\s\d"
)


def _names_subject(plain: str, end: int, code: str) -> bool:
    """Tell a department's number that is followed by the course's name: "CS 2010: Data Structures"."""
    return SUBJECT_NUMBER.match(code) is not None and plain[end:].lstrip()[:1] in (":", "–", "—", "-")


def find_code(text: Text) -> Text | None:
    """Find a catalogue number, which no other words of a page look like; terms, weeks and days are none.

    >>> from syllabus_parse.readers.inline import read_inline
    >>> find_code(read_inline("Compilers, CS 265")).plain, find_code(read_inline("Fall 2020, Week 12"))
    ('CS 265', None)
    """
    short = SHORT_NUMBER.match(text.plain.lstrip())
    if short is not None:
        lead = len(text.plain) - len(text.plain.lstrip())
        return text.slice(lead, lead + short.end("code"))
    for found in CODE.finditer(text.plain):
        code = found["code"]
        year = YEAR_END.search(code)
        if year is not None and int(year["year"]) > OLDEST and not _names_subject(text.plain, found.end("code"), code):
            continue
        if is_venue(text.plain) or DAYS.fullmatch(code):
            continue
        if re.fullmatch(r"(?:19|20)\d\d", code) or NOT_CODE.match(code):
            continue
        if code[0].islower() and found.start() > 0:
            continue
        if VENUE_AND_YEAR.fullmatch(code) and is_venue(code):
            continue  # "ICML 21 paper list"
        if re.fullmatch(r"[A-Z][a-z]{1,4}\s?\d{2,4}", code) and not SUBJECTS.match(code):
            continue
        school = SCHOOL_LEAD.match(code)
        return text.slice(found.start("code") + (school.end() if school else 0), found.end("code"))
    return None
