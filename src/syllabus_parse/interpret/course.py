"""What a document says of the course itself: its name, its code, its institution."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import Document, Heading, Mapping, Paragraph, Scalar, Text
from syllabus_parse.interpret.records import RawClue, RawCourse
from syllabus_parse.interpret.words import fold_label, is_page_part
from syllabus_parse.normalize.terms import parse_term
from syllabus_parse.normalize.venues import is_venue

CODE: Final = re.compile(
    r"(?<![\w/])(?P<code>(?:[A-Z]{2,8}|[A-Z][a-z]{1,4}|[a-z]{2,4})(?:\s?[-/]?\s?)(?:[A-Z]\s?)?\d{2,5}[A-Za-z]{0,3}"
    r"|\d{1,3}[.-]\d{2,4}[A-Z]?(?:[.-]\d{1,4})?|\d{3}-[A-Z]{2,4}\d?-[A-Z]{2}|[A-Z]{1,4}\d{2,5}[A-Za-z]{0,2})(?![\w.])"
)  # e.g. "CS 265", "CMPS232", "15-440", "601.817", "6.824", "420-SN1-RE", "LX394"
NOT_CODE: Final = re.compile(
    r"(?:fall|spring|summer|winter|autumn|week|lecture|lec|year|since|day|room|part|page|chapter|ws|ss|sose|wise"
    r"|section|module|unit|volume|vol|no|version|python|java|windows|html|utf|iso|covid|session|sesión|semester|term"
    r"|jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[\s.-]*\d",
    re.IGNORECASE,
)
REPOSITORY: Final = re.compile(
    r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)+|[a-z]{2,}[a-z0-9]*\d{2,4}[a-z0-9]*"
)  # e.g. "aisys2023", "reading-group"
TERM_WORDS: Final = re.compile(
    r"[\s,:;|·–—(\[-]*\b(?:(?:spring|summer|fall|autumn|winter|frühling|herbst|sommersemester|wintersemester|sose"
    r"|wise|ws|ss|otoño|primavera|verano|invierno|outono|verão|automne|printemps|été|hiver)(?:\s(?:semester|quarter"
    r"|term))?[\s,]*'?\d{2,4}(?:/\d{2,4})?|\d{4}[\s,-]*(?:spring|summer|fall|autumn|winter)(?:\s(?:semester|quarter"
    r"|term))?|\d{4}(?:[-/]\d{2,4})?(?=\s*(?:$|[)\]|])))[\s)\]]*",
    re.IGNORECASE,
)
PAGE_WORDS: Final = re.compile(
    r"[\s,:;|·–—-]*\b(?:(?:tentative |class |course |lecture |full |detailed |weekly |reading )*(?:schedule|syllabus"
    r"|calendar|readings?|reading list|home ?page|website|lectures|course page|overview|papers?"
    r"|schedule and (?:syllabus|readings)|edition|course materials|paper list|welcome to))\b[\s:|·–—-]*",
    re.IGNORECASE,
)
YEAR_ONLY: Final = re.compile(r"\s*(?:year|jahr|año|ano)?\s*(?:19|20)\d\d\s*年?\s*", re.IGNORECASE)
META_TITLES: Final = (
    "course",
    "course_title",
    "course_name",
    "coursetitle",
    "course-title",
    "course_full_name",
    "og:site_name",
)
META_CODES: Final = (
    "code",
    "course_code",
    "coursecode",
    "course_number",
    "course-number",
    "coursenumber",
    "course_id",
    "number",
)
META_SCHOOLS: Final = ("institution", "university", "school", "provider", "college", "organization")
META_TERMS: Final = (
    "semester",
    "term",
    "quarter",
    "year",
    "season",
    "semester_id",
    "session",
    "start_date",
    "first_date",
    "date",
    "permalink",
    "course_year",
    "startdate",
)
SCHOOL: Final = re.compile(
    r"(?:\b[A-Z][\w&.'-]+(?:[ ,]+(?:of|for|at|in|the|and|&|[A-Z][\w&.'-]+)){0,6}\s)?(?:University|College"
    r"|Institute of Technology|Universität|Universidad|Universidade|Università|Université|Hochschule|Politecnico"
    r"|ETH Zürich|EPFL)(?: (?:of|at|de|do|da|di|zu|for) [A-Z][\w'-]+(?:[ ,-]+(?:[A-Z][\w'-]+|de|do|da|at|la))*)?"
    r"|[\u4e00-\u9fff]{2,12}大学"
)


def read_course(
    document: Document, headings: list[Heading], paragraphs: list[Paragraph]
) -> tuple[RawCourse, list[RawClue]]:
    """Read the course from front matter, page title and the first headings; clues to term and year come with it."""
    course = RawCourse()
    clues: list[RawClue] = []
    if document.meta is not None:
        _read_meta(document.meta, course, clues)
    if document.title is not None and document.title:
        clues.append(RawClue(document.title, "title"))
        _read_name(document.title, course, page=True)
    headings = [
        heading
        for heading in headings[:60]
        if not is_venue(heading.text.plain) and not YEAR_ONLY.fullmatch(heading.text.plain)
    ]
    for index, heading in enumerate(headings[:4]):
        clues.append(RawClue(heading.text, "heading"))
        if index == 0 or (heading.level == 1 and course.title is None and index < 2):
            _read_name(heading.text, course, page=False)
    for heading in headings[4:40]:
        if parse_term(heading.text.plain) != (None, None):
            clues.append(RawClue(heading.text, "heading"))
    for paragraph in [*paragraphs[:12], *paragraphs[-6:]]:
        if len(paragraph.text.plain) < 400:
            clues.append(RawClue(paragraph.text, "text"))
    for paragraph in paragraphs[-6:]:
        _read_footer(paragraph.text, course, paragraphs[0].text)
    _read_own_words(document, course, paragraphs)
    return course, clues


def _read_meta(meta: Mapping, course: RawCourse, clues: list[RawClue]) -> None:
    for key, value in meta.entries:
        name = key.plain.strip().casefold()
        if not isinstance(value, Scalar) or not value.text:
            continue
        if name in META_TITLES and course.title is None:
            _read_name(value.text, course, page=False, sure=True)
        elif name in META_CODES and CODE.fullmatch(value.text.plain.strip()):
            course.code = value.text.strip()
        elif name in META_SCHOOLS and course.institution is None:
            course.institution = value.text.strip()
        elif name in ("title", "description"):
            found = find_code(value.text)
            if found is not None and course.code is None and name == "title":
                _read_name(value.text, course, page=False)
            clues.append(RawClue(value.text, "front matter"))
        if name in META_TERMS:
            clues.append(RawClue(value.text, "front matter"))


def find_code(text: Text) -> Text | None:
    """Find a catalogue number: "CS 265", "15-440", "6.824".

    Terms and weeks are none ("Fall 2020", "Week 12").
    """
    for found in CODE.finditer(text.plain):
        code = found["code"]
        if re.search(r"\s(?:19|20)\d\d$", code) or is_venue(text.plain):
            continue
        if NOT_CODE.fullmatch(code) or re.fullmatch(r"(?:19|20)\d\d", code) or NOT_CODE.match(code):
            continue
        if code[0].islower() and found.start() > 0:
            continue
        if re.fullmatch(r"[A-Z][a-z]{1,4}\s?\d{2,4}", code) and not re.match(
            r"(?:Comp|Math|Phys|Chem|Biol|Econ|Hist|Ling|Psych|Stat|Info|Neuro|Phil)", code
        ):
            continue
        return text.slice(found.start("code"), found.end("code"))
    return None


def _read_name(text: Text, course: RawCourse, *, page: bool, sure: bool = False) -> None:
    """Read "CS 265: Compiler Optimization", "AI Systems Spring 2021", "aisys2023", "CS 262a Lecture Schedule, Fall 2016"."""
    plain = text.plain.strip()
    if not plain or len(plain) > 160:
        return
    if REPOSITORY.fullmatch(plain):
        course.code = course.code or text.strip()
        return
    code = find_code(text)
    if code is not None and course.code is None and code.runs:
        course.code = code
    if page and code is None:
        return
    name = _strip_name(text, code)
    if name is None or course.title is not None:
        return
    if is_page_part(name.plain) or len(name.plain) < 4 or not re.search(r"[^\W\d_]{3}", name.plain):
        return
    if code is None and parse_term(plain) == (None, None) and not page and not sure:
        return
    course.title = name


def _strip_name(text: Text, code: Text | None) -> Text | None:
    """Take code, term and page words off a name."""
    plain = text.plain
    spans = []
    if code is not None:
        start = plain.find(code.plain)
        spans.append((start, start + len(code.plain)))
    spans += [found.span() for found in TERM_WORDS.finditer(plain)]
    spans += [found.span() for found in PAGE_WORDS.finditer(plain)]
    pieces = []
    at = 0
    for start, end in sorted(spans):
        if start > at:
            pieces.append(text.slice(at, start))
        at = max(at, end)
    pieces.append(text.slice(at, len(plain)))
    pieces = [piece.strip(" \t\n\u2028,:;|·–—-()[]") for piece in pieces]
    pieces = [piece for piece in pieces if re.search(r"[^\W\d_]{2}", piece.plain)]
    if not pieces:
        return None
    best = max(pieces, key=lambda piece: len(piece.plain))
    return best if fold_label(best.plain) not in ("the", "course", "class", "stanford", "mit") else None


def _read_own_words(document: Document, course: RawCourse, paragraphs: list[Paragraph]) -> None:
    """Read a code from the first sentence ("601.817 is a weekly seminar …") or from the page's own address in it."""
    if course.code is not None:
        return
    for paragraph in paragraphs[:3]:
        found = CODE.match(paragraph.text.plain.lstrip())
        lead = len(paragraph.text.plain) - len(paragraph.text.plain.lstrip())
        if (
            found
            and re.match(r"\s+(?:is|are|covers|introduces|teaches)\b", paragraph.text.plain[lead + found.end() :])
            and not NOT_CODE.match(found["code"])
        ):
            course.code = paragraph.text.slice(lead + found.start("code"), lead + found.end("code"))
            return
    permalink = document.meta.get("permalink") if document.meta is not None else None
    if not isinstance(permalink, Scalar) or len(permalink.text.plain.strip("/")) < 3:
        return
    for paragraph in paragraphs[:8]:
        for anchor, start, end in paragraph.text.links():
            if anchor.href and anchor.href.rstrip("/").endswith("/" + permalink.text.plain.strip("/")):
                found = OWN_CODE.search(paragraph.text.plain[start:end])
                if found:
                    course.code = paragraph.text.slice(start + found.start("code"), start + found.end("code"))
                    course.code_upper = True
                    return


OWN_CODE: Final = re.compile(
    r"/(?P<code>[a-z]{2,5}[-_]?\d{2,4}(?:[a-z](?!\d))?)(?=(?:sp|fa|wi|su|[sfw])?\d{2}/|/)"
)  # e.g. "…/lx394s21/schedule/"


def _read_footer(text: Text, course: RawCourse, opening: Text) -> None:
    """Read a closing line that names course, term and school: "cs 6501: Risks …  Fall 2023  University of Virginia"."""
    plain = text.plain.strip()
    if len(plain) > 200:
        return
    found = re.match(r"\s*(?P<code>[A-Za-z]{2,5}\s?\d{3,5}[A-Za-z]?)\s*[:–-]\s+\S", text.plain)
    if found and parse_term(plain) != (None, None):
        course.code = course.code or text.slice(*found.span("code"))
        name = re.split(r"\s{2,}|\n", text.plain[found.end() - 1 :])[0].strip()
        if (
            course.title is None
            and len(name) > 5
            and opening.plain.strip().startswith(name)
            and "\n" not in opening.plain.strip()
        ):
            course.title = opening.strip()
    school = SCHOOL.search(plain)
    if school and course.institution is None and parse_term(plain) != (None, None):
        start = text.plain.find(school[0])
        course.institution = text.slice(start, start + len(school[0]))
