"""The facts of a course in a data file or a front matter, and the clues to its term and year."""

from __future__ import annotations

from typing import Final

from syllabus_parse.document import Mapping, Text
from syllabus_parse.interpret.course.names import part_name
from syllabus_parse.interpret.data.keys import fold_data_key, read_key
from syllabus_parse.interpret.data.values import is_flag, scalar_text
from syllabus_parse.interpret.records import RawClue, RawCourse, RawSyllabus
from syllabus_parse.interpret.words import is_page_part
from syllabus_parse.regex import lazy_regex

COURSE_CODE: Final = lazy_regex(r"[A-Z]{2,6}[ -]?\d{2,4}[A-Z]{0,2}(?:[./-]\d{1,4})?|\d{1,3}[.-]\d{3}(?:/\d{3})?")


def read_course(meta: Mapping, out: RawSyllabus, *, page: bool = False) -> None:
    """Read the facts of the course, and the clues to its term and year, from the outermost keys.

    A page's own title ("Schedule") is none of the course; `page` says that the title is one.
    """
    course: RawCourse = out.course
    for key, value in meta.entries:
        text = scalar_text(value)
        meant = read_key(key.plain)
        if meant.role == "course" and isinstance(value, Mapping):
            read_course(value, out)
        if text is None or is_flag(text.plain):
            continue
        folded = fold_data_key(key.plain)
        if meant.role == "course code" or (meant.role in ("course", "number") and COURSE_CODE.fullmatch(text.plain)):
            course.code = course.code or text
        elif meant.role == "course":
            _name(course, text)
        elif meant.role == "institution":
            course.institution = course.institution or text
        elif folded == "code" and COURSE_CODE.fullmatch(text.plain):
            course.code = course.code or text
        elif folded in ("title", "name"):
            out.clues.append(RawClue(text, "front matter"))
            if not page and not is_page_part(text.plain) and course.title is None:
                _name(course, text)
        elif meant.role in ("term", "year") or folded in ("start date", "end date", "date", "semester id"):
            out.clues.append(RawClue(text, "front matter"))


def _name(course: RawCourse, text: Text) -> None:
    """Take the name of a course; a code before it is its code: "POLS 320 Public Policy"."""
    parts = part_name(text)
    if parts.code is not None and parts.names and text.plain.lstrip().startswith(parts.code.plain):
        course.code = course.code or parts.code
        text = parts.names[0]
    course.title = course.title or text
