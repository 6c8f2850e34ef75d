"""Single lines of a page that name its course: "Course title: X", a first sentence, a line at the foot."""

from __future__ import annotations

import re
from typing import Final

from syllabus_parse.document import Document, Listing, Paragraph, Scalar, Table, Text, walk
from syllabus_parse.interpret.course.codes import CODE, NOT_CODE
from syllabus_parse.interpret.course.names import NameParts, find_school, part_name
from syllabus_parse.interpret.records import RawCourse
from syllabus_parse.interpret.words import fold_label
from syllabus_parse.normalize.terms import parse_term
from syllabus_parse.regex import lazy_regex

LABELS: Final[tuple[tuple[re.Pattern[str], str], ...]] = (
    (
        lazy_regex(r"(?:course|class|module) (?:title|name)|kurstitel|nombre del curso|nome da disciplina|课程名称"),
        "title",
    ),
    (lazy_regex(r"(?:course|class|module|catalog) (?:code|number|id|no\.?)|kursnummer|código|sigle|课程编号"), "code"),
    (
        lazy_regex(r"(?:university|institution|school|college|universität|universidad|universidade|université)"),
        "school",
    ),
    (lazy_regex(r"(?:course|class|kurs|curso|cours)"), "name"),
)
# e.g. "**Course title:** Heaps". No label starts with a mark: runs of marks would be tried from each of them.
LABEL_LINE: Final = lazy_regex(
    r"(?P<label>[^\s:：*_][^:：\n\u2028]{2,24})[*_]{0,4}\s?[:：][*_]{0,4}\s{0,40}(?P<value>[^\n\u2028]{2,120})",
    needs=": ：",
)


def take_parts(parts: NameParts, course: RawCourse, *, sure: bool = False) -> None:
    """Take what a name holds; its title only where a code or a term stands with it, or the place is `sure`."""
    course.code = course.code or parts.code
    course.institution = course.institution or parts.school
    if course.title is None and parts.names and (sure or parts.code is not None or parts.term):
        course.title = parts.names[0]


def read_labels(text: Text, course: RawCourse) -> None:
    """Read "Course title: X", "Course: CS 9 Databases", "University: X", each on a line of its own."""
    for found in LABEL_LINE.finditer(text.plain[:1000]):
        label = fold_label(found["label"])
        what = next((name for pattern, name in LABELS if pattern.fullmatch(label)), None)
        value = text.slice(*found.span("value")).strip(" *_")
        if what == "school" and course.institution is None:
            course.institution = value
        elif what == "code" and course.code is None and CODE.fullmatch(value.plain):
            course.code = value
        elif what in ("title", "name"):
            parts = part_name(value)
            if what == "title" or parts.code is not None:
                take_parts(parts, course, sure=what == "title")


def list_facts(document: Document) -> list[Text]:
    """List the lines at the head of a page that stand in a list or in a table of labels and values.

    Lines with links lead elsewhere, often to an older course; what stands below a schedule tells of other things.
    """
    out: list[Text] = []
    for block in document.blocks[:TOP_BLOCKS]:
        if isinstance(block, Table) and max((len(row.cells) for row in block.rows), default=0) != 2:
            break
        if not isinstance(block, Listing | Table):
            continue
        out += [
            held.text
            for held in walk([block])
            if isinstance(held, Paragraph) and len(held.text.plain) < FACT_LINE and not held.text.links()
        ]
    return out[:FACTS]


TOP_BLOCKS: Final = 12
FACTS: Final = 12
FACT_LINE: Final = 100


def read_own_words(document: Document, course: RawCourse, paragraphs: list[Paragraph]) -> None:
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


OWN_CODE: Final = lazy_regex(
    r"/(?P<code>[a-z]{2,5}[-_]?\d{2,4}(?:[a-z](?!\d))?)(?=(?:sp|fa|wi|su|[sfw])?\d{2}/|/)"
)  # e.g. "…/lx394s21/schedule/"


def read_footer(text: Text, course: RawCourse, opening: Text) -> None:
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
    if course.institution is None and parse_term(plain) != (None, None):
        course.institution = find_school(text, beside=False)
